//! Indexes: all pages of the site by letter, and the professions by letter, field, interest, school subject, way in, region,
//! and by what an editor has still to confirm; the pages by whom they are for; the terms of the glossary; the figures and
//! tables of a publication.
//!
//! A short index is one page. A long one has a page for each of its groups, and a first page that leads to them.

mod groups;

use super::IndexKind;
use crate::lang::Lang;
use crate::resolve::{EntryId, Handbook, collator};
use crate::theme::Theme;
use groups::Grouping;

pub use groups::letter_of;

/// More lines than this are divided into a page a group.
const WHOLE: usize = 800;
/// The same of an index whose lines say what their pages are about: they take six times the room.
const EXPLAINED: usize = 120;

/// An index in one language.
#[derive(Debug)]
pub struct Index {
    pub which: IndexKind,
    pub groups: Vec<Group>,
}

/// A letter, a field, … and what stands under it.
#[derive(Debug, Hash)]
pub struct Group {
    /// Name of the group's page and end of its anchor.
    pub key: String,
    pub title: String,
    pub summary: String,
    /// The language of both.
    pub shown: Lang,
    pub icon: Option<String>,
    pub lines: Vec<Line>,
}

/// A line of an index.
#[derive(Debug, Hash)]
pub struct Line {
    pub title: String,
    /// The page's title, where the line is another one.
    pub also: Option<String>,
    pub note: String,
    pub entry: EntryId,
    /// Where on its page.
    pub anchor: Option<String>,
}

/// The indexes of a site, for each language in the order of its letters.
pub fn indexes(handbook: &Handbook, theme: &Theme) -> Vec<Vec<Index>> {
    let of_language = |lang: Lang| {
        let collator = collator(handbook.config.languages.code(lang));
        let grouping =
            Grouping { handbook, lang, strings: &theme.strings[lang.index()], theme, collator: collator.as_ref() };
        let mut wanted = vec![IndexKind::Site];
        if !handbook.professions.is_empty() {
            wanted.extend(IndexKind::PROFESSIONS);
        }
        wanted.extend([IndexKind::Audience, IndexKind::Terms]);
        wanted.extend((0..handbook.config.publications.len()).map(IndexKind::Figures));
        let made = wanted.into_iter().map(|which| Index { which, groups: grouping.groups(which) });
        // The indexes of professions lead to each other; others that have nothing in them are not made.
        let made = made
            .filter(|index| index.which == IndexKind::Site || index.which.of_professions() || !index.groups.is_empty());
        made.collect()
    };
    handbook.config.languages.iter().map(of_language).collect()
}

impl Index {
    /// Whether the groups have pages of their own.
    pub fn is_divided(&self) -> bool {
        let most = if self.which == IndexKind::Audience { EXPLAINED } else { WHOLE };
        self.groups.iter().map(|group| group.lines.len()).sum::<usize>() > most
    }

    /// What the index lists, each once, in its order; lines that only lead to another name are passed over.
    pub fn professions(&self) -> Vec<EntryId> {
        let lines = self.groups.iter().flat_map(|group| &group.lines);
        lines.filter(|line| line.also.is_none()).map(|line| line.entry).collect()
    }
}

/// The id of a group on an index's page.
pub fn anchor(which: IndexKind, key: &str) -> String {
    format!("{}-{key}", which.prefix())
}
