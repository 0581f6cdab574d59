//! Indexes as plain HTML: all pages of the site by letter, and the professions by letter, field, interest, school subject,
//! way in, region, and by what an editor has still to confirm; the pages by whom they are for; the terms of the glossary;
//! the figures and tables of a publication.
//!
//! A short index is one page. A long one has a page for each of its groups, and a first page that leads to them.

mod groups;

use serde::Serialize;

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

/// Which index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// Every page of the site, by letter.
    Site,
    Letter,
    Field,
    Interest,
    Subject,
    Route,
    Region,
    /// What an editor has still to confirm.
    Review,
    /// The pages by whom they are for.
    Audience,
    /// The terms of the glossary, by letter.
    Terms,
    /// The figures and tables of a publication, by its number.
    Figures(usize),
}

impl Which {
    /// The indexes of professions.
    const PROFESSIONS: [Which; 7] =
        [Which::Letter, Which::Field, Which::Interest, Which::Subject, Which::Route, Which::Region, Which::Review];

    /// The ways to professions, as pages offer them.
    pub const WAYS: [Which; 6] =
        [Which::Letter, Which::Field, Which::Interest, Which::Subject, Which::Route, Which::Region];

    /// Whether it lists professions, and so belongs to the encyclopedia.
    pub fn of_professions(self) -> bool {
        Which::PROFESSIONS.contains(&self)
    }

    /// Path of the index in a language's tree, without `.html`; also the folder of its groups' pages.
    pub fn stem(self, handbook: &Handbook) -> String {
        let stem = match self {
            Which::Site => "alphabet",
            Which::Letter => "finder/by-letter",
            Which::Field => "finder/by-field",
            Which::Interest => "finder/by-interest",
            Which::Subject => "finder/by-subject",
            Which::Route => "finder/by-route",
            Which::Region => "finder/by-region",
            Which::Review => "finder/review",
            Which::Audience => "audience",
            Which::Terms => "terms",
            Which::Figures(publication) => {
                let publication = &handbook.config.publications[publication];
                return format!("{}/{FIGURES}", publication.id);
            }
        };
        stem.to_string()
    }

    /// Key of what the index says of itself below its title.
    fn lead(self) -> String {
        match self {
            Which::Audience => "for_whom.lead".into(),
            Which::Terms => "glossary.lead".into(),
            other => format!("{}_lead", other.words()),
        }
    }

    /// Key of the index's title in the words of the interface.
    fn words(self) -> &'static str {
        match self {
            Which::Site => "search.alphabet",
            Which::Letter => "finder.by.letter",
            Which::Field => "finder.by.field",
            Which::Interest => "finder.by.interest",
            Which::Subject => "finder.by.subject",
            Which::Route => "finder.by.route",
            Which::Region => "finder.by.region",
            Which::Review => "finder.by.review",
            Which::Audience => "for_whom.title",
            Which::Terms => "glossary.title",
            Which::Figures(_) => "figure.list",
        }
    }

    /// What the ids of its groups begin with.
    fn prefix(self) -> &'static str {
        match self {
            Which::Site | Which::Letter => "letter",
            Which::Field => "field",
            Which::Interest => "interest",
            Which::Subject => "subject",
            Which::Route => "route",
            Which::Region => "region",
            Which::Review => "review",
            Which::Audience => "audience",
            Which::Terms => "term",
            Which::Figures(_) => "chapter",
        }
    }
}

/// Name of the page that lists the figures and tables of a publication.
pub const FIGURES: &str = "figures";

/// An index in one language.
#[derive(Debug)]
pub struct Index {
    pub which: Which,
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
        let mut wanted = vec![Which::Site];
        if !handbook.professions.is_empty() {
            wanted.extend(Which::PROFESSIONS);
        }
        wanted.extend([Which::Audience, Which::Terms]);
        wanted.extend((0..handbook.config.publications.len()).map(Which::Figures));
        let made = wanted.into_iter().map(|which| Index { which, groups: maker.groups(which) });
        // The indexes of professions lead to each other; others that have nothing in them are not made.
        let made =
            made.filter(|index| index.which == Which::Site || index.which.of_professions() || !index.groups.is_empty());
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
pub fn view(site: &Site, lang: Lang, from: &OutPath, which: Which, shown: Option<usize>) -> IndexView {
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
            Which::Field => site.booklet(lang, &group.key).map(|at| from.link_to(&urls::booklet(site, lang, at))),
            _ => None,
        },
    };
    IndexView {
        title: strings.text(title).to_string(),
        lead: strings.text(&lead).to_string(),
        letters: matches!(which, Which::Site | Which::Letter | Which::Terms),
        whole_site: !which.of_professions(),
        groups: groups.iter().enumerate().map(view).collect(),
        shown: shown.and_then(|at| groups.get(at)).map(|group| group.title.clone()),
    }
}

fn anchor(which: Which, key: &str) -> String {
    format!("{}-{key}", which.prefix())
}

/// An index as the search finds it. Groups with pages of their own are left out, and so are letters: nobody seeks them.
pub fn listing(site: &Site, lang: Lang, which: Which) -> Option<Listing> {
    let index = site.index(lang, which).filter(|index| !index.groups.is_empty())?;
    let strings = site.strings(lang);
    let group = |group: &Group| {
        // All pages for teachers are too many to say anything of the group.
        let lines = if which == Which::Audience { &[][..] } else { &group.lines };
        let titles: Vec<&str> = lines.iter().map(|line| line.title.as_str()).collect();
        let text = [&group.summary, &titles.join(", ")].map(String::as_str).join(" ");
        (anchor(which, &group.key), group.title.clone(), text.trim().to_string())
    };
    let whole = which != Which::Letter && !index.is_divided();
    Some(Listing {
        url: urls::index(site, lang, which),
        title: strings.text(which.words()).to_string(),
        lead: strings.text(&which.lead()).to_string(),
        keywords: Vec::new(),
        groups: if whole { index.groups.iter().map(group).collect() } else { Vec::new() },
    })
}

/// Where a group of an index is, from another page.
pub fn group_url(site: &Site, lang: Lang, from: &OutPath, which: Which, key: &str) -> Option<String> {
    let index = site.index(lang, which).filter(|index| index.groups.iter().any(|group| group.key == key))?;
    Some(match index.is_divided() {
        true => from.link_to(&urls::index_part(site, lang, which, key)),
        false => format!("{}#{}", from.link_to(&urls::index(site, lang, which)), anchor(which, key)),
    })
}

fn line_view(site: &Site, lang: Lang, from: &OutPath, which: Which, line: &Line) -> LineView {
    let entry = site.handbook.entry(line.entry);
    LineView {
        title: line.title.clone(),
        url: match &line.anchor {
            Some(anchor) => format!("{}#{anchor}", urls::link(site, from, line.entry, lang)),
            None => urls::link(site, from, line.entry, lang),
        },
        note: line.note.clone(),
        summary: match which {
            Which::Site | Which::Letter | Which::Review | Which::Figures(_) => String::new(),
            // A line that leads to another name does not explain it too.
            Which::Terms if line.also.is_some() => String::new(),
            _ => entry.summary(lang, &site.handbook.config),
        },
        also: line.also.clone(),
    }
}

/// The indexes of professions that have anything in them.
pub fn ways(site: &Site, lang: Lang, from: &OutPath) -> Vec<LinkView> {
    let found =
        Which::WAYS.into_iter().filter(|which| site.index(lang, *which).is_some_and(|index| !index.groups.is_empty()));
    found
        .map(|which| LinkView {
            title: site.strings(lang).text(&format!("{}_short", which.words())).to_string(),
            url: from.link_to(&urls::index(site, lang, which)),
        })
        .collect()
}
