//! Opening a packed index and answering questions from it.
//!
//! An answer may need chunks that have not arrived. It then names them; whoever asked brings them and asks again. A
//! question takes at most three such rounds: words, postings, texts.

mod resolve;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, Mutex};

use serde::Serialize;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::{Index, InvertedIndexReader, SegmentReader};

use crate::analysis::{Analyser, Language, Memory, Words};
use crate::boot::Boot;
use crate::bytes::Damaged;
use crate::directory::Chunked;
use crate::excerpt::{Marked, Sought};
use crate::guard;
use crate::lists::Lists;
pub use crate::query::Request;
use crate::query::{self, Query};
pub use crate::ranking::Ranking;
use crate::schema::schema;
use crate::score::{Found, Scorer};
use crate::spelling::{self, Known};
use crate::texts::{self, PageText};
use resolve::Resolved;

/// A packed index, open.
pub struct Engine {
    boot: Boot,
    files: Chunked,
    /// Where the blocks of the dictionary end.
    dictionary: usize,
    postings: Lists,
    lengths: FieldNormReader,
    own: Analyser,
    others: Vec<Analyser>,
    /// Words of texts that were looked at.
    memory: Mutex<Memory>,
    ranking: Ranking,
    /// The page of each section.
    page_of: Vec<u32>,
    /// By number of the list.
    lists: BTreeMap<usize, Vec<Known>>,
    /// By number of the bundle.
    texts: BTreeMap<usize, Vec<PageText>>,
}

/// What an engine says to a question.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct Answer {
    /// Files to bring before asking again; the answer is whole when there are none.
    pub need: Vec<Need>,
    /// Pages found; `None` while it is not known.
    pub total: Option<usize>,
    /// Pages by kind and by publication, each without the filter on itself.
    pub kinds: Vec<(String, usize)>,
    pub publications: Vec<(String, usize)>,
    /// The question with the words that the index has.
    pub did_you_mean: Option<String>,
    /// Whether the hits are those of `did_you_mean`.
    pub corrected: bool,
    pub hits: Vec<Hit>,
}

/// A chunk that has not arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Need {
    pub id: usize,
    /// Name below `search/`, without its ending.
    pub file: String,
}

/// A page that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Hit {
    Pending { pending: bool },
    Page(Box<PageHit>),
}

/// A page that was found, with its texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageHit {
    /// Address relative to the site's root.
    pub page: String,
    pub kind: String,
    pub publication: Option<String>,
    pub title: Marked,
    pub score: f32,
    #[serde(flatten)]
    pub best: Place,
    /// Further sections of the page.
    pub more: Vec<Place>,
}

/// A section that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place {
    pub anchor: Option<String>,
    pub heading: Option<Marked>,
    pub excerpt: Marked,
    /// The sought words as they stand there.
    pub words: Vec<String>,
}

/// Further sections of a page that a hit names.
const MORE: usize = 2;
/// The kind of a publication's contents.
pub const CONTENTS: &str = "publication";
/// Sections of a page among which those are looked for.
const LOOKED_AT: usize = 6;
/// Words of a place that are named.
const WORDS: usize = 8;
/// Pages with a smaller share of the best page's score are not worth a look.
const WORTHLESS: f32 = 0.08;

impl Engine {
    /// Opens an index by its boot file.
    ///
    /// # Errors
    /// If the boot file is damaged, or of another version.
    pub fn open(boot: &[u8]) -> Result<Engine, Damaged> {
        let mut boot = Boot::read(boot)?;
        let files = Chunked::new(&mut boot)?;
        let sound = guard::check(&files)?;
        if boot.pages.last().map_or(0, |page| page.first + page.sections) != sound.documents {
            return Err(Damaged);
        }
        let Opened { index, lengths } = open_index(files.clone()).map_err(|_| Damaged)?;
        let lists = Lists::new(index, files.clone(), sound);
        let language = Language::of(&boot.language);
        let own = Analyser::new(language);
        let others = boot.other.split_whitespace().map(|code| Analyser::new(Language::of(code))).collect();
        let pages = boot.pages.iter().zip(0u32..);
        let page_of = pages.flat_map(|(page, at)| std::iter::repeat_n(at, page.sections as usize)).collect();
        let ranking = Ranking::default();
        Ok(Engine {
            boot,
            files,
            dictionary: sound.dictionary,
            postings: lists,
            lengths,
            own,
            memory: Mutex::new(Memory::new(language)),
            others,
            ranking,
            page_of,
            lists: BTreeMap::new(),
            texts: BTreeMap::new(),
        })
    }

    /// Ranks by other numbers than the usual ones: for finding out which are best.
    pub fn set_ranking(&mut self, ranking: Ranking) {
        self.ranking = ranking;
    }

    /// Takes in a chunk.
    ///
    /// # Errors
    /// If its bytes are not those that the boot file names, or it names no such chunk.
    pub fn add(&mut self, id: usize, bytes: Vec<u8>) -> Result<(), Damaged> {
        let chunk = self.boot.chunks.get(id).ok_or(Damaged)?;
        if crc32fast::hash(&bytes) != chunk.sum {
            return Err(Damaged);
        }
        if let Some(bundle) = id.checked_sub(self.boot.first_bundle()) {
            self.texts.insert(bundle, texts::read(&bytes)?);
        } else if let Some(list) = id.checked_sub(self.boot.first_list()) {
            self.lists.insert(list, spelling::read(&bytes)?);
        } else if bytes.len() == chunk.ranges.iter().map(|range| range.len).sum::<usize>() {
            self.files.add(id, bytes);
        } else {
            return Err(Damaged);
        }
        Ok(())
    }

    /// Answers a question as far as the chunks that are here allow.
    ///
    /// # Errors
    /// If the index contradicts itself.
    pub fn ask(&self, request: &Request) -> Result<Answer, Damaged> {
        let query = query::read(request, &self.own, &self.others);
        if query.words.is_empty() {
            return Ok(Answer { total: Some(0), ..Answer::default() });
        }
        self.answer(request, &query).map_err(|_| Damaged)
    }

    fn answer(&self, request: &Request, query: &Query) -> io::Result<Answer> {
        let Some(resolved) = self.resolve(query)? else { return Ok(self.waiting()) };
        let contents = self.boot.kinds.iter().position(|kind| kind == CONTENTS).map(|at| at as u8);
        let scorer = Scorer {
            lists: &self.postings,
            lengths: &self.lengths,
            pages: &self.boot.pages,
            page_of: &self.page_of,
            ranking: &self.ranking,
            contents,
        };
        let Some(found) = scorer.score(query, &resolved.matches, &resolved.instead)? else { return Ok(self.waiting()) };
        let least = found.first().map_or(0.0, |best| best.score * WORTHLESS);
        let found: Vec<Found> = found.into_iter().filter(|found| found.score >= least).collect();
        let mut answer = self.count(request, &found);
        let chosen = found.iter().filter(|found| self.is_wanted(request, found.page, true, true));
        let shown: Vec<&Found> = chosen.skip(request.from).take(request.limit).collect();
        let missing: BTreeSet<usize> = shown
            .iter()
            .map(|found| self.bundle_of(found.page))
            .filter(|bundle| !self.texts.contains_key(bundle))
            .collect();
        answer.need = missing.into_iter().map(|bundle| self.need(bundle + self.boot.first_bundle())).collect();
        answer.hits = shown.iter().map(|found| self.hit(found, &resolved)).collect();
        if answer.need.is_empty() {
            answer.did_you_mean = self.correction(request, query, &resolved, &shown);
        }
        answer.corrected = resolved.corrected;
        Ok(answer)
    }

    /// An answer that says only what is missing.
    fn waiting(&self) -> Answer {
        let need = self.files.take_missing().into_iter().map(|id| self.need(id)).collect();
        Answer { need, ..Answer::default() }
    }

    fn need(&self, id: usize) -> Need {
        Need { id, file: self.boot.chunk_name(id) }
    }

    fn count(&self, request: &Request, found: &[Found]) -> Answer {
        let mut kinds = vec![0; self.boot.kinds.len()];
        let mut publications = vec![0; self.boot.publications.len()];
        let mut total = 0;
        for page in found.iter().map(|found| found.page) {
            let of = self.boot.pages[page];
            if self.is_wanted(request, page, false, true) {
                kinds.get_mut(usize::from(of.kind)).into_iter().for_each(|count| *count += 1);
            }
            if self.is_wanted(request, page, true, false) {
                let publication = of.publication.and_then(|at| publications.get_mut(usize::from(at)));
                publication.into_iter().for_each(|count| *count += 1);
            }
            total += usize::from(self.is_wanted(request, page, true, true));
        }
        let named = |names: &[String], counts: Vec<usize>| {
            names.iter().cloned().zip(counts).filter(|(_, count)| *count > 0).collect::<Vec<_>>()
        };
        Answer {
            total: Some(total),
            kinds: named(&self.boot.kinds, kinds),
            publications: named(&self.boot.publications, publications),
            ..Answer::default()
        }
    }

    /// Whether a page passes the filters that are to be looked at.
    fn is_wanted(&self, request: &Request, page: usize, by_kind: bool, by_publication: bool) -> bool {
        let page = &self.boot.pages[page];
        let kind = self.boot.kinds.get(usize::from(page.kind));
        let publication = page.publication.and_then(|at| self.boot.publications.get(usize::from(at)));
        let passes = |wanted: &Option<String>, has: Option<&String>| wanted.is_none() || wanted.as_ref() == has;
        (!by_kind || passes(&request.kind, kind)) && (!by_publication || passes(&request.publication, publication))
    }

    fn bundle_of(&self, page: usize) -> usize {
        self.boot.bundles.partition_point(|first| *first as usize <= page).saturating_sub(1)
    }

    fn text_of(&self, page: usize) -> Option<&PageText> {
        let bundle = self.bundle_of(page);
        let first = *self.boot.bundles.get(bundle)? as usize;
        self.texts.get(&bundle)?.get(page.checked_sub(first)?)
    }

    fn hit(&self, found: &Found, resolved: &Resolved) -> Hit {
        let Some(text) = self.text_of(found.page) else { return Hit::Pending { pending: true } };
        let page = self.boot.pages[found.page];
        let sought = Sought::new(&self.memory, &resolved.stems);
        let section = |document: u32| text.sections.get((document - page.first) as usize);
        let mut places =
            found.sections.iter().take(LOOKED_AT).filter_map(|(document, _)| section(*document)).map(|section| {
                let heading = (!section.heading.is_empty()).then(|| sought.mark(&section.heading));
                Place {
                    anchor: (!section.anchor.is_empty()).then(|| section.anchor.clone()),
                    heading,
                    excerpt: sought.excerpt(&section.text),
                    words: words(&sought, [&section.heading, &section.text]),
                }
            });
        let empty = Place { anchor: None, heading: None, excerpt: Vec::new(), words: Vec::new() };
        let best = places.next().unwrap_or(empty);
        // A section that has none of the words is there only for the page's title.
        let more = places.filter(|place| !place.words.is_empty()).take(MORE).collect();
        let publication = page.publication.and_then(|at| self.boot.publications.get(usize::from(at))).cloned();
        Hit::Page(Box::new(PageHit {
            page: text.url.clone(),
            kind: self.boot.kinds.get(usize::from(page.kind)).cloned().unwrap_or_default(),
            publication,
            title: sought.mark(&text.title),
            // To thousandths: the last bits of a sum are nobody's business.
            score: (found.score * 1000.0).round() / 1000.0,
            best,
            more,
        }))
    }

    /// The question with the mistyped words put right, in the form in which the found pages have them.
    fn correction(&self, request: &Request, query: &Query, resolved: &Resolved, shown: &[&Found]) -> Option<String> {
        if resolved.corrections.is_empty() {
            return None;
        }
        let mut text = request.q.clone();
        for (word, stem) in resolved.corrections.iter().rev() {
            let form =
                shown.iter().filter_map(|found| self.form_of(found.page, stem)).min_by_key(|form| form.chars().count());
            text.replace_range(query.words[*word].place.clone(), &form.unwrap_or_else(|| stem.clone()));
        }
        Some(text)
    }

    /// The shortest form of a stem that a page has.
    fn form_of(&self, page: usize, stem: &str) -> Option<String> {
        let text = self.text_of(page)?;
        let texts = std::iter::once(&text.title)
            .chain(text.sections.iter().flat_map(|section| [&section.heading, &section.text]));
        let forms = texts.flat_map(|text| Words::new(text)).filter(|word| self.own.term(word).stem == stem);
        forms.map(|word| word.letters.iter().collect::<String>()).min_by_key(|form| form.chars().count())
    }
}

/// The different words that are sought, as they stand in texts.
fn words(sought: &Sought, texts: [&String; 2]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for text in texts {
        for place in sought.places(text) {
            let word = text[place].to_lowercase();
            if !words.contains(&word) && words.len() < WORDS {
                words.push(word);
            }
        }
    }
    words
}

/// Tantivy's index, open.
pub(crate) struct Opened {
    pub index: Arc<InvertedIndexReader>,
    /// Words of each section.
    pub lengths: FieldNormReader,
}

/// Opens tantivy's index in a directory; all that this reads must be resident.
pub(crate) fn open_index<D: tantivy::Directory>(files: D) -> tantivy::Result<Opened> {
    let index = Index::open(files)?;
    let segment = index.searchable_segments()?.pop();
    let segment = segment.ok_or_else(|| tantivy::TantivyError::InternalError("no segment".into()))?;
    let reader = SegmentReader::open(&segment)?;
    let (_, field) = schema();
    Ok(Opened { index: reader.inverted_index(field)?, lengths: reader.get_fieldnorms_reader(field)? })
}
