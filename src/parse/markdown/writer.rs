//! CommonMark events → HTML.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd,
};
use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

use super::boxes::{self, Box};
use super::captions;
use super::ids::Ids;
use super::typography::Typography;
use super::{Body, Fill, Heading, Hole, Numbered, NumberedKind, Text, Writing, code, html, lost};
use crate::diag::Code;
use crate::parse::{Href, Link, parse_href};

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH
}

/// How a line to write on begins.
const BLANK: &str = "________";

/// Writes Markdown as HTML. With `unwrap`, a text that is one paragraph is written without its `<p>`.
pub fn write(markdown: &str, writing: &mut Writing, unwrap: bool) -> Body {
    let mut broken: Vec<lost::Broken> = Vec::new();
    let mut note_broken = |link: BrokenLink| -> Option<(CowStr, CowStr)> {
        broken.push((link.span.clone(), link.reference.to_string(), link.link_type));
        None
    };
    let parser = Parser::new_with_broken_link_callback(markdown, options(), Some(&mut note_broken));
    let events: Vec<(Event, Range<usize>)> = parser.into_offset_iter().collect();
    lost::report_links(&broken, writing);
    lost::report_footnotes(markdown, &events, writing);
    let events = join_blanks(events);
    let raw =
        writing.raw_html && events.iter().any(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
    let mut writer = Writer::new(writing, raw);
    writer.events(&events, unwrap);
    writer.finish()
}

/// The parser gives a line to write on in pieces, for an underscore may begin emphasis.
fn join_blanks<'e>(events: Vec<(Event<'e>, Range<usize>)>) -> Vec<(Event<'e>, Range<usize>)> {
    let mut joined: Vec<(Event<'e>, Range<usize>)> = Vec::with_capacity(events.len());
    for (event, range) in events {
        match (joined.last_mut(), &event) {
            (Some((Event::Text(before), whole)), Event::Text(text))
                if before.ends_with('_') && text.starts_with('_') =>
            {
                *before = format!("{before}{text}").into();
                whole.end = range.end;
            }
            _ => joined.push((event, range)),
        }
    }
    joined
}

/// The words of Markdown without its marks; blocks are parted by spaces.
pub fn plain(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(t) | Event::Code(t) => text.push_str(&t),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => text.push(' '),
            _ => {}
        }
    }
    text
}

/// A footnote: its number, how often the text refers to it, and its text.
#[derive(Default)]
struct Footnote {
    number: usize,
    references: usize,
    text: Option<Text>,
}

struct Writer<'w, 'a, 'e> {
    writing: &'w mut Writing<'a>,
    /// Whether the page has raw HTML that is let through, so that the result must be cleaned.
    raw: bool,
    /// What is being written; the outer texts wait while a footnote is written.
    stack: Vec<Text>,
    typography: Typography,
    headings: Vec<Heading>,
    numbered: Vec<Numbered>,
    ids: Ids,
    footnotes: HashMap<CowStr<'e>, Footnote>,
    footnote_order: Vec<CowStr<'e>>,
    open_footnote: Option<CowStr<'e>>,
    alignments: Vec<Alignment>,
    column: usize,
    in_table_head: bool,
    tables: usize,
    images: usize,
}

impl<'w, 'a, 'e> Writer<'w, 'a, 'e> {
    fn new(writing: &'w mut Writing<'a>, raw: bool) -> Self {
        Writer {
            writing,
            raw,
            stack: vec![Text::default()],
            typography: Typography::default(),
            headings: Vec::new(),
            numbered: Vec::new(),
            ids: Ids::default(),
            footnotes: HashMap::new(),
            footnote_order: Vec::new(),
            open_footnote: None,
            alignments: Vec::new(),
            column: 0,
            in_table_head: false,
            tables: 0,
            images: 0,
        }
    }

    fn text(&mut self) -> &mut Text {
        if self.stack.is_empty() {
            self.stack.push(Text::default());
        }
        let top = self.stack.len() - 1;
        &mut self.stack[top]
    }

    fn push(&mut self, html: &str) {
        self.text().html.push_str(html);
    }

    fn push_escaped(&mut self, text: &str) {
        // Writing to a String cannot fail.
        let _ = escape_html(&mut self.text().html, text);
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
            Event::Start(Tag::Heading { .. }) => return self.heading(events, at),
            Event::Start(Tag::CodeBlock(kind)) => return self.code_block(events, at, kind),
            Event::Start(Tag::HtmlBlock) => return self.html_block(events, at),
            Event::Start(Tag::MetadataBlock(_)) => return matching(events, at),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.plain(text),
            Event::Code(text) => {
                self.push("<code>");
                self.push_escaped(text);
                self.push("</code>");
                self.typography.passed('x');
            }
            Event::Html(text) | Event::InlineHtml(text) => self.raw_html(text, range),
            Event::FootnoteReference(name) => self.footnote_reference(name),
            Event::SoftBreak => {
                self.push("");
                self.typography.passed(' ');
            }
            Event::HardBreak => {
                self.push("<br>");
                self.typography.passed(' ');
            }
            Event::Rule => {
                self.push("<hr>");
            }
            Event::TaskListMarker(done) => self.task(*done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push_escaped(text),
        }
        1
    }

    fn plain(&mut self, text: &str) {
        let Some(start) = text.find(BLANK) else {
            let mut set = String::with_capacity(text.len() + 8);
            self.typography.write(text, &mut set);
            // Writing to a String cannot fail.
            let _ = escape_html_body_text(&mut self.text().html, &set);
            return;
        };
        // A line to write on.
        let end = text[start..].find(|c| c != '_').map_or(text.len(), |length| start + length);
        self.plain(&text[..start]);
        self.push(&format!("<span class=\"blank\">{}</span>", &text[start..end]));
        self.typography.passed('x');
        self.plain(&text[end..]);
    }

    fn start(&mut self, tag: &Tag<'e>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.open_block("<p>"),
            Tag::BlockQuote(kind) => self.block_quote(*kind),
            Tag::List(Some(1)) => self.open_block("<ol>"),
            Tag::List(Some(first)) => self.open_block(&format!("<ol start=\"{first}\">")),
            Tag::List(None) => self.open_block("<ul>"),
            Tag::Item => self.open_block("<li>"),
            Tag::FootnoteDefinition(name) => {
                self.open_footnote = Some(name.clone());
                self.stack.push(Text::default());
            }
            Tag::DefinitionList => self.open_block("<dl>"),
            Tag::DefinitionListTitle => self.open_block("<dt>"),
            Tag::DefinitionListDefinition => self.open_block("<dd>"),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => {
                self.in_table_head = true;
                self.column = 0;
                self.push("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.push("<tr>");
            }
            Tag::TableCell => self.table_cell(),
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            Tag::Superscript => self.push("<sup>"),
            Tag::Subscript => self.push("<sub>"),
            Tag::Link { link_type, dest_url, title, .. } => self.link(*link_type, dest_url, title, range),
            // These are written by functions of their own that take their end with them.
            Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. } | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.push("</p>"),
            TagEnd::BlockQuote(Some(_)) => self.push("</aside>"),
            TagEnd::BlockQuote(None) => self.push("</blockquote>"),
            TagEnd::List(true) => self.push("</ol>"),
            TagEnd::List(false) => self.push("</ul>"),
            TagEnd::Item => self.push("</li>"),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::DefinitionList => self.push("</dl>"),
            TagEnd::DefinitionListTitle => self.push("</dt>"),
            TagEnd::DefinitionListDefinition => self.push("</dd>"),
            TagEnd::Table => self.push("</tbody></table></div>"),
            TagEnd::TableHead => {
                self.in_table_head = false;
                self.push("</tr></thead><tbody>");
            }
            TagEnd::TableRow => self.push("</tr>"),
            TagEnd::TableCell => {
                let close = if self.in_table_head { "</th>" } else { "</td>" };
                self.push(close);
                self.column += 1;
            }
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Superscript => self.push("</sup>"),
            TagEnd::Subscript => self.push("</sub>"),
            TagEnd::Link => self.push("</a>"),
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn open_block(&mut self, tag: &str) {
        self.typography.next_block();
        self.push(tag);
    }

    fn block_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let phrases = self.writing.phrases;
        let (class, title) = match kind {
            None => return self.open_block("<blockquote>"),
            Some(BlockQuoteKind::Tip) => ("tip", &phrases.tip),
            Some(BlockQuoteKind::Note) => ("note", &phrases.note),
            Some(BlockQuoteKind::Important) => ("important", &phrases.important),
            Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution) => ("caution", &phrases.caution),
        };
        self.open_block(&format!("<aside class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">"));
        self.push_escaped(title);
        self.push("</p>");
    }

    fn table(&mut self, alignments: &[Alignment]) {
        self.tables += 1;
        self.alignments = alignments.to_vec();
        let label = self.writing.phrases.table.replace("{n}", &self.tables.to_string());
        // The frame scrolls when the table is wider than a phone, so the keyboard must reach it.
        self.open_block("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
        self.push_escaped(&label);
        self.push("\"><table>");
    }

    fn table_cell(&mut self) {
        self.typography.next_block();
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            _ => "",
        };
        let open = if self.in_table_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") };
        self.push(&open);
    }

    fn task(&mut self, done: bool) {
        let phrases = self.writing.phrases;
        let label = if done { &phrases.task_done } else { &phrases.task_open };
        let data = if done { " data-done" } else { "" };
        let open = format!("<span class=\"box\"{data} role=\"img\" aria-label=\"");
        self.push(&open);
        self.push_escaped(label);
        self.push("\"></span> ");
    }

    /// Leaves a hole; `attribute` stands for those of a link while raw HTML is cleaned.
    fn hole(&mut self, attribute: &str, fill: Fill) {
        if self.raw {
            self.push(&html::placeholder(attribute, fill));
        } else {
            let text = self.text();
            text.holes.push(Hole { at: text.html.len() as u32, fill });
        }
    }

    fn add_link(&mut self, href: Href, range: &Range<usize>, image: bool) -> u32 {
        let place = (self.writing.place)(range.clone());
        self.writing.links.push(Link { href, place, image });
        self.writing.links.len() as u32 - 1
    }

    /// A link without words: the page, heading, figure or table that it leads to gives them.
    fn reference(&mut self, kind: LinkType, destination: &str, range: &Range<usize>) {
        let href = parse_href(destination);
        if matches!(href, Href::Outside(_)) {
            self.link(kind, destination, "", range);
            self.push_escaped(destination);
            self.push("</a>");
        } else {
            let number = self.add_link(href, range, false);
            self.push("<a class=\"ref\"");
            self.hole("href", Fill::Link(number));
            self.push(">");
            self.hole("", Fill::Words(number));
            self.push("</a>");
        }
        self.typography.passed('x');
    }

    /// A figure or table is counted; its number among those of the text.
    fn count(&mut self, kind: NumberedKind, id: String, title: String) -> u32 {
        self.numbered.push(Numbered { kind, id, title });
        self.numbered.len() as u32 - 1
    }

    fn link(&mut self, kind: LinkType, destination: &str, title: &str, range: &Range<usize>) {
        let href = match kind {
            LinkType::Email => Href::Outside(format!("mailto:{destination}")),
            _ => parse_href(destination),
        };
        self.push("<a");
        if let Href::Outside(url) = &href {
            let class = if url.starts_with("http") { " class=\"external\" rel=\"external\"" } else { "" };
            self.push(class);
            self.push(" href=\"");
            // Writing to a String cannot fail.
            let _ = escape_href(&mut self.text().html, url);
            self.push("\"");
        } else {
            let number = self.add_link(href, range, false);
            self.hole("href", Fill::Link(number));
        }
        self.title(title);
        self.push(">");
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.push(" title=\"");
            self.push_escaped(&super::typeset(title));
            self.push("\"");
        }
    }

    /// An image and its alternative text, which is all that stands between its start and its end.
    fn image(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize, in_figure: bool) -> usize {
        let length = matching(events, at);
        let (Event::Start(Tag::Image { dest_url, title, .. }), range) = &events[at] else { return 1 };
        if is_record(dest_url) {
            let place = (self.writing.place)(range.clone());
            let help = "Put an empty line before and after it; to refer to it in a sentence, leave out the `!`.";
            self.writing.out.add(Code::DataInline, place, "a figure or table stands in a line of text", help);
            return length;
        }
        let alt = plain_text(&events[at + 1..at + length - 1]);
        if alt.trim().is_empty() {
            let place = (self.writing.place)(range.clone());
            let help = "Say in the brackets what the picture shows: ![a woman at a lathe](…).";
            self.writing.out.add(Code::ImageNoAlt, place, "the image has no alternative text", help);
        }
        let number = self.add_link(parse_href(dest_url), range, true);
        self.images += 1;
        self.push("<img");
        self.hole("src", Fill::Link(number));
        // The first picture may be on the first screen; the others can wait until they are scrolled to.
        if self.images > 1 {
            self.push(" loading=\"lazy\"");
        }
        self.push(" alt=\"");
        self.push_escaped(&super::typeset(&alt));
        self.push("\"");
        if !in_figure {
            self.title(title);
        }
        self.push(">");
        length
    }

    /// A paragraph that is nothing but an image, or a record that is shown as a figure or table.
    fn figure(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let length = matching(events, at);
        let (Event::Start(Tag::Image { dest_url, title, .. }), range) = &events[at + 1] else { return length };
        if is_record(dest_url) {
            let link = self.add_link(parse_href(dest_url), range, true);
            let id = self.ids.of_data(dest_url);
            let n = self.count(NumberedKind::Data(link), id, String::new());
            self.typography.next_block();
            self.hole("", Fill::Data { link, n });
            return length;
        }
        let (caption, id) = captions::divide(title);
        let caption = super::typeset(caption);
        let id = id.map(|id| self.ids.claim(id, range, self.writing));
        match id.as_ref().filter(|_| !caption.is_empty()) {
            Some(id) => self.open_block(&format!("<figure id=\"{id}\">")),
            None => self.open_block("<figure>"),
        }
        self.image(events, at + 1, true);
        if !caption.is_empty() {
            self.push("<figcaption>");
            let id = id.unwrap_or_default();
            let n = self.count(NumberedKind::Figure, id, caption.clone());
            self.hole("", Fill::Label(n));
            self.push_escaped(&caption);
            self.push("</figcaption>");
        }
        self.push("</figure>");
        length
    }

    /// A paragraph «Table: caption {#id}» and the table after it.
    fn table_figure(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let Some(caption) = captions::of_table(events, at) else { return 1 };
        let title = super::typeset(&plain_text(&caption.events));
        let id = caption.id.as_deref().map(|id| self.ids.claim(id, &events[at].1, self.writing));
        match &id {
            Some(id) => self.open_block(&format!("<figure class=\"of-table\" id=\"{id}\"><figcaption>")),
            None => self.open_block("<figure class=\"of-table\"><figcaption>"),
        }
        let n = self.count(NumberedKind::Table, id.unwrap_or_default(), title);
        self.hole("", Fill::Label(n));
        self.all(&caption.events);
        self.push("</figcaption>");
        let table = at + caption.length;
        let end = table + matching(events, table);
        self.all(&events[table..end]);
        self.push("</figure>");
        end - at
    }

    /// A box whose marker CommonMark's extension does not know, or that has a title of its own.
    fn own_box(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let Some(Box { class, kind, title, text, continues, length }) = boxes::find(events, at, self.writing.phrases)
        else {
            return 1;
        };
        self.open_block(&format!("<aside class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">"));
        if title.is_empty() {
            self.push_escaped(kind);
        } else {
            self.push("<span class=\"alert-kind\">");
            self.push_escaped(kind);
            self.push("</span> ");
            self.all(&title);
        }
        self.push("</p>");
        if continues {
            self.open_block("<p>");
        }
        self.all(text);
        self.push("</aside>");
        length
    }

    fn heading(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let length = matching(events, at);
        let (Event::Start(Tag::Heading { level, id, .. }), range) = &events[at] else { return 1 };
        let mut level = *level as u8;
        if level == 1 {
            level = 2;
            let place = (self.writing.place)(range.clone());
            let help = "Write ## here; the page's own heading is its title.";
            self.writing.out.add(Code::PageTwiceTitled, place, "a first-level heading stands in the text", help);
        }
        let inner = &events[at + 1..at + length - 1];
        let title = super::typeset(&plain_text(inner));
        let id = self.ids.give(id.as_deref(), &title);
        self.open_block(&format!("<h{level} id=\"{id}\">"));
        self.all(inner);
        let label = self.writing.phrases.anchor.replace("{title}", &title);
        self.push(&format!("<a class=\"anchor\" href=\"#{id}\" aria-label=\""));
        self.push_escaped(&label);
        self.push(&format!("\"></a></h{level}>"));
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
        let label = self.writing.phrases.code.clone();
        self.open_block("<pre class=\"code\" role=\"group\" tabindex=\"0\" aria-label=\"");
        self.push_escaped(&label);
        self.push("\"><code>");
        code::write(language, &source, &mut self.text().html);
        self.push("</code></pre>");
        length
    }

    fn html_block(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let length = matching(events, at);
        let range = events[at].1.clone();
        let html = plain_text(&events[at + 1..at + length - 1]);
        if self.raw || is_comment(&html) {
            self.raw_html(&html, &range);
        } else {
            self.push("<p>");
            self.raw_html(html.trim_end(), &range);
            self.push("</p>");
        }
        length
    }

    /// Raw HTML as it is, to be cleaned later, or as text. Comments are the author's own and are left out.
    fn raw_html(&mut self, html: &str, range: &Range<usize>) {
        if is_comment(html) {
            return;
        }
        if self.raw {
            for refused in html::refused(html) {
                let place = (self.writing.place)(range.start + refused.range.start..range.start + refused.range.end);
                self.writing.out.add(Code::HtmlCleaned, place, refused.message, "Say it in Markdown, or leave it out.");
            }
            self.push(html);
            return;
        }
        // One message for `<b>` and its `</b>`.
        if !html.starts_with("</") {
            let place = (self.writing.place)(range.clone());
            let help = "Say it in Markdown; or set `raw_html: true` in site.yaml.";
            self.writing.out.add(Code::HtmlOff, place, "raw HTML is shown as text", help);
        }
        self.push_escaped(html);
    }

    fn footnote_reference(&mut self, name: &CowStr<'e>) {
        let note = self.footnotes.entry(name.clone()).or_default();
        if note.number == 0 {
            self.footnote_order.push(name.clone());
            note.number = self.footnote_order.len();
        }
        note.references += 1;
        let (number, id) = (note.number, reference_id(note.number, note.references));
        self.push(&format!("<sup class=\"fn\"><a href=\"#fn-{number}\" id=\"{id}\">{number}</a></sup>"));
        self.typography.passed('1');
    }

    fn end_footnote(&mut self) {
        let text = self.stack.pop().unwrap_or_default();
        if let Some(name) = self.open_footnote.take() {
            self.footnotes.entry(name).or_default().text.get_or_insert(text);
        }
    }

    fn finish(mut self) -> Body {
        self.write_footnotes();
        let text = std::mem::take(self.text());
        let text = if self.raw { html::clean(&text.html) } else { text };
        Body { text, headings: self.headings, numbered: self.numbered }
    }

    /// The footnotes in the order in which the text refers to them; those it never refers to come last.
    fn write_footnotes(&mut self) {
        let mut notes: Vec<Footnote> = std::mem::take(&mut self.footnotes).into_values().collect();
        let referred = notes.iter().filter(|note| note.number > 0).count();
        notes.sort_by_key(|note| if note.number == 0 { usize::MAX } else { note.number });
        notes.retain(|note| note.text.is_some());
        if notes.is_empty() {
            return;
        }
        let label = self.writing.phrases.footnotes.clone();
        self.push("<section class=\"footnotes\" aria-label=\"");
        self.push_escaped(&label);
        self.push("\"><ol>");
        for (index, note) in notes.iter().enumerate() {
            let number = if note.number > 0 { note.number } else { referred.max(index) + 1 };
            self.push(&format!("<li id=\"fn-{number}\">"));
            let mut text = note.text.clone().unwrap_or_default();
            let closing = if text.html.trim_end().ends_with("</p>") { "</p>" } else { "" };
            text.html.truncate(text.html.trim_end().trim_end_matches("</p>").len());
            self.text().append(&text);
            self.back_links(number, note.references);
            self.push(closing);
            self.push("</li>");
        }
        self.push("</ol></section>");
    }

    fn back_links(&mut self, number: usize, references: usize) {
        let label = self.writing.phrases.footnote_back.replace("{n}", &number.to_string());
        for reference in 1..=references {
            let id = reference_id(number, reference);
            self.push(&format!(" <a class=\"fn-back\" href=\"#{id}\" aria-label=\""));
            self.push_escaped(&label);
            self.push("\">↩</a>");
        }
    }
}

/// Whether an image's address is that of a record.
fn is_record(destination: &str) -> bool {
    destination.ends_with(".yaml") || destination.ends_with(".yml")
}

fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.find("-->").is_some_and(|end| end + 3 == html.len())
}

/// Id of the `reference`-th mark of a footnote.
fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}

/// How many events from the start at `at` to its end, both counted.
pub(super) fn matching(events: &[(Event, Range<usize>)], at: usize) -> usize {
    let mut depth = 0;
    for (index, (event, _)) in events[at..].iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    events.len() - at
}

/// The length of a paragraph that is nothing but one image.
fn figure_length(events: &[(Event, Range<usize>)], at: usize) -> Option<usize> {
    let length = matching(events, at);
    let alone = matches!(events.get(at + 1), Some((Event::Start(Tag::Image { .. }), _)))
        && matching(events, at + 1) + 2 == length;
    alone.then_some(length)
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
