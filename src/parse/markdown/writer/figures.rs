//! Pictures, tables and boxes, with their captions and titles.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, Tag, TagEnd};

use super::super::boxes::{self, Box};
use super::super::captions;
use super::super::reading::matching;
use super::super::{Numbered, NumberedKind};
use super::{Writer, alert, plain_text};
use crate::diag::Code;
use crate::messages::say;
use crate::parse::markdown;
use crate::parse::{Says, parse_href};
use crate::text::{Align, Attribute, CARDS, Element, Event as TextEvent};

impl<'e> Writer<'_, '_, 'e> {
    /// An image and its alternative text, which is all that stands between its start and its end.
    pub(super) fn image(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize, in_figure: bool) -> usize {
        let length = matching(events, at);
        let (Event::Start(Tag::Image { dest_url, title, .. }), range) = &events[at] else { return 1 };
        if is_record(dest_url) {
            let place = (self.writing.place)(range.clone());
            let help = say::put_empty_line_before_and_after();
            self.writing.out.add(Code::DataInline, place, say::figure_or_table_stands_in_line(), help);
            return length;
        }
        let alt = plain_text(&events[at + 1..at + length - 1]);
        if alt.trim().is_empty() {
            let place = (self.writing.place)(range.clone());
            let help = say::say_in_brackets_what_picture_shows_woman();
            self.writing.out.add(Code::ImageNoAlt, place, say::image_has_no_alternative_text(), help);
        }
        let number = self.add_link(parse_href(dest_url), range, true, Says::Nothing);
        self.images += 1;
        self.open(Element::Image);
        self.text().push(TextEvent::Link(number));
        // The first picture may be on the first screen; the others can wait until they are scrolled to.
        if self.images > 1 {
            self.attribute(Attribute::Loading, "lazy");
        }
        self.attribute(Attribute::Alternative, &markdown::typeset(&alt, self.writing.phrases.quotes));
        if !in_figure {
            self.title(title);
        }
        length
    }

    /// A paragraph that is nothing but an image, or a record that is shown as a figure or table.
    pub(super) fn figure(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let length = matching(events, at);
        let (Event::Start(Tag::Image { dest_url, title, .. }), range) = &events[at + 1] else { return length };
        if is_record(dest_url) {
            let link = self.add_link(parse_href(dest_url), range, true, Says::Nothing);
            let id = self.ids.of_data(dest_url);
            let n = self.count(NumberedKind::Data(link), id, String::new());
            self.typography.next_block();
            self.text().push(TextEvent::Data { link, n });
            return length;
        }
        let (caption, id) = captions::divide(title);
        let caption = markdown::typeset(caption, self.writing.phrases.quotes);
        let id = id.map(|id| self.ids.claim(id, range, self.writing));
        self.open_block(Element::Figure);
        if let Some(id) = id.as_ref().filter(|_| !caption.is_empty()) {
            self.attribute(Attribute::Id, id);
        }
        self.image(events, at + 1, true);
        if !caption.is_empty() {
            self.open(Element::Caption);
            let id = id.unwrap_or_default();
            let n = self.count(NumberedKind::Figure, id, caption.clone());
            self.text().push(TextEvent::Label(n));
            self.text().verbatim(&caption);
            self.close(Element::Caption);
        }
        self.close(Element::Figure);
        length
    }

    /// A paragraph «Table: caption {#id}» and the table after it.
    pub(super) fn table_figure(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let Some(caption) = captions::of_table(events, at) else { return 1 };
        let title = markdown::typeset(&plain_text(&caption.events), self.writing.phrases.quotes);
        let id = caption.id.as_deref().map(|id| self.ids.claim(id, &events[at].1, self.writing));
        self.open_block(Element::TableFigure);
        if let Some(id) = &id {
            self.attribute(Attribute::Id, id);
        }
        self.open(Element::Caption);
        let n = self.count(NumberedKind::Table, id.unwrap_or_default(), title.clone());
        self.text().push(TextEvent::Label(n));
        self.all(&caption.events);
        self.close(Element::Caption);
        let table = at + caption.length;
        self.table(events, table, Some(&title));
        let end = table + matching(events, table);
        self.all(&events[table + 1..end]);
        self.close(Element::TableFigure);
        end - at
    }

    /// A box whose marker CommonMark's extension does not know, or that has a title of its own.
    pub(super) fn own_box(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize) -> usize {
        let Some(Box { alert, kind, title, text, continues, length }) = boxes::find(events, at, self.writing.phrases)
        else {
            return 1;
        };
        self.open_block(Element::Alert(alert));
        self.open(Element::AlertTitle);
        if title.is_empty() {
            self.text().text(kind);
        } else {
            self.text().element(Element::AlertKind, kind);
            self.text().text(" ");
            self.all(&title);
        }
        self.close(Element::AlertTitle);
        if continues {
            self.open_block(Element::Paragraph);
        }
        self.all(text);
        self.close(Element::Alert(alert));
        length
    }

    pub(super) fn block_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let phrases = self.writing.phrases;
        let (kind, title) = match kind {
            None => return self.open_block(Element::Quotation),
            Some(kind) => (
                kind,
                match kind {
                    BlockQuoteKind::Tip => &phrases.tip,
                    BlockQuoteKind::Note => &phrases.note,
                    BlockQuoteKind::Important => &phrases.important,
                    BlockQuoteKind::Warning | BlockQuoteKind::Caution => &phrases.caution,
                },
            ),
        };
        self.open_block(Element::Alert(alert(kind)));
        self.text().element(Element::AlertTitle, title);
    }

    /// Begins the table at `at`, which is called by its caption or else by the heads of its columns.
    pub(super) fn table(&mut self, events: &[(Event<'e>, Range<usize>)], at: usize, caption: Option<&str>) {
        let Some((Event::Start(Tag::Table(alignments)), _)) = events.get(at) else { return };
        self.alignments = alignments.to_vec();
        let label = match caption {
            Some(caption) => caption.to_string(),
            None => self.writing.phrases.table.replace("{title}", &self.heads(&events[at..])),
        };
        // The frame scrolls when the table is wider than a phone, so the keyboard must reach it.
        self.open_block(Element::TableFrame);
        self.attribute(Attribute::Label, &label);
        let columns = self.alignments.len();
        if columns > CARDS {
            self.attribute(Attribute::More, &self.writing.phrases.columns.replace("{n}", &columns.to_string()));
        }
        self.open(Element::Table);
    }

    /// The heads of a table's columns, one after the other.
    fn heads(&self, table: &[(Event<'e>, Range<usize>)]) -> String {
        let end = table.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::TableHead)));
        let cells = table[..end.unwrap_or(0)].split(|(event, _)| matches!(event, Event::End(TagEnd::TableCell)));
        let heads = cells.map(|cell| markdown::typeset(plain_text(cell).trim(), self.writing.phrases.quotes));
        heads.filter(|head| !head.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// The cell of the column.
    pub(super) fn cell(&self) -> Element {
        let align = match self.alignments.get(self.column) {
            Some(Alignment::Left) => Align::Left,
            Some(Alignment::Center) => Align::Center,
            Some(Alignment::Right) => Align::Right,
            _ => Align::None,
        };
        if self.in_table_head { Element::HeadCell(align) } else { Element::Cell(align) }
    }

    /// A figure or table is counted; its number among those of the text.
    pub(super) fn count(&mut self, kind: NumberedKind, id: String, title: String) -> u16 {
        self.numbered.push(Numbered { kind, id, title });
        // There are fewer than parts of a text.
        (self.numbered.len() - 1) as u16
    }
}

/// Whether an image's address is that of a record.
fn is_record(destination: &str) -> bool {
    destination.ends_with(".yaml") || destination.ends_with(".yml")
}

/// The length of a paragraph that is nothing but one image.
pub(super) fn figure_length(events: &[(Event, Range<usize>)], at: usize) -> Option<usize> {
    let length = matching(events, at);
    let alone = matches!(events.get(at + 1), Some((Event::Start(Tag::Image { .. }), _)))
        && matching(events, at + 1) + 2 == length;
    alone.then_some(length)
}
