//! Everything → a tree of paths and bytes.
//!
//! In: a [`Site`]. Out: minified pages, hashed assets, pictures and the files for hosts, given one by one to a
//! [`Sink`]. Never: deciding what a page says. [`Disk`] alone touches the disk.

#[expect(clippy::disallowed_methods, reason = "here output is written")]
mod disk;
pub mod hosts;
mod memory;
mod minify;
mod report;

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::address::OutPath;
use crate::diag::{Code, Diagnostics};
use crate::pictures;
use crate::progress::{Progress, Stage};
use crate::render::{Job, Site, sitemap};
use crate::resolve::Asset;
use crate::source::{self, File};

pub use disk::{Builder, CommitError, Disk, InTheWay, Left, Mended, Obstacle, OpenError, Written, mend};
pub use memory::Memory;
use minify::Minifier;
pub use report::{report_commit, report_left, report_mended, report_open, report_sink};

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
    /// Hash of a page's view and of what all pages share.
    pages: Mutex<HashMap<OutPath, u128>>,
    /// Hash of a file's bytes.
    files: Mutex<HashMap<OutPath, u128>>,
}

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    pub pages: usize,
    pub files: usize,
}

/// Makes every file of the output. Stops early when the sink fails; the caller then discards what it took.
pub fn bundle(site: &Site, memo: &Memo, sink: &dyn Sink, progress: &dyn Progress, out: &mut Diagnostics) -> Made {
    let bundler = Bundler {
        site,
        memo,
        sink,
        minifier: Minifier::default(),
        failed: Mutex::new(None),
        files: AtomicUsize::new(0),
    };
    let jobs = site.jobs();
    progress.start(jobs.len());
    let found: Vec<Diagnostics> = jobs
        .par_iter()
        .map(|job| {
            let mut own = Diagnostics::new();
            bundler.page(*job, &mut own);
            progress.step();
            own
        })
        .collect();
    found.into_iter().for_each(|own| out.extend(own));
    progress.stage(Stage::Bundle);
    let assets = site.handbook.assets.iter().enumerate().filter(|(_, asset)| asset.is_published());
    let assets: Vec<(usize, &Asset)> = assets.collect();
    let found: Vec<Diagnostics> = assets.par_iter().map(|(index, asset)| bundler.asset(*index, asset)).collect();
    found.into_iter().for_each(|own| out.extend(own));
    progress.stage(Stage::Export);
    let documents = crate::export::documents(site, out);
    progress.stage(Stage::Bundle);
    bundler.generated(documents);
    if let Some(error) = bundler.failed.into_inner().unwrap_or(None) {
        report_sink(&error, out);
    }
    Made { pages: jobs.len(), files: bundler.files.into_inner() }
}

/// Makes the files of the search; gives their number.
pub fn search(site: &Site, sink: &dyn Sink, out: &mut Diagnostics) -> usize {
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
    let made = crate::search::make(site, &put);
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

struct Bundler<'a> {
    site: &'a Site<'a>,
    memo: &'a Memo,
    sink: &'a dyn Sink,
    minifier: Minifier,
    failed: Mutex<Option<std::io::Error>>,
    files: AtomicUsize,
}

impl Bundler<'_> {
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
    fn is_kept(&self, memo: &Mutex<HashMap<OutPath, u128>>, path: &OutPath, hash: u128) -> bool {
        let Ok(mut memo) = memo.lock() else { return false };
        let same = memo.insert(path.clone(), hash) == Some(hash);
        drop(memo);
        let kept = same && self.sink.keep(path);
        if kept {
            self.files.fetch_add(1, Ordering::Relaxed);
        }
        kept
    }

    fn page(&self, job: Job, out: &mut Diagnostics) {
        if self.has_failed() {
            return;
        }
        let Some(path) = checked(self.site.path(job), out) else { return };
        let view = self.site.view(job, &path);
        if self.is_kept(&self.memo.pages, &path, crate::hash::of(&(self.site.hash, &view))) {
            return;
        }
        match self.site.html(&view, out) {
            Some(html) if view.is_for_paper() => self.put(&path, html.into_bytes()),
            Some(html) => self.put(&path, self.minifier.page(&html, view.body())),
            // The memo must not remember a page that could not be made.
            None => drop(self.memo.pages.lock().map(|mut memo| memo.remove(&path))),
        }
    }

    fn asset(&self, index: usize, asset: &Asset) -> Diagnostics {
        let mut out = Diagnostics::new();
        if self.has_failed() {
            return out;
        }
        let file = File { path: asset.path.clone(), disk: asset.disk.clone() };
        let _room = pictures::room(asset);
        let Some(bytes) = source::read_bytes(&file, &mut out) else { return out };
        let picture = self.site.pictures[index].as_ref();
        let hash = crate::hash::of(&(&bytes, asset.is_as_it_is(), picture));
        let mut missing = Vec::new();
        for address in pictures::addresses(asset, picture) {
            let Some(path) = checked(OutPath::new(address), &mut out) else { continue };
            if !self.is_kept(&self.memo.files, &path, hash) {
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

    /// The theme's files and what hosts and search engines read.
    fn generated(&self, documents: Vec<(String, Vec<u8>)>) {
        let mut files: Vec<(String, Vec<u8>)> =
            self.site.theme.assets.iter().map(|asset| (asset.address.clone(), asset.bytes.clone())).collect();
        let languages: Vec<&str> = self.site.handbook.config.languages.codes().map(|(_, code)| code).collect();
        let for_hosts = hosts::files(self.site.base_url, &languages);
        files.extend(for_hosts.into_iter().map(|(path, text)| (path, text.into_bytes())));
        if let Some(sitemap) = sitemap(self.site) {
            files.push((SITEMAP_FILE.into(), sitemap.into_bytes()));
        }
        files.extend(self.site.data_files());
        files.extend(documents);
        for (path, bytes) in files {
            if let Ok(path) = OutPath::new(path)
                && !self.is_kept(&self.memo.files, &path, crate::hash::of(&bytes))
            {
                self.put(&path, bytes);
            }
        }
    }
}

/// A path that was made of checked names can always be written; one that cannot is a mistake of ours, and is said.
fn checked(path: Result<OutPath, String>, out: &mut Diagnostics) -> Option<OutPath> {
    path.map_err(|path| {
        let message = format!("the address `{path}` leads out of the output folder");
        out.add_general(Code::AddressNotAscii, message, "Rename the file.");
    })
    .ok()
}

/// What search engines read, beside the pages.
pub const SITEMAP_FILE: &str = "sitemap.xml";
