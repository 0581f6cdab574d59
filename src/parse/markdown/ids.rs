//! The ids of a page's headings.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Writing;
use crate::address::slug;
use crate::diag::Code;
use crate::messages::say;

/// How the ids begin that templates and footnotes use; headings keep away from them.
const RESERVED_IDS: [&str; 6] = ["site-", "field-", "fn-", "fnref-", "data-", "term-"];

/// Whether an id could be taken for one of the theme's, or for a name of its scripts (`bagytSearch`): a browser makes a global
/// name of every id.
pub fn is_reserved(id: &str) -> bool {
    let script = id.strip_prefix(SCRIPTS).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()));
    script || RESERVED_IDS.iter().any(|prefix| id.starts_with(prefix))
}

/// How the scripts' names begin.
const SCRIPTS: &str = "bagyt";

/// The ids that a page has so far.
#[derive(Default)]
pub struct Ids {
    explicit: HashSet<String>,
    generated: HashSet<String>,
    /// The number that was last tried behind each of them.
    counts: HashMap<String, usize>,
}

impl Ids {
    /// Ids that the author gave come first: generated ones make way for them wherever they stand.
    pub fn reserve(&mut self, events: &[(Event, Range<usize>)], writing: &mut Writing) {
        for (event, range) in events {
            let Event::Start(Tag::Heading { id: Some(id), .. }) = event else { continue };
            self.check(id, range, writing);
        }
    }

    /// Takes an id that the author gave to a figure or table; ids of headings have been taken by then.
    pub fn claim(&mut self, id: &str, range: &Range<usize>, writing: &mut Writing) -> String {
        self.check(id, range, writing);
        id.to_string()
    }

    /// Takes an id that stands in raw HTML, unless something has it.
    pub fn take(&mut self, id: &str) -> bool {
        !self.generated.contains(id) && self.explicit.insert(id.to_string())
    }

    /// The id of a record that the text shows; a second time it gets another.
    pub fn of_data(&mut self, destination: &str) -> String {
        let name = destination.rsplit('/').next().unwrap_or(destination);
        let base = format!("data-{}", slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem)));
        self.free(base)
    }

    fn check(&mut self, id: &str, range: &Range<usize>, writing: &mut Writing) {
        let place = (writing.place)(range.clone());
        if !id.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) {
            let message = say::id_cannot_be_part_of_address(id);
            let help = say::use_latin_letters_digits_and_hyphens(slug(id));
            writing.out.add(Code::HeadingBadId, place, message, help);
        } else if is_reserved(id) {
            let message = say::id_begins_like_those_that_theme_keeps_for_itself(id);
            let those = if id.starts_with(SCRIPTS) { SCRIPTS.to_string() } else { RESERVED_IDS.join(", ") };
            let help = say::choose_one_that_does_not_begin(those);
            writing.out.add(Code::HeadingBadId, place, message, help);
        } else if !self.explicit.insert(id.to_string()) {
            let message = say::id_is_given_twice_on_page(id);
            let help = say::give_each_heading_figure_and_table();
            writing.out.add(Code::HeadingDuplicateId, place, message, help);
        }
    }

    /// The id of a heading: the author's, or one made of its words that no other heading has.
    pub fn give(&mut self, explicit: Option<&str>, title: &str) -> String {
        if let Some(id) = explicit.filter(|id| self.explicit.contains(*id)) {
            return id.to_string();
        }
        let base = match slug(title) {
            empty if empty.is_empty() || is_reserved(&empty) => {
                format!("section-{empty}").trim_end_matches('-').to_string()
            }
            slug => slug,
        };
        self.free(base)
    }

    /// An id that nothing has yet.
    fn free(&mut self, base: String) -> String {
        let mut id = base.clone();
        // All numbers up to the last are taken: a thousand equal headings try a thousand.
        let count = self.counts.entry(base.clone()).or_insert(1);
        while self.explicit.contains(&id) || !self.generated.insert(id.clone()) {
            *count += 1;
            id = format!("{base}-{count}");
        }
        id
    }
}
