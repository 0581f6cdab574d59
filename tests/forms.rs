//! Questionnaires: counting in the browser and by the command, what the command says of files, and what the site's four hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;

use bagyt::answers::{
    self, Choice, Column, Condition, Form, Kind, Person, Question, Row, Words, csv, merged, table, tally, written,
};
use bagyt::diag::Diagnostics;
use serde_json::{Map, Value, json};

use crate::self_tests::{Chance, node};

const TEXTS: &[&str] = &[
    "Сварщик",
    "сварщик ",
    "СВАРЩИК",
    " ширетүүчү",
    "ширетүүчү",
    "өз  иши",
    "=1+1",
    "+996 555",
    "-5",
    "-5,5",
    "@a",
    "а;=б",
    "а\n-б",
    "\"кавычки\"",
    " ",
    "\u{a0}",
    "",
    "а,б",
    "\t=1",
    "ë ё",
    "＝1",
    "'",
    "xxx",
];

fn text(chance: &mut Chance) -> String {
    TEXTS[chance.below(TEXTS.len() as u64) as usize].to_string()
}

/// A questionnaire of all kinds of questions, with conditions on earlier ones.
fn form(chance: &mut Chance) -> Form {
    let kinds = [Kind::One, Kind::Several, Kind::Scale, Kind::Number, Kind::Text, Kind::Date, Kind::Table];
    let mut questions: Vec<Question> = Vec::new();
    for at in 0..4 + chance.below(8) as usize {
        let kind = kinds[chance.below(7) as usize];
        let choices = if matches!(kind, Kind::One | Kind::Several) { 2 + chance.below(4) } else { 0 };
        let choice =
            |at: u64, write: bool| Choice { id: format!("c{at}"), text: format!("Вариант {at}; =x"), write };
        let free = kind == Kind::Table && chance.below(2) == 0;
        let rows = if kind == Kind::Table { 1 + chance.below(4) } else { 0 };
        let columns = if kind == Kind::Table { 1 + chance.below(3) } else { 0 };
        let mut conditions = Vec::new();
        let before: Vec<usize> =
            (0..at).filter(|at| !matches!(questions[*at].kind, Kind::Text | Kind::Date | Kind::Table)).collect();
        while !before.is_empty() && conditions.len() < 2 && chance.below(3) == 0 {
            let question = before[chance.below(before.len() as u64) as usize];
            let to = &questions[question];
            let range = to.range.map(|(from, to)| (from + chance.below(3) as i64, to));
            let is = match range {
                Some(_) => Vec::new(),
                None => to.choices.iter().filter(|_| chance.below(2) == 0).map(|choice| choice.id.clone()).collect(),
            };
            conditions.push(Condition { question, is, range });
        }
        let range = match kind {
            Kind::Scale => Some((1, 2 + chance.below(6) as i64)),
            Kind::Number => Some((chance.below(3) as i64, 5 + chance.below(1000) as i64)),
            _ => None,
        };
        questions.push(Question {
            id: ["constructor", "q1", "q2", "to-string", "q4"]
                .get(at)
                .map_or_else(|| format!("q{at}"), |id| id.to_string()),
            kind,
            text: format!("Вопрос {at}"),
            hint: String::new(),
            section: String::new(),
            required: false,
            private: chance.below(5) == 0,
            choices: (0..choices).map(|at| choice(at, chance.below(3) == 0)).collect(),
            most: (kind == Kind::Several && chance.below(2) == 0).then_some(2),
            range,
            unit: String::new(),
            low: String::new(),
            high: String::new(),
            lines: 1,
            rows: (1..=rows)
                .map(|at| Row {
                    id: at.to_string(), text: if free { String::new() } else { format!("Строка {at}") }
                })
                .collect(),
            free,
            columns: (0..columns)
                .map(|at| Column {
                    id: format!("k{at}"), text: format!("Столбец {at}"), number: chance.below(2) == 0
                })
                .collect(),
            conditions,
        });
    }
    Form { id: "a/b".into(), version: 2, consent: String::new(), thanks: "Спасибо".into(), questions }
}

/// What somebody may have answered, and what nobody may.
fn value(question: &Question, chance: &mut Chance) -> Value {
    if chance.below(8) == 0 {
        let wrong = [
            json!(null),
            json!("?"),
            json!(1.5),
            json!(-1),
            json!([]),
            json!({}),
            json!(["c0", "c0"]),
            json!(true),
            json!(1e20),
            json!("2026-02-30"),
            json!({"1": {}}),
            json!({"9": {"k0": 1}}),
            json!({"toString": {"k0": 1}}),
            json!("constructor"),
        ];
        return wrong[chance.below(wrong.len() as u64) as usize].clone();
    }
    let choice = |chance: &mut Chance| format!("c{}", chance.below(question.choices.len().max(1) as u64));
    match question.kind {
        Kind::One => json!(choice(chance)),
        Kind::Several => {
            let marked: BTreeSet<String> = (0..=chance.below(3)).map(|_| choice(chance)).collect();
            json!(marked)
        }
        Kind::Scale => json!(1 + chance.below(8)),
        Kind::Number => match chance.below(10) {
            0 => json!(3.0),
            _ => json!(chance.below(1100)),
        },
        Kind::Text => json!(text(chance)),
        Kind::Date => {
            json!(format!("20{:02}-{:02}-{:02}", chance.below(30), 1 + chance.below(12), 1 + chance.below(30)))
        }
        Kind::Table => {
            let mut rows = Map::new();
            for row in &question.rows {
                let mut cells = Map::new();
                if chance.below(3) == 0 {
                    continue;
                }
                for column in &question.columns {
                    if chance.below(4) == 0 {
                        continue;
                    }
                    let cell = if column.number { json!(chance.below(50)) } else { json!(text(chance)) };
                    cells.insert(column.id.clone(), cell);
                }
                rows.insert(row.id.clone(), Value::Object(cells));
            }
            Value::Object(rows)
        }
    }
}

fn person(form: &Form, number: u64, chance: &mut Chance) -> Value {
    let mut answers = Map::new();
    for question in &form.questions {
        if chance.below(6) > 0 {
            answers.insert(question.id.clone(), value(question, chance));
        }
        for choice in &question.choices {
            if chance.below(3) > 0 {
                continue;
            }
            answers.insert(format!("{}/{}", question.id, choice.id), json!(text(chance)));
        }
    }
    let moment = |chance: &mut Chance| {
        format!("2026-11-30T08:{:02}:{:02}.{:03}Z", chance.below(3), chance.below(3), chance.below(2))
    };
    let mut person = json!({
        "id": format!("id{number:04}"), "made": moment(chance), "changed": moment(chance), "version": 1 + chance.below(2),
        "done": chance.below(4) > 0, "answers": answers,
    });
    if chance.below(9) == 0 {
        person["removed"] = json!(true);
    }
    person
}

const SCRIPT: &str = r#"
import { readFileSync } from "node:fs";
import { askedOf, fileOf, fits, merged, readFile } from "./js/forms/answers.js";
import { csvOf, tally } from "./js/forms/tally.js";
const words = name => `«${name}»`;
const counted = ({ form, files }) => {
  const read = files.map(file => readFile(JSON.stringify(file), form));
  const troubles = read.map(({ trouble }) => trouble || null);
  const people = merged(read.map(({ people }) => people || []));
  const again = readFile(fileOf(form, people), form).people;
  return {
    troubles,
    ids: people.map(({ id, changed, removed }) => `${id} ${changed} ${removed === true}`),
    same: JSON.stringify(again) === JSON.stringify(people),
    asked: people.map(({ answers }) => askedOf(form, answers || {})),
    counts: tally(form, people),
    csv: csvOf(form, people, words),
  };
};
console.log(JSON.stringify(JSON.parse(readFileSync("cases.json", "utf8")).map(counted)));
"#;

fn words() -> Words {
    let word = |name: &str| format!("«{name}»");
    Words {
        id: word("id"),
        made: word("made"),
        version: word("version"),
        done: word("done"),
        yes: word("yes"),
        no: word("no"),
        beside: word("beside"),
    }
}

/// Reads files as the command does; what is told of answers is left aside.
fn read(form: &Form, files: &[Value]) -> (Vec<bool>, Vec<Person>) {
    let lists: Vec<Option<Vec<Person>>> = files
        .iter()
        .map(|file| answers::read(&Arc::from("a.json"), &file.to_string(), form, &mut Diagnostics::new()))
        .collect();
    (lists.iter().map(Option::is_some).collect(), merged(lists.into_iter().flatten()))
}

#[test]
fn the_browser_counts_as_the_program_does() {
    let mut chance = Chance(23);
    let mut cases: Vec<(Form, Vec<Value>)> = Vec::new();
    for _ in 0..2_500 {
        let form = form(&mut chance);
        let files = (0..1 + chance.below(3)).map(|_| {
            // Few numbers, so that the same people are in several files.
            let people: Vec<Value> = (0..chance.below(8)).map(|_| { let number = chance.below(12); person(&form, number, &mut chance) }).collect();
            let mut file = json!({
                "format": "bagyt-forms", "version": 1, "questionnaire": "a/b", "made": "2026-11-30T09:00:00.000Z", "respondents": people,
            });
            match chance.below(40) {
                0 => file["version"] = json!(9),
                1 => file["format"] = json!("else"),
                2 => file["respondents"] = json!([{"id": "x"}]),
                3 => file["version"] = json!("1"),
                _ => {}
            }
            file
        }).collect();
        cases.push((form, files));
    }
    let written_cases: Vec<Value> = cases.iter().map(|(form, files)| json!({"form": form, "files": files})).collect();
    let found = node("forms-counting", SCRIPT, &Value::Array(written_cases));
    let found = found.as_array().expect("a list");
    assert_eq!(found.len(), cases.len());
    let (mut answered, mut refused, mut hidden, mut texts) = (0, 0, 0, 0);
    for ((form, files), found) in cases.iter().zip(found) {
        let (whole, people) = read(form, files);
        let troubles: Vec<bool> = found["troubles"].as_array().expect("a list").iter().map(Value::is_null).collect();
        assert_eq!(whole, troubles, "{files:#?}");
        refused += whole.iter().filter(|whole| !**whole).count();
        let ids: Vec<String> =
            people.iter().map(|person| format!("{} {} {}", person.id, person.changed, person.removed)).collect();
        assert_eq!(json!(ids), found["ids"]);
        assert_eq!(found["same"], true, "what is saved comes back as it was");
        let asked: Vec<Vec<bool>> = people.iter().map(|person| form.asked(&person.answers)).collect();
        assert_eq!(json!(asked), found["asked"]);
        hidden += asked.iter().flatten().filter(|asked| !**asked).count();
        let counts = tally(form, &people);
        assert_eq!(
            sorted(&serde_json::to_value(&counts).expect("counts are JSON")),
            sorted(&found["counts"]),
            "{form:#?}\n{people:#?}"
        );
        answered += counts.questions.iter().map(|question| question.answered).sum::<usize>();
        texts += counts.questions.iter().map(|question| question.texts.len() + question.groups.len()).sum::<usize>();
        assert_eq!(json!(csv(&table(form, &people, &words()))), found["csv"], "{people:#?}");
    }
    assert!(
        answered > 10_000 && refused > 50 && hidden > 2_000 && texts > 1_000,
        "{answered} {refused} {hidden} {texts}"
    );
}

/// A value with its keys in order: programs need not agree in that.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let keys: std::collections::BTreeMap<&String, Value> =
                map.iter().map(|(key, value)| (key, sorted(value))).collect();
            json!(keys)
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

#[test]
fn merging_does_not_depend_on_the_order_of_files() {
    let mut chance = Chance(5);
    for _ in 0..300 {
        let form = form(&mut chance);
        let files: Vec<Value> = (0..3)
            .map(|_| {
                let people: Vec<Value> = (0..6)
                    .map(|_| {
                        let number = chance.below(8);
                        let mut one = person(&form, number, &mut chance);
                        // No two changes of one person happen in the same thousandth of a second.
                        one["changed"] = json!(format!(
                            "2026-11-30T09:{:02}:{:02}.{:03}Z",
                            chance.below(60),
                            chance.below(60),
                            chance.below(1000)
                        ));
                        one["made"] = json!(format!("2026-11-30T08:00:0{}.000Z", number));
                        one
                    })
                    .collect();
                json!({"format": "bagyt-forms", "version": 1, "questionnaire": "a/b", "respondents": people})
            })
            .collect();
        let (_, once) = read(&form, &files);
        let turned: Vec<Value> = files.iter().rev().cloned().collect();
        assert_eq!(once, read(&form, &turned).1);
        // What is already merged changes nothing any more.
        let all = written("a/b", "2026-11-30T09:00:00.000Z", &once);
        assert_eq!(once, read(&form, &[all.clone(), files[0].clone(), all]).1);
    }
}

/* The command */

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const SURVEY: &str = "handbook/labour-market/survey";

fn file_of(questionnaire: &str, people: &Value) -> String {
    let file = json!({
        "format": "bagyt-forms", "version": 1, "questionnaire": questionnaire, "made": "2026-11-30T09:00:00.000Z", "respondents": people,
    });
    // As the browser writes it: a line for each value.
    let mut text = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
    serde::Serialize::serialize(&file, &mut serde_json::Serializer::with_formatter(&mut text, formatter))
        .expect("JSON");
    String::from_utf8(text).expect("JSON is UTF-8") + "\n"
}

fn answered(id: &str, second: u32, answers: &Value) -> Value {
    let moment = format!("2026-11-30T08:00:{second:02}.000Z");
    json!({"id": id, "made": moment, "changed": moment, "version": 1, "done": true, "answers": answers})
}

fn tabulate(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = crate::common::bagyt();
    command.current_dir(folder).args(["forms", "tabulate", "--site"]).arg(repository()).args(arguments);
    command.output().expect("the command starts")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn files_of_several_devices_are_counted_once() {
    let home = tempfile::tempdir().expect("a folder");
    let one = answered(
        "aaaa1",
        1,
        &json!({"form": "farm", "size": "s1", "hired": 2, "need": "yes",
        "wanted": {"1": {"who": "Ширетүүчү", "year": 1, "later": 2}, "2": {"who": "=айдоочу", "year": 1}}}),
    );
    let two = answered(
        "bbbb2",
        2,
        &json!({"form": "other", "form/other": "=HYPERLINK(\"x\")", "size": "s501", "hired": 0, "found": ["known"],
        "need": "yes", "wanted": {"1": {"who": " ширетүүчү", "year": 3}}}),
    );
    let mut later = two.clone();
    later["changed"] = json!("2026-11-30T08:30:00.000Z");
    later["answers"]["hired"] = json!(4);
    fs::write(home.path().join("a.json"), file_of(SURVEY, &json!([one, two]))).expect("a file");
    fs::write(home.path().join("b.json"), file_of(SURVEY, &json!([later]))).expect("a file");
    let output = tabulate(
        home.path(),
        &["a.json", "b.json", "a.json", "--lang", "ky", "--csv", "o.csv", "--json", "o.json", "--xlsx", "o.xlsx"],
    );
    let shown = said(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{shown}{}", said(&output.stderr));
    assert!(shown.contains("Анкеталар: 2. Бүтпөгөнү: 0."), "{shown}");
    assert!(shown.contains("бардыгы 6, орточосу 3,00"), "{shown}");
    assert!(shown.contains("Ширетүүчү (2); 12 айдын ичинде: 4; Экинчи жана үчүнчү жылы: 2"), "{shown}");
    assert!(shown.contains("Дыйкан (фермер) чарба") && shown.contains("50,0 %"), "{shown}");

    let csv = fs::read_to_string(home.path().join("o.csv")).expect("the table");
    assert!(csv.starts_with('\u{feff}') && csv.contains("\r\n"), "{csv}");
    assert!(csv.contains("'=айдоочу") && !csv.contains(";=") && !csv.contains("\"="), "{csv}");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.records().filter(|row| row.as_ref().is_ok_and(|row| !row.is_empty())).count(), 2);

    let json: Value =
        serde_json::from_str(&fs::read_to_string(home.path().join("o.json")).expect("the file")).expect("JSON");
    assert_eq!((&json["summary"]["people"], &json["respondents"][1]["answers"]["hired"]), (&json!(2), &json!(4)));
    // What comes out goes in again, and nobody is counted twice.
    let again = tabulate(home.path(), &["o.json", "a.json", "--lang", "ky"]);
    assert_eq!(said(&again.stdout), shown);

    let bytes = fs::read(home.path().join("o.xlsx")).expect("the workbook");
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a workbook is an archive");
    let mut strings = String::new();
    std::io::Read::read_to_string(&mut book.by_name("xl/sharedStrings.xml").expect("its texts"), &mut strings)
        .expect("text");
    assert!(strings.contains("ширетүүчү") && strings.contains("=HYPERLINK"), "{strings}");
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut book.by_name("xl/worksheets/sheet1.xml").expect("a sheet"), &mut sheet)
        .expect("text");
    assert!(!sheet.contains("<f>"), "nothing is computed");
    tabulate(home.path(), &["a.json", "b.json", "--lang", "ky", "--xlsx", "again.xlsx"]);
    assert_eq!(
        bytes,
        fs::read(home.path().join("again.xlsx")).expect("the workbook"),
        "the same people give the same bytes"
    );
    // No file that is counted is written over.
    let over = tabulate(home.path(), &["a.json", "--csv", "a.json"]);
    assert_eq!(over.status.code(), Some(2));
    assert!(fs::read_to_string(home.path().join("a.json")).expect("the file").contains("bagyt-forms"));
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    let home = tempfile::tempdir().expect("a folder");
    let mut old = answered("cccc3", 3, &json!({"size": "s1", "colour": "red"}));
    old["version"] = json!(3);
    let wrong = answered(
        "dddd4",
        4,
        &json!({"size": "s7", "hired": 1_000_000, "people": {"women": {"n": 2}}, "train": ["managers", "managers"]}),
    );
    let files: [(&str, String); 6] = [
        ("unfit.json", file_of(SURVEY, &json!([old, wrong]))),
        ("damaged.json", file_of(SURVEY, &json!([])).replace("\"respondents\": []", "\"respondents\": [")),
        ("half.json", file_of(SURVEY, &json!([{"id": "x"}]))),
        ("newer.json", file_of(SURVEY, &json!([])).replace("\"version\": 1", "\"version\": 7")),
        ("foreign.json", "{\"a\": 1}\n".into()),
        ("elsewhere.json", file_of("no/such", &json!([]))),
    ];
    let mut found = String::new();
    for (name, text) in &files {
        fs::write(home.path().join(name), text).expect("a file");
        let output = tabulate(home.path(), &[name, "--lang", "en", "--csv", "o.csv"]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", said(&output.stderr));
        // Whoever is whole is counted; of a file that is not whole nothing is made.
        assert_eq!(home.path().join("o.csv").exists(), *name == "unfit.json", "{name}");
        let _ = fs::remove_file(home.path().join("o.csv"));
        found += &format!("$ bagyt forms tabulate {name}\n{}\n", said(&output.stderr));
    }
    let both =
        tabulate(home.path(), &["half.json", "elsewhere.json", "missing.json", "--lang", "en", "--format", "short"]);
    assert_eq!(both.status.code(), Some(1));
    found +=
        &format!("$ bagyt forms tabulate half.json elsewhere.json missing.json --format short\n{}", said(&both.stderr));
    let expected = repository().join("tests/golden/answers.txt");
    if std::env::var_os("BAGYT_BLESS").is_some() {
        fs::write(&expected, &found).expect("it can be written");
    }
    assert_eq!(fs::read_to_string(&expected).unwrap_or_default(), found);
}

/* What the site has */

fn forms() -> Vec<(PathBuf, Value)> {
    let folder = repository().join("content/handbook/labour-market");
    let read = |name: &str| {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).expect("there is a questionnaire");
        (path, serde_yaml::from_str(&text).expect("it is YAML"))
    };
    ["survey.yaml", "graduates-before.yaml", "graduates-after.yaml", "graduates-contacts.yaml"].map(read).to_vec()
}

#[test]
fn the_surveys_have_what_the_guide_asks_and_mend_its_gaps() {
    let all = forms();
    let question = |form: usize, id: &str| {
        let questions = all[form].1["questions"].as_array().expect("questions");
        questions.iter().find(|question| question["id"] == id).unwrap_or_else(|| panic!("{id} is asked")).clone()
    };
    // Questions 5 and 7, what stands for 8, and the horizon of three years.
    assert_eq!(question(0, "graduates")["kind"], "table");
    assert!(question(0, "train")["choices"].as_array().expect("choices").len() >= 6);
    assert_eq!(question(0, "lacking")["most"], 3);
    assert!(question(0, "need")["text"]["ru"].as_str().expect("a text").contains("три года"));
    let bands = question(0, "size");
    let last = bands["choices"].as_array().expect("bands").last().expect("one").clone();
    assert!(last["to"].is_null() && last["from"].as_i64() == Some(501), "the last band has no end");
    for id in [
        "now", "months", "seeking", "pay", "position", "sector", "duties", "hours", "content", "used", "needed",
        "rating", "studied", "want", "strong", "weak", "advice",
    ] {
        question(2, id);
    }
    for (form, name) in [(1, "before"), (2, "after"), (3, "contacts")] {
        assert!(all[form].1["consent"]["ky"].is_string(), "{name} asks for consent");
    }
    // What names somebody is in no summary.
    for id in ["name", "phone", "second", "parent"] {
        assert_eq!(question(3, id)["private"], true, "{id}");
    }
    // Nothing is called as Russian or Kyrgyz may be read wrongly: every text is there in both.
    for (path, form) in &all {
        for question in form["questions"].as_array().expect("questions") {
            assert!(
                question["text"]["ky"].is_string() && question["text"]["ru"].is_string(),
                "{}: {question}",
                path.display()
            );
        }
    }
}
