//! The page of a diary: what its script is given, and the same diary on paper.

use std::fmt::Write;

use serde::Serialize;

use super::sheet::{Sheet, cell, written};
use super::text::Reader;
use super::{lesson, self_test, urls, worksheet};
use crate::lang::{Lang, Localised};
use crate::parse::{Diary, Prompt, TEST_KINDS, Text};
use crate::plan::Inputs;
use crate::resolve::EntryId;
use crate::text::Placing;

/// A diary, as its template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DiaryView {
    /// HTML.
    pub intro: String,
    /// The diary on paper, as HTML.
    pub paper: String,
    /// The same for a word processor.
    pub file: String,
    /// What the script is given, as JSON.
    pub data: String,
}

/// A page of the diary, of its own or the worksheet of a lesson.
struct Page<'s> {
    id: String,
    /// «Занятие 4»; empty for one of its own.
    name: String,
    title: &'s str,
    /// Number of its step.
    step: Option<usize>,
    lesson: Option<EntryId>,
    prompts: &'s [Prompt],
}

/// What `themes/default/js/diary.js` is given; `shapes.d.ts` describes it too.
#[derive(Serialize)]
struct Data<'a> {
    /// Under this name answers are stored.
    id: &'a str,
    title: String,
    steps: Vec<StepData<'a>>,
    pages: Vec<PageData<'a>>,
    tests: Vec<TestData<'a>>,
}

#[derive(Serialize)]
struct StepData<'a> {
    name: String,
    title: &'a str,
}

#[derive(Serialize)]
struct PageData<'a> {
    id: &'a str,
    name: &'a str,
    title: &'a str,
    step: Option<usize>,
    /// The lesson's page.
    url: Option<String>,
    prompts: Vec<PromptData<'a>>,
}

#[derive(Serialize)]
struct PromptData<'a> {
    id: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    ask: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    help: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    head: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    columns: Vec<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ticks: bool,
    lines: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    test: Option<&'static str>,
}

#[derive(Serialize)]
struct TestData<'a> {
    url: String,
    title: String,
    test: self_test::Data<'a>,
}

/// Every page of a diary: those without a step that come first, the steps with their lessons and pages, and the rest.
fn pages<'s>(site: &Inputs<'s>, id: EntryId, diary: &'s Diary, lang: Lang) -> Vec<Page<'s>> {
    let publication = site.handbook.entry(id).publication;
    let steps = site.handbook.steps(publication);
    let step_of = |id: &str| steps.iter().position(|step| step.id == id);
    let first = diary.pages.iter().position(|page| page.step.is_some()).unwrap_or(diary.pages.len());
    let own = |page: &'s crate::parse::DiaryPage| Page {
        id: page.id.clone(),
        name: String::new(),
        title: page.title.get(lang),
        step: page.step.as_ref().and_then(|(_, id)| step_of(id)),
        lesson: None,
        prompts: &page.prompts,
    };
    let mut all: Vec<Page> = diary.pages[..first].iter().map(own).collect();
    // What belongs to no step that is known comes after the steps, or it would be lost.
    for step in (0..steps.len()).map(Some).chain([None]) {
        for (id, lesson) in site.handbook.lessons(publication) {
            let Some(sheet) = lesson.worksheet.as_ref().filter(|_| step_of(&lesson.step.1) == step) else { continue };
            all.push(Page {
                id: lesson.worksheet_id(),
                name: lesson::name(site, lesson, lang),
                title: sheet.title.get(lang),
                step,
                lesson: Some(id),
                prompts: &sheet.prompts,
            });
        }
        all.extend(diary.pages[first..].iter().map(own).filter(|page| page.step == step));
    }
    all
}

/// The view of a diary; `None` if the entry is none.
pub fn view(reader: Reader, id: EntryId) -> Option<DiaryView> {
    let entry = reader.site.handbook.entry(id);
    let (diary, record) = (entry.diary()?, entry.record.as_ref()?);
    let (site, lang) = (reader.site, reader.lang);
    let lower = Placing { lower: 1, ..Placing::default() };
    Some(DiaryView {
        intro: reader.placed(diary.intro.get(lang), &record.targets, None, Placing::default(), None),
        paper: reader.placed(&paper(site, id, diary, lang), &[], None, lower, None),
        file: reader.from.link_to(&urls::document(site, id, lang)),
        data: data(reader, id, diary),
    })
}

/// «Шаг 2».
fn step_name(site: &Inputs, at: usize, lang: Lang) -> String {
    site.strings(lang).text("lesson.step").replace("{n}", &(at + 1).to_string())
}

fn data(reader: Reader, id: EntryId, diary: &Diary) -> String {
    let (site, lang) = (reader.site, reader.lang);
    let entry = site.handbook.entry(id);
    let steps = site.handbook.steps(entry.publication).iter().enumerate();
    let all = pages(site, id, diary, lang);
    let tests = TEST_KINDS.iter().filter_map(|kind| {
        let id = site.handbook.self_test(kind)?;
        let entry = site.handbook.entry(id);
        Some(TestData {
            url: reader.entry_url(id, None),
            title: entry.title(lang, &site.handbook.config).0,
            test: self_test::scored(site, id, entry.self_test()?, lang),
        })
    });
    let data = Data {
        id: &entry.address,
        title: entry.title(lang, &site.handbook.config).0,
        steps: steps
            .map(|(at, step)| StepData { name: step_name(site, at, lang), title: step.title.get(lang) })
            .collect(),
        pages: all.iter().map(|page| page_data(reader, page)).collect(),
        tests: tests.collect(),
    };
    // Plain structs of numbers and texts always serialise.
    serde_json::to_string(&data).unwrap_or_default()
}

fn page_data<'a>(reader: Reader, page: &'a Page) -> PageData<'a> {
    let lang = reader.lang;
    let text = |text: &'a Option<Localised>| text.as_ref().map_or("", |text| text.get(lang));
    let list = |texts: &'a [Localised]| texts.iter().map(|text| text.get(lang)).collect();
    let prompt = |prompt: &'a Prompt| PromptData {
        id: &prompt.id,
        kind: prompt.kind,
        ask: text(&prompt.ask),
        help: text(&prompt.help),
        options: list(&prompt.options),
        head: text(&prompt.head),
        items: list(&prompt.items),
        columns: list(&prompt.columns),
        ticks: prompt.ticks,
        lines: prompt.lines(),
        test: prompt.test,
    };
    PageData {
        id: &page.id,
        name: &page.name,
        title: page.title,
        step: page.step,
        url: page.lesson.map(|id| reader.entry_url(id, None)),
        prompts: page.prompts.iter().map(prompt).collect(),
    }
}

/// The diary on paper: its pages, each under its heading, in the order of the steps.
pub fn paper(site: &Inputs, id: EntryId, diary: &Diary, lang: Lang) -> Text {
    let steps = site.handbook.steps(site.handbook.entry(id).publication);
    let mut sheet = Sheet::default();
    let mut last = None;
    for page in pages(site, id, diary, lang) {
        if let Some(at) = page.step.filter(|_| page.step != last) {
            let title = cell(steps[at].title.get(lang));
            let _ = write!(sheet.0, "## {}. {title}\n\n", step_name(site, at, lang));
        }
        last = page.step;
        let name = if page.name.is_empty() { String::new() } else { format!("{}. ", page.name) };
        // Pages of no step stand beside the steps.
        let level = if page.step.is_some() { "###" } else { "##" };
        let _ = write!(sheet.0, "{level} {name}{} {{#{}}}\n\n", cell(page.title), page.id);
        worksheet::add(site, page.prompts, lang, &mut sheet);
    }
    written(site, &diary.origin, lang, &sheet.0)
}
