//! Pages without the white space and quotes that they do not need; still valid by the standard.
//!
//! minify-html takes two thirds of the time of a build, so it is given only what it has not seen and can shorten: the
//! text of a page is written small by our own Markdown writer, and a footer is the same on many pages.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, RwLock};

use memchr::memmem;

use crate::markup::{self, Piece};

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

/// Most elements within one another that are given to minify-html, which calls itself for each. A theme can make more; its
/// page is published as it is.
const DEEPEST: usize = 200;

/// Whether elements stand too deep in one another to be minified.
fn is_deep(html: &str) -> bool {
    let tags = || memchr::memchr_iter(b'<', html.as_bytes()).map(|at| (at, html.as_bytes().get(at + 1)));
    let depth = |is_open: &dyn Fn(usize) -> bool| {
        let (mut depth, mut deepest) = (0_usize, 0);
        for (at, next) in tags() {
            match next {
                Some(b'/') => depth = depth.saturating_sub(1),
                Some(letter) if letter.is_ascii_alphabetic() && is_open(at) => depth += 1,
                _ => {}
            }
            deepest = deepest.max(depth);
        }
        deepest
    };
    let has_end = |at: usize| {
        let tag = &html[at..at + markup::tag_length(&html[at..])];
        !tag.ends_with("/>") && !markup::is_void(markup::name(tag))
    };
    // Elements without an end are told from others only where there is reason to.
    depth(&|_| true) > DEEPEST && depth(&has_end) > DEEPEST
}

fn minify(html: &str) -> Vec<u8> {
    if is_deep(html) {
        return html.as_bytes().to_vec();
    }
    let mut options = minify_html::Cfg::new();
    options.keep_closing_tags = true;
    options.keep_html_and_head_opening_tags = true;
    // A page that has all of these letters is minified without the help.
    let Some(mark) = ('\u{F8F0}'..'\u{F8FE}').find(|mark| !html.contains(*mark)) else {
        return minify_html::minify(html.as_bytes(), &options);
    };
    let Some(marked) = with_spaces_marked(html, mark) else {
        return minify_html::minify(html.as_bytes(), &options);
    };
    let minified = minify_html::minify(marked.as_bytes(), &options);
    let mut letter = [0; 4];
    let letter = mark.encode_utf8(&mut letter);
    let mut spaced = Vec::with_capacity(minified.len());
    let mut done = 0;
    for at in memmem::find_iter(&minified, letter) {
        spaced.extend_from_slice(&minified[done..at]);
        spaced.push(b' ');
        done = at + letter.len();
    }
    spaced.extend_from_slice(&minified[done..]);
    spaced
}

/// Whether an element stands in a line of text: white space between two of them parts their words. minify-html keeps it in `p`
/// and drops it in `div`, `nav` and others, where it takes every element for a block.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "button"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "i"
            | "img"
            | "input"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "meter"
            | "output"
            | "progress"
            | "q"
            | "s"
            | "samp"
            | "select"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "svg"
            | "time"
            | "u"
            | "var"
    )
}

/// Elements whose text is kept as it is.
const KEPT: [&str; 4] = ["pre", "script", "style", "textarea"];

/// The page with a letter instead of white space that parts words; nothing if there is none.
fn with_spaces_marked(html: &str, mark: char) -> Option<String> {
    let mut marked: Option<String> = None;
    // What of the page is in `marked`.
    let mut done = 0;
    let mut at = 0;
    // The last tag, if nothing but white space and comments follow it, and where the first of this white space stands.
    let mut before: Option<&str> = None;
    let mut space: Option<Range<usize>> = None;
    let mut kept: Option<&str> = None;
    for piece in markup::pieces(html) {
        let (Piece::Tag(text) | Piece::Text(text)) = piece;
        let start = at;
        at += text.len();
        match piece {
            Piece::Tag(tag) if tag.starts_with("<!--") => {}
            Piece::Tag(tag) => {
                if let (Some(before), Some(space)) = (before, space.take())
                    && kept.is_none()
                    && ends_inline(before)
                    && !tag.starts_with("</")
                    && is_inline(markup::name(tag))
                {
                    let marked = marked.get_or_insert_with(|| String::with_capacity(html.len()));
                    marked.push_str(&html[done..space.start]);
                    marked.push(mark);
                    done = space.end;
                }
                before = Some(tag);
                match kept {
                    Some(open) if tag.starts_with("</") && open == markup::name(tag) => kept = None,
                    None if tag.as_bytes().get(1).is_some_and(|first| b"pst".contains(first)) => {
                        kept = KEPT.into_iter().find(|name| *name == markup::name(tag));
                    }
                    _ => {}
                }
            }
            Piece::Text(text) => {
                if !text.trim_ascii_start().is_empty() {
                    before = None;
                    space = None;
                } else if space.is_none() {
                    // Once is enough, whatever white space and comments follow.
                    space = Some(start..at);
                }
            }
        }
    }
    let mut marked = marked?;
    marked.push_str(&html[done..]);
    Some(marked)
}

/// Whether an element of a line of text ends with this tag.
fn ends_inline(tag: &str) -> bool {
    let name = markup::name(tag);
    is_inline(name) && (tag.starts_with("</") || markup::is_void(name))
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
    fn white_space_between_words_is_kept_whatever_they_stand_in() {
        let minified = |html: &str| String::from_utf8(minify(html)).unwrap();
        for name in ["div", "nav", "section", "blockquote", "main", "form", "fieldset", "header", "footer", "li", "p"] {
            let html = format!("<{name}>\n<a href=x>а</a>\n  <span>б</span> <svg></svg>\n<b>в</b>\n<p>г</p> </{name}>");
            let wanted = format!("<{name}><a href=x>а</a> <span>б</span> <svg></svg> <b>в</b>");
            assert!(minified(&html).starts_with(&wanted), "{}", minified(&html));
        }
        assert_eq!(minified("<div><a>а</a> <!-- - --> <a>б</a></div>"), "<div><a>а</a> <a>б</a></div>");
        assert_eq!(minified("<div><input> <b>а</b>\n<div>б</div></div>"), "<div><input> <b>а</b><div>б</div></div>");
        assert_eq!(minified("<pre><i>а</i>\n<i>б</i></pre>"), "<pre><i>а</i>\n<i>б</i></pre>");
        let odd: String = ('\u{F8F0}'..'\u{F8FD}').collect();
        assert_eq!(
            minified(&format!("<div>{odd}<i>а</i> <i>б</i></div>")),
            format!("<div>{odd}<i>а</i> <i>б</i></div>")
        );
    }

    #[test]
    fn what_is_deep_is_left_as_it_is() {
        let nested = |depth: usize| format!("<div>{}  а  {}</div>", "<p> ".repeat(depth), "</p>".repeat(depth));
        let minified = |html: &str| minify(html).len() < html.len();
        assert!(
            minified(&nested(100))
                && minified(&format!("<div>{}</div>", "<br>  <i> а</i>  <svg><path d=\"M 1 1\"/></svg>".repeat(1_000)))
        );
        assert!(!minified(&nested(DEEPEST + 1)));
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

    #[test]
    fn scripts_and_style_sheets_in_a_page_stay_as_they_are() {
        let page = "<!doctype html><title>a</title><style>p  { color : red }</style><p style=\"color : red\">b</p>\
                    <script>let  a = 1; // b</script>";
        let mut all = minify_html::Cfg::new();
        (all.minify_css, all.minify_js) = (true, true);
        for minified in [minify(page), minify_html::minify(page.as_bytes(), &all)] {
            let text = String::from_utf8(minified).unwrap();
            for whole in ["p  { color : red }", "\"color : red\"", "let  a = 1; // b"] {
                assert!(text.contains(whole), "{whole}: {text}");
            }
        }
    }

    #[test]
    fn every_entity_is_known() {
        let text = include_str!("patched/minify-html-common/entities.json");
        let entities: HashMap<String, serde_json::Value> = serde_json::from_str(text).unwrap();
        assert!(entities.len() > 2_000);
        let named = entities.iter().filter(|(name, _)| name.ends_with(';'));
        for (name, entity) in named {
            let characters = entity["characters"].as_str().unwrap();
            // White space is made less.
            if characters.trim().is_empty() {
                continue;
            }
            let minified = String::from_utf8(minify(&format!("<p>x{name}y</p>"))).unwrap();
            let read: String = scraper::Html::parse_fragment(&minified).root_element().text().collect();
            assert_eq!(read, format!("x{characters}y"), "{name}: {minified}");
        }
    }
}
