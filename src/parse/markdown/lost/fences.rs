//! Code and remarks that are opened and never closed.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::{Events, Report};
use crate::diag::Code;
use crate::messages::say;

/// Fences without their second.
pub fn unclosed(events: Events, report: &mut Report) {
    for (event, range) in events {
        if !matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)))) {
            continue;
        }
        let source = report.source[range.clone()].trim_end();
        let mark = source.chars().next().unwrap_or('`');
        let fence = &source[..source.len() - source.trim_start_matches(mark).len()];
        let first = source.lines().next().unwrap_or(source);
        let last = source.lines().skip(1).last().unwrap_or("").trim_matches(|c: char| c == '>' || c.is_whitespace());
        if last.starts_with(fence) && last.chars().all(|c| c == mark) {
            continue;
        }
        let start = report.source[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let prefix: String =
            report.source[start..range.start].chars().map(|c| if c == '>' { c } else { ' ' }).collect();
        let end = range.start + source.len();
        let help = say::add_line_after_code(fence);
        let message = say::code_is_opened_by_and_never_closed(fence);
        let with = Some((end..end, format!("\n{prefix}{fence}")));
        report.add(Code::CodeUnclosed, range.start..range.start + first.len(), message, help, with);
    }
}

/// Remarks `<!--` without their end, which the rest of the page is part of.
pub fn open_remarks(events: Events, report: &mut Report) {
    for (event, range) in events {
        if !matches!(event, Event::Start(Tag::HtmlBlock)) {
            continue;
        }
        let source = &report.source[range.clone()];
        let Some(open) = source.rfind("<!--") else { continue };
        if source[open..].contains("-->") {
            continue;
        }
        let start = range.start + open;
        let line = source[open..].lines().next().unwrap_or_default();
        let end = start + line.trim_end().len();
        let message = say::remark_is_opened_by_and_never_closed();
        let help = say::add_at_end_of_remark();
        report.add(Code::HtmlRemarkOpen, start..end, message, help, Some((end..end, " -->".into())));
    }
}
