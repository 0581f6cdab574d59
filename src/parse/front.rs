//! A Markdown file: front matter, then the text.

use std::cell::LazyCell;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::markdown::{self, Body, Phrases, Writing};
use super::{Page, Parsed, Publishing, Reference, is_draft};
use crate::diag::{At, Code, Diagnostics, Fix, Place, did_you_mean};
use crate::lang::{Lang, Quotes};
use crate::messages::say;
use crate::yaml::{Fields, Origin, Path};

/// A name out of a list of ours.
type Name = &'static str;

/// What a page says about itself.
#[derive(Debug, Clone, Default, Hash, Serialize, Deserialize)]
pub struct Front {
    pub title: String,
    /// One or two sentences, shown in lists.
    pub summary: String,
    /// Place among its neighbours; pages without one follow, by file name.
    pub order: Option<i64>,
    #[serde(with = "crate::serial::day")]
    pub updated: Option<Date>,
    /// For whom the page is: ids of audiences of the site.
    pub audience: Vec<String>,
    /// Whether it says so, rightly or not.
    pub says_audience: bool,
    pub sources: Vec<Citation>,
    /// Other titles and words that lead here; they are not shown.
    pub search_terms: Vec<String>,
    /// What the page is: one of [`KINDS`].
    #[serde(deserialize_with = "kind")]
    pub kind: Name,
    /// Whether terms of the glossary are marked in its text.
    pub glossary: bool,
    /// Ids of terms that are not marked in it.
    pub unmarked: Vec<Reference>,
    /// Ids of the headings whose sections a form's document leaves out.
    pub page_only: Vec<Reference>,
}

/// What a page of text can be, as the search tells it: a text, a form to fill in, a term of the glossary.
pub const KINDS: &[&str] = &["page", FORM, "term"];

/// A form to fill in, which is made as a file for word processors too.
pub const FORM: &str = "form";

/// Where a fact comes from.
#[derive(Debug, Clone, Hash, Serialize, Deserialize)]
pub struct Citation {
    pub title: String,
    pub url: Option<String>,
    /// When someone last looked.
    #[serde(with = "crate::serial::day")]
    pub checked: Option<Date>,
}

/// The name of a list that a remembered text is.
fn name<E: de::Error>(text: &str, names: &[Name]) -> Result<Name, E> {
    names.iter().find(|name| **name == text).copied().ok_or_else(|| E::custom("no such name"))
}

fn kind<'d, D: Deserializer<'d>>(from: D) -> Result<Name, D::Error> {
    let text = String::deserialize(from)?;
    // A page that says nothing has none.
    if text.is_empty() { Ok("") } else { name(&text, KINDS) }
}

/// Longest summary, in characters: three lines of a list on a phone.
pub(super) const MAX_SUMMARY: usize = 200;

/// The two parts of a Markdown file.
pub struct Split<'t> {
    pub yaml: &'t str,
    /// Bytes of the file that are Markdown.
    pub body: Range<usize>,
}

/// Divides a file into front matter and Markdown; `None` if it does not begin with `---` or the front matter is never
/// closed by a line `---`.
pub fn front_matter(text: &str) -> Option<Split<'_>> {
    let rest = text.strip_prefix("---")?;
    let rest = &rest[rest.find('\n').filter(|end| rest[..*end].trim().is_empty())? + 1..];
    let start = text.len() - rest.len();
    let mut at = start;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(Split { yaml: &text[start..at], body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    None
}

/// Parses a page. `None` if it has no usable front matter; everything else that is wrong leaves a gap.
pub fn page(
    file: &Arc<str>,
    text: &str,
    lang: Lang,
    phrases: &Phrases,
    raw_html: bool,
    audiences: &[&str],
    out: &mut Diagnostics,
) -> Option<Parsed<Page>> {
    let Some(split) = front_matter(text) else {
        if !crate::source::report_conflicts(file, text, |_| false, out) {
            report_no_front_matter(file, text, out);
        }
        return None;
    };
    let code = LazyCell::new(|| markdown::code_blocks(&text[split.body.clone()]));
    let in_code = |at: usize| {
        let before = |at: usize| code.partition_point(|block| block.start <= at).checked_sub(1);
        at.checked_sub(split.body.start).is_some_and(|at| before(at).is_some_and(|block| code[block].contains(&at)))
    };
    if crate::source::report_conflicts(file, text, in_code, out) {
        return None;
    }
    let origin = Origin { file: file.clone(), first_line: 1 };
    let mut publishing = Publishing::default();
    let front = crate::yaml::document(split.yaml, &origin, out).and_then(|node| {
        let mut own = if is_draft(&node) { Diagnostics::of_draft() } else { Diagnostics::new() };
        let front = Fields::new(&node, &origin, Path::default(), &mut own).and_then(|mut fields| {
            let front = read_front(&mut fields, &origin, phrases.quotes, audiences);
            publishing = Publishing::read(&mut fields, &origin);
            fields.finish();
            front
        });
        out.extend(own);
        front
    });
    let mut links = Vec::new();
    let base = split.body.start;
    let place = |range: Range<usize>| Place::offset(file, base + range.start, range.len());
    let mut writing = Writing { phrases, raw_html, place: &place, links: &mut links, out };
    let body = markdown::page(&text[split.body], &mut writing);
    let (front, body) = front.zip(body)?;
    check_page_only(&front, &body, &origin, out);
    let hash = crate::hash::of(text);
    let untranslated = Vec::new();
    Some(Parsed { file: file.clone(), content: Page { lang, front, body }, publishing, links, untranslated, hash })
}

/// Whether what a form's document is to leave out is there to be left out.
fn check_page_only(front: &Front, body: &Body, origin: &Origin, out: &mut Diagnostics) {
    let ids = || body.headings.iter().map(|heading| heading.id.as_str());
    for (path, id) in &front.page_only {
        if front.kind != FORM {
            let message = say::only_form_has_document_that_leaves_something();
            let help = say::add_line_kind_form_or_remove_page();
            out.add(Code::YamlBadValue, origin.place(path), message, help);
            return;
        }
        if !ids().any(|known| known == id) {
            let message = say::no_heading_of_page_has_id(id);
            let help = did_you_mean(id, ids(), say::write_id_that_stands_in_behind_heading());
            out.add(Code::YamlBadValue, origin.place(path), message, help);
        }
    }
}

/// A line of dashes that was to be `---`: too many or too few, of another kind (word processors make one long dash of
/// them), or not at the line's beginning.
fn is_like_dashes(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().all(|c| "-–—―−".contains(c))
}

fn report_no_front_matter(file: &Arc<str>, text: &str, out: &mut Diagnostics) {
    let start = text.len() - text.trim_start().len();
    let first = text[start..].lines().next().unwrap_or("");
    let write =
        |offset: usize, length: usize, with: &str| Fix::Write { at: At::Offset { offset, length }, with: with.into() };
    if !is_like_dashes(first) {
        let place = Place::point(file, 1, 1, 0);
        let title = first.trim_start_matches('#').trim();
        let title = if title.is_empty() || title.chars().count() > 60 { "…" } else { title };
        let title = if title.contains([':', '#', '"', '\'']) { crate::yaml::quoted(title) } else { title.to_string() };
        // A first line `title: …` has only lost the dashes around it.
        let keys = text
            .lines()
            .take_while(|line| line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(": "))
            .count();
        if keys > 0 {
            let end: usize = text.split_inclusive('\n').take(keys).map(str::len).sum();
            let help = say::put_line_above_first_line_and_one();
            let fix = write(0, end, &format!("---\n{}\n---\n", text[..end].trim_end()));
            out.add_fix(Code::PageNoFrontMatter, place, say::front_matter_has_no_lines_around(), help, fix);
            return;
        }
        let help = say::begin_file_with_three_lines_title(&title);
        let fix = write(0, 0, &format!("---\ntitle: {title}\n---\n\n"));
        out.add_fix(Code::PageNoFrontMatter, place, say::page_does_not_begin_with_front_matter(), help, fix);
    } else if start > 0 {
        let help = say::remove_what_stands_above_first_line_even();
        let place = Place::point(file, 1, 1, 0);
        out.add_fix(Code::PageNoFrontMatter, place, say::file_does_not_begin_with_line(), help, write(0, start, ""));
    } else if first.trim_end() != "---" {
        let message = say::front_matter_begins(first.trim_end());
        let help = say::write_exactly_three_hyphens();
        let place = Place::offset(file, 0, first.len());
        out.add_fix(Code::PageNoFrontMatter, place, message, help, write(0, first.len(), "---"));
        report_open(file, text, first.len(), out);
    } else {
        report_open(file, text, first.len(), out);
    }
}

/// Reports front matter that is not closed in what follows its first line.
fn report_open(file: &Arc<str>, text: &str, first: usize, out: &mut Diagnostics) {
    let mut at = (first + 1).min(text.len());
    let rest = &text[at..];
    if rest.lines().any(|line| line.trim_end() == "---") {
        return;
    }
    // What was to close it, or where the text begins.
    let mut end = None;
    for line in rest.split_inclusive('\n') {
        if is_like_dashes(line) {
            let length = line.trim_end().len();
            let place = Place::offset(file, at, length);
            let message = say::front_matter_is_not_closed_stands_where(line.trim_end());
            let help = say::write_exactly_three_hyphens_at_beginning();
            let fix = Fix::Write { at: At::Offset { offset: at, length }, with: "---".into() };
            out.add_fix(Code::PageFrontMatterOpen, place, message, help, fix);
            return;
        }
        let is_front = line.starts_with([' ', '\t', '-', '#', '}', ']']) && end.is_none()
            || line.contains(':') && !line.starts_with('#');
        if !is_front || line.trim().is_empty() {
            end = end.or(Some(at));
        }
        at += line.len();
    }
    let end = end.unwrap_or(at);
    let gap = if text[..end].ends_with('\n') { "" } else { "\n" };
    let last = text[..end].trim_end().lines().last().unwrap_or("---");
    let help = say::add_line_between_front_matter_and_text(last);
    let fix = Fix::Write { at: At::Offset { offset: end, length: 0 }, with: format!("{gap}---\n") };
    let place = Place::point(file, 1, 1, 0);
    out.add_fix(Code::PageFrontMatterOpen, place, say::front_matter_is_opened_by_but_never(), help, fix);
}

fn read_front(fields: &mut Fields, origin: &Origin, quotes: Quotes, audiences: &[&str]) -> Option<Front> {
    let title = fields.required_text("title");
    // A draft without one is shown by the name of its file.
    let title = title.or_else(|| fields.out().is_of_draft().then(|| origin.name().to_string()));
    let summary = fields.text("summary").unwrap_or_default();
    if summary.chars().count() > MAX_SUMMARY {
        let place = origin.place(&fields.path().key("summary"));
        let message = say::summary_has_characters(summary.chars().count());
        fields.out().add(Code::TextTooLong, place, message, say::shorten_it_to_at_most(MAX_SUMMARY));
    }
    let front = Front {
        summary: markdown::typeset(&summary, quotes),
        order: fields.integer("order"),
        updated: fields.date("updated"),
        says_audience: !fields.is_empty("audience"),
        audience: fields.choices("audience", audiences).into_iter().map(str::to_string).collect(),
        sources: fields.maps("sources", |f| source(f, origin, quotes)),
        search_terms: fields.text_list("search_terms").into_iter().map(|(_, text)| text).collect(),
        kind: fields.choice("kind", KINDS).unwrap_or(KINDS[0]),
        glossary: fields.flag("glossary").unwrap_or(true),
        unmarked: fields.text_list("unmarked"),
        page_only: fields.text_list("page_only"),
        title: markdown::typeset(&title?, quotes),
    };
    Some(front)
}

fn source(fields: &mut Fields, origin: &Origin, quotes: Quotes) -> Option<Citation> {
    let title = fields.required_text("title");
    let url = web_address(fields, "url", origin);
    let checked = fields.date("checked_on");
    Some(Citation { title: markdown::typeset(&title?, quotes), url, checked })
}

/// An optional `http` or `https` address.
pub fn web_address(fields: &mut Fields, key: &'static str, origin: &Origin) -> Option<String> {
    let url = fields.text(key)?;
    if url.starts_with("https://") || url.starts_with("http://") {
        return Some(url);
    }
    let place = origin.place(&fields.path().key(key));
    let message = say::is_not_address_of_web_page(&url);
    let whole = crate::web_address::whole(&url).filter(|whole| whole.starts_with("http"));
    let help = match &whole {
        Some(whole) => say::write_whole_address(whole),
        None => say::write_whole_address_https_or_remove_line(),
    };
    fields.out().add_fix(Code::YamlBadValue, place, message, help, Fix::nearest(&url, whole.as_deref()));
    None
}
