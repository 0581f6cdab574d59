//! (Handbook, plan) → what search engines read.
//!
//! In: [`Inputs`]. Out: `sitemap.xml` with the translations of each page. Never: pages that no reader should come upon.

use crate::address::paths;
use crate::lang::Lang;
use crate::plan::Inputs;

/// `sitemap.xml`; `None` without an address of the site.
pub fn sitemap(site: &Inputs) -> Option<String> {
    let (handbook, plan) = (site.handbook, site.plan);
    plan.base_url.as_ref()?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for id in handbook.ids() {
        let mut languages = handbook.own_languages(id);
        languages.retain(|lang| !handbook.entry(id).is_draft(*lang));
        let addresses: Vec<(Lang, String)> =
            languages.iter().filter_map(|lang| Some((*lang, plan.absolute_page(id, *lang)?))).collect();
        let others = plan.for_others(handbook, id, &languages);
        add(site, &addresses, others, |lang| handbook.updated(id, lang), &mut xml);
    }
    if handbook.has_professions() {
        let languages = handbook.config.languages.codes();
        let addresses: Vec<(Lang, String)> =
            languages.filter_map(|(lang, code)| Some((lang, plan.absolute(&paths::finder(code))?))).collect();
        let others = addresses.first().map(|(_, address)| address.clone());
        add(site, &addresses, others, |_| None, &mut xml);
    }
    xml.push_str("</urlset>\n");
    Some(xml)
}

/// Adds a page with its address in each of its languages and for readers of `others`.
fn add(
    site: &Inputs,
    addresses: &[(Lang, String)],
    others: Option<String>,
    updated: impl Fn(Lang) -> Option<jiff::civil::Date>,
    xml: &mut String,
) {
    for (lang, address) in addresses {
        xml.push_str(&format!("<url><loc>{}</loc>", escape(address)));
        if let Some(date) = updated(*lang) {
            xml.push_str(&format!("<lastmod>{date}</lastmod>"));
        }
        for (other, address) in addresses.iter().filter(|_| addresses.len() > 1) {
            alternate(site.handbook.config.languages.code(*other), address, xml);
        }
        if let Some(address) = others.as_ref().filter(|_| addresses.len() > 1) {
            alternate("x-default", address, xml);
        }
        xml.push_str("</url>\n");
    }
}

fn alternate(code: &str, address: &str, xml: &mut String) {
    let address = escape(address);
    xml.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\"/>"));
}

fn escape(url: &str) -> String {
    url.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;")
}
