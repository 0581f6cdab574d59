//! What of the last plan holds still.

use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::indexes::{self, Index};
use super::{Plan, size};
use crate::diag::Diagnostics;
use crate::lang::Lang;
use crate::parse::NumberedKind;
use crate::pictures::Picture;
use crate::resolve::{Entry, EntryId, Handbook, Target};
use crate::theme::Theme;

/// The last plan and its indexes, each by the hash of what it was made of.
#[derive(Default)]
pub struct Memo {
    plan: Mutex<Option<(u128, Arc<Plan>)>>,
    indexes: Mutex<Option<(u128, Arc<Indexes>)>>,
}

/// The indexes of each language.
type Indexes = Vec<Vec<Index>>;

impl Memo {
    /// Plans the output of a site, and reports every address that two things would have. A changed text that no list shows
    /// leaves the plan as it was.
    pub fn plan(
        &self,
        handbook: &Handbook,
        theme: &Theme,
        pictures: &[Option<Picture>],
        base_url: Option<String>,
        out: &mut Diagnostics,
    ) -> Arc<Plan> {
        let listed = listed(handbook, theme);
        let key = crate::hash::of(&(listed, sizes(handbook), &handbook.moved, &base_url, files(handbook, pictures)));
        if let Some(plan) = known(&self.plan, key) {
            return plan;
        }
        let indexes = known(&self.indexes, listed).unwrap_or_else(|| {
            let made = Arc::new(indexes::indexes(handbook, theme));
            remember(&self.indexes, listed, &made);
            made
        });
        let mut said = Diagnostics::new();
        let plan = Arc::new(Plan::make(handbook, theme, pictures, base_url, indexes, &mut said));
        if said.iter().next().is_none() {
            remember(&self.plan, key, &plan);
        }
        out.extend(said);
        plan
    }
}

fn known<T>(last: &Mutex<Option<(u128, Arc<T>)>>, key: u128) -> Option<Arc<T>> {
    let last = last.lock().ok()?;
    last.as_ref().filter(|(of, _)| *of == key).map(|(_, made)| made.clone())
}

fn remember<T>(last: &Mutex<Option<(u128, Arc<T>)>>, key: u128, made: &Arc<T>) {
    if let Ok(mut last) = last.lock() {
        *last = Some((key, made.clone()));
    }
}

/// Hash of how long every entry is, by which volumes are divided.
fn sizes(handbook: &Handbook) -> u128 {
    let languages: Vec<Lang> = handbook.config.languages.iter().collect();
    let ids: Vec<EntryId> = handbook.ids().collect();
    let of_entry = |id: &EntryId| languages.iter().map(|lang| size::of(handbook, *id, *lang)).collect::<Vec<_>>();
    crate::hash::of(&ids.par_iter().map(of_entry).collect::<Vec<_>>())
}

/// Hash of the files beside the pages and of what becomes of each.
fn files(handbook: &Handbook, pictures: &[Option<Picture>]) -> u128 {
    let of_asset = handbook.assets.iter().zip(pictures).map(|(asset, picture)| {
        let used = (asset.shown, asset.linked, asset.wanted);
        (&asset.path, &asset.address, used, picture)
    });
    crate::hash::of(&of_asset.collect::<Vec<_>>())
}

/// Hash of all that indexes are made of, and of every entry's place and files.
fn listed(handbook: &Handbook, theme: &Theme) -> u128 {
    let lists = &handbook.lists;
    let entries: Vec<u128> = handbook
        .entries
        .par_iter()
        .zip(&handbook.audiences)
        .map(|(entry, audiences)| crate::hash::of(&(of_entry(entry), audiences)))
        .collect();
    crate::hash::of(&(
        (theme.hash, &handbook.config, &handbook.numbers.labels, entries),
        (&lists.fields, &lists.subjects, &lists.regions, &lists.institutions, &lists.sources),
    ))
}

fn of_entry(entry: &Entry) -> u128 {
    let pages = entry.versions.iter().flatten().map(|page| {
        let content = &page.parsed.content;
        let data = content.body.numbered.iter().map(|numbered| match numbered.kind {
            NumberedKind::Data(link) => match page.targets.get(link as usize) {
                Some(Target::Data(data)) => Some(data.0),
                _ => None,
            },
            _ => None,
        });
        let said = (content.lang, &content.front, &content.body.numbered);
        crate::hash::of(&(&page.parsed.file, said, data.collect::<Vec<_>>()))
    });
    let record = entry.record.as_ref().map(|record| (&record.parsed.file, record.parsed.hash));
    let place = (&entry.address, std::mem::discriminant(&entry.kind), entry.publication, entry.parent, &entry.children);
    crate::hash::of(&(place, pages.collect::<Vec<_>>(), record))
}
