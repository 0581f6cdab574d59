//! What is made → a tree of paths and bytes.
//!
//! In: the plan's outputs, and for each the hash of its inputs and a way to make it. Out: what has changed is made, pages are
//! minified, and everything is given one by one to a [`Sink`]. Never: deciding what a file says. [`Disk`] alone touches the disk.

#[expect(clippy::disallowed_methods, reason = "here output is written")]
mod disk;
mod memory;
mod minify;
mod report;

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::address::OutPath;
use crate::diag::{Code, Diagnostics};
use crate::messages::say;
use crate::pictures::{self, Picture};
use crate::plan::Output;
use crate::progress::Progress;
use crate::resolve::Asset;
use crate::source::{self, File};

pub use disk::{Builder, CommitError, Disk, InTheWay, Left, Mended, Obstacle, OpenError, Strangeness, Written, mend};
pub use memory::Memory;
use minify::Minifier;
pub use report::{report_commit, report_mended, report_older, report_open, report_sink, who};

/// Takes the output, from several threads at once.
pub trait Sink: Sync {
    /// Takes a file.
    ///
    /// # Errors
    /// What the machine says when it cannot take more.
    fn put(&self, path: &OutPath, bytes: Vec<u8>) -> std::io::Result<()>;

    /// Whether the sink still has the file that it was given last time and will keep it.
    fn keep(&self, path: &OutPath) -> bool;
}

/// Takes nothing: for `check`, which makes everything and writes nothing.
pub struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _: &OutPath, _: Vec<u8>) -> std::io::Result<()> {
        Ok(())
    }

    fn keep(&self, _: &OutPath) -> bool {
        false
    }
}

/// What the last build made, by what it was made from. A build with an empty memo makes everything.
#[derive(Default, Serialize, Deserialize)]
pub struct Memo {
    files: Mutex<HashMap<OutPath, Known>>,
}

impl Memo {
    fn forget(&self, paths: &[OutPath]) {
        if let Ok(mut files) = self.files.lock() {
            for path in paths {
                files.remove(path);
            }
        }
    }
}

/// What a file was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    /// Hash of its inputs, known before anything is made.
    key: u128,
    /// Hash of what the inputs came to: of a page its view, of other files their bytes.
    content: u128,
}

/// Takes a file by its path, from several threads at once.
type Put<'p> = &'p (dyn Fn(String, Vec<u8>) -> std::io::Result<()> + Sync);
/// Keeps files of the last build, if all of them are still there.
type Keep<'k> = &'k (dyn Fn(&[String]) -> bool + Sync);

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    pub pages: usize,
    pub files: usize,
}

/// What was made of a file.
pub enum Bytes {
    /// It is what it was, though something has changed of what it is made of.
    Same,
    /// A page to be minified, but for the text in it that is small already; `content` is the hash of what it shows.
    Page { html: String, small: String, content: u128 },
    /// As it is.
    Whole(Vec<u8>),
}

/// Makes what has changed and gives it to a sink. Stops early when the sink fails; the caller then discards what it took.
pub struct Bundler<'a> {
    memo: &'a Memo,
    sink: &'a dyn Sink,
    progress: &'a dyn Progress,
    minifier: Minifier,
    failed: Mutex<Option<std::io::Error>>,
    files: AtomicUsize,
    /// What is not made of what it was made of before.
    changed: Mutex<Vec<OutPath>>,
}

impl<'a> Bundler<'a> {
    /// A bundler that knows what the last build made, of what.
    pub fn new(memo: &'a Memo, sink: &'a dyn Sink, progress: &'a dyn Progress) -> Bundler<'a> {
        Bundler {
            memo,
            sink,
            progress,
            minifier: Minifier::default(),
            failed: Mutex::new(None),
            files: AtomicUsize::new(0),
            changed: Mutex::default(),
        }
    }

    /// Makes files: those whose `key`, the hash of all that they are made of, is not that of the last build, or that have none.
    /// `make` is told whether a hash of what a file shows is that of the last build.
    pub fn make<T: Copy + Sync>(
        &self,
        outputs: &[(&Output, T)],
        key: impl Fn(&OutPath, T) -> Option<u128> + Sync,
        make: impl Fn(&OutPath, T, &dyn Fn(u128) -> bool, &mut Diagnostics) -> Option<Bytes> + Sync,
        out: &mut Diagnostics,
    ) {
        let one = |(output, what): &(&Output, T)| {
            let mut own = Diagnostics::new();
            let path = &output.path;
            let key = key(path, *what);
            let known = self.known(path);
            let is_known = known.is_some_and(|known| key == Some(known.key));
            if !(self.has_failed() || is_known && self.keep(path)) {
                let is_same = |content| known.is_some_and(|known| known.content == content) && self.sink.keep(path);
                self.remember(path, known, key.unwrap_or(0), make(path, *what, &is_same, &mut own));
            }
            self.progress.step();
            own
        };
        let found: Vec<Diagnostics> = outputs.par_iter().map(one).collect();
        found.into_iter().for_each(|own| out.extend(own));
    }

    /// Takes what was made of a file.
    fn remember(&self, path: &OutPath, known: Option<Known>, key: u128, made: Option<Bytes>) {
        let content = match made {
            Some(Bytes::Same) => {
                self.files.fetch_add(1, Ordering::Relaxed);
                known.map(|known| known.content)
            }
            Some(Bytes::Page { html, small, content }) => {
                self.put(path, self.minifier.page(&html, &small));
                Some(content)
            }
            Some(Bytes::Whole(bytes)) => {
                let content = crate::hash::of(&bytes);
                if !known.is_some_and(|known| known.content == content && self.keep(path)) {
                    self.put(path, bytes);
                }
                Some(content)
            }
            None => None,
        };
        match content {
            Some(content) => {
                self.learn(path, Known { key, content });
            }
            // The memo must not remember what could not be made.
            None => self.memo.forget(std::slice::from_ref(path)),
        }
    }

    /// Notes what a file is made of now; gives what it was made of before.
    fn learn(&self, path: &OutPath, now: Known) -> Option<Known> {
        let known = self.memo.files.lock().ok()?.insert(path.clone(), now);
        if known != Some(now)
            && let Ok(mut changed) = self.changed.lock()
        {
            changed.push(path.clone());
        }
        known
    }

    /// Makes files whose making costs little, and gives on those that are not what they were.
    pub fn make_anew<T: Copy + Sync>(
        &self,
        outputs: &[(&Output, T)],
        make: impl Fn(&OutPath, T) -> Option<Vec<u8>> + Sync,
        out: &mut Diagnostics,
    ) {
        // Without a key each is made and compared.
        let make =
            |path: &OutPath, what, _: &dyn Fn(u128) -> bool, _: &mut Diagnostics| make(path, what).map(Bytes::Whole);
        self.make(outputs, |_, _| None, make, out);
    }

    /// Publishes the files beside the pages; one reading of a file makes it and its smaller copies.
    pub fn assets(&self, assets: &[Asset], pictures: &[Option<Picture>], out: &mut Diagnostics) {
        let published: Vec<(&Asset, Option<&Picture>)> = assets
            .iter()
            .zip(pictures)
            .filter(|(asset, _)| asset.is_published())
            .map(|(asset, picture)| (asset, picture.as_ref()))
            .collect();
        let found: Vec<Diagnostics> =
            published.par_iter().map(|(asset, picture)| self.asset(asset, *picture)).collect();
        found.into_iter().for_each(|own| out.extend(own));
    }

    /// Reports what the sink could not take, and tells how many files there are.
    pub fn finish(self, out: &mut Diagnostics) -> usize {
        if let Some(error) = self.failed.into_inner().unwrap_or(None) {
            report_sink(&error, out);
        }
        if out.has_errors() {
            // The sink throws away what it took, and has what was made before.
            self.memo.forget(&self.changed.into_inner().unwrap_or_default());
        }
        self.files.into_inner()
    }

    fn has_failed(&self) -> bool {
        self.failed.lock().is_ok_and(|failed| failed.is_some())
    }

    fn put(&self, path: &OutPath, bytes: Vec<u8>) {
        self.files.fetch_add(1, Ordering::Relaxed);
        if let Err(error) = self.sink.put(path, bytes)
            && let Ok(mut failed) = self.failed.lock()
        {
            failed.get_or_insert(error);
        }
    }

    fn known(&self, path: &OutPath) -> Option<Known> {
        self.memo.files.lock().ok()?.get(path).copied()
    }

    /// Whether the sink still has a file and keeps it.
    fn keep(&self, path: &OutPath) -> bool {
        let kept = self.sink.keep(path);
        if kept {
            self.files.fetch_add(1, Ordering::Relaxed);
        }
        kept
    }

    /// Whether a file beside the pages was made from the same bytes last time and is still there.
    fn is_kept(&self, path: &OutPath, hash: u128) -> bool {
        let known = self.learn(path, Known { key: hash, content: hash });
        known.is_some_and(|known| known.key == hash) && self.keep(path)
    }

    fn asset(&self, asset: &Asset, picture: Option<&Picture>) -> Diagnostics {
        let mut out = Diagnostics::new();
        if self.has_failed() {
            return out;
        }
        let file = File { path: asset.path.clone(), disk: asset.disk.clone() };
        let _room = pictures::room(asset);
        let Some(bytes) = source::read_bytes(&file, &mut out) else { return out };
        let hash = crate::hash::of(&(&bytes, asset.is_as_it_is(), picture));
        let mut missing = Vec::new();
        for address in pictures::addresses(asset, picture) {
            let Some(path) = checked(OutPath::new(address), &mut out) else { continue };
            if !self.is_kept(&path, hash) {
                missing.push(address);
            }
        }
        for (address, bytes) in pictures::publish(asset, picture, bytes, &missing) {
            if let Some(path) = checked(OutPath::new(address), &mut out) {
                self.put(&path, bytes);
            }
        }
        out
    }
}

/// Makes the files of the search with `make`, which is given a way to put them; gives their number.
pub fn search(make: impl FnOnce(Put, Keep) -> Result<(), String>, sink: &dyn Sink, out: &mut Diagnostics) -> usize {
    let count = AtomicUsize::new(0);
    let failed = Mutex::new(None);
    let put = |path: String, bytes: Vec<u8>| {
        let path = OutPath::new(path).map_err(std::io::Error::other)?;
        count.fetch_add(1, Ordering::Relaxed);
        sink.put(&path, bytes).inspect_err(|error| {
            if let Ok(mut failed) = failed.lock() {
                // The error itself goes through tantivy, which keeps its text only.
                failed.get_or_insert(std::io::Error::from(error.kind()));
            }
        })
    };
    let keep = |paths: &[String]| {
        let kept = paths.iter().all(|path| OutPath::new(path.clone()).is_ok_and(|path| sink.keep(&path)));
        count.fetch_add(if kept { paths.len() } else { 0 }, Ordering::Relaxed);
        kept
    };
    let made = make(&put, &keep);
    match (made, failed.into_inner().unwrap_or(None)) {
        (_, Some(error)) => report_sink(&error, out),
        (Err(error), None) => {
            let help = say::divide_site_index_has_limits();
            out.add_general(Code::SearchIndex, say::search_index_cannot_be_made(error), help);
        }
        (Ok(()), None) => {}
    }
    count.into_inner()
}

/// A path that was made of checked names can always be written; one that cannot is a mistake of ours, and is said.
fn checked(path: Result<OutPath, String>, out: &mut Diagnostics) -> Option<OutPath> {
    path.map_err(|path| {
        let message = say::address_leads_out_of_output_folder(path);
        out.add_general(Code::AddressNotAscii, message, say::rename_file());
    })
    .ok()
}
