//! Marks that lead nowhere, which CommonMark leaves as plain text without a word.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType};

use super::Writing;
use crate::diag::Code;

/// A reference that nothing defines: its range and its text.
pub type Broken = (Range<usize>, String, LinkType);

/// References of the form `[text][name]` that nothing defines.
pub fn report_links(broken: &[Broken], writing: &mut Writing) {
    for (range, reference, kind) in broken {
        if matches!(kind, LinkType::Reference | LinkType::Collapsed) {
            let place = (writing.place)(range.clone());
            let help = format!("Add a line `[{reference}]: address`.");
            writing.out.add(Code::LinkUndefined, place, format!("there is no link `[{reference}]`"), help);
        }
    }
}

/// A footnote mark without a footnote is plain text to the parser, in pieces; it is looked for in what they come from.
pub fn report_footnotes(markdown: &str, events: &[(Event, Range<usize>)], writing: &mut Writing) {
    let mut text: Option<Range<usize>> = None;
    for (event, range) in events {
        text = match (event, text) {
            (Event::Text(_), Some(before)) if before.end == range.start => Some(before.start..range.end),
            (Event::Text(_), before) => {
                before.into_iter().for_each(|run| footnotes_in(markdown, run, writing));
                Some(range.clone())
            }
            (_, before) => {
                before.into_iter().for_each(|run| footnotes_in(markdown, run, writing));
                None
            }
        };
    }
}

fn footnotes_in(markdown: &str, run: Range<usize>, writing: &mut Writing) {
    let text = &markdown[run.clone()];
    for (at, _) in text.match_indices("[^") {
        let Some(end) = text[at..].find(']') else { continue };
        let name = &text[at + 2..at + end];
        let escaped = markdown[..run.start + at].ends_with('\\');
        if name.is_empty() || name.contains(char::is_whitespace) || escaped {
            continue;
        }
        let place = (writing.place)(run.start + at..run.start + at + end + 1);
        let help = format!("Add a line `[^{name}]: …`.");
        writing.out.add(Code::FootnoteUndefined, place, format!("there is no footnote `{name}`"), help);
    }
}
