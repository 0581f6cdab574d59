//! Light and dark.

use url::Url;

use crate::browser::chromium::{Browser, Scheme};
use crate::browser::server::Way;
use crate::site;

/// How bright the page's background is, from 0 to 255.
async fn brightness(browser: &Browser) -> f64 {
    let script = "const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b";
    browser.eval(script).await
}

fn is_dark(brightness: f64) -> bool {
    brightness < 60.0
}

async fn start(way: Way, path: &str) -> (Browser, Url) {
    let base = way.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let url = base.join(path).expect("well-formed");
    browser.open(&url).await;
    (browser, url)
}

#[tokio::test(flavor = "multi_thread")]
async fn colours_follow_the_system() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    for page in site::own().checked() {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.scheme(scheme).await;
            assert_eq!(is_dark(brightness(&browser).await), scheme == Scheme::Dark, "{} {scheme:?}", page.path);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn chosen_colours_are_remembered() {
    for way in Way::ALL {
        let (browser, url) = start(way, "ru/about.html").await;
        assert!(!is_dark(brightness(&browser).await));
        browser.click("button.theme").await;
        assert!(is_dark(brightness(&browser).await), "the button makes it dark");
        browser.open(&url.join("index.html").expect("well-formed")).await;
        assert!(is_dark(brightness(&browser).await), "the choice holds on another page");
        browser.click("button.theme").await;
        assert!(!is_dark(brightness(&browser).await), "the button makes it light again");
        browser.scheme(Scheme::Dark).await;
        browser.open(&url).await;
        assert!(!is_dark(brightness(&browser).await), "the choice outweighs the system");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_button_names_what_it_will_do() {
    let (browser, _) = start(Way::File, "ru/about.html").await;
    let name = "return document.querySelector('button.theme').textContent.trim()";
    let to_dark: String = browser.eval(name).await;
    browser.click("button.theme").await;
    let to_light: String = browser.eval(name).await;
    assert!(!to_dark.is_empty() && !to_light.is_empty() && to_dark != to_light, "{to_dark:?} {to_light:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn dark_is_the_same_for_the_system_and_for_the_button() {
    // Every colour of the theme has a name.
    let named = "return Array.from(document.documentElement.computedStyleMap())
        .filter(([name]) => name.startsWith('--')).map(([name, value]) => name + value).sort()";
    let (browser, _) = start(Way::File, "ru/about.html").await;
    let light: Vec<String> = browser.eval(named).await;
    browser.click("button.theme").await;
    let chosen: Vec<String> = browser.eval(named).await;
    browser.eval::<()>("localStorage.clear()").await;
    browser.refresh().await.expect("the page opens again");
    browser.scheme(Scheme::Dark).await;
    let system: Vec<String> = browser.eval(named).await;
    assert!(light.len() > 10, "the theme names its colours: {light:?}");
    assert_ne!(light, system);
    assert_eq!(chosen, system);
}
