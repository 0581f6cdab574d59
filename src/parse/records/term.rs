//! A term of the glossary.

use super::{Reader, Reference, Rich};
use crate::define::{ByLanguage, Field, Read, Search, Seen, Shape, Shaped, To, check_length, group};
use crate::lang::{Lang, Localised};
use crate::parse::markdown;
use crate::yaml::{Fields, Origin};

group! {
    /// A term of the glossary; its file's name is its id.
    #[derive(Debug, Hash)]
    pub struct GlossaryTerm by Reader {
        /// As it stands in running text.
        title: Localised = say(
            ["Термин", "Термин", "Title"],
            ["Сүйлөмдүн ортосунда кандай турса, ошондой", "Так, как пишется в середине предложения",
             "As it stands in the middle of a sentence"]);
        /// What it means; short enough for a pop-up.
        definition: Meaning = length(MAX_DEFINITION).say(
            ["Аныктамасы", "Определение", "Definition"],
            ["Бир-эки сүйлөм, эң көп 300 белги: ал текстте терезече болуп ачылат",
             "Одно-два предложения, не больше 300 знаков: оно открывается в тексте окошком",
             "One or two sentences, at most 300 letters: it opens beside the text"]);
        /// Its abbreviation in each language that has one.
        abbreviation: Vec<Option<String>> = search(Search::Name).say(
            ["Кыскартылышы", "Сокращение", "Abbreviation"],
            ["Кайсы тилде болсо", "В каком языке оно есть", "In each language that has one"]);
        /// Other words for the same, one list a language.
        also: ByLanguage = search(Search::Name).say(
            ["Дагы", "Говорят также", "Also"],
            ["Ошол эле маанидеги башка сөздөр; алар да тексттерден табылат", "Другие слова с тем же значением; их тоже найдут в текстах",
             "Other words for the same, which are found in texts too"]);
        english: Option<String> = search(Search::Name).say(
            ["Англисче", "По-английски", "English"],
            ["Англис тилинде", "На английском", "In English"]);
        german: Option<String> = search(Search::Name).say(
            ["Немисче", "По-немецки", "German"],
            ["Немис тилинде", "На немецком", "In German"]);
        note: Option<Rich> = blocks().say(
            ["Эскертүү", "Примечание", "Note"],
            ["Эмне менен чаташтырышат, эмне өзгөрдү", "С чем путают, что изменилось", "What it is mistaken for, what has changed"]);
        /// Ids of other terms.
        see: Vec<Reference> = refers(To::Terms).search(Search::Not).say(
            ["Жакын терминдер", "Близкие термины", "See also"],
            ["Жакын терминдердин id'си", "id близких терминов", "Ids of terms that are close to it"]);
        /// Ids of sources.
        sources: Vec<Reference> = refers(To::Sources).search(Search::Not).say(
            ["Булактар", "Источники", "Sources"],
            ["Булактардын id'си", "id источников", "Ids of sources"]);
        /// Whether texts mark it where they use it.
        mark: bool = or("true").search(Search::Not).say(
            ["Белгилөө", "Отмечать", "Mark"],
            ["Өтө көп колдонулган сөз болсо, false: тексттерде белгиленбейт", "Для слишком частого слова false: в текстах не отмечается",
             "With false, for a word that is everywhere, texts do not mark it"]);
        + origin: Origin = Reader::document;
    }
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

/// What a term means.
#[derive(Debug, Hash)]
pub struct Meaning {
    pub text: Rich,
    /// The same without its marks.
    pub plain: Localised,
}

impl Shaped for Meaning {
    const SHAPE: Shape = Shape::Rich;
    fn see(&self) -> Seen<'_> {
        Seen::Rich(&self.text)
    }
}

impl<'r> Read<Reader<'r>> for Meaning {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Meaning> {
        check_length(field, fields, reader.origin);
        let found = fields.required_localised(field.key, reader.settings.languages)?;
        let quotes = |lang: Lang| reader.settings.phrases[lang.index()].quotes;
        let plain = found.1.map(|lang, text| markdown::plain(text, quotes(lang)));
        Some(Meaning { text: reader.rich(found, false, fields.out()), plain })
    }

    fn take(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Meaning> {
        Self::find(field, reader, fields)
    }
}
