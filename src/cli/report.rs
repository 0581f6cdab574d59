//! Printing diagnostics and results.

use std::io::{IsTerminal, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use super::{CONTENT, FINE, FormatArg, MACHINE};
use crate::diag::{Diagnostics, Format, Severity, render};
use crate::progress::Progress;

/// Prints diagnostics: JSON to standard output for programs to read, everything else to standard error.
pub fn diagnostics(found: &Diagnostics, root: &Path, format: FormatArg) {
    match format {
        FormatArg::Json => print(&render(found, root, Format::Json)),
        FormatArg::Short => print_error(&render(found, root, Format::Short)),
        FormatArg::Human => {
            let colour = std::io::stderr().is_terminal();
            print_error(&render(found, root, Format::Human { colour }));
            if let Some(counts) = counts(found) {
                print_error(&format!("{counts}\n"));
            }
        }
    }
}

/// Prints to standard output. A reader that went away (`| head`) is no reason to fail.
pub fn print(text: &str) {
    let mut stdout = anstream::stdout();
    let _ = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
}

/// Prints to standard error.
pub fn print_error(text: &str) {
    let mut stderr = anstream::stderr();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

/// "2 errors, 1 warning"; `None` if there is nothing to count.
pub fn counts(found: &Diagnostics) -> Option<String> {
    let count = |severity: Severity| found.iter().filter(|d| d.code.severity() == severity).count();
    let words = |n: usize, word: &str| match n {
        0 => None,
        1 => Some(format!("1 {word}")),
        n => Some(format!("{n} {word}s")),
    };
    let parts: Vec<String> = [words(count(Severity::Error), "error"), words(count(Severity::Warning), "warning")]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The exit code that diagnostics call for.
pub fn exit_code(found: &Diagnostics) -> u8 {
    if !found.has_errors() {
        FINE
    } else if found.iter().any(|d| d.code.is_machine()) {
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
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} pages") {
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
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// A time for people: `34 ms`, `1.2 s`.
pub fn duration(time: std::time::Duration) -> String {
    if time.as_millis() < 1000 { format!("{} ms", time.as_millis()) } else { format!("{:.2} s", time.as_secs_f64()) }
}
