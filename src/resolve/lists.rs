//! The lists that records refer to: one of each kind in a site.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Code, Diagnostics};
use crate::messages::say;
use crate::parse::{Institution, Item, List, Parsed, Record, Source, Terms, Vocabulary};
use crate::yaml::Path;

/// Every list of a site; one that no file gives is empty.
#[derive(Debug)]
pub struct Lists {
    /// Fields of work.
    pub fields: Vocabulary,
    /// School subjects.
    pub subjects: Vocabulary,
    /// What one must be good at.
    pub competencies: Vocabulary,
    /// Parts of the country.
    pub regions: Vocabulary,
    /// Where facts come from.
    pub sources: List<Source>,
    /// Places of study.
    pub institutions: List<Institution>,
}

impl Lists {
    /// Picks the lists out of all records; a second list of a kind is an error.
    pub fn of(records: &[Arc<Parsed<Record>>], out: &mut Diagnostics) -> Lists {
        let mut terms = |which: Terms, name: &str| {
            pick(records, name, out, |record| match record {
                Record::Terms(kind, list) if *kind == which => Some(list),
                _ => None,
            })
        };
        Lists {
            fields: terms(Terms::Fields, "fields"),
            subjects: terms(Terms::Subjects, "subjects"),
            competencies: terms(Terms::Competencies, "competencies"),
            regions: terms(Terms::Regions, "regions"),
            sources: pick(records, "sources", out, |record| match record {
                Record::Sources(list) => Some(list),
                _ => None,
            }),
            institutions: pick(records, "institutions", out, |record| match record {
                Record::Institutions(list) => Some(list),
                _ => None,
            }),
        }
    }
}

fn pick<T: Item + Clone>(
    records: &[Arc<Parsed<Record>>],
    name: &str,
    out: &mut Diagnostics,
    is: impl Fn(&Record) -> Option<&List<T>>,
) -> List<T> {
    let mut found: BTreeMap<&str, &List<T>> = BTreeMap::new();
    for record in records {
        if let Some(list) = is(&record.content) {
            found.insert(&record.file, list);
        }
    }
    let mut lists = found.into_values();
    let first = lists.next();
    for other in lists {
        let place = other.origin.place(&Path::default().key("type"));
        let message = say::there_is_second_list(name);
        out.add(Code::RecordDuplicateId, place, message, say::put_all_items_into_one_file());
    }
    first.cloned().unwrap_or_else(List::none)
}
