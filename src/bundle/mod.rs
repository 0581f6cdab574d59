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

use crate::address::OutPath;
use crate::diag::{Code, Diagnostics};
use crate::pictures::{self, Picture};
use crate::plan::Output;
use crate::progress::Progress;
use crate::resolve::Asset;
use crate::source::{self, File};

pub use disk::{Builder, CommitError, Disk, InTheWay, Mended, Obstacle, OpenError, Written, mend};
pub use memory::Memory;
use minify::Minifier;
pub use report::{report_commit, report_mended, report_open, report_sink};

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
#[derive(Default)]
pub struct Memo {
    /// For each file the hash of what it was made of.
    files: Mutex<HashMap<OutPath, u128>>,
}

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    pub pages: usize,
    pub files: usize,
}

/// What was made of a file.
pub enum Bytes {
    /// A page to be minified, but for the text in it that is small already.
    Page { html: String, small: String },
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
        }
    }

    /// Makes files: those whose `key`, the hash of all that they are made of, is not that of the last build.
    pub fn make<T: Copy + Sync>(
        &self,
        outputs: &[(&Output, T)],
        key: impl Fn(&OutPath, T) -> u128 + Sync,
        make: impl Fn(&OutPath, T, &mut Diagnostics) -> Option<Bytes> + Sync,
        out: &mut Diagnostics,
    ) {
        let one = |(output, what): &(&Output, T)| {
            let mut own = Diagnostics::new();
            if !self.has_failed() && !self.is_kept(&output.path, key(&output.path, *what)) {
                match make(&output.path, *what, &mut own) {
                    Some(Bytes::Page { html, small }) => self.put(&output.path, self.minifier.page(&html, &small)),
                    Some(Bytes::Whole(bytes)) => self.put(&output.path, bytes),
                    // The memo must not remember what could not be made.
                    None => drop(self.memo.files.lock().map(|mut memo| memo.remove(&output.path))),
                }
            }
            self.progress.step();
            own
        };
        let found: Vec<Diagnostics> = outputs.par_iter().map(one).collect();
        found.into_iter().for_each(|own| out.extend(own));
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

    /// Makes files whose making costs little, and gives on those that are not what they were.
    pub fn make_anew<T: Copy + Sync>(
        &self,
        outputs: &[(&Output, T)],
        make: impl Fn(&OutPath, T, &mut Diagnostics) -> Option<Vec<u8>> + Sync,
        out: &mut Diagnostics,
    ) {
        let one = |(output, what): &(&Output, T)| {
            let mut own = Diagnostics::new();
            let bytes = if self.has_failed() { None } else { make(&output.path, *what, &mut own) };
            if let Some(bytes) = bytes
                && !self.is_kept(&output.path, crate::hash::of(&bytes))
            {
                self.put(&output.path, bytes);
            }
            own
        };
        let found: Vec<Diagnostics> = outputs.par_iter().map(one).collect();
        found.into_iter().for_each(|own| out.extend(own));
    }

    /// Reports what the sink could not take, and tells how many files there are.
    pub fn finish(self, out: &mut Diagnostics) -> usize {
        if let Some(error) = self.failed.into_inner().unwrap_or(None) {
            report_sink(&error, out);
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

    /// Whether `path` was made from the same input last time and is still there.
    fn is_kept(&self, path: &OutPath, hash: u128) -> bool {
        let Ok(mut memo) = self.memo.files.lock() else { return false };
        let same = memo.insert(path.clone(), hash) == Some(hash);
        drop(memo);
        let kept = same && self.sink.keep(path);
        if kept {
            self.files.fetch_add(1, Ordering::Relaxed);
        }
        kept
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
pub fn search(
    make: impl FnOnce(&(dyn Fn(String, Vec<u8>) -> std::io::Result<()> + Sync)) -> Result<(), String>,
    sink: &dyn Sink,
    out: &mut Diagnostics,
) -> usize {
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
    let made = make(&put);
    match (made, failed.into_inner().unwrap_or(None)) {
        (_, Some(error)) => report_sink(&error, out),
        (Err(error), None) => {
            let help = "Divide the site: an index has limits that no single site should reach.";
            out.add_general(Code::SearchIndex, format!("the search index cannot be made: {error}"), help);
        }
        (Ok(()), None) => {}
    }
    count.into_inner()
}

/// A path that was made of checked names can always be written; one that cannot is a mistake of ours, and is said.
fn checked(path: Result<OutPath, String>, out: &mut Diagnostics) -> Option<OutPath> {
    path.map_err(|path| {
        let message = format!("the address `{path}` leads out of the output folder");
        out.add_general(Code::AddressNotAscii, message, "Rename the file.");
    })
    .ok()
}
