//! What the browser is given, and who is answered at all.
//!
//! A page asks for news every moment and lets go of the connection: a browser opens six to a host, for all its tabs.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;

use super::Shown;
use super::jobs::{Job, Jobs};
use super::news::{News, Words};
use crate::cli::report;
use crate::diag::Code;
use crate::explain;
use crate::messages::{Message, say};
use crate::theme::SECURITY_POLICY;

/// What every page is given while it is served.
const RELOAD_SCRIPT: &str = include_str!("../reload.js");
/// How that shows what is wrong.
const RELOAD_STYLE: &str = include_str!("../reload.css");

/// How pages that explain a message look.
const EXPLAIN_STYLE: &str = include_str!("../explain.css");

#[derive(Clone)]
struct Server {
    shown: Arc<Shown>,
    jobs: Jobs,
}

/// Everything that is answered.
pub fn router(shown: Arc<Shown>, jobs: Jobs) -> Router {
    Router::new()
        .route("/_bagyt/news", get(news))
        .route("/_bagyt/explain/{*code}", get(explained))
        .route("/_bagyt/explain.css", get(|| async { ([(header::CONTENT_TYPE, "text/css")], EXPLAIN_STYLE) }))
        .route("/_bagyt/reload.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD_SCRIPT) }))
        .route("/_bagyt/reload.css", get(|| async { ([(header::CONTENT_TYPE, "text/css")], RELOAD_STYLE) }))
        .route("/", get(|state: State<Server>| async move { page(&state, "").await }))
        .route("/search/{*path}", get(search))
        .route("/{*path}", get(|state: State<Server>, path: UrlPath<String>| async move { page(&state, &path).await }))
        .layer(from_fn(only_here))
        .with_state(Server { shown, jobs })
}

/// Answers only who asks this machine by its own name, and no page of another site. A page elsewhere could otherwise have
/// its name lead here and read what is not published yet.
async fn only_here(request: Request, next: Next) -> Response {
    match refusal(request.uri(), request.headers()) {
        Some(why) => {
            (StatusCode::FORBIDDEN, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], report::text(why) + "\n")
                .into_response()
        }
        None => {
            let mut response = next.run(request).await;
            let ours = header::HeaderValue::from_static("same-origin");
            response.headers_mut().insert("cross-origin-resource-policy", ours);
            response
        }
    }
}

/// Why a request is not answered; `None` if it is.
fn refusal(uri: &Uri, headers: &HeaderMap) -> Option<Message> {
    let text = |name: &str| headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let host = text("host").unwrap_or_default();
    let wrong = if is_this_machine(&host) { uri.host().filter(|host| !is_this_machine(host)) } else { Some(&*host) };
    if let Some(host) = wrong {
        let host: String = host.chars().filter(|c| !c.is_control()).take(80).collect();
        return Some(say::serve_answers_this_machine_only(host));
    }
    let origin = text("origin");
    let foreign = origin.is_some_and(|origin| origin.strip_prefix("http://") != Some(&*host));
    // A link may lead here from anywhere; what a page loads or shows inside itself may not come from here.
    let followed = text("sec-fetch-mode").as_deref() == Some("navigate")
        && text("sec-fetch-dest").as_deref().is_none_or(|what| what == "document");
    let from = text("sec-fetch-site");
    let foreign = foreign || from.is_some_and(|from| !matches!(&*from, "same-origin" | "none") && !followed);
    foreign.then(say::serve_answers_its_own_pages_only)
}

/// Whether a host, with or without a port, is this machine's name for itself.
fn is_this_machine(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port),
        _ => (host, ""),
    };
    let name = name.strip_suffix('.').unwrap_or(name);
    port.bytes().all(|byte| byte.is_ascii_digit())
        && ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// News with the words to tell them in.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    news: News,
    words: Words,
}

/// The page that explains a code.
async fn explained(UrlPath(id): UrlPath<String>) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    match Code::ALL.iter().find(|code| code.id() == id) {
        Some(code) => (kind, explain::html(*code, report::locale())).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The news of the last build; nothing if the page knows them, whose address names the newest build that it has been told of.
async fn news(State(server): State<Server>, uri: Uri) -> Response {
    let news = server.shown.news().clone();
    let fresh = [(header::CACHE_CONTROL, "no-store")];
    let known = uri.query().and_then(|query| query.strip_prefix("build=")?.parse().ok());
    if known == Some(news.build) {
        return (StatusCode::NO_CONTENT, fresh).into_response();
    }
    let words = Words::of(&news, report::locale());
    (fresh, axum::Json(Told { news, words })).into_response()
}

/// A file of the search, which is made first if the site has changed since.
async fn search(State(server): State<Server>, UrlPath(path): UrlPath<String>) -> Response {
    if !server.jobs.ask(Job::Search).await {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let path = format!("{}/{path}", crate::address::SEARCH_FOLDER);
    let build = server.shown.news().build;
    match server.shown.search.get(&path) {
        Some(bytes) => answer(StatusCode::OK, &path, &bytes, build),
        None => file(&server.shown, &path),
    }
}

/// A file of the site: after the first build, and a page after another one if nobody watches the files. Without the build
/// the last good page is shown.
async fn page(server: &Server, path: &str) -> Response {
    let (build, watched) = {
        let news = server.shown.news();
        (news.build, news.watched)
    };
    if build == 0 {
        server.jobs.ask(Job::Wait).await;
    } else if !watched && (path.is_empty() || path.ends_with('/') || path.ends_with(".html")) {
        server.jobs.ask(Job::Build).await;
    }
    file(&server.shown, path)
}

/// A file of the output, as a host would give it, with the reload script in its pages.
fn file(shown: &Shown, path: &str) -> Response {
    let build = shown.news().build;
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
    if let Some(bytes) = shown.pages.get(&path) {
        return answer(StatusCode::OK, &path, &bytes, build);
    }
    match shown.pages.get("404.html") {
        Some(bytes) => answer(StatusCode::NOT_FOUND, "404.html", &bytes, build),
        None => answer(StatusCode::SERVICE_UNAVAILABLE, "wait.html", WAITING.as_bytes(), build),
    }
}

/// Shown when the first build has failed: the reload script says the rest.
const WAITING: &str =
    "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>bagyt</title><body></body></html>";

fn answer(status: StatusCode, path: &str, bytes: &[u8], build: u64) -> Response {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let is_text = kind.type_() == "text" || kind.subtype() == "javascript" || kind.subtype() == "json";
    let kind = if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    let body = match std::str::from_utf8(bytes) {
        Ok(html) if path.ends_with(".html") => with_reload(html, build).into_bytes(),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        refusal(&Uri::from_static("/ru/index.html"), &headers).is_some()
    }

    #[test]
    fn only_this_machine_is_answered() {
        for host in
            ["localhost", "localhost:4000", "LOCALHOST:80", "127.0.0.1:4000", "127.0.0.1", "[::1]:4000", "[::1]"]
        {
            assert!(!is_refused(&[("host", host)]), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:4000",
            "localhost.evil.example",
            "evil.example:localhost",
            "127.0.0.1.evil.example:4000",
            "localhost:4000@evil.example",
            "192.168.0.7:4000",
            "0.0.0.0:4000",
            "[::2]:4000",
            "",
        ] {
            assert!(is_refused(&[("host", host)]), "{host}");
        }
        assert!(is_refused(&[]), "no host at all");
        let headers = [("host".parse().unwrap(), "localhost:4000".parse().unwrap())].into_iter().collect();
        assert!(refusal(&Uri::from_static("http://evil.example/"), &headers).is_some());
    }

    #[test]
    fn pages_of_other_sites_are_not_answered() {
        let host = ("host", "localhost:4000");
        for origin in ["http://evil.example", "null", "http://localhost:3000", "https://localhost:4000", "file://"] {
            assert!(is_refused(&[host, ("origin", origin)]), "{origin}");
        }
        assert!(!is_refused(&[host, ("origin", "http://localhost:4000")]));
        for site in ["cross-site", "same-site"] {
            let from = ("sec-fetch-site", site);
            assert!(is_refused(&[host, from, ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "script")]), "{site}");
            assert!(is_refused(&[host, from, ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")]), "{site}");
            let link = [host, from, ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
            assert!(!is_refused(&link), "{site}: a link leads here");
        }
        for site in ["same-origin", "none"] {
            assert!(!is_refused(&[host, ("sec-fetch-site", site), ("sec-fetch-mode", "cors")]), "{site}");
        }
    }
}
