//! Lists that records refer to by id: fields of work, subjects, competencies, regions, sources, institutions.

use jiff::civil::Date;

use super::{Reader, Reference};
use crate::define::{Field, Listed, Map, Need, Read, Seen, Shape, Shaped, To, Words, cure, group};
use crate::diag::Code;
use crate::lang::Localised;
use crate::messages::say;
use crate::yaml::{Fields, Node, Origin, Path};

/// A list of things that records refer to by id.
#[derive(Debug, Clone, Hash)]
pub struct List<T> {
    pub items: Vec<T>,
    /// Ids of items that are there but at fault: references to them are not called unknown.
    pub faulty: Vec<String>,
    pub origin: Origin,
}

/// A list of terms.
pub type Vocabulary = List<Term>;

/// One thing of a [`List`].
pub trait Item {
    /// What records call it.
    fn id(&self) -> &str;
    /// Where it stands in its file.
    fn path(&self) -> &Path;
}

macro_rules! item {
    ($($name:ident)*) => { $(impl Item for $name {
        fn id(&self) -> &str { &self.id }
        fn path(&self) -> &Path { &self.path }
    })* };
}
item! { Term Source Institution Named }

impl<T: Item> List<T> {
    /// A list that no file gives.
    pub fn none() -> List<T> {
        List { items: Vec::new(), faulty: Vec::new(), origin: Origin { file: "".into(), first_line: 0 } }
    }

    /// The item of an id.
    pub fn find(&self, id: &str) -> Option<&T> {
        self.items.iter().find(|item| item.id() == id)
    }

    /// The number of an id's item in the list.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id() == id)
    }
}

group! {
    /// A field of work, a school subject, a competency or a region.
    #[derive(Debug, Clone, Hash)]
    pub struct Term by Reader {
        id: String = say(ID, ID_HELP);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Барактарда кандай турат", "Как на страницах", "As pages show it"]);
        summary: Option<Localised> = say(
            ["Түшүндүрмө", "Пояснение", "Summary"],
            ["Бир сүйлөм менен эмне экени", "Что это, одним предложением", "What it is, in one sentence"]);
        + path: Path = Reader::place_of_map;
    }
}

const ID: Words = ["id", "id", "Id"];
const ID_HELP: Words = [
    "Латын тамгалары, сандар жана -; башка файлдар ушул ат менен атайт",
    "Латинские буквы, цифры и -; по этому имени его называют другие файлы",
    "Latin letters, digits and -; other files name it so",
];

group! {
    /// Something of a record that other parts of it refer to.
    #[derive(Debug, Clone, Hash)]
    pub struct Named by Reader {
        id: String = say(ID, ID_HELP);
        title: Localised = length(MAX_NAME).say(
            ["Аталышы", "Название", "Title"],
            ["Эң көп 40 белги", "Не больше 40 знаков", "At most 40 letters"]);
        + path: Path = Reader::place_of_map;
    }
}

/// Longest name of a box or a step in a figure, in characters: two or three lines at 360 pixels.
pub(super) const MAX_NAME: usize = 40;

/// Which list of terms a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Terms {
    /// Fields of work.
    Fields,
    /// School subjects.
    Subjects,
    /// What one must be good at.
    Competencies,
    /// Parts of the country.
    Regions,
}

group! {
    /// Where facts come from.
    #[derive(Debug, Clone, Hash)]
    pub struct Source by Reader {
        id: String = say(ID, ID_HELP);
        title: Localised = say(
            ["Аталышы", "Название", "Title"],
            ["Ким чыгарды, эмне деп аталат, кайсы жыл", "Кто издал, как называется, какого года",
             "Who published it, what it is called, of which year"]);
        url: Option<String> = address().say(
            ["Дареги", "Адрес", "Address"],
            ["https://… менен башталган толук дарек", "Полный адрес, https://…", "The whole address, https://…"]);
        /// When somebody last saw that it says so.
        checked "checked_on": Date = cure(say::add_checked_on_day).say(
            ["Текшерилди", "Проверено", "Checked on"],
            ["Ушундай жазылганын өзүңүз көргөн күн", "День, когда вы сами видели, что там это написано",
             "The day on which you saw that it says so"]);
        + path: Path = Reader::place_of_map;
    }
}

group! {
    /// A place of study.
    #[derive(Debug, Clone, Hash)]
    pub struct Institution by Reader {
        id: String = say(ID, ID_HELP);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Толук аталышы", "Полное название", "Its full name"]);
        /// One of [`INSTITUTION_KINDS`].
        kind: &'static str = choices(INSTITUTION_KINDS, "institution.").say(
            ["Түрү", "Вид", "Kind"],
            ["Лицей, колледж, ЖОЖ же борбор", "Лицей, колледж, вуз или центр", "What it is"]);
        /// Id of a region.
        region: Reference = refers(To::Regions).say(
            ["Аймак", "Регион", "Region"],
            ["id, regions.yaml файлынан", "id из файла regions.yaml", "Id of regions.yaml"]);
        /// One of [`STATUSES`].
        status: &'static str = choices(STATUSES, "institution.status.").say(
            ["Абалы", "Состояние", "Status"],
            ["Булак айтпаса, unclear", "unclear, если источники не говорят", "What has become of it; unclear if no source says"]);
        /// The institution that took over.
        successor: Option<Reference> = refers(To::Institutions).say(
            ["Мураскер", "Преемник", "Successor"],
            ["Аны өзүнө кошуп алган окуу жайдын id'си", "id заведения, в которое оно вошло", "Id of the one that took it over"]);
        url: Option<String> = address().say(
            ["Дареги", "Адрес", "Address"],
            ["https://… менен башталган толук дарек", "Полный адрес, https://…", "The whole address, https://…"]);
        note: Option<Localised> = say(
            ["Эскертүү", "Примечание", "Note"],
            ["Окурман билиши керек болгон нерсе", "Что читателю нужно знать", "What readers need to know"]);
        /// Id of the source that says that it exists.
        source: Reference = claim();
        + path: Path = Reader::place_of_map;
    }
}

/// The kinds of [`Institution`].
pub const INSTITUTION_KINDS: &[&str] = &["lyceum", "college", "university", "centre"];
/// What has become of an [`Institution`]; `unclear` where the sources do not say.
pub const STATUSES: &[&str] = &["open", "unclear", "merged", "closed"];

/// The key under which a file of a list has its items.
const fn items<T: Shaped>() -> Field {
    Field::of::<T>("items")
        .say(["Тизме", "Список", "Items"], ["Ар бири сызыкчадан кийин", "Каждый после дефиса", "Each after a dash"])
}

/// The keys of a list of terms, of sources, of institutions.
pub(super) const TERMS: &[Field] = &[items::<List<Term>>()];
pub(super) const SOURCES: &[Field] = &[items::<List<Source>>()];
pub(super) const INSTITUTIONS: &[Field] = &[items::<List<Institution>>()];

impl<T: Item + Listed> Shaped for List<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const NEED: Need = Need::Optional;
    fn see(&self) -> Seen<'_> {
        Seen::List(self.items.iter().map(T::see).collect())
    }
}

/// The items of a list, each id once.
impl<'r, T: Item + Map<Reader<'r>>> Read<Reader<'r>> for List<T> {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<List<T>> {
        let mut faulty = Vec::new();
        let items = fields.maps(field.key, |f| {
            let item = T::map(reader, f);
            if let (None, Some((_, Node::Text(id)))) = (&item, f.get("id")) {
                faulty.push(id.clone());
            }
            item
        });
        let mut kept: Vec<T> = Vec::new();
        for item in items {
            let place = reader.origin.place(&item.path().key("id"));
            if kept.iter().any(|other| other.id() == item.id()) {
                let message = say::id_is_given_twice(item.id());
                fields.out().add(Code::RecordDuplicateId, place, message, say::give_each_item_its_own_id());
            } else if let Err(problem) = crate::address::check_name(item.id()) {
                fields.out().add(problem.code, place, problem.message, problem.help);
            } else {
                kept.push(item);
            }
        }
        Some(List { items: kept, faulty, origin: reader.origin.clone() })
    }

    fn take(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<List<T>> {
        let list: List<T> = Read::find(field, reader, fields)?;
        if field.need != Need::Required {
            return Some(list);
        }
        if fields.is_empty(field.key) {
            fields.missing(field.key, cure(field, reader.settings.languages));
        }
        (!list.items.is_empty()).then_some(list)
    }
}
