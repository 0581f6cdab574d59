//! Neither a query nor the content gets markup into a page.

use super::Reader;
use crate::browser::chromium::Browser;
use crate::browser::serve;
use crate::browser::server::Way;

/// Markup that would tell of itself if it were taken for markup.
const MARKUP: &str = r#"<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>"#;

impl Reader {
    async fn is_clean(&self, what: &str) {
        let hacked = "window.hacked !== undefined || document.querySelector('img[src=x], main script, main b:not(.term-text b), .find b, marquee') !== null";
        assert!(!self.is(hacked).await, "{what}: markup got into {}", self.browser.url().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_is_text_and_nothing_else() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "ky/about.html").await;
        for query in
            [MARKUP, "<b>мектеп</b>", "\"><b>бугалтр</b>", "{q} {better} <b>ыыыщщщ</b>", "javascript:window.hacked=3"]
        {
            reader.ask("ky", query).await;
            reader.settled().await;
            reader.is_clean(query).await;
            let shown = "return document.querySelector('#site-q').value";
            assert_eq!(reader.browser.eval::<String>(shown).await, query);
            assert!(reader.browser.title().await.expect("a title").starts_with(query));
        }
        reader.ask("ky", MARKUP).await;
        reader.settled().await;
        assert!(reader.text("main").await.contains("<img src=x"), "what was asked for is told as it was typed");

        // It is remembered, and shown again under the box.
        reader.open("ky/about.html").await;
        reader.browser.click("#site-q").await;
        assert!(reader.rows().await.iter().any(|row| row.title == MARKUP));
        reader.is_clean("remembered").await;
        reader.type_in("<marquee>ыыыщщщ</marquee>").await;
        reader.browser.wait_for("there is nothing", "return document.querySelector('.find-note') !== null").await;
        reader.is_clean("under the box").await;
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn words_to_mark_are_text_and_nothing_else() {
    let reader = Reader::start(Way::File, "ky/about.html").await;
    let text = "return document.querySelector('main').innerText";
    let plain: String = reader.browser.eval(text).await;
    let mut url = reader.browser.url().await;
    for words in [MARKUP.to_string(), "<b>сайт</b>,(.*),\\,[".to_string(), "%".repeat(500), "а,".repeat(5_000)] {
        url.query_pairs_mut().clear().append_pair("hl", &words);
        reader.browser.open(&url).await;
        reader.is_clean(&words).await;
        let count = "return document.querySelectorAll('mark.hl').length";
        assert!(reader.browser.eval::<usize>(count).await <= 200);
        if reader.is("document.querySelector('.marks') !== null").await {
            reader.browser.click(".marks button").await;
        }
        assert_eq!(reader.browser.eval::<String>(text).await, plain, "the text is the same");
    }
    reader.leaves_cleanly().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_content_is_shown_as_it_was_written() {
    let site = serve::init();
    let title = "Зылдыр <img src=x onerror=window.hacked=1> & Ко";
    serve::edit(
        site.path(),
        "about.ru.md",
        "title: О сайте",
        &format!("title: '{title}'\nsearch_terms: ['<b>Гурдум</b>']"),
    );
    let text = "## Раздел `<b onclick=\"window.hacked=2\">` & сын\n\nДождливый `<script>window.hacked=3</script>` &lt;b&gt; день";
    serve::edit(site.path(), "about.ru.md", "Расскажите здесь", &format!("{text}.\n\nРасскажите здесь"));
    let output = crate::common::bagyt().arg("build").arg(site.path()).output().expect("bagyt runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for way in [Way::File, Way::Root] {
        let reader = Reader::at(Browser::start().await, way, &site.path().join("public"), "ru/index.html").await;
        for (query, shown) in [
            ("зылдыр", "<img src=x onerror=window.hacked=1> & Ко"),
            ("дождливый", "<script>window.hacked=3</script> <b> день"),
            ("раздел", "<b onclick=\"window.hacked=2\"> & сын"),
            ("гурдум", "<b>Гурдум</b>"),
        ] {
            reader.retype(query).await;
            reader.searched(query).await;
            reader.is_clean(query).await;
            let text: String = reader.browser.eval("return document.querySelector('#site-hits').textContent").await;
            assert!(text.contains(shown), "«{query}» shows {text:?}");
            reader.ask("ru", query).await;
            reader.settled().await;
            reader.is_clean(query).await;
            reader.browser.click(".seek-hit h3 a").await;
            reader.browser.wait_for("the page opens", "return document.querySelector('.seek') === null").await;
            let hacked = "window.hacked !== undefined || document.querySelector('img[src=x]') !== null";
            assert!(!reader.is(hacked).await);
        }
        reader.open("ru/alphabet.html").await;
        reader.is_clean("the alphabetical index").await;
        assert!(reader.text("main").await.contains(title));
        reader.leaves_cleanly().await;
    }
}
