//! A profession of the encyclopedia.

use jiff::civil::Date;

use super::profession_values::{Conditions, Interests, Months, Review};
use super::{Reader, Reference, Rich, references};
use crate::define::{By, ByLanguage, Form, Reads, Search, To, group, no_source};
use crate::lang::Localised;
use crate::messages::say;
use crate::yaml::{Fields, Origin};

group! {
    /// A profession of the encyclopedia.
    #[derive(Debug, Hash)]
    pub struct Profession by Reader {
        title: Localised = say(
            ["Аталышы", "Название", "Title"],
            ["Кесип кыскача кантип аталат", "Как коротко называют профессию", "What the profession is called, in short"]);
        summary: Localised = length(160).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Бир сүйлөм, эң көп 160 белги", "Одно предложение, не больше 160 знаков", "One sentence, at most 160 letters"]);
        field: Reference = refers(To::Fields).main().search(Search::Not).facet("field", 9, By::Value).say(
            ["Тармак", "Сфера", "Field of work"],
            ["Тармактын id'си, fields.yaml файлынан", "id отрасли из файла fields.yaml", "Id of a field of work, from fields.yaml"]);
        /// What the official list calls it; `None` if it is not there or nobody has looked.
        official_title: Option<OfficialTitle> = search(Search::Not).say(
            ["Расмий аталышы", "Официальное название", "Official title"],
            ["Расмий аталышы жана анын булагы; тизмеде жок болсо, жазбаңыз: барак аны «расмий эмес» деп белгилейт",
             "Официальное название и его источник; если в перечне его нет, не пишите: страница скажет, что название не официальное",
             "The official title with its source; leave it out if the list does not have it: the page will say so"]);
        /// Other names, one list a language.
        alt_titles: ByLanguage = search(Search::Name).say(
            ["Башка аталыштары", "Другие названия", "Other titles"],
            ["Элде дагы кантип аташат", "Как ещё называют", "What else people call it"]);
        /// Words that lead here and are not shown, one list a language.
        search_terms: ByLanguage = search(Search::Name).say(
            ["Издөө сөздөрү", "Слова для поиска", "Search words"],
            ["Көрсөтүлбөгөн, бирок издегенде ушул кесипке алып келген сөздөр",
             "Слова, которых на странице нет, но по которым её ищут",
             "Words that are not shown and lead here all the same"]);
        isco08: Option<String> = form(ISCO).wanted().search(Search::Not).say(
            ["ISCO-08 коду", "Код ISCO-08", "ISCO-08 code"],
            ["Төрт сан, тырмакчанын ичинде", "Четыре цифры в кавычках", "Four digits in quotes"]);
        /// Further codes, of what people of the profession do too, or do with another schooling.
        isco08_also: Vec<String> = form(ISCO_ALSO).search(Search::Not).say(
            ["Дагы ISCO-08 коддору", "Ещё коды ISCO-08", "Further ISCO-08 codes"],
            ["Кесип бир нече топко кирсе: ар бири тырмакчанын ичинде", "Если профессия входит в несколько групп: каждый в кавычках",
             "If the profession belongs to several groups: each in quotes"]);
        tasks: Vec<Rich> = count(5, 8).wanted().section("what").say(
            ["Эмне иш кылат", "Что делает", "Tasks"],
            ["5–8 сап", "5–8 строк", "5 to 8 lines: what they do every day"]);
        typical_day: Option<Rich> = blocks().wanted().section("what").say(
            ["Бир күнү", "Обычный день", "A typical day"],
            ["Бир күнү кандай өтөт, 80–150 сөз", "Как проходит день, 80–150 слов", "How a day goes, 80 to 150 words"]);
        tools: Vec<Rich> = wanted().section("what").say(
            ["Эмне менен иштейт", "Чем работает", "Tools"],
            ["Ар бири өзүнчө сапта", "Каждый на своей строке", "What they work with, each on a line"]);
        workplace: Vec<Rich> = wanted().section("what").say(
            ["Кайда иштейт", "Где работает", "Workplace"],
            ["Жайы жана шарты, ар бири өзүнчө сапта", "Место и обстановка, каждое на своей строке",
             "Where they work, each on a line"]);
        mixed_up_with: Option<Rich> = section("what").say(
            ["Эмне менен чаташтырышат", "С чем путают", "What it is mixed up with"],
            ["Окшош кесиптен айырмасы эмнеде", "Чем отличается от похожей профессии", "How it differs from a profession that looks alike"]);
        /// Some of [`WORKS_WITH`].
        works_with: Vec<&'static str> = choices(WORKS_WITH, "works_with.").wanted().section("what").search(Search::Not)
            .facet("with", 8, By::Value).say(
            ["Кимдер же эмнелер менен", "С кем или с чем", "Works with"],
            ["Бирөө же экөө", "Одно или два", "One or two"]);
        /// Some of [`SETTINGS`].
        setting: Vec<&'static str> = choices(SETTINGS, "setting.").search(Search::Not).facet("setting", 9, By::Value).say(
            ["Кайда жашап иштесе болот", "Где можно жить и работать", "Where one can live and work"],
            ["workplace эмне дегенине жараша: айылда, үйдөн", "По тому, что сказано в workplace: в селе, из дома",
             "As `workplace` has it: in a village, from home"]);
        /// How often each of [`CONDITIONS`] holds.
        conditions: Option<Conditions> = wanted().section("fit").facet("wish", 3, By::Wishes).say(
            ["Шарттары", "Условия", "Conditions"],
            ["never — сейрек, sometimes — кээде, often — көп", "never — почти никогда, sometimes — иногда, often — часто",
             "How often each holds"]);
        interests: Option<Interests> = wanted().section("fit").search(Search::Not)
            .facet("interest", 4, By::Strongest).say(
            ["Кызыгуулар", "Интересы", "Interests"],
            ["0–100; редактордун баасы. Тамгалардан коду өзү чыгат", "0–100; оценка редактора. Код выводится сам",
             "0 to 100, the editors' estimate; the code is made of them"]);
        competencies: Vec<Weighted> = count(3, 5).wanted().section("fit").say(
            ["Көндүмдөр", "Умения", "Competencies"],
            ["competencies.yaml файлынан 3–5; салмагы 1–3", "Умения из файла competencies.yaml, 3–5; вес 1–3",
             "3 to 5 of competencies.yaml, with weights from 1 to 3"]);
        strengths: Vec<Rich> = wanted().section("fit").say(
            ["Мүнөздө эмне жардам берет", "Что помогает в характере", "Strengths"],
            ["3–5 сап", "3–5 строк", "What in a character helps, 3 to 5 lines"]);
        /// Ids of school subjects.
        school_subjects: Vec<Reference> = refers(To::Subjects).wanted().section("fit").facet("subject", 2, By::Value).say(
            ["Мектеп сабактары", "Школьные предметы", "School subjects"],
            ["id'лер, subjects.yaml файлынан", "id из файла subjects.yaml", "Ids of subjects.yaml"]);
        routes: Vec<Route> = wanted().section("routes").say(
            ["Кантип жетсе болот", "Как сюда попасть", "Ways in"],
            ["Ар бир жол өзүнчө", "Каждый путь отдельно", "Each way in by itself"]);
        study_at: Vec<StudyPlace> = section("study").say(
            ["Кайда окутат", "Где учат", "Places of study"],
            ["Ар биринин булагы менен", "Каждое с источником", "Each with its source"]);
        pay: Option<Pay> = section("then").search(Search::Not).facet("known", 12, By::Known(&["pay", "demand"])).say(
            ["Айлык", "Оплата", "Pay"],
            ["Негизи, жылы, булагы менен гана, айына сом менен", "Только с основанием, годом и источником, в сомах в месяц",
             "Only with its basis, year and source, in som a month"]);
        demand: Option<Demand> = section("then").say(
            ["Суроо-талап", "Спрос", "Demand"],
            ["Негизи, күнү, булагы менен гана", "Только с основанием, датой и источником", "Only with its basis, day and source"]);
        restrictions: Vec<Restriction> = section("fit").say(
            ["Чектөөлөр", "Ограничения", "Restrictions"],
            ["Ким иштей албайт же кандай уруксат керек; булагы менен", "Кому нельзя или какое нужно разрешение; с источником",
             "Who may not do it, or what one needs for it; with its source"]);
        accessibility: Option<Rich> = section("fit").say(
            ["Ден соолук", "Особенности здоровья", "Accessibility"],
            ["Ден соолугунда өзгөчөлүгү бар адамга", "Для людей с особенностями здоровья",
             "For people with a disability or an illness"]);
        progression: Option<Rich> = wanted().section("then").say(
            ["Өсүү", "Рост", "Progression"],
            ["Андан ары кайда өссө болот", "Куда можно расти дальше", "What one can become later"]);
        self_employment: Option<SelfEmployment> = wanted().section("then").say(
            ["Өз алдынча иштөө", "Работа на себя", "Self-employment"],
            ["Өз алдынча иштесе болобу, кантип", "Можно ли работать на себя и как", "Whether one can work for oneself, and how"]);
        changing: Option<Rich> = wanted().section("then").say(
            ["Эмне өзгөрүүдө", "Что меняется", "What changes"],
            ["Технология эмнени өзгөртүүдө", "Что меняет техника", "What technology changes"]);
        /// Ids of professions to take instead.
        near_alternatives: Vec<Reference> = refers(To::Professions).wanted().section("instead").search(Search::Not).say(
            ["Орун жетпей калса", "Если поступить не удалось", "Instead of it"],
            ["Кесиптердин id'си, 2–4", "id профессий, 2–4", "Ids of professions to take instead, 2 to 4"]);
        /// Ids of professions that are like it.
        related: Vec<Reference> = refers(To::Professions).section("instead").search(Search::Not).say(
            ["Окшош кесиптер", "Похожие профессии", "Related"],
            ["id'лер; калганын программа өзү табат", "id; остальные программа найдёт сама", "Ids; the program finds the others itself"]);
        /// What the page says of a change to another profession, where the competencies alone say too little.
        changes: Vec<Change> = section("instead").search(Search::Not).say(
            ["Башка кесипке өтүү", "Переход в другую профессию", "Changing to another"],
            ["Окшош кесипке өтүү үчүн эмнени үйрөнүү керек; жазбасаңыз, программа көндүмдөрдөн өзү эсептейт",
             "Чему придётся научиться для похожей профессии; если не писать, программа вычислит из умений",
             "What one has to learn for a profession that is like it; without it the program computes it from the competencies"]);
        try_it: Vec<Rich> = count(3, 3).wanted().section("try").say(
            ["Байкап көрүү", "Попробовать", "Try it"],
            ["Акысыз байкап көрсө боло турган үч иш", "Три дела, которые можно попробовать бесплатно",
             "Three things that one can try for nothing"]);
        questions_to_ask: Vec<Rich> = count(3, 5).wanted().section("questions").say(
            ["Суроолор", "Вопросы", "Questions to ask"],
            ["Ишканага барганда бере турган 3–5 суроо", "3–5 вопросов для похода на предприятие",
             "3 to 5 questions for a visit to a workplace"]);
        /// Ids of sources of what no claim gives a source for.
        sources: Vec<Reference> = refers(To::Sources).wanted().search(Search::Not).say(
            ["Булактар", "Источники", "Sources"],
            ["Башка фактылардын булактары, sources.yaml файлынан", "Источники других фактов из файла sources.yaml",
             "Sources of the other facts, from sources.yaml"]);
        updated: Option<Date> = search(Search::Not).say(
            ["Жаңыртылды", "Обновлено", "Updated"],
            ["Акыркы жолу өзгөргөн күнү", "День последнего изменения", "The day of the last change"]);
        review: Review = wanted().search(Search::Not).say(
            ["Ырастоо", "Подтверждение", "Review"],
            ["draft: редактор али ырастай элек; ырастаган күнү", "draft: редактор ещё не подтвердил; иначе день подтверждения",
             "draft, or the day on which an editor confirmed the text of each language and the facts"]);
        + origin: Origin = Reader::document;
    }
}

/// The code of the International Standard Classification of Occupations.
const ISCO: Form = Form {
    pattern: "^([0-9]{4})?$",
    holds: |code| code.len() == 4 && code.bytes().all(|b| b.is_ascii_digit()),
    what: say::code_of_isco_08,
    help: say::write_four_digits_in_quotes,
};

/// The same in a list, in which nothing stands that is empty.
const ISCO_ALSO: Form = Form { pattern: "^[0-9]{4}$", ..ISCO };

group! {
    /// A title as an official list has it.
    #[derive(Debug, Hash)]
    pub struct OfficialTitle by Reader {
        text: Localised = say(
            ["Аталышы", "Название", "Title"],
            ["Тизмеде кандай жазылса, ошондой", "Так, как в перечне", "As the list has it"]);
        source: Reference = claim();
    }
}

/// What a profession has to do with.
pub const WORKS_WITH: &[&str] = &["people", "things", "information", "nature"];

/// Where a profession can be worked in beside towns.
pub const SETTINGS: &[&str] = &["village", "home"];

group! {
    /// A competency and how much it counts, 1–3.
    #[derive(Debug, Hash)]
    pub struct Weighted by Reader {
        id: Reference = refers(To::Competencies).example("hands").say(
            ["Көндүм", "Умение", "Competency"],
            ["id, competencies.yaml файлынан", "id из файла competencies.yaml", "Id of competencies.yaml"]);
        weight: u8 = range(1, 3).cure(say::add_weight_how_much_it_counts).example("3").say(
            ["Салмагы", "Вес", "Weight"],
            ["1–3: канчалык маанилүү", "1–3: насколько важно", "How much it counts, from 1 to 3"]);
    }
}

group! {
    /// One way into a profession.
    #[derive(Debug, Hash)]
    pub struct Route by Reader {
        /// 9 or 11.
        after_grade: i64 = among(&[9, 11]).cure(say::add_after_grade_or_after_grade).example("9")
            .choices(&["9", "11"], "profession.after").facet("start", 1, By::Value).say(
            ["Кайсы класстан кийин", "После какого класса", "After which grade"],
            ["9 же 11", "9 или 11", "9 or 11"]);
        /// One of [`ROUTE_KINDS`].
        kind: &'static str = choices(ROUTE_KINDS, "route.").facet("way", 6, By::Value).say(
            ["Түрү", "Вид", "Kind"],
            ["Кайда окутат", "Где учат", "Where one learns it"]);
        /// Level of the National Qualifications Framework.
        nqf: Option<i64> = range(1, 9).example("4").say(
            ["УКАнын деңгээли", "Уровень НРК", "NQF level"],
            ["Улуттук квалификациялар алкагынын деңгээли: 4 лицей, 5 колледж, 6 университет",
             "Уровень Национальной рамки квалификаций: 4 лицей, 5 колледж, 6 университет",
             "Level of the National Qualifications Framework: 4 lyceum, 5 college, 6 university"]);
        /// Shortest and longest duration in months.
        months: Option<Months> = example("[1, 3]").search(Search::Not).facet("time", 5, By::Length).say(
            ["Узактыгы", "Срок", "Duration"],
            ["Айлар менен, 10 же [1, 3]; булагы болсо гана", "В месяцах, 10 или [1, 3]; только с источником",
             "In months, 10 or [1, 3]; only with a source"]);
        /// Why there is no number of months: one of [`UNTIMED`].
        no_months: Option<&'static str> = choices(UNTIMED, "untimed.").search(Search::Not).say(
            ["Мөөнөтү эмнеге жок", "Почему нет срока", "Why no duration"],
            ["months жок болсо: school — окуу жай өзү белгилейт, shorter — 9-класстан кийинкиден кыска, so_able — мөөнөтү жок, unknown — тапкан жокпуз",
             "Если нет months: school — задаёт учебное заведение, shorter — короче, чем после 9 класса, so_able — срока нет, unknown — не нашли",
             "Without months: school — each school sets it, shorter — less than after grade 9, so_able — there is none, unknown — we found none"]);
        /// Whether the national test (ЖРТ, ОРТ) is needed: `no`, `yes` or `check`.
        ort: &'static str = choices(ORT, "ort.").or("check").facet("test", 7, By::Only(&["no"])).say(
            ["ЖРТ", "ОРТ", "National test"],
            ["no — керек эмес, yes — керек, check — окуу жайдан сураш керек", "no — не нужно, yes — нужно, check — спросить в учебном заведении",
             "Whether the national test is needed; check: ask there"]);
        /// What one gets at the end, one of [`DOCUMENTS`].
        document: Option<&'static str> = choices(DOCUMENTS, "document.").say(
            ["Документ", "Документ", "Document"],
            ["Аягында эмне берилет", "Что выдают в конце", "What one gets at the end"]);
        source: Option<Reference> = claim();
        text: Rich = say(
            ["Текст", "Текст", "Text"],
            ["Бул жол кандай", "Что это за путь", "What this way is like"]);
        /// What no source says, and whom to ask: the pages of what is unknown collect it.
        ask: Option<Rich> = search(Search::Not).say(
            ["Эмнени сураш керек", "Что спросить", "What to ask"],
            ["Факты табылбаган нерсе гана: эмнени жана кимден сураш керек. «Биз билбеген нерселер» барагына да чыгат",
             "Только то, о чём факта нет: что и у кого спросить. Попадёт и на страницу «Чего мы не знаем»",
             "Only what no fact is known of: what to ask, and whom. The page of what is unknown shows it too"]);
    }
    check Route::check_source;
}

impl Route {
    /// A course or learning at work asks for no test anywhere; what schools ask for is a rule that somebody made.
    fn check_source(&self, reader: &Reader, fields: &mut Fields) {
        if self.months.is_some() && self.no_months.is_some() {
            fields.bad_value("no_months", say::way_has_duration_and_reason_for_none(), say::remove_one_of_months());
        }
        let is_school = matches!(self.kind, "lyceum" | "college" | "university");
        let claims = self.months.is_some() || self.ort == "yes" || (self.ort == "no" && is_school);
        if claims && self.source.as_ref().is_none_or(|(_, id)| id.is_empty()) {
            no_source(fields, reader.origin());
        }
    }
}

/// The kinds of [`Route`].
pub const ROUTE_KINDS: &[&str] = &["lyceum", "college", "university", "short_course", "on_the_job"];
/// What a [`Route`] may end with.
pub const DOCUMENTS: &[&str] = &["none", "certificate", "lyceum", "college", "bachelor", "specialist", "master"];
/// Why a [`Route`] has no duration.
pub const UNTIMED: &[&str] = &["school", "shorter", "so_able", "unknown"];
/// Whether a [`Route`] asks for the national test.
pub const ORT: &[&str] = &["no", "yes", "check"];

group! {
    /// What somebody of this profession has to learn for another.
    #[derive(Debug, Hash)]
    pub struct Change by Reader {
        to: Reference = refers(To::Professions).example("baker").say(
            ["Кайсы кесипке", "В какую профессию", "To"],
            ["Кесиптин id'си", "id профессии", "Id of the other profession"]);
        text: Rich = say(
            ["Эмнени үйрөнүү керек", "Чему научиться", "What to learn"],
            ["Бир сүйлөм", "Одно предложение", "One sentence"]);
    }
}

group! {
    /// Where a profession is taught.
    #[derive(Debug, Hash)]
    pub struct StudyPlace by Reader {
        institution: Reference = refers(To::Institutions).facet("region", 10, By::Region).say(
            ["Окуу жайы", "Учебное заведение", "Institution"],
            ["id, institutions.yaml файлынан", "id из файла institutions.yaml", "Id of institutions.yaml"]);
        source: Reference = claim();
    }
}

group! {
    /// What is paid, in som a month.
    #[derive(Debug, Hash)]
    pub struct Pay by Reader {
        /// What the numbers are: one of [`PAY_BASES`].
        basis: &'static str = choices(PAY_BASES, "pay.").say(
            ["Негизи", "Основание", "Basis"],
            ["Бул кандай сан", "Что это за числа", "What the numbers are"]);
        from: i64 = unit(SOM).cure(say::add_from_lowest_sum_in_som_month).say(
            ["Эң азы", "От", "From"],
            ["Эң аз сумма, айына сом менен", "Самая низкая сумма, в сомах в месяц", "The lowest sum in som a month"]);
        to: i64 = unit(SOM).cure(say::add_to_highest_sum_in_som_month).say(
            ["Эң көбү", "До", "To"],
            ["Эң көп сумма; бирөө эле болсо, ошол эле сан", "Самая высокая сумма; если она одна, та же", "The highest sum; the same if there is one"]);
        year: i64 = cure(say::add_year_year_that_sums).say(
            ["Жылы", "Год", "Year"],
            ["Сандар кайсы жылдыкы", "За какой год числа", "The year that the sums are from"]);
        source: Reference = claim();
    }
}

/// What a sum of [`Pay`] counts.
const SOM: &str = "KGS a month";

group! {
    /// What is known of the demand for a profession.
    #[derive(Debug, Hash)]
    pub struct Demand by Reader {
        /// One of [`SIGNALS`].
        signal: &'static str = choices(SIGNALS, "demand.").search(Search::Not).say(
            ["Суроо-талап", "Спрос", "Demand"],
            ["Көпбү, азбы", "Велик ли он", "Whether there are many vacancies"]);
        /// One of [`DEMAND_BASES`].
        basis: &'static str = choices(DEMAND_BASES, "demand.basis.").search(Search::Not).say(
            ["Негизи", "Основание", "Basis"],
            ["Эмнеге таянат", "На чём основано", "What that is based on"]);
        date: Date = cure(say::add_date_day_that_data).search(Search::Not).say(
            ["Күнү", "Дата", "Date"],
            ["Маалымат кайсы күнгө тиешелүү", "На какой день данные", "The day that the data are from"]);
        source: Reference = claim();
        text: Rich = say(
            ["Текст", "Текст", "Text"],
            ["Бир-эки сүйлөм", "Одно-два предложения", "One or two sentences"]);
    }
}

/// What the numbers of a [`Pay`] are.
pub const PAY_BASES: &[&str] = &["sector_average", "region_average", "vacancies"];
/// What a [`Demand`] says.
pub const SIGNALS: &[&str] = &["high", "steady", "low"];
/// Where a [`Demand`] comes from.
pub const DEMAND_BASES: &[&str] = &["vacancies", "employers", "forecast"];

group! {
    /// Who may not do the work, or only with something.
    #[derive(Debug, Hash)]
    pub struct Restriction by Reader {
        /// One of [`RESTRICTIONS`].
        kind: &'static str = choices(RESTRICTIONS, "restriction.").search(Search::Not).say(
            ["Түрү", "Вид", "Kind"],
            ["Жаш, ден соолук же уруксат", "Возраст, здоровье или разрешение", "Age, health or a licence"]);
        text: Rich = say(
            ["Текст", "Текст", "Text"],
            ["Эмне болбойт же эмне керек", "Чего нельзя или что нужно", "What is not allowed, or what one needs"]);
        source: Reference = claim();
    }
}

/// The kinds of [`Restriction`].
pub const RESTRICTIONS: &[&str] = &["age", "health", "licence"];

group! {
    /// Whether one can work for oneself.
    #[derive(Debug, Hash)]
    pub struct SelfEmployment by Reader {
        /// One of [`SELF_EMPLOYMENT`].
        how: &'static str = choices(SELF_EMPLOYMENT, "self_employment.").search(Search::Not)
            .facet("self", 11, By::Only(&["common", "possible"])).say(
            ["Канчалык кеңири", "Насколько часто", "How usual"],
            ["Сейрек, мүмкүн, көп", "Редко, возможно, часто", "Rare, possible, common"]);
        text: Rich = say(
            ["Текст", "Текст", "Text"],
            ["Кантип иштесе болот", "Как это бывает", "How that is done"]);
    }
}

/// How usual [`SelfEmployment`] is.
pub const SELF_EMPLOYMENT: &[&str] = &["rare", "possible", "common"];

impl Profession {
    /// Every reference to a source, in the order of the record.
    pub fn source_references(&self) -> Vec<&Reference> {
        references(&self.values(), To::Sources)
    }

    /// Ids of its sources, each once, in the order of the record.
    pub fn source_ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for (_, id) in self.source_references() {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
        ids
    }
}
