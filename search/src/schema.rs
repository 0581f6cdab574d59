//! What the index holds, and how a term is written in it.
//!
//! A document is a section of a page: its heading and the text up to the next one. There is one field. A term is
//! `stem, U+0001, zone, spelling`: everything that a query for a stem needs lies side by side, in the dictionary and
//! in the postings, and arrives with one file.

use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

use crate::analysis::Term;

/// Name of the field, and of its tokenizer.
pub const FIELD: &str = "text";

/// Between a stem and the rest of a term; no word has it.
pub const SEPARATOR: char = '\u{1}';

/// Where on a page a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Zone {
    /// The text of a section.
    Body,
    /// The heading of a section.
    Heading,
    /// An alternative title or search word of the page; its first section has them all.
    Keyword,
    /// The page's title in the site's other languages, analysed as their words; in its first section.
    Other,
    /// The page's title; in its first section.
    Title,
}

impl Zone {
    pub const ALL: [Zone; 5] = [Zone::Body, Zone::Heading, Zone::Keyword, Zone::Other, Zone::Title];

    /// The character that stands for it in a term.
    pub fn code(self) -> char {
        match self {
            Zone::Body => 'b',
            Zone::Heading => 'h',
            Zone::Keyword => 'k',
            Zone::Other => 'o',
            Zone::Title => 't',
        }
    }

    /// The zone that a character stands for.
    pub fn of(code: char) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| zone.code() == code)
    }
}

/// The schema of every index.
pub fn schema() -> (Schema, Field) {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(FIELD)
        .set_fieldnorms(true)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let mut builder = Schema::builder();
    let field = builder.add_text_field(FIELD, TextOptions::default().set_indexing_options(indexing));
    (builder.build(), field)
}

/// Writes a term as the index holds it.
pub fn write_key(term: &Term, zone: Zone, key: &mut String) {
    key.clear();
    key.push_str(&term.stem);
    key.push(SEPARATOR);
    key.push(zone.code());
    let mut bits = term.spelling;
    while bits != 0 {
        // Six bits a character, in printable ASCII.
        key.push(char::from(b'0' + (bits & 63) as u8));
        bits >>= 6;
    }
}

/// Reads what [`write_key`] wrote.
pub fn read_key(key: &[u8]) -> Option<(&str, Zone, u64)> {
    let (stem, rest) = std::str::from_utf8(key).ok()?.split_once(SEPARATOR)?;
    let mut rest = rest.chars();
    let zone = Zone::of(rest.next()?)?;
    let mut spelling = 0u64;
    for (at, c) in rest.enumerate() {
        let six = u64::from(u32::from(c).checked_sub(u32::from(b'0'))?);
        spelling |= six.checked_shl(6 * at as u32)?;
    }
    Some((stem, zone, spelling))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back() {
        for (stem, spelling) in [("омур", 3), ("ун", 0), ("узунузунузунузун", u64::MAX >> 1)] {
            let term = Term { stem: stem.into(), spelling };
            let mut key = String::new();
            write_key(&term, Zone::Heading, &mut key);
            assert_eq!(read_key(key.as_bytes()), Some((stem, Zone::Heading, spelling)));
        }
    }
}
