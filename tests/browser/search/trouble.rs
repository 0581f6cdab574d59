//! What is left of the search when something is missing: a file, a fast link, WebAssembly, JavaScript.

use std::fs;
use std::path::PathBuf;

use bagyt_search::outer;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::prelude::*;

use super::Reader;
use crate::browser::axe;
use crate::browser::chromium::{Browser, PHONE};
use crate::browser::screenshots::draw;
use crate::browser::server::Way;
use crate::{common, expect_none, site};

/// A copy of the site to do harm to.
struct Copy(TempDir);

impl Copy {
    fn new() -> Copy {
        let copy = Copy(tempfile::tempdir().expect("a folder for a copy can be made"));
        common::copy_folder(&site::own().folder, copy.0.path());
        copy
    }

    /// The files of a folder of the search whose names begin so.
    fn files(&self, folder: &str, beginning: &str) -> Vec<PathBuf> {
        let folder = self.0.path().join("search").join(folder);
        let entries =
            fs::read_dir(&folder).expect("the folder can be read").map(|entry| entry.expect("it can be read"));
        let named = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(beginning));
        let files: Vec<PathBuf> = named.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
        assert!(!files.is_empty(), "there is no {beginning} in {}", folder.display());
        files
    }

    /// The files that hold the texts of the pages.
    fn texts(&self, lang: &str) -> Vec<PathBuf> {
        self.files(lang, "p")
    }

    async fn open(&self, way: Way, path: &str) -> Reader {
        Reader::at(Browser::start().await, way, self.0.path(), path).await
    }
}

/// How a file can be damaged.
#[derive(Debug, Clone, Copy)]
enum Harm {
    Gone,
    /// As after a stick was pulled out.
    Short,
    /// A callback with other bytes than those that are expected.
    Other,
    Empty,
    /// A file of the index that says something else, with the right sum.
    Forged,
    /// An engine that dies of what it is given, and one that never ends.
    Dying,
    Endless,
}

/// A script that brings other bytes than `text` does.
fn bringing(text: &str, bytes: &[u8]) -> String {
    let name = text.split('"').nth(1).expect("it names what it brings");
    outer::script(name, bytes).expect("there is memory")
}

/// A boot file with another number of pages and the right sum.
fn forged(mut boot: Vec<u8>) -> Vec<u8> {
    let first_line = boot.iter().position(|byte| *byte == b'\n').expect("it begins with a line") + 1;
    let sum = boot.len() - 4;
    boot[first_line + 7] ^= 1;
    let right = crc32fast::hash(&boot[first_line..sum]).to_le_bytes();
    boot[sum..].copy_from_slice(&right);
    boot
}

/// An engine of a few bytes, whose function `open` is given.
fn engine(open: &[u8]) -> Vec<u8> {
    let section = |id: u8, content: &[u8]| [&[id, content.len() as u8], content].concat();
    let body = |code: &[u8]| [&[code.len() as u8 + 2, 0], code, &[0x0b]].concat();
    let one = [0x41, 1];
    let bodies = [&[0x41, 0x80, 8][..], open, &one, &one, &one].map(body).concat();
    let export =
        |(name, kind, number): (&str, u8, u8)| [&[name.len() as u8], name.as_bytes(), &[kind, number]].concat();
    let exports =
        [("memory", 2, 0), ("take", 0, 0), ("open", 0, 1), ("add", 0, 2), ("ask", 0, 3), ("answer", 0, 4)].map(export);
    [
        b"\0asm\x01\0\0\0".to_vec(),
        // Functions of one, two, three and no numbers that give one.
        section(1, b"\x04\x60\x01\x7f\x01\x7f\x60\x02\x7f\x7f\x01\x7f\x60\x03\x7f\x7f\x7f\x01\x7f\x60\0\x01\x7f"),
        section(3, &[5, 0, 1, 2, 1, 3]),
        section(5, &[1, 0, 0x40]),
        section(7, &[&[6][..], &exports.concat()].concat()),
        section(10, &[&[5][..], &bodies].concat()),
    ]
    .concat()
}

impl Harm {
    fn to(self, file: &PathBuf) {
        let text = fs::read_to_string(file).expect("the file can be read");
        let done = match self {
            Harm::Gone => fs::remove_file(file),
            Harm::Short => fs::write(file, &text[..text.len() / 2]),
            Harm::Other => {
                let begin = &text[..text.find(',').expect("it calls back") + 1];
                // Three bytes, well deflated.
                fs::write(file, format!("{begin}\"S0xKBgA=\")\n"))
            }
            Harm::Empty => fs::write(file, ""),
            Harm::Forged => fs::write(file, bringing(&text, &forged(outer::bytes(&text).expect("it is whole")))),
            Harm::Dying => fs::write(file, bringing(&text, &engine(&[0]))),
            Harm::Endless => fs::write(file, bringing(&text, &engine(&[3, 0x40, 0x0c, 0, 0x0b, 0]))),
        };
        done.expect("the file can be changed");
    }
}

/// Waits until the list says which file it misses; gives the message.
async fn message(reader: &Reader) -> String {
    reader.browser.wait_for("the file is named", "return document.querySelector('.find-note code') !== null").await;
    reader.text(".find-note:has(code)").await
}

/// Tries again once the files are whole; waits until the text is searched and nothing is said to be missing. The list
/// drawn before stays until the press is over, so that it proves nothing.
async fn mended(reader: &Reader, query: &str) {
    reader.browser.click(".find-ways button").await;
    let gone = "return document.querySelector('.find-note') === null";
    reader.browser.wait_for("nothing is missing any more", gone).await;
    reader.searched(query).await;
    assert_eq!(reader.text(".find-note").await, "", "nothing is missing any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chunk_that_is_missing_or_damaged_is_named_and_tried_again() {
    for (way, harm) in [
        (Way::File, Harm::Gone),
        (Way::Root, Harm::Gone),
        (Way::File, Harm::Short),
        (Way::Root, Harm::Other),
        (Way::File, Harm::Empty),
    ] {
        let copy = Copy::new();
        let files = copy.texts("ky");
        let whole: Vec<String> = files.iter().map(|file| fs::read_to_string(file).expect("a text file")).collect();
        files.iter().for_each(|file| harm.to(file));
        let reader = copy.open(way, "ky/about.html").await;
        reader.type_in("шырдак").await;
        let text = message(&reader).await;
        let named = files.iter().any(|file| text.contains(&*file.file_name().expect("a name").to_string_lossy()));
        assert!(named, "{way:?} {harm:?}: {text}");
        assert!(!reader.group("site-titles").await.is_empty(), "{way:?} {harm:?}: titles are found all the same");
        assert!(reader.is("document.querySelector('.find-wait, .find-progress') === null").await, "nothing is awaited");
        draw(&reader.browser, "search-list-failed-ky-desktop").await;
        expect_none("violations", &axe::violations(&reader.browser, "").await);

        // The box goes on working.
        reader.retype("ашпозчу").await;
        let cook =
            "const row = document.querySelector('#site-hits a'); return row !== null && row.href.includes('cook.html')";
        reader.browser.wait_for("other titles are found", cook).await;
        message(&reader).await;
        reader.browser.press(Key::Down).await;
        assert!(reader.rows().await[0].selected, "{way:?} {harm:?}: the keys work");

        for (file, text) in files.iter().zip(whole) {
            fs::write(file, text).expect("the file can be mended");
        }
        mended(&reader, "ашпозчу").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_engine_or_an_index_that_is_damaged_is_named_and_tried_again() {
    for (way, folder, beginning, harm) in [
        (Way::File, "", "engine", Harm::Gone),
        (Way::Root, "", "engine", Harm::Short),
        (Way::Root, "ky", "boot", Harm::Gone),
        (Way::File, "ky", "boot", Harm::Other),
        (Way::Root, "ky", "boot", Harm::Forged),
        (Way::File, "", "engine", Harm::Dying),
        (Way::Root, "", "engine", Harm::Endless),
    ] {
        let copy = Copy::new();
        let file = copy.files(folder, beginning).remove(0);
        let whole = fs::read_to_string(&file).expect("a text file");
        harm.to(&file);
        let reader = copy.open(way, "ky/about.html").await;
        reader.type_in("шырдак").await;
        let text = message(&reader).await;
        let name = file.file_name().expect("a name").to_string_lossy();
        // Of an engine that dies nobody knows whether it is to blame, or what it was given.
        let named = match harm {
            Harm::Dying | Harm::Endless => text.contains("boot-") || text.contains(&*name),
            _ => text.contains(&*name),
        };
        assert!(named, "{way:?} {name} {harm:?}: {text}");
        assert!(!reader.group("site-titles").await.is_empty(), "{name}: titles are found all the same");
        fs::write(&file, whole).expect("the file can be mended");
        mended(&reader, "шырдак").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_first_file_the_box_leads_to_the_alphabetical_index() {
    for way in [Way::File, Way::Root] {
        let copy = Copy::new();
        let start = copy.files("ru", "start").remove(0);
        let whole = fs::read_to_string(&start).expect("a text file");
        Harm::Gone.to(&start);
        let reader = copy.open(way, "ru/about.html").await;
        reader.type_in("повар").await;
        assert!(message(&reader).await.contains("ru/start.js"));
        let links = "Array.from(document.querySelectorAll('.find-above a'), link => link.pathname.split('/').pop())";
        assert!(reader.is(&format!("{links}.includes('alphabet.html')")).await);
        fs::write(&start, whole).expect("the file can be mended");
        mended(&reader, "повар").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_webassembly_titles_are_found_and_the_lack_is_told() {
    for way in [Way::File, Way::Root] {
        // Without a compiler there is no WebAssembly.
        let browser = Browser::start_with(&["--js-flags=--jitless"]).await;
        let reader = Reader::at(browser, way, &site::own().folder, "ky/about.html").await;
        assert!(reader.is("typeof WebAssembly === 'undefined'").await);
        titles_only(&reader).await;
        reader.leaves_cleanly().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_host_forbids_webassembly_titles_are_found_and_the_lack_is_told() {
    let copy = Copy::new();
    let headers = copy.0.path().join("_headers");
    let text = fs::read_to_string(&headers).expect("the site has headers");
    let strict = text.replace(" 'wasm-unsafe-eval'", "");
    assert_ne!(text, strict);
    fs::write(&headers, strict).expect("they can be changed");
    titles_only(&copy.open(Way::Root, "ky/about.html").await).await;
}

/// Titles are found, in the list and on the results page, and it is said why the text is not.
async fn titles_only(reader: &Reader) {
    reader.type_in("ашпозчу").await;
    let told = "return Array.from(document.querySelectorAll('.find-note')).some(note => note.textContent.includes('WebAssembly'))";
    reader.browser.wait_for("the lack is told", told).await;
    let rows = reader.rows().await;
    assert_eq!(reader.page(&rows[0].href), "ky/encyclopedia/cook.html");
    assert!(reader.is("document.querySelector('.find-wait, .find-progress') === null").await, "nothing is awaited");
    draw(&reader.browser, "search-list-titles-only-ky-desktop").await;
    reader.browser.press(Key::Enter).await;
    reader.browser.wait_for("the results page opens", "return document.querySelector('.seek') !== null").await;
    reader.browser.wait_for("the lack is told", told).await;
    assert_eq!(reader.page(&reader.found().await[0].href), "ky/encyclopedia/cook.html");
    reader.retype("ыыыщщщ").await;
    let none = "const note = document.querySelector('.find-note strong');
        return note !== null && note.textContent.includes('ыыыщщщ')";
    reader.browser.wait_for("no title is found", none).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_box_leads_to_the_alphabetical_index() {
    for way in [Way::File, Way::Root] {
        for page in ["ky/encyclopedia/cook.html", "ky/index.html"] {
            let browser = Browser::start().await;
            browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
            let reader = Reader::at(browser, way, &site::own().folder, page).await;
            reader.type_in("ашпозчу").await;
            reader.browser.press(Key::Enter).await;
            let arrived = "return /ky.alphabet.html$/.test(location.pathname)";
            reader.browser.wait_for("the alphabetical index opens", arrived).await;
            let cook = "return Array.from(document.querySelectorAll('.alphabet a'))
                .filter(link => link.pathname.endsWith('/ky/encyclopedia/cook.html')).length";
            assert!(reader.browser.eval::<usize>(cook).await > 0, "every page is in it");
            reader.browser.click(".alphabet a[href$='encyclopedia/cook.html']").await;
            assert_eq!(reader.browser.url().await, reader.base.join("ky/encyclopedia/cook.html").expect("well-formed"));

            // On a phone there is room for the button alone.
            reader.browser.screen(PHONE).await;
            reader.open(page).await;
            reader.browser.click(".find-go").await;
            reader.browser.wait_for("it opens from a phone too", arrived).await;

            reader.open("ky/search.html").await;
            assert!(reader.is("document.querySelector('noscript a').pathname.endsWith('/ky/alphabet.html')").await);
            reader.leaves_cleanly().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_link_shows_titles_progress_and_then_the_text() {
    let reader = Reader::start(Way::Root, "ky/about.html").await;
    // A poor mobile link: 40 kB a second.
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 40_000, "uploadThroughput": 10_000 });
    reader.browser.devtools("Network.enable", json!({})).await;
    reader.browser.devtools("Network.emulateNetworkConditions", slow).await;
    reader.type_in("шырдак").await;
    let both = "const bar = document.querySelector('.find-progress progress');
        return document.querySelector('#site-titles') !== null && bar !== null && bar.checkVisibility()";
    reader.browser.wait_for("titles are there while the rest is on its way", both).await;
    let titles = reader.group("site-titles").await;
    assert_eq!(reader.page(&titles[0].href), "ky/encyclopedia/felt-artisan.html");
    draw(&reader.browser, "search-list-slow-ky-desktop").await;
    let text = reader.text(".find-progress").await;
    assert!(text.contains('%'), "progress has a number: {text}");
    assert!(reader.is("document.querySelector('.find-wait') !== null").await, "the place of what will come is kept");
    let some = "const bar = document.querySelector('.find-progress progress');
        return bar !== null && bar.hasAttribute('value') && bar.value > 0";
    reader.browser.wait_for("progress grows", some).await;
    reader.searched("шырдак").await;
    reader.leaves_cleanly().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_gone_is_told_and_the_box_works_when_it_is_back() {
    let reader = Reader::start(Way::Root, "ky/about.html").await;
    let link =
        |offline: bool| json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    reader.type_in("шырдак").await;
    reader.searched("шырдак").await;
    reader.browser.devtools("Network.enable", json!({})).await;
    reader.browser.devtools("Network.emulateNetworkConditions", link(true)).await;
    reader.retype("алдамчы").await;
    message(&reader).await;
    reader.browser.devtools("Network.emulateNetworkConditions", link(false)).await;
    mended(&reader, "алдамчы").await;
}
