//! Footnotes: their marks in the text, and the list at its end with the ways back.

use pulldown_cmark::CowStr;
use unicase::UniCase;

use super::Writer;
use crate::parse::Text;

/// A footnote: its number, how often the text refers to it, and its text.
#[derive(Default)]
pub(super) struct Footnote {
    pub(super) number: usize,
    pub(super) references: usize,
    /// How many were defined before it.
    pub(super) defined: usize,
    pub(super) text: Option<Text>,
}

impl<'e> Writer<'_, '_, 'e> {
    pub(super) fn footnote_reference(&mut self, name: &CowStr<'e>) {
        // Capital letters make no difference, as the parser has it too.
        let note = self.footnotes.entry(UniCase::new(name.clone())).or_default();
        if note.number == 0 {
            self.footnotes_referred += 1;
            note.number = self.footnotes_referred;
        }
        note.references += 1;
        let (number, id) = (note.number, reference_id(note.number, note.references));
        self.push(&format!("<sup class=\"fn\"><a href=\"#fn-{number}\" id=\"{id}\">{number}</a></sup>"));
        self.typography.passed('1');
    }

    pub(super) fn end_footnote(&mut self) {
        let text = self.stack.pop().unwrap_or_default();
        if let Some(name) = self.open_footnote.take() {
            self.footnotes_defined += 1;
            let note = self.footnotes.entry(UniCase::new(name)).or_default();
            if note.text.is_none() {
                (note.text, note.defined) = (Some(text), self.footnotes_defined);
            }
        }
    }

    /// The footnotes in the order in which the text refers to them; those it never refers to come last.
    pub(super) fn write_footnotes(&mut self) {
        let mut notes: Vec<Footnote> = std::mem::take(&mut self.footnotes).into_values().collect();
        let referred = notes.iter().filter(|note| note.number > 0).count();
        notes.sort_by_key(|note| (note.number == 0, note.number, note.defined));
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
            let closing = last_paragraph(&text);
            if let Some(end) = closing {
                text.html.truncate(end);
            }
            self.text().append(&text);
            self.back_links(number, note.references);
            self.push(closing.map_or("", |_| "</p>"));
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

/// Where the words of the paragraph end with which a footnote ends; nowhere if a figure or table follows it, which is a hole.
fn last_paragraph(text: &Text) -> Option<usize> {
    let end = text.html.trim_end().strip_suffix("</p>")?.len();
    text.holes.last().is_none_or(|hole| hole.at as usize <= end).then_some(end)
}

/// Id of the `reference`-th mark of a footnote.
fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}
