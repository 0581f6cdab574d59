//! Entries → what the index holds of them.

use bagyt_search::pack::{PageInput, PageText, Section};

use super::listings::{Listing, listings};
use super::records;
use crate::lang::Lang;
use crate::parse::{CONDITIONS, Often, Profession, Rich};
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
        sections.extend(profession_sections(site, profession, lang));
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
    let of_profession = entry.profession().into_iter();
    let of_profession =
        of_profession.flat_map(|p| p.alt_titles[lang.index()].iter().chain(&p.search_terms[lang.index()]));
    let of_test = entry.self_test().into_iter().flat_map(|test| &test.search_terms[lang.index()]);
    let of_term = entry.term().into_iter().flat_map(|term| records::names(term, lang));
    of_page.chain(of_profession).chain(of_test).cloned().chain(of_term).collect()
}

/// The sections of a profession's page; their ids and titles are the template's.
fn profession_sections(site: &Inputs, profession: &Profession, lang: Lang) -> Vec<Section> {
    let strings = &site.theme.strings[lang.index()];
    let section = |anchor: &str, parts: &[&[Rich]]| {
        let mut found = vec![Section {
            anchor: anchor.to_string(),
            heading: strings.text(&format!("profession.{anchor}")).to_string(),
            text: String::new(),
        }];
        for text in parts.iter().flat_map(|part| part.iter()) {
            let Some(text) = text.own(lang) else { continue };
            plain::sections(text, &mut found);
            found.iter_mut().for_each(|section| plain::part(&mut section.text));
        }
        found
    };
    // What the page says in words of the interface counts as well: subjects, conditions, ways, documents.
    let word = |key: String| strings.text(&key).to_string();
    let lists = &site.handbook.lists;
    let subjects = profession.school_subjects.iter().filter_map(|(_, id)| lists.subjects.find(id));
    let competencies = profession.competencies.iter().filter_map(|found| lists.competencies.find(&found.id.1));
    let conditions = profession.conditions.into_iter().flat_map(|all| CONDITIONS.into_iter().zip(all));
    let mut fit: Vec<String> = subjects.chain(competencies).filter_map(|term| term.title.own(lang).cloned()).collect();
    fit.extend(
        conditions.filter(|(_, often)| *often == Often::Often).map(|(name, _)| word(format!("condition.{name}"))),
    );
    let ways = profession.routes.iter().map(|route| {
        let after = word(format!("profession.after{}", route.after_grade));
        let document = route.document.map_or_else(String::new, |document| word(format!("document.{document}")));
        format!(
            "{after}: {}. {}. {document}",
            word(format!("route.{}", route.kind)),
            word(format!("ort.{}", route.ort))
        )
    });
    let ways: Vec<String> = ways.collect();
    let one = std::slice::from_ref::<Rich>;
    let optional = |text: &'_ Option<Rich>| text.as_ref().map_or(&[][..], one).to_vec();
    let routes: Vec<Rich> = profession.routes.iter().map(|route| route.text.clone()).collect();
    let own: Vec<Rich> = profession.self_employment.iter().map(|own| own.text.clone()).collect();
    let limits: Vec<Rich> = profession.restrictions.iter().map(|found| found.text.clone()).collect();
    let demand: Vec<Rich> = profession.demand.iter().map(|demand| demand.text.clone()).collect();
    let mut sections = vec![
        section(
            "what",
            &[&profession.tasks, &profession.tools, &profession.workplace, &optional(&profession.typical_day)],
        ),
        section("fit", &[&profession.strengths, &limits, &optional(&profession.accessibility)]),
        section("routes", &[&routes]),
        section("study", &[]),
        section("then", &[&optional(&profession.progression), &own, &optional(&profession.changing), &demand]),
        section("try", &[&profession.try_it]),
        section("questions", &[&profession.questions_to_ask]),
    ];
    for section in sections.iter_mut().flatten() {
        let words = match section.anchor.as_str() {
            "fit" => &fit,
            "routes" => &ways,
            _ => continue,
        };
        plain::part(&mut section.text);
        section.text.push_str(&words.join(". "));
    }
    let institutions = &site.handbook.lists.institutions;
    if let Some(study) = sections.iter_mut().flatten().find(|section| section.anchor == "study") {
        let places = profession.study_at.iter().filter_map(|place| institutions.find(&place.institution.1));
        study.text = places.filter_map(|place| place.title.own(lang).cloned()).collect::<Vec<_>>().join(". ");
    }
    sections.into_iter().flatten().filter(|section| !section.text.is_empty()).collect()
}
