//! Templates: compiling them, and turning tera's errors into diagnostics.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::{ThemeFiles, functions, text};
use crate::diag::{Code, Diagnostics, Place, did_you_mean};
use crate::i18n::Strings;

/// Compiles all templates. Every template with a syntax error is reported, not only the first.
pub fn compile(files: &ThemeFiles, out: &mut Diagnostics) -> Option<Tera> {
    let mut sources: Vec<(&str, &str)> = Vec::new();
    let mut paths: BTreeMap<String, Arc<str>> = BTreeMap::new();
    for (name, file) in files {
        let Some(template) = name.strip_prefix("templates/") else { continue };
        let source = text(file, out)?;
        paths.insert(template.to_string(), file.path.clone());
        sources.push((template, source));
    }
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
        let svg = svg.trim();
        let start = svg.find("<svg").unwrap_or(0);
        let hidden = svg[start..].contains("aria-hidden");
        let svg = if hidden {
            svg[start..].to_string()
        } else {
            svg[start..].replacen("<svg", "<svg aria-hidden=\"true\"", 1)
        };
        icons.insert(name.to_string(), svg);
    }
    icons
}

/// A tera error as a diagnostic at its place in the theme.
pub fn diagnose(error: &tera::Error, template: &str, paths: &BTreeMap<String, Arc<str>>, out: &mut Diagnostics) {
    let path_of = |name: &str| paths.get(name).cloned().unwrap_or_else(|| name.into());
    let help = "The templates are written in Tera 2; https://keats.github.io/tera describes it.";
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let length = if span.start_line == span.end_line { span.end_col.saturating_sub(span.start_col) } else { 0 };
            let name = if report.filename().is_empty() { template } else { report.filename() };
            let place = Place::point(&path_of(name), span.start_line.max(1), span.start_col + 1, length);
            out.add(Code::ThemeTemplate, place, sentence(report.message()), help);
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("the parent template `{parent}` does not exist");
            let help = did_you_mean(parent, paths.keys().map(String::as_str), help);
            out.add(Code::ThemeTemplate, Place::file(&path_of(current)), message, help);
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            out.add(Code::ThemeTemplate, Place::file(&path_of(tpl)), "the template includes itself", help);
        }
        _ => out.add(Code::ThemeTemplate, Place::file(&path_of(template)), sentence(&error.to_string()), help),
    }
}

/// A foreign message in the form of our own: one line, no full stop, a small letter first.
fn sentence(message: &str) -> String {
    let line = message.lines().next().unwrap_or("").trim_end_matches('.');
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Every `t.some.key` in a template must be an interface text.
pub fn check_strings(files: &ThemeFiles, strings: &[Strings], out: &mut Diagnostics) {
    let Some(strings) = strings.first() else { return };
    for (name, file) in files.iter().filter(|(name, _)| name.starts_with("templates/")) {
        let Some(source) = text(file, out) else { continue };
        for (at, key) in used_keys(source) {
            if !strings.has(key) {
                let place = Place::offset(&file.path, at, key.len() + 2);
                let near = strings.nearest(key).map(|near| format!("Did you mean `t.{near}`? ")).unwrap_or_default();
                let help = format!("{near}Add the key to every file in `i18n/`.");
                out.add(
                    Code::I18nMissingKey,
                    place,
                    format!("`{name}` uses the interface text `{key}`, which does not exist"),
                    help,
                );
            }
        }
    }
}

/// The keys that a template uses, with the byte at which `t.` stands.
fn used_keys(source: &str) -> Vec<(usize, &str)> {
    let mut keys = Vec::new();
    let mut done = 0;
    while let Some(open) = source[done..].find("{{").into_iter().chain(source[done..].find("{%")).min() {
        let start = done + open + 2;
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

    #[test]
    fn finds_the_interface_texts_that_a_template_uses() {
        let source = "{{ t.nav.next }}{% if t.a_b %}{{ next.title }} t.not {{ t.route[r.kind] }}{{ x | fill(a=t.z) }}";
        let keys: Vec<&str> = used_keys(source).into_iter().map(|(_, key)| key).collect();
        assert_eq!(keys, ["nav.next", "a_b", "route", "z"]);
    }
}
