//! Which files beside the pages are published: those that pages use, and those that site.yaml names.

use std::collections::BTreeMap;

use super::Asset;
use super::gather::{Gathered, claim};
use super::names::content_path;
use crate::address::check_path;
use crate::config::SiteConfig;
use crate::diag::{Code, Diagnostics, Fix, Place, did_you_mean, nearest};
use crate::messages::{Message, say};

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
            let message = say::no_file_is_called(text);
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

const PATHS: Message = say::paths_begin_below_content_handbook_plan_docx();

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
                out.add(Code::SourceUnused, place, say::no_page_uses_this_file(), help(path, path));
            }
            continue;
        }
        let names: Vec<&str> = others.iter().filter_map(|asset| asset.path.rsplit('/').next()).collect();
        let (told, more) = names.split_at(names.len().min(8));
        let (told, count) = (told.join("`, `"), others.len());
        let message = if more.is_empty() {
            say::no_page_uses_this_file_or_others(count, told)
        } else {
            say::no_page_uses_this_file_or_others_of_its_folder(count, told, more.len())
        };
        let path = content_path(&first.path);
        let all = path.rsplit_once('/').map_or("\"*\"".to_string(), |(folder, _)| format!("{folder}/*"));
        out.add(Code::SourceUnused, Place::file(&first.path), message, help(path, &all));
    }
}

/// What to do with a file that no page uses; the pattern must be one that publishes it.
fn help(path: &str, pattern: &str) -> Message {
    match check_path(path) {
        Ok(()) => say::show_it_or_link(pattern),
        Err(problem) => say::remove_it_or_rename_it_before_page(problem.help),
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
fn mistaken(name: &str) -> Option<(Message, Message)> {
    let (stem, extension) = name.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    let text = [".md", ".markdown", ".yaml", ".yml"].iter().any(|ending| stem.to_ascii_lowercase().ends_with(ending));
    let left = LEFT.contains(&extension.as_str()) || extension.chars().all(|c| c.is_ascii_digit());
    if text && left {
        let message = say::this_file_is_not_read_editor(stem);
        return Some((message, say::remove_it_site_is_not_place()));
    }
    if text {
        let message = say::this_file_is_not_read_its_name(&extension);
        let help = match extension.as_str() {
            "txt" => say::windows_hides_that_ending_in_explorer_switch(stem),
            _ => say::if_it_is_plain_text_rename(stem),
        };
        return Some((message, help));
    }
    if left || name.starts_with('#') {
        return Some((say::program_left_this_file(), say::remove_it()));
    }
    if extension == "lnk" || extension == "url" {
        let help = say::copy_file_that_it_leads_to_here();
        return Some((say::this_is_shortcut_of_windows(), help));
    }
    if PROGRAMS.contains(&extension.as_str()) {
        let help = say::remove_it_teachers_and_pupils_should_get();
        return Some((say::this_is_program_it_is_not_published(), help));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::mistaken;

    #[test]
    fn names_tell_what_a_file_was_meant_to_be() {
        let help = |name: &str| mistaken(name).map(|(_, help)| help.english()).unwrap_or_default();
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
