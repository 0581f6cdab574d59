//! Links, pictures and footnotes that lead nowhere.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::ops::{Deref, Range};

use pulldown_cmark::{Event, LinkType, Tag};

use super::super::reading::{Broken, Source};
use super::{Events, MASK, Plain, Report, Run};
use crate::diag::Code;
use crate::messages::{Message, say};

/// References of the form `[text][name]` that nothing defines.
pub fn undefined(broken: &[Broken], report: &mut Report) {
    for (range, reference, kind) in broken {
        if matches!(kind, LinkType::Reference | LinkType::Collapsed) {
            let help = say::add_line_address(reference);
            let message = say::there_is_no_link(reference);
            report.add(Code::LinkUndefined, range.clone(), message, help, None);
        }
    }
}

/// Lines like `[Note]: words`, which define a link, are not shown, and are used by nothing.
pub fn unused(events: Events, report: &mut Report) {
    if !report.source.contains("]:") {
        return;
    }
    let folded = |label: &str| label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let used: HashSet<String> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => Some(folded(id)),
            _ => None,
        })
        .collect();
    let source = report.source;
    for (label, span) in Source::new(source).definitions() {
        if used.contains(&folded(&label)) {
            continue;
        }
        let start = span.start + source[span.clone()].find('[').unwrap_or(0);
        let end = span.start + source[span].trim_end().len();
        let message = say::line_defines_link_which_nothing_uses(&label);
        let help = say::write_if_it_is_to_be_read(&label);
        report.add(Code::LinkUnused, start..end, message, help, Some((start..start, "\\".into())));
    }
}

/// A footnote mark without a footnote.
pub fn footnotes(plain: &Plain, run: &Run, report: &mut Report) {
    let text = plain.text(run);
    for (at, _) in text.match_indices("[^") {
        // A name ends before the next bracket that opens.
        let stops = |c: char| c.is_whitespace() || "[]".contains(c) || c == MASK;
        let Some(end) = text[at + 2..].find(stops).map(|end| end + 2).filter(|end| text[at + end..].starts_with(']'))
        else {
            continue;
        };
        let name = &text[at + 2..at + end];
        if name.is_empty() {
            continue;
        }
        let range = run.range.start + at..run.range.start + at + end + 1;
        let help = say::add_line(name);
        report.add(Code::FootnoteUndefined, range, say::there_is_no_footnote(name), help, None);
    }
}

/// What looks like `[text](address)` and is none.
pub fn plain(plain: &Plain, run: &Run, report: &mut Report) {
    let brackets = LazyCell::new(|| Brackets::of(plain, run));
    for (at, _) in plain.text(run).match_indices(']') {
        let Some(found) = written(plain, run, at, &brackets) else { continue };
        let Written { whole, gap, address, image } = found;
        let source = &report.source[address.clone()];
        if !gap.is_empty() {
            if is_address(source) {
                let help = say::write_without_space(close(report.source, &whole, &gap));
                let why = say::space_stands_between();
                let message = stays_text(image, why);
                report.add(Code::LinkPlain, whole, message, help, Some((gap, String::new())));
            }
            continue;
        }
        let (target, title) = divide(source);
        let (message, help, with) = if let Some(title) = title.filter(|title| !title.starts_with(['"', '\''])) {
            let words = title.trim_matches(|c| "“”„«»".contains(c));
            let with = format!("{} \"{words}\"", target.replace(' ', "%20"));
            (say::its_title_is_not_in_straight_quotes(), say::write_in_brackets(&with), Some(with))
        } else if target.contains(char::is_whitespace) {
            let title = title.map(|title| format!(" {title}")).unwrap_or_default();
            let with = format!("{}{title}", target.split_whitespace().collect::<Vec<_>>().join("%20"));
            (say::space_stands_in_address(), say::write_for_space(&with), Some(with))
        } else if report.source[whole.clone()].matches("](").count() > 1 {
            (say::link_stands_inside_its_words(), say::divide_two_link_cannot_hold_another(), None)
        } else {
            (
                say::its_address_has_brackets_or_other_marks(),
                say::write_address_in_words_address(),
                Some(format!("<{source}>")),
            )
        };
        let message = stays_text(image, message);
        report.add(Code::LinkPlain, whole, message, help, with.map(|with| (address, with)));
    }
}

/// A link as it was written: all of it, the gap between its two brackets, and what stands in the second.
struct Written {
    whole: Range<usize>,
    gap: Range<usize>,
    address: Range<usize>,
    image: bool,
}

/// The link whose words end at the `]` at `at` of the run, if an address in brackets follows.
fn written(plain: &Plain, run: &Run, at: usize, brackets: &impl Deref<Target = Brackets>) -> Option<Written> {
    let text = plain.text(run);
    let gap = text[at + 1..].len() - text[at + 1..].trim_start_matches([' ', '\t', '\u{a0}']).len();
    let open = at + 1 + gap;
    if !text[open..].starts_with('(') {
        return None;
    }
    let close = *brackets.round.get(&open)?;
    let start = *brackets.square.get(&at)?;
    if close - start > LONGEST {
        return None;
    }
    let image = text[..start].ends_with('!');
    let base = run.range.start;
    Some(Written {
        whole: base + start - usize::from(image)..base + close + 1,
        gap: base + at + 1..base + open,
        address: base + open + 1..base + close,
        image,
    })
}

/// Longest link, in bytes, that is looked at.
const LONGEST: usize = 4_000;

/// The brackets of a run that belong together, all found in one pass.
struct Brackets {
    /// For each `]` of the plain text the `[` before it.
    square: HashMap<usize, usize>,
    /// For each `(` of the source the `)` after it on its line.
    round: HashMap<usize, usize>,
}

impl Brackets {
    fn of(plain: &Plain, run: &Run) -> Brackets {
        let mut brackets = Brackets { square: HashMap::new(), round: HashMap::new() };
        let mut open = Vec::new();
        for (at, byte) in plain.text(run).bytes().enumerate() {
            match byte {
                b'[' => open.push(at),
                b']' => brackets.square.extend(open.pop().map(|start| (at, start))),
                _ => {}
            }
        }
        open.clear();
        for (at, byte) in plain.source[run.range.clone()].bytes().enumerate() {
            match byte {
                b'(' => open.push(at),
                b')' => brackets.round.extend(open.pop().map(|start| (start, at))),
                b'\n' => open.clear(),
                _ => {}
            }
        }
        brackets
    }
}

/// Divides `address "title"`, whatever the quotes.
fn divide(written: &str) -> (&str, Option<&str>) {
    let written = written.trim();
    let openings = [" \"", " '", " “", " „", " «"];
    match openings.iter().filter_map(|opening| written.find(opening)).min() {
        Some(at) => (written[..at].trim_end(), Some(written[at..].trim_start())),
        None => (written, None),
    }
}

/// Whether what stands in brackets after some words is an address, and no remark.
fn is_address(text: &str) -> bool {
    let beginnings = ["http://", "https://", "www.", "mailto:", "tel:", "#", "./", "../"];
    let path = text.split(['#', '?']).next().unwrap_or(text);
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let file = (2..=5).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let words = text.contains(char::is_whitespace) && !text.starts_with("http");
    !words && (beginnings.iter().any(|beginning| text.starts_with(beginning)) || file && path.is_ascii())
}

/// The link as it reads without the gap.
fn close(source: &str, whole: &Range<usize>, gap: &Range<usize>) -> String {
    format!("{}{}", &source[whole.start..gap.start], &source[gap.end..whole.end])
}

fn stays_text(image: bool, why: Message) -> Message {
    if image { say::this_stays_plain_text(why) } else { say::this_stays_plain_text_and_is_no_link(why) }
}
