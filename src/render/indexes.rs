//! The pages of indexes, as their template gets them.

use serde::Serialize;

use super::{LinkView, borrowed, urls};
use crate::address::OutPath;
use crate::lang::Lang;
use crate::plan::{Group, Index, IndexKind, Inputs, Line, anchor};

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

/// What an index's page, or the page of its group number `shown`, is given.
pub fn view(site: &Inputs, lang: Lang, from: &OutPath, which: IndexKind, shown: Option<usize>) -> IndexView {
    let strings = site.strings(lang);
    let (title, lead) = (which.words(), which.lead());
    let index = site.plan.index(lang, which);
    let groups = index.map_or(&[][..], |index| &index.groups);
    let divided = index.is_some_and(Index::is_divided);
    let view = |(at, group): (usize, &Group)| GroupView {
        title: borrowed::quiet(site, &group.title, group.shown, lang),
        summary: borrowed::quiet(site, &group.summary, group.shown, lang),
        icon: group.icon.clone(),
        id: anchor(which, &group.key),
        count: group.lines.len(),
        url: divided.then(|| from.link_to(&urls::index_part(site, lang, which, &group.key))),
        lines: match divided && shown != Some(at) {
            true => Vec::new(),
            false => group.lines.iter().map(|line| line_view(site, lang, from, which, line)).collect(),
        },
        booklet: match which {
            IndexKind::Field => {
                site.plan.booklet(lang, &group.key).map(|at| from.link_to(&urls::booklet(site, lang, at)))
            }
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

/// Where a group of an index is, from another page.
pub fn group_url(site: &Inputs, lang: Lang, from: &OutPath, which: IndexKind, key: &str) -> Option<String> {
    let index = site.plan.index(lang, which).filter(|index| index.groups.iter().any(|group| group.key == key))?;
    Some(match index.is_divided() {
        true => from.link_to(&urls::index_part(site, lang, which, key)),
        false => format!("{}#{}", from.link_to(&urls::index(site, lang, which)), anchor(which, key)),
    })
}

fn line_view(site: &Inputs, lang: Lang, from: &OutPath, which: IndexKind, line: &Line) -> LineView {
    let entry = site.handbook.entry(line.entry);
    LineView {
        title: match (&line.also, &line.anchor, which) {
            // Of a borrowed page also its title is.
            (None, None, which) if !matches!(which, IndexKind::Figures(_)) => {
                borrowed::quiet(site, &line.title, entry.title(lang, &site.handbook.config).1, lang)
            }
            _ => line.title.clone(),
        },
        url: match &line.anchor {
            Some(anchor) => format!("{}#{anchor}", urls::link(site, from, line.entry, lang)),
            None => urls::link(site, from, line.entry, lang),
        },
        note: line.note.clone(),
        summary: match which {
            IndexKind::Site | IndexKind::Letter | IndexKind::Unknown | IndexKind::Review | IndexKind::Figures(_) => {
                String::new()
            }
            // A line that leads to another name does not explain it too.
            IndexKind::Terms if line.also.is_some() => String::new(),
            _ => borrowed::summary(site, line.entry, lang),
        },
        also: line.also.clone(),
    }
}

/// The indexes of professions that have anything in them.
pub fn ways(site: &Inputs, lang: Lang, from: &OutPath) -> Vec<LinkView> {
    let found = IndexKind::WAYS
        .into_iter()
        .filter(|which| site.plan.index(lang, *which).is_some_and(|index| !index.groups.is_empty()));
    found
        .map(|which| LinkView {
            title: site.strings(lang).text(&format!("{}_short", which.words())).to_string(),
            url: from.link_to(&urls::index(site, lang, which)),
        })
        .collect()
}
