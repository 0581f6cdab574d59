//! Output kept in memory, for `serve`.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use super::Sink;
use crate::address::OutPath;

/// A tree of files in memory. What a build neither puts nor keeps is gone after [`Memory::commit`].
#[derive(Default)]
pub struct Memory {
    shown: RwLock<HashMap<String, Arc<[u8]>>>,
    next: RwLock<HashMap<String, Arc<[u8]>>>,
}

impl Memory {
    /// A file of the last build that was committed.
    pub fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        self.shown.read().ok()?.get(path).cloned()
    }

    /// All paths of the last build that was committed, sorted.
    pub fn paths(&self) -> Vec<String> {
        let mut paths: Vec<String> =
            self.shown.read().map_or_else(|_| Vec::new(), |shown| shown.keys().cloned().collect());
        paths.sort();
        paths
    }

    /// Shows what was taken since the last commit or discard. Whether that differs from what was shown.
    pub fn commit(&self) -> bool {
        let (Ok(mut shown), Ok(mut next)) = (self.shown.write(), self.next.write()) else { return false };
        let before = std::mem::replace(&mut *shown, std::mem::take(&mut *next));
        before != *shown
    }

    /// Forgets what was taken since the last commit.
    pub fn discard(&self) {
        if let Ok(mut next) = self.next.write() {
            next.clear();
        }
    }
}

impl Sink for Memory {
    fn put(&self, path: &OutPath, bytes: Vec<u8>) -> std::io::Result<()> {
        if let Ok(mut next) = self.next.write() {
            next.insert(path.as_str().to_string(), bytes.into());
        }
        Ok(())
    }

    fn keep(&self, path: &OutPath) -> bool {
        let Some(bytes) = self.get(path.as_str()) else { return false };
        self.next.write().is_ok_and(|mut next| {
            next.insert(path.as_str().to_string(), bytes);
            true
        })
    }
}
