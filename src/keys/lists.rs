//! What the pages depend on that list others: indexes, contents, booklets, volumes.

use super::{Keys, Sum};
use crate::lang::Lang;
use crate::plan::{Index, IndexKind, Line};
use crate::resolve::EntryId;

/// What the pages of an index are made of.
pub(super) struct IndexKeys {
    which: IndexKind,
    /// Its groups without what stands under them.
    heads: u128,
    /// What stands under each.
    groups: Vec<u128>,
}

/// The keys of a language's indexes.
pub(super) fn index_keys(keys: &Keys, lang: Lang) -> Vec<IndexKeys> {
    let of_index = |index: &Index| {
        let mut heads = Sum::new();
        heads.add(&index.is_divided());
        for group in &index.groups {
            heads.add(&(&group.key, &group.title, &group.summary, group.shown, &group.icon, group.lines.len()));
        }
        let groups = index.groups.iter().map(|group| lines(keys, &group.lines, lang)).collect();
        IndexKeys { which: index.which, heads: heads.end(), groups }
    };
    keys.site.plan.indexes[lang.index()].iter().map(of_index).collect()
}

fn lines(keys: &Keys, lines: &[Line], lang: Lang) -> u128 {
    let mut sum = Sum::new();
    for line in lines {
        sum.add(&(&line.title, &line.also, &line.note, &line.anchor, keys.card(line.entry, lang)));
    }
    sum.end()
}

/// Which groups other pages can lead to, and which pages there are that hold many.
pub(super) fn shape(keys: &Keys, lang: Lang) -> u128 {
    let (handbook, plan) = (keys.site.handbook, keys.site.plan);
    let mut sum = Sum::new();
    for index in &plan.indexes[lang.index()] {
        sum.add(&index.which);
        // Nothing leads to a letter.
        let letters = matches!(index.which, IndexKind::Site | IndexKind::Letter | IndexKind::Terms);
        if !letters && !matches!(index.which, IndexKind::Figures(_)) {
            sum.add(&index.is_divided());
            index.groups.iter().for_each(|group| sum.add(&group.key));
        }
    }
    for volumes in &plan.wholes[lang.index()] {
        sum.add(&(volumes.is_empty(), volumes.len() > 1));
    }
    sum.add(&handbook.terms.is_empty());
    sum.end()
}

/// The page of an index, or of its group number `part`.
pub(super) fn index(keys: &Keys, lang: Lang, which: IndexKind, part: Option<usize>, sum: &mut Sum) {
    let plan = keys.site.plan;
    keys.frame(lang, sum);
    sum.add(&keys.of(lang).ways);
    for other in keys.site.handbook.config.languages.iter() {
        sum.add(&plan.index(other, which).is_some());
    }
    if which == IndexKind::Field {
        for booklet in &plan.booklets[lang.index()] {
            sum.add(&(&booklet.field, booklet.volume));
        }
    }
    let divided = plan.index(lang, which).is_some_and(Index::is_divided);
    let Some(index) = keys.of(lang).indexes.iter().find(|index| index.which == which) else { return };
    sum.add(&(index.heads, part));
    match part {
        Some(part) => sum.add(&index.groups.get(part)),
        None if divided => {}
        None => sum.add(&index.groups),
    }
}

/// The contents page of a publication, beside what every entry's page depends on.
pub(super) fn contents(keys: &Keys, id: EntryId, publication: usize, lang: Lang, sum: &mut Sum) {
    let (handbook, plan) = (keys.site.handbook, keys.site.plan);
    let child = |id: EntryId, sum: &mut Sum| {
        let field = handbook.entry(id).profession().map(|profession| &profession.field.1);
        sum.add(&(keys.card(id, lang), field, handbook.numbers.shown[lang.index()].contains_key(&id)));
    };
    for id in &handbook.entry(id).children[lang.index()] {
        child(*id, sum);
        let below = &handbook.entry(*id).children[lang.index()];
        sum.add(&below.len());
        below.iter().for_each(|id| child(*id, sum));
    }
    let start = handbook.reading[lang.index()][publication].first();
    let terms = handbook.terms.values().any(|id| handbook.entry(*id).publication == Some(publication));
    sum.add(&(keys.lists, keys.of(lang).ways, start.map(|id| keys.card(*id, lang)), terms));
    sum.add(&plan.counts.get(publication).map(|(_, of)| of));
}

/// The professions of a field on one page.
pub(super) fn booklet(keys: &Keys, lang: Lang, number: usize, sum: &mut Sum) {
    let (handbook, plan) = (keys.site.handbook, keys.site.plan);
    let booklet = &plan.booklets[lang.index()][number];
    keys.frame(lang, sum);
    sum.add(&(keys.of(lang).ways, keys.lists, &booklet.field, booklet.volume));
    for other in handbook.config.languages.iter() {
        let volumes = plan.booklets[other.index()].iter().filter(|other| other.field == booklet.field);
        sum.add(&volumes.map(|other| other.volume).collect::<Vec<_>>());
    }
    for id in &booklet.entries {
        keys.text(*id, lang, sum);
    }
}

/// A volume of a publication, to be read or for paper.
pub(super) fn whole(keys: &Keys, lang: Lang, (publication, volume): (usize, usize), for_print: bool, sum: &mut Sum) {
    let (handbook, plan) = (keys.site.handbook, keys.site.plan);
    keys.frame(lang, sum);
    sum.add(&(keys.card(handbook.contents[publication], lang), volume));
    for other in handbook.config.languages.iter() {
        sum.add(&(plan.wholes[other.index()][publication].len(), plan.prints[other.index()][publication].len()));
    }
    let volumes = if for_print { &plan.prints } else { &plan.wholes };
    let volumes = &volumes[lang.index()][publication];
    for volume in volumes {
        let ends = [volume.first(), volume.last()];
        sum.add(&ends.map(|id| id.map(|id| keys.card(*id, lang))));
        // Its chapters' numbers stand in the links to it.
        let number = |id: &EntryId| handbook.numbers.chapters[id.0 as usize].clone();
        sum.add(&(volume.iter().find_map(number), volume.iter().rev().find_map(number)));
    }
    for id in &volumes[volume] {
        keys.text(*id, lang, sum);
        let mut above = handbook.entry(*id).parent;
        let mut depth = 0;
        while let Some(parent) = above {
            depth += 1;
            above = handbook.entry(parent).parent;
        }
        sum.add(&depth);
    }
}
