//! Asking the questions and judging the answers.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;

use bagyt_search::engine::{Answer, Engine, Hit, Request as Question};
use bagyt_search::outer;

use crate::site;

/// A question with the pages that a person would be glad of.
pub struct Query {
    pub class: String,
    pub text: String,
    /// Grade by page, without language and ending; empty if there may be no answer.
    pub grades: BTreeMap<String, u32>,
    /// The section that is the answer, of a page.
    pub anchors: BTreeMap<String, String>,
}

/// A set of questions.
pub fn queries(lang: &str) -> Vec<Query> {
    let path = format!("{}/tests/search/queries.{lang}.tsv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| query(line).unwrap_or_else(|| panic!("{path}: {line}"))).collect()
}

fn query(line: &str) -> Option<Query> {
    let mut parts = line.split('\t');
    let (class, text, judgements) = (parts.next()?, parts.next()?, parts.next()?);
    let mut query = Query { class: class.into(), text: text.into(), grades: BTreeMap::new(), anchors: BTreeMap::new() };
    for judgement in judgements.split_whitespace().filter(|judgement| *judgement != "-") {
        let (page, grade) = judgement.rsplit_once('=')?;
        let (page, anchor) = page.split_once('#').map_or((page, None), |(page, anchor)| (page, Some(anchor)));
        query.grades.insert(page.into(), grade.parse().ok()?);
        query.anchors.extend(anchor.map(|anchor| (page.to_string(), anchor.to_string())));
    }
    Some(query)
}

/// A site's search, as the command reads it.
pub struct Site {
    folder: std::path::PathBuf,
    /// By language, with all that earlier questions have loaded.
    engines: RefCell<BTreeMap<String, Engine>>,
}

impl Site {
    /// The real site's.
    pub fn own() -> Site {
        Site::at(&site::own().folder)
    }

    /// That of the site built into a folder.
    pub fn at(folder: &std::path::Path) -> Site {
        Site { folder: folder.to_path_buf(), engines: RefCell::default() }
    }

    /// Whether there is a page of this path, without language and ending.
    pub fn has(&self, lang: &str, page: &str) -> bool {
        self.folder.join(format!("{lang}/{page}.html")).exists()
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        outer::bytes(&site::read(&self.folder, &format!("search/{name}.js"))).unwrap()
    }

    /// Asks a question, loading what the answer needs.
    pub fn ask(&self, lang: &str, question: &Question) -> Answer {
        let mut engines = self.engines.borrow_mut();
        let engine = engines.entry(lang.to_string()).or_insert_with(|| self.open(lang));
        for _ in 0..8 {
            let answer = engine.ask(question).unwrap();
            if answer.need.is_empty() {
                return answer;
            }
            for need in &answer.need {
                engine.add(need.id, self.bytes(&need.file)).unwrap();
            }
        }
        panic!("«{}» is never answered", question.q);
    }

    fn open(&self, lang: &str) -> Engine {
        let start = site::read(&self.folder, &format!("search/{lang}/start.js"));
        let boot = start.split("\"boot\":\"").nth(1).unwrap().split('"').next().unwrap();
        Engine::open(&self.bytes(boot)).unwrap()
    }

    /// Asks a question of the set and judges the first ten pages.
    pub fn judge(&self, lang: &str, query: &Query) -> Judged {
        let question = Question { q: query.text.clone(), typing: query.class == "prefix", ..Question::default() };
        let answer = self.ask(lang, &question);
        let found: Vec<(String, Option<String>)> = answer.hits.iter().map(|hit| page_of(lang, hit)).collect();
        Judged::new(query, &found)
    }
}

/// Page, without language and ending, and section of a hit.
pub fn page_of(lang: &str, hit: &Hit) -> (String, Option<String>) {
    let Hit::Page(hit) = hit else { panic!("a hit without its text") };
    let page = hit.page.strip_prefix(&format!("{lang}/")).unwrap().strip_suffix(".html").unwrap();
    (page.to_string(), hit.best.anchor.clone())
}

/// How a question was answered.
pub struct Judged {
    pub class: String,
    pub query: String,
    /// Whether there are pages that should be found.
    pub counts: bool,
    /// One divided by the rank of the first page with the best grade.
    pub reciprocal: f64,
    pub ndcg: f64,
    pub first: bool,
    /// No page at all, though there is one.
    pub empty: bool,
    /// Whether the section that is the answer is the one that opens; `None` if no section is asked for or its page is
    /// not the first.
    pub section: Option<bool>,
    pub found: Vec<String>,
}

impl Judged {
    fn new(query: &Query, found: &[(String, Option<String>)]) -> Judged {
        let best = query.grades.values().copied().max().unwrap_or(0);
        let grade = |page: &str| query.grades.get(page).copied().unwrap_or(0);
        let gain = |grade: u32| f64::from(2u32.pow(grade) - 1);
        let discounted = |grades: &mut dyn Iterator<Item = u32>| {
            grades.take(10).enumerate().map(|(at, grade)| gain(grade) / (at as f64 + 2.0).log2()).sum::<f64>()
        };
        let mut ideal: Vec<u32> = query.grades.values().copied().collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let ideal = discounted(&mut ideal.into_iter());
        let rank = found.iter().take(10).position(|(page, _)| best > 0 && grade(page) == best);
        let section = found.first().and_then(|(page, anchor)| Some(query.anchors.get(page)? == anchor.as_ref()?));
        Judged {
            class: query.class.clone(),
            query: query.text.clone(),
            counts: best > 0,
            reciprocal: rank.map_or(0.0, |rank| 1.0 / (rank as f64 + 1.0)),
            ndcg: if ideal > 0.0 { discounted(&mut found.iter().map(|(page, _)| grade(page))) / ideal } else { 0.0 },
            first: rank == Some(0),
            empty: best > 0 && found.is_empty(),
            section,
            found: found.iter().take(5).map(|(page, _)| page.clone()).collect(),
        }
    }
}

/// Means over questions.
pub struct Scores {
    pub count: usize,
    pub mrr: f64,
    pub ndcg: f64,
    pub first: f64,
    pub empty: f64,
    pub section: f64,
}

impl Scores {
    pub fn of<'j>(judged: impl Iterator<Item = &'j Judged>) -> Scores {
        let judged: Vec<&Judged> = judged.filter(|judged| judged.counts).collect();
        let mean = |value: &dyn Fn(&Judged) -> f64| judged.iter().map(|j| value(j)).sum::<f64>() / judged.len() as f64;
        let sections: Vec<bool> = judged.iter().filter_map(|judged| judged.section).collect();
        Scores {
            count: judged.len(),
            mrr: mean(&|j| j.reciprocal),
            ndcg: mean(&|j| j.ndcg),
            first: mean(&|j| f64::from(u8::from(j.first))),
            empty: mean(&|j| f64::from(u8::from(j.empty))),
            section: sections.iter().filter(|right| **right).count() as f64 / sections.len().max(1) as f64,
        }
    }
}

/// The means by class, and with `SEARCH_MISSES` set the questions whose best page is not the first.
pub fn table(lang: &str, judged: &[Judged]) -> String {
    let mut classes: Vec<&str> = judged.iter().map(|judged| judged.class.as_str()).collect();
    classes.sort_unstable();
    classes.dedup();
    let mut text = format!("\n{lang}          questions  MRR@10 nDCG@10  first  empty  section\n");
    let mut line = |name: &str, scores: Scores| {
        let Scores { count, mrr, ndcg, first, empty, section } = scores;
        let _ = writeln!(text, "{name:<12} {count:>8} {mrr:>7.3} {ndcg:>7.3} {first:>6.3} {empty:>6.3} {section:>8.3}");
    };
    for class in classes {
        line(class, Scores::of(judged.iter().filter(|judged| judged.class == class)));
    }
    line("all", Scores::of(judged.iter()));
    if std::env::var_os("SEARCH_MISSES").is_some() {
        for judged in judged.iter().filter(|judged| judged.counts && !judged.first) {
            let Judged { class, query, reciprocal, found, .. } = judged;
            let _ = writeln!(text, "{class:<10} {query} ({reciprocal:.2}): {}", found.join(", "));
        }
    }
    text
}
