//! Where a run of `*` or `~~` begins or ends emphasis.
//!
//! CommonMark decides by the characters on both sides. A run between a mark and a letter can only open: right for
//! languages in which nothing but a space follows a closing quotation mark. Kyrgyz hangs its suffixes there, as in
//! `**«Билим»**ди`, `**(кашаа)**да` or `**[сөз](b.md)**ни`. So here
//! - a run after a mark and before a letter can close as well, unless the mark is one that opens (a bracket, `«`, `„`, or
//!   a straight quotation mark after a space);
//! - a run of `*` after a letter and before a bracket, a quotation mark, code or a tag can open as well.
//!
//! All else is CommonMark's, also that `_` does neither within a word. What follows of it: `сөз*(а)*сөз` is emphasis here
//! and three plain texts there. A helper between the run and the letter is what makes the parser see it so: beside a
//! mark on each side a run can do both.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use memchr::memchr3;

use super::tags;

/// The places where a helper is wanted, rising: at runs as above, and before every tag of [`tags`], for at the beginning
/// of a line it would open a block of raw HTML, in which nothing is Markdown.
pub fn helpers(markdown: &str) -> Vec<usize> {
    let mut wanted = Vec::new();
    let mut from = 0;
    while let Some(found) = memchr3(b'*', b'~', b'<', &markdown.as_bytes()[from..]) {
        let at = from + found;
        let mark = markdown.as_bytes()[at];
        let escaped = markdown[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2;
        if mark == b'<' {
            from = at + 1;
            if escaped == 0 && tags::own(&markdown[at..]).is_some() {
                wanted.push(at);
            }
            continue;
        }
        let length = markdown.as_bytes()[at..].iter().take_while(|byte| **byte == mark).count();
        from = at + length;
        let run = at + escaped..at + length;
        if run.is_empty() || mark == b'~' && run.len() != 2 {
            continue;
        }
        let (before, after) = (&markdown[..run.start], &markdown[run.end..]);
        if ends_with_letter(before) && mark == b'*' && begins(after) {
            wanted.push(run.start);
        } else if after.starts_with(char::is_alphabetic) && ends(before) {
            wanted.push(run.end);
        }
    }
    wanted
}

/// What a mark says about which side its words are on.
#[derive(PartialEq)]
enum Side {
    /// A letter, a digit, or what belongs to one.
    None,
    Space,
    Opens,
    Closes,
    /// Only its neighbours tell.
    Either,
}

fn side(c: char) -> Side {
    if c.is_alphanumeric() {
        return Side::None;
    }
    if c.is_whitespace() {
        return Side::Space;
    }
    match c {
        // They open in one language and close in another, or are an apostrophe.
        '“' | '‘' | '’' | '”' => return Side::Either,
        '.' | ',' | ':' | ';' | '!' | '?' | '…' | '%' | '‰' | '°' => return Side::Closes,
        _ => {}
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    match category {
        GeneralCategory::OpenPunctuation | GeneralCategory::InitialPunctuation => Side::Opens,
        GeneralCategory::ClosePunctuation | GeneralCategory::FinalPunctuation => Side::Closes,
        _ if GeneralCategoryGroup::Punctuation.contains(category) => Side::Either,
        _ if GeneralCategoryGroup::Symbol.contains(category) => Side::Either,
        _ => Side::None,
    }
}

fn ends_with_letter(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphabetic)
}

/// Whether a text ends with a mark that belongs to the words before it.
fn ends(text: &str) -> bool {
    let mut marks = text.chars().rev().map(side).take(MARKS);
    match marks.next() {
        Some(Side::Closes) => true,
        Some(Side::Either) => match marks.find(|side| *side != Side::Either) {
            Some(Side::None | Side::Closes) => true,
            Some(Side::Space | Side::Opens | Side::Either) | None => false,
        },
        _ => false,
    }
}

/// Whether a text begins with a mark that belongs to the words after it.
fn begins(text: &str) -> bool {
    let mut chars = text.chars().take(MARKS);
    match chars.next() {
        Some('"' | '\'' | '“' | '‘' | '’' | '”' | '`' | '<') => {
            match chars.map(side).find(|side| *side != Side::Either) {
                Some(Side::None | Side::Opens) => true,
                Some(Side::Space | Side::Closes | Side::Either) | None => false,
            }
        }
        Some(first) => side(first) == Side::Opens,
        None => false,
    }
}

/// How many marks in a row are looked at.
const MARKS: usize = 16;

#[cfg(test)]
mod tests {
    use super::super::Source;
    use pulldown_cmark::{Event, Tag, TagEnd};

    /// Emphasis as `<e>`, strong as `<s>`, deleted as `<d>`; links and pictures as `[`.
    fn read(markdown: &str) -> String {
        let source = Source::new(markdown);
        let (events, _) = source.read().expect("not deep");
        let piece = |(event, range): &(Event, std::ops::Range<usize>)| match event {
            Event::Start(Tag::Emphasis) => "<e>".to_string(),
            Event::End(TagEnd::Emphasis) => "</e>".to_string(),
            Event::Start(Tag::Strong) => "<s>".to_string(),
            Event::End(TagEnd::Strong) => "</s>".to_string(),
            Event::Start(Tag::Strikethrough) => "<d>".to_string(),
            Event::End(TagEnd::Strikethrough) => "</d>".to_string(),
            Event::Start(Tag::Link { dest_url, .. }) => format!("[{dest_url}|"),
            Event::End(TagEnd::Link) => "]".to_string(),
            Event::Text(text) => {
                assert!(markdown[range.clone()].contains(text.as_ref()) || markdown.contains('\\'), "{text}");
                text.to_string()
            }
            Event::Code(text) => format!("`{text}`"),
            _ => String::new(),
        };
        events.iter().map(piece).collect()
    }

    #[test]
    fn a_suffix_after_a_mark_leaves_the_emphasis_whole() {
        for (written, wanted) in [
            ("**«Билим»**ди окуу", "<s>«Билим»</s>ди окуу"),
            ("**(кашаа)**да", "<s>(кашаа)</s>да"),
            ("*«Ала-Тоо»*нун", "<e>«Ала-Тоо»</e>нун"),
            ("**[сөз](b.md)**ни", "<s>[b.md|сөз]</s>ни"),
            ("**[сөз](https://a.kg/b)**ни", "<s>[https://a.kg/b|сөз]</s>ни"),
            ("**`код`**ду", "<s>`код`</s>ду"),
            ("**„Манас“**ты, **“Манас”**ты", "<s>„Манас“</s>ты, <s>“Манас”</s>ты"),
            ("**\"Манас\"**ты", "<s>\"Манас\"</s>ты"),
            ("**100 %**дан", "<s>100 %</s>дан"),
            ("***«Билим»***ди", "<e><s>«Билим»</s></e>ди"),
            ("~~«Билим»~~ди", "<d>«Билим»</d>ди"),
            ("**_«Билим»_**ди", "<s><e>«Билим»</e></s>ди"),
            ("**Маани:**сөз", "<s>Маани:</s>сөз"),
        ] {
            assert_eq!(read(written), wanted, "{written}");
        }
    }

    #[test]
    fn emphasis_opens_after_a_letter_too() {
        for (written, wanted) in [
            ("сөз**«Билим»**", "сөз<s>«Билим»</s>"),
            ("сөз**«Билим»**ди", "сөз<s>«Билим»</s>ди"),
            ("сөз*\"Билим\"*", "сөз<e>\"Билим\"</e>"),
            ("сөз**[а](b.md)**ни", "сөз<s>[b.md|а]</s>ни"),
            ("**«А»**ны сөз**«Б»**", "<s>«А»</s>ны сөз<s>«Б»</s>"),
            ("**«А»**нын жана **«Б»**нын", "<s>«А»</s>нын жана <s>«Б»</s>нын"),
            ("**«Билим»**ди окуу **маанилүү**", "<s>«Билим»</s>ди окуу <s>маанилүү</s>"),
        ] {
            assert_eq!(read(written), wanted, "{written}");
        }
    }

    #[test]
    fn the_rest_is_commonmark() {
        for (written, wanted) in [
            ("**Бир «*эки*» үч**", "<s>Бир «<e>эки</e>» үч</s>"),
            ("*бир (*эки*) үч*", "<e>бир (<e>эки</e>) үч</e>"),
            ("**бир.*эки*.үч**", "<s>бир.<e>эки</e>.үч</s>"),
            ("сөз.**Экинчи** сөз", "сөз.<s>Экинчи</s> сөз"),
            ("\\**«а»\\**да", "*<e>«а»*</e>да"),
            ("\\*\\*«а»\\*\\*да", "**«а»**да"),
            ("_«а»_да", "_«а»_да"),
            ("** «а» **да", "** «а» **да"),
            ("`**«а»**да`", "`**«а»**да`"),
            ("2*(3+4)*5", "2*(3+4)*5"),
            ("**сло́**во", "<s>сло́</s>во"),
        ] {
            assert_eq!(read(written), wanted, "{written}");
        }
    }
}
