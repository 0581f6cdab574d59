//! Drawings: their size, and the drawing alone.
//!
//! What drawing programs write around it (names of files and people, dates, their own data) is left out; so is whatever could
//! run or ask another host, which is told. The drawing is written anew from its tree, so what is published is well-formed and
//! has no entities.

use std::borrow::Cow;
use std::collections::BTreeSet;

use roxmltree::{Attribute, Document, Node, NodeType, ParsingOptions};

use super::Problem;
use super::css;
use super::embedded::embedded;
use super::size::MAX_PIXELS;
use crate::messages::{Message, say};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Most elements and texts of a drawing.
pub const MAX_NODES: u32 = 1_000_000;
/// Most groups within one another.
const DEEPEST: usize = 256;
/// Most bytes that entities may become.
const MAX_EXPANDED: usize = 32 << 20;

/// A drawing that has been cleaned.
pub struct Drawing {
    /// Size in CSS pixels.
    pub width: u32,
    pub height: u32,
    pub text: String,
    /// What was taken out that a reader may miss, in words.
    pub removed: BTreeSet<Message>,
}

/// Reads a drawing.
///
/// # Errors
/// Why it cannot be shown.
pub fn read(bytes: &[u8]) -> Result<Drawing, Problem> {
    let text = text(bytes)?;
    let text = text.trim_start();
    check_entities(text)?;
    check_attributes(text)?;
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MAX_NODES, entity_resolver: None };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Problem::from(say::it_has_more_than_million_parts()),
        // Of an entity the place is within its own text.
        error => {
            let at = error.pos();
            let at = Some((at.row as usize, at.col as usize));
            Problem { at, ..Problem::from(say::its_xml_is_at_fault_here()) }
        }
    })?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || !is_drawn(&root) {
        return Err(say::it_is_not_svg().into());
    }
    let (width, height) = size(&root)?;
    let mut writer = Writer { to: String::with_capacity(text.len()), removed: BTreeSet::new() };
    for other in document.root().children().filter_map(|node| node.pi()) {
        if other.target == "xml-stylesheet" {
            writer.removed.insert(say::style_sheet_in_another_file());
        }
    }
    writer.element(root, Some((width, height)), 0)?;
    let size = |length: f64| length.round().max(1.0) as u32;
    Ok(Drawing { width: size(width), height: size(height), text: writer.to, removed: writer.removed })
}

fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    let wide = |of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map(Cow::Owned).map_err(|_| Problem::from(say::it_is_in_utf_and_damaged()))
    };
    match bytes {
        [] => Err(Problem::empty()),
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        [0x1F, 0x8B, ..] => Err(Problem { help: Some(COMPRESSED), ..Problem::from(say::it_is_compressed_svg()) }),
        _ => {
            let text = std::str::from_utf8(bytes);
            let text = text.map_err(|_| Problem { help: Some(NOT_UTF8), ..Problem::from(say::it_is_not_in_utf()) })?;
            Ok(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)))
        }
    }
}

const COMPRESSED: Message = say::save_it_as_plain_svg();
const NOT_UTF8: Message = say::open_it_in_program_that_made_it_and_save();
const NO_SIZE: Message = say::give_drawing_size_in_program_that_made();

/// Most bytes of an entity's name, with what says where it is defined.
const LONGEST_NAME: usize = 1_000;

/// Entities that stand in one another, or a long one used often, could fill any memory.
fn check_entities(text: &str) -> Result<(), Problem> {
    let mut longest = 0;
    for (at, name) in text.match_indices("<!ENTITY") {
        let near = text.as_bytes()[at + name.len()..].iter().take(LONGEST_NAME);
        let Some(open) = near.clone().position(|byte| b"\"'".contains(byte)) else {
            return Err(say::it_declares_entity_without_value().into());
        };
        let open = at + name.len() + open;
        let value = &text[open + 1..];
        let value = value.split(char::from(text.as_bytes()[open])).next().unwrap_or(value);
        if value.match_indices('&').any(|(at, _)| !value[at + 1..].starts_with('#')) {
            return Err(say::its_entities_stand_in_one_another().into());
        }
        longest = longest.max(value.len());
    }
    let uses = if longest == 0 { 0 } else { text.matches('&').count() };
    if uses.saturating_mul(longest) > MAX_EXPANDED { Err(say::its_entities_become_too_long().into()) } else { Ok(()) }
}

/// Most attributes of one element, and most declarations of namespaces: the library compares each attribute with all before
/// it, and copies what is declared into what stands inside.
const MAX_ATTRIBUTES: usize = 1_000;
const MAX_NAMESPACES: usize = 5_000;

/// Whether there are more attributes than any drawing program writes. A value holds no `<`, so what stands before the next one
/// is one tag at most.
fn check_attributes(text: &str) -> Result<(), Problem> {
    let mut count = 0;
    for at in memchr::memchr2_iter(b'<', b'=', text.as_bytes()) {
        count = if text.as_bytes()[at] == b'<' { 0 } else { count + 1 };
        if count > MAX_ATTRIBUTES {
            return Err(say::one_of_its_elements_has_more().into());
        }
    }
    let namespaces = memchr::memmem::find_iter(text.as_bytes(), "xmlns").count();
    if namespaces > MAX_NAMESPACES { Err(say::it_declares_thousands_of_namespaces().into()) } else { Ok(()) }
}

/// Whether an element belongs to the drawing. A drawing that does not say what it is, is taken for one.
fn is_drawn(node: &Node) -> bool {
    node.tag_name().namespace().is_none_or(|namespace| namespace == SVG)
}

/// Width and height in CSS pixels, of the drawing's own attributes or its `viewBox`.
fn size(root: &Node) -> Result<(f64, f64), Problem> {
    let own = |name: &str| root.attribute(name).and_then(length).filter(|length| *length > 0.0);
    let of_box = view_box(root).filter(|[_, _, width, height]| *width > 0.0 && *height > 0.0);
    let size = match (own("width"), own("height"), of_box) {
        (Some(width), Some(height), _) => Some((width, height)),
        (Some(width), None, Some([_, _, w, h])) => Some((width, width * h / w)),
        (None, Some(height), Some([_, _, w, h])) => Some((height * w / h, height)),
        (None, None, Some([_, _, w, h])) => Some((w, h)),
        _ => None,
    };
    match size {
        Some((width, height)) if width < 100_000.0 && height < 100_000.0 && width * height <= MAX_PIXELS as f64 => {
            Ok((width, height))
        }
        Some(_) => Err(Problem { help: Some(NO_SIZE), ..Problem::from(say::it_is_larger_than_any_screen()) }),
        None => {
            let message = say::it_has_neither_viewbox_nor_width();
            Err(Problem { help: Some(NO_SIZE), ..Problem::from(message) })
        }
    }
}

fn view_box(root: &Node) -> Option<[f64; 4]> {
    let numbers = root.attribute("viewBox")?.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
    <[f64; 4]>::try_from(numbers).ok().filter(|numbers| numbers.iter().all(|number| number.is_finite()))
}

/// A length of CSS in its pixels. `None` for a part of what is around, which a file of its own does not have.
fn length(value: &str) -> Option<f64> {
    let value = value.trim();
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || ".+-".contains(c));
    let (number, unit) = match unit.to_ascii_lowercase().as_str() {
        // `1em` has the letter of `1e3`.
        unit if unit.starts_with('e') && !["em", "ex"].contains(&unit) => {
            let end = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
            (end, value[end.len()..].to_ascii_lowercase())
        }
        other => (&value[..value.len() - unit.len()], other.to_string()),
    };
    let pixels = match unit.as_str() {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "q" => 96.0 / 101.6,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "em" | "rem" => 16.0,
        "ex" => 8.0,
        _ => return None,
    };
    number.parse::<f64>().ok().map(|number| number * pixels).filter(|length| length.is_finite())
}

/// Elements that run, or show a document of another kind.
const ACTIVE: [&str; 10] =
    ["script", "handler", "listener", "iframe", "embed", "object", "audio", "video", "canvas", "foreignobject"];

struct Writer {
    to: String,
    removed: BTreeSet<Message>,
}

impl Writer {
    /// Writes an element with what is in it; `size` is of the drawing itself.
    fn element(&mut self, node: Node, size: Option<(f64, f64)>, depth: usize) -> Result<(), Problem> {
        if depth > DEEPEST {
            return Err(say::its_groups_stand_in_one_another_too().into());
        }
        let name = node.tag_name().name();
        self.to.push('<');
        self.to.push_str(name);
        if let Some(size) = size {
            self.root(&node, size);
        }
        for attribute in node.attributes() {
            // draw.io writes the whole of its file here, with the names of its maker's machine.
            if size.is_none() || attribute.name() != "content" {
                self.attribute(&attribute);
            }
        }
        self.to.push('>');
        if name == "style" {
            let sheet: String = node.children().filter_map(|child| child.text()).collect();
            let sheet = self.css(&sheet);
            self.text(&sheet);
        } else {
            for child in node.children() {
                match child.node_type() {
                    NodeType::Element if self.is_kept(&child) => self.element(child, None, depth + 1)?,
                    NodeType::Text => self.text(child.text().unwrap_or("")),
                    _ => {}
                }
            }
        }
        self.to.push_str("</");
        self.to.push_str(name);
        self.to.push('>');
        Ok(())
    }

    fn root(&mut self, root: &Node, (width, height): (f64, f64)) {
        self.pair("xmlns", SVG);
        if root.document().input_text().contains(XLINK) {
            self.pair("xmlns:xlink", XLINK);
        }
        // Without it the drawing is cut off where it is shown smaller.
        if view_box(root).is_none() {
            self.pair("viewBox", &format!("0 0 {width} {height}"));
        }
    }

    /// Whether an element is part of the drawing; tells what is lost.
    fn is_kept(&mut self, node: &Node) -> bool {
        if !is_drawn(node) {
            return false;
        }
        let name = node.tag_name().name().to_ascii_lowercase();
        if ACTIVE.contains(&name.as_str()) {
            // What a program keeps there for itself is lost to nobody.
            if node.attribute("requiredExtensions").is_none_or(|needed| !needed.contains("ns.adobe.com")) {
                self.removed.insert(match name.as_str() {
                    "foreignobject" => say::text_in_html_foreignobject(),
                    _ => say::element_named(name),
                });
            }
            return false;
        }
        // An animation could set what is removed below.
        let target = node.attribute("attributeName").unwrap_or("").trim().to_ascii_lowercase();
        if target.ends_with("href") || target.starts_with("on") {
            self.removed.insert(say::animation_of(target));
            return false;
        }
        name != "metadata"
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let (name, value) = (attribute.name(), attribute.value());
        match attribute.namespace() {
            None if name.to_ascii_lowercase().starts_with("on") => {
                self.removed.insert(say::handler_named(name));
            }
            None if name == "viewBox" && value.is_empty() => {}
            None if name == "href" => self.href("href", value),
            Some(XLINK) if name == "href" => self.href("xlink:href", value),
            // Such a value may name a file or an address.
            None if name == "style" || value.contains('\\') || contains_url(value) => {
                let value = self.css(value).into_owned();
                self.pair(name, &value);
            }
            None => self.pair(name, value),
            Some(XLINK) if name == "title" => self.pair("xlink:title", value),
            Some(XML) if name == "lang" || name == "space" => self.pair(&format!("xml:{name}"), value),
            Some(_) => {}
        }
    }

    /// Writes where an element refers to, unless that is outside the drawing.
    fn href(&mut self, name: &str, value: &str) {
        let value = value.trim();
        if value.starts_with('#') || value.is_empty() {
            return self.pair(name, value);
        }
        match embedded(value) {
            Some(value) => self.pair(name, &value),
            None => {
                self.removed.insert(say::reference_to(css::shortened(value)));
            }
        }
    }

    fn css<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let cleaned = css::clean(text);
        self.removed.extend(cleaned.removed);
        cleaned.text
    }

    fn pair(&mut self, name: &str, value: &str) {
        self.to.push(' ');
        self.to.push_str(name);
        self.to.push_str("=\"");
        for c in value.chars() {
            match c {
                '"' => self.to.push_str("&quot;"),
                // A reader of XML would make a space of it.
                '\n' | '\t' | '\r' => self.to.push_str(&format!("&#{};", u32::from(c))),
                other => self.letter(other),
            }
        }
        self.to.push('"');
    }

    fn text(&mut self, text: &str) {
        text.chars().for_each(|c| self.letter(c));
    }

    fn letter(&mut self, c: char) {
        match c {
            '&' => self.to.push_str("&amp;"),
            '<' => self.to.push_str("&lt;"),
            '>' => self.to.push_str("&gt;"),
            other => self.to.push(other),
        }
    }
}

fn contains_url(value: &str) -> bool {
    value.as_bytes().windows(3).any(|letters| letters.eq_ignore_ascii_case(b"url"))
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD as BASE64;

    use super::super::samples;
    use super::super::strip::format;
    use super::*;

    fn drawing(attributes: &str, inside: &str) -> Drawing {
        read(format!("<svg xmlns='{SVG}' xmlns:xlink='{XLINK}' {attributes}>{inside}</svg>").as_bytes()).unwrap()
    }

    fn sized(attributes: &str) -> Option<(u32, u32)> {
        read(format!("<svg xmlns='{SVG}' {attributes}/>").as_bytes())
            .ok()
            .map(|drawing| (drawing.width, drawing.height))
    }

    #[test]
    fn it_is_measured_by_its_attributes_or_its_box() {
        for (attributes, size) in [
            ("width='30' height='20px'", (30, 20)),
            ("viewBox='0 0 64 32'", (64, 32)),
            ("width='10' viewBox='0 0 64 32'", (10, 5)),
            ("height='10' viewBox='0,0,64,32'", (20, 10)),
            ("width='100%' height='100%' viewBox='0 0 64 32'", (64, 32)),
            ("width='210mm' height='297mm' viewBox='0 0 210 297'", (794, 1123)),
            ("width='1cm' height='10mm'", (38, 38)),
            ("width='345.6pt' height='259.2pt'", (461, 346)),
            ("width='2in' height='6pc'", (192, 96)),
            ("width='2em' height='1e2'", (32, 100)),
            ("width='4ex' height='40Q'", (32, 38)),
            ("width='0.2' height='9'", (1, 9)),
        ] {
            assert_eq!(sized(attributes), Some(size), "{attributes}");
        }
        for none in [
            "",
            "width='100%' height='50%'",
            "width='-3' height='3'",
            "viewBox='0 0 0 9'",
            "width='9e9' height='1'",
            "width='9e3' height='8e3'",
        ] {
            assert_eq!(sized(none), None, "{none}");
        }
    }

    #[test]
    fn a_drawing_without_a_box_gets_one_so_that_it_can_be_shown_smaller() {
        assert!(drawing("width='2in' height='1in'", "").text.contains("viewBox=\"0 0 192 96\""));
        assert_eq!(drawing("viewBox='1 2 3 4'", "").text.matches("viewBox").count(), 1);
    }

    #[test]
    fn what_could_run_or_load_is_taken_out_and_told() {
        let found = drawing(
            "viewBox='0 0 9 9' onload='alert(1)'",
            "<script>alert(1)</script><g onclick='x()'><rect width='1' height='1'/></g>\
             <foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>HTML</div></foreignObject>\
             <image xlink:href='https://example.kg/a.png'/><image href='data:image/svg+xml,&lt;svg/&gt;'/>\
             <a href='javascript:alert(1)'><text>Т</text></a><use href='#a'/>\
             <set attributeName='xlink:href' to='javascript:alert(1)'/>\
             <style>@import url('https://example.kg/a.css'); .a{fill:url(#g);background:url(//example.kg/b)}</style>\
             <path style='fill: u\\72l(http://example.kg/c)' filter='url(#f)' mask='url(x.svg#m)'/>",
        );
        for bad in ["script", "alert", "onload", "onclick", "HTML", "example.kg", "data:", "x.svg", "@import", "<set"] {
            assert!(!found.text.contains(bad), "{bad} in {}", found.text);
        }
        for good in ["<rect", "<text>Т</text>", "href=\"#a\"", "url(#g)", "url(#f)"] {
            assert!(found.text.contains(good), "{good} in {}", found.text);
        }
        let removed: Vec<String> = found.removed.iter().map(Message::english).collect();
        for told in [
            "`script`",
            "the handler `onload`",
            "the handler `onclick`",
            "text in HTML (`foreignObject`)",
            "the reference to `https://example.kg/a.png`",
            "the reference to `javascript:alert(1)`",
            "an animation of `xlink:href`",
            "a style sheet from elsewhere (`@import`)",
            "the reference to `//example.kg/b`",
            "the reference to `http://example.kg/c`",
            "the reference to `x.svg#m`",
        ] {
            assert!(removed.iter().any(|own| own == told), "{told} in {removed:?}");
        }
    }

    #[test]
    fn what_programs_keep_for_themselves_goes_without_a_word() {
        let inkscape = "<?xml version='1.0'?><!-- Created by SECRET --><svg xmlns='http://www.w3.org/2000/svg' \
            xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD' \
            xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' viewBox='0 0 1 1' sodipodi:docname='SECRET.svg' \
            inkscape:export-filename='C:\\Users\\SECRET\\a.png' content='SECRET'><sodipodi:namedview/>\
            <metadata><rdf:RDF>SECRET</rdf:RDF></metadata><title>Сүрөт</title><g inkscape:label='SECRET'/></svg>";
        let found = read(inkscape.as_bytes()).unwrap();
        assert!(!found.text.contains("SECRET"), "{}", found.text);
        assert!(found.text.contains("<title>Сүрөт</title>"));
        assert_eq!(found.removed.len(), 0);
    }

    #[test]
    fn illustrator_writes_entities_and_its_own_file_beside_the_drawing() {
        let text = "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd' [\n\
            <!ENTITY ns_ai \"http://ns.adobe.com/AdobeIllustrator/10.0/\">\n<!ENTITY st 'fill:#F00'>]>\n\
            <svg xmlns='http://www.w3.org/2000/svg' xmlns:i='&ns_ai;' width='9' height='9'><switch>\
            <foreignObject requiredExtensions='&ns_ai;' width='1' height='1'><i:pgf>eJz</i:pgf></foreignObject>\
            <g i:extraneous='self'><path style='&st;' d='M0 0'/></g></switch></svg>";
        let found = read(text.as_bytes()).unwrap();
        assert_eq!(found.removed.len(), 0, "{:?}", found.removed);
        assert!(found.text.contains("style=\"fill:#F00\"") && !found.text.contains("pgf"), "{}", found.text);
    }

    #[test]
    fn a_photo_in_a_drawing_keeps_its_place_to_itself() {
        let photo = samples::jpeg(&samples::photo(8, 8), image::metadata::Orientation::NoTransforms, None);
        let url = format!("data:image/jpeg;base64,{}", BASE64.encode(&photo));
        let found =
            drawing("viewBox='0 0 1 1'", &format!("<image xlink:href='{url}'/><style>.a{{b:url({url})}}</style>"));
        let inside: Vec<&str> =
            found.text.split("base64,").skip(1).map(|rest| rest.split(['"', ')']).next().unwrap()).collect();
        assert_eq!(inside.len(), 2, "{}", found.text);
        for data in inside {
            let bytes = BASE64.decode(data.trim_end_matches("&quot;")).unwrap();
            assert!(image::load_from_memory(&bytes).is_ok() && !samples::says_secret(&bytes));
        }
        assert_eq!(found.removed.len(), 0);
    }

    #[test]
    fn a_huge_picture_in_a_drawing_is_taken_out() {
        for (name, bytes) in samples::huge() {
            let kind = format!("{:?}", format(&bytes).unwrap()).to_lowercase();
            let url = format!("data:image/{kind};base64,{}", BASE64.encode(&bytes));
            let found = drawing("viewBox='0 0 1 1'", &format!("<image href='{url}'/>"));
            assert!(!found.text.contains("base64") && found.removed.len() == 1, "{name}: {}", found.text);
        }
    }

    #[test]
    fn attributes_are_counted_before_they_are_read() {
        let many = |times: usize| {
            let attributes: String = (0..times).map(|n| format!(" a{n}='>'")).collect();
            read(format!("<svg xmlns='{SVG}' viewBox='0 0 1 1'><g{attributes}/></svg>").as_bytes()).is_ok()
        };
        assert!(many(MAX_ATTRIBUTES / 2) && !many(MAX_ATTRIBUTES + 1));
        let declared = "<g xmlns:a='b'/>".repeat(MAX_NAMESPACES + 1);
        assert!(read(format!("<svg xmlns='{SVG}' viewBox='0 0 1 1'>{declared}</svg>").as_bytes()).is_err());
    }

    #[test]
    fn entities_cannot_fill_the_memory() {
        let bomb = |entities: &str, inside: &str| {
            let text =
                format!("<!DOCTYPE svg [{entities}]><svg xmlns='{SVG}' viewBox='0 0 1 1'><text>{inside}</text></svg>");
            read(text.as_bytes()).err().map(|problem| problem.message.english())
        };
        let nested = bomb("<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>", "&b;");
        assert_eq!(nested.as_deref(), Some("its entities stand in one another"));
        let long = format!("<!ENTITY a '{}'>", "a".repeat(100_000));
        assert_eq!(bomb(&long, &"&a;".repeat(1_000)).as_deref(), Some("its entities become too long"));
        assert_eq!(bomb(&long, "&a;"), None);
        let deep = format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000));
        assert_eq!(bomb("", &deep).as_deref(), Some("its groups stand in one another too deep"));
    }

    #[test]
    fn a_drawing_may_be_in_utf16_and_must_not_be_compressed() {
        let text = format!("<svg xmlns='{SVG}' viewBox='0 0 1 1'><text>Ө</text></svg>");
        let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert!(read(&wide).unwrap().text.contains("<text>Ө</text>"));
        assert_eq!(read(&[0x1F, 0x8B, 8, 0]).err().unwrap().message.english(), "it is a compressed SVG");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(bytes: Vec<u8>, text in "[<>/a-z'\"=&;#! \\[\\](){}@:\\\\-]{0,80}") {
            let _ = read(&bytes);
            let inside = format!("<svg xmlns='{SVG}' viewBox='0 0 1 1'>{text}</svg>");
            let style = format!("<svg xmlns='{SVG}' viewBox='0 0 1 1'><style><![CDATA[{text}]]></style></svg>");
            for svg in [inside, style] {
                if let Ok(drawing) = read(svg.as_bytes()) {
                    // Cleaned once is cleaned for good.
                    let again = read(drawing.text.as_bytes());
                    proptest::prop_assert!(again.is_ok_and(|again| again.text == drawing.text && again.removed.is_empty()));
                }
            }
        }
    }
}
