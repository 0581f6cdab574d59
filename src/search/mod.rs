//! Handbook → the files of the search.
//!
//! In: a [`Inputs`]. Out: for each language a packed index and the look-up by titles, and the engine that reads them in
//! the browser. Never: analysis, ranking or the format of the index; those are the crate `bagyt-search`'s.

mod letters;
mod listings;
mod pages;
mod records;
mod titles;

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use bagyt_search::outer;
use bagyt_search::pack::{File, Input, Packed, Packer, PageInput, Part};
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

/// Keeps files of the last build, if all of them are still there.
pub type Keep<'k> = &'k (dyn Fn(&[String]) -> bool + Sync);

/// What the last build made of each language, by its code: the hash of all that it was made of, and the files.
pub type Memo = Mutex<HashMap<String, (u128, Vec<String>)>>;

/// Makes every file of the search, but for languages of which nothing has changed.
///
/// # Errors
/// What tantivy or the memory says when there is more than it can take, and what `put` reports.
pub fn make(site: &Inputs, memo: &Memo, put: Put, keep: Keep) -> Result<(), String> {
    let (name, script) = engine().map_err(|error| error.to_string())?;
    put(format!("{SEARCH_FOLDER}/{name}.js"), script.clone().into_bytes()).map_err(|error| error.to_string())?;
    let languages: Vec<Lang> = site.handbook.config.languages.iter().collect();
    languages.par_iter().map(|lang| remembered(site, *lang, memo, put, keep)).collect()
}

/// Makes the files of a language, unless they were made of the same.
fn remembered(site: &Inputs, lang: Lang, memo: &Memo, put: Put, keep: Keep) -> Result<(), String> {
    let code = site.handbook.config.languages.code(lang);
    let last = memo.lock().map_err(|_| "a thread of the build failed")?.remove(code);
    // Without an earlier one nobody needs the pages twice.
    let key = last.as_ref().map(|_| key(site, lang));
    if let Some((_, files)) = last.as_ref().filter(|(hash, files)| Some(*hash) == key && keep(files)) {
        return learn(memo, code, key.unwrap_or_default(), files.clone());
    }
    let files = Mutex::new(Vec::new());
    let noted = |path: String, bytes: Vec<u8>| {
        files.lock().map_err(|_| std::io::Error::other("a thread of the build failed"))?.push(path.clone());
        put(path, bytes)
    };
    let key = language(site, lang, &noted)?;
    learn(memo, code, key, files.into_inner().unwrap_or_default())
}

fn learn(memo: &Memo, code: &str, key: u128, files: Vec<String>) -> Result<(), String> {
    memo.lock().map_err(|_| "a thread of the build failed")?.insert(code.to_string(), (key, files));
    Ok(())
}

/// The hash of all that the files of a language are made of.
fn key(site: &Inputs, lang: Lang) -> u128 {
    let ids: Vec<_> = site.handbook.ids().collect();
    let entries: Vec<u128> =
        ids.par_iter().filter_map(|id| pages::page(site, *id, lang)).map(|page| pages::hash(&page)).collect();
    let lists = pages::lists(site, lang).map(|page| pages::hash(&page));
    key_of(site, lang, entries.into_iter().chain(lists).collect())
}

/// The same of hashes of its pages.
fn key_of(site: &Inputs, lang: Lang, pages: Vec<u128>) -> u128 {
    let config = &site.handbook.config;
    let languages: Vec<&str> = std::iter::once(lang)
        .chain(config.languages.others(lang).iter().copied())
        .map(|lang| config.languages.code(lang))
        .collect();
    crate::hash::of(&(languages, synonyms(site, lang), crate::hash::of(config), site.theme.hash, pages))
}

/// Pages that one thread reads at a time. The number shows in how their texts are bundled.
const PART: usize = 256;

/// Makes the files of a language; gives the hash of all that they are made of.
fn language(site: &Inputs, lang: Lang, put: Put) -> Result<u128, String> {
    let languages = &site.handbook.config.languages;
    let packer = Packer::new(Input {
        language: languages.code(lang).to_string(),
        others: languages.others(lang).iter().map(|other| languages.code(*other).to_string()).collect(),
        synonyms: synonyms(site, lang),
    });
    let ids: Vec<_> = site.handbook.ids().collect();
    let read = |ids: &[_]| Read::new(&packer, ids.iter().filter_map(|id| pages::page(site, *id, lang)));
    let mut reads: Vec<Read> = ids.par_chunks(PART).map(read).collect::<Result<_, _>>()?;
    reads.push(Read::new(&packer, pages::lists(site, lang))?);
    let (mut titles, mut hashes, mut parts) = (Titles::default(), Vec::new(), Vec::new());
    for read in reads {
        titles.append(read.titles);
        hashes.extend(read.hashes);
        parts.push(read.part);
    }
    let Packed { boot, files } = packer.finish(parts).map_err(|error| error.to_string())?;
    let boot_bytes = AtomicUsize::new(0);
    let write = |(name, file): (String, File)| {
        let script = file.script(&name)?.into_bytes();
        if name == boot {
            boot_bytes.store(script.len(), Ordering::Relaxed);
        }
        put(format!("{SEARCH_FOLDER}/{name}.js"), script)
    };
    files.into_par_iter().try_for_each(write).map_err(|error| error.to_string())?;
    titles.write(site, lang, (&boot, boot_bytes.into_inner()), put)?;
    Ok(key_of(site, lang, hashes))
}

/// A run of pages that was read.
struct Read {
    part: Part,
    titles: Titles,
    hashes: Vec<u128>,
}

impl Read {
    fn new(packer: &Packer, pages: impl Iterator<Item = PageInput>) -> Result<Read, String> {
        let (mut titles, mut hashes) = (Titles::default(), Vec::new());
        let pages = pages.inspect(|page| {
            titles.add(page);
            hashes.push(pages::hash(page));
        });
        let part = packer.part(pages).map_err(|error| error.to_string())?;
        Ok(Read { part, titles, hashes })
    }
}

/// The groups of synonyms, with each phrase of which of the other languages it is, if it is of one.
fn synonyms(site: &Inputs, lang: Lang) -> Vec<Vec<(Option<usize>, String)>> {
    let others = site.handbook.config.languages.others(lang);
    let group = |group: &Vec<Vec<String>>| {
        let own = group[lang.index()].iter().map(|text| (None, text.clone()));
        let foreign = others.iter().enumerate();
        let foreign =
            foreign.flat_map(|(at, other)| group[other.index()].iter().map(move |text| (Some(at), text.clone())));
        own.chain(foreign).collect()
    };
    site.handbook.synonym_groups().map(group).collect()
}
