//! The scripts of a theme, each joined from its parts.
//!
//! In: the theme's files. Out: the scripts that pages name. Never: what they say, or which page has which.
//!
//! Scripts are written as modules, but a browser loads no module from a disk. So what a page loads are classic scripts: a file
//! in `js/` itself with all the files of folders below it that it imports. A bare `import "./site.js"` of another such file says
//! that every page with this script has that one before; what is part of that one is not repeated, and comes out of
//! [`SHARED`] instead. A file without imports is left as it is, and so is one in a folder that nothing imports.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::comments::without_comments;
use super::{ThemeFiles, is_built_in};
use crate::address::join;
use crate::diag::{Code, Diagnostics, Place};
use crate::messages::{Message, say};

/// The global object in which a script leaves what those after it import.
const SHARED: &str = "bagytParts";

const FOLDER: &str = "js/";
/// Scripts that import one another in a row.
const DEEPEST: usize = 64;
const HELP: Message = say::scripts_are_joined_by();

/// A script as it is written.
struct Module<'f> {
    path: &'f Arc<str>,
    imports: Vec<Import>,
    /// Names that it exports.
    exports: Vec<String>,
    /// Its text without imports and the word `export`.
    body: String,
}

struct Import {
    /// The file that is meant.
    target: String,
    names: Vec<String>,
    offset: usize,
    length: usize,
}

type Modules<'f> = BTreeMap<&'f str, Module<'f>>;

/// The scripts of a theme that are published, by their names.
pub fn join_scripts(files: &ThemeFiles, out: &mut Diagnostics) -> BTreeMap<String, Vec<u8>> {
    let mut modules = Modules::new();
    let mut plain = BTreeMap::new();
    for (name, file) in files.iter().filter(|(name, _)| is_script(name)) {
        let Ok(text) = std::str::from_utf8(&file.bytes) else {
            plain.insert(name.clone(), file.bytes.clone());
            continue;
        };
        let short = if is_built_in(name, &file.bytes) { Some(without_comments(text)) } else { None };
        match read(name, &file.path, text, short.as_deref(), out) {
            Some(module) => _ = modules.insert(name, module),
            None => _ = plain.insert(name.clone(), short.map_or_else(|| file.bytes.clone(), String::into_bytes)),
        }
    }
    let joiner = Joiner { modules: &modules };
    let pages: Vec<&str> = modules.keys().copied().filter(|name| is_page_script(name)).collect();
    if !joiner.check(&pages, out) {
        return plain;
    }
    let contents: BTreeMap<&str, Contents> = pages.iter().map(|page| (*page, joiner.contents(page))).collect();
    let imported: BTreeSet<&str> = contents.values().flat_map(|contents| contents.parts.iter().copied()).collect();
    let joined = contents.keys().map(|page| (page.to_string(), joiner.write(page, &contents).into_bytes()));
    let unused = modules.keys().filter(|name| !contents.contains_key(*name) && !imported.contains(*name));
    plain.extend(unused.filter_map(|name| Some((name.to_string(), files.get(*name)?.bytes.clone()))));
    plain.extend(joined);
    plain
}

/// Whether a file of a theme is a script.
pub fn is_script(name: &str) -> bool {
    name.starts_with(FOLDER) && name.ends_with(".js")
}

/// Whether pages load a script by itself.
fn is_page_script(name: &str) -> bool {
    name.strip_prefix(FOLDER).is_some_and(|rest| !rest.contains('/'))
}

/// Reads a module; `None` if a script imports and exports nothing. Of `short`, if there is one, its text is taken.
fn read<'f>(
    name: &str,
    path: &'f Arc<str>,
    text: &str,
    short: Option<&str>,
    out: &mut Diagnostics,
) -> Option<Module<'f>> {
    let mut module = Module { path, imports: Vec::new(), exports: Vec::new(), body: String::new() };
    statements(text, &mut |offset, statement| {
        if let Some(exported) = statement.strip_prefix("export ") {
            let names = declared(exported);
            if names.is_empty() || names.iter().any(String::is_empty) {
                let place = Place::offset(path, offset, statement.trim_end().len());
                out.add(Code::ThemeAsset, place, say::this_export_is_not_understood(), HELP);
            }
            module.exports.extend(names);
        }
        if !statement.starts_with("import ") {
            return;
        }
        let target = statement.split('"').nth(1).and_then(|path| join(name, path));
        let names = match statement.strip_prefix("import {") {
            Some(rest) => rest.split_once("} from \"").map(|(names, _)| list(names)),
            None => statement.starts_with("import \"").then(Vec::new),
        };
        let length = statement.trim_end().len();
        match (target, names.filter(|names| names.iter().all(|name| is_name(name)))) {
            (Some(target), Some(names)) => module.imports.push(Import { target, names, offset, length }),
            _ => out.add(
                Code::ThemeAsset,
                Place::offset(path, offset, length),
                say::this_import_is_not_understood(),
                HELP,
            ),
        }
    });
    statements(short.unwrap_or(text), &mut |_, statement| {
        if !statement.starts_with("import ") {
            module.body.push_str(statement.strip_prefix("export ").unwrap_or(statement));
        }
    });
    (!module.imports.is_empty() || !module.exports.is_empty()).then_some(module)
}

/// Calls `take` with each line and its place; with several at once for an import over several lines.
fn statements(text: &str, take: &mut dyn FnMut(usize, &str)) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let whole = if rest.starts_with("import ") { rest.find(';') } else { None };
        let length = whole.map_or(line, |end| rest[end..].find('\n').map_or(rest.len(), |line| end + line + 1));
        take(at, &rest[..length]);
        at += length;
    }
}

/// The names that a declaration makes: `function f(…`, `const a = …`, `const { a, b: c } = …`.
fn declared(declaration: &str) -> Vec<String> {
    let rest = declaration.strip_prefix("async ").unwrap_or(declaration);
    let rest = ["function ", "const ", "let ", "class "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or("");
    match rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some((names, _)) => {
            list(names).into_iter().map(|name| name.rsplit(' ').next().unwrap_or_default().to_string()).collect()
        }
        None => vec![rest.chars().take_while(|c| is_letter(*c)).collect()],
    }
}

fn list(names: &str) -> Vec<String> {
    names.split(',').map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

fn is_name(name: &str) -> bool {
    name.chars().all(is_letter)
}

/// What is in the script of a page.
struct Contents<'m> {
    /// Page scripts that are there before it.
    before: BTreeSet<&'m str>,
    /// Its parts, in the order in which they run.
    parts: Vec<&'m str>,
    /// Names that it takes from those before it.
    taken: BTreeSet<&'m str>,
}

struct Joiner<'m> {
    modules: &'m Modules<'m>,
}

impl<'m> Joiner<'m> {
    fn imports(&self, name: &str) -> impl Iterator<Item = &'m Import> + use<'m> {
        let module = self.modules.get(name);
        module.into_iter().flat_map(|module| &module.imports)
    }

    /// The modules from which a name can be imported, reached from these: what each imports comes before it. `None` is a circle,
    /// or too deep.
    fn order(&self, name: &'m str, above: &mut Vec<&'m str>, done: &mut Vec<&'m str>) -> Option<()> {
        if done.contains(&name) {
            return Some(());
        }
        if above.contains(&name) || above.len() == DEEPEST {
            return None;
        }
        above.push(name);
        self.imports(name).try_for_each(|import| self.order(&import.target, above, done))?;
        above.pop();
        done.push(name);
        Some(())
    }

    /// Reports what cannot be joined; whether all can.
    fn check(&self, pages: &[&'m str], out: &mut Diagnostics) -> bool {
        let mut good = true;
        let mut report = |path: &Arc<str>, import: Option<&Import>, message: Message, help: Message| {
            let place =
                import.map_or_else(|| Place::file(path), |import| Place::offset(path, import.offset, import.length));
            out.add(Code::ThemeAsset, place, message, help);
            good = false;
        };
        let mut reached = Vec::new();
        for page in pages {
            if self.order(page, &mut Vec::new(), &mut reached).is_none() {
                let message = say::imports_itself_by_way_of_others(page, DEEPEST);
                report(self.modules[page].path, None, message, say::move_what_both_need_into_file());
                return false;
            }
        }
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        for name in reached {
            let Some(module) = self.modules.get(name) else { continue };
            for import in &module.imports {
                let target = self.modules.get(&import.target.as_str());
                let missing =
                    import.names.iter().find(|name| target.is_none_or(|target| !target.exports.contains(name)));
                match (target, missing) {
                    (None, _) => {
                        let message = say::theme_has_no_script_that_exports_anything(&import.target);
                        report(module.path, Some(import), message, say::paths_are_relative_to_script());
                    }
                    (Some(_), Some(name)) => {
                        let message = say::does_not_export(&import.target, name);
                        report(module.path, Some(import), message, HELP);
                    }
                    (Some(_), None) if is_page_script(&import.target) && !import.names.is_empty() => {
                        let message = say::is_loaded_by_itself_and_can_give(&import.target);
                        report(module.path, Some(import), message, HELP);
                    }
                    _ => {}
                }
            }
            for export in &module.exports {
                if let Some(other) = owners.insert(export, name) {
                    report(module.path, None, say::exports_too(other, export), say::give_one_another_name());
                }
            }
        }
        good
    }

    fn contents(&self, page: &'m str) -> Contents<'m> {
        let mut before = BTreeSet::new();
        let mut parts = self.parts(page, &mut before);
        let there: BTreeSet<&str> = before.iter().flat_map(|page| self.parts(page, &mut BTreeSet::new())).collect();
        parts.retain(|part| !there.contains(part));
        let own = parts.iter().copied().chain([page]);
        let taken = own.flat_map(|name| self.imports(name)).filter(|import| there.contains(&import.target.as_str()));
        let taken = taken.flat_map(|import| import.names.iter().map(String::as_str)).collect();
        Contents { before, parts, taken }
    }

    /// All parts of a script, in order; the page scripts among what they import are added to `before`.
    fn parts(&self, page: &'m str, before: &mut BTreeSet<&'m str>) -> Vec<&'m str> {
        let mut all = Vec::new();
        // There is no circle: that has been checked.
        let _ = self.order(page, &mut Vec::new(), &mut all);
        before.extend(all.iter().copied().filter(|name| is_page_script(name) && *name != page));
        all.retain(|name| !is_page_script(name));
        all
    }

    /// The script of a page.
    fn write(&self, page: &str, contents: &BTreeMap<&'m str, Contents<'m>>) -> String {
        let own = &contents[page];
        let mut script = String::from("(()=>{\"use strict\";\n");
        if !own.taken.is_empty() {
            script += &format!("const{{{}}}={SHARED};\n", names(own.taken.iter().copied()));
        }
        for part in &own.parts {
            let module = &self.modules[part];
            let exports = names(module.exports.iter().map(String::as_str));
            script += &format!("const{{{exports}}}=(()=>{{\n{}return{{{exports}}}}})();\n", module.body);
        }
        let given = own.parts.iter().flat_map(|part| &self.modules[part].exports).map(String::as_str);
        let given: BTreeSet<&str> =
            given.filter(|name| contents.values().any(|other| other.taken.contains(name))).collect();
        match (given.is_empty(), own.before.is_empty()) {
            (true, _) => {}
            (false, true) => script += &format!("globalThis.{SHARED}={{{}}};\n", names(given.into_iter())),
            (false, false) => script += &format!("Object.assign({SHARED},{{{}}});\n", names(given.into_iter())),
        }
        if let Some(module) = self.modules.get(page) {
            script += &format!("{{\n{}}}\n", module.body);
        }
        script + "})();\n"
    }
}

fn names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::super::ThemeFile;
    use super::*;

    fn joined(files: &[(&str, &str)]) -> (BTreeMap<String, String>, Vec<String>) {
        let files: ThemeFiles = files
            .iter()
            .map(|(name, text)| {
                let path = format!("themes/default/{name}").into();
                (name.to_string(), ThemeFile { path, bytes: text.as_bytes().to_vec() })
            })
            .collect();
        let mut out = Diagnostics::new();
        let scripts = join_scripts(&files, &mut out);
        let text = |(name, script)| (name, String::from_utf8(script).unwrap());
        (scripts.into_iter().map(text).collect(), out.iter().map(|message| message.message.english()).collect())
    }

    #[test]
    fn a_script_has_its_parts_and_takes_the_rest_from_the_one_before() {
        let (scripts, messages) = joined(&[
            ("js/base/a.js", "export const a = 1;\nexport function b() {\n  return a;\n}\n"),
            ("js/base/c.js", "import { a } from \"./a.js\";\n\nexport const { d: c, e } = a;\n"),
            ("js/site.js", "import \"./base/a.js\";\nimport {\n  c,\n} from \"./base/c.js\";\n\nc();\n"),
            ("js/more.js", "import \"./site.js\";\nimport { f } from \"./more/f.js\";\nf();\n"),
            ("js/more/f.js", "import { b } from \"../base/a.js\";\nexport async function f() { b(); }\n"),
            ("js/own/alone.js", "export const z = 1;\n"),
            ("js/plain.js", "// kept\nvar x = 1;\n"),
        ]);
        assert_eq!(messages, Vec::<String>::new());
        let site = "(()=>{\"use strict\";\n\
                    const{a,b}=(()=>{\nconst a = 1;\nfunction b() {\n  return a;\n}\nreturn{a,b}})();\n\
                    const{c,e}=(()=>{\n\nconst { d: c, e } = a;\nreturn{c,e}})();\n\
                    globalThis.bagytParts={b};\n{\n\nc();\n}\n})();\n";
        assert_eq!(scripts["js/site.js"], site);
        let more = "(()=>{\"use strict\";\nconst{b}=bagytParts;\n\
                    const{f}=(()=>{\nasync function f() { b(); }\nreturn{f}})();\n{\nf();\n}\n})();\n";
        assert_eq!(scripts["js/more.js"], more);
        let names: Vec<&str> = scripts.keys().map(String::as_str).collect();
        assert_eq!(names, ["js/more.js", "js/own/alone.js", "js/plain.js", "js/site.js"]);
        assert_eq!(scripts["js/plain.js"], "// kept\nvar x = 1;\n");
    }

    #[test]
    fn what_cannot_be_joined_is_told() {
        let (_, messages) = joined(&[
            (
                "js/site.js",
                "import a from \"./p/a.js\";\nimport { b } from \"./p/b.js\";\nimport { c } from \"./p/c.js\";\n",
            ),
            ("js/p/b.js", "export const a = 1;\n"),
            ("js/p/e.js", "export default 1;\n"),
            ("js/other.js", "import { d } from \"./p/d.js\";\nimport { e } from \"./site.js\";\n"),
            ("js/p/d.js", "import \"../../ёж.js\";\nexport const d = 1;\nexport const a = 2;\n"),
        ]);
        assert_eq!(
            messages,
            [
                "this export is not understood",
                "this import is not understood",
                "the theme has no script `ёж.js` that exports anything",
                "`js/p/d.js` exports `a` too",
                "`js/p/b.js` does not export `b`",
                "the theme has no script `js/p/c.js` that exports anything",
                "`js/site.js` does not export `e`",
            ]
        );
        let (_, messages) = joined(&[
            ("js/site.js", "import { a } from \"./p/a.js\";\n"),
            ("js/p/a.js", "import { b } from \"./b.js\";\nexport const a = b;\n"),
            ("js/p/b.js", "import { a } from \"./a.js\";\nexport const b = a;\n"),
        ]);
        assert_eq!(messages, ["`js/site.js` imports itself by way of others, or more than 64 one by way of another"]);
    }

    #[test]
    fn the_built_in_scripts_have_no_comments_and_no_part_twice() {
        let mut files = ThemeFiles::new();
        super::super::collect_built_in(&super::super::BUILT_IN_THEME, &mut files);
        let mut out = Diagnostics::new();
        let scripts = join_scripts(&files, &mut out);
        assert!(!out.has_errors());
        let names: Vec<&str> = scripts.keys().map(String::as_str).collect();
        let expected = [
            "builder", "compare", "diary", "finder", "forms", "moved", "results", "saved", "search", "selftest",
            "site", "text",
        ];
        assert_eq!(names, expected.map(|name| format!("js/{name}.js")));
        for (name, script) in &scripts {
            let script = std::str::from_utf8(script).unwrap();
            assert!(!script.contains("@type") && !script.contains("/*"), "{name} has comments");
            assert_eq!(script.contains("function recall("), name == "js/site.js", "{name}");
            assert_eq!(script.contains("function wordsIn("), name == "js/search.js", "{name}");
        }
    }
}
