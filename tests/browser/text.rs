//! What texts can do: terms, figures, tables, worksheets, a publication on one page.

use serde::Deserialize;
use thirtyfour::prelude::*;

use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme};
use crate::browser::finder::sheet_count;
use crate::browser::server::Way;
use crate::site::Page;
use crate::{expect_none, site};

/// A page that uses terms.
const WITH_TERMS: &str = "ru/handbook/why/index.html";

async fn open(path: &str) -> Browser {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.open(&base.join(path).expect("well-formed")).await;
    browser
}

#[derive(Debug, Deserialize)]
struct Pop {
    text: String,
    focus: bool,
    inside: bool,
    label: String,
}

const POP: &str = r#"
    const pop = document.querySelector(".term-pop");
    if (!pop) { return null; }
    const box = pop.getBoundingClientRect();
    return {
        text: pop.textContent, focus: pop.contains(document.activeElement), label: pop.getAttribute("aria-label"),
        inside: box.left >= 0 && box.right <= document.documentElement.clientWidth && box.bottom <= innerHeight,
    };
"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_term_opens_where_it_stands_and_closes_with_escape() {
    for screen in [DESKTOP, PHONE] {
        let browser = open(WITH_TERMS).await;
        browser.screen(screen).await;
        let note: String = browser
            .eval("const link = document.querySelector('a.term'); link.scrollIntoView({ block: 'center' }); link.focus(); return document.querySelector(link.hash + ' .term-text').textContent")
            .await;
        browser.press(Key::Enter).await;
        let pop: Option<Pop> = browser.eval(POP).await;
        let pop = pop.expect("the definition is shown");
        assert!(pop.text.starts_with(&note) && note.len() > 40, "{note:?} is not what stands in {pop:?}");
        assert!(pop.focus && pop.inside && !pop.label.is_empty(), "{pop:?}");
        let expanded: String =
            browser.eval("return document.querySelector('a.term').getAttribute('aria-expanded')").await;
        assert_eq!(expanded, "true");
        browser.press(Key::Escape).await;
        let back: bool = browser
            .eval("return !document.querySelector('.term-pop') && document.activeElement === document.querySelector('a.term')")
            .await;
        assert!(back, "Escape closes it and the focus is back on the term");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_closes_when_one_goes_on() {
    let browser = open(WITH_TERMS).await;
    browser.click("a.term").await;
    browser.wait_for("the definition", "return !!document.querySelector('.term-pop')").await;
    browser.press(Key::Tab).await;
    browser.press(Key::Tab).await;
    browser.press(Key::Tab).await;
    browser.wait_for("it to close", "return !document.querySelector('.term-pop')").await;
    // A second one takes the place of the first.
    let count: usize = browser
        .eval("const links = document.querySelectorAll('a.term'); links[0].click(); links[1].click(); return document.querySelectorAll('.term-pop').length")
        .await;
    assert_eq!(count, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_a_term_leads_to_its_note_and_back() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.devtools("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await;
    browser.open(&base.join(WITH_TERMS).expect("well-formed")).await;
    let link = browser.find(By::Css("a.term")).await.expect("a term");
    link.scroll_into_view().await.expect("the term is there");
    link.click().await.expect("the term can be followed");
    let there = browser.url().await;
    let note = there.fragment().expect("the address of the note").to_string();
    assert!(note.starts_with("term-"), "{note}");
    let back = browser.find(By::Css(format!("#{note} .fn-back"))).await.expect("the way back");
    back.click().await.expect("the way back can be taken");
    assert_eq!(browser.url().await.fragment(), Some("term-at-1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_terms_are_numbered_notes() {
    let browser = open(WITH_TERMS).await;
    browser.media("print", Scheme::Light).await;
    let shown: Vec<bool> = browser
        .eval("return ['a.term .term-note', '.terms ol b', '.terms .fn-back'].map(part => document.querySelector(part).checkVisibility())")
        .await;
    assert_eq!(shown, [true, true, false]);
}

/// What of the drawings that are shown does not fit.
const MISFITS: &str = r#"
    const wrong = [];
    for (const svg of document.querySelectorAll("svg.drawing")) {
        const shown = getComputedStyle(svg).display !== "none";
        if (svg.classList.contains("wide") === (WIDE) !== shown) { wrong.push("the other drawing is shown"); }
        if (!shown) { continue; }
        const whole = svg.viewBox.baseVal;
        const scale = svg.getBoundingClientRect().width / whole.width;
        const boxes = Array.from(svg.querySelectorAll("rect")).map(rect => rect.getBBox());
        for (const text of svg.querySelectorAll("text")) {
            const box = text.getBBox();
            const size = parseFloat(getComputedStyle(text).fontSize) * scale;
            if (size < 11.5) { wrong.push(`${text.textContent}: ${size} pixels high`); }
            if (box.x < -1 || box.x + box.width > whole.width + 1) { wrong.push(`${text.textContent}: outside`); }
            if (text.classList.contains("level") || text.classList.contains("number")) { continue; }
            const fits = boxes.some(other => box.x >= other.x && box.x + box.width <= other.x + other.width
                && box.y >= other.y - 1 && box.y + box.height <= other.y + other.height + 1);
            if (!fits) { wrong.push(`${text.textContent}: not inside its box`); }
        }
        if (document.documentElement.scrollWidth > innerWidth) { wrong.push("the page scrolls sideways"); }
    }
    return wrong;
"#;

#[tokio::test(flavor = "multi_thread")]
async fn every_drawing_is_readable_on_a_phone_and_in_a_column() {
    let browser = Browser::start().await;
    let base = Way::File.open(&site::own().folder).await;
    let drawn = |page: &&Page| page.kind != "whole" && page.blocks.contains("svg.drawing");
    let all = site::own().all().filter(drawn).count();
    assert!(all >= 20, "{all} pages have drawings");
    let pages: Vec<&Page> = site::own().checked().into_iter().filter(drawn).collect();
    let mut problems = Vec::new();
    for (screen, wide) in [(PHONE, "false"), (DESKTOP, "true")] {
        browser.screen(screen).await;
        for page in &pages {
            browser.open(&base.join(&page.path).expect("well-formed")).await;
            browser.eval::<()>("return document.fonts.ready.then(() => null)").await;
            let wrong: Vec<String> = browser.eval(&MISFITS.replace("WIDE", wide)).await;
            problems.extend(wrong.into_iter().map(|what| format!("{} at {}: {what}", page.path, screen.width)));
        }
    }
    expect_none("drawings that do not fit", &problems);
}

/// The least contrast of a drawing's letters and lines with what lies under them, as WCAG computes it.
const CONTRAST: &str = r#"
    const rgb = colour => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
    const light = colour => rgb(colour).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((x, y) => y - x); return (x + 0.05) / (y + 0.05); };
    const paper = getComputedStyle(document.body).backgroundColor;
    const fill = part => getComputedStyle(document.querySelector(".drawing " + part)).fill;
    const texts = [contrast(fill(".name"), fill(".node"))];
    if (document.querySelector(".drawing .small")) { texts.push(contrast(fill(".small"), fill(".node"))); }
    if (document.querySelector(".drawing .level")) { texts.push(contrast(fill(".level"), paper)); }
    const edge = getComputedStyle(document.querySelector(".drawing .node")).stroke;
    return [Math.min(...texts), contrast(edge, paper)];
"#;

#[tokio::test(flavor = "multi_thread")]
async fn drawings_have_contrast_in_both_modes() {
    for path in ["ru/handbook/nrw/organisations.html", "ky/programme/steps.html"] {
        let browser = open(path).await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.scheme(scheme).await;
            let [letters, edges]: [f64; 2] = browser.eval(CONTRAST).await;
            assert!(letters >= 4.5 && edges >= 3.0, "{path} {scheme:?}: letters {letters:.1}, edges {edges:.1}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_has_the_wide_drawing_and_no_controls() {
    let browser = open("ky/handbook/model/index.html").await;
    browser.screen(PHONE).await;
    browser.media("print", Scheme::Light).await;
    let shown: Vec<bool> = browser
        .eval("return ['svg.wide', 'svg.narrow', '.behind', '.data-own'].map(part => document.querySelector('figure.data ' + part).checkVisibility())")
        .await;
    assert_eq!(shown, [true, false, false, false]);
    let tips: Vec<bool> = browser
        .eval("return Array.from(document.querySelectorAll('svg.wide .tip'), tip => tip.checkVisibility())")
        .await;
    assert!(!tips.is_empty() && tips.iter().all(|shown| *shown), "arrows have their tips: {tips:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_are_sorted_by_a_press_and_a_second_one_turns_them() {
    let browser = open("ru/handbook/workplace/roadmap.html").await;
    let column = "return Array.from(document.querySelectorAll('table[data-sortable] tbody tr')).map(row => Number(row.cells[0].dataset.sort))";
    let before: Vec<i64> = browser.eval(column).await;
    assert!(before.len() > 5, "{before:?}");
    let mut up = before.clone();
    up.sort_unstable();
    let mut down = up.clone();
    down.reverse();
    let focus = "document.querySelector('th button.sort').focus(); return true";
    assert!(browser.eval::<bool>(focus).await);
    browser.press(Key::Enter).await;
    assert_eq!(browser.eval::<Vec<i64>>(column).await, up);
    browser.press(Key::Enter).await;
    assert_eq!(browser.eval::<Vec<i64>>(column).await, down);
    let state: Vec<Option<String>> = browser
        .eval("return Array.from(document.querySelectorAll('thead th')).map(th => th.getAttribute('aria-sort'))")
        .await;
    assert_eq!(state[0].as_deref(), Some("descending"));
    assert!(state[1..].iter().all(Option::is_none), "{state:?}");
    // Words are sorted as the language has them, with ё beside е.
    browser.click("thead th:nth-child(2) button.sort").await;
    let words: Vec<String> = browser
        .eval("return Array.from(document.querySelectorAll('table[data-sortable] tbody tr')).map(row => row.cells[1].textContent.trim())")
        .await;
    let sorted: Vec<String> = browser
        .eval("return Array.from(document.querySelectorAll('table[data-sortable] tbody tr')).map(row => row.cells[1].textContent.trim()).sort(new Intl.Collator('ru', { numeric: true }).compare)")
        .await;
    assert_eq!(words, sorted);
}

/// Chromium has no Kyrgyz, and would use the rules of the system's language.
#[tokio::test(flavor = "multi_thread")]
async fn scripts_write_numbers_as_the_build_does() {
    for (path, forms) in
        [("ky/index.html", ["one", "other", "other", "other"]), ("ru/index.html", ["one", "few", "many", "one"])]
    {
        let browser = open(path).await;
        let named = "const words = document.createElement('p');
            for (const form of ['zero', 'one', 'two', 'few', 'many', 'other']) { words.setAttribute('data-x-' + form, form); }
            return [1, 3, 11, 1021].map(n => bagytParts.wordsOf(words).counted('x', n));";
        assert_eq!(browser.eval::<Vec<String>>(named).await, forms, "{path}");
        let figures: Vec<String> = browser.eval("return [7, 999, 1000, 1234567].map(bagytParts.figure)").await;
        assert_eq!(figures, ["7", "999", "1\u{a0}000", "1\u{a0}234\u{a0}567"], "{path}");
    }
    let scripts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/js");
    for script in crate::site::files(&scripts) {
        let text = crate::site::read(&scripts, &script);
        for word in ["Intl.", "toLocale", "localeCompare"] {
            assert!(!text.contains(word), "{script} asks the browser for the language's rules: {word}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_line_is_turned() {
    let browser = open("ky/handbook/nrw/history.html").await;
    let times = "return Array.from(document.querySelectorAll('ol.timeline time')).map(time => time.dateTime)";
    let before: Vec<String> = browser.eval(times).await;
    assert!(before.len() > 3 && before.is_sorted(), "{before:?}");
    let names: Vec<String> = {
        let first = browser.eval("return document.querySelector('button.turn').textContent").await;
        browser.click("button.turn").await;
        vec![first, browser.eval("return document.querySelector('button.turn').textContent").await]
    };
    let mut turned: Vec<String> = browser.eval(times).await;
    turned.reverse();
    assert_eq!(turned, before);
    assert_ne!(names[0], names[1], "the button says what it will do");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worksheet_is_printed_alone_on_one_sheet() {
    let browser = Browser::start().await;
    let base = Way::File.open(&site::own().folder).await;
    let mut problems = Vec::new();
    for page in site::own().checked().into_iter().filter(|page| page.kind == "lesson") {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        let _: bool = browser.eval("window.print = () => {}; return true").await;
        browser.click("button.print[data-only=worksheet]").await;
        browser.media("print", Scheme::Light).await;
        let shown: Vec<bool> = browser
            .eval("return ['.worksheet', '.lesson-course', '.title', 'nav'].map(part => document.querySelector(part).checkVisibility())")
            .await;
        assert_eq!(shown, [true, false, false, false], "{}", page.path);
        let count = sheet_count(&browser).await;
        browser.scheme(Scheme::Light).await;
        if count != 1 {
            problems.push(format!("{}: {count} sheets", page.path));
        }
    }
    expect_none("worksheets that are not one sheet", &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_publication_stands_on_one_page_with_links_inside() {
    for lang in ["ky", "ru"] {
        let browser = open(&format!("{lang}/handbook/whole-print.html")).await;
        let (parts, dead, twice, outside): (usize, Vec<String>, Vec<String>, usize) = browser
            .eval(
                r##"
                const ids = Array.from(document.querySelectorAll("[id]")).map(part => part.id);
                const links = Array.from(document.querySelectorAll("main a[href]"));
                const inner = links.map(link => link.getAttribute("href")).filter(href => href.startsWith("#"));
                const pages = links.filter(link => /\/handbook\/(?!whole|index)[^#]*\.html/.test(link.href) && !link.closest(".data-own"));
                return [document.querySelectorAll(".whole-part").length, inner.filter(href => !document.getElementById(href.slice(1))),
                    ids.filter((id, at) => ids.indexOf(id) !== at), pages.length];
                "##,
            )
            .await;
        assert!(parts > 40, "{lang}: {parts} parts");
        expect_none("links that lead nowhere", &dead);
        expect_none("ids that stand twice", &twice);
        assert_eq!(outside, 0, "{lang}: what stands on the page is linked on it");
    }
}
