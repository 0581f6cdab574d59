//! `bagyt serve`: the page in the browser keeps up with the files.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
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
