//! Quotation marks, dashes and ellipses as a language writes them (CLDR 45: « » outside and „ “ inside in Kyrgyz and Russian).

use crate::lang::Quotes;

/// Forbids a line break where it stands, and shows nothing.
const WORD_JOINER: char = '\u{2060}';

/// Which mark an open quotation began with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Outer,
    Inner,
}

/// Turns straight and English quotation marks into those of the language, one block of text at a time.
#[derive(Debug, Default)]
pub struct Typography {
    quotes: Quotes,
    open: Vec<Open>,
    /// How many quotations were open when one began with a single straight mark.
    single: Option<usize>,
    /// Whether such a mark stands alone in its text, so that its other one may follow behind emphasis.
    lone: bool,
    last: Option<char>,
}

/// How far a single straight mark is looked for that ends a quotation.
const LONGEST: usize = 300;

impl Typography {
    /// Begins a text of a language.
    pub fn new(quotes: Quotes) -> Typography {
        Typography { quotes, ..Typography::default() }
    }

    /// Forgets the block that ended: a quotation never runs from one paragraph to the next.
    pub fn next_block(&mut self) {
        *self = Typography::new(self.quotes);
    }

    /// Takes note of a character that is shown but not changed, such as the end of a code span.
    pub fn passed(&mut self, c: char) {
        self.last = Some(c);
    }

    /// Adds `text` to `to`, typeset.
    pub fn write(&mut self, text: &str, to: &mut String) {
        let mut at = 0;
        loop {
            // Nearly all of a text stays as it is.
            let plain = text.as_bytes()[at..].iter().position(|byte| is_looked_at(*byte)).unwrap_or(text.len() - at);
            let run = &text[at..at + plain];
            to.push_str(run);
            self.last = run.chars().next_back().or(self.last);
            at += plain;
            let Some(c) = text[at..].chars().next() else { return };
            at += self.looked_at(c, text, at, to);
        }
    }

    /// Adds the character at `at` of a text, typeset, with what belongs to it; how many bytes of the text that was.
    fn looked_at(&mut self, c: char, text: &str, at: usize, to: &mut String) -> usize {
        let after = &text[at + c.len_utf8()..];
        let set = match c {
            '"' => self.straight(),
            '“' if self.quotes.inner.1 == c && self.open.last() == Some(&Open::Inner) => self.close(),
            '“' => self.opening(),
            '”' => self.closing_or(c),
            '«' => self.literal(Open::Outer, c),
            '„' => self.literal(Open::Inner, c),
            '»' => {
                self.open.pop();
                c
            }
            '\'' => self.single(after.chars()),
            '.' if after.starts_with('.') => return self.dots(&text[at..], to),
            // A dash must not begin a line: the space before it does not break.
            '—' if text[..at].ends_with(' ') => {
                to.pop();
                to.push('\u{a0}');
                c
            }
            _ => c,
        };
        to.push(set);
        // `9-класс`, `21-ноябры`: the number and its word stay on one line.
        if c == '-'
            && self.last.is_some_and(|last| last.is_ascii_digit())
            && after.chars().next().is_some_and(char::is_alphabetic)
        {
            to.push(WORD_JOINER);
        }
        self.last = Some(if matches!(c, '"' | '\'') { set } else { c });
        c.len_utf8()
    }

    fn straight(&mut self) -> char {
        if self.opens()
            || self.open.is_empty() && !self.last.is_some_and(|c| c.is_alphanumeric() || ".,!?…)»“".contains(c))
        {
            self.opening()
        } else {
            self.closing_or('"')
        }
    }

    /// A single straight mark: an apostrophe, or one that begins or ends a quotation, as in `'сөз'дүн`.
    fn single(&mut self, rest: std::str::Chars) -> char {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let (last, next) = (self.last, rest.clone().next());
        let apostrophe = letter(last) && letter(next);
        if self.single.is_some_and(|depth| depth + 1 == self.open.len()) && !last.is_some_and(char::is_whitespace) {
            if apostrophe && end_of_single(rest) == Some(End::AfterWord) {
                return '’';
            }
            self.single = None;
            return self.close();
        }
        if self.lone && apostrophe {
            self.lone = false;
            return '\'';
        }
        if apostrophe {
            return '’';
        }
        if self.opens() && self.single.is_none() {
            if letter(next) && end_of_single(rest).is_some() {
                self.single = Some(self.open.len());
                return self.opening();
            }
            self.lone = letter(next) || next.is_none();
        }
        // «the pupils' room», where the mark within a quotation is the apostrophe.
        if letter(last) && self.quotes.inner.1 == '’' {
            return '’';
        }
        '\''
    }

    /// Whether a mark that stands here belongs to the words after it.
    fn opens(&self) -> bool {
        self.last.is_none_or(|c| c.is_whitespace() || "([{«„—–-/\u{a0}\"".contains(c))
    }

    fn opening(&mut self) -> char {
        let (open, mark) = match self.open.is_empty() {
            true => (Open::Outer, self.quotes.outer.0),
            false => (Open::Inner, self.quotes.inner.0),
        };
        self.literal(open, mark)
    }

    fn literal(&mut self, open: Open, mark: char) -> char {
        self.open.push(open);
        mark
    }

    fn close(&mut self) -> char {
        match self.open.pop() {
            Some(Open::Inner) => self.quotes.inner.1,
            _ => self.quotes.outer.1,
        }
    }

    fn closing_or(&mut self, c: char) -> char {
        if self.open.is_empty() { c } else { self.close() }
    }

    /// Adds the full stops that a text begins with, three as one sign; how many there are.
    fn dots(&mut self, text: &str, to: &mut String) -> usize {
        let count = text.bytes().take_while(|byte| *byte == b'.').count();
        if count == 3 {
            to.push('…');
        } else {
            to.extend(std::iter::repeat_n('.', count));
        }
        self.last = Some('.');
        count
    }
}

/// Whether a character that begins with this byte may be typeset: a mark of ASCII, or one that `«` or `“` and `—` begin
/// with alike.
fn is_looked_at(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'.' | b'-' | 0xC2 | 0xE2)
}

/// What ends a quotation in single straight marks.
#[derive(PartialEq)]
enum End {
    /// A mark after the whole word.
    AfterWord,
    /// A mark within a word, before its suffix.
    BeforeSuffix,
}

/// The best end of a quotation in single straight marks in the text after its beginning, if there is one before the next
/// begins.
fn end_of_single(rest: impl Iterator<Item = char>) -> Option<End> {
    let mut rest = rest.take(LONGEST).peekable();
    let (mut last, mut found) = (None, None);
    while let Some(c) = rest.next() {
        if c == '\'' {
            match (last, rest.peek()) {
                (None, _) => return None,
                (Some(before), _) if char::is_whitespace(before) => return found,
                (Some(_), Some(after)) if after.is_alphabetic() => found = Some(End::BeforeSuffix),
                _ => return Some(End::AfterWord),
            }
        }
        last = Some(c);
    }
    found
}

/// A short plain text, such as a title, typeset.
pub fn typeset(text: &str, quotes: Quotes) -> String {
    let mut set = String::with_capacity(text.len() + 4);
    Typography::new(quotes).write(text.trim(), &mut set);
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typeset(text: &str) -> String {
        super::typeset(text, Quotes::default())
    }

    #[test]
    fn quotes_follow_the_language() {
        assert_eq!(typeset("\"Тандоо\" жана “окуу”"), "«Тандоо» жана «окуу»");
        assert_eq!(typeset("ЖЧК \"Ак \"Суу\" Плюс\""), "ЖЧК «Ак „Суу“ Плюс»");
        assert_eq!(typeset("«Ак „Суу“»"), "«Ак „Суу“»");
        assert_eq!(typeset("(\"а\")"), "(«а»)");
        assert_eq!(typeset("5\" труба"), "5\" труба");
        assert_eq!(typeset("\"бир \"эки\"\""), "«бир „эки“»");
    }

    #[test]
    fn single_marks_are_quotations_or_apostrophes() {
        assert_eq!(typeset("'сөз'дүн мааниси"), "«сөз»дүн мааниси");
        assert_eq!(typeset("'сөз'дүн жана 'иш'тин"), "«сөз»дүн жана «иш»тин");
        assert_eq!(typeset("\"Мен 'сөз'дүн\", 'бир эки'."), "«Мен „сөз“дүн», «бир эки».");
        assert_eq!(typeset("'Windows'то окуу'"), "«Windows’то окуу»");
        assert_eq!(typeset("Windows'то, Word'дун, '90-жылдар, 5'"), "Windows’то, Word’дун, '90-\u{2060}жылдар, 5'");
        let mut set = String::new();
        let mut typography = Typography::default();
        typography.write("'", &mut set);
        typography.write("сөз", &mut set);
        typography.write("'дүн", &mut set);
        assert_eq!(set, "'сөз'дүн", "with emphasis between them they are at least alike");
    }

    #[test]
    fn dashes_and_dots() {
        assert_eq!(typeset("иш — бул..."), "иш\u{a0}— бул…");
        assert_eq!(typeset("иш  — бул — «иш» — ₽ ±5"), "иш \u{a0}— бул\u{a0}— «иш»\u{a0}— ₽ ±5");
        assert_eq!(typeset("жок.. же ...."), "жок.. же ....");
        assert_eq!(typeset("9-класс, 3-5, он-лайн"), "9-\u{2060}класс, 3-5, он-лайн");
        assert_eq!(typeset("O'Brien"), "O’Brien");
    }

    proptest::proptest! {
        #[test]
        fn only_marks_change(text in "[а-г \"«»„“”.']{0,40}") {
            let letters = |t: &str| t.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            proptest::prop_assert_eq!(letters(&typeset(&text)), letters(&text));
        }
    }
}
