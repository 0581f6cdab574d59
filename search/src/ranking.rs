//! The numbers of ranking.

use crate::schema::Zone;

/// The numbers that ranking turns on. [`Ranking::default`] has the ones that were found best for the question sets in
/// `tests/search`, by trying one after the other; none of them needs to be exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranking {
    /// How fast further occurrences of a word stop to count (BM25's k1).
    pub k1: f32,
    /// How much the length of a section lessens what stands in it (BM25's b).
    pub b: f32,
    /// What a word counts in a zone; in the text it is 1.
    pub title: f32,
    pub keyword: f32,
    pub other: f32,
    pub heading: f32,
    /// Part of a word's score that a section gets when the word stands elsewhere on its page only.
    pub elsewhere: f32,
    /// What each further section that answers adds to its page, as a part of its own score.
    pub further: f32,
    /// What remains of the score of a page that has a vanishing share of what was asked.
    pub uncovered: f32,
    /// Added for each two neighbours of the question that are neighbours in the section, as a share of their weight.
    pub together: f32,
    /// Added to the score of a page whose whole title was asked for, as a part of it.
    pub whole_title: f32,
    /// What the score of the top of a page is multiplied by: of sections that are equally good it is the one to open.
    pub top: f32,
    /// What the score of a publication's contents is multiplied by when its title has a word of the question: who asks
    /// for the professions means all of them.
    pub contents: f32,
    /// What the score of synonyms is multiplied by.
    pub instead: f32,
    /// What a match in other letters (о for ө) counts.
    pub other_spelling: f32,
}

impl Default for Ranking {
    fn default() -> Ranking {
        Ranking {
            k1: 2.9,
            b: 0.36,
            title: 8.0,
            keyword: 4.0,
            other: 1.4,
            heading: 6.0,
            elsewhere: 0.18,
            further: 0.2,
            uncovered: 0.54,
            together: 0.35,
            whole_title: 1.5,
            top: 1.075,
            contents: 2.5,
            instead: 0.8,
            other_spelling: 0.75,
        }
    }
}

impl Ranking {
    /// What a word counts in a zone.
    pub(crate) fn zone(&self, zone: Zone) -> f32 {
        match zone {
            Zone::Title => self.title,
            Zone::Keyword => self.keyword,
            Zone::Other => self.other,
            Zone::Heading => self.heading,
            Zone::Body => 1.0,
        }
    }
}
