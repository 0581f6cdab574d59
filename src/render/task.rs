//! The page of a task.

use serde::Serialize;

use super::glossary::Marker;
use super::text::Reader;
use super::{LinkView, borrowed, urls};
use crate::parse::Rich;
use crate::plan::has_archive;
use crate::resolve::{EntryId, Taken, Target};
use crate::text::Placing;

/// A task, as its template gets it; texts are HTML.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TaskView {
    pub time: String,
    pub needs: Vec<String>,
    pub steps: Vec<StepView>,
    pub documents: Vec<DocumentView>,
    /// All documents in one file, if there are several.
    pub archive: Option<String>,
    pub see: Vec<LinkView>,
    pub next: Option<NextView>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StepView {
    pub title: String,
    pub time: String,
    pub text: String,
}

/// What is taken away.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DocumentView {
    pub title: String,
    pub note: String,
    /// Its page, if it has one.
    pub page: Option<String>,
    pub file: String,
    /// What the file is: `Word`, `PDF`.
    pub format: String,
}

/// The task that follows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NextView {
    pub title: String,
    pub summary: String,
    pub url: String,
}

/// The view of a task; `None` if the entry is none. `marker` marks the terms of its steps.
pub fn view(reader: Reader, id: EntryId, marker: &mut Marker) -> Option<TaskView> {
    let (site, lang) = (reader.site, reader.lang);
    let entry = site.handbook.entry(id);
    let task = entry.task()?;
    let targets = entry.record.as_ref().map_or(&[][..], |record| &record.targets);
    // On a page of many, ids stay apart and headings are lower.
    let prefix = reader.whole.and_then(|whole| whole.prefix(id));
    let placing = || prefix.as_deref().map_or_else(Placing::default, |prefix| Placing { prefix, lower: 1 });
    let mut marked = |rich: &Rich| reader.rich_at(rich, targets, placing(), Some(&mut *marker));
    let mut steps = Vec::new();
    for step in &task.steps {
        steps.push(StepView {
            title: borrowed::words(site, &step.title, lang),
            time: step.time.as_ref().map_or_else(String::new, |time| borrowed::words(site, time, lang)),
            text: marked(&step.text),
        });
    }
    let see = task.see.iter().filter_map(|link| {
        let url = reader.url(targets.get(link.to.0 as usize)?)?;
        Some(LinkView { title: borrowed::words(site, &link.text, lang), url })
    });
    let next = task.next.and_then(|next| match targets.get(next.0 as usize)? {
        Target::Entry(id, anchor) => Some(NextView {
            title: borrowed::title(site, *id, lang),
            summary: borrowed::summary(site, *id, lang),
            url: reader.entry_url(*id, anchor.as_deref()),
        }),
        _ => None,
    });
    Some(TaskView {
        time: task.time.as_ref().map_or_else(String::new, |time| borrowed::words(site, time, lang)),
        needs: task.needs.iter().map(|text| reader.rich_at(text, targets, placing(), None)).collect(),
        steps,
        documents: documents(reader, id),
        archive: has_archive(site.handbook, id, lang).then(|| reader.from.link_to(&urls::archive(site, id, lang))),
        see: see.collect(),
        next,
    })
}

fn documents(reader: Reader, id: EntryId) -> Vec<DocumentView> {
    let (site, lang) = (reader.site, reader.lang);
    let Some(task) = site.handbook.entry(id).task() else { return Vec::new() };
    let document = |(at, taken): (usize, Taken)| {
        let note = task.documents[at].note.as_ref();
        let note = note.map_or_else(String::new, |note| borrowed::words(site, note, lang));
        match taken {
            Taken::Document(id) => DocumentView {
                title: borrowed::title(site, id, lang),
                note,
                page: Some(reader.entry_url(id, None)),
                file: reader.from.link_to(&urls::document(site, id, lang)),
                format: "Word".into(),
            },
            Taken::File(id) => {
                let address = &site.handbook.asset(id).address;
                let name = address.rsplit('/').next().unwrap_or(address);
                let (stem, format) = name.rsplit_once('.').unwrap_or((name, ""));
                DocumentView {
                    title: stem.to_string(),
                    note,
                    page: None,
                    file: reader.from.link_to(address),
                    format: format.to_uppercase(),
                }
            }
        }
    };
    site.handbook.taken(id, lang).into_iter().map(document).collect()
}
