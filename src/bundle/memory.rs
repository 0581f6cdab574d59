//! Output kept in memory, for `serve`.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, RwLock};

use super::Sink;
use crate::address::OutPath;

/// A tree of files in memory. What a build neither puts nor keeps is gone after [`Memory::commit`].
#[derive(Default)]
pub struct Memory {
    shown: RwLock<HashMap<String, Kept>>,
    next: Mutex<HashMap<String, Arc<[u8]>>>,
    /// Number of the builds that have ended.
    round: AtomicU64,
}

/// A file, and the last round that kept it, counted from 1.
struct Kept {
    bytes: Arc<[u8]>,
    round: AtomicU64,
}

impl Memory {
    /// A file of the last build that was committed.
    pub fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        Some(self.shown.read().ok()?.get(path)?.bytes.clone())
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
        let (Ok(mut shown), Ok(mut next)) = (self.shown.write(), self.next.lock()) else { return false };
        let round = self.round.fetch_add(1, Ordering::Relaxed) + 1;
        let mut changed = false;
        for (path, bytes) in next.drain() {
            changed |= shown.get(&path).is_none_or(|kept| kept.bytes != bytes);
            shown.insert(path, Kept { bytes, round: round.into() });
        }
        let before = shown.len();
        shown.retain(|_, kept| *kept.round.get_mut() == round);
        changed || shown.len() != before
    }

    /// Forgets what was taken since the last commit.
    pub fn discard(&self) {
        if let Ok(mut next) = self.next.lock() {
            next.clear();
            self.round.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Sink for Memory {
    fn put(&self, path: &OutPath, bytes: Vec<u8>) -> std::io::Result<()> {
        if let Ok(mut next) = self.next.lock() {
            next.insert(path.as_str().to_string(), bytes.into());
        }
        Ok(())
    }

    fn keep(&self, path: &OutPath) -> bool {
        let Ok(shown) = self.shown.read() else { return false };
        let Some(kept) = shown.get(path.as_str()) else { return false };
        kept.round.store(self.round.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_neither_put_nor_kept_is_gone() {
        let path = |name: &str| OutPath::new(name).unwrap();
        let memory = Memory::default();
        let put = |name: &str, text: &str| memory.put(&path(name), text.into()).unwrap();
        put("a", "1");
        put("b", "1");
        assert!(memory.commit() && memory.paths() == ["a", "b"]);
        assert!(memory.keep(&path("a")) && !memory.keep(&path("c")));
        put("b", "1");
        assert!(!memory.commit(), "it is the same");
        assert!(memory.keep(&path("a")));
        put("b", "2");
        memory.discard();
        assert_eq!(memory.get("b").as_deref(), Some(&b"1"[..]));
        assert!(memory.keep(&path("b")));
        assert!(memory.commit(), "what was kept for a build that is thrown away does not count");
        assert_eq!(memory.paths(), ["b"]);
    }
}
