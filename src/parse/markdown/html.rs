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

use super::nesting::{self, Tags};
use crate::diag::floor_boundary;
use crate::markup::{self, Piece};
use crate::messages::{Message, say};
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
    pub message: Message,
    pub help: Message,
}

const IN_MARKDOWN: Message = say::say_it_in_markdown_or_leave();
const IN_ITS_OWN: Message = say::write_it_in_element_of_that_name();
const NOT_CLOSED: Message = say::write_its_line_without_text_ends_raw();

/// Longest tag, in bytes.
const LONGEST_TAG: usize = 4_000;

/// A piece of raw HTML that has been read.
#[derive(Debug, Default)]
pub struct Cleaned {
    /// Elements of the allow-list, not always with their ends, and words.
    pub text: Text,
    pub refused: Vec<Refused>,
}

/// Where a piece of raw HTML stands.
#[derive(Clone, Copy, Default)]
pub struct Around<'t> {
    /// Whether the text is a part of a line.
    pub inline: bool,
    /// The tags that were written before it.
    pub tags: Option<&'t Tags>,
}

/// Reads a piece of raw HTML. `free` says whether nothing else has an id yet, and takes it.
pub fn read(written: &str, around: Around, free: &mut dyn FnMut(&str) -> bool) -> Cleaned {
    let state = State {
        written,
        around,
        free,
        fed: 0,
        done: 0,
        quiet: 0,
        too_long: false,
        silent: false,
        tags: Tags::default(),
        cleaned: Cleaned::default(),
    };
    let tokenizer = Tokenizer::new(Reading(RefCell::new(state)), TokenizerOpts::default());
    let queue = BufferQueue::default();
    for part in parts(written) {
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

/// A text in parts that begin with a `<` or end with a `>`: what the tokenizer finds while it is fed one ends with it.
fn parts(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let end = match bytes.iter().enumerate().skip(1).find(|(at, byte)| **byte == b'<' || bytes[at - 1] == b'>') {
            Some((at, _)) => at,
            None => bytes.len(),
        };
        let (part, rest) = text.split_at(end);
        text = rest;
        (!part.is_empty()).then_some(part)
    })
}

struct Reading<'p>(RefCell<State<'p>>);

struct State<'p> {
    written: &'p str,
    around: Around<'p>,
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
    /// The tags of this piece.
    tags: Tags,
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
                // What the author has not opened is the page's own.
                if allowed && self.is_open(name) {
                    if let Some(tag) = RawTag::find(name) {
                        self.cleaned.text.close(Element::Raw(tag));
                    }
                    if !self.tags.has(name) {
                        // What stood in it has ended too.
                        self.around.tags = None;
                    }
                    self.tags.close(name);
                }
            }
            TagKind::StartTag if allowed => match self.out_of_place(name) {
                Some((message, help)) => self.cleaned.refused.push(Refused { range, message, help }),
                None => {
                    self.tags.open(name);
                    self.start(tag, &range);
                }
            },
            TagKind::StartTag => {
                let message = say::tag_is_not_allowed_and_was_removed(shown(name));
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

    fn is_open(&self, name: &str) -> bool {
        self.tags.has(name) || self.around.tags.is_some_and(|before| before.has(name))
    }

    /// Why a tag cannot stand here: it would end an element that is not the author's.
    fn out_of_place(&self, name: &str) -> Option<(Message, Message)> {
        if self.around.inline && nesting::is_block(name) {
            return Some((say::tag_makes_block_where_line_is_expected(name), IN_MARKDOWN));
        }
        let parents = nesting::parents(name)?;
        let message = || say::tag_stands_outside_of_and_was_removed(name, parents.join(">`, `<"));
        (!parents.iter().any(|parent| self.is_open(parent))).then(|| (message(), IN_ITS_OWN))
    }

    fn start(&mut self, tag: &Tag, range: &Range<usize>) {
        let name = &*tag.name;
        let Some(raw) = RawTag::find(name) else { return };
        self.cleaned.text.open(Element::Raw(raw));
        for attribute in &tag.attrs {
            let (key, value) = (&*attribute.name.local, source::clean(&attribute.value));
            let verdict = allowed::attribute(name, key, &value, self.free);
            if let Some(refusal) = verdict.refusal {
                let message = refusal.message;
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
            true => say::this_tag_has_more_than_bytes(LONGEST_TAG),
            false => say::this_tag_has_no_end(),
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
/// that it is HTML once more, in which the author's elements are themselves and each event of the writer is a number. The second
/// value says how many tags were left out that would have ended an element around the text.
pub fn tidy(text: &Text) -> (Text, usize) {
    let marked = marked(text);
    let (short, texts) = lifted(&marked);
    let clean = put_back(&CLEANER.clean(&short).to_string(), &texts);
    let events = text.numbered();
    let mut tidied = Text::default();
    let mut pieces = markup::pieces(&clean).peekable();
    // The elements that are open; nothing for those that are left out.
    let mut open: Vec<(&str, Option<Element>)> = Vec::new();
    let mut left_out = 0;
    while let Some(piece) = pieces.next() {
        let (name, tag) = match piece {
            Piece::Text(words) => {
                tidied.text(&unescaped(words));
                continue;
            }
            Piece::Tag(tag) if tag.starts_with("</") => {
                if let Some((_, Some(element))) = open.pop() {
                    tidied.close(element);
                }
                continue;
            }
            Piece::Tag(tag) => (markup::name(tag), tag),
        };
        let inside = |parents: &[&str]| open.iter().any(|(open, _)| parents.contains(open));
        if !nesting::parents(name).is_none_or(inside) {
            left_out += 1;
            open.push((name, None));
            continue;
        }
        let element = match number(tag) {
            Some(number) => tidied.copy(&events, number),
            None => begin(tag, &mut tidied),
        };
        match element {
            Some(element) if !element.is_void() => open.push((name, Some(element))),
            Some(_) => {}
            // What is no element stood in one of its own.
            None => drop(pieces.next_if_eq(&Piece::Tag("</span>"))),
        }
    }
    (tidied, left_out)
}

/// The number that stands in for a text is written in sixteen characters from this one on, and ended by another: no text may
/// hold any of them.
const ZERO: char = '\u{FDD0}';
const END: char = '\u{FDEF}';
/// First byte of all of them.
const FIRST: u8 = 0xEF;

/// The digit that such a character is.
fn digit(c: char) -> Option<usize> {
    (u32::from(c).checked_sub(u32::from(ZERO))).filter(|digit| *digit < 16).map(|digit| digit as usize)
}

/// Longest tag in which nothing is lifted.
const SHORT_TAG: usize = LONGEST_TAG + 200;

/// HTML with numbers in place of the texts and values in which characters are escaped, and these. For each such character html5ever
/// looks through the rest of its text when it writes it, and only tags have to be put in order.
fn lifted(html: &str) -> (String, Vec<&str>) {
    let (mut short, mut texts) = (String::with_capacity(html.len()), Vec::new());
    for piece in markup::pieces(html) {
        match piece {
            // U+00A0 and its like, quotation marks among them, begin with 0xC2.
            Piece::Text(text) if memchr::memchr2(b'&', 0xC2, text.as_bytes()).is_some() => {
                let inner = text.trim_ascii();
                let (before, after) = text.split_at(text.len() - text.trim_ascii_start().len());
                short.push_str(before);
                lift(inner, &mut short, &mut texts);
                short.push_str(&after[inner.len()..]);
            }
            Piece::Tag(tag) if tag.len() > SHORT_TAG => {
                // Of an address the scheme is looked at, so each value keeps its beginning.
                for (number, part) in tag.split_inclusive('"').enumerate() {
                    let Some(value) =
                        part.strip_suffix('"').filter(|value| number % 2 == 1 && value.len() > LONGEST_TAG)
                    else {
                        short.push_str(part);
                        continue;
                    };
                    let kept = floor_boundary(value, LONGEST_TAG);
                    let kept = value[..kept].rfind('&').unwrap_or(kept);
                    short.push_str(&value[..kept]);
                    lift(&value[kept..], &mut short, &mut texts);
                    short.push('"');
                }
            }
            Piece::Tag(part) | Piece::Text(part) => short.push_str(part),
        }
    }
    (short, texts)
}

fn lift<'h>(text: &'h str, short: &mut String, texts: &mut Vec<&'h str>) {
    let digits = format!("{:x}", texts.len());
    short.extend(digits.chars().filter_map(|c| char::from_u32(u32::from(ZERO) + c.to_digit(16)?)));
    short.push(END);
    texts.push(text);
}

/// HTML with the texts in their places.
fn put_back(short: &str, texts: &[&str]) -> String {
    let mut html = String::with_capacity(short.len() + texts.iter().map(|text| text.len()).sum::<usize>());
    let mut done = 0;
    for at in memchr::memchr_iter(FIRST, short.as_bytes()) {
        if at < done {
            continue;
        }
        let (mut number, mut end) = (0_usize, at);
        while let Some(digit) = short[end..].chars().next().and_then(digit) {
            number = (number << 4) | digit;
            end += ZERO.len_utf8();
        }
        if let Some(text) = texts.get(number).filter(|_| end > at && short[end..].starts_with(END)) {
            html.push_str(&short[done..at]);
            html.push_str(text);
            done = end + END.len_utf8();
        }
    }
    html.push_str(&short[done..]);
    html
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
        plain(&read(html, Around::default(), &mut |_| true).text)
    }

    #[test]
    fn a_long_comment_is_no_long_tag() {
        let hidden = "<b title=\"а > б\">а</b> ".repeat(LONGEST_TAG / 20);
        let written = format!("<p>а <!-- {hidden} --> б</p>");
        assert_eq!(messages(&written), [""; 0]);
        assert_eq!(cleaned(&written), "<p>а  б</p>");
        assert!(messages(&format!("<p title='{hidden}'>"))[0].contains("bytes"));
    }

    fn messages(html: &str) -> Vec<String> {
        read(html, Around::default(), &mut |id| id != "taken")
            .refused
            .into_iter()
            .map(|refused| refused.message.english())
            .collect()
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
        let refused =
            read("а < б <b\n onclick='>'>в</b> <Iframe src=y>\n<p title='", Around::default(), &mut |_| true).refused;
        let found: Vec<(Range<usize>, String)> =
            refused.iter().map(|refused| (refused.range.clone(), refused.message.english())).collect();
        let expected = [
            (8..24, "the attribute `onclick` of `<b>` is not allowed and was removed"),
            (31..45, "the tag `<iframe>` is not allowed and was removed"),
            (46..56, "this tag has no end and was removed"),
        ]
        .map(|(range, text)| (range, text.to_string()));
        assert_eq!(found, expected);
        assert_eq!(messages("<kbd>x</kbd> <iframe src=y> <b style=\"c\">").len(), 2);
        assert!(messages("<abbr title=\"жок on жок\">").is_empty());
        assert_eq!(messages("<p align=center onclick='a' id=taken><p id=site-q>").len(), 4);
    }

    #[test]
    fn what_is_known_by_number_keeps_its_place_and_no_author_can_make_it() {
        let mut text = read(
            "<div title=' data-event='><b data-event=1><span data-event='0'></span> data-event=\"0\"",
            Around::default(),
            &mut |_| true,
        )
        .text;
        text.open(Element::Reference);
        text.push(Event::Link(7));
        text.push(Event::Words(7));
        text.close(Element::Reference);
        text.close(Element::Raw(RawTag::find("div").expect("allowed")));
        text.append(&read("data-event:7 & &nbsp;", Around::default(), &mut |_| true).text);
        text.push(Event::Data { link: 8, n: 1 });
        let tidied = tidy(&text).0;
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

    /// A text of an author's tags, whatever they are.
    fn raw(html: &str) -> Text {
        let mut text = Text::default();
        for piece in markup::pieces(html) {
            match piece {
                Piece::Text(words) => text.text(&unescaped(words)),
                Piece::Tag(tag) if tag.starts_with("</") => {
                    text.close(Element::Raw(RawTag::find(markup::name(tag)).expect("allowed")));
                }
                Piece::Tag(tag) => drop(begin(tag, &mut text)),
            }
        }
        text
    }

    #[test]
    fn what_would_end_an_element_of_the_page_is_refused() {
        for (written, wanted, count) in [
            ("а<li>б</li>", "аб", 1),
            ("<ul><li>а<li>б</ul>в<li>г", "<ul><li>а<li>б</ul>вг", 1),
            ("<div><ul></div><li>а", "<div><ul></div>а", 1),
            ("<dl><div><dt>а<dd>б</div></dl><dd>в", "<dl><div><dt>а<dd>б</div></dl>в", 1),
            ("<td>а</td><tr>б", "аб", 2),
            ("<table><tr><td>а</table>", "<table><tr><td>а</table>", 0),
            ("</li></ul></p>а</div>", "а", 0),
            ("<p><b>а</p><p>б</b>в", "<p><b>а</p><p>б</b>в", 0),
        ] {
            let read = read(written, Around::default(), &mut |_| true);
            assert_eq!((plain(&read.text).as_str(), read.refused.len()), (wanted, count), "{written}");
        }
        let line = |html| read(html, Around { inline: true, tags: None }, &mut |_| true);
        assert_eq!(plain(&line("а<div>б</div> <ul><li>в</ul> <b>г</b><p>").text), "аб в <b>г</b>");
        assert_eq!(line("а<div>б</div> <ul><li>в</ul> <ruby>г<rt>д</ruby>").refused.len(), 3);
        let mut before = Tags::default();
        before.open("ul");
        let in_list = |html| read(html, Around { inline: false, tags: Some(&before) }, &mut |_| true);
        assert_eq!(plain(&in_list("<li>а</li></ul><li>б").text), "<li>а</li></ul>б");
        // What only the order of all tags shows is found there.
        let tidied = tidy(&raw("<p>а<ul></p><li>б</li></ul><li>в</li>"));
        assert!(tidied.1 > 0 && !plain(&tidied.0).ends_with("</li>"), "{tidied:?}");
    }

    #[test]
    fn texts_come_through_whatever_is_escaped_in_them() {
        let long = "&amp;«".repeat(3_000);
        for (written, wanted) in [
            ("<b>а &lt; б</b> «в»\u{a0}", "<b>а &lt; б</b> «в»\u{a0}".to_string()),
            ("<p>«а»<div> &amp;&lt; </div>", "<p>«а»</p><div> &amp;&lt; </div>".into()),
            ("<table>&lt;<tr><td>&gt;</table>", "&lt;<table><tbody><tr><td>&gt;</td></tr></tbody></table>".into()),
            ("&amp;</b>«", "&amp;«".into()),
            (
                &format!("<p title=\"{long}\" lang=\"ky\">{long}</p>"),
                format!("<p title=\"{long}\" lang=\"ky\">{long}</p>"),
            ),
        ] {
            assert_eq!(plain(&tidy(&raw(written)).0), wanted);
        }
        let many: String = (0..300).map(|number| format!("<i>&amp;{number}</i>")).collect();
        assert_eq!(plain(&tidy(&raw(&many)).0), many);
    }

    proptest::proptest! {
        #[test]
        fn nothing_dangerous_is_left(html in "(<|>|/|script|img|a|b|p|svg| src=| href=|javascript:|x|\"|on|=| |&#|11;|<!--|-->|data-event=0|title=){0,14}") {
            let text = read(&html, Around::default(), &mut |_| true).text;
            proptest::prop_assert!(!source::has_forbidden(&plain(&text)));
            let tidied = tidy(&text).0;
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
