//! Texts on a page: what they refer to by number, as the page says it.

use super::glossary::Marker;
use super::whole::Whole;
use super::{Site, figures, urls};
use crate::address::OutPath;
use crate::lang::Lang;
use crate::parse::{Numbered, NumberedKind};
use crate::resolve::{AssetId, EntryId, LEFT_OUT, Target};
use crate::text::{self, Attribute, Destination, Element, Picture, Placing, References, Text, html};

/// Where a text is shown.
#[derive(Clone, Copy)]
pub struct Reader<'s> {
    pub site: &'s Site<'s>,
    pub from: &'s OutPath,
    /// The language of the reader's tree.
    pub lang: Lang,
    /// What stands on the same page, if that is many pages in one.
    pub whole: Option<&'s Whole>,
}

/// What a text refers to, from where it is shown.
pub struct Shown<'s> {
    pub reader: Reader<'s>,
    pub targets: &'s [Target],
    /// The page whose own text it is: that has figures and tables with numbers.
    pub page: Option<EntryId>,
}

impl References for Shown<'_> {
    fn link(&self, link: u32) -> Option<Destination> {
        self.reader.destination(self.targets.get(link as usize)?)
    }

    fn words(&self, link: u32) -> String {
        let target = self.targets.get(link as usize);
        target.map_or_else(String::new, |target| self.reader.words(target, self.page))
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
                figures::text(self.reader, *data, showing)
            }
            // Other pages may link to where it would be.
            Target::LeftOut(_) => Some((place(&id?), Box::new(text::Nothing))),
            _ => None,
        }
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
    /// The text as HTML, its links leading from this page. `page` is the one whose own text it is.
    pub fn html(&self, text: &Text, targets: &'s [Target], page: Option<EntryId>) -> String {
        self.placed(text, targets, page, Placing::default(), None)
    }

    /// The text as HTML among others on one page, and with its terms marked.
    pub fn placed(
        &self,
        text: &Text,
        targets: &'s [Target],
        page: Option<EntryId>,
        placing: Placing,
        marker: Option<&mut Marker>,
    ) -> String {
        let shown = Shown { reader: *self, targets, page };
        let marker = marker.filter(|marker| !marker.is_empty());
        html::write(text, &shown, placing, marker.map(|marker| marker as &mut dyn text::terms::Terms))
    }

    /// A figure or table of a page and its number.
    fn numbered(&self, page: EntryId, n: usize) -> Option<(&'s Numbered, u32)> {
        let (version, _) = self.site.handbook.entry(page).version(self.lang)?;
        let label = self.site.handbook.numbers.labels.get(self.lang.index())?.get(page.0 as usize)?.get(n)?;
        Some((version.parsed.content.body.numbered.get(n)?, *label))
    }

    /// Whether a figure or table of a page is a figure.
    fn is_figure(&self, page: EntryId, numbered: &Numbered) -> bool {
        let NumberedKind::Data(link) = numbered.kind else { return numbered.kind == NumberedKind::Figure };
        let version = self.site.handbook.entry(page).version(self.lang);
        match version.and_then(|(page, _)| page.targets.get(link as usize)) {
            Some(Target::Data(data)) => {
                self.site.handbook.entry(*data).data().is_some_and(|data| data.shape.is_figure())
            }
            _ => false,
        }
    }

    /// «Рис. 2.» before the caption of a page's `n`-th figure or table.
    fn label(&self, page: EntryId, n: usize) -> Option<String> {
        let (numbered, number) = self.numbered(page, n).filter(|(_, number)| *number != LEFT_OUT)?;
        let key = if self.is_figure(page, numbered) { "figure.label" } else { "figure.table_label" };
        Some(self.counted(key, number))
    }

    /// «рис. 2», as a text refers to it.
    pub fn reference(&self, page: EntryId, n: usize) -> Option<String> {
        let (numbered, number) = self.numbered(page, n).filter(|(_, number)| *number != LEFT_OUT)?;
        let key = if self.is_figure(page, numbered) { "figure.reference" } else { "figure.table_reference" };
        Some(self.counted(key, number))
    }

    fn counted(&self, key: &str, number: impl std::fmt::Display) -> String {
        self.site.strings(self.lang).text(key).replace("{n}", &number.to_string())
    }

    /// The words of a link that was written without any: what it leads to says how it is referred to.
    fn words(&self, target: &Target, page: Option<EntryId>) -> String {
        let handbook = self.site.handbook;
        match target {
            Target::Entry(id, None) | Target::Data(id) => {
                let shown = handbook.numbers.shown[self.lang.index()].get(id);
                let reference = shown.and_then(|(page, n)| self.reference(*page, *n));
                let chapter = || {
                    let number = handbook.numbers.chapters[id.0 as usize].as_ref()?;
                    Some(self.counted("figure.chapter_reference", number))
                };
                let title = || handbook.entry(*id).title(self.lang, &handbook.config).0;
                reference.or_else(chapter).unwrap_or_else(title)
            }
            Target::Entry(id, Some(anchor)) => {
                self.words_at(*id, anchor).unwrap_or_else(|| self.words(&Target::Entry(*id, None), page))
            }
            Target::Here(anchor) => page.and_then(|page| self.words_at(page, anchor)).unwrap_or_else(|| anchor.clone()),
            Target::File(id) | Target::Picture(id) => {
                let address = &handbook.asset(*id).address;
                address.rsplit('/').next().unwrap_or(address).to_string()
            }
            Target::Outside(url) => url.clone(),
            Target::LeftOut(title) => title.get(self.lang).to_string(),
        }
    }

    /// How a text refers to a heading, figure or table of a page.
    fn words_at(&self, page: EntryId, anchor: &str) -> Option<String> {
        let (version, _) = self.site.handbook.entry(page).version(self.lang)?;
        let body = &version.parsed.content.body;
        if let Some(n) = body.numbered.iter().position(|numbered| numbered.id == anchor) {
            return self.reference(page, n);
        }
        let heading = body.headings.iter().find(|heading| heading.id == anchor)?;
        Some(format!("«{}»", heading.title))
    }

    /// The URL of a target from this page; nothing leads to a draft that is left out.
    pub fn url(&self, target: &Target) -> Option<String> {
        Some(match target {
            Target::Entry(id, anchor) => {
                let anchor = anchor.as_deref().filter(|anchor| self.has_anchor(*id, anchor));
                // A figure or table is read where a text shows it.
                let shown = self.site.handbook.numbers.shown[self.lang.index()].get(id);
                match shown.and_then(|(page, n)| Some((*page, &self.numbered(*page, *n)?.0.id))) {
                    Some((page, id)) => self.entry_url(page, Some(id)),
                    None => self.entry_url(*id, anchor),
                }
            }
            Target::Data(id) => self.entry_url(*id, None),
            Target::File(id) | Target::Picture(id) => self.from.link_to(&self.site.handbook.asset(*id).address),
            Target::Here(id) => format!("#{id}"),
            Target::Outside(url) => url.clone(),
            Target::LeftOut(_) => return None,
        })
    }

    /// The URL of a page and an id on it.
    pub fn entry_url(&self, id: EntryId, anchor: Option<&str>) -> String {
        if let Some(url) = self.whole.and_then(|whole| whole.url(id, anchor)) {
            return url;
        }
        let mut url = urls::link(self.site, self.from, id, self.lang);
        if let Some(anchor) = anchor {
            url.push('#');
            url.push_str(anchor);
        }
        url
    }

    /// The anchor was found in the language of the link's text; a reader of the other language may be shown a page
    /// whose headings have other ids.
    fn has_anchor(&self, id: EntryId, anchor: &str) -> bool {
        let version = self.site.handbook.entry(id).version(self.lang);
        version.is_some_and(|(page, _)| page.parsed.content.body.anchors().any(|other| other == anchor))
    }

    fn destination(&self, target: &Target) -> Option<Destination> {
        Some(match target {
            Target::Picture(id) => Destination::Picture(self.picture(*id)?),
            Target::Here(id) => Destination::Here(id.clone()),
            other => self.url(other).map_or(Destination::Nowhere, Destination::Address),
        })
    }

    fn picture(&self, id: AssetId) -> Option<Picture> {
        let asset = self.site.handbook.asset(id);
        let picture = self.site.pictures[id.0 as usize].as_ref()?;
        let copies = picture.copies.iter().map(|c| format!("{} {}w", self.from.link_to(&c.address), c.width));
        let copies = if picture.copies.len() > 1 { copies.collect::<Vec<_>>().join(", ") } else { String::new() };
        let address = self.from.link_to(picture.first(asset));
        Some(Picture { address, copies, width: picture.width, height: picture.height })
    }
}
