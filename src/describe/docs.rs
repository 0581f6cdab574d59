//! Definitions → a page of documentation, in Markdown.

use std::fmt::Write;

use crate::define::{Definition, Field, LABELS, Need, Shape, To, Words, in_language};

/// The words around what definitions say.
struct Around {
    title: Words,
    lead: Words,
    head: Words,
}

const AROUND: Around = Around {
    title: ["Файлдардын ачкычтары", "Ключи файлов", "Keys of files"],
    lead: [
        "Бул бет программадагы аныктамалардан жасалат (`bagyt docs`); аны кол менен өзгөртпөңүз.",
        "Эта страница сделана из определений программы (`bagyt docs`); вручную её не меняют.",
        "This page is made of the program's definitions (`bagyt docs`); it is not changed by hand.",
    ],
    head: [
        "| ачкыч | аталышы | эмне жазылат | түрү | керекпи |",
        "| ключ | название | что писать | вид | нужен ли |",
        "| key | name | what to write | shape | need |",
    ],
};

/// Documentation of definitions in one of [`LABELS`], else in English.
pub fn documentation(definitions: &[&Definition], code: &str) -> String {
    let say = |words: &Words| in_language(words, code);
    let mut text = format!("# {}\n\n{}\n", say(&AROUND.title), say(&AROUND.lead));
    for definition in definitions {
        let (label, help) = (say(&definition.label), say(&definition.help));
        // Writing into a string cannot fail.
        let _ = write!(text, "\n## `{}`: {label}\n\n{help}.\n\n{}\n", definition.name, say(&AROUND.head));
        text.push_str("|---|---|---|---|---|\n");
        definition.fields().for_each(|field| row(&mut text, "", field, code));
    }
    text
}

fn row(text: &mut String, before: &str, field: &Field, code: &str) {
    let name = format!("{before}{}", field.key);
    let cells = [
        format!("`{name}`"),
        in_language(&field.label, code).to_string(),
        in_language(&field.help, code).to_string(),
        shape(field, code),
        need(field, code),
    ];
    let _ = writeln!(text, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "));
    field.inner().iter().for_each(|inner| row(text, &format!("{name}."), inner, code));
}

fn need(field: &Field, code: &str) -> String {
    let word = in_language(
        match field.need {
            Need::Required => &["милдеттүү", "обязателен", "required"],
            Need::Wanted => &["толук жазуу үчүн", "для полной записи", "wanted"],
            Need::Optional => &["", "", ""],
        },
        code,
    );
    let without = in_language(&["жок болсо", "без него", "without it"], code);
    match field.default {
        "" => word.to_string(),
        default => format!("{without}: `{default}`"),
    }
}

/// The shape of a key in words, with its limits.
fn shape(field: &Field, code: &str) -> String {
    let mut parts = vec![of_shape(&field.shape, field, code)];
    if let Some((least, most)) = field.range.filter(|(least, _)| *least != i64::MIN) {
        parts.push(format!("{least}–{most}"));
    }
    if !field.among.is_empty() {
        parts.push(field.among.iter().map(i64::to_string).collect::<Vec<_>>().join(", "));
    }
    if let Some((least, most)) = field.count {
        parts.push(if least == most { format!("× {least}") } else { format!("× {least}–{most}") });
    }
    if let Some(most) = field.at_most {
        parts.push(format!("× ≤ {most}"));
    }
    if let Some(most) = field.length {
        parts.push(format!("≤ {most}"));
    }
    parts.join("; ")
}

fn of_shape(shape: &Shape, field: &Field, code: &str) -> String {
    let say = |words: &Words| in_language(words, code).to_string();
    match shape {
        Shape::Plain => say(&["текст", "текст", "text"]),
        Shape::Address => say(&["дарек, https://…", "адрес, https://…", "address, https://…"]),
        Shape::Text => say(&["ар тилде текст", "текст на каждом языке", "text in every language"]),
        Shape::Rich => say(&["ар тилде Markdown", "Markdown на каждом языке", "Markdown in every language"]),
        Shape::Blocks => say(&[
            "ар тилде Markdown, бир нече абзац",
            "Markdown на каждом языке, несколько абзацев",
            "Markdown in every language, paragraphs",
        ]),
        Shape::Number => say(&["сан", "число", "whole number"]),
        Shape::Date => say(&["күн, 2026-11-21", "дата, 2026-11-21", "date, 2026-11-21"]),
        Shape::Moment => say(&["убакыт, 2019 же 2019-09", "время, 2019 или 2019-09", "time, 2019 or 2019-09"]),
        Shape::Flag => say(&["true же false", "true или false", "true or false"]),
        Shape::Link => say(&["файлга шилтеме", "ссылка на файл", "link to a file"]),
        Shape::Choice if field.choices.is_empty() => say(&["тандоо", "выбор", "choice"]),
        Shape::Choice => format!("`{}`", field.choices.join("`, `")),
        Shape::Reference => {
            let id = say(&["id", "id", "id"]);
            field.refers.map_or_else(|| id.clone(), |to| format!("{id}: {}", refers(to, code)))
        }
        Shape::Some => {
            say(&["бар тилдерде текст", "текст в тех языках, где он есть", "text in languages that have one"])
        }
        Shape::Words => {
            say(&["ар тилде сөздөрдүн тизмеси", "список слов на каждом языке", "list of words for each language"])
        }
        Shape::Months => say(&["айлар, 10 же [1, 3]", "месяцы, 10 или [1, 3]", "months, 10 or [1, 3]"]),
        Shape::Review => say(&[
            "ар тил жана facts: draft же күн",
            "каждый язык и facts: draft или дата",
            "each language and facts: draft or a date",
        ]),
        Shape::Rows => {
            say(&["саптар, ачкычтары — мамычалар", "строки, ключи — столбцы", "rows, whose keys are columns"])
        }
        Shape::List(of) => format!("{}: {}", say(&["тизме", "список", "list"]), of_shape(of, field, code)),
        Shape::Group(_) => say(&["ачкычтар", "ключи", "keys"]),
    }
}

fn refers(to: To, code: &str) -> String {
    let words: Words = match to {
        To::Fields => ["`fields`"; LABELS.len()],
        To::Subjects => ["`subjects`"; LABELS.len()],
        To::Competencies => ["`competencies`"; LABELS.len()],
        To::Regions => ["`regions`"; LABELS.len()],
        To::Sources => ["`sources`"; LABELS.len()],
        To::Institutions => ["`institutions`"; LABELS.len()],
        To::Professions => ["`profession`"; LABELS.len()],
        To::Terms => ["`term`"; LABELS.len()],
        To::Steps => ["`steps`"; LABELS.len()],
        To::Own => ["ушул файлда", "в этом файле", "in this file"],
    };
    in_language(&words, code).to_string()
}
