//! Whole builds: by the command as people use it, and by the library where that tells more.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use bagyt::bundle::Memory;
use bagyt::diag::Diagnostics;
use bagyt::progress::Silent;
use bagyt::{Memo, Request};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::common;

#[path = "../benches/site/generate.rs"]
#[allow(dead_code, reason = "tests need only a part of the generator")]
mod generate;

fn bagyt(arguments: &[&str]) -> Output {
    crate::common::bagyt().args(arguments).output().expect("the command starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the command ends by itself")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

/// A site made by `bagyt init`.
fn small_site() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let site = home.path().join("site");
    let made = bagyt(&["init", text(&site)]);
    assert_eq!(code(&made), 0, "{}", said(&made));
    (home, site)
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    common::files(folder, &mut files);
    files
}

/// The output of a build by the library, with a memo. Without the search, which has no memo.
fn build(root: &Path, memo: &Memo, output: &Memory) -> bool {
    let mut out = Diagnostics::new();
    let built = bagyt::build(
        &Request { root, base_url: None, search: false, drafts: false, today: jiff::civil::date(2026, 11, 22) },
        memo,
        output,
        &Silent,
        &mut out,
    )
    .is_some();
    if built {
        output.commit();
    } else {
        output.discard();
    }
    built
}

fn content(output: &Memory) -> BTreeMap<String, Vec<u8>> {
    output
        .paths()
        .into_iter()
        .map(|path| (path.clone(), output.get(&path).expect("a listed file is there").to_vec()))
        .collect()
}

#[test]
fn a_new_site_builds_without_a_word_of_complaint() {
    let (_home, site) = small_site();
    let built = bagyt(&["build", text(&site)]);
    assert_eq!(code(&built), 0, "{}", said(&built));
    assert_eq!(String::from_utf8_lossy(&built.stderr), "");
    assert!(site.join("public/index.html").exists() && site.join("public/ru/guide/first-steps/lesson.html").exists());
    assert!(String::from_utf8_lossy(&built.stdout).contains("double-click"), "{}", said(&built));
}

#[test]
fn what_new_makes_lies_in_the_right_place_and_breaks_nothing() {
    for (kind, id, files) in [
        ("page", "guide/first-steps/parents", ["guide/first-steps/parents.ky.md", "guide/first-steps/parents.ru.md"]),
        ("profession", "vet", ["encyclopedia/vet.yaml"; 2]),
        ("lesson", "diary-lesson", ["programme/diary-lesson.yaml"; 2]),
        ("term", "dual", ["glossary/dual.yaml"; 2]),
        ("story", "aigul", ["encyclopedia/aigul.yaml"; 2]),
        ("questionnaire", "fair-day", ["handbook/fair-day.yaml"; 2]),
    ] {
        let (_home, site) = small_site();
        let before = bagyt(&["check", text(&site)]);
        let made = bagyt(&["new", kind, id, text(&site)]);
        assert_eq!(code(&made), 0, "{}", said(&made));
        files.iter().for_each(|file| assert!(site.join("content").join(file).exists(), "{file}"));
        let folder = files[0].split('/').next().expect("a file lies in a folder");
        let listed = ["guide", "encyclopedia"].contains(&folder);
        assert_eq!(said(&made).contains("Add it to `publications`"), !listed, "{}", said(&made));
        if !listed {
            assert!(said(&made).contains("content/guide, content/encyclopedia"), "{}", said(&made));
        }
        let address = files[0].replace(".ky.md", "").replace(".yaml", "");
        for listed_by_then in [false, true] {
            if listed_by_then && !listed {
                // The advice of `new`, followed to the letter.
                let said = said(&made);
                let entry: String =
                    said.lines().filter(|line| line.starts_with("  ")).map(|line| format!("{line}\n")).collect();
                let file = site.join("content/site.yaml");
                let config = fs::read_to_string(&file).expect("it is there");
                let config = config.replace("publications:\n", &format!("publications:\n{entry}"));
                fs::write(&file, config).expect("it can be written");
            }
            let built = bagyt(&["build", text(&site)]);
            assert_eq!(code(&built), 0, "{kind}: {}", said(&built));
            assert!(said(&built).contains("Drafts: "), "{kind}: {}", said(&built));
            assert!(!said(&built).contains("draft/incomplete"), "what they lack is no business of the reader's site");
            // No page, and no list, data file or document that speaks of one.
            let name = address.rsplit('/').next().expect("an address has a last part");
            for (path, bytes) in tree(&site.join("public")) {
                let text = String::from_utf8_lossy(&bytes);
                let tells = path.contains(name) || text.contains(&format!("{name}.html"));
                assert!(!tells && !text.contains(&format!("\"{name}\"")), "{kind}: {path} tells of a draft");
            }
            let checked = bagyt(&["check", text(&site)]);
            assert_eq!(code(&checked), 0, "{kind}: {}", said(&checked));
            assert!(
                said(&checked).contains("draft/left-out") && !said(&before).contains("draft"),
                "{}",
                said(&checked)
            );
            let preview = site.join("preview");
            let built = bagyt(&["build", "--drafts", text(&site), "--out", text(&preview)]);
            assert_eq!(code(&built), 0, "{kind}: {}", said(&built));
            if listed || listed_by_then {
                for (lang, mark) in [("ky", "Долбоор"), ("ru", "Черновик")] {
                    let page = fs::read_to_string(preview.join(format!("{lang}/{address}.html")));
                    let page = page.unwrap_or_else(|error| panic!("{kind} in {lang}: {error}"));
                    assert!(page.contains(mark) && page.contains("noindex"), "{kind}: {page}");
                }
            }
        }
        let again = bagyt(&["new", kind, id, text(&site)]);
        assert_eq!(code(&again), 2, "an existing file is not overwritten");
    }
}

#[test]
#[cfg(unix)]
fn new_follows_no_link_out_of_the_content() {
    use std::os::unix::fs::symlink;
    let (home, site) = small_site();
    let outside = home.path().join("outside");
    fs::create_dir(&outside).expect("it can be made");
    symlink(&outside, site.join("content/linked")).expect("the link can be made");
    symlink(outside.join("later.ru.md"), site.join("content/guide/dangling.ru.md")).expect("the link can be made");
    for id in ["linked/page", "linked/deep/page", "guide/dangling"] {
        let made = bagyt(&["new", "page", id, text(&site)]);
        assert_eq!(code(&made), 2, "{id}: {}", said(&made));
        assert!(said(&made).contains("content/"), "{id}: {}", said(&made));
        assert_eq!(fs::read_dir(&outside).expect("it is there").count(), 0, "{id}");
    }
    assert!(!site.join("content/guide/dangling.ky.md").exists(), "all or nothing");
    symlink(site.join("content/guide"), site.join("content/inside")).expect("the link can be made");
    let made = bagyt(&["new", "page", "inside/page", text(&site)]);
    assert_eq!(code(&made), 0, "{}", said(&made));
    assert!(site.join("content/guide/page.ky.md").exists());
}

/// A build that was killed while its files were moved, told by the journal, is finished by whatever command comes next.
#[test]
fn every_command_finishes_an_interrupted_build() {
    let (_home, site) = small_site();
    assert_eq!(code(&bagyt(&["build", text(&site)])), 0);
    let output = site.join("public");
    let page = site.join("content/about.ru.md");
    let changed = fs::read_to_string(&page).expect("it is there") + "\nЕщё строка.\n";
    for command in ["check", "search", "build"] {
        let old = tree(&output);
        fs::create_dir_all(output.join(".bagyt/new")).expect("it can be made");
        // What an interrupted build leaves before it counts.
        fs::write(output.join(".bagyt/new/0"), "half a page").expect("it can be written");
        let run = |arguments: &[&str]| match command {
            "search" => bagyt(&[&["search", "--lang", "ky", "сабак", text(&site)], arguments].concat()),
            command => bagyt(&[&[command, text(&site)], arguments].concat()),
        };
        let next = run(&[]);
        assert_eq!(code(&next), 0, "{command}: {}", said(&next));
        assert!(
            said(&next).contains("output/mended") && said(&next).contains("before it changed anything"),
            "{command}"
        );
        assert!(tree(&output) == old, "{command}");
        assert!(!said(&run(&[])).contains("output/mended"), "{command}");
    }
    // What is in the way of a build is found before anything is changed.
    fs::write(&page, &changed).expect("it can be written");
    fs::remove_file(output.join("ky/index.html")).expect("it can be removed");
    fs::create_dir(output.join("ky/index.html")).expect("it can be made");
    fs::write(output.join("ky/index.html/own.txt"), "x").expect("it can be written");
    let old = tree(&output);
    let built = bagyt(&["build", text(&site)]);
    assert_eq!(code(&built), 2, "{}", said(&built));
    assert!(
        said(&built).contains("output/not-ours") && said(&built).contains("Nothing was written"),
        "{}",
        said(&built)
    );
    assert!(tree(&output) == old);
}

#[test]
fn what_a_draft_lacks_is_said_and_stops_the_build_when_it_is_none_any_more() {
    let (_home, site) = small_site();
    assert_eq!(code(&bagyt(&["new", "profession", "vet", text(&site)])), 0);
    let file = site.join("content/encyclopedia/vet.yaml");
    let skeleton = fs::read_to_string(&file).expect("it was made");
    for is_draft in [true, false] {
        if !is_draft {
            fs::write(&file, skeleton.replace("draft: true\n", "# draft\n")).expect("it can be written");
        }
        let checked = bagyt(&["check", text(&site), "--format", "short"]);
        assert_eq!(code(&checked), i32::from(!is_draft), "{}", said(&checked));
        let messages = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert_eq!(String::from_utf8_lossy(&checked.stderr), "", "all that `check` finds is its result");
        for key in ["title", "summary", "field"] {
            let at = skeleton.lines().position(|line| line.starts_with(key)).expect("the skeleton has the key") + 1;
            assert!(messages.contains(&format!("vet.yaml:{at}:")), "nothing is said of `{key}`:\n{messages}");
        }
        // All that is missing is named in this one run.
        for key in ["isco08", "tasks", "tools", "workplace", "competencies", "school_subjects", "routes", "try_it"] {
            assert!(messages.contains(&format!("`{key}`")), "nothing is said of `{key}`:\n{messages}");
        }
        let missing = if is_draft { "warning[draft/incomplete]" } else { "error[text/missing-language]" };
        for code in [missing, "profession/incomplete", "profession/flat-interests"] {
            assert!(messages.contains(code), "no {code}:\n{messages}");
        }
        assert_eq!(messages.contains("error["), !is_draft, "{messages}");
    }
}

#[test]
fn check_names_what_is_not_translated() {
    let (_home, site) = small_site();
    fs::remove_file(site.join("content/guide/first-steps/lesson.ru.md")).expect("it can be removed");
    let built = bagyt(&["build", text(&site)]);
    assert!(said(&built).contains("1 page into `ru`") && !said(&built).contains("lesson.ru.md"), "{}", said(&built));
    for format in ["human", "short", "json"] {
        let checked = bagyt(&["check", text(&site), "--format", format]);
        assert_eq!((code(&checked), checked.stderr.len()), (0, 0), "{}", said(&checked));
        assert!(said(&checked).contains("content/guide/first-steps/lesson.ru.md"), "{}", said(&checked));
    }
}

#[test]
fn timings_name_the_stages_as_text_and_as_json() {
    let (_home, site) = small_site();
    let plain = bagyt(&["build", text(&site)]);
    assert!(said(&plain).contains("for the first time") && !said(&plain).contains("total"), "{}", said(&plain));
    let timed = bagyt(&["build", "--timings", "--fresh", text(&site)]);
    assert!(!said(&timed).contains("for the first time"), "{}", said(&timed));
    let architecture = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"))
        .expect("the architecture is described");
    let list = architecture.split("```").nth(1).expect("its stages stand in a block");
    let json = bagyt(&["build", "--timings", "--fresh", "--format", "json", text(&site)]);
    let last = String::from_utf8_lossy(&json.stdout).lines().last().unwrap_or_default().to_string();
    let object: BTreeMap<String, f64> = serde_json::from_str(&last).expect("one object of numbers");
    for stage in list.lines().filter_map(|line| line.split_whitespace().next()).filter(|stage| *stage != "cli") {
        assert!(object.contains_key(stage), "`{stage}` is not measured: {last}");
        assert!(said(&timed).contains(&format!("\n{stage} ")), "`{stage}` is not printed: {}", said(&timed));
    }
    let total = object.get("total").copied().unwrap_or_default();
    let stages: f64 = object.iter().filter(|(name, _)| *name != "total").map(|(_, time)| time).sum();
    assert!(total > 0.0 && stages <= total + 1.0, "{last}");
}

#[test]
fn an_old_address_leads_on() {
    let (_home, site) = small_site();
    let page = site.join("content/guide/first-steps/lesson.ru.md");
    let moved = fs::read_to_string(&page).expect("it is there");
    fs::write(&page, moved.replacen("---\n", "---\naliases: [guide/old/lesson.html]\n", 1)).expect("it can be written");
    let built = bagyt(&["build", text(&site), "--base-url", "https://example.kg/s"]);
    assert_eq!(code(&built), 0, "{}", said(&built));
    for lang in ["ky", "ru"] {
        let old = fs::read_to_string(site.join(format!("public/{lang}/guide/old/lesson.html"))).expect("it is there");
        let new = "../first-steps/lesson.html";
        assert!(old.contains(&format!("content=\"0; url={new}\"")), "without JavaScript: {old}");
        assert!(old.contains(&format!("<a href={new}>")), "by hand: {old}");
        assert!(
            old.contains(&format!("https://example.kg/s/{lang}/guide/first-steps/lesson.html")),
            "canonical: {old}"
        );
        assert!(old.contains("noindex"), "{old}");
    }
    let sitemap = fs::read_to_string(site.join("public/sitemap.xml")).expect("it is there");
    assert!(!sitemap.contains("guide/old"), "{sitemap}");
    for file in fs::read_dir(site.join("public/search/ru")).expect("the index is there").flatten() {
        let text = fs::read_to_string(file.path()).unwrap_or_default();
        assert!(!text.contains("guide/old"), "the search does not know it: {:?}", file.path());
    }
}

#[test]
#[cfg(unix)]
fn serve_opens_the_browser_when_asked() {
    use std::io::{BufRead, BufReader};
    use std::os::unix::fs::PermissionsExt;
    let (home, site) = small_site();
    let folder = home.path().join("bin");
    let told = home.path().join("told");
    fs::create_dir(&folder).expect("it can be made");
    for name in ["xdg-open", "open", "gio", "wslview"] {
        let script = format!(
            "#!/bin/sh\nfor last; do :; done\necho \"$last\" > '{0}.part' && mv '{0}.part' '{0}'\n",
            told.display()
        );
        fs::write(folder.join(name), script).expect("it can be written");
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o755)).expect("it can be made a program");
    }
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    let mut serve = crate::common::bagyt()
        .args(["serve", "--open", "--port", "0", text(&site)])
        .env("PATH", path)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the command starts");
    let mut lines = BufReader::new(serve.stdout.take().expect("it is a pipe")).lines().map_while(Result::ok);
    let said = lines.find(|line| line.starts_with("Open ")).expect("it says what to open");
    let address = said.split_whitespace().nth(1).expect("an address").to_string();
    std::thread::spawn(move || lines.for_each(drop));
    let opened = (0..1200).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        fs::read_to_string(&told).ok()
    });
    let _ = serve.kill();
    let _ = serve.wait();
    assert_eq!(opened.as_deref().map(str::trim), Some(address.as_str()));
}

#[test]
fn a_filter_of_the_search_that_is_no_word_of_the_site_is_reported() {
    let (_home, site) = built_with_search();
    for (filter, wrong, right) in
        [("--kind", "profesion", "profession"), ("--publication", "guid", "guide"), ("--kind", "letter", "form")]
    {
        let found = bagyt(&["search", "--lang", "ky", "сабак", filter, wrong, text(&site)]);
        assert_eq!(code(&found), 2, "{}", said(&found));
        assert!(
            said(&found).contains("search/unknown") && said(&found).contains(&format!("`{right}`")),
            "{}",
            said(&found)
        );
        let found = bagyt(&["search", "--lang", "ky", "сабак", filter, right, text(&site)]);
        assert_eq!(code(&found), 0, "{}", said(&found));
    }
}

#[test]
fn exit_codes_tell_content_from_machine() {
    let (home, site) = small_site();
    assert_eq!(code(&bagyt(&["check", text(&site)])), 0);
    assert_eq!(code(&bagyt(&["check", text(&home.path().join("nowhere"))])), 2);
    assert_eq!(code(&bagyt(&["bild"])), 2);
    assert_eq!(code(&bagyt(&["--help"])), 0);
    assert_eq!(code(&bagyt(&["check", text(home.path())])), 1, "a folder without a site");
    fs::write(site.join("content/about.ru.md"), "no front matter").expect("it can be written");
    assert_eq!(code(&bagyt(&["check", text(&site)])), 1);
    fs::remove_file(site.join("content/about.ru.md")).expect("it can be removed");
    let blocked = home.path().join("blocked");
    fs::write(&blocked, "a file").expect("it can be written");
    let built = bagyt(&["build", text(&site), "--out", text(&blocked.join("public"))]);
    assert_eq!(code(&built), 2, "{}", said(&built));
    assert!(said(&built).contains("output/unwritable"), "{}", said(&built));
}

#[test]
fn without_threads_every_command_says_so() {
    let (_home, site) = small_site();
    for command in ["build", "check", "serve"] {
        let ended = crate::common::bagyt()
            .args([command, text(&site)])
            // More than there is address space for: no thread gets its stack.
            .env("RUST_MIN_STACK", "100000000000000000")
            .output()
            .expect("the command starts");
        assert_eq!(code(&ended), 2, "{command}: {}", said(&ended));
        assert!(said(&ended).contains("no threads"), "{command}: {}", said(&ended));
        assert!(!said(&ended).contains("panicked"), "{command}: {}", said(&ended));
    }
    assert!(!site.join("public").exists());
}

#[test]
#[cfg(target_os = "linux")]
fn without_memory_the_command_ends_as_on_any_other_fault_of_the_machine() {
    let (_home, site) = small_site();
    let limited = |megabytes: usize, arguments: &str| {
        let script = format!("ulimit -v {megabytes}000; exec \"$0\" {arguments}");
        let arguments = ["-c", &script, env!("CARGO_BIN_EXE_bagyt"), text(&site)];
        Command::new("sh")
            .args(arguments)
            .env("LC_ALL", "C")
            .env_remove("RUST_BACKTRACE")
            .output()
            .expect("the command starts")
    };
    let mut short = 0;
    for megabytes in (40..400).step_by(15) {
        // With less than it takes to start the program nothing of it can say so.
        if !limited(megabytes, "--version").status.success() {
            continue;
        }
        let ended = limited(megabytes, "build \"$1\" --jobs 2");
        match ended.status.code() {
            Some(0) => {}
            Some(2) => short += usize::from(said(&ended).contains("memory")),
            other => panic!("{megabytes} MB: {other:?} {}", said(&ended)),
        }
    }
    assert!(short > 0, "memory was never short");
}

#[test]
fn json_has_one_object_a_line_with_every_field() {
    let (_home, site) = small_site();
    fs::write(site.join("content/about.ru.md"), "---\ntitel: О сайте\norder: 1.5\n---\n").expect("it can be written");
    let checked = bagyt(&["check", text(&site), "--format", "json"]);
    let output = String::from_utf8(checked.stdout).expect("JSON is UTF-8");
    let lines: Vec<serde_json::Value> =
        output.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect();
    assert_eq!(lines.len(), 2, "{output}");
    for line in &lines {
        for key in ["severity", "code", "message", "file", "line", "column", "help"] {
            assert!(!line[key].is_null(), "{key} is missing in {line}");
        }
    }
    let unknown = lines.iter().find(|line| line["code"] == "yaml/unknown-key").expect("the key is unknown");
    assert_eq!(
        (&unknown["file"], unknown["line"].as_u64(), unknown["column"].as_u64()),
        (&"content/about.ru.md".into(), Some(2), Some(1))
    );
    assert!(unknown["help"].as_str().is_some_and(|help| help.contains("`title`")), "{unknown}");
    let edit = serde_json::json!({ "line": 2, "column": 1, "end_line": 2, "end_column": 6, "text": "title" });
    assert_eq!(unknown["fix"]["edits"], serde_json::json!([edit]));
}

#[test]
fn a_failed_build_leaves_the_output_as_it_was() {
    let (_home, site) = small_site();
    assert_eq!(code(&bagyt(&["build", text(&site)])), 0);
    let before = tree(&site.join("public"));
    fs::write(site.join("content/about.ru.md"), "---\ntitle: О сайте\n---\n[x](nowhere.md)\n")
        .expect("it can be written");
    fs::write(site.join("content/guide/new.ru.md"), "---\ntitle: Новое\n---\n").expect("it can be written");
    assert_eq!(code(&bagyt(&["build", text(&site)])), 1);
    assert!(tree(&site.join("public")) == before);
    let mut names: Vec<_> =
        fs::read_dir(&site).expect("the site is there").map(|e| e.expect("an entry").file_name()).collect();
    names.sort();
    assert_eq!(names, [".bagyt-cache", ".vscode", "content", "public"], "nothing is left of it");
}

#[test]
fn a_template_that_fails_while_rendering_leaves_the_output_as_it_was() {
    let (_home, site) = small_site();
    assert_eq!(code(&bagyt(&["build", text(&site)])), 0);
    let before = tree(&site.join("public"));
    let templates = site.join("themes/default/templates");
    fs::create_dir_all(&templates).expect("the folder can be made");
    fs::write(templates.join("page.html"), "<p>\n{{ page.nothing.here }}</p>").expect("it can be written");
    let built = bagyt(&["build", text(&site), "--format", "short"]);
    assert_eq!(code(&built), 1);
    assert!(said(&built).contains("themes/default/templates/page.html:2:"), "{}", said(&built));
    assert!(tree(&site.join("public")) == before);
}

#[test]
fn only_changed_files_are_written() {
    let (_home, site) = small_site();
    assert_eq!(code(&bagyt(&["build", text(&site)])), 0);
    let index = site.join("public/index.html");
    let time = fs::metadata(&index).and_then(|meta| meta.modified()).expect("the file has a time");
    let page = site.join("content/about.ru.md");
    let changed = fs::read_to_string(&page).expect("it is there") + "\nЕщё строка.\n";
    fs::write(&page, changed).expect("it can be written");
    let built = bagyt(&["build", text(&site)]);
    // The page, and of the search in its language: the look-up and, under new names, the boot file, the stems, the texts.
    assert!(said(&built).contains("(5 changed, 0 removed)"), "{}", said(&built));
    assert!(said(&built).contains("Kept 3 files of the last build"), "{}", said(&built));
    let built = bagyt(&["build", text(&site)]);
    assert!(said(&built).contains("(0 changed, 3 removed)") && !said(&built).contains("Kept"), "{}", said(&built));
    assert_eq!(fs::metadata(&index).and_then(|meta| meta.modified()).expect("the file has a time"), time);
}

#[test]
fn a_folder_of_others_is_not_touched() {
    let (home, site) = small_site();
    let other = home.path().join("documents");
    fs::create_dir(&other).expect("the folder can be made");
    fs::write(other.join("thesis.docx"), "years of work").expect("it can be written");
    let built = bagyt(&["build", text(&site), "--out", text(&other)]);
    assert_eq!(code(&built), 2);
    assert!(said(&built).contains("output/not-ours"), "{}", said(&built));
    assert_eq!(tree(&other).len(), 1);
    let inside = bagyt(&["build", text(&site), "--out", text(&site.join("content/public"))]);
    assert_eq!(code(&inside), 2, "the output must not become content");
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let (first, second) = (home.path().join("a"), home.path().join("elsewhere/b"));
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for site in [&first, &second] {
        common::copy_folder(&content, &site.join("content"));
    }
    assert_eq!(code(&bagyt(&["build", text(&first), "--jobs", "1", "--base-url", "https://example.kg"])), 0);
    assert_eq!(code(&bagyt(&["build", text(&second), "--jobs", "2", "--base-url", "https://example.kg/"])), 0);
    assert!(tree(&first.join("public")) == tree(&second.join("public")));
}

#[test]
fn page_weight_does_not_grow_with_the_number_of_pages() {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let weight = |pages: usize| {
        let root = home.path().join(pages.to_string());
        generate::generate(&root, pages).expect("the site can be generated");
        let output = Memory::default();
        assert!(build(&root, &Memo::default(), &output));
        let page = output.get(&format!("ky/{}.html", generate::page_path(20))).expect("the page is there");
        page.len()
    };
    // In both there are more chapters and pages than the list beside a text shows.
    let (small, large) = (weight(2_000), weight(5_000));
    // The text of the two pages is the same; they may differ in the titles of neighbours and of publications.
    assert!(large < small + 1_500, "{small} bytes grew to {large}");
}

#[test]
fn a_site_address_gives_a_sitemap_with_translations() {
    let (_home, site) = small_site();
    fs::remove_file(site.join("content/guide/first-steps/lesson.ru.md")).expect("it can be removed");
    assert_eq!(code(&bagyt(&["build", text(&site), "--base-url", "https://example.kg/s"])), 0);
    let sitemap = fs::read_to_string(site.join("public/sitemap.xml")).expect("there is a sitemap");
    let document = roxmltree::Document::parse(&sitemap).expect("it is XML");
    let locations: Vec<&str> = document
        .descendants()
        .filter(|n| n.has_tag_name("loc") || n.tag_name().name() == "loc")
        .filter_map(|n| n.text())
        .collect();
    assert!(locations.contains(&"https://example.kg/s/ky/"), "{locations:?}");
    assert!(locations.contains(&"https://example.kg/s/ky/guide/first-steps/lesson.html"));
    assert!(
        !locations.contains(&"https://example.kg/s/ru/guide/first-steps/lesson.html"),
        "a borrowed page is not listed"
    );
    let borrowed =
        fs::read_to_string(site.join("public/ru/guide/first-steps/lesson.html")).expect("it is shown all the same");
    assert!(borrowed.contains("noindex") && !borrowed.contains("rel=alternate"), "{borrowed}");
    assert!(borrowed.contains("https://example.kg/s/ky/guide/first-steps/lesson.html"), "canonical is the original");
}

#[test]
fn a_large_picture_is_shown_in_smaller_copies_and_a_linked_file_is_whole() {
    let (_home, site) = small_site();
    let guide = site.join("content/guide");
    image::RgbImage::from_fn(2_400, 1_200, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]))
        .save(guide.join("class.jpg"))
        .expect("the picture can be written");
    image::RgbImage::new(300, 200).save(guide.join("small.png")).expect("the picture can be written");
    fs::write(guide.join("plan.docx"), "not really").expect("it can be written");
    let text = "---\ntitle: Сүрөттөр\n---\n![Класс](class.jpg \"Биринчи сабак\")\n\n![Кичине](small.png)\n\n[План](plan.docx)\n";
    fs::write(guide.join("pictures.ky.md"), text).expect("it can be written");
    let output = Memory::default();
    assert!(build(&site, &Memo::default(), &output));
    let page =
        String::from_utf8(output.get("ky/guide/pictures.html").expect("the page is there").to_vec()).expect("UTF-8");
    assert!(page.contains("src=\"../../files/guide/class.720.jpg\""), "{page}");
    assert!(page.contains("files/guide/class.720.jpg 720w") && page.contains("class.1440.jpg 1440w"), "{page}");
    assert!(page.contains("width=\"1440\" height=\"720\""), "{page}");
    assert_eq!(
        page.matches("loading=\"lazy\"").count(),
        1,
        "the first picture is loaded at once, the second when it is near"
    );
    assert!(page.contains("<figcaption><span class=\"label\">1-сүрөт.</span> Биринчи сабак</figcaption>"), "{page}");
    let copy = output.get("files/guide/class.720.jpg").expect("the copy is there");
    assert_eq!(image::load_from_memory(&copy).expect("it is a picture").width(), 720);
    assert!(output.get("files/guide/class.jpg").is_none(), "the camera's own file is not published");
    assert!(output.get("files/guide/small.png").is_some());
    assert_eq!(output.get("files/guide/plan.docx").as_deref(), Some(b"not really".as_slice()));
}

/// A picture of one colour on which a copy cannot be larger than its original.
fn coloured(colour: [u8; 3]) -> image::RgbImage {
    image::RgbImage::from_fn(1_000, 300, |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ (x * y).wrapping_mul(40_503)) >> 12;
        image::Rgb(colour.map(|part| part - (noise % 16) as u8))
    })
}

/// Three pictures that differ by their ending alone, each of its own colour, and a page that shows them.
fn with_one_stem(site: &Path) {
    let guide = site.join("content/guide");
    for (name, colour) in [("visit.jpg", [220, 40, 40]), ("visit.jpeg", [40, 220, 40]), ("visit.webp", [40, 40, 220])] {
        coloured(colour).save(guide.join(name)).expect("the picture can be written");
    }
    let text = "---\ntitle: Визит\n---\n![Бир](visit.jpg)\n\n![Эки](visit.jpeg)\n\n![Үч](visit.webp)\n";
    fs::write(guide.join("visit.ky.md"), text).expect("it can be written");
}

#[test]
fn pictures_that_differ_by_their_ending_have_copies_of_their_own() {
    let (_home, site) = small_site();
    with_one_stem(&site);
    let output = Memory::default();
    assert!(build(&site, &Memo::default(), &output));
    let page = output.get("ky/guide/visit.html").expect("the page is there").to_vec();
    let page = String::from_utf8(page).expect("UTF-8");
    let shown: Vec<&str> = page.split("<img").skip(1).filter_map(|tag| tag.split("src=\"../../").nth(1)).collect();
    let shown: Vec<&str> = shown.iter().filter_map(|tag| tag.split('"').next()).collect();
    assert_eq!(
        shown,
        ["files/guide/visit.720.jpg", "files/guide/visit.jpeg.720.jpg", "files/guide/visit.webp.720.jpg"],
        "{page}"
    );
    for (path, strongest) in shown.iter().zip(0..) {
        let picture =
            image::load_from_memory(&output.get(path).expect("it is made")).expect("it is a picture").to_rgb8();
        let pixel = picture.get_pixel(300, 100).0;
        assert!((0..3).all(|at| at == strongest || pixel[at] < pixel[strongest]), "{path}: {pixel:?}");
    }
}

#[test]
fn no_published_picture_tells_where_it_was_taken() {
    use image::ImageEncoder;
    let (_home, site) = small_site();
    let guide = site.join("content/guide");
    let mut exif = b"II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0".to_vec();
    exif.extend(*b"\x0e\x01\x02\0\x07\0\0\0\x26\0\0\0\0\0\0\0SECRET\0");
    for (name, width) in [("wide.jpg", 1_000), ("small.jpg", 300), ("linked.jpg", 300), ("named.jpg", 300)] {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::jpeg::JpegEncoder::new(&mut bytes);
        encoder.set_exif_metadata(exif.clone()).expect("JPEG takes it");
        image::RgbImage::new(width, 90).write_with_encoder(encoder).expect("it can be written");
        bytes.extend(*b"SECRET behind the end");
        fs::write(guide.join(name), bytes).expect("it can be written");
    }
    let text = "---\ntitle: Сүрөт\n---\n![Бир](wide.jpg)\n\n![Эки](small.jpg)\n\n[Үч](linked.jpg)\n";
    fs::write(guide.join("photo.ky.md"), text).expect("it can be written");
    let config = site.join("content/site.yaml");
    let named = fs::read_to_string(&config).expect("it is there") + "publish: [guide/named.jpg]\n";
    fs::write(&config, named).expect("it can be written");
    let output = Memory::default();
    assert!(build(&site, &Memo::default(), &output));
    let published = content(&output);
    let pictures: Vec<&String> = published.keys().filter(|path| path.ends_with(".jpg")).collect();
    assert!(pictures.len() >= 4, "{pictures:?}");
    for path in pictures {
        let bytes = &published[path];
        assert!(!bytes.windows(6).any(|window| window == b"SECRET"), "{path}");
        assert!(image::load_from_memory(bytes).is_ok(), "{path}");
    }
    let page = String::from_utf8_lossy(&published["ky/guide/photo.html"]).into_owned();
    assert!(page.contains("width=\"90\" height=\"300\""), "as the camera was held: {page}");
}

#[test]
fn the_bytes_are_the_same_for_any_number_of_threads() {
    let (_home, site) = small_site();
    with_one_stem(&site);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites/handbook/content");
    common::copy_folder(&golden, &site.join("other/content"));
    for root in [&site, &site.join("other")] {
        let mut first = None;
        for threads in [1, 2, 3, 8, 16] {
            let pool =
                rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("the threads can be started");
            let output = Memory::default();
            assert!(pool.install(|| build(root, &Memo::default(), &output)));
            let made = content(&output);
            assert!(*first.get_or_insert_with(|| made.clone()) == made, "{threads} threads");
        }
    }
}

#[test]
fn only_what_is_used_is_published() {
    let (_home, site) = small_site();
    let guide = site.join("content/guide");
    for name in ["plan.docx", "zarplata-chernovik.docx", "setup.exe", "new.ru.md.txt", "~WRL0001.tmp", "Приказ.docx"]
    {
        fs::write(guide.join(name), "x").expect("it can be written");
    }
    let page = "---\ntitle: План\n---\n[План](plan.docx)\n";
    fs::write(guide.join("plan.ky.md"), page).expect("it can be written");
    let built = bagyt(&["build", text(&site)]);
    assert_eq!(code(&built), 0, "{}", said(&built));
    let files: Vec<String> = tree(&site.join("public/files")).into_keys().collect();
    assert_eq!(files, ["guide/plan.docx", "licences.txt"]);
    for name in ["zarplata-chernovik.docx", "setup.exe", "new.ru.md.txt", "Приказ.docx"] {
        assert!(said(&built).contains(name), "nothing is said of {name}: {}", said(&built));
    }
    assert!(!said(&built).contains("~WRL"), "{}", said(&built));
}

#[test]
fn what_is_published_runs_nowhere() {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let site = home.path().join("site");
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites/professions/content");
    common::copy_folder(&golden, &site.join("content"));
    let work = site.join("content/work");
    let cook = fs::read_to_string(work.join("cook.yaml")).expect("it is there");
    fs::write(work.join("cook.yaml"), cook.replace("ru: Готовит еду.", "ru: =Готовит еду."))
        .expect("it can be written");
    let (page, drawing) = (
        "<script>a()</script>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><script>a()</script></svg>",
    );
    for (name, text) in [
        ("table.csv", "а;=1+1\n-5;б\n"),
        ("drawing.svg", drawing),
        ("named.svg", drawing),
        ("trusted.svg", drawing),
        ("game.html", page),
        ("links.ru.md", "---\ntitle: Файлы\n---\n[Таблица](table.csv), [рисунок](drawing.svg)\n"),
    ] {
        fs::write(work.join(name), text).expect("it can be written");
    }
    let config = site.join("content/site.yaml");
    let trusted = fs::read_to_string(&config).expect("it is there")
        + "publish: [work/named.svg]\ntrusted: [work/game.html, work/trusted.svg]\n";
    fs::write(&config, trusted).expect("it can be written");
    let output = Memory::default();
    assert!(build(&site, &Memo::default(), &output));
    let published = content(&output);
    let text = |path: &str| String::from_utf8_lossy(&published[path]).into_owned();
    assert_eq!(text("files/work/table.csv"), "а;'=1+1\n-5;б\n");
    assert!(text("ru/finder/professions.csv").contains(",'=Готовит еду.,"), "{}", text("ru/finder/professions.csv"));
    assert!(text("ru/finder/professions.json").contains("\"=Готовит еду.\""), "JSON is for programs");
    for cleaned in ["files/work/drawing.svg", "files/work/named.svg"] {
        assert!(text(cleaned).contains("<svg") && !text(cleaned).contains("script"), "{cleaned}: {}", text(cleaned));
    }
    assert_eq!((text("files/work/game.html").as_str(), text("files/work/trusted.svg").as_str()), (page, drawing));
}

#[test]
#[cfg(unix)]
fn a_terminal_is_sent_nothing_that_it_acts_on() {
    let (home, site) = small_site();
    let odd = home.path().join("a\u{1b}[2Jb\u{9b}c\u{202e}d");
    fs::rename(&site, &odd).expect("a folder may be called like this");
    fs::write(odd.join("content/\u{1b}]0;x\u{7}.txt"), "x").expect("and a file");
    for command in ["build", "check"] {
        for format in ["human", "short", "json"] {
            let output = bagyt(&[command, text(&odd), "--format", format]);
            let said = said(&output);
            let acts = said.chars().find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
            assert_eq!(acts, None, "{command} {format}: {said:?}");
        }
    }
    let nowhere = bagyt(&["build", text(&odd.join("no\u{1b}[1m"))]);
    assert!(said(&nowhere).contains("no\\u{1b}[1m"), "{:?}", said(&nowhere));
    let slip = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}";
    for wrong in [&["build", "--jobs", slip][..], &["build", "--format", slip], &[slip], &["check", "a", slip]] {
        let output = bagyt(wrong);
        let said = said(&output);
        assert_eq!(code(&output), 2, "{said:?}");
        assert!(said.contains("\\u{9b}2J"), "{said:?}");
        let acts = said.chars().find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
        assert_eq!(acts, None, "{wrong:?}: {said:?}");
    }
}

#[test]
fn a_new_site_names_what_others_made_of_it() {
    let (_home, site) = small_site();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    assert_eq!(code(&bagyt(&["build", text(&site)])), 0);
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for language in ["ky", "ru"] {
        let name = format!("licences.{language}.md");
        assert_eq!(read(&site.join("content").join(&name)), read(&repository.join(&name)), "one text");
        let page = read(&site.join("public").join(language).join("licences.html"));
        let shipped = ["bagyt", "Onest", "MIT", "Apache-2.0", "SIL Open Font License", "tantivy", "files/licences.txt"];
        assert!(shipped.iter().all(|what| page.contains(what)), "{page}");
        let about = read(&site.join("public").join(language).join("about.html"));
        assert!(about.contains("licences.html"), "somebody must find it");
    }
    let texts = read(&site.join("public/files/licences.txt"));
    assert_eq!(texts, read(&repository.join("licences.txt")));
    for text in ["SIL OPEN FONT LICENSE", "Copyright (c) 2026 the authors of Bagyt", "tantivy", "frostem"] {
        assert!(texts.contains(text), "{text}");
    }
}

#[test]
fn check_makes_nothing_and_mends_what_was_interrupted() {
    let (home, site) = small_site();
    let sources = tree(home.path());
    assert_eq!(code(&bagyt(&["check", text(&site)])), 0);
    assert_eq!(tree(home.path()), sources, "no output is made");
    assert_eq!(code(&bagyt(&["build", text(&site)])), 0);
    let built = tree(home.path());
    fs::create_dir_all(site.join("public/.bagyt/new")).expect("a build may be interrupted");
    fs::write(site.join("public/.bagyt/new/0"), "x").expect("with files that wait");
    let checked = bagyt(&["check", text(&site)]);
    assert!(code(&checked) == 0 && said(&checked).contains("output/mended"), "{}", said(&checked));
    assert_eq!(tree(home.path()), built);
    assert!(said(&bagyt(&["help", "check"])).contains("interrupted"), "the help says so");
}

#[test]
fn what_an_older_version_left_beside_the_output_goes_with_the_next_build() {
    let (_home, site) = small_site();
    let left = site.join(".bagyt-Ab3dEf");
    fs::create_dir(&left).expect("an older version may leave it");
    let untouched = bagyt(&["build", text(&site)]);
    assert!(left.exists() && !said(&untouched).contains("output/mended"), "somebody may be at work in it");
    let then = std::time::SystemTime::now() - std::time::Duration::from_secs(7200);
    let times = fs::FileTimes::new().set_modified(then);
    fs::File::open(&left).and_then(|folder| folder.set_times(times)).expect("it can be made older");
    let built = bagyt(&["build", text(&site)]);
    assert!(code(&built) == 0 && said(&built).contains("output/mended"), "{}", said(&built));
    assert!(!left.exists());
}

/// A change that an editor might make to the site that is built again and again.
#[derive(Debug, Clone)]
enum Edit {
    /// The page's number, its text, and whether it is a draft.
    Write(usize, String, bool),
    Remove(usize),
    Title(String),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let text = "[а-е #*\\[\\]\"|`>\n-]{0,60}";
    prop::collection::vec(
        prop_oneof![
            4 => (0..6_usize, text, any::<bool>()).prop_map(|(page, text, draft)| Edit::Write(page, text, draft)),
            1 => (0..6_usize).prop_map(Edit::Remove),
            1 => "[а-е]{1,8}".prop_map(Edit::Title),
        ],
        1..6,
    )
}

fn apply(edit: &Edit, site: &Path) {
    let page = |number: usize| {
        let language = if number.is_multiple_of(2) { "ky" } else { "ru" };
        site.join(format!("content/guide/page{}.{language}.md", number / 2))
    };
    match edit {
        Edit::Write(number, text, draft) => {
            let source = format!(
                "---\ntitle: Барак {number}\norder: {number}\ndraft: {draft}\n---\n{text}\n\n[шилтеме](first-steps/index.md)\n"
            );
            fs::write(page(*number), source).expect("it can be written");
        }
        Edit::Remove(number) => drop(fs::remove_file(page(*number))),
        Edit::Title(title) => {
            let file = site.join("content/site.yaml");
            let text = fs::read_to_string(&file).expect("it is there");
            let rest = text.split_once("\nlanguages").expect("the file has languages").1;
            let text = format!("title: {{ky: {title}, ru: {title}}}\nlanguages{rest}");
            fs::write(&file, text).expect("it can be written");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn a_rebuild_gives_what_a_first_build_gives(edits in edits()) {
        let (_home, site) = small_site();
        let (memo, warm) = (Memo::default(), Memory::default());
        prop_assert!(build(&site, &memo, &warm));
        for edit in &edits {
            apply(edit, &site);
            let cold = Memory::default();
            let built = build(&site, &Memo::default(), &cold);
            prop_assert_eq!(build(&site, &memo, &warm), built);
            if built {
                prop_assert!(content(&warm) == content(&cold), "after {:?}", edit);
            }
        }
    }

    #[test]
    fn no_bytes_make_a_build_panic(page: Vec<u8>, record: Vec<u8>, front in "[a-c:\\-\\[\\]{}&*!|>'\"#, \n]{0,60}", markdown in "\\PC{0,80}|[a\\[\\]()!#*_`<>|^:\n -]{0,80}") {
        let (_home, site) = small_site();
        fs::write(site.join("content/guide/x.ky.md"), page).expect("it can be written");
        fs::write(site.join("content/guide/y.yaml"), record).expect("it can be written");
        fs::write(site.join("content/guide/z.ky.md"), format!("---\ntitle: А\n{front}\n---\n{markdown}")).expect("it can be written");
        fs::write(site.join("content/guide/w.ky.md"), format!("---\ntitle: А\n---\n{markdown}")).expect("it can be written");
        let mut out = Diagnostics::new();
        bagyt::build(&Request { root: &site, base_url: None, search: true, drafts: false, today: jiff::civil::date(2026, 11, 22) }, &Memo::default(), &Memory::default(), &Silent, &mut out);
        // Whatever is said can be shown.
        for format in [bagyt::show::Format::Human { colour: true }, bagyt::show::Format::Short, bagyt::show::Format::Json] {
            bagyt::show::render(&out, &site, format, bagyt::messages::Locale::En);
        }
    }
}

proptest! {
    // Whole programs, with the search.
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    /// By the command, which remembers its builds on the disk.
    #[test]
    fn a_build_with_a_memory_gives_what_one_without_gives(edits in edits()) {
        let (home, site) = small_site();
        let build = |out: &str, more: &[&str]| {
            let out = home.path().join(out);
            let built = bagyt(&[&["build", text(&site), "--out", text(&out), "--format", "json"], more].concat());
            let mut files = tree(&out);
            // What is kept for open pages is no part of the site.
            let manifest: serde_json::Value =
                serde_json::from_slice(&files.remove(".bagyt.json").expect("there is a manifest")).expect("it is JSON");
            files.retain(|path, _| !manifest["kept"].as_array().expect("a list").iter().any(|kept| kept == path.as_str()));
            (built.status.code(), said(&built), files)
        };
        for edit in std::iter::once(None).chain(edits.iter().map(Some)) {
            if let Some(edit) = edit {
                apply(edit, &site);
            }
            let cold = build("cold", &["--fresh"]);
            prop_assert!(build("warm", &[]) == cold, "after {:?}", edit);
            prop_assert!(build("warm", &[]) == cold, "again after {:?}", edit);
        }
    }
}

/// A site with a profession, a page and synonyms, built.
fn built_with_search() -> (TempDir, PathBuf) {
    let (home, site) = small_site();
    fs::write(site.join("content/synonyms.yaml"), "groups:\n  - ky: [сабак]\n    ru: [путёвка]\n")
        .expect("the file can be written");
    let built = bagyt(&["build", text(&site)]);
    assert_eq!(code(&built), 0, "{}", said(&built));
    (home, site)
}

fn hits(site: &Path, lang: &str, query: &str) -> Vec<serde_json::Value> {
    let found = bagyt(&["search", "--lang", lang, "--json", query, text(site)]);
    assert_eq!(code(&found), 0, "{}", said(&found));
    serde_json::from_slice(&found.stdout).expect("the command prints JSON")
}

#[test]
fn the_command_finds_what_is_on_the_site() {
    let (_home, site) = built_with_search();
    for lang in ["ky", "ru"] {
        let pages = bagyt_search_titles(&site, lang);
        assert!(!pages.is_empty());
        for (title, url) in pages {
            let found = hits(&site, lang, &title);
            let first = found.first().unwrap_or_else(|| panic!("{lang}: nothing for «{title}»"));
            assert!(first["url"].as_str().is_some_and(|found| found.starts_with(&url)), "«{title}»: {first}");
            for field in ["title", "kind", "excerpt"] {
                assert!(first[field].is_string(), "{field}: {first}");
            }
            assert!(first["heading"].is_string() || first["heading"].is_null());
            assert!(first["score"].as_f64().is_some_and(|score| score > 0.0));
            assert!(
                site.join("public").join(first["url"].as_str().unwrap_or("").split('#').next().unwrap_or("")).is_file()
            );
        }
    }
    assert_eq!(hits(&site, "ky", "!!! …"), Vec::<serde_json::Value>::new());
    let limited = bagyt(&["search", "-l", "ky", "--json", "--limit", "1", "сабак", text(&site)]);
    assert_eq!(serde_json::from_slice::<Vec<serde_json::Value>>(&limited.stdout).expect("JSON").len(), 1);
    let moved = site.parent().expect("the site lies in a folder").join("elsewhere");
    fs::rename(site.join("public"), &moved).expect("the folder can be moved");
    let found = bagyt(&["search", "--lang", "ky", "сабак", "--out", text(&moved)]);
    assert_eq!(code(&found), 0, "{}", said(&found));
    assert!(said(&found).contains("ky/guide/"), "{}", said(&found));
}

/// Titles and addresses that the box's look-up of a site has.
fn bagyt_search_titles(site: &Path, lang: &str) -> Vec<(String, String)> {
    let start = fs::read_to_string(site.join(format!("public/search/{lang}/start.js"))).expect("the look-up is there");
    let json = start.trim_end().strip_prefix(&format!("bagytSearch.start(\"{lang}\","));
    let json = json.and_then(|json| json.strip_suffix(')')).expect("the look-up calls the page's script");
    let start: serde_json::Value = serde_json::from_str(json).expect("the look-up is JSON");
    let titles = start["titles"].as_array().expect("a small site has one list");
    let text = |value: &serde_json::Value| value.as_str().expect("titles and addresses are texts").to_string();
    titles.iter().map(|title| (text(&title[0]), text(&title[1]))).collect()
}

#[test]
fn a_synonym_of_the_other_language_leads_to_the_page() {
    let (_home, site) = built_with_search();
    let lesson = "ky/guide/first-steps/lesson.html";
    let leads_there = |query: &str| hits(&site, "ky", query).iter().take(2).any(|hit| hit["url"] == lesson);
    assert!(leads_there("сабактар"));
    assert!(leads_there("путёвки"), "as the word that means the same");
    assert!(hits(&site, "ru", "путёвка").is_empty(), "the word itself stands nowhere");
}

#[test]
fn a_damaged_index_is_reported_with_its_file() {
    let (_home, site) = built_with_search();
    let folder = site.join("public/search/ky");
    for file in fs::read_dir(&folder).expect("the index is there").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let whole = fs::read(file.path()).expect("the file can be read");
        for damage in ["cut", "changed", "gone"] {
            match damage {
                "cut" => fs::write(file.path(), &whole[..whole.len() / 2]),
                "changed" => {
                    let mut bytes = whole.clone();
                    let at = bytes.len() * 2 / 3;
                    bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
                    fs::write(file.path(), bytes)
                }
                _ => fs::remove_file(file.path()),
            }
            .expect("the file can be damaged");
            // The stems are looked at for a mistyped word only.
            let found = ["сабак", "сбак"].map(|query| bagyt(&["search", "--lang", "ky", query, text(&site)]));
            let noticed = found.iter().any(|found| {
                let said = said(found);
                assert!(!said.contains("panicked"), "{said}");
                code(found) == 2 && (said.contains(&name) || said.contains("no search index"))
            });
            // A change inside a title is none of the command's business; everything else it must notice.
            let harmless = name == "start.js" && damage == "changed";
            assert!(noticed || harmless, "{name} {damage}");
            fs::write(file.path(), &whole).expect("the file can be mended");
        }
    }
    let unbuilt = bagyt(&["search", "--lang", "en", "сабак", text(&site)]);
    assert_eq!(code(&unbuilt), 2);
    assert!(said(&unbuilt).contains("search/missing"), "{}", said(&unbuilt));
}

#[test]
fn analyze_shows_stem_and_terms() {
    use std::io::Write;
    let mut command = crate::common::bagyt()
        .args(["analyze", "--lang", "ky"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the command starts");
    let words = "мугалимдердин өмүрү омуру\nЖРТга resume 2026-жылдын !!!";
    command.stdin.take().expect("the input is a pipe").write_all(words.as_bytes()).expect("the words can be written");
    let output = command.wait_with_output().expect("the command ends");
    let expected = "мугалимдердин\tмугалим\nөмүрү\tөмүр омур\nомуру\tомур\nЖРТга\tжрт\nresume\tresume\n\
                    2026-жылдын\t2026 жыл\n!!!\t\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

/// What no site may do to its neighbours in a script: end it, or the string that it stands in.
#[test]
fn titles_stay_inside_their_strings() {
    let (_home, site) = small_site();
    let page = "---\ntitle: '</script><img src=x onerror=alert(1)>\u{2028} \" \\ end'\n---\n\nТекст.\n";
    fs::write(site.join("content/guide/odd.ky.md"), page).expect("the page can be written");
    let built = bagyt(&["build", text(&site)]);
    assert_eq!(code(&built), 0, "{}", said(&built));
    let titles = bagyt_search_titles(&site, "ky");
    assert!(titles.iter().any(|(title, _)| title.contains("onerror=alert(1)")), "{titles:?}");
    let start = fs::read_to_string(site.join("public/search/ky/start.js")).expect("the look-up is there");
    assert!(!start.contains('\u{2028}'));
}

#[test]
fn pages_of_the_generator_keep_their_addresses() {
    let (_home, site) = small_site();
    fs::write(site.join("content/search.ky.md"), "---\ntitle: Издөө\n---\n").expect("the page can be written");
    let built = bagyt(&["build", text(&site)]);
    assert_eq!(code(&built), 1);
    assert!(said(&built).contains("address/duplicate"), "{}", said(&built));
}
