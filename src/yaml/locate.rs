//! Where in a document nodes stand.
//!
//! serde_yaml tells a place with an error alone. A value that is asked for as an enum is refused at its place before it is
//! taken, so a value can be asked for its place first and be read then: one reading finds the places of many nodes.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, EnumAccess, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Path, Step};

/// A line and a column, from 1.
type Point = (usize, usize);

/// Most nodes whose way leads through an alias that are looked for one by one.
const MOST_BEHIND_ALIASES: usize = 32;

/// The lines and columns, from 1, of the nodes at `paths` in the document `text`; of the nearest parent that can be
/// found, if a node itself cannot.
pub fn locate(text: &str, paths: &[&Path]) -> Vec<Point> {
    let tree = Tree::of(paths);
    let root = one(text, &[]);
    // An alias is known by a place before the last one, so nothing before it may be passed over.
    let marks = walk(text, &tree, text.contains('*'), None);
    let others = text.contains(SEPARATORS);
    let mut singly = MOST_BEHIND_ALIASES;
    let point = |(path, node): (&&Path, &usize)| {
        let (mut node, mut found) = (*node, marks.points[*node]);
        if found.is_none() && marks.aliases && singly > 0 {
            singly -= 1;
            return one(text, &path.0);
        }
        while let (None, Some(parent)) = (found, tree.nodes[node].parent) {
            (node, found) = (parent, marks.points[parent]);
        }
        match found {
            Some((line, column)) if others => own_place(text, line, column),
            Some(point) => point,
            None => root,
        }
    };
    paths.iter().zip(&tree.ends).map(point).collect()
}

/// The lines and columns, from 1, at which values begin.
pub fn starts(text: &str) -> HashSet<Point> {
    walk(text, &Tree::of(&[]), true, Some(HashSet::new())).starts.unwrap_or_default()
}

fn walk(text: &str, tree: &Tree, all: bool, starts: Option<HashSet<Point>>) -> Marks {
    let marks = Marks { points: vec![None; tree.nodes.len()], starts, ..Marks::default() };
    let walk = Walk { tree, all, tags: text.contains('!'), marks: &RefCell::new(marks), node: Some(0) };
    // What fails is found by its parents.
    let _ = walk.deserialize(serde_yaml::Deserializer::from_str(text));
    walk.marks.take()
}

/// The place of one node: the document is read up to it. `serde_yaml` adds the place to the failure.
pub(super) fn one(text: &str, path: &[Step]) -> Point {
    let mut steps = path;
    loop {
        let probe = Probe { steps };
        if let Err(error) = probe.deserialize(serde_yaml::Deserializer::from_str(text)) {
            return error.location().map_or((1, 1), |l| own_place(text, l.line(), l.column()));
        }
        match steps.split_last() {
            Some((_, parent)) => steps = parent,
            None => return (1, 1),
        }
    }
}

/// The paths that are looked for, put together.
struct Tree<'p> {
    nodes: Vec<Branch<'p>>,
    /// The node at which each path ends.
    ends: Vec<usize>,
}

#[derive(Default)]
struct Branch<'p> {
    parent: Option<usize>,
    next: HashMap<&'p Step, usize>,
}

impl<'p> Tree<'p> {
    fn of(paths: &[&'p Path]) -> Tree<'p> {
        let mut tree = Tree { nodes: vec![Branch::default()], ends: Vec::with_capacity(paths.len()) };
        for path in paths {
            let mut node = 0;
            for step in &path.0 {
                let new = tree.nodes.len();
                let next = *tree.nodes[node].next.entry(step).or_insert(new);
                if next == new {
                    tree.nodes.push(Branch { parent: Some(node), next: HashMap::new() });
                }
                node = next;
            }
            tree.ends.push(node);
        }
        tree
    }
}

#[derive(Default)]
struct Marks {
    /// Of each node of the tree that was found.
    points: Vec<Option<Point>>,
    /// Of all values, if that is asked for.
    starts: Option<HashSet<Point>>,
    /// The last place of the document.
    last: Point,
    /// Whether there was an alias.
    aliases: bool,
}

/// Reads a value, and notes the places of those in it that are in the tree.
#[derive(Clone, Copy)]
struct Walk<'t, 'p> {
    tree: &'t Tree<'p>,
    /// Whether places are noted of all that is passed.
    all: bool,
    /// Whether the document may have tags.
    tags: bool,
    marks: &'t RefCell<Marks>,
    node: Option<usize>,
}

impl Walk<'_, '_> {
    fn next(self, step: &Step) -> Self {
        Walk { node: self.node.and_then(|node| self.tree.nodes[node].next.get(step).copied()), ..self }
    }

    fn is_wanted(self) -> bool {
        self.all || self.node.is_some()
    }

    /// Notes where a key stands.
    fn note_key<E: de::Error>(self, point: Option<Point>) -> Result<(), E> {
        let mut marks = self.marks.borrow_mut();
        let point = self.settled(point, &marks)?;
        if let Some(node) = self.node {
            marks.points[node] = Some(point);
        }
        marks.last = marks.last.max(point);
        Ok(())
    }

    /// Notes where a value stands; whether it is still to be read. An alias has been by then, and its place is that of what
    /// it stands for, which came before.
    fn note<E: de::Error>(self, point: Option<Point>) -> Result<bool, E> {
        let mut marks = self.marks.borrow_mut();
        let point = self.settled(point, &marks)?;
        if let Some(node) = self.node {
            marks.points[node] = Some(point);
        }
        if let Some(starts) = &mut marks.starts {
            starts.insert(point);
        }
        let new = point > marks.last;
        marks.last = marks.last.max(point);
        marks.aliases |= !new;
        Ok(new)
    }

    /// The place that an error did not tell is the document's first, or that of a value with a tag, which is not read.
    fn settled<E: de::Error>(self, point: Option<Point>, marks: &Marks) -> Result<Point, E> {
        let first = marks.last == (0, 0) || !self.tags;
        point.or_else(|| first.then_some((1, 1))).ok_or_else(Probe::arrived)
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i128<E: de::Error>(self, _: i128) -> Result<(), E> {
        Ok(())
    }

    fn visit_u128<E: de::Error>(self, _: u128) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for index in 0.. {
            let item = self.next(&Step::Item(index));
            if !item.is_wanted() {
                if items.next_element::<IgnoredAny>()?.is_none() {
                    break;
                }
                continue;
            }
            let Some(point) = items.next_element_seed(Place)? else { break };
            if item.note(point)? {
                items.next_element_seed(item)?;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some((key, point)) = entries.next_key_seed(Key)? {
            let value = self.next(&Step::Key(key.clone()));
            let name = self.next(&Step::KeyName(key));
            name.note_key(point)?;
            if !value.is_wanted() {
                entries.next_value::<IgnoredAny>()?;
                continue;
            }
            let point = entries.next_value_seed(Place)?;
            if value.note(point)? {
                entries.next_value_seed(value)?;
            }
        }
        Ok(())
    }
}

/// Asks a value for its place, and leaves it to be read.
struct Place;

impl<'de> DeserializeSeed<'de> for Place {
    type Value = Option<Point>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Point>, D::Error> {
        match deserializer.deserialize_enum("", &[], self) {
            Err(error) => Ok(point(&error)),
            Ok(never) => Ok(never),
        }
    }
}

impl<'de> Visitor<'de> for Place {
    type Value = Option<Point>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a place")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Option<Point>, A::Error> {
        Err(Probe::arrived())
    }
}

/// Takes a key and its place.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = (String, Option<Point>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let mut key = None;
        match deserializer.deserialize_str(KeyVisitor(&mut key)) {
            Err(error) => key.map(|key| (key, point(&error))).ok_or(error),
            Ok(()) => Err(Probe::arrived()),
        }
    }
}

struct KeyVisitor<'k>(&'k mut Option<String>);

impl<'de> Visitor<'de> for KeyVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<(), E> {
        *self.0 = Some(key.to_string());
        Err(Probe::arrived())
    }
}

/// The place that an error ends with, «… at line 3 column 7»; the first of the document is not told.
fn point(error: &impl fmt::Display) -> Option<Point> {
    let text = error.to_string();
    let (before, column) = text.rsplit_once(" column ")?;
    let (_, line) = before.rsplit_once(" line ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// Line ends to YAML, and to nobody else.
pub const SEPARATORS: &[char] = &['\u{85}', '\u{2028}', '\u{2029}'];

/// The line and column of an editor for those of libyaml, which counts more characters as line ends.
pub fn own_place(text: &str, line: usize, column: usize) -> (usize, usize) {
    if !text.contains(SEPARATORS) {
        return (line, column);
    }
    let is_end = |c: char| c == '\n' || SEPARATORS.contains(&c);
    let start = match line.checked_sub(2) {
        Some(before) => {
            text.char_indices().filter(|(_, c)| is_end(*c)).nth(before).map_or(text.len(), |(at, c)| at + c.len_utf8())
        }
        None => 0,
    };
    let at = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| start + at);
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    (text[..at].matches('\n').count() + 1, text[line_start..at].chars().count() + 1)
}

/// Walks down a path and fails at its end.
#[derive(Clone, Copy)]
struct Probe<'a> {
    steps: &'a [Step],
}

impl Probe<'_> {
    fn arrived<E: de::Error>() -> E {
        E::custom("here")
    }
}

impl<'de> DeserializeSeed<'de> for Probe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Probe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        if self.steps.is_empty() { Err(Self::arrived()) } else { Ok(()) }
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Some((Step::Item(wanted), rest)) = self.steps.split_first() else {
            return if self.steps.is_empty() { Err(Self::arrived()) } else { skip_items(items) };
        };
        for _ in 0..*wanted {
            if items.next_element::<IgnoredAny>()?.is_none() {
                return Ok(());
            }
        }
        items.next_element_seed(Probe { steps: rest })?;
        skip_items(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        match self.steps.split_first() {
            None => return Err(Self::arrived()),
            Some((Step::Key(key), rest)) => {
                while let Some(found) = entries.next_key::<String>()? {
                    if found == *key {
                        entries.next_value_seed(Probe { steps: rest })?;
                    } else {
                        entries.next_value::<IgnoredAny>()?;
                    }
                }
            }
            Some((Step::KeyName(key), _)) => {
                while entries.next_key_seed(KeyProbe { wanted: key })?.is_some() {
                    entries.next_value::<IgnoredAny>()?;
                }
            }
            Some((Step::Item(_), _)) => while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {},
        }
        Ok(())
    }
}

fn skip_items<'de, A: SeqAccess<'de>>(mut items: A) -> Result<(), A::Error> {
    while items.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

/// Fails at a key of the wanted name.
struct KeyProbe<'a> {
    wanted: &'a str,
}

impl<'de> DeserializeSeed<'de> for KeyProbe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeyProbe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, found: &str) -> Result<(), E> {
        if found == self.wanted { Err(Probe::arrived()) } else { Ok(()) }
    }
}
