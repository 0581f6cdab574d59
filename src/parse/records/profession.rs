//! A profession of the encyclopedia.

use jiff::civil::Date;

use super::{Reference, Rich};
use crate::lang::{Lang, Localised};
use crate::yaml::Origin;

/// A profession of the encyclopedia.
#[derive(Debug, Hash)]
pub struct Profession {
    pub title: Localised,
    /// What the official list calls it; `None` if it is not there or nobody has looked.
    pub official_title: Option<OfficialTitle>,
    /// Other names, one list a language.
    pub alt_titles: Vec<Vec<String>>,
    /// Words that lead here and are not shown, one list a language.
    pub search_terms: Vec<Vec<String>>,
    /// Id of a field of work.
    pub field: Reference,
    /// Four digits of the International Standard Classification of Occupations.
    pub isco08: Option<String>,
    pub summary: Localised,
    pub tasks: Vec<Rich>,
    pub typical_day: Option<Rich>,
    pub tools: Vec<Rich>,
    pub workplace: Vec<Rich>,
    /// Some of [`WORKS_WITH`].
    pub works_with: Vec<&'static str>,
    /// How often each of [`CONDITIONS`] holds.
    pub conditions: Option<[Often; CONDITIONS.len()]>,
    pub interests: Option<Interests>,
    pub competencies: Vec<Weighted>,
    pub strengths: Vec<Rich>,
    /// Ids of school subjects.
    pub school_subjects: Vec<Reference>,
    pub routes: Vec<Route>,
    pub study_at: Vec<StudyPlace>,
    pub pay: Option<Pay>,
    pub demand: Option<Demand>,
    pub restrictions: Vec<Restriction>,
    pub accessibility: Option<Rich>,
    pub progression: Option<Rich>,
    pub self_employment: Option<SelfEmployment>,
    pub changing: Option<Rich>,
    /// Ids of professions to take instead.
    pub near_alternatives: Vec<Reference>,
    /// Ids of professions that are like it.
    pub related: Vec<Reference>,
    pub try_it: Vec<Rich>,
    pub questions_to_ask: Vec<Rich>,
    /// Ids of sources of what no claim gives a source for.
    pub sources: Vec<Reference>,
    pub updated: Option<Date>,
    pub review: Review,
    pub origin: Origin,
}

/// A title as an official list has it.
#[derive(Debug, Hash)]
pub struct OfficialTitle {
    pub text: Localised,
    pub source: Reference,
}

/// How often a condition of work holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Often {
    Never,
    Sometimes,
    Often,
}

impl Often {
    pub(super) const NAMES: &[&str] = &["never", "sometimes", "often"];

    /// The word in records.
    pub fn name(self) -> &'static str {
        Often::NAMES[self as usize]
    }

    pub(super) fn of(name: &str) -> Often {
        match name {
            "never" => Often::Never,
            "sometimes" => Often::Sometimes,
            _ => Often::Often,
        }
    }
}

/// The conditions of work that every profession tells.
pub const CONDITIONS: [&str; 7] = ["outdoor", "shift", "physical", "travel", "team", "screen", "noise_dust"];
/// What a profession has to do with.
pub const WORKS_WITH: &[&str] = &["people", "things", "information", "nature"];

/// Interests after Holland, each 0–100, in the order of [`Interests::LETTERS`].
///
/// Source of the model: J. L. Holland, Making Vocational Choices (1997). The numbers are the editors' estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interests(pub [u8; 6]);

impl Interests {
    /// Realistic, investigative, artistic, social, enterprising, conventional.
    pub const LETTERS: [&str; 6] = ["R", "I", "A", "S", "E", "C"];
    /// A letter below this is no interest of the profession.
    const LOW: u8 = 40;
    /// A profile whose letters differ by less says nothing.
    const FLAT: u8 = 25;

    /// Numbers of the letters that describe the profession, the strongest first: at most three. Equal ones stand in the
    /// order of the letters.
    pub fn code(&self) -> Vec<usize> {
        let mut letters: Vec<usize> = (0..6).filter(|letter| self.0[*letter] >= Interests::LOW).collect();
        letters.sort_by_key(|letter| std::cmp::Reverse(self.0[*letter]));
        letters.truncate(3);
        letters
    }

    /// `R-I-S`: the letters that describe the profession.
    pub fn written(&self) -> String {
        self.code().into_iter().map(|letter| Interests::LETTERS[letter]).collect::<Vec<_>>().join("-")
    }

    /// Whether all letters are nearly alike.
    pub fn is_flat(&self) -> bool {
        let (low, high) = (self.0.iter().min(), self.0.iter().max());
        matches!((low, high), (Some(low), Some(high)) if high - low < Interests::FLAT)
    }
}

/// A competency and how much it counts, 1–3.
#[derive(Debug, Hash)]
pub struct Weighted {
    pub id: Reference,
    pub weight: u8,
}

/// One way into a profession.
#[derive(Debug, Hash)]
pub struct Route {
    /// 9 or 11.
    pub after_grade: i64,
    /// One of [`ROUTE_KINDS`].
    pub kind: &'static str,
    /// Level of the National Qualifications Framework.
    pub nqf: Option<i64>,
    /// Shortest and longest duration in months.
    pub months: Option<(u16, u16)>,
    /// Whether the national test (ЖРТ, ОРТ) is needed: `no`, `yes` or `check`.
    pub ort: &'static str,
    /// What one gets at the end, one of [`DOCUMENTS`].
    pub document: Option<&'static str>,
    pub source: Option<Reference>,
    pub text: Rich,
}

/// The kinds of [`Route`].
pub const ROUTE_KINDS: &[&str] = &["lyceum", "college", "university", "short_course", "on_the_job"];
/// What a [`Route`] may end with.
pub const DOCUMENTS: &[&str] = &["none", "certificate", "lyceum", "college", "bachelor", "specialist", "master"];
/// Whether a [`Route`] asks for the national test.
pub const ORT: &[&str] = &["no", "yes", "check"];

/// Where a profession is taught.
#[derive(Debug, Hash)]
pub struct StudyPlace {
    pub institution: Reference,
    pub source: Reference,
}

/// What is paid, in som a month.
#[derive(Debug, Hash)]
pub struct Pay {
    /// What the numbers are: one of [`PAY_BASES`].
    pub basis: &'static str,
    pub from: i64,
    pub to: i64,
    pub year: i64,
    pub source: Reference,
}

/// What is known of the demand for a profession.
#[derive(Debug, Hash)]
pub struct Demand {
    /// One of [`SIGNALS`].
    pub signal: &'static str,
    /// One of [`DEMAND_BASES`].
    pub basis: &'static str,
    pub date: Date,
    pub source: Reference,
    pub text: Rich,
}

/// What the numbers of a [`Pay`] are.
pub const PAY_BASES: &[&str] = &["sector_average", "region_average", "vacancies"];
/// What a [`Demand`] says.
pub const SIGNALS: &[&str] = &["high", "steady", "low"];
/// Where a [`Demand`] comes from.
pub const DEMAND_BASES: &[&str] = &["vacancies", "employers", "forecast"];

/// Who may not do the work, or only with something.
#[derive(Debug, Hash)]
pub struct Restriction {
    /// One of [`RESTRICTIONS`].
    pub kind: &'static str,
    pub text: Rich,
    pub source: Reference,
}

/// The kinds of [`Restriction`].
pub const RESTRICTIONS: &[&str] = &["age", "health", "licence"];

/// Whether one can work for oneself.
#[derive(Debug, Hash)]
pub struct SelfEmployment {
    /// One of [`SELF_EMPLOYMENT`].
    pub how: &'static str,
    pub text: Rich,
}

/// How usual [`SelfEmployment`] is.
pub const SELF_EMPLOYMENT: &[&str] = &["rare", "possible", "common"];

/// When a human editor confirmed what; `None` while it is a draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Review {
    /// The text in each language.
    pub texts: Vec<Option<Date>>,
    pub facts: Option<Date>,
}

impl Review {
    /// Whether something still has to be confirmed.
    pub fn is_draft(&self) -> bool {
        self.facts.is_none() || self.texts.iter().any(Option::is_none)
    }

    /// When the text in a language was confirmed.
    pub fn text(&self, lang: Lang) -> Option<Date> {
        self.texts[lang.index()]
    }
}

impl Profession {
    /// Every reference to a source, in the order of the record.
    pub fn source_references(&self) -> impl Iterator<Item = &Reference> {
        let official = self.official_title.iter().map(|title| &title.source);
        let routes = self.routes.iter().filter_map(|route| route.source.as_ref());
        let places = self.study_at.iter().map(|place| &place.source);
        let pay = self.pay.iter().map(|pay| &pay.source);
        let demand = self.demand.iter().map(|demand| &demand.source);
        let restrictions = self.restrictions.iter().map(|restriction| &restriction.source);
        official.chain(routes).chain(places).chain(pay).chain(demand).chain(restrictions).chain(&self.sources)
    }

    /// Ids of its sources, each once, in the order of the record.
    pub fn source_ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for (_, id) in self.source_references() {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
        ids
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Interests;

    #[test]
    fn the_code_names_the_strongest_letters() {
        assert_eq!(Interests([80, 20, 45, 30, 30, 45]).code(), [0, 2, 5], "equal ones stand in the order of letters");
        assert_eq!(Interests([39, 20, 10, 90, 0, 0]).code(), [3], "what is low is no interest");
        assert_eq!(Interests([90, 80, 70, 60, 50, 40]).code(), [0, 1, 2], "three at most");
        assert!(Interests([50, 50, 60, 50, 40, 64]).is_flat());
        assert!(!Interests([50, 50, 65, 50, 40, 64]).is_flat());
    }

    proptest! {
        #[test]
        fn a_code_is_sorted_by_strength_and_names_each_letter_once(values in proptest::array::uniform6(0u8..=100)) {
            let interests = Interests(values);
            let code = interests.code();
            prop_assert!(code.windows(2).all(|pair| values[pair[0]] >= values[pair[1]] && pair[0] != pair[1]));
            let left_out = (0..6).filter(|letter| !code.contains(letter) && values[*letter] >= 40);
            let weakest = code.last().map_or(100, |letter| values[*letter]);
            prop_assert!(left_out.into_iter().all(|letter| code.len() == 3 && values[letter] <= weakest));
        }
    }
}
