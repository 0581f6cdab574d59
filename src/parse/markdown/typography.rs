//! Quotation marks, dashes and ellipses as Kyrgyz and Russian write them (CLDR 45: « » outside, „ “ inside).

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
    open: Vec<Open>,
    last: Option<char>,
}

impl Typography {
    /// Forgets the block that ended: a quotation never runs from one paragraph to the next.
    pub fn next_block(&mut self) {
        *self = Typography::default();
    }

    /// Takes note of a character that is shown but not changed, such as the end of a code span.
    pub fn passed(&mut self, c: char) {
        self.last = Some(c);
    }

    /// Adds `text` to `to`, typeset.
    pub fn write(&mut self, text: &str, to: &mut String) {
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let set = match c {
                '"' => self.straight(),
                '“' if self.open.last() == Some(&Open::Inner) => self.close(),
                '“' => self.opening(),
                '”' => self.closing_or(c),
                '«' => self.literal(Open::Outer, c),
                '„' => self.literal(Open::Inner, c),
                '»' => {
                    self.open.pop();
                    c
                }
                '\'' if self.last.is_some_and(char::is_alphabetic)
                    && chars.peek().is_some_and(|next| next.is_alphabetic()) =>
                {
                    '’'
                }
                '.' if chars.peek() == Some(&'.') => {
                    self.dots(&mut chars, to);
                    continue;
                }
                // A dash must not begin a line: the space before it does not break.
                ' ' if matches!(chars.peek(), Some('—')) => '\u{a0}',
                _ => c,
            };
            to.push(set);
            // `9-класс`, `21-ноябры`: the number and its word stay on one line.
            if c == '-'
                && self.last.is_some_and(|last| last.is_ascii_digit())
                && chars.peek().is_some_and(|next| next.is_alphabetic())
            {
                to.push(WORD_JOINER);
            }
            self.last = Some(c);
        }
    }

    fn straight(&mut self) -> char {
        let opens = self.last.is_none_or(|c| c.is_whitespace() || "([{«„—–-/\u{a0}\"".contains(c));
        if opens || self.open.is_empty() && !self.last.is_some_and(|c| c.is_alphanumeric() || ".,!?…)»“".contains(c))
        {
            self.opening()
        } else {
            self.closing_or('"')
        }
    }

    fn opening(&mut self) -> char {
        let (open, mark) = if self.open.is_empty() { (Open::Outer, '«') } else { (Open::Inner, '„') };
        self.literal(open, mark)
    }

    fn literal(&mut self, open: Open, mark: char) -> char {
        self.open.push(open);
        mark
    }

    fn close(&mut self) -> char {
        match self.open.pop() {
            Some(Open::Inner) => '“',
            _ => '»',
        }
    }

    fn closing_or(&mut self, c: char) -> char {
        if self.open.is_empty() { c } else { self.close() }
    }

    fn dots(&mut self, chars: &mut std::iter::Peekable<std::str::Chars>, to: &mut String) {
        let mut count = 1;
        while chars.next_if_eq(&'.').is_some() {
            count += 1;
        }
        if count == 3 {
            to.push('…');
        } else {
            to.extend(std::iter::repeat_n('.', count));
        }
        self.last = Some('.');
    }
}

/// A short plain text, such as a title, typeset.
pub fn typeset(text: &str) -> String {
    let mut set = String::with_capacity(text.len() + 4);
    Typography::default().write(text.trim(), &mut set);
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_follow_the_language() {
        assert_eq!(typeset("\"Тандоо\" жана “окуу”"), "«Тандоо» жана «окуу»");
        assert_eq!(typeset("ЖЧК \"Ак \"Суу\" Плюс\""), "ЖЧК «Ак „Суу“ Плюс»");
        assert_eq!(typeset("«Ак „Суу“»"), "«Ак „Суу“»");
        assert_eq!(typeset("(\"а\")"), "(«а»)");
        assert_eq!(typeset("5\" труба"), "5\" труба");
    }

    #[test]
    fn dashes_and_dots() {
        assert_eq!(typeset("иш — бул..."), "иш\u{a0}— бул…");
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
