//! Which professions are like which: what the editors say first, then what the data say.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::{Entry, EntryId, Handbook};
use crate::parse::Profession;

/// How many related professions a page shows.
const SHOWN: usize = 6;
/// Below this, two professions have too little in common to be shown side by side.
const LEAST: f32 = 0.55;

/// What likeness is computed from.
#[derive(Debug)]
struct Features {
    entry: EntryId,
    /// Interests less their mean, of length 1; zeroes where there are none.
    interests: [f32; 6],
    /// Competencies by their place in the list, with weights, of length 1.
    competencies: Vec<(usize, f32)>,
    field: Option<usize>,
    /// Professions that the page shows in another place.
    apart: Vec<EntryId>,
    given: Vec<EntryId>,
}

/// For each entry the professions that are like it: those that its record names, filled up to six with the most alike.
///
/// Likeness is half the correlation of interests (as interest inventories compare profiles), three tenths the cosine of
/// the weighted competencies, two tenths a common field of work. Equal ones come in the order of their ids, so a build
/// always gives the same.
pub fn related(handbook: &Handbook) -> Vec<Vec<EntryId>> {
    let all: Vec<Features> =
        handbook.ids().filter_map(|id| Some(features(handbook, id, handbook.entry(id).profession()?))).collect();
    let found: Vec<(EntryId, Vec<EntryId>)> =
        all.par_iter().map(|one| (one.entry, most_alike(handbook, one, &all))).collect();
    let mut related = vec![Vec::new(); handbook.entries.len()];
    for (id, others) in found {
        related[id.0 as usize] = others;
    }
    related
}

fn features(handbook: &Handbook, entry: EntryId, profession: &Profession) -> Features {
    let list = &handbook.lists.competencies;
    let weight = |found: &crate::parse::Weighted| Some((list.position(&found.id.1)?, f32::from(found.weight)));
    let (interests, competencies) = scaled(
        profession.interests.map_or([0.0; 6], |interests| interests.0.map(f32::from)),
        profession.competencies.iter().filter_map(weight).collect(),
    );
    let ids = |references: &[crate::parse::Reference]| {
        references.iter().filter_map(|(_, id)| handbook.professions.get(id).copied()).collect::<Vec<_>>()
    };
    Features {
        entry,
        interests,
        competencies,
        field: handbook.lists.fields.position(&profession.field.1),
        apart: ids(&profession.near_alternatives),
        given: ids(&profession.related),
    }
}

/// Interests less their mean, and competencies in the order of the list, each of length 1; zeroes stay zeroes.
fn scaled(mut interests: [f32; 6], mut competencies: Vec<(usize, f32)>) -> ([f32; 6], Vec<(usize, f32)>) {
    let mean = interests.iter().sum::<f32>() / 6.0;
    interests.iter_mut().for_each(|value| *value -= mean);
    let length = interests.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length > f32::EPSILON {
        interests.iter_mut().for_each(|value| *value /= length);
    }
    competencies.sort_by_key(|(place, _)| *place);
    competencies.dedup_by_key(|(place, _)| *place);
    let length = competencies.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    competencies.iter_mut().for_each(|(_, weight)| *weight /= length);
    (interests, competencies)
}

fn likeness(a: &Features, b: &Features) -> f32 {
    let interests: f32 = a.interests.iter().zip(b.interests).map(|(x, y)| x * y).sum();
    let mut competencies = 0.0;
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.competencies.get(i), b.competencies.get(j)) {
        match x.0.cmp(&y.0) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                competencies += x.1 * y.1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    let field = if a.field.is_some() && a.field == b.field { 1.0 } else { 0.0 };
    0.5 * interests + 0.3 * competencies + 0.2 * field
}

fn most_alike(handbook: &Handbook, one: &Features, all: &[Features]) -> Vec<EntryId> {
    let mut found: Vec<EntryId> = Vec::new();
    for given in &one.given {
        if *given != one.entry && !one.apart.contains(given) && !found.contains(given) && found.len() < SHOWN {
            found.push(*given);
        }
    }
    let name = |id: EntryId| handbook.entry(id).name();
    // The few best are kept while all are looked at: sorting all for each would be the longest work of a large site.
    let mut best: Vec<(f32, EntryId)> = Vec::new();
    let wanted = SHOWN - found.len();
    for other in all {
        let id = other.entry;
        if id == one.entry || one.apart.contains(&id) || found.contains(&id) {
            continue;
        }
        let score = likeness(one, other);
        if score < LEAST || (best.len() == wanted && best.last().is_none_or(|(last, _)| score < *last)) {
            continue;
        }
        let before = |(s, o): &(f32, EntryId)| *s > score || (*s == score && name(*o) < name(id));
        let at = best.partition_point(before);
        best.insert(at, (score, id));
        best.truncate(wanted);
    }
    found.extend(best.into_iter().map(|(_, id)| id));
    found
}

/// How near another profession is: what of it somebody knows already, and what not.
#[derive(Debug, PartialEq, Eq)]
pub struct Nearness<'p> {
    /// Competencies that both need.
    pub common: usize,
    /// Competencies that the other one needs.
    pub of: usize,
    /// Ids of competencies that the other one needs alone, those first that count most.
    pub learn: Vec<&'p str>,
    /// Ids of those that count for much in the other one and for little here.
    pub deepen: Vec<&'p str>,
    /// Ids of school subjects that the other one needs alone.
    pub subjects: Vec<&'p str>,
}

/// By how much a competency must weigh more to be worth a word.
const HEAVIER: u8 = 2;

/// What one has to learn who would change from a profession to another.
pub fn nearness<'p>(from: &Profession, to: &'p Profession) -> Nearness<'p> {
    let known = |id: &str| from.competencies.iter().find(|own| own.id.1 == id).map(|own| own.weight);
    let mut needed: Vec<(u8, &str)> = to.competencies.iter().map(|need| (need.weight, need.id.1.as_str())).collect();
    // Equal ones stay in the order of the record.
    needed.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let ids = |wanted: &dyn Fn(u8, Option<u8>) -> bool| {
        needed.iter().filter(|(weight, id)| wanted(*weight, known(id))).map(|(_, id)| *id).collect::<Vec<_>>()
    };
    let learn = ids(&|_, own| own.is_none());
    let deepen = ids(&|weight, own| own.is_some_and(|own| weight >= own + HEAVIER));
    let subjects = to.school_subjects.iter().map(|(_, id)| id.as_str());
    let taken = |id: &&str| from.school_subjects.iter().any(|(_, own)| own == id);
    Nearness {
        common: needed.len() - learn.len(),
        of: needed.len(),
        learn,
        deepen,
        subjects: subjects.filter(|id| !taken(id)).collect(),
    }
}

/// The professions that an entry's record names to take instead.
pub fn alternatives(handbook: &Handbook, entry: &Entry) -> Vec<EntryId> {
    let named = entry.profession().map_or(&[][..], |profession| &profession.near_alternatives);
    named.iter().filter_map(|(_, id)| handbook.professions.get(id).copied()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{EntryId, Features, likeness, scaled};

    fn features(interests: [u8; 6], competencies: Vec<(usize, u8)>, field: usize) -> Features {
        let weights = competencies.into_iter().map(|(place, weight)| (place, f32::from(weight))).collect();
        let (interests, competencies) = scaled(interests.map(f32::from), weights);
        Features {
            entry: EntryId(0),
            interests,
            competencies,
            field: Some(field),
            apart: Vec::new(),
            given: Vec::new(),
        }
    }

    prop_compose! {
        fn any_features()(
            interests in proptest::array::uniform6(0u8..=100),
            competencies in proptest::collection::vec((0usize..12, 1u8..=3), 0..6),
            field in 0usize..4,
        ) -> Features {
            features(interests, competencies, field)
        }
    }

    proptest! {
        #[test]
        fn likeness_is_mutual_and_nothing_is_more_alike_than_the_same(a in any_features(), b in any_features()) {
            prop_assert!((likeness(&a, &b) - likeness(&b, &a)).abs() < 1e-5);
            prop_assert!(likeness(&a, &b) <= likeness(&a, &a).max(likeness(&b, &b)) + 1e-5);
            prop_assert!((-0.51..=1.01).contains(&likeness(&a, &b)));
        }
    }

    #[test]
    fn opposite_interests_part_professions_of_one_field() {
        let nurse = features([40, 50, 10, 95, 20, 50], vec![(7, 3), (1, 2)], 1);
        let doctor = features([30, 90, 10, 85, 30, 40], vec![(7, 3), (5, 3)], 1);
        let engineer = features([90, 60, 10, 5, 20, 60], vec![(4, 3), (3, 2)], 1);
        assert!(likeness(&nurse, &doctor) > likeness(&nurse, &engineer) + 0.4);
    }
}
