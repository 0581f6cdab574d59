//! A hash in the making.

use std::hash::{Hash, Hasher};

use crate::hash::Wide;

/// Takes one value after another.
pub struct Sum(Wide);

impl Sum {
    pub fn new() -> Sum {
        Sum(Wide::default())
    }

    pub fn add<T: Hash + ?Sized>(&mut self, value: &T) {
        value.hash(&mut self.0);
        // Two values are not the same as one that is both.
        self.0.write_u8(0xFE);
    }

    pub fn end(self) -> u128 {
        self.0.end()
    }
}
