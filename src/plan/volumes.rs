//! Pages that stand together on one, to be printed or read through.

use super::{Index, IndexKind};
use crate::lang::Lang;
use crate::resolve::{EntryId, Handbook, Kind};

/// Most professions of a booklet.
const BOOKLET: usize = 24;
/// Most pages of a publication that stand on one page.
const WHOLE: usize = 200;

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
            Kind::Profession | Kind::Home | Kind::Contents(_) => false,
            Kind::Data => !shown.contains_key(*id),
            Kind::Chapter | Kind::Page | Kind::Lesson | Kind::SelfTest | Kind::Builder | Kind::Term => true,
        };
        let mut entries: Vec<EntryId> = reading.iter().filter(wanted).copied().collect();
        // One page is the whole already.
        if entries.len() < 2 {
            return Vec::new();
        }
        // What the contents page says comes first.
        entries.splice(..0, Some(*contents).filter(|id| handbook.entry(*id).version(lang).is_some()));
        entries.chunks(WHOLE).map(<[EntryId]>::to_vec).collect()
    };
    handbook.reading[lang.index()].iter().zip(&handbook.contents).map(of_publication).collect()
}
