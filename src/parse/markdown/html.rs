//! Raw HTML in Markdown: off unless the site allows it, and then cleaned by an allow-list.
//!
//! Each piece that an author wrote is read by itself, tag by tag, and written anew: only whole tags of the list, with
//! attributes of the list. So nothing that an author writes reaches into what the writer makes, and the attribute that marks
//! a hole while the text is put in order ([`tidy`]) is the writer's alone.

mod allowed;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use html5ever::tokenizer::BufferQueue;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use super::{Fill, Hole, Text};
use crate::markup::{self, Piece};
use crate::source;

/// The attribute that marks a hole while a text is put in order. No author can write it: it is on no list.
const MARK: &str = "data-hole";

/// Ends what is open and nests what is not, as a browser would; a second fence around what [`read`] let through.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["section", "aside", "figure", "figcaption"])
        .add_generic_attributes(allowed::GENERIC)
        .add_tag_attributes("span", ["data-done", MARK])
        .add_tag_attributes("a", [MARK])
        .add_tag_attributes("img", [MARK])
        // Links inside the page are the writer's.
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
});

/// What is wrong with a part of raw HTML that will not come through as it is.
#[derive(Debug, PartialEq)]
pub struct Refused {
    pub range: Range<usize>,
    pub message: String,
    pub help: &'static str,
}

const IN_MARKDOWN: &str = "Say it in Markdown, or leave it out.";
const NOT_CLOSED: &str = "Write its `>`; a line without text ends raw HTML.";

/// Longest tag, in bytes.
const LONGEST_TAG: usize = 4_000;

/// A piece of raw HTML that has been read.
#[derive(Debug, Default)]
pub struct Cleaned {
    /// Whole tags of the allow-list and escaped text.
    pub html: String,
    pub refused: Vec<Refused>,
}

/// Reads a piece of raw HTML. `free` says whether nothing else has an id yet, and takes it.
pub fn read(written: &str, free: &mut dyn FnMut(&str) -> bool) -> Cleaned {
    let state =
        State { written, free, fed: 0, done: 0, quiet: 0, too_long: false, silent: false, cleaned: Cleaned::default() };
    let tokenizer = Tokenizer::new(Reading(RefCell::new(state)), TokenizerOpts::default());
    let queue = BufferQueue::default();
    // Every tag ends with a `>`: what comes while a part is fed ends with the part.
    for part in written.split_inclusive('>') {
        if tokenizer.sink.0.borrow_mut().is_too_long(part) {
            break;
        }
        tokenizer.sink.0.borrow_mut().fed += part.len();
        queue.push_back(part.into());
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    let mut state = tokenizer.sink.0.into_inner();
    state.end();
    state.cleaned
}

struct Reading<'p>(RefCell<State<'p>>);

struct State<'p> {
    written: &'p str,
    free: &'p mut dyn FnMut(&str) -> bool,
    /// Bytes that the tokenizer has been given.
    fed: usize,
    /// Bytes up to the end of the last tag or comment, and of the last token of any kind.
    done: usize,
    quiet: usize,
    /// Whether reading stopped at a tag for its length.
    too_long: bool,
    /// Whether what comes is a script or a style sheet.
    silent: bool,
    cleaned: Cleaned,
}

impl TokenSink for Reading<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        state.quiet = state.fed;
        match token {
            Token::TagToken(tag) => return state.tag(&tag),
            Token::CharacterTokens(text) => state.text(&text),
            Token::CommentToken(_) | Token::DoctypeToken(_) => state.done = state.fed,
            Token::NullCharacterToken | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

impl State<'_> {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let range = self.opening().map_or(self.done, |at| self.done + at)..self.fed;
        self.done = self.fed;
        let name = &*tag.name;
        let allowed = allowed::is_tag(name);
        match tag.kind {
            TagKind::EndTag => {
                self.silent = false;
                if allowed {
                    self.cleaned.html.extend(["</", name, ">"]);
                }
            }
            TagKind::StartTag if allowed => self.start(tag, &range),
            TagKind::StartTag => {
                let message = format!("the tag `<{}>` is not allowed and was removed", shown(name));
                self.cleaned.refused.push(Refused { range, message, help: IN_MARKDOWN });
                let kind = match name {
                    "script" => RawKind::ScriptData,
                    "style" => RawKind::Rawtext,
                    _ => return TokenSinkResult::Continue,
                };
                self.silent = true;
                return TokenSinkResult::RawData(kind);
            }
        }
        TokenSinkResult::Continue
    }

    fn start(&mut self, tag: &Tag, range: &Range<usize>) {
        let name = &*tag.name;
        self.cleaned.html.extend(["<", name]);
        for attribute in &tag.attrs {
            let (key, value) = (&*attribute.name.local, source::clean(&attribute.value));
            let verdict = allowed::attribute(name, key, &value, self.free);
            if let Some(refusal) = verdict.refusal {
                let message = format!("{} and was removed", refusal.message);
                self.cleaned.refused.push(Refused { range: range.clone(), message, help: refusal.help });
            }
            if let Some(value) = verdict.kept {
                self.cleaned.html.extend([" ", key, "=\""]);
                // Writing to a String cannot fail.
                let _ = escape_html(&mut self.cleaned.html, &value);
                self.cleaned.html.push('"');
            }
        }
        self.cleaned.html.push('>');
    }

    fn text(&mut self, text: &str) {
        if !self.silent {
            // Character references can make what no file may hold.
            let _ = escape_html_body_text(&mut self.cleaned.html, &source::clean(text));
        }
    }

    /// Where the next tag begins, counted from the end of the last one.
    fn opening(&self) -> Option<usize> {
        let rest = &self.written.as_bytes()[self.done..self.fed];
        let begins = |at: &usize| match rest.get(at + 1) {
            Some(b'/') => rest.get(at + 2).is_some_and(u8::is_ascii_alphabetic),
            next => next.is_some_and(u8::is_ascii_alphabetic),
        };
        memchr::memchr_iter(b'<', rest).find(begins)
    }

    /// Whether what comes next belongs to a tag that is longer than any should be. The tokenizer compares each attribute
    /// with all before it, so it is not given such a tag; nothing after it is read.
    fn is_too_long(&mut self, part: &str) -> bool {
        let rest = &self.written.as_bytes()[self.quiet..self.fed + part.len()];
        let begins =
            |at: &usize| rest.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || b"/!?".contains(next));
        let tag = memchr::memchr_iter(b'<', rest).find(begins).filter(|at| !b"!?".contains(&rest[at + 1]));
        self.too_long = tag.is_some_and(|at| rest.len() - at > LONGEST_TAG);
        self.too_long
    }

    /// A tag that the piece leaves open is no tag.
    fn end(&mut self) {
        if self.too_long {
            self.fed = self.written.len();
        }
        let Some(at) = self.opening().filter(|_| !self.silent) else { return };
        let message = match self.too_long {
            true => format!("this tag has more than {LONGEST_TAG} bytes; it and what follows it was removed"),
            false => "this tag has no end and was removed".to_string(),
        };
        self.cleaned.refused.push(Refused { range: self.done + at..self.written.len(), message, help: NOT_CLOSED });
    }
}

/// A name as a message shows it.
fn shown(name: &str) -> String {
    let mut shown: String = name.chars().take(40).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    shown
}

/// Puts a text in order in which raw HTML stands: what is open is closed, and what stands where it cannot goes elsewhere. Its
/// holes keep their places.
pub fn tidy(text: &Text) -> Text {
    let mut number = 0;
    let marked = text.fill(|fill, to| {
        to.push_str(&match fill {
            // It stands within a tag.
            Fill::Link(_) => format!(" {MARK}=\"{number}\""),
            Fill::Words(_) | Fill::Data { .. } | Fill::Label(_) => format!("<span {MARK}=\"{number}\"></span>"),
        });
        number += 1;
    });
    let clean = CLEANER.clean(&marked).to_string();
    let mut tidied = Text::default();
    let mut pieces = markup::pieces(&clean).peekable();
    while let Some(piece) = pieces.next() {
        let (Piece::Tag(piece) | Piece::Text(piece)) = piece;
        let Some((range, fill)) = hole(piece, text) else {
            tidied.html.push_str(piece);
            continue;
        };
        let whole = !matches!(fill, Fill::Link(_)) && pieces.next_if_eq(&Piece::Tag("</span>")).is_some();
        let (before, after) = if whole { ("", "") } else { (&piece[..range.start], &piece[range.end..]) };
        tidied.html.push_str(before);
        tidied.holes.push(Hole { at: tidied.html.len() as u32, fill });
        tidied.html.push_str(after);
    }
    tidied
}

/// The mark in a tag, and what belongs there.
fn hole(tag: &str, text: &Text) -> Option<(Range<usize>, Fill)> {
    if !tag.starts_with('<') {
        return None;
    }
    let mut at = 1 + markup::name(tag).len();
    while let Some(attribute) = tag[at..].strip_prefix(' ') {
        let (name, rest) = attribute.split_once("=\"")?;
        let (value, _) = rest.split_once('"')?;
        let end = at + 1 + name.len() + 2 + value.len() + 1;
        if name == MARK {
            let number: usize = value.parse().ok()?;
            return Some((at..end, text.holes.get(number)?.fill));
        }
        at = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(html: &str) -> String {
        read(html, &mut |_| true).html
    }

    fn messages(html: &str) -> Vec<String> {
        read(html, &mut |id| id != "taken").refused.into_iter().map(|refused| refused.message).collect()
    }

    #[test]
    fn only_whole_tags_of_the_list_come_through() {
        for (written, wanted) in [
            ("<p onclick=x>а<script>b<b></script>в</p>", "<p>ав</p>"),
            ("<STYLE>p{}</STYLE><B Style=x>а", "<b>а"),
            ("а < б &lt;i> &#60;i> <>", "а &lt; б &lt;i&gt; &lt;i&gt; &lt;&gt;"),
            ("<img src=https://example.kg/a.png><a href=x>б</a>", "б"),
            ("<svg><style><img src=x onerror=y></style>", ""),
            ("<svg><p>а</svg>", "<p>а"),
            ("<b title='<i title=\"x\">'>", "<b title=\"&lt;i title=&quot;x&quot;&gt;\">"),
            ("<!-- а --><![CDATA[<b>]]><?x <b>?><!doctype b>", "]]&gt;?&gt;"),
            ("<b title=\"а", ""),
            ("а<b", "а"),
            ("<xmp><i>а</i></xmp><textarea><i></textarea>", "<i>а</i><i>"),
            ("<b data-hole=0 data-done class='own-a toc alert'>", "<b class=\"own-a alert\">"),
            ("<b title='&#11;&#xFDD0;а&#x9F;&#8232;'>&#1;б&#xFFFE;", "<b title=\" аŸ \">б"),
            ("<p id=taken>", "<p id=\"taken\">"),
            ("<i/b><br/>", "<i><br>"),
        ] {
            assert_eq!(cleaned(written), wanted, "{written}");
        }
    }

    #[test]
    fn what_is_removed_is_told_with_its_place() {
        let refused = read("а < б <b\n onclick='>'>в</b> <Iframe src=y>\n<p title='", &mut |_| true).refused;
        let found: Vec<(Range<usize>, &str)> =
            refused.iter().map(|refused| (refused.range.clone(), refused.message.as_str())).collect();
        let expected = [
            (8..24, "the attribute `onclick` of `<b>` is not allowed and was removed"),
            (31..45, "the tag `<iframe>` is not allowed and was removed"),
            (46..56, "this tag has no end and was removed"),
        ];
        assert_eq!(found, expected);
        assert_eq!(messages("<kbd>x</kbd> <iframe src=y> <b style=\"c\">").len(), 2);
        assert!(messages("<abbr title=\"жок on жок\">").is_empty());
        assert_eq!(messages("<p align=center onclick='a' id=taken><p id=site-q>").len(), 4);
    }

    #[test]
    fn holes_keep_their_places_and_no_author_can_make_one() {
        let link = Fill::Link(7);
        let mut text = Text::default();
        text.html
            .push_str(&cleaned("<div title=' data-hole='><b data-hole=1><span data-hole='0'></span> data-hole=\"0\""));
        for (html, fill) in [
            ("<a class=\"ref\"", Some(link)),
            (">", Some(Fill::Words(7))),
            ("</a></div>bagyt-hole:7", Some(Fill::Data { link: 8, n: 1 })),
        ] {
            text.html.push_str(html);
            text.holes.extend(fill.map(|fill| Hole { at: text.html.len() as u32, fill }));
        }
        let tidied = tidy(&text);
        let wanted = "<div title=\" data-hole=\"><b><span></span> data-hole=\"0\"<a class=\"ref\"></a></b></div><b>bagyt-hole:7</b>";
        assert_eq!(tidied.html, wanted);
        let fills: Vec<Fill> = tidied.holes.iter().map(|hole| hole.fill).collect();
        assert_eq!(fills, [link, Fill::Words(7), Fill::Data { link: 8, n: 1 }]);
        let at = wanted.find("></a>").unwrap();
        assert_eq!(
            tidied.holes.iter().map(|hole| hole.at as usize).collect::<Vec<_>>(),
            [at, at + 1, wanted.len() - 4]
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_dangerous_is_left(html in "(<|>|/|script|img|a|b|p|svg| src=| href=|javascript:|x|\"|on|=| |&#|11;|<!--|-->|data-hole=0|title=){0,14}") {
            let text = Text { html: cleaned(&html), holes: Vec::new() };
            proptest::prop_assert!(!source::has_forbidden(&text.html));
            let tidied = tidy(&text);
            // Nobody but the writer can make a hole.
            proptest::prop_assert!(tidied.holes.is_empty());
            // What is plain text does no harm: it is elements and attributes that are looked at.
            for html in [&text.html, &tidied.html] {
                let fragment = scraper::Html::parse_fragment(html);
                for element in fragment.root_element().descendent_elements() {
                    let name = element.value().name();
                    proptest::prop_assert!(allowed::is_tag(name) || name == "tbody" || name == "html", "{}: {}", html, name);
                    for (name, _) in element.value().attrs() {
                        proptest::prop_assert!(["title", "id", "class"].contains(&name), "{}: {}", html, name);
                    }
                }
            }
        }
    }
}
