//! The results page.

use std::collections::BTreeMap;

use thirtyfour::prelude::*;

use super::Reader;
use crate::browser::server::Way;
use crate::expect_none;
use crate::search::judge;

/// What pupils and graduates are known to ask, by language.
const EXAMPLES: [(&str, &[&str]); 2] = [
    ("ky", &["инженер", "окуу жай", "омур бою", "мугалимдер", "резюме", "кесиби", "бугалтр"]),
    ("ru", &["резюме", "собеседование", "договор", "бухгалтер", "учителя"]),
];

/// Words of the other language, and the pages that they lead to.
const FOREIGN: [(&str, &str, &str); 4] = [
    ("ky", "счетовод", "encyclopedia/accountant"),
    ("ky", "повар", "encyclopedia/cook"),
    ("ru", "эсепчи", "encyclopedia/accountant"),
    ("ru", "ашпозчу", "encyclopedia/cook"),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_page_that_one_looks_for_comes_first() {
    let mut problems = Vec::new();
    let reader = Reader::start(Way::File, "index.html").await;
    for (lang, examples) in EXAMPLES {
        let graded: BTreeMap<String, judge::Query> =
            judge::queries(lang).into_iter().map(|query| (query.text.clone(), query)).collect();
        for query in examples {
            reader.ask(lang, query).await;
            reader.settled().await;
            let found = reader.found().await;
            let pages: Vec<String> = found.iter().take(5).map(|found| reader.page(&found.href)).collect();
            // What a person would choose stands in the set of questions; a name of a page is clear without it.
            let Some(graded) = graded.get(*query) else {
                assert!(!pages.is_empty(), "{lang}: nothing for «{query}»");
                continue;
            };
            // A good one comes first, and on the same screen stands one that is as good as any.
            let path = |page: &str| format!("{lang}/{page}.html");
            let of = |least: u32| graded.grades.iter().filter(move |(_, grade)| **grade >= least);
            let best = graded.grades.values().max().copied().unwrap_or_default();
            let good: Vec<String> = of(best.min(2)).map(|(page, _)| path(page)).collect();
            let wanted: Vec<String> = of(best).map(|(page, _)| path(page)).collect();
            let first = pages.first().is_some_and(|first| good.contains(first));
            if !first || !pages.iter().take(3).any(|page| wanted.contains(page)) {
                problems.push(format!("{lang} «{query}»: {pages:?}, not {wanted:?}"));
            }
            assert!(!found[0].marks.is_empty(), "{lang} «{query}»: no word is marked");
        }
    }
    for (lang, query, page) in FOREIGN {
        reader.ask(lang, query).await;
        reader.settled().await;
        let first = reader.page(&reader.found().await[0].href);
        if first != format!("{lang}/{page}.html") {
            problems.push(format!("{lang} «{query}»: {first}"));
        }
    }
    reader.leaves_cleanly().await;
    expect_none("questions that are answered badly", &problems);
}

/// What a filter's buttons say: name, count, whether it is pressed.
const FILTERS: &str = "return Array.from(document.querySelectorAll('.seek-filter'), button => [
    button.id, Number((button.querySelector('span') || { textContent: '0' }).textContent),
    button.getAttribute('aria-pressed') === 'true'])";

#[tokio::test(flavor = "multi_thread")]
async fn filters_have_counts_and_stand_in_the_address() {
    for way in Way::ALL {
        let reader = Reader::start(way, "index.html").await;
        reader.ask("ru", "колледж").await;
        reader.settled().await;
        let number = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>();
        let total = number(reader.text(".seek-count").await).expect("the heading has a number");
        assert!(reader.browser.title().await.expect("a title").starts_with("колледж — "));

        let filters: Vec<(String, usize, bool)> = reader.browser.eval(FILTERS).await;
        let kinds: Vec<_> = filters.iter().filter(|(id, ..)| id.starts_with("site-kind-")).collect();
        assert_eq!(kinds.iter().map(|(_, count, _)| count).sum::<usize>(), total, "{filters:?}");
        assert!(kinds.iter().any(|(id, ..)| id == "site-kind-profession"), "{filters:?}");
        assert_eq!(filters.iter().filter(|(_, _, pressed)| *pressed).count(), 2, "at first nothing is left out");

        reader.browser.click("#site-kind-profession").await;
        reader.settled().await;
        let wanted = kinds.iter().find(|(id, ..)| id == "site-kind-profession").map(|(_, count, _)| *count);
        assert_eq!(number(reader.text(".seek-count").await).ok(), wanted);
        let found = reader.found().await;
        assert!(found.iter().all(|found| found.href.contains("/ru/encyclopedia/")), "{found:?}");
        let focused = "return document.activeElement.id";
        assert_eq!(reader.browser.eval::<String>(focused).await, "site-kind-profession", "the focus stays");
        assert_eq!(reader.parameter("kind").await.as_deref(), Some("profession"));

        // The address is whole.
        reader.browser.refresh().await.expect("the page opens again");
        reader.settled().await;
        assert_eq!(reader.found().await, found);
        let filters: Vec<(String, usize, bool)> = reader.browser.eval(FILTERS).await;
        assert!(filters.iter().any(|(id, _, pressed)| id == "site-kind-profession" && *pressed), "{filters:?}");
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_results_come_when_asked_for_and_are_there_on_coming_back() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "index.html").await;
        reader.ask("ky", "мектеп").await;
        reader.settled().await;
        let first = reader.found().await;
        assert_eq!(first.len(), 10);
        reader.browser.click(".seek-more button").await;
        reader.browser.wait_for("there are more", "return document.querySelectorAll('.seek-hit h3').length > 10").await;
        reader.settled().await;
        let all = reader.found().await;
        assert_eq!(all[..10], first, "the first ones stay where they were");
        let focused: String = reader.browser.eval("return document.activeElement.href").await;
        assert_eq!(focused, all[10].href, "the focus is on the first new one");

        reader.browser.click(".seek-hit:nth-child(12) h3 a").await;
        reader.browser.wait_for("the page opens", "return document.querySelector('.seek') === null").await;
        assert_eq!(reader.browser.url().await.as_str(), all[11].href);
        reader.browser.back().await.expect("there is a way back");
        reader.settled().await;
        assert_eq!(reader.found().await, all);
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_language_searches_the_same() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "index.html").await;
        reader.ask("ru", "бухгалтер").await;
        reader.settled().await;
        reader.browser.click("#site-kind-profession").await;
        reader.settled().await;
        let found = reader.found().await;
        reader.browser.click("header a[hreflang=ky]").await;
        reader.browser.wait_for("the other language opens", "return document.documentElement.lang === 'ky'").await;
        reader.settled().await;
        let value = "return document.querySelector('#site-q').value";
        assert_eq!(reader.browser.eval::<String>(value).await, "бухгалтер");
        assert_eq!(reader.parameter("kind").await.as_deref(), Some("profession"));
        assert!(reader.found().await.iter().all(|found| found.href.contains("/ky/")));
        reader.browser.click("header a[hreflang=ru]").await;
        reader.browser.wait_for("the first one again", "return document.documentElement.lang === 'ru'").await;
        reader.settled().await;
        assert_eq!(reader.found().await, found);
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn back_and_forward_go_through_the_queries() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "ky/search.html").await;
        assert!(reader.is("document.querySelector('.seek-tips').checkVisibility()").await, "hints before a query");
        let mut pages = Vec::new();
        for query in ["ашпозчу", "ветеринар"] {
            reader.retype(query).await;
            reader.browser.press(Key::Enter).await;
            reader.settled().await;
            assert_eq!(reader.parameter("q").await.as_deref(), Some(query));
            pages.push(reader.found().await.remove(0).href);
        }
        let value = "return document.querySelector('#site-q').value";
        reader.browser.back().await.expect("there is a way back");
        reader
            .browser
            .wait_for("the first query is back", "return document.querySelector('#site-q').value === 'ашпозчу'")
            .await;
        reader.settled().await;
        assert_eq!(reader.found().await[0].href, pages[0]);
        reader.browser.forward().await.expect("there is a way forward");
        reader
            .browser
            .wait_for("the second one again", "return document.querySelector('#site-q').value === 'ветеринар'")
            .await;
        reader.settled().await;
        assert_eq!(reader.found().await[0].href, pages[1]);
        for _ in 0..2 {
            reader.browser.back().await.expect("there is a way back");
        }
        reader.browser.wait_for("no query is left", "return document.querySelector('#site-q').value === ''").await;
        assert_eq!(reader.browser.eval::<String>(value).await, "");
        assert_eq!(reader.found().await, []);
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_put_right() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "index.html").await;
        reader.ask("ky", "бугалтр").await;
        reader.settled().await;
        let note = reader.text(".find-note").await;
        assert!(note.contains("бугалтр") && note.contains("бухгалтер"), "{note:?}");
        let found = reader.found().await;
        assert_eq!(reader.page(&found[0].href), "ky/encyclopedia/accountant.html");
        reader.browser.click(".find-note a").await;
        reader
            .browser
            .wait_for("it is asked for", "return document.querySelector('#site-q').value === 'бухгалтер'")
            .await;
        reader.settled().await;
        assert_eq!(reader.parameter("q").await.as_deref(), Some("бухгалтер"));
        assert_eq!(reader.text(".find-note").await, "", "nothing is left to be put right");
        assert_eq!(reader.page(&reader.found().await[0].href), "ky/encyclopedia/accountant.html");
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phrase_in_quotes_is_found_as_it_stands() {
    let reader = Reader::start(Way::File, "index.html").await;
    for (query, phrase) in [("«рабочее место»", "рабоч"), ("\"служба занятости\"", "занятост")]
    {
        reader.ask("ru", query).await;
        reader.settled().await;
        let found = reader.found().await;
        assert!(!found.is_empty(), "{query}");
        assert!(
            found.iter().all(|found| found.marks.iter().any(|mark| mark.to_lowercase().contains(phrase))),
            "{found:?}"
        );
        let bare: String = query.chars().filter(|c| !"«»\"".contains(*c)).collect();
        reader.ask("ru", &bare).await;
        reader.settled().await;
        assert!(reader.found().await.len() >= found.len(), "{query}: in quotes there are not more");
    }
    reader.leaves_cleanly().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_language_is_loaded_only_when_asked_for() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "ky/about.html").await;
        reader.type_in("бухгалтер").await;
        reader.searched("бухгалтер").await;
        // Words that stand in the Russian pages only.
        reader.ask("ky", "осторожно").await;
        reader.settled().await;
        assert_eq!(reader.found().await, []);
        assert!(reader.text(".find-note").await.contains("осторожно"));
        let alphabet = reader.is("document.querySelector('.find-ways a').pathname.endsWith('/ky/alphabet.html')").await;
        assert!(alphabet, "the alphabetical index is offered");
        let loaded = reader.loaded().await;
        assert!(
            loaded.iter().any(|file| file.starts_with("ky/")) && !loaded.iter().any(|file| file.starts_with("ru/")),
            "{loaded:?}"
        );

        reader.browser.click(".find-ways button").await;
        reader
            .browser
            .wait_for("its results are there", "return document.querySelector('.seek-hit h3 a') !== null")
            .await;
        reader.settled().await;
        let found = reader.found().await;
        assert!(!found.is_empty() && found.iter().all(|found| found.lang.as_deref() == Some("ru")), "{found:?}");
        assert!(found.iter().all(|found| found.href.contains("/ru/") && found.about.contains("Русский")), "{found:?}");
        let loaded = reader.loaded().await;
        assert!(loaded.contains(&"ru/start.js".to_string()), "{loaded:?}");
        assert!(!loaded.iter().any(|file| file.starts_with("engine")), "one engine reads both: {loaded:?}");
        reader.browser.click(".seek-hit h3 a").await;
        reader.browser.wait_for("the page opens", "return document.documentElement.lang === 'ru'").await;
        assert!(reader.is("document.querySelector('mark.hl') !== null").await, "the words are marked there");
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_under_the_box_offers_the_other_language_too() {
    let reader = Reader::start(Way::File, "ky/about.html").await;
    reader.type_in("осторожно").await;
    reader.browser.wait_for("there is nothing", "return document.querySelector('.find-ways button') !== null").await;
    reader.browser.click(".find-ways button").await;
    reader
        .browser
        .wait_for("its results are there", "return document.querySelector('[aria-labelledby=site-foreign] a') !== null")
        .await;
    let rows = reader.group("site-foreign").await;
    assert!(!rows.is_empty() && rows.iter().all(|row| row.lang.as_deref() == Some("ru")), "{rows:?}");
    reader.leaves_cleanly().await;
}
