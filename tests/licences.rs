//! What others made and is handed out: `content/licences.txt` has the licences of what every published site holds, the page
//! «Licences» names it, and `src/licences.txt` has those of the program.
//!
//! `BAGYT_BLESS=1 cargo test licences` writes the files and the pages' lists anew from Cargo.lock.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A package that something handed out is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// What cargo knows of the packages, by its own ids.
struct Packages(Value);

impl Packages {
    /// On one system, or on any.
    fn read(system: Option<&str>) -> Packages {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["metadata", "--format-version", "1", "--locked", "--offline"]).current_dir(root());
        if let Some(system) = system {
            command.args(["--filter-platform", system]);
        }
        let output = command.output().expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Packages(serde_json::from_slice(&output.stdout).expect("cargo writes JSON"))
    }

    fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
        value[key].as_array().map_or(&[], Vec::as_slice)
    }

    fn id(&self, name: &str) -> String {
        let package = Packages::list(&self.0, "packages").iter().find(|package| package["name"] == name);
        package.and_then(|package| package["id"].as_str()).expect("it is in the workspace").to_string()
    }

    /// The packages that are linked into one of the workspace; with those that it can leave out, or without.
    fn linked(&self, name: &str, optional: bool) -> BTreeSet<Package> {
        let packages: BTreeMap<&str, &Value> = Packages::list(&self.0, "packages")
            .iter()
            .filter_map(|package| Some((package["id"].as_str()?, package)))
            .collect();
        let nodes: BTreeMap<&str, &Value> = Packages::list(&self.0["resolve"], "nodes")
            .iter()
            .filter_map(|node| Some((node["id"].as_str()?, node)))
            .collect();
        let first = self.id(name);
        let left_out: BTreeSet<&str> = Packages::list(packages[&*first], "dependencies")
            .iter()
            .filter(|dependency| !optional && dependency["optional"] == true)
            .filter_map(|dependency| dependency["name"].as_str())
            .collect();
        let mut seen = BTreeSet::new();
        let mut todo = vec![first.as_str()];
        while let Some(id) = todo.pop() {
            for dependency in Packages::list(nodes[id], "deps") {
                let next = dependency["pkg"].as_str().expect("it has an id");
                let linked = Packages::list(dependency, "dep_kinds").iter().any(|kind| kind["kind"].is_null());
                let runs = Packages::list(packages[next], "targets").iter().any(|target| {
                    target["kind"][0] != "proc-macro"
                        && target["kind"][0] != "custom-build"
                        && target["crate_types"][0] != "proc-macro"
                        && target["crate_types"][0] != "bin"
                });
                let wanted =
                    id != first || !packages[next]["name"].as_str().is_some_and(|name| left_out.contains(name));
                if linked && runs && wanted && seen.insert(next) {
                    todo.push(next);
                }
            }
        }
        // Those of the workspace and what stands in for others are our own.
        let others = seen.into_iter().map(|id| packages[id]).filter(|package| package["source"].is_string());
        others.map(package).collect()
    }
}

fn package(value: &Value) -> Package {
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_string();
    let manifest = PathBuf::from(text("manifest_path"));
    // A slash is an old way to write «or».
    let mut either: Vec<String> =
        text("license").replace('/', " OR ").split(" OR ").map(|one| one.trim().to_string()).collect();
    if !either.iter().any(|one| one.contains('(') || one.contains(" AND ")) {
        either.sort();
    }
    let licence = either.join(" OR ");
    Package {
        name: text("name"),
        version: text("version"),
        licence,
        folder: manifest.parent().map(Path::to_path_buf).unwrap_or_default(),
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The licences that a package brings, without what tells only copies of the same text apart.
fn texts(package: &Package) -> Vec<String> {
    let entries = fs::read_dir(&package.folder).unwrap_or_else(|error| panic!("{}: {error}", package.folder.display()));
    let mut names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    let begins = ["license", "licence", "copying", "notice", "unlicense", "copyright"];
    names.retain(|name| begins.iter().any(|begin| name.to_lowercase().starts_with(begin)));
    // Of several the shortest is taken.
    let mit: Vec<String> = names.iter().filter(|name| name.to_lowercase().contains("mit")).cloned().collect();
    if !mit.is_empty() && package.licence.split(" OR ").any(|one| one == "MIT") {
        names = mit;
    }
    let read = |name: &String| fs::read(package.folder.join(name)).ok();
    let tidy = |bytes: Vec<u8>| {
        let text = String::from_utf8_lossy(&bytes).replace(['\r', '\u{c}', '\u{feff}'], "");
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_string()
    };
    names.iter().filter_map(read).map(tidy).filter(|text| !text.is_empty()).collect()
}

/// What is handed out with its licences, each text once; `site` has our own styles and scripts and the font besides.
fn file(what: &str, packages: &BTreeSet<Package>, site: bool) -> String {
    let mut out = format!(
        "What others made of {what}, and their licences.\n\
         Written by `BAGYT_BLESS=1 cargo test licences`; bagyt itself is under MIT or Apache-2.0.\n\n"
    );
    let mut by_text: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        let Package { name, version, licence, .. } = package;
        let _ = writeln!(out, "{name} {version}: {licence}");
        for text in texts(package) {
            by_text.entry(text).or_default().insert(name.clone());
        }
    }
    if site {
        out += "bagyt, its styles and scripts: Apache-2.0 OR MIT\n";
        let text = fs::read_to_string(root().join("LICENSE")).expect("the program has licences").replace('\r', "");
        for licence in text.split(&"=".repeat(80)).skip(1) {
            by_text.entry(licence.trim_matches('\n').to_string()).or_default().insert("bagyt".into());
        }
        out += "Onest, the font: OFL-1.1\n";
        let text = fs::read_to_string(root().join("themes/default/fonts/OFL.txt")).expect("the font has a licence");
        by_text.entry(text.replace('\r', "").trim_end().to_string()).or_default().insert("Onest".into());
    }
    if site {
        // The library for Word files in the browser, and what it holds, each with its licence.
        let text = fs::read_to_string(root().join("themes/default/lib/docx.txt")).expect("the library has licences");
        for package in text.replace('\r', "").split("\u{c}\n").filter(|package| !package.trim().is_empty()) {
            let (name, licence) = package.split_once("\n\n").expect("a name and a licence");
            out += &format!("{name}\n");
            let who = name.split(' ').next().unwrap_or_default().to_string();
            by_text.entry(licence.trim_matches('\n').to_string()).or_default().insert(who);
        }
    }
    let mut by_name: Vec<(Vec<String>, String)> =
        by_text.into_iter().map(|(text, names)| (names.into_iter().collect(), text)).collect();
    by_name.sort();
    for (names, text) in by_name {
        let _ = write!(out, "\n\n{}\n{}\n\n{text}\n", "=".repeat(80), names.join(", "));
    }
    out
}

/// The page with its list, which ends it, written anew.
fn page(text: &str, engine: &BTreeSet<Package>) -> String {
    let mut by_licence: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for package in engine {
        by_licence.entry(&package.licence).or_default().insert(format!("`{}`", package.name));
    }
    let mut lines = String::new();
    for (licence, names) in by_licence {
        let _ = writeln!(lines, "- **{licence}**: {}", Vec::from_iter(names).join(", "));
    }
    let before = text.split("\n- **").next().unwrap_or_default().trim_end();
    format!("{before}\n\n{lines}")
}

#[test]
fn licences_of_everything_that_is_handed_out_are_collected() {
    let program = Packages::read(None).linked("bagyt", true);
    let engine = Packages::read(Some("wasm32-unknown-unknown")).linked("bagyt-search", false);
    for known in ["tantivy", "crc32fast", "frostem", "serde_json"] {
        assert!(engine.iter().any(|package| package.name == known), "{known}");
    }
    assert!(!engine.iter().any(|package| ["flate2", "proptest", "axum"].contains(&&*package.name)), "{engine:?}");
    assert!(program.len() > engine.len() && program.iter().any(|package| package.name == "axum"));
    assert!(!program.iter().any(|package| package.name == "proptest"), "tests are not handed out");
    let nameless: Vec<&Package> = program.iter().chain(&engine).filter(|package| package.licence.is_empty()).collect();
    assert!(nameless.is_empty(), "{nameless:?}");

    let bless = std::env::var_os("BAGYT_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut hold = |path: &str, wanted: String| {
        let path = root().join(path);
        if bless {
            fs::write(&path, &wanted).expect("it can be written");
        }
        if fs::read_to_string(&path).unwrap_or_default().replace('\r', "") != wanted {
            wrong.push(path.display().to_string());
        }
    };
    hold("src/licences.txt", file("the program", &program, false));
    hold("content/licences.txt", file("every site that bagyt makes", &engine, true));
    for language in ["ky", "ru"] {
        let path = format!("content/licences.{language}.md");
        let text = fs::read_to_string(root().join(&path)).expect("there is a page").replace('\r', "");
        hold(&path, page(&text, &engine));
    }
    assert!(wrong.is_empty(), "run BAGYT_BLESS=1 cargo test licences: {}", wrong.join(", "));
}
