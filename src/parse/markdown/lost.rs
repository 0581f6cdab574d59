//! Marks that the writer clearly meant, and that CommonMark leaves as plain text or drops without a word.
//!
//! In: the Markdown, and the events that will be written. Out: diagnostics, each with the cure. What stands in code, in raw
//! HTML or after a backslash is plain text on purpose, so only the text that the events show is looked at.

mod dialects;
mod emphasis;
mod fences;
mod lines;
mod links;
mod numbers;
mod outline;
mod quotes;
mod tables;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::reading::Broken;
use super::{Part, Writing};
use crate::diag::{At, Code, Fix};
use crate::messages::Message;

type Events<'a, 'e> = &'a [(Event<'e>, Range<usize>)];

/// Stands for every byte that is not plain text.
const MASK: char = '\u{1}';

/// Reports what is lost in the events of a text, which are those that will be written. What the text is built of.
pub fn report(markdown: &str, events: Events, broken: &[Broken], writing: &mut Writing) -> Vec<Part> {
    let outline = outline::of(events, writing);
    let plain = Plain::of(markdown, events);
    let mut report = Report { source: markdown, writing };
    links::undefined(broken, &mut report);
    links::unused(events, &mut report);
    tables::cut_rows(&plain, events, &mut report);
    fences::unclosed(events, &mut report);
    fences::open_remarks(events, &mut report);
    numbers::forbidden(events, &mut report);
    for run in &plain.runs {
        let text = plain.text(run);
        // Most texts have few of the signs that marks are made of, so most checks need not look at them.
        let signs = Signs::of(text);
        if signs.all(b"[^") {
            links::footnotes(&plain, run, &mut report);
        }
        if signs.all(b"](") {
            links::plain(&plain, run, &mut report);
        }
        if signs.all(b"[!") {
            quotes::unknown_box(&plain, run, &mut report);
        }
        if run.block != Block::Cell {
            if signs.any(b"|\t") {
                tables::plain(&plain, run, &mut report);
            }
            if signs.any(b"#") {
                lines::headings(&plain, run, &mut report);
            }
            if signs.any(lines::ITEMS) {
                lines::lists(&plain, run, &mut report);
            }
        }
        if signs.any(b"*_~") {
            emphasis::literal(&plain, run, &mut report);
        }
        dialects::foreign(&plain, run, signs, &mut report);
    }
    outline
}

/// Which of [`SIGNS`] a text has: a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Signs(u32);

/// The signs that marks begin with or are made of. The last three are the first bytes of `lines::BULLETS` and `lines::DASHES`.
const SIGNS: &[u8] = b"*_~[]()^!|\t#=%{:?-+.\xE2\xC2\xEF";

/// The bit of each byte.
const SIGN_BITS: [u32; 256] = {
    let mut bits = [0; 256];
    let mut at = 0;
    while at < SIGNS.len() {
        bits[SIGNS[at] as usize] = 1 << at;
        at += 1;
    }
    bits
};

impl Signs {
    fn of(text: &str) -> Signs {
        Signs::in_bytes(text.as_bytes())
    }

    const fn in_bytes(bytes: &[u8]) -> Signs {
        let mut found = 0;
        let mut at = 0;
        while at < bytes.len() {
            found |= SIGN_BITS[bytes[at] as usize];
            at += 1;
        }
        Signs(found)
    }

    /// Whether any of these signs is there.
    const fn any(self, signs: &[u8]) -> bool {
        self.0 & Signs::in_bytes(signs).0 != 0
    }

    /// Whether all of these signs are there.
    const fn all(self, signs: &[u8]) -> bool {
        let signs = Signs::in_bytes(signs).0;
        self.0 & signs == signs
    }
}

/// What a run of text is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Paragraph,
    /// The first paragraph of a block quote.
    Quoted,
    /// The paragraph before a table, which may be its caption.
    BeforeTable,
    Heading,
    Cell,
    /// The text of a list's item without empty lines.
    Item,
}

/// The text of one block: its first to its last inline mark.
#[derive(Debug, Clone, PartialEq)]
struct Run {
    range: Range<usize>,
    block: Block,
}

/// The plain text of a Markdown: a mask as long as the source, in which all else is hidden.
struct Plain<'m> {
    source: &'m str,
    mask: String,
    runs: Vec<Run>,
}

impl<'m> Plain<'m> {
    fn of(source: &'m str, events: Events) -> Plain<'m> {
        let mut mask = vec![MASK as u8; source.len()];
        let mut runs: Vec<Run> = Vec::new();
        let mut open: Option<Run> = None;
        let mut block = Block::Paragraph;
        let mut skipped = 0;
        for (index, (event, range)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_)) => skipped += 1,
                Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => skipped -= 1,
                _ => {}
            }
            if skipped > 0 || !is_inline(event) {
                runs.extend(open.take());
                block = block_of(events, index).unwrap_or(block);
                continue;
            }
            match event {
                Event::Text(text) => {
                    show(source, range, text, &mut mask);
                    hide_escaped(source, &mut mask, range.start);
                }
                Event::SoftBreak | Event::HardBreak => {
                    if let Some(end) = source[range.clone()].find('\n') {
                        mask[range.start + end] = b'\n';
                    }
                }
                _ => {}
            }
            match &mut open {
                Some(run) => run.range = run.range.start.min(range.start)..run.range.end.max(range.end),
                None => open = Some(Run { range: range.clone(), block }),
            }
        }
        runs.extend(open);
        // Whole texts were copied, so this is valid; a byte in the middle of a letter is never hidden.
        Plain { source, mask: simdutf8::basic::from_utf8(&mask).unwrap_or_default().to_string(), runs }
    }

    /// The plain text of a run.
    fn text(&self, run: &Run) -> &str {
        self.mask.get(run.range.clone()).unwrap_or_default()
    }

    /// The lines of a run: where their text begins in the Markdown, and its plain text. What a list or quote has before its
    /// lines is not part of them.
    fn lines(&self, run: &Run) -> Vec<Line<'_>> {
        let mut lines = Vec::new();
        let mut start = run.range.start;
        for line in self.text(run).split_inclusive('\n') {
            let hidden = line.len() - line.trim_start_matches(MASK).len();
            let prefix = self.source[start..start + hidden]
                .bytes()
                .take_while(|byte| !lines.is_empty() && b" \t>".contains(byte))
                .count();
            let text = line[prefix..].trim_end_matches('\n');
            lines.push(Line { start: start + prefix, text });
            start += line.len();
        }
        lines
    }

    /// What stands before the first letter of the line of `at`: the marks of the quotes and lists that it is in, as they
    /// begin its further lines.
    fn prefix(&self, at: usize) -> String {
        let start = self.source[..at].rfind('\n').map_or(0, |newline| newline + 1);
        self.source[start..at].chars().map(|c| if c == '>' || c == '\t' { c } else { ' ' }).collect()
    }
}

/// A line of a run.
struct Line<'p> {
    start: usize,
    text: &'p str,
}

impl Line<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Copies a text to its place in the mask. It is in one piece, so that there may be more in the source: backslashes, which
/// stay hidden with the letters that they stand before, and entities, which are hidden as a whole.
fn show(source: &str, range: &Range<usize>, text: &str, mask: &mut [u8]) {
    let Some(written) = source.get(range.clone()) else { return };
    // Most texts stand as they are.
    if written == text {
        return mask[range.clone()].copy_from_slice(text.as_bytes());
    }
    let (mut at, mut rest) = (0, text);
    while let (Some(own), Some(read)) = (written[at..].chars().next(), rest.chars().next()) {
        let after = &written[at + own.len_utf8()..];
        if own == '\\' && after.starts_with(read) && read.is_ascii_punctuation() {
            at += 2;
            rest = &rest[1..];
        } else if let Some((length, decoded)) = entity(&written[at..], rest) {
            at += length;
            rest = &rest[decoded..];
        } else if own == read {
            let place = range.start + at;
            mask[place..place + own.len_utf8()].copy_from_slice(&source.as_bytes()[place..place + own.len_utf8()]);
            at += own.len_utf8();
            rest = &rest[own.len_utf8()..];
        } else {
            // Between the lines of a text stands what the blocks around it need.
            at += own.len_utf8();
        }
    }
}

/// How long the entity is that a source begins with, and what the text has in its place.
fn entity(written: &str, text: &str) -> Option<(usize, usize)> {
    let name = written.strip_prefix('&')?;
    let length =
        name.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').filter(|end| name[*end..].starts_with(';'))? + 2;
    if text.starts_with(&written[..length]) {
        return None;
    }
    // A few entities are two characters.
    let first = text.chars().next()?.len_utf8();
    let second = first + text[first..].chars().next().map_or(0, char::len_utf8);
    let goes_on = |decoded: &usize| match (written[length..].chars().next(), text[*decoded..].chars().next()) {
        (Some('\\' | '&') | None, _) => true,
        (own, read) => own == read,
    };
    Some((length, [first, second].into_iter().find(goes_on).unwrap_or(first)))
}

/// A letter after a backslash stands for itself.
fn hide_escaped(source: &str, mask: &mut [u8], at: usize) {
    let backslashes = source[..at].bytes().rev().take_while(|byte| *byte == b'\\').count();
    if backslashes % 2 == 1 && mask[at - 1] == MASK as u8 && mask[at].is_ascii() {
        mask[at] = MASK as u8;
    }
}

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        ),
        Event::End(end) => matches!(
            end,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Superscript
                | TagEnd::Subscript
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Rule | Event::Html(_) | Event::TaskListMarker(_) => false,
        _ => true,
    }
}

/// What the block is that begins at `index`; `None` if none does that has text.
fn block_of(events: Events, index: usize) -> Option<Block> {
    let Event::Start(tag) = &events[index].0 else {
        // After a list within an item its text may go on.
        return matches!(events[index].0, Event::End(TagEnd::List(_))).then_some(Block::Item);
    };
    Some(match tag {
        Tag::Heading { .. } => Block::Heading,
        Tag::TableCell => Block::Cell,
        Tag::Item => Block::Item,
        Tag::Paragraph => {
            let before = index.checked_sub(1).map(|before| &events[before].0);
            let after = events[index..].iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph)));
            let next = after.and_then(|after| events.get(index + after + 1)).map(|(event, _)| event);
            match (before, next) {
                (Some(Event::Start(Tag::BlockQuote(_))), _) => Block::Quoted,
                (_, Some(Event::Start(Tag::Table(_)))) => Block::BeforeTable,
                _ => Block::Paragraph,
            }
        }
        _ => return None,
    })
}

/// Where the reports of one text go.
struct Report<'m, 'w, 'a> {
    source: &'m str,
    writing: &'w mut Writing<'a>,
}

impl Report<'_, '_, '_> {
    /// Reports a range, with what belongs in the place of another range.
    fn add(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: impl Into<Message>,
        help: impl Into<Message>,
        with: Option<(Range<usize>, String)>,
    ) {
        let place = (self.writing.place)(range);
        let fix = with.and_then(|(range, with)| {
            let at = (self.writing.place)(range).at;
            // A text inside YAML has one place as a whole.
            matches!(at, At::Offset { .. }).then_some(Fix::Write { at, with })
        });
        self.writing.out.add_fix(code, place, message, help, fix);
    }
}

#[cfg(test)]
mod tests;
