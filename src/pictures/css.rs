//! Style sheets in drawings, without what they would load from elsewhere.

use std::borrow::Cow;
use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

use super::embedded::embedded;
use crate::messages::{Message, say};

/// A style sheet, or the declarations of one element.
pub struct Cleaned<'t> {
    pub text: Cow<'t, str>,
    /// What was taken out, in words.
    pub removed: Vec<Message>,
}

/// Takes out what a browser would load: addresses other than parts of the drawing and what stands in it.
pub fn clean(text: &str) -> Cleaned<'_> {
    let mut finder = Finder::default();
    let mut parser = Parser::new(text);
    if finder.walk(&mut parser, false).is_err() {
        return Cleaned { text: "".into(), removed: vec![say::style_sheet_whose_blocks_stand_too_deep()] };
    }
    if finder.found.is_empty() {
        return Cleaned { text: text.into(), removed: Vec::new() };
    }
    let (mut cleaned, mut done) = (String::with_capacity(text.len()), 0);
    for (range, instead) in &finder.found {
        cleaned.push_str(&text[done..range.start]);
        cleaned.push_str(instead);
        done = range.end;
    }
    cleaned.push_str(&text[done..]);
    Cleaned { text: cleaned.into(), removed: finder.removed }
}

/// What of an address is shown in a message.
pub fn shortened(address: &str) -> String {
    let shown: String = address.chars().take(60).collect();
    if shown.len() < address.len() { shown + "…" } else { shown }
}

#[derive(Default)]
struct Finder {
    /// What to write in place of parts of the text, in order.
    found: Vec<(Range<usize>, String)>,
    removed: Vec<Message>,
}

impl Finder {
    /// Looks through a block; `loads` in the arguments of a function that loads what its strings name.
    fn walk<'t>(&mut self, parser: &mut Parser<'t>, loads: bool) -> Result<(), ParseError<()>> {
        loop {
            let start = parser.position().byte_index();
            let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { return Ok(()) };
            let range = start..parser.position().byte_index();
            match token {
                Token::UnquotedUrl(url) => self.address(&url, range, ["url(\"", "\")"], "none"),
                Token::BadUrl(url) => self.remove(&url, range, "none"),
                Token::QuotedString(url) if loads => self.address(&url, range, ["\"", "\""], "\"\""),
                Token::Function(name) => {
                    let loads = LOADING.iter().any(|other| name.eq_ignore_ascii_case(other));
                    parser.parse_nested_block(|inner| self.walk(inner, loads))?;
                }
                Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                    parser.parse_nested_block(|inner| self.walk(inner, loads))?;
                }
                Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => {
                    let end = to_semicolon(parser);
                    self.found.push((start..end, String::new()));
                    self.removed.push(say::style_sheet_from_elsewhere_import());
                }
                // It names what the drawing is written in, and loads nothing.
                Token::AtKeyword(name) if name.eq_ignore_ascii_case("namespace") => drop(to_semicolon(parser)),
                _ => {}
            }
        }
    }

    fn address(&mut self, url: &str, range: Range<usize>, around: [&str; 2], instead: &str) {
        let url = url.trim();
        if url.starts_with('#') || is_font(url) {
            return;
        }
        match embedded(url) {
            Some(url) => self.found.push((range, format!("{}{url}{}", around[0], around[1]))),
            None => self.remove(url, range, instead),
        }
    }

    fn remove(&mut self, url: &str, range: Range<usize>, instead: &str) {
        self.found.push((range, instead.to_string()));
        self.removed.push(say::reference_to(shortened(url)));
    }
}

/// Functions that load what a string in them names.
const LOADING: [&str; 6] = ["url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"];

/// Goes on to the end of a statement; where that is.
fn to_semicolon(parser: &mut Parser) -> usize {
    while let Ok(token) = parser.next_including_whitespace_and_comments() {
        if matches!(token, Token::Semicolon) {
            break;
        }
    }
    parser.position().byte_index()
}

/// Letters that stand in the drawing itself.
fn is_font(url: &str) -> bool {
    let kinds = ["font/", "application/font", "application/x-font", "application/vnd.ms-fontobject"];
    let kind = url.strip_prefix("data:").map(str::trim_start);
    kind.is_some_and(|kind| {
        kinds.iter().any(|font| kind.get(..font.len()).is_some_and(|k| k.eq_ignore_ascii_case(font)))
    })
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_what_stands_in_the_drawing_is_kept() {
        for same in [
            ".a{fill:url(#g)} @media print{.b{mask:url('#m')}}",
            "@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA) format('woff2')}",
            "@namespace url(http://www.w3.org/2000/svg); text{font:12px 'Ала-Тоо'}",
            "text::after{content:'https://example.kg'}",
        ] {
            let cleaned = clean(same);
            assert_eq!((cleaned.text.as_ref(), cleaned.removed), (same, Vec::new()));
        }
        for (text, expected) in [
            ("@import 'a.css';.a{}", ".a{}"),
            ("@IMPORT url(a.css) print", ""),
            (".a{b:URL( 'http://example.kg' )}", ".a{b:URL( \"\" )}"),
            (".a{b:url(http://example.kg)}", ".a{b:none}"),
            ("b:image-set('a.png' 1x)", "b:image-set(\"\" 1x)"),
            ("b:u\\72l(a.png)", "b:none"),
            ("@\\69mport 'a';", ""),
            ("@media x{.a{b:url(a)", "@media x{.a{b:none"),
        ] {
            let cleaned = clean(text);
            assert_eq!(cleaned.text, expected);
            assert_eq!(cleaned.removed.len(), 1, "{text}");
        }
        assert_eq!(clean(&"(".repeat(300)).text, "");
    }
}
