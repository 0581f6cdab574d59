//! Answers to a questionnaire: what was asked of whom, what an answer may be, files of several devices as one, counts, tables.
//!
//! In: a [`Form`] in one language, and the texts of files that pages have given out. Out: the people who answered, counts and
//! tables of them, diagnostics. Never: a file, a page, or where the questionnaire is written.
//!
//! `themes/default/js/forms/answers.js` and `tally.js` do the same in the browser; `tests/forms.rs` holds both equal.

mod file;
mod table;
mod tally;
mod workbook;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};

pub use file::{FORMAT, Person, VERSION, merged, questionnaire, read, written};
pub use table::{Cell, Table, Words, csv, table};
pub use tally::{Choices, Counted, Counts, Group, Numbers, Sum, tally};
pub use workbook::{Line, Titles, lines, workbook};

/// The greatest number that is an answer: both programs hold it to its last digit.
const MOST: f64 = 9_007_199_254_740_991.0;

/// A questionnaire in one language, as its page gives it to the script.
#[derive(Debug, Clone, Serialize)]
pub struct Form {
    /// Its address without the language: under this name answers are stored.
    pub id: String,
    pub version: i64,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub consent: String,
    pub thanks: String,
    pub questions: Vec<Question>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    One,
    Several,
    Scale,
    Number,
    Text,
    Date,
    Table,
}

/// A question.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    pub id: String,
    pub kind: Kind,
    pub text: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hint: String,
    /// The heading of the part that begins here.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub section: String,
    #[serde(skip_serializing_if = "is_false")]
    pub required: bool,
    /// Whether answers are about a person and stand in no summary.
    #[serde(skip_serializing_if = "is_false")]
    pub private: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// How many choices may be marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<usize>,
    /// The least and the greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<(i64, i64)>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// What the ends of a scale mean.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub low: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub high: String,
    /// Lines to write on.
    #[serde(skip_serializing_if = "is_one")]
    pub lines: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// Whether rows have no names, and what is written in their first cell groups them.
    #[serde(skip_serializing_if = "is_false")]
    pub free: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// It is asked only if all hold.
    #[serde(rename = "if", skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
}

/// A choice.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    pub id: String,
    pub text: String,
    /// Whether something can be written beside it, which is kept under `question/choice`.
    #[serde(skip_serializing_if = "is_false")]
    pub write: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub id: String,
    pub text: String,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    pub id: String,
    pub text: String,
    #[serde(skip_serializing_if = "is_false")]
    pub number: bool,
}

/// What an earlier answer must be.
#[derive(Debug, Clone, Serialize)]
pub struct Condition {
    /// The number of the question, from 0.
    pub question: usize,
    /// One of these choices is marked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<String>,
    /// Or the number is between these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<(i64, i64)>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives what it holds")]
fn is_false(flag: &bool) -> bool {
    !flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives what it holds")]
fn is_one(lines: &usize) -> bool {
    *lines == 1
}

/// What somebody answered, by the ids of questions.
pub type Answers = Map<String, Value>;

/// A whole number.
fn whole(value: &Value) -> Option<i64> {
    let number = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= MOST)?;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and within the limit")]
    Some(number as i64)
}

/// Signs that are nothing where nothing else stands.
const BLANKS: [char; 5] = [' ', '\t', '\n', '\r', '\u{a0}'];

/// A text in which something is written.
fn words(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.chars().all(|c| BLANKS.contains(&c)))
}

/// A day, written `2026-11-30`.
fn day(value: &Value) -> Option<&str> {
    let text = value.as_str().filter(|text| text.len() == 10)?;
    let mut parts = text.split('-');
    let mut part = |length: usize| {
        parts
            .next()
            .filter(|part| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))?
            .parse::<i16>()
            .ok()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let found = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    (year > 0 && found.is_ok()).then_some(text)
}

impl Question {
    fn has_choice(&self, id: &str) -> bool {
        self.choices.iter().any(|choice| choice.id == id)
    }

    /// Whether a value answers it.
    pub fn fits(&self, value: &Value) -> bool {
        match self.kind {
            Kind::One => value.as_str().is_some_and(|id| self.has_choice(id)),
            Kind::Several => value.as_array().is_some_and(|marked| {
                let known = |at: usize, id: &Value| {
                    id.as_str().is_some_and(|id| self.has_choice(id)) && !marked[..at].contains(id)
                };
                !marked.is_empty()
                    && marked.len() <= self.most.unwrap_or(marked.len())
                    && marked.iter().enumerate().all(|(at, id)| known(at, id))
            }),
            Kind::Scale | Kind::Number => {
                let (from, to) = self.range.unwrap_or((0, i64::MAX));
                whole(value).is_some_and(|number| (from..=to).contains(&number))
            }
            Kind::Text => words(value).is_some(),
            Kind::Date => day(value).is_some(),
            Kind::Table => value.as_object().is_some_and(|rows| {
                let cells = |(row, cells): (&String, &Value)| {
                    let Some(cells) = cells.as_object().filter(|cells| !cells.is_empty()) else { return false };
                    self.rows.iter().any(|known| known.id == *row) && cells.iter().all(|cell| self.cell_fits(cell))
                };
                !rows.is_empty() && rows.iter().all(cells)
            }),
        }
    }

    fn cell_fits(&self, (column, value): (&String, &Value)) -> bool {
        let column = self.columns.iter().find(|known| known.id == *column);
        column.is_some_and(|column| match column.number {
            true => whole(value).is_some_and(|number| number >= 0),
            false => words(value).is_some(),
        })
    }

    /// What somebody has answered, if that is an answer.
    pub fn answer<'a>(&self, answers: &'a Answers) -> Option<&'a Value> {
        answers.get(&self.id).filter(|value| self.fits(value))
    }

    /// What somebody has written beside a choice.
    pub fn beside<'a>(&self, choice: &Choice, answers: &'a Answers) -> Option<&'a str> {
        answers.get(&format!("{}/{}", self.id, choice.id)).filter(|_| choice.write).and_then(words)
    }
}

/// Whether a choice is marked in an answer that fits.
fn is_marked(value: &Value, id: &str) -> bool {
    match value {
        Value::String(chosen) => chosen == id,
        Value::Array(marked) => marked.iter().any(|marked| marked == id),
        _ => false,
    }
}

impl Form {
    /// Which questions somebody was asked.
    pub fn asked(&self, answers: &Answers) -> Vec<bool> {
        let mut asked: Vec<bool> = Vec::with_capacity(self.questions.len());
        for question in &self.questions {
            let holds = question.conditions.iter().all(|condition| {
                let to = &self.questions[condition.question];
                let Some(value) = to.answer(answers).filter(|_| asked[condition.question]) else { return false };
                match condition.range {
                    Some((from, to)) => whole(value).is_some_and(|number| (from..=to).contains(&number)),
                    None => condition.is.iter().any(|id| is_marked(value, id)),
                }
            });
            asked.push(holds);
        }
        asked
    }

    /// Whether answers are stored under a name.
    fn knows(&self, name: &str) -> bool {
        self.questions.iter().any(|question| {
            name == question.id
                || name
                    .strip_prefix(&*question.id)
                    .and_then(|rest| rest.strip_prefix('/'))
                    .is_some_and(|id| question.choices.iter().any(|choice| choice.write && choice.id == id))
        })
    }
}
