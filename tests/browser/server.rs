//! A web host for the built site, as plain as the cheapest one.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use url::Url;

/// From where a reader opens the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A double click on a file.
    File,
    /// A host of its own.
    Root,
    /// A folder of a host that has other things as well.
    SubPath,
}

impl Way {
    pub const ALL: [Way; 3] = [Way::File, Way::Root, Way::SubPath];

    /// Makes the folder reachable this way for as long as the test's runtime lives; the address ends with a slash.
    pub async fn open(self, folder: &Path) -> Url {
        match self {
            Way::File => Url::from_directory_path(folder).expect("the output folder has an absolute path"),
            Way::Root => serve(folder, "/").await,
            Way::SubPath => serve(folder, SUB_PATH).await,
        }
    }
}

/// The folder of the host that [`Way::SubPath`] puts the site in.
pub const SUB_PATH: &str = "/some/sub/path/";

struct Host {
    folder: PathBuf,
    mount: &'static str,
    /// The headers that the site's own `_headers` asks for on every file.
    headers: Vec<(String, String)>,
}

async fn serve(folder: &Path, mount: &'static str) -> Url {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port of this machine is free");
    let address = listener.local_addr().expect("a bound socket has an address");
    let host = Host { folder: folder.to_path_buf(), mount, headers: headers(folder) };
    let app = Router::new().fallback(answer).with_state(Arc::new(host));
    tokio::spawn(async move { axum::serve(listener, app).await.expect("the test's server goes on") });
    Url::parse(&format!("http://{address}{mount}")).expect("the address is well-formed")
}

/// The lines of `_headers` below its first pattern, `/*`.
fn headers(folder: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    let lines = text.lines().skip_while(|line| *line != "/*").skip(1).take_while(|line| line.starts_with("  "));
    lines
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect()
}

async fn answer(State(host): State<Arc<Host>>, uri: Uri) -> Response {
    let (status, path, bytes) = match uri.path().strip_prefix(host.mount).and_then(|path| host.read(path)) {
        Some((path, bytes)) => (StatusCode::OK, path, bytes),
        None => (StatusCode::NOT_FOUND, PathBuf::from("404.html"), host.read("404.html").unwrap_or_default().1),
    };
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let mut response = (status, [(header::CONTENT_TYPE, kind.as_ref())], bytes).into_response();
    for (name, value) in &host.headers {
        let name = header::HeaderName::try_from(name).expect("_headers has names of headers");
        let value = header::HeaderValue::try_from(value).expect("_headers has values of headers");
        response.headers_mut().insert(name, value);
    }
    response
}

impl Host {
    /// A file; only the site's own front page stands for its folder.
    fn read(&self, path: &str) -> Option<(PathBuf, Vec<u8>)> {
        let path = PathBuf::from(if path.is_empty() { "index.html" } else { path });
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        let bytes = inside.then(|| fs::read(self.folder.join(&path)).ok()).flatten()?;
        Some((path, bytes))
    }
}
