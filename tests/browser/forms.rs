//! Questionnaires as a career office uses them: many people one after the other on one tablet, corrections, files of several
//! devices, the summary, and what may go wrong.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use url::Url;

use crate::browser::axe::violations;
use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme};
use crate::browser::clean::strays_beside;
use crate::browser::server::Way;
use crate::{RUN_FIRST, checker, expect_none, site};

const VIEW: &str = "(document.querySelector('.test-app').dataset.view || '')";
const SURVEY: &str = "survey";

async fn open(browser: &Browser, base: &Url, lang: &str, form: &str) {
    let page = format!("{lang}/handbook/labour-market/{form}.html");
    browser.open(&base.join(&page).expect("well-formed")).await;
    wait_for_view(browser, "start").await;
}

async fn wait_for_view(browser: &Browser, view: &str) {
    browser.wait_for(view, &format!("return {VIEW} === '{view}'")).await;
}

/// Presses a button by its words, as the page's words have it under a name.
async fn press(browser: &Browser, word: &str) {
    let script = format!(
        "const text = document.querySelector('#site-form-words').getAttribute('data-{word}');
         const button = Array.from(document.querySelectorAll('.test-app button'))
             .find(one => one.checkVisibility() && one.textContent === text);
         if (button) {{ button.click(); }}
         return !!button"
    );
    let pressed: bool = browser.eval(&script).await;
    let text: String = browser.eval("return document.querySelector('.test-app').innerText").await;
    assert!(pressed, "there is no button `{word}`; the page says:\n{text}");
}

/// Marks choices and writes into fields: by question and value, or by question, row and column.
const GIVE: &str = "
    const form = JSON.parse(document.querySelector('.test-app').dataset.form);
    for (const [id, value] of Object.entries(answers)) {
        const at = form.questions.findIndex(question => question.id === id);
        const set = document.querySelector(`[data-question='${at}']`);
        const write = (field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
        const { kind, rows, columns } = form.questions[at];
        if (kind === 'table') {
            for (const [row, cells] of Object.entries(value)) {
                const fields = set.querySelectorAll('.form-row')[rows.findIndex(one => one.id === row)].querySelectorAll('input');
                for (const [column, cell] of Object.entries(cells)) { write(fields[columns.findIndex(one => one.id === column)], cell); }
            }
        } else if (['one', 'several', 'scale'].includes(kind)) {
            for (const one of [value].flat()) { set.querySelector(`input[value='${one}']`).click(); }
        } else { write(set.querySelector('input, textarea'), value); }
    }
    return null";

async fn give(browser: &Browser, answers: &Value) {
    browser.eval::<()>(&format!("const answers = {answers};{GIVE}")).await;
}

async fn people(browser: &Browser) -> usize {
    browser.eval("return document.querySelectorAll('.form-people > li').length").await
}

/// What questions can be seen, by their ids.
async fn shown(browser: &Browser) -> Vec<String> {
    browser
        .eval(
            "const form = JSON.parse(document.querySelector('.test-app').dataset.form);
             return Array.from(document.querySelectorAll('[data-question]')).filter(one => one.checkVisibility())
                 .map(one => form.questions[one.dataset.question].id)",
        )
        .await
}

/// Somebody answers and brings it to its end.
async fn answer(browser: &Browser, answers: &Value) {
    let view: String = browser.eval(&format!("return {VIEW}")).await;
    press(browser, if view == "thanks" { "next" } else { "new" }).await;
    wait_for_view(browser, "ask").await;
    give(browser, answers).await;
    press(browser, "finish").await;
    wait_for_view(browser, "thanks").await;
}

fn employers() -> [Value; 3] {
    [
        json!({"form": "farm", "size": "s1", "hired": "2", "found": ["known", "came"], "prepared": "4", "need": "yes",
            "wanted": {"1": {"who": "Сварщик", "year": "1", "later": "2"}}, "lacking": ["order"], "advice": "=1+1; \"больше практики\""}),
        json!({"form": "company", "size": "s501", "hired": "0", "need": "yes", "wanted": {"1": {"who": " сварщик ", "year": "3"}}}),
        json!({"form": "company", "size": "s6", "need": "no", "lacking": ["order", "computer", "safety"]}),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn many_answer_one_after_the_other_and_are_counted() {
    for (way, lang) in [(Way::File, "ky"), (Way::Root, "ru"), (Way::SubPath, "ru")] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        open(&browser, &base, lang, SURVEY).await;
        press(&browser, "new").await;
        wait_for_view(&browser, "ask").await;
        // What is asked depends on what was answered.
        let begun = shown(&browser).await;
        assert!(!begun.contains(&"found".to_string()) && !begun.contains(&"wanted".to_string()), "{begun:?}");
        give(&browser, &json!({"hired": "2", "need": "yes", "help": ["talk"]})).await;
        let asked = shown(&browser).await;
        for id in ["found", "prepared", "wanted", "contact"] {
            assert!(asked.contains(&id.to_string()), "{id}: {asked:?}");
        }
        give(&browser, &json!({"hired": "0"})).await;
        assert!(!shown(&browser).await.contains(&"found".to_string()));
        press(&browser, "later").await;
        wait_for_view(&browser, "start").await;
        assert_eq!(people(&browser).await, 1, "what was begun is there");
        for answers in employers() {
            answer(&browser, &answers).await;
            let left: usize = browser.eval("return document.querySelectorAll('.test-app input').length").await;
            assert_eq!(left, 0, "nobody sees the answers of the one before");
        }
        press(&browser, "to-list").await;
        wait_for_view(&browser, "start").await;
        assert_eq!(people(&browser).await, 4);
        press(&browser, "summary").await;
        wait_for_view(&browser, "summary").await;
        let counts: Value = browser
            .eval(
                "const parts = Array.from(document.querySelectorAll('.form-result'));
                 const cells = at => Array.from(parts[at].querySelectorAll('tbody tr'), row => Array.from(row.children, cell => cell.textContent));
                 return { company: cells(0)[2], bars: parts[0].querySelectorAll('svg.form-bar').length, wanted: cells(11),
                     hired: parts[5].querySelector('.form-numbers').textContent, advice: parts[15].querySelector('li').textContent,
                     width: document.documentElement.scrollWidth <= innerWidth }",
            )
            .await;
        assert_eq!(
            (&counts["company"][1], &counts["bars"], &counts["width"]),
            (&json!("2"), &json!(6), &json!(true)),
            "{counts}"
        );
        assert!(counts["company"][2].as_str().is_some_and(|share| share.starts_with("66,7")), "{counts}");
        // Two wrote the same in two ways; one who did not say yes is not among them.
        assert_eq!(counts["wanted"][0][1], "2", "{counts}");
        assert_eq!((&counts["wanted"][0][2], &counts["wanted"][0][3]), (&json!("4"), &json!("2")), "{counts}");
        assert!(counts["advice"].as_str().is_some_and(|text| text.contains("больше практики")), "{counts}");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
        expect_none("requests that went astray", &strays_beside(&browser, &base, &["data:", "blob:"]).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_questionnaire_is_filled_in_by_keyboard_alone() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        open(&browser, &base, "ru", "graduates-before").await;
        let reach = async |selector: &str| {
            for _ in 0..90 {
                let there: bool = browser.eval(&format!("return document.activeElement.matches(\"{selector}\")")).await;
                if there {
                    return;
                }
                browser.press(Key::Tab).await;
            }
            panic!("{selector} is not reached");
        };
        browser.press(Key::Tab).await;
        browser.press(Key::Enter).await;
        reach(".test-view .button").await;
        browser.press(Key::Enter).await;
        wait_for_view(&browser, "ask").await;
        assert_eq!(browser.eval::<String>("return document.activeElement.tagName").await, "H2");
        // Nothing is asked or kept before somebody agrees.
        assert!(shown(&browser).await.is_empty());
        let kept: usize =
            browser.eval("return Object.keys(localStorage).filter(key => key.includes('forms/')).length").await;
        assert_eq!(kept, 0);
        reach(".test-answer input").await;
        browser.press(' ').await;
        browser.wait_for("the questions", "return document.querySelectorAll('[data-question]').length > 3").await;
        reach("input[name='q-level']").await;
        browser.press(' ').await;
        reach("[data-question='1'] input").await;
        for letter in "Повар".chars() {
            browser.press(letter).await;
        }
        // It does not end while a required question is open, and leads there.
        reach(".test-turn .button").await;
        browser.press(Key::Enter).await;
        let (note, there): (String, bool) = browser
            .eval("return [document.querySelector('form > .test-note').textContent, document.activeElement.name === 'q-plan']")
            .await;
        assert!(note.contains('9') && there, "{note}");
        browser.press(' ').await;
        reach(".test-turn .button").await;
        browser.press(Key::Enter).await;
        wait_for_view(&browser, "thanks").await;
        reach(".test-turn .button").await;
        browser.press(Key::Enter).await;
        wait_for_view(&browser, "ask").await;
        let stored: Vec<Value> = browser
            .eval(
                "return Object.entries(localStorage).filter(([key]) => key.startsWith('bagyt-forms/') && !key.endsWith(':people'))
                     .map(([, text]) => JSON.parse(text).data)",
            )
            .await;
        assert_eq!(stored.len(), 1, "{stored:?}");
        assert_eq!(
            (&stored[0]["answers"]["speciality"], &stored[0]["done"], &stored[0]["agreed"]),
            (&json!("Повар"), &json!(true), &json!(true))
        );
        assert_eq!(stored[0]["answers"]["plan"], "work");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_tab_loses_no_letter() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start_with(&[]).await;
        let other = browser.new_tab().await.expect("there is room for a tab");
        open(&browser, &base, "ru", SURVEY).await;
        answer(&browser, &employers()[0]).await;
        press(&browser, "next").await;
        wait_for_view(&browser, "ask").await;
        give(&browser, &json!({"size": "s21", "change": "Больше заказов онлайн"})).await;
        let killed = browser.cdp().send_raw("Page.crash", json!({})).await;
        assert!(killed.is_err_and(|error| error.to_string().contains("crash")), "the tab is dead");
        browser.switch_to_window(other).await.expect("the browser itself lives");
        open(&browser, &base, "ru", SURVEY).await;
        assert_eq!(people(&browser).await, 2, "{way:?}");
        press(&browser, "go-on").await;
        wait_for_view(&browser, "ask").await;
        let kept: (String, String) = browser
            .eval("return [document.querySelector(\"input[name='q-size']:checked\")?.value, document.querySelector('textarea').value]")
            .await;
        assert_eq!(kept, ("s21".to_string(), "Больше заказов онлайн".to_string()), "{way:?}");
    }
}

/// The text of the file that a button gives.
async fn given(browser: &Browser, word: &str) -> String {
    let script = format!(
        "let text; const make = URL.createObjectURL;
         URL.createObjectURL = blob => {{ text = blob.arrayBuffer(); return make(blob); }};
         const word = document.querySelector('#site-form-words').getAttribute('data-{word}');
         const button = Array.from(document.querySelectorAll('.test-app button')).find(one => one.checkVisibility() && one.textContent === word);
         (button || document.querySelector('.test-save button')).click();
         URL.createObjectURL = make;
         return text.then(bytes => new TextDecoder('utf-8', {{ ignoreBOM: true }}).decode(bytes))"
    );
    browser.eval(&script).await
}

async fn take(browser: &Browser, files: &[&Path]) {
    browser.eval::<()>("document.querySelector('.test-more').open = true; return null").await;
    let paths: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    browser.type_into(".test-more input[type='file']", &paths.join("\n")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_several_devices_merge_without_doubles_and_wrong_ones_change_nothing() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        let folder = tempfile::tempdir().expect("a folder");
        browser
            .devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder.path() }))
            .await;
        let path = |name: &str| folder.path().join(name);
        // One device.
        open(&browser, &base, "ru", SURVEY).await;
        for answers in &employers()[..2] {
            answer(&browser, answers).await;
        }
        open(&browser, &base, "ru", SURVEY).await;
        let one = given(&browser, "save").await;
        fs::write(path("one.json"), &one).expect("a file");
        let saved = downloaded(folder.path()).await;
        assert_eq!(
            saved.file_name().and_then(|name| name.to_str()).map(|name| name.starts_with("survey-")),
            Some(true)
        );
        // The table of Excel: parted by semicolons, with its mark, and computed by nobody.
        let table = given(&browser, "csv").await;
        assert!(table.starts_with('\u{feff}') && table.contains(";\"'=1+1;"), "{table}");
        // One of them is removed here: the file that still has it does not bring it back.
        press(&browser, "delete").await;
        press(&browser, "remove-yes").await;
        browser.wait_for("one is left", "return document.querySelectorAll('.form-people > li').length === 1").await;
        let later = given(&browser, "save").await;
        fs::write(path("later.json"), &later).expect("a file");
        assert!(!later.contains("больше практики"), "what was removed is nowhere any more");
        // Another device.
        browser.eval::<()>("localStorage.clear(); return null").await;
        open(&browser, &base, "ky", SURVEY).await;
        answer(&browser, &employers()[2]).await;
        open(&browser, &base, "ky", SURVEY).await;
        for (name, wrong) in [
            ("damaged", one[..one.len() / 2].to_string()),
            ("newer", one.replacen("\"version\": 1", "\"version\": 7", 1)),
            ("foreign", one.replace("labour-market/survey", "labour-market/other")),
        ] {
            fs::write(path(name), wrong).expect("a file");
            take(&browser, &[&path(name)]).await;
            browser
                .wait_for(name, &format!("return !!document.querySelector('.test-trouble [data-trouble=\"{name}\"]')"))
                .await;
            assert_eq!(people(&browser).await, 1, "{name}: nothing has changed");
        }
        take(&browser, &[&path("one.json")]).await;
        browser.wait_for("three", "return document.querySelectorAll('.form-people > li').length === 3").await;
        take(&browser, &[&path("one.json"), &path("later.json")]).await;
        browser.wait_for("two", "return document.querySelectorAll('.form-people > li').length === 2").await;
        take(&browser, &[&path("one.json")]).await;
        browser.wait_for("it is said", "return /3|2/.test(document.querySelector('.test-said').textContent)").await;
        assert_eq!(people(&browser).await, 2, "what was removed on one device stays removed");
        // The same files, counted by the command, give the same people.
        let all = given(&browser, "save").await;
        fs::write(path("all.json"), &all).expect("a file");
        let mut command = crate::common::bagyt();
        command
            .current_dir(folder.path())
            .args(["forms", "tabulate", "all.json", "one.json", "--lang", "ky", "--csv", "-", "--site"]);
        let output = command.arg(env!("CARGO_MANIFEST_DIR")).output().expect("the command starts");
        let counted = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(counted, given(&browser, "csv").await, "the table is the same, byte for byte");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

async fn downloaded(folder: &Path) -> PathBuf {
    let begun = Instant::now();
    loop {
        let files = fs::read_dir(folder).expect("the folder").filter_map(|entry| Some(entry.ok()?.path()));
        let is_saved = |path: &PathBuf| {
            path.file_name().is_some_and(|name| name.to_string_lossy().contains("survey-"))
                && path.extension().is_some_and(|ending| ending == "json")
        };
        if let Some(file) = files.into_iter().find(is_saved) {
            return file;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "the file does not come");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_corrected_and_removed() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    open(&browser, &base, "ru", SURVEY).await;
    answer(&browser, &employers()[2]).await;
    press(&browser, "to-list").await;
    press(&browser, "correct").await;
    wait_for_view(&browser, "ask").await;
    // No more than three may be marked, and a number out of range changes nothing.
    let fourth: (bool, String) = browser
        .eval(
            "const box = document.querySelector(\"input[name='q-lacking'][value='trade']\"); box.click();
             return [box.checked, box.closest('fieldset').querySelector('.test-note').textContent]",
        )
        .await;
    assert!(!fourth.0 && fourth.1.contains('3'), "{fourth:?}");
    give(&browser, &json!({"hired": "12"})).await;
    give(&browser, &json!({"hired": "12x"})).await;
    let (note, invalid): (String, bool) = browser
        .eval(
            "const field = document.querySelector(\"[data-question='5'] input\");
             return [document.querySelector(\"[data-question='5'] .test-note\").textContent, field.getAttribute('aria-invalid') === 'true']",
        )
        .await;
    assert!(invalid && note.contains("100000"), "{note}");
    give(&browser, &json!({"hired": "1 200"})).await;
    // A mark of one choice can be taken off again.
    browser.eval::<()>("document.querySelector(\"[data-question='2'] .form-unmark\").click(); return null").await;
    press(&browser, "finish").await;
    press(&browser, "to-list").await;
    let file: Value = serde_json::from_str(&given(&browser, "save").await).expect("JSON");
    let answers = &file["respondents"][0]["answers"];
    assert_eq!((&answers["hired"], &answers["size"]), (&json!(1200), &Value::Null), "{answers}");
    assert_eq!(answers["lacking"].as_array().map(Vec::len), Some(3));
    press(&browser, "delete").await;
    press(&browser, "remove-no").await;
    assert_eq!(people(&browser).await, 1);
    // A test's «remove everything» is about the tests alone.
    browser.open(&base.join("ru/tests/interests.html").expect("well-formed")).await;
    browser.wait_for("the test", &format!("return {VIEW} === 'start'")).await;
    browser.eval::<()>("document.querySelector('.test-start button').click(); return null").await;
    browser.open(&base.join("ru/tests/interests.html").expect("well-formed")).await;
    browser.wait_for("the test", &format!("return {VIEW} === 'start'")).await;
    browser
        .eval::<()>("document.querySelector('.test-more').open = true; document.querySelector('.test-remove').click(); document.querySelector('.test-yes').click(); return null")
        .await;
    open(&browser, &base, "ru", SURVEY).await;
    assert_eq!(people(&browser).await, 1);
    browser.eval::<()>("document.querySelector('.test-more').open = true; return null").await;
    press(&browser, "clear").await;
    press(&browser, "remove-yes").await;
    browser.wait_for("nobody is left", "return !document.querySelector('.form-people')").await;
    let left: Vec<String> =
        browser.eval("return Object.keys(localStorage).filter(key => key.includes('forms/'))").await;
    assert!(left.is_empty(), "{left:?}");
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
        open(&browser, &base, "ky", SURVEY).await;
        press(&browser, "new").await;
        wait_for_view(&browser, "ask").await;
        give(&browser, &json!({"size": "s1"})).await;
        browser.eval::<()>(&format!("{breaks}; return null")).await;
        give(&browser, &json!({"need": "yes"})).await;
        let (told, save): (bool, bool) = browser
            .eval(&format!(
                "return [!!document.querySelector('.test-trouble [data-trouble=\"{name}\"]'), document.querySelector('.test-save button').checkVisibility()]"
            ))
            .await;
        assert!(told && save, "{name}: told {told}, the file is offered {save}");
        let file: Value = serde_json::from_str(&given(&browser, "none-of-these").await).expect("JSON");
        assert_eq!(file["respondents"][0]["answers"], json!({"size": "s1", "need": "yes"}), "{name}: {file}");
        drop(browser);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_paper_is_there_and_says_so() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    for lang in ["ky", "ru"] {
        for (form, questions) in
            [("survey", 19), ("graduates-before", 15), ("graduates-after", 24), ("graduates-contacts", 9)]
        {
            browser.open(&base.join(&format!("{lang}/handbook/labour-market/{form}.html")).expect("well-formed")).await;
            let notice = browser.find(By::Css("noscript")).await.expect("there is a sentence");
            assert!(notice.text().await.expect("its text").contains("JavaScript"));
            let paper = browser.find(By::Css(".form-paper .test-paper-in")).await.expect("the paper");
            let text = paper.text().await.expect("its text");
            assert!(text.contains(&format!("{questions}. ")), "{lang} {form}: {text}");
            assert!(browser.find(By::Css(".test-app")).await.is_ok_and(|_| true));
        }
    }
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_state_is_accessible_valid_and_fits() {
    // From a host, for the checker does not know what 'self' in a page's policy means in a file.
    let base = Way::Root.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let states = site::scratch("forms-states");
    fs::create_dir_all(&states).expect("a folder");
    let mut problems = Vec::new();
    let mut pages: Vec<PathBuf> = Vec::new();
    for (lang, form) in [("ky", "survey"), ("ru", "graduates-after"), ("ru", "graduates-contacts")] {
        for (screen, scheme, larger) in
            [(DESKTOP, Scheme::Light, false), (PHONE, Scheme::Dark, false), (DESKTOP, Scheme::Dark, true)]
        {
            browser.screen(screen).await;
            browser.scheme(scheme).await;
            browser.eval::<()>("try { localStorage.clear(); } catch {} return null").await;
            open(&browser, &base, lang, form).await;
            if larger {
                browser.eval::<()>("document.documentElement.style.fontSize = '200%'; return null").await;
            }
            let mut look = async |state: &str| {
                let open_all = "document.querySelectorAll('.test-app details').forEach(part => { part.open = true; })";
                let found = violations(&browser, open_all).await;
                problems
                    .extend(found.into_iter().map(|problem| format!("{lang} {form} {state} {scheme:?}: {problem}")));
                let wide: bool = browser.eval("return document.documentElement.scrollWidth <= innerWidth").await;
                if !wide {
                    problems.push(format!("{lang} {form} {state}: wider than {}", screen.width));
                }
                let small: Vec<String> = browser
                    .eval(
                        "return Array.from(document.querySelectorAll('.test-app :is(button, .test-answer, summary, input:not([type=radio], [type=checkbox]))'))
                             .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.outerHTML)",
                    )
                    .await;
                problems
                    .extend(small.into_iter().map(|one| format!("{lang} {form} {state}: lower than 44 pixels: {one}")));
                if !larger {
                    let html: String =
                        browser.eval("return '<!doctype html>' + document.documentElement.outerHTML").await;
                    let path = states.join(format!("{lang}-{form}-{state}-{}.html", screen.width));
                    // The policy is that of a host; a file on the disk has none.
                    let html = html.replace("http-equiv=\"Content-Security-Policy\"", "name=\"policy\"");
                    fs::write(&path, html).expect("a page is kept");
                    pages.push(path);
                }
            };
            look("start").await;
            press(&browser, "new").await;
            wait_for_view(&browser, "ask").await;
            look("greeting").await;
            let consent: bool = browser.eval("return !document.querySelector('[data-question]')").await;
            if consent {
                browser.eval::<()>("document.querySelector('.test-answer input').click(); return null").await;
            }
            let answers = match form {
                "survey" => employers()[0].clone(),
                "graduates-after" => {
                    json!({"level": "college", "now": "other", "first-job": "yes", "months": "3", "rating": "4"})
                }
                _ => {
                    json!({"name": "Айбек", "speciality": "Повар", "adult": "yes", "phone": "0555", "leaving": "2027-06-30"})
                }
            };
            give(&browser, &answers).await;
            look("questions").await;
            press(&browser, "finish").await;
            wait_for_view(&browser, "thanks").await;
            look("thanks").await;
            press(&browser, "to-list").await;
            look("list").await;
            press(&browser, "delete").await;
            look("sure").await;
            press(&browser, "summary").await;
            wait_for_view(&browser, "summary").await;
            look("summary").await;
            if form == "graduates-contacts" {
                let text: String = browser.eval("return document.querySelector('.test-view').innerText").await;
                assert!(!text.contains("Айбек") && !text.contains("0555"), "nobody is named in a summary: {text}");
            }
        }
    }
    let mut command = Command::new("java");
    command.arg("-jar").arg(checker("vnu-jar/build/dist/vnu.jar"));
    command.args(["--errors-only", "--stdout", "--exit-zero-always"]).args(&pages);
    let output = tokio::task::block_in_place(|| command.output());
    let output = output.unwrap_or_else(|error| panic!("java does not start ({error}). {RUN_FIRST}"));
    let said = String::from_utf8_lossy(&output.stdout);
    problems.extend(said.lines().filter(|line| !line.trim().is_empty()).map(str::to_string));
    expect_none("what is wrong in some state", &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_scripts_of_a_questionnaire_are_small() {
    let html = site::read(&site::own().folder, "ru/handbook/labour-market/survey.html");
    let document = scraper::Html::parse_document(&html);
    let selector = scraper::Selector::parse("script[src]").expect("a selector");
    let mut size = 0;
    for script in document.select(&selector) {
        let path = script.attr("src").expect("an address").trim_start_matches("../");
        let file = site::own().folder.join(path);
        let packed = Command::new("gzip").args(["-9", "-c"]).arg(&file).output().expect("gzip runs");
        println!("{path}: {} bytes", packed.stdout.len());
        size += packed.stdout.len();
    }
    assert!(size <= 25 * 1024, "{size} bytes");
}
