//! Characters that no web page and no Word file may hold, as word processors leave them in text that is copied.
//!
//! In: a text. Out: the same text with what they mean, one character for one, or without them. No line is begun or
//! ended, for what stands in a line of the file must stay in it: a table's row, a YAML value, a message's place.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostics, Place};
use crate::messages::{Message, say};
use crate::source::File;

/// What takes the place of a forbidden character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// It broke a line where a paragraph goes on.
    Space,
    NoBreakHyphen,
    SoftHyphen,
    /// It means nothing in a text.
    Nothing,
}

impl Reading {
    /// How a forbidden character is read; `None` for all others.
    ///
    /// Forbidden are the control characters and noncharacters of HTML, which include those of XML, and three marks of
    /// a line's end that YAML takes for one and editors do not.
    fn of(c: char) -> Option<Reading> {
        match c {
            '\t' | '\n' | '\r' => None,
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Reading::Space),
            '\u{1E}' => Some(Reading::NoBreakHyphen),
            '\u{1F}' => Some(Reading::SoftHyphen),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}' => Some(Reading::Nothing),
            c if u32::from(c) & 0xFFFE == 0xFFFE => Some(Reading::Nothing),
            _ => None,
        }
    }

    fn character(self) -> Option<char> {
        match self {
            Reading::Space => Some(' '),
            Reading::NoBreakHyphen => Some('\u{2011}'),
            Reading::SoftHyphen => Some('\u{AD}'),
            Reading::Nothing => None,
        }
    }

    fn words(self) -> Message {
        match self {
            Reading::Space => say::is_read_as_space(),
            Reading::NoBreakHyphen => say::is_read_as_hyphen_that_does(),
            Reading::SoftHyphen => say::is_read_as_soft_hyphen_u_ad(),
            Reading::Nothing => say::is_left_out(),
        }
    }
}

/// Whether a text holds a character that web pages and Word files may not.
///
/// Every text is asked, and nearly none has one: three bytes at a time are compared without a branch, which the compiler makes
/// one instruction for many. It says yes for the bytes that [`Reading::of`] forbids as characters; a test holds the two equal.
pub fn has_forbidden(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(whole) = bytes.len().checked_sub(2) else { return text.chars().any(|c| Reading::of(c).is_some()) };
    let mut at = 0;
    while at < whole {
        let length = (whole - at).min(256);
        let (first, second, third) = (&bytes[at..][..length], &bytes[at + 1..][..length], &bytes[at + 2..][..length]);
        let triples = first.iter().zip(second).zip(third);
        if triples.fold(0, |found, ((a, b), c)| found | u8::from(is_forbidden((*a, *b, *c)))) != 0 {
            return true;
        }
        at += length;
    }
    // What begins in the last two bytes.
    is_forbidden((bytes[whole], bytes[whole + 1], 0)) || is_forbidden((bytes[whole + 1], 0x7E, 0))
}

/// Whether a forbidden character begins with these bytes of UTF-8. Of four bytes the last three are looked at.
fn is_forbidden((a, b, c): (u8, u8, u8)) -> bool {
    let control = (a < 0x20) & (a != b'\t') & (a != b'\n') & (a != b'\r') | (a == 0x7F);
    let c1 = (a == 0xC2) & (b < 0xA0);
    let separator = (a == 0xE2) & (b == 0x80) & ((c == 0xA8) | (c == 0xA9));
    let noncharacter = (a == 0xEF) & (b == 0xB7) & (0x90..=0xAF).contains(&c);
    // U+FFFE, U+FFFF, and the last two of every further plane, whose second byte ends in F.
    let last = ((a == 0xEF) | (a & 0xCF == 0x8F)) & (b == 0xBF) & (c & 0xFE == 0xBE);
    control | c1 | separator | noncharacter | last
}

/// The text with what its forbidden characters mean.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !has_forbidden(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(|c| Reading::of(c).map_or(Some(c), Reading::character)).collect())
}

/// A line as a terminal can show it: a mark for each forbidden character that would move its cursor or vanish.
pub fn visible(line: &str) -> Cow<'_, str> {
    if !line.contains(acts) {
        return Cow::Borrowed(line);
    }
    let shown = |c: char| match Reading::of(c) {
        // Those of ASCII have signs of their own, which whatever shows the line knows.
        Some(Reading::Space) if !c.is_ascii() => '␤',
        Some(Reading::Nothing) if !c.is_ascii() => LOST,
        _ if TURNS.contains(&c) => LOST,
        _ => c,
    };
    Cow::Owned(line.chars().map(shown).collect())
}

/// Where `length` characters from a column on of a line as it was read stand in the line of the file. Columns count
/// from 1.
pub fn on_disk(line: &str, column: usize, length: usize) -> (usize, usize) {
    let removed = |c: char| Reading::of(c) == Some(Reading::Nothing);
    let kept: Vec<usize> = line.chars().enumerate().filter(|(_, c)| !removed(*c)).map(|(index, _)| index + 1).collect();
    let end = line.chars().count() + 1;
    let at = |column: usize| kept.get(column.saturating_sub(1)).copied().unwrap_or(end);
    let start = at(column);
    (start, if length == 0 { 0 } else { at(column + length - 1) + 1 - start })
}

/// Whether a text holds the mark of a character that an earlier conversion lost.
pub fn has_lost(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), LOST.encode_utf8(&mut [0; 4]).as_bytes()).is_some()
}

/// What is wrong with a character.
#[derive(Clone, Copy)]
struct Found {
    line: usize,
    column: usize,
    times: usize,
}

/// Reports the forbidden characters of a file, and the mark of those that an earlier conversion lost: one message for
/// each kind, at its first place. The text has `\n` at line ends.
pub fn report(file: &File, text: &str, out: &mut Diagnostics) {
    let mut found: BTreeMap<char, Found> = BTreeMap::new();
    for (index, line) in text.split('\n').enumerate() {
        for (at, c) in line.chars().enumerate().filter(|(_, c)| *c == LOST || Reading::of(*c).is_some()) {
            found.entry(c).or_insert(Found { line: index + 1, column: at + 1, times: 0 }).times += 1;
        }
    }
    for (c, first) in found {
        let place = Place::on_disk(&file.path, first.line, first.column, 1);
        let counted = |message: Message| match first.times {
            1 => message,
            times => say::file_has_of_them_here_is_first(message, times),
        };
        match forbidden(c) {
            Some((message, help)) => out.add(Code::SourceForbiddenCharacter, place, counted(message), help),
            None => {
                let message = say::here_letter_was_lost_when_text();
                out.add(Code::SourceLostCharacter, place, counted(message), say::type_letter_that_belongs_here());
            }
        }
    }
}

/// What is said of a forbidden character, and what to do about it; `None` for all others.
pub fn forbidden(c: char) -> Option<(Message, Message)> {
    let reading = Reading::of(c)?;
    let (what, help) = describe(c);
    Some((say::which_web_pages_may_not_hold(what, format!("U+{:04X}", u32::from(c)), reading.words()), help))
}

/// Whether a terminal would act on a character, or show a line in another order, instead of showing it.
fn acts(c: char) -> bool {
    c.is_control() || TURNS.contains(&c) || matches!(Reading::of(c), Some(Reading::Nothing | Reading::Space))
}

/// What changes the direction of the letters around it.
const TURNS: [char; 12] = [
    '\u{61C}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}',
    '\u{2067}', '\u{2068}', '\u{2069}',
];

/// A text that a terminal only shows: what it would act on is written as `\u{1b}`. Lines and tabs stay.
pub fn printable(text: &str) -> Cow<'_, str> {
    shown(text, |c| acts(c) && !matches!(c, '\n' | '\t'))
}

/// The same for a name or a message, which is one line.
pub fn printable_line(text: &str) -> Cow<'_, str> {
    shown(text, acts)
}

fn shown(text: &str, hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match hidden(c) {
            true => shown.extend(c.escape_default()),
            false => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// JSON with the same characters written by their numbers, as those of ASCII are already.
pub fn printable_json(json: &str) -> Cow<'_, str> {
    // Outside of its texts JSON has line breaks and none of the others, and in them no line breaks.
    let hidden = |c: char| acts(c) && c != '\n';
    if !json.contains(hidden) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len() + 8);
    for c in json.chars() {
        match hidden(c) {
            true => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| shown += &format!("\\u{unit:04x}")),
            false => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// The mark that stands for what could not be decoded.
const LOST: char = '\u{FFFD}';

/// What a forbidden character is to the program that made it, and what to do about it.
fn describe(c: char) -> (Message, Message) {
    const BREAK: Message = say::delete_it_and_type_space_in_markdown();
    match c {
        '\u{B}' => (say::line_break_of_word_processor(), BREAK),
        '\u{85}' | '\u{2028}' => (say::line_break_of_another_program(), BREAK),
        '\u{2029}' => (say::paragraph_break_of_another_program(), say::delete_it_and_press_enter_twice()),
        '\u{C}' => (say::page_break(), say::delete_it_or_type_space_instead()),
        '\u{1E}' => (say::hyphen_of_word_processor_that_does(), say::delete_it_and_type_hyphen()),
        '\u{1F}' => (say::soft_hyphen_of_word_processor(), say::delete_it()),
        _ => (say::character_that_nobody_can_see(), say::delete_it_put_cursor_behind()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_word_leaves_behind_becomes_what_it_means() {
        let text =
            "Фамилия\u{B}Имя, жилищно\u{1E}коммунальный, профо\u{1F}риентация\u{C}конец\0.\u{FFFE}\u{85}\u{2028}";
        assert_eq!(clean(text), "Фамилия Имя, жилищно\u{2011}коммунальный, профо\u{AD}риентация конец.  ");
        assert_eq!(clean("а\tб\nв"), "а\tб\nв");
    }

    #[test]
    fn a_terminal_is_only_shown_what_it_would_act_on() {
        let text = "а\u{1b}[31m\u{9b}2J\u{202e}б\tв\n\u{7f}\u{fdd0}ү";
        assert_eq!(printable(text), "а\\u{1b}[31m\\u{9b}2J\\u{202e}б\tв\n\\u{7f}\\u{fdd0}ү");
        assert_eq!(printable_line("а\nб\tв"), "а\\nб\\tв");
        assert!(matches!(printable_line("кадимки сөз"), Cow::Borrowed(_)));
        let json = serde_json::to_string(text).unwrap();
        let shown = printable_json(&json);
        assert!(!shown.contains(acts));
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), text);
        assert!(visible("а\u{200f}б\u{9b}").chars().all(|c| c.is_ascii_control() || !acts(c)));
    }

    #[test]
    fn a_column_is_that_of_the_file() {
        let line = "а\0б\0\0вг";
        assert_eq!(on_disk(line, 1, 0), (1, 0));
        assert_eq!(on_disk(line, 2, 1), (3, 1));
        // From б to в, with what is between them.
        assert_eq!(on_disk(line, 2, 2), (3, 4));
        assert_eq!(on_disk(line, 9, 1), (8, 1));
    }

    #[test]
    fn every_forbidden_character_is_seen_in_every_place() {
        for c in '\0'..=char::MAX {
            let found = Reading::of(c).is_some();
            for text in
                [format!("{c}"), format!("я{c}"), format!("{c}я"), format!("\u{23FF}{c}ж."), format!("..{c}\u{BF}")]
            {
                assert_eq!(has_forbidden(&text), found, "{text:?}");
            }
        }
        let long = "сөз — «кесип» ".repeat(100);
        assert!(
            !has_forbidden(&long)
                && has_forbidden(&(long.clone() + "\u{FFFE}"))
                && has_forbidden(&(long + "\u{2028}а"))
        );
    }

    proptest::proptest! {
        #[test]
        fn no_forbidden_character_is_left_and_no_line_moves(text in "[\\PC\\x00-\\x1F\u{80}-\u{9F}\u{2028}\u{FFFE}]{0,80}") {
            let read = clean(&text);
            proptest::prop_assert!(!has_forbidden(&read));
            proptest::prop_assert_eq!(read.matches('\n').count(), text.matches('\n').count());
        }

        #[test]
        fn every_character_that_stays_is_found_again(line in "[а-е\\x00\\x0B\u{9F}]{1,30}") {
            let read = clean(&line);
            for (at, c) in read.chars().enumerate() {
                let (column, length) = on_disk(&line, at + 1, 1);
                let there = line.chars().nth(column - 1).unwrap().to_string();
                proptest::prop_assert_eq!(clean(&there), c.to_string());
                proptest::prop_assert_eq!(length, 1);
            }
        }
    }
}
