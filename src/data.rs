//! (Handbook, plan) → the encyclopedia as data for others: JSON and CSV of a language.
//!
//! In: [`Inputs`]. Out: bytes. Never: HTML, or the order of anything but the alphabet.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::cells::harmless;
use crate::define::{Column, Field, Seen, Shape, To, columns, in_language};
use crate::lang::{Lang, Localised};
use crate::parse::{List, Profession, Rich, Type};
use crate::plan::Inputs;
use crate::resolve::{EntryId, alternatives, nearness};
use crate::text::plain::line as plain_line;

/// The professions of a site in one language.
pub struct Exports<'s> {
    site: Inputs<'s>,
    lang: Lang,
    professions: Vec<(EntryId, &'s Profession)>,
}

/// The keys of a profession that others get.
fn exported() -> impl Iterator<Item = &'static Field> {
    Type::Profession.definition().fields().filter(|field| field.export)
}

/// What is computed of a profession, behind the columns of its record.
const COMPUTED: [&str; 7] =
    ["interest_code", "after_grade_9", "after_grade_11", "review.text", "review.facts", "borrowed", "page"];

impl<'s> Exports<'s> {
    /// The professions in the order of the alphabet.
    pub fn new(site: Inputs<'s>, lang: Lang) -> Exports<'s> {
        let sorted = site.plan.professions(lang);
        let professions = sorted.into_iter().filter_map(|id| Some((id, site.handbook.entry(id).profession()?)));
        Exports { site, lang, professions: professions.collect() }
    }

    /// Every profession with all that its record says, as a JSON document.
    ///
    /// It is written piece by piece: the whole tree of a large encyclopedia would take ten times the document's size.
    pub fn json(&self) -> Vec<u8> {
        let config = &self.site.handbook.config;
        let mut json = Vec::new();
        piece(&mut json, "{\n\"title\":", &config.title.get(self.lang));
        piece(&mut json, ",\n\"language\":", &config.languages.code(self.lang));
        piece(&mut json, ",\n\"license\":", &config.license.as_ref().map(|license| license.get(self.lang)));
        piece(&mut json, ",\n\"keys\":", &self.keys());
        piece(&mut json, ",\n\"choices\":", &self.choices());
        json.extend_from_slice(b",\n\"professions\":[");
        for (at, (id, profession)) in self.professions.iter().enumerate() {
            piece(&mut json, if at == 0 { "\n" } else { ",\n" }, &self.record(*id, profession));
        }
        json.extend_from_slice(b"\n],\n\"sources\":[");
        for (at, source) in self.site.handbook.lists.sources.items.iter().enumerate() {
            let source = json!({
                "id": source.id,
                "title": source.title.get(self.lang),
                "url": source.url,
                "checked_on": source.checked.to_string(),
            });
            piece(&mut json, if at == 0 { "\n" } else { ",\n" }, &source);
        }
        json.extend_from_slice(b"\n]\n}\n");
        json
    }

    /// What each key is called.
    fn keys(&self) -> Map<String, Value> {
        let code = self.site.handbook.config.languages.code(self.lang);
        let columns = columns(exported()).into_iter();
        columns.map(|column| (column.name(), json!(in_language(&column.field.label, code)))).collect()
    }

    /// The words of every choice, by the path of its key.
    fn choices(&self) -> Map<String, Value> {
        let mut all = Map::new();
        let columns = columns(exported());
        for column in columns.iter().flat_map(|column| std::iter::once(column).chain(&column.rows)) {
            let words =
                column.field.choices.iter().filter_map(|choice| Some((choice, self.word(column.field, choice)?)));
            let words: Map<String, Value> = words.map(|(choice, word)| (choice.to_string(), json!(word))).collect();
            if !words.is_empty() {
                all.insert(column.name(), Value::Object(words));
            }
        }
        all
    }

    /// The word of the interface for a choice.
    fn word(&self, field: &Field, choice: &str) -> Option<&'s str> {
        field.word(choice).map(|key| self.site.strings(self.lang).text(&key)).filter(|word| !word.is_empty())
    }

    fn record(&self, id: EntryId, profession: &Profession) -> Value {
        let handbook = self.site.handbook;
        let name = |id: &EntryId| handbook.entry(*id).name();
        let mut record = Map::new();
        let mut add = |key: &str, value: Value| record.insert(key.to_string(), value);
        add("id", json!(name(&id)));
        for (field, value) in profession.values().iter().filter(|(field, _)| field.export) {
            add(field.key, self.value(field, value));
        }
        add("interest_code", json!(profession.interests.map(|interests| interests.written())));
        // What a page shows is more than what the record names.
        let near = alternatives(handbook, handbook.entry(id));
        add("near_alternatives", near.iter().map(name).collect());
        add("related", handbook.related[id.0 as usize].iter().map(name).collect());
        let shown = near.iter().chain(&handbook.related[id.0 as usize]);
        add("near", shown.filter_map(|other| self.near(profession, *other)).collect());
        add("sources", json!(profession.source_ids()));
        add("borrowed", json!(self.borrowed(profession).into_iter().collect::<BTreeMap<_, _>>()));
        add("page", json!(self.page(id)));
        Value::Object(record)
    }

    /// The texts of a record that are shown in another language, for want of a translation: the way of keys to each, items of
    /// lists by their numbers from 0, and the code of its language.
    fn borrowed(&self, profession: &Profession) -> Vec<(String, &'static str)> {
        let mut found = Vec::new();
        for (field, value) in profession.values().iter().filter(|(field, _)| field.export) {
            self.add_borrowed(field, value, field.key, &mut found);
        }
        found
    }

    fn add_borrowed(&self, field: &Field, value: &Seen, path: &str, found: &mut Vec<(String, &'static str)>) {
        let mut add = |path: String, shown: Lang| {
            if shown != self.lang {
                found.push((path, self.site.handbook.config.languages.code(shown)));
            }
        };
        match value {
            Seen::Text(text) => add(path.to_string(), text.shown(self.lang).1),
            Seen::Rich(text) => add(path.to_string(), text.shown(self.lang).1),
            Seen::Reference((_, id)) => {
                if let Some(Some((_, shown))) = field.refers.and_then(|to| self.named(to, id)) {
                    add(format!("{path}.title"), shown);
                }
            }
            Seen::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.add_borrowed(field, item, &format!("{path}.{at}"), found);
                }
            }
            Seen::Group(values) => {
                for (inner, value) in values {
                    // What is known of a thing of a list stands beside the other keys of the map that names it.
                    let is_listed = matches!(value, Seen::Reference((_, id)) if self.listed(inner, id).is_some());
                    let path = if is_listed { path.to_string() } else { format!("{path}.{}", inner.key) };
                    self.add_borrowed(inner, value, &path, found);
                }
            }
            Seen::Nothing
            | Seen::Plain(_)
            | Seen::Written(_)
            | Seen::Number(_)
            | Seen::Date(_)
            | Seen::Flag(_)
            | Seen::Choice(_)
            | Seen::Some(_)
            | Seen::Words(_)
            | Seen::Review(..) => {}
        }
    }

    /// How near another profession is, and what one has to learn for it.
    fn near(&self, profession: &Profession, other: EntryId) -> Option<Value> {
        let entry = self.site.handbook.entry(other);
        let near = nearness(profession, entry.profession()?);
        let change = profession.changes.iter().find(|change| change.to.1 == entry.name());
        Some(json!({
            "id": entry.name(),
            "common": near.common,
            "of": near.of,
            "learn": near.learn,
            "deepen": near.deepen,
            "subjects": near.subjects,
            "text": change.map(|change| self.text(&change.text)),
        }))
    }

    /// A value as JSON: choices by their words in records, things of lists with their id and title.
    fn value(&self, field: &Field, value: &Seen) -> Value {
        let lang = self.lang;
        match value {
            Seen::Nothing => Value::Null,
            Seen::Plain(text) => json!(text),
            Seen::Written(text) => json!(text),
            Seen::Text(texts) => json!(texts.get(lang)),
            Seen::Rich(texts) => json!(self.text(texts)),
            Seen::Number(number) => json!(number),
            Seen::Date(date) => json!(date.to_string()),
            Seen::Flag(flag) => json!(flag),
            Seen::Choice(choice) => json!(choice),
            Seen::Some(texts) => json!(texts[lang.index()]),
            Seen::Words(lists) => json!(lists[lang.index()]),
            Seen::Review(texts, facts) => json!({
                "text": texts[lang.index()].map(|date| date.to_string()),
                "facts": facts.map(|date| date.to_string()),
            }),
            Seen::Reference((_, id)) => match self.listed(field, id) {
                Some(listed) => Value::Object(listed),
                None => json!(id),
            },
            Seen::List(items) => items.iter().map(|item| self.value(field, item)).collect(),
            Seen::Group(values) => Value::Object(self.group(values)),
        }
    }

    /// A map as JSON. If it says something about a thing of a list, it is that thing.
    fn group(&self, values: &[(&'static Field, Seen)]) -> Map<String, Value> {
        let mut all = Map::new();
        for (field, value) in values {
            let listed = if let Seen::Reference((_, id)) = value { self.listed(field, id) } else { None };
            match listed {
                Some(listed) => all.extend(listed),
                None => all.extend([(field.key.to_string(), self.value(field, value))]),
            }
            if !field.unit.is_empty() {
                all.insert("unit".into(), json!(field.unit));
            }
        }
        all
    }

    /// What is known of a thing of a list; `None` if the key names no such thing.
    fn listed(&self, field: &Field, id: &str) -> Option<Map<String, Value>> {
        let mut listed = Map::new();
        listed.insert("id".into(), json!(id));
        listed.insert("title".into(), json!(self.title(field.refers?, id)?));
        if field.refers == Some(To::Institutions) {
            let institution = self.site.handbook.lists.institutions.find(id);
            listed.insert("region".into(), json!(institution.map(|institution| &institution.region.1)));
        }
        Some(listed)
    }

    /// The title of a thing of a list: within, `None` for one that is not there.
    fn title(&self, to: To, id: &str) -> Option<Option<&'s str>> {
        self.named(to, id).map(|found| found.map(|(title, _)| title))
    }

    /// The same with the language that it is in.
    fn named(&self, to: To, id: &str) -> Option<Option<(&'s str, Lang)>> {
        fn shown(title: &Localised, lang: Lang) -> (&str, Lang) {
            let (title, shown) = title.shown(lang);
            (title, shown)
        }
        let lists = &self.site.handbook.lists;
        let lang = self.lang;
        let term = |list: &'s List<crate::parse::Term>| Some(list.find(id).map(|term| shown(&term.title, lang)));
        match to {
            To::Fields => term(&lists.fields),
            To::Subjects => term(&lists.subjects),
            To::Competencies => term(&lists.competencies),
            To::Regions => term(&lists.regions),
            To::Institutions => Some(lists.institutions.find(id).map(|found| shown(&found.title, lang))),
            To::Sources | To::Professions | To::Terms | To::Steps | To::Own => None,
        }
    }

    fn text(&self, text: &Rich) -> String {
        plain_line(text.get(self.lang))
    }

    /// The whole address if the site's is known, else the one from the root of the site.
    fn page(&self, id: EntryId) -> String {
        let path = self.site.plan.page(id, self.lang);
        self.site.plan.base_url.as_ref().map_or_else(|| path.to_string(), |base| format!("{base}/{path}"))
    }

    /// One line a profession, with all that its record says in words of the language; lists joined with ` | `; with the mark by
    /// which spreadsheets know UTF-8, and nothing that they would compute.
    pub fn csv(&self) -> Vec<u8> {
        // The columns of what is computed stand at the end.
        let columns: Vec<Column> =
            columns(exported()).into_iter().filter(|column| !matches!(column.field.shape, Shape::Review)).collect();
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        let mut writer = csv::Writer::from_writer(&mut bytes);
        let names = columns.iter().map(Column::name);
        // Writing into memory fails only if a row has another length than the first.
        let _ = writer.write_record(
            ["id".to_string()].into_iter().chain(names).chain(COMPUTED.map(str::to_string)).collect::<Vec<_>>(),
        );
        for (id, profession) in &self.professions {
            let row = self.row(&columns, *id, profession);
            let _ = writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()));
        }
        drop(writer);
        bytes
    }

    fn row(&self, columns: &[Column], id: EntryId, profession: &Profession) -> Vec<String> {
        let handbook = self.site.handbook;
        let values = profession.values();
        let names =
            |ids: &[EntryId]| joined(ids.iter().map(|id| handbook.entry(*id).title(self.lang, &handbook.config).0));
        let cell = |column: &Column| match column.path.as_slice() {
            ["near_alternatives"] => names(&alternatives(handbook, handbook.entry(id))),
            ["related"] => names(&handbook.related[id.0 as usize]),
            ["sources"] => joined(profession.source_ids().into_iter().map(str::to_string)),
            path => at(&values, path).map_or_else(String::new, |value| self.cell(column.field, value)),
        };
        let routes = |grade: i64| {
            let routes = profession.routes.iter().filter(|route| route.after_grade == grade);
            joined(routes.map(|route| self.site.strings(self.lang).text(&format!("route.{}", route.kind)).to_string()))
        };
        let confirmed = |date: Option<jiff::civil::Date>| date.map_or_else(|| "draft".into(), |date| date.to_string());
        let computed: [String; COMPUTED.len()] = [
            profession.interests.map_or_else(String::new, |interests| interests.written()),
            routes(9),
            routes(11),
            confirmed(profession.review.text(self.lang)),
            confirmed(profession.review.facts),
            joined(self.borrowed(profession).into_iter().map(|(path, code)| format!("{path}: {code}"))),
            self.page(id),
        ];
        [handbook.entry(id).name().to_string()].into_iter().chain(columns.iter().map(cell)).chain(computed).collect()
    }

    /// A value as the text of a cell.
    fn cell(&self, field: &Field, value: &Seen) -> String {
        let word = |choice: &str| self.word(field, choice).unwrap_or(choice).to_string();
        match value {
            Seen::Nothing => String::new(),
            Seen::Plain(text) => text.to_string(),
            Seen::Written(text) => text.clone(),
            Seen::Text(texts) => texts.get(self.lang).to_string(),
            Seen::Rich(texts) => self.text(texts),
            Seen::Number(number) => word(&number.to_string()),
            Seen::Date(date) => date.to_string(),
            Seen::Flag(flag) => flag.to_string(),
            Seen::Choice(choice) => word(choice),
            Seen::Some(texts) => texts[self.lang.index()].clone().unwrap_or_default(),
            Seen::Words(lists) => joined(lists[self.lang.index()].iter().cloned()),
            Seen::Review(texts, _) => texts[self.lang.index()].map_or_else(String::new, |date| date.to_string()),
            Seen::Reference((_, id)) => {
                let title = field.refers.and_then(|to| self.title(to, id)).flatten();
                title.unwrap_or(id).to_string()
            }
            Seen::List(items) if matches!(field.shape, Shape::Months) => {
                items.iter().map(|item| self.cell(field, item)).collect::<Vec<_>>().join("–")
            }
            Seen::List(items) => joined(items.iter().map(|item| self.cell(field, item))),
            Seen::Group(values) => {
                let parts = values.iter().map(|(field, value)| self.cell(field, value));
                parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
            }
        }
    }
}

/// The value at the end of a way of keys.
fn at<'v, 'a>(values: &'v [(&'static Field, Seen<'a>)], path: &[&str]) -> Option<&'v Seen<'a>> {
    let (first, rest) = path.split_first()?;
    let (_, value) = values.iter().find(|(field, _)| field.key == *first)?;
    match value {
        Seen::Group(inner) if !rest.is_empty() => at(inner, rest),
        value => rest.is_empty().then_some(value),
    }
}

/// Adds a value to a document, after what parts it from the one before.
fn piece(json: &mut Vec<u8>, before: &str, value: &impl Serialize) {
    json.extend_from_slice(before.as_bytes());
    // Writing plain values into memory cannot fail.
    let _ = serde_json::to_writer(json, value);
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" | ")
}
