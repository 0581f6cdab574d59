//! The output folder, as the commands open it.

use std::path::{Component, Path, PathBuf};

use super::report;
use crate::bundle::{self, Disk, Mended, report_mended, report_older, report_open};
use crate::diag::{Code, Diagnostics};
use crate::messages::say;
use crate::source;

/// The folder of a site that its output goes to if nobody says otherwise.
pub const FOLDER: &str = "public";

/// Opens the output folder of a site for a build; `None` after a diagnostic.
pub fn open(root: &Path, folder: &Path, wait: bool, out: &mut Diagnostics) -> Option<Disk> {
    if !lies_apart(root, folder, out) || !mend(folder, out) {
        return None;
    }
    let tell = |builder: Option<bundle::Builder>| {
        let folder = folder.display();
        let message = match builder {
            Some(builder) => say::waiting_for_another_bagyt_since(folder, bundle::who(builder)),
            None => say::waiting_for_another_bagyt(folder),
        };
        report::tell_error(message);
    };
    match if wait { Disk::open_after(folder, &tell) } else { Disk::open(folder) } {
        Ok(disk) => {
            // What was lost was told above, and can be mended by the build alone; whoever was waited for may have ended.
            if let Some(mended) = disk.mended().filter(|mended| *mended != Mended::Lost) {
                report_mended(folder, mended, out);
            }
            disk.older().iter().for_each(|left| report_older(left, out));
            Some(disk)
        }
        Err(error) => {
            report_open(folder, &error, out);
            None
        }
    }
}

/// Finishes or undoes what an interrupted build left in the output folder, before a command does anything else. `false`
/// after an error.
pub fn mend(folder: &Path, out: &mut Diagnostics) -> bool {
    match bundle::mend(folder) {
        Ok(Some(mended)) => report_mended(folder, mended, out),
        Ok(None) => {}
        Err(error) => report_open(folder, &error, out),
    }
    !out.has_errors()
}

/// Whether no source lies in the output and the output in no source, by whatever way they are named.
fn lies_apart(root: &Path, folder: &Path, out: &mut Diagnostics) -> bool {
    let output = real(folder);
    for name in source::READ {
        let source = real(&root.join(name));
        let message = if output.starts_with(&source) {
            say::lies_in_folder_of_site_so_output(folder.display(), name)
        } else if source.starts_with(&output) {
            say::holds_folder_of_site(folder.display(), name)
        } else {
            continue;
        };
        let help = say::choose_folder_of_its_own_with_out();
        out.add_general(Code::OutputNotOurs, message, help);
        return false;
    }
    true
}

/// Where a path leads, without links and `..`. Of what is not there yet the names are taken as they are.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut real = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            part => {
                real.push(part);
                real = real.canonicalize().unwrap_or(real);
            }
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    #[cfg(unix)]
    fn output_among_sources_is_found_by_every_way_to_it() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("site");
        fs::create_dir_all(root.join("content/guide")).unwrap();
        fs::create_dir_all(root.join("other")).unwrap();
        std::os::unix::fs::symlink(root.join("content"), home.path().join("linked")).unwrap();
        std::os::unix::fs::symlink(&root, home.path().join("site-linked")).unwrap();
        let wrong = [
            root.join("content/public"),
            root.join("other/../content/public"),
            root.join("missing/../content/public"),
            home.path().join("linked/guide/public"),
            home.path().join("site-linked/content/new/public"),
            root.join("i18n"),
            root.clone(),
            home.path().to_path_buf(),
            home.path().join("site-linked"),
        ];
        for folder in wrong {
            let mut out = Diagnostics::new();
            assert!(!lies_apart(&root, &folder, &mut out), "{}", folder.display());
            assert!(out.has_errors());
        }
        let right =
            [root.join("public"), root.join("content/../public"), home.path().join("content"), root.join("content2")];
        for folder in right {
            assert!(lies_apart(&root, &folder, &mut Diagnostics::new()), "{}", folder.display());
        }
    }
}
