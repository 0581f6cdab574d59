//! The built site in a real browser, and under the checkers of HTML and of accessibility.
//!
//! Needs Chromium with its driver, Java and the checkers of `tests/package.json`; `tests/run` installs them. A test that
//! misses one of them fails and says so.

mod axe;
mod browser;
mod clean;
mod colours;
#[path = "../common/mod.rs"]
mod common;
mod finder;
mod hosts;
mod html;
mod keyboard;
mod language;
mod layout;
mod links;
mod paper;
mod print;
mod screenshots;
mod search;
mod serve;
mod server;
mod site;
mod text;

/// What to do when something that the tests stand on is missing.
const RUN_FIRST: &str = "Run tests/run once: it installs what the tests need.";

/// Fails with every problem on a line of its own, if there is any.
#[track_caller]
fn expect_none(what: &str, problems: &[String]) {
    assert!(problems.is_empty(), "{what}: {}\n{}", problems.len(), problems.join("\n"));
}

/// The path of a checker's file that npm installed.
fn checker(path: &str) -> std::path::PathBuf {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules").join(path);
    assert!(path.is_file(), "There is no {}. {RUN_FIRST}", path.display());
    path
}
