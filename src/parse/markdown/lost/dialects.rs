//! Marks of other dialects of Markdown, which stay in the text.

use std::ops::Range;

use super::{Block, MASK, Plain, Report, Run, Signs};
use crate::diag::Code;
use crate::messages::{Message, say};

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
        (between("==", "==", is_words), say::highlighting(), say::write_words_to_make_them_stand_out(), Cure::Strong),
        (
            between("%%", "%%", |_| true),
            say::remark_of_obsidian(),
            say::write_remark_as_it_is_not_shown(),
            Cure::Remark,
        ),
        (between("{{", "}}", |_| true), say::shortcode_of_another_program(), say::write_what_it_stands(), Cure::None),
        (between("{%", "%}", |_| true), say::shortcode_of_another_program(), say::write_what_it_stands(), Cure::None),
        (between("{:", "}", is_attributes), say::attribute_of_kramdown(), ATTRIBUTES, Cure::Remove),
        (between("{.", "}", is_attributes), say::attribute_of_pandoc(), ATTRIBUTES, Cure::Remove),
        (between("{#", "}", is_attributes), say::id(), say::give_it_to_heading_picture_or_table(), Cure::Remove),
    ]
    .into_iter()
    .flat_map(|(ranges, what, help, cure)| {
        ranges.into_iter().map(move |range| (range, what.clone(), help.clone(), cure))
    })
    .filter(|(_, what, ..)| *what != say::id() || !may_have_id(plain, run))
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
        report.add(Code::MarkForeign, range.clone(), say::is_which_stays_in_text_here(short(mark), what), help, with);
    }
}

const ATTRIBUTES: Message = say::remove_it_how_text_looks_is_theme();

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
            let help = say::remove_it_theme_shows_headings_of_page();
            report.add(
                Code::MarkForeign,
                whole.clone(),
                say::table_of_contents_is_not_made_here(),
                help,
                Some((whole, String::new())),
            );
            continue;
        }
        let message = say::is_link_of_wiki_which_stays(short(&report.source[whole.clone()]));
        let help =
            if image { say::write_what_picture_shows(target) } else { say::write_page_md_with_path_of_page(words) };
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
            let help = say::remove_it_theme_shows_headings_of_page();
            report.add(
                Code::MarkForeign,
                range.clone(),
                say::table_of_contents_is_not_made_here(),
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
        let message = say::is_box_of_another_dialect_which_stays(short(text));
        let help = say::write_box_as_quotation_note_on_first();
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
