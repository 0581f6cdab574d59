//! Bagyt compiles guidance materials: Markdown and YAML become one bilingual static site.
//!
//! The whole way is [`build`]; ARCHITECTURE.md says why it is cut as it is.

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "unit tests make files of their own"))]

pub mod address;
pub mod answers;
pub mod bundle;
#[expect(clippy::disallowed_methods, reason = "here is written what builds remember")]
pub mod cache;
mod cells;
pub mod cli;
pub mod config;
mod data;
pub mod define;
pub mod describe;
pub mod diag;
pub mod explain;
pub mod export;
pub mod hash;
mod hosts;
pub mod i18n;
mod keys;
pub mod lang;
mod markup;
pub mod messages;
pub mod parse;
pub mod pictures;
pub mod plan;
pub mod progress;
pub mod render;
pub mod resolve;
pub mod scoring;
pub mod search;
mod serial;
pub mod show;
mod sitemap;
pub mod source;
pub mod stamp;
pub mod text;
pub mod theme;
mod web_address;
pub mod yaml;

mod memo;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::address::OutPath;
use crate::bundle::{Bundler, Bytes, Made, Sink};
use crate::config::{SiteConfig, clean_base_url};
use crate::diag::{Code, Diagnostics, Place};
use crate::i18n::Strings;
use crate::keys::Keys;
use crate::messages::say;
use crate::parse::{Page, Parsed, Phrases, Record, Settings};
use crate::plan::{Data, Inputs, Other};
use crate::progress::{Progress, Silent, Stage};
use crate::resolve::{Handbook, Input};
use crate::source::{File, Tree};

pub use memo::Memo;

/// What to build.
pub struct Request<'a> {
    /// The site's folder, which has `content/` in it.
    pub root: &'a Path,
    /// Address of the published site; overrides the one in site.yaml.
    pub base_url: Option<&'a str>,
    /// Whether to make the files of the search, which takes longer than a changed page may.
    pub search: bool,
    /// Whether drafts are part of the site, with a mark, or left out.
    pub drafts: bool,
    /// The day by which the age of sources is judged. Warnings depend on it, the output never does.
    pub today: jiff::civil::Date,
}

/// What a build made of a site.
#[derive(Debug)]
pub struct Summary {
    pub made: Made,
    /// Pages in each language, by its code.
    pub pages: Vec<(&'static str, usize)>,
    /// Professions.
    pub professions: usize,
    /// Pages that each language borrows from another, wholly or in part, for want of a translation.
    pub untranslated: Vec<(&'static str, usize)>,
    /// Files that are drafts.
    pub drafts: Vec<Arc<str>>,
    /// Which pages are not translated, and which drafts are left out.
    pub notes: Diagnostics,
    /// The last day on which the same is said of the age of sources; `None`: for ever.
    pub same_until: Option<jiff::civil::Date>,
}

/// Builds a site: reads, parses, resolves, renders, and gives every file of the output to `sink`.
///
/// Everything that is wrong is reported in one run. `None` if there was an error; the sink's content must then be
/// discarded. With the memo of an earlier build, what has not changed is not made again; the output is the same.
pub fn build(
    request: &Request,
    memo: &Memo,
    sink: &dyn Sink,
    progress: &dyn Progress,
    out: &mut Diagnostics,
) -> Option<Summary> {
    let summary = with_plan(request, memo, progress, out, |site, out| {
        let mut made = make(site, memo, sink, progress, out);
        if request.search && !out.has_errors() {
            progress.stage(Stage::Search);
            made.files += bundle::search(|put, keep| search::make(site, &memo.search, put, keep), sink, out);
        }
        summary(site.handbook, made, request.today)
    })?;
    (!out.has_errors()).then_some(summary)
}

/// Makes only the files of the search, for a site that is built without them.
///
/// Returns whether there was no error; the sink's content must otherwise be discarded.
pub fn build_search(request: &Request, memo: &Memo, sink: &dyn Sink, out: &mut Diagnostics) -> bool {
    let make = |site: &Inputs, out: &mut Diagnostics| {
        bundle::search(|put, keep| search::make(site, &memo.search, put, keep), sink, out)
    };
    with_plan(request, memo, &Silent, out, make).is_some() && !out.has_errors()
}

/// A questionnaire of a site in one language, and what its tables call things there.
pub struct Asked {
    pub title: String,
    pub form: answers::Form,
    pub words: answers::Words,
    pub titles: answers::Titles,
    /// What stands before tenths.
    pub decimal: char,
}

/// The questionnaire with an address, in the language of a code if the site has that, or else in its first. The outer `None`
/// is that of a site with errors, the inner one says that there is no such questionnaire.
pub fn questionnaire(request: &Request, address: &str, code: &str, out: &mut Diagnostics) -> Option<Option<Asked>> {
    with_plan(request, &Memo::default(), &Silent, out, |site, _| {
        let handbook = site.handbook;
        let languages = &handbook.config.languages;
        let lang = languages.find(code).unwrap_or_else(|| languages.lead());
        let id = handbook.ids().find(|id| handbook.entry(*id).address == address)?;
        let own = handbook.entry(id).questionnaire()?;
        let strings = site.strings(lang);
        Some(Asked {
            title: own.title.get(lang).to_string(),
            form: render::form(site, id, own, lang),
            words: render::words_of_table(strings),
            titles: render::titles_of_workbook(strings),
            decimal: lang::pack(languages.code(lang)).map_or('.', |pack| pack.decimal),
        })
    })
}

/// Makes everything that is planned: each kind of output by its own maker.
fn make(site: &Inputs, memo: &Memo, sink: &dyn Sink, progress: &dyn Progress, out: &mut Diagnostics) -> Made {
    let (plan, bundler) = (site.plan, Bundler::new(&memo.made, sink, progress));
    let pages = plan.pages();
    progress
        .start(pages.len() + plan.documents().len() + plan.archives().len() + plan.data().len() + plan.others().len());
    let renderer = render::Pages::new(*site);
    progress.stage(Stage::Keys);
    let keys = Keys::new(*site);
    progress.stage(Stage::Render);
    let html = |path: &OutPath, page, is_same: &dyn Fn(u128) -> bool, out: &mut Diagnostics| {
        html(&renderer, page, path, is_same, out)
    };
    bundler.make(&pages, |path, page| Some(keys.page(page, path)), html, out);
    progress.stage(Stage::Bundle);
    bundler.assets(&site.handbook.assets, site.pictures, out);
    progress.stage(Stage::Export);
    let exporter = export::Documents::new(site);
    let document = |path: &OutPath, (id, lang), _: &dyn Fn(u128) -> bool, out: &mut Diagnostics| {
        exporter.document(id, lang, path, out).map(Bytes::Whole)
    };
    let key = |_: &OutPath, (id, lang)| Some(keys.document(id, lang, exporter.pictures(id, lang)));
    bundler.make(&plan.documents(), key, document, out);
    let archive = |_: &OutPath, (id, lang), _: &dyn Fn(u128) -> bool, out: &mut Diagnostics| {
        exporter.archive(id, lang, out).map(Bytes::Whole)
    };
    let key = |_: &OutPath, (id, lang)| Some(keys.archive(id, lang, exporter.packed(id, lang)));
    bundler.make(&plan.archives(), key, archive, out);
    progress.stage(Stage::Data);
    let data = |_: &OutPath, (data, lang), _: &dyn Fn(u128) -> bool, _: &mut Diagnostics| {
        Some(Bytes::Whole(match data {
            Data::Finder => renderer.finder_data(lang).as_bytes().to_vec(),
            Data::FinderPart(part) => renderer.finder_part(lang, part)?.as_bytes().to_vec(),
            Data::Tasks => renderer.finder_tasks(lang).as_bytes().to_vec(),
            Data::Json => data::Exports::new(*site, lang).json(),
            Data::Csv => data::Exports::new(*site, lang).csv(),
        }))
    };
    bundler.make(&plan.data(), |_, (data, lang)| Some(keys.data(data, lang)), data, out);
    progress.stage(Stage::Sitemap);
    bundler.make_anew(&plan.others(), |path, content| other(site, path, content), out);
    progress.stage(Stage::Bundle);
    Made { pages: pages.len(), files: bundler.finish(out) }
}

/// A page as HTML; `None` after a diagnostic.
fn html(
    renderer: &render::Pages,
    page: plan::Page,
    path: &OutPath,
    is_same: &dyn Fn(u128) -> bool,
    out: &mut Diagnostics,
) -> Option<Bytes> {
    let view = renderer.view(page, path);
    let content = renderer.hash(&view);
    if is_same(content) {
        return Some(Bytes::Same);
    }
    let html = renderer.html(&view, out)?;
    Some(match view.is_for_paper() {
        true => Bytes::Whole(html.into_bytes()),
        false => Bytes::Page { html, small: renderer.body(&view), content },
    })
}

/// A file of the theme, or what hosts and search engines read.
fn other(site: &Inputs, path: &OutPath, content: Other) -> Option<Vec<u8>> {
    let path = path.as_str();
    match content {
        Other::Theme => site.theme.assets.iter().find(|asset| asset.address == path).map(|asset| asset.bytes.to_vec()),
        Other::ForHosts => {
            let languages: Vec<&str> = site.handbook.config.languages.codes().map(|(_, code)| code).collect();
            let files = hosts::files(site.plan.base_url.as_deref(), &languages);
            files.into_iter().find(|(name, _)| name == path).map(|(_, text)| text.into_bytes())
        }
        Other::Sitemap => sitemap::sitemap(site).map(String::into_bytes),
    }
}

/// Reads, parses, resolves and plans a site, and lets `make` make something of it. `None` if there was an error before.
fn with_plan<T>(
    request: &Request,
    memo: &Memo,
    progress: &dyn Progress,
    out: &mut Diagnostics,
    make: impl FnOnce(&Inputs, &mut Diagnostics) -> T,
) -> Option<T> {
    progress.stage(Stage::Config);
    let config = read_config(request.root, out)?;
    progress.stage(Stage::Source);
    let tree = source::walk(request.root, out);
    progress.stage(Stage::I18n);
    let strings = theme::load_strings(request.root, &config, &memo.theme, out);
    progress.stage(Stage::Parse);
    let input = Input { drafts: request.drafts, ..parse_all(&tree, &config, &strings, memo, out) };
    progress.stage(Stage::Theme);
    let theme = theme::load(request.root, &config, strings, &memo.theme, out);
    progress.stage(Stage::Resolve);
    let handbook = resolve::resolve(config, input, request.today, out);
    progress.stage(Stage::Pictures);
    let pictures = pictures::measure(&handbook.assets, &memo.pictures, out);
    progress.stage(Stage::Plan);
    let theme = theme?;
    let base_url = base_url(request, &handbook.config, out);
    let plan = memo.plan.plan(&handbook, &theme, &pictures, base_url, out);
    let site = Inputs { handbook: &handbook, theme: &theme, pictures: &pictures, plan: &plan };
    render::check(&site, out);
    if out.has_errors() {
        return None;
    }
    let made = make(&site, out);
    // Nobody need wait until what thousands of pages say is taken apart.
    rayon::spawn(move || drop(handbook));
    Some(made)
}

fn read_config(root: &Path, out: &mut Diagnostics) -> Option<SiteConfig> {
    let file = File { path: source::SITE_FILE.into(), disk: root.join(source::SITE_FILE) };
    if !file.disk.exists() {
        let message = say::there_is_no(source::SITE_FILE, root.display());
        out.add_general(Code::SiteMissing, message, say::name_folder_that_holds_content_or_make());
        return None;
    }
    let text = source::read_text(&file, out)?;
    config::read(&file.path, &text, out)
}

fn base_url(request: &Request, config: &SiteConfig, out: &mut Diagnostics) -> Option<String> {
    let Some(url) = request.base_url else { return config.base_url.clone() };
    clean_base_url(url)
        .map_err(|message| out.add_general(Code::YamlBadValue, message, say::write_it_like_https_example_kg_handbook()))
        .ok()
}

/// The words that stand in the text of pages, in one language.
fn phrases(strings: &Strings) -> Phrases {
    let text = |key: &str| strings.text(key).to_string();
    Phrases {
        tip: text("alert.tip"),
        note: text("alert.note"),
        important: text("alert.important"),
        caution: text("alert.caution"),
        excursion: text("alert.excursion"),
        task_done: text("task.done"),
        task_open: text("task.open"),
        footnotes: text("footnotes.title"),
        footnote_back: text("footnotes.back"),
        anchor: text("anchor.label"),
        chapter: text("figure.chapter_stem").to_lowercase(),
        table: text("table.label"),
        columns: text("table.more"),
        code: text("code.label"),
        quotes: lang::pack(strings.code).map_or_else(Default::default, |pack| pack.quotes),
    }
}

/// Reads and parses every page and record, in parallel; a file's text is dropped as soon as it is parsed.
fn parse_all(tree: &Tree, config: &SiteConfig, strings: &[Strings], memo: &Memo, out: &mut Diagnostics) -> Input {
    let phrases: Vec<Phrases> = strings.iter().map(phrases).collect();
    let audiences: Vec<&str> = config.audiences.iter().map(|audience| audience.id.as_str()).collect();
    let settings =
        Settings { languages: &config.languages, phrases: &phrases, raw_html: config.raw_html, audiences: &audiences };
    let settings_hash = hash::of(&(&config.languages, &phrases, config.raw_html, &audiences));
    let pages =
        memo.pages.parse_all(&tree.pages, settings_hash, out, |file, text, out| parse_page(file, text, &settings, out));
    let records = memo.records.parse_all(&tree.records, settings_hash, out, |file, text, out| {
        parse::record(&file.path, text, &settings, out)
    });
    let broken = if pages.len() + records.len() == tree.pages.len() + tree.records.len() {
        BTreeSet::new()
    } else {
        broken(tree, &pages, &records)
    };
    Input { pages, records, assets: tree.others.clone(), broken, drafts: false }
}

/// Paths under `content/` of pages and records that could not be parsed.
fn broken(tree: &Tree, pages: &[Arc<Parsed<Page>>], records: &[Arc<Parsed<Record>>]) -> BTreeSet<String> {
    let parsed: BTreeSet<&str> =
        pages.iter().map(|page| &*page.file).chain(records.iter().map(|record| &*record.file)).collect();
    let broken = tree.pages.iter().chain(&tree.records).filter(|file| !parsed.contains(&*file.path));
    broken.map(|file| resolve::content_path(&file.path).to_string()).collect()
}

fn parse_page(file: &File, text: &str, settings: &Settings, out: &mut Diagnostics) -> Option<Parsed<Page>> {
    let (_, code) = resolve::split_page_name(&file.path);
    // Where there is one language, names of files need not say it.
    let lang = code.map_or_else(|| settings.languages.only(), |code| settings.languages.find(code));
    match lang {
        Some(lang) => {
            let Settings { phrases, raw_html, audiences, .. } = settings;
            parse::page(&file.path, text, lang, &phrases[lang.index()], *raw_html, audiences, out)
        }
        // The list of languages in site.yaml is what is wrong.
        None if code.is_some_and(|code| settings.languages.is_refused(code)) => None,
        None => {
            // Only a file at fault pays for the list.
            let endings: Vec<String> = settings.languages.codes().map(|(_, code)| format!(".{code}.md")).collect();
            let help = say::end_name_with_language_one(endings.join(", "));
            let message = say::file_name_does_not_say_language();
            out.add(Code::SourceNoLanguage, Place::file(&file.path), message, help);
            None
        }
    }
}

fn summary(handbook: &Handbook, made: Made, today: jiff::civil::Date) -> Summary {
    let languages = &handbook.config.languages;
    let untranslated =
        |lang: lang::Lang| handbook.entries.iter().filter(|entry| handbook.is_untranslated(entry, lang)).count();
    Summary {
        made,
        pages: languages.codes().map(|(_, code)| (code, handbook.entries.len())).collect(),
        professions: handbook.entries.iter().filter(|entry| entry.profession().is_some()).count(),
        untranslated: languages.codes().map(|(lang, code)| (code, untranslated(lang))).collect(),
        drafts: handbook.drafts.files.clone(),
        notes: handbook.notes(),
        same_until: resolve::fresh_until(handbook, today),
    }
}
