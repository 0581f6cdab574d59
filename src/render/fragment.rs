//! Texts for files of other programs.

use super::text::{Reader, Shown};
use super::{builder, diary, lesson, questionnaire, self_test, worksheet};
use crate::address::OutPath;
use crate::lang::Lang;
use crate::parse::FORM;
use crate::plan::Inputs;
use crate::resolve::EntryId;
use crate::text::tree::Tree;

/// A text for a file of another program: what is filled in, without the page around it.
pub struct Fragment {
    pub title: String,
    pub lead: String,
    pub tree: Tree,
    /// What stands at the foot of each sheet.
    pub foot: String,
    /// Who publishes it.
    pub author: String,
    /// Code of the text's language.
    pub language: &'static str,
    /// Code of the language of what is said around it: a text may be borrowed from the other language.
    pub frame_language: &'static str,
    /// Whether it is a form, of which advice is left out.
    pub form: bool,
    /// Ids of the headings whose sections stand on the page only.
    pub page_only: Vec<String>,
    /// What is said where there is a drawing that such a file cannot hold, with `{alt}`.
    pub drawing: String,
}

/// A form, or the worksheet of a lesson, for a file of another program.
pub fn fragment(site: &Inputs, id: EntryId, lang: Lang) -> Option<Fragment> {
    let entry = site.handbook.entry(id);
    let path = OutPath::new(site.plan.page(id, lang)).ok()?;
    let reader = Reader { site, from: &path, lang, whole: None };
    let config = &site.handbook.config;
    let foot = entry.publication.map_or(config.title.get(lang), |at| config.publications[at].title.get(lang));
    let foot = foot.to_string();
    let author = config.title.get(lang).to_string();
    let drawing = site.strings(lang).text("document_file.drawing").to_string();
    let frame_language = config.languages.code(lang);
    if let Some(lesson) = entry.lesson() {
        let sheet = lesson.worksheet.as_ref()?;
        return Some(Fragment {
            title: sheet.title.get(lang).to_string(),
            lead: site.strings(lang).text("lesson.name").to_string(),
            tree: Tree::new(&worksheet::paper(site, &lesson.origin, &sheet.prompts, lang), &Shown::new(reader, &[])),
            foot: format!("{foot} · {}", lesson::name(site, lesson, lang)),
            author,
            language: config.languages.code(sheet.title.shown(lang).1),
            frame_language,
            form: false,
            page_only: Vec::new(),
            drawing,
        });
    }
    let of_test = entry.self_test().map(|test| self_test::document(site, test, lang));
    if let Some(text) = of_test.or_else(|| entry.diary().map(|diary| diary::paper(site, id, diary, lang))) {
        return Some(Fragment {
            title: entry.title(lang, config).0,
            lead: site.strings(lang).text("lesson.name").to_string(),
            tree: Tree::new(&text, &Shown::new(reader, &[])),
            foot,
            author,
            language: frame_language,
            frame_language,
            form: false,
            page_only: Vec::new(),
            drawing,
        });
    }
    if let Some(form) = entry.questionnaire() {
        return Some(Fragment {
            title: entry.title(lang, config).0,
            lead: crate::text::plain::line(form.greeting.get(lang)),
            tree: Tree::new(&questionnaire::paper(site, id, form, lang), &Shown::new(reader, &[])),
            foot,
            author,
            language: frame_language,
            frame_language,
            form: false,
            page_only: Vec::new(),
            drawing,
        });
    }
    if let Some(of_entry) = entry.builder() {
        return Some(Fragment {
            title: entry.title(lang, config).0,
            lead: String::new(),
            tree: Tree::new(&builder::paper(site, of_entry, lang), &Shown::new(reader, &[])),
            foot,
            author,
            language: frame_language,
            frame_language,
            form: false,
            page_only: Vec::new(),
            drawing,
        });
    }
    let (page, text_lang) = entry.version(lang)?;
    let front = &page.parsed.content.front;
    Some(Fragment {
        title: entry.title(lang, config).0,
        lead: String::new(),
        tree: Tree::new(&page.parsed.content.body.text, &Shown { page: Some(id), ..Shown::new(reader, &page.targets) }),
        foot,
        author,
        language: config.languages.code(text_lang),
        frame_language,
        form: front.kind == FORM,
        page_only: front.page_only.iter().map(|(_, id)| id.clone()).collect(),
        drawing,
    })
}
