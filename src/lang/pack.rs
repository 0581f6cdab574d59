//! Language packs: a folder of `i18n/` each. `language.yaml` says what is particular to the language, `words.yaml` has the words
//! of the interface, `page.md` is what a new page looks like.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

static PACKS: Dir = include_dir!("$CARGO_MANIFEST_DIR/i18n");

/// A language that the program knows.
#[derive(Debug)]
pub struct Pack {
    /// The BCP 47 code, which is the folder's name.
    pub code: &'static str,
    /// The same with a country, as word processors want it.
    pub tag: String,
    /// What people write for the code.
    pub also: Vec<String>,
    pub quotes: Quotes,
    /// What sets thousands apart.
    pub thousands: char,
    /// What stands before tenths.
    pub decimal: char,
    /// The words of the interface, as YAML.
    pub words: &'static str,
    /// The Markdown file that a new page begins as.
    pub page: &'static str,
}

/// `language.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    tag: String,
    also: Vec<String>,
    quotes: [char; 4],
    thousands: char,
    decimal: char,
}

/// Quotation marks: what begins and ends a quotation, and one within another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quotes {
    pub outer: (char, char),
    pub inner: (char, char),
}

impl Default for Quotes {
    fn default() -> Quotes {
        Quotes { outer: ('«', '»'), inner: ('„', '“') }
    }
}

impl Pack {
    fn read(folder: &'static Dir) -> Option<Pack> {
        let text = |name: &str| folder.get_file(folder.path().join(name))?.contents_utf8();
        let Description { tag, also, quotes, thousands, decimal } =
            serde_yaml::from_str(text("language.yaml")?).ok()?;
        let [open, close, inner_open, inner_close] = quotes;
        Some(Pack {
            code: folder.path().to_str()?,
            tag,
            also,
            quotes: Quotes { outer: (open, close), inner: (inner_open, inner_close) },
            thousands,
            decimal,
            words: text("words.yaml")?,
            page: text("page.md")?,
        })
    }
}

/// Every language that the program knows, in the order of their codes. A test holds that each folder is one.
pub fn known() -> &'static [Pack] {
    static KNOWN: LazyLock<Vec<Pack>> = LazyLock::new(|| {
        let mut packs: Vec<Pack> = PACKS.dirs().filter_map(Pack::read).collect();
        packs.sort_by_key(|pack| pack.code);
        packs
    });
    &KNOWN
}

/// The codes of these.
pub fn known_codes() -> impl Iterator<Item = &'static str> {
    known().iter().map(|pack| pack.code)
}

/// The language of a code.
pub fn pack(code: &str) -> Option<&'static Pack> {
    known().iter().find(|pack| pack.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_is_a_language() {
        let folders: Vec<&str> = PACKS.dirs().filter_map(|dir| dir.path().to_str()).collect();
        assert!(folders.len() >= 2);
        for folder in folders {
            let pack = pack(folder).unwrap_or_else(|| panic!("i18n/{folder} lacks something"));
            assert!(pack.tag.starts_with(folder) && !pack.page.is_empty(), "{folder}");
            assert!(pack.also.iter().all(|also| *also == also.to_lowercase()), "{folder}");
        }
    }
}
