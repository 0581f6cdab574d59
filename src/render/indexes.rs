//! Indexes as plain HTML: all pages of the site by letter, and the professions by letter, field, interest, school subject,
//! way in, region, and by what an editor has still to confirm; the pages by whom they are for; the terms of the glossary;
//! the figures and tables of a publication.
//!
//! A short index is one page. A long one has a page for each of its groups, and a first page that leads to them.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use serde::Serialize;

use super::{LinkView, Listing, Site, urls};
use crate::address::OutPath;
use crate::config::Lang;
use crate::i18n::Strings;
use crate::parse::{AUDIENCES, Interests, NumberedKind, Profession, ROUTE_KINDS, Term};
use crate::resolve::{EntryId, Handbook, Kind, Target, capitalised, collator};
use crate::theme::Theme;

/// More lines than this are divided into a page a group.
const WHOLE: usize = 400;

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

/// Makes the groups of one language.
struct Maker<'a> {
    handbook: &'a Handbook,
    lang: Lang,
    strings: &'a Strings,
    theme: &'a Theme,
    collator: Option<&'a CollatorBorrowed<'static>>,
}

impl Maker<'_> {
    fn groups(&self, which: Which) -> Vec<Group> {
        let terms = |terms: &[Term], of: fn(&Profession) -> Vec<&str>| -> Vec<Group> {
            let group = |term: &Term| {
                let lines = self.lines(|profession| of(profession).contains(&term.id.as_str()).then(String::new));
                let summary = term.summary.as_ref().map_or("", |summary| summary.get(self.lang));
                Group { summary: summary.to_string(), ..self.group(&term.id, term.title.get(self.lang), lines) }
            };
            terms.iter().map(group).collect()
        };
        let lists = &self.handbook.lists;
        let mut groups = match which {
            Which::Site => self.letters(self.site_lines()),
            Which::Letter => self.letters(self.profession_lines()),
            Which::Field => {
                let mut fields = terms(&lists.fields.items, |profession| vec![&profession.field.1]);
                for field in &mut fields {
                    field.icon = Some(self.theme.icon_or(&format!("field/{}", field.key), "field/other"));
                }
                fields
            }
            Which::Subject => terms(&lists.subjects.items, |profession| {
                profession.school_subjects.iter().map(|(_, id)| id.as_str()).collect()
            }),
            Which::Interest => (0..Interests::LETTERS.len()).map(|letter| self.interest(letter)).collect(),
            Which::Route => self.routes(),
            Which::Region => lists.regions.items.iter().map(|region| self.region(region)).collect(),
            Which::Review => self.review(),
            Which::Audience => self.audiences(),
            Which::Terms => self.letters(self.term_lines()),
            Which::Figures(publication) => self.figures(publication),
        };
        groups.retain(|group| !group.lines.is_empty());
        groups
    }

    fn group(&self, key: &str, title: &str, lines: Vec<Line>) -> Group {
        Group { key: key.to_string(), title: title.to_string(), summary: String::new(), icon: None, lines }
    }

    /// The professions for which `note` gives something, in the order of the alphabet.
    fn lines(&self, note: impl Fn(&Profession) -> Option<String>) -> Vec<Line> {
        let line = |id: EntryId| {
            let profession = self.handbook.entry(id).profession()?;
            let title = profession.title.get(self.lang).to_string();
            Some(Line { title, also: None, note: note(profession)?, entry: id, anchor: None })
        };
        let mut lines: Vec<Line> = self.handbook.ids().filter_map(line).collect();
        self.sort(&mut lines);
        lines
    }

    fn sort(&self, lines: &mut [Line]) {
        lines.sort_by(|a, b| compare(&a.title, &b.title, self.collator).then(a.entry.cmp(&b.entry)));
    }

    fn site_lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for id in self.handbook.ids().filter(|id| !matches!(self.handbook.entry(*id).kind, Kind::Home)) {
            let entry = self.handbook.entry(id);
            // Most lines are pages; saying so on each would say nothing.
            let note = match crate::search::kind(entry, self.lang).unwrap_or("page") {
                "page" => String::new(),
                kind => self.strings.text(&format!("search.kinds.{kind}")).to_string(),
            };
            self.add_titles(id, &note, &mut lines);
        }
        lines
    }

    fn profession_lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for id in self.handbook.ids().filter(|id| self.handbook.entry(*id).profession().is_some()) {
            self.add_titles(id, "", &mut lines);
        }
        lines
    }

    /// A line for an entry's title and one for each other title of a profession.
    fn add_titles(&self, id: EntryId, note: &str, lines: &mut Vec<Line>) {
        let entry = self.handbook.entry(id);
        let (title, _) = entry.title(self.lang, &self.handbook.config);
        let others = entry.profession().map_or(&[][..], |profession| &profession.alt_titles[self.lang.index()]);
        for other in others.iter().filter(|other| **other != title) {
            let also = Some(title.clone());
            lines.push(Line { title: capitalised(other), also, note: String::new(), entry: id, anchor: None });
        }
        lines.push(Line { title, also: None, note: note.to_string(), entry: id, anchor: None });
    }

    /// Terms with their abbreviations and other words.
    fn term_lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for entry in self.handbook.terms.values() {
            let Some(term) = self.handbook.entry(*entry).term() else { continue };
            let title = capitalised(term.title.get(self.lang));
            for (at, name) in term.names(self.lang).enumerate() {
                let also = (at > 0).then(|| title.clone());
                let name = capitalised(name);
                lines.push(Line { title: name, also, note: String::new(), entry: *entry, anchor: None });
            }
        }
        lines
    }

    /// The pages for each kind of reader, in the order of reading; professions and terms have indexes of their own.
    fn audiences(&self) -> Vec<Group> {
        let config = &self.handbook.config;
        let listed = |kind: &Kind| matches!(kind, Kind::Contents(_) | Kind::Chapter | Kind::Page | Kind::Lesson);
        let group = |audience: &&'static str| {
            let mut lines = Vec::new();
            for (publication, contents) in self.handbook.contents.iter().enumerate() {
                let name = config.publications[publication].short_title().get(self.lang);
                let reading = &self.handbook.reading[self.lang.index()][publication];
                for id in std::iter::once(contents).chain(reading) {
                    let entry = self.handbook.entry(*id);
                    if listed(&entry.kind) && self.handbook.audiences[id.0 as usize].contains(audience) {
                        let note = if id == contents { "" } else { name };
                        let title = entry.title(self.lang, config).0;
                        lines.push(Line { title, also: None, note: note.to_string(), entry: *id, anchor: None });
                    }
                }
            }
            self.group(audience, self.strings.text(&format!("for_whom.of.{audience}")), lines)
        };
        AUDIENCES.iter().map(group).collect()
    }

    /// The figures and tables of a publication, by its chapters.
    fn figures(&self, publication: usize) -> Vec<Group> {
        let config = &self.handbook.config;
        let mut groups: Vec<Group> = Vec::new();
        let contents = self.handbook.contents[publication];
        for id in std::iter::once(&contents).chain(&self.handbook.reading[self.lang.index()][publication]) {
            let entry = self.handbook.entry(*id);
            let Some((page, _)) = entry.version(self.lang) else { continue };
            let labels = &self.handbook.numbers.labels[self.lang.index()][id.0 as usize];
            for (numbered, number) in page.parsed.content.body.numbered.iter().zip(labels) {
                let data = match numbered.kind {
                    NumberedKind::Data(link) => match page.targets.get(link as usize) {
                        Some(Target::Data(data)) => self.handbook.entry(*data).data(),
                        _ => None,
                    },
                    _ => None,
                };
                let is_figure = data.map_or(numbered.kind == NumberedKind::Figure, |data| data.shape.is_figure());
                let label = if is_figure { "figure.label" } else { "figure.table_label" };
                let label = self.strings.text(label).replace("{n}", &number.to_string());
                let title = data.map_or(numbered.title.as_str(), |data| data.title.get(self.lang));
                let title = format!("{label} {title}");
                let anchor = Some(numbered.id.clone()).filter(|id| !id.is_empty());
                let line = Line { title, also: None, note: String::new(), entry: *id, anchor };
                let chapter = self.chapter(*id, contents);
                let key = self.handbook.entry(chapter).name().to_string();
                match groups.iter_mut().find(|group| group.key == key) {
                    Some(group) => group.lines.push(line),
                    None => {
                        let title = self.handbook.entry(chapter).title(self.lang, config).0;
                        groups.push(self.group(&key, &title, vec![line]));
                    }
                }
            }
        }
        groups
    }

    /// The chapter of a publication that an entry stands in; the publication itself for one that stands in none.
    fn chapter(&self, id: EntryId, contents: EntryId) -> EntryId {
        let mut at = id;
        while let Some(parent) = self.handbook.entry(at).parent.filter(|parent| *parent != contents) {
            at = parent;
        }
        at
    }

    fn letters(&self, mut lines: Vec<Line>) -> Vec<Group> {
        self.sort(&mut lines);
        let mut letters: Vec<Group> = Vec::new();
        for line in lines {
            let letter = letter_of(&line.title);
            match letters.iter_mut().find(|other| other.title == letter) {
                Some(group) => group.lines.push(line),
                None => letters.push(self.group(&(letters.len() + 1).to_string(), &letter, vec![line])),
            }
        }
        letters
    }

    /// The professions that a letter of interest describes, those first that it describes most.
    fn interest(&self, letter: usize) -> Group {
        let name = Interests::LETTERS[letter];
        let of = |profession: &Profession| profession.interests.filter(|interests| interests.code().contains(&letter));
        let mut lines = self.lines(|profession| of(profession).map(|interests| code(&interests)));
        let strength = |line: &Line| {
            let profession = self.handbook.entry(line.entry).profession();
            std::cmp::Reverse(profession.and_then(of).map(|interests| interests.0[letter]))
        };
        lines.sort_by_key(strength);
        let title = format!("{name} · {}", self.strings.text(&format!("interest.{name}.title")));
        let summary = self.strings.text(&format!("interest.{name}.text")).to_string();
        Group { summary, ..self.group(&name.to_lowercase(), &title, lines) }
    }

    /// After grade 9 first: that is where the encyclopedia's reader stands.
    fn routes(&self) -> Vec<Group> {
        let ways = [9, 11].into_iter().flat_map(|grade| ROUTE_KINDS.iter().map(move |kind| (grade, *kind)));
        let group = |(grade, kind): (i64, &'static str)| {
            let has = |profession: &Profession| {
                profession.routes.iter().any(|route| (route.after_grade, route.kind) == (grade, kind))
            };
            let lines = self.lines(|profession| has(profession).then(String::new));
            let after = self.strings.text(&format!("profession.after{grade}"));
            let title = format!("{after}: {}", self.strings.text(&format!("route.{kind}")));
            let key = format!("{grade}-{}", kind.replace('_', "-"));
            let icon = Some(self.theme.icon_or(&format!("route/{kind}"), "field/other"));
            Group { icon, ..self.group(&key, &title, lines) }
        };
        ways.map(group).collect()
    }

    /// What is taught in a region, with the places of study.
    fn region(&self, region: &Term) -> Group {
        let institutions = &self.handbook.lists.institutions;
        let lines = self.lines(|profession| {
            let places = profession.study_at.iter().filter_map(|place| institutions.find(&place.institution.1));
            let here = places.filter(|institution| institution.region.1 == region.id);
            let names: Vec<&str> = here.map(|institution| institution.title.get(self.lang)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        });
        self.group(&region.id, region.title.get(self.lang), lines)
    }

    fn review(&self) -> Vec<Group> {
        let languages = &self.handbook.config.languages;
        let mut groups = Vec::new();
        for (lang, code) in languages.codes() {
            let lines = self.lines(|profession| profession.review.text(lang).is_none().then(String::new));
            let title = self.strings.text("finder.review.text").replace("{code}", code);
            groups.push(self.group(code, &title, lines));
        }
        let facts = self.lines(|profession| {
            let list = &self.handbook.lists.sources;
            let oldest = profession.source_ids().into_iter().filter_map(|id| list.find(id)).map(|s| s.checked).min();
            let note = oldest.map_or_else(String::new, |date| {
                self.strings.text("sources.checked").replace("{date}", &self.strings.date(date))
            });
            profession.review.facts.is_none().then_some(note)
        });
        groups.push(self.group("facts", self.strings.text("finder.review.facts"), facts));
        let unofficial = self.lines(|profession| profession.official_title.is_none().then(String::new));
        groups.push(self.group("title", self.strings.text("finder.review.title"), unofficial));
        groups
    }
}

/// `R-I-S`: the letters of interest that describe a profession.
pub fn code(interests: &Interests) -> String {
    interests.code().into_iter().map(|letter| Interests::LETTERS[letter]).collect::<Vec<_>>().join("-")
}

fn compare(a: &str, b: &str, collator: Option<&CollatorBorrowed>) -> Ordering {
    // Quotes and dashes at the beginning are not what a title is sought by.
    let (a, b) = (bare(a), bare(b));
    collator.map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
}

fn bare(title: &str) -> &str {
    title.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The letter under which a title stands; digits share one place.
pub fn letter_of(title: &str) -> String {
    match bare(title).chars().next() {
        Some(c) if c.is_numeric() => "0–9".to_string(),
        Some(c) => c.to_uppercase().collect(),
        None => "…".to_string(),
    }
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
        let titles: Vec<&str> = group.lines.iter().map(|line| line.title.as_str()).collect();
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
