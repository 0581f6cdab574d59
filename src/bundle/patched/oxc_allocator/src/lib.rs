//! The names of oxc_allocator that minify-html uses, for a program that minifies no scripts.

/// Memory for a script that was parsed; there is none.
#[derive(Default)]
pub struct Allocator;
