//! A document with its diagnostics: what is wrong with it as YAML, and what would be read otherwise than it was meant.

use std::ops::Range;

use super::{ErrorKind, Node, Origin, Slip, parse, slips};
use crate::diag::{Code, Diagnostics, Fix, Lines, Place};
use crate::messages::say;

/// Reads a YAML document; one that cannot be read becomes a diagnostic, or one for each slip of the pen in it.
pub fn document(text: &str, origin: &Origin, out: &mut Diagnostics) -> Option<Node> {
    let error = match parse(text) {
        Ok(node @ (Node::Map(_) | Node::Null)) => {
            report_cut_texts(text, origin, out);
            return Some(node);
        }
        Ok(node) => {
            let found = slips::find(text);
            report_slips(&found, text, origin, out);
            return found.is_empty().then_some(node);
        }
        Err(error) => error,
    };
    let code = match error.kind {
        ErrorKind::DuplicateKey => Code::YamlDuplicateKey,
        ErrorKind::TooComplex => Code::YamlTooComplex,
        ErrorKind::Syntax => Code::YamlSyntax,
    };
    let found = if code == Code::YamlSyntax { slips::find(text) } else { Vec::new() };
    // A slip behind the place where reading stopped is not why it stopped.
    if found.first().is_some_and(|slip| text[..slip.range.start].matches('\n').count() < error.line) {
        report_slips(&found, text, origin, out);
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
        out.add_fix(Code::YamlSyntax, place, slip.message.clone(), slip.help.clone(), fix);
    }
}

fn report_cut_texts(text: &str, origin: &Origin, out: &mut Diagnostics) {
    if !text.contains(" #") {
        return;
    }
    let lines = Lines::of(text);
    for range in slips::cut(text) {
        let whole = &text[range.clone()];
        let remark = whole.find(" #").map_or("", |at| &whole[at + 1..]);
        let with = slips::quoted(whole);
        let place = place_in(text, &lines, range, origin);
        let message = say::text_ends_before_which_counts_as_remark(remark);
        let help = say::put_quotes_around_whole_text(&with);
        let fix = Fix::Write { at: place.at.clone(), with };
        out.add_fix(Code::YamlCutText, place, message, help, fix);
    }
}
