//! Makes a bilingual site whose words are used as words are: few of them often, most of them seldom, new ones all the
//! time, some again and again on one page.
//!
//! - Stems are drawn after Zipf and Mandelbrot: the one of rank r with a chance of 1 / (r + SHIFT) ^ SLOPE.
//! - The commonest are those of the repository's own content in their own forms; the rest is invented, with real
//!   endings, since no list of tens of thousands of stems is at hand that may be copied.
//! - A part of the words repeats what the page has said before, in any form.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::Path;

use bagyt_search::analysis::{Analyser, Language, Words as Found};

use crate::site::{self, Numbers, Texts};
use crate::words::{Kyrgyz, Russian, Stem, Words, pick};

/// Stems of a language. About nine of ten come up in two million words.
const STEMS: usize = 48_000;
const SLOPE: f64 = 1.1;
const SHIFT: f64 = 2.7;
/// Words of a page, about.
const PAGE_WORDS: usize = 400;
/// Of a hundred words those that the page has had before.
const REPEATED: usize = 25;
/// Stems more common than this are not what a page is about.
const GRAMMAR: usize = 120;
/// Of the stems of the content, those that come up less often than this stand among invented ones.
const FREQUENT: usize = 3;
const LANGUAGES: [&str; 2] = ["ky", "ru"];

enum Entry {
    /// Forms of the content with their number.
    Real(Vec<(usize, String)>),
    Made(Stem),
}

/// The words of a language, the commonest first.
struct Lexicon {
    entries: Vec<Entry>,
    /// For each entry the chance of it or one before it.
    chances: Vec<f64>,
    words: Box<dyn Words>,
}

impl Lexicon {
    fn new(code: &str, content: &Path) -> io::Result<Lexicon> {
        let words: Box<dyn Words> = if code == "ky" { Box::new(Kyrgyz) } else { Box::new(Russian) };
        let mut numbers = Numbers::of(usize::MAX / 2);
        let mut real = real(code, content)?.into_iter().peekable();
        let mut known = HashSet::new();
        let mut entries = Vec::with_capacity(STEMS);
        while entries.len() < STEMS {
            let frequent =
                |forms: &Vec<(usize, String)>| forms.iter().map(|(count, _)| count).sum::<usize>() >= FREQUENT;
            let next = real.next_if(|forms| entries.len() % 4 == 0 || frequent(forms));
            if let Some(forms) = next {
                entries.push(Entry::Real(forms));
                continue;
            }
            let stem = words.stem(&mut numbers);
            if known.insert(stem.letters.clone()) {
                entries.push(Entry::Made(stem));
            }
        }
        let mut all = 0.0;
        let chances = (0..STEMS).map(|rank| {
            all += (rank as f64 + SHIFT).powf(-SLOPE);
            all
        });
        let chances: Vec<f64> = chances.collect();
        Ok(Lexicon { entries, chances: chances.iter().map(|chance| chance / all).collect(), words })
    }

    fn draw(&self, numbers: &mut Numbers) -> usize {
        let at = (numbers.below(1 << 31) as f64) / f64::from(1u32 << 31);
        self.chances.partition_point(|chance| *chance <= at).min(STEMS - 1)
    }

    fn form(&self, entry: usize, numbers: &mut Numbers) -> String {
        match &self.entries[entry] {
            Entry::Made(stem) => self.words.form(stem, numbers),
            Entry::Real(forms) => {
                let weighted: Vec<(usize, &str)> = forms.iter().map(|(count, form)| (*count, form.as_str())).collect();
                pick(numbers, &weighted).to_string()
            }
        }
    }
}

/// The stems of the content in one language, the commonest first, each with its forms.
fn real(code: &str, content: &Path) -> io::Result<Vec<Vec<(usize, String)>>> {
    let analyser = Analyser::new(Language::of(code));
    let mut stems: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for file in walkdir::WalkDir::new(content).sort_by_file_name() {
        let file = file?;
        if !file.file_name().to_string_lossy().ends_with(&format!(".{code}.md")) {
            continue;
        }
        for word in Found::new(&std::fs::read_to_string(file.path())?) {
            let form: String = word.letters.iter().collect();
            if form.chars().all(|c| matches!(c, '\u{0400}'..='\u{052F}')) {
                *stems.entry(analyser.term(&word).spelled()).or_default().entry(form).or_default() += 1;
            }
        }
    }
    let mut stems: Vec<Vec<(usize, String)>> =
        stems.into_values().map(|forms| forms.into_iter().map(|(form, count)| (count, form)).collect()).collect();
    stems.sort_by_key(|forms| std::cmp::Reverse(forms.iter().map(|(count, _)| count).sum::<usize>()));
    Ok(stems)
}

/// The texts of one language.
struct Written {
    code: &'static str,
    lexicon: Lexicon,
    titles: HashSet<String>,
}

/// A page under way.
struct Page<'a> {
    lexicon: &'a Lexicon,
    numbers: Numbers,
    said: Vec<usize>,
    words: usize,
}

impl Page<'_> {
    fn word(&mut self) -> String {
        self.words += 1;
        if self.numbers.below(100) == 0 {
            return (1 + self.numbers.below(40) * self.numbers.below(60)).to_string();
        }
        let again = !self.said.is_empty() && self.numbers.below(100) < REPEATED;
        let entry =
            if again { self.said[self.numbers.below(self.said.len())] } else { self.lexicon.draw(&mut self.numbers) };
        if entry >= GRAMMAR {
            self.said.push(entry);
        }
        self.lexicon.form(entry, &mut self.numbers)
    }

    /// Words that are not grammar alone.
    fn heading(&mut self, least: usize, more: usize) -> String {
        let length = least + self.numbers.below(more);
        let mut words = Vec::new();
        while words.len() < length {
            let mut entry = self.lexicon.draw(&mut self.numbers);
            while entry < GRAMMAR && self.numbers.below(4) > 0 {
                entry = self.lexicon.draw(&mut self.numbers);
            }
            self.said.push(entry);
            words.push(self.lexicon.form(entry, &mut self.numbers));
        }
        self.words += length;
        capital(&words.join(" "))
    }

    fn sentence(&mut self) -> String {
        let length = 5 + self.numbers.below(6) + self.numbers.below(8);
        let words: Vec<String> = (0..length).map(|_| self.word()).collect();
        capital(&words.join(" ")) + "."
    }

    fn paragraph(&mut self) -> String {
        let sentences: Vec<String> = (0..2 + self.numbers.below(3)).map(|_| self.sentence()).collect();
        sentences.join(" ") + "\n\n"
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Written {
    fn page_of(&self, number: usize) -> Page<'_> {
        let seed = number * LANGUAGES.len() + LANGUAGES.iter().position(|code| *code == self.code).unwrap_or(0);
        Page { lexicon: &self.lexicon, numbers: Numbers::of(seed + 1), said: Vec::new(), words: 0 }
    }
}

impl Texts for Written {
    fn chapter(&mut self, number: usize) -> String {
        // Far from the pages' numbers.
        self.page_of(number + (1 << 30)).heading(2, 3) + &format!(" {}", number + 1)
    }

    fn page(&mut self, number: usize, pairs: usize) -> String {
        let mut page = self.page_of(number);
        let title = loop {
            let title = page.heading(2, 4);
            if !self.titles.contains(&title) {
                break title;
            }
        };
        let mut text = format!("---\ntitle: {title}\nsummary: {}\nupdated: 2026-11-21\n---\n\n", page.sentence());
        text += &page.paragraph();
        let mut section = number;
        while page.words < PAGE_WORDS - 30 {
            section += 1;
            text += &format!("## {}\n\n", page.heading(2, 4));
            text += &page.paragraph();
            match section % 4 {
                1 => (0..3).for_each(|_| text += &format!("- {}\n", page.sentence())),
                2 => text += &format!("> [!TIP]\n> {}\n", page.sentence()),
                3 => text += &page.paragraph(),
                _ => {
                    let other = site::page_path(page.numbers.below(pairs));
                    text += &format!("[{}](../../{other}.{}.md)\n", page.heading(2, 2), self.code);
                }
            }
            text.push('\n');
        }
        self.titles.insert(title);
        text
    }
}

/// Writes a site of `pages` pages, both languages counted, into `root`; `content` is the repository's.
///
/// # Errors
/// What the machine says when it cannot read or write.
pub fn generate(root: &Path, pages: usize, content: &Path) -> io::Result<()> {
    let texts =
        |code| Ok::<_, io::Error>(Written { code, lexicon: Lexicon::new(code, content)?, titles: HashSet::new() });
    let (mut kyrgyz, mut russian) = (texts("ky")?, texts("ru")?);
    site::write(root, pages, [("ky", &mut kyrgyz), ("ru", &mut russian)])
}
