//! Every page under the Nu HTML checker, the W3C's own.

use std::process::Command;

use serde::Deserialize;

use crate::{RUN_FIRST, checker, expect_none, site};

#[derive(Deserialize)]
struct Report {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    #[serde(rename = "type")]
    kind: String,
    sub_type: Option<String>,
    #[serde(default)]
    url: String,
    message: String,
    #[serde(default)]
    extract: String,
}

/// Warnings that are no faults, each with the reason.
const ALLOWED: &[(&str, &str)] = &[];

#[test]
fn every_page_is_valid_html() {
    let folder = &site::own().folder;
    let mut command = Command::new("java");
    command.arg("-jar").arg(checker("vnu-jar/build/dist/vnu.jar"));
    command.args(["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]).arg(folder);
    let output = command.output().unwrap_or_else(|error| panic!("java does not start ({error}). {RUN_FIRST}"));
    let text = String::from_utf8_lossy(&output.stdout);
    let report: Report = serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!("the checker gave no report ({error}): {text}{}", String::from_utf8_lossy(&output.stderr))
    });
    let bad = report.messages.into_iter().filter(|message| {
        let is_note = message.kind == "info" && message.sub_type.is_none();
        !is_note && !ALLOWED.iter().any(|(text, _)| message.message.contains(text))
    });
    let problems: Vec<String> = bad
        .map(|Message { kind, url, message, extract, .. }| format!("{url}: {kind}: {message} [{}]", extract.trim()))
        .collect();
    expect_none("what the checker found", &problems);
}
