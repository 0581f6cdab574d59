//! Whether a file is as it was, without reading it.

use std::fs::{self, Metadata};
use std::time::{Duration, SystemTime};

use super::File;

/// What the file system says of a file's bytes. Two equal ones are of the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    length: u64,
    modified: SystemTime,
    changed: SystemTime,
    number: u64,
}

/// A file that was changed within this time may change once more without getting another time: a stick counts two seconds.
const UNSETTLED: Duration = Duration::from_secs(3);

impl Stamp {
    /// The stamp of a file; nothing for one that has changed too lately for its stamp to say anything, or cannot be read.
    pub fn of(file: &File) -> Option<Stamp> {
        let meta = fs::metadata(&file.disk).ok().filter(Metadata::is_file)?;
        let modified = meta.modified().ok()?;
        let (changed, number) = changed(&meta).unwrap_or((modified, 0));
        let stamp = Stamp { length: meta.len(), modified, changed, number };
        is_settled(modified.max(changed)).then_some(stamp)
    }
}

#[expect(clippy::disallowed_methods, reason = "decides only whether a file is read again")]
fn is_settled(time: SystemTime) -> bool {
    SystemTime::now().duration_since(time).is_ok_and(|age| age > UNSETTLED)
}

/// When anything of a file was changed, which no program can set, and the number of the file.
#[cfg(unix)]
fn changed(meta: &Metadata) -> Option<(SystemTime, u64)> {
    use std::os::unix::fs::MetadataExt;
    let time = Duration::new(u64::try_from(meta.ctime()).ok()?, u32::try_from(meta.ctime_nsec()).ok()?);
    Some((SystemTime::UNIX_EPOCH.checked_add(time)?, meta.ino()))
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<(SystemTime, u64)> {
    None
}
