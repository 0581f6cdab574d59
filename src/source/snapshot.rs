//! Every file that a site's build may read, by its stamp: whether anything has changed is seen without reading.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::{CONTENT, File, MAX_OTHER, is_ignored, read_limited, site_path};
use crate::diag::Diagnostics;
use crate::stamp::{Fresh, Moment, Stamp};

/// Folders of a site that are read.
pub const READ: [&str; 3] = [CONTENT, "themes", "i18n"];

/// How long to wait until a file that was just written can be known by its stamp: more than a stamp must be older by, and two
/// ticks of a slow clock of file systems.
const WAIT: Duration = Duration::from_millis(45);

/// All that lies in the folders of a site that are read, by its path, but for what is left alone on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot(BTreeMap<String, Lies>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Lies {
    Folder,
    /// A link: where it leads, and what the file there is.
    Link(String, Option<Known>),
    File(Known),
    /// It cannot be looked at.
    Hidden,
}

/// What is known of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    /// `None` if it cannot be known by it.
    stamp: Option<Stamp>,
    /// Of its bytes; `None` if they were not looked at.
    hash: Option<u128>,
}

/// How two snapshots are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    /// Each file has the stamp that it had.
    Same,
    /// Some have another one, and the same bytes.
    SameBytes,
    Changed,
}

impl Lies {
    /// What an entry is; `None` if that cannot be told.
    fn of(entry: &walkdir::DirEntry) -> Option<Lies> {
        let file = || Some(Known { stamp: Some(Stamp::of(&fs::metadata(entry.path()).ok()?)), hash: None });
        match (entry.path_is_symlink(), entry.file_type().is_dir()) {
            (false, true) => Some(Lies::Folder),
            (false, false) => Some(Lies::File(file()?)),
            (true, is_folder) => {
                let to = fs::read_link(entry.path()).ok()?.to_string_lossy().into_owned();
                Some(Lies::Link(to, if is_folder { None } else { Some(file()?) }))
            }
        }
    }

    fn known(&self) -> Option<&Known> {
        match self {
            Lies::Folder | Lies::Hidden => None,
            Lies::Link(_, known) => known.as_ref(),
            Lies::File(known) => Some(known),
        }
    }

    fn known_mut(&mut self) -> Option<&mut Known> {
        match self {
            Lies::Folder | Lies::Hidden => None,
            Lies::Link(_, known) => known.as_mut(),
            Lies::File(known) => Some(known),
        }
    }

    /// Whether it is the same but for what is known of a file.
    fn is_like(&self, other: &Lies) -> bool {
        match (self, other) {
            (Lies::Folder, Lies::Folder) | (Lies::File(_), Lies::File(_)) => true,
            (Lies::Link(own, file), Lies::Link(other, others)) => own == other && file.is_some() == others.is_some(),
            _ => false,
        }
    }
}

impl Snapshot {
    /// What lies there now. `None` if not all of it can be looked at; the build will say why.
    pub fn take(root: &Path) -> Option<Snapshot> {
        Some(Snapshot::look(root)).filter(|snapshot| !snapshot.0.values().any(|lies| matches!(lies, Lies::Hidden)))
    }

    /// What lies there now, as far as it can be looked at.
    pub fn look(root: &Path) -> Snapshot {
        let mut found = Vec::new();
        for name in READ {
            let folder = root.join(name);
            if fs::symlink_metadata(&folder).is_err() {
                continue;
            }
            let entries = WalkDir::new(&folder).follow_links(true).into_iter();
            let wanted =
                |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_ignored(&entry.file_name().to_string_lossy());
            found.extend(entries.filter_entry(wanted).map(|entry| match entry {
                Ok(entry) => (entry.path().to_path_buf(), Some(entry)),
                Err(error) => (error.path().unwrap_or(&folder).to_path_buf(), None),
            }));
        }
        let lies = found.into_par_iter().map(|(path, entry)| {
            (site_path(&path, root).to_string(), entry.and_then(|entry| Lies::of(&entry)).unwrap_or(Lies::Hidden))
        });
        Snapshot(lies.collect())
    }

    /// Whether a file of it is so new at a moment that it may yet be written without getting another stamp.
    pub fn is_fresh(&self, now: Moment) -> bool {
        self.stamps().any(|stamp| stamp.is_fresh(now).is_some())
    }

    /// What lies there, when each file can be known by its stamp if its disk allows that: one that was written a moment
    /// ago is waited for. `now` tells the time as the site's disk does.
    pub fn settled(self, root: &Path, now: impl Fn() -> Option<Moment>) -> Option<Snapshot> {
        let fresh = |snapshot: &Snapshot, now: Moment, how: Fresh| {
            snapshot.stamps().any(|stamp| stamp.is_fresh(now) == Some(how))
        };
        let mut snapshot = self;
        if fresh(&snapshot, now()?, Fresh::ForTicks) {
            std::thread::sleep(WAIT);
            snapshot = Snapshot::take(root)?;
        }
        let now = now()?;
        for known in snapshot.0.values_mut().filter_map(Lies::known_mut) {
            known.stamp = known.stamp.filter(|stamp| stamp.is_fresh(now).is_none());
        }
        Some(snapshot)
    }

    fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        self.0.values().filter_map(Lies::known).filter_map(|known| known.stamp.as_ref())
    }

    /// Whether this is what was there `before`. Files with another stamp are read.
    pub fn compare(&self, before: &Snapshot, root: &Path) -> Alike {
        if self.0.len() != before.0.len() || !self.0.keys().eq(before.0.keys()) {
            return Alike::Changed;
        }
        let pairs: Vec<((&String, &Lies), &Lies)> = self.0.iter().zip(before.0.values()).collect();
        let others: Option<Vec<(&String, &Known)>> = pairs
            .into_iter()
            .filter_map(|((path, own), old)| match (own.known(), old.known()) {
                _ if !own.is_like(old) => Some(None),
                (Some(own), Some(old)) if old.stamp.is_none() || own.stamp != old.stamp => Some(Some((path, old))),
                _ => None,
            })
            .collect();
        match others {
            Some(others) if others.is_empty() => Alike::Same,
            Some(others) if others.par_iter().all(|(path, old)| old.hash.is_some() && hash(root, path) == old.hash) => {
                Alike::SameBytes
            }
            _ => Alike::Changed,
        }
    }

    /// The files that have the stamp that they had `before`.
    pub fn unchanged(&self, before: &Snapshot) -> HashSet<String> {
        let same = |(path, lies): &(&String, &Lies)| {
            let stamp = |lies: &Lies| lies.known().and_then(|known| known.stamp);
            stamp(lies).is_some() && before.0.get(*path).is_some_and(|old| stamp(old) == stamp(lies))
        };
        self.0.iter().filter(same).map(|(path, _)| path.clone()).collect()
    }

    /// The same with hashes of the files that have not changed since: those are the bytes that a build between has read.
    /// Of what was known `before` nothing is read again.
    pub fn with_hashes(mut self, root: &Path, before: Option<&Snapshot>) -> Snapshot {
        self.0.par_iter_mut().for_each(|(path, lies)| {
            let Some(known) = lies.known_mut() else { return };
            let Some(stamp) = known.stamp else { return };
            let old = before.and_then(|before| before.0.get(path)?.known().copied());
            known.hash = match old.filter(|old| old.stamp == Some(stamp)).and_then(|old| old.hash) {
                Some(hash) => Some(hash),
                None if is_still(root, path, &stamp) => hash(root, path),
                None => None,
            };
        });
        self
    }
}

fn is_still(root: &Path, path: &str, stamp: &Stamp) -> bool {
    fs::metadata(root.join(path)).is_ok_and(|meta| Stamp::of(&meta) == *stamp)
}

/// The hash of a file's bytes; `None` if they cannot be read.
fn hash(root: &Path, path: &str) -> Option<u128> {
    let file = File { path: path.into(), disk: root.join(PathBuf::from(path)) };
    read_limited(&file, MAX_OTHER, &mut Diagnostics::new()).map(|bytes| crate::hash::of(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = home.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        home
    }

    /// A snapshot as a build leaves it.
    fn built(root: &Path) -> Snapshot {
        let now = || {
            fs::write(root.join("clock"), "x").unwrap();
            Some(Stamp::of(&fs::metadata(root.join("clock")).unwrap()).latest())
        };
        Snapshot::take(root).unwrap().settled(root, now).unwrap().with_hashes(root, None)
    }

    #[test]
    fn what_changes_is_seen_and_what_does_not_is_not() {
        let home = site(&[("content/site.yaml", "a"), ("content/g/p.ky.md", "b"), ("i18n/ky.yaml", "c")]);
        let root = home.path();
        let before = built(root);
        let now = || Snapshot::take(root).unwrap().compare(&before, root);
        assert_eq!(now(), Alike::Same);
        fs::write(root.join("content/.hidden"), "x").unwrap();
        fs::write(root.join("notes.txt"), "x").unwrap();
        assert_eq!(now(), Alike::Same, "what nobody reads");
        let page = root.join("content/g/p.ky.md");
        fs::write(&page, "b").unwrap();
        assert_eq!(now(), Alike::SameBytes);
        fs::write(&page, "d").unwrap();
        assert_eq!(now(), Alike::Changed);
        fs::write(&page, "b").unwrap();
        assert_eq!(now(), Alike::SameBytes);
        fs::write(root.join("content/g/q.ky.md"), "b").unwrap();
        assert_eq!(now(), Alike::Changed);
        fs::remove_file(root.join("content/g/q.ky.md")).unwrap();
        assert_eq!(now(), Alike::SameBytes);
        fs::create_dir(root.join("content/empty")).unwrap();
        assert_eq!(now(), Alike::Changed);
        fs::remove_dir(root.join("content/empty")).unwrap();
        fs::rename(&page, root.join("content/g/r.ky.md")).unwrap();
        assert_eq!(now(), Alike::Changed);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_that_leads_elsewhere_is_a_change() {
        use std::os::unix::fs::symlink;
        let home = site(&[("content/a/p.ky.md", "a"), ("content/b/p.ky.md", "b")]);
        let root = home.path();
        let link = root.join("content/linked");
        symlink("a", &link).unwrap();
        let before = built(root);
        let now = || Snapshot::take(root).unwrap().compare(&before, root);
        assert_eq!(now(), Alike::Same);
        fs::remove_file(&link).unwrap();
        symlink("b", &link).unwrap();
        assert_eq!(now(), Alike::Changed);
        fs::remove_file(&link).unwrap();
        symlink("missing", &link).unwrap();
        assert!(Snapshot::take(root).is_none(), "the build says what is wrong");
        let looked = Snapshot::look(root);
        assert_eq!(looked, Snapshot::look(root));
        fs::write(root.join("content/a/p.ky.md"), "changed").unwrap();
        assert_ne!(looked, Snapshot::look(root), "the others are looked at all the same");
    }

    #[test]
    fn a_file_of_the_same_size_and_time_is_not_taken_for_the_old_one() {
        let home = site(&[("content/site.yaml", "a")]);
        let root = home.path();
        let before = built(root);
        let file = root.join("content/site.yaml");
        let time = fs::metadata(&file).unwrap().modified().unwrap();
        fs::write(&file, "b").unwrap();
        fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
        assert_eq!(Snapshot::take(root).unwrap().compare(&before, root), Alike::Changed);
    }

    #[test]
    fn what_changed_while_a_build_read_it_has_no_hash() {
        let home = site(&[("content/site.yaml", "a")]);
        let root = home.path();
        let begun = Snapshot::take(root).unwrap();
        fs::write(root.join("content/site.yaml"), "longer").unwrap();
        let before = begun.with_hashes(root, None);
        assert_eq!(Snapshot::take(root).unwrap().compare(&before, root), Alike::Changed);
    }
}
