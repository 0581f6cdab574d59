//! The names of oxc_minifier that minify-html uses, for a program that minifies no scripts.

use oxc_allocator::Allocator;
use oxc_parser::Program;

#[derive(Default)]
pub struct MangleOptions;

pub struct CompressOptions;

impl CompressOptions {
    pub fn safest() -> CompressOptions {
        CompressOptions
    }
}

pub struct MinifierOptions {
    pub mangle: Option<MangleOptions>,
    pub compress: Option<CompressOptions>,
}

pub struct Minifier;

impl Minifier {
    pub fn new(_: MinifierOptions) -> Minifier {
        Minifier
    }

    /// Leaves the program as it is.
    pub fn minify<'a>(self, _: &'a Allocator, _: &mut Program<'a>) {}
}
