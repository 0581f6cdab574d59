//! Text → words → terms.
//!
//! In: any text. Out: for each word where it stands and the [`Term`] under which the index holds it. The same code
//! analyses pages, queries and the words of an excerpt that are to be marked.
//!
//! A term has two parts. The *stem* is what forms of one word have in common, in folded letters: ө and о, ү and у, ң
//! and н, ё and е are one letter each, so people without a Kyrgyz keyboard find what they seek. The *spelling* says
//! which of those letters the word really had, so that an exact spelling can be ranked higher.

mod kyrgyz;
mod letters;
mod words;

use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

pub use letters::{clean, fold};
pub use words::{Word, Words};

/// How the words of a language are analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    Kyrgyz,
    Russian,
    English,
    /// Any other language: words as they are, in small letters.
    Plain,
}

impl Language {
    /// The language of a code such as `ky`.
    pub fn of(code: &str) -> Language {
        match code {
            "ky" => Language::Kyrgyz,
            "ru" => Language::Russian,
            "en" => Language::English,
            _ => Language::Plain,
        }
    }
}

/// Letters longer than this are cut off: a word of a thousand letters is no word, and a term has a largest size.
const LONGEST: usize = 64;

/// What the index holds for a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Term {
    /// What forms of a word have in common, in folded letters.
    pub stem: String,
    /// One bit for each letter of the stem that folding touches (о у н е), the first in the lowest: whether it was
    /// ө ү ң ё.
    pub spelling: u64,
}

impl Term {
    /// The stem in the letters that the word had.
    pub fn spelled(&self) -> String {
        let mut bit = 0;
        let restore = |c: char| {
            let Some(unfolded) = letters::unfold(c) else { return c };
            let set = bit < 64 && self.spelling >> bit & 1 == 1;
            bit += 1;
            if set { unfolded } else { c }
        };
        self.stem.chars().map(restore).collect()
    }
}

/// Analyses words of one language.
#[derive(Clone, Copy)]
pub struct Analyser {
    language: Language,
    russian: Stemmer,
    english: Stemmer,
}

impl Analyser {
    pub fn new(language: Language) -> Analyser {
        Analyser { language, russian: Stemmer::new(Algorithm::Russian), english: Stemmer::new(Algorithm::English) }
    }

    /// The term of a word that [`Words`] found.
    pub fn term(&self, word: &Word) -> Term {
        let spelled = &word.letters[..word.letters.len().min(LONGEST)];
        let folded: Vec<char> = spelled.iter().map(|c| fold(*c)).collect();
        if !folded.iter().any(|c| letters::is_cyrillic(*c)) {
            let whole: String = folded.into_iter().collect();
            // Names such as C++ and B2 have no endings, and the stemmer knows small letters of English alone.
            let is_english = self.language == Language::English && whole.bytes().all(|byte| byte.is_ascii_lowercase());
            let stem = if is_english { self.english.stem(&whole).into_owned() } else { whole };
            return Term { stem, spelling: 0 };
        }
        match self.language {
            Language::Kyrgyz => {
                let stem = kyrgyz::stem(&folded);
                let mut spelled = spelled[..stem.keep.min(spelled.len())].to_vec();
                // A vowel that comes back agrees with the one before it: сүйл-өө is сүйлө.
                let front =
                    spelled.iter().rev().find(|c| letters::is_vowel(**c)).is_some_and(|c| matches!(c, 'ө' | 'ү'));
                spelled.extend(stem.tail.chars().map(|c| if front && c == 'о' { 'ө' } else { c }));
                Term { stem: spelled.iter().map(|c| fold(*c)).collect(), spelling: spelling(&spelled) }
            }
            // «ИИ», «вуз», «орт» are too short to have an ending.
            Language::Russian if folded.len() <= 3 => {
                Term { stem: folded.iter().collect(), spelling: spelling(spelled) }
            }
            Language::Russian => {
                let whole: String = folded.iter().collect();
                let stem = self.russian.stem(&whole).into_owned();
                let keep = stem.chars().zip(&folded).take_while(|(a, b)| a == *b).count();
                Term { spelling: spelling(&spelled[..keep]), stem }
            }
            Language::English | Language::Plain => Term { stem: folded.iter().collect(), spelling: spelling(spelled) },
        }
    }

    /// Every term of a text, in its order.
    pub fn terms(&self, text: &str) -> Vec<Term> {
        Words::new(text).map(|word| self.term(&word)).collect()
    }
}

/// Words that a [`Memory`] holds before it begins anew: some 30 MB.
const MOST_KNOWN: usize = 200_000;

/// An analyser that remembers: pages repeat their words.
pub struct Memory {
    analyser: Analyser,
    known: FxHashMap<Vec<char>, Term>,
}

impl Memory {
    pub fn new(language: Language) -> Memory {
        Memory { analyser: Analyser::new(language), known: FxHashMap::default() }
    }

    /// As [`Analyser::term`].
    pub fn term(&mut self, word: &Word) -> &Term {
        if self.known.len() > MOST_KNOWN {
            self.known.clear();
        }
        // Two look-ups when the word is known; the entry interface would copy the letters each time.
        if !self.known.contains_key(&word.letters) {
            self.known.insert(word.letters.clone(), self.analyser.term(word));
        }
        &self.known[&word.letters]
    }
}

fn spelling(letters: &[char]) -> u64 {
    let mut bits = 0;
    let touched = letters.iter().filter(|c| letters::unfold(fold(**c)).is_some());
    for (at, c) in touched.enumerate().take(64) {
        bits |= u64::from(fold(*c) != *c) << at;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_an_english_word_have_one_stem() {
        let english = Analyser::new(Language::English);
        let stems = |text: &str| english.terms(text).into_iter().map(|term| term.stem).collect::<Vec<_>>();
        for forms in
            ["connect connected connecting connection", "nurse nurses nursing", "city cities", "run runs running"]
        {
            let stems = stems(forms);
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
        assert_eq!(stems("C++ B2 café ORT лицейлер"), ["c++", "b2", "café", "ort", "лицейлер"]);
        assert_eq!(
            Analyser::new(Language::Russian).terms("nurses")[0].stem,
            "nurses",
            "only where the language is English"
        );
    }
}
