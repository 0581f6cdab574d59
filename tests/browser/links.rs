//! Every link of every page leads somewhere, wherever the site is opened from.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use scraper::{Html, Selector};
use url::Url;

use crate::browser::server::SUB_PATH;
use crate::expect_none;
use crate::site::{self, Site};

/// Attributes that hold one address each.
const ADDRESS: [&str; 6] = ["href", "src", "poster", "data", "action", "cite"];
/// Attributes that hold addresses with a size behind each.
const ADDRESSES: [&str; 2] = ["srcset", "imagesrcset"];

/// What a file of the site says of itself and of others.
#[derive(Default)]
struct Links {
    ids: BTreeSet<String>,
    addresses: Vec<String>,
}

fn links_of(path: &str, text: &str) -> Links {
    if path.ends_with(".css") {
        let addresses = text.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
        let addresses = addresses.map(|address| address.trim_matches(['"', '\'']).to_string()).collect();
        return Links { ids: BTreeSet::new(), addresses };
    }
    let mut links = Links::default();
    let html = Html::parse_document(text);
    for (name, value) in
        html.tree.values().filter_map(scraper::Node::as_element).flat_map(scraper::node::Element::attrs)
    {
        if name == "id" {
            links.ids.insert(value.to_string());
        } else if ADDRESS.contains(&name) || name.starts_with("data-home-") {
            links.addresses.push(value.to_string());
        } else if ADDRESSES.contains(&name) {
            let addresses = value.split(", ").filter_map(|one| one.split_whitespace().next());
            links.addresses.extend(addresses.map(str::to_string));
        }
    }
    links
}

/// A built site with all that its files link to.
struct Web {
    files: BTreeSet<String>,
    links: HashMap<String, Links>,
    /// Address that the site knows itself to be published at.
    published: Option<String>,
}

impl Web {
    fn new(folder: &Path, published: Option<&str>) -> Web {
        let files: BTreeSet<String> =
            site::files(folder).into_iter().filter(|path| !path.starts_with(site::GOLDEN)).collect();
        let read = files.iter().filter(|path| [".html", ".css", ".svg"].iter().any(|end| path.ends_with(end)));
        let links = read.map(|path| (path.clone(), links_of(path, &site::read(folder, path)))).collect();
        Web { files, links, published: published.map(str::to_string) }
    }

    /// What is wrong with the links when the site lies at `base`.
    fn problems(&self, base: &Url) -> Vec<String> {
        let mut problems = Vec::new();
        for (path, links) in &self.links {
            for address in &links.addresses {
                if let Err(problem) = self.follow(base, path, address) {
                    problems.push(format!("{path}: {address:?} {problem}"));
                }
            }
        }
        problems.sort();
        problems
    }

    fn follow(&self, base: &Url, from: &str, address: &str) -> Result<(), &'static str> {
        if address.is_empty() {
            return Err("is empty");
        }
        if let Some(path) = self.published.as_deref().and_then(|published| address.strip_prefix(published)) {
            // What the site says of itself to the world; there a folder stands for its first page.
            let path = path.trim_start_matches('/');
            let path =
                if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
            return if self.files.contains(&path) { Ok(()) } else { Err("is the address of no page") };
        }
        if let Ok(url) = Url::parse(address) {
            let known = ["http", "https", "mailto", "tel"].contains(&url.scheme());
            // The style sheet's own drawings.
            let drawn = from.ends_with(".css") && url.scheme() == "data";
            return if known || drawn { Ok(()) } else { Err("has a scheme that no link needs") };
        }
        if address.starts_with("//") {
            return Err("leaves the scheme open, which ends nowhere in a file");
        }
        if address.starts_with('/') && from != "404.html" {
            return Err("begins at the root, which a folder or a USB stick does not have");
        }
        let (from, address) = match (from, address.strip_prefix('/')) {
            // The error page is shown at any depth: its links begin at the root, and its files are asked for at each depth.
            ("404.html", Some(rooted)) if self.published.is_none() => (base.clone(), rooted),
            ("404.html", None) if address.starts_with("../") => (base.clone(), address.trim_start_matches("../")),
            _ => (base.join(from).map_err(|_| "stands in a file without an address")?, address),
        };
        let to = from.join(address).map_err(|_| "is no address")?;
        let path = to.as_str().strip_prefix(base.as_str()).ok_or("leads out of the site")?;
        let path = path.split(['#', '?']).next().unwrap_or(path);
        if !self.files.contains(path) {
            let folder = format!("{}/", path.trim_end_matches('/'));
            let is_folder = path.is_empty() || self.files.iter().any(|file| file.starts_with(&folder));
            return Err(if is_folder { "leads to a folder" } else { "leads to no file" });
        }
        match to.fragment() {
            // The standard's own name for the beginning of a page.
            Some("top") => Ok(()),
            Some(id) if !self.links.get(path).is_some_and(|links| links.ids.contains(id)) => {
                Err("leads to a place that the page does not have")
            }
            _ => Ok(()),
        }
    }
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    let site = site::own();
    let web = Web::new(&site.folder, None);
    let count: usize = web.links.values().map(|links| links.addresses.len()).sum();
    assert!(count > site.pages.len() * 10, "only {count} links were found");
    let golden = site.golden_folders();
    let webs = golden.iter().map(|folder| {
        let mut web = Web::new(folder, None);
        // Some have an address of their own, which the error page begins at.
        web.links.remove("404.html");
        (folder, web)
    });
    for (folder, web) in webs.chain([(&site.folder, web)]) {
        let folder = Url::from_directory_path(folder).expect("the folder has an absolute path");
        let root = Url::parse("http://localhost/").expect("well-formed");
        let below = root.join(SUB_PATH).expect("well-formed");
        for base in [folder, root, below] {
            expect_none(&format!("broken links at {base}"), &web.problems(&base));
        }
    }
}

#[test]
fn every_link_holds_when_the_site_knows_its_address() {
    let published = format!("https://example.kg{}", SUB_PATH.trim_end_matches('/'));
    let site = Site::published("site-published", &published);
    let base = Url::parse(&format!("https://example.kg{SUB_PATH}")).expect("well-formed");
    let web = Web::new(&site.folder, Some(&published));
    expect_none("broken links", &web.problems(&base));
}

#[test]
fn every_page_links_to_itself_in_the_other_language() {
    let selector = Selector::parse("header a[data-lang]").expect("the selector is well-formed");
    let mut problems = Vec::new();
    // An old address leads on at once.
    let is_read = |page: &&site::Page| page.path.contains('/') && page.kind != "moved";
    for page in site::own().pages.iter().filter(is_read) {
        let html = Html::parse_document(&site::read(&site::own().folder, &page.path));
        let from = Url::parse("http://localhost/").and_then(|base| base.join(&page.path)).expect("well-formed");
        let found: Vec<(String, String)> = html
            .select(&selector)
            .filter_map(|link| {
                Some((link.attr("data-lang")?.to_string(), from.join(link.attr("href")?).ok()?.path().to_string()))
            })
            .collect();
        let other = if page.lang == "ky" { "ru" } else { "ky" };
        let (_, rest) = page.path.split_once('/').expect("only pages of a language were kept");
        let expected = (other.to_string(), format!("/{other}/{rest}"));
        if !found.contains(&expected) {
            problems.push(format!("{}: {found:?}", page.path));
        }
    }
    expect_none("pages without their twin", &problems);
}
