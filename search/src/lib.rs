//! Bagyt's search: the analysis of Kyrgyz, Russian and English, and an index that tantivy writes during the build and reads
//! everywhere: on the command line and, compiled to WebAssembly, in the browser.
//!
//! | module | what it does |
//! |---|---|
//! | [`analysis`] | text → words → terms |
//! | [`schema`] | what the index holds, and how a term is written in it |
//! | [`engine`] | opening a packed index, answering queries |
//! | [`pack`] | pages → packed index (feature `write`) |
//! | [`outer`] | the script files that carry the packed bytes (feature `write`) |

#![deny(unsafe_code)]

pub mod analysis;
pub mod engine;
pub mod schema;

mod boot;
mod bytes;
mod dictionary;
mod directory;
mod excerpt;
mod guard;
mod lists;
mod query;
mod ranking;
mod score;
mod spelling;
mod texts;

#[cfg(feature = "write")]
pub mod outer;
#[cfg(feature = "write")]
pub mod pack;

#[cfg(target_family = "wasm")]
mod wasm;
