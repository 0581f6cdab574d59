//! Lessons, terms and data → what the index holds of them.

use bagyt_search::pack::Section;

use crate::lang::{Lang, Localised};
use crate::parse::{Cell, Data, GlossaryTerm, Lesson, Rich, SelfTest, Shape};
use crate::plan::Inputs;
use crate::text::plain;

/// The sections of a lesson's page; their ids and titles are the template's.
pub fn lesson(site: &Inputs, lesson: &Lesson, lang: Lang) -> Vec<Section> {
    let strings = &site.theme.strings[lang.index()];
    let section = |anchor: &str, heading: &str, texts: &[String]| Section {
        anchor: anchor.to_string(),
        heading: strings.text(heading).to_string(),
        text: joined(texts),
    };
    let all = |texts: &[Rich]| texts.iter().map(|text| rich(text, lang)).collect::<Vec<_>>();
    let one = |text: &Option<Rich>| text.iter().map(|text| rich(text, lang)).collect::<Vec<_>>();
    let mut course = Vec::new();
    for part in &lesson.course {
        course.push(plain(&part.title, lang));
        course.push(rich(&part.text, lang));
    }
    let mut sections = vec![
        section("aims", "lesson.aims", &all(&lesson.aims)),
        section("materials", "lesson.materials", &all(&lesson.materials)),
        section("course", "lesson.course", &course),
        section("homework", "lesson.homework", &one(&lesson.homework)),
        section("diary", "lesson.diary", &one(&lesson.diary)),
    ];
    if let Some(sheet) = &lesson.worksheet {
        sections.push(Section {
            anchor: "worksheet".into(),
            heading: plain(&sheet.title, lang),
            text: rich(&sheet.text, lang),
        });
    }
    sections.retain(|section| !section.text.is_empty());
    sections
}

/// What a term's page says below its definition.
pub fn term(term: &GlossaryTerm, lang: Lang) -> String {
    term.note.as_ref().map_or_else(String::new, |note| rich(note, lang))
}

/// Abbreviations and other words by which a term is sought.
pub fn names(term: &GlossaryTerm, lang: Lang) -> Vec<String> {
    let foreign = term.english.iter().chain(&term.german).cloned();
    term.names(lang).skip(1).map(str::to_string).chain(foreign).collect()
}

/// All that a figure or table says.
pub fn data(data: &Data, lang: Lang) -> String {
    let mut texts = Vec::new();
    let plain = |text: &Localised| plain(text, lang);
    match &data.shape {
        Shape::Steps(steps) => {
            for step in steps {
                texts.extend([plain(&step.title), plain(&step.text)]);
                texts.extend(step.result.as_ref().map(plain));
            }
        }
        Shape::Network(network) => {
            for item in &network.items {
                texts.push(plain(&item.title));
                texts.extend(item.role.as_ref().map(|role| rich(role, lang)));
                texts.extend(item.formerly.as_ref().map(plain));
            }
        }
        Shape::Roadmap(tasks) => {
            for task in tasks {
                texts.extend([rich(&task.task, lang), rich(&task.who, lang)]);
                texts.extend(task.result.iter().chain(&task.status).map(|text| rich(text, lang)));
            }
        }
        Shape::Events(events) => {
            for event in events {
                texts.push(plain(&event.title));
                texts.extend(event.text.as_ref().map(|text| rich(text, lang)));
            }
        }
        Shape::Table(table) => {
            let cells = table.rows.iter().flatten().filter_map(|cell| match cell {
                Cell::Text(text) => Some(rich(text, lang)),
                Cell::Number(_) | Cell::Empty => None,
            });
            texts.extend(cells);
        }
    }
    joined(&texts)
}

/// The sections of a self-test's page: what it is. Its items are no answer to any question.
pub fn self_test(test: &SelfTest, lang: Lang) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    if let Some(intro) = test.intro.own(lang) {
        plain::sections(intro, &mut sections);
    }
    sections
}

/// A text in its own language; nothing where it is borrowed.
fn rich(text: &Rich, lang: Lang) -> String {
    text.own(lang).map_or_else(String::new, plain::line)
}

fn plain(text: &Localised, lang: Lang) -> String {
    text.own(lang).cloned().unwrap_or_default()
}

fn joined(texts: &[String]) -> String {
    let mut all = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        plain::part(&mut all);
        all.push_str(text);
    }
    all
}
