//! What is made of the definitions of records: their documentation stands in `golden/KEYS.*.md`, and their schemas accept and refuse
//! what the readers do, as an independent validator sees it.
//!
//! `BAGYT_BLESS=1 cargo test definitions` writes the documentation anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use bagyt::define::{Definition, Field, LABELS, Words};
use bagyt::describe;
use bagyt::diag::{At, Code, Diagnostic, Diagnostics};
use bagyt::lang::Languages;
use bagyt::messages::Locale;
use bagyt::parse::{Phrases, Settings, Type};
use bagyt::yaml::{Node, Origin};
use serde_json::{Map, Value, json};
use walkdir::WalkDir;

use crate::golden::cases;
use crate::site::scratch;
use crate::{checker, expect_none};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_documentation_is_that_of_the_definitions() {
    for code in LABELS {
        let file = repository().join(format!("tests/golden/KEYS.{code}.md"));
        let made = describe::documentation(&describe::all(), code);
        if std::env::var_os("BAGYT_BLESS").is_some() {
            fs::write(&file, &made).expect("it can be written");
        }
        let there = fs::read_to_string(&file).unwrap_or_default();
        assert!(there == made, "run BAGYT_BLESS=1 cargo test definitions: {} is not up to date", file.display());
    }
}

#[test]
fn every_key_is_called_and_explained_in_every_language() {
    let mut problems = Vec::new();
    let mut check = |name: &str, what: &str, words: &Words| {
        for (code, words) in LABELS.iter().zip(words) {
            if words.trim().is_empty() || words.contains('\n') {
                problems.push(format!("{name}: no {what} in `{code}`"));
            }
        }
    };
    for definition in describe::all() {
        check(definition.name, "label", &definition.label);
        check(definition.name, "help", &definition.help);
        every(definition, &mut |name, field| {
            check(name, "label", &field.label);
            check(name, "help", &field.help);
        });
    }
    expect_none("keys without words", &problems);
}

/// Calls for every key with the way to it.
fn every(definition: &'static Definition, call: &mut dyn FnMut(&str, &'static Field)) {
    fn inner(before: &str, field: &'static Field, call: &mut dyn FnMut(&str, &'static Field)) {
        let name = format!("{before}.{}", field.key);
        call(&name, field);
        field.inner().iter().for_each(|field| inner(&name, field, call));
    }
    definition.fields().for_each(|field| inner(definition.name, field, call));
}

/// A record somewhere in the repository.
struct Document {
    name: String,
    path: String,
    text: String,
}

/// Every record of the repository's site, of the golden ones, of what `init` makes, and of each case of a message.
fn documents() -> Vec<Document> {
    let mut folders: Vec<PathBuf> =
        ["content", "tests/golden/sites", "src/cli/scaffold/site"].map(|folder| repository().join(folder)).to_vec();
    let laid = scratch("schemas");
    let _ = fs::remove_dir_all(&laid);
    for topic in cases::topics(&repository().join("tests/golden/messages")) {
        for (number, case) in cases::read(&topic).iter().enumerate() {
            let name = topic.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            case.lay(&laid.join(format!("{name}-{number}")));
        }
    }
    folders.push(laid);
    let mut found = Vec::new();
    for folder in folders {
        for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
            let is_source = |extension: &std::ffi::OsStr| ["yaml", "yml", "md"].iter().any(|known| extension == *known);
            let is_source = entry.path().extension().is_some_and(is_source);
            // Some of the cases have a pipe where a file should be.
            let is_source = is_source && entry.file_type().is_file();
            let Some(text) = is_source.then(|| fs::read_to_string(entry.path()).ok()).flatten() else { continue };
            let name = entry.path().to_string_lossy().into_owned();
            // A file of a site, as the site knows it.
            let Some(at) = name.rfind("content/") else { continue };
            let path = name[at..].to_string();
            // The schemas are those of a site in the usual languages.
            let site = fs::read_to_string(format!("{}content/site.yaml", &name[..at])).unwrap_or_default();
            if site.lines().any(|line| line.starts_with("languages:") && line.trim_end() != "languages: [ky, ru]") {
                continue;
            }
            // Those that are larger than any record are there for the limits.
            if text.len() < 100_000 {
                found.push(Document { name, path, text });
            }
        }
    }
    found
}

/// What is wrong of the shape of a record, and no schema can say.
fn is_beyond_schemas(found: &Diagnostic) -> bool {
    let place = match found.place.as_ref().map(|place| &place.at) {
        Some(At::Yaml { path, .. }) => format!("{path:?}"),
        _ => String::new(),
    };
    let file = found.place.as_ref().map_or("", |place| &*place.file);
    // A way into a profession needs a source only for what it claims.
    let message = found.message.text(Locale::En);
    (found.code == Code::ClaimNoSource && place.contains("routes"))
        // Cells are read by the columns of their own table.
        || place.contains("rows")
        // The least of several months comes first.
        || message == "this is not a number of months"
        || message == "a group of one word says nothing"
        // Headings of the text, and what kind of a page it is.
        || place.contains("page_only")
        || message.ends_with("is not the address of a site")
        || message.contains("is not a pattern of paths")
        // What other files or keys say: which languages there are, and for whom pages can be.
        || message.ends_with("is not known")
        || message.starts_with("the site has no language")
        || place.contains("audience")
        || message.ends_with("is not an old address of a page")
        || message.ends_with("cannot be part of an address")
        // In which languages a site wants all texts is a key beside them.
        || (found.code == Code::TextMissingLanguage && file == "content/site.yaml")
        // What a question needs by its kind, and how its numbers stand to one another.
        || place.contains("questions")
        // How many there are in all parts of a figure.
        || message.contains("boxes and levels")
        || message.contains("lines between boxes")
        // No text, but Markdown that cannot be shown.
        || !matches!(
            found.code,
            Code::YamlWrongType
                | Code::YamlMissingKey
                | Code::YamlUnknownKey
                | Code::YamlBadValue
                | Code::TextMissingLanguage
                | Code::ClaimNoSource
                | Code::RecordUnknownType
                | Code::RecordTooMany
        )
}

#[test]
fn schemas_accept_and_refuse_what_the_reader_does() {
    let languages = Languages::usual();
    let codes: Vec<&str> = languages.codes().map(|(_, code)| code).collect();
    let phrases = vec![Phrases::default(); codes.len()];
    let audiences: Vec<&str> = bagyt::config::AUDIENCES.to_vec();
    let settings = Settings { languages: &languages, phrases: &phrases, raw_html: true, audiences: &audiences };
    let mut asked = Vec::new();
    let mut read: Vec<(String, Vec<String>, bool)> = Vec::new();
    for Document { name, path, text } in documents() {
        let yaml = match path.ends_with(".md") {
            true => bagyt::parse::front_matter(&text).map(|split| split.yaml),
            false => Some(text.as_str()),
        };
        let Some(node) = yaml.and_then(|yaml| bagyt::yaml::parse(yaml).ok()) else { continue };
        let file: Arc<str> = path.as_str().into();
        let mut out = Diagnostics::new();
        let schema = match path.as_str() {
            "content/site.yaml" => {
                bagyt::config::read(&file, &text, &mut out);
                "site"
            }
            _ if path.ends_with(".md") => {
                bagyt::parse::page(&file, &text, languages.lead(), &phrases[0], true, &audiences, &mut out);
                "page"
            }
            _ => {
                bagyt::parse::record(&file, &text, &settings, &mut out);
                // Two files are what they are by their names.
                match path.as_str() {
                    "content/home.yaml" => "home",
                    "content/synonyms.yaml" => "synonyms",
                    _ => "record",
                }
            }
        };
        let errors: Vec<&Diagnostic> =
            out.iter().filter(|found| found.code.severity() == bagyt::diag::Severity::Error).collect();
        let hidden = errors.iter().any(|found| is_beyond_schemas(found));
        let errors = errors.into_iter().filter(|found| !is_beyond_schemas(found));
        let errors = errors.map(|found| format!("{}: {}", found.code.id(), found.message.text(Locale::En))).collect();
        asked.push(json!({ "schema": schema, "document": value(&node) }));
        read.push((name, errors, hidden));
    }
    assert!(read.len() > 150 && read.iter().filter(|(_, errors, _)| !errors.is_empty()).count() > 20, "{}", read.len());
    let mut schemas: BTreeMap<&str, Value> = BTreeMap::new();
    schemas.insert("record", describe::record_schema(&languages));
    for name in ["site", "page", "home", "synonyms"] {
        schemas.insert(name, describe::schema(describe::find(name).expect("it is defined"), &languages));
    }
    let said = validate(&json!({ "schemas": schemas, "documents": asked }));
    let mut problems = Vec::new();
    for ((name, errors, hidden), said) in read.iter().zip(&said) {
        // A schema may refuse a file for what it cannot say exactly.
        if errors.is_empty() != said.is_empty() && !(errors.is_empty() && *hidden) {
            problems.push(format!("{name}\n  the reader: {errors:?}\n  the schema: {said:?}"));
        }
    }
    expect_none("files of which a schema says something else than the reader", &problems);
}

/// What ajv says of each document.
fn validate(asked: &Value) -> Vec<Vec<String>> {
    checker("ajv/package.json");
    let file = scratch("schemas.json");
    fs::write(&file, asked.to_string()).expect("it can be written");
    let output = Command::new("node").arg(repository().join("tests/schemas.js")).arg(&file).output();
    let output = output.unwrap_or_else(|error| panic!("there is no node: {error}. {}", crate::RUN_FIRST));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("a list a document")
}

/// A tree of YAML as JSON.
fn value(node: &Node) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Bool(flag) => json!(flag),
        Node::Integer(number) => json!(number),
        Node::Float(number, _) => json!(number),
        Node::Text(text) => json!(text),
        Node::List(items) => items.iter().map(value).collect(),
        Node::Map(entries) => {
            Value::Object(entries.iter().map(|(key, node)| (key.clone(), value(node))).collect::<Map<_, _>>())
        }
    }
}

/// What `bagyt new` writes is read: nothing of it means nothing, and what is missing is missing to a draft alone.
#[test]
fn skeletons_are_read_in_whatever_languages_a_site_has() {
    for definition in Type::ALL.iter().map(|record| record.definition()) {
        for codes in [&["ky", "ru"][..], &["ru"], &["ky"]] {
            let text = describe::skeleton(definition, codes);
            let origin = Origin { file: "content/new.yaml".into(), first_line: 0 };
            let mut out = Diagnostics::new();
            let node = bagyt::yaml::document(&text, &origin, &mut out);
            assert!(node.is_some() && out.iter().count() == 0, "{text}");
            // Every key is there, as a line or as a remark.
            for field in definition.fields() {
                let there =
                    text.lines().any(|line| line.trim_start_matches("# ").starts_with(&format!("{}:", field.key)));
                assert!(there, "`{}` is not in the skeleton of {}:\n{text}", field.key, definition.name);
            }
        }
    }
}

/// The reader of `site.yaml` stands apart from the table of its keys: what it knows is what the table says.
#[test]
fn the_keys_of_a_site_are_those_that_are_read() {
    let text = "title: {ky: а, ru: а}\nzzzzzzzz: 1\npublications:\n  - {id: a, title: {ky: а, ru: а}, zzzzzzzz: 1}\n\
                contacts:\n  - {label: {ky: а, ru: а}, text: {ky: а, ru: а}, zzzzzzzz: 1}\n\
                audiences:\n  - {id: pupil, zzzzzzzz: 1}\n";
    let mut out = Diagnostics::new();
    bagyt::config::read(&"content/site.yaml".into(), text, &mut out);
    let known: Vec<Vec<String>> = out
        .iter()
        .filter(|found| found.code == Code::YamlUnknownKey)
        .map(|found| {
            let help = found.help.text(Locale::En);
            let mut keys: Vec<String> = help.split('`').skip(1).step_by(2).map(str::to_string).collect();
            keys.sort();
            keys
        })
        .collect();
    let sorted = |fields: Vec<&'static Field>| {
        let mut keys: Vec<String> = fields.iter().map(|field| field.key.to_string()).collect();
        keys.sort();
        keys
    };
    let site = describe::find("site").expect("it is defined");
    let inner = |key: &str| {
        let field = site.fields().find(|field| field.key == key).expect("it is defined");
        sorted(field.inner().iter().collect())
    };
    let mut wanted =
        vec![sorted(site.fields().collect()), inner("publications"), inner("contacts"), inner("audiences")];
    wanted.sort();
    let mut found = known;
    found.sort();
    assert_eq!(found, wanted);
}
