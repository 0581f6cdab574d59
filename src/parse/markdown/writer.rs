//! The events of CommonMark → those of our texts.

mod figures;
mod footnotes;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};
use unicase::UniCase;

use figures::figure_length;
use footnotes::Footnote;

use super::ids::Ids;
use super::nesting::{Beyond, DEEPEST, MOST_PARTS, Tags};
use super::reading::{Source, matching, tags};
use super::typography::Typography;
use super::{Body, Heading, Numbered, Writing, boxes, captions, code, html, lost};
use crate::diag::Code;
use crate::messages::{Message, say};
use crate::parse::{Href, Link, Says, parse_href};
use crate::text::{Alert, Align, Attribute, Element, Event as TextEvent, Text};

/// How a line to write on begins.
const BLANK: &str = "________";

/// In the words of a link: the number of what it leads to.
const NUMBER: &str = "{n}";

/// Writes Markdown as a text. With `unwrap`, a text that is one paragraph is written without its `<p>`. `None` if it is too
/// deep to be written, which is reported.
pub fn write(markdown: &str, writing: &mut Writing, unwrap: bool) -> Option<Body> {
    let source = Source::new(markdown);
    let (events, broken) = match source.read() {
        Ok(read) => read,
        Err(Beyond::Deep(range)) => {
            let place = (writing.place)(range);
            let message = say::more_than_quotations_lists_or_marks(DEEPEST);
            let help = say::divide_text_or_remove_what_opens_them();
            writing.out.add(Code::TextTooDeep, place, message, help);
            return None;
        }
        Err(Beyond::Many(range)) => {
            let place = (writing.place)(range);
            let message = say::text_has_more_than_paragraphs_items_cells(MOST_PARTS);
            writing.out.add(Code::TextTooMany, place, message, say::divide_it_into_several_pages_no_phone());
            return None;
        }
    };
    let outline = lost::report(markdown, &events, &broken, writing);
    let tags = tags::paired(&events);
    let is_raw = |(event, range): &(Event, Range<usize>)| match event {
        Event::Html(_) => true,
        Event::InlineHtml(_) => !tags.contains(&range.start),
        _ => false,
    };
    let raw = writing.raw_html && events.iter().any(is_raw);
    let mut writer = Writer::new(writing, raw);
    writer.tags = tags;
    writer.inline = unwrap;
    writer.events(&events, unwrap);
    Some(Body { outline, ..writer.finish(markdown.len())? })
}

struct Writer<'w, 'a, 'e> {
    writing: &'w mut Writing<'a>,
    /// Whether the page has raw HTML that is let through, so that the result must be put in order.
    raw: bool,
    /// Whether the text is a part of a line.
    inline: bool,
    /// What is being written; the outer texts wait while a footnote is written.
    stack: Vec<Text>,
    typography: Typography,
    headings: Vec<Heading>,
    numbered: Vec<Numbered>,
    ids: Ids,
    footnotes: HashMap<UniCase<CowStr<'e>>, Footnote>,
    footnotes_referred: u16,
    footnotes_defined: usize,
    open_footnote: Option<CowStr<'e>>,
    alignments: Vec<Alignment>,
    column: usize,
    in_table_head: bool,
    images: usize,
    /// How much code has been highlighted.
    highlighted: usize,
    /// Where tags begin that need no permission and have their counterpart.
    tags: HashSet<usize>,
    /// The tags that the author wrote, and where in the Markdown the last of them ended; nothing once they were too many.
    nesting: Option<(Tags, usize)>,
    /// The link that is open; links do not stand in one another.
    open_link: Element,
    /// Whether what is written is the address that it leads to, and stays as it is.
    in_address: bool,
    /// The open link, if its words ask for the number of what it leads to.
    number: Option<u32>,
}

impl<'w, 'a, 'e> Writer<'w, 'a, 'e> {
    fn new(writing: &'w mut Writing<'a>, raw: bool) -> Self {
        Writer {
            raw,
            inline: false,
            stack: vec![Text::default()],
            typography: Typography::new(writing.phrases.quotes),
            writing,
            headings: Vec::new(),
            numbered: Vec::new(),
            ids: Ids::default(),
            footnotes: HashMap::new(),
            footnotes_referred: 0,
            footnotes_defined: 0,
            open_footnote: None,
            alignments: Vec::new(),
            column: 0,
            in_table_head: false,
            images: 0,
            highlighted: 0,
            tags: HashSet::new(),
            nesting: Some((Tags::default(), 0)),
            open_link: Element::Link,
            in_address: false,
            number: None,
        }
    }

    fn text(&mut self) -> &mut Text {
        if self.stack.is_empty() {
            self.stack.push(Text::default());
        }
        let top = self.stack.len() - 1;
        &mut self.stack[top]
    }

    fn open(&mut self, element: Element) {
        self.text().open(element);
    }

    fn close(&mut self, element: Element) {
        self.text().close(element);
    }

    fn attribute(&mut self, attribute: Attribute, value: &str) {
        self.text().attribute(attribute, value);
    }

    fn events(&mut self, events: &[(Event<'e>, Range<usize>)], unwrap: bool) {
        self.ids.reserve(events, self.writing);
        let only_paragraph = unwrap
            && matches!(events.first(), Some((Event::Start(Tag::Paragraph), _)))
            && events.iter().filter(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph))).count() == 1
            && matches!(events.last(), Some((Event::End(TagEnd::Paragraph), _)));
        self.all(if only_paragraph { &events[1..events.len() - 1] } else { events });
    }

    /// Writes all of some events.
    fn all(&mut self, events: &[(Event<'e>, Range<usize>)]) {
        let mut at = 0;
        while at < events.len() {
            at += self.event(events, at);
        }
    }

    /// Writes the event at `at`, and those that belong to it; how many were written.
    fn event(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let (event, range) = &events[at];
        match event {
            Event::Start(Tag::Image { .. }) => return self.image(events, at, false),
            Event::Start(Tag::Paragraph) if figure_length(events, at).is_some() => return self.figure(events, at),
            Event::Start(Tag::Paragraph) if captions::of_table(events, at).is_some() => {
                return self.table_figure(events, at);
            }
            Event::Start(Tag::BlockQuote(None)) if boxes::find(events, at, self.writing.phrases).is_some() => {
                return self.own_box(events, at);
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) if matching(events, at) == 2 => {
                self.reference(*link_type, dest_url, range);
                return 2;
            }
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let words = plain_text(&events[at..at + matching(events, at)]);
                self.link(*link_type, dest_url, title, range, &words);
            }
            Event::Start(Tag::Heading { .. }) => return self.heading(events, at),
            Event::Start(Tag::CodeBlock(kind)) => return self.code_block(events, at, kind),
            Event::Start(Tag::HtmlBlock) => return self.html_block(events, at),
            Event::Start(Tag::MetadataBlock(_)) => return matching(events, at),
            // An empty head would be announced as a name of its column.
            Event::Start(Tag::TableCell) if self.in_table_head && matching(events, at) == 2 => {
                self.open(Element::Cell(Align::None));
                self.close(Element::Cell(Align::None));
                self.column += 1;
                return 2;
            }
            Event::Start(Tag::Table(_)) => self.table(events, at, None),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) if self.in_address => {
                self.text().text(text);
                self.typography.passed('x');
            }
            Event::Text(text) => {
                let ends = match events.get(at + 1).map(|(next, _)| next) {
                    None | Some(Event::HardBreak) => true,
                    Some(Event::End(end)) => matches!(end, TagEnd::Paragraph | TagEnd::Item),
                    _ => false,
                };
                self.plain(text, ends);
            }
            Event::Code(text) => {
                self.open(Element::Code);
                self.text().verbatim(text);
                self.close(Element::Code);
                self.typography.passed('x');
            }
            Event::InlineHtml(text) if self.tags.contains(&range.start) => {
                if let Some(tag) = tags::own(text) {
                    let mut written = Text::default();
                    tag.write(self.writing.phrases.quotes, &mut written);
                    self.nest(&written, range);
                    self.text().append(&written);
                }
            }
            Event::Html(text) | Event::InlineHtml(text) => self.raw_html(text, range),
            Event::FootnoteReference(name) => self.footnote_reference(name),
            Event::SoftBreak => {
                // A line of the source ends where one of the page need not; a dash begins none.
                let dash = matches!(events.get(at + 1), Some((Event::Text(next), _)) if next.starts_with('—'));
                self.text().text(if dash { "\u{a0}" } else { " " });
                self.typography.passed(' ');
            }
            Event::HardBreak => {
                self.open(Element::Break);
                self.typography.passed(' ');
            }
            Event::Rule => self.open(Element::Rule),
            Event::TaskListMarker(done) => self.task(*done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text().verbatim(text),
        }
        1
    }

    /// Text; `ends` says that nothing follows it in its line.
    fn plain(&mut self, text: &str, ends: bool) {
        let mut rest = text;
        if let Some(link) = self.number {
            while let Some((before, after)) = rest.split_once(NUMBER) {
                self.words(before);
                self.text().push(TextEvent::Number(link));
                self.typography.passed('1');
                rest = after;
            }
        }
        while let Some(start) = memmem::find(rest.as_bytes(), BLANK.as_bytes()) {
            // A line to write on.
            let end = rest[start..].find(|c| c != '_').map_or(rest.len(), |length| start + length);
            self.words(&rest[..start]);
            let to_end = ends && rest[end..].trim_start().is_empty();
            let line = if to_end { Element::BlankToEnd } else { Element::Blank };
            self.text().element(line, &rest[start..end]);
            self.typography.passed('x');
            rest = &rest[end..];
        }
        self.words(rest);
    }

    fn words(&mut self, text: &str) {
        let mut typography = std::mem::take(&mut self.typography);
        self.text().text_by(|string| typography.write(text, string));
        self.typography = typography;
    }

    fn start(&mut self, tag: &Tag<'e>) {
        match tag {
            Tag::Paragraph => self.open_block(Element::Paragraph),
            Tag::BlockQuote(kind) => self.block_quote(*kind),
            Tag::List(Some(first)) => {
                self.open_block(Element::Ordered);
                if *first != 1 {
                    self.attribute(Attribute::Start, &first.to_string());
                }
            }
            Tag::List(None) => self.open_block(Element::Unordered),
            Tag::Item => self.open_block(Element::Item),
            Tag::FootnoteDefinition(name) => {
                self.open_footnote = Some(name.clone());
                self.stack.push(Text::default());
            }
            Tag::DefinitionList => self.open_block(Element::Definitions),
            Tag::DefinitionListTitle => self.open_block(Element::Defined),
            Tag::DefinitionListDefinition => self.open_block(Element::Definition),
            Tag::TableHead => {
                self.in_table_head = true;
                self.column = 0;
                self.open(Element::TableHead);
                self.open(Element::Row);
            }
            Tag::TableRow => {
                self.column = 0;
                self.open(Element::Row);
            }
            Tag::TableCell => {
                self.typography.next_block();
                self.open(self.cell());
            }
            Tag::Emphasis => self.open(Element::Emphasis),
            Tag::Strong => self.open(Element::Strong),
            Tag::Strikethrough => self.open(Element::Deleted),
            Tag::Superscript => self.open(Element::Superscript),
            Tag::Subscript => self.open(Element::Subscript),
            // These are written by functions of their own, some of which take their end with them.
            Tag::Link { .. }
            | Tag::Table(_)
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Image { .. }
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.close(Element::Paragraph),
            TagEnd::BlockQuote(Some(kind)) => self.close(Element::Alert(alert(kind))),
            TagEnd::BlockQuote(None) => self.close(Element::Quotation),
            TagEnd::List(true) => self.close(Element::Ordered),
            TagEnd::List(false) => self.close(Element::Unordered),
            TagEnd::Item => self.close(Element::Item),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::DefinitionList => self.close(Element::Definitions),
            TagEnd::DefinitionListTitle => self.close(Element::Defined),
            TagEnd::DefinitionListDefinition => self.close(Element::Definition),
            TagEnd::Table => {
                self.close(Element::TableBody);
                self.close(Element::Table);
                self.close(Element::TableFrame);
            }
            TagEnd::TableHead => {
                self.in_table_head = false;
                self.close(Element::Row);
                self.close(Element::TableHead);
                self.open(Element::TableBody);
            }
            TagEnd::TableRow => self.close(Element::Row),
            TagEnd::TableCell => {
                self.close(self.cell());
                self.column += 1;
            }
            TagEnd::Emphasis => self.close(Element::Emphasis),
            TagEnd::Strong => self.close(Element::Strong),
            TagEnd::Strikethrough => self.close(Element::Deleted),
            TagEnd::Superscript => self.close(Element::Superscript),
            TagEnd::Subscript => self.close(Element::Subscript),
            TagEnd::Link => {
                self.in_address = false;
                self.number = None;
                self.close(self.open_link);
            }
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn open_block(&mut self, element: Element) {
        self.typography.next_block();
        self.open(element);
    }

    fn task(&mut self, done: bool) {
        let phrases = self.writing.phrases;
        let label = if done { &phrases.task_done } else { &phrases.task_open };
        self.open(Element::Box(done));
        self.attribute(Attribute::Label, label);
        self.close(Element::Box(done));
        self.text().text(" ");
    }

    fn add_link(&mut self, href: Href, range: &Range<usize>, image: bool, says: Says) -> u32 {
        let place = (self.writing.place)(range.clone());
        self.writing.links.push(Link { href, place, image, says });
        self.writing.links.len() as u32 - 1
    }

    /// A link without words: the page, heading, figure or table that it leads to gives them.
    fn reference(&mut self, kind: LinkType, destination: &str, range: &Range<usize>) {
        let href = parse_href(destination);
        if matches!(href, Href::Outside(_)) {
            self.link(kind, destination, "", range, "");
            self.text().verbatim(destination);
            self.close(self.open_link);
        } else {
            let number = self.add_link(href, range, false, Says::Nothing);
            self.open(Element::Reference);
            self.text().push(TextEvent::Link(number));
            self.text().push(TextEvent::Words(number));
            self.close(Element::Reference);
        }
        self.typography.passed('x');
    }

    /// Begins a link; `words` are those that will stand in it.
    fn link(&mut self, kind: LinkType, destination: &str, title: &str, range: &Range<usize>, words: &str) {
        let href = match kind {
            LinkType::Email => Href::Outside(format!("mailto:{destination}")),
            _ => parse_href(destination),
        };
        self.open_link = match &href {
            Href::Outside(url) if url.starts_with("http") => match kind {
                // On paper it need not be said once more where it leads.
                LinkType::Autolink => Element::ExternalAddress,
                _ => Element::External,
            },
            _ => Element::Link,
        };
        self.open(self.open_link);
        if let Href::Outside(url) = &href {
            self.attribute(Attribute::Address, url);
        } else {
            let says = says(words, &self.writing.phrases.chapter);
            let number = self.add_link(href, range, false, says);
            self.text().push(TextEvent::Link(number));
            self.number = (says == Says::Number).then_some(number);
        }
        self.title(title);
        self.in_address = matches!(kind, LinkType::Autolink | LinkType::Email);
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.attribute(Attribute::Title, &super::typeset(title, self.writing.phrases.quotes));
        }
    }

    fn heading(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let length = matching(events, at);
        let (Event::Start(Tag::Heading { level, id, .. }), range) = &events[at] else { return 1 };
        let mut level = *level as u8;
        if level == 1 {
            level = 2;
            let place = (self.writing.place)(range.clone());
            let help = say::write_here_page_own_heading();
            self.writing.out.add(Code::PageTwiceTitled, place, say::first_level_heading_stands_in_text(), help);
        }
        let inner = &events[at + 1..at + length - 1];
        let title = super::typeset(&plain_text(inner), self.writing.phrases.quotes);
        let id = self.ids.give(id.as_deref(), &title);
        self.open_block(Element::Heading(level));
        self.attribute(Attribute::Id, &id);
        self.all(inner);
        let label = self.writing.phrases.anchor.replace("{title}", &title);
        self.open(Element::Anchor);
        self.attribute(Attribute::Here, &id);
        self.attribute(Attribute::Label, &label);
        self.close(Element::Anchor);
        self.close(Element::Heading(level));
        if self.open_footnote.is_none() {
            self.headings.push(Heading { level, id, title });
        }
        length
    }

    fn code_block(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize, kind: &CodeBlockKind) -> usize {
        let length = matching(events, at);
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        let source = plain_text(&events[at + 1..at + length - 1]);
        self.open_block(Element::CodeBlock);
        let phrases = self.writing.phrases;
        self.attribute(Attribute::Label, &phrases.code);
        self.open(Element::Code);
        let mut highlighted = self.highlighted;
        code::write(language, &source, &mut highlighted, self.text());
        self.highlighted = highlighted;
        self.close(Element::Code);
        self.close(Element::CodeBlock);
        length
    }

    fn html_block(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let length = matching(events, at);
        let range = events[at].1.clone();
        let html = plain_text(&events[at + 1..at + length - 1]);
        if self.raw || is_comment(&html) {
            self.raw_html(&html, &range);
        } else {
            self.open(Element::Paragraph);
            self.raw_html(html.trim_end(), &range);
            self.close(Element::Paragraph);
        }
        length
    }

    /// Raw HTML, cleaned, or as text. Comments are the author's own and are left out.
    fn raw_html(&mut self, html: &str, range: &Range<usize>) {
        if is_comment(html) {
            return;
        }
        if self.raw {
            let tags = self.nesting.as_ref().map(|(tags, _)| tags);
            let around = html::Around { inline: self.inline, tags };
            let cleaned = html::read(html, around, &mut |id| self.ids.take(id));
            for refused in cleaned.refused {
                let place = (self.writing.place)(range.start + refused.range.start..range.start + refused.range.end);
                self.writing.out.add(Code::HtmlCleaned, place, refused.message, refused.help);
            }
            self.nest(&cleaned.text, range);
            self.text().append(&cleaned.text);
            return;
        }
        if let Some(tag) = tags::own(html) {
            let place = (self.writing.place)(range.clone());
            let message = if tag.closes() {
                say::nothing_opens_it_in_its_paragraph()
            } else {
                say::nothing_closes_it_in_its_paragraph()
            };
            let help = say::write_too_both_inside_or_both_outside(tag.counterpart());
            self.writing.out.add(Code::HtmlOff, place, message, help);
        } else if !html.starts_with("</") {
            // One message for `<b>` and its `</b>`.
            let place = (self.writing.place)(range.clone());
            let help = say::say_it_in_markdown_or_set_raw();
            self.writing.out.add(Code::HtmlOff, place, say::raw_html_is_shown_as_text(), help);
        }
        self.text().verbatim(html);
    }

    /// Counts the tags that the author wrote, and reports where they become too many.
    fn nest(&mut self, written: &Text, range: &Range<usize>) {
        let Some((tags, done)) = &mut self.nesting else { return };
        let markdown = if self.raw { range.start.saturating_sub(*done) } else { 0 };
        let counted = tags.markdown(markdown).and_then(|()| tags.add(written));
        *done = range.end;
        self.settle(counted, range.clone());
    }

    fn settle(&mut self, counted: Result<(), Message>, range: Range<usize>) {
        if let Err(message) = counted {
            let place = (self.writing.place)(range);
            let help = say::write_closing_tag_of_each_in_paragraph();
            self.writing.out.add(Code::TextTooDeep, place, message, help);
            self.nesting = None;
        }
    }

    /// The text; nothing if it was too deep. `length` is the Markdown's.
    fn finish(mut self, length: usize) -> Option<Body> {
        if let Some((tags, done)) = self.nesting.as_mut().filter(|_| self.raw) {
            let (counted, at) = (tags.markdown(length.saturating_sub(*done)), *done);
            self.settle(counted, at.saturating_sub(1)..at);
        }
        let end = self.nesting.as_ref()?.1;
        self.write_footnotes();
        let mut text = std::mem::take(self.text());
        if self.raw {
            let (tidied, left_out) = html::tidy(&text);
            if left_out > 0 {
                let place = (self.writing.place)(end.saturating_sub(1)..end);
                let message = say::part_of_list_or_table_stands_outside();
                let help = say::close_each_tag_in_paragraph_item();
                self.writing.out.add(Code::HtmlCleaned, place, message, help);
            }
            text = tidied;
        }
        Some(Body { text, headings: self.headings, numbered: self.numbered, outline: Vec::new() })
    }
}

/// What a box of CommonMark's extension says.
fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning | BlockQuoteKind::Caution => Alert::Caution,
    }
}

/// What the words of a link say of a number; `chapter` is how the word for a chapter begins.
fn says(words: &str, chapter: &str) -> Says {
    if words.contains(NUMBER) {
        return Says::Number;
    }
    let typed =
        !chapter.is_empty() && words.contains(|c: char| c.is_ascii_digit()) && words.to_lowercase().contains(chapter);
    if typed { Says::Typed } else { Says::Nothing }
}

fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.find("-->").is_some_and(|end| end + 3 == html.len())
}

/// The text of events without their markup.
pub(super) fn plain_text(events: &[(Event, Range<usize>)]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(t) | Event::Code(t) | Event::Html(t) => text.push_str(t),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}
