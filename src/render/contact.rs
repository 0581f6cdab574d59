//! Who is behind the site, how to cite it, and what a reader can say of a page.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::lang::Lang;
use crate::plan::Inputs;
use crate::resolve::{EntryId, Kind};

/// Contact and imprint, as their template gets them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ImprintView {
    /// HTML; empty where site.yaml says nothing.
    pub text: String,
    pub cites: Vec<CiteView>,
}

/// How a publication is cited.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CiteView {
    /// «2-е издание, 2026»; may be empty.
    pub edition: String,
    pub text: String,
}

/// What a reader can say of a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FeedbackView {
    /// Letters that are ready to be sent; nothing where no mail address is known.
    pub useful: Option<String>,
    pub wrong: Option<String>,
    /// The same to copy.
    pub text: String,
}

/// How a publication of a language is cited.
pub fn cite(site: &Inputs, publication: usize, lang: Lang) -> CiteView {
    let config = &site.handbook.config;
    let own = &config.publications[publication];
    let edition = own.edition.iter().map(|edition| edition.get(lang).to_string());
    let edition = edition.chain(own.year.map(|year| year.to_string())).collect::<Vec<_>>().join(", ");
    let address = site.plan.absolute(site.plan.page(site.handbook.contents[publication], lang)).unwrap_or_default();
    let title = own.title.get(lang).to_string();
    let parts = [config.title.get(lang).to_string(), title, edition.clone(), address];
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push_str(if text.ends_with(['.', '?', '!', '…']) { " " } else { ". " });
        }
        text.push_str(part);
    }
    CiteView { edition, text }
}

/// What a reader can say of an entry's page; nothing of the home page.
pub fn feedback(site: &Inputs, id: EntryId, lang: Lang) -> Option<FeedbackView> {
    let entry = site.handbook.entry(id);
    if matches!(entry.kind, Kind::Home) {
        return None;
    }
    let (config, strings) = (&site.handbook.config, site.strings(lang));
    let title = entry.title(lang, config).0;
    let address = site.plan.absolute_page(id, lang).unwrap_or_else(|| site.plan.page(id, lang).to_string());
    let filled = |key: &str| strings.text(key).replace("{title}", &title).replace("{address}", &address);
    let about = filled("feedback.about");
    let mail = config.contacts.iter().find_map(|contact| contact.href.as_deref()?.strip_prefix("mailto:"));
    let to = mail.map(|mail| mail.split('?').next().unwrap_or(mail));
    let letter = |to: &str, subject: &str, said: &str| {
        let body = format!("{}\n\n{about}\n", strings.text(said)).replace('\n', "\r\n");
        let subject = format!("{}: {}", config.title.get(lang), strings.text(subject));
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        format!("mailto:{to}?subject={}&body={}", encoded(&subject), encoded(&body))
    };
    Some(FeedbackView {
        useful: to.map(|to| letter(to, "feedback.useful_subject", "feedback.useful_body")),
        wrong: to.map(|to| letter(to, "feedback.wrong_subject", "feedback.wrong_body")),
        text: format!("{about}\n{}", strings.text("feedback.wrong_body")),
    })
}
