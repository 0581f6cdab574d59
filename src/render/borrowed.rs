//! Words that a page shows in another language than its own, for want of a translation.
//!
//! A view holds plain words, which templates put wherever they like: into a heading, a link, an attribute. So borrowed ones stand
//! between marks that no text can hold (`source/characters.rs` takes them out of what is read), and when the page is written,
//! [`settle`] makes elements of them that say their language, and takes the marks away where no element can stand.

use std::borrow::Cow;

use memchr::memmem;

use crate::lang::{Lang, Localised};
use crate::parse::Rich;
use crate::plan::Inputs;
use crate::resolve::{EntryId, Target};

use super::glossary::Marker;
use super::text::Reader;
use crate::text::Placing;

/// Before the code of the language, with a sign for readers and without.
const SIGNED: char = '\u{FDD0}';
const QUIET: char = '\u{FDD1}';
/// Between the code and the words, and after the words.
const WORDS: char = '\u{FDD2}';
const END: char = '\u{FDD3}';
/// What all of them begin with.
const MARK: [u8; 2] = [0xEF, 0xB7];

/// Words in the language `shown` for a reader of `lang`, on a list or a way that leads to where a sign is.
pub fn quiet(site: &Inputs, words: &str, shown: Lang, lang: Lang) -> String {
    marked(site, QUIET, words, shown, lang)
}

/// A plain text for a reader of `lang`, on a list or a way that leads to where a sign is.
pub fn listed(site: &Inputs, text: &Localised, lang: Lang) -> String {
    let (words, shown) = text.shown(lang);
    quiet(site, words, shown, lang)
}

/// The title of an entry, where it is listed.
pub fn title(site: &Inputs, id: EntryId, lang: Lang) -> String {
    let (title, shown) = site.handbook.entry(id).title(lang, &site.handbook.config);
    quiet(site, &title, shown, lang)
}

/// The summary of an entry, where it is listed.
pub fn summary(site: &Inputs, id: EntryId, lang: Lang) -> String {
    let (summary, shown) = site.handbook.entry(id).summary(lang, &site.handbook.config);
    quiet(site, &summary, shown, lang)
}

/// Words of a page in the language `shown` for a reader of `lang`.
pub fn signed(site: &Inputs, words: &str, shown: Lang, lang: Lang) -> String {
    marked(site, SIGNED, words, shown, lang)
}

/// A plain text of a page for a reader of `lang`.
pub fn words(site: &Inputs, text: &Localised, lang: Lang) -> String {
    let (words, shown) = text.shown(lang);
    signed(site, words, shown, lang)
}

fn marked(site: &Inputs, mark: char, words: &str, shown: Lang, lang: Lang) -> String {
    if shown == lang || words.is_empty() {
        return words.to_string();
    }
    in_code(mark, words, site.handbook.config.languages.code(shown))
}

fn in_code(mark: char, words: &str, code: &str) -> String {
    format!("{mark}{code}{WORDS}{words}{END}")
}

/// Words in the language of a code, on a list or a way that leads to where a sign is.
pub fn quiet_in(words: &str, code: &str) -> String {
    in_code(QUIET, words, code)
}

/// HTML of a text in the language `shown` for a reader of `lang`.
fn html(site: &Inputs, html: String, shown: Lang, lang: Lang) -> String {
    if shown == lang || html.is_empty() {
        return html;
    }
    let code = site.handbook.config.languages.code(shown);
    match has_blocks(&html) {
        true => format!("<div lang=\"{code}\">{html}</div>{SIGNED}{code}{WORDS}{END}"),
        false => format!("<span lang=\"{code}\">{html}</span>{SIGNED}{code}{WORDS}{END}"),
    }
}

/// Whether a text of a record is more than a part of a line.
fn has_blocks(html: &str) -> bool {
    const BLOCKS: [&str; 15] =
        ["p", "ul", "ol", "dl", "div", "h2", "h3", "h4", "h5", "h6", "pre", "table", "figure", "aside", "blockquote"];
    let name = html.strip_prefix('<').and_then(|rest| rest.split([' ', '>', '/']).next());
    name.is_some_and(|name| BLOCKS.contains(&name))
}

impl<'s> Reader<'s> {
    /// A text of a record as HTML, its links leading from this page.
    pub fn rich(&self, text: &Rich, targets: &'s [Target]) -> String {
        self.rich_at(text, targets, Placing::default(), None)
    }

    /// A text of a record as HTML among others on one page, and with its terms marked if it is in the reader's language.
    pub fn rich_at(&self, text: &Rich, targets: &'s [Target], placing: Placing, marker: Option<&mut Marker>) -> String {
        let (text, shown) = text.shown(self.lang);
        let marker = marker.filter(|_| shown == self.lang);
        html(self.site, self.placed(text, targets, None, placing, marker), shown, self.lang)
    }
}

/// A page with elements for the marks of borrowed words. `sign` says, as HTML, in which language words of a code are; words of
/// the language `known` need none, for the page says so of itself.
pub fn settle<'h>(html: Cow<'h, str>, known: &str, sign: impl Fn(&str) -> String) -> Cow<'h, str> {
    if memmem::find(html.as_bytes(), &MARK).is_none() {
        return html;
    }
    let mut settled = String::with_capacity(html.len() + 256);
    // Whether the place is inside a tag, or in the title.
    let (mut in_tag, mut in_title) = (false, false);
    let mut open: Option<(bool, &str)> = None;
    let mut rest = &*html;
    while let Some(at) = rest.find([SIGNED, QUIET, WORDS, END]) {
        let (before, after) = rest.split_at(at);
        settled.push_str(before);
        in_tag = before.rfind(['<', '>']).map_or(in_tag, |at| before.as_bytes()[at] == b'<');
        in_title = match (before.rfind("<title>"), before.rfind("</title>")) {
            (None, None) => in_title,
            (start, end) => start > end,
        };
        let plain = in_tag || in_title;
        let mut chars = after.chars();
        match chars.next() {
            Some(mark @ (SIGNED | QUIET)) => {
                let inner = chars.as_str();
                let (code, words) = inner.split_once(WORDS).unwrap_or((inner, ""));
                open = Some((mark == SIGNED, code));
                // Of HTML only the sign is to be written.
                if !plain && !words.starts_with(END) {
                    settled.push_str(&format!("<span lang=\"{code}\">"));
                }
                if words.starts_with(END) {
                    open = None;
                    if !plain && code != known {
                        settled.push_str(&sign(code));
                    }
                    rest = &words[END.len_utf8()..];
                } else {
                    rest = words;
                }
            }
            Some(END) => {
                if let Some((signed, code)) = open.take().filter(|_| !plain) {
                    settled.push_str("</span>");
                    if signed && code != known {
                        settled.push_str(&sign(code));
                    }
                }
                rest = chars.as_str();
            }
            _ => rest = chars.as_str(),
        }
    }
    settled.push_str(rest);
    Cow::Owned(settled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borrowed_words_say_their_language_where_an_element_can() {
        let sign = |code: &str| format!("<i>{code}</i>");
        let page = "<title>\u{FDD0}ru\u{FDD2}Дом\u{FDD3} — Х</title><a title=\"\u{FDD1}ru\u{FDD2}Дом &lt;\u{FDD3}\">\u{FDD1}ru\u{FDD2}Дом\u{FDD3}</a>\
                    <p>\u{FDD0}ru\u{FDD2}Дом\u{FDD3}</p><li><span lang=\"ky\">үй</span>\u{FDD0}ky\u{FDD2}\u{FDD3}</li>";
        let settled = settle(page.into(), "", sign);
        assert_eq!(
            settled,
            "<title>Дом — Х</title><a title=\"Дом &lt;\"><span lang=\"ru\">Дом</span></a><p><span lang=\"ru\">Дом</span><i>ru</i></p>\
             <li><span lang=\"ky\">үй</span><i>ky</i></li>"
        );
        assert!(!settle(page.into(), "ru", sign).contains("<i>ru"), "the page has said it");
        assert!(matches!(settle("<p>Дом</p>".into(), "", sign), Cow::Borrowed(_)));
    }

    #[test]
    fn a_text_of_blocks_is_known() {
        assert!(has_blocks("<p>а</p>") && has_blocks("<h3 id=\"a\">а</h3>"));
        assert!(!has_blocks("а <b>б</b>") && !has_blocks("<em>а</em>") && !has_blocks("<a href=\"b\">а</a>"));
    }
}
