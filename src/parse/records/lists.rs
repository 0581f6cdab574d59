//! Lists that records refer to by id: fields of work, subjects, competencies, regions, sources, institutions.

use jiff::civil::Date;

use super::{Reader, Reference};
use crate::diag::Code;
use crate::lang::Localised;
use crate::parse::front;
use crate::yaml::{Fields, Origin, Path};

/// A list of things that records refer to by id.
#[derive(Debug, Clone, Hash)]
pub struct List<T> {
    pub items: Vec<T>,
    /// Ids of items that are there but at fault: references to them are not called unknown.
    pub faulty: Vec<String>,
    pub origin: Origin,
}

/// A list of terms.
pub type Vocabulary = List<Term>;

/// One thing of a [`List`].
pub trait Item {
    /// What records call it.
    fn id(&self) -> &str;
    /// Where it stands in its file.
    fn path(&self) -> &Path;
}

macro_rules! item {
    ($($name:ident)*) => { $(impl Item for $name {
        fn id(&self) -> &str { &self.id }
        fn path(&self) -> &Path { &self.path }
    })* };
}
item! { Term Source Institution Named }

impl<T: Item> List<T> {
    /// A list that no file gives.
    pub fn none() -> List<T> {
        List { items: Vec::new(), faulty: Vec::new(), origin: Origin { file: "".into(), first_line: 0 } }
    }

    /// The item of an id.
    pub fn find(&self, id: &str) -> Option<&T> {
        self.items.iter().find(|item| item.id() == id)
    }

    /// The number of an id's item in the list.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id() == id)
    }
}

/// A field of work, a school subject, a competency or a region.
#[derive(Debug, Clone, Hash)]
pub struct Term {
    pub id: String,
    pub title: Localised,
    pub summary: Option<Localised>,
    pub path: Path,
}

/// Something of a record that other parts of it refer to.
#[derive(Debug, Clone, Hash)]
pub struct Named {
    pub id: String,
    pub title: Localised,
    pub path: Path,
}

/// Which list of terms a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Terms {
    /// Fields of work.
    Fields,
    /// School subjects.
    Subjects,
    /// What one must be good at.
    Competencies,
    /// Parts of the country.
    Regions,
}

/// Where facts come from.
#[derive(Debug, Clone, Hash)]
pub struct Source {
    pub id: String,
    pub title: Localised,
    pub url: Option<String>,
    /// When somebody last saw that it says so.
    pub checked: Date,
    pub path: Path,
}

/// A place of study.
#[derive(Debug, Clone, Hash)]
pub struct Institution {
    pub id: String,
    pub title: Localised,
    /// One of [`INSTITUTION_KINDS`].
    pub kind: &'static str,
    /// Id of a region.
    pub region: Reference,
    /// One of [`STATUSES`].
    pub status: &'static str,
    /// The institution that took over.
    pub successor: Option<Reference>,
    pub url: Option<String>,
    pub note: Option<Localised>,
    /// Id of the source that says that it exists.
    pub source: Reference,
    pub path: Path,
}

/// The kinds of [`Institution`].
pub const INSTITUTION_KINDS: &[&str] = &["lyceum", "college", "university", "centre"];
/// What has become of an [`Institution`]; `unclear` where the sources do not say.
pub const STATUSES: &[&str] = &["open", "unclear", "merged", "closed"];

impl Reader<'_> {
    pub(super) fn terms(&mut self, fields: &mut Fields) -> List<Term> {
        self.list(fields, |reader, f, path, id| {
            let title = reader.plain(f, "title");
            let summary = f.localised("summary", reader.settings.languages).map(|(_, texts)| texts);
            Some(Term { id, title: title?, summary, path })
        })
    }

    pub(super) fn sources(&mut self, fields: &mut Fields) -> List<Source> {
        self.list(fields, |reader, f, path, id| {
            let title = reader.plain(f, "title");
            let url = front::web_address(f, "url", reader.origin);
            if f.get("checked_on").is_none() {
                f.missing("checked_on", "Add `checked_on: 2026-11-21`, the day on which you saw that it says so.");
            }
            let checked = f.date("checked_on");
            Some(Source { id, title: title?, url, checked: checked?, path })
        })
    }

    pub(super) fn institutions(&mut self, fields: &mut Fields) -> List<Institution> {
        self.list(fields, |reader, f, path, id| {
            let title = reader.plain(f, "title");
            let kind = required_choice(f, "kind", INSTITUTION_KINDS);
            let status = required_choice(f, "status", STATUSES);
            let region = required_reference(f, "region");
            let source = required_reference(f, "source");
            let successor = reference(f, "successor");
            let url = front::web_address(f, "url", reader.origin);
            let note = f.localised("note", reader.settings.languages).map(|(_, texts)| texts);
            Some(Institution {
                id,
                title: title?,
                kind: kind?,
                region: region?,
                status: status?,
                successor,
                url,
                note,
                source: source?,
                path,
            })
        })
    }

    /// The items of a file's list, each id once.
    pub(super) fn list<T: Item>(
        &mut self,
        fields: &mut Fields,
        read: impl FnMut(&mut Self, &mut Fields, Path, String) -> Option<T>,
    ) -> List<T> {
        self.list_of(fields, "items", read)
    }

    /// The items of a list under a key, each id once.
    pub(super) fn list_of<T: Item>(
        &mut self,
        fields: &mut Fields,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &mut Fields, Path, String) -> Option<T>,
    ) -> List<T> {
        let mut faulty = Vec::new();
        let items = fields.maps(key, |f| {
            let path = f.path().clone();
            let id = f.required_text("id")?;
            let item = read(self, f, path, id.clone());
            if item.is_none() {
                faulty.push(id);
            }
            item
        });
        let mut kept: Vec<T> = Vec::new();
        for item in items {
            let place = self.origin.place(&item.path().key("id"));
            if kept.iter().any(|other| other.id() == item.id()) {
                let message = format!("the id `{}` is given twice", item.id());
                fields.out().add(Code::RecordDuplicateId, place, message, "Give each item its own id.");
            } else if let Err(problem) = crate::address::check_name(item.id()) {
                fields.out().add(problem.code, place, problem.message, problem.help);
            } else {
                kept.push(item);
            }
        }
        List { items: kept, faulty, origin: self.origin.clone() }
    }
}

/// A choice that must be there.
pub(super) fn required_choice(
    fields: &mut Fields,
    key: &'static str,
    allowed: &[&'static str],
) -> Option<&'static str> {
    if fields.get(key).is_none() {
        fields.missing(key, format!("Add `{key}: …`, one of `{}`.", allowed.join("`, `")));
    }
    fields.choice(key, allowed)
}

/// An id of something else.
pub(super) fn reference(fields: &mut Fields, key: &'static str) -> Option<Reference> {
    let id = fields.text(key)?;
    Some((fields.path().key(key), id))
}

/// An id of something else that must be there.
pub(super) fn required_reference(fields: &mut Fields, key: &'static str) -> Option<Reference> {
    let id = fields.required_text(key)?;
    Some((fields.path().key(key), id))
}

/// The same, for what the whole record hangs on: a draft that does not name it yet refers to nothing.
pub(super) fn main_reference(fields: &mut Fields, key: &'static str) -> Option<Reference> {
    let found = required_reference(fields, key);
    let nothing = (fields.path().key(key), String::new());
    found.or_else(|| fields.out().is_of_draft().then_some(nothing))
}
