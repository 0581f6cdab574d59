//! Output on disk: staged beside the output folder, then moved into place.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use tempfile::TempDir;

use super::Sink;
use crate::address::OutPath;

/// Says that a folder is ours, and which of its files are.
const MANIFEST: &str = ".bagyt.json";
/// The manifest while files are moved: those of the last build and those of this one.
const BOTH: &str = ".bagyt-both.json";

#[derive(Serialize, Deserialize)]
struct Manifest {
    made_by: String,
    files: Vec<String>,
}

/// Why an output folder cannot be used.
#[derive(Debug)]
pub enum OpenError {
    /// It holds files that bagyt did not make.
    NotOurs,
    Io(io::Error),
}

/// Writes one file; replaced by tests that need a full disk.
type Write = fn(&Path, &[u8]) -> io::Result<()>;

/// An output folder in the making. Nothing in the folder changes before [`Disk::commit`].
pub struct Disk {
    folder: PathBuf,
    /// Files that changed wait here, on the same disk, to be moved.
    staging: TempDir,
    before: Vec<OutPath>,
    made: Mutex<Made>,
    write: Write,
}

#[derive(Default)]
struct Made {
    all: BTreeSet<OutPath>,
    staged: BTreeSet<OutPath>,
    folders: HashSet<PathBuf>,
    bytes: u64,
}

/// What a commit changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files in the output.
    pub files: usize,
    /// Files that are new or have other bytes than before.
    pub changed: usize,
    /// Files that were there before and are no longer made.
    pub removed: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

impl Disk {
    /// Prepares to write into `folder`, which must be missing, empty, or made by bagyt.
    ///
    /// # Errors
    /// [`OpenError::NotOurs`] if it holds anything else; what the machine says if it cannot be written.
    pub fn open(folder: &Path) -> Result<Disk, OpenError> {
        Disk::open_with(folder, |path, bytes| fs::write(path, bytes))
    }

    fn open_with(folder: &Path, write: Write) -> Result<Disk, OpenError> {
        let before = read_manifest(folder)?;
        let folder = std::path::absolute(folder).map_err(OpenError::Io)?;
        let parent = folder.parent().unwrap_or(&folder);
        fs::create_dir_all(parent).map_err(OpenError::Io)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".bagyt-");
        // The staging folder may become the output folder, which others must be able to read.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o755));
        let staging = builder.tempdir_in(parent).map_err(OpenError::Io)?;
        Ok(Disk { folder, staging, before, made: Mutex::default(), write })
    }

    /// Moves what was written into the folder and removes what is no longer made.
    ///
    /// # Errors
    /// What the machine says. Everything was written before the first file is moved, so a full disk ends here
    /// without a trace.
    pub fn commit(self) -> io::Result<Written> {
        let made = self.made.into_inner().map_err(|_| io::Error::other("a thread of the build failed"))?;
        let staging = self.staging.path().to_path_buf();
        (self.write)(&staging.join(MANIFEST), &manifest(made.all.iter())?)?;
        let written =
            |removed| Written { files: made.all.len(), changed: made.staged.len(), removed, bytes: made.bytes };
        if self.before.is_empty() && is_gone(&self.folder)? {
            // The folder was missing or empty: one step makes the whole of it.
            fs::rename(self.staging.keep(), &self.folder)?;
            return Ok(written(0));
        }
        // Should the machine stop half-way, the folder must still know all files as ours.
        let both: BTreeSet<&OutPath> = self.before.iter().chain(&made.all).collect();
        (self.write)(&staging.join(BOTH), &manifest(both.into_iter())?)?;
        fs::rename(staging.join(BOTH), self.folder.join(MANIFEST))?;
        for path in &made.staged {
            let target = self.folder.join(path.as_str());
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::rename(staging.join(path.as_str()), &target)?;
        }
        let removed = remove_old(&self.folder, &self.before, &made.all);
        fs::rename(staging.join(MANIFEST), self.folder.join(MANIFEST))?;
        Ok(written(removed))
    }
}

/// Whether `folder` is not there, or was empty and has been removed.
fn is_gone(folder: &Path) -> io::Result<bool> {
    match fs::remove_dir(folder) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(false),
        Err(error) => Err(error),
    }
}

/// The text of a manifest that lists `files`.
fn manifest<'p>(files: impl Iterator<Item = &'p OutPath>) -> io::Result<Vec<u8>> {
    let manifest = Manifest { made_by: "bagyt".into(), files: files.map(ToString::to_string).collect() };
    let mut text = serde_json::to_vec_pretty(&manifest).map_err(io::Error::other)?;
    text.push(b'\n');
    Ok(text)
}

/// The files that bagyt made in a folder the last time.
fn read_manifest(folder: &Path) -> Result<Vec<OutPath>, OpenError> {
    match fs::read(folder.join(MANIFEST)) {
        Ok(bytes) => {
            let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|_| OpenError::NotOurs)?;
            // A path that leads elsewhere was not written by us and is not removed by us.
            Ok(manifest.files.into_iter().filter_map(|path| OutPath::new(path).ok()).collect())
        }
        Err(_) => match fs::read_dir(folder) {
            Ok(mut entries) => {
                if entries.next().is_none() {
                    Ok(Vec::new())
                } else {
                    Err(OpenError::NotOurs)
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            // A file of that name is not ours; a file in place of a parent folder is the machine's to explain.
            Err(error) if error.kind() == io::ErrorKind::NotADirectory && folder.exists() => Err(OpenError::NotOurs),
            Err(error) => Err(OpenError::Io(error)),
        },
    }
}

/// Removes files that are no longer made, and folders that this leaves empty; how many files.
fn remove_old(folder: &Path, before: &[OutPath], now: &BTreeSet<OutPath>) -> usize {
    let mut removed = 0;
    for path in before.iter().filter(|path| !now.contains(path)) {
        let file = folder.join(path.as_str());
        if fs::remove_file(&file).is_ok() {
            removed += 1;
        }
        let mut parent = file.parent();
        while let Some(at) = parent.filter(|at| *at != folder) {
            // Fails when the folder holds something else, which is how it ends.
            if fs::remove_dir(at).is_err() {
                break;
            }
            parent = at.parent();
        }
    }
    removed
}

/// Whether a file has these bytes already.
fn is_same(file: &Path, bytes: &[u8]) -> bool {
    fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64)
        && fs::read(file).is_ok_and(|old| old == bytes)
}

impl Sink for Disk {
    fn put(&self, path: &OutPath, bytes: Vec<u8>) -> io::Result<()> {
        let same = !self.before.is_empty() && is_same(&self.folder.join(path.as_str()), &bytes);
        let staged = self.staging.path().join(path.as_str());
        if !same {
            let parent = staged.parent().unwrap_or(self.staging.path()).to_path_buf();
            let known = self.made.lock().is_ok_and(|made| made.folders.contains(&parent));
            if !known {
                fs::create_dir_all(&parent)?;
            }
            (self.write)(&staged, &bytes)?;
            if let Ok(mut made) = self.made.lock() {
                made.folders.insert(parent);
                made.staged.insert(path.clone());
            }
        }
        if let Ok(mut made) = self.made.lock() {
            made.bytes += bytes.len() as u64;
            made.all.insert(path.clone());
        }
        Ok(())
    }

    fn keep(&self, _: &OutPath) -> bool {
        // What lies on the disk may have been changed by others since the last build.
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(disk: &Disk, path: &str, bytes: &[u8]) -> io::Result<()> {
        disk.put(&OutPath::new(path).unwrap(), bytes.to_vec())
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn writes_what_changed_and_removes_what_is_gone() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        let disk = Disk::open(&folder).unwrap();
        put(&disk, "a.html", b"1").unwrap();
        put(&disk, "b/c.html", b"2").unwrap();
        assert_eq!(disk.commit().unwrap(), Written { files: 2, changed: 2, removed: 0, bytes: 2 });
        fs::write(folder.join("CNAME"), "ours.kg").unwrap();
        let time = fs::metadata(folder.join("a.html")).unwrap().modified().unwrap();
        let disk = Disk::open(&folder).unwrap();
        put(&disk, "a.html", b"1").unwrap();
        assert_eq!(disk.commit().unwrap(), Written { files: 1, changed: 0, removed: 1, bytes: 1 });
        assert_eq!(names(&folder), [".bagyt.json", "CNAME", "a.html"], "foreign files stay, empty folders go");
        assert_eq!(fs::metadata(folder.join("a.html")).unwrap().modified().unwrap(), time);
        assert_eq!(names(home.path()), ["public"], "no staging folder is left");
    }

    #[test]
    fn refuses_a_folder_that_it_did_not_make() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("thesis.docx"), "x").unwrap();
        assert!(matches!(Disk::open(home.path()), Err(OpenError::NotOurs)));
    }

    #[test]
    fn a_full_disk_leaves_the_previous_output_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        let disk = Disk::open(&folder).unwrap();
        put(&disk, "a.html", b"old").unwrap();
        disk.commit().unwrap();
        let full: Write = |path, bytes| {
            fs::write(path, &bytes[..bytes.len() / 2])?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        };
        let disk = Disk::open_with(&folder, full).unwrap();
        assert_eq!(put(&disk, "a.html", b"newer").unwrap_err().kind(), io::ErrorKind::StorageFull);
        drop(disk);
        assert_eq!(fs::read(folder.join("a.html")).unwrap(), b"old");
        assert_eq!(names(home.path()), ["public"]);
    }

    #[test]
    fn a_manifest_cannot_make_it_remove_files_elsewhere() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        fs::create_dir(&folder).unwrap();
        let outside = home.path().join("precious");
        fs::write(&outside, "x").unwrap();
        fs::write(folder.join(MANIFEST), r#"{"made_by":"bagyt","files":["../precious"]}"#).unwrap();
        let disk = Disk::open(&folder).unwrap();
        put(&disk, "a.html", b"1").unwrap();
        disk.commit().unwrap();
        assert!(outside.exists());
    }
}
