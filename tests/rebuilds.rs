//! A rebuild after any change gives what a first build gives: the same files and the same messages.

use std::fs;
use std::path::{Path, PathBuf};

use bagyt::bundle::Memory;
use bagyt::diag::Diagnostics;
use bagyt::progress::Silent;
use bagyt::{Memo, Request};
use proptest::prelude::*;

use crate::common::{copy_folder, files};

/// Sites that together have every kind of page, record, figure and file.
const SITES: [&str; 3] = ["handbook", "markdown", "professions"];

/// Words for texts; some are terms of the sites' glossaries.
const WORDS: [&str; 8] = ["лицей", "мектеп", "школа", "кесип", "профессия", "Бөлүм", "урок", "сөз"];

/// A change that an editor might make; the numbers choose file, line and word among those that are there.
#[derive(Debug, Clone)]
struct Edit {
    what: What,
    file: usize,
    at: usize,
    other: usize,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Word,
    Digit,
    Line,
    Twice,
    Order,
    Draft,
    Remove,
    Copy,
    Rename,
    Link,
    Figure,
    Heading,
    Interface,
    Template,
}

fn edits() -> impl Strategy<Value = (usize, Vec<Edit>)> {
    let what = prop::sample::select(vec![
        What::Word,
        What::Word,
        What::Word,
        What::Digit,
        What::Digit,
        What::Line,
        What::Twice,
        What::Order,
        What::Draft,
        What::Remove,
        What::Copy,
        What::Rename,
        What::Link,
        What::Link,
        What::Figure,
        What::Heading,
        What::Interface,
        What::Template,
    ]);
    let number = 0..1000_usize;
    let edit = (what, number.clone(), number.clone(), number);
    let edit = edit.prop_map(|(what, file, at, other)| Edit { what, file, at, other });
    (0..SITES.len(), prop::collection::vec(edit, 1..12))
}

/// Every text of a site, in the order of the paths.
fn texts(site: &Path) -> Vec<PathBuf> {
    let mut all = std::collections::BTreeMap::new();
    files(&site.join("content"), &mut all);
    let names = all.into_keys().filter(|name| [".md", ".yaml"].iter().any(|end| name.ends_with(end)));
    names.map(|name| site.join("content").join(name)).collect()
}

fn pick<T>(all: &[T], number: usize) -> Option<&T> {
    all.get(number % all.len().max(1))
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("it can be read")
}

fn write(file: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(file.parent().expect("it is in a folder")).expect("it can be made");
    fs::write(file, text).expect("it can be written");
}

/// How a text at `from` writes the way to a file beside it in the site.
fn way(from: &Path, to: &Path, site: &Path) -> String {
    let below = |path: &Path| path.strip_prefix(site.join("content")).expect("content").to_path_buf();
    let up = below(from).components().count() - 1;
    format!("{}{}", "../".repeat(up), below(to).display())
}

fn apply(edit: &Edit, site: &Path) {
    let all = texts(site);
    let Some(file) = pick(&all, edit.file) else { return };
    let text = read(file);
    let word = WORDS[edit.other % WORDS.len()];
    let is_page = file.extension().is_some_and(|extension| extension == "md");
    let lines: Vec<&str> = text.lines().collect();
    let at = edit.at % lines.len().max(1);
    match edit.what {
        What::Word => {
            let words: Vec<&str> = text
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| word.contains(|c: char| !c.is_ascii()))
                .collect();
            if let Some(old) = pick(&words, edit.at) {
                write(file, text.replacen(old, word, 1 + edit.other % 3));
            }
        }
        What::Digit => {
            let digits: Vec<usize> =
                text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
            if let Some(at) = pick(&digits, edit.at) {
                write(file, format!("{}{}{}", &text[..*at], edit.other % 10, &text[at + 1..]));
            }
        }
        What::Line => {
            let rest: Vec<&str> = lines.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, line)| *line).collect();
            write(file, rest.join("\n") + "\n");
        }
        What::Twice => {
            let mut more = lines.clone();
            more.insert(at, lines[at]);
            write(file, more.join("\n") + "\n");
        }
        What::Order if is_page => {
            let rest: Vec<&str> = lines.iter().filter(|line| !line.starts_with("order:")).copied().skip(1).collect();
            write(file, format!("---\norder: {}\n{}\n", edit.other % 5, rest.join("\n")));
        }
        What::Draft => {
            let marked = text.contains("draft: true\n");
            write(
                file,
                match (marked, is_page) {
                    (true, _) => text.replacen("draft: true\n", "", 1),
                    (false, true) => text.replacen("---\n", "---\ndraft: true\n", 1),
                    (false, false) => format!("draft: true\n{text}"),
                },
            );
        }
        What::Remove => fs::remove_file(file).expect("it can be removed"),
        What::Copy | What::Rename => {
            let name = file.file_name().expect("it has a name").to_string_lossy();
            let (stem, rest) = name.split_once('.').expect("it has an ending");
            let new = file.with_file_name(format!("{stem}-{}.{rest}", edit.other % 3));
            if !new.exists() {
                let alias = format!("---\naliases: [book/{stem}]\n");
                write(
                    &new,
                    if is_page && edit.at.is_multiple_of(2) { text.replacen("---\n", &alias, 1) } else { text },
                );
                if matches!(edit.what, What::Rename) {
                    fs::remove_file(file).expect("it can be removed");
                }
            }
        }
        What::Link | What::Figure if is_page => {
            let kind = if matches!(edit.what, What::Figure) { ".yaml" } else { ".md" };
            let wanted: Vec<&PathBuf> = all.iter().filter(|other| other.to_string_lossy().ends_with(kind)).collect();
            let Some(to) = pick(&wanted, edit.other) else { return };
            let mark = if kind == ".yaml" && !edit.at.is_multiple_of(3) { "!" } else { "" };
            let words = if edit.at.is_multiple_of(2) { "" } else { word };
            write(file, format!("{text}\n{mark}[{words}]({})\n\n{word}.\n", way(file, to, site)));
        }
        What::Heading if is_page => {
            write(file, format!("{text}\n## {word} {{#h{}}}\n\n[{word}](#h{})\n", edit.other, edit.other));
        }
        What::Interface => {
            let key = ["home: ", "menu: "][edit.at % 2];
            write(&site.join("i18n/ky.yaml"), format!("header:\n  {key}{word}\n"));
        }
        What::Template => {
            let name = ["page.html", "_footer.html", "profession.html"][edit.at % 3];
            let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates").join(name);
            let template = read(&own).replacen("</article>", &format!("<p>{word}</p></article>"), 1);
            write(&site.join("themes/default/templates").join(name), template + "\n");
        }
        _ => {}
    }
}

/// Every file of an output with its path.
type Files = Vec<(String, Vec<u8>)>;

/// Builds, and gives what is said and every file; nothing where there is an error.
fn build(site: &Path, drafts: bool, memo: &Memo, output: &Memory) -> (String, Option<Files>) {
    let mut out = Diagnostics::new();
    let request = Request {
        root: site,
        base_url: Some("https://example.kg/site"),
        search: false,
        drafts,
        today: jiff::civil::date(2026, 11, 22),
    };
    let built = bagyt::build(&request, memo, output, &Silent, &mut out).is_some();
    if built {
        output.commit();
    } else {
        output.discard();
    }
    let said = bagyt::show::render(&out, site, bagyt::show::Format::Short, bagyt::messages::Locale::En);
    let file = |path: String| (path.clone(), output.get(&path).expect("a listed file is there").to_vec());
    (said.text, built.then(|| output.paths().into_iter().map(file).collect()))
}

/// Which files differ, for the message.
fn differing(warm: &[(String, Vec<u8>)], cold: &[(String, Vec<u8>)]) -> Vec<String> {
    let not_in = |these: &[(String, Vec<u8>)], those: &[(String, Vec<u8>)]| -> Vec<String> {
        these.iter().filter(|file| !those.contains(file)).map(|(path, _)| path.clone()).collect()
    };
    let mut all = not_in(warm, cold);
    all.extend(not_in(cold, warm));
    all.dedup();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_rebuild_after_any_change_gives_what_a_first_build_gives((name, edits) in edits(), drafts: bool) {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let (site, before) = (home.path().join("site"), home.path().join("before"));
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites").join(SITES[name]);
        copy_folder(&golden.join("content"), &site.join("content"));
        let (memo, warm) = (Memo::default(), Memory::default());
        prop_assert!(build(&site, drafts, &memo, &warm).1.is_some());
        for edit in &edits {
            copy_folder(&site, &before);
            apply(edit, &site);
            let (said, cold) = build(&site, drafts, &Memo::default(), &Memory::default());
            let (said_again, made) = build(&site, drafts, &memo, &warm);
            prop_assert_eq!(&said_again, &said);
            prop_assert_eq!(made.is_some(), cold.is_some());
            if let (Some(made), Some(cold)) = (made, cold) {
                prop_assert_eq!(differing(&made, &cold), Vec::<String>::new(), "after {:?}", edit);
                fs::remove_dir_all(&before).expect("it can be removed");
            } else {
                // What is wrong is taken back, or nothing else would be built.
                fs::remove_dir_all(&site).expect("it can be removed");
                fs::rename(&before, &site).expect("it can be moved");
            }
        }
    }
}
