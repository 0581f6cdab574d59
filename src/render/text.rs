//! Texts with holes → HTML of one page.

use pulldown_cmark_escape::escape_href;

use super::whole::Whole;
use super::{figures, urls};
use crate::address::OutPath;
use crate::lang::Lang;
use crate::markup;
use crate::parse::{Fill, Numbered, NumberedKind, Text};
use crate::plan::Inputs;
use crate::resolve::{AssetId, EntryId, LEFT_OUT, Target};

/// How wide a picture is shown: the whole screen of a phone, the column of text elsewhere.
const SIZES: &str = "(max-width: 46rem) 100vw, 44rem";

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

impl Reader<'_> {
    /// The text as HTML, its links leading from this page. `page` is the one whose own text it is: that has figures and
    /// tables with numbers.
    pub fn html(&self, text: &Text, targets: &[Target], page: Option<EntryId>) -> String {
        let html = self.filled(text, targets, page);
        let left_out = targets.iter().any(|target| matches!(target, Target::LeftOut(_)));
        if left_out { unlinked(&html) } else { html }
    }

    fn filled(&self, text: &Text, targets: &[Target], page: Option<EntryId>) -> String {
        text.fill(|fill, to| match fill {
            Fill::Link(link) => {
                if let Some(target) = targets.get(link as usize) {
                    self.attributes(target, to);
                }
            }
            Fill::Words(link) => {
                if let Some(target) = targets.get(link as usize) {
                    to.push_str(&markup::escaped(&self.words(target, page)));
                }
            }
            Fill::Data { link, n } => {
                let id = page.and_then(|page| Some(self.numbered(page, n as usize)?.0.id.clone()));
                match targets.get(link as usize) {
                    Some(Target::Data(data)) => {
                        let label = page.map_or_else(String::new, |page| self.label(page, n as usize));
                        let showing = figures::Showing { id: id.unwrap_or_else(|| format!("data-{}", data.0)), label };
                        to.push_str(&figures::html(self, *data, &showing));
                    }
                    // Other pages may link to where it would be.
                    Some(Target::LeftOut(_)) => {
                        to.push_str(&id.map_or_else(String::new, |id| format!("<div id=\"{id}\"></div>")));
                    }
                    _ => {}
                }
            }
            Fill::Label(n) => to.push_str(&page.map_or_else(String::new, |page| self.label(page, n as usize))),
        })
    }

    /// A figure or table of a page and its number.
    fn numbered(&self, page: EntryId, n: usize) -> Option<(&Numbered, u32)> {
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
    fn label(&self, page: EntryId, n: usize) -> String {
        let Some((numbered, number)) = self.numbered(page, n).filter(|(_, number)| *number != LEFT_OUT) else {
            return String::new();
        };
        let key = if self.is_figure(page, numbered) { "figure.label" } else { "figure.table_label" };
        format!("<span class=\"label\">{}</span> ", markup::escaped(&self.counted(key, number)))
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

    fn attributes(&self, target: &Target, to: &mut String) {
        // Writing to a String cannot fail.
        match target {
            Target::Picture(id) => self.picture(*id, to),
            other => match self.url(other) {
                Some(url) => {
                    to.push_str(" href=\"");
                    let _ = escape_href(&mut *to, &url);
                    to.push('"');
                }
                None => to.push_str(NO_LINK),
            },
        }
    }

    fn picture(&self, id: AssetId, to: &mut String) {
        let asset = self.site.handbook.asset(id);
        let Some(picture) = &self.site.pictures[id.0 as usize] else { return };
        let mut attributes = format!(" src=\"{}\"", self.from.link_to(picture.first(asset)));
        if picture.copies.len() > 1 {
            let copies = picture.copies.iter().map(|c| format!("{} {}w", self.from.link_to(&c.address), c.width));
            attributes += &format!(" srcset=\"{}\" sizes=\"{SIZES}\"", copies.collect::<Vec<_>>().join(", "));
        }
        attributes += &format!(" width=\"{}\" height=\"{}\"", picture.width, picture.height);
        to.push_str(&attributes);
    }
}

/// The attribute of a link that leads nowhere; [`unlinked`] takes the link off.
const NO_LINK: &str = " data-left-out";

/// The HTML with the words of links that lead nowhere, without the links. Links do not stand in one another.
fn unlinked(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for piece in markup::pieces(html) {
        match piece {
            markup::Piece::Tag(tag) if tag.starts_with("<a ") && tag.contains(NO_LINK) => inside = true,
            markup::Piece::Tag("</a>") if inside => inside = false,
            markup::Piece::Tag(piece) | markup::Piece::Text(piece) => text.push_str(piece),
        }
    }
    text
}
