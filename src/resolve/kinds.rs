//! What readers know entries as.

use bagyt_search::engine::CONTENTS;

use super::{Entry, Kind};
use crate::lang::Lang;

/// Every kind of page that [`kind`] gives.
pub const KINDS: &[&str] = &["profession", "page", "form", "lesson", "test", "term", "data", CONTENTS];

/// What a page is, as the search tells it; `None` for the home page, which is not found.
pub fn kind(entry: &Entry, lang: Lang) -> Option<&'static str> {
    match entry.kind {
        Kind::Home => None,
        Kind::Contents(_) => Some(CONTENTS),
        Kind::Chapter | Kind::Page => {
            Some(entry.version(lang).map_or("page", |(page, _)| page.parsed.content.front.kind))
        }
        Kind::Profession => Some("profession"),
        Kind::Lesson => Some("lesson"),
        Kind::SelfTest => Some("test"),
        Kind::Term => Some("term"),
        Kind::Data => Some("data"),
    }
}
