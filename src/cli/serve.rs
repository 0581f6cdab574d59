//! `bagyt serve`: the site in the browser, rebuilt and reloaded while someone writes.
//!
//! The output stays in memory; what reloads the page is added to the answer, never to the page itself.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::{StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use serde::Serialize;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::timings::Stopwatch;
use super::{FINE, FormatArg, MACHINE, ServeArgs, build, output, report};
use crate::bundle::Memory;
use crate::diag::{Diagnostics, Severity};
use crate::progress::Silent;
use crate::theme::SECURITY_POLICY;
use crate::{Memo, Request};

/// Editors save in several steps; what comes within this time is one change.
const QUIET: Duration = Duration::from_millis(15);
/// The folders of a site that are watched.
const WATCHED: [&str; 3] = ["content", "themes", "i18n"];
/// What every page is given while it is served.
const RELOAD_SCRIPT: &str = include_str!("reload.js");
/// How that shows what is wrong.
const RELOAD_STYLE: &str = include_str!("reload.css");

/// What the browser is told after each build.
#[derive(Debug, Clone, Default, Serialize)]
struct News {
    /// Number of the build.
    build: u64,
    /// When the build was made that is shown, in milliseconds since 1970; the browser knows the time zone. `None` if none
    /// was made yet.
    shown: Option<u64>,
    /// What is wrong: nothing new is shown until it is mended.
    errors: Vec<Message>,
    warnings: Vec<Message>,
}

/// A diagnostic, as the panel in the page shows it.
#[derive(Debug, Clone, Serialize)]
struct Message {
    text: String,
    /// The file's path on this machine with line and column, to be copied; empty if no file is to blame.
    place: String,
    /// The same for an editor that answers to links; empty if the path cannot be one.
    link: String,
}

impl Message {
    fn new(message: crate::show::Message, root: &Path) -> Message {
        let (line, column) = (message.line, message.column);
        let path = root.join(&message.file);
        let path = std::path::absolute(&path).unwrap_or(path);
        let path = path.to_string_lossy();
        if message.file.is_empty() {
            return Message { text: message.text, place: String::new(), link: String::new() };
        }
        Message {
            text: message.text,
            place: format!("{path}:{line}:{column}"),
            link: format!("vscode://file/{}:{line}:{column}", encoded(path.trim_start_matches('/'))),
        }
    }
}

/// A path as a part of an address, with `/` between its parts on every system.
fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' => text.push('/'),
            b'/' | b':' | b'-' | b'_' | b'.' | b'~' => text.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => text.push(char::from(byte)),
            byte => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

struct Served {
    root: PathBuf,
    base_url: Option<String>,
    memo: Memo,
    output: Memory,
    /// The files of the search and the build that they are of: made when the browser asks for one, so that a changed
    /// page is shown without waiting for them.
    search: Mutex<(u64, Memory)>,
    news: watch::Sender<News>,
}

/// Serves the site until it is interrupted.
pub fn serve(args: &ServeArgs) -> u8 {
    let Some(root) = build::site_root(&args.shared) else { return MACHINE };
    let mut out = Diagnostics::new();
    output::mend(&root.join(output::FOLDER), &mut out);
    report::diagnostics(&out, &root, FormatArg::Human);
    match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime.block_on(run(root, args)),
        Err(error) => {
            report::print_error(&format!("The server cannot start: {error}\n"));
            MACHINE
        }
    }
}

async fn run(root: PathBuf, args: &ServeArgs) -> u8 {
    let listener = match tokio::net::TcpListener::bind(("127.0.0.1", args.port)).await {
        Ok(listener) => listener,
        Err(error) => {
            let help = "Another program may be using it; choose another with --port.";
            report::print_error(&format!("Port {} cannot be used: {error}\n{help}\n", args.port));
            return MACHINE;
        }
    };
    let served = Arc::new(Served {
        root,
        base_url: args.shared.base_url.clone(),
        memo: Memo::default(),
        output: Memory::default(),
        search: Mutex::default(),
        news: watch::Sender::new(News::default()),
    });
    let builder = served.clone();
    std::thread::spawn(move || keep_building(&builder));
    let port = listener.local_addr().map_or(args.port, |address| address.port());
    let address = format!("http://localhost:{port}");
    report::print(&format!("Open {address} in the browser. Stop with Ctrl+C.\n"));
    if args.open
        && let Err(error) = open::that_detached(&address)
    {
        report::print_error(&format!("The browser could not be opened: {error}\nOpen {address} in it yourself.\n"));
    }
    let app = Router::new()
        .route("/_bagyt/news", get(news))
        .route("/_bagyt/reload.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD_SCRIPT) }))
        .route("/_bagyt/reload.css", get(|| async { ([(header::CONTENT_TYPE, "text/css")], RELOAD_STYLE) }))
        .route("/", get(|state: State<Arc<Served>>| async move { file(&state, "") }))
        .route("/search/{*path}", get(search))
        .route("/{*path}", get(|state: State<Arc<Served>>, path: UrlPath<String>| async move { file(&state, &path) }))
        .with_state(served);
    let stopped = async {
        // Without the signal there is no way to stop but to end the process, which works as well.
        let _ = tokio::signal::ctrl_c().await;
    };
    tokio::select! {
        result = axum::serve(listener, app) => match result {
            Ok(()) => FINE,
            Err(error) => {
                report::print_error(&format!("The server stopped: {error}\n"));
                MACHINE
            }
        },
        () = stopped => FINE,
    }
}

/// Tells a page of every build from now on.
async fn news(State(served): State<Arc<Served>>) -> impl IntoResponse {
    let stream = WatchStream::new(served.news.subscribe())
        .map(|news| Event::default().json_data(&news).map_err(axum::Error::new));
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// A file of the search, which is made first if the site has changed since.
async fn search(State(served): State<Arc<Served>>, UrlPath(path): UrlPath<String>) -> Response {
    let made =
        tokio::task::spawn_blocking(move || search_file(&served, &format!("{}/{path}", crate::address::SEARCH_FOLDER)));
    made.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn search_file(served: &Served, path: &str) -> Response {
    let news = served.news.borrow().clone();
    let bytes = served.search.lock().ok().and_then(|mut search| {
        if search.0 != news.build {
            let request = Request {
                root: &served.root,
                base_url: served.base_url.as_deref(),
                search: true,
                drafts: true,
                today: super::today(),
            };
            // Errors have been shown by the build itself; the last good files stay.
            if crate::build_search(&request, &served.memo, &search.1, &mut Diagnostics::new()) {
                search.1.commit();
            } else {
                search.1.discard();
            }
            search.0 = news.build;
        }
        search.1.get(path)
    });
    match bytes {
        Some(bytes) => answer(StatusCode::OK, path, &bytes, &news),
        None => file(served, path),
    }
}

/// A file of the output, as a host would give it, with the reload script in its pages.
fn file(served: &Served, path: &str) -> Response {
    let news = served.news.borrow().clone();
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
    if let Some(bytes) = served.output.get(&path) {
        return answer(StatusCode::OK, &path, &bytes, &news);
    }
    match served.output.get("404.html") {
        Some(bytes) => answer(StatusCode::NOT_FOUND, "404.html", &bytes, &news),
        None => answer(StatusCode::SERVICE_UNAVAILABLE, "wait.html", WAITING.as_bytes(), &news),
    }
}

/// Shown when the first build has failed or is not done: the reload script says the rest.
const WAITING: &str =
    "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>bagyt</title><body></body></html>";

fn answer(status: StatusCode, path: &str, bytes: &[u8], news: &News) -> Response {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let is_text = kind.type_() == "text" || kind.subtype() == "javascript" || kind.subtype() == "json";
    let kind = if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    let body = match std::str::from_utf8(bytes) {
        Ok(html) if path.ends_with(".html") => with_reload(html, news.build).into_bytes(),
        _ => bytes.to_vec(),
    };
    (status, [(header::CONTENT_TYPE, kind.as_str()), (header::CACHE_CONTROL, "no-store")], body).into_response()
}

/// The page with the script that reloads it, and with leave to ask this server for news.
fn with_reload(html: &str, build: u64) -> String {
    let script = format!("<script src=\"/_bagyt/reload.js?{build}\"></script></body>");
    let policy = format!("{SECURITY_POLICY}; connect-src 'self'");
    html.replacen(SECURITY_POLICY, &policy, 1).replacen("</body>", &script, 1)
}

/// Builds once, then after every change, for as long as the program runs.
fn keep_building(served: &Served) {
    let root = &served.root;
    let (sender, changes) = channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // The receiver lives as long as the loop below.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = sender.send(());
        }
    });
    let mut watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => {
            report::print_error(&format!("Changes cannot be watched: {error}\n"));
            return;
        }
    };
    let mut watched = Vec::new();
    // The site's folder itself, for `themes/` and `i18n/` may yet be made.
    let _ = watcher.watch(root, RecursiveMode::NonRecursive);
    loop {
        watch_folders(&mut watcher, root, &mut watched);
        build_once(served);
        if wait(&changes).is_none() {
            return;
        }
    }
}

/// Waits for a change and for the quiet after it.
fn wait(changes: &Receiver<()>) -> Option<()> {
    changes.recv().ok()?;
    while changes.recv_timeout(QUIET).is_ok() {}
    Some(())
}

fn watch_folders(watcher: &mut RecommendedWatcher, root: &Path, watched: &mut Vec<&'static str>) {
    for name in WATCHED {
        let folder = root.join(name);
        if folder.is_dir() {
            if !watched.contains(&name) && watcher.watch(&folder, RecursiveMode::Recursive).is_ok() {
                watched.push(name);
            }
        } else {
            watched.retain(|other| *other != name);
        }
    }
}

fn build_once(served: &Served) {
    let root = &served.root;
    let watch = Stopwatch::start();
    let mut out = Diagnostics::new();
    let request =
        Request { root, base_url: served.base_url.as_deref(), search: false, drafts: true, today: super::today() };
    let summary = crate::build(&request, &served.memo, &served.output, &Silent, &mut out);
    let failed = summary.is_none();
    if failed {
        served.output.discard();
    } else {
        served.output.commit();
    }
    let time = report::duration(watch.elapsed());
    let (errors, warnings): (Vec<_>, Vec<_>) =
        crate::show::messages(&out, root).into_iter().partition(|message| message.severity == Severity::Error);
    let for_panel =
        |messages: Vec<crate::show::Message>| messages.into_iter().map(|message| Message::new(message, root));
    let (errors, warnings) = (for_panel(errors).collect(), for_panel(warnings).collect());
    #[expect(clippy::disallowed_methods, reason = "readers are told when what they see was built")]
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|time| u64::try_from(time.as_millis()).ok());
    served.news.send_modify(|news| {
        let shown = if failed { news.shown } else { now };
        *news = News { build: news.build + 1, shown, errors, warnings };
    });
    report::diagnostics(&out, root, FormatArg::Human);
    let result = if failed { "The last good version is shown." } else { "Built" };
    report::print(&format!("{result} ({time})\n"));
}
