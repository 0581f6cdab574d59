//! What a build has left of each file, so that the next one sees whether it is still so.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::address::OutPath;
use crate::stamp::Stamp;

/// A file of the output as a build has left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    pub path: String,
    bytes: Bytes,
}

/// What is known of a file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bytes {
    pub size: u64,
    pub hash: u128,
    /// By which the file is known to hold them; `None` if it cannot be known by one.
    pub stamp: Option<Stamp>,
}

/// The stamp of an ordinary file.
pub fn stamp(path: &Path) -> Option<Stamp> {
    fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).map(|meta| Stamp::of(&meta))
}

impl Left {
    /// What lies there, if it has the same bytes. It is read only if its stamp is another one.
    pub fn found(&self, output: &Path) -> Option<Bytes> {
        let file = output.join(&self.path);
        let stamp = stamp(&file)?;
        let same = self.bytes.stamp == Some(stamp)
            || (stamp.size() == self.bytes.size && crate::hash::of(&fs::read(&file).ok()?) == self.bytes.hash);
        same.then_some(Bytes { stamp: Some(stamp), ..self.bytes })
    }

    /// Whether another build need not read the file.
    pub fn has_stamp(&self) -> bool {
        self.bytes.stamp.is_some()
    }
}

/// How everything was left that has these bytes, in the order of the paths. The working folder was changed a moment ago, so
/// it tells the time as the output's disk does.
pub fn look(output: &Path, work: &Path, content: HashMap<OutPath, Bytes>) -> Vec<Left> {
    let now = fs::symlink_metadata(work).ok().map(|meta| Stamp::of(&meta).latest());
    let mut left: Vec<Left> = content
        .into_par_iter()
        .map(|(path, bytes)| {
            // A move leaves all of a stamp but for the last change; what somebody has changed since has another one.
            let stamp = now.zip(stamp(&output.join(path.as_str()))).filter(|(now, stamp)| {
                stamp.is_fresh(*now).is_none() && bytes.stamp.is_some_and(|written| stamp.is_moved(&written))
            });
            Left { path: path.to_string(), bytes: Bytes { stamp: stamp.map(|(_, stamp)| stamp), ..bytes } }
        })
        .collect();
    left.sort_by(|a, b| a.path.cmp(&b.path));
    left
}
