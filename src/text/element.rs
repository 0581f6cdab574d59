//! The elements that a text may have, and what each is in HTML.

use serde::{Deserialize, Serialize};

/// An element of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Element {
    Paragraph,
    /// With its level, 2 to 6.
    Heading(u8),
    Quotation,
    Ordered,
    Unordered,
    Item,
    Definitions,
    Defined,
    Definition,
    Emphasis,
    Strong,
    Deleted,
    Superscript,
    Subscript,
    Key,
    Abbreviation,
    Code,
    CodeBlock,
    /// A part of highlighted code; its class says what it is.
    Token,
    Link,
    /// A link without words of its own.
    Reference,
    /// A link to another site.
    External,
    /// A link to another site whose words are its address.
    ExternalAddress,
    /// The link of a heading to itself.
    Anchor,
    /// The way from a footnote back to its mark.
    Back,
    Figure,
    TableFigure,
    Caption,
    Label,
    TableFrame,
    Table,
    TableHead,
    TableBody,
    Row,
    HeadCell(Align),
    Cell(Align),
    Alert(Alert),
    AlertTitle,
    AlertKind,
    Footnotes,
    /// A footnote with its number.
    Note(u16),
    /// A box to tick, ticked or not.
    Box(bool),
    /// A line to write on.
    Blank,
    /// A line to write on that goes up to the margin.
    BlankToEnd,
    Break,
    Rule,
    Image,
    // Figures made of data.
    DataFigure,
    DataTable,
    SortableTable,
    RowHead,
    /// What stands behind a drawing, open or not.
    Behind(bool),
    Summary,
    Sources,
    SourceMark,
    OwnPage,
    Timeline,
    Time,
    Bold,
    Small,
    /// Words in another language than those around them.
    Foreign,
    /// Stands for what is left out.
    Place,
    /// An element that an author wrote as raw HTML.
    Raw(Tag),
}

/// To which side of its cell a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Align {
    None,
    Left,
    Center,
    Right,
}

/// What a box says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Alert {
    Tip,
    Note,
    Important,
    Caution,
    Excursion,
}

/// What an element is in HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    pub name: &'static str,
    /// Attributes before the class, as they are written.
    pub first: &'static str,
    pub class: &'static str,
    /// An attribute without a value.
    pub flag: &'static str,
    /// Attributes after it.
    pub rest: &'static str,
}

impl Shape {
    const fn new(name: &'static str) -> Shape {
        Shape { name, first: "", class: "", flag: "", rest: "" }
    }

    const fn class(name: &'static str, class: &'static str) -> Shape {
        Shape { class, ..Shape::new(name) }
    }
}

impl Align {
    const fn class(self) -> &'static str {
        match self {
            Align::None => "",
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
        }
    }
}

impl Alert {
    const fn class(self) -> &'static str {
        match self {
            Alert::Tip => "alert alert-tip",
            Alert::Note => "alert alert-note",
            Alert::Important => "alert alert-important",
            Alert::Caution => "alert alert-caution",
            Alert::Excursion => "alert alert-excursion",
        }
    }
}

/// Most columns of a table whose rows become cards on a narrow screen; a wider one scrolls.
pub const CARDS: usize = 4;

/// What makes the keyboard reach an element that scrolls.
const SCROLLS: &str = " role=\"group\" tabindex=\"0\"";
const EXTERNAL: &str = " rel=\"external\"";

impl Element {
    /// What it is in HTML.
    pub const fn shape(self) -> Shape {
        match self {
            Element::Paragraph => Shape::new("p"),
            Element::Heading(2) => Shape::new("h2"),
            Element::Heading(3) => Shape::new("h3"),
            Element::Heading(4) => Shape::new("h4"),
            Element::Heading(5) => Shape::new("h5"),
            Element::Heading(_) => Shape::new("h6"),
            Element::Quotation => Shape::new("blockquote"),
            Element::Ordered => Shape::new("ol"),
            Element::Unordered => Shape::new("ul"),
            Element::Item | Element::Note(_) => Shape::new("li"),
            Element::Definitions => Shape::new("dl"),
            Element::Defined => Shape::new("dt"),
            Element::Definition => Shape::new("dd"),
            Element::Emphasis => Shape::new("em"),
            Element::Strong => Shape::new("strong"),
            Element::Deleted => Shape::new("del"),
            Element::Superscript => Shape::new("sup"),
            Element::Subscript => Shape::new("sub"),
            Element::Key => Shape::new("kbd"),
            Element::Abbreviation => Shape::new("abbr"),
            Element::Code => Shape::new("code"),
            Element::CodeBlock => Shape { rest: SCROLLS, ..Shape::class("pre", "code") },
            Element::Token => Shape::new("span"),
            Element::Link => Shape::new("a"),
            Element::Reference => Shape::class("a", "ref"),
            Element::External => Shape { rest: EXTERNAL, ..Shape::class("a", "external") },
            Element::ExternalAddress => Shape { rest: EXTERNAL, ..Shape::class("a", "external address") },
            Element::Anchor => Shape::class("a", "anchor"),
            Element::Back => Shape::class("a", "fn-back"),
            Element::Figure => Shape::new("figure"),
            Element::TableFigure => Shape::class("figure", "of-table"),
            Element::Caption => Shape::new("figcaption"),
            Element::Label => Shape::class("span", "label"),
            Element::TableFrame => Shape { rest: SCROLLS, ..Shape::class("div", "table") },
            Element::Table => Shape::new("table"),
            Element::TableHead => Shape::new("thead"),
            Element::TableBody => Shape::new("tbody"),
            Element::Row => Shape::new("tr"),
            Element::HeadCell(align) => Shape { first: " scope=\"col\"", ..Shape::class("th", align.class()) },
            Element::Cell(align) => Shape::class("td", align.class()),
            Element::Alert(alert) => Shape { rest: " role=\"note\"", ..Shape::class("aside", alert.class()) },
            Element::AlertTitle => Shape::class("p", "alert-title"),
            Element::AlertKind => Shape::class("span", "alert-kind"),
            // A group and no region: a whole publication on one page has many, which would all be landmarks of one name.
            Element::Footnotes => Shape { rest: " role=\"group\"", ..Shape::class("div", "footnotes") },
            Element::Box(done) => {
                let flag = if done { "data-done" } else { "" };
                Shape { flag, rest: " role=\"img\"", ..Shape::class("span", "box") }
            }
            Element::Blank => Shape::class("span", "blank"),
            Element::BlankToEnd => Shape::class("span", "blank to-end"),
            Element::Break => Shape::new("br"),
            Element::Rule => Shape::new("hr"),
            Element::Image => Shape::new("img"),
            Element::DataFigure => Shape::class("figure", "data"),
            Element::DataTable => Shape::class("figure", "data of-table"),
            Element::SortableTable => Shape { flag: "data-sortable", ..Shape::new("table") },
            Element::RowHead => Shape { first: " scope=\"row\"", ..Shape::new("th") },
            Element::Behind(open) => {
                let flag = if open { "open" } else { "" };
                Shape { flag, ..Shape::class("details", "behind") }
            }
            Element::Summary => Shape::new("summary"),
            Element::Sources => Shape::class("p", "data-sources"),
            Element::SourceMark => Shape::class("sup", "src"),
            Element::OwnPage => Shape::class("p", "data-own"),
            Element::Timeline => Shape::class("ol", "timeline"),
            Element::Time => Shape::new("time"),
            Element::Bold => Shape::new("b"),
            Element::Small => Shape::new("small"),
            Element::Foreign => Shape::new("span"),
            Element::Place => Shape::new("div"),
            Element::Raw(tag) => Shape::new(tag.name()),
        }
    }

    /// The level of a heading, 1 to 6.
    pub fn heading(self) -> Option<u8> {
        match self {
            Element::Heading(level) => Some(level),
            Element::Raw(tag) => crate::markup::heading_level(tag.name()),
            _ => None,
        }
    }

    /// Whether it has no end.
    pub fn is_void(self) -> bool {
        match self {
            Element::Break | Element::Rule | Element::Image => true,
            Element::Raw(tag) => crate::markup::is_void(tag.name()),
            _ => false,
        }
    }
}

/// The name of an element that an author may write as raw HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tag(u8);

impl Tag {
    /// The tag of a name, if authors may write it.
    pub fn find(name: &str) -> Option<Tag> {
        TAGS.binary_search(&name).ok().map(|at| Tag(at as u8))
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        if (self.0 as usize) < TAGS.len() { TAGS[self.0 as usize] } else { "span" }
    }
}

/// What authors may write, and what mending it makes, in the order of the alphabet.
const TAGS: [&str; 73] = [
    "abbr",
    "acronym",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// An attribute of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Attribute {
    Id,
    /// An address: an id of the same text.
    Here,
    /// Any other address.
    Address,
    Title,
    /// What it is called where it is not seen.
    Label,
    /// What is said above a table that is wider than the screen.
    More,
    /// What a picture shows.
    Alternative,
    Class,
    /// The first number of a list.
    Start,
    Loading,
    Language,
    Scope,
    Datetime,
    /// By what a column is sorted.
    Sort,
    Align,
    Char,
    Charoff,
    Cite,
    Colspan,
    Dir,
    Headers,
    Hreflang,
    Role,
    Rowspan,
    Span,
    Summary,
    Tabindex,
}

impl Attribute {
    const ALL: [Attribute; 26] = [
        Attribute::Id,
        Attribute::Here,
        Attribute::Address,
        Attribute::Title,
        Attribute::Label,
        Attribute::Alternative,
        Attribute::Class,
        Attribute::Start,
        Attribute::Loading,
        Attribute::Language,
        Attribute::Scope,
        Attribute::Datetime,
        Attribute::Sort,
        Attribute::Align,
        Attribute::Char,
        Attribute::Charoff,
        Attribute::Cite,
        Attribute::Colspan,
        Attribute::Dir,
        Attribute::Headers,
        Attribute::Hreflang,
        Attribute::Role,
        Attribute::Rowspan,
        Attribute::Span,
        Attribute::Summary,
        Attribute::Tabindex,
    ];

    /// Its name in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Attribute::Id => "id",
            Attribute::Here | Attribute::Address => "href",
            Attribute::Title => "title",
            Attribute::Label => "aria-label",
            Attribute::More => "data-more",
            Attribute::Alternative => "alt",
            Attribute::Class => "class",
            Attribute::Start => "start",
            Attribute::Loading => "loading",
            Attribute::Language => "lang",
            Attribute::Scope => "scope",
            Attribute::Datetime => "datetime",
            Attribute::Sort => "data-sort",
            Attribute::Align => "align",
            Attribute::Char => "char",
            Attribute::Charoff => "charoff",
            Attribute::Cite => "cite",
            Attribute::Colspan => "colspan",
            Attribute::Dir => "dir",
            Attribute::Headers => "headers",
            Attribute::Hreflang => "hreflang",
            Attribute::Role => "role",
            Attribute::Rowspan => "rowspan",
            Attribute::Span => "span",
            Attribute::Summary => "summary",
            Attribute::Tabindex => "tabindex",
        }
    }

    /// The attribute of a name that authors may write.
    pub fn find(name: &str) -> Option<Attribute> {
        Attribute::ALL.into_iter().find(|attribute| attribute.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found() {
        assert!(TAGS.is_sorted());
        assert!(TAGS.iter().all(|name| Tag::find(name).is_some_and(|tag| tag.name() == *name)));
        assert_eq!(Tag::find("script"), None);
    }
}
