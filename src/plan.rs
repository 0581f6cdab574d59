//! Everything that will be made, by its address, before any of it is made.
//!
//! In: a [`Site`]. Out: who has which address, and diagnostics where two would have the same. Never: bytes. The files of the
//! search have a folder to themselves, which nothing else can reach, and names that their bytes give.

use std::collections::BTreeSet;

use crate::address::{Claims, Owner};
use crate::bundle::{SITEMAP_FILE, hosts};
use crate::diag::Diagnostics;
use crate::export;
use crate::pictures;
use crate::render::{Job, Site};

/// Reports every address that two things would have.
pub fn check(site: &Site, out: &mut Diagnostics) {
    let mut claims = Claims::default();
    let mut told = BTreeSet::new();
    for (address, owner) in outputs(site) {
        let source = owner.source().cloned();
        let mut own = Diagnostics::new();
        // A file whose page is in the way in one language is so in the others, and is renamed once.
        if !claims.claim(&address, owner, &mut own) && source.is_none_or(|source| told.insert(source)) {
            out.extend(own);
        }
    }
}

/// Every address of the output with who has it: first what the site has of its own accord, then what files become, so that a
/// message stands at the file, and of those what a language has before what it borrows.
fn outputs(site: &Site) -> Vec<(String, Owner)> {
    let (mut own, mut of_files, mut borrowed) = (Vec::new(), Vec::new(), Vec::new());
    for job in site.jobs() {
        let Ok(path) = site.path(job) else { continue };
        let list = match job {
            Job::Entry(id, lang) => match site.handbook.entry(id).version(lang) {
                Some((_, actual)) if actual != lang => &mut borrowed,
                _ => &mut of_files,
            },
            _ => &mut own,
        };
        list.push((path.to_string(), site.owner(job)));
    }
    let sitemap = site.base_url.map(|_| SITEMAP_FILE);
    let languages: Vec<&str> = site.handbook.config.languages.codes().map(|(_, code)| code).collect();
    let for_hosts = hosts::files(site.base_url, &languages).into_iter().map(|(path, _)| path);
    let for_hosts = for_hosts.chain(sitemap.map(str::to_string));
    own.extend(for_hosts.map(|file| (file, Owner::own("what hosts and search engines read"))));
    // Two files of the theme with one address have the same name and bytes.
    let theme: BTreeSet<&str> = site.theme.assets.iter().map(|asset| &*asset.address).collect();
    own.extend(theme.into_iter().map(|address| (address.to_string(), Owner::own("a file of the theme"))));
    own.extend(site.data_paths().into_iter().map(|path| (path, Owner::own("the encyclopedia as data"))));
    for lang in site.handbook.config.languages.iter() {
        let documents = site.handbook.ids().filter(|id| export::has_document(site, *id, lang));
        of_files.extend(
            documents.map(|id| (site.document_path(id, lang), site.entry_owner(id, lang).part("the Word file"))),
        );
    }
    for (asset, picture) in site.handbook.assets.iter().zip(site.pictures).filter(|(asset, _)| asset.is_published()) {
        of_files.extend(pictures::addresses(asset, picture.as_ref()).into_iter().map(|address| {
            let owner = Owner::file(&asset.path);
            let owner = if address == asset.address { owner } else { owner.part("a smaller copy") };
            (address.to_string(), owner)
        }));
    }
    own.extend(of_files);
    own.extend(borrowed);
    own
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::bundle::Memory;
    use crate::progress::Silent;
    use crate::{Memo, Request, bundle, with_site};

    #[test]
    fn what_is_planned_is_what_is_made() {
        for name in ["handbook", "markdown", "professions"] {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites").join(name);
            let request = Request {
                root: &root,
                base_url: Some("https://example.kg"),
                search: false,
                drafts: false,
                today: jiff::civil::date(2026, 11, 22),
            };
            let (memo, memory, mut out) = (Memo::default(), Memory::default(), Diagnostics::new());
            let planned = with_site(&request, &memo, &Silent, &mut out, |site, out| {
                bundle::bundle(site, &memo.made, &memory, &Silent, out);
                outputs(site).into_iter().map(|(address, _)| address).collect::<Vec<_>>()
            });
            memory.commit();
            let mut planned = planned.expect("the site is in order");
            planned.sort();
            assert_eq!(planned, memory.paths(), "{name}");
        }
    }
}
