//! A text at a desk and on a phone: columns, tables, long pages.

use serde::Deserialize;

use crate::browser::chromium::{Browser, PHONE, Screen};
use crate::browser::server::Way;
use crate::{expect_none, site};

const CHAPTER: &str = "ru/handbook/why/index.html";
/// The narrowest desk, and a usual one.
const DESKS: [Screen; 2] =
    [Screen { width: 1024, height: 768, density: 1 }, Screen { width: 1440, height: 900, density: 1 }];

async fn open(path: &str) -> Browser {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.open(&base.join(path).expect("well-formed")).await;
    browser
}

#[derive(Debug, Deserialize)]
struct Columns {
    map: (f64, f64),
    head: f64,
    body: (f64, f64),
    contents: (f64, f64),
    open: usize,
}

#[tokio::test(flavor = "multi_thread")]
async fn at_a_desk_chapters_text_and_contents_stand_side_by_side() {
    for screen in DESKS {
        let browser = open(CHAPTER).await;
        browser.screen(screen).await;
        let columns: Columns = browser
            .eval(
                "const box = part => { const box = document.querySelector(part).getBoundingClientRect(); return [box.left, box.right]; };
                 return { map: box('.near'), head: box('.title h1')[0], body: box('.prose > p'), contents: box('.toc'),
                     open: document.querySelectorAll('.near li > ul').length };",
            )
            .await;
        assert!(columns.map.1 < columns.body.0 && columns.body.1 < columns.contents.0, "{columns:?}");
        assert!((columns.head - columns.body.0).abs() < 0.5, "one left edge: {columns:?}");
        assert!(columns.contents.1 <= f64::from(screen.width) && columns.map.0 >= 0.0, "{columns:?}");
        assert_eq!(columns.open, 1, "the chapter that is read is open, and no other");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contents_mark_the_section_that_is_read() {
    let browser = open(CHAPTER).await;
    browser.screen(DESKS[1]).await;
    let marked = "return document.querySelector('.toc [aria-current]')?.hash ?? null";
    browser.wait_for("nothing to be marked at the top", &format!("return (() => {{ {marked} }})() === null")).await;
    for n in [2, 1] {
        let there = format!(
            "const link = document.querySelectorAll('.toc a')[{n}]; document.getElementById(link.hash.slice(1)).scrollIntoView(); return true"
        );
        assert!(browser.eval::<bool>(&there).await);
        let is_marked = format!(
            "return document.querySelectorAll('.toc [aria-current]').length === 1 && document.querySelectorAll('.toc a')[{n}].hasAttribute('aria-current')"
        );
        browser.wait_for("the section to be marked", &is_marked).await;
    }
}

/// What of the tables on a page a narrow screen cuts without a sign.
const CUT: &str = r#"
    const wrong = [];
    for (const frame of document.querySelectorAll(".table")) {
        if (!frame.checkVisibility()) { continue; }
        const more = frame.scrollWidth - frame.clientWidth;
        const name = frame.getAttribute("aria-label");
        if (!name) { wrong.push("a table without a name"); }
        if (frame.classList.contains("cards")) {
            if (more > 1) { wrong.push(`${name}: the cards are ${more} pixels too wide`); }
            const labels = frame.querySelectorAll("[data-label]").length;
            if (frame.querySelectorAll("thead th").length > 1 && labels === 0) { wrong.push(`${name}: no labels`); }
        } else if (more > 1) {
            const first = frame.querySelector("tbody tr > :first-child");
            frame.scrollLeft = more;
            const left = first.getBoundingClientRect().left - frame.getBoundingClientRect().left;
            if (Math.abs(left) > 1) { wrong.push(`${name}: the first column goes out of sight`); }
            if (!getComputedStyle(frame, "::before").content.match(/\d/)) { wrong.push(`${name}: no number of columns`); }
            if (!getComputedStyle(frame).backgroundImage.includes("gradient")) { wrong.push(`${name}: no edge`); }
            frame.scrollLeft = 0;
        }
    }
    if (document.scrollingElement.scrollWidth > document.documentElement.clientWidth) { wrong.push("the page scrolls sideways"); }
    return wrong;
"#;

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_tables_are_cards_or_keep_their_first_column() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    // Without scripts, so that nothing but the sheet can help.
    browser.devtools("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await;
    browser.screen(PHONE).await;
    let mut problems = Vec::new();
    let mut tables = 0;
    for page in site.checked().into_iter().filter(|page| page.kind == "page" || page.kind == "data") {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        for percent in [100, 115, 150, 200] {
            let enlarge = format!(
                "document.documentElement.style.fontSize = '{}px'; return document.querySelectorAll('.table').length",
                16.5 * f64::from(percent) / 100.0
            );
            tables += browser.eval::<usize>(&enlarge).await;
            let wrong: Vec<String> = browser.eval(CUT).await;
            problems.extend(wrong.into_iter().map(|wrong| format!("{} at {percent} %: {wrong}", page.path)));
        }
    }
    browser.devtools("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": false })).await;
    expect_none("tables that a phone cuts", &problems);
    assert!(tables > 20, "{tables} tables");
}

/// More than this a phone cannot hold at once.
const MOST_ELEMENTS: usize = 6000;

#[test]
fn no_page_for_reading_has_too_many_elements() {
    let site = site::own();
    let size = |path: &str| {
        let html = site::read(&site.folder, path);
        let bytes = html.as_bytes();
        bytes.windows(2).filter(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic()).count()
    };
    let is_for_paper = |path: &str| path.contains("/booklet/") || path.contains("/whole-print");
    let long = site.pages.iter().filter(|page| !is_for_paper(&page.path)).filter_map(|page| {
        let elements = size(&page.path);
        (elements > MOST_ELEMENTS).then(|| format!("{}: {elements}", page.path))
    });
    expect_none("pages of too many elements", &long.collect::<Vec<_>>());
    assert!(size("ru/handbook/whole-print.html") > MOST_ELEMENTS, "all of it stands on one page for paper");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_page_has_a_way_up_and_a_short_one_none() {
    let browser = open("ru/handbook/whole-2.html").await;
    browser.screen(PHONE).await;
    let shown = "const box = document.querySelector('.up a').getBoundingClientRect(); return box.bottom > 0 && box.bottom <= innerHeight && box.height >= 24";
    assert!(!browser.eval::<bool>(shown).await, "not on the first screen");
    let down = "scrollTo(0, 9000); return true";
    assert!(browser.eval::<bool>(down).await);
    browser.wait_for("the way up", shown).await;
    browser.click(".up a").await;
    browser.wait_for("the top", "return scrollY === 0").await;
    let browser = open("ru/about.html").await;
    let grown: bool = browser
        .eval("const before = document.scrollingElement.scrollHeight; document.querySelector('.up').remove(); return before !== document.scrollingElement.scrollHeight")
        .await;
    assert!(!grown, "it takes no room");
}

/// What moves after it has been shown is the sum of these (CLS).
const SHIFT: &str = "return new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) { if (!entry.hadRecentInput) { sum += entry.value; } } })
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 700);
})";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_once_it_is_shown() {
    let base = Way::Root.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.screen(PHONE).await;
    let pages =
        ["ru/index.html", "ru/encyclopedia/cook.html", CHAPTER, "ru/search.html?q=повар", "ru/handbook/whole-2.html"];
    let mut problems = Vec::new();
    for page in pages {
        browser.open(&base.join(page).expect("well-formed")).await;
        let shift: f64 = browser.eval(SHIFT).await;
        if shift > 0.05 {
            problems.push(format!("{page}: {shift}"));
        }
    }
    expect_none("pages whose parts move", &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_is_no_stop_and_leads_to_its_chapter() {
    let browser = open("ru/handbook/nrw/organisations.html").await;
    let (pager, chapter): (usize, Option<String>) = browser
        .eval("return [document.querySelectorAll('.pager a').length, document.querySelector('.shown-at a')?.getAttribute('href') ?? null]")
        .await;
    assert_eq!(pager, 0);
    assert!(chapter.is_some_and(|href| href.contains(".html#")), "it leads to where it stands");
}
