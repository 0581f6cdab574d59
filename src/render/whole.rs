//! Many pages on one: what their ids begin with, and links that stay inside.

use std::collections::HashMap;

use crate::resolve::EntryId;

/// The pages that stand on one.
#[derive(Debug, Default)]
pub struct Whole {
    parts: HashMap<EntryId, usize>,
}

impl Whole {
    /// The pages in their order; the first is part 1.
    pub fn new(entries: &[EntryId]) -> Whole {
        Whole { parts: entries.iter().copied().zip(1..).collect() }
    }

    /// What the ids of a part begin with.
    pub fn prefix(&self, entry: EntryId) -> Option<String> {
        self.parts.get(&entry).map(|part| format!("p{part}-"))
    }

    /// The id of a part itself.
    pub fn id(&self, entry: EntryId) -> Option<String> {
        self.parts.get(&entry).map(|part| format!("p{part}"))
    }

    /// The URL of a page, or of an id on it, if it stands here.
    pub fn url(&self, entry: EntryId, anchor: Option<&str>) -> Option<String> {
        let id = self.id(entry)?;
        Some(match anchor {
            Some(anchor) => format!("#{id}-{anchor}"),
            None => format!("#{id}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_stay_inside() {
        let whole = Whole::new(&[EntryId(7), EntryId(9)]);
        assert_eq!(whole.url(EntryId(9), Some("why")).as_deref(), Some("#p2-why"));
        assert_eq!(whole.url(EntryId(7), None).as_deref(), Some("#p1"));
        assert_eq!(whole.url(EntryId(8), None), None);
    }
}
