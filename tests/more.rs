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
    let pages: usize = more.to_string_lossy().parse().unwrap_or_else(|_| panic!("{MORE} is a number of pages"));
    let copy = scratch("more");
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
            fs::copy(&from, &to).unwrap_or_else(|error| panic!("{} cannot be written: {error}", to.display()));
        }
    }
}
