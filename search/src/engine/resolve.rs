//! The words of a question → the terms of the index.

use std::collections::BTreeSet;
use std::io;

use tantivy::postings::TermInfo;

use super::Engine;
use crate::dictionary;
use crate::query::{Asked, Query};
use crate::schema::{SEPARATOR, Zone, read_key};
use crate::score::{Instead, Match};
use crate::spelling::Known;

/// What the index has for a question.
#[derive(Default)]
pub struct Resolved {
    /// For each word.
    pub matches: Vec<Vec<Match>>,
    /// Synonyms.
    pub instead: Vec<Instead>,
    /// Every stem that matches: what is marked in excerpts.
    pub stems: BTreeSet<String>,
    /// Words that the index does not have, and the stems taken for them.
    pub corrections: Vec<(usize, String)>,
    /// Whether hits rest on corrections.
    pub corrected: bool,
}

/// What a match of a word's beginning counts.
const BEGINNING: f32 = 0.6;
/// What a match of a corrected word counts, by the number of letters that differ.
const CORRECTED: [f32; 3] = [1.0, 0.7, 0.5];
/// What a word counts that is found by the part before an ending that the stemmer does not know.
const SHORTENED: f32 = 0.6;
/// A stem that stands in so few sections may be a form of a more frequent one.
const RARE: u64 = 2;
/// Letters of an ending that is being typed, and of one that the stemmer does not know.
const UNFINISHED_ENDING: usize = 3;
const UNKNOWN_ENDING: usize = 5;
/// Words that begin as typed are looked at up to this number; with two letters typed up to the smaller one.
const MOST_BEGINNINGS: usize = 300;
const MOST_SHORT_BEGINNINGS: usize = 60;
/// Terms that a stem has on average, with room to spare: zones and spellings.
const TERMS_OF_STEM: usize = 4;
/// Stems that one correction may lead to.
const MOST_CORRECTIONS: usize = 3;

/// A stem of the dictionary with its terms.
struct Entry {
    stem: String,
    terms: Vec<(Zone, u64, TermInfo)>,
}

impl Engine {
    /// Looks the words up. `None` if a part of the dictionary has not arrived: the directory has noted which.
    pub(super) fn resolve(&self, query: &Query) -> io::Result<Option<Resolved>> {
        let mut resolved = Resolved::default();
        for (at, word) in query.words.iter().enumerate() {
            let matches = self.matches(at, word, &mut resolved)?;
            resolved.matches.push(matches);
        }
        self.synonyms(query, &mut resolved)?;
        if self.files.misses() {
            return Ok(None);
        }
        let found_as_typed = (0..query.words.len())
            .any(|at| !resolved.matches[at].is_empty() && !resolved.corrections.iter().any(|(word, _)| *word == at));
        resolved.corrected = !resolved.corrections.is_empty() && !found_as_typed;
        Ok(Some(resolved))
    }

    fn matches(&self, at: usize, word: &Asked, resolved: &mut Resolved) -> io::Result<Vec<Match>> {
        let mut matches = Vec::new();
        for entry in self.entries(&format!("{}{SEPARATOR}", word.own.stem), 1)? {
            add(
                &mut matches,
                &entry,
                1.0,
                Some((word.own.spelling, self.ranking.other_spelling)),
                |zone| zone != Zone::Other,
                resolved,
            );
        }
        for stem in &word.other {
            for entry in self.entries(&format!("{stem}{SEPARATOR}"), 1)? {
                add(&mut matches, &entry, 1.0, None, |zone| zone == Zone::Other, resolved);
            }
        }
        let letters: Vec<char> = word.folded.chars().collect();
        if word.open && letters.len() >= 2 {
            let most = if letters.len() == 2 { MOST_SHORT_BEGINNINGS } else { MOST_BEGINNINGS };
            for entry in self.entries(&word.folded, most)? {
                if entry.stem != word.own.stem {
                    let rest = entry.stem.chars().count().saturating_sub(letters.len());
                    let weight = BEGINNING / (1.0 + 0.1 * rest as f32);
                    add(&mut matches, &entry, weight, None, |_| true, resolved);
                }
            }
        }
        if self.files.misses() {
            // The part of the dictionary that a shortened word may need comes along, not in a round of its own.
            self.shorten(&letters, UNKNOWN_ENDING, &mut Vec::new(), &mut Resolved::default())?;
            return Ok(matches);
        }
        if matches.is_empty() && word.open {
            // An ending that is just being typed is no mistake.
            self.shorten(&letters, UNFINISHED_ENDING, &mut matches, resolved)?;
        }
        if matches.is_empty() && !self.leads_on(word) {
            self.correct(at, &letters, word, &mut matches, resolved)?;
        } else if matches.iter().map(|found| u64::from(found.info.doc_freq)).sum::<u64>() <= RARE {
            // Perhaps the pages have this form by chance, with an ending that the stemmer does not know.
            self.shorten(&letters, UNKNOWN_ENDING, &mut matches, resolved)?;
        }
        Ok(matches)
    }

    /// Whether a synonym is known for a word that no page has.
    fn leads_on(&self, word: &Asked) -> bool {
        let phrases = self.boot.synonyms.iter().flatten();
        phrases.into_iter().any(|phrase| phrase.stems.len() == 1 && is_stem(word, phrase.other, &phrase.stems[0]))
    }

    /// A word that the index does not have: what was meant?
    fn correct(
        &self,
        at: usize,
        letters: &[char],
        word: &Asked,
        matches: &mut Vec<Match>,
        resolved: &mut Resolved,
    ) -> io::Result<()> {
        if letters.len() < 3 || letters.iter().any(|c| c.is_numeric()) {
            return Ok(());
        }
        let mut near: Vec<(usize, &Known)> = Vec::new();
        for beginning in beginnings(letters) {
            for known in self.known(&beginning) {
                let distance = self.distance(word, &known.stem);
                if distance <= allowed(letters.len()) {
                    near.push((distance, known));
                }
            }
        }
        if self.files.misses() {
            return Ok(());
        }
        near.sort_by(|(a, x), (b, y)| a.cmp(b).then(y.sections.cmp(&x.sections)).then(x.stem.cmp(&y.stem)));
        let Some((distance, first)) = near.first().copied() else {
            return self.shorten(letters, UNKNOWN_ENDING, matches, resolved);
        };
        resolved.corrections.push((at, first.stem.clone()));
        for (_, known) in near.iter().filter(|(other, _)| *other == distance).take(MOST_CORRECTIONS) {
            for entry in self.entries(&format!("{}{SEPARATOR}", known.stem), 1)? {
                add(matches, &entry, CORRECTED[distance.min(2)], None, |_| true, resolved);
            }
        }
        Ok(())
    }

    /// The stems of the index that begin so, as far as the lists are here; the directory notes those that are not.
    fn known(&self, beginning: &str) -> Vec<&Known> {
        let lists = &self.boot.lists;
        let first = lists.partition_point(|list| list.as_str() <= beginning).saturating_sub(1);
        let mut found = Vec::new();
        for (at, list) in lists.iter().enumerate().skip(first) {
            if list.as_str() > beginning && !list.starts_with(beginning) {
                break;
            }
            match self.lists.get(&at) {
                Some(list) => found.extend(list.iter().filter(|known| known.stem.starts_with(beginning))),
                None => self.files.miss(self.boot.first_list() + at),
            }
        }
        found
    }

    fn distance(&self, word: &Asked, stem: &str) -> usize {
        let most = allowed(word.folded.chars().count());
        distance(&word.folded, stem, most).min(distance(&word.own.stem, stem, most))
    }

    /// An ending that the stemmer does not know, or one that is just being typed: what stands before it?
    fn shorten(
        &self,
        letters: &[char],
        most: usize,
        matches: &mut Vec<Match>,
        resolved: &mut Resolved,
    ) -> io::Result<()> {
        for keep in (4.max(letters.len().saturating_sub(most))..letters.len()).rev() {
            let stem: String = letters[..keep].iter().collect();
            let found = self.entries(&format!("{stem}{SEPARATOR}"), 1)?;
            for entry in &found {
                add(matches, entry, SHORTENED, None, |zone| zone != Zone::Other, resolved);
            }
            if !found.is_empty() {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Groups of which the question has a phrase lead to the other phrases of the group.
    fn synonyms(&self, query: &Query, resolved: &mut Resolved) -> io::Result<()> {
        for group in &self.boot.synonyms {
            for phrase in group {
                let Some(span) = self.span_of(query, phrase) else { continue };
                for instead in group.iter().filter(|instead| !instead.other && *instead != phrase) {
                    let mut words = Vec::new();
                    for stem in &instead.stems {
                        let mut matches = Vec::new();
                        for entry in self.entries(&format!("{stem}{SEPARATOR}"), 1)? {
                            add(&mut matches, &entry, 1.0, None, |zone| zone != Zone::Other, resolved);
                        }
                        words.push(matches);
                    }
                    if words.iter().all(|matches| !matches.is_empty()) {
                        resolved.instead.push(Instead { span: span.clone(), words });
                    }
                }
            }
        }
        Ok(())
    }

    /// Where a question has a phrase.
    fn span_of(&self, query: &Query, phrase: &crate::boot::Phrase) -> Option<std::ops::Range<usize>> {
        let len = phrase.stems.len();
        let same =
            |words: &[Asked]| words.iter().zip(&phrase.stems).all(|(word, stem)| is_stem(word, phrase.other, stem));
        let start = query.words.windows(len.max(1)).position(same)?;
        Some(start..start + len)
    }

    /// The stems of the dictionary whose terms begin so, with all their terms; at most `most` stems.
    ///
    /// Empty if a part of the dictionary has not arrived, which the directory has noted.
    fn entries(&self, beginning: &str, most: usize) -> io::Result<Vec<Entry>> {
        let limit = if most < usize::MAX { (most * TERMS_OF_STEM).max(64) } else { usize::MAX };
        let range = (beginning.as_bytes(), &after(beginning)[..]);
        let mut entries: Vec<Entry> = Vec::new();
        dictionary::terms(&self.files, &self.boot.blocks, self.dictionary, range, limit, |key, info| {
            let Some((stem, zone, spelling)) = read_key(key) else { return true };
            let term = (zone, spelling, info.clone());
            if let Some(entry) = entries.last_mut().filter(|entry| entry.stem == stem) {
                entry.terms.push(term);
            } else if entries.len() < most {
                entries.push(Entry { stem: stem.to_string(), terms: vec![term] });
            } else {
                return false;
            }
            true
        })?;
        Ok(entries)
    }
}

/// Whether a word has a stem, in its own language or the other one.
fn is_stem(word: &Asked, other: bool, stem: &String) -> bool {
    if other { word.other.contains(stem) } else { word.own.stem == *stem }
}

/// Beginnings of words that may have been meant: the first two letters, with the vowels that are heard for one another
/// and in the other order.
fn beginnings(letters: &[char]) -> Vec<String> {
    let heard = |c: char| match c {
        'а' => "ао",
        'о' => "оа",
        'е' => "еиэ",
        'и' => "ие",
        'э' => "эе",
        'у' => "ую",
        'ы' => "ыи",
        _ => "",
    };
    let mut beginnings = vec![String::new()];
    for c in &letters[..2] {
        let either = if heard(*c).is_empty() { c.to_string() } else { heard(*c).to_string() };
        beginnings = beginnings.iter().flat_map(|begun| either.chars().map(move |c| format!("{begun}{c}"))).collect();
    }
    let swapped = format!("{}{}", letters[1], letters[0]);
    if !beginnings.contains(&swapped) {
        beginnings.push(swapped);
    }
    beginnings
}

/// The first key after all that begin so.
fn after(beginning: &str) -> Vec<u8> {
    let mut after = beginning.as_bytes().to_vec();
    // The last byte of UTF-8 is never 255.
    if let Some(last) = after.last_mut() {
        *last += 1;
    }
    after
}

fn add(
    matches: &mut Vec<Match>,
    entry: &Entry,
    weight: f32,
    spelling: Option<(u64, f32)>,
    wanted: impl Fn(Zone) -> bool,
    resolved: &mut Resolved,
) {
    for (zone, spelled, info) in entry.terms.iter().filter(|(zone, _, _)| wanted(*zone)) {
        let weight = match spelling {
            Some((spelling, otherwise)) if spelling != *spelled => weight * otherwise,
            _ => weight,
        };
        matches.push(Match { info: info.clone(), zone: *zone, weight });
        if *zone != Zone::Other {
            resolved.stems.insert(entry.stem.clone());
        }
    }
}

/// How many letters may differ in a word of this length.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// Letters to insert, drop, replace or swap with their neighbour (optimal string alignment); more than `most` counts
/// as `most + 1`.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()].min(most + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_letters_that_differ() {
        assert_eq!(distance("бугалтр", "бухгалтер", 2), 2);
        assert_eq!(distance("резюме", "резюме", 2), 0);
        assert_eq!(distance("рзеюме", "резюме", 2), 1);
        assert_eq!(distance("а", "аааааа", 2), 3);
    }

    proptest! {
        #[test]
        fn distance_is_the_same_both_ways(a in "[абв]{0,6}", b in "[абв]{0,6}") {
            prop_assert_eq!(distance(&a, &b, 9), distance(&b, &a, 9));
            prop_assert_eq!(distance(&a, &b, 9) == 0, a == b);
        }
    }
}
