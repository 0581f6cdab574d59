//! The diary, as a pupil keeps it: writing, leaving and coming back, the results of tests, several people, files, paper, and
//! what may go wrong.

use std::fs;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use url::Url;

use crate::browser::axe::violations;
use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme};
use crate::browser::clean::strays_beside;
use crate::browser::self_tests::{downloaded, give, packed_size};
use crate::browser::server::Way;
use crate::{expect_none, site};

const RECORD: &str = "programme/diary";

async fn open(browser: &Browser, base: &Url, lang: &str, at: &str, view: &str) {
    browser.open(&base.join(&format!("{lang}/about.html")).expect("well-formed")).await;
    browser.open(&base.join(&format!("{lang}/programme/diary.html{at}")).expect("well-formed")).await;
    wait_for_view(browser, view).await;
}

async fn wait_for_view(browser: &Browser, view: &str) {
    browser.wait_for(view, &format!("return document.querySelector('.test-app')?.dataset.view === '{view}'")).await;
}

/// Presses a button of the diary by its words, as the page's words have it under a name.
async fn press(browser: &Browser, word: &str) {
    let script = format!(
        "const text = document.querySelector('#site-diary-words').getAttribute('data-{word}');
         const button = Array.from(document.querySelectorAll('.test-app button, .test-paper button'))
             .find(one => one.checkVisibility() && one.textContent === text);
         if (button) {{ button.click(); }}
         return !!button"
    );
    assert!(browser.eval::<bool>(&script).await, "there is no button `{word}`");
}

async fn begin(browser: &Browser, name: &str) {
    browser.type_into(".test-start input", name).await;
    browser.press(Key::Enter).await;
    wait_for_view(browser, "contents").await;
}

/// What is stored of the diary of the present person.
async fn stored(browser: &Browser) -> Value {
    browser
        .eval(&format!(
            "const key = Object.keys(localStorage).find(key => key.endsWith(':{RECORD}'));
             return key ? JSON.parse(localStorage.getItem(key)).data.answers : null"
        ))
        .await
}

/// Writes into the field with a number, as typing does.
async fn write(browser: &Browser, number: usize, text: &str) {
    let script = format!(
        "const field = document.querySelectorAll('.test-view textarea')[{number}];
         field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); return null",
        json!(text)
    );
    browser.eval::<()>(&script).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_diary_is_kept_by_keyboard_alone() {
    for (way, lang) in [(Way::File, "ky"), (Way::Root, "ru")] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        open(&browser, &base, lang, "", "start").await;
        // Past the head of the page by its first link.
        browser.press(Key::Tab).await;
        browser.press(Key::Enter).await;
        let mut reached = false;
        for _ in 0..40 {
            browser.press(Key::Tab).await;
            reached = browser.eval("return document.activeElement.matches('.test-start input')").await;
            if reached {
                break;
            }
        }
        assert!(reached, "the name is reached");
        browser.press('A').await;
        browser.press(Key::Enter).await;
        wait_for_view(&browser, "contents").await;
        assert_eq!(browser.eval::<String>("return document.activeElement.tagName").await, "H2");
        // To the first page, which is a link.
        let mut reached = false;
        for _ in 0..10 {
            browser.press(Key::Tab).await;
            reached = browser.eval("return document.activeElement.matches('.diary-group a')").await;
            if reached {
                break;
            }
        }
        assert!(reached, "the first page is reached");
        browser.press(Key::Enter).await;
        wait_for_view(&browser, "page").await;
        let mut filled = 0;
        let mut left = false;
        for _ in 0..80 {
            browser.press(Key::Tab).await;
            let at: String = browser
                .eval("const at = document.activeElement; return at.matches('.test-turn .button') ? 'next' : at.tagName + ':' + (at.type || '')")
                .await;
            match at.as_str() {
                "TEXTAREA:textarea" => {
                    browser.press('z').await;
                    filled += 1;
                }
                "INPUT:radio" => browser.press(' ').await,
                "next" => {
                    browser.press(Key::Enter).await;
                    left = true;
                    break;
                }
                _ => {}
            }
        }
        assert!(left && filled >= 8, "{left} {filled}");
        browser.wait_for("the next page", "return location.hash === '#people'").await;
        let answers = stored(&browser).await;
        assert_eq!(
            (&answers["start/about"], &answers["start/sure"], &answers["start/like"][0]),
            (&json!("z"), &json!(0), &json!(["z", "z"]))
        );
        // Back leads back, and what was written is there.
        browser.back().await.expect("back");
        browser.wait_for("the page before", "return location.hash === '#start' && document.querySelectorAll('.test-view textarea')[0].value === 'z'").await;
        assert_eq!(browser.complaints().await, Vec::<String>::new());
        expect_none("requests that went astray", &strays_beside(&browser, &base, &["data:"]).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_tab_loses_nothing_of_the_diary() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start_with(&[]).await;
        let other = browser.new_tab().await.expect("there is room for a tab");
        open(&browser, &base, "ru", "", "start").await;
        begin(&browser, "Айбек").await;
        open(&browser, &base, "ru", "#start", "page").await;
        write(&browser, 0, "Мен жөнүндө\nэки сап").await;
        // The pause after a key.
        browser.wait_for("it is stored", "return document.querySelector('.diary-kept').textContent === document.querySelector('#site-diary-words').dataset.kept").await;
        let killed = browser.cdp().send_raw("Page.crash", json!({})).await;
        assert!(killed.is_err_and(|error| error.to_string().contains("crash")), "the tab is dead");
        browser.switch_to_window(other).await.expect("the browser itself lives");
        open(&browser, &base, "ru", "#start", "page").await;
        let kept: String = browser.eval("return document.querySelectorAll('.test-view textarea')[0].value").await;
        assert_eq!(kept, "Мен жөнүндө\nэки сап");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_in_the_middle_of_a_word_loses_nothing() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    open(&browser, &base, "ky", "", "start").await;
    begin(&browser, "").await;
    // Another page of the diary, another page of the site, and a page that is hidden: without the pause.
    for (text, leave) in [
        ("one", "location.hash = 'people'"),
        ("two", "location.href = '../index.html'"),
        (
            "three",
            "Object.defineProperty(document, 'visibilityState', { value: 'hidden' }); document.dispatchEvent(new Event('visibilitychange'))",
        ),
    ] {
        open(&browser, &base, "ky", "#start", "page").await;
        write(&browser, 0, text).await;
        browser.eval::<()>(&format!("{leave}; return null")).await;
        tokio::time::sleep(Duration::from_millis(150)).await;
        assert_eq!(stored(&browser).await["start/about"], json!(text));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn worksheets_and_results_of_tests_flow_into_the_diary() {
    for (way, lang) in [(Way::File, "ru"), (Way::Root, "ky")] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        // The worksheet of a lesson leads to its page of the diary.
        browser.open(&base.join(&format!("{lang}/programme/step-1/lesson-05.html")).expect("well-formed")).await;
        browser.eval::<()>("document.querySelector('.worksheet-fill a').click(); return null").await;
        wait_for_view(&browser, "page").await;
        assert_eq!(browser.eval::<String>("return location.hash").await, "#lesson-5");
        browser
            .eval::<()>("document.querySelectorAll('.diary-row')[0].querySelectorAll('input')[2].click(); return null")
            .await;
        browser
            .wait_for("it is kept", "return Object.keys(localStorage).some(key => key.endsWith(':programme/diary'))")
            .await;
        assert_eq!(stored(&browser).await["lesson-5/q2"][0], json!(2));
        let without: bool = browser.eval("return !!document.querySelector('.diary-row [hidden]')").await;
        assert!(without, "an answer can be taken back only where there is one");
        open(&browser, &base, lang, "#my-tests", "page").await;
        let before: usize = browser.eval("return document.querySelectorAll('.diary-result li').length").await;
        assert_eq!(before, 0);
        // The tests, as this person has answered them.
        let answer = "
            const person = JSON.parse(localStorage.getItem('bagyt-own:people')).data.current;
            for (const { test } of JSON.parse(document.querySelector('.test-app').dataset.diary).tests) {
                const answers = Object.fromEntries(test.items.map(({ id, scale }, at) =>
                    [id, Math.max(0, Math.min(4, [4, 1, 1, 3, 1, 2][scale % 6] + [0, 1, 0, -1][(at + Math.floor(at / test.scales.length)) % 4]))]));
                const data = { form: 'long', answers, spent: 400, views: { home: [test.scales[1].id] } };
                localStorage.setItem(`bagyt-own:${person}:${test.id}`, JSON.stringify({ v: 1, data }));
            }
            return null";
        browser.eval::<()>(answer).await;
        open(&browser, &base, lang, "#my-tests", "page").await;
        let (interests, strengths, seen): (usize, usize, bool) = browser
            .eval("return [document.querySelectorAll('[data-result=interests] li').length, document.querySelectorAll('[data-result=strengths] li').length,
                document.querySelector('[data-result=strengths]').textContent.includes(JSON.parse(document.querySelector('.test-app').dataset.diary).tests[1].test.scales[1].title.toLowerCase())]")
            .await;
        assert!(interests >= 3 && strengths >= 4 && seen, "{interests} {strengths} {seen}");
        // The whole has the worksheet and the results.
        open(&browser, &base, lang, "#booklet", "booklet").await;
        let text: String = browser.eval("return document.querySelector('.diary-book').innerText").await;
        assert!(text.contains('—') && !text.contains("{"), "{text}");
        let sheets: usize = browser.eval("return document.querySelectorAll('.diary-sheet').length").await;
        assert_eq!(sheets, 2);
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_diary_moves_as_a_file_and_bad_files_change_nothing() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        let folder = tempfile::tempdir().expect("a folder");
        browser
            .devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder.path() }))
            .await;
        open(&browser, &base, "ru", "", "start").await;
        begin(&browser, "Жылдыз").await;
        open(&browser, &base, "ru", "#start", "page").await;
        write(&browser, 0, "три предложения").await;
        // What was typed last goes out too.
        browser.eval::<()>("document.querySelector('.test-save').hidden = false; document.querySelector('.test-save button').click(); return null").await;
        let file = downloaded(folder.path()).await;
        let text = fs::read_to_string(&file).expect("the file");
        let content: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(content["records"][RECORD]["answers"]["start/about"], json!("три предложения"));
        browser.eval::<()>("localStorage.clear(); return null").await;
        open(&browser, &base, "ru", "", "start").await;
        browser.eval::<()>("document.querySelector('.test-more').open = true; return null").await;
        for (name, wrong) in [
            ("damaged", text[..text.len() / 2].to_string()),
            ("damaged", text.replacen("\"answers\"", "\"answer\"", 1)),
            ("newer", text.replacen("\"version\": 1", "\"version\": 7", 1)),
            ("foreign", "PK not ours".to_string()),
        ] {
            browser.eval::<()>("document.querySelector('.test-trouble').replaceChildren(); return null").await;
            let path = folder.path().join("wrong.json");
            fs::write(&path, wrong).expect("a file");
            give(&browser, &path).await;
            let told = format!("return !!document.querySelector('.test-trouble [data-trouble=\"{name}\"]')");
            browser.wait_for(name, &told).await;
            let kept: usize = browser
                .eval("return Object.keys(localStorage).filter(key => key.startsWith('bagyt-own')).length")
                .await;
            assert_eq!(kept, 0, "{name}: nothing was written");
        }
        give(&browser, &file).await;
        wait_for_view(&browser, "contents").await;
        let title: String = browser.eval("return document.querySelector('.test-view h2').textContent").await;
        assert!(title.contains("Жылдыз"), "{title}");
        assert_eq!(stored(&browser).await["start/about"], json!("три предложения"));
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

#[tokio::test(flavor = "multi_thread")]
async fn a_full_blocked_or_cleared_storage_is_told_and_the_diary_still_goes_out() {
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
        open(&browser, &base, "ky", "", "start").await;
        begin(&browser, "").await;
        open(&browser, &base, "ky", "#start", "page").await;
        write(&browser, 0, "биринчи").await;
        browser.eval::<()>("window.dispatchEvent(new Event('blur')); return null").await;
        browser.eval::<()>(&format!("{breaks}; return null")).await;
        write(&browser, 1, "экинчи").await;
        let told = format!(
            "return !!document.querySelector('.test-trouble [data-trouble=\"{name}\"]') && document.querySelector('.test-save button').checkVisibility()"
        );
        browser.wait_for(name, &told).await;
        let note: bool = browser
            .eval(&format!(
                "return document.querySelector('.diary-kept').textContent === document.querySelector('#site-diary-words').dataset.{}",
                if name == "cleared" { "kept" } else { "unkept" }
            ))
            .await;
        assert!(note, "{name}: the page says whether it is kept");
        let file: String = browser
            .eval(
                "let text; const make = URL.createObjectURL;
                 URL.createObjectURL = blob => { text = blob.text(); return make(blob); };
                 document.querySelector('.test-save button').click();
                 return text",
            )
            .await;
        let file: Value = serde_json::from_str(&file).expect("JSON");
        let answers = &file["records"][RECORD]["answers"];
        assert_eq!(
            (&answers["start/about"], &answers["start/like"][0][0]),
            (&json!("биринчи"), &json!("экинчи")),
            "{name}"
        );
        drop(browser);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn several_pupils_keep_diaries_on_one_computer() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    for name in ["Айбек", "Жылдыз"] {
        open(&browser, &base, "ru", "", "start").await;
        begin(&browser, name).await;
        open(&browser, &base, "ru", "#start", "page").await;
        let there: String = browser.eval("return document.querySelectorAll('.test-view textarea')[0].value").await;
        assert_eq!(there, "", "nobody sees the diary of the one before");
        write(&browser, 0, name).await;
    }
    open(&browser, &base, "ru", "", "start").await;
    let people: Vec<String> = browser
        .eval("return Array.from(document.querySelectorAll('.test-people li > span'), one => one.textContent)")
        .await;
    assert_eq!(people.len(), 2, "{people:?}");
    let other = "Array.from(document.querySelectorAll('.test-people button')).find(one => one.getAttribute('aria-label').includes('Айбек')).click(); return null";
    browser.eval::<()>(other).await;
    wait_for_view(&browser, "contents").await;
    open(&browser, &base, "ru", "#start", "page").await;
    let kept: String = browser.eval("return document.querySelectorAll('.test-view textarea')[0].value").await;
    assert_eq!(kept, "Айбек");
    // One goes, the other stays.
    open(&browser, &base, "ru", "#pages", "contents").await;
    press(&browser, "finish").await;
    press(&browser, "remove-yes").await;
    wait_for_view(&browser, "start").await;
    assert_eq!(stored(&browser).await["start/about"], json!("Жылдыз"));
    let text: String = browser.eval("return document.querySelector('.test-view').innerText").await;
    assert!(text.contains("с диска или флешки"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_diary_is_printed_empty_and_filled() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    for lang in ["ky", "ru"] {
        browser.eval::<()>("try { localStorage.clear(); } catch {} return null").await;
        open(&browser, &base, lang, "", "start").await;
        let text = paper(&browser).await;
        let sheets: Vec<&str> = text.split('\u{c}').filter(|sheet| !sheet.trim().is_empty()).collect();
        // A cover, and every page of the diary on a sheet of its own.
        let pages: usize =
            browser.eval("return JSON.parse(document.querySelector('.test-app').dataset.diary).pages.length").await;
        assert!(sheets.len() > pages && sheets.len() <= pages + 8, "{lang}: {} sheets of {pages} pages", sheets.len());
        begin(&browser, "Айгүл").await;
        open(&browser, &base, lang, "#start", "page").await;
        let long = "узун сөз ".repeat(400);
        write(&browser, 0, &long).await;
        // Of a page in which somebody writes the whole text is printed, and of the diary what is filled in.
        for at in ["#start", "#booklet", "#pages"] {
            if at != "#start" {
                open(&browser, &base, lang, at, if at == "#pages" { "contents" } else { "booklet" }).await;
            }
            let text = paper(&browser).await;
            assert_eq!(text.matches("узун").count(), 400, "{lang} {at}");
            assert!(text.contains("Айгүл") && !text.contains(&["_"; 8].concat()), "{lang} {at}: {text}");
        }
    }
}

/// The words of the page on paper, a sheet between form feeds.
async fn paper(browser: &Browser) -> String {
    browser.media("print", Scheme::Light).await;
    let pdf = browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
    browser.scheme(Scheme::Light).await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("diary.pdf");
    fs::write(&file, STANDARD.decode(pdf["data"].as_str().expect("a PDF")).expect("in base64"))
        .expect("the file is written");
    let output = std::process::Command::new("pdftotext").arg(&file).arg("-").output().expect("pdftotext runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_empty_diary_is_there_and_says_so() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    for lang in ["ky", "ru"] {
        browser.open(&base.join(&format!("{lang}/programme/diary.html")).expect("well-formed")).await;
        let notice = browser.find(By::Css("noscript")).await.expect("there is a sentence");
        assert!(notice.text().await.expect("its text").contains("JavaScript"));
        let lesson = browser.find(By::Id("lesson-18")).await.expect("the last lesson");
        assert!(lesson.is_displayed().await.expect("it is there"), "{lang}: the paper is shown");
    }
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_state_of_the_diary() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let mut problems = Vec::new();
    for (lang, screen, scheme) in [("ky", PHONE, Scheme::Dark), ("ru", DESKTOP, Scheme::Light)] {
        browser.screen(screen).await;
        browser.scheme(scheme).await;
        browser.eval::<()>("try { localStorage.clear(); } catch {} return null").await;
        open(&browser, &base, lang, "", "start").await;
        look(&browser, "start", &mut problems).await;
        begin(&browser, "Айгүл").await;
        // Pages that have every kind of prompt between them.
        for page in ["start", "lesson-4", "lesson-5", "lesson-9", "my-tests", "after-ways", "plan"] {
            open(&browser, &base, lang, &format!("#{page}"), "page").await;
            browser.eval::<()>("document.querySelectorAll('.test-view textarea').forEach(field => { field.value = 'Ааа'; field.dispatchEvent(new Event('input')); }); document.querySelectorAll('.test-view .diary-boxes').forEach(set => set.querySelector('input').click()); return null").await;
            look(&browser, page, &mut problems).await;
        }
        open(&browser, &base, lang, "#pages", "contents").await;
        look(&browser, "contents", &mut problems).await;
        open(&browser, &base, lang, "#booklet", "booklet").await;
        look(&browser, "booklet", &mut problems).await;
    }
    expect_none("violations", &problems);
}

/// What is wrong with a state: for axe, in width, in the size of what one presses, with letters of twice the size.
async fn look(browser: &Browser, state: &str, problems: &mut Vec<String>) {
    let found =
        violations(browser, "document.querySelectorAll('.test-app details').forEach(part => { part.open = true; })")
            .await;
    problems.extend(found.into_iter().map(|problem| format!("{state}: {problem}")));
    let small: Vec<String> = browser
        .eval("return Array.from(document.querySelectorAll('.test-app :is(button, .test-box, textarea, .diary-group a)'))
            .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5).map(one => one.outerHTML.slice(0, 80))")
        .await;
    problems.extend(small.into_iter().map(|one| format!("{state}: less than 44 pixels: {one}")));
    let wide: Vec<String> = browser
        .eval(
            "const found = [];
            for (const size of ['', '200%']) {
                document.documentElement.style.fontSize = size;
                if (document.documentElement.scrollWidth > innerWidth) { found.push(size || 'as it is'); }
            }
            document.documentElement.style.fontSize = '';
            return found",
        )
        .await;
    problems.extend(wide.into_iter().map(|size| format!("{state}: wider than the screen, {size}")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_scripts_of_the_diary_are_small() {
    let size = packed_size("ru/programme/diary.html", "../");
    assert!(size <= 25 * 1024, "{size} bytes");
}
