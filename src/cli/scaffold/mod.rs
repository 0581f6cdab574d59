//! `bagyt init` and `bagyt new`: files to start from.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use include_dir::{Dir, include_dir};

use super::{FINE, MACHINE, NewArgs, report};
use crate::address::check_path;
use crate::config::{self, SiteConfig};
use crate::describe;
use crate::diag::Diagnostics;
use crate::lang::{Languages, pack};
use crate::messages::{Message, say};
use crate::parse::Type;
use crate::source::{self, File};

static SITE: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/cli/scaffold/site");
/// What every site holds of others, and under which licences: the pages of the program's own site.
const LICENCES: [(&str, &str); 3] = [
    ("licences.ky.md", include_str!("../../../content/licences.ky.md")),
    ("licences.ru.md", include_str!("../../../content/licences.ru.md")),
    ("licences.txt", include_str!("../../../content/licences.txt")),
];

/// What `bagyt new` makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A page, in every language
    Page,
    /// A profession of the encyclopedia
    Profession,
    /// A lesson or visit of a programme
    Lesson,
    /// A term of the glossary
    Term,
    /// A task: what a reader wants to get done
    Task,
}

impl Kind {
    /// For a record: its type, and the usual folder.
    fn record(self) -> Option<(Type, &'static str)> {
        match self {
            Kind::Page => None,
            Kind::Profession => Some((Type::Profession, "encyclopedia")),
            Kind::Lesson => Some((Type::Lesson, "programme")),
            Kind::Term => Some((Type::Term, "glossary")),
            Kind::Task => Some((Type::Task, "tasks")),
        }
    }
}

/// Makes a small complete site in `dir`.
pub fn init(dir: &Path) -> u8 {
    let empty = fs::read_dir(dir).map_or(!dir.exists(), |mut entries| entries.next().is_none());
    if !empty {
        report::tell_error(say::is_not_empty_name_folder_that_does(dir.display()));
        return MACHINE;
    }
    let licences = || {
        let content = dir.join(source::CONTENT);
        LICENCES.iter().try_for_each(|(name, text)| write_new(&content.join(name), text))
    };
    let schemas = || write_schemas(dir, &Languages::usual());
    match copy(&SITE, dir).and_then(|()| licences()).and_then(|()| schemas()) {
        Ok(()) => {
            let dir = dir.display();
            report::tell(say::made_small_site_in_look(dir));
            FINE
        }
        Err(error) => cannot_write(dir, &error),
    }
}

fn copy(from: &Dir, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in from.files() {
        fs::write(to.join(file.path()), file.contents())?;
    }
    for inner in from.dirs() {
        fs::create_dir_all(to.join(inner.path()))?;
        copy(inner, to)?;
    }
    Ok(())
}

/// Writes the schemas of a site's files, and what tells an editor which file has which.
pub fn write_schemas(dir: &Path, languages: &Languages) -> io::Result<()> {
    for (path, text) in describe::for_editors(languages) {
        let path = dir.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    Ok(())
}

pub fn cannot_write(path: &Path, error: &io::Error) -> u8 {
    report::tell_error(say::cannot_be_written(path.display(), source::reason(error)));
    MACHINE
}

/// Makes the files of a new page or record.
pub fn new(args: &NewArgs) -> u8 {
    let root = &args.site.site;
    let Some(config) = config(root) else { return MACHINE };
    let id = match args.kind.record() {
        Some((record, usual)) if !args.id.contains('/') => {
            format!("{}/{}", folder(root, record.name(), usual), args.id)
        }
        _ => args.id.clone(),
    };
    if let Err(problem) = check_path(&id) {
        report::tell_error(say::sorry(problem.message, problem.help));
        return MACHINE;
    }
    let codes: Vec<&str> = config.languages.codes().map(|(_, code)| code).collect();
    let files = match args.kind.record() {
        Some((record, _)) => vec![(format!("{id}.yaml"), describe::skeleton(record.definition(), &codes))],
        None => {
            let text = |code: &str| pack(code).map_or("", |pack| pack.page).to_string();
            codes.iter().map(|code| (format!("{id}.{code}.md"), text(code))).collect()
        }
    };
    let files: Vec<(PathBuf, String)> =
        files.into_iter().map(|(path, text)| (root.join(source::CONTENT).join(path), text)).collect();
    // All or nothing: a page in one language only is not what was asked for.
    // A link that leads nowhere yet is something, too.
    if let Some((path, _)) = files.iter().find(|(path, _)| fs::symlink_metadata(path).is_ok()) {
        report::tell_error(say::exists_already_choose_another_name(path.display()));
        return MACHINE;
    }
    if let Some(link) = files.iter().find_map(|(path, _)| link_out(&root.join(source::CONTENT), path)) {
        report::tell_error(say::is_link_that_leads_out_of_content(link.display()));
        return MACHINE;
    }
    for (path, text) in &files {
        let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| write_new(path, text));
        if let Err(error) = made {
            return cannot_write(path, &error);
        }
        report::tell(say::made_file(path.display()));
    }
    unlisted(&id, &config).into_iter().for_each(report::tell);
    report::tell(say::fill_in_texts_bagyt_check_says_what());
    FINE
}

/// The folder on the way to a file that leads out of the content, if there is one.
fn link_out<'p>(content: &Path, path: &'p Path) -> Option<&'p Path> {
    let real = content.canonicalize().ok()?;
    let outside = |folder: &Path| match folder.canonicalize() {
        Ok(folder) => !folder.starts_with(&real),
        // What is there and leads nowhere is a link.
        Err(_) => fs::symlink_metadata(folder).is_ok(),
    };
    path.ancestors().skip(1).take_while(|folder| *folder != content).find(|folder| outside(folder))
}

/// Writes a file that is not there yet. A link in its place is never followed.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    fs::File::create_new(path)?.write_all(text.as_bytes())
}

/// What to do about a file whose folder is no publication's; `None` if it is one, or if the file is in none.
fn unlisted(id: &str, config: &SiteConfig) -> Option<Message> {
    let (folder, _) = id.split_once('/')?;
    let publications = &config.publications;
    if publications.iter().any(|publication| publication.id == folder) {
        return None;
    }
    let ids: Vec<String> = publications.iter().map(|publication| format!("content/{}", publication.id)).collect();
    let entry = say::nothing_is_shown_of_content_yet(folder, source::SITE_FILE, config.languages.example());
    Some(match ids.as_slice() {
        [] => entry,
        ids => say::or_move_file_to_folder_of_one(entry, ids.join(", ")),
    })
}

/// What the site says of itself; `None` after a message if `root` is not one.
pub fn config(root: &Path) -> Option<SiteConfig> {
    let file = File { path: source::SITE_FILE.into(), disk: root.join(source::SITE_FILE) };
    if !file.disk.exists() {
        report::tell_error(say::there_is_no_in_name_folder(source::SITE_FILE, root.display()));
        return None;
    }
    let mut out = Diagnostics::new();
    let config = source::read_text(&file, &mut out).and_then(|text| config::read(&file.path, &text, &mut out));
    if config.is_none() {
        report::diagnostics(&out, root, super::FormatArg::Human);
    }
    config
}

/// The folder under `content/` that holds records of a type, or the usual one.
fn folder(root: &Path, name: &str, usual: &str) -> String {
    let tree = source::walk(root, &mut Diagnostics::new());
    let wanted = format!("type: {name}");
    let is_one = |file: &&File| {
        source::read_text(file, &mut Diagnostics::new())
            .is_some_and(|text| text.lines().any(|line| line.trim_end() == wanted))
    };
    let found = tree.records.iter().find(is_one).and_then(|file| {
        let path = file.path.strip_prefix("content/")?;
        path.rsplit_once('/').map(|(folder, _)| folder.to_string())
    });
    found.unwrap_or_else(|| usual.into())
}
