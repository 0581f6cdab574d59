//! The theme: templates, stylesheet, script, icons and fonts, built in and overridden file by file.
//!
//! In: the built-in theme and the site's `themes/<name>/` and `i18n/`. Out: a [`Theme`] that is known to be whole.
//! Never: content.

mod assets;
mod comments;
mod functions;
mod qr;
mod scripts;
mod sheets;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path as FilePath;
use std::sync::{Arc, Mutex};

use include_dir::{Dir, include_dir};
use tera::Tera;

use crate::config::SiteConfig;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::i18n::{self, Strings, StringsFile};
use crate::lang::pack;
use crate::messages::say;
use crate::source::{self, File};
use crate::yaml::{Fields, Origin, Path as YamlPath};

pub use assets::ThemeAsset;
pub use functions::{begin, phrase_value};
pub use templates::diagnose;

static BUILT_IN_THEME: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Templates that the generator renders; a theme must have them all.
pub const TEMPLATES: &[&str] = &[
    "front.html",
    "home.html",
    "publication.html",
    "page.html",
    "profession.html",
    "test.html",
    "builder.html",
    "search.html",
    "index.html",
    "finder.html",
    "saved.html",
    "booklet.html",
    "moved.html",
    "404.html",
];

/// What a theme says of itself.
const DESCRIPTION: &str = "theme.yaml";

/// What the browser may load, whatever a page says: only the site's own files, no inline code; WebAssembly and a
/// worker for the search.
pub const SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; \
                                   style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; \
                                   form-action 'self'";

/// A theme that is ready to render.
pub struct Theme {
    pub tera: Tera,
    /// Path in messages of each template, by its name.
    pub template_paths: BTreeMap<String, Arc<str>>,
    pub assets: Vec<ThemeAsset>,
    /// Names of the icons, `field/food`.
    pub icons: BTreeSet<String>,
    /// Names of the hues that publications may have; one that names none gets one of them by its place.
    pub hues: Vec<String>,
    /// The words of the interface, one [`Strings`] a language.
    pub strings: Vec<Strings>,
    /// Changes when anything in the theme does.
    pub hash: u128,
}

impl Theme {
    /// The icon of a name if the theme has it, else `other`.
    pub fn icon_or(&self, name: &str, other: &str) -> String {
        if self.icons.contains(name) { name.to_string() } else { other.to_string() }
    }
}

/// A file of the theme with the bytes that count: the site's own, if it has one, or the built-in one.
pub struct ThemeFile {
    /// Path for messages, `themes/default/css/style.css`.
    pub path: Arc<str>,
    pub bytes: Vec<u8>,
}

/// All files of a theme by their path in it, `css/style.css`.
pub type ThemeFiles = BTreeMap<String, ThemeFile>;

/// The interface texts of a site alone; parsing pages needs them before the rest of the theme.
pub fn load_strings(root: &FilePath, config: &SiteConfig, memo: &Memo, out: &mut Diagnostics) -> Vec<Strings> {
    let mut files = Vec::new();
    let has_own = source::is_own(root, "i18n", out);
    for (lang, code) in config.languages.codes() {
        let path: Arc<str> = format!("i18n/{code}.yaml").into();
        if let Some(pack) = pack(code) {
            let text = source::normalise(pack.words).into_owned();
            files.push(StringsFile { lang, path: path.clone(), text });
        }
        // The program's own site has the packs beside its content.
        for path in [format!("i18n/{code}/words.yaml").into(), path] {
            let own = File { disk: root.join(&*path), path: path.clone() };
            if has_own
                && source::is_own(root, &path, out)
                && let Some(text) = source::read_text(&own, out)
            {
                files.push(StringsFile { lang, path, text });
            }
        }
    }
    let texts: Vec<_> = files.iter().map(|file| (file.lang, &file.path, &file.text)).collect();
    let key = crate::hash::of(&(texts, &config.languages));
    memo.strings.take(key, out, |said| i18n::load(&files, &config.languages, said))
}

/// The last theme and the last words of the interface.
#[derive(Default)]
pub struct Memo {
    theme: Last<Option<Arc<Theme>>>,
    strings: Last<Vec<Strings>>,
}

/// What was made last, by the hash of all that it was made of, and what was said of it.
struct Last<T>(Mutex<Option<(u128, T, Vec<Diagnostic>)>>);

impl<T> Default for Last<T> {
    fn default() -> Self {
        Last(Mutex::default())
    }
}

impl<T: Clone> Last<T> {
    /// What was made last, if it was made of the same, or what is made now.
    fn take(&self, key: u128, out: &mut Diagnostics, make: impl FnOnce(&mut Diagnostics) -> T) -> T {
        if let Ok(last) = self.0.lock()
            && let Some((_, made, said)) = last.as_ref().filter(|(of, ..)| *of == key)
        {
            said.iter().for_each(|diagnostic| out.push(diagnostic.clone()));
            return made.clone();
        }
        let mut said = Diagnostics::new();
        let made = make(&mut said);
        if let Ok(mut last) = self.0.lock() {
            *last = Some((key, made.clone(), said.iter().cloned().collect()));
        }
        out.extend(said);
        made
    }
}

/// Loads and checks the theme that site.yaml names; the last one, where nothing of it has changed.
pub fn load(
    root: &FilePath,
    config: &SiteConfig,
    strings: Vec<Strings>,
    memo: &Memo,
    out: &mut Diagnostics,
) -> Option<Arc<Theme>> {
    let files = files(root, config, out);
    let key = crate::hash::of(&(hash(&files, &strings), &config.theme, &config.origin));
    memo.theme.take(key, out, |said| make(&files, config, strings, said).map(Arc::new))
}

fn make(files: &ThemeFiles, config: &SiteConfig, strings: Vec<Strings>, out: &mut Diagnostics) -> Option<Theme> {
    let complete = TEMPLATES.iter().all(|name| {
        let there = files.contains_key(&format!("templates/{name}"));
        if !there {
            let place = config.origin.place(&YamlPath::default());
            let message = say::theme_has_no_template(&config.theme, name);
            out.add(Code::ThemeMissing, place, message, say::add_it_to_themes_templates(&config.theme));
        }
        there
    });
    let assets = assets::publish(files, out);
    templates::check_strings(files, &strings, out);
    templates::check_names(files, built_in_template, out);
    i18n::check(&strings, &templates::keys(files), out);
    let tera = templates::compile(files, out)?;
    let template_paths = files
        .iter()
        .filter_map(|(name, file)| Some((name.strip_prefix("templates/")?.to_string(), file.path.clone())))
        .collect();
    let icons = files.keys().filter_map(|name| templates::icon_name(name)).map(str::to_string).collect();
    let hues = hues(files, out)?;
    let hash = hash(files, &strings);
    complete.then_some(Theme { tera, template_paths, assets, icons, hues, strings, hash })
}

/// The hues that `theme.yaml` lists, at least one.
fn hues(files: &ThemeFiles, out: &mut Diagnostics) -> Option<Vec<String>> {
    let file = files.get(DESCRIPTION)?;
    let origin = Origin { file: file.path.clone(), first_line: 0 };
    let node = crate::yaml::document(&source::normalise(text(file, out)?), &origin, out)?;
    let mut fields = Fields::new(&node, &origin, YamlPath::default(), out)?;
    fields.required_text("name");
    let hues: Vec<String> = fields.text_list("hues").into_iter().map(|(_, hue)| hue).collect();
    if hues.is_empty() {
        fields.missing("hues", say::add_hues_names_of_colours_that_publications());
    }
    fields.finish();
    (!hues.is_empty()).then_some(hues)
}

fn hash(files: &ThemeFiles, strings: &[Strings]) -> u128 {
    crate::hash::of(&(files.iter().map(|(name, file)| (name, &file.bytes)).collect::<Vec<_>>(), strings))
}

/// The built-in theme with the site's files on top.
fn files(root: &FilePath, config: &SiteConfig, out: &mut Diagnostics) -> ThemeFiles {
    let mut files = ThemeFiles::new();
    // Every theme builds on the built-in one, so that a site need only hold what it changes.
    collect_built_in(&BUILT_IN_THEME, &mut files);
    let folder = root.join("themes").join(&config.theme);
    if crate::address::check_name(&config.theme).is_err() || (&config.theme != "default" && !folder.is_dir()) {
        let place = config.origin.place(&YamlPath::default().key("theme"));
        let message = say::there_is_no_theme(&config.theme);
        out.add(Code::ThemeMissing, place, message, say::name_folder_under_themes_or_remove_line());
        return files;
    }
    let own = format!("themes/{}", config.theme);
    if !source::is_own(root, "themes", out) || !source::is_own(root, &own, out) {
        return files;
    }
    for file in source::files_below(&folder, root, say::this_symbolic_link_leads_out_of_theme(), out) {
        let Some(name) = file.path.strip_prefix(&own).and_then(|name| name.strip_prefix('/')) else { continue };
        if let Some(bytes) = source::read_bytes(&file, out) {
            files.insert(name.to_string(), ThemeFile { path: file.path.clone(), bytes });
        }
    }
    files
}

/// Whether a file of a theme is as the built-in theme has it.
fn is_built_in(name: &str, bytes: &[u8]) -> bool {
    BUILT_IN_THEME.get_file(name).is_some_and(|file| file.contents() == bytes)
}

/// Whether the built-in theme has a template of this name.
fn built_in_template(name: &str) -> bool {
    BUILT_IN_THEME.get_file(format!("templates/{name}")).is_some()
}

fn collect_built_in(dir: &Dir, files: &mut ThemeFiles) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let path: Arc<str> = format!("themes/default/{name}").into();
        files.insert(name, ThemeFile { path, bytes: file.contents().to_vec() });
    }
    for inner in dir.dirs() {
        collect_built_in(inner, files);
    }
}

/// A text file of the theme; one that is not UTF-8 is reported and left out.
fn text<'f>(file: &'f ThemeFile, out: &mut Diagnostics) -> Option<&'f str> {
    let text = std::str::from_utf8(&file.bytes);
    if text.is_err() {
        let help = say::save_it_with_encoding_utf();
        out.add(Code::SourceNotUtf8, Place::file(&file.path), say::file_is_not_in_utf(), help);
    }
    text.ok()
}
