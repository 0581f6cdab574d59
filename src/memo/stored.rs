//! Parsed pages on the disk: each is read when it is asked for, and written when it is not there already.
//!
//! They lie in two files: one that is large and seldom written, and one with what has changed since.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::{ParseMemo, Remembered};
use crate::parse::Page;

/// The part of the large file that the small one may have, before all is written anew.
const MOST: usize = 8;

/// What an earlier process has parsed.
#[derive(Default)]
pub struct Stored {
    files: Vec<Vec<u8>>,
    entries: HashMap<String, Entry>,
}

#[derive(Clone)]
struct Entry {
    file: usize,
    at: Range<usize>,
    hash: u128,
    settings: u128,
}

/// What a file begins with: for each page its path, hashes, and bytes.
type Index = Vec<(String, u128, u128, u64)>;

impl Stored {
    /// Reads files that [`ToStore`] gave, the large one first. Those that cannot be read are empty.
    pub fn new(files: Vec<Vec<u8>>) -> Stored {
        let mut stored = Stored::default();
        for (number, bytes) in files.iter().enumerate() {
            let Ok((index, rest)) = postcard::take_from_bytes::<Index>(bytes) else { continue };
            let mut at = bytes.len() - rest.len();
            for (path, hash, settings, length) in index {
                let end = at.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
                stored.entries.insert(path, Entry { file: number, at: at..end, hash, settings });
                at = end;
            }
        }
        stored.files = files;
        stored
    }

    fn bytes(&self, entry: &Entry) -> Option<&[u8]> {
        self.files.get(entry.file)?.get(entry.at.clone())
    }

    /// A page that was parsed with these settings. Without a hash of its text it must be one of those that are `unread`.
    fn find(
        &self,
        unread: &HashSet<String>,
        path: &str,
        settings: u128,
        hash: Option<u128>,
    ) -> Option<Remembered<Page>> {
        let entry = self.entries.get(path).filter(|entry| entry.settings == settings)?;
        let is_same = hash.map_or_else(|| unread.contains(path), |hash| hash == entry.hash);
        let found: Remembered<Page> = postcard::from_bytes(self.bytes(entry).filter(|_| is_same)?).ok()?;
        Some(Remembered { part: Some(entry.file), ..found })
    }
}

/// What is to be written after a build.
pub struct ToStore {
    /// The large file, if all is to be written anew.
    pub all: Option<Vec<u8>>,
    /// The small one.
    pub more: Vec<u8>,
}

impl ParseMemo<Page> {
    /// Takes what an earlier process has parsed. The files of the paths that are `unread` have not changed since.
    pub fn recall_from(&mut self, stored: Arc<Stored>, unread: HashSet<String>) {
        self.earlier = Some(Box::new(move |path, settings, hash| stored.find(&unread, path, settings, hash)));
    }

    /// What is to be written of this build, after one that has left `stored`; `None` if nothing has changed.
    pub fn to_store(&self, stored: &Stored) -> Option<ToStore> {
        let found = self.files.lock().ok()?;
        let found: BTreeMap<&str, &Remembered<Page>> = found.iter().map(|(path, found)| (&**path, found)).collect();
        let fresh = |found: &Remembered<Page>| found.part != Some(0);
        if found.values().all(|found| found.part.is_some()) {
            return None;
        }
        let more = file(stored, found.iter().filter(|(_, found)| fresh(found)).map(|(path, found)| (*path, *found)));
        let large = stored.files.first().map_or(0, Vec::len);
        if more.len() * MOST < large {
            return Some(ToStore { all: None, more });
        }
        let all = file(stored, found.iter().map(|(path, found)| (*path, *found)));
        Some(ToStore { all: Some(all), more: file(stored, std::iter::empty()) })
    }
}

/// A file of pages. What was written before is not made into bytes again.
fn file<'r>(stored: &Stored, pages: impl Iterator<Item = (&'r str, &'r Remembered<Page>)>) -> Vec<u8> {
    let pages: Vec<(&str, &Remembered<Page>)> = pages.collect();
    let bytes = |(path, found): &(&str, &Remembered<Page>)| {
        let old = found.part.and_then(|_| stored.bytes(stored.entries.get(*path)?)).map(<[u8]>::to_vec);
        // What cannot be written is parsed again.
        old.or_else(|| postcard::to_stdvec(*found).ok())
    };
    let contents: Vec<Option<Vec<u8>>> = pages.par_iter().map(bytes).collect();
    let index = pages.iter().zip(&contents).filter_map(|((path, found), bytes)| {
        Some((path.to_string(), found.hash, found.settings, bytes.as_ref()?.len() as u64))
    });
    // Lists of texts and numbers can be written.
    let mut all = postcard::to_stdvec(&index.collect::<Index>()).unwrap_or_default();
    all.reserve_exact(contents.iter().flatten().map(Vec::len).sum());
    // Each is dropped when it is written: there is not twice as much at once.
    contents.into_iter().flatten().for_each(|bytes| all.extend_from_slice(&bytes));
    all
}

/// A shared value that may be missing, as a plain one.
pub mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<T: Serialize, S: Serializer>(value: &Option<Arc<T>>, to: S) -> Result<S::Ok, S::Error> {
        value.as_deref().serialize(to)
    }

    pub fn deserialize<'d, T: Deserialize<'d>, D: Deserializer<'d>>(from: D) -> Result<Option<Arc<T>>, D::Error> {
        Option::<T>::deserialize(from).map(|value| value.map(Arc::new))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::diag::Diagnostics;
    use crate::lang::Languages;
    use crate::parse::{self, Parsed, Phrases};
    use crate::source::File;

    /// What parsing all pages of a folder gives and says, and how many were parsed.
    fn parsed(home: &Path, memo: &ParseMemo<Page>) -> (String, usize) {
        let mut paths: Vec<_> = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let file = |disk: std::path::PathBuf| {
            let name = disk.file_name().unwrap().to_string_lossy().into_owned();
            File { path: name.into(), disk }
        };
        let files: Vec<File> = paths.into_iter().map(file).collect();
        let (count, mut out) = (AtomicUsize::new(0), Diagnostics::new());
        let lang = Languages::usual().lead();
        let all: Vec<Arc<Parsed<Page>>> = memo.parse_all(&files, 7, &mut out, |file, text, out| {
            count.fetch_add(1, Ordering::Relaxed);
            parse::page(&file.path, text, lang, &Phrases::default(), false, &["pupil", "teacher"], out)
        });
        (format!("{all:?} {:?}", out.iter().collect::<Vec<_>>()), count.into_inner())
    }

    fn write(home: &Path, number: usize, text: &str) {
        let front = "audience: [pupil]\nupdated: 2026-11-20\nsources:\n  - {title: Китеп, checked_on: 2026-11-21}\n";
        let text = format!("---\ntitle: Барак {number}\n{front}---\n## Башы\n\n{text} [a](b.md) [c][d]\n\n- [ ] x\n");
        fs::write(home.join(format!("{number:03}.md")), text).unwrap();
    }

    /// A process that comes after one that has left `stored`, and knows which files have not changed.
    fn next(stored: &Arc<Stored>, unread: &[&str]) -> ParseMemo<Page> {
        let mut memo = ParseMemo::default();
        memo.recall_from(stored.clone(), unread.iter().map(ToString::to_string).collect());
        memo
    }

    #[test]
    fn what_an_earlier_process_has_parsed_is_not_parsed_again() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path();
        (0..40).for_each(|number| write(home, number, "текст\u{1}"));
        let first = ParseMemo::default();
        let (all, count) = parsed(home, &first);
        assert_eq!(count, 40);
        assert!(all.contains("LinkUndefined") && all.contains("ForbiddenCharacter"), "{all}");
        let written = first.to_store(&Stored::default()).unwrap();
        let stored = Arc::new(Stored::new(vec![written.all.unwrap(), written.more]));
        let second = next(&stored, &["000.md"]);
        assert_eq!(parsed(home, &second), (all, 0));
        assert!(second.to_store(&stored).is_none(), "there is nothing new");

        write(home, 3, "башка");
        fs::remove_file(home.join("005.md")).unwrap();
        let (all, _) = parsed(home, &ParseMemo::default());
        let third = next(&stored, &["000.md"]);
        assert_eq!(parsed(home, &third), (all.clone(), 1));
        let more = third.to_store(&stored).unwrap();
        assert!(more.all.is_none(), "the large file stays");
        let large = stored.files[0].clone();
        let stored = Arc::new(Stored::new(vec![large.clone(), more.more]));
        assert_eq!(parsed(home, &next(&stored, &["003.md"])), (all.clone(), 0));
        // The small file alone is lost.
        assert_eq!(parsed(home, &next(&Arc::new(Stored::new(vec![large])), &[])), (all, 1));

        (10..40).for_each(|number| write(home, number, "жаңы"));
        let fourth = next(&stored, &["003.md"]);
        let (all, count) = parsed(home, &fourth);
        assert_eq!(count, 30);
        let written = fourth.to_store(&stored).unwrap();
        let stored = Arc::new(Stored::new(vec![written.all.expect("much has changed"), written.more]));
        assert_eq!(parsed(home, &next(&stored, &[])), (all, 0));
    }

    #[test]
    fn a_file_that_cannot_be_read_holds_nothing() {
        let home = tempfile::tempdir().unwrap();
        (0..3).for_each(|number| write(home.path(), number, "текст"));
        let first = ParseMemo::default();
        let (all, _) = parsed(home.path(), &first);
        let good = first.to_store(&Stored::default()).and_then(|written| written.all).unwrap();
        for length in (0..good.len()).step_by(11) {
            let stored = Arc::new(Stored::new(vec![good[..length].to_vec()]));
            assert_eq!(parsed(home.path(), &next(&stored, &["000.md"])).0, all, "{length} bytes");
        }
    }
}
