//! Texts with the sought words marked, and the part of a section worth showing.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use crate::analysis::{Memory, Word, Words, fold};

/// A text in pieces; those at odd places are marked.
pub type Marked = Vec<String>;

/// Characters that an excerpt should have, and the most it may have.
const WANTED: usize = 180;
const MOST: usize = 240;

/// The stems that are sought.
pub struct Sought<'a> {
    memory: &'a Mutex<Memory>,
    stems: &'a BTreeSet<String>,
    /// Their first letters, by which most words of a text are told at once to be others: a stem begins as its word does.
    initials: BTreeSet<char>,
}

impl<'a> Sought<'a> {
    /// Looks for `stems`, with the words that are known already.
    pub fn new(memory: &'a Mutex<Memory>, stems: &'a BTreeSet<String>) -> Sought<'a> {
        Sought { memory, stems, initials: stems.iter().filter_map(|stem| stem.chars().next()).collect() }
    }

    /// Where the words stand in a text, in bytes, with their stems.
    fn found(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let likely = |word: &Word| word.letters.first().is_some_and(|c| self.initials.contains(&fold(*c)));
        let stem = |word: Word| {
            let stem = &memory.term(&word).stem;
            self.stems.contains(stem).then(|| (word.start..word.end, stem.clone()))
        };
        Words::new(text).filter(likely).filter_map(stem).collect()
    }

    /// Where the words stand in a text, in bytes.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        self.found(text).into_iter().map(|(place, _)| place).collect()
    }

    /// A whole text with the words marked.
    pub fn mark(&self, text: &str) -> Marked {
        pieces(text, 0..text.len(), &self.places(text))
    }

    /// The part of a text that says most about the words: the one with the most different ones, close together.
    pub fn excerpt(&self, text: &str) -> Marked {
        let found = self.found(text);
        let window = best_window(text, &found);
        let places: Vec<Range<usize>> = found.into_iter().map(|(place, _)| place).collect();
        let mut marked = pieces(text, window.clone(), &places);
        if window.start > 0 {
            marked[0].insert_str(0, "… ");
        }
        if window.end < text.len() {
            if marked.len().is_multiple_of(2) {
                marked.push(String::new());
            }
            if let Some(last) = marked.last_mut() {
                last.push_str(" …");
            }
        }
        marked
    }
}

/// Byte range of the excerpt.
fn best_window(text: &str, found: &[(Range<usize>, String)]) -> Range<usize> {
    let mut best = (0, 0, 0);
    for (at, (place, _)) in found.iter().enumerate() {
        let mut stems = BTreeSet::new();
        let near = found[at..].iter().take_while(|(other, _)| text[place.start..other.end].chars().count() <= WANTED);
        let mut count = 0;
        for (_, stem) in near {
            stems.insert(stem);
            count += 1;
        }
        if (stems.len(), count) > (best.0, best.1) {
            best = (stems.len(), count, place.start);
        }
    }
    let start = window_start(text, best.2);
    let mut end = text.len();
    let mut last_space = None;
    for (count, (at, c)) in text[start..].char_indices().enumerate() {
        if c.is_whitespace() && count > 0 {
            last_space = Some(start + at);
        }
        if count >= WANTED && matches!(c, '.' | '!' | '?') && count < MOST {
            end = start + at + c.len_utf8();
            break;
        }
        if count >= MOST {
            end = last_space.unwrap_or(start + at);
            break;
        }
    }
    start..end
}

/// Where to begin so that a place is shown: at its sentence, or a few words before it.
fn window_start(text: &str, place: usize) -> usize {
    let before: Vec<(usize, char)> = text[..place].char_indices().rev().take(WANTED / 2).collect();
    if before.len() < WANTED / 2 && before.last().is_none_or(|(at, _)| *at == 0) {
        return 0;
    }
    let mut seen_space = None;
    for (at, c) in &before {
        if c.is_whitespace() {
            let ends = text[..*at].ends_with(['.', '!', '?', '…', '\n', ';', ':', '·']);
            if ends {
                return at + c.len_utf8();
            }
            let far = text[*at..place].chars().count() > WANTED / 3;
            if seen_space.is_none() && far {
                seen_space = Some(at + c.len_utf8());
            }
        }
    }
    seen_space.unwrap_or(place)
}

/// Cuts a range of a text into plain and marked pieces.
fn pieces(text: &str, range: Range<usize>, places: &[Range<usize>]) -> Marked {
    let mut pieces = Vec::new();
    let mut done = range.start;
    for place in places.iter().filter(|place| place.start >= range.start && place.end <= range.end) {
        let between = &text[done..place.start];
        // Neighbours that are both sought are one mark.
        let joined = !pieces.is_empty() && between.len() == 1 && between == " ";
        match pieces.last_mut() {
            Some(last) if joined => {
                let last: &mut String = last;
                last.push(' ');
                last.push_str(&text[place.clone()]);
            }
            _ => {
                pieces.push(between.to_string());
                pieces.push(text[place.clone()].to_string());
            }
        }
        done = place.end;
    }
    if done < range.end || pieces.is_empty() {
        pieces.push(text[done..range.end].to_string());
    }
    pieces
}
