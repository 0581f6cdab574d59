//! Texts on a page → HTML: what they refer to by number, as the page says it.

use super::figures;
use super::glossary::Marker;
use crate::parse::Data;
use crate::resolve::{EntryId, Target};
use crate::text::terms::Terms;
use crate::text::{Attribute, Destination, Element, Nothing, Placing, References, Text, html};

pub use super::reader::Reader;

/// What a text refers to, from where it is shown.
pub struct Shown<'s> {
    pub reader: Reader<'s>,
    pub targets: &'s [Target],
    /// The page whose own text it is: that has figures and tables with numbers.
    pub page: Option<EntryId>,
    /// The figure whose text it is.
    pub data: Option<&'s Data>,
}

impl<'s> Shown<'s> {
    /// A text of a record.
    pub fn new(reader: Reader<'s>, targets: &'s [Target]) -> Shown<'s> {
        Shown { reader, targets, page: None, data: None }
    }

    /// A figure or table made of data, as a text and what that refers to; nothing if the entry is none.
    fn of_data(reader: Reader<'s>, entry: EntryId, showing: &figures::Showing) -> Option<(Text, Shown<'s>)> {
        let resolved = reader.site.handbook.entry(entry);
        let (data, record) = (resolved.data()?, resolved.record.as_ref()?);
        let shown = Shown { data: Some(data), ..Shown::new(reader, &record.targets) };
        Some((figures::text(reader, entry, data, showing), shown))
    }
}

impl References for Shown<'_> {
    fn link(&self, link: u32) -> Option<Destination> {
        self.reader.destination(self.targets.get(link as usize)?)
    }

    fn words(&self, link: u32) -> String {
        let target = self.targets.get(link as usize);
        target.map_or_else(String::new, |target| self.reader.words(target, self.page))
    }

    fn number(&self, link: u32) -> String {
        let number = self.targets.get(link as usize).and_then(|target| self.reader.number(target, self.page));
        // Of a draft that is left out nobody knows which it will be.
        number.unwrap_or_else(|| "…".into())
    }

    fn label(&self, n: u16) -> Option<String> {
        self.reader.label(self.page?, usize::from(n))
    }

    fn figure(&self, link: u32, n: u16) -> Option<(Text, Box<dyn References + '_>)> {
        let id = self.page.and_then(|page| Some(self.reader.numbered(page, usize::from(n))?.0.id.clone()));
        match self.targets.get(link as usize)? {
            Target::Data(data) => {
                let id = id.unwrap_or_else(|| format!("data-{}", data.0));
                let showing = figures::Showing { id, label: self.label(n) };
                let (text, shown) = Shown::of_data(self.reader, *data, &showing)?;
                Some((text, Box::new(shown)))
            }
            // Other pages may link to where it would be.
            Target::LeftOut(_) => Some((place(&id?), Box::new(Nothing))),
            _ => None,
        }
    }

    fn drawing(&self, label: &str) -> String {
        self.data.map_or_else(String::new, |data| figures::drawing(data, self.reader.lang, label))
    }
}

/// What stands for a figure that is left out.
fn place(id: &str) -> Text {
    let mut text = Text::default();
    text.open(Element::Place);
    text.attribute(Attribute::Id, id);
    text.close(Element::Place);
    text
}

impl<'s> Reader<'s> {
    /// A text as HTML among others on one page, and with its terms marked. `page` is the one whose own text it is.
    pub fn placed(
        &self,
        text: &Text,
        targets: &'s [Target],
        page: Option<EntryId>,
        placing: Placing,
        marker: Option<&mut Marker>,
    ) -> String {
        let shown = Shown { page, ..Shown::new(*self, targets) };
        let marker = marker.filter(|marker| !marker.is_empty());
        html::write(text, &shown, placing, marker.map(|marker| marker as &mut dyn Terms))
    }

    /// A figure or table made of data as HTML, on a page of its own.
    pub fn figure(&self, entry: EntryId, placing: Placing) -> String {
        let figure = Shown::of_data(*self, entry, &figures::Showing::default());
        figure.map_or_else(String::new, |(text, shown)| html::write(&text, &shown, placing, None))
    }
}
