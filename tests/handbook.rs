//! The repository's own handbook, programme and glossary: what their texts promise.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use scraper::{ElementRef, Html, Selector};

use crate::site;

/// The publications that this file is about.
const PUBLICATIONS: [&str; 3] = ["handbook", "programme", "glossary"];

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|_| panic!("`{selector}` is a selector"))
}

/// The pages of these publications in a language: path in the tree, and document.
fn pages(lang: &str) -> Vec<(String, Html)> {
    let wanted = |path: &str| {
        let mut parts = path.split('/');
        parts.next() == Some(lang) && parts.next().is_some_and(|publication| PUBLICATIONS.contains(&publication))
    };
    let site = site::own();
    let read = |path: &str| (path[lang.len() + 1..].to_string(), document(path));
    site.pages.iter().map(|page| page.path.as_str()).filter(|path| wanted(path)).map(read).collect()
}

fn document(path: &str) -> Html {
    Html::parse_document(&site::read(&site::own().folder, path))
}

fn kind(page: &Html) -> &str {
    page.root_element().attr("data-kind").unwrap_or("")
}

fn first<'p>(page: &'p Html, selector: &str) -> Option<ElementRef<'p>> {
    page.select(&select(selector)).next()
}

fn text(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_programme_has_eighteen_lessons_and_up_to_five_visits_with_worksheets() {
    for lang in ["ky", "ru"] {
        let mut numbers: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for (path, page) in pages(lang).into_iter().filter(|(_, page)| kind(page) == "lesson") {
            let name = text(first(&page, ".lesson-kind b").expect("a lesson has its name"));
            let number: String = name.chars().filter(char::is_ascii_digit).collect();
            let word: String = name.chars().filter(|c| c.is_alphabetic()).collect();
            let number = number.parse().unwrap_or_else(|_| panic!("{path}: «{name}» has a number"));
            assert!(numbers.entry(word).or_default().insert(number), "{path}: a second {name}");
            for part in [".lesson-aims li", ".lesson-materials li", ".lesson-course > ol > li", "#homework", "#diary"] {
                assert!(first(&page, part).is_some(), "{path} has no {part}");
            }
            assert!(first(&page, ".lesson-links .chips a").is_some(), "{path} leads to no profession");
            let sheet = format!("{lang}/{}.docx", path.trim_end_matches(".html"));
            assert!(
                first(&page, ".worksheet").is_some() && site::own().folder.join(&sheet).exists(),
                "{path} has no worksheet"
            );
        }
        let mut counts: Vec<BTreeSet<u32>> = numbers.into_values().collect();
        counts.sort_by_key(BTreeSet::len);
        let [visits, lessons] = &counts[..] else { panic!("{lang}: lessons and visits: {counts:?}") };
        assert_eq!(*lessons, (1..=18).collect::<BTreeSet<u32>>(), "{lang}");
        assert!(
            (3..=5).contains(&visits.len()) && *visits == (1..=visits.len() as u32).collect::<BTreeSet<u32>>(),
            "{lang}: {visits:?}"
        );
    }
}

#[test]
fn the_glossary_has_sixty_terms_and_tells_abbreviations_apart() {
    for lang in ["ky", "ru"] {
        let terms: Vec<(String, Html)> = pages(lang).into_iter().filter(|(_, page)| kind(page) == "term").collect();
        assert!(terms.len() >= 60, "{lang}: {}", terms.len());
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for (path, page) in &terms {
            let definition = text(first(page, ".definition").unwrap_or_else(|| panic!("{path} has no definition")));
            assert!(definition.split(' ').count() > 3, "{path}: {definition}");
            assert!(first(page, ".term-facts [lang=en]").is_some(), "{path} has no English name");
            let short = first(page, ".term-facts dd > b").map(text);
            for name in short.into_iter().chain([text(first(page, "h1").expect("a title"))]) {
                let other = names.insert(name.to_lowercase(), path);
                assert!(other.is_none(), "{lang}: «{name}» of {path} is a name of {other:?} too");
            }
        }
        if lang == "ky" {
            assert_ne!(names.get("жоо"), names.get("жож"));
            assert!(names.contains_key("жоо") && names.contains_key("жож"));
        }
    }
}

#[test]
fn every_page_says_for_whom_it_is_and_the_index_has_it() {
    for lang in ["ky", "ru"] {
        let index = document(&format!("{lang}/audience.html"));
        let groups: Vec<String> = index
            .select(&select(".letters a[id]"))
            .filter_map(|link| Some(format!("{lang}/{}", link.attr("href")?)))
            .collect();
        assert!(groups.len() > 3, "a page for each kind of reader: {groups:?}");
        let mut listed = BTreeSet::new();
        for group in groups {
            let page = document(&group);
            let wanted = select(".letter a");
            let links = page.select(&wanted).filter_map(|link| link.attr("href").map(str::to_string));
            listed.extend(links.map(|link| link.trim_start_matches("../").to_string()));
        }
        for (path, page) in pages(lang) {
            if !matches!(kind(&page), "page" | "lesson" | "publication") {
                continue;
            }
            let link = first(&page, ".meta a").unwrap_or_else(|| panic!("{lang}/{path} does not say for whom it is"));
            assert!(link.attr("href").is_some_and(|href| href.contains("audience")), "{lang}/{path}");
            assert!(listed.contains(&path), "{lang}/{path} is not in the index");
        }
    }
}

#[test]
fn both_languages_have_the_same_parts() {
    let parts = |page: &Html| -> Vec<String> {
        let wanted = select(
            ".prose h2[id], .prose h3[id], .prose figure[id], .prose aside, .lesson section:not(.terms) > h2[id]",
        );
        let found = page.select(&wanted);
        found.map(|element| element.attr("id").or(element.attr("class")).unwrap_or("").to_string()).collect()
    };
    let (ky, ru) = (pages("ky"), pages("ru"));
    let paths = |pages: &[(String, Html)]| pages.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&ky), paths(&ru));
    let mut wrong = Vec::new();
    for ((path, ky), (_, ru)) in ky.iter().zip(&ru) {
        // A glossary of another alphabet has another order.
        if kind(ky) != "whole" && parts(ky) != parts(ru) {
            wrong.push(format!("{path}\n  ky {:?}\n  ru {:?}", parts(ky), parts(ru)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The words of each sentence of a page's running text, in small letters.
fn sentences(page: &Html) -> Vec<Vec<String>> {
    let blocks = select(
        ".prose > p, .prose > ul > li, .prose > ol > li, .prose dd, .prose aside p, .lesson-course p, .definition",
    );
    // What a diary has on paper are the worksheets of the lessons, and questionnaires ask alike.
    let paper = select(".diary-paper *, .form-paper *");
    let of_paper: BTreeSet<_> = page.select(&paper).map(|element| element.id()).collect();
    let own = page.select(&blocks).filter(|element| !of_paper.contains(&element.id()));
    let texts: Vec<String> = own.map(text).collect();
    let parts = texts.iter().flat_map(|text| text.split(['.', '!', '?', '…', '\n']));
    let words = parts.map(|sentence| {
        let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    });
    words.filter(|words| !words.is_empty()).collect()
}

#[test]
fn no_two_pages_share_a_sentence() {
    let mut shared = Vec::new();
    for lang in ["ky", "ru"] {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (path, page) in pages(lang).into_iter().filter(|(_, page)| kind(page) != "whole") {
            // What is short or cites a source says nothing of its own; a page may say a thing again.
            let long = sentences(&page).into_iter().filter(|words| words.len() > 6).map(|words| words.join(" "));
            for sentence in long.collect::<BTreeSet<_>>() {
                if let Some(other) = seen.insert(sentence.clone(), path.clone()) {
                    shared.push(format!("{lang}: {other} and {path}: {sentence}"));
                }
            }
        }
        assert!(seen.len() > 3000, "{lang}: {} sentences in all", seen.len());
    }
    assert!(shared.is_empty(), "{}", shared.join("\n"));
}

/// Prints pages, words and the length of sentences by publication with `--nocapture`.
#[test]
fn sentences_are_short() {
    /// Most words of a sentence, and of one on average.
    const LONGEST: usize = 40;
    const MEAN: f64 = 12.0;
    let mut long = Vec::new();
    println!("{:<14} {:>5} {:>7} {:>9} {:>5} {:>4}", "publication", "pages", "words", "sentences", "mean", "95 %");
    for lang in ["ky", "ru"] {
        let mut of_publication: BTreeMap<String, (usize, usize, Vec<usize>)> = BTreeMap::new();
        for (path, page) in pages(lang).into_iter().filter(|(_, page)| kind(page) != "whole") {
            let publication = path.split('/').next().unwrap_or_default();
            let (count, words, lengths) = of_publication.entry(publication.to_string()).or_default();
            *count += 1;
            let all = page.select(&select("main article, main .cover")).map(text).collect::<Vec<_>>().join(" ");
            *words += all.split(' ').filter(|word| word.chars().any(char::is_alphanumeric)).count();
            for sentence in sentences(&page) {
                lengths.push(sentence.len());
                if sentence.len() > LONGEST {
                    long.push(format!("{lang}/{path}: {}", sentence.join(" ")));
                }
            }
        }
        for (publication, (count, words, mut lengths)) in of_publication {
            lengths.sort_unstable();
            let mean = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
            let most = lengths[lengths.len() * 95 / 100];
            println!("{lang}/{publication:<11} {count:>5} {words:>7} {:>9} {mean:>5.1} {most:>4}", lengths.len());
            if mean > MEAN {
                long.push(format!("{lang}/{publication}: {mean:.1} words in a sentence on average"));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn no_mark_of_the_source_is_left() {
    for lang in ["ky", "ru"] {
        for (path, page) in pages(lang) {
            for block in page.select(&select(".prose p, .prose li, .prose td, figcaption, .lesson li")) {
                let text = text(block);
                for mark in ["[!", "{#", "Table:", "](", "**", "[^"] {
                    assert!(!text.contains(mark), "{lang}/{path}: {text}");
                }
            }
        }
    }
}

#[test]
fn every_figure_has_its_table_and_its_words() {
    for lang in ["ky", "ru"] {
        let mut figures = 0;
        for (path, page) in pages(lang).into_iter().filter(|(_, page)| kind(page) != "whole") {
            for figure in page.select(&select("figure.data")) {
                let drawings: Vec<ElementRef> = figure.select(&select("svg.drawing")).collect();
                let has = |selector: &str| figure.select(&select(selector)).next().is_some();
                assert!(has("table") || has("ol.timeline"), "{lang}/{path}: a figure without its data");
                assert!(has(".data-sources") || drawings.is_empty(), "{lang}/{path}: a figure without a source");
                if !drawings.is_empty() {
                    figures += 1;
                    assert_eq!(drawings.len(), 2, "{lang}/{path}: one drawing for a column, one for a phone");
                    for drawing in drawings {
                        assert_eq!(drawing.attr("role"), Some("img"));
                        let label = drawing.attr("aria-label").unwrap_or("");
                        assert!(label.split(' ').count() > 6, "{lang}/{path}: «{label}» says too little");
                    }
                }
            }
        }
        assert!(figures >= 10, "{lang}: {figures} drawings");
    }
}

/// Whether a word has a Latin letter or two that pass for Cyrillic ones; «GIZдин» and «АКИpress» are meant.
fn is_mixed(word: &str) -> bool {
    let cyrillic = word.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}'));
    let latin: Vec<&str> = word.split(|c: char| !c.is_ascii_alphabetic()).filter(|run| !run.is_empty()).collect();
    cyrillic && latin.iter().any(|run| run.len() < 3 && run.chars().all(|c| "aceopxyABCEHIKMOPTXYi".contains(c)))
}

#[test]
fn letters_are_right() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    for entry in walkdir::WalkDir::new(root.join("content")).into_iter().flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        for (number, line) in text.lines().enumerate() {
            let mut words = line.split(|c: char| !c.is_alphabetic());
            if words.any(is_mixed) || line.contains(['ѳ', 'Ѳ', 'Ɵ', 'ɵ', 'ӊ', 'Ӊ']) {
                wrong.push(format!("{}:{}: {line}", entry.path().display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
