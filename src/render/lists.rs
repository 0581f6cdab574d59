//! The parts of a page that list other pages: header and footer, breadcrumbs, contents, neighbours.
//!
//! Each is bounded, whatever the size of the publication.

use serde::Serialize;

use super::{LinkView, borrowed, indexes, urls};
use crate::address::OutPath;
use crate::config::Publication;
use crate::lang::Lang;
use crate::plan::{IndexKind, Inputs, letter_of};
use crate::resolve::{Entry, EntryId, Kind};

/// Most pages of a chapter that a publication's contents list.
const CHAPTER_PAGES: usize = 24;
/// Most professions of a field that an encyclopedia's contents list.
const FIELD_PROFESSIONS: usize = 24;

/// What every page knows of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SiteView {
    pub title: String,
    pub tagline: String,
    pub home_url: String,
    pub about: Option<LinkView>,
    pub license: String,
    pub contacts: Vec<ContactView>,
    /// The finder of professions, if there are any.
    pub finder: Option<LinkView>,
    pub publications: Vec<PublicationView>,
}

/// A line of the footer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ContactView {
    pub label: String,
    pub text: String,
    pub href: Option<String>,
}

/// Where the search of a page's language is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SearchView {
    /// The alphabetical index, where the box leads without JavaScript.
    pub action: String,
    /// The page of results.
    pub results: String,
    /// Folder of the search's files.
    pub data: String,
    pub lang: &'static str,
    /// The language to fall back to.
    pub other_lang: Option<&'static str>,
}

/// A publication, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PublicationView {
    pub id: String,
    pub title: String,
    /// Its name where there is little room.
    pub short: String,
    pub summary: String,
    pub url: String,
    pub hue: String,
    pub icon: String,
}

/// A publication, as the home page shows it. Other pages don't count: they would change with every page that is added.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CountedView {
    #[serde(flatten)]
    pub publication: PublicationView,
    /// How many pages or professions it has.
    pub count: usize,
    /// `pages` or `professions`.
    pub count_of: &'static str,
}

/// A page in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EntryView {
    /// Its number, in a publication that numbers its chapters.
    pub number: Option<String>,
    pub title: String,
    pub summary: String,
    pub url: String,
    /// Whether it is in another language, for want of a translation.
    pub fallback: bool,
    /// Whether it is shown only to those who write it.
    pub draft: bool,
    pub children: Vec<EntryView>,
    /// Children that are not listed.
    pub more: usize,
}

/// The professions of a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct GroupView {
    pub id: String,
    pub title: String,
    pub summary: String,
    pub icon: String,
    pub items: Vec<EntryView>,
    /// Professions that are not listed, and where they are.
    pub more: usize,
    pub url: Option<String>,
}

/// A step of the way from the home page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Crumb {
    pub title: String,
    /// `None`: the page itself.
    pub url: Option<String>,
}

/// Where a page stands: the publication's chapters, the one that it is in with its pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NavView {
    pub title: String,
    pub url: String,
    pub items: Vec<NavItem>,
}

/// A chapter or a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NavItem {
    pub number: Option<String>,
    pub title: String,
    pub url: String,
    pub current: bool,
    /// The pages of the chapter that is open.
    pub children: Vec<NavItem>,
}

/// Where the search is; `root` is put before every address.
pub fn search_view(site: &Inputs, lang: Lang, root: &str) -> SearchView {
    let languages = &site.handbook.config.languages;
    SearchView {
        action: format!("{root}{}", urls::index(site, lang, IndexKind::Site)),
        results: format!("{root}{}", urls::results(site, lang)),
        data: format!("{root}{}/", crate::address::SEARCH_FOLDER),
        lang: languages.code(lang),
        other_lang: languages.other(lang).map(|other| languages.code(other)),
    }
}

/// What pages of a language know of the site, with the licence line of each language; `root` is put before every address.
pub fn site_view(site: &Inputs, license: &[String], lang: Lang, root: &str) -> SiteView {
    let handbook = site.handbook;
    let config = &handbook.config;
    let url = |id: EntryId| format!("{root}{}", urls::page(site, id, lang));
    let contact = |contact: &crate::config::Contact| ContactView {
        label: borrowed::listed(site, &contact.label, lang),
        text: borrowed::listed(site, &contact.text, lang),
        href: contact.href.clone(),
    };
    SiteView {
        title: borrowed::listed(site, &config.title, lang),
        tagline: config.tagline.as_ref().map_or_else(String::new, |tagline| borrowed::listed(site, tagline, lang)),
        home_url: url(handbook.home),
        about: handbook.about.map(|id| LinkView { title: borrowed::title(site, id, lang), url: url(id) }),
        license: license[lang.index()].clone(),
        contacts: config.contacts.iter().map(contact).collect(),
        finder: handbook.has_professions().then(|| LinkView {
            title: site.strings(lang).text("finder.title").to_string(),
            url: format!("{root}{}", urls::finder(site, lang)),
        }),
        publications: (0..config.publications.len())
            .map(|index| publication_view(site, index, lang, url(handbook.contents[index])))
            .collect(),
    }
}

/// A publication as lists show it; `url` is its contents page.
pub fn publication_view(site: &Inputs, index: usize, lang: Lang, url: String) -> PublicationView {
    let publication = &site.handbook.config.publications[index];
    PublicationView {
        id: publication.id.clone(),
        title: borrowed::listed(site, &publication.title, lang),
        short: borrowed::listed(site, publication.short_title(), lang),
        summary: borrowed::summary(site, site.handbook.contents[index], lang),
        url,
        hue: hue(site, index),
        icon: icon(publication),
    }
}

/// The hue of a publication: the one it names, or one of the theme's by its place in the list.
pub fn hue(site: &Inputs, index: usize) -> String {
    let own = site.handbook.config.publications[index].hue.clone();
    own.unwrap_or_else(|| site.theme.hues[index % site.theme.hues.len()].clone())
}

fn icon(publication: &Publication) -> String {
    publication.icon.clone().unwrap_or_else(|| "publication/other".into())
}

/// The way from the home page to an entry.
pub fn breadcrumbs(site: &Inputs, id: EntryId, lang: Lang, from: &OutPath) -> Vec<Crumb> {
    let title = borrowed::title(site, id, lang);
    let mut crumbs = match site.handbook.entry(id).parent {
        Some(parent) => breadcrumbs_below(site, parent, lang, from),
        None => vec![home_crumb(site, lang, from)],
    };
    crumbs.push(Crumb { title, url: None });
    crumbs
}

/// The way from the home page to something that lies under an entry, without that itself.
pub fn breadcrumbs_below(site: &Inputs, id: EntryId, lang: Lang, from: &OutPath) -> Vec<Crumb> {
    let mut crumbs = Vec::new();
    let mut at = Some(id);
    while let Some(parent) = at {
        let entry = site.handbook.entry(parent);
        crumbs.push(Crumb {
            title: borrowed::title(site, parent, lang),
            url: Some(urls::link(site, from, parent, lang)),
        });
        at = entry.parent;
    }
    crumbs.push(home_crumb(site, lang, from));
    crumbs.reverse();
    crumbs
}

fn home_crumb(site: &Inputs, lang: Lang, from: &OutPath) -> Crumb {
    let url = urls::link(site, from, site.handbook.home, lang);
    Crumb { title: site.strings(lang).text("header.home").to_string(), url: Some(url) }
}

fn entry_view(site: &Inputs, id: EntryId, lang: Lang, from: &OutPath) -> EntryView {
    let entry = site.handbook.entry(id);
    let (title, actual) = entry.title(lang, &site.handbook.config);
    EntryView {
        number: number(site, id),
        title: borrowed::quiet(site, &title, actual, lang),
        summary: borrowed::summary(site, id, lang),
        url: urls::link(site, from, id, lang),
        fallback: actual != lang,
        draft: entry.is_draft(lang),
        children: Vec::new(),
        more: 0,
    }
}

/// The pages of a chapter; a figure stands where a text shows it.
pub fn children(site: &Inputs, id: EntryId, lang: Lang, from: &OutPath) -> Vec<EntryView> {
    site.plan.listed(id, lang).iter().map(|id| entry_view(site, *id, lang, from)).collect()
}

/// Most terms that a glossary's contents list.
const LETTER_TERMS: usize = 200;

/// The terms that a contents page lists, by letter; nothing if there are too many, for the index of terms has them all.
pub fn letters(site: &Inputs, entry: &Entry, lang: Lang, from: &OutPath) -> Vec<GroupView> {
    let terms = entry.children[lang.index()].iter().filter(|id| site.handbook.entry(**id).term().is_some());
    let terms: Vec<EntryId> = terms.copied().collect();
    if terms.len() > LETTER_TERMS {
        return Vec::new();
    }
    let mut letters: Vec<GroupView> = Vec::new();
    // Terms come in the order of the alphabet.
    for id in terms {
        let item = entry_view(site, id, lang, from);
        let letter = letter_of(&site.handbook.entry(id).title(lang, &site.handbook.config).0);
        match letters.last_mut().filter(|group| group.title == letter) {
            Some(group) => group.items.push(item),
            None => letters.push(GroupView {
                id: format!("site-letter-{}", letters.len() + 1),
                title: letter,
                summary: String::new(),
                icon: String::new(),
                items: vec![item],
                more: 0,
                url: None,
            }),
        }
    }
    letters
}

/// The chapters and pages of a publication, chapters with their first pages.
pub fn contents(site: &Inputs, entry: &Entry, lang: Lang, from: &OutPath) -> Vec<EntryView> {
    // Professions stand under their fields, terms under their letters, and a figure where a text shows it.
    let listed = |id: &&EntryId| match site.handbook.entry(**id).kind {
        Kind::Profession | Kind::Term => false,
        Kind::Data => !site.handbook.numbers.shown[lang.index()].contains_key(*id),
        _ => true,
    };
    entry.children[lang.index()]
        .iter()
        .filter(listed)
        .map(|id| {
            let inner: Vec<&EntryId> = site.handbook.entry(*id).children[lang.index()].iter().filter(listed).collect();
            EntryView {
                children: inner.iter().take(CHAPTER_PAGES).map(|id| entry_view(site, **id, lang, from)).collect(),
                more: inner.len().saturating_sub(CHAPTER_PAGES),
                ..entry_view(site, *id, lang, from)
            }
        })
        .collect()
}

/// The anchor of a field on its publication's contents page.
pub fn field_anchor(field: &str) -> String {
    format!("field-{field}")
}

/// The icon of a field, if the theme has one for it.
pub fn field_icon(site: &Inputs, field: &str) -> String {
    site.theme.icon_or(&format!("field/{field}"), "field/other")
}

/// The professions that a contents page lists, by field.
pub fn groups(site: &Inputs, entry: &Entry, lang: Lang, from: &OutPath) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = Vec::new();
    for id in &entry.children[lang.index()] {
        let Some(profession) = site.handbook.entry(*id).profession() else { continue };
        let Some(field) = site.handbook.lists.fields.find(&profession.field.1) else { continue };
        let anchor = field_anchor(&field.id);
        // Professions come sorted by field.
        match groups.last_mut().filter(|group| group.id == anchor) {
            Some(group) if group.items.len() == FIELD_PROFESSIONS => group.more += 1,
            Some(group) => group.items.push(entry_view(site, *id, lang, from)),
            None => groups.push(GroupView {
                id: anchor,
                title: borrowed::listed(site, &field.title, lang),
                summary: field
                    .summary
                    .as_ref()
                    .map_or_else(String::new, |summary| borrowed::listed(site, summary, lang)),
                icon: field_icon(site, &field.id),
                items: vec![entry_view(site, *id, lang, from)],
                more: 0,
                url: indexes::group_url(site, lang, from, IndexKind::Field, &field.id),
            }),
        }
    }
    groups
}

/// Where an entry stands in its publication.
pub fn map(site: &Inputs, id: EntryId, lang: Lang, from: &OutPath) -> Option<NavView> {
    let map = site.plan.map(site.handbook, id, lang)?;
    let item = |other: EntryId| NavItem {
        number: number(site, other),
        title: borrowed::title(site, other, lang),
        url: urls::link(site, from, other, lang),
        current: other == id,
        children: Vec::new(),
    };
    let chapter = |other: &EntryId| {
        let pages = if *other == map.chapter { map.pages } else { &[] };
        NavItem { children: pages.iter().map(|page| item(*page)).collect(), ..item(*other) }
    };
    Some(NavView {
        title: borrowed::title(site, map.contents, lang),
        url: urls::link(site, from, map.contents, lang),
        items: map.chapters.iter().map(chapter).collect(),
    })
}

/// The number of a chapter or page, if its publication numbers them.
pub fn number(site: &Inputs, id: EntryId) -> Option<String> {
    site.handbook.numbers.chapters[id.0 as usize].clone()
}

/// A title with its number before it.
fn numbered_title(site: &Inputs, id: EntryId, lang: Lang) -> String {
    let title = borrowed::title(site, id, lang);
    number(site, id).map_or(title.clone(), |number| format!("{number} {title}"))
}

/// Where the figure or table is shown that has the page of `id`.
pub fn shown_at(site: &Inputs, id: EntryId, lang: Lang, from: &OutPath) -> Option<LinkView> {
    let (page, n) = site.handbook.numbers.shown[lang.index()].get(&id)?;
    let (version, _) = site.handbook.entry(*page).version(lang)?;
    let anchor = version.parsed.content.body.numbered.get(*n).map_or("", |numbered| numbered.id.as_str());
    let url = urls::link(site, from, *page, lang);
    Some(LinkView {
        title: numbered_title(site, *page, lang),
        url: if anchor.is_empty() { url } else { format!("{url}#{anchor}") },
    })
}

/// The page before and the page after in reading order.
pub fn pager(site: &Inputs, id: EntryId, lang: Lang, from: &OutPath) -> (Option<LinkView>, Option<LinkView>) {
    let link = |id: EntryId| LinkView { title: numbered_title(site, id, lang), url: urls::link(site, from, id, lang) };
    let (before, after) = site.handbook.neighbours(id, lang);
    (before.map(link), after.map(link))
}
