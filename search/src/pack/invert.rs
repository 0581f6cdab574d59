//! Sections → postings: which terms stand in which section, and where.
//!
//! Pages are read in runs, which know nothing of each other, so that each can have a thread of its own; what they found is
//! then merged term by term and written with tantivy's own serializer. The files are those that tantivy would have written of
//! the same terms, byte for byte: a test holds that. A word is analysed when it is first met; after that it is a number.

use std::ops::Range;

use rustc_hash::FxHashMap;
use tantivy::directory::RamDirectory;
use tantivy::fieldnorm::{FieldNormReaders, FieldNormsSerializer, FieldNormsWriter};
use tantivy::index::SegmentComponent;
use tantivy::postings::{FieldSerializer, InvertedIndexSerializer};
use tantivy::{Directory, Index};

use super::PageInput;
use crate::analysis::{Analyser, Language, Words};
use crate::bytes::{Reader, Writer};
use crate::schema::{Zone, schema, write_key};

/// Positions that a gap between the texts of a zone takes, so that no phrase reaches across.
const GAP: u32 = 8;
/// Words that a [`Vocabulary`] holds before it begins anew: some 30 MB.
const MOST_KNOWN: usize = 200_000;

/// The number of a term in a run.
type TermId = u32;
/// No term yet.
const NONE: TermId = TermId::MAX;

/// A word as it stands in a text → its terms. It is worth keeping from run to run, for pages repeat their words.
pub struct Vocabulary {
    analyser: Analyser,
    /// For each word its number; for each number the end of its term's key, without the zone.
    words: FxHashMap<Box<str>, u32>,
    terms: Vec<crate::analysis::Term>,
}

impl Vocabulary {
    pub fn new(language: Language) -> Vocabulary {
        Vocabulary { analyser: Analyser::new(language), words: FxHashMap::default(), terms: Vec::new() }
    }

    /// The number of a word; it is known until the next run.
    fn number(&mut self, word: &str) -> Option<usize> {
        if let Some(number) = self.words.get(word) {
            return Some(*number as usize);
        }
        let term = self.analyser.term(&Words::new(word).next()?);
        let number = self.terms.len();
        self.words.insert(word.into(), number as u32);
        self.terms.push(term);
        Some(number)
    }

    fn forget_if_full(&mut self) {
        if self.terms.len() > MOST_KNOWN {
            self.words.clear();
            self.terms.clear();
        }
    }
}

/// The vocabularies of an index: of its own language, and of those whose titles pages bring.
pub struct Vocabularies(Vec<Vocabulary>);

impl Vocabularies {
    /// Those of these languages, the index's own first.
    pub fn new(languages: impl Iterator<Item = Language>) -> Vocabularies {
        Vocabularies(languages.map(Vocabulary::new).collect())
    }
}

/// The place of the index's own language among [`Vocabularies`].
const OWN: usize = 0;

/// A word in a section.
#[derive(Clone, Copy)]
struct Token {
    term: TermId,
    section: u32,
    position: u32,
}

/// What a run of sections holds.
#[derive(Default)]
pub struct Run {
    /// Words of each section.
    words: Vec<u32>,
    /// Sorted by their keys.
    terms: Vec<Term>,
    keys: Vec<u8>,
    postings: Vec<u8>,
}

/// A term of a run.
struct Term {
    /// In the run's keys.
    key: Range<usize>,
    /// In its postings: for each section the distance to the one before, the number of positions, and of each its distance.
    postings: Range<usize>,
    sections: u32,
}

/// Reads the pages of a run.
pub struct Inverter<'v> {
    vocabularies: &'v mut Vocabularies,
    /// For each word of a vocabulary its term in each zone, if it has been met there.
    ids: Vec<Vec<[TermId; Zone::ALL.len()]>>,
    /// The keys of the terms, one after the other, and where each begins.
    keys: Vec<u8>,
    begins: Vec<usize>,
    by_key: FxHashMap<Box<[u8]>, TermId>,
    tokens: Vec<Token>,
    words: Vec<u32>,
    key: String,
}

impl<'v> Inverter<'v> {
    pub fn new(vocabularies: &'v mut Vocabularies) -> Inverter<'v> {
        vocabularies.0.iter_mut().for_each(Vocabulary::forget_if_full);
        Inverter {
            ids: vec![Vec::new(); vocabularies.0.len()],
            vocabularies,
            keys: Vec::new(),
            begins: Vec::new(),
            by_key: FxHashMap::default(),
            tokens: Vec::new(),
            words: Vec::new(),
            key: String::new(),
        }
    }

    /// Reads the sections of a page.
    pub fn add(&mut self, page: &PageInput) {
        for (at, section) in page.text.sections.iter().enumerate() {
            let before = self.tokens.len();
            if at == 0 {
                let title = page.text.title.as_str();
                // A title that is borrowed from another language is a word of that one.
                let (own, borrowed) = match page.borrowed {
                    None => (Some((OWN, title)), None),
                    Some(other) => (None, Some((OWN + 1 + other, title))),
                };
                self.zone(Zone::Title, own);
                self.zone(Zone::Keyword, page.keywords.iter().map(|word| (OWN, word.as_str())));
                let others = page.other_titles.iter().map(|(other, title)| (OWN + 1 + other, title.as_str()));
                self.zone(Zone::Other, borrowed.into_iter().chain(others));
            }
            self.zone(Zone::Heading, [(OWN, section.heading.as_str())]);
            self.zone(Zone::Body, [(OWN, section.text.as_str())]);
            self.words.push((self.tokens.len() - before) as u32);
        }
    }

    /// Reads the texts of a zone, each a text of one of the languages.
    fn zone<'t>(&mut self, zone: Zone, texts: impl IntoIterator<Item = (usize, &'t str)>) {
        let section = self.words.len() as u32;
        let mut position = 0;
        for (at, (language, text)) in texts.into_iter().enumerate() {
            if at > 0 {
                position += GAP;
            }
            let mut words = Words::new(text);
            while let Some((start, end)) = words.span() {
                let Some(term) = self.term(&text[start..end], language, zone) else { continue };
                self.tokens.push(Token { term, section, position });
                position += 1;
            }
        }
    }

    /// The term of a word of a language in a zone.
    fn term(&mut self, word: &str, language: usize, zone: Zone) -> Option<TermId> {
        let (vocabulary, ids) = (self.vocabularies.0.get_mut(language)?, self.ids.get_mut(language)?);
        let number = vocabulary.number(word)?;
        if number >= ids.len() {
            ids.resize(vocabulary.terms.len(), [NONE; Zone::ALL.len()]);
        }
        let id = &mut ids[number][zone as usize];
        if *id == NONE {
            write_key(&vocabulary.terms[number], zone, &mut self.key);
            let key = self.key.as_bytes();
            *id = match self.by_key.get(key) {
                Some(id) => *id,
                None => {
                    let id = self.begins.len() as TermId;
                    self.by_key.insert(key.into(), id);
                    self.begins.push(self.keys.len());
                    self.keys.extend_from_slice(key);
                    id
                }
            };
        }
        Some(*id)
    }

    /// What was read, in the order of the keys.
    pub fn finish(self) -> Run {
        let Inverter { keys, begins, tokens, words, by_key, .. } = self;
        drop(by_key);
        let key = |id: usize| begins[id]..begins.get(id + 1).copied().unwrap_or(keys.len());
        // Tokens by term: how many each has, where they begin, and there they go in their order.
        let mut ends = vec![0usize; begins.len()];
        tokens.iter().for_each(|token| ends[token.term as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            (*end, sum) = (sum, sum + *end);
        }
        let mut places = vec![(0u32, 0u32); tokens.len()];
        for token in &tokens {
            let at = &mut ends[token.term as usize];
            places[*at] = (token.section, token.position);
            *at += 1;
        }
        drop(tokens);
        let mut order: Vec<usize> = (0..begins.len()).collect();
        order.sort_unstable_by(|a, b| keys[key(*a)].cmp(&keys[key(*b)]));
        let mut out = Writer(Vec::with_capacity(places.len() * 3));
        let mut terms = Vec::with_capacity(order.len());
        for id in order {
            let begin = out.0.len();
            let first = if id == 0 { 0 } else { ends[id - 1] };
            let sections = write_postings(&places[first..ends[id]], &mut out);
            terms.push(Term { key: key(id), postings: begin..out.0.len(), sections });
        }
        Run { words, terms, keys, postings: out.0 }
    }
}

/// Writes the places of a term; gives the number of sections.
fn write_postings(places: &[(u32, u32)], out: &mut Writer) -> u32 {
    let (mut sections, mut last) = (0, 0);
    for places in places.chunk_by(|a, b| a.0 == b.0) {
        sections += 1;
        out.number((places[0].0 - last) as usize);
        last = places[0].0;
        out.number(places.len());
        let mut before = 0;
        for (_, position) in places {
            out.number((position - before) as usize);
            before = *position;
        }
    }
    sections
}

impl Run {
    /// Its sections.
    pub fn sections(&self) -> u32 {
        self.words.len() as u32
    }

    fn key(&self, term: &Term) -> &[u8] {
        &self.keys[term.key.clone()]
    }
}

/// The files of tantivy that hold the postings.
pub struct Postings {
    pub term: Vec<u8>,
    pub idx: Vec<u8>,
    pub pos: Vec<u8>,
    pub fieldnorm: Vec<u8>,
}

/// Merges runs, whose sections follow each other.
///
/// # Errors
/// What tantivy reports.
pub fn merge(runs: Vec<Run>) -> tantivy::Result<Postings> {
    let directory = RamDirectory::create();
    let (schema, field) = schema();
    let index = Index::builder().schema(schema.clone()).open_or_create(directory.clone())?;
    let segment = index.new_segment();
    let mut norms = FieldNormsWriter::for_schema(&schema);
    let words = runs.iter().flat_map(|run| &run.words);
    words.clone().zip(0..).for_each(|(words, section)| norms.record(section, field, *words));
    norms.serialize(FieldNormsSerializer::from_write(segment.open_write(SegmentComponent::FieldNorms)?)?, None)?;
    let norms = FieldNormReaders::open(segment.open_read(SegmentComponent::FieldNorms)?)?.get_field(field)?;
    let mut serializer = InvertedIndexSerializer::open(&segment)?;
    let total = words.map(|words| u64::from(*words)).sum();
    // An index without a word has no field.
    if total > 0 {
        let mut terms = serializer.new_field(field, total, norms)?;
        write_terms(&runs, &mut terms)?;
        terms.close()?;
    }
    serializer.close()?;
    drop(runs);
    let read = |component| directory.atomic_read(&segment.relative_path(component));
    Ok(Postings {
        term: read(SegmentComponent::Terms)?,
        idx: read(SegmentComponent::Postings)?,
        pos: read(SegmentComponent::Positions)?,
        fieldnorm: read(SegmentComponent::FieldNorms)?,
    })
}

/// Writes the terms of all runs in their order.
fn write_terms(runs: &[Run], out: &mut FieldSerializer) -> tantivy::Result<()> {
    let mut all: Vec<(usize, &Term)> =
        runs.iter().enumerate().flat_map(|(number, run)| run.terms.iter().map(move |term| (number, term))).collect();
    all.sort_unstable_by(|(a, first), (b, second)| runs[*a].key(first).cmp(runs[*b].key(second)).then(a.cmp(b)));
    let mut begins = Vec::with_capacity(runs.len());
    let mut sum = 0;
    for run in runs {
        begins.push(sum);
        sum += run.sections();
    }
    let mut positions = Vec::new();
    for same in all.chunk_by(|(a, first), (b, second)| runs[*a].key(first) == runs[*b].key(second)) {
        let (number, term) = same[0];
        out.new_term(runs[number].key(term), same.iter().map(|(_, term)| term.sections).sum(), true)?;
        for (number, term) in same {
            let mut postings = Reader(&runs[*number].postings[term.postings.clone()]);
            let mut section = begins[*number];
            for _ in 0..term.sections {
                section += number_in(&mut postings)?;
                let count = number_in(&mut postings)?;
                positions.clear();
                for _ in 0..count {
                    positions.push(number_in(&mut postings)?);
                }
                out.write_doc(section, count, &positions);
            }
        }
        out.close_term()?;
    }
    Ok(())
}

/// A number that [`write_postings`] has written.
fn number_in(postings: &mut Reader) -> std::io::Result<u32> {
    Ok(postings.number()? as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tantivy::TantivyDocument;
    use tantivy::tokenizer::{PreTokenizedString, RawTokenizer, Token, TokenizerManager};

    use super::*;
    use crate::pack::tests::generated;
    use crate::schema::FIELD;

    /// What tantivy itself writes of the same words.
    fn by_tantivy(pages: &[PageInput], own: Language, other: Language) -> Postings {
        let (schema, field) = schema();
        let directory = RamDirectory::create();
        let tokenizers = TokenizerManager::new();
        tokenizers.register(FIELD, RawTokenizer::default());
        let index = Index::builder().schema(schema).tokenizers(tokenizers);
        let mut writer = index.single_segment_index_writer(directory.clone(), 16 << 20).unwrap();
        let analysers = (Analyser::new(own), Analyser::new(other));
        for page in pages {
            for (at, section) in page.text.sections.iter().enumerate() {
                let mut tokens = Vec::new();
                let mut zone = |zone: Zone, texts: &[String]| {
                    let mut position = 0;
                    for (at, text) in texts.iter().enumerate() {
                        position += if at > 0 { GAP as usize } else { 0 };
                        for word in Words::new(text) {
                            let analyser = if zone == Zone::Other { &analysers.1 } else { &analysers.0 };
                            let mut key = String::new();
                            write_key(&analyser.term(&word), zone, &mut key);
                            tokens.push(Token { text: key, position, position_length: 1, ..Token::default() });
                            position += 1;
                        }
                    }
                };
                if at == 0 {
                    zone(Zone::Title, std::slice::from_ref(&page.text.title));
                    zone(Zone::Keyword, &page.keywords);
                    let others: Vec<String> = page.other_titles.iter().map(|(_, title)| title.clone()).collect();
                    zone(Zone::Other, &others);
                }
                zone(Zone::Heading, std::slice::from_ref(&section.heading));
                zone(Zone::Body, std::slice::from_ref(&section.text));
                let mut document = TantivyDocument::new();
                document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
                writer.add_document(document).unwrap();
            }
        }
        let index = writer.finalize().unwrap();
        let id = index.searchable_segment_ids().unwrap()[0].uuid_string();
        let read = |ending: &str| directory.atomic_read(std::path::Path::new(&format!("{id}.{ending}"))).unwrap();
        Postings { term: read("term"), idx: read("idx"), pos: read("pos"), fieldnorm: read("fieldnorm") }
    }

    fn by_runs(pages: &[PageInput], own: Language, other: Language, length: usize) -> Postings {
        let mut vocabularies = Vocabularies::new([own, other].into_iter());
        let runs = pages.chunks(length.max(1)).map(|pages| {
            let mut inverter = Inverter::new(&mut vocabularies);
            pages.iter().for_each(|page| inverter.add(page));
            inverter.finish()
        });
        merge(runs.collect()).unwrap()
    }

    fn same(pages: &[PageInput], length: usize) {
        let (own, other) = (Language::Kyrgyz, Language::Russian);
        let (tantivys, ours) = (by_tantivy(pages, own, other), by_runs(pages, own, other, length));
        assert!(ours.fieldnorm == tantivys.fieldnorm && ours.term == tantivys.term, "dictionary");
        assert!(ours.idx == tantivys.idx && ours.pos == tantivys.pos, "lists");
    }

    #[test]
    fn the_files_are_those_that_tantivy_would_write() {
        let pages = generated();
        for length in [1, 7, 50, usize::MAX] {
            same(&pages, length);
        }
        same(&[], 1);
    }

    proptest! {
        #[test]
        fn any_pages_give_the_files_that_tantivy_would_write(
            texts in proptest::collection::vec(("[а-г өүЁА+#\u{301}-]{0,20}", "\\PC{0,30}|(окуу |кесип){0,300}"), 0..9),
            length in 1usize..5,
        ) {
            let page = |(title, text): (String, String)| {
                let section = crate::texts::Section { anchor: String::new(), heading: title.clone(), text: text.clone() };
                let (keywords, other_titles) = (vec![title.clone(), text.clone()], vec![(0, text)]);
                let text = crate::texts::PageText { url: String::new(), title, sections: vec![section.clone(), section] };
                PageInput { text, keywords, other_titles, ..PageInput::default() }
            };
            same(&texts.into_iter().map(page).collect::<Vec<_>>(), length);
        }
    }
}
