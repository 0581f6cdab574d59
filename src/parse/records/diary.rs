//! A diary: pages that a pupil fills in along the steps of a programme.

use std::collections::BTreeSet;

use super::{LESSON_KINDS, Prompt, Reader, Reference, Rich};
use crate::define::{ByLanguage, Field, Item, Search, To, group};
use crate::diag::Code;
use crate::lang::Localised;
use crate::messages::say;
use crate::parse::front::MAX_SUMMARY;
use crate::yaml::{Fields, Node, Origin};

use super::worksheet::PROMPT_ID;

group! {
    /// A diary. The worksheets of its publication's lessons and visits are pages of it by themselves.
    #[derive(Debug, Hash)]
    pub struct Diary by Reader {
        title: Localised = say(["Аталышы", "Название", "Title"], ["Күндөлүк кантип аталат", "Как называется дневник", "What it is called"]);
        summary: Localised = length(MAX_SUMMARY).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Эң көп 200 белги", "Не больше 200 знаков", "At most 200 letters"]);
        /// Words that lead here and are not shown, one list a language.
        search_terms: ByLanguage = search(Search::Name).say(
            ["Издөө сөздөрү", "Слова для поиска", "Search words"],
            ["Көрсөтүлбөгөн, бирок издегенде ушул жерге алып келген сөздөр", "Слова, которых на странице нет, но по которым её ищут",
             "Words that are not shown and lead here all the same"]);
        intro: Rich = blocks().say(
            ["Кириш сөз", "Вступление", "Intro"],
            ["Бул эмне, кантип жүргүзүлөт", "Что это и как его вести", "What it is, and how to keep it"]);
        /// Own pages, in the order of the diary.
        pages: Vec<DiaryPage> = required().cure(say::add_list_of_pages_of_diary).say(
            ["Барактар", "Страницы", "Pages"],
            ["Күндөлүктүн өз барактары; сабактардын барактары ушул басылмадан өздөрү келет. Биринчи кадамы бар барактан мурункулар башында, калган кадамсыздар аягында турат",
             "Свои страницы дневника; листы занятий приходят сами из этого же издания. Страницы без шага стоят в начале, если они идут до первой страницы с шагом, иначе в конце",
             "Pages of its own; the worksheets of the publication's lessons come by themselves. Pages without a step stand at the beginning if no page with a step comes before them, and otherwise at the end"])
            => DiaryPage::read_all;
        sources: Vec<Reference> = refers(To::Sources).search(Search::Not).say(
            ["Булактар", "Источники", "Sources"],
            ["Булактардын id'си", "id источников", "Ids of sources"]);
        + origin: Origin = Reader::document;
    }
}

group! {
    /// A page of a diary that belongs to no lesson.
    #[derive(Debug, Hash)]
    pub struct DiaryPage by Reader {
        id: String = form(PROMPT_ID).say(
            ["id", "id", "Id"],
            ["Сакталган жооптор ушул ат менен турат; сөздөр өзгөрсө да, өзгөрбөйт", "По нему хранятся ответы; не меняется, когда меняются слова",
             "What stored answers call it; it stays when the words change"]);
        /// Id of an item of the publication's record of steps: it comes after the lessons of the step.
        step: Option<Reference> = refers(To::Steps).search(Search::Not).say(
            ["Кадам", "Шаг", "Step"],
            ["Кадамдын id'си: барак ошол кадамдын сабактарынан кийин турат", "id шага: страница стоит после занятий этого шага",
             "Id of a step: the page comes after its lessons"]);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Барактын аталышы", "Название страницы", "What it is called"]);
        prompts: Vec<Prompt> = required().cure(say::add_list_of_prompts).say(
            ["Суроолор", "Вопросы", "Prompts"],
            ["Эмне толтурулат, сабактын барагындагыдай эле", "Что заполняют: так же, как в листе занятия", "What is filled in, as in the worksheet of a lesson"])
            => Prompt::read_all;
    }
}

impl DiaryPage {
    fn read_all(field: &'static Field, reader: &mut Reader, fields: &mut Fields) -> Option<Vec<DiaryPage>> {
        let pages = <DiaryPage as Item<Reader>>::list(field, reader, fields);
        if fields.is_empty(field.key) {
            fields.missing(field.key, say::add_list_of_pages_of_diary());
            return None;
        }
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let Some((path, Node::List(nodes))) = fields.get(field.key) else { return Some(pages) };
        for (at, node) in nodes.iter().enumerate() {
            let Node::Map(entries) = node else { continue };
            let Some((_, Node::Text(id))) = entries.iter().find(|(key, _)| key == "id") else { continue };
            let place = reader.origin.place(&path.item(at).key("id"));
            let help = say::give_each_page_id_of_its_own();
            if !(PROMPT_ID.holds)(id) {
                let message = say::is_not(id, (PROMPT_ID.what)());
                fields.out().add(Code::YamlBadValue, place, message, (PROMPT_ID.help)());
            } else if is_of_lesson(id) {
                fields.out().add(Code::RecordDuplicateId, place, say::id_is_of_worksheet(id), help);
            } else if !seen.insert(id.clone()) {
                fields.out().add(Code::RecordDuplicateId, place, say::there_is_page_already(id), help);
            }
        }
        Some(pages)
    }
}

/// Whether an id is one that worksheets have: `lesson-4`, `visit-2`.
fn is_of_lesson(id: &str) -> bool {
    LESSON_KINDS.iter().any(|kind| {
        let rest = id.strip_prefix(kind).and_then(|rest| rest.strip_prefix('-'));
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
    })
}
