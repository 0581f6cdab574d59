//! The page of a builder of documents: what its script is given, and the same form on paper.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::sheet::{Sheet, cell, written};
use super::text::Reader;
use super::{Pages, urls};
use crate::i18n::{self, Phrase, Strings};
use crate::lang::{Lang, known};
use crate::parse::{Builder, BuilderField, BuilderPart, EntryOf, KnownPart, Text};
use crate::plan::Inputs;
use crate::resolve::EntryId;
use crate::text::Placing;

/// A builder, as its template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BuilderView {
    /// `cv` or `letter`.
    pub kind: &'static str,
    /// HTML.
    pub intro: String,
    /// The form on paper, as HTML.
    pub paper: String,
    /// The same for a word processor.
    pub file: String,
    /// What the script is given, as JSON.
    pub data: String,
}

/// What `themes/default/js/builder.js` is given; `shapes.d.ts` describes it too.
#[derive(Serialize)]
struct Data<'a> {
    kind: &'static str,
    parts: Vec<PartData<'a>>,
    /// In which a document can be written.
    languages: Vec<LanguageData>,
    /// Names of months, for whoever chooses one.
    months: &'a [String],
    /// Letters that look like others, and those.
    letters: BTreeMap<char, char>,
    /// Letters that Kyrgyz alone has.
    kyrgyz: &'static str,
    empty_words: Vec<String>,
    odd_addresses: &'a [String],
    /// Where the tasks of professions are, by the code of their language.
    tasks: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct PartData<'a> {
    id: &'a str,
    title: &'a str,
    help: &'a str,
    many: bool,
    moves: bool,
    fields: Vec<FieldData<'a>>,
}

#[derive(Serialize)]
struct FieldData<'a> {
    id: &'a str,
    title: &'a str,
    help: &'a str,
    entry: &'static str,
}

#[derive(Serialize)]
struct LanguageData {
    code: &'static str,
    /// With a country, as word processors want it.
    tag: String,
    name: String,
    /// The words of a document.
    words: BTreeMap<String, Value>,
}

/// What the words of a document are called in the interface.
const WORDS: &str = "resume.";

/// Letters that are typed for Kyrgyz ones; the search folds the same, as a test holds.
const LETTERS: [(char, char); 10] = [
    ('ѳ', 'ө'),
    ('Ѳ', 'Ө'),
    ('ɵ', 'ө'),
    ('Ɵ', 'Ө'),
    ('ӊ', 'ң'),
    ('Ӊ', 'Ң'),
    ('ҥ', 'ң'),
    ('Ҥ', 'Ң'),
    ('ұ', 'ү'),
    ('Ұ', 'Ү'),
];

/// Latin letters that are typed in Cyrillic words, and what they look like.
const LATIN: &str = "aаeеoоpрcсxхyуöөüүAАBВEЕHНKКMМOОPРCСTТXХÖӨÜҮ";

/// The letters of Kyrgyz that a Russian keyboard lacks.
const KYRGYZ: &str = "өүңӨҮҢ";

fn letters() -> BTreeMap<char, char> {
    let latin: Vec<char> = LATIN.chars().collect();
    let latin = latin.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    latin.chain(LETTERS).collect()
}

/// The view of a builder; `None` if the entry is none.
pub fn view(pages: &Pages, reader: Reader, id: EntryId, placing: Placing) -> Option<BuilderView> {
    let entry = reader.site.handbook.entry(id);
    let (builder, record) = (entry.builder()?, entry.record.as_ref()?);
    let (site, lang) = (reader.site, reader.lang);
    let lower = Placing { prefix: placing.prefix, lower: placing.lower + 1 };
    Some(BuilderView {
        kind: builder.kind,
        intro: reader.placed(builder.intro.get(lang), &record.targets, None, placing, None),
        paper: reader.placed(&paper(site, builder, lang), &[], None, lower, None),
        file: reader.from.link_to(&urls::document(site, id, lang)),
        data: data(pages, reader, builder),
    })
}

fn data(pages: &Pages, reader: Reader, builder: &Builder) -> String {
    let (site, lang) = (reader.site, reader.lang);
    let languages = &site.handbook.config.languages;
    let tasks = |(other, code): (Lang, &'static str)| {
        let hash = crate::hash::name_of(pages.finder_tasks(other).as_bytes());
        (code, format!("{}?{hash}", reader.from.link_to(&urls::finder_tasks(site, other))))
    };
    let data = Data {
        kind: builder.kind,
        parts: builder.parts.iter().filter_map(|part| part_data(builder, part, lang)).collect(),
        languages: document_languages(site),
        months: site.strings(lang).list("builder.months"),
        letters: letters(),
        kyrgyz: KYRGYZ,
        empty_words: builder.empty_words.iter().flatten().cloned().collect(),
        odd_addresses: &builder.odd_addresses,
        tasks: languages.codes().filter(|_| site.handbook.has_professions()).map(tasks).collect(),
    };
    // Plain structs of numbers and texts always serialise.
    serde_json::to_string(&data).unwrap_or_default()
}

fn part_data<'a>(builder: &Builder, part: &'a BuilderPart, lang: Lang) -> Option<PartData<'a>> {
    let known = part.known(builder.kind)?;
    let fields = shown(part, known).map(|(field, entry)| FieldData {
        id: &field.id.1,
        title: field.title.get(lang),
        help: field.help.get(lang),
        entry: entry.name(),
    });
    Some(PartData {
        id: &part.id.1,
        title: part.title.get(lang),
        help: part.help.get(lang),
        many: known.many,
        moves: known.moves,
        fields: fields.collect(),
    })
}

/// The fields of a part, each with what it takes.
fn shown<'a>(part: &'a BuilderPart, known: &'a KnownPart) -> impl Iterator<Item = (&'a BuilderField, EntryOf)> {
    part.fields.iter().filter_map(|field| Some((field, field.entry(known)?)))
}

/// Every language that the program has words for: those of the site first, in its own words.
fn document_languages(site: &Inputs) -> Vec<LanguageData> {
    let languages = &site.handbook.config.languages;
    let own = languages.codes().map(|(lang, _)| words(site.strings(lang)));
    let others = known().iter().filter(|pack| languages.find(pack.code).is_none());
    let others = others.filter_map(|pack| i18n::built_in(pack.code)).map(|strings| words(&strings));
    own.chain(others).collect()
}

fn words(strings: &Strings) -> LanguageData {
    let value = |phrase: &Phrase| match phrase {
        Phrase::Text(text) => json!(text),
        Phrase::List(items) => json!(items),
        Phrase::Plural(forms) => json!(forms),
    };
    let own = strings.iter().filter_map(|(key, phrase)| Some((key.strip_prefix(WORDS)?.to_string(), value(phrase))));
    let mut words: BTreeMap<String, Value> = own.collect();
    words.insert("day".into(), json!(strings.text("date.full")));
    words.insert("day_months".into(), json!(strings.list("date.months")));
    LanguageData {
        code: strings.code,
        tag: crate::lang::pack(strings.code).map_or_else(|| strings.code.to_string(), |pack| pack.tag.clone()),
        name: strings.text("language.name").to_string(),
        words,
    }
}

/// The form on paper: what to write, and room for it. What there may be several of stands there twice.
pub fn paper(site: &Inputs, builder: &Builder, lang: Lang) -> Text {
    let strings = site.strings(lang);
    let text = |key: &str| strings.text(&format!("builder.paper.{key}"));
    let mut sheet = Sheet::default();
    sheet.part(text("how"));
    for part in &builder.parts {
        let Some(known) = part.known(builder.kind) else { continue };
        sheet.heading(&format!("paper-{}", part.id.1), part.title.get(lang));
        sheet.part(&cell(part.help.get(lang)));
        if known.many {
            sheet.table(&[text("field"), "1", "2"]);
        } else {
            sheet.table(&[text("field"), text("yours")]);
        }
        for (field, entry) in shown(part, known) {
            if entry == EntryOf::Photo {
                continue;
            }
            let title = format!("**{}**", cell(field.title.get(lang)));
            for row in 0..entry.rows() {
                let first = if row == 0 { title.as_str() } else { "\u{a0}" };
                sheet.row(&[first, "", ""][..if known.many { 3 } else { 2 }]);
            }
        }
        sheet.end();
    }
    written(site, &builder.origin, lang, &sheet.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bagyt_search::analysis::clean;

    #[test]
    fn letters_that_look_alike_are_those_of_the_search() {
        for (from, to) in LETTERS {
            assert_eq!(clean(from), clean(to), "{from}");
            assert!(KYRGYZ.contains(to), "{to}");
        }
        assert!(letters().iter().all(|(from, to)| from != to && !('а'..='я').contains(from)));
        assert!(letters().len() > 25);
    }
}
