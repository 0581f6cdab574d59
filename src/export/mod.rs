//! (Handbook, theme, plan) → files for other programs, made at build time.
//!
//! In: [`Inputs`]. Out: the bytes of each planned document: each form, and each lesson's worksheet, as a document for a word processor.
//! Never: a page, or anything of the file that depends on the clock.

mod archive;
mod docx;
mod parts;
mod resolver;
mod sent;

use std::sync::OnceLock;

use crate::address::OutPath;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::lang::Lang;
use crate::messages::say;
use crate::plan::Inputs;
use crate::render::fragment;
use crate::resolve::{EntryId, Target};
use crate::source::{self, File};

use resolver::SiteResolver;

/// Most elements, pieces and lines of a text that is made as a document. The library takes about a tenth of a millisecond for each.
const MAX_TAGS: usize = 10_000;

/// Makes the documents of a site.
pub struct Documents<'s> {
    site: &'s Inputs<'s>,
    resolver: OnceLock<SiteResolver<'s>>,
}

impl<'s> Documents<'s> {
    /// Makes nothing yet.
    pub fn new(site: &'s Inputs<'s>) -> Documents<'s> {
        Documents { site, resolver: OnceLock::new() }
    }

    /// Hash of the pictures that the document of an entry holds.
    pub fn pictures(&self, id: EntryId, lang: Lang) -> u128 {
        let handbook = self.site.handbook;
        let entry = handbook.entry(id);
        let targets = match (&entry.record, entry.version(lang)) {
            (Some(record), _) => &record.targets,
            (None, Some((page, _))) => &page.targets,
            (None, None) => return 0,
        };
        let shown = targets.iter().filter_map(|target| match target {
            Target::Picture(id) => Some(handbook.asset(*id)),
            _ => None,
        });
        let bytes = shown.map(|asset| {
            let file = File { path: asset.path.clone(), disk: asset.disk.clone() };
            // What cannot be read was reported when it was measured.
            source::read_bytes(&file, &mut Diagnostics::new())
        });
        crate::hash::of(&bytes.collect::<Vec<_>>())
    }

    /// The document of an entry, which goes to `path`; `None` after a diagnostic.
    pub fn document(&self, id: EntryId, lang: Lang, path: &OutPath, out: &mut Diagnostics) -> Option<Vec<u8>> {
        let site = self.site;
        let fragment = fragment(site, id, lang)?;
        if fragment.tree.size() > MAX_TAGS {
            out.push(too_long(site, id, lang));
            return None;
        }
        let resolver = self.resolver.get_or_init(|| SiteResolver::new(site));
        let made = docx::write(&fragment, path.as_str(), resolver);
        made.map_err(|error| out.push(not_made(site, id, &error))).ok()
    }
}

fn not_made(site: &Inputs, id: EntryId, error: &str) -> Diagnostic {
    let address = site.handbook.entry(id).address.as_str();
    let place = Some(Place::file(&format!("content/{address}").into()));
    let message = say::document_for_word_processors_could(error);
    let help = say::simplify_page_or_make_it_no_form();
    Diagnostic { code: Code::ExportDocument, place, message, help, fix: None }
}

fn too_long(site: &Inputs, id: EntryId, lang: Lang) -> Diagnostic {
    let entry = site.handbook.entry(id);
    let page = entry.version(lang).map(|(page, _)| page.parsed.file.clone());
    let file = page.or_else(|| entry.record.as_ref().map(|record| record.parsed.file.clone()));
    let message = say::text_is_too_long_for_word_file();
    let help = say::divide_it_into_several_forms_page();
    Diagnostic { code: Code::ExportTooLong, place: file.map(|file| Place::file(&file)), message, help, fix: None }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use crate::diag::{Diagnostics, Place};
    use crate::parse::markdown::{Writing, page};
    use crate::parse::{Href, Link, Phrases};
    use crate::text::tree::Tree;
    use crate::text::{Destination, Picture, References};

    /// The links of a text, which lead where they were written.
    struct Written(Vec<Link>);

    impl References for Written {
        fn link(&self, link: u32) -> Option<Destination> {
            let Link { href, image, .. } = &self.0[link as usize];
            let Href::Relative { path: address, .. } = href else { return None };
            Some(match image {
                true => Destination::Picture(Picture {
                    address: address.clone(),
                    copies: String::new(),
                    width: 1,
                    height: 1,
                }),
                false => Destination::Address(address.clone()),
            })
        }
    }

    /// The tree of a page's text; raw HTML is let through.
    pub fn tree(markdown: &str) -> Tree {
        let (mut links, mut out) = (Vec::new(), Diagnostics::new());
        let file = "text.md".into();
        let place = |_: Range<usize>| Place::file(&file);
        let phrases = Phrases::default();
        let mut writing =
            Writing { phrases: &phrases, raw_html: true, place: &place, links: &mut links, out: &mut out };
        let body = page(markdown, &mut writing).unwrap_or_default();
        Tree::new(&body.text, &Written(links))
    }
}
