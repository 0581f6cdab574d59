//! YAML records: what each type holds and how it is read.

mod builder;
mod data;
mod diary;
mod home;
mod lesson;
mod lists;
mod profession;
mod profession_values;
mod questionnaire;
mod self_test;
mod story;
mod task;
mod term;
mod types;
mod worksheet;

use std::ops::Range;
use std::sync::Arc;

use super::markdown::{self, Phrases, Writing};
use super::{Parsed, Publishing, is_draft};
use crate::define::{Field, Item as ItemOf, Read, Reads, Seen, Shape as KeyShape, To, incomplete};
use crate::diag::{Code, Diagnostics, did_you_mean};
use crate::lang::{Lang, Languages, Localised};
use crate::messages::say;
use crate::yaml::{Fields, Node, Origin, Path};

pub use crate::define::Reference;
pub use crate::text::Rich;
pub use builder::{BUILDER_KINDS, Builder, BuilderField, BuilderPart, Entry as EntryOf, KnownPart, known_parts};
pub use data::{
    Cell, Column, Data, Happening, Moment, Network, NetworkItem, NetworkKind, NetworkLink, RoadmapTask, Shape, Step,
    Table,
};
pub use diary::{Diary, DiaryPage};
pub use home::{Door, Home, LinkTo, PageLink, Synonyms};
pub use lesson::{LESSON_KINDS, Lesson, LessonPart};
pub use lists::{INSTITUTION_KINDS, Institution, Item, List, Named, STATUSES, Source, Term, Terms, Vocabulary};
pub use profession::{
    Change, DEMAND_BASES, DOCUMENTS, Demand, OfficialTitle, PAY_BASES, Pay, Profession, RESTRICTIONS, ROUTE_KINDS,
    Restriction, Route, SELF_EMPLOYMENT, SIGNALS, SelfEmployment, StudyPlace, WORKS_WITH, Weighted,
};
pub use profession_values::{CONDITIONS, Interests, Often, Review};
pub use questionnaire::{
    CELL_KINDS, Condition, QUESTION_KINDS, Question, QuestionChoice, QuestionColumn, QuestionRow, Questionnaire,
};
pub use self_test::{Band, Results, Scale, Scoring, SelfTest, TEST_KINDS, TestItem};
pub use story::{Consent, Story};
pub use task::{Task, TaskDocument, TaskStep};
pub use term::{GlossaryTerm, Meaning};
pub use types::Type;
pub use worksheet::{PROMPT_KINDS, Prompt, Worksheet};

/// A record of any type.
#[derive(Debug)]
pub enum Record {
    Profession(Box<Profession>),
    /// A term of the glossary.
    Term(Box<GlossaryTerm>),
    /// A lesson or a visit of a programme.
    Lesson(Box<Lesson>),
    /// A self-test.
    SelfTest(Box<SelfTest>),
    /// What somebody tells of their work.
    Story(Box<Story>),
    /// A questionnaire.
    Questionnaire(Box<Questionnaire>),
    /// What readers make a document with.
    Builder(Box<Builder>),
    /// What a reader wants to get done.
    Task(Box<Task>),
    /// A diary.
    Diary(Box<Diary>),
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

/// What reading a record needs from the site.
pub struct Settings<'a> {
    pub languages: &'a Languages,
    /// One a language.
    pub phrases: &'a [Phrases],
    pub raw_html: bool,
    /// For whom pages can be.
    pub audiences: &'a [&'a str],
}

/// The file that is the home page by its name.
pub const HOME_FILE: &str = "content/home.yaml";

/// The file of synonyms by its name.
pub const SYNONYMS_FILE: &str = "content/synonyms.yaml";

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
        None if &**file == HOME_FILE => Type::Home,
        None if &**file == SYNONYMS_FILE => Type::Synonyms,
        None => {
            let place = origin.place(fields.path());
            let help = say::begin_file_with_type_one(known_types());
            fields.out().add(Code::RecordUnknownType, place, say::file_does_not_say_what_type(), help);
            return None;
        }
        Some(_) => record_type(&mut fields, origin)?,
    };
    incomplete(kind.definition(), &mut fields, origin);
    let mut reader = Reader { settings, origin, links: Vec::new() };
    let content = kind.read(&mut reader, &mut fields);
    let publishing = if kind.has_page() { Publishing::read(&mut fields, origin) } else { Publishing::default() };
    fields.finish();
    let content = content.or_else(|| publishing.draft.then_some(Record::Unfinished));
    let untranslated = out.take_untranslated();
    Some(Parsed { file: file.clone(), content: content?, publishing, links: reader.links, untranslated, hash })
}

fn known_types() -> String {
    Type::names().collect::<Vec<_>>().join("`, `")
}

fn record_type(fields: &mut Fields, origin: &Origin) -> Option<Type> {
    let given = fields.text("type")?;
    let found = Type::find(&given);
    if found.is_none() {
        let place = origin.place(&fields.path().key("type"));
        let help = did_you_mean(&given, Type::names(), say::known_are(known_types()));
        fields.out().add(Code::RecordUnknownType, place, say::is_not_type_of_record(&given), help);
    }
    found
}

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

    fn typeset(&self, lang: Lang, text: &str) -> String {
        markdown::typeset(text, self.settings.phrases[lang.index()].quotes)
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

    /// Where the map is that is read.
    fn place_of_map(&mut self, fields: &Fields) -> Path {
        fields.path().clone()
    }

    fn rich(&mut self, (path, texts): (Path, Localised), as_blocks: bool, out: &mut Diagnostics) -> Rich {
        let languages = self.settings.languages;
        let write = if as_blocks { markdown::blocks } else { markdown::inline };
        texts.map(|lang, text| {
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
        })
    }
}
