//! What a build remembers for the next one: with it or without, the output and all that is said is the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use proptest::prelude::*;
use tempfile::TempDir;

use crate::common;

fn bagyt(arguments: &[&str]) -> Output {
    crate::common::bagyt().args(arguments).output().expect("the command starts")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

/// A site of two pages and a record, with something to be warned of, and a theme and words of its own.
fn site() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let site = home.path().join("site");
    for (path, content) in [
        ("content/site.yaml", CONFIG),
        ("content/guide/index.ky.md", "---\ntitle: Башы\n---\n[шилтеме](page.md)\n"),
        ("content/guide/page.ky.md", "---\ntitle: Барак\n---\nТекст [болбойт][эч].\n\n![](picture.svg)\n"),
        ("content/guide/page.ru.md", "---\ntitle: Страница\n---\nТекст.\n\n![Квадрат](picture.svg)\n"),
        ("content/guide/picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>"),
        ("content/guide/table.yaml", TABLE),
        ("i18n/ru.yaml", "search:\n  results: Нашлось\n"),
        ("themes/default/css/own.css", ".own { color: red }\n"),
    ] {
        let path = site.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
    }
    (home, site)
}

const CONFIG: &str = "title: {ky: Сайт, ru: Сайт}\nlanguages: [ky, ru]\npublications:\n  - {id: guide, title: {ky: Колдонмо, ru: Руководство}}\n";
const TABLE: &str = "type: table\ntitle: {ky: Сандар, ru: Числа}\nsummary: {ky: Канча, ru: Сколько}\ncolumns:\n  - {id: name, title: {ky: Аты, ru: Имя}}\nrows:\n  - {name: GIZ}\n";

/// What a build said and left.
#[derive(Debug, PartialEq)]
struct Built {
    code: Option<i32>,
    said: String,
    files: BTreeMap<String, Vec<u8>>,
    /// Whether it was seen that there was nothing to do.
    unchanged: bool,
}

/// Builds a site, and takes what would be said on a terminal and in JSON.
fn build(site: &Path, out: &Path, more: &[&str]) -> Built {
    let run = bagyt(&[&["build", text(site), "--out", text(out), "--timings", "--format", "json"], more].concat());
    let all = said(&run);
    let (times, messages): (Vec<&str>, Vec<&str>) = all.lines().partition(|line| line.contains("\"total\""));
    let times: BTreeMap<String, Option<f64>> = match times.first() {
        Some(line) => serde_json::from_str(line).expect("times are one object"),
        None => BTreeMap::new(),
    };
    let mut files = BTreeMap::new();
    if out.exists() {
        common::files(out, &mut files);
    }
    // What is kept for open pages is no part of the site.
    if let Some(manifest) = files.remove(".bagyt.json") {
        let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("the manifest is JSON");
        let kept: Vec<String> = serde_json::from_value(manifest["kept"].clone()).expect("a list of paths");
        files.retain(|path, _| !kept.contains(path));
    }
    Built {
        code: run.status.code(),
        said: messages.join("\n"),
        files,
        unchanged: times.get("parse").is_some_and(Option::is_none),
    }
}

/// The same without any memory, and elsewhere.
fn cold(site: &Path) -> Built {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    build(site, &home.path().join("public"), &["--fresh"])
}

/// Builds, and demands the same as without memory; whether it was seen that there was nothing to do.
#[track_caller]
fn build_as_cold(site: &Path) -> bool {
    let warm = build(site, &site.join("public"), &[]);
    let cold = cold(site);
    assert!(!cold.unchanged);
    let unchanged = warm.unchanged;
    assert_eq!(warm.said, cold.said);
    assert!(warm.code == cold.code && warm.files == cold.files);
    unchanged
}

fn write(path: &Path, content: impl AsRef<[u8]>) {
    fs::write(path, content).expect("the file can be written");
}

/// The files that hold what is remembered.
fn memory(site: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(site.join(".bagyt-cache")).expect("something is remembered");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "build")).collect();
    paths.sort_by_key(|path| fs::metadata(path).and_then(|meta| meta.modified()).expect("it has a time"));
    paths
}

#[test]
fn a_build_with_nothing_to_do_does_nothing_and_says_the_same() {
    let (_home, site) = site();
    assert!(!build_as_cold(&site));
    let warned = bagyt(&["check", text(&site)]);
    assert!(said(&warned).contains("warning["), "there is something to be said again: {}", said(&warned));
    let human = |more: &[&str]| {
        let built = bagyt(&[&["build", text(&site)], more].concat());
        let lines = said(&built);
        // All but the time that it took.
        lines.lines().map(|line| line.split(" in ").next().unwrap_or(line).to_string()).collect::<Vec<_>>()
    };
    assert!(build_as_cold(&site));
    assert_eq!(human(&["--fresh"]), human(&[]));
    assert_eq!(human(&["--fresh", "--format", "short"]), human(&["--format", "short"]));
    let times = |path: &str| fs::metadata(site.join("public").join(path)).and_then(|meta| meta.modified());
    let before = (times("index.html").expect("it is there"), times(".bagyt.json").expect("it is there"));
    assert!(build_as_cold(&site));
    assert_eq!((times("index.html").expect("it is there"), times(".bagyt.json").expect("it is there")), before);
    let timed = said(&bagyt(&["build", text(&site), "--timings"]));
    assert!(timed.contains("\nparse      as before\n") && timed.contains("\ncache "), "{timed}");
    assert!(!said(&bagyt(&["build", text(&site), "--timings", "--fresh"])).contains("as before"));
}

#[test]
fn whatever_changes_is_noticed() {
    let (_home, site) = site();
    build_as_cold(&site);
    for (path, content) in [
        ("content/guide/page.ky.md", "---\ntitle: Бараx\n---\nТекст.\n"),
        ("content/guide/new.ky.md", "---\ntitle: Дагы\n---\nТекст.\n"),
        ("content/guide/picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"6\" height=\"4\"/>"),
        ("content/guide/unused.png", "nobody uses it"),
        ("content/site.yaml", &CONFIG.replace("Сайт", "Дайт")),
        ("i18n/ru.yaml", "search:\n  results: Найдено\n"),
        ("i18n/ky.yaml", "search:\n  results: Табылды\n"),
        ("themes/default/css/own.css", ".own { color: tan }\n"),
    ] {
        write(&site.join(path), content);
        assert!(!build_as_cold(&site), "{path}");
        assert!(build_as_cold(&site), "{path}");
    }
    fs::remove_file(site.join("content/guide/new.ky.md")).expect("it can be removed");
    assert!(!build_as_cold(&site));
    assert!(build_as_cold(&site));
    for more in [["--base-url", "https://example.kg"].as_slice(), &["--drafts"], &["--fresh"]] {
        assert!(!build(&site, &site.join("public"), more).unchanged, "{more:?}");
    }
    // A build that fails is no build to remember.
    build_as_cold(&site);
    let good = fs::read(site.join("content/guide/page.ky.md")).expect("it is there");
    write(&site.join("content/guide/page.ky.md"), "---\ntitle: [\n---\n");
    for _ in 0..2 {
        let failed = build(&site, &site.join("public"), &[]);
        assert_eq!((failed.code, failed.unchanged), (Some(1), false), "{}", failed.said);
    }
    write(&site.join("content/guide/page.ky.md"), good);
    assert!(build_as_cold(&site), "the same bytes as before");
}

#[test]
fn what_others_do_to_the_output_is_mended() {
    let (_home, site) = site();
    build_as_cold(&site);
    let page = site.join("public/ky/guide/page.html");
    let whole = fs::read(&page).expect("it is there");
    let time = fs::metadata(&page).and_then(|meta| meta.modified()).expect("it has a time");
    let mut damaged = whole.clone();
    damaged.reverse();
    write(&page, &damaged);
    fs::File::options().write(true).open(&page).and_then(|file| file.set_modified(time)).expect("a time can be set");
    assert!(!build_as_cold(&site), "the same size and time");
    assert!(build_as_cold(&site));
    fs::remove_file(&page).expect("it can be removed");
    assert!(!build_as_cold(&site));
    write(&page, &whole);
    assert!(build_as_cold(&site), "the same bytes");
    fs::remove_file(site.join("public/.bagyt.json")).expect("it can be removed");
    let refused = build(&site, &site.join("public"), &[]);
    assert_eq!(refused.code, Some(2), "a folder without a manifest is not ours: {}", refused.said);
    fs::remove_dir_all(site.join("public")).expect("it can be removed");
    assert!(!build_as_cold(&site));
}

#[test]
fn a_copy_of_the_site_is_known_by_its_bytes() {
    let (home, site) = site();
    build_as_cold(&site);
    let copied = home.path().join("elsewhere");
    common::copy_folder(&site, &copied);
    // The memory is of the folder that was built into.
    assert!(!build_as_cold(&copied));
    assert!(build_as_cold(&copied));
    for path in ["content/guide/page.ky.md", "public/ky/guide/page.html"] {
        let bytes = fs::read(copied.join(path)).expect("it is there");
        write(&copied.join(path), bytes);
    }
    assert!(build_as_cold(&copied) && build_as_cold(&copied));
}

#[test]
fn memory_of_another_shape_or_a_damaged_one_is_none() {
    let (_home, site) = site();
    // The memory of this output alone.
    build(&site, &site.join("public"), &[]);
    let file = memory(&site).pop().expect("the build is remembered");
    let good = fs::read(&file).expect("it can be read");
    let try_with = |bytes: &[u8], what: &str| {
        write(&file, bytes);
        let built = build(&site, &site.join("public"), &[]);
        assert!(built.code == Some(0) && !built.unchanged, "{what}");
        // Written anew meanwhile.
        assert!(build(&site, &site.join("public"), &[]).unchanged, "{what}");
    };
    for length in [0, 7, 16, 31, 32, 60, good.len() / 2, good.len() - 1] {
        try_with(&good[..length], &format!("{length} bytes of it"));
    }
    try_with(&[&good[..], b"x"].concat(), "a byte more");
    let mut other = good.clone();
    other[12] += 1;
    try_with(&other, "another version");
    fs::remove_file(&file).expect("it can be removed");
    fs::create_dir(&file).expect("a folder can be in its place");
    assert!(!build(&site, &site.join("public"), &[]).unchanged);
    assert!(!build_as_cold(&site));
    fs::remove_dir_all(site.join(".bagyt-cache")).expect("it can be deleted at any time");
    write(&site.join(".bagyt-cache"), "in its place");
    assert!(!build_as_cold(&site) && !build_as_cold(&site));
}

#[test]
fn nothing_of_it_gets_into_the_output_and_little_is_kept() {
    let (home, site) = site();
    for number in 0..7 {
        let built = build(&site, &home.path().join(format!("out{number}")), &[]);
        assert!(!built.files.keys().any(|path| path.contains("cache") || path.starts_with(".bagyt")));
    }
    assert_eq!(memory(&site).len(), 4, "of the last output folders");
    assert!(build(&site, &home.path().join("out6"), &[]).unchanged);
    let ignored = fs::read_to_string(site.join(".bagyt-cache/.gitignore")).expect("git is told");
    assert_eq!(ignored, "*\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn any_damage_is_noticed(file in 0..3_usize, at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let (_home, site) = site();
        build(&site, &site.join("public"), &[]);
        let page = site.join("content/guide/page.ru.md");
        write(&page, "---\ntitle: Страница\n---\nДругой текст.\n");
        build(&site, &site.join("public"), &[]);
        // With a large file and a small one of pages.
        let cache = site.join(".bagyt-cache");
        let file = [memory(&site).remove(0), cache.join("pages"), cache.join("pages.more")][file].clone();
        let mut bytes = fs::read(&file).expect("it can be read");
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        write(&file, bytes);
        write(&site.join("content/guide/page.ky.md"), "---\ntitle: Барак\n---\nТекст [болбойт][эч].\n");
        let built = build(&site, &site.join("public"), &[]);
        prop_assert!(!built.unchanged);
        prop_assert_eq!(built, cold(&site));
    }
}
