//! Marks of other dialects of Markdown, which stay in the text.

use std::ops::Range;

use super::{Block, MASK, Plain, Report, Run, Signs};
use crate::diag::Code;

/// Wiki links, highlighting, remarks, boxes, attributes and shortcodes that other programs know.
pub fn foreign(plain: &Plain, run: &Run, signs: Signs, report: &mut Report) {
    if signs.all(b"[]") {
        wiki_links(plain, run, report);
    }
    if signs.any(b"={%") {
        marks(plain, run, report);
    }
    if run.block != Block::Heading && signs.any(b"[!?:") {
        lines(plain, run, report);
    }
}

/// Marks that stand around words.
fn marks(plain: &Plain, run: &Run, report: &mut Report) {
    let between = |open: &str, close: &str, inner: fn(&str) -> bool| between(plain.text(run), open, close, inner);
    let base = run.range.start;
    let source = report.source;
    let found: Vec<_> = [
        (between("==", "==", is_words), "highlighting", "Write **words** to make them stand out.", Cure::Strong),
        (
            between("%%", "%%", |_| true),
            "a remark of Obsidian",
            "Write a remark as <!-- … -->; it is not shown.",
            Cure::Remark,
        ),
        (between("{{", "}}", |_| true), "a shortcode of another program", "Write what it stands for.", Cure::None),
        (between("{%", "%}", |_| true), "a shortcode of another program", "Write what it stands for.", Cure::None),
        (between("{:", "}", is_attributes), "an attribute of Kramdown", ATTRIBUTES, Cure::Remove),
        (between("{.", "}", is_attributes), "an attribute of Pandoc", ATTRIBUTES, Cure::Remove),
        (
            between("{#", "}", is_attributes),
            "an id",
            "Give it to a heading, a picture or a table; here it says nothing.",
            Cure::Remove,
        ),
    ]
    .into_iter()
    .flat_map(|(ranges, what, help, cure)| ranges.into_iter().map(move |range| (range, what, help, cure)))
    .filter(|(_, what, ..)| *what != "an id" || !may_have_id(plain, run))
    .collect();
    for (range, what, help, cure) in found {
        let inner = base + range.start + 2..base + range.end - 2;
        let range = base + range.start..base + range.end;
        let with = match cure {
            Cure::Strong => Some((range.clone(), format!("**{}**", source[inner].trim()))),
            Cure::Remark => Some((range.clone(), format!("<!-- {} -->", source[inner].trim()))),
            Cure::Remove => {
                let gap = source[base..range.start].len() - source[base..range.start].trim_end().len();
                Some((range.start - gap..range.end, String::new()))
            }
            Cure::None => None,
        };
        let mark = &source[range.clone()];
        report.add(
            Code::MarkForeign,
            range.clone(),
            format!("`{}` is {what}, which stays in the text here", short(mark)),
            help,
            with,
        );
    }
}

const ATTRIBUTES: &str = "Remove it: how a text looks is the theme's.";

#[derive(Clone, Copy)]
enum Cure {
    Strong,
    Remark,
    Remove,
    None,
}

/// `[[Page]]`, `[[Page|words]]` and `![[picture.png]]`.
fn wiki_links(plain: &Plain, run: &Run, report: &mut Report) {
    for range in
        between(plain.text(run), "[[", "]]", |inner| inner.starts_with(|c: char| c.is_alphabetic() || c == '_'))
    {
        let text = plain.text(run);
        let inner = &text[range.start + 2..range.end - 2];
        let (target, words) = inner.split_once('|').unwrap_or((inner, inner));
        let image = text[..range.start].ends_with('!');
        let start = run.range.start + range.start - usize::from(image);
        let whole = start..run.range.start + range.end;
        if target.eq_ignore_ascii_case("toc") || target.eq_ignore_ascii_case("_toc_") {
            let help = "Remove it: the theme shows the headings of a page.";
            report.add(
                Code::MarkForeign,
                whole.clone(),
                "a table of contents is not made here",
                help,
                Some((whole, String::new())),
            );
            continue;
        }
        let message =
            format!("`{}` is a link of a wiki, which stays in the text here", short(&report.source[whole.clone()]));
        let help = if image {
            format!("Write ![what the picture shows]({target}).")
        } else {
            format!("Write [{words}](page.md), with the path of the page's file.")
        };
        let with = image.then(|| (whole.clone(), format!("![{words}]({target})")));
        report.add(Code::MarkForeign, whole, message, help, with);
    }
}

/// Lines that begin a box of another dialect, and `[TOC]`.
fn lines(plain: &Plain, run: &Run, report: &mut Report) {
    for line in plain.lines(run) {
        let text = line.text.trim_end();
        let range = line.start..line.start + text.len();
        if text == "[TOC]" || text == "[toc]" {
            let help = "Remove it: the theme shows the headings of a page.";
            report.add(
                Code::MarkForeign,
                range.clone(),
                "a table of contents is not made here",
                help,
                Some((range, String::new())),
            );
            continue;
        }
        let mark = ["!!!", "???", ":::"].into_iter().find(|mark| text.starts_with(mark));
        let Some(mark) = mark else { continue };
        let words = text.trim_start_matches(['!', '?', ':', '+', ' ']);
        let named = words.starts_with(|c: char| c.is_ascii_lowercase() || c == '{');
        if !(mark == ":::" && (words.is_empty() || named) || named && text[3..].starts_with([' ', '+'])) {
            continue;
        }
        let message = format!("`{}` is a box of another dialect, which stays in the text here", short(text));
        let help = "Write a box as a quotation: `> [!NOTE]` on the first line, and > before each line of its text.";
        let with = if words.is_empty() { String::new() } else { "> [!NOTE]".into() };
        report.add(Code::MarkForeign, range.clone(), message, help, Some((range, with)));
    }
}

/// Whether an id in braces belongs to something here: to a caption before its table, or to a heading.
fn may_have_id(plain: &Plain, run: &Run) -> bool {
    run.block == Block::Heading || run.block == Block::BeforeTable && plain.text(run).starts_with("Table:")
}

/// The ranges of a text from each `open` to the `close` after it on the same line, where `inner` holds of what is between.
fn between(text: &str, open: &str, close: &str, inner: fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    // Where the next end of a line and the next `close` stand: looked for again only once they are passed.
    let (mut line, mut next) = (None, None);
    while let Some(start) = text[at..].find(open).map(|start| at + start) {
        let from = start + open.len();
        let find = |known: Option<usize>, what: &str| {
            known.filter(|at| *at >= from).unwrap_or_else(|| text[from..].find(what).map_or(text.len(), |at| from + at))
        };
        (line, next) = (Some(find(line, "\n")), Some(find(next, close)));
        at = from;
        let Some(end) = next.filter(|end| line.is_some_and(|line| *end < line)) else { continue };
        if end > from && inner(&text[from..end]) {
            at = end + close.len();
            found.push(start..at);
        }
    }
    found
}

fn is_words(inner: &str) -> bool {
    !inner.starts_with(['=', ' ']) && !inner.ends_with(' ') && inner.chars().any(char::is_alphabetic)
}

fn is_attributes(inner: &str) -> bool {
    inner.trim().chars().all(|c| c.is_ascii_alphanumeric() || "-_.#=:\"' ".contains(c)) && !inner.trim().is_empty()
}

/// A mark as a message shows it.
fn short(mark: &str) -> String {
    let line = mark.lines().next().unwrap_or(mark).replace(MASK, "");
    if line.chars().count() > 40 { format!("{}…", line.chars().take(40).collect::<String>()) } else { line }
}
