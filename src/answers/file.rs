//! Files of answers: reading them with a message for all that does not fit, and several as one.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{Answers, Form};
use crate::diag::{At, Code, Diagnostics, Path, Place};
use crate::messages::{Message, say};

/// What a file says that it is.
pub const FORMAT: &str = "bagyt-forms";
/// The version of files that is written.
pub const VERSION: u64 = 1;

/// Somebody who has answered, or whose answers were removed.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Made at random where the questionnaire was begun.
    pub id: String,
    /// When it was begun, and last changed.
    pub made: String,
    pub changed: String,
    /// The version of the questionnaire.
    pub version: i64,
    /// Whether it was brought to its end.
    pub done: bool,
    /// Removed on some device, and so on all.
    pub removed: bool,
    pub answers: Answers,
    /// As it stands in its file.
    whole: Map<String, Value>,
}

fn place(file: &Arc<str>, path: Path) -> Place {
    Place { file: file.clone(), at: At::Yaml { path, first_line: 0 } }
}

/// Reads the tree of a file; `None` after a message.
fn tree(file: &Arc<str>, text: &str, out: &mut Diagnostics) -> Option<Map<String, Value>> {
    let mut wrong = |code: Code, place: Place, message: Message, help: Message| {
        out.add(code, place, message, help);
        None
    };
    let value: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => value,
        Err(error) if text.contains(FORMAT) => {
            let at = Place::point(file, error.line().max(1), error.column().max(1), 0);
            return wrong(
                Code::AnswersDamaged,
                at,
                say::file_of_answers_is_damaged(),
                say::save_it_once_more_from_device(),
            );
        }
        Err(_) => Value::Null,
    };
    let Value::Object(tree) = value else {
        let help = say::give_files_saved_from_page_of_questionnaire();
        return wrong(Code::AnswersForeign, Place::file(file), say::file_holds_no_answers(), help);
    };
    if tree.get("format").and_then(Value::as_str) != Some(FORMAT) {
        let help = say::give_files_saved_from_page_of_questionnaire();
        return wrong(Code::AnswersForeign, Place::file(file), say::file_holds_no_answers(), help);
    }
    let at = || place(file, Path::default().key("version"));
    match tree.get("version").and_then(Value::as_u64) {
        Some(version) if version > VERSION => {
            wrong(Code::AnswersNewer, at(), say::file_of_answers_is_newer(version, VERSION), say::use_newer_bagyt())
        }
        Some(1..) => Some(tree),
        _ => wrong(
            Code::AnswersDamaged,
            Place::file(file),
            say::file_of_answers_is_damaged(),
            say::save_it_once_more_from_device(),
        ),
    }
}

/// To which questionnaire a file belongs; `None` after a message.
pub fn questionnaire(file: &Arc<str>, text: &str, out: &mut Diagnostics) -> Option<String> {
    let tree = tree(file, text, out)?;
    let id = tree.get("questionnaire").and_then(Value::as_str).map(str::to_string);
    if id.is_none() {
        let message = say::file_of_answers_is_damaged();
        out.add(Code::AnswersDamaged, Place::file(file), message, say::save_it_once_more_from_device());
    }
    id
}

/// The people of a file; `None` after a message if it is not whole. What does not fit the questionnaire is told and kept.
pub fn read(file: &Arc<str>, text: &str, form: &Form, out: &mut Diagnostics) -> Option<Vec<Person>> {
    let tree = tree(file, text, out)?;
    let list = tree.get("respondents").and_then(Value::as_array);
    let people: Option<Vec<Person>> = list.and_then(|list| list.iter().map(person).collect());
    let Some(people) = people else {
        let at = list.and_then(|list| list.iter().position(|value| person(value).is_none()));
        let path = Path::default().key("respondents");
        let path = at.map_or(path.clone(), |at| path.item(at));
        let message = say::file_of_answers_is_damaged();
        out.add(Code::AnswersDamaged, place(file, path), message, say::save_it_once_more_from_device());
        return None;
    };
    for (at, person) in people.iter().enumerate().filter(|(_, person)| !person.removed) {
        check(file, form, person, &Path::default().key("respondents").item(at), out);
    }
    Some(people)
}

/// A moment, as browsers write it: 2026-11-30T08:15:00.000Z. Such moments are in order as texts.
fn moment(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?;
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    (shape == "0000-00-00T00:00:00.000Z").then(|| text.to_string())
}

fn person(value: &Value) -> Option<Person> {
    let whole = value.as_object()?;
    let id = whole.get("id").and_then(Value::as_str)?;
    let is_id = (4..=40).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let flag = |key: &str| whole.get(key).and_then(Value::as_bool).unwrap_or(false);
    let removed = flag("removed");
    let answers = match whole.get("answers") {
        Some(Value::Object(answers)) => answers.clone(),
        None if removed => Map::new(),
        _ => return None,
    };
    Some(Person {
        id: is_id.then(|| id.to_string())?,
        made: moment(whole.get("made"))?,
        changed: moment(whole.get("changed"))?,
        version: super::whole(whole.get("version")?).filter(|version| *version > 0)?,
        done: flag("done"),
        removed,
        answers,
        whole: whole.clone(),
    })
}

fn check(file: &Arc<str>, form: &Form, person: &Person, path: &Path, out: &mut Diagnostics) {
    if person.version != form.version {
        let message = say::answers_are_of_version(&person.id, person.version, form.version);
        let help = say::look_whether_questions_mean_the_same();
        out.add(Code::AnswersOtherVersion, place(file, path.key("version")), message, help);
    }
    let asked = form.asked(&person.answers);
    for (name, value) in &person.answers {
        let at = || place(file, path.key("answers").key(name));
        if !form.knows(name) {
            let help = say::it_is_not_counted_give_site_with_questionnaire();
            out.add(Code::AnswersUnknownQuestion, at(), say::questionnaire_has_no_question(name), help);
            continue;
        }
        let question = form.questions.iter().position(|question| question.id == *name);
        if question.is_some_and(|at| asked[at] && !form.questions[at].fits(value)) {
            let message = say::answer_does_not_fit(name, value.to_string());
            out.add(Code::AnswersUnfit, at(), message, say::correct_it_in_page_it_is_not_counted());
        }
    }
}

/// Several lists as one: of the same person what was changed last, in the order in which people began.
pub fn merged(lists: impl IntoIterator<Item = Vec<Person>>) -> Vec<Person> {
    let mut all: BTreeMap<String, Person> = BTreeMap::new();
    for person in lists.into_iter().flatten() {
        let newer = all.get(&person.id).is_none_or(|known| {
            person.changed > known.changed || (person.changed == known.changed && person.removed && !known.removed)
        });
        if newer {
            all.insert(person.id.clone(), person);
        }
    }
    let mut people: Vec<Person> = all.into_values().collect();
    people.sort_by(|one, other| (&one.made, &one.id).cmp(&(&other.made, &other.id)));
    people
}

/// A file of people, as pages write it.
pub fn written(questionnaire: &str, made: &str, people: &[Person]) -> Value {
    json!({
        "format": FORMAT,
        "version": VERSION,
        "questionnaire": questionnaire,
        "made": made,
        "respondents": people.iter().map(|person| Value::Object(person.whole.clone())).collect::<Vec<_>>(),
    })
}
