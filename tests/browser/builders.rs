//! The builders of CVs and letters, as graduates use them: writing, paper, Word, JSON Resume there and back, the check, and what
//! may go wrong.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use url::Url;

use crate::browser::axe::violations;
use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme};
use crate::browser::clean::strays_beside;
use crate::browser::server::Way;
use crate::{RUN_FIRST, checker, expect_none, site};

const VIEW: &str = "(document.querySelector('.builder-app').dataset.view || '')";

async fn open(browser: &Browser, base: &Url, lang: &str, page: &str) {
    browser.open(&base.join(&format!("{lang}/graduates/cv/{page}.html")).expect("well-formed")).await;
    browser.wait_for("the list is there", &format!("return {VIEW} === 'start'")).await;
}

async fn begin(browser: &Browser) {
    browser.eval::<()>("document.querySelector('.builder-new').click(); return null").await;
    browser.wait_for("the form is there", &format!("return {VIEW} === 'edit'")).await;
}

/// Presses a button by its words, as the page's words have them under a name.
async fn press(browser: &Browser, word: &str) {
    let script = format!(
        "const text = document.querySelector('#site-builder-words').getAttribute('data-{word}');
         document.querySelectorAll('.builder-app details').forEach(part => {{ part.open = true; }});
         const button = Array.from(document.querySelectorAll('.builder-app button')).find(one => one.checkVisibility() && one.textContent === text);
         if (button) {{ button.click(); }}
         return !!button"
    );
    let pressed: bool = browser.eval(&script).await;
    let text: String = browser.eval("return document.querySelector('.builder-app').innerText").await;
    assert!(pressed, "there is no button `{word}`; the builder says:\n{text}");
}

/// Writes into fields: part, field, its number among those of the part, text.
async fn write(browser: &Browser, fields: &[(&str, &str, usize, &str)]) {
    for (part, field, number, text) in fields {
        let script = format!(
            "const field = document.querySelectorAll('[data-part={part}] [data-field={field}]')[{number}];
             const box = field.querySelector('input, textarea');
             box.value = {text};
             box.dispatchEvent(new Event('input'));
             return null",
            text = json!(text)
        );
        browser.eval::<()>(&script).await;
    }
    settled(browser).await;
}

/// Months and years of an entry.
async fn date(browser: &Browser, part: &str, field: &str, number: usize, month: &str, year: &str) {
    let script = format!(
        "const field = document.querySelectorAll('[data-part={part}] [data-field={field}]')[{number}];
         field.querySelector('select').value = '{month}';
         field.querySelector('input').value = '{year}';
         field.querySelector('input').dispatchEvent(new Event('input'));
         return null"
    );
    browser.eval::<()>(&script).await;
    settled(browser).await;
}

/// Waits for the sheet to be drawn anew.
async fn settled(browser: &Browser) {
    browser.eval::<()>("return new Promise(done => setTimeout(() => done(null), 250))").await;
}

const LINES: &str = "Array.from(document.querySelectorAll('.builder-sheets .sheet-in > *'), one => one.innerText.replace(/\\s+/g, ' ').trim())";

async fn sheet(browser: &Browser) -> Vec<String> {
    browser.eval(&format!("return {LINES}")).await
}

async fn findings(browser: &Browser) -> Vec<String> {
    browser.eval("return Array.from(document.querySelectorAll('[data-finding]'), one => one.dataset.finding)").await
}

/// Tabs to what a selector names.
async fn reach(browser: &Browser, selector: &str) {
    for _ in 0..150 {
        browser.press(Key::Tab).await;
        if browser.eval(&format!("return document.activeElement.matches({})", json!(selector))).await {
            return;
        }
    }
    panic!("Tab does not lead to {selector}");
}

async fn typed(browser: &Browser, text: &str) {
    let active = browser.active_element().await.expect("something has the focus");
    active.send_keys(text).await.expect("it takes keys");
}

async fn downloads(browser: &Browser) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let allow = json!({ "behavior": "allow", "downloadPath": folder.path() });
    browser.devtools("Browser.setDownloadBehavior", allow).await;
    folder
}

async fn downloaded(folder: &Path, ending: &str) -> PathBuf {
    let begun = Instant::now();
    loop {
        let files = fs::read_dir(folder).expect("the folder").filter_map(|entry| Some(entry.ok()?.path()));
        if let Some(file) = files.into_iter().find(|path| path.extension().is_some_and(|found| found == ending)) {
            return file;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "no {ending} comes");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// What LibreOffice reads of a Word file, a line each.
fn word_text(file: &Path) -> Vec<String> {
    let home = tempfile::tempdir().expect("a folder");
    let copy = home.path().join("made.docx");
    fs::copy(file, &copy).expect("the file is copied");
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}", home.path().join("profile").display()));
    office.args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]).arg(home.path()).arg(&copy);
    let output = office.output().unwrap_or_else(|error| panic!("LibreOffice does not start ({error}). {RUN_FIRST}"));
    let text = fs::read_to_string(home.path().join("made.txt"));
    let text = text.unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    text.trim_start_matches('\u{feff}').lines().map(str::to_string).filter(|line| !line.trim().is_empty()).collect()
}

/// The words of lines, sorted: Word has dates at another end of the line.
fn words(lines: &[String]) -> Vec<String> {
    let text = lines.join(" ").replace(['•', '\t', ','], " ");
    let mut words: Vec<String> = text.split_whitespace().map(str::to_string).collect();
    words.sort();
    words
}

/// What JSON Resume's own validator has against a file.
fn resume_faults(file: &Path) -> String {
    let script = format!(
        "const {{ validate }} = require({:?});
         validate(JSON.parse(require('node:fs').readFileSync({:?}, 'utf8')), errors => console.log(errors ? errors.join('\\n') : ''));",
        checker("@jsonresume/schema/validator.js"),
        file
    );
    let output = Command::new("node").args(["-e", &script]).output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_string()
}

/// The page as a PDF: its text, and how many sheets it has.
async fn printed(browser: &Browser) -> (String, usize) {
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] })).await;
    let pdf = browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
    let bytes = STANDARD.decode(pdf["data"].as_str().expect("a PDF")).expect("in base64");
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("page.pdf");
    fs::write(&file, bytes).expect("the PDF is written");
    let run = |program: &str, rest: &[&str]| {
        let output = Command::new(program).arg(&file).args(rest).output().expect("poppler runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let info = run("pdfinfo", &[]);
    assert!(info.contains("A4"), "{info}");
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).and_then(|n| n.trim().parse().ok());
    (run("pdftotext", &["-raw", "-"]), pages.expect("a number of pages"))
}

const PERSON: [(&str, &str, usize, &str); 5] = [
    ("person", "name", 0, "Айпери Жээнбекова"),
    ("person", "label", 0, "электрик"),
    ("person", "phone", 0, "0700 00-00-00"),
    ("person", "email", 0, "aiperi.jeenbekova@example.com"),
    ("aim", "summary", 0, "Айыл жерин тейлеген бригадада электрик болуп иштөө."),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_cv_is_written_by_keyboard_on_a_phone_and_leaves_as_paper_word_and_json() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        browser.screen(PHONE).await;
        let folder = downloads(&browser).await;
        open(&browser, &base, "ky", "builder").await;
        reach(&browser, ".builder-new").await;
        browser.press(Key::Enter).await;
        browser.wait_for("the form", &format!("return {VIEW} === 'edit'")).await;
        assert_eq!(browser.eval::<String>("return document.activeElement.tagName").await, "H2");
        reach(&browser, "#builder-language").await;
        typed(&browser, "Русский").await;
        for (selector, text) in [
            ("[data-part=person] [data-field=name] input", "Айпери Жээнбекова"),
            ("[data-part=person] [data-field=label] input", "электрик"),
            ("[data-part=person] [data-field=phone] input", "0700 00-00-00"),
            ("[data-part=person] [data-field=email] input", "aiperi.jeenbekova@example.com"),
            ("[data-part=person] [data-field=city] input", "Нарын"),
            ("[data-part=aim] textarea", "Работать электриком в бригаде."),
            ("[data-part=skills] textarea", "монтаж проводки\nчтение схем"),
            ("[data-part=work] [data-field=position] input", "Помощь мастеру"),
            ("[data-part=work] [data-field=name] input", "Хозяйство"),
            ("[data-part=work] [data-field=startDate] select", "июнь"),
            ("[data-part=work] [data-field=startDate] input", "2024"),
            ("[data-part=work] [data-field=endDate] select", "август"),
            ("[data-part=work] [data-field=endDate] input", "2025"),
            ("[data-part=work] [data-field=highlights] textarea", "Починила 3 насоса"),
        ] {
            reach(&browser, selector).await;
            typed(&browser, text).await;
        }
        reach(&browser, "#builder-add-work").await;
        browser.press(Key::Enter).await;
        // The focus is in the first field of what was added.
        let inside: bool = browser
            .eval("return document.activeElement.matches('.builder-entry:nth-of-type(2) [data-field=position] input')")
            .await;
        assert!(inside, "{}", browser.eval::<String>("return document.activeElement.outerHTML").await);
        typed(&browser, "Практика").await;
        for (selector, text) in [
            ("[data-field=startDate] select", "февраль"),
            ("[data-field=startDate] input", "2026"),
            ("[data-field=endDate] select", "май"),
            ("[data-field=endDate] input", "2026"),
            ("[data-field=highlights] textarea", "Заменила проводку в 14 кабинетах"),
        ] {
            reach(&browser, &format!("[data-part=work] .builder-entry:nth-of-type(2) {selector}")).await;
            typed(&browser, text).await;
        }
        // Experience goes up, and the focus stays with it.
        for (at, button) in ["#builder-up-work", "#builder-up-work"].into_iter().enumerate() {
            if at == 0 {
                browser.eval::<()>("document.querySelector('#builder-called').focus(); return null").await;
                reach(&browser, button).await;
            }
            browser.press(Key::Enter).await;
            assert!(browser.eval::<bool>("return document.activeElement.id.endsWith('-work')").await);
        }
        settled(&browser).await;
        let said: String = browser.eval("return document.querySelector('.builder-said').textContent").await;
        assert!(said.contains('1') && !said.contains('{'), "{said}");
        let lines = sheet(&browser).await;
        let expected = [
            "Айпери Жээнбекова электрик Нарын · 0700 00-00-00 · aiperi.jeenbekova@example.com",
            "Опыт",
            "Практика",
            "Заменила проводку в 14 кабинетах",
            "Помощь мастеру, Хозяйство",
            "Починила 3 насоса",
            "Цель",
            "Работать электриком в бригаде.",
            "Что умею",
            "монтаж проводки",
            "чтение схем",
        ];
        assert_eq!(lines.len(), expected.len(), "{lines:#?}");
        for (line, expected) in lines.iter().zip(expected) {
            assert!(
                words(&[expected.into()]).iter().all(|word| words(std::slice::from_ref(line)).contains(word)),
                "{line} for {expected}"
            );
        }
        assert!(lines[2].contains("февраль–май 2026") && lines[4].contains("июнь 2024 – август 2025"), "{lines:#?}");
        let wide: u32 = browser.eval("return document.documentElement.scrollWidth").await;
        assert!(wide <= 360, "{wide} pixels wide");

        let (text, pages) = printed(&browser).await;
        assert_eq!(pages, 1, "{text}");
        let on_paper: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&[on_paper]), words(&lines), "the paper has what the sheet has, and nothing else");
        browser.media("screen", Scheme::Light).await;

        for layout in [0, 1] {
            browser
                .eval::<()>(&format!(
                    "document.querySelectorAll('[name=builder-layout]')[{layout}].click(); return null"
                ))
                .await;
            settled(&browser).await;
            let lines = sheet(&browser).await;
            press(&browser, "word").await;
            let file = downloaded(folder.path(), "docx").await;
            assert_eq!(words(&word_text(&file)), words(&lines), "{layout}");
            fs::remove_file(file).expect("it can be removed");
        }
        press(&browser, "json").await;
        let file = downloaded(folder.path(), "json").await;
        assert_eq!(resume_faults(&file), "");
        let resume: Value = serde_json::from_str(&fs::read_to_string(&file).expect("the file")).expect("JSON");
        assert_eq!(resume["work"][1]["startDate"], "2026-02", "{resume:#}");

        // It is there when the page is opened again.
        open(&browser, &base, "ky", "builder").await;
        let listed: String = browser.eval("return document.querySelector('.builder-list li').innerText").await;
        assert!(listed.contains("Жээнбекова"), "{listed}");
        press(&browser, "open").await;
        settled(&browser).await;
        assert_eq!(words(&sheet(&browser).await), {
            browser.eval::<()>("document.querySelectorAll('[name=builder-layout]')[1].click(); return null").await;
            settled(&browser).await;
            words(&sheet(&browser).await)
        });
        assert_eq!(browser.complaints().await, Vec::<String>::new());
        expect_none("requests that went astray", &strays_beside(&browser, &base, &["data:", "blob:"]).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_written_with_prompts_in_its_own_language() {
    for (way, lang) in [(Way::File, "ru"), (Way::Root, "ky")] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        browser.screen(PHONE).await;
        let folder = downloads(&browser).await;
        open(&browser, &base, lang, "builder").await;
        begin(&browser).await;
        write(&browser, &PERSON).await;
        open(&browser, &base, lang, "letter-builder").await;
        begin(&browser).await;
        assert!(findings(&browser).await.contains(&"missing".to_string()));
        browser
            .eval::<()>("const select = document.querySelector('#builder-language'); select.value = 'en'; select.dispatchEvent(new Event('change')); return null")
            .await;
        // The name and contacts come from the CV.
        browser
            .eval::<()>("document.querySelector('.builder-settings .builder-row button').click(); return null")
            .await;
        browser
            .eval::<()>("document.querySelector('[data-field=place] .builder-prompts button').click(); return null")
            .await;
        let place: String = browser.eval("return document.querySelector('[data-field=place] textarea').value").await;
        assert!(place.starts_with("I am writing") && place.contains('…'), "{place}");
        let fields = [
            ("recipient", "name", 0, "Ms Gulnara Erkinovna"),
            ("recipient", "organization", 0, "Alatoo LLC"),
            ("letter", "date", 0, "2026-11-30"),
            ("letter", "greeting", 0, "Dear Ms Erkinovna,"),
            ("letter", "place", 0, "I am writing about the post of an electrician."),
            ("letter", "why", 0, "You serve villages, and I live in one."),
            ("letter", "bring", 0, "In my placement I rewired 14 classrooms."),
            ("letter", "learning", 0, "I have not yet worked at heights."),
            ("letter", "close", 0, "I can come on Thursday."),
        ];
        write(&browser, &fields).await;
        assert_eq!(findings(&browser).await, Vec::<String>::new());
        let lines = sheet(&browser).await;
        assert!(lines.iter().any(|line| line == "30 November 2026"), "{lines:#?}");
        assert!(
            lines.last().is_some_and(|line| line.starts_with("Yours sincerely,") && line.contains("Жээнбекова")),
            "{lines:#?}"
        );
        press(&browser, "word").await;
        let file = downloaded(folder.path(), "docx").await;
        assert_eq!(words(&word_text(&file)), words(&lines));
        press(&browser, "json").await;
        let file = downloaded(folder.path(), "json").await;
        assert_eq!(resume_faults(&file), "");
        let (text, pages) = printed(&browser).await;
        assert_eq!((pages, words(&[text])), (1, words(&lines)));
        browser.media("screen", Scheme::Light).await;
        // The file of a letter that is opened among CVs stands among the letters.
        browser.eval::<()>("localStorage.clear(); return null").await;
        open(&browser, &base, lang, "builder").await;
        give(&browser, &file).await;
        browser
            .wait_for("it says where", "return document.querySelector('.builder-said').textContent.length > 10")
            .await;
        open(&browser, &base, lang, "letter-builder").await;
        press(&browser, "open").await;
        settled(&browser).await;
        assert_eq!(sheet(&browser).await, lines);
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

/// Gives a file to the page's field.
async fn give(browser: &Browser, path: &Path) {
    browser.eval::<()>("document.querySelector('.builder-more').open = true; return null").await;
    browser.type_into("#builder-file", &path.display().to_string()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_documents_are_kept_copied_deleted_and_come_back_from_files() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        let folder = downloads(&browser).await;
        open(&browser, &base, "ru", "builder").await;
        begin(&browser).await;
        write(&browser, &PERSON).await;
        press(&browser, "back").await;
        press(&browser, "copy").await;
        begin(&browser).await;
        write(&browser, &[("person", "name", 0, "Тимур")]).await;
        press(&browser, "back").await;
        let count = "return document.querySelectorAll('.builder-list li').length";
        assert_eq!(browser.eval::<usize>(count).await, 3);
        // What others wrote comes in with all that it has.
        let foreign = json!({
            "basics": { "name": "Thomas", "label": "Welder", "image": "https://example.com/me.png" },
            "work": [{ "name": "Firm", "position": "Welder", "startDate": "2014-04-11", "summary": "Joined 40 gates." }],
            "awards": [{ "title": "Best", "date": "2015" }]
        });
        let path = folder.path().join("foreign.txt");
        fs::write(&path, foreign.to_string()).expect("a file");
        give(&browser, &path).await;
        browser.wait_for("it is open", &format!("return {VIEW} === 'edit'")).await;
        let said: String = browser.eval("return document.querySelector('.builder-said').textContent").await;
        assert!(said.contains("awards") && said.contains("basics.image"), "{said}");
        assert!(sheet(&browser).await.iter().any(|line| line == "Joined 40 gates."));
        press(&browser, "json").await;
        let file = downloaded(folder.path(), "json").await;
        assert_eq!(resume_faults(&file), "");
        let again: Value = serde_json::from_str(&fs::read_to_string(&file).expect("the file")).expect("JSON");
        assert_eq!((&again["awards"], &again["basics"]["image"]), (&foreign["awards"], &foreign["basics"]["image"]));
        fs::remove_file(file).expect("it can be removed");
        press(&browser, "back").await;
        press(&browser, "delete").await;
        press(&browser, "remove-yes").await;
        assert_eq!(browser.eval::<usize>(count).await, 3, "one was deleted");
        // Everything as one file, to another device.
        press(&browser, "save-all").await;
        let file = downloaded(folder.path(), "json").await;
        browser.eval::<()>("localStorage.clear(); return null").await;
        open(&browser, &base, "ru", "builder").await;
        for (name, wrong) in [
            ("damaged", "{\"basics\": {\"name\"".to_string()),
            ("damaged", json!({ "basics": { "name": "A" }, "work": {} }).to_string()),
            ("newer", json!({ "basics": {}, "meta": { "bagyt": { "version": 99 } } }).to_string()),
            ("foreign", "PK not ours".to_string()),
            ("foreign", "{\"name\": \"package\"}".to_string()),
        ] {
            fs::write(&path, wrong).expect("a file");
            give(&browser, &path).await;
            browser
                .wait_for(
                    name,
                    &format!("return !!document.querySelector('.builder-trouble [data-trouble=\"{name}\"]')"),
                )
                .await;
            assert_eq!(browser.eval::<usize>(count).await, 0, "{name}: nothing was written");
        }
        give(&browser, &file).await;
        browser.wait_for("they are there", &format!("{count} === 3")).await;
        // The end on a shared computer.
        press(&browser, "finish").await;
        press(&browser, "remove-yes").await;
        assert_eq!(browser.eval::<usize>(count).await, 0);
        let left: Vec<String> =
            browser.eval("return Object.keys(localStorage).filter(key => key.includes('own'))").await;
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
        expect_none("requests that went astray", &strays_beside(&browser, &base, &["data:", "blob:"]).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_tab_loses_no_letter() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start_with(&[]).await;
        // Another tab, for a dead one answers nothing any more.
        let other = browser.new_tab().await.expect("there is room for a tab");
        open(&browser, &base, "ru", "builder").await;
        begin(&browser).await;
        write(&browser, &PERSON).await;
        let last = "const box = document.querySelector('[data-part=skills] textarea'); box.value = 'последнее'; box.dispatchEvent(new Event('input')); return null";
        browser.eval::<()>(last).await;
        let killed = browser.cdp().send_raw("Page.crash", json!({})).await;
        assert!(killed.is_err_and(|error| error.to_string().contains("crash")), "the tab is dead");
        browser.switch_to_window(other).await.expect("the browser itself lives");
        open(&browser, &base, "ru", "builder").await;
        press(&browser, "open").await;
        settled(&browser).await;
        let lines = sheet(&browser).await;
        assert!(lines.iter().any(|line| line == "последнее") && lines[0].contains("Жээнбекова"), "{lines:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_storage_that_is_full_blocked_cleared_or_damaged_is_told_and_nothing_is_lost() {
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
        open(&browser, &base, "ky", "builder").await;
        begin(&browser).await;
        write(&browser, &[("person", "name", 0, "Айпери")]).await;
        browser.eval::<()>(&format!("{breaks}; return null")).await;
        write(&browser, &[("person", "label", 0, "электрик")]).await;
        let (told, save): (bool, bool) = browser
            .eval(&format!(
                "return [!!document.querySelector('.builder-trouble [data-trouble=\"{name}\"]'), document.querySelector('.builder-save button').checkVisibility()]"
            ))
            .await;
        assert!(told && save, "{name}: told {told}, the file is offered {save}");
        let file: String = browser
            .eval(
                "let text; const make = URL.createObjectURL;
                 URL.createObjectURL = blob => { text = blob.text(); return make(blob); };
                 document.querySelector('.builder-save button').click();
                 return text",
            )
            .await;
        assert!(file.contains("Айпери") && file.contains("электрик"), "{name}: {file}");
        assert_eq!(sheet(&browser).await, ["Айпери электрик"], "{name}: the sheet goes on");
        let asks: bool = browser
            .eval("const event = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(event); return event.defaultPrevented")
            .await;
        assert_eq!(asks, name != "cleared", "{name}");
    }
    // What is damaged, or of a newer version, stays as it is, can be taken away, and deleted.
    for (name, stored) in
        [("damaged", "{\"v\":1,\"da".to_string()), ("newer", json!({ "v": 1, "data": { "version": 99 } }).to_string())]
    {
        let browser = Browser::start().await;
        open(&browser, &base, "ru", "builder").await;
        browser.eval::<()>("localStorage.clear(); return null").await;
        open(&browser, &base, "ru", "builder").await;
        begin(&browser).await;
        write(&browser, &PERSON).await;
        let put = format!(
            "const key = Object.keys(localStorage).find(key => key.includes(':cv/')); localStorage.setItem(key, {}); return null",
            json!(stored)
        );
        browser.eval::<()>(&put).await;
        open(&browser, &base, "ru", "builder").await;
        let told = format!("return !!document.querySelector('.builder-trouble [data-trouble=\"{name}\"]')");
        assert!(browser.eval::<bool>(&told).await, "{name}");
        let raw: String = browser
            .eval(
                "let text; const make = URL.createObjectURL;
                 URL.createObjectURL = blob => { text = blob.text(); return make(blob); };
                 document.querySelector('.builder-list li button').click();
                 return text",
            )
            .await;
        assert_eq!(raw, stored);
        press(&browser, "delete").await;
        press(&browser, "remove-yes").await;
        let left: usize =
            browser.eval("return Object.keys(localStorage).filter(key => key.includes(':cv/')).length").await;
        assert_eq!(left, 0, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_check_leads_to_the_place_and_mends_letters() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.screen(PHONE).await;
    open(&browser, &base, "ky", "builder").await;
    begin(&browser).await;
    assert_eq!(findings(&browser).await, ["name", "contact"]);
    write(&browser, &PERSON).await;
    assert_eq!(findings(&browser).await, Vec::<String>::new());
    write(
        &browser,
        &[("person", "email", 0, "superboy2004@mail.kg"), ("aim", "summary", 0, "Жоопкерчиликтүү, бѳлүмдө иштейм")],
    )
    .await;
    date(&browser, "work", "startDate", 0, "05", "2026").await;
    date(&browser, "work", "endDate", 0, "02", "2026").await;
    assert_eq!(findings(&browser).await, ["odd", "letters", "empty", "order"]);
    browser.eval::<()>("document.querySelector('[data-finding=odd] button').click(); return null").await;
    assert!(browser.eval::<bool>("return document.activeElement.matches('[data-field=email] input')").await);
    browser.eval::<()>("document.querySelector('[data-finding=order] button').click(); return null").await;
    assert!(browser.eval::<bool>("return !!document.activeElement.closest('[data-field=endDate]')").await);
    browser.eval::<()>("document.querySelectorAll('[data-finding=letters] button')[1].click(); return null").await;
    settled(&browser).await;
    let mended: String = browser.eval("return document.querySelector('[data-part=aim] textarea').value").await;
    assert_eq!(mended, "Жоопкерчиликтүү, бөлүмдө иштейм");
    assert!(!findings(&browser).await.contains(&"letters".to_string()));
    // Too long: it is set on several sheets, none of which ends with a heading, and printed so.
    let long: String = (1..=70).map(|n| format!("Иш № {n}: бир сап\n")).collect();
    write(&browser, &[("work", "highlights", 0, &long), ("skills", "lines", 0, &long)]).await;
    assert!(findings(&browser).await.contains(&"long".to_string()));
    let (sheets, leads): (usize, usize) = browser
        .eval(
            "const sheets = Array.from(document.querySelectorAll('.builder-sheets .sheet-in'));
             return [sheets.length, sheets.filter(sheet => sheet.lastElementChild.matches('.sheet-heading, .sheet-entry') || sheet.scrollHeight > sheet.clientHeight + 1).length]",
        )
        .await;
    assert!(sheets >= 3 && leads == 0, "{sheets} sheets, {leads} badly broken");
    let lines = sheet(&browser).await;
    let (text, pages) = printed(&browser).await;
    assert_eq!((pages, words(&[text])), (sheets, words(&lines)));
    browser.media("screen", Scheme::Light).await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profession_gives_lines_to_begin_with() {
    for (way, lang) in [(Way::File, "ky"), (Way::Root, "ru")] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        open(&browser, &base, lang, "builder").await;
        begin(&browser).await;
        for code in ["ru", "ky", "en"] {
            let choose = format!(
                "const select = document.querySelector('#builder-language'); select.value = '{code}'; select.dispatchEvent(new Event('change')); return null"
            );
            browser.eval::<()>(&choose).await;
            browser.eval::<()>("document.querySelector('.builder-starter').open = true; return null").await;
            browser
                .wait_for(
                    "the professions",
                    "return document.querySelectorAll('#builder-profession option').length > 50",
                )
                .await;
            let task: String = browser
                .eval(
                    "const select = document.querySelector('#builder-profession'); select.value = 'welder'; select.dispatchEvent(new Event('change'));
                     const boxes = document.querySelectorAll('.builder-ticks input'); boxes[0].click(); boxes[boxes.length - 1].click();
                     document.querySelector('.builder-ticks ~ button').click();
                     return boxes[0].value",
                )
                .await;
            settled(&browser).await;
            let lines: String =
                browser.eval("return document.querySelector('[data-part=skills] textarea').value").await;
            assert!(lines.contains(&task) && lines.lines().count() >= 2, "{code}: {lines}");
        }
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_is_made_small_and_goes_with_the_document() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let folder = downloads(&browser).await;
    open(&browser, &base, "ru", "builder").await;
    begin(&browser).await;
    write(&browser, &PERSON).await;
    let path = folder.path().join("me.png");
    image::RgbImage::from_fn(1200, 1600, |x, y| image::Rgb([x as u8, y as u8, 90])).save(&path).expect("a picture");
    browser.type_into("[data-field=image] input", &path.display().to_string()).await;
    browser.wait_for("it is on the sheet", "return !!document.querySelector('.builder-sheets .sheet-head img')").await;
    let (width, height): (u32, u32) = browser
        .eval("const photo = document.querySelector('.builder-sheets .sheet-head img'); return [photo.naturalWidth, photo.naturalHeight]")
        .await;
    assert_eq!((width, height), (315, 420));
    press(&browser, "word").await;
    let file = downloaded(folder.path(), "docx").await;
    let archive = fs::read(&file).expect("the file");
    assert!(archive.windows(11).any(|bytes| bytes == b"word/media/"), "the photo is in the Word file");
    assert!(words(&word_text(&file)).contains(&"Жээнбекова".to_string()));
    press(&browser, "photo-remove").await;
    settled(&browser).await;
    assert!(browser.eval::<bool>("return !document.querySelector('.builder-sheets img')").await);
    assert_eq!(browser.complaints().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_empty_form_is_there_to_print() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    for lang in ["ky", "ru"] {
        for (page, tables) in [("builder", 11), ("letter-builder", 3)] {
            browser.open(&base.join(&format!("{lang}/graduates/cv/{page}.html")).expect("well-formed")).await;
            let notice = browser.find(By::Css("noscript")).await.expect("there is a sentence");
            assert!(notice.text().await.expect("its text").contains("JavaScript"));
            let found = browser.find_all(By::Css(".builder-paper-in table")).await.expect("tables");
            assert_eq!(found.len(), tables, "{lang} {page}");
            assert!(found[0].is_displayed().await.expect("it is there"), "{lang} {page}");
            let file = site::own().folder.join(format!("{lang}/graduates/cv/{page}.docx"));
            assert!(fs::metadata(file).is_ok_and(|file| file.len() > 2000));
        }
    }
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
}

/// Fills a document so that everything that can be shown is.
async fn filled(browser: &Browser) {
    write(browser, &PERSON).await;
    write(
        browser,
        &[
            ("work", "position", 0, "Практика"),
            ("work", "highlights", 0, "Чийдим"),
            ("person", "email", 0, "superboy@mail.kg"),
        ],
    )
    .await;
    date(browser, "work", "startDate", 0, "02", "2024").await;
    date(browser, "work", "endDate", 0, "05", "2024").await;
    browser.eval::<()>("document.querySelector('#builder-add-work').click(); return null").await;
    browser
        .eval::<()>(
            "document.querySelectorAll('.builder-app details').forEach(part => { part.open = true; }); return null",
        )
        .await;
    browser
        .wait_for("the professions", "return document.querySelectorAll('#builder-profession option').length > 50")
        .await;
    browser
        .eval::<()>("const select = document.querySelector('#builder-profession'); select.value = 'welder'; select.dispatchEvent(new Event('change')); return null")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_and_the_html_checker_find_nothing_in_any_state() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let home = tempfile::tempdir().expect("a folder");
    let mut problems = Vec::new();
    let mut pages = 0;
    for (lang, page) in [("ky", "builder"), ("ru", "builder"), ("ru", "letter-builder")] {
        for (screen, scheme) in [(DESKTOP, Scheme::Light), (PHONE, Scheme::Dark)] {
            browser.screen(screen).await;
            browser.scheme(scheme).await;
            browser.eval::<()>("try { localStorage.clear(); } catch {} return null").await;
            open(&browser, &base, lang, page).await;
            for state in ["empty list", "form", "filled", "large text", "list"] {
                match state {
                    "form" => begin(&browser).await,
                    "filled" if page == "builder" => filled(&browser).await,
                    "large text" => {
                        browser.eval::<()>("document.documentElement.style.fontSize = '200%'; return null").await
                    }
                    "list" => {
                        browser.eval::<()>("document.documentElement.style.fontSize = ''; return null").await;
                        press(&browser, "back").await;
                        press(&browser, "delete").await;
                    }
                    _ => {}
                }
                settled(&browser).await;
                let open_all =
                    "document.querySelectorAll('.builder-app details').forEach(part => { part.open = true; })";
                let found = violations(&browser, open_all).await;
                problems
                    .extend(found.into_iter().map(|problem| format!("{lang} {page} {state} {scheme:?}: {problem}")));
                let wide: i32 = browser.eval("return document.documentElement.scrollWidth - innerWidth").await;
                if wide > 0 {
                    problems.push(format!("{lang} {page} {state}: {wide} wider than {}", screen.width));
                }
                let small: Vec<String> = browser
                    .eval("return Array.from(document.querySelectorAll('.builder-app :is(button, select, textarea)')).filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.outerHTML)")
                    .await;
                problems
                    .extend(small.into_iter().map(|one| format!("{lang} {page} {state}: less than 44 pixels: {one}")));
                // What the page has become, without the style that the test itself gave it.
                let html: String = browser
                    .eval("const page = document.documentElement.cloneNode(true); page.removeAttribute('style'); page.querySelectorAll('.builder-sheets, .builder-frame, .builder-print').forEach(one => one.removeAttribute('style')); return '<!DOCTYPE html>' + page.outerHTML")
                    .await;
                fs::write(home.path().join(format!("{pages}.html")), html).expect("the page is written");
                pages += 1;
            }
        }
    }
    let mut command = Command::new("java");
    command.arg("-jar").arg(checker("vnu-jar/build/dist/vnu.jar")).args([
        "--format",
        "gnu",
        "--stdout",
        "--exit-zero-always",
    ]);
    command.args((0..pages).map(|number| home.path().join(format!("{number}.html"))));
    let output = command.output().unwrap_or_else(|error| panic!("java does not start ({error}). {RUN_FIRST}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    // Of a file it cannot know what 'self' is.
    problems.extend(said.lines().filter(|line| !line.contains("Content Security Policy")).map(str::to_string));
    problems.sort();
    problems.dedup();
    expect_none("violations", &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_scripts_of_a_builder_are_small_and_the_library_waits() {
    let folder = &site::own().folder;
    let packed = |path: &Path| {
        let output = Command::new("gzip").args(["-9", "-c"]).arg(path).output().expect("gzip runs");
        println!("{}: {} bytes", path.display(), output.stdout.len());
        output.stdout.len()
    };
    let assets = site::files(&folder.join("assets"));
    let of = |name: &str| {
        folder.join("assets").join(assets.iter().find(|path| path.starts_with(name)).expect("it is published"))
    };
    assert!(packed(&of("builder.")) <= 40 * 1024);
    assert!(packed(&of("docx.")) <= 120 * 1024);
    let html = site::read(folder, "ru/graduates/cv/builder.html");
    assert!(!html.contains("<script src=\"../../../assets/docx"), "it is loaded when it is asked for");
}
