//! What an editor wrote who meant YAML: where the slip is, and how the line should read.
//!
//! libyaml stops where it can go no further, which is often the line after the slip. So a document that it refuses is
//! looked through line by line for what people get wrong.

use std::cell::LazyCell;
use std::ops::Range;

use super::locate::SEPARATORS;
use crate::messages::{Message, say};

/// A slip of the pen in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Slip {
    /// Bytes of the document.
    pub range: Range<usize>,
    pub message: Message,
    pub help: Message,
    /// What belongs there instead, if that is sure.
    pub with: Option<String>,
}

/// Colons of other scripts, and letters that look like one.
const COLONS: &[char] = &['：', '﹕', '︓', '꞉', '∶', 'ː', '։'];

/// What word processors put where a list has a dash.
const BULLETS: &[char] = &['–', '—', '−', '‒', '•', '·', '▪', '●', '◦', '*'];

/// What the value after a key cannot begin with, unless it is in quotes.
const QUOTED_ONLY: &[char] = &['@', '`', '%', '*', '&', '!'];

/// Every slip of a document that is known not to be well-formed.
pub fn find(text: &str) -> Vec<Slip> {
    let mut scan = Scan { text, found: Vec::new(), skip: Skip::Nothing, columns: Vec::new(), last: None };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        scan.line(start, line.trim_end_matches('\n'));
        start += line.len();
    }
    scan.found
}

/// What is passed over until it ends.
enum Skip {
    Nothing,
    /// Lines of a block text, which are indented further than this.
    Block(usize),
    /// A text in quotes over several lines.
    Quotes(char),
    /// Brackets over several lines: how many are open.
    Brackets(usize),
}

struct Scan<'t> {
    text: &'t str,
    found: Vec<Slip>,
    skip: Skip,
    /// Columns at which keys and items stand around the present line.
    columns: Vec<usize>,
    /// The column of the last key, and whether it has a value in its line.
    last: Option<(usize, bool)>,
}

impl Scan<'_> {
    fn add(&mut self, range: Range<usize>, message: Message, help: Message, with: Option<String>) {
        self.found.push(Slip { range, message, help, with });
    }

    fn line(&mut self, start: usize, line: &str) {
        self.separators(start, line);
        let content = line.trim_start();
        let indent = line.len() - content.len();
        match self.skip {
            Skip::Block(outer) if content.is_empty() || indent > outer => return,
            Skip::Quotes(quote) => {
                if closing(line, quote).is_some() {
                    self.skip = Skip::Nothing;
                }
                return;
            }
            Skip::Brackets(open) => {
                let left = (open as isize + balance(line)).max(0) as usize;
                self.skip = if left == 0 { Skip::Nothing } else { Skip::Brackets(left) };
                return;
            }
            _ => self.skip = Skip::Nothing,
        }
        if content.is_empty() || content.starts_with('#') {
            return;
        }
        if !self.indentation(start, &line[..indent], content) {
            self.content(start + indent, indent, content);
        }
    }

    fn separators(&mut self, start: usize, line: &str) {
        for (at, c) in line.match_indices(SEPARATORS) {
            let after = &line[at + c.len()..];
            let with = if after.is_empty() || line[..at].ends_with(' ') || after.starts_with(' ') { "" } else { " " };
            let name = c.chars().next().map_or(0, u32::from);
            let help = say::delete_invisible_character_between_two_words();
            let message = say::invisible_line_end_stands_in_text(format!("U+{name:04X}"));
            self.add(start + at..start + at + c.len(), message, help, Some(with.into()));
        }
    }

    /// Reports what is no space at the beginning of a line.
    fn indentation(&mut self, start: usize, indent: &str, content: &str) -> bool {
        if indent.chars().all(|c| c == ' ') {
            return false;
        }
        let is_tab = indent.contains('\t');
        let message =
            if is_tab { say::line_is_indented_with_tab() } else { say::line_is_indented_with_space_of_another() };
        let column = match self.last {
            // After `sources:` something deeper belongs; after `title: А` a neighbour.
            Some((column, false)) => column + 2,
            Some((column, true)) => column,
            None => 0,
        };
        let word = first_word(content);
        let help = match (is_tab, column) {
            (true, 0) => say::yaml_knows_spaces_only_remove_what_stands(word),
            (true, spaces) => say::yaml_knows_spaces_only_write_spaces_before(spaces, word),
            (false, 0) => say::yaml_knows_ordinary_space_only_remove_what(word),
            (false, spaces) => say::yaml_knows_ordinary_space_only_write_spaces(spaces, word),
        };
        self.add(start..start + indent.len(), message, help, Some(" ".repeat(column)));
        true
    }

    fn content(&mut self, mut start: usize, mut indent: usize, mut content: &str) {
        // The items of lists may stand in one line: `- - a`, `- key: value`.
        while let Some(rest) = content.strip_prefix('-').filter(|rest| rest.starts_with(' ')) {
            let inner = rest.trim_start();
            let width = content.len() - inner.len();
            self.column(start, indent, content);
            if inner.is_empty() || inner.starts_with('#') {
                return;
            }
            (start, indent, content) = (start + width, indent + width, inner);
        }
        if self.continues(indent, content) {
            return;
        }
        if !self.bullet(start, content) && !self.key(start, indent, content) {
            self.value(start, indent, content);
        }
    }

    /// Whether the line goes on with the text of the one above.
    fn continues(&self, indent: usize, content: &str) -> bool {
        self.last.is_some_and(|(column, full)| full && indent > column) && key_of(content).is_none()
    }

    /// Reports a line that stands between the columns of those above it, and notes its own.
    fn column(&mut self, start: usize, indent: usize, content: &str) {
        while self.columns.last().is_some_and(|column| *column > indent) {
            let outer = self.columns.pop();
            let fits = self.columns.last().is_some_and(|column| *column >= indent) || indent == 0;
            if !fits && self.columns.last().is_some_and(|column| *column < indent) {
                let column = outer.unwrap_or(0);
                let help = say::indent_it_by_spaces_like_lines(column);
                let message = say::this_line_does_not_fit_to_those();
                let line = start - indent;
                self.add(line..start, message, help, Some(" ".repeat(column)));
            }
        }
        if self.columns.last() != Some(&indent) {
            if let Some((column, true)) = self.last
                && indent > column
                && !content.starts_with("- ")
            {
                let help = match column {
                    0 => say::remove_spaces_before(),
                    spaces => say::indent_it_by_spaces_like_line_above(spaces),
                };
                let message = say::this_line_is_indented_further_than_one();
                self.add(start - indent..start, message, help, Some(" ".repeat(column)));
                return;
            }
            self.columns.push(indent);
        }
    }

    fn bullet(&mut self, start: usize, content: &str) -> bool {
        let marks = content.len() - content.trim_start_matches(BULLETS).len();
        let rest = &content[marks..];
        let text = rest.trim_start();
        let glued = rest.len() == text.len();
        if marks > 0 && !(glued && content.starts_with('*')) && !text.is_empty() {
            let end = start + content.len() - text.len();
            let help = say::begin_item_with_hyphen_and_space(text);
            self.add(start..end, say::item_of_list_begins_with_another_mark(), help, Some("- ".into()));
            return true;
        }
        if let Some(rest) = content.strip_prefix('-').filter(|rest| !rest.starts_with('-')) {
            let text = rest.trim_start();
            if text.starts_with(|c: char| c.is_alphabetic() || "\"'«{[".contains(c)) {
                let end = start + content.len() - text.len();
                let help = say::put_ordinary_space_after_hyphen(text);
                self.add(start..end, say::there_is_no_space_after_hyphen(), help, Some("- ".into()));
                return true;
            }
        }
        false
    }

    /// Looks at `key: value`; whether the line is that, or was meant to be.
    fn key(&mut self, start: usize, indent: usize, content: &str) -> bool {
        let Some(key) = key_of(content) else { return self.bare_key(start, indent, content) };
        self.column(start, indent, content);
        let after = &content[key.end..];
        let value = after.trim_start();
        self.last = Some((indent, !value.is_empty() && !value.starts_with(['#', '|', '>', '&'])));
        let name = &content[..key.name];
        let range = start + key.name..start + content.len() - value.len();
        let with = if value.is_empty() { ":" } else { ": " };
        let shown = format!("{name}:{}{value}", if value.is_empty() { "" } else { " " });
        match key.kind {
            Separator::Fine => {}
            Separator::NoSpace => {
                let help = say::write_with_space_after_colon(shown);
                self.add(range, say::there_is_no_space_after_colon(), help, Some(with.into()));
            }
            Separator::OtherSpace => {
                let message = say::space_beside_colon_is_no_break_space();
                let help = say::write_with_ordinary_space(shown);
                self.add(range, message, help, Some(with.into()));
            }
            Separator::OtherColon => {
                let help = say::write_with_ordinary_colon_and_space(shown);
                self.add(range, say::this_is_not_colon_that_yaml_knows(), help, Some(with.into()));
            }
        }
        if !value.is_empty() && !value.starts_with('#') {
            self.value(start + content.len() - value.len(), indent, value);
        }
        true
    }

    /// A word that is no key for want of a colon: `title Работа`, `title = Работа`.
    fn bare_key(&mut self, start: usize, indent: usize, content: &str) -> bool {
        let name = content.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(content.len());
        let rest = &content[name..];
        let text = rest.trim_start_matches(|c: char| c.is_whitespace() || "=;–—-→".contains(c));
        if name < 2 || rest.len() == text.len() || text.is_empty() {
            return false;
        }
        let help = say::write_with_colon_and_space(format!("{}: {text}", &content[..name]));
        let range = start + name..start + content.len() - text.len();
        self.add(range, say::there_is_no_colon_after(&content[..name]), help, Some(": ".into()));
        self.last = Some((indent, true));
        true
    }

    fn value(&mut self, start: usize, indent: usize, value: &str) {
        let end = start + value.trim_end().len();
        match value.chars().next() {
            Some(quote @ ('"' | '\'')) => match closing(&value[1..], quote) {
                None if self.text[end..].contains(quote) => self.skip = Skip::Quotes(quote),
                None => {
                    let help = say::write_at_end_of_text_as_well(quote);
                    self.add(
                        start..end,
                        say::quote_is_opened_here_and_never_closed(),
                        help,
                        Some(format!("{}{quote}", value.trim_end())),
                    );
                }
                Some(at) => self.after_quotes(start, value, at + 2),
            },
            Some('|' | '>')
                if value[1..]
                    .trim_start_matches(|c: char| "+-".contains(c) || c.is_ascii_digit())
                    .trim()
                    .is_empty() =>
            {
                self.skip = Skip::Block(indent);
            }
            Some('{' | '[') => self.brackets(start, value),
            Some('-') if value[1..].starts_with(' ') => {
                let message = say::list_cannot_begin_on_line();
                self.quote(start, value, message, |quoted| say::put_quotes_around_text_or_begin_list(quoted));
            }
            Some(c) if QUOTED_ONLY.contains(&c) => {
                self.quote(start, value, say::text_cannot_begin_with(c), |quoted| {
                    say::put_quotes_around_the_text(quoted)
                });
            }
            Some('|' | '>') => {
                let c = &value[..1];
                self.quote(start, value, say::text_cannot_begin_with(c), |quoted| {
                    say::put_quotes_around_the_text(quoted)
                });
            }
            _ if value.contains(": ") || value.trim_end().ends_with(':') => {
                let message = say::colon_and_space_stand_in_text();
                self.quote(start, value, message, |quoted| say::put_quotes_around_the_whole_text(quoted));
            }
            _ => {}
        }
    }

    fn quote(&mut self, start: usize, value: &str, message: Message, help: impl Fn(&str) -> Message) {
        let value = value.trim_end();
        let quoted = quoted(value);
        self.add(start..start + value.len(), message, help(&quoted), Some(quoted));
    }

    fn after_quotes(&mut self, start: usize, value: &str, end: usize) {
        let rest = value[end..].trim();
        if rest.is_empty() || rest.starts_with('#') {
            return;
        }
        let message = say::words_stand_after_closing_quote();
        self.quote(start, value, message, |quoted| say::put_whole_text_into_quotes_of_other(quoted));
    }

    fn brackets(&mut self, start: usize, value: &str) {
        let value = value.trim_end();
        let open = &value[..1];
        let close = if open == "{" { '}' } else { ']' };
        if let Some((range, text)) = cut_item(value) {
            let with = quoted(&text);
            let message = say::what_follows_after_space_is_remark();
            self.add(
                start + range.start..start + range.end,
                message,
                say::put_quotes_around_the_text(&with),
                Some(with),
            );
            return;
        }
        match balance(value) {
            0 => self.items(start, value),
            left if left > 0 => {
                // Perhaps it goes on in the next lines.
                let rest = &self.text[start + value.len()..];
                let next = rest.trim_start();
                if next.starts_with(['}', ']']) || value.ends_with(',') || value.len() == 1 {
                    self.skip = Skip::Brackets(left as usize);
                    return;
                }
                let with = format!("{}{close}", value.trim_end_matches(','));
                let message = say::bracket_is_opened_here_and_not_closed(open);
                self.add(start..start + value.len(), message, say::write_at_end(close, &with), Some(with));
            }
            _ => {}
        }
    }

    /// Items of `{a: b, c: d}` that have a colon in their text.
    fn items(&mut self, start: usize, value: &str) {
        for range in parts(value) {
            let item = &value[range.clone()];
            let trimmed = item.trim();
            let from = start + range.start + (item.len() - item.trim_start().len());
            let Some((key, text)) = trimmed.split_once(": ").filter(|_| value.starts_with('{')) else { continue };
            let (key, text) = (key, text.trim());
            if text.contains(": ") && !text.starts_with(['"', '\'', '{', '[']) {
                let with = quoted(text);
                let at = from + key.len() + 2;
                self.add(
                    at..at + text.len(),
                    say::colon_and_space_stand_in_text(),
                    say::put_quotes_around_the_whole_text(&with),
                    Some(with),
                );
            } else if let Some(quote) = text.chars().next().filter(|c| "\"'".contains(*c))
                && let Some(end) = closing(&text[1..], quote)
                && end + 2 < text.len()
            {
                let with = quoted(text);
                let at = from + key.len() + 2;
                let message = say::words_stand_after_closing_quote();
                let help = say::put_whole_text_into_quotes_of_other(&with);
                self.add(at..at + text.len(), message, help, Some(with));
            }
        }
    }
}

/// How a key is parted from its value.
enum Separator {
    Fine,
    NoSpace,
    OtherSpace,
    OtherColon,
}

/// A key at the beginning of a line: how long its name is, and where its colon ends.
struct Key {
    name: usize,
    end: usize,
    kind: Separator,
}

fn key_of(content: &str) -> Option<Key> {
    let name = content.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(content.len());
    if name == 0 {
        return None;
    }
    let gap = content[name..].len() - content[name..].trim_start().len();
    let rest = &content[name + gap..];
    let colon = rest.chars().next()?;
    let end = name + gap + colon.len_utf8();
    let after = content[end..].chars().next();
    let other_gap = content[name..name + gap].chars().any(|c| c != ' ');
    let kind = match (colon, after) {
        (':', None | Some(' ' | '\t'))
            if !other_gap && !content[end..].trim_start_matches(' ').starts_with(other_space) =>
        {
            Separator::Fine
        }
        (':', None | Some(' ' | '\t')) => Separator::OtherSpace,
        (':', Some(c)) if other_space(c) => Separator::OtherSpace,
        (':', Some('/' | ':' | ',' | '}' | ']')) => return None,
        // A time, `12:30`, is no key.
        (':', Some(c)) if c.is_ascii_digit() && content[..name].ends_with(|c: char| c.is_ascii_digit()) => return None,
        (':', Some(_)) if gap == 0 => Separator::NoSpace,
        (c, _) if COLONS.contains(&c) => Separator::OtherColon,
        _ => return None,
    };
    Some(Key { name, end, kind })
}

fn other_space(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii_whitespace() && !SEPARATORS.contains(&c)
}

fn first_word(content: &str) -> &str {
    content.split_whitespace().next().unwrap_or(content)
}

/// Where the quote is that closes a text, in what follows the opening one.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            '\'' if quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') => {
                chars.next();
            }
            c if c == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// A text in the quotes that it needs: double ones, or single ones if there are double ones in it.
pub fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// How many more brackets a line opens than it closes; those in quotes do not count.
fn balance(line: &str) -> isize {
    outside(line)
        .map(|(_, c)| {
            if "{[".contains(c) {
                1
            } else if "}]".contains(c) {
                -1
            } else {
                0
            }
        })
        .sum()
}

/// The characters that stand in no quotes. An apostrophe inside a word opens none.
fn outside(line: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    let mut before = ' ';
    line.char_indices().filter(move |(_, c)| {
        let last = std::mem::replace(&mut before, *c);
        match quote {
            Some(open) if *c == open => {
                quote = None;
                false
            }
            Some(_) => false,
            None if "\"'".contains(*c) && " {[,:".contains(last) => {
                quote = Some(*c);
                false
            }
            None => true,
        }
    })
}

/// The parts between the commas of `{…}` or `[…]` on one level.
fn parts(value: &str) -> Vec<Range<usize>> {
    let mut depth = 0;
    let mut from = 1;
    let mut found = Vec::new();
    for (at, c) in outside(value) {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => {
                depth -= 1;
                if depth == 0 {
                    found.push(from..at);
                    break;
                }
            }
            ',' if depth == 1 => {
                found.push(from..at);
                from = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// In brackets that a remark cuts, the item that was meant to hold the `#`, and its text.
fn cut_item(value: &str) -> Option<(Range<usize>, String)> {
    let mut before = ' ';
    let hash = outside(value).find(|(_, c)| std::mem::replace(&mut before, *c) == ' ' && *c == '#')?.0;
    let from =
        value[..hash].rfind(": ").map_or_else(|| value[..hash].rfind(['[', ',']).map_or(1, |at| at + 1), |at| at + 2);
    let from = from + (value[from..].len() - value[from..].trim_start().len());
    let end = value[hash..].find([',', '}', ']']).map(|at| hash + at)?;
    Some((from..end, value[from..end].trim_end().to_string())).filter(|_| balance(value) == 0)
}

/// Texts of a well-formed document that end at a remark which was meant to be part of them: `title: Класс #5`. The
/// range begins with the text and ends with the remark.
pub fn cut(text: &str) -> Vec<Range<usize>> {
    let starts = LazyCell::new(|| super::starts(text));
    let mut found = Vec::new();
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let content = line.trim_end();
        for (hash, _) in content.match_indices(" #") {
            let remark = &content[hash + 2..];
            // A remark has a space after its mark, if it is one.
            if !remark.starts_with(|c: char| c.is_alphanumeric()) {
                continue;
            }
            let Some(value) = plain_value(&content[..hash]) else { continue };
            // Where a value begins, a plain text ends at such a mark; elsewhere it is part of a longer text.
            if starts.contains(&(index + 1, content[..value].chars().count() + 1)) {
                found.push(start + value..start + content.len());
                break;
            }
        }
        start += line.len();
    }
    found
}

/// Where the plain text begins that ends a line, if it is one of words.
fn plain_value(line: &str) -> Option<usize> {
    let from = match line.find(": ") {
        Some(at) => at + 2,
        None => line.find("- ").filter(|at| line[..*at].trim().is_empty())? + 2,
    };
    let value = line[from..].trim();
    let words = value.starts_with(|c: char| c.is_alphabetic() || "«„“(№".contains(c));
    let at = from + (line[from..].len() - line[from..].trim_start().len());
    (words && !["true", "false", "yes", "no"].contains(&value)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The document as its slips advise.
    fn mended(text: &str) -> String {
        let mut mended = text.to_string();
        for slip in find(text).iter().rev() {
            mended.replace_range(slip.range.clone(), slip.with.as_deref().expect("the slip has a cure"));
        }
        mended
    }

    #[test]
    fn slips_and_their_cures() {
        for (wrong, right) in [
            ("title Работа\n", "title: Работа\n"),
            ("title:Работа\n", "title: Работа\n"),
            ("title:\u{a0}Работа\n", "title: Работа\n"),
            ("title\u{a0}: Работа\n", "title: Работа\n"),
            ("title： Работа\n", "title: Работа\n"),
            ("title = Работа\n", "title: Работа\n"),
            ("title — Работа\n", "title: Работа\n"),
            ("audience:\n  – pupil\n  — parent\n", "audience:\n  - pupil\n  - parent\n"),
            ("audience:\n  -pupil\n  -\u{a0}parent\n", "audience:\n  - pupil\n  - parent\n"),
            ("title: А\n\tsummary: Б\n", "title: А\nsummary: Б\n"),
            ("sources:\n\t- title: А\n", "sources:\n  - title: А\n"),
            ("title: А\n  summary: Б\n", "title: А\nsummary: Б\n"),
            ("title: \"А\" б\n", "title: '\"А\" б'\n"),
            ("title: А: б\n", "title: \"А: б\"\n"),
            ("title: {ky: А: б, ru: В}\n", "title: {ky: \"А: б\", ru: В}\n"),
            ("title: {ky: А #5, ru: В}\n", "title: {ky: \"А #5\", ru: В}\n"),
            ("title: {ky: А, ru: В\norder: 1\n", "title: {ky: А, ru: В}\norder: 1\n"),
            ("title: А\u{2028}Б\n", "title: А Б\n"),
            ("a:\n  - b: 1\n    c: 2\n   d: 3\n", "a:\n  - b: 1\n    c: 2\n    d: 3\n"),
        ] {
            assert_eq!(mended(wrong), right);
            assert!(super::super::parse(right).is_ok(), "{right:?}");
        }
    }

    #[test]
    fn what_is_right_is_no_slip() {
        for text in [
            "title: А\nsummary: >\n  Важно: да\n  – нет\n\torder\norder: 1\n",
            "a: \"б: в\"\nc: 'г # д'\nurl: https://example.kg:80/a\ntime: 12:30\n",
            "a: {ky: \"б: в\", ru: г}\nb:\n- в\n- {г: д}\n-  е: ж\n   з: и\n",
            "a: длинный текст\n  - с продолжением\nb: в\n",
            "a:\n  b:\n    c: 1\n  d: 2\ne: [1,\n  2]\nf: 3\n",
        ] {
            assert_eq!(find(text), [], "{text:?}");
        }
    }

    #[test]
    fn texts_that_a_remark_cuts() {
        let cut_of = |text: &str| {
            super::super::parse(text).expect("well-formed");
            cut(text).into_iter().map(|range| text[range].to_string()).collect::<Vec<_>>()
        };
        assert_eq!(cut_of("title: Класс #5\n"), ["Класс #5"]);
        assert_eq!(cut_of("title: \"Класс #5\"\nb: |\n  c: г #6\norder: 1 #7\nd: е # ж\n"), [""; 0]);
        assert_eq!(cut_of("a:\n  - школа #3\n"), ["школа #3"]);
    }

    proptest::proptest! {
        #[test]
        fn any_document_can_be_looked_through(text in "[a-c:\\-\\[\\]{}&*!|>'\"#, \u{a0}–\u{2028}\n\tа]{0,60}") {
            for slip in find(&text) {
                proptest::prop_assert!(text.get(slip.range).is_some());
            }
        }
    }
}
