//! The names of oxc_codegen that minify-html uses, for a program that minifies no scripts.

use oxc_parser::Program;

#[derive(Default)]
pub struct CodegenOptions {
    pub minify: bool,
    /// minify-html fills in further fields with `..`, for which there must be one.
    pub further: (),
}

pub struct CodegenReturn {
    pub code: String,
}

#[derive(Default)]
pub struct Codegen;

impl Codegen {
    pub fn new() -> Codegen {
        Codegen
    }

    pub fn with_options(self, _: CodegenOptions) -> Codegen {
        self
    }

    /// Nothing: there is no program.
    pub fn build(self, _: &Program) -> CodegenReturn {
        CodegenReturn { code: String::new() }
    }
}
