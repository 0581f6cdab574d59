//! Records → what the index holds of them.

use std::collections::BTreeSet;

use bagyt_search::pack::Section;

use crate::define::{Field, Search, Seen, To};
use crate::lang::{Lang, Localised};
use crate::parse::{Cell, Data, Diary, GlossaryTerm, Lesson, Often, Questionnaire, Rich, Shape, Vocabulary};
use crate::plan::Inputs;
use crate::text::plain;

/// The sections of a record's page, which its keys name; their titles are words of the interface.
pub fn sections(site: &Inputs, page: &str, values: &[(&'static Field, Seen)], lang: Lang) -> Vec<Section> {
    let strings = site.strings(lang);
    let mut sections: Vec<Section> = Vec::new();
    let mut anchors: Vec<&str> =
        values.iter().map(|(field, _)| field.section).filter(|name| !name.is_empty()).collect();
    let mut seen = BTreeSet::new();
    anchors.retain(|anchor| seen.insert(*anchor));
    for anchor in anchors {
        let mut found = vec![Section {
            anchor: anchor.to_string(),
            heading: strings.text(&format!("{page}.{anchor}")).to_string(),
            text: String::new(),
        }];
        // What the page says in words of the interface counts as well: subjects, conditions, ways, documents.
        let mut words = Vec::new();
        for (field, value) in values.iter().filter(|(field, _)| field.section == anchor) {
            if field.search == Search::Text {
                value.each(field, &mut |field, value| add(site, lang, field, value, &mut found, &mut words));
            }
        }
        plain::part(&mut found[0].text);
        found[0].text.push_str(&words.join(". "));
        sections.extend(found);
    }
    sections.retain(|section| !section.text.is_empty());
    sections
}

/// Adds a value to the section that it belongs to, or to the words at its end.
fn add(site: &Inputs, lang: Lang, field: &Field, value: &Seen, found: &mut Vec<Section>, words: &mut Vec<String>) {
    if field.search != Search::Text {
        return;
    }
    let word = |choice: &str| field.word(choice).map(|key| site.strings(lang).text(&key).to_string());
    match value {
        Seen::Rich(texts) => {
            let Some(text) = texts.own(lang) else { return };
            plain::sections(text, found);
            found.iter_mut().for_each(|section| plain::part(&mut section.text));
        }
        Seen::Text(texts) => words.extend(texts.own(lang).cloned()),
        Seen::Plain(text) => words.push(text.to_string()),
        Seen::Written(text) => words.push(text.clone()),
        Seen::Number(number) => words.extend(word(&number.to_string())),
        // Of conditions those count that hold often, by their own names.
        Seen::Choice(often) if field.words == "often." => {
            let often = *often == Often::Often.name();
            words.extend(often.then(|| site.strings(lang).text(&format!("condition.{}", field.key)).to_string()));
        }
        Seen::Choice(choice) => words.extend(word(choice)),
        Seen::Some(texts) => words.extend(texts[lang.index()].clone()),
        Seen::Words(lists) => words.extend(lists[lang.index()].iter().cloned()),
        Seen::Reference((_, id)) => words.extend(field.refers.and_then(|to| title(site, to, id, lang))),
        Seen::Nothing | Seen::Date(_) | Seen::Flag(_) | Seen::Review(..) | Seen::List(_) | Seen::Group(_) => {}
    }
}

/// The title of a thing of a list.
fn title(site: &Inputs, to: To, id: &str, lang: Lang) -> Option<String> {
    let lists = &site.handbook.lists;
    let term = |list: &Vocabulary| list.find(id).and_then(|term| term.title.own(lang).cloned());
    match to {
        To::Fields => term(&lists.fields),
        To::Subjects => term(&lists.subjects),
        To::Competencies => term(&lists.competencies),
        To::Regions => term(&lists.regions),
        To::Institutions => lists.institutions.find(id).and_then(|found| found.title.own(lang).cloned()),
        To::Sources | To::Professions | To::Terms | To::Steps | To::Own => None,
    }
}

/// The sections of a lesson's page.
pub fn lesson(site: &Inputs, lesson: &Lesson, lang: Lang) -> Vec<Section> {
    let mut sections = sections(site, "lesson", &lesson.values(), lang);
    // A worksheet has a title of its own.
    if let Some((sheet, section)) =
        lesson.worksheet.as_ref().zip(sections.iter_mut().find(|section| section.anchor == "worksheet"))
    {
        section.heading = plain(&sheet.title, lang);
    }
    sections
}

/// What a term's page says below its definition.
pub fn term(term: &GlossaryTerm, lang: Lang) -> String {
    term.note.as_ref().map_or_else(String::new, |note| rich(note, lang))
}

/// Other names by which a record is sought.
pub fn names(values: &[(&'static Field, Seen)], lang: Lang) -> Vec<String> {
    let mut names = Vec::new();
    for (field, value) in values.iter().filter(|(field, _)| field.search == Search::Name) {
        value.each(field, &mut |_, value| match value {
            Seen::Plain(text) => names.push(text.to_string()),
            Seen::Written(text) => names.push(text.clone()),
            Seen::Text(texts) => names.extend(texts.own(lang).cloned()),
            Seen::Rich(texts) => names.push(rich(texts, lang)),
            Seen::Some(texts) => names.extend(texts[lang.index()].clone()),
            Seen::Words(lists) => names.extend(lists[lang.index()].iter().cloned()),
            Seen::Nothing
            | Seen::Number(_)
            | Seen::Date(_)
            | Seen::Flag(_)
            | Seen::Choice(_)
            | Seen::Reference(_)
            | Seen::Review(..)
            | Seen::List(_)
            | Seen::Group(_) => {}
        });
    }
    names
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

/// The sections of a page for answering or filling in: what it is. Items of a test and help of fields are no answer to any question.
pub fn intro(intro: &Rich, lang: Lang) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    if let Some(intro) = intro.own(lang) {
        plain::sections(intro, &mut sections);
    }
    sections
}

/// The sections of a questionnaire's page: what it is, and what is asked.
pub fn questionnaire(form: &Questionnaire, lang: Lang) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    for text in [&form.intro, &form.greeting] {
        if let Some(text) = text.own(lang) {
            plain::part(&mut sections[0].text);
            plain::sections(text, &mut sections);
        }
    }
    let asked: Vec<String> = form.questions.iter().map(|question| plain(&question.text, lang)).collect();
    sections.push(Section { text: joined(&asked), ..Section::default() });
    sections
}

/// The sections of a diary's page: what it is, and what its own pages are about. Worksheets are found with their lessons.
pub fn diary(diary: &Diary, lang: Lang) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    if let Some(intro) = diary.intro.own(lang) {
        plain::sections(intro, &mut sections);
    }
    let titles: Vec<String> = diary.pages.iter().map(|page| plain(&page.title, lang)).collect();
    plain::part(&mut sections[0].text);
    sections[0].text.push_str(&joined(&titles));
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
