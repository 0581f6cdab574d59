//! The parts of a document: what the library that writes the format has no words for, and the archive of them all.
//!
//! The library (docx-rs) knows no languages, titles, repeated heads of tables, alternative texts, and no links or marks in
//! footnotes. It gives the XML of each part, in which these are added.

use std::io::{Cursor, Write};

use docx_rs::XMLDocx;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Before the language of a run, in the name of the style that stands for it until [`finish`].
pub const LANGUAGE: &str = "language-";
/// Before the number of a link, in the id of its relation.
pub const LINK: &str = "rIdLink";

/// What is added to a document.
#[derive(Default)]
pub struct Additions {
    pub title: String,
    pub author: String,
    /// Language of its text, `ru-RU`.
    pub locale: &'static str,
    /// Whether each row of a table is a head, in the order in which rows begin.
    pub heads: Vec<bool>,
    /// The alternative text of each picture, in their order.
    pub pictures: Vec<String>,
    /// Where links lead, by their number.
    pub links: Vec<String>,
}

/// Adds to the parts of a document, and packs them.
///
/// # Errors
/// What reading the library's own XML or packing says.
pub fn finish(mut parts: XMLDocx, additions: &Additions) -> Result<Vec<u8>, String> {
    parts.document = text(&parts.document, additions)?;
    for footer in &mut parts.footers {
        *footer = text(footer, additions)?;
    }
    let empty = !parts.footnotes.windows(2).any(|pair| pair == b"</");
    parts.footnotes = footnotes(&text(&parts.footnotes, additions)?)?;
    parts.styles = styles(&parts.styles, additions.locale)?;
    parts.doc_props.core = properties(&parts.doc_props.core, additions)?;
    let media: Vec<(String, Vec<u8>)> = std::mem::take(&mut parts.media);
    let names: Vec<(String, String)> = media.iter().map(|(id, bytes)| (id.clone(), media_name(id, bytes))).collect();
    parts.document_rels = relations(&parts.document_rels, &names, &additions.links)?;
    let media = media.into_iter().zip(names).map(|((_, bytes), (_, name))| (format!("word/{name}"), bytes));
    let notes = (!empty && !additions.links.is_empty()).then(|| relations(NO_RELATIONS, &[], &additions.links));
    pack(parts, media.collect(), notes.transpose()?)
}

const NO_RELATIONS: &[u8] = b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships \
    xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

/// Reads a part and writes what `change` makes of its events.
fn edit<'p>(part: &'p [u8], mut change: impl FnMut(Event<'p>, &mut Vec<Event<'p>>)) -> Result<Vec<u8>, String> {
    let text = std::str::from_utf8(part).map_err(|error| error.to_string())?;
    let mut reader = Reader::from_str(text);
    let mut writer = Writer::new(Vec::with_capacity(part.len()));
    let mut events = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof => return Ok(writer.into_inner()),
            event => change(event, &mut events),
        }
        for event in events.drain(..) {
            writer.write_event(event).map_err(|error| error.to_string())?;
        }
    }
}

/// An attribute of a tag of the library's, which has nothing in it to unescape.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name.as_bytes())?;
    String::from_utf8(found.value.into_owned()).ok()
}

fn empty(name: &'static str, attributes: &[(&str, &str)]) -> Event<'static> {
    Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied()))
}

fn element(name: &'static str, text: &str, events: &mut Vec<Event<'_>>) {
    events.push(Event::Start(BytesStart::new(name)));
    events.push(Event::Text(BytesText::new(text).into_owned()));
    events.push(Event::End(BytesEnd::new(name)));
}

/// Languages of runs, heads of tables and alternative texts.
fn text(part: &[u8], additions: &Additions) -> Result<Vec<u8>, String> {
    let (mut rows, mut pictures) = (additions.heads.iter(), additions.pictures.iter().enumerate());
    let (mut language, mut head) = (None, false);
    edit(part, |event, events| match &event {
        Event::Empty(tag) if tag.name().as_ref() == b"w:rStyle" => {
            let style = attribute(tag, "w:val").unwrap_or_default();
            match style.strip_prefix(LANGUAGE) {
                Some(locale) => language = Some(locale.to_string()),
                None => events.push(event),
            }
        }
        Event::End(tag) if tag.name().as_ref() == b"w:rPr" => {
            if let Some(locale) = language.take() {
                events.push(empty("w:lang", &[("w:val", &locale)]));
            }
            events.push(event);
        }
        Event::Start(tag) if tag.name().as_ref() == b"w:trPr" => {
            head = rows.next().copied().unwrap_or(false);
            events.push(event);
        }
        Event::End(tag) if tag.name().as_ref() == b"w:trPr" => {
            if head {
                events.push(empty("w:tblHeader", &[]));
            }
            events.push(event);
        }
        Event::Empty(tag) if tag.name().as_ref() == b"wp:docPr" => {
            let (at, alternative) = pictures.next().map_or((0, ""), |(at, text)| (at, text.as_str()));
            let (id, name) = ((at + 1).to_string(), format!("Picture {}", at + 1));
            events.push(empty("wp:docPr", &[("id", &id), ("name", &name), ("descr", alternative)]));
        }
        _ => events.push(event),
    })
}

/// The number before each footnote, and the two lines that part footnotes from the text.
fn footnotes(part: &[u8]) -> Result<Vec<u8>, String> {
    const SEPARATORS: [(&str, &str, &str); 2] =
        [("separator", "0", "w:separator"), ("continuationSeparator", "1", "w:continuationSeparator")];
    let mut first = false;
    edit(part, |event, events| match &event {
        Event::Start(tag) if tag.name().as_ref() == b"w:footnotes" => {
            events.push(event);
            for (kind, id, line) in SEPARATORS {
                let note = BytesStart::new("w:footnote").with_attributes([("w:type", kind), ("w:id", id)]);
                events.extend([Event::Start(note), Event::Start(BytesStart::new("w:p"))]);
                events.extend([Event::Start(BytesStart::new("w:r")), Event::Empty(BytesStart::new(line))]);
                events.extend(["w:r", "w:p", "w:footnote"].map(|name| Event::End(BytesEnd::new(name))));
            }
        }
        Event::Start(tag) if tag.name().as_ref() == b"w:footnote" => {
            first = true;
            events.push(event);
        }
        Event::End(tag) if tag.name().as_ref() == b"w:pPr" && first => {
            first = false;
            events.push(event);
            events.extend(["w:r", "w:rPr"].map(|name| Event::Start(BytesStart::new(name))));
            events.push(empty("w:vertAlign", &[("w:val", "superscript")]));
            events.push(Event::End(BytesEnd::new("w:rPr")));
            events.push(empty("w:footnoteRef", &[]));
            let space = BytesStart::new("w:t").with_attributes([("xml:space", "preserve")]);
            events.extend([Event::Start(space), Event::Text(BytesText::new(" ")), Event::End(BytesEnd::new("w:t"))]);
            events.push(Event::End(BytesEnd::new("w:r")));
        }
        _ => events.push(event),
    })
}

/// The language of all text that has no other.
fn styles(part: &[u8], locale: &str) -> Result<Vec<u8>, String> {
    let mut defaults = false;
    edit(part, |event, events| {
        match &event {
            Event::Start(tag) if tag.name().as_ref() == b"w:rPrDefault" => defaults = true,
            Event::End(tag) if tag.name().as_ref() == b"w:rPrDefault" => defaults = false,
            Event::End(tag) if tag.name().as_ref() == b"w:rPr" && defaults => {
                events.push(empty("w:lang", &[("w:val", locale), ("w:eastAsia", locale), ("w:bidi", locale)]));
            }
            _ => {}
        }
        events.push(event);
    })
}

/// Title, author and language in the properties of the document.
fn properties(part: &[u8], additions: &Additions) -> Result<Vec<u8>, String> {
    let mut author = false;
    edit(part, |event, events| {
        match &event {
            Event::Start(tag) => {
                author = matches!(tag.name().as_ref(), b"dc:creator" | b"cp:lastModifiedBy");
            }
            Event::Text(_) if author => {
                events.push(Event::Text(BytesText::new(&additions.author).into_owned()));
                return;
            }
            Event::End(tag) if tag.name().as_ref() == b"cp:coreProperties" => {
                element("dc:title", &additions.title, events);
                element("dc:language", additions.locale, events);
            }
            _ => author = false,
        }
        events.push(event);
    })
}

/// The relations of a part, sorted, with pictures and links as they really are.
fn relations(part: &[u8], media: &[(String, String)], links: &[String]) -> Result<Vec<u8>, String> {
    const HYPERLINK: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
    let mut found: Vec<(String, String, String)> = Vec::new();
    let part = edit(part, |event, events| match &event {
        Event::Empty(tag) if tag.name().as_ref() == b"Relationship" => {
            let [id, kind, target] = ["Id", "Type", "Target"].map(|name| attribute(tag, name).unwrap_or_default());
            let picture = media.iter().find(|(id, _)| target == format!("media/{id}.png"));
            if kind != HYPERLINK {
                found.push((id, kind, picture.map_or(target, |(_, name)| name.clone())));
            }
        }
        _ => events.push(event),
    })?;
    found.sort();
    edit(&part, |event, events| {
        if matches!(&event, Event::End(tag) if tag.name().as_ref() == b"Relationships") {
            for (id, kind, target) in &found {
                events.push(empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]));
            }
            for (number, url) in links.iter().enumerate() {
                let id = format!("{LINK}{number}");
                let link = [("Id", id.as_str()), ("Type", HYPERLINK), ("Target", url), ("TargetMode", "External")];
                events.push(empty("Relationship", &link));
            }
        }
        events.push(event);
    })
}

/// The name of a picture in the archive, with the ending that says what it is.
fn media_name(id: &str, bytes: &[u8]) -> String {
    let jpeg = bytes.starts_with(&[0xFF, 0xD8]);
    format!("media/{id}.{}", if jpeg { "jpeg" } else { "png" })
}

fn pack(parts: XMLDocx, media: Vec<(String, Vec<u8>)>, note_relations: Option<Vec<u8>>) -> Result<Vec<u8>, String> {
    let mut files: Vec<(String, Vec<u8>)> = vec![
        // By their first file programs know what archives are.
        ("[Content_Types].xml".into(), parts.content_type),
        ("_rels/.rels".into(), parts.rels),
        ("docProps/app.xml".into(), parts.doc_props.app),
        ("docProps/core.xml".into(), parts.doc_props.core),
        ("docProps/custom.xml".into(), parts.doc_props.custom),
        ("word/_rels/document.xml.rels".into(), parts.document_rels),
        ("word/document.xml".into(), parts.document),
        ("word/styles.xml".into(), parts.styles),
        ("word/settings.xml".into(), parts.settings),
        ("word/fontTable.xml".into(), parts.font_table),
        ("word/comments.xml".into(), parts.comments),
        ("word/numbering.xml".into(), parts.numberings),
        ("word/commentsExtended.xml".into(), parts.comments_extended),
        ("word/footnotes.xml".into(), parts.footnotes),
    ];
    files.extend(note_relations.map(|relations| ("word/_rels/footnotes.xml.rels".into(), relations)));
    for (at, footer) in parts.footers.into_iter().enumerate() {
        files.push((format!("word/footer{}.xml", at + 1), footer));
    }
    files.extend(media);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed day, so that the bytes are the same each time.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        archive.start_file(name, options).map_err(|error| error.to_string())?;
        archive.write_all(&bytes).map_err(|error| error.to_string())?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}
