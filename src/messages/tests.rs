//! The catalogue, held against what its readers need.

use std::collections::BTreeSet;

use super::catalogue::CATALOGUE;
use super::template::{Piece, pieces};
use super::{Arg, Locale, Message, say};

/// The names that a template fills in.
fn names(template: &str) -> BTreeSet<&str> {
    let name = |piece| match piece {
        Piece::Text(_) => None,
        Piece::Name(name) | Piece::Forms(name, _) => Some(name),
    };
    pieces(template).filter_map(name).collect()
}

#[test]
fn every_text_fills_in_the_same_in_every_language() {
    for entry in CATALOGUE {
        let wanted: BTreeSet<&str> = entry.args.iter().copied().collect();
        for (locale, text) in Locale::ALL.into_iter().zip(entry.texts) {
            assert_eq!(names(text), wanted, "{} in {}", entry.key, locale.code());
            assert!(!text.trim().is_empty(), "{} in {}", entry.key, locale.code());
        }
    }
}

#[test]
fn every_word_beside_a_number_has_the_forms_of_its_language() {
    for entry in CATALOGUE {
        for (text, forms) in entry.texts.into_iter().zip([2, 3, 1]) {
            for piece in pieces(text) {
                if let Piece::Forms(_, found) = piece {
                    assert_eq!(found.len(), forms, "{}: {text}", entry.key);
                }
            }
        }
    }
}

#[test]
fn texts_are_in_their_own_letters() {
    for entry in CATALOGUE {
        if entry.key == "help_examples" {
            // A question in Kyrgyz stands in it.
            continue;
        }
        let [en, ru, ky] = entry.texts;
        let is_cyrillic = |c: char| ('а'..='я').contains(&c.to_lowercase().next().unwrap_or(c)) || "ёөүң".contains(c);
        let words =
            |text: &str| text.split(' ').any(|word| word.len() > 3 && word.chars().all(|c| c.is_ascii_lowercase()));
        assert!(!en.chars().any(is_cyrillic), "{}: {en}", entry.key);
        assert!(!ru.contains(['ө', 'ү', 'ң', 'Ө', 'Ү']), "{}: {ru}", entry.key);
        if words(en) {
            assert!(ru.chars().any(is_cyrillic) && ky.chars().any(is_cyrillic), "{}: {ru} / {ky}", entry.key);
            // Words such as «текст» are the same in both.
            assert!(ru != ky || !ru.contains(' '), "{}: {ru}", entry.key);
        }
    }
}

#[test]
fn what_is_wrong_has_no_full_stop_and_advice_has_one_in_every_language() {
    for entry in CATALOGUE {
        let [en, ru, ky] = entry.texts.map(|text| text.trim_end().ends_with('.'));
        assert!(en == ru && ru == ky, "{}: {:?}", entry.key, entry.texts);
    }
}

#[test]
fn numbers_choose_the_form() {
    let said = |count: usize| Locale::ALL.map(|locale| say::count_of_pages(count).text(locale));
    assert_eq!(said(1), ["1 page", "1 страница", "1 барак"]);
    assert_eq!(said(3), ["3 pages", "3 страницы", "3 барак"]);
    assert_eq!(said(11), ["11 pages", "11 страниц", "11 барак"]);
    assert_eq!(said(21), ["21 pages", "21 страница", "21 барак"]);
}

#[test]
fn what_is_filled_in_stands_as_it_is_and_parts_are_said_in_the_same_language() {
    let message = say::expected_found(say::a_list(), say::a_text());
    assert_eq!(message.text(Locale::En), "expected a list, found a text");
    assert_eq!(message.text(Locale::Ky), "бул жерде тизме керек, бирок текст турат");
    let braces = say::there_is_no_file("{written} {{x}}");
    assert_eq!(braces.text(Locale::En), "there is no file `{written} {{x}}`");
    let removed = say::drawing_is_published_without(vec![say::element_named("script"), say::handler_named("onload")]);
    assert_eq!(removed.text(Locale::En), "the drawing is published without `script`, the handler `onload`");
    assert_eq!(message.key(), "expected_found");
    assert_eq!(message.args().map(|(name, _)| name).collect::<Vec<_>>(), ["expected", "found"]);
    assert_eq!(message.args().next().map(|(_, arg)| arg.clone()), Some(Arg::Message(say::a_list())));
}

#[test]
fn a_message_can_be_remembered() {
    let message = say::expected_found(say::a_list(), say::a_text());
    let bytes = postcard::to_stdvec(&message).unwrap();
    assert_eq!(postcard::from_bytes::<Message>(&bytes).unwrap(), message);
    let broken: Message = postcard::from_bytes(&[0xFF, 0xFF, 0x03, 0]).unwrap();
    assert_eq!(broken.text(Locale::En), "", "a number without a text says nothing");
}
