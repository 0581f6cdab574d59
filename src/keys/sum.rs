//! A hash in the making.

use std::hash::{Hash, Hasher};

/// Takes one value after another. What they are is gathered and hashed at once: that is quicker than a hash of many parts.
pub struct Sum(Bytes);

struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Nothing asks for it.
    fn finish(&self) -> u64 {
        0
    }
}

impl Sum {
    pub fn new() -> Sum {
        Sum(Bytes(Vec::with_capacity(1024)))
    }

    pub fn add<T: Hash + ?Sized>(&mut self, value: &T) {
        value.hash(&mut self.0);
        // Two values are not the same as one that is both.
        self.0.write_u8(0xFE);
    }

    pub fn end(self) -> u128 {
        crate::hash::of(self.0.0.as_slice())
    }
}
