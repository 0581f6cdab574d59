//! Every type of record: its name, its keys, and what is read of it.

use super::{
    Builder, Diary, GlossaryTerm, Home, Lesson, Profession, Questionnaire, Reader, Record, SelfTest, Story, Synonyms,
    Task, Terms, data, lists,
};
use crate::define::{Definition, Field, Read};
use crate::diag::Code;
use crate::parse::Publishing;
use crate::yaml::Fields;

/// A type of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Profession,
    Term,
    Lesson,
    SelfTest,
    Story,
    Questionnaire,
    Builder,
    Task,
    Diary,
    Steps,
    Organisations,
    Pathway,
    Roadmap,
    Events,
    Table,
    Fields,
    Subjects,
    Competencies,
    Regions,
    Sources,
    Institutions,
    Home,
    Synonyms,
}

/// A type without wishes.
const fn defined(
    name: &'static str,
    label: crate::define::Words,
    help: crate::define::Words,
    parts: &'static [&'static [Field]],
) -> Definition {
    Definition { name, label, help, parts, incomplete: None }
}

/// Data of a shape.
const fn shaped(
    name: &'static str,
    label: crate::define::Words,
    help: crate::define::Words,
    parts: &'static [&'static [Field]; 3],
) -> Definition {
    defined(name, label, help, parts)
}

static PROFESSION: Definition = Definition {
    incomplete: Some(Code::ProfessionIncomplete),
    ..defined(
        "profession",
        ["Кесип", "Профессия", "Profession"],
        [
            "Энциклопедиянын бир кесиби; файлдын аты — анын id'си",
            "Профессия энциклопедии; имя файла — её id",
            "An entry of the encyclopedia; its file's name is its id",
        ],
        &[Profession::FIELDS, Publishing::FIELDS],
    )
};

static TERM: Definition = defined(
    "term",
    ["Термин", "Термин", "Term"],
    [
        "Сөздүктүн термини; файлдын аты — анын id'си",
        "Термин словаря; имя файла — его id",
        "A term of the glossary; its file's name is its id",
    ],
    &[GlossaryTerm::FIELDS, Publishing::FIELDS],
);

static LESSON: Definition = Definition {
    incomplete: Some(Code::LessonIncomplete),
    ..defined(
        "lesson",
        ["Сабак же жолугушуу", "Занятие или встреча", "Lesson or visit"],
        ["Программанын сабагы же жолугушуусу", "Занятие или встреча программы", "A lesson or visit of a programme"],
        &[Lesson::FIELDS, Publishing::FIELDS],
    )
};

static SELF_TEST: Definition = defined(
    "test",
    ["Өзүн текшерүү тести", "Тест для себя", "Self-test"],
    [
        "Окуучу өзү жооп берген тест; натыйжасы эч кимге жөнөтүлбөйт",
        "Тест, на который отвечают для себя; результат никому не отправляется",
        "What pupils answer for themselves; the result is sent to nobody",
    ],
    &[SelfTest::FIELDS, Publishing::FIELDS],
);

static STORY: Definition = defined(
    "story",
    ["Аңгеме", "Рассказ", "Story"],
    [
        "Чыныгы адамдын өз иши жөнүндө айтканы: аты, сүрөтү жана макулдугу менен",
        "Что рассказал о своей работе настоящий человек: с именем, снимком и согласием",
        "What somebody real tells of their work, with the name, a picture and the consent",
    ],
    &[Story::FIELDS, Publishing::FIELDS],
);

static QUESTIONNAIRE: Definition = defined(
    "questionnaire",
    ["Анкета", "Анкета", "Questionnaire"],
    [
        "Көп адам биринен сала бири жооп берген анкета; жооптор түзмөктө калып, файл менен чогулат",
        "Анкета, на которую один за другим отвечают многие; ответы остаются на устройстве и собираются файлами",
        "What many people answer one after the other; answers stay on the device and are gathered as files",
    ],
    &[Questionnaire::FIELDS, Publishing::FIELDS],
);

static BUILDER: Definition = defined(
    "builder",
    ["Документ түзгүч", "Конструктор документа", "Builder of documents"],
    [
        "Окурман браузерде резюме же кат түзгөн барак; жазганы түзмөгүндө гана калат",
        "Страница, на которой составляют резюме или письмо; написанное остаётся на устройстве",
        "A page on which readers make a curriculum vitae or a letter, which stays on their device",
    ],
    &[Builder::FIELDS, Publishing::FIELDS],
);

static TASK: Definition = Definition {
    incomplete: Some(Code::TaskIncomplete),
    ..defined(
        "task",
        ["Иш", "Дело", "Task"],
        [
            "Окурман эмне үчүн келди: ким, канча убакыт, кадамдар, ала кетүүчү документтер",
            "С чем пришёл читатель: кто, сколько времени, шаги, документы с собой",
            "What a reader comes for: who, how long, steps, documents to take away",
        ],
        &[Task::FIELDS, Publishing::FIELDS],
    )
};

static DIARY: Definition = defined(
    "diary",
    ["Күндөлүк", "Дневник", "Diary"],
    [
        "Программанын кадамдары боюнча күндөлүк: өз барактары жана ошол басылманын сабактарынын барактары",
        "Дневник по шагам программы: свои страницы и листы занятий того же издания",
        "A diary along the steps of a programme: pages of its own, and the worksheets of the publication's lessons",
    ],
    &[Diary::FIELDS, Publishing::FIELDS],
);

static STEPS: Definition = shaped(
    "steps",
    ["Кадамдар", "Шаги", "Steps"],
    ["Биринен кийин бири: сүрөт", "Один за другим: рисунок", "One after the other: a figure"],
    &[data::DataHead::FIELDS, data::STEPS, Publishing::FIELDS],
);

static ORGANISATIONS: Definition = shaped(
    "organisations",
    ["Уюмдар", "Организации", "Organisations"],
    ["Ким ким менен иштейт: схема", "Кто с кем работает: схема", "Who works with whom: a figure"],
    &[data::DataHead::FIELDS, data::ORGANISATIONS, Publishing::FIELDS],
);

static PATHWAY: Definition = shaped(
    "pathway",
    ["Жолдор", "Пути", "Pathway"],
    ["Баскычтар аркылуу жолдор: схема", "Пути по ступеням: схема", "Ways through stages: a figure"],
    &[data::DataHead::FIELDS, data::PATHWAY, Publishing::FIELDS],
);

static ROADMAP: Definition = shaped(
    "roadmap",
    ["Жол картасы", "Дорожная карта", "Road map"],
    ["Ким, эмне, качан: таблица", "Кто, что и когда: таблица", "Who does what, and when: a table"],
    &[data::DataHead::FIELDS, data::ROADMAP, Publishing::FIELDS],
);

static EVENTS: Definition = shaped(
    "events",
    ["Окуялар", "События", "Events"],
    ["Убакыт сызыгы", "Лента времени", "A time-line"],
    &[data::DataHead::FIELDS, data::EVENTS, Publishing::FIELDS],
);

static TABLE: Definition = shaped(
    "table",
    ["Таблица", "Таблица", "Table"],
    [
        "Мамычалар жана саптар; саптын ачкычтары — мамычалардын id'лери",
        "Столбцы и строки; ключи строки — id столбцов",
        "Columns and rows; the keys of a row are the ids of the columns",
    ],
    &[data::DataHead::FIELDS, data::TABLE, Publishing::FIELDS],
);

static FIELDS: Definition = defined(
    "fields",
    ["Тармактар", "Сферы", "Fields of work"],
    ["Кесиптер тиешелүү тармактар", "Сферы, к которым относятся профессии", "To which professions belong"],
    &[lists::TERMS],
);

static SUBJECTS: Definition = defined(
    "subjects",
    ["Мектеп сабактары", "Школьные предметы", "School subjects"],
    ["Кесиптерге керек сабактар", "Предметы, которые нужны профессиям", "Of which professions make use"],
    &[lists::TERMS],
);

static COMPETENCIES: Definition = defined(
    "competencies",
    ["Көндүмдөр", "Умения", "Competencies"],
    ["Кесиптерде эмнени билүү керек", "Что нужно уметь в профессиях", "What one must be good at"],
    &[lists::TERMS],
);

static REGIONS: Definition = defined(
    "regions",
    ["Аймактар", "Регионы", "Regions"],
    ["Окуу жайлар турган аймактар", "Где находятся места учёбы", "Where places of study are"],
    &[lists::TERMS],
);

static SOURCES: Definition = defined(
    "sources",
    ["Булактар", "Источники", "Sources"],
    [
        "Фактылар кайдан алынды, ар бири акыркы жолу качан текшерилди",
        "Откуда взяты факты и когда каждый источник смотрели в последний раз",
        "Where facts come from, and when each was last looked at",
    ],
    &[lists::SOURCES],
);

static INSTITUTIONS: Definition = defined(
    "institutions",
    ["Окуу жайлар", "Места учёбы", "Institutions"],
    [
        "Окуу жайлар жана алардын абалы",
        "Учебные заведения и что с ними стало",
        "Places of study, and what has become of them",
    ],
    &[lists::INSTITUTIONS],
);

static HOME: Definition = defined(
    "home",
    ["Башкы бет", "Главная", "Home page"],
    [
        "Башкы бет эмне дейт, эшиктери кайда алып барат",
        "Что говорит главная и куда ведут её входы",
        "What the home page says and where its doors lead",
    ],
    &[Home::FIELDS],
);

static SYNONYMS: Definition = defined(
    "synonyms",
    ["Синонимдер", "Синонимы", "Synonyms"],
    [
        "Издөө үчүн маанилеш сөздөр, башка тилде да",
        "Слова с одним значением, для поиска, и на разных языках",
        "Words that mean the same, for the search, also across languages",
    ],
    &[Synonyms::FIELDS],
);

impl Type {
    /// Every type, in the order in which they are told.
    pub const ALL: &'static [Type] = &[
        Type::Profession,
        Type::Term,
        Type::Lesson,
        Type::SelfTest,
        Type::Story,
        Type::Questionnaire,
        Type::Builder,
        Type::Task,
        Type::Diary,
        Type::Steps,
        Type::Organisations,
        Type::Pathway,
        Type::Roadmap,
        Type::Events,
        Type::Table,
        Type::Fields,
        Type::Subjects,
        Type::Competencies,
        Type::Regions,
        Type::Sources,
        Type::Institutions,
        Type::Home,
        Type::Synonyms,
    ];

    /// What it is called, and its keys.
    pub fn definition(self) -> &'static Definition {
        match self {
            Type::Profession => &PROFESSION,
            Type::Term => &TERM,
            Type::Lesson => &LESSON,
            Type::SelfTest => &SELF_TEST,
            Type::Story => &STORY,
            Type::Questionnaire => &QUESTIONNAIRE,
            Type::Builder => &BUILDER,
            Type::Task => &TASK,
            Type::Diary => &DIARY,
            Type::Steps => &STEPS,
            Type::Organisations => &ORGANISATIONS,
            Type::Pathway => &PATHWAY,
            Type::Roadmap => &ROADMAP,
            Type::Events => &EVENTS,
            Type::Table => &TABLE,
            Type::Fields => &FIELDS,
            Type::Subjects => &SUBJECTS,
            Type::Competencies => &COMPETENCIES,
            Type::Regions => &REGIONS,
            Type::Sources => &SOURCES,
            Type::Institutions => &INSTITUTIONS,
            Type::Home => &HOME,
            Type::Synonyms => &SYNONYMS,
        }
    }

    /// What stands behind `type:`.
    pub fn name(self) -> &'static str {
        self.definition().name
    }

    /// The type of a name.
    pub fn find(name: &str) -> Option<Type> {
        Type::ALL.iter().copied().find(|known| known.name() == name)
    }

    /// Every name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Type::ALL.iter().map(|known| known.name())
    }

    /// Whether its records have a page of their own.
    pub fn has_page(self) -> bool {
        self.definition().fields().any(|field| field.key == "draft")
    }

    /// Reads a record of the type; `None` if too little is right.
    pub(super) fn read(self, reader: &mut Reader, fields: &mut Fields) -> Option<Record> {
        let data = |data: Option<super::Data>| data.map(|data| Record::Data(Box::new(data)));
        match self {
            Type::Profession => Profession::read(reader, fields).map(|found| Record::Profession(Box::new(found))),
            Type::Term => GlossaryTerm::read(reader, fields).map(|found| Record::Term(Box::new(found))),
            Type::Lesson => Lesson::read(reader, fields).map(|found| Record::Lesson(Box::new(found))),
            Type::SelfTest => SelfTest::read(reader, fields).map(|found| Record::SelfTest(Box::new(found))),
            Type::Story => Story::read(reader, fields).map(|found| Record::Story(Box::new(found))),
            Type::Questionnaire => {
                Questionnaire::read(reader, fields).map(|found| Record::Questionnaire(Box::new(found)))
            }
            Type::Builder => Builder::read(reader, fields).map(|found| Record::Builder(Box::new(found))),
            Type::Task => Task::read(reader, fields).map(|found| Record::Task(Box::new(found))),
            Type::Diary => Diary::read(reader, fields).map(|found| Record::Diary(Box::new(found))),
            Type::Steps => data(reader.data(fields, Reader::steps)),
            Type::Organisations => data(reader.data(fields, Reader::organisations)),
            Type::Pathway => data(reader.data(fields, Reader::pathway)),
            Type::Roadmap => data(reader.data(fields, Reader::roadmap)),
            Type::Events => data(reader.data(fields, Reader::events)),
            Type::Table => data(reader.data(fields, Reader::table)),
            Type::Fields => terms(Terms::Fields, reader, fields),
            Type::Subjects => terms(Terms::Subjects, reader, fields),
            Type::Competencies => terms(Terms::Competencies, reader, fields),
            Type::Regions => terms(Terms::Regions, reader, fields),
            Type::Sources => Read::take(&lists::SOURCES[0], reader, fields).map(Record::Sources),
            Type::Institutions => Read::take(&lists::INSTITUTIONS[0], reader, fields).map(Record::Institutions),
            Type::Home => Home::read(reader, fields).map(Record::Home),
            Type::Synonyms => Synonyms::read(reader, fields).map(Record::Synonyms),
        }
    }
}

fn terms(which: Terms, reader: &mut Reader, fields: &mut Fields) -> Option<Record> {
    Read::take(&lists::TERMS[0], reader, fields).map(|list| Record::Terms(which, list))
}
