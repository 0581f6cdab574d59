//! Values as they are written.
//!
//! serde_yaml hands out a number without how it was written, and takes more for numbers than an editor does. So a document
//! that may have such numbers is read once more, along the tree, with every number as a text.

use std::fmt;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Node;

/// Turns whole numbers that are not written as such into texts, and gives those with a fraction their writing.
pub fn restore(node: &mut Node, text: &str) {
    let unusual = ["+", "0o", "0x", "0b"].iter().any(|mark| text.contains(mark));
    if unusual || has_fraction(node) {
        // A document that could be read once can be read again.
        let _ = Written(node).deserialize(serde_yaml::Deserializer::from_str(text));
    }
}

fn has_fraction(node: &Node) -> bool {
    match node {
        Node::Float(..) => true,
        Node::List(items) => items.iter().any(has_fraction),
        Node::Map(entries) => entries.iter().any(|(_, value)| has_fraction(value)),
        _ => false,
    }
}

struct Written<'n>(&'n mut Node);

impl<'de> DeserializeSeed<'de> for Written<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            Node::Integer(_) | Node::Float(..) => deserializer.deserialize_str(self),
            Node::List(_) => deserializer.deserialize_seq(self),
            Node::Map(_) => deserializer.deserialize_map(self),
            _ => deserializer.deserialize_ignored_any(IgnoredAny).map(|_| ()),
        }
    }
}

impl<'de> Visitor<'de> for Written<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("what was read before")
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<(), E> {
        match self.0 {
            Node::Integer(number) if number.to_string() != written => *self.0 = Node::Text(written.to_string()),
            Node::Float(_, own) => *own = written.to_string(),
            _ => {}
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Node::List(list) = self.0 else { return Ok(()) };
        for item in list {
            items.next_element_seed(Written(item))?;
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Node::Map(map) = self.0 else { return Ok(()) };
        for (_, value) in map {
            if entries.next_key::<IgnoredAny>()?.is_some() {
                entries.next_value_seed(Written(value))?;
            }
        }
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }
}
