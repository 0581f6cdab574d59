//! The languages of a site, and texts in all of them. Nothing of the program stands below this.

use serde::{Deserialize, Serialize};

/// A language of the site: its place in the site's list of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Lang(u8);

impl Lang {
    /// The place in lists that have one item a language.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The languages of the site, the leading one first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Languages {
    codes: Vec<&'static str>,
    /// What site.yaml lists and nobody knows; what follows from that is not reported.
    unknown: Vec<String>,
}

/// The languages that the generator knows: it has the interface's words and the typography for them.
pub const KNOWN_LANGUAGES: &[&str] = &["ky", "ru"];

impl Languages {
    /// Both known languages, Kyrgyz first.
    pub fn known() -> Languages {
        Languages { codes: KNOWN_LANGUAGES.to_vec(), unknown: Vec::new() }
    }

    /// These languages, at least one, and those that site.yaml lists without being known.
    pub fn new(codes: Vec<&'static str>, unknown: Vec<String>) -> Languages {
        Languages { codes, unknown }
    }

    /// How many there are; at least one.
    #[expect(clippy::len_without_is_empty, reason = "a site has at least one language")]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Every language.
    pub fn iter(&self) -> impl Iterator<Item = Lang> + use<> {
        (0..self.codes.len() as u8).map(Lang)
    }

    /// Every language with its code.
    pub fn codes(&self) -> impl Iterator<Item = (Lang, &'static str)> + use<> {
        self.iter().zip(self.codes.clone())
    }

    /// The BCP 47 code, `ky`.
    pub fn code(&self, lang: Lang) -> &'static str {
        self.codes[lang.index()]
    }

    /// The leading language.
    pub fn lead(&self) -> Lang {
        Lang(0)
    }

    /// The language of a code, if the site has it.
    pub fn find(&self, code: &str) -> Option<Lang> {
        self.codes().find(|(_, known)| *known == code).map(|(lang, _)| lang)
    }

    /// The first other language than `lang`, if the site has one: its titles lead to pages of `lang` as well.
    pub fn other(&self, lang: Lang) -> Option<Lang> {
        self.iter().find(|other| *other != lang)
    }

    /// Whether site.yaml lists a code that is not known.
    pub fn is_refused(&self, code: &str) -> bool {
        self.unknown.iter().any(|unknown| unknown == code)
    }

    /// What a text in every language looks like, for messages.
    pub fn example(&self) -> String {
        let parts: Vec<String> = self.codes.iter().map(|code| format!("{code}: …")).collect();
        format!("{{{}}}", parts.join(", "))
    }
}

/// A text in every language of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Localised(Vec<String>);

impl Localised {
    /// One text a language, in the order of the site's languages.
    pub fn new(texts: Vec<String>) -> Localised {
        Localised(texts)
    }

    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        &self.0[lang.index()]
    }

    /// The texts with their languages.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().enumerate().map(|(index, text)| (Lang(index as u8), text.as_str()))
    }
}
