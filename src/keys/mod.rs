//! (Handbook, theme, pictures, plan) → the key of each planned file: a hash of all that it is made of.
//!
//! In: [`Inputs`]. Out: keys, before anything is made; a file whose key is that of the last build is not made again. A key may
//! change though the file does not, but never the other way: a test changes sites at random and compares. Never: numbers of
//! entries, addresses of memory or the order of hash maps, so a key means the same in the next run of the program.

mod lists;
mod sum;
mod texts;

use rayon::prelude::*;

use crate::address::OutPath;
use crate::lang::Lang;
use crate::plan::{Data, IndexKind, Inputs, Page};
use crate::resolve::{EntryId, Handbook, Kind, Taken};

use lists::IndexKeys;
use sum::Sum;

/// Knows the keys of a site's output.
pub struct Keys<'a> {
    site: Inputs<'a>,
    /// What every file depends on: theme, words, settings.
    shared: u128,
    /// What records refer to by id.
    lists: u128,
    languages: Vec<OfLanguage>,
}

/// What the keys of one language are made of.
struct OfLanguage {
    /// What other pages say of each entry: address, title, summary.
    cards: Vec<u128>,
    /// What stands at the top and the foot of every page.
    frame: u128,
    /// Every term with its definition.
    glossary: u128,
    /// All that is known of professions.
    professions: u128,
    indexes: Vec<IndexKeys>,
    /// Which pages there are of indexes, booklets and volumes.
    shape: u128,
    /// Where the pages of the finder lead.
    ways: u128,
}

impl<'a> Keys<'a> {
    /// Gathers what keys are made of.
    pub fn new(site: Inputs<'a>) -> Keys<'a> {
        let config = &site.handbook.config;
        let shared = crate::hash::of(&(site.theme.hash, config, &site.plan.base_url));
        let lists = &site.handbook.lists;
        let lists = crate::hash::of(&(
            (&lists.fields, &lists.subjects, &lists.competencies),
            (&lists.regions, &lists.sources, &lists.institutions),
        ));
        let language = |lang: Lang| OfLanguage { cards: cards(&site, lang), ..OfLanguage::empty() };
        let languages = config.languages.iter().map(language).collect();
        let mut keys = Keys { site, shared, lists, languages };
        let all: Vec<Lang> = config.languages.iter().collect();
        let made: Vec<OfLanguage> = all.par_iter().map(|lang| keys.of_cards(*lang)).collect();
        for (own, made) in keys.languages.iter_mut().zip(made) {
            *own = OfLanguage { cards: std::mem::take(&mut own.cards), ..made };
        }
        keys
    }

    /// What the cards of a language make, without these.
    fn of_cards(&self, lang: Lang) -> OfLanguage {
        OfLanguage {
            cards: Vec::new(),
            frame: self.frame_of(lang),
            glossary: self.glossary_of(lang),
            professions: self.professions_of(lang),
            indexes: lists::index_keys(self, lang),
            shape: lists::shape(self, lang),
            ways: self.ways_of(lang),
        }
    }

    /// The key of a page.
    pub fn page(&self, page: Page, path: &OutPath) -> u128 {
        let mut sum = Sum::new();
        sum.add(&(self.shared, path.as_str()));
        match page {
            Page::Front => {
                if let Some(lang) = self.site.handbook.config.languages.only() {
                    self.entry(self.site.handbook.home, lang, &mut sum);
                }
            }
            Page::NotFound => self.not_found(&mut sum),
            Page::Entry(id, lang) => self.entry(id, lang, &mut sum),
            Page::Results(lang) | Page::Imprint(lang) => self.frame(lang, &mut sum),
            Page::Index(lang, which) => lists::index(self, lang, which, None, &mut sum),
            Page::IndexPart(lang, which, part) => lists::index(self, lang, which, Some(part), &mut sum),
            Page::Finder(lang) | Page::Saved(lang) => {
                self.frame(lang, &mut sum);
                sum.add(&(self.lists, self.of(lang).professions, self.of(lang).ways));
            }
            Page::Booklet(lang, number) => lists::booklet(self, lang, number, &mut sum),
            Page::Whole(lang, publication, volume) => lists::whole(self, lang, (publication, volume), false, &mut sum),
            Page::Print(lang, publication, volume) => lists::whole(self, lang, (publication, volume), true, &mut sum),
            Page::Moved(lang, number) => {
                self.frame(lang, &mut sum);
                let to = self.site.handbook.moved[number].to;
                sum.add(&self.card(to, lang));
                self.translated(to, &mut sum);
            }
        }
        sum.end()
    }

    /// The key of an entry's document for a word processor; `pictures` is the hash of those that it holds.
    pub fn document(&self, id: EntryId, lang: Lang, pictures: u128) -> u128 {
        let mut sum = Sum::new();
        sum.add(&(self.shared, "document", pictures));
        self.text(id, lang, &mut sum);
        if self.site.handbook.config.raw_html {
            // Any page may be linked to.
            sum.add(&self.of(lang).cards);
        }
        sum.end()
    }

    /// The key of all that readers take away of a task; `files` is the hash of what is packed beside our own documents.
    pub fn archive(&self, id: EntryId, lang: Lang, files: u128) -> u128 {
        let mut sum = Sum::new();
        sum.add(&(self.shared, "archive", files));
        for (_, taken) in self.site.handbook.taken(id, lang) {
            match taken {
                Taken::Document(id) => {
                    sum.add(&(self.site.handbook.entry(id).name(), self.document(id, lang, 0)));
                }
                Taken::File(id) => sum.add(&self.site.handbook.asset(id).address),
            }
        }
        sum.end()
    }

    /// The key of the encyclopedia as data.
    pub fn data(&self, data: Data, lang: Lang) -> u128 {
        let kind = match data {
            Data::Finder => ("finder", 0),
            Data::FinderPart(part) => ("finder", part + 1),
            Data::Tasks => ("tasks", 0),
            Data::Json => ("json", 0),
            Data::Csv => ("csv", 0),
        };
        crate::hash::of(&(self.shared, kind, self.lists, lang, self.of(lang).professions))
    }

    fn of(&self, lang: Lang) -> &OfLanguage {
        &self.languages[lang.index()]
    }

    /// What other pages say of an entry.
    fn card(&self, id: EntryId, lang: Lang) -> u128 {
        self.of(lang).cards[id.0 as usize]
    }

    /// In which languages an entry has a page of its own, and in which it is a draft.
    fn translated(&self, id: EntryId, sum: &mut Sum) {
        let entry = self.site.handbook.entry(id);
        for lang in self.site.handbook.config.languages.iter() {
            sum.add(&(entry.versions[lang.index()].is_some(), entry.is_draft(lang)));
        }
    }

    /// What the top and the foot of a page in a language say.
    fn frame(&self, lang: Lang, sum: &mut Sum) {
        sum.add(&(lang, self.of(lang).frame));
    }

    fn frame_of(&self, lang: Lang) -> u128 {
        let handbook = self.site.handbook;
        let mut sum = Sum::new();
        sum.add(&handbook.has_professions());
        for id in handbook.contents.iter().chain(&handbook.about) {
            sum.add(&self.card(*id, lang));
        }
        sum.end()
    }

    fn not_found(&self, sum: &mut Sum) {
        for lang in self.site.handbook.config.languages.iter() {
            self.frame(lang, sum);
        }
        sum.add(&self.site.plan.deepest);
    }

    fn glossary_of(&self, lang: Lang) -> u128 {
        let mut sum = Sum::new();
        for (name, id) in &self.site.handbook.terms {
            sum.add(name);
            sum.add(&self.card(*id, lang));
            self.record(*id, lang, &mut sum);
        }
        sum.end()
    }

    fn professions_of(&self, lang: Lang) -> u128 {
        let mut sum = Sum::new();
        for (name, id) in &self.site.handbook.professions {
            sum.add(name);
            sum.add(&self.card(*id, lang));
            self.record(*id, lang, &mut sum);
        }
        sum.end()
    }

    fn ways_of(&self, lang: Lang) -> u128 {
        let (handbook, plan) = (self.site.handbook, self.site.plan);
        let mut sum = Sum::new();
        for which in IndexKind::WAYS {
            sum.add(&plan.index(lang, which).is_some_and(|index| !index.groups.is_empty()));
        }
        for (contents, (_, of)) in handbook.contents.iter().zip(&plan.counts) {
            sum.add(&(self.card(*contents, lang), of));
        }
        sum.end()
    }

    /// An entry's own page.
    fn entry(&self, id: EntryId, lang: Lang, sum: &mut Sum) {
        let (handbook, plan) = (self.site.handbook, self.site.plan);
        let entry = handbook.entry(id);
        self.frame(lang, sum);
        self.text(id, lang, sum);
        self.translated(id, sum);
        let mut above = entry.parent;
        while let Some(parent) = above {
            sum.add(&self.card(parent, lang));
            above = handbook.entry(parent).parent;
        }
        if let Some(map) = plan.map(handbook, id, lang) {
            sum.add(&(self.card(map.contents, lang), self.card(map.chapter, lang)));
            self.cards_of(map.chapters, lang, sum);
            self.cards_of(map.pages, lang, sum);
        }
        if handbook.numbers.shown[lang.index()].contains_key(&id) {
            self.reference(id, lang, sum);
        }
        let (before, after) = handbook.neighbours(id, lang);
        sum.add(&(before.map(|id| self.card(id, lang)), after.map(|id| self.card(id, lang))));
        sum.add(&(&handbook.audiences[id.0 as usize], self.of(lang).shape));
        match entry.kind {
            Kind::Home => {
                self.cards_of(&handbook.contents, lang, sum);
                sum.add(&plan.counts);
            }
            Kind::Contents(publication) => lists::contents(self, id, publication, lang, sum),
            _ => self.cards_of(plan.listed(id, lang), lang, sum),
        }
    }

    fn cards_of(&self, ids: &[EntryId], lang: Lang, sum: &mut Sum) {
        sum.add(&ids.len());
        for id in ids {
            sum.add(&self.card(*id, lang));
        }
    }
}

impl OfLanguage {
    fn empty() -> OfLanguage {
        OfLanguage { cards: Vec::new(), frame: 0, glossary: 0, professions: 0, indexes: Vec::new(), shape: 0, ways: 0 }
    }
}

fn cards(site: &Inputs, lang: Lang) -> Vec<u128> {
    let handbook: &Handbook = site.handbook;
    let ids: Vec<EntryId> = handbook.ids().collect();
    let card = |id: &EntryId| {
        let entry = handbook.entry(*id);
        let said = (entry.title(lang, &handbook.config), entry.summary(lang, &handbook.config), entry.is_draft(lang));
        let number = &handbook.numbers.chapters[id.0 as usize];
        crate::hash::of(&(
            site.plan.page(*id, lang),
            said,
            number,
            std::mem::discriminant(&entry.kind),
            entry.publication,
        ))
    };
    ids.par_iter().map(card).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::diag::Diagnostics;
    use crate::progress::Silent;
    use crate::{Memo, Request, with_plan};

    /// The keys of every page, document and file of data, by their paths.
    fn keys(root: &Path) -> BTreeMap<String, u128> {
        let request = Request {
            root,
            base_url: Some("https://example.kg"),
            search: false,
            drafts: false,
            today: jiff::civil::date(2026, 11, 22),
        };
        let (memo, mut out) = (Memo::default(), Diagnostics::new());
        let found = with_plan(&request, &memo, &Silent, &mut out, |site, _| {
            let (keys, plan) = (Keys::new(*site), site.plan);
            let pages = plan.pages().into_iter().map(|(output, page)| (output, keys.page(page, &output.path)));
            let documents =
                plan.documents().into_iter().map(|(output, (id, lang))| (output, keys.document(id, lang, 0)));
            let data = plan.data().into_iter().map(|(output, (data, lang))| (output, keys.data(data, lang)));
            let all = pages.chain(documents).chain(data);
            all.map(|(output, key)| (output.path.to_string(), key)).collect::<BTreeMap<_, _>>()
        });
        found.expect("the site is in order")
    }

    fn copy(name: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites").join(name).join("content");
        let root = home.path().join("site");
        for entry in walkdir::WalkDir::new(&from) {
            let entry = entry.unwrap();
            let target = root.join("content").join(entry.path().strip_prefix(&from).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(target).unwrap();
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
        (home, root)
    }

    #[test]
    fn a_key_is_the_same_wherever_the_site_lies() {
        for name in ["handbook", "markdown", "professions"] {
            let ((_one, one), (_other, other)) = (copy(name), copy(name));
            assert_eq!(keys(&one), keys(&other), "{name}");
        }
    }

    #[test]
    fn a_changed_text_changes_the_keys_of_what_shows_it() {
        let (_home, root) = copy("handbook");
        let before = keys(&root);
        let file = root.join("content/book/parents.ky.md");
        let text = fs::read_to_string(&file).unwrap();
        let changed = |text: &str| {
            fs::write(&file, text).unwrap();
            let after = keys(&root);
            before.iter().filter(|(path, key)| after[*path] != **key).map(|(path, _)| path.clone()).collect::<Vec<_>>()
        };
        assert_eq!(changed(&format!("{text}\nДагы бир сүйлөм.\n")), ["ky/book/parents.html", "ky/book/whole.html"]);
        let titled = changed(&text.replacen("title: ", "title: Башка ", 1));
        for path in ["ky/alphabet.html", "ky/book/index.html", "ky/book/parents.html"] {
            assert!(titled.iter().any(|other| other == path), "{path} shows the title: {titled:?}");
        }
        assert!(titled.iter().all(|path| path.starts_with("ky/")), "it is one language's: {titled:?}");
        assert_eq!(changed(&text), Vec::<String>::new());
    }
}
