//! A Markdown file: front matter, then the text.

use std::cell::LazyCell;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::markdown::{self, Body, Phrases, Writing};
use super::{Page, Parsed, Publishing, Reference, is_draft};
use crate::define::{Definition, Field, Read, Reads, To, group};
use crate::diag::{At, Code, Diagnostics, Fix, Place, did_you_mean};
use crate::lang::{Lang, Languages, Quotes};
use crate::messages::say;
use crate::yaml::{Fields, Origin, Path};

/// A name out of a list of ours.
type Name = &'static str;

group! {
    /// What a page says about itself.
    #[derive(Debug, Clone, Default, Hash, Serialize, Deserialize)]
    pub struct Front by FrontReader {
        title: String = main().say(
            ["Аталышы", "Название", "Title"],
            ["Текстте экинчи жолу кайталанбайт", "В тексте второй раз не повторяется", "It is not said again in the text"]) => typeset;
        /// One or two sentences, shown in lists.
        summary: String = optional().length(MAX_SUMMARY).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Бир-эки сүйлөм, тизмелерде көрүнөт; эң көп 200 белги", "Одно-два предложения, видны в списках; не больше 200 знаков",
             "One or two sentences, shown in lists; at most 200 letters"]) => typeset;
        /// Place among its neighbours; pages without one follow, by file name.
        order: Option<i64> = range(i64::MIN, i64::MAX).example("1").say(
            ["Орду", "Место", "Order"],
            ["Коңшу барактардын арасындагы орду: 1, 2, 3…", "Место среди соседних страниц: 1, 2, 3…", "Place among its neighbours: 1, 2, 3…"]);
        #[serde(with = "crate::serial::day")]
        updated: Option<Date> = say(
            ["Жаңыртылды", "Обновлено", "Updated"],
            ["Акыркы жолу өзгөргөн күнү", "День последнего изменения", "The day of the last change"]);
        /// For whom the page is: ids of audiences of the site.
        audience: Vec<String> = say(
            ["Кимге", "Кому", "Audience"],
            ["Ким үчүн; бөлүмдөн жана басылмадан мураска калат", "Для кого; наследуется от главы и издания",
             "For whom it is; inherited from the chapter and the publication"]) => Front::read_audience;
        sources: Vec<Citation> = say(
            ["Булактар", "Источники", "Sources"],
            ["Фактылар кайдан алынды", "Откуда взяты факты", "Where facts come from"]);
        /// Other titles and words that lead here; they are not shown.
        search_terms: Vec<String> = say(
            ["Издөө сөздөрү", "Слова для поиска", "Search words"],
            ["Барактын өзүндө жок, бирок аны издегенде жазыла турган сөздөр", "Слова, которых на странице нет, но по которым её ищут",
             "Words that are not shown and lead here all the same"]);
        /// What the page is: one of [`KINDS`].
        #[serde(deserialize_with = "kind")]
        kind: Name = choices(KINDS, "search.kinds.").or("page").say(
            ["Түрү", "Вид", "Kind"],
            ["form — толтурула турган бланк, Word файлы да жасалат", "form — бланк для заполнения, станет и файлом Word",
             "form: a document to fill in, which becomes a Word file too"]);
        /// Whether terms of the glossary are marked in its text.
        glossary: bool = or("true").say(
            ["Сөздүк", "Словарь", "Glossary"],
            ["false болсо, терминдер белгиленбейт", "С false термины не отмечаются", "With false terms are not marked"]);
        /// Ids of terms that are not marked in it.
        unmarked: Vec<Reference> = refers(To::Terms).say(
            ["Белгиленбеген", "Без отметок", "Unmarked"],
            ["Бул баракта белгиленбей турган терминдердин id'си", "id терминов, которые здесь не отмечаются", "Ids of terms that are not marked here"]);
        /// Ids of the headings whose sections a form's document leaves out.
        page_only: Vec<Reference> = refers(To::Own).say(
            ["Баракта гана", "Только на странице", "Page only"],
            ["Word файлына кирбей турган бөлүмчөлөрдүн id'си", "id разделов, которые не попадут в файл Word",
             "Ids of headings whose sections the Word file leaves out"]);
        + /// Whether it says so, rightly or not.
        says_audience: bool = Front::says_audience;
    }
}

/// What the front matter of a page says.
pub static PAGE: Definition = Definition {
    name: "page",
    label: ["Барак", "Страница", "Page"],
    help: [
        "Барактын башындагы --- саптарынын ортосу",
        "Между строками --- в начале страницы",
        "Between the lines --- at the beginning of a page",
    ],
    parts: &[Front::FIELDS, Publishing::FIELDS],
    incomplete: None,
};

impl Front {
    fn read_audience(field: &'static Field, reader: &mut FrontReader, fields: &mut Fields) -> Option<Vec<String>> {
        Some(fields.choices(field.key, reader.audiences).into_iter().map(str::to_string).collect())
    }

    fn says_audience(_: &mut FrontReader, fields: &Fields) -> bool {
        !fields.is_empty("audience")
    }
}

/// Reads front matter, whose texts are in one language.
pub(crate) struct FrontReader<'a> {
    origin: &'a Origin,
    languages: Languages,
    quotes: Quotes,
    /// The ids of the site's.
    audiences: &'a [&'a str],
}

impl Reads for FrontReader<'_> {
    fn languages(&self) -> &Languages {
        &self.languages
    }

    fn origin(&self) -> &Origin {
        self.origin
    }
}

/// A text with the quotation marks and dashes of print.
fn typeset(field: &'static Field, reader: &mut FrontReader, fields: &mut Fields) -> Option<String> {
    String::take(field, reader, fields).map(|text| markdown::typeset(&text, reader.quotes))
}

/// What a page of text can be, as the search tells it: a text, a form to fill in, a term of the glossary.
pub const KINDS: &[&str] = &["page", FORM, "term"];

/// A form to fill in, which is made as a file for word processors too.
pub const FORM: &str = "form";

group! {
    /// Where a fact comes from.
    #[derive(Debug, Clone, Hash, Serialize, Deserialize)]
    pub struct Citation by FrontReader {
        title: String = say(
            ["Аталышы", "Название", "Title"],
            ["Булак кантип аталат", "Как называется источник", "What the source is called"]) => typeset;
        url: Option<String> = address().say(
            ["Дареги", "Адрес", "Address"],
            ["https://… менен башталган толук дарек", "Полный адрес, https://…", "The whole address, https://…"]);
        /// When someone last looked.
        #[serde(with = "crate::serial::day")]
        checked "checked_on": Option<Date> = say(
            ["Текшерилди", "Проверено", "Checked on"],
            ["Акыркы жолу качан каралды", "Когда смотрели в последний раз", "When someone last looked"]);
    }
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
            let languages = Languages::usual();
            let mut reader = FrontReader { origin: &origin, languages, quotes: phrases.quotes, audiences };
            let front = Front::read(&mut reader, &mut fields);
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
