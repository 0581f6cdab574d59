//! Kyrgyz stemmer.
//!
//! A word is divided from its end: suffixes are taken off slot by slot, each one only where its vowels agree with the
//! vowel before it (harmony) and its first consonant with the sound before it. Of all the divisions that come out, the
//! one with the best score gives the stem. There is no dictionary; three closed lists (verb stems, words that only look
//! as if they had a suffix, words without forms) decide where the sounds alone cannot.
//!
//! All of it works on folded letters (ө→о, ү→у, ң→н, ё→е), so that «өмүр» and «омур» give one stem. A
//! stem is a key of an index and not always a dictionary form.

mod sounds;
mod suffixes;
#[cfg(test)]
mod tests;
mod words;

use sounds::{Sounds, final_pair, vowel};
use suffixes::{BASE_NOUN, BASE_VERB, Rule, START, SUFFIXES, Suffix, Trust};
use words::{ELIDED, IRREGULAR, LOANS, NOUNS, SHORT, TIMES, VERBS, WHOLE};

/// How a stem is made from a word: the first `keep` letters, then `tail`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stem {
    /// Letters of the word that stay.
    pub keep: usize,
    /// Letters to be put after them: what the suffix had changed or swallowed.
    pub tail: &'static str,
}

/// Suffixes in one word at most. Real words have five or six.
const DEPTH: usize = 8;

/// Points for a division; each letter of a suffix that is explained counts two.
const LETTER: i32 = 2;
/// The rest is a verb of the list.
const KNOWN_VERB: i32 = 30;
/// The rest is a word of the list; more than for a verb, because these words are listed against wrong verbs.
const KNOWN_NOUN: i32 = 36;
/// The rest ends like a loan word whose last sounds are no suffix.
const LOAN_END: i32 = 8;
/// The rest has the look of a derived verb («баш-та»).
const DERIVED_VERB: i32 = 4;
/// The rest is taken for a verb only because of the suffixes after it.
const UNKNOWN_VERB: i32 = -2;

/// The stem of a word.
///
/// `word`: lower-case letters of the folded alphabet. Anything else (Latin letters, digits, nothing at all) comes back
/// whole.
pub fn stem(word: &[char]) -> Stem {
    let whole = Stem { keep: word.len(), tail: "" };
    if word.len() < 3 {
        return whole;
    }
    if let Some((_, keep, tail)) = IRREGULAR.iter().find(|(form, ..)| form.chars().eq(word.iter().copied())) {
        return Stem { keep: *keep, tail };
    }
    let sounds = Sounds::new(word);
    let end = sounds.len();
    if sounds.listed(WHOLE, end, None) {
        return whole;
    }
    let mut search = Search { w: &sounds, best: Cut { at: end, restored: None, score: 0 } };
    search.walk(end, START, 0, Trust::Always, 0);
    finish(&sounds, search.best)
}

/// A division of the word: the sounds before `at` are the stem.
#[derive(Clone, Copy)]
struct Cut {
    at: usize,
    /// The vowel of the stem that a contraction has swallowed: «башт-оо» is башта-уу.
    restored: Option<char>,
    score: i32,
}

struct Search<'a> {
    w: &'a Sounds,
    best: Cut,
}

impl Search<'_> {
    fn offer(&mut self, at: usize, restored: Option<char>, score: i32) {
        if score > self.best.score {
            self.best = Cut { at, restored, score };
        }
    }

    /// Looks at the beginning up to `at`, which has to be of one of the kinds of `need`: offers it as a stem, then
    /// takes one more suffix off it in every way there is. `trust` is the least of the suffixes already taken.
    fn walk(&mut self, at: usize, need: u32, score: i32, trust: Trust, depth: usize) {
        if need & BASE_NOUN != 0 {
            if self.w.known(NOUNS, at) {
                // A whole word of the list is not divided at all.
                self.offer(at, None, score + if depth == 0 { 2 * KNOWN_NOUN } else { KNOWN_NOUN });
                return;
            }
            if self.may_be_noun(at) {
                let loan = LOANS.iter().any(|end| self.w.ends_with(at, end));
                self.offer(at, None, score + if loan { LOAN_END } else { 0 });
            }
        }
        // A word without any suffix is left to the noun side: «башта» is more often «on the head» than «begin!».
        if need & BASE_VERB != 0 && depth > 0 {
            if self.w.known(VERBS, at) {
                self.offer(at, None, score + KNOWN_VERB);
                return;
            }
            let derived = self.w.derived_verb(at);
            let enough = match (self.w.syllables(at), trust) {
                (0, _) => false,
                (1, Trust::Always) => at >= 3,
                (1, _) => false,
                (_, Trust::KnownVerb) => derived,
                _ => true,
            };
            if enough {
                let bonus = if derived || self.w.verb_ending(at) { DERIVED_VERB } else { UNKNOWN_VERB };
                self.offer(at, None, score + bonus);
            }
        }
        if depth == DEPTH {
            return;
        }
        for suffix in SUFFIXES {
            if suffix.kind & need == 0 {
                continue;
            }
            // At least two sounds stay.
            if let Some(start) = self.w.suffix_start(at, suffix.pattern).filter(|&start| start >= 2) {
                self.take(suffix, start, at, score, trust, depth);
            }
        }
    }

    /// Takes off `suffix`, which reaches from `start` to `end`, if its own rule allows it.
    fn take(&mut self, suffix: &Suffix, start: usize, end: usize, score: i32, trust: Trust, depth: usize) {
        let w = self.w;
        let mut score = score + LETTER * (end - start) as i32 - suffix.cost;
        let (before, last) = (w.at(start - 2), w.at(start - 1));
        match suffix.rule {
            Rule::AfterVowel => {
                // A single и or у is seldom the end of a word: «сервис-и», «жыйын-ы»; but -чы is one («катчы-сы»), and
                // ы is one before -сы.
                let seldom = matches!(last, 'и' | 'у') || last == 'ы' && w.at(start) == 'н';
                if seldom && matches!(w.at(start), 'н' | 'с') && before != 'ч' && !vowel(before) {
                    score -= 3;
                }
            }
            Rule::Passive => {
                // The passive of stems in л («ал-ын», «кыл-ын»). After other stems it is reflexive, another verb:
                // «көрүн» is not «көр».
                // But such a stem is offered as a verb, below the noun reading of «сөз-ү-нө».
                if last != 'л' {
                    if w.known(VERBS, start) {
                        self.offer(end, None, score - LETTER * (end - start) as i32 + DERIVED_VERB - 1);
                    }
                    return;
                }
            }
            Rule::Contraction => {
                let swallowed = match w.last_vowel(start) {
                    Some('а' | 'ы') => 'а',
                    Some('о' | 'у') | None => 'о',
                    Some(_) => 'е',
                };
                let known = w.listed(VERBS, start, Some(swallowed));
                self.offer(start, Some(swallowed), score + if known { KNOWN_VERB } else { DERIVED_VERB });
                return;
            }
            Rule::VerbalNoun => {
                // тааны-уу is «таануу»: the ы is back if there is such a verb.
                for swallowed in ['ы', 'и', 'у'] {
                    if w.high_agrees(start, swallowed) && w.listed(VERBS, start, Some(swallowed)) {
                        self.offer(start, Some(swallowed), score + KNOWN_VERB);
                    }
                }
            }
            rule => {
                if !leaves_a_word(w, rule, start, depth) {
                    return;
                }
            }
        }
        self.walk(start, suffix.left, score, trust.min(suffix.trust), depth + 1);
    }

    fn may_be_noun(&self, at: usize) -> bool {
        match self.w.spelled() {
            0 if self.w.syllables(at) == 0 => at >= 2,
            0 => at >= 3 || self.w.listed(SHORT, at, None),
            spelled => at >= spelled,
        }
    }
}

/// Whether what is left before `start` can stand without a suffix of this rule; `depth` suffixes are off already.
fn leaves_a_word(w: &Sounds, rule: Rule, start: usize, depth: usize) -> bool {
    let (before, last) = (w.at(start - 2), w.at(start - 1));
    match rule {
        Rule::Possessive | Rule::Theme => {
            // -чу makes the doer and stays: «окуучу», «катчы» are not «окууч-у», «катч-ы».
            let doer = last == 'ч' && (!vowel(before) || w.long_vowel(start - 1));
            let ends = vowel(before) || final_pair(before, last);
            let themed = rule == Rule::Possessive || start >= 4 && w.last_vowel(start).is_some();
            !doer && ends && themed
        }
        Rule::Abstract => {
            // -чылык, -луулук, -таштык name things of their own: «жетекчилик» is not «жетекчи».
            let doer = before == 'ч' && vowel(last);
            let quality = before == 'у' && last == 'у';
            let mutual = last == 'ш' && start > 4 && !w.listed(NOUNS, start, None);
            !(doer || quality || mutual)
        }
        Rule::Time => w.listed(TIMES, start, None),
        // After a vowel it cannot be told from a possessive: «китеби».
        Rule::Question => !vowel(last),
        // -ым of a verb makes a noun («бөл-үм», «кел-иш-им»).
        Rule::FirstPerson => start >= 5 && !w.known(VERBS, start) && !w.derived_verb(start),
        // Too many words end in -м or -н: only after the vowel of a listed word («апа-м», «бала-ң»), and -ң only at the
        // very end.
        Rule::Listed => w.listed(NOUNS, start, None) && (w.at(start) != 'н' || depth == 0),
        // «сура-ш», but «кызматташ» is a verb of its own.
        Rule::Reciprocal => w.listed(VERBS, start, None),
        Rule::Free | Rule::AfterVowel | Rule::Passive | Rule::Contraction | Rule::VerbalNoun => true,
    }
}

/// Makes the stem from the division: puts back what the suffix changed, and brings the ends of all forms together.
fn finish(w: &Sounds, cut: Cut) -> Stem {
    let (keep, inside) = w.letters_before(cut.at);
    if inside {
        // The border goes through «ю» or «я»: кой-ул- written «коюл».
        return Stem { keep, tail: "й" };
    }
    if let Some(vowel) = cut.restored {
        let tail = match vowel {
            'а' => "а",
            'е' => "е",
            'о' => "о",
            'ы' => "ы",
            'и' => "и",
            _ => "у",
        };
        return Stem { keep, tail };
    }
    if let Some((_, keep, tail)) = ELIDED.iter().find(|(stem, ..)| w.is_stem(cut.at, stem)) {
        return Stem { keep: *keep, tail };
    }
    let tail = match w.before(cut.at) {
        // Between vowels п and к are written б and г; at the end of loan words they are heard so.
        Some('б') => "п",
        Some('г') => "к",
        Some('ь') if keep > 2 => "",
        // After у the low vowel is а, after ү it is ө: «куттукта», but «сүйлө». The folded letters of a contracted form
        // («куттуктоо», «сүйлөө») do not say which, so there is one vowel for both.
        Some('а') if w.last_vowel(cut.at - 1) == Some('у') && w.own_letter(cut.at - 1) => "о",
        _ => return Stem { keep, tail: "" },
    };
    Stem { keep: keep - 1, tail }
}
