//! Whether the versions of a page in two languages are built alike.

use super::Entry;
use crate::diag::{Code, Diagnostics, Place};
use crate::messages::{Message, say};
use crate::parse::{Page, Parsed, Part, PartKind};

/// Reports pages whose versions have other headings, tables or pictures, or have them in another order.
pub fn check(entries: &[Entry], out: &mut Diagnostics) {
    for entry in entries {
        let mut versions = entry.versions.iter().flatten().map(|version| &*version.parsed);
        let Some(first) = versions.next() else { continue };
        versions.for_each(|other| compare(first, other, out));
    }
}

fn compare(first: &Parsed<Page>, other: &Parsed<Page>, out: &mut Diagnostics) {
    let (there, here) = (&first.content.body.outline, &other.content.body.outline);
    let Some((at, message)) = difference(there, here, &first.file) else { return };
    let place = match here.get(at).or(here.last()) {
        Some(part) => Place::offset(&other.file, part.offset as usize, part.length as usize),
        None => Place::file(&other.file),
    };
    let help = say::give_this_page_and_same_headings_tables(&first.file);
    out.add(Code::PageNotAlike, place, message, help);
}

/// The number of the first part that differs, and what differs.
fn difference(there: &[Part], here: &[Part], file: &str) -> Option<(usize, Message)> {
    if let Some(at) = there.iter().zip(here).position(|(there, here)| !alike(there, here)) {
        let message = say::page_is_not_built_like_stands_here(file, described(here, at), described(there, at));
        return Some((at, message));
    }
    let at = there.len().min(here.len());
    if there.len() > at {
        return Some((at, say::page_is_not_built_like_stands_there(file, described(there, at))));
    }
    (here.len() > at).then(|| (at, say::page_is_not_built_like_does(file, described(here, at))))
}

fn alike(there: &Part, here: &Part) -> bool {
    there.kind == here.kind && (there.id.is_none() || here.id.is_none() || there.id == here.id)
}

/// «the 2nd heading (##) `goal`», counted among those of its kind.
fn described(parts: &[Part], at: usize) -> Message {
    let part = &parts[at];
    let (name, same): (Message, fn(PartKind) -> bool) = match part.kind {
        PartKind::Heading(level) => {
            let marks = "#".repeat(usize::from(level));
            (say::heading_of_level(marks), |kind| matches!(kind, PartKind::Heading(_)))
        }
        PartKind::Table => (say::table(), |kind| kind == PartKind::Table),
        PartKind::Picture => (say::picture(), |kind| kind == PartKind::Picture),
        PartKind::Data => (say::figure_made_of_record(), |kind| kind == PartKind::Data),
    };
    let number = parts[..=at].iter().filter(|part| same(part.kind)).count();
    match &part.id {
        Some(id) => say::part_with_id(name, number, id),
        None => say::part(name, number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: PartKind, id: Option<&str>) -> Part {
        Part { kind, id: id.map(str::to_string), offset: 0, length: 0 }
    }

    #[test]
    fn the_first_difference_is_told() {
        let (two, three) = (PartKind::Heading(2), PartKind::Heading(3));
        let page = [part(two, Some("a")), part(PartKind::Table, None), part(three, None)];
        let told = |here: &[Part]| difference(&page, here, "a.ky.md");
        assert_eq!(told(&page), None);
        assert_eq!(told(&[part(two, None), part(PartKind::Table, None), part(three, Some("b"))]), None);
        let shorter = told(&page[..2]).expect("it differs");
        assert!(shorter.0 == 2 && shorter.1.english().contains("heading (###) 2 stands there"), "{shorter:?}");
        let other = told(&[part(two, Some("b"))]).expect("it differs");
        assert!(other.0 == 0 && other.1.english().contains("`b` stands here, heading (##) 1 `a` there"), "{other:?}");
        let moved = told(&[page[0].clone(), page[2].clone(), page[1].clone()]).expect("it differs");
        assert!(moved.1.english().contains("heading (###) 2 stands here, table 1 there"), "{moved:?}");
    }
}
