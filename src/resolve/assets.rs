//! Which files beside the pages are published: those that pages use, and those that site.yaml names.

use std::collections::BTreeMap;

use super::Asset;
use super::gather::{Gathered, claim, content_path};
use crate::address::check_path;
use crate::config::SiteConfig;
use crate::diag::{Code, Diagnostics, Fix, Place, did_you_mean, nearest};

/// Checks the names of the files that are published, and tells of the others. A file that is not published may be called as
/// it likes.
pub fn settle(config: &SiteConfig, gathered: &mut Gathered, out: &mut Diagnostics) {
    for asset in gathered.assets.iter().filter(|asset| asset.is_published()) {
        claim(&mut gathered.claims, &asset.address, content_path(&asset.path), &asset.path, out);
    }
    for pattern in config.publish.iter().chain(&config.trusted) {
        if !gathered.assets.iter().any(|asset| pattern.matches(content_path(&asset.path))) {
            let text = pattern.text();
            let files = || gathered.assets.iter().map(|asset| content_path(&asset.path));
            let help = did_you_mean(text, files(), PATHS);
            let fix = Fix::nearest(text, nearest(text, files()));
            let message = format!("no file is called `{text}`");
            out.add_fix(Code::SitePublishNothing, config.origin.place(&pattern.path), message, help, fix);
        }
    }
    // What a page uses that could not be read or is left out, as drafts are, is not known; nor where its lost links lead.
    let lost = out.iter().any(|diagnostic| LOST_LINKS.contains(&diagnostic.code));
    if gathered.broken.is_empty() && gathered.drafts.files_left_out().next().is_none() && !lost {
        report_unused(&gathered.assets, out);
    }
}

/// What is said of marks that may have been meant to lead to a file.
const LOST_LINKS: [Code; 6] =
    [Code::LinkPlain, Code::LinkUndefined, Code::MarkForeign, Code::CodeUnclosed, Code::HtmlRemarkOpen, Code::HtmlOff];

const PATHS: &str = "Paths begin below `content/`: `handbook/plan.docx`, `handbook/*.pdf`, `handbook/game/**` for all of a folder. Pages and \
                     records need not be named.";

/// More unused files of a folder are told in one message.
const TOLD: usize = 3;

fn report_unused(assets: &[Asset], out: &mut Diagnostics) {
    let mut by_folder: BTreeMap<&str, Vec<&Asset>> = BTreeMap::new();
    for asset in assets.iter().filter(|asset| !asset.is_published() && asset.used_on.is_empty()) {
        let (folder, name) = asset.path.rsplit_once('/').unwrap_or(("", &asset.path));
        match mistaken(name) {
            Some((message, help)) => {
                let fix = hidden_ending(&asset.path).map(|to| Fix::Rename { to: to.to_string() });
                out.add_fix(Code::SourceUnused, Place::file(&asset.path), message, help, fix);
            }
            None => by_folder.entry(folder).or_default().push(asset),
        }
    }
    for unused in by_folder.values() {
        let [first, others @ ..] = unused.as_slice() else { continue };
        if unused.len() <= TOLD {
            for asset in unused {
                let (place, path) = (Place::file(&asset.path), content_path(&asset.path));
                out.add(Code::SourceUnused, place, "no page uses this file; it is not published", help(path, path));
            }
            continue;
        }
        let names: Vec<&str> = others.iter().filter_map(|asset| asset.path.rsplit('/').next()).collect();
        let (told, more) = names.split_at(names.len().min(8));
        let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
        let (told, count) = (told.join("`, `"), others.len());
        let message =
            format!("no page uses this file or {count} others of its folder; they are not published: `{told}`{more}");
        let path = content_path(&first.path);
        let all = path.rsplit_once('/').map_or("\"*\"".to_string(), |(folder, _)| format!("{folder}/*"));
        out.add(Code::SourceUnused, Place::file(&first.path), message, help(path, &all));
    }
}

/// What to do with a file that no page uses; the pattern must be one that publishes it.
fn help(path: &str, pattern: &str) -> String {
    match check_path(path) {
        Ok(()) => format!(
            "Show it or link to it on a page, or remove it. To publish it all the same, name it in site.yaml: \
             `publish: [{pattern}]`."
        ),
        Err(problem) => format!("Remove it, or rename it before a page uses it. {}", problem.help),
    }
}

/// The name that was meant for a text whose name Windows has given another ending.
fn hidden_ending(path: &str) -> Option<&str> {
    let stem = path.strip_suffix(".txt")?;
    [".md", ".yaml", ".yml"].iter().any(|ending| stem.ends_with(ending)).then_some(stem)
}

/// Endings of copies that programs make of a text, and of files that are not finished.
const LEFT: [&str; 15] = [
    "bak",
    "old",
    "orig",
    "rej",
    "tmp",
    "temp",
    "swp",
    "swo",
    "save",
    "autosave",
    "crdownload",
    "part",
    "partial",
    "download",
    "lock",
];

/// Endings of what a computer runs when it is opened.
const PROGRAMS: [&str; 16] =
    ["exe", "msi", "bat", "cmd", "com", "scr", "pif", "ps1", "vbs", "hta", "reg", "dll", "jar", "apk", "app", "sh"];

/// What is wrong with the name of a file that is meant to be something else, and what to do.
fn mistaken(name: &str) -> Option<(String, String)> {
    let (stem, extension) = name.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    let text = [".md", ".markdown", ".yaml", ".yml"].iter().any(|ending| stem.to_ascii_lowercase().ends_with(ending));
    let left = LEFT.contains(&extension.as_str()) || extension.chars().all(|c| c.is_ascii_digit());
    if text && left {
        let message = format!("this file is not read: an editor or a program keeps an earlier `{stem}` here");
        return Some((message, "Remove it. The site is not the place for copies of its texts.".into()));
    }
    if text {
        let message = format!("this file is not read: its name ends with `.{extension}`");
        let help = match extension.as_str() {
            "txt" => format!(
                "Windows hides that ending. In Explorer switch on View → File name extensions, then rename the file to `{stem}`."
            ),
            _ => format!("If it is plain text, rename it to `{stem}`; if not, save its text under that name."),
        };
        return Some((message, help));
    }
    if left || name.starts_with('#') {
        return Some(("a program left this file; it is not published".into(), "Remove it.".into()));
    }
    if extension == "lnk" || extension == "url" {
        let help = "Copy the file that it leads to here, and link to that.";
        return Some((
            "this is a shortcut of Windows and not the file itself; it is not published".into(),
            help.into(),
        ));
    }
    if PROGRAMS.contains(&extension.as_str()) {
        let help =
            "Remove it. Teachers and pupils should get no programs from here; link to the site of those who make it.";
        return Some(("this is a program; it is not published".into(), help.into()));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::mistaken;

    #[test]
    fn names_tell_what_a_file_was_meant_to_be() {
        let help = |name: &str| mistaken(name).map(|(_, help)| help).unwrap_or_default();
        assert!(help("new.ru.md.txt").contains("`new.ru.md`"));
        assert!(help("cook.yaml.docx").contains("`cook.yaml`"));
        for left in ["parents.ru.md.bak", "parents.ru.md.1", "photo.jpg.crdownload", "#parents.ru.md#", "4913.tmp"] {
            assert!(help(left).starts_with("Remove it"), "{left}");
        }
        assert!(help("Setup.EXE").contains("programs"));
        for plain in ["plan.docx", "photo.jpg", "notes.txt", "LICENSE", "data.csv"] {
            assert_eq!(mistaken(plain), None, "{plain}");
        }
    }
}
