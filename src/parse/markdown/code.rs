//! Fenced code, highlighted at build time with classes.

use std::sync::LazyLock;

use pulldown_cmark_escape::escape_html_body_text;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// Loading the grammars takes some 20 ms: only a site that has code pays for it.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Most code of a text that is highlighted, in bytes; the grammars' regular expressions are slow on generated files. Beginning
/// anew takes as long as some lines.
const MAX_HIGHLIGHTED: usize = 100_000;
const BEGINNING: usize = 100;

/// Adds the code to `to`, escaped, with `<span class="s-…">` around its tokens if the language is known. `done` is how much
/// of the text has been highlighted, and grows.
pub fn write(language: &str, code: &str, done: &mut usize, to: &mut String) {
    let name = language.split([',', ' ', '{']).next().unwrap_or("");
    if !name.is_empty()
        && *done + BEGINNING + code.len() <= MAX_HIGHLIGHTED
        && let Some(syntax) = SYNTAXES.find_syntax_by_token(name)
        && let Some(html) = highlight(syntax, code)
    {
        *done += BEGINNING + code.len();
        to.push_str(&html);
    } else {
        // Writing to a String cannot fail.
        let _ = escape_html_body_text(&mut *to, code);
    }
}

fn highlight(syntax: &SyntaxReference, code: &str) -> Option<String> {
    let style = ClassStyle::SpacedPrefixed { prefix: "s-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, style);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}
