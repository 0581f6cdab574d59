//! Every page under axe, which finds what keeps people out.

use std::fs;

use crate::browser::{Browser, DESKTOP, PHONE, Scheme, Screen};
use crate::server::Way;
use crate::{checker, expect_none, site};

/// Runs all rules of axe, those of good practice too; one line a violation.
const RUN: &str = r#"
    return axe.run(document, { resultTypes: ["violations"] }).then(found => found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id} (${rule.help}): ${node.target.join(" ")} ${node.failureSummary.split("\n")[1]}`)));
"#;

async fn check_all(screen: Screen, scheme: Scheme) {
    let site = site::own();
    let axe = fs::read_to_string(checker("axe-core/axe.min.js")).expect("axe can be read");
    let script = format!("{axe};{RUN}");
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    browser.screen(screen).await;
    browser.scheme(scheme).await;
    let mut problems = Vec::new();
    for page in &site.pages {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        let found: Vec<String> = browser.eval(&script).await;
        problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", page.path)));
    }
    expect_none(&format!("violations at {} {scheme:?}", screen.width), &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_light_colours() {
    check_all(DESKTOP, Scheme::Light).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_dark_colours() {
    check_all(DESKTOP, Scheme::Dark).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_a_phone() {
    check_all(PHONE, Scheme::Light).await;
}
