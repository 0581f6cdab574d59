//! Texts with holes → HTML of one page.

use jiff::civil::Date;
use pulldown_cmark_escape::{escape_href, escape_html};

use super::{Site, urls};
use crate::address::OutPath;
use crate::config::Lang;
use crate::parse::Text;
use crate::resolve::{AssetId, EntryId, Target};

/// How wide a picture is shown: the whole screen of a phone, the column of text elsewhere.
const SIZES: &str = "(max-width: 46rem) 100vw, 44rem";

/// Where a text is shown.
#[derive(Clone, Copy)]
pub struct Reader<'s> {
    pub site: &'s Site<'s>,
    pub from: &'s OutPath,
    /// The language of the reader's tree.
    pub lang: Lang,
}

impl Reader<'_> {
    /// The text as HTML, its links leading from this page.
    pub fn html(&self, text: &Text, targets: &[Target]) -> String {
        text.fill(|link, to| {
            if let Some(target) = targets.get(link as usize) {
                self.attributes(target, to);
            }
        })
    }

    /// The URL of a target from this page.
    pub fn url(&self, target: &Target) -> String {
        match target {
            Target::Entry(id, anchor) => {
                let mut url = urls::link(self.site, self.from, *id, self.lang);
                if let Some(anchor) = anchor.as_ref().filter(|anchor| self.has_heading(*id, anchor)) {
                    url.push('#');
                    url.push_str(anchor);
                }
                url
            }
            Target::File(id) | Target::Picture(id) => self.from.link_to(&self.site.handbook.asset(*id).address),
            Target::Here(id) => format!("#{id}"),
            Target::Outside(url) => url.clone(),
        }
    }

    /// The heading was found in the language of the link's text; a reader of the other language may be shown a page
    /// whose headings have other ids.
    fn has_heading(&self, id: EntryId, anchor: &str) -> bool {
        let version = self.site.handbook.entry(id).version(self.lang);
        version.is_some_and(|(page, _)| page.parsed.content.body.headings.iter().any(|heading| heading.id == anchor))
    }

    fn attributes(&self, target: &Target, to: &mut String) {
        // Writing to a String cannot fail.
        match target {
            Target::Picture(id) => self.picture(*id, to),
            other => {
                to.push_str(" href=\"");
                let _ = escape_href(&mut *to, &self.url(other));
                to.push('"');
            }
        }
    }

    fn picture(&self, id: AssetId, to: &mut String) {
        let asset = self.site.handbook.asset(id);
        let Some(picture) = &self.site.pictures[id.0 as usize] else { return };
        let mut attributes = format!(" src=\"{}\"", self.from.link_to(picture.first(asset)));
        if picture.copies.len() > 1 {
            let copies = picture.copies.iter().map(|c| format!("{} {}w", self.from.link_to(&c.address), c.width));
            attributes += &format!(" srcset=\"{}\" sizes=\"{SIZES}\"", copies.collect::<Vec<_>>().join(", "));
        }
        attributes += &format!(" width=\"{}\" height=\"{}\"", picture.width, picture.height);
        to.push_str(&attributes);
    }
}

/// A plain text as HTML.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    // Writing to a String cannot fail.
    let _ = escape_html(&mut html, text);
    html
}

/// A whole number with its thousands set apart by spaces that do not break: `44 400`.
pub fn grouped(number: i64) -> String {
    let digits = number.abs().to_string();
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// When an entry was last changed, as its author says.
pub fn updated(site: &Site, id: EntryId, lang: Lang) -> Option<Date> {
    let entry = site.handbook.entry(id);
    match entry.profession() {
        Some(profession) => profession.updated,
        None => entry.version(lang).and_then(|(page, _)| page.parsed.content.front.updated),
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(44_400), "44\u{a0}400");
        assert_eq!(grouped(1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(grouped(-1_000), "−1\u{a0}000");
    }
}
