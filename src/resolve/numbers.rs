//! Numbers of chapters, figures and tables, by which texts refer to them.

use std::collections::HashMap;

use super::{Entry, EntryId, Kind, Target};
use crate::config::SiteConfig;
use crate::diag::{Code, Diagnostics};
use crate::lang::Lang;
use crate::messages::say;
use crate::parse::{Link, NumberedKind, Says};

/// The numbers of a site.
#[derive(Debug, Default)]
pub struct Numbers {
    /// `4` for a chapter, `4.1` for a page in it, in publications that number their chapters; by entry.
    pub chapters: Vec<Option<String>>,
    /// The number of each figure and table of a page, in their order: `labels[lang][entry]`. Figures and tables of a
    /// publication are counted apart, from 1; [`LEFT_OUT`] has none.
    pub labels: Vec<Vec<Vec<u32>>>,
    /// Where each record of data is shown first, and which of the page's figures and tables it is: `shown[lang]`.
    pub shown: Vec<HashMap<EntryId, (EntryId, usize)>>,
}

impl Numbers {
    /// The number of what a link on `page` leads to: of the figure or table that it names or that a record is shown as, else of
    /// the chapter.
    pub fn of(&self, target: &Target, page: Option<EntryId>, lang: Lang, entries: &[Entry]) -> Option<String> {
        let numbered = |page: EntryId, n: usize| {
            let label = *self.labels.get(lang.index())?.get(page.0 as usize)?.get(n)?;
            (label != LEFT_OUT).then(|| label.to_string())
        };
        let at = |page: EntryId, anchor: &str| {
            let (version, _) = entries[page.0 as usize].version(lang)?;
            let n = version.parsed.content.body.numbered.iter().position(|numbered| numbered.id == anchor)?;
            numbered(page, n)
        };
        let chapter = |id: EntryId| self.chapters[id.0 as usize].clone();
        match target {
            Target::Here(anchor) => at(page?, anchor).or_else(|| chapter(page?)),
            Target::Entry(id, Some(anchor)) => at(*id, anchor).or_else(|| chapter(*id)),
            Target::Entry(id, None) | Target::Data(id) => {
                let shown = self.shown.get(lang.index())?.get(id);
                shown.and_then(|(page, n)| numbered(*page, *n)).or_else(|| chapter(*id))
            }
            Target::File(_) | Target::Picture(_) | Target::Outside(_) | Target::LeftOut(_) => None,
        }
    }
}

/// Says of links whose words ask for a number what has none, and of those whose author typed one that it will not stay right.
pub fn check(config: &SiteConfig, entries: &[Entry], numbers: &Numbers, out: &mut Diagnostics) {
    for (at, entry) in entries.iter().enumerate() {
        let id = EntryId(at as u32);
        let mut look = |links: &[Link], targets: &[Target], lang: Lang| {
            for (link, target) in links.iter().zip(targets).filter(|(link, _)| link.says != Says::Nothing) {
                let found = numbers.of(target, Some(id), lang, entries);
                // What is a draft, and what leads nowhere, has been said.
                let said = matches!(target, Target::LeftOut(_)) || matches!(target, Target::Here(id) if id.is_empty());
                match (link.says, found) {
                    (Says::Number, None) if !said => {
                        let help = say::write_words_without_number();
                        out.add(Code::LinkNumber, link.place.clone(), say::what_link_leads_to_has_no_number(), help);
                    }
                    (Says::Typed, Some(number)) if is_chapter(target, numbers) => {
                        let help = say::write_n_for_number(&number);
                        out.add(Code::LinkTypedNumber, link.place.clone(), say::number_of_chapter_is_typed(), help);
                    }
                    _ => {}
                }
            }
        };
        for page in entry.versions.iter().flatten() {
            look(&page.parsed.links, &page.targets, page.parsed.content.lang);
        }
        if let Some(record) = &entry.record {
            look(&record.parsed.links, &record.targets, config.languages.lead());
        }
    }
}

fn is_chapter(target: &Target, numbers: &Numbers) -> bool {
    matches!(target, Target::Entry(id, _) if numbers.chapters[id.0 as usize].is_some())
}

/// Instead of a number: the figure is a draft that is left out.
pub const LEFT_OUT: u32 = 0;

/// Numbers everything in the order of reading, in each language for itself: a page that is not translated has the
/// figures of the language that is shown instead.
pub fn number(config: &SiteConfig, entries: &[Entry], contents: &[EntryId], reading: &[Vec<Vec<EntryId>>]) -> Numbers {
    let mut numbers = Numbers { chapters: chapters(config, entries, contents), ..Numbers::default() };
    for lang in config.languages.iter() {
        let mut labels = vec![Vec::new(); entries.len()];
        let mut shown = HashMap::new();
        for (publication, first) in contents.iter().enumerate() {
            let mut count = (0, 0);
            for id in std::iter::once(first).chain(&reading[lang.index()][publication]) {
                let Some((page, _)) = entries[id.0 as usize].version(lang) else { continue };
                for (at, numbered) in page.parsed.content.body.numbered.iter().enumerate() {
                    let target = match numbered.kind {
                        NumberedKind::Data(link) => page.targets.get(link as usize),
                        _ => None,
                    };
                    let data = match target {
                        Some(Target::Data(data)) => Some(*data),
                        Some(Target::LeftOut(_)) => {
                            labels[id.0 as usize].push(LEFT_OUT);
                            continue;
                        }
                        _ => None,
                    };
                    if let Some(data) = data {
                        shown.entry(data).or_insert((*id, at));
                    }
                    let shape = data.and_then(|data| entries[data.0 as usize].data());
                    let is_figure = shape.map_or(numbered.kind == NumberedKind::Figure, |data| data.shape.is_figure());
                    let count = if is_figure { &mut count.0 } else { &mut count.1 };
                    *count += 1;
                    labels[id.0 as usize].push(*count);
                }
            }
        }
        numbers.labels.push(labels);
        numbers.shown.push(shown);
    }
    numbers
}

/// Chapters of publications that number them, and the pages of each.
fn chapters(config: &SiteConfig, entries: &[Entry], contents: &[EntryId]) -> Vec<Option<String>> {
    let mut numbers = vec![None; entries.len()];
    // The order of pages is the same in all languages.
    let pages = |id: EntryId| {
        let children = entries[id.0 as usize].children.first().into_iter().flatten().copied();
        children.filter(|id| matches!(entries[id.0 as usize].kind, Kind::Chapter | Kind::Page))
    };
    for (publication, id) in config.publications.iter().zip(contents) {
        if !publication.numbered {
            continue;
        }
        for (chapter, id) in (1..).zip(pages(*id)) {
            numbers[id.0 as usize] = Some(chapter.to_string());
            for (page, inner) in (1..).zip(pages(id)) {
                numbers[inner.0 as usize] = Some(format!("{chapter}.{page}"));
            }
        }
    }
    numbers
}
