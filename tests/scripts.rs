//! The browser's code: its types, its base, and what it may not know.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bagyt_search::engine::Request;
use serde_json::Value;

use crate::search::judge;
use crate::site::{self, own, scratch};
use crate::{checker, expect_none};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> PathBuf {
    repository().join("themes/default/js")
}

/// What the compiler says of a project, a line each.
fn compiled(project: &Path) -> Vec<String> {
    let mut compiler = Command::new("node");
    compiler.arg(checker("typescript/bin/tsc")).arg("--pretty").arg("false").arg("-p").arg(project);
    let output = compiler.output().unwrap_or_else(|error| panic!("there is no node: {error}. {}", crate::RUN_FIRST));
    let said = String::from_utf8_lossy(&output.stdout);
    let mistakes: Vec<String> = said.lines().map(str::to_string).collect();
    assert_eq!(output.status.success(), mistakes.is_empty(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    mistakes
}

/// A project of one file with the settings of all scripts.
fn project(name: &str, text: &str) -> PathBuf {
    let folder = scratch(name);
    fs::create_dir_all(&folder).expect("a folder to write to");
    fs::write(folder.join("checked.js"), text).expect("the file is written");
    let settings = serde_json::json!({
        "extends": repository().join("tests/tsconfig.json"),
        "include": [folder.join("checked.js"), sources()],
    });
    let path = folder.join("tsconfig.json");
    fs::write(&path, settings.to_string()).expect("the settings are written");
    path
}

/// `tsc --checkJs --strict`, with the standard library and the browser's as the oldest browsers have them that we name
/// (Chromium 109, Firefox ESR 115).
#[test]
fn scripts_have_no_mistake_that_types_show() {
    expect_none("mistakes in scripts", &compiled(&repository().join("tests/tsconfig.json")));
}

#[test]
fn a_wrong_type_and_what_old_browsers_lack_is_found() {
    let text = "/** @type {number} */\nexport const a = \"b\";\n[2, 1].toSorted();\ndocument.startViewTransition(() => {});\n\
                document.querySelector(\"a\").click();\n";
    let mistakes = compiled(&project("scripts-canary", text));
    for (line, mistake) in [(2, "TS2322"), (3, "TS2550"), (4, "TS2339"), (5, "TS2531")] {
        let found = mistakes.iter().any(|said| said.contains(&format!("({line},")) && said.contains(mistake));
        assert!(found, "line {line}, {mistake}: {mistakes:#?}");
    }
}

/// What a checker says of the style sheets and scripts in a folder against the oldest browsers that we name.
fn unsupported(folder: &Path) -> Vec<String> {
    let settings = |name: &str| repository().join("tests").join(name);
    let run = |program: &str, arguments: &[&str]| {
        let mut checker = Command::new("node");
        checker.arg(crate::checker(program)).args(arguments).current_dir(folder);
        let output = checker.output().unwrap_or_else(|error| panic!("there is no node: {error}. {}", crate::RUN_FIRST));
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        let lines: Vec<String> = said.lines().filter(|line| line.contains("error")).map(str::to_string).collect();
        assert_eq!(output.status.success(), lines.is_empty(), "{program}: {said}");
        lines
    };
    let sheets = settings("browsers.stylelint.mjs").display().to_string();
    let scripts = settings("browsers.eslint.mjs").display().to_string();
    let mut found = run("stylelint/bin/stylelint.mjs", &["--config", &sheets, "--formatter", "unix", "**/*.css"]);
    found.extend(run("eslint/bin/eslint.js", &["--no-config-lookup", "--config", &scripts, "."]));
    found
}

#[test]
fn sheets_and_scripts_suit_the_oldest_browsers() {
    let site = own();
    let folder = scratch("shipped");
    fs::create_dir_all(&folder).expect("a folder to write to");
    for part in ["assets", "search"] {
        for file in fs::read_dir(site.folder.join(part)).expect("the site has it").flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if name.ends_with(".css") || name.ends_with(".js") {
                fs::copy(file.path(), folder.join(name)).expect("the file is copied");
            }
        }
    }
    expect_none("what the oldest browsers do not know", &unsupported(&folder));
}

#[test]
fn what_the_oldest_browsers_do_not_know_is_found() {
    let folder = scratch("shipped-canary");
    fs::create_dir_all(&folder).expect("a folder to write to");
    fs::write(folder.join("a.css"), "a { &:hover { color: red; } }\n").expect("the file is written");
    fs::write(folder.join("a.js"), "new URLPattern({});\n").expect("the file is written");
    let found = unsupported(&folder);
    assert!(found.iter().any(|line| line.contains("css-nesting")), "{found:#?}");
    assert!(found.iter().any(|line| line.contains("URLPattern")), "{found:#?}");
}

/// The value that a script of the output hands to a function, by its number among those it hands over.
fn handed(path: &str, number: usize) -> String {
    let script = site::read(&own().folder, path);
    let values = script.trim_end().split_once('(').and_then(|(_, rest)| rest.strip_suffix(')')).expect("a call");
    let values: Vec<Value> = serde_json::from_str(&format!("[{values}]")).expect("values of JSON");
    values[number].to_string()
}

#[test]
fn what_a_build_writes_has_the_shape_that_scripts_expect() {
    let shape = |name: &str| format!("import({:?}).{name}", sources().join("shapes").display().to_string());
    let mut text = String::new();
    let mut check = |name: &str, value: &str| {
        text += &format!("/** @type {{{}}} */\nexport const a{} = {value};\n", shape(name), text.len());
    };
    for lang in ["ky", "ru"] {
        check("FinderData", &handed(&format!("{lang}/finder/data.js"), 0));
        check("Start", &handed(&format!("search/{lang}/start.js"), 1));
        let question = Request { q: "бала ооруса".into(), limit: 10, ..Request::default() };
        let answer = judge::Site::own().ask(lang, &question);
        assert!(lang == "ru" || !answer.hits.is_empty());
        check("Answer", &serde_json::to_string(&answer).expect("an answer is JSON"));
    }
    expect_none("what a build writes is of another shape", &compiled(&project("scripts-shapes", &text)));
}

/// Runs the tests of the base, and reads each script that is published as a browser would.
#[test]
fn the_base_does_what_it_says() {
    let folder = scratch("scripts-base");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of an earlier run can be removed");
    }
    let copy = |from: &Path, to: &Path| {
        for path in site::files(from).into_iter().filter(|path| path.ends_with(".js")) {
            let to = to.join(&path);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder to write to");
            fs::copy(from.join(&path), to).expect("a script is copied");
        }
    };
    copy(&sources(), &folder.join("js"));
    copy(&repository().join("tests/scripts"), &folder);
    fs::write(folder.join("package.json"), "{\"type\": \"module\"}").expect("the folder's settings");
    let tests = Command::new("node").arg("--test").current_dir(&folder).output().expect("node runs");
    assert!(tests.status.success(), "{}", String::from_utf8_lossy(&tests.stdout));

    let assets = own().folder.join("assets");
    for name in site::files(&assets).into_iter().filter(|path| path.ends_with(".js")) {
        let classic = folder.join("classic.cjs");
        fs::copy(assets.join(&name), &classic).expect("a script is copied");
        let read = Command::new("node").arg("--check").arg(&classic).output().expect("node runs");
        assert!(read.status.success(), "{name}: {}", String::from_utf8_lossy(&read.stderr));
    }
}

/// Lists that the program knows and hands to scripts: ids of facets, values of each facet, letters, kinds of pages.
fn emitted() -> Vec<Vec<String>> {
    let data: Value = serde_json::from_str(&handed("ru/finder/data.js", 0)).expect("JSON");
    let start: Value = serde_json::from_str(&handed("search/ru/start.js", 1)).expect("JSON");
    let texts = |values: &Value, key: &dyn Fn(&Value) -> Value| -> Vec<String> {
        let values = values.as_array().expect("a list").iter().map(key);
        values.map(|value| value.as_str().expect("a text").to_string()).collect()
    };
    let mut lists = vec![
        texts(&data["facets"], &|facet| facet["id"].clone()),
        texts(&data["interests"], &|interest| interest[0].clone()),
        start["kinds"].as_object().expect("names").keys().cloned().collect(),
        ["zero", "one", "two", "few", "many", "other"].map(str::to_string).to_vec(),
    ];
    let facets = data["facets"].as_array().expect("a list");
    lists.extend(facets.iter().map(|facet| texts(&facet["options"], &|option| option[0].clone())));
    assert!(lists[0].len() > 8 && lists.iter().all(|list| !list.is_empty()));
    lists
}

/// What a script says again that the program has said.
fn retyped(script: &str, lists: &[Vec<String>]) -> Vec<String> {
    let mut found = Vec::new();
    let code: String = without_comments(script);
    if let Some(letter) = code.chars().find(|c| ('\u{400}'..'\u{530}').contains(c)) {
        found.push(format!("the letter «{letter}»: scripts know no language"));
    }
    // Strings that follow one another, but for commas and brackets: a list.
    let strings: Vec<&str> = code.split('"').collect();
    let is_between = |between: &str| between.chars().all(|c| c.is_whitespace() || ",[]".contains(c));
    for pair in strings.windows(3).skip(1).step_by(2) {
        let [one, between, two] = pair else { continue };
        let both = |list: &&Vec<String>| list.iter().any(|name| name == one) && list.iter().any(|name| name == two);
        if one != two && is_between(between) && lists.iter().any(|list| both(&list)) {
            found.push(format!("the list with \"{one}\", \"{two}\""));
        }
    }
    // Letters one after the other in one string.
    for string in strings.iter().skip(1).step_by(2) {
        let letters =
            |list: &&Vec<String>| list.len() > 2 && list.iter().all(|name| name.len() == 1) && list.concat() == *string;
        if lists.iter().any(|list| letters(&list)) {
            found.push(format!("\"{string}\""));
        }
    }
    found
}

/// A script without the comments that begin a line.
fn without_comments(script: &str) -> String {
    let mut inside = false;
    let code = script.lines().filter(|line| {
        let line = line.trim_start();
        let comment = inside || line.starts_with("//") || line.starts_with("/*");
        inside = (inside || line.starts_with("/*")) && !line.contains("*/");
        !comment
    });
    code.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_script_says_again_what_the_program_knows() {
    let lists = emitted();
    let scripts: Vec<String> = site::files(&sources()).into_iter().filter(|path| path.ends_with(".js")).collect();
    assert!(scripts.len() > 20, "{scripts:?}");
    let text = |path: &String| fs::read_to_string(sources().join(path)).expect("a script");
    let found = scripts
        .iter()
        .flat_map(|path| retyped(&text(path), &lists).into_iter().map(move |found| format!("{path}: {found}")));
    expect_none("what scripts say again", &found.collect::<Vec<_>>());
    let again = "const A = [\"start\", \"way\"];\nconst B = \"RIASEC\".split(\"\");\n// ө\nconst C = \"ө\";\n";
    assert_eq!(retyped(again, &lists).len(), 3, "{:?}", retyped(again, &lists));
}
