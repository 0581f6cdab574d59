//! A term of the glossary.

use super::{Reader, Reference, Rich};
use crate::diag::Code;
use crate::lang::{Lang, Localised};
use crate::parse::front::MAX_SUMMARY;
use crate::parse::markdown;
use crate::yaml::{Fields, Node, Origin};

/// A term of the glossary; its file's name is its id.
#[derive(Debug, Hash)]
pub struct GlossaryTerm {
    /// As it stands in running text.
    pub title: Localised,
    /// Its abbreviation in each language that has one.
    pub abbreviation: Vec<Option<String>>,
    /// Other words for the same, one list a language.
    pub also: Vec<Vec<String>>,
    pub english: Option<String>,
    pub german: Option<String>,
    /// What it means; short enough for a pop-up.
    pub definition: Rich,
    /// The definition without its marks.
    pub summary: Localised,
    pub note: Option<Rich>,
    /// Ids of other terms.
    pub see: Vec<Reference>,
    /// Ids of sources.
    pub sources: Vec<Reference>,
    /// Whether texts mark it where they use it.
    pub mark: bool,
    pub origin: Origin,
}

/// Longest definition, in characters of its Markdown: what a pop-up on a phone shows without scrolling.
const MAX_DEFINITION: usize = 300;

impl GlossaryTerm {
    /// Every name of the term in a language: its title, its abbreviation, other words.
    pub fn names(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let abbreviation = self.abbreviation[lang.index()].as_deref();
        std::iter::once(self.title.get(lang))
            .chain(abbreviation)
            .chain(self.also[lang.index()].iter().map(String::as_str))
    }
}

impl Reader<'_> {
    pub(super) fn glossary_term(&mut self, fields: &mut Fields) -> Option<GlossaryTerm> {
        let title = self.plain(fields, "title");
        self.limit(fields, "definition", MAX_DEFINITION);
        let found = fields.required_localised("definition", self.settings.languages);
        let quotes = |lang: Lang| self.settings.phrases[lang.index()].quotes;
        let summary = found.as_ref().map(|(_, texts)| texts.map(|lang, text| markdown::plain(text, quotes(lang))));
        let definition = found.map(|found| self.rich(found, false, fields.out()));
        let abbreviation = self.abbreviations(fields);
        Some(GlossaryTerm {
            abbreviation,
            also: fields.lists_by_language("also", self.settings.languages),
            english: fields.text("english"),
            german: fields.text("german"),
            note: self.one(fields, "note", true),
            see: fields.text_list("see"),
            sources: fields.text_list("sources"),
            mark: fields.flag("mark").unwrap_or(true),
            origin: self.origin.clone(),
            title: title?,
            definition: definition?,
            summary: summary?,
        })
    }

    /// A language may have none: «ЖОО» has no Russian twin.
    fn abbreviations(&self, fields: &mut Fields) -> Vec<Option<String>> {
        let languages = self.settings.languages;
        if languages.only().is_some() {
            return vec![fields.text("abbreviation")];
        }
        let Some(mut inner) = fields.map("abbreviation") else { return vec![None; languages.len()] };
        let abbreviations = languages.codes().map(|(_, code)| inner.text(code)).collect();
        inner.finish();
        abbreviations
    }

    /// Warns of a text that is longer than its place.
    pub(super) fn limit(&self, fields: &mut Fields, key: &'static str, most: usize) {
        let Some((path, Node::Map(texts))) = fields.get(key) else { return };
        for (code, node) in texts {
            let Node::Text(text) = node else { continue };
            let length = text.trim().chars().count();
            if length > most {
                let place = self.origin.place(&path.key(code));
                let message = format!("the text has {length} characters");
                fields.out().add(Code::TextTooLong, place, message, format!("Shorten it to at most {most}."));
            }
        }
    }

    /// A title and a summary, the summary no longer than lists show.
    pub(super) fn titled(&self, fields: &mut Fields) -> (Option<Localised>, Option<Localised>) {
        let title = self.plain(fields, "title");
        self.limit(fields, "summary", MAX_SUMMARY);
        (title, self.plain(fields, "summary"))
    }
}
