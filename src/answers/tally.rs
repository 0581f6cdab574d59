//! Counting: how many were asked, how many answered, and what. All of it is in whole numbers, so that no two programs can
//! round it differently.

use serde::Serialize;
use serde_json::Value;

use super::{Answers, BLANKS, Form, Kind, Person, Question, is_marked, whole, words};

/// What all people together have answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Counts {
    pub people: usize,
    /// How many of them did not bring it to its end.
    pub unfinished: usize,
    pub questions: Vec<Counted>,
}

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Counted {
    pub id: String,
    pub asked: usize,
    pub answered: usize,
    /// Of choices, and of the steps of a scale.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choices>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Numbers>,
    /// What was written, in the order of the people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
    /// The first and the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<(String, String)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
}

/// How often a choice was marked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choices {
    pub id: String,
    pub n: usize,
    /// Of all who answered, in tenths of a per cent.
    pub share: usize,
    /// What was written beside it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
}

/// Numbers in short.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Numbers {
    pub sum: i64,
    pub least: i64,
    pub most: i64,
    /// In hundredths.
    pub mean: i64,
    pub median: i64,
}

/// A row of a table, or all rows with the same words in their first cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    pub text: String,
    /// Rows in which something is written.
    pub n: usize,
    pub cells: Vec<Sum>,
}

/// A cell of all of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sum {
    /// How often it was filled in.
    pub n: usize,
    /// Of a column of numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<i64>,
}

/// A part of a whole, rounded half up.
fn rounded(part: i64, whole: i64) -> i64 {
    if whole == 0 { 0 } else { (2 * part + whole).div_euclid(2 * whole) }
}

fn share(n: usize, of: usize) -> usize {
    usize::try_from(rounded(n as i64 * 1000, of as i64)).unwrap_or(0)
}

/// Words as they are compared: without capital letters, with single spaces.
fn folded(text: &str) -> String {
    text.split(BLANKS).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Counts what people have answered. Answers to what they were not asked do not count.
pub fn tally(form: &Form, people: &[Person]) -> Counts {
    let there: Vec<&Person> = people.iter().filter(|person| !person.removed).collect();
    let asked: Vec<Vec<bool>> = there.iter().map(|person| form.asked(&person.answers)).collect();
    let questions = form.questions.iter().enumerate().map(|(at, question)| {
        let of: Vec<&Answers> =
            there.iter().zip(&asked).filter(|(_, asked)| asked[at]).map(|(person, _)| &person.answers).collect();
        count(question, &of)
    });
    Counts {
        people: there.len(),
        unfinished: there.iter().filter(|person| !person.done).count(),
        questions: questions.collect(),
    }
}

fn count(question: &Question, of: &[&Answers]) -> Counted {
    let found: Vec<(&Answers, &Value)> =
        of.iter().filter_map(|answers| Some((*answers, question.answer(answers)?))).collect();
    let mut counted = Counted {
        id: question.id.clone(),
        asked: of.len(),
        answered: found.len(),
        choices: Vec::new(),
        numbers: None,
        texts: Vec::new(),
        days: None,
        groups: Vec::new(),
    };
    match question.kind {
        Kind::One | Kind::Several => counted.choices = choices(question, &found),
        Kind::Scale | Kind::Number => {
            let mut given: Vec<i64> = found.iter().filter_map(|(_, value)| whole(value)).collect();
            given.sort_unstable();
            if question.kind == Kind::Scale {
                counted.choices = steps(question, &given);
            }
            counted.numbers = numbers(&given);
        }
        Kind::Text if question.private => {}
        Kind::Text => counted.texts = found.iter().filter_map(|(_, value)| words(value)).map(str::to_string).collect(),
        Kind::Date if question.private => {}
        Kind::Date => {
            let mut days: Vec<&str> = found.iter().filter_map(|(_, value)| value.as_str()).collect();
            days.sort_unstable();
            counted.days = days.first().zip(days.last()).map(|(first, last)| (first.to_string(), last.to_string()));
        }
        Kind::Table if question.private => {}
        Kind::Table => counted.groups = groups(question, &found),
    }
    counted
}

fn choices(question: &Question, found: &[(&Answers, &Value)]) -> Vec<Choices> {
    let of_choice = |choice: &super::Choice| {
        let marked = || found.iter().filter(|(_, value)| is_marked(value, &choice.id));
        let n = marked().count();
        let beside = marked().filter(|_| !question.private).filter_map(|(answers, _)| question.beside(choice, answers));
        Choices { id: choice.id.clone(), n, share: share(n, found.len()), texts: beside.map(str::to_string).collect() }
    };
    question.choices.iter().map(of_choice).collect()
}

fn steps(question: &Question, given: &[i64]) -> Vec<Choices> {
    let (from, to) = question.range.unwrap_or((0, 0));
    let step = |value: i64| {
        let n = given.iter().filter(|given| **given == value).count();
        Choices { id: value.to_string(), n, share: share(n, given.len()), texts: Vec::new() }
    };
    (from..=to).map(step).collect()
}

fn numbers(sorted: &[i64]) -> Option<Numbers> {
    let (least, most) = (*sorted.first()?, *sorted.last()?);
    let sum = sorted.iter().fold(0i64, |sum, number| sum.saturating_add(*number));
    let middle = sorted.len() / 2;
    let pair = if sorted.len() % 2 == 1 { 2 * sorted[middle] } else { sorted[middle - 1] + sorted[middle] };
    Some(Numbers {
        sum,
        least,
        most,
        mean: rounded(sum.saturating_mul(100), sorted.len() as i64),
        median: pair.saturating_mul(50),
    })
}

fn groups(question: &Question, found: &[(&Answers, &Value)]) -> Vec<Group> {
    let empty = |text: &str| Group {
        text: text.to_string(),
        n: 0,
        cells: question.columns.iter().map(|column| Sum { n: 0, sum: column.number.then_some(0) }).collect(),
    };
    let mut groups: Vec<(String, Group)> = match question.free {
        true => Vec::new(),
        false => question.rows.iter().map(|row| (row.id.clone(), empty(&row.text))).collect(),
    };
    for (_, table) in found {
        for row in &question.rows {
            let Some(cells) = table.get(&row.id).and_then(Value::as_object) else { continue };
            let first = question.columns.first().and_then(|column| cells.get(&column.id)).and_then(words);
            let key = if question.free { first.map_or_else(String::new, folded) } else { row.id.clone() };
            let at = groups.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                groups.push((key, empty(first.unwrap_or_default())));
                groups.len() - 1
            });
            let group = &mut groups[at].1;
            group.n += 1;
            for (sum, column) in group.cells.iter_mut().zip(&question.columns) {
                let Some(value) = cells.get(&column.id) else { continue };
                sum.n += 1;
                sum.sum = sum.sum.map(|sum| sum.saturating_add(whole(value).unwrap_or(0)));
            }
        }
    }
    if question.free {
        groups.sort_by_key(|(_, group)| std::cmp::Reverse(group.n));
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
