//! Parsed pages on the disk: each is read when it is asked for, and written when it is not there already.
//!
//! They lie in two files: one that is large and seldom written, and one with what has changed since.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::{ParseMemo, Remembered};
use crate::parse::Page;

/// The part of the pages that may stand in the small file, before all are written anew.
const MOST: usize = 8;
/// So many pages are made into bytes at once: enough for every thread, few enough to be no burden on the memory.
const AT_ONCE: usize = 256;

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

/// What a file ends with: for each page its path, hashes, and bytes; then comes the length of all this.
type Index = Vec<(String, u128, u128, u64)>;

impl Stored {
    /// Takes files that [`ParseMemo::store`] has filled, the large one first. Those that cannot be read are empty.
    pub fn new(files: Vec<Vec<u8>>) -> Stored {
        let mut stored = Stored::default();
        for (number, bytes) in files.iter().enumerate() {
            let mut at = 0usize;
            for (path, hash, settings, length) in index(bytes).unwrap_or_default() {
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

/// The index of a file.
fn index(bytes: &[u8]) -> Option<Index> {
    let (rest, length) = bytes.split_last_chunk()?;
    let begin = rest.len().checked_sub(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    postcard::from_bytes(&rest[begin..]).ok()
}

/// Writes the content of a file.
pub type Fill<'f> = &'f dyn Fn(&mut dyn Write) -> io::Result<()>;

/// The files of a build, to be written.
pub trait Shelf {
    /// Takes the large one.
    fn large(&mut self, fill: Fill);
    /// Takes the small one, which belongs to the large one that was last written.
    fn small(&mut self, fill: Fill);
}

impl ParseMemo<Page> {
    /// Takes what an earlier process has parsed. The files of the paths that are `unread` have not changed since.
    pub fn recall_from(&mut self, stored: Arc<Stored>, unread: HashSet<String>) {
        self.earlier = Some(Box::new(move |path, settings, hash| stored.find(&unread, path, settings, hash)));
    }

    /// Writes what has changed in this build after one that has left `stored`; gives whether there was anything.
    pub fn store(&self, stored: &Stored, shelf: &mut dyn Shelf) -> bool {
        let Ok(found) = self.files.lock() else { return false };
        let found: BTreeMap<&str, &Remembered<Page>> = found.iter().map(|(path, found)| (&**path, found)).collect();
        if found.values().all(|found| found.part.is_some()) {
            return false;
        }
        let all: Vec<(&str, &Remembered<Page>)> = found.into_iter().collect();
        let fresh: Vec<_> = all.iter().copied().filter(|(_, found)| found.part != Some(0)).collect();
        if fresh.len() * MOST < all.len() {
            shelf.small(&|out| write(stored, &fresh, out));
        } else {
            shelf.large(&|out| write(stored, &all, out));
            shelf.small(&|out| write(stored, &[], out));
        }
        true
    }
}

/// Writes a file of pages. What was written before is not made into bytes again.
fn write(stored: &Stored, pages: &[(&str, &Remembered<Page>)], out: &mut dyn Write) -> io::Result<()> {
    let mut index = Index::with_capacity(pages.len());
    for pages in pages.chunks(AT_ONCE) {
        let bytes = |(path, found): &(&str, &Remembered<Page>)| {
            let old = found.part.and_then(|_| stored.bytes(stored.entries.get(*path)?)).map(Cow::Borrowed);
            // What cannot be written is parsed again.
            old.or_else(|| postcard::to_stdvec(*found).ok().map(Cow::Owned))
        };
        let contents: Vec<Option<Cow<[u8]>>> = pages.par_iter().map(bytes).collect();
        for ((path, found), content) in pages.iter().zip(contents) {
            let Some(content) = content else { continue };
            out.write_all(&content)?;
            index.push((path.to_string(), found.hash, found.settings, content.len() as u64));
        }
    }
    let index = postcard::to_stdvec(&index).map_err(io::Error::other)?;
    out.write_all(&index)?;
    out.write_all(&(index.len() as u64).to_le_bytes())
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

    /// Files in memory.
    #[derive(Default)]
    struct Files {
        large: Option<Vec<u8>>,
        small: Vec<u8>,
    }

    impl Shelf for Files {
        fn large(&mut self, fill: Fill) {
            let mut bytes = Vec::new();
            fill(&mut bytes).unwrap();
            self.large = Some(bytes);
        }

        fn small(&mut self, fill: Fill) {
            self.small.clear();
            fill(&mut self.small).unwrap();
        }
    }

    /// What a build leaves, if anything has changed.
    fn left(memo: &ParseMemo<Page>, stored: &Stored) -> Option<Files> {
        let mut files = Files::default();
        memo.store(stored, &mut files).then_some(files)
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
        let written = left(&first, &Stored::default()).unwrap();
        let stored = Arc::new(Stored::new(vec![written.large.unwrap(), written.small]));
        let second = next(&stored, &["000.md"]);
        assert_eq!(parsed(home, &second), (all, 0));
        assert!(left(&second, &stored).is_none(), "there is nothing new");

        write(home, 3, "башка");
        fs::remove_file(home.join("005.md")).unwrap();
        let (all, _) = parsed(home, &ParseMemo::default());
        let third = next(&stored, &["000.md"]);
        assert_eq!(parsed(home, &third), (all.clone(), 1));
        let more = left(&third, &stored).unwrap();
        assert!(more.large.is_none(), "the large file stays");
        let large = stored.files[0].clone();
        let stored = Arc::new(Stored::new(vec![large.clone(), more.small]));
        assert_eq!(parsed(home, &next(&stored, &["003.md"])), (all.clone(), 0));
        // The small file alone is lost.
        assert_eq!(parsed(home, &next(&Arc::new(Stored::new(vec![large])), &[])), (all, 1));

        (10..40).for_each(|number| write(home, number, "жаңы"));
        let fourth = next(&stored, &["003.md"]);
        let (all, count) = parsed(home, &fourth);
        assert_eq!(count, 30);
        let written = left(&fourth, &stored).unwrap();
        let stored = Arc::new(Stored::new(vec![written.large.expect("much has changed"), written.small]));
        assert_eq!(parsed(home, &next(&stored, &[])), (all, 0));
    }

    #[test]
    fn a_file_that_cannot_be_read_holds_nothing() {
        let home = tempfile::tempdir().unwrap();
        (0..3).for_each(|number| write(home.path(), number, "текст"));
        let first = ParseMemo::default();
        let (all, _) = parsed(home.path(), &first);
        let good = left(&first, &Stored::default()).and_then(|written| written.large).unwrap();
        for length in (0..good.len()).step_by(11) {
            let stored = Arc::new(Stored::new(vec![good[..length].to_vec()]));
            assert_eq!(parsed(home.path(), &next(&stored, &["000.md"])).0, all, "{length} bytes");
        }
    }
}
