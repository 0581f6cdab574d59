//! Markdown → CommonMark's events, with what this site reads otherwise.
//!
//! In: Markdown. Out: events with the places that they have in it, each text in one piece. Never: HTML.
//!
//! What is read otherwise than CommonMark says:
//! - `*` and `~~` also close after a mark and before a letter (`**«Билим»**ди`), and `*` also opens after a letter and
//!   before a bracket or a quotation mark: see [`flanking`];
//! - bare addresses are links, as in GitHub's dialect: see [`addresses`];
//! - a few tags need no permission: see [`tags`];
//! - a box is ticked by a Cyrillic `х` too, which looks the same.

mod addresses;
mod flanking;
pub mod tags;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::nesting::{Beyond, DEEPEST, MOST_PARTS};
use crate::source::{clean, has_forbidden};

/// A reference that nothing defines: its range and its text.
pub type Broken = (Range<usize>, String, LinkType);

/// Events with their places.
pub type Events<'e> = Vec<(Event<'e>, Range<usize>)>;

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH
}

/// Markdown, made ready for the parser: here and there a helper stands in it, a mark that the text does not have. It
/// changes what the parser makes of its neighbours and is taken out of the events again.
pub struct Source<'m> {
    written: &'m str,
    helped: Cow<'m, str>,
    helper: char,
    /// Where the helpers stand in the helped text, rising.
    helpers: Vec<usize>,
    /// Whether it may have characters by their numbers, which can be any.
    numbers: bool,
}

impl<'m> Source<'m> {
    /// Makes a text ready.
    pub fn new(written: &'m str) -> Source<'m> {
        let wanted = flanking::helpers(written);
        let numbers = written.contains("&#");
        // Any mark will do that the text does not have itself. One that has all of them is read as it is.
        let helper = ('\u{2E00}'..='\u{2E2E}').rev().find(|mark| !written.contains(*mark));
        let Some(helper) = helper.filter(|_| !wanted.is_empty()) else {
            return Source { written, helped: Cow::Borrowed(written), helper: '\0', helpers: Vec::new(), numbers };
        };
        let mut helped = String::with_capacity(written.len() + wanted.len() * helper.len_utf8());
        let mut helpers = Vec::with_capacity(wanted.len());
        let mut done = 0;
        for at in wanted {
            helped.push_str(&written[done..at]);
            helpers.push(helped.len());
            helped.push(helper);
            done = at;
        }
        helped.push_str(&written[done..]);
        Source { written, helped: Cow::Owned(helped), helper, helpers, numbers }
    }

    /// Reads it: its events, and the references that lead nowhere.
    ///
    /// # Errors
    /// What stands deeper in other things than [`DEEPEST`], or comes after [`MOST_PARTS`].
    pub fn read(&self) -> Result<(Events<'_>, Vec<Broken>), Beyond> {
        let mut broken: Vec<Broken> = Vec::new();
        let mut note = |link: BrokenLink| -> Option<(CowStr, CowStr)> {
            broken.push((self.place(link.span), self.without(link.reference).into_string(), link.link_type));
            None
        };
        let parser = Parser::new_with_broken_link_callback(&self.helped, options(), Some(&mut note));
        let mut events: Events = Vec::new();
        let (mut depth, mut parts) = (0, 0);
        // Texts side by side that are as they were written: the parser cuts one at each character that could be a mark.
        let mut run = 0..0;
        for (event, range) in parser.into_offset_iter() {
            if let Event::Text(text) = &event
                && self.helped.get(range.clone()) == Some(text.as_ref())
            {
                if run.end != range.start {
                    self.end_run(&mut run, &mut events);
                    run.start = range.start;
                }
                run.end = range.end;
                continue;
            }
            self.end_run(&mut run, &mut events);
            let range = self.place(range);
            match event {
                Event::Start(_) if depth == DEEPEST => return Err(Beyond::Deep(range)),
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            parts += usize::from(is_part(&event));
            if parts > MOST_PARTS {
                return Err(Beyond::Many(range));
            }
            match self.clean(event) {
                Event::Text(text) if text.is_empty() => {}
                Event::InlineHtml(html) if tags::is_break(&html) => events.push((Event::HardBreak, range)),
                event => events.push((event, range)),
            }
        }
        self.end_run(&mut run, &mut events);
        let events = merged(addresses::linked(events, self.written));
        // Bare addresses have become links.
        if let Some((_, range)) = events.iter().filter(|(event, _)| is_part(event)).nth(MOST_PARTS) {
            return Err(Beyond::Many(range.clone()));
        }
        Ok((with_boxes(events, self.written), broken))
    }

    /// Adds a text that has been gathered, and begins anew.
    fn end_run<'e>(&'e self, run: &mut Range<usize>, events: &mut Events<'e>) {
        let range = std::mem::take(run);
        let text = self.without(CowStr::Borrowed(&self.helped[range.clone()]));
        if !text.is_empty() {
            events.push((Event::Text(text), self.place(range)));
        }
    }

    /// The links that lines of their own define, `[label]: address`: their labels and ranges, as they stand in the text.
    pub fn definitions(&self) -> Vec<(String, Range<usize>)> {
        let events = Parser::new_ext(&self.helped, options()).into_offset_iter();
        let definitions = events.reference_definitions().iter();
        let mut found: Vec<(String, Range<usize>)> = definitions
            .map(|(label, definition)| (self.without(label.into()).into_string(), self.place(definition.span.clone())))
            .collect();
        found.sort_by_key(|(_, range)| range.start);
        found
    }

    /// The range of what was written that a range of the helped text is.
    fn place(&self, range: Range<usize>) -> Range<usize> {
        let before = |at: usize| at - self.helper.len_utf8() * self.helpers.partition_point(|helper| *helper < at);
        if self.helpers.is_empty() { range } else { before(range.start)..before(range.end) }
    }

    /// A text without helpers, and without what no page may hold: `&#11;` is a character only now.
    fn without<'e>(&self, text: CowStr<'e>) -> CowStr<'e> {
        let text = match self.helpers.is_empty() || !text.contains(self.helper) {
            true => text,
            false => text.replace(self.helper, "").into(),
        };
        if self.numbers && has_forbidden(&text) { clean(&text).into_owned().into() } else { text }
    }

    /// An event without helpers and forbidden characters.
    fn clean<'e>(&self, event: Event<'e>) -> Event<'e> {
        if self.helpers.is_empty() && !self.numbers {
            return event;
        }
        match event {
            Event::Start(tag) => Event::Start(self.clean_tag(tag)),
            Event::Text(text) => Event::Text(self.without(text)),
            Event::Code(text) => Event::Code(self.without(text)),
            Event::InlineMath(text) => Event::InlineMath(self.without(text)),
            Event::DisplayMath(text) => Event::DisplayMath(self.without(text)),
            Event::Html(text) => Event::Html(self.without(text)),
            Event::InlineHtml(text) => Event::InlineHtml(self.without(text)),
            Event::FootnoteReference(name) => Event::FootnoteReference(self.without(name)),
            Event::End(_) | Event::SoftBreak | Event::HardBreak | Event::Rule | Event::TaskListMarker(_) => event,
        }
    }

    fn clean_tag<'e>(&self, tag: Tag<'e>) -> Tag<'e> {
        match tag {
            Tag::Heading { level, id, classes, attrs } => Tag::Heading {
                level,
                id: id.map(|id| self.without(id)),
                classes: classes.into_iter().map(|class| self.without(class)).collect(),
                attrs: attrs
                    .into_iter()
                    .map(|(name, value)| (self.without(name), value.map(|value| self.without(value))))
                    .collect(),
            },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Tag::CodeBlock(CodeBlockKind::Fenced(self.without(info))),
            Tag::FootnoteDefinition(name) => Tag::FootnoteDefinition(self.without(name)),
            Tag::Link { link_type, dest_url, title, id } => Tag::Link {
                link_type,
                dest_url: self.without(dest_url),
                title: self.without(title),
                id: self.without(id),
            },
            Tag::Image { link_type, dest_url, title, id } => Tag::Image {
                link_type,
                dest_url: self.without(dest_url),
                title: self.without(title),
                id: self.without(id),
            },
            _ => tag,
        }
    }
}

/// The events with neighbouring texts made one: the parser cuts a text where a mark might have begun.
fn merged<'e>(events: Events<'e>) -> Events<'e> {
    let mut merged: Events<'e> = Vec::with_capacity(events.len());
    // The text of the last event, if several pieces make it.
    let mut joined = String::new();
    for (event, range) in events {
        match (merged.last_mut(), event) {
            (Some((Event::Text(first), whole)), Event::Text(text)) => {
                if joined.is_empty() {
                    joined.push_str(first);
                }
                joined.push_str(&text);
                whole.end = range.end;
            }
            (_, event) => {
                end_joined(&mut merged, &mut joined);
                merged.push((event, range));
            }
        }
    }
    end_joined(&mut merged, &mut joined);
    merged
}

/// Whether an event is one of the parts that a text may have so many of.
fn is_part(event: &Event) -> bool {
    !matches!(event, Event::End(_) | Event::Text(_) | Event::SoftBreak)
}

fn end_joined(merged: &mut Events, joined: &mut String) {
    if let (false, Some((Event::Text(text), _))) = (joined.is_empty(), merged.last_mut()) {
        *text = std::mem::take(joined).into();
    }
}

/// Boxes that the parser does not know: `- [х] text` with a Cyrillic letter, `- [ ] text` with a space that does not break.
fn with_boxes<'e>(events: Events<'e>, markdown: &str) -> Events<'e> {
    let mut boxed: Events<'e> = Vec::with_capacity(events.len());
    for (event, range) in events {
        let before = match boxed.as_slice() {
            [.., (item, _), (Event::Start(Tag::Paragraph), _)] | [.., (item, _)] => Some(item),
            [] => None,
        };
        let found = match (&event, before) {
            (Event::Text(words), Some(Event::Start(Tag::Item))) if is_written(&range, markdown) => {
                ticked(words).map(|(ticked, rest)| (ticked, rest.to_string(), words.len() - rest.len()))
            }
            _ => None,
        };
        match found {
            Some((ticked, rest, length)) => {
                let text = range.start + length;
                boxed.push((Event::TaskListMarker(ticked), range.start..text));
                boxed.push((Event::Text(rest.into()), text..range.end));
            }
            None => boxed.push((event, range)),
        }
    }
    boxed
}

/// Whether a text begins with a bracket that is not escaped.
fn is_written(range: &Range<usize>, markdown: &str) -> bool {
    markdown[range.start..].starts_with('[') && !markdown[..range.start].ends_with('\\')
}

/// Whether a box at the beginning of a text is ticked, and the text after it.
fn ticked(text: &str) -> Option<(bool, &str)> {
    let (mark, rest) = text.strip_prefix('[')?.split_once(']')?;
    let ticked = match mark {
        "х" | "Х" => true,
        "\u{a0}" => false,
        _ => return None,
    };
    rest.starts_with(char::is_whitespace).then(|| (ticked, rest.trim_start()))
}

/// The words of Markdown without its marks; blocks are parted by spaces. What is too deep to be read has none.
pub fn words(markdown: &str) -> String {
    let source = Source::new(markdown);
    let mut text = String::new();
    for (event, _) in source.read().map_or_else(|_| Vec::new(), |(events, _)| events) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(end) if !is_inline(end) && !text.ends_with(' ') => text.push(' '),
            _ => {}
        }
    }
    text
}

fn is_inline(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
/// How many events from the start at `at` to its end, both counted.
pub fn matching(events: &[(Event, Range<usize>)], at: usize) -> usize {
    let mut depth = 0;
    for (index, (event, _)) in events[at..].iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    events.len() - at
}
