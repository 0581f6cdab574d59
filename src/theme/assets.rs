//! Files of the theme that are published, under names with a hash of their bytes.

use std::collections::{BTreeMap, BTreeSet};

use super::scripts::{is_script, join_scripts};
use super::{ThemeFile, ThemeFiles, is_built_in, sheets, text};
use crate::address::join;
use crate::diag::{Code, Diagnostics, Place};
use crate::messages::say;

/// A published file of the theme.
#[derive(Debug, Clone)]
pub struct ThemeAsset {
    /// `css/style.css`
    pub name: String,
    /// `assets/style.3f9c1b2a.css`
    pub address: String,
    pub bytes: Vec<u8>,
}

/// The parts of the theme's sheet that templates name.
const PARTS: [&str; 2] = ["css/print.css", "css/results.css"];

/// Which files of a theme are published as they are, the scripts joined from their parts, and the stylesheets after their
/// references are rewritten.
pub fn publish(files: &ThemeFiles, out: &mut Diagnostics) -> Vec<ThemeAsset> {
    let mut assets: Vec<ThemeAsset> = files
        .iter()
        .filter(|(name, _)| is_published(name) && !name.ends_with(".css") && !is_script(name))
        .map(|(name, file)| asset(name, file.bytes.clone()))
        .collect();
    assets.extend(join_scripts(files, out).into_iter().map(|(name, script)| asset(&name, script)));
    let addresses: BTreeMap<String, String> = assets.iter().map(|a| (a.name.clone(), a.address.clone())).collect();
    let mut there: BTreeSet<String> = BTreeSet::new();
    for (name, file) in files.iter().filter(|(name, _)| is_published(name) && name.ends_with(".css")) {
        let Some(css) = rewrite(name, file, &addresses, out) else { continue };
        // A site's own file in the place of a part is that part.
        let parts = sheets::parts(name, &css).into_iter();
        for (part, css) in parts.filter(|(part, _)| part == name || !files.contains_key(part)) {
            let css = if is_built_in(name, &file.bytes) { sheets::small(&css) } else { css };
            there.insert(part.clone());
            assets.push(asset(&part, css.into_bytes()));
        }
    }
    // A site whose own sheet is whole has nothing to say in the others that pages ask for.
    let missing = PARTS.iter().filter(|part| !there.contains(**part));
    assets.extend(missing.map(|part| asset(part, Vec::new())));
    assets.sort_by(|a, b| a.name.cmp(&b.name));
    assets
}

fn is_published(name: &str) -> bool {
    let published =
        name.starts_with("css/") || name.starts_with("js/") || name.starts_with("lib/") || name.starts_with("fonts/");
    let for_maintainers = [".md", ".txt", ".sh", ".d.ts"].iter().any(|extension| name.ends_with(extension));
    (published && !for_maintainers) || name == "mark.svg"
}

fn asset(name: &str, bytes: Vec<u8>) -> ThemeAsset {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "bin"));
    let hash = crate::hash::name_of(&bytes);
    ThemeAsset { name: name.to_string(), address: format!("assets/{stem}.{hash}.{extension}"), bytes }
}

/// Points every `url(…)` of a stylesheet at the published name of the file it means.
fn rewrite(
    name: &str,
    file: &ThemeFile,
    addresses: &BTreeMap<String, String>,
    out: &mut Diagnostics,
) -> Option<String> {
    let css = text(file, out)?;
    let mut rewritten = String::with_capacity(css.len());
    let mut done = 0;
    while let Some(at) = css[done..].find("url(") {
        let start = done + at + 4;
        let end = css[start..].find(')').map_or(css.len(), |end| start + end);
        let inside = css[start..end].trim().trim_matches(['"', '\'']);
        rewritten.push_str(&css[done..start]);
        done = end;
        if inside.starts_with("data:") || inside.starts_with('#') {
            rewritten.push_str(&css[start..end]);
            continue;
        }
        match join(name, inside).and_then(|path| addresses.get(&path)) {
            Some(address) => {
                rewritten.push('"');
                rewritten.push_str(address.strip_prefix("assets/").unwrap_or(address));
                rewritten.push('"');
            }
            None => {
                let message = say::theme_has_no_file(inside);
                let help = say::paths_are_relative_to_stylesheet_other_hosts();
                out.add(Code::ThemeAsset, Place::offset(&file.path, start, end - start), message, help);
            }
        }
    }
    rewritten.push_str(&css[done..]);
    Some(rewritten)
}
