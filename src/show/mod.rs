//! Diagnostics as text: for people with the line quoted, one short line each, or one JSON object a line.
//!
//! In: [`Diagnostics`] and the site's folder. Out: texts, sorted by place. Never: printing; reading a file other than to quote
//! the line that a diagnostic is about.

mod edits;

use std::cmp::Ordering;
use std::collections::HashMap;
use std::path::Path as FilePath;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::diag::{At, Code, Diagnostic, Diagnostics, Fix, Place, Severity};
use crate::source::{self, File};
use crate::yaml;

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Several lines, the source quoted.
    Human { colour: bool },
    /// `file:line:column: severity[code]: message` and the help.
    Short,
    /// One JSON object a line.
    Json,
}

/// A diagnostic whose place has been looked up in the file.
struct Located<'a> {
    diagnostic: &'a Diagnostic,
    file: &'a str,
    line: usize,
    column: usize,
    length: usize,
}

#[derive(Serialize)]
struct JsonLine<'a> {
    severity: &'a str,
    code: &'a str,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    help: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<JsonFix<'a>>,
}

/// A cure as a program reads it: changes of the file, or a new name for it.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum JsonFix<'a> {
    Edits(Vec<JsonEdit>),
    Rename(&'a str),
}

/// Lines and columns count from 1, columns in characters; what stands before the end is replaced.
#[derive(Serialize)]
struct JsonEdit {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: String,
}

/// The text of a file as the stages saw it, and as it lies on the disk where that is another.
struct Quoted {
    seen: String,
    disk: Option<String>,
}

impl Quoted {
    /// A line as an editor shows it, from 1.
    fn line(&self, number: usize) -> Option<&str> {
        self.disk.as_ref().unwrap_or(&self.seen).lines().nth(number.saturating_sub(1))
    }
}

/// The texts of the files that diagnostics are about, each read once.
struct Texts<'a> {
    root: &'a FilePath,
    read: HashMap<&'a str, Quoted>,
}

impl<'a> Texts<'a> {
    fn get(&mut self, file: &'a str) -> &Quoted {
        let root = self.root;
        self.read.entry(file).or_insert_with(|| {
            // A file that was refused for what it is must not be read to say so: it may be a pipe, or huge.
            let file = File { path: file.into(), disk: root.join(file) };
            let bytes = source::read_to_quote(&file).unwrap_or_default();
            // The same normal form that the stages saw, so that lines and columns agree.
            let disk = source::normalise(&String::from_utf8_lossy(&bytes)).into_owned();
            match source::clean(&disk).into_owned() {
                same if same == disk => Quoted { seen: disk, disk: None },
                seen => Quoted { seen, disk: Some(disk) },
            }
        })
    }
}

/// Diagnostics as text, and how many there are once repeated ones are told apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Ends with a line break unless it is empty.
    pub text: String,
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

/// A diagnostic for a program that shows it by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub severity: Severity,
    /// Several lines, the source quoted.
    pub text: String,
    /// Path relative to the site's folder; empty if no file is to blame.
    pub file: String,
    pub line: usize,
    pub column: usize,
}

/// All diagnostics as text, sorted by file, line and column, each once; the files are quoted from the site's folder
/// `root`.
pub fn render(diagnostics: &Diagnostics, root: &FilePath, format: Format) -> Rendered {
    let mut texts = Texts { root, read: HashMap::new() };
    let located = sorted(diagnostics, &mut texts);
    let count = |severity| located.iter().filter(|l| l.diagnostic.code.severity() == severity).count();
    Rendered {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
        text: located.iter().map(|l| one(l, &mut texts, format)).collect(),
    }
}

/// The same, one by one.
pub fn messages(diagnostics: &Diagnostics, root: &FilePath) -> Vec<Message> {
    let mut texts = Texts { root, read: HashMap::new() };
    let message = |located: &Located<'_>, text: String| Message {
        severity: located.diagnostic.code.severity(),
        text,
        file: located.file.to_string(),
        line: located.line,
        column: located.column,
    };
    let located = sorted(diagnostics, &mut texts);
    located.iter().map(|l| message(l, human(l, &mut texts, false).trim_end().to_string())).collect()
}

fn sorted<'a>(diagnostics: &'a Diagnostics, texts: &mut Texts<'a>) -> Vec<Located<'a>> {
    let mut located: Vec<Located> = diagnostics.iter().map(|d| locate(d, texts)).collect();
    located.sort_by(order);
    located.dedup_by(|a, b| order(a, b) == Ordering::Equal);
    located
}

fn order(a: &Located, b: &Located) -> Ordering {
    // What site.yaml says is behind much else.
    let key = |l: &Located| {
        (
            l.file != source::SITE_FILE,
            l.file.to_string(),
            l.line,
            l.column,
            l.diagnostic.code,
            l.diagnostic.message.clone(),
        )
    };
    key(a).cmp(&key(b))
}

fn locate<'a>(diagnostic: &'a Diagnostic, texts: &mut Texts<'a>) -> Located<'a> {
    let Some(place) = &diagnostic.place else {
        return Located { diagnostic, file: "", line: 0, column: 0, length: 0 };
    };
    let (line, column, length) = match &place.at {
        At::File => return Located { diagnostic, file: &place.file, line: 1, column: 1, length: 0 },
        At::OnDisk { line, column, length } => {
            return Located { diagnostic, file: &place.file, line: *line, column: *column, length: *length };
        }
        At::Point { line, column, length } => (*line, *column, *length),
        At::Offset { offset, length } => position(&texts.get(&place.file).seen, *offset, *length),
        At::Yaml { path, first_line } => {
            let text = &texts.get(&place.file).seen;
            let document = yaml_document(text, *first_line);
            let (line, column) = yaml::locate(document, path);
            (line + first_line, column, 0)
        }
    };
    let quoted = texts.get(&place.file);
    let (column, length) = match quoted.line(line).filter(|_| quoted.disk.is_some()) {
        Some(on_disk) => source::on_disk(on_disk, column, length),
        None => (column, length),
    };
    Located { diagnostic, file: &place.file, line, column, length }
}

/// The YAML document of a file: all of it, or the front matter that follows `first_line` lines.
fn yaml_document(text: &str, first_line: usize) -> &str {
    if first_line == 0 {
        return text;
    }
    crate::parse::front_matter(text).map_or("", |front| front.yaml)
}

fn one<'a>(located: &Located<'a>, texts: &mut Texts<'a>, format: Format) -> String {
    match format {
        Format::Json => json(located, texts),
        Format::Short => short(located),
        Format::Human { colour } => human(located, texts, colour),
    }
}

fn severity_name(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn json_fix<'a>(located: &Located<'a>, texts: &mut Texts<'a>) -> Option<JsonFix<'a>> {
    let fix = located.diagnostic.fix.as_ref()?;
    if let Fix::Rename { to } = fix {
        return Some(JsonFix::Rename(to));
    }
    let quoted = texts.get(located.file);
    // Changes are counted in what the stages saw; in a file with forbidden characters that is not what lies on the disk.
    if quoted.disk.is_some() {
        return None;
    }
    let text = &quoted.seen;
    let start = offset_of(text, located.line, located.column);
    let length = match located.diagnostic.place.as_ref().map(|place| &place.at) {
        Some(At::Offset { length, .. }) => *length,
        _ => 0,
    };
    let edits: Vec<JsonEdit> = edits::of(fix, text, start, length)
        .into_iter()
        .map(|edit| {
            let [line, column, end_line, end_column] = edits::span(&edit, text);
            JsonEdit { line, column, end_line, end_column, text: edit.with }
        })
        .collect();
    (!edits.is_empty()).then_some(JsonFix::Edits(edits))
}

fn json<'a>(located: &Located<'a>, texts: &mut Texts<'a>) -> String {
    let place = (!located.file.is_empty()).then_some(());
    let line = JsonLine {
        severity: severity_name(located.diagnostic.code),
        code: located.diagnostic.code.id(),
        message: &located.diagnostic.message,
        file: place.map(|()| located.file),
        line: place.map(|()| located.line),
        column: place.map(|()| located.column),
        help: &located.diagnostic.help,
        fix: json_fix(located, texts),
    };
    let text = serde_json::to_string(&line).unwrap_or_default();
    format!("{}\n", source::printable_json(&text))
}

fn short(located: &Located) -> String {
    let d = located.diagnostic;
    let place = match located.file {
        "" => String::new(),
        file => format!("{}:{}:{}: ", source::printable_line(file), located.line, located.column),
    };
    let help = if d.help.is_empty() { String::new() } else { format!(" {}", source::printable_line(&d.help)) };
    let message = source::printable_line(&d.message);
    format!("{place}{}[{}]: {message}.{help}\n", severity_name(d.code), d.code.id())
}

fn human<'a>(located: &Located<'a>, texts: &mut Texts<'a>, colour: bool) -> String {
    let d = located.diagnostic;
    let level = match d.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    // Names of files, and what an author wrote, stand in all of these.
    let message = source::printable_line(&d.message);
    let (file, help) = (source::printable_line(located.file), source::printable_line(&d.help));
    let title = level.primary_title(message.as_ref()).id(d.code.id());
    let whole_file = matches!(d.place, Some(Place { at: At::File, .. }));
    let line = if located.file.is_empty() || whole_file { None } else { texts.get(located.file).line(located.line) };
    let line = line.map(source::visible);
    let mut group = match line.as_deref() {
        _ if located.file.is_empty() => Group::with_title(title),
        Some(line) if !line.trim().is_empty() => {
            let mark = AnnotationKind::Primary.span(span(line, located.column, located.length));
            title.element(Snippet::source(line).line_start(located.line.max(1)).path(file.as_ref()).annotation(mark))
        }
        // There is nothing to quote: the file as a whole is meant, or it is part of the program.
        _ if whole_file => title.element(Origin::path(file.as_ref())),
        _ => title.element(Origin::path(file.as_ref()).line(located.line).char_column(located.column)),
    };
    if !help.is_empty() {
        group = group.element(Level::HELP.message(help.as_ref()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.render(&[group]))
}

/// Bytes of `line` that a column (from 1) and a length in characters mean.
fn span(line: &str, column: usize, length: usize) -> std::ops::Range<usize> {
    let byte = |chars: usize| line.char_indices().nth(chars).map_or(line.len(), |(at, _)| at);
    let start = byte(column.saturating_sub(1));
    let end = if length == 0 { line.trim_end().len() } else { byte(column.saturating_sub(1) + length) };
    start..floor_boundary(line, end.max(start))
}

/// The line and column, from 1, of byte `offset`, and how many characters of `length` bytes are on that line.
fn position(text: &str, offset: usize, length: usize) -> (usize, usize, usize) {
    let offset = floor_boundary(text, offset);
    let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[..offset].matches('\n').count() + 1;
    let column = text[start..offset].chars().count() + 1;
    let meant = text[offset..floor_boundary(text, offset + length)].lines().next().unwrap_or("");
    (line, column, meant.trim_end().chars().count())
}

/// The byte at which a line and column, both from 1, stand; the end of the line or text if there is no such column.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].find('\n') {
            Some(end) => start += end + 1,
            None => return text.len(),
        }
    }
    let line = text[start..].lines().next().unwrap_or("");
    start + line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}

/// The last character boundary of `text` at or before `offset`.
fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
