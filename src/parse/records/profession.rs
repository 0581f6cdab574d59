//! A profession of the encyclopedia.

use jiff::civil::Date;

use super::lists::{reference, required_choice, required_reference};
use super::{Reader, Reference, Rich};
use crate::config::{Lang, Localised};
use crate::diag::Code;
use crate::yaml::{Fields, Origin};

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
    const NAMES: &[&str] = &["never", "sometimes", "often"];

    /// The word in records.
    pub fn name(self) -> &'static str {
        Often::NAMES[self as usize]
    }

    fn of(name: &str) -> Often {
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
const ORT: &[&str] = &["no", "yes", "check"];

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

/// Longest summary of a profession, in characters.
const MAX_SUMMARY: usize = 160;

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
}

impl Reader<'_> {
    pub(super) fn profession(&mut self, fields: &mut Fields) -> Option<Profession> {
        let title = self.plain(fields, "title");
        let summary = self.plain(fields, "summary");
        if let Some(summary) = &summary {
            self.check_summary(summary, fields);
        }
        let field = required_reference(fields, "field");
        self.check_complete(fields);
        let profession = Profession {
            official_title: self.claim(fields, "official_title", |reader, f, source| {
                let text = reader.plain(f, "text");
                Some(OfficialTitle { text: text?, source: source? })
            }),
            alt_titles: fields.lists_by_language("alt_titles", self.settings.languages),
            search_terms: fields.lists_by_language("search_terms", self.settings.languages),
            isco08: self.isco08(fields),
            tasks: self.counted(fields, "tasks", 5, 8),
            typical_day: self.one(fields, "typical_day", true),
            tools: self.many(fields, "tools"),
            workplace: self.many(fields, "workplace"),
            works_with: fields.choices("works_with", WORKS_WITH),
            conditions: self.conditions(fields),
            interests: self.interests(fields),
            competencies: self.competencies(fields),
            strengths: self.many(fields, "strengths"),
            school_subjects: fields.text_list("school_subjects"),
            routes: fields.maps("routes", |f| self.route(f)),
            study_at: fields.maps("study_at", |f| {
                let institution = required_reference(f, "institution");
                let source = self.claim_source(f);
                Some(StudyPlace { institution: institution?, source: source? })
            }),
            pay: self.claim(fields, "pay", |reader, f, source| reader.pay(f, source)),
            demand: self.claim(fields, "demand", |reader, f, source| reader.demand(f, source)),
            restrictions: fields.maps("restrictions", |f| {
                let kind = required_choice(f, "kind", RESTRICTIONS);
                let text = self.required(f, "text");
                let source = self.claim_source(f);
                Some(Restriction { kind: kind?, text: text?, source: source? })
            }),
            accessibility: self.one(fields, "accessibility", false),
            progression: self.one(fields, "progression", false),
            self_employment: self.inner(fields, "self_employment", |reader, f| {
                let how = required_choice(f, "how", SELF_EMPLOYMENT);
                let text = reader.required(f, "text");
                Some(SelfEmployment { how: how?, text: text? })
            }),
            changing: self.one(fields, "changing", false),
            near_alternatives: fields.text_list("near_alternatives"),
            related: fields.text_list("related"),
            try_it: self.counted(fields, "try_it", 3, 3),
            questions_to_ask: self.counted(fields, "questions_to_ask", 3, 5),
            sources: fields.text_list("sources"),
            updated: fields.date("updated"),
            review: self.review(fields),
            origin: self.origin.clone(),
            title: title?,
            summary: summary?,
            field: field?,
        };
        Some(profession)
    }

    /// What makes a profession whole, in the order of `bagyt new profession`. It can be published without, as a draft
    /// that somebody is still writing; all that is missing is named at once.
    fn check_complete(&self, fields: &mut Fields) {
        const WHOLE: [&str; 20] = [
            "isco08",
            "tasks",
            "typical_day",
            "tools",
            "workplace",
            "works_with",
            "conditions",
            "interests",
            "competencies",
            "strengths",
            "school_subjects",
            "routes",
            "progression",
            "self_employment",
            "changing",
            "near_alternatives",
            "try_it",
            "questions_to_ask",
            "sources",
            "review",
        ];
        let missing: Vec<&str> = WHOLE.into_iter().filter(|key| fields.is_empty(key)).collect();
        if missing.is_empty() {
            return;
        }
        let place = self.origin.place(&fields.path().key("type"));
        let message = format!("the profession lacks `{}`", missing.join("`, `"));
        let help = "Add them; `bagyt new profession` makes a file in which each is explained.";
        fields.out().add(Code::ProfessionIncomplete, place, message, help);
    }

    fn check_summary(&self, summary: &Localised, fields: &mut Fields) {
        for (lang, text) in summary.iter() {
            let length = text.chars().count();
            if length > MAX_SUMMARY {
                let path = fields.path().key("summary").key(self.settings.languages.code(lang));
                let place = self.origin.place(&path);
                let message = format!("the summary has {length} characters");
                fields.out().add(Code::TextTooLong, place, message, format!("Shorten it to at most {MAX_SUMMARY}."));
            }
        }
    }

    /// A list of texts that should have from `least` to `most` items.
    fn counted(&mut self, fields: &mut Fields, key: &'static str, least: usize, most: usize) -> Vec<Rich> {
        let texts = self.many(fields, key);
        self.check_count(fields, key, texts.len(), least, most);
        texts
    }

    fn check_count(&self, fields: &mut Fields, key: &'static str, count: usize, least: usize, most: usize) {
        if count == 0 || (least..=most).contains(&count) {
            return;
        }
        let place = self.origin.place(&fields.path().key(key));
        let wanted = if least == most { format!("{least}") } else { format!("{least} to {most}") };
        let message = format!("`{key}` has {count} {}", if count == 1 { "item" } else { "items" });
        fields.out().add(Code::RecordWrongNumber, place, message, format!("Write {wanted}."));
    }

    fn isco08(&self, fields: &mut Fields) -> Option<String> {
        let code = fields.text("isco08").filter(|code| !code.is_empty())?;
        if code.len() == 4 && code.bytes().all(|b| b.is_ascii_digit()) {
            return Some(code);
        }
        let message = format!("`{code}` is not a code of ISCO-08");
        self.bad(fields, "isco08", message, "Write four digits in quotes: \"5120\".");
        None
    }

    fn bad(&self, fields: &mut Fields, key: &str, message: String, help: &str) {
        let place = self.origin.place(&fields.path().key(key));
        fields.out().add(Code::YamlBadValue, place, message, help);
    }

    /// A map inside the record, read to its end.
    fn inner<T>(
        &mut self,
        fields: &mut Fields,
        key: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields) -> Option<T>,
    ) -> Option<T> {
        let mut inner = fields.map(key)?;
        let value = read(self, &mut inner);
        inner.finish();
        value
    }

    /// A map that states a fact, with the source that it must name.
    fn claim<T>(
        &mut self,
        fields: &mut Fields,
        key: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields, Option<Reference>) -> Option<T>,
    ) -> Option<T> {
        self.inner(fields, key, |reader, f| {
            let source = reader.claim_source(f);
            read(reader, f, source)
        })
    }

    /// The source of a claim; a claim without one is an error of its own.
    fn claim_source(&self, fields: &mut Fields) -> Option<Reference> {
        let source = reference(fields, "source").filter(|(_, id)| !id.is_empty());
        if source.is_none() {
            let place = self.origin.place(fields.path());
            let help = "Add `source: …`, an id of the list of sources, or remove the claim.";
            fields.out().add(Code::ClaimNoSource, place, "the claim has no source", help);
        }
        source
    }

    fn conditions(&mut self, fields: &mut Fields) -> Option<[Often; CONDITIONS.len()]> {
        self.inner(fields, "conditions", |_, f| {
            let mut all = [Often::Never; CONDITIONS.len()];
            let mut complete = true;
            for (condition, key) in all.iter_mut().zip(CONDITIONS) {
                match required_choice(f, key, Often::NAMES) {
                    Some(often) => *condition = Often::of(often),
                    None => complete = false,
                }
            }
            complete.then_some(all)
        })
    }

    fn interests(&mut self, fields: &mut Fields) -> Option<Interests> {
        let interests = self.inner(fields, "interests", |reader, f| {
            let mut all = [0; 6];
            let mut complete = true;
            for (interest, letter) in all.iter_mut().zip(Interests::LETTERS) {
                if f.get(letter).is_none() {
                    f.missing(letter, &format!("Add `{letter}: 0`, a number from 0 to 100."));
                }
                match reader.number(f, letter, 0, 100) {
                    Some(value) => *interest = value,
                    None => complete = false,
                }
            }
            complete.then_some(Interests(all))
        })?;
        if interests.is_flat() {
            let place = self.origin.place(&fields.path().key("interests"));
            let help = "Let the letters that matter stand out: the highest and the lowest must differ by 25 or more.";
            fields.out().add(Code::ProfessionFlatInterests, place, "the interests are all nearly alike", help);
        }
        Some(interests)
    }

    /// A whole number from `least` to `most`.
    fn number(&self, fields: &mut Fields, key: &'static str, least: u8, most: u8) -> Option<u8> {
        let value = fields.integer(key)?;
        let number = u8::try_from(value).ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let message = format!("`{value}` is not a number from {least} to {most}");
            self.bad(fields, key, message, &format!("Write a number from {least} to {most}."));
        }
        number
    }

    fn competencies(&mut self, fields: &mut Fields) -> Vec<Weighted> {
        let found = fields.maps("competencies", |f| {
            let id = required_reference(f, "id");
            if f.get("weight").is_none() {
                f.missing("weight", "Add `weight: 3`: how much it counts, from 1 to 3.");
            }
            let weight = self.number(f, "weight", 1, 3);
            Some(Weighted { id: id?, weight: weight? })
        });
        self.check_count(fields, "competencies", found.len(), 3, 5);
        found
    }

    fn route(&mut self, fields: &mut Fields) -> Option<Route> {
        let grade = fields.integer("after_grade");
        if fields.get("after_grade").is_none() {
            fields.missing("after_grade", "Add `after_grade: 9` or `after_grade: 11`.");
        }
        if let Some(other) = grade.filter(|grade| ![9, 11].contains(grade)) {
            self.bad(fields, "after_grade", format!("`{other}` is not 9 or 11"), "Write 9 or 11.");
        }
        let kind = required_choice(fields, "kind", ROUTE_KINDS);
        let nqf = self.number(fields, "nqf", 1, 9).map(i64::from);
        let months = self.months(fields);
        let ort = fields.choice("ort", ORT).unwrap_or("check");
        let document = fields.choice("document", DOCUMENTS);
        // A course or learning at work asks for no test anywhere; what schools ask for is a rule that somebody made.
        let claims = months.is_some() || ort == "yes" || (ort == "no" && matches!(kind, Some(kind) if is_school(kind)));
        let source = if claims { self.claim_source(fields) } else { reference(fields, "source") };
        let text = self.required(fields, "text");
        Some(Route { after_grade: grade?, kind: kind?, nqf, months, ort, document, source, text: text? })
    }

    /// `months: 3` or `months: [1, 3]`.
    fn months(&self, fields: &mut Fields) -> Option<(u16, u16)> {
        let (path, node) = fields.get("months")?;
        let number = |node: &crate::yaml::Node| match node {
            crate::yaml::Node::Integer(value) => u16::try_from(*value).ok().filter(|months| (1..=120).contains(months)),
            _ => None,
        };
        let found = match node {
            crate::yaml::Node::List(items) => match items.as_slice() {
                [from, to] => number(from).zip(number(to)).filter(|(from, to)| from <= to),
                _ => None,
            },
            one => number(one).map(|months| (months, months)),
        };
        if found.is_none() {
            let help = "Write the months, `months: 10`, or the least and the most, `months: [1, 3]`.";
            fields.out().add(Code::YamlBadValue, self.origin.place(&path), "this is not a number of months", help);
        }
        found
    }

    fn pay(&mut self, fields: &mut Fields, source: Option<Reference>) -> Option<Pay> {
        let basis = required_choice(fields, "basis", PAY_BASES);
        let mut number = |key: &'static str, help: &str| {
            if fields.get(key).is_none() {
                fields.missing(key, help);
            }
            fields.integer(key).filter(|value| *value > 0)
        };
        let from = number("from", "Add `from: …`, the lowest sum in som a month.");
        let to = number("to", "Add `to: …`, the highest sum in som a month; the same if there is one.");
        let year = number("year", "Add `year: …`, the year that the sums are from.");
        Some(Pay { basis: basis?, from: from?, to: to?, year: year?, source: source? })
    }

    fn demand(&mut self, fields: &mut Fields, source: Option<Reference>) -> Option<Demand> {
        let signal = required_choice(fields, "signal", SIGNALS);
        let basis = required_choice(fields, "basis", DEMAND_BASES);
        if fields.get("date").is_none() {
            fields.missing("date", "Add `date: 2026-01-19`, the day that the data are from.");
        }
        let date = fields.date("date");
        let text = self.required(fields, "text");
        Some(Demand { signal: signal?, basis: basis?, date: date?, source: source?, text: text? })
    }

    /// `draft`, or the day on which a human editor confirmed it.
    fn review(&mut self, fields: &mut Fields) -> Review {
        let codes: Vec<&'static str> = self.settings.languages.codes().map(|(_, code)| code).collect();
        let mut review = Review { texts: vec![None; codes.len()], facts: None };
        let Some(mut states) = fields.map("review") else { return review };
        let origin = self.origin;
        let mut state = |key: &'static str| {
            let text = states.text(key).filter(|text| text != "draft")?;
            let date = text.parse::<Date>().ok();
            if date.is_none() {
                let place = origin.place(&states.path().key(key));
                let help = "Write `draft`, or the day on which an editor confirmed it: 2026-11-21.";
                states.out().add(Code::YamlBadValue, place, format!("`{text}` is not a date"), help);
            }
            date
        };
        for (text, code) in review.texts.iter_mut().zip(codes) {
            *text = state(code);
        }
        review.facts = state("facts");
        states.finish();
        review
    }
}

fn is_school(kind: &str) -> bool {
    matches!(kind, "lyceum" | "college" | "university")
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
