//! What version control leaves in a file in which two people changed the same lines.

use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Code, Diagnostics, Place};
use crate::messages::say;

/// The first characters of the lines that git and others put around the two versions.
const OPEN: &str = "<<<<<<< ";
const CLOSE: &str = ">>>>>>> ";

/// Reports the conflicts in a file; whether there are any. What follows from them is not worth reading: the file counts as
/// broken. `is_code` says whether a byte stands in a block of code, where the marks may be shown on purpose.
pub fn report_conflicts(file: &Arc<str>, text: &str, is_code: impl Fn(usize) -> bool, out: &mut Diagnostics) -> bool {
    // Nearly no file has any.
    if !text.contains(OPEN) && !text.contains(CLOSE) {
        return false;
    }
    let found: Vec<Range<usize>> = conflicts(text).into_iter().filter(|range| !is_code(range.start)).collect();
    for range in &found {
        let place = Place::offset(file, range.start, range.len());
        let message = say::version_control_has_left_two_versions();
        let help = say::keep_lines_that_are_right_and_remove();
        out.add(Code::SourceConflict, place, message, help);
    }
    !found.is_empty()
}

/// From each opening mark to its closing one; a mark without the other stands for itself.
fn conflicts(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let own = at..at + line.trim_end().len();
        if line.starts_with(OPEN) {
            found.extend(open.replace(own));
        } else if line.starts_with(CLOSE) {
            found.push(open.take().map_or(own.clone(), |open| open.start..own.end));
        }
        at += line.len();
    }
    found.extend(open);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conflicts_are_found_as_a_whole() {
        let both = "a\n<<<<<<< HEAD\nб\n=======\nв\n>>>>>>> other\nг\n";
        assert_eq!(conflicts(both), vec![Range { start: 2, end: both.len() - 4 }]);
        assert_eq!(conflicts("<<<<<<< HEAD\nб\n").len(), 1);
        assert_eq!(conflicts("б\n>>>>>>> other\n").len(), 1);
        assert_eq!(conflicts("<<<<<<<HEAD\n=======\n > >>>>>>> x\n").len(), 0);
    }
}
