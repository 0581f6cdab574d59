//! `bagyt serve`: the page in the browser keeps up with the files.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
use thirtyfour::prelude::*;
use url::Url;

use crate::browser::chromium::Browser;

pub const BAGYT: &str = env!("CARGO_BIN_EXE_bagyt");

/// A small site, as `bagyt init` makes it.
pub fn init() -> TempDir {
    let home = tempfile::tempdir().expect("a folder for the site can be made");
    let output = Command::new(BAGYT).arg("init").arg(home.path()).output().expect("bagyt runs");
    assert!(output.status.success(), "bagyt init failed: {}", String::from_utf8_lossy(&output.stderr));
    home
}

/// `bagyt serve` on a site; it ends when this is dropped.
struct Serve {
    process: Child,
    url: Url,
}

impl Serve {
    fn start(site: &Path) -> Serve {
        let mut command = Command::new(BAGYT);
        command.arg("serve").arg(site).args(["--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("bagyt runs");
        let output = process.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let url = lines.find_map(|line| {
            let (_, rest) = line.split_once("Open ")?;
            Url::parse(rest.split_whitespace().next()?).ok()
        });
        // It goes on to tell of every build, and must find someone who listens.
        std::thread::spawn(move || lines.for_each(drop));
        Serve { process, url: url.expect("bagyt serve says what to open") }
    }

    fn at(&self, path: &str) -> Url {
        self.url.join(path).expect("well-formed")
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Changes a text in a file of the site.
pub fn edit(site: &Path, path: &str, from: &str, to: &str) {
    let file = site.join("content").join(path);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"));
    assert!(text.contains(from), "{path} has no {from:?}");
    fs::write(&file, text.replacen(from, to, 1)).unwrap_or_else(|error| panic!("{path} cannot be written: {error}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_reloads_by_itself_and_shows_what_is_wrong() {
    let site = init();
    let served = Serve::start(site.path());
    let browser = Browser::start().await;
    browser.open(&served.at("ru/about.html")).await;
    browser.wait_for("the page is there", "return document.querySelector('h1') !== null").await;

    let title: String = browser.eval("return document.querySelector('h1').textContent").await;
    edit(site.path(), "about.ru.md", &title, "Другое имя");
    browser.wait_for("the new text is there", "return document.querySelector('h1').textContent === 'Другое имя'").await;

    edit(site.path(), "site.yaml", "languages:", "colour: blue\nlanguages:");
    let panel = "return document.querySelector('#bagyt-errors')?.textContent.includes('colour') ?? false";
    browser.wait_for("the panel says what is wrong", panel).await;
    let still: String = browser.eval("return document.querySelector('h1').textContent").await;
    assert_eq!(still, "Другое имя", "the last good page stays");

    edit(site.path(), "site.yaml", "colour: blue\n", "");
    let gone = "return document.querySelector('h1') !== null && document.querySelector('#bagyt-errors') === null";
    browser.wait_for("the panel goes when it is mended", gone).await;

    assert_eq!(browser.url().await, served.at("ru/about.html"), "nobody is led elsewhere");
    assert_eq!(browser.complaints().await, Vec::<String>::new(), "the console stays empty");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_is_broken_from_the_start_can_be_mended() {
    let site = init();
    edit(site.path(), "site.yaml", "languages:", "colour: blue\nlanguages:");
    let served = Serve::start(site.path());
    let browser = Browser::start().await;
    browser.open(&served.at("ru/about.html")).await;
    let panel = "return document.querySelector('#bagyt-errors')?.textContent.includes('colour') ?? false";
    browser.wait_for("the panel says what is wrong", panel).await;
    edit(site.path(), "site.yaml", "colour: blue\n", "");
    browser.wait_for("the page comes when it is mended", "return document.querySelector('main h1') !== null").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_panel_says_which_page_is_shown_and_can_be_closed() {
    let site = init();
    edit(site.path(), "about.ru.md", "---\n", "---\ndraft: true\nsearch_terms:\n");
    let served = Serve::start(site.path());
    let browser = Browser::start().await;
    browser.open(&served.at("ru/about.html")).await;
    let calm = "const warnings = document.querySelector('#bagyt-warnings');
        return warnings !== null && !warnings.open && document.querySelector('#bagyt-errors') === null";
    browser.wait_for("a warning is told in a closed list", calm).await;
    let mark = "return document.querySelector('main .notice.draft')?.textContent.includes('Черновик') ?? false";
    assert!(browser.eval::<bool>(mark).await, "the draft is marked");

    edit(site.path(), "site.yaml", "languages:", "colour: blue\nlanguages:");
    browser.wait_for("the panel is there", "return document.querySelector('#bagyt-errors') !== null").await;
    let shown: String = browser.eval("return document.querySelector('#bagyt-panel header').textContent").await;
    assert!(shown.contains("1 error") && shown.contains("This is the page as of"), "{shown}");
    let place: String = browser.eval("return document.querySelector('#bagyt-errors code').textContent").await;
    let file = site.path().join("content/site.yaml");
    assert!(place.starts_with(&file.display().to_string()), "{place}");
    let link: String = browser.eval("return document.querySelector('#bagyt-errors a').href").await;
    assert!(link.starts_with("vscode://file/") && link.contains("content/site.yaml:"), "{link}");
    let styled: String = browser.eval("return getComputedStyle(document.querySelector('#bagyt-panel')).position").await;
    assert_eq!(styled, "fixed");

    let gone = "return document.querySelector('main h1') !== null && document.querySelector('#bagyt-panel') === null";
    browser.press(Key::Escape).await;
    browser.wait_for("Esc closes it", gone).await;
    browser.open(&served.at("ru/index.html")).await;
    browser.wait_for("it stays closed on other pages", gone).await;
    edit(site.path(), "site.yaml", "colour: blue", "colours: blue");
    let other = "return document.querySelector('#bagyt-errors')?.textContent.includes('colours') ?? false";
    browser.wait_for("other errors are shown again", other).await;
    browser.click("#bagyt-panel header button").await;
    browser.wait_for("the button closes it", gone).await;
    assert_eq!(browser.complaints().await, Vec::<String>::new(), "the console stays empty");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_address_leads_on_to_the_same_place_of_the_page() {
    let site = init();
    let aliases = "---\naliases: [guide/old-name]\n";
    edit(site.path(), "guide/first-steps/lesson.ru.md", "---\n", aliases);
    let built = Command::new(BAGYT).arg("build").arg(site.path()).output().expect("bagyt runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let served = Serve::start(site.path());
    let browser = Browser::start().await;
    let old = site.path().join("public/ru/guide/old-name.html");
    for mut address in [served.at("ru/guide/old-name.html"), Url::from_file_path(old).expect("an absolute path")] {
        address.set_fragment(Some("site-main"));
        browser.open(&address).await;
        let there = "return location.pathname.endsWith('ru/guide/first-steps/lesson.html')
            && location.hash === '#site-main' && document.readyState === 'complete'";
        browser.wait_for("the page is there", there).await;
        let title: String = browser.eval("return document.querySelector('h1').textContent").await;
        assert!(!title.is_empty(), "{address}");
    }
    assert_eq!(browser.complaints().await, Vec::<String>::new(), "the console stays empty");
}
