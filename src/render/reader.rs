//! A page that shows texts: how it says what they refer to.

use super::urls;
use super::whole::Whole;
use crate::address::OutPath;
use crate::lang::Lang;
use crate::parse::{Numbered, NumberedKind};
use crate::plan::Inputs;
use crate::resolve::{AssetId, EntryId, LEFT_OUT, Target};
use crate::text::{Destination, Picture};

/// Where a text is shown.
#[derive(Clone, Copy)]
pub struct Reader<'s> {
    pub site: &'s Inputs<'s>,
    pub from: &'s OutPath,
    /// The language of the reader's tree.
    pub lang: Lang,
    /// What stands on the same page, if that is many pages in one.
    pub whole: Option<&'s Whole>,
}

impl<'s> Reader<'s> {
    /// A figure or table of a page and its number.
    pub fn numbered(&self, page: EntryId, n: usize) -> Option<(&'s Numbered, u32)> {
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
    pub fn label(&self, page: EntryId, n: usize) -> Option<String> {
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
    pub fn words(&self, target: &Target, page: Option<EntryId>) -> String {
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

    /// The number of what a link leads to.
    pub fn number(&self, target: &Target, page: Option<EntryId>) -> Option<String> {
        let handbook = self.site.handbook;
        handbook.numbers.of(target, page, self.lang, &handbook.entries)
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

    /// Where a link or image leads; `None` if there is nothing to show.
    pub fn destination(&self, target: &Target) -> Option<Destination> {
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
