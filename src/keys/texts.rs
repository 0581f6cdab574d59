//! What the text of an entry depends on: its own words, what its links lead to, figures, terms.

use super::{Keys, Sum};
use crate::lang::Lang;
use crate::parse::{Lesson, NumberedKind, Page, Profession, TEST_KINDS};
use crate::resolve::{EntryId, Resolved, Target, alternatives, nearness};

/// A figure may show texts with figures; deeper than this none is drawn.
const DEEPEST: usize = 4;

impl Keys<'_> {
    /// All that an entry says in a language, wherever that is shown.
    pub(super) fn text(&self, id: EntryId, lang: Lang, sum: &mut Sum) {
        let handbook = self.site.handbook;
        let (entry, number) = (handbook.entry(id), id.0 as usize);
        sum.add(&(lang, self.card(id, lang), &handbook.numbers.chapters[number]));
        if let Some((page, shown)) = entry.version(lang) {
            let front = &page.parsed.content.front;
            sum.add(&("page", shown, page.parsed.hash));
            sum.add(&handbook.numbers.labels[lang.index()][number]);
            self.targets(&page.targets, lang, 0, sum);
            if front.glossary {
                // Terms are marked in the language of the text, and explained in that of the page.
                sum.add(&(self.of(shown).glossary, self.of(lang).glossary));
            }
        }
        if entry.record.is_some() {
            sum.add(&("record", self.lists));
            self.record(id, lang, sum);
        }
        if let Some(profession) = entry.profession() {
            self.profession(id, profession, lang, sum);
        }
        if let Some(lesson) = entry.lesson() {
            self.lesson(lesson, entry.publication, lang, sum);
        }
        if let Some(story) = entry.story() {
            let about = handbook.professions.get(&story.profession.1);
            sum.add(&about.map(|id| self.card(*id, lang)));
        }
        if entry.builder().is_some() {
            // The addresses of what professions do, in every language of documents.
            self.languages.iter().for_each(|language| sum.add(&language.professions));
        }
        if entry.task().is_some() {
            // Steps mark terms, and a document is there or not.
            sum.add(&(self.of(lang).glossary, handbook.taken(id, lang).len()));
        }
        if entry.self_test().is_some() {
            // What is near, and what the paper names for each interest.
            sum.add(&self.of(lang).professions);
        }
        if entry.diary().is_some() {
            self.diary(entry.publication, lang, sum);
        }
        if let Some(term) = entry.term() {
            let see = term.see.iter().filter_map(|(_, name)| handbook.terms.get(name));
            sum.add(&see.map(|id| self.card(*id, lang)).collect::<Vec<_>>());
        }
    }

    /// The record of an entry, if it has one.
    pub(super) fn record(&self, id: EntryId, lang: Lang, sum: &mut Sum) {
        self.record_at(id, lang, 0, sum);
    }

    fn record_at(&self, id: EntryId, lang: Lang, depth: usize, sum: &mut Sum) {
        if let Some(record) = &self.site.handbook.entry(id).record {
            sum.add(&record.parsed.hash);
            self.targets(&record.targets, lang, depth, sum);
        }
    }

    fn profession(&self, id: EntryId, profession: &Profession, lang: Lang, sum: &mut Sum) {
        let handbook = self.site.handbook;
        for others in [&alternatives(handbook, handbook.entry(id)), &handbook.related[id.0 as usize]] {
            self.cards_of(others, lang, sum);
            for other in others.iter().filter_map(|id| handbook.entry(*id).profession()) {
                let near = nearness(profession, other);
                sum.add(&(near.common, near.of, near.learn, near.deepen, near.subjects));
            }
        }
        self.cards_of(handbook.stories.get(&id).map_or(&[][..], Vec::as_slice), lang, sum);
        sum.add(&(&profession.field.1, self.of(lang).shape));
    }

    fn lesson(&self, lesson: &Lesson, publication: Option<usize>, lang: Lang, sum: &mut Sum) {
        let handbook = self.site.handbook;
        sum.add(&(handbook.steps(publication), self.of(lang).glossary));
        sum.add(&handbook.diary_of(publication).map(|id| self.card(id, lang)));
        let professions = lesson.professions.iter().filter_map(|(_, name)| handbook.professions.get(name));
        sum.add(&professions.map(|id| self.card(*id, lang)).collect::<Vec<_>>());
    }

    /// A diary has the worksheets of its publication, the steps, and the tests whose results it shows.
    fn diary(&self, publication: Option<usize>, lang: Lang, sum: &mut Sum) {
        let handbook = self.site.handbook;
        sum.add(handbook.steps(publication));
        let tests = TEST_KINDS.iter().filter_map(|kind| handbook.self_test(kind));
        for id in handbook.lessons(publication).map(|(id, _)| id).chain(tests) {
            sum.add(&self.card(id, lang));
            self.record(id, lang, sum);
        }
    }

    /// What links lead to, as a reader is shown it.
    fn targets(&self, targets: &[Target], lang: Lang, depth: usize, sum: &mut Sum) {
        sum.add(&targets.len());
        for target in targets {
            self.target(target, lang, depth, sum);
        }
    }

    fn target(&self, target: &Target, lang: Lang, depth: usize, sum: &mut Sum) {
        match target {
            Target::Entry(id, anchor) => {
                self.reference(*id, lang, sum);
                sum.add(anchor);
                if let Some(anchor) = anchor {
                    self.anchor(*id, anchor, lang, sum);
                }
            }
            Target::Data(id) => {
                // What stands in the text of a record has the entry's number in its id.
                sum.add(&("data", self.lists, id.0));
                self.reference(*id, lang, sum);
                if depth < DEEPEST {
                    self.record_at(*id, lang, depth + 1, sum);
                }
            }
            Target::File(id) | Target::Picture(id) => {
                sum.add(&("file", &self.site.handbook.asset(*id).address, &self.site.pictures[id.0 as usize]));
            }
            Target::Here(anchor) => sum.add(&("here", anchor)),
            Target::Outside(url) => sum.add(&("outside", url)),
            Target::LeftOut(title) => sum.add(&("left out", title)),
        }
    }

    /// An entry as others refer to it: by its title, its number, or the place where a text shows it.
    pub(super) fn reference(&self, id: EntryId, lang: Lang, sum: &mut Sum) {
        let numbers = &self.site.handbook.numbers;
        sum.add(&("entry", self.card(id, lang), &numbers.chapters[id.0 as usize]));
        if let Some((page, n)) = numbers.shown[lang.index()].get(&id) {
            self.numbered(*page, *n, lang, sum);
        }
    }

    /// A figure or table of a page, with its number.
    fn numbered(&self, page: EntryId, n: usize, lang: Lang, sum: &mut Sum) {
        let handbook = self.site.handbook;
        let Some((version, _)) = handbook.entry(page).version(lang) else { return };
        let label = handbook.numbers.labels[lang.index()][page.0 as usize].get(n);
        let Some(numbered) = version.parsed.content.body.numbered.get(n) else { return };
        let data = match numbered.kind {
            NumberedKind::Data(link) => version.targets.get(link as usize),
            _ => None,
        };
        let is_figure = match data {
            Some(Target::Data(data)) => handbook.entry(*data).data().is_some_and(|data| data.shape.is_figure()),
            _ => numbered.kind == NumberedKind::Figure,
        };
        sum.add(&("numbered", self.card(page, lang), label, &numbered.id, is_figure));
    }

    /// A place on another page: whether the version that is shown has it, and its words.
    fn anchor(&self, id: EntryId, anchor: &str, lang: Lang, sum: &mut Sum) {
        let Some((version, _)): Option<(&Resolved<Page>, Lang)> = self.site.handbook.entry(id).version(lang) else {
            return;
        };
        let body = &version.parsed.content.body;
        sum.add(&body.anchors().any(|other| other == anchor));
        if let Some(n) = body.numbered.iter().position(|numbered| numbered.id == anchor) {
            self.numbered(id, n, lang, sum);
        }
        sum.add(&body.headings.iter().find(|heading| heading.id == anchor));
    }
}
