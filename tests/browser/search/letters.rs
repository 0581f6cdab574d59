//! The script that looks up titles makes of letters what the engine makes.

use bagyt_search::analysis::{Words, fold};
use serde_json::json;

use super::Reader;
use crate::browser::server::Way;
use crate::expect_none;

/// Words of a text as the index holds them before their endings are cut off.
fn words(text: &str) -> Vec<String> {
    Words::new(text).map(|word| word.letters.into_iter().map(fold).collect()).collect()
}

/// Every letter of the alphabets, and what looks like one, by itself and in company.
fn texts() -> Vec<String> {
    let alphabets = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";
    let look_alikes = "ұҥѳӊіїєўґөүəæöüßéñçåøıſÿþđłžčšêâîôûàèùìòθɵ";
    let latin = "abcdefghijklmnopqrstuvwxyz0123456789";
    let own: String = [alphabets, look_alikes, latin].concat();
    let upper = own.to_uppercase();
    let blocks = ('!'..='\u{24f}').chain('\u{370}'..='\u{52f}').chain('\u{2000}'..='\u{206f}');
    let marks = ["\u{306}", "\u{308}", "\u{301}", "\u{ad}", "\u{2060}", "\u{fe0f}", "-", "+", "#", "'", " "];
    let mut texts = Vec::new();
    for c in own.chars().chain(upper.chars()).chain(blocks) {
        texts.extend([format!("{c}"), format!("ж{c}"), format!("x{c}"), format!("{c}ж{c}"), format!("a{c}b")]);
    }
    for c in own.chars().chain(upper.chars()) {
        texts.extend(marks.iter().map(|mark| format!("{c}{mark}{c}т")));
    }
    let whole = [
        "ЖРТга ЖОЖдор ЖРТ Мугалим IT C++ C# +996",
        "ѳмүр Ɵмүр ɵмүр өmүр жаӊы",
        "cлесарь resume",
        "9-класс, окуу жайы!",
        "ЁЛКА Ё\u{308}лка Е\u{308}лка И\u{306}од",
        "Ұлуттук Іс ҥ",
    ];
    texts.extend(whole.map(str::to_string));
    texts
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_makes_of_every_letter_what_the_engine_makes() {
    let reader = Reader::start(Way::File, "ky/about.html").await;
    reader.browser.click("#site-q").await;
    let ready = "try { return bagytSearch.words('а').length === 1 } catch (e) { return false }";
    reader.browser.wait_for("the letters are there", ready).await;
    let texts = texts();
    let script = format!("return {}.map(text => bagytSearch.words(text))", json!(texts));
    let found: Vec<Vec<String>> = reader.browser.eval(&script).await;
    assert!(texts.len() > 5_000 && found.len() == texts.len());
    let differ = texts.iter().zip(&found).filter(|(text, found)| words(text) != **found);
    let differ: Vec<String> =
        differ.map(|(text, found)| format!("{text:?}: {found:?}, not {:?}", words(text))).collect();
    expect_none("texts whose words differ", &differ);
    reader.leaves_cleanly().await;
}
