//! Markdown → texts as lists of events.
//!
//! In: Markdown, the words of the language, and how to turn a range of it into a place. Out: [`Text`] and [`Body`]
//! values, links, diagnostics. Never: HTML, or a URL inside the site.

mod boxes;
mod captions;
mod code;
mod html;
mod ids;
mod lost;
mod nesting;
mod reading;
#[cfg(test)]
mod tests;
mod typography;
mod writer;

use std::ops::Range;

use pulldown_cmark::{Event, Tag};
use serde::{Deserialize, Serialize};

use super::Link;
use crate::diag::{Diagnostics, Place};
use crate::lang::Quotes;
use crate::text::Text;

pub use typography::typeset;

/// A figure or table of a text that has a number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Numbered {
    pub kind: NumberedKind,
    /// Its address on the page.
    pub id: String,
    /// Its caption as plain text; empty if the data has its own.
    pub title: String,
}

/// What a [`Numbered`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NumberedKind {
    Figure,
    Table,
    /// What the record is that this link leads to.
    Data(u32),
}

/// The text of a page.
#[derive(Debug, Clone, Default, Hash, Serialize, Deserialize)]
pub struct Body {
    pub text: Text,
    pub headings: Vec<Heading>,
    /// Figures and tables in the order in which they stand.
    pub numbered: Vec<Numbered>,
    /// What the text is built of, to be compared with its translation.
    pub outline: Vec<Part>,
}

/// A heading, table or picture of a text, and where it stands.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Part {
    pub kind: PartKind,
    /// The id that its author gave it.
    pub id: Option<String>,
    /// Bytes of the file before it, and its own.
    pub offset: u32,
    pub length: u32,
}

/// What a [`Part`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartKind {
    /// With its level, 1 to 6.
    Heading(u8),
    Table,
    Picture,
    /// A record that is shown as a figure or table.
    Data,
}

impl Body {
    /// Every id that a link may lead to.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        let numbered = self.numbered.iter().map(|numbered| numbered.id.as_str());
        self.headings.iter().map(|heading| heading.id.as_str()).chain(numbered)
    }
}

/// A heading with its address on the page.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    pub id: String,
    /// Plain text.
    pub title: String,
}

/// The words of the interface that stand in the text of a page.
#[derive(Debug, Clone, Default, PartialEq, Hash)]
pub struct Phrases {
    pub tip: String,
    pub note: String,
    pub important: String,
    pub caution: String,
    pub excursion: String,
    pub task_done: String,
    pub task_open: String,
    pub footnotes: String,
    /// With `{n}`.
    pub footnote_back: String,
    /// With `{title}`.
    pub anchor: String,
    /// With `{title}`.
    pub table: String,
    /// With `{n}`.
    pub columns: String,
    pub code: String,
    /// How the word for a chapter begins in every case.
    pub chapter: String,
    pub quotes: Quotes,
}

/// What writing needs beside the Markdown itself.
pub struct Writing<'a> {
    pub phrases: &'a Phrases,
    /// Whether raw HTML is let through (cleaned) or shown as text.
    pub raw_html: bool,
    /// The place of a range of bytes of the Markdown.
    pub place: &'a dyn Fn(Range<usize>) -> Place,
    pub links: &'a mut Vec<Link>,
    pub out: &'a mut Diagnostics,
}

/// A page's text: headings get ids, footnotes are gathered at the end. `None` after an error that leaves nothing of it.
pub fn page(markdown: &str, writing: &mut Writing) -> Option<Body> {
    writer::write(markdown, writing, false)
}

/// The bytes of the Markdown that are blocks of code.
pub fn code_blocks(markdown: &str) -> Vec<Range<usize>> {
    let source = reading::Source::new(markdown);
    let events = source.read().map_or_else(|_| Vec::new(), |(events, _)| events);
    let is_code = |event: &Event| matches!(event, Event::Start(Tag::CodeBlock(_)));
    events.into_iter().filter(|(event, _)| is_code(event)).map(|(_, range)| range).collect()
}

/// A text of a record: several blocks keep their paragraphs, a single paragraph is written without its `<p>`.
pub fn inline(markdown: &str, writing: &mut Writing) -> Text {
    writer::write(markdown, writing, true).unwrap_or_default().text
}

/// The words of a Markdown text without its marks.
pub fn plain(markdown: &str, quotes: Quotes) -> String {
    typeset(reading::words(markdown).trim(), quotes)
}

/// A text of a record that is always written as blocks.
pub fn blocks(markdown: &str, writing: &mut Writing) -> Text {
    writer::write(markdown, writing, false).unwrap_or_default().text
}
