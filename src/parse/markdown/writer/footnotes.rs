//! Footnotes: their marks in the text, and the list at its end with the ways back.

use pulldown_cmark::CowStr;
use unicase::UniCase;

use super::Writer;
use crate::text::{Attribute, Element, Event, Text};

/// A footnote: its number, how often the text refers to it, and its text.
#[derive(Default)]
pub(super) struct Footnote {
    pub(super) number: u16,
    pub(super) references: u16,
    /// How many were defined before it.
    pub(super) defined: usize,
    pub(super) text: Option<Text>,
}

impl<'e> Writer<'_, '_, 'e> {
    pub(super) fn footnote_reference(&mut self, name: &CowStr<'e>) {
        // Capital letters make no difference, as the parser has it too.
        let note = self.footnotes.entry(UniCase::new(name.clone())).or_default();
        if note.number == 0 {
            // There are fewer than parts of a text.
            self.footnotes_referred = self.footnotes_referred.saturating_add(1);
            note.number = self.footnotes_referred;
        }
        note.references = note.references.saturating_add(1);
        let mark = Event::Note { number: note.number, nth: note.references };
        self.text().push(mark);
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
        let phrases = self.writing.phrases;
        self.open(Element::Footnotes);
        self.attribute(Attribute::Label, &phrases.footnotes);
        self.open(Element::Ordered);
        for (index, note) in notes.iter().enumerate() {
            let number = if note.number > 0 { note.number } else { referred.max(index) as u16 + 1 };
            self.open(Element::Note(number));
            self.attribute(Attribute::Id, &format!("fn-{number}"));
            let mut text = note.text.clone().unwrap_or_default();
            // The ways back stand in the note's last paragraph, if it ends with one.
            let paragraph = text.reopen_paragraph();
            self.text().append(&text);
            self.back_links(number, note.references);
            if let Some(paragraph) = paragraph {
                self.close(paragraph);
            }
            self.close(Element::Note(number));
        }
        self.close(Element::Ordered);
        self.close(Element::Footnotes);
    }

    fn back_links(&mut self, number: u16, references: u16) {
        let label = self.writing.phrases.footnote_back.replace("{n}", &number.to_string());
        for reference in 1..=references {
            self.text().text(" ");
            self.open(Element::Back);
            self.attribute(Attribute::Here, &reference_id(number, reference));
            self.attribute(Attribute::Label, &label);
            self.text().text("↩");
            self.close(Element::Back);
        }
    }
}

/// Id of the `reference`-th mark of a footnote.
fn reference_id(number: u16, reference: u16) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}
