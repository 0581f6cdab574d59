//! The search under axe, on paper, and in pictures for people to look at.

use serde::Deserialize;
use thirtyfour::prelude::*;

use super::Reader;
use crate::browser::axe;
use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme, Screen};
use crate::browser::screenshots::draw;
use crate::browser::server::Way;
use crate::expect_none;
use crate::site;

/// Every combination of screen and colours.
const VIEWS: [(Screen, Scheme, &str); 4] = [
    (DESKTOP, Scheme::Light, "desktop"),
    (DESKTOP, Scheme::Dark, "desktop-dark"),
    (PHONE, Scheme::Light, "phone"),
    (PHONE, Scheme::Dark, "phone-dark"),
];

async fn start(screen: Screen, scheme: Scheme) -> Reader {
    let browser = Browser::start().await;
    browser.screen(screen).await;
    browser.scheme(scheme).await;
    Reader::at(browser, Way::File, &site::own().folder, "index.html").await
}

impl Reader {
    /// Types into the box of a page, which a phone has put away.
    async fn look_up(&self, path: &str, query: &str) {
        self.open(path).await;
        if self.is("[...document.querySelectorAll('.find-open')].some(opener => opener.checkVisibility())").await {
            self.browser.click(".find-open").await;
        }
        self.type_in(query).await;
    }

    /// Opens a page whose words are marked.
    async fn open_marked(&self) {
        let mut url = self.base.join("ky/encyclopedia/accountant.html#what").expect("well-formed");
        url.query_pairs_mut().append_pair("hl", "бухгалтер,бухгалтери,бухгалтердик,эсептейт,эсебин");
        self.browser.open(&url).await;
        self.browser.wait_for("words are marked", "return document.querySelector('mark.hl') !== null").await;
    }

    /// Draws what is shown, and lets axe look at it.
    async fn look(&self, name: &str, problems: &mut Vec<String>) {
        draw(&self.browser, &format!("search-{name}")).await;
        let found = axe::violations(&self.browser, "").await;
        problems.extend(found.into_iter().map(|problem| format!("{name}: {problem}")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_wherever_one_searches() {
    let mut problems = Vec::new();
    for (screen, scheme, view) in VIEWS {
        let reader = start(screen, scheme).await;
        reader.look_up("ky/about.html", "бухгалтер").await;
        reader.searched("бухгалтер").await;
        reader.look(&format!("list-ky-{view}"), &mut problems).await;
        reader.browser.press(Key::Down).await;
        reader.look(&format!("list-selected-ky-{view}"), &mut problems).await;
        reader.look_up("ru/index.html", "найти работу").await;
        reader.searched("найти работу").await;
        reader.look(&format!("list-home-ru-{view}"), &mut problems).await;
        reader.look_up("ky/about.html", "осторожно").await;
        reader
            .browser
            .wait_for("there is nothing", "return document.querySelector('.find-ways button') !== null")
            .await;
        reader.look(&format!("list-none-ky-{view}"), &mut problems).await;
        for (lang, query, name) in [
            ("ky", "мектеп", "results-ky"),
            ("ru", "колледж", "results-ru"),
            ("ky", "бугалтр", "corrected-ky"),
            ("ru", "ыыыщщщъъъ", "none-ru"),
        ] {
            reader.ask(lang, query).await;
            reader.settled().await;
            reader.look(&format!("{name}-{view}"), &mut problems).await;
        }
        reader.open("ky/search.html").await;
        reader.look(&format!("results-empty-ky-{view}"), &mut problems).await;
        reader.open("ky/alphabet.html").await;
        reader.look(&format!("alphabet-ky-{view}"), &mut problems).await;
        reader.open_marked().await;
        reader.look(&format!("marks-ky-{view}"), &mut problems).await;
    }
    expect_none("violations", &problems);
}

/// What paper shows of the results.
#[derive(Deserialize)]
struct Printed {
    /// Controls, which paper has no use for.
    idle: Vec<String>,
    hits: usize,
    /// Of marks on a page: how they look.
    marks: Vec<String>,
}

const PRINTED: &str = r##"
    const is = element => element.checkVisibility();
    const idle = document.querySelectorAll("button, form, .marks, .seek-filters, progress");
    return {
        idle: Array.from(idle).filter(is).map(element => element.outerHTML.slice(0, 80)),
        hits: Array.from(document.querySelectorAll(".seek-hit h3")).filter(is).length,
        marks: Array.from(document.querySelectorAll("mark"), mark => getComputedStyle(mark).color),
    };
"##;

#[tokio::test(flavor = "multi_thread")]
async fn paper_shows_the_results_and_no_controls() {
    let reader = start(DESKTOP, Scheme::Dark).await;
    reader.ask("ky", "мектеп").await;
    reader.settled().await;
    reader.browser.media("print", Scheme::Dark).await;
    let printed: Printed = reader.browser.eval(PRINTED).await;
    assert_eq!((printed.idle, printed.hits), (Vec::new(), 10));
    assert!(
        reader.browser.eval::<String>("return document.querySelector('main').innerText").await.contains("«мектеп»")
    );
    draw(&reader.browser, "search-results-ky-print").await;

    reader.open_marked().await;
    draw(&reader.browser, "search-marks-ky-print").await;
    let printed: Printed = reader.browser.eval(PRINTED).await;
    assert_eq!(printed.idle, Vec::<String>::new());
    assert!(printed.marks.iter().all(|colour| colour == "rgb(0, 0, 0)"), "{:?}", printed.marks);
    reader.leaves_cleanly().await;
}
