//! Records of data → figures and tables as texts, wherever a text shows them.
//!
//! A figure has its data as a table behind it, so that a screen reader, a search and somebody who wants to copy it get the
//! same. Its drawing is a place in the text until an exporter asks for it.

mod draw;
mod measure;
mod route;
mod svg;

use crate::lang::{Lang, Localised};
use crate::parse::{Cell, Data, Moment, Network, NetworkKind, Rich, Shape, Source};
use crate::resolve::{EntryId, collator};
use crate::text::{Align, Attribute, CARDS, Element, Text};

use super::reader::Reader;
use super::urls;

/// Where a figure or table is shown.
#[derive(Default)]
pub struct Showing {
    /// Its id on the page; empty on a page of its own.
    pub id: String,
    /// «Рис. 2.», if the text that shows it numbers it.
    pub label: Option<String>,
}

/// A figure or table as a text, which refers to what the record's texts refer to.
pub fn text(reader: Reader, entry: EntryId, data: &Data, showing: &Showing) -> Text {
    let maker = Maker { reader, data, sources: sources(data), alone: showing.id.is_empty() };
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

struct Maker<'s> {
    reader: Reader<'s>,
    data: &'s Data,
    /// Ids of the sources, by whose place they are referred to.
    sources: Vec<&'s str>,
    /// Whether it is on a page of its own, which says its title and shows its table at once.
    alone: bool,
}

impl<'s> Maker<'s> {
    fn lang(&self) -> Lang {
        self.reader.lang
    }

    fn word(&self, key: &str) -> &'s str {
        self.reader.site.strings(self.lang()).text(key)
    }

    fn code(&self) -> &'static str {
        self.reader.site.handbook.config.languages.code(self.lang())
    }

    fn plain<'t>(&self, text: &'t Localised) -> &'t str {
        text.get(self.lang())
    }

    /// Adds a text, with its language where that is not the reader's.
    fn say(&self, text: &Localised, to: &mut Text) {
        let (words, shown) = text.shown(self.lang());
        self.tell(shown, to, |to| to.text(words));
    }

    fn rich(&self, text: &Rich) -> Text {
        let (text, shown) = text.shown(self.lang());
        let mut told = Text::default();
        self.tell(shown, &mut told, |to| to.append(text));
        told
    }

    /// Adds what is in a language, which it says where it is not the reader's.
    fn tell(&self, shown: Lang, to: &mut Text, words: impl FnOnce(&mut Text)) {
        if shown == self.lang() {
            return words(to);
        }
        let languages = &self.reader.site.handbook.config.languages;
        to.open(Element::Foreign);
        to.attribute(Attribute::Language, languages.code(shown));
        words(to);
        to.close(Element::Foreign);
        to.text(" ");
        let name = self.reader.site.strings(shown).text("language.name");
        to.element(Element::Small, &format!("({}: {name})", self.word("fallback.mark")));
    }

    fn words(&self, text: &Localised) -> Td {
        let mut words = Text::default();
        self.say(text, &mut words);
        Td::from(words)
    }

    fn figure(&self, entry: EntryId, showing: &Showing) -> Text {
        let element = if self.data.shape.is_figure() { Element::DataFigure } else { Element::DataTable };
        let mut text = Text::default();
        text.open(element);
        if !self.alone {
            text.attribute(Attribute::Id, &showing.id);
            text.open(Element::Caption);
            if let Some(label) = &showing.label {
                text.element(Element::Label, label);
                text.text(" ");
            }
            self.say(&self.data.title, &mut text);
            text.close(Element::Caption);
        }
        match &self.data.shape {
            Shape::Events(_) => self.timeline(&mut text),
            Shape::Roadmap(_) | Shape::Table(_) => self.table(&mut text),
            Shape::Steps(_) | Shape::Network(_) => {
                text.drawing(&format!("{}. {}", self.plain(&self.data.title), self.plain(&self.data.summary)));
                let behind = Element::Behind(self.alone);
                text.open(behind);
                text.element(Element::Summary, self.word("figure.behind"));
                self.table(&mut text);
                text.close(behind);
            }
        }
        self.write_sources(&mut text);
        if !self.alone {
            text.open(Element::OwnPage);
            text.open(Element::Link);
            text.attribute(Attribute::Address, &urls::link(self.reader.site, self.reader.from, entry, self.lang()));
            text.text(self.word("figure.own_page"));
            text.close(Element::Link);
            text.close(Element::OwnPage);
        }
        text.close(element);
        text
    }

    fn write_sources(&self, text: &mut Text) {
        let list = &self.reader.site.handbook.lists.sources;
        let found: Vec<&Source> = self.sources.iter().filter_map(|id| list.find(id)).collect();
        if found.is_empty() {
            return;
        }
        let strings = self.reader.site.strings(self.lang());
        text.open(Element::Sources);
        text.text(&format!("{}: ", self.word("sources.title")));
        // The day is said once if it is the same of all.
        let once = found.iter().all(|source| source.checked == found[0].checked);
        for (at, source) in found.iter().enumerate() {
            if found.len() > 1 {
                text.element(Element::Bold, &(at + 1).to_string());
                text.text(" ");
            }
            linked(source.url.as_deref(), text, |to| self.say(&source.title, to));
            let last = at + 1 == found.len();
            if last || !once {
                let checked = strings.text("figure.checked").replace("{date}", &strings.date(source.checked));
                text.text(&format!(" ({checked})"));
            }
            text.text(if last { "." } else { "; " });
        }
        text.close(Element::Sources);
    }

    /// The mark of a source, if there are several to tell apart.
    fn mark(&self, id: Option<&str>, text: &mut Text) {
        let at = id.and_then(|id| self.sources.iter().position(|other| *other == id));
        if let Some(at) = at.filter(|_| self.sources.len() > 1) {
            text.text(" ");
            text.element(Element::SourceMark, &format!("[{}]", at + 1));
        }
    }

    fn timeline(&self, to: &mut Text) {
        let Shape::Events(events) = &self.data.shape else { return };
        to.open(Element::Timeline);
        for event in events {
            to.open(Element::Item);
            to.open(Element::Time);
            to.attribute(Attribute::Datetime, &event.date.iso());
            to.text(&self.moment(event.date));
            to.close(Element::Time);
            to.open(Element::Paragraph);
            to.open(Element::Strong);
            self.say(&event.title, to);
            to.close(Element::Strong);
            self.mark(Some(&event.source.1), to);
            to.close(Element::Paragraph);
            if let Some(text) = &event.text {
                to.open(Element::Paragraph);
                to.append(&self.rich(text));
                to.close(Element::Paragraph);
            }
            to.close(Element::Item);
        }
        to.close(Element::Timeline);
    }

    /// A time in the words of the language.
    fn moment(&self, moment: Moment) -> String {
        let strings = self.reader.site.strings(self.lang());
        match moment.date() {
            Some(date) => strings.date(date),
            None if moment.month > 0 => strings.month_of_year(moment.year, moment.month),
            None if moment.until > 0 => format!("{}–{}", moment.year, moment.until),
            None => moment.year.to_string(),
        }
    }

    /// The data as a table.
    fn table(&self, to: &mut Text) {
        match &self.data.shape {
            Shape::Steps(steps) => {
                let results = steps.iter().any(|step| step.result.is_some());
                let mut heads = vec![self.word("figure.step"), self.word("figure.what")];
                if results {
                    heads.push(self.word("figure.result"));
                }
                let rows = steps.iter().enumerate().map(|(at, step)| {
                    let mut name = Text::default();
                    name.text(&format!("{}. ", at + 1));
                    self.say(&step.title, &mut name);
                    let mut cells = vec![Td::from(name).head().by(at as i64), self.words(&step.text)];
                    if results {
                        cells.push(step.result.as_ref().map_or_else(|| Td::words(""), |text| self.words(text)));
                    }
                    cells
                });
                self.rows(&heads, rows, to);
            }
            Shape::Network(network) => self.network_table(network, to),
            Shape::Events(_) => self.timeline(to),
            Shape::Roadmap(tasks) => {
                let results = tasks.iter().any(|task| task.result.is_some());
                let statuses = tasks.iter().any(|task| task.status.is_some());
                let has = |some: bool, key: &str| some.then(|| self.word(key));
                let heads = [
                    Some(self.word("figure.when")),
                    Some(self.word("figure.task")),
                    Some(self.word("figure.who")),
                    has(results, "figure.outcome"),
                    has(statuses, "figure.status"),
                ];
                let heads: Vec<&str> = heads.into_iter().flatten().collect();
                let rows = tasks.iter().map(|task| {
                    let when = Td::words(&self.moment(task.when)).by_time(task.when);
                    let mut cells = vec![when, Td::from(self.rich(&task.task)).head(), Td::from(self.rich(&task.who))];
                    if results {
                        cells.push(self.optional(task.result.as_ref()));
                    }
                    if statuses {
                        cells.push(self.optional(task.status.as_ref()));
                    }
                    cells
                });
                self.rows(&heads, rows, to);
            }
            Shape::Table(table) => {
                let heads: Vec<&str> = table.columns.iter().map(|column| self.plain(&column.title)).collect();
                let rows = table.rows.iter().map(|row| {
                    let cell = |(at, cell): (usize, &Cell)| match cell {
                        Cell::Empty => Td::words("—"),
                        Cell::Text(text) if at == 0 => Td::from(self.rich(text)).head(),
                        Cell::Text(text) => Td::from(self.rich(text)),
                        // A year is not grouped.
                        Cell::Number(number) if table.columns[at].kind == "year" => {
                            Td::words(&(number / 1000).to_string()).by(*number)
                        }
                        Cell::Number(number) => Td::number(&crate::i18n::decimal(self.code(), *number)).by(*number),
                    };
                    row.iter().enumerate().map(cell).collect()
                });
                self.rows(&heads, rows, to);
            }
        }
    }

    fn optional(&self, text: Option<&Rich>) -> Td {
        text.map_or_else(|| Td::words(""), |text| Td::from(self.rich(text)))
    }

    fn network_table(&self, network: &Network, to: &mut Text) {
        let organisations = network.kind == NetworkKind::Organisations;
        let names = if organisations {
            ["figure.level", "figure.organisation", "figure.role", "figure.links"]
        } else {
            ["figure.stage", "figure.way", "figure.what", "figure.onward"]
        };
        let heads = names.map(|key| self.word(key));
        let rows = network.items.iter().map(|item| {
            let level = network.levels.get(item.level);
            let level = level.map_or_else(|| Td::words(""), |level| self.words(&level.title));
            let mut name = Text::default();
            linked(item.url.as_deref(), &mut name, |to| self.say(&item.title, to));
            self.mark(item.source.as_ref().map(|(_, id)| id.as_str()), &mut name);
            if let Some(formerly) = &item.formerly {
                name.text(" ");
                name.open(Element::Small);
                name.text(&format!("{}: ", self.word("figure.formerly")));
                self.say(formerly, &mut name);
                name.close(Element::Small);
            }
            let mut links = Text::default();
            for link in &item.links {
                let Some(other) = network.items.get(link.to) else { continue };
                links.open(Element::Item);
                self.say(other.short.as_ref().unwrap_or(&other.title), &mut links);
                if let Some(text) = &link.text {
                    links.text(": ");
                    self.say(text, &mut links);
                }
                links.close(Element::Item);
            }
            let mut list = Text::default();
            if links.is_empty() {
                list.text("—");
            } else {
                list.open(Element::Unordered);
                list.append(&links);
                list.close(Element::Unordered);
            }
            vec![level.by(item.level as i64), Td::from(name).head(), self.optional(item.role.as_ref()), Td::from(list)]
        });
        self.rows(&heads, rows, to);
    }

    fn rows(&self, heads: &[&str], rows: impl Iterator<Item = Vec<Td>>, to: &mut Text) {
        to.open(Element::TableFrame);
        to.attribute(Attribute::Label, self.plain(&self.data.title));
        if heads.len() > CARDS {
            to.attribute(Attribute::More, &self.word("table.more").replace("{n}", &heads.len().to_string()));
        }
        to.open(Element::SortableTable);
        to.open(Element::TableHead);
        to.open(Element::Row);
        for head in heads {
            to.element(Element::HeadCell(Align::None), head);
        }
        to.close(Element::Row);
        to.close(Element::TableHead);
        to.open(Element::TableBody);
        let mut rows: Vec<Vec<Td>> = rows.collect();
        rank(&mut rows, heads.len(), self.reader.site.handbook.config.languages.code(self.lang()));
        for row in rows {
            to.open(Element::Row);
            row.iter().for_each(|cell| cell.write(to));
            to.close(Element::Row);
        }
        to.close(Element::TableBody);
        to.close(Element::SortableTable);
        to.close(Element::TableFrame);
    }
}

/// The drawing of a figure, in both widths.
pub fn drawing(data: &Data, lang: Lang, label: &str) -> String {
    match &data.shape {
        Shape::Steps(steps) => {
            let steps: Vec<draw::Step> = steps
                .iter()
                .map(|step| draw::Step { title: step.title.get(lang).into(), text: step.text.get(lang).into() })
                .collect();
            draw::steps(&steps, label)
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
            match network.kind {
                NetworkKind::Organisations => draw::organisations(&levels, &nodes, label),
                NetworkKind::Pathway => draw::pathway(&levels, &nodes, label),
            }
        }
        _ => String::new(),
    }
}

/// Adds words that lead to another site, if there is an address.
fn linked(url: Option<&str>, to: &mut Text, words: impl FnOnce(&mut Text)) {
    let Some(url) = url else { return words(to) };
    to.open(Element::External);
    to.attribute(Attribute::Address, url);
    words(to);
    to.close(Element::External);
}

/// A cell of a table.
struct Td {
    text: Text,
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
    fn from(text: Text) -> Td {
        Td { text, head: false, number: false, sort: None }
    }

    fn words(words: &str) -> Td {
        let mut text = Text::default();
        text.text(words);
        Td::from(text)
    }

    fn number(words: &str) -> Td {
        Td { number: true, ..Td::words(words) }
    }

    fn head(self) -> Td {
        Td { head: true, ..self }
    }

    fn by(self, sort: i64) -> Td {
        Td { sort: Some(sort), ..self }
    }

    fn by_time(self, moment: Moment) -> Td {
        self.by(i64::from(moment.year) * 10_000 + i64::from(moment.month) * 100 + i64::from(moment.day))
    }

    /// The words of a cell that has no number, unless they say that there is nothing.
    fn text(&self) -> Option<String> {
        let words = self.text.words();
        (self.sort.is_none() && !matches!(words.trim(), "" | "—")).then(|| words.trim().to_string())
    }

    fn write(&self, to: &mut Text) {
        let element = match (self.head, self.number) {
            (true, _) => Element::RowHead,
            (false, true) => Element::Cell(Align::Right),
            (false, false) => Element::Cell(Align::None),
        };
        to.open(element);
        if let Some(sort) = self.sort {
            to.attribute(Attribute::Sort, &sort.to_string());
        }
        to.append(&self.text);
        to.close(element);
    }
}

#[cfg(test)]
mod tests {
    use super::{Td, rank};

    #[test]
    fn words_are_sorted_as_the_language_has_them() {
        let places = |code: &str, words: &[&str]| {
            let mut rows: Vec<Vec<Td>> = words.iter().map(|word| vec![Td::words(word)]).collect();
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
        let mut rows = vec![vec![Td::words("сөз")], vec![Td::words("5").by(5_000)]];
        rank(&mut rows, 1, "ky");
        assert_eq!(rows[0][0].sort, Some(5_001), "words come after numbers");
    }
}
