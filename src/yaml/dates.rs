//! What is wrong with a text that was to be a date.

use jiff::civil::Date;

/// A message that says why a text is no date, how to write it, and that date if it is clear which is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateProblem {
    pub message: String,
    pub help: String,
    pub with: Option<String>,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
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
        [year] if year.len() == 4 && *year == text => problem(
            text,
            "it has no month and no day",
            "Write the month and the day too",
            Some(format!("{year}-01-01")),
        ),
        _ => DateProblem {
            message: format!("`{text}` is not a date"),
            help: "Write year-month-day: 2026-11-21.".into(),
            with: None,
        },
    }
}

fn problem(text: &str, why: &str, help: &str, with: Option<String>) -> DateProblem {
    let help = match &with {
        Some(date) => format!("{help}: {date}."),
        None => format!("{help}."),
    };
    DateProblem { message: format!("`{text}` is not a date: {why}"), help, with }
}

fn number(text: &str) -> i16 {
    text.parse().unwrap_or(-1)
}

fn with_time(text: &str, year: &str, month: &str, day: &str) -> DateProblem {
    let found = whole(text, year, month, day);
    if found.with.as_deref().is_some_and(|date| text.starts_with(date)) {
        return problem(text, "it has a time", "Leave the time out", found.with);
    }
    found
}

fn no_day(text: &str, year: &str, month: &str) -> DateProblem {
    let month = number(month);
    if (1..=12).contains(&month) {
        return problem(text, "it has no day", "Write the day too, for example", Some(format!("{year}-{month:02}-01")));
    }
    no_month(text, month)
}

fn no_month(text: &str, month: i16) -> DateProblem {
    problem(text, &format!("there is no month {month}"), "Write year-month-day, with a month from 01 to 12", None)
}

fn whole(text: &str, year: &str, month: &str, day: &str) -> DateProblem {
    let (year, month, day) = (number(year), number(month), number(day));
    let Ok(first) = Date::new(year, i8::try_from(month).unwrap_or(0), 1) else { return no_month(text, month) };
    let days = i16::from(first.days_in_month());
    if (1..=days).contains(&day) {
        let date = format!("{year:04}-{month:02}-{day:02}");
        return problem(
            text,
            "the year comes first, then month and day, with two digits each",
            "Write it with hyphens",
            Some(date),
        );
    }
    let name = MONTHS.get(usize::try_from(month - 1).unwrap_or(0)).copied().unwrap_or_default();
    let of = if month == 2 { format!("{name} {year}") } else { name.to_string() };
    let last = format!("{year:04}-{month:02}-{days:02}");
    problem(text, &format!("{of} has {days} days"), &format!("Write a day from 01 to {days}; the last is"), Some(last))
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
            assert!(found.message.contains(why), "{found:?}");
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
