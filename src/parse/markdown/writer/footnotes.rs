//! Footnotes: their marks in the text, and the list at its end with the ways back.

use pulldown_cmark::CowStr;

use super::Writer;
use crate::parse::Text;

/// A footnote: its number, how often the text refers to it, and its text.
#[derive(Default)]
pub(super) struct Footnote {
    pub(super) number: usize,
    pub(super) references: usize,
    pub(super) text: Option<Text>,
}

impl<'e> Writer<'_, '_, 'e> {
    pub(super) fn footnote_reference(&mut self, name: &CowStr<'e>) {
        let note = self.footnotes.entry(name.clone()).or_default();
        if note.number == 0 {
            self.footnote_order.push(name.clone());
            note.number = self.footnote_order.len();
        }
        note.references += 1;
        let (number, id) = (note.number, reference_id(note.number, note.references));
        self.push(&format!("<sup class=\"fn\"><a href=\"#fn-{number}\" id=\"{id}\">{number}</a></sup>"));
        self.typography.passed('1');
    }

    pub(super) fn end_footnote(&mut self) {
        let text = self.stack.pop().unwrap_or_default();
        if let Some(name) = self.open_footnote.take() {
            self.footnotes.entry(name).or_default().text.get_or_insert(text);
        }
    }

    /// The footnotes in the order in which the text refers to them; those it never refers to come last.
    pub(super) fn write_footnotes(&mut self) {
        let mut notes: Vec<Footnote> = std::mem::take(&mut self.footnotes).into_values().collect();
        let referred = notes.iter().filter(|note| note.number > 0).count();
        notes.sort_by_key(|note| if note.number == 0 { usize::MAX } else { note.number });
        notes.retain(|note| note.text.is_some());
        if notes.is_empty() {
            return;
        }
        let label = self.writing.phrases.footnotes.clone();
        // A group and no region: a whole publication on one page has many, which would all be landmarks of one name.
        self.push("<div class=\"footnotes\" role=\"group\" aria-label=\"");
        self.push_escaped(&label);
        self.push("\"><ol>");
        for (index, note) in notes.iter().enumerate() {
            let number = if note.number > 0 { note.number } else { referred.max(index) + 1 };
            self.push(&format!("<li id=\"fn-{number}\">"));
            let mut text = note.text.clone().unwrap_or_default();
            let closing = if text.html.trim_end().ends_with("</p>") { "</p>" } else { "" };
            text.html.truncate(text.html.trim_end().trim_end_matches("</p>").len());
            self.text().append(&text);
            self.back_links(number, note.references);
            self.push(closing);
            self.push("</li>");
        }
        self.push("</ol></div>");
    }

    fn back_links(&mut self, number: usize, references: usize) {
        let label = self.writing.phrases.footnote_back.replace("{n}", &number.to_string());
        for reference in 1..=references {
            let id = reference_id(number, reference);
            self.push(&format!(" <a class=\"fn-back\" href=\"#{id}\" aria-label=\""));
            self.push_escaped(&label);
            self.push("\">↩</a>");
        }
    }
}

/// Id of the `reference`-th mark of a footnote.
fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}
