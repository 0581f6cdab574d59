//! Records that are drawn or set as tables: steps, organisations, pathways, road maps, events, tables.

use super::lists::{Named, required_choice};
use super::{Item, Reader, Reference, Rich};
use crate::diag::{Code, Fix, did_you_mean};
use crate::lang::Localised;
use crate::parse::front;
use crate::yaml::{Fields, Node, Origin, Path};

/// Data of a publication, shown as a figure or a table: on a page of its own and wherever a text shows it.
#[derive(Debug, Hash)]
pub struct Data {
    /// Says what one is to see in it.
    pub title: Localised,
    /// What it shows, for those who cannot see it.
    pub summary: Localised,
    /// Ids of sources of the whole.
    pub sources: Vec<Reference>,
    pub shape: Shape,
    pub origin: Origin,
}

/// Most boxes of a figure, and most lines between them.
const MAX_BOXES: usize = 200;
const MAX_LINES: usize = 1_000;
const DIVIDE_FIGURE: &str = "Divide the figure: nobody can follow so many.";

/// Most rows and columns of a table.
const MAX_ROWS: usize = 2_000;
const MAX_COLUMNS: usize = 50;
const DIVIDE_TABLE: &str = "Divide the table: no page can show so much.";

/// What a [`Data`] record holds.
#[derive(Debug, Hash)]
pub enum Shape {
    /// One after the other.
    Steps(Vec<Step>),
    /// Boxes on levels with lines between them: organisations, or ways through stages.
    Network(Network),
    Roadmap(Vec<Task>),
    Events(Vec<Happening>),
    Table(Table),
}

impl Shape {
    /// Whether it is a figure; otherwise it is a table.
    pub fn is_figure(&self) -> bool {
        matches!(self, Shape::Steps(_) | Shape::Network(_) | Shape::Events(_))
    }
}

/// One step of several.
#[derive(Debug, Hash)]
pub struct Step {
    pub id: String,
    pub title: Localised,
    pub text: Localised,
    /// What one has in hand after it.
    pub result: Option<Localised>,
    pub path: Path,
}

/// Which kind of [`Network`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NetworkKind {
    /// Who works with whom.
    Organisations,
    /// Ways through stages.
    Pathway,
}

/// Boxes on levels.
#[derive(Debug, Hash)]
pub struct Network {
    pub kind: NetworkKind,
    /// From top to bottom, or from the first to the last.
    pub levels: Vec<Named>,
    pub items: Vec<NetworkItem>,
}

/// An organisation with its role, or a stage of a way.
#[derive(Debug, Hash)]
pub struct NetworkItem {
    pub id: String,
    /// Number of its level.
    pub level: usize,
    pub title: Localised,
    /// Its name in the figure, where the title is too long.
    pub short: Option<Localised>,
    /// What it does here.
    pub role: Option<Rich>,
    /// What it was called before.
    pub formerly: Option<Localised>,
    pub url: Option<String>,
    /// Id of the source that says so; an organisation always has one.
    pub source: Option<Reference>,
    pub links: Vec<NetworkLink>,
    pub path: Path,
}

/// What passes from one item to another.
#[derive(Debug, Hash)]
pub struct NetworkLink {
    /// Number of the other item.
    pub to: usize,
    pub text: Option<Localised>,
}

/// A step of a road map.
#[derive(Debug, Hash)]
pub struct Task {
    pub task: Rich,
    pub who: Rich,
    pub when: Moment,
    pub result: Option<Rich>,
    /// What is known of it today.
    pub status: Option<Rich>,
}

/// Something that happened.
#[derive(Debug, Hash)]
pub struct Happening {
    pub date: Moment,
    pub title: Localised,
    pub text: Option<Rich>,
    pub source: Reference,
}

/// A time as exactly as it is known: a year, a month, a day, or a span of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    pub year: i16,
    /// 1 to 12; 0 if only the year is known.
    pub month: i8,
    /// 1 to 31; 0 if no day is known.
    pub day: i8,
    /// The last year of a span, 0 if there is none.
    pub until: i16,
}

/// Rows and columns.
#[derive(Debug, Hash)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a [`Table`].
#[derive(Debug, Hash)]
pub struct Column {
    pub id: String,
    pub title: Localised,
    /// One of [`COLUMN_KINDS`].
    pub kind: &'static str,
}

/// A cell of a [`Table`].
#[derive(Debug, Hash)]
pub enum Cell {
    Empty,
    Text(Rich),
    /// In thousandths.
    Number(i64),
}

/// What a column holds.
pub const COLUMN_KINDS: &[&str] = &["text", "number", "year"];

/// Longest name of a box or a step in a figure, in characters: two or three lines at 360 pixels.
const MAX_NAME: usize = 40;
/// Longest text of a step in a figure, in characters.
const MAX_STEP: usize = 100;

impl Reader<'_> {
    /// Reads what all data has in common, and its shape by `shape`.
    pub(super) fn data(
        &mut self,
        fields: &mut Fields,
        shape: impl FnOnce(&mut Self, &mut Fields) -> Option<Shape>,
    ) -> Option<Data> {
        let title = self.plain(fields, "title");
        let summary = self.plain(fields, "summary");
        let sources = fields.text_list("sources");
        let shape = shape(self, fields);
        Some(Data { title: title?, summary: summary?, sources, shape: shape?, origin: self.origin.clone() })
    }

    pub(super) fn steps(&mut self, fields: &mut Fields) -> Option<Shape> {
        let steps = self.list(fields, |reader, f, path, id| {
            reader.limit(f, "title", MAX_NAME);
            reader.limit(f, "text", MAX_STEP);
            reader.limit(f, "result", MAX_STEP);
            let title = reader.plain(f, "title");
            let text = reader.plain(f, "text");
            let result = reader.optional_plain(f, "result");
            Some(Step { id, title: title?, text: text?, result, path })
        });
        let fits = fields.at_most(MAX_BOXES, steps.items.len(), "items", "steps", DIVIDE_FIGURE);
        self.some(fields, "items", steps.items).filter(|_| fits).map(Shape::Steps)
    }

    pub(super) fn network(&mut self, fields: &mut Fields, kind: NetworkKind) -> Option<Shape> {
        let levels: Vec<Named> = self
            .list_of(fields, "levels", |reader, f, path, id| {
                reader.limit(f, "title", MAX_NAME);
                Some(Named { id, title: reader.plain(f, "title")?, path })
            })
            .items;
        let mut links: Vec<Vec<(Path, String, Option<Localised>)>> = Vec::new();
        let mut items = Vec::new();
        let list = self.list(fields, |reader, f, path, id| reader.network_item(f, path, id, kind, &levels));
        for (item, own) in list.items.into_iter().map(|item| (item.0, item.1)) {
            items.push(item);
            links.push(own);
        }
        let help = DIVIDE_FIGURE;
        let lines = links.iter().map(Vec::len).sum();
        let fits = fields.at_most(MAX_BOXES, items.len() + levels.len(), "items", "boxes and levels", help)
            && fields.at_most(MAX_LINES, lines, "items", "lines between boxes", help);
        if !fits {
            return None;
        }
        let ids: Vec<String> = items.iter().map(|item: &NetworkItem| item.id.clone()).collect();
        for (item, own) in items.iter_mut().zip(links) {
            for (path, to, text) in own {
                match ids.iter().position(|id| *id == to) {
                    Some(to) => item.links.push(NetworkLink { to, text }),
                    None if list.faulty.contains(&to) => {}
                    None => {
                        let help = did_you_mean(&to, ids.iter().map(String::as_str), "Name the `id` of another item.");
                        let place = self.origin.place(&path);
                        fields.out().add(Code::RecordUnknownId, place, format!("there is no item `{to}` here"), help);
                    }
                }
            }
        }
        let levels = self.some(fields, "levels", levels);
        let items = self.some(fields, "items", items);
        Some(Shape::Network(Network { kind, levels: levels?, items: items? }))
    }

    fn network_item(
        &mut self,
        f: &mut Fields,
        path: Path,
        id: String,
        kind: NetworkKind,
        levels: &[Named],
    ) -> Option<Linked> {
        let level = f.required_text("level").and_then(|level| {
            let found = levels.iter().position(|other| other.id == level);
            if found.is_none() {
                let help = did_you_mean(&level, levels.iter().map(|l| l.id.as_str()), "Name one of `levels`.");
                let place = self.origin.place(&path.key("level"));
                f.out().add(Code::RecordUnknownId, place, format!("there is no level `{level}`"), help);
            }
            found
        });
        let has_short = f.get("short").is_some();
        self.limit(f, if has_short { "short" } else { "title" }, MAX_NAME);
        let title = self.plain(f, "title");
        let short = self.optional_plain(f, "short");
        let organisation = kind == NetworkKind::Organisations;
        let role = if organisation { self.required(f, "role") } else { self.one(f, "text", false) };
        let source = if organisation { self.claim_source(f) } else { None };
        let links = f.maps("links", |f| {
            let to = f.required_text("to");
            let path = f.path().key("to");
            let text = self.optional_plain(f, "text");
            Some((path, to?, text))
        });
        let (formerly, url) = if organisation {
            (self.optional_plain(f, "formerly"), front::web_address(f, "url", self.origin))
        } else {
            (None, None)
        };
        if organisation && (role.is_none() || source.is_none()) {
            return None;
        }
        let item = NetworkItem {
            id,
            level: level?,
            title: title?,
            short,
            role,
            formerly,
            url,
            source,
            links: Vec::new(),
            path,
        };
        Some(Linked(item, links))
    }

    pub(super) fn roadmap(&mut self, fields: &mut Fields) -> Option<Shape> {
        let tasks = fields.maps("items", |f| {
            let task = self.required(f, "task");
            let who = self.required(f, "who");
            let when = self.moment(f, "when");
            let result = self.one(f, "result", false);
            let status = self.one(f, "status", false);
            Some(Task { task: task?, who: who?, when: when?, result, status })
        });
        let fits = fields.at_most(MAX_ROWS, tasks.len(), "items", "tasks", DIVIDE_TABLE);
        self.some(fields, "items", tasks).filter(|_| fits).map(Shape::Roadmap)
    }

    pub(super) fn events(&mut self, fields: &mut Fields) -> Option<Shape> {
        let mut events = fields.maps("items", |f| {
            let date = self.moment(f, "date");
            let title = self.plain(f, "title");
            let text = self.one(f, "text", false);
            let source = self.claim_source(f);
            Some(Happening { date: date?, title: title?, text, source: source? })
        });
        events.sort_by_key(|event| event.date);
        let fits = fields.at_most(MAX_BOXES, events.len(), "items", "events", DIVIDE_FIGURE);
        self.some(fields, "items", events).filter(|_| fits).map(Shape::Events)
    }

    pub(super) fn table(&mut self, fields: &mut Fields) -> Option<Shape> {
        let columns = self.list_of(fields, "columns", |reader, f, path, id| {
            let title = reader.plain(f, "title");
            let kind = if f.get("kind").is_some() { required_choice(f, "kind", COLUMN_KINDS) } else { Some("text") };
            Some(Headed(Column { id, title: title?, kind: kind? }, path))
        });
        let columns: Vec<Column> = columns.items.into_iter().map(|headed| headed.0).collect();
        let mut rows = Vec::new();
        let list = fields.list("rows");
        let fits = fields.at_most(MAX_ROWS, list.len(), "rows", "rows", DIVIDE_TABLE)
            && fields.at_most(MAX_COLUMNS, columns.len(), "columns", "columns", DIVIDE_TABLE);
        for (path, node) in list.into_iter().filter(|_| fits) {
            rows.extend(self.row(fields, &columns, path, node));
        }
        if !fits {
            return None;
        }
        let columns = self.some(fields, "columns", columns);
        let rows = self.some(fields, "rows", rows);
        Some(Shape::Table(Table { columns: columns?, rows: rows? }))
    }

    /// The cells of a row. Its keys are the columns' ids, which are known at run time only.
    fn row(&mut self, fields: &mut Fields, columns: &[Column], path: Path, node: &Node) -> Option<Vec<Cell>> {
        let Node::Map(entries) = node else {
            crate::yaml::type_error(self.origin, &path, crate::yaml::Expected::Keys, node, fields.out());
            return None;
        };
        for (key, _) in entries {
            if !columns.iter().any(|column| column.id == *key) {
                let help = did_you_mean(key, columns.iter().map(|c| c.id.as_str()), "Name one of `columns`.");
                let place = self.origin.place(&path.key(key));
                fields.out().add(Code::YamlUnknownKey, place, format!("there is no column `{key}`"), help);
            }
        }
        let cells = columns.iter().map(|column| {
            let value = entries.iter().find(|(key, _)| *key == column.id).map(|(_, value)| value);
            match value {
                None | Some(Node::Null) => Cell::Empty,
                Some(value) => self.cell(fields, column, path.key(&column.id), value),
            }
        });
        Some(cells.collect())
    }

    fn cell(&mut self, fields: &mut Fields, column: &Column, path: Path, value: &Node) -> Cell {
        if column.kind != "text" {
            return match value {
                Node::Integer(number) if number.abs() < i64::MAX / 1000 => Cell::Number(*number * 1000),
                Node::Float(number, _) if column.kind == "number" && number.abs() < 1e12 => {
                    Cell::Number((number * 1000.0).round() as i64)
                }
                other => {
                    crate::yaml::type_error(
                        self.origin,
                        &path,
                        crate::yaml::Expected::WholeNumber,
                        other,
                        fields.out(),
                    );
                    Cell::Empty
                }
            };
        }
        // What needs no translation, such as a name or a sign, may be written once.
        let texts = match value {
            Node::Text(text) => Some(Localised::alike(text.clone(), self.settings.languages)),
            Node::Integer(number) => Some(Localised::alike(number.to_string(), self.settings.languages)),
            Node::Float(_, number) => Some(Localised::alike(number.clone(), self.settings.languages)),
            other => crate::yaml::localised(other, self.settings.languages, self.origin, &path, fields.out()),
        };
        texts.map_or(Cell::Empty, |texts| Cell::Text(self.rich((path, texts), false, fields.out())))
    }

    /// A time that must be there.
    fn moment(&self, fields: &mut Fields, key: &'static str) -> Option<Moment> {
        let text = fields.required_text(key)?;
        let moment = Moment::parse(&text);
        if moment.is_none() {
            let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
            let problem = crate::yaml::date_problem(&text);
            let (message, help) = match numbers {
                0..=2 if problem.with.is_none() => {
                    let help = "Write a year, a month, a day or years of study: 2019, 2019-09, 2019-09-30, 2022/2023.";
                    (format!("`{text}` is not a time").into(), help.into())
                }
                _ => (problem.message, problem.help),
            };
            let place = self.origin.place(&fields.path().key(key));
            let fix = Fix::nearest(&text, problem.with.as_deref());
            fields.out().add_fix(Code::YamlBadValue, place, message, help, fix);
        }
        moment
    }

    /// A list that must not be empty.
    fn some<T>(&self, fields: &mut Fields, key: &'static str, items: Vec<T>) -> Option<Vec<T>> {
        if fields.is_empty(key) {
            fields.missing(key, format!("Add `{key}:` and the items on the lines below, each after a dash."));
        }
        (!items.is_empty()).then_some(items)
    }

    fn optional_plain(&self, fields: &mut Fields, key: &'static str) -> Option<Localised> {
        let (_, texts) = fields.localised(key, self.settings.languages)?;
        Some(self.typeset(&texts))
    }
}

/// An item whose links are not looked up yet.
struct Linked(NetworkItem, Vec<(Path, String, Option<Localised>)>);

impl Item for Linked {
    fn id(&self) -> &str {
        &self.0.id
    }
    fn path(&self) -> &Path {
        &self.0.path
    }
}

/// A column and where it stands.
struct Headed(Column, Path);

impl Item for Headed {
    fn id(&self) -> &str {
        &self.0.id
    }
    fn path(&self) -> &Path {
        &self.1
    }
}

impl Item for Step {
    fn id(&self) -> &str {
        &self.id
    }
    fn path(&self) -> &Path {
        &self.path
    }
}

impl Moment {
    /// Reads `2019`, `2019-09`, `2019-09-30` or `2022/2023`.
    pub fn parse(text: &str) -> Option<Moment> {
        let number = |part: &str, digits: usize| {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<i16>().ok())
                .flatten()
        };
        if let Some((first, last)) = text.split_once('/') {
            let (year, until) = (number(first, 4)?, number(last, 4)?);
            return (until > year).then_some(Moment { year, month: 0, day: 0, until });
        }
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4).filter(|year| *year > 0)?;
        let month = parts.next().map(|part| number(part, 2));
        let day = parts.next().map(|part| number(part, 2));
        if parts.next().is_some() {
            return None;
        }
        let (month, day) = match (month, day) {
            (None, _) => (0, 0),
            (Some(month), None) => (month.filter(|month| (1..=12).contains(month))?, 0),
            (Some(month), Some(day)) => (month?, day?),
        };
        let moment = Moment { year, month: month as i8, day: day as i8, until: 0 };
        if moment.day != 0 || day != 0 {
            moment.date()?;
        }
        Some(moment)
    }

    /// The day, if one is known.
    pub fn date(self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(self.year, self.month, self.day).ok()
    }

    /// As HTML's `datetime` writes it.
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (0, _) => format!("{:04}", self.year),
            (month, 0) => format!("{:04}-{month:02}", self.year),
            (month, day) => format!("{:04}-{month:02}-{day:02}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_as_exact_as_they_are_known() {
        let read = |text: &str| Moment::parse(text).map(|m| (m.year, m.month, m.day, m.until));
        assert_eq!(read("2019"), Some((2019, 0, 0, 0)));
        assert_eq!(read("2019-09"), Some((2019, 9, 0, 0)));
        assert_eq!(read("2019-09-30"), Some((2019, 9, 30, 0)));
        assert_eq!(read("2022/2023"), Some((2022, 0, 0, 2023)));
        for wrong in ["", "19", "2019-13", "2019-02-30", "2019-09-30-1", "2023/2022", "2019-9", "2019-00-01", "0000"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_time_or_none(text in "[0-9/-]{0,12}|\\PC{0,8}") {
            if let Some(moment) = Moment::parse(&text) {
                proptest::prop_assert!(moment.until != 0 || moment.iso() == text);
            }
        }
    }
}
