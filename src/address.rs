//! Names and addresses: what a file may be called, where its page will be, and how one page reaches another.
//!
//! In: names and paths. Out: checked names, [`OutPath`]s and relative URLs. Never: the disk.

use std::fmt;

use crate::diag::Code;

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
    pub message: String,
    pub help: String,
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
            message: format!("the name `{name}` cannot be part of an address"),
            help: format!("Use Latin letters, digits, - and _; for example `{}`.", ascii_name(name)),
            name: Some(ascii_name(name)),
        });
    }
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    if RESERVED.contains(&stem.as_str()) {
        return Err(NameProblem {
            code: Code::AddressReserved,
            message: format!("the name `{name}` is reserved on Windows"),
            help: format!("Choose another name, such as `my-{name}`; Windows cannot open a file of this one."),
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
            message: "the file lies too deep in folders".into(),
            help: format!("Use at most {} folders within one another.", DEEPEST - 1),
            name: None,
        });
    }
    if path.len() > MAX_PATH {
        return Err(NameProblem {
            code: Code::AddressReserved,
            message: format!("the path has {} characters", path.len()),
            help: format!("Shorten the names to at most {MAX_PATH} together; a USB stick cannot hold longer ones."),
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(String);

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
