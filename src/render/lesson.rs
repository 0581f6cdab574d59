//! The page of a lesson or a visit.

use serde::Serialize;

use super::glossary::Marker;
use super::text::Reader;
use super::{LinkView, borrowed, urls, worksheet};
use crate::parse::{LESSON_KINDS, Lesson, Rich, Worksheet};
use crate::plan::Inputs;
use crate::resolve::{EntryId, Target};
use crate::text::Placing;

/// A lesson, as its template gets it; texts are HTML.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LessonView {
    /// `lesson` or `visit`.
    pub kind: &'static str,
    /// «4-сабак».
    pub name: String,
    pub title: String,
    pub summary: String,
    pub step: Option<StepView>,
    pub minutes: String,
    pub aims: Vec<String>,
    pub materials: Vec<String>,
    pub course: Vec<PartView>,
    pub worksheet: Option<SheetView>,
    pub homework: String,
    pub diary: String,
    pub professions: Vec<LinkView>,
    pub see: Vec<LinkView>,
}

/// The step that a lesson belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StepView {
    /// «1-кадам».
    pub name: String,
    pub title: String,
}

/// A part of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PartView {
    pub minutes: String,
    pub title: String,
    pub text: String,
}

/// What a pupil fills in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SheetView {
    pub title: String,
    pub text: String,
    /// The same for a word processor.
    pub file: String,
    /// Where it is filled in, in the diary of the programme.
    pub fill: String,
}

/// The view of a lesson; `None` if the entry is none. `marker` marks the terms of what a teacher reads.
pub fn view(reader: Reader, id: EntryId, marker: &mut Marker) -> Option<LessonView> {
    let entry = reader.site.handbook.entry(id);
    let lesson = entry.lesson()?;
    let targets = entry.record.as_ref().map_or(&[][..], |record| &record.targets);
    // On a page of many, ids stay apart and headings are lower.
    let prefix = reader.whole.and_then(|whole| whole.prefix(id));
    let maker = Maker { reader, targets, prefix };
    let lang = reader.lang;
    let strings = reader.site.strings(lang);
    let minutes = |count: i64| strings.text("lesson.minutes").replace("{n}", &count.to_string());
    let professions = lesson.professions.iter().filter_map(|(_, name)| {
        let id = *reader.site.handbook.professions.get(name)?;
        Some(LinkView { title: borrowed::title(reader.site, id, lang), url: reader.entry_url(id, None) })
    });
    let see = lesson.see.iter().filter_map(|link| {
        let url = reader.url(targets.get(link.to.0 as usize)?)?;
        Some(LinkView { title: borrowed::words(reader.site, &link.text, lang), url })
    });
    let mut marked = |rich: &Rich| maker.written(rich, Some(marker));
    let mut course = Vec::new();
    for part in &lesson.course {
        course.push(PartView {
            minutes: minutes(part.minutes),
            title: borrowed::words(reader.site, &part.title, lang),
            text: marked(&part.text),
        });
    }
    Some(LessonView {
        kind: lesson.kind,
        name: name(reader.site, lesson, lang),
        title: borrowed::words(reader.site, &lesson.title, lang),
        summary: borrowed::words(reader.site, &lesson.summary, lang),
        step: maker.step(lesson, entry.publication),
        minutes: minutes(lesson.minutes),
        aims: lesson.aims.iter().map(|text| maker.rich(text)).collect(),
        materials: lesson.materials.iter().map(|text| maker.rich(text)).collect(),
        course,
        worksheet: lesson.worksheet.as_ref().map(|sheet| SheetView {
            title: borrowed::words(reader.site, &sheet.title, lang),
            text: maker.sheet(lesson, sheet),
            file: reader.from.link_to(&urls::document(reader.site, id, lang)),
            fill: maker.diary(lesson, entry.publication),
        }),
        homework: lesson.homework.as_ref().map_or_else(String::new, |text| maker.rich(text)),
        diary: lesson.diary.as_ref().map_or_else(String::new, |text| maker.rich(text)),
        professions: professions.collect(),
        see: see.collect(),
    })
}

/// «4-сабак», «Встреча 2».
pub fn name(site: &Inputs, lesson: &Lesson, lang: crate::lang::Lang) -> String {
    let key = if lesson.kind == LESSON_KINDS[0] { "lesson.lesson" } else { "lesson.visit" };
    site.strings(lang).text(key).replace("{n}", &lesson.number.to_string())
}

struct Maker<'s> {
    reader: Reader<'s>,
    targets: &'s [Target],
    prefix: Option<String>,
}

impl Maker<'_> {
    fn rich(&self, text: &Rich) -> String {
        self.written(text, None)
    }

    fn written(&self, text: &Rich, marker: Option<&mut Marker>) -> String {
        self.reader.rich_at(text, self.targets, self.placing(), marker)
    }

    /// A worksheet on paper.
    fn sheet(&self, lesson: &Lesson, sheet: &Worksheet) -> String {
        let text = worksheet::paper(self.reader.site, &lesson.origin, &sheet.prompts, self.reader.lang);
        self.reader.placed(&text, &[], None, self.placing(), None)
    }

    /// Where a worksheet is filled in; empty where no diary is kept.
    fn diary(&self, lesson: &Lesson, publication: Option<usize>) -> String {
        let diary = self.reader.site.handbook.diary_of(publication);
        diary.map_or_else(String::new, |id| self.reader.entry_url(id, Some(&lesson.worksheet_id())))
    }

    fn placing(&self) -> Placing<'_> {
        self.prefix.as_deref().map_or_else(Placing::default, |prefix| Placing { prefix, lower: 1 })
    }

    fn step(&self, lesson: &Lesson, publication: Option<usize>) -> Option<StepView> {
        let steps = self.reader.site.handbook.steps(publication);
        let at = steps.iter().position(|step| step.id == lesson.step.1)?;
        let strings = self.reader.site.strings(self.reader.lang);
        let name = strings.text("lesson.step").replace("{n}", &(at + 1).to_string());
        Some(StepView { name, title: borrowed::listed(self.reader.site, &steps[at].title, self.reader.lang) })
    }
}
