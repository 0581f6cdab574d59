//! The page of a self-test: what its script is given, and the same test on paper.

use std::fmt::Write;

use serde::Serialize;

use super::sheet::{Sheet, cell, written};
use super::text::Reader;
use super::urls;
use crate::i18n::Strings;
use crate::lang::Lang;
use crate::parse::{Interests, SelfTest, TEST_KINDS, Text};
use crate::plan::Inputs;
use crate::resolve::EntryId;
use crate::scoring::{self, Limits};
use crate::text::Placing;

/// A self-test, as its template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SelfTestView {
    /// `interests` or `strengths`.
    pub kind: &'static str,
    /// HTML.
    pub intro: String,
    pub minutes: i64,
    pub short_minutes: Option<i64>,
    pub items: usize,
    pub short_items: usize,
    /// The test on paper, as HTML.
    pub paper: String,
    /// The sheet for somebody else's view, as HTML; empty where there is none.
    pub outside: String,
    /// Both for a word processor.
    pub file: String,
    /// What the script is given, as JSON.
    pub data: String,
}

/// An interest that so few professions are led by is thin: its result says so.
const THIN: usize = 8;
/// Most professions that the paper names for an interest.
const NAMED: usize = 8;

/// What `themes/default/js/selftest.js` is given; `shapes.d.ts` describes it too.
#[derive(Serialize)]
pub struct Data<'a> {
    /// Under this name answers are stored.
    id: &'a str,
    kind: &'static str,
    question: &'a str,
    answers: Vec<&'a str>,
    scales: Vec<ScaleData<'a>>,
    items: Vec<ItemData<'a>>,
    forms: Vec<FormData>,
    bands: Vec<BandData<'a>>,
    results: [(&'static str, &'a str); 3],
}

#[derive(Serialize)]
struct ScaleData<'a> {
    id: &'a str,
    title: &'a str,
    text: &'a str,
    tries: Vec<&'a str>,
    /// Its number among the letters of interest, or the competencies, of a profession.
    at: usize,
    /// Whether few professions are led by it.
    thin: bool,
}

#[derive(Serialize)]
struct ItemData<'a> {
    id: &'a str,
    scale: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct FormData {
    id: &'static str,
    /// How many of the items, from the first, belong to it.
    items: usize,
    minutes: i64,
    limits: LimitsData,
}

#[derive(Serialize)]
struct LimitsData {
    flat: u32,
    low: u32,
    same: usize,
    fast: u32,
    random: f64,
    unsure: f64,
    short: bool,
}

#[derive(Serialize)]
struct BandData<'a> {
    title: &'a str,
    /// The least correlation.
    r: f64,
}

/// The forms of a test: all items, and those of the short form, if there is one.
fn forms(test: &SelfTest) -> Vec<(&'static str, usize, i64, bool)> {
    let long = ("long", test.items.len(), test.minutes, false);
    let short = test.short_minutes.map(|minutes| {
        let items = test.items.iter().filter(|item| item.short).count();
        ("short", items, minutes, true)
    });
    std::iter::once(long).chain(short.filter(|(_, items, ..)| *items > 0)).collect()
}

/// From where on the answers of a form say something.
pub fn limits(test: &SelfTest, items: usize, short: bool) -> Limits {
    let scales = test.scales.len().max(2) as u32;
    let freedom = (items as u32).saturating_sub(scales).max(1);
    let scoring = &test.scoring;
    Limits {
        flat: scoring.flat,
        low: scoring.low,
        same: scoring.same,
        fast: scoring.fast,
        random: scoring::f_limit(0.05, scales - 1, freedom),
        unsure: scoring::f_limit(0.01, scales - 1, freedom),
        short,
    }
}

/// What a scale is called and means.
struct Named<'s> {
    title: &'s str,
    text: &'s str,
    /// Its number among letters or competencies.
    at: usize,
}

fn named<'s>(site: &Inputs<'s>, test: &SelfTest, lang: Lang, id: &'s str) -> Named<'s> {
    if test.kind == TEST_KINDS[0] {
        let at = Interests::LETTERS.iter().position(|letter| *letter == id).unwrap_or(0);
        let text = |key: &str| site.strings(lang).text(&format!("interest.{id}.{key}"));
        return Named { title: text("title"), text: text("text"), at };
    }
    let list = &site.handbook.lists.competencies;
    let Some(term) = list.find(id) else { return Named { title: id, text: "", at: 0 } };
    let text = term.summary.as_ref().map_or("", |summary| summary.get(lang));
    Named { title: term.title.get(lang), text, at: list.position(id).unwrap_or(0) }
}

/// The view of a self-test; `None` if the entry is none.
pub fn view(reader: Reader, id: EntryId, placing: Placing) -> Option<SelfTestView> {
    let entry = reader.site.handbook.entry(id);
    let (test, record) = (entry.self_test()?, entry.record.as_ref()?);
    let (site, lang) = (reader.site, reader.lang);
    let all = forms(test);
    let lower = Placing { prefix: placing.prefix, lower: placing.lower + 1 };
    let html = |text: &Text| reader.placed(text, &[], None, lower, None);
    Some(SelfTestView {
        kind: test.kind,
        intro: reader.placed(test.intro.get(lang), &record.targets, None, placing, None),
        minutes: test.minutes,
        short_minutes: test.short_minutes,
        items: test.items.len(),
        short_items: all.iter().find(|(id, ..)| *id == "short").map_or(0, |(_, items, ..)| *items),
        paper: html(&paper(site, test, lang)),
        outside: outside(site, test, lang).map_or_else(String::new, |text| html(&text)),
        file: reader.from.link_to(&urls::document(site, id, lang)),
        data: data(site, id, test, lang),
    })
}

fn data(site: &Inputs, id: EntryId, test: &SelfTest, lang: Lang) -> String {
    // Plain structs of numbers and texts always serialise.
    serde_json::to_string(&whole(site, id, test, lang)).unwrap_or_default()
}

/// What is needed to score stored answers where they are not asked for: everything but the words of the items.
pub fn scored<'a>(site: &Inputs<'a>, id: EntryId, test: &'a SelfTest, lang: Lang) -> Data<'a> {
    let mut data = whole(site, id, test, lang);
    data.items.iter_mut().for_each(|item| item.text = "");
    data
}

fn whole<'a>(site: &Inputs<'a>, id: EntryId, test: &'a SelfTest, lang: Lang) -> Data<'a> {
    let is_interests = test.kind == TEST_KINDS[0];
    let scales = test.scales.iter().map(|own| {
        let Named { title, text, at } = named(site, test, lang, &own.id.1);
        ScaleData {
            id: &own.id.1,
            title,
            text,
            tries: own.try_it.iter().map(|text| text.get(lang)).collect(),
            at,
            thin: is_interests && site.handbook.led_by(at).count() < THIN,
        }
    });
    let items = test.order().into_iter().map(|at| {
        let item = &test.items[at];
        ItemData { id: &item.id, scale: item.scale, text: item.text.get(lang) }
    });
    let form = |(id, items, minutes, short): &(&'static str, usize, i64, bool)| {
        let Limits { flat, low, same, fast, random, unsure, short } = limits(test, *items, *short);
        let limits = LimitsData { flat, low, same, fast, random, unsure, short };
        FormData { id, items: *items, minutes: *minutes, limits }
    };
    let pairs = test.scales.len() as u32;
    let bands = test.scoring.bands.iter().map(|band| BandData {
        title: band.title.get(lang),
        r: scoring::r_limit(f64::from(band.chance) / 100.0, pairs),
    });
    let results = &test.results;
    Data {
        id: &site.handbook.entry(id).address,
        kind: test.kind,
        question: test.question.get(lang),
        answers: test.answers.iter().map(|text| text.get(lang)).collect(),
        scales: scales.collect(),
        items: items.collect(),
        forms: forms(test).iter().map(form).collect(),
        bands: bands.collect(),
        results: [
            ("clear", results.clear.get(lang)),
            ("likely", results.likely.get(lang)),
            ("none", results.none.get(lang)),
        ],
    }
}

/// The test on paper: what to do, its items, how to count, how to read what comes out.
pub fn paper(site: &Inputs, test: &SelfTest, lang: Lang) -> Text {
    let strings = site.strings(lang);
    let text = |key: &str| strings.text(&format!("test.paper.{key}"));
    let order = test.order();
    let mut sheet = Sheet::default();
    sheet.part(text("how"));
    let answers = test.answers.iter().enumerate();
    let answers: Vec<String> = answers.map(|(at, answer)| format!("**{at}** — {}", cell(answer.get(lang)))).collect();
    sheet.part(&answers.join(" · "));
    if let Some((_, items, ..)) = forms(test).into_iter().find(|(id, ..)| *id == "short") {
        sheet.part(&text("short").replace("{n}", &items.to_string()));
    }
    let circles: Vec<String> = (0..test.answers.len()).map(|at| at.to_string()).collect();
    let circles = circles.join(" · ");
    sheet.table(&["№", &cell(test.question.get(lang)), text("circle")]);
    for (number, at) in order.iter().enumerate() {
        sheet.row(&[&(number + 1).to_string(), &cell(test.items[*at].text.get(lang)), &circles]);
    }
    sheet.end();
    count(site, test, lang, &order, &mut sheet);
    read(site, test, lang, strings, &mut sheet);
    written(site, &test.origin, lang, &sheet.0)
}

/// The scoring sheet.
fn count(site: &Inputs, test: &SelfTest, lang: Lang, order: &[usize], sheet: &mut Sheet) {
    let strings = site.strings(lang);
    let text = |key: &str| strings.text(&format!("test.paper.{key}"));
    sheet.heading("paper-count", text("count"));
    sheet.part(text("count_how"));
    sheet.table(&[text(test.kind), text("numbers"), text("sum")]);
    for (at, own) in test.scales.iter().enumerate() {
        let numbers: Vec<String> = order
            .iter()
            .enumerate()
            .filter(|(_, item)| test.items[**item].scale == at)
            .map(|(number, _)| (number + 1).to_string())
            .collect();
        let most = numbers.len() * test.answers.len().saturating_sub(1);
        let sum = text("of").replace("{n}", &most.to_string());
        sheet.row(&[&cell(named(site, test, lang, &own.id.1).title), &numbers.join(" + "), &format!("________ {sum}")]);
    }
    sheet.end();
}

/// How to read the sums.
fn read(site: &Inputs, test: &SelfTest, lang: Lang, strings: &Strings, sheet: &mut Sheet) {
    let text = |key: &str| strings.text(&format!("test.paper.{key}"));
    let each = test.items.len() / test.scales.len().max(1);
    let most = each * test.answers.len().saturating_sub(1);
    let share = |hundredths: u32| (most * hundredths as usize).div_ceil(100).to_string();
    sheet.heading("paper-read", text("read"));
    let flat = text("flat").replace("{n}", &share(test.scoring.flat));
    let low = text("low").replace("{n}", &share(test.scoring.low));
    let key = if test.kind == TEST_KINDS[0] { "read_interests" } else { "read_strengths" };
    for line in [text(key), &flat, &low, text("norms")] {
        let _ = writeln!(sheet.0, "- {line}");
    }
    sheet.end();
    let with_names = test.kind == TEST_KINDS[0] && site.handbook.has_professions();
    let mut heads = vec![text(test.kind), text("means")];
    if with_names {
        heads.push(text("professions"));
    }
    sheet.table(&heads);
    for own in &test.scales {
        let Named { title, text: meaning, at } = named(site, test, lang, &own.id.1);
        let mut row = vec![format!("**{}**", cell(title)), cell(meaning)];
        if with_names {
            let names = strongest(site, at, lang);
            row.push(if names.is_empty() { text("no_professions").to_string() } else { cell(&names.join(", ")) });
        }
        sheet.row(&row.iter().map(String::as_str).collect::<Vec<_>>());
    }
    sheet.end();
}

/// Names of the professions that an interest leads, those first in which it is strongest.
fn strongest(site: &Inputs, letter: usize, lang: Lang) -> Vec<String> {
    let handbook = site.handbook;
    let value = |id: &EntryId| {
        let interests = handbook.entry(*id).profession().and_then(|profession| profession.interests);
        interests.map_or(0, |interests| interests.0[letter])
    };
    let mut found: Vec<EntryId> = handbook.led_by(letter).collect();
    found.sort_by_key(|id| std::cmp::Reverse(value(id)));
    found.truncate(NAMED);
    found.iter().map(|id| handbook.entry(*id).title(lang, &handbook.config).0.to_lowercase()).collect()
}

/// The sheet on which somebody else marks the strengths that they have seen; `None` for a test that asks nobody else.
pub fn outside(site: &Inputs, test: &SelfTest, lang: Lang) -> Option<Text> {
    if test.kind == TEST_KINDS[0] {
        return None;
    }
    let strings = site.strings(lang);
    let text = |key: &str| strings.text(&format!("test.outside.{key}"));
    let mut sheet = Sheet::default();
    sheet.part(text("who"));
    sheet.part(&text("how").replace("{n}", &scoring::STRONGEST.to_string()));
    sheet.table(&[text("strength"), text("means"), "✓"]);
    for own in &test.scales {
        let own = named(site, test, lang, &own.id.1);
        sheet.row(&[&format!("**{}**", cell(own.title)), &cell(own.text), "☐"]);
    }
    sheet.end();
    sheet.part(text("example"));
    sheet.part(text("thanks"));
    Some(written(site, &test.origin, lang, &sheet.0))
}

/// The test, its scoring sheet and the sheet for somebody else, one after the other, for a word processor.
pub fn document(site: &Inputs, test: &SelfTest, lang: Lang) -> Text {
    let mut text = paper(site, test, lang);
    if let Some(outside) = outside(site, test, lang) {
        let title = format!("## {}\n", cell(site.strings(lang).text("test.outside.title")));
        text.append(&written(site, &test.origin, lang, &title));
        text.append(&outside);
    }
    text
}
