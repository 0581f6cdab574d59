//! What the addresses in a document's HTML lead to: a document that is mailed has no pages beside it.

use std::collections::HashMap;

use crate::diag::Diagnostics;
use crate::lang::Lang;
use crate::pictures;
use crate::plan::Inputs;
use crate::resolve::{AssetId, EntryId};
use crate::source::{self, File};

/// Where a link leads.
#[derive(Debug, PartialEq)]
pub enum Destination {
    /// To a place in the document itself.
    Here,
    /// To a page or file of the site, with its title if it has one, and its whole address if the site's is known.
    Inside { title: Option<String>, url: Option<String> },
    /// Out of the site.
    Outside(String),
}

/// A picture as a document can hold it.
pub struct Embedded {
    pub bytes: Vec<u8>,
    /// Size at which it is shown, in CSS pixels.
    pub width: u32,
    pub height: u32,
}

/// Looks up the addresses of a site.
pub trait Resolver {
    /// Where a link of the document at `from` leads.
    fn destination(&self, from: &str, href: &str) -> Destination;

    /// The picture that the document at `from` shows; `None` if a document cannot hold it.
    fn picture(&self, from: &str, src: &str) -> Option<Embedded>;
}

/// The pages and pictures of a site by their paths in the output.
pub struct SiteResolver<'s> {
    site: &'s Inputs<'s>,
    pages: HashMap<String, (EntryId, Lang)>,
    pictures: HashMap<&'s str, AssetId>,
}

impl<'s> SiteResolver<'s> {
    pub fn new(site: &'s Inputs<'s>) -> SiteResolver<'s> {
        let languages = site.handbook.config.languages.iter();
        let all = languages.flat_map(|lang| site.handbook.ids().map(move |id| (id, lang)));
        let pages = all.map(|(id, lang)| (site.plan.page(id, lang).to_string(), (id, lang))).collect();
        let mut pictures = HashMap::new();
        for (at, asset) in site.handbook.assets.iter().enumerate().filter(|(_, asset)| asset.shown) {
            let id = AssetId(at as u32);
            pictures.insert(asset.address.as_str(), id);
            let copies = site.pictures[at].iter().flat_map(|picture| &picture.copies);
            pictures.extend(copies.map(|copy| (copy.address.as_str(), id)));
        }
        SiteResolver { site, pages, pictures }
    }
}

impl Resolver for SiteResolver<'_> {
    fn destination(&self, from: &str, href: &str) -> Destination {
        if href.starts_with('#') || href.is_empty() {
            return Destination::Here;
        }
        if has_scheme(href) {
            return Destination::Outside(href.to_string());
        }
        let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
        let path = joined(from, path);
        let title = match self.pages.get(&path) {
            Some((id, lang)) => Some(self.site.handbook.entry(*id).title(*lang, &self.site.handbook.config).0),
            None if path.starts_with("files/") => path.rsplit('/').next().map(str::to_string),
            None => None,
        };
        let url = self.site.plan.base_url.as_ref().map(|base| match anchor {
            Some(anchor) => format!("{base}/{path}#{anchor}"),
            None => format!("{base}/{path}"),
        });
        Destination::Inside { title, url }
    }

    fn picture(&self, from: &str, src: &str) -> Option<Embedded> {
        let id = *self.pictures.get(joined(from, src).as_str())?;
        let asset = self.site.handbook.asset(id);
        let picture = self.site.pictures[id.0 as usize].as_ref()?;
        let name = asset.address.to_ascii_lowercase();
        // Word shows no drawings of this kind but with a picture beside it.
        if name.ends_with(".svg") {
            return None;
        }
        let file = File { path: asset.path.clone(), disk: asset.disk.clone() };
        // What cannot be read was reported when it was measured.
        let bytes = source::read_bytes(&file, &mut Diagnostics::new())?;
        let photo = [".jpg", ".jpeg"].iter().any(|end| name.ends_with(end))
            || picture.copies.iter().any(|copy| copy.address.ends_with(".jpg"));
        let name = if photo { "picture.jpg" } else { "picture.png" };
        let bytes = pictures::redrawn(&bytes, picture.width, name)?;
        Some(Embedded { bytes, width: picture.width, height: picture.height })
    }
}

/// Whether an address begins with a scheme, `https:` or `mailto:`.
fn has_scheme(href: &str) -> bool {
    let end = href.find([':', '/', '?', '#']).filter(|end| href[*end..].starts_with(':'));
    end.is_some_and(|end| end > 0 && href[..end].chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)))
}

/// The path that a relative address leads to from the file at `from`.
fn joined(from: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_address_is_followed() {
        assert_eq!(joined("ky/handbook/toolbox/a.docx", "../model/network.html"), "ky/handbook/model/network.html");
        assert_eq!(joined("ky/a.docx", "b.html"), "ky/b.html");
        assert_eq!(joined("ky/h/a.docx", "../../files/h/p.png"), "files/h/p.png");
    }

    #[test]
    fn a_scheme_is_told_from_a_path() {
        assert!(has_scheme("https://example.kg") && has_scheme("mailto:a@b.kg") && has_scheme("tel:+996312000000"));
        assert!(!has_scheme("../a:b.html") && !has_scheme("a.html#x:y") && !has_scheme(":a"));
    }
}
