//! Reading a map key by key, with a diagnostic for everything that is not as expected.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Node, Path, Step, date_problem, quoted};
use crate::diag::{At, Code, Diagnostic, Diagnostics, Fix, Place, did_you_mean, latin, nearest};
use crate::lang::{Languages, Localised};
use crate::messages::{Message, say};

/// Which file a document is from, and how many lines of the file come before it (front matter: 1).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    pub file: Arc<str>,
    pub first_line: usize,
}

impl Origin {
    /// The file's name without what follows its first dot; of an index, its folder's.
    pub fn name(&self) -> &str {
        let mut parts = self.file.rsplit('/');
        let name = parts.next().and_then(|name| name.split('.').next()).unwrap_or_default();
        if name == "index" { parts.next().unwrap_or(name) } else { name }
    }

    /// The place of a node of the document.
    pub fn place(&self, path: &Path) -> Place {
        Place { file: self.file.clone(), at: At::Yaml { path: path.clone(), first_line: self.first_line } }
    }
}

/// A map that is being read. Keys that nobody asks for are reported by [`Fields::finish`].
pub struct Fields<'n, 'd> {
    origin: &'n Origin,
    path: Path,
    entries: &'n [(String, Node)],
    known: Vec<&'static str>,
    /// What is missing, by its key: not reported if a key that nobody knows is that one misspelt.
    missing: Vec<(String, Diagnostic)>,
    out: &'d mut Diagnostics,
}

impl Drop for Fields<'_, '_> {
    fn drop(&mut self) {
        std::mem::take(&mut self.missing).into_iter().for_each(|(_, missing)| self.out.push(missing));
    }
}

/// Most names of one thing in a language: the search compares each with each.
const MAX_WORDS: usize = 100;

/// Marks that stand for a hyphen where a list is meant.
const DASHES: &[char] = &['-', '–', '—', '−', '•', '·', '▪', '*'];

/// What a value is expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Text,
    Keys,
    List,
    /// What is a list to an editor, and a list of such to us.
    ListOfKeys,
    WholeNumber,
    TrueOrFalse,
}

impl Expected {
    /// What a message calls it.
    fn words(self) -> Message {
        match self {
            Expected::Text => say::a_text(),
            Expected::Keys => say::keys_with_values(),
            Expected::List => say::a_list(),
            Expected::ListOfKeys => say::a_list_of_keys_with_values(),
            Expected::WholeNumber => say::a_whole_number(),
            Expected::TrueOrFalse => say::true_or_false(),
        }
    }
}

/// Reports that a node is not what was expected.
pub fn type_error(origin: &Origin, path: &Path, expected: Expected, found: &Node, out: &mut Diagnostics) {
    let message = match (expected, found) {
        (Expected::WholeNumber, Node::Text(text) | Node::Float(_, text)) if text.chars().count() <= 40 => {
            say::expected_found_text(expected.words(), text)
        }
        _ => say::expected_found(expected.words(), found.kind()),
    };
    let (help, fix) = advice(expected, found);
    out.add_fix(wrong_type(found, out), origin.place(path), message, help, fix);
}

/// The code of a value of another type: nothing at all is a gap that a draft may have.
fn wrong_type(found: &Node, out: &Diagnostics) -> Code {
    if *found == Node::Null { out.of_missing(Code::YamlWrongType) } else { Code::YamlWrongType }
}

/// What to do about a node that is not what was expected.
fn advice(expected: Expected, found: &Node) -> (Message, Option<Fix>) {
    let value = |what: &str, with: String| Some(Fix::Value { what: what.to_string(), with });
    let plain = |help: Message| (help, None);
    match (found, expected) {
        (Node::Null, Expected::List | Expected::ListOfKeys) => plain(say::write_items_on_lines_below_each_after()),
        (Node::Null, _) => plain(say::write_value_after_colon()),
        (Node::Text(text), Expected::Keys) if text.contains(':') => plain(say::put_space_after_colon_key_value()),
        (_, Expected::Keys) => plain(say::write_each_as_key_value_on_line()),
        (Node::Bool(given), Expected::Text) => {
            let help = say::put_quotes_around_value(given.to_string());
            (help, value(&given.to_string(), format!("\"{given}\"")))
        }
        (Node::Integer(_) | Node::Float(..), Expected::Text) => {
            let written = if let Node::Float(_, written) = found { written.clone() } else { number(found) };
            (say::put_quotes_around_value(&written), value(&written, format!("\"{written}\"")))
        }
        (_, Expected::Text) => plain(say::write_one_plain_text_here()),
        (Node::Text(text), Expected::List) if text.starts_with(DASHES) => {
            (say::begin_each_item_on_line(), Some(Fix::Items))
        }
        (Node::Text(text), Expected::List) => {
            let help = say::write_or_each_item_on_line(text);
            (help, value(text, format!("[{text}]")))
        }
        (_, Expected::List) => plain(say::write_one_two_or_each_item()),
        (_, Expected::ListOfKeys) => plain(say::write_each_item_on_lines()),
        (Node::Float(number, written), Expected::WholeNumber) => {
            let whole = format!("{:.0}", number.round());
            (say::write_whole_number_such(&whole), value(written, whole))
        }
        (Node::Text(text), Expected::WholeNumber) => whole_number(text),
        (Node::Text(text), Expected::TrueOrFalse) => {
            let meant = match text.to_lowercase().as_str() {
                "true" | "да" | "ооба" | "истина" | "on" | "yes" => Some("true"),
                "false" | "нет" | "жок" | "ложь" | "off" | "no" => Some("false"),
                _ => None,
            };
            let help = match meant {
                Some("true") => say::write_true_without_quotes(),
                Some(_) => say::write_false_without_quotes(),
                None => say::write_true_or_false_without_quotes(),
            };
            (help, Fix::nearest(text, meant))
        }
        (_, Expected::TrueOrFalse) => plain(say::write_true_or_false_without_quotes()),
        _ => plain(say::give_each_language_its_own_text()),
    }
}

fn number(node: &Node) -> String {
    if let Node::Integer(number) = node { number.to_string() } else { String::new() }
}

/// What to write for a text that was to be a whole number.
fn whole_number(text: &str) -> (Message, Option<Fix>) {
    let digits = text.trim().trim_end_matches(['.', ')']).replace([' ', '\u{a0}', '\u{202f}'], "");
    let digits = digits.strip_prefix('+').unwrap_or(&digits);
    let Ok(number) = digits.parse::<i64>() else { return (say::write_digits_alone_such(), None) };
    let number = number.to_string();
    let help = match text {
        _ if text == number => say::write_without_quotes(&number),
        _ if text.starts_with('0') && digits == text => say::write_without_zero_before(&number),
        _ => say::write_digits_alone(&number),
    };
    (help, Fix::nearest(text, Some(&number)))
}

impl<'n, 'd> Fields<'n, 'd> {
    /// Starts reading `node`, which must be a map (nothing at all counts as an empty one).
    pub fn new(node: &'n Node, origin: &'n Origin, path: Path, out: &'d mut Diagnostics) -> Option<Fields<'n, 'd>> {
        let entries = match node {
            Node::Map(entries) => entries.as_slice(),
            Node::Null => &[],
            other => {
                type_error(origin, &path, Expected::Keys, other, out);
                return None;
            }
        };
        Some(Fields { origin, path, entries, known: Vec::new(), missing: Vec::new(), out })
    }

    /// The value of a key, with its path.
    pub fn get(&mut self, key: &'static str) -> Option<(Path, &'n Node)> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        let (_, node) = self.entries.iter().find(|(name, _)| name == key)?;
        Some((self.path.key(key), node))
    }

    /// Whether a key is not there, or there is nothing under it.
    pub fn is_empty(&self, key: &str) -> bool {
        self.entries.iter().find(|(name, _)| name == key).is_none_or(|(_, node)| match node {
            Node::Null => true,
            Node::Text(text) => text.trim().is_empty(),
            Node::List(items) => items.is_empty(),
            Node::Map(entries) => entries.is_empty(),
            _ => false,
        })
    }

    /// Where diagnostics go.
    pub fn out(&mut self) -> &mut Diagnostics {
        self.out
    }

    /// The path of the map itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reports that a required key is missing.
    pub fn missing(&mut self, key: &str, help: impl Into<Message>) {
        let message = say::key_is_missing(key);
        self.absent(key, Code::YamlMissingKey, self.origin.place(&self.path), message, help);
    }

    /// Reports that something is not there, unless a key that nobody knows turns out to be `key` misspelt.
    fn absent(&mut self, key: &str, code: Code, place: Place, message: Message, help: impl Into<Message>) {
        let code = self.out.of_missing(code);
        let diagnostic = Diagnostic { code, place: Some(place), message, help: help.into(), fix: None };
        self.missing.push((key.to_string(), diagnostic));
    }

    /// Reports that the value of a key is of the right type, but not one that is allowed.
    pub fn bad_value(&mut self, key: &str, message: impl Into<Message>, help: impl Into<Message>) {
        let place = self.origin.place(&self.path.key(key));
        self.out.add(Code::YamlBadValue, place, message, help);
    }

    /// An optional text. Numbers are taken as they are written.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        let (path, node) = self.get(key)?;
        plain_text(node, self.origin, &path, self.out)
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str) -> Option<String> {
        if self.get(key).is_none() {
            self.missing(key, say::add_a_line_with_key(key));
            return None;
        }
        let text = self.text(key)?;
        if text.trim().is_empty() {
            let place = self.origin.place(&self.path.key(key));
            self.out.add_missing(Code::YamlMissingKey, place, say::key_is_empty(key), say::write_text_after(key));
            return None;
        }
        Some(text)
    }

    /// An optional whole number.
    pub fn integer(&mut self, key: &'static str) -> Option<i64> {
        match self.get(key)? {
            (_, Node::Integer(value)) => Some(*value),
            (path, other) => {
                type_error(self.origin, &path, Expected::WholeNumber, other, self.out);
                None
            }
        }
    }

    /// An optional `true` or `false`. YAML 1.1's `yes` and `no` are taken too: editors write them.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        match self.get(key)? {
            (_, Node::Bool(value)) => Some(*value),
            (_, Node::Text(text)) if text == "yes" => Some(true),
            (_, Node::Text(text)) if text == "no" => Some(false),
            (path, other) => {
                type_error(self.origin, &path, Expected::TrueOrFalse, other, self.out);
                None
            }
        }
    }

    /// An optional date, `2026-11-21`.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let text = self.text(key)?;
        let date = (text.len() == 10).then(|| text.parse::<Date>().ok()).flatten();
        if date.is_none() {
            let place = self.origin.place(&self.path.key(key));
            let problem = date_problem(&text);
            let fix = Fix::nearest(&text, problem.with.as_deref());
            self.out.add_fix(Code::YamlBadValue, place, problem.message, problem.help, fix);
        }
        date
    }

    /// An optional text that must be one of `allowed`.
    pub fn choice(&mut self, key: &'static str, allowed: &[&'static str]) -> Option<&'static str> {
        let (path, node) = self.get(key)?;
        one_of(node, allowed, self.origin, &path, self.out)
    }

    /// The items of an optional list, each of which must be one of `allowed`.
    pub fn choices<'a>(&mut self, key: &'static str, allowed: &[&'a str]) -> Vec<&'a str> {
        let items = self.list(key);
        let fits = self.at_most(allowed.len(), items.len(), key, say::values(), say::name_each_value_once());
        let items = items.into_iter().filter(|_| fits);
        items.filter_map(|(path, node)| one_of(node, allowed, self.origin, &path, self.out)).collect()
    }

    /// The items of an optional list, with their paths.
    pub fn list(&mut self, key: &'static str) -> Vec<(Path, &'n Node)> {
        let Some((path, node)) = self.get(key) else { return Vec::new() };
        match node {
            Node::List(items) => items.iter().enumerate().map(|(i, item)| (path.item(i), item)).collect(),
            other => {
                type_error(self.origin, &path, Expected::List, other, self.out);
                Vec::new()
            }
        }
    }

    /// The items of an optional list of plain texts.
    pub fn text_list(&mut self, key: &'static str) -> Vec<(Path, String)> {
        self.list(key)
            .into_iter()
            .filter_map(|(path, node)| plain_text(node, self.origin, &path, self.out).map(|text| (path, text)))
            .collect()
    }

    /// An optional text in every language of the site.
    pub fn localised(&mut self, key: &'static str, languages: &Languages) -> Option<(Path, Localised)> {
        let (path, node) = self.get(key)?;
        localised(node, languages, self.origin, &path, self.out).map(|texts| (path, texts))
    }

    /// A text in every language that must be there.
    pub fn required_localised(&mut self, key: &'static str, languages: &Languages) -> Option<(Path, Localised)> {
        let found = self.localised(key, languages);
        if self.get(key).is_none() {
            self.missing(key, say::add_key_as_here(key, languages.example()));
        }
        found.or_else(|| self.stand_in(key, languages))
    }

    /// What is shown where a draft says nothing yet: the file's name for its title, dots elsewhere.
    fn stand_in(&self, key: &str, languages: &Languages) -> Option<(Path, Localised)> {
        let titles_file = key == "title" && self.path == Path::default();
        let words = if titles_file { self.origin.name() } else { "…" };
        let texts = Localised::alike(words.to_string(), languages);
        self.out.is_of_draft().then(|| (self.path.key(key), texts))
    }

    /// The items of an optional list of texts in every language.
    pub fn localised_list(&mut self, key: &'static str, languages: &Languages) -> Vec<(Path, Localised)> {
        self.list(key)
            .into_iter()
            .filter_map(|(path, node)| {
                localised(node, languages, self.origin, &path, self.out).map(|texts| (path, texts))
            })
            .collect()
    }

    /// An optional list of texts for each language; the lists need not be equally long.
    pub fn lists_by_language(&mut self, key: &'static str, languages: &Languages) -> Vec<Vec<String>> {
        let nothing = vec![Vec::new(); languages.len()];
        let Some((path, node)) = self.get(key) else { return nothing };
        if languages.only().is_some() && matches!(node, Node::List(_)) {
            return vec![self.words(key)];
        }
        let Some(mut inner) = Fields::new(node, self.origin, path, self.out) else { return nothing };
        let lists = inner.lists_of_languages(languages);
        inner.finish();
        lists
    }

    /// The optional lists of texts that this map has, each under the code of its language.
    pub fn lists_of_languages(&mut self, languages: &Languages) -> Vec<Vec<String>> {
        languages.codes().map(|(_, code)| self.words(code)).collect()
    }

    /// The texts of an optional list, unless there are too many.
    fn words(&mut self, key: &'static str) -> Vec<String> {
        let words: Vec<String> = self.text_list(key).into_iter().map(|(_, text)| text).collect();
        let fits = self.at_most(MAX_WORDS, words.len(), key, say::names(), say::keep_those_that_people_use_or_divide());
        if fits { words } else { Vec::new() }
    }

    /// Reports that there are more than `most` of something under a key, if that is so.
    pub fn at_most(
        &mut self,
        most: usize,
        count: usize,
        key: &str,
        what: impl Into<Message>,
        help: impl Into<Message>,
    ) -> bool {
        if count > most {
            let place = self.origin.place(&self.path.key(key));
            self.out.add(
                Code::RecordTooMany,
                place,
                say::there_are_at_most_are_allowed(count, what.into(), most),
                help,
            );
        }
        count <= most
    }

    /// An optional map inside this one.
    pub fn map<'s>(&'s mut self, key: &'static str) -> Option<Fields<'n, 's>> {
        let (path, node) = self.get(key)?;
        Fields::new(node, self.origin, path, self.out)
    }

    /// The maps of an optional list, each read by `read`.
    pub fn maps<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Fields) -> Option<T>) -> Vec<T> {
        let mut values = Vec::new();
        let list = match self.get(key) {
            Some((path, node)) if !matches!(node, Node::List(_)) => {
                type_error(self.origin, &path, Expected::ListOfKeys, node, self.out);
                Vec::new()
            }
            _ => self.list(key),
        };
        for (path, node) in list {
            let Some(mut fields) = Fields::new(node, self.origin, path, self.out) else { continue };
            values.extend(read(&mut fields));
            fields.finish();
        }
        values
    }

    /// Reports every key that was not asked for.
    pub fn finish(mut self) {
        let is_unknown = |(_, (name, _)): &(usize, &(String, Node))| !self.known.contains(&name.as_str());
        let unknown: Vec<(usize, &(String, Node))> = self.entries.iter().enumerate().filter(is_unknown).collect();
        // A key that is there already was not meant.
        let is_free = |key: &&'static str| !self.entries.iter().any(|(name, _)| name == key);
        let free = if unknown.is_empty() { Vec::new() } else { self.known.iter().copied().filter(is_free).collect() };
        for (at, (name, value)) in unknown {
            let place = self.origin.place(&self.path.then(Step::KeyName(name.clone())));
            let known = self.known.join("`, `");
            let near = nearest(&latin(name), free.iter().copied());
            if let Some(near) = near {
                self.missing.retain(|(key, _)| key != near);
            }
            // `{ky: Окуйт, жазат}` is read as the key `жазат` without a value.
            let before = match (at.checked_sub(1).map(|at| &self.entries[at].1), value) {
                (Some(Node::Text(before)), Node::Null) if !name.is_ascii() => Some(before.as_str()),
                _ => None,
            };
            let look_alike = near.filter(|near| *near == latin(name));
            let (message, help) = match (look_alike, value) {
                (Some(meant), _) => (unlike(name), say::type_whole_key_in_latin_letters(meant)),
                (None, Node::Null) if before.is_some() => (
                    say::key_means_nothing_here(name),
                    say::is_it_part_of_text_before(quoted(&format!("{}, {name}", before.unwrap_or_default()))),
                ),
                (None, _) => (
                    say::key_means_nothing_here(name),
                    did_you_mean(&latin(name), near.into_iter(), say::known_here_are(known)),
                ),
            };
            let fix = match before.filter(|_| look_alike.is_none()) {
                Some(before) => Some(Fix::Join { before: before.to_string(), after: name.clone() }),
                None => Fix::nearest(name, near),
            };
            self.out.add_fix(Code::YamlUnknownKey, place, message, help, fix);
        }
    }
}

/// What makes a key differ from the Latin one that it looks like.
fn unlike(name: &str) -> Message {
    match name.chars().find(|c| c.is_alphabetic() && !c.is_ascii()) {
        Some(letter) => say::key_means_nothing_here_its_letter(name, letter),
        None => say::key_means_nothing_here_it_holds_invisible(name),
    }
}

fn plain_text(node: &Node, origin: &Origin, path: &Path, out: &mut Diagnostics) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.clone()),
        Node::Integer(number) => Some(number.to_string()),
        Node::Float(_, written) => Some(written.clone()),
        other => {
            type_error(origin, path, Expected::Text, other, out);
            None
        }
    }
}

fn one_of<'a>(
    node: &Node,
    allowed: &[&'a str],
    origin: &Origin,
    path: &Path,
    out: &mut Diagnostics,
) -> Option<&'a str> {
    let text = match node {
        Node::Bool(false) => "no".to_string(),
        Node::Bool(true) => "yes".to_string(),
        node => plain_text(node, origin, path, out)?,
    };
    let found = allowed.iter().find(|value| **value == text).copied();
    if found.is_none() {
        let list = say::allowed_are(allowed.join("`, `"));
        let help = did_you_mean(&latin(&text), allowed.iter().copied(), list);
        let fix = Fix::nearest(&text, nearest(&latin(&text), allowed.iter().copied()));
        let message = say::is_not_one_of_allowed_values(&text);
        // Nothing at all is a gap that a draft may have.
        let code = if text.trim().is_empty() { out.of_missing(Code::YamlBadValue) } else { Code::YamlBadValue };
        out.add_fix(code, origin.place(path), message, help, fix);
    }
    found
}

/// What to write for a value that was to be a text in every language.
fn each_language(node: &Node, languages: &Languages) -> (Message, Option<Fix>) {
    let written = match node {
        Node::Text(text) | Node::Float(_, text) => text.clone(),
        Node::Integer(number) => number.to_string(),
        _ => return (say::give_each_language_its_own_text_as_here(languages.example()), None),
    };
    let text = if written.contains(|c: char| ",:#{}[]\"'".contains(c)) { quoted(&written) } else { written.clone() };
    let texts: Vec<String> = languages.codes().map(|(_, code)| format!("{code}: {text}")).collect();
    let with = format!("{{{}}}", texts.join(", "));
    let help = say::give_each_language_its_own_text_as_here(&with);
    (help, (!written.is_empty()).then_some(Fix::Value { what: written, with }))
}

/// A text in the languages of the site; in one alone it is written as it is. What is missing is reported where it is required,
/// or if there is nothing in any language; the value is `None` then.
pub fn localised(
    node: &Node,
    languages: &Languages,
    origin: &Origin,
    path: &Path,
    out: &mut Diagnostics,
) -> Option<Localised> {
    if !matches!(node, Node::Map(_)) {
        if languages.only().is_some() && *node != Node::Null {
            let text = plain_text(node, origin, path, out)?;
            if text.trim().is_empty() {
                out.add_missing(
                    Code::TextMissingLanguage,
                    origin.place(path),
                    say::text_is_empty(),
                    say::write_it_here(),
                );
                return None;
            }
            return Some(Localised::whole(vec![text]));
        }
        let message = say::expected_text_in_every_language_found(languages.example(), node.kind());
        let (help, fix) = each_language(node, languages);
        out.add_fix(wrong_type(node, out), origin.place(path), message, help, fix);
        return None;
    }
    let mut fields = Fields::new(node, origin, path.clone(), out)?;
    let mut texts: Vec<Option<String>> = Vec::with_capacity(languages.len());
    let mut missing = Vec::new();
    let mut whole = true;
    for (lang, code) in languages.codes() {
        let text = match fields.get(code) {
            None | Some((_, Node::Null)) => None,
            Some(_) => match fields.text(code) {
                Some(text) => Some(text).filter(|text| !text.trim().is_empty()),
                None => {
                    whole = false;
                    texts.push(None);
                    continue;
                }
            },
        };
        if text.is_none() {
            missing.push((lang, code));
        }
        texts.push(text);
    }
    let nothing = texts.iter().all(Option::is_none);
    for (lang, code) in missing {
        let there = fields.get(code).is_some();
        let path = if there { path.key(code) } else { path.clone() };
        if !nothing && !languages.is_required(lang) {
            fields.out().add_untranslated(lang, path);
            continue;
        }
        let place = origin.place(&path);
        whole = false;
        let message = say::text_is_missing_in_language(code);
        let help = if there { say::write_it_after(code) } else { say::add_the_language(code) };
        fields.absent(code, Code::TextMissingLanguage, place, message, help);
    }
    fields.finish();
    // A draft is shown with what there is.
    if whole || out.is_of_draft() { Localised::new(texts, languages) } else { None }
}
