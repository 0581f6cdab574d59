//! One source file → one parsed page or record.
//!
//! In: a file's path and text. Out: a [`Parsed`] value with its links still as they were written, and diagnostics.
//! Never: looking at another file; whether a link leads anywhere is `resolve`'s to say.

mod front;
mod link;
pub mod markdown;
mod publishing;
mod records;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::yaml::Path;

pub use crate::text::Text;
pub use front::{Citation, FORM, Front, KINDS, PAGE, front_matter, page};
pub use link::{Href, Link, Refused, Says, parse_href};
pub use markdown::{Body, Heading, Numbered, NumberedKind, Part, PartKind, Phrases};
pub use publishing::{Publishing, is_draft};
pub use records::*;

/// A parsed file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Parsed<C> {
    #[serde(with = "crate::serial::text")]
    pub file: Arc<str>,
    pub content: C,
    pub publishing: Publishing,
    /// Every link and image of the file; the content refers to them by number.
    pub links: Vec<Link>,
    /// The texts of a record that are missing in a language, and where they would stand.
    #[serde(skip)]
    pub untranslated: Vec<(Lang, Path)>,
    /// Hash of the text that it was parsed from.
    pub hash: u128,
}

/// A parsed page, in one language.
#[derive(Debug, Serialize, Deserialize)]
pub struct Page {
    pub lang: Lang,
    pub front: Front,
    pub body: Body,
}
