//! Output on disk: all of a build or nothing of it.
//!
//! What changed is written into a working folder inside the output ([`work`]); [`plan`] finds out what is to be moved and
//! removed, and what is in the way; from the moment in which that stands in a [`journal`] the build counts, and whoever
//! comes next finishes it.

mod files;
mod journal;
mod left;
mod manifest;
mod older;
mod plan;
mod work;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::Sink;
use crate::address::OutPath;
use crate::stamp::Stamp;
use files::Lies;
use journal::{Journal, Waiting};
use left::Bytes;
use manifest::Listed;
use plan::{Made, NoPlan};
use work::Work;

pub use files::is_held_open;
pub use left::Left;
pub use older::Older;
pub use plan::{InTheWay, Obstacle};
pub use work::{Builder, WhenBusy};

/// What is strange about something that has one of our names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strangeness {
    /// It is not a folder.
    NoFolder,
    /// It is not an ordinary file.
    NoFile,
    /// It is larger than any that we write.
    Large,
    /// A newer version of the program wrote it.
    Newer,
    /// Somebody changed what we wrote.
    Changed,
    /// Somebody else wrote it.
    Others,
}

/// Why an output folder cannot be used.
#[derive(Debug)]
pub enum OpenError {
    /// It holds files that bagyt did not make.
    NotOurs,
    /// One of our own names in it is taken by something that we did not write.
    Strange {
        name: &'static str,
        what: Strangeness,
    },
    /// Another process builds into it; who, if that is known yet.
    Busy(Option<Builder>),
    /// A build that was interrupted in the midst cannot be finished.
    Unfinished(PathBuf, io::Error),
    Io(io::Error),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> OpenError {
        OpenError::Io(error)
    }
}

/// Why a build is not in its place.
#[derive(Debug)]
pub enum CommitError {
    /// There is something in the output that must not be lost. Nothing was changed.
    InTheWay(Vec<InTheWay>),
    /// Nothing was changed.
    Unwritten(io::Error),
    /// The build counts, and is not in its place yet: the next command finishes it. The file that could not be moved or
    /// removed.
    Unfinished(PathBuf, io::Error),
    /// All is in its place, but what we worked with could not be removed.
    Untidy(io::Error),
}

/// What became of a build that was interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mended {
    /// It counted, so it was finished.
    Finished,
    /// It did not count yet, so what it left was removed.
    Undone,
    /// It counted, and its files are no longer whole: only a new build helps.
    Lost,
}

/// Writes one file; replaced by tests that need a full disk.
type Write = fn(&Path, &[u8]) -> io::Result<()>;

/// An output folder in the making. No file of the site changes before [`Disk::commit`].
pub struct Disk {
    folder: PathBuf,
    /// Whether it was made for this build.
    is_new: bool,
    /// `None` when it has been given back.
    work: Option<Work>,
    mended: Option<Mended>,
    older: Vec<Older>,
    before: Listed,
    /// The same for the question whether a file is of the last build, and, in small letters, whether one is that lies where
    /// a stick would look for another.
    known: HashSet<OutPath>,
    known_small: HashSet<String>,
    /// What the last build has left, by what is known of it.
    last: HashMap<OutPath, Left>,
    /// Whether all of that is in the output still.
    is_all_known: bool,
    made: Mutex<Made>,
    /// The bytes of what was made.
    content: Mutex<HashMap<OutPath, Bytes>>,
    names: AtomicUsize,
    write: Write,
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
    /// Files of the last build that are no longer part of the site and stay for pages that readers have open.
    pub kept: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

/// Finishes or undoes what an interrupted build left in a folder. A folder in which somebody is at work is left alone.
///
/// # Errors
/// What stands in the way of finishing it. What was never begun needs no finishing, so a read-only folder is none.
pub fn mend(folder: &Path) -> Result<Option<Mended>, OpenError> {
    if files::at(&folder.join(work::WORK)).ok() != Some(Lies::Folder) {
        return Ok(None);
    }
    match take(folder, None) {
        Ok(mut work) => {
            let mended = recover(folder, &work)?;
            // What cannot be removed is in nobody's way.
            let _ = work.close();
            Ok(mended)
        }
        Err(OpenError::Busy(_) | OpenError::Io(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The working folder. Where a build counts that cannot be finished, that is what is wrong.
fn take(folder: &Path, wait: WhenBusy) -> Result<Work, OpenError> {
    Work::take(folder, wait).map_err(|error| match error {
        OpenError::Io(error) if work::holds_journal(folder) => OpenError::Unfinished(folder.join(work::WORK), error),
        error => error,
    })
}

fn recover(folder: &Path, work: &Work) -> Result<Option<Mended>, OpenError> {
    let is_whole = |journal: &Journal| {
        journal.is_whole(folder, work).map_err(|error| OpenError::Unfinished(work.journal(), error))
    };
    match Journal::read(work) {
        Ok(None) => Ok(work.was_left.then_some(Mended::Undone)),
        Ok(Some(journal)) if is_whole(&journal)? => {
            journal.carry_out(folder, work).map_err(|failed| OpenError::Unfinished(failed.path, failed.error))?;
            Ok(Some(Mended::Finished))
        }
        Ok(Some(_)) => Ok(Some(Mended::Lost)),
        Err(error) if error.kind() == ErrorKind::Other || error.kind() == ErrorKind::InvalidData => {
            Ok(Some(Mended::Lost))
        }
        Err(error) => Err(OpenError::Unfinished(work.journal(), error)),
    }
}

impl Disk {
    /// Prepares to write into `folder`, which must be missing, empty, or made by bagyt. What an interrupted build left
    /// there is finished or undone first.
    ///
    /// # Errors
    /// [`OpenError::NotOurs`] if it holds anything else, [`OpenError::Busy`] if another process builds into it; what the
    /// machine says if it cannot be written.
    pub fn open(folder: &Path) -> Result<Disk, OpenError> {
        Disk::open_with(folder, None, |path, bytes| fs::write(path, bytes))
    }

    /// The same, but waits for another process that builds into it, after `tell` was told who that is.
    ///
    /// # Errors
    /// As those of [`Disk::open`].
    pub fn open_after(folder: &Path, tell: &dyn Fn(Option<Builder>)) -> Result<Disk, OpenError> {
        Disk::open_with(folder, Some(tell), |path, bytes| fs::write(path, bytes))
    }

    fn open_with(folder: &Path, wait: WhenBusy, write: Write) -> Result<Disk, OpenError> {
        let mut folder = std::path::absolute(folder)?;
        let beside = folder.clone();
        if files::at(&folder)? == Lies::Link {
            // The output itself may lie on another disk. The link is looked at once, whatever becomes of it.
            folder = folder.canonicalize()?;
        }
        // Nothing of ours comes into a folder of others. Where somebody works, what it is is seen when they are done.
        let is_there = |name: &str| files::at(&folder.join(name)).is_ok_and(|lies| lies != Lies::Nothing);
        if !is_there(work::WORK)
            && let Err(error) = Listed::read(&folder)
        {
            let has_just_begun = is_there(work::WORK) || is_there(manifest::MANIFEST);
            if !matches!(error, OpenError::NotOurs) || !has_just_begun {
                return Err(error);
            }
        }
        let is_new = files::at(&folder)? == Lies::Nothing;
        files::patiently(|| fs::create_dir_all(&folder))?;
        let mut disk = Disk {
            folder,
            is_new,
            work: None,
            mended: None,
            older: Vec::new(),
            before: Listed::default(),
            known: HashSet::new(),
            known_small: HashSet::new(),
            last: HashMap::new(),
            is_all_known: false,
            made: Mutex::default(),
            content: Mutex::default(),
            names: AtomicUsize::new(0),
            write,
        };
        let work = disk.work.insert(take(&disk.folder, wait)?);
        disk.mended = recover(&disk.folder, work)?;
        disk.older = older::remove(&beside);
        let lost = if disk.mended == Some(Mended::Lost) { Journal::read(work).ok().flatten() } else { None };
        disk.before = match Listed::read(&disk.folder) {
            Ok(before) => before.unwrap_or_default(),
            // The first build ended in the midst, and before its manifest came.
            Err(OpenError::NotOurs) if lost.is_some() => Listed::default(),
            Err(error) => return Err(error),
        };
        disk.before.files.extend(lost.iter().flat_map(Journal::made));
        work.begin()?;
        disk.known = disk.before.files.iter().chain(&disk.before.kept).cloned().collect();
        disk.known_small = disk.known.iter().map(|path| path.as_str().to_lowercase()).collect();
        Ok(disk)
    }

    /// What became of an earlier build that was interrupted.
    pub fn mended(&self) -> Option<Mended> {
        self.mended
    }

    /// What older versions left beside the output.
    pub fn older(&self) -> &[Older] {
        &self.older
    }

    /// Tells what the last build has left, so that a file of it can be kept without being made again.
    pub fn recall(&mut self, last: &[Left]) {
        let paths = last.iter().filter_map(|left| Some((OutPath::new(left.path.clone()).ok()?, left.clone())));
        // What another build has left since is not this one's.
        self.last = paths.filter(|(path, _)| self.known.contains(path)).collect();
        self.is_all_known = !last.is_empty() && self.last.len() == last.len();
    }

    /// Keeps all of what the last build has left, if all of it is as it was: whether that is so.
    pub fn keep_all(&self) -> bool {
        if !self.is_all_known {
            return false;
        }
        let kept: Option<Vec<(&OutPath, Bytes)>> =
            self.last.par_iter().map(|(path, left)| Some((path, left.found(&self.folder)?))).collect();
        let (Some(kept), Ok(mut made), Ok(mut content)) = (kept, self.made.lock(), self.content.lock()) else {
            return false;
        };
        made.extend(kept.iter().map(|(path, _)| ((*path).clone(), None)));
        content.extend(kept.into_iter().map(|(path, bytes)| (path.clone(), bytes)));
        true
    }

    /// Moves what was written into its place and removes what is no longer made.
    ///
    /// # Errors
    /// [`CommitError`] says whether anything was changed. Everything is on the disk before the first file is moved, so a
    /// full disk ends here without a trace.
    pub fn commit(self) -> Result<Written, CommitError> {
        self.commit_and_look().map(|(written, _)| written)
    }

    /// The same, and says how every file was left, for [`Disk::recall`] of the next build.
    ///
    /// # Errors
    /// As those of [`Disk::commit`].
    pub fn commit_and_look(mut self) -> Result<(Written, Vec<Left>), CommitError> {
        let made = std::mem::take(&mut self.made).into_inner();
        let made = made.map_err(|_| CommitError::Unwritten(io::Error::other("a thread of the build failed")))?;
        let Some(mut work) = self.work.take() else { return Err(CommitError::Unwritten(ErrorKind::NotFound.into())) };
        let (journal, mut written) = match self.prepare(&made, &work) {
            Ok(prepared) => prepared,
            Err(error) => {
                // Whether it counts is not what failed, but whether there is a journal.
                let error = match error {
                    CommitError::Unwritten(error) if work.has_journal() => {
                        CommitError::Unfinished(work.journal(), error)
                    }
                    error => error,
                };
                self.work = Some(work);
                return Err(error);
            }
        };
        self.is_new = false;
        let content = std::mem::take(&mut self.content).into_inner().unwrap_or_default();
        written.bytes = content.values().map(|bytes| bytes.size).sum();
        if let Some(journal) = journal {
            journal
                .carry_out(&self.folder, &work)
                .map_err(|failed| CommitError::Unfinished(failed.path, failed.error))?;
        }
        // While nobody else may build.
        let left = left::look(&self.folder, work.path(), content);
        work.close().map_err(CommitError::Untidy)?;
        Ok((written, left))
    }

    /// Brings the build to where it counts. No journal: there is nothing to do.
    fn prepare(&self, made: &Made, work: &Work) -> Result<(Option<Journal>, Written), CommitError> {
        let plan = plan::plan(&self.folder, &self.before, made).map_err(|error| match error {
            NoPlan::InTheWay(found) => CommitError::InTheWay(found),
            NoPlan::Io(error) => CommitError::Unwritten(error),
        })?;
        let written = Written {
            files: made.len(),
            changed: plan.moves.len(),
            removed: plan.removed,
            kept: plan.listed.kept.len(),
            bytes: 0,
        };
        let is_done = plan.moves.is_empty() && plan.removals.is_empty() && plan.listed == self.before;
        if is_done && !work.has_journal() {
            return Ok((None, written));
        }
        let journal = self.write_rest(plan, work).map_err(CommitError::Unwritten)?;
        Ok((Some(journal), written))
    }

    fn write_rest(&self, plan: plan::Plan, work: &Work) -> io::Result<Journal> {
        let new = work.new_files();
        let mut folders = std::collections::HashMap::new();
        for (number, folder) in plan.folders.iter().enumerate() {
            let name = format!("d{number}");
            files::make_folder(&new.join(&name))?;
            folders.insert(folder.clone(), name);
        }
        let text = plan.listed.to_bytes()?;
        let manifest = Waiting::new("manifest".into(), &text);
        (self.write)(&new.join(&manifest.name), &text)?;
        let journal = plan.journal(folders, manifest);
        files::flush(&self.folder)?;
        journal.write(work)?;
        Ok(journal)
    }

    /// The stamp of a file of the output that has these bytes already.
    fn same(&self, path: &OutPath, bytes: &[u8]) -> Option<Stamp> {
        // On a stick this would be another file of the last build, and go with it.
        if !self.known.contains(path) && self.known_small.contains(&path.as_str().to_lowercase()) {
            return None;
        }
        let file = self.folder.join(path.as_str());
        let stamp = left::stamp(&file).filter(|stamp| stamp.size() == bytes.len() as u64)?;
        fs::read(&file).is_ok_and(|old| old == bytes).then_some(stamp)
    }

    /// Takes the bytes of a file, or keeps them.
    fn enter(&self, path: &OutPath, bytes: Bytes, waiting: Option<Waiting>) -> io::Result<()> {
        let failed = || io::Error::other("a thread of the build failed");
        self.content.lock().map_err(|_| failed())?.insert(path.clone(), bytes);
        self.made.lock().map_err(|_| failed())?.insert(path.clone(), waiting);
        Ok(())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // What cannot be removed the next build removes; what is to be told has been told.
        if let Some(mut work) = self.work.take() {
            let _ = work.close();
        }
        if self.is_new {
            let _ = files::remove_empty(&self.folder);
        }
    }
}

impl Sink for Disk {
    fn put(&self, path: &OutPath, bytes: Vec<u8>) -> io::Result<()> {
        let Some(work) = &self.work else { return Err(ErrorKind::NotFound.into()) };
        let (waiting, stamp) = match self.same(path, &bytes) {
            Some(stamp) => (None, Some(stamp)),
            None => {
                // A number, so that no path becomes longer than where it goes, and no folders are needed.
                let name = self.names.fetch_add(1, Ordering::Relaxed).to_string();
                let file = work.new_files().join(&name);
                (self.write)(&file, &bytes)?;
                (Some(Waiting::new(name, &bytes)), left::stamp(&file))
            }
        };
        self.enter(path, Bytes { size: bytes.len() as u64, hash: crate::hash::of(&bytes), stamp }, waiting)
    }

    fn keep(&self, path: &OutPath) -> bool {
        // What lies on the disk may have been changed by others since the last build.
        let found = self.last.get(path).and_then(|left| left.found(&self.folder));
        found.is_some_and(|bytes| self.enter(path, bytes, None).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(disk: &Disk, path: &str, bytes: &[u8]) -> io::Result<()> {
        disk.put(&OutPath::new(path).unwrap(), bytes.to_vec())
    }

    /// A build of these files, each with its own path as its text.
    fn build(folder: &Path, paths: &[&str]) -> Result<Written, CommitError> {
        let disk = Disk::open(folder).unwrap();
        paths.iter().for_each(|path| put(&disk, path, path.as_bytes()).unwrap());
        disk.commit()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn in_the_way(result: Result<Written, CommitError>) -> Vec<(String, Obstacle)> {
        match result {
            Err(CommitError::InTheWay(found)) => found.into_iter().map(|found| (found.path, found.what)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn writes_what_changed_and_removes_what_is_gone() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        let disk = Disk::open(&folder).unwrap();
        put(&disk, "a.html", b"1").unwrap();
        put(&disk, "b/c.html", b"2").unwrap();
        assert_eq!(disk.commit().unwrap(), Written { files: 2, changed: 2, removed: 0, kept: 0, bytes: 2 });
        fs::write(folder.join("CNAME"), "ours.kg").unwrap();
        let time = fs::metadata(folder.join("a.html")).unwrap().modified().unwrap();
        let disk = Disk::open(&folder).unwrap();
        put(&disk, "a.html", b"1").unwrap();
        assert_eq!(disk.commit().unwrap(), Written { files: 1, changed: 0, removed: 1, kept: 0, bytes: 1 });
        assert_eq!(names(&folder), [".bagyt.json", "CNAME", "a.html"], "foreign files stay, empty folders go");
        assert_eq!(fs::metadata(folder.join("a.html")).unwrap().modified().unwrap(), time);
        assert_eq!(names(home.path()), ["public"]);
    }

    #[test]
    fn refuses_a_folder_that_it_did_not_make() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("thesis.docx"), "x").unwrap();
        assert!(matches!(Disk::open(home.path()), Err(OpenError::NotOurs)));
        assert_eq!(names(home.path()), ["thesis.docx"]);
    }

    #[test]
    fn a_build_that_is_given_up_leaves_nothing() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        put(&Disk::open(&folder).unwrap(), "a.html", b"1").unwrap();
        assert!(names(home.path()).is_empty());
        fs::create_dir(&folder).unwrap();
        put(&Disk::open(&folder).unwrap(), "a.html", b"1").unwrap();
        assert!(names(&folder).is_empty() && folder.exists(), "a folder that was there stays");
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
        let disk = Disk::open_with(&folder, None, full).unwrap();
        assert_eq!(put(&disk, "a.html", b"newer").unwrap_err().kind(), io::ErrorKind::StorageFull);
        drop(disk);
        assert_eq!(fs::read(folder.join("a.html")).unwrap(), b"old");
        assert_eq!(names(&folder), [".bagyt.json", "a.html"]);
    }

    #[test]
    fn a_manifest_that_we_did_not_write_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        fs::create_dir(&folder).unwrap();
        let outside = home.path().join("precious");
        fs::write(&outside, "x").unwrap();
        for text in [
            r#"{"made_by":"bagyt","files":["../precious"]}"#,
            r#"{"made_by":"bagyt","files":[],"kept":["/etc/passwd"]}"#,
            r#"{"made_by":"bagyt","files":[".bagyt/lock"]}"#,
            r#"{"made_by":"hugo","files":[]}"#,
            r#"{"made_by":"bagyt","version":2,"files":[]}"#,
            r#"{"made_by":"bagyt"}"#,
            "[]",
            "",
        ] {
            fs::write(folder.join(manifest::MANIFEST), text).unwrap();
            assert!(matches!(Disk::open(&folder), Err(OpenError::Strange { .. })), "{text}");
            assert_eq!(names(&folder), [".bagyt.json"], "{text}");
        }
        fs::write(folder.join(manifest::MANIFEST), r#"{"made_by":"bagyt","files":["a.html"]}"#).unwrap();
        assert!(Disk::open(&folder).is_ok(), "that of an earlier version is ours");
        assert!(outside.exists());
    }

    #[test]
    #[cfg(unix)]
    fn what_is_no_file_in_the_place_of_ours_is_an_error_and_no_wait() {
        let home = tempfile::tempdir().unwrap();
        let pipe = |path: &Path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
        let link = |path: &Path| std::os::unix::fs::symlink("/dev/zero", path).unwrap();
        let dir = |path: &Path| fs::create_dir(path).unwrap();
        for (number, name) in [".bagyt.json", ".bagyt", ".bagyt/lock"].into_iter().enumerate() {
            for (kind, make) in [("pipe", &pipe as &dyn Fn(&Path)), ("link", &link), ("folder", &dir)] {
                if (name, kind) == (".bagyt", "folder") {
                    continue;
                }
                let folder = home.path().join(format!("{kind}-{number}"));
                fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
                make(&folder.join(name));
                assert!(matches!(Disk::open(&folder), Err(OpenError::Strange { .. })), "{name} is a {kind}");
            }
        }
        let folder = home.path().join("public");
        build(&folder, &["ky/a.html", "ky/b.html"]).unwrap();
        fs::remove_file(folder.join("ky/a.html")).unwrap();
        pipe(&folder.join("ky/a.html"));
        assert_eq!(in_the_way(build(&folder, &["ky/a.html"])), [("ky/a.html".to_string(), Obstacle::File)]);
        assert!(folder.join("ky/b.html").exists(), "nothing was changed");
    }

    #[test]
    #[cfg(unix)]
    fn links_in_the_output_are_not_followed() {
        let home = tempfile::tempdir().unwrap();
        let (folder, outside) = (home.path().join("public"), home.path().join("outside"));
        build(&folder, &["index.html", "ky/a.html", "ky/b.html"]).unwrap();
        fs::rename(folder.join("ky"), &outside).unwrap();
        std::os::unix::fs::symlink(&outside, folder.join("ky")).unwrap();
        for paths in [["index.html", "ky/c.html"].as_slice(), &["index.html", "ky/a.html"], &["index.html"]] {
            assert_eq!(in_the_way(build(&folder, paths)), [("ky".to_string(), Obstacle::Link)], "{paths:?}");
            assert_eq!(names(&outside), ["a.html", "b.html"]);
        }
        // A link in the place of a file of ours goes, and what it leads to stays.
        fs::remove_file(folder.join("index.html")).unwrap();
        fs::write(outside.join("precious"), "x").unwrap();
        std::os::unix::fs::symlink(outside.join("precious"), folder.join("index.html")).unwrap();
        fs::remove_file(folder.join("ky")).unwrap();
        build(&folder, &["index.html"]).unwrap();
        assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"index.html");
        assert!(!fs::symlink_metadata(folder.join("index.html")).unwrap().is_symlink());
        assert_eq!(fs::read(outside.join("precious")).unwrap(), b"x");
    }

    #[test]
    fn what_others_put_where_a_file_goes_is_found_before_anything_is_changed() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        build(&folder, &["index.html", "ky/old.html"]).unwrap();
        fs::create_dir_all(folder.join("ky/index.html/notes")).unwrap();
        fs::write(folder.join("ky/index.html/notes/own.txt"), "x").unwrap();
        fs::write(folder.join("robots.txt"), "of others").unwrap();
        fs::write(folder.join("ru"), "of others").unwrap();
        let paths = ["index.html", "ky/index.html", "robots.txt", "ru/index.html"];
        let found = [("ky/index.html", Obstacle::Folder), ("robots.txt", Obstacle::File), ("ru", Obstacle::File)];
        assert_eq!(in_the_way(build(&folder, &paths)), found.map(|(path, what)| (path.to_string(), what)));
        assert_eq!(names(&folder), [".bagyt.json", "index.html", "ky", "robots.txt", "ru"]);
        assert!(folder.join("ky/old.html").exists());
        // One with the same bytes is as good as ours.
        fs::write(folder.join("robots.txt"), "robots.txt").unwrap();
        fs::remove_file(folder.join("ru")).unwrap();
        fs::remove_dir_all(folder.join("ky/index.html")).unwrap();
        build(&folder, &paths).unwrap();
        assert_eq!(names(&folder), [".bagyt.json", "index.html", "ky", "robots.txt", "ru"]);
        assert_eq!(names(&folder.join("ky")), ["index.html"]);
    }

    #[test]
    fn files_and_folders_change_places() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        let (first, second) =
            (["files/a", "files/b/deep/x", "files/C.pdf"], ["files/a/deep/x", "files/b", "files/c.pdf"]);
        for paths in [first, second, first, second] {
            let written = build(&folder, &paths).unwrap();
            assert_eq!(written.changed, 3);
            paths.iter().for_each(|path| assert_eq!(fs::read(folder.join(path)).unwrap(), path.as_bytes(), "{path}"));
            let listed = Listed::read(&folder).unwrap().unwrap();
            assert_eq!(listed.files.len(), 3);
        }
        assert_eq!(names(&folder.join("files")), ["a", "b", "c.pdf"]);
    }

    #[test]
    fn files_named_by_their_checksum_stay_for_one_build_more() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        let boot = |number: u32| format!("search/ky/boot-0000000{number}.js");
        for number in 0..4 {
            let written = build(&folder, &["index.html", &boot(number)]).unwrap();
            assert_eq!(written.files, 2);
            assert_eq!((written.kept, written.removed), (number.min(1) as usize, usize::from(number > 1)));
            for other in 0..=number {
                assert_eq!(folder.join(boot(other)).exists(), other + 1 >= number, "{other} of {number}");
            }
            let listed = Listed::read(&folder).unwrap().unwrap();
            assert_eq!(listed.files.len(), 2, "what is kept is no part of the build");
        }
        // The build before last comes back.
        build(&folder, &["index.html", &boot(2)]).unwrap();
        assert!(folder.join(boot(2)).exists() && folder.join(boot(3)).exists());
        build(&folder, &["index.html", &boot(2)]).unwrap();
        assert!(folder.join(boot(2)).exists() && !folder.join(boot(3)).exists());
    }

    #[test]
    fn one_builds_at_a_time() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        let first = Disk::open(&folder).unwrap();
        put(&first, "a.html", b"first").unwrap();
        match Disk::open(&folder) {
            Err(OpenError::Busy(Some(builder))) => assert_eq!(builder.process, std::process::id()),
            other => panic!("{:?}", other.err()),
        }
        assert!(matches!(mend(&folder), Ok(None)), "who is at work is left alone");
        std::thread::scope(|scope| {
            let (told, tell) = std::sync::mpsc::channel();
            let second = scope.spawn(|| {
                let tell = move |builder: Option<Builder>| told.send(builder).unwrap();
                let second = Disk::open_after(&folder, &tell).unwrap();
                put(&second, "b.html", b"second").unwrap();
                second.commit().unwrap()
            });
            assert!(tell.recv().unwrap().is_some(), "who waits says for whom");
            first.commit().unwrap();
            assert_eq!(second.join().unwrap().removed, 1);
        });
        assert_eq!(names(&folder), [".bagyt.json", "b.html"]);
    }

    /// A build that counts and was not carried out, as a kill leaves it.
    fn interrupted(folder: &Path, paths: &[&str]) {
        let mut disk = Disk::open(folder).unwrap();
        paths.iter().for_each(|path| put(&disk, path, path.as_bytes()).unwrap());
        let made = std::mem::take(&mut disk.made).into_inner().unwrap();
        disk.prepare(&made, disk.work.as_ref().unwrap()).unwrap();
    }

    #[test]
    fn a_build_that_counts_is_finished_unless_its_files_are_gone() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        build(&folder, &["a.html", "b.html"]).unwrap();
        interrupted(&folder, &["a.html", "c.html"]);
        assert_eq!(names(&folder), [".bagyt", ".bagyt.json", "a.html", "b.html"]);
        assert_eq!(mend(&folder).unwrap(), Some(Mended::Finished));
        assert_eq!(names(&folder), [".bagyt.json", "a.html", "c.html"]);
        assert_eq!(mend(&folder).unwrap(), None);

        interrupted(&folder, &["d.html", "e.html"]);
        fs::write(folder.join(".bagyt/new/0"), "damaged").unwrap();
        assert_eq!(mend(&folder).unwrap(), Some(Mended::Lost));
        assert_eq!(names(&folder), [".bagyt", ".bagyt.json", "a.html", "c.html"], "nothing is done by halves");
        let disk = Disk::open(&folder).unwrap();
        assert_eq!(disk.mended(), Some(Mended::Lost));
        put(&disk, "d.html", b"d.html").unwrap();
        disk.commit().unwrap();
        assert_eq!(names(&folder), [".bagyt.json", "d.html"], "a new build makes it whole");
    }

    #[test]
    fn a_journal_leads_nowhere_else() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("public");
        build(&folder, &["a.html"]).unwrap();
        fs::write(home.path().join("precious"), "x").unwrap();
        interrupted(&folder, &["b.html"]);
        let journal = folder.join(".bagyt/journal.json");
        let text = fs::read_to_string(&journal).unwrap();
        for (from, to) in [("\"a.html\"", "\"../precious\""), ("\"b.html\"", "\"../b.html\""), ("\"0\"", "\"../0\"")] {
            assert!(text.contains(from), "{text}");
            fs::write(&journal, text.replace(from, to)).unwrap();
            assert_eq!(mend(&folder).unwrap(), Some(Mended::Lost), "{to}");
        }
        assert_eq!(names(home.path()), ["precious", "public"]);
        fs::write(&journal, text).unwrap();
        assert_eq!(mend(&folder).unwrap(), Some(Mended::Finished));
    }
}
