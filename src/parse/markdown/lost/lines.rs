//! Lines that were to be a heading or the item of a list.

use super::{Block, Line, Plain, Report, Run};
use crate::diag::Code;
use crate::messages::say;

/// What word processors put before an item; the last are of their symbol fonts.
pub const BULLETS: &[char] =
    &['•', '·', '▪', '●', '◦', '‣', '■', '□', '○', '☐', '✓', '✔', '➢', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}'];

/// Dashes that begin what somebody says as often as an item.
pub const DASHES: &[char] = &['–', '—', '−'];

/// Signs one of which every mark of an item has: a full stop or bracket after a number, or the first byte of a bullet or dash.
pub const ITEMS: &[u8] = b").-*+\xE2\xC2\xEF";

/// `##Title`, where a heading has a space after its marks.
pub fn headings(plain: &Plain, run: &Run, report: &mut Report) {
    if run.block == Block::Heading {
        return;
    }
    let lines = plain.lines(run);
    for line in &lines {
        let marks = line.text.len() - line.text.trim_start_matches('#').len();
        let rest = &line.text[marks..];
        let title = rest.trim_start();
        let Some(first) = title.chars().next().filter(|_| marks > 0) else { continue };
        // One # may begin a number or a tag.
        if marks == 1 && rest.len() == title.len() && (!first.is_uppercase() || lines.len() > 1 || title.contains('#'))
        {
            continue;
        }
        if !(first.is_alphanumeric() || "«\"„“(*".contains(first)) || marks > 1 && rest.starts_with(' ') && marks < 7
        {
            continue;
        }
        let level = marks.clamp(2, 6);
        let (what, help) = if marks > 6 {
            (say::it_has_more_than_six_marks(), say::write_at_most_six())
        } else if rest.len() == title.len() {
            (say::there_is_no_space_after_its_marks(), say::write_instead(format!("{} {title}", "#".repeat(level))))
        } else {
            (say::space_after_its_marks_is_no_break(), say::write_ordinary_space_after("#".repeat(level)))
        };
        let mark = line.start..line.end() - title.len();
        let message = say::heading_stays_plain_text(what);
        report.add(
            Code::HeadingPlain,
            line.start..line.end(),
            message,
            help,
            Some((mark, format!("{} ", "#".repeat(level)))),
        );
    }
}

/// How a line begins that was to be an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A bullet, or a hyphen without a space: nothing else is meant.
    Sure,
    /// A dash, a letter or a number, which other lines may begin with too.
    Likely,
}

/// The mark of an item at the beginning of a line: how long it is with its space, what it is, and what Markdown has.
pub fn mark(line: &str) -> Option<(usize, Kind, String)> {
    let first = line.chars().next()?;
    let after = &line[first.len_utf8()..];
    let text = after.trim_start();
    let length = line.len() - text.len();
    let glued = text.len() == after.len();
    let begins = text.chars().next()?;
    let ordinary = after.starts_with(' ');
    if BULLETS.contains(&first) && (!glued || begins.is_alphanumeric()) {
        // A box may stand in a line to be ticked.
        let (kind, mark) = if "□☐".contains(first) { (Kind::Likely, "- [ ] ") } else { (Kind::Sure, "- ") };
        return Some((length, kind, mark.into()));
    }
    if first == '-' && (begins.is_alphabetic() || "«\"„“([".contains(begins)) || "*+".contains(first) && !glued {
        return (!ordinary).then(|| (length, Kind::Sure, "- ".into()));
    }
    if DASHES.contains(&first) && (!glued || begins.is_alphabetic()) {
        return Some((length, Kind::Likely, "- ".into()));
    }
    numbered(line)
}

fn numbered(line: &str) -> Option<(usize, Kind, String)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let label = match digits {
        0 => line.chars().next().filter(|c| c.is_alphabetic())?.len_utf8(),
        1..=3 => digits,
        _ => return None,
    };
    let sign = line[label..].chars().next().filter(|c| *c == ')' || *c == '.' && digits > 0)?;
    let after = &line[label + 1..];
    let text = after.trim_start();
    let begins = text.chars().next()?;
    let length = line.len() - text.len();
    if digits == 0 {
        // Letters number nothing in Markdown.
        return (text.len() < after.len()).then(|| (0, Kind::Likely, "- ".into()));
    }
    let wrong = text.len() == after.len() && begins.is_alphabetic() && (begins.is_uppercase() || sign == ')')
        || text.len() < after.len() && !after.starts_with(' ');
    let kind = if wrong { Kind::Sure } else { Kind::Likely };
    (text.len() < after.len() || wrong).then(|| (length, kind, format!("{}{sign} ", &line[..label])))
}

/// Lines that begin like the items of a list, and run on in one paragraph.
pub fn lists(plain: &Plain, run: &Run, report: &mut Report) {
    if run.block == Block::Heading {
        return;
    }
    let lines = plain.lines(run);
    let marks: Vec<_> = lines.iter().map(|line| mark(line.text)).collect();
    let Some(first) = marks.iter().position(Option::is_some) else { return };
    let found = marks.iter().flatten().count();
    let sure = marks.iter().flatten().any(|(_, kind, _)| *kind == Kind::Sure);
    // A single dash or number may begin any sentence; a second one makes a list.
    if !sure && found < 2 {
        return;
    }
    let last = marks.iter().rposition(Option::is_some).unwrap_or(first);
    let item = |line: &Line, mark: &Option<(usize, Kind, String)>| {
        let source = &plain.source[line.start..line.end()];
        match mark {
            Some((length, _, with)) => format!("{with}{}", &source[*length..]),
            None => format!("  {source}"),
        }
    };
    let prefix = plain.prefix(lines[first].start);
    let items: Vec<String> = (first..=last).map(|at| item(&lines[at], &marks[at])).collect();
    // A list whose first number is not 1 does not begin inside a paragraph.
    let gap = if first > 0 { format!("\n{prefix}") } else { String::new() };
    let with = format!("{gap}{}", items.join(&format!("\n{prefix}")));
    let message = if sure { say::item_of_list_stays_plain_text() } else { say::these_lines_run_on_in_one_paragraph() };
    let shown = items[0].chars().take(40).collect::<String>();
    let help = match marks[first].as_ref() {
        Some((_, Kind::Likely, _)) => {
            if first > 0 {
                say::put_empty_line_before_list_and_begin(shown)
            } else {
                say::begin_each_item_like_this_or_put(shown)
            }
        }
        _ if first > 0 => say::put_empty_line_before_list_and_begin_each(shown),
        _ => say::begin_each_item_like_this_with_space(shown),
    };
    let range = lines[first].start..lines[last].end();
    report.add(Code::ListPlain, lines[first].start..lines[first].end(), message, help, Some((range, with)));
}
