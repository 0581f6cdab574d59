//! Tables: rows that are cut, and tables that stay plain text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Block, Events, Line, Plain, Report, Run};
use crate::diag::Code;
use crate::messages::say;

/// Rows with more cells than the head, whose last cells are dropped; and bars that divide code or a link.
pub fn cut_rows(plain: &Plain, events: Events, report: &mut Report) {
    let mut columns = 0;
    for (event, range) in events {
        match event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableRow | Tag::TableHead) => row(plain, range, columns, report),
            Event::End(TagEnd::Table) => columns = 0,
            _ => {}
        }
    }
}

fn row(plain: &Plain, range: &Range<usize>, columns: usize, report: &mut Report) {
    let source = plain.source[range.clone()].trim_end();
    let cells = cells(source);
    let inside = bars_inside(source, &plain.mask[range.start..range.start + source.len()]);
    let surplus = cells.len().saturating_sub(columns);
    if surplus == 0 && inside.is_empty() {
        return;
    }
    let escaped = |bars: &[usize]| {
        let (mut row, mut done) = (String::with_capacity(source.len() + bars.len()), 0);
        for bar in bars {
            row.push_str(&source[done..*bar]);
            row.push('\\');
            done = *bar;
        }
        row.push_str(&source[done..]);
        Some((range.start..range.start + source.len(), row))
    };
    if surplus == 0 {
        let at = range.start + inside[0];
        let message = say::bar_divides_what_stands_in_code();
        report.add(Code::TableCutRow, at..at + 1, message, say::write_for_bar_inside_cell(), escaped(&inside));
        return;
    }
    let first = &cells[columns];
    let message = if surplus == 1 {
        say::last_cell_of_row_is_not_shown(cells.len(), columns)
    } else {
        say::last_cells_of_row_are_not_shown(cells.len(), columns, surplus)
    };
    let help = say::write_for_bar_inside_cell_or_give();
    let bars: Vec<usize> = if inside.len() >= surplus {
        inside
    } else {
        cells[columns..].iter().map(|cell| source[..cell.start].rfind('|').unwrap_or(0)).collect()
    };
    report.add(Code::TableCutRow, range.start + first.start..range.start + source.len(), message, help, escaped(&bars));
}

/// The cells of a row, as the parser divides it: at every bar that has no backslash before it, whatever it stands in.
fn cells(row: &str) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = 0;
    for bar in bars(row) {
        if bar > 0 || start > 0 {
            cells.push(start..bar);
        }
        start = bar + 1;
    }
    if !row[start..].trim().is_empty() {
        cells.push(start..row.len());
    }
    let words = |cell: Range<usize>| {
        let text = &row[cell.clone()];
        cell.start + (text.len() - text.trim_start().len())..cell.end
    };
    cells.into_iter().map(words).collect()
}

/// The bars of a row that divide it.
fn bars(row: &str) -> Vec<usize> {
    let mut escaped = false;
    let mut found = Vec::new();
    for (at, byte) in row.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'|' => found.push(at),
            _ => {}
        }
    }
    found
}

/// The bars that stand between two backticks, or in the words of a link, which stay plain text for that.
fn bars_inside(row: &str, mask: &str) -> Vec<usize> {
    let bars = bars(row);
    let within = |from: usize, to: usize| {
        let before = |at: usize| bars.partition_point(|bar| *bar < at);
        &bars[before(from)..before(to)]
    };
    let mut found = Vec::new();
    let mut open = None;
    for (at, _) in mask.match_indices('`') {
        match open.take() {
            Some(from) => found.extend_from_slice(within(from, at)),
            None => open = Some(at),
        }
    }
    let (mut done, mut last) = (0, None);
    for (at, _) in mask.match_indices("](") {
        // The last bracket that opens before it: what was looked through before need not be again.
        last = row[done..at].rfind('[').map(|from| done + from).or(last);
        let from = last.filter(|from| mask.as_bytes()[*from] == b'[');
        // Where another link has ended since, its bars have been found.
        found.extend_from_slice(from.map_or(&[], |from| within(from.max(done), at)));
        done = at;
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Lines that were to be a table.
pub fn plain(plain: &Plain, run: &Run, report: &mut Report) {
    let lines = plain.lines(run);
    if lines.len() > 1 && !without_rule(plain, &lines, report) {
        pasted(plain, run, &lines, report);
    }
}

fn without_rule(plain: &Plain, lines: &[Line], report: &mut Report) -> bool {
    let Some(first) = lines.iter().position(|line| is_row(line.text)) else { return false };
    let Some(next) = lines.get(first + 1) else { return false };
    let source = |line: &Line| plain.source[line.start..line.end()].trim_end().to_string();
    let head = cells(&source(&lines[first])).len();
    let rule = format!("|{}", "---|".repeat(head));
    let range = lines[first].start..lines[first].end();
    if is_rule(next.text) {
        let columns = cells(&source(next)).len();
        if columns == head && first > 0 {
            let at = lines[first].start;
            let with = format!("\n{}", plain.prefix(at));
            let help = say::put_empty_line_before();
            report.add(
                Code::TablePlain,
                range,
                say::table_stays_plain_text_it_follows_line(),
                help,
                Some((at..at, with)),
            );
        } else {
            let message = say::table_stays_plain_text_its_head(head, columns);
            let with = Some((next.start..next.end(), rule.clone()));
            report.add(Code::TablePlain, next.start..next.end(), message, say::write_under_head(rule), with);
        }
        return true;
    }
    if !is_row(next.text) || cells(&source(next)).len() != head {
        return false;
    }
    let end = lines[first].end();
    let with = format!("\n{}{rule}", plain.prefix(lines[first].start));
    let message = say::table_stays_plain_text_line_of_dashes();
    report.add(Code::TablePlain, range, message, say::write_under_first_line(rule), Some((end..end, with)));
    true
}

/// A line with a bar at both ends, or with bars between words.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.starts_with('|') && line.ends_with('|') || line.contains(" | ")
}

/// A line of bars, dashes and colons, of whatever length the dashes are.
fn is_rule(line: &str) -> bool {
    line.contains(['-', '–', '—']) && line.chars().all(|c| "|-–—: \t".contains(c))
}

/// Cells out of a spreadsheet, divided by tabs.
fn pasted(plain: &Plain, run: &Run, lines: &[Line], report: &mut Report) {
    let tabs = |line: &Line| line.text.trim().matches('\t').count();
    let columns = tabs(&lines[0]);
    let bullet = |line: &Line| super::lines::mark(line.text).is_some();
    if columns == 0 || run.block == Block::Heading || !lines.iter().all(|line| tabs(line) == columns && !bullet(line)) {
        return;
    }
    let row = |line: &Line| {
        let text = plain.source[line.start..line.end()].trim().replace('|', "\\|");
        format!("| {} |", text.split('\t').map(str::trim).collect::<Vec<_>>().join(" | "))
    };
    let prefix = plain.prefix(lines[0].start);
    let mut rows: Vec<String> = lines.iter().map(row).collect();
    let head = rows[0].clone();
    rows.insert(1, format!("|{}", "---|".repeat(columns + 1)));
    let range = lines[0].start..lines[lines.len() - 1].end();
    let message = say::cells_divided_by_tabs_stay_plain_text();
    let help = say::write_lines_as_table_under_it_then(head, &rows[1]);
    let with = rows.join(&format!("\n{prefix}"));
    report.add(Code::TablePlain, lines[0].start..lines[0].end(), message, help, Some((range, with)));
}
