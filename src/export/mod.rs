//! (Handbook, theme) → files for other programs, made at build time.
//!
//! In: a [`Site`]. Out: paths and bytes: each form, and each lesson's worksheet, as a document for a word processor.
//! Never: a page, or anything of the file that depends on the clock.

mod docx;
mod parts;
mod resolver;
mod sent;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostics, Place};
use crate::lang::Lang;
use crate::parse::FORM;
use crate::render::Site;
use crate::resolve::EntryId;

use resolver::SiteResolver;

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
            Some(docx::write(&fragment, &path, &resolver).map(|bytes| (path, bytes)).map_err(|error| (id, error)))
        })
        .collect();
    let mut documents = Vec::with_capacity(made.len());
    for result in made {
        match result {
            Ok(document) => documents.push(document),
            Err((id, error)) => {
                let address = site.handbook.entry(id).address.as_str();
                let place = Place::file(&format!("content/{address}").into());
                let message = format!("the document for word processors could not be made: {error}");
                out.add(Code::ExportDocument, place, message, "Simplify the page, or make it no form.");
            }
        }
    }
    documents
}

/// Whether an entry is made as a document too.
pub fn has_document(site: &Site, id: EntryId, lang: Lang) -> bool {
    let entry = site.handbook.entry(id);
    let form = entry.version(lang).is_some_and(|(page, _)| page.parsed.content.front.kind == FORM);
    form || entry.lesson().is_some_and(|lesson| lesson.worksheet.is_some())
}
