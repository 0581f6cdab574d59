//! The site's own file, `content/site.yaml`.
//!
//! In: its text. Out: a [`SiteConfig`] and diagnostics. Never: reading any other file.

mod keys;

use std::sync::Arc;

use glob::{MatchOptions, Pattern};

use crate::diag::{Code, Diagnostics, Fix, latin, nearest};
use crate::lang::{Lang, Languages, Localised, known, known_codes};
use crate::messages::{Message, say};
use crate::yaml::{Fields, Origin, Path};

pub use keys::SITE;

/// A publication as site.yaml lists it.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Publication {
    /// Its folder under `content/` and the first part of its addresses.
    pub id: String,
    pub title: Localised,
    /// Its name at the top of every page, where the title is too long.
    pub short: Option<Localised>,
    pub summary: Option<Localised>,
    /// Name of one of the theme's hues.
    pub hue: Option<String>,
    /// Name of one of the theme's icons.
    pub icon: Option<String>,
    /// Which edition it is, and of which year.
    pub edition: Option<Localised>,
    pub year: Option<i64>,
    /// Whether its chapters have numbers, by which texts refer to them.
    pub numbered: bool,
    /// Where the entry stands in site.yaml.
    pub path: Path,
}

impl Publication {
    /// Its name where there is little room.
    pub fn short_title(&self) -> &Localised {
        self.short.as_ref().unwrap_or(&self.title)
    }
}

/// A line of the footer on how to reach the people behind the site.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Contact {
    pub label: Localised,
    pub text: Localised,
    /// `https:`, `mailto:` or `tel:` address.
    pub href: Option<String>,
}

/// For whom pages can be.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Audience {
    /// What pages call it.
    pub id: String,
    /// Its heading in the index by readers; for the usual ones, if the site says nothing else, a word of the interface.
    pub title: Option<Localised>,
    /// What stands on pages after «For»; the title, if there is none.
    pub to: Option<Localised>,
}

/// For whom pages can be in a site that says nothing of it.
pub const AUDIENCES: [&str; 7] = ["pupil", "parent", "teacher", "adviser", "employer", "director", "graduate"];

/// Most kinds of readers that a site names.
const MAX_AUDIENCES: usize = 40;

/// Files that are published though no page uses them.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Publish {
    pattern: Pattern,
    /// Where it stands in site.yaml.
    pub path: Path,
}

impl Publish {
    /// Whether a path under `content/` is meant. One star stays in its folder.
    pub fn matches(&self, path: &str) -> bool {
        let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
        self.pattern.matches_with(path, options)
    }

    /// The pattern as it is written.
    pub fn text(&self) -> &str {
        self.pattern.as_str()
    }
}

/// What `content/site.yaml` says.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct SiteConfig {
    pub title: Localised,
    pub tagline: Option<Localised>,
    pub languages: Languages,
    /// Address of the published site, without a slash at its end.
    pub base_url: Option<String>,
    pub publications: Vec<Publication>,
    /// For whom pages can be, in the order of the index by readers.
    pub audiences: Vec<Audience>,
    pub contacts: Vec<Contact>,
    /// Who publishes the site; Markdown.
    pub imprint: Option<Localised>,
    /// Under which licence the content may be used; Markdown.
    pub license: Option<Localised>,
    /// Whether pages may hold raw HTML (which is cleaned by an allow-list).
    pub raw_html: bool,
    /// Folder of the theme under `themes/`.
    pub theme: String,
    /// Files to publish though no page uses them.
    pub publish: Vec<Publish>,
    /// Files to publish as they are, with whatever runs in them.
    pub trusted: Vec<Publish>,
    /// Its texts that are missing in a language, and where they would stand.
    pub untranslated: Vec<(Lang, Path)>,
    pub origin: Origin,
}

/// Reads `content/site.yaml`. `None` if so much is wrong that nothing can be built from it; diagnostics say what.
pub fn read(file: &Arc<str>, text: &str, out: &mut Diagnostics) -> Option<SiteConfig> {
    if crate::source::report_conflicts(file, text, |_| false, out) {
        return None;
    }
    let origin = Origin { file: file.clone(), first_line: 0 };
    let node = crate::yaml::document(text, &origin, out)?;
    let mut fields = Fields::new(&node, &origin, Path::default(), out)?;
    let mut languages = languages(&mut fields, &origin)?;
    required(&mut fields, &mut languages, &origin);
    fallback(&mut fields, &mut languages, &origin);
    let title = fields.required_localised("title", &languages);
    let config = SiteConfig {
        tagline: fields.localised("tagline", &languages).map(|(_, texts)| texts),
        base_url: base_url(&mut fields, &origin),
        publications: publications(&mut fields, &languages, &origin),
        audiences: audiences(&mut fields, &languages, &origin),
        contacts: fields.maps("contacts", |f| contact(f, &languages, &origin)),
        imprint: fields.localised("imprint", &languages).map(|(_, texts)| texts),
        license: fields.localised("license", &languages).map(|(_, texts)| texts),
        raw_html: fields.flag("raw_html").unwrap_or(false),
        theme: fields.text("theme").unwrap_or_else(|| "default".into()),
        publish: publish(&mut fields, "publish", &origin),
        trusted: publish(&mut fields, "trusted", &origin),
        title: title.map_or_else(|| Localised::alike(String::new(), &languages), |(_, texts)| texts),
        languages,
        untranslated: Vec::new(),
        origin: origin.clone(),
    };
    fields.finish();
    Some(SiteConfig { untranslated: out.take_untranslated(), ..config })
}

fn languages(fields: &mut Fields, origin: &Origin) -> Option<Languages> {
    let mut codes = Vec::new();
    let mut unknown = Vec::new();
    let listed = fields.text_list("languages");
    for (path, code) in &listed {
        match known_codes().find(|known| known == code) {
            Some(known) if !codes.contains(&known) => codes.push(known),
            Some(_) => {
                let message = say::language_is_listed_twice(code);
                fields.out().add(Code::RecordDuplicateId, origin.place(path), message, say::remove_one_of_two());
            }
            None => {
                let near = meant_language(code).filter(|near| !listed.iter().any(|(_, code)| code == near));
                let message = say::language_is_not_known(code);
                let known = say::known_are(known_codes().collect::<Vec<_>>().join("`, `"));
                let help = match near {
                    Some(near) => say::did_you_mean_or(near, known),
                    None => say::remove_others(known),
                };
                let fix = Fix::nearest(code, near);
                fields.out().add_fix(Code::YamlBadValue, origin.place(path), message, help, fix);
                // The rest is read as if the right code stood there: one slip, one message.
                codes.extend(near.filter(|near| !codes.contains(near)));
                unknown.push(code.clone());
            }
        }
    }
    if listed.is_empty() {
        return Some(Languages::usual());
    }
    (!codes.is_empty()).then_some(Languages::new(codes, unknown))
}

/// `required: [ky, ru]`: in which languages everything must be written.
fn required(fields: &mut Fields, languages: &mut Languages, origin: &Origin) {
    for (path, code) in fields.text_list("required") {
        if let Some(lang) = language_of_site(&code, &path, languages, origin, fields.out()) {
            languages.require(lang);
        }
    }
}

/// `fallback: {en: [ru, ky]}`: in which order other languages stand in for one.
fn fallback(fields: &mut Fields, languages: &mut Languages, origin: &Origin) {
    let Some(mut inner) = fields.map("fallback") else { return };
    for (lang, code) in languages.codes() {
        let mut first = Vec::new();
        for (path, other) in inner.text_list(code) {
            first.extend(language_of_site(&other, &path, languages, origin, inner.out()));
        }
        languages.prefer(lang, &first);
    }
    inner.finish();
}

/// The language of a code, which must be one of the site's.
fn language_of_site(
    code: &str,
    path: &Path,
    languages: &Languages,
    origin: &Origin,
    out: &mut Diagnostics,
) -> Option<Lang> {
    let found = languages.find(code);
    // What is wrong with a code that `languages` lists has been said there.
    if found.is_none() && !languages.is_refused(code) {
        let codes: Vec<&str> = languages.codes().map(|(_, code)| code).collect();
        let near = meant_language(code).filter(|near| codes.contains(near));
        let known = say::languages_lists(codes.join("`, `"));
        let help = near.map_or_else(|| known.clone(), |near| say::did_you_mean_or(near, &known));
        let message = say::site_has_no_language(code);
        out.add_fix(Code::YamlBadValue, origin.place(path), message, help, Fix::nearest(code, near));
    }
    found
}

/// The language that a code or a name stands for which is not known: another code of it, its name, or a slip.
fn meant_language(code: &str) -> Option<&'static str> {
    let code = code.to_lowercase();
    let named = known().iter().find(|pack| pack.also.contains(&code)).map(|pack| pack.code);
    named.or_else(|| nearest(&latin(&code), known_codes()))
}

fn base_url(fields: &mut Fields, origin: &Origin) -> Option<String> {
    let url = fields.text("base_url")?;
    match clean_base_url(&url) {
        Ok(url) => Some(url),
        Err(message) => {
            let place = origin.place(&fields.path().key("base_url"));
            let whole = crate::web_address::whole(&url).filter(|whole| clean_base_url(whole).is_ok());
            let help = match &whole {
                Some(whole) => say::write_it_with_its_beginning(whole),
                None => say::write_it_like_https_example_kg_handbook(),
            };
            fields.out().add_fix(Code::YamlBadValue, place, message, help, Fix::nearest(&url, whole.as_deref()));
            None
        }
    }
}

/// Checks the address of the published site and removes the slash at its end.
///
/// # Errors
/// A sentence on what is wrong: another scheme than http or https, no host, a query or white space.
pub fn clean_base_url(url: &str) -> Result<String, Message> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let ok = rest.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or("");
        !host.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/%@[]".contains(c))
    });
    if ok { Ok(url.trim_end_matches('/').to_string()) } else { Err(say::is_not_address_of_site(url)) }
}

/// Most publications of a site: each has a place at the top of every page.
const MAX_PUBLICATIONS: usize = 100;

/// Most patterns under `publish`: each is compared with every file.
const MAX_PATTERNS: usize = 200;

fn publications(fields: &mut Fields, languages: &Languages, origin: &Origin) -> Vec<Publication> {
    let publications = fields.maps("publications", |f| {
        let path = f.path().clone();
        let id = f.required_text("id");
        let title = f.required_localised("title", languages);
        let publication = Publication {
            short: f.localised("short", languages).map(|(_, texts)| texts),
            summary: f.localised("summary", languages).map(|(_, texts)| texts),
            hue: f.text("hue"),
            icon: f.text("icon"),
            edition: f.localised("edition", languages).map(|(_, texts)| texts),
            year: year(f),
            numbered: f.flag("numbered").unwrap_or(false),
            path,
            // A publication whose title is at fault is still one: its pages are not called unlisted.
            title: title.map_or_else(|| Localised::alike(String::new(), languages), |(_, texts)| texts),
            id: id?,
        };
        Some(publication)
    });
    let help = say::make_several_of_them_chapters_of_one();
    let fits = fields.at_most(MAX_PUBLICATIONS, publications.len(), "publications", say::publications(), help);
    let mut kept: Vec<Publication> = Vec::new();
    for publication in publications.into_iter().filter(|_| fits) {
        let place = origin.place(&publication.path.key("id"));
        if let Some(other) = kept.iter().find(|other| other.id.eq_ignore_ascii_case(&publication.id)) {
            let (code, message) = if other.id == publication.id {
                (Code::RecordDuplicateId, say::publication_is_listed_twice(&publication.id))
            } else {
                (Code::AddressCase, say::and_are_same_folder_on_windows(&other.id, &publication.id))
            };
            fields.out().add(code, place, message, say::remove_or_rename_one_of_two());
        } else if let Err(problem) = crate::address::check_name(&publication.id) {
            fields.out().add(problem.code, place, problem.message, problem.help);
        } else {
            kept.push(publication);
        }
    }
    kept
}

/// The year of a publication.
fn year(fields: &mut Fields) -> Option<i64> {
    let (least, most) = keys::YEARS;
    let year = fields.integer("year")?;
    if !(least..=most).contains(&year) {
        fields.bad_value("year", say::is_not_number(year, least, most), say::write_number_from(least, most));
        return None;
    }
    Some(year)
}

fn audiences(fields: &mut Fields, languages: &Languages, origin: &Origin) -> Vec<Audience> {
    if fields.get("audiences").is_none() {
        let usual = |id: &str| Audience { id: id.to_string(), title: None, to: None };
        return AUDIENCES.into_iter().map(usual).collect();
    }
    let audiences = fields.maps("audiences", |f| {
        let path = f.path().key("id");
        let id = f.required_text("id");
        let is_usual = id.as_deref().is_some_and(|id| AUDIENCES.contains(&id));
        let title = match is_usual {
            true => f.localised("title", languages),
            false => f.required_localised("title", languages),
        };
        let to = f.localised("to", languages).map(|(_, texts)| texts);
        Some((path, Audience { id: id?, title: title.map(|(_, texts)| texts), to }))
    });
    let help = say::keep_those_whose_readers_look_for_pages();
    let fits = fields.at_most(MAX_AUDIENCES, audiences.len(), "audiences", say::kinds_of_readers(), help);
    let mut kept: Vec<Audience> = Vec::new();
    for (path, audience) in audiences.into_iter().filter(|_| fits) {
        let place = origin.place(&path);
        if kept.iter().any(|other| other.id == audience.id) {
            let message = say::id_is_given_twice(&audience.id);
            fields.out().add(Code::RecordDuplicateId, place, message, say::give_each_item_its_own_id());
        } else if let Err(problem) = crate::address::check_name(&audience.id) {
            fields.out().add(problem.code, place, problem.message, problem.help);
        } else {
            kept.push(audience);
        }
    }
    kept
}

/// What is wrong with a pattern, which the library says in English.
fn pattern_fault(error: &glob::PatternError) -> Message {
    match error.msg {
        said if said.contains("range") => say::invalid_range_pattern(),
        said if said.contains("component") => say::recursive_wildcards_must_form_a_component(),
        _ => say::wildcards_are_regular_or_recursive(),
    }
}

fn publish(fields: &mut Fields, key: &'static str, origin: &Origin) -> Vec<Publish> {
    let mut patterns = Vec::new();
    let written = fields.text_list(key);
    let help = say::write_one_pattern_for_several_files_handbook();
    let fits = fields.at_most(MAX_PATTERNS, written.len(), key, say::patterns(), help);
    for (path, text) in written.into_iter().filter(|_| fits) {
        match Pattern::new(&text) {
            Ok(pattern) => patterns.push(Publish { pattern, path }),
            Err(error) => {
                let message = say::is_not_pattern_of_paths(&text, pattern_fault(&error));
                let help = say::write_handbook_plan_docx_handbook_pdf();
                fields.out().add(Code::YamlBadValue, origin.place(&path), message, help);
            }
        }
    }
    patterns
}

fn contact(fields: &mut Fields, languages: &Languages, origin: &Origin) -> Option<Contact> {
    let label = fields.required_localised("label", languages);
    let text = fields.required_localised("text", languages);
    let href = fields.text("href");
    let contact = Contact { label: label?.1, text: text?.1, href };
    let ok = |href: &str| ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme));
    if let Some(href) = contact.href.as_deref().filter(|href| !ok(href)) {
        let place = origin.place(&fields.path().key("href"));
        let message = say::is_not_address_that_contact_can_have(href);
        let whole = crate::web_address::whole(href);
        let help = match &whole {
            Some(whole) => say::write_plainly(whole),
            None => say::write_whole_address_that_begins_with_https(),
        };
        fields.out().add_fix(Code::LinkUnsafe, place, message, help, Fix::nearest(href, whole.as_deref()));
    }
    Some(contact)
}
