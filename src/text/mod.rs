//! What texts are made of: a list of events over one string, which every exporter reads.
//!
//! In: what the readers of Markdown and of data push. Out: the same list for each output: [`html`] (and XHTML, which is its
//! other syntax), [`plain`] for the search and for data, `export` for word processors. Never: HTML; and nothing of the site:
//! what a text refers to has a number, and whoever writes it asks [`References`].

mod element;
pub mod html;
pub mod plain;
pub mod terms;
pub mod tree;
pub mod xhtml;

use serde::{Deserialize, Serialize};

use crate::lang::{Lang, Localised};
#[cfg(test)]
use xhtml::look_at;

pub use element::{Alert, Align, Attribute, CARDS, Element, Shape, Tag};

/// A text: elements, words, and what is known by number.
///
/// The string holds the words and the values of attributes in the order of the events, each of which says how much of it is its
/// own. So a text is added to another by adding both, and nothing of it is ever copied or put right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Text {
    string: String,
    events: Vec<Event>,
}

/// A Markdown text in the languages of the site.
pub type Rich = Localised<Text>;

impl Rich {
    /// The text that a reader of a language is shown.
    pub fn get(&self, lang: Lang) -> &Text {
        self.shown(lang).0
    }
}

/// A step through a text; numbers of bytes are those of the text's string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Event {
    /// Words.
    Text(u32),
    /// Words that are shown as they were written: code, tags that are not allowed.
    Verbatim(u32),
    /// The beginning of an element; its attributes follow.
    Open(Element),
    /// Its end, unless it has none.
    Close(Element),
    /// An attribute of the element before it, and its value.
    Attribute(Attribute, u32),
    /// Where the link or image before it leads, by its number among the file's.
    Link(u32),
    /// The words of a link that was written without any.
    Words(u32),
    /// The number of what a link leads to.
    Number(u32),
    /// The figure or table that a link leads to; `n` is its number among the text's.
    Data { link: u32, n: u16 },
    /// The label of a figure or table, by its number among the text's.
    Label(u16),
    /// A mark that refers to a footnote: the note's number, and how many refer to it up to here.
    Note { number: u16, nth: u16 },
    /// The drawing of a figure made of data, and what is to be seen in it.
    Drawing(u32),
}

/// An [`Event`] with its part of the string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'t> {
    Text(&'t str),
    Verbatim(&'t str),
    Open(Element),
    Close(Element),
    Attribute(Attribute, &'t str),
    Link(u32),
    Words(u32),
    Number(u32),
    Data { link: u32, n: u16 },
    Label(u16),
    Note { number: u16, nth: u16 },
    Drawing(&'t str),
}

impl Text {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// How many events and bytes it has: what writing it costs.
    pub fn size(&self) -> (usize, usize) {
        (self.events.len(), self.string.len())
    }

    /// What it is made of, one after the other.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The text step by step.
    pub fn steps(&self) -> Steps<'_> {
        Steps { rest: &self.string, events: &self.events }
    }

    /// Adds an event that has no part of the string.
    pub fn push(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Begins an element.
    pub fn open(&mut self, element: Element) {
        self.events.push(Event::Open(element));
    }

    /// Ends one.
    pub fn close(&mut self, element: Element) {
        self.events.push(Event::Close(element));
    }

    /// Adds an attribute to the element that has just begun.
    pub fn attribute(&mut self, attribute: Attribute, value: &str) {
        self.string.push_str(value);
        self.events.push(Event::Attribute(attribute, value.len() as u32));
    }

    /// Adds words.
    pub fn text(&mut self, words: &str) {
        self.text_by(|string| string.push_str(words));
    }

    /// Adds the words that `write` puts at the end of a string.
    pub fn text_by(&mut self, write: impl FnOnce(&mut String)) {
        let before = self.string.len();
        write(&mut self.string);
        let added = self.string.len().saturating_sub(before) as u32;
        match self.events.last_mut() {
            _ if added == 0 => {}
            Some(Event::Text(length)) => *length += added,
            _ => self.events.push(Event::Text(added)),
        }
    }

    /// Adds words that are shown as they were written.
    pub fn verbatim(&mut self, words: &str) {
        self.string.push_str(words);
        match self.events.last_mut() {
            _ if words.is_empty() => {}
            Some(Event::Verbatim(length)) => *length += words.len() as u32,
            _ => self.events.push(Event::Verbatim(words.len() as u32)),
        }
    }

    /// Adds a drawing and what is to be seen in it.
    pub fn drawing(&mut self, label: &str) {
        self.string.push_str(label);
        self.events.push(Event::Drawing(label.len() as u32));
    }

    /// Adds an element that holds words and nothing else.
    pub fn element(&mut self, element: Element, words: &str) {
        self.open(element);
        self.text(words);
        self.close(element);
    }

    /// Adds another text at the end.
    pub fn append(&mut self, other: &Text) {
        self.string.push_str(&other.string);
        let joined = match (self.events.last_mut(), other.events.first()) {
            (Some(Event::Text(length)), Some(Event::Text(more))) => {
                *length += more;
                1
            }
            _ => 0,
        };
        self.events.extend_from_slice(&other.events[joined..]);
    }

    /// Takes the last event away if it ends a paragraph, for more to be said in it.
    pub fn reopen_paragraph(&mut self) -> Option<Element> {
        let Some(Event::Close(element)) = self.events.last().copied() else { return None };
        (element.shape().name == "p").then(|| {
            self.events.pop();
            element
        })
    }

    /// All words of the text, one after the other.
    pub fn words(&self) -> String {
        let words = self.steps().filter_map(|step| match step {
            Step::Text(words) | Step::Verbatim(words) => Some(words),
            _ => None,
        });
        words.collect()
    }

    /// The text with its events by number.
    pub fn numbered(&self) -> Numbered<'_> {
        let mut at = 0;
        let placed = self.events.iter().map(|event| {
            let start = at;
            at += event.length();
            (*event, start)
        });
        Numbered { string: &self.string, events: placed.collect() }
    }

    /// Adds an event of another text with the attributes that follow it; the element, if it begins one.
    pub fn copy(&mut self, other: &Numbered, number: usize) -> Option<Element> {
        let mut add = |(event, start): (Event, usize)| {
            self.string.push_str(&other.string[start..start + event.length()]);
            self.events.push(event);
        };
        let first = *other.events.get(number)?;
        add(first);
        let Event::Open(element) = first.0 else { return None };
        other.events[number + 1..].iter().take_while(|(event, _)| event.is_attribute()).copied().for_each(add);
        Some(element)
    }
}

/// A text whose events can be had by their numbers.
pub struct Numbered<'t> {
    string: &'t str,
    /// Each with the place in the string where its part begins.
    events: Vec<(Event, usize)>,
}

impl Event {
    /// Bytes of the string that are its own.
    fn length(self) -> usize {
        match self {
            Event::Text(length) | Event::Verbatim(length) | Event::Attribute(_, length) | Event::Drawing(length) => {
                length as usize
            }
            _ => 0,
        }
    }

    fn is_attribute(self) -> bool {
        matches!(self, Event::Attribute(..) | Event::Link(_))
    }
}

/// The steps through a [`Text`].
#[derive(Clone)]
pub struct Steps<'t> {
    rest: &'t str,
    events: &'t [Event],
}

impl<'t> Iterator for Steps<'t> {
    type Item = Step<'t>;

    fn next(&mut self) -> Option<Step<'t>> {
        let (event, events) = self.events.split_first()?;
        self.events = events;
        let mut part = |length: u32| {
            // What builds remember may say more than there is.
            let (part, rest) = self.rest.split_at_checked(length as usize).unwrap_or((self.rest, ""));
            self.rest = rest;
            part
        };
        Some(match *event {
            Event::Text(length) => Step::Text(part(length)),
            Event::Verbatim(length) => Step::Verbatim(part(length)),
            Event::Attribute(attribute, length) => Step::Attribute(attribute, part(length)),
            Event::Drawing(length) => Step::Drawing(part(length)),
            Event::Open(element) => Step::Open(element),
            Event::Close(element) => Step::Close(element),
            Event::Link(n) => Step::Link(n),
            Event::Words(n) => Step::Words(n),
            Event::Number(n) => Step::Number(n),
            Event::Data { link, n } => Step::Data { link, n },
            Event::Label(n) => Step::Label(n),
            Event::Note { number, nth } => Step::Note { number, nth },
        })
    }
}

impl<'t> Steps<'t> {
    /// The next attribute of the element that has just begun.
    pub fn next_attribute(&mut self) -> Option<Step<'t>> {
        self.events.first().filter(|event| event.is_attribute())?;
        self.next()
    }

    /// The number of the link that has just begun, if it leads to something known by number.
    pub fn peek_link(&self) -> Option<u32> {
        match self.events.first() {
            Some(Event::Link(n)) => Some(*n),
            _ => None,
        }
    }

    /// The attributes of the element that has just begun; they stay to be read.
    pub fn attributes(&self) -> impl Iterator<Item = (Attribute, &'t str)> + use<'t> {
        let mut steps = self.clone();
        std::iter::from_fn(move || steps.next_attribute()).filter_map(|step| match step {
            Step::Attribute(attribute, value) => Some((attribute, value)),
            _ => None,
        })
    }
}

/// What a text refers to by number, and how whoever shows it says it. What is not said is not known.
pub trait References {
    /// Where a link or image leads.
    fn link(&self, _link: u32) -> Option<Destination> {
        None
    }

    /// The words of a link that was written without any.
    fn words(&self, _link: u32) -> String {
        String::new()
    }

    /// The number of what a link leads to, «5.2».
    fn number(&self, _link: u32) -> String {
        String::new()
    }

    /// The label of a figure or table, «Рис. 2.».
    fn label(&self, _n: u16) -> Option<String> {
        None
    }

    /// A figure or table that is shown, as a text with references of its own.
    fn figure(&self, _link: u32, _n: u16) -> Option<(Text, Box<dyn References + '_>)> {
        None
    }

    /// The drawing of the figure whose text this is, as SVG.
    fn drawing(&self, _label: &str) -> String {
        String::new()
    }
}

/// Where a link or image leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To an id of the same text.
    Here(String),
    Address(String),
    Picture(Picture),
    /// To what is left out: the words of the link stay, the link goes.
    Nowhere,
}

/// A picture, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub address: String,
    /// Its copies with their widths, `a.jpg 720w, b.jpg 1440w`; empty if it has none.
    pub copies: String,
    pub width: u32,
    pub height: u32,
}

/// For texts that refer to nothing.
pub struct Nothing;

impl References for Nothing {}

/// How a text stands on its page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Placing<'p> {
    /// What its ids begin with, where other texts stand on the same page.
    pub prefix: &'p str,
    /// How many levels lower its headings are.
    pub lower: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_small() {
        assert_eq!(size_of::<Event>(), 8);
    }

    #[test]
    fn texts_are_joined() {
        let mut text = Text::default();
        text.text("бир ");
        text.text("");
        let mut other = Text::default();
        other.text("эки");
        other.open(Element::Link);
        other.attribute(Attribute::Title, "үч");
        other.close(Element::Link);
        text.append(&other);
        let found: Vec<Step> = text.steps().collect();
        let wanted = [
            Step::Text("бир эки"),
            Step::Open(Element::Link),
            Step::Attribute(Attribute::Title, "үч"),
            Step::Close(Element::Link),
        ];
        assert_eq!(found, wanted);
        let mut copied = Text::default();
        assert_eq!(copied.copy(&text.numbered(), 1), Some(Element::Link));
        assert_eq!(copied.steps().collect::<Vec<_>>(), wanted[1..3]);
    }
}
