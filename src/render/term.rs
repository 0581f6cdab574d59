//! The page of a term of the glossary, and the terms that a page uses.

use serde::Serialize;

use super::glossary::Used;
use super::text::Reader;
use super::{LinkView, borrowed};
use crate::parse::Rich;
use crate::resolve::{EntryId, Target};

/// A term, as its template gets it; definition and note are HTML.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TermView {
    pub title: String,
    pub abbreviation: Option<String>,
    pub also: Vec<String>,
    pub definition: String,
    pub note: String,
    /// Its names in other languages: the code, the name of the language, the words.
    pub others: Vec<Equivalent>,
    pub see: Vec<LinkView>,
    pub sources: Vec<super::dated::SourceView>,
}

/// A term's name in another language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Equivalent {
    pub code: String,
    pub language: String,
    pub words: String,
}

/// A term that a page uses, as its list of notes gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct UsedView {
    pub id: String,
    pub title: String,
    pub definition: String,
    pub url: String,
    /// Addresses of the places that lead here.
    pub places: Vec<String>,
}

/// The view of a term; `None` if the entry is none.
pub fn view(reader: Reader, id: EntryId) -> Option<TermView> {
    let handbook = reader.site.handbook;
    let entry = handbook.entry(id);
    let term = entry.term()?;
    let targets = entry.record.as_ref().map_or(&[][..], |record| &record.targets);
    let lang = reader.lang;
    let strings = reader.site.strings(lang);
    let text = |rich: &Rich| html(&reader, rich, targets);
    let mut others = Vec::new();
    for (other, code) in handbook.config.languages.codes().filter(|(other, _)| *other != lang) {
        let mut words: Vec<String> = term.title.own(other).cloned().into_iter().collect();
        words.extend(term.abbreviation[other.index()].clone());
        words.extend(term.also[other.index()].iter().cloned());
        if !words.is_empty() {
            others.push(Equivalent {
                code: code.to_string(),
                language: reader.site.strings(other).text("language.name").to_string(),
                words: words.join(", "),
            });
        }
    }
    let foreign = [("en", "glossary.english", &term.english), ("de", "glossary.german", &term.german)];
    // A language of the site has its words there.
    for (code, key, words) in foreign.into_iter().filter(|(code, ..)| handbook.config.languages.find(code).is_none()) {
        others.extend(words.as_ref().map(|words| Equivalent {
            code: code.to_string(),
            language: strings.text(key).to_string(),
            words: words.clone(),
        }));
    }
    let see = term.see.iter().filter_map(|(_, name)| {
        let id = *handbook.terms.get(name)?;
        Some(LinkView { title: borrowed::title(reader.site, id, lang), url: reader.entry_url(id, None) })
    });
    let sources = term.sources.iter().filter_map(|(_, id)| handbook.lists.sources.find(id));
    Some(TermView {
        title: borrowed::title(reader.site, id, lang),
        abbreviation: term.abbreviation[lang.index()].clone(),
        also: term.also[lang.index()].clone(),
        definition: text(&term.definition.text),
        note: term.note.as_ref().map_or_else(String::new, text),
        others,
        see: see.collect(),
        sources: sources.map(|source| super::dated::SourceView::of(source, reader.site, lang)).collect(),
    })
}

/// A text of a term. It has no ids of its own, so it needs no prefix on a whole publication's page.
fn html<'s>(reader: &Reader<'s>, rich: &Rich, targets: &'s [Target]) -> String {
    reader.rich(rich, targets)
}

/// The terms that a page uses.
pub fn used(reader: Reader, used: Vec<Used>) -> Vec<UsedView> {
    let handbook = reader.site.handbook;
    let view = |used: Used| {
        let entry = handbook.entry(used.entry);
        let term = entry.term()?;
        let targets = entry.record.as_ref().map_or(&[][..], |record| &record.targets);
        Some(UsedView {
            title: used.title,
            definition: html(&reader, &term.definition.text, targets),
            url: reader.entry_url(used.entry, None),
            id: used.id,
            places: used.places,
        })
    };
    used.into_iter().filter_map(view).collect()
}
