//! Marks of emphasis that stay in the text.

use std::ops::Range;

use super::{MASK, Plain, Report, Run};
use crate::diag::Code;
use crate::messages::say;

/// Marks that did not become emphasis in the final events: with spaces inside, or without their second.
pub fn literal(plain: &Plain, run: &Run, report: &mut Report) {
    let marks = marks(plain, run);
    let mut at = 0;
    while let Some(mark) = marks.get(at) {
        let partner = marks[at + 1..].iter().position(|other| other.kind == mark.kind);
        match partner.map(|distance| at + 1 + distance) {
            Some(second) => {
                pair(mark, &marks[second], report);
                at = second + 1;
            }
            None => {
                alone(mark, report);
                at += 1;
            }
        }
    }
}

/// A mark that stays literal.
struct Mark<'p> {
    range: Range<usize>,
    kind: &'p str,
    /// Whether white space or nothing stands before and after it.
    before: bool,
    after: bool,
}

fn marks<'p>(plain: &'p Plain, run: &Run) -> Vec<Mark<'p>> {
    let text = plain.text(run);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr3(b'*', b'_', b'~', &text.as_bytes()[at..]) {
        at += next;
        let rest = &text[at..];
        let length = rest.bytes().take_while(|byte| *byte == rest.as_bytes()[0]).count();
        if is_kind(&rest[..length]) {
            let range = run.range.start + at..run.range.start + at + length;
            let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let before = space(plain.source[run.range.start..range.start].chars().next_back());
            let after = space(plain.source[range.end..run.range.end].chars().next());
            found.push(Mark { range, kind: &rest[..length], before, after });
        }
        at += length;
    }
    found
}

/// Marks that mean nothing else in a text: not a line to write on, not a row of stars.
fn is_kind(mark: &str) -> bool {
    matches!(mark, "*" | "**" | "***" | "__" | "~~")
}

fn pair(first: &Mark, second: &Mark, report: &mut Report) {
    let kind = first.kind;
    let inner = first.range.end..second.range.start;
    let words = &report.source[inner.clone()];
    // One star may be a sign of multiplication or of a remark.
    if kind == "*" && (first.after || !second.before || words.contains('\n')) {
        return;
    }
    let text = words.trim();
    if text.is_empty() {
        return;
    }
    let whole = first.range.start..second.range.end;
    if !first.after && !second.before {
        let help = say::put_space_before_first_or_after_second(kind, &kind[..1]);
        let with = escaped(&report.source[whole.clone()], kind);
        let message = say::marks_stay_in_text_letters_stand(kind);
        report.add(Code::EmphasisPlain, whole.clone(), message, help, Some((whole, with)));
        return;
    }
    let close = format!("{kind}{text}{kind}");
    // What stood inside stands outside now, or the words would be glued to their neighbours.
    let before = report.source[..whole.start].chars().next_back().is_some_and(char::is_alphanumeric) && first.after;
    let after = report.source[whole.end..].chars().next().is_some_and(char::is_alphanumeric) && second.before;
    let with = format!("{}{close}{}", if before { " " } else { "" }, if after { " " } else { "" });
    let message = say::marks_stay_in_text_spaces_stand_between(kind);
    let shown = if text.chars().count() > 40 || text.contains(MASK) { format!("{kind}words{kind}") } else { close };
    report.add(Code::EmphasisPlain, whole.clone(), message, say::write_plainly(shown), Some((whole, with)));
}

fn alone(mark: &Mark, report: &mut Report) {
    let Mark { range, kind, before, after } = mark;
    // One star is a sign of its own, and so is what stands apart from words.
    if *kind == "*" || *before && *after {
        return;
    }
    let message = if *before || !*after {
        say::mark_stays_in_text_it_is_opened(kind)
    } else {
        say::mark_stays_in_text_it_is_closed(kind)
    };
    let sign = escaped(kind, kind);
    let help = say::write_on_other_side_of_words_too(kind, &sign);
    report.add(Code::EmphasisPlain, range.clone(), message, help, Some((range.clone(), sign)));
}

/// The marks as plain signs.
fn escaped(text: &str, kind: &str) -> String {
    let sign = &kind[..1];
    text.replace(sign, &format!("\\{sign}"))
}
