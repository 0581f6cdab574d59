//! The look-up by titles: what the box shows at the first keystroke, before any engine is there.
//!
//! A small site has one list in `start.js`. A large one has a list for each beginning of a word: a list that is too
//! long names the most important pages, and longer beginnings have lists of their own.

use std::collections::{BTreeMap, BTreeSet};

use bagyt_search::analysis::{Words, fold};
use bagyt_search::pack::PageInput;
use serde::Serialize;

use super::letters::Letters;
use super::{Put, engine};
use crate::address::SEARCH_FOLDER;
use crate::lang::Lang;
use crate::plan::Inputs;

/// A page, as the box lists it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Title(String, String, String, Option<String>, Vec<String>);

/// Bytes of a list that is loaded at once.
const WHOLE: usize = 48 * 1024;
/// Bytes of a list for one beginning.
const SHARD: usize = 64 * 1024;
/// Letters of the longest beginning that has a list.
const LONGEST: usize = 4;

#[derive(Serialize)]
struct Start<'a> {
    engine: &'a str,
    engine_bytes: usize,
    boot: &'a str,
    boot_bytes: usize,
    kinds: BTreeMap<&'a str, &'a str>,
    publications: BTreeMap<&'a str, &'a str>,
    letters: &'a Letters,
    titles: Option<&'a [Title]>,
    shards: Option<BTreeMap<String, String>>,
}

/// The pages of a language.
#[derive(Default)]
pub struct Titles(Vec<Title>);

impl Titles {
    /// Adds a page.
    pub fn add(&mut self, page: &PageInput) {
        let mut also: Vec<String> =
            page.keywords.iter().chain(page.other_titles.iter().map(|(_, title)| title)).cloned().collect();
        also.retain(|also| *also != page.text.title);
        let (title, url) = (page.text.title.clone(), page.text.url.clone());
        self.0.push(Title(title, url, page.kind.clone(), page.publication.clone(), also));
    }

    /// Adds the pages that come after these.
    pub fn append(&mut self, mut others: Titles) {
        self.0.append(&mut others.0);
    }

    /// Makes `start.js` of a language and the lists that it names; `boot` is the name of the boot file and its size.
    ///
    /// # Errors
    /// What `put` reports.
    pub fn write(mut self, site: &Inputs, lang: Lang, boot: (&str, usize), put: Put) -> Result<(), String> {
        // In the order of their importance: publications, professions, then the rest as the site has them.
        self.0.sort_by_key(|Title(_, _, kind, _, _)| match kind.as_str() {
            "publication" => 0,
            "profession" => 1,
            _ => 2,
        });
        let titles = &self.0;
        let config = &site.handbook.config;
        let code = config.languages.code(lang);
        let strings = &site.theme.strings[lang.index()];
        let (engine, script) = engine().map_err(|error| error.to_string())?;
        let whole = json(titles)?.len() <= WHOLE;
        let mut kinds = BTreeMap::new();
        for Title(_, _, kind, _, _) in titles {
            kinds.entry(kind.as_str()).or_insert_with(|| strings.text(&format!("search.kinds.{kind}")));
        }
        let start = Start {
            engine,
            engine_bytes: script.len(),
            boot: boot.0,
            boot_bytes: boot.1,
            kinds,
            publications: config.publications.iter().map(|p| (p.id.as_str(), p.title.get(lang))).collect(),
            letters: Letters::get(),
            titles: whole.then_some(titles),
            shards: if whole { None } else { Some(shards(code, titles, put)?) },
        };
        let start = format!("bagytSearch.start(\"{code}\",{})\n", json(&start)?);
        put(format!("{SEARCH_FOLDER}/{code}/start.js"), start.into_bytes()).map_err(|error| error.to_string())
    }
}

/// JSON that may stand in a script.
fn json(value: &impl Serialize) -> Result<String, String> {
    // Two line ends that JSON allows in strings and old JavaScript does not.
    let json = serde_json::to_string(value).map_err(|error| error.to_string())?;
    Ok(json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// Writes the lists; gives the name of each by its beginning.
fn shards(code: &str, titles: &[Title], put: Put) -> Result<BTreeMap<String, String>, String> {
    // The words of each title, and how many bytes it takes.
    let words: Vec<Vec<Vec<char>>> = titles.iter().map(words).collect();
    let sizes: Vec<usize> =
        titles.iter().map(|title| json(title).map(|json| json.len() + 1)).collect::<Result<_, _>>()?;
    let mut shards = BTreeMap::new();
    let mut made = BTreeSet::new();
    let mut waiting: Vec<(Vec<char>, Vec<usize>)> = vec![(Vec::new(), (0..titles.len()).collect())];
    while let Some((beginning, members)) = waiting.pop() {
        let total: usize = members.iter().map(|title| sizes[*title]).sum();
        let whole = total <= SHARD || beginning.len() == LONGEST;
        if !beginning.is_empty() {
            let mut room = SHARD;
            let fits = |title: &&usize| {
                let fits = whole || sizes[**title] <= room;
                room = room.saturating_sub(sizes[**title]);
                fits
            };
            let listed: Vec<&Title> = members.iter().filter(fits).map(|title| &titles[*title]).collect();
            let list = json(&listed)?;
            let name = format!("{code}/t-{}", crate::hash::name_of(list.as_bytes()));
            // The same list may stand under several beginnings.
            if made.insert(name.clone()) {
                let script = format!("bagytSearch.titles(\"{name}\",{list})\n").into_bytes();
                put(format!("{SEARCH_FOLDER}/{name}.js"), script).map_err(|error| error.to_string())?;
            }
            shards.insert(beginning.iter().collect(), name);
        }
        if whole && !beginning.is_empty() {
            continue;
        }
        let mut longer: BTreeMap<Vec<char>, Vec<usize>> = BTreeMap::new();
        for title in members {
            let mut next: Vec<&[char]> = words[title]
                .iter()
                .filter(|word| word.len() > beginning.len() && word.starts_with(&beginning))
                .map(|word| &word[..beginning.len() + 1])
                .collect();
            next.sort_unstable();
            next.dedup();
            next.into_iter().for_each(|next| longer.entry(next.to_vec()).or_default().push(title));
        }
        waiting.extend(longer);
    }
    Ok(shards)
}

fn words(Title(title, _, _, _, also): &Title) -> Vec<Vec<char>> {
    let texts = std::iter::once(title).chain(also);
    let words = texts.flat_map(|text| Words::new(text)).map(|word| word.letters.iter().map(|c| fold(*c)).collect());
    words.collect()
}
