//! Answers of a self-test → what can honestly be said of them.
//!
//! In: numbers. Out: sums, how sure they are and why not, how near a profile is to another, which strengths stand out within
//! one person. Never: words, files, or a percentage of fit. `themes/default/js/tests/scoring.js` does the same in the browser,
//! operation by operation, and is held equal to this over thousands of sheets (`tests/self_tests.rs`).
//!
//! There are no norms: nobody has been measured, so a person is compared with themselves alone. Sources of the methods:
//!
//! - The six interests: J. L. Holland, *Making Vocational Choices* (3rd edition, 1997).
//! - Pearson's correlation as the nearness of two profiles, with bands instead of a score: the Interest Profilers of O\*NET
//!   rank occupations so (J. Rounds and others, *Development of an O\*NET Mini Interest Profiler*, 2016). The limits of the bands are
//!   those of the correlation of six pairs that chance would pass in 5 and 10 of 100 cases (Student's t with 4 degrees of
//!   freedom); no profession is «right» above them.
//! - Answers to one scale must resemble one another more than answers to different scales do: one-way analysis of variance
//!   (R. A. Fisher, *Statistical Methods for Research Workers*, 1925). Answers at random pass the limit of 5 of 100 in 5 of 100
//!   cases, whatever the number of items.
//! - The longest run of one answer: J. A. Johnson, *Ascertaining the validity of individual protocols from Web-based personality
//!   inventories*, Journal of Research in Personality 39 (2005), 103–129.
//! - Less than two seconds an item: J. L. Huang and others, *Detecting and deterring insufficient effort responding to surveys*,
//!   Journal of Business and Psychology 27 (2012), 99–114.

/// A form of a test: all its items, or a part of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// How many scales there are.
    pub scales: usize,
    /// The number of the scale of each item, in the order in which they are answered.
    pub items: Vec<usize>,
    /// The highest answer; the lowest is 0.
    pub most: u8,
    pub limits: Limits,
}

/// From where on answers say too little.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Least spread between the highest and the lowest sum, in hundredths of the highest possible sum.
    pub flat: u32,
    /// Least highest sum, in hundredths of the highest possible one.
    pub low: u32,
    /// Longest run of one answer that is still taken for meant.
    pub same: usize,
    /// Fewest seconds an item.
    pub fast: u32,
    /// Least F of the analysis of variance: below it answers may be chance ([`f_limit`] of 0.05).
    pub random: f64,
    /// Least F of a profile that is called clear ([`f_limit`] of 0.01).
    pub unsure: f64,
    /// Whether a profile can be called clear at all: one of a short form cannot.
    pub short: bool,
}

/// Why a profile is not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// All sums are nearly alike.
    Flat,
    /// All sums are low.
    Low,
    /// One answer again and again.
    Same,
    /// Each scale has one answer again and again: a pattern on the sheet and no opinion.
    Pattern,
    /// Answers to one scale differ as much as answers to different ones.
    Random,
    /// The answers came faster than one can read.
    Fast,
    /// The difference is there, but small.
    Unsure,
    /// The form is short.
    Short,
}

impl Doubt {
    /// The word for it in data.
    pub fn name(self) -> &'static str {
        match self {
            Doubt::Flat => "flat",
            Doubt::Low => "low",
            Doubt::Same => "same",
            Doubt::Pattern => "pattern",
            Doubt::Random => "random",
            Doubt::Fast => "fast",
            Doubt::Unsure => "unsure",
            Doubt::Short => "short",
        }
    }

    /// Whether nothing can be said, and not only with care.
    fn is_heavy(self) -> bool {
        self <= Doubt::Random
    }
}

/// How sure a profile is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// There is no clear profile yet.
    None,
    Likely,
    Clear,
}

impl Sureness {
    /// The word for it in data.
    pub fn name(self) -> &'static str {
        match self {
            Sureness::None => "none",
            Sureness::Likely => "likely",
            Sureness::Clear => "clear",
        }
    }
}

/// What a sheet of answers says.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The sum of each scale.
    pub sums: Vec<u32>,
    pub doubts: Vec<Doubt>,
    pub sureness: Sureness,
}

/// Scores a whole sheet: an answer for each item of the form, in its order, and the seconds that they took, if known.
pub fn profile(form: &Form, answers: &[u8], seconds: Option<u32>) -> Profile {
    let mut sums = vec![0; form.scales];
    let mut counts = vec![0; form.scales];
    for (scale, answer) in form.items.iter().zip(answers) {
        sums[*scale] += u32::from(*answer);
        counts[*scale] += 1;
    }
    let doubts = doubts(form, answers, seconds, &sums, &counts);
    let sureness = match (doubts.iter().any(|doubt| doubt.is_heavy()), doubts.is_empty()) {
        (true, _) => Sureness::None,
        (false, false) => Sureness::Likely,
        (false, true) => Sureness::Clear,
    };
    Profile { sums, doubts, sureness }
}

fn doubts(form: &Form, answers: &[u8], seconds: Option<u32>, sums: &[u32], counts: &[u32]) -> Vec<Doubt> {
    let limits = &form.limits;
    // Forms are balanced, so the first scale's highest sum is that of all.
    let top = counts.first().copied().unwrap_or(0) * u32::from(form.most);
    let (high, low) = (sums.iter().max().copied().unwrap_or(0), sums.iter().min().copied().unwrap_or(0));
    let found = variance(form, answers, sums, counts);
    let heavy = [
        (Doubt::Flat, (high - low) * 100 < limits.flat * top),
        (Doubt::Low, high * 100 < limits.low * top),
        (Doubt::Same, longest_run(answers) >= limits.same),
        (Doubt::Pattern, found.within == 0.0),
        (Doubt::Random, found.f < limits.random),
        (
            Doubt::Fast,
            seconds.is_some_and(|seconds| u64::from(seconds) < u64::from(limits.fast) * answers.len() as u64),
        ),
        (Doubt::Unsure, found.f < limits.unsure),
        (Doubt::Short, limits.short),
    ];
    heavy.into_iter().filter(|(_, is_so)| *is_so).map(|(doubt, _)| doubt).collect()
}

struct Variance {
    /// The variance of answers to one scale.
    within: f64,
    /// How many times that the variance between scales is.
    f: f64,
}

/// One-way analysis of variance with the scales as groups. Where answers to a scale do not differ at all, F is without a limit, or 0
/// if the scales do not differ either.
fn variance(form: &Form, answers: &[u8], sums: &[u32], counts: &[u32]) -> Variance {
    let (all, scales) = (answers.len() as f64, form.scales as f64);
    let total: u32 = sums.iter().sum();
    let squares: u32 = answers.iter().map(|answer| u32::from(*answer) * u32::from(*answer)).sum();
    let mean = f64::from(total) * f64::from(total) / all;
    let mut between = 0.0;
    for (sum, count) in sums.iter().zip(counts) {
        between += f64::from(*sum) * f64::from(*sum) / f64::from(*count);
    }
    let inside = (f64::from(squares) - between).max(0.0);
    // What is left of whole numbers after a division is no variance.
    let inside = if inside < 1e-9 { 0.0 } else { inside };
    let between = (between - mean).max(0.0);
    let between = if between < 1e-9 { 0.0 } else { between };
    let within = inside / (all - scales);
    let f = if within > 0.0 {
        between / (scales - 1.0) / within
    } else if between > 0.0 {
        f64::INFINITY
    } else {
        0.0
    };
    Variance { within, f }
}

fn longest_run(answers: &[u8]) -> usize {
    let (mut longest, mut run) = (0, 0);
    let mut last = None;
    for answer in answers {
        run = if last == Some(answer) { run + 1 } else { 1 };
        last = Some(answer);
        longest = longest.max(run);
    }
    longest
}

/// Pearson's correlation of two profiles; `None` where one of them is flat.
pub fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    let (a, b) = (deviations(one), deviations(other));
    let (mut both, mut of_a, mut of_b) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(&b) {
        both += x * y;
        of_a += x * x;
        of_b += y * y;
    }
    (of_a > 0.0 && of_b > 0.0).then(|| both / (of_a * of_b).sqrt())
}

/// How far each value is from their mean.
fn deviations(values: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    for value in values {
        sum += value;
    }
    let mean = sum / values.len() as f64;
    values.iter().map(|value| value - mean).collect()
}

/// What two profiles have in common and where they part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons {
    /// Scales that are above the mean in both, those first that count most.
    pub shared: Vec<usize>,
    /// The scale in which they differ most, if that takes away from their nearness.
    pub apart: Option<usize>,
}

/// Why a correlation is as it is: the products of the deviations of which it is made.
pub fn reasons(one: &[f64], other: &[f64]) -> Reasons {
    let (a, b) = (deviations(one), deviations(other));
    let product = |scale: &usize| a[*scale] * b[*scale];
    let mut shared: Vec<usize> = (0..a.len()).filter(|scale| a[*scale] > 0.0 && b[*scale] > 0.0).collect();
    shared.sort_by(|x, y| product(y).total_cmp(&product(x)).then(x.cmp(y)));
    shared.truncate(3);
    let mut apart: Option<usize> = None;
    for scale in (0..a.len()).filter(|scale| product(scale) < 0.0) {
        if apart.is_none_or(|found| product(&scale) < product(&found)) {
            apart = Some(scale);
        }
    }
    Reasons { shared, apart }
}

/// How many strengths stand out, at either end.
pub const STRONGEST: usize = 4;
/// Most that are shown as standing out where several are equal.
const MOST_STRONGEST: usize = 6;

/// Where a scale stands within the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Strong,
    Middle,
    /// What is worth training.
    Train,
}

/// Which scales stand out within the person: the four highest and the four lowest sums. Equal ones share a place; where that
/// would make more than six stand out, the place on the edge stays in the middle.
pub fn standings(sums: &[u32]) -> Vec<Standing> {
    let strong = outstanding(sums, |a, b| a > b);
    let train = outstanding(sums, |a, b| a < b);
    let standing = |(strong, train): (bool, bool)| match (strong, train) {
        (true, false) => Standing::Strong,
        (false, true) => Standing::Train,
        _ => Standing::Middle,
    };
    strong.into_iter().zip(train).map(standing).collect()
}

fn outstanding(sums: &[u32], before: impl Fn(u32, u32) -> bool) -> Vec<bool> {
    let ahead: Vec<usize> = sums.iter().map(|sum| sums.iter().filter(|other| before(**other, *sum)).count()).collect();
    let inside = |limit: usize| ahead.iter().map(|place| *place < limit).collect::<Vec<bool>>();
    let found = inside(STRONGEST);
    if found.iter().filter(|is_in| **is_in).count() <= MOST_STRONGEST {
        return found;
    }
    let edge = ahead.iter().filter(|place| **place < STRONGEST).max().copied().unwrap_or(0);
    inside(edge)
}

/// The limit that F of an analysis of variance passes by chance with this probability.
pub fn f_limit(chance: f64, between: u32, within: u32) -> f64 {
    let (d1, d2) = (f64::from(between), f64::from(within));
    let beyond = |f: f64| incomplete_beta(d2 / (d2 + d1 * f), d2 / 2.0, d1 / 2.0);
    let (mut low, mut high) = (0.0, 1.0);
    while beyond(high) > chance && high < 1e12 {
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = (low + high) / 2.0;
        if beyond(middle) > chance { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// The correlation of so many pairs that chance passes upwards with this probability: Student's t with two fewer degrees of
/// freedom, whose square is F.
pub fn r_limit(chance: f64, pairs: u32) -> f64 {
    let freedom = pairs.saturating_sub(2).max(1);
    let f = f_limit((2.0 * chance).min(1.0), 1, freedom);
    (f / (f + f64::from(freedom))).sqrt()
}

/// The regularised incomplete beta function, by its continued fraction (*NIST Handbook of Mathematical Functions*, 8.17.22).
fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (1.0 - x).ln()).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

/// The continued fraction by Lentz's method.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let far = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (mut c, mut d) = (1.0, 1.0 / far(1.0 - (a + b) * x / (a + 1.0)));
    let mut result = d;
    for m in 1..500 {
        let m = f64::from(m);
        for step in [
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        ] {
            d = 1.0 / far(1.0 + step * d);
            c = far(1.0 + step / c);
            result *= c * d;
        }
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    result
}

/// The logarithm of the gamma function of a positive number (Stirling's series, *NIST Handbook*, 5.11.1).
fn ln_gamma(x: f64) -> f64 {
    // The series is exact to all digits from here on; below it the function's own rule leads up.
    if x < 15.0 {
        return ln_gamma(x + 1.0) - x.ln();
    }
    let square = 1.0 / (x * x);
    let series = (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 5e-4
    }

    #[test]
    fn limits_are_those_of_the_tables() {
        for (chance, between, within, f) in [
            (0.05, 5, 54, 2.386),
            (0.01, 5, 54, 3.377),
            (0.05, 5, 24, 2.621),
            (0.01, 5, 24, 3.895),
            (0.05, 11, 36, 2.067),
            (0.05, 1, 4, 7.709),
        ] {
            let found = f_limit(chance, between, within);
            assert!((found - f).abs() < 2e-3, "F of {chance} with {between} and {within}: {found}");
        }
        assert!(near(r_limit(0.05, 6), 0.7293), "{}", r_limit(0.05, 6));
        assert!(near(r_limit(0.10, 6), 0.6084), "{}", r_limit(0.10, 6));
    }

    /// Six scales in turn, with so many items each.
    fn form(items: usize, short: bool) -> Form {
        let within = (6 * items - 6) as u32;
        let limits = Limits {
            flat: 15,
            low: 30,
            same: 12,
            fast: 2,
            random: f_limit(0.05, 5, within),
            unsure: f_limit(0.01, 5, within),
            short,
        };
        Form { scales: 6, items: (0..6 * items).map(|item| item % 6).collect(), most: 4, limits }
    }

    /// A sheet in which scale `s` has `levels[s]`, one more and one less by turns.
    fn sheet(levels: [u8; 6], items: usize) -> Vec<u8> {
        let answer = |item: usize| {
            let level = i32::from(levels[item % 6]);
            let turn = [0, 1, 0, -1][(item / 6 + item) % 4];
            (level + turn).clamp(0, 4) as u8
        };
        (0..6 * items).map(answer).collect()
    }

    #[test]
    fn a_worked_example_is_clear() {
        let found = profile(&form(10, false), &sheet([4, 1, 1, 2, 1, 2], 10), Some(400));
        assert_eq!(found.doubts, []);
        assert_eq!(found.sureness, Sureness::Clear);
        let top = found.sums.iter().max();
        assert_eq!(found.sums.first(), top, "{:?}", found.sums);
    }

    #[test]
    fn every_doubt_has_its_cause() {
        let long = form(10, false);
        let doubts = |answers: &[u8], seconds: u32| profile(&long, answers, Some(seconds)).doubts;
        assert_eq!(doubts(&[2; 60], 400), [Doubt::Flat, Doubt::Same, Doubt::Pattern, Doubt::Random, Doubt::Unsure]);
        assert_eq!(
            doubts(&[0; 60], 400),
            [Doubt::Flat, Doubt::Low, Doubt::Same, Doubt::Pattern, Doubt::Random, Doubt::Unsure]
        );
        let turns: Vec<u8> = (0..60).map(|item| if item % 2 == 0 { 4 } else { 0 }).collect();
        assert_eq!(doubts(&turns, 400), [Doubt::Pattern]);
        assert_eq!(doubts(&sheet([4, 1, 1, 2, 1, 2], 10), 119), [Doubt::Fast]);
        assert_eq!(profile(&long, &sheet([4, 1, 1, 2, 1, 2], 10), None).doubts, [], "nobody knows how long it took");
        assert!(doubts(&sheet([1, 0, 0, 0, 0, 0], 10), 400).contains(&Doubt::Low));
        let short = profile(&form(5, true), &sheet([4, 1, 1, 2, 1, 2], 5), Some(400));
        assert_eq!((short.doubts.as_slice(), short.sureness), (&[Doubt::Short][..], Sureness::Likely));
    }

    #[test]
    fn a_correlation_is_worked_out() {
        // Deviations: (2, -1, -1) and (3, -2, -1); 9 / sqrt(6 · 14).
        let r = correlation(&[3.0, 0.0, 0.0], &[5.0, 0.0, 1.0]).unwrap();
        assert!(near(r, 9.0 / 84f64.sqrt()), "{r}");
        assert_eq!(correlation(&[1.0; 6], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), None, "a flat profile is like nothing");
    }

    #[test]
    fn reasons_name_what_is_shared_and_what_is_not() {
        let found = reasons(&[40.0, 10.0, 12.0, 30.0, 8.0, 14.0], &[90.0, 20.0, 60.0, 20.0, 20.0, 30.0]);
        assert_eq!(found, Reasons { shared: vec![0], apart: Some(3) });
        let none = reasons(&[40.0, 0.0], &[40.0, 0.0]);
        assert_eq!(none, Reasons { shared: vec![0], apart: None });
    }

    #[test]
    fn strengths_stand_out_within_the_person() {
        use Standing::{Middle, Strong, Train};
        let plain = standings(&[16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5]);
        assert_eq!(plain[..4], [Strong; 4]);
        assert_eq!(plain[4..8], [Middle; 4]);
        assert_eq!(plain[8..], [Train; 4]);
        // Two share the fourth place.
        let tied = standings(&[16, 15, 14, 13, 13, 11, 10, 9, 8, 7, 6, 5]);
        assert_eq!(tied.iter().filter(|standing| **standing == Strong).count(), 5);
        // Eight would share it: the place stays in the middle.
        let crowded = standings(&[16, 15, 9, 9, 9, 9, 9, 9, 9, 9, 2, 1]);
        assert_eq!(crowded[..2], [Strong; 2]);
        assert_eq!(crowded[2..10], [Middle; 8]);
        assert_eq!(crowded[10..], [Train; 2]);
        assert_eq!(standings(&[8; 12]), [Middle; 12]);
    }

    proptest! {
        #[test]
        fn any_sheet_is_scored(answers in proptest::collection::vec(0u8..=4, 60), seconds in 0u32..2000) {
            let found = profile(&form(10, false), &answers, Some(seconds));
            prop_assert_eq!(found.sums.iter().sum::<u32>(), answers.iter().map(|a| u32::from(*a)).sum::<u32>());
            prop_assert_eq!(found.sureness == Sureness::Clear, found.doubts.is_empty());
        }

        #[test]
        fn a_correlation_is_one_at_most(
            one in proptest::array::uniform6(0u8..=40),
            other in proptest::array::uniform6(0u8..=100),
        ) {
            let (one, other) = (one.map(f64::from), other.map(f64::from));
            if let Some(r) = correlation(&one, &other) {
                prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&r));
            }
        }
    }
}
