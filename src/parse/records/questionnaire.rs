//! A questionnaire: questions that many people answer one after the other, and under which conditions each is asked.

use std::collections::{BTreeMap, BTreeSet};

use super::{Reader, Reference, Rich};
use crate::define::{ByLanguage, Search, To, group};
use crate::diag::{Code, Fix, did_you_mean};
use crate::lang::Localised;
use crate::messages::{Message, say};
use crate::parse::front::MAX_SUMMARY;
use crate::yaml::{Fields, Node, Origin, Path};

group! {
    /// A questionnaire.
    #[derive(Debug, Hash)]
    pub struct Questionnaire by Reader {
        title: Localised = say(["Аталышы", "Название", "Title"], ["Сурамжылоо кантип аталат", "Как называется анкета", "What it is called"]);
        summary: Localised = length(MAX_SUMMARY).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Эң көп 200 белги", "Не больше 200 знаков", "At most 200 letters"]);
        /// Words that lead here and are not shown, one list a language.
        search_terms: ByLanguage = search(Search::Name).say(
            ["Издөө сөздөрү", "Слова для поиска", "Search words"],
            ["Көрсөтүлбөгөн, бирок издегенде ушул анкетага алып келген сөздөр", "Слова, которых на странице нет, но по которым её ищут",
             "Words that are not shown and lead here all the same"]);
        /// For those who ask.
        intro: Rich = blocks().say(
            ["Сурагандарга", "Тем, кто спрашивает", "For those who ask"],
            ["Анкетаны кантип колдонуу керек; жооп бергендер муну көрбөйт", "Как пользоваться анкетой; отвечающие этого не видят",
             "How to use it; those who answer do not see it"]);
        /// For those who answer.
        greeting: Rich = blocks().say(
            ["Жооп бергендерге", "Тем, кто отвечает", "For those who answer"],
            ["Ким жана эмне үчүн сурап жатат", "Кто и зачем спрашивает", "Who asks, and what for"]);
        /// What one agrees to before anything is asked; without it nothing is kept.
        consent: Option<Localised> = say(
            ["Макулдук", "Согласие", "Consent"],
            ["Мунсуз эч нерсе сакталбайт", "Без него ничего не сохраняется", "Nothing is kept without it"]);
        minutes: i64 = range(1, 120).main().example("10").search(Search::Not).say(
            ["Мүнөт", "Минуты", "Minutes"],
            ["Толтуруу канча убакыт алат", "Сколько занимает заполнение", "How long it takes"]);
        /// It goes up with every change after which older answers mean something else.
        version: i64 = range(1, 10_000).or("1").search(Search::Not).say(
            ["Версия", "Версия", "Version"],
            ["Эски жооптор башка маани берип калган ар бир өзгөртүүдөн кийин бирге көбөйтүңүз",
             "Увеличьте на единицу после правки, из-за которой прежние ответы значат другое",
             "One more after each change that gives older answers another meaning"]);
        /// In the order in which they are asked.
        questions: Vec<Question> = required().cure(say::add_list_of_questions_each).at_most(MAX_QUESTIONS).say(
            ["Суроолор", "Вопросы", "Questions"],
            ["Суралган тартипте", "В том порядке, в каком их задают", "In the order in which they are asked"]) => Questionnaire::read_questions;
        thanks: Localised = say(
            ["Ыраазычылык", "Благодарность", "Thanks"],
            ["Аягында эмне айтылат", "Что сказано в конце", "What is said at the end"]);
        sources: Vec<Reference> = refers(To::Sources).search(Search::Not).say(
            ["Булактар", "Источники", "Sources"],
            ["Булактардын id'си", "id источников", "Ids of sources"]);
        + origin: Origin = Reader::document;
    }
}

const ID_HELP: [&str; 3] = [
    "Сакталган жооптор ушул ат менен турат; сөздөр өзгөрсө да, өзгөрбөйт",
    "По нему хранятся ответы; не меняется, когда меняются слова",
    "What stored answers call it; it stays when the words change",
];

group! {
    /// One question.
    #[derive(Debug, Hash)]
    pub struct Question by Reader {
        id: String = search(Search::Not).say(["id", "id", "Id"], ID_HELP);
        /// One of [`QUESTION_KINDS`].
        kind: &'static str = choices(QUESTION_KINDS, "").search(Search::Not).say(
            ["Түрү", "Вид", "Kind"],
            ["one — бирөө, several — бир нечеси, scale — баскыч, number — сан, text — текст, date — күн, table — таблица",
             "one — один вариант, several — несколько, scale — ступени, number — число, text — текст, date — день, table — таблица",
             "One choice, several, steps, a number, a text, a day or a table"]);
        text: Localised = say(["Суроо", "Вопрос", "Question"], ["Эмне суралат", "О чём спрашивают", "What is asked"]);
        hint: Option<Localised> = say(
            ["Кеңеш", "Подсказка", "Hint"],
            ["Кантип жооп бериш керек", "Как отвечать", "How to answer"]);
        /// The heading of the part that begins with it.
        section: Option<Localised> = say(
            ["Бөлүм", "Раздел", "Part"],
            ["Ушул суроодон башталган бөлүмдүн аталышы", "Заголовок части, которая начинается с этого вопроса",
             "The heading of the part that begins here"]);
        required: bool = or("false").say(
            ["Милдеттүү", "Обязательный", "Required"],
            ["true болсо, ансыз бүтүрүүгө болбойт", "С true без ответа анкету не закончить", "With true it must be answered"]);
        /// Whether answers are about a person, and so no part of a summary.
        private: bool = or("false").say(
            ["Жеке", "Личный", "Private"],
            ["true болсо, жооптор жыйынтыкта көрсөтүлбөйт: аты, телефону", "С true ответы не показываются в итогах: имя, телефон",
             "With true answers are not shown in the summary: names, numbers"]);
        choices: Vec<QuestionChoice> = at_most(MAX_CHOICES).say(
            ["Варианттар", "Варианты", "Choices"],
            ["one жана several үчүн", "Для one и several", "For one and several"]);
        most: Option<usize> = range(2, 50).example("3").say(
            ["Эң көп", "Не больше", "At most"],
            ["several: канчаны белгилесе болот", "several: сколько можно отметить", "several: how many may be marked"]);
        from: Option<i64> = range(0, MAX_NUMBER).example("0").say(
            ["Баштап", "От", "From"],
            ["scale жана number: эң кичинеси", "scale и number: наименьшее", "scale and number: the least"]);
        to: Option<i64> = range(0, MAX_NUMBER).example("100").say(
            ["Чейин", "До", "To"],
            ["scale жана number: эң чоңу", "scale и number: наибольшее", "scale and number: the greatest"]);
        unit: Option<Localised> = say(
            ["Бирдик", "Единица", "Unit"],
            ["number: киши, сом, ай", "number: человек, сомов, месяцев", "number: people, soms, months"]);
        low: Option<Localised> = say(
            ["Башы", "Начало", "Low end"],
            ["scale: эң кичинеси эмнени билдирет", "scale: что значит наименьшее", "scale: what the least means"]);
        high: Option<Localised> = say(
            ["Аягы", "Конец", "High end"],
            ["scale: эң чоңу эмнени билдирет", "scale: что значит наибольшее", "scale: what the greatest means"]);
        /// Lines to write on, or rows without a name.
        lines: Option<usize> = range(1, 20).example("3").say(
            ["Саптар", "Строки", "Lines"],
            ["text: канча сап; table: аталышы жок канча сап", "text: сколько строк; table: сколько строк без названий",
             "text: lines to write on; table: rows without names"]);
        rows: Vec<QuestionRow> = at_most(MAX_ROWS).say(
            ["Саптар", "Строки таблицы", "Rows"],
            ["table: аталышы бар саптар", "table: строки с названиями", "table: rows with names"]);
        columns: Vec<QuestionColumn> = at_most(MAX_COLUMNS).say(
            ["Мамычалар", "Столбцы", "Columns"],
            ["table үчүн", "Для table", "For table"]);
        conditions "if": Vec<Condition> = search(Search::Not).say(
            ["Шарттар", "Условия", "Conditions"],
            ["Баары аткарылганда гана суралат", "Спрашивают, только если выполнены все", "It is asked only if all hold"]);
        + path: Path = Reader::place_of_map;
    }
    check Question::check;
}

group! {
    /// A choice of a question.
    #[derive(Debug, Hash)]
    pub struct QuestionChoice by Reader {
        id: String = search(Search::Not).say(["id", "id", "Id"], ID_HELP);
        /// Of a band its numbers say it.
        text: Option<Localised> = say(
            ["Текст", "Текст", "Text"],
            ["from менен to бар болсо, керек эмес", "Не нужен, если есть from и to", "Not needed beside `from` and `to`"]);
        /// Whether there is room to write beside it.
        write: bool = or("false").say(
            ["Жазуу", "Вписать", "Write"],
            ["true болсо, жанына жазса болот: «башка: ____»", "С true рядом можно вписать: «другое: ____»", "With true there is room to write beside it"]);
        /// Where a band of numbers begins and ends.
        from: Option<i64> = range(0, MAX_NUMBER).example("1").say(
            ["Баштап", "От", "From"],
            ["Тилкенин башы: 6–20 үчүн 6", "Начало полосы: 6 для 6–20", "Where a band begins: 6 of 6–20"]);
        to: Option<i64> = range(0, MAX_NUMBER).example("5").say(
            ["Чейин", "До", "To"],
            ["Тилкенин аягы; эң акыркысында болбосо да болот", "Конец полосы; у последней может не быть", "Where it ends; the last may have no end"]);
        + path: Path = Reader::place_of_map;
    }
}

group! {
    /// A named row of a table.
    #[derive(Debug, Hash)]
    pub struct QuestionRow by Reader {
        id: String = search(Search::Not).say(["id", "id", "Id"], ID_HELP);
        text: Localised = say(["Текст", "Текст", "Text"], ["Саптын аталышы", "Название строки", "What the row is called"]);
        + path: Path = Reader::place_of_map;
    }
}

group! {
    /// A column of a table.
    #[derive(Debug, Hash)]
    pub struct QuestionColumn by Reader {
        id: String = search(Search::Not).say(["id", "id", "Id"], ID_HELP);
        text: Localised = say(["Текст", "Текст", "Text"], ["Мамычанын башы", "Заголовок столбца", "The head of the column"]);
        /// One of [`CELL_KINDS`].
        kind: &'static str = choices(CELL_KINDS, "").or("text").search(Search::Not).say(
            ["Түрү", "Вид", "Kind"],
            ["number — сан, text — текст", "number — число, text — текст", "A number or a text"]);
        + path: Path = Reader::place_of_map;
    }
}

group! {
    /// What an earlier answer must be.
    #[derive(Debug, Hash)]
    pub struct Condition by Reader {
        question: Reference = refers(To::Own).say(
            ["Суроо", "Вопрос", "Question"],
            ["Мурунку суроонун id'си", "id вопроса, который стоит раньше", "Id of an earlier question"]);
        is: Vec<Reference> = refers(To::Own).say(
            ["Жооп", "Ответ", "Answer"],
            ["Варианттардын id'лери: булардын бири белгиленсе", "id вариантов: отмечен хотя бы один из них", "Ids of choices, of which one is marked"]);
        from: Option<i64> = range(0, MAX_NUMBER).example("1").say(
            ["Баштап", "От", "From"],
            ["Сан ушундан кем эмес", "Число не меньше", "A number not below"]);
        to: Option<i64> = range(0, MAX_NUMBER).example("10").say(
            ["Чейин", "До", "To"],
            ["Сан ушундан көп эмес", "Число не больше", "A number not above"]);
        + path: Path = Reader::place_of_map;
    }
}

/// How a question is answered.
pub const QUESTION_KINDS: &[&str] = &["one", "several", "scale", "number", "text", "date", "table"];
/// What a column of a table of answers holds.
pub const CELL_KINDS: &[&str] = &["text", "number"];
/// The greatest number that can be answered.
pub const MAX_NUMBER: i64 = 1_000_000_000;
const MAX_QUESTIONS: usize = 100;
const MAX_CHOICES: usize = 50;
const MAX_ROWS: usize = 40;
const MAX_COLUMNS: usize = 8;
/// Most steps of a scale.
const MAX_STEPS: i64 = 10;

/// The keys that only questions of some kinds have.
const OF_KINDS: &[(&str, &[&str])] = &[
    ("choices", &["one", "several"]),
    ("most", &["several"]),
    ("from", &["scale", "number"]),
    ("to", &["scale", "number"]),
    ("unit", &["number"]),
    ("low", &["scale"]),
    ("high", &["scale"]),
    ("lines", &["text", "table"]),
    ("rows", &["table"]),
    ("columns", &["table"]),
];

impl Question {
    /// The least and greatest number that answers it.
    pub fn range(&self) -> (i64, i64) {
        let (from, to) = if self.kind == "scale" { (1, 5) } else { (0, MAX_NUMBER) };
        (self.from.unwrap_or(from), self.to.unwrap_or(to))
    }

    /// Whether a number answers it.
    fn is_number(&self) -> bool {
        matches!(self.kind, "scale" | "number")
    }

    /// Whether choices answer it.
    fn has_choices(&self) -> bool {
        matches!(self.kind, "one" | "several")
    }

    fn check(&self, reader: &Reader, fields: &mut Fields) {
        for (key, kinds) in OF_KINDS {
            if !kinds.contains(&self.kind) && !fields.is_empty(key) {
                let place = reader.origin.place(&fields.path().key(key));
                let message = say::means_nothing_in_question_of_kind(*key, self.kind);
                fields.out().add(Code::QuestionUnfitKey, place, message, say::remove_it_or_change_kind());
            }
        }
        match self.kind {
            "one" | "several" => self.check_choices(reader, fields),
            "scale" | "number" => self.check_range(fields),
            "table" => self.check_table(fields),
            _ => {}
        }
    }

    fn check_choices(&self, reader: &Reader, fields: &mut Fields) {
        let given = count(fields, "choices");
        if given < 2 {
            if given == 0 {
                fields.missing("choices", say::add_list_of_choices_each());
            } else {
                fields.bad_value("choices", say::there_is_only_one_choice(), say::add_list_of_choices_each());
            }
            return;
        }
        if !fields.at_most(MAX_CHOICES, given, "choices", say::choices(), say::ask_in_several_questions()) {
            return;
        }
        if self.choices.len() < given {
            return;
        }
        if self.choices.iter().any(|choice| choice.from.is_some() || choice.to.is_some()) {
            self.check_bands(reader, fields);
        } else {
            Self::check_texts(&self.choices, reader, fields);
        }
    }

    /// Choices that are no bands say what they are.
    fn check_texts(choices: &[QuestionChoice], reader: &Reader, fields: &mut Fields) {
        for choice in choices.iter().filter(|choice| choice.text.is_none()) {
            let place = reader.origin.place(&choice.path);
            fields.out().add(Code::YamlMissingKey, place, say::choice_has_no_text(), say::add_text_or_from_and_to());
        }
    }

    /// Bands follow one another: each number belongs to one of them, and to one only.
    fn check_bands(&self, reader: &Reader, fields: &mut Fields) {
        let mut end: Option<i64> = None;
        // After the bands there may be «I do not want to say».
        let bands =
            self.choices.iter().rposition(|choice| choice.from.is_some() || choice.to.is_some()).map_or(0, |at| at + 1);
        Self::check_texts(&self.choices[bands..], reader, fields);
        for (at, choice) in self.choices[..bands].iter().enumerate() {
            let last = at + 1 == bands;
            let mut wrong = |key: &'static str, message: Message, help: Message, fix: Option<Fix>| {
                let path = if key.is_empty() { choice.path.clone() } else { choice.path.key(key) };
                fields.out().add_fix(Code::QuestionBands, reader.origin.place(&path), message, help, fix);
            };
            let Some(from) = choice.from else {
                wrong("", say::choice_among_bands_has_no_from(), say::add_from_where_band_begins(), None);
                return;
            };
            if let Some(end) = end.filter(|end| end + 1 != from) {
                let fix = Fix::nearest(&from.to_string(), Some(&(end + 1).to_string()));
                let message = match from > end {
                    true => say::numbers_between_belong_to_no_band(end, from),
                    false => say::band_begins_within_the_one_before(from, end),
                };
                wrong("from", message, say::write_so_that_bands_meet(end + 1), fix);
            }
            match choice.to {
                Some(to) if to < from => {
                    wrong(
                        "to",
                        say::band_ends_before_it_begins(to, from),
                        say::write_number_from_where_band_ends(from),
                        None,
                    );
                    return;
                }
                None if !last => {
                    wrong("", say::band_has_no_end(), say::add_to_where_band_ends(), None);
                    return;
                }
                to => end = to,
            }
        }
    }

    fn check_range(&self, fields: &mut Fields) {
        let (from, to) = self.range();
        let key = if self.to.is_some() { "to" } else { "from" };
        if to <= from {
            fields.bad_value(
                key,
                say::is_not_above(to, from),
                say::write_number_from(from.saturating_add(1), MAX_NUMBER),
            );
        } else if self.kind == "scale" && to - from >= MAX_STEPS {
            let message = say::scale_has_steps(to - from + 1);
            fields.bad_value(
                key,
                message,
                say::write_number_from(from.saturating_add(1), from.saturating_add(MAX_STEPS - 1)),
            );
        }
    }

    fn check_table(&self, fields: &mut Fields) {
        let (rows, columns) = (count(fields, "rows"), count(fields, "columns"));
        fields.at_most(MAX_ROWS, rows, "rows", say::rows(), say::ask_in_several_questions());
        fields.at_most(MAX_COLUMNS, columns, "columns", say::columns(), say::ask_in_several_questions());
        if columns == 0 {
            fields.missing("columns", say::add_list_of_columns_each());
        }
        if rows == 0 && self.lines.is_none() {
            fields.missing("rows", say::add_rows_or_lines());
        } else if rows > 0 && self.lines.is_some() {
            fields.bad_value("lines", say::table_has_rows_with_names_and_lines(), say::remove_rows_or_lines());
        }
    }
}

/// What an answer may be, by all conditions upon it.
#[derive(Clone)]
enum Allowed<'q> {
    /// One of these choices.
    One(BTreeSet<&'q str>),
    /// For each condition one of these choices; several can be marked.
    Several,
    Number(i64, i64),
}

/// By the number of a question: what its answer may be.
type Conditions<'q> = BTreeMap<usize, Allowed<'q>>;

impl Questionnaire {
    fn read_questions(
        field: &'static crate::define::Field,
        reader: &mut Reader,
        fields: &mut Fields,
    ) -> Option<Vec<Question>> {
        let given = count(fields, field.key);
        if given == 0 {
            fields.missing(field.key, say::add_list_of_questions_each());
            // Of a draft there is a page all the same.
            return Some(Vec::new());
        }
        if !fields.at_most(MAX_QUESTIONS, given, field.key, say::questions(), say::divide_the_questionnaire()) {
            return None;
        }
        let questions = fields.maps(field.key, |inner| Question::read(reader, inner));
        check_ids(reader, &questions, fields);
        // A question that is at fault is no unknown one.
        if questions.len() == given {
            check_conditions(reader, &questions, fields);
        }
        Some(questions)
    }
}

/// Every id is there once among its like, and can be part of a name.
fn check_ids(reader: &Reader, questions: &[Question], fields: &mut Fields) {
    let check = |ids: &mut dyn Iterator<Item = (&str, &Path)>, fields: &mut Fields| {
        let mut seen = BTreeSet::new();
        for (id, path) in ids {
            let place = reader.origin.place(&path.key("id"));
            if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
                let message = say::id_has_other_signs(id);
                fields.out().add(Code::YamlBadValue, place, message, say::write_id_of_small_letters());
            } else if !seen.insert(id.to_string()) {
                let message = say::there_is_item_already(id);
                fields.out().add(Code::RecordDuplicateId, place, message, say::give_each_item_id_of_its_own());
            }
        }
    };
    check(&mut questions.iter().map(|question| (question.id.as_str(), &question.path)), fields);
    for question in questions {
        check(&mut question.choices.iter().map(|choice| (choice.id.as_str(), &choice.path)), fields);
        check(&mut question.rows.iter().map(|row| (row.id.as_str(), &row.path)), fields);
        check(&mut question.columns.iter().map(|column| (column.id.as_str(), &column.path)), fields);
    }
}

fn check_conditions(reader: &Reader, questions: &[Question], fields: &mut Fields) {
    let mut of: Vec<Option<Conditions>> = Vec::with_capacity(questions.len());
    for (at, question) in questions.iter().enumerate() {
        let mut all = Some(Conditions::new());
        for condition in &question.conditions {
            let found = check_condition(reader, questions, at, condition, fields);
            // What is wrong with one of them was said.
            let Some((to, allowed)) = found else {
                all = None;
                continue;
            };
            // Whoever answers a question was asked it.
            let asked = of[to].clone();
            let (Some(known), Some(asked)) = (&mut all, asked) else {
                all = None;
                continue;
            };
            let joined =
                asked.into_iter().chain([(to, allowed)]).try_for_each(|(to, allowed)| join(known, to, allowed));
            if let Err(to) = joined {
                let message = say::question_is_never_asked(&questions[to].id);
                let place = reader.origin.place(&condition.path);
                fields.out().add(Code::QuestionNeverShown, place, message, say::change_conditions_so_that_one_answer());
                all = None;
            }
        }
        of.push(all);
    }
}

/// Adds a condition to those that are known; the number of the question of which no answer is left is the error.
fn join<'q>(known: &mut Conditions<'q>, to: usize, allowed: Allowed<'q>) -> Result<(), usize> {
    let joined = match (known.remove(&to), allowed) {
        (None, allowed) => allowed,
        (Some(Allowed::One(one)), Allowed::One(other)) => Allowed::One(one.intersection(&other).copied().collect()),
        (Some(Allowed::Number(from, to)), Allowed::Number(least, most)) => {
            Allowed::Number(from.max(least), to.min(most))
        }
        (Some(same), _) => same,
    };
    let is_possible = match &joined {
        Allowed::One(choices) => !choices.is_empty(),
        Allowed::Several => true,
        Allowed::Number(from, to) => from <= to,
    };
    known.insert(to, joined);
    if is_possible { Ok(()) } else { Err(to) }
}

/// The question that a condition looks at and what its answer must be; `None` after a message.
fn check_condition<'q>(
    reader: &Reader,
    questions: &'q [Question],
    at: usize,
    condition: &'q Condition,
    fields: &mut Fields,
) -> Option<(usize, Allowed<'q>)> {
    let place = reader.origin.place(&condition.question.0);
    let id = condition.question.1.as_str();
    let Some(to) = questions.iter().position(|question| question.id == id) else {
        let earlier = questions[..at].iter().map(|question| question.id.as_str());
        let help = did_you_mean(id, earlier, say::name_one_of_questions_before());
        fields.out().add(Code::RecordUnknownId, place, say::there_is_no_question(id), help);
        return None;
    };
    if to >= at {
        let message = if to == at { say::question_asks_about_itself(id) } else { say::question_comes_later(id) };
        fields.out().add(Code::QuestionLater, place, message, say::ask_about_earlier_question());
        return None;
    }
    let asked = &questions[to];
    if !asked.has_choices() && !asked.is_number() {
        let message = say::condition_cannot_look_at(asked.kind);
        fields.out().add(Code::YamlBadValue, place, message, say::ask_about_choice_or_number());
        return None;
    }
    let unfit = if asked.has_choices() { ["from", "to"].as_slice() } else { &["is"] };
    for key in unfit.iter().filter(|key| match **key {
        "from" => condition.from.is_some(),
        "to" => condition.to.is_some(),
        _ => !condition.is.is_empty(),
    }) {
        let place = reader.origin.place(&condition.path.key(key));
        let message = say::means_nothing_about_question_of_kind(*key, asked.kind);
        fields.out().add(Code::QuestionUnfitKey, place, message, say::remove_it_or_name_another_question());
    }
    if asked.is_number() {
        if condition.from.is_none() && condition.to.is_none() {
            let place = reader.origin.place(&condition.path);
            fields.out().add(Code::YamlMissingKey, place, say::condition_says_no_answer(), say::add_from_or_to());
            return None;
        }
        let (least, most) = asked.range();
        let (from, until) = (condition.from.unwrap_or(least).max(least), condition.to.unwrap_or(most).min(most));
        return Some((to, Allowed::Number(from, until)));
    }
    if condition.is.is_empty() {
        let place = reader.origin.place(&condition.path);
        fields.out().add(
            Code::YamlMissingKey,
            place,
            say::condition_says_no_answer(),
            say::add_is_with_ids_of_choices(),
        );
        return None;
    }
    let mut known = true;
    for (path, choice) in &condition.is {
        if asked.choices.iter().all(|own| own.id != *choice) {
            let ids = asked.choices.iter().map(|choice| choice.id.as_str());
            let all = asked.choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join("`, `");
            let help = did_you_mean(choice, ids, say::known_are(all));
            let place = reader.origin.place(path);
            fields.out().add(Code::RecordUnknownId, place, say::there_is_no_choice(choice, id), help);
            known = false;
        }
    }
    let choices = || Allowed::One(condition.is.iter().map(|(_, id)| id.as_str()).collect());
    known.then(|| (to, if asked.kind == "one" { choices() } else { Allowed::Several }))
}

/// How many items the list of a key has.
fn count(fields: &mut Fields, key: &'static str) -> usize {
    match fields.get(key) {
        Some((_, Node::List(items))) => items.len(),
        _ => 0,
    }
}
