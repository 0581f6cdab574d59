//! The repository's own site, built once for all tests of this program.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bagyt::bundle::Disk;
use bagyt::diag::{Diagnostics, Format, render};
use bagyt::progress::Silent;
use bagyt::{Memo, Request};
use scraper::Html;
use walkdir::WalkDir;

/// A page of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its file, with `/` between the parts: `ky/about.html`.
    pub path: String,
    /// Language of its interface.
    pub lang: String,
    /// What the theme calls its kind: `home`, `profession`.
    pub kind: String,
    /// Bytes of its file.
    size: u64,
}

/// A built site.
pub struct Site {
    pub folder: PathBuf,
    pub pages: Vec<Page>,
}

static OWN: LazyLock<Result<Site, String>> = LazyLock::new(|| Site::build("site", None));

/// The repository's own site.
pub fn own() -> &'static Site {
    OWN.as_ref().unwrap_or_else(|problem| panic!("{problem}"))
}

/// What the tests may write to, in the build's own folder.
pub fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

impl Site {
    /// The repository's own site as it is made for an address, in a fresh folder of this name.
    pub fn published(name: &str, base_url: &str) -> Site {
        Site::build(name, Some(base_url)).unwrap_or_else(|problem| panic!("{problem}"))
    }

    fn build(name: &str, base_url: Option<&str>) -> Result<Site, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = scratch(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the folder of an earlier run can be removed");
        }
        let disk = Disk::open(&folder).expect("the output folder can be made");
        let mut out = Diagnostics::new();
        let summary = bagyt::build(
            &Request { root, base_url, search: true, drafts: false, today: jiff::civil::date(2026, 11, 22) },
            &Memo::default(),
            &disk,
            &Silent,
            &mut out,
        );
        if summary.is_none() {
            return Err(format!(
                "the site cannot be built:\n{}",
                render(&out, root, Format::Human { colour: false }).text
            ));
        }
        disk.commit().expect("the output can be written");
        let pages = files(&folder).into_iter().filter(|path| path.ends_with(".html"));
        let pages = pages.map(|path| page(&folder, path)).collect();
        Ok(Site { folder, pages })
    }

    /// The longest page of each kind in each publication and language: what differs, without what repeats.
    pub fn samples(&self) -> Vec<&Page> {
        let mut longest: BTreeMap<(&str, &str, &str), &Page> = BTreeMap::new();
        for page in &self.pages {
            let publication = match page.path.split('/').collect::<Vec<_>>()[..] {
                [_, publication, _, ..] => publication,
                _ => "",
            };
            let kept = longest.entry((&page.lang, publication, &page.kind)).or_insert(page);
            if page.size > kept.size {
                *kept = page;
            }
        }
        longest.into_values().collect()
    }
}

/// Every file below a folder, with `/` between the parts of its path, sorted.
pub fn files(folder: &Path) -> Vec<String> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries =
        entries.map(|entry| entry.expect("the output can be read")).filter(|entry| entry.file_type().is_file());
    entries
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("the walk stays in the folder");
            path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
        })
        .collect()
}

/// The text of a file of a built site.
pub fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

fn page(folder: &Path, path: String) -> Page {
    let text = read(folder, &path);
    let html = Html::parse_document(&text);
    let root = html.root_element();
    let value = |name: &str| match root.attr(name) {
        Some(value) => value.to_string(),
        None => panic!("{path}: <html> has no {name}"),
    };
    Page { lang: value("lang"), kind: value("data-kind"), size: text.len() as u64, path }
}
