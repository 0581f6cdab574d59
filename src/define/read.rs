//! Reading a map by the table of its keys, with a message for everything that is not as the table says.

use jiff::civil::Date;

use super::{ByLanguage, Definition, Field, Listed, Need, Reference, Shape, Shaped, To};
use crate::diag::{Code, Fix};
use crate::lang::{Lang, Languages, Localised};
use crate::messages::{Message, say};
use crate::yaml::{Fields, Node, Origin};

/// What reading values needs to know.
pub trait Reads {
    /// The languages of the site.
    fn languages(&self) -> &Languages;
    /// The document that is read.
    fn origin(&self) -> &Origin;
    /// A plain text with the quotation marks and dashes of print.
    fn typeset(&self, _: Lang, text: &str) -> String {
        text.to_string()
    }
}

/// A type that is read from under a key by a reader.
pub trait Read<R: Reads>: Shaped + Sized {
    /// What stands under the key; `None` if there is nothing, or if it is at fault.
    fn find(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Self>;

    /// The value, which must be there.
    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Self> {
        if fields.get(field.key).is_none() {
            fields.missing(field.key, cure(field, reader.languages()));
        }
        Self::find(field, reader, fields)
    }
}

/// A type that the items of a list are read as.
pub trait Item<R: Reads>: Listed + Sized {
    /// The items under a key that are not at fault.
    fn list(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Vec<Self>;
}

/// A type that is read from a map of its own keys.
pub trait Map<R: Reads>: Listed + Sized {
    /// Reads the keys of a map, all of them, whatever is wrong.
    fn map(reader: &mut R, fields: &mut Fields) -> Option<Self>;
}

/// What to do about a required key that is missing.
pub fn cure(field: &Field, languages: &Languages) -> Message {
    let key = field.key;
    if let Some(cure) = field.cure {
        return cure();
    }
    match field.shape {
        Shape::Text | Shape::Rich | Shape::Blocks => say::add_key_as_here(key, languages.example()),
        Shape::Choice => say::add_choice_one_of(key, field.choices.join("`, `")),
        Shape::Number => match field.range {
            Some((least, most)) => say::add_number_in_range(key, least.to_string(), most.to_string()),
            None => say::add_line_with_right_number(key, 1_i64),
        },
        Shape::Date => say::add_key_as_here(key, "2026-11-21"),
        Shape::List(_) | Shape::Rows => say::add_items_on_lines_below(key),
        Shape::Plain
        | Shape::Address
        | Shape::Moment
        | Shape::Flag
        | Shape::Link
        | Shape::Reference
        | Shape::Some
        | Shape::Words
        | Shape::Months
        | Shape::Review
        | Shape::Group(_) => say::add_a_line_with_key(key),
    }
}

/// Warns of a text that is longer than its place.
pub fn check_length(field: &Field, fields: &mut Fields, origin: &Origin) {
    let (Some(most), Some((path, node))) = (field.length, fields.get(field.key)) else { return };
    let mut check = |text: &str, path: &crate::diag::Path, is_summary: bool| {
        let length = text.trim().chars().count();
        if length > most {
            let message = match is_summary {
                true => say::summary_has_characters(length),
                false => say::text_has_characters(length),
            };
            fields.out().add(Code::TextTooLong, origin.place(path), message, say::shorten_it_to_at_most(most));
        }
    };
    match node {
        Node::Map(texts) => {
            for (code, node) in texts {
                if let Node::Text(text) = node {
                    check(text, &path.key(code), false);
                }
            }
        }
        Node::Text(text) => check(text, &path, field.key == "summary"),
        Node::Null | Node::Bool(_) | Node::Integer(_) | Node::Float(..) | Node::List(_) => {}
    }
}

/// Warns of a list that has fewer or more items than are good.
fn check_count(field: &Field, fields: &mut Fields, origin: &Origin, count: usize) {
    let Some((least, most)) = field.count else { return };
    if count == 0 || (least..=most).contains(&count) {
        return;
    }
    let help = if least == most { say::write_plainly(least) } else { say::write_to(least, most) };
    let key = field.key;
    let message = match count {
        1 => say::has_item(key, count),
        count => say::has_items(key, count),
    };
    let place = origin.place(&fields.path().key(field.key));
    fields.out().add(Code::RecordWrongNumber, place, message, help);
}

/// Warns of all that a whole record has and this one lacks. It can be published without, while somebody is still writing it.
pub fn incomplete(definition: &Definition, fields: &mut Fields, origin: &Origin) {
    let Some(code) = definition.incomplete else { return };
    let wanted = definition.fields().filter(|field| field.need == Need::Wanted);
    let missing: Vec<&str> = wanted.map(|field| field.key).filter(|key| fields.is_empty(key)).collect();
    if missing.is_empty() {
        return;
    }
    let name = definition.name;
    let place = origin.place(&fields.path().key("type"));
    let keys = missing.join("`, `");
    let message = match code {
        Code::LessonIncomplete => say::lesson_lacks(keys),
        Code::TaskIncomplete => say::task_lacks(keys),
        _ => say::profession_lacks(keys),
    };
    let help = say::add_them_new_explains_each(name);
    fields.out().add(code, place, message, help);
}

fn typeset<R: Reads>(reader: &R, texts: &Localised) -> Localised {
    texts.map(|lang, text| reader.typeset(lang, text))
}

impl<R: Reads> Read<R> for Localised {
    fn find(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Localised> {
        check_length(field, fields, reader.origin());
        let (_, texts) = fields.localised(field.key, reader.languages())?;
        Some(typeset(reader, &texts))
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Localised> {
        check_length(field, fields, reader.origin());
        let (_, texts) = fields.required_localised(field.key, reader.languages())?;
        Some(typeset(reader, &texts))
    }
}

impl<R: Reads> Read<R> for String {
    fn find(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<String> {
        if matches!(field.shape, Shape::Address) {
            return web_address(fields, field.key, reader.origin());
        }
        check_length(field, fields, reader.origin());
        let text = fields.text(field.key)?;
        match field.form {
            Some(_) if text.is_empty() => None,
            Some(form) if !(form.holds)(&text) => {
                fields.bad_value(field.key, say::is_not(&text, (form.what)()), (form.help)());
                None
            }
            _ => Some(text),
        }
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<String> {
        if field.need != Need::Required {
            return Some(Self::find(field, reader, fields).unwrap_or_else(|| field.default.to_string()));
        }
        check_length(field, fields, reader.origin());
        let text = fields.required_text(field.key).or_else(|| {
            // A draft without one is shown by the name of its file.
            (field.main && fields.out().is_of_draft()).then(|| reader.origin().name().to_string())
        })?;
        Some(text)
    }
}

/// An optional `http` or `https` address.
pub fn web_address(fields: &mut Fields, key: &'static str, origin: &Origin) -> Option<String> {
    let url = fields.text(key)?;
    if url.starts_with("https://") || url.starts_with("http://") {
        return Some(url);
    }
    let place = origin.place(&fields.path().key(key));
    let message = say::is_not_address_of_web_page(&url);
    let whole = crate::web_address::whole(&url).filter(|whole| whole.starts_with("http"));
    let help = match &whole {
        Some(whole) => say::write_whole_address(whole),
        None => say::write_whole_address_https_or_remove_line(),
    };
    fields.out().add_fix(Code::YamlBadValue, place, message, help, Fix::nearest(&url, whole.as_deref()));
    None
}

/// A whole number in the range of its key.
fn number(field: &'static Field, fields: &mut Fields) -> Option<i64> {
    let value = fields.integer(field.key)?;
    let (message, help) = match field.range {
        _ if field.among.contains(&value) => return Some(value),
        _ if !field.among.is_empty() => {
            let known = field.among.iter().map(i64::to_string).collect::<Vec<_>>().join(" / ");
            (say::is_none_of(value, &known), say::write_plainly(known))
        }
        None if value >= 1 => return Some(value),
        None => (say::is_not_number_above_zero(value), say::write_or_more()),
        Some((least, most)) if (least..=most).contains(&value) => return Some(value),
        Some((least, most)) => (say::is_not_number(value, least, most), say::write_number_from(least, most)),
    };
    fields.bad_value(field.key, message, help);
    None
}

impl<R: Reads> Read<R> for i64 {
    fn find(field: &'static Field, _: &mut R, fields: &mut Fields) -> Option<i64> {
        number(field, fields)
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<i64> {
        if fields.get(field.key).is_none() {
            fields.missing(field.key, cure(field, reader.languages()));
        }
        // Nothing is no number.
        number(field, fields).or_else(|| (field.main && fields.out().is_of_draft()).then_some(0))
    }
}

macro_rules! numbers {
    ($($type:ty)*) => { $(
        impl<R: Reads> Read<R> for $type {
            fn find(field: &'static Field, _: &mut R, fields: &mut Fields) -> Option<$type> {
                number(field, fields).and_then(|number| <$type>::try_from(number).ok())
            }
        }
    )* };
}
numbers! { u8 u32 usize }

impl<R: Reads> Read<R> for Date {
    fn find(field: &'static Field, _: &mut R, fields: &mut Fields) -> Option<Date> {
        fields.date(field.key)
    }
}

impl<R: Reads> Read<R> for bool {
    fn find(field: &'static Field, _: &mut R, fields: &mut Fields) -> Option<bool> {
        fields.flag(field.key)
    }

    fn take(field: &'static Field, _: &mut R, fields: &mut Fields) -> Option<bool> {
        Some(fields.flag(field.key).unwrap_or(field.default == "true"))
    }
}

impl<R: Reads> Read<R> for &'static str {
    fn find(field: &'static Field, _: &mut R, fields: &mut Fields) -> Option<&'static str> {
        fields.choice(field.key, field.choices)
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<&'static str> {
        if field.need == Need::Required && fields.get(field.key).is_none() {
            fields.missing(field.key, cure(field, reader.languages()));
        }
        let found = fields.choice(field.key, field.choices);
        let first = || field.choices.first().copied();
        match found {
            Some(found) => Some(found),
            None if !field.default.is_empty() => Some(field.default),
            None if field.main && fields.out().is_of_draft() => first(),
            None => None,
        }
    }
}

impl<R: Reads> Read<R> for Reference {
    fn find(field: &'static Field, _: &mut R, fields: &mut Fields) -> Option<Reference> {
        let id = fields.text(field.key)?;
        Some((fields.path().key(field.key), id))
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Reference> {
        if field.refers == Some(To::Sources) {
            return claim_source(field, reader, fields);
        }
        let found = fields.required_text(field.key).map(|id| (fields.path().key(field.key), id));
        // A draft that does not name it yet refers to nothing.
        let nothing = (fields.path().key(field.key), String::new());
        found.or_else(|| (field.main && fields.out().is_of_draft()).then_some(nothing))
    }
}

/// The source of a claim; a claim without one is an error of its own.
fn claim_source<R: Reads>(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Reference> {
    let source = Reference::find(field, reader, fields).filter(|(_, id)| !id.is_empty());
    if source.is_none() {
        no_source(fields, reader.origin());
    }
    source
}

/// Tells of a claim that names no source.
pub fn no_source(fields: &mut Fields, origin: &Origin) {
    let place = origin.place(fields.path());
    fields.out().add_missing(Code::ClaimNoSource, place, say::claim_has_no_source(), say::add_source_or_remove_claim());
}

impl<R: Reads> Read<R> for ByLanguage {
    fn find(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<ByLanguage> {
        Some(fields.lists_by_language(field.key, reader.languages()))
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<ByLanguage> {
        Self::find(field, reader, fields)
    }
}

/// A language may have none: «ЖОО» has no Russian twin.
impl<R: Reads> Read<R> for Vec<Option<String>> {
    fn find(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Vec<Option<String>>> {
        let languages = reader.languages();
        if languages.only().is_some() {
            return Some(vec![fields.text(field.key)]);
        }
        let Some(mut inner) = fields.map(field.key) else { return Some(vec![None; languages.len()]) };
        let found = languages.codes().map(|(_, code)| inner.text(code)).collect();
        inner.finish();
        Some(found)
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Vec<Option<String>>> {
        Self::find(field, reader, fields)
    }
}

impl<R: Reads, T: Read<R>> Read<R> for Option<T> {
    fn find(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Option<T>> {
        Some(T::find(field, reader, fields))
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Option<T>> {
        Self::find(field, reader, fields)
    }
}

impl<R: Reads, T: Item<R>> Read<R> for Vec<T> {
    fn find(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Vec<T>> {
        let items = T::list(field, reader, fields);
        check_count(field, fields, reader.origin(), items.len());
        Some(items)
    }

    fn take(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Option<Vec<T>> {
        let items = Self::find(field, reader, fields)?;
        if field.need != Need::Required {
            return Some(items);
        }
        if fields.is_empty(field.key) {
            fields.missing(field.key, cure(field, reader.languages()));
        }
        (!items.is_empty()).then_some(items)
    }
}

impl<R: Reads> Item<R> for Localised {
    fn list(field: &'static Field, reader: &mut R, fields: &mut Fields) -> Vec<Localised> {
        let found = fields.localised_list(field.key, reader.languages());
        found.into_iter().map(|(_, texts)| typeset(reader, &texts)).collect()
    }
}

impl<R: Reads> Item<R> for Reference {
    fn list(field: &'static Field, _: &mut R, fields: &mut Fields) -> Vec<Reference> {
        fields.text_list(field.key)
    }
}

impl<R: Reads> Item<R> for String {
    fn list(field: &'static Field, _: &mut R, fields: &mut Fields) -> Vec<String> {
        fields.text_list(field.key).into_iter().map(|(_, text)| text).collect()
    }
}

impl<R: Reads> Item<R> for &'static str {
    fn list(field: &'static Field, _: &mut R, fields: &mut Fields) -> Vec<&'static str> {
        fields.choices(field.key, field.choices)
    }
}
