//! Pages that stand together on one, to be printed or read through.

use super::{Index, IndexKind, size};
use crate::lang::Lang;
use crate::resolve::{EntryId, Handbook, Kind};

/// Most professions of a booklet.
const BOOKLET: usize = 24;
/// Most pages of a publication that stand on one page.
const WHOLE: usize = 200;
/// Most elements, as [`size::of`] reckons them, of a volume that is read on a screen.
const ELEMENTS: usize = 5000;

/// Professions of one field, to be printed together.
#[derive(Debug)]
pub struct Booklet {
    /// Id of the field.
    pub field: String,
    /// Number among the booklets of the field, from 0.
    pub volume: usize,
    pub entries: Vec<EntryId>,
}

/// The professions of each field, in portions that can be printed.
pub fn booklets(handbook: &Handbook, indexes: &[Index]) -> Vec<Booklet> {
    let sorted =
        indexes.iter().find(|index| index.which == IndexKind::Letter).map_or_else(Vec::new, Index::professions);
    let mut booklets = Vec::new();
    for field in &handbook.lists.fields.items {
        let of_field = |id: &&EntryId| handbook.entry(**id).profession().is_some_and(|p| p.field.1 == field.id);
        let entries: Vec<EntryId> = sorted.iter().filter(of_field).copied().collect();
        let volumes = entries.chunks(BOOKLET).enumerate();
        booklets.extend(volumes.map(|(volume, entries)| Booklet {
            field: field.id.clone(),
            volume,
            entries: entries.to_vec(),
        }));
    }
    booklets
}

/// What stands on one page of each publication, a volume each. Professions have booklets, and a figure that a text shows
/// stands there.
pub fn wholes(handbook: &Handbook, lang: Lang) -> Vec<Vec<Vec<EntryId>>> {
    let shown = &handbook.numbers.shown[lang.index()];
    let of_publication = |(reading, contents): (&Vec<EntryId>, &EntryId)| {
        let wanted = |id: &&EntryId| match handbook.entry(**id).kind {
            // The worksheets of a diary stand with their lessons.
            Kind::Profession | Kind::Home | Kind::Contents(_) | Kind::Diary => false,
            Kind::Data => !shown.contains_key(*id),
            Kind::Chapter
            | Kind::Page
            | Kind::Lesson
            | Kind::SelfTest
            | Kind::Story
            | Kind::Questionnaire
            | Kind::Builder
            | Kind::Task
            | Kind::Term => true,
        };
        let mut entries: Vec<EntryId> = reading.iter().filter(wanted).copied().collect();
        // One page is the whole already.
        if entries.len() < 2 {
            return Vec::new();
        }
        // What the contents page says comes first.
        entries.splice(..0, Some(*contents).filter(|id| handbook.entry(*id).version(lang).is_some()));
        volumes(handbook, lang, *contents, &entries)
    };
    handbook.reading[lang.index()].iter().zip(&handbook.contents).map(of_publication).collect()
}

/// Entries in volumes: a new one begins with a chapter, or within a chapter that is longer than a volume.
fn volumes(handbook: &Handbook, lang: Lang, contents: EntryId, entries: &[EntryId]) -> Vec<Vec<EntryId>> {
    let begins = |id: &EntryId| handbook.entry(*id).parent == Some(contents);
    let mut volumes: Vec<Vec<EntryId>> = vec![Vec::new()];
    let mut room = ELEMENTS;
    let mut rest = entries;
    while !rest.is_empty() {
        let chapter = rest.iter().skip(1).position(begins).map_or(rest.len(), |at| at + 1);
        let (now, later) = rest.split_at(chapter);
        rest = later;
        let sizes: Vec<usize> = now.iter().map(|id| size::of(handbook, *id, lang)).collect();
        let whole = sizes.iter().sum::<usize>() <= ELEMENTS && now.len() <= WHOLE;
        let mut parts: Vec<(&[EntryId], usize)> = now.chunks(1).zip(sizes.iter().copied()).collect();
        if whole {
            parts = vec![(now, sizes.iter().sum())];
        }
        for (part, size) in parts {
            let full = volumes
                .last()
                .is_some_and(|volume| !volume.is_empty() && (size > room || volume.len() + part.len() > WHOLE));
            if full {
                volumes.push(Vec::new());
                room = ELEMENTS;
            }
            room = room.saturating_sub(size);
            volumes.iter_mut().last().into_iter().for_each(|volume| volume.extend_from_slice(part));
        }
    }
    volumes.retain(|volume| !volume.is_empty());
    volumes
}

/// The same for paper: nobody scrolls through it, so all stands on one page, unless it is hundreds.
pub fn prints(wholes: &[Vec<Vec<EntryId>>]) -> Vec<Vec<Vec<EntryId>>> {
    let of_publication = |volumes: &Vec<Vec<EntryId>>| match volumes.len() {
        0 | 1 => Vec::new(),
        _ => volumes.concat().chunks(WHOLE).map(<[EntryId]>::to_vec).collect(),
    };
    wholes.iter().map(of_publication).collect()
}
