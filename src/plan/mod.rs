//! (Handbook, theme, pictures) → the [`Plan`]: everything that will be made, by its address, before any of it is made.
//!
//! In: what the earlier stages made. Out: plain data: every page, document, data file and copy with the address that it alone
//! has, and what indexes, booklets and volumes hold; diagnostics where two would have the same address. Never: HTML or bytes.
//! The files of the search have a folder to themselves, which nothing else can reach, and names that their bytes give.

mod claims;
mod index_kind;
mod indexes;
mod memo;
mod size;
mod volumes;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::address::{OutPath, Owner, paths};
use crate::diag::{Code, Diagnostics};
use crate::hosts;
use crate::i18n::Strings;
use crate::lang::Lang;
use crate::messages::{Message, say};
use crate::pictures::{self, Picture};
use crate::resolve::{AssetId, Entry, EntryId, Handbook, Kind};
use crate::theme::Theme;

pub use index_kind::IndexKind;
pub use indexes::{Group, Index, Line, anchor, letter_of};
pub use memo::Memo;
pub use volumes::Booklet;

/// What makes output reads: what the stages before have made. Nothing of it changes.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    pub handbook: &'a Handbook,
    pub theme: &'a Theme,
    /// One for each asset.
    pub pictures: &'a [Option<Picture>],
    pub plan: &'a Plan,
}

impl<'a> Inputs<'a> {
    /// The words of the interface in a language.
    pub fn strings(&self, lang: Lang) -> &'a Strings {
        &self.theme.strings[lang.index()]
    }
}

/// Where an entry stands in its publication; both lists are bounded.
pub struct Map<'p> {
    /// The publication's contents page.
    pub contents: EntryId,
    /// The chapter that the entry is or stands in.
    pub chapter: EntryId,
    pub chapters: &'p [EntryId],
    /// The pages of that chapter.
    pub pages: &'p [EntryId],
}

/// Everything that will be made.
#[derive(Debug)]
pub struct Plan {
    /// Address of the published site, without a slash at its end.
    pub base_url: Option<String>,
    /// Every file of the output but those of the search, in the order in which they are made.
    pub outputs: Vec<Output>,
    /// The indexes of each language.
    pub indexes: Arc<Vec<Vec<Index>>>,
    /// The professions of each field, in portions that can be printed: `booklets[lang]`.
    pub booklets: Vec<Vec<Booklet>>,
    /// What stands on one page of a publication, a volume each: `wholes[lang][publication]`.
    pub wholes: Vec<Vec<Vec<Vec<EntryId>>>>,
    /// The same for paper, where one page is not too long: of publications that have several volumes.
    pub prints: Vec<Vec<Vec<Vec<EntryId>>>>,
    /// How much each publication holds, and of what: professions if it has any, else pages.
    pub counts: Vec<(usize, &'static str)>,
    /// In how many folders the deepest page lies.
    pub deepest: usize,
    /// The page of each entry: `pages[lang][entry]`.
    pages: Vec<Vec<String>>,
    /// What each chapter and contents lists: `listed[lang][entry]`.
    listed: Vec<Vec<Vec<EntryId>>>,
}

/// A file of the output.
#[derive(Debug)]
pub struct Output {
    pub path: OutPath,
    pub content: Content,
    owner: Owner,
    rank: Rank,
}

/// Whose claim to an address is heard first: what the site has of its own accord, then what files become, so that a message
/// stands at the file, and of those what a language has before what it borrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    Own,
    OfFile,
    Borrowed,
}

/// What a file of the output holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    Page(Page),
    /// A form, or the worksheet of a lesson, for a word processor.
    Document(EntryId, Lang),
    /// All that readers take away of a task.
    Archive(EntryId, Lang),
    Data(Data, Lang),
    Other(Other),
    /// A file beside the pages, or a smaller copy of it.
    File(AssetId),
}

/// What depends on no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// What search engines read.
    Sitemap,
    /// What hosts read.
    ForHosts,
    /// A file of the theme.
    Theme,
}

/// How many professions a part of the finder's data has: what is shown at once may lie in as many parts as there are cards.
pub const PART: usize = 60;

/// The encyclopedia as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Data {
    /// For the finder's scripts: what they need to count.
    Finder,
    /// What cards and comparisons say, [`PART`] professions at a time.
    FinderPart(usize),
    /// What people of each profession do and must be good at, for builders of documents.
    Tasks,
    Json,
    Csv,
}

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// The choice of language at the root.
    Front,
    NotFound,
    Entry(EntryId, Lang),
    /// The results of a search.
    Results(Lang),
    /// Contact and imprint.
    Imprint(Lang),
    /// An index: all of it, or the way to its groups where they have pages of their own.
    Index(Lang, IndexKind),
    /// A group of an index, by its number.
    IndexPart(Lang, IndexKind, usize),
    /// The finder of professions.
    Finder(Lang),
    /// The professions that the reader keeps.
    Saved(Lang),
    /// A booklet, by its number.
    Booklet(Lang, usize),
    /// A publication on one page, by its number, and the number of the volume.
    Whole(Lang, usize, usize),
    /// The same to be printed.
    Print(Lang, usize, usize),
    /// An old address that leads to a page, by its number.
    Moved(Lang, usize),
}

impl Plan {
    /// Plans the output of a site, and reports every address that two things would have.
    fn make(
        handbook: &Handbook,
        theme: &Theme,
        pictures: &[Option<Picture>],
        base_url: Option<String>,
        indexes: Arc<Vec<Vec<Index>>>,
        out: &mut Diagnostics,
    ) -> Plan {
        let languages = &handbook.config.languages;
        let pages = |(_, code): (Lang, &str)| {
            handbook.entries.iter().map(|entry| paths::page(code, &entry.address)).collect::<Vec<_>>()
        };
        let wholes: Vec<_> = languages.iter().map(|lang| volumes::wholes(handbook, lang)).collect();
        let mut plan = Plan {
            base_url,
            outputs: Vec::new(),
            booklets: indexes.iter().map(|indexes| volumes::booklets(handbook, indexes)).collect(),
            prints: wholes.iter().map(|wholes| volumes::prints(wholes)).collect(),
            wholes,
            indexes,
            counts: counts(handbook),
            deepest: deepest(handbook),
            pages: languages.codes().map(pages).collect(),
            listed: languages.iter().map(|lang| listed(handbook, lang)).collect(),
        };
        let mut listing = Listing { handbook, outputs: Vec::new(), out };
        listing.pages(&plan);
        listing.for_hosts(&plan);
        listing.theme(theme);
        listing.data();
        listing.documents();
        listing.files(pictures);
        plan.outputs = listing.outputs;
        claims::check(&plan.outputs, out);
        plan
    }

    /// The path in the output of an entry's page.
    pub fn page(&self, id: EntryId, lang: Lang) -> &str {
        &self.pages[lang.index()][id.0 as usize]
    }

    /// What a chapter or contents lists; a figure stands where a text shows it.
    pub fn listed(&self, id: EntryId, lang: Lang) -> &[EntryId] {
        &self.listed[lang.index()][id.0 as usize]
    }

    /// The neighbours of an entry, or a window on them when there are many, and its own place among these; nothing for an
    /// entry that stands where a text shows it.
    fn window(&self, handbook: &Handbook, id: EntryId, lang: Lang) -> (&[EntryId], Option<usize>) {
        let Some(parent) = handbook.entry(id).parent else { return (&[], None) };
        let siblings = self.listed(parent, lang);
        // Reading order runs through a chapter in the order of its children, so a search by position finds the place.
        let position = &handbook.position[lang.index()];
        let at = siblings.binary_search_by_key(&position[id.0 as usize], |other| position[other.0 as usize]);
        let Ok(at) = at else { return (&[], None) };
        let first = at.saturating_sub(NEIGHBOURS / 2).min(siblings.len().saturating_sub(NEIGHBOURS));
        (&siblings[first..siblings.len().min(first + NEIGHBOURS)], Some(at - first))
    }

    /// Where an entry stands in its publication: of the chapters, or a window on them, and of the pages of the one that it is
    /// in. A figure that a text shows stands where that does.
    pub fn map(&self, handbook: &Handbook, id: EntryId, lang: Lang) -> Option<Map<'_>> {
        let shown = handbook.numbers.shown[lang.index()].get(&id);
        let at = shown.map_or(id, |(page, _)| *page);
        let contents = handbook.contents[handbook.entry(at).publication?];
        let mut way = vec![at];
        while let Some(parent) = handbook.entry(*way.last()?).parent {
            if parent == contents {
                break;
            }
            way.push(parent);
        }
        let chapter = *way.last()?;
        let (chapters, _) = self.window(handbook, chapter, lang);
        let pages = match way.iter().rev().nth(1) {
            Some(page) => self.window(handbook, *page, lang).0,
            None => {
                let all = self.listed(chapter, lang);
                &all[..all.len().min(NEIGHBOURS)]
            }
        };
        (chapter != contents && !chapters.is_empty()).then_some(Map { contents, chapter, chapters, pages })
    }

    /// The whole address of a path in the output, if the site's own is known.
    pub fn absolute(&self, path: &str) -> Option<String> {
        self.base_url.as_ref().map(|base| format!("{base}/{path}"))
    }

    /// The whole address of an entry's page, if the site's own is known.
    pub fn absolute_page(&self, id: EntryId, lang: Lang) -> Option<String> {
        let path = self.page(id, lang);
        // The home page of a language is its folder.
        let path = path.strip_suffix(paths::FRONT).filter(|path| path.matches('/').count() == 1).unwrap_or(path);
        self.absolute(path)
    }

    /// The whole address of an entry for readers of whatever other language, if the site's own is known: of the home page the
    /// choice of language, else the page in the first of its own languages.
    pub fn for_others(&self, handbook: &Handbook, id: EntryId, own: &[Lang]) -> Option<String> {
        match handbook.entry(id).kind {
            Kind::Home => self.base_url.as_ref().map(|base| format!("{base}/")),
            _ => self.absolute_page(id, *own.first()?),
        }
    }

    /// An index, if the language has it.
    pub fn index(&self, lang: Lang, which: IndexKind) -> Option<&Index> {
        self.indexes[lang.index()].iter().find(|index| index.which == which)
    }

    /// Number of a field's first booklet.
    pub fn booklet(&self, lang: Lang, field: &str) -> Option<usize> {
        self.booklets[lang.index()].iter().position(|booklet| booklet.field == field)
    }

    /// The professions in the order of the alphabet.
    pub fn professions(&self, lang: Lang) -> Vec<EntryId> {
        self.index(lang, IndexKind::Letter).map_or_else(Vec::new, Index::professions)
    }

    /// Every page, in a fixed order.
    pub fn pages(&self) -> Vec<(&Output, Page)> {
        self.of(|content| if let Content::Page(page) = content { Some(page) } else { None })
    }

    /// Every document for a word processor.
    pub fn documents(&self) -> Vec<(&Output, (EntryId, Lang))> {
        self.of(|content| if let Content::Document(id, lang) = content { Some((id, lang)) } else { None })
    }

    /// Every archive of documents.
    pub fn archives(&self) -> Vec<(&Output, (EntryId, Lang))> {
        self.of(|content| if let Content::Archive(id, lang) = content { Some((id, lang)) } else { None })
    }

    /// Every file of data.
    pub fn data(&self) -> Vec<(&Output, (Data, Lang))> {
        self.of(|content| if let Content::Data(data, lang) = content { Some((data, lang)) } else { None })
    }

    /// What depends on no text.
    pub fn others(&self) -> Vec<(&Output, Other)> {
        self.of(|content| if let Content::Other(other) = content { Some(other) } else { None })
    }

    fn of<T>(&self, kind: impl Fn(Content) -> Option<T>) -> Vec<(&Output, T)> {
        self.outputs.iter().filter_map(|output| Some((output, kind(output.content)?))).collect()
    }
}

/// Most neighbours that a page lists.
const NEIGHBOURS: usize = 24;

fn listed(handbook: &Handbook, lang: Lang) -> Vec<Vec<EntryId>> {
    let shown = &handbook.numbers.shown[lang.index()];
    let of_entry = |entry: &Entry| {
        entry.children[lang.index()].iter().filter(|id| !shown.contains_key(*id)).copied().collect::<Vec<_>>()
    };
    handbook.entries.iter().map(of_entry).collect()
}

/// How much each publication holds.
fn counts(handbook: &Handbook) -> Vec<(usize, &'static str)> {
    let Some(reading) = handbook.reading.first() else { return Vec::new() };
    let count = |reading: &Vec<EntryId>| {
        let professions = reading.iter().filter(|id| matches!(handbook.entry(**id).kind, Kind::Profession)).count();
        if professions > 0 { (professions, "professions") } else { (reading.len(), "pages") }
    };
    reading.iter().map(count).collect()
}

fn deepest(handbook: &Handbook) -> usize {
    let addresses = handbook.entries.iter().map(|entry| &entry.address);
    let addresses = addresses.chain(handbook.moved.iter().map(|moved| &moved.from));
    let depths = addresses.map(|address| address.matches('/').count() + 1);
    // The deepest page of the generator's own is a booklet.
    depths.max().unwrap_or(1).max(3)
}

/// The list of outputs in the making.
struct Listing<'a> {
    handbook: &'a Handbook,
    outputs: Vec<Output>,
    out: &'a mut Diagnostics,
}

impl Listing<'_> {
    fn add(&mut self, path: impl Into<String>, content: Content, owner: Owner, rank: Rank) {
        match OutPath::new(path) {
            Ok(path) => self.outputs.push(Output { path, content, owner, rank }),
            // A path that was made of checked names can always be written; one that cannot is a mistake of ours, and is said.
            Err(path) => {
                let message = say::address_leads_out_of_output_folder(path);
                self.out.add_general(Code::AddressNotAscii, message, say::rename_file());
            }
        }
    }

    /// Something that the site has of its own accord.
    fn own(&mut self, path: impl Into<String>, content: Content, owner: Message) {
        self.add(path, content, Owner::own(owner), Rank::Own);
    }

    fn page(&mut self, path: impl Into<String>, page: Page, owner: Message) {
        self.own(path, Content::Page(page), owner);
    }

    fn pages(&mut self, plan: &Plan) {
        self.page(paths::FRONT, Page::Front, say::choice_of_language());
        self.page(paths::NOT_FOUND, Page::NotFound, say::error_page());
        for (lang, code) in self.handbook.config.languages.codes() {
            self.entries(plan, lang);
            self.page(paths::results(code), Page::Results(lang), say::search_page());
            // A site may have a page of its own for that.
            if self.handbook.entries.iter().all(|entry| entry.address != paths::IMPRINT) {
                self.page(paths::imprint(code), Page::Imprint(lang), say::contact_and_imprint());
            }
            for index in &plan.indexes[lang.index()] {
                self.index(index, lang, code);
            }
            self.wholes(plan, lang, code);
            for (number, moved) in self.handbook.moved.iter().enumerate() {
                let path = paths::page(code, &moved.from);
                self.add(
                    path,
                    Content::Page(Page::Moved(lang, number)),
                    moved_owner(self.handbook, moved.to),
                    Rank::Own,
                );
            }
            if self.handbook.has_professions() {
                self.finder(plan, lang, code);
            }
        }
    }

    fn entries(&mut self, plan: &Plan, lang: Lang) {
        for id in self.handbook.ids() {
            let rank = match self.handbook.entry(id).version(lang) {
                Some((_, actual)) if actual != lang => Rank::Borrowed,
                _ => Rank::OfFile,
            };
            let owner = entry_owner(self.handbook, id, lang);
            self.add(plan.page(id, lang), Content::Page(Page::Entry(id, lang)), owner, rank);
        }
    }

    fn index(&mut self, index: &Index, lang: Lang, code: &str) {
        let owner = match index.which {
            IndexKind::Site => say::alphabetical_index(),
            IndexKind::Audience => say::index_by_readers(),
            IndexKind::Terms => say::index_of_terms(),
            IndexKind::Figures(at) => say::list_of_figures_of_publication(&self.handbook.config.publications[at].id),
            _ => say::index_of_professions(),
        };
        let stem = index.which.stem(self.handbook);
        self.page(paths::page(code, &stem), Page::Index(lang, index.which), owner.clone());
        for (part, group) in index.groups.iter().enumerate().filter(|_| index.is_divided()) {
            let path = paths::index_group(code, &stem, &group.key);
            self.page(path, Page::IndexPart(lang, index.which, part), owner.clone());
        }
    }

    fn wholes(&mut self, plan: &Plan, lang: Lang, code: &str) {
        for (publication, volumes) in plan.wholes[lang.index()].iter().enumerate() {
            let id = &self.handbook.config.publications[publication].id;
            for volume in 0..volumes.len() {
                let owner = say::publication_on_one_page(id);
                self.page(paths::whole(code, id, volume), Page::Whole(lang, publication, volume), owner);
            }
            for volume in 0..plan.prints[lang.index()][publication].len() {
                let owner = say::publication_on_one_page(id);
                self.page(paths::print(code, id, volume), Page::Print(lang, publication, volume), owner);
            }
        }
    }

    fn finder(&mut self, plan: &Plan, lang: Lang, code: &str) {
        self.page(paths::finder(code), Page::Finder(lang), say::finder_of_professions());
        self.page(paths::saved(code), Page::Saved(lang), say::reader_own_list());
        for (number, booklet) in plan.booklets[lang.index()].iter().enumerate() {
            let path = paths::booklet(code, &booklet.field, booklet.volume);
            self.page(path, Page::Booklet(lang, number), say::booklet_of_field(&booklet.field));
        }
    }

    fn for_hosts(&mut self, plan: &Plan) {
        const OWNER: Message = say::what_hosts_and_search_engines_read();
        let languages: Vec<&str> = self.handbook.config.languages.codes().map(|(_, code)| code).collect();
        for (path, _) in hosts::files(plan.base_url.as_deref(), &languages) {
            self.own(path, Content::Other(Other::ForHosts), OWNER);
        }
        if plan.base_url.is_some() {
            self.own(paths::SITEMAP, Content::Other(Other::Sitemap), OWNER);
        }
    }

    fn theme(&mut self, theme: &Theme) {
        // Two files of the theme with one address have the same name and bytes.
        let addresses: BTreeSet<&str> = theme.assets.iter().map(|asset| &*asset.address).collect();
        for address in addresses {
            self.own(address, Content::Other(Other::Theme), say::file_of_theme());
        }
    }

    fn data(&mut self) {
        let professions = self.handbook.has_professions();
        for (lang, code) in self.handbook.config.languages.codes().filter(|_| professions) {
            for part in 0..self.handbook.professions.len().div_ceil(PART) {
                let path = paths::finder_part(code, part);
                self.own(path, Content::Data(Data::FinderPart(part), lang), say::encyclopedia_as_data());
            }
            for (path, data) in [
                (paths::finder_data(code), Data::Finder),
                (paths::finder_tasks(code), Data::Tasks),
                (paths::professions(code, "json"), Data::Json),
                (paths::professions(code, "csv"), Data::Csv),
            ] {
                self.own(path, Content::Data(data, lang), say::encyclopedia_as_data());
            }
        }
    }

    fn documents(&mut self) {
        for (lang, code) in self.handbook.config.languages.codes() {
            for id in self.handbook.ids().filter(|id| self.handbook.entry(*id).has_document(lang)) {
                let path = paths::document(code, &self.handbook.entry(id).address);
                let owner = entry_owner(self.handbook, id, lang).part(say::word_file());
                self.add(path, Content::Document(id, lang), owner, Rank::OfFile);
            }
            for id in self.handbook.ids().filter(|id| has_archive(self.handbook, *id, lang)) {
                let path = paths::archive(code, &self.handbook.entry(id).address);
                let owner = entry_owner(self.handbook, id, lang).part(say::archive_of_documents());
                self.add(path, Content::Archive(id, lang), owner, Rank::OfFile);
            }
        }
    }

    fn files(&mut self, pictures: &[Option<Picture>]) {
        for (number, (asset, picture)) in self.handbook.assets.iter().zip(pictures).enumerate() {
            if !asset.is_published() {
                continue;
            }
            for address in pictures::addresses(asset, picture.as_ref()) {
                let owner = Owner::file(&asset.path);
                let owner = if address == asset.address { owner } else { owner.part(say::smaller_copy()) };
                self.add(address, Content::File(AssetId(number as u32)), owner, Rank::OfFile);
            }
        }
    }
}

/// Whether the documents of an entry are worth packing together.
pub fn has_archive(handbook: &Handbook, id: EntryId, lang: Lang) -> bool {
    handbook.taken(id, lang).len() > 1
}

/// Who has the address of an entry's page.
fn entry_owner(handbook: &Handbook, id: EntryId, lang: Lang) -> Owner {
    let entry = handbook.entry(id);
    let file = entry.version(lang).map(|(page, _)| &page.parsed.file);
    match file.or(entry.record.as_ref().map(|record| &record.parsed.file)) {
        Some(file) => Owner::file(file),
        None => Owner::own(say::contents_of(entry.address.trim_end_matches("/index"))),
    }
}

/// Who has an old address of an entry.
fn moved_owner(handbook: &Handbook, to: EntryId) -> Owner {
    let entry = handbook.entry(to);
    let page = entry.versions.iter().flatten().map(|page| &page.parsed.file).next();
    let file = page.or(entry.record.as_ref().map(|record| &record.parsed.file));
    file.map_or_else(|| Owner::own(say::old_address()), Owner::old_address)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::bundle::Memory;
    use crate::diag::Diagnostics;
    use crate::progress::Silent;
    use crate::{Memo, Request, make, with_plan};

    #[test]
    fn what_is_planned_is_what_is_made() {
        for name in ["handbook", "markdown", "professions"] {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites").join(name);
            let request = Request {
                root: &root,
                base_url: Some("https://example.kg"),
                search: false,
                drafts: false,
                today: jiff::civil::date(2026, 11, 22),
            };
            let (memo, memory, mut out) = (Memo::default(), Memory::default(), Diagnostics::new());
            let planned = with_plan(&request, &memo, &Silent, &mut out, |site, out| {
                make(site, &memo, &memory, &Silent, out);
                site.plan.outputs.iter().map(|output| output.path.to_string()).collect::<Vec<_>>()
            });
            memory.commit();
            let mut planned = planned.expect("the site is in order");
            planned.sort();
            assert_eq!(planned, memory.paths(), "{name}");
        }
    }
}
