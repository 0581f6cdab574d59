//! Where pages are, seen from other pages and from the world.

use crate::address::{OutPath, paths};
use crate::lang::Lang;
use crate::plan::{IndexKind, Inputs};
use crate::resolve::EntryId;

fn code(site: &Inputs, lang: Lang) -> &'static str {
    site.handbook.config.languages.code(lang)
}

/// The path in the output of an entry's page.
pub fn page<'p>(site: &Inputs<'p>, id: EntryId, lang: Lang) -> &'p str {
    site.plan.page(id, lang)
}

/// The path in the output of an old address, by its number.
pub fn moved(site: &Inputs, lang: Lang, number: usize) -> String {
    paths::page(code(site, lang), &site.handbook.moved[number].from)
}

/// The path in the output of the page of results.
pub fn results(site: &Inputs, lang: Lang) -> String {
    paths::results(code(site, lang))
}

/// The path in the output of an index's first page.
pub fn index(site: &Inputs, lang: Lang, which: IndexKind) -> String {
    paths::page(code(site, lang), &which.stem(site.handbook))
}

/// The path in the output of a group of an index that has a page of its own.
pub fn index_part(site: &Inputs, lang: Lang, which: IndexKind, key: &str) -> String {
    paths::index_group(code(site, lang), &which.stem(site.handbook), key)
}

/// The path in the output of contact and imprint.
pub fn imprint(site: &Inputs, lang: Lang) -> String {
    paths::imprint(code(site, lang))
}

/// The path in the output of the finder.
pub fn finder(site: &Inputs, lang: Lang) -> String {
    paths::finder(code(site, lang))
}

/// The path in the output of the page with the reader's own list.
pub fn saved(site: &Inputs, lang: Lang) -> String {
    paths::saved(code(site, lang))
}

/// The path in the output of what people of each profession do.
pub fn finder_tasks(site: &Inputs, lang: Lang) -> String {
    paths::finder_tasks(code(site, lang))
}

/// The path in the output of what the finder's scripts read.
pub fn finder_data(site: &Inputs, lang: Lang) -> String {
    paths::finder_data(code(site, lang))
}

/// The path in the output of the encyclopedia as data.
pub fn export(site: &Inputs, lang: Lang, extension: &str) -> String {
    paths::professions(code(site, lang), extension)
}

/// The path in the output of a booklet, by its number.
pub fn booklet(site: &Inputs, lang: Lang, number: usize) -> String {
    let booklet = &site.plan.booklets[lang.index()][number];
    paths::booklet(code(site, lang), &booklet.field, booklet.volume)
}

/// The path in the output of a publication, or a volume of it, on one page; volumes count from 0.
pub fn whole(site: &Inputs, lang: Lang, publication: usize, volume: usize) -> String {
    paths::whole(code(site, lang), &site.handbook.config.publications[publication].id, volume)
}

/// The path in the output of a publication, or a volume of it, on one page for paper; volumes count from 0.
pub fn print(site: &Inputs, lang: Lang, publication: usize, volume: usize) -> String {
    paths::print(code(site, lang), &site.handbook.config.publications[publication].id, volume)
}

/// The path in the output of an entry as a file for a word processor.
pub fn document(site: &Inputs, id: EntryId, lang: Lang) -> String {
    paths::document(code(site, lang), &site.handbook.entry(id).address)
}

/// The path in the output of all that readers take away of an entry.
pub fn archive(site: &Inputs, id: EntryId, lang: Lang) -> String {
    paths::archive(code(site, lang), &site.handbook.entry(id).address)
}

/// The URL of an entry's page from the page at `from`, in the same language.
pub fn link(site: &Inputs, from: &OutPath, id: EntryId, lang: Lang) -> String {
    from.link_to(page(site, id, lang))
}

/// The language of the page that a reader of `lang` is shown: the own one, or that which it is borrowed from.
pub fn source_language(site: &Inputs, id: EntryId, lang: Lang) -> Lang {
    let own = site.handbook.own_languages(id);
    site.handbook.config.languages.shown(lang, |other| own.contains(&other)).unwrap_or(lang)
}
