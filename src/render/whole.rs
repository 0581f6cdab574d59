//! Many pages on one: ids that stay apart, links that stay inside, headings one level lower.

use std::collections::HashMap;

use crate::markup;
use crate::resolve::EntryId;

/// Marks an address that is right for the page as it is; it never gets out. No id has this letter, and no address needs
/// it escaped.
const INSIDE: char = '~';

/// The pages that stand on one.
#[derive(Debug, Default)]
pub struct Whole {
    parts: HashMap<EntryId, usize>,
}

impl Whole {
    /// The pages in their order; the first is part 1.
    pub fn new(entries: &[EntryId]) -> Whole {
        Whole { parts: entries.iter().copied().zip(1..).collect() }
    }

    /// What the ids of a part begin with.
    pub fn prefix(&self, entry: EntryId) -> Option<String> {
        self.parts.get(&entry).map(|part| format!("p{part}-"))
    }

    /// The id of a part itself.
    pub fn id(&self, entry: EntryId) -> Option<String> {
        self.parts.get(&entry).map(|part| format!("p{part}"))
    }

    /// The URL of a page, or of an id on it, if it stands here.
    pub fn url(&self, entry: EntryId, anchor: Option<&str>) -> Option<String> {
        let id = self.id(entry)?;
        Some(match anchor {
            Some(anchor) => format!("#{INSIDE}{id}-{anchor}"),
            None => format!("#{INSIDE}{id}"),
        })
    }
}

/// Takes the mark off an address, or off those in a text without ids of its own.
pub fn address(url: &str) -> String {
    url.replace("#~", "#")
}

/// A page's HTML as a part: `prefix` before its ids and the addresses within it, and its headings `lower` levels lower.
pub fn embed(html: &str, prefix: &str, lower: u8) -> String {
    let mut embedded = String::with_capacity(html.len() + html.len() / 16);
    for piece in markup::pieces(html) {
        match piece {
            markup::Piece::Text(text) => embedded.push_str(text),
            markup::Piece::Tag(tag) => write_tag(tag, prefix, lower, &mut embedded),
        }
    }
    embedded
}

fn write_tag(tag: &str, prefix: &str, lower: u8, to: &mut String) {
    let name = markup::name(tag);
    let mut rest = tag;
    if let Some(level) = markup::heading_level(name) {
        let slash = if tag.starts_with("</") { "/" } else { "" };
        to.push_str(&format!("<{slash}h{}", (level + lower).min(6)));
        rest = &tag[1 + slash.len() + name.len()..];
    }
    // Attributes are written with one space before and quotes around; that is how the writer makes them.
    while let Some(at) = rest.find("=\"") {
        let start = rest[..at].rfind(' ').map_or(at, |space| space + 1);
        let (key, value) = (&rest[start..at], &rest[at + 2..]);
        let end = value.find('"').unwrap_or(value.len());
        let value = &value[..end];
        to.push_str(&rest[..at + 2]);
        match key {
            "id" => {
                to.push_str(prefix);
                to.push_str(value);
            }
            "aria-labelledby" | "aria-describedby" => {
                let ids: Vec<String> = value.split(' ').map(|id| format!("{prefix}{id}")).collect();
                to.push_str(&ids.join(" "));
            }
            "href" if value.starts_with('#') => {
                to.push('#');
                match value[1..].strip_prefix(INSIDE) {
                    Some(inside) => to.push_str(inside),
                    None => {
                        to.push_str(prefix);
                        to.push_str(&value[1..]);
                    }
                }
            }
            _ => to.push_str(value),
        }
        rest = &rest[at + 2 + end..];
    }
    to.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stay_apart_and_links_inside() {
        let whole = Whole::new(&[EntryId(7), EntryId(9)]);
        let other = whole.url(EntryId(9), Some("why")).unwrap_or_default();
        let html = format!(
            "<h2 id=\"a\">Бир<a class=\"anchor\" href=\"#a\" aria-label=\"x=1\"></a></h2><p><a href=\"{other}\">б</a> \
             <a href=\"../x.html#a\">в</a></p><h6>г</h6><section aria-labelledby=\"a b\"></section>"
        );
        let expected = "<h3 id=\"p1-a\">Бир<a class=\"anchor\" href=\"#p1-a\" aria-label=\"x=1\"></a></h3><p><a \
                        href=\"#p2-why\">б</a> <a href=\"../x.html#a\">в</a></p><h6>г</h6><section \
                        aria-labelledby=\"p1-a p1-b\"></section>";
        assert_eq!(embed(&html, "p1-", 1), expected);
        assert_eq!(whole.url(EntryId(8), None), None);
    }

    proptest::proptest! {
        #[test]
        fn any_html_is_read(html in "[<>/a-h1-6\"= #~é]{0,60}") {
            let _ = embed(&html, "p1-", 2);
        }
    }
}
