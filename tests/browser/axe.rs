//! Pages under axe, which finds what keeps people out: on a desktop and a phone, in light and dark, with everything open.

use std::fs;

use serde_json::json;

use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme, Screen};
use crate::browser::server::Way;
use crate::{checker, expect_none, site};

/// Runs all rules of axe, those of good practice too; one line a violation.
const RUN: &str = r#"
    return axe.run(document, { resultTypes: ["violations"] }).then(found => found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id} (${rule.help}): ${node.target.join(" ")} ${node.failureSummary.split("\n")[1]}`)));
"#;

/// What axe has against the page as it stands, once the test's own `before` has run in it.
pub async fn violations(browser: &Browser, before: &str) -> Vec<String> {
    if !browser.eval::<bool>("return 'axe' in window").await {
        let axe = fs::read_to_string(checker("axe-core/axe.min.js")).expect("axe can be read");
        // Not a part of the page's scripts: its policy would forbid it.
        browser.eval::<()>(&format!("(0, eval)({}); return null", json!(axe))).await;
    }
    browser.eval(&format!("{before};{RUN}")).await
}

/// Opens everything that can be opened.
const OPEN: &str = "document.querySelectorAll('details').forEach(part => { part.open = true; })";

/// The states in which a page is looked at, one after the other.
const STATES: [(Screen, Scheme, &str); 4] = [
    (DESKTOP, Scheme::Light, ""),
    (DESKTOP, Scheme::Dark, ""),
    (PHONE, Scheme::Light, ""),
    (PHONE, Scheme::Dark, OPEN),
];

async fn check(lang: &str) {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let mut problems = Vec::new();
    for page in site::own().checked().into_iter().filter(|page| page.lang == lang) {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        for (screen, scheme, before) in STATES {
            browser.screen(screen).await;
            browser.scheme(scheme).await;
            let found = violations(&browser, before).await;
            let name = format!("{} at {} {scheme:?}", page.path, screen.width);
            problems.extend(found.into_iter().map(|problem| format!("{name}: {problem}")));
        }
    }
    expect_none("violations", &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_kyrgyz_pages() {
    check("ky").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_russian_pages() {
    check("ru").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_english_pages() {
    check("en").await;
}
