//! What the browser is told of the builds.

use std::path::Path;

use serde::Serialize;

use crate::messages::{Locale, say};
use crate::show;

/// What the browser is told after each build.
#[derive(Debug, Clone, Default, Serialize)]
pub struct News {
    /// Number of what is shown and told: it changes with it, and no other run of the program has the same. 0 before the
    /// first build is done.
    pub build: u64,
    /// When the build was made that is shown, in milliseconds since 1970; the browser knows the time zone. `None` if none
    /// was made yet.
    pub shown: Option<u64>,
    /// What is wrong: nothing new is shown until it is mended.
    pub errors: Vec<Message>,
    pub warnings: Vec<Message>,
    /// Whether changes of files are noticed; if not, whoever loads a page asks for a build.
    #[serde(skip)]
    pub watched: bool,
}

/// A diagnostic, as the panel in the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    pub text: String,
    /// The file's path on this machine with line and column, to be copied; empty if no file is to blame.
    place: String,
    /// The same for an editor that answers to links; empty if the path cannot be one.
    link: String,
    /// Address of the page that explains the message; empty if there is none.
    explained: String,
}

/// What the panel says beside the messages, in their language.
#[derive(Debug, Clone, Serialize)]
pub struct Words {
    lang: &'static str,
    errors: String,
    warnings: String,
    explain: String,
    copy: String,
    open: String,
    close: String,
    no_page: String,
    /// With a `%` where the time goes.
    as_of: String,
}

impl Words {
    /// The words beside so many errors and warnings.
    pub fn of(news: &News, locale: Locale) -> Words {
        Words {
            lang: locale.code(),
            errors: say::count_of_errors(news.errors.len()).text(locale),
            warnings: say::count_of_warnings(news.warnings.len()).text(locale),
            explain: say::panel_explain().text(locale),
            copy: say::panel_copy().text(locale),
            open: say::panel_open().text(locale),
            close: say::panel_close().text(locale),
            no_page: say::panel_no_page().text(locale),
            as_of: say::panel_page_as_of().text(locale),
        }
    }
}

impl Message {
    /// What a build says of the site in `root`.
    pub fn new(message: show::Message, root: &Path) -> Message {
        let (line, column) = (message.line, message.column);
        let path = root.join(&message.file);
        let path = std::path::absolute(&path).unwrap_or(path);
        let path = path.to_string_lossy();
        let explained = format!("/_bagyt/explain/{}", message.code.id());
        if message.file.is_empty() {
            return Message { explained, ..Message::of_program(message.text) };
        }
        Message {
            explained,
            text: message.text,
            place: format!("{path}:{line}:{column}"),
            link: format!("vscode://file/{}:{line}:{column}", encoded(path.trim_start_matches('/'))),
        }
    }

    /// What no file is to blame for.
    pub fn of_program(text: String) -> Message {
        Message { text, place: String::new(), link: String::new(), explained: String::new() }
    }
}

/// A path as a part of an address, with `/` between its parts on every system.
fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' => text.push('/'),
            b'/' | b':' | b'-' | b'_' | b'.' | b'~' => text.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => text.push(char::from(byte)),
            byte => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}
