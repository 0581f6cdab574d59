//! What a pupil fills in, prompt by prompt: the worksheet of a lesson, and a page of a diary.

use std::collections::BTreeSet;

use super::{Reader, TEST_KINDS};
use crate::define::{Field, Form, Item, Search, group};
use crate::diag::Code;
use crate::lang::Localised;
use crate::messages::say;
use crate::yaml::{Fields, Node};

/// What a [`Prompt`] asks for.
pub const PROMPT_KINDS: &[&str] =
    &["note", "line", "text", "date", "choice", "several", "rating", "table", "decision", "result"];

/// Under which names answers are stored, and parts of an address are written.
pub const PROMPT_ID: Form = Form {
    pattern: "^[a-z0-9][a-z0-9-]*$",
    holds: |id| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        id.starts_with(plain) && id.chars().all(|c| plain(c) || c == '-')
    },
    what: say::id_of_small_letters,
    help: say::write_id_in_small_letters,
};

group! {
    /// What a pupil fills in.
    #[derive(Debug, Hash)]
    pub struct Worksheet by Reader {
        title: Localised = say(["Аталышы", "Название", "Title"], ["Барактын аталышы", "Название листа", "What it is called"]);
        prompts: Vec<Prompt> = required().cure(say::add_list_of_prompts).say(
            ["Суроолор", "Вопросы", "Prompts"],
            ["Эмне толтурулат, бири-биринин артынан; кагазда да, браузерде да ушундан чыгат",
             "Что заполняют, одно за другим; из этого получаются и бумага, и страница дневника в браузере",
             "What is filled in, one after the other; paper and the page of the diary are made of it"])
            => Prompt::read_all;
    }
}

group! {
    /// One thing that is asked, or said.
    #[derive(Debug, Hash)]
    pub struct Prompt by Reader {
        id: String = form(PROMPT_ID).say(
            ["id", "id", "Id"],
            ["Сакталган жооптор ушул ат менен турат; сөздөр өзгөрсө да, өзгөрбөйт", "По нему хранятся ответы; не меняется, когда меняются слова",
             "What stored answers call it; it stays when the words change"]);
        /// One of [`PROMPT_KINDS`].
        kind: &'static str = choices(PROMPT_KINDS, "").search(Search::Not).say(
            ["Түрү", "Вид", "Kind"],
            ["note — айтылат гана; line — бир сап; text — бир нече сап; date — күн; choice — бирөө тандалат; several — бир нечеси; rating — ар бир пунктка бир жооп; table — таблица; decision — чечим, себеби, күнү; result — тесттин натыйжасы өзү келет",
             "note — только текст; line — одна строка; text — несколько строк; date — день; choice — один ответ; several — несколько; rating — по ответу на каждый пункт; table — таблица; decision — решение, почему и когда; result — итог теста приходит сам",
             "note only says something; line is one line; text several; date a day; choice one of the options; several any of them; rating one option an item; table a table; decision what, why and when; result the result of a self-test, which comes by itself"]);
        /// What is asked, or said.
        ask: Option<Localised> = say(
            ["Суроо", "Вопрос", "Question"],
            ["Эмне суралат; таблицада аталышы", "О чём спрашивают; у таблицы — её заголовок", "What is asked; of a table, its caption"]);
        /// How to go about it.
        help: Option<Localised> = say(
            ["Түшүндүрмө", "Пояснение", "Help"],
            ["Кантип толтурулат", "Как заполнять", "How to go about it"]);
        /// Answers to choose from, of which a stored answer keeps the number.
        options: Vec<Localised> = count(2, 12).say(
            ["Жооптор", "Ответы", "Options"],
            ["choice, several, rating, decision үчүн; жаңысы аягына кошулат: сакталган жооп номерди гана билет",
             "Для choice, several, rating, decision; новые добавляйте в конец: сохранённый ответ знает только номер",
             "For choice, several, rating, decision; add new ones at the end: a stored answer knows the number alone"]);
        /// What stands over the items.
        head: Option<Localised> = say(
            ["Биринчи мамыча", "Первый столбец", "Head"],
            ["Пункттардын мамычасы кантип аталат", "Как называется столбец пунктов", "What the column of items is called"]);
        /// What the rows of a table or rating are about.
        items: Vec<Localised> = count(1, 40).say(
            ["Пункттар", "Пункты", "Items"],
            ["rating же table саптары; table аларсыз бош саптардан турат", "Строки rating или table; без них у table пустые строки",
             "Rows of a rating or table; without them a table has empty rows"]);
        columns: Vec<Localised> = count(1, 6).say(
            ["Мамычалар", "Столбцы", "Columns"],
            ["table мамычалары", "Столбцы для table", "The columns of a table"]);
        /// Whether cells of a table are boxes to tick.
        ticks: bool = or("false").say(
            ["Белгилер", "Отметки", "Ticks"],
            ["Уячаларга жазылбай, ✓ коюлса, true", "true, если в ячейках ставят ✓, а не пишут", "Whether cells are ticked and not written in"]);
        /// Lines of a text, or rows of a table, on paper.
        lines: Option<i64> = range(1, 30).example("3").search(Search::Not).say(
            ["Саптар", "Строки", "Lines"],
            ["Кагазда канча сап: text же пункттары жок table", "Сколько строк на бумаге: для text или table без пунктов",
             "How many lines on paper, of a text or of a table without items"]);
        /// Which test's result it is.
        test: Option<&'static str> = choices(TEST_KINDS, "").search(Search::Not).say(
            ["Тест", "Тест", "Test"],
            ["result кайсы тесттики", "Итог какого теста показывает result", "Whose result it is"]);
    }
    check Prompt::check;
}

/// The keys that only some kinds have, with those that need them and those that may have them.
const USES: &[(&str, &[&str], &[&str])] = &[
    ("options", &["choice", "several", "rating"], &["decision"]),
    ("items", &["rating"], &["table"]),
    ("head", &[], &["rating", "table"]),
    ("columns", &["table"], &[]),
    ("ticks", &[], &["table"]),
    ("lines", &[], &["text", "table"]),
    ("test", &["result"], &[]),
];

/// Kinds that show what they are without a question.
const UNASKED: &[&str] = &["table", "rating", "result"];
/// From so many underscores on a text has a line to write on.
const BLANK: &str = "________";

impl Prompt {
    /// Lines of a text, or rows of a table, on paper.
    pub fn lines(&self) -> usize {
        self.lines.and_then(|lines| usize::try_from(lines).ok()).unwrap_or(3)
    }

    pub(super) fn read_all(field: &'static Field, reader: &mut Reader, fields: &mut Fields) -> Option<Vec<Prompt>> {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let prompts = <Prompt as Item<Reader>>::list(field, reader, fields);
        if fields.is_empty(field.key) {
            fields.missing(field.key, say::add_list_of_prompts());
        }
        if let Some((path, Node::List(nodes))) = fields.get(field.key) {
            for (at, node) in nodes.iter().enumerate() {
                let Node::Map(entries) = node else { continue };
                let Some((_, Node::Text(id))) = entries.iter().find(|(key, _)| key == "id") else { continue };
                if !seen.insert(id.clone()) {
                    let place = reader.origin.place(&path.item(at).key("id"));
                    let help = say::give_each_prompt_id_of_its_own();
                    fields.out().add(Code::RecordDuplicateId, place, say::there_is_prompt_already(id), help);
                }
            }
        }
        Some(prompts)
    }

    /// What the kind needs is there, and nothing else.
    fn check(&self, _: &Reader, fields: &mut Fields) {
        let kind = self.kind;
        if let (false, Some((_, Node::Text(id)))) = ((PROMPT_ID.holds)(&self.id), fields.get("id")) {
            fields.bad_value("id", say::is_not(id, (PROMPT_ID.what)()), (PROMPT_ID.help)());
        }
        for (key, need, may) in USES {
            match fields.is_empty(key) {
                true if need.contains(&kind) => fields.missing(key, say::kind_of_prompt_needs(key, kind)),
                false if !need.contains(&kind) && !may.contains(&kind) => {
                    let help = say::remove_key_or_choose_kind(key);
                    fields.bad_value(key, say::kind_of_prompt_has_no_use(kind, key), help);
                }
                _ => {}
            }
        }
        if self.ask.is_none() && !UNASKED.contains(&kind) && fields.is_empty("ask") {
            fields.missing("ask", say::say_what_is_asked());
        }
        for (key, text) in [("ask", &self.ask), ("help", &self.help)] {
            let blank = text.as_ref().is_some_and(|text| text.iter().any(|(_, text)| text.contains(BLANK)));
            if blank {
                fields.bad_value(key, say::line_to_write_on_is_in_text(), say::make_prompt_of_line());
            }
        }
    }
}
