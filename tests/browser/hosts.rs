//! Hosts as there are: one that sends the site's own headers, one that knows of none, and Apache with its `.htaccess`.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tempfile::TempDir;
use url::Url;

use crate::browser::chromium::Browser;
use crate::browser::serve;
use crate::browser::server::{SUB_PATH, Way};
use crate::common::copy_folder;
use crate::{RUN_FIRST, expect_none, site};

/// What a host makes of `_headers`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Headers {
    /// All of it, as Cloudflare Pages does.
    Own,
    /// The same, but for `!`, which it does not know.
    Joined,
    /// Nothing, and says itself only when a file was changed: long ago, so browsers keep it for weeks.
    None,
}

struct Host {
    folder: PathBuf,
    headers: Headers,
}

/// Serves a folder, which may change meanwhile.
async fn host(folder: &Path, headers: Headers) -> Url {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port of this machine is free");
    let address = listener.local_addr().expect("a bound socket has an address");
    let host = Host { folder: folder.to_path_buf(), headers };
    let app = Router::new().fallback(answer).with_state(Arc::new(host));
    tokio::spawn(async move { axum::serve(listener, app).await.expect("the test's server goes on") });
    Url::parse(&format!("http://{address}/")).expect("the address is well-formed")
}

async fn answer(State(host): State<Arc<Host>>, uri: Uri, asked: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
    let Ok(bytes) = fs::read(host.folder.join(&path)) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = mime_guess::from_path(&path).first_or_octet_stream();
    let mark = format!("\"{}\"", blake3::hash(&bytes).to_hex());
    let known = asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == mark.as_bytes());
    let mut response = match known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => ([(header::CONTENT_TYPE, kind.as_ref())], bytes).into_response(),
    };
    let mut set = |name: &str, value: &str| {
        let name = HeaderName::try_from(name).expect("the name of a header");
        response.headers_mut().insert(name, HeaderValue::try_from(value).expect("the value of a header"));
    };
    if host.headers == Headers::None {
        set("last-modified", "Thu, 01 Jan 2026 00:00:00 GMT");
        return response;
    }
    set("etag", &mark);
    for (name, value) in rules(&host.folder, &format!("/{path}"), host.headers) {
        set(&name, &value);
    }
    response
}

/// What `_headers` says for a path: every rule in its order, values of one header joined by commas.
fn rules(folder: &Path, path: &str, headers: Headers) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut holds = false;
    for line in site::read(folder, "_headers").lines() {
        if line.starts_with('/') {
            holds = match line.split_once('*') {
                Some((before, after)) => path.starts_with(before) && path[before.len()..].ends_with(after),
                None => path == line,
            };
        } else if !holds {
        } else if let Some(name) = line.trim().strip_prefix("! ") {
            if headers == Headers::Own {
                found.remove(name);
            }
        } else if let Some((name, value)) = line.trim().split_once(": ") {
            let joined = found.get(name).map_or_else(|| value.to_string(), |before| format!("{before}, {value}"));
            found.insert(name.to_string(), joined);
        }
    }
    found
}

/// Makes the site's output anew.
fn build(site: &Path) {
    let output = crate::common::bagyt().arg("build").arg(site).output().expect("bagyt runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A small site whose page about itself says this.
fn site_that_says(text: &str) -> TempDir {
    let site = serve::init();
    serve::edit(site.path(), "about.ru.md", "Расскажите здесь", &format!("{text}\n\nРасскажите здесь"));
    build(site.path());
    site
}

/// Searches from the box of the page that is shown, and waits for pages with the text.
async fn search(browser: &Browser, query: &str) -> String {
    browser.eval::<()>("const box = document.querySelector('#site-q'); box.focus(); box.select()").await;
    browser.type_into("#site-q", query).await;
    let script = "const all = document.querySelector('.find-all');
        return all !== null && !document.querySelector('.find-wait, .find-progress')
            && new URL(all.href).searchParams.get('q') === QUERY";
    let query = serde_json::json!(query).to_string();
    browser.wait_for("the text is searched", &script.replace("QUERY", &query)).await;
    browser.eval("return document.querySelector('#site-hits').innerText").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_returning_visitor_finds_what_is_new() {
    for headers in [Headers::Own, Headers::Joined, Headers::None] {
        let site = site_that_says("Вчера здесь видели барсука.");
        let folder = site.path().join("public");
        let base = host(&folder, headers).await;
        let browser = Browser::start().await;
        let home = base.join("ru/index.html").expect("well-formed");
        let about = base.join("ru/about.html").expect("well-formed");
        if headers != Headers::None {
            browser.open(&about).await;
        }
        browser.open(&home).await;
        assert!(search(&browser, "барсук").await.contains("барсука"), "{headers:?}");
        let old: Vec<String> = site::files(&folder.join("search"));

        serve::edit(site.path(), "about.ru.md", "видели барсука", "видели выдру");
        build(site.path());
        // The next build removes what this one has kept for pages that are open.
        build(site.path());
        let gone = old.iter().filter(|file| !folder.join("search").join(file).exists()).count();
        assert!(gone > 1, "the old index is no longer there");

        browser.open(&base.join("ru/alphabet.html").expect("well-formed")).await;
        browser.open(&home).await;
        assert!(search(&browser, "выдра").await.contains("выдру"), "{headers:?}");
        browser.click("#site-hits [aria-labelledby=site-texts] a[href*='about.html']").await;
        let shown = "return document.querySelector('main').textContent.includes('видели выдру')";
        browser.wait_for("the new text is shown", shown).await;
        // A page that was seen before is new as well, where the host lets the site say so.
        browser.open(&about).await;
        assert!(browser.eval::<bool>(shown).await, "{headers:?}");
        expect_none("complaints", &browser.complaints().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_left_open_goes_on_searching_after_an_update() {
    // The first update leaves the old index where it is, and the page goes on with it; after the second it is gone.
    for (headers, updates, found) in
        [(Headers::Own, 1, "видели барсука"), (Headers::Own, 2, "видели выдру"), (Headers::None, 2, "видели выдру")]
    {
        let site = site_that_says("Вчера здесь видели барсука.");
        let base = host(&site.path().join("public"), headers).await;
        let browser = Browser::start().await;
        browser.open(&base.join("ru/index.html").expect("well-formed")).await;
        // The start of the index is loaded, its texts are not.
        browser.type_into("#site-q", "щ").await;
        let ready = "return document.querySelector('.find-note, .find-all') !== null
            && !document.querySelector('.find-wait, .find-progress')";
        browser.wait_for("the engine has answered", ready).await;

        serve::edit(site.path(), "about.ru.md", "видели барсука", "видели выдру");
        for _ in 0..updates {
            build(site.path());
        }
        assert!(search(&browser, "видели").await.contains(found), "{headers:?}, {updates}");
    }
}

/// What `_headers` makes of the files of the repository's own site.
#[test]
fn what_keeps_its_name_is_asked_for_again() {
    let folder = &site::own().folder;
    let hashed = |path: &str| {
        let stem = path.rsplit_once('.').map_or("", |(stem, _)| stem);
        let sum = stem.get(stem.len().saturating_sub(8)..).unwrap_or_default();
        (path.starts_with("assets/") || path.starts_with("search/"))
            && sum.len() == 8
            && sum.chars().all(|c| c.is_ascii_hexdigit())
    };
    let mut kept = 0;
    for path in site::files(folder).into_iter().filter(|path| !path.contains("/.") && !path.starts_with('.')) {
        let own = rules(folder, &format!("/{path}"), Headers::Own);
        let joined = rules(folder, &format!("/{path}"), Headers::Joined);
        if hashed(&path) {
            kept += 1;
            assert_eq!(own["Cache-Control"], "public, max-age=31536000, immutable", "{path}");
        } else {
            assert_eq!(own["Cache-Control"], "no-cache", "{path}");
            assert!(joined["Cache-Control"].contains("no-cache"), "{path}");
        }
    }
    assert!(kept > 20, "{kept} files have a checksum in their names");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_without_a_page_has_looks_and_language_without_an_address_of_the_site() {
    let site = site::own();
    for way in [Way::Root, Way::SubPath] {
        let base = way.open(&site.folder).await;
        let browser = Browser::start().await;
        for (path, lang) in [
            ("ky/no/such/page.html", "ky"),
            ("ru/handbook/nothing.html", "ru"),
            ("ru/nothing.html", "ru"),
            ("nothing.html", ""),
        ] {
            browser.open(&base.join(path).expect("well-formed")).await;
            let looks = "return [getComputedStyle(document.documentElement).getPropertyValue('--paper') !== '',
                Array.from(document.querySelectorAll('.lost section:not([hidden])'), part => part.lang),
                document.documentElement.lang, document.title]";
            let (styled, sections, root, title): (bool, Vec<String>, String, String) = browser.eval(looks).await;
            assert!(styled, "{base} {path}: no style");
            if lang.is_empty() {
                assert_eq!(sections, ["ky", "ru"], "{base} {path}: whoever has not chosen reads both");
            } else {
                assert_eq!(sections, [lang], "{base} {path}");
                assert_eq!(root, lang, "{base} {path}");
                assert!(title.contains(if lang == "ky" { "барак" } else { "страницы" }), "{title}");
                browser.click(&format!(".lost section[lang={lang}] a[hreflang={lang}]")).await;
                let home = base.join(&format!("{lang}/index.html")).expect("well-formed");
                assert_eq!(browser.url().await, home, "{path}");
            }
        }
        // Without the script both languages are there, and the style all the same.
        browser.devtools("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await;
        browser.open(&base.join("ru/handbook/nothing.html").expect("well-formed")).await;
        let plain = "return [document.querySelectorAll('.lost section:not([hidden])').length,
            getComputedStyle(document.documentElement).getPropertyValue('--paper') !== '']";
        assert_eq!(browser.eval::<(usize, bool)>(plain).await, (2, true), "{base}");
    }
}

/// An Apache that has the site in its root and in a folder, with a foreign default for text; it ends when this is dropped.
struct Apache {
    process: Child,
    port: u16,
    home: TempDir,
}

const MODULES: &str = "/usr/lib/apache2/modules";
const BELOW: &str = "<!-- below -->";

impl Apache {
    /// `allow` is what the site may say for itself.
    fn start(site: &Path, allow: &str) -> Apache {
        let mut builder = tempfile::Builder::new();
        // Apache reads with few rights.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o755));
        let home = builder.tempdir().expect("a folder can be made");
        let root = home.path().join("root");
        copy_folder(site, &root);
        let below = root.join(SUB_PATH.trim_matches('/'));
        copy_folder(site, &below);
        // So it can be told which error page was sent.
        let mut lost =
            fs::OpenOptions::new().append(true).open(below.join("404.html")).expect("the site has an error page");
        lost.write_all(BELOW.as_bytes()).expect("it can be written");
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|socket| socket.local_addr());
        let port = port.expect("a port of this machine is free").port();
        let modules = [
            "mpm_event",
            "authz_core",
            "mime",
            "dir",
            "autoindex",
            "alias",
            "rewrite",
            "headers",
            "filter",
            "deflate",
            "setenvif",
        ];
        let mut text =
            format!("ServerRoot \"{0}\"\nServerName localhost\nListen 127.0.0.1:{port}\n", home.path().display());
        for module in modules {
            text += &format!("LoadModule {module}_module {MODULES}/mod_{module}.so\n");
        }
        text += &format!(
            "PidFile pid\nErrorLog errors\nUser www-data\nGroup www-data\nTypesConfig /dev/null\n\
             AddType text/html .html\nAddDefaultCharset windows-1251\nAddCharset windows-1251 .html .css .js .csv .json\n\
             DocumentRoot \"{0}\"\nDirectoryIndex index.html\n<Directory \"{0}\">\nOptions Indexes FollowSymLinks\n\
             AllowOverride {allow}\nRequire all granted\n</Directory>\n",
            root.display()
        );
        fs::write(home.path().join("conf"), text).expect("the configuration can be written");
        let mut command = Command::new("/usr/sbin/apache2");
        command.arg("-DFOREGROUND").arg("-f").arg(home.path().join("conf")).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn();
        let process = process.unwrap_or_else(|error| panic!("Apache does not start ({error}). {RUN_FIRST}"));
        let apache = Apache { process, port, home };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let errors = || fs::read_to_string(apache.home.path().join("errors")).unwrap_or_default();
            assert!(begun.elapsed() < Duration::from_secs(20), "Apache does not answer: {}", errors());
            std::thread::sleep(Duration::from_millis(50));
        }
        apache
    }

    /// Status, headers in small letters, and the text of the body if it is text.
    fn get(&self, path: &str, headers: &[(&str, &str)]) -> (u16, BTreeMap<String, String>, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("Apache answers");
        let extra: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        write!(stream, "GET {path} HTTP/1.0\r\nHost: localhost\r\n{extra}\r\n").expect("Apache listens");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("Apache answers");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_string())).collect();
        (status.unwrap_or(0), headers, body.to_string())
    }
}

impl Drop for Apache {
    fn drop(&mut self) {
        // It ends its own children when told to, and not when killed.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

#[test]
fn apache_sends_the_site_as_it_should() {
    let site = &site::own().folder;
    let files = site::files(site);
    let first = |from: &str, end: &str| {
        let found = files.iter().find(|path| path.starts_with(from) && path.ends_with(end));
        found.unwrap_or_else(|| panic!("the site has no {from}*{end}")).clone()
    };
    // What a careful host allows must do as well.
    for allow in ["All", "FileInfo"] {
        let apache = Apache::start(site, allow);
        for base in ["/", SUB_PATH] {
            for (path, kind, kept) in [
                ("ru/about.html".to_string(), "text/html", false),
                ("ru/".to_string(), "text/html", false),
                (first("assets/style.", ".css"), "text/css", true),
                (first("assets/site.", ".js"), "text/javascript", true),
                (first("assets/mark.", ".svg"), "image/svg+xml", true),
                (first("search/engine-", ".js"), "text/javascript", true),
                (first("search/ky/boot-", ".js"), "text/javascript", true),
                ("search/ky/start.js".into(), "text/javascript", false),
                ("ru/finder/data.js".into(), "text/javascript", false),
                ("ru/finder/professions.csv".into(), "text/csv", false),
                ("ru/finder/professions.json".into(), "application/json", false),
            ] {
                let (status, headers, _) = apache.get(&format!("{base}{path}"), &[]);
                assert_eq!(status, 200, "{allow} {base}{path}");
                let kind = format!("{kind}; charset=utf-8");
                assert_eq!(headers["content-type"].to_lowercase(), kind, "{allow} {base}{path}");
                let caching = if kept { "public, max-age=31536000, immutable" } else { "no-cache" };
                assert_eq!(headers["cache-control"], caching, "{allow} {base}{path}");
                assert_eq!(headers["x-content-type-options"], "nosniff", "{allow} {base}{path}");
            }
            // A compressed page that the browser has is not sent again.
            let page = format!("{base}ru/about.html");
            let (_, headers, _) = apache.get(&page, &[("Accept-Encoding", "gzip")]);
            assert_eq!(headers["content-encoding"], "gzip", "{allow} {page}");
            let known = [("Accept-Encoding", "gzip"), ("If-None-Match", &headers["etag"])];
            assert_eq!(apache.get(&page, &known).0, 304, "{allow} {page} {}", headers["etag"]);

            for hidden in [".bagyt.json", ".htaccess", "assets/.htaccess", "_headers", "assets/", "search/ky", "files/"]
            {
                let (status, _, body) = apache.get(&format!("{base}{hidden}"), &[]);
                assert!(status == 404 || status == 403, "{allow} {base}{hidden}: {status}");
                assert!(!body.contains("Index of") && !body.contains("made_by"), "{allow} {base}{hidden}");
            }
            for missing in ["ru/no/such/page.html", "nothing.html", "assets/nothing.css", "assets/"] {
                let (status, headers, body) = apache.get(&format!("{base}{missing}"), &[]);
                assert_eq!(status, 404, "{allow} {base}{missing}");
                assert!(body.contains("Такой страницы нет"), "{allow} {base}{missing}: the site's own message");
                assert_eq!(body.contains(BELOW), base == SUB_PATH, "{allow} {base}{missing}: that of this site");
                assert_eq!(
                    headers["content-type"].to_lowercase(),
                    "text/html; charset=utf-8",
                    "{allow} {base}{missing}"
                );
            }
        }
    }
}
