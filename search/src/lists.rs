//! Postings and positions, looked through before tantivy reads them: it trusts them.

use std::io;
use std::sync::Arc;

use tantivy::postings::{Postings, SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption::{WithFreqs, WithFreqsAndPositions};
use tantivy::{DocSet, InvertedIndexReader, TERMINATED};

use crate::boot::{IDX, POS};
use crate::bytes::{Damaged, Reader};
use crate::directory::Chunked;
use crate::guard::Sound;

/// Documents or positions in a block.
const BLOCK: usize = 128;
/// Bytes that tell of a block of documents: the last one, widths of the differences and of the frequencies, the sum of these,
/// and two that only other engines look at.
const ABOUT: usize = 12;
/// The number of all words stands before the postings.
const BEFORE: usize = 8;
/// A document has fewer words than this, and a difference of two places fewer bits.
const MOST_WORDS: u64 = 1 << 24;
const MOST_BITS: u8 = 24;

/// The lists of an index.
pub struct Lists {
    index: Arc<InvertedIndexReader>,
    files: Chunked,
    sound: Sound,
}

impl Lists {
    /// The lists of an index that has been looked through.
    pub fn new(index: Arc<InvertedIndexReader>, files: Chunked, sound: Sound) -> Lists {
        Lists { index, files, sound }
    }

    /// Words of all sections.
    pub fn words(&self) -> u64 {
        self.index.total_num_tokens()
    }

    /// The documents that have a term, with how often. A document may still be one that there is none of.
    ///
    /// # Errors
    /// `WouldBlock` if a part has not arrived; the directory has noted it. Otherwise if the list is none.
    pub fn postings(&self, info: &TermInfo) -> io::Result<SegmentPostings> {
        self.check_postings(info)?;
        self.index.read_postings_from_terminfo(info, WithFreqs)
    }

    /// The same, with the places.
    ///
    /// # Errors
    /// As above.
    pub fn with_positions(&self, info: &TermInfo) -> io::Result<SegmentPostings> {
        // Both are tried before giving up, so that everything missing is noted at once.
        let positions = self.read(POS, 0, self.sound.positions, &info.positions_range);
        let sums = self.check_postings(info)?;
        let words = count_words(self.index.read_postings_from_terminfo(info, WithFreqs)?, &sums)?;
        check_positions(&positions?, words)?;
        self.index.read_postings_from_terminfo(info, WithFreqsAndPositions)
    }

    fn read(&self, file: usize, first: usize, end: usize, range: &std::ops::Range<usize>) -> io::Result<Vec<u8>> {
        let start = first.checked_add(range.start).ok_or(Damaged)?;
        let len = range.end.checked_sub(range.start).ok_or(Damaged)?;
        if start.checked_add(len).is_none_or(|own| own > end) {
            return Err(Damaged.into());
        }
        Ok(self.files.read(file, start, len)?.to_vec())
    }

    /// Gives the sum of the frequencies in each whole block.
    fn check_postings(&self, info: &TermInfo) -> io::Result<Vec<u64>> {
        if info.doc_freq == 0 || info.doc_freq > self.sound.documents {
            return Err(Damaged.into());
        }
        let bytes = self.read(IDX, BEFORE, self.sound.postings, &info.postings_range)?;
        Ok(check_postings(&bytes, info.doc_freq as usize)?)
    }
}

fn check_postings(bytes: &[u8], documents: usize) -> Result<Vec<u64>, Damaged> {
    let mut reader = Reader(bytes);
    let mut sums = Vec::new();
    let blocks = documents / BLOCK;
    if blocks > 0 {
        let about = reader.ended_number()?;
        let about = reader.take(about)?;
        if about.len() != blocks * ABOUT {
            return Err(Damaged);
        }
        for block in about.chunks_exact(ABOUT) {
            let [difference, frequency] = [block[4] & 31, block[5]];
            if frequency > 32 {
                return Err(Damaged);
            }
            sums.push(u64::from(u32::from_le_bytes([block[6], block[7], block[8], block[9]])));
            reader.take((usize::from(difference) + usize::from(frequency)) * BLOCK / 8)?;
        }
    }
    let mut last = 0u64;
    for at in 0..documents % BLOCK * 2 {
        let number = u64::from(small(&mut reader)?);
        last = if at < documents % BLOCK { last + number } else { number };
        if last >= u64::from(TERMINATED) {
            return Err(Damaged);
        }
    }
    Ok(sums)
}

/// How many words the documents have, which must be as many in each block as was told of it.
fn count_words(mut postings: SegmentPostings, sums: &[u64]) -> Result<usize, Damaged> {
    let mut all = 0u64;
    let mut of_block = 0u64;
    let mut count = 0usize;
    while postings.doc() != TERMINATED {
        let words = u64::from(postings.term_freq());
        if words > MOST_WORDS {
            return Err(Damaged);
        }
        (all, of_block, count) = (all + words, of_block + words, count + 1);
        if count.is_multiple_of(BLOCK) {
            if sums.get(count / BLOCK - 1) != Some(&of_block) {
                return Err(Damaged);
            }
            of_block = 0;
        }
        postings.advance();
    }
    // A list that seems to end early is none.
    if count / BLOCK < sums.len() {
        return Err(Damaged);
    }
    usize::try_from(all).map_err(|_| Damaged)
}

fn check_positions(bytes: &[u8], words: usize) -> Result<(), Damaged> {
    let mut reader = Reader(bytes);
    let blocks = reader.ended_number()?;
    if blocks != words / BLOCK {
        return Err(Damaged);
    }
    let bits = reader.take(blocks)?;
    if bits.iter().any(|bits| *bits > MOST_BITS) {
        return Err(Damaged);
    }
    let bits: usize = bits.iter().map(|bits| usize::from(*bits)).sum();
    reader.take(bits * BLOCK / 8)?;
    for _ in 0..words % BLOCK {
        small(&mut reader)?;
    }
    // Without a whole number at the end another one would be begun.
    if reader.0.is_empty() { Ok(()) } else { Err(Damaged) }
}

/// A number of 32 bits.
fn small(reader: &mut Reader) -> Result<u32, Damaged> {
    u32::try_from(reader.ended_number()?).map_err(|_| Damaged)
}
