//! What types of records are defined in: tables of keys, each with its shape, whether it is needed, what it is called, and
//! what it is for.
//!
//! In: nothing. Out: [`Field`]s, in tables that stand beside the structs which they fill (`group!` makes both of the
//! same lines), and what reads and shows a struct by its table. Never: knowledge of any one type.

mod group;
mod read;
mod shaped;

use crate::diag::Code;
use crate::messages::Message;

pub(crate) use group::group;
pub use read::{Item, Map, Read, Reads, check_length, cure, incomplete, no_source, web_address};
pub use shaped::{ByLanguage, Listed, Reference, Seen, Shaped};

/// The languages in which keys are called and explained.
pub const LABELS: [&str; 3] = ["ky", "ru", "en"];

/// The same words in each of [`LABELS`].
pub type Words = [&'static str; LABELS.len()];

/// The words in a language; in English if they are not there in it.
pub fn in_language(words: &Words, code: &str) -> &'static str {
    words[LABELS.iter().position(|label| *label == code).unwrap_or(LABELS.len() - 1)]
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The record says as much without it.
    Optional,
    /// A whole record has it; one without it is shown, with a warning.
    Wanted,
    /// Nothing is shown without it.
    Required,
}

/// What stands under a key. Whoever shows, checks or explains values has an arm for each.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text that is the same in every language.
    Plain,
    /// The address of a page of the web.
    Address,
    /// A plain text in every language.
    Text,
    /// A line of Markdown in every language.
    Rich,
    /// Paragraphs of Markdown in every language.
    Blocks,
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// A time as exactly as it is known.
    Moment,
    /// `true` or `false`.
    Flag,
    /// A file of the site, as links name it.
    Link,
    /// One of a few words.
    Choice,
    /// The id of something else.
    Reference,
    /// A text in each language that has one.
    Some,
    /// For each language a list of words.
    Words,
    /// Months, or the least and the most of them.
    Months,
    /// When the text of each language and the facts were confirmed.
    Review,
    /// The rows of a table, whose keys are the ids of its columns.
    Rows,
    /// Several of a shape.
    List(&'static Shape),
    /// Keys of its own.
    Group(&'static [Field]),
}

impl Shape {
    /// The keys of a map, or of each of a list.
    pub fn keys(&self) -> &'static [Field] {
        match self {
            Shape::Group(fields) => fields,
            Shape::List(of) => of.keys(),
            Shape::Plain
            | Shape::Address
            | Shape::Text
            | Shape::Rich
            | Shape::Blocks
            | Shape::Number
            | Shape::Date
            | Shape::Moment
            | Shape::Flag
            | Shape::Link
            | Shape::Choice
            | Shape::Reference
            | Shape::Some
            | Shape::Words
            | Shape::Months
            | Shape::Review
            | Shape::Rows => &[],
        }
    }
}

/// What a [`Shape::Reference`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    Fields,
    Subjects,
    Competencies,
    Regions,
    Sources,
    Institutions,
    Professions,
    Terms,
    /// Steps of the publication.
    Steps,
    /// Another item or level of the same record, a heading of the same page: what reads the record looks for it.
    Own,
}

/// What the search does with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// It belongs to its section, with the weight of a text.
    Text,
    /// It is another name: with the weight of a title, it leads here.
    Name,
    /// It is not looked in.
    Not,
}

/// What readers of the finder choose by.
#[derive(Debug, Clone, Copy)]
pub struct Facet {
    /// Its name in addresses and in the words of the interface (`finder.facet.…`).
    pub id: &'static str,
    /// Its place on the page of the finder.
    pub place: u8,
    pub by: By,
}

/// What of a value a reader chooses by.
#[derive(Debug, Clone, Copy)]
pub enum By {
    /// The value itself: a choice, or the id of something in a list.
    Value,
    /// The same, but these values alone.
    Only(&'static [&'static str]),
    /// How long it takes.
    Length,
    /// The strongest letters of interest.
    Strongest,
    /// What a condition of work means to whoever looks for work.
    Wishes,
    /// Where the place of study is.
    Region,
    /// Which of these keys of the record say anything.
    Known(&'static [&'static str]),
}

/// How a plain text must be written.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The same as a regular expression, for the schema.
    pub pattern: &'static str,
    pub holds: fn(&str) -> bool,
    /// What a text is not that is written in another way, and the cure.
    pub what: fn() -> Message,
    pub help: fn() -> Message,
}

/// A key of a map.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub key: &'static str,
    pub shape: Shape,
    pub need: Need,
    pub label: Words,
    pub help: Words,
    /// Least and greatest number.
    pub range: Option<(i64, i64)>,
    /// The numbers that it can be.
    pub among: &'static [i64],
    /// How many items are good.
    pub count: Option<(usize, usize)>,
    /// More items than that cannot be shown.
    pub at_most: Option<usize>,
    /// Most letters of a text.
    pub length: Option<usize>,
    /// How a plain text must be written.
    pub form: Option<Form>,
    pub choices: &'static [&'static str],
    /// The beginning of the words of the interface for its choices (`route.` for `route.lyceum`); empty if readers never meet them.
    pub words: &'static str,
    pub refers: Option<To>,
    /// What holds if the key is not there.
    pub default: &'static str,
    /// A value, as `bagyt new` writes it; empty for what its shape gives.
    pub example: &'static str,
    /// What to do when a required key is missing; empty for what its shape gives.
    pub cure: Option<fn() -> Message>,
    /// What a number counts.
    pub unit: &'static str,
    /// Whether the whole record hangs on it, so that a draft without it is shown with a stand-in.
    pub main: bool,
    /// The section of the page where it is shown; empty for its head or end.
    pub section: &'static str,
    pub search: Search,
    pub facet: Option<Facet>,
    /// Whether the files for others have it.
    pub export: bool,
}

impl Field {
    /// A key that holds what a type of ours does.
    pub const fn of<T: Shaped>(key: &'static str) -> Field {
        Field {
            key,
            shape: T::SHAPE,
            need: T::NEED,
            label: [""; LABELS.len()],
            help: [""; LABELS.len()],
            range: None,
            among: &[],
            count: None,
            at_most: None,
            length: None,
            form: None,
            choices: &[],
            words: "",
            refers: None,
            default: "",
            example: "",
            cure: None,
            unit: "",
            main: false,
            section: "",
            search: Search::Text,
            facet: None,
            export: true,
        }
    }

    /// What it is called, and what to write.
    pub const fn say(self, label: Words, help: Words) -> Field {
        Field { label, help, ..self }
    }

    /// A whole record has it.
    pub const fn wanted(self) -> Field {
        Field { need: Need::Wanted, ..self }
    }

    /// It must be there, though its type can do without.
    pub const fn required(self) -> Field {
        Field { need: Need::Required, ..self }
    }

    /// It may be missing, though its type has no word for that.
    pub const fn optional(self) -> Field {
        Field { need: Need::Optional, ..self }
    }

    /// A number between these.
    pub const fn range(self, least: i64, most: i64) -> Field {
        Field { range: Some((least, most)), ..self }
    }

    /// One of these numbers.
    pub const fn among(self, among: &'static [i64]) -> Field {
        Field { among, ..self }
    }

    /// So many items are good.
    pub const fn count(self, least: usize, most: usize) -> Field {
        Field { count: Some((least, most)), ..self }
    }

    /// More items cannot be shown.
    pub const fn at_most(self, most: usize) -> Field {
        Field { at_most: Some(most), ..self }
    }

    /// A text of no more letters.
    pub const fn length(self, most: usize) -> Field {
        Field { length: Some(most), ..self }
    }

    /// A text of this form.
    pub const fn form(self, form: Form) -> Field {
        Field { form: Some(form), ..self }
    }

    /// One or several of these, whose words stand in the interface under a key.
    pub const fn choices(self, choices: &'static [&'static str], words: &'static str) -> Field {
        Field { choices, words, ..self }
    }

    /// What it names.
    pub const fn refers(self, to: To) -> Field {
        Field { refers: Some(to), ..self }
    }

    /// The source of the fact that the map around it states.
    pub const fn claim(self) -> Field {
        self.refers(To::Sources).search(Search::Not).say(
            ["Булагы", "Источник", "Source"],
            [
                "Булактын id'си, sources.yaml файлынан",
                "id источника из файла sources.yaml",
                "Id of the source that says so, from sources.yaml",
            ],
        )
    }

    /// What holds without it.
    pub const fn or(self, default: &'static str) -> Field {
        Field { need: Need::Optional, default, ..self }
    }

    /// What `bagyt new` writes.
    pub const fn example(self, example: &'static str) -> Field {
        Field { example, ..self }
    }

    /// What to do when it is missing.
    pub const fn cure(self, cure: fn() -> Message) -> Field {
        Field { cure: Some(cure), ..self }
    }

    /// What its number counts.
    pub const fn unit(self, unit: &'static str) -> Field {
        Field { unit, ..self }
    }

    /// The whole record hangs on it.
    pub const fn main(self) -> Field {
        Field { main: true, ..self }
    }

    /// Paragraphs, not a line.
    pub const fn blocks(self) -> Field {
        Field { shape: Shape::Blocks, ..self }
    }

    /// An address of the web.
    pub const fn address(self) -> Field {
        Field { shape: Shape::Address, ..self }
    }

    /// Where its page shows it.
    pub const fn section(self, section: &'static str) -> Field {
        Field { section, ..self }
    }

    /// What the search does with it.
    pub const fn search(self, search: Search) -> Field {
        Field { search, ..self }
    }

    /// What the finder chooses by.
    pub const fn facet(self, id: &'static str, place: u8, by: By) -> Field {
        Field { facet: Some(Facet { id, place, by }), ..self }
    }

    /// The files for others do without it.
    pub const fn private(self) -> Field {
        Field { export: false, search: Search::Not, ..self }
    }

    /// The key of the interface's word for one of its choices, if readers ever meet it.
    pub fn word(&self, choice: &str) -> Option<String> {
        (!self.words.is_empty()).then(|| format!("{}{choice}", self.words))
    }

    /// The keys of its value, or of each of its items.
    pub fn inner(&self) -> &'static [Field] {
        self.shape.keys()
    }
}

/// A type of record, or of something like one.
#[derive(Debug, Clone, Copy)]
pub struct Definition {
    /// What stands behind `type:`.
    pub name: &'static str,
    pub label: Words,
    pub help: Words,
    /// Its keys, in tables of which several types may share one.
    pub parts: &'static [&'static [Field]],
    /// The warning that a record lacks what is wanted.
    pub incomplete: Option<Code>,
}

impl Definition {
    /// Every key, in the order in which they are written.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.parts.iter().flat_map(|part| part.iter())
    }
}

/// A column of a table that holds records: the keys that lead to a value, one in another.
#[derive(Debug, Clone)]
pub struct Column {
    pub path: Vec<&'static str>,
    pub field: &'static Field,
    /// Of a list of maps: the columns of a table of its own.
    pub rows: Vec<Column>,
}

impl Column {
    /// `pay.from`.
    pub fn name(&self) -> String {
        self.path.join(".")
    }
}

/// The columns of a table with one line a record: keys of a map each have their own, lists stand in one.
pub fn columns(fields: impl Iterator<Item = &'static Field>) -> Vec<Column> {
    fn add(before: &[&'static str], field: &'static Field, columns: &mut Vec<Column>) {
        let path: Vec<&'static str> = before.iter().copied().chain([field.key]).collect();
        if let Shape::Group(fields) = field.shape {
            fields.iter().for_each(|inner| add(&path, inner, columns));
        } else {
            columns.push(Column { path, field, rows: self::columns(field.inner().iter()) });
        }
    }
    let mut columns = Vec::new();
    fields.for_each(|field| add(&[], field, &mut columns));
    columns
}
