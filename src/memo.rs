//! What a build remembers for the next one.

mod stored;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Diagnostics};
use crate::parse::{Page, Parsed, Record};
use crate::source::{self, File};
use crate::stamp::Stamp;
use crate::{bundle, pictures, plan, search, theme};

pub use stored::{Fill, Shelf, Stored};

/// Results of an earlier build, keyed by what they were made from. An empty one is always right.
#[derive(Default)]
pub struct Memo {
    pub(crate) pages: ParseMemo<Page>,
    pub(crate) records: ParseMemo<Record>,
    pub(crate) pictures: pictures::Memo,
    pub(crate) plan: plan::Memo,
    pub(crate) theme: theme::Memo,
    pub(crate) made: bundle::Memo,
    pub(crate) search: search::Memo,
}

/// A parsed file, and what was said about it; said again when the file is taken from here.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "C: Serialize", deserialize = "C: serde::de::DeserializeOwned"))]
pub(crate) struct Remembered<C> {
    settings: u128,
    hash: u128,
    /// What the file system says of the file that was read, if that says enough.
    #[serde(skip)]
    stamp: Option<Stamp>,
    #[serde(with = "stored::shared")]
    parsed: Option<Arc<Parsed<C>>>,
    /// What was said of the file on the disk, and of its text.
    of_file: Vec<Diagnostic>,
    of_text: Vec<Diagnostic>,
    /// Which of the files of [`Stored`] it stands in.
    #[serde(skip)]
    part: Option<usize>,
}

/// What a build takes from here of one file.
type Recalled<C> = (Option<Arc<Parsed<C>>>, Diagnostics);

/// Gives what an earlier run of the program has parsed: by the path, the settings, and the hash if the text was read.
pub(crate) type Earlier<C> = Box<dyn Fn(&str, u128, Option<u128>) -> Option<Remembered<C>> + Send + Sync>;

/// Parsed files by path.
pub(crate) struct ParseMemo<C> {
    files: Mutex<HashMap<Arc<str>, Remembered<C>>>,
    earlier: Option<Earlier<C>>,
}

impl<C> Default for ParseMemo<C> {
    fn default() -> Self {
        ParseMemo { files: Mutex::default(), earlier: None }
    }
}

impl<C: Send + Sync> ParseMemo<C> {
    /// Reads every file and parses those whose text, or whose settings, have changed. Keeps the order of the files.
    pub fn parse_all(
        &self,
        files: &[File],
        settings: u128,
        out: &mut Diagnostics,
        parse: impl Fn(&File, &str, &mut Diagnostics) -> Option<Parsed<C>> + Sync,
    ) -> Vec<Arc<Parsed<C>>> {
        let results: Vec<Recalled<C>> = files.par_iter().map(|file| self.one(file, settings, &parse)).collect();
        let mut all = Vec::with_capacity(results.len());
        for (parsed, own) in results {
            out.extend(own);
            all.extend(parsed);
        }
        all
    }

    fn one(
        &self,
        file: &File,
        settings: u128,
        parse: &(impl Fn(&File, &str, &mut Diagnostics) -> Option<Parsed<C>> + Sync),
    ) -> Recalled<C> {
        // Before the file is read: what changes while it is read has another stamp.
        let stamp = source::stamp(file);
        if let Some(found) =
            self.recall(file, |known| known.settings == settings && stamp.is_some() && known.stamp == stamp)
        {
            return found;
        }
        let earlier = |hash| self.earlier.as_ref().and_then(|earlier| earlier(&file.path, settings, hash));
        if let Some(known) = earlier(None) {
            return self.keep(file, Remembered { stamp, ..known });
        }
        let mut out = Diagnostics::new();
        let Some(text) = source::read_text(file, &mut out) else { return (None, out) };
        // What is said of the file on the disk is said anew each time: it can change while the text stays the same.
        let of_file: Vec<Diagnostic> = out.iter().cloned().collect();
        let hash = crate::hash::of(&(settings, &text));
        self.refresh(file, hash, stamp, &of_file);
        if let Some(found) = self.recall(file, |known| known.hash == hash) {
            return found;
        }
        if let Some(known) = earlier(Some(hash)) {
            let part = known.part.filter(|_| known.of_file == of_file);
            return self.keep(file, Remembered { stamp, of_file, part, ..known });
        }
        let mut own = Diagnostics::new();
        let parsed = parse(file, &text, &mut own).map(Arc::new);
        let of_text = own.iter().cloned().collect();
        self.keep(file, Remembered { settings, hash, stamp, parsed, of_file, of_text, part: None })
    }

    /// Remembers a file, and takes it from here.
    fn keep(&self, file: &File, known: Remembered<C>) -> Recalled<C> {
        let recalled = known.recalled();
        if let Ok(mut files) = self.files.lock() {
            files.insert(file.path.clone(), known);
        }
        recalled
    }

    /// A file was written anew with the same text.
    fn refresh(&self, file: &File, hash: u128, stamp: Option<Stamp>, of_file: &[Diagnostic]) {
        if let Ok(mut files) = self.files.lock()
            && let Some(known) = files.get_mut(&file.path).filter(|known| known.hash == hash)
        {
            known.stamp = stamp;
            known.of_file = of_file.to_vec();
        }
    }

    fn recall(&self, file: &File, is_same: impl FnOnce(&Remembered<C>) -> bool) -> Option<Recalled<C>> {
        let files = self.files.lock().ok()?;
        files.get(&file.path).filter(|known| is_same(known)).map(Remembered::recalled)
    }
}

impl<C> Remembered<C> {
    fn recalled(&self) -> Recalled<C> {
        let mut out = Diagnostics::new();
        self.of_file.iter().chain(&self.of_text).for_each(|diagnostic| out.push(diagnostic.clone()));
        (self.parsed.clone(), out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_the_file_itself_ends_when_it_is_mended() {
        let home = tempfile::tempdir().unwrap();
        let file = File { path: "content/a.ky.md".into(), disk: home.path().join("a.ky.md") };
        let memo = ParseMemo::<()>::default();
        let said = |text: &str| {
            std::fs::write(&file.disk, text).unwrap();
            let mut out = Diagnostics::new();
            memo.parse_all(std::slice::from_ref(&file), 0, &mut out, |_, _, _| None);
            out.iter().count()
        };
        assert_eq!(said("сөз\0"), 1);
        assert_eq!(said("сөз\0"), 1);
        assert_eq!(said("сөз"), 0);
    }

    #[test]
    #[cfg(unix)]
    fn a_file_with_another_text_is_read_though_its_length_and_time_are_the_same() {
        let home = tempfile::tempdir().unwrap();
        let file = File { path: "content/a.ky.md".into(), disk: home.path().join("a.ky.md") };
        let memo = ParseMemo::<()>::default();
        let read = || {
            let texts = Mutex::new(Vec::new());
            let mut out = Diagnostics::new();
            memo.parse_all(std::slice::from_ref(&file), 0, &mut out, |_, text, _| {
                texts.lock().unwrap().push(text.to_string());
                None
            });
            texts.into_inner().unwrap()
        };
        std::fs::write(&file.disk, "сөз").unwrap();
        let time = std::fs::metadata(&file.disk).unwrap().modified().unwrap();
        // Until a file has settled its stamp says nothing.
        while source::stamp(&file).is_none() {
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        assert_eq!(read(), ["сөз"]);
        assert_eq!(read(), Vec::<String>::new());
        std::fs::write(&file.disk, "сен").unwrap();
        std::fs::File::options().write(true).open(&file.disk).unwrap().set_modified(time).unwrap();
        assert_eq!(read(), ["сен"]);
    }
}
