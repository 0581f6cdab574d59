//! (Handbook, theme) → files for other programs, made at build time.
//!
//! In: a [`Site`]. Out: paths and bytes: each form, and each lesson's worksheet, as a document for a word processor.
//! Never: a page, or anything of the file that depends on the clock.

mod docx;
mod parts;
mod resolver;
mod sent;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::lang::Lang;
use crate::parse::FORM;
use crate::render::Site;
use crate::resolve::EntryId;

use resolver::SiteResolver;

/// Most elements, pieces and lines of a text that is made as a document. The library takes about a tenth of a millisecond for each.
const MAX_TAGS: usize = 10_000;

/// Every document of the site by its path; one that cannot be made is a diagnostic.
pub fn documents(site: &Site, out: &mut Diagnostics) -> Vec<(String, Vec<u8>)> {
    let languages = site.handbook.config.languages.iter();
    let all = languages.flat_map(|lang| site.handbook.ids().map(move |id| (id, lang)));
    let wanted: Vec<(EntryId, Lang)> = all.filter(|(id, lang)| has_document(site, *id, *lang)).collect();
    let resolver = SiteResolver::new(site);
    let made: Vec<_> = wanted
        .into_par_iter()
        .filter_map(|(id, lang)| {
            let fragment = site.fragment(id, lang)?;
            let path = site.document_path(id, lang);
            if fragment.tree.size() > MAX_TAGS {
                return Some(Err(too_long(site, id, lang)));
            }
            let made = docx::write(&fragment, &path, &resolver).map(|bytes| (path, bytes));
            Some(made.map_err(|error| not_made(site, id, &error)))
        })
        .collect();
    let mut documents = Vec::with_capacity(made.len());
    for result in made {
        match result {
            Ok(document) => documents.push(document),
            Err(diagnostic) => out.push(diagnostic),
        }
    }
    documents
}

fn not_made(site: &Site, id: EntryId, error: &str) -> Diagnostic {
    let address = site.handbook.entry(id).address.as_str();
    let place = Some(Place::file(&format!("content/{address}").into()));
    let message = format!("the document for word processors could not be made: {error}");
    let help = "Simplify the page, or make it no form.".into();
    Diagnostic { code: Code::ExportDocument, place, message, help, fix: None }
}

fn too_long(site: &Site, id: EntryId, lang: Lang) -> Diagnostic {
    let entry = site.handbook.entry(id);
    let page = entry.version(lang).map(|(page, _)| page.parsed.file.clone());
    let file = page.or_else(|| entry.record.as_ref().map(|record| record.parsed.file.clone()));
    let message =
        "the text is too long for a Word file: it has more paragraphs, cells and marks than a hundred sheets".into();
    let help = "Divide it into several forms; a page that is read and not filled in needs no `kind: form`.".into();
    Diagnostic { code: Code::ExportTooLong, place: file.map(|file| Place::file(&file)), message, help, fix: None }
}

/// Whether an entry is made as a document too.
pub fn has_document(site: &Site, id: EntryId, lang: Lang) -> bool {
    let entry = site.handbook.entry(id);
    let form = entry.version(lang).is_some_and(|(page, _)| page.parsed.content.front.kind == FORM);
    form || entry.lesson().is_some_and(|lesson| lesson.worksheet.is_some())
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
