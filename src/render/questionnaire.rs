//! The page of a questionnaire: what its script is given, and the same questions on paper.

use serde::Serialize;

use super::sheet::{Sheet, cell, written};
use super::text::Reader;
use super::urls;
use crate::answers::{Choice, Column, Condition, Form, Kind, Question, Row, Titles, Words};
use crate::i18n::Strings;
use crate::lang::{Lang, Localised, pack};
use crate::parse::{self, Questionnaire, Text};
use crate::plan::Inputs;
use crate::resolve::EntryId;
use crate::text::Placing;

/// A questionnaire, as its template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct QuestionnaireView {
    /// HTML: for those who ask, and for those who answer.
    pub intro: String,
    pub greeting: String,
    pub minutes: i64,
    /// What stands before tenths.
    pub tenths: String,
    /// How many questions there are.
    pub questions: usize,
    /// The questionnaire on paper, as HTML.
    pub paper: String,
    /// The same for a word processor.
    pub file: String,
    /// What the script is given, as JSON.
    pub data: String,
}

/// The view of a questionnaire; `None` if the entry is none.
pub fn view(reader: Reader, id: EntryId, placing: Placing) -> Option<QuestionnaireView> {
    let entry = reader.site.handbook.entry(id);
    let (own, record) = (entry.questionnaire()?, entry.record.as_ref()?);
    let (site, lang) = (reader.site, reader.lang);
    let lower = Placing { prefix: placing.prefix, lower: placing.lower + 1 };
    let of_record = |text: &Text| reader.placed(text, &record.targets, None, placing, None);
    let form = form(site, id, own, lang);
    Some(QuestionnaireView {
        intro: of_record(own.intro.get(lang)),
        greeting: of_record(own.greeting.get(lang)),
        minutes: own.minutes,
        tenths: pack(site.handbook.config.languages.code(lang)).map_or('.', |pack| pack.decimal).to_string(),
        questions: own.questions.len(),
        paper: reader.placed(&paper(site, id, own, lang), &[], None, lower, None),
        file: reader.from.link_to(&urls::document(site, id, lang)),
        // Plain structs of numbers and texts always serialise.
        data: serde_json::to_string(&form).unwrap_or_default(),
    })
}

/// What the columns of a table of answers are called.
pub fn words_of_table(strings: &Strings) -> Words {
    let text = |key: &str| strings.text(&format!("questionnaire.table.{key}")).to_string();
    Words {
        id: text("id"),
        made: text("made"),
        version: text("version"),
        done: text("done"),
        yes: text("yes"),
        no: text("no"),
        beside: text("beside"),
    }
}

/// What a workbook of answers calls its sheets and columns.
pub fn titles_of_workbook(strings: &Strings) -> Titles {
    let text = |key: &str| strings.text(&format!("questionnaire.table.{key}")).to_string();
    Titles {
        answers: text("answers"),
        summary: text("summary"),
        question: text("question"),
        answer: text("answer"),
        n: text("n"),
        share: text("share"),
    }
}

/// A questionnaire in a language.
pub fn form(site: &Inputs, id: EntryId, own: &Questionnaire, lang: Lang) -> Form {
    let questions = own.questions.iter().map(|question| self::question(site, own, question, lang));
    Form {
        id: site.handbook.entry(id).address.clone(),
        version: own.version,
        consent: optional(own.consent.as_ref(), lang),
        thanks: own.thanks.get(lang).to_string(),
        questions: questions.collect(),
    }
}

fn optional(text: Option<&Localised>, lang: Lang) -> String {
    text.map_or_else(String::new, |text| text.get(lang).to_string())
}

fn question(site: &Inputs, own: &Questionnaire, question: &parse::Question, lang: Lang) -> Question {
    let kind = match question.kind {
        "one" => Kind::One,
        "several" => Kind::Several,
        "scale" => Kind::Scale,
        "number" => Kind::Number,
        "date" => Kind::Date,
        "table" => Kind::Table,
        _ => Kind::Text,
    };
    let choice = |choice: &parse::QuestionChoice| Choice {
        id: choice.id.clone(),
        text: choice.text.as_ref().map_or_else(|| band(site, choice, lang), |text| text.get(lang).to_string()),
        write: choice.write,
    };
    let row = |row: &parse::QuestionRow| Row { id: row.id.clone(), text: row.text.get(lang).to_string() };
    let free = kind == Kind::Table && question.rows.is_empty();
    let rows = match free {
        true => (1..=question.lines.unwrap_or(1)).map(|at| Row { id: at.to_string(), text: String::new() }).collect(),
        false => question.rows.iter().map(row).collect(),
    };
    let columns = question.columns.iter().map(|column| Column {
        id: column.id.clone(),
        text: column.text.get(lang).to_string(),
        number: column.kind == "number",
    });
    Question {
        id: question.id.clone(),
        kind,
        text: question.text.get(lang).to_string(),
        hint: optional(question.hint.as_ref(), lang),
        section: optional(question.section.as_ref(), lang),
        required: question.required,
        private: question.private,
        choices: question.choices.iter().map(choice).collect(),
        most: question.most,
        range: matches!(kind, Kind::Scale | Kind::Number).then(|| question.range()),
        unit: optional(question.unit.as_ref(), lang),
        low: optional(question.low.as_ref(), lang),
        high: optional(question.high.as_ref(), lang),
        lines: if kind == Kind::Text { question.lines.unwrap_or(1) } else { 1 },
        rows,
        free,
        columns: columns.collect(),
        conditions: question.conditions.iter().filter_map(|condition| self::condition(own, condition)).collect(),
    }
}

/// `6–20`, or `501 and more`.
fn band(site: &Inputs, choice: &parse::QuestionChoice, lang: Lang) -> String {
    let from = choice.from.unwrap_or(0);
    match choice.to {
        Some(to) if to == from => to.to_string(),
        Some(to) => format!("{from}–{to}"),
        None => site.strings(lang).text("questionnaire.and_more").replace("{n}", &from.to_string()),
    }
}

fn condition(own: &Questionnaire, condition: &parse::Condition) -> Option<Condition> {
    // One without its question was reported.
    let question = own.questions.iter().position(|question| question.id == condition.question.1)?;
    let (least, most) = own.questions[question].range();
    let range = (condition.from.is_some() || condition.to.is_some())
        .then(|| (condition.from.unwrap_or(least), condition.to.unwrap_or(most)));
    Some(Condition { question, is: condition.is.iter().map(|(_, id)| id.clone()).collect(), range })
}

/// Where something is written.
const BLANK: &str = "________";

/// The questionnaire on paper.
pub fn paper(site: &Inputs, id: EntryId, own: &Questionnaire, lang: Lang) -> Text {
    let strings = site.strings(lang);
    let text = |key: &str| strings.text(&format!("questionnaire.paper.{key}"));
    let form = form(site, id, own, lang);
    let mut sheet = Sheet::default();
    sheet.part(text("how"));
    if !form.consent.is_empty() {
        sheet.part(&format!("**{}** {}", text("consent"), cell(&form.consent)));
        sheet.part(text("signature"));
    }
    for (at, question) in form.questions.iter().enumerate() {
        if !question.section.is_empty() {
            sheet.heading(&format!("paper-{}", question.id), &question.section);
        }
        let mut line = format!("**{}. {}**", at + 1, cell(&question.text));
        for note in question.conditions.iter().map(|condition| only_if(&form, condition, strings)) {
            line += &format!(" *{}*", cell(&note));
        }
        if !question.hint.is_empty() {
            line += &format!(" {}", cell(&question.hint));
        }
        answer(question, line, strings, &mut sheet);
    }
    sheet.part(&cell(&form.thanks));
    written(site, &own.origin, lang, &sheet.0)
}

/// A question with room for its answer.
fn answer(question: &Question, line: String, strings: &Strings, sheet: &mut Sheet) {
    let text = |key: &str| strings.text(&format!("questionnaire.paper.{key}"));
    match question.kind {
        Kind::One | Kind::Several => {
            let how = match (question.kind, question.most) {
                (Kind::One, _) => text("one").to_string(),
                (_, Some(most)) => text("most").replace("{n}", &most.to_string()),
                (_, None) => text("several").to_string(),
            };
            sheet.part(&format!("{line} {how}"));
            for choice in &question.choices {
                let beside = if choice.write { format!(" {BLANK}") } else { String::new() };
                sheet.item(&format!("[ ] {}{beside}", cell(&choice.text)));
            }
            sheet.end();
        }
        Kind::Scale => {
            let (from, to) = question.range.unwrap_or((1, 5));
            let steps: Vec<String> = (from..=to).map(|step| step.to_string()).collect();
            sheet.part(&format!("{line} {}", text("scale")));
            let ends = [cell(&question.low), steps.join(" · "), cell(&question.high)];
            sheet.part(&ends.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" — "));
        }
        Kind::Number => sheet.part(format!("{line} {BLANK} {}", cell(&question.unit)).trim_end()),
        Kind::Date => sheet.part(&format!("{line} {BLANK} {}", text("date"))),
        Kind::Text if question.lines == 1 => sheet.part(&format!("{line} {BLANK}")),
        Kind::Text => {
            sheet.part(&line);
            (0..question.lines).for_each(|_| sheet.part(BLANK));
        }
        Kind::Table => {
            sheet.part(&line);
            let titles: Vec<String> = question.columns.iter().map(|column| cell(&column.text)).collect();
            let names = (!question.free).then_some("");
            sheet.table(&names.into_iter().chain(titles.iter().map(String::as_str)).collect::<Vec<_>>());
            for row in &question.rows {
                let name = (!question.free).then(|| cell(&row.text));
                let blanks = vec![BLANK; question.columns.len()];
                sheet.row(&name.as_deref().into_iter().chain(blanks).collect::<Vec<_>>());
            }
            sheet.end();
        }
    }
}

/// «Only if …», as people read it.
fn only_if(form: &Form, condition: &Condition, strings: &Strings) -> String {
    let text = |key: &str| strings.text(&format!("questionnaire.paper.{key}"));
    let question = &form.questions[condition.question];
    let number = (condition.question + 1).to_string();
    let Some((from, to)) = condition.range else {
        let chosen = question.choices.iter().filter(|choice| condition.is.contains(&choice.id));
        let chosen: Vec<String> = chosen.map(|choice| format!("«{}»", choice.text)).collect();
        return text("if_choice").replace("{n}", &number).replace("{answer}", &chosen.join(", "));
    };
    let (least, most) = question.range.unwrap_or((from, to));
    let key = match (from > least, to < most) {
        (true, false) => "if_from",
        (false, true) => "if_to",
        _ => "if_between",
    };
    text(key).replace("{n}", &number).replace("{from}", &from.to_string()).replace("{to}", &to.to_string())
}
