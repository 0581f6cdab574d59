//! What is said of the output, in words that are true of what lies there.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::disk::{Builder, CommitError, InTheWay, Mended, Obstacle, Older, OpenError, Strangeness, is_held_open};
use crate::diag::{Code, Diagnostics};
use crate::messages::{Message, say};
use crate::source;

/// A failure to write before anything was changed.
pub fn report_sink(error: &io::Error, out: &mut Diagnostics) {
    if is_full(error) {
        let help = say::make_room_and_build_again_previous_output();
        out.add_general(Code::OutputFull, say::disk_is_full(), help);
    } else {
        let message = say::output_cannot_be_written(source::reason(error));
        let help = say::choose_folder_that_you_may_write();
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
            let message = say::holds_files_that_bagyt_did_not_make(name);
            out.add_general(Code::OutputNotOurs, message, say::choose_empty_or_new_folder_with_out());
        }
        OpenError::Strange { name, what } => {
            let path = folder.join(name);
            let message = match what {
                Strangeness::NoFolder => say::path_is_no_folder(path.display()),
                Strangeness::NoFile => say::path_is_no_ordinary_file(path.display()),
                Strangeness::Large => say::is_larger_than_any_that_bagyt_writes(path.display()),
                Strangeness::Newer => say::was_written_by_newer_bagyt(path.display()),
                Strangeness::Changed => say::was_changed_since_bagyt_wrote(path.display()),
                Strangeness::Others => say::was_not_written_by_bagyt(path.display()),
            };
            let help = say::choose_another_folder_with_out_nothing();
            out.add_general(Code::OutputNotOurs, message, help);
        }
        OpenError::Busy(builder) => {
            let message = match builder {
                Some(builder) => say::another_bagyt_builds_here_since(name, who(*builder)),
                None => say::another_bagyt_builds_here(name),
            };
            let help = say::build_again_when_it_is_done();
            out.add_general(Code::OutputBusy, message, help);
        }
        OpenError::Unfinished(path, error) => {
            let message = say::build_into_was_interrupted_and_cannot(name);
            unfinished(message, path, error, out);
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
            unfinished(say::new_site_is_not_in_its_place(), path, error, out);
        }
        CommitError::Untidy(error) => {
            let folder = folder.join(".bagyt");
            let message = say::new_site_is_in_its_place_but(folder.display(), source::reason(error));
            out.add_general(Code::OutputUnfinished, message, say::it_is_no_part_of_site_next());
        }
    }
}

/// Who builds, and since when.
pub fn who(builder: Builder) -> Message {
    let process = builder.process.to_string();
    match i64::try_from(builder.since).ok().and_then(|since| jiff::Timestamp::from_second(since).ok()) {
        Some(since) => say::builder_since(process, since.strftime("%Y-%m-%d %H:%M:%S").to_string()),
        None => say::builder(process),
    }
}

fn unfinished(what: Message, path: &Path, error: &io::Error, out: &mut Diagnostics) {
    let reason = if is_held_open(error) { say::another_program_has_it_open() } else { source::reason(error) };
    let message = say::cannot_be_replaced_or_removed(what, path.display(), reason);
    let help =
        if is_full(error) { say::make_room_then_run_bagyt_again() } else { say::close_programs_that_have_it_open() };
    out.add_general(Code::OutputUnfinished, message, help);
}

fn in_the_way(folder: &Path, found: &InTheWay, out: &mut Diagnostics) {
    let path = folder.join(&found.path);
    let path = path.display();
    let message = match found.what {
        Obstacle::Link => say::is_link_and_what_it_leads(path),
        Obstacle::Folder => say::is_folder_with_files_that_bagyt_did(path),
        Obstacle::File => say::was_not_made_by_bagyt_and_stands(path),
    };
    let help = match found.what {
        Obstacle::Link => say::remove_link_and_build_again_or_choose(),
        Obstacle::Folder | Obstacle::File => say::move_it_elsewhere_and_build_again(),
    };
    out.add_general(Code::OutputNotOurs, message, help);
}

/// What became of a build that was interrupted.
pub fn report_mended(folder: &Path, mended: Mended, out: &mut Diagnostics) {
    let folder = folder.display();
    let (message, help) = match mended {
        Mended::Finished => {
            (say::build_into_was_interrupted_while_its_files(folder), say::there_is_nothing_left_to_do())
        }
        Mended::Undone => {
            (say::build_into_was_interrupted_before_it_changed(folder), say::there_is_nothing_left_to_do_but())
        }
        Mended::Lost => {
            (say::build_into_was_interrupted_while_its_files_were(folder), say::run_bagyt_build_unless_this_was_one())
        }
    };
    out.add_general(Code::OutputMended, message, help);
}

/// What has become of a folder that an older version left beside the output.
pub fn report_older(left: &Older, out: &mut Diagnostics) {
    let name = left.folder.display();
    let (message, help) = match &left.removed {
        Ok(()) => (say::older_bagyt_was_interrupted_and_left_folder(name), say::there_is_nothing_left_to_do()),
        Err(error) => (
            say::older_bagyt_was_interrupted_and_left_folder_which_cannot(name, source::reason(error)),
            say::remove_it_yourself_it_is_no_part(),
        ),
    };
    out.add_general(Code::OutputMended, message, help);
}
