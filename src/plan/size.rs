//! How many elements an entry takes on a page, before there is a page.

use crate::define::Seen;
use crate::lang::Lang;
use crate::parse::{Data, NetworkItem, NumberedKind, Shape};
use crate::resolve::{EntryId, Handbook, Target};
use crate::text::{Event, Text};

/// A section with its heading, its terms and its sources.
const SECTION: usize = 24;
/// A value of a record, which is shown with a title.
const VALUE: usize = 2;

/// About how many elements an entry takes on a page of many, rather more than less. What marking terms adds is not known.
pub fn of(handbook: &Handbook, id: EntryId, lang: Lang) -> usize {
    let entry = handbook.entry(id);
    let mut size = SECTION;
    if let Some((page, _)) = entry.version(lang) {
        let content = &page.parsed.content;
        size += text(&content.body.text) + 4 * content.front.sources.len();
        for numbered in &content.body.numbered {
            let NumberedKind::Data(link) = numbered.kind else { continue };
            if let Some(Target::Data(shown)) = page.targets.get(link as usize) {
                size += handbook.entry(*shown).data().map_or(0, |shown| data(shown, lang));
            }
        }
    }
    size += entry.data().map_or(0, |own| data(own, lang));
    let values = [
        entry.lesson().map(|lesson| lesson.values()),
        entry.term().map(|term| term.values()),
        entry.self_test().map(|test| test.values()),
    ];
    size + values.into_iter().flatten().flatten().map(|(_, value)| seen(&value, lang)).sum::<usize>()
}

fn text(text: &Text) -> usize {
    text.events().iter().filter(|event| matches!(event, Event::Open(_) | Event::Label(_) | Event::Note { .. })).count()
}

fn seen(value: &Seen, lang: Lang) -> usize {
    match value {
        Seen::Rich(rich) => VALUE + text(rich.get(lang)),
        Seen::List(values) => values.iter().map(|value| seen(value, lang)).sum::<usize>() + VALUE,
        Seen::Group(values) => values.iter().map(|(_, value)| seen(value, lang)).sum::<usize>() + VALUE,
        _ => VALUE,
    }
}

/// A figure, which is drawn twice, with the table behind it.
fn data(data: &Data, lang: Lang) -> usize {
    let inside = match &data.shape {
        Shape::Steps(steps) => 32 * steps.len(),
        Shape::Network(network) => {
            let of_item = |item: &NetworkItem| {
                let role = item.role.as_ref().map_or(0, |role| text(role.get(lang)));
                24 + 12 * item.links.len() + role
            };
            network.items.iter().map(of_item).sum()
        }
        Shape::Events(events) => 12 * events.len(),
        Shape::Roadmap(tasks) => 12 * tasks.len(),
        Shape::Table(table) => table.rows.len() * (2 + 2 * table.columns.len()),
    };
    SECTION + inside
}
