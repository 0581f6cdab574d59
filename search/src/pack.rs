//! Pages → packed index.
//!
//! Pages are read in parts, each of them on whatever thread has time ([`Packer::part`]); `invert` makes tantivy's files of what they
//! found. The files are then cut: what opening the index reads goes into the boot file, the rest into chunks, each a run of
//! the dictionary with the postings and positions of its terms. A long list of postings has a chunk of its own, so that nobody
//! loads it for its neighbours.

mod cut;
mod invert;

use std::sync::Mutex;

use tantivy::directory::RamDirectory;
use tantivy::tokenizer::{RawTokenizer, TokenizerManager};
use tantivy::{Directory, Index, TantivyDocument};

use crate::analysis::{Analyser, Language, Words};
use crate::boot::{Boot, Chunk, FILES, Page, Phrase, SEGMENT};
use crate::outer::{self, Encoded};
use crate::schema::{FIELD, schema};
use crate::spelling;
use crate::texts;
pub use crate::texts::{PageText, Section};
use invert::{Inverter, Run, Vocabularies};

/// What a language's index is made from.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// Code of the language, and of those whose titles pages bring as well.
    pub language: String,
    pub others: Vec<String>,
    /// Groups of phrases that mean the same; with each which of the others it is of, if it is of one.
    pub synonyms: Vec<Vec<(Option<usize>, String)>>,
}

/// A page to index.
#[derive(Debug, Clone, Default)]
pub struct PageInput {
    pub text: PageText,
    pub kind: String,
    pub publication: Option<String>,
    /// Alternative titles and search words.
    pub keywords: Vec<String>,
    /// Titles and search words in other languages, with the place of each among [`Input::others`].
    pub other_titles: Vec<(usize, String)>,
    /// Which of them the title is of, if the page has none in the index's language.
    pub borrowed: Option<usize>,
}

/// Bytes of page texts in a bundle: enough to compress well, few enough to load ten for a page of results.
const BUNDLE: usize = 12 * 1024;
/// Bytes of a list of stems.
const LIST: usize = 16 * 1024;
/// Memory that tantivy plans its tables for; it has nothing to put into them.
const MEMORY: usize = 16 * 1024 * 1024;

/// Makes a language's index.
///
/// The pages come in the order of the site, for neighbours share a bundle of texts: those of a part in their order, and the
/// parts in theirs. Where one part ends and the next begins shows in the bundles alone.
pub struct Packer {
    input: Input,
    /// Those that no part has at the moment.
    vocabularies: Mutex<Vec<Vocabularies>>,
}

/// What is known of a run of pages. Their texts are in it as they will be published, so it is small.
pub struct Part {
    run: Run,
    pages: Vec<PartPage>,
    bundles: Vec<Bundle>,
}

struct PartPage {
    kind: String,
    publication: Option<String>,
    sections: u32,
    title_words: u8,
}

/// The texts of several pages.
struct Bundle {
    pages: usize,
    sum: u32,
    encoded: Encoded,
}

/// A file of a packed index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    Bytes(Vec<u8>),
    Encoded(Encoded),
}

impl File {
    /// The script that brings it.
    ///
    /// # Errors
    /// As [`Encoded::new`].
    pub fn script(&self, name: &str) -> std::io::Result<String> {
        match self {
            File::Bytes(bytes) => outer::script(name, bytes),
            File::Encoded(encoded) => Ok(encoded.script(name)),
        }
    }
}

/// A packed index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The name of the boot file, which is the last one.
    pub boot: String,
    /// Each with the name by which the others know it.
    pub files: Vec<(String, File)>,
}

impl Packer {
    pub fn new(input: Input) -> Packer {
        Packer { input, vocabularies: Mutex::default() }
    }

    /// Reads pages; each is dropped when it has been read.
    ///
    /// # Errors
    /// Never, but for what writing into memory may report.
    pub fn part(&self, pages: impl Iterator<Item = PageInput>) -> std::io::Result<Part> {
        let known = self.vocabularies.lock().ok().and_then(|mut known| known.pop());
        let all = std::iter::once(&self.input.language).chain(&self.input.others);
        let mut vocabularies = known.unwrap_or_else(|| Vocabularies::new(all.map(|code| Language::of(code))));
        let mut inverter = Inverter::new(&mut vocabularies);
        let (mut entered, mut bundles) = (Vec::new(), Vec::new());
        let (mut bundle, mut in_bundle) = (Vec::new(), 0);
        for page in pages {
            inverter.add(&page);
            texts::write(&page.text, &mut bundle);
            in_bundle += 1;
            if bundle.len() >= BUNDLE {
                bundles.push(Bundle::new(std::mem::take(&mut in_bundle), &bundle)?);
                bundle.clear();
            }
            let title_words = Words::new(&page.text.title).count().min(255) as u8;
            let sections = page.text.sections.len() as u32;
            entered.push(PartPage { kind: page.kind, publication: page.publication, sections, title_words });
        }
        if in_bundle > 0 {
            bundles.push(Bundle::new(in_bundle, &bundle)?);
        }
        let run = inverter.finish();
        if let Ok(mut known) = self.vocabularies.lock() {
            known.push(vocabularies);
        }
        Ok(Part { run, pages: entered, bundles })
    }

    /// Puts the parts together.
    ///
    /// # Errors
    /// What tantivy reports; with everything in memory, only an index beyond its limits.
    pub fn finish(self, parts: Vec<Part>) -> tantivy::Result<Packed> {
        let Packer { input, vocabularies } = self;
        drop(vocabularies);
        let mut boot = Boot { language: input.language.clone(), other: input.others.join(" "), ..Boot::default() };
        boot.synonyms = synonyms(&input);
        let (mut runs, mut bundles) = (Vec::with_capacity(parts.len()), Vec::new());
        for part in parts {
            let mut first = boot.pages.len();
            part.pages.iter().for_each(|page| enter(page, &mut boot));
            for bundle in part.bundles {
                boot.bundles.push(first as u32);
                first += bundle.pages;
                bundles.push(bundle);
            }
            runs.push(part.run);
        }
        let files = tantivys_files(runs)?;
        let mut chunks = cut::cut(&files, &mut boot)?;
        for (first, list) in spelling::write(&cut::stems(&files)?, LIST) {
            boot.lists.push(first);
            boot.chunks.push(Chunk { ranges: Vec::new(), sum: crc32fast::hash(&list) });
            chunks.push(list);
        }
        drop(files);
        boot.chunks.extend(bundles.iter().map(|bundle| Chunk { ranges: Vec::new(), sum: bundle.sum }));
        let chunks = chunks.into_iter().map(File::Bytes);
        let contents = chunks.chain(bundles.into_iter().map(|bundle| File::Encoded(bundle.encoded)));
        let mut packed: Vec<_> = contents.enumerate().map(|(id, content)| (boot.chunk_name(id), content)).collect();
        let bytes = boot.write();
        let name = format!("{}/boot-{:08x}", input.language, crc32fast::hash(&bytes));
        packed.push((name.clone(), File::Bytes(bytes)));
        Ok(Packed { boot: name, files: packed })
    }
}

impl Bundle {
    fn new(pages: usize, bytes: &[u8]) -> std::io::Result<Bundle> {
        Ok(Bundle { pages, sum: crc32fast::hash(bytes), encoded: Encoded::new(bytes)? })
    }
}

/// The files of tantivy for these runs, in the order of [`FILES`].
///
/// What there is beside the postings it writes itself, for sections without any words.
fn tantivys_files(runs: Vec<Run>) -> tantivy::Result<Vec<Vec<u8>>> {
    let directory = RamDirectory::create();
    let tokenizers = TokenizerManager::new();
    tokenizers.register(FIELD, RawTokenizer::default());
    let index = Index::builder().schema(schema().0).tokenizers(tokenizers);
    let mut writer = index.single_segment_index_writer(directory.clone(), MEMORY)?;
    for _ in 0..runs.iter().map(Run::sections).sum() {
        writer.add_document(TantivyDocument::new())?;
    }
    let segment = writer.finalize()?.searchable_segment_ids()?.pop().map(|id| id.uuid_string()).unwrap_or_default();
    let mut postings = invert::merge(runs)?;
    let read = |name: String| directory.atomic_read(std::path::Path::new(&name)).map_err(tantivy::TantivyError::from);
    let mut files = Vec::with_capacity(FILES.len());
    for name in FILES {
        files.push(match name {
            "meta.json" => meta(read(name.into())?, &segment),
            "term" => std::mem::take(&mut postings.term),
            "idx" => std::mem::take(&mut postings.idx),
            "pos" => std::mem::take(&mut postings.pos),
            "fieldnorm" => std::mem::take(&mut postings.fieldnorm),
            _ => read(format!("{segment}.{name}"))?,
        });
    }
    Ok(files)
}

/// The description of the index with the segment's name replaced.
fn meta(json: Vec<u8>, segment: &str) -> Vec<u8> {
    let hyphenated = |id: &str| match id.len() {
        32 => [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]].join("-"),
        _ => id.to_string(),
    };
    let json = String::from_utf8_lossy(&json).replace(&hyphenated(segment), &hyphenated(SEGMENT));
    json.replace(segment, SEGMENT).into_bytes()
}

/// Enters a page into the table.
fn enter(page: &PartPage, boot: &mut Boot) {
    let first = boot.pages.last().map_or(0, |last| last.first + last.sections);
    let kind = number_of(&page.kind, &mut boot.kinds);
    let publication = page.publication.as_ref().map(|name| number_of(name, &mut boot.publications));
    let (sections, title_words) = (page.sections, page.title_words);
    boot.pages.push(Page { first, sections, kind, publication, title_words });
}

/// The place of a name in a list that grows by new ones. There are a handful of kinds and publications; past 254 the
/// last one stands for all.
fn number_of(name: &str, names: &mut Vec<String>) -> u8 {
    let at = names.iter().position(|known| known == name).unwrap_or_else(|| {
        if names.len() < 254 {
            names.push(name.to_string());
        }
        names.len() - 1
    });
    at as u8
}

fn synonyms(input: &Input) -> Vec<Vec<Phrase>> {
    let own = Analyser::new(Language::of(&input.language));
    let others: Vec<Analyser> = input.others.iter().map(|code| Analyser::new(Language::of(code))).collect();
    let phrase = |(other, text): &(Option<usize>, String)| {
        let analyser = other.and_then(|other| others.get(other)).unwrap_or(&own);
        Phrase { other: other.is_some(), stems: analyser.terms(text).into_iter().map(|term| term.stem).collect() }
    };
    let group = |group: &Vec<(Option<usize>, String)>| {
        let mut phrases: Vec<Phrase> = Vec::new();
        for phrase in group.iter().map(phrase).filter(|phrase| !phrase.stems.is_empty()) {
            if !phrases.contains(&phrase) {
                phrases.push(phrase);
            }
        }
        phrases
    };
    input.synonyms.iter().map(group).filter(|group| group.len() > 1).collect()
}

#[cfg(test)]
mod tests;
