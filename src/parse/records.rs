//! YAML records: what each type holds and how it is read.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::markdown::{self, Phrases, Text, Writing};
use super::{Parsed, front, yaml_document};
use crate::config::{Lang, Languages, Localised};
use crate::diag::{Code, Diagnostics, did_you_mean};
use crate::yaml::{Fields, Origin, Path};

/// A Markdown text in every language of the site.
#[derive(Debug, Clone, Hash)]
pub struct Rich(Vec<Text>);

impl Rich {
    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &Text {
        &self.0[lang.index()]
    }
}

/// A record of any type.
#[derive(Debug)]
pub enum Record {
    Profession(Box<Profession>),
    /// Fields of work.
    Fields(Vocabulary),
    /// School subjects.
    Subjects(Vocabulary),
    /// What the home page says.
    Home(Home),
    /// Words that mean the same, for the search.
    Synonyms(Synonyms),
}

/// A profession of the encyclopedia.
#[derive(Debug, Hash)]
pub struct Profession {
    pub title: Localised,
    /// Other names, one list a language.
    pub alt_titles: Vec<Vec<String>>,
    /// Words that lead here and are not shown, one list a language.
    pub search_terms: Vec<Vec<String>>,
    /// Id of a field of work.
    pub field: (Path, String),
    /// Four digits of the International Standard Classification of Occupations.
    pub isco08: Option<String>,
    pub summary: Localised,
    pub tasks: Vec<Rich>,
    pub typical_day: Option<Rich>,
    pub workplace: Vec<Rich>,
    pub strengths: Vec<Rich>,
    /// Ids of school subjects.
    pub school_subjects: Vec<(Path, String)>,
    pub routes: Vec<Route>,
    pub progression: Option<Rich>,
    pub changing: Option<Rich>,
    /// Ids of other professions.
    pub near_alternatives: Vec<(Path, String)>,
    pub try_it: Vec<Rich>,
    pub questions_to_ask: Vec<Rich>,
    pub sources: Vec<LocalisedSource>,
    pub updated: Option<Date>,
    /// Whether a human editor has confirmed every part.
    pub draft: bool,
    pub origin: Origin,
}

/// One way into a profession.
#[derive(Debug, Hash)]
pub struct Route {
    /// 9 or 11.
    pub after_grade: i64,
    /// One of [`ROUTE_KINDS`].
    pub kind: &'static str,
    /// Whether the national test (ЖРТ, ОРТ) is needed: `no`, `yes` or `check`.
    pub ort: &'static str,
    pub text: Rich,
}

/// The kinds of [`Route`].
pub const ROUTE_KINDS: &[&str] = &["lyceum", "college", "university", "short_course", "on_the_job"];
const ORT: &[&str] = &["no", "yes", "check"];
const REVIEW: &[&str] = &["draft", "reviewed"];

/// Where a fact of a record comes from.
#[derive(Debug, Hash)]
pub struct LocalisedSource {
    pub title: Localised,
    pub url: Option<String>,
    pub checked: Option<Date>,
}

/// A list of terms that records refer to by id.
#[derive(Debug, Clone, Hash)]
pub struct Vocabulary {
    pub terms: Vec<Term>,
    /// Ids of items that are there but at fault: references to them are not called unknown.
    pub faulty: Vec<String>,
    pub origin: Origin,
}

/// One term of a [`Vocabulary`].
#[derive(Debug, Clone, Hash)]
pub struct Term {
    pub id: String,
    pub title: Localised,
    pub summary: Option<Localised>,
    pub path: Path,
}

/// Groups of words and phrases that mean the same.
#[derive(Debug, Hash)]
pub struct Synonyms {
    /// In each group one list a language.
    pub groups: Vec<Vec<Vec<String>>>,
}

/// The home page.
#[derive(Debug, Hash)]
pub struct Home {
    pub origin: Origin,
    pub title: Localised,
    pub lead: Rich,
    pub doors: Vec<Door>,
}

/// One of the home page's ways in.
#[derive(Debug, Hash)]
pub struct Door {
    pub icon: String,
    /// Where the icon is named.
    pub icon_path: Path,
    pub title: Localised,
    pub text: Rich,
    pub links: Vec<DoorLink>,
}

/// A link of a [`Door`]: its number among the file's links, and its words.
#[derive(Debug, Hash)]
pub struct DoorLink {
    pub link: u32,
    pub text: Localised,
}

/// What reading a record needs from the site.
pub struct Settings<'a> {
    pub languages: &'a Languages,
    /// One a language.
    pub phrases: &'a [Phrases],
    pub raw_html: bool,
}

/// The file that is the home page by its name.
pub const HOME_FILE: &str = "content/home.yaml";

/// The file of synonyms by its name.
pub const SYNONYMS_FILE: &str = "content/synonyms.yaml";

const TYPES: &[&str] = &["profession", "fields", "subjects", "home", "synonyms"];
/// Longest summary of a profession, in characters.
const MAX_SUMMARY: usize = 160;

/// Parses a YAML file by the type that it gives itself; `content/home.yaml` is the home page by its name.
pub fn record(file: &Arc<str>, text: &str, settings: &Settings, out: &mut Diagnostics) -> Option<Parsed<Record>> {
    let origin = Origin { file: file.clone(), first_line: 0 };
    let node = yaml_document(text, &origin, out)?;
    let mut fields = Fields::new(&node, &origin, Path::default(), out)?;
    let kind = match fields.get("type") {
        None if &**file == HOME_FILE => "home",
        None if &**file == SYNONYMS_FILE => "synonyms",
        None => {
            let place = origin.place(fields.path());
            let help = format!("Begin the file with `type: …`, one of `{}`.", TYPES.join("`, `"));
            fields.out().add(Code::RecordUnknownType, place, "the file does not say what type of record it is", help);
            return None;
        }
        Some(_) => record_type(&mut fields, &origin)?,
    };
    let mut reader = Reader { settings, origin: &origin, links: Vec::new() };
    let content = match kind {
        "profession" => reader.profession(&mut fields).map(|p| Record::Profession(Box::new(p))),
        "fields" => Some(Record::Fields(reader.vocabulary(&mut fields))),
        "subjects" => Some(Record::Subjects(reader.vocabulary(&mut fields))),
        "synonyms" => Some(Record::Synonyms(reader.synonyms(&mut fields))),
        _ => reader.home(&mut fields).map(Record::Home),
    };
    fields.finish();
    Some(Parsed { file: file.clone(), content: content?, links: reader.links })
}

fn record_type(fields: &mut Fields, origin: &Origin) -> Option<&'static str> {
    let given = fields.text("type")?;
    let found = TYPES.iter().find(|known| **known == given).copied();
    if found.is_none() {
        let place = origin.place(&fields.path().key("type"));
        let help = did_you_mean(&given, TYPES.iter().copied(), &format!("Known: `{}`.", TYPES.join("`, `")));
        fields.out().add(Code::RecordUnknownType, place, format!("`{given}` is not a type of record"), help);
    }
    found
}

/// Reads the Markdown texts of one file and gathers their links.
struct Reader<'a> {
    settings: &'a Settings<'a>,
    origin: &'a Origin,
    links: Vec<super::Link>,
}

impl Reader<'_> {
    fn rich(&mut self, (path, texts): (Path, Localised), as_blocks: bool, out: &mut Diagnostics) -> Rich {
        let languages = self.settings.languages;
        let write = if as_blocks { markdown::blocks } else { markdown::inline };
        let texts = texts.iter().map(|(lang, text)| {
            let place = self.origin.place(&path.key(languages.code(lang)));
            let at = |_: Range<usize>| place.clone();
            let mut writing = Writing {
                phrases: &self.settings.phrases[lang.index()],
                raw_html: self.settings.raw_html,
                place: &at,
                links: &mut self.links,
                out,
            };
            write(text, &mut writing)
        });
        Rich(texts.collect())
    }

    fn one(&mut self, fields: &mut Fields, key: &'static str, as_blocks: bool) -> Option<Rich> {
        let found = fields.localised(key, self.settings.languages)?;
        Some(self.rich(found, as_blocks, fields.out()))
    }

    fn required(&mut self, fields: &mut Fields, key: &'static str) -> Option<Rich> {
        let found = fields.required_localised(key, self.settings.languages)?;
        Some(self.rich(found, false, fields.out()))
    }

    fn many(&mut self, fields: &mut Fields, key: &'static str) -> Vec<Rich> {
        let found = fields.localised_list(key, self.settings.languages);
        found.into_iter().map(|item| self.rich(item, false, fields.out())).collect()
    }

    fn plain(&self, fields: &mut Fields, key: &'static str) -> Option<Localised> {
        let (_, texts) = fields.required_localised(key, self.settings.languages)?;
        Some(Localised::new(texts.iter().map(|(_, text)| markdown::typeset(text)).collect()))
    }

    fn profession(&mut self, fields: &mut Fields) -> Option<Profession> {
        let title = self.plain(fields, "title");
        let summary = self.plain(fields, "summary");
        if let Some(summary) = &summary {
            self.check_summary(summary, fields);
        }
        let field = fields.required_text("field").map(|id| (fields.path().key("field"), id));
        let profession = Profession {
            alt_titles: fields.lists_by_language("alt_titles", self.settings.languages),
            search_terms: fields.lists_by_language("search_terms", self.settings.languages),
            isco08: self.isco08(fields),
            tasks: self.many(fields, "tasks"),
            typical_day: self.one(fields, "typical_day", true),
            workplace: self.many(fields, "workplace"),
            strengths: self.many(fields, "strengths"),
            school_subjects: fields.text_list("school_subjects"),
            routes: fields.maps("routes", |f| self.route(f)),
            progression: self.one(fields, "progression", false),
            changing: self.one(fields, "changing", false),
            near_alternatives: fields.text_list("near_alternatives"),
            try_it: self.many(fields, "try_it"),
            questions_to_ask: self.many(fields, "questions_to_ask"),
            sources: fields.maps("sources", |f| self.source(f)),
            updated: fields.date("updated"),
            draft: self.is_draft(fields),
            origin: self.origin.clone(),
            title: title?,
            summary: summary?,
            field: field?,
        };
        Some(profession)
    }

    fn check_summary(&self, summary: &Localised, fields: &mut Fields) {
        for (lang, text) in summary.iter() {
            let length = text.chars().count();
            if length > MAX_SUMMARY {
                let path = fields.path().key("summary").key(self.settings.languages.code(lang));
                let place = self.origin.place(&path);
                let message = format!("the summary has {length} characters");
                fields.out().add(Code::TextTooLong, place, message, format!("Shorten it to at most {MAX_SUMMARY}."));
            }
        }
    }

    fn isco08(&self, fields: &mut Fields) -> Option<String> {
        let code = fields.text("isco08")?;
        if code.len() == 4 && code.bytes().all(|b| b.is_ascii_digit()) {
            return Some(code);
        }
        let place = self.origin.place(&fields.path().key("isco08"));
        let message = format!("`{code}` is not a code of ISCO-08");
        fields.out().add(Code::YamlBadValue, place, message, "Write four digits in quotes: \"5120\".");
        None
    }

    fn route(&mut self, fields: &mut Fields) -> Option<Route> {
        let grade = fields.integer("after_grade");
        if fields.get("after_grade").is_none() {
            fields.missing("after_grade", "Add `after_grade: 9` or `after_grade: 11`.");
        }
        if let Some(other) = grade.filter(|grade| ![9, 11].contains(grade)) {
            let place = self.origin.place(&fields.path().key("after_grade"));
            fields.out().add(Code::YamlBadValue, place, format!("`{other}` is not 9 or 11"), "Write 9 or 11.");
        }
        let kind = fields.choice("kind", ROUTE_KINDS);
        if fields.get("kind").is_none() {
            fields.missing("kind", &format!("Add `kind: …`, one of `{}`.", ROUTE_KINDS.join("`, `")));
        }
        let ort = fields.choice("ort", ORT).unwrap_or("check");
        let text = self.required(fields, "text");
        Some(Route { after_grade: grade?, kind: kind?, ort, text: text? })
    }

    fn source(&mut self, fields: &mut Fields) -> Option<LocalisedSource> {
        let title = self.plain(fields, "title");
        let url = front::web_address(fields, "url", self.origin);
        let checked = fields.date("checked_on");
        Some(LocalisedSource { title: title?, url, checked })
    }

    fn is_draft(&self, fields: &mut Fields) -> bool {
        let codes: Vec<&'static str> = self.settings.languages.codes().map(|(_, code)| code).collect();
        let Some(mut review) = fields.map("review") else { return true };
        let mut states: Vec<Option<&str>> = codes.into_iter().map(|code| review.choice(code, REVIEW)).collect();
        states.push(review.choice("facts", REVIEW));
        review.finish();
        states.iter().any(|state| *state != Some("reviewed"))
    }

    fn vocabulary(&mut self, fields: &mut Fields) -> Vocabulary {
        let mut faulty = Vec::new();
        let terms = fields.maps("items", |f| {
            let path = f.path().clone();
            let id = f.required_text("id");
            let title = self.plain(f, "title");
            let summary = f.localised("summary", self.settings.languages).map(|(_, texts)| texts);
            if title.is_none() {
                faulty.extend(id.clone());
            }
            Some(Term { id: id?, title: title?, summary, path })
        });
        let mut kept: Vec<Term> = Vec::new();
        for term in terms {
            if kept.iter().any(|other| other.id == term.id) {
                let place = self.origin.place(&term.path.key("id"));
                let message = format!("the id `{}` is given twice", term.id);
                fields.out().add(Code::RecordDuplicateId, place, message, "Give each item its own id.");
            } else if let Err(problem) = crate::address::check_name(&term.id) {
                fields.out().add(problem.code, self.origin.place(&term.path.key("id")), problem.message, problem.help);
            } else {
                kept.push(term);
            }
        }
        Vocabulary { terms: kept, faulty, origin: self.origin.clone() }
    }

    fn synonyms(&self, fields: &mut Fields) -> Synonyms {
        let groups = fields.maps("groups", |f| {
            let path = f.path().clone();
            let group = f.lists_of_languages(self.settings.languages);
            if group.iter().map(Vec::len).sum::<usize>() < 2 {
                let message = "a group of one word says nothing";
                let help = "Write at least two words or phrases that mean the same, or remove the group.";
                f.out().add(Code::YamlBadValue, self.origin.place(&path), message, help);
            }
            Some(group)
        });
        Synonyms { groups }
    }

    fn home(&mut self, fields: &mut Fields) -> Option<Home> {
        let title = self.plain(fields, "title");
        let lead = self.required(fields, "lead");
        let doors = fields.maps("doors", |f| self.door(f));
        Some(Home { origin: self.origin.clone(), title: title?, lead: lead?, doors })
    }

    fn door(&mut self, fields: &mut Fields) -> Option<Door> {
        let icon = fields.text("icon").unwrap_or_else(|| "door".into());
        let title = self.plain(fields, "title");
        let text = self.required(fields, "text");
        let links = fields.maps("links", |f| self.door_link(f));
        Some(Door { icon, icon_path: fields.path().key("icon"), title: title?, text: text?, links })
    }

    fn door_link(&mut self, fields: &mut Fields) -> Option<DoorLink> {
        let to = fields.required_text("to");
        let place = self.origin.place(&fields.path().key("to"));
        let text = self.plain(fields, "text");
        self.links.push(super::Link { href: super::parse_href(&to?), place, image: false });
        Some(DoorLink { link: self.links.len() as u32 - 1, text: text? })
    }
}
