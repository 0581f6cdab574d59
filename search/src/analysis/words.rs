//! A text's words.

use super::letters::{clean, compose, is_cyrillic, is_ignored, is_part, look_alike};

/// A word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    /// Small letters, wrong ones mended, not folded. An abbreviation is without the suffix that was hung on it.
    pub letters: Vec<char>,
}

/// The words of a text: runs of letters and digits.
///
/// A hyphen parts words («9-класс» is two); `+` and `#` stay at the end of a Latin word (C++, C#). What is ignored,
/// combining marks and the like, neither parts words nor stays in them.
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str) -> Words<'a> {
        Words { text, at: 0 }
    }

    /// Where the next word begins and ends.
    pub fn span(&mut self) -> Option<(usize, usize)> {
        let start = self.at + self.text[self.at..].find(is_part)?;
        let (mut end, mut is_ascii) = (start, true);
        for (at, c) in self.text[start..].char_indices() {
            if is_part(c) {
                is_ascii &= c.is_ascii();
            } else if !(is_ignored(c) || matches!(c, '+' | '#') && is_ascii) {
                break;
            }
            end = start + at + c.len_utf8();
        }
        self.at = end;
        Some((start, end))
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let (start, end) = self.span()?;
        Some(Word { start, end, letters: letters(raw(&self.text[start..end])) })
    }
}

/// The characters of a word without what is ignored.
fn raw(word: &str) -> Vec<char> {
    let mut raw: Vec<char> = Vec::with_capacity(16);
    for c in word.chars() {
        if is_part(c) || !is_ignored(c) {
            raw.push(c);
        } else if let Some(whole) = raw.last().and_then(|last| compose(clean(*last), c)) {
            raw.pop();
            raw.push(whole);
        }
    }
    raw
}

fn letters(mut letters: Vec<char>) -> Vec<char> {
    if let Some(len) = abbreviation(&letters) {
        letters.truncate(len);
    }
    let mut mixed = (false, false);
    for letter in &mut letters {
        *letter = clean(*letter);
        mixed = (mixed.0 || is_cyrillic(*letter), mixed.1 || !is_cyrillic(*letter));
    }
    if mixed == (true, true) {
        letters.iter_mut().for_each(|letter| *letter = look_alike(*letter).unwrap_or(*letter));
    }
    letters
}

/// The length of the abbreviation that begins a word such as «ЖРТга» or «ЖОЖдор»: two capitals or more, then a suffix
/// in small letters.
fn abbreviation(raw: &[char]) -> Option<usize> {
    // Most words begin with a small letter.
    let capitals = match raw.first() {
        Some('а'..='я') => 0,
        _ => raw.iter().take_while(|c| c.is_uppercase()).count(),
    };
    let suffix = &raw[capitals..];
    let hung = capitals >= 2 && !suffix.is_empty() && suffix.iter().all(|c| c.is_lowercase());
    hung.then_some(capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Words::new(text).map(|word| word.letters.into_iter().collect()).collect()
    }

    #[test]
    fn finds_words() {
        assert_eq!(words("9-\u{2060}класс, окуу жайы!"), ["9", "класс", "окуу", "жайы"]);
        assert_eq!(words("C++ жана C#, +996"), ["c++", "жана", "c#", "996"]);
        assert_eq!(words("ЖРТга ЖОЖдор ЖРТ Мугалим IT"), ["жрт", "жож", "жрт", "мугалим", "it"]);
    }

    #[test]
    fn mends_letters() {
        assert_eq!(words("ѳмүр Ɵмүр ɵмүр өmүр"), ["өмүр"; 4]);
        assert_eq!(words("жаӊы Ӊ"), ["жаңы", "ң"]);
        assert_eq!(words("и\u{0306}од, Ё\u{0301}лка, е\u{0308}лка"), ["йод", "ёлка", "ёлка"]);
        assert_eq!(words("cлесарь resume"), ["слесарь", "resume"]);
    }

    #[test]
    fn says_where_words_stand() {
        let text = "«Өмүр бою»";
        let found: Vec<&str> = Words::new(text).map(|word| &text[word.start..word.end]).collect();
        assert_eq!(found, ["Өмүр", "бою"]);
    }
}
