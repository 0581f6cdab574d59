//! What was asked, as words.

use std::ops::Range;

use serde::Deserialize;

use crate::analysis::{Analyser, Term, Word, Words, fold};

/// A question to an index.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Request {
    /// As typed.
    pub q: String,
    /// Whether the last word may be unfinished.
    pub typing: bool,
    /// Only pages of this kind.
    pub kind: Option<String>,
    /// Only pages of this publication.
    pub publication: Option<String>,
    /// Pages to leave out at the top of the list, and the most to give.
    pub from: usize,
    pub limit: usize,
}

impl Default for Request {
    fn default() -> Request {
        Request { q: String::new(), typing: false, kind: None, publication: None, from: 0, limit: 10 }
    }
}

/// More words than this are not looked for: a question is answered in the time of a question, whatever is pasted.
const MOST_WORDS: usize = 24;

/// A word that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// As typed, for the correction that is offered.
    pub place: Range<usize>,
    /// Folded letters of the whole word.
    pub folded: String,
    pub own: Term,
    /// Stems of the word read as one of each other language: as it is, and without the endings of this language, for
    /// people put Kyrgyz endings on Russian words.
    pub other: Vec<String>,
    /// Whether it may be the beginning of a word.
    pub open: bool,
}

/// A question, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub words: Vec<Asked>,
    /// Words that must stand together, in quotes.
    pub phrases: Vec<Range<usize>>,
}

/// Reads what was typed.
pub fn read(request: &Request, own: &Analyser, others: &[Analyser]) -> Query {
    let text = &request.q;
    let mut query = Query::default();
    let quoted = quoted(text);
    let mut phrases = vec![None::<Range<usize>>; quoted.len()];
    for word in Words::new(text).take(MOST_WORDS) {
        let at = query.words.len();
        if let Some(inside) = quoted.iter().position(|range| range.contains(&word.start)) {
            let phrase = phrases[inside].get_or_insert(at..at);
            phrase.end = at + 1;
        }
        query.words.push(asked(&word, own, others));
    }
    query.phrases = phrases.into_iter().flatten().filter(|phrase| phrase.len() > 1).collect();
    if request.typing
        && let Some(last) = query.words.last_mut()
    {
        let closed = |c: char| !c.is_whitespace() && !c.is_alphanumeric();
        last.open = last.place.end == text.trim_end_matches(closed).len();
    }
    query
}

fn asked(word: &Word, own: &Analyser, others: &[Analyser]) -> Asked {
    let term = own.term(word);
    Asked {
        place: word.start..word.end,
        folded: word.letters.iter().map(|c| fold(*c)).collect(),
        other: other_stems(word, &term, others),
        own: term,
        open: false,
    }
}

fn other_stems(word: &Word, own: &Term, others: &[Analyser]) -> Vec<String> {
    let bare = Word { letters: own.stem.chars().collect(), ..*word };
    let mut stems = Vec::new();
    for stem in others.iter().flat_map(|other| [other.term(word).stem, other.term(&bare).stem]) {
        if !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    stems
}

/// The bytes between quotes of any style; a quote that is never closed opens nothing.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        if matches!(c, '"' | '«' | '»' | '“' | '”' | '„' | '‟') {
            match open.take() {
                Some(start) => ranges.push(start..at),
                None => open = Some(at + c.len_utf8()),
            }
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Language;

    fn ask(q: &str, typing: bool) -> Query {
        let request = Request { q: q.into(), typing, ..Request::default() };
        read(&request, &Analyser::new(Language::Kyrgyz), &[Analyser::new(Language::Russian)])
    }

    #[test]
    fn quotes_make_phrases() {
        assert_eq!(ask("«окуу жай» “иш издөө” бир", false).phrases, [0..2, 2..4]);
        assert!(ask("\"окуу жай", false).phrases.is_empty());
        assert!(ask("\"окуу\" \"\" \"", false).phrases.is_empty());
    }

    #[test]
    fn the_last_word_is_open_while_typing() {
        assert!(ask("окуу жа", true).words[1].open);
        assert!(!ask("окуу жа", false).words[1].open);
        assert!(!ask("окуу жа ", true).words[1].open);
        assert!(!ask("окуу жай", true).words[0].open);
        assert!(ask("«окуу жа", true).words[1].open);
    }

    #[test]
    fn words_are_limited() {
        assert_eq!(ask(&"а ".repeat(10_000), true).words.len(), MOST_WORDS);
        assert!(ask("!!! … \u{202e}", true).words.is_empty());
    }
}
