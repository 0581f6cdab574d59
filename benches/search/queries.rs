//! Questions of two words, taken from the pages of a built site.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use bagyt_search::analysis::{Analyser, Language, Words};
use scraper::{Html, Selector};
use serde::Serialize;

use crate::Outcome;
use crate::site::Numbers;

/// Words shorter than this are not asked for.
const SHORTEST: usize = 4;

/// Questions about one language's pages.
#[derive(Serialize)]
pub struct Questions {
    pub lang: &'static str,
    pub queries: Vec<String>,
}

/// A page as it is asked about.
struct Page {
    headings: Vec<Vec<String>>,
    text: Vec<String>,
}

/// The pages of a language and what they hold.
pub struct Text {
    pub files: Vec<PathBuf>,
    pub bytes: u64,
    pub words: usize,
    /// Different words, and what the analysis makes of them.
    pub forms: usize,
    pub stems: usize,
}

/// Reads the pages of a language.
///
/// # Errors
/// If a file cannot be read.
pub fn text(out: &Path, lang: &str) -> Outcome<Text> {
    let mut text = Text { files: Vec::new(), bytes: 0, words: 0, forms: 0, stems: 0 };
    let mut forms: HashSet<Vec<char>> = HashSet::new();
    let mut stems = HashSet::new();
    let analyser = Analyser::new(Language::of(lang));
    for file in walkdir::WalkDir::new(out.join(lang)).sort_by_file_name() {
        let path = file?.into_path();
        if path.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let main = main_text(&std::fs::read_to_string(&path)?);
        text.bytes += main.len() as u64;
        for word in Words::new(&main) {
            text.words += 1;
            if !forms.contains(&word.letters) {
                stems.insert(analyser.term(&word).stem);
                forms.insert(word.letters);
            }
        }
        text.files.push(path);
    }
    (text.forms, text.stems) = (forms.len(), stems.len());
    Ok(text)
}

/// What stands between the tags of the page's main part; blanks count once.
fn main_text(html: &str) -> String {
    let main = html.split_once("<main").map_or(html, |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    let mut text = String::new();
    for piece in main.split('<') {
        let words = piece.split_once('>').map_or("", |(_, text)| text).split_whitespace();
        words.for_each(|word| text.extend([word, " "]));
    }
    text
}

/// `count` questions of four kinds by turns: two words of a title or heading, a common and a rare word of a page, two
/// that follow one another, any two.
///
/// # Errors
/// If a page cannot be read.
pub fn ask(files: &[PathBuf], lang: &'static str, count: usize) -> Outcome<Questions> {
    let step = (files.len() / (2 * count)).max(1);
    let files = files.iter().skip(step / 2).step_by(step).filter(|path| {
        // These pages list others.
        !["index.html", "alphabet.html", "search.html", "404.html"].iter().any(|name| path.ends_with(name))
    });
    let pages = files.map(|path| read(path)).collect::<Outcome<Vec<Page>>>()?;
    let mut spread: HashMap<&str, usize> = HashMap::new();
    for page in &pages {
        let words: HashSet<&str> = page.text.iter().map(String::as_str).collect();
        words.into_iter().for_each(|word| *spread.entry(word).or_default() += 1);
    }
    let mut numbers = Numbers::of(count);
    let mut queries: Vec<String> = Vec::new();
    let mut attempts = 0;
    while queries.len() < count && attempts < 50 * count {
        let page = &pages[attempts % pages.len()];
        attempts += 1;
        let pair = match queries.len() % 4 {
            0 => in_a_row(
                page.headings.get(numbers.below(page.headings.len().max(1))).map_or(&[][..], Vec::as_slice),
                &mut numbers,
            ),
            1 => common_and_rare(page, &spread, pages.len(), &mut numbers),
            2 => in_a_row(&page.text, &mut numbers),
            _ => {
                let long: Vec<&String> = page.text.iter().filter(|word| is_long(word)).collect();
                let mut any = || long.get(numbers.below(long.len().max(1))).map(|word| word.to_string());
                any().zip(any())
            }
        };
        if let Some((first, second)) = pair.filter(|(first, second)| first != second) {
            let query = format!("{first} {second}");
            if !queries.contains(&query) {
                queries.push(query);
            }
        }
    }
    Ok(Questions { lang, queries })
}

fn read(path: &Path) -> Outcome<Page> {
    let html = Html::parse_document(&std::fs::read_to_string(path)?);
    let texts = |selector: &str| -> Outcome<Vec<Vec<String>>> {
        let selector = Selector::parse(selector).map_err(|error| error.to_string())?;
        let words = |text: String| Words::new(&text).map(|word| word.letters.iter().collect()).collect();
        Ok(html.select(&selector).map(|element| words(element.text().collect())).collect())
    };
    Ok(Page { headings: texts("main h1, main h2")?, text: texts("main p, main li")?.concat() })
}

fn is_long(word: &str) -> bool {
    word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic)
}

fn in_a_row(words: &[String], numbers: &mut Numbers) -> Option<(String, String)> {
    let pairs: Vec<&[String]> = words.windows(2).filter(|pair| pair.iter().all(|word| is_long(word))).collect();
    let pair = pairs.get(numbers.below(pairs.len().max(1)))?;
    Some((pair[0].clone(), pair[1].clone()))
}

/// A word that a tenth of the pages have, and one that no other page has; of the pages that were looked at.
fn common_and_rare(
    page: &Page,
    spread: &HashMap<&str, usize>,
    pages: usize,
    numbers: &mut Numbers,
) -> Option<(String, String)> {
    let mut one = |fits: &dyn Fn(usize) -> bool| {
        let fitting: Vec<&String> =
            page.text.iter().filter(|word| is_long(word) && fits(spread[word.as_str()])).collect();
        fitting.get(numbers.below(fitting.len().max(1))).map(|word| word.to_string())
    };
    one(&|count| count * 10 >= pages).zip(one(&|count| count == 1))
}
