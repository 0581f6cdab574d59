//! Templates: compiling them, and turning tera's errors into diagnostics.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::{ThemeFiles, functions, text};
use crate::diag::{Code, Diagnostics, Place, did_you_mean};
use crate::i18n::Strings;
use crate::messages::{Message, say};

/// Longest template, in bytes; the longest of the built-in theme has a third of it.
const MAX_TEMPLATE: usize = 32 << 10;

/// Compiles all templates. Every template with a syntax error is reported, not only the first.
pub fn compile(files: &ThemeFiles, out: &mut Diagnostics) -> Option<Tera> {
    let mut sources: Vec<(&str, Cow<str>)> = Vec::new();
    let mut paths: BTreeMap<String, Arc<str>> = BTreeMap::new();
    for (name, file) in files {
        let Some(template) = name.strip_prefix("templates/") else { continue };
        let source = text(file, out)?;
        if source.len() > MAX_TEMPLATE {
            let message = say::template_has_kb_at_most_kb(source.len() >> 10, MAX_TEMPLATE >> 10);
            let help = say::divide_it_puts_another_template();
            out.add(Code::SourceTooLarge, Place::file(&file.path), message, help);
            return None;
        }
        paths.insert(template.to_string(), file.path.clone());
        let own = !super::is_built_in(name, &file.bytes);
        sources.push((template, if own { counted(source) } else { Cow::Borrowed(source) }));
    }
    let sources: Vec<(&str, &str)> = sources.iter().map(|(name, source)| (*name, source.as_ref())).collect();
    let mut tera = Tera::default();
    functions::register(&mut tera, icons(files, out));
    let mut broken = false;
    for (name, source) in &sources {
        // Parents and includes are missing here on purpose; only the template's own syntax is looked at.
        let mut alone = Tera::default();
        functions::register(&mut alone, BTreeMap::new());
        if let Err(error) = alone.add_raw_template(name, source)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            diagnose(&error, name, &paths, out);
            broken = true;
        }
    }
    if broken {
        return None;
    }
    if let Err(error) = tera.add_raw_templates(sources) {
        diagnose(&error, "base.html", &paths, out);
        return None;
    }
    Some(tera)
}

/// A template of a site's own, whose loops are counted as they run: one in another in a third may never end. Columns of its
/// messages are those of the text with the counter in it, where a loop has more behind it on its line.
fn counted(source: &str) -> Cow<'_, str> {
    // What is raw is shown as it is written.
    if source.contains("raw") && source.contains("endraw") {
        return Cow::Borrowed(source);
    }
    let (mut counted, mut done) = (String::new(), 0);
    for at in memchr::memmem::find_iter(source.as_bytes(), "{%") {
        let tag = source[at + 2..].trim_start_matches('-').trim_start();
        if at < done || !tag.strip_prefix("for").is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
            continue;
        }
        let Some(end) = source[at..].find("%}").map(|end| at + end) else { break };
        counted.push_str(&source[done..end + 2]);
        let trims = source[..end].ends_with('-');
        counted.push_str(&format!("{{{{ {}() {}}}}}", functions::COUNTER, if trims { "-" } else { "" }));
        done = end + 2;
    }
    if done == 0 {
        return Cow::Borrowed(source);
    }
    counted.push_str(&source[done..]);
    Cow::Owned(counted)
}

/// `icons/field/food.svg` → `field/food`; `None` for a file that is no icon.
pub fn icon_name(file: &str) -> Option<&str> {
    file.strip_prefix("icons/")?.strip_suffix(".svg")
}

/// Icons by name, ready to stand inside HTML: hidden from screen readers, for the words beside them say it all.
fn icons(files: &ThemeFiles, out: &mut Diagnostics) -> BTreeMap<String, String> {
    let mut icons = BTreeMap::new();
    for (name, file) in files {
        let Some(name) = icon_name(name) else { continue };
        let Some(svg) = text(file, out) else { continue };
        let start = svg.find("<svg").unwrap_or(0);
        // Inside HTML the namespace goes without saying; hidden, for the words beside an icon say it all.
        let svg = svg[start..].trim().replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
        let svg = match svg.contains("aria-hidden") {
            true => svg,
            false => svg.replacen("<svg", "<svg aria-hidden=\"true\"", 1),
        };
        icons.insert(name.to_string(), svg);
    }
    icons
}

/// A tera error as a diagnostic at its place in the theme.
pub fn diagnose(error: &tera::Error, template: &str, paths: &BTreeMap<String, Arc<str>>, out: &mut Diagnostics) {
    let path_of = |name: &str| paths.get(name).cloned().unwrap_or_else(|| name.into());
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let length = if span.start_line == span.end_line { span.end_col.saturating_sub(span.start_col) } else { 0 };
            let name = if report.filename().is_empty() { template } else { report.filename() };
            let place = Place::point(&path_of(name), span.start_line.max(1), span.start_col + 1, length);
            let (message, help) = divided(report.message());
            out.add(Code::ThemeTemplate, place, message, help);
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = say::parent_template_does_not_exist(parent);
            let help = did_you_mean(parent, paths.keys().map(String::as_str), functions::TERA);
            out.add(Code::ThemeTemplate, Place::file(&path_of(current)), message, help);
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            out.add(Code::ThemeTemplate, Place::file(&path_of(tpl)), say::template_extends_itself(), functions::TERA);
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            out.add(Code::ThemeTemplate, Place::file(&path_of(tpl)), say::template_includes_itself(), functions::TERA);
        }
        _ => {
            let reports = reports(&error.to_string());
            for (message, name, line, column) in &reports {
                let (message, help) = divided(message);
                out.add(Code::ThemeTemplate, Place::point(&path_of(name), *line, *column, 0), message, help);
            }
            if reports.is_empty() {
                let (message, help) = divided(&error.to_string());
                out.add(Code::ThemeTemplate, Place::file(&path_of(template)), message, help);
            }
        }
    }
}

/// What tera finds when all templates are put together it tells as text alone, one report after another:
/// `error: Unknown filter `x`` and, on the next line, `--> page.html:3:7`.
fn reports(text: &str) -> Vec<(String, String, usize, usize)> {
    let mut found = Vec::new();
    let mut message = "";
    for line in text.lines() {
        if let Some(own) = line.strip_prefix("error: ") {
            message = own;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let mut parts = place.rsplitn(3, ':');
            let column = parts.next().and_then(|column| column.parse().ok());
            let line = parts.next().and_then(|line| line.parse().ok());
            if let (Some(column), Some(line), Some(name)) = (column, line, parts.next()) {
                found.push((message.to_string(), name.to_string(), line, column));
            }
        }
    }
    found
}

/// A foreign message in the form of ours: one sentence without a full stop, a small letter first, and what follows it
/// as help.
fn divided(message: &str) -> (Message, Message) {
    if let Some(ours) = functions::unsealed(message) {
        return ours;
    }
    let line = message.lines().next().unwrap_or("").trim_end_matches('.');
    let (first, rest) = line.split_once(". ").or_else(|| line.split_once("; ")).unwrap_or((line, ""));
    let help = if rest.is_empty() { functions::TERA } else { say::foreign(format!("{}.", rest.trim_end_matches('.'))) };
    let mut letters = first.chars();
    let first: String = letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect());
    (say::foreign(first), help)
}

/// Every `t.some.key` in a template must be an interface text.
pub fn check_strings(files: &ThemeFiles, strings: &[Strings], out: &mut Diagnostics) {
    let Some(strings) = strings.first() else { return };
    for (name, file) in files.iter().filter(|(name, _)| name.starts_with("templates/")) {
        let Some(source) = text(file, out).filter(|source| source.len() <= MAX_TEMPLATE) else { continue };
        for (at, key) in used_keys(source) {
            if !strings.has(key) {
                let place = Place::offset(&file.path, at, key.len() + 2);
                let help = say::add_key_to_every_file_in_i();
                let help = match strings.nearest(key) {
                    Some(near) => say::did_you_mean_or(format!("t.{near}"), help),
                    None => help,
                };
                out.add(Code::I18nMissingKey, place, say::uses_interface_text_which_does_not_exist(name, key), help);
            }
        }
    }
}

/// Every interface text that some template uses.
pub fn keys(files: &ThemeFiles) -> BTreeSet<String> {
    let sources = templates(files).filter_map(|(_, file)| std::str::from_utf8(&file.bytes).ok());
    sources.flat_map(used_keys).map(|(_, key)| key.to_string()).collect()
}

fn templates(files: &ThemeFiles) -> impl Iterator<Item = (&str, &super::ThemeFile)> {
    files.iter().filter_map(|(name, file)| Some((name.strip_prefix("templates/")?, file)))
}

/// A site's template that is not one of the built-in theme's, and that no template names, is made nothing with.
pub fn check_names(files: &ThemeFiles, is_built_in: impl Fn(&str) -> bool, out: &mut Diagnostics) {
    for (name, file) in templates(files).filter(|(name, _)| !is_built_in(name)) {
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let is_named = |(_, other): (&str, &super::ThemeFile)| {
            let source = String::from_utf8_lossy(&other.bytes);
            quoted.iter().any(|name| source.contains(name))
        };
        if !templates(files).any(is_named) {
            let known = templates(files).map(|(name, _)| name).filter(|name| is_built_in(name));
            let otherwise = say::give_it_name_of_built_in_template();
            let message = say::no_page_is_made_with_template(name);
            out.add(Code::ThemeUnknownTemplate, Place::file(&file.path), message, did_you_mean(name, known, otherwise));
        }
    }
}

/// The keys that a template uses, with the byte at which `t.` stands.
fn used_keys(source: &str) -> Vec<(usize, &str)> {
    let mut keys = Vec::new();
    let mut done = 0;
    let opens = |at: &usize| matches!(source.as_bytes().get(at + 1), Some(b'{' | b'%'));
    while let Some(open) = memchr::memchr_iter(b'{', &source.as_bytes()[done..]).map(|at| done + at).find(opens) {
        let start = open + 2;
        let end = source[start..].find(['}', '%']).map_or(source.len(), |end| start + end);
        let inside = &source[start..end];
        for (at, _) in inside.match_indices("t.") {
            let before = inside[..at].chars().next_back();
            let key = &inside[at + 2..];
            let length =
                key.bytes().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_.".contains(b)).count();
            let word = before.is_some_and(|c| c.is_alphanumeric() || "_.\"'".contains(c));
            if !word && length > 0 {
                keys.push((start + at, key[..length].trim_end_matches('.')));
            }
        }
        done = end.max(start);
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    #[test]
    fn loops_are_counted_and_stop() {
        let rendered = |source: &str| {
            let mut tera = Tera::default();
            functions::register(&mut tera, BTreeMap::new());
            tera.add_raw_template("a.html", &counted(source)).unwrap();
            functions::begin();
            tera.render("a.html", &tera::Context::new()).map_err(|error| error.to_string())
        };
        let source = "{% for a in [1, 2] -%}\n  x{{ a }} {%- endfor %}|{%- for b in [3] %} y{% endfor -%} z";
        assert_eq!(rendered(source).unwrap(), "x1x2| yz");
        let ten = "{% for a in [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] %}";
        let deep = |times: usize| format!("{}{}", ten.repeat(times), "{% endfor %}".repeat(times));
        assert!(rendered(&deep(4)).is_ok());
        let (message, _) = functions::unsealed(&rendered(&deep(9)).unwrap_err()).unwrap();
        assert!(message.text(Locale::En).contains("loops"));
    }

    #[test]
    fn finds_the_interface_texts_that_a_template_uses() {
        let source = "{{ t.nav.next }}{% if t.a_b %}{{ next.title }} t.not {{ t.route[r.kind] }}{{ x | fill(a=t.z) }}";
        let keys: Vec<&str> = used_keys(source).into_iter().map(|(_, key)| key).collect();
        assert_eq!(keys, ["nav.next", "a_b", "route", "z"]);
    }
}
