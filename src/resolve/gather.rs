//! Files → entries and assets with their addresses.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::drafts::Drafts;
use super::kinds::kind_of_record;
use super::names::{content_path, split_page_name};
use super::{Asset, Entry, EntryId, Input, Kind, Moved, Resolved};
use crate::address::{Claims, Owner, check_path, paths};
use crate::config::{Publish, SiteConfig};
use crate::diag::{Code, Diagnostics, Fix, Place, did_you_mean};
use crate::lang::Lang;
use crate::messages::say;
use crate::parse::{HOME_FILE, Page, Parsed, Publishing, Record};
use crate::yaml::Origin;

/// Entries and assets whose links are not resolved yet.
pub struct Gathered {
    pub entries: Vec<Entry>,
    pub by_address: HashMap<String, EntryId>,
    pub assets: Vec<Asset>,
    pub asset_by_path: HashMap<String, super::AssetId>,
    pub contents: Vec<EntryId>,
    pub home: EntryId,
    /// Addresses of pages and records that exist but could not be parsed, or cannot have the address of their name.
    pub broken: BTreeSet<String>,
    pub drafts: Drafts,
    pub moved: Vec<Moved>,
    /// The addresses of entries.
    pub claims: Claims,
    /// Folders that belong to no publication.
    pub unlisted: BTreeSet<String>,
}

/// The address that a page or record of this path has.
fn address_of(path: &str) -> &str {
    let record = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml"));
    record.unwrap_or_else(|| split_page_name(path).0)
}

struct Gatherer<'a> {
    config: &'a SiteConfig,
    entries: Vec<Entry>,
    by_address: HashMap<String, EntryId>,
    claims: Claims,
    unlisted: BTreeSet<String>,
    drafts: &'a Drafts,
    /// Paths of pages and records that cannot have an address; why has been reported.
    refused: BTreeSet<String>,
    out: &'a mut Diagnostics,
}

/// Gives every file its entry or asset; drafts that are left out get none.
pub fn gather(config: &SiteConfig, input: &Input, drafts: Drafts, out: &mut Diagnostics) -> Gathered {
    let mut gatherer = Gatherer {
        config,
        entries: Vec::new(),
        by_address: HashMap::new(),
        claims: Claims::default(),
        unlisted: BTreeSet::new(),
        drafts: &drafts,
        refused: BTreeSet::new(),
        out,
    };
    let home = gatherer.add(paths::HOME.into(), Kind::Home, None);
    let contents: Vec<EntryId> = (0..config.publications.len())
        .map(|index| gatherer.add(paths::list_of(&config.publications[index].id), Kind::Contents(index), Some(index)))
        .collect();
    for page in input.pages.iter().filter(|page| !drafts.leaves_out(page)) {
        gatherer.page(page);
    }
    // The file that is the home page by its name comes before one that only says that it is.
    let (named, others): (Vec<_>, Vec<_>) = input.records.iter().partition(|record| &*record.file == HOME_FILE);
    for record in named.into_iter().chain(others).filter(|record| !drafts.leaves_out(record)) {
        gatherer.record(record, home);
    }
    gatherer.choose_versions();
    gatherer.parents(&contents);
    let moved = gatherer.moved();
    let (assets, asset_by_path) = gatherer.assets(&input.assets);
    gatherer.report_empty(&contents, &input.broken);
    let Gatherer { entries, by_address, claims, unlisted, refused, .. } = gatherer;
    Gathered {
        entries,
        by_address,
        assets,
        asset_by_path,
        contents,
        home,
        broken: input.broken.iter().chain(&refused).map(|path| address_of(path).to_string()).collect(),
        moved,
        drafts,
        claims,
        unlisted,
    }
}

impl Gatherer<'_> {
    fn add(&mut self, address: String, kind: Kind, publication: Option<usize>) -> EntryId {
        let id = EntryId(self.entries.len() as u32);
        let languages = self.config.languages.len();
        self.by_address.insert(address.clone(), id);
        self.entries.push(Entry {
            address,
            kind,
            publication,
            parent: None,
            children: vec![Vec::new(); languages],
            versions: (0..languages).map(|_| None).collect(),
            shown: vec![None; languages],
            record: None,
        });
        id
    }

    fn entry(&mut self, id: EntryId) -> &mut Entry {
        &mut self.entries[id.0 as usize]
    }

    /// The publication that a path under `content/` belongs to. `Err` after a warning if its folder is in none.
    fn publication(&mut self, path: &str, file: &Arc<str>) -> Result<Option<usize>, ()> {
        let Some((folder, _)) = path.split_once('/') else { return Ok(None) };
        let publications = &self.config.publications;
        match publications.iter().position(|publication| publication.id == folder) {
            Some(index) => Ok(Some(index)),
            None if self.drafts.hides(folder) => Err(()),
            None => {
                if self.unlisted.insert(folder.to_string()) {
                    let ids = publications.iter().map(|publication| publication.id.as_str());
                    let help = did_you_mean(folder, ids, say::add_it_to_publications_in_site_yaml());
                    let message = say::folder_content_belongs_to_no_publication(folder);
                    self.out.add(Code::SourceUnlisted, Place::file(file), message, help);
                }
                Err(())
            }
        }
    }

    fn claim(&mut self, address: &str, path: &str, file: &Arc<str>) -> bool {
        let free = claim(&mut self.claims, address, path, file, self.out);
        if !free {
            self.refused.insert(path.to_string());
        }
        free
    }

    fn page(&mut self, page: &Arc<Parsed<Page>>) {
        let file = &page.file;
        let path = content_path(file);
        let (key, _) = split_page_name(path);
        let Ok(publication) = self.publication(path, file) else { return };
        let lang = page.content.lang;
        let claim = paths::page(self.config.languages.code(lang), key);
        if !self.claim(&claim, path, file) {
            return;
        }
        if key == "index" {
            let help = say::home_page_is_content_home_yaml_put();
            self.out.add(Code::AddressDuplicate, Place::file(file), say::this_address_is_home_page(), help);
            return;
        }
        let kind = if key.ends_with("/index") { Kind::Chapter } else { Kind::Page };
        let id = match self.by_address.get(key) {
            Some(id) => *id,
            None => self.add(key.to_string(), kind, publication),
        };
        let version = Resolved { parsed: page.clone(), targets: Vec::new() };
        self.entry(id).versions[lang.index()] = Some(version);
    }

    fn record(&mut self, record: &Arc<Parsed<Record>>, home: EntryId) {
        let file = &record.file;
        let path = content_path(file);
        let Ok(publication) = self.publication(path, file) else { return };
        let resolved = Resolved { parsed: record.clone(), targets: Vec::new() };
        match &record.content {
            Record::Home(_) if self.entry(home).record.is_some() => {
                let help = say::keep_the_file(HOME_FILE);
                self.out.add(Code::AddressDuplicate, Place::file(file), say::there_is_second_home_page(), help);
            }
            Record::Home(_) => self.entry(home).record = Some(resolved),
            Record::Profession(_)
            | Record::Term(_)
            | Record::Lesson(_)
            | Record::SelfTest(_)
            | Record::Story(_)
            | Record::Questionnaire(_)
            | Record::Builder(_)
            | Record::Task(_)
            | Record::Diary(_)
            | Record::Data(_) => {
                let Some(kind) = kind_of_record(&record.content) else { return };
                let key = path.rsplit_once('.').map_or(path, |(key, _)| key);
                let codes: Vec<&str> = self.config.languages.codes().map(|(_, code)| code).collect();
                if !codes.into_iter().all(|code| self.claim(&paths::page(code, key), path, file)) {
                    return;
                }
                let id = self.add(key.to_string(), kind, publication);
                self.entry(id).record = Some(resolved);
            }
            Record::Terms(..)
            | Record::Sources(_)
            | Record::Institutions(_)
            | Record::Synonyms(_)
            | Record::Unfinished => {}
        }
    }

    /// Which version of its page a reader of each language is shown.
    fn choose_versions(&mut self) {
        let languages = &self.config.languages;
        for entry in &mut self.entries {
            let has = |lang: Lang| entry.versions[lang.index()].is_some();
            entry.shown = languages.iter().map(|lang| languages.shown(lang, has)).collect();
        }
    }

    /// The old addresses of all pages, in the order of the pages; one that is taken is reported.
    fn moved(&mut self) -> Vec<Moved> {
        let named: Vec<(EntryId, Origin, Publishing)> = (0..)
            .map(EntryId)
            .zip(&self.entries)
            .flat_map(|(id, entry)| {
                let pages = entry.versions.iter().flatten().map(|page| (&page.parsed.file, 1, &page.parsed.publishing));
                let record = entry.record.iter().map(|record| (&record.parsed.file, 0, &record.parsed.publishing));
                let named = pages.chain(record).filter(|(.., publishing)| !publishing.aliases.is_empty());
                named.map(move |(file, first_line, publishing)| {
                    (id, Origin { file: file.clone(), first_line }, publishing.clone())
                })
            })
            .collect();
        let mut moved: Vec<Moved> = Vec::new();
        for (to, origin, publishing) in named {
            for (path, from) in publishing.aliases {
                // Both languages of a page may name it.
                let known = moved.iter().any(|other| other.to == to && other.from == from);
                if !known && self.claim_alias(&from, origin.place(&path)) {
                    moved.push(Moved { from, to });
                }
            }
        }
        moved
    }

    /// Whether a page may have an old address: nothing else may be there, in any language.
    fn claim_alias(&mut self, alias: &str, place: Place) -> bool {
        let help = say::take_it_out_of_aliases_or_rename();
        let codes: Vec<&str> = self.config.languages.codes().map(|(_, code)| code).collect();
        let claims: Vec<String> = codes.iter().map(|code| paths::page(code, alias)).collect();
        if let Some(other) = claims.iter().find_map(|claim| self.claims.holder(claim)) {
            let is_page = self.entries.iter().any(|entry| entry.address.eq_ignore_ascii_case(alias));
            let (message, help) = match is_page {
                true => (say::old_address_is_that_of_page(alias, other), help),
                false => (say::old_address_is_old_address(alias, other), say::leave_it_to_one_of_two()),
            };
            self.out.add(Code::AddressDuplicate, place, message, help);
            return false;
        }
        // Contents of publications, and chapters without a page of their own, have no file.
        let made = match alias {
            "index" => Some(say::old_address_is_that_of_home_page(alias)),
            _ if self.by_address.contains_key(alias) => Some(say::old_address_is_that_of_list(alias)),
            _ => None,
        };
        if let Some(message) = made {
            self.out.add(Code::AddressDuplicate, place, message, help);
            return false;
        }
        claims.iter().all(|claim| self.claims.claim(claim, Owner::old_address(&place.file), self.out))
    }

    /// Gives each entry of a publication its chapter, making the chapters that have no page of their own.
    fn parents(&mut self, contents: &[EntryId]) {
        let mut missing: BTreeMap<String, usize> = BTreeMap::new();
        // Most entries follow one of the same folder.
        let mut last = None;
        for entry in &self.entries {
            let Some(publication) = entry.publication else { continue };
            let mut folder = containing_folder(&entry.address);
            if folder == last {
                continue;
            }
            last = folder;
            while let Some(at) = folder.filter(|folder| folder.contains('/')) {
                if !self.by_address.contains_key(&paths::list_of(at)) {
                    missing.insert(at.to_string(), publication);
                }
                folder = at.rsplit_once('/').map(|(parent, _)| parent);
            }
        }
        for (folder, publication) in missing {
            self.add(paths::list_of(&folder), Kind::Chapter, Some(publication));
            let code = self.config.languages.code(self.config.languages.lead());
            let place: Arc<str> = format!("content/{folder}").into();
            let (message, help) = match self.drafts.left_out(&paths::list_of(&folder)) {
                Some(draft) => (say::chapter_page_is_draft_so_chapter(), say::remove_line_draft_true(&draft.file)),
                None => (say::chapter_has_no_page_with_its_title(), say::add_content_index_md_with_title(folder, code)),
            };
            self.out.add(Code::ChapterUntitled, Place::file(&place), message, help);
        }
        for index in 0..self.entries.len() {
            let entry = &self.entries[index];
            let Some(publication) = entry.publication else { continue };
            if matches!(entry.kind, Kind::Contents(_)) {
                continue;
            }
            let folder = containing_folder(&entry.address).unwrap_or("");
            let parent = self.by_address.get(&paths::list_of(folder)).copied().unwrap_or(contents[publication]);
            self.entries[index].parent = Some(parent);
        }
    }

    /// Every file that pages may use; which of them they do use is known later.
    fn assets(&mut self, files: &[crate::source::File]) -> (Vec<Asset>, HashMap<String, super::AssetId>) {
        let mut assets = Vec::new();
        let mut by_path = HashMap::new();
        for file in files {
            let path = content_path(&file.path);
            let named = |patterns: &[Publish]| patterns.iter().any(|pattern| pattern.matches(path));
            let trusted = named(&self.config.trusted);
            let wanted = trusted || named(&self.config.publish);
            if !wanted && self.publication(path, &file.path).is_err() {
                continue;
            }
            by_path.insert(path.to_string(), super::AssetId(assets.len() as u32));
            assets.push(Asset {
                path: file.path.clone(),
                disk: file.disk.clone(),
                address: paths::file(path),
                shown: false,
                linked: false,
                wanted,
                trusted,
                used_on: BTreeSet::new(),
            });
        }
        (assets, by_path)
    }

    fn report_empty(&mut self, contents: &[EntryId], broken: &BTreeSet<String>) {
        for (index, publication) in self.config.publications.iter().enumerate() {
            // Pages that could not be parsed have been reported; the publication is not empty for that.
            if broken.iter().any(|path| path.split('/').next() == Some(publication.id.as_str())) {
                continue;
            }
            let has_pages =
                self.entries.iter().any(|e| e.publication == Some(index) && !matches!(e.kind, Kind::Contents(_)))
                    || self.entries[contents[index].0 as usize].versions.iter().any(Option::is_some);
            if !has_pages {
                let place = self.config.origin.place(&publication.path.key("id"));
                let message = say::publication_has_no_page(&publication.id);
                let help = say::put_pages_into_content_or_remove(&publication.id);
                self.out.add(Code::SitePublicationEmpty, place, message, help);
            }
        }
    }
}

/// Whether `file` may have `address`; reports bad names and addresses that are taken.
pub fn claim(claims: &mut Claims, address: &str, path: &str, file: &Arc<str>, out: &mut Diagnostics) -> bool {
    if let Err(problem) = check_path(path) {
        let fix = problem.name.map(|name| Fix::Rename { to: format!("content/{name}") });
        let help = match &fix {
            Some(_) => say::links_to_it_need_new_name_too(problem.help),
            None => problem.help,
        };
        out.add_fix(problem.code, Place::file(file), problem.message, help, fix);
        return false;
    }
    claims.claim_folders(path, file, out);
    claims.claim(address, Owner::file(file), out)
}

/// The folder whose index lists an address: of `a/b/index` it is `a`, of `a/b/c` it is `a/b`.
fn containing_folder(address: &str) -> Option<&str> {
    let own = address.strip_suffix("/index").unwrap_or(address);
    own.rsplit_once('/').map(|(folder, _)| folder)
}
