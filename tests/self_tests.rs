//! The self-tests: their scoring here and in the browser, what it makes of people and of chance, and what the site's two hold.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use bagyt::scoring::{
    self, Form, Limits, Profile, Standing, Sureness, correlation, f_limit, profile, r_limit, reasons, standings,
};
use serde_json::{Value, json};

use crate::site::{self, own, scratch};

/// Numbers that look like chance and are the same in every run.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        // Constants of Knuth's MMIX generator.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    /// Between 0 and 1.
    fn part(&mut self) -> f64 {
        self.next() as f64 / (1u64 << 31) as f64
    }

    /// About normal: mean 0, deviation 1.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.part()).sum::<f64>() - 6.0
    }
}

/// A form of the test of interests, or of strengths, as the site's records have them.
fn form(scales: usize, each: usize, short: bool) -> Form {
    let (between, within) = ((scales - 1) as u32, (scales * (each - 1)) as u32);
    let limits = Limits {
        flat: 15,
        low: 30,
        same: 12,
        fast: 2,
        random: f_limit(0.05, between, within),
        unsure: f_limit(0.01, between, within),
        short,
    };
    Form { scales, items: (0..scales * each).map(|item| item % scales).collect(), most: 4, limits }
}

/// A sheet of somebody whose mean answer to each scale is its level.
fn sheet(form: &Form, levels: &[f64], spread: f64, chance: &mut Chance) -> Vec<u8> {
    let answer = |scale: &usize| (levels[*scale] + spread * chance.normal()).round().clamp(0.0, 4.0) as u8;
    form.items.iter().map(answer).collect()
}

/// Runs a script of node with the browser's modules beside it, on a file of cases; gives what it prints.
pub(crate) fn node(name: &str, script: &str, cases: &Value) -> Value {
    let folder = scratch(name);
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/js");
    for path in site::files(&sources).into_iter().filter(|path| path.ends_with(".js")) {
        let to = folder.join("js").join(&path);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder to write to");
        fs::copy(sources.join(path), to).expect("a script is copied");
    }
    fs::write(folder.join("package.json"), "{\"type\": \"module\"}").expect("the folder's settings");
    fs::write(folder.join("cases.json"), cases.to_string()).expect("the cases are written");
    fs::write(folder.join("run.js"), script).expect("the script is written");
    let output = Command::new("node").arg("run.js").current_dir(&folder).output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

const SCRIPT: &str = r#"
import { readFileSync } from "node:fs";
import { correlationOf, profileOf, reasonsOf, standingsOf } from "./js/tests/scoring.js";
const { forms, cases } = JSON.parse(readFileSync("cases.json", "utf8"));
const scored = ([form, answers, seconds, other]) => {
  const profile = profileOf(forms[form], answers, seconds);
  const same = profile.sums.length === other.length;
  return {
    ...profile,
    standings: standingsOf(profile.sums),
    // As a text: not every reader of JSON gives a number back to its last bit.
    r: same ? String(correlationOf(profile.sums, other)) : null,
    reasons: same ? reasonsOf(profile.sums, other) : null,
  };
};
console.log(JSON.stringify(cases.map(scored)));
"#;

/// The same scores from the browser's module and from the program's, over sheets of chance, of people and of nobody.
/// The number of a form, answers, seconds, and the levels of a profession.
type Case = (usize, Vec<u8>, Option<u32>, Vec<f64>);

#[test]
fn the_browser_scores_as_the_program_does() {
    let forms = [form(6, 10, false), form(6, 5, true), form(12, 4, false)];
    let mut chance = Chance(17);
    let mut cases: Vec<Case> = Vec::new();
    for round in 0..9_000 {
        let at = round % 3;
        let answers = match chance.below(5) {
            0 => forms[at].items.iter().map(|_| chance.below(5) as u8).collect(),
            1 => vec![chance.below(5) as u8; forms[at].items.len()],
            2 => {
                let turn = 1 + chance.below(8) as usize;
                (0..forms[at].items.len()).map(|item| (item % turn % 5) as u8).collect()
            }
            _ => {
                let levels: Vec<f64> = (0..forms[at].scales).map(|_| 4.0 * chance.part()).collect();
                let spread = chance.part() * 1.5;
                sheet(&forms[at], &levels, spread, &mut chance)
            }
        };
        let seconds = [None, Some(chance.below(300) as u32)][chance.below(2) as usize];
        cases.push((at, answers, seconds, (0..6).map(|_| chance.below(101) as f64).collect()));
    }
    let written = json!({
        "forms": forms.iter().map(|form| json!({
            "scales": form.scales, "items": form.items, "most": form.most,
            "limits": {
                "flat": form.limits.flat, "low": form.limits.low, "same": form.limits.same, "fast": form.limits.fast,
                "random": form.limits.random, "unsure": form.limits.unsure, "short": form.limits.short,
            },
        })).collect::<Vec<_>>(),
        "cases": cases,
    });
    let found = node("self-tests-scoring", SCRIPT, &written);
    let found = found.as_array().expect("a list");
    assert_eq!(found.len(), cases.len());
    let mut kinds = BTreeSet::new();
    for ((at, answers, seconds, other), found) in cases.iter().zip(found) {
        let expected = profile(&forms[*at], answers, *seconds);
        kinds.insert((*at, expected.sureness, expected.doubts.clone()));
        assert_eq!(&as_json(&expected, other), found, "{answers:?} in {seconds:?} against {other:?}");
    }
    assert!(kinds.len() > 20, "the cases are of many kinds: {}", kinds.len());
}

fn as_json(profile: &Profile, other: &[f64]) -> Value {
    let sums: Vec<f64> = profile.sums.iter().copied().map(f64::from).collect();
    let same = sums.len() == other.len();
    let standing = |standing: Standing| match standing {
        Standing::Strong => 1,
        Standing::Middle => 0,
        Standing::Train => -1,
    };
    json!({
        "sums": profile.sums,
        "doubts": profile.doubts.iter().map(|doubt| doubt.name()).collect::<Vec<_>>(),
        "sureness": profile.sureness.name(),
        "standings": standings(&profile.sums).into_iter().map(standing).collect::<Vec<_>>(),
        "r": same.then(|| correlation(&sums, other).map_or("null".into(), written)),
        "reasons": same.then(|| {
            let reasons = reasons(&sums, other);
            json!({ "shared": reasons.shared, "apart": reasons.apart })
        }),
    })
}

/// A number as a browser writes it.
fn written(number: f64) -> String {
    // Both write the shortest digits that mean this very number.
    let text = format!("{number:?}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match text.split_once("e-") {
        Some((digits, power)) if number.abs() >= 1e-6 => {
            let places =
                digits.split_once('.').map_or(0, |(_, after)| after.len()) + power.parse::<usize>().unwrap_or(0);
            format!("{number:.places$}")
        }
        _ => text.to_string(),
    }
}

/// A row of the simulation: who answers, the name, and how a sheet is filled.
type Row = (&'static str, Box<Person>);

/// Fills a sheet.
type Person = dyn Fn(&Form, &mut Chance) -> Vec<u8>;

fn person(levels: [f64; 6]) -> Box<Person> {
    Box::new(move |form, chance| sheet(form, &levels, 1.0, chance))
}

/// Whoever is simulated. Levels are mean answers from 0 to 4, around which single answers vary by one.
fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> = vec![
        ("answers at random", Box::new(|form, chance| form.items.iter().map(|_| chance.below(5) as u8).collect())),
        ("one answer throughout", Box::new(|form, chance| vec![chance.below(5) as u8; form.items.len()])),
        ("two answers by turns", Box::new(|form, _| (0..form.items.len()).map(|item| [0, 4][item % 2]).collect())),
        (
            "0, 1, 2, 3, 4 again and again",
            Box::new(|form, _| (0..form.items.len()).map(|item| (item % 5) as u8).collect()),
        ),
        ("no interest differs: all 2.0", person([2.0; 6])),
        ("hardly: two at 2.3, four at 1.9", person([2.3, 1.9, 1.9, 2.3, 1.9, 1.9])),
        ("somewhat: two at 2.6, four at 1.8", person([2.6, 1.8, 1.8, 2.6, 1.8, 1.8])),
        ("mixed: three at 3.0, three at 1.5", person([3.0, 1.5, 3.0, 1.5, 3.0, 1.5])),
        ("likes nothing: all 0.5", person([0.5; 6])),
    ];
    for (at, name) in ["R", "I", "A", "S", "E", "C"].into_iter().enumerate() {
        let mut levels = [1.3; 6];
        levels[at] = 3.3;
        levels[(at + 1) % 6] = 2.2;
        rows.push((
            ["clear R: 3.3, I 2.2, others 1.3", "clear I", "clear A", "clear S", "clear E", "clear C"][at],
            person(levels),
        ));
        assert!(rows.last().is_some_and(|(row, _)| row.contains(name)));
    }
    rows
}

/// A hundred profiles of professions that depend on no encyclopedia: one to three strong letters each.
fn hundred(chance: &mut Chance) -> Vec<[f64; 6]> {
    let one = |chance: &mut Chance| {
        let mut values = [0.0; 6].map(|_: f64| 10.0 + 30.0 * chance.part());
        for _ in 0..=chance.below(3) {
            values[chance.below(6) as usize] = 60.0 + 35.0 * chance.part();
        }
        values.map(f64::round)
    };
    (0..100).map(|_| one(chance)).collect()
}

const SHEETS: usize = 2_000;

/// What the scoring makes of chance, of carelessness and of people, as a table of Markdown.
fn simulation() -> String {
    let mut chance = Chance(2026);
    let professions = hundred(&mut chance);
    let limits = [r_limit(0.05, 6), r_limit(0.10, 6)];
    let mut table = String::from(
        "# What the scoring of interests makes of chance, of carelessness and of people\n\n\
         Made by `self_tests::the_simulation_is_as_documented`; `BAGYT_BLESS=1` writes it anew. 2,000 sheets a row and form. The three \
         columns of sureness are parts of 100 sheets; «near» are professions of a hundred in the bands «very close» and «close», on \
         average, before sureness is asked: a list is shown only where a profile is likely or clear. «Top» is in how many of 100 sheets the \
         highest sum is that of the highest level.\n\n\
         | who answers | form | none | likely | clear | very close | close | top |\n|---|---|--:|--:|--:|--:|--:|--:|\n",
    );
    for (name, fill) in rows() {
        for (of, form) in [("60", form(6, 10, false)), ("30", form(6, 5, true))] {
            let mut counts = [0usize; 3];
            let mut near = [0usize; 2];
            let mut top = 0;
            for _ in 0..SHEETS {
                let found = profile(&form, &fill(&form, &mut chance), Some(400));
                counts[match found.sureness {
                    Sureness::None => 0,
                    Sureness::Likely => 1,
                    Sureness::Clear => 2,
                }] += 1;
                let sums: Vec<f64> = found.sums.iter().copied().map(f64::from).collect();
                for r in professions.iter().filter_map(|profession| correlation(&sums, profession)) {
                    near[0] += usize::from(r >= limits[0]);
                    near[1] += usize::from(r >= limits[1] && r < limits[0]);
                }
                let letter = name.strip_prefix("clear ").and_then(|rest| "RIASEC".find(&rest[..1]));
                let highest = found.sums.iter().max();
                top += usize::from(letter.is_some_and(|letter| Some(&found.sums[letter]) == highest));
            }
            let hundredths = |count: usize| format!("{:.1}", 100.0 * count as f64 / SHEETS as f64);
            let mean = |count: usize| format!("{:.1}", count as f64 / SHEETS as f64);
            let top = if name.starts_with("clear") { hundredths(top) } else { "–".into() };
            let [none, likely, clear] = counts.map(hundredths);
            let _ = writeln!(
                table,
                "| {name} | {of} | {none} | {likely} | {clear} | {} | {} | {top} |",
                mean(near[0]),
                mean(near[1])
            );
        }
    }
    table
}

#[test]
fn the_simulation_is_as_documented() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/SIMULATION.md");
    let found = simulation();
    if std::env::var_os("BAGYT_BLESS").is_some() {
        fs::write(&file, &found).expect("the table can be written");
    }
    let expected = fs::read_to_string(&file).expect("the table is there");
    assert_eq!(found, expected, "tests/golden/SIMULATION.md is another");
    // What the table must show, whatever its numbers: chance is recognised, and so are people.
    let row = |name: &str, form: &str| -> Vec<f64> {
        let start = format!("| {name} | {form} |");
        let line = found.lines().find_map(|line| line.strip_prefix(&start)).expect("a row");
        line.split('|').filter_map(|cell| cell.trim().parse().ok()).collect()
    };
    for form in ["60", "30"] {
        assert!(row("answers at random", form)[0] > 93.0);
        assert!(row("one answer throughout", form)[0] > 99.9);
        assert!(row("two answers by turns", form)[0] > 99.9);
        assert!(row("0, 1, 2, 3, 4 again and again", form)[0] > 99.9);
        assert!(row("likes nothing: all 0.5", form)[0] > 94.0);
        assert!(row("clear I", form)[0] < if form == "60" { 3.0 } else { 25.0 });
        assert!(row("clear I", form)[5] > 90.0);
    }
    assert!(row("answers at random", "60")[2] < 1.5, "chance is seldom called clear");
    assert!(row("mixed: three at 3.0, three at 1.5", "60")[2] > 95.0);
    assert_eq!(row("clear R: 3.3, I 2.2, others 1.3", "30")[2], 0.0, "a short form is never clear");
}

/// The data that the page of a test of the site gives its script.
fn given(lang: &str, name: &str) -> Value {
    let html = site::read(&own().folder, &format!("{lang}/tests/{name}.html"));
    let document = scraper::Html::parse_document(&html);
    let selector = scraper::Selector::parse(".test-app").expect("a selector");
    let app = document.select(&selector).next().expect("the page has a test");
    serde_json::from_str(app.attr("data-test").expect("its data")).expect("JSON")
}

fn texts<'v>(value: &'v Value, list: &str, key: &str) -> Vec<&'v str> {
    value[list].as_array().expect("a list").iter().map(|item| item[key].as_str().expect("a text")).collect()
}

#[test]
fn the_sites_tests_are_whole_and_balanced() {
    for (name, scales, each) in [("interests", 6, 10), ("strengths", 12, 4)] {
        let (ky, ru) = (given("ky", name), given("ru", name));
        assert_eq!(texts(&ky, "items", "id"), texts(&ru, "items", "id"), "{name}");
        for (lang, test) in [("ky", &ky), ("ru", &ru)] {
            let items = texts(test, "items", "text");
            assert_eq!(items.len(), scales * each, "{lang} {name}");
            assert_eq!(items.iter().collect::<BTreeSet<_>>().len(), items.len(), "{lang} {name}: an item twice");
            let long: Vec<&&str> = items.iter().filter(|item| item.chars().count() > 70).collect();
            assert!(long.is_empty(), "{lang} {name}: {long:?}");
            let order: Vec<u64> =
                test["items"].as_array().expect("a list").iter().filter_map(|item| item["scale"].as_u64()).collect();
            assert!(order.windows(2).all(|two| two[0] != two[1]), "{lang} {name}: two of one scale follow each other");
            assert_eq!(test["answers"].as_array().map(Vec::len), Some(5));
            let limits = &test["forms"][0]["limits"];
            let (between, within) = ((scales - 1) as u32, (scales * (each - 1)) as u32);
            // Not every reader of JSON gives a number back to its last bit.
            let random = limits["random"].as_f64().expect("a number");
            assert!((random - f_limit(0.05, between, within)).abs() < 1e-12, "{lang} {name}");
        }
        // Russian endings that tell a girl from a boy.
        let marked = [" сам ", " сама ", " рад ", " рада ", "лся ", "лась ", " готов ", " должен "];
        for item in texts(&ru, "items", "text") {
            let padded = format!(" {} ", item.to_lowercase());
            assert!(!marked.iter().any(|word| padded.contains(word)), "«{item}» speaks to one sex");
        }
    }
    let ky = given("ky", "interests");
    assert_eq!(ky["forms"][1]["items"], 30);
    let r = |at: usize| ky["bands"][at]["r"].as_f64().expect("a number");
    assert!((r(0) - 0.729).abs() < 5e-4 && (r(1) - 0.608).abs() < 5e-4);
    assert_eq!(scoring::STRONGEST, 4);
}
