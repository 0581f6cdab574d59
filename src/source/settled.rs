//! Whether a file is as it was, without reading it.

use std::fs::{self, Metadata};
use std::time::{Duration, SystemTime};

use super::File;
use crate::stamp::Stamp;

/// A file that was changed within this time may change once more without getting another stamp: a stick counts two seconds.
const UNSETTLED: Duration = Duration::from_secs(3);

/// The stamp of a file; nothing for one that has changed too lately for its stamp to say anything, or cannot be read.
pub fn stamp(file: &File) -> Option<Stamp> {
    let meta = fs::metadata(&file.disk).ok().filter(Metadata::is_file)?;
    is_settled(meta.modified().ok()?).then(|| Stamp::of(&meta))
}

#[expect(clippy::disallowed_methods, reason = "decides only whether a file is read again")]
fn is_settled(time: SystemTime) -> bool {
    SystemTime::now().duration_since(time).is_ok_and(|age| age > UNSETTLED)
}
