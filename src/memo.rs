//! What a build remembers for the next one.

mod stored;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Diagnostics};
use crate::parse::{Page, Parsed, Record};
use crate::source::{self, File};
use crate::{bundle, pictures};

pub use stored::{Stored, ToStore};

/// Results of an earlier build, keyed by what they were made from. An empty one is always right.
#[derive(Default)]
pub struct Memo {
    pub(crate) pages: ParseMemo<Page>,
    pub(crate) records: ParseMemo<Record>,
    pub(crate) pictures: pictures::Memo,
    pub(crate) made: bundle::Memo,
}

/// A parsed file, and what was said about it; said again when the file is taken from here.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "C: Serialize", deserialize = "C: serde::de::DeserializeOwned"))]
pub(crate) struct Remembered<C> {
    /// Hashes of the text and of the settings with which it was parsed.
    hash: u128,
    settings: u128,
    #[serde(with = "stored::shared")]
    parsed: Option<Arc<Parsed<C>>>,
    /// What was said of the file on the disk.
    of_file: Vec<Diagnostic>,
    diagnostics: Vec<Diagnostic>,
    /// Which of the files of [`Stored`] it stands in.
    #[serde(skip)]
    part: Option<usize>,
}

/// Gives what an earlier process has parsed: the path, the settings, and the text's hash if that was read.
pub(crate) type Earlier<C> = Box<dyn Fn(&str, u128, Option<u128>) -> Option<Remembered<C>> + Send + Sync>;

/// Parsed files by path.
pub(crate) struct ParseMemo<C> {
    files: Mutex<HashMap<Arc<str>, Arc<Remembered<C>>>>,
    earlier: Option<Earlier<C>>,
}

impl<C> Default for ParseMemo<C> {
    fn default() -> Self {
        ParseMemo { files: Mutex::default(), earlier: None }
    }
}

/// What parsing a file gives.
type Found<C> = (Option<Arc<Parsed<C>>>, Diagnostics);

impl<C: Send + Sync> ParseMemo<C> {
    /// Reads every file and parses those whose text, or whose settings, have changed. Keeps the order of the files.
    pub fn parse_all(
        &self,
        files: &[File],
        settings: u128,
        out: &mut Diagnostics,
        parse: impl Fn(&File, &str, &mut Diagnostics) -> Option<Parsed<C>> + Sync,
    ) -> Vec<Arc<Parsed<C>>> {
        let results: Vec<Found<C>> = files.par_iter().map(|file| self.one(file, settings, &parse)).collect();
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
    ) -> Found<C> {
        let earlier = |hash| self.earlier.as_ref().and_then(|earlier| earlier(&file.path, settings, hash));
        if let Some(found) = earlier(None) {
            let mut out = Diagnostics::new();
            found.of_file.iter().for_each(|diagnostic| out.push(diagnostic.clone()));
            return self.keep(file, found, out);
        }
        let mut out = Diagnostics::new();
        let Some(text) = source::read_text(file, &mut out) else { return (None, out) };
        // What is said of the file on the disk is said anew each time: it can change while the text stays the same.
        let of_file: Vec<Diagnostic> = out.iter().cloned().collect();
        let hash = crate::hash::of(&text);
        if let Some(found) = self.recall(file, hash, settings) {
            return found.told(out);
        }
        if let Some(mut found) = earlier(Some(hash)) {
            if found.of_file != of_file {
                (found.of_file, found.part) = (of_file, None);
            }
            return self.keep(file, found, out);
        }
        let mut own = Diagnostics::new();
        let parsed = parse(file, &text, &mut own).map(Arc::new);
        let diagnostics = own.iter().cloned().collect();
        self.keep(file, Remembered { hash, settings, parsed, of_file, diagnostics, part: None }, out)
    }

    /// Keeps what was found for the next build, and adds what is said of it.
    fn keep(&self, file: &File, found: Remembered<C>, out: Diagnostics) -> Found<C> {
        let found = Arc::new(found);
        if let Ok(mut files) = self.files.lock() {
            files.insert(file.path.clone(), found.clone());
        }
        found.told(out)
    }

    fn recall(&self, file: &File, hash: u128, settings: u128) -> Option<Arc<Remembered<C>>> {
        let files = self.files.lock().ok()?;
        files.get(&file.path).filter(|found| (found.hash, found.settings) == (hash, settings)).cloned()
    }
}

impl<C> Remembered<C> {
    /// What was parsed, with what was said of it after what is said of the file.
    fn told(&self, mut out: Diagnostics) -> Found<C> {
        self.diagnostics.iter().for_each(|diagnostic| out.push(diagnostic.clone()));
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
}
