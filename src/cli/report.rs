//! Printing diagnostics and results.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};

use super::{CONTENT, FINE, FormatArg, MACHINE};
use crate::diag::{Diagnostics, Severity};
use crate::messages::{Locale, Message, say};
use crate::progress::Progress;
use crate::show::{Format, render};
use crate::source::printable;

/// Prints diagnostics beside the result of a command: JSON to standard output for programs to read, everything else to
/// standard error.
pub fn diagnostics(found: &Diagnostics, root: &Path, format: FormatArg) {
    match format {
        FormatArg::Json => result(found, root, format),
        _ => write(&mut anstream::stderr(), &diagnosed(found, root, format, std::io::stderr().is_terminal())),
    }
}

/// Prints diagnostics that are the result of a command, to standard output.
pub fn result(found: &Diagnostics, root: &Path, format: FormatArg) {
    write(&mut anstream::stdout(), &diagnosed(found, root, format, std::io::stdout().is_terminal()));
}

fn diagnosed(found: &Diagnostics, root: &Path, format: FormatArg, colour: bool) -> String {
    match format {
        FormatArg::Json => render(found, root, Format::Json, locale()).text,
        FormatArg::Short => render(found, root, Format::Short, locale()).text,
        FormatArg::Human => {
            let rendered = render(found, root, Format::Human { colour }, locale());
            let counts = [
                (rendered.errors, say::count_of_errors(rendered.errors)),
                (rendered.warnings, say::count_of_warnings(rendered.warnings)),
                (rendered.notes, say::count_of_notes(rendered.notes)),
            ];
            let parts: Vec<String> =
                counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, message)| text(message)).collect();
            let counts = if parts.is_empty() { String::new() } else { format!("{}\n", parts.join(", ")) };
            format!("{}{counts}", rendered.text)
        }
    }
}

/// The language of messages, once it is known.
static LOCALE: OnceLock<Locale> = OnceLock::new();

/// Says in which language messages are from now on; the first who says it is right.
pub fn speak(locale: Locale) {
    // Asked for twice in one process, as tests do, it stays as it was.
    let _ = LOCALE.set(locale);
}

/// The language of messages.
pub fn locale() -> Locale {
    LOCALE.get().copied().unwrap_or_default()
}

/// A message as it is printed.
pub fn text(message: Message) -> String {
    message.text(locale())
}

/// Prints a message to standard output, on lines of its own.
pub fn tell(message: Message) {
    print(&(text(message) + "\n"));
}

/// Prints a message to standard error, on lines of its own.
pub fn tell_error(message: Message) {
    print_error(&(text(message) + "\n"));
}

/// Prints to standard output. What a terminal would act on, such as a name of a file can have, is only shown.
pub fn print(text: &str) {
    write(&mut anstream::stdout(), &printable(text));
}

/// The same for a text that is made of pieces that are clean, and of styles, which are left out where there are none.
pub fn print_styled(text: &str) {
    write(&mut anstream::stdout(), text);
}

/// Gives bytes to a program that reads them, as they are; a terminal is shown them as texts are.
pub fn give(bytes: &[u8]) {
    if std::io::stdout().is_terminal() {
        print(&String::from_utf8_lossy(bytes));
    } else {
        let mut out = std::io::stdout().lock();
        // A reader that went away is no reason to fail.
        let _ = out.write_all(bytes).and_then(|()| out.flush());
    }
}

/// Prints to standard error, in the same way.
pub fn print_error(text: &str) {
    write(&mut anstream::stderr(), &printable(text));
}

/// A reader that went away (`| head`) is no reason to fail.
fn write(to: &mut impl Write, text: &str) {
    let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

/// The exit code that diagnostics call for.
pub fn exit_code(found: &Diagnostics) -> u8 {
    if !found.has_errors() {
        FINE
    } else if found.iter().any(|d| d.code.is_machine() && d.code.severity() == Severity::Error) {
        MACHINE
    } else {
        CONTENT
    }
}

/// A progress bar on a terminal; silence elsewhere.
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar for a build whose messages are written in `format`.
    pub fn new(format: FormatArg) -> Bar {
        let bar = if format == FormatArg::Human && std::io::stderr().is_terminal() {
            ProgressBar::new(0)
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template(&text(say::progress_of_pages())) {
            bar.set_style(style);
        }
        Bar(bar)
    }

    /// Removes the bar from the screen.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Progress for Bar {
    fn start(&self, pages: usize) {
        self.0.set_length(pages as u64);
    }

    fn step(&self) {
        self.0.inc(1);
    }
}

/// Bytes for people: `3.4 MB`.
pub fn size(bytes: u64) -> Message {
    match bytes {
        0..1_000 => say::size_in_bytes(bytes),
        1_000..1_000_000 => say::size_in_kilobytes(format!("{:.1}", bytes as f64 / 1e3)),
        _ => say::size_in_megabytes(format!("{:.1}", bytes as f64 / 1e6)),
    }
}

/// A time for people: `34 ms`, `1.2 s`.
pub fn duration(time: std::time::Duration) -> Message {
    match time.as_millis() {
        milliseconds @ 0..1_000 => say::milliseconds(milliseconds.to_string()),
        _ => say::seconds(format!("{:.2}", time.as_secs_f64())),
    }
}
