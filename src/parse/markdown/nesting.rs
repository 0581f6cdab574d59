//! How many parts a text may have, and how deep they may stand in one another.
//!
//! One limit for what Markdown has and nests, where its events are read ([`super::reading`]), and one for the tags that stand in it
//! besides ([`Tags`]). All that comes after – the writer of HTML, the cleaning of raw HTML, documents, minifying – may count
//! on them, and on a stack of two megabytes.

use std::ops::Range;

use crate::markup;
use crate::messages::{Message, say};
use crate::text::{Step, Text};

/// Most elements of Markdown, and most tags in it, within one another. A list in a list is two elements; real texts reach
/// ten. The writer of documents takes 28 kB of the stack for each, as the tests compile it.
pub const DEEPEST: usize = 32;

/// Most parts of a text: paragraphs, items, cells, links, marks, pieces of code. The largest real chapter has three thousand;
/// a page of fifty thousand opens on no phone.
pub const MOST_PARTS: usize = 50_000;

/// What is beyond a limit, with its place.
#[derive(Debug, PartialEq, Eq)]
pub enum Beyond {
    Deep(Range<usize>),
    Many(Range<usize>),
}

/// Most elements that mending raw HTML may make: each that is left open begins anew in each paragraph.
const MOST_MADE: usize = 1_000_000;

/// Most bytes that may stand in a table and in none of its cells: they are moved before the table one by one.
const MOST_MISPLACED: usize = 20_000;

/// Elements that a browser goes on with after the end of what they stand in.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that end the paragraph before them.
const BLOCKS: [&str; 29] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "div",
    "dl",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// Elements whose end need not be written: they end where one of their kind begins within the same parent.
const KINDS: [(&[&str], &[&str]); 6] = [
    (&["li"], &["ul", "ol"]),
    (&["dt", "dd"], &["dl"]),
    (&["td", "th"], &["tr", "table"]),
    (&["tr"], &["table", "tbody", "thead", "tfoot"]),
    (&["thead", "tbody", "tfoot", "caption", "colgroup"], &["table"]),
    (&["rt", "rp", "rtc"], &["ruby"]),
];

/// What one of these must stand in, if `name` is one of [`KINDS`]. Outside of it, it would end an element of the page.
pub fn parents(name: &str) -> Option<&'static [&'static str]> {
    KINDS.iter().find(|(kind, _)| kind.contains(&name)).map(|(_, parents)| *parents)
}

/// Whether a tag makes a block, or a part of one.
pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || parents(name).is_some_and(|parents| parents != ["ruby"])
}

/// The tags of a text that an author wrote, as far as they decide how deep it is.
#[derive(Default)]
pub struct Tags {
    open: Vec<String>,
    /// Elements that go on until they are closed by their own name: how many are open of each.
    formatting: [usize; FORMATTING.len()],
    /// Elements that they make, at most.
    made: usize,
    misplaced: usize,
}

impl Tags {
    /// Goes on with a part of a text; what is wrong with it, if that is the case.
    pub fn add(&mut self, text: &Text) -> Result<(), Message> {
        for step in text.steps() {
            match step {
                Step::Close(element) => self.close(element.shape().name),
                Step::Open(element) => self.open(element.shape().name),
                Step::Text(words) | Step::Verbatim(words) => self.pass(words.trim_ascii().len()),
                _ => {}
            }
            self.check()?;
        }
        Ok(())
    }

    /// Goes on with `bytes` of Markdown.
    pub fn markdown(&mut self, bytes: usize) -> Result<(), Message> {
        self.pass(bytes);
        self.made += self.going_on() * (bytes / 2);
        self.check()
    }

    fn going_on(&self) -> usize {
        self.formatting.iter().sum()
    }

    fn check(&self) -> Result<(), Message> {
        if self.open.len() + self.going_on() > DEEPEST {
            return Err(say::more_than_tags_are_open_here(DEEPEST));
        }
        if self.made > MOST_MADE {
            return Err(say::tags_that_are_left_open_go());
        }
        if self.misplaced > MOST_MISPLACED {
            return Err(say::long_text_stands_in_table_but());
        }
        Ok(())
    }

    fn pass(&mut self, bytes: usize) {
        if self.open.last().is_some_and(|last| ["table", "tbody", "thead", "tfoot", "tr"].contains(&last.as_str())) {
            self.misplaced += bytes;
        }
    }

    /// A tag begins.
    pub fn open(&mut self, name: &str) {
        self.made += self.going_on();
        if BLOCKS.contains(&name) {
            self.end(&["p"], &["table", "td", "th", "caption"]);
        }
        if let Some((kind, parents)) = KINDS.iter().find(|(kind, _)| kind.contains(&name)) {
            self.end(kind, parents);
        } else {
            self.pass(name.len());
        }
        if markup::is_void(name) {
            return;
        }
        self.open.push(name.to_string());
        if let Some(at) = FORMATTING.iter().position(|other| *other == name) {
            self.formatting[at] += 1;
        }
    }

    /// The elements that are open, as many as there may be: a text with more is refused, so they are not looked through for
    /// each of its tags.
    fn within_limits(&self) -> &[String] {
        &self.open[self.open.len().saturating_sub(DEEPEST + 1)..]
    }

    /// The last open element of which something is true: how many are open before it.
    fn last(&self, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        let within = self.within_limits();
        within.iter().rposition(|open| is_it(open)).map(|at| self.open.len() - within.len() + at)
    }

    /// Ends the last element of a kind, with what is open in it, unless one of `parents` stands between.
    fn end(&mut self, kind: &[&str], parents: &[&str]) {
        let stop = self.last(|open| kind.contains(&open) || parents.contains(&open));
        if let Some(at) = stop.filter(|at| kind.contains(&self.open[*at].as_str())) {
            self.open.truncate(at);
        }
    }

    /// Whether an element is open, or goes on after the end of what it stands in.
    pub fn has(&self, name: &str) -> bool {
        let going_on = FORMATTING.iter().position(|other| *other == name).is_some_and(|at| self.formatting[at] > 0);
        going_on || self.last(|open| open == name).is_some()
    }

    /// A tag ends.
    pub fn close(&mut self, name: &str) {
        if let Some(at) = FORMATTING.iter().position(|other| *other == name) {
            self.formatting[at] = self.formatting[at].saturating_sub(1);
        }
        if let Some(at) = self.last(|open| open == name) {
            // What stands around a cell stays when something in the cell is closed that is not there.
            if name == "table" || !self.open[at..].iter().any(|open| open == "table") {
                self.open.truncate(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(html: &str) -> Text {
        super::super::html::read(html, super::super::html::Around::default(), &mut |_| true).text
    }

    fn wrong(html: &str) -> Option<String> {
        Tags::default().add(&written(html)).err().map(|wrong| wrong.english())
    }

    #[test]
    fn tags_may_be_left_to_end_by_themselves() {
        for part in [
            "<p>а",
            "<ul><li>а<li>б</ul>",
            "<li>а<p>б",
            "<b>а</b><br>",
            "<p><i>а</i><div>б</div>",
            "<table><tr><td>а<td>б<tr><td>в</table>",
            "<dl><dt>а<dd>б<p>в</dl>",
            "<table><tr><td><ul><li>а</table>",
        ] {
            assert_eq!(wrong(&part.repeat(2 * DEEPEST)), None, "{part}");
        }
    }

    #[test]
    fn what_is_left_open_is_counted() {
        for part in
            ["<b>", "<div>", "<i title=\"</i>\">", "<div><p>", "<ul><li>", "<table><tr><td>", "<p><b></p>", "<u>"]
        {
            let told = wrong(&part.repeat(2 * DEEPEST)).unwrap_or_default();
            assert!(told.starts_with(&format!("more than {DEEPEST}")), "{part}: {told}");
        }
        assert_eq!(wrong(&format!("{}{}", "<b>".repeat(12), "<p></p>".repeat(1000))), None);
        assert!(wrong(&format!("{}{}", "<b>".repeat(12), "<p></p>".repeat(100_000))).is_some());
        assert!(wrong(&format!("<table>{}", "<p>а</p>".repeat(30_000))).is_some());
        let mut table = Tags::default();
        assert!(
            table.add(&written("<table><tr>")).is_ok()
                && table.markdown(100).is_ok()
                && table.markdown(20_000).is_err()
        );
    }
}
