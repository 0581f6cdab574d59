//! The words of the interface.
//!
//! In: `i18n/<lang>.yaml`, the built-in ones and the site's own on top. Out: [`Strings`] a language, checked against
//! each other. Never: guessing a word that is missing.

mod numbers;
mod plural;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{Code, Diagnostics, Fix, nearest};
use crate::lang::{Lang, Languages, pack};
use crate::messages::{Message, say};
use crate::yaml::{Fields, Node, Origin, Path, Step};

pub use plural::{category, form_table, required_forms};

/// Keys that the generator itself needs, beside those that the templates use.
const REQUIRED: &[&str] = &[
    "language.name",
    "alert.tip",
    "alert.note",
    "alert.important",
    "alert.caution",
    "task.done",
    "task.open",
    "footnotes.title",
    "footnotes.back",
    "anchor.label",
    "table.label",
    "table.more",
    "code.label",
    "date.full",
    "date.months",
];

/// An interface text.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Phrase {
    Text(String),
    /// CLDR plural category → text with `{n}`.
    Plural(BTreeMap<String, String>),
    List(Vec<String>),
}

impl Phrase {
    /// The names in braces that are filled in, of any of its forms.
    fn fillings(&self) -> BTreeSet<String> {
        let texts: Vec<&String> = match self {
            Phrase::Text(text) => vec![text],
            Phrase::Plural(forms) => forms.values().collect(),
            Phrase::List(items) => items.iter().collect(),
        };
        let inside = |text: &&String| {
            let parts = text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_string()));
            parts.collect::<Vec<_>>()
        };
        texts.iter().flat_map(inside).collect()
    }

    fn shape(&self) -> Message {
        match self {
            Phrase::Text(_) => say::a_text(),
            Phrase::Plural(_) => say::a_text_with_plural_forms(),
            Phrase::List(_) => say::a_list(),
        }
    }
}

/// All interface texts of one language, by their dotted keys (`nav.next`).
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Strings {
    /// BCP 47 code of the language.
    pub code: &'static str,
    phrases: BTreeMap<String, (Phrase, Arc<str>)>,
    /// Keys that a later file has and the first one, the generator's own, has not.
    added: BTreeSet<String>,
}

impl Strings {
    /// The text of a key that the checks of [`load`] have found to be there.
    pub fn text(&self, key: &str) -> &str {
        match self.phrases.get(key) {
            Some((Phrase::Text(text), _)) => text,
            _ => "",
        }
    }

    /// The items of a key that holds a list; none if it does not.
    pub fn list(&self, key: &str) -> &[String] {
        match self.phrases.get(key) {
            Some((Phrase::List(items), _)) => items,
            _ => &[],
        }
    }

    /// The text of a key with `{name}` filled in.
    pub fn fill(&self, key: &str, name: &str, value: &str) -> String {
        self.text(key).replace(&format!("{{{name}}}"), value)
    }

    /// All keys with their phrases.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Phrase)> {
        self.phrases.iter().map(|(key, (phrase, _))| (key.as_str(), phrase))
    }

    /// Whether a key is there, or keys that begin with it and a dot.
    pub fn has(&self, key: &str) -> bool {
        let inside = format!("{key}.");
        self.phrases.contains_key(key)
            || self.phrases.range(inside.clone()..).next().is_some_and(|(next, _)| next.starts_with(&inside))
    }

    /// The key that is nearest to one that does not exist.
    pub fn nearest(&self, key: &str) -> Option<&str> {
        nearest(key, self.meant().into_iter())
    }

    /// The keys that may be meant by one that does not exist: a site's own slips are not.
    fn meant(&self) -> Vec<&str> {
        self.phrases.keys().filter(|key| !self.added.contains(*key)).map(String::as_str).collect()
    }

    /// A date as people write it: «2026-жылдын 21-ноябры», «21 ноября 2026 года».
    pub fn date(&self, date: Date) -> String {
        let month = self.list("date.months").get(date.month() as usize - 1).map_or("", String::as_str);
        self.text("date.full")
            .replace("{year}", &date.year().to_string())
            .replace("{month}", month)
            .replace("{day}", &date.day().to_string())
    }

    /// A month of a year: «2019-жылдын сентябры», «сентябрь 2019 года». `month` is from 1 to 12.
    pub fn month_of_year(&self, year: i16, month: i8) -> String {
        let at = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
        let month = self.list("date.month_names").get(at).map_or("", String::as_str);
        self.text("date.month").replace("{year}", &year.to_string()).replace("{month}", month)
    }
}

/// A whole number as a language writes it.
pub fn number(code: &str, number: i64) -> String {
    numbers::grouped(number, pack(code).map_or('\u{a0}', |pack| pack.thousands))
}

/// A number of thousandths as a language writes it: `17,9`.
pub fn decimal(code: &str, thousandths: i64) -> String {
    let rest = format!("{:03}", thousandths.abs() % 1000);
    let whole = number(code, thousandths / 1000);
    let sign = if thousandths < 0 && thousandths > -1000 { "−" } else { "" };
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}{}{rest}", pack(code).map_or(',', |pack| pack.decimal)),
    }
}

/// One file of interface texts.
pub struct StringsFile {
    pub lang: Lang,
    /// Path for messages, `i18n/ky.yaml`.
    pub path: Arc<str>,
    pub text: String,
}

/// Reads the files; later ones override earlier ones key by key. One [`Strings`] a language, in the site's order.
pub fn load(files: &[StringsFile], languages: &Languages, out: &mut Diagnostics) -> Vec<Strings> {
    let nothing = |code| Strings { code, phrases: BTreeMap::new(), added: BTreeSet::new() };
    let mut all: Vec<Strings> = languages.codes().map(|(_, code)| nothing(code)).collect();
    for file in files {
        let origin = Origin { file: file.path.clone(), first_line: 0 };
        let strings = &mut all[file.lang.index()];
        let known: BTreeSet<String> = strings.phrases.keys().cloned().collect();
        if let Some(node) = crate::yaml::document(&file.text, &origin, out) {
            read(&node, &origin, "", &Path::default(), strings, out);
        }
        if !known.is_empty() {
            strings.added = strings.phrases.keys().filter(|key| !known.contains(*key)).cloned().collect();
        }
    }
    all
}

/// The words that the program has in a language, whether the site has it or not; none for one that it does not know.
pub fn built_in(code: &str) -> Option<Strings> {
    let pack = pack(code)?;
    let mut strings = Strings { code: pack.code, phrases: BTreeMap::new(), added: BTreeSet::new() };
    let origin = Origin { file: format!("i18n/{code}/words.yaml").into(), first_line: 0 };
    // Tests hold that the program's own files have no fault.
    let mut out = Diagnostics::new();
    let node = crate::yaml::document(pack.words, &origin, &mut out)?;
    read(&node, &origin, "", &Path::default(), &mut strings, &mut out);
    Some(strings)
}

/// Words that nothing uses for which the nearest that is used is looked for.
const MOST_CURES: usize = 300;

/// Checks that every language says the same things, and none says what nobody asks for: `used` are the keys that
/// templates name.
pub fn check(all: &[Strings], used: &BTreeSet<String>, out: &mut Diagnostics) {
    for strings in all {
        let meant = strings.meant();
        for (number, key) in strings.added.iter().filter(|key| !is_used(key, used)).enumerate() {
            let Some((_, file)) = strings.phrases.get(key) else { continue };
            let place = Origin { file: file.clone(), first_line: 0 }.place(&name_of(key));
            let inside = format!("{key}.");
            let after = strings.phrases.range(inside.clone()..).map_while(|(other, _)| other.strip_prefix(&inside));
            let group: Vec<&str> = after.collect();
            // Of thousands only the first are ever shown.
            let near = if number < MOST_CURES && group.is_empty() { nearest(key, meant.iter().copied()) } else { None };
            let help = match near {
                _ if !group.is_empty() => say::it_holds_several_texts_write_them_under(group.join("`, `")),
                Some(near) => say::did_you_mean_key_of_your_own(near),
                None => say::remove_it_key_of_your_own_must(),
            };
            let message = say::nothing_uses_interface_text(key);
            out.add_fix(Code::I18nUnknownKey, place, message, help, near.and_then(|near| renamed(key, near)));
        }
    }
    check_same_keys(all, used, out);
}

/// Whether a template names a key, or the group that it is in.
fn is_used(key: &str, used: &BTreeSet<String>) -> bool {
    let groups = key.match_indices('.').map(|(at, _)| &key[..at]);
    groups.chain([key]).any(|key| used.contains(key))
}

fn read(node: &Node, origin: &Origin, prefix: &str, path: &Path, into: &mut Strings, out: &mut Diagnostics) {
    let Node::Map(entries) = node else {
        crate::yaml::type_error(origin, path, crate::yaml::Expected::Keys, node, out);
        return;
    };
    for (name, value) in entries {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        let path = path.key(name);
        let phrase = match value {
            Node::Text(text) => Phrase::Text(text.clone()),
            Node::Map(forms) if forms.iter().any(|(form, _)| form == "other") => {
                match plural_forms(value, origin, &path, into.code, out) {
                    Some(forms) => Phrase::Plural(forms),
                    None => continue,
                }
            }
            Node::List(items) => Phrase::List(list(items, origin, &path, out)),
            Node::Map(_) => {
                read(value, origin, &key, &path, into, out);
                continue;
            }
            other => {
                crate::yaml::type_error(origin, &path, crate::yaml::Expected::Text, other, out);
                continue;
            }
        };
        into.phrases.insert(key, (phrase, origin.file.clone()));
    }
}

/// The texts of a list; an item of another type is reported and left out.
fn list(items: &[Node], origin: &Origin, path: &Path, out: &mut Diagnostics) -> Vec<String> {
    let mut texts = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        match item {
            Node::Text(text) => texts.push(text.clone()),
            other => crate::yaml::type_error(origin, &path.item(index), crate::yaml::Expected::Text, other, out),
        }
    }
    texts
}

/// The plural forms of a phrase: exactly those that CLDR gives the language.
fn plural_forms(
    node: &Node,
    origin: &Origin,
    path: &Path,
    code: &str,
    out: &mut Diagnostics,
) -> Option<BTreeMap<String, String>> {
    let mut fields = Fields::new(node, origin, path.clone(), out)?;
    let mut forms = BTreeMap::new();
    for form in required_forms(code) {
        match fields.text(form) {
            Some(text) => {
                forms.insert(form.to_string(), text);
            }
            None => {
                let message = say::plural_form_is_missing(form);
                let help = say::this_language_needs(required_forms(code).join(", "));
                fields.out().add(Code::I18nBadValue, origin.place(path), message, help);
            }
        }
    }
    fields.finish();
    Some(forms)
}

fn check_same_keys(all: &[Strings], used: &BTreeSet<String>, out: &mut Diagnostics) {
    let mut keys: BTreeMap<&str, Option<&Phrase>> = REQUIRED.iter().map(|key| (*key, None)).collect();
    let unused = |strings: &Strings, key: &str| strings.added.contains(key) && !is_used(key, used);
    let asked_for = all.iter().flat_map(|strings| strings.iter().filter(|(key, _)| !unused(strings, key)));
    for (key, phrase) in asked_for {
        keys.entry(key).or_default().get_or_insert(phrase);
    }
    for strings in all {
        let file: Arc<str> = format!("i18n/{}.yaml", strings.code).into();
        for (key, model) in &keys {
            match (strings.phrases.get(*key), model) {
                (None, _) => {
                    let message = say::interface_text_is_missing(*key);
                    let help = say::add_to_other_language_or_generator(*key, &file);
                    out.add(Code::I18nMissingKey, crate::diag::Place::file(&file), message, help);
                }
                (Some((phrase, from)), Some(model)) if phrase.fillings() != model.fillings() => {
                    let place = Origin { file: from.clone(), first_line: 0 }.place(&dotted(key));
                    let message = say::does_not_fill_in_same_words(*key);
                    let help = say::it_needs(words(&model.fillings().union(&phrase.fillings()).cloned().collect()));
                    out.add(Code::I18nBadValue, place, message, help);
                }
                (Some((Phrase::List(months), from)), _) if *key == "date.months" && months.len() != 12 => {
                    let place = Origin { file: from.clone(), first_line: 0 }.place(&dotted(key));
                    out.add(Code::I18nBadValue, place, say::there_are_months(months.len()), say::write_twelve());
                }
                (Some((phrase, from)), Some(model)) if phrase.shape() != model.shape() => {
                    let message = say::is_here_and_elsewhere(*key, phrase.shape(), model.shape());
                    let place = Origin { file: from.clone(), first_line: 0 }.place(&dotted(key));
                    out.add(Code::I18nBadValue, place, message, say::write_it_alike_in_every_language());
                }
                _ => {}
            }
        }
    }
}

fn words(names: &BTreeSet<String>) -> String {
    names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
}

fn dotted(key: &str) -> Path {
    key.split('.').fold(Path::default(), |path, part| path.key(part))
}

/// The group that a dotted key is in, and its name there.
fn divide(key: &str) -> (&str, &str) {
    key.rsplit_once('.').unwrap_or(("", key))
}

/// Where the name of a dotted key stands, rather than its text.
fn name_of(key: &str) -> Path {
    let (group, name) = divide(key);
    let group = if group.is_empty() { Path::default() } else { dotted(group) };
    group.then(Step::KeyName(name.to_string()))
}

/// The cure of a key that is another of its group misspelt.
fn renamed(key: &str, near: &str) -> Option<Fix> {
    let ((group, name), (other, right)) = (divide(key), divide(near));
    if group == other { Fix::nearest(name, Some(right)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_with_the_marks_of_the_language() {
        assert_eq!(decimal("ru", 17_900), "17,9");
        assert_eq!(decimal("ky", 3_000), "3");
        assert_eq!(decimal("ru", 44_400_000), "44\u{a0}400");
        assert_eq!(decimal("ru", -250), "−0,25");
    }
}
