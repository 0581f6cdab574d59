//! The groups of each index and what stands under them.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;

use super::super::IndexKind;
use super::{Group, Line};
use crate::config::Audience;
use crate::i18n::Strings;
use crate::lang::Lang;
use crate::parse::{Interests, NumberedKind, Profession, ROUTE_KINDS, Term};
use crate::resolve::{EntryId, Handbook, Kind, LEFT_OUT, Target, capitalised, kind};
use crate::text;
use crate::theme::Theme;

/// The reason of a way in that has no duration by its nature.
const SO_ABLE: &str = "so_able";
/// What says of a profession's pay no more than of any other's.
const REGION_AVERAGE: &str = "region_average";

/// What the groups of one language are made of.
pub struct Grouping<'a> {
    pub handbook: &'a Handbook,
    pub lang: Lang,
    pub strings: &'a Strings,
    pub theme: &'a Theme,
    pub collator: Option<&'a CollatorBorrowed<'static>>,
}

impl Grouping<'_> {
    /// The groups of an index; those without lines are left out.
    pub fn groups(&self, which: IndexKind) -> Vec<Group> {
        let terms = |terms: &[Term], of: fn(&Profession) -> Vec<&str>| -> Vec<Group> {
            let group = |term: &Term| {
                let lines = self.lines(|profession| of(profession).contains(&term.id.as_str()).then(String::new));
                let (title, shown) = term.title.shown(self.lang);
                let summary = term.summary.as_ref().map_or("", |summary| summary.get(self.lang));
                Group { summary: summary.to_string(), shown, ..self.group(&term.id, title, lines) }
            };
            terms.iter().map(group).collect()
        };
        let lists = &self.handbook.lists;
        let mut groups = match which {
            IndexKind::Site => self.letters(self.site_lines()),
            IndexKind::Letter => self.letters(self.profession_lines()),
            IndexKind::Field => {
                let mut fields = terms(&lists.fields.items, |profession| vec![&profession.field.1]);
                for field in &mut fields {
                    field.icon = Some(self.theme.icon_or(&format!("field/{}", field.key), "field/other"));
                }
                fields
            }
            IndexKind::Subject => terms(&lists.subjects.items, |profession| {
                profession.school_subjects.iter().map(|(_, id)| id.as_str()).collect()
            }),
            IndexKind::Interest => (0..Interests::LETTERS.len()).map(|letter| self.interest(letter)).collect(),
            IndexKind::Route => self.routes(),
            IndexKind::Region => lists.regions.items.iter().map(|region| self.region(region)).collect(),
            IndexKind::Unknown => self.unknown(),
            IndexKind::Review => self.review(),
            IndexKind::Audience => self.audiences(),
            IndexKind::Terms => self.letters(self.term_lines()),
            IndexKind::Figures(publication) => self.figures(publication),
        };
        groups.retain(|group| !group.lines.is_empty());
        groups
    }

    fn group(&self, key: &str, title: &str, lines: Vec<Line>) -> Group {
        Group {
            key: key.to_string(),
            title: title.to_string(),
            summary: String::new(),
            shown: self.lang,
            icon: None,
            lines,
        }
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
            let note = match kind(entry, self.lang).unwrap_or("page") {
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
        let listed = |kind: &Kind| {
            matches!(
                kind,
                Kind::Contents(_)
                    | Kind::Chapter
                    | Kind::Page
                    | Kind::Lesson
                    | Kind::SelfTest
                    | Kind::Questionnaire
                    | Kind::Builder
                    | Kind::Task
                    | Kind::Diary
                    | Kind::Story
            )
        };
        let group = |(number, audience): (usize, &Audience)| {
            let mut lines = Vec::new();
            for (publication, contents) in self.handbook.contents.iter().enumerate() {
                let name = config.publications[publication].short_title().get(self.lang);
                let reading = &self.handbook.reading[self.lang.index()][publication];
                for id in std::iter::once(contents).chain(reading) {
                    let entry = self.handbook.entry(*id);
                    if listed(&entry.kind) && self.handbook.audiences[id.0 as usize].contains(&number) {
                        let note = if id == contents { "" } else { name };
                        let title = entry.title(self.lang, config).0;
                        lines.push(Line { title, also: None, note: note.to_string(), entry: *id, anchor: None });
                    }
                }
            }
            match audience.title.as_ref().map(|title| title.shown(self.lang)) {
                Some((title, shown)) => Group { shown, ..self.group(&audience.id, title, lines) },
                None => {
                    let title = self.strings.text(&format!("for_whom.of.{}", audience.id));
                    self.group(&audience.id, title, lines)
                }
            }
        };
        config.audiences.iter().enumerate().map(group).collect()
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
            let numbered = page.parsed.content.body.numbered.iter().zip(labels);
            for (numbered, number) in numbered.filter(|(_, number)| **number != LEFT_OUT) {
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
                        let (title, shown) = self.handbook.entry(chapter).title(self.lang, config);
                        let number = self.handbook.numbers.chapters[chapter.0 as usize].as_ref();
                        let title = number.map_or(title.clone(), |number| format!("{number}. {title}"));
                        groups.push(Group { shown, ..self.group(&key, &title, vec![line]) });
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
        let mut lines = self.lines(|profession| of(profession).map(|interests| interests.written()));
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
        let (title, shown) = region.title.shown(self.lang);
        Group { shown, ..self.group(&region.id, title, lines) }
    }

    /// What no source was found for, by what it is; each group says whom to ask. Advice stands in the records alone.
    fn unknown(&self) -> Vec<Group> {
        let word = |key: String| self.strings.text(&key).to_string();
        let durations = |profession: &Profession| {
            let open = profession.routes.iter().filter(|route| route.no_months.is_some_and(|why| why != SO_ABLE));
            let ways = open.map(|route| {
                let after = word(format!("profession.after{}", route.after_grade));
                format!("{after}: {}", word(format!("route.{}", route.kind)))
            });
            let mut ways: Vec<String> = ways.collect();
            ways.dedup();
            (!ways.is_empty()).then(|| ways.join("; "))
        };
        let asked = |profession: &Profession| {
            let asked: Vec<String> = profession
                .routes
                .iter()
                .filter_map(|route| route.ask.as_ref())
                .map(|ask| text::plain::line(ask.get(self.lang)))
                .collect();
            (!asked.is_empty()).then(|| asked.join(" "))
        };
        let group = |key: &str, lines: Vec<Line>| {
            let title = word(format!("finder.unknown.{key}"));
            Group { summary: word(format!("finder.unknown.{key}_ask")), ..self.group(key, &title, lines) }
        };
        let no_pay = |profession: &Profession| profession.pay.as_ref().is_none_or(|pay| pay.basis == REGION_AVERAGE);
        vec![
            group("ways", self.lines(asked)),
            group("length", self.lines(durations)),
            group("place", self.lines(|profession| profession.study_at.is_empty().then(String::new))),
            group("demand", self.lines(|profession| profession.demand.is_none().then(String::new))),
            group("pay", self.lines(|profession| no_pay(profession).then(String::new))),
        ]
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
