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
    let PageInput { text: PageText { url, title, sections }, kind, publication, keywords, other_titles, borrowed } =
        page;
    let sections: Vec<_> = sections.iter().map(|Section { anchor, heading, text }| (anchor, heading, text)).collect();
    crate::hash::of(&(url, title, sections, kind, publication, keywords, other_titles, borrowed))
}

/// The finder or an index of professions.
fn listing(listing: Listing) -> PageInput {
    let top = Section { text: listing.lead, ..Section::default() };
    let groups = listing.groups.into_iter().map(|(anchor, heading, text)| Section { anchor, heading, text });
    let sections = std::iter::once(top).chain(groups).collect();
    let text = PageText { url: listing.url, title: listing.title, sections };
    PageInput { text, kind: "page".into(), keywords: listing.keywords, ..PageInput::default() }
}

/// What the index holds of an entry; nothing of the home page, all that it says leads elsewhere.
pub fn page(site: &Inputs, id: EntryId, lang: Lang) -> Option<PageInput> {
    let entry = site.handbook.entry(id);
    let config = &site.handbook.config;
    let kind = kind(entry, lang)?;
    let (title, titled) = entry.title(lang, config);
    let (summary, summarised) = entry.summary(lang, config);
    // What is borrowed from another language is found in the index of that one.
    let text = if summarised == lang { plain::words(&summary) } else { String::new() };
    let mut sections = vec![Section { text, ..Section::default() }];
    if let Some((version, _)) = entry.version(lang).filter(|(_, shown)| *shown == lang) {
        plain::part(&mut sections[0].text);
        plain::sections(&version.parsed.content.body.text, &mut sections);
    }
    if let Some(profession) = entry.profession() {
        sections.extend(records::sections(site, "profession", &profession.values(), lang));
    }
    if let Some(lesson) = entry.lesson() {
        sections.extend(records::lesson(site, lesson, lang));
    }
    if let Some((text, name)) = entry.story().and_then(|story| Some((story.text.own(lang)?, story.name.own(lang)?))) {
        plain::part(&mut sections[0].text);
        sections[0].text.push_str(name);
        plain::part(&mut sections[0].text);
        plain::sections(text, &mut sections);
    }
    if let Some(task) = entry.task() {
        sections.extend(records::sections(site, "howto", &task.values(), lang));
    }
    if let Some(test) = entry.self_test() {
        sections.extend(records::intro(&test.intro, lang));
    }
    if let Some(builder) = entry.builder() {
        sections.extend(records::intro(&builder.intro, lang));
    }
    if let Some(form) = entry.questionnaire() {
        sections.extend(records::questionnaire(form, lang));
    }
    if let Some(diary) = entry.diary() {
        sections.extend(records::diary(diary, lang));
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
    let text = PageText { url: site.plan.page(id, lang).to_string(), title: plain::words(&title), sections };
    let others = config.languages.others(lang);
    let mut other_titles = Vec::new();
    for (at, other) in others.iter().enumerate() {
        let (title, titled) = entry.title(*other, config);
        other_titles.extend((titled == *other).then_some((at, title)));
        other_titles.extend(keywords(entry, *other).into_iter().map(|word| (at, word)));
    }
    other_titles.retain(|(_, other)| *other != title);
    let borrowed = others.iter().position(|other| *other == titled);
    let keywords = keywords(entry, lang);
    Some(PageInput { text, kind: kind.to_string(), publication, keywords, other_titles, borrowed })
}

/// Alternative titles and search words.
fn keywords(entry: &Entry, lang: Lang) -> Vec<String> {
    let of_page = entry.versions[lang.index()].iter().flat_map(|page| &page.parsed.content.front.search_terms);
    let of_profession = entry.profession().into_iter().flat_map(|found| records::names(&found.values(), lang));
    let of_term = entry.term().into_iter().flat_map(|term| records::names(&term.values(), lang));
    let of_test = entry.self_test().into_iter().flat_map(|test| records::names(&test.values(), lang));
    let of_form = entry.questionnaire().into_iter().flat_map(|form| records::names(&form.values(), lang));
    let of_builder = entry.builder().into_iter().flat_map(|builder| records::names(&builder.values(), lang));
    let of_task = entry.task().into_iter().flat_map(|task| records::names(&task.values(), lang));
    let of_diary = entry.diary().into_iter().flat_map(|diary| records::names(&diary.values(), lang));
    let of_records =
        of_profession.chain(of_test).chain(of_form).chain(of_builder).chain(of_task).chain(of_diary).chain(of_term);
    of_page.cloned().chain(of_records).collect()
}
