//! More pages than the repository has, to see what tests cost as its content grows.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::common::copy_folder;
use crate::site::scratch;

/// How many pages are added, both languages counted: `BAGYT_TEST_MORE=600 tests/run`. Tests of what the repository's own
/// texts say, and of what its search finds first, then fail: each text is there several times.
const MORE: &str = "BAGYT_TEST_MORE";

/// What is added to, a copy for a copy: by the ending of the file's name and what it must hold.
const KINDS: [(&str, &str); 5] = [
    (".ky.md", "title:"),
    (".ky.md", "kind: form"),
    (".yaml", "type: lesson"),
    (".yaml", "type: term"),
    (".yaml", "type: profession"),
];

/// The site's folder, or that of a copy of it with copies of its pages if the environment asks for more pages.
pub fn with_generated(root: &Path) -> PathBuf {
    let Some(more) = std::env::var_os(MORE) else { return root.to_path_buf() };
    let pages = more.to_string_lossy().parse().unwrap_or_else(|_| panic!("{MORE} is a number of pages"));
    with_pages(root, pages)
}

/// A copy of the site's folder with so many pages more.
fn with_pages(root: &Path, pages: usize) -> PathBuf {
    let copy = scratch(&format!("more-{pages}"));
    if copy.exists() {
        fs::remove_dir_all(&copy).expect("the copy of an earlier run can be removed");
    }
    for folder in ["content", "i18n", "themes"] {
        copy_folder(&root.join(folder), &copy.join(folder));
    }
    // A page is one in each of two languages.
    let entries = pages / 2;
    for (index, (ending, holds)) in KINDS.iter().enumerate() {
        let originals = originals(&copy.join("content"), ending, holds);
        let count = entries / KINDS.len() + usize::from(index < entries % KINDS.len());
        for number in 0..count {
            add(&originals[number % originals.len()], number / originals.len());
        }
    }
    copy
}

/// Files of a kind that are no page of a chapter itself.
fn originals(content: &Path, ending: &str, holds: &str) -> Vec<PathBuf> {
    let files = WalkDir::new(content).sort_by_file_name().into_iter().map(|entry| entry.expect("it can be read"));
    let files = files.filter(|entry| entry.file_type().is_file()).map(|entry| entry.into_path());
    let named = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(ending) && !name.starts_with("index.") && !name.starts_with("about.")
    };
    let is_kind = |file: &PathBuf| {
        fs::read_to_string(file).is_ok_and(|text| text.lines().take(20).any(|line| line.starts_with(holds)))
    };
    let found: Vec<PathBuf> = files.filter(named).filter(is_kind).collect();
    assert!(!found.is_empty(), "there is no file *{ending} with `{holds}`");
    found
}

/// Adds the `number`-th copy of a file, of a page in each language.
fn add(original: &Path, number: usize) {
    let name = original.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let copies: &[&str] = if name.ends_with(".ky.md") { &[".ky.md", ".ru.md"] } else { &[".yaml"] };
    let stem = copies.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name);
    for ending in copies {
        let from = original.with_file_name(format!("{stem}{ending}"));
        let to = original.with_file_name(format!("{stem}-more-{number}{ending}"));
        if from.exists() {
            let text = fs::read_to_string(&from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
            fs::write(&to, renumbered(&text, number)).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
        }
    }
}

/// The text of a record whose number among its kind is its own; other texts as they are.
fn renumbered(text: &str, copy: usize) -> String {
    let line = |line: &str| match line.strip_prefix("number: ").and_then(|number| number.trim().parse::<usize>().ok()) {
        Some(number) => format!("number: {}\n", number + 100 * (copy + 1)),
        None => line.to_string(),
    };
    text.split_inclusive('\n').map(line).collect()
}

#[test]
fn a_site_with_more_pages_is_in_order() {
    let site = with_pages(Path::new(env!("CARGO_MANIFEST_DIR")), 300);
    let mut out = bagyt::diag::Diagnostics::new();
    let request = bagyt::Request {
        root: &site,
        base_url: None,
        search: false,
        drafts: false,
        today: jiff::civil::date(2026, 11, 22),
    };
    let made =
        bagyt::build(&request, &bagyt::Memo::default(), &bagyt::bundle::Nowhere, &bagyt::progress::Silent, &mut out);
    let errors = bagyt::show::render(&out, &site, bagyt::show::Format::Short, bagyt::messages::Locale::En).text;
    assert!(
        made.is_some(),
        "{}",
        errors.lines().filter(|line| line.contains(" error[")).collect::<Vec<_>>().join("\n")
    );
}
