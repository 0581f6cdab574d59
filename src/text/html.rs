//! Texts → HTML, and XHTML, which is the same with other rules for writing it.

use pulldown_cmark_escape::{escape_href, escape_html};

use super::terms::{Mark, Terms, Unmarked};
use super::{Attribute, CARDS, Destination, Element, Picture, Placing, References, Step, Steps, Text};

/// How wide a picture is shown: the whole screen of a phone, the column of text elsewhere.
const SIZES: &str = "(max-width: 46rem) 100vw, 44rem";

/// How elements are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    Html,
    /// Every element has an end, and every attribute a value.
    Xhtml,
}

/// A text that refers to nothing.
pub fn plain(text: &Text) -> String {
    write(text, &super::Nothing, Placing::default(), None)
}

/// A text as HTML, with the terms marked that `terms` finds.
pub fn write<'t>(
    text: &Text,
    references: &'t dyn References,
    placing: Placing<'t>,
    terms: Option<&'t mut (dyn Terms + 't)>,
) -> String {
    #[cfg(test)]
    super::look_at(text, references, placing);
    let (events, bytes) = text.size();
    let mut html = String::with_capacity(bytes + 12 * events);
    Writer::new(Syntax::Html, references, placing, terms, &mut html).all(text);
    html
}

/// Writes one text.
pub(super) struct Writer<'w, 't> {
    syntax: Syntax,
    references: &'t dyn References,
    placing: Placing<'t>,
    terms: Option<(&'t mut (dyn Terms + 't), Unmarked)>,
    /// Whether a link is open that leads nowhere and is not written.
    unlinked: bool,
    /// The heads of the table's columns, if its rows may become cards, and the column.
    cards: (Vec<String>, usize),
    to: &'w mut String,
}

impl<'w, 't> Writer<'w, 't> {
    pub(super) fn new(
        syntax: Syntax,
        references: &'t dyn References,
        placing: Placing<'t>,
        terms: Option<&'t mut (dyn Terms + 't)>,
        to: &'w mut String,
    ) -> Writer<'w, 't> {
        let terms = terms.map(|terms| (terms, Unmarked::default()));
        Writer { syntax, references, placing, terms, unlinked: false, cards: (Vec::new(), 0), to }
    }

    pub(super) fn all(&mut self, text: &Text) {
        let mut steps = text.steps();
        while let Some(step) = steps.next() {
            match step {
                Step::Text(words) => self.words(words),
                Step::Verbatim(words) => escape_quoted(words, self.to),
                Step::Open(element) => self.open(element, &mut steps),
                Step::Close(element) => self.close(element),
                Step::Words(link) => escape_quoted(&self.references.words(link), self.to),
                Step::Number(link) => escape_quoted(&self.references.number(link), self.to),
                Step::Label(n) => self.label(n),
                Step::Data { link, n } => self.figure(link, n),
                Step::Note { number, nth } => self.note(number, nth),
                Step::Drawing(label) => self.drawing(label),
                // They stand behind the beginning of an element, which takes them.
                Step::Attribute(..) | Step::Link(_) => {}
            }
        }
    }

    fn words(&mut self, words: &str) {
        match &mut self.terms {
            Some((terms, unmarked)) if unmarked.is_over() => {
                let mut done = 0;
                for mark in terms.find(words) {
                    escape(&words[done..mark.start], self.to);
                    done = mark.end;
                    self.marked(&mark, &words[mark.start..mark.end]);
                }
                escape(&words[done..], self.to);
            }
            _ => escape(words, self.to),
        }
    }

    /// A term, as a link to its definition on the page; the note's number is for paper.
    fn marked(&mut self, Mark { place, id, note, .. }: &Mark, words: &str) {
        let prefix = self.placing.prefix;
        self.put(&["<a class=\"term\" id=\"", prefix, place, "\" href=\"#", prefix, "term-"]);
        escape_quoted(id, self.to);
        self.put(&["\">"]);
        escape(words, self.to);
        self.put(&["<sup class=\"term-note\" aria-hidden=\"true\">", &note.to_string(), "</sup></a>"]);
    }

    fn put(&mut self, pieces: &[&str]) {
        pieces.iter().for_each(|piece| self.to.push_str(piece));
    }

    fn name(&self, element: Element) -> &'static str {
        match element.heading() {
            Some(level) if self.placing.lower > 0 => {
                ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from((level + self.placing.lower).clamp(1, 6)) - 1]
            }
            _ => element.shape().name,
        }
    }

    fn open(&mut self, element: Element, steps: &mut Steps) {
        if let Some((terms, unmarked)) = &mut self.terms
            && unmarked.open(element, steps)
        {
            terms.section();
        }
        let destination = steps.peek_link().map(|link| self.references.link(link));
        if destination == Some(Some(Destination::Nowhere)) {
            self.unlinked = !element.is_void();
            while steps.next_attribute().is_some() {}
            return;
        }
        let shape = element.shape();
        self.put(&["<", self.name(element), shape.first]);
        if !shape.class.is_empty() {
            let more = if element == Element::TableFrame { self.table(steps) } else { "" };
            self.put(&[" class=\"", shape.class, more, "\""]);
        }
        self.label_cell(element);
        if !shape.flag.is_empty() {
            self.put(&[" ", shape.flag, if self.syntax == Syntax::Xhtml { "=\"\"" } else { "" }]);
        }
        self.to.push_str(shape.rest);
        while let Some(step) = steps.next_attribute() {
            match step {
                Step::Attribute(attribute, value) => self.attribute(attribute, value),
                _ => self.destination(destination.as_ref().and_then(Option::as_ref)),
            }
        }
        self.to.push_str(if element.is_void() && self.syntax == Syntax::Xhtml { "/>" } else { ">" });
    }

    /// How a table is shown on a narrow screen, as a class; of one whose rows become cards the heads of its columns are kept.
    fn table(&mut self, steps: &Steps) -> &'static str {
        let mut heads = Vec::new();
        for step in steps.clone() {
            match step {
                Step::Open(Element::HeadCell(_)) => heads.push(String::new()),
                // A head without words.
                Step::Open(Element::Cell(_)) => heads.push(String::new()),
                Step::Text(words) | Step::Verbatim(words) => {
                    heads.iter_mut().last().into_iter().for_each(|h| *h += words)
                }
                Step::Close(Element::TableHead | Element::TableFrame) => break,
                _ => {}
            }
        }
        let is_narrow = heads.len() <= CARDS;
        self.cards = (if is_narrow { heads } else { Vec::new() }, 0);
        if is_narrow { " cards" } else { " wide" }
    }

    /// Says of which column a cell is, for a screen on which its row is a card. The first cell is the card's title.
    fn label_cell(&mut self, element: Element) {
        match element {
            Element::Row => self.cards.1 = 0,
            Element::Cell(_) | Element::RowHead => {
                let (heads, column) = &mut self.cards;
                let head = heads.get(*column).filter(|head| *column > 0 && !head.is_empty()).cloned();
                *column += 1;
                if let Some(head) = head {
                    self.put(&[" data-label=\""]);
                    escape_quoted(&head, self.to);
                    self.put(&["\""]);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, element: Element) {
        if let Some((_, unmarked)) = &mut self.terms {
            unmarked.close();
        }
        if self.unlinked && matches!(element, Element::Link | Element::Reference) {
            self.unlinked = false;
            return;
        }
        self.put(&["</", self.name(element), ">"]);
    }

    fn attribute(&mut self, attribute: Attribute, value: &str) {
        match attribute {
            Attribute::Here => return self.here(value),
            Attribute::Address => return self.address(value),
            _ => self.put(&[" ", attribute.name(), "=\""]),
        }
        if attribute == Attribute::Id {
            self.to.push_str(self.placing.prefix);
        }
        escape_quoted(value, self.to);
        self.to.push('"');
    }

    fn here(&mut self, id: &str) {
        self.put(&[" href=\"#", self.placing.prefix]);
        // Writing to a String cannot fail.
        let _ = escape_href(&mut *self.to, id);
        self.to.push('"');
    }

    fn address(&mut self, address: &str) {
        self.put(&[" href=\""]);
        let _ = escape_href(&mut *self.to, address);
        self.to.push('"');
    }

    fn destination(&mut self, destination: Option<&Destination>) {
        match destination {
            Some(Destination::Here(id)) => self.here(id),
            Some(Destination::Address(address)) => self.address(address),
            Some(Destination::Picture(picture)) => self.picture(picture),
            Some(Destination::Nowhere) | None => {}
        }
    }

    fn picture(&mut self, Picture { address, copies, width, height }: &Picture) {
        self.put(&[" src=\"", address, "\""]);
        if !copies.is_empty() {
            self.put(&[" srcset=\"", copies, "\" sizes=\"", SIZES, "\""]);
        }
        self.put(&[" width=\"", &width.to_string(), "\" height=\"", &height.to_string(), "\""]);
    }

    fn label(&mut self, n: u16) {
        let Some(label) = self.references.label(n) else { return };
        self.put(&["<span class=\"label\">"]);
        escape_quoted(&label, self.to);
        self.put(&["</span> "]);
    }

    fn figure(&mut self, link: u32, n: u16) {
        let Some((text, references)) = self.references.figure(link, n) else { return };
        Writer::new(self.syntax, &*references, self.placing, None, self.to).all(&text);
    }

    fn drawing(&mut self, label: &str) {
        let drawing = self.references.drawing(label);
        match self.syntax {
            Syntax::Html => self.to.push_str(&drawing),
            // HTML knows the elements of a drawing without it.
            Syntax::Xhtml => *self.to += &drawing.replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" "),
        }
    }

    /// The mark of a footnote.
    fn note(&mut self, number: u16, nth: u16) {
        let (number, prefix) = (number.to_string(), self.placing.prefix);
        self.put(&["<sup class=\"fn\"><a href=\"#", prefix, "fn-", &number, "\" id=\"", prefix, "fnref-", &number]);
        if nth > 1 {
            self.put(&["-", &nth.to_string()]);
        }
        self.put(&["\">", &number, "</a></sup>"]);
    }
}

/// Adds a text as it stands between tags.
pub(super) fn escape(text: &str, to: &mut String) {
    let mut done = 0;
    for at in memchr::memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        to.push_str(&text[done..at]);
        to.push_str(match text.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        done = at + 1;
    }
    to.push_str(&text[done..]);
}

/// Adds a text as it may stand in the value of an attribute too.
pub(super) fn escape_quoted(text: &str, to: &mut String) {
    // Writing to a String cannot fail.
    let _ = escape_html(to, text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Text {
        let mut text = Text::default();
        text.open(Element::Heading(2));
        text.attribute(Attribute::Id, "a");
        text.text("Бир & эки");
        text.open(Element::Anchor);
        text.attribute(Attribute::Here, "a");
        text.attribute(Attribute::Label, "x=\"1\"");
        text.close(Element::Anchor);
        text.close(Element::Heading(2));
        text.open(Element::Reference);
        text.push(super::super::Event::Link(0));
        text.text("б");
        text.push(super::super::Event::Note { number: 1, nth: 2 });
        text.close(Element::Reference);
        text.open(Element::Box(true));
        text.close(Element::Box(true));
        text.open(Element::Break);
        text.verbatim("<\"в\">");
        text
    }

    /// Knows where a link leads.
    struct One(Destination);

    impl References for One {
        fn link(&self, _: u32) -> Option<Destination> {
            Some(self.0.clone())
        }
    }

    #[test]
    fn ids_stay_apart_and_links_inside() {
        let placing = Placing { prefix: "p1-", lower: 1 };
        let expected = "<h3 id=\"p1-a\">Бир &amp; эки<a class=\"anchor\" href=\"#p1-a\" aria-label=\"x=&quot;1&quot;\"></a></h3>\
                        <a class=\"ref\" href=\"#p1-why\">б<sup class=\"fn\"><a href=\"#p1-fn-1\" \
                        id=\"p1-fnref-1-2\">1</a></sup></a><span class=\"box\" data-done role=\"img\"></span>\
                        <br>&lt;&quot;в&quot;&gt;";
        assert_eq!(write(&sample(), &One(Destination::Here("why".into())), placing, None), expected);
        let elsewhere = write(&sample(), &One(Destination::Address("#p2-why".into())), placing, None);
        assert!(elsewhere.contains(" href=\"#p2-why\""), "{elsewhere}");
        let deep = Placing { prefix: "", lower: 9 };
        assert!(write(&sample(), &super::super::Nothing, deep, None).starts_with("<h6 id=\"a\">"));
    }

    #[test]
    fn of_a_link_that_leads_nowhere_the_words_stay() {
        let html = write(&sample(), &One(Destination::Nowhere), Placing::default(), None);
        assert!(html.contains("</h2>б<sup class=\"fn\"><a href=\"#fn-1\" id=\"fnref-1-2\">1</a></sup><span"), "{html}");
    }
}
