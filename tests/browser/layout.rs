//! Pages fit the screen that they are read on.

use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme, Screen};
use crate::browser::server::Way;
use crate::expect_none;
use crate::site;

/// The narrowest screen that content must fit (WCAG 1.4.10).
const NARROW: Screen = Screen { width: 320, height: 640, density: 2 };
const TABLET: Screen = Screen { width: 768, height: 1024, density: 2 };

/// Elements that stick out of the page to the right, if the page scrolls sideways.
const STICKING_OUT: &str = r#"
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const all = Array.from(document.body.querySelectorAll("*"));
    const out = all.filter(element => element.getBoundingClientRect().right > width + 0.5);
    const name = element => element.tagName.toLowerCase() + (element.className ? "." + element.className : "");
    return ["scrollWidth " + document.scrollingElement.scrollWidth, ...out.map(name)];
"#;

#[tokio::test(flavor = "multi_thread")]
async fn no_page_scrolls_sideways() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    let mut problems = Vec::new();
    for page in site.checked() {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        browser.eval::<()>("return document.fonts.ready.then(() => null)").await;
        for screen in [NARROW, PHONE, TABLET, DESKTOP] {
            browser.screen(screen).await;
            for scheme in [Scheme::Light, Scheme::Dark] {
                browser.scheme(scheme).await;
                let width: u32 = browser.eval("return document.documentElement.clientWidth").await;
                assert!(width <= screen.width, "the page is laid out for {width} pixels");
                let out: Vec<String> = browser.eval(STICKING_OUT).await;
                if !out.is_empty() {
                    problems.push(format!("{} at {} {scheme:?}: {}", page.path, screen.width, out.join(" ")));
                }
            }
        }
    }
    expect_none("pages that scroll sideways", &problems);
}
