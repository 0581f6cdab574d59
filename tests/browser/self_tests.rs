//! The self-tests, as pupils use them: answering, stopping and going on, the result, other people's views, the way to another
//! device, and what may go wrong.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use url::Url;

use crate::browser::axe::violations;
use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme};
use crate::browser::clean::strays_beside;
use crate::browser::server::Way;
use crate::{expect_none, site};

const VIEW: &str = "(document.querySelector('.test-app').dataset.view || '')";

async fn open(browser: &Browser, base: &Url, lang: &str, test: &str) {
    browser.open(&base.join(&format!("{lang}/tests/{test}.html")).expect("well-formed")).await;
    browser.wait_for("the test is there", &format!("return {VIEW} === 'start'")).await;
}

async fn wait_for_view(browser: &Browser, view: &str) {
    browser.wait_for(view, &format!("return {VIEW} === '{view}'")).await;
}

/// Presses a button of the test by its words, as the page's words have it under a name.
async fn press(browser: &Browser, word: &str) {
    let script = format!(
        "const text = document.querySelector('#site-test-words').getAttribute('data-{word}');
         const begins = text.split('{{')[0];
         const button = Array.from(document.querySelectorAll('.test-app button, .test-paper button'))
             .find(one => one.checkVisibility() && (one.textContent === text || (begins && text !== begins && one.textContent.startsWith(begins))));
         if (button) {{ button.click(); }}
         return !!button"
    );
    let pressed: bool = browser.eval(&script).await;
    let text: String = browser.eval("return document.querySelector('.test-app').innerText").await;
    assert!(pressed, "there is no button `{word}`; the test says:\n{text}");
}

/// Answers all that is open on one page: how much of each scale, by the number of the scale.
async fn answer_all(browser: &Browser, levels: &[i64]) {
    let script = format!(
        "const levels = {levels:?};
         const test = JSON.parse(document.querySelector('.test-app').dataset.test);
         test.items.forEach((item, at) => {{
             const value = Math.max(0, Math.min(4, levels[item.scale] + [0, 1, 0, -1][(at + Math.floor(at / levels.length)) % 4]));
             document.querySelector(`.test-question input[name='${{item.id}}'][value='${{value}}']`)?.click();
         }});
         return null"
    );
    browser.eval::<()>(&script).await;
}

/// Begins with all questions on a page.
async fn begin_all(browser: &Browser, form: &str) {
    let script = format!(
        "document.querySelector(\"input[name='form'][value='{form}']\")?.click();
         document.querySelector(\"input[name='way'][value='all']\").click();
         document.querySelector('.test-start button').click(); return null"
    );
    browser.eval::<()>(&script).await;
    wait_for_view(browser, "ask").await;
}

/// Time passes as if somebody had read the questions.
const READ: &str = "
    for (const key of Object.keys(localStorage).filter(key => key.endsWith(':tests/interests') || key.endsWith(':tests/strengths'))) {
        const record = JSON.parse(localStorage.getItem(key));
        record.data.spent = 400;
        localStorage.setItem(key, JSON.stringify(record));
    }
    return null";

async fn finish(browser: &Browser) {
    browser.eval::<()>(READ).await;
    press(browser, "finish-questions").await;
    wait_for_view(browser, "result").await;
}

const CLEAR: [i64; 6] = [4, 1, 1, 2, 1, 2];

/// What the result shows.
#[derive(Debug, Deserialize)]
struct Shown {
    sureness: String,
    doubts: usize,
    bars: Vec<String>,
    near: Vec<String>,
    reasons: usize,
    groups: usize,
    unlike: usize,
    code: String,
}

const RESULT: &str = "
    const texts = selector => Array.from(document.querySelectorAll(selector), one => one.textContent);
    return {
        sureness: document.querySelector('.test-sureness').dataset.sureness,
        doubts: document.querySelectorAll('.test-sureness li').length,
        bars: texts('.test-bars .test-scale'),
        near: texts('.test-name'),
        reasons: Array.from(document.querySelectorAll('.test-near')).filter(one => one.querySelector('.test-why li')).length,
        groups: document.querySelectorAll('.test-group').length,
        unlike: document.querySelectorAll('.test-unlike .test-near').length,
        code: document.querySelector('.test-code').textContent,
    }";

#[tokio::test(flavor = "multi_thread")]
async fn the_interests_lead_to_professions_with_reasons() {
    for (way, lang) in [(Way::File, "ky"), (Way::Root, "ru"), (Way::SubPath, "ky")] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        open(&browser, &base, lang, "interests").await;
        begin_all(&browser, "long").await;
        answer_all(&browser, &CLEAR).await;
        finish(&browser).await;
        let shown: Shown = browser.eval(RESULT).await;
        assert_eq!((shown.sureness.as_str(), shown.doubts), ("clear", 0), "{shown:?}");
        assert_eq!(shown.bars.len(), 6);
        assert!(shown.near.len() >= 5, "{shown:?}");
        assert_eq!(shown.reasons, shown.near.len(), "every profession has a reason: {shown:?}");
        assert!(shown.groups >= 2 && shown.unlike == 1, "{shown:?}");
        let text: String = browser.eval("return document.querySelector('.test-view').innerText").await;
        assert!(!text.contains('%'), "no percentage of fit: {text}");
        assert!(!text.contains("{"), "{text}");
        // The page opens again with the result one press away.
        open(&browser, &base, lang, "interests").await;
        press(&browser, "see").await;
        wait_for_view(&browser, "result").await;
        let again: Shown = browser.eval(RESULT).await;
        assert_eq!((again.near, again.code), (shown.near, shown.code.clone()));
        // The code gives the same profile on another device.
        browser.eval::<()>("localStorage.clear(); return null").await;
        open(&browser, &base, lang, "interests").await;
        browser.eval::<()>("document.querySelector('.test-more').open = true; return null").await;
        browser.type_into(".test-code-form input", &shown.code.to_lowercase()).await;
        browser.press(Key::Enter).await;
        wait_for_view(&browser, "result").await;
        let coded: Shown = browser.eval(RESULT).await;
        assert_eq!((coded.bars, coded.sureness, coded.code), (shown.bars, shown.sureness, shown.code));
        assert_eq!(browser.complaints().await, Vec::<String>::new());
        expect_none("requests that went astray", &strays_beside(&browser, &base, &["data:"]).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn careless_and_flat_answers_get_things_to_try_and_no_list() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    for (levels, doubt) in [([2i64; 6], "flat"), ([0; 6], "low")] {
        open(&browser, &base, "ru", "interests").await;
        begin_all(&browser, "long").await;
        answer_all(&browser, &levels).await;
        finish(&browser).await;
        let shown: Shown = browser.eval(RESULT).await;
        assert_eq!(shown.sureness, "none", "{doubt}: {shown:?}");
        assert!(shown.near.is_empty() && shown.doubts > 0, "{shown:?}");
        let tries: usize = browser.eval("return document.querySelectorAll('.test-band > ul > li').length").await;
        assert!(tries >= 3, "there is something to try");
    }
    // The short form is never clear, and goes on to the long one.
    open(&browser, &base, "ru", "interests").await;
    begin_all(&browser, "short").await;
    let asked: usize = browser.eval("return document.querySelectorAll('.test-question').length").await;
    assert_eq!(asked, 30);
    answer_all(&browser, &CLEAR).await;
    finish(&browser).await;
    let shown: Shown = browser.eval(RESULT).await;
    assert_eq!(shown.sureness, "likely", "{shown:?}");
    press(&browser, "longer").await;
    wait_for_view(&browser, "ask").await;
    let (asked, open): (usize, usize) = browser
        .eval(
            "const all = Array.from(document.querySelectorAll('.test-question'));
               return [all.length, all.filter(one => !one.querySelector(':checked')).length]",
        )
        .await;
    assert_eq!((asked, open), (60, 30), "what was answered stays");
    assert_eq!(browser.complaints().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_test_is_worked_by_keyboard_alone() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        open(&browser, &base, "ky", "interests").await;
        let focus =
            "return document.activeElement.className || document.activeElement.name || document.activeElement.tagName";
        // From the skip link to the button that begins: Tab alone.
        browser.press(Key::Tab).await;
        browser.press(Key::Enter).await;
        let mut reached = false;
        for _ in 0..40 {
            browser.press(Key::Tab).await;
            reached = browser.eval("return document.activeElement.matches('.test-start button')").await;
            if reached {
                break;
            }
        }
        assert!(reached, "the button is reached");
        browser.press(Key::Enter).await;
        wait_for_view(&browser, "ask").await;
        assert_eq!(
            browser.eval::<String>("return document.activeElement.tagName").await,
            "H2",
            "the focus is on the question"
        );
        for number in 0..60 {
            // Without an answer it does not go on, and says so.
            if number == 0 {
                browser.eval::<()>("document.querySelector('.test-turn .button').focus(); return null").await;
                browser.press(Key::Enter).await;
                let note: String = browser.eval("return document.querySelector('.test-note').textContent").await;
                assert!(!note.is_empty(), "it says what is missing");
            } else {
                browser.press(Key::Tab).await;
            }
            let inside: bool = browser.eval("return document.activeElement.matches('.test-answer input')").await;
            assert!(inside, "question {number}: {}", browser.eval::<String>(focus).await);
            browser.press(char::from(b'0' + [4, 1, 0, 2, 1, 3][number % 6])).await;
            let chosen: bool = browser.eval("return document.activeElement.checked").await;
            assert!(chosen, "question {number}: the digit chooses");
            browser.press(Key::Enter).await;
        }
        wait_for_view(&browser, "result").await;
        assert_eq!(browser.eval::<String>("return document.activeElement.tagName").await, "H2");
        let all: bool = browser.eval("return document.querySelectorAll('.test-bars li').length === 6").await;
        assert!(all);
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_question_at_a_time_by_finger_can_be_left_and_resumed() {
    let base = Way::Root.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.screen(PHONE).await;
    open(&browser, &base, "ru", "interests").await;
    browser.eval::<()>("document.querySelector('.test-start button').click(); return null").await;
    wait_for_view(&browser, "ask").await;
    for number in 1..=3 {
        let small: Vec<String> = browser
            .eval("return Array.from(document.querySelectorAll('.test-app :is(button, .test-answer)'))
                .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.textContent)")
            .await;
        assert!(small.is_empty(), "targets of less than 44 pixels: {small:?}");
        let wide: bool = browser.eval("return document.documentElement.scrollWidth <= innerWidth").await;
        assert!(wide, "nothing is wider than the screen");
        browser
            .eval::<()>("document.querySelectorAll('.test-answer')[3].scrollIntoView({ block: 'center' }); return null")
            .await;
        browser.click(".test-answer:nth-child(4)").await;
        let next = format!(
            "return document.querySelector('progress').value === {number} && !document.querySelector('.test-answer :checked')"
        );
        browser.wait_for("the next question comes by itself", &next).await;
    }
    // Nothing was pressed to keep it.
    open(&browser, &base, "ru", "interests").await;
    press(&browser, "go-on").await;
    wait_for_view(&browser, "ask").await;
    let (value, title): (u32, String) = browser
        .eval("return [document.querySelector('progress').value, document.querySelector('.test-number').textContent]")
        .await;
    assert!(value == 3 && title.contains('4'), "{value} {title}");
    press(&browser, "back").await;
    let kept: String = browser.eval("return document.querySelector('.test-answer :checked').value").await;
    assert_eq!(kept, "3");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_tab_loses_no_answer() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start_with(&[]).await;
        // Another tab, for a dead one answers nothing any more.
        let other = browser.new_tab().await.expect("there is room for a tab");
        open(&browser, &base, "ru", "interests").await;
        begin_all(&browser, "long").await;
        browser.eval::<()>("document.querySelector(\"input[name='r1'][value='3']\").click(); return null").await;
        let last = "document.querySelector(\"input[name='i1'][value='4']\").click(); return null";
        browser.eval::<()>(last).await;
        // The tab's process ends at once, without a moment to tidy up. The driver calls that a mistake.
        let killed = browser.cdp().send_raw("Page.crash", json!({})).await;
        assert!(killed.is_err_and(|error| error.to_string().contains("crash")), "the tab is dead");
        browser.switch_to_window(other).await.expect("the browser itself lives");
        open(&browser, &base, "ru", "interests").await;
        press(&browser, "go-on").await;
        wait_for_view(&browser, "ask").await;
        let kept: Vec<String> = browser
            .eval(
                "return ['r1', 'i1'].map(id => document.querySelector(`input[name='${id}']:checked`)?.value || 'lost')",
            )
            .await;
        assert_eq!(kept, ["3", "4"], "{way:?}");
    }
}

/// Gives a file to the page's field.
pub async fn give(browser: &Browser, path: &std::path::Path) {
    browser.eval::<()>("document.querySelector('.test-more').open = true; return null").await;
    browser.type_into(".test-more input[type='file']", &path.display().to_string()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_leave_as_a_file_and_come_back_and_wrong_files_change_nothing() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        let folder = tempfile::tempdir().expect("a folder");
        let download = json!({ "behavior": "allow", "downloadPath": folder.path() });
        browser.devtools("Browser.setDownloadBehavior", download).await;
        open(&browser, &base, "ru", "interests").await;
        browser.type_into(".test-start input[type='text']", "Айбек").await;
        begin_all(&browser, "long").await;
        answer_all(&browser, &CLEAR).await;
        finish(&browser).await;
        let shown: Shown = browser.eval(RESULT).await;
        press(&browser, "save").await;
        let file = downloaded(folder.path()).await;
        let content: Value = serde_json::from_str(&fs::read_to_string(&file).expect("the file")).expect("JSON");
        assert_eq!((&content["version"], &content["name"]), (&json!(1), &json!("Айбек")));
        assert_eq!(content["records"]["tests/interests"]["answers"].as_object().map(serde_json::Map::len), Some(60));
        // Another device.
        browser.eval::<()>("localStorage.clear(); return null").await;
        open(&browser, &base, "ru", "interests").await;
        let text = fs::read_to_string(&file).expect("the file");
        for (name, wrong) in [
            ("damaged", text[..text.len() / 2].to_string()),
            ("newer", text.replacen("\"version\": 1", "\"version\": 7", 1)),
            ("foreign", "PK not ours".to_string()),
        ] {
            let path = folder.path().join(format!("{name}.json"));
            fs::write(&path, wrong).expect("a file");
            give(&browser, &path).await;
            browser
                .wait_for(name, &format!("return !!document.querySelector('.test-trouble [data-trouble=\"{name}\"]')"))
                .await;
            let kept: usize = browser
                .eval("return Object.keys(localStorage).filter(key => key.startsWith('bagyt-own')).length")
                .await;
            assert_eq!(kept, 0, "{name}: nothing was written");
        }
        give(&browser, &file).await;
        browser.wait_for("it is there", "return !!document.querySelector('.test-people li')").await;
        let who: String = browser.eval("return document.querySelector('.test-people li').textContent").await;
        assert!(who.contains("Айбек") && who.contains("60"), "{who}");
        press(&browser, "see").await;
        wait_for_view(&browser, "result").await;
        let again: Shown = browser.eval(RESULT).await;
        assert_eq!((again.near, again.code), (shown.near, shown.code));
        // The end on a shared computer: asked once more, and then nothing of it is left.
        press(&browser, "finish").await;
        press(&browser, "remove-yes").await;
        wait_for_view(&browser, "start").await;
        let left: Vec<String> =
            browser.eval("return Object.keys(localStorage).filter(key => key.includes('own'))").await;
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

pub async fn downloaded(folder: &std::path::Path) -> PathBuf {
    let begun = Instant::now();
    loop {
        let files = fs::read_dir(folder).expect("the folder").filter_map(|entry| Some(entry.ok()?.path()));
        if let Some(file) = files.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "json")) {
            return file;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "the file does not come");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_storage_that_is_full_blocked_or_cleared_is_told_and_nothing_is_lost() {
    let base = Way::Root.open(&site::own().folder).await;
    for (name, breaks) in [
        ("full", "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); }"),
        (
            "none",
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
        ),
        ("cleared", "localStorage.clear()"),
    ] {
        let browser = Browser::start().await;
        open(&browser, &base, "ky", "interests").await;
        begin_all(&browser, "long").await;
        browser.eval::<()>("document.querySelector(\"input[name='r1'][value='3']\").click(); return null").await;
        browser.eval::<()>(&format!("{breaks}; return null")).await;
        browser.eval::<()>("document.querySelector(\"input[name='i1'][value='4']\").click(); return null").await;
        let (told, save): (bool, bool) = browser
            .eval(&format!(
                "return [!!document.querySelector('.test-trouble [data-trouble=\"{name}\"]'), document.querySelector('.test-save button').checkVisibility()]"
            ))
            .await;
        assert!(told && save, "{name}: told {told}, the file is offered {save}");
        // What goes out as a file has both answers.
        let file: String = browser
            .eval(
                "let text; const make = URL.createObjectURL;
                 URL.createObjectURL = blob => { text = blob.text(); return make(blob); };
                 document.querySelector('.test-save button').click();
                 return text",
            )
            .await;
        let file: Value = serde_json::from_str(&file).expect("JSON");
        assert_eq!(file["records"]["tests/interests"]["answers"], json!({ "r1": 3, "i1": 4 }), "{name}");
        // The page asks before it is left with something that is nowhere else.
        browser.eval::<()>("window.onbeforeunload = null; return null").await;
        let asks: bool = browser
            .eval("const event = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(event); return event.defaultPrevented")
            .await;
        assert_eq!(asks, name != "cleared", "{name}");
        drop(browser);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn several_people_use_one_computer() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    open(&browser, &base, "ru", "interests").await;
    browser.type_into(".test-start input[type='text']", "Айбек").await;
    begin_all(&browser, "long").await;
    browser.eval::<()>("document.querySelector(\"input[name='r1'][value='3']\").click(); return null").await;
    open(&browser, &base, "ru", "interests").await;
    browser.type_into(".test-start input[type='text']", "Жылдыз").await;
    begin_all(&browser, "long").await;
    let ticked: usize = browser.eval("return document.querySelectorAll('.test-answer :checked').length").await;
    assert_eq!(ticked, 0, "nobody sees the answers of the one before");
    browser.eval::<()>("document.querySelector(\"input[name='r1'][value='0']\").click(); return null").await;
    open(&browser, &base, "ru", "interests").await;
    let people: Vec<String> = browser
        .eval("return Array.from(document.querySelectorAll('.test-people li > span'), one => one.textContent)")
        .await;
    assert_eq!(people.len(), 2, "{people:?}");
    let other = "Array.from(document.querySelectorAll('.test-people button')).find(one => one.getAttribute('aria-label').includes('Айбек')).click(); return null";
    browser.eval::<()>(other).await;
    wait_for_view(&browser, "ask").await;
    let kept: String = browser.eval("return document.querySelector(\"input[name='r1']:checked\").value").await;
    assert_eq!(kept, "3");
    // On a disk the page says where answers are kept and by whom they can be seen.
    open(&browser, &base, "ru", "interests").await;
    let text: String = browser.eval("return document.querySelector('.test-view').innerText").await;
    assert!(text.contains("с диска или флешки"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_disk_the_other_language_gets_the_answers_by_its_link() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    open(&browser, &base, "ru", "interests").await;
    begin_all(&browser, "long").await;
    for (id, value) in [("r1", 3), ("i1", 4), ("c10", 0)] {
        browser
            .eval::<()>(&format!(
                "document.querySelector(\"input[name='{id}'][value='{value}']\").click(); return null"
            ))
            .await;
    }
    let link: String = browser
        .eval("const link = document.querySelector('.langs a[data-lang=ky]'); link.dispatchEvent(new Event('focus')); return link.href")
        .await;
    assert!(link.contains("#answers="), "{link}");
    // As in a browser that keeps a store for each file: nothing is there.
    browser.eval::<()>("localStorage.clear(); return null").await;
    browser.open(&Url::parse(&link).expect("an address")).await;
    wait_for_view(&browser, "start").await;
    press(&browser, "go-on").await;
    wait_for_view(&browser, "ask").await;
    press(&browser, "all").await;
    let kept: Vec<String> = browser
        .eval("return ['r1', 'i1', 'c10'].map(id => document.querySelector(`input[name='${id}']:checked`)?.value || 'lost')")
        .await;
    assert_eq!(kept, ["3", "4", "0"]);
    let lang: String = browser.eval("return document.documentElement.lang").await;
    assert_eq!(lang, "ky");
}

#[tokio::test(flavor = "multi_thread")]
async fn strengths_are_compared_with_the_views_of_others() {
    for (way, lang) in [(Way::File, "ru"), (Way::Root, "ky")] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        open(&browser, &base, lang, "strengths").await;
        begin_all(&browser, "long").await;
        answer_all(&browser, &[4, 4, 1, 1, 4, 4, 2, 2, 1, 1, 2, 2]).await;
        finish(&browser).await;
        let groups: Vec<usize> = browser
            .eval("return ['strong', 'middle', 'train'].map(name => document.querySelectorAll(`.test-${name} li`).length)")
            .await;
        assert_eq!(groups, [4, 4, 4]);
        let (near, reasons): (usize, usize) =
            browser.eval("return [document.querySelectorAll('.test-near').length, document.querySelectorAll('.test-near .test-why').length]").await;
        assert!(near >= 3 && reasons == near, "{near} {reasons}");
        // The teacher saw two of the four, and two others.
        let mark = "const sheet = document.querySelectorAll('.test-sheet')[1]; sheet.open = true;
            for (const id of ['hands', 'precision', 'care', 'team']) { sheet.querySelector(`input[value='${id}']`).click(); }
            return null";
        browser.eval::<()>(mark).await;
        let counts: Vec<usize> = browser
            .eval("return Array.from(document.querySelectorAll('.test-agree dd'), one => one.textContent.split(', ').length)")
            .await;
        assert_eq!(counts, [2, 2, 2], "both, others, self");
        // A fifth mark is refused and said.
        let fifth = "const sheet = document.querySelectorAll('.test-sheet')[1];
            sheet.querySelector(\"input[value='ideas']\").click();
            return [sheet.querySelector(\"input[value='ideas']\").checked, sheet.querySelector('.test-note').textContent]";
        let (checked, note): (bool, String) = browser.eval(fifth).await;
        assert!(!checked && !note.is_empty());
        open(&browser, &base, lang, "strengths").await;
        press(&browser, "see").await;
        wait_for_view(&browser, "result").await;
        let kept: usize = browser.eval("return document.querySelectorAll('.test-sheet :checked').length").await;
        assert_eq!(kept, 4, "the views are kept");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_paper_is_there_and_says_so() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    for lang in ["ky", "ru"] {
        for (test, items, tables) in [("interests", 60, 3), ("strengths", 48, 4)] {
            browser.open(&base.join(&format!("{lang}/tests/{test}.html")).expect("well-formed")).await;
            let notice = browser.find(By::Css("noscript")).await.expect("there is a sentence");
            assert!(notice.text().await.expect("its text").contains("JavaScript"));
            let rows = browser.find_all(By::Css(".test-paper-in table:first-of-type tbody tr")).await.expect("rows");
            let all = browser.find_all(By::Css(".test-paper-in table")).await.expect("tables");
            assert!(
                rows.len() >= items && all.len() == tables,
                "{lang} {test}: {} rows, {} tables",
                rows.len(),
                all.len()
            );
            assert!(rows[0].is_displayed().await.expect("it is there"), "{lang} {test}: the paper is shown");
        }
    }
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_state() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let mut problems = Vec::new();
    for (lang, test, levels) in [
        ("ky", "interests", CLEAR.to_vec()),
        ("ru", "interests", vec![2; 6]),
        ("ru", "strengths", vec![4, 4, 1, 1, 4, 4, 2, 2, 1, 1, 2, 2]),
    ] {
        for (screen, scheme) in [(DESKTOP, Scheme::Light), (PHONE, Scheme::Dark)] {
            browser.screen(screen).await;
            browser.scheme(scheme).await;
            browser.eval::<()>("try { localStorage.clear(); } catch {} return null").await;
            open(&browser, &base, lang, test).await;
            let look = async |state: &str, problems: &mut Vec<String>| {
                let open_all = "document.querySelectorAll('.test-app details').forEach(part => { part.open = true; })";
                let found = violations(&browser, open_all).await;
                problems
                    .extend(found.into_iter().map(|problem| format!("{lang} {test} {state} {scheme:?}: {problem}")));
                let wide: bool = browser.eval("return document.documentElement.scrollWidth <= innerWidth").await;
                if !wide {
                    problems.push(format!("{lang} {test} {state}: wider than {}", screen.width));
                }
            };
            look("start", &mut problems).await;
            browser.eval::<()>("document.querySelector('.test-start button').click(); return null").await;
            wait_for_view(&browser, "ask").await;
            look("one question", &mut problems).await;
            press(&browser, "all").await;
            browser.wait_for("all", "return document.querySelectorAll('.test-question').length > 1").await;
            look("all questions", &mut problems).await;
            answer_all(&browser, &levels).await;
            finish(&browser).await;
            look("result", &mut problems).await;
        }
    }
    expect_none("violations", &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_scripts_of_a_test_are_small() {
    let size = packed_size("ru/tests/interests.html", "../");
    assert!(size <= 25 * 1024, "{size} bytes");
}

/// Bytes of all scripts of a page, packed as hosts send them; `up` leads from the page to its language's folder's parent.
pub fn packed_size(page: &str, up: &str) -> usize {
    let html = site::read(&site::own().folder, page);
    let document = scraper::Html::parse_document(&html);
    let selector = scraper::Selector::parse("script[src]").expect("a selector");
    let mut size = 0;
    for script in document.select(&selector) {
        let path = script.attr("src").expect("an address").trim_start_matches(up);
        let file = site::own().folder.join(path);
        let packed = Command::new("gzip").args(["-9", "-c"]).arg(&file).output().expect("gzip runs");
        println!("{path}: {} bytes", packed.stdout.len());
        size += packed.stdout.len();
    }
    size
}
