//! The documents for word processors: whole as files, and what LibreOffice shows of them is what their pages say.
//!
//! `tests/run` installs LibreOffice, which opens all of them in one go.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use bagyt::bundle::Memory;
use bagyt::diag::Diagnostics;
use bagyt::parse::front_matter;
use bagyt::progress::Silent;
use bagyt::show::{Format, render};
use bagyt::{Memo, Request};
use roxmltree::{Document, Node};
use scraper::{ElementRef, Html, Selector};

/// Every file of a built site by its path.
type Files = BTreeMap<String, Vec<u8>>;

/// A site, and what was made of it.
struct Built {
    root: PathBuf,
    files: Files,
}

static REPOSITORY: LazyLock<Built> = LazyLock::new(|| build(Path::new(env!("CARGO_MANIFEST_DIR")), None));
/// A site with all that a document can hold.
static FORMS: LazyLock<Built> = LazyLock::new(|| build(&forms(), None));

fn forms() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites/forms")
}

fn build(root: &Path, base_url: Option<&str>) -> Built {
    let (memory, mut out) = (Memory::default(), Diagnostics::new());
    let request = Request { root, base_url, search: false, drafts: false, today: jiff::civil::date(2026, 11, 25) };
    let summary = bagyt::build(&request, &Memo::default(), &memory, &Silent, &mut out);
    assert!(summary.is_some(), "{}", render(&out, root, Format::Short, bagyt::messages::Locale::En).text);
    memory.commit();
    let file = |path: &String| (path.clone(), memory.get(path).expect("a listed file is there").to_vec());
    Built { root: root.to_path_buf(), files: memory.paths().iter().map(file).collect() }
}

impl Built {
    /// The documents that the site makes of its pages, by their path without its ending.
    fn documents(&self) -> Vec<(&str, &[u8])> {
        let stem = |(path, bytes)| -> Option<(&str, &[u8])> {
            let (path, bytes): (&String, &Vec<u8>) = (path, bytes);
            Some((path.strip_suffix(".docx")?, bytes.as_slice()))
        };
        let of_page = |(stem, _): &(&str, &[u8])| self.files.contains_key(&format!("{stem}.html"));
        let found: Vec<_> = self.files.iter().filter_map(stem).filter(of_page).collect();
        assert!(!found.is_empty(), "{} makes no documents", self.root.display());
        found
    }

    fn document(&self, stem: &str) -> BTreeMap<String, Vec<u8>> {
        parts(&self.files[&format!("{stem}.docx")])
    }
}

/// The parts of a document by their names.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a document is an archive");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part can be read");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("a part can be read");
        parts.insert(file.name().to_string(), bytes);
    }
    parts
}

fn text_of<'p>(parts: &'p BTreeMap<String, Vec<u8>>, name: &str) -> &'p str {
    std::str::from_utf8(&parts[name]).expect("a part is in UTF-8")
}

/// The text of a part.
fn text_within(document: &Document) -> String {
    document.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

fn attribute<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// What is wrong with a document as a file: XML, relations, languages, heights of lines.
fn faults(parts: &BTreeMap<String, Vec<u8>>, locale: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, bytes) in parts.iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
        let text = String::from_utf8_lossy(bytes);
        let document = match Document::parse(&text) {
            Ok(document) => document,
            Err(error) => {
                wrong.push(format!("{name}: {error}"));
                continue;
            }
        };
        let relations = relations_of(parts, name);
        for node in document.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                let relation =
                    attribute.namespace().is_some_and(|uri| uri.ends_with("officeDocument/2006/relationships"));
                if relation && !relations.contains(attribute.value()) {
                    wrong.push(format!("{name}: {} refers to nothing", attribute.value()));
                }
            }
            if attribute(node, "line").is_some() && attribute(node, "lineRule") != Some("auto") {
                wrong.push(format!("{name}: a line's height is taken for a fixed one"));
            }
            if node.tag_name().name() == "docPr" && attribute(node, "descr").is_none_or(str::is_empty) {
                wrong.push(format!("{name}: a picture has no alternative text"));
            }
        }
        if let Some((folder, own)) = name.strip_suffix(".rels").and_then(|path| path.split_once("_rels/")) {
            assert!(own.is_empty() || parts.contains_key(&format!("{folder}{own}")), "{name} belongs to no part");
            for relation in document.descendants().filter(|node| node.tag_name().name() == "Relationship") {
                let target = attribute(relation, "Target").unwrap_or("");
                let outside = attribute(relation, "TargetMode") == Some("External");
                if outside && !["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| target.starts_with(scheme)) {
                    wrong.push(format!("{name}: {target} leads nowhere from a document that is mailed"));
                }
                if !outside && !parts.contains_key(&format!("{folder}{target}")) {
                    wrong.push(format!("{name}: there is no {target}"));
                }
            }
        }
    }
    if !text_of(parts, "word/styles.xml").contains(&format!("<w:lang w:val=\"{locale}\"")) {
        wrong.push(format!("its language is not {locale}"));
    }
    wrong
}

/// The ids of a part's relations.
fn relations_of(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> BTreeSet<String> {
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let Some(bytes) = parts.get(&format!("{folder}/_rels/{file}.rels")) else { return BTreeSet::new() };
    let text = String::from_utf8_lossy(bytes);
    let document = Document::parse(&text).expect("relations are XML");
    let all = document.descendants().filter(|node| node.tag_name().name() == "Relationship");
    all.filter_map(|node| attribute(node, "Id").map(str::to_string)).collect()
}

fn locale(stem: &str) -> &'static str {
    if stem.starts_with("ky/") { "ky-KG" } else { "ru-RU" }
}

#[test]
fn every_document_is_whole() {
    let mut wrong = Vec::new();
    for built in [&*REPOSITORY, &*FORMS] {
        for (stem, bytes) in built.documents() {
            let parts = parts(bytes);
            // A page that is borrowed from the other language says so.
            let language = match page(built, stem).select(&select("article[lang]")).next().and_then(|a| a.attr("lang"))
            {
                Some("ru") => "ru-RU",
                Some("ky") => "ky-KG",
                _ => locale(stem),
            };
            wrong.extend(faults(&parts, language).into_iter().map(|fault| format!("{stem}: {fault}")));
            let core = text_of(&parts, "docProps/core.xml");
            let title = title(&page(built, stem));
            let worksheet = first(&page(built, stem), ".worksheet").is_some();
            assert!(worksheet || core.contains(&format!("<dc:title>{}</dc:title>", escaped(&title))), "{stem}: {core}");
            assert!(!core.contains("unknown"), "{stem}: {core}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The heading of a page without the number of its chapter.
fn title(page: &Html) -> String {
    let number = text(first(page, "h1 .nr"));
    text(first(page, "h1")).trim_start_matches(&number).trim().to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn page(built: &Built, stem: &str) -> Html {
    Html::parse_document(&String::from_utf8_lossy(&built.files[&format!("{stem}.html")]))
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|_| panic!("`{selector}` is a selector"))
}

fn first<'p>(page: &'p Html, selector: &str) -> Option<ElementRef<'p>> {
    page.select(&select(selector)).next()
}

fn text(element: Option<ElementRef>) -> String {
    let text: String = element.into_iter().flat_map(|element| element.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words and numbers of a text; lines to write on and marks are none. A footnote's number stands at a word's end.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in text.chars().filter(|c| !['\u{AD}', '\u{2060}'].contains(c)) {
        match words.last_mut() {
            Some(word) if c.is_alphanumeric() && before.is_alphanumeric() && c.is_numeric() == before.is_numeric() => {
                word.push(c);
            }
            _ if c.is_alphanumeric() => words.push(c.to_string()),
            _ => {}
        }
        before = c;
    }
    words
}

fn class(element: ElementRef, wanted: &str) -> bool {
    element.value().classes().any(|class| class == wanted)
}

/// What stands on a page and not in its document.
fn is_left_out(element: ElementRef, form: bool) -> bool {
    ["anchor", "fn", "fn-back", "term-note", "data-own"].iter().any(|name| class(element, name))
        || (form && class(element, "alert-tip"))
        || ["svg", "script", "style", "template"].contains(&element.value().name())
}

/// The text of an element that its document shows, with a space wherever one block ends and another begins.
///
/// `notes` are the numbers of the footnotes to which the text so far refers.
fn shown(element: ElementRef, form: bool, page_only: &[String], notes: &mut BTreeSet<String>, to: &mut String) {
    const INLINE: [&str; 21] = [
        "a", "abbr", "b", "button", "cite", "code", "del", "dfn", "em", "i", "kbd", "mark", "s", "small", "span",
        "strong", "sub", "sup", "time", "u", "wbr",
    ];
    // The level of a section that is left out.
    let mut section = None;
    for child in element.children() {
        let Some(inner) = ElementRef::wrap(child) else {
            if section.is_none() {
                to.extend(child.value().as_text().map(|text| &**text));
            }
            continue;
        };
        let name = inner.value().name();
        if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok())
            && section.is_none_or(|open| level <= open)
        {
            section = page_only.iter().any(|id| inner.attr("id") == Some(id)).then_some(level);
        }
        if class(inner, "footnotes") {
            section = None;
        }
        let of_advice = inner.attr("id").and_then(|id| id.strip_prefix("fn-")).is_some_and(|n| !notes.contains(n));
        if section.is_some() || of_advice || is_left_out(inner, form) {
            notes.extend((section.is_none() && class(inner, "fn")).then(|| text(Some(inner))));
            continue;
        }
        let space = if INLINE.contains(&name) { "" } else { " " };
        to.push_str(space);
        shown(inner, form, page_only, notes, to);
        to.push_str(space);
    }
}

/// The ids of a form's sections that stand on its page only, as the page's source says.
fn page_only(built: &Built, stem: &str) -> Vec<String> {
    let (lang, address) = stem.split_once('/').expect("a page lies in the folder of its language");
    let source = [lang, "ky", "ru"]
        .iter()
        .find_map(|lang| std::fs::read_to_string(built.root.join(format!("content/{address}.{lang}.md"))).ok());
    let source = source.unwrap_or_else(|| panic!("{stem} has a source"));
    let front = front_matter(&source).expect("a page has front matter").yaml;
    let line = front.lines().find_map(|line| line.strip_prefix("page_only:")).unwrap_or("");
    line.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|id| !id.is_empty()).map(str::to_string).collect()
}

/// What a document must show, in this order, and what only its page says.
fn expected(built: &Built, stem: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let page = page(built, stem);
    if let Some(sheet) = first(&page, ".worksheet .prose") {
        let mut all = format!("{} {}", text(first(&page, ".worksheet h2")), text(first(&page, ".worksheet-name")));
        shown(sheet, false, &[], &mut BTreeSet::new(), &mut all);
        return (words(&all), Vec::new());
    }
    if first(&page, ".test-paper, .builder-paper").is_some() {
        let mut all = title(&page);
        for part in page.select(&select(".test-paper-in, .builder-paper-in, #test-outside")) {
            all.push(' ');
            shown(part, false, &[], &mut BTreeSet::new(), &mut all);
        }
        return (words(&all), Vec::new());
    }
    let prose = first(&page, ".prose").unwrap_or_else(|| panic!("{stem} has a text"));
    let only = page_only(built, stem);
    let mut all = title(&page);
    shown(prose, true, &only, &mut BTreeSet::new(), &mut all);
    let mut advice: Vec<Vec<String>> =
        prose.select(&select(".alert-tip > :last-child")).map(|tip| words(&text(Some(tip)))).collect();
    for id in &only {
        let heading = first(&page, &format!("[id=\"{id}\"]")).unwrap_or_else(|| panic!("{stem} has no {id}"));
        let after = heading.next_siblings().filter_map(ElementRef::wrap).next();
        advice.push(words(&text(after)));
    }
    (words(&all), advice)
}

/// What LibreOffice makes of documents: the text of each.
fn opened(documents: &[(String, &[u8])]) -> Vec<String> {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let mut command = Command::new("soffice");
    command
        // A profile of its own, so that no other window of LibreOffice answers.
        .arg(format!("-env:UserInstallation=file://{}", home.path().join("profile").display()))
        .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(home.path().join("texts"));
    let name = |at: usize| format!("{at:03}");
    for (at, (_, bytes)) in documents.iter().enumerate() {
        let file = home.path().join(name(at)).with_extension("docx");
        std::fs::write(&file, bytes).expect("the document can be written");
        command.arg(file);
    }
    let output = command.output().expect("LibreOffice can be run: apt-get install libreoffice-writer");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let read = |at: usize| {
        let file = home.path().join("texts").join(name(at)).with_extension("txt");
        std::fs::read_to_string(file)
            .unwrap_or_else(|error| panic!("{} is not opened: {error}\n{said}", documents[at].0))
    };
    (0..documents.len()).map(read).collect()
}

/// What is wrong with what LibreOffice shows of some documents.
fn differences(built: &Built, stems: &[&str]) -> Vec<String> {
    let documents: Vec<(String, &[u8])> =
        stems.iter().map(|stem| (stem.to_string(), built.files[&format!("{stem}.docx")].as_slice())).collect();
    let mut wrong = Vec::new();
    for (text, stem) in opened(&documents).iter().zip(stems) {
        // LibreOffice's text files leave footnotes out.
        let parts = parts(&built.files[&format!("{stem}.docx")]);
        let notes = Document::parse(text_of(&parts, "word/footnotes.xml")).map(|notes| text_within(&notes));
        let found = words(&format!("{text} {}", notes.expect("footnotes are XML")));
        let (expected, advice) = expected(built, stem);
        let mut rest = found.iter();
        for (at, word) in expected.iter().enumerate() {
            if !rest.any(|other| other == word) {
                let before = &expected[at.saturating_sub(6)..=at];
                wrong.push(format!("{stem}: the end of «{}» is not in the document", before.join(" ")));
                break;
            }
        }
        // Numbers of lists and footnotes, and where links lead, are said beside the text.
        if found.len() > expected.len() * 5 / 4 + 60 {
            wrong.push(format!("{stem}: the document has {} words, its page {}", found.len(), expected.len()));
        }
        for advice in advice.iter().filter(|advice| advice.len() >= 4) {
            let length = advice.len().min(8);
            if found.windows(length).any(|words| *words == advice[..length]) {
                wrong.push(format!("{stem}: «{}» is sent", advice[..length].join(" ")));
            }
        }
    }
    wrong
}

#[test]
fn libreoffice_shows_what_the_page_says() {
    let mut wrong = Vec::new();
    for built in [&*FORMS, &*REPOSITORY] {
        wrong.extend(differences(built, &built.documents().iter().map(|(stem, _)| *stem).collect::<Vec<_>>()));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_document_holds_pictures_heads_code_footnotes_and_links() {
    let parts = FORMS.document("ru/guide/order");
    let document = text_of(&parts, "word/document.xml");
    let xml = Document::parse(document).expect("XML");
    let named = |name: &'static str| xml.descendants().filter(move |node| node.tag_name().name() == name);
    // The first row of the one table repeats itself, and no row is divided.
    assert_eq!(named("tblHeader").count(), 1);
    assert_eq!(named("cantSplit").count(), named("tr").count());
    let pictures: Vec<_> = named("docPr").filter_map(|node| attribute(node, "descr")).collect();
    assert_eq!(pictures, ["Схема: от ворот налево", "Двор школы"]);
    // Half a sheet wide, and as wide as the text.
    let sizes: Vec<_> = named("extent").filter_map(|node| attribute(node, "cx")?.parse::<u64>().ok()).collect();
    assert_eq!(sizes, [40 * 9525, 9638 * 635]);
    assert!(parts.keys().any(|name| name.ends_with(".png")) && parts.keys().any(|name| name.ends_with(".jpeg")));
    assert!(parts.iter().all(|(name, bytes)| !name.contains("media/") || !bytes.windows(4).any(|at| at == b"Exif")));
    assert!(document.contains("Рисунок на странице сайта: План двора"), "{document}");
    let code: Vec<_> = named("r")
        .filter(|run| run.descendants().any(|node| attribute(node, "ascii") == Some("Courier New")))
        .collect();
    let code = code
        .iter()
        .find(|run| run.descendants().any(|node| node.text() == Some("строка 1")))
        .expect("the code is there");
    let lines: Vec<&str> = code.children().map(|node| node.tag_name().name()).collect();
    assert_eq!(lines, ["rPr", "t", "br", "t"]);
    assert!(text_of(&parts, "word/footnotes.xml").contains("Вход со двора."));
    let links = text_of(&parts, "word/_rels/document.xml.rels");
    assert!(links.contains("Target=\"https://example.kg/a?b=1&amp;c=2\""), "{links}");
    // Without an address of the site a link says the title of what it leads to.
    assert!(document.contains("(«Письмо»)"), "{document}");
    assert!(!links.contains("letter.html"), "{links}");
    let own = build(&forms(), Some("https://example.kg/site"));
    let parts = own.document("ru/guide/order");
    let links = text_of(&parts, "word/_rels/document.xml.rels");
    assert!(links.contains("Target=\"https://example.kg/site/ru/guide/letter.html#hello\""), "{links}");
    assert!(!text_of(&parts, "word/document.xml").contains("(«Письмо»)"));
}

#[test]
fn a_borrowed_text_keeps_its_language() {
    let parts = FORMS.document("ky/guide/letter");
    assert!(text_of(&parts, "word/styles.xml").contains("<w:lang w:val=\"ru-RU\""));
    // What stands around it is in the reader's.
    assert!(text_of(&parts, "word/footer1.xml").contains("<w:lang w:val=\"ky-KG\""));
}

#[test]
fn documents_have_the_same_bytes_on_every_build() {
    let again = build(&forms(), None);
    for (stem, bytes) in FORMS.documents() {
        assert!(again.files[&format!("{stem}.docx")] == bytes, "{stem}");
    }
}
