//! Pages without the white space and quotes that they do not need; still valid by the standard.
//!
//! minify-html takes two thirds of the time of a build, so it is given only what it has not seen and can shorten: the
//! text of a page is written small by our own Markdown writer, and a footer is the same on many pages.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, RwLock};

use memchr::memmem;

/// Stands for a part that is put back after the rest has been minified: an element around which white space means
/// nothing, as around the parts themselves, with a letter inside that no page has.
const STAND_IN: &str = "<nav>\u{F8FE}</nav>";

/// Minifies the pages of one build.
#[derive(Default)]
pub struct Minifier {
    /// Footers by their text.
    footers: RwLock<HashMap<String, Arc<[u8]>>>,
}

impl Minifier {
    /// A page, minified. `body` is the part of it that is small already; it may be empty, or be changed or left out by
    /// the theme, and is then treated like the rest.
    pub fn page(&self, html: &str, body: &str) -> Vec<u8> {
        let parts: Vec<Range<usize>> = match (find_body(html, body), footer(html)) {
            (Some(body), Some(footer)) if body.end <= footer.start => vec![body, footer],
            (Some(body), _) => vec![body],
            (None, Some(footer)) => vec![footer],
            (None, None) => Vec::new(),
        };
        if parts.is_empty() || memmem::find(html.as_bytes(), "\u{F8FE}".as_bytes()).is_some() {
            return minify(html);
        }
        let mut rest = String::with_capacity(html.len());
        let mut done = 0;
        for part in &parts {
            rest.push_str(&html[done..part.start]);
            rest.push_str(STAND_IN);
            done = part.end;
        }
        rest.push_str(&html[done..]);
        let minified = minify(&rest);
        let found: Vec<usize> = memmem::find_iter(&minified, STAND_IN).collect();
        if found.len() != parts.len() {
            return minify(html);
        }
        let mut page = Vec::with_capacity(html.len());
        let mut done = 0;
        for (at, part) in found.iter().zip(&parts) {
            page.extend_from_slice(&minified[done..*at]);
            let part = &html[part.clone()];
            if part.starts_with(FOOTER) {
                page.extend_from_slice(&self.footer(part));
            } else {
                page.extend_from_slice(part.as_bytes());
            }
            done = at + STAND_IN.len();
        }
        page.extend_from_slice(&minified[done..]);
        page
    }

    fn footer(&self, footer: &str) -> Arc<[u8]> {
        if let Some(known) = self.footers.read().ok().and_then(|footers| footers.get(footer).cloned()) {
            return known;
        }
        let minified: Arc<[u8]> = minify(footer).into();
        if let Ok(mut footers) = self.footers.write() {
            footers.insert(footer.to_string(), minified.clone());
        }
        minified
    }
}

/// Where a page's text stands in it, if it does as a whole. Only its beginning is searched for: preparing a search for
/// thousands of bytes would take longer than the search.
fn find_body(html: &str, body: &str) -> Option<Range<usize>> {
    let beginning = &body.as_bytes()[..body.len().min(48)];
    if beginning.is_empty() {
        return None;
    }
    let whole = |at: &usize| html.as_bytes()[*at..].starts_with(body.as_bytes());
    memmem::find_iter(html.as_bytes(), beginning).find(whole).map(|at| at..at + body.len())
}

const FOOTER: &str = "<footer";
const FOOTER_END: &str = "</footer>";

/// The page's own footer: the last one, and nothing but the end of the page after it.
fn footer(html: &str) -> Option<Range<usize>> {
    let start = html.rfind(FOOTER)?;
    let end = start + html[start..].find(FOOTER_END)? + FOOTER_END.len();
    (html[end..].len() < 200).then_some(start..end)
}

fn minify(html: &str) -> Vec<u8> {
    let mut options = minify_html::Cfg::new();
    options.keep_closing_tags = true;
    options.keep_html_and_head_opening_tags = true;
    minify_html::minify(html.as_bytes(), &options)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "<h2 id=\"a\">Б</h2><p>в  <em>г</em> д</p>";
    const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"ky\"><head><title>А</title></head>\n<body>\n  <main>\n BODY \n</main>\n\
                        <footer class=\"foot\">\n  <p>е</p>\n</footer>\n</body></html>\n";

    #[test]
    fn a_page_is_small_outside_its_text_and_whole_inside() {
        let page = PAGE.replace("BODY", BODY);
        let minifier = Minifier::default();
        let first = minifier.page(&page, BODY);
        let text = String::from_utf8(first.clone()).unwrap();
        assert!(text.contains(BODY), "{text}");
        assert!(text.contains("<footer class=foot><p>е</p></footer>"), "{text}");
        assert!(!text.contains("\n"), "{text}");
        assert_eq!(minifier.page(&page, BODY), first, "the remembered footer is the same");
    }

    #[test]
    fn a_theme_may_change_the_text_or_leave_it_out() {
        let page = PAGE.replace("BODY", "<p>\nother\n</p>");
        assert_eq!(
            Minifier::default().page(&page, BODY),
            minify(&page),
            "the footer apart, or with the rest: the same"
        );
        let odd = PAGE.replace("BODY", STAND_IN);
        assert_eq!(Minifier::default().page(&odd, ""), minify(&odd));
    }
}
