//! Plural forms after CLDR, by ICU4X.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

fn rules(code: &str) -> Option<PluralRules> {
    let locale: Locale = code.parse().ok()?;
    PluralRules::try_new_cardinal(locale.into()).ok()
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The plural form that a number takes in a language: `one`, `few`, …
pub fn category(code: &str, n: u64) -> &'static str {
    rules(code).map_or("other", |rules| name(rules.category_for(n)))
}

/// The plural forms that a language has for whole numbers and fractions.
pub fn required_forms(code: &str) -> Vec<&'static str> {
    rules(code).map_or_else(|| vec!["other"], |rules| rules.categories().map(name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kyrgyz_has_two_forms_and_russian_four() {
        assert_eq!(required_forms("ky"), ["one", "other"]);
        assert_eq!(required_forms("ru"), ["one", "few", "many", "other"]);
    }

    #[test]
    fn twenty_one_is_other_in_kyrgyz_and_one_in_russian() {
        assert_eq!(category("ky", 1), "one");
        assert_eq!(category("ky", 21), "other");
        assert_eq!(category("ru", 21), "one");
        assert_eq!(category("ru", 3), "few");
        assert_eq!(category("ru", 11), "many");
    }
}
