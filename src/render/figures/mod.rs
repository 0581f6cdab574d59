//! Records of data → figures and tables as HTML, wherever a text shows them.
//!
//! A figure is drawn once at build time and has its data as a table behind it, so that a screen reader, a search and
//! somebody who wants to copy it get the same.

mod draw;
mod measure;
mod route;
mod svg;

use crate::lang::{Lang, Localised};
use crate::markup::{Piece, pieces};
use crate::parse::{Cell, Data, Moment, Network, NetworkKind, Rich, Shape};
use crate::resolve::{EntryId, Target, collator};

use super::text::Reader;
use super::urls;
use crate::markup::escaped;

/// Where a figure or table is shown.
pub struct Showing {
    /// Its id on the page; empty on a page of its own.
    pub id: String,
    /// «Рис. 2.», if the text that shows it numbers it.
    pub label: String,
}

/// A figure or table as HTML; nothing if the entry is none.
pub fn html(reader: &Reader, entry: EntryId, showing: &Showing) -> String {
    let resolved = reader.site.handbook.entry(entry);
    let (Some(data), Some(record)) = (resolved.data(), resolved.record.as_ref()) else { return String::new() };
    let maker = Maker { reader, data, targets: &record.targets, sources: sources(data), alone: showing.id.is_empty() };
    maker.figure(entry, showing)
}

/// Ids of every source of a record, each once, in the order in which they are named.
fn sources(data: &Data) -> Vec<&str> {
    let of_items: Vec<&str> = match &data.shape {
        Shape::Network(network) => {
            network.items.iter().filter_map(|item| item.source.as_ref()).map(|(_, id)| id.as_str()).collect()
        }
        Shape::Events(events) => events.iter().map(|event| event.source.1.as_str()).collect(),
        _ => Vec::new(),
    };
    let mut found: Vec<&str> = Vec::new();
    for id in data.sources.iter().map(|(_, id)| id.as_str()).chain(of_items) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

struct Maker<'a> {
    reader: &'a Reader<'a>,
    data: &'a Data,
    targets: &'a [Target],
    /// Ids of the sources, by whose place they are referred to.
    sources: Vec<&'a str>,
    /// Whether it is on a page of its own, which says its title and shows its table at once.
    alone: bool,
}

impl Maker<'_> {
    fn lang(&self) -> Lang {
        self.reader.lang
    }

    fn word(&self, key: &str) -> String {
        escaped(self.reader.site.strings(self.lang()).text(key))
    }

    fn plain(&self, text: &Localised) -> String {
        escaped(text.get(self.lang()))
    }

    fn rich(&self, text: &Rich) -> String {
        self.reader.html(text.get(self.lang()), self.targets, None)
    }

    fn optional(&self, text: Option<&Rich>) -> String {
        text.map_or_else(String::new, |text| self.rich(text))
    }

    fn figure(&self, entry: EntryId, showing: &Showing) -> String {
        let id = if self.alone { String::new() } else { format!(" id=\"{}\"", showing.id) };
        let class = if self.data.shape.is_figure() { "data" } else { "data of-table" };
        let mut html = format!("<figure class=\"{class}\"{id}>");
        if !self.alone {
            html += "<figcaption>";
            html += &showing.label;
            html += &self.plain(&self.data.title);
            html += "</figcaption>";
        }
        match &self.data.shape {
            Shape::Events(_) => html += &self.timeline(),
            Shape::Roadmap(_) | Shape::Table(_) => html += &self.table(),
            Shape::Steps(_) | Shape::Network(_) => {
                html += &self.drawing();
                let open = if self.alone { " open" } else { "" };
                html += &format!(
                    "<details class=\"behind\"{open}><summary>{}</summary>{}</details>",
                    self.word("figure.behind"),
                    self.table()
                );
            }
        }
        html += &self.sources_html(entry);
        html += "</figure>";
        html
    }

    /// Sources, and the way to the page of its own.
    fn sources_html(&self, entry: EntryId) -> String {
        let list = &self.reader.site.handbook.lists.sources;
        let strings = self.reader.site.strings(self.lang());
        let found: Vec<_> = self.sources.iter().filter_map(|id| list.find(id)).collect();
        let mut html = String::new();
        if !found.is_empty() {
            html += &format!("<p class=\"data-sources\">{}: ", self.word("sources.title"));
            // The day is said once if it is the same of all.
            let once = found.iter().all(|source| source.checked == found[0].checked);
            for (at, source) in found.iter().enumerate() {
                let mark = if found.len() > 1 { format!("<b>{}</b> ", at + 1) } else { String::new() };
                let title = self.plain(&source.title);
                let title = match &source.url {
                    Some(url) => {
                        format!("<a class=\"external\" rel=\"external\" href=\"{}\">{title}</a>", escaped(url))
                    }
                    None => title,
                };
                let checked = strings.text("figure.checked").replace("{date}", &strings.date(source.checked));
                let last = at + 1 == found.len();
                let end = if last { "." } else { "; " };
                let checked = if once && !last { String::new() } else { format!(" ({})", escaped(&checked)) };
                html += &format!("{mark}{title}{checked}{end}");
            }
            html += "</p>";
        }
        if !self.alone {
            let url = urls::link(self.reader.site, self.reader.from, entry, self.lang());
            html += &format!("<p class=\"data-own\"><a href=\"{url}\">{}</a></p>", self.word("figure.own_page"));
        }
        html
    }

    /// The mark of a source, if there are several to tell apart.
    fn mark(&self, id: Option<&str>) -> String {
        let at = id.and_then(|id| self.sources.iter().position(|other| *other == id));
        match at {
            Some(at) if self.sources.len() > 1 => format!(" <sup class=\"src\">[{}]</sup>", at + 1),
            _ => String::new(),
        }
    }

    fn drawing(&self) -> String {
        let lang = self.lang();
        let label = format!("{}. {}", self.data.title.get(lang), self.data.summary.get(lang));
        match &self.data.shape {
            Shape::Steps(steps) => {
                let steps: Vec<draw::Step> = steps
                    .iter()
                    .map(|step| draw::Step { title: step.title.get(lang).into(), text: step.text.get(lang).into() })
                    .collect();
                draw::steps(&steps, &label)
            }
            Shape::Network(network) => {
                let levels: Vec<String> = network.levels.iter().map(|level| level.title.get(lang).into()).collect();
                let nodes: Vec<svg::Node> = network
                    .items
                    .iter()
                    .map(|item| svg::Node {
                        level: item.level,
                        name: item.short.as_ref().unwrap_or(&item.title).get(lang).into(),
                        links: item
                            .links
                            .iter()
                            .map(|link| (link.to, link.text.as_ref().map_or("", |text| text.get(lang)).into()))
                            .collect(),
                    })
                    .collect();
                draw::network(&levels, &nodes, &label)
            }
            _ => String::new(),
        }
    }

    fn timeline(&self) -> String {
        let Shape::Events(events) = &self.data.shape else { return String::new() };
        let mut html = String::from("<ol class=\"timeline\">");
        for event in events {
            html += &format!(
                "<li><time datetime=\"{}\">{}</time><p><strong>{}</strong>{}</p>",
                event.date.iso(),
                self.moment(event.date),
                self.plain(&event.title),
                self.mark(Some(&event.source.1))
            );
            if let Some(text) = &event.text {
                html += &format!("<p>{}</p>", self.rich(text));
            }
            html += "</li>";
        }
        html + "</ol>"
    }

    /// A time in the words of the language.
    fn moment(&self, moment: Moment) -> String {
        let strings = self.reader.site.strings(self.lang());
        let text = match moment.date() {
            Some(date) => strings.date(date),
            None if moment.month > 0 => strings.month_of_year(moment.year, moment.month),
            None if moment.until > 0 => format!("{}–{}", moment.year, moment.until),
            None => moment.year.to_string(),
        };
        escaped(&text)
    }

    /// The data as a table.
    fn table(&self) -> String {
        match &self.data.shape {
            Shape::Steps(steps) => {
                let results = steps.iter().any(|step| step.result.is_some());
                let mut heads = vec![self.word("figure.step"), self.word("figure.what")];
                if results {
                    heads.push(self.word("figure.result"));
                }
                let rows = steps.iter().enumerate().map(|(at, step)| {
                    let mut cells = vec![
                        Td::head(format!("{}. {}", at + 1, self.plain(&step.title))).by(at as i64),
                        Td::of(self.plain(&step.text)),
                    ];
                    if results {
                        cells.push(Td::of(step.result.as_ref().map_or_else(String::new, |text| self.plain(text))));
                    }
                    cells
                });
                self.rows(&heads, rows)
            }
            Shape::Network(network) => self.network_table(network),
            Shape::Events(_) => self.timeline(),
            Shape::Roadmap(tasks) => {
                let has = |some: bool, key: &str| some.then(|| self.word(key));
                let results = tasks.iter().any(|task| task.result.is_some());
                let statuses = tasks.iter().any(|task| task.status.is_some());
                let heads = [
                    Some(self.word("figure.when")),
                    Some(self.word("figure.task")),
                    Some(self.word("figure.who")),
                    has(results, "figure.outcome"),
                    has(statuses, "figure.status"),
                ];
                let heads: Vec<String> = heads.into_iter().flatten().collect();
                let rows = tasks.iter().map(|task| {
                    let when = Td::of(self.moment(task.when)).by_time(task.when);
                    let mut cells = vec![when, Td::head(self.rich(&task.task)), Td::of(self.rich(&task.who))];
                    if results {
                        cells.push(Td::of(self.optional(task.result.as_ref())));
                    }
                    if statuses {
                        cells.push(Td::of(self.optional(task.status.as_ref())));
                    }
                    cells
                });
                self.rows(&heads, rows)
            }
            Shape::Table(table) => {
                let heads: Vec<String> = table.columns.iter().map(|column| self.plain(&column.title)).collect();
                let rows = table.rows.iter().map(|row| {
                    let cell = |(at, cell): (usize, &Cell)| match cell {
                        Cell::Empty => Td::of("—".into()),
                        Cell::Text(text) if at == 0 => Td::head(self.rich(text)),
                        Cell::Text(text) => Td::of(self.rich(text)),
                        // A year is not grouped.
                        Cell::Number(number) if table.columns[at].kind == "year" => {
                            Td::of((number / 1000).to_string()).by(*number)
                        }
                        Cell::Number(number) => Td::number(decimal(*number)).by(*number),
                    };
                    row.iter().enumerate().map(cell).collect()
                });
                self.rows(&heads, rows)
            }
        }
    }

    fn network_table(&self, network: &Network) -> String {
        let organisations = network.kind == NetworkKind::Organisations;
        let names = if organisations {
            ["figure.level", "figure.organisation", "figure.role", "figure.links"]
        } else {
            ["figure.stage", "figure.way", "figure.what", "figure.onward"]
        };
        let heads: Vec<String> = names.iter().map(|key| self.word(key)).collect();
        let rows = network.items.iter().map(|item| {
            let level = network.levels.get(item.level).map_or_else(String::new, |level| self.plain(&level.title));
            let title = self.plain(&item.title);
            let mut name = match &item.url {
                Some(url) => format!("<a class=\"external\" rel=\"external\" href=\"{}\">{title}</a>", escaped(url)),
                None => title,
            };
            name += &self.mark(item.source.as_ref().map(|(_, id)| id.as_str()));
            if let Some(formerly) = &item.formerly {
                name += &format!(" <small>{}: {}</small>", self.word("figure.formerly"), self.plain(formerly));
            }
            let links: Vec<String> = item
                .links
                .iter()
                .filter_map(|link| {
                    let other = network.items.get(link.to)?;
                    let other = self.plain(other.short.as_ref().unwrap_or(&other.title));
                    let text = link.text.as_ref().map(|text| format!(": {}", self.plain(text)));
                    Some(format!("<li>{other}{}</li>", text.unwrap_or_default()))
                })
                .collect();
            let links = if links.is_empty() { "—".into() } else { format!("<ul>{}</ul>", links.concat()) };
            vec![
                Td::of(level).by(item.level as i64),
                Td::head(name),
                Td::of(self.optional(item.role.as_ref())),
                Td::of(links),
            ]
        });
        self.rows(&heads, rows)
    }

    fn rows(&self, heads: &[String], rows: impl Iterator<Item = Vec<Td>>) -> String {
        let label = self.plain(&self.data.title);
        let mut html = format!(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{label}\"><table data-sortable><thead><tr>"
        );
        for head in heads {
            html += &format!("<th scope=\"col\">{head}</th>");
        }
        html += "</tr></thead><tbody>";
        let mut rows: Vec<Vec<Td>> = rows.collect();
        rank(&mut rows, heads.len(), self.reader.site.handbook.config.languages.code(self.lang()));
        for row in rows {
            html += "<tr>";
            row.iter().for_each(|cell| cell.write(&mut html));
            html += "</tr>";
        }
        html + "</tbody></table></div>"
    }
}

/// A number of thousandths with a comma before what is less than a whole: `17,9`.
fn decimal(thousandths: i64) -> String {
    let rest = format!("{:03}", thousandths.abs() % 1000);
    let whole = crate::i18n::grouped(thousandths / 1000);
    let sign = if thousandths < 0 && thousandths > -1000 { "−" } else { "" };
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole},{rest}"),
    }
}

/// A cell of a table.
struct Td {
    html: String,
    head: bool,
    number: bool,
    /// By what the column is sorted; nothing if there is nothing in it.
    sort: Option<i64>,
}

/// Gives each text of a column its place in the order of the language, numbers in it by their value, after the numbers of
/// the column: the script that sorts a table need not know the alphabet.
fn rank(rows: &mut [Vec<Td>], columns: usize, code: &str) {
    let collator = collator(&format!("{code}-u-kn"));
    let compare = |a: &str, b: &str| collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b));
    for column in 0..columns {
        let cells = || rows.iter().filter_map(|row| row.get(column));
        let first = cells().filter_map(|cell| cell.sort).max().map_or(0, |last| last.saturating_add(1));
        let mut texts: Vec<String> = cells().filter_map(Td::text).collect();
        texts.sort_by(|a, b| compare(a, b));
        texts.dedup_by(|a, b| compare(a, b).is_eq());
        for cell in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
            let Some(text) = cell.text() else { continue };
            let place = texts.partition_point(|other| compare(other, &text).is_lt());
            cell.sort = Some(first.saturating_add(place as i64));
        }
    }
}

impl Td {
    fn of(html: String) -> Td {
        Td { html, head: false, number: false, sort: None }
    }

    fn head(html: String) -> Td {
        Td { head: true, ..Td::of(html) }
    }

    fn number(html: String) -> Td {
        Td { number: true, ..Td::of(html) }
    }

    fn by(self, sort: i64) -> Td {
        Td { sort: Some(sort), ..self }
    }

    fn by_time(self, moment: Moment) -> Td {
        self.by(i64::from(moment.year) * 10_000 + i64::from(moment.month) * 100 + i64::from(moment.day))
    }

    /// The words of a cell that has no number, unless they say that there is nothing.
    fn text(&self) -> Option<String> {
        let pieces = pieces(&self.html).map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Tag(_) => "",
        });
        let text = pieces.collect::<String>();
        (self.sort.is_none() && !matches!(text.trim(), "" | "—")).then(|| text.trim().to_string())
    }

    fn write(&self, html: &mut String) {
        let tag = if self.head { "th scope=\"row\"" } else { "td" };
        let class = if self.number { " class=\"right\"" } else { "" };
        let sort = self.sort.map_or_else(String::new, |sort| format!(" data-sort=\"{sort}\""));
        let end = if self.head { "th" } else { "td" };
        *html += &format!("<{tag}{class}{sort}>{}</{end}>", self.html);
    }
}

#[cfg(test)]
mod tests {
    use super::{Td, decimal, rank};

    #[test]
    fn words_are_sorted_as_the_language_has_them() {
        let places = |code: &str, words: &[&str]| {
            let mut rows: Vec<Vec<Td>> = words.iter().map(|word| vec![Td::of(format!("<b>{word}</b>"))]).collect();
            rank(&mut rows, 1, code);
            rows.into_iter().map(|row| row[0].sort).collect::<Vec<_>>()
        };
        assert_eq!(
            places("ky", &["үй", "уй", "ёлка", "ель", "—", "жол", "ель"]).as_slice(),
            [Some(4), Some(3), Some(1), Some(0), None, Some(2), Some(0)]
        );
        assert_eq!(places("ky", &["ёж", "ель", "елка"]), places("ky", &["3", "2", "1"]), "ё is a letter after е");
        assert_eq!(places("ru", &["ёлка", "ель", "ежи"]), [Some(1), Some(2), Some(0)], "ё stands with е");
        assert_eq!(places("ky", &["10-класс", "9-класс"]), [Some(1), Some(0)]);
        let mut rows = vec![vec![Td::of("сөз".into())], vec![Td::of("5".into()).by(5_000)]];
        rank(&mut rows, 1, "ky");
        assert_eq!(rows[0][0].sort, Some(5_001), "words come after numbers");
    }

    #[test]
    fn numbers_are_written_with_a_comma() {
        assert_eq!(decimal(17_900), "17,9");
        assert_eq!(decimal(3_000), "3");
        assert_eq!(decimal(44_400_000), "44\u{a0}400");
        assert_eq!(decimal(-250), "−0,25");
    }
}
