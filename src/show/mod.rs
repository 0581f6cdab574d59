//! Diagnostics as text: for people with the line quoted, one short line each, or one JSON object a line.
//!
//! In: [`Diagnostics`] and the site's folder. Out: texts, sorted by place. Never: printing; reading a file other than to quote
//! the line that a diagnostic is about.

mod edits;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::path::Path as FilePath;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::diag::{At, Code, Diagnostic, Diagnostics, Fix, Lines, Place, Severity, floor_boundary};
use crate::messages::{Arg, Locale, say};
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

/// Most messages of one kind about one file that are quoted for people, and most for programs; how many more there are is
/// said in their place.
const MOST: [usize; 2] = [200, 1_000];

/// Longest line that is quoted as a whole, in bytes; of a longer one the part around what is meant.
const LONG: usize = 4_000;

/// A diagnostic whose place has been looked up in the file.
struct Located<'a> {
    diagnostic: Cow<'a, Diagnostic>,
    file: &'a str,
    line: usize,
    column: usize,
    length: usize,
}

#[derive(Serialize)]
struct JsonLine<'a> {
    severity: &'a str,
    code: &'a str,
    message: String,
    key: &'a str,
    arguments: BTreeMap<&'a str, JsonArg<'a>>,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    help: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<JsonFix<'a>>,
}

/// What is filled into a message: a number, or a text in the language of the message.
#[derive(Serialize)]
#[serde(untagged)]
enum JsonArg<'a> {
    Number(u64),
    Text(Cow<'a, str>),
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

/// A text with its lines.
struct Lined {
    text: String,
    lines: Lines,
}

impl Lined {
    fn of(text: String) -> Lined {
        Lined { lines: Lines::of(&text), text }
    }
}

/// The text of a file as the stages saw it, and as it lies on the disk where that is another.
struct Quoted {
    seen: Lined,
    disk: Option<Lined>,
}

impl Quoted {
    /// A line as an editor shows it, from 1.
    fn line(&self, number: usize) -> Option<&str> {
        let Lined { text, lines } = self.disk.as_ref().unwrap_or(&self.seen);
        lines.line(text, number)
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
                same if same == disk => Quoted { seen: Lined::of(disk), disk: None },
                seen => Quoted { seen: Lined::of(seen), disk: Some(Lined::of(disk)) },
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
    pub code: Code,
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
pub fn render(diagnostics: &Diagnostics, root: &FilePath, format: Format, locale: Locale) -> Rendered {
    let mut texts = Texts { root, read: HashMap::new() };
    let located = sorted(diagnostics, &mut texts);
    let count = |severity| located.iter().filter(|l| l.diagnostic.code.severity() == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    let most = if matches!(format, Format::Human { .. }) { MOST[0] } else { MOST[1] };
    let shown = shown(located, most, &mut texts);
    Rendered { errors, warnings, notes, text: shown.iter().map(|l| one(l, &mut texts, format, locale)).collect() }
}

/// The same, one by one.
pub fn messages(diagnostics: &Diagnostics, root: &FilePath, locale: Locale) -> Vec<Message> {
    let mut texts = Texts { root, read: HashMap::new() };
    let message = |located: &Located<'_>, text: String| Message {
        code: located.diagnostic.code,
        severity: located.diagnostic.code.severity(),
        text,
        file: located.file.to_string(),
        line: located.line,
        column: located.column,
    };
    let located = sorted(diagnostics, &mut texts);
    let shown = shown(located, MOST[0], &mut texts);
    shown.iter().map(|l| message(l, human(l, &mut texts, false, locale).trim_end().to_string())).collect()
}

fn sorted<'a>(diagnostics: &'a Diagnostics, texts: &mut Texts<'a>) -> Vec<Located<'a>> {
    let in_yaml = in_yaml(diagnostics, texts);
    let mut located: Vec<Located> =
        diagnostics.iter().enumerate().map(|(index, d)| locate(d, in_yaml.get(&index).copied(), texts)).collect();
    located.sort_by(order);
    located.dedup_by(|a, b| order(a, b) == Ordering::Equal);
    located
}

fn order(a: &Located, b: &Located) -> Ordering {
    // What site.yaml says is behind much else.
    let file = |l: &Located<'_>| l.file != source::SITE_FILE;
    (file(a), a.file, a.line, a.column, a.diagnostic.code, &a.diagnostic.message).cmp(&(
        file(b),
        b.file,
        b.line,
        b.column,
        b.diagnostic.code,
        &b.diagnostic.message,
    ))
}

/// The lines and columns of the diagnostics about YAML values, by their place in the list: each document is read once.
fn in_yaml<'a>(diagnostics: &'a Diagnostics, texts: &mut Texts<'a>) -> HashMap<usize, (usize, usize)> {
    type Wanted<'a> = (Vec<usize>, Vec<&'a yaml::Path>);
    let mut documents: HashMap<(&str, usize), Wanted> = HashMap::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        if let Some(Place { file, at: At::Yaml { path, first_line } }) = &diagnostic.place {
            let (indices, paths) = documents.entry((file, *first_line)).or_default();
            indices.push(index);
            paths.push(path);
        }
    }
    let mut found = HashMap::new();
    for ((file, first_line), (indices, paths)) in documents {
        let document = yaml_document(&texts.get(file).seen.text, first_line);
        let places = yaml::locate(document, &paths);
        found.extend(
            indices.into_iter().zip(places).map(|(index, (line, column))| (index, (line + first_line, column))),
        );
    }
    found
}

fn locate<'a>(diagnostic: &'a Diagnostic, in_yaml: Option<(usize, usize)>, texts: &mut Texts<'a>) -> Located<'a> {
    let (file, line, column, length) = match &diagnostic.place {
        None => ("", 0, 0, 0),
        Some(Place { file, at }) => {
            let (line, column, length) = match at {
                At::File => (1, 1, 0),
                At::OnDisk { line, column, length } | At::Point { line, column, length } => (*line, *column, *length),
                At::Offset { offset, length } => {
                    let Lined { text, lines } = &texts.get(file).seen;
                    lines.position(text, *offset, *length)
                }
                At::Yaml { .. } => in_yaml.map_or((1, 1, 0), |(line, column)| (line, column, 0)),
            };
            (&**file, line, column, length)
        }
    };
    Located { diagnostic: Cow::Borrowed(diagnostic), file, line, column, length }
}

/// The first of each kind about each file, and in the place of the next one how many more there are; columns are those of
/// the file as it lies on the disk.
fn shown<'a>(located: Vec<Located<'a>>, most: usize, texts: &mut Texts<'a>) -> Vec<Located<'a>> {
    let mut counts: HashMap<(&str, Code), usize> = HashMap::new();
    for one in &located {
        *counts.entry((one.file, one.diagnostic.code)).or_default() += 1;
    }
    let mut seen: HashMap<(&str, Code), usize> = HashMap::new();
    let mut shown = Vec::with_capacity(located.len().min(most));
    for mut one in located {
        let kind = (one.file, one.diagnostic.code);
        let number = seen.entry(kind).or_default();
        *number += 1;
        if *number > most + 1 {
            continue;
        }
        if *number == most + 1 {
            one.diagnostic = Cow::Owned(more(&one, counts[&kind] - most));
        }
        on_disk(&mut one, texts);
        shown.push(one);
    }
    shown
}

/// What stands for the messages that are not listed.
fn more(first: &Located, times: usize) -> Diagnostic {
    Diagnostic {
        message: say::more_of_this_kind(times),
        help: say::mend_those_that_are_listed(),
        fix: None,
        ..first.diagnostic.as_ref().clone()
    }
}

/// Counts a column anew in the file as it lies on the disk.
fn on_disk<'a>(located: &mut Located<'a>, texts: &mut Texts<'a>) {
    let seen = matches!(
        located.diagnostic.place,
        Some(Place { at: At::Point { .. } | At::Offset { .. } | At::Yaml { .. }, .. })
    );
    if !seen {
        return;
    }
    let quoted = texts.get(located.file);
    if let Some(line) = quoted.line(located.line).filter(|_| quoted.disk.is_some()) {
        (located.column, located.length) = source::on_disk(line, located.column, located.length);
    }
}

/// The YAML document of a file: all of it, or the front matter that follows `first_line` lines.
fn yaml_document(text: &str, first_line: usize) -> &str {
    if first_line == 0 {
        return text;
    }
    crate::parse::front_matter(text).map_or("", |front| front.yaml)
}

fn one<'a>(located: &Located<'a>, texts: &mut Texts<'a>, format: Format, locale: Locale) -> String {
    match format {
        Format::Json => json(located, texts, locale),
        Format::Short => short(located, locale),
        Format::Human { colour } => human(located, texts, colour, locale),
    }
}

/// What programs know a severity by, in every language.
fn severity_name(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn json_fix<'l, 'a>(located: &'l Located<'a>, texts: &mut Texts<'a>) -> Option<JsonFix<'l>> {
    let fix = located.diagnostic.fix.as_ref()?;
    if let Fix::Rename { to } = fix {
        return Some(JsonFix::Rename(to));
    }
    let quoted = texts.get(located.file);
    // Changes are counted in what the stages saw; in a file with forbidden characters that is not what lies on the disk.
    if quoted.disk.is_some() {
        return None;
    }
    let Lined { text, lines } = &quoted.seen;
    let start = lines.offset_of(text, located.line, located.column);
    let length = match located.diagnostic.place.as_ref().map(|place| &place.at) {
        Some(At::Offset { length, .. }) => *length,
        _ => 0,
    };
    let edits: Vec<JsonEdit> = edits::of(fix, text, lines, start, length)
        .into_iter()
        .map(|edit| {
            let [line, column, end_line, end_column] = edits::span(&edit, text, lines);
            JsonEdit { line, column, end_line, end_column, text: edit.with }
        })
        .collect();
    (!edits.is_empty()).then_some(JsonFix::Edits(edits))
}

fn json<'l, 'a>(located: &'l Located<'a>, texts: &mut Texts<'a>, locale: Locale) -> String {
    let place = (!located.file.is_empty()).then_some(());
    let d = &located.diagnostic;
    let argument = |(name, arg): (&'static str, &'l Arg)| {
        let arg = match arg {
            Arg::Number(number) => JsonArg::Number(*number),
            arg => JsonArg::Text(arg.text(locale)),
        };
        (name, arg)
    };
    let line = JsonLine {
        severity: severity_name(d.code),
        code: d.code.id(),
        message: d.message.text(locale),
        key: d.message.key(),
        arguments: d.message.args().map(argument).collect(),
        file: place.map(|()| located.file),
        line: place.map(|()| located.line),
        column: place.map(|()| located.column),
        help: d.help.text(locale),
        fix: json_fix(located, texts),
    };
    let text = serde_json::to_string(&line).unwrap_or_default();
    format!("{}\n", source::printable_json(&text))
}

fn short(located: &Located, locale: Locale) -> String {
    let d = &located.diagnostic;
    let place = match located.file {
        "" => String::new(),
        file => format!("{}:{}:{}: ", source::printable_line(file), located.line, located.column),
    };
    let (message, help) = (d.message.text(locale), d.help.text(locale));
    let (message, help) = (source::printable_line(&message), source::printable_line(&help));
    let gap = if help.is_empty() { "" } else { " " };
    format!("{place}{}[{}]: {message}.{gap}{help}\n", severity_name(d.code), d.code.id())
}

fn human<'a>(located: &Located<'a>, texts: &mut Texts<'a>, colour: bool, locale: Locale) -> String {
    let d = &located.diagnostic;
    let (level, name) = match d.code.severity() {
        Severity::Error => (Level::ERROR, say::error()),
        Severity::Warning => (Level::WARNING, say::warning()),
        Severity::Note => (Level::NOTE, say::note()),
    };
    let level = level.with_name(name.text(locale));
    // Names of files, and what an author wrote, stand in all of these.
    let (message, help) = (d.message.text(locale), d.help.text(locale));
    let (message, help) = (clipped(&message), clipped(&help));
    let (message, help) = (source::printable_line(&message), source::printable_line(&help));
    let file = source::printable_line(located.file);
    let title = level.primary_title(message.as_ref()).id(d.code.id());
    let whole_file = matches!(d.place, Some(Place { at: At::File, .. }));
    let line = if located.file.is_empty() || whole_file { None } else { texts.get(located.file).line(located.line) };
    let cut = line.map(|line| around(line, located.column, located.length));
    let line = cut.map(|(line, _)| source::visible(line));
    let before = cut.map_or(0, |(_, before)| before);
    let column = located.column - before;
    let mut group = match line.as_deref() {
        _ if located.file.is_empty() => Group::with_title(title),
        Some(line) if !line.trim().is_empty() => {
            let mark = AnnotationKind::Primary.span(span(line, column, located.length));
            let snippet = Snippet::source(line).line_start(located.line.max(1)).annotation(mark);
            title.element(snippet.path(file.as_ref()))
        }
        // There is nothing to quote: the file as a whole is meant, or it is part of the program.
        _ if whole_file => title.element(Origin::path(file.as_ref())),
        _ => title.element(Origin::path(file.as_ref()).line(located.line).char_column(located.column)),
    };
    if !help.is_empty() {
        group = group.element(Level::HELP.with_name(say::help().text(locale)).message(help.as_ref()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = renderer.render(&[group]);
    if before > 0 {
        // The column is that of the whole line.
        let place = |column: usize| format!("{file}:{}:{column}", located.line);
        text = text.replacen(&place(column), &place(located.column), 1);
    }
    format!("{text}\n\n")
}

/// A sentence as people read it: what an author wrote may stand in it, and be as long as a file.
fn clipped(sentence: &str) -> Cow<'_, str> {
    if sentence.len() <= LONG {
        return Cow::Borrowed(sentence);
    }
    Cow::Owned(format!("{}…", &sentence[..floor_boundary(sentence, LONG)]))
}

/// The part of a line that is quoted, and how many characters of it are left out before that part.
fn around(line: &str, column: usize, length: usize) -> (&str, usize) {
    if line.len() <= LONG {
        return (line, 0);
    }
    let meant = span(line, column, length);
    let start = floor_boundary(line, meant.start.saturating_sub(LONG / 2));
    let end = floor_boundary(line, meant.start + LONG / 2);
    (&line[start..end], line[..start].chars().count())
}

/// Bytes of `line` that a column (from 1) and a length in characters mean.
fn span(line: &str, column: usize, length: usize) -> std::ops::Range<usize> {
    let byte = |chars: usize| line.char_indices().nth(chars).map_or(line.len(), |(at, _)| at);
    let start = byte(column.saturating_sub(1));
    let end = if length == 0 { line.trim_end().len() } else { byte(column.saturating_sub(1) + length) };
    start..floor_boundary(line, end.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, offsets: impl Iterator<Item = usize>) -> (tempfile::TempDir, Diagnostics) {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("a.md"), text).unwrap();
        let mut out = Diagnostics::new();
        for at in offsets {
            let place = Place::offset(&"a.md".into(), at, 1);
            out.add(Code::LinkUnknownFile, place.clone(), say::there_is_no_file(format!("f{at}")), say::remove_it());
            out.add(Code::LinkPlain, place, say::heading_of_level("#"), say::foreign(""));
        }
        (home, out)
    }

    #[test]
    fn of_thousands_the_first_are_shown_and_all_are_counted() {
        let (home, out) = found(&"а\n".repeat(1_500), (0..1_500).map(|line| 3 * line));
        for (format, most) in
            [(Format::Human { colour: false }, MOST[0]), (Format::Short, MOST[1]), (Format::Json, MOST[1])]
        {
            let Rendered { text, errors, warnings, .. } = render(&out, home.path(), format, Locale::En);
            assert_eq!((errors, warnings), (1_500, 1_500));
            assert_eq!(text.matches("link/unknown-file").count(), most + 1);
            let more = format!("{} more of this kind in the file are not listed", 1_500 - most);
            assert_eq!(text.matches(&more).count(), 2, "{text}");
            assert!(text.contains("there is no file `f597`") && !text.contains("there is no file `f3000`"));
        }
        assert_eq!(messages(&out, home.path(), Locale::En).len(), 2 * (MOST[0] + 1));
    }

    #[test]
    fn of_a_long_line_the_part_around_the_place_is_quoted() {
        let text = format!("{}знак{}", "ө".repeat(50_000), "ү".repeat(50_000));
        let (home, out) = found(&text, std::iter::once(100_000));
        let text = render(&out, home.path(), Format::Human { colour: false }, Locale::En).text;
        assert!(text.contains("a.md:1:50001") && text.contains("знак") && text.len() < 9_000, "{text}");
    }
}
