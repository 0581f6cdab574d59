//! What a build remembers for the next one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics};
use crate::parse::{Page, Parsed, Record};
use crate::source::{self, File};
use crate::{bundle, pictures};

/// Results of an earlier build, keyed by what they were made from. An empty one is always right.
#[derive(Default)]
pub struct Memo {
    pub(crate) pages: ParseMemo<Page>,
    pub(crate) records: ParseMemo<Record>,
    pub(crate) pictures: pictures::Memo,
    pub(crate) made: bundle::Memo,
}

/// A parsed file, and what was said about it; said again when the file is taken from here.
struct Remembered<C> {
    hash: u128,
    parsed: Option<Arc<Parsed<C>>>,
    diagnostics: Vec<Diagnostic>,
}

/// Parsed files by path.
pub(crate) struct ParseMemo<C> {
    files: Mutex<HashMap<Arc<str>, Remembered<C>>>,
}

impl<C> Default for ParseMemo<C> {
    fn default() -> Self {
        ParseMemo { files: Mutex::default() }
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
        let results: Vec<(Option<Arc<Parsed<C>>>, Diagnostics)> =
            files.par_iter().map(|file| self.one(file, settings, &parse)).collect();
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
    ) -> (Option<Arc<Parsed<C>>>, Diagnostics) {
        let mut out = Diagnostics::new();
        let Some(text) = source::read_text(file, &mut out) else { return (None, out) };
        // What is said of the file on the disk is said anew each time: it can change while the text stays the same.
        let of_file = out.iter().count();
        let hash = crate::hash::of(&(settings, &text));
        if let Some(found) = self.recall(file, hash, &mut out) {
            return (found, out);
        }
        let parsed = parse(file, &text, &mut out).map(Arc::new);
        if let Ok(mut files) = self.files.lock() {
            let remembered =
                Remembered { hash, parsed: parsed.clone(), diagnostics: out.iter().skip(of_file).cloned().collect() };
            files.insert(file.path.clone(), remembered);
        }
        (parsed, out)
    }

    fn recall(&self, file: &File, hash: u128, out: &mut Diagnostics) -> Option<Option<Arc<Parsed<C>>>> {
        let files = self.files.lock().ok()?;
        let remembered = files.get(&file.path).filter(|remembered| remembered.hash == hash)?;
        for diagnostic in &remembered.diagnostics {
            out.push(diagnostic.clone());
        }
        Some(remembered.parsed.clone())
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
