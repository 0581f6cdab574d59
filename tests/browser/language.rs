//! Choosing a language, and finding it again.

use scraper::{Html, Selector};
use serde_json::json;

use crate::browser::chromium::Browser;
use crate::browser::search::Reader;
use crate::browser::server::Way;
use crate::site;

#[tokio::test(flavor = "multi_thread")]
async fn switching_the_language_keeps_the_page() {
    let site = site::own();
    let deep = site.pages.iter().filter(|page| page.lang == "ky").max_by_key(|page| page.path.matches('/').count());
    let ky = &deep.expect("the site has pages in Kyrgyz").path;
    let ru = ky.replacen("ky/", "ru/", 1);
    for way in Way::ALL {
        let base = way.open(&site.folder).await;
        let browser = Browser::start().await;
        browser.open(&base.join(ky).expect("well-formed")).await;
        browser.click("header a[hreflang=ru]").await;
        assert_eq!(browser.url().await, base.join(&ru).expect("well-formed"));
        assert_eq!(browser.eval::<String>("return document.documentElement.lang").await, "ru");
        browser.click("header a[hreflang=ky]").await;
        assert_eq!(browser.url().await, base.join(ky).expect("well-formed"));
    }
}

#[test]
fn the_front_page_offers_every_language_in_plain_html() {
    let html = Html::parse_document(&site::read(&site::own().folder, "index.html"));
    let selector = Selector::parse("main a[hreflang]").expect("the selector is well-formed");
    let links = html.select(&selector).map(|link| (link.attr("hreflang"), link.attr("href"), link.text().count() > 0));
    let expected = [(Some("ky"), Some("ky/index.html"), true), (Some("ru"), Some("ru/index.html"), true)];
    assert_eq!(links.collect::<Vec<_>>(), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_front_page_works_without_scripts() {
    let site = site::own();
    for (way, lang) in [(Way::File, "ky"), (Way::Root, "ru")] {
        let base = way.open(&site.folder).await;
        let browser = Browser::start().await;
        browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        browser.open(&base.join("index.html").expect("well-formed")).await;
        assert!(!browser.eval::<bool>("return document.documentElement.classList.contains('js')").await);
        browser.click(&format!("main a[hreflang={lang}]")).await;
        assert_eq!(browser.url().await, base.join(&format!("{lang}/index.html")).expect("well-formed"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_language_is_remembered() {
    let site = site::own();
    for way in Way::ALL {
        let base = way.open(&site.folder).await;
        let at = |path: &str| base.join(path).expect("well-formed");
        let browser = Browser::start().await;
        browser.open(&at("index.html")).await;
        assert_eq!(browser.url().await, at("index.html"), "nobody is sent on before a choice");

        browser.click("main a[hreflang=ru]").await;
        browser.open(&at("index.html")).await;
        browser
            .wait_for("the choice on the front page is remembered", "return /\\/ru\\/index.html$/.test(location)")
            .await;

        browser.open(&at("index.html#choose")).await;
        assert!(browser.eval::<bool>("return document.documentElement.dataset.kind === 'front'").await);
        assert_eq!(browser.url().await, at("index.html#choose"), "whoever comes back to choose is let to");

        browser.open(&at("ru/about.html")).await;
        browser.click("header a[hreflang=ky]").await;
        browser.open(&at("index.html")).await;
        browser.wait_for("the choice in the header is remembered", "return /\\/ky\\/index.html$/.test(location)").await;
    }
}

/// The engine of the browser knows the forms of English words, and a site of one language needs no other.
#[tokio::test(flavor = "multi_thread")]
async fn other_languages_are_searched_in_the_browser() {
    let golden = site::own().folder.join(site::GOLDEN);
    for (way, name, page, question, expected) in [
        (Way::File, "clinic", "en/visit/prepare.html", "washed", "en/work/hands.html"),
        (Way::Root, "clinic", "en/index.html", "nurse", "en/work/index.html"),
        (Way::File, "school", "index.html", "обувью", "ru/pupils/things.html"),
    ] {
        let reader = Reader::at(Browser::start().await, way, &golden.join(name), page).await;
        reader.type_in(question).await;
        reader.searched(question).await;
        let found: Vec<String> = reader.rows().await.iter().map(|row| reader.page(&row.href)).collect();
        assert!(found.iter().any(|page| page == expected), "{name} «{question}»: {found:?}");
        reader.leaves_cleanly().await;
    }
}
