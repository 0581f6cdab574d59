//! What is filled in, on paper: a worksheet of a lesson or a page of a diary as a text.

use std::fmt::Write;

use super::sheet::{Sheet, cell, written};
use crate::lang::{Lang, Localised};
use crate::parse::{Prompt, Text};
use crate::plan::Inputs;
use crate::yaml::Origin;

/// A line to write on, which reaches to the end where it is the last of a paragraph.
const LINE: &str = "________________";
/// Room in a cell.
const ROOM: &str = "________";
/// From so many items on, a rating with short answers stands in two columns.
const LONG: usize = 12;
/// Letters of a short answer.
const SHORT: usize = 3;

/// Prompts as a text.
pub fn paper(site: &Inputs, origin: &Origin, prompts: &[Prompt], lang: Lang) -> Text {
    let mut sheet = Sheet::default();
    add(site, prompts, lang, &mut sheet);
    written(site, origin, lang, &sheet.0)
}

/// Adds prompts to a sheet.
pub fn add(site: &Inputs, prompts: &[Prompt], lang: Lang, sheet: &mut Sheet) {
    let strings = site.strings(lang);
    for prompt in prompts {
        let ask = said(&prompt.ask, lang);
        let help = said(&prompt.help, lang);
        match prompt.kind {
            "note" if help.is_empty() => sheet.part(&ask),
            "note" => sheet.part(&format!("**{ask}** {help}")),
            "line" | "date" => sheet.part(&format!("{} {LINE}", label(&ask, &help))),
            "text" => {
                sheet.part(&format!("{} {LINE}", label(&ask, &help)));
                (1..prompt.lines()).for_each(|_| sheet.part(LINE));
            }
            "choice" => sheet.part(&format!("{} {}", label(&ask, &help), boxes(&prompt.options, lang))),
            "several" => {
                sheet.part(&label(&ask, &help));
                for option in &prompt.options {
                    let _ = writeln!(sheet.0, "- [ ] {}", cell(option.get(lang)));
                }
                sheet.end();
            }
            "rating" => rating(prompt, &ask, &help, lang, sheet),
            "table" => table(prompt, &ask, &help, lang, sheet),
            "decision" => {
                let options = boxes(&prompt.options, lang);
                let room = if options.is_empty() { LINE.to_string() } else { options };
                sheet.part(&format!("{} {room}", label(&ask, &help)));
                sheet.part(&format!("{} {LINE}", label(strings.text("diary.why"), "")));
                sheet.part(LINE);
                sheet.part(&format!("{} {LINE}", label(strings.text("diary.day"), "")));
            }
            // The result of a test.
            _ => {
                let test = prompt.test.and_then(|kind| site.handbook.self_test(kind)).map(|id| site.handbook.entry(id));
                let title = test.map_or_else(String::new, |test| cell(&test.title(lang, &site.handbook.config).0));
                let title = format!("{}: {title}", strings.text("diary.result"));
                sheet.part(&label(if ask.is_empty() { &title } else { &ask }, &help));
                (0..prompt.lines()).for_each(|_| sheet.part(LINE));
            }
        }
    }
}

fn said(text: &Option<Localised>, lang: Lang) -> String {
    text.as_ref().map_or_else(String::new, |text| cell(text.get(lang)))
}

/// A question before the room for its answer.
fn label(ask: &str, help: &str) -> String {
    let end = if ask.ends_with([':', '?', '!', '…', '.']) { "" } else { ":" };
    let ask = format!("**{ask}{end}**");
    if help.is_empty() { ask } else { format!("{ask} {help}") }
}

fn boxes(options: &[Localised], lang: Lang) -> String {
    options.iter().map(|option| format!("☐ {}", cell(option.get(lang)))).collect::<Vec<_>>().join("  ")
}

/// What stands over a table.
fn caption(ask: &str, help: &str, sheet: &mut Sheet) {
    match (ask.is_empty(), help.is_empty()) {
        (true, true) => {}
        (true, false) => sheet.part(help),
        (false, true) => sheet.part(&format!("**{ask}**")),
        (false, false) => sheet.part(&format!("**{ask}** {help}")),
    }
}

fn rating(prompt: &Prompt, ask: &str, help: &str, lang: Lang, sheet: &mut Sheet) {
    caption(ask, help, sheet);
    let options: Vec<String> = prompt.options.iter().map(|option| cell(option.get(lang))).collect();
    let short = options.iter().all(|option| option.chars().count() <= SHORT);
    let side_by_side = if short && prompt.items.len() >= LONG { 2 } else { 1 };
    let head = said(&prompt.head, lang);
    let heads: Vec<&str> = std::iter::once(head.as_str()).chain(options.iter().map(String::as_str)).collect();
    sheet.table(&heads.repeat(side_by_side));
    let rows = prompt.items.len().div_ceil(side_by_side);
    for row in 0..rows {
        let mut cells: Vec<String> = Vec::new();
        for at in (row..prompt.items.len()).step_by(rows) {
            cells.push(format!("{}. {}", at + 1, cell(prompt.items[at].get(lang))));
            cells.extend(options.iter().map(|_| "☐".to_string()));
        }
        cells.resize(heads.len() * side_by_side, String::new());
        sheet.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    }
    sheet.end();
}

fn table(prompt: &Prompt, ask: &str, help: &str, lang: Lang, sheet: &mut Sheet) {
    caption(ask, help, sheet);
    let head = said(&prompt.head, lang);
    let columns: Vec<String> = prompt.columns.iter().map(|column| cell(column.get(lang))).collect();
    let room = if prompt.ticks { "☐" } else { ROOM };
    let rooms = vec![room; columns.len()];
    if prompt.items.is_empty() {
        sheet.table(&columns.iter().map(String::as_str).collect::<Vec<_>>());
        (0..prompt.lines()).for_each(|_| sheet.row(&rooms));
    } else {
        sheet.table(&std::iter::once(head.as_str()).chain(columns.iter().map(String::as_str)).collect::<Vec<_>>());
        for item in &prompt.items {
            let item = cell(item.get(lang));
            sheet.row(&std::iter::once(item.as_str()).chain(rooms.iter().copied()).collect::<Vec<_>>());
        }
    }
    sheet.end();
}
