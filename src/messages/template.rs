//! Texts with places to fill in: `{name}`, and `{count|page|pages}` for the form that a number asks for. `{{` and `}}` stand
//! for brackets.

use super::{Arg, Locale};

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Shown as it is.
    Text(&'t str),
    /// What is filled in under a name.
    Name(&'t str),
    /// The form that the number of this name asks for, in the order of the locale's plural forms.
    Forms(&'t str, Vec<&'t str>),
}

/// The pieces of a template, from the first to the last.
pub fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, length) = match rest.find(['{', '}']) {
            None => (Piece::Text(rest), rest.len()),
            Some(0) if rest.starts_with("{{") || rest.starts_with('}') => (Piece::Text(&rest[..1]), 2.min(rest.len())),
            Some(0) => {
                let end = rest.find('}').unwrap_or(rest.len());
                let mut parts = rest[1..end].split('|');
                let name = parts.next().unwrap_or_default();
                let forms: Vec<&str> = parts.collect();
                let piece = if forms.is_empty() { Piece::Name(name) } else { Piece::Forms(name, forms) };
                (piece, (end + 1).min(rest.len()))
            }
            Some(at) => (Piece::Text(&rest[..at]), at),
        };
        rest = &rest[length..];
        Some(piece)
    })
}

/// Writes a template with what `arg` has under the names in it.
pub fn fill<'a>(template: &str, locale: Locale, arg: &dyn Fn(&str) -> Option<&'a Arg>, to: &mut String) {
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) => to.push_str(text),
            Piece::Name(name) => {
                if let Some(arg) = arg(name) {
                    arg.write(locale, to);
                }
            }
            Piece::Forms(name, forms) => {
                let number = if let Some(Arg::Number(number)) = arg(name) { *number } else { 0 };
                to.push_str(forms.get(locale.form(number)).or(forms.last()).copied().unwrap_or_default());
            }
        }
    }
}
