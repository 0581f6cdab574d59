//! A lesson or a visit of a programme.

use super::{PageLink, Reader, Reference, Rich, Worksheet};
use crate::define::{Reads, Search, To, group};
use crate::diag::Code;
use crate::lang::Localised;
use crate::messages::say;
use crate::parse::front::MAX_SUMMARY;
use crate::yaml::{Fields, Origin};

group! {
    /// A lesson or a visit.
    #[derive(Debug, Hash)]
    pub struct Lesson by Reader {
        /// One of [`LESSON_KINDS`].
        kind: &'static str = choices(LESSON_KINDS, "").main().search(Search::Not).say(
            ["Түрү", "Вид", "Kind"],
            ["lesson — сабак, visit — жолугушуу", "lesson — занятие, visit — встреча", "A lesson or a visit"]);
        /// Its number among those of its kind.
        number: i64 = main().search(Search::Not).say(
            ["Номери", "Номер", "Number"],
            ["Сабактардын же жолугушуулардын арасындагы номери", "Номер среди занятий или среди встреч",
             "Its number among lessons, or among visits"]);
        /// Id of an item of the publication's record of steps.
        step: Reference = refers(To::Steps).main().search(Search::Not).say(
            ["Кадам", "Шаг", "Step"],
            ["Кадамдын id'си, ушул басылманын «type: steps» файлынан", "id шага из файла «type: steps» этого же издания",
             "Id of a step, from the file «type: steps» of the same publication"]);
        title: Localised = say(
            ["Аталышы", "Название", "Title"],
            ["Номерсиз", "Без номера", "Without its number"]);
        summary: Localised = length(MAX_SUMMARY).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Эң көп 200 белги", "Не больше 200 знаков", "At most 200 letters"]);
        minutes: i64 = main().example("45").search(Search::Not).say(
            ["Мүнөт", "Минуты", "Minutes"],
            ["Бүт убактысы; бөлүктөрдүн мүнөттөрү ушуга тең болот", "Всё время; столько же дают части вместе",
             "All of its time; its parts take as much together"]);
        aims: Vec<Rich> = wanted().section("aims").say(
            ["Максаттары", "Цели", "Aims"],
            ["Сабактан кийин окуучу эмнени жасай алат, 2–3 сап", "Что ученик сможет после занятия, 2–3 строки",
             "What pupils can do afterwards, 2 or 3 lines"]);
        materials: Vec<Rich> = wanted().section("materials").say(
            ["Эмне керек", "Что понадобится", "Materials"],
            ["Ар бири өзүнчө сапта", "Каждое на своей строке", "Each on a line"]);
        course: Vec<LessonPart> = wanted().section("course").say(
            ["Жүрүшү", "Ход", "Course"],
            ["4–7 бөлүк", "4–7 частей", "4 to 7 parts"]);
        worksheet: Option<Worksheet> = wanted().section("worksheet").say(
            ["Барак", "Рабочий лист", "Worksheet"],
            ["Окуучу толтурган барак: кагазда, Word файлында жана күндөлүктө браузерде",
             "Лист, который заполняет ученик: на бумаге, в файле Word и в дневнике в браузере",
             "What pupils fill in: on paper, as a Word file, and in the diary in the browser"]);
        homework: Option<Rich> = wanted().section("homework").say(
            ["Үйгө", "На дом", "Homework"],
            ["Үйдө эмне кылат", "Что сделать дома", "What to do at home"]);
        /// What goes into the pupil's diary.
        diary: Option<Rich> = wanted().section("diary").say(
            ["Күндөлүк", "Дневник", "Diary"],
            ["Күндөлүккө эмне жазылат", "Что записать в дневник", "What goes into the diary"]);
        /// Ids of professions.
        professions: Vec<Reference> = refers(To::Professions).wanted().search(Search::Not).say(
            ["Кесиптер", "Профессии", "Professions"],
            ["Кесиптердин id'си", "id профессий", "Ids of professions"]);
        see: Vec<PageLink> = search(Search::Not).say(
            ["Дагы", "Ещё", "See also"],
            ["Дагы кайсы барактар пайдалуу", "Какие страницы ещё пригодятся", "Which pages are of use too"]);
        sources: Vec<Reference> = refers(To::Sources).search(Search::Not).say(
            ["Булактар", "Источники", "Sources"],
            ["Булактардын id'си", "id источников", "Ids of sources"]);
        + origin: Origin = Reader::document;
    }
    check Lesson::check_minutes;
}

group! {
    /// A part of a lesson.
    #[derive(Debug, Hash)]
    pub struct LessonPart by Reader {
        minutes: i64 = example("5").search(Search::Not).say(
            ["Мүнөт", "Минуты", "Minutes"],
            ["Канча мүнөт", "Сколько минут", "How many minutes"]);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Бөлүктүн аталышы", "Название части", "What the part is called"]);
        text: Rich = blocks().say(["Текст", "Текст", "Text"], ["Эмне кылат", "Что делают", "What is done"]);
    }
}

/// What a [`Lesson`] can be.
pub const LESSON_KINDS: &[&str] = &["lesson", "visit"];

impl Lesson {
    /// What a diary calls the worksheet.
    pub fn worksheet_id(&self) -> String {
        format!("{}-{}", self.kind, self.number)
    }

    /// The parts of a lesson fill its time.
    fn check_minutes(&self, reader: &Reader, fields: &mut Fields) {
        let sum: i64 = self.course.iter().map(|part| part.minutes).fold(0, i64::saturating_add);
        // A draft without minutes has none to fill.
        if self.course.is_empty() || self.minutes == 0 || sum == self.minutes {
            return;
        }
        let place = reader.origin().place(&fields.path().key("minutes"));
        let message = say::parts_of_course_take_minutes_lesson(sum, self.minutes);
        fields.out().add(Code::LessonMinutes, place, message, say::change_minutes_of_part_or_of_lesson());
    }
}
