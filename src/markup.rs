//! HTML of our own: texts as HTML, and reading what this program wrote itself, tag by tag.

use pulldown_cmark_escape::escape_html;

/// A plain text as HTML.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    // Writing to a String cannot fail.
    let _ = escape_html(&mut html, text);
    html
}

/// A piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'h> {
    /// A tag from its `<` to its `>`.
    Tag(&'h str),
    /// What stands between two tags.
    Text(&'h str),
}

/// The pieces of a text of HTML, in their order; joined they are the text again.
pub fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, after) = match memchr::memchr(b'<', rest.as_bytes()) {
            Some(0) => {
                let (tag, after) = rest.split_at(tag_length(rest));
                (Piece::Tag(tag), after)
            }
            Some(at) => {
                let (text, after) = rest.split_at(at);
                (Piece::Text(text), after)
            }
            None => (Piece::Text(rest), ""),
        };
        rest = after;
        Some(piece)
    })
}

/// The name of a tag, without the slash of one that closes.
pub fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches(['<', '/']);
    let ends = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    let end = inner.bytes().position(ends).unwrap_or(inner.len());
    &inner[..end]
}

/// Whether elements of a name have no end. They are those of the standard that a page's body or head may hold.
pub fn is_void(name: &str) -> bool {
    matches!(name, "area" | "base" | "br" | "col" | "hr" | "img" | "input" | "link" | "meta" | "source" | "wbr")
}

/// The level of a heading's tag, 1 to 6.
pub fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Bytes of the tag at the beginning of `html`; attributes may hold a `>`.
pub fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for at in memchr::memchr2_iter(b'"', b'>', html.as_bytes()) {
        match html.as_bytes()[at] {
            b'"' => quoted = !quoted,
            _ if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_texts() {
        let found: Vec<Piece> = pieces("а<b title=\"x>y\">б</b><br>").collect();
        let expected = [
            Piece::Text("а"),
            Piece::Tag("<b title=\"x>y\">"),
            Piece::Text("б"),
            Piece::Tag("</b>"),
            Piece::Tag("<br>"),
        ];
        assert_eq!(found, expected);
        assert_eq!((name("</b>"), name("<br/>"), name("<h2 id=\"a\">")), ("b", "br", "h2"));
        assert_eq!((heading_level("h2"), heading_level("hr")), (Some(2), None));
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(html in "\\PC{0,60}|[<>/a\" ]{0,40}") {
            let joined: String = pieces(&html).map(|piece| match piece { Piece::Tag(t) | Piece::Text(t) => t }).collect();
            proptest::prop_assert_eq!(joined, html);
        }
    }
}
