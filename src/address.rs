//! Names and addresses: what a file may be called, where its page will be, and how one page reaches another.
//!
//! In: names and paths. Out: checked names, [`OutPath`]s, relative URLs, and who has which address. Never: the disk.

pub mod paths;

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diag::{Code, Diagnostics, Place};
use crate::messages::{Arg, Message, say};

/// Folder of the output that the files of the search have to themselves.
pub const SEARCH_FOLDER: &str = "search";

/// Longest path in the output, in characters. A USB stick on Windows allows 260 with the drive and its folders.
const MAX_PATH: usize = 180;

/// Most folders within folders, the language's own counted.
const DEEPEST: usize = 12;

/// Names that Windows keeps for devices, with any extension.
const RESERVED: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// What is wrong with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameProblem {
    pub code: Code,
    pub message: Message,
    pub help: Message,
    /// The path with a name that would do.
    pub name: Option<String>,
}

/// Checks one part of a path: ASCII letters, digits, `-`, `_` and `.`, not a device of Windows.
///
/// # Errors
/// What is wrong, with a name that would do.
pub fn check_name(name: &str) -> Result<(), NameProblem> {
    let ok = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || !name.chars().all(ok) || name.starts_with('.') || name.ends_with('.') {
        return Err(NameProblem {
            code: Code::AddressNotAscii,
            message: say::name_cannot_be_part_of_address(name),
            help: say::use_latin_letters_digits_hyphens_and_underscores(ascii_name(name)),
            name: Some(ascii_name(name)),
        });
    }
    let stem = name.split('.').next().unwrap_or(name);
    if RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(stem)) {
        return Err(NameProblem {
            code: Code::AddressReserved,
            message: say::name_is_reserved_on_windows(name),
            help: say::choose_another_name_such_as_my_windows(name),
            name: Some(format!("my-{name}")),
        });
    }
    Ok(())
}

/// Checks every part of a path under `content/`, and its length.
///
/// # Errors
/// The first thing that is wrong.
pub fn check_path(path: &str) -> Result<(), NameProblem> {
    for part in path.split('/') {
        let as_path = |name: String| {
            path.split('/').map(|own| if own == part { name.as_str() } else { own }).collect::<Vec<_>>().join("/")
        };
        check_name(part).map_err(|problem| NameProblem { name: problem.name.clone().map(as_path), ..problem })?;
    }
    if path.matches('/').count() + 1 > DEEPEST {
        return Err(NameProblem {
            code: Code::AddressReserved,
            message: say::file_lies_too_deep_in_folders(),
            help: say::use_at_most_folders_within_one_another(DEEPEST - 1),
            name: None,
        });
    }
    if path.len() > MAX_PATH {
        return Err(NameProblem {
            code: Code::AddressReserved,
            message: say::path_has_characters(path.len()),
            help: say::shorten_names_to_at_most_together_usb(MAX_PATH),
            name: None,
        });
    }
    Ok(())
}

/// A name in ASCII for one in any script: each part between dots is transliterated.
fn ascii_name(name: &str) -> String {
    let parts: Vec<String> = name.split('.').map(slug).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "page".into() } else { parts.join(".") }
}

/// Transliterates a text to lower-case ASCII words joined by hyphens; empty if nothing can be said in ASCII.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for c in deunicode::deunicode(text).chars() {
        if c.is_ascii_alphanumeric() {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push(c.to_ascii_lowercase());
        } else if c != '\'' && c != '`' && c != '"' {
            gap = true;
        }
    }
    slug
}

/// A checked path in the output folder: relative, `/` between parts, no part that leaves the folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OutPath(String);

impl TryFrom<String> for OutPath {
    type Error = String;

    fn try_from(path: String) -> Result<OutPath, String> {
        OutPath::new(path)
    }
}

impl From<OutPath> for String {
    fn from(path: OutPath) -> String {
        path.0
    }
}

impl OutPath {
    /// Makes a path of parts that are known to be plain names.
    ///
    /// # Errors
    /// The path itself, when a part is empty, `.`, `..`, has a separator of any system, or a drive.
    pub fn new(path: impl Into<String>) -> Result<OutPath, String> {
        let path = path.into();
        let plain =
            |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0', '/']);
        if path.split('/').all(plain) { Ok(OutPath(path)) } else { Err(path) }
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `""`, `"../"`, `"../../"`: from a page at this path to the root of the site.
    pub fn root(&self) -> &'static str {
        up(self.0.matches('/').count())
    }

    /// The URL of `target` from a page at this path: relative, so that it works under any address and from a disk.
    pub fn link_to(&self, target: &str) -> String {
        let from: Vec<&str> = self.0.split('/').collect();
        let to: Vec<&str> = target.split('/').collect();
        let shared = from[..from.len() - 1].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
        let mut url = "../".repeat(from.len() - 1 - shared);
        url.push_str(&to[shared..].join("/"));
        url
    }
}

/// `path` relative to the folder of `file`, both in one tree; `None` if it leaves the tree. A path that means a folder
/// ends with `/`.
pub fn join(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    let mut joined = parts.join("/");
    if path.ends_with('/') || path.is_empty() {
        joined.push('/');
    }
    Some(joined)
}

/// `"../"` as many times as `depth` says, at most [`DEEPEST`] times.
pub fn up(depth: usize) -> &'static str {
    const UP: &str = "../../../../../../../../../../../../../../../../../../../../../../../../";
    UP.get(..3 * depth).unwrap_or(UP)
}

/// The path of a site's address: `https://example.kg/handbook` → `/handbook`, and nothing for a host alone.
pub fn path_of(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    rest.find('/').map_or("", |at| &rest[at..])
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who has an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The file that the editor can rename.
    file: Option<Arc<str>>,
    /// In words, where it is not that file itself: "the search page".
    what: Option<Message>,
    /// What to do when it may not have it, if that is not to rename the file.
    help: Option<Message>,
}

impl Owner {
    /// What is made of a file of the site.
    pub fn file(file: &Arc<str>) -> Owner {
        Owner { file: Some(file.clone()), what: None, help: None }
    }

    /// What is made of the site as a whole.
    pub fn own(what: Message) -> Owner {
        Owner { file: None, what: Some(what), help: None }
    }

    /// An old address that a page of this file names.
    pub fn old_address(file: &Arc<str>) -> Owner {
        let what = say::old_address_of(file);
        let help = say::take_it_out_of_aliases_or_rename();
        Owner { file: Some(file.clone()), what: Some(what), help: Some(help) }
    }

    /// Something more that is made of the same: "a smaller copy" of it.
    pub fn part(self, what: Message) -> Owner {
        Owner { what: Some(say::part_of(what, self.words())), ..self }
    }

    /// The file that the editor can rename.
    pub fn source(&self) -> Option<&Arc<str>> {
        self.file.as_ref()
    }

    fn words(&self) -> Arg {
        let file = || self.file.as_ref().map_or_else(String::new, |file| format!("`{file}`"));
        self.what.as_ref().map_or_else(|| file().into(), Arg::from)
    }
}

/// Addresses that are taken. Capital letters make no difference: a USB stick has none.
#[derive(Debug, Default)]
pub struct Claims {
    /// By the address in small letters: the address, and who has it.
    files: HashMap<String, (String, Owner)>,
    /// By the folder in small letters: the first address in it, and who has that.
    folders: HashMap<String, (String, Owner)>,
    /// By a folder of the content in small letters: the folder, and the first file in it.
    sources: HashMap<String, (String, Arc<str>)>,
    /// The folder of the last address in small letters, which is in `folders` with all above it: most files follow one of the
    /// same folder.
    last: String,
    /// The same for the last file of the content, as it is written.
    last_source: String,
}

impl Claims {
    /// The file that has an address, if it has one.
    pub fn holder(&self, address: &str) -> Option<&Arc<str>> {
        self.files.get(&address.to_lowercase())?.1.file.as_ref()
    }

    /// Gives an address to `owner`; whether it is free. If it is not, both who have it and who wants it are told.
    pub fn claim(&mut self, address: &str, owner: Owner, out: &mut Diagnostics) -> bool {
        let key = address.to_lowercase();
        let folders = || key.match_indices('/').map(|(end, _)| &key[..end]);
        let folder = key.rsplit_once('/').map_or("", |(folder, _)| folder);
        let known = !folder.is_empty() && folder == self.last;
        let taken = self.files.get(&key).or_else(|| self.folders.get(&key));
        let taken = taken.or_else(|| folders().filter(|_| !known).find_map(|folder| self.files.get(folder)));
        if let Some((other, by)) = taken {
            report_taken(address, &owner, other, by, out);
            return false;
        }
        if !known {
            for folder in folders() {
                if !self.folders.contains_key(folder) {
                    self.folders.insert(folder.to_string(), (address.to_string(), owner.clone()));
                }
            }
            self.last = folder.to_string();
        }
        self.files.insert(key, (address.to_string(), owner));
        true
    }

    /// Folders of the content that differ in capital letters alone become one folder on a USB stick.
    pub fn claim_folders(&mut self, path: &str, file: &Arc<str>, out: &mut Diagnostics) {
        let own = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if own == self.last_source {
            return;
        }
        for (end, _) in path.match_indices('/') {
            let folder = &path[..end];
            let first = self.sources.entry(folder.to_lowercase()).or_insert_with(|| (folder.to_string(), file.clone()));
            if first.0 != folder {
                let message = say::folders_and_are_same_on_windows(folder, &first.0);
                out.add(Code::AddressCase, Place::file(file), message, SMALL_LETTERS);
                return;
            }
        }
        self.last_source = own.to_string();
    }
}

const SMALL_LETTERS: Message = say::rename_one_use_small_letters_everywhere();

fn report_taken(address: &str, owner: &Owner, other: &str, by: &Owner, out: &mut Diagnostics) {
    // The message stands where there is something to rename.
    let (owner, by) = if owner.file.is_none() { (by, owner) } else { (owner, by) };
    let Some(file) = &owner.file else {
        let message = say::address_would_be(address, owner.words(), by.words());
        let help = say::rename_one_of_two_in_lists();
        return out.add_general(Code::AddressDuplicate, message, help);
    };
    let both_files = owner.what.is_none() && by.what.is_none();
    if both_files && address != other && address.eq_ignore_ascii_case(other) {
        let message = say::this_file_and_are_same_on_windows(by.words());
        return out.add(Code::AddressCase, Place::file(file), message, SMALL_LETTERS);
    }
    let message = match &owner.what {
        Some(what) => say::address_of_is_taken_by_already(address, what, by.words()),
        None => say::address_is_taken_by_already(address, by.words()),
    };
    let help = if let Some(help) = owner.help.clone().or(by.help.clone()) {
        help
    } else if by.file.is_some() {
        say::rename_one_of_two_files()
    } else {
        say::rename_file_or_folder()
    };
    out.add(Code::AddressDuplicate, Place::file(file), message, help);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative() {
        let page = OutPath::new("ky/handbook/why/index.html").unwrap();
        assert_eq!(page.link_to("ky/handbook/why/parents.html"), "parents.html");
        assert_eq!(page.link_to("ky/handbook/index.html"), "../index.html");
        assert_eq!(page.link_to("ru/handbook/why/index.html"), "../../../ru/handbook/why/index.html");
        assert_eq!(page.root(), "../../../");
        assert_eq!(OutPath::new("index.html").unwrap().link_to("ky/index.html"), "ky/index.html");
    }

    #[test]
    fn slugs_are_ascii_words() {
        assert_eq!(slug("Окуу жайды кантип тандайм?"), "okuu-zhaidy-kantip-tandaim");
        assert_eq!(slug("Өмүр бою үйрөнүү"), "omur-boiu-uironuu");
        assert_eq!(slug("«…»"), "");
        assert_eq!(slug("9-\u{2060}класс"), "9-klass");
    }

    #[test]
    fn an_address_is_given_once() {
        let file = |path: &str| Owner::file(&path.into());
        let (mut claims, mut out) = (Claims::default(), Diagnostics::new());
        assert!(claims.claim("ky/guide/a.html", file("content/guide/a.ky.md"), &mut out));
        assert!(claims.claim("ru/guide/a.html", file("content/guide/a.ru.md"), &mut out));
        assert!(claims.claim("ky/guide/whole.html", Owner::own(say::search_page()), &mut out));
        for address in
            ["ky/guide/a.html", "ky/Guide/A.html", "ky/guide", "ky/guide/a.html/b.html", "ky/guide/whole.html"]
        {
            assert!(!claims.claim(address, file("content/other"), &mut out), "{address}");
        }
        assert!(!claims.claim("ky/guide/a.html", Owner::own(say::index_of_terms()), &mut out));
        let found: Vec<(Code, String)> = out.iter().map(|d| (d.code, d.message.english())).collect();
        assert_eq!(found.len(), 6);
        assert_eq!(
            found[1],
            (Code::AddressCase, "this file and `content/guide/a.ky.md` are the same on Windows".to_string())
        );
        assert_eq!(found[4].1, "the address `ky/guide/whole.html` is taken by the search page already");
        assert!(out.iter().all(|d| d.place.is_some()), "each is at a file that can be renamed");
    }

    proptest::proptest! {
        #[test]
        fn no_name_escapes_the_output(path in "[a-z./\\\\:\0]{0,20}") {
            if let Ok(path) = OutPath::new(path) {
                let joined = std::path::Path::new("/out").join(path.as_str());
                proptest::prop_assert!(joined.components().all(|part| part != std::path::Component::ParentDir));
                proptest::prop_assert!(joined.starts_with("/out") && joined != std::path::Path::new("/out"));
            }
        }

        #[test]
        fn a_suggested_name_is_allowed(name in "\\PC{1,30}") {
            let problem = check_name(&name);
            if let Err(problem) = problem && problem.code == Code::AddressNotAscii {
                let suggestion = ascii_name(&name);
                proptest::prop_assert!(check_name(&suggestion).is_ok() || RESERVED.contains(&suggestion.split('.').next().unwrap()));
            }
        }

        #[test]
        fn links_lead_where_they_say(from in "[a-c](/[a-c]){0,4}", to in "[a-c](/[a-c]){0,4}") {
            let url = OutPath::new(from.clone()).unwrap().link_to(&to);
            let mut at: Vec<&str> = from.split('/').collect();
            at.pop();
            for part in url.split('/') {
                if part == ".." { at.pop(); } else { at.push(part); }
            }
            proptest::prop_assert_eq!(at.join("/"), to);
        }
    }
}
