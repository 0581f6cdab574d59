//! YAML records: what each type holds and how it is read.

mod data;
mod lesson;
mod lists;
mod profession;
mod profession_values;
mod term;

use std::ops::Range;
use std::sync::Arc;

use super::markdown::{self, Phrases, Writing};
use super::{Parsed, Publishing, is_draft};
use crate::diag::{Code, Diagnostics, did_you_mean};
use crate::define::{Definition, Field, Item as ItemOf, Read, Reads, Seen, Shape as KeyShape, To, incomplete, no_source};
use crate::lang::{Languages, Localised};
use crate::yaml::{Fields, Node, Origin, Path};

pub use data::{
    Cell, Column, Data, Happening, Moment, Network, NetworkItem, NetworkKind, NetworkLink, Shape, Step, Table, Task,
};
pub use crate::define::Reference;
pub use crate::text::Rich;
pub use lesson::{LESSON_KINDS, Lesson, LessonPart, Worksheet};
pub use lists::{INSTITUTION_KINDS, Institution, Item, List, Named, STATUSES, Source, Term, Terms, Vocabulary};
pub use profession::{
    DEMAND_BASES, DOCUMENTS, Demand, OfficialTitle, PAY_BASES, Pay, Profession, RESTRICTIONS, ROUTE_KINDS, Restriction,
    Route, SELF_EMPLOYMENT, SIGNALS, SelfEmployment, StudyPlace, WORKS_WITH, Weighted,
};
pub use profession_values::{CONDITIONS, Interests, Often, Review};
pub use term::GlossaryTerm;

/// A record of any type.
#[derive(Debug)]
pub enum Record {
    Profession(Box<Profession>),
    /// A term of the glossary.
    Term(Box<GlossaryTerm>),
    /// A lesson or a visit of a programme.
    Lesson(Box<Lesson>),
    /// What is drawn or set as a table.
    Data(Box<Data>),
    /// Fields of work, school subjects, competencies or regions.
    Terms(Terms, Vocabulary),
    /// Where facts come from.
    Sources(List<Source>),
    /// Places of study.
    Institutions(List<Institution>),
    /// What the home page says.
    Home(Home),
    /// Words that mean the same, for the search.
    Synonyms(Synonyms),
    /// A draft that says too little to be shown.
    Unfinished,
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
    pub links: Vec<PageLink>,
}

/// A link with its words: its number among the file's links, and its words.
#[derive(Debug, Hash)]
pub struct PageLink {
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

/// The types whose records have a page, the first of [`TYPES`].
const WITH_PAGE: usize = 9;

const TYPES: &[&str] = &[
    "profession",
    "term",
    "lesson",
    "steps",
    "organisations",
    "pathway",
    "roadmap",
    "events",
    "table",
    "fields",
    "subjects",
    "competencies",
    "regions",
    "sources",
    "institutions",
    "home",
    "synonyms",
];

/// Parses a YAML file by the type that it gives itself; `content/home.yaml` is the home page by its name.
pub fn record(file: &Arc<str>, text: &str, settings: &Settings, out: &mut Diagnostics) -> Option<Parsed<Record>> {
    if crate::source::report_conflicts(file, text, |_| false, out) {
        return None;
    }
    let origin = Origin { file: file.clone(), first_line: 0 };
    let node = crate::yaml::document(text, &origin, out)?;
    let mut own = if is_draft(&node) { Diagnostics::of_draft() } else { Diagnostics::new() };
    let record = read(&node, &origin, settings, crate::hash::of(text), &mut own);
    out.extend(own);
    record
}

fn read(
    node: &Node,
    origin: &Origin,
    settings: &Settings,
    hash: u128,
    out: &mut Diagnostics,
) -> Option<Parsed<Record>> {
    let file = &origin.file;
    let mut fields = Fields::new(node, origin, Path::default(), out)?;
    let kind = match fields.get("type") {
        None if &**file == HOME_FILE => "home",
        None if &**file == SYNONYMS_FILE => "synonyms",
        None => {
            let place = origin.place(fields.path());
            let help = format!("Begin the file with `type: …`, one of `{}`.", TYPES.join("`, `"));
            fields.out().add(Code::RecordUnknownType, place, "the file does not say what type of record it is", help);
            return None;
        }
        Some(_) => record_type(&mut fields, origin)?,
    };
    let mut reader = Reader { settings, origin, links: Vec::new() };
    let content = match kind {
        "profession" => {
            incomplete(&PROFESSION, &mut fields, origin);
            Profession::read(&mut reader, &mut fields).map(|p| Record::Profession(Box::new(p)))
        }
        "term" => reader.glossary_term(&mut fields).map(|term| Record::Term(Box::new(term))),
        "lesson" => reader.lesson(&mut fields).map(|lesson| Record::Lesson(Box::new(lesson))),
        "steps" => reader.data(&mut fields, Reader::steps).map(|data| Record::Data(Box::new(data))),
        "organisations" => reader
            .data(&mut fields, |reader, fields| reader.network(fields, NetworkKind::Organisations))
            .map(|data| Record::Data(Box::new(data))),
        "pathway" => reader
            .data(&mut fields, |reader, fields| reader.network(fields, NetworkKind::Pathway))
            .map(|data| Record::Data(Box::new(data))),
        "roadmap" => reader.data(&mut fields, Reader::roadmap).map(|data| Record::Data(Box::new(data))),
        "events" => reader.data(&mut fields, Reader::events).map(|data| Record::Data(Box::new(data))),
        "table" => reader.data(&mut fields, Reader::table).map(|data| Record::Data(Box::new(data))),
        "fields" => Some(Record::Terms(Terms::Fields, reader.terms(&mut fields))),
        "subjects" => Some(Record::Terms(Terms::Subjects, reader.terms(&mut fields))),
        "competencies" => Some(Record::Terms(Terms::Competencies, reader.terms(&mut fields))),
        "regions" => Some(Record::Terms(Terms::Regions, reader.terms(&mut fields))),
        "sources" => Some(Record::Sources(reader.sources(&mut fields))),
        "institutions" => Some(Record::Institutions(reader.institutions(&mut fields))),
        "synonyms" => Some(Record::Synonyms(reader.synonyms(&mut fields))),
        _ => reader.home(&mut fields).map(Record::Home),
    };
    let has_page = TYPES[..WITH_PAGE].contains(&kind);
    let publishing = if has_page { Publishing::read(&mut fields, origin) } else { Publishing::default() };
    fields.finish();
    let content = content.or_else(|| publishing.draft.then_some(Record::Unfinished));
    Some(Parsed { file: file.clone(), content: content?, publishing, links: reader.links, hash })
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

static PROFESSION: Definition = Definition {
    name: "profession",
    label: ["Кесип", "Профессия", "Profession"],
    help: ["", "", ""],
    parts: &[Profession::FIELDS, Publishing::FIELDS],
    incomplete: Some(Code::ProfessionIncomplete),
};

/// Reads the Markdown texts of one file and gathers their links.
pub(crate) struct Reader<'a> {
    settings: &'a Settings<'a>,
    origin: &'a Origin,
    links: Vec<super::Link>,
}

impl Reads for Reader<'_> {
    fn languages(&self) -> &Languages {
        self.settings.languages
    }

    fn origin(&self) -> &Origin {
        self.origin
    }

    fn typeset(&self, text: &str) -> String {
        markdown::typeset(text)
    }
}

impl<'r> Read<Reader<'r>> for Rich {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Rich> {
        let found = fields.localised(field.key, reader.settings.languages)?;
        Some(reader.rich(found, matches!(field.shape, KeyShape::Blocks), fields.out()))
    }

    fn take(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Rich> {
        let found = fields.required_localised(field.key, reader.settings.languages)?;
        Some(reader.rich(found, matches!(field.shape, KeyShape::Blocks), fields.out()))
    }
}

impl<'r> ItemOf<Reader<'r>> for Rich {
    fn list(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Vec<Rich> {
        let found = fields.localised_list(field.key, reader.settings.languages);
        found.into_iter().map(|item| reader.rich(item, false, fields.out())).collect()
    }
}

/// The references of a record to things of a kind, in the order of the record.
pub fn references<'a>(values: &[(&'static Field, Seen<'a>)], to: To) -> Vec<&'a Reference> {
    let mut found = Vec::new();
    for (field, value) in values {
        value.each(field, &mut |field, value| {
            if let (Seen::Reference(reference), true) = (value, field.refers == Some(to)) {
                found.push(*reference);
            }
        });
    }
    found
}

impl Reader<'_> {
    /// The document that is read.
    fn document(&mut self, _: &Fields) -> Origin {
        self.origin.clone()
    }

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
        Rich::new(texts.collect())
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

    /// A map inside the record, read to its end.
    fn inner<T>(
        &mut self,
        fields: &mut Fields,
        key: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields) -> Option<T>,
    ) -> Option<T> {
        let mut inner = fields.map(key)?;
        let value = read(self, &mut inner);
        inner.finish();
        value
    }

    /// The source of a claim; a claim without one is an error of its own.
    fn claim_source(&self, fields: &mut Fields) -> Option<Reference> {
        let source = lists::reference(fields, "source").filter(|(_, id)| !id.is_empty());
        if source.is_none() {
            no_source(fields, self.origin);
        }
        source
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

    fn door_link(&mut self, fields: &mut Fields) -> Option<PageLink> {
        let to = fields.required_text("to");
        let place = self.origin.place(&fields.path().key("to"));
        let text = self.plain(fields, "text");
        self.links.push(super::Link { href: super::parse_href(&to?), place, image: false });
        Some(PageLink { link: self.links.len() as u32 - 1, text: text? })
    }
}
