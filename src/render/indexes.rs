//! Indexes as plain HTML: all pages of the site by letter, and the professions by letter, field, interest, school subject,
//! way in, region, and by what an editor has still to confirm; the pages by whom they are for; the terms of the glossary;
//! the figures and tables of a publication.
//!
//! A short index is one page. A long one has a page for each of its groups, and a first page that leads to them.

mod groups;

use serde::Serialize;

use super::index_kind::IndexKind;
use super::{LinkView, Listing, Site, urls};
use crate::address::OutPath;
use crate::lang::Lang;
use crate::parse::Interests;
use crate::resolve::{EntryId, Handbook, collator};
use crate::theme::Theme;
use groups::Maker;

pub use groups::letter_of;

/// More lines than this are divided into a page a group.
const WHOLE: usize = 800;

/// An index in one language.
#[derive(Debug)]
pub struct Index {
    pub which: IndexKind,
    pub groups: Vec<Group>,
}

/// A letter, a field, … and what stands under it.
#[derive(Debug)]
pub struct Group {
    /// Name of the group's page and end of its anchor.
    pub key: String,
    title: String,
    summary: String,
    icon: Option<String>,
    lines: Vec<Line>,
}

/// A line of an index.
#[derive(Debug)]
struct Line {
    title: String,
    /// The page's title, where the line is another one.
    also: Option<String>,
    note: String,
    entry: EntryId,
    /// Where on its page.
    anchor: Option<String>,
}

/// An index, as the template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct IndexView {
    pub title: String,
    pub lead: String,
    /// Whether it lists letters: those are shown in one row.
    pub letters: bool,
    /// Whether it is of the whole site.
    pub whole_site: bool,
    pub groups: Vec<GroupView>,
    /// Group that the page is of, if it is of one.
    pub shown: Option<String>,
}

/// A group, as the template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct GroupView {
    pub title: String,
    pub summary: String,
    pub icon: Option<String>,
    pub id: String,
    pub count: usize,
    /// The group's own page, if it has one.
    pub url: Option<String>,
    pub lines: Vec<LineView>,
    /// Where all of the group can be printed.
    pub booklet: Option<String>,
}

/// A line, as the template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LineView {
    pub title: String,
    pub url: String,
    pub note: String,
    pub summary: String,
    pub also: Option<String>,
}

/// The indexes of a site, for each language in the order of its letters.
pub fn indexes(handbook: &Handbook, theme: &Theme) -> Vec<Vec<Index>> {
    let of_language = |lang: Lang| {
        let collator = collator(handbook.config.languages.code(lang));
        let maker = Maker { handbook, lang, strings: &theme.strings[lang.index()], theme, collator: collator.as_ref() };
        let mut wanted = vec![IndexKind::Site];
        if !handbook.professions.is_empty() {
            wanted.extend(IndexKind::PROFESSIONS);
        }
        wanted.extend([IndexKind::Audience, IndexKind::Terms]);
        wanted.extend((0..handbook.config.publications.len()).map(IndexKind::Figures));
        let made = wanted.into_iter().map(|which| Index { which, groups: maker.groups(which) });
        // The indexes of professions lead to each other; others that have nothing in them are not made.
        let made = made
            .filter(|index| index.which == IndexKind::Site || index.which.of_professions() || !index.groups.is_empty());
        made.collect()
    };
    handbook.config.languages.iter().map(of_language).collect()
}

impl Index {
    /// Whether the groups have pages of their own.
    pub fn is_divided(&self) -> bool {
        self.groups.iter().map(|group| group.lines.len()).sum::<usize>() > WHOLE
    }

    /// What the index lists, each once, in its order; lines that only lead to another name are passed over.
    pub fn professions(&self) -> Vec<EntryId> {
        let lines = self.groups.iter().flat_map(|group| &group.lines);
        lines.filter(|line| line.also.is_none()).map(|line| line.entry).collect()
    }
}

/// `R-I-S`: the letters of interest that describe a profession.
pub fn code(interests: &Interests) -> String {
    interests.code().into_iter().map(|letter| Interests::LETTERS[letter]).collect::<Vec<_>>().join("-")
}

/// What an index's page, or the page of its group number `shown`, is given.
pub fn view(site: &Site, lang: Lang, from: &OutPath, which: IndexKind, shown: Option<usize>) -> IndexView {
    let strings = site.strings(lang);
    let (title, lead) = (which.words(), which.lead());
    let index = site.index(lang, which);
    let groups = index.map_or(&[][..], |index| &index.groups);
    let divided = index.is_some_and(Index::is_divided);
    let view = |(at, group): (usize, &Group)| GroupView {
        title: group.title.clone(),
        summary: group.summary.clone(),
        icon: group.icon.clone(),
        id: anchor(which, &group.key),
        count: group.lines.len(),
        url: divided.then(|| from.link_to(&urls::index_part(site, lang, which, &group.key))),
        lines: match divided && shown != Some(at) {
            true => Vec::new(),
            false => group.lines.iter().map(|line| line_view(site, lang, from, which, line)).collect(),
        },
        booklet: match which {
            IndexKind::Field => site.booklet(lang, &group.key).map(|at| from.link_to(&urls::booklet(site, lang, at))),
            _ => None,
        },
    };
    IndexView {
        title: strings.text(title).to_string(),
        lead: strings.text(&lead).to_string(),
        letters: matches!(which, IndexKind::Site | IndexKind::Letter | IndexKind::Terms),
        whole_site: !which.of_professions(),
        groups: groups.iter().enumerate().map(view).collect(),
        shown: shown.and_then(|at| groups.get(at)).map(|group| group.title.clone()),
    }
}

fn anchor(which: IndexKind, key: &str) -> String {
    format!("{}-{key}", which.prefix())
}

/// An index as the search finds it. Groups with pages of their own are left out, and so are letters: nobody seeks them.
pub fn listing(site: &Site, lang: Lang, which: IndexKind) -> Option<Listing> {
    let index = site.index(lang, which).filter(|index| !index.groups.is_empty())?;
    let strings = site.strings(lang);
    let group = |group: &Group| {
        // All pages for teachers are too many to say anything of the group.
        let lines = if which == IndexKind::Audience { &[][..] } else { &group.lines };
        let titles: Vec<&str> = lines.iter().map(|line| line.title.as_str()).collect();
        let text = [&group.summary, &titles.join(", ")].map(String::as_str).join(" ");
        (anchor(which, &group.key), group.title.clone(), text.trim().to_string())
    };
    let whole = which != IndexKind::Letter && !index.is_divided();
    Some(Listing {
        url: urls::index(site, lang, which),
        title: strings.text(which.words()).to_string(),
        lead: strings.text(&which.lead()).to_string(),
        keywords: Vec::new(),
        groups: if whole { index.groups.iter().map(group).collect() } else { Vec::new() },
    })
}

/// Where a group of an index is, from another page.
pub fn group_url(site: &Site, lang: Lang, from: &OutPath, which: IndexKind, key: &str) -> Option<String> {
    let index = site.index(lang, which).filter(|index| index.groups.iter().any(|group| group.key == key))?;
    Some(match index.is_divided() {
        true => from.link_to(&urls::index_part(site, lang, which, key)),
        false => format!("{}#{}", from.link_to(&urls::index(site, lang, which)), anchor(which, key)),
    })
}

fn line_view(site: &Site, lang: Lang, from: &OutPath, which: IndexKind, line: &Line) -> LineView {
    let entry = site.handbook.entry(line.entry);
    LineView {
        title: line.title.clone(),
        url: match &line.anchor {
            Some(anchor) => format!("{}#{anchor}", urls::link(site, from, line.entry, lang)),
            None => urls::link(site, from, line.entry, lang),
        },
        note: line.note.clone(),
        summary: match which {
            IndexKind::Site | IndexKind::Letter | IndexKind::Review | IndexKind::Figures(_) => String::new(),
            // A line that leads to another name does not explain it too.
            IndexKind::Terms if line.also.is_some() => String::new(),
            _ => entry.summary(lang, &site.handbook.config),
        },
        also: line.also.clone(),
    }
}

/// The indexes of professions that have anything in them.
pub fn ways(site: &Site, lang: Lang, from: &OutPath) -> Vec<LinkView> {
    let found = IndexKind::WAYS
        .into_iter()
        .filter(|which| site.index(lang, *which).is_some_and(|index| !index.groups.is_empty()));
    found
        .map(|which| LinkView {
            title: site.strings(lang).text(&format!("{}_short", which.words())).to_string(),
            url: from.link_to(&urls::index(site, lang, which)),
        })
        .collect()
}
