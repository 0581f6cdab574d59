//! The allow-list of raw HTML: tags, their attributes, and what these may say.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::ids;
use super::{IN_MARKDOWN, shown};

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

const OWN_CLASSES: &str =
    "Leave it out. Classes of your own begin with `own-`; how they look is said in a style sheet of the site's theme.";
const ANOTHER_ID: &str = "Give it another id, or leave it out.";

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
    /// A sentence that ends with «and was removed».
    pub message: String,
    pub help: &'static str,
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
        return refused(format!("the attribute `{}` of `<{tag}>` is not allowed", shown(name)), IN_MARKDOWN);
    }
    match name {
        "class" => classes(value),
        "id" if value.is_empty() || value.contains(char::is_whitespace) || ids::is_reserved(value) => {
            let message = format!("the id `{}` begins like those that the theme keeps for itself", shown(value));
            let empty = value.is_empty() || value.contains(char::is_whitespace);
            let message = if empty { format!("`{}` is no id", shown(value)) } else { message };
            refused(message, ANOTHER_ID)
        }
        "id" if !free(value) => refused(
            format!("the id `{}` is given twice on the page; this one is not allowed", shown(value)),
            ANOTHER_ID,
        ),
        // Another number would change the order in which the keyboard goes through the page.
        "tabindex" if !["0", "-1"].contains(&&**value) => {
            refused("a `tabindex` other than 0 and -1 is not allowed".into(), IN_MARKDOWN)
        }
        "cite" if !value.starts_with("https://") && !value.starts_with("http://") => {
            refused("a `cite` that is no address of the web is not allowed".into(), IN_MARKDOWN)
        }
        _ => Verdict { kept: Some(Cow::Borrowed(value)), refusal: None },
    }
}

fn refused<'v>(message: String, help: &'static str) -> Verdict<'v> {
    Verdict { kept: None, refusal: Some(Refusal { message, help }) }
}

fn classes(value: &str) -> Verdict<'_> {
    let (kept, others): (Vec<&str>, Vec<&str>) =
        value.split_whitespace().partition(|class| CLASSES.contains(class) || class.starts_with(OWN));
    let refusal = others.first().map(|class| {
        let message = format!("the class `{}` is the theme's, not the text's,", shown(class));
        Refusal { message, help: OWN_CLASSES }
    });
    Verdict { kept: (!kept.is_empty()).then(|| Cow::Owned(kept.join(" "))), refusal }
}
