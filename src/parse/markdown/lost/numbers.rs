//! Characters by their numbers, `&#11;`, that no page may hold.

use pulldown_cmark::{Event, Tag};

use super::{Events, Report};
use crate::diag::Code;
use crate::source;

/// Tells of each; code shows them as they are written.
pub fn forbidden(events: Events, report: &mut Report) {
    if !report.source.contains("&#") {
        return;
    }
    let source = report.source;
    let mut code = events.iter().filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))));
    let mut shown = code.next();
    for (at, _) in source.match_indices("&#") {
        while shown.is_some_and(|(_, range)| range.end <= at) {
            shown = code.next();
        }
        let escaped = source[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
        if escaped || shown.is_some_and(|(_, range)| range.contains(&at)) {
            continue;
        }
        let Some((c, length)) = character(&source[at..]) else { continue };
        if let Some((message, help)) = source::forbidden(c) {
            report.add(Code::SourceForbiddenCharacter, at..at + length, message, help, None);
        }
    }
}

/// The character that a reference stands for, and how long the reference is.
fn character(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix("&#")?;
    let (radix, digits, before) = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => (16, digits, 3),
        None => (10, digits, 2),
    };
    let length = digits.chars().take(8).take_while(|c| c.is_digit(radix)).count();
    let c = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?)?;
    digits[length..].starts_with(';').then_some((c, before + length + 1))
}
