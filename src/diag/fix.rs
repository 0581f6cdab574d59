//! Cures that a program can carry out.

use serde::{Deserialize, Serialize};

use super::At;

/// The cure of a diagnostic, where a program can carry it out. The JSON form of a diagnostic has it, for editors, and a
/// test follows every one to see that it cures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Fix {
    /// Write `with` instead of what stands at `at`; a length of 0 inserts.
    Write { at: At, with: String },
    /// Write `with` instead of the value `what`, which stands at the diagnostic's place, in quotes or not.
    Value { what: String, with: String },
    /// Write `with` instead of `what`, which stands last in the range of the diagnostic.
    Within { what: String, with: String },
    /// Put quotes around the text that ends with `before`, a comma, and what stands at the diagnostic's place.
    Join { before: String, after: String },
    /// Begin the item at the diagnostic's place and those in the lines after it with `- ` instead of another dash.
    Items,
    /// Give the file of the diagnostic this name, and write it in what leads to the file.
    Rename { to: String },
}

impl Fix {
    /// A value that is nearly one of those allowed.
    pub fn nearest(what: &str, near: Option<&str>) -> Option<Fix> {
        near.map(|near| Fix::Value { what: what.to_string(), with: near.to_string() })
    }
}
