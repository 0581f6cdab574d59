//! The search on a phone.

use serde_json::json;

use super::Reader;
use crate::browser::chromium::{Browser, PHONE};
use crate::browser::server::Way;
use crate::expect_none;
use crate::site;

/// Controls that a finger would miss, and what sticks out of the screen.
const NARROW: &str = r#"
    const problems = [];
    if (document.scrollingElement.scrollWidth > innerWidth) problems.push("the page scrolls sideways");
    const controls = document.querySelectorAll(".find :is(a, button), .seek :is(button, h3 a, .seek-sections a, .find-ways a), .marks button");
    for (const control of controls) {
        const box = control.getBoundingClientRect();
        if (!control.checkVisibility({ visibilityProperty: true }) || control.closest(".hush")) continue;
        const name = control.className + " " + control.textContent.trim().slice(0, 40);
        if (box.height < 43.5 || box.width < 43.5) problems.push(`${name}: ${box.width} by ${box.height}`);
    }
    return problems;
"#;

async fn start(way: Way, path: &str) -> Reader {
    let browser = Browser::start().await;
    browser.screen(PHONE).await;
    browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })).await;
    Reader::at(browser, way, &site::own().folder, path).await
}

impl Reader {
    async fn narrow(&self, what: &str) {
        let problems: Vec<String> = self.browser.eval(NARROW).await;
        expect_none(&format!("what does not fit a phone, {what}"), &problems);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finger_finds_its_way_from_the_header_to_the_place() {
    for (way, lang, query, page) in [(Way::File, "ky", "пенсия", "first-months"), (Way::Root, "ru", "резюме", "cv")]
    {
        let reader = start(way, &format!("{lang}/encyclopedia/cook.html")).await;
        assert!(!reader.is("document.querySelector('#site-q').checkVisibility()").await, "the box is put away");
        reader.narrow("at first").await;
        reader.browser.tap(".find-open").await;
        reader.browser.wait_for("the box opens", "return document.activeElement.id === 'site-q'").await;
        let wide = "const box = document.querySelector('.find-sheet').getBoundingClientRect();
            return box.left <= 1 && box.right >= innerWidth - 1";
        assert!(reader.browser.eval::<bool>(wide).await, "as wide as the screen");
        assert!(!reader.is("document.querySelector('.find-clear').checkVisibility()").await);

        reader.type_in("ыыыы").await;
        reader.browser.tap(".find-clear").await;
        reader.browser.wait_for("the box is emptied", "return document.querySelector('#site-q').value === ''").await;
        reader.type_in(query).await;
        reader.searched(query).await;
        reader.narrow("with results").await;
        let row = reader.rows().await.into_iter().find(|row| row.href.contains(page)).expect("it is found");
        let selector = format!("#site-hits a[href*='{page}']");
        reader
            .browser
            .eval::<()>(&format!("document.querySelector(\"{selector}\").scrollIntoView({{ block: 'center' }})"))
            .await;
        reader.browser.tap(&selector).await;
        reader.browser.wait_for("the page opens", "return document.querySelector('mark.hl') !== null").await;
        assert_eq!(reader.browser.url().await.as_str(), row.href);
        reader.narrow("with marks").await;
        reader.browser.tap(".marks button").await;
        reader.browser.wait_for("the marks go", "return document.querySelector('mark.hl') === null").await;
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_results_page_fits_a_phone() {
    let reader = start(Way::File, "index.html").await;
    for (lang, query) in [("ky", "мектеп"), ("ru", "колледж"), ("ru", "ыыыщщщъъъ"), ("ky", "бугалтр")]
    {
        reader.ask(lang, query).await;
        reader.settled().await;
        reader.narrow(query).await;
    }
    reader.open("ky/search.html").await;
    reader.narrow("without a query").await;
    reader.leaves_cleanly().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_open_box_closes_step_by_step() {
    let reader = start(Way::File, "ru/about.html").await;
    reader.browser.tap(".find-open").await;
    reader.browser.wait_for("the box opens", "return document.activeElement.id === 'site-q'").await;
    reader.type_in("школа").await;
    reader.searched("школа").await;
    let open = "document.querySelector('.find-sheet').checkVisibility()";
    reader.browser.press(thirtyfour::Key::Escape).await;
    assert!(reader.is(open).await, "first the list closes");
    assert!(!reader.is("document.querySelector('.find-panel').checkVisibility()").await);
    reader.browser.press(thirtyfour::Key::Escape).await;
    assert!(!reader.is(open).await, "then the box");
    assert!(reader.is("document.activeElement.matches('.find-open')").await, "and the focus is where it came from");
    reader.leaves_cleanly().await;
}
