//! Markdown → HTML with holes for the links.
//!
//! In: Markdown, the words of the language, and how to turn a range of it into a place. Out: [`Text`] and [`Body`]
//! values, links, diagnostics. Never: a page around them, or a URL inside the site.

mod code;
mod html;
mod ids;
mod lost;
mod typography;
mod writer;

use std::ops::Range;

use super::Link;
use crate::diag::{Diagnostics, Place};

pub use typography::typeset;

/// HTML with holes: at each the number of a link of the file, whose attributes belong there.
#[derive(Debug, Clone, Default, PartialEq, Hash)]
pub struct Text {
    pub html: String,
    /// Byte position in `html` and number of the link, in rising order of position.
    pub holes: Vec<(u32, u32)>,
}

impl Text {
    /// Adds another text at the end.
    pub fn append(&mut self, other: &Text) {
        let shift = self.html.len() as u32;
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.iter().map(|(at, link)| (at + shift, *link)));
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// The text with the attributes that `attributes` writes for each link.
    pub fn fill(&self, mut attributes: impl FnMut(u32, &mut String)) -> String {
        let mut filled = String::with_capacity(self.html.len() + 48 * self.holes.len());
        let mut done = 0;
        for (at, link) in &self.holes {
            filled.push_str(&self.html[done..*at as usize]);
            done = *at as usize;
            attributes(*link, &mut filled);
        }
        filled.push_str(&self.html[done..]);
        filled
    }
}

/// The text of a page.
#[derive(Debug, Clone, Default, Hash)]
pub struct Body {
    pub text: Text,
    pub headings: Vec<Heading>,
}

/// A heading with its address on the page.
#[derive(Debug, Clone, PartialEq, Hash)]
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
    pub task_done: String,
    pub task_open: String,
    pub footnotes: String,
    /// With `{n}`.
    pub footnote_back: String,
    /// With `{title}`.
    pub anchor: String,
    /// With `{n}`.
    pub table: String,
    pub code: String,
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

/// A page's text: headings get ids, footnotes are gathered at the end.
pub fn page(markdown: &str, writing: &mut Writing) -> Body {
    writer::write(markdown, writing, false)
}

/// A text of a record: several blocks keep their paragraphs, a single paragraph is written without its `<p>`.
pub fn inline(markdown: &str, writing: &mut Writing) -> Text {
    writer::write(markdown, writing, true).text
}

/// A text of a record that is always written as blocks.
pub fn blocks(markdown: &str, writing: &mut Writing) -> Text {
    writer::write(markdown, writing, false).text
}
