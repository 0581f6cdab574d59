//! The allow-list of raw HTML: tags, their attributes, and what these may say.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::ids;
use super::{IN_MARKDOWN, shown};
use crate::messages::{Message, say};

/// Attributes that any tag may have.
pub const GENERIC: [&str; 7] = ["id", "class", "lang", "role", "tabindex", "aria-label", "title"];

/// Tags that would need looking after: pictures and links are Markdown's, so that they can be checked.
const MARKDOWNS: [&str; 4] = ["a", "img", "map", "area"];

/// Attributes that would make a line as thick or as long as one likes.
const SIZES: [&str; 2] = ["size", "width"];

/// Classes that Markdown itself writes and whose elements stay in the text. Others belong to the theme, which may lay them over
/// the page, or look for them in a script.
const CLASSES: [&str; 16] = [
    "alert",
    "alert-tip",
    "alert-note",
    "alert-important",
    "alert-caution",
    "alert-excursion",
    "alert-title",
    "alert-kind",
    "blank",
    "to-end",
    "left",
    "center",
    "right",
    "table",
    "of-table",
    "label",
];
/// How classes begin that only the site's own theme knows.
const OWN: &str = "own-";

const OWN_CLASSES: Message = say::leave_it_out_classes_of_your_own();
const ANOTHER_ID: Message = say::give_it_another_id_or_leave();

static TAGS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| super::CLEANER.clone_tags().into_iter().filter(|tag| !MARKDOWNS.contains(tag)).collect());

/// The attributes of each tag beside [`GENERIC`].
static ATTRIBUTES: LazyLock<HashMap<&'static str, HashSet<&'static str>>> = LazyLock::new(|| {
    let mut attributes = super::CLEANER.clone_tag_attributes();
    attributes.values_mut().for_each(|names| names.retain(|name| !name.starts_with("data-") && !SIZES.contains(name)));
    attributes
});

/// Whether an author may write a tag.
pub fn is_tag(name: &str) -> bool {
    TAGS.contains(name)
}

/// What becomes of an attribute.
pub struct Verdict<'v> {
    /// Its value.
    pub kept: Option<Cow<'v, str>>,
    pub refusal: Option<Refusal>,
}

/// Why an attribute, or a part of it, does not come through.
pub struct Refusal {
    pub message: Message,
    pub help: Message,
}

/// Judges an attribute of an allowed tag; `free` says whether an id is nobody's yet.
pub fn attribute<'v>(
    tag: &str,
    name: &str,
    value: &'v Cow<'v, str>,
    free: &mut dyn FnMut(&str) -> bool,
) -> Verdict<'v> {
    let known = GENERIC.contains(&name) || ATTRIBUTES.get(tag).is_some_and(|own| own.contains(name));
    if !known {
        return refused(say::attribute_of_is_not_allowed(shown(name), tag), IN_MARKDOWN);
    }
    match name {
        "class" => classes(value),
        "id" if value.is_empty() || value.contains(char::is_whitespace) || ids::is_reserved(value) => {
            let message = say::id_begins_like_those_that_theme_keeps(shown(value));
            let empty = value.is_empty() || value.contains(char::is_whitespace);
            let message = if empty { say::is_no_id_and_was_removed(shown(value)) } else { message };
            refused(message, ANOTHER_ID)
        }
        "id" if !free(value) => refused(say::id_is_given_twice_on_page_this(shown(value)), ANOTHER_ID),
        // Another number would change the order in which the keyboard goes through the page.
        "tabindex" if !["0", "-1"].contains(&&**value) => {
            refused(say::tabindex_other_than_and_is_not_allowed(), IN_MARKDOWN)
        }
        "cite" if !value.starts_with("https://") && !value.starts_with("http://") => {
            refused(say::cite_that_is_no_address_of_web(), IN_MARKDOWN)
        }
        _ => Verdict { kept: Some(Cow::Borrowed(value)), refusal: None },
    }
}

fn refused<'v>(message: Message, help: Message) -> Verdict<'v> {
    Verdict { kept: None, refusal: Some(Refusal { message, help }) }
}

fn classes(value: &str) -> Verdict<'_> {
    let (kept, others): (Vec<&str>, Vec<&str>) =
        value.split_whitespace().partition(|class| CLASSES.contains(class) || class.starts_with(OWN));
    let refusal = others.first().map(|class| {
        let message = say::class_is_theme_not_text(shown(class));
        Refusal { message, help: OWN_CLASSES }
    });
    Verdict { kept: (!kept.is_empty()).then(|| Cow::Owned(kept.join(" "))), refusal }
}
