//! Fenced code, highlighted at build time with classes.

use std::sync::LazyLock;

use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use crate::text::{Attribute, Element, Text};

/// Loading the grammars takes some 20 ms: only a site that has code pays for it.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Most code of a text that is highlighted, in bytes; the grammars' regular expressions are slow on generated files. Beginning
/// anew takes as long as some lines.
const MAX_HIGHLIGHTED: usize = 100_000;
const BEGINNING: usize = 100;

/// Adds the code to `to`, its tokens as elements with classes (`s-…`) if the language is known. `done` is how much of the text
/// has been highlighted, and grows.
pub fn write(language: &str, code: &str, done: &mut usize, to: &mut Text) {
    let name = language.split([',', ' ', '{']).next().unwrap_or("");
    if !name.is_empty()
        && *done + BEGINNING + code.len() <= MAX_HIGHLIGHTED
        && let Some(syntax) = SYNTAXES.find_syntax_by_token(name)
        && let Some(highlighted) = highlight(syntax, code)
    {
        *done += BEGINNING + code.len();
        to.append(&highlighted);
    } else {
        to.text(code);
    }
}

fn highlight(syntax: &SyntaxReference, code: &str) -> Option<Text> {
    let mut text = Text::default();
    let (mut state, mut scopes) = (ParseState::new(syntax), ScopeStack::new());
    // Elements without words are not written: those that are open and have none yet.
    let (mut open, mut empty) = (0_usize, Vec::new());
    for line in LinesWithEndings::from(code) {
        let mut done = 0;
        let ops = state.parse_line(line, &SYNTAXES).ok()?;
        for (at, op) in ops.iter().map(|(at, op)| (*at, Some(op))).chain([(line.len(), None)]) {
            if at > done {
                for scope in empty.drain(..) {
                    begin(scope, &mut text);
                    open += 1;
                }
                text.verbatim(&line[done..at]);
                done = at;
            }
            let Some(op) = op else { continue };
            let changed = scopes.apply_with_hook(op, |change, _| match change {
                BasicScopeStackOp::Push(scope) => empty.push(scope),
                BasicScopeStackOp::Pop if empty.pop().is_some() => {}
                BasicScopeStackOp::Pop => {
                    text.close(Element::Token);
                    open = open.saturating_sub(1);
                }
            });
            changed.ok()?;
        }
    }
    (0..open).for_each(|_| text.close(Element::Token));
    Some(text)
}

fn begin(scope: Scope, text: &mut Text) {
    let classes: Vec<String> = scope.build_string().split('.').map(|atom| format!("s-{atom}")).collect();
    text.open(Element::Token);
    text.attribute(Attribute::Class, &classes.join(" "));
}
