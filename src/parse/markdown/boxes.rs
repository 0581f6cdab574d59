//! Boxes: block quotes that begin with a marker, `> [!EXCURSION] How Dortmund does it`.
//!
//! pulldown-cmark knows the markers of GitHub when nothing else stands on their line. Ours are those and
//! `[!EXCURSION]`, each with a title of its own if it has one.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Phrases;
use super::reading::matching;
use crate::text::Alert;

/// The markers that are known.
pub const MARKERS: [&str; 6] = ["TIP", "NOTE", "IMPORTANT", "WARNING", "CAUTION", "EXCURSION"];

/// A box, as it was written.
pub struct Box<'a, 'e> {
    pub alert: Alert,
    /// What boxes of its kind are called.
    pub kind: &'a str,
    /// The events of its own title; empty if it has none.
    pub title: Vec<(Event<'e>, Range<usize>)>,
    /// The events of its text. Those of its first paragraph have an end and no start if it begins on the line after the
    /// marker's.
    pub text: &'a [(Event<'e>, Range<usize>)],
    pub continues: bool,
    /// How many events the block quote has, its start and end counted.
    pub length: usize,
}

/// The box at `at`, if the block quote there begins with a marker.
pub fn find<'a, 'e>(events: &'a [(Event<'e>, Range<usize>)], at: usize, phrases: &'a Phrases) -> Option<Box<'a, 'e>> {
    let length = matching(events, at);
    let inner = events.get(at + 1..(at + length).checked_sub(1)?)?;
    if !matches!(inner.first(), Some((Event::Start(Tag::Paragraph), _))) {
        return None;
    }
    let paragraph = matching(inner, 0);
    let line = inner.get(1..paragraph - 1)?;
    let end = line_end(line);
    let mut title = line[..end.unwrap_or(line.len())].to_vec();
    let Some((Event::Text(first), _)) = title.first_mut() else { return None };
    let (marker, rest) = first.strip_prefix("[!")?.split_once(']')?;
    let (alert, kind) = match marker.to_ascii_uppercase().as_str() {
        "TIP" => (Alert::Tip, &phrases.tip),
        "NOTE" => (Alert::Note, &phrases.note),
        "IMPORTANT" => (Alert::Important, &phrases.important),
        "WARNING" | "CAUTION" => (Alert::Caution, &phrases.caution),
        "EXCURSION" => (Alert::Excursion, &phrases.excursion),
        _ => return None,
    };
    let rest = rest.trim_start().to_string();
    if rest.is_empty() {
        title.remove(0);
    } else {
        *first = rest.into();
    }
    let text = match end {
        Some(end) => &inner[end + 2..],
        None => &inner[paragraph..],
    };
    Some(Box { alert, kind, title, text, continues: end.is_some(), length })
}

/// Where the first line of a paragraph ends; emphasis and links are not cut in two.
fn line_end(events: &[(Event, Range<usize>)]) -> Option<usize> {
    let mut depth = 0;
    events.iter().position(|(event, _)| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(event, Event::SoftBreak | Event::HardBreak)
    })
}
