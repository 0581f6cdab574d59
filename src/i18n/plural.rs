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

/// The plural forms of a language and, last, that of every number up to 199, by its place among them in a digit each: those of
/// larger ones repeat by the hundred. For scripts, for browsers do not all know the rules of Kyrgyz.
pub fn form_table(code: &str) -> String {
    let forms = required_forms(code);
    let rules = rules(code);
    let category = |n: u64| rules.as_ref().map_or("other", |rules| name(rules.category_for(n)));
    let digit = |n| forms.iter().position(|form| *form == category(n)).unwrap_or(0).to_string();
    format!("{} {}", forms.join(" "), (0..200).map(digit).collect::<String>())
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
    fn the_table_for_scripts_says_the_same() {
        for code in ["ky", "ru"] {
            let table = form_table(code);
            let forms: Vec<&str> = table.split(' ').collect();
            let (digits, forms) = forms.split_last().expect("digits");
            for n in 0..2_000u64 {
                let at = if n < 200 { n } else { 100 + n % 100 };
                let form = digits.chars().nth(at as usize).and_then(|digit| digit.to_digit(10)).expect("200 digits");
                assert_eq!(forms[form as usize], category(code, n), "{code} {n}");
            }
        }
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
