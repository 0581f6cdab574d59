//! The boot file: all that every query needs, and where the rest is.
//!
//! It holds the pages' table, the synonyms, the parts of tantivy's files that opening the index reads, and for every
//! other part the chunk that brings it.

use crate::bytes::{Damaged, Reader};

/// First bytes of a boot file. The number rises with every change of the format or the analysis.
pub const MAGIC: &[u8] = b"bagyt search 2\n";

/// Tantivy's files, in the order in which ranges name them.
pub const FILES: [&str; 7] = ["meta.json", "term", "idx", "pos", "fieldnorm", "fast", "store"];

/// Their numbers.
pub const META: usize = 0;
pub const TERM: usize = 1;
pub const IDX: usize = 2;
pub const POS: usize = 3;
pub const NORMS: usize = 4;
pub const FAST: usize = 5;
pub const STORE: usize = 6;

/// Name of the only segment, so that the same content gives the same bytes.
pub const SEGMENT: &str = "00000000000000000000000000000001";

/// The name under which tantivy asks for one of [`FILES`].
pub fn file_name(index: usize) -> String {
    match index {
        0 => FILES[0].to_string(),
        _ => format!("{SEGMENT}.{}", FILES[index]),
    }
}

/// What the table of pages says of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Its first section; the sections of a page are documents in a row.
    pub first: u32,
    pub sections: u32,
    /// In [`Boot::kinds`].
    pub kind: u8,
    /// In [`Boot::publications`].
    pub publication: Option<u8>,
    /// Words of the title.
    pub title_words: u8,
}

/// Part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// In [`FILES`].
    pub file: usize,
    pub start: usize,
    pub len: usize,
}

/// A file of the index beside the boot file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// The parts of tantivy's files in it, one after the other; none in a list of stems or a bundle of page texts.
    pub ranges: Vec<Range>,
    /// CRC-32 of its bytes.
    pub sum: u32,
}

/// A block of the dictionary, which reaches to the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Greater than every term before the block, and than none in it.
    pub from: Vec<u8>,
    /// Where it begins in its file.
    pub start: usize,
    /// Terms in it.
    pub terms: usize,
}

/// A word or several in a row, one of a group that means the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Whether it is of the other language: such a phrase leads to the others of its group, and none leads to it.
    pub other: bool,
    /// Stems, of its own language.
    pub stems: Vec<String>,
}

/// A boot file, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Boot {
    /// Code of the language of the index, and those of the languages whose words zone «other» holds, with spaces between them.
    pub language: String,
    pub other: String,
    pub kinds: Vec<String>,
    pub publications: Vec<String>,
    pub pages: Vec<Page>,
    /// Groups of phrases that mean the same.
    pub synonyms: Vec<Vec<Phrase>>,
    /// Length of each of tantivy's files.
    pub lengths: Vec<usize>,
    /// Parts of them that are here, and their bytes.
    pub resident: Vec<(Range, Vec<u8>)>,
    /// The blocks of the dictionary in their order.
    pub blocks: Vec<Block>,
    /// The index's chunks, then the lists of stems, then the bundles of page texts.
    pub chunks: Vec<Chunk>,
    /// For each list of stems its first one.
    pub lists: Vec<String>,
    /// For each bundle of page texts its first page.
    pub bundles: Vec<u32>,
}

impl Boot {
    /// The number of the chunk that is the first bundle of page texts.
    pub fn first_bundle(&self) -> usize {
        self.chunks.len() - self.bundles.len()
    }

    /// The number of the chunk that is the first list of stems.
    pub fn first_list(&self) -> usize {
        self.first_bundle() - self.lists.len()
    }

    /// The name of a chunk's file, without its ending.
    pub fn chunk_name(&self, id: usize) -> String {
        let sum = self.chunks[id].sum;
        match id.checked_sub(self.first_bundle()) {
            Some(bundle) => format!("{}/p{bundle}-{sum:08x}", self.language),
            None => format!("{}/{id}-{sum:08x}", self.language),
        }
    }

    /// Reads a boot file.
    ///
    /// # Errors
    /// If it is not one, or not a whole one.
    pub fn read(bytes: &[u8]) -> Result<Boot, Damaged> {
        let body = bytes.strip_prefix(MAGIC).ok_or(Damaged)?;
        let (body, sum) = body.split_last_chunk::<4>().ok_or(Damaged)?;
        if crc32fast::hash(body) != u32::from_le_bytes(*sum) {
            return Err(Damaged);
        }
        let mut reader = Reader(body);
        let mut boot = Boot { language: reader.text()?.into(), other: reader.text()?.into(), ..Boot::default() };
        boot.kinds = texts(&mut reader)?;
        boot.publications = texts(&mut reader)?;
        boot.pages = pages(&mut reader)?;
        for _ in 0..reader.count()? {
            let phrases = (0..reader.count()?).map(|_| phrase(&mut reader)).collect::<Result<_, _>>()?;
            boot.synonyms.push(phrases);
        }
        boot.lengths = (0..FILES.len()).map(|_| reader.number()).collect::<Result<_, _>>()?;
        let mut ends = [0; FILES.len()];
        let resident = ranges(&mut reader, &mut ends)?;
        for range in resident {
            boot.resident.push((range, reader.take(range.len)?.to_vec()));
        }
        let mut start = 0usize;
        for _ in 0..reader.count()? {
            let from = reader.bytes()?.to_vec();
            start = start.checked_add(reader.number()?).ok_or(Damaged)?;
            boot.blocks.push(Block { from, start, terms: reader.number()? });
        }
        let mut ends = [0; FILES.len()];
        for _ in 0..reader.count()? {
            let ranges = ranges(&mut reader, &mut ends)?;
            boot.chunks.push(Chunk { ranges, sum: sum_of(&mut reader)? });
        }
        for _ in 0..reader.count()? {
            boot.lists.push(reader.text()?.into());
            boot.chunks.push(Chunk { ranges: Vec::new(), sum: sum_of(&mut reader)? });
        }
        let mut first = 0u32;
        for _ in 0..reader.count()? {
            let step = u32::try_from(reader.number()?).map_err(|_| Damaged)?;
            first = first.checked_add(step).ok_or(Damaged)?;
            boot.bundles.push(first);
            boot.chunks.push(Chunk { ranges: Vec::new(), sum: sum_of(&mut reader)? });
        }
        if !boot.pages.is_empty() && boot.bundles.first() != Some(&0) {
            // Pages without a text.
            return Err(Damaged);
        }
        Ok(boot)
    }
}

fn texts(reader: &mut Reader) -> Result<Vec<String>, Damaged> {
    (0..reader.count()?).map(|_| reader.text().map(str::to_string)).collect()
}

fn phrase(reader: &mut Reader) -> Result<Phrase, Damaged> {
    let phrase = Phrase { other: reader.number()? == 1, stems: texts(reader)? };
    // One without words would stand for anything.
    if phrase.stems.is_empty() { Err(Damaged) } else { Ok(phrase) }
}

fn sum_of(reader: &mut Reader) -> Result<u32, Damaged> {
    let bytes = reader.take(4)?;
    Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}

fn pages(reader: &mut Reader) -> Result<Vec<Page>, Damaged> {
    let count = reader.count()?;
    let sections: Vec<usize> = (0..count).map(|_| reader.number()).collect::<Result<_, _>>()?;
    let [kinds, publications, words] = [reader.take(count)?, reader.take(count)?, reader.take(count)?];
    let mut first = 0u32;
    let mut pages = Vec::with_capacity(count);
    for at in 0..count {
        let sections = u32::try_from(sections[at]).map_err(|_| Damaged)?;
        let publication = (publications[at] != 255).then_some(publications[at]);
        pages.push(Page { first, sections, kind: kinds[at], publication, title_words: words[at] });
        first = first.checked_add(sections).ok_or(Damaged)?;
    }
    Ok(pages)
}

/// Ranges, each told from the end of the one before it in the same file.
fn ranges(reader: &mut Reader, ends: &mut [usize; FILES.len()]) -> Result<Vec<Range>, Damaged> {
    let count = reader.count()?;
    let mut ranges = Vec::with_capacity(count);
    for _ in 0..count {
        let file = reader.number()?;
        let end = ends.get_mut(file).ok_or(Damaged)?;
        let step = reader.signed()?;
        let start = end.checked_add_signed(step).ok_or(Damaged)?;
        let len = reader.number()?;
        *end = start.checked_add(len).ok_or(Damaged)?;
        ranges.push(Range { file, start, len });
    }
    Ok(ranges)
}

#[cfg(feature = "write")]
mod write {
    use super::{Boot, FILES, MAGIC, Range};
    use crate::bytes::Writer;

    impl Boot {
        /// Writes what [`Boot::read`] reads.
        pub fn write(&self) -> Vec<u8> {
            let mut out = Writer::default();
            out.text(&self.language);
            out.text(&self.other);
            texts(&mut out, &self.kinds);
            texts(&mut out, &self.publications);
            out.number(self.pages.len());
            self.pages.iter().for_each(|page| out.number(page.sections as usize));
            // Column after column: it compresses better.
            out.0.extend(self.pages.iter().map(|page| page.kind));
            out.0.extend(self.pages.iter().map(|page| page.publication.unwrap_or(255)));
            out.0.extend(self.pages.iter().map(|page| page.title_words));
            out.number(self.synonyms.len());
            for group in &self.synonyms {
                out.number(group.len());
                for phrase in group {
                    out.number(usize::from(phrase.other));
                    texts(&mut out, &phrase.stems);
                }
            }
            self.lengths.iter().for_each(|len| out.number(*len));
            let resident: Vec<Range> = self.resident.iter().map(|(range, _)| *range).collect();
            ranges(&mut out, &resident, &mut [0; FILES.len()]);
            self.resident.iter().for_each(|(_, bytes)| out.0.extend_from_slice(bytes));
            out.number(self.blocks.len());
            let mut before = 0;
            for block in &self.blocks {
                out.bytes(&block.from);
                out.number(block.start - before);
                before = block.start;
                out.number(block.terms);
            }
            let mut ends = [0; FILES.len()];
            out.number(self.first_list());
            for chunk in &self.chunks[..self.first_list()] {
                ranges(&mut out, &chunk.ranges, &mut ends);
                out.0.extend_from_slice(&chunk.sum.to_le_bytes());
            }
            out.number(self.lists.len());
            for (first, chunk) in self.lists.iter().zip(&self.chunks[self.first_list()..]) {
                out.text(first);
                out.0.extend_from_slice(&chunk.sum.to_le_bytes());
            }
            out.number(self.bundles.len());
            let mut before = 0;
            for (first, chunk) in self.bundles.iter().zip(&self.chunks[self.first_bundle()..]) {
                out.number((first - before) as usize);
                before = *first;
                out.0.extend_from_slice(&chunk.sum.to_le_bytes());
            }
            let sum = crc32fast::hash(&out.0);
            out.0.extend_from_slice(&sum.to_le_bytes());
            [MAGIC, &out.0].concat()
        }
    }

    fn texts(out: &mut Writer, texts: &[String]) {
        out.number(texts.len());
        texts.iter().for_each(|text| out.text(text));
    }

    fn ranges(out: &mut Writer, ranges: &[Range], ends: &mut [usize; FILES.len()]) {
        out.number(ranges.len());
        for range in ranges {
            out.number(range.file);
            out.signed(range.start as isize - ends[range.file] as isize);
            out.number(range.len);
            ends[range.file] = range.start + range.len;
        }
    }
}

#[cfg(all(test, feature = "write"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn boot() -> Boot {
        let range = Range { file: 1, start: 40, len: 3 };
        Boot {
            language: "ky".into(),
            other: "ru".into(),
            kinds: vec!["page".into(), "profession".into()],
            publications: vec!["handbook".into()],
            pages: vec![
                Page { first: 0, sections: 3, kind: 1, publication: Some(0), title_words: 2 },
                Page { first: 3, sections: 200, kind: 0, publication: None, title_words: 0 },
            ],
            synonyms: vec![vec![
                Phrase { other: false, stems: vec!["эсепчи".into()] },
                Phrase { other: true, stems: vec!["бухгалтер".into(), "иш".into()] },
            ]],
            lengths: vec![1, 50, 3, 4, 5, 6, 7000],
            resident: vec![(range, vec![1, 2, 3])],
            blocks: vec![
                Block { from: vec![208, 176], start: 0, terms: 9 },
                Block { from: vec![210], start: 40, terms: 1 },
            ],
            chunks: vec![
                Chunk { ranges: vec![Range { file: 1, start: 0, len: 40 }], sum: 7 },
                Chunk { ranges: Vec::new(), sum: 8 },
                Chunk { ranges: Vec::new(), sum: u32::MAX },
            ],
            lists: vec!["айлык".into()],
            bundles: vec![0],
        }
    }

    #[test]
    fn comes_back() {
        assert_eq!(Boot::read(&boot().write()), Ok(boot()));
    }

    proptest! {
        #[test]
        fn damage_is_noticed(at in 0usize..200, bit in 0u8..8) {
            let mut bytes = boot().write();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            prop_assert!(Boot::read(&bytes).is_err());
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(mut body in proptest::collection::vec(any::<u8>(), 0..200)) {
            // With a right sum, so that the reading gets past it.
            let sum = crc32fast::hash(&body);
            body.extend_from_slice(&sum.to_le_bytes());
            let _ = Boot::read(&[MAGIC, &body].concat());
        }
    }
}
