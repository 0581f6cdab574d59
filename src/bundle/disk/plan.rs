//! From what a folder holds to what it is to hold: the journal of a build, or what is in its way.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use super::files::{self, Lies};
use super::journal::{Journal, Move, Waiting, folders};
use super::manifest::Listed;
use crate::address::OutPath;
use crate::hosts::is_named_by_checksum;

/// What lies where the build has something to put or to remove, and is not ours. It is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct InTheWay {
    /// Its path in the output.
    pub path: String,
    pub what: Obstacle,
}

/// Kinds of [`InTheWay`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// A link in place of a folder, which leads to what we must not touch.
    Link,
    /// A folder with files of others, where a file goes.
    Folder,
    /// A file of others, or what is no file at all.
    File,
}

/// What a build has made: every file by its path, with what waits of it if it changed.
pub type Made = BTreeMap<OutPath, Option<Waiting>>;

/// What is to be done.
pub struct Plan {
    pub moves: Vec<Move>,
    /// Folders that are missing, outermost first.
    pub folders: BTreeSet<String>,
    pub removals: Vec<String>,
    /// How many of those are there.
    pub removed: usize,
    pub listed: Listed,
}

impl Plan {
    /// The journal of the plan. Folders by the names under which they wait.
    pub fn journal(self, folders: HashMap<String, String>, manifest: Waiting) -> Journal {
        Journal::new(folders, self.moves, self.removals, manifest)
    }
}

/// Why there is no plan.
#[derive(Debug)]
pub enum NoPlan {
    InTheWay(Vec<InTheWay>),
    Io(io::Error),
}

impl From<io::Error> for NoPlan {
    fn from(error: io::Error) -> NoPlan {
        NoPlan::Io(error)
    }
}

/// New addresses, by their form in small letters: a stick knows no others.
#[derive(Default)]
struct Addresses<'m> {
    files: HashMap<String, &'m OutPath>,
    /// With a file that lies in the folder.
    folders: HashMap<String, (&'m str, &'m OutPath)>,
}

impl<'m> Addresses<'m> {
    fn new(made: &'m Made) -> Addresses<'m> {
        let mut addresses = Addresses::default();
        for path in made.keys() {
            addresses.files.insert(path.as_str().to_lowercase(), path);
            for folder in folders(path.as_str()) {
                addresses.folders.entry(folder.to_lowercase()).or_insert((folder, path));
            }
        }
        addresses
    }

    /// The new file that an old one would be in the way of, or would be taken for.
    fn blocked_by(&self, old: &OutPath) -> Option<&'m OutPath> {
        let small = old.as_str().to_lowercase();
        let same = self.files.get(&small).or_else(|| folders(&small).find_map(|folder| self.files.get(folder)));
        let in_place_of_folder = || self.folders.get(&small).map(|(_, file)| file);
        let folder_with_other_letters = || {
            let mut own = folders(old.as_str());
            own.find_map(|own| self.folders.get(&own.to_lowercase()).filter(|(new, _)| *new != own))
                .map(|(_, file)| file)
        };
        same.or_else(in_place_of_folder).or_else(folder_with_other_letters).copied()
    }
}

/// What turns a folder with `before` in it into one with `made`. Nothing is changed yet.
pub fn plan(output: &Path, before: &Listed, made: &Made) -> Result<Plan, NoPlan> {
    let addresses = Addresses::new(made);
    let mut clears: HashMap<&OutPath, Vec<String>> = HashMap::new();
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    let old = |paths: &'_ [OutPath]| paths.iter().filter(|path| !made.contains_key(*path)).cloned().collect::<Vec<_>>();
    for path in old(&before.files) {
        if addresses.blocked_by(&path).is_none()
            && is_named_by_checksum(path.as_str())
            && matches!(files::at(&output.join(path.as_str()))?, Lies::File(_))
        {
            kept.push(path);
        } else {
            gone.push(path);
        }
    }
    gone.extend(old(&before.kept));

    let going: HashSet<&OutPath> = gone.iter().collect();
    let all = made.keys().chain(&gone);
    let mut in_the_way = Vec::new();
    let missing = look_at_folders(output, all, made, &going, &mut in_the_way)?;
    // What lies behind a link is not looked at.
    let behind = |path: &str, found: &[InTheWay]| folders(path).any(|own| found.iter().any(|other| other.path == own));
    let ours: HashSet<&OutPath> = before.files.iter().chain(&before.kept).collect();
    let changed = || made.iter().filter_map(|(path, waiting)| Some((path, waiting.as_ref()?)));
    for (path, _) in changed().filter(|(path, _)| !behind(path.as_str(), &in_the_way)).collect::<Vec<_>>() {
        let what = match files::at(&output.join(path.as_str()))? {
            Lies::Nothing => continue,
            // A link that took the place of a file of ours is replaced, and what it leads to stays.
            Lies::File(_) | Lies::Link if ours.contains(path) || clears_same(&addresses, &going, path) => continue,
            Lies::Folder if goes_as_a_whole(output, path.as_str(), &going)? => continue,
            Lies::Folder => Obstacle::Folder,
            _ => Obstacle::File,
        };
        in_the_way.push(InTheWay { path: path.to_string(), what });
    }
    if !in_the_way.is_empty() {
        in_the_way.sort();
        return Err(NoPlan::InTheWay(in_the_way));
    }

    let (mut removals, mut removed) = (Vec::new(), 0);
    for path in &gone {
        removed += usize::from(matches!(files::at(&output.join(path.as_str()))?, Lies::File(_) | Lies::Link));
        match addresses.blocked_by(path).filter(|file| made.get(*file).is_some_and(Option::is_some)) {
            Some(file) => clears.entry(file).or_default().push(path.to_string()),
            None => removals.push(path.to_string()),
        }
    }
    let mut moves: Vec<Move> = changed()
        .map(|(path, file)| {
            let clears = clears.remove(path).unwrap_or_default();
            Move { file: file.clone(), to: path.to_string(), clears }
        })
        .collect();
    moves.sort_by_key(|step| (!is_named_by_checksum(&step.to), step.to.ends_with(".html")));
    let listed = Listed { files: made.keys().cloned().collect(), kept };
    Ok(Plan { moves, folders: missing, removals, removed, listed })
}

/// Looks at every folder of some paths: those that are missing and needed; links and strangers are in the way.
fn look_at_folders<'p>(
    output: &Path,
    paths: impl Iterator<Item = &'p OutPath>,
    made: &Made,
    going: &HashSet<&OutPath>,
    in_the_way: &mut Vec<InTheWay>,
) -> io::Result<BTreeSet<String>> {
    // Outermost first, for what lies behind a link is not looked at.
    let mut needed: BTreeMap<&str, bool> = BTreeMap::new();
    for path in paths {
        let is_made = made.contains_key(path);
        folders(path.as_str()).for_each(|folder| *needed.entry(folder).or_default() |= is_made);
    }
    let mut missing = BTreeSet::new();
    for (folder, is_needed) in needed {
        let is_behind = folders(folder).any(|outer| in_the_way.iter().any(|other| other.path == outer));
        let goes = || OutPath::new(folder).is_ok_and(|path| going.contains(&path));
        let what = match files::at(&output.join(folder))? {
            Lies::Folder => continue,
            _ if is_behind => continue,
            Lies::Nothing => None,
            Lies::File(_) | Lies::Link if goes() => None,
            Lies::Link => Some(Obstacle::Link),
            Lies::File(_) | Lies::Other => is_needed.then_some(Obstacle::File),
        };
        match what {
            Some(what) => in_the_way.push(InTheWay { path: folder.to_string(), what }),
            None if is_needed => drop(missing.insert(folder.to_string())),
            None => {}
        }
    }
    Ok(missing)
}

/// Whether a new file is found where an old one of ours lies whose name differs in capital letters.
fn clears_same(addresses: &Addresses, going: &HashSet<&OutPath>, path: &OutPath) -> bool {
    going.iter().any(|old| old.as_str().eq_ignore_ascii_case(path.as_str()) && addresses.blocked_by(old) == Some(path))
}

/// Whether a folder holds nothing but files of ours that are to go.
fn goes_as_a_whole(output: &Path, folder: &str, going: &HashSet<&OutPath>) -> io::Result<bool> {
    let mut holds = false;
    for entry in fs::read_dir(output.join(folder))? {
        let path = format!("{folder}/{}", entry?.file_name().to_string_lossy());
        let goes = match files::at(&output.join(&path))? {
            Lies::Folder => goes_as_a_whole(output, &path, going)?,
            _ => OutPath::new(path).is_ok_and(|path| going.contains(&path)),
        };
        if !goes {
            return Ok(false);
        }
        holds = true;
    }
    Ok(holds)
}
