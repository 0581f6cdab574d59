//! A self-test: items that a person answers, scales, and how answers are scored.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::{required_choice, required_reference};
use super::{Interests, Reader, Reference, Rich};
use crate::diag::{Code, did_you_mean};
use crate::lang::Localised;
use crate::messages::say;
use crate::yaml::{Fields, Node, Origin};

/// A self-test.
#[derive(Debug, Hash)]
pub struct SelfTest {
    /// One of [`TEST_KINDS`].
    pub kind: &'static str,
    pub title: Localised,
    pub summary: Localised,
    /// Words that lead here and are not shown, one list a language.
    pub search_terms: Vec<Vec<String>>,
    /// What one should know before and what the result does not say.
    pub intro: Rich,
    /// What is asked of every item.
    pub question: Localised,
    /// The answers, from the least, which counts 0.
    pub answers: Vec<Localised>,
    /// How long all items take.
    pub minutes: i64,
    /// How long the short form takes, if there is one: it has the items that say `short: true`.
    pub short_minutes: Option<i64>,
    pub scales: Vec<Scale>,
    /// In the order of the record.
    pub items: Vec<TestItem>,
    pub scoring: Scoring,
    pub results: Results,
    pub sources: Vec<Reference>,
    pub origin: Origin,
}

/// What several items measure: an interest, or a competency; what it is called and means is said where that is defined.
#[derive(Debug, Hash)]
pub struct Scale {
    /// A letter of [`Interests::LETTERS`], or the id of a competency.
    pub id: Reference,
    /// What to try out.
    pub try_it: Vec<Localised>,
}

/// One thing that is asked.
#[derive(Debug, Hash)]
pub struct TestItem {
    /// What stored answers call it; it stays when the words change.
    pub id: String,
    /// Number of its scale.
    pub scale: usize,
    /// Whether it belongs to the short form too.
    pub short: bool,
    pub text: Localised,
}

/// From where on answers say something; `scoring` explains each.
#[derive(Debug, Clone, Hash)]
pub struct Scoring {
    /// Least spread of the sums, in hundredths of the highest possible.
    pub flat: u32,
    /// Least highest sum, in hundredths of the highest possible.
    pub low: u32,
    /// Longest run of one answer.
    pub same: usize,
    /// Fewest seconds an item.
    pub fast: u32,
    /// The bands of nearness to professions, the narrowest first: in how many of a hundred cases chance gets there, and their names.
    pub bands: Vec<Band>,
}

/// A band of nearness.
#[derive(Debug, Clone, Hash)]
pub struct Band {
    pub chance: u32,
    pub title: Localised,
}

/// What is said of a profile by how sure it is.
#[derive(Debug, Hash)]
pub struct Results {
    pub clear: Localised,
    pub likely: Localised,
    pub none: Localised,
}

/// How a [`SelfTest`] is scored: `interests` against the profiles of professions, `strengths` within the person.
pub const TEST_KINDS: &[&str] = &["interests", "strengths"];
/// Fewest and most answers.
const ANSWERS: std::ops::RangeInclusive<usize> = 3..=7;
/// Most items of a test.
const MAX_ITEMS: usize = 200;

impl SelfTest {
    /// The order in which items are answered: one of each scale by turns, so that no answer follows one to the same scale; those
    /// of the short form come first.
    pub fn order(&self) -> Vec<usize> {
        let of_scale = |scale: usize| {
            let mut items: Vec<usize> = (0..self.items.len()).filter(|at| self.items[*at].scale == scale).collect();
            items.sort_by_key(|at| !self.items[*at].short);
            items
        };
        let lists: Vec<Vec<usize>> = (0..self.scales.len()).map(of_scale).collect();
        let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
        (0..longest).flat_map(|turn| lists.iter().filter_map(move |list| list.get(turn).copied())).collect()
    }
}

impl Reader<'_> {
    pub(super) fn self_test(&mut self, fields: &mut Fields) -> Option<SelfTest> {
        let draft = fields.out().is_of_draft();
        let kind = required_choice(fields, "kind", TEST_KINDS).or(draft.then_some(TEST_KINDS[0]));
        let (title, summary) = self.titled(fields);
        let intro = fields.required_localised("intro", self.settings.languages);
        let intro = intro.map(|found| self.rich(found, true, fields.out()));
        let question = self.plain(fields, "question");
        let answers = self.answers(fields);
        let minutes = whole(fields, "minutes", 1, 120).or(draft.then_some(1));
        let short_minutes = fields.get("short_minutes").is_some().then(|| whole(fields, "short_minutes", 1, 120));
        let scales = self.scales(fields, kind);
        let items = self.items(fields, &scales);
        self.check_balance(fields, &scales, &items);
        let scoring = self.inner(fields, "scoring", |reader, f| reader.scoring(f, kind));
        let results = self.inner(fields, "results", |reader, f| {
            let (clear, likely, none) = (reader.plain(f, "clear"), reader.plain(f, "likely"), reader.plain(f, "none"));
            Some(Results { clear: clear?, likely: likely?, none: none? })
        });
        for key in ["scoring", "results"] {
            if fields.get(key).is_none() {
                fields.missing(key, say::add_architecture_md_and_tests_of_site(key));
            }
        }
        Some(SelfTest {
            kind: kind?,
            search_terms: fields.lists_by_language("search_terms", self.settings.languages),
            sources: fields.text_list("sources"),
            origin: self.origin.clone(),
            title: title?,
            summary: summary?,
            intro: intro?,
            question: question?,
            answers: answers?,
            minutes: minutes?,
            short_minutes: match short_minutes {
                Some(minutes) => Some(minutes?),
                None => None,
            },
            scales,
            items,
            scoring: scoring?,
            results: results?,
        })
    }

    fn answers(&self, fields: &mut Fields) -> Option<Vec<Localised>> {
        let answers = fields.localised_list("answers", self.settings.languages);
        let given = count(fields, "answers");
        if fields.is_empty("answers") {
            fields.missing("answers", say::add_list_of_answers_from_least());
            return None;
        }
        if !ANSWERS.contains(&given) {
            let message = say::there_are_answers(given);
            let help = say::give_to_from_least_to_most(*ANSWERS.start(), *ANSWERS.end());
            fields.bad_value("answers", message, help);
            return None;
        }
        (answers.len() == given).then(|| answers.into_iter().map(|(_, text)| text).collect())
    }

    fn scales(&self, fields: &mut Fields, kind: Option<&'static str>) -> Vec<Scale> {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let scales = fields.maps("scales", |f| {
            let id = required_reference(f, "id");
            let try_it = f.localised_list("try", self.settings.languages).into_iter().map(|(_, text)| text).collect();
            let id = id?;
            let place = self.origin.place(&id.0);
            if !seen.insert(id.1.clone()) {
                let help = say::give_each_scale_once();
                f.out().add(Code::RecordDuplicateId, place, say::there_is_scale_already(&id.1), help);
                return None;
            }
            if kind == Some(TEST_KINDS[0]) && !Interests::LETTERS.contains(&id.1.as_str()) {
                let known = say::known_are(Interests::LETTERS.join("`, `"));
                let help = did_you_mean(&id.1, Interests::LETTERS.into_iter(), known);
                f.out().add(Code::RecordUnknownId, place, say::there_is_no_letter_of_interest(&id.1), help);
                return None;
            }
            Some(Scale { id, try_it })
        });
        let given = count(fields, "scales");
        let missing: Vec<&str> = Interests::LETTERS.into_iter().filter(|letter| !seen.contains(*letter)).collect();
        if fields.is_empty("scales") {
            fields.missing("scales", say::add_list_of_what_items_measure_each());
        } else if kind == Some(TEST_KINDS[0]) && !missing.is_empty() && seen.len() == given {
            let message = say::test_of_interests_lacks_scales(missing.join("`, `"));
            let help = say::add_them_professions_are_compared_by_all();
            let place = self.origin.place(&fields.path().key("scales"));
            fields.out().add(Code::TestUnbalanced, place, message, help);
        }
        scales
    }

    fn items(&self, fields: &mut Fields, scales: &[Scale]) -> Vec<TestItem> {
        let given = count(fields, "items");
        if fields.is_empty("items") {
            fields.missing("items", say::add_list_of_what_is_asked_each());
        }
        if !fields.at_most(MAX_ITEMS, given, "items", say::items(), say::nobody_answers_so_many_divide_test()) {
            return Vec::new();
        }
        // A scale that is at fault is no unknown one.
        let whole = fields.get("scales").is_some() && count(fields, "scales") == scales.len();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        fields.maps("items", |f| {
            let id = required_reference(f, "id");
            let scale = required_reference(f, "scale");
            let short = f.flag("short").unwrap_or(false);
            let text = self.plain(f, "text");
            let (id, scale) = (id?, scale?);
            if !seen.insert(id.1.clone()) {
                let message = say::there_is_item_already(&id.1);
                let help = say::give_each_item_id_of_its_own();
                f.out().add(Code::RecordDuplicateId, self.origin.place(&id.0), message, help);
            }
            let found = scales.iter().position(|known| known.id.1 == scale.1);
            if found.is_none() && whole {
                let ids = scales.iter().map(|scale| scale.id.1.as_str());
                let help = did_you_mean(&scale.1, ids, say::name_one_of_test_scales_or_add());
                let message = say::there_is_no_scale(&scale.1);
                f.out().add(Code::RecordUnknownId, self.origin.place(&scale.0), message, help);
            }
            Some(TestItem { id: id.1, scale: found?, short, text: text? })
        })
    }

    /// Each scale is asked about equally often, in the short form as well: sums could not be compared otherwise.
    fn check_balance(&self, fields: &mut Fields, scales: &[Scale], items: &[TestItem]) {
        // What could not be read was said.
        if items.len() != count(fields, "items") || scales.len() != count(fields, "scales") {
            return;
        }
        for (short, of) in [(false, say::items()), (true, say::items_of_the_short_form())] {
            let count =
                |scale: usize| items.iter().filter(|item| item.scale == scale && (item.short || !short)).count();
            let counts: Vec<usize> = (0..scales.len()).map(count).collect();
            let mut often: BTreeMap<usize, usize> = BTreeMap::new();
            counts.iter().for_each(|count| *often.entry(*count).or_default() += 1);
            // What most scales have is what was meant.
            let Some((meant, _)) = often.iter().max_by_key(|(count, times)| (**times, **count)) else { continue };
            for (scale, count) in scales.iter().zip(&counts).filter(|(_, count)| *count != meant) {
                let message = say::scale_has_others_have(&scale.id.1, *count, &of, *meant);
                let help = say::give_each_scale_equally_many_their_sums();
                fields.out().add(Code::TestUnbalanced, self.origin.place(&scale.id.0), message, help);
            }
        }
    }

    fn scoring(&self, fields: &mut Fields, kind: Option<&'static str>) -> Option<Scoring> {
        let flat = whole(fields, "flat", 1, 100);
        let low = whole(fields, "low", 1, 100);
        let same = whole(fields, "same", 2, 1000);
        let fast = whole(fields, "fast", 0, 60);
        let mut last: Option<i64> = None;
        let bands = fields.maps("bands", |f| {
            let chance = whole(f, "chance", 1, 50);
            let title = self.plain(f, "title");
            let (chance, before) = (chance?, last.replace(chance?));
            if before.is_some_and(|before| before >= chance) {
                f.bad_value("chance", say::is_not_more_than_in_band_before(chance), say::give_narrowest_band_first());
            }
            Some(Band { chance: u32::try_from(chance).ok()?, title: title? })
        });
        if kind == Some(TEST_KINDS[0]) && fields.is_empty("bands") {
            fields.missing("bands", say::add_bands_of_nearness_to_professions_each());
        }
        Some(Scoring {
            flat: u32::try_from(flat?).ok()?,
            low: u32::try_from(low?).ok()?,
            same: usize::try_from(same?).ok()?,
            fast: u32::try_from(fast?).ok()?,
            bands,
        })
    }
}

/// How many items the list of a key has.
fn count(fields: &mut Fields, key: &'static str) -> usize {
    match fields.get(key) {
        Some((_, Node::List(items))) => items.len(),
        _ => 0,
    }
}

/// A whole number within bounds that must be there.
fn whole(fields: &mut Fields, key: &'static str, least: i64, most: i64) -> Option<i64> {
    if fields.get(key).is_none() {
        fields.missing(key, say::add_line_with_right_number(key, least));
    }
    let value = fields.integer(key)?;
    if !(least..=most).contains(&value) {
        fields.bad_value(key, say::is_not_number(value, least, most), say::write_to(least, most));
        return None;
    }
    Some(value)
}
