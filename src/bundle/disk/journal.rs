//! The journal: what a build that counts still has to do to the output folder.
//!
//! Whoever holds the working folder carries it out, the build itself or, if that ended in the midst, the next command.
//! Each step may be done twice: a file that waits no longer has been moved.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::files::{self, Lies};
use super::manifest::{MADE_BY, MANIFEST, VERSION, published};
use super::work::Work;
use crate::address::OutPath;

/// A file that waits in the working folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Its name there.
    pub name: String,
    size: u64,
    /// What a copy of an unfinished output, or a power cut, has made of it is found out by this.
    checksum: String,
}

impl Waiting {
    /// A file of this name and content.
    pub fn new(name: String, bytes: &[u8]) -> Waiting {
        Waiting { name, size: bytes.len() as u64, checksum: blake3::hash(bytes).to_hex().to_string() }
    }

    /// Whether `path` is this file.
    fn is(&self, path: &Path) -> io::Result<bool> {
        Ok(files::at(path)? == Lies::File(self.size)
            && blake3::hash(&fs::read(path)?).to_hex().as_str() == self.checksum)
    }
}

/// A file that takes its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    pub file: Waiting,
    pub to: String,
    /// Old files that must go first: one in place of a folder, those of a folder in whose place the file goes, one whose
    /// name differs in capital letters alone. Not while the file is in its place already, for on a stick it would be the
    /// one that is removed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clears: Vec<String>,
}

/// All that is to be done, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    made_by: String,
    version: u32,
    /// By their path in the output, folders that are missing. They wait too: a full disk could not make them later.
    pub folders: HashMap<String, String>,
    pub moves: Vec<Move>,
    /// Files that are no longer made.
    pub removals: Vec<String>,
    pub manifest: Waiting,
}

/// What could not be done to which file.
#[derive(Debug)]
pub struct Failed {
    pub path: PathBuf,
    pub error: io::Error,
}

/// Says which file an error is about.
fn on<T>(path: &Path, result: io::Result<T>) -> Result<T, Failed> {
    result.map_err(|error| Failed { path: path.to_path_buf(), error })
}

impl Journal {
    /// A journal of these steps.
    pub fn new(
        folders: HashMap<String, String>,
        moves: Vec<Move>,
        removals: Vec<String>,
        manifest: Waiting,
    ) -> Journal {
        Journal { made_by: MADE_BY.into(), version: VERSION, folders, moves, removals, manifest }
    }

    /// The journal of a working folder, if a build counts there; an error if it cannot be read or is not ours.
    pub fn read(work: &Work) -> io::Result<Option<Journal>> {
        let path = work.journal();
        match files::at(&path)? {
            Lies::Nothing => return Ok(None),
            Lies::File(_) => {}
            _ => return Err(io::Error::other("its list is not an ordinary file")),
        }
        let journal: Journal = serde_json::from_slice(&fs::read(&path)?).map_err(io::Error::other)?;
        let plain = |name: &String| name.chars().all(|c| c.is_ascii_alphanumeric());
        let names = journal.moves.iter().map(|step| &step.file.name).chain(journal.folders.values());
        let ours = journal.made_by == MADE_BY
            && journal.version == VERSION
            && names.chain([&journal.manifest.name]).all(plain)
            && journal.paths().chain(journal.folders.keys()).all(|path| published(path.clone()).is_some());
        if ours { Ok(Some(journal)) } else { Err(io::Error::other("its list was not written by this bagyt")) }
    }

    /// Makes the build count: from here on it is carried out, whatever happens. If that fails the build does not count,
    /// unless there is a journal all the same.
    pub fn write(&self, work: &Work) -> io::Result<()> {
        let text = serde_json::to_vec(self).map_err(io::Error::other)?;
        files::write_through(&work.journal_part(), &text)?;
        let counts = files::patiently(|| fs::rename(work.journal_part(), work.journal()))
            .and_then(|()| files::flush_names(work.path()));
        counts.inspect_err(|_| drop(files::remove_file(&work.journal())))
    }

    /// The paths of the output that are to be made.
    pub fn made(&self) -> impl Iterator<Item = OutPath> {
        self.moves.iter().filter_map(|step| published(step.to.clone()))
    }

    fn paths(&self) -> impl Iterator<Item = &String> {
        self.moves.iter().flat_map(|step| step.clears.iter().chain([&step.to])).chain(&self.removals)
    }

    /// Whether every file is still there, waiting or in its place, and no link is in the way: only then is anything done.
    pub fn is_whole(&self, output: &Path, work: &Work) -> io::Result<bool> {
        let folders: HashSet<&str> = self.paths().flat_map(|path| folders(path)).collect();
        for folder in folders {
            if files::at(&output.join(folder))? == Lies::Link {
                return Ok(false);
            }
        }
        let manifest = (&self.manifest, MANIFEST);
        for (file, to) in self.moves.iter().map(|step| (&step.file, step.to.as_str())).chain([manifest]) {
            let waiting = work.new_files().join(&file.name);
            let there = if files::at(&waiting)? == Lies::Nothing { output.join(to) } else { waiting };
            if !file.is(&there)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Does all of it. Pages that readers have open go on to find what they ask for: new files whose names hold their
    /// checksum come first, then pages; what is no longer made goes last.
    pub fn carry_out(&self, output: &Path, work: &Work) -> Result<(), Failed> {
        let new = work.new_files();
        for step in self.moves.iter().filter(|step| !step.clears.is_empty()) {
            if on(&new, files::at(&new.join(&step.file.name)))? != Lies::Nothing {
                step.clears.iter().try_for_each(|path| remove(output, path))?;
            }
        }
        let mut known = HashSet::new();
        for step in &self.moves {
            let from = new.join(&step.file.name);
            if on(&from, files::at(&from))? == Lies::Nothing {
                continue;
            }
            for folder in folders(&step.to) {
                if known.insert(folder) {
                    let to = output.join(folder);
                    on(&to, self.make_folder(folder, &to, &new))?;
                }
            }
            let to = output.join(&step.to);
            on(&to, files::move_file(&from, &to))?;
        }
        self.removals.iter().try_for_each(|path| remove(output, path))?;
        let (from, to) = (new.join(&self.manifest.name), output.join(MANIFEST));
        if on(&from, files::at(&from))? != Lies::Nothing {
            on(&to, files::move_file(&from, &to))?;
        }
        // The journal must not be gone before all that it lists has come to the disk.
        on(output, files::flush(output))?;
        on(&work.journal(), files::remove_file(&work.journal()))
    }

    fn make_folder(&self, folder: &str, to: &Path, new: &Path) -> io::Result<()> {
        match files::at(to)? {
            Lies::Folder => return Ok(()),
            Lies::Nothing => {}
            _ => return Err(ErrorKind::NotADirectory.into()),
        }
        if let Some(name) = self.folders.get(folder) {
            match files::patiently(|| fs::rename(new.join(name), to)) {
                // Moved before and pruned since, or on another disk.
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::CrossesDevices) => {}
                result => return result,
            }
        }
        files::make_folder(to)
    }
}

/// The folders of a path, outermost first.
pub fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// Removes a file or link of the output, and the folders that this leaves empty. What has come in its place is not ours.
fn remove(output: &Path, path: &str) -> Result<(), Failed> {
    let file = output.join(path);
    if matches!(on(&file, files::at(&file))?, Lies::File(_) | Lies::Link) {
        on(&file, files::remove_file(&file))?;
    }
    let mut parent = file.parent();
    while let Some(at) = parent.filter(|at| *at != output) {
        if !on(at, files::remove_empty(at))? {
            break;
        }
        parent = at.parent();
    }
    Ok(())
}
