//! How the program is cut: which module knows which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use walkdir::WalkDir;

/// Between the modules of the program there is no circle, nor between the modules of one folder: a part can be read, tested
/// and changed without those that stand on it.
#[test]
fn modules_stand_on_each_other_without_a_circle() {
    let modules = modules();
    let found: Vec<String> = circles(&edges(&modules)).iter().map(|circle| circle.join(" ")).collect();
    assert!(modules.len() > 100, "the sources are read");
    assert!(found.is_empty(), "modules use each other in a circle: {found:?}");
}

#[test]
fn a_circle_is_found_and_named() {
    let modules: BTreeMap<String, String> = [
        ("a", "use crate::b::{self, c};"),
        ("b", "// crate::a\nfn f() { super::d::g(); }"),
        ("b::c", "use super::super::d;"),
        ("d", "use crate::{b::c::X, e};"),
        ("e", "use std::a;\n#[cfg(test)]\nmod tests { use crate::a; }"),
    ]
    .map(|(name, text)| (name.to_string(), text.to_string()))
    .into();
    assert_eq!(circles(&edges(&modules)), [["b", "d"]]);
}

/// Every module of the program with its text.
fn modules() -> BTreeMap<String, String> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(&sources).into_iter().filter_entry(|entry| entry.file_name() != "patched");
    files
        .map(|entry| entry.expect("the sources can be read").into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| !["main.rs", "lib.rs", "tests.rs"].iter().any(|name| path.ends_with(name)))
        .map(|path| {
            let name = path.strip_prefix(&sources).expect("it lies there").with_extension("");
            let name: Vec<&str> = name.iter().map(|part| part.to_str().expect("a name of letters")).collect();
            let name = name.strip_suffix(&["mod"]).unwrap_or(&name).join("::");
            (name, fs::read_to_string(&path).expect("a source file"))
        })
        .collect()
}

/// Which module uses which, as neighbours: `a::b` that uses `c::d` makes `a` use `c`.
fn edges(modules: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, text) in modules {
        let own: Vec<&str> = module.split("::").collect();
        for used in used(text, &own) {
            let known = (1..=used.len()).rev().find(|length| modules.contains_key(&used[..*length].join("::")));
            let Some(known) = known else { continue };
            let common = own.iter().zip(&used[..known]).take_while(|(own, used)| *own == *used).count();
            if common < own.len() && common < known {
                let (from, to) = (own[..=common].join("::"), used[..=common].join("::"));
                edges.entry(from).or_default().insert(to.clone());
                edges.entry(to).or_default();
            }
        }
    }
    edges
}

/// The paths that a module names, from the root of the program. Comments and unit tests do not count.
fn used(text: &str, own: &[&str]) -> Vec<Vec<String>> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
    let code: String = code.lines().map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for root in ["crate::", "super::"] {
        for (at, _) in code.match_indices(root) {
            let before = &code[..at];
            if before.ends_with("super::") || before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            let mut rest = &code[at..];
            let mut base: Vec<String> = own.iter().map(|part| part.to_string()).collect();
            if let Some(after) = rest.strip_prefix("crate::") {
                base.clear();
                rest = after;
            }
            while let Some(after) = rest.strip_prefix("super::") {
                base.pop();
                rest = after;
            }
            paths(rest, &base, &mut found);
        }
    }
    found
}

/// Reads `a::b::{c, d::e}`; how much of the text that is.
fn paths(text: &str, base: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = base.to_vec();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        if rest.starts_with('{') {
            at += 1;
            while let Some(next) = text[at..].find(|c: char| !c.is_whitespace() && c != ',').map(|gap| at + gap) {
                at = next;
                if text[at..].starts_with('}') {
                    return at + 1;
                }
                at += paths(&text[at..], &path, found).max(1);
            }
            return at;
        }
        let name = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        if name > 0 && &rest[..name] != "self" {
            path.push(rest[..name].to_string());
        }
        at += name;
        if name > 0 && text[at..].starts_with("::") {
            at += 2;
            continue;
        }
        found.push(path);
        // `b as c`: the new name is no path.
        let skipped = text[at..]
            .strip_prefix(" as ")
            .map_or(0, |rest| 4 + rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()));
        return at + skipped;
    }
}

/// The groups of modules that use each other, in the order of their names.
fn circles(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached = |from: &String| {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&String> = edges[from].iter().collect();
        while let Some(next) = open.pop() {
            if seen.insert(next.clone()) {
                open.extend(&edges[next]);
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = edges.keys().map(|module| (module, reached(module))).collect();
    let mut circles = BTreeSet::new();
    for (module, others) in &reached {
        if others.contains(*module) {
            let circle = others.iter().filter(|other| reached[other].contains(*module)).cloned().collect::<Vec<_>>();
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}

/// Features of the program's packages that packages of the tests turn on besides, and that change no byte of an output: how
/// fast or how much else they can do. Cargo compiles a package once for both.
const MORE_BESIDE_TESTS: &[&str] = &[
    "cssparser default fast_match_byte fast_match_color",
    "getrandom std sys_rng",
    "hyper client",
    "hyper-util client client-legacy client-proxy",
    "phf macros phf_macros",
    "regex default perf perf-backtrack perf-cache perf-dfa perf-inline perf-literal perf-onepass",
    "serde rc",
    "serde_core rc",
    "sync_wrapper futures futures-core",
    "tokio bytes io-util",
    "tower retry timeout",
];

/// The program that the tests see makes what the program makes that people compile.
#[test]
fn packages_of_the_tests_change_nothing_in_those_of_the_program() {
    let (alone, beside) = (features("normal"), features("normal,dev"));
    let more = alone.iter().filter_map(|(package, own)| {
        let more: Vec<&str> = beside[package].difference(own).map(String::as_str).collect();
        let name = package.split(' ').next().unwrap_or(package);
        (!more.is_empty()).then(|| format!("{name} {}", more.join(" ")))
    });
    assert!(alone.len() > 100, "cargo lists the packages");
    assert_eq!(
        more.collect::<Vec<_>>(),
        MORE_BESIDE_TESTS,
        "ask for the feature in Cargo.toml, or list it if no byte changes"
    );
}

/// The packages along these edges, with version, and their features.
fn features(edges: &str) -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["tree", "--locked", "--package", "bagyt", "--prefix", "none", "--no-dedupe"];
    let listed = Command::new(cargo)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .args(["--edges", edges, "--format", "{p}|{f}"])
        .output()
        .expect("cargo runs");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let listed = String::from_utf8(listed.stdout).expect("cargo writes UTF-8");
    let packages = listed.lines().filter_map(|line| line.split_once('|'));
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (package, features) in packages {
        let name: Vec<&str> = package.split(' ').take(2).collect();
        let features = features.trim_end_matches(" (*)").split(',').filter(|feature| !feature.is_empty());
        found.entry(name.join(" ")).or_default().extend(features.map(str::to_string));
    }
    found
}
