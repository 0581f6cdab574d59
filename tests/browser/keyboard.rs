//! The site without a mouse.

use serde::Deserialize;
use thirtyfour::prelude::*;

use crate::browser::chromium::{Browser, DESKTOP, PHONE, Screen};
use crate::browser::server::Way;
use crate::expect_none;
use crate::site;

/// The element with the focus.
#[derive(Debug, Clone, Copy, Deserialize)]
struct Focus {
    /// Its number among those of the header that can have the focus.
    number: Option<usize>,
    /// Whether it is on the screen.
    visible: bool,
    /// Whether it looks other than without the focus.
    marked: bool,
}

/// Prepares the page: numbers what can have the focus in the header, and keeps how it looks without. Gives the names.
const LOOK: &str = r#"
    window.look = element => {
        const style = getComputedStyle(element);
        const outline = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 ? "" : style.outline;
        return [outline, style.boxShadow, style.backgroundColor, style.borderColor, style.color].join();
    };
    const all = document.querySelectorAll("header.head :is(a[href], button, summary)");
    window.parts = Array.from(all).filter(part => part.checkVisibility({ visibilityProperty: true }));
    window.plain = window.parts.map(window.look);
    return window.parts.map(part => part.textContent.trim());
"#;

const FOCUS: &str = r#"
    const element = document.activeElement;
    const number = window.parts.indexOf(element);
    const box = element.getBoundingClientRect();
    return {
        number: number < 0 ? null : number,
        visible: box.width > 0 && box.height > 0 && box.top >= 0 && box.left >= 0 && box.right <= innerWidth,
        marked: number >= 0 && window.look(element) !== window.plain[number],
    };
"#;

/// Goes through the header with the Tab key; what is not reached or not marked.
async fn walk_header(browser: &Browser) -> Vec<String> {
    let names: Vec<String> = browser.eval(LOOK).await;
    let mut reached = vec![None; names.len()];
    // One more for the skip link, and one to leave the header.
    for _ in 0..names.len() + 2 {
        browser.press(Key::Tab).await;
        let focus: Focus = browser.eval(FOCUS).await;
        if let Some(number) = focus.number {
            reached[number] = Some(focus);
        }
    }
    names
        .iter()
        .zip(reached)
        .filter_map(|(name, focus)| match focus {
            None => Some(format!("{name:?} is not reached")),
            Some(focus) if !focus.visible => Some(format!("{name:?} has the focus off the screen")),
            Some(focus) if !focus.marked => Some(format!("{name:?} looks the same with the focus")),
            Some(_) => None,
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_tab_leads_past_the_header() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    for screen in [DESKTOP, PHONE] {
        browser.screen(screen).await;
        for page in site.checked() {
            browser.open(&base.join(&page.path).expect("well-formed")).await;
            browser.press(Key::Tab).await;
            let (is_skip, shown): (bool, bool) = browser
                .eval(
                    "const e = document.activeElement, b = e.getBoundingClientRect();
                    return [e.matches('a.skip'), b.top >= 0 && b.left >= 0 && b.height > 20 && b.right <= innerWidth
                        && document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2) === e]",
                )
                .await;
            assert!(is_skip, "{}: the first Tab does not reach the skip link", page.path);
            assert!(shown, "{}: the skip link has the focus and is not to be seen", page.path);
            browser.press(Key::Enter).await;
            let focused: String = browser.eval("return document.activeElement.id").await;
            assert_eq!(focused, "site-main", "{}: the skip link leads elsewhere", page.path);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_link_of_the_header_is_reached_and_marked() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    let mut problems = Vec::new();
    for page in site.checked().into_iter().filter(|page| page.kind != "front") {
        let url = base.join(&page.path).expect("well-formed");
        let Screen { width, .. } = DESKTOP;
        browser.screen(DESKTOP).await;
        browser.open(&url).await;
        problems.extend(
            walk_header(&browser).await.into_iter().map(|problem| format!("{} at {width}: {problem}", page.path)),
        );
    }
    expect_none("what the keyboard cannot do", &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_of_a_phone_opens_and_closes_with_keys() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    browser.screen(PHONE).await;
    for lang in ["ky", "ru"] {
        let url = base.join(&format!("{lang}/about.html")).expect("well-formed");
        browser.open(&url).await;
        let opened = "return document.querySelector('.menu').open";
        assert!(!browser.eval::<bool>(opened).await, "the menu is closed at first");
        expect_none("what the keyboard cannot do with the menu closed", &walk_header(&browser).await);

        browser.open(&url).await;
        for _ in 0..10 {
            browser.press(Key::Tab).await;
            if browser.eval::<bool>("return document.activeElement.matches('.menu summary')").await {
                break;
            }
        }
        browser.press(Key::Enter).await;
        assert!(browser.eval::<bool>(opened).await, "Enter opens the menu");
        browser.press(Key::Tab).await;
        assert!(browser.eval::<bool>("return document.activeElement.matches('.menu nav li:first-child a')").await);
        browser.press(Key::Escape).await;
        assert!(!browser.eval::<bool>(opened).await, "Escape closes the menu");
        assert!(browser.eval::<bool>("return document.activeElement.matches('.menu summary')").await);

        // With the menu open, what it holds is part of the way.
        browser.open(&url).await;
        browser.eval::<()>("document.querySelector('.menu').open = true").await;
        expect_none("what the keyboard cannot do with the menu open", &walk_header(&browser).await);
    }
}
