//! Raw HTML in Markdown: off unless the site allows it, and then cleaned by an allow-list.
//!
//! Each piece that an author wrote is read by itself, tag by tag: only whole tags of the list become elements, with attributes
//! of the list. So nothing that an author writes reaches into what the writer makes, and the attribute that stands for an event
//! of it while the text is put in order ([`tidy`]) is the writer's alone.

mod allowed;

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use html5ever::tokenizer::BufferQueue;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use crate::markup::{self, Piece};
use crate::source;
use crate::text::{Attribute, Element, Step, Tag as RawTag, Text};

/// The attribute that has the number of an event while a text is put in order. No author can write it: it is on no list.
const MARK: &str = "data-event";

/// Ends what is open and nests what is not, as a browser would; a second fence around what [`read`] let through.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["section", "aside", "figure", "figcaption"])
        .add_generic_attributes(allowed::GENERIC)
        .add_generic_attributes([MARK])
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
    /// Elements of the allow-list, not always with their ends, and words.
    pub text: Text,
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
                if let Some(tag) = allowed.then(|| RawTag::find(name)).flatten() {
                    self.cleaned.text.close(Element::Raw(tag));
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
        let Some(raw) = RawTag::find(name) else { return };
        self.cleaned.text.open(Element::Raw(raw));
        for attribute in &tag.attrs {
            let (key, value) = (&*attribute.name.local, source::clean(&attribute.value));
            let verdict = allowed::attribute(name, key, &value, self.free);
            if let Some(refusal) = verdict.refusal {
                let message = format!("{} and was removed", refusal.message);
                self.cleaned.refused.push(Refused { range: range.clone(), message, help: refusal.help });
            }
            if let (Some(value), Some(attribute)) = (verdict.kept, Attribute::find(key)) {
                self.cleaned.text.attribute(attribute, &value);
            }
        }
    }

    fn text(&mut self, text: &str) {
        if !self.silent {
            // Character references can make what no file may hold.
            self.cleaned.text.text(&source::clean(text));
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

/// Puts a text in order in which raw HTML stands: what is open is closed, and what stands where it cannot goes elsewhere. For
/// that it is HTML once more, in which the author's elements are themselves and each event of the writer is a number.
pub fn tidy(text: &Text) -> Text {
    let clean = CLEANER.clean(&marked(text)).to_string();
    let events = text.numbered();
    let mut tidied = Text::default();
    let mut open: Vec<Element> = Vec::new();
    let mut pieces = markup::pieces(&clean).peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Text(words) => tidied.text(&unescaped(words)),
            Piece::Tag(tag) if tag.starts_with("</") => {
                open.pop().into_iter().for_each(|element| tidied.close(element))
            }
            Piece::Tag(tag) => {
                let element = match number(tag) {
                    Some(number) => tidied.copy(&events, number),
                    None => begin(tag, &mut tidied),
                };
                match element {
                    Some(element) if !element.is_void() => open.push(element),
                    Some(_) => {}
                    // What is no element stood in one of its own.
                    None => drop(pieces.next_if_eq(&Piece::Tag("</span>"))),
                }
            }
        }
    }
    tidied
}

/// A text as HTML for [`CLEANER`].
fn marked(text: &Text) -> String {
    let mut html = String::new();
    let mut raw = false;
    for (number, step) in text.steps().enumerate() {
        if raw && !matches!(step, Step::Attribute(..)) {
            html.push('>');
            raw = false;
        }
        match step {
            Step::Text(words) | Step::Verbatim(words) => {
                // Writing to a String cannot fail.
                let _ = escape_html_body_text(&mut html, words);
            }
            Step::Open(element @ Element::Raw(_)) => {
                html.extend(["<", element.shape().name]);
                raw = true;
            }
            Step::Open(element) => html += &format!("<{} {MARK}=\"{number}\">", element.shape().name),
            Step::Attribute(attribute, value) if raw => {
                html.extend([" ", attribute.name(), "=\""]);
                let _ = escape_html(&mut html, value);
                html.push('"');
            }
            // They follow the number of what they belong to.
            Step::Attribute(..) | Step::Link(_) => {}
            Step::Close(element) => html.extend(["</", element.shape().name, ">"]),
            _ => html += &format!("<span {MARK}=\"{number}\"></span>"),
        }
    }
    if raw {
        html.push('>');
    }
    html
}

/// The number in a tag that stands for an event of the writer.
fn number(tag: &str) -> Option<usize> {
    attributes(tag).find(|(name, _)| *name == MARK)?.1.parse().ok()
}

/// Begins an author's element.
fn begin(tag: &str, text: &mut Text) -> Option<Element> {
    let name = markup::name(tag);
    let element = RawTag::find(name).or_else(|| RawTag::find("span")).map(Element::Raw)?;
    text.open(element);
    for (name, value) in attributes(tag) {
        if let Some(attribute) = Attribute::find(name) {
            text.attribute(attribute, &unescaped(value));
        }
    }
    Some(element)
}

/// The attributes of a tag that the cleaner wrote.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = &tag[1 + markup::name(tag).len()..];
    std::iter::from_fn(move || {
        let (name, after) = rest.strip_prefix(' ')?.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        Some((name, value))
    })
}

/// A text of the cleaner without the character references that it writes.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    let replaced = references.iter().fold(text.to_string(), |text, (reference, c)| text.replace(reference, c));
    Cow::Owned(replaced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Event;
    use crate::text::html::plain;

    /// The elements and words of a piece, as they are shown.
    fn cleaned(html: &str) -> String {
        plain(&read(html, &mut |_| true).text)
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
            ("<b data-event=0 data-done class='own-a toc alert'>", "<b class=\"own-a alert\">"),
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
    fn what_is_known_by_number_keeps_its_place_and_no_author_can_make_it() {
        let mut text = read(
            "<div title=' data-event='><b data-event=1><span data-event='0'></span> data-event=\"0\"",
            &mut |_| true,
        )
        .text;
        text.open(Element::Reference);
        text.push(Event::Link(7));
        text.push(Event::Words(7));
        text.close(Element::Reference);
        text.append(&read("</div>data-event:7 & &nbsp;", &mut |_| true).text);
        text.push(Event::Data { link: 8, n: 1 });
        let tidied = tidy(&text);
        let wanted = "<div title=\" data-event=\"><b><span></span> data-event=\"0\"<a class=\"ref\"></a></b></div>\
                      <b>data-event:7 &amp; \u{a0}</b>";
        assert_eq!(plain(&tidied), wanted);
        let known = |step: &Step| matches!(step, Step::Link(_) | Step::Words(_) | Step::Data { .. });
        let found: Vec<Step> = tidied.steps().filter(known).collect();
        assert_eq!(found, [Step::Link(7), Step::Words(7), Step::Data { link: 8, n: 1 }]);
    }

    /// How many elements are left open; nothing if one ends that is not the last one open.
    fn open_elements(text: &Text) -> Option<usize> {
        let mut open = Vec::new();
        for step in text.steps() {
            match step {
                Step::Open(element) if !element.is_void() => open.push(element),
                Step::Close(element) if open.pop() != Some(element) => return None,
                _ => {}
            }
        }
        Some(open.len())
    }

    proptest::proptest! {
        #[test]
        fn nothing_dangerous_is_left(html in "(<|>|/|script|img|a|b|p|svg| src=| href=|javascript:|x|\"|on|=| |&#|11;|<!--|-->|data-event=0|title=){0,14}") {
            let text = read(&html, &mut |_| true).text;
            proptest::prop_assert!(!source::has_forbidden(&plain(&text)));
            let tidied = tidy(&text);
            // Nobody but the writer can make an event that stands for something.
            let own = |step: Step| !matches!(
                step,
                Step::Text(_) | Step::Attribute(..) | Step::Open(Element::Raw(_)) | Step::Close(Element::Raw(_))
            );
            proptest::prop_assert!(!tidied.steps().any(own));
            proptest::prop_assert_eq!(open_elements(&tidied), Some(0));
            // What is plain text does no harm: it is elements and attributes that are looked at.
            for html in [&plain(&text), &plain(&tidied)] {
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
