//! What tells, without reading it, that a file is as it was.

use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Size, times and number of a file. A file with the stamp that it had before is the same file with the same bytes, unless
/// it was written so soon before the stamp was taken that a second writing could have left the same time
/// ([`Stamp::is_fresh`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    modified: Moment,
    /// When its names, rights or bytes last changed, which no program can set back. Windows has no such time; there it is
    /// the one at which the file was made.
    changed: Moment,
    /// Zero on Windows.
    number: u64,
}

/// A time as a file system tells it: seconds and nanoseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(i64, u32);

/// How much later than a file was written its stamp must be taken: several ticks of the clocks that file systems use. Those
/// of sticks count two seconds, and tell no part of one.
const TICKS: i128 = 20_000_000;
const TICKS_OF_STICKS: i128 = 2_000_000_000;

impl Moment {
    fn nanoseconds(self) -> i128 {
        i128::from(self.0) * 1_000_000_000 + i128::from(self.1)
    }

    /// A time that a file system told; 1970 if it did not.
    fn of(time: std::io::Result<SystemTime>) -> Moment {
        time.map_or(Moment(0, 0), Moment::from)
    }
}

impl From<SystemTime> for Moment {
    fn from(time: SystemTime) -> Moment {
        match time.duration_since(UNIX_EPOCH) {
            Ok(since) => Moment(since.as_secs() as i64, since.subsec_nanos()),
            Err(before) => Moment(-(before.duration().as_secs() as i64) - 1, before.duration().subsec_nanos()),
        }
    }
}

impl Stamp {
    /// The stamp of a file.
    pub fn of(meta: &Metadata) -> Stamp {
        #[cfg(unix)]
        let (changed, number) = {
            use std::os::unix::fs::MetadataExt;
            (Moment(meta.ctime(), u32::try_from(meta.ctime_nsec()).unwrap_or(0)), meta.ino())
        };
        #[cfg(not(unix))]
        let (changed, number) = (Moment::of(meta.created()), 0);
        Stamp { size: meta.len(), modified: Moment::of(meta.modified()), changed, number }
    }

    /// The bytes of the file.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// When it was last written, or moved: on its own disk it is not later now.
    pub fn latest(&self) -> Moment {
        self.modified.max(self.changed)
    }

    /// Whether it is the same file with the same bytes, though it may have been moved since.
    pub fn is_moved(&self, other: &Stamp) -> bool {
        (self.size, self.modified, self.number) == (other.size, other.modified, other.number)
    }

    /// How the file was so new at a moment that it may have been written once more without another time; `None`: it was not.
    pub fn is_fresh(&self, now: Moment) -> Option<Fresh> {
        let age = now.nanoseconds() - self.modified.nanoseconds();
        match self.modified.1 {
            0 if age <= TICKS_OF_STICKS => Some(Fresh::ForSeconds),
            0 => None,
            _ => (age <= TICKS).then_some(Fresh::ForTicks),
        }
    }
}

/// How long a file is too new to be known by its stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    /// For less time than anybody notices.
    ForTicks,
    /// On a disk whose clock counts seconds.
    ForSeconds,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(modified: Moment) -> Stamp {
        Stamp { size: 1, modified, changed: modified, number: 1 }
    }

    #[test]
    fn a_file_that_was_just_written_is_not_known_by_its_stamp() {
        let now = Moment(1_000, 500_000_000);
        for (modified, fresh) in [
            (Moment(1_000, 499_000_000), Some(Fresh::ForTicks)),
            (Moment(1_000, 400_000_001), None),
            (Moment(1_001, 1), Some(Fresh::ForTicks)),
            (Moment(999, 0), Some(Fresh::ForSeconds)),
            (Moment(998, 0), None),
            (Moment(2_000, 0), Some(Fresh::ForSeconds)),
        ] {
            assert_eq!(written(modified).is_fresh(now), fresh, "{modified:?}");
        }
    }

    #[test]
    fn a_time_before_1970_is_a_time() {
        let second = std::time::Duration::from_secs(1);
        let of = |time: SystemTime| Moment::of(Ok(time));
        assert!(of(UNIX_EPOCH - second) < of(UNIX_EPOCH) && of(UNIX_EPOCH) < of(UNIX_EPOCH + second));
    }
}
