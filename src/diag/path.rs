//! Where in a tree of keys and lists a value stands.

use serde::{Deserialize, Serialize};

/// One step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// Into the value of a key.
    Key(String),
    /// Into an item of a list, from 0.
    Item(usize),
    /// To the key itself, not its value; always the last step.
    KeyName(String),
}

/// The way from a document's root to a node.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The path with one more step.
    pub fn then(&self, step: Step) -> Path {
        let mut steps = self.0.clone();
        steps.push(step);
        Path(steps)
    }

    /// The path to a key's value.
    pub fn key(&self, key: &str) -> Path {
        self.then(Step::Key(key.to_string()))
    }

    /// The path to a list's item.
    pub fn item(&self, index: usize) -> Path {
        self.then(Step::Item(index))
    }
}
