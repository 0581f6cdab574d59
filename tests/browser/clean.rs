//! Pages load all that they need, ask nobody else for anything, and leave the console empty, whichever way they are opened.

use serde::Deserialize;
use url::Url;

use crate::browser::chromium::Browser;
use crate::browser::server::{SUB_PATH, Way};
use crate::expect_none;
use crate::site::{self, Page, Site};

/// What a page says of the files that it stands on.
#[derive(Deserialize)]
struct Loaded {
    styled: bool,
    font: bool,
    broken: Vec<String>,
}

const LOADED: &str = r#"
    const broken = [];
    const pictures = Array.from(document.images, image => {
        image.loading = "eager";
        return image.decode().catch(() => broken.push(image.src));
    });
    return Promise.all([document.fonts.ready, ...pictures]).then(() => ({
        styled: getComputedStyle(document.documentElement).getPropertyValue("--paper") !== "",
        font: Array.from(document.fonts).some(face => /^"?Onest"?$/.test(face.family) && face.status === "loaded"),
        broken,
    }));
"#;

/// What is wrong with the page that was just opened; its files must lie below `base`.
async fn problems(browser: &Browser, base: &Url) -> Vec<String> {
    let loaded: Loaded = browser.eval(LOADED).await;
    let mut problems = browser.complaints().await;
    if !loaded.styled {
        problems.push("the style sheet is not loaded".into());
    }
    if !loaded.font {
        problems.push("the font is not loaded".into());
    }
    problems.extend(loaded.broken.into_iter().map(|picture| format!("the picture {picture} is not loaded")));
    problems.extend(strays(browser, base).await);
    problems
}

/// Requests since the last call that failed, or that went elsewhere than below `base`.
pub async fn strays(browser: &Browser, base: &Url) -> Vec<String> {
    strays_beside(browser, base, &["data:", "blob:"]).await
}

/// The same; addresses of these schemes ask nobody.
pub async fn strays_beside(browser: &Browser, base: &Url, schemes: &[&str]) -> Vec<String> {
    let mut problems = Vec::new();
    for (event, parameters) in browser.network().await {
        let url = |pointer| parameters.pointer(pointer).and_then(serde_json::Value::as_str).unwrap_or_default();
        match event.as_str() {
            "Network.requestWillBeSent" => {
                let url = url("/request/url");
                if !url.starts_with(base.as_str()) && !schemes.iter().any(|scheme| url.starts_with(scheme)) {
                    problems.push(format!("asks for {url}"));
                }
            }
            "Network.loadingFailed" => problems.push(format!("a request failed: {parameters}")),
            _ => {}
        }
    }
    problems
}

/// Opens pages of the site one way.
async fn check<'p>(way: Way, pages: impl IntoIterator<Item = &'p Page>) {
    let site = site::own();
    let base = way.open(&site.folder).await;
    let browser = Browser::start().await;
    let mut found = Vec::new();
    for page in pages {
        browser.open(&base.join(&page.path).expect("a path is an address")).await;
        found.extend(problems(&browser, &base).await.into_iter().map(|problem| format!("{}: {problem}", page.path)));
    }
    expect_none(&format!("problems with pages opened from {base}"), &found);
}

/// The pages that know how deep they lie. The error page does not, and so asks for its files at every depth; `hosts` looks at it.
fn placed() -> impl Iterator<Item = &'static Page> {
    site::own().checked().into_iter().filter(|page| page.kind != "error")
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_load_cleanly_from_a_folder() {
    check(Way::File, placed()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_load_cleanly_from_a_host() {
    let at_the_root = |page: &Page| !page.path.contains('/');
    check(Way::Root, site::own().checked().into_iter().filter(|page| page.kind != "error" || at_the_root(page))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_load_cleanly_from_a_folder_of_a_host() {
    check(Way::SubPath, placed()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_without_a_page_shows_the_sites_own_message() {
    let published = format!("https://example.kg{}", SUB_PATH.trim_end_matches('/'));
    let site = Site::published("site-not-found", &published);
    let base = Way::SubPath.open(&site.folder).await;
    let browser = Browser::start().await;
    browser.open(&base.join("ky/no/such/page.html").expect("well-formed")).await;
    let loaded: Loaded = browser.eval(LOADED).await;
    assert!(loaded.styled && loaded.font, "the message has the site's looks however deep the address is");
    browser.click("main a[hreflang=ru]").await;
    assert_eq!(browser.url().await, base.join("ru/index.html").expect("well-formed"));
}
