//! Diagnostics: errors as data.
//!
//! In: nothing. Out: [`Diagnostic`] values with a [`Place`]. Never: showing them, which is `show`'s.

mod codes;
mod fix;
mod lines;
mod path;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::messages::{Message, say};

pub use codes::Code;
pub use fix::Fix;
pub use lines::{Lines, floor_boundary};
pub use path::{Path, Step};

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written while there is one.
    Error,
    /// Worth mending; the site is built all the same.
    Warning,
    /// Worth knowing; `check` alone tells it.
    Note,
}

/// The place that a diagnostic is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Path relative to the site's folder, with `/` between its parts.
    #[serde(with = "crate::serial::text")]
    pub file: Arc<str>,
    /// Where in the file.
    pub at: At,
}

/// A position in a file. Lines and columns are counted from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum At {
    /// The file as a whole.
    File,
    /// A line, a column and how many characters are meant (0: to the end of the line).
    Point { line: usize, column: usize, length: usize },
    /// A line, a column and how many characters are meant, of the file as it lies on the disk; elsewhere they are those
    /// of the text that `source::read_text` gives.
    OnDisk { line: usize, column: usize, length: usize },
    /// Bytes of the text that `source::read_text` gives.
    Offset { offset: usize, length: usize },
    /// A value or key of a YAML document that starts after `first_line` lines of the file; turned into a line and
    /// a column when the diagnostic is shown, so that well-formed input never pays for it.
    Yaml { path: Path, first_line: usize },
}

impl Place {
    /// The file as a whole.
    pub fn file(file: &Arc<str>) -> Place {
        Place { file: file.clone(), at: At::File }
    }

    /// A point in a file: line and column from 1, length in characters.
    pub fn point(file: &Arc<str>, line: usize, column: usize, length: usize) -> Place {
        Place { file: file.clone(), at: At::Point { line, column, length } }
    }

    /// A point of the file as it lies on the disk, before anything was taken out of it.
    pub fn on_disk(file: &Arc<str>, line: usize, column: usize, length: usize) -> Place {
        Place { file: file.clone(), at: At::OnDisk { line, column, length } }
    }

    /// `length` bytes from byte `offset` of the file's normal form.
    pub fn offset(file: &Arc<str>, offset: usize, length: usize) -> Place {
        Place { file: file.clone(), at: At::Offset { offset, length } }
    }
}

/// One message about the input: what is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of thing is wrong.
    pub code: Code,
    /// Where; `None` when no file is to blame.
    pub place: Option<Place>,
    /// What is wrong, as one sentence without a full stop.
    pub message: Message,
    /// What to do about it.
    pub help: Message,
    /// The same for a program, where one can do it.
    pub fix: Option<Fix>,
}

/// Diagnostics in the making. Every function that meets bad input takes one and goes on.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    draft: bool,
    untranslated: Vec<(Lang, Path)>,
}

impl Diagnostics {
    /// No diagnostics.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// No diagnostics about a draft, which may lack what other files must have.
    pub fn of_draft() -> Diagnostics {
        Diagnostics { draft: true, ..Diagnostics::default() }
    }

    /// Whether they are about a draft.
    pub fn is_of_draft(&self) -> bool {
        self.draft
    }

    /// Adds that something is missing or not filled in. Of a draft it is said too, but does not stop the build.
    pub fn add_missing(&mut self, code: Code, place: Place, message: impl Into<Message>, help: impl Into<Message>) {
        self.add(self.of_missing(code), place, message, help);
    }

    /// The code of a message that something is missing or not filled in, which has this one outside drafts.
    pub fn of_missing(&self, code: Code) -> Code {
        if self.draft { Code::DraftIncomplete } else { code }
    }

    /// Takes note of a text of the file in hand that is missing in a language in which it may be.
    pub fn add_untranslated(&mut self, lang: Lang, path: Path) {
        self.untranslated.push((lang, path));
    }

    /// The texts that are missing in a language in which they may be, which are forgotten here.
    pub fn take_untranslated(&mut self) -> Vec<(Lang, Path)> {
        std::mem::take(&mut self.untranslated)
    }

    /// Adds a diagnostic at a place.
    pub fn add(&mut self, code: Code, place: Place, message: impl Into<Message>, help: impl Into<Message>) {
        self.add_fix(code, place, message, help, None);
    }

    /// Adds a diagnostic at a place, with a cure that a program can carry out if there is one.
    pub fn add_fix(
        &mut self,
        code: Code,
        place: Place,
        message: impl Into<Message>,
        help: impl Into<Message>,
        fix: impl Into<Option<Fix>>,
    ) {
        let (message, help, fix) = (message.into(), help.into(), fix.into());
        self.list.push(Diagnostic { code, place: Some(place), message, help, fix });
    }

    /// Adds a diagnostic that no file of the site is to blame for.
    pub fn add_general(&mut self, code: Code, message: impl Into<Message>, help: impl Into<Message>) {
        self.list.push(Diagnostic { code, place: None, message: message.into(), help: help.into(), fix: None });
    }

    /// Adds a diagnostic that was made before.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Takes over the diagnostics of another stage or thread.
    pub fn extend(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// Forgets those that are not `wanted`.
    pub fn retain(&mut self, wanted: impl Fn(&Diagnostic) -> bool) {
        self.list.retain(wanted);
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.code.severity() == Severity::Error)
    }

    /// The diagnostics, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }
}

/// Longest word that is compared with others, in characters.
const LONGEST_WORD: usize = 180;

/// The nearest of `candidates` to a misspelt `word`, if one is near enough to be meant.
///
/// Distance is Damerau–Levenshtein; at most a third of the word's letters may differ.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length > LONGEST_WORD {
        return None;
    }
    let limit = (length / 3).clamp(1, 6);
    // What is longer or shorter by more is no nearer than that.
    candidates
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// A word that was to be in Latin letters, with those that only look like some, and without what cannot be seen.
pub fn latin(word: &str) -> String {
    const OTHERS: &str = "авсеԁһіјкмнорѕтухАВСЕНІЈКМОРЅТУХ";
    const LATIN: &str = "abcedhijkmhopstyxABCEHIJKMOPSTYX";
    let alike = |c: char| OTHERS.chars().zip(LATIN.chars()).find(|(other, _)| *other == c).map_or(c, |(_, own)| own);
    let seen = |c: &char| {
        !c.is_whitespace() && !c.is_control() && !"\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}".contains(*c)
    };
    word.chars().filter(seen).map(alike).collect()
}

/// "Did you mean `x`? " before `otherwise`, or `otherwise` alone when nothing is near.
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
    otherwise: impl Into<Message>,
) -> Message {
    let otherwise = otherwise.into();
    match nearest(word, candidates) {
        Some(candidate) => say::did_you_mean_or(candidate, otherwise),
        None => otherwise,
    }
}
