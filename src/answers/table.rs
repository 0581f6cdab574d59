//! Answers as a table, a row for each person, for spreadsheets.

use serde_json::Value;

use super::{Answers, Form, Kind, Person, Question, is_marked, whole, words};
use crate::cells::harmless;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(i64),
}

/// A table: its head, and a row for each person.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// What the table calls things in a language.
#[derive(Debug, Clone)]
pub struct Words {
    pub id: String,
    pub made: String,
    pub version: String,
    pub done: String,
    pub yes: String,
    pub no: String,
    /// What was written beside a choice.
    pub beside: String,
}

/// The table of all who are there.
pub fn table(form: &Form, people: &[Person], words: &Words) -> Table {
    let mut table = Table {
        head: [&words.id, &words.made, &words.version, &words.done].map(String::clone).to_vec(),
        rows: Vec::new(),
    };
    for (at, question) in form.questions.iter().enumerate() {
        let title = format!("{}. {}", at + 1, question.text);
        columns(question, words, &mut |part| {
            table.head.push(if part.is_empty() { title.clone() } else { format!("{title}: {part}") });
        });
    }
    for person in people.iter().filter(|person| !person.removed) {
        let done = if person.done { &words.yes } else { &words.no };
        let mut row = vec![
            Cell::Text(person.id.clone()),
            Cell::Text(person.made[..16].replace('T', " ")),
            Cell::Number(person.version),
            Cell::Text(done.clone()),
        ];
        let asked = form.asked(&person.answers);
        for (question, asked) in form.questions.iter().zip(asked) {
            cells(question, if asked { Some(&person.answers) } else { None }, &mut row);
        }
        table.rows.push(row);
    }
    table
}

/// The columns of a question, by what they are a part of.
fn columns(question: &Question, words: &Words, add: &mut dyn FnMut(&str)) {
    let beside = |add: &mut dyn FnMut(&str)| {
        for choice in question.choices.iter().filter(|choice| choice.write) {
            add(&format!("{} ({})", choice.text, words.beside));
        }
    };
    match question.kind {
        Kind::One => {
            add("");
            beside(add);
        }
        Kind::Several => {
            question.choices.iter().for_each(|choice| add(&choice.text));
            beside(add);
        }
        Kind::Table => {
            for (at, row) in question.rows.iter().enumerate() {
                let name = if question.free { (at + 1).to_string() } else { row.text.clone() };
                question.columns.iter().for_each(|column| add(&format!("{name}, {}", column.text)));
            }
        }
        Kind::Scale | Kind::Number | Kind::Text | Kind::Date => add(""),
    }
}

/// The cells of a question, in the order of its columns; empty for whoever was not asked.
fn cells(question: &Question, answers: Option<&Answers>, row: &mut Vec<Cell>) {
    let value = answers.and_then(|answers| question.answer(answers));
    let text = |text: Option<&str>| text.map_or(Cell::Empty, |text| Cell::Text(text.to_string()));
    let marked = |id: &str| value.is_some_and(|value| is_marked(value, id));
    match question.kind {
        Kind::One => {
            let chosen = question.choices.iter().find(|choice| marked(&choice.id));
            row.push(text(chosen.map(|choice| choice.text.as_str())));
        }
        Kind::Several => row.extend(question.choices.iter().map(|choice| match value {
            Some(_) => Cell::Number(i64::from(marked(&choice.id))),
            None => Cell::Empty,
        })),
        Kind::Table => {
            for known in &question.rows {
                let cells = value.and_then(|value| value.get(&known.id)).and_then(Value::as_object);
                row.extend(question.columns.iter().map(|column| {
                    let value = cells.and_then(|cells| cells.get(&column.id));
                    match column.number {
                        true => value.and_then(whole).map_or(Cell::Empty, Cell::Number),
                        false => text(value.and_then(words)),
                    }
                }));
            }
        }
        Kind::Scale | Kind::Number => row.push(value.and_then(whole).map_or(Cell::Empty, Cell::Number)),
        Kind::Text | Kind::Date => row.push(text(value.and_then(Value::as_str))),
    }
    for choice in question.choices.iter().filter(|choice| choice.write) {
        let beside = answers.filter(|_| marked(&choice.id)).and_then(|answers| question.beside(choice, answers));
        row.push(text(beside));
    }
}

/// The table as spreadsheets in Russian and Kyrgyz open it: semicolons, a mark that it is UTF-8, and no formulas.
pub fn csv(table: &Table) -> String {
    let mut csv = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        csv.push_str(&cells.collect::<Vec<_>>().join(";"));
        csv.push_str("\r\n");
    };
    line(&mut table.head.iter().map(|title| quoted(title)));
    for row in &table.rows {
        line(&mut row.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => quoted(text),
            Cell::Number(number) => number.to_string(),
        }));
    }
    csv
}

fn quoted(text: &str) -> String {
    let safe = harmless(text);
    match safe.contains([';', '"', '\n', '\r', ',']) {
        true => format!("\"{}\"", safe.replace('"', "\"\"")),
        false => safe.into_owned(),
    }
}
