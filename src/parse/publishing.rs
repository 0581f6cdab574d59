//! Whether and where a file's page is published, which pages and records say alike.

use serde::{Deserialize, Serialize};

use super::Reference;
use crate::address::{NameProblem, check_path};
use crate::define::Field;
use crate::diag::{Code, Fix};
use crate::lang::pack;
use crate::messages::{Message, say};
use crate::yaml::{Fields, Node, Origin};

/// What a file says of its page, whatever that is about.
#[derive(Debug, Clone, Default, Hash, Serialize, Deserialize)]
pub struct Publishing {
    /// Whether it is still being written, and so no part of the site that readers get.
    pub draft: bool,
    /// Addresses that the page had before, in a language's tree and without `.html`.
    pub aliases: Vec<Reference>,
}

/// Whether a document calls itself a draft. It is asked before it is read, for a draft may lack what others must have.
pub fn is_draft(node: &Node) -> bool {
    let Node::Map(entries) = node else { return false };
    let draft = entries.iter().find(|(key, _)| key == "draft");
    draft.is_some_and(|(_, value)| match value {
        Node::Bool(draft) => *draft,
        Node::Text(text) => text == "yes",
        _ => false,
    })
}

/// Most old addresses of a page, each of which becomes a page in every language.
const MAX_ALIASES: usize = 100;

impl Publishing {
    /// The keys that every page and every record with a page may have.
    pub const FIELDS: &'static [Field] = &[
        Field::of::<bool>("draft").or("false").private().say(
            ["Долбоор", "Черновик", "Draft"],
            [
                "true болсо, окурмандар көрбөйт; даяр болгондо сапты өчүрүңүз",
                "С true читатели не увидят; когда всё готово, удалите строку",
                "With true readers do not see it; remove the line when all is there",
            ],
        ),
        Field::of::<Vec<String>>("aliases").at_most(MAX_ALIASES).private().say(
            ["Мурунку даректер", "Прежние адреса", "Old addresses"],
            [
                "Барактын мурунку даректери, тилсиз: окурмандар ушул жерге келет",
                "Прежние адреса страницы, без языка: с них читатели придут сюда",
                "Addresses that the page had before, without the language; they lead here",
            ],
        ),
    ];

    /// Reads the keys of a map.
    pub fn read(fields: &mut Fields, origin: &Origin) -> Publishing {
        let draft = fields.flag("draft").unwrap_or(false);
        let mut aliases: Vec<Reference> = Vec::new();
        let written = fields.text_list("aliases");
        let help = say::keep_those_that_are_still_linked();
        let fits = fields.at_most(MAX_ALIASES, written.len(), "aliases", say::old_addresses(), help);
        for (path, text) in written.into_iter().filter(|_| fits) {
            match alias(&text) {
                Ok(address) if aliases.iter().any(|(_, other)| *other == address) => {}
                Ok(address) => aliases.push((path, address)),
                Err(Wrong { message, help, right }) => {
                    let fix = Fix::nearest(&text, right.as_deref());
                    fields.out().add_fix(Code::YamlBadValue, origin.place(&path), message, help, fix);
                }
            }
        }
        Publishing { draft, aliases }
    }
}

/// What is wrong with an old address, and how to write it, if that is clear.
#[derive(Debug)]
struct Wrong {
    message: Message,
    help: Message,
    right: Option<String>,
}

/// `handbook/old.html`, `handbook/old`, `handbook/old/` → the address without `.html`; or what is wrong, and the cure.
fn alias(written: &str) -> Result<String, Wrong> {
    let trimmed = written.trim();
    let mut address = trimmed.strip_suffix(".html").unwrap_or(trimmed).to_string();
    if address.ends_with('/') {
        address.push_str("index");
    }
    let wrong = |right: Option<String>| {
        let message = say::is_not_old_address_of_page(written);
        let example = right.as_deref().unwrap_or("handbook/old-name");
        let help = say::write_it_as_it_stood_after_language(example);
        Wrong { message, help, right }
    };
    if let Some(rest) = address.strip_prefix('/') {
        return Err(wrong(alias(rest).map_or_else(|wrong| wrong.right, Some)));
    }
    let outside = address.contains("://") || address.starts_with('.') || address.contains(['#', '?', '\\']);
    if outside || address.is_empty() {
        return Err(wrong(None));
    }
    let (first, rest) = address.split_once('/').unwrap_or((&address, ""));
    if pack(first).is_some() && !rest.is_empty() {
        return Err(wrong(alias(rest).map_or_else(|wrong| wrong.right, Some)));
    }
    if let Some(stem) = [".md", ".yaml", ".yml"].iter().find_map(|ending| address.strip_suffix(ending)) {
        let language = stem.rsplit_once('.').filter(|(_, code)| pack(code).is_some());
        let stem = language.map_or(stem, |(stem, _)| stem);
        return Err(wrong(alias(stem).map_or_else(|wrong| wrong.right, Some)));
    }
    // A name that would do is not the one that the page had.
    check_path(&address).map_err(|NameProblem { message, help, .. }| Wrong { message, help, right: None })?;
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::{Wrong, alias};

    #[test]
    fn old_addresses_are_written_in_several_ways() {
        let read = |written: &str| alias(written).expect(written);
        assert_eq!(read("handbook/old.html"), "handbook/old");
        assert_eq!(read(" handbook/old "), "handbook/old");
        assert_eq!(read("handbook/old/"), "handbook/old/index");
    }

    #[test]
    fn the_cure_of_a_wrong_one_is_right() {
        let wrong = [
            "/handbook/old.html",
            "/ky/handbook/old.ky.md",
            "https://example.kg/old",
            "../old",
            "",
            "ky/handbook/old",
            "handbook/old.ru.md",
            "handbook/old.yaml",
            "a#b",
        ];
        for wrong in wrong {
            let Wrong { help, right, .. } = alias(wrong).expect_err(wrong);
            let help = help.english();
            let shown = help.split('`').nth(3).unwrap_or_default();
            assert!(alias(shown).is_ok(), "{wrong}: {help}");
            assert!(right.is_none_or(|right| right == shown), "{wrong}: {help}");
        }
    }
}
