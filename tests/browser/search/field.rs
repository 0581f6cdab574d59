//! The box of a page and the list under it.

use serde::Deserialize;
use thirtyfour::prelude::*;

use super::Reader;
use crate::browser::server::Way;
use crate::expect_none;

#[tokio::test(flavor = "multi_thread")]
async fn titles_come_first_and_then_the_text_with_the_words_marked() {
    for way in Way::ALL {
        let reader = Reader::start(way, "ky/about.html").await;
        reader.type_in("бухг").await;
        reader.browser.wait_for("titles are there", "return document.querySelector('#site-titles') !== null").await;
        let titles = reader.group("site-titles").await;
        assert_eq!(reader.page(&titles[0].href), "ky/encyclopedia/accountant.html");
        assert_eq!(titles[0].title_marks, ["Бухг"], "what was typed is marked");

        reader.type_in("алтер").await;
        reader.searched("бухгалтер").await;
        let texts = reader.group("site-texts").await;
        assert!(!texts.is_empty(), "the text of pages has the word too");
        for row in &texts {
            assert!(
                row.marks.iter().any(|mark| mark.to_lowercase().contains("бухгалтер")),
                "nothing is marked: {row:?}"
            );
            assert!(row.excerpt.split_whitespace().count() > 5, "an excerpt can be read: {row:?}");
        }
        let pages: Vec<String> = reader.rows().await.iter().map(|row| reader.page(&row.href)).collect();
        for (at, page) in pages.iter().enumerate() {
            assert!(!pages[..at].contains(page), "{page} is listed twice: {pages:?}");
        }
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_opens_its_page_at_the_place_with_the_words_marked() {
    for way in [Way::File, Way::SubPath] {
        let reader = Reader::start(way, "ky/encyclopedia/cook.html").await;
        reader.type_in("пенсия").await;
        reader.searched("пенсия").await;
        let rows = reader.group("site-texts").await;
        let row = rows.into_iter().find(|row| reader.page(&row.href) == "ky/graduates/first-months/index.html");
        let row = row.expect("the guide speaks of pensions");
        reader.browser.click("#site-hits [aria-labelledby=site-texts] a[href*='first-months/']").await;

        let url = reader.browser.url().await;
        assert_eq!(url.as_str(), row.href);
        assert_eq!(url.fragment(), Some("first-pay"), "the place is in the address");
        let words = reader.parameter("hl").await.expect("the words are in the address");
        assert!(words.contains("пенсия"), "{words}");
        let here = "const marks = Array.from(document.querySelectorAll('mark.hl'), mark => mark.textContent);
            const top = document.getElementById('first-pay').getBoundingClientRect().top;
            return [marks, top]";
        let (marks, top): (Vec<String>, f64) = reader.browser.eval(here).await;
        assert!(!marks.is_empty(), "the words are marked on the page");
        assert!(marks.iter().all(|mark| words.contains(&mark.to_lowercase())), "{marks:?} of {words}");
        assert!((0.0..300.0).contains(&top), "the place is on the screen: {top}");

        // The address is whole: someone else sees the same.
        reader.browser.open(&url).await;
        assert_eq!(reader.browser.eval::<(Vec<String>, f64)>(here).await, (marks, top), "at the address alone");

        reader.browser.click(".marks button").await;
        assert!(reader.is("document.querySelector('mark.hl, .marks') === null").await, "the marks are gone");
        assert_eq!(reader.parameter("hl").await, None, "from the address too");
        assert_eq!(reader.browser.url().await.fragment(), Some("first-pay"));
        let text = "return document.querySelector('main').innerText";
        let left: String = reader.browser.eval(text).await;
        reader.open("ky/graduates/first-months/index.html").await;
        assert_eq!(left, reader.browser.eval::<String>(text).await, "the page is as it was");
        reader.leaves_cleanly().await;
    }
}

/// How the box stands to those who do not see it.
#[derive(Debug, Deserialize)]
struct Spoken {
    role: String,
    expanded: String,
    named: bool,
    /// Whether what it says it controls is a named list box.
    list: bool,
    /// Whether each group of the list is named by an element that is there.
    groups: bool,
    /// Text of the option that it points at.
    active: Option<String>,
    /// How many options are selected.
    selected: usize,
    focused: bool,
}

const SPOKEN: &str = r##"
    const box = document.querySelector("#site-q");
    const list = document.getElementById(box.getAttribute("aria-controls"));
    const active = document.getElementById(box.getAttribute("aria-activedescendant"));
    const named = group => document.getElementById(group.getAttribute("aria-labelledby")).textContent.trim() !== "";
    return {
        role: box.getAttribute("role"),
        expanded: box.getAttribute("aria-expanded"),
        named: box.labels.length === 1 && box.labels[0].textContent.trim() !== "",
        list: list.getAttribute("role") === "listbox" && !!list.getAttribute("aria-label"),
        groups: Array.from(list.querySelectorAll("[role=group]")).every(named),
        active: active && active.textContent,
        selected: list.querySelectorAll("[aria-selected=true]").length,
        focused: document.activeElement === box,
    };
"##;

async fn spoken(reader: &Reader) -> Spoken {
    let spoken: Spoken = reader.browser.eval(SPOKEN).await;
    assert!(spoken.role == "combobox" && spoken.named && spoken.list && spoken.groups, "{spoken:?}");
    spoken
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_gone_through_with_arrows_and_left_with_escape() {
    let reader = Reader::start(Way::File, "ru/about.html").await;
    let browser = &reader.browser;
    assert_eq!(spoken(&reader).await.expanded, "false");
    reader.type_in("резюме").await;
    reader.searched("резюме").await;
    let count = reader.rows().await.len();
    assert!(count > 3, "there is something to go through");
    let now = spoken(&reader).await;
    assert_eq!((now.expanded.as_str(), now.active, now.focused), ("true", None, true));

    let mut names = Vec::new();
    for _ in 0..count {
        browser.press(Key::Down).await;
        let now = spoken(&reader).await;
        assert!(now.selected == 1 && now.focused, "{now:?}");
        names.extend(now.active);
        let shown = "const [a, p] = ['[aria-selected=true]', '.find-panel'].map(
                part => document.querySelector(part).getBoundingClientRect());
            return a.top >= p.top - 1 && a.bottom <= p.bottom + 1";
        assert!(browser.eval::<bool>(shown).await, "what is selected is seen: {names:?}");
    }
    assert_eq!(names.len(), count, "every option is pointed at");
    browser.press(Key::Down).await;
    assert_eq!(spoken(&reader).await.selected, 0, "after the last one comes the box");
    browser.press(Key::Up).await;
    assert_eq!(spoken(&reader).await.active.as_ref(), names.last(), "and before the box the last one");

    browser.press(Key::Escape).await;
    let now = spoken(&reader).await;
    assert_eq!((now.expanded.as_str(), now.active, now.focused), ("false", None, true), "the list closes");
    assert!(reader.is("document.querySelector('#site-q').value === 'резюме'").await, "what was typed stays");
    browser.press(Key::Down).await;
    assert_eq!(spoken(&reader).await.expanded, "true", "an arrow opens the list again");
    browser.press(Key::Escape).await;
    browser.press(Key::Escape).await;
    assert!(reader.is("document.querySelector('#site-q').value === ''").await, "and Escape empties the box then");
    reader.leaves_cleanly().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_opens_the_option_or_the_results() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "ru/handbook/why/index.html").await;
        reader.type_in("резюме").await;
        reader.searched("резюме").await;
        reader.browser.press(Key::Down).await;
        let row = reader.rows().await.into_iter().find(|row| row.selected).expect("an option is selected");
        reader.browser.press(Key::Enter).await;
        reader.browser.wait_for("the option opens", "return /graduates/.test(location.pathname)").await;
        assert_eq!(reader.browser.url().await.as_str(), row.href);
        assert_eq!(reader.page(&row.href), "ru/graduates/cv/index.html");

        reader.type_in("договор").await;
        reader.browser.press(Key::Enter).await;
        reader.browser.wait_for("the results open", "return /search.html$/.test(location.pathname)").await;
        assert_eq!(reader.parameter("q").await.as_deref(), Some("договор"));
        reader.settled().await;
        assert_eq!(reader.page(&reader.found().await[0].href), "ru/graduates/contract/index.html");
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_lead_to_the_box_from_anywhere() {
    let reader = Reader::start(Way::File, "ky/about.html").await;
    let browser = &reader.browser;
    let focused = "document.activeElement.id === 'site-q'";
    for path in ["ky/about.html", "ky/index.html", "ky/search.html", "ky/alphabet.html", "ru/encyclopedia/cook.html"] {
        reader.open(path).await;
        assert!(!reader.is(focused).await, "{path}");
        browser.press('/').await;
        assert!(reader.is(focused).await, "{path}: «/» leads to the box");
        assert!(reader.is("document.activeElement.value === ''").await, "{path}: and is not typed");
        browser.press('/').await;
        assert!(reader.is("document.activeElement.value === '/'").await, "{path}: in the box it is a letter");
        reader.open(path).await;
        browser.chord(Key::Control, 'k').await;
        assert!(reader.is(focused).await, "{path}: Ctrl+K leads to the box");
    }
    reader.leaves_cleanly().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_of_results_is_spoken() {
    for (lang, query) in [("ky", "мектеп"), ("ru", "школа")] {
        let reader = Reader::start(Way::File, &format!("{lang}/about.html")).await;
        assert!(reader.is("document.querySelector('form.find [role=status]') !== null").await);
        reader.type_in(query).await;
        reader.searched(query).await;
        let total: String = reader.text(".find-all").await.chars().filter(char::is_ascii_digit).collect();
        assert!(total.parse::<u32>().is_ok_and(|total| total > 5), "the list says how many there are: {total:?}");
        let status = "document.querySelector('form.find [role=status]').textContent.match(/\\d+/)";
        let script = format!("const n = {status}; return n !== null && n[0] === '{total}'");
        reader.browser.wait_for("the number is spoken", &script).await;
        reader.browser.press(Key::Backspace).await;
        reader.retype("ыыыщщщъъъ").await;
        let none = "return document.querySelector('form.find [role=status]').textContent.includes('ыыыщщщъъъ')";
        reader.browser.wait_for("that there is nothing is spoken", none).await;
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn queries_are_remembered_on_the_device_until_they_are_forgotten() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "ky/about.html").await;
        for query in ["ашпозчу", "резюме"] {
            reader.retype(query).await;
            reader.browser.press(Key::Enter).await;
            reader.browser.wait_for("the results open", "return /search.html$/.test(location.pathname)").await;
            reader.settled().await;
            reader.open("ky/about.html").await;
        }
        reader.browser.click("#site-q").await;
        let names: Vec<String> = reader.rows().await.into_iter().map(|row| row.title).collect();
        assert_eq!(names, ["резюме", "ашпозчу"], "the last one comes first");
        reader.browser.click(".find-below button").await;
        assert_eq!(reader.rows().await, []);
        assert!(
            reader.is("Object.keys(localStorage).every(key => !key.includes('recent'))").await,
            "all are forgotten"
        );
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_in_the_box_is_there_after_reloading_and_coming_back() {
    for way in [Way::File, Way::Root] {
        let reader = Reader::start(way, "ky/about.html").await;
        reader.type_in("ашпозчу").await;
        reader.browser.refresh().await.expect("the page opens again");
        let there = "return document.querySelector('#site-q')?.value === 'ашпозчу'";
        reader.browser.wait_for("the words are there after reloading", there).await;
        reader.browser.click("#site-q").await;
        reader.searched("ашпозчу").await;
        reader.browser.click("#site-hits a").await;
        reader.browser.wait_for("a page opens", "return !/about/.test(location.pathname)").await;
        reader.browser.back().await.expect("there is a way back");
        reader.browser.wait_for("the words are there on coming back", there).await;
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_elsewhere_closes_the_list() {
    let reader = Reader::start(Way::File, "ky/about.html").await;
    reader.type_in("мектеп").await;
    reader.searched("мектеп").await;
    reader.browser.click(".foot-title").await;
    assert_eq!(spoken(&reader).await.expanded, "false");
    assert!(reader.is("!document.querySelector('.find-panel').checkVisibility()").await);
    reader.leaves_cleanly().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_pressed_stays_until_it_is_let_go() {
    let reader = Reader::start(Way::File, "ky/about.html").await;
    reader.type_in("бухгалтер").await;
    reader.searched("бухгалтер").await;
    let row = reader.browser.find(By::Css("#site-hits a")).await.expect("there is a row");
    let chain = reader.browser.action_chain().move_to_element_center(&row).click_and_hold();
    chain.perform().await.expect("the browser has a mouse");
    // Meanwhile an answer comes, as on a slow link.
    let again = "window.row = document.querySelector('#site-hits a');
        const box = document.querySelector('#site-q');
        box.value += ' ';
        box.dispatchEvent(new Event('input'));
        return new Promise(resolve => setTimeout(() => resolve(window.row.isConnected), 400))";
    assert!(reader.browser.eval::<bool>(again).await, "the row is not drawn anew under the pointer");
    reader.browser.action_chain().release().perform().await.expect("the browser has a mouse");
    reader.browser.wait_for("its page opens", "return /accountant/.test(location.pathname)").await;
    reader.leaves_cleanly().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_that_a_keyboard_lacks_are_not_needed_for_titles() {
    let reader = Reader::start(Way::File, "ky/about.html").await;
    let mut problems = Vec::new();
    for (typed, page) in [
        ("тигуучу", "ky/encyclopedia/tailor.html"),
        ("ТИГҮҮЧҮ", "ky/encyclopedia/tailor.html"),
        ("счетовод", "ky/encyclopedia/accountant.html"),
        ("повар", "ky/encyclopedia/cook.html"),
        ("класстын мугал", "ky/encyclopedia/primary-teacher.html"),
    ] {
        reader.retype(typed).await;
        reader.searched(typed).await;
        let titles = reader.group("site-titles").await;
        match titles.first().map(|row| reader.page(&row.href)) {
            Some(first) if first == page => {}
            first => problems.push(format!("{typed}: {first:?}")),
        }
    }
    expect_none("titles that are not found first", &problems);
    reader.leaves_cleanly().await;
}
