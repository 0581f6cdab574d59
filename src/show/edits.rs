//! What a cure changes in a text.

use crate::diag::{At, Fix, Lines};
use crate::yaml;

/// One change of a text: bytes of its normal form, and what belongs there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub start: usize,
    pub end: usize,
    pub with: String,
}

/// Marks that stand for a dash where a list is meant.
const DASHES: &[char] = &['-', '–', '—', '−', '•', '·', '▪', '*'];

/// The changes of `text` that a fix consists of; `start` and `length` are what the diagnostic is about. Nothing if the
/// text is not as the fix expects it.
pub fn of(fix: &Fix, text: &str, lines: &Lines, start: usize, length: usize) -> Vec<Edit> {
    let one = |start: usize, length: usize, with: &str| vec![Edit { start, end: start + length, with: with.into() }];
    match fix {
        Fix::Write { at: At::Offset { offset, length }, with } => one(*offset, *length, with),
        Fix::Write { at: At::Point { line, column, length }, with } => {
            let from = lines.offset_of(text, *line, *column);
            one(from, lines.offset_of(text, *line, column + length) - from, with)
        }
        Fix::Write { .. } | Fix::Rename { .. } => Vec::new(),
        Fix::Value { what, with } => {
            let rest = &text[start..];
            let forms = [what.clone(), format!("\"{what}\""), format!("'{what}'")];
            forms
                .iter()
                .find(|form| rest.starts_with(form.as_str()))
                .map_or_else(Vec::new, |f| one(start, f.len(), with))
        }
        Fix::Within { what, with } => {
            let end = if length == 0 { text.len() } else { (start + length).min(text.len()) };
            let range = text.get(start..end).unwrap_or_default();
            let found = if length == 0 { range.find(what.as_str()) } else { range.rfind(what.as_str()) };
            found.map_or_else(Vec::new, |at| one(start + at, what.len(), with))
        }
        Fix::Join { before, after } => {
            let head = text[..start].trim_end().trim_end_matches(',').trim_end();
            let forms = [before.clone(), format!("\"{before}\""), format!("'{before}'")];
            let Some(form) = forms.iter().find(|form| head.ends_with(form.as_str())) else { return Vec::new() };
            let from = head.len() - form.len();
            let end = start + if text[start..].starts_with(after.as_str()) { after.len() } else { return Vec::new() };
            one(from, end - from, &yaml::quoted(&format!("{before}, {after}")))
        }
        Fix::Items => items(text, start),
    }
}

/// From `start` on, the dashes of lines that begin with one.
fn items(text: &str, start: usize) -> Vec<Edit> {
    let mut found = Vec::new();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        if !content.starts_with(DASHES) {
            break;
        }
        let rest = content.trim_start_matches(DASHES).trim_start();
        found.push(Edit { start: at + indent, end: at + indent + (content.len() - rest.len()), with: "- ".into() });
        at += line.len();
    }
    // A list cannot begin on the line of its key.
    let line = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let key = text[line..start].trim();
    if let Some(first) = found.first_mut().filter(|_| key.ends_with(':')) {
        let gap = text[..start].len() - text[..start].trim_end_matches(' ').len();
        let indent = text[line..].len() - text[line..].trim_start_matches(' ').len();
        first.start -= gap;
        first.with = format!("\n{}- ", " ".repeat(indent + 2));
    }
    found
}

/// The first line and column of an edit, and those after its end, from 1.
pub fn span(edit: &Edit, text: &str, lines: &Lines) -> [usize; 4] {
    let (line, column, _) = lines.position(text, edit.start, 0);
    let (end_line, end_column, _) = lines.position(text, edit.end, 0);
    [line, column, end_line, end_column]
}
