//! Many cases in one Markdown file: a site's files, and what is said about it, one beside the other.
//!
//! `# Title` and what follows it until the first `## Name` hold for every case: files that each site has if it has no other of
//! that path. A case is a heading with its files and what `check` says. A file is a paragraph with its path as code (escaped as
//! below), and a block of code with its text. The words after the block's language say what else it is:
//!
//! - `escaped`: `\r`, `\\` and `\u{…}` stand for characters that an editor would lose;
//! - `cut`: the last line has no end;
//! - `hex`: bytes;
//! - `zeros`: how many there are;
//! - `link`: where a symbolic link leads;
//! - `pipe`: a pipe;
//! - `repeated`: JSON with a part that is there many times, between what is before and after; `{n}` in it is its number.
//!
//! `messages` is what is said, `fixes` what a program is told to do about it, and `json` all that it is told.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};
use serde::Deserialize;

/// A site, and what is expected of it.
pub struct Case {
    /// The Markdown file, and the heading in it.
    pub name: String,
    files: BTreeMap<String, Block>,
    /// What the blocks of the kinds in [`EXPECTED`] say.
    pub expected: BTreeMap<&'static str, Block>,
}

/// A block of code.
#[derive(Clone)]
pub struct Block {
    info: String,
    pub text: String,
    /// Bytes of the Markdown file.
    range: Range<usize>,
}

/// Kinds of blocks that are no files.
pub const EXPECTED: [&str; 3] = ["messages", "fixes", "json"];

/// A text that is one part again and again.
#[derive(Deserialize)]
struct Repeated {
    before: String,
    part: String,
    times: usize,
    after: String,
}

/// The cases of a Markdown file, in its order.
pub fn read(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let topic = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut common = BTreeMap::new();
    let mut cases: Vec<Case> = Vec::new();
    for part in parts(&text) {
        match part {
            Part::Case(heading) => {
                let name = format!("{topic}: {heading}");
                assert!(cases.iter().all(|case| case.name != name), "{name} is there twice");
                cases.push(Case { name, files: common.clone(), expected: BTreeMap::new() });
            }
            Part::Expected(kind, block) => {
                let case = cases.last_mut().unwrap_or_else(|| panic!("{topic}: what is said belongs to a case"));
                assert!(case.expected.insert(kind, block).is_none(), "{}: `{kind}` is there twice", case.name);
            }
            Part::File(path, block) => drop(match cases.last_mut() {
                Some(case) => case.files.insert(path, block),
                None => common.insert(path, block),
            }),
        }
    }
    for case in &cases {
        assert!(case.expected.contains_key("messages"), "{}: nothing is expected", case.name);
    }
    cases
}

enum Part {
    Case(String),
    File(String, Block),
    Expected(&'static str, Block),
}

fn parts(text: &str) -> Vec<Part> {
    let (mut parts, mut heading, mut path) = (Vec::new(), None, None);
    let mut block: Option<Block> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => parts.extend(heading.take().map(Part::Case)),
            Event::Start(Tag::Paragraph) => path = None,
            Event::Code(code) => path = Some(unescaped(&code)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                block = Some(Block { info: info.into_string(), text: String::new(), range });
            }
            Event::End(TagEnd::CodeBlock) => {
                let block = block.take().expect("a block that ends has begun");
                parts.push(match EXPECTED.iter().find(|kind| **kind == block.info) {
                    Some(kind) => Part::Expected(kind, block),
                    None => Part::File(
                        path.take().unwrap_or_else(|| panic!("a file without its path: {}", block.text)),
                        block,
                    ),
                });
            }
            Event::Text(text) => match (&mut block, &mut heading) {
                (Some(block), _) => block.text.push_str(&text),
                (None, Some(heading)) => heading.push_str(&text),
                _ => {}
            },
            _ => {}
        }
    }
    parts
}

impl Case {
    /// Makes the site in a folder.
    pub fn lay(&self, site: &Path) {
        fs::create_dir_all(site).expect("the folder can be made");
        for (path, block) in &self.files {
            let file = site.join(path);
            fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("the folder can be made");
            block.lay(&file).unwrap_or_else(|error| panic!("{}: {path}: {error}", self.name));
        }
    }

    /// What is expected of a kind; empty if nothing is.
    pub fn expected(&self, kind: &str) -> &str {
        self.expected.get(kind).map_or("", |block| &block.text)
    }
}

impl Block {
    fn lay(&self, file: &Path) -> std::io::Result<()> {
        let text = self.text.trim_end_matches('\n');
        let is = |word: &str| self.info.split(' ').any(|other| other == word);
        if is("link") {
            return link(text, file);
        }
        if is("pipe") {
            return std::process::Command::new("mkfifo").arg(file).status().map(|made| assert!(made.success()));
        }
        if is("zeros") {
            return fs::File::create(file)?.set_len(text.parse().expect("how many"));
        }
        if is("hex") {
            let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("hex");
            return fs::write(file, text.as_bytes().chunks(2).map(byte).collect::<Vec<u8>>());
        }
        if is("repeated") {
            let Repeated { before, part, times, after } = serde_json::from_str(text).expect("a text that repeats");
            let parts: String = (1..=times).map(|n| part.replace("{n}", &n.to_string())).collect();
            return fs::write(file, format!("{before}{parts}{after}"));
        }
        let text = if is("cut") { self.text.strip_suffix('\n').unwrap_or(&self.text) } else { &self.text };
        fs::write(file, if is("escaped") { unescaped(text) } else { text.to_string() })
    }
}

#[cfg(unix)]
fn link(to: &str, file: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, file)
}

#[cfg(not(unix))]
fn link(_: &str, file: &Path) -> std::io::Result<()> {
    panic!("{}: this case needs symbolic links", file.display())
}

fn unescaped(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        whole.push_str(before);
        let number = after.strip_prefix("u{").and_then(|number| number.split_once('}'));
        (rest, _) = match (after.as_bytes().first(), number) {
            (Some(b'r'), _) => (&after[1..], whole.push('\r')),
            (Some(b'\\'), _) => (&after[1..], whole.push('\\')),
            (_, Some((number, after))) => {
                let number = u32::from_str_radix(number, 16).ok().and_then(char::from_u32);
                (after, whole.push(number.expect("the number of a character")))
            }
            _ => panic!("`\\{after}` is no escape"),
        };
    }
    whole + rest
}

/// Writes what was found into a Markdown file: for each case and kind, in the file's order.
pub fn bless(file: &Path, cases: &[Case], found: &[BTreeMap<&'static str, String>]) {
    let mut text = fs::read_to_string(file).expect("the file can be read");
    for (case, found) in cases.iter().zip(found).rev() {
        let after = case.expected["messages"].range.end;
        let mut blocks: Vec<(Range<usize>, &str, &str)> = found
            .iter()
            .map(|(kind, new)| {
                (case.expected.get(kind).map_or(after..after, |block| block.range.clone()), *kind, new.as_str())
            })
            .collect();
        blocks.sort_by_key(|(range, ..)| (range.start, range.end));
        for (range, kind, new) in blocks.into_iter().rev() {
            let block = match (range.is_empty(), new.is_empty() && kind != "messages") {
                (true, true) => continue,
                (true, false) => format!("\n\n{}", fenced(kind, new)),
                (false, true) => String::new(),
                (false, false) => fenced(kind, new),
            };
            text.replace_range(range, &block);
        }
    }
    fs::write(file, text).expect("the file can be written");
}

/// A block whose fence is longer than any row of the same marks in it.
fn fenced(info: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let mut block = String::new();
    // Writing to a String cannot fail.
    let _ = write!(block, "{fence}{info}\n{text}{fence}");
    block
}

/// The Markdown files of a folder, in the order of their names.
pub fn topics(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the cases are there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    assert!(!files.is_empty(), "no cases in {}", folder.display());
    files
}

#[test]
fn a_file_is_laid_as_its_block_says() {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let lay = |info: &str, text: &str| {
        let file = home.path().join("file");
        Block { info: info.into(), text: text.into(), range: 0..0 }.lay(&file).expect("it can be written");
        fs::read(file).expect("it can be read")
    };
    assert_eq!(lay("yaml", "a: 1\n"), b"a: 1\n");
    assert_eq!(lay("yaml cut", "a: 1\n"), b"a: 1");
    assert_eq!(lay("text escaped", "a\\r\\\\\\u{0}\\u{a0}\n"), b"a\r\\\0\xc2\xa0\n");
    assert_eq!(lay("hex", "00ff\n"), b"\x00\xff");
    assert_eq!(lay("zeros", "3\n"), b"\0\0\0");
    assert_eq!(lay("json repeated", r#"{"before": "<", "part": "{n},", "times": 3, "after": ">"}"#), b"<1,2,3,>");
}
