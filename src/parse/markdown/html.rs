//! Raw HTML in Markdown: off unless the site allows it, and then cleaned by an allow-list.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::{Fill, Hole, Text};

/// Marks the place of a link's attributes while the HTML is cleaned.
const HOLE: &str = "bagyt-hole:";

/// Attributes that any tag may have.
const GENERIC: [&str; 7] = ["id", "class", "lang", "role", "tabindex", "aria-label", "title"];

/// What ammonia lets through: its own list of harmless tags and what the writer makes; no styles, scripts or forms.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["section", "aside", "figure", "figcaption"])
        .add_generic_attributes(GENERIC)
        .add_tag_attributes("span", ["data-done"])
        .add_url_schemes(["bagyt-hole"])
        .url_relative(UrlRelative::Deny)
        .link_rel(None);
    builder
});

/// Tags that a page may write itself. Pictures and links are Markdown's, so that they can be checked.
static ALLOWED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    CLEANER.clone_tags().into_iter().filter(|tag| !["a", "img", "map", "area"].contains(tag)).collect()
});

/// What stands for a hole while the HTML is cleaned: an attribute for those of a link, an element for others.
pub fn placeholder(attribute: &str, fill: Fill) -> String {
    match fill {
        Fill::Link(link) => format!(" {attribute}=\"{HOLE}{link}\""),
        Fill::Words(link) => format!("<b title=\"{HOLE}{link}w\"></b>"),
        Fill::Data { link, n } => format!("<b title=\"{HOLE}{link}d{n}\"></b>"),
        Fill::Label(n) => format!("<b title=\"{HOLE}{n}n\"></b>"),
    }
}

/// Reads what [`placeholder`] wrote after [`HOLE`]; how long it is, and whether it is an element.
fn filling(written: &str) -> Option<(Fill, usize, bool)> {
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        Some((text[..digits].parse::<u32>().ok()?, digits))
    };
    let (first, digits) = number(written)?;
    match written.as_bytes().get(digits) {
        Some(b'w') => Some((Fill::Words(first), digits + 1, true)),
        Some(b'n') => Some((Fill::Label(first), digits + 1, true)),
        Some(b'd') => {
            let (n, more) = number(&written[digits + 1..])?;
            Some((Fill::Data { link: first, n }, digits + 1 + more, true))
        }
        _ => Some((Fill::Link(first), digits, false)),
    }
}

/// Cleans a text whose holes are placeholders and turns these into holes.
pub fn clean(html: &str) -> Text {
    let clean = CLEANER.clean(html).to_string();
    let mut text = Text::default();
    let mut rest = clean.as_str();
    while let Some(at) = rest.find(HOLE) {
        let after = &rest[at + HOLE.len()..];
        let filling = filling(after);
        let (length, element) = filling.map_or((0, false), |(_, length, element)| (length, element));
        // The attribute's name stands before, ` href="`, or the beginning of the element; the hole replaces all of it.
        let start = rest[..at].rfind(if element { '<' } else { ' ' }).unwrap_or(at);
        text.html.push_str(&rest[..start]);
        if let Some((fill, ..)) = filling {
            text.holes.push(Hole { at: text.html.len() as u32, fill });
        }
        let end = if element { "\"></b>" } else { "\"" };
        rest = after[length..].strip_prefix(end).unwrap_or(&after[length..]);
    }
    text.html.push_str(rest);
    text
}

/// A tag of raw HTML that will not come through whole.
pub struct Refused {
    pub range: Range<usize>,
    pub message: String,
}

/// What the allow-list will remove from `html`: tags, and attributes of tags that stay.
pub fn refused(html: &str) -> Vec<Refused> {
    let mut found = Vec::new();
    for (at, _) in html.match_indices('<') {
        let name: String = html[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        if name.is_empty() {
            continue;
        }
        let range = at..html[at..].find('>').map_or(html.len(), |end| at + end + 1);
        let lower = name.to_ascii_lowercase();
        if !ALLOWED.contains(lower.as_str()) {
            found.push(Refused { range, message: format!("the tag `<{name}>` is not allowed and was removed") });
            continue;
        }
        for attribute in attributes(&html[at + 1 + name.len()..range.end]) {
            if !is_allowed(&lower, &attribute) {
                let message = format!("the attribute `{attribute}` of `<{name}>` is not allowed and was removed");
                found.push(Refused { range: range.clone(), message });
            }
        }
    }
    found
}

fn is_allowed(tag: &str, attribute: &str) -> bool {
    GENERIC.contains(&attribute) || CLEANER.clone_tag_attributes().get(tag).is_some_and(|own| own.contains(attribute))
}

/// The names of the attributes in the rest of a tag; what stands in quotes is no name.
fn attributes(rest: &str) -> Vec<String> {
    let mut outside = String::new();
    let mut quote = None;
    for c in rest.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None => outside.push(c),
        }
    }
    let names = outside.split([' ', '\n', '\t', '>', '/']).map(|part| part.split('=').next().unwrap_or(""));
    names.filter(|name| !name.is_empty()).map(str::to_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_styles_and_handlers_go_holes_stay() {
        let dirty = format!(
            "<p onclick=x>а<script>b</script><a{}>{}</a></p>{}",
            placeholder("href", Fill::Link(7)),
            placeholder("", Fill::Words(7)),
            placeholder("", Fill::Data { link: 8, n: 1 })
        );
        let text = clean(&dirty);
        assert_eq!(text.html, "<p>а<a></a></p>");
        let holes = [(7, Fill::Link(7)), (8, Fill::Words(7)), (16, Fill::Data { link: 8, n: 1 })];
        assert_eq!(text.holes, holes.map(|(at, fill)| Hole { at, fill }));
        let messages = |html: &str| refused(html).into_iter().map(|refused| refused.message).collect::<Vec<_>>();
        assert_eq!(messages("<kbd>x</kbd> <iframe src=y> <b style=\"c\">").len(), 2);
        assert!(messages("<abbr title=\"жок on жок\">").is_empty());
        assert_eq!(messages("<p align=center onclick='a'>").len(), 2);
    }

    proptest::proptest! {
        #[test]
        fn nothing_dangerous_is_left(html in "(<|>|/|script|img|a| src=| href=|javascript:|x|\"|on|=| ){0,12}") {
            // What is plain text does no harm: it is elements and attributes that are looked at.
            let fragment = scraper::Html::parse_fragment(&clean(&html).html);
            for element in fragment.root_element().descendent_elements() {
                proptest::prop_assert!(element.value().name() != "script", "{}", html);
                for (name, value) in element.value().attrs() {
                    let harmful = name.starts_with("on") || value.trim().starts_with("javascript:");
                    proptest::prop_assert!(!harmful, "{}: {}={}", html, name, value);
                }
            }
        }
    }
}
