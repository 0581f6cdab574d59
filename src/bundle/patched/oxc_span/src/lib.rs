//! The names of oxc_span that minify-html uses, for a program that minifies no scripts.

/// What kind of script a text is.
#[derive(Default)]
pub struct SourceType;

impl SourceType {
    /// A module.
    pub fn mjs() -> SourceType {
        SourceType
    }
}
