//! The engine's interface in WebAssembly: numbers and bytes, nothing imported.
//!
//! One thread calls, one call at a time. Input goes into the buffer that [`take`] gives; an answer stands where
//! [`answer`] says until the next call.

use std::cell::RefCell;

use crate::engine::{Engine, Request};

#[derive(Default)]
struct State {
    input: Vec<u8>,
    output: Vec<u8>,
    /// One engine for each language that was opened.
    engines: Vec<Option<Engine>>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::default());
}

/// Languages that may be open at once.
const MOST_ENGINES: usize = 8;

/// A buffer for the next call's input.
#[expect(unsafe_code, reason = "the name by which the browser calls it; no other function has it")]
#[unsafe(no_mangle)]
pub extern "C" fn take(len: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.input = vec![0; len];
        state.input.as_mut_ptr()
    })
}

/// Opens the boot file in the buffer; 0 if it is damaged.
#[expect(unsafe_code, reason = "the name by which the browser calls it; no other function has it")]
#[unsafe(no_mangle)]
pub extern "C" fn open(slot: usize, len: usize) -> u32 {
    STATE.with_borrow_mut(|state| {
        let boot = std::mem::take(&mut state.input);
        let opened = Engine::open(&boot[..len.min(boot.len())]).ok().filter(|_| slot < MOST_ENGINES);
        let done = opened.is_some();
        if done {
            state.engines.resize_with(state.engines.len().max(slot + 1), || None);
            state.engines[slot] = opened;
        }
        done.into()
    })
}

/// Takes in the chunk in the buffer; 0 if it is damaged.
#[expect(unsafe_code, reason = "the name by which the browser calls it; no other function has it")]
#[unsafe(no_mangle)]
pub extern "C" fn add(slot: usize, id: usize, len: usize) -> u32 {
    STATE.with_borrow_mut(|state| {
        let mut bytes = std::mem::take(&mut state.input);
        bytes.truncate(len);
        let engine = state.engines.get_mut(slot).and_then(Option::as_mut);
        engine.is_some_and(|engine| engine.add(id, bytes).is_ok()).into()
    })
}

/// Answers the request in the buffer; the length of the answer, 0 if there is none.
#[expect(unsafe_code, reason = "the name by which the browser calls it; no other function has it")]
#[unsafe(no_mangle)]
pub extern "C" fn ask(slot: usize, len: usize) -> usize {
    STATE.with_borrow_mut(|state| {
        let request = std::mem::take(&mut state.input);
        let engine = state.engines.get(slot).and_then(Option::as_ref);
        let request: Option<Request> = serde_json::from_slice(&request[..len.min(request.len())]).ok();
        let answer = engine.zip(request).and_then(|(engine, request)| engine.ask(&request).ok());
        state.output = answer.and_then(|answer| serde_json::to_vec(&answer).ok()).unwrap_or_default();
        state.output.len()
    })
}

/// Where the answer stands.
#[expect(unsafe_code, reason = "the name by which the browser calls it; no other function has it")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    STATE.with_borrow(|state| state.output.as_ptr())
}

/// tantivy links a source of randomness for the names of new segments; reading never makes one.
#[expect(unsafe_code, reason = "the name and the form that `getrandom` asks for; it reads and writes nothing")]
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(_: *mut u8, _: usize) -> Result<(), getrandom::Error> {
    Err(getrandom::Error::UNSUPPORTED)
}
