//! The built site in a real browser, and under the checkers of HTML and of accessibility.
//!
//! Needs Chromium with its driver, Java and the checkers of `tests/package.json`; `tests/run` installs them. A test that
//! misses one of them fails and says so.
//!
//! What is looked at are samples of the pages ([`crate::site::Site::checked`]), or all pages with `tests/run --all`. A test
//! takes one of the browsers that all share ([`chromium::Browser::start`]).

mod axe;
mod builders;
mod chromium;
mod clean;
mod colours;
mod diary;
mod finder;
mod forms;
mod hosts;
mod html;
mod keyboard;
mod language;
mod layout;
mod links;
mod paper;
mod print;
mod reading;
mod screenshots;
mod search;
mod self_tests;
mod serve;
mod server;
mod shapes;
mod text;
