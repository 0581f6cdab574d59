//! Which files are drafts, and what of them is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::kinds::kind_of_record;
use super::names::{content_path, split_page_name};
use super::{Input, Kind};
use crate::config::SiteConfig;
use crate::lang::{Lang, Localised};
use crate::parse::{Page, Parsed, Record};

/// The drafts of a site.
#[derive(Debug, Default)]
pub struct Drafts {
    /// Whether they are part of the site, as they are for those who write them.
    shown: bool,
    /// The files, shown or not, sorted.
    pub files: Vec<Arc<str>>,
    /// What has an address but is left out, by that.
    left_out: BTreeMap<String, LeftOut>,
    /// Publications that hold nothing else, and so are left out as a whole.
    hidden: BTreeSet<String>,
}

/// Something that has an address, but no page as long as it is a draft.
#[derive(Debug)]
pub struct LeftOut {
    /// Path of a file of it.
    pub file: Arc<str>,
    pub kind: Kind,
    pub title: Localised,
}

impl Drafts {
    /// Finds the drafts, and takes publications that hold nothing else out of the site's list.
    pub fn of(config: &mut SiteConfig, input: &Input) -> Drafts {
        let pages = input.pages.iter().filter(|page| page.publishing.draft).map(|page| &page.file);
        let records = input.records.iter().filter(|record| record.publishing.draft).map(|record| &record.file);
        let mut drafts =
            Drafts { shown: input.drafts, files: pages.chain(records).cloned().collect(), ..Drafts::default() };
        drafts.files.sort();
        drafts.leave_out(config, input);
        drafts.hide(config, input);
        drafts
    }

    /// Whether a file is not to become part of the site.
    pub fn leaves_out<C>(&self, parsed: &Parsed<C>) -> bool {
        parsed.publishing.draft && self.left_out.contains_key(address(&parsed.file))
    }

    /// The files that are not part of the site, sorted.
    pub fn files_left_out(&self) -> impl Iterator<Item = &Arc<str>> {
        self.files.iter().filter(|file| self.left_out.contains_key(address(file)))
    }

    /// What is left out at an address.
    pub fn left_out(&self, address: &str) -> Option<&LeftOut> {
        self.left_out.get(address)
    }

    /// A record that is left out, by its kind and id.
    pub fn record(&self, id: &str, is_kind: impl Fn(&Kind) -> bool) -> Option<&LeftOut> {
        let named = |address: &str| address.rsplit('/').next() == Some(id);
        self.left_out.iter().find(|(address, left)| is_kind(&left.kind) && named(address)).map(|(_, left)| left)
    }

    /// Whether a record of some kind is left out.
    pub fn any(&self, is_kind: impl Fn(&Kind) -> bool) -> bool {
        self.left_out.values().any(|left| is_kind(&left.kind))
    }

    /// Whether a folder under `content/` is that of a publication that is left out.
    pub fn hides(&self, folder: &str) -> bool {
        self.hidden.contains(folder)
    }

    fn leave_out(&mut self, config: &SiteConfig, input: &Input) {
        for record in input.records.iter().filter(|record| record.publishing.draft) {
            // Too little to be shown to anyone.
            let unfinished = matches!(record.content, Record::Unfinished);
            if !self.shown || unfinished {
                let (kind, title) = described(&record.content, &record.file, config);
                let left = LeftOut { file: record.file.clone(), kind, title };
                self.left_out.insert(address(&record.file).to_string(), left);
            }
        }
        if self.shown {
            return;
        }
        let mut pages: BTreeMap<&str, Vec<&Parsed<Page>>> = BTreeMap::new();
        for page in input.pages.iter().filter(|page| page.publishing.draft) {
            pages.entry(address(&page.file)).or_default().push(page);
        }
        for (address, pages) in pages {
            let of = |lang: Lang| pages.iter().find(|page| page.content.lang == lang).or(pages.first());
            let title = |lang: Lang| of(lang).map_or_else(String::new, |page| page.content.front.title.clone());
            let title = Localised::whole(config.languages.iter().map(title).collect());
            if let Some(page) = pages.first() {
                self.left_out.insert(address.to_string(), LeftOut { file: page.file.clone(), kind: Kind::Page, title });
            }
        }
    }

    /// A book without a page would be a dead end.
    fn hide(&mut self, config: &mut SiteConfig, input: &Input) {
        let folder = |file: &str| content_path(file).split('/').next().unwrap_or_default().to_string();
        let drafts: BTreeSet<String> = self.left_out.values().map(|left| folder(&left.file)).collect();
        let pages = input.pages.iter().filter(|page| !self.leaves_out(page)).map(|page| folder(&page.file));
        let has_page = |record: &Record| kind_of_record(record).is_some();
        let records = input.records.iter().filter(|record| !self.leaves_out(record) && has_page(&record.content));
        let records = records.map(|record| folder(&record.file));
        let broken = input.broken.iter().map(|path| folder(path));
        let kept: BTreeSet<String> = pages.chain(records).chain(broken).collect();
        config.publications.retain(|publication| {
            let keeps = kept.contains(&publication.id) || !drafts.contains(&publication.id);
            if !keeps {
                let file = self.files.iter().find(|file| folder(file) == publication.id).cloned().unwrap_or_default();
                let left = LeftOut { file, kind: Kind::Page, title: publication.title.clone() };
                self.left_out.insert(format!("{}/index", publication.id), left);
                self.hidden.insert(publication.id.clone());
            }
            keeps
        });
    }
}

/// The address that the page of a file has, or would have.
fn address(file: &str) -> &str {
    let path = content_path(file);
    let record = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml"));
    record.unwrap_or_else(|| split_page_name(path).0)
}

fn described(record: &Record, file: &str, config: &SiteConfig) -> (Kind, Localised) {
    match record {
        Record::Profession(profession) => (Kind::Profession, profession.title.clone()),
        Record::Term(term) => (Kind::Term, term.title.clone()),
        Record::Lesson(lesson) => (Kind::Lesson, lesson.title.clone()),
        Record::SelfTest(test) => (Kind::SelfTest, test.title.clone()),
        Record::Story(story) => (Kind::Story, story.title.clone()),
        Record::Questionnaire(form) => (Kind::Questionnaire, form.title.clone()),
        Record::Builder(builder) => (Kind::Builder, builder.title.clone()),
        Record::Task(task) => (Kind::Task, task.title.clone()),
        Record::Diary(diary) => (Kind::Diary, diary.title.clone()),
        Record::Data(data) => (Kind::Data, data.title.clone()),
        Record::Terms(..)
        | Record::Sources(_)
        | Record::Institutions(_)
        | Record::Home(_)
        | Record::Synonyms(_)
        | Record::Unfinished => {
            let name = address(file).rsplit('/').next().unwrap_or_default();
            (Kind::Data, Localised::alike(name.to_string(), &config.languages))
        }
    }
}
