//! Texts → plain text, section by section.

use bagyt_search::pack::Section;

use super::{Attribute, Element, Step, Steps, Text};

/// Elements that do not part the words around them.
const INLINE: [&str; 16] =
    ["a", "abbr", "b", "cite", "code", "del", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup", "wbr"];

/// Adds the sections of a text to those that are there; what comes before its first heading belongs to the last one. What the
/// text refers to by number is left out: it is found where it stands.
pub fn sections(text: &Text, sections: &mut Vec<Section>) {
    let mut reader = Reader { sections, heading: None, back: false };
    let mut steps = text.steps();
    while let Some(step) = steps.next() {
        match step {
            Step::Text(words) | Step::Verbatim(words) => reader.text(words),
            Step::Open(element) => reader.open(element, &steps),
            Step::Close(element) => reader.close(element),
            _ => {}
        }
    }
}

/// A text of one line.
pub fn line(text: &Text) -> String {
    let mut found = vec![Section::default()];
    sections(text, &mut found);
    found.iter_mut().for_each(|section| finish(&mut section.text));
    found
        .into_iter()
        .flat_map(|section| [section.heading, section.text])
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A title or another text without elements, as the search has it.
pub fn words(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    add(words, &mut text);
    finish(&mut text);
    text
}

/// Ends a block of a text.
pub fn part(text: &mut String) {
    let kept = text.trim_end_matches([' ', '\n', '·']).len();
    text.truncate(kept);
    match text.chars().next_back() {
        None => {}
        Some(last) if last.is_alphanumeric() || matches!(last, ')' | '%') => text.push_str(" · "),
        Some(_) => text.push('\n'),
    }
}

/// Takes off what [`part`] put at the end of a text.
pub fn finish(text: &mut String) {
    let kept = text.trim_end_matches([' ', '\n', '·']).len();
    text.truncate(kept);
}

/// Whether white space or a mark for breaking lines may begin with this byte.
fn may_part(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | 0xC2 | 0xE1..=0xE3)
}

struct Reader<'s> {
    sections: &'s mut Vec<Section>,
    /// The heading that is being read, and its level.
    heading: Option<(Section, u8)>,
    /// Whether it is the way back from a footnote, which nobody reads.
    back: bool,
}

impl Reader<'_> {
    fn target(&mut self) -> Option<&mut String> {
        match &mut self.heading {
            _ if self.back => None,
            Some((section, _)) => Some(&mut section.heading),
            None => self.sections.last_mut().map(|section| &mut section.text),
        }
    }

    fn text(&mut self, words: &str) {
        if let Some(target) = self.target() {
            add(words, target);
        }
    }

    /// Parts the words on both sides of a block: visibly, if no sentence ends there, as in lists and tables.
    fn part(&mut self) {
        let Some(target) = self.target() else { return };
        part(target);
    }

    fn open(&mut self, element: Element, attributes: &Steps) {
        if element == Element::Back {
            self.back = true;
        } else if let Some(level) = element.heading() {
            self.part();
            let id = attributes.attributes().find(|(attribute, _)| *attribute == Attribute::Id);
            let anchor = id.map_or("", |(_, id)| id).to_string();
            self.heading = Some((Section { anchor, ..Section::default() }, level));
        } else if !INLINE.contains(&element.shape().name) {
            self.part();
        }
    }

    fn close(&mut self, element: Element) {
        if element == Element::Back {
            self.back = false;
        } else if let Some(level) = element.heading() {
            if let Some((mut section, _)) = self.heading.take_if(|(_, open)| *open == level) {
                finish(&mut section.heading);
                self.sections.push(section);
            }
        } else if !INLINE.contains(&element.shape().name) {
            self.part();
        }
    }
}

/// Adds words with single spaces, and without marks for breaking lines.
fn add(words: &str, target: &mut String) {
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        // Word by word, not letter by letter.
        let word = rest.bytes().position(may_part).unwrap_or(rest.len());
        if word > 0 {
            target.push_str(&rest[..word]);
            rest = &rest[word..];
            continue;
        }
        match c {
            // Marks for breaking lines are no part of a text.
            '\u{2060}' | '\u{00AD}' | '\u{200B}' => {}
            c if c.is_whitespace() => {
                if !target.is_empty() && !target.ends_with(char::is_whitespace) {
                    target.push(' ');
                }
            }
            c => target.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Event;

    /// A text of words in elements.
    fn text(parts: &[(&[Element], &str)]) -> Text {
        let mut text = Text::default();
        for (elements, words) in parts {
            elements.iter().for_each(|element| text.open(*element));
            text.text(words);
            elements.iter().rev().for_each(|element| text.close(*element));
        }
        text
    }

    fn read(text: &Text) -> Vec<(String, String, String)> {
        let mut found = vec![Section::default()];
        sections(text, &mut found);
        found
            .into_iter()
            .map(|s| (s.anchor, s.heading, s.text.trim_end_matches([' ', '\n', '·']).to_string()))
            .collect()
    }

    #[test]
    fn divides_at_headings() {
        let mut whole =
            text(&[(&[], "Бир "), (&[Element::Bold], "э"), (&[], "ки & "), (&[Element::Key], "ү"), (&[], "ч")]);
        whole.open(Element::Heading(2));
        whole.attribute(Attribute::Id, "a");
        whole.text("9-\u{2060}");
        whole.append(&text(&[(&[Element::Emphasis], "класс"), (&[Element::Anchor], "")]));
        whole.close(Element::Heading(2));
        whole.append(&text(&[(&[Element::Unordered, Element::Item], "төрт"), (&[Element::Item], "беш")]));
        let expected = [("", "", "Бир эки & үч"), ("a", "9-класс", "төрт · беш")];
        assert_eq!(read(&whole), expected.map(|(a, b, c)| (a.to_string(), b.to_string(), c.to_string())));
    }

    #[test]
    fn footnotes_leave_no_marks() {
        let mut whole = text(&[(&[], "Бир")]);
        whole.push(Event::Note { number: 1, nth: 1 });
        whole.append(&text(&[
            (&[], ", эки"),
            (&[Element::Paragraph], "Үч. "),
            (&[Element::Back], "↩"),
            (&[], " "),
            (&[Element::Back], "↩"),
            (&[Element::Paragraph], "төрт"),
        ]));
        assert_eq!(read(&whole), [(String::new(), String::new(), "Бир, эки · Үч.\nтөрт".to_string())]);
    }

    #[test]
    fn words_have_single_spaces() {
        assert_eq!(words(" a < b\u{a0} &amp; \n в\u{2060}г "), "a < b &amp; вг");
    }
}
