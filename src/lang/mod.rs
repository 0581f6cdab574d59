//! The languages of a site, and texts in some or all of them. Nothing of the program stands below this.

mod localised;
mod pack;

use serde::{Deserialize, Serialize};

pub use localised::Localised;
pub use pack::{Pack, Quotes, known, known_codes, pack};

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
    /// For each language the others, in the order in which they stand in for it.
    fallback: Vec<Vec<Lang>>,
    /// For each language whether everything must be written in it.
    required: Vec<bool>,
}

impl Languages {
    /// Those of a site that says nothing of them: Kyrgyz and Russian.
    pub fn usual() -> Languages {
        let usual = ["ky", "ru"].into_iter().filter_map(pack).map(|pack| pack.code);
        Languages::new(usual.collect(), Vec::new())
    }

    /// These languages, at least one, and those that site.yaml lists without being known. The others stand in for each in
    /// the order in which they are listed.
    pub fn new(codes: Vec<&'static str>, unknown: Vec<String>) -> Languages {
        let all = 0..codes.len() as u8;
        let fallback = all.clone().map(|own| all.clone().filter(|other| *other != own).map(Lang).collect()).collect();
        Languages { required: vec![false; codes.len()], codes, unknown, fallback }
    }

    /// Lets these stand in for a language before all others.
    pub fn prefer(&mut self, lang: Lang, first: &[Lang]) {
        let place = |other: &Lang| first.iter().position(|wanted| wanted == other).unwrap_or(first.len());
        self.fallback[lang.index()].sort_by_key(place);
    }

    /// Demands that everything is written in a language.
    pub fn require(&mut self, lang: Lang) {
        self.required[lang.index()] = true;
    }

    /// Whether everything must be written in a language.
    pub fn is_required(&self, lang: Lang) -> bool {
        self.required[lang.index()]
    }

    /// How many there are; at least one.
    #[expect(clippy::len_without_is_empty, reason = "a site has at least one language")]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// The language of a site that has one alone.
    pub fn only(&self) -> Option<Lang> {
        (self.len() == 1).then_some(Lang(0))
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

    /// The language that stands in for `lang` first, if the site has another: its titles lead to pages of `lang` as well.
    pub fn other(&self, lang: Lang) -> Option<Lang> {
        self.fallback[lang.index()].first().copied()
    }

    /// The other languages, in the order in which they stand in for `lang`.
    pub fn others(&self, lang: Lang) -> &[Lang] {
        &self.fallback[lang.index()]
    }

    /// Of the languages that have something the one in which a reader of `lang` is shown it.
    pub fn shown(&self, lang: Lang, has: impl Fn(Lang) -> bool) -> Option<Lang> {
        std::iter::once(lang).chain(self.fallback[lang.index()].iter().copied()).find(|lang| has(*lang))
    }

    /// Whether site.yaml lists a code that is not known.
    pub fn is_refused(&self, code: &str) -> bool {
        self.unknown.iter().any(|unknown| unknown == code)
    }

    /// What a text in every language looks like, for messages.
    pub fn example(&self) -> String {
        if self.only().is_some() {
            return "…".into();
        }
        let parts: Vec<String> = self.codes.iter().map(|code| format!("{code}: …")).collect();
        format!("{{{}}}", parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_others_stand_in_for_a_language_in_the_site_s_order_or_its_own() {
        let mut languages = Languages::new(vec!["ru", "ky", "en"], Vec::new());
        let [ru, ky, en] = [Lang(0), Lang(1), Lang(2)];
        assert_eq!(languages.shown(ky, |lang| lang != ky), Some(ru));
        languages.prefer(ky, &[en]);
        assert_eq!(languages.shown(ky, |lang| lang != ky), Some(en));
        assert_eq!(languages.shown(ky, |lang| lang == ru), Some(ru), "none is a dead end");
        assert_eq!(languages.shown(ky, |_| true), Some(ky));
        assert_eq!(languages.shown(ky, |_| false), None);
        assert_eq!((languages.other(ky), languages.other(ru)), (Some(en), Some(ky)));
    }
}
