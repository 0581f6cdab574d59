//! In which order a publication is listed and read.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use super::{Entry, EntryId, Kind};
use crate::config::SiteConfig;
use crate::lang::Lang;
use crate::parse::{LESSON_KINDS, Vocabulary};

/// Orders of reading, see [`super::Handbook`].
pub struct Order {
    pub reading: Vec<Vec<Vec<EntryId>>>,
    pub position: Vec<Vec<Option<u32>>>,
}

/// Lists the children of every chapter and the reading order of every publication, in each language: pages by
/// `order:`, then by file name; professions by field, then by the alphabet of the language, terms by the alphabet.
pub fn order(config: &SiteConfig, entries: &mut [Entry], fields: &Vocabulary) -> Order {
    let mut order = Order { reading: Vec::new(), position: Vec::new() };
    let field_of: Vec<Option<usize>> = entries.iter().map(|entry| field_index(entry, fields)).collect();
    for lang in config.languages.iter() {
        let collator = collator(config.languages.code(lang));
        let children = children(entries, config, lang, &field_of, collator.as_ref());
        for (entry, children) in entries.iter_mut().zip(children) {
            entry.children[lang.index()] = children;
        }
        let (reading, position) = reading(config, entries, lang);
        order.reading.push(reading);
        order.position.push(position);
    }
    order
}

/// The order of letters in a language.
pub fn collator(code: &str) -> Option<CollatorBorrowed<'static>> {
    let locale: Locale = code.parse().ok()?;
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

fn field_index(entry: &Entry, fields: &Vocabulary) -> Option<usize> {
    let profession = entry.profession()?;
    fields.position(&profession.field.1)
}

fn children(
    entries: &[Entry],
    config: &SiteConfig,
    lang: Lang,
    field_of: &[Option<usize>],
    collator: Option<&CollatorBorrowed>,
) -> Vec<Vec<EntryId>> {
    let mut children: Vec<Vec<EntryId>> = vec![Vec::new(); entries.len()];
    for (index, entry) in entries.iter().enumerate() {
        if let Some(parent) = entry.parent {
            children[parent.0 as usize].push(EntryId(index as u32));
        }
    }
    let places: Vec<_> = entries.iter().zip(field_of).map(|(entry, field)| (place(entry), field)).collect();
    let by_letter = |entry: &Entry| matches!(entry.kind, Kind::Profession | Kind::Term);
    let titles: Vec<Option<String>> =
        entries.iter().map(|entry| by_letter(entry).then(|| entry.title(lang, config).0)).collect();
    let compare = |a: &EntryId, b: &EntryId| {
        let (a, b) = (a.0 as usize, b.0 as usize);
        let by_place = places[a].cmp(&places[b]);
        let by_title = || by_title(titles[a].as_deref(), titles[b].as_deref(), collator);
        by_place.then_with(by_title).then_with(|| entries[a].address.cmp(&entries[b].address))
    };
    for list in &mut children {
        list.sort_by(compare);
    }
    children
}

/// Pages before records, those with an `order:` first; lessons by their number, then visits, then what else there is.
/// The order is the leading language's, so that both languages agree.
fn place(entry: &Entry) -> (u8, i64) {
    let order = entry.versions.iter().flatten().find_map(|page| page.parsed.content.front.order);
    match (entry.lesson(), &entry.kind) {
        (Some(lesson), _) if lesson.kind == LESSON_KINDS[0] => (1, lesson.number),
        (Some(lesson), _) => (2, lesson.number),
        (None, Kind::Data) => (3, i64::MAX),
        (None, Kind::Profession | Kind::Term) => (4, i64::MAX),
        (None, _) => (0, order.unwrap_or(i64::MAX)),
    }
}

fn by_title(x: Option<&str>, y: Option<&str>, collator: Option<&CollatorBorrowed>) -> Ordering {
    let (Some(x), Some(y)) = (x, y) else { return Ordering::Equal };
    collator.map_or_else(|| x.cmp(y), |collator| collator.compare(x, y))
}

fn reading(config: &SiteConfig, entries: &[Entry], lang: Lang) -> (Vec<Vec<EntryId>>, Vec<Option<u32>>) {
    let mut reading = vec![Vec::new(); config.publications.len()];
    let mut position = vec![None; entries.len()];
    for (index, entry) in entries.iter().enumerate() {
        let Kind::Contents(publication) = entry.kind else { continue };
        let mut waiting: Vec<EntryId> = vec![EntryId(index as u32)];
        while let Some(id) = waiting.pop() {
            if id.0 as usize != index {
                position[id.0 as usize] = Some(reading[publication].len() as u32);
                reading[publication].push(id);
            }
            waiting.extend(entries[id.0 as usize].children[lang.index()].iter().rev());
        }
    }
    (reading, position)
}
