//! A definition → a file to start from, with a note on every key.

use crate::define::{Definition, Field, LABELS, Need, Shape, Words};

/// The file of a record in the languages of a site, with notes in those of them in which there are any.
pub fn skeleton(definition: &Definition, codes: &[&str]) -> String {
    let mut file = File { codes, text: String::new() };
    file.note(&definition.label, &definition.help);
    file.note(
        &["Ар бир текст", "Каждый текст", "Every text"],
        &[
            "үтүр болсо, тырмакчага алыңыз: {ky: \"…\"}; эмне жетишпей турганын bagyt check айтат",
            "с запятой берите в кавычки: {ru: \"…\"}; чего не хватает, скажет bagyt check",
            "put quotes around one with a comma: {en: \"…\"}; bagyt check says what is still missing",
        ],
    );
    file.line(&format!("type: {}", definition.name));
    let (first, others): (Vec<&Field>, Vec<&Field>) = definition.fields().partition(|field| field.key == "draft");
    for field in first {
        file.note(&field.label, &field.help);
        file.line("draft: true");
    }
    for field in others {
        file.line("");
        file.field(field);
    }
    file.text
}

struct File<'a> {
    codes: &'a [&'a str],
    text: String,
}

impl File<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// The languages of notes: those of the site, else English.
    fn languages(&self) -> Vec<usize> {
        let known = LABELS.iter().enumerate().filter(|(_, label)| self.codes.contains(label));
        let known: Vec<usize> = known.map(|(at, _)| at).collect();
        if known.is_empty() { vec![LABELS.len() - 1] } else { known }
    }

    fn note(&mut self, label: &Words, help: &Words) {
        for language in self.languages() {
            let (label, help) = (label[language], help[language]);
            self.line(&format!("# {label}: {help}").replace("\n", " "));
        }
    }

    fn field(&mut self, field: &Field) {
        self.note(&field.label, &field.help);
        if matches!(field.shape, Shape::Choice | Shape::List(Shape::Choice)) {
            self.line(&format!("# {}", field.choices.join(", ")));
        }
        // What a record can do without is there as a remark.
        let live = field.need != Need::Optional || matches!(field.shape, Shape::Words);
        for line in self.value(field, live) {
            self.line(&if live { line } else { format!("# {line}") });
        }
    }

    /// `{ky: "", ru: ""}`.
    fn texts(&self, each: &str) -> String {
        let texts: Vec<String> = self.codes.iter().map(|code| format!("{code}: {each}")).collect();
        format!("{{{}}}", texts.join(", "))
    }

    /// The lines of a key with a value to be replaced. `live`: they are read as they are, so what they say must be harmless.
    fn value(&self, field: &Field, live: bool) -> Vec<String> {
        let key = field.key;
        let text = if live { "\"\"" } else { "\"…\"" };
        let one = |value: &str| vec![format!("{key}: {value}")];
        let example =
            |otherwise: &str| if field.example.is_empty() { otherwise.to_string() } else { field.example.into() };
        let first = |field: &Field| field.choices.first().copied().unwrap_or_default().to_string();
        match &field.shape {
            Shape::Plain | Shape::Address | Shape::Moment | Shape::Link => one(&example(text)),
            Shape::Reference => one(&if live { "\"\"".to_string() } else { example("id") }),
            Shape::Text | Shape::Rich => one(&self.texts(text)),
            Shape::Blocks => {
                let remark = if live { "# " } else { "" };
                let texts =
                    self.codes.iter().flat_map(|code| [format!("{remark}  {code}: |"), format!("{remark}    …")]);
                std::iter::once(format!("{key}:")).chain(texts).collect()
            }
            Shape::Number => {
                let least = field.range.map_or(1, |(least, _)| least.max(0));
                one(&example(&least.to_string()))
            }
            Shape::Date => one(&example("2026-11-21")),
            Shape::Flag => one(if field.default == "true" { "false" } else { "true" }),
            Shape::Choice => one(&example(&first(field))),
            Shape::Some => one(&self.texts(text)),
            Shape::Words => one(&self.texts("[]")),
            Shape::Months => one(&example("10")),
            Shape::Review => {
                let states = self.codes.iter().chain(&["facts"]).map(|state| format!("{state}: draft"));
                one(&format!("{{{}}}", states.collect::<Vec<_>>().join(", ")))
            }
            Shape::Rows => vec![format!("{key}:"), "  # - {id: …}".into()],
            Shape::List(Shape::Group(fields)) => {
                let remark = if live { "  # " } else { "  " };
                let lines = self.map(fields, false).into_iter().enumerate();
                let items = lines.map(|(at, line)| format!("{remark}{} {line}", if at == 0 { "-" } else { " " }));
                std::iter::once(format!("{key}:")).chain(items).collect()
            }
            Shape::List(Shape::Text | Shape::Rich | Shape::Blocks) => {
                vec![format!("{key}:"), format!("  {}- {}", if live { "# " } else { "" }, self.texts("\"…\""))]
            }
            Shape::List(_) => one("[]"),
            Shape::Group(fields) => {
                let lines = self.map(fields, live).into_iter().map(|line| format!("  {line}"));
                std::iter::once(format!("{key}:")).chain(lines).collect()
            }
        }
    }

    /// The keys of a map, each with its note behind it.
    fn map(&self, fields: &[Field], live: bool) -> Vec<String> {
        let mut lines = Vec::new();
        for field in fields {
            let notes: Vec<&str> = self.languages().into_iter().map(|language| field.help[language]).collect();
            let choices =
                if field.choices.is_empty() { String::new() } else { format!(" ({})", field.choices.join(", ")) };
            let mut value = self.value(field, live);
            if let Some(line) = value.first_mut() {
                *line = format!("{line:<24} # {}{choices}", notes.join(" · "));
            }
            // Of what is read, a key that may be missing is a remark.
            let hidden = live && field.need == Need::Optional && field.default.is_empty();
            lines.extend(value.into_iter().map(|line| if hidden { format!("# {line}") } else { line }));
        }
        lines
    }
}
