//! What the output asks of the file system, each with what no caller may forget: links are not followed, a moment's
//! patience with files that are held open, other disks below the folder, what counts as written.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

/// What lies at a path itself; a link is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    Nothing,
    /// An ordinary file, with its size.
    File(u64),
    Folder,
    Link,
    /// A device, a pipe or a socket.
    Other,
}

/// What lies at `path`.
pub fn at(path: &Path) -> io::Result<Lies> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => Ok(Lies::Link),
        Ok(meta) if meta.is_dir() => Ok(Lies::Folder),
        Ok(meta) if meta.is_file() => Ok(Lies::File(meta.len())),
        Ok(_) => Ok(Lies::Other),
        // Below a file there is nothing.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Lies::Nothing),
        Err(error) => Err(error),
    }
}

/// How often and how long to wait for a program that holds a file open: two seconds in all.
const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(50);

/// Tries again when a signal came between, and for a moment when another program holds the file open: a virus scanner
/// lets go by itself.
pub fn patiently<T>(mut act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for _ in 0..TRIES {
        match act() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if is_held_open(&error) => std::thread::sleep(PAUSE),
            result => return result,
        }
    }
    act()
}

/// Whether an error may come from a program that holds the file open, which only Windows minds: access denied, sharing
/// violation, lock violation.
pub fn is_held_open(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// Makes a folder in one that is there.
pub fn make_folder(path: &Path) -> io::Result<()> {
    patiently(|| fs::create_dir(path))
}

/// Name of a copy in the making, in the folder that the file goes to.
const PART: &str = ".bagyt-part";

/// Moves a file to where nothing, a file or a link lies. In one step where the system can; to another disk below the
/// output's folder by a copy that takes the place of the old file in one step.
pub fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match patiently(|| fs::rename(from, to)) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let part = to.with_file_name(PART);
            remove_file(&part)?;
            let copied = copy(from, &part).and_then(|()| patiently(|| fs::rename(&part, to)));
            // Of two errors the first is the one to tell.
            copied.inspect_err(|_| drop(fs::remove_file(&part)))?;
            remove_file(from)
        }
        result => result,
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut target = File::create_new(to)?;
    io::copy(&mut File::open(from)?, &mut target)?;
    target.sync_all()
}

/// Removes a file or link if it is there.
pub fn remove_file(path: &Path) -> io::Result<()> {
    match patiently(|| fs::remove_file(path)) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(()),
        result => result,
    }
}

/// Removes a folder if it is there and holds nothing; whether it is gone.
pub fn remove_empty(folder: &Path) -> io::Result<bool> {
    use ErrorKind::{AlreadyExists, DirectoryNotEmpty, NotADirectory, NotFound, ResourceBusy};
    match patiently(|| fs::remove_dir(folder)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == NotFound => Ok(true),
        // Another disk hangs in a folder that is busy.
        Err(e) if matches!(e.kind(), DirectoryNotEmpty | AlreadyExists | NotADirectory | ResourceBusy) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Removes a folder of ours with all that is in it, or whatever took its place.
pub fn remove_all(path: &Path) -> io::Result<()> {
    match at(path)? {
        Lies::Folder => patiently(|| fs::remove_dir_all(path)),
        _ => remove_file(path),
    }
}

/// Waits until all that was written below `folder` is on the disk: one call for all files, where the system has one.
/// Elsewhere what a power cut leaves of a file is found out by its checksum.
pub fn flush(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    patiently(|| Ok(rustix::fs::syncfs(File::open(folder)?)?))?;
    #[cfg(not(target_os = "linux"))]
    let _ = folder;
    Ok(())
}

/// Writes a file and waits until it is on the disk.
pub fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    io::Write::write_all(&mut file, bytes)?;
    patiently(|| file.sync_all())
}

/// Waits until the names in a folder are on the disk.
pub fn flush_names(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    match patiently(|| File::open(folder)?.sync_all()) {
        // Some file systems of networks have no such thing.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {}
        result => return result,
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
