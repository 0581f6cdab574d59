//! What the content names of the theme, and the licence line.

use crate::config::SiteConfig;
use crate::diag::{Code, Diagnostics, Place, did_you_mean};
use crate::lang::Localised;
use crate::messages::{Message, say};
use crate::parse::markdown::{self, Writing};
use crate::parse::{Phrases, Text};
use crate::plan::Inputs;
use crate::resolve::Handbook;
use crate::theme::Theme;

/// Reports icons and hues that the theme does not have, and a licence line that cannot be shown.
pub fn check(site: &Inputs, out: &mut Diagnostics) {
    check_names(site.handbook, site.theme, out);
    license(&site.handbook.config, out);
    imprint(&site.handbook.config, out);
}

const ICONS: Message = say::icons_are_files_in_theme_folder_icons();

/// Every icon and hue that the content names must be one of the theme's.
fn check_names(handbook: &Handbook, theme: &Theme, out: &mut Diagnostics) {
    let mut unknown =
        |message: Message, name: &str, known: &mut dyn Iterator<Item = &str>, otherwise: Message, place: Place| {
            out.add(Code::YamlBadValue, place, message, did_you_mean(name, known, otherwise));
        };
    let mut icons: Vec<(&str, Place)> = Vec::new();
    for publication in &handbook.config.publications {
        let place = |key: &str| handbook.config.origin.place(&publication.path.key(key));
        icons.extend(publication.icon.as_deref().map(|icon| (icon, place("icon"))));
        if let Some(hue) = publication.hue.as_ref().filter(|hue| !theme.hues.contains(hue)) {
            let message = say::theme_has_no_hue(hue);
            let otherwise = say::theme_has(theme.hues.join("`, `"));
            unknown(message, hue, &mut theme.hues.iter().map(String::as_str), otherwise, place("hue"));
        }
    }
    if let Some(home) = handbook.entry(handbook.home).home() {
        icons.extend(home.doors.iter().map(|door| (door.icon.as_str(), home.origin.place(&door.icon_path))));
    }
    for (icon, place) in icons.into_iter().filter(|(icon, _)| !theme.icons.contains(*icon)) {
        let message = say::theme_has_no_icon(icon);
        unknown(message, icon, &mut theme.icons.iter().map(String::as_str), ICONS, place);
    }
}

/// The licence line as HTML, one text a language.
pub fn license(config: &SiteConfig, out: &mut Diagnostics) -> Vec<String> {
    let help = (say::licence_line_can_only_link_to_other(), say::use_whole_addresses_https_in_this_line());
    written(config, "license", config.license.as_ref(), markdown::inline, help, out)
}

/// Who publishes the site, as HTML, one text a language.
pub fn imprint(config: &SiteConfig, out: &mut Diagnostics) -> Vec<String> {
    let help = (say::imprint_can_only_link_to_other(), say::use_whole_addresses_in_this_text());
    written(config, "imprint", config.imprint.as_ref(), markdown::blocks, help, out)
}

/// A text of site.yaml as HTML. It belongs to no page, so it has nothing to be linked from.
fn written(
    config: &SiteConfig,
    key: &str,
    text: Option<&Localised>,
    write: fn(&str, &mut Writing) -> Text,
    (message, help): (Message, Message),
    out: &mut Diagnostics,
) -> Vec<String> {
    let Some(text) = text else { return vec![String::new(); config.languages.len()] };
    let place = config.origin.place(&crate::yaml::Path::default().key(key));
    let phrases = Phrases::default();
    let mut links = Vec::new();
    let texts = text.map(|_, text| {
        let at = |_: std::ops::Range<usize>| place.clone();
        let mut writing = Writing { phrases: &phrases, raw_html: false, place: &at, links: &mut links, out };
        crate::text::html::plain(&write(text, &mut writing))
    });
    let texts = config.languages.iter().map(|lang| texts.get(lang).to_string()).collect();
    if !links.is_empty() {
        out.add(Code::LinkUnsafe, place, message, help);
    }
    texts
}
