//! The ids of a page's headings.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Writing;
use crate::address::slug;
use crate::diag::Code;

/// How the ids begin that templates and footnotes use; headings keep away from them.
const RESERVED_IDS: [&str; 4] = ["site-", "field-", "fn-", "fnref-"];

fn is_reserved(id: &str) -> bool {
    RESERVED_IDS.iter().any(|prefix| id.starts_with(prefix))
}

/// The ids that a page has so far.
#[derive(Default)]
pub struct Ids {
    explicit: HashSet<String>,
    generated: HashSet<String>,
}

impl Ids {
    /// Ids that the author gave come first: generated ones make way for them wherever they stand.
    pub fn reserve(&mut self, events: &[(Event, Range<usize>)], writing: &mut Writing) {
        for (event, range) in events {
            let Event::Start(Tag::Heading { id: Some(id), .. }) = event else { continue };
            let place = (writing.place)(range.clone());
            if !id.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) {
                let message = format!("the id `{id}` cannot be part of an address");
                let help = format!("Use Latin letters, digits and -; for example `{}`.", slug(id));
                writing.out.add(Code::HeadingBadId, place, message, help);
            } else if is_reserved(id) {
                let message = format!("the id `{id}` begins like those that the theme keeps for itself");
                let help = format!("Choose one that does not begin with {}.", RESERVED_IDS.join(", "));
                writing.out.add(Code::HeadingBadId, place, message, help);
            } else if !self.explicit.insert(id.to_string()) {
                let message = format!("the id `{id}` is given to two headings");
                writing.out.add(Code::HeadingDuplicateId, place, message, "Give each heading its own id.");
            }
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
        let mut id = base.clone();
        let mut count = 1;
        while self.explicit.contains(&id) || !self.generated.insert(id.clone()) {
            count += 1;
            id = format!("{base}-{count}");
        }
        id
    }
}
