//! `bagyt serve`: the page in the browser keeps up with the files.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;
use thirtyfour::prelude::*;
use url::Url;

use crate::browser::chromium::Browser;

/// A small site, as `bagyt init` makes it.
pub fn init() -> TempDir {
    let home = tempfile::tempdir().expect("a folder for the site can be made");
    let output = crate::common::bagyt().arg("init").arg(home.path()).output().expect("bagyt runs");
    assert!(output.status.success(), "bagyt init failed: {}", String::from_utf8_lossy(&output.stderr));
    home
}

/// `bagyt serve` on a site; it ends when this is dropped.
struct Serve {
    process: Child,
    url: Url,
    /// How many builds it has told of.
    builds: Arc<AtomicUsize>,
}

impl Serve {
    fn start(site: &Path) -> Serve {
        Serve::start_with(site, &[])
    }

    fn start_with(site: &Path, options: &[&str]) -> Serve {
        let mut command = crate::common::bagyt();
        command.arg("serve").arg(site).args(["--port", "0"]).args(options);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("bagyt runs");
        let output = process.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let url = lines.find_map(|line| {
            let (_, rest) = line.split_once("Open ")?;
            Url::parse(rest.split_whitespace().next()?).ok()
        });
        let builds = Arc::new(AtomicUsize::new(0));
        let counted = builds.clone();
        // It goes on to tell of every build, and must find someone who listens.
        std::thread::spawn(move || {
            for _ in lines.filter(|line| line.starts_with("Built ")) {
                counted.fetch_add(1, Ordering::SeqCst);
            }
        });
        Serve { process, url: url.expect("bagyt serve says what to open"), builds }
    }

    fn builds(&self) -> usize {
        self.builds.load(Ordering::SeqCst)
    }

    /// Waits until it has built so often, and is quiet.
    fn wait_for_builds(&self, count: usize) {
        let begun = Instant::now();
        while self.builds() < count {
            assert!(begun.elapsed() < Duration::from_secs(60), "{} builds instead of {count}", self.builds());
            std::thread::sleep(Duration::from_millis(20));
        }
        std::thread::sleep(Duration::from_millis(800));
    }

    /// What is answered to a request that is written by hand.
    fn ask(&self, request: &str) -> String {
        let port = self.url.port().expect("it has a port");
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
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
    let built = crate::common::bagyt().arg("build").arg(site.path()).output().expect("bagyt runs");
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

#[tokio::test(flavor = "multi_thread")]
async fn any_number_of_tabs_loads_and_keeps_up() {
    let site = init();
    let served = Serve::start(site.path());
    served.wait_for_builds(1);
    // Ten tabs that go on asking are nothing for the next test to begin with.
    let browser = Browser::start_with(&[]).await;
    let mut tabs = vec![browser.window().await.expect("it has a tab")];
    for _ in 1..10 {
        tabs.push(browser.new_tab().await.expect("it opens a tab"));
    }
    for tab in &tabs {
        browser.switch_to_window(tab.clone()).await.expect("the tab is there");
        browser.open(&served.at("ru/about.html")).await;
        assert!(browser.eval::<bool>("return document.querySelector('main h1') !== null").await);
    }
    let title: String = browser.eval("return document.querySelector('h1').textContent").await;
    edit(site.path(), "about.ru.md", &title, "Другое имя");
    for tab in &tabs {
        browser.switch_to_window(tab.clone()).await.expect("the tab is there");
        browser
            .wait_for("the new text is there", "return document.querySelector('h1').textContent === 'Другое имя'")
            .await;
    }
    assert_eq!(browser.complaints().await, Vec::<String>::new(), "the console stays empty");
}

#[test]
fn nobody_but_this_machine_is_answered() {
    let site = init();
    let served = Serve::start(site.path());
    served.wait_for_builds(1);
    let get =
        |path: &str, headers: &str| served.ask(&format!("GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"));
    let port = served.url.port().expect("it has a port");
    for host in ["localhost", &format!("localhost:{port}"), &format!("127.0.0.1:{port}"), &format!("[::1]:{port}")] {
        let answer = get("/ru/about.html", &format!("Host: {host}\r\n"));
        assert!(answer.starts_with("HTTP/1.1 200"), "{host}: {answer}");
    }
    for path in ["/ru/about.html", "/_bagyt/news", "/search/ru/start.js", "/"] {
        for headers in [
            format!("Host: evil.example:{port}\r\n"),
            "Host: 192.168.0.7\r\n".into(),
            format!("Host: localhost:{port}\r\nOrigin: http://evil.example\r\n"),
            format!("Host: localhost:{port}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"),
        ] {
            let answer = get(path, &headers);
            assert!(
                answer.starts_with("HTTP/1.1 403") && answer.contains("bagyt serve answers"),
                "{headers}: {answer}"
            );
        }
    }
}

#[test]
fn a_build_beside_is_no_change() {
    let site = init();
    let served = Serve::start(site.path());
    served.wait_for_builds(1);
    for out in ["public", "other/folder"] {
        let built =
            crate::common::bagyt().arg("build").arg(site.path()).arg("--out").arg(site.path().join(out)).output();
        assert!(built.expect("bagyt runs").status.success());
    }
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(served.builds(), 1);
    edit(site.path(), "about.ru.md", "---\n", "---\norder: 7\n");
    served.wait_for_builds(2);
    assert_eq!(served.builds(), 2);
}

#[test]
fn a_file_that_is_written_without_a_pause_does_not_put_builds_off() {
    let site = init();
    let served = Serve::start(site.path());
    served.wait_for_builds(1);
    let file = site.path().join("content/notes.txt");
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = stop.clone();
    let writer = std::thread::spawn(move || {
        while !stopped.load(Ordering::SeqCst) {
            fs::write(&file, "text").expect("it can be written");
            std::thread::sleep(Duration::from_millis(3));
        }
    });
    served.wait_for_builds(3);
    stop.store(true, Ordering::SeqCst);
    writer.join().expect("it ends");
}

#[test]
fn files_are_looked_at_where_the_system_does_not_tell() {
    let site = init();
    let served = Serve::start_with(site.path(), &["--poll"]);
    served.wait_for_builds(1);
    edit(site.path(), "about.ru.md", "---\n", "---\norder: 7\n");
    served.wait_for_builds(2);
    // A file that is replaced by an older one of the same length has changed too.
    let path = site.path().join("content/about.ru.md");
    let older = fs::read_to_string(&path).expect("it is there").replace("order: 7", "order: 8");
    fs::write(site.path().join("older"), older).expect("it can be written");
    let file = fs::File::options().write(true).open(site.path().join("older")).expect("it is there");
    file.set_modified(SystemTime::now() - Duration::from_secs(3600)).expect("its time can be set");
    fs::rename(site.path().join("older"), path).expect("it takes the place");
    served.wait_for_builds(3);
}
