//! Days and sources as pages show them.

use jiff::civil::Date;
use serde::Serialize;

use super::borrowed;
use crate::i18n::Strings;
use crate::lang::Lang;
use crate::parse::Source;
use crate::plan::Inputs;

/// A day, for programs and for readers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DateView {
    pub iso: String,
    pub text: String,
}

impl DateView {
    /// A date as the words of a language write it.
    pub(super) fn new(strings: &Strings, date: Date) -> DateView {
        DateView { iso: date.to_string(), text: strings.date(date) }
    }
}

/// A source, with the day on which it was checked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SourceView {
    pub(super) title: String,
    pub(super) url: Option<String>,
    pub(super) checked: Option<DateView>,
}

impl SourceView {
    /// A source of the site's list.
    pub(super) fn of(source: &Source, site: &Inputs, lang: Lang) -> SourceView {
        SourceView {
            title: borrowed::listed(site, &source.title, lang),
            url: source.url.clone(),
            checked: Some(DateView::new(site.strings(lang), source.checked)),
        }
    }
}
