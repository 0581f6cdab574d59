//! Any bytes as a question: an answer, never a panic; with every chunk there and with none.

#![no_main]

#[path = "../site.rs"]
mod site;

use std::sync::OnceLock;

use bagyt_search::engine::{Engine, Request};
use libfuzzer_sys::fuzz_target;

fn engines() -> &'static [Engine; 2] {
    static ENGINES: OnceLock<[Engine; 2]> = OnceLock::new();
    ENGINES.get_or_init(|| {
        let (boot, chunks) = site::packed(400);
        let empty = Engine::open(&boot).expect("a whole boot file");
        let mut whole = Engine::open(&boot).expect("a whole boot file");
        for bytes in &chunks {
            assert!((0..chunks.len()).any(|id| whole.add(id, bytes.clone()).is_ok()), "a whole chunk");
        }
        [whole, empty]
    })
}

fuzz_target!(|data: &[u8]| {
    let [flags, text @ ..] = data else { return };
    let request = Request {
        q: String::from_utf8_lossy(text).into_owned(),
        typing: flags & 1 == 1,
        kind: (flags & 2 == 2).then(|| "profession".into()),
        publication: (flags & 4 == 4).then(|| "handbook".into()),
        from: usize::from(flags >> 3 & 3) * 50,
        limit: [1, 10, 500, usize::MAX][usize::from(flags >> 5 & 3)],
    };
    let [whole, empty] = engines();
    let answer = whole.ask(&request).unwrap_or_else(|_| panic!("no answer to {request:?}"));
    assert!(answer.need.is_empty());
    empty.ask(&request).unwrap_or_else(|_| panic!("no answer to {request:?}"));
});
