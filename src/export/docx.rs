//! HTML of our own writing → a document for word processors (Office Open XML), with real headings, lists and tables, so
//! that it can be edited and not only filled in.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, Docx, Footer, IndentLevel, Level, LevelJc, LevelText, LineSpacing,
    NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Run, RunFonts, Shading, SpecialIndentType,
    Start, Style, StyleType, Tab, TabLeaderType, TabValueType, Table, TableBorder, TableBorderPosition, TableCell,
    TableCellMargins, TableRow, VertAlignType, WidthType,
};
use scraper::{ElementRef, Html, Node};

use crate::render::Fragment;

/// A4 in twentieths of a point.
const PAGE: (u32, u32) = (11906, 16838);
/// Margin of the page: 2 cm.
const MARGIN: i32 = 1134;
/// Width of the text.
const TEXT: usize = PAGE.0 as usize - 2 * MARGIN as usize;
/// One level of a list.
const INDENT: i32 = 400;
/// Colour of headings and rules: the theme's indigo, dark enough for any printer.
const HUE: &str = "2F4A8C";

/// Writes a document.
///
/// # Errors
/// What packing the archive says; it is packed in memory, so only a lack of that can be the reason.
pub fn write(fragment: &Fragment) -> Result<Vec<u8>, String> {
    let mut writer = Writer { docx: styled(), lists: 0, paragraphs: 0 };
    let title = writer.paragraph().style("Title").add_run(Run::new().add_text(&fragment.title));
    writer.add(title);
    if !fragment.lead.is_empty() {
        let lead = writer.paragraph().add_run(Run::new().add_text(&fragment.lead).color("5D554B"));
        writer.add(lead);
    }
    let html = Html::parse_fragment(&fragment.html);
    let blocks = writer.blocks(html.root_element(), Context::default());
    for block in blocks {
        writer.docx = match block {
            Block::Paragraph(paragraph) => writer.docx.add_paragraph(*paragraph),
            Block::Table(table) => writer.docx.add_table(*table),
        };
    }
    let foot = writer
        .paragraph()
        .align(AlignmentType::Center)
        .add_run(Run::new().add_text(format!("{} · ", fragment.foot)).size(16).color("5D554B"))
        .add_page_num(PageNum::new());
    let mut bytes = Cursor::new(Vec::new());
    writer
        .docx
        .footer(Footer::new().add_paragraph(foot))
        .build()
        .pack(&mut bytes)
        .map_err(|error| error.to_string())?;
    Ok(bytes.into_inner())
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
    let title = Style::new("Title", StyleType::Paragraph).name("Title").based_on("Normal").next("Normal");
    let margin = PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN).footer(600);
    Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        // Both have ө, ү and ң on every Windows since 7.
        .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri").east_asia("Calibri"))
        .default_size(22)
        .default_line_spacing(LineSpacing::new().line(276).after(120))
        .add_style(title.bold().size(36).color(HUE).line_spacing(LineSpacing::new().after(160)))
        .add_style(heading("Heading1", "heading 1", 28, 0))
        .add_style(heading("Heading2", "heading 2", 25, 1))
        .add_style(heading("Heading3", "heading 3", 23, 2))
        .created_at("2000-01-01T00:00:00Z")
        .updated_at("2000-01-01T00:00:00Z")
}

enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// In what a block stands.
#[derive(Clone, Copy, Default)]
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
}

/// How a piece of text looks.
#[derive(Clone, Copy, Default)]
struct Look {
    bold: bool,
    italic: bool,
    strike: bool,
    small: bool,
    raised: Option<VertAlignType>,
    key: bool,
}

struct Writer {
    docx: Docx,
    lists: usize,
    paragraphs: usize,
}

impl Writer {
    /// An empty paragraph. Its id is given here: the library's own counter goes on from document to document.
    fn paragraph(&mut self) -> Paragraph {
        self.paragraphs += 1;
        Paragraph::new().id(format!("{:08X}", self.paragraphs))
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    /// The blocks of an element. Text that stands beside blocks becomes paragraphs between them.
    fn blocks(&mut self, parent: ElementRef, mut context: Context) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut line: Vec<Run> = Vec::new();
        for child in parent.children() {
            let look = Look { bold: context.bold, small: context.small, ..Look::default() };
            match ElementRef::wrap(child) {
                Some(element) if is_block(element) => {
                    self.end_line(&mut line, &mut context, &mut blocks);
                    self.block(element, &mut context, &mut blocks);
                }
                Some(element) => inline(element, look, &mut line),
                None => text(child.value(), look, &mut line),
            }
        }
        self.end_line(&mut line, &mut context, &mut blocks);
        blocks
    }

    /// Makes a paragraph of the runs so far, with the item's mark if it is the item's first.
    fn end_line(&mut self, line: &mut Vec<Run>, context: &mut Context, blocks: &mut Vec<Block>) {
        let runs = std::mem::take(line);
        let empty = |run: &Run| {
            run.children.iter().all(|child| match child {
                docx_rs::RunChild::Text(text) => text.text.trim().is_empty(),
                _ => false,
            })
        };
        if runs.iter().all(empty) {
            return;
        }
        let mut paragraph = self.paragraph();
        paragraph = match context.item.take() {
            Some(list) => paragraph
                .numbering(NumberingId::new(list), IndentLevel::new(context.depth.saturating_sub(1).min(8)))
                .line_spacing(LineSpacing::new().after(60)),
            None if context.depth > 0 => paragraph.indent(Some(INDENT * context.depth as i32), None, None, None),
            None if context.boxed => paragraph.indent(Some(INDENT), None, None, None),
            None => paragraph,
        };
        let lines = runs.iter().any(|run| run.children.iter().any(|child| matches!(child, docx_rs::RunChild::Tab(_))));
        if lines && !context.cell {
            let line = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Underscore).pos(TEXT);
            paragraph = paragraph.add_tab(line);
        }
        for run in runs {
            paragraph = paragraph.add_run(run);
        }
        blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    fn block(&mut self, element: ElementRef, context: &mut Context, blocks: &mut Vec<Block>) {
        match element.value().name() {
            "svg" | "script" | "style" => {}
            "h2" => self.heading(element, "Heading1", blocks),
            "h3" => self.heading(element, "Heading2", blocks),
            "h4" | "h5" | "h6" => self.heading(element, "Heading3", blocks),
            "ul" => self.list(element, "bullet", *context, blocks),
            "ol" => self.list(element, "decimal", *context, blocks),
            "table" => {
                let table = self.table(element);
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
                let small = element.value().classes().any(|class| class == "footnotes" || class == "data-sources");
                let own = element.value().classes().any(|class| class == "data-own");
                let bold = element.value().classes().any(|class| class == "alert-title");
                if !own {
                    let inner = Context { small: context.small || small, bold: context.bold || bold, ..*context };
                    // The item's mark goes to its first paragraph, wherever that stands.
                    context.item = None;
                    let inner = self.blocks(element, inner);
                    blocks.extend(inner);
                }
            }
        }
    }

    fn heading(&mut self, element: ElementRef, style: &str, blocks: &mut Vec<Block>) {
        let mut runs = Vec::new();
        inline_children(element, Look::default(), &mut runs);
        let mut paragraph = self.paragraph().style(style).keep_next(true);
        for run in runs {
            paragraph = paragraph.add_run(run);
        }
        blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// Each list has its own numbering, so that every ordered one begins at 1.
    fn list(&mut self, element: ElementRef, format: &str, context: Context, blocks: &mut Vec<Block>) {
        self.lists += 1;
        // The library keeps the first numbers for itself.
        let number = self.lists + 10;
        let first = element.value().attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
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
        for item in element.child_elements() {
            // A box to tick stands instead of the mark.
            let task = item.descendent_elements().any(|inner| inner.value().classes().any(|class| class == "box"));
            let inner =
                Context { depth: context.depth + 1, item: (!task || format == "decimal").then_some(number), ..context };
            let inner = self.blocks(item, inner);
            blocks.extend(inner);
        }
    }

    fn table(&mut self, element: ElementRef) -> Table {
        let rows: Vec<ElementRef> =
            element.descendent_elements().filter(|inner| inner.value().name() == "tr").collect();
        let widths = widths(&rows);
        let mut made = Vec::new();
        for row in rows {
            let mut cells = Vec::new();
            for (column, cell) in row.child_elements().enumerate() {
                let width = widths.get(column).copied().unwrap_or(0);
                let head = cell.value().name() == "th";
                let in_head = cell.value().attr("scope") == Some("col");
                let mut td = TableCell::new().width(width, WidthType::Dxa);
                if in_head {
                    td = td.shading(Shading::new().fill("EEF1F8"));
                }
                let blocks = self.blocks(cell, Context { bold: head, cell: true, ..Context::default() });
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
            .width(TEXT, WidthType::Dxa)
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
        table
    }
}

/// The widths of a table's columns. Each has room for its longest word; what is left goes to those with more to say.
fn widths(rows: &[ElementRef]) -> Vec<usize> {
    /// Width of a letter on the average, with some to spare.
    const LETTER: usize = 130;
    /// Margins of a cell.
    const SIDES: usize = 220;
    /// Letters after which a cell has lines enough.
    const MANY: usize = 60;
    let columns = rows.iter().map(|row| row.child_elements().count()).max().unwrap_or(1).max(1);
    let (mut least, mut wanted) = (vec![LETTER * 3 + SIDES; columns], vec![0; columns]);
    for row in rows {
        for (column, cell) in row.child_elements().enumerate() {
            let text: String = cell.text().collect();
            let word = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            least[column] = least[column].max(word * LETTER + SIDES);
            wanted[column] = wanted[column].max(text.trim().chars().count().min(MANY) * LETTER + SIDES);
        }
    }
    let needed: usize = least.iter().sum();
    if needed >= TEXT {
        return least.iter().map(|width| width * TEXT / needed).collect();
    }
    let more: Vec<usize> = wanted.iter().zip(&least).map(|(wanted, least)| wanted.saturating_sub(*least) + 1).collect();
    let all: usize = more.iter().sum();
    least.iter().zip(more).map(|(least, more)| least + (TEXT - needed) * more / all).collect()
}

fn is_block(element: ElementRef) -> bool {
    !matches!(
        element.value().name(),
        "a" | "abbr"
            | "b"
            | "br"
            | "cite"
            | "code"
            | "del"
            | "em"
            | "i"
            | "img"
            | "kbd"
            | "mark"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "wbr"
    )
}

fn inline_children(parent: ElementRef, look: Look, runs: &mut Vec<Run>) {
    for child in parent.children() {
        match ElementRef::wrap(child) {
            Some(element) => inline(element, look, runs),
            None => text(child.value(), look, runs),
        }
    }
}

fn inline(element: ElementRef, look: Look, runs: &mut Vec<Run>) {
    let class = |wanted: &str| element.value().classes().any(|class| class == wanted);
    match element.value().name() {
        "br" => runs.push(Run::new().add_break(docx_rs::BreakType::TextWrapping)),
        "span" if class("box") => {
            let mark = if element.value().attr("data-done").is_some() { "☑ " } else { "☐ " };
            runs.push(Run::new().add_text(mark));
        }
        // A tab that draws a line up to the margin: it stays right when the words before it are changed.
        "span" if class("to-end") => runs.push(Run::new().add_tab()),
        // What only helps on a page.
        "a" if class("anchor") || class("fn-back") => {}
        "svg" | "img" => {}
        "strong" | "b" => inline_children(element, Look { bold: true, ..look }, runs),
        "em" | "i" | "cite" => inline_children(element, Look { italic: true, ..look }, runs),
        "del" | "s" => inline_children(element, Look { strike: true, ..look }, runs),
        "small" => {
            runs.push(Run::new().add_break(docx_rs::BreakType::TextWrapping));
            inline_children(element, Look { small: true, bold: false, ..look }, runs);
        }
        "sup" => inline_children(element, Look { raised: Some(VertAlignType::SuperScript), ..look }, runs),
        "sub" => inline_children(element, Look { raised: Some(VertAlignType::SubScript), ..look }, runs),
        "kbd" => inline_children(element, Look { key: true, ..look }, runs),
        "abbr" => {
            inline_children(element, look, runs);
            // Nothing shows it on paper but its own words.
            if let Some(title) = element.value().attr("title").filter(|title| !title.is_empty()) {
                runs.push(run(&format!(" ({title})"), look));
            }
        }
        "a" => {
            inline_children(element, look, runs);
            // An address that leads out of the site says something on its own.
            let href = element.value().attr("href").unwrap_or("");
            let words: String = element.text().collect();
            if href.starts_with("http") && !class("address") && !words.contains(href) {
                runs.push(run(&format!(" ({href})"), Look { small: true, ..look }));
            }
        }
        _ => inline_children(element, look, runs),
    }
}

fn text(node: &Node, look: Look, runs: &mut Vec<Run>) {
    let Node::Text(text) = node else { return };
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
    runs.push(run(&joined, look));
}

fn run(text: &str, look: Look) -> Run {
    let mut run = Run::new().add_text(text);
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
        run = run.size(18);
    }
    if look.key {
        run = run.fonts(RunFonts::new().ascii("Consolas").hi_ansi("Consolas").cs("Consolas"));
    }
    if let Some(raised) = look.raised {
        run.run_property = run.run_property.vert_align(raised);
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fragment(html: &str) -> Fragment {
        Fragment { title: "Аталышы".into(), lead: String::new(), html: html.into(), foot: "Багыт".into() }
    }

    /// The document's own XML: its archive is looked into by name.
    fn xml(bytes: &[u8]) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut text = String::new();
        let mut file = archive.by_name("word/document.xml").expect("the document");
        std::io::Read::read_to_string(&mut file, &mut text).expect("text");
        text
    }

    #[test]
    fn headings_lists_tables_and_boxes_are_real_ones() {
        let html = "<p>Биринчи <strong>сөз</strong>.</p><h2 id=\"a\">Баш<a class=\"anchor\" href=\"#a\"></a></h2>\
                    <ul><li>бир</li><li><span class=\"box\" role=\"img\"></span> эки</li></ul><ol><li>үч</li></ol>\
                    <div class=\"table\"><table><thead><tr><th scope=\"col\">Б</th><th scope=\"col\">В</th></tr></thead>\
                    <tbody><tr><td>1</td><td></td></tr></tbody></table></div><svg><text>жок</text></svg>";
        let xml = xml(&write(&fragment(html)).expect("a document"));
        for wanted in ["w:val=\"Title\"", "w:val=\"Heading1\"", "<w:numPr>", "☐ ", "<w:tbl>", "сөз", "Баш"] {
            assert!(xml.contains(wanted), "{wanted} is not in {xml}");
        }
        assert!(!xml.contains("жок"), "a drawing's words are no text");
        assert_eq!(xml.matches("<w:tc>").count(), 4);
    }

    #[test]
    fn a_line_of_the_source_ends_in_one_space() {
        let html = "<p>г. Бишкек, <em>ул. Тыныстанова</em> <strong>1</strong></p>";
        let xml = xml(&write(&fragment(html)).expect("a document"));
        for wanted in [">г. Бишкек, <", ">ул. Тыныстанова<", "preserve\"> <", ">1<"] {
            assert!(xml.contains(wanted), "{wanted} is not in {xml}");
        }
    }

    #[test]
    fn small_letters_keys_and_abbreviations_are_shown() {
        let html = "<p>H<sub>2</sub>O м<sup>3</sup><br><kbd>Ctrl</kbd> <abbr title=\"Эмгек рыногу\">ЭР</abbr>ин \
                    <a class=\"external address\" rel=\"external\" href=\"http://www.a.kg\">www.a.kg</a></p>";
        let xml = xml(&write(&fragment(html)).expect("a document"));
        for wanted in [
            "\"subscript\"",
            "\"superscript\"",
            "<w:br w:type=\"textWrapping\"",
            "Consolas",
            ">ЭР<",
            "> (Эмгек рыногу)<",
        ] {
            assert!(xml.contains(wanted), "{wanted} is not in {xml}");
        }
        assert_eq!(xml.matches("www.a.kg").count(), 1, "an address is said once: {xml}");
    }

    #[test]
    fn the_same_text_gives_the_same_bytes() {
        let html = "<ol><li>бир</li></ol><p>эки</p>";
        let first = write(&fragment(html)).expect("a document");
        let second = write(&fragment(html)).expect("a document");
        assert!(first == second);
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_lost(words in proptest::collection::vec("[а-яөүң]{1,8}", 1..12), tags in proptest::collection::vec(0usize..6, 12)) {
            let wrap = |(word, tag): (&String, &usize)| match tag {
                0 => format!("<p>{word}</p>"),
                1 => format!("<ul><li>{word}</li></ul>"),
                2 => format!("<h3>{word}</h3>"),
                3 => format!("<table><tr><td>{word}</td></tr></table>"),
                4 => format!("<blockquote><p><em>{word}</em></p></blockquote>"),
                _ => format!("<dl><dt>{word}</dt><dd>{word}</dd></dl>"),
            };
            let html: String = words.iter().zip(&tags).map(wrap).collect();
            let xml = xml(&write(&fragment(&html)).expect("a document"));
            for word in &words {
                proptest::prop_assert!(xml.contains(&format!(">{word}<")), "{} in {}", word, xml);
            }
        }
    }
}
