//! Handbook → the files of the search.
//!
//! In: a [`Inputs`]. Out: for each language a packed index and the look-up by titles, and the engine that reads them in
//! the browser. Never: analysis, ranking or the format of the index; those are the crate `bagyt-search`'s.

mod letters;
mod listings;
mod pages;
mod records;
mod titles;

use std::sync::OnceLock;

use bagyt_search::outer;
use bagyt_search::pack::{Input, pack};
use rayon::prelude::*;

use crate::address::SEARCH_FOLDER;
use crate::lang::Lang;
use crate::plan::Inputs;
use titles::Titles;

/// The engine for browsers, made from the sources by `search/wasm/build`.
pub static ENGINE: &[u8] = include_bytes!("../../search/wasm/engine.wasm");

/// Name and script of the engine, made once: it is the same for every site.
fn engine() -> std::io::Result<&'static (String, String)> {
    static SCRIPT: OnceLock<(String, String)> = OnceLock::new();
    if let Some(script) = SCRIPT.get() {
        return Ok(script);
    }
    let name = format!("engine-{}", crate::hash::name_of(ENGINE));
    let script = outer::script(&name, ENGINE)?;
    Ok(SCRIPT.get_or_init(|| (name, script)))
}

/// Takes the files of the search, from several threads at once: path and bytes.
pub type Put<'p> = &'p (dyn Fn(String, Vec<u8>) -> std::io::Result<()> + Sync);

/// Makes every file of the search.
///
/// # Errors
/// What tantivy or the memory says when there is more than it can take, and what `put` reports.
pub fn make(site: &Inputs, put: Put) -> Result<(), String> {
    let (name, script) = engine().map_err(|error| error.to_string())?;
    put(format!("{SEARCH_FOLDER}/{name}.js"), script.clone().into_bytes()).map_err(|error| error.to_string())?;
    let languages: Vec<Lang> = site.handbook.config.languages.iter().collect();
    languages.par_iter().map(|lang| language(site, *lang, put)).collect()
}

fn language(site: &Inputs, lang: Lang, put: Put) -> Result<(), String> {
    let languages = &site.handbook.config.languages;
    let input = Input {
        language: languages.code(lang).to_string(),
        other: languages.other(lang).map_or_else(String::new, |other| languages.code(other).to_string()),
        synonyms: synonyms(site, lang),
    };
    let mut titles = Titles::default();
    let mut boot_bytes = 0;
    let pages = pages::pages(site, lang).inspect(|page| titles.add(page));
    let boot = pack(&input, pages, |name, bytes| {
        let script = outer::script(&name, bytes)?.into_bytes();
        // The boot file is the last one.
        boot_bytes = script.len();
        put(format!("{SEARCH_FOLDER}/{name}.js"), script)
    });
    let boot = boot.map_err(|error| error.to_string())?;
    titles.write(site, lang, (&boot, boot_bytes), put)
}

/// The groups of synonyms, with each phrase whether it is of another language.
fn synonyms(site: &Inputs, lang: Lang) -> Vec<Vec<(bool, String)>> {
    let other = site.handbook.config.languages.other(lang);
    let group = |group: &Vec<Vec<String>>| {
        let own = group[lang.index()].iter().map(|text| (false, text.clone()));
        let foreign = other.into_iter().flat_map(|other| &group[other.index()]).map(|text| (true, text.clone()));
        own.chain(foreign).collect()
    };
    site.handbook.synonym_groups().map(group).collect()
}
