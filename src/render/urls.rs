//! Where pages are, seen from other pages and from the world.

use super::IndexKind;
use super::Site;
use crate::address::OutPath;
use crate::lang::Lang;
use crate::resolve::EntryId;

/// The path in the output of an entry's page.
pub fn page(site: &Site, id: EntryId, lang: Lang) -> String {
    let code = site.handbook.config.languages.code(lang);
    format!("{code}/{}.html", site.handbook.entry(id).address)
}

/// The path in the output of an old address, by its number.
pub fn moved(site: &Site, lang: Lang, number: usize) -> String {
    format!("{}/{}.html", site.handbook.config.languages.code(lang), site.handbook.moved[number].from)
}

/// The path in the output of the page of results.
pub fn results(site: &Site, lang: Lang) -> String {
    format!("{}/search.html", site.handbook.config.languages.code(lang))
}

/// The path in the output of an index's first page.
pub fn index(site: &Site, lang: Lang, which: IndexKind) -> String {
    format!("{}/{}.html", site.handbook.config.languages.code(lang), which.stem(site.handbook))
}

/// The path in the output of a group of an index that has a page of its own.
pub fn index_part(site: &Site, lang: Lang, which: IndexKind, key: &str) -> String {
    format!("{}/{}/{key}.html", site.handbook.config.languages.code(lang), which.stem(site.handbook))
}

fn in_finder(site: &Site, lang: Lang, name: &str) -> String {
    format!("{}/finder/{name}", site.handbook.config.languages.code(lang))
}

/// The path in the output of the finder.
pub fn finder(site: &Site, lang: Lang) -> String {
    in_finder(site, lang, "index.html")
}

/// The path in the output of the page with the reader's own list.
pub fn saved(site: &Site, lang: Lang) -> String {
    in_finder(site, lang, "saved.html")
}

/// The path in the output of what the finder's scripts read.
pub fn finder_data(site: &Site, lang: Lang) -> String {
    in_finder(site, lang, "data.js")
}

/// The path in the output of the encyclopedia as data.
pub fn export(site: &Site, lang: Lang, extension: &str) -> String {
    in_finder(site, lang, &format!("professions.{extension}"))
}

/// The path in the output of a booklet, by its number.
pub fn booklet(site: &Site, lang: Lang, number: usize) -> String {
    let booklet = &site.booklets[lang.index()][number];
    let name = match booklet.volume {
        0 => format!("booklet/{}.html", booklet.field),
        volume => format!("booklet/{}-{}.html", booklet.field, volume + 1),
    };
    in_finder(site, lang, &name)
}

/// The path in the output of a publication, or a volume of it, on one page; volumes count from 0.
pub fn whole(site: &Site, lang: Lang, publication: usize, volume: usize) -> String {
    let code = site.handbook.config.languages.code(lang);
    let id = &site.handbook.config.publications[publication].id;
    match volume {
        0 => format!("{code}/{id}/{WHOLE}.html"),
        volume => format!("{code}/{id}/{WHOLE}-{}.html", volume + 1),
    }
}

/// Name of the page that holds a whole publication.
pub const WHOLE: &str = "whole";

/// The path in the output of an entry as a file for a word processor.
pub fn document(site: &Site, id: EntryId, lang: Lang) -> String {
    let code = site.handbook.config.languages.code(lang);
    format!("{code}/{}.docx", site.handbook.entry(id).address)
}

/// The URL of an entry's page from the page at `from`, in the same language.
pub fn link(site: &Site, from: &OutPath, id: EntryId, lang: Lang) -> String {
    from.link_to(&page(site, id, lang))
}

/// The absolute address of a page, if the site's own is known.
pub fn absolute(site: &Site, id: EntryId, lang: Lang) -> Option<String> {
    let path = page(site, id, lang);
    // The home page of a language is its folder.
    let path = path.strip_suffix("index.html").filter(|path| path.matches('/').count() == 1).unwrap_or(&path);
    absolute_path(site, path)
}

/// The absolute address of a path in the output, if the site's own is known.
pub fn absolute_path(site: &Site, path: &str) -> Option<String> {
    site.base_url.map(|base| format!("{base}/{path}"))
}

/// The languages in which an entry has a page of its own, not one borrowed from another language.
pub fn own_languages(site: &Site, id: EntryId) -> Vec<Lang> {
    let entry = site.handbook.entry(id);
    let bilingual = entry.record.is_some() || entry.versions.iter().all(Option::is_none);
    let contents = matches!(entry.kind, crate::resolve::Kind::Contents(_) | crate::resolve::Kind::Home);
    site.handbook
        .config
        .languages
        .iter()
        .filter(|lang| bilingual || contents || entry.versions[lang.index()].is_some())
        .collect()
}

/// The language of the page that a reader of `lang` is shown: the own one, or that which it is borrowed from.
pub fn source_language(site: &Site, id: EntryId, lang: Lang) -> Lang {
    let own = own_languages(site, id);
    if own.contains(&lang) { lang } else { own.first().copied().unwrap_or(lang) }
}

/// `sitemap.xml` with the translations of each page; `None` without an address of the site.
pub fn sitemap(site: &Site) -> Option<String> {
    site.base_url?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for id in site.handbook.ids() {
        let mut languages = own_languages(site, id);
        languages.retain(|lang| !site.handbook.entry(id).is_draft(*lang));
        let addresses: Vec<(Lang, String)> =
            languages.iter().filter_map(|lang| Some((*lang, absolute(site, id, *lang)?))).collect();
        add_to_sitemap(site, &addresses, |lang| site.handbook.updated(id, lang), &mut xml);
    }
    if site.has_professions() {
        let languages = site.handbook.config.languages.iter();
        let addresses: Vec<(Lang, String)> =
            languages.filter_map(|lang| Some((lang, absolute_path(site, &finder(site, lang))?))).collect();
        add_to_sitemap(site, &addresses, |_| None, &mut xml);
    }
    xml.push_str("</urlset>\n");
    Some(xml)
}

/// Adds a page with its address in each of its languages.
fn add_to_sitemap(
    site: &Site,
    addresses: &[(Lang, String)],
    updated: impl Fn(Lang) -> Option<jiff::civil::Date>,
    xml: &mut String,
) {
    for (lang, address) in addresses {
        xml.push_str(&format!("<url><loc>{}</loc>", escape(address)));
        if let Some(date) = updated(*lang) {
            xml.push_str(&format!("<lastmod>{date}</lastmod>"));
        }
        for (other, address) in addresses.iter().filter(|_| addresses.len() > 1) {
            let (code, address) = (site.handbook.config.languages.code(*other), escape(address));
            xml.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\"/>"));
        }
        xml.push_str("</url>\n");
    }
}

fn escape(url: &str) -> String {
    url.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;")
}
