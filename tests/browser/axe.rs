//! Every page under axe, which finds what keeps people out. Contrast, by far its slowest rule, depends on the style sheet
//! and not on the text: it is measured on the longest page of each kind, in light and in dark colours.

use std::fs;

use crate::browser::{Browser, DESKTOP, PHONE, Scheme, Screen};
use crate::server::Way;
use crate::site::Page;
use crate::{checker, expect_none, site};

/// Runs rules of axe, those of good practice too; one line a violation.
const RUN: &str = r#"
    return axe.run(document, { resultTypes: ["violations"], rules }).then(found => found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id} (${rule.help}): ${node.target.join(" ")} ${node.failureSummary.split("\n")[1]}`)));
"#;

/// Which rules are applied.
#[derive(Clone, Copy)]
enum Rules {
    All,
    AllButContrast,
}

/// What axe has against the page as it stands, once the test's own `before` has run in it.
pub async fn violations(browser: &Browser, before: &str) -> Vec<String> {
    violations_of(browser, Rules::All, before).await
}

async fn violations_of(browser: &Browser, rules: Rules, before: &str) -> Vec<String> {
    let axe = fs::read_to_string(checker("axe-core/axe.min.js")).expect("axe can be read");
    let rules = match rules {
        Rules::All => "{}",
        Rules::AllButContrast => "{ 'color-contrast': { enabled: false } }",
    };
    browser.eval(&format!("{axe};{before};const rules = {rules};{RUN}")).await
}

/// Checks these pages, each after the test's own `before` has run in it.
async fn check<'p>(
    pages: impl IntoIterator<Item = &'p Page>,
    rules: Rules,
    screen: Screen,
    scheme: Scheme,
    before: &str,
) {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.screen(screen).await;
    browser.scheme(scheme).await;
    let mut problems = Vec::new();
    for page in pages {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        let found = violations_of(&browser, rules, before).await;
        problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", page.path)));
    }
    expect_none(&format!("violations at {} {scheme:?}", screen.width), &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_any_page() {
    check(&site::own().pages, Rules::AllButContrast, DESKTOP, Scheme::Light, "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_light_colours() {
    check(site::own().samples(), Rules::All, DESKTOP, Scheme::Light, "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_dark_colours() {
    check(site::own().samples(), Rules::All, DESKTOP, Scheme::Dark, "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_a_phone() {
    check(site::own().samples(), Rules::All, PHONE, Scheme::Light, "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_a_phone_with_everything_open() {
    let open = "document.querySelectorAll('details').forEach(part => { part.open = true; })";
    check(site::own().samples(), Rules::All, PHONE, Scheme::Dark, open).await;
}
