//! The sounds of a word, and how suffixes agree with them.

use super::words::SPELLED;

/// Letters looked at from the end of a word. No chain of suffixes is longer, and the time for a word has a bound.
const WINDOW: usize = 40;

/// The end of a word in sounds: «ю» and «я» are written out as «йу» and «йа», because a border can go through them
/// («коюлган» is кой-ул-ган).
pub struct Sounds {
    sounds: Vec<char>,
    /// For each sound, the place of its letter in the word.
    letters: Vec<usize>,
    /// The whole word is here, not only its end.
    whole: bool,
    /// Letters in the word.
    word_len: usize,
    /// Letters of the abbreviation the word begins with. It is read letter by letter, so that nothing can be said of
    /// the first sound of a suffix after it («АКШга», «ГЭСтин»).
    spelled: usize,
}

impl Sounds {
    pub fn new(word: &[char]) -> Sounds {
        let from = word.len().saturating_sub(WINDOW);
        let mut sounds = Vec::with_capacity(WINDOW + 8);
        let mut letters = Vec::with_capacity(WINDOW + 8);
        for (place, &letter) in word.iter().enumerate().skip(from) {
            // A folded ё after о: «коёбуз», «боёк», «чоңоёт».
            let native = matches!(word[0], 'б' | 'ж' | 'к' | 'о' | 'с' | 'т' | 'ч');
            let yo = letter == 'е' && sounds.last() == Some(&'о') && native && (place <= 2 || place + 2 >= word.len());
            let (first, second) = if yo { ('й', Some('о')) } else { written_out(letter) };
            for sound in std::iter::once(first).chain(second) {
                sounds.push(sound);
                letters.push(place);
            }
        }
        let spelled = SPELLED
            .iter()
            .map(|name| (name.chars().count(), name))
            .find(|&(len, name)| from == 0 && word.len() > len && name.chars().eq(word[..len].iter().copied()))
            .map_or(0, |(len, _)| len);
        Sounds { sounds, letters, whole: from == 0, word_len: word.len(), spelled }
    }

    pub fn len(&self) -> usize {
        self.sounds.len()
    }

    pub fn spelled(&self) -> usize {
        self.spelled
    }

    /// The sound at a place inside the word.
    pub fn at(&self, place: usize) -> char {
        self.sounds[place]
    }

    pub fn before(&self, end: usize) -> Option<char> {
        end.checked_sub(1).and_then(|place| self.sounds.get(place)).copied()
    }

    fn last_vowel_place(&self, end: usize) -> Option<usize> {
        self.sounds[..end].iter().rposition(|&c| vowel(c)).filter(|&place| place >= self.spelled)
    }

    pub fn last_vowel(&self, end: usize) -> Option<char> {
        self.last_vowel_place(end).map(|place| self.sounds[place])
    }

    pub fn long_vowel(&self, end: usize) -> bool {
        end >= 2 && vowel(self.sounds[end - 1]) && self.sounds[end - 1] == self.sounds[end - 2]
    }

    /// Vowels before `end`, a long one or a pair counted once.
    pub fn syllables(&self, end: usize) -> usize {
        let mut count = 0;
        let mut inside = false;
        for &sound in &self.sounds[..end] {
            count += usize::from(vowel(sound) && !inside);
            inside = vowel(sound);
        }
        count
    }

    /// How many letters the sounds before `end` take, and whether the last of them is cut through.
    pub fn letters_before(&self, end: usize) -> (usize, bool) {
        match self.letters.get(end) {
            None => (self.word_len, false),
            Some(&letter) => (letter, end > 0 && self.letters[end - 1] == letter),
        }
    }

    /// Is the sound a letter of its own, not the second half of «я»?
    pub fn own_letter(&self, place: usize) -> bool {
        place == 0 || self.letters[place] != self.letters[place - 1]
    }

    pub fn is_stem(&self, end: usize, stem: &str) -> bool {
        self.whole && spoken(stem).eq(self.sounds[..end].iter().copied())
    }

    pub fn ends_with(&self, end: usize, tail: &str) -> bool {
        let mut rest = self.sounds[..end].iter().rev();
        tail.chars().rev().all(|c| rest.next() == Some(&c))
    }

    /// Are the sounds before `end`, with `extra` after them, in the list?
    pub fn listed(&self, list: &[&str], end: usize, extra: Option<char>) -> bool {
        self.whole && find(list, self.sounds[..end].iter().copied().chain(extra))
    }

    /// The same, or would be if between vowels its к or п had not become г or б?
    pub fn known(&self, list: &[&str], end: usize) -> bool {
        self.listed(list, end, None)
            || match self.before(end) {
                Some('г') => self.listed(list, end - 1, Some('к')),
                Some('б') => self.listed(list, end - 1, Some('п')),
                _ => false,
            }
    }

    /// Does it end like a verb made from a noun (-ла, -лан, -лаш) or from another verb (-дыр)?
    pub fn derived_verb(&self, end: usize) -> bool {
        ["MA", "MAн", "MAш", "DIр"].iter().any(|pattern| self.derived_by(end, pattern))
    }

    /// Does it have another ending that verbs often have? Weaker: nouns have them too.
    pub fn verb_ending(&self, end: usize) -> bool {
        ["GIз", "~т", "Aй"].iter().any(|pattern| self.derived_by(end, pattern))
    }

    fn derived_by(&self, end: usize, pattern: &str) -> bool {
        self.suffix_start(end, pattern).is_some_and(|start| start >= 2 && self.last_vowel(start).is_some())
    }

    /// Where the suffix that ends at `end` starts, if it is there and agrees with the sounds before it.
    ///
    /// The signs of a pattern are told in [`super::suffixes`].
    pub fn suffix_start(&self, end: usize, pattern: &str) -> Option<usize> {
        let (pattern, only_after_vowel) = match pattern.strip_prefix('~') {
            Some(rest) => (rest, true),
            None => (pattern, false),
        };
        let mut start = end;
        for sign in pattern.chars().rev() {
            let sound = self.before(start)?;
            start -= 1;
            let prev = self.before(start)?;
            if !self.agrees(sign, sound, prev, start, end) {
                return None;
            }
        }
        let prev = self.before(start)?;
        if self.last_vowel(start).is_none() {
            return Some(start);
        }
        if only_after_vowel && !vowel(prev) {
            return None;
        }
        // A suffix that begins with a vowel stands after a consonant, and к or п between vowels would be г or б.
        let hard = matches!(prev, 'к' | 'п') && start >= 2 && vowel(self.sounds[start - 2]);
        if vowel(self.sounds[start]) && (vowel(prev) || hard) {
            return None;
        }
        Some(start)
    }

    fn agrees(&self, sign: char, sound: char, prev: char, place: usize, end: usize) -> bool {
        // Nothing is heard of an abbreviation.
        let mute = self.last_vowel_place(place).is_none();
        let soft = mute || !voiceless(prev);
        let hard = voiceless(prev) || loan_stop(prev);
        match (sign, sound) {
            ('A', 'а' | 'е' | 'о') => self.low_agrees(place, sound),
            ('I', 'ы' | 'и' | 'у') => self.high_agrees(place, sound),
            ('D', 'д') | ('G', 'г') => soft,
            ('D', 'т') | ('G', 'к') => hard,
            ('B', 'б') => !voiceless(prev),
            ('B', 'п') => voiceless(prev),
            ('L' | 'M', 'л') => vowel(prev) || matches!(prev, 'р' | 'й'),
            ('L', 'д') => !vowel(prev) && !voiceless(prev) && !matches!(prev, 'р' | 'й'),
            ('M', 'д') => !vowel(prev) && !voiceless(prev),
            ('N', 'н') => mute || vowel(prev),
            ('N', 'д') => !vowel(prev) && soft,
            ('L' | 'M' | 'N', 'т') => hard,
            ('K', 'к') => true,
            ('K', 'г') => self.sounds.get(end).is_some_and(|&next| vowel(next)),
            _ => sign == sound,
        }
    }

    fn low_agrees(&self, place: usize, sound: char) -> bool {
        match self.last_vowel(place) {
            None => true,
            Some('а' | 'ы') => sound == 'а',
            Some('о') => sound == 'о',
            // у is also a folded ү.
            Some('у') => matches!(sound, 'а' | 'о'),
            Some(_) => sound == 'е' || sound == 'о' && self.folded_yo(place),
        }
    }

    /// Can the high vowel `sound` stand after the sounds before `place`?
    pub fn high_agrees(&self, place: usize, sound: char) -> bool {
        match self.last_vowel(place) {
            None => true,
            Some('а' | 'ы') => sound == 'ы',
            Some('о' | 'у') => sound == 'у',
            Some(_) => sound == 'и' || sound == 'у' && self.folded_yo(place),
        }
    }

    /// Is the last vowel the «е» of a folded -ёр or -ёт («актёр», «отчёт»)? It is rounded.
    fn folded_yo(&self, end: usize) -> bool {
        self.last_vowel_place(end)
            .is_some_and(|place| self.sounds[place] == 'е' && matches!(self.sounds.get(place + 1), Some('р' | 'т')))
    }
}

fn written_out(letter: char) -> (char, Option<char>) {
    match letter {
        'ю' => ('й', Some('у')),
        'я' => ('й', Some('а')),
        other => (other, None),
    }
}

/// The word in sounds.
pub fn spoken(word: &str) -> impl Iterator<Item = char> + Clone + '_ {
    word.chars().flat_map(|letter| {
        let (first, second) = written_out(letter);
        std::iter::once(first).chain(second)
    })
}

/// Is the word, given in sounds, in the list? The list is sorted by sounds.
pub fn find(list: &[&str], word: impl Iterator<Item = char> + Clone) -> bool {
    list.binary_search_by(|entry| spoken(entry).cmp(word.clone())).is_ok()
}

pub fn vowel(sound: char) -> bool {
    matches!(sound, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э')
}

fn voiceless(sound: char) -> bool {
    matches!(sound, 'п' | 'т' | 'к' | 'с' | 'ш' | 'ч' | 'х' | 'ф' | 'ц' | 'щ')
}

/// Voiced at the end of loan words; people write both kinds of suffix after them («клубга», «клубка»).
fn loan_stop(sound: char) -> bool {
    matches!(sound, 'б' | 'в' | 'г' | 'д')
}

/// Two consonants a stem can end with. «мектепт» is none, so that «-и» is not cut from «мектепти».
pub fn final_pair(first: char, second: char) -> bool {
    match second {
        'т' => matches!(first, 'р' | 'л' | 'н' | 'с' | 'ш' | 'к' | 'п' | 'й' | 'ф' | 'т'),
        'к' | 'г' => matches!(first, 'р' | 'л' | 'н' | 'с' | 'й'),
        'д' => matches!(first, 'р' | 'н' | 'л' | 'й'),
        'с' => matches!(first, 'р' | 'к' | 'н' | 'с' | 'й' | 'л' | 'п'),
        'п' | 'б' => matches!(first, 'р' | 'л' | 'м' | 'й'),
        'ч' => matches!(first, 'р' | 'н' | 'л'),
        'м' => matches!(first, 'з' | 'р' | 'л' | 'й' | 'т'),
        'р' => matches!(first, 'т' | 'д' | 'б' | 'й' | 'к' | 'п'),
        'л' => matches!(first, 'й' | 'н' | 'к' | 'л' | 'р' | 'б' | 'ф'),
        _ => true,
    }
}
