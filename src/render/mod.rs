//! (Handbook, theme, pictures, plan) → pages as HTML.
//!
//! In: [`Inputs`]. Out: for each planned page a [`View`], which is all that its HTML depends on beside what all pages share,
//! and the HTML. Never: files, or the whole handbook inside one page's view.

mod borrowed;
mod builder;
mod contact;
mod dated;
mod diary;
mod figures;
mod finder;
mod fragment;
mod glossary;
mod indexes;
mod lesson;
mod lists;
mod make;
mod names;
mod profession;
mod questionnaire;
mod reader;
mod self_test;
mod shared;
mod sheet;
mod story;
mod task;
mod term;
mod text;
mod urls;
mod view;
mod whole;
mod worksheet;

use std::borrow::Cow;
use std::sync::OnceLock;

use serde::Serialize;

use crate::address::OutPath;
use crate::diag::Diagnostics;
use crate::lang::Lang;
use crate::plan::{Inputs, Page};

pub use questionnaire::{form, titles_of_workbook, words_of_table};

use finder::Finder;
use glossary::Glossary;
use shared::Shared;

pub use fragment::{Fragment, fragment};
pub use names::check;
pub use urls::document;
pub use view::View;

/// Renders the pages of a site. What many of them need is made when the first one asks for it.
pub struct Pages<'a> {
    site: Inputs<'a>,
    /// The footer's licence line, one HTML text a language.
    license: Vec<String>,
    /// Who publishes the site, one HTML text a language.
    imprint: Vec<String>,
    shared: OnceLock<Shared>,
    /// The terms that texts mark, in each language.
    glossary: Vec<OnceLock<Glossary>>,
    /// For texts whose author switched the glossary off.
    no_glossary: Glossary,
    /// What the finder offers and its script reads, in each language.
    finder: Vec<OnceLock<Finder>>,
    /// What people of each profession do, in each language.
    tasks: Vec<OnceLock<String>>,
    /// Hash of what every page depends on.
    hash: u128,
}

impl<'a> Pages<'a> {
    /// Renders nothing yet.
    pub fn new(site: Inputs<'a>) -> Pages<'a> {
        let config = &site.handbook.config;
        // What is wrong with it was said by `check`.
        let license = names::license(config, &mut Diagnostics::new());
        let imprint = names::imprint(config, &mut Diagnostics::new());
        let own = (site.theme.hash, config, &site.plan.base_url, &license);
        let frames = |lang: Lang| (lists::site_view(&site, &license, lang, ""), lists::search_view(&site, lang, ""));
        let hash = crate::hash::of(&(own, config.languages.iter().map(frames).collect::<Vec<_>>()));
        Pages {
            site,
            license,
            imprint,
            shared: OnceLock::new(),
            glossary: config.languages.iter().map(|_| OnceLock::new()).collect(),
            no_glossary: Glossary::default(),
            finder: config.languages.iter().map(|_| OnceLock::new()).collect(),
            tasks: config.languages.iter().map(|_| OnceLock::new()).collect(),
            hash,
        }
    }

    /// Hash of all that the HTML of a view depends on.
    pub fn hash(&self, view: &View) -> u128 {
        crate::hash::of(&(self.hash, view))
    }

    /// All that a page's HTML depends on, beside what all pages share.
    pub fn view(&self, page: Page, path: &OutPath) -> View {
        make::view(self, page, path)
    }

    /// The HTML of a view, not minified. `None` after a diagnostic.
    pub fn html(&self, view: &View, out: &mut Diagnostics) -> Option<String> {
        let theme = self.site.theme;
        let shared = self.shared.get_or_init(|| Shared::new(&self.site, &self.license));
        let context = shared.context(&self.site, view);
        crate::theme::begin();
        let mut html = Vec::new();
        if let Err(error) = theme.tera.render_to(view.template(), &context, &mut html) {
            crate::theme::diagnose(&error, view.template(), &theme.template_paths, out);
            return None;
        }
        // Templates and values are texts, so this is one.
        let html = simdutf8::basic::from_utf8(&html).map_or_else(|_| String::from_utf8_lossy(&html), Cow::Borrowed);
        Some(self.settled(html, view))
    }

    /// The text of a view's page, as it stands in its HTML; empty where raw HTML may stand in it.
    pub fn body(&self, view: &View) -> String {
        self.settled(Cow::Borrowed(view.body()), view)
    }

    /// HTML whose borrowed words say their language.
    fn settled(&self, html: Cow<str>, view: &View) -> String {
        let languages = &self.site.handbook.config.languages;
        let sign = |code: &str| {
            let name = languages.find(code).map_or("", |lang| self.site.strings(lang).text("language.name"));
            let mark = self.site.strings(view.lang).text("fallback.mark");
            let (name, mark) = (crate::markup::escaped(name), crate::markup::escaped(mark));
            format!(
                " <span class=\"tag\"><span class=\"hush\">{mark}: </span><span lang=\"{code}\">{name}</span></span>"
            )
        };
        borrowed::settle(html, view.said_language(), sign).into_owned()
    }

    /// What the finder's scripts read.
    pub fn finder_data(&self, lang: Lang) -> &str {
        &self.finder(lang).data
    }

    /// A part of what the finder's scripts read later; `None` where there are fewer.
    pub fn finder_part(&self, lang: Lang, part: usize) -> Option<&str> {
        self.finder(lang).parts.get(part).map(String::as_str)
    }

    /// What people of each profession do, for builders of documents.
    pub fn finder_tasks(&self, lang: Lang) -> &str {
        self.tasks[lang.index()].get_or_init(|| finder::tasks(&self.site, lang))
    }

    fn finder(&self, lang: Lang) -> &Finder {
        self.finder[lang.index()].get_or_init(|| Finder::new(&self.site, lang))
    }

    fn glossary(&self, lang: Lang) -> &Glossary {
        self.glossary[lang.index()].get_or_init(|| Glossary::new(self.site.handbook, lang))
    }
}

/// A title and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LinkView {
    pub title: String,
    pub url: String,
}
