//! Every page under the Nu HTML checker, the W3C's own.

use std::process::Command;

use serde::Deserialize;

use crate::browser::server::Way;
use crate::{RUN_FIRST, checker, expect_none, site};

#[derive(Deserialize)]
struct Report {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "type")]
    kind: String,
    url: Option<String>,
    message: String,
    #[serde(default)]
    extract: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_valid_html() {
    let site = site::own();
    // From a host and not from the folder, for the checker does not know what 'self' in a page's policy means in a file.
    let base = Way::Root.open(&site.folder).await;
    let mut command = Command::new("java");
    command.arg("-Dnu.validator.servlet.allow-forbidden-hosts=true");
    command.arg("-jar").arg(checker("vnu-jar/build/dist/vnu.jar"));
    command.args(["--format", "json", "--stdout", "--exit-zero-always"]);
    command.args(site.all().map(|page| format!("{base}{}", page.path)));
    let output = tokio::task::block_in_place(|| command.output());
    let output = output.unwrap_or_else(|error| panic!("java does not start ({error}). {RUN_FIRST}"));
    let text = String::from_utf8_lossy(&output.stdout);
    let report: Report = serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!("the checker gave no report ({error}): {text}{}", String::from_utf8_lossy(&output.stderr))
    });
    // Warnings count as well.
    let problems: Vec<String> = report
        .messages
        .into_iter()
        .map(|Message { kind, url, message, extract }| {
            format!("{}: {kind}: {message} [{}]", url.unwrap_or_default(), extract.trim())
        })
        .collect();
    expect_none("what the checker found", &problems);
}
