//! What is wrong with a text that was to be a date.

use crate::messages::{Message, say};

use jiff::civil::Date;

/// A message that says why a text is no date, how to write it, and that date if it is clear which is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateProblem {
    pub message: Message,
    pub help: Message,
    pub with: Option<String>,
}

const MONTHS: [fn() -> Message; 12] = [
    say::january,
    say::february,
    say::march,
    say::april,
    say::may,
    say::june,
    say::july,
    say::august,
    say::september,
    say::october,
    say::november,
    say::december,
];

/// How the names of the months begin in Russian, from which Kyrgyz has them.
const NAMES: [&[&str]; 12] = [
    &["янв"],
    &["фев"],
    &["мар"],
    &["апр"],
    &["май", "мая"],
    &["июн"],
    &["июл"],
    &["авг"],
    &["сен"],
    &["окт"],
    &["ноя"],
    &["дек"],
];

/// Says what is wrong with `text`, which is not a date of the form 2026-11-21.
pub fn date_problem(text: &str) -> DateProblem {
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let month_name = || NAMES.iter().position(|names| names.iter().any(|name| text.to_lowercase().contains(name)));
    match numbers.as_slice() {
        [year, month, day, _, ..] if year.len() == 4 && text.contains(':') => with_time(text, year, month, day),
        [year, month, day] if year.len() == 4 => whole(text, year, month, day),
        [day, month, year] if year.len() == 4 => whole(text, year, month, day),
        [day, year] if year.len() == 4 && month_name().is_some() => {
            let month = (month_name().unwrap_or(0) + 1).to_string();
            whole(text, year, &month, day)
        }
        [year, month] if year.len() == 4 => no_day(text, year, month),
        [month, year] if year.len() == 4 => no_day(text, year, month),
        [year] if year.len() == 4 && *year == text => {
            let date = format!("{year}-01-01");
            let help = say::write_month_and_day_too(&date);
            problem(text, say::it_has_no_month_and_no_day(), help, Some(date))
        }
        _ => DateProblem { message: say::is_not_a_date(text), help: say::write_year_month_day(), with: None },
    }
}

fn problem(text: &str, why: Message, help: Message, with: Option<String>) -> DateProblem {
    DateProblem { message: say::is_not_a_date_because(text, why), help, with }
}

fn number(text: &str) -> i16 {
    text.parse().unwrap_or(-1)
}

fn with_time(text: &str, year: &str, month: &str, day: &str) -> DateProblem {
    let found = whole(text, year, month, day);
    if let Some(date) = found.with.as_deref().filter(|date| text.starts_with(date)) {
        let help = say::leave_time_out(date);
        return problem(text, say::it_has_time(), help, found.with);
    }
    found
}

fn no_day(text: &str, year: &str, month: &str) -> DateProblem {
    let month = number(month);
    if (1..=12).contains(&month) {
        let date = format!("{year}-{month:02}-01");
        let help = say::write_day_too_for_example(&date);
        return problem(text, say::it_has_no_day(), help, Some(date));
    }
    no_month(text, month)
}

fn no_month(text: &str, month: i16) -> DateProblem {
    problem(text, say::there_is_no_month(month), say::write_year_month_day_with_month(), None)
}

fn whole(text: &str, year: &str, month: &str, day: &str) -> DateProblem {
    let (year, month, day) = (number(year), number(month), number(day));
    let Ok(first) = Date::new(year, i8::try_from(month).unwrap_or(0), 1) else { return no_month(text, month) };
    let days = i16::from(first.days_in_month());
    if (1..=days).contains(&day) {
        let date = format!("{year:04}-{month:02}-{day:02}");
        let why = say::year_comes_first_then_month_and_day();
        let help = say::write_it_with_hyphens(&date);
        return problem(text, why, help, Some(date));
    }
    let name = MONTHS.get(usize::try_from(month - 1).unwrap_or(0)).unwrap_or(&MONTHS[0]);
    let days = days.unsigned_abs();
    let why = match month {
        2 => say::month_of_year_has_days(name(), year, days),
        _ => say::month_has_days(name(), days),
    };
    let last = format!("{year:04}-{month:02}-{days:02}");
    let help = say::write_day_from_to_last(days, &last);
    problem(text, why, help, Some(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_is_said() {
        for (wrong, why, right) in [
            ("2026-11-31", "November has 30 days", Some("2026-11-30")),
            ("2026-02-30", "February 2026 has 28 days", Some("2026-02-28")),
            ("21.11.2026", "the year comes first", Some("2026-11-21")),
            ("21/11/2026", "the year comes first", Some("2026-11-21")),
            ("2026-1-5", "two digits", Some("2026-01-05")),
            ("21-ноябрь, 2026", "the year comes first", Some("2026-11-21")),
            ("11.2026", "no day", Some("2026-11-01")),
            ("2026-11", "no day", Some("2026-11-01")),
            ("2026", "no month", Some("2026-01-01")),
            ("2026-11-21T10:00:00Z", "it has a time", Some("2026-11-21")),
            ("2026-13-01", "no month 13", None),
            ("эртең", "is not a date", None),
        ] {
            let found = date_problem(wrong);
            assert!(found.message.english().contains(why), "{found:?}");
            assert_eq!(found.with.as_deref(), right);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_advised_is_a_date(text in "[0-9.\\-/T: ноя]{0,14}") {
            if let Some(date) = date_problem(&text).with {
                proptest::prop_assert!(date.parse::<Date>().is_ok(), "{date}");
            }
        }
    }
}
