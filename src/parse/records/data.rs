//! Records that are drawn or set as tables: steps, organisations, pathways, road maps, events, tables.

use super::lists::{List, MAX_NAME, Named};
use super::{Item, Reader, Reference, Rich};
use crate::define::{
    Field, Read, Reads, Search, Seen, Shape as KeyShape, Shaped, To, Words, check_length, cure, group,
};
use crate::diag::{Code, Fix, did_you_mean};
use crate::lang::Localised;
use crate::messages::{Message, say};
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
const DIVIDE_FIGURE: Message = say::divide_figure_nobody_can_follow_so_many();

/// Most rows and columns of a table.
const MAX_ROWS: usize = 2_000;
const MAX_COLUMNS: usize = 50;
const DIVIDE_TABLE: Message = say::divide_table_no_page_can_show();

/// What a [`Data`] record holds.
#[derive(Debug, Hash)]
pub enum Shape {
    /// One after the other.
    Steps(Vec<Step>),
    /// Boxes on levels with lines between them: organisations, or ways through stages.
    Network(Network),
    Roadmap(Vec<RoadmapTask>),
    Events(Vec<Happening>),
    Table(Table),
}

impl Shape {
    /// Whether it is a figure; otherwise it is a table.
    pub fn is_figure(&self) -> bool {
        matches!(self, Shape::Steps(_) | Shape::Network(_) | Shape::Events(_))
    }
}

group! {
    /// One step of several.
    #[derive(Debug, Hash)]
    pub struct Step by Reader {
        id: String = say(ID, ID_HELP);
        title: Localised = length(MAX_NAME).say(
            ["Аталышы", "Название", "Title"],
            ["Эң көп 40 белги", "Не больше 40 знаков", "At most 40 letters"]);
        text: Localised = length(MAX_STEP).say(
            ["Текст", "Текст", "Text"],
            ["Эмне болот, эң көп 100 белги", "Что происходит, не больше 100 знаков", "What happens, at most 100 letters"]);
        /// What one has in hand after it.
        result: Option<Localised> = length(MAX_STEP).say(
            ["Натыйжа", "Итог", "Result"],
            ["Колдо эмне калат, эң көп 100 белги", "Что остаётся на руках, не больше 100 знаков",
             "What one has in hand after it, at most 100 letters"]);
        + path: Path = Reader::place_of_map;
    }
}

const ID: Words = ["id", "id", "Id"];
const ID_HELP: Words = [
    "Латын тамгалары, сандар жана -; ушул файлдын башка бөлүктөрү ушул ат менен атайт",
    "Латинские буквы, цифры и -; по этому имени его называют другие части файла",
    "Latin letters, digits and -; other parts of the file name it so",
];

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

group! {
    /// A step of a road map.
    #[derive(Debug, Hash)]
    pub struct RoadmapTask by Reader {
        task: Rich = say(["Иш", "Что сделать", "Task"], ["Эмне кылуу керек", "Что нужно сделать", "What is to be done"]);
        who: Rich = say(["Ким", "Кто", "Who"], ["Ким жооп берет", "Кто отвечает", "Who answers for it"]);
        when: Moment = say(["Качан", "Когда", "When"], MOMENT_HELP);
        result: Option<Rich> = say(["Натыйжа", "Итог", "Result"], ["Эмне чыгат", "Что получится", "What comes of it"]);
        /// What is known of it today.
        status: Option<Rich> = say(
            ["Абалы", "Состояние", "Status"],
            ["Азыр эмне белгилүү", "Что известно сейчас", "What is known of it today"]);
    }
}

group! {
    /// Something that happened.
    #[derive(Debug, Hash)]
    pub struct Happening by Reader {
        date: Moment = say(["Качан", "Когда", "Date"], MOMENT_HELP);
        title: Localised = say(["Окуя", "Событие", "Title"], ["Эмне болду", "Что произошло", "What happened"]);
        text: Option<Rich> = say(["Текст", "Текст", "Text"], ["Кыскача түшүндүрмө", "Краткое пояснение", "A short explanation"]);
        source: Reference = claim();
    }
}

const MOMENT_HELP: Words = [
    "Жыл, ай, күн же окуу жылы: 2019, 2019-09, 2019-09-30, 2022/2023",
    "Год, месяц, день или учебный год: 2019, 2019-09, 2019-09-30, 2022/2023",
    "A year, a month, a day or years of study: 2019, 2019-09, 2019-09-30, 2022/2023",
];

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

group! {
    /// A column of a [`Table`].
    #[derive(Debug, Hash)]
    pub struct Column by Reader {
        id: String = say(ID, ID_HELP);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Мамычанын башы", "Заголовок столбца", "The head of the column"]);
        /// One of [`COLUMN_KINDS`].
        kind: &'static str = choices(COLUMN_KINDS, "").or("text").say(
            ["Түрү", "Вид", "Kind"],
            ["text — текст, number — сан, year — жыл", "text — текст, number — число, year — год", "What stands in its cells"]);
        + path: Path = Reader::place_of_map;
    }
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

/// Longest text of a step in a figure, in characters.
const MAX_STEP: usize = 100;

group! {
    /// A line from a box to another, as it is written.
    #[derive(Debug, Hash)]
    pub struct LineWritten by Reader {
        to: String = refers(To::Own).say(["Кайда", "Куда", "To"], ["Башка бөлүктүн id'си", "id другой части", "Id of another item"]);
        text: Option<Localised> = say(["Текст", "Текст", "Text"], ["Эмне өтөт", "Что передаётся", "What passes"]);
        + path: Path = Reader::place_of_map;
    }
}

group! {
    /// An organisation, as it is written.
    #[derive(Debug, Hash)]
    pub struct Organisation by Reader {
        id: String = say(ID, ID_HELP);
        level: String = refers(To::Own).say(LEVEL, LEVEL_HELP);
        title: Localised = say(["Аталышы", "Название", "Title"], SHORT_HELP);
        short: Option<Localised> = length(MAX_NAME).say(SHORT, SHORT_HELP);
        role: Rich = say(["Ролу", "Роль", "Role"], ["Бул жерде эмне кылат", "Что она здесь делает", "What it does here"]);
        source: Reference = claim();
        links: Vec<LineWritten> = say(LINES, LINES_HELP);
        formerly: Option<Localised> = say(
            ["Мурунку аталышы", "Прежнее название", "Formerly"],
            ["Мурда кандай аталган", "Как называлась раньше", "What it was called before"]);
        url: Option<String> = address().say(
            ["Дареги", "Адрес", "Address"],
            ["https://… менен башталган толук дарек", "Полный адрес, https://…", "The whole address, https://…"]);
        + path: Path = Reader::place_of_map;
    }
    check |made: &Organisation, reader: &Reader, fields: &mut Fields| check_name(made.short.is_none(), reader, fields);
}

group! {
    /// A stage of a way, as it is written.
    #[derive(Debug, Hash)]
    pub struct Stage by Reader {
        id: String = say(ID, ID_HELP);
        level: String = refers(To::Own).say(LEVEL, LEVEL_HELP);
        title: Localised = say(["Аталышы", "Название", "Title"], SHORT_HELP);
        short: Option<Localised> = length(MAX_NAME).say(SHORT, SHORT_HELP);
        text: Option<Rich> = say(["Текст", "Текст", "Text"], ["Бул кандай баскыч", "Что это за ступень", "What this stage is"]);
        links: Vec<LineWritten> = say(LINES, LINES_HELP);
        + path: Path = Reader::place_of_map;
    }
    check |made: &Stage, reader: &Reader, fields: &mut Fields| check_name(made.short.is_none(), reader, fields);
}

const LEVEL: Words = ["Деңгээл", "Уровень", "Level"];
const LEVEL_HELP: Words = ["levels тизмесиндеги id", "id из списка levels", "Id of one of `levels`"];
const SHORT: Words = ["Кыска аты", "Краткое название", "Short"];
const SHORT_HELP: Words = [
    "40 белгиден узун болсо, short деген кыска аты да керек",
    "Если длиннее 40 знаков, нужно и краткое: short",
    "At most 40 letters in the figure: write `short` if the title is longer",
];
const LINES: Words = ["Байланыштар", "Связи", "Links"];
const LINES_HELP: Words = ["Кайсы бөлүккө сызык кетет", "К каким частям ведут линии", "To which items lines lead"];

/// The name that stands in the figure is the title, where there is no shorter one.
fn check_name(by_title: bool, reader: &Reader, fields: &mut Fields) {
    const TITLE: Field = Field::of::<Localised>("title").length(MAX_NAME);
    if by_title {
        check_length(&TITLE, fields, reader.origin());
    }
}

impl From<Organisation> for Linked {
    fn from(found: Organisation) -> Linked {
        let Organisation { id, level, title, short, role, source, links, formerly, url, path } = found;
        let (role, source) = (Some(role), Some(source));
        Linked(
            NetworkItem { id, level: 0, title, short, role, formerly, url, source, links: Vec::new(), path },
            level,
            links,
        )
    }
}

impl From<Stage> for Linked {
    fn from(found: Stage) -> Linked {
        let Stage { id, level, title, short, text, links, path } = found;
        let item = NetworkItem {
            id,
            level: 0,
            title,
            short,
            role: text,
            formerly: None,
            url: None,
            source: None,
            links: Vec::new(),
            path,
        };
        Linked(item, level, links)
    }
}

group! {
    /// What all data has in common.
    #[derive(Debug, Hash)]
    pub struct DataHead by Reader {
        title: Localised = say(
            ["Аталышы", "Название", "Title"],
            ["Андан эмнени көрүш керек", "Что в этом нужно увидеть", "Says what one is to see in it"]);
        summary: Localised = say(
            ["Кыскача", "Кратко", "Summary"],
            ["Эмне көрсөтүлгөнү, көрө албагандар үчүн", "Что показано, для тех, кто этого не видит",
             "What it shows, for those who cannot see it"]);
        sources: Vec<Reference> = refers(To::Sources).search(Search::Not).say(
            ["Булактар", "Источники", "Sources"],
            ["Бүтүндүн булактары", "Источники целого", "Ids of sources of the whole"]);
    }
}

/// The key under which the parts of a figure or table stand.
const fn part<T: Shaped>(key: &'static str, label: Words) -> Field {
    let help = ["Ар бири сызыкчадан кийин", "Каждый после дефиса", "Each after a dash"];
    Field::of::<T>(key).required().say(label, help)
}

const ITEMS: Words = ["Бөлүктөр", "Части", "Items"];
const LEVELS: Words = ["Деңгээлдер", "Уровни", "Levels"];

/// The keys of each shape, beside those that all have.
pub(super) const STEPS: &[Field] = &[part::<List<Step>>("items", ITEMS).at_most(MAX_BOXES)];
pub(super) const ORGANISATIONS: &[Field] =
    &[part::<List<Named>>("levels", LEVELS), part::<List<Organisation>>("items", ITEMS).at_most(MAX_BOXES)];
pub(super) const PATHWAY: &[Field] =
    &[part::<List<Named>>("levels", LEVELS), part::<List<Stage>>("items", ITEMS).at_most(MAX_BOXES)];
pub(super) const ROADMAP: &[Field] = &[part::<Vec<RoadmapTask>>("items", ITEMS).at_most(MAX_ROWS)];
pub(super) const EVENTS: &[Field] = &[part::<Vec<Happening>>("items", ITEMS).at_most(MAX_BOXES)];
pub(super) const TABLE: &[Field] = &[
    part::<List<Column>>("columns", ["Мамычалар", "Столбцы", "Columns"]).at_most(MAX_COLUMNS),
    part::<Rows>("rows", ["Саптар", "Строки", "Rows"]).at_most(MAX_ROWS),
];

/// The rows of a table, which are read by its columns.
struct Rows;

impl Shaped for Rows {
    const SHAPE: KeyShape = KeyShape::Rows;
    fn see(&self) -> Seen<'_> {
        Seen::Nothing
    }
}

impl Shaped for Moment {
    const SHAPE: KeyShape = KeyShape::Moment;
    fn see(&self) -> Seen<'_> {
        Seen::Written(self.written())
    }
}

impl<'r> Read<Reader<'r>> for Moment {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Moment> {
        reader.moment(fields, field.key)
    }

    fn take(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Moment> {
        reader.moment(fields, field.key)
    }
}

impl Reader<'_> {
    /// Reads what all data has in common, and its shape by `shape`.
    pub(super) fn data(
        &mut self,
        fields: &mut Fields,
        shape: impl FnOnce(&mut Self, &mut Fields) -> Option<Shape>,
    ) -> Option<Data> {
        let head = DataHead::read(self, fields);
        let shape = shape(self, fields);
        let DataHead { title, summary, sources } = head?;
        Some(Data { title, summary, sources, shape: shape?, origin: self.origin.clone() })
    }

    pub(super) fn steps(&mut self, fields: &mut Fields) -> Option<Shape> {
        let steps: List<Step> = Read::find(&STEPS[0], self, fields)?;
        let fits = fields.at_most(MAX_BOXES, steps.items.len(), "items", say::steps(), DIVIDE_FIGURE);
        self.some(fields, &STEPS[0], steps.items).filter(|_| fits).map(Shape::Steps)
    }

    pub(super) fn organisations(&mut self, fields: &mut Fields) -> Option<Shape> {
        let levels: List<Named> = Read::find(&ORGANISATIONS[0], self, fields)?;
        let list: List<Organisation> = Read::find(&ORGANISATIONS[1], self, fields)?;
        self.network(fields, NetworkKind::Organisations, levels, list)
    }

    pub(super) fn pathway(&mut self, fields: &mut Fields) -> Option<Shape> {
        let levels: List<Named> = Read::find(&PATHWAY[0], self, fields)?;
        let list: List<Stage> = Read::find(&PATHWAY[1], self, fields)?;
        self.network(fields, NetworkKind::Pathway, levels, list)
    }

    fn network<T: Into<Linked>>(
        &mut self,
        fields: &mut Fields,
        kind: NetworkKind,
        levels: List<Named>,
        list: List<T>,
    ) -> Option<Shape> {
        let (mut faulty, levels) = (list.faulty, levels.items);
        let mut items = Vec::new();
        let mut links = Vec::new();
        for Linked(mut item, level, own) in list.items.into_iter().map(T::into) {
            match levels.iter().position(|other| other.id == level) {
                Some(level) => item.level = level,
                None => {
                    let help = did_you_mean(&level, levels.iter().map(|l| l.id.as_str()), say::name_one_of_levels());
                    let place = self.origin.place(&item.path.key("level"));
                    fields.out().add(Code::RecordUnknownId, place, say::there_is_no_level(level), help);
                    faulty.push(item.id);
                    continue;
                }
            }
            items.push(item);
            links.push(own);
        }
        let help = DIVIDE_FIGURE;
        let lines = links.iter().map(Vec::len).sum();
        let fits =
            fields.at_most(MAX_BOXES, items.len() + levels.len(), "items", say::boxes_and_levels(), help.clone())
                && fields.at_most(MAX_LINES, lines, "items", say::lines_between_boxes(), help);
        if !fits {
            return None;
        }
        let ids: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
        for (item, own) in items.iter_mut().zip(links) {
            for LineWritten { to, text, path } in own {
                match ids.iter().position(|id| *id == to) {
                    Some(to) => item.links.push(NetworkLink { to, text }),
                    None if faulty.contains(&to) => {}
                    None => {
                        let help = did_you_mean(&to, ids.iter().map(String::as_str), say::name_id_of_another_item());
                        let place = self.origin.place(&path.key("to"));
                        fields.out().add(Code::RecordUnknownId, place, say::there_is_no_item_here(to), help);
                    }
                }
            }
        }
        let levels = self.some(fields, &PATHWAY[0], levels);
        let items = self.some(fields, &PATHWAY[1], items);
        Some(Shape::Network(Network { kind, levels: levels?, items: items? }))
    }

    pub(super) fn roadmap(&mut self, fields: &mut Fields) -> Option<Shape> {
        let tasks: Vec<RoadmapTask> = Read::find(&ROADMAP[0], self, fields)?;
        let fits = fields.at_most(MAX_ROWS, tasks.len(), "items", say::tasks(), DIVIDE_TABLE);
        self.some(fields, &ROADMAP[0], tasks).filter(|_| fits).map(Shape::Roadmap)
    }

    pub(super) fn events(&mut self, fields: &mut Fields) -> Option<Shape> {
        let mut events: Vec<Happening> = Read::find(&EVENTS[0], self, fields)?;
        events.sort_by_key(|event| event.date);
        let fits = fields.at_most(MAX_BOXES, events.len(), "items", say::events(), DIVIDE_FIGURE);
        self.some(fields, &EVENTS[0], events).filter(|_| fits).map(Shape::Events)
    }

    pub(super) fn table(&mut self, fields: &mut Fields) -> Option<Shape> {
        let columns: List<Column> = Read::find(&TABLE[0], self, fields)?;
        let columns = columns.items;
        let mut rows = Vec::new();
        let list = fields.list("rows");
        let fits = fields.at_most(MAX_ROWS, list.len(), "rows", say::rows(), DIVIDE_TABLE)
            && fields.at_most(MAX_COLUMNS, columns.len(), "columns", say::columns(), DIVIDE_TABLE);
        for (path, node) in list.into_iter().filter(|_| fits) {
            rows.extend(self.row(fields, &columns, path, node));
        }
        if !fits {
            return None;
        }
        let columns = self.some(fields, &TABLE[0], columns);
        let rows = self.some(fields, &TABLE[1], rows);
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
                let help = did_you_mean(key, columns.iter().map(|c| c.id.as_str()), say::name_one_of_columns());
                let place = self.origin.place(&path.key(key));
                fields.out().add(Code::YamlUnknownKey, place, say::there_is_no_column(key), help);
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
                    let help = say::write_year_month_day_or_years();
                    (say::is_not_time(&text), help)
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
    fn some<T>(&self, fields: &mut Fields, field: &Field, items: Vec<T>) -> Option<Vec<T>> {
        if fields.is_empty(field.key) {
            fields.missing(field.key, cure(field, self.languages()));
        }
        (!items.is_empty()).then_some(items)
    }
}

/// An item whose level and links are not looked up yet.
struct Linked(NetworkItem, String, Vec<LineWritten>);

macro_rules! item {
    ($($name:ident)*) => { $(impl Item for $name {
        fn id(&self) -> &str { &self.id }
        fn path(&self) -> &Path { &self.path }
    })* };
}
item! { Step Organisation Stage Column }

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

    /// As records write it.
    pub fn written(self) -> String {
        if self.until == 0 { self.iso() } else { format!("{:04}/{:04}", self.year, self.until) }
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
