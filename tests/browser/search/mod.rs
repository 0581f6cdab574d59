//! The search, as the one who searches has it.

mod engine;
mod field;
mod letters;
mod looks;
mod phone;
mod results;
mod safety;
mod trouble;

use std::path::Path;

use serde::Deserialize;
use serde_json::json;
use url::Url;

use crate::browser::chromium::Browser;
use crate::browser::clean;
use crate::browser::server::Way;
use crate::{expect_none, site};

/// A result in the list under the box.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// Id of its group's heading; empty outside groups.
    group: String,
    pub href: String,
    lang: Option<String>,
    title: String,
    excerpt: String,
    /// Words marked in the title, and in the excerpt.
    title_marks: Vec<String>,
    marks: Vec<String>,
    selected: bool,
}

const ROWS: &str = r##"
    const text = part => Array.from(part.childNodes, node => node.className === "tag" ? "" : node.textContent).join("");
    const marks = part => Array.from(part ? part.querySelectorAll("mark") : [], mark => mark.textContent);
    const rows = document.querySelectorAll("#site-hits [role=option]");
    return Array.from(rows, row => {
        const [title, excerpt] = [".find-title", ".find-text"].map(part => row.querySelector(part));
        const group = row.closest("[role=group]");
        return {
            group: group ? group.getAttribute("aria-labelledby") : "",
            href: row.href,
            lang: row.getAttribute("lang"),
            title: text(title || row).trim(),
            excerpt: excerpt ? text(excerpt) : "",
            title_marks: marks(title),
            marks: marks(excerpt),
            selected: row.getAttribute("aria-selected") === "true",
        };
    });
"##;

/// A result on the results page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Found {
    href: String,
    lang: Option<String>,
    title: String,
    about: String,
    marks: Vec<String>,
    /// Addresses of its sections.
    sections: Vec<String>,
}

const FOUND: &str = r#"
    const hits = document.querySelectorAll(".seek-hit:has(h3)");
    return Array.from(hits, hit => ({
        href: hit.querySelector("h3 a").href,
        lang: hit.getAttribute("lang"),
        title: hit.querySelector("h3").textContent,
        about: (hit.querySelector(".seek-about") || hit.querySelector("h3")).textContent,
        marks: Array.from(hit.querySelectorAll("mark"), mark => mark.textContent),
        sections: Array.from(hit.querySelectorAll(".seek-sections a"), link => link.href),
    }));
"#;

/// Someone who searches: a browser, and where the site lies.
pub struct Reader {
    browser: Browser,
    base: Url,
}

impl Reader {
    /// Opens a page of the repository's own site.
    async fn start(way: Way, path: &str) -> Reader {
        Reader::at(Browser::start().await, way, &site::own().folder, path).await
    }

    /// Opens a page of a site.
    pub async fn at(browser: Browser, way: Way, folder: &Path, path: &str) -> Reader {
        let reader = Reader { browser, base: way.open(folder).await };
        reader.open(path).await;
        reader
    }

    async fn open(&self, path: &str) {
        self.browser.open(&self.base.join(path).expect("well-formed")).await;
    }

    /// Opens the results page of a language for a query.
    async fn ask(&self, lang: &str, query: &str) {
        let mut url = self.base.join(&format!("{lang}/search.html")).expect("well-formed");
        url.query_pairs_mut().append_pair("q", query);
        self.browser.open(&url).await;
    }

    /// Types into the box.
    pub async fn type_in(&self, text: &str) {
        self.browser.type_into("#site-q", text).await;
    }

    /// Empties the box and types into it.
    async fn retype(&self, text: &str) {
        // Not by a selection: the driver may put the cursor behind the text before it types.
        let empty = "const field = document.querySelector('#site-q'); field.focus(); field.value = ''";
        self.browser.eval::<()>(empty).await;
        self.type_in(text).await;
    }

    /// Waits until the list under the box has all that the text holds for a query.
    pub async fn searched(&self, query: &str) {
        let script = "const whole = document.querySelector('.find-all');
            return whole !== null && !document.querySelector('.find-wait, .find-progress')
                && new URL(whole.href).searchParams.get('q') === QUERY";
        let script = script.replace("QUERY", &json!(query).to_string());
        self.browser.wait_for(&format!("the text is searched for «{query}»"), &script).await;
    }

    /// Waits until the results page has all results, or says that there are none.
    async fn settled(&self) {
        let script = "const [head, note] = ['.seek-count', '.find-note'].map(part => document.querySelector(part));
            return !document.querySelector('.find-wait, .find-progress, .is-stale')
                && (note !== null || (head !== null && !head.hidden && /\\d/.test(head.textContent)))";
        self.browser.wait_for("the results are there", script).await;
    }

    /// What the list under the box offers.
    pub async fn rows(&self) -> Vec<Row> {
        self.browser.eval(ROWS).await
    }

    /// The rows of the group with this id.
    async fn group(&self, id: &str) -> Vec<Row> {
        self.rows().await.into_iter().filter(|row| row.group == id).collect()
    }

    /// What the results page lists.
    async fn found(&self) -> Vec<Found> {
        self.browser.eval(FOUND).await
    }

    /// The first element's text that a selector finds; empty if there is none.
    async fn text(&self, selector: &str) -> String {
        let script =
            format!("return (document.querySelector({}) || {{ textContent: '' }}).textContent", json!(selector));
        self.browser.eval(&script).await
    }

    async fn is(&self, script: &str) -> bool {
        self.browser.eval(&format!("return {script}")).await
    }

    /// The page that an address leads to, relative to the site, without query and place.
    pub fn page(&self, href: &str) -> String {
        let path = href.strip_prefix(self.base.as_str()).unwrap_or_else(|| panic!("{href} leads out of the site"));
        path.split(['?', '#']).next().unwrap_or(path).to_string()
    }

    /// A parameter of the page's own address.
    async fn parameter(&self, name: &str) -> Option<String> {
        let url = self.browser.url().await;
        url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    /// The files of the search that were asked for since the last call, without the site's own address.
    async fn loaded(&self) -> Vec<String> {
        let events = self.browser.network().await.into_iter().filter(|(name, _)| name == "Network.requestWillBeSent");
        let urls = events.filter_map(|(_, event)| event["request"]["url"].as_str().map(str::to_string));
        let base = format!("{}search/", self.base);
        urls.filter_map(|url| url.strip_prefix(&base).map(str::to_string)).collect()
    }

    /// Nothing was asked of another host, nothing failed, and nobody complained.
    pub async fn leaves_cleanly(&self) {
        let mut problems = self.browser.complaints().await;
        problems.extend(clean::strays(&self.browser, &self.base).await);
        expect_none(&format!("problems while searching at {}", self.base), &problems);
    }
}
