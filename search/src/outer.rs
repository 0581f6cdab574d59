//! The script files that carry packed bytes: deflated, in base64, handed to a function of the page's script.
//!
//! A page opened from a disk may load classic scripts and nothing else, so everything the search needs is one.

use std::io::Read;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};

/// More than this no file of an index holds.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Bytes as a script can hold them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded(String);

impl Encoded {
    /// Deflates bytes, and writes them in letters.
    ///
    /// # Errors
    /// Never, but for what reading from memory may report.
    pub fn new(bytes: &[u8]) -> std::io::Result<Encoded> {
        let mut deflated = Vec::with_capacity(bytes.len() / 2);
        DeflateEncoder::new(bytes, Compression::new(6)).read_to_end(&mut deflated)?;
        Ok(Encoded(STANDARD.encode(deflated)))
    }

    /// The script that brings them under `name`.
    pub fn script(&self, name: &str) -> String {
        format!("bagytSearch.chunk(\"{name}\",\"{}\")\n", self.0)
    }
}

/// The script that brings `bytes` under `name`.
///
/// # Errors
/// As [`Encoded::new`].
pub fn script(name: &str, bytes: &[u8]) -> std::io::Result<String> {
    Ok(Encoded::new(bytes)?.script(name))
}

/// The bytes that a script made by [`script`] brings; `None` if it is damaged.
pub fn bytes(script: &str) -> Option<Vec<u8>> {
    let inner = script.trim_end().strip_prefix("bagytSearch.chunk(\"")?.strip_suffix("\")")?;
    let (_, encoded) = inner.split_once("\",\"")?;
    let deflated = STANDARD.decode(encoded).ok()?;
    let mut bytes = Vec::new();
    DeflateDecoder::new(&deflated[..]).take(LARGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
