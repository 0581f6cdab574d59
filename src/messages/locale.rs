//! The languages that the program speaks.

use icu_locale_core::{Locale as IcuLocale, locale};
use icu_plurals::{PluralCategory, PluralRules};

thread_local! {
    /// The plural rules of [`Locale::ALL`].
    static RULES: [Option<PluralRules>; 3] = {
        let rules = |locale: IcuLocale| PluralRules::try_new_cardinal(locale.into()).ok();
        [rules(locale!("en")), rules(locale!("ru")), rules(locale!("ky"))]
    };
}

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Locale {
    /// English, in which a message is written first.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Kyrgyz.
    Ky,
}

impl Locale {
    /// All of them, in the order of the catalogue.
    pub const ALL: [Locale; 3] = [Locale::En, Locale::Ru, Locale::Ky];

    /// BCP 47 code of the language.
    pub fn code(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Ru => "ru",
            Locale::Ky => "ky",
        }
    }

    /// The locale of a code or of the name of a system's locale, such as `ky`, `ky-KG` or `ky_KG.UTF-8`. `None` if the
    /// program does not speak it.
    pub fn of(name: &str) -> Option<Locale> {
        let language = name.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Locale::ALL.into_iter().find(|locale| locale.code().eq_ignore_ascii_case(language))
    }

    /// Its place in [`Locale::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Which of a word's forms stands beside a number.
    pub(super) fn form(self, number: u64) -> usize {
        let category = RULES.with(|rules| Some(rules[self.index()].as_ref()?.category_for(number)));
        match (self, category) {
            (_, Some(PluralCategory::One)) => 0,
            (Locale::Ru, Some(PluralCategory::Few)) => 1,
            (Locale::Ru, _) => 2,
            (Locale::En | Locale::Ky, _) => 1,
        }
    }
}
