//! Where in a document a node stands.

use std::fmt;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Path, Step};

/// The line and column, from 1, of the node at `path` in the document `text`; of the nearest parent that can be
/// found, if the node itself cannot.
pub fn locate(text: &str, path: &Path) -> (usize, usize) {
    let mut steps = path.0.as_slice();
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

/// Walks down a path and fails at its end; serde_yaml adds the place to the failure.
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
