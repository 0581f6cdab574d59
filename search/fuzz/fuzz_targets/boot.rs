//! Any bytes as a boot file: refused or opened, never a panic. The sum is put right, so that the reading gets past it.

#![no_main]

#[path = "../site.rs"]
mod site;

use std::sync::OnceLock;

use bagyt_search::engine::{Engine, Request};
use libfuzzer_sys::fuzz_target;

/// Its first line, which says what the file is.
const MAGIC: usize = 15;

fn real() -> &'static [u8] {
    static REAL: OnceLock<Vec<u8>> = OnceLock::new();
    REAL.get_or_init(|| site::packed(60).0)
}

fuzz_target!(|data: &[u8]| {
    let [kind, high, low, bytes @ ..] = data else { return };
    let real = real();
    let mut boot = real[..real.len() - 4].to_vec();
    if kind % 4 == 0 {
        boot.truncate(MAGIC);
        boot.extend_from_slice(bytes);
    } else {
        // A real one with other bytes in one place.
        let at = MAGIC + (usize::from(*high) << 8 | usize::from(*low)) % (boot.len() - MAGIC);
        let end = (at + bytes.len()).min(boot.len());
        boot[at..end].copy_from_slice(&bytes[..end - at]);
    }
    let sum = crc32fast::hash(&boot[MAGIC..]);
    boot.extend_from_slice(&sum.to_le_bytes());
    if let Ok(mut engine) = Engine::open(&boot) {
        let _ = engine.add(0, bytes.to_vec());
        for typing in [false, true] {
            let _ = engine.ask(&Request { q: "окуу жайы".into(), typing, ..Request::default() });
        }
    }
});
