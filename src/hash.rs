//! One hash for everything that is only compared with itself: is this the same input as last time?

use std::hash::{Hash, Hasher};

use xxhash_rust::xxh3::Xxh3;

/// A hash of 128 bits in the making.
#[derive(Default)]
pub struct Wide(Xxh3);

impl Wide {
    /// The hash of what was written.
    pub fn end(&self) -> u128 {
        self.0.digest128()
    }
}

impl Hasher for Wide {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.digest()
    }
}

/// Eight letters for the name of a file with these bytes: BLAKE3, the same on every machine.
pub fn name_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..8].to_string()
}

/// The 128-bit XXH3 hash of a value. Equal values have equal hashes in every run of one program.
pub fn of<T: Hash + ?Sized>(value: &T) -> u128 {
    let mut hasher = Wide::default();
    value.hash(&mut hasher);
    hasher.end()
}
