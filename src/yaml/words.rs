//! libyaml's complaints in words that an editor can act on.

use super::locate::own_place;
use super::{DUPLICATE, Error, ErrorKind, FORBIDDEN, TOO_DEEP, TOO_MANY};
use crate::messages::{Message, say};

const COLON: Message = say::if_text_holds_colon_and_space_put();
const NESTED: Message = say::values_are_nested_too_deeply();
const WRITE_OUT: Message = say::write_values_out_instead_of_repeating();
const QUOTES: Message = say::put_quotes_around_it();

/// What lies behind an error of serde_yaml, where, and what to do.
pub fn describe(error: &serde_yaml::Error, text: &str) -> Error {
    let full = error.to_string();
    let own = full.rsplit(": ").next().unwrap_or(&full).split(" at line ").next().unwrap_or("");
    let place = error.location().map_or((1, 1), |l| own_place(text, l.line(), l.column()));
    if full.contains(DUPLICATE) {
        let name = own.rsplit('`').nth(1).unwrap_or("");
        return made(ErrorKind::DuplicateKey, place, say::key_stands_here_second_time(name), say::keep_one_of_two());
    }
    if full.contains(FORBIDDEN) {
        return made(
            ErrorKind::Syntax,
            place,
            say::backslash_in_this_text_makes_character(),
            say::write_for_backslash_or_put_text_between(),
        );
    }
    if full.contains(TOO_MANY) || full.contains(TOO_DEEP) || full.contains("limit exceeded") {
        let message = if full.contains(TOO_DEEP) || full.contains("recursion") {
            NESTED
        } else {
            say::values_refer_to_one_another_too_often()
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

fn made(kind: ErrorKind, (line, column): (usize, usize), message: Message, help: Message) -> Error {
    Error { kind, line, column, message, help }
}

fn syntax(full: &str, place: (usize, usize), text: &str) -> Error {
    let has = |text: &str| full.contains(text);
    // Where the thing began that could not be finished: "…, while scanning a quoted scalar at line 3 column 10".
    let begun =
        full.split("while ").nth(1).and_then(place_in).map_or(place, |(line, column)| own_place(text, line, column));
    let (place, message, help) = if has("quoted scalar") {
        (begun, say::quote_is_opened_here_and_never_closed(), say::add_closing_quote_write_for_quote_inside())
    } else if has("flow mapping") {
        (begun, say::bracket_is_opened_here_and_not_closed_or_comma(), say::write_in_braces())
    } else if has("flow sequence") {
        (begun, say::bracket_is_opened_here_and_not_closed_or_comma_is_missing(), say::write_in_square_brackets())
    } else if has("mapping values are not allowed") {
        (place, say::colon_stands_where_none_can(), COLON)
    } else if has("cannot start any token") {
        (place, say::value_cannot_begin_like_this(), say::indent_with_spaces_not_with_tabs_put())
    } else if has("block sequence entries are not allowed") {
        (place, say::list_cannot_begin_here(), say::put_quotes_around_text_that_begins())
    } else if has("scanning an anchor") || has("scanning an alias") {
        (begun, say::text_cannot_begin_with_star_or_and(), QUOTES)
    } else if has("unknown anchor") {
        (place, say::text_cannot_begin_with_star(), QUOTES)
    } else if has("tag") {
        let begun = if has("while ") { begun } else { place };
        (begun, say::text_cannot_begin_with_exclamation(), QUOTES)
    } else if has("could not find expected ':'") {
        (begun, say::there_is_no_colon_after_key(), say::write_key_value_with_space_after_colon())
    } else if has("'-' indicator") {
        (place, say::this_line_does_not_fit_into_list(), say::indent_it_like_lines_of_item())
    } else if has("expected key") || has("block mapping") {
        (place, say::this_does_not_fit_after_what_stands(), say::put_quotes_around_whole_text_or_indent())
    } else if has("more than one document") {
        let second = text.lines().skip(1).position(|line| line.trim_end() == "---").map_or(place, |at| (at + 2, 1));
        let help = say::keep_one_record_in_file_move_what();
        (second, say::file_holds_more_than_one_document(), help)
    } else if has("a key that is a plain text") {
        (place, say::key_must_be_plain_word(), say::write_key_value())
    } else if has("control characters") {
        (place, say::file_holds_invisible_control_character(), say::remove_it_or_type_line_anew())
    } else {
        (place, say::line_cannot_be_read(), say::look_at_this_line_and_one_above())
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
