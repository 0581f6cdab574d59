//! YAML as a plain tree, read by serde_yaml, with places for diagnostics.
//!
//! In: the text of one document. Out: a [`Node`], or one [`Error`] with its place. Never: knowledge of any schema;
//! that is [`Fields`]'s caller's.
//!
//! serde_yaml tells a place only with an error. So a tree is built without places, and the place of a node is looked
//! up when a diagnostic needs it: [`locate`] reads the document again and fails on purpose at the node's path.

use crate::messages::{Message, say};

mod dates;
mod depth;
mod document;
mod fields;
mod locate;
mod slips;
mod words;
mod written;

use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};

pub use crate::diag::{Path, Step};
pub use dates::date_problem;
pub use document::document;
pub use fields::{Expected, Fields, Origin, localised, type_error};
pub use locate::{locate, starts};
pub use slips::{Slip, cut as cut_texts, find as slips, quoted};

/// A YAML value. Keys are always strings; `12: x` has the key `"12"`. A whole number is digits, with a minus perhaps: what
/// is written otherwise (`+996312620000`, `0o14`) is a text, for that is what an editor means.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Null,
    Bool(bool),
    Integer(i64),
    /// A number with a fraction, and how it is written.
    Float(f64, String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    /// What a message calls the type.
    pub fn kind(&self) -> Message {
        match self {
            Node::Null => say::nothing(),
            Node::Bool(_) => say::true_or_false(),
            Node::Integer(_) | Node::Float(..) => say::a_number(),
            Node::Text(_) => say::a_text(),
            Node::List(_) => say::a_list(),
            Node::Map(_) => say::keys_with_values(),
        }
    }
}

/// Why a document could not be read. Line and column count from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    pub kind: ErrorKind,
    /// What is wrong, in words of our own.
    pub message: Message,
    /// What to do about it.
    pub help: Message,
    pub line: usize,
    pub column: usize,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    Syntax,
    DuplicateKey,
    TooComplex,
}

/// Most nodes that one document may have after its aliases are expanded. The largest real record has about 500.
const MAX_NODES: usize = 200_000;
/// Deepest nesting. Real records reach 6; the parsing stack holds far more than this.
const MAX_DEPTH: usize = 32;
/// Marks our own complaints in serde_yaml's error text.
const DUPLICATE: &str = "duplicate key ";
const TOO_MANY: &str = "too many values";
const TOO_DEEP: &str = "nested too deeply";
const FORBIDDEN: &str = "a character that no text may hold";

/// Reads one document.
///
/// # Errors
/// The first thing that is wrong: syntax, a duplicate key, or more nodes or depth than any honest file has (aliases
/// are counted as often as they are used, so a "YAML bomb" stops here).
pub fn parse(text: &str) -> Result<Node, Error> {
    if let Some(at) = depth::too_deep(text) {
        return Err(words::too_deep(text, at));
    }
    let budget = Cell::new(MAX_NODES);
    let seed = NodeSeed { budget: &budget, depth: 0 };
    let deserializer = serde_yaml::Deserializer::from_str(text);
    let mut node = seed.deserialize(deserializer).map_err(|error| words::describe(&error, text))?;
    written::restore(&mut node, text);
    Ok(node)
}

/// Builds a [`Node`], counting every value against a budget.
#[derive(Clone, Copy)]
struct NodeSeed<'a> {
    budget: &'a Cell<usize>,
    depth: usize,
}

impl<'a> NodeSeed<'a> {
    fn spend<E: de::Error>(self) -> Result<(), E> {
        let left = self.budget.get().checked_sub(1).ok_or_else(|| E::custom(TOO_MANY))?;
        self.budget.set(left);
        Ok(())
    }

    fn deeper<E: de::Error>(self) -> Result<NodeSeed<'a>, E> {
        if self.depth >= MAX_DEPTH {
            return Err(E::custom(TOO_DEEP));
        }
        Ok(NodeSeed { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        self.spend().map(|()| Node::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Node, E> {
        self.spend().map(|()| Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Node, E> {
        self.spend().map(|()| Node::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Node, E> {
        self.spend().map(|()| Node::Integer(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Node, E> {
        self.spend()?;
        Ok(i64::try_from(value).map_or_else(|_| Node::Text(value.to_string()), Node::Integer))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Node, E> {
        self.spend().map(|()| Node::Text(value.to_string()))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Node, E> {
        self.spend().map(|()| Node::Text(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Node, E> {
        self.spend().map(|()| Node::Float(value, value.to_string()))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Node, E> {
        self.spend()?;
        // The text of the file holds none; `"\b"` makes one.
        if crate::source::has_forbidden(value) {
            return Err(E::custom(FORBIDDEN));
        }
        Ok(Node::Text(value.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        self.spend()?;
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        self.spend()?;
        let inner = self.deeper()?;
        let mut seen = HashSet::new();
        let mut map = Vec::new();
        while let Some(key) = entries.next_key_seed(KeySeed { seen: &mut seen })? {
            map.push((key, entries.next_value_seed(inner)?));
        }
        Ok(Node::Map(map))
    }

    fn visit_enum<A: de::EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(de::Error::custom("a tag (`!name`) means nothing here"))
    }
}

/// Reads a key as text and refuses one that came before, at the key's own place.
struct KeySeed<'s> {
    seen: &'s mut HashSet<String>,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeySeed<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a key that is a plain text")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<String, E> {
        if !self.seen.insert(value.to_string()) {
            return Err(E::custom(format!("{DUPLICATE}`{value}`")));
        }
        Ok(value.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "title:\n  ky: Ашпозчу\n  ru: Повар\ntasks:\n  - {ky: а, ru: б}\n  - {ky: в, ru: г}\n";

    fn path(steps: &[Step]) -> Path {
        Path(steps.to_vec())
    }

    /// The place of a node, looked for alone.
    fn located(text: &str, steps: &[Step]) -> (usize, usize) {
        locate(text, &[&path(steps)])[0]
    }

    #[test]
    fn finds_values_items_and_key_names() {
        let key = |k: &str| Step::Key(k.into());
        assert_eq!(located(TEXT, &[key("title"), key("ru")]), (3, 7));
        assert_eq!(located(TEXT, &[key("tasks"), Step::Item(1), key("ru")]), (6, 17));
        assert_eq!(located(TEXT, &[Step::KeyName("tasks".into())]), (4, 1));
        assert_eq!(located(TEXT, &[key("title"), Step::KeyName("ru".into())]), (3, 3));
    }

    #[test]
    fn falls_back_to_the_parent_of_what_is_not_there() {
        assert_eq!(located(TEXT, &[Step::Key("title".into()), Step::Key("en".into())]), (2, 3));
    }

    #[test]
    fn finds_what_stands_behind_an_alias() {
        let text = "a: &a {b: [1, &c 2]}\nd: *a\ne: [*c, 3, {f: *a, g: 4}]\n";
        let key = |k: &str| Step::Key(k.into());
        for (steps, place) in [
            (vec![key("d")], (1, 4)),
            (vec![key("d"), key("b")], (1, 11)),
            (vec![key("e"), Step::Item(0)], (1, 15)),
            (vec![key("e"), Step::Item(1)], (3, 9)),
            (vec![key("e"), Step::Item(2), key("f"), key("b"), Step::Item(0)], (1, 12)),
            (vec![key("e"), Step::Item(2), key("g")], (3, 23)),
        ] {
            assert_eq!(located(text, &steps), place, "{steps:?}");
        }
    }

    /// Every path of a tree.
    fn paths(node: &Node, own: &Path, all: &mut Vec<Path>) {
        all.push(own.clone());
        match node {
            Node::List(items) => items.iter().enumerate().for_each(|(at, item)| paths(item, &own.item(at), all)),
            Node::Map(entries) => {
                for (key, value) in entries {
                    all.push(own.then(Step::KeyName(key.clone())));
                    all.push(own.key("nowhere"));
                    paths(value, &own.key(key), all);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn refuses_a_duplicate_key_at_its_place() {
        let error = parse("a: 1\nb: 2\na: 3\n").unwrap_err();
        assert_eq!((error.kind, error.line, error.column), (ErrorKind::DuplicateKey, 3, 1));
    }

    #[test]
    fn stops_a_bomb_of_aliases() {
        let mut text = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (this, last) in ["b", "c", "d", "e", "f", "g", "h"].iter().zip(["a", "b", "c", "d", "e", "f", "g"]) {
            text +=
                &format!("{this}: &{this} [*{last}, *{last}, *{last}, *{last}, *{last}, *{last}, *{last}, *{last}]\n");
        }
        assert_eq!(parse(&text).unwrap_err().kind, ErrorKind::TooComplex);
    }

    #[test]
    fn values_are_as_they_are_written() {
        let text = "a: {ky: +996312620000, ru: 0o14}\nb: [0x1F, 007, 1.10, -3]\nc: 996312620000996312620000\nd: &x +5\ne: *x\n";
        let Ok(Node::Map(entries)) = parse(text) else { panic!("a map") };
        let texts = |value: &str| Node::Text(value.into());
        let both = vec![("ky".into(), texts("+996312620000")), ("ru".into(), texts("0o14"))];
        assert_eq!(entries[0].1, Node::Map(both));
        let list = vec![texts("0x1F"), texts("007"), Node::Float(1.1, "1.10".into()), Node::Integer(-3)];
        assert_eq!(entries[1].1, Node::List(list));
        assert_eq!(entries[2].1, texts("996312620000996312620000"));
        assert_eq!((&entries[3].1, &entries[4].1), (&texts("+5"), &texts("+5")));
    }

    #[test]
    fn lines_are_those_of_the_editor() {
        let key = |k: &str| Step::Key(k.into());
        for separator in ['\u{85}', '\u{2028}', '\u{2029}'] {
            let text = format!("a: \"б{separator}в\"\nc: г\n");
            assert_eq!(located(&text, &[key("c")]), (2, 4));
            let error = parse(&format!("{text}c: д\n")).unwrap_err();
            // YAML folds the first of them; the others stay in the text, which may not hold them.
            assert_eq!((error.line, error.column), if separator == '\u{85}' { (3, 1) } else { (1, 4) });
        }
    }

    #[test]
    fn stops_depth() {
        let text = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
        assert_eq!(parse(&text).unwrap_err().kind, ErrorKind::TooComplex);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
            let _ = parse(&text);
        }

        #[test]
        fn text_of_yaml_letters_is_read_or_refused(text in "[a-c:\\-\\[\\]{}&*!|>'\"#, \n]{0,80}") {
            if let Ok(node) = parse(&text) {
                // Whatever can be read can also be located, together or alone.
                let mut all = Vec::new();
                paths(&node, &Path::default(), &mut all);
                let together = locate(&text, &all.iter().collect::<Vec<_>>());
                for (path, (line, column)) in all.iter().zip(together).take(40) {
                    proptest::prop_assert!(line >= 1 && column >= 1, "{node:?}");
                    proptest::prop_assert_eq!(locate::one(&text, &path.0), (line, column), "{:?}", path);
                }
            }
        }
    }
}
