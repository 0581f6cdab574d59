//! A lesson or a visit of a programme.

use super::lists::{main_reference, required_choice};
use super::{Reader, Reference, Rich};
use crate::diag::Code;
use crate::lang::Localised;
use crate::yaml::{Fields, Origin};

/// A lesson or a visit.
#[derive(Debug, Hash)]
pub struct Lesson {
    /// One of [`LESSON_KINDS`].
    pub kind: &'static str,
    /// Its number among those of its kind.
    pub number: i64,
    /// Id of an item of the publication's record of steps.
    pub step: Reference,
    pub title: Localised,
    pub summary: Localised,
    pub minutes: i64,
    pub aims: Vec<Rich>,
    pub materials: Vec<Rich>,
    pub course: Vec<LessonPart>,
    pub worksheet: Option<Worksheet>,
    pub homework: Option<Rich>,
    /// What goes into the pupil's diary.
    pub diary: Option<Rich>,
    /// Ids of professions.
    pub professions: Vec<Reference>,
    pub see: Vec<super::PageLink>,
    pub sources: Vec<Reference>,
    pub origin: Origin,
}

/// A part of a lesson.
#[derive(Debug, Hash)]
pub struct LessonPart {
    pub minutes: i64,
    pub title: Localised,
    pub text: Rich,
}

/// What a pupil fills in.
#[derive(Debug, Hash)]
pub struct Worksheet {
    pub title: Localised,
    pub text: Rich,
}

/// What a [`Lesson`] can be.
pub const LESSON_KINDS: &[&str] = &["lesson", "visit"];

impl Reader<'_> {
    pub(super) fn lesson(&mut self, fields: &mut Fields) -> Option<Lesson> {
        let draft = fields.out().is_of_draft();
        // Nothing is the first of a draft's kinds and no number.
        let kind = required_choice(fields, "kind", LESSON_KINDS).or(draft.then_some(LESSON_KINDS[0]));
        let number = required_integer(fields, "number").or(draft.then_some(0));
        let step = main_reference(fields, "step");
        let (title, summary) = self.titled(fields);
        let minutes = required_integer(fields, "minutes").or(draft.then_some(0));
        let course = fields.maps("course", |f| {
            let minutes = required_integer(f, "minutes");
            let title = self.plain(f, "title");
            let text = self.required_blocks(f, "text");
            Some(LessonPart { minutes: minutes?, title: title?, text: text? })
        });
        self.check_minutes(fields, minutes, &course);
        self.check_whole(fields);
        Some(Lesson {
            aims: self.many(fields, "aims"),
            materials: self.many(fields, "materials"),
            course,
            worksheet: self.inner(fields, "worksheet", |reader, f| {
                let title = reader.plain(f, "title");
                let text = reader.required_blocks(f, "text");
                Some(Worksheet { title: title?, text: text? })
            }),
            homework: self.one(fields, "homework", false),
            diary: self.one(fields, "diary", false),
            professions: fields.text_list("professions"),
            see: fields.maps("see", |f| self.door_link(f)),
            sources: fields.text_list("sources"),
            origin: self.origin.clone(),
            kind: kind?,
            number: number?,
            step: step?,
            title: title?,
            summary: summary?,
            minutes: minutes?,
        })
    }

    /// The parts of a lesson fill its time.
    fn check_minutes(&self, fields: &mut Fields, minutes: Option<i64>, course: &[LessonPart]) {
        let (Some(minutes), false) = (minutes, course.is_empty()) else { return };
        let sum: i64 = course.iter().map(|part| part.minutes).fold(0, i64::saturating_add);
        if sum != minutes {
            let place = self.origin.place(&fields.path().key("minutes"));
            let message = format!("the parts of the course take {sum} minutes, the lesson {minutes}");
            fields.out().add(Code::LessonMinutes, place, message, "Change the minutes of a part or of the lesson.");
        }
    }

    /// All that a whole lesson has; one can be published without, while somebody is still writing it.
    fn check_whole(&self, fields: &mut Fields) {
        const WHOLE: [&str; 7] = ["aims", "materials", "course", "worksheet", "homework", "diary", "professions"];
        let missing: Vec<&str> = WHOLE.into_iter().filter(|key| fields.is_empty(key)).collect();
        if !missing.is_empty() {
            let place = self.origin.place(&fields.path().key("type"));
            let message = format!("the lesson lacks `{}`", missing.join("`, `"));
            let help = "Add them; `bagyt new lesson` makes a file in which each is explained.";
            fields.out().add(Code::LessonIncomplete, place, message, help);
        }
    }

    /// A text of blocks that must be there.
    fn required_blocks(&mut self, fields: &mut Fields, key: &'static str) -> Option<Rich> {
        let found = fields.required_localised(key, self.settings.languages)?;
        Some(self.rich(found, true, fields.out()))
    }
}

/// A whole number above zero that must be there.
fn required_integer(fields: &mut Fields, key: &'static str) -> Option<i64> {
    if fields.get(key).is_none() {
        fields.missing(key, format!("Add a line `{key}: 1` with the right number."));
    }
    let value = fields.integer(key)?;
    if value < 1 {
        fields.bad_value(key, format!("`{value}` is not a number above zero"), "Write 1 or more.");
        return None;
    }
    Some(value)
}
