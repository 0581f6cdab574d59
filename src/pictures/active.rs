//! Files in which a browser runs scripts when it opens them: web pages, and XML that holds parts of one. Drawings are written
//! anew instead (`svg.rs`).

use roxmltree::{Document, NodeType, ParsingOptions};

/// What a file's name says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A browser shows it as a page, whatever is in it.
    Page,
    /// A browser shows what is in it.
    Xml,
    /// A browser, or the program that sends it, looks into it, and takes what begins with a tag for a page.
    Unknown,
    /// A table that spreadsheets open.
    Table,
    Harmless,
}

/// Endings of web pages that are not in every list.
const PAGES: [&str; 9] = ["htm", "html", "shtml", "xht", "xhtml", "mht", "mhtml", "svgz", "hta"];

/// Judges a file by the ending of its name.
pub fn named(path: &str) -> Named {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let kind = mime_guess::from_ext(&extension).first_raw().unwrap_or("");
    match extension.as_str() {
        "svg" => Named::Harmless,
        "csv" | "tsv" => Named::Table,
        page if PAGES.contains(&page) => Named::Page,
        _ if kind == "text/html" => Named::Page,
        "xsl" | "xslt" | "rdf" | "mml" => Named::Xml,
        _ if kind.ends_with("/xml") || kind.ends_with("+xml") => Named::Xml,
        _ if kind.is_empty() => Named::Unknown,
        _ => Named::Harmless,
    }
}

/// Whether a browser may run what is in a file.
pub fn runs(named: Named, bytes: &[u8]) -> bool {
    match named {
        Named::Page => true,
        Named::Xml => xml(bytes),
        Named::Unknown => {
            let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
            start.starts_with(b"<") && (!start.starts_with(b"<?xml") || xml(bytes))
        }
        Named::Table | Named::Harmless => false,
    }
}

/// Names of what stands in XML and is shown as part of a page.
const SHOWN: [&str; 4] = [
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/1999/XSL/Transform",
];

/// Whether XML may be more than data. What cannot be read may be anything, and so may what has a document type: its entities
/// can be any text.
fn xml(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return true };
    let options = ParsingOptions { allow_dtd: false, nodes_limit: super::svg::MAX_NODES, entity_resolver: None };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    let Ok(document) = Document::parse_with_options(text, options) else { return true };
    document.descendants().any(|node| match node.node_type() {
        NodeType::Element => node.tag_name().namespace().is_some_and(|name| SHOWN.contains(&name)),
        NodeType::PI => node.pi().is_some_and(|pi| pi.target == "xml-stylesheet"),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_a_browser_does() {
        for page in ["a.html", "a/b.HTM", "a.xhtml", "a.shtml", "a.svgz", "a.mht"] {
            assert_eq!(named(page), Named::Page, "{page}");
        }
        for xml in ["a.xml", "a.xsl", "a.rss", "a.atom", "a.kml", "a.rdf"] {
            assert_eq!(named(xml), Named::Xml, "{xml}");
        }
        for unknown in ["a", "a.b/c", "a.qqq"] {
            assert_eq!(named(unknown), Named::Unknown, "{unknown}");
        }
        for harmless in ["a.svg", "a.pdf", "a.docx", "a.txt", "a.png", "a.zip", "a.js", "a.css", "a.html.txt", "a.mp4"]
        {
            assert_eq!(named(harmless), Named::Harmless, "{harmless}");
        }
        assert_eq!(named("a.CSV"), Named::Table);
    }

    #[test]
    fn data_is_told_from_what_runs() {
        for data in
            ["<a><b/></a>", "\u{feff} <?xml version='1.0'?><rss xmlns:x='http://www.w3.org/2005/Atom'><x:a/></rss>"]
        {
            assert!(!runs(Named::Xml, data.as_bytes()), "{data}");
        }
        for active in [
            "<a><b xmlns='http://www.w3.org/1999/xhtml'/></a>",
            "<a xmlns:h='&#104;ttp://www.w3.org/1999/xhtml'><h:script/></a>",
            "<a xmlns:s='http://www.w3.org/2000/svg'><s:script/></a>",
            "<?xml-stylesheet href='a.xsl'?><a/>",
            "<!DOCTYPE a [<!ENTITY h 'http://www.w3.org/1999/xhtml'>]><a><b xmlns='&h;'/></a>",
            "<a><script></a>",
        ] {
            assert!(runs(Named::Xml, active.as_bytes()), "{active}");
        }
        assert!(runs(Named::Xml, b"\xFF\xFE<\0a\0/\0>\0"));
        assert!(runs(Named::Unknown, b" <script>x()</script> <") && !runs(Named::Unknown, b"LICENSE <b>"));
        assert!(!runs(Named::Unknown, b"<?xml version='1.0'?><a/>") && runs(Named::Page, b""));
    }
}
