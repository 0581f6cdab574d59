//! Terms of the glossary in the texts that use them.
//!
//! A text's words are analysed as the search analyses them, so a term is found in every inflected form: «кесиптик
//! лицейге», «профессиональном лицее». The first use in each section becomes a link to the term's definition at the end
//! of the page; a script shows it in place, and on paper it is a numbered note.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use bagyt_search::analysis::{Analyser, Language, Memory, Term, Words};

use crate::lang::Lang;
use crate::markup::escaped;
use crate::markup::{self, Piece};
use crate::resolve::{EntryId, Handbook, capitalised};

/// The terms of a site in one language, by their first word.
#[derive(Debug, Default)]
pub struct Glossary {
    names: HashMap<String, Vec<Name>>,
    terms: Vec<Known>,
    language: Option<Language>,
}

/// A term that texts may use.
#[derive(Debug)]
struct Known {
    id: String,
    entry: EntryId,
    title: String,
}

/// A name of a term.
#[derive(Debug)]
struct Name {
    words: Vec<Term>,
    /// An abbreviation is meant only where it is written in capitals: «ОРТ» is no «орт».
    capitals: bool,
    term: usize,
}

/// A term that a page uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// Its id, which the address of its definition on the page ends with.
    pub id: String,
    pub entry: EntryId,
    pub title: String,
    /// The ids of the places that lead to it.
    pub places: Vec<String>,
}

thread_local! {
    /// Words that a thread has analysed: pages repeat them.
    static KNOWN: RefCell<HashMap<Language, Memory>> = RefCell::new(HashMap::new());
}

impl Glossary {
    /// Gathers the names of all terms that are to be marked.
    pub fn new(handbook: &Handbook, lang: Lang) -> Glossary {
        let language = Language::of(handbook.config.languages.code(lang));
        let analyser = Analyser::new(language);
        let mut glossary = Glossary { language: Some(language), ..Glossary::default() };
        for (id, entry) in &handbook.terms {
            let Some(term) = handbook.entry(*entry).term().filter(|term| term.mark) else { continue };
            let number = glossary.terms.len();
            glossary.terms.push(Known { id: id.clone(), entry: *entry, title: capitalised(term.title.get(lang)) });
            for name in term.names(lang) {
                let words = analyser.terms(name);
                let letters = name.chars().filter(|c| c.is_alphabetic());
                let capitals = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
                // A word of two letters that is no abbreviation says nothing.
                if letters.count() < 3 && !capitals {
                    continue;
                }
                let Some(first) = words.first() else { continue };
                let names = glossary.names.entry(key(language, &first.stem).into_owned()).or_default();
                names.push(Name { words, capitals, term: number });
            }
        }
        // The longest name at a place is the one that is meant; of equal ones, that of the first term.
        for names in glossary.names.values_mut() {
            names.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then(a.term.cmp(&b.term)));
        }
        glossary
    }

    /// Whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// Marks the terms of one page; its texts are given to it in their order.
pub struct Marker<'g> {
    glossary: &'g Glossary,
    /// Terms that are not to be marked: those that the page's author left out, and the one that the page explains.
    without: HashSet<&'g str>,
    /// Terms that the section has had.
    seen: HashSet<usize>,
    used: Vec<(usize, Vec<String>)>,
    marks: usize,
}

/// Elements whose words are left alone.
const LEFT: [&str; 13] = [
    "a",
    "abbr",
    "code",
    "kbd",
    "pre",
    "svg",
    "button",
    "summary",
    "figcaption",
    "thead",
    "script",
    "style",
    "caption",
];

impl<'g> Marker<'g> {
    pub fn new(glossary: &'g Glossary, without: impl IntoIterator<Item = &'g str>) -> Marker<'g> {
        let without = without.into_iter().collect();
        Marker { glossary, without, seen: HashSet::new(), used: Vec::new(), marks: 0 }
    }

    /// A text with its terms marked.
    pub fn mark(&mut self, html: &str) -> String {
        let Some(language) = self.glossary.language.filter(|_| !self.glossary.is_empty()) else {
            return html.to_string();
        };
        KNOWN.with_borrow_mut(|known| {
            let memory = known.entry(language).or_insert_with(|| Memory::new(language));
            self.mark_with(html, memory)
        })
    }

    fn mark_with(&mut self, html: &str, memory: &mut Memory) -> String {
        let mut marked = String::with_capacity(html.len() + html.len() / 8);
        // The element inside which nothing is marked, and how many of its name are open.
        let mut left: Option<(String, usize)> = None;
        for piece in markup::pieces(html) {
            match piece {
                Piece::Text(text) if left.is_none() => self.text(text, memory, &mut marked),
                Piece::Text(text) => marked.push_str(text),
                Piece::Tag(tag) => {
                    self.tag(tag, &mut left);
                    marked.push_str(tag);
                }
            }
        }
        marked
    }

    fn tag(&mut self, tag: &str, left: &mut Option<(String, usize)>) {
        let name = markup::name(tag);
        let closing = tag.starts_with("</");
        match left {
            Some((open, depth)) if open == name => {
                *depth = if closing { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    *left = None;
                }
            }
            Some(_) => {}
            None if closing => {}
            None => {
                // A new section may mark every term anew.
                if name == "h2" {
                    self.seen.clear();
                }
                let class = markup::attribute(tag, "class").unwrap_or("");
                let heading = markup::heading_level(name).is_some();
                let made =
                    class.split(' ').any(|class| matches!(class, "data" | "footnotes" | "alert-title" | "label"));
                if LEFT.contains(&name) || heading || made {
                    *left = Some((name.to_string(), 1));
                }
            }
        }
    }

    fn text(&mut self, text: &str, memory: &mut Memory, marked: &mut String) {
        let words: Vec<_> = Words::new(text).collect();
        let mut done = 0;
        let mut at = 0;
        while at < words.len() {
            let found = self.find(text, &words[at..], memory);
            let Some((term, count)) = found else {
                at += 1;
                continue;
            };
            let (start, end) = (words[at].start, words[at + count - 1].end);
            at += count;
            if self.without.contains(self.glossary.terms[term].id.as_str()) || !self.seen.insert(term) {
                continue;
            }
            marked.push_str(&text[done..start]);
            self.write(term, &text[start..end], marked);
            done = end;
        }
        marked.push_str(&text[done..]);
    }

    /// The term that begins with the first of some words, and how many words it takes.
    fn find(&self, text: &str, words: &[bagyt_search::analysis::Word], memory: &mut Memory) -> Option<(usize, usize)> {
        let first = words.first()?;
        let language = self.glossary.language?;
        let names = self.glossary.names.get(key(language, &memory.term(first).stem).as_ref())?;
        let fits = |name: &&Name, memory: &mut Memory| {
            name.words.len() <= words.len()
                && name.words.iter().zip(words).all(|(wanted, word)| is_same(language, wanted, memory.term(word)))
                && words[..name.words.len()].windows(2).all(|pair| together(&text[pair[0].end..pair[1].start]))
                && (!name.capitals || in_capitals(&text[first.start..first.end]))
        };
        let name = names.iter().find(|name| fits(name, memory))?;
        Some((name.term, name.words.len()))
    }

    fn write(&mut self, term: usize, words: &str, marked: &mut String) {
        self.marks += 1;
        let known = &self.glossary.terms[term];
        let place = format!("term-at-{}", self.marks);
        let number = match self.used.iter().position(|(used, _)| *used == term) {
            Some(at) => at,
            None => {
                self.used.push((term, Vec::new()));
                self.used.len() - 1
            }
        };
        self.used[number].1.push(place.clone());
        // The note's number is for paper.
        marked.push_str(&format!(
            "<a class=\"term\" id=\"{place}\" href=\"#term-{}\">{words}<sup class=\"term-note\" aria-hidden=\"true\">{}\
             </sup></a>",
            escaped(&known.id),
            number + 1
        ));
    }

    /// The terms that were marked, in the order of their first use.
    pub fn used(self) -> Vec<Used> {
        let used = self.used.into_iter().map(|(term, places)| {
            let known = &self.glossary.terms[term];
            Used { id: known.id.clone(), entry: known.entry, title: known.title.clone(), places }
        });
        used.collect()
    }
}

/// Whether two words are forms of one.
fn is_same(language: Language, one: &Term, other: &Term) -> bool {
    match language {
        Language::Russian => key(language, &one.stem) == key(language, &other.stem),
        _ => one == other,
    }
}

/// What all forms of a word have in common. In Russian a vowel comes and goes in some («рынок, рынка», «день, дня»),
/// which the search's stemmer keeps apart.
fn key(language: Language, stem: &str) -> Cow<'_, str> {
    if language != Language::Russian {
        return Cow::Borrowed(stem);
    }
    let vowel = |c: char| "аеиоуыэюя".contains(c);
    let mut ends = stem.char_indices().rev();
    let (last, middle, before) = (ends.next(), ends.next(), ends.next());
    match (last, middle, before) {
        (Some((_, last)), Some((at, 'о' | 'е')), Some((_, before))) if !vowel(last) && !vowel(before) => {
            let rest = &stem[at + 'о'.len_utf8()..];
            Cow::Owned(format!("{}{rest}", &stem[..at]))
        }
        _ => Cow::Borrowed(stem),
    }
}

/// Whether what stands between two words lets them be one name.
fn together(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2060}' | '\u{2011}' | '\u{00AD}'))
}

/// Whether a word begins as an abbreviation does: «ЖОЖдор» has its suffix in small letters.
fn in_capitals(word: &str) -> bool {
    word.chars().take(2).all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary(language: Language, names: &[(&str, &[&str])]) -> Glossary {
        let analyser = Analyser::new(language);
        let mut glossary = Glossary { language: Some(language), ..Glossary::default() };
        for (number, (id, all)) in names.iter().enumerate() {
            let title = all[0].to_string();
            glossary.terms.push(Known { id: id.to_string(), entry: EntryId(number as u32), title });
            for name in *all {
                let words = analyser.terms(name);
                let capitals = name.chars().all(char::is_uppercase);
                let first = key(language, &words[0].stem).into_owned();
                glossary.names.entry(first).or_default().push(Name { words, capitals, term: number });
            }
        }
        for names in glossary.names.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        glossary
    }

    /// The words that are marked.
    fn marked(glossary: &Glossary, html: &str) -> Vec<String> {
        let html = Marker::new(glossary, []).mark(html);
        let parts = html.split("<a class=\"term\"").skip(1);
        parts.map(|part| part.split('>').nth(1).unwrap_or("").split('<').next().unwrap_or("").to_string()).collect()
    }

    #[test]
    fn every_form_of_a_name_is_found() {
        let ky = glossary(
            Language::Kyrgyz,
            &[("market", &["эмгек рыногу"]), ("lyceum", &["лицей"]), ("wbl", &["жумуш ордунда окутуу", "ЖОО"])],
        );
        let html = "<p>Эмгек рыногунда, лицейлердин, жумуш ордунда окутууну.</p>";
        assert_eq!(marked(&ky, html), ["Эмгек рыногунда", "лицейлердин", "жумуш ордунда окутууну"]);
        let ru = glossary(Language::Russian, &[("market", &["рынок труда"]), ("ort", &["ОРТ"])]);
        assert_eq!(marked(&ru, "<p>На рынке труда и на\u{a0}ОРТ, а орт — нет.</p>"), ["рынке труда", "ОРТ"]);
        assert_eq!(marked(&ru, "<p>Рынок труда, спрос рынка.</p>"), ["Рынок труда"]);
    }

    #[test]
    fn once_a_section_and_never_in_links_or_headings() {
        let ky = glossary(Language::Kyrgyz, &[("lyceum", &["лицей"])]);
        let html = "<h2>Лицей</h2><p>лицей, лицейге <a href=\"x\">лицей</a></p><h2>Б</h2><p>лицейден</p>";
        assert_eq!(marked(&ky, html), ["лицей", "лицейден"]);
        let mut marker = Marker::new(&ky, ["lyceum"]);
        assert_eq!(marker.mark(html), html);
        assert!(marker.used().is_empty());
        let figure = "<figure class=\"data\"><figure></figure><p>лицей</p></figure><p>лицей</p>";
        assert_eq!(marked(&ky, figure), ["лицей"]);
    }

    #[test]
    fn the_longest_name_is_meant() {
        let ru = glossary(Language::Russian, &[("market", &["рынок"]), ("labour", &["рынок труда"])]);
        assert_eq!(marked(&ru, "<p>рынок труда, рынок сбыта</p>"), ["рынок труда", "рынок"]);
        assert_eq!(marked(&ru, "<p>рынок, труда</p>"), ["рынок"], "a comma parts them");
    }

    proptest::proptest! {
        #[test]
        fn the_text_itself_is_untouched(html in "(<p>|</p>|<h2>|</h2>|<a href=\"#\">|</a>|лицей|рынок труда|ге|, | |&amp;){0,24}") {
            let ky = glossary(Language::Kyrgyz, &[("lyceum", &["лицей"]), ("market", &["рынок труда"])]);
            let marked = Marker::new(&ky, []).mark(&html);
            let mut bare = marked.clone();
            while let Some(start) = bare.find("<a class=\"term\"") {
                let open = start + markup::tag_length(&bare[start..]);
                let sup = open + bare[open..].find("<sup").unwrap_or(0);
                let end = sup + bare[sup..].find("</a>").map_or(0, |at| at + 4);
                bare.replace_range(sup..end, "");
                bare.replace_range(start..open, "");
            }
            proptest::prop_assert_eq!(bare, html);
        }
    }
}
