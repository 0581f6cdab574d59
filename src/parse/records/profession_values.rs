//! Values of a profession that are written in shapes of their own.

use jiff::civil::Date;

use super::Reader;
use crate::define::{Field, Need, Read, Reads, Seen, Shape, Shaped};
use crate::diag::{Code, Fix};
use crate::lang::Lang;
use crate::messages::say;
use crate::yaml::{Fields, Node};

/// How often a condition of work holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Often {
    Never,
    Sometimes,
    Often,
}

impl Often {
    pub(super) const NAMES: &[&str] = &["never", "sometimes", "often"];

    /// The word in records.
    pub fn name(self) -> &'static str {
        Often::NAMES[self as usize]
    }

    pub(super) fn of(name: &str) -> Often {
        match name {
            "never" => Often::Never,
            "sometimes" => Often::Sometimes,
            _ => Often::Often,
        }
    }
}

/// The conditions of work that every profession tells.
pub const CONDITIONS: [&str; 7] = ["outdoor", "shift", "physical", "travel", "team", "screen", "noise_dust"];

/// How often each of [`CONDITIONS`] holds.
pub type Conditions = [Often; CONDITIONS.len()];

/// Interests after Holland, each 0–100, in the order of [`Interests::LETTERS`].
///
/// Source of the model: J. L. Holland, Making Vocational Choices (1997). The numbers are the editors' estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interests(pub [u8; 6]);

impl Interests {
    /// Realistic, investigative, artistic, social, enterprising, conventional.
    pub const LETTERS: [&str; 6] = ["R", "I", "A", "S", "E", "C"];
    /// A letter below this is no interest of the profession.
    const LOW: u8 = 40;
    /// A profile whose letters differ by less says nothing.
    const FLAT: u8 = 25;

    /// Numbers of the letters that describe the profession, the strongest first: at most three. Equal ones stand in the
    /// order of the letters.
    pub fn code(&self) -> Vec<usize> {
        let mut letters: Vec<usize> = (0..6).filter(|letter| self.0[*letter] >= Interests::LOW).collect();
        letters.sort_by_key(|letter| std::cmp::Reverse(self.0[*letter]));
        letters.truncate(3);
        letters
    }

    /// `R-I-S`: the letters that describe the profession.
    pub fn written(&self) -> String {
        self.code().into_iter().map(|letter| Interests::LETTERS[letter]).collect::<Vec<_>>().join("-")
    }

    /// Whether all letters are nearly alike.
    pub fn is_flat(&self) -> bool {
        let (low, high) = (self.0.iter().min(), self.0.iter().max());
        matches!((low, high), (Some(low), Some(high)) if high - low < Interests::FLAT)
    }
}

/// The shortest and the longest of several times, in months.
pub type Months = (u16, u16);

/// When a human editor confirmed what; `None` while it is a draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Review {
    /// The text in each language.
    pub texts: Vec<Option<Date>>,
    pub facts: Option<Date>,
}

impl Review {
    /// Whether something still has to be confirmed.
    pub fn is_draft(&self) -> bool {
        self.facts.is_none() || self.texts.iter().any(Option::is_none)
    }

    /// When the text in a language was confirmed.
    pub fn text(&self, lang: Lang) -> Option<Date> {
        self.texts[lang.index()]
    }
}

/// A condition, as its table has it.
const fn condition(key: &'static str, label: crate::define::Words) -> Field {
    let help = ["never, sometimes, often", "never, sometimes, often", "never, sometimes, often"];
    Field::of::<&'static str>(key).choices(Often::NAMES, "often.").example("sometimes").say(label, help)
}

const CONDITION_FIELDS: &[Field] = &[
    condition("outdoor", ["Тышта", "На улице", "Outdoors"]),
    condition("shift", ["Нөөмөт, түн, майрам", "Смены, ночи, праздники", "Shifts, nights, holidays"]),
    condition("physical", ["Дене күчү", "Физическая нагрузка", "Physical effort"]),
    condition("travel", ["Жол жүрүү", "Разъезды", "Travel"]),
    condition("team", ["Топ менен", "В команде", "In a team"]),
    condition("screen", ["Экран алдында", "За экраном", "At a screen"]),
    condition("noise_dust", ["Ызы-чуу, чаң, жыт", "Шум, пыль, запахи", "Noise, dust, smells"]),
];

impl Shaped for Conditions {
    const SHAPE: Shape = Shape::Group(CONDITION_FIELDS);
    fn see(&self) -> Seen<'_> {
        Seen::Group(CONDITION_FIELDS.iter().zip(self.iter().map(|often| Seen::Choice(often.name()))).collect())
    }
}

impl<'r> Read<Reader<'r>> for Conditions {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Conditions> {
        let mut inner = fields.map(field.key)?;
        let mut all = [Often::Never; CONDITIONS.len()];
        let mut complete = true;
        for (condition, field) in all.iter_mut().zip(CONDITION_FIELDS) {
            match <&'static str>::take(field, reader, &mut inner) {
                Some(often) => *condition = Often::of(often),
                None => complete = false,
            }
        }
        inner.finish();
        complete.then_some(all)
    }
}

/// A letter of [`Interests`], as its table has it.
const fn interest(key: &'static str, label: crate::define::Words) -> Field {
    let help = ["0–100", "0–100", "0 to 100"];
    Field::of::<u8>(key).range(0, 100).example("0").say(label, help)
}

const INTEREST_FIELDS: &[Field] = &[
    interest("R", ["Кол, техника", "Руки, техника", "Realistic"]),
    interest("I", ["Изилдөө", "Исследование", "Investigative"]),
    interest("A", ["Чыгармачылык", "Творчество", "Artistic"]),
    interest("S", ["Адамдарга жардам", "Помощь людям", "Social"]),
    interest("E", ["Ишкердик, жетектөө", "Предпринимательство", "Enterprising"]),
    interest("C", ["Тартип, эсеп", "Порядок, учёт", "Conventional"]),
];

impl Shaped for Interests {
    const SHAPE: Shape = Shape::Group(INTEREST_FIELDS);
    fn see(&self) -> Seen<'_> {
        Seen::Group(INTEREST_FIELDS.iter().zip(self.0.map(|value| Seen::Number(i64::from(value)))).collect())
    }
}

impl<'r> Read<Reader<'r>> for Interests {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Interests> {
        let mut inner = fields.map(field.key)?;
        let letters = INTEREST_FIELDS.iter().map(|letter| u8::take(letter, reader, &mut inner));
        let letters: Vec<Option<u8>> = letters.collect();
        inner.finish();
        let letters: Option<Vec<u8>> = letters.into_iter().collect();
        let interests = Interests(letters?.try_into().ok()?);
        if interests.is_flat() {
            let place = reader.origin().place(&fields.path().key(field.key));
            let help = say::let_letters_that_matter_stand_out_highest();
            fields.out().add(Code::ProfessionFlatInterests, place, say::interests_are_all_nearly_alike(), help);
        }
        Some(interests)
    }
}

impl Shaped for Months {
    const SHAPE: Shape = Shape::Months;
    fn see(&self) -> Seen<'_> {
        Seen::List(vec![Seen::Number(i64::from(self.0)), Seen::Number(i64::from(self.1))])
    }
}

/// `months: 3` or `months: [1, 3]`.
impl<'r> Read<Reader<'r>> for Months {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Months> {
        let (path, node) = fields.get(field.key)?;
        let number = |node: &Node| match node {
            Node::Integer(value) => u16::try_from(*value).ok().filter(|months| (1..=120).contains(months)),
            _ => None,
        };
        let found = match node {
            Node::List(items) => match items.as_slice() {
                [from, to] => number(from).zip(number(to)).filter(|(from, to)| from <= to),
                _ => None,
            },
            one => number(one).map(|months| (months, months)),
        };
        if found.is_none() {
            let help = say::write_months_months_or_least_and_most();
            fields.out().add(
                Code::YamlBadValue,
                reader.origin().place(&path),
                say::this_is_not_number_of_months(),
                help,
            );
        }
        found
    }
}

impl Shaped for Review {
    const SHAPE: Shape = Shape::Review;
    const NEED: Need = Need::Optional;
    fn see(&self) -> Seen<'_> {
        Seen::Review(&self.texts, self.facts)
    }
}

impl<'r> Read<Reader<'r>> for Review {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Review> {
        let codes: Vec<&'static str> = reader.languages().codes().map(|(_, code)| code).collect();
        let mut review = Review { texts: vec![None; codes.len()], facts: None };
        let Some(mut states) = fields.map(field.key) else { return Some(review) };
        for (text, code) in review.texts.iter_mut().zip(codes) {
            *text = state(reader, &mut states, code);
        }
        review.facts = state(reader, &mut states, "facts");
        states.finish();
        Some(review)
    }

    fn take(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<Review> {
        Self::find(field, reader, fields)
    }
}

/// `draft`, or the day on which a human editor confirmed it.
fn state(reader: &Reader, states: &mut Fields, key: &'static str) -> Option<Date> {
    let text = states.text(key).filter(|text| text != "draft")?;
    let date = text.parse::<Date>().ok();
    if date.is_none() {
        let place = reader.origin().place(&states.path().key(key));
        let problem = crate::yaml::date_problem(&text);
        let help = match &problem.with {
            Some(_) => problem.help,
            None => say::write_draft_or_day_on_which_editor(),
        };
        let fix = Fix::nearest(&text, problem.with.as_deref());
        states.out().add_fix(Code::YamlBadValue, place, problem.message, help, fix);
    }
    date
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Interests;

    #[test]
    fn the_code_names_the_strongest_letters() {
        assert_eq!(Interests([80, 20, 45, 30, 30, 45]).code(), [0, 2, 5], "equal ones stand in the order of letters");
        assert_eq!(Interests([39, 20, 10, 90, 0, 0]).code(), [3], "what is low is no interest");
        assert_eq!(Interests([90, 80, 70, 60, 50, 40]).code(), [0, 1, 2], "three at most");
        assert!(Interests([50, 50, 60, 50, 40, 64]).is_flat());
        assert!(!Interests([50, 50, 65, 50, 40, 64]).is_flat());
    }

    proptest! {
        #[test]
        fn a_code_is_sorted_by_strength_and_names_each_letter_once(values in proptest::array::uniform6(0u8..=100)) {
            let interests = Interests(values);
            let code = interests.code();
            prop_assert!(code.windows(2).all(|pair| values[pair[0]] >= values[pair[1]] && pair[0] != pair[1]));
            let left_out = (0..6).filter(|letter| !code.contains(letter) && values[*letter] >= 40);
            let weakest = code.last().map_or(100, |letter| values[*letter]);
            prop_assert!(left_out.into_iter().all(|letter| code.len() == 3 && values[letter] <= weakest));
        }
    }
}
