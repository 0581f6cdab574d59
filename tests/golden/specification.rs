//! The examples of the CommonMark specification, and our own of what GitHub's dialect (GFM) adds to it, through our writer.
//!
//! `SPECIFICATION.md` lists the examples whose pages differ from what is wanted, each with the reason. One that differs
//! and is not listed fails, and so does one that is listed and does not differ.
//!
//! Both sides are compared as trees of elements with their texts. So that a difference is one of what is read and not of
//! how it is written down,
//! - of attributes only `href`, `src`, `alt`, `title`, `start` and the alignment of cells count; addresses are compared
//!   as `parse_href` divides them, after the slash at the beginning of `/url` and `/uri`, which our pages refuse, has
//!   been taken from both sides;
//! - a first-level heading counts as one of the second level, which our pages make of it;
//! - quotation marks of all kinds are one, as are apostrophes, spaces of all kinds (but in code), and `…` and `...`;
//! - what our pages add is left out: anchors of headings, frames of tables, colours of code; a figure without a caption
//!   counts as a paragraph, and a box to tick is ☑ or ☐ on both sides.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use bagyt::diag::{Diagnostics, Place};
use bagyt::parse::markdown::{self, Writing};
use bagyt::parse::{Href, Link, Phrases, parse_href};
use bagyt::text::{Destination, Picture, Placing, References, html};
use scraper::{ElementRef, Html, Node};

/// An example: its name, what is written, and the HTML that it must become.
struct Example {
    name: String,
    markdown: String,
    html: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The specification, which npm installed.
fn specification() -> String {
    let file: PathBuf = root().join("tests/node_modules/commonmark-spec/spec.txt");
    fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!("{}: {error}. Run tests/run once: it installs what the tests need.", file.display())
    })
}

/// The examples of a text in the specification's own form.
fn examples(text: &str, name: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    let mut parts = text.split(&fence).skip(1);
    while let (Some(example), Some(_)) = (parts.next(), parts.next()) {
        let Some(example) = example.strip_prefix(" example\n") else { continue };
        let (markdown, html) = match example.strip_prefix(".\n") {
            Some(html) => ("", html),
            None => example.split_once("\n.\n").expect("an example has two parts"),
        };
        examples.push(Example {
            name: format!("{name} {}", examples.len() + 1),
            markdown: format!("{markdown}\n").replace('→', "\t").replace("/ur", "ur"),
            html: html.replace('→', "\t").replace("/ur", "ur"),
        });
    }
    examples
}

/// What our writer makes of Markdown, with its links as they were written.
fn written(text: &str) -> String {
    let (mut links, mut out) = (Vec::new(), Diagnostics::new());
    let file = "example.md".into();
    let place = |_: Range<usize>| Place::file(&file);
    let phrases = Phrases::default();
    let mut writing = Writing { phrases: &phrases, raw_html: true, place: &place, links: &mut links, out: &mut out };
    let body = markdown::page(text, &mut writing).expect("no example is deep");
    html::write(&body.text, &Written(&links), Placing::default(), None)
}

/// Links as they were written.
struct Written<'l>(&'l [Link]);

impl References for Written<'_> {
    fn link(&self, link: u32) -> Option<Destination> {
        let Link { href, image, .. } = self.0.get(link as usize)?;
        let address = address(href);
        Some(match image {
            // The addresses of pictures are made by the build and are written as they are.
            true => Destination::Picture(Picture {
                address: address.replace('"', "&quot;"),
                copies: String::new(),
                width: 1,
                height: 1,
            }),
            false => Destination::Address(address),
        })
    }
}

fn address(href: &Href) -> String {
    match href {
        Href::Here(anchor) => format!("#{anchor}"),
        Href::Relative { path, anchor: None } => path.clone(),
        Href::Relative { path, anchor: Some(anchor) } => format!("{path}#{anchor}"),
        Href::Outside(url) => url.clone(),
        Href::Refused(refused) => format!("({})", refused.why.text(bagyt::messages::Locale::En)),
    }
}

/// Elements that stand in a line of text.
const INLINE: [&str; 12] = ["a", "abbr", "b", "code", "del", "em", "i", "img", "kbd", "strong", "sub", "sup"];

/// The tree of a text of HTML: an element a line, or in the line of its text.
fn tree(html: &str) -> String {
    let mut tree = String::new();
    let fragment = Html::parse_fragment(html);
    children(fragment.root_element(), false, 0, &mut tree);
    tree.trim().to_string()
}

fn children(parent: ElementRef, code: bool, depth: usize, to: &mut String) {
    for child in parent.children() {
        match ElementRef::wrap(child) {
            Some(element) => self::element(element, code, depth, to),
            None => {
                if let Node::Text(text) = child.value() {
                    self::text(text, code, to);
                }
            }
        }
    }
}

fn text(text: &str, code: bool, to: &mut String) {
    for c in text.chars() {
        match c {
            '«' | '»' | '„' | '“' | '”' => to.push('"'),
            '‘' | '’' => to.push('\''),
            '…' => to.push_str("..."),
            '\u{2060}' => {}
            c if c.is_whitespace() && !code => {
                if !to.ends_with([' ', '\n']) {
                    to.push(' ');
                }
            }
            c => to.push(c),
        }
    }
}

fn element(element: ElementRef, code: bool, depth: usize, to: &mut String) {
    let class = |wanted: &str| element.value().classes().any(|class| class == wanted);
    let mut name = element.value().name();
    match name {
        "a" if class("anchor") => return,
        "span" if class("box") => {
            let mark = if element.value().attr("data-done").is_some() { "☑" } else { "☐" };
            return to.push_str(mark);
        }
        "input" => {
            let mark = if element.value().attr("checked").is_some() { "☑" } else { "☐" };
            return to.push_str(mark);
        }
        "div" if class("table") => return children(element, code, depth, to),
        "span" if code || class("blank") => return children(element, code, depth, to),
        "tbody" if element.child_elements().next().is_none() => return,
        // Only the markup of an empty head's cell is different.
        "td" if element
            .parent()
            .and_then(|row| row.parent())
            .and_then(ElementRef::wrap)
            .is_some_and(|part| part.value().name() == "thead") =>
        {
            name = "th";
        }
        "h1" => name = "h2",
        "figure" => name = "p",
        _ => {}
    }
    let mut tag = name.to_string();
    for attribute in ["href", "src", "alt", "title", "start"] {
        let Some(value) = element.value().attr(attribute) else { continue };
        let value = if matches!(attribute, "href" | "src") { address(&parse_href(value)) } else { value.to_string() };
        tag.push_str(&format!(" {attribute}="));
        self::text(&value, false, &mut tag);
    }
    let aligned =
        ["left", "center", "right"].into_iter().find(|side| element.value().attr("align") == Some(side) || class(side));
    tag.extend(aligned.into_iter().flat_map(|side| [" ", side]));
    if INLINE.contains(&name) {
        to.push_str(&format!("‹{tag}›"));
        children(element, code, depth, to);
        if name != "img" {
            to.push_str(&format!("‹/{name}›"));
        }
        return;
    }
    line(to, depth, &tag);
    children(element, code || name == "pre", depth + 1, to);
    if name != "br" && name != "hr" {
        line(to, depth, &format!("/{name}"));
    }
}

/// The tag of a block on a line of its own.
fn line(to: &mut String, depth: usize, tag: &str) {
    to.truncate(to.trim_end().len());
    to.push_str(&format!("\n{}‹{tag}›\n", " ".repeat(depth)));
}

/// The examples that differ, each with the reason.
fn listed() -> BTreeMap<String, String> {
    let file = root().join("tests/golden/SPECIFICATION.md");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut listed = BTreeMap::new();
    for line in text.lines() {
        let Some((names, reason)) = line.strip_prefix("- ").and_then(|line| line.split_once(": ")) else { continue };
        let (kind, numbers) = names.split_once(' ').expect("a kind and numbers");
        for number in numbers.split(", ") {
            let twice = listed.insert(format!("{kind} {number}"), reason.to_string());
            assert_eq!(twice, None, "{kind} {number} is listed twice");
        }
    }
    listed
}

#[test]
fn the_specification_is_followed() {
    let own = fs::read_to_string(root().join("tests/golden/gfm.txt")).expect("our own examples are there");
    let mut all = examples(&specification(), "CommonMark");
    assert_eq!(all.len(), 652, "the examples of CommonMark 0.31.2");
    all.extend(examples(&own, "GFM"));
    let mut listed = listed();
    let mut wrong = Vec::new();
    for Example { name, markdown, html } in &all {
        let (wanted, found) = (tree(html), tree(&written(markdown)));
        match (listed.remove(name), wanted == found) {
            (None, false) => {
                wrong.push(format!("{name} differs\n{markdown}--- wanted\n{wanted}\n--- found\n{found}\n"))
            }
            (Some(_), true) => wrong.push(format!("{name} is listed in SPECIFICATION.md and does not differ\n")),
            _ => {}
        }
    }
    wrong.extend(listed.into_keys().map(|name| format!("{name} is listed and does not exist\n")));
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}
