//! What somebody real tells of their work.

use jiff::civil::Date;

use super::{Reader, Reference, Rich};
use crate::define::{Reads, Search, To, group};
use crate::diag::Code;
use crate::lang::Localised;
use crate::messages::say;
use crate::yaml::{Fields, Origin};

group! {
    /// An interview with somebody named, who has agreed to it: published only with a picture and the day of the consent.
    #[derive(Debug, Hash)]
    pub struct Story by Reader {
        title: Localised = say(
            ["Аталышы", "Название", "Title"],
            ["Аңгеме кантип аталат", "Как называется рассказ", "What the story is called"]);
        summary: Localised = length(160).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Бир сүйлөм, эң көп 160 белги", "Одно предложение, не больше 160 знаков", "One sentence, at most 160 letters"]);
        name: Localised = search(Search::Name).say(
            ["Ким айтты", "Кто рассказал", "Who tells it"],
            ["Аты-жөнү, жашаган жери", "Имя и фамилия, откуда", "The name, and where they live"]);
        profession: Reference = refers(To::Professions).main().search(Search::Not).say(
            ["Кесип", "Профессия", "Profession"],
            ["Кесиптин id'си", "id профессии", "Id of the profession"]);
        /// A picture of whoever tells it, as Markdown has pictures.
        photo: Rich = blocks().search(Search::Not).say(
            ["Сүрөтү", "Фотография", "Picture"],
            ["![сүрөттө эмне көрүнөт](ушул-файлдын-жанындагы-сүрөт.jpg)", "![что на снимке](снимок-рядом-с-этим-файлом.jpg)",
             "![what it shows](a-picture-beside-this-file.jpg)"]);
        told_on: Date = search(Search::Not).say(
            ["Качан айтты", "Когда рассказано", "Told on"],
            ["Маек болгон күн", "День беседы", "The day of the interview"]);
        consent: Consent = search(Search::Not).say(
            ["Макулдук", "Согласие", "Consent"],
            ["Атын, сүрөтүн жана сөзүн чыгарууга макулдугу", "Согласие напечатать имя, снимок и рассказ",
             "The consent to print the name, the picture and the story"]);
        text: Rich = blocks().say(
            ["Аңгеме", "Рассказ", "Story"],
            ["Айткан сөзү, өз тилинде жана котормосу", "Что рассказано, на своём языке и в переводе", "What was told, and its translation"]);
        + origin: Origin = Reader::document;
    }
    check Story::check_photo;
}

group! {
    /// That somebody agrees to be named, shown and quoted.
    #[derive(Debug, Hash)]
    pub struct Consent by Reader {
        given_on: Date = say(
            ["Качан берди", "Когда дано", "Given on"],
            ["Макулдук берилген күн", "День согласия", "The day of the consent"]);
        /// One of [`CONSENTS`].
        how: &'static str = choices(CONSENTS, "consent.").say(
            ["Кантип", "Как", "How"],
            ["Кол коюлган кагаз же үн жазуусу; барагы редакцияда сакталат", "Подписанный лист или запись; хранится в редакции",
             "A signed sheet or a recording, which the editors keep"]);
        /// One of [`CONSENT_BY`].
        by: &'static str = choices(CONSENT_BY, "consent.by.").or("self").say(
            ["Ким берди", "Кто дал", "By whom"],
            ["Өзү же ата-энеси: он сегизге чыга элек болсо", "Сам рассказчик или родитель, если нет восемнадцати",
             "Whoever tells it, or a parent of somebody under eighteen"]);
    }
}

/// How a [`Consent`] was given.
pub const CONSENTS: &[&str] = &["signed", "recorded"];
/// Who gave a [`Consent`].
pub const CONSENT_BY: &[&str] = &["self", "parent"];

impl Story {
    /// A story without a picture is not told by anybody whom readers can see.
    fn check_photo(&self, reader: &Reader, fields: &mut Fields) {
        if !reader.links.iter().any(|link| link.image) {
            let place = reader.origin().place(&fields.path().key("photo"));
            let (message, help) = (say::story_shows_no_picture(), say::write_picture_as_markdown());
            fields.out().add_missing(Code::YamlBadValue, place, message, help);
        }
    }
}
