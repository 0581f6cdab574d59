//! The tags that a text may use without `raw_html: true`, for Markdown has nothing for them: `<br>`, `<sub>`, `<sup>`,
//! `<kbd>` and `<abbr title="…">`, without other attributes.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::Event;

use crate::lang::Quotes;
use crate::text::{Attribute, Element, Text};

/// One of the tags.
#[derive(Debug, PartialEq)]
pub struct Own<'t> {
    name: usize,
    closing: bool,
    /// As it was written, with its character references.
    title: Option<&'t str>,
}

const NAMES: [&str; 5] = ["br", "sub", "sup", "kbd", "abbr"];
const ELEMENTS: [Element; 5] =
    [Element::Break, Element::Subscript, Element::Superscript, Element::Key, Element::Abbreviation];
const BREAK: usize = 0;
const ABBREVIATION: usize = 4;

/// The tag at the beginning of a text, if it is one of these.
pub fn own(html: &str) -> Option<Own<'_>> {
    let inner = html.strip_prefix('<')?;
    let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let length = inner.bytes().take_while(u8::is_ascii_alphabetic).count();
    let name = NAMES.iter().position(|name| name.eq_ignore_ascii_case(&inner[..length]))?;
    let rest = inner[length..].trim_start();
    let (title, rest) = match rest.get(..5) {
        Some(attribute) if name == ABBREVIATION && !closing && attribute.eq_ignore_ascii_case("title") => {
            let value = rest[5..].trim_start().strip_prefix('=')?.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (title, rest) = value[1..].split_once(quote)?;
            (Some(title), rest.trim_start())
        }
        _ => (None, rest),
    };
    let rest = if closing { rest } else { rest.strip_prefix('/').unwrap_or(rest) };
    (rest.starts_with('>') && !(closing && name == BREAK)).then_some(Own { name, closing, title })
}

/// Whether a tag breaks the line.
pub fn is_break(html: &str) -> bool {
    own(html).is_some_and(|tag| tag.name == BREAK)
}

impl Own<'_> {
    /// Adds the tag as we write it.
    pub fn write(&self, quotes: Quotes, to: &mut Text) {
        let element = ELEMENTS[self.name];
        if self.closing {
            return to.close(element);
        }
        to.open(element);
        if let Some(title) = self.title {
            to.attribute(Attribute::Title, &crate::parse::markdown::typeset(&decoded(title), quotes));
        }
    }

    /// What would end it, or begin it.
    pub fn counterpart(&self) -> String {
        format!("<{}{}>", if self.closing { "" } else { "/" }, NAMES[self.name])
    }

    /// Whether it ends something.
    pub fn closes(&self) -> bool {
        self.closing
    }
}

/// A value with its commonest character references as characters; others stay as they were written.
fn decoded(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Where the tags begin that have their counterpart in the same block, with nothing of Markdown crossing it.
pub fn paired(events: &[(Event, Range<usize>)]) -> HashSet<usize> {
    /// An element of Markdown that is open, or a block: the tags that are open in it, and how many of each name.
    #[derive(Default)]
    struct Level {
        open: Vec<(usize, usize)>,
        count: [usize; NAMES.len()],
    }
    let mut levels = vec![Level::default()];
    let mut paired = HashSet::new();
    for (event, range) in events {
        match event {
            Event::Start(_) => levels.push(Level::default()),
            Event::End(_) => {
                levels.pop();
            }
            Event::InlineHtml(html) => {
                let (Some(tag), Some(level)) = (own(html), levels.last_mut()) else { continue };
                if !tag.closing {
                    level.count[tag.name] += 1;
                    level.open.push((tag.name, range.start));
                    continue;
                }
                // Those between stay open: they are left behind.
                while level.count[tag.name] > 0
                    && let Some((name, start)) = level.open.pop()
                {
                    level.count[name] -= 1;
                    if name == tag.name {
                        paired.extend([start, range.start]);
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    paired
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::reading::Source;

    fn pairs(markdown: &str) -> usize {
        paired(&Source::new(markdown).read().expect("not deep").0).len()
    }

    #[test]
    fn only_these_tags_are_ours() {
        let names = |html| own(html).map(|tag| (NAMES[tag.name], tag.closing, tag.title));
        assert_eq!(names("<BR/> x"), Some(("br", false, None)));
        assert_eq!(names("</sub >"), Some(("sub", true, None)));
        assert_eq!(names("<abbr title = 'Окуу'>"), Some(("abbr", false, Some("Окуу"))));
        for other in ["<br class=x>", "</br>", "<kbd id=a>", "<abbr title=x>", "<subs>", "<b>", "<sub", "< sub>", "<"] {
            assert_eq!(names(other), None, "{other}");
        }
        let mut text = Text::default();
        own("<abbr title='а &amp; &quot;б&quot; <'>").expect("ours").write(Quotes::default(), &mut text);
        assert_eq!(crate::text::html::plain(&text), "<abbr title=\"а &amp; «б» &lt;\">");
    }

    #[test]
    fn tags_are_paired_within_their_element() {
        assert_eq!(pairs("H<sub>2</sub>O <kbd>Ctrl</kbd>"), 4);
        assert_eq!(pairs("<sub>а **б</sub> в**"), 0);
        assert_eq!(pairs("**<sub>а</sub>** б</sub>"), 2);
        assert_eq!(pairs("<kbd><sub>а</kbd>"), 2);
        assert_eq!(pairs("<kbd>а\n\nб</kbd>"), 0);
        assert_eq!(pairs("<kbd>\nCtrl\n</kbd>\n"), 2, "alone on their lines");
    }
}
