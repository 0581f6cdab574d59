//! The tokenizer with which tantivy reads a section: zones, analysis, positions.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis::{Language, Memory, Words};
use crate::schema::{Zone, write_key};

/// Begins a zone; the next character says which, and of titles in another language one more which.
const BEGIN: char = '\u{2}';
/// The sign of the first other language; the next ones have those that follow.
const FIRST: u8 = b'a';
/// Between the texts of a zone, that no phrase reaches across.
const GAP: char = '\u{3}';
/// Positions that a gap takes.
const GAP_WIDTH: usize = 8;

/// Adds texts of a zone to what the tokenizer will read.
pub fn write<'t>(zone: Zone, texts: impl IntoIterator<Item = &'t str>, out: &mut String) {
    write_all(&[BEGIN, zone.code()], texts, out);
}

/// Adds titles in another language, by its number.
pub fn write_other<'t>(other: usize, texts: impl IntoIterator<Item = &'t str>, out: &mut String) {
    write_all(&[BEGIN, Zone::Other.code(), char::from(FIRST.saturating_add(other as u8))], texts, out);
}

fn write_all<'t>(begin: &[char], texts: impl IntoIterator<Item = &'t str>, out: &mut String) {
    for (at, text) in texts.into_iter().enumerate() {
        if at == 0 {
            out.extend(begin);
        } else {
            out.push(GAP);
        }
        // The two marks are this module's own.
        out.extend(text.chars().map(|c| if matches!(c, BEGIN | GAP) { ' ' } else { c }));
    }
}

/// Splits what [`write`] wrote into words and analyses them.
pub struct Zones {
    languages: (Language, Vec<Language>),
    own: Memory,
    others: Vec<Memory>,
}

impl Zones {
    pub fn new(own: Language, others: &[Language]) -> Zones {
        let memories = others.iter().map(|other| Memory::new(*other)).collect();
        Zones { languages: (own, others.to_vec()), own: Memory::new(own), others: memories }
    }
}

impl Clone for Zones {
    fn clone(&self) -> Zones {
        // What is remembered is only there for speed.
        Zones::new(self.languages.0, &self.languages.1)
    }
}

impl Tokenizer for Zones {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        Stream { zones: self, rest: text, words: None, zone: Zone::Body, other: 0, token: Token::default(), next: 0 }
    }
}

pub struct Stream<'a> {
    zones: &'a mut Zones,
    /// What comes after the part that is being read.
    rest: &'a str,
    words: Option<Words<'a>>,
    zone: Zone,
    /// Which other language its words are of, in a zone of such.
    other: usize,
    token: Token,
    next: usize,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some(word) = self.words.as_mut().and_then(Iterator::next) {
                let other = if self.zone == Zone::Other { self.zones.others.get_mut(self.other) } else { None };
                let memory = other.unwrap_or(&mut self.zones.own);
                write_key(memory.term(&word), self.zone, &mut self.token.text);
                self.token.position = self.next;
                self.token.position_length = 1;
                self.next += 1;
                return true;
            }
            let mut marks = self.rest.chars();
            match marks.next() {
                None => return false,
                Some(BEGIN) => {
                    self.zone = marks.next().and_then(Zone::of).unwrap_or(Zone::Body);
                    if self.zone == Zone::Other {
                        self.other = marks.next().map_or(0, |sign| (sign as usize).saturating_sub(usize::from(FIRST)));
                    }
                    self.next = 0;
                }
                _ => self.next += GAP_WIDTH,
            }
            let part = marks.as_str();
            let end = part.find([BEGIN, GAP]).unwrap_or(part.len());
            self.words = Some(Words::new(&part[..end]));
            self.rest = &part[end..];
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
