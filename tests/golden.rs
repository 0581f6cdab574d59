//! Golden tests: a site folder in, messages or pages out.
//!
//! `tests/golden/messages/<topic>.md` holds small sites and what `check` must say about each (`cases.rs` says how they are
//! written). `tests/golden/sites/<name>/` is a site and, in `expected/`, the pages it
//! must become. `BAGYT_BLESS=1 cargo test --test all -- golden::` writes the expected files anew; read the difference.
//! `specification.rs` holds our Markdown against CommonMark's, but for what `SPECIFICATION.md` lists.

mod advice;
pub mod cases;
mod specification;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use bagyt::bundle::{Builder, CommitError, InTheWay, Memory, Mended, Nowhere, Obstacle, OpenError, Strangeness};
use bagyt::bundle::{report_commit, report_mended, report_open, report_sink};
use bagyt::diag::{Code, Diagnostics};
use bagyt::explain::{Example, Explanation, book};
use bagyt::messages::Locale;
use bagyt::progress::Silent;
use bagyt::show::{Format, render};
use bagyt::{Memo, Request};

use crate::common::{copy_folder, files};
use cases::Case;

fn golden(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder)
}

/// The fixtures of a folder, sorted.
fn fixtures(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(golden(folder)).expect("the fixtures are there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a fixture can be read").path()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "no fixtures in {folder}");
    folders
}

fn name(folder: &Path) -> String {
    folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Compares with an expected file, or writes it when blessing; what differs, if anything does.
fn differs(file: &Path, found: &str) -> Option<String> {
    if std::env::var_os("BAGYT_BLESS").is_some() {
        fs::create_dir_all(file.parent().expect("an expected file lies in a folder")).expect("the folder can be made");
        fs::write(file, found).expect("the expected file can be written");
        return None;
    }
    let expected = fs::read_to_string(file).unwrap_or_else(|error| format!("({error})"));
    (expected != found).then(|| format!("{}\n--- expected\n{expected}\n--- found\n{found}", file.display()))
}

/// Every case of the messages, by its Markdown file.
fn topics() -> Vec<(PathBuf, Vec<Case>)> {
    let files = cases::topics(&golden("messages"));
    files.into_iter().map(|file| (file.clone(), cases::read(&file))).collect()
}

fn check(site: &Path) -> Diagnostics {
    let mut out = Diagnostics::new();
    bagyt::build(
        &Request { root: site, base_url: None, search: false, drafts: false, today: jiff::civil::date(2026, 11, 22) },
        &Memo::default(),
        &Nowhere,
        &Silent,
        &mut out,
    );
    out
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "some cases hold names and links that other systems cannot")]
fn messages_are_as_expected() {
    let mut wrong = Vec::new();
    for (file, cases) in topics() {
        let found: Vec<_> = cases.iter().map(found).collect();
        if std::env::var_os("BAGYT_BLESS").is_some() {
            cases::bless(&file, &cases, &found);
            continue;
        }
        for (case, found) in cases.iter().zip(&found) {
            let differs = found.iter().filter(|(kind, found)| case.expected(kind) != **found);
            wrong.extend(differs.map(|(kind, found)| {
                format!("{}: {kind}\n--- expected\n{}\n--- found\n{found}", case.name, case.expected(kind))
            }));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is said about the site of a case, as people read it and as programs do.
fn found(case: &Case) -> BTreeMap<&'static str, String> {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let site = home.path().join("site");
    case.lay(&site);
    let out = check(&site);
    let said =
        |format: Format| render(&out, &site, format, Locale::En).text.replace(&site.display().to_string(), "SITE");
    let (json, short) = (said(Format::Json), said(Format::Short));
    let mut found: BTreeMap<_, _> =
        [("messages", said(Format::Human { colour: false })), ("fixes", fixes(&json))].into();
    // What is not printed is told to programs by its number.
    if case.expected.contains_key("json") || json.contains("\\u") {
        found.insert("json", json);
    } else {
        assert_eq!(in_short(&json), short, "{}: programs are told something else than people", case.name);
    }
    found
}

/// What programs are told to do: the code, the place, and the steps.
fn fixes(json: &str) -> String {
    let mut fixes = String::new();
    for line in json.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_string();
        if line.get("fix").is_some() {
            fixes +=
                &format!("{} {}:{}:{} {}\n", text("code"), text("file"), line["line"], line["column"], line["fix"]);
        }
    }
    fixes
}

/// Messages for programs, in the words of the shortest form for people.
fn in_short(json: &str) -> String {
    let mut short = String::new();
    for line in json.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_string();
        if line["file"].is_string() {
            short += &format!("{}:{}:{}: ", text("file"), line["line"], line["column"]);
        }
        short += &format!("{}[{}]: {}. {}", text("severity"), text("code"), text("message"), text("help"));
        short = format!("{}\n", short.trim_end_matches(' '));
    }
    short
}

/// What only `check` tells.
#[test]
fn notes_are_as_expected() {
    let site = golden("sites/drafts");
    let request =
        Request { root: &site, base_url: None, search: false, drafts: false, today: jiff::civil::date(2026, 11, 22) };
    let summary = bagyt::build(&request, &Memo::default(), &Nowhere, &Silent, &mut Diagnostics::new());
    let notes = summary.expect("the site is in order").notes;
    let mut wrong = Vec::new();
    for (file, format) in [("notes.txt", Format::Human { colour: false }), ("notes.json", Format::Json)] {
        wrong.extend(differs(&golden(file), &render(&notes, &site, format, Locale::En).text));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_golden_message() {
    let mut texts = fs::read_to_string(golden("notes.txt")).unwrap_or_default();
    // What is said of files of answers: `tests/forms.rs`.
    texts += &fs::read_to_string(golden("answers.txt")).unwrap_or_default();
    for case in topics().iter().flat_map(|(_, cases)| cases) {
        texts += case.expected("messages");
    }
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !code.is_machine())
        .map(|code| code.id())
        .filter(|id| !texts.contains(&format!("[{id}]")))
        .collect();
    assert!(missing.is_empty(), "no case raises {missing:?}");
}

#[test]
fn every_code_has_a_page_in_every_language() {
    let books = [("MESSAGES.md", Locale::En), ("MESSAGES.ru.md", Locale::Ru), ("MESSAGES.ky.md", Locale::Ky)];
    let wrong: Vec<String> =
        books.into_iter().filter_map(|(file, locale)| differs(&golden(file), &book(locale))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The example of a page raises its code, and does not when it is mended.
#[test]
fn examples_of_pages_are_wrong_and_mended() {
    for code in Code::ALL {
        let Some(Example::Page(wrong, right)) = Explanation::of(*code).example else { continue };
        for (text, is_raised) in [(wrong, true), (right, false)] {
            let home = tempfile::tempdir().expect("a temporary folder can be made");
            let content = home.path().join("content");
            fs::create_dir_all(&content).expect("a folder can be made");
            let is_whole = text.starts_with("---") || code.id().starts_with("page/");
            let page = if is_whole { text.to_string() } else { format!("---\ntitle: А\n---\n\n{text}\n") };
            fs::write(content.join("site.yaml"), "title: {ky: А, ru: А}\n").expect("it can be written");
            fs::write(content.join("a.ky.md"), page).expect("it can be written");
            let out = check(home.path());
            let codes: Vec<&str> = out.iter().map(|message| message.code.id()).collect();
            assert_eq!(codes.contains(&code.id()), is_raised, "{}: {codes:?}\n{text}", code.id());
        }
    }
}

/// Cases whose messages stand in every language in `words.ky.txt` and `words.ru.txt`.
const IN_EVERY_LANGUAGE: &[&str] =
    &["Front matter open", "No front matter", "Unknown anchor", "Addresses", "Image remote", "Lost tables"];

#[test]
fn messages_in_kyrgyz_and_russian_are_as_expected() {
    let mut wrong = Vec::new();
    for (file, locale) in [("words.ky.txt", Locale::Ky), ("words.ru.txt", Locale::Ru)] {
        let mut found = String::new();
        for case in topics().iter().flat_map(|(_, cases)| cases) {
            if case.name.split_once(": ").is_some_and(|(_, name)| IN_EVERY_LANGUAGE.contains(&name)) {
                let home = tempfile::tempdir().expect("a temporary folder can be made");
                let site = home.path().join("site");
                case.lay(&site);
                let said = render(&check(&site), &site, Format::Human { colour: false }, locale).text;
                found += &format!("## {}\n\n{said}", case.name);
            }
        }
        assert!(found.contains("## "), "the cases are found");
        wrong.extend(differs(&golden(file), &found));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What libraries say in English alone, by the codes under which it comes.
const FOREIGN: &[&str] = &["theme/template", "source/unreadable"];

/// Nobody who reads no English is left with an English sentence.
#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "some cases hold names and links that other systems cannot")]
fn every_message_of_every_case_is_said_in_every_language() {
    let words = |text: &str| {
        // What the author wrote, and names, stand in these.
        let plain: String = text.split('`').step_by(2).collect();
        plain.split_whitespace().filter(|word| word.len() > 3 && word.chars().all(|c| c.is_ascii_lowercase())).count()
    };
    let mut wrong = Vec::new();
    for case in topics().iter().flat_map(|(_, cases)| cases) {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let site = home.path().join("site");
        case.lay(&site);
        for message in check(&site).iter().filter(|message| !FOREIGN.contains(&message.code.id())) {
            for said in [&message.message, &message.help] {
                let [en, ru, ky] = Locale::ALL.map(|locale| said.text(locale));
                let is_english = words(&en) > 2 && (en == ru || en == ky || words(&ru) * 2 > words(&en));
                if said.key() == "foreign" || is_english {
                    wrong.push(format!("{}: {} {en} / {ru} / {ky}", case.name, said.key()));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is said when the machine is at fault cannot be brought about by a site; its causes are tested where it is
/// written, its words here.
#[test]
fn messages_about_the_output_are_as_expected() {
    let mut out = Diagnostics::new();
    for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem] {
        report_sink(&std::io::Error::from(kind), &mut out);
    }
    let folder = Path::new("public");
    for what in [Obstacle::Link, Obstacle::Folder, Obstacle::File] {
        let found = InTheWay { path: "ky/index.html".into(), what };
        report_commit(folder, &CommitError::InTheWay(vec![found]), &mut out);
    }
    let error = || std::io::Error::from(ErrorKind::PermissionDenied);
    report_commit(folder, &CommitError::Unfinished("public/ky/index.html".into(), error()), &mut out);
    let full = std::io::Error::from(ErrorKind::StorageFull);
    report_commit(folder, &CommitError::Unfinished("public/ky/index.html".into(), full), &mut out);
    report_commit(folder, &CommitError::Untidy(error()), &mut out);
    report_open(folder, &OpenError::NotOurs, &mut out);
    let what = Strangeness::NoFile;
    report_open(folder, &OpenError::Strange { name: ".bagyt.json", what }, &mut out);
    let builder = Builder { process: 4711, since: 1_795_000_000 };
    report_open(folder, &OpenError::Busy(Some(builder)), &mut out);
    report_open(folder, &OpenError::Busy(None), &mut out);
    report_open(folder, &OpenError::Unfinished("public/ky/index.html".into(), error()), &mut out);
    for mended in [Mended::Finished, Mended::Undone, Mended::Lost] {
        report_mended(folder, mended, &mut out);
    }
    let found = render(&out, Path::new(""), Format::Human { colour: false }, Locale::En).text;
    assert_eq!(differs(&golden("output.txt"), &found), None);
}

#[test]
fn no_message_speaks_of_the_program() {
    for case in topics().iter().flat_map(|(_, cases)| cases) {
        for word in ["panicked", "serde", "libyaml", "unwrap", "deserial"] {
            assert!(!case.expected("messages").contains(word), "{}: {word}", case.name);
        }
    }
}

/// The pages of a site with nothing around them, so that a change of the theme's frame changes no golden file.
const BARE: &str = "\
<title>{% block title %}{% endblock title %}</title>
{% block files %}{% block script_data %}{% endblock script_data %}{% endblock files %}{% block scripts %}{% endblock scripts %}{% block header %}{% endblock header %}
{% block print_head %}{% endblock print_head %}
{% block main %}{% endblock main %}
{% block footer %}{% endblock footer %}
";

#[test]
fn sites_become_the_expected_pages() {
    let mut wrong = Vec::new();
    for fixture in fixtures("sites") {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let site = home.path().join("site");
        copy_folder(&fixture.join("content"), &site.join("content"));
        let templates = site.join("themes/default/templates");
        fs::create_dir_all(&templates).expect("the theme's folder can be made");
        fs::write(templates.join("base.html"), BARE).expect("the template can be written");
        let (memory, mut out) = (Memory::default(), Diagnostics::new());
        bagyt::build(
            &Request {
                root: &site,
                base_url: Some("https://example.kg/site/"),
                search: false,
                drafts: false,
                today: jiff::civil::date(2026, 11, 22),
            },
            &Memo::default(),
            &memory,
            &Silent,
            &mut out,
        );
        assert!(!out.has_errors(), "{}: {}", name(&fixture), render(&out, &site, Format::Short, Locale::En).text);
        memory.commit();
        let mut files = String::new();
        for path in memory.paths().iter().filter(|path| !path.starts_with("assets/")) {
            files += &format!("{path}\n");
            if path.ends_with(".html") || path.ends_with(".xml") {
                let bytes = memory.get(path).expect("a listed file is there");
                // One tag a line, so that a difference can be read.
                let mut text = String::from_utf8_lossy(&bytes).replace('>', ">\n");
                // Nor does a change of the theme's scripts.
                for asset in memory.paths().iter().filter(|path| path.starts_with("assets/")) {
                    let mut parts: Vec<&str> = asset.split('.').collect();
                    parts.remove(1);
                    text = text.replace(asset, &parts.join("."));
                }
                wrong.extend(differs(&fixture.join("expected").join(path), &text));
            }
        }
        wrong.extend(differs(&fixture.join("expected/files.txt"), &files));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn expected_pages_are_all_made() {
    for fixture in fixtures("sites") {
        let listed = fs::read_to_string(fixture.join("expected/files.txt")).unwrap_or_default();
        let mut expected = BTreeMap::new();
        files(&fixture.join("expected"), &mut expected);
        for path in expected.keys().filter(|path| *path != "files.txt") {
            assert!(listed.lines().any(|line| line == path), "{}: {path} is expected but not made", name(&fixture));
        }
    }
}
