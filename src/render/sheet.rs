//! Sheets of paper that the program writes: Markdown put together of texts, and made a text like any other.

use std::fmt::Write;
use std::ops::Range;

use crate::diag::{Diagnostics, Place};
use crate::lang::Lang;
use crate::parse::markdown::{self, Writing};
use crate::parse::{Phrases, Text};
use crate::plan::Inputs;
use crate::yaml::Origin;

/// Markdown that the program has put together, as a text.
pub fn written(site: &Inputs, origin: &Origin, lang: Lang, markdown: &str) -> Text {
    let strings = site.strings(lang);
    let phrases = Phrases {
        anchor: strings.text("anchor.label").to_string(),
        table: strings.text("table.label").to_string(),
        ..Phrases::default()
    };
    let place = |_: Range<usize>| Place::file(&origin.file);
    let mut out = Diagnostics::new();
    let mut writing =
        Writing { phrases: &phrases, raw_html: false, place: &place, links: &mut Vec::new(), out: &mut out };
    markdown::blocks(markdown, &mut writing)
}

/// A text as it stands in a cell of a table of Markdown: nothing in it is a mark.
pub fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_{}[]<>|#~".contains(c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// Markdown in the making. Writing to a String cannot fail.
#[derive(Default)]
pub struct Sheet(pub String);

impl Sheet {
    pub fn part(&mut self, text: &str) {
        let _ = write!(self.0, "{text}\n\n");
    }

    pub fn heading(&mut self, id: &str, text: &str) {
        let _ = write!(self.0, "## {} {{#{id}}}\n\n", cell(text));
    }

    pub fn row(&mut self, cells: &[&str]) {
        let _ = writeln!(self.0, "| {} |", cells.join(" | "));
    }

    pub fn table(&mut self, heads: &[&str]) {
        self.row(heads);
        self.row(&vec!["---"; heads.len()]);
    }

    pub fn end(&mut self) {
        self.0.push('\n');
    }
}
