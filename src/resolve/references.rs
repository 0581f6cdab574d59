//! What records say of each other and of lists: every id must exist, every source must be fresh, every profession must be
//! within reach.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::{Entry, EntryId, Handbook, Kind, Resolved, Target};
use crate::define::{Field, Seen, To};
use crate::diag::{Code, Diagnostics, did_you_mean};
use crate::messages::{Message, say};
use crate::parse::{
    Data, Diary, Interests, Item, Lesson, LinkTo, List, Record, Reference, SelfTest, Shape, TEST_KINDS, Task,
};
use crate::yaml::Origin;

/// After how many months a source must be looked at again.
const FRESH_MONTHS: i64 = 12;

/// Checks what is only to be seen when everything has been read. `broken` are paths of records that could not be parsed:
/// an id that one of them may have held is not called unknown. `today` is for warnings alone.
pub fn check(handbook: &Handbook, broken: &[&str], today: Date, out: &mut Diagnostics) {
    let mut checker =
        Checker { handbook, broken: !broken.is_empty(), lost: lost_records(broken), lessons: HashMap::new(), out };
    checker.lists();
    for (index, entry) in handbook.entries.iter().enumerate() {
        let id = EntryId(index as u32);
        if let Some(profession) = entry.profession() {
            checker.values(Some((id, entry)), &profession.origin, &profession.values());
            profession.study_at.iter().for_each(|place| checker.closed(&profession.origin, &place.institution));
        }
        for page in entry.versions.iter().flatten() {
            let origin = Origin { file: page.parsed.file.clone(), first_line: 1 };
            for term in &page.parsed.content.front.unmarked {
                checker.other(None, &origin, term, Listed::Term, &handbook.terms);
            }
        }
        if let Some(term) = entry.term() {
            checker.values(Some((id, entry)), &term.origin, &term.values());
        }
        if let Some(lesson) = entry.lesson() {
            checker.values(Some((id, entry)), &lesson.origin, &lesson.values());
            checker.number(entry, lesson);
        }
        if let Some(test) = entry.self_test() {
            checker.values(Some((id, entry)), &test.origin, &test.values());
            checker.self_test(test);
        }
        if let Some(story) = entry.story() {
            checker.values(Some((id, entry)), &story.origin, &story.values());
        }
        if let Some(form) = entry.questionnaire() {
            checker.values(Some((id, entry)), &form.origin, &form.values());
        }
        if let Some(builder) = entry.builder() {
            checker.values(Some((id, entry)), &builder.origin, &builder.values());
        }
        if let (Some(task), Some(record)) = (entry.task(), &entry.record) {
            checker.values(Some((id, entry)), &task.origin, &task.values());
            checker.task(id, task, record);
        }
        if let Some(diary) = entry.diary() {
            checker.values(Some((id, entry)), &diary.origin, &diary.values());
            checker.results(diary);
        }
        if let Some(data) = entry.data() {
            checker.data(data);
        }
    }
    checker.names_of_terms();
    check_fresh(handbook, today, out);
    // A profession whose only link stands in a broken file is not alone.
    if broken.is_empty() {
        check_linked(handbook, out);
    }
}

fn lost_records(broken: &[&str]) -> BTreeSet<String> {
    let stem = |path: &&str| {
        path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem).to_string()
    };
    broken.iter().map(stem).collect()
}

/// What a record refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    Region,
    Source,
    Institution,
    Field,
    Subject,
    Competency,
    Step,
    Profession,
    Term,
}

impl Listed {
    /// What one of them is called.
    fn one(self) -> Message {
        match self {
            Listed::Region => say::region(),
            Listed::Source => say::source(),
            Listed::Institution => say::institution(),
            Listed::Field => say::field(),
            Listed::Subject => say::subject(),
            Listed::Competency => say::competency(),
            Listed::Step => say::step(),
            Listed::Profession => say::profession(),
            Listed::Term => say::term(),
        }
    }

    /// What the list of them is called.
    fn many(self) -> Message {
        match self {
            Listed::Region => say::regions(),
            Listed::Source => say::sources(),
            Listed::Institution => say::institutions(),
            Listed::Field => say::fields(),
            Listed::Subject => say::subjects(),
            Listed::Competency => say::competencies(),
            Listed::Step => say::steps(),
            Listed::Profession => say::professions(),
            Listed::Term => say::terms(),
        }
    }
}

struct Checker<'a> {
    handbook: &'a Handbook,
    /// Whether a record could not be parsed: it may have been a list.
    broken: bool,
    /// Ids of records that could not be parsed.
    lost: BTreeSet<String>,
    /// The lessons so far by publication, kind and number.
    lessons: HashMap<(Option<usize>, &'static str, i64), Arc<str>>,
    out: &'a mut Diagnostics,
}

impl Checker<'_> {
    fn unknown<'k>(
        &mut self,
        origin: &Origin,
        (path, id): &Reference,
        what: Listed,
        known: impl Iterator<Item = &'k str>,
    ) {
        let otherwise = say::add_it_to_list_of_or_choose(what.many());
        let help = did_you_mean(id, known, otherwise);
        let message = say::there_is_no_such_record(what.one(), id);
        self.out.add(Code::RecordUnknownId, origin.place(path), message, help);
    }

    fn listed<T: Item>(&mut self, origin: &Origin, reference: &Reference, what: Listed, list: &List<T>) {
        let id = &reference.1;
        let lost = list.faulty.iter().any(|faulty| faulty == id) || (list.items.is_empty() && self.broken);
        // Only a draft gets here without one.
        if list.find(id).is_none() && !lost && !id.is_empty() {
            self.unknown(origin, reference, what, list.items.iter().map(Item::id));
        }
    }

    fn lists(&mut self) {
        let list = &self.handbook.lists.institutions;
        list.items.iter().for_each(|item| self.values(None, &list.origin, &item.values()));
    }

    /// Looks for everything that a record refers to; `own` is its entry.
    fn values(&mut self, own: Option<(EntryId, &Entry)>, origin: &Origin, values: &[(&'static Field, Seen)]) {
        for (field, value) in values {
            value.each(field, &mut |field, value| {
                if let (Seen::Reference(reference), Some(to)) = (value, field.refers) {
                    self.reference(own, origin, reference, to);
                }
            });
        }
    }

    fn reference(&mut self, own: Option<(EntryId, &Entry)>, origin: &Origin, reference: &Reference, to: To) {
        let handbook = self.handbook;
        let lists = &handbook.lists;
        let id = own.map(|(id, _)| id);
        match to {
            To::Fields => self.listed(origin, reference, Listed::Field, &lists.fields),
            To::Subjects => self.listed(origin, reference, Listed::Subject, &lists.subjects),
            To::Competencies => self.listed(origin, reference, Listed::Competency, &lists.competencies),
            To::Regions => self.listed(origin, reference, Listed::Region, &lists.regions),
            To::Sources => self.listed(origin, reference, Listed::Source, &lists.sources),
            To::Institutions => self.listed(origin, reference, Listed::Institution, &lists.institutions),
            To::Professions => self.other(id, origin, reference, Listed::Profession, &handbook.professions),
            To::Terms => self.other(id, origin, reference, Listed::Term, &handbook.terms),
            To::Steps => self.step(own.and_then(|(_, entry)| entry.publication), origin, reference),
            // Whoever reads the record has looked for it.
            To::Own => {}
        }
    }

    fn step(&mut self, publication: Option<usize>, origin: &Origin, step: &Reference) {
        let steps = self.handbook.steps(publication);
        let known = steps.iter().any(|known| known.id == step.1);
        // Steps that could not be read are no fault of the lesson.
        let drafts = self.handbook.drafts.any(|kind| matches!(kind, Kind::Data));
        let unread = steps.is_empty() && (self.broken || drafts);
        if !known && !unread && !step.1.is_empty() {
            self.unknown(origin, step, Listed::Step, steps.iter().map(|step| step.id.as_str()));
        }
    }

    /// A reference to a record by the name of its file; `own` is the one that refers, which must not be itself.
    fn other(
        &mut self,
        own: Option<EntryId>,
        origin: &Origin,
        other: &Reference,
        what: Listed,
        known: &BTreeMap<String, EntryId>,
    ) {
        match known.get(&other.1) {
            Some(found) if Some(*found) == own => {
                let message = say::is_the_record_itself(&other.1, what.one());
                self.out.add(Code::YamlBadValue, origin.place(&other.0), message, say::name_another_one());
            }
            None if other.1.is_empty() => {}
            None if self.is_draft(origin, other, what) => {}
            None if !self.lost.contains(&other.1) => {
                self.unknown(origin, other, what, known.keys().map(String::as_str));
            }
            _ => {}
        }
    }

    /// Whether a reference is to a draft that is left out, which is said: the page shows nothing in its place.
    fn is_draft(&mut self, origin: &Origin, (path, id): &Reference, what: Listed) -> bool {
        let of_kind = |kind: &Kind| match kind {
            Kind::Profession => what == Listed::Profession,
            Kind::Term => what == Listed::Term,
            Kind::Home
            | Kind::Contents(_)
            | Kind::Chapter
            | Kind::Page
            | Kind::Lesson
            | Kind::SelfTest
            | Kind::Story
            | Kind::Questionnaire
            | Kind::Builder
            | Kind::Task
            | Kind::Diary
            | Kind::Data => false,
        };
        let Some(draft) = self.handbook.drafts.record(id, of_kind) else { return false };
        let message = say::is_draft_which_is_left_out(what.one(), id);
        let help = say::remove_line_draft_true_from_or_take_it_out(&draft.file);
        self.out.add(Code::LinkDraft, origin.place(path), message, help);
        true
    }

    /// Each lesson has a number of its own.
    fn number(&mut self, entry: &Entry, lesson: &Lesson) {
        let origin = &lesson.origin;
        // A draft may still have the number that `bagyt new` gave it.
        if entry.record.as_ref().is_some_and(|record| record.parsed.publishing.draft) {
            return;
        }
        let twin = self.lessons.insert((entry.publication, lesson.kind, lesson.number), origin.file.clone());
        if let Some(twin) = twin {
            let place = origin.place(&crate::yaml::Path::default().key("number"));
            let message = say::has_number_already(&twin, lesson.number);
            self.out.add(Code::RecordDuplicateId, place, message, say::give_each_lesson_and_each_visit());
        }
    }

    fn self_test(&mut self, test: &SelfTest) {
        if test.kind != TEST_KINDS[0] {
            for scale in &test.scales {
                self.listed(&test.origin, &scale.id, Listed::Competency, &self.handbook.lists.competencies);
            }
            return;
        }
        // A letter that leads nowhere is a dead end for whoever has it; one that professions may still get is none.
        if !self.handbook.has_professions() || self.broken {
            return;
        }
        for scale in &test.scales {
            let letter = Interests::LETTERS.iter().position(|letter| *letter == scale.id.1);
            if letter.is_some_and(|letter| self.handbook.led_by(letter).next().is_none()) {
                let message = say::no_profession_has_as_its_strongest_interest(&scale.id.1);
                let help = say::add_professions_for_it_until_then_result();
                self.out.add(Code::TestUnreachable, test.origin.place(&scale.id.0), message, help);
            }
        }
    }

    /// What a task offers to take away is a file, and what follows it another task.
    fn task(&mut self, own: EntryId, task: &Task, record: &Resolved<Record>) {
        let handbook = self.handbook;
        let languages = &handbook.config.languages;
        let to = |link: &LinkTo| (record.targets.get(link.0 as usize), &record.parsed.links[link.0 as usize].place);
        for document in &task.documents {
            let (Some(target), place) = to(&document.to) else { continue };
            let is_file = match target {
                Target::Entry(id, _) => languages.iter().all(|lang| handbook.entry(*id).has_document(lang)),
                Target::File(_) | Target::LeftOut(_) => true,
                _ => false,
            };
            if let Some(what) = self.named(target).filter(|_| !is_file) {
                let help = say::name_a_form_lesson_test_or_file();
                self.out.add(Code::TaskNoDocument, place.clone(), say::page_cannot_be_taken_away(what), help);
            }
        }
        let Some((Some(target), place)) = task.next.as_ref().map(to) else { return };
        let follows = match target {
            Target::Entry(id, _) => *id != own && handbook.entry(*id).task().is_some(),
            Target::LeftOut(_) => true,
            _ => false,
        };
        if let Some(what) = self.named(target).filter(|_| !follows) {
            let help = say::name_file_of_another_task();
            self.out.add(Code::YamlBadValue, place.clone(), say::next_is_no_task(what), help);
        }
    }

    /// What a link leads to, by a name that its author knows; nothing for a link that has been reported.
    fn named(&self, target: &Target) -> Option<String> {
        let handbook = self.handbook;
        match target {
            Target::Entry(id, _) | Target::Data(id) => {
                Some(handbook.entry(*id).title(handbook.config.languages.lead(), &handbook.config).0)
            }
            Target::File(id) | Target::Picture(id) => Some(handbook.asset(*id).path.to_string()),
            Target::Outside(url) => Some(url.clone()),
            Target::Here(id) => (!id.is_empty()).then(|| format!("#{id}")),
            Target::LeftOut(_) => None,
        }
    }

    /// The tests whose results a diary shows are there.
    fn results(&mut self, diary: &Diary) {
        let drafts = self.handbook.drafts.any(|kind| matches!(kind, Kind::SelfTest));
        if self.broken || drafts {
            return;
        }
        for (number, page) in diary.pages.iter().enumerate() {
            for (at, prompt) in page.prompts.iter().enumerate() {
                let Some(kind) = prompt.test.filter(|kind| self.handbook.self_test(kind).is_none()) else { continue };
                let page = crate::yaml::Path::default().key("pages").item(number);
                let place = diary.origin.place(&page.key("prompts").item(at).key("test"));
                let help = say::add_test_or_remove_prompt();
                self.out.add(Code::RecordUnknownId, place, say::there_is_no_test_of_kind(kind), help);
            }
        }
    }

    fn data(&mut self, data: &Data) {
        let sources = &self.handbook.lists.sources;
        let of_items: Vec<&Reference> = match &data.shape {
            Shape::Network(network) => network.items.iter().filter_map(|item| item.source.as_ref()).collect(),
            Shape::Events(events) => events.iter().map(|event| &event.source).collect(),
            Shape::Steps(_) | Shape::Roadmap(_) | Shape::Table(_) => Vec::new(),
        };
        for source in data.sources.iter().chain(of_items) {
            self.listed(&data.origin, source, Listed::Source, sources);
        }
    }

    /// A name that two terms have leads to one of them only.
    fn names_of_terms(&mut self) {
        for (lang, code) in self.handbook.config.languages.codes() {
            let mut names: BTreeMap<String, &str> = BTreeMap::new();
            for (id, entry) in &self.handbook.terms {
                let Some(term) = self.handbook.entry(*entry).term() else { continue };
                for name in term.names(lang) {
                    let Some(other) = names.insert(name.to_lowercase(), id).filter(|other| other != id) else {
                        continue;
                    };
                    let place = term.origin.place(&crate::yaml::Path::default().key("title"));
                    let message = say::is_name_of_term_too_in_language(name, other, code);
                    let help = say::leave_it_to_one_of_two_text();
                    self.out.add(Code::TermAmbiguous, place, message, help);
                }
            }
        }
    }

    /// Nobody can enter a school that was closed or has become part of another.
    fn closed(&mut self, origin: &Origin, reference: &Reference) {
        let Some(institution) = self.handbook.lists.institutions.find(&reference.1) else { return };
        if !matches!(institution.status, "closed" | "merged") {
            return;
        }
        let help = match &institution.successor {
            Some((_, successor)) => say::name_its_successor_if_profession_is_taught(successor),
            None => say::name_another_place_of_study(),
        };
        let id = &institution.id;
        let message = match institution.status {
            "merged" => say::list_of_institutions_calls_merged(id),
            _ => say::list_of_institutions_calls_closed(id),
        };
        self.out.add(Code::ProfessionClosedSchool, origin.place(&reference.0), message, help);
    }
}

/// The last day on which a source that was looked at then is fresh. A date at the end of what a calendar can hold has none.
fn fresh_to(checked: Date) -> Option<Date> {
    let months: Span = FRESH_MONTHS.months();
    checked.checked_add(months).ok()
}

/// The last day on which [`check`] says the same of the age of sources as today; `None`: for ever.
pub fn fresh_until(handbook: &Handbook, today: Date) -> Option<Date> {
    let sources = &handbook.lists.sources.items;
    sources.iter().filter_map(|source| fresh_to(source.checked)).filter(|end| *end >= today).min()
}

/// Sources that nobody has looked at for a year.
fn check_fresh(handbook: &Handbook, today: Date, out: &mut Diagnostics) {
    let list = &handbook.lists.sources;
    for source in &list.items {
        if fresh_to(source.checked).is_some_and(|end| end < today) {
            let place = list.origin.place(&source.path.key("checked_on"));
            let message = say::source_was_last_checked(&source.id, source.checked.to_string());
            let help = say::see_whether_it_still_says();
            out.add(Code::ClaimOutdated, place, message, help);
        }
    }
}

/// Professions that one comes upon only in the lists of all.
fn check_linked(handbook: &Handbook, out: &mut Diagnostics) {
    if handbook.professions.len() < 2 {
        return;
    }
    let mut linked: HashSet<EntryId> = HashSet::new();
    for entry in &handbook.entries {
        let pages = entry.versions.iter().flatten().flat_map(|page| &page.targets);
        let records = entry.record.iter().flat_map(|record| &record.targets);
        linked.extend(pages.chain(records).filter_map(|target| match target {
            Target::Entry(id, _) => Some(*id),
            _ => None,
        }));
        if let Some(profession) = entry.profession() {
            let others = profession.near_alternatives.iter().chain(&profession.related);
            linked.extend(others.filter_map(|(_, id)| handbook.professions.get(id)));
        }
    }
    for (id, entry) in handbook.professions.iter().filter(|(_, entry)| !linked.contains(entry)) {
        let Some(profession) = handbook.entry(*entry).profession() else { continue };
        let place = profession.origin.place(&crate::yaml::Path::default().key("type"));
        let message = say::no_profession_and_no_page_leads(id);
        let help = say::name_it_under_related_or_near_alternatives();
        out.add(Code::ProfessionUnlinked, place, message, help);
    }
}
