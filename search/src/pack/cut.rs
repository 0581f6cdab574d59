//! Cuts tantivy's files into the boot file's part and chunks.

use std::ops::{Bound, Range as ByteRange};

use tantivy::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;

use crate::boot::{Block, Boot, Chunk, FILES, IDX, POS, Range, TERM};
use crate::directory::Chunked;
use crate::engine::open_index;
use crate::schema::read_key;
use crate::spelling::Known;

/// An index whose dictionary and lists are not larger is not cut at all.
const WHOLE: usize = 96 * 1024;
/// Bytes from which a chunk is full.
const FULL: usize = 16 * 1024;
/// Lists of postings with positions from here on have a chunk of their own.
const LONG: usize = 6 * 1024;
/// Positions from here on are parted from their postings.
const LONG_POSITIONS: usize = 24 * 1024;

/// Fills in the boot file's lengths, resident parts and chunks; gives the chunks' bytes.
///
/// # Errors
/// If tantivy cannot read what it has written.
pub fn cut(files: &[Vec<u8>], boot: &mut Boot) -> tantivy::Result<Vec<Vec<u8>>> {
    boot.lengths = files.iter().map(Vec::len).collect();
    let everything: Vec<Range> =
        files.iter().enumerate().map(|(file, bytes)| Range { file, start: 0, len: bytes.len() }).collect();
    // All of it resident at first, to see what is read and when.
    let resident = everything.iter().zip(files).map(|(range, bytes)| (*range, bytes.clone())).collect();
    let mut open = Boot { lengths: boot.lengths.clone(), resident, ..Boot::default() };
    let directory = chunked(&mut open)?;
    directory.watch_reads();
    let index = open_index(directory.clone())?.index;
    let opened = merged(directory.reads());
    let runs = runs(&index, &directory, &mut boot.blocks)?;
    if files[TERM].len() + files[IDX].len() + files[POS].len() <= WHOLE {
        boot.resident = keep(everything, files);
        return Ok(Vec::new());
    }
    // In the order of the files, so that a range is told from the one before it in few bytes.
    let mut chunks: Vec<Vec<Range>> = runs.ranges().map(|ranges| without(&merged(ranges), &opened)).collect();
    chunks.retain(|ranges| !ranges.is_empty());
    let rest = without(&everything, &merged(opened.iter().copied().chain(chunks.iter().flatten().copied()).collect()));
    boot.resident = keep(merged([opened, rest].concat()), files);
    let mut written = Vec::with_capacity(chunks.len());
    for ranges in chunks {
        let bytes: Vec<u8> =
            ranges.iter().flat_map(|range| &files[range.file][range.start..range.start + range.len]).copied().collect();
        boot.chunks.push(Chunk { ranges, sum: crc32fast::hash(&bytes) });
        written.push(bytes);
    }
    Ok(written)
}

/// Goes through the dictionary and looks at what tantivy reads of each term; enters the dictionary's blocks.
fn runs(index: &InvertedIndexReader, directory: &Chunked, blocks: &mut Vec<Block>) -> tantivy::Result<Runs> {
    let terms = index.terms();
    let (mut runs, mut bases, mut last) = (Runs::default(), None, Vec::new());
    let mut stream = terms.stream()?;
    while let Some((key, info)) = stream.next() {
        // Which block has the key, and where a list begins in its file, is tantivy's affair.
        directory.watch_reads();
        terms.file_slice_for_range((Bound::Included(key), Bound::Included(key)), None).read_bytes()?;
        let Some(block) = directory.reads().pop() else { continue };
        enter(block, &last, key, blocks);
        last.clear();
        last.extend_from_slice(key);
        let bases = match bases {
            Some(bases) => bases,
            None => {
                directory.watch_reads();
                index.read_postings_from_terminfo(info, IndexRecordOption::WithFreqsAndPositions)?;
                *bases.insert(Bases::of(&directory.reads(), info))
            }
        };
        let postings = shifted(&info.postings_range, bases.idx, IDX);
        let positions = shifted(&info.positions_range, bases.pos, POS);
        runs.add(block, postings, positions);
    }
    Ok(runs)
}

/// Enters a term, which comes after `last`, into the table of blocks.
fn enter(block: Range, last: &[u8], key: &[u8], blocks: &mut Vec<Block>) {
    if blocks.last().is_none_or(|entered| entered.start != block.start) {
        // The shortest that parts the two.
        let common = last.iter().zip(key).take_while(|(a, b)| a == b).count();
        let from = key[..key.len().min(common + 1)].to_vec();
        blocks.push(Block { from, start: block.start, terms: 0 });
    }
    if let Some(entered) = blocks.last_mut() {
        entered.terms += 1;
    }
}

/// What tantivy wrote, as a directory.
fn chunked(boot: &mut Boot) -> tantivy::Result<Chunked> {
    Chunked::new(boot).map_err(|damaged| std::io::Error::from(damaged).into())
}

/// A run of the dictionary and the lists of its terms.
#[derive(Default)]
struct Group {
    block: Option<Range>,
    blocks: Vec<Range>,
    lists: Vec<Range>,
}

impl Group {
    fn size(&self) -> usize {
        self.blocks.iter().chain(&self.lists).map(|range| range.len).sum()
    }

    fn add_block(&mut self, block: Range) {
        if self.block != Some(block) {
            self.block = Some(block);
            self.blocks.push(block);
        }
    }
}

/// What becomes a chunk each.
#[derive(Default)]
struct Runs {
    /// Runs that are full.
    full: Vec<Group>,
    open: Group,
    /// Lists that are too long to be loaded with others.
    own: Vec<Vec<Range>>,
}

impl Runs {
    /// Adds a term's block of the dictionary and its lists.
    fn add(&mut self, block: Range, postings: Range, positions: Range) {
        if self.open.block != Some(block) && self.open.size() >= FULL {
            self.full.push(std::mem::take(&mut self.open));
        }
        self.open.add_block(block);
        if postings.len + positions.len <= LONG {
            self.open.lists.extend([postings, positions]);
        } else if positions.len <= LONG_POSITIONS {
            self.own.push(vec![postings, positions]);
        } else {
            self.own.extend([vec![postings], vec![positions]]);
        }
    }

    fn ranges(self) -> impl Iterator<Item = Vec<Range>> {
        let groups = self.full.into_iter().chain([self.open]);
        groups.map(|group| [group.blocks, group.lists].concat()).chain(self.own)
    }
}

/// Where postings and positions begin in their files.
#[derive(Debug, Clone, Copy)]
struct Bases {
    idx: usize,
    pos: usize,
}

impl Bases {
    /// From what was read to get at the lists of a term.
    fn of(reads: &[Range], info: &TermInfo) -> Bases {
        let base = |file: usize, range: &ByteRange<usize>| {
            let starts = reads.iter().filter(|read| read.file == file).map(|read| read.start);
            starts.min().map_or(0, |start| start.saturating_sub(range.start))
        };
        Bases { idx: base(IDX, &info.postings_range), pos: base(POS, &info.positions_range) }
    }
}

fn shifted(range: &ByteRange<usize>, base: usize, file: usize) -> Range {
    Range { file, start: base + range.start, len: range.len() }
}

fn keep(ranges: Vec<Range>, files: &[Vec<u8>]) -> Vec<(Range, Vec<u8>)> {
    let bytes = |range: Range| (range, files[range.file][range.start..range.start + range.len].to_vec());
    ranges.into_iter().filter(|range| range.len > 0).map(bytes).collect()
}

/// The same bytes in as few ranges as possible, sorted.
fn merged(mut ranges: Vec<Range>) -> Vec<Range> {
    ranges.retain(|range| range.len > 0 && range.file < FILES.len());
    ranges.sort_unstable();
    let mut merged: Vec<Range> = Vec::new();
    for range in ranges {
        match merged.last_mut().filter(|last| last.file == range.file && last.start + last.len >= range.start) {
            Some(last) => last.len = last.len.max(range.start + range.len - last.start),
            None => merged.push(range),
        }
    }
    merged
}

/// What of `ranges` is not in `taken`; both sorted and without overlaps.
fn without(ranges: &[Range], taken: &[Range]) -> Vec<Range> {
    let mut left = Vec::new();
    for range in ranges {
        let mut start = range.start;
        let end = range.start + range.len;
        let first = taken.partition_point(|hole| (hole.file, hole.start + hole.len) <= (range.file, range.start));
        for hole in taken[first..].iter().take_while(|hole| hole.file == range.file && hole.start < end) {
            if hole.start > start {
                left.push(Range { file: range.file, start, len: hole.start - start });
            }
            start = start.max(hole.start + hole.len);
        }
        if start < end {
            left.push(Range { file: range.file, start, len: end - start });
        }
    }
    left
}

/// Every stem of the index that is long enough to be mistyped, with the number of sections that have it.
///
/// # Errors
/// If tantivy cannot read what it has written.
pub fn stems(files: &[Vec<u8>]) -> tantivy::Result<Vec<Known>> {
    let whole = |(file, bytes): (usize, &Vec<u8>)| (Range { file, start: 0, len: bytes.len() }, bytes.clone());
    let mut boot = Boot {
        lengths: files.iter().map(Vec::len).collect(),
        resident: files.iter().enumerate().map(whole).collect(),
        ..Boot::default()
    };
    let index = open_index(chunked(&mut boot)?)?.index;
    let mut stems: Vec<Known> = Vec::new();
    let mut stream = index.terms().stream()?;
    while let Some((key, info)) = stream.next() {
        let Some((stem, _, _)) = read_key(key) else { continue };
        let sections = info.doc_freq as usize;
        match stems.last_mut().filter(|known| known.stem == stem) {
            Some(known) => known.sections += sections,
            None if stem.chars().count() > 2 && !stem.contains(char::is_numeric) => {
                stems.push(Known { stem: stem.to_string(), sections });
            }
            None => {}
        }
    }
    Ok(stems)
}
