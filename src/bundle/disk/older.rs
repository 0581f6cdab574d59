//! What versions without a working folder left: they put a build's files into a folder beside the output, `.bagyt-` and six
//! letters or digits, and left it there when they were ended by force.
//!
//! Beside the output lies what belongs to others, so such a folder is removed only if its name, everything in it and its age
//! say that it is one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::files::{self, Lies};
use super::manifest::{MADE_BY, MANIFEST, published};
use crate::address::check_name;

const PREFIX: &str = ".bagyt-";

/// The lists of files that such a folder may hold.
const LISTS: [&str; 2] = [MANIFEST, ".bagyt-both.json"];

/// Files and folders that stand first in every site, beside one folder for each language.
const FIRST: [&str; 7] = ["index.html", "404.html", "_headers", ".htaccess", "sitemap.xml", "assets", "search"];
const PUBLISHED: &str = "files";

/// Who has changed nothing for so long is no longer at work.
const QUIET: Duration = Duration::from_secs(3600);

/// A folder that an older version left, and whether it could be removed.
#[derive(Debug)]
pub struct Older {
    pub folder: PathBuf,
    pub removed: io::Result<()>,
}

/// Removes what older versions left beside an output folder.
pub fn remove(output: &Path) -> Vec<Older> {
    let Some(entries) = output.parent().and_then(|parent| fs::read_dir(parent).ok()) else { return Vec::new() };
    let folders = entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_name));
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    folders.sort();
    // What cannot be looked at is not known to be ours.
    folders.retain(|folder| folder != output && is_left(folder).unwrap_or(false));
    folders.into_iter().map(|folder| Older { removed: files::remove_all(&folder), folder }).collect()
}

fn is_name(name: &str) -> bool {
    name.strip_prefix(PREFIX).is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether a folder holds nothing but what a build of an older version puts there, and nobody is at work in it.
fn is_left(folder: &Path) -> io::Result<bool> {
    if files::at(folder)? != Lies::Folder || !is_quiet(folder)? {
        return Ok(false);
    }
    let mut folders = vec![(folder.to_path_buf(), String::new())];
    while let Some((at, prefix)) = folders.pop() {
        for entry in fs::read_dir(&at)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { return Ok(false) };
            let (path, inside) = (entry.path(), format!("{prefix}{name}"));
            let ours = match files::at(&path)? {
                Lies::File(_) if LISTS.contains(&inside.as_str()) => is_list(&path)?,
                Lies::File(_) => is_of_a_site(&inside),
                Lies::Folder => {
                    folders.push((path.clone(), format!("{inside}/")));
                    is_of_a_site(&format!("{inside}/a"))
                }
                _ => false,
            };
            if !ours || !is_quiet(&path)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Whether a site may have a file of this path.
fn is_of_a_site(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let language =
        path.contains('/') && (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    let named = FIRST.contains(&path) || path.split('/').all(|name| name == ".htaccess" || check_name(name).is_ok());
    named && published(path.to_string()).is_some() && (language || first == PUBLISHED || FIRST.contains(&first))
}

fn is_list(path: &Path) -> io::Result<bool> {
    let list: Result<serde_json::Value, _> = serde_json::from_slice(&fs::read(path)?);
    Ok(list.is_ok_and(|list| list["made_by"] == MADE_BY))
}

/// Whether nothing has happened to a file or folder for a while. A clock that is wrong says no.
fn is_quiet(path: &Path) -> io::Result<bool> {
    let changed = fs::symlink_metadata(path)?.modified()?;
    Ok(SystemTime::now().duration_since(changed).is_ok_and(|since| since > QUIET))
}

#[cfg(test)]
mod tests {
    use std::fs::{File, FileTimes};

    use super::*;

    /// A folder that an older version left, last changed two hours ago.
    fn left(home: &Path, name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = home.join(name);
        fs::create_dir_all(&folder).unwrap();
        for (path, text) in files {
            fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
            fs::write(folder.join(path), text).unwrap();
        }
        age(&folder);
        folder
    }

    fn age(path: &Path) {
        if path.is_symlink() {
            return;
        }
        if path.is_dir() {
            fs::read_dir(path).unwrap().for_each(|entry| age(&entry.unwrap().path()));
        }
        let times = FileTimes::new().set_modified(SystemTime::now() - 2 * QUIET);
        File::open(path).unwrap().set_times(times).unwrap();
    }

    const SITE: &[(&str, &str)] =
        &[("index.html", "а"), ("ky/guide/index.html", "а"), ("assets/style.0.css", "a"), ("files/a.png", "a")];

    #[test]
    #[cfg(unix)]
    fn what_an_older_version_left_is_removed_and_nothing_else() {
        let home = tempfile::tempdir().unwrap();
        let ours = [
            left(home.path(), ".bagyt-Ab3dEf", SITE),
            left(home.path(), ".bagyt-000000", &[]),
            left(
                home.path(),
                ".bagyt-list00",
                &[(MANIFEST, "{\"made_by\":\"bagyt\",\"files\":[]}"), ("404.html", "a")],
            ),
        ];
        let others = [
            left(home.path(), ".bagyt", SITE),
            left(home.path(), ".bagyt-long000", SITE),
            left(home.path(), ".bagyt-а0000", SITE),
            left(home.path(), ".bagyt-other1", &[("index.html", "a"), ("thesis.docx", "a")]),
            left(home.path(), ".bagyt-other2", &[("ky/a b.html", "a")]),
            left(home.path(), ".bagyt-other3", &[(MANIFEST, "{\"made_by\":\"hugo\"}")]),
            left(home.path(), ".bagyt-other4", &[("Documents/index.html", "a")]),
        ];
        let linked = left(home.path(), ".bagyt-other5", SITE);
        std::os::unix::fs::symlink(home.path(), linked.join("ky/home")).unwrap();
        age(&linked.join("ky"));
        age(&linked);
        let at_work = left(home.path(), ".bagyt-other6", SITE);
        fs::write(at_work.join("ky/guide/new.html"), "a").unwrap();
        std::os::unix::fs::symlink(&others[0], home.path().join(".bagyt-other7")).unwrap();
        fs::write(home.path().join(".bagyt-other8"), "a").unwrap();

        let mut removed: Vec<PathBuf> =
            remove(&home.path().join("public")).into_iter().map(|left| left.folder).collect();
        let mut wanted = ours.to_vec();
        removed.sort();
        wanted.sort();
        assert_eq!(removed, wanted);
        assert!(ours.iter().all(|folder| !folder.exists()));
        assert!(others.iter().chain([&linked, &at_work]).all(|folder| folder.exists()));
        assert!(home.path().join(".bagyt-other7").is_symlink() && home.path().join(".bagyt-other8").exists());
        assert!(others[0].join("index.html").exists(), "no link is followed");
    }
}
