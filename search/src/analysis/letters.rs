//! Single letters: which are the same, which were meant, which are no letters at all.

/// Part of a word: a letter or a digit.
pub fn is_part(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' => true,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

/// The small letter that was meant: letters that look like Kyrgyz ones become them.
pub fn clean(c: char) -> char {
    // Nearly all letters of a text, without a look into tables.
    if matches!(c, 'а'..='я') {
        return c;
    }
    match lower(c) {
        // Barred o as Cyrillic, Latin and fita; hooked n; the Kazakh straight u with stroke is typed for ү.
        'ѳ' | 'ɵ' => 'ө',
        'ӊ' | 'ҥ' => 'ң',
        'ұ' => 'ү',
        'і' => 'и',
        small => small,
    }
}

/// One small letter: the index has no use for letters that become two.
fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

/// The letter that people without a Kyrgyz keyboard type.
pub fn fold(c: char) -> char {
    match c {
        'ө' => 'о',
        'ү' => 'у',
        'ң' => 'н',
        'ё' => 'е',
        _ => c,
    }
}

/// The other letter that folds to this one.
pub fn unfold(c: char) -> Option<char> {
    match c {
        'о' => Some('ө'),
        'у' => Some('ү'),
        'н' => Some('ң'),
        'е' => Some('ё'),
        _ => None,
    }
}

/// The Cyrillic letter that a Latin one looks like, in a word that has Cyrillic letters beside it.
pub fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'i' => 'и',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'ö' | 'θ' => 'ө',
        'p' => 'р',
        't' => 'т',
        'ü' => 'ү',
        'x' => 'х',
        'y' => 'у',
        _ => return None,
    })
}

/// Cyrillic, with the letters of Kyrgyz.
pub fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{052F}')
}

/// What stands inside words without being part of them: combining marks, soft hyphens, joiners, marks of direction.
pub fn is_ignored(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}'
            | '\u{0300}'..='\u{036F}'
            | '\u{0483}'..='\u{0489}'
            | '\u{061C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

/// A letter and the combining mark after it as one letter; `None` if the mark is to be dropped.
///
/// й and ё may come in two pieces from a text processor; dropping their marks would make other words of them.
pub fn compose(c: char, mark: char) -> Option<char> {
    match (c, mark) {
        ('и', '\u{0306}') => Some('й'),
        ('е', '\u{0308}') => Some('ё'),
        _ => None,
    }
}

/// A vowel, not folded.
pub fn is_vowel(c: char) -> bool {
    "аеёиоөуүыэюя".contains(c)
}
