//! Where a text may have its terms marked.

use super::{Attribute, Element, Steps};

/// Finds the terms of a text, one run of words after the other.
pub trait Terms {
    /// A new section begins, which may mark every term anew.
    fn section(&mut self);

    /// The terms that a run of words has, in their order.
    fn find(&mut self, words: &str) -> Vec<Mark>;
}

/// A term in a run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the run before it, and up to its end.
    pub start: usize,
    pub end: usize,
    /// The id that it gets.
    pub place: String,
    /// The term's own id.
    pub id: String,
    /// The number of its note.
    pub note: usize,
}

/// Elements whose words are left alone.
const LEFT: [&str; 10] = ["a", "abbr", "code", "kbd", "pre", "button", "summary", "figcaption", "thead", "caption"];
/// Classes of elements whose words are left alone.
const LEFT_CLASSES: [&str; 4] = ["data", "footnotes", "alert-title", "label"];

/// How many elements are open of those in which nothing is marked, with what stands in them.
#[derive(Debug, Default)]
pub struct Unmarked(usize);

impl Unmarked {
    /// Whether terms may be marked here.
    pub fn is_over(&self) -> bool {
        self.0 == 0
    }

    /// An element begins; whether it begins a section.
    pub fn open(&mut self, element: Element, attributes: &Steps) -> bool {
        if element.is_void() {
            return false;
        }
        if self.0 > 0 {
            self.0 += 1;
            return false;
        }
        let is_left = |classes: &str| classes.split(' ').any(|class| LEFT_CLASSES.contains(&class));
        let shape = element.shape();
        let own = matches!(element, Element::Raw(_))
            && attributes.attributes().any(|(attribute, value)| attribute == Attribute::Class && is_left(value));
        let heading = element.heading();
        if LEFT.contains(&shape.name) || heading.is_some() || is_left(shape.class) || own {
            self.0 = 1;
        }
        heading == Some(2)
    }

    /// An element ends.
    pub fn close(&mut self) {
        self.0 = self.0.saturating_sub(1);
    }
}
