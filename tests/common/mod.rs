//! What several test files share.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The command, which speaks English whatever the machine's language.
pub fn bagyt() -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_bagyt"));
    command.env("LC_ALL", "C");
    command
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the entry can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}

/// All files of a folder by their path in it, with `/` between parts.
pub fn files(folder: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.expect("the folder can be read");
        if entry.file_type().is_file() {
            let relative = entry.path().strip_prefix(folder).expect("it lies in the folder");
            let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            into.insert(parts.join("/"), fs::read(entry.path()).expect("the file can be read"));
        }
    }
}
