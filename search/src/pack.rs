//! Pages → packed index.
//!
//! tantivy writes one segment in memory. Its files are then cut: what opening the index reads goes into the boot file,
//! the rest into chunks, each a run of the dictionary with the postings and positions of its terms. A long list of
//! postings has a chunk of its own, so that nobody loads it for its neighbours.

mod cut;
mod tokens;

use tantivy::directory::RamDirectory;
use tantivy::{Directory, Index, SingleSegmentIndexWriter, TantivyDocument};

use crate::analysis::{Analyser, Language, Words};
use crate::boot::{Boot, Chunk, FILES, Page, Phrase, SEGMENT};
use crate::schema::{FIELD, Zone, schema};
use crate::spelling;
use crate::texts;
pub use crate::texts::{PageText, Section};
use tokens::Zones;

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
/// Memory that tantivy plans its tables for; it grows past it where it must.
const MEMORY: usize = 32 * 1024 * 1024;

/// Makes a language's index; gives the name of its boot file.
///
/// The pages come in the order of the site, for neighbours share a bundle of texts. Each is dropped when it has been
/// read. `put` takes the packed files, each with the name by which the others know it, as they are made.
///
/// # Errors
/// What tantivy reports; with everything in memory, only an index beyond its limits. What `put` reports.
pub fn pack(
    input: &Input,
    pages: impl Iterator<Item = PageInput>,
    mut put: impl FnMut(String, &[u8]) -> std::io::Result<()>,
) -> tantivy::Result<String> {
    let mut boot = Boot { language: input.language.clone(), other: input.others.join(" "), ..Boot::default() };
    boot.synonyms = synonyms(input);
    let directory = RamDirectory::create();
    let mut writer = writer(input, &directory)?;
    let (_, field) = schema();
    let mut sums = Vec::new();
    let mut bundle = Vec::new();
    for page in pages {
        enter(&page, &mut boot);
        for (at, section) in page.text.sections.iter().enumerate() {
            let mut document = TantivyDocument::new();
            document.add_text(field, document_text(&page, section, at == 0));
            writer.add_document(document)?;
        }
        if bundle.is_empty() {
            boot.bundles.push(boot.pages.len() as u32 - 1);
        }
        texts::write(&page.text, &mut bundle);
        if bundle.len() >= BUNDLE {
            sums.push(put_bundle(&boot, sums.len(), &mut bundle, &mut put)?);
        }
    }
    if !bundle.is_empty() {
        sums.push(put_bundle(&boot, sums.len(), &mut bundle, &mut put)?);
    }
    let files = files(writer.finalize()?, &directory)?;
    drop(directory);
    let mut chunks = cut::cut(&files, &mut boot)?;
    for (first, list) in spelling::write(&cut::stems(&files)?, LIST) {
        boot.lists.push(first);
        boot.chunks.push(Chunk { ranges: Vec::new(), sum: crc32fast::hash(&list) });
        chunks.push(list);
    }
    boot.chunks.extend(sums.into_iter().map(|sum| Chunk { ranges: Vec::new(), sum }));
    for (id, bytes) in chunks.into_iter().enumerate() {
        put(boot.chunk_name(id), &bytes)?;
    }
    let bytes = boot.write();
    let name = format!("{}/boot-{:08x}", input.language, crc32fast::hash(&bytes));
    put(name.clone(), &bytes)?;
    Ok(name)
}

/// Hands over a bundle of texts and empties it; gives its checksum.
fn put_bundle(
    boot: &Boot,
    number: usize,
    bundle: &mut Vec<u8>,
    put: &mut impl FnMut(String, &[u8]) -> std::io::Result<()>,
) -> std::io::Result<u32> {
    let sum = crc32fast::hash(bundle);
    put(boot.bundle_name(number, sum), bundle)?;
    bundle.clear();
    Ok(sum)
}

fn writer(input: &Input, directory: &RamDirectory) -> tantivy::Result<SingleSegmentIndexWriter<TantivyDocument>> {
    let (schema, _) = schema();
    let tokenizers = tantivy::tokenizer::TokenizerManager::new();
    tokenizers.register(FIELD, Zones::new(Language::of(&input.language), &languages(&input.others)));
    Index::builder().schema(schema).tokenizers(tokenizers).single_segment_index_writer(directory.clone(), MEMORY)
}

/// The files that tantivy has written, in the order of [`FILES`].
fn files(index: Index, directory: &RamDirectory) -> tantivy::Result<Vec<Vec<u8>>> {
    let segment = index.searchable_segment_ids()?.pop().map(|id| id.uuid_string()).unwrap_or_default();
    let read = |name: String| directory.atomic_read(std::path::Path::new(&name)).map_err(tantivy::TantivyError::from);
    let mut files = Vec::with_capacity(FILES.len());
    for name in FILES {
        files.push(match name {
            "meta.json" => meta(read(name.into())?, &segment),
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

/// A section as the tokenizer reads it.
fn document_text(page: &PageInput, section: &Section, first: bool) -> String {
    let mut text = String::new();
    if first {
        match page.borrowed {
            None => tokens::write(Zone::Title, [page.text.title.as_str()], &mut text),
            Some(other) => tokens::write_other(other, [page.text.title.as_str()], &mut text),
        }
        tokens::write(Zone::Keyword, page.keywords.iter().map(String::as_str), &mut text);
        let last = page.other_titles.iter().map(|(other, _)| *other).max();
        for other in last.map_or(0..0, |last| 0..last + 1) {
            let titles = page.other_titles.iter().filter(|(of, _)| *of == other).map(|(_, title)| title.as_str());
            tokens::write_other(other, titles, &mut text);
        }
    }
    tokens::write(Zone::Heading, [section.heading.as_str()], &mut text);
    tokens::write(Zone::Body, [section.text.as_str()], &mut text);
    text
}

/// Enters a page into the table.
fn enter(page: &PageInput, boot: &mut Boot) {
    let first = boot.pages.last().map_or(0, |last| last.first + last.sections);
    let kind = number_of(&page.kind, &mut boot.kinds);
    let publication = page.publication.as_ref().map(|name| number_of(name, &mut boot.publications));
    let sections = page.text.sections.len() as u32;
    let title_words = Words::new(&page.text.title).count().min(255) as u8;
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

fn languages(codes: &[String]) -> Vec<Language> {
    codes.iter().map(|code| Language::of(code)).collect()
}

fn synonyms(input: &Input) -> Vec<Vec<Phrase>> {
    let own = Analyser::new(Language::of(&input.language));
    let others: Vec<Analyser> = languages(&input.others).into_iter().map(Analyser::new).collect();
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
