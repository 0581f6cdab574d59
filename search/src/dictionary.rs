//! The dictionary: which terms the index has, and where their postings are.
//!
//! tantivy writes it, in blocks of front-coded terms. Which block begins where the boot file says, so tantivy's own index of
//! them, an automaton, is not looked into; and a block is read here, for tantivy trusts it.

use std::io;

use tantivy::postings::TermInfo;

use crate::boot::{Block, TERM};
use crate::bytes::{Damaged, Reader};
use crate::directory::Chunked;

/// Marks a term whose two lengths do not fit into one byte.
const LONG: u8 = 1;

/// Gives the terms that are at least `from` and less than `to`, in their order, until `take` has enough.
///
/// Blocks are looked into until they hold `limit` terms more than the first. Nothing is given if a block has not arrived: the
/// directory has noted each that is missing.
///
/// # Errors
/// If a block is none.
pub fn terms(
    files: &Chunked,
    blocks: &[Block],
    end: usize,
    (from, to): (&[u8], &[u8]),
    limit: usize,
    mut take: impl FnMut(&[u8], &TermInfo) -> bool,
) -> io::Result<()> {
    let first = blocks.partition_point(|block| block.from.as_slice() <= from).saturating_sub(1);
    let mut read = Vec::new();
    let mut missing = false;
    let mut more = 0usize;
    for (at, block) in blocks.iter().enumerate().skip(first) {
        if at > first && (block.from.as_slice() >= to || more > limit) {
            break;
        }
        more = if at == first { 0 } else { more.saturating_add(block.terms) };
        let next = blocks.get(at + 1).map_or(end, |next| next.start);
        match files.read(TERM, block.start, next.checked_sub(block.start).ok_or(Damaged)?) {
            Ok(bytes) => read.push(bytes),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => missing = true,
            Err(error) => return Err(error),
        }
    }
    if missing {
        return Ok(());
    }
    let mut wanted = true;
    for block in read {
        each(&block, |key, info| {
            wanted = key < to && (key < from || take(key, info));
            wanted
        })?;
        if !wanted {
            break;
        }
    }
    Ok(())
}

/// Gives the terms of a block as long as they are wanted.
fn each(block: &[u8], mut wanted: impl FnMut(&[u8], &TermInfo) -> bool) -> Result<(), Damaged> {
    let (len, rest) = block.split_first_chunk::<4>().ok_or(Damaged)?;
    let len = usize::try_from(u32::from_le_bytes(*len)).map_err(|_| Damaged)?;
    let (packed, body) = rest.get(..len).and_then(<[u8]>::split_first).ok_or(Damaged)?;
    if *packed != 0 {
        return Err(Damaged);
    }
    let mut reader = Reader(body);
    let infos = infos(&mut reader)?;
    let mut key = Vec::new();
    for info in infos {
        let lengths = reader.take(1)?[0];
        let (keep, add) = match lengths {
            LONG => (reader.number()?, reader.number()?),
            _ => (usize::from(lengths & 15), usize::from(lengths >> 4)),
        };
        if keep > key.len() {
            return Err(Damaged);
        }
        key.truncate(keep);
        key.extend_from_slice(reader.take(add)?);
        if !wanted(&key, &info) {
            break;
        }
    }
    Ok(())
}

/// Where the postings of a block's terms are.
fn infos(reader: &mut Reader) -> Result<Vec<TermInfo>, Damaged> {
    let count = reader.ended_number()?;
    if count > reader.0.len() {
        return Err(Damaged);
    }
    let mut infos = Vec::with_capacity(count);
    if count == 0 {
        return Ok(infos);
    }
    let (mut postings, mut positions) = (reader.ended_number()?, reader.ended_number()?);
    for _ in 0..count {
        let doc_freq = u32::try_from(reader.ended_number()?).map_err(|_| Damaged)?;
        let postings_end = postings.checked_add(reader.ended_number()?).ok_or(Damaged)?;
        let positions_end = positions.checked_add(reader.ended_number()?).ok_or(Damaged)?;
        infos.push(TermInfo {
            doc_freq,
            postings_range: postings..postings_end,
            positions_range: positions..positions_end,
        });
        (postings, positions) = (postings_end, positions_end);
    }
    Ok(infos)
}
