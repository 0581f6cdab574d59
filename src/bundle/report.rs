//! What is said of the output, in words that are true of what lies there.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::disk::{CommitError, InTheWay, Mended, Obstacle, Older, OpenError, is_held_open};
use crate::diag::{Code, Diagnostics};
use crate::source;

/// A failure to write before anything was changed.
pub fn report_sink(error: &io::Error, out: &mut Diagnostics) {
    if is_full(error) {
        let help = "Make room and build again; the previous output is as it was.";
        out.add_general(Code::OutputFull, "the disk is full", help);
    } else {
        let message = format!("the output cannot be written: {}", source::reason(error));
        let help = "Choose a folder that you may write to with --out; the previous output is as it was.";
        out.add_general(Code::OutputUnwritable, message, help);
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// Why a folder cannot be built into.
pub fn report_open(folder: &Path, error: &OpenError, out: &mut Diagnostics) {
    let name = folder.display();
    match error {
        OpenError::NotOurs => {
            let message = format!("`{name}` holds files that bagyt did not make");
            out.add_general(Code::OutputNotOurs, message, "Choose an empty or a new folder with --out.");
        }
        OpenError::Strange { name, what } => {
            let message = format!("`{}` {what}", folder.join(name).display());
            let help = "Choose another folder with --out; nothing was changed here.";
            out.add_general(Code::OutputNotOurs, message, help);
        }
        OpenError::Busy(builder) => {
            let who = builder.map_or_else(String::new, |builder| format!(": {builder}"));
            let message = format!("another bagyt builds into `{name}`{who}");
            let help = "Build again when it is done, or add --wait; nothing was changed.";
            out.add_general(Code::OutputBusy, message, help);
        }
        OpenError::Unfinished(path, error) => {
            let message = format!("a build into `{name}` was interrupted and cannot be finished yet");
            unfinished(&message, path, error, out);
        }
        OpenError::Io(error) => report_sink(error, out),
    }
}

/// Why a build is not in its place.
pub fn report_commit(folder: &Path, error: &CommitError, out: &mut Diagnostics) {
    match error {
        CommitError::InTheWay(found) => found.iter().for_each(|found| in_the_way(folder, found, out)),
        CommitError::Unwritten(error) => report_sink(error, out),
        CommitError::Unfinished(path, error) => {
            unfinished("the new site is not in its place yet", path, error, out);
        }
        CommitError::Untidy(error) => {
            let folder = folder.join(".bagyt");
            let message = format!(
                "the new site is in its place, but the folder `{}`, in which it was made, cannot be removed: {}",
                folder.display(),
                source::reason(error)
            );
            out.add_general(Code::OutputUnfinished, message, "It is no part of the site; the next build removes it.");
        }
    }
}

fn unfinished(what: &str, path: &Path, error: &io::Error, out: &mut Diagnostics) {
    let reason = if is_held_open(error) { "another program has it open".into() } else { source::reason(error) };
    let message = format!("{what}: `{}` cannot be replaced or removed: {reason}", path.display());
    let cure = if is_full(error) {
        "Make room"
    } else {
        "Close the programs that have it open, and see that you may write to it"
    };
    let help = format!(
        "{cure}; then run bagyt again: it finishes that build first. Until then old and new pages lie together."
    );
    out.add_general(Code::OutputUnfinished, message, help);
}

fn in_the_way(folder: &Path, found: &InTheWay, out: &mut Diagnostics) {
    let path = folder.join(&found.path);
    let (what, help) = match found.what {
        Obstacle::Link => ("is a link, and what it leads to is not bagyt's to change", "Remove the link"),
        Obstacle::Folder => {
            ("is a folder with files that bagyt did not make, where a file of the site goes", "Move it elsewhere")
        }
        Obstacle::File => ("was not made by bagyt and stands where the site has something", "Move it elsewhere"),
    };
    let help = format!("{help} and build again, or choose another folder with --out; nothing was changed.");
    out.add_general(Code::OutputNotOurs, format!("`{}` {what}", path.display()), help);
}

/// What became of a build that was interrupted.
pub fn report_mended(folder: &Path, mended: Mended, out: &mut Diagnostics) {
    let (what, help) = match mended {
        Mended::Finished => ("while its files were moved; it has been finished now", "There is nothing left to do."),
        Mended::Undone => (
            "before it changed anything; what it left has been removed",
            "There is nothing left to do but to build again.",
        ),
        Mended::Lost => (
            "while its files were moved, and some of them are no longer there: only a new build makes the output whole",
            "Run bagyt build, unless this was one and it succeeded.",
        ),
    };
    let message = format!("a build into `{}` was interrupted {what}", folder.display());
    out.add_general(Code::OutputMended, message, help);
}

/// What has become of a folder that an older version left beside the output.
pub fn report_older(left: &Older, out: &mut Diagnostics) {
    let name = left.folder.display();
    let (what, help) = match &left.removed {
        Ok(()) => ("has been removed".to_string(), "There is nothing left to do."),
        Err(error) => {
            (format!("cannot be removed: {}", source::reason(error)), "Remove it yourself; it is no part of the site.")
        }
    };
    let message = format!("an older bagyt was interrupted and left the folder `{name}`, which {what}");
    out.add_general(Code::OutputMended, message, help);
}
