//! A task that a reader comes with.

use super::home::LinkTo;
use super::{PageLink, Reader, Rich};
use crate::define::{ByLanguage, Field, Search, group};
use crate::lang::Localised;
use crate::parse::front::MAX_SUMMARY;
use crate::yaml::{Fields, Origin};

group! {
    /// What somebody wants to get done: who, how long, step by step, and what to take away.
    #[derive(Debug, Hash)]
    pub struct Task by Reader {
        title: Localised = say(
            ["Аталышы", "Название", "Title"],
            ["Окурман эмне кылгысы келет, буйрук сөз менен: «Резюме жазуу»", "Что хочет сделать читатель, глаголом: «Написать резюме»",
             "What the reader wants to do, with a verb: “Write a CV”"]);
        summary: Localised = length(MAX_SUMMARY).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Эң көп 200 белги", "Не больше 200 знаков", "At most 200 letters"]);
        /// Words that lead here and are not shown, one list a language.
        search_terms: ByLanguage = search(Search::Name).say(
            ["Издөө сөздөрү", "Слова для поиска", "Search words"],
            ["Көрсөтүлбөгөн, бирок издегенде ушул ишке алып келген сөздөр", "Слова, которых на странице нет, но по которым её ищут",
             "Words that are not shown and lead here all the same"]);
        /// For whom the task is: ids of audiences of the site.
        audience: Vec<String> = wanted().search(Search::Not).say(
            ["Ким үчүн", "Для кого", "Audience"],
            ["Окурмандардын id'си: [teacher, employer]", "id читателей: [teacher, employer]", "Ids of readers: [teacher, employer]"])
            => Task::read_audience;
        time: Option<Localised> = wanted().search(Search::Not).say(
            ["Убакыт", "Время", "Time"],
            ["Баары канча убакыт алат: «үч жума, күнүнө жарым сааттан»", "Сколько занимает всё вместе: «три недели по полчаса в день»",
             "How long all of it takes: “three weeks, half an hour a day”"]);
        needs: Vec<Rich> = wanted().section("needs").say(
            ["Эмне керек", "Что понадобится", "What is needed"],
            ["Баштаардан мурда эмне даяр болушу керек, ар бири өзүнчө сапта", "Что должно быть под рукой до начала, каждое на своей строке",
             "What should be at hand before one begins, each on a line"]);
        steps: Vec<TaskStep> = wanted().section("steps").count(3, 9).say(
            ["Кадамдар", "Шаги", "Steps"],
            ["3–9 кадам", "3–9 шагов", "3 to 9 steps"]);
        documents: Vec<TaskDocument> = section("documents").at_most(20).say(
            ["Документтер", "Документы", "Documents"],
            ["Ала кетүүчү файлдар; Word жана ZIP шилтемелери өзү жасалат", "Что взять с собой; ссылки на Word и ZIP появятся сами",
             "What to take away; links to Word files and a ZIP are made of them"]);
        see: Vec<PageLink> = search(Search::Not).say(
            ["Дагы", "Подробнее", "See also"],
            ["Кайсы барактар толугураак айтат", "Какие страницы рассказывают подробнее", "Which pages tell more"]);
        next: Option<LinkTo> = example("another-task.yaml").search(Search::Not).say(
            ["Андан кийин", "Что дальше", "Next"],
            ["Кийинки иштин файлы", "Файл следующего дела", "The file of the task that follows"]);
        + origin: Origin = Reader::document;
    }
}

group! {
    /// A step of a task.
    #[derive(Debug, Hash)]
    pub struct TaskStep by Reader {
        title: Localised = say(["Аталышы", "Название", "Title"], ["Эмне кылуу керек", "Что сделать", "What to do"]);
        time: Option<Localised> = search(Search::Not).say(
            ["Убакыт", "Время", "Time"],
            ["Качан же канча убакыт: «бир жума мурун», «15 мүнөт»", "Когда или сколько: «за неделю», «15 минут»",
             "When, or how long: “a week before”, “15 minutes”"]);
        text: Rich = blocks().say(["Текст", "Текст", "Text"], ["Кантип кылуу керек", "Как это сделать", "How it is done"]);
    }
}

group! {
    /// What is taken away: a page that is a Word file too, or a file of the site.
    #[derive(Debug, Hash)]
    pub struct TaskDocument by Reader {
        to: LinkTo = example("../forms/letter.md").say(
            ["Кайда", "Куда", "To"],
            ["Бланк, сабактын барагы, тест же файл", "Бланк, занятие с листом, тест или файл",
             "A form, a lesson with a worksheet, a self-test or a file"]);
        note: Option<Localised> = say(
            ["Түшүндүрмө", "Пояснение", "Note"],
            ["Эмне үчүн керек, бир сап", "Зачем он, одна строка", "What it is for, in a line"]);
    }
}

impl Task {
    fn read_audience(field: &'static Field, reader: &mut Reader, fields: &mut Fields) -> Option<Vec<String>> {
        Some(fields.choices(field.key, reader.settings.audiences).into_iter().map(str::to_string).collect())
    }
}
