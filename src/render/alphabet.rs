//! The alphabetical index: every page and every other title of a profession, by letter, as plain HTML.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use serde::Serialize;

use super::{Site, urls};
use crate::address::OutPath;
use crate::config::Lang;
use crate::resolve::{EntryId, Handbook, Kind, collator};

/// More entries than this are divided into a page a letter.
const WHOLE: usize = 400;

/// A letter and what begins with it.
#[derive(Debug)]
pub struct Letter {
    letter: String,
    lines: Vec<Line>,
}

/// A line of the index.
#[derive(Debug)]
struct Line {
    title: String,
    /// The page's title, where the line is another one.
    also: Option<String>,
    entry: EntryId,
}

/// A letter, as the template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LetterView {
    pub letter: String,
    pub id: String,
    /// The letter's own page, if it has one.
    pub url: Option<String>,
    pub entries: Vec<LineView>,
}

/// A line, as the template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LineView {
    pub title: String,
    pub url: String,
    pub kind: &'static str,
    pub kind_name: String,
    pub also: Option<String>,
}

/// The index of each language, in its order of letters.
pub fn letters(handbook: &Handbook) -> Vec<Vec<Letter>> {
    handbook.config.languages.iter().map(|lang| of_language(handbook, lang)).collect()
}

/// Whether the letters have pages of their own.
pub fn is_divided(letters: &[Letter]) -> bool {
    letters.iter().map(|letter| letter.lines.len()).sum::<usize>() > WHOLE
}

fn of_language(handbook: &Handbook, lang: Lang) -> Vec<Letter> {
    let mut lines = Vec::new();
    for id in handbook.ids() {
        let entry = handbook.entry(id);
        if matches!(entry.kind, Kind::Home) {
            continue;
        }
        let (title, _) = entry.title(lang, &handbook.config);
        let others = entry.profession().map_or(&[][..], |profession| &profession.alt_titles[lang.index()]);
        for other in others.iter().filter(|other| **other != title) {
            lines.push(Line { title: capitalised(other), also: Some(title.clone()), entry: id });
        }
        lines.push(Line { title, also: None, entry: id });
    }
    let collator = collator(handbook.config.languages.code(lang));
    lines.sort_by(|a, b| compare(&a.title, &b.title, collator.as_ref()).then(a.entry.cmp(&b.entry)));
    let mut letters: Vec<Letter> = Vec::new();
    for line in lines {
        let letter = letter_of(&line.title);
        match letters.iter_mut().find(|other| other.letter == letter) {
            Some(group) => group.lines.push(line),
            None => letters.push(Letter { letter, lines: vec![line] }),
        }
    }
    letters
}

fn compare(a: &str, b: &str, collator: Option<&CollatorBorrowed>) -> Ordering {
    // Quotes and dashes at the beginning are not what a title is sought by.
    let (a, b) = (bare(a), bare(b));
    collator.map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
}

fn bare(title: &str) -> &str {
    title.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The letter under which a title stands; digits share one place.
fn letter_of(title: &str) -> String {
    match bare(title).chars().next() {
        Some(c) if c.is_numeric() => "0–9".to_string(),
        Some(c) => c.to_uppercase().collect(),
        None => "…".to_string(),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the index page, or the page of a letter, is given.
pub fn views(site: &Site, lang: Lang, from: &OutPath, shown: Option<usize>) -> Vec<LetterView> {
    let letters = &site.alphabet[lang.index()];
    let divided = is_divided(letters);
    let view = |(at, letter): (usize, &Letter)| LetterView {
        letter: letter.letter.clone(),
        id: format!("letter-{}", at + 1),
        url: divided.then(|| from.link_to(&urls::letter(site, lang, at))),
        entries: match divided && shown != Some(at) {
            true => Vec::new(),
            false => letter.lines.iter().map(|line| line_view(site, lang, from, line)).collect(),
        },
    };
    letters.iter().enumerate().map(view).collect()
}

fn line_view(site: &Site, lang: Lang, from: &OutPath, line: &Line) -> LineView {
    let kind = crate::search::kind(site.handbook.entry(line.entry), lang).unwrap_or("page");
    LineView {
        title: line.title.clone(),
        url: urls::link(site, from, line.entry, lang),
        kind,
        // Most lines are pages; saying so on each would say nothing.
        kind_name: match kind {
            "page" => String::new(),
            kind => site.strings(lang).text(&format!("search.kinds.{kind}")).to_string(),
        },
        also: line.also.clone(),
    }
}
