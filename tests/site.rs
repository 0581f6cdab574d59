//! The repository's own site, built once for all tests, and which of its pages a test looks at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bagyt::bundle::Disk;
use bagyt::diag::Diagnostics;
use bagyt::progress::Silent;
use bagyt::show::{Format, render};
use bagyt::{Memo, Request};
use scraper::Html;
use walkdir::WalkDir;

use crate::more;

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
    /// What it is made of: names of elements, and names with one of their classes, `aside.alert-tip`.
    pub blocks: BTreeSet<String>,
}

/// A built site.
pub struct Site {
    pub folder: PathBuf,
    pub pages: Vec<Page>,
    /// Pages of the golden sites, which show what the site has no example of. They lie in its folder, in [`GOLDEN`].
    golden: Vec<Page>,
    /// What the build had to say.
    pub said: String,
}

/// The languages of which pages are looked at: those of the repository's site, and those that golden sites have.
const LANGUAGES: [&str; 3] = ["ky", "ru", "en"];

/// The folder of the built site in which the golden sites lie.
pub const GOLDEN: &str = "golden";

/// Says that tests look at every page whose path holds its value: `tests/run --all` sets it to nothing, so that all do.
const ALL: &str = "BAGYT_TEST_ALL";

static OWN: LazyLock<Result<Site, String>> = LazyLock::new(|| {
    let root = more::with_generated(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut site = Site::build(&root, "site", None, false)?;
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites");
    for name in folders(&golden) {
        let built = Site::build(&golden.join(&name), &format!("site/{GOLDEN}/{name}"), None, true)?;
        let inside = |page: Page| Page { path: format!("{GOLDEN}/{name}/{}", page.path), ..page };
        site.golden.extend(built.pages.into_iter().map(inside));
    }
    Ok(site)
});

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
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        Site::build(root, name, Some(base_url), false).unwrap_or_else(|problem| panic!("{problem}"))
    }

    fn build(root: &Path, name: &str, base_url: Option<&str>, drafts: bool) -> Result<Site, String> {
        let folder = scratch(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the folder of an earlier run can be removed");
        }
        let disk = Disk::open(&folder).expect("the output folder can be made");
        let mut out = Diagnostics::new();
        let summary = bagyt::build(
            &Request { root, base_url, search: true, drafts, today: jiff::civil::date(2026, 11, 22) },
            &Memo::default(),
            &disk,
            &Silent,
            &mut out,
        );
        let said = render(&out, root, Format::Human { colour: false }, bagyt::messages::Locale::En).text;
        if summary.is_none() {
            return Err(format!("the site cannot be built:\n{said}"));
        }
        disk.commit().expect("the output can be written");
        // What editors publish as it is, `publish:`, is no page of ours.
        let is_page = |path: &String| path.ends_with(".html") && !path.starts_with("files/");
        let pages = files(&folder).into_iter().filter(is_page);
        let pages = pages.map(|path| page(&folder, path)).collect();
        Ok(Site { folder, pages, golden: Vec::new(), said })
    }

    /// Pages that stand for all: of each kind and language the longest and the barest, and for each block that those do
    /// not have, in each language that has it, one page that does. A kind or block that no page of the repository shows
    /// is taken from a golden site; [`what_no_sample_shows`] names what even those lack.
    pub fn samples(&self) -> Vec<&Page> {
        let mut samples: BTreeMap<&str, &Page> = BTreeMap::new();
        let mut kinds: BTreeMap<(&str, &str), Vec<&Page>> = BTreeMap::new();
        for page in &self.pages {
            kinds.entry((&page.lang, &page.kind)).or_default().push(page);
        }
        for pages in kinds.values() {
            let by_size = |page: &&&Page| (page.size, page.path.clone());
            let ends = [pages.iter().max_by_key(by_size), pages.iter().min_by_key(by_size)];
            samples.extend(ends.into_iter().flatten().map(|page| (page.path.as_str(), *page)));
        }
        for lang in LANGUAGES {
            let mut shown: BTreeSet<&str> = BTreeSet::new();
            for page in samples.values().filter(|page| page.lang == lang) {
                shown.extend(page.blocks.iter().map(String::as_str));
            }
            for pages in [&self.pages, &self.golden] {
                let mut left: Vec<&Page> = pages.iter().filter(|page| page.lang == lang).collect();
                loop {
                    left.retain(|page| new(page, &shown) > 0);
                    // The most of what is new, and of those the smallest page.
                    let worth = |page: &&&Page| (new(page, &shown), u64::MAX - page.size);
                    let Some(best) = left.iter().max_by_key(worth).copied() else { break };
                    shown.extend(best.blocks.iter().map(String::as_str));
                    samples.insert(&best.path, best);
                }
            }
        }
        samples.into_values().collect()
    }

    /// The pages that a test in the browser looks at: the samples, or every page in a run over all. One that leads on at
    /// once cannot be looked at; `serve::an_old_address_leads_on_to_the_same_place_of_the_page` follows it.
    pub fn checked(&self) -> Vec<&Page> {
        let pages = match std::env::var(ALL) {
            Ok(part) => self.all().filter(|page| page.path.contains(&part)).collect(),
            Err(_) => self.samples(),
        };
        pages.into_iter().filter(|page| page.kind != "moved").collect()
    }

    /// The folders of the built golden sites.
    pub fn golden_folders(&self) -> Vec<PathBuf> {
        let golden = self.folder.join(GOLDEN);
        folders(&golden).into_iter().map(|name| golden.join(name)).collect()
    }

    /// Every page, those of the golden sites too.
    pub fn all(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().chain(&self.golden)
    }
}

/// How many blocks of a page are not among those shown.
fn new(page: &Page, shown: &BTreeSet<&str>) -> usize {
    page.blocks.iter().filter(|block| !shown.contains(block.as_str())).count()
}

/// Names of the folders in a folder, sorted.
fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    let entries = entries.map(|entry| entry.expect("the folder can be read"));
    let names = entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name());
    let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
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
    let mut blocks = BTreeSet::new();
    for element in html.tree.values().filter_map(scraper::Node::as_element) {
        // Colours of code are the highlighter's own; the drawings' shapes say nothing more than their classes do.
        blocks.extend(
            element
                .classes()
                .filter(|class| !class.starts_with("s-"))
                .map(|class| format!("{}.{class}", element.name())),
        );
        blocks.insert(element.name().to_string());
    }
    let kind = value("data-kind");
    // A kind is shown by a page of it, whatever else has its blocks.
    blocks.insert(format!("data-kind={kind}"));
    Page { lang: value("lang"), kind, size: text.len() as u64, path, blocks }
}

/// Classes that only scripts give, or that the reader's own doing brings: no built page shows them.
fn is_of_scripts(class: &str, scripts: &str) -> bool {
    scripts.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').any(|word| word == class)
}

/// The classes in the `class` attributes of a template and in the selectors of a style sheet.
fn classes_of(name: &str, text: &str) -> BTreeSet<String> {
    let is_name = |class: &str| !class.is_empty() && class.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let mut found = BTreeSet::new();
    if name.ends_with(".css") {
        let text: String = text.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
        for selectors in text.split('{').filter_map(|part| part.rsplit(['}', ';']).next()) {
            for class in selectors.split('.').skip(1) {
                let class = class.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or("");
                if class.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    found.insert(class.to_string());
                }
            }
        }
    } else {
        // What is put together from a value, `alert-{{ kind }}`, is no name.
        let text: String = text
            .split("{{")
            .map(|part| part.split_once("}}").map_or(part, |(_, rest)| rest))
            .collect::<Vec<_>>()
            .join("=");
        let text: String = text.split("{%").map(|part| part.split_once("%}").map_or(part, |(_, rest)| rest)).collect();
        for value in text.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            found.extend(value.split(' ').filter(|class| is_name(class)).map(str::to_string));
        }
    }
    found
}

/// Templates and classes of the theme that no sample shows.
fn what_no_sample_shows(site: &Site) -> Vec<String> {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let text = |path: &str| fs::read_to_string(theme.join(path)).expect("a file of the theme can be read");
    let theme_files = files(&theme);
    let scripts: String = theme_files.iter().filter(|path| path.ends_with(".js")).map(|path| text(path)).collect();
    let samples = site.samples();
    let shown: BTreeSet<&str> =
        samples.iter().flat_map(|page| &page.blocks).filter_map(|block| Some(block.split_once('.')?.1)).collect();
    let kinds: BTreeSet<&str> = samples.iter().map(|page| page.kind.as_str()).collect();
    let mut missing = Vec::new();
    for path in theme_files.iter().filter(|path| path.ends_with(".html") || path.ends_with(".css")) {
        let name = path.rsplit('/').next().unwrap_or(path);
        if let Some(template) = name.strip_suffix(".html").filter(|name| !name.starts_with('_') && *name != "base") {
            let kind = KINDS.iter().find(|(name, _)| *name == template).map_or(template, |(_, kind)| kind);
            if !kinds.contains(kind) {
                missing.push(format!("{path}: no sample is of the kind `{kind}`"));
            }
        }
        let text = text(path);
        let unseen = classes_of(path, &text).into_iter().filter(|class| !shown.contains(class.as_str()));
        let unseen = unseen.filter(|class| !class.starts_with("s-") && !is_of_scripts(class, &scripts));
        missing.extend(unseen.map(|class| format!("{path}: no sample has the class `{class}`")));
    }
    missing
}

/// Templates whose pages are of a kind with another name.
const KINDS: [(&str, &str); 1] = [("404", "error")];

#[test]
fn every_template_and_block_is_shown_by_a_sample() {
    crate::expect_none("what no sample shows; give tests/golden/sites an example", &what_no_sample_shows(own()));
}

#[test]
fn samples_are_few_and_show_all_that_pages_hold() {
    let site = own();
    let samples = site.samples();
    let names: Vec<&str> = samples.iter().map(|page| page.path.as_str()).collect();
    println!("{} of {} pages:\n{}", samples.len(), site.all().count(), names.join("\n"));
    for lang in LANGUAGES {
        let of = |pages: &mut dyn Iterator<Item = &'static Page>| -> BTreeSet<&'static str> {
            let pages = pages.filter(|page| page.lang == lang);
            pages.flat_map(|page| page.blocks.iter().map(String::as_str)).collect()
        };
        assert_eq!(of(&mut samples.iter().copied()), of(&mut site.all()), "{lang}");
    }
    assert!(samples.len() <= 120, "{} samples: what makes so many?", samples.len());
}
