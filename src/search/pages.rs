//! Entries → what the index holds of them.

use bagyt_search::pack::{PageInput, PageText, Section};

use super::listings::{Listing, listings};
use super::records;
use crate::lang::Lang;
use crate::plan::Inputs;
use crate::resolve::{Entry, EntryId, kind};
use crate::text::plain;

/// The pages that list others, which come last.
pub fn lists(site: &Inputs, lang: Lang) -> impl Iterator<Item = PageInput> {
    listings(site, lang).into_iter().map(listing)
}

/// The hash of all that the index holds of a page.
pub fn hash(page: &PageInput) -> u128 {
    let PageInput { text: PageText { url, title, sections }, kind, publication, keywords, other_titles } = page;
    let sections: Vec<_> = sections.iter().map(|Section { anchor, heading, text }| (anchor, heading, text)).collect();
    crate::hash::of(&(url, title, sections, kind, publication, keywords, other_titles))
}

/// The finder or an index of professions.
fn listing(listing: Listing) -> PageInput {
    let top = Section { text: listing.lead, ..Section::default() };
    let groups = listing.groups.into_iter().map(|(anchor, heading, text)| Section { anchor, heading, text });
    let sections = std::iter::once(top).chain(groups).collect();
    let text = PageText { url: listing.url, title: listing.title, sections };
    PageInput { text, kind: "page".into(), publication: None, keywords: listing.keywords, other_titles: Vec::new() }
}

/// What the index holds of an entry; nothing of the home page, all that it says leads elsewhere.
pub fn page(site: &Inputs, id: EntryId, lang: Lang) -> Option<PageInput> {
    let entry = site.handbook.entry(id);
    let config = &site.handbook.config;
    let kind = kind(entry, lang)?;
    let top = Section { text: plain::words(&entry.summary(lang, config)), ..Section::default() };
    let mut sections = vec![top];
    if let Some((version, _)) = entry.version(lang) {
        plain::part(&mut sections[0].text);
        plain::sections(&version.parsed.content.body.text, &mut sections);
    }
    if let Some(profession) = entry.profession() {
        sections.extend(records::sections(site, "profession", &profession.values(), lang));
    }
    if let Some(lesson) = entry.lesson() {
        sections.extend(records::lesson(site, lesson, lang));
    }
    if let Some(test) = entry.self_test() {
        sections.extend(records::self_test(test, lang));
    }
    for text in entry
        .term()
        .map(|term| records::term(term, lang))
        .into_iter()
        .chain(entry.data().map(|data| records::data(data, lang)))
    {
        plain::part(&mut sections[0].text);
        sections[0].text.push_str(&text);
    }
    for section in &mut sections {
        plain::finish(&mut section.text);
    }
    let publication = entry.publication.map(|index| config.publications[index].id.clone());
    let text = PageText {
        url: site.plan.page(id, lang).to_string(),
        title: plain::words(&entry.title(lang, config).0),
        sections,
    };
    let others: Vec<Lang> = config.languages.iter().filter(|other| *other != lang).collect();
    let mut other_titles = Vec::new();
    for other in others {
        other_titles.push(entry.title(other, config).0);
        other_titles.extend(keywords(entry, other));
    }
    let title = entry.title(lang, config).0;
    other_titles.retain(|other| *other != title);
    Some(PageInput { text, kind: kind.to_string(), publication, keywords: keywords(entry, lang), other_titles })
}

/// Alternative titles and search words.
fn keywords(entry: &Entry, lang: Lang) -> Vec<String> {
    let of_page = entry.versions[lang.index()].iter().flat_map(|page| &page.parsed.content.front.search_terms);
    let of_profession = entry.profession().into_iter().flat_map(|found| records::names(&found.values(), lang));
    let of_term = entry.term().into_iter().flat_map(|term| records::names(&term.values(), lang));
    let of_test = entry.self_test().into_iter().flat_map(|test| records::names(&test.values(), lang));
    of_page.cloned().chain(of_profession).chain(of_test).chain(of_term).collect()
}
