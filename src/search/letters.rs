//! The letters as the engine's analysis sees them, for the script that looks up titles.
//!
//! In: nothing. Out: [`Letters`], asked of the analysis itself, character by character: what is a letter, what becomes of
//! it, what is passed over. So the look-up and the engine cannot come apart.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::OnceLock;

use bagyt_search::analysis::{Words, fold};
use serde::Serialize;

/// What `themes/default/js/search/letters.js` makes words with.
#[derive(Debug, Serialize)]
pub struct Letters {
    /// Small letters that become another one: `ө` is `о`.
    same: BTreeMap<char, char>,
    /// Letters that become another one in a word with Cyrillic letters.
    alike: BTreeMap<char, char>,
    /// A small letter with the mark after it, and what the two are.
    composed: BTreeMap<String, char>,
    /// Signs that stay at the end of a word of ASCII letters.
    signs: String,
    /// What stands inside words without being part of them, and the Cyrillic letters: classes of a regular expression.
    ignored: String,
    cyrillic: String,
}

impl Letters {
    /// The letters, worked out once.
    pub fn get() -> &'static Letters {
        static LETTERS: OnceLock<Letters> = OnceLock::new();
        LETTERS.get_or_init(Letters::ask)
    }

    fn ask() -> Letters {
        // What each character is by itself, if it is part of words. Beyond these planes there are letters that stay
        // themselves, and nothing else that counts here; so it is with the blocks left out, which are two thirds of the rest.
        let (parts, rest): (Vec<(char, Option<char>)>, Vec<_>) = ('\0'..='\u{FFFF}')
            .filter(|c| !matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'))
            .map(|c| (c, alone(c)))
            .partition(|(_, alone)| alone.is_some());
        let rest: Vec<(char, Vec<char>)> = rest.into_iter().map(|(c, _)| (c, folded(&['a', c, 'b']))).collect();
        let ignored: Vec<char> = rest.iter().filter(|(_, between)| *between == ['a', 'b']).map(|(c, _)| *c).collect();
        let cyrillic: Vec<char> =
            parts.iter().map(|(c, _)| *c).filter(|c| folded(&['a', *c]).first() == Some(&'а')).collect();
        let small = || parts.iter().copied().filter(|(c, _)| c.to_lowercase().next() == Some(*c));
        let changed = |c: char, found: Option<char>| found.filter(|found| *found != c).map(|found| (c, found));
        let same: BTreeMap<char, char> = small().filter_map(|(c, alone)| changed(c, alone)).collect();
        let beside = |c: char| folded(&['я', c]).get(1).copied();
        let alike = small()
            .map(|(c, alone)| (c, alone, beside(c)))
            .filter(|(_, alone, beside)| alone != beside)
            .filter_map(|(c, _, beside)| changed(c, beside))
            .collect();
        let mut composed = BTreeMap::new();
        for letter in cyrillic.iter().copied().filter(|c| c.to_lowercase().next() == Some(*c)) {
            let bare = letters(&[letter]);
            for mark in &ignored {
                if letters(&[letter, *mark]) != bare {
                    composed.extend(folded(&[letter, *mark]).first().map(|whole| (format!("{letter}{mark}"), *whole)));
                }
            }
        }
        let signs = rest.iter().map(|(c, _)| *c).filter(|c| folded(&['a', *c]) == ['a', *c]).collect();
        Letters { same, alike, composed, signs, ignored: class(&ignored), cyrillic: class(&cyrillic) }
    }
}

/// The letters of the one word that a text is, folded; nothing if it is none or several.
fn folded(text: &[char]) -> Vec<char> {
    letters(text).into_iter().map(fold).collect()
}

fn letters(text: &[char]) -> Vec<char> {
    let text: String = text.iter().collect();
    let mut words = Words::new(&text);
    match (words.next(), words.next()) {
        (Some(word), None) if word.start == 0 => word.letters,
        _ => Vec::new(),
    }
}

/// What a character is by itself, if it is part of words.
fn alone(c: char) -> Option<char> {
    folded(&[c]).first().copied()
}

/// Characters in ascending order as the inside of a class of a regular expression.
fn class(chars: &[char]) -> String {
    let mut class = String::new();
    let mut rest = chars;
    while let Some(first) = rest.first() {
        let run = (1..rest.len()).find(|at| u32::from(rest[*at]) != u32::from(*first) + *at as u32);
        let (run, left) = rest.split_at(run.unwrap_or(rest.len()));
        // Writing to a String cannot fail.
        let _ = write!(class, "\\u{{{:x}}}", u32::from(*first));
        if let [_, .., last] = run {
            let _ = write!(class, "-\\u{{{:x}}}", u32::from(*last));
        }
        rest = left;
    }
    class
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_are_those_of_the_analysis() {
        let letters = Letters::get();
        for (from, to) in [
            ('ө', 'о'),
            ('ү', 'у'),
            ('ң', 'н'),
            ('ё', 'е'),
            ('ѳ', 'о'),
            ('ɵ', 'о'),
            ('ӊ', 'н'),
            ('ҥ', 'н'),
            ('ұ', 'у'),
            ('і', 'и'),
        ] {
            assert_eq!(letters.same.get(&from), Some(&to), "{from}");
        }
        assert_eq!(letters.same.len(), 10, "{:?}", letters.same);
        assert_eq!(letters.alike.get(&'ö'), Some(&'о'));
        assert_eq!(letters.alike.get(&'i'), Some(&'и'));
        assert_eq!(letters.alike.get(&'z'), None);
        let composed: Vec<(&str, char)> = letters.composed.iter().map(|(of, to)| (of.as_str(), *to)).collect();
        assert_eq!(composed, [("е\u{308}", 'е'), ("и\u{306}", 'й'), ("і\u{306}", 'й')]);
        assert_eq!(letters.signs, "#+");
        assert!(letters.ignored.starts_with("\\u{ad}\\u{300}-\\u{344}"), "{}", letters.ignored);
        assert!(letters.cyrillic.contains("\\u{400}-\\u{481}"), "{}", letters.cyrillic);
    }
}
