//! Pages on paper.

use serde::Deserialize;

use crate::browser::chromium::{Browser, Scheme};
use crate::browser::paper::Print;
use crate::browser::server::Way;
use crate::expect_none;
use crate::site::{self, Page};

/// What of a page is shown.
#[derive(Deserialize)]
struct Shown {
    /// Navigation and controls, which paper has no use for.
    idle: Vec<String>,
    heading: bool,
    /// Letters of the main text.
    text: usize,
    background: String,
    colour: String,
}

/// The head of a table that can be sorted is a button, but its words belong on paper.
const SHOWN: &str = r#"
    const is = element => element.checkVisibility();
    const idle = document.querySelectorAll("nav, header.head, button:not(.sort), .skip, .menu");
    return {
        idle: Array.from(idle).filter(is).map(element => element.outerHTML.slice(0, 80)),
        heading: is(document.querySelector("main h1")),
        text: document.querySelector("main").innerText.length,
        background: getComputedStyle(document.body).backgroundColor,
        colour: getComputedStyle(document.body).color,
    };
"#;

#[tokio::test(flavor = "multi_thread")]
async fn paper_shows_the_text_without_navigation() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    for page in site.checked() {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.media("print", scheme).await;
            let shown: Shown = browser.eval(SHOWN).await;
            assert!(shown.idle.is_empty(), "{}: paper shows {:?}", page.path, shown.idle);
            assert!(shown.heading, "{}: paper has no heading", page.path);
            assert!(shown.text > 20, "{}: paper has no text", page.path);
            let colours = (shown.background.as_str(), shown.colour.as_str());
            assert_eq!(colours, ("rgb(255, 255, 255)", "rgb(0, 0, 0)"), "{} {scheme:?}: paper is white", page.path);
        }
        browser.scheme(Scheme::Light).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_holds_every_word_of_pages_of_every_kind() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    // A publication of a hundred pages takes longer than the driver waits; the shortest one stands for all.
    let shortest = |page: &&Page| page.kind == "whole" && page.path.contains("/glossary/");
    let mut problems = Vec::new();
    for page in site.checked().into_iter().filter(|page| page.kind != "whole" || shortest(page)) {
        let print = Print::of(&browser, &base.join(&page.path).expect("well-formed")).await;
        problems.extend(print.lost().iter().map(|word| format!("{}: «{word}» is lost", page.path)));
        problems.extend(print.outside().iter().map(|word| format!("{}: «{word}» is outside of the sheet", page.path)));
        problems.extend(print.empty().iter().map(|sheet| format!("{}: sheet {sheet} is all but empty", page.path)));
    }
    expect_none("what paper gets wrong", &problems);
}
