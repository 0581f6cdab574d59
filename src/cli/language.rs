//! The language of messages: what `--lang` says, else the system's locale, else the first language of the site that the
//! program speaks, else English.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::ValueEnum;

use crate::diag::Diagnostics;
use crate::messages::Locale;
use crate::source::{self, File};
use crate::yaml::{self, Node};

/// A language of messages, as `--lang` takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// Kyrgyz
    Ky,
    /// Russian
    Ru,
    /// English
    En,
}

impl From<LangArg> for Locale {
    fn from(lang: LangArg) -> Locale {
        match lang {
            LangArg::Ky => Locale::Ky,
            LangArg::Ru => Locale::Ru,
            LangArg::En => Locale::En,
        }
    }
}

/// The variables that name the locale, the stronger first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// Commands whose own `--lang` is the language of pages.
const OF_PAGES: [&str; 3] = ["search", "analyze", "docs"];

/// The language of messages about a command line that was understood, and about the site in `site`.
pub fn choose(asked: Option<LangArg>, site: Option<&Path>) -> Locale {
    let said = asked.map(Locale::from).or_else(|| of_system(|name| std::env::var(name).ok()));
    said.or_else(|| of_site(site?)).unwrap_or_default()
}

/// The same about a command line that was not understood, or that asks for help.
pub fn guess(args: impl Iterator<Item = OsString>) -> Locale {
    let args: Vec<OsString> = args.collect();
    choose(asked(&args), Some(Path::new(".")))
}

/// What `--lang` says in arguments that may be wrong otherwise.
fn asked(args: &[OsString]) -> Option<LangArg> {
    let is_of_pages = |arg: &OsString| OF_PAGES.iter().any(|command| arg == command);
    let args: Vec<&OsStr> = args.iter().take_while(|arg| !is_of_pages(arg)).map(OsString::as_os_str).collect();
    let after = args.iter().skip(1).map(|next| next.to_str()).chain([None]);
    let values = args.iter().zip(after).filter_map(|(arg, next)| match arg.to_str()? {
        "--lang" => next,
        arg => arg.strip_prefix("--lang="),
    });
    values.into_iter().find_map(|value| LangArg::from_str(value, false).ok())
}

/// What the system's locale says: the strongest variable that is not empty decides. `C` is the computer's own language,
/// English; one that the program does not speak says nothing.
fn of_system(variable: impl Fn(&str) -> Option<String>) -> Option<Locale> {
    let name = VARIABLES.iter().find_map(|name| variable(name).filter(|value| !value.is_empty()))?;
    match name.split('.').next() {
        Some("C" | "POSIX") => Some(Locale::En),
        _ => Locale::of(&name),
    }
}

/// The first language of a site that the program speaks, whatever else may be wrong with site.yaml.
fn of_site(site: &Path) -> Option<Locale> {
    let file = File { path: source::SITE_FILE.into(), disk: site.join(source::SITE_FILE) };
    if !file.disk.exists() {
        return None;
    }
    let text = source::read_text(&file, &mut Diagnostics::new())?;
    let Ok(Node::Map(entries)) = yaml::parse(&text) else { return None };
    match entries.iter().find(|(key, _)| key == "languages")? {
        (_, Node::List(items)) => items.iter().find_map(|item| match item {
            Node::Text(code) => Locale::of(code),
            _ => None,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system(variables: &[(&str, &str)]) -> Option<Locale> {
        of_system(|name| variables.iter().find(|(own, _)| *own == name).map(|(_, value)| value.to_string()))
    }

    #[test]
    fn the_strongest_variable_decides() {
        assert_eq!(system(&[("LC_ALL", "ky_KG.UTF-8"), ("LANG", "ru_RU.UTF-8")]), Some(Locale::Ky));
        assert_eq!(system(&[("LC_ALL", ""), ("LC_MESSAGES", "ru"), ("LANG", "ky_KG")]), Some(Locale::Ru));
        assert_eq!(system(&[("LANG", "en_GB.UTF-8")]), Some(Locale::En));
        assert_eq!(system(&[("LANG", "C.UTF-8")]), Some(Locale::En));
        assert_eq!(system(&[("LC_ALL", "de_DE.UTF-8"), ("LANG", "ru_RU.UTF-8")]), None);
        assert_eq!(system(&[]), None);
    }

    #[test]
    fn lang_is_found_in_arguments_that_are_wrong_otherwise() {
        let found = |args: &str| asked(&args.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(found("bagyt --lang ky bild"), Some(LangArg::Ky));
        assert_eq!(found("bagyt build --lang=ru --colour"), Some(LangArg::Ru));
        assert_eq!(found("bagyt search --lang ky"), None);
        assert_eq!(found("bagyt --lang en search --lang ky"), Some(LangArg::En));
        assert_eq!(found("bagyt build --lang xx"), None);
    }

    #[test]
    fn the_first_language_of_the_site_that_is_spoken_counts() {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("content")).unwrap();
        let of = |text: &str| {
            std::fs::write(home.path().join(source::SITE_FILE), text).unwrap();
            of_site(home.path())
        };
        assert_eq!(of("languages: [ky, ru]\n"), Some(Locale::Ky));
        assert_eq!(of("languages: [kk, ru]\nwrong\n"), None);
        assert_eq!(of("languages: [kk, ru]\nwrong: 1\n"), Some(Locale::Ru));
        assert_eq!(of("title: А\n"), None);
    }
}
