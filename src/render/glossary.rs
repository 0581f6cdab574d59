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
use crate::resolve::{EntryId, Handbook, capitalised};
use crate::text::terms::{Mark, Terms};

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
            // A title that is borrowed from another language is no word of this one.
            for name in term.names(lang).skip(usize::from(term.title.own(lang).is_none())) {
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
    /// How many places are marked.
    count: usize,
}

impl<'g> Marker<'g> {
    pub fn new(glossary: &'g Glossary, without: impl IntoIterator<Item = &'g str>) -> Marker<'g> {
        let without = without.into_iter().collect();
        Marker { glossary, without, seen: HashSet::new(), used: Vec::new(), count: 0 }
    }

    /// Whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.glossary.is_empty()
    }

    fn marks(&mut self, text: &str, memory: &mut Memory) -> Vec<Mark> {
        let words: Vec<_> = Words::new(text).collect();
        let mut marks = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let found = self.named(text, &words[at..], memory);
            let Some((term, count)) = found else {
                at += 1;
                continue;
            };
            let (start, end) = (words[at].start, words[at + count - 1].end);
            at += count;
            if self.without.contains(self.glossary.terms[term].id.as_str()) || !self.seen.insert(term) {
                continue;
            }
            marks.push(self.mark(term, start, end));
        }
        marks
    }

    /// The term that begins with the first of some words, and how many words it takes.
    fn named(&self, text: &str, words: &[bagyt_search::analysis::Word], memory: &mut Memory) -> Option<(usize, usize)> {
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

    fn mark(&mut self, term: usize, start: usize, end: usize) -> Mark {
        self.count += 1;
        let place = format!("term-at-{}", self.count);
        let number = match self.used.iter().position(|(used, _)| *used == term) {
            Some(at) => at,
            None => {
                self.used.push((term, Vec::new()));
                self.used.len() - 1
            }
        };
        self.used[number].1.push(place.clone());
        Mark { start, end, place, id: self.glossary.terms[term].id.clone(), note: number + 1 }
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

impl Terms for Marker<'_> {
    fn section(&mut self) {
        self.seen.clear();
    }

    fn find(&mut self, words: &str) -> Vec<Mark> {
        let Some(language) = self.glossary.language.filter(|_| !self.glossary.is_empty()) else { return Vec::new() };
        KNOWN.with_borrow_mut(|known| {
            let memory = known.entry(language).or_insert_with(|| Memory::new(language));
            self.marks(words, memory)
        })
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
    use crate::text::{Element, Nothing, Placing, Text, html};

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

    /// A text of words in elements.
    fn text(parts: &[(&[Element], &str)]) -> Text {
        let mut text = Text::default();
        for (elements, words) in parts {
            elements.iter().for_each(|element| text.open(*element));
            text.text(words);
            elements.iter().rev().for_each(|element| text.close(*element));
        }
        text
    }

    fn html(text: &Text, marker: Option<&mut Marker>) -> String {
        html::write(text, &Nothing, Placing::default(), marker.map(|marker| marker as &mut dyn Terms))
    }

    /// The words that are marked.
    fn marked(glossary: &Glossary, text: &Text) -> Vec<String> {
        let html = html(text, Some(&mut Marker::new(glossary, [])));
        let parts = html.split("<a class=\"term\"").skip(1);
        parts.map(|part| part.split('>').nth(1).unwrap_or("").split('<').next().unwrap_or("").to_string()).collect()
    }

    fn line(words: &str) -> Text {
        text(&[(&[Element::Paragraph], words)])
    }

    #[test]
    fn every_form_of_a_name_is_found() {
        let ky = glossary(
            Language::Kyrgyz,
            &[("market", &["эмгек рыногу"]), ("lyceum", &["лицей"]), ("wbl", &["жумуш ордунда окутуу", "ЖОО"])],
        );
        let found = marked(&ky, &line("Эмгек рыногунда, лицейлердин, жумуш ордунда окутууну."));
        assert_eq!(found, ["Эмгек рыногунда", "лицейлердин", "жумуш ордунда окутууну"]);
        let ru = glossary(Language::Russian, &[("market", &["рынок труда"]), ("ort", &["ОРТ"])]);
        assert_eq!(marked(&ru, &line("На рынке труда и на\u{a0}ОРТ, а орт — нет.")), ["рынке труда", "ОРТ"]);
        assert_eq!(marked(&ru, &line("Рынок труда, спрос рынка.")), ["Рынок труда"]);
    }

    #[test]
    fn once_a_section_and_never_in_links_or_headings() {
        let ky = glossary(Language::Kyrgyz, &[("lyceum", &["лицей"])]);
        let whole = text(&[
            (&[Element::Heading(2)], "Лицей"),
            (&[Element::Paragraph], "лицей, лицейге "),
            (&[Element::Paragraph, Element::Link], "лицей"),
            (&[Element::Heading(2)], "Б"),
            (&[Element::Paragraph], "лицейден"),
        ]);
        assert_eq!(marked(&ky, &whole), ["лицей", "лицейден"]);
        let mut marker = Marker::new(&ky, ["lyceum"]);
        assert_eq!(html(&whole, Some(&mut marker)), html(&whole, None));
        assert!(marker.used().is_empty());
        let figure = text(&[
            (&[Element::DataFigure, Element::Figure], ""),
            (&[Element::DataFigure, Element::Break, Element::Paragraph], "лицей"),
            (&[Element::Paragraph], "лицей"),
        ]);
        assert_eq!(marked(&ky, &figure), ["лицей"]);
    }

    #[test]
    fn the_longest_name_is_meant() {
        let ru = glossary(Language::Russian, &[("market", &["рынок"]), ("labour", &["рынок труда"])]);
        assert_eq!(marked(&ru, &line("рынок труда, рынок сбыта")), ["рынок труда", "рынок"]);
        assert_eq!(marked(&ru, &line("рынок, труда")), ["рынок"], "a comma parts them");
    }

    proptest::proptest! {
        #[test]
        fn the_text_itself_is_untouched(parts in proptest::collection::vec(("(лицей|рынок труда|ге|, | |&|<){0,6}", 0usize..4), 0..8)) {
            let ky = glossary(Language::Kyrgyz, &[("lyceum", &["лицей"]), ("market", &["рынок труда"])]);
            let kinds: [&[Element]; 4] =
                [&[], &[Element::Paragraph], &[Element::Heading(2)], &[Element::Paragraph, Element::Link]];
            let parts: Vec<(&[Element], &str)> =
                parts.iter().map(|(words, kind)| (kinds[*kind], words.as_str())).collect();
            let whole = text(&parts);
            let mut bare = html(&whole, Some(&mut Marker::new(&ky, [])));
            while let Some(start) = bare.find("<a class=\"term\"") {
                let open = start + crate::markup::tag_length(&bare[start..]);
                let sup = open + bare[open..].find("<sup").unwrap_or(0);
                let end = sup + bare[sup..].find("</a>").map_or(0, |at| at + 4);
                bare.replace_range(sup..end, "");
                bare.replace_range(start..open, "");
            }
            proptest::prop_assert_eq!(bare, html(&whole, None));
        }
    }
}
