//! Every test of whole builds, in one program, so that it is linked once. `tests/run` installs what the browser tests need.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used,
    reason = "a test reads, writes and prints as it must, and ends where something is wrong"
)]

mod browser;
mod builds;
mod cache;
mod common;
mod definitions;
mod documents;
mod encyclopedia;
mod faults;
mod forms;
mod golden;
mod handbook;
mod house;
mod languages;
mod licences;
mod limits;
mod more;
mod rebuilds;
mod scripts;
mod search;
mod self_tests;
mod site;

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
