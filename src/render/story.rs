//! A story that somebody tells of their work, as the text of its page.

use super::text::Reader;
use super::{borrowed, urls};
use crate::markup::escaped;
use crate::resolve::{EntryId, Target};

/// The HTML of a story; `None` if the entry is none.
pub fn body(reader: Reader, id: EntryId) -> Option<String> {
    let (site, lang) = (reader.site, reader.lang);
    let entry = site.handbook.entry(id);
    let story = entry.story()?;
    let targets: &[Target] = entry.record.as_ref().map_or(&[], |record| &record.targets);
    let strings = site.strings(lang);
    let name = escaped(&borrowed::words(site, &story.name, lang));
    let who = match site.handbook.professions.get(&story.profession.1) {
        Some(profession) => {
            let url = urls::link(site, reader.from, *profession, lang);
            let title = escaped(&borrowed::title(site, *profession, lang));
            format!("{name} — <a href=\"{}\">{title}</a>", escaped(&url))
        }
        None => name,
    };
    let told = strings.text("story.told").replace("{date}", &strings.date(story.told_on));
    let consent = strings.text(&format!("consent.{}", story.consent.how));
    let by = strings.text(&format!("consent.by.{}", story.consent.by));
    let consent = consent.replace("{date}", &strings.date(story.consent.given_on));
    let (photo, text) = (reader.rich(&story.photo, targets), reader.rich(&story.text, targets));
    Some(format!(
        "<p class=\"hint\">{who}</p>\n{photo}\n{text}\n<p class=\"hint\">{}. {}: {}.</p>",
        escaped(&told),
        escaped(&consent),
        escaped(by)
    ))
}
