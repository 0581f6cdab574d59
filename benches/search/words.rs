//! Words that look like Kyrgyz and Russian ones: invented stems with the endings that real ones take.

use crate::site::Numbers;

/// How a language makes words.
pub trait Words {
    /// A stem that means nothing.
    fn stem(&self, numbers: &mut Numbers) -> Stem;
    /// The stem with endings, in one of its forms.
    fn form(&self, stem: &Stem, numbers: &mut Numbers) -> String;
}

/// A stem, and which endings it takes.
pub struct Stem {
    pub letters: String,
    class: usize,
}

/// One of the items, each as often as its weight says.
pub fn pick<T: Copy>(numbers: &mut Numbers, items: &[(usize, T)]) -> T {
    let mut at = numbers.below(items.iter().map(|(weight, _)| weight).sum());
    for (weight, item) in items {
        match at.checked_sub(*weight) {
            Some(rest) => at = rest,
            None => return *item,
        }
    }
    items[0].1
}

fn chance(numbers: &mut Numbers, percent: usize) -> bool {
    numbers.below(100) < percent
}

pub struct Kyrgyz;

const NOUN: usize = 0;
const VERB: usize = 1;

impl Words for Kyrgyz {
    fn stem(&self, numbers: &mut Numbers) -> Stem {
        let class = pick(numbers, &[(72, NOUN), (28, VERB)]);
        let syllables =
            if class == VERB { &[(30, 1), (60, 2), (10, 3)][..] } else { &[(8, 1), (52, 2), (34, 3), (6, 4)] };
        let syllables = pick(numbers, syllables);
        // Back or front, rounded or not: the vowels of a word agree.
        let (first, high) = pick(numbers, &[(45, ("а", "ы")), (27, ("е", "и")), (16, ("о", "у")), (12, ("ө", "ү"))]);
        let low = if first == "о" { "а" } else { first };
        let mut letters = String::new();
        for at in 0..syllables {
            letters += match at {
                0 => pick(
                    numbers,
                    &[
                        (14, "к"),
                        (11, "б"),
                        (10, "т"),
                        (9, "ж"),
                        (9, "с"),
                        (6, "м"),
                        (6, "ч"),
                        (5, "д"),
                        (4, "ш"),
                        (2, "н"),
                        (1, "г"),
                        (9, ""),
                    ],
                ),
                _ => pick(
                    numbers,
                    &[
                        (14, "р"),
                        (12, "л"),
                        (9, "т"),
                        (9, "н"),
                        (8, "д"),
                        (7, "с"),
                        (7, "к"),
                        (6, "м"),
                        (6, "г"),
                        (6, "ш"),
                        (5, "б"),
                        (4, "з"),
                        (4, "ч"),
                        (3, "й"),
                        (3, "рт"),
                        (3, "лд"),
                        (3, "нд"),
                        (3, "шт"),
                        (2, "рк"),
                        (2, "рг"),
                        (2, "мд"),
                        (2, "йл"),
                        (1, "ң"),
                    ],
                ),
            };
            letters += match at {
                0 => pick(numbers, &[(60, first), (30, high), (10, if first == "е" { "э" } else { first })]),
                _ => pick(numbers, &[(45, low), (55, high)]),
            };
        }
        // э stands at the beginning only, and е there never.
        letters = letters
            .chars()
            .enumerate()
            .map(|(at, c)| match (at, c) {
                (0, 'е') => 'э',
                (1.., 'э') => 'е',
                _ => c,
            })
            .collect();
        letters += pick(
            numbers,
            &[
                (if class == VERB { 20 } else { 32 }, ""),
                (13, "р"),
                (11, "н"),
                (10, "к"),
                (9, "л"),
                (7, "т"),
                (6, "ш"),
                (5, "м"),
                (5, "й"),
                (4, "с"),
                (4, "з"),
                (3, "п"),
                (2, "ч"),
                (1, "ң"),
            ],
        );
        Stem { letters, class }
    }

    fn form(&self, stem: &Stem, numbers: &mut Numbers) -> String {
        let mut word = stem.letters.clone();
        if stem.class == VERB {
            verb(&mut word, numbers);
        } else {
            if chance(numbers, 9) {
                add(&mut word, pick(numbers, &[(40, "LУУ"), (12, "сIз"), (38, "LIк"), (20, "чI")]));
            }
            noun(&mut word, numbers);
        }
        word
    }
}

fn noun(word: &mut String, numbers: &mut Numbers) {
    if chance(numbers, 24) {
        add(word, "LАр");
    }
    let possessive = pick(numbers, &[(62, ""), (29, "3"), (3, "м"), (2, "ң"), (3, "бIз"), (1, "ңIз")]);
    match possessive {
        "" => {}
        "3" => add(word, if is_vowel(last(word)) { "сI" } else { "I" }),
        other if is_vowel(last(word)) => add(word, other),
        other => add(word, &format!("I{other}")),
    }
    let case = pick(numbers, &[(41, ""), (15, "NIн"), (12, "GА"), (13, "NI"), (10, "DА"), (7, "DАн"), (2, "DАгI")]);
    let third = possessive == "3";
    add(
        word,
        match case {
            "GА" if third => "нА",
            "NI" if third => "н",
            "DА" if third => "нDА",
            "DАн" if third => "нАн",
            "DАгI" if third => "нDАгI",
            case => case,
        },
    );
}

fn verb(word: &mut String, numbers: &mut Numbers) {
    let after_vowel = is_vowel(last(word));
    let voice = pick(numbers, &[(72, ""), (12, "л"), (7, "ш"), (5, "н"), (4, "т")]);
    match voice {
        "" => {}
        "т" if !after_vowel => add(word, "DIр"),
        voice if after_vowel => add(word, voice),
        voice => add(word, &format!("I{voice}")),
    }
    if chance(numbers, 8) {
        add(word, "BА");
    }
    let ending = pick(
        numbers,
        &[
            (22, "GАн"),
            (20, "уу"),
            (14, "ып"),
            (12, "ат"),
            (10, "DI"),
            (5, "сА"),
            (6, "ар"),
            (2, "айын"),
            (3, "ыш"),
            (2, "GАнчА"),
            (1, "ыңыз"),
            (2, "GIлА"),
        ],
    );
    let after_vowel = is_vowel(last(word));
    match ending {
        "уу" => {
            // The vowel of the stem and that of the ending become one.
            if after_vowel {
                word.pop();
                add(word, "ОО");
            } else {
                add(word, "УУ");
            }
            noun(word, numbers);
        }
        "GАн" => {
            add(word, ending);
            if chance(numbers, 40) {
                noun(word, numbers);
            }
        }
        "ып" => add(word, if after_vowel { "п" } else { "Iп" }),
        "ат" => add(word, if after_vowel { "йт" } else { "Ат" }),
        "ар" => add(word, if after_vowel { "р" } else { "Ар" }),
        "айын" => add(word, if after_vowel { "йIн" } else { "АйIн" }),
        "ыш" => add(word, if after_vowel { "шI" } else { "IшI" }),
        "ыңыз" => add(word, if after_vowel { "ңIз" } else { "IңIз" }),
        "DI" => {
            add(word, "DI");
            add(word, pick(numbers, &[(70, ""), (10, "м"), (8, "к"), (7, "ңIз"), (5, "лАр")]));
        }
        ending => add(word, ending),
    }
}

fn last(word: &str) -> char {
    word.chars().next_back().unwrap_or(' ')
}

fn is_vowel(c: char) -> bool {
    "аеёиоөуүыэюя".contains(c)
}

/// Adds a suffix; its capitals are sounds that agree with the word: А a low vowel, I and У a high one, О a long one;
/// L, N, D, G, B a consonant.
fn add(word: &mut String, suffix: &str) {
    for sound in suffix.chars() {
        let vowel = word.chars().rev().find(|c| is_vowel(*c)).unwrap_or('а');
        let before = last(word);
        let voiceless = "кпстфхцчшщ".contains(before);
        let open = is_vowel(before) || "рйу".contains(before);
        if is_vowel(sound) || matches!(sound, 'А' | 'I' | 'У' | 'О') {
            // Between vowels к and п become voiced.
            let voiced = match before {
                'к' => Some('г'),
                'п' => Some('б'),
                _ => None,
            };
            let long = word.chars().rev().nth(1).is_some_and(is_vowel);
            if let Some(voiced) = voiced.filter(|_| long) {
                word.pop();
                word.push(voiced);
            }
        }
        word.push(match (sound, vowel) {
            ('А', 'а' | 'ы' | 'у' | 'я' | 'ю') => 'а',
            ('А', 'о' | 'ё') => 'о',
            ('А', 'ө' | 'ү') => 'ө',
            ('А', _) => 'е',
            ('I', 'а' | 'ы' | 'я') => 'ы',
            ('I' | 'У', 'о' | 'у' | 'ю' | 'ё') => 'у',
            ('I' | 'У', 'ө' | 'ү') => 'ү',
            ('I', _) => 'и',
            ('У', 'а' | 'ы' | 'я') => 'у',
            ('У', _) => 'ү',
            ('О', 'ө' | 'ү' | 'е' | 'и' | 'э') => 'ө',
            ('О', _) => 'о',
            ('L', _) if open => 'л',
            ('N', _) if is_vowel(before) => 'н',
            ('L' | 'N' | 'D', _) if voiceless => 'т',
            ('L' | 'N' | 'D', _) => 'д',
            ('G', _) if voiceless => 'к',
            ('G', _) => 'г',
            ('B', _) if voiceless => 'п',
            ('B', _) => 'б',
            (sound, _) => sound,
        });
    }
}

pub struct Russian;

/// Endings of a class with their weights.
type Endings = &'static [(usize, &'static str)];

const MASCULINE: Endings =
    &[(30, ""), (18, "а"), (7, "у"), (8, "ом"), (9, "е"), (10, "ы"), (10, "ов"), (3, "ам"), (2, "ами"), (3, "ах")];
const FEMININE: Endings =
    &[(26, "а"), (24, "ы"), (11, "е"), (14, "у"), (8, "ой"), (9, ""), (3, "ам"), (2, "ами"), (3, "ах")];
const ABSTRACT: Endings =
    &[(24, "ия"), (40, "ии"), (12, "ию"), (7, "ией"), (11, "ий"), (2, "иям"), (2, "иями"), (2, "иях")];
const NEUTER: Endings =
    &[(32, "ение"), (34, "ения"), (7, "ению"), (9, "ением"), (8, "ении"), (6, "ений"), (2, "ениям"), (2, "ениях")];
const ADJECTIVE: Endings = &[
    (12, "ный"),
    (14, "ного"),
    (5, "ному"),
    (7, "ным"),
    (6, "ном"),
    (10, "ная"),
    (14, "ной"),
    (6, "ную"),
    (6, "ное"),
    (11, "ные"),
    (10, "ных"),
    (4, "ными"),
    (3, "ен"),
    (3, "но"),
];
const VERBAL: Endings = &[
    (18, "ать"),
    (14, "ает"),
    (12, "ают"),
    (6, "ал"),
    (4, "ала"),
    (6, "али"),
    (6, "ает"),
    (5, "аться"),
    (6, "ается"),
    (5, "аются"),
    (3, "айте"),
    (2, "ая"),
    (3, "анный"),
    (3, "анные"),
    (2, "анных"),
    (2, "ающий"),
    (2, "ающих"),
    (1, "аем"),
];
const PERFECT: Endings = &[
    (22, "ить"),
    (8, "ит"),
    (8, "ят"),
    (10, "ил"),
    (5, "ила"),
    (9, "или"),
    (4, "ите"),
    (6, "ится"),
    (4, "ятся"),
    (4, "илось"),
    (3, "им"),
    (3, "ив"),
    (4, "енный"),
    (3, "енного"),
    (3, "енные"),
    (4, "енных"),
];
const CLASSES: [Endings; 7] = [MASCULINE, FEMININE, ABSTRACT, NEUTER, ADJECTIVE, VERBAL, PERFECT];

impl Words for Russian {
    fn stem(&self, numbers: &mut Numbers) -> Stem {
        let class = pick(numbers, &[(26, 0), (18, 1), (6, 2), (10, 3), (20, 4), (10, 5), (10, 6)]);
        let prefix = pick(
            numbers,
            &[
                (70, ""),
                (5, "по"),
                (4, "при"),
                (3, "вы"),
                (3, "за"),
                (3, "про"),
                (3, "об"),
                (3, "пере"),
                (3, "раз"),
                (3, "под"),
            ],
        );
        let mut letters = prefix.to_string();
        for at in 0..pick(numbers, &[(34, 1), (50, 2), (16, 3)]) {
            letters += match at {
                0 => pick(
                    numbers,
                    &[
                        (9, "п"),
                        (9, "с"),
                        (8, "к"),
                        (8, "в"),
                        (7, "м"),
                        (6, "б"),
                        (6, "д"),
                        (6, "т"),
                        (6, "р"),
                        (5, "н"),
                        (5, "г"),
                        (5, "л"),
                        (3, "з"),
                        (3, "ст"),
                        (3, "пр"),
                        (3, "тр"),
                        (2, "гр"),
                        (2, "ф"),
                        (2, "х"),
                        (2, "ш"),
                        (2, "ч"),
                        (2, "бл"),
                        (1, "ц"),
                        (2, "сл"),
                    ],
                ),
                _ => pick(
                    numbers,
                    &[
                        (10, "р"),
                        (10, "л"),
                        (9, "н"),
                        (9, "т"),
                        (8, "в"),
                        (7, "с"),
                        (6, "м"),
                        (6, "д"),
                        (5, "к"),
                        (4, "з"),
                        (4, "г"),
                        (3, "б"),
                        (3, "ст"),
                        (3, "нт"),
                        (3, "рм"),
                        (2, "кт"),
                        (2, "рг"),
                        (2, "ф"),
                        (2, "ч"),
                        (2, "ж"),
                    ],
                ),
            };
            letters +=
                pick(numbers, &[(24, "о"), (22, "а"), (18, "е"), (14, "и"), (8, "у"), (4, "я"), (3, "ы"), (1, "ю")]);
        }
        letters += pick(
            numbers,
            &[
                (12, "н"),
                (12, "р"),
                (10, "т"),
                (9, "л"),
                (9, "к"),
                (8, "с"),
                (7, "в"),
                (6, "д"),
                (5, "м"),
                (4, "ст"),
                (4, "з"),
                (3, "г"),
                (3, "б"),
                (3, "п"),
                (2, "тор"),
                (2, "ник"),
                (2, "ск"),
                (1, "тель"),
            ],
        );
        Stem { letters, class }
    }

    fn form(&self, stem: &Stem, numbers: &mut Numbers) -> String {
        let ending = pick(numbers, CLASSES[stem.class]);
        let mut word = stem.letters.clone();
        // After к, г, х, ж, ш, ч, щ there is no ы.
        if ending.starts_with('ы') && word.ends_with(['к', 'г', 'х', 'ж', 'ш', 'ч', 'щ']) {
            word += &ending.replacen('ы', "и", 1);
        } else {
            word += ending;
        }
        word
    }
}
