//! The destination of a link, as it was written.

use serde::{Deserialize, Serialize};

use crate::diag::Place;
use crate::messages::{Message, say};
use crate::web_address::whole;

/// A link or an image of a file, by where it leads.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Link {
    pub href: Href,
    pub place: Place,
    /// Whether it is shown as a picture; its file must then be one.
    pub image: bool,
    /// What its words say of the number of what it leads to.
    pub says: Says,
}

/// Whether the words of a link hold a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Says {
    #[default]
    Nothing,
    /// `{n}`: the number that the order gives.
    Number,
    /// The number of a chapter as its author typed it.
    Typed,
}

/// Where a link leads. Links to other sites never get here: they need nothing resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Href {
    /// A heading of the same page, `#id`.
    Here(String),
    /// A path relative to the file's folder, and a heading there.
    Relative { path: String, anchor: Option<String> },
    /// Another site, a mail address or a telephone number.
    Outside(String),
    /// A kind of address that a site must not have.
    /// Not remembered on the disk: a file with one is read again.
    #[serde(skip)]
    Refused(Refused),
}

/// Why an address cannot be used, and how to write it, if that is clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub why: Message,
    pub written: String,
    pub whole: Option<String>,
}

/// Divides a destination into its kinds.
pub fn parse_href(raw: &str) -> Href {
    let raw = raw.trim();
    let refused = |why| Href::Refused(Refused { why, written: raw.to_string(), whole: whole(raw) });
    if raw.is_empty() {
        return refused(say::it_is_empty());
    }
    if let Some(anchor) = raw.strip_prefix('#') {
        return Href::Here(percent_decode(anchor));
    }
    if raw.starts_with("//") {
        return refused(say::it_does_not_say_https());
    }
    if raw.starts_with('/') {
        return refused(say::it_begins_with_which_leads_elsewhere());
    }
    if let Some((scheme, _)) = raw.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
        return match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" if whole(raw).is_some() && !raw.contains("://") => {
                refused(say::it_lacks_two_slashes_after_colon())
            }
            "http" | "https" | "mailto" | "tel" => Href::Outside(raw.to_string()),
            _ => refused(say::only_https_http_mailto_and_tel_addresses()),
        };
    }
    let (path, anchor) = match raw.split_once('#') {
        Some((path, anchor)) => (path, Some(percent_decode(anchor)).filter(|anchor| !anchor.is_empty())),
        None => (raw, None),
    };
    let path = path.split('?').next().unwrap_or(path);
    Href::Relative { path: percent_decode(path), anchor }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// Decodes `%41`; what is no valid escape stays as it is.
fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match escape.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_destinations() {
        let relative =
            |path: &str, anchor: Option<&str>| Href::Relative { path: path.into(), anchor: anchor.map(str::to_string) };
        assert_eq!(parse_href("../why/index.ky.md#start"), relative("../why/index.ky.md", Some("start")));
        assert_eq!(parse_href("#start"), Href::Here("start".into()));
        assert_eq!(parse_href("a%20b.pdf"), relative("a b.pdf", None));
        assert_eq!(parse_href("https://testing.kg"), Href::Outside("https://testing.kg".into()));
        assert!(matches!(parse_href("javascript:alert(1)"), Href::Refused(_)));
        assert!(matches!(parse_href("/handbook"), Href::Refused(_)));
        assert!(matches!(parse_href("//host/x"), Href::Refused(_)));
        assert_eq!(parse_href("100%"), relative("100%", None));
    }

    #[test]
    fn addresses_without_their_beginning() {
        let whole = |text: &str| whole(text);
        assert_eq!(whole("www.example.kg/a").as_deref(), Some("https://www.example.kg/a"));
        assert_eq!(whole("example.kg").as_deref(), Some("https://example.kg"));
        assert_eq!(whole("info@example.kg").as_deref(), Some("mailto:info@example.kg"));
        assert_eq!(whole("+996 (312) 62-00-00").as_deref(), Some("tel:+996312620000"));
        assert_eq!(whole("htpps://example.kg").as_deref(), Some("https://example.kg"));
        assert_eq!(whole("//example.kg/a").as_deref(), Some("https://example.kg/a"));
        for text in ["plan.pdf", "a/b.ky.md", "китеп", "C:\\plan.docx", "javascript:alert(1)"] {
            assert_eq!(whole(text), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_destination_has_a_kind(raw in "\\PC{0,40}") {
            let _ = parse_href(&raw);
        }
    }
}
