//! The finder, the indexes of professions and the index by audience, as the search lists them.

use crate::address::paths;
use crate::lang::Lang;
use crate::plan::{Group, IndexKind, Inputs, anchor};

/// A page that lists others; texts are plain.
pub struct Listing {
    pub url: String,
    pub title: String,
    pub lead: String,
    /// Words by which it is sought, beside its title.
    pub keywords: Vec<String>,
    /// Anchor, heading and text of what it is divided into.
    pub groups: Vec<(String, String, String)>,
}

/// Every page of a language that lists others and can be found.
pub fn listings(site: &Inputs, lang: Lang) -> Vec<Listing> {
    let strings = site.strings(lang);
    let professions = site.handbook.has_professions();
    let finder = professions.then(|| Listing {
        url: paths::finder(site.handbook.config.languages.code(lang)),
        title: strings.text("finder.title").to_string(),
        lead: strings.text("finder.lead").to_string(),
        keywords: strings.list("finder.terms").to_vec(),
        groups: Vec::new(),
    });
    let ways = IndexKind::WAYS.into_iter().filter(|_| professions);
    let indexes = ways.chain([IndexKind::Audience]).filter_map(|which| listing(site, lang, which));
    finder.into_iter().chain(indexes).collect()
}

/// An index as the search finds it. Groups with pages of their own are left out, and so are letters: nobody seeks them.
fn listing(site: &Inputs, lang: Lang, which: IndexKind) -> Option<Listing> {
    let index = site.plan.index(lang, which).filter(|index| !index.groups.is_empty())?;
    let strings = site.strings(lang);
    let group = |group: &Group| {
        // All pages for teachers are too many to say anything of the group.
        let lines = if which == IndexKind::Audience { &[][..] } else { &group.lines };
        let titles: Vec<&str> = lines.iter().map(|line| line.title.as_str()).collect();
        let text = [&group.summary, &titles.join(", ")].map(String::as_str).join(" ");
        (anchor(which, &group.key), group.title.clone(), text.trim().to_string())
    };
    // The kinds of readers have pages of their own, and the first page leads to each at the place of its anchor.
    let whole = which != IndexKind::Letter && (!index.is_divided() || which == IndexKind::Audience);
    Some(Listing {
        url: paths::page(site.handbook.config.languages.code(lang), &which.stem(site.handbook)),
        title: strings.text(which.words()).to_string(),
        lead: strings.text(&which.lead()).to_string(),
        keywords: Vec::new(),
        groups: if whole { index.groups.iter().map(group).collect() } else { Vec::new() },
    })
}
