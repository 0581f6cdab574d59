//! Captions: of a picture in its title, of a table in the paragraph before it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::reading::matching;

/// How the paragraph begins that is the caption of the table after it, as in Pandoc.
const TABLE: &str = "Table:";

/// Divides `Caption {#id}`.
pub fn divide(caption: &str) -> (&str, Option<&str>) {
    let caption = caption.trim();
    let found = caption.strip_suffix('}').and_then(|rest| rest.rsplit_once("{#"));
    match found {
        Some((text, id)) if !id.is_empty() && !id.contains(char::is_whitespace) => (text.trim_end(), Some(id)),
        _ => (caption, None),
    }
}

/// The caption of a table.
pub struct Caption<'e> {
    /// Its inline events, without «Table:» and the id.
    pub events: Vec<(Event<'e>, Range<usize>)>,
    pub id: Option<String>,
    /// How many events the paragraph has, its start and end counted; the table follows.
    pub length: usize,
}

/// The caption that begins at the paragraph `at`, if that is one.
pub fn of_table<'e>(events: &[(Event<'e>, Range<usize>)], at: usize) -> Option<Caption<'e>> {
    let (Event::Text(first), _) = events.get(at + 1)? else { return None };
    first.strip_prefix(TABLE)?;
    let length = matching(events, at);
    if !matches!(events.get(at + length), Some((Event::Start(Tag::Table(_)), _))) {
        return None;
    }
    let mut inner = events[at + 1..at + length - 1].to_vec();
    if let Some((Event::Text(text), _)) = inner.first_mut() {
        *text = text[TABLE.len()..].trim_start().to_string().into();
    }
    let mut id = None;
    if let Some((Event::Text(text), _)) = inner.last_mut() {
        let (rest, found) = divide(text);
        if let Some(found) = found {
            id = Some(found.to_string());
            *text = rest.to_string().into();
        }
    }
    Some(Caption { events: inner, id, length })
}
