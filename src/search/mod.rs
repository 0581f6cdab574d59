//! Handbook → the files of the search.
//!
//! In: a [`Site`]. Out: for each language a packed index and the look-up by titles, and the engine that reads them in
//! the browser. Never: analysis, ranking or the format of the index; those are the crate `bagyt-search`'s.

mod pages;
mod plain;
mod titles;

pub use pages::kind;

use std::sync::OnceLock;

use bagyt_search::outer;
use bagyt_search::pack::{Input, Packed, pack};
use rayon::prelude::*;

use crate::config::Lang;
use crate::render::Site;

/// Folder of all files of the search in the output.
pub const FOLDER: &str = "search";

/// The engine for browsers, made from the sources by `search/wasm/build`.
pub static ENGINE: &[u8] = include_bytes!("../../search/wasm/engine.wasm");

/// A file of the output: path and bytes.
pub type Made = (String, Vec<u8>);

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

/// Every file of the search.
///
/// # Errors
/// What tantivy or the memory says when there is more than it can take.
pub fn files(site: &Site) -> Result<Vec<Made>, String> {
    let (name, script) = engine().map_err(|error| error.to_string())?;
    let languages: Vec<Lang> = site.handbook.config.languages.iter().collect();
    let made: Vec<Result<Vec<Made>, String>> = languages.par_iter().map(|lang| language(site, *lang)).collect();
    let mut files = vec![(format!("{FOLDER}/{name}.js"), script.clone().into_bytes())];
    for made in made {
        files.extend(made?);
    }
    Ok(files)
}

/// The language whose titles lead to pages of `lang` as well: the first other one of the site.
pub fn other(site: &Site, lang: Lang) -> Option<Lang> {
    site.handbook.config.languages.iter().find(|other| *other != lang)
}

fn language(site: &Site, lang: Lang) -> Result<Vec<Made>, String> {
    let languages = &site.handbook.config.languages;
    let mut input = Input {
        language: languages.code(lang).to_string(),
        other: other(site, lang).map_or_else(String::new, |other| languages.code(other).to_string()),
        pages: pages::pages(site, lang),
        synonyms: synonyms(site, lang),
    };
    let titles = titles::entries(&input.pages);
    let packed = pack(&input).map_err(|error| error.to_string())?;
    // The texts are in their bundles now.
    input.pages.clear();
    let mut files = packed_files(&packed)?;
    files.extend(titles::files(site, lang, &titles, &packed.boot.0, &files)?);
    Ok(files)
}

fn packed_files(packed: &Packed) -> Result<Vec<Made>, String> {
    let all: Vec<&(String, Vec<u8>)> = std::iter::once(&packed.boot).chain(&packed.chunks).collect();
    let script = |(name, bytes): &&(String, Vec<u8>)| {
        let script = outer::script(name, bytes).map_err(|error| error.to_string())?;
        Ok((format!("{FOLDER}/{name}.js"), script.into_bytes()))
    };
    all.par_iter().map(script).collect()
}

/// The groups of synonyms, with each phrase whether it is of another language.
fn synonyms(site: &Site, lang: Lang) -> Vec<Vec<(bool, String)>> {
    let other = other(site, lang);
    let group = |group: &Vec<Vec<String>>| {
        let own = group[lang.index()].iter().map(|text| (false, text.clone()));
        let foreign = other.into_iter().flat_map(|other| &group[other.index()]).map(|text| (true, text.clone()));
        own.chain(foreign).collect()
    };
    site.handbook.synonym_groups().map(group).collect()
}
