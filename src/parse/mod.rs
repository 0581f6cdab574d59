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

use crate::config::Lang;
use crate::diag::{Code, Diagnostics, Place};
use crate::yaml::{self, ErrorKind, Node, Origin};

pub use front::{AUDIENCES, Citation, FORM, Front, KINDS, front_matter, page};
pub use link::{Href, Link, parse_href};
pub use markdown::{Body, Fill, Heading, Numbered, NumberedKind, Phrases, Text};
pub use publishing::{Publishing, is_draft};
pub use records::*;

/// A parsed file.
#[derive(Debug)]
pub struct Parsed<C> {
    pub file: Arc<str>,
    pub content: C,
    pub publishing: Publishing,
    /// Every link and image of the file; the content refers to them by number.
    pub links: Vec<Link>,
}

/// A parsed page, in one language.
#[derive(Debug)]
pub struct Page {
    pub lang: Lang,
    pub front: Front,
    pub body: Body,
}

/// Reads a YAML document; a document that cannot be read becomes one diagnostic.
pub fn yaml_document(text: &str, origin: &Origin, out: &mut Diagnostics) -> Option<Node> {
    let error = match yaml::parse(text) {
        Ok(node) => return Some(node),
        Err(error) => error,
    };
    let code = match error.kind {
        ErrorKind::DuplicateKey => Code::YamlDuplicateKey,
        ErrorKind::TooComplex => Code::YamlTooComplex,
        ErrorKind::Syntax => Code::YamlSyntax,
    };
    let place = Place::point(&origin.file, error.line + origin.first_line, error.column, 0);
    out.add(code, place, error.message, error.help);
    None
}
