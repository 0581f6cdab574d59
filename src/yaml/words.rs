//! libyaml's complaints in words that an editor can act on.

use super::locate::own_place;
use super::{DUPLICATE, Error, ErrorKind, FORBIDDEN, TOO_DEEP, TOO_MANY};

const COLON: &str = "If the text holds a colon and a space, put quotes around it: \"like: this\". If not, look at how \
                     far this line and the one above are indented.";
const NESTED: &str = "the values are nested too deeply";
const WRITE_OUT: &str = "Write the values out instead of repeating or nesting them.";
const QUOTES: &str = "Put quotes around the text: \"…\".";

/// What lies behind an error of serde_yaml, where, and what to do.
pub fn describe(error: &serde_yaml::Error, text: &str) -> Error {
    let full = error.to_string();
    let own = full.rsplit(": ").next().unwrap_or(&full).split(" at line ").next().unwrap_or("");
    let place = error.location().map_or((1, 1), |l| own_place(text, l.line(), l.column()));
    if full.contains(DUPLICATE) {
        let name = own.rsplit('`').nth(1).unwrap_or("");
        return made(
            ErrorKind::DuplicateKey,
            place,
            &format!("the key `{name}` stands here a second time"),
            "Keep one of the two.",
        );
    }
    if full.contains(FORBIDDEN) {
        return made(
            ErrorKind::Syntax,
            place,
            "a backslash in this text makes a character that no page may hold",
            "Write \\\\ for a backslash, or put the text between single quotes: 'C:\\bin'.",
        );
    }
    if full.contains(TOO_MANY) || full.contains(TOO_DEEP) || full.contains("limit exceeded") {
        let message = if full.contains(TOO_DEEP) || full.contains("recursion") {
            NESTED
        } else {
            "the values refer to one another too often"
        };
        return made(ErrorKind::TooComplex, place, message, WRITE_OUT);
    }
    syntax(&full, place, text)
}

/// The error of a document whose brackets become too deep at byte `at`.
pub fn too_deep(text: &str, at: usize) -> Error {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let place = (text[..at].matches('\n').count() + 1, text[start..at].chars().count() + 1);
    made(ErrorKind::TooComplex, place, NESTED, WRITE_OUT)
}

fn made(kind: ErrorKind, (line, column): (usize, usize), message: &str, help: &str) -> Error {
    Error { kind, line, column, message: message.into(), help: help.into() }
}

fn syntax(full: &str, place: (usize, usize), text: &str) -> Error {
    let has = |text: &str| full.contains(text);
    // Where the thing began that could not be finished: "…, while scanning a quoted scalar at line 3 column 10".
    let begun =
        full.split("while ").nth(1).and_then(place_in).map_or(place, |(line, column)| own_place(text, line, column));
    let (place, message, help) = if has("quoted scalar") {
        (begun, "a quote is opened here and never closed", "Add the closing quote; write \\\" for a quote inside.")
    } else if has("flow mapping") {
        (begun, "the bracket { is opened here and not closed, or a comma is missing", "Write {ky: …, ru: …}.")
    } else if has("flow sequence") {
        (begun, "the bracket [ is opened here and not closed, or a comma is missing", "Write [one, two].")
    } else if has("mapping values are not allowed") {
        (place, "a colon stands where none can be", COLON)
    } else if has("cannot start any token") {
        (
            place,
            "a value cannot begin like this",
            "Indent with spaces, not with tabs; put quotes around a text that begins with @, ` or %.",
        )
    } else if has("block sequence entries are not allowed") {
        (
            place,
            "a list cannot begin here",
            "Put quotes around a text that begins with a dash; begin a list on a line of its own.",
        )
    } else if has("scanning an anchor") || has("scanning an alias") {
        (begun, "a text cannot begin with * or &", QUOTES)
    } else if has("unknown anchor") {
        (place, "a text cannot begin with *", QUOTES)
    } else if has("tag") {
        let begun = if has("while ") { begun } else { place };
        (begun, "a text cannot begin with !", QUOTES)
    } else if has("could not find expected ':'") {
        (begun, "there is no colon after the key", "Write `key: value`, with a space after the colon.")
    } else if has("'-' indicator") {
        (place, "this line does not fit into the list above it", "Indent it like the lines of the item it belongs to.")
    } else if has("expected key") || has("block mapping") {
        (
            place,
            "this does not fit after what stands before it",
            "Put quotes around the whole text, or indent the line like its neighbours.",
        )
    } else if has("more than one document") {
        let second = text.lines().skip(1).position(|line| line.trim_end() == "---").map_or(place, |at| (at + 2, 1));
        let help = "Keep one record in the file: move what follows the line --- into a file of its own.";
        (second, "the file holds more than one document", help)
    } else if has("a key that is a plain text") {
        (place, "a key must be a plain word", "Write `key: value`.")
    } else if has("control characters") {
        (place, "the file holds an invisible control character", "Remove it, or type the line anew.")
    } else {
        (
            place,
            "the line cannot be read",
            "Look at this line and the one above: indentation, colons, quotes, brackets.",
        )
    };
    made(ErrorKind::Syntax, place, message, help)
}

/// The line and column of "… at line 3 column 10 …".
fn place_in(text: &str) -> Option<(usize, usize)> {
    let number = |after: &str| {
        let rest = text.split(after).nth(1)?;
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    };
    Some((number("line ")?, number("column ")?))
}
