//! (Handbook, theme, pictures) → pages as HTML.
//!
//! In: what the earlier stages made. Out: for each page a [`View`], which is all that its HTML depends on, and the
//! HTML. Never: files, or the whole handbook inside one page's view.

mod dated;
mod exports;
mod figures;
mod finder;
mod glossary;
mod index_kind;
mod indexes;
mod lesson;
mod lists;
mod make;
mod profession;
mod term;
mod text;
mod urls;
mod view;
mod whole;

use std::collections::HashMap;

use serde::Serialize;
use tera::{Context, Value};

use crate::address::{OutPath, Owner};
use crate::config::SiteConfig;
use crate::diag::{Code, Diagnostics, Place, did_you_mean};
use crate::i18n::form_table;
use crate::lang::Lang;
use crate::parse::markdown::{self, Writing};
use crate::parse::{FORM, Phrases};
use crate::pictures::Picture;
use crate::resolve::{EntryId, Handbook, Kind};
use crate::text::tree::Tree;
use crate::theme::{SECURITY_POLICY, Theme, phrase_value};

use finder::FacetView;
use glossary::Glossary;
use indexes::Index;

use index_kind::IndexKind;
use text::{Reader, Shown};

pub use urls::{page as page_path, sitemap};
pub use view::View;

/// Everything that pages are rendered from.
pub struct Site<'a> {
    pub handbook: &'a Handbook,
    pub theme: &'a Theme,
    /// One for each asset.
    pub pictures: &'a [Option<Picture>],
    /// Address of the published site, without a slash at its end.
    pub base_url: Option<&'a str>,
    /// Values that many pages share, by language and prefix to the root; made once, for a page's context is small.
    shared: HashMap<(Lang, &'static str), Shared>,
    /// The footer's licence line, one HTML text a language.
    license: Vec<String>,
    /// How much each publication holds, counted once.
    counts: Vec<(usize, &'static str)>,
    /// The indexes of each language.
    indexes: Vec<Vec<Index>>,
    /// What the finder offers, in each language.
    facets: Vec<Vec<FacetView>>,
    /// What the finder's script reads, in each language; empty without professions.
    finder_data: Vec<String>,
    /// The professions of each field, in portions that can be printed: `booklets[lang]`.
    booklets: Vec<Vec<Booklet>>,
    /// The terms that texts mark, in each language.
    glossary: Vec<Glossary>,
    /// For texts whose author switched the glossary off.
    no_glossary: Glossary,
    /// What stands on one page of a publication, a volume each: `wholes[lang][publication]`.
    wholes: Vec<Vec<Vec<Vec<EntryId>>>>,
    /// Hash of what every page depends on.
    pub hash: u128,
}

struct Shared {
    t: Value,
    plural_forms: Value,
    site: Value,
    search: Value,
    assets: Value,
}

/// A page to be rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Job {
    /// The choice of language at the root.
    Front,
    NotFound,
    Entry(EntryId, Lang),
    /// The results of a search.
    Results(Lang),
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
    /// An old address that leads to a page, by its number.
    Moved(Lang, usize),
}

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

/// A page that lists professions, as the search finds it; texts are plain.
pub struct Listing {
    pub url: String,
    pub title: String,
    pub lead: String,
    /// Words by which it is sought, beside its title.
    pub keywords: Vec<String>,
    /// Anchor, heading and text of what it is divided into.
    pub groups: Vec<(String, String, String)>,
}

/// Professions of one field, to be printed together.
#[derive(Debug)]
struct Booklet {
    /// Id of the field.
    field: String,
    /// Number among the booklets of the field, from 0.
    volume: usize,
    entries: Vec<EntryId>,
}

/// Most professions of a booklet.
const BOOKLET: usize = 24;

impl<'a> Site<'a> {
    /// Gathers what all pages share.
    pub fn new(
        handbook: &'a Handbook,
        theme: &'a Theme,
        pictures: &'a [Option<Picture>],
        base_url: Option<&'a str>,
        out: &mut Diagnostics,
    ) -> Site<'a> {
        check_names(handbook, theme, out);
        let license = license(&handbook.config, out);
        let hash = crate::hash::of(&(theme.hash, crate::hash::of(&handbook.config), base_url, &license));
        let counts = lists::counts(handbook);
        let indexes = indexes::indexes(handbook, theme);
        let booklets = indexes.iter().map(|indexes| booklets(handbook, indexes)).collect();
        let mut site = Site {
            handbook,
            theme,
            pictures,
            base_url,
            shared: HashMap::new(),
            license,
            counts,
            indexes,
            facets: Vec::new(),
            finder_data: Vec::new(),
            booklets,
            glossary: handbook.config.languages.iter().map(|lang| Glossary::new(handbook, lang)).collect(),
            no_glossary: Glossary::default(),
            wholes: handbook.config.languages.iter().map(|lang| wholes(handbook, lang)).collect(),
            hash,
        };
        site.facets = handbook.config.languages.iter().map(|lang| finder::facets(&site, lang)).collect();
        if site.has_professions() {
            site.finder_data = handbook.config.languages.iter().map(|lang| finder::data(&site, lang)).collect();
        }
        site.share();
        site
    }

    fn share(&mut self) {
        let assets: HashMap<&str, &str> =
            self.theme.assets.iter().map(|asset| (asset.name.as_str(), asset.address.as_str())).collect();
        let assets = Value::from_serializable(&assets);
        let deepest = self.deepest();
        for lang in self.handbook.config.languages.iter() {
            let t = phrase_value(&self.theme.strings[lang.index()]);
            let plural_forms = Value::from(form_table(self.handbook.config.languages.code(lang)));
            for depth in 0..=deepest {
                let root = crate::address::up(depth);
                let site = Value::from_serializable(&lists::site_view(self, lang, root));
                let search = Value::from_serializable(&lists::search_view(self, lang, root));
                let shared =
                    Shared { t: t.clone(), plural_forms: plural_forms.clone(), site, search, assets: assets.clone() };
                self.shared.insert((lang, root), shared);
            }
        }
    }

    /// In how many folders the deepest page lies.
    fn deepest(&self) -> usize {
        let addresses = self.handbook.entries.iter().map(|entry| &entry.address);
        let addresses = addresses.chain(self.handbook.moved.iter().map(|moved| &moved.from));
        let depths = addresses.map(|address| address.matches('/').count() + 1);
        // The deepest page of the generator's own is a booklet.
        depths.max().unwrap_or(1).max(3)
    }

    /// Every page of the site, in a fixed order.
    pub fn jobs(&self) -> Vec<Job> {
        let mut jobs = vec![Job::Front, Job::NotFound];
        for lang in self.handbook.config.languages.iter() {
            jobs.extend(self.handbook.ids().map(|id| Job::Entry(id, lang)));
            jobs.push(Job::Results(lang));
            for index in &self.indexes[lang.index()] {
                jobs.push(Job::Index(lang, index.which));
                let parts = if index.is_divided() { index.groups.len() } else { 0 };
                jobs.extend((0..parts).map(|part| Job::IndexPart(lang, index.which, part)));
            }
            for (publication, volumes) in self.wholes[lang.index()].iter().enumerate() {
                jobs.extend((0..volumes.len()).map(|volume| Job::Whole(lang, publication, volume)));
            }
            jobs.extend((0..self.handbook.moved.len()).map(|number| Job::Moved(lang, number)));
            if self.has_professions() {
                jobs.extend([Job::Finder(lang), Job::Saved(lang)]);
                jobs.extend((0..self.booklets[lang.index()].len()).map(|booklet| Job::Booklet(lang, booklet)));
            }
        }
        jobs
    }

    /// Where a page goes.
    ///
    /// # Errors
    /// The path, if it is not one that may be written; `resolve` lets none such through.
    pub fn path(&self, job: Job) -> Result<OutPath, String> {
        match job {
            Job::Front => OutPath::new("index.html"),
            Job::NotFound => OutPath::new("404.html"),
            Job::Entry(id, lang) => OutPath::new(urls::page(self, id, lang)),
            Job::Results(lang) => OutPath::new(urls::results(self, lang)),
            Job::Index(lang, which) => OutPath::new(urls::index(self, lang, which)),
            Job::IndexPart(lang, which, part) => {
                let key = self.index(lang, which).and_then(|index| index.groups.get(part)).map(|group| &group.key);
                OutPath::new(urls::index_part(self, lang, which, key.map_or("", String::as_str)))
            }
            Job::Finder(lang) => OutPath::new(urls::finder(self, lang)),
            Job::Saved(lang) => OutPath::new(urls::saved(self, lang)),
            Job::Booklet(lang, booklet) => OutPath::new(urls::booklet(self, lang, booklet)),
            Job::Whole(lang, publication, volume) => OutPath::new(urls::whole(self, lang, publication, volume)),
            Job::Moved(lang, number) => OutPath::new(urls::moved(self, lang, number)),
        }
    }

    /// All that a page's HTML depends on, beside [`Site::hash`].
    pub fn view(&self, job: Job, path: &OutPath) -> View {
        make::view(self, job, path)
    }

    /// The HTML of a view, not minified. `None` after a diagnostic.
    pub fn html(&self, view: &View, out: &mut Diagnostics) -> Option<String> {
        let context = self.context(view);
        crate::theme::begin();
        let mut html = Vec::new();
        if let Err(error) = self.theme.tera.render_to(view.template(), &context, &mut html) {
            crate::theme::diagnose(&error, view.template(), &self.theme.template_paths, out);
            return None;
        }
        // Templates and values are texts, so this is one.
        Some(simdutf8::basic::from_utf8(&html).map_or_else(|_| String::from_utf8_lossy(&html).into(), str::to_string))
    }

    fn context(&self, view: &View) -> Context {
        let mut context = Context::new();
        if let Some(shared) = self.shared.get(&(view.lang, view.shared_root)) {
            context.insert_value("t", shared.t.clone());
            context.insert_value("plural_forms", shared.plural_forms.clone());
            context.insert_value("assets", shared.assets.clone());
            let (site, search) = match &view.own_site {
                Some((site, search)) => (Value::from_serializable(site), Value::from_serializable(search)),
                None => (shared.site.clone(), shared.search.clone()),
            };
            context.insert_value("site", site);
            context.insert_value("search", search);
        }
        context.insert("csp", SECURITY_POLICY);
        view.insert_into(&mut context, |lang| phrase_value(&self.theme.strings[lang.index()]));
        context
    }

    /// The finder, the indexes of professions and the index by audience in a language, as the search lists them.
    pub fn listings(&self, lang: Lang) -> Vec<Listing> {
        let strings = self.strings(lang);
        let finder = self.has_professions().then(|| Listing {
            url: urls::finder(self, lang),
            title: strings.text("finder.title").to_string(),
            lead: strings.text("finder.lead").to_string(),
            keywords: strings.list("finder.terms").to_vec(),
            groups: Vec::new(),
        });
        let ways = IndexKind::WAYS.into_iter().filter(|_| self.has_professions());
        let indexes = ways.chain([IndexKind::Audience]).filter_map(|which| indexes::listing(self, lang, which));
        finder.into_iter().chain(indexes).collect()
    }

    /// A form, or the worksheet of a lesson, for a file of another program.
    pub fn fragment(&self, id: EntryId, lang: Lang) -> Option<Fragment> {
        let entry = self.handbook.entry(id);
        let path = OutPath::new(urls::page(self, id, lang)).ok()?;
        let reader = Reader { site: self, from: &path, lang, whole: None };
        let config = &self.handbook.config;
        let foot = entry.publication.map_or(config.title.get(lang), |at| config.publications[at].title.get(lang));
        let foot = foot.to_string();
        let author = config.title.get(lang).to_string();
        let drawing = self.strings(lang).text("document_file.drawing").to_string();
        let frame_language = config.languages.code(lang);
        if let (Some(lesson), Some(record)) = (entry.lesson(), &entry.record) {
            let sheet = lesson.worksheet.as_ref()?;
            return Some(Fragment {
                title: sheet.title.get(lang).to_string(),
                lead: self.strings(lang).text("lesson.name").to_string(),
                tree: Tree::new(sheet.text.get(lang), &Shown { reader, targets: &record.targets, page: None }),
                foot: format!("{foot} · {}", lesson::name(self, lesson, lang)),
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
            tree: Tree::new(&page.parsed.content.body.text, &Shown { reader, targets: &page.targets, page: Some(id) }),
            foot,
            author,
            language: config.languages.code(text_lang),
            frame_language,
            form: front.kind == FORM,
            page_only: front.page_only.iter().map(|(_, id)| id.clone()).collect(),
            drawing,
        })
    }

    /// Where the file of an entry for a word processor goes.
    pub fn document_path(&self, id: EntryId, lang: Lang) -> String {
        urls::document(self, id, lang)
    }

    /// Who has the address of a page.
    pub fn owner(&self, job: Job) -> Owner {
        let config = &self.handbook.config;
        match job {
            Job::Front => Owner::own("the choice of language"),
            Job::NotFound => Owner::own("the error page"),
            Job::Entry(id, lang) => self.entry_owner(id, lang),
            Job::Results(_) => Owner::own("the search page"),
            Job::Index(_, which) | Job::IndexPart(_, which, _) => match which {
                IndexKind::Site => Owner::own("the alphabetical index"),
                IndexKind::Audience => Owner::own("the index by readers"),
                IndexKind::Terms => Owner::own("the index of terms"),
                IndexKind::Figures(at) => {
                    Owner::own(format!("the list of figures of the publication `{}`", config.publications[at].id))
                }
                _ => Owner::own("an index of professions"),
            },
            Job::Moved(_, number) => self.moved_owner(number),
            Job::Finder(_) => Owner::own("the finder of professions"),
            Job::Saved(_) => Owner::own("the reader's own list"),
            Job::Booklet(lang, number) => {
                let field = &self.booklets[lang.index()][number].field;
                Owner::own(format!("the booklet of the field `{field}`"))
            }
            Job::Whole(_, at, _) => Owner::own(format!("the publication `{}` on one page", config.publications[at].id)),
        }
    }

    /// Who has an old address.
    fn moved_owner(&self, number: usize) -> Owner {
        let entry = self.handbook.entry(self.handbook.moved[number].to);
        let page = entry.versions.iter().flatten().map(|page| &page.parsed.file).next();
        let file = page.or(entry.record.as_ref().map(|record| &record.parsed.file));
        file.map_or_else(|| Owner::own("an old address"), Owner::old_address)
    }

    /// Who has the address of an entry's page.
    pub fn entry_owner(&self, id: EntryId, lang: Lang) -> Owner {
        let entry = self.handbook.entry(id);
        let file = entry.version(lang).map(|(page, _)| &page.parsed.file);
        match file.or(entry.record.as_ref().map(|record| &record.parsed.file)) {
            Some(file) => Owner::file(file),
            None => Owner::own(format!("the contents of `{}`", entry.address.trim_end_matches("/index"))),
        }
    }

    /// Where the files of [`Site::data_files`] go.
    pub fn data_paths(&self) -> Vec<String> {
        let languages = self.handbook.config.languages.iter().filter(|_| self.has_professions());
        let of_language = |lang: Lang| {
            [urls::finder_data(self, lang), urls::export(self, lang, "json"), urls::export(self, lang, "csv")]
        };
        languages.flat_map(of_language).collect()
    }

    /// What the encyclopedia is for programs: the finder's data, and the whole of it as JSON and CSV, by their paths.
    pub fn data_files(&self) -> Vec<(String, Vec<u8>)> {
        if !self.has_professions() {
            return Vec::new();
        }
        let of_language = |lang: Lang| {
            let exports = exports::Exports::new(self, lang);
            [
                (urls::finder_data(self, lang), self.finder_data[lang.index()].clone().into_bytes()),
                (urls::export(self, lang, "json"), exports.json()),
                (urls::export(self, lang, "csv"), exports.csv()),
            ]
        };
        self.handbook.config.languages.iter().flat_map(of_language).collect()
    }

    fn has_professions(&self) -> bool {
        !self.handbook.professions.is_empty()
    }

    /// The professions in the order of the alphabet.
    fn professions_by_letter(&self, lang: Lang) -> Vec<EntryId> {
        self.index(lang, IndexKind::Letter).map_or_else(Vec::new, Index::professions)
    }

    fn index(&self, lang: Lang, which: IndexKind) -> Option<&Index> {
        self.indexes[lang.index()].iter().find(|index| index.which == which)
    }

    /// Number of a field's first booklet.
    fn booklet(&self, lang: Lang, field: &str) -> Option<usize> {
        self.booklets[lang.index()].iter().position(|booklet| booklet.field == field)
    }

    fn strings(&self, lang: Lang) -> &crate::i18n::Strings {
        &self.theme.strings[lang.index()]
    }
}

/// Most pages of a publication that stand on one page.
const WHOLE: usize = 200;

/// What stands on one page of each publication. Professions have booklets, and a figure that a text shows stands there.
fn wholes(handbook: &Handbook, lang: Lang) -> Vec<Vec<Vec<EntryId>>> {
    let shown = &handbook.numbers.shown[lang.index()];
    let of_publication = |(reading, contents): (&Vec<EntryId>, &EntryId)| {
        let wanted = |id: &&EntryId| match handbook.entry(**id).kind {
            Kind::Profession | Kind::Home | Kind::Contents(_) => false,
            Kind::Data => !shown.contains_key(*id),
            Kind::Chapter | Kind::Page | Kind::Lesson | Kind::Term => true,
        };
        let mut entries: Vec<EntryId> = reading.iter().filter(wanted).copied().collect();
        // One page is the whole already.
        if entries.len() < 2 {
            return Vec::new();
        }
        // What the contents page says comes first.
        entries.splice(..0, Some(*contents).filter(|id| handbook.entry(*id).version(lang).is_some()));
        entries.chunks(WHOLE).map(<[EntryId]>::to_vec).collect()
    };
    handbook.reading[lang.index()].iter().zip(&handbook.contents).map(of_publication).collect()
}

fn booklets(handbook: &Handbook, indexes: &[Index]) -> Vec<Booklet> {
    let sorted =
        indexes.iter().find(|index| index.which == IndexKind::Letter).map_or_else(Vec::new, Index::professions);
    let mut booklets = Vec::new();
    for field in &handbook.lists.fields.items {
        let of_field = |id: &&EntryId| handbook.entry(**id).profession().is_some_and(|p| p.field.1 == field.id);
        let entries: Vec<EntryId> = sorted.iter().filter(of_field).copied().collect();
        let volumes = entries.chunks(BOOKLET).enumerate();
        booklets.extend(volumes.map(|(volume, entries)| Booklet {
            field: field.id.clone(),
            volume,
            entries: entries.to_vec(),
        }));
    }
    booklets
}

const ICONS: &str = "The icons are the files in the theme's folder `icons`; a site can add its own.";

/// Every icon and hue that the content names must be one of the theme's.
fn check_names(handbook: &Handbook, theme: &Theme, out: &mut Diagnostics) {
    let hues = format!("The theme has `{}`.", theme.hues.join("`, `"));
    let mut unknown = |what: &str, name: &str, known: &mut dyn Iterator<Item = &str>, place: Place| {
        let help = did_you_mean(name, known, if what == "hue" { &hues } else { ICONS });
        out.add(Code::YamlBadValue, place, format!("the theme has no {what} `{name}`"), help);
    };
    let mut icons: Vec<(&str, Place)> = Vec::new();
    for publication in &handbook.config.publications {
        let place = |key: &str| handbook.config.origin.place(&publication.path.key(key));
        icons.extend(publication.icon.as_deref().map(|icon| (icon, place("icon"))));
        if let Some(hue) = publication.hue.as_ref().filter(|hue| !theme.hues.contains(hue)) {
            unknown("hue", hue, &mut theme.hues.iter().map(String::as_str), place("hue"));
        }
    }
    if let Some(home) = handbook.entry(handbook.home).home() {
        icons.extend(home.doors.iter().map(|door| (door.icon.as_str(), home.origin.place(&door.icon_path))));
    }
    for (icon, place) in icons.into_iter().filter(|(icon, _)| !theme.icons.contains(*icon)) {
        unknown("icon", icon, &mut theme.icons.iter().map(String::as_str), place);
    }
}

/// The licence line as HTML, one text a language.
fn license(config: &SiteConfig, out: &mut Diagnostics) -> Vec<String> {
    let Some(license) = &config.license else { return vec![String::new(); config.languages.len()] };
    let place = config.origin.place(&crate::yaml::Path::default().key("license"));
    let phrases = Phrases::default();
    let mut links = Vec::new();
    let texts = license.iter().map(|(_, text)| {
        let at = |_: std::ops::Range<usize>| place.clone();
        let mut writing = Writing { phrases: &phrases, raw_html: false, place: &at, links: &mut links, out };
        crate::text::html::plain(&markdown::inline(text, &mut writing))
    });
    let texts = texts.collect();
    if !links.is_empty() {
        let help = "Use whole addresses, https://…, in this line.";
        out.add(Code::LinkUnsafe, place, "the licence line can only link to other sites", help);
    }
    texts
}

/// A title and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LinkView {
    pub title: String,
    pub url: String,
}
