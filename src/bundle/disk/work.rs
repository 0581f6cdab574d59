//! The working folder `.bagyt` in the output: the lock, who holds it, and what waits to be moved.
//!
//! It lies inside, for the root of a stick has no «beside», and only inside is on the same disk for certain. Its name
//! begins with a dot, so hosts do not send it, and it is removed when the work is done. The lock is the operating system's, which ends with the
//! process that took it; the file is empty, so that Windows, where nobody may read what is locked, can copy it.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use same_file::Handle;
use serde::{Deserialize, Serialize};

use super::files::{self, Lies};
use super::{OpenError, Strangeness};

/// Name of the working folder in the output folder.
pub const WORK: &str = ".bagyt";
const LOCK: &str = "lock";
const BUILDER: &str = "builder.json";
const NEW: &str = "new";
const JOURNAL: &str = "journal.json";
const JOURNAL_PART: &str = "journal.part";

/// How often to begin anew when the holder removes the lock at the moment in which we open it.
const ROUNDS: u32 = 1_000;

/// Who builds into a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Builder {
    /// Its process.
    pub process: u32,
    /// When it began, in seconds since 1970.
    pub since: u64,
}

impl Builder {
    fn this() -> Builder {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        Builder { process: std::process::id(), since }
    }
}

/// The working folder, which this process alone may use while it has this.
pub struct Work {
    folder: PathBuf,
    lock: Option<File>,
    /// Whether someone ended here in the midst of a build.
    pub was_left: bool,
}

/// What to do when another builder is at work. Of a builder that has just begun nothing is known yet.
pub type WhenBusy<'w> = Option<&'w dyn Fn(Option<Builder>)>;

impl Work {
    /// Takes the working folder of an output folder, which must exist. When another process has it, tells `wait` and
    /// waits, or fails with [`OpenError::Busy`].
    pub fn take(output: &Path, wait: WhenBusy) -> Result<Work, OpenError> {
        let folder = output.join(WORK);
        let mut wait_is_told = false;
        for _ in 0..ROUNDS {
            match files::at(&folder)? {
                Lies::Folder => {}
                Lies::Nothing => match files::make_folder(&folder) {
                    Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
                    _ => {}
                },
                _ => return Err(OpenError::Strange { name: WORK, what: Strangeness::NoFolder }),
            }
            let path = folder.join(LOCK);
            if !matches!(files::at(&path)?, Lies::Nothing | Lies::File(_)) {
                return Err(OpenError::Strange { name: ".bagyt/lock", what: Strangeness::NoFile });
            }
            let open = || File::options().read(true).write(true).create(true).truncate(false).open(&path);
            let lock = match files::patiently(open) {
                Ok(lock) => lock,
                // Its holder has just removed the folder.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => {
                    // A full disk has room for the folder and none for the lock.
                    let _ = files::remove_empty(&folder);
                    return Err(error.into());
                }
            };
            match lock.try_lock() {
                Ok(()) => {}
                Err(TryLockError::Error(error)) => return Err(error.into()),
                Err(TryLockError::WouldBlock) => {
                    let builder = builder(&folder);
                    let Some(tell) = wait else { return Err(OpenError::Busy(builder)) };
                    if !std::mem::replace(&mut wait_is_told, true) {
                        tell(builder);
                    }
                    files::patiently(|| lock.lock())?;
                }
            }
            // A holder removes the lock's file when it is done. A lock on a file that is gone holds nobody off.
            let same = Handle::from_path(&path).and_then(|named| Ok(named == Handle::from_file(lock.try_clone()?)?));
            if !same.unwrap_or(false) {
                continue;
            }
            let mut work = Work { folder, lock: Some(lock), was_left: false };
            work.was_left = [BUILDER, NEW, JOURNAL_PART].into_iter().any(|name| work.has(name));
            return Ok(work);
        }
        Err(OpenError::Busy(builder(&folder)))
    }

    /// Makes an empty place for what waits to be moved, and says who is at work.
    pub fn begin(&self) -> io::Result<()> {
        self.clear()?;
        let builder = serde_json::to_vec(&Builder::this()).map_err(io::Error::other)?;
        fs::write(self.folder.join(BUILDER), builder)?;
        files::make_folder(&self.new_files())
    }

    /// The folder for what waits to be moved.
    pub fn new_files(&self) -> PathBuf {
        self.folder.join(NEW)
    }

    /// The file that lists what is to be done; there is one from the moment in which a build counts until all is done.
    pub fn journal(&self) -> PathBuf {
        self.folder.join(JOURNAL)
    }

    /// The same in the making.
    pub fn journal_part(&self) -> PathBuf {
        self.folder.join(JOURNAL_PART)
    }

    /// The working folder itself.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Whether there is something of this name in the folder.
    fn has(&self, name: &str) -> bool {
        files::at(&self.folder.join(name)).is_ok_and(|lies| lies != Lies::Nothing)
    }

    /// Whether a build counts that is not done.
    pub fn has_journal(&self) -> bool {
        self.has(JOURNAL)
    }

    fn clear(&self) -> io::Result<()> {
        files::remove_all(&self.new_files())?;
        files::remove_all(&self.journal_part())?;
        files::remove_all(&self.folder.join(BUILDER))
    }

    /// Gives the folder back, and removes it unless a journal is in it that somebody must finish.
    pub fn close(&mut self) -> io::Result<()> {
        let Some(lock) = self.lock.take() else { return Ok(()) };
        let cleared = if self.has_journal() { files::remove_all(&self.folder.join(BUILDER)) } else { self.clear() };
        // While it is held, so that whoever opened it meanwhile sees that it is gone.
        let removed = files::remove_file(&self.folder.join(LOCK));
        drop(lock);
        // Another may have taken it by now; then the folder is not empty.
        cleared.and(removed).and_then(|()| files::remove_empty(&self.folder)).map(drop)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // What stays is removed by the next build, and whoever drops this has an error to tell already.
        let _ = self.close();
    }
}

/// Whether a build counts in an output folder that is not done.
pub fn holds_journal(output: &Path) -> bool {
    files::at(&output.join(WORK).join(JOURNAL)).is_ok_and(|lies| lies != Lies::Nothing)
}

/// Who has the lock of a working folder, if it has said so yet.
fn builder(folder: &Path) -> Option<Builder> {
    let path = folder.join(BUILDER);
    match files::at(&path) {
        Ok(Lies::File(size)) if size < 1_000 => serde_json::from_slice(&fs::read(path).ok()?).ok(),
        _ => None,
    }
}
