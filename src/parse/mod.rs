//! One source file → one parsed page or record.
//!
//! In: a file's path and text. Out: a [`Parsed`] value with its links still as they were written, and diagnostics.
//! Never: looking at another file; whether a link leads anywhere is `resolve`'s to say.

mod conflict;
mod front;
mod link;
pub mod markdown;
mod publishing;
mod records;

use std::ops::Range;
use std::sync::Arc;

use crate::config::Lang;
use crate::diag::{Code, Diagnostics, Fix, Lines, Place};
use crate::yaml::{self, ErrorKind, Node, Origin, Slip};

pub use conflict::report_conflicts;
pub use front::{AUDIENCES, Citation, FORM, Front, KINDS, front_matter, page};
pub use link::{Href, Link, Refused, parse_href, whole_address};
pub use markdown::{Body, Fill, Heading, Numbered, NumberedKind, Part, PartKind, Phrases, Text};
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

/// Reads a YAML document; one that cannot be read becomes a diagnostic, or one for each slip of the pen in it.
pub fn yaml_document(text: &str, origin: &Origin, out: &mut Diagnostics) -> Option<Node> {
    let error = match yaml::parse(text) {
        Ok(node @ (Node::Map(_) | Node::Null)) => {
            report_cut_texts(text, origin, out);
            return Some(node);
        }
        Ok(node) => {
            let slips = yaml::slips(text);
            report_slips(&slips, text, origin, out);
            return slips.is_empty().then_some(node);
        }
        Err(error) => error,
    };
    let code = match error.kind {
        ErrorKind::DuplicateKey => Code::YamlDuplicateKey,
        ErrorKind::TooComplex => Code::YamlTooComplex,
        ErrorKind::Syntax => Code::YamlSyntax,
    };
    let slips = if code == Code::YamlSyntax { yaml::slips(text) } else { Vec::new() };
    // A slip behind the place where reading stopped is not why it stopped.
    if slips.first().is_some_and(|slip| text[..slip.range.start].matches('\n').count() < error.line) {
        report_slips(&slips, text, origin, out);
    } else {
        let place = Place::point(&origin.file, error.line + origin.first_line, error.column, 0);
        out.add(code, place, error.message, error.help);
    }
    None
}

/// The place of a range of a document, within one line.
fn place_in(text: &str, lines: &Lines, range: Range<usize>, origin: &Origin) -> Place {
    let (line, column, _) = lines.position(text, range.start, 0);
    Place::point(&origin.file, line + origin.first_line, column, text[range].chars().count())
}

fn report_slips(slips: &[Slip], text: &str, origin: &Origin, out: &mut Diagnostics) {
    let lines = Lines::of(text);
    for slip in slips {
        let place = place_in(text, &lines, slip.range.clone(), origin);
        let fix = slip.with.clone().map(|with| Fix::Write { at: place.at.clone(), with });
        out.add_fix(Code::YamlSyntax, place, &slip.message, &slip.help, fix);
    }
}

fn report_cut_texts(text: &str, origin: &Origin, out: &mut Diagnostics) {
    if !text.contains(" #") {
        return;
    }
    let lines = Lines::of(text);
    for range in yaml::cut_texts(text) {
        let whole = &text[range.clone()];
        let remark = whole.find(" #").map_or("", |at| &whole[at + 1..]);
        let with = yaml::quoted(whole);
        let place = place_in(text, &lines, range, origin);
        let message = format!("the text ends before `{remark}`, which counts as a remark");
        let help = format!("Put quotes around the whole text: {with}. If it is a remark, put a space after its #.");
        let fix = Fix::Write { at: place.at.clone(), with };
        out.add_fix(Code::YamlCutText, place, message, help, fix);
    }
}
