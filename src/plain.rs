//! HTML of our own writing → plain text, section by section.
//!
//! The HTML comes from the Markdown writer, with raw HTML cleaned by ammonia: tags are closed, attributes are quoted,
//! `<` and `&` in text are escaped. Nothing else is read here.

use bagyt_search::pack::Section;
use memchr::memchr2;

use crate::markup::tag_length;

/// Elements that do not part the words around them.
const INLINE: [&str; 16] =
    ["a", "abbr", "b", "cite", "code", "del", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup", "wbr"];
/// Elements whose content nobody reads.
const HIDDEN: [&str; 3] = ["svg", "script", "style"];

/// Marks of footnotes and the ways back from them: how they begin, and how they end.
const MARKS: [(&str, &str); 2] = [("<sup class=\"fn\"", "</sup>"), ("<a class=\"fn-back\"", "</a>")];

/// Adds the sections of a text to those that are there; what comes before its first heading belongs to the last one.
pub fn sections(html: &str, sections: &mut Vec<Section>) {
    let mut reader = Reader { sections, heading: None, hidden: 0 };
    let mut rest = html;
    while let Some(at) = memchr2(b'<', b'&', rest.as_bytes()) {
        reader.text(&rest[..at]);
        rest = &rest[at..];
        let len = if rest.starts_with('<') { reader.tag(rest) } else { reader.entity(rest) };
        rest = &rest[len..];
    }
    reader.text(rest);
}

/// A text of one line without its markup.
pub fn line(html: &str) -> String {
    let mut found = vec![Section::default()];
    sections(html, &mut found);
    found.iter_mut().for_each(|section| finish(&mut section.text));
    found
        .into_iter()
        .flat_map(|section| [section.heading, section.text])
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
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
    /// The heading that is being read, and its element.
    heading: Option<(Section, String)>,
    /// How many hidden elements are open.
    hidden: usize,
}

impl Reader<'_> {
    fn target(&mut self) -> Option<&mut String> {
        if self.hidden > 0 {
            return None;
        }
        match &mut self.heading {
            Some((section, _)) => Some(&mut section.heading),
            None => self.sections.last_mut().map(|section| &mut section.text),
        }
    }

    fn text(&mut self, text: &str) {
        let Some(target) = self.target() else { return };
        let mut rest = text;
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

    /// Parts the words on both sides of a block: visibly, if no sentence ends there, as in lists and tables.
    fn part(&mut self) {
        let Some(target) = self.target() else { return };
        part(target);
    }

    /// Reads a tag at the beginning of `html`; gives its length.
    fn tag(&mut self, html: &str) -> usize {
        for (begin, end) in MARKS {
            if html.starts_with(begin) {
                return html.find(end).map_or(html.len(), |at| at + end.len());
            }
        }
        let len = tag_length(html);
        let inner = html[1..len].trim_end_matches('>');
        let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let name = inner.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
        if HIDDEN.contains(&name) {
            self.hidden = if closing { self.hidden.saturating_sub(1) } else { self.hidden + 1 };
        } else if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
            self.heading_tag(name, closing, inner);
        } else if !INLINE.contains(&name) {
            self.part();
        }
        len
    }

    fn heading_tag(&mut self, name: &str, closing: bool, tag: &str) {
        if !closing {
            self.part();
            let anchor = tag.split_once("id=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("");
            self.heading = Some((Section { anchor: anchor.into(), ..Section::default() }, name.to_string()));
        } else if let Some((mut section, _)) = self.heading.take_if(|(_, open)| open == name) {
            finish(&mut section.heading);
            self.sections.push(section);
        }
    }

    /// Reads a character reference at the beginning of `html`; gives its length.
    fn entity(&mut self, html: &str) -> usize {
        let known = [
            ("&amp;", "&"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&#x27;", "'"),
            ("&nbsp;", " "),
        ];
        let (len, text) =
            known.into_iter().find(|(entity, _)| html.starts_with(entity)).map_or((1, "&"), |(e, t)| (e.len(), t));
        self.text(text);
        len
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(html: &str) -> Vec<(String, String, String)> {
        let mut found = vec![Section::default()];
        sections(html, &mut found);
        found
            .into_iter()
            .map(|s| (s.anchor, s.heading, s.text.trim_end_matches([' ', '\n', '·']).to_string()))
            .collect()
    }

    #[test]
    fn divides_at_headings() {
        let html = "<p>Бир <b>э</b>ки &amp; <kbd>ү</kbd>ч</p><h2 id=\"a\">9-\u{2060}<em>класс</em><a class=\"anchor\" href=\"#a\" \
                    aria-label=\"a > b\"></a></h2><ul><li>төрт</li><li>беш</li></ul><svg><text>жок</text></svg>";
        let expected = [("", "", "Бир эки & үч"), ("a", "9-класс", "төрт · беш")];
        assert_eq!(read(html), expected.map(|(a, b, c)| (a.to_string(), b.to_string(), c.to_string())));
    }

    #[test]
    fn footnotes_leave_no_marks() {
        let html = "<p>Бир<sup class=\"fn\"><a href=\"#fn-1\">1</a></sup>, эки</p><ol><li><p>Үч. <a class=\"fn-back\" \
                    href=\"#fnref-1\">↩</a> <a class=\"fn-back\" href=\"#fnref-1-2\">↩</a></p></li></ol><p>төрт</p>";
        assert_eq!(read(html), [(String::new(), String::new(), "Бир, эки · Үч.\nтөрт".to_string())]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(html in "\\PC{0,80}|[<>/a-h1-6\"&; ]{0,60}") {
            let _ = read(&html);
        }
    }
}
