//! (Handbook, theme, pictures) → pages as HTML.
//!
//! In: what the earlier stages made. Out: for each page a [`View`], which is all that its HTML depends on, and the
//! HTML. Never: files, or the whole handbook inside one page's view.

mod alphabet;
mod lists;
mod make;
mod text;
mod urls;
mod view;

use std::collections::HashMap;

use serde::Serialize;
use tera::{Context, Value};

use crate::address::OutPath;
use crate::config::{Lang, SiteConfig};
use crate::diag::{Code, Diagnostics, Place, did_you_mean};
use crate::parse::Phrases;
use crate::parse::markdown::{self, Writing};
use crate::pictures::Picture;
use crate::resolve::{EntryId, Handbook};
use crate::theme::{SECURITY_POLICY, Theme, phrase_value};

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
    /// The alphabetical index, one a language.
    alphabet: Vec<Vec<alphabet::Letter>>,
    /// Hash of what every page depends on.
    pub hash: u128,
}

struct Shared {
    t: Value,
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
    /// The alphabetical index: all of it, or its letters where they have pages of their own.
    Alphabet(Lang),
    /// A letter of the alphabetical index, by its number.
    Letter(Lang, usize),
}

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
        let alphabet = alphabet::letters(handbook);
        let mut site =
            Site { handbook, theme, pictures, base_url, shared: HashMap::new(), license, counts, alphabet, hash };
        site.share();
        site
    }

    fn share(&mut self) {
        let assets: HashMap<&str, &str> =
            self.theme.assets.iter().map(|asset| (asset.name.as_str(), asset.address.as_str())).collect();
        let assets = Value::from_serializable(&assets);
        let deepest =
            self.handbook.entries.iter().map(|entry| entry.address.matches('/').count() + 1).max().unwrap_or(1);
        for lang in self.handbook.config.languages.iter() {
            let t = phrase_value(&self.theme.strings[lang.index()]);
            for depth in 0..=deepest {
                let root = crate::address::up(depth);
                let site = Value::from_serializable(&lists::site_view(self, lang, root));
                let search = Value::from_serializable(&lists::search_view(self, lang, root));
                self.shared.insert((lang, root), Shared { t: t.clone(), site, search, assets: assets.clone() });
            }
        }
    }

    /// Every page of the site, in a fixed order.
    pub fn jobs(&self) -> Vec<Job> {
        let mut jobs = vec![Job::Front, Job::NotFound];
        for lang in self.handbook.config.languages.iter() {
            jobs.extend(self.handbook.ids().map(|id| Job::Entry(id, lang)));
            jobs.extend([Job::Results(lang), Job::Alphabet(lang)]);
            if alphabet::is_divided(&self.alphabet[lang.index()]) {
                jobs.extend((0..self.alphabet[lang.index()].len()).map(|letter| Job::Letter(lang, letter)));
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
            Job::Alphabet(lang) => OutPath::new(urls::alphabet(self, lang)),
            Job::Letter(lang, letter) => OutPath::new(urls::letter(self, lang, letter)),
        }
    }

    /// All that a page's HTML depends on, beside [`Site::hash`].
    pub fn view(&self, job: Job, path: &OutPath) -> View {
        make::view(self, job, path)
    }

    /// The HTML of a view, not minified. `None` after a diagnostic.
    pub fn html(&self, view: &View, out: &mut Diagnostics) -> Option<String> {
        let context = self.context(view);
        let rendered = self.theme.tera.render(view.template(), &context);
        if let Err(error) = &rendered {
            crate::theme::diagnose(error, view.template(), &self.theme.template_paths, out);
        }
        rendered.ok()
    }

    fn context(&self, view: &View) -> Context {
        let mut context = Context::new();
        if let Some(shared) = self.shared.get(&(view.lang, view.shared_root)) {
            context.insert_value("t", shared.t.clone());
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

    fn strings(&self, lang: Lang) -> &crate::i18n::Strings {
        &self.theme.strings[lang.index()]
    }
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
        markdown::inline(text, &mut writing).html
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
