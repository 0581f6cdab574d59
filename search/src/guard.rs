//! What tantivy reads when it opens an index, looked through first: it trusts its files and ends the program where they
//! contradict themselves.
//!
//! Our index has one segment with one field, so that most of it can only be one thing. Of the dictionary tantivy opens its
//! own index and no more; [`crate::dictionary`] reads the rest, and [`crate::lists`] looks through what a word has there.

use crate::boot::{FAST, IDX, META, NORMS, POS, STORE, TERM};
use crate::bytes::Damaged;
use crate::directory::Chunked;

/// What has been found sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sound {
    /// Sections.
    pub documents: u32,
    /// Where the blocks of the dictionary end in their file.
    pub dictionary: usize,
    /// Lengths of the fields of postings and of positions, which begin with their files.
    pub postings: usize,
    pub positions: usize,
}

/// The description of an index without its number of sections.
const DESCRIPTION: &str = include_str!("meta.json");
const NUMBER: &str = "\"max_doc\": ";
/// The end of a file with the one field, and of one without.
const FIELD: [u8; 11] = [0x81, 0x80, 0, 0, 0, 0, 0x80, 7, 0, 0, 0];
const NO_FIELD: [u8; 5] = [0x80, 1, 0, 0, 0];
/// The columns of an index that has none; after the first part stands the number of sections.
const COLUMNS: [&[u8]; 2] = [
    &[
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 32, 0, 0, 0, 0,
        0, 0, 0,
    ],
    &[2, 0, 0, 0, 2, 113, 119, 66],
];
/// How tantivy marks its files, and bytes of that mark beside the text before it.
const MAGIC: u32 = 1337;
const MARK: usize = 8;
/// Bytes at the end of a dictionary: where its index begins, its number of terms, its version, its kind.
const DICTIONARY: usize = 24;
const VERSION_AND_KIND: [u8; 8] = [3, 0, 0, 0, 2, 0, 0, 0];
/// The smallest automaton, and the most that a number in it may be where numbers have 32 bits.
const AUTOMATON: usize = 32;
const LARGEST: u64 = i32::MAX as u64;

/// Looks through everything that opening reads.
///
/// # Errors
/// If tantivy would not bear it.
pub fn check(files: &Chunked) -> Result<Sound, Damaged> {
    let documents = documents(&files.bytes(META, 0, files.len(META))?)?;
    body(files, STORE)?;
    let fast = files.bytes(FAST, 0, body(files, FAST)?)?;
    if fast[..] != [COLUMNS[0], &documents.to_le_bytes(), COLUMNS[1]].concat() {
        return Err(Damaged);
    }
    if field(files, NORMS)? != Some(documents as usize) {
        return Err(Damaged);
    }
    let [terms, postings, positions] = [field(files, TERM)?, field(files, IDX)?, field(files, POS)?];
    match (terms, postings, positions) {
        (None, None, None) => Ok(Sound { documents, dictionary: 0, postings: 0, positions: 0 }),
        (Some(terms), Some(postings), Some(positions)) if postings >= size_of::<u64>() => {
            Ok(Sound { documents, dictionary: dictionary(files, terms)?, postings, positions })
        }
        _ => Err(Damaged),
    }
}

/// The number of sections of which a description tells; the rest of it must be that of every index.
fn documents(text: &[u8]) -> Result<u32, Damaged> {
    let (before, after) = DESCRIPTION.split_once(NUMBER).ok_or(Damaged)?;
    let text = std::str::from_utf8(text).map_err(|_| Damaged)?;
    let rest = text.strip_prefix(before).and_then(|rest| rest.strip_prefix(NUMBER)).ok_or(Damaged)?;
    let number = rest.strip_suffix(after.trim_start_matches('0')).ok_or(Damaged)?;
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Damaged);
    }
    number.parse().map_err(|_| Damaged)
}

/// Bytes of a file before what tantivy puts at the end of each.
fn body(files: &Chunked, file: usize) -> Result<usize, Damaged> {
    let end = files.len(file).checked_sub(MARK).ok_or(Damaged)?;
    let mark = files.bytes(file, end, MARK)?;
    if number(&mark[4..])? != u64::from(MAGIC) {
        return Err(Damaged);
    }
    let text = usize::try_from(number(&mark[..4])?).map_err(|_| Damaged)?;
    end.checked_sub(text).ok_or(Damaged)
}

/// Bytes of the one field of a file; `None` if it has none.
fn field(files: &Chunked, file: usize) -> Result<Option<usize>, Damaged> {
    let body = body(files, file)?;
    if body == NO_FIELD.len() {
        return if files.bytes(file, 0, body)?[..] == NO_FIELD { Ok(None) } else { Err(Damaged) };
    }
    let field = body.checked_sub(FIELD.len()).ok_or(Damaged)?;
    if files.bytes(file, field, FIELD.len())?[..] == FIELD { Ok(Some(field)) } else { Err(Damaged) }
}

/// Where the blocks of a dictionary of so many bytes end.
fn dictionary(files: &Chunked, len: usize) -> Result<usize, Damaged> {
    let end = len.checked_sub(DICTIONARY).ok_or(Damaged)?;
    let tail = files.bytes(TERM, end, DICTIONARY)?;
    let blocks = usize::try_from(number(&tail[..8])?).map_err(|_| Damaged)?;
    if tail[16..] != VERSION_AND_KIND || number(&tail[8..16])? > LARGEST {
        return Err(Damaged);
    }
    let index = files.bytes(TERM, blocks, end.checked_sub(blocks).ok_or(Damaged)?)?;
    let (index, len) = index.split_last_chunk::<8>().ok_or(Damaged)?;
    let len = usize::try_from(number(len)?).map_err(|_| Damaged)?;
    // A single block has no index.
    if len > 0 {
        let (automaton, addresses) = index.split_at_checked(len).ok_or(Damaged)?;
        let numbers = automaton.len().checked_sub(16).filter(|_| automaton.len() >= AUTOMATON).ok_or(Damaged)?;
        if number(&automaton[numbers..numbers + 8])? > LARGEST || number(&automaton[numbers + 8..])? > LARGEST {
            return Err(Damaged);
        }
        let (len, addresses) = addresses.split_first_chunk::<8>().ok_or(Damaged)?;
        if number(len)? > addresses.len() as u64 {
            return Err(Damaged);
        }
    }
    Ok(blocks)
}

/// A number of at most eight bytes, the lowest first.
fn number(bytes: &[u8]) -> Result<u64, Damaged> {
    if bytes.len() > 8 {
        return Err(Damaged);
    }
    Ok(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}
