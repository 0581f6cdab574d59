//! All parsed files → the [`Handbook`].
//!
//! In: the site's settings and every parsed page and record. Out: entries with their addresses, translations paired,
//! every link turned into a [`Target`], and the order of reading. Never: HTML, or a file's text. After this stage a
//! link that leads nowhere cannot be represented.

mod alike;
mod assets;
mod drafts;
mod gather;
mod kinds;
mod links;
mod lists;
mod names;
mod numbers;
mod order;
mod references;
mod related;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::SiteConfig;
use crate::diag::{Code, Diagnostics, Place};
use crate::lang::{Lang, Localised};
use crate::messages::{Message, say};
use crate::parse::{
    Builder, Data, Diary, FORM, GlossaryTerm, Home, Lesson, Page, Parsed, Profession, Questionnaire, Record, SelfTest,
    Shape, Step, Story, Synonyms, Task, TaskDocument,
};

use crate::yaml::Origin;

pub use drafts::{Drafts, LeftOut};
pub use kinds::{KINDS, kind};
pub use lists::Lists;
pub use names::{content_path, split_page_name};
pub use numbers::{LEFT_OUT, Numbers};
pub use order::collator;
pub use references::fresh_until;
pub use related::{Nearness, alternatives, nearness};

/// Number of an [`Entry`] in [`Handbook::entries`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u32);

/// Number of an [`Asset`] in [`Handbook::assets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssetId(pub u32);

/// Where a link leads, once it is known to lead there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A page of the site, in the reader's language.
    Entry(EntryId, Option<String>),
    /// A file that is copied.
    File(AssetId),
    /// A picture that is shown.
    Picture(AssetId),
    /// A record that is shown as a figure or table.
    Data(EntryId),
    /// A heading of the same page.
    Here(String),
    /// Another site.
    Outside(String),
    /// A draft that is left out, by its title: readers get the link's words alone.
    LeftOut(Localised),
}

/// What readers take away of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// An entry as a file for a word processor.
    Document(EntryId),
    /// A file beside the pages.
    File(AssetId),
}

/// A file with its links resolved.
#[derive(Debug)]
pub struct Resolved<C> {
    pub parsed: Arc<Parsed<C>>,
    /// One for each of the file's links.
    pub targets: Vec<Target>,
}

/// What an entry is.
#[derive(Debug, Clone)]
pub enum Kind {
    Home,
    /// The contents of a publication, by its number in the site's list.
    Contents(usize),
    /// A folder, with or without a page of its own.
    Chapter,
    Page,
    Profession,
    /// A term of the glossary.
    Term,
    /// A lesson or visit.
    Lesson,
    /// A self-test.
    SelfTest,
    /// What somebody tells of their work.
    Story,
    /// A questionnaire.
    Questionnaire,
    /// What readers make a document with.
    Builder,
    /// What a reader wants to get done.
    Task,
    /// A diary.
    Diary,
    /// A figure or table.
    Data,
}

impl Kind {
    /// Whether it is a record, whose texts are in all languages of one file.
    pub fn is_record(&self) -> bool {
        match self {
            Kind::Profession
            | Kind::Term
            | Kind::Lesson
            | Kind::SelfTest
            | Kind::Story
            | Kind::Questionnaire
            | Kind::Builder
            | Kind::Task
            | Kind::Diary
            | Kind::Data => true,
            Kind::Home | Kind::Contents(_) | Kind::Chapter | Kind::Page => false,
        }
    }
}

/// Something that has an address: one HTML file a language.
#[derive(Debug)]
pub struct Entry {
    /// `handbook/why/index`: the path in each language's tree, without `.html`.
    pub address: String,
    pub kind: Kind,
    /// Number of the publication in the site's list.
    pub publication: Option<usize>,
    /// The chapter or contents that lists this entry.
    pub parent: Option<EntryId>,
    /// What a chapter or contents lists, one order a language.
    pub children: Vec<Vec<EntryId>>,
    /// The page in each language, where there is one.
    pub versions: Vec<Option<Resolved<Page>>>,
    /// For each language the one whose version a reader is shown, if there is any.
    pub shown: Vec<Option<Lang>>,
    pub record: Option<Resolved<Record>>,
}

/// A file beside the pages.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Path relative to the site, for messages.
    pub path: Arc<str>,
    pub disk: PathBuf,
    /// Address in the output, `files/handbook/plan.docx`.
    pub address: String,
    /// Whether a page shows it as a picture.
    pub shown: bool,
    /// Whether a page links to it.
    pub linked: bool,
    /// Whether `publish:` or `trusted:` of site.yaml names it.
    pub wanted: bool,
    /// Whether `trusted:` of site.yaml names it.
    pub trusted: bool,
    /// The files that show it or link to it, or mean to.
    pub used_on: BTreeSet<Arc<str>>,
}

impl Asset {
    /// Whether it becomes part of the output.
    pub fn is_published(&self) -> bool {
        self.shown || self.linked || self.wanted
    }

    /// Whether nothing of it may be changed but what a camera wrote into it.
    pub fn is_as_it_is(&self) -> bool {
        self.trusted && !self.shown
    }
}

/// The whole site, with nothing left to look up.
#[derive(Debug)]
pub struct Handbook {
    pub config: SiteConfig,
    pub entries: Vec<Entry>,
    pub assets: Vec<Asset>,
    /// The contents page of each publication.
    pub contents: Vec<EntryId>,
    pub home: EntryId,
    pub about: Option<EntryId>,
    /// Every profession by its id, which is its file's name.
    pub professions: BTreeMap<String, EntryId>,
    /// Every term of the glossary by its id, which is its file's name.
    pub terms: BTreeMap<String, EntryId>,
    /// What records refer to by id.
    pub lists: Lists,
    /// Numbers of chapters, figures and tables.
    pub numbers: Numbers,
    /// For whom each entry is: what it says, or what the chapter or publication above it says.
    pub audiences: Vec<Vec<usize>>,
    /// For each entry the professions that are like it.
    pub related: Vec<Vec<EntryId>>,
    /// What people tell of a profession, for those of which anybody does.
    pub stories: BTreeMap<EntryId, Vec<EntryId>>,
    /// What site.yaml and records lack in a language, in the order of the files.
    pub untranslated: Vec<Untranslated>,
    /// Words that mean the same, as every file of synonyms has them.
    pub synonyms: Vec<Arc<Parsed<Record>>>,
    pub drafts: Drafts,
    /// Addresses that pages had before.
    pub moved: Vec<Moved>,
    /// Reading order of each publication in each language: `reading[lang][publication]`.
    pub reading: Vec<Vec<Vec<EntryId>>>,
    /// Place of each entry in its publication's reading order: `position[lang][entry]`.
    pub position: Vec<Vec<Option<u32>>>,
}

/// An address that a page had before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Moved {
    /// In each language's tree, without `.html`.
    pub from: String,
    pub to: EntryId,
}

/// Texts of a file that are not translated into a language.
#[derive(Debug)]
pub struct Untranslated {
    pub lang: Lang,
    pub texts: usize,
    /// Where the first of them would stand.
    pub first: Place,
}

/// Everything that was parsed.
pub struct Input {
    pub pages: Vec<Arc<Parsed<Page>>>,
    pub records: Vec<Arc<Parsed<Record>>>,
    pub assets: Vec<crate::source::File>,
    /// Paths under `content/` of pages and records that could not be parsed; the reasons have been reported.
    pub broken: BTreeSet<String>,
    /// Whether drafts become part of the handbook.
    pub drafts: bool,
}

impl Entry {
    /// Whether what is shown in `lang` is a draft.
    pub fn is_draft(&self, lang: Lang) -> bool {
        let record = self.record.as_ref().is_some_and(|record| record.parsed.publishing.draft);
        record || self.version(lang).is_some_and(|(page, _)| page.parsed.publishing.draft)
    }

    /// The page that a reader of `lang` is shown, with the language that it is in.
    pub fn version(&self, lang: Lang) -> Option<(&Resolved<Page>, Lang)> {
        let shown = self.shown.get(lang.index()).copied().flatten()?;
        Some((self.versions[shown.index()].as_ref()?, shown))
    }

    /// The profession that the entry is about.
    pub fn profession(&self) -> Option<&Profession> {
        match &self.record.as_ref()?.parsed.content {
            Record::Profession(profession) => Some(profession),
            _ => None,
        }
    }

    /// The term that the entry is about.
    pub fn term(&self) -> Option<&GlossaryTerm> {
        match &self.record.as_ref()?.parsed.content {
            Record::Term(term) => Some(term),
            _ => None,
        }
    }

    /// The lesson or visit that the entry is.
    pub fn lesson(&self) -> Option<&Lesson> {
        match &self.record.as_ref()?.parsed.content {
            Record::Lesson(lesson) => Some(lesson),
            _ => None,
        }
    }

    /// The self-test that the entry is.
    pub fn self_test(&self) -> Option<&SelfTest> {
        match &self.record.as_ref()?.parsed.content {
            Record::SelfTest(test) => Some(test),
            _ => None,
        }
    }

    /// The story that the entry is.
    pub fn story(&self) -> Option<&Story> {
        match &self.record.as_ref()?.parsed.content {
            Record::Story(story) => Some(story),
            _ => None,
        }
    }

    /// The questionnaire that the entry is.
    pub fn questionnaire(&self) -> Option<&Questionnaire> {
        match &self.record.as_ref()?.parsed.content {
            Record::Questionnaire(form) => Some(form),
            _ => None,
        }
    }

    /// The builder of documents that the entry is.
    pub fn builder(&self) -> Option<&Builder> {
        match &self.record.as_ref()?.parsed.content {
            Record::Builder(builder) => Some(builder),
            _ => None,
        }
    }

    /// The task that the entry is.
    pub fn task(&self) -> Option<&Task> {
        match &self.record.as_ref()?.parsed.content {
            Record::Task(task) => Some(task),
            _ => None,
        }
    }

    /// The diary that the entry is.
    pub fn diary(&self) -> Option<&Diary> {
        match &self.record.as_ref()?.parsed.content {
            Record::Diary(diary) => Some(diary),
            _ => None,
        }
    }

    /// Whether it is made as a file for a word processor too: a form, a worksheet, a self-test on paper.
    pub fn has_document(&self, lang: Lang) -> bool {
        let form = self.version(lang).is_some_and(|(page, _)| page.parsed.content.front.kind == FORM);
        form || self.self_test().is_some()
            || self.questionnaire().is_some()
            || self.builder().is_some()
            || self.diary().is_some()
            || self.lesson().is_some_and(|lesson| lesson.worksheet.is_some())
    }

    /// The figure or table that the entry is.
    pub fn data(&self) -> Option<&Data> {
        match &self.record.as_ref()?.parsed.content {
            Record::Data(data) => Some(data),
            _ => None,
        }
    }

    /// The title and the summary of a record that has a page.
    fn record_words(&self) -> Option<(&Localised, &Localised)> {
        match &self.record.as_ref()?.parsed.content {
            Record::Profession(profession) => Some((&profession.title, &profession.summary)),
            Record::Term(term) => Some((&term.title, &term.definition.plain)),
            Record::Lesson(lesson) => Some((&lesson.title, &lesson.summary)),
            Record::SelfTest(test) => Some((&test.title, &test.summary)),
            Record::Story(story) => Some((&story.title, &story.summary)),
            Record::Questionnaire(form) => Some((&form.title, &form.summary)),
            Record::Builder(builder) => Some((&builder.title, &builder.summary)),
            Record::Task(task) => Some((&task.title, &task.summary)),
            Record::Diary(diary) => Some((&diary.title, &diary.summary)),
            Record::Data(data) => Some((&data.title, &data.summary)),
            Record::Terms(..)
            | Record::Sources(_)
            | Record::Institutions(_)
            | Record::Home(_)
            | Record::Synonyms(_)
            | Record::Unfinished => None,
        }
    }

    /// What the home page says, if the entry is the home page and the site says it.
    pub fn home(&self) -> Option<&Home> {
        match &self.record.as_ref()?.parsed.content {
            Record::Home(home) => Some(home),
            _ => None,
        }
    }

    /// The last part of the address, `parents`; of a chapter, its folder.
    pub fn name(&self) -> &str {
        let address = match self.kind {
            Kind::Chapter | Kind::Contents(_) => self.address.strip_suffix("/index").unwrap_or(&self.address),
            Kind::Home
            | Kind::Page
            | Kind::Profession
            | Kind::Term
            | Kind::Lesson
            | Kind::SelfTest
            | Kind::Story
            | Kind::Questionnaire
            | Kind::Builder
            | Kind::Task
            | Kind::Diary
            | Kind::Data => &self.address,
        };
        address.rsplit('/').next().unwrap_or(address)
    }

    /// The title in a language, and the language it is in.
    pub fn title(&self, lang: Lang, config: &SiteConfig) -> (String, Lang) {
        if let Kind::Contents(publication) = self.kind {
            let (title, shown) = config.publications[publication].title.shown(lang);
            return (title.clone(), shown);
        }
        if let Some((title, _)) = self.record_words() {
            let (title, shown) = title.shown(lang);
            // A term is given as it stands in a sentence.
            return (if self.term().is_some() { capitalised(title) } else { title.clone() }, shown);
        }
        if let Some(home) = self.home() {
            let (title, shown) = home.title.shown(lang);
            return (title.clone(), shown);
        }
        match self.version(lang) {
            Some((page, actual)) => (page.parsed.content.front.title.clone(), actual),
            None => (folder_title(self.name()), lang),
        }
    }

    /// The summary in a language, and the language it is in; may be empty.
    pub fn summary(&self, lang: Lang, config: &SiteConfig) -> (String, Lang) {
        let shown = |texts: &Localised| {
            let (text, shown) = texts.shown(lang);
            (text.clone(), shown)
        };
        if let Kind::Contents(publication) = self.kind
            && let Some(summary) = &config.publications[publication].summary
        {
            return shown(summary);
        }
        match (self.record_words(), self.version(lang)) {
            (Some((_, summary)), _) => shown(summary),
            (None, Some((page, actual))) => (page.parsed.content.front.summary.clone(), actual),
            (None, None) => (String::new(), lang),
        }
    }
}

/// A chapter's title made of its folder's name: `02-first-steps` → `First steps`.
fn folder_title(name: &str) -> String {
    let words = name.trim_start_matches(|c: char| c.is_ascii_digit() || "-_.".contains(c)).replace(['-', '_'], " ");
    capitalised(if words.is_empty() { name } else { &words })
}

/// A text with its first letter large.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Handbook {
    /// The entry of a number that this handbook gave.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// When an entry was last changed, as its author says.
    pub fn updated(&self, id: EntryId, lang: Lang) -> Option<Date> {
        let entry = self.entry(id);
        match entry.profession() {
            Some(profession) => profession.updated,
            None => entry.version(lang).and_then(|(page, _)| page.parsed.content.front.updated),
        }
    }

    /// The asset of a number that this handbook gave.
    pub fn asset(&self, id: AssetId) -> &Asset {
        &self.assets[id.0 as usize]
    }

    /// Every group of words that mean the same: in each one list a language.
    pub fn synonym_groups(&self) -> impl Iterator<Item = &Vec<Vec<String>>> {
        self.synonyms.iter().flat_map(|record| match &record.content {
            Record::Synonyms(Synonyms { groups }) => groups.as_slice(),
            _ => &[],
        })
    }

    /// The steps that lessons of a publication belong to: those of its first record of steps.
    pub fn steps(&self, publication: Option<usize>) -> &[Step] {
        let of_publication = self.entries.iter().filter(|entry| entry.publication == publication);
        let mut steps = of_publication.filter_map(|entry| match &entry.data()?.shape {
            Shape::Steps(steps) => Some((entry.address.as_str(), steps.as_slice())),
            _ => None,
        });
        let first = steps.next();
        steps.fold(first, |first, other| first.filter(|first| first.0 < other.0).or(Some(other))).map_or(&[], |s| s.1)
    }

    /// The lessons and visits of a publication, in the order of reading.
    pub fn lessons(&self, publication: Option<usize>) -> impl Iterator<Item = (EntryId, &Lesson)> {
        let lead = &self.reading[self.config.languages.lead().index()];
        let reading = publication.and_then(|at| lead.get(at)).map_or(&[][..], Vec::as_slice);
        reading.iter().filter_map(|id| Some((*id, self.entry(*id).lesson()?)))
    }

    /// The diary into which the lessons of a publication go.
    pub fn diary_of(&self, publication: Option<usize>) -> Option<EntryId> {
        let at = self.entries.iter().position(|entry| entry.publication == publication && entry.diary().is_some())?;
        Some(EntryId(at as u32))
    }

    /// The first self-test of a kind.
    pub fn self_test(&self, kind: &str) -> Option<EntryId> {
        let is_of_kind = |entry: &Entry| entry.self_test().is_some_and(|test| test.kind == kind);
        Some(EntryId(self.entries.iter().position(is_of_kind)? as u32))
    }

    /// What is worth knowing and nothing to mend: pages that are not translated, drafts that are left out.
    pub fn notes(&self) -> Diagnostics {
        let mut notes = Diagnostics::new();
        for entry in &self.entries {
            let Some((shown, _)) = entry.version(self.config.languages.lead()) else { continue };
            for (_, code) in self.config.languages.codes().filter(|(lang, _)| entry.versions[lang.index()].is_none()) {
                let file = format!("content/{}.{code}.md", entry.address);
                // A draft of it is told below.
                if self.drafts.files.iter().all(|draft| **draft != *file) {
                    let message = say::page_is_not_translated_into_readers(code);
                    let place = Place::file(&shown.parsed.file);
                    notes.add(Code::PageUntranslated, place, message, say::write_the_file(file));
                }
            }
        }
        for Untranslated { lang, texts, first } in &self.untranslated {
            let code = self.config.languages.code(*lang);
            let message = match *texts {
                1 => say::text_is_not_translated_into_readers(code),
                texts => say::texts_are_not_translated_into_readers(texts, code),
            };
            let help = say::add_here_and_wherever_else(code);
            notes.add(Code::TextUntranslated, first.clone(), message, help);
        }
        for file in self.drafts.files_left_out() {
            let help = say::look_at_it_with_bagyt_serve();
            notes.add(Code::DraftLeftOut, Place::file(file), say::this_is_draft_which_is_left_out(), help);
        }
        notes
    }

    /// Every entry with its number.
    pub fn ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..self.entries.len() as u32).map(EntryId)
    }

    /// Whether there are professions, and so a finder.
    pub fn has_professions(&self) -> bool {
        !self.professions.is_empty()
    }

    /// The professions whose strongest interest is this letter, by its number, in the order of their ids.
    pub fn led_by(&self, letter: usize) -> impl Iterator<Item = EntryId> + '_ {
        self.professions.values().copied().filter(move |id| {
            let interests = self.entry(*id).profession().and_then(|profession| profession.interests);
            interests.is_some_and(|interests| interests.code().first() == Some(&letter))
        })
    }

    /// The languages in which an entry has a page of its own, not one borrowed from another language. Of a record its title
    /// decides: a page is of the language that it is named in.
    pub fn own_languages(&self, id: EntryId) -> Vec<Lang> {
        let entry = self.entry(id);
        let everywhere =
            entry.versions.iter().all(Option::is_none) || matches!(entry.kind, Kind::Contents(_) | Kind::Home);
        let has_own = |lang: &Lang| match entry.record_words() {
            Some((title, _)) => title.own(*lang).is_some(),
            None => everywhere || entry.versions[lang.index()].is_some(),
        };
        self.config.languages.iter().filter(has_own).collect()
    }

    /// Whether something of an entry is not translated into a language.
    pub fn is_untranslated(&self, entry: &Entry, lang: Lang) -> bool {
        let has_pages = entry.versions.iter().any(Option::is_some);
        let page = has_pages && entry.versions[lang.index()].is_none();
        let of_record = |record: &Resolved<Record>| record.parsed.untranslated.iter().any(|(other, _)| *other == lang);
        page || entry.record.as_ref().is_some_and(of_record)
    }

    /// What readers take away of a task in a language, with the number of each among its documents; nothing of drafts that are
    /// left out.
    pub fn taken(&self, id: EntryId, lang: Lang) -> Vec<(usize, Taken)> {
        let entry = self.entry(id);
        let (Some(task), Some(record)) = (entry.task(), &entry.record) else { return Vec::new() };
        let of = |(at, document): (usize, &TaskDocument)| {
            let taken = match record.targets.get(document.to.0 as usize)? {
                Target::Entry(id, _) if self.entry(*id).has_document(lang) => Taken::Document(*id),
                Target::File(id) => Taken::File(*id),
                _ => return None,
            };
            Some((at, taken))
        };
        task.documents.iter().enumerate().filter_map(of).collect()
    }

    /// The entries before and after one in reading order; a figure that a text shows is read there.
    pub fn neighbours(&self, id: EntryId, lang: Lang) -> (Option<EntryId>, Option<EntryId>) {
        let (Some(publication), Some(at)) = (self.entry(id).publication, self.position[lang.index()][id.0 as usize])
        else {
            return (None, None);
        };
        let shown = &self.numbers.shown[lang.index()];
        if shown.contains_key(&id) {
            return (None, None);
        }
        let (before, after) = self.reading[lang.index()][publication].split_at(at as usize);
        let stands_alone = |other: &&EntryId| !shown.contains_key(*other);
        (before.iter().rev().find(stands_alone).copied(), after.iter().skip(1).find(stands_alone).copied())
    }
}

/// Builds the handbook. The value is usable for finding more mistakes even when there are errors already, but must
/// not be rendered then. `today` is what warnings of outdated sources are measured by; nothing in the handbook
/// depends on it.
pub fn resolve(mut config: SiteConfig, input: Input, today: Date, out: &mut Diagnostics) -> Handbook {
    let lists = Lists::of(&input.records, out);
    let broken_records: Vec<&str> =
        input.broken.iter().map(String::as_str).filter(|path| !path.ends_with(".md")).collect();
    let drafts = Drafts::of(&mut config, &input);
    let mut gathered = gather::gather(&config, &input, drafts, out);
    links::resolve(&mut gathered, out);
    assets::settle(&config, &mut gathered, out);
    let order = order::order(&config, &mut gathered.entries, &lists.fields);
    let professions = by_name(&gathered.entries, say::profession(), |entry| Some(&entry.profession()?.origin), out);
    let terms = by_name(&gathered.entries, say::term(), |entry| Some(&entry.term()?.origin), out);
    let numbers = numbers::number(&config, &gathered.entries, &gathered.contents, &order.reading);
    numbers::check(&config, &gathered.entries, &numbers, out);
    let audiences = audiences(&config, &gathered.entries, out);
    let untranslated = untranslated(&config, &input.records, &gathered.drafts);
    check_required(&config, &gathered, out);
    alike::check(&gathered.entries, out);
    let mut handbook = Handbook {
        professions,
        terms,
        numbers,
        audiences,
        contents: gathered.contents,
        home: gathered.home,
        about: gathered.by_address.get("about").copied(),
        entries: gathered.entries,
        assets: gathered.assets,
        lists,
        related: Vec::new(),
        stories: BTreeMap::new(),
        untranslated,
        synonyms: synonyms(&input.records),
        drafts: gathered.drafts,
        moved: gathered.moved,
        reading: order.reading,
        position: order.position,
        config,
    };
    handbook.related = related::related(&handbook);
    for id in handbook.ids() {
        let story = handbook.entry(id).story();
        if let Some(about) = story.and_then(|story| handbook.professions.get(&story.profession.1)).copied() {
            handbook.stories.entry(about).or_default().push(id);
        }
    }
    references::check(&handbook, &broken_records, today, out);
    handbook
}

fn synonyms(records: &[Arc<Parsed<Record>>]) -> Vec<Arc<Parsed<Record>>> {
    let mut found: Vec<_> =
        records.iter().filter(|record| matches!(record.content, Record::Synonyms(_))).cloned().collect();
    found.sort_by(|a, b| a.file.cmp(&b.file));
    found
}

/// What site.yaml and records lack in a language; drafts that are left out need not have it.
fn untranslated(config: &SiteConfig, records: &[Arc<Parsed<Record>>], drafts: &Drafts) -> Vec<Untranslated> {
    let records = records.iter().filter(|record| !drafts.leaves_out(record));
    let mut files: Vec<_> = records.map(|record| (&record.file, &record.untranslated)).collect();
    files.push((&config.origin.file, &config.untranslated));
    files.sort_by_key(|(file, _)| *file);
    let mut found: Vec<Untranslated> = Vec::new();
    for (file, untranslated) in files {
        let first = found.len();
        let origin = Origin { file: file.clone(), first_line: 0 };
        for (lang, path) in untranslated {
            match found[first..].iter_mut().find(|known| known.lang == *lang) {
                Some(known) => known.texts += 1,
                None => found.push(Untranslated { lang: *lang, texts: 1, first: origin.place(path) }),
            }
        }
        found[first..].sort_by_key(|known| known.lang);
    }
    found
}

/// Reports pages that are missing in a language in which everything must be written.
fn check_required(config: &SiteConfig, gathered: &gather::Gathered, out: &mut Diagnostics) {
    for entry in &gathered.entries {
        let Some(there) = entry.versions.iter().flatten().next() else { continue };
        for (lang, code) in config.languages.codes() {
            let file = format!("content/{}.{code}.md", entry.address);
            // A draft of it is on its way, and one that is at fault has been told of.
            let known = gathered.drafts.files.iter().any(|draft| **draft == *file)
                || gathered.broken.contains(entry.address.as_str());
            if config.languages.is_required(lang) && entry.versions[lang.index()].is_none() && !known {
                let message = say::page_is_missing_in_language(code);
                let help = say::write_or_take_out_of_required(&file, code);
                out.add(Code::TextMissingLanguage, Place::file(&there.parsed.file), message, help);
            }
        }
    }
}

/// The records of a kind by their ids, which are their files' names; two of one id are an error.
fn by_name(
    entries: &[Entry],
    kind: Message,
    origin: impl Fn(&Entry) -> Option<&Origin>,
    out: &mut Diagnostics,
) -> BTreeMap<String, EntryId> {
    let mut found: BTreeMap<String, EntryId> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(origin) = origin(entry) else { continue };
        if let Some(first) = found.get(entry.name()) {
            let other = &entries[first.0 as usize].address;
            let message = say::there_is_such_a_record_already(&kind, entry.name(), other);
            let place = Place::file(&origin.file);
            out.add(Code::RecordDuplicateId, place, message, say::rename_one_of_two_files_its_name());
        } else {
            found.insert(entry.name().to_string(), EntryId(index as u32));
        }
    }
    found
}

/// For whom each entry is. If some pages of a site say it, all of them must, or lie under one that does.
fn audiences(config: &SiteConfig, entries: &[Entry], out: &mut Diagnostics) -> Vec<Vec<usize>> {
    fn own(entry: &Entry) -> Option<&Vec<String>> {
        let said = entry.versions.iter().flatten().map(|page| &page.parsed.content.front.audience);
        let mut said = said.chain(entry.task().map(|task| &task.audience));
        said.find(|audience| !audience.is_empty())
    }
    let of = |entry: &Entry| {
        let mut at = Some(entry);
        while let Some(entry) = at {
            if let Some(audience) = own(entry) {
                let number = |id: &String| config.audiences.iter().position(|audience| audience.id == *id);
                return audience.iter().filter_map(number).collect();
            }
            at = entry.parent.map(|parent| &entries[parent.0 as usize]);
        }
        Vec::new()
    };
    let audiences: Vec<Vec<usize>> = entries.iter().map(of).collect();
    if audiences.iter().any(|audience| !audience.is_empty()) {
        for (entry, _) in entries.iter().zip(&audiences).filter(|(_, audience)| audience.is_empty()) {
            // What is wrong with an audience that a page gives has been said.
            let silent = entry.versions.iter().flatten().filter(|page| !page.parsed.content.front.says_audience);
            for page in silent {
                let place = Place::file(&page.parsed.file);
                let known: Vec<&str> = config.audiences.iter().map(|audience| audience.id.as_str()).collect();
                let help = say::add_audience_with_some(known.join("`, `"));
                out.add(Code::PageNoAudience, place, say::page_does_not_say_for_whom(), help);
            }
        }
    }
    audiences
}
