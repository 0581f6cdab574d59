//! Links as written → targets.

use std::sync::Arc;

use rayon::prelude::*;

use super::gather::Gathered;
use super::names::{content_path, split_page_name};
use super::{AssetId, Entry, EntryId, Target};
use crate::address::join;
use crate::diag::{Code, Diagnostics, Fix, nearest};
use crate::lang::{Lang, pack};
use crate::messages::{Message, say};
use crate::parse::{Href, Link, Parsed, Refused};

/// What a path leads to.
enum Found {
    Entry(EntryId),
    Asset(super::AssetId),
}

/// How a file beside the pages is used.
enum Use {
    Shown,
    Linked,
    /// A link that leads nowhere may mean it.
    Meant,
}

/// What was found of an entry's links: the targets of each version and of the record, and the files that they use.
#[derive(Default)]
struct Of {
    versions: Vec<Option<Vec<Target>>>,
    record: Option<Vec<Target>>,
    used: Vec<(AssetId, Arc<str>, Use)>,
    said: Diagnostics,
}

/// Resolves the links of every page and record.
pub fn resolve(gathered: &mut Gathered, out: &mut Diagnostics) {
    let found: Vec<Of> = gathered.entries.par_iter().enumerate().map(|(at, entry)| of(at, entry, gathered)).collect();
    for (entry, found) in gathered.entries.iter_mut().zip(found) {
        for (version, targets) in entry.versions.iter_mut().zip(found.versions) {
            if let (Some(page), Some(targets)) = (version, targets) {
                page.targets = targets;
            }
        }
        if let (Some(record), Some(targets)) = (&mut entry.record, found.record) {
            record.targets = targets;
        }
        for (id, file, how) in found.used {
            let asset = &mut gathered.assets[id.0 as usize];
            asset.used_on.insert(file);
            match how {
                Use::Shown => asset.shown = true,
                Use::Linked => asset.linked = true,
                Use::Meant => {}
            }
        }
        out.extend(found.said);
    }
}

fn of(at: usize, entry: &Entry, gathered: &Gathered) -> Of {
    let mut found = Of::default();
    let own = EntryId(at as u32);
    for version in &entry.versions {
        let targets = version.as_ref().map(|page| {
            targets(&page.parsed, Some(page.parsed.content.lang), own, gathered, &mut found.used, &mut found.said)
        });
        found.versions.push(targets);
    }
    let record = entry.record.as_ref();
    found.record = record.map(|record| targets(&record.parsed, None, own, gathered, &mut found.used, &mut found.said));
    found
}

/// One target a link. A link that leads nowhere is reported; a stand-in keeps the numbering, and the error keeps the
/// handbook from being rendered.
fn targets<C>(
    parsed: &Parsed<C>,
    lang: Option<Lang>,
    own: EntryId,
    gathered: &Gathered,
    used: &mut Vec<(AssetId, Arc<str>, Use)>,
    out: &mut Diagnostics,
) -> Vec<Target> {
    let mut resolver = Resolver { lang, own, gathered, unknown: 0, used, out };
    parsed.links.iter().map(|link| resolver.target(link).unwrap_or(Target::Here(String::new()))).collect()
}

struct Resolver<'a> {
    /// The language of the text that the link stands in; `None` for a record, which is in all.
    lang: Option<Lang>,
    own: EntryId,
    gathered: &'a Gathered,
    /// Links that lead nowhere, so far.
    unknown: usize,
    used: &'a mut Vec<(AssetId, Arc<str>, Use)>,
    out: &'a mut Diagnostics,
}

/// Links of one text that lead nowhere for which the nearest name is looked for.
const MOST_CURES: usize = 300;

impl Resolver<'_> {
    fn target(&mut self, link: &Link) -> Option<Target> {
        match &link.href {
            Href::Outside(url) if link.image => {
                let help = say::save_picture_beside_page_and_link();
                self.out.add(Code::ImageRemote, link.place.clone(), say::image_lies_elsewhere(url), help);
                None
            }
            Href::Outside(url) => Some(Target::Outside(url.clone())),
            Href::Refused(refused) => {
                self.report_refused(link, refused);
                None
            }
            Href::Here(id) => self.here(link, id),
            Href::Relative { path, anchor } => self.relative(link, path, anchor.as_deref()),
        }
    }

    fn here(&mut self, link: &Link, id: &str) -> Option<Target> {
        if id.is_empty() {
            return Some(Target::Here("top".into()));
        }
        self.check_anchor(link, self.own, id)?;
        Some(Target::Here(id.to_string()))
    }

    fn relative(&mut self, link: &Link, written: &str, anchor: Option<&str>) -> Option<Target> {
        let file = link.place.file.clone();
        let Some(path) = join(content_path(&file), written) else {
            let help = say::only_files_under_content_become_part();
            self.out.add(Code::LinkOutside, link.place.clone(), say::leads_out_of_content_folder(written), help);
            return None;
        };
        match self.find(&path) {
            Some(Found::Entry(entry)) if link.image && self.gathered.entries[entry.0 as usize].data().is_some() => {
                Some(Target::Data(entry))
            }
            Some(Found::Entry(_)) if link.image => {
                let help = say::show_file_such_as_svg_png_jpg();
                self.out.add(Code::ImageMissing, link.place.clone(), say::is_page_not_image(written), help);
                None
            }
            // Why it is not part of the site has been said where it lies.
            None if self.gathered.broken.contains(written_address(&path)) => None,
            Some(Found::Entry(entry)) => {
                if let Some(id) = anchor {
                    self.check_anchor(link, entry, id)?;
                }
                Some(Target::Entry(entry, anchor.map(str::to_string)))
            }
            Some(Found::Asset(id)) => {
                self.used.push((id, file, if link.image { Use::Shown } else { Use::Linked }));
                Some(if link.image { Target::Picture(id) } else { Target::File(id) })
            }
            None => self.elsewhere(link, written, &path, anchor),
        }
    }

    /// What has no page at the address that was written: a draft, or a page that has moved.
    fn elsewhere(&mut self, link: &Link, written: &str, path: &str, anchor: Option<&str>) -> Option<Target> {
        let address = if path.ends_with('/') { format!("{path}index") } else { written_address(path).to_string() };
        let is_page = path.ends_with('/') || [".md", ".yaml", ".yml"].iter().any(|ending| path.ends_with(ending));
        if let Some(draft) = self.gathered.drafts.left_out(&address).filter(|_| is_page) {
            let file = &draft.file;
            let (message, help) = if link.image {
                (say::is_draft_which_is_left_out_nothing(written), say::remove_line_draft_true_from_or_take(file))
            } else {
                (say::is_draft_which_is_left_out_link(written), say::remove_line_draft_true_from_or_take_link(file))
            };
            self.out.add(Code::LinkDraft, link.place.clone(), message, help);
            return Some(Target::LeftOut(draft.title.clone()));
        }
        let moved = self.gathered.moved.iter().find(|moved| is_page && !link.image && moved.from == address);
        if let Some(to) = moved.map(|moved| moved.to) {
            let target = self.written_as(to, path);
            let anchored = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
            let message = say::page_is_now(written, &self.gathered.entries[to.0 as usize].address);
            let help = say::write_instead(format!("{target}{anchored}"));
            let fix = Fix::Within { what: written.to_string(), with: target };
            self.out.add_fix(Code::LinkMoved, link.place.clone(), message, help, fix);
            if let Some(id) = anchor {
                self.check_anchor(link, to, id)?;
            }
            return Some(Target::Entry(to, anchor.map(str::to_string)));
        }
        self.report_unknown(link, written, path);
        None
    }

    /// How a link from this file to an entry is written, in the manner of `path`.
    fn written_as(&self, entry: EntryId, path: &str) -> String {
        let entry = &self.gathered.entries[entry.0 as usize];
        let extension = match (&entry.kind, split_page_name(path).1.filter(|lang| pack(lang).is_some())) {
            (kind, _) if kind.is_record() => "yaml".to_string(),
            (_, Some(lang)) => format!("{lang}.md"),
            (_, None) => "md".to_string(),
        };
        let from = self.gathered.entries[self.own.0 as usize].address.as_str();
        relative(from, &format!("{}.{extension}", entry.address))
    }

    fn find(&self, path: &str) -> Option<Found> {
        let entry = |key: &str| self.gathered.by_address.get(key).copied().map(Found::Entry);
        if let Some(key) = page_key(path) {
            return entry(key);
        }
        if let Some(folder) = path.strip_suffix('/') {
            return entry(&if folder.is_empty() { "index".to_string() } else { format!("{folder}/index") });
        }
        if let Some(key) = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml")) {
            return if key == "home" { entry("index") } else { entry(key) };
        }
        self.gathered.asset_by_path.get(path).copied().map(Found::Asset)
    }

    fn report_refused(&mut self, link: &Link, Refused { why, written, whole }: &Refused) {
        let file = written.rsplit(['/', '\\']).next().unwrap_or(written);
        let disk = written.starts_with("file:") || written.contains('\\');
        let help = match whole {
            _ if link.image => say::save_picture_beside_page_and_write(),
            Some(whole) => say::write_plainly(whole),
            None if disk => say::put_file_beside_this_one_and_write(file),
            None if written.is_empty() => say::write_where_it_leads_between_round_brackets(),
            None => say::write_path_relative_to_this_file_such(),
        };
        let fix = whole.clone().map(|with| Fix::Within { what: written.clone(), with });
        let message = say::this_address_cannot_be_used(why);
        self.out.add_fix(Code::LinkUnsafe, link.place.clone(), message, help, fix.filter(|_| !link.image));
    }

    /// Whether the page has the heading; in the language of the link's own text, for that is what its author saw.
    fn check_anchor(&mut self, link: &Link, entry: EntryId, id: &str) -> Option<()> {
        let page = &self.gathered.entries[entry.0 as usize];
        let versions = page.versions.iter().flatten();
        let mut headings = Vec::new();
        for version in versions.filter(|v| self.lang.is_none_or(|lang| v.parsed.content.lang == lang)) {
            headings.extend(version.parsed.content.body.anchors());
        }
        if self.gathered.broken.contains(&page.address) {
            return None;
        }
        let no_such_version = headings.is_empty() && page.versions.iter().any(Option::is_some);
        if no_such_version {
            headings.extend(page.versions.iter().flatten().flat_map(|v| v.parsed.content.body.anchors()));
        }
        if headings.contains(&id) {
            return Some(());
        }
        let otherwise = match headings.as_slice() {
            [] => say::that_page_has_no_headings_link(),
            some => say::its_headings_are(
                some.iter().take(12).copied().map(|id| format!("#{id}")).collect::<Vec<_>>().join("`, `"),
            ),
        };
        // Who writes the words of a heading into the address means it.
        let slug = crate::address::slug(id);
        let near = nearest(id, headings.iter().copied()).or_else(|| nearest(&slug, headings.iter().copied()));
        let help = match near {
            Some(near) => say::did_you_mean_or(format!("#{near}"), otherwise),
            None => otherwise,
        };
        // Without any heading there is nothing but the page to link to.
        let with = near.map(|near| format!("#{near}")).or(headings.is_empty().then(String::new));
        let fix = with.map(|with| Fix::Within { what: format!("#{id}"), with });
        let message = if entry == self.own {
            say::there_is_no_heading_on_this_page(id)
        } else {
            say::there_is_no_heading_on_that_page(id)
        };
        self.out.add_fix(Code::LinkUnknownAnchor, link.place.clone(), message, help, fix);
        None
    }

    fn report_unknown(&mut self, link: &Link, written: &str, path: &str) {
        let is_page = path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with('/');
        let (code, message) = match () {
            () if link.image => (Code::ImageMissing, say::there_is_no_image(written)),
            () if is_page => (Code::LinkUnknownPage, say::there_is_no_page(written)),
            () => (Code::LinkUnknownFile, say::there_is_no_file(written)),
        };
        // Of thousands only the first are ever shown.
        self.unknown += 1;
        let (help, with) = match self.unknown <= MOST_CURES {
            true => self.cure(link, written, path, is_page && !link.image),
            false => (say::check_path_it_is_relative_to_folder(), None),
        };
        let fix = with.map(|with| Fix::Within { what: written.to_string(), with });
        self.out.add_fix(code, link.place.clone(), message, help, fix);
    }

    /// What to do about a path that leads nowhere, and what to write instead, if that is clear.
    fn cure(&mut self, link: &Link, written: &str, path: &str, is_page: bool) -> (Message, Option<String>) {
        let mean = |with: String| (say::did_you_mean(&with), Some(with));
        if let Some(whole) = crate::web_address::whole(written).filter(|_| !link.image) {
            return (say::address_outside_site_is_written_in_full(&whole), Some(whole));
        }
        if is_page {
            return match self.nearest_page(path) {
                Some(near) => mean(near),
                None => match self.left_out(path).filter(|folder| self.gathered.unlisted.contains(*folder)) {
                    Some(folder) => (say::folder_content_belongs_to_no_publication_of_site(folder), None),
                    None => (say::check_path_it_is_relative_to_folder(), None),
                },
            };
        }
        let (page, key) =
            (written.strip_suffix(".html").unwrap_or(written), path.strip_suffix(".html").unwrap_or(path));
        if !link.image && page_key(&format!("{key}.md")).is_some_and(|key| self.gathered.by_address.contains_key(key)) {
            return (say::to_link_to_page_write_md(page), Some(format!("{page}.md")));
        }
        let lower = path.to_lowercase();
        let same = self.gathered.asset_by_path.keys().filter(|own| own.to_lowercase() == lower).min().cloned();
        if let Some(same) = same {
            let with = self.meant(&link.place.file, &same);
            return (say::file_is_called_capital_letters_count(&with), Some(with));
        }
        match self.nearest_file(&link.place.file, path) {
            Some(near) => mean(near),
            None => match self.left_out(path) {
                Some(folder) => {
                    let name = path.rsplit('/').next().unwrap_or(path);
                    let help = say::folder_content_belongs_to_no_publication_put(folder, name);
                    (help, None)
                }
                None => (say::put_file_beside_page(), None),
            },
        }
    }

    /// The first folder of a path, if no publication has it.
    fn left_out<'p>(&self, path: &'p str) -> Option<&'p str> {
        let (folder, _) = path.split_once('/')?;
        (!self.gathered.by_address.contains_key(&format!("{folder}/index"))).then_some(folder)
    }

    fn nearest_page(&self, path: &str) -> Option<String> {
        let key = page_key(path).unwrap_or_else(|| path.rsplit_once('.').map_or(path, |(key, _)| key));
        let entries = &self.gathered.entries;
        // The same name in another folder is a likelier slip than another name in the same one.
        let name = key.rsplit('/').next().unwrap_or(key);
        let same_name = entries.iter().filter(|e| name != "index" && e.address.rsplit('/').next() == Some(name));
        let near = same_name
            .map(|e| e.address.as_str())
            .min()
            .or_else(|| nearest(key, entries.iter().map(|e| e.address.as_str())));
        near.and_then(|address| self.gathered.by_address.get(address)).map(|entry| self.written_as(*entry, path))
    }

    /// How a link to the file is written whose name is the nearest.
    fn nearest_file(&mut self, file: &Arc<str>, path: &str) -> Option<String> {
        let near = nearest(path, self.gathered.asset_by_path.keys().map(String::as_str))?;
        let near = near.to_string();
        Some(self.meant(file, &near))
    }

    /// How a link to the file that is meant is written; it is then not called unused.
    fn meant(&mut self, file: &Arc<str>, path: &str) -> String {
        if let Some(id) = self.gathered.asset_by_path.get(path) {
            self.used.push((*id, file.clone(), Use::Meant));
        }
        relative(self.gathered.entries[self.own.0 as usize].address.as_str(), path)
    }
}

/// The relative path from one address to another, for messages.
fn relative(from: &str, to: &str) -> String {
    crate::address::OutPath::new(from).map_or_else(|_| to.to_string(), |from| from.link_to(to))
}

/// `a/b.ky.md`, `a/b.md` → `a/b`; anything else is no page.
fn page_key(path: &str) -> Option<&str> {
    if !path.ends_with(".md") {
        return None;
    }
    let (key, lang) = split_page_name(path);
    match lang {
        Some(lang) if pack(lang).is_some() => Some(key),
        _ => path.strip_suffix(".md"),
    }
}

/// The address that a written path means, of whatever kind its file is.
fn written_address(path: &str) -> &str {
    page_key(path).unwrap_or_else(|| path.rsplit_once('.').map_or(path, |(stem, _)| stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_to_the_file() {
        assert_eq!(
            join("handbook/why/index.ky.md", "../model/index.ky.md").as_deref(),
            Some("handbook/model/index.ky.md")
        );
        assert_eq!(join("about.ky.md", "../secret"), None);
        assert_eq!(page_key("a/b.ky.md"), Some("a/b"));
        assert_eq!(page_key("a/b.md"), Some("a/b"));
        assert_eq!(page_key("a/b.v2.md"), Some("a/b.v2"));
        assert_eq!(page_key("a/b.yaml"), None);
    }
}
