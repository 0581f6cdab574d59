//! Which pages answer a question, and how well.
//!
//! BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009): a word's occurrences in the zones of a
//! page are weighted and added up before they saturate, so that a word in title and text counts once and more, not
//! twice. Title and keywords belong to the page, heading and text to a section; a page is worth what its best section
//! is worth together with them.

use std::collections::BTreeMap;
use std::io;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, TermInfo};
use tantivy::{DocSet, TERMINATED};

use crate::boot::Page;
use crate::bytes::Damaged;
use crate::lists::Lists;
use crate::query::Query;
use crate::ranking::Ranking;
use crate::schema::Zone;

/// Sections whose words' places are looked at.
const LOOKED_AT: usize = 200;
/// Positions longer than this are read only where a phrase in quotes needs them.
const LONG_POSITIONS: usize = 32 * 1024;

/// A term of the index that matches a word of the question.
#[derive(Debug, Clone)]
pub struct Match {
    pub info: TermInfo,
    pub zone: Zone,
    /// At most 1, for a match as good as any.
    pub weight: f32,
}

/// Words that stand for others of the question.
#[derive(Debug, Clone)]
pub struct Instead {
    /// The words of the question that they stand for.
    pub span: std::ops::Range<usize>,
    /// For each word its matches.
    pub words: Vec<Vec<Match>>,
}

/// A page that answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub page: usize,
    pub score: f32,
    /// Its sections with matches of their own, the best first; the number is that of the document.
    pub sections: Vec<(u32, f32)>,
}

/// Reads postings and scores.
pub struct Scorer<'a> {
    pub lists: &'a Lists,
    pub lengths: &'a FieldNormReader,
    pub pages: &'a [Page],
    /// The page of each section.
    pub page_of: &'a [u32],
    /// The kind of the pages that are contents of publications.
    pub contents: Option<u8>,
    pub ranking: &'a Ranking,
}

/// For one word: how often it stands at the head of each page and in each section, weighted, and how good the best of
/// its matches there is.
struct Counts {
    pages: Vec<Count>,
    sections: Vec<Count>,
    /// Pages that have the word anywhere.
    seen: Vec<bool>,
    idf: f32,
    k1: f32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    occurrences: f32,
    quality: f32,
}

impl Count {
    const NONE: Count = Count { occurrences: 0.0, quality: 0.0 };

    fn is_some(self) -> bool {
        self.occurrences > 0.0
    }

    fn and(self, other: Count) -> Count {
        Count { occurrences: self.occurrences + other.occurrences, quality: self.quality.max(other.quality) }
    }
}

impl Counts {
    /// Of a section together with the head of its page.
    fn here(&self, page: usize, section: usize) -> f32 {
        self.score(self.pages[page].and(self.sections[section]))
    }

    /// Of the best section of a page together with its head.
    fn best(&self, at: usize, page: &Page) -> f32 {
        let most = |a: Count, b: Count| if b.occurrences * b.quality > a.occurrences * a.quality { b } else { a };
        let best = sections_of(page).map(|section| self.sections[section]).fold(Count::NONE, most);
        self.score(self.pages[at].and(best))
    }

    /// Occurrences saturate; the quality does not.
    fn score(&self, count: Count) -> f32 {
        self.idf * count.quality * count.occurrences * (self.k1 + 1.0) / (count.occurrences + self.k1)
    }
}

impl Scorer<'_> {
    /// The pages that answer, the best first. `None` if postings have not arrived: the directory has noted which.
    ///
    /// # Errors
    /// If the index is damaged.
    pub fn score(&self, query: &Query, matches: &[Vec<Match>], instead: &[Instead]) -> io::Result<Option<Vec<Found>>> {
        let counts = self.all_counts(matches)?;
        let alternatives: Vec<Option<Vec<Counts>>> =
            instead.iter().map(|instead| self.all_counts(&instead.words)).collect::<io::Result<_>>()?;
        let places_ready = self.touch_positions(query, matches)?;
        let Some(counts) = counts.filter(|_| places_ready) else { return Ok(None) };
        let Some(alternatives) = alternatives.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
        let alternatives: Vec<(&Instead, Vec<Counts>)> = instead.iter().zip(alternatives).collect();
        let weights = weights(&counts, &alternatives);
        let mut sections = self.sections(&counts, &alternatives, &weights);
        self.consider_places(query, matches, &counts, &mut sections)?;
        Ok(Some(self.gather(query, &counts, sections)))
    }

    fn all_counts(&self, words: &[Vec<Match>]) -> io::Result<Option<Vec<Counts>>> {
        // Every word is tried before giving up, so that everything missing is noted at once.
        let counts: Vec<Option<Counts>> =
            words.iter().map(|matches| self.counts(matches)).collect::<io::Result<_>>()?;
        Ok(counts.into_iter().collect())
    }

    fn counts(&self, matches: &[Match]) -> io::Result<Option<Counts>> {
        let documents = self.page_of.len();
        let mut counts = Counts {
            pages: vec![Count::NONE; self.pages.len()],
            sections: vec![Count::NONE; documents],
            seen: vec![false; self.pages.len()],
            idf: 0.0,
            k1: self.ranking.k1,
        };
        let average = self.lists.words() as f32 / documents.max(1) as f32;
        let mut missing = false;
        for found in matches {
            let mut postings = match self.lists.postings(&found.info) {
                Ok(postings) => postings,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    missing = true;
                    continue;
                }
                Err(error) => return Err(error),
            };
            let weight = found.weight * self.ranking.zone(found.zone);
            let mut document = postings.doc();
            while document != TERMINATED {
                let page = self.page_of.get(document as usize).ok_or(Damaged)?;
                let page = *page as usize;
                counts.seen[page] = true;
                let frequency = postings.term_freq() as f32;
                match found.zone {
                    Zone::Body | Zone::Heading => {
                        let length = match found.zone {
                            Zone::Body => {
                                1.0 + self.ranking.b * (self.lengths.fieldnorm(document) as f32 / average - 1.0)
                            }
                            _ => 1.0,
                        };
                        let count = &mut counts.sections[document as usize];
                        *count = count.and(Count { occurrences: weight * frequency / length, quality: found.weight });
                    }
                    // A title that repeats its word is no better for it.
                    _ => {
                        let count = &mut counts.pages[page];
                        count.occurrences = count.occurrences.max(weight);
                        count.quality = count.quality.max(found.weight);
                    }
                }
                document = postings.advance();
            }
        }
        if missing {
            return Ok(None);
        }
        let with = counts.seen.iter().filter(|seen| **seen).count() as f32;
        let pages = self.pages.len() as f32;
        counts.idf = libm::logf(1.0 + (pages - with + 0.5) / (with + 0.5));
        Ok(Some(counts))
    }

    fn page_of(&self, document: u32) -> usize {
        self.page_of.get(document as usize).map_or(0, |page| *page as usize)
    }

    /// Reads the positions that [`Scorer::consider_places`] will need, so that they arrive together with the postings.
    fn touch_positions(&self, query: &Query, matches: &[Vec<Match>]) -> io::Result<bool> {
        let mut ready = true;
        for (at, found) in self.placed(query, matches) {
            let _ = at;
            match self.lists.with_positions(&found.info) {
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => ready = false,
                Err(error) => return Err(error),
            }
        }
        Ok(ready)
    }

    /// The matches whose places matter, with the number of their word.
    fn placed<'m>(&self, query: &'m Query, matches: &'m [Vec<Match>]) -> impl Iterator<Item = (usize, &'m Match)> {
        let several = query.words.len() > 1;
        matches.iter().enumerate().flat_map(|(at, found)| found.iter().map(move |found| (at, found))).filter(
            move |(at, found)| {
                let quoted = query.phrases.iter().any(|phrase| phrase.contains(at));
                several && (quoted || found.info.positions_range.len() <= LONG_POSITIONS)
            },
        )
    }

    /// Scores every section that has to do with the question.
    fn sections(
        &self,
        counts: &[Counts],
        alternatives: &[(&Instead, Vec<Counts>)],
        weights: &[f32],
    ) -> Vec<(u32, usize, f32)> {
        let all: f32 = weights.iter().sum();
        let mut scored = Vec::new();
        let mut best = vec![0.0f32; counts.len()];
        let mut here = vec![0.0f32; counts.len()];
        let all_counts = || counts.iter().chain(alternatives.iter().flat_map(|(_, words)| words));
        for (at, page) in self.pages.iter().enumerate() {
            if !all_counts().any(|count| count.seen[at]) {
                continue;
            }
            best.fill(0.0);
            for (word, count) in counts.iter().enumerate() {
                best[word] = count.best(at, page);
            }
            let page_alternatives = self.raise(&mut best, alternatives, at, None, weights);
            if best.iter().all(|score| *score == 0.0) {
                continue;
            }
            let covered: f32 =
                best.iter().zip(weights).map(|(score, weight)| if *score > 0.0 { *weight } else { 0.0 }).sum();
            let covered = if all > 0.0 { covered / all } else { 0.0 };
            for section in sections_of(page) {
                for (word, count) in counts.iter().enumerate() {
                    here[word] = count.here(at, section);
                }
                if page_alternatives {
                    self.raise(&mut here, alternatives, at, Some(section), weights);
                }
                let stands = |count: &Counts| count.sections[section].is_some();
                let own = counts.iter().any(stands) || alternatives.iter().any(|(_, words)| words.iter().any(stands));
                if !own && section != page.first as usize {
                    continue;
                }
                let mut score = 0.0;
                for word in 0..counts.len() {
                    score += here[word].max(self.ranking.elsewhere * best[word]);
                }
                score *= self.ranking.uncovered + (1.0 - self.ranking.uncovered) * covered * covered;
                scored.push((section as u32, at, score));
            }
        }
        scored
    }

    /// Lifts the scores of words to those of the words that stand for them. Whether any did.
    fn raise(
        &self,
        scores: &mut [f32],
        alternatives: &[(&Instead, Vec<Counts>)],
        page: usize,
        section: Option<usize>,
        weights: &[f32],
    ) -> bool {
        let mut raised = false;
        for (instead, words) in alternatives {
            let score = |count: &Counts| match section {
                Some(section) => count.here(page, section),
                None => count.best(page, &self.pages[page]),
            };
            let scored: Vec<f32> = words.iter().map(score).collect();
            if scored.iter().all(|score| *score > 0.0) {
                let total: f32 = scored.iter().sum::<f32>() * self.ranking.instead;
                let weight: f32 = instead.span.clone().map(|word| weights[word]).sum();
                for word in instead.span.clone() {
                    let share = if weight > 0.0 { total * weights[word] / weight } else { 0.0 };
                    raised |= share > 0.0;
                    scores[word] = scores[word].max(share);
                }
            }
        }
        raised
    }

    /// Raises sections in which neighbours of the question are neighbours; drops those without a phrase in quotes.
    fn consider_places(
        &self,
        query: &Query,
        matches: &[Vec<Match>],
        counts: &[Counts],
        sections: &mut Vec<(u32, usize, f32)>,
    ) -> io::Result<()> {
        if query.words.len() < 2 {
            return Ok(());
        }
        sections.sort_unstable_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        if query.phrases.is_empty() {
            self.raise_neighbours(query, matches, counts, &mut sections[..])?;
        } else {
            let places = self.places(query, matches, sections.iter().map(|section| section.0))?;
            sections.retain(|(document, _, _)| {
                query.phrases.iter().all(|phrase| phrase_stands(&places, *document, phrase.clone()))
            });
        }
        Ok(())
    }

    fn raise_neighbours(
        &self,
        query: &Query,
        matches: &[Vec<Match>],
        counts: &[Counts],
        sections: &mut [(u32, usize, f32)],
    ) -> io::Result<()> {
        let looked_at = sections.len().min(LOOKED_AT);
        let sections = &mut sections[..looked_at];
        let places = self.places(query, matches, sections.iter().map(|section| section.0))?;
        let all: f32 = counts.iter().map(|count| count.idf).sum::<f32>().max(f32::MIN_POSITIVE);
        for (document, page, score) in sections {
            // A title's places are its page's, whichever section is looked at.
            let head = self.pages[*page].first;
            for first in 0..query.words.len() - 1 {
                let close = closeness(&places, *document, first).max(closeness(&places, head, first));
                *score *= 1.0 + self.ranking.together * close * (counts[first].idf + counts[first + 1].idf) / all;
            }
        }
        Ok(())
    }

    /// Where the words stand in certain documents.
    fn places(
        &self,
        query: &Query,
        matches: &[Vec<Match>],
        documents: impl Iterator<Item = u32>,
    ) -> io::Result<Places> {
        let mut wanted: Vec<u32> = documents.collect();
        let heads: Vec<u32> = wanted.iter().map(|document| self.pages[self.page_of(*document)].first).collect();
        wanted.extend(heads);
        wanted.sort_unstable();
        wanted.dedup();
        let mut places = Places::new();
        for (word, found) in self.placed(query, matches) {
            let mut postings = self.lists.with_positions(&found.info)?;
            let mut positions = Vec::new();
            for document in &wanted {
                if postings.doc() < *document {
                    postings.seek(*document);
                }
                if postings.doc() == *document {
                    postings.positions(&mut positions);
                    places.entry((*document, found.zone, word)).or_default().extend_from_slice(&positions);
                }
            }
        }
        places.values_mut().for_each(|positions| positions.sort_unstable());
        Ok(places)
    }

    /// Sections → pages.
    fn gather(&self, query: &Query, counts: &[Counts], sections: Vec<(u32, usize, f32)>) -> Vec<Found> {
        let mut pages: BTreeMap<usize, Found> = BTreeMap::new();
        for (document, page, mut score) in sections {
            if document == self.pages[page].first {
                score *= self.ranking.top;
            }
            let found = pages.entry(page).or_insert(Found { page, score: 0.0, sections: Vec::new() });
            found.sections.push((document, score));
        }
        let mut found: Vec<Found> = pages.into_values().collect();
        for page in &mut found {
            page.sections.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            let words = f32::from(self.pages[page.page].title_words);
            let in_title = |count: &&Counts| count.pages[page.page].occurrences >= self.ranking.title;
            let asked = counts.iter().filter(in_title).count() as f32;
            let whole = (asked / words.max(1.0)).min(1.0) * (asked / query.words.len().max(1) as f32);
            let further: f32 = page.sections.iter().skip(1).take(4).map(|section| section.1).sum();
            let best = page.sections.first().map_or(0.0, |best| best.1);
            page.score = (best + self.ranking.further * further) * (1.0 + self.ranking.whole_title * whole);
            if asked > 0.0 && self.contents == Some(self.pages[page.page].kind) {
                page.score *= self.ranking.contents;
            }
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.page.cmp(&b.page)));
        found
    }
}

type Places = BTreeMap<(u32, Zone, usize), Vec<u32>>;

/// How close a word of the question stands to its follower: 1 as there, less with words between or the other way
/// round, 0 if they are far apart.
fn closeness(places: &Places, document: u32, first: usize) -> f32 {
    const NEAR: u32 = 4;
    if phrase_stands(places, document, first..first + 2) {
        return 1.0;
    }
    let near = Zone::ALL.into_iter().any(|zone| {
        let of = |word: usize| places.get(&(document, zone, word)).map_or(&[][..], Vec::as_slice);
        let followers = of(first + 1);
        of(first).iter().any(|place| {
            let after = followers.partition_point(|other| *other < place.saturating_sub(NEAR));
            followers.get(after).is_some_and(|other| *other <= place + NEAR)
        })
    });
    if near { 0.5 } else { 0.0 }
}

fn phrase_stands(places: &Places, document: u32, words: std::ops::Range<usize>) -> bool {
    Zone::ALL.into_iter().any(|zone| {
        let of = |word: usize| places.get(&(document, zone, word)).map_or(&[][..], Vec::as_slice);
        of(words.start).iter().any(|start| {
            words.clone().enumerate().skip(1).all(|(at, word)| of(word).binary_search(&(start + at as u32)).is_ok())
        })
    })
}

/// How much each word of the question matters for what is covered: a word that nothing has counts as a rare one.
fn weights(counts: &[Counts], alternatives: &[(&Instead, Vec<Counts>)]) -> Vec<f32> {
    let mut weights: Vec<f32> = counts.iter().map(|count| count.idf).collect();
    for (instead, words) in alternatives {
        let own: f32 = words.iter().map(|count| count.idf).sum::<f32>() / instead.span.len().max(1) as f32;
        for word in instead.span.clone() {
            weights[word] = weights[word].min(own.max(0.1));
        }
    }
    weights
}

fn sections_of(page: &Page) -> std::ops::Range<usize> {
    page.first as usize..(page.first + page.sections) as usize
}
