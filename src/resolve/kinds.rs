//! What readers know entries as.

use bagyt_search::engine::CONTENTS;

use super::{Entry, Kind};
use crate::lang::Lang;
use crate::parse::Record;

/// Every kind of page that [`kind`] gives.
pub const KINDS: &[&str] =
    &["profession", "page", "form", "lesson", "test", "questionnaire", "task", "diary", "term", "data", CONTENTS];

/// What the entry of a record is; `None` for one without a page of its own.
pub fn kind_of_record(record: &Record) -> Option<Kind> {
    match record {
        Record::Profession(_) => Some(Kind::Profession),
        Record::Term(_) => Some(Kind::Term),
        Record::Lesson(_) => Some(Kind::Lesson),
        Record::SelfTest(_) => Some(Kind::SelfTest),
        Record::Story(_) => Some(Kind::Story),
        Record::Questionnaire(_) => Some(Kind::Questionnaire),
        Record::Builder(_) => Some(Kind::Builder),
        Record::Task(_) => Some(Kind::Task),
        Record::Diary(_) => Some(Kind::Diary),
        Record::Data(_) => Some(Kind::Data),
        Record::Terms(..)
        | Record::Sources(_)
        | Record::Institutions(_)
        | Record::Home(_)
        | Record::Synonyms(_)
        | Record::Unfinished => None,
    }
}

/// What a page is, as the search tells it; `None` for the home page, which is not found.
pub fn kind(entry: &Entry, lang: Lang) -> Option<&'static str> {
    match entry.kind {
        Kind::Home => None,
        Kind::Contents(_) => Some(CONTENTS),
        Kind::Chapter | Kind::Page => {
            Some(entry.version(lang).map_or("page", |(page, _)| page.parsed.content.front.kind))
        }
        // To readers it is a page like others.
        Kind::Story => Some("page"),
        Kind::Profession => Some("profession"),
        Kind::Lesson => Some("lesson"),
        Kind::SelfTest => Some("test"),
        Kind::Questionnaire => Some("questionnaire"),
        // It is there to be filled in, on the screen or by hand.
        Kind::Builder => Some("form"),
        Kind::Task => Some("task"),
        Kind::Diary => Some("diary"),
        Kind::Term => Some("term"),
        Kind::Data => Some("data"),
    }
}
