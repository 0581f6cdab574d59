//! `bagyt search` and `bagyt analyze`.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bagyt_search::analysis::{Analyser, Language, Words};
use bagyt_search::engine::{Answer, Engine, Hit, PageHit, Request};
use bagyt_search::outer;
use serde::{Deserialize, Serialize};

use super::{AnalyzeArgs, FINE, MACHINE, SearchArgs, output, report};
use crate::address::SEARCH_FOLDER;
use crate::diag::{Code, Diagnostics, Place, did_you_mean};
use crate::messages::{Message, say};
use crate::resolve::KINDS;
use crate::source;

/// A hit, as `--json` prints it.
#[derive(Serialize)]
struct Line {
    /// Relative to the site, with the section's anchor.
    url: String,
    title: String,
    heading: Option<String>,
    kind: String,
    excerpt: String,
    score: f32,
}

/// What `start.js` says of the index.
#[derive(Deserialize)]
struct Start {
    boot: String,
}

/// A built site's index in one language.
struct Index {
    /// Folder of the site.
    folder: PathBuf,
    engine: Engine,
}

/// Looks a question up in a built site.
pub fn search(args: &SearchArgs) -> u8 {
    let folder = args.out.clone().unwrap_or_else(|| args.site.site.join(output::FOLDER));
    let request = Request {
        q: args.query.clone(),
        typing: false,
        kind: args.kind.clone(),
        publication: args.publication.clone(),
        from: 0,
        limit: args.limit,
    };
    let mut out = Diagnostics::new();
    let answer = if output::mend(&folder, &mut out) { answer(args, &folder, &request, &mut out) } else { None };
    report::diagnostics(&out, &folder, super::FormatArg::Human);
    match answer {
        Some(answer) if args.json => report::print(&(source::printable_json(&json(&answer)).into_owned() + "\n")),
        Some(answer) => report::print_styled(&human(&args.query, &answer)),
        None => {}
    }
    report::exit_code(&out)
}

fn answer(args: &SearchArgs, folder: &Path, request: &Request, out: &mut Diagnostics) -> Option<Answer> {
    let mut index = open(folder, &args.lang, out)?;
    known(args, folder, out)?;
    index.ask(request, out)
}

/// Whether the built site can have what is asked for; a slip would otherwise find nothing.
fn known(args: &SearchArgs, folder: &Path, out: &mut Diagnostics) -> Option<()> {
    let mut all = true;
    let mut check = |message: fn(&str) -> Message, name: Option<&String>, known: &[String]| {
        let Some(name) = name.filter(|name| !known.contains(name)) else { return };
        let otherwise = say::known_are(known.join("`, `"));
        let help = did_you_mean(name, known.iter().map(String::as_str), otherwise);
        out.add_general(Code::SearchUnknown, message(name), help);
        all = false;
    };
    check(
        |name| say::there_is_no_kind(name),
        args.kind.as_ref(),
        &KINDS.iter().map(|kind| kind.to_string()).collect::<Vec<_>>(),
    );
    check(
        |name| say::there_is_no_publication(name),
        args.publication.as_ref(),
        &publications(&folder.join(&args.lang)),
    );
    all.then_some(())
}

/// The publications of a built site in a language: the folders with contents, but for the finder's.
fn publications(folder: &Path) -> Vec<String> {
    let folders = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = folders.filter(|entry| entry.path().join("index.html").is_file());
    let mut names: Vec<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name != "finder");
    names.sort();
    names
}

fn open(folder: &Path, lang: &str, out: &mut Diagnostics) -> Option<Index> {
    let start = format!("{SEARCH_FOLDER}/{lang}/start.js");
    if crate::address::check_name(lang).is_err() || !folder.join(&start).is_file() {
        let message = say::holds_no_search_index_in_language(folder.display(), lang);
        let help = say::build_site_first_bagyt_build_and_name();
        out.add_general(Code::SearchMissing, message, help);
        return None;
    }
    let text = read(folder, &start, out)?;
    let json =
        text.trim_end().strip_prefix(&format!("bagytSearch.start(\"{lang}\",")).and_then(|t| t.strip_suffix(')'));
    let Some(start) = json.and_then(|json| serde_json::from_str::<Start>(json).ok()) else {
        return damaged(&start, out);
    };
    let path = format!("{SEARCH_FOLDER}/{}.js", start.boot);
    let boot = bytes(folder, &path, out)?;
    match Engine::open(&boot) {
        Ok(engine) => Some(Index { folder: folder.to_path_buf(), engine }),
        Err(_) => damaged(&path, out),
    }
}

impl Index {
    /// Asks until every file that the answer needs has been read.
    fn ask(&mut self, request: &Request, out: &mut Diagnostics) -> Option<Answer> {
        loop {
            let Ok(answer) = self.engine.ask(request) else {
                return damaged(&format!("{SEARCH_FOLDER}/"), out);
            };
            if answer.need.is_empty() {
                return Some(answer);
            }
            for need in &answer.need {
                let path = format!("{SEARCH_FOLDER}/{}.js", need.file);
                let bytes = bytes(&self.folder, &path, out)?;
                if self.engine.add(need.id, bytes).is_err() {
                    return damaged(&path, out);
                }
            }
        }
    }
}

fn bytes(folder: &Path, path: &str, out: &mut Diagnostics) -> Option<Vec<u8>> {
    let script = read(folder, path, out)?;
    outer::bytes(&script).or_else(|| damaged(path, out))
}

fn read(folder: &Path, path: &str, out: &mut Diagnostics) -> Option<String> {
    match std::fs::read(folder.join(path)) {
        Ok(bytes) => String::from_utf8(bytes).ok().or_else(|| damaged(path, out)),
        Err(error) => {
            let message = say::file_cannot_be_read(source::reason(&error));
            out.add(Code::SearchDamaged, Place::file(&Arc::from(path)), message, REBUILD);
            None
        }
    }
}

const REBUILD: Message = say::build_site_again_or_copy_it_again();

fn damaged<T>(path: &str, out: &mut Diagnostics) -> Option<T> {
    out.add(Code::SearchDamaged, Place::file(&Arc::from(path)), say::file_of_search_index_is_damaged(), REBUILD);
    None
}

fn pages(answer: &Answer) -> impl Iterator<Item = &PageHit> {
    answer.hits.iter().filter_map(|hit| match hit {
        Hit::Page(page) => Some(&**page),
        Hit::Pending { .. } => None,
    })
}

fn url(page: &PageHit) -> String {
    match &page.best.anchor {
        Some(anchor) => format!("{}#{anchor}", page.page),
        None => page.page.clone(),
    }
}

fn json(answer: &Answer) -> String {
    let line = |page: &PageHit| Line {
        url: url(page),
        title: page.title.concat(),
        heading: page.best.heading.as_ref().map(|heading| heading.concat()),
        kind: page.kind.clone(),
        excerpt: page.best.excerpt.concat().replace('\n', " "),
        score: page.score,
    };
    let lines: Vec<Line> = pages(answer).map(line).collect();
    // Plain strings and numbers always serialise.
    serde_json::to_string_pretty(&lines).unwrap_or_default()
}

fn human(query: &str, answer: &Answer) -> String {
    let mut text = String::new();
    if let Some(better) = &answer.did_you_mean {
        let message = match answer.corrected {
            true => say::nothing_for_this(query, better),
            false => say::did_you_mean_words(better),
        };
        text += &source::printable(&(report::text(message) + "\n\n"));
    }
    let shown = pages(answer).count();
    match answer.total.unwrap_or(shown) {
        0 => text += &report::text(say::nothing_found()),
        total if total == shown => text += &report::text(say::found_pages(say::count_of_pages(total))),
        total => text += &report::text(say::found_pages_the_first(say::count_of_pages(total), shown)),
    }
    text.push('\n');
    for (at, page) in pages(answer).enumerate() {
        let heading = page.best.heading.as_ref().map_or_else(String::new, |heading| format!(" › {}", marked(heading)));
        text += &format!(
            "\n{}. {}{heading} ({}, {})\n   {}\n",
            at + 1,
            marked(&page.title),
            source::printable(&page.kind),
            page.score,
            source::printable(&url(page))
        );
        let excerpt = marked(&page.best.excerpt).replace('\n', " ");
        if !excerpt.is_empty() {
            text += &format!("   {excerpt}\n");
        }
    }
    text
}

/// The text with its marked pieces in bold, which is left out where there are no colours.
fn marked(pieces: &[String]) -> String {
    let bold = |(at, piece): (usize, &String)| match at % 2 {
        1 => format!("\u{1b}[1m{}\u{1b}[0m", source::printable(piece)),
        _ => source::printable(piece).into_owned(),
    };
    pieces.iter().enumerate().map(bold).collect()
}

/// Shows what the index holds for words.
pub fn analyze(args: &AnalyzeArgs) -> u8 {
    let analyser = Analyser::new(Language::of(&args.lang));
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().split(b'\n') {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                report::tell_error(say::words_cannot_be_read(source::reason(&error)));
                return MACHINE;
            }
        };
        for word in String::from_utf8_lossy(&line).split_whitespace() {
            // A closed pipe is the reader's way to say that it has seen enough.
            if writeln!(out, "{word}\t{}", terms(&analyser, word)).is_err() {
                return FINE;
            }
        }
    }
    FINE
}

/// The terms of a word: the stem in its own letters, and the same in folded ones.
fn terms(analyser: &Analyser, word: &str) -> String {
    let mut terms: Vec<String> = Vec::new();
    for term in Words::new(word).map(|word| analyser.term(&word)) {
        for term in [term.spelled(), term.stem] {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
    }
    terms.join(" ")
}
