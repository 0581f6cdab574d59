//! The tree of a text → a document for word processors (Office Open XML), with real headings, lists and tables, so
//! that it can be edited and not only filled in.

use std::borrow::Cow;
use std::collections::HashMap;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, BreakType, Docx, Footer, Footnote, Hyperlink, HyperlinkData,
    IndentLevel, Level, LevelJc, LevelText, LineSpacing, LineSpacingType, NumberFormat, Numbering, NumberingId,
    PageMargin, PageNum, Paragraph, Pic, Run, RunChild, RunFonts, Shading, SpecialIndentType, Start, Style, StyleType,
    Tab, TabLeaderType, TabValueType, Table, TableBorder, TableBorderPosition, TableCell, TableCellMargins, TableRow,
    VertAlignType, WidthType,
};

use super::parts::{self, Additions, LANGUAGE, LINK};
use super::resolver::{Destination, Resolver};
use super::sent;
use crate::lang::pack;
use crate::render::Fragment;
use crate::source::clean;
use crate::text::tree::{At, Kind};
use crate::text::{Attribute, Element};

/// A4 in twentieths of a point.
const PAGE: (u32, u32) = (11906, 16838);
/// Margin of the page: 2 cm.
const MARGIN: i32 = 1134;
/// Width of the text.
const TEXT: usize = PAGE.0 as usize - 2 * MARGIN as usize;
/// Margins of a table's cell, both together.
const CELL: usize = 220;
/// Highest picture, in twentieths of a point: what a sheet has room for with its caption.
const HIGHEST: usize = 12000;
/// One level of a list.
const INDENT: i32 = 400;
/// Colour of headings and rules: the theme's indigo, dark enough for any printer.
const HUE: &str = "2F4A8C";

/// Size of small print, in half points.
const SMALL: usize = 18;
/// Colour of what is said beside the text.
const QUIET: &str = "5D554B";

/// Writes the document that goes to `path`.
///
/// # Errors
/// What packing the archive says; it is packed in memory, so only a lack of that can be the reason.
pub fn write(fragment: &Fragment, path: &str, resolver: &dyn Resolver) -> Result<Vec<u8>, String> {
    let mut tree = Cow::Borrowed(&fragment.tree);
    if fragment.form {
        sent::keep(tree.to_mut(), &fragment.page_only);
    }
    let notes = tree.root().descendants().filter_map(|node| Some((number(node)?, node))).collect();
    let mut writer = Writer {
        docx: styled(),
        fragment,
        path,
        resolver,
        notes,
        noted: HashMap::new(),
        lists: 0,
        paragraphs: 0,
        additions: Additions::default(),
    };
    writer.additions.title = clean(&fragment.title).into_owned();
    writer.additions.author = clean(&fragment.author).into_owned();
    writer.additions.locale = locale(fragment.language);
    let title = writer.paragraph().style("Title").add_run(Run::new().add_text(clean(&fragment.title)));
    writer.add(title);
    let frame = Look { language: Some(fragment.frame_language), ..Look::default() };
    if !fragment.lead.is_empty() {
        let lead = writer.run(&fragment.lead, frame).run.color(QUIET);
        let lead = writer.paragraph().add_run(lead);
        writer.add(lead);
    }
    let blocks = writer.blocks(tree.root(), Context::default());
    for block in blocks {
        writer.docx = match block {
            Block::Paragraph(paragraph) => writer.docx.add_paragraph(*paragraph),
            Block::Table(table) => writer.docx.add_table(*table),
        };
    }
    let foot = writer.run(&format!("{} · ", fragment.foot), frame).run.size(16).color(QUIET);
    let foot = writer.paragraph().align(AlignmentType::Center).add_run(foot).add_page_num(PageNum::new());
    parts::finish(writer.docx.footer(Footer::new().add_paragraph(foot)).build(), &writer.additions)
}

/// The locale of a language, as word processors name it.
fn locale(language: &'static str) -> &'static str {
    pack(language).map_or(language, |pack| &pack.tag)
}

/// An empty document with its styles.
fn styled() -> Docx {
    let heading = |id: &str, name: &str, size: usize, level: usize| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .next("Normal")
            .bold()
            .size(size)
            .color(HUE)
            .outline_lvl(level)
            .line_spacing(LineSpacing::new().before(280).after(100))
    };
    // The library gives the marks of footnotes a style of this name and does not make it.
    let mut mark = Style::new("FootnoteReference", StyleType::Character).name("footnote reference");
    mark.run_property = mark.run_property.vert_align(VertAlignType::SuperScript);
    let title = Style::new("Title", StyleType::Paragraph).name("Title").based_on("Normal").next("Normal");
    let margin = PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN).footer(600);
    Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        // Both have ө, ү and ң on every Windows since 7.
        .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri").east_asia("Calibri"))
        .default_size(22)
        // Without its rule some take the height of a line for a fixed one, and lines overlap.
        .default_line_spacing(LineSpacing::new().line(276).line_rule(LineSpacingType::Auto).after(120))
        .add_style(title.bold().size(36).color(HUE).line_spacing(LineSpacing::new().after(160)))
        .add_style(heading("Heading1", "heading 1", 28, 0))
        .add_style(heading("Heading2", "heading 2", 25, 1))
        .add_style(heading("Heading3", "heading 3", 23, 2))
        .add_style(mark)
        .created_at("2000-01-01T00:00:00Z")
        .updated_at("2000-01-01T00:00:00Z")
}

enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// In what a block stands.
#[derive(Clone, Copy)]
struct Context {
    /// How many lists it is in.
    depth: usize,
    /// Number of the list whose item's mark the next paragraph gets.
    item: Option<usize>,
    /// Whether it is in a box or a quotation.
    boxed: bool,
    bold: bool,
    small: bool,
    /// Whether it is in a cell of a table.
    cell: bool,
    /// Whether it is in a footnote, which can hold no pictures and no other footnotes.
    note: bool,
    /// How wide it may be.
    width: usize,
    /// Its language, if that is not the document's.
    language: Option<&'static str>,
}

impl Default for Context {
    fn default() -> Context {
        Context {
            depth: 0,
            item: None,
            boxed: false,
            bold: false,
            small: false,
            cell: false,
            note: false,
            width: TEXT,
            language: None,
        }
    }
}

/// How a piece of text looks.
#[derive(Clone, Copy, Default)]
struct Look {
    bold: bool,
    italic: bool,
    strike: bool,
    small: bool,
    raised: Option<VertAlignType>,
    mono: bool,
    /// Number of the link that it is part of.
    link: Option<usize>,
    note: bool,
    width: usize,
    language: Option<&'static str>,
}

/// A run, and the number of the link that it is part of.
struct Piece {
    run: Run,
    link: Option<usize>,
}

struct Writer<'a> {
    docx: Docx,
    fragment: &'a Fragment,
    path: &'a str,
    resolver: &'a dyn Resolver,
    /// The footnotes by their number on the page.
    notes: HashMap<String, At<'a>>,
    /// The number in the document of each footnote that it has, by the one on the page.
    noted: HashMap<String, usize>,
    lists: usize,
    paragraphs: usize,
    additions: Additions,
}

impl<'a> Writer<'a> {
    /// An empty paragraph. Its id is given here: the library's own counter goes on from document to document.
    fn paragraph(&mut self) -> Paragraph {
        self.paragraphs += 1;
        Paragraph::new().id(format!("{:08X}", self.paragraphs))
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    /// The blocks of an element. Text that stands beside blocks becomes paragraphs between them.
    fn blocks(&mut self, parent: At<'a>, mut context: Context) -> Vec<Block> {
        context.language = language(parent).or(context.language);
        let mut blocks = Vec::new();
        let mut line: Vec<Piece> = Vec::new();
        let look = Look {
            bold: context.bold,
            small: context.small,
            note: context.note,
            width: context.width,
            language: context.language,
            ..Look::default()
        };
        for child in parent.children() {
            if is_block(child) {
                self.end_line(&mut line, &mut context, &mut blocks);
                self.block(child, &mut context, &mut blocks);
            } else {
                self.inline(child, look, &mut line);
            }
        }
        self.end_line(&mut line, &mut context, &mut blocks);
        blocks
    }

    /// Makes a paragraph of the runs so far, with the item's mark if it is the item's first.
    fn end_line(&mut self, line: &mut Vec<Piece>, context: &mut Context, blocks: &mut Vec<Block>) {
        let pieces = std::mem::take(line);
        let empty = |piece: &Piece| {
            piece.run.children.iter().all(|child| match child {
                RunChild::Text(text) => text.text.trim().is_empty(),
                _ => false,
            })
        };
        if pieces.iter().all(empty) {
            return;
        }
        let mut paragraph = self.paragraph();
        paragraph = match context.item.take() {
            Some(list) => paragraph
                .numbering(NumberingId::new(list), IndentLevel::new(context.depth.saturating_sub(1).min(8)))
                .line_spacing(LineSpacing::new().after(60)),
            None => indented(paragraph, context),
        };
        let lines = pieces.iter().any(|piece| piece.run.children.iter().any(|child| matches!(child, RunChild::Tab(_))));
        if lines && !context.cell {
            let line = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Underscore).pos(TEXT);
            paragraph = paragraph.add_tab(line);
        }
        blocks.push(Block::Paragraph(Box::new(filled(paragraph, pieces))));
    }

    fn block(&mut self, element: At<'a>, context: &mut Context, blocks: &mut Vec<Block>) {
        if let Kind::Drawing(label) = element.kind() {
            return self.drawing(label, context, blocks);
        }
        match element.name() {
            "pre" => self.code(element, context, blocks),
            "div" if element.has_class("footnotes") => self.left_notes(element, context, blocks),
            "h2" => self.heading(element, "Heading1", blocks),
            "h3" => self.heading(element, "Heading2", blocks),
            "h4" | "h5" | "h6" => self.heading(element, "Heading3", blocks),
            "ul" => self.list(element, "bullet", *context, blocks),
            "ol" => self.list(element, "decimal", *context, blocks),
            "table" => {
                let Some(table) = self.table(element, *context) else { return };
                blocks.push(Block::Table(Box::new(table)));
                // Two tables without a paragraph between them would become one.
                let space = self.paragraph().line_spacing(LineSpacing::new().after(0));
                blocks.push(Block::Paragraph(Box::new(space)));
            }
            "hr" => {
                let rule = self.paragraph().add_run(Run::new().add_text("").size(8));
                blocks.push(Block::Paragraph(Box::new(rule)));
            }
            "aside" | "blockquote" => {
                let inner = self.blocks(element, Context { boxed: true, ..*context });
                blocks.extend(inner);
            }
            "dt" | "figcaption" | "summary" => {
                let inner = self.blocks(element, Context { bold: true, ..*context });
                blocks.extend(inner);
            }
            "dd" => {
                let inner = self.blocks(element, Context { boxed: true, ..*context });
                blocks.extend(inner);
            }
            _ => {
                let small = element.has_class("data-sources");
                let bold = element.has_class("alert-title");
                // The way to the page of the data itself is of no use on paper.
                if !element.has_class("data-own") {
                    let inner = Context { small: context.small || small, bold: context.bold || bold, ..*context };
                    // The item's mark goes to its first paragraph, wherever that stands.
                    context.item = None;
                    let inner = self.blocks(element, inner);
                    blocks.extend(inner);
                }
            }
        }
    }

    fn heading(&mut self, element: At<'a>, style: &str, blocks: &mut Vec<Block>) {
        let mut line = Vec::new();
        let look = Look { language: language(element), width: TEXT, ..Look::default() };
        self.inline_children(element, look, &mut line);
        let paragraph = filled(self.paragraph().style(style).keep_next(true), line);
        blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// Code, its lines as they are.
    fn code(&mut self, element: At<'a>, context: &mut Context, blocks: &mut Vec<Block>) {
        let text = element.text();
        let look = Look { mono: true, language: context.language, ..Look::default() };
        let mut code = self.dressed(Run::new(), look);
        for (at, line) in text.trim_end_matches('\n').split('\n').enumerate() {
            if at > 0 {
                code = code.add_break(BreakType::TextWrapping);
            }
            code = code.add_text(clean(&line.replace('\t', "    ")));
        }
        let paragraph = indented(self.paragraph(), context).keep_lines(true).add_run(code);
        blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// What stands for a drawing, which word processors cannot show: what is to be seen in it.
    fn drawing(&mut self, label: &str, context: &mut Context, blocks: &mut Vec<Block>) {
        let words = self.fragment.drawing.replace("{alt}", label);
        let run = self.run(&words, Look { italic: true, small: true, ..Look::default() }).run;
        let paragraph = indented(self.paragraph(), context).keep_next(true).add_run(run);
        blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// Footnotes to which no part of the text refers, after it.
    fn left_notes(&mut self, element: At<'a>, context: &mut Context, blocks: &mut Vec<Block>) {
        for item in element.descendants() {
            if number(item).is_some_and(|number| !self.noted.contains_key(&number)) {
                let inner = self.blocks(item, Context { small: true, ..*context });
                blocks.extend(inner);
            }
        }
    }

    /// The footnote with a number on the page; `None` if the page has none such.
    fn note(&mut self, number: &str) -> Option<Footnote> {
        let item = *self.notes.get(number)?;
        let count = self.noted.len() + 1;
        self.noted.insert(number.to_string(), count);
        let blocks = self.blocks(item, Context { small: true, note: true, ..Context::default() });
        let paragraphs = blocks.iter().all(|block| matches!(block, Block::Paragraph(_)));
        let mut content: Vec<Paragraph> = Vec::new();
        for block in blocks {
            if let Block::Paragraph(paragraph) = block
                && paragraphs
            {
                content.push(*paragraph);
            }
        }
        if content.is_empty() {
            // A footnote holds no tables; their words are kept.
            let words = item.texts().collect::<Vec<_>>().join(" ");
            let run = self.run(&words, Look { small: true, ..Look::default() }).run;
            content.push(self.paragraph().add_run(run));
        }
        // The first two numbers are those of the lines above footnotes.
        Some(Footnote { id: count + 1, content })
    }

    /// Each list has its own numbering, so that every ordered one begins at 1.
    fn list(&mut self, element: At<'a>, format: &str, context: Context, blocks: &mut Vec<Block>) {
        self.lists += 1;
        // The library keeps the first numbers for itself.
        let number = self.lists + 10;
        let first = element.attribute(Attribute::Start).and_then(|start| start.parse().ok()).unwrap_or(1);
        let mut numbering = AbstractNumbering::new(number);
        for level in 0..9 {
            let mark = if format == "bullet" { "•".to_string() } else { format!("%{}.", level + 1) };
            let left = INDENT * (level as i32 + 1);
            numbering = numbering.add_level(
                Level::new(
                    level,
                    Start::new(first),
                    NumberFormat::new(format),
                    LevelText::new(mark),
                    LevelJc::new("left"),
                )
                .indent(Some(left), Some(SpecialIndentType::Hanging(INDENT - 60)), None, None),
            );
        }
        self.docx = std::mem::take(&mut self.docx)
            .add_abstract_numbering(numbering)
            .add_numbering(Numbering::new(number, number));
        for item in element.elements() {
            // A box to tick stands instead of the mark.
            let task = item.descendants().any(|inner| inner.has_class("box"));
            let inner =
                Context { depth: context.depth + 1, item: (!task || format == "decimal").then_some(number), ..context };
            let inner = self.blocks(item, inner);
            blocks.extend(inner);
        }
    }

    /// A table; `None` if it has no rows, which no word processor takes for one.
    fn table(&mut self, element: At<'a>, context: Context) -> Option<Table> {
        let rows: Vec<At> = element
            .descendants()
            .filter(|inner| inner.name() == "tr" && table_of(*inner) == Some(element))
            // A table without a head has an empty one in Markdown.
            .filter(|row| !(is_blank(*row) && row.parent().is_some_and(|parent| parent.name() == "thead")))
            .collect();
        if rows.is_empty() {
            return None;
        }
        let widths = widths(&rows, context.width);
        let mut made = Vec::new();
        for row in rows {
            let head =
                row.elements().all(|cell| is_column_head(cell) || is_blank(cell)) && row.elements().any(is_column_head);
            self.additions.heads.push(head);
            let mut cells = Vec::new();
            for (column, cell) in row.elements().enumerate() {
                let width = widths.get(column).copied().unwrap_or(0);
                let head = cell.name() == "th";
                let in_head = is_column_head(cell);
                let mut td = TableCell::new().width(width, WidthType::Dxa);
                if in_head {
                    td = td.shading(Shading::new().fill("EEF1F8"));
                }
                let inner = Context {
                    bold: head,
                    cell: true,
                    width: width.saturating_sub(CELL),
                    language: context.language,
                    ..Context::default()
                };
                let blocks = self.blocks(cell, inner);
                let empty = blocks.is_empty();
                for block in blocks {
                    td = match block {
                        Block::Paragraph(paragraph) => {
                            td.add_paragraph(paragraph.line_spacing(LineSpacing::new().after(40)))
                        }
                        Block::Table(table) => td.add_table(*table),
                    };
                }
                if empty {
                    td = td.add_paragraph(self.paragraph());
                }
                cells.push(td);
            }
            made.push(TableRow::new(cells).cant_split());
        }
        let mut table = Table::new(made)
            .set_grid(widths)
            .width(context.width, WidthType::Dxa)
            .margins(TableCellMargins::new().margin(60, 100, 60, 100));
        for position in [
            TableBorderPosition::Top,
            TableBorderPosition::Bottom,
            TableBorderPosition::Left,
            TableBorderPosition::Right,
            TableBorderPosition::InsideH,
            TableBorderPosition::InsideV,
        ] {
            table =
                table.set_border(TableBorder::new(position).border_type(BorderType::Single).size(4).color("857B6D"));
        }
        Some(table)
    }
}

/// The widths of a table's columns. Each has room for its longest word; what is left goes to those with more to say.
fn widths(rows: &[At], whole: usize) -> Vec<usize> {
    /// Width of a letter on the average, with some to spare.
    const LETTER: usize = 130;
    /// Letters after which a cell has lines enough.
    const MANY: usize = 60;
    let columns = rows.iter().map(|row| row.elements().count()).max().unwrap_or(1).max(1);
    let (mut least, mut wanted) = (vec![LETTER * 3 + CELL; columns], vec![0; columns]);
    for row in rows {
        for (column, cell) in row.elements().enumerate() {
            let text = cell.text();
            let word = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            // Bold letters are wider.
            let letter = if cell.name() == "th" { LETTER * 6 / 5 } else { LETTER };
            least[column] = least[column].max(word * letter + CELL);
            wanted[column] = wanted[column].max(text.trim().chars().count().min(MANY) * LETTER + CELL);
        }
    }
    let needed: usize = least.iter().sum();
    if needed >= whole {
        return least.iter().map(|width| width * whole / needed).collect();
    }
    let more: Vec<usize> = wanted.iter().zip(&least).map(|(wanted, least)| wanted.saturating_sub(*least) + 1).collect();
    let all: usize = more.iter().sum();
    least.iter().zip(more).map(|(least, more)| least + (whole - needed) * more / all).collect()
}

/// Whether it stands between lines, not in one.
fn is_block(node: At) -> bool {
    match node.kind() {
        Kind::Drawing(_) => true,
        Kind::Element(element, _) => !INLINE.contains(&element.shape().name),
        _ => false,
    }
}

/// Elements that stand in a line.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "kbd", "mark", "s", "small", "span", "strong",
    "sub", "sup", "time", "u",
];

fn is_blank(node: At) -> bool {
    node.texts().all(|text| text.trim().is_empty())
}

/// Whether a cell is the head of its column.
fn is_column_head(cell: At) -> bool {
    matches!(cell.element(), Some(Element::HeadCell(_))) || cell.attribute(Attribute::Scope) == Some("col")
}

/// The number of a footnote's text.
fn number(node: At) -> Option<String> {
    match node.element()? {
        Element::Note(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The table that an element of one belongs to.
fn table_of(element: At) -> Option<At> {
    std::iter::successors(element.parent(), |ancestor| ancestor.parent()).find(|ancestor| ancestor.name() == "table")
}

/// The language that an element says it is in.
fn language(element: At) -> Option<&'static str> {
    let code = element.attribute(Attribute::Language)?;
    code.split('-').next().and_then(pack).map(|pack| pack.code)
}

/// A paragraph that stands as far in as what it belongs to.
fn indented(paragraph: Paragraph, context: &Context) -> Paragraph {
    match context {
        _ if context.depth > 0 => paragraph.indent(Some(INDENT * context.depth as i32), None, None, None),
        _ if context.boxed => paragraph.indent(Some(INDENT), None, None, None),
        _ => paragraph,
    }
}

/// A paragraph with its text; pieces of one link become one.
fn filled(mut paragraph: Paragraph, pieces: Vec<Piece>) -> Paragraph {
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let Some(number) = piece.link else {
            paragraph = paragraph.add_run(piece.run);
            continue;
        };
        // Its address is added to the relations when the document is finished.
        let link = HyperlinkData::External { rid: format!("{LINK}{number}"), path: String::new() };
        let mut link = Hyperlink { link, history: None, children: Vec::new() }.add_run(piece.run);
        while let Some(next) = pieces.next_if(|next| next.link == Some(number)) {
            link = link.add_run(next.run);
        }
        paragraph = paragraph.add_hyperlink(link);
    }
    paragraph
}

impl<'a> Writer<'a> {
    fn inline_children(&mut self, parent: At<'a>, look: Look, line: &mut Vec<Piece>) {
        parent.children().for_each(|child| self.inline(child, look, line));
    }

    fn inline(&mut self, element: At<'a>, look: Look, line: &mut Vec<Piece>) {
        match element.kind() {
            Kind::Text(text) => return self.text(text, look, line),
            Kind::Note(number) => return self.reference(number, look, line),
            Kind::Drawing(_) | Kind::Root => return,
            Kind::Element(..) => {}
        }
        let look = Look { language: language(element).or(look.language), ..look };
        let alone = |run: Run| Piece { run, link: look.link };
        match element.name() {
            "br" => line.push(alone(Run::new().add_break(BreakType::TextWrapping))),
            "span" if element.has_class("box") => {
                let mark = if element.element() == Some(Element::Box(true)) { "☑ " } else { "☐ " };
                line.push(alone(Run::new().add_text(mark)));
            }
            // A tab that draws a line up to the margin: it stays right when the words before it are changed.
            "span" if element.has_class("to-end") => line.push(alone(Run::new().add_tab())),
            // What only helps on a page.
            "a" if element.has_class("anchor") || element.has_class("fn-back") => {}
            "img" => self.picture(element, look, line),
            "strong" | "b" => self.inline_children(element, Look { bold: true, ..look }, line),
            "em" | "i" | "cite" => self.inline_children(element, Look { italic: true, ..look }, line),
            "del" | "s" => self.inline_children(element, Look { strike: true, ..look }, line),
            "code" => self.inline_children(element, Look { mono: true, ..look }, line),
            "small" => {
                line.push(alone(Run::new().add_break(BreakType::TextWrapping)));
                self.inline_children(element, Look { small: true, bold: false, ..look }, line);
            }
            "sup" => {
                self.inline_children(element, Look { raised: Some(VertAlignType::SuperScript), ..look }, line);
            }
            "sub" => self.inline_children(element, Look { raised: Some(VertAlignType::SubScript), ..look }, line),
            "kbd" => self.inline_children(element, Look { mono: true, ..look }, line),
            "abbr" => {
                self.inline_children(element, look, line);
                // Nothing shows it on paper but its own words.
                if let Some(title) = element.attribute(Attribute::Title).filter(|title| !title.is_empty()) {
                    line.push(self.run(&format!(" ({title})"), look));
                }
            }
            "a" => self.link(element, look, line),
            _ => self.inline_children(element, look, line),
        }
    }

    /// The mark of a footnote.
    fn reference(&mut self, number: &str, look: Look, line: &mut Vec<Piece>) {
        if !look.note
            && !self.noted.contains_key(number)
            && let Some(note) = self.note(number)
        {
            line.push(Piece { run: Run::new().add_footnote_reference(note), link: None });
            return;
        }
        // Each footnote has one mark; others say its number.
        let shown = self.noted.get(number).map_or_else(|| number.to_string(), usize::to_string);
        line.push(self.run(&format!("[{shown}]"), Look { small: true, ..look }));
    }

    fn link(&mut self, element: At<'a>, look: Look, line: &mut Vec<Piece>) {
        let words = element.texts().collect::<Vec<_>>().join(" ");
        let destination = match element.attribute(Attribute::Address) {
            Some(address) => self.resolver.destination(self.path, address),
            None => Destination::Here,
        };
        let (url, after) = match destination {
            Destination::Here => (None, None),
            // On paper an address says something on its own.
            Destination::Outside(url) => {
                let (scheme, bare) = url.split_once(':').unwrap_or(("", &url));
                let bare = bare.trim_matches('/');
                let said = if scheme.starts_with("http") { url.as_str() } else { bare };
                let after = (!words.contains(bare)).then(|| format!(" ({said})"));
                (Some(url), after)
            }
            Destination::Inside { url: Some(url), .. } => (Some(url), None),
            Destination::Inside { url: None, title } => {
                let title = title.filter(|title| !words.to_lowercase().contains(&title.to_lowercase()));
                (None, title.map(|title| format!(" («{title}»)")))
            }
        };
        let link = url.map(|url| {
            self.additions.links.push(clean(&url).into_owned());
            self.additions.links.len() - 1
        });
        self.inline_children(element, Look { link: link.or(look.link), ..look }, line);
        if let Some(after) = after {
            line.push(self.run(&after, Look { small: true, ..look }));
        }
    }

    /// A picture with its alternative text; where a document cannot hold it, the text alone.
    fn picture(&mut self, element: At<'a>, look: Look, line: &mut Vec<Piece>) {
        /// Units of a drawing in a CSS pixel and in a twentieth of a point.
        const PIXEL: u64 = 9525;
        const TWIP: u64 = 635;
        let src = element.attribute(Attribute::Address).unwrap_or("");
        let alternative = clean(element.attribute(Attribute::Alternative).unwrap_or("")).into_owned();
        let embedded = if look.note { None } else { self.resolver.picture(self.path, src) };
        let Some(embedded) = embedded.filter(|picture| picture.width > 0 && picture.height > 0) else {
            let name = src.rsplit('/').next().unwrap_or(src);
            let shown = if alternative.is_empty() { name } else { &alternative };
            line.push(self.run(&self.fragment.drawing.replace("{alt}", shown), Look { italic: true, ..look }));
            return;
        };
        let (width, height) = (u64::from(embedded.width) * PIXEL, u64::from(embedded.height) * PIXEL);
        let widest = look.width.max(INDENT as usize) as u64 * TWIP;
        let (width, height) = if width > widest { (widest, height * widest / width) } else { (width, height) };
        let highest = HIGHEST as u64 * TWIP;
        let (width, height) = if height > highest { (width * highest / height, highest) } else { (width, height) };
        let picture = Pic::new_with_dimensions(embedded.bytes, 1, 1)
            .id(format!("rIdPicture{}", self.additions.pictures.len()))
            .size(width.max(1) as u32, height.max(1) as u32);
        self.additions.pictures.push(alternative);
        line.push(Piece { run: Run::new().add_image(picture), link: look.link });
    }

    fn text(&mut self, text: &str, look: Look, line: &mut Vec<Piece>) {
        let text = clean(text);
        let words: Vec<&str> =
            text.split(|c: char| c != '\u{a0}' && c.is_whitespace()).filter(|word| !word.is_empty()).collect();
        if words.is_empty() && text.is_empty() {
            return;
        }
        let before = if text.starts_with(|c: char| c.is_whitespace() && c != '\u{a0}') { " " } else { "" };
        let after =
            if !words.is_empty() && text.ends_with(|c: char| c.is_whitespace() && c != '\u{a0}') { " " } else { "" };
        // Marks for breaking lines are a page's.
        let joined = format!("{before}{}{after}", words.join(" ")).replace(['\u{2060}', '\u{AD}'], "");
        line.push(self.run(&joined, look));
    }

    fn run(&self, text: &str, look: Look) -> Piece {
        Piece { run: self.dressed(Run::new().add_text(clean(text)), look), link: look.link }
    }

    /// A run that looks as it should.
    fn dressed(&self, mut run: Run, look: Look) -> Run {
        if let Some(language) = look.language.filter(|language| *language != self.fragment.language) {
            run = run.style(&format!("{LANGUAGE}{}", locale(language)));
        }
        if look.bold {
            run = run.bold();
        }
        if look.italic {
            run = run.italic();
        }
        if look.strike {
            run = run.strike();
        }
        if look.small {
            run = run.size(SMALL);
        }
        if look.mono {
            // It has ө, ү and ң on every Windows since 7.
            let font = "Courier New";
            run = run.fonts(RunFonts::new().ascii(font).hi_ansi(font).cs(font).east_asia(font));
        }
        if let Some(raised) = look.raised {
            run.run_property = run.run_property.vert_align(raised);
        }
        if look.link.is_some() {
            run = run.color(HUE).underline("single");
        }
        run
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::export::resolver::Embedded;
    use crate::export::tests::tree;
    use crate::text::tree::Tree;
    use crate::text::{Align, Event, Nothing, Text};

    fn fragment(tree: Tree) -> Fragment {
        Fragment {
            title: "Аталышы".into(),
            lead: String::new(),
            tree,
            foot: "Багыт".into(),
            author: "Багыт".into(),
            language: "ky",
            frame_language: "ky",
            form: false,
            page_only: Vec::new(),
            drawing: "Сүрөт сайтта: {alt}".into(),
        }
    }

    /// A site without pages and pictures.
    struct Nowhere;

    impl Resolver for Nowhere {
        fn destination(&self, _: &str, href: &str) -> Destination {
            match href.strip_prefix("https:") {
                Some(_) => Destination::Outside(href.into()),
                None => Destination::Inside { title: Some("Барак".into()), url: None },
            }
        }

        fn picture(&self, _: &str, _: &str) -> Option<Embedded> {
            None
        }
    }

    fn written(fragment: &Fragment) -> Vec<u8> {
        write(fragment, "ky/a.docx", &Nowhere).expect("a document")
    }

    /// The parts of a document that are XML.
    fn parts(bytes: &[u8]) -> HashMap<String, String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut parts = HashMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("a part");
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).expect("text");
            parts.insert(file.name().to_string(), text);
        }
        parts
    }

    fn xml(markdown: &str) -> String {
        of_tree(tree(markdown))
    }

    fn of_tree(tree: Tree) -> String {
        parts(&written(&fragment(tree))).remove("word/document.xml").expect("the document")
    }

    #[test]
    fn headings_lists_tables_and_boxes_are_real_ones() {
        let xml = xml("Биринчи **сөз**.\n\n## Баш\n\n- бир\n- [ ] эки\n\n1. үч\n\n| Б | В |\n|---|---|\n| 1 |   |\n");
        for wanted in ["w:val=\"Title\"", "w:val=\"Heading1\"", "<w:numPr>", "☐ ", "<w:tbl>", "сөз", "Баш"] {
            assert!(xml.contains(wanted), "{wanted} is not in {xml}");
        }
        assert_eq!(xml.matches("<w:tc>").count(), 4);
        assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    }

    #[test]
    fn a_table_in_a_table_has_its_own_rows_and_head() {
        let html = "<table><tr><td>бир<table><tr><th scope=\"col\">Б</th></tr><tr><td>эки</td></tr></table></td></tr>\
                    <tr><td>үч</td></tr></table><table><thead><tr><td></td><td> </td></tr></thead></table>";
        let xml = xml(html);
        assert_eq!((xml.matches("<w:tr>").count(), xml.matches("<w:tblHeader/>").count()), (4, 1));
        assert_eq!(xml.matches("<w:tbl>").count(), 2, "a table without rows is none");
        let head = xml.find("<w:tblHeader/>").expect("a head");
        assert!(xml.find("бир").expect("бир") < head && head < xml.find("эки").expect("эки"), "{xml}");
    }

    #[test]
    fn a_run_in_the_other_language_says_so() {
        let xml =
            xml("<p>сөз <span lang=\"ru\">слово</span> сөз</p><blockquote lang=\"ru-RU\"><p>два</p></blockquote>");
        assert_eq!(xml.matches("<w:lang w:val=\"ru-RU\"/>").count(), 2, "{xml}");
        assert!(!xml.contains(LANGUAGE), "{xml}");
    }

    #[test]
    fn footnotes_are_real_ones_and_none_is_lost() {
        let markdown = "а[^1] б[^1]\n\n[^1]: бир [сайт](https://example.kg)[^2]\n\n[^2]: эки\n";
        let parts = parts(&written(&fragment(tree(markdown))));
        let (document, notes) = (&parts["word/document.xml"], &parts["word/footnotes.xml"]);
        assert_eq!(document.matches("<w:footnoteReference w:id=\"2\"").count(), 1, "{document}");
        assert!(document.contains("[1]") && notes.contains("бир") && notes.contains("[2]"), "{document} {notes}");
        // To the second one only the first refers, and a footnote has none of its own.
        assert!(document.contains("эки"), "{document}");
        assert!(parts["word/_rels/footnotes.xml.rels"].contains("https://example.kg"));
    }

    #[test]
    fn what_a_document_cannot_show_is_said() {
        let shown = xml("![Короо](a.svg) [мында](b.html)\n");
        assert!(shown.contains("Сүрөт сайтта: Короо") && shown.contains("(«Барак»)"), "{shown}");
        let mut drawing = Text::default();
        drawing.open(Element::DataFigure);
        drawing.drawing("Тармак");
        drawing.close(Element::DataFigure);
        let shown = of_tree(Tree::new(&drawing, &Nothing));
        assert!(shown.contains("Сүрөт сайтта: Тармак"), "{shown}");
    }

    #[test]
    fn a_line_of_the_source_ends_in_one_space() {
        let xml = xml("г. Бишкек,\n*ул. Тыныстанова* **1**\n");
        for wanted in [">г. Бишкек, <", ">ул. Тыныстанова<", "preserve\"> <", ">1<"] {
            assert!(xml.contains(wanted), "{wanted} is not in {xml}");
        }
    }

    #[test]
    fn small_letters_keys_and_abbreviations_are_shown() {
        let xml = xml("H<sub>2</sub>O м<sup>3</sup><br><kbd>Ctrl</kbd> <abbr title=\"Эмгек рыногу\">ЭР</abbr>ин \
                       <http://www.a.kg>\n");
        for wanted in [
            "\"subscript\"",
            "\"superscript\"",
            "<w:br w:type=\"textWrapping\"",
            "Courier New",
            ">ЭР<",
            "> (Эмгек рыногу)<",
        ] {
            assert!(xml.contains(wanted), "{wanted} is not in {xml}");
        }
        assert_eq!(xml.matches("www.a.kg").count(), 1, "an address is said once: {xml}");
    }

    #[test]
    fn the_same_text_gives_the_same_bytes() {
        let markdown = "1. бир\n\nэки [а](https://a.kg) [б](https://b.kg)\n";
        assert!(written(&fragment(tree(markdown))) == written(&fragment(tree(markdown))));
    }

    /// All that a document has, with a text in every place.
    fn everywhere(words: &str, attribute: &str) -> Text {
        let mut text = Text::default();
        text.element(Element::Heading(2), words);
        text.open(Element::Paragraph);
        text.text(words);
        text.open(Element::External);
        text.attribute(Attribute::Address, &format!("https://{attribute}"));
        text.text(words);
        text.close(Element::External);
        text.open(Element::Image);
        text.attribute(Attribute::Address, "a");
        text.attribute(Attribute::Alternative, attribute);
        text.push(Event::Note { number: 1, nth: 1 });
        text.close(Element::Paragraph);
        text.element(Element::CodeBlock, words);
        text.drawing(attribute);
        text.open(Element::Table);
        text.open(Element::Row);
        text.element(Element::Cell(Align::None), words);
        text.close(Element::Row);
        text.close(Element::Table);
        text.open(Element::Footnotes);
        text.open(Element::Ordered);
        text.element(Element::Note(1), words);
        text.close(Element::Ordered);
        text.close(Element::Footnotes);
        text
    }

    fn faults(fragment: &Fragment) -> Vec<String> {
        let parts = parts(&written(fragment));
        let fault = |(name, part): (&String, &String)| {
            roxmltree::Document::parse(part).err().map(|error| format!("{name}: {error}: {part}"))
        };
        parts.iter().filter_map(fault).collect()
    }

    proptest::proptest! {
        #[test]
        fn any_text_makes_well_formed_xml(text: String, attribute: String) {
            let tree = Tree::new(&everywhere(&text, &attribute), &Nothing);
            let fragment = Fragment { title: text.clone(), lead: text.clone(), foot: text.clone(), author: text.clone(), ..fragment(tree) };
            proptest::prop_assert_eq!(faults(&fragment), Vec::<String>::new());
        }

        #[test]
        fn any_markdown_makes_well_formed_xml(markdown in "(<[a-z]{1,6}( [a-z]{2,5}=\"[^\"]{0,8}\")?>|</[a-z]{1,6}>|[^<]{0,6}|\n\n|[-|>*#`] ){0,20}") {
            proptest::prop_assert_eq!(faults(&fragment(tree(&markdown))), Vec::<String>::new());
        }

        #[test]
        fn no_word_is_lost(words in proptest::collection::vec("[а-яөүң]{1,8}", 1..12), kinds in proptest::collection::vec(0usize..7, 12)) {
            let wrap = |(word, kind): (&String, &usize)| match kind {
                0 => format!("{word}\n\n"),
                1 => format!("- {word}\n\n"),
                2 => format!("### {word}\n\n"),
                3 => format!("| {word} |\n|---|\n\n"),
                4 => format!("> *{word}*\n\n"),
                5 => format!("```\n{word}\n{word}\n```\n\n"),
                _ => format!("{word}\n: {word}\n\n"),
            };
            let markdown: String = words.iter().zip(&kinds).map(wrap).collect();
            let xml = xml(&markdown);
            for word in &words {
                proptest::prop_assert!(xml.contains(&format!(">{word}<")), "{} in {}", word, xml);
            }
        }
    }
}
