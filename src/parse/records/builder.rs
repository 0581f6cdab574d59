//! A builder of documents: what a curriculum vitae or a letter is made of, and what its reader is told about each part.

use std::collections::BTreeSet;

use super::{Reader, Reference, Rich};
use crate::define::{ByLanguage, Search, To, group};
use crate::diag::{Code, Fix, did_you_mean, nearest};
use crate::lang::Localised;
use crate::messages::say;
use crate::parse::front::MAX_SUMMARY;
use crate::yaml::{Fields, Origin};

group! {
    /// A page on which readers make a document.
    #[derive(Debug, Hash)]
    pub struct Builder by Reader {
        /// One of [`BUILDER_KINDS`].
        kind: &'static str = choices(BUILDER_KINDS, "").main().search(Search::Not).say(
            ["Түрү", "Вид", "Kind"],
            ["cv — резюме, letter — коштомо кат", "cv — резюме, letter — сопроводительное письмо", "cv is a curriculum vitae, letter a covering letter"]);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Барак кантип аталат", "Как называется страница", "What the page is called"]);
        summary: Localised = length(MAX_SUMMARY).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Эң көп 200 белги", "Не больше 200 знаков", "At most 200 letters"]);
        /// Words that lead here and are not shown, one list a language.
        search_terms: ByLanguage = search(Search::Name).say(
            ["Издөө сөздөрү", "Слова для поиска", "Search words"],
            ["Көрсөтүлбөгөн, бирок издегенде ушул баракка алып келген сөздөр", "Слова, которых на странице нет, но по которым её ищут",
             "Words that are not shown and lead here all the same"]);
        intro: Rich = blocks().say(
            ["Кириш сөз", "Вступление", "Intro"],
            ["Алдын ала эмнени билүү керек", "Что знать заранее", "What to know before"]);
        /// In the order of a new document.
        parts: Vec<BuilderPart> = required().say(
            ["Бөлүктөр", "Части", "Parts"],
            ["Документ эмнеден турат, жаңы документтеги ирети менен", "Из чего состоит документ, в порядке нового документа",
             "What the document is made of, in the order of a new one"]);
        /// Words that say little of a person: the check of a document asks for a case instead.
        empty_words: ByLanguage = search(Search::Not).say(
            ["Куру сөздөр", "Пустые слова", "Empty words"],
            ["Текшерүү бул сөздөрдүн ордуна мисал сурайт", "Проверка просит вместо них пример", "The check asks for an example instead"]);
        /// What makes an address look less than serious.
        odd_addresses: Vec<String> = search(Search::Not).say(
            ["Жеңил даректер", "Несерьёзные адреса", "Odd addresses"],
            ["Почта дарегинде болбогону жакшы сөздөр", "Чего не должно быть в адресе почты", "What an e-mail address should not have in it"]);
        sources: Vec<Reference> = refers(To::Sources).search(Search::Not).say(
            ["Булактар", "Источники", "Sources"],
            ["Булактардын id'си", "id источников", "Ids of sources"]);
        + origin: Origin = Reader::document;
    }
    check Builder::check;
}

group! {
    /// A part of a document.
    #[derive(Debug, Hash)]
    pub struct BuilderPart by Reader {
        id: Reference = refers(To::Own).say(
            ["id", "id", "Id"],
            ["Бөлүктүн аты: person, work, education ж. б.", "Имя части: person, work, education и другие", "The part's name: person, work, education and others"]);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Бланкта кантип аталат", "Как называется в бланке", "What the form calls it"]);
        help: Localised = say(["Кеңеш", "Подсказка", "Help"], ["Бул бөлүккө эмне жазылат", "Что писать в этой части", "What to write in it"]);
        fields: Vec<BuilderField> = required().say(
            ["Талаалар", "Поля", "Fields"],
            ["Бөлүктүн талаалары, көрсөтүлө турган ирети менен", "Поля части в том порядке, в каком они показаны", "The part's fields, in the order in which they are shown"]);
    }
}

group! {
    /// A field of a part.
    #[derive(Debug, Hash)]
    pub struct BuilderField by Reader {
        id: Reference = refers(To::Own).say(
            ["id", "id", "Id"],
            ["Талаанын аты, JSON Resume кандай атаса, ошондой", "Имя поля, как в JSON Resume", "The field's name, which is that of JSON Resume"]);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Талаа кантип аталат", "Как называется поле", "What the field is called"]);
        help: Localised = say(["Кеңеш", "Подсказка", "Help"], ["Эмне жана кантип жазылат", "Что и как писать", "What to write, and how"]);
    }
}

/// What can be built.
pub const BUILDER_KINDS: &[&str] = &["cv", "letter"];

/// What a field of a form takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Line,
    Email,
    Phone,
    Address,
    /// Several sentences.
    Text,
    /// One thing a line.
    Lines,
    /// A month of a year, or a year.
    Begin,
    /// The same, or until now.
    End,
    /// A day.
    Day,
    Photo,
}

impl Entry {
    /// What the script calls it.
    pub fn name(self) -> &'static str {
        match self {
            Entry::Line => "line",
            Entry::Email => "email",
            Entry::Phone => "tel",
            Entry::Address => "url",
            Entry::Text => "text",
            Entry::Lines => "lines",
            Entry::Begin => "begin",
            Entry::End => "end",
            Entry::Day => "day",
            Entry::Photo => "photo",
        }
    }

    /// How many lines it takes when it is written by hand.
    pub fn rows(self) -> usize {
        match self {
            Entry::Text => 4,
            Entry::Lines => 3,
            Entry::Line
            | Entry::Email
            | Entry::Phone
            | Entry::Address
            | Entry::Begin
            | Entry::End
            | Entry::Day
            | Entry::Photo => 1,
        }
    }
}

/// A part that the program knows how to set.
#[derive(Debug, Clone, Copy)]
pub struct KnownPart {
    pub id: &'static str,
    /// Whether there can be several of it.
    pub many: bool,
    /// Whether it can be moved.
    pub moves: bool,
    pub fields: &'static [(&'static str, Entry)],
}

const fn part(id: &'static str, many: bool, fields: &'static [(&'static str, Entry)]) -> KnownPart {
    KnownPart { id, many, moves: true, fields }
}

const PERSON: KnownPart = KnownPart {
    moves: false,
    ..part(
        "person",
        false,
        &[
            ("name", Entry::Line),
            ("label", Entry::Line),
            ("phone", Entry::Phone),
            ("email", Entry::Email),
            ("city", Entry::Line),
            ("url", Entry::Address),
            ("image", Entry::Photo),
        ],
    )
};

/// The parts of a curriculum vitae; fields are called what JSON Resume calls them, where it has them.
const CV: &[KnownPart] = &[
    PERSON,
    part("aim", false, &[("summary", Entry::Text)]),
    part("skills", false, &[("lines", Entry::Lines)]),
    part(
        "work",
        true,
        &[
            ("position", Entry::Line),
            ("name", Entry::Line),
            ("location", Entry::Line),
            ("startDate", Entry::Begin),
            ("endDate", Entry::End),
            ("highlights", Entry::Lines),
        ],
    ),
    part(
        "education",
        true,
        &[
            ("institution", Entry::Line),
            ("area", Entry::Line),
            ("studyType", Entry::Line),
            ("location", Entry::Line),
            ("startDate", Entry::Begin),
            ("endDate", Entry::End),
            ("courses", Entry::Lines),
        ],
    ),
    part(
        "projects",
        true,
        &[
            ("name", Entry::Line),
            ("startDate", Entry::Begin),
            ("endDate", Entry::End),
            ("highlights", Entry::Lines),
            ("url", Entry::Address),
        ],
    ),
    part(
        "volunteer",
        true,
        &[
            ("position", Entry::Line),
            ("organization", Entry::Line),
            ("startDate", Entry::Begin),
            ("endDate", Entry::End),
            ("highlights", Entry::Lines),
        ],
    ),
    part("certificates", true, &[("name", Entry::Line), ("issuer", Entry::Line), ("date", Entry::Begin)]),
    part("languages", true, &[("language", Entry::Line), ("fluency", Entry::Line)]),
    part("extra", false, &[("lines", Entry::Lines)]),
    part("references", true, &[("name", Entry::Line), ("reference", Entry::Line)]),
];

const LETTER: &[KnownPart] = &[
    PERSON,
    KnownPart {
        moves: false,
        ..part(
            "recipient",
            false,
            &[
                ("name", Entry::Line),
                ("position", Entry::Line),
                ("organization", Entry::Line),
                ("location", Entry::Line),
            ],
        )
    },
    KnownPart {
        moves: false,
        ..part(
            "letter",
            false,
            &[
                ("date", Entry::Day),
                ("subject", Entry::Line),
                ("greeting", Entry::Line),
                ("place", Entry::Text),
                ("why", Entry::Text),
                ("bring", Entry::Text),
                ("learning", Entry::Text),
                ("close", Entry::Text),
            ],
        )
    },
];

/// The parts that a document of a kind can have.
pub fn known_parts(kind: &str) -> &'static [KnownPart] {
    if kind == BUILDER_KINDS[0] { CV } else { LETTER }
}

impl BuilderPart {
    /// What the program knows of the part.
    pub fn known(&self, kind: &str) -> Option<&'static KnownPart> {
        known_parts(kind).iter().find(|known| known.id == self.id.1)
    }
}

impl BuilderField {
    /// What the field takes.
    pub fn entry(&self, part: &KnownPart) -> Option<Entry> {
        part.fields.iter().find(|(id, _)| *id == self.id.1).map(|(_, entry)| *entry)
    }
}

impl Builder {
    /// Parts and fields are such as the program can set, each once.
    fn check(&self, _: &mut Reader, fields: &mut Fields) {
        let known = known_parts(self.kind);
        let mut parts = BTreeSet::new();
        for part in &self.parts {
            let place = self.origin.place(&part.id.0);
            if !parts.insert(&part.id.1) {
                let message = say::there_is_part_already(&part.id.1);
                fields.out().add(Code::RecordDuplicateId, place, message, say::give_each_part_and_field_once());
                continue;
            }
            let Some(known) = known.iter().find(|known| known.id == part.id.1) else {
                let ids: Vec<&str> = known.iter().map(|known| known.id).collect();
                let help = did_you_mean(&part.id.1, ids.iter().copied(), say::known_are(ids.join("`, `")));
                let fix = Fix::nearest(&part.id.1, nearest(&part.id.1, ids.into_iter()));
                fields.out().add_fix(Code::RecordUnknownId, place, say::there_is_no_part(&part.id.1), help, fix);
                continue;
            };
            part.check(known, &self.origin, fields);
        }
    }
}

impl BuilderPart {
    fn check(&self, known: &KnownPart, origin: &Origin, fields: &mut Fields) {
        let mut seen = BTreeSet::new();
        for BuilderField { id: (path, id), .. } in &self.fields {
            let place = origin.place(path);
            if !seen.insert(id) {
                let message = say::there_is_part_already(id);
                fields.out().add(Code::RecordDuplicateId, place, message, say::give_each_part_and_field_once());
            } else if !known.fields.iter().any(|(field, _)| field == id) {
                let ids: Vec<&str> = known.fields.iter().map(|(field, _)| *field).collect();
                let help = did_you_mean(id, ids.iter().copied(), say::known_are(ids.join("`, `")));
                let message = say::part_has_no_field(&self.id.1, id);
                let fix = Fix::nearest(id, nearest(id, ids.into_iter()));
                fields.out().add_fix(Code::RecordUnknownId, place, message, help, fix);
            }
        }
    }
}
