//! The site's files: the one place where input is read.
//!
//! In: the site's folder. Out: a [`Tree`] of what is there, and the text of each file on demand. Never: looking into
//! a file's text, but for the characters that no text may hold.

mod characters;
mod conflict;
mod settled;
mod snapshot;

use std::alloc::{Layout, handle_alloc_error};
use std::borrow::Cow;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use crate::diag::{Code, Diagnostics, Place};
use crate::messages::{Message, say};

pub use characters::{clean, forbidden, has_forbidden, on_disk, printable, printable_json, printable_line, visible};
pub use conflict::report_conflicts;
pub use settled::stamp;
pub use snapshot::{Alike, READ, Snapshot};

/// Folder of the site that holds its content.
pub const CONTENT: &str = "content";
/// The site's own file.
pub const SITE_FILE: &str = "content/site.yaml";

/// Largest text file, in bytes. The longest chapter of a real handbook has about 100 kB.
const MAX_TEXT: u64 = 4 << 20;
/// Largest other file, in bytes: more than this does not belong on a slow link or a small USB stick.
const MAX_OTHER: u64 = 32 << 20;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path relative to the site's folder, `content/handbook/why/index.ky.md`.
    pub path: Arc<str>,
    /// Where it lies on this machine.
    pub disk: PathBuf,
}

/// What the content folder holds, each list sorted by path.
#[derive(Debug, Default)]
pub struct Tree {
    /// Markdown files.
    pub pages: Vec<File>,
    /// YAML files other than site.yaml.
    pub records: Vec<File>,
    /// Everything else: images and files to be copied.
    pub others: Vec<File>,
}

/// Whether a name is left alone on purpose: hidden files, what Windows, Word and editors certainly leave behind, and notes
/// for the people who keep the content.
fn is_ignored(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with("~wr") && name.ends_with(".tmp"))
        || IGNORED.contains(&name.as_str())
}

const IGNORED: [&str; 7] =
    ["thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "__macosx", "readme.md"];

/// Lists the content folder of the site in `root`. Symbolic links are followed inside the folder and refused when
/// they lead out of it or in a circle.
pub fn walk(root: &Path, out: &mut Diagnostics) -> Tree {
    let mut tree = Tree::default();
    for file in files_below(&root.join(CONTENT), root, say::this_symbolic_link_leads_out_of_content(), out) {
        tree.add(file);
    }
    tree
}

/// Every file below a folder of the site, but for what is left alone on purpose. Links as [`walk`] treats them.
pub fn files_below(folder: &Path, root: &Path, outside: Message, out: &mut Diagnostics) -> Vec<File> {
    let mut files = Vec::new();
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let mut entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Err(error) => report_walk_error(&error, root, folder, out),
            Ok(entry) if entry.depth() > 0 && is_ignored(&entry.file_name().to_string_lossy()) => {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) => {
                // The folder itself may be a link: whoever asks for its files has looked where it leads.
                let leads_out = entry.depth() > 0 && leads_out(&entry, &real);
                if leads_out {
                    report_outside(&site_path(entry.path(), root), outside.clone(), out);
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                } else if !entry.file_type().is_dir() {
                    files.push(File { path: site_path(entry.path(), root), disk: entry.into_path() });
                }
            }
        }
    }
    files
}

/// Whether something that a site may have beside its content is there, and is its own: a link may not lead out of the
/// site. `false` after a message if it does, or leads nowhere.
pub fn is_own(root: &Path, path: &str, out: &mut Diagnostics) -> bool {
    let disk = root.join(path);
    if fs::symlink_metadata(&disk).is_err() {
        return false;
    }
    let real = disk.canonicalize().and_then(|disk| Ok(disk.starts_with(root.canonicalize()?)));
    match real {
        Ok(true) => return true,
        Ok(false) => report_outside(path, say::this_symbolic_link_leads_out_of_site(), out),
        Err(error) if is_loop(&error) => {
            let message = say::this_symbolic_link_leads_back_to_itself();
            out.add(Code::SourceSymlinkLoop, Place::file(&path.into()), message, say::remove_link());
        }
        Err(error) => unreadable(&File { path: path.into(), disk }, reason(&error), out),
    }
    false
}

impl Tree {
    fn add(&mut self, file: File) {
        let extension = file.path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
        match extension.as_str() {
            _ if &*file.path == SITE_FILE => {}
            "md" | "markdown" => self.pages.push(file),
            "yaml" | "yml" => self.records.push(file),
            _ => self.others.push(file),
        }
    }
}

/// A path relative to the site, with `/` on every system.
fn site_path(disk: &Path, root: &Path) -> Arc<str> {
    let relative = disk.strip_prefix(root).unwrap_or(disk);
    if let Some(text) = relative.to_str().filter(|_| std::path::MAIN_SEPARATOR == '/') {
        return text.into();
    }
    let parts: Vec<Cow<str>> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").into()
}

fn leads_out(entry: &DirEntry, real_content: &Path) -> bool {
    entry.path_is_symlink() && entry.path().canonicalize().is_ok_and(|target| !target.starts_with(real_content))
}

fn report_outside(path: &str, message: Message, out: &mut Diagnostics) {
    let help = say::replace_link_by_file_itself_site_must();
    out.add(Code::SourceSymlinkOutside, Place::file(&path.into()), message, help);
}

fn report_walk_error(error: &walkdir::Error, root: &Path, content: &Path, out: &mut Diagnostics) {
    let place = Place::file(&site_path(error.path().unwrap_or(content), root));
    if let Some(ancestor) = error.loop_ancestor() {
        let message = say::this_symbolic_link_leads_back(&site_path(ancestor, root));
        out.add(Code::SourceSymlinkLoop, place, message, say::remove_link());
    } else if error.io_error().is_some_and(is_loop) {
        out.add(Code::SourceSymlinkLoop, place, say::this_symbolic_link_leads_back_to_itself(), say::remove_link());
    } else {
        let file = File { path: place.file, disk: PathBuf::new() };
        let reason = error.io_error().map_or_else(|| say::foreign(error.to_string()), reason);
        unreadable(&file, reason, out);
    }
}

/// A machine's error in words that do not depend on the machine, where there are such.
pub fn reason(error: &std::io::Error) -> Message {
    match error.kind() {
        ErrorKind::NotFound => say::it_does_not_exist(),
        ErrorKind::PermissionDenied => say::you_may_not(),
        ErrorKind::ReadOnlyFilesystem => say::disk_is_read_only(),
        ErrorKind::NotADirectory => say::file_stands_where_folder_should(),
        _ => {
            let text = error.to_string();
            say::foreign(text.split(" (os error").next().unwrap_or(&text).to_lowercase())
        }
    }
}

/// Whether a path could not be followed because links lead round in a circle.
fn is_loop(error: &std::io::Error) -> bool {
    error.to_string().contains("levels of symbolic links")
}

/// The text of a file in the normal form that all stages see: no byte-order mark, `\n` at line ends, no forbidden
/// characters. `None` after a diagnostic.
pub fn read_text(file: &File, out: &mut Diagnostics) -> Option<String> {
    let bytes = read_limited(file, MAX_TEXT, out)?;
    if let Some((offset, message)) = not_whole(&bytes) {
        let place = if offset == 0 { Place::file(&file.path) } else { Place::offset(&file.path, offset, 0) };
        let help = say::open_it_in_program_that_made_it_and_save_it_again();
        out.add(Code::SourceNotWhole, place, message, help);
        return None;
    }
    match utf8(&bytes) {
        Ok(text) => {
            let lines = normalise(text);
            let (found, lost) = (has_forbidden(&lines), characters::has_lost(&lines));
            if found || lost {
                characters::report(file, &lines, out);
            }
            Some(if found { clean(&lines).into_owned() } else { lines.into_owned() })
        }
        Err(error) => {
            let valid = error.valid_up_to();
            let before = clean(&normalise(&String::from_utf8_lossy(&bytes[..valid]))).into_owned();
            let place = Place::offset(&file.path, before.len(), 0);
            let (message, help) = match *bytes {
                [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => (say::file_is_in_utf_not_in_utf(), SAVE_AS_UTF8),
                _ => (say::file_is_not_in_utf_from_here(), SAVE_AS_UTF8),
            };
            out.add(Code::SourceNotUtf8, place, message, help);
            None
        }
    }
}

/// The bytes as a text. All texts are read here, and the library asks many bytes at once.
fn utf8(bytes: &[u8]) -> Result<&str, std::str::Utf8Error> {
    // It does not say where the fault is.
    simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes))
}

/// What shows that a file was not saved whole: where, and in words.
fn not_whole(bytes: &[u8]) -> Option<(usize, Message)> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Some((0, say::file_is_empty()));
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Some((0, say::file_holds_nothing_but_zeros()));
    }
    match utf8(bytes) {
        // Only the last letter is cut; in another encoding more would be wrong, and sooner.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            Some((normalise(&before).len(), say::file_ends_in_middle_of_letter()))
        }
        _ => None,
    }
}

const SAVE_AS_UTF8: Message = say::open_it_in_program_that_made_it_and_save_it_with_encoding();

/// The bytes of a file that a message quotes; nothing if it is not an ordinary file of text size.
pub fn read_to_quote(file: &File) -> Option<Vec<u8>> {
    read_limited(file, MAX_TEXT, &mut Diagnostics::new())
}

/// Whether a file that is to be copied can be, before anything is made of it.
pub fn check_other(file: &File, out: &mut Diagnostics) {
    check(file, MAX_OTHER, out);
}

/// How many bytes a file has that is to be copied; none if it will not be read.
pub fn length(file: &File) -> u64 {
    fs::metadata(&file.disk).map_or(0, |meta| if meta.len() > MAX_OTHER { 0 } else { meta.len() })
}

/// The bytes of a file that is to be copied. `None` after a diagnostic.
pub fn read_bytes(file: &File, out: &mut Diagnostics) -> Option<Vec<u8>> {
    read_limited(file, MAX_OTHER, out)
}

fn unreadable(file: &File, reason: Message, out: &mut Diagnostics) {
    let help = say::check_that_it_exists_is_not_broken();
    out.add(Code::SourceUnreadable, Place::file(&file.path), say::file_cannot_be_read(reason), help);
}

/// Whether a file is an ordinary one of at most `limit` bytes.
fn check(file: &File, limit: u64, out: &mut Diagnostics) -> bool {
    match fs::metadata(&file.disk) {
        Err(error) => unreadable(file, reason(&error), out),
        // A pipe or a device would keep the build waiting for ever.
        Ok(meta) if !meta.is_file() => unreadable(file, say::it_is_not_ordinary_file(), out),
        Ok(meta) if meta.len() > limit => {
            let message = say::file_has_mb_at_most_mb(meta.len() >> 20, limit >> 20);
            let help = say::divide_it_or_make_it_smaller_pages();
            out.add(Code::SourceTooLarge, Place::file(&file.path), message, help);
        }
        Ok(_) => return true,
    }
    false
}

#[expect(clippy::disallowed_methods, reason = "here input is read")]
fn read_limited(file: &File, limit: u64, out: &mut Diagnostics) -> Option<Vec<u8>> {
    if !check(file, limit, out) {
        return None;
    }
    let mut bytes = Vec::new();
    // The file may have grown since its size was read.
    match fs::File::open(&file.disk).and_then(|open| open.take(limit).read_to_end(&mut bytes)) {
        Ok(_) => Some(bytes),
        // That is no fault of the file: it ends like every other lack of memory.
        Err(error) if error.kind() == ErrorKind::OutOfMemory => handle_alloc_error(Layout::new::<File>()),
        Err(error) => {
            unreadable(file, reason(&error), out);
            None
        }
    }
}

/// Removes a byte-order mark and the `\r` of Windows line ends.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}
