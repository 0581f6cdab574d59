//! The texts of pages, for titles and excerpts: outside the index, in bundles of several pages.

use crate::bytes::{Damaged, Reader};

/// A page's texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageText {
    /// Address relative to the site's root.
    pub url: String,
    pub title: String,
    pub sections: Vec<Section>,
}

/// A section's texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// Id of the heading; empty at the top of the page.
    pub anchor: String,
    pub heading: String,
    pub text: String,
}

/// Reads a bundle.
///
/// # Errors
/// If it is not a whole one.
pub fn read(bytes: &[u8]) -> Result<Vec<PageText>, Damaged> {
    let mut reader = Reader(bytes);
    let mut pages = Vec::new();
    while !reader.0.is_empty() {
        let mut page = PageText { url: reader.text()?.into(), title: reader.text()?.into(), sections: Vec::new() };
        for _ in 0..reader.count()? {
            let [anchor, heading, text] = [reader.text()?, reader.text()?, reader.text()?].map(str::to_string);
            page.sections.push(Section { anchor, heading, text });
        }
        pages.push(page);
    }
    Ok(pages)
}

/// Adds a page to a bundle.
#[cfg(feature = "write")]
pub fn write(page: &PageText, bundle: &mut Vec<u8>) {
    let mut out = crate::bytes::Writer(std::mem::take(bundle));
    out.text(&page.url);
    out.text(&page.title);
    out.number(page.sections.len());
    for section in &page.sections {
        out.text(&section.anchor);
        out.text(&section.heading);
        out.text(&section.text);
    }
    *bundle = out.0;
}
