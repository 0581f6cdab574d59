//! What of the last plan holds still.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use super::indexes::{self, Index};
use super::{Output, Rank};
use crate::address::Claims;
use crate::diag::Diagnostics;
use crate::parse::NumberedKind;
use crate::resolve::{Entry, Handbook, Target};
use crate::theme::Theme;

/// The last plan's indexes, and its addresses if each had one owner.
#[derive(Default)]
pub struct Memo {
    indexes: Mutex<Option<(u128, Arc<Indexes>)>>,
    claimed: Mutex<Option<u128>>,
}

/// The indexes of each language.
type Indexes = Vec<Vec<Index>>;

impl Memo {
    /// The indexes of a site; those of the last plan where nothing has changed that they list or sort by.
    pub(super) fn indexes(&self, handbook: &Handbook, theme: &Theme) -> Arc<Indexes> {
        let key = listed(handbook, theme);
        let known = self.indexes.lock().ok().and_then(|known| known.clone());
        if let Some((_, indexes)) = known.filter(|(of, _)| *of == key) {
            return indexes;
        }
        let made = Arc::new(indexes::indexes(handbook, theme));
        if let Ok(mut known) = self.indexes.lock() {
            *known = Some((key, made.clone()));
        }
        made
    }

    /// Reports every address that two things would have.
    pub(super) fn claim(&self, outputs: &[Output], out: &mut Diagnostics) {
        let all = outputs.iter().map(|output| (&output.path, &output.owner, output.rank));
        let key = crate::hash::of(&all.collect::<Vec<_>>());
        let Ok(mut claimed) = self.claimed.lock() else { return };
        if *claimed != Some(key) {
            *claimed = claim(outputs, out).then_some(key);
        }
    }
}

/// Hash of all that indexes are made of.
fn listed(handbook: &Handbook, theme: &Theme) -> u128 {
    let lists = &handbook.lists;
    let of_entry = |(entry, audiences): (&Entry, &Vec<&'static str>)| {
        let pages = entry.versions.iter().flatten().map(|page| {
            let content = &page.parsed.content;
            let data = content.body.numbered.iter().map(|numbered| match numbered.kind {
                NumberedKind::Data(link) => match page.targets.get(link as usize) {
                    Some(Target::Data(data)) => Some(data.0),
                    _ => None,
                },
                _ => None,
            });
            crate::hash::of(&(content.lang, &content.front, &content.body.numbered, data.collect::<Vec<_>>()))
        });
        let record = entry.record.as_ref().map(|record| record.parsed.hash);
        let place = (&entry.address, entry.publication, entry.parent, &entry.children);
        crate::hash::of(&(place, pages.collect::<Vec<_>>(), record, audiences))
    };
    let entries = handbook.entries.iter().zip(&handbook.audiences).map(of_entry).collect::<Vec<_>>();
    crate::hash::of(&(
        (theme.hash, &handbook.config, &handbook.numbers.labels, entries),
        (&lists.fields, &lists.subjects, &lists.regions, &lists.institutions, &lists.sources),
    ))
}

/// Reports every address that two things would have; whether there is none.
fn claim(outputs: &[Output], out: &mut Diagnostics) -> bool {
    let (mut claims, mut told, mut free) = (Claims::default(), BTreeSet::new(), true);
    for rank in [Rank::Own, Rank::OfFile, Rank::Borrowed] {
        for Output { path, owner, .. } in outputs.iter().filter(|output| output.rank == rank) {
            let mut own = Diagnostics::new();
            if claims.claim(path.as_str(), owner.clone(), &mut own) {
                continue;
            }
            free = false;
            // A file whose page is in the way in one language is so in the others, and is renamed once.
            if owner.source().is_none_or(|source| told.insert(source.clone())) {
                out.extend(own);
            }
        }
    }
    free
}
