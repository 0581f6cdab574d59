//! What a text is built of, to be compared with its translation.

use pulldown_cmark::{Event, Tag};

use super::super::{Part, PartKind, Writing, captions};
use super::Events;
use crate::diag::At;

/// The headings, tables and pictures of a page. A text inside YAML has none that could be compared.
pub fn of(events: Events, writing: &Writing) -> Vec<Part> {
    let mut parts = Vec::new();
    for (event, range) in events {
        let (kind, id) = match event {
            Event::Start(Tag::Heading { level, id, .. }) => (PartKind::Heading(*level as u8), id.as_deref()),
            Event::Start(Tag::Table(_)) => (PartKind::Table, None),
            Event::Start(Tag::Image { dest_url, .. }) if dest_url.ends_with(".yaml") || dest_url.ends_with(".yml") => {
                (PartKind::Data, None)
            }
            Event::Start(Tag::Image { title, .. }) => (PartKind::Picture, captions::divide(title).1),
            _ => continue,
        };
        let At::Offset { offset, length } = (writing.place)(range.clone()).at else { return Vec::new() };
        parts.push(Part { kind, id: id.map(str::to_string), offset: offset as u32, length: length as u32 });
    }
    parts
}
