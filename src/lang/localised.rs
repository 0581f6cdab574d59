//! Something in several languages, some of which may lack it.

use super::{Lang, Languages};

/// Something in at least one language of the site: a text, or what became of one. A language that lacks it is given that of
/// another, and everybody can ask which.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Localised<T = String>(Vec<Version<T>>);

/// What there is in one language. With a text in it, it takes no more room than the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Version<T> {
    Own(T),
    /// It is missing; a reader is shown that of this language, which has its own.
    Of(Lang),
}

impl<T> Localised<T> {
    /// One version a language, in the order of the site's languages, where there is one. `None` if there is none at all.
    pub fn new(versions: Vec<Option<T>>, languages: &Languages) -> Option<Localised<T>> {
        let has: Vec<bool> = versions.iter().map(Option::is_some).collect();
        let version = |(version, lang): (Option<T>, Lang)| match version {
            Some(own) => Some(Version::Own(own)),
            None => languages.shown(lang, |lang| has[lang.index()]).map(Version::Of),
        };
        versions.into_iter().zip(languages.iter()).map(version).collect::<Option<Vec<_>>>().map(Localised)
    }

    /// A version for every language, in the order of the site's languages.
    pub fn whole(versions: Vec<T>) -> Localised<T> {
        Localised(versions.into_iter().map(Version::Own).collect())
    }

    /// What a reader of a language is shown, and the language that it is in.
    pub fn shown(&self, lang: Lang) -> (&T, Lang) {
        let at = match &self.0[lang.index()] {
            Version::Own(own) => return (own, lang),
            Version::Of(other) => *other,
        };
        match &self.0[at.index()] {
            Version::Own(own) => (own, at),
            // What stands in for another has its own.
            Version::Of(_) => self.shown(at),
        }
    }

    /// What there is in a language itself.
    pub fn own(&self, lang: Lang) -> Option<&T> {
        match &self.0[lang.index()] {
            Version::Own(own) => Some(own),
            Version::Of(_) => None,
        }
    }

    /// The versions that there are, with their languages.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.0.iter().enumerate().filter_map(|(index, version)| match version {
            Version::Own(own) => Some((Lang(index as u8), own)),
            Version::Of(_) => None,
        })
    }

    /// The same with something made of each version that there is.
    pub fn map<U>(&self, mut make: impl FnMut(Lang, &T) -> U) -> Localised<U> {
        let made = |(index, version): (usize, &Version<T>)| match version {
            Version::Own(own) => Version::Own(make(Lang(index as u8), own)),
            Version::Of(other) => Version::Of(*other),
        };
        Localised(self.0.iter().enumerate().map(made).collect())
    }
}

impl<T: Clone> Localised<T> {
    /// The same in every language: what needs no translation.
    pub fn alike(all: T, languages: &Languages) -> Localised<T> {
        Localised::whole(vec![all; languages.len()])
    }
}

impl Localised<String> {
    /// The text that a reader of a language is shown.
    pub fn get(&self, lang: Lang) -> &str {
        self.shown(lang).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_version_is_that_of_the_language_that_stands_in() {
        let languages = Languages::new(vec!["ru", "ky", "en"], Vec::new());
        let [ru, ky, en] = [Lang(0), Lang(1), Lang(2)];
        let text = |texts: [Option<&str>; 3]| {
            Localised::new(texts.into_iter().map(|text| text.map(str::to_string)).collect(), &languages)
        };
        let half = text([None, Some("үй"), None]).expect("one is enough");
        assert_eq!((half.get(ru), half.shown(en).1, half.own(en)), ("үй", ky, None));
        assert_eq!(half.iter().collect::<Vec<_>>(), [(ky, &"үй".to_string())]);
        let long = half.map(|_, text| text.len());
        assert_eq!(long.shown(ru), (&4, ky));
        assert_eq!(text([None, None, None]), None);
    }

    #[test]
    fn the_choice_takes_no_room() {
        assert_eq!(size_of::<Version<String>>(), size_of::<String>());
    }
}
