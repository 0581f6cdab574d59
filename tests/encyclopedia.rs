//! The repository's own encyclopedia: what its texts and facts promise.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use bagyt::bundle::Memory;
use bagyt::diag::{Diagnostics, Format, render};
use bagyt::progress::Silent;
use bagyt::{Memo, Request};
use serde_json::Value;

/// The encyclopedia as the site exports it, by language.
static PROFESSIONS: LazyLock<BTreeMap<&str, Vec<Value>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (memory, mut out) = (Memory::default(), Diagnostics::new());
    let request =
        Request { root, base_url: None, search: false, drafts: false, today: jiff::civil::date(2026, 11, 22) };
    let summary = bagyt::build(&request, &Memo::default(), &memory, &Silent, &mut out);
    let said = render(&out, root, Format::Short).text;
    assert!(summary.is_some(), "{said}");
    assert_eq!(said, "", "nothing is missing in the repository's own content");
    memory.commit();
    let read = |lang| {
        let bytes = memory.get(&format!("{lang}/finder/professions.json")).expect("the encyclopedia is exported");
        let document: Value = serde_json::from_slice(&bytes).expect("the export is JSON");
        (lang, document["professions"].as_array().expect("it lists professions").clone())
    };
    [read("ky"), read("ru")].into()
});

fn all(lang: &str) -> &'static [Value] {
    &PROFESSIONS[lang]
}

fn id(profession: &Value) -> &str {
    profession["id"].as_str().expect("a profession has an id")
}

/// Every text of a record, wherever it stands; ids, addresses and dates are none.
fn texts<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    const NO_TEXTS: [&str; 14] = [
        "id",
        "isco08",
        "source",
        "sources",
        "review",
        "page",
        "near_alternatives",
        "related",
        "conditions",
        "field",
        "competencies",
        "school_subjects",
        "study_at",
        "official_title",
    ];
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(map) => {
            map.iter().filter(|(key, _)| !NO_TEXTS.contains(&key.as_str())).for_each(|(_, item)| texts(item, found));
        }
        _ => {}
    }
}

/// Sentences in small letters, without quotes and points; what is shorter than three words says nothing of its own.
fn sentences(profession: &Value) -> BTreeSet<String> {
    let mut found = Vec::new();
    texts(profession, &mut found);
    let parts = found.iter().flat_map(|text| text.split(['.', '!', '?', '…', '\n']));
    let plain = parts.map(|sentence| {
        let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    });
    // What a record says in words of the program, «on_the_job», is in Latin letters.
    let written = |words: &Vec<String>| words.iter().any(|word| word.contains(|c: char| ('а'..='я').contains(&c)));
    plain.filter(|words| words.len() > 2 && written(words)).map(|words| words.join(" ")).collect()
}

#[test]
fn no_two_professions_share_a_sentence() {
    let mut shared = Vec::new();
    for lang in ["ky", "ru"] {
        let mut first: BTreeMap<String, &str> = BTreeMap::new();
        for profession in all(lang) {
            for sentence in sentences(profession) {
                if let Some(other) = first.insert(sentence.clone(), id(profession)) {
                    shared.push(format!("{lang}: {other} and {}: {sentence}", id(profession)));
                }
            }
        }
        assert!(first.len() > 60 * 30, "{lang}: {} sentences in all", first.len());
    }
    assert!(shared.is_empty(), "{}", shared.join("\n"));
}

#[test]
fn no_two_professions_have_the_same_interests_or_title() {
    for lang in ["ky", "ru"] {
        let mut interests = BTreeSet::new();
        let mut titles = BTreeSet::new();
        for profession in all(lang) {
            assert!(interests.insert(profession["interests"].to_string()), "{}: interests of another", id(profession));
            let names = profession["alt_titles"].as_array().expect("other titles are a list");
            for title in names.iter().chain([&profession["title"]]) {
                let title = title.as_str().expect("a title is a text").to_lowercase();
                assert!(titles.insert(title.clone()), "{lang} {}: «{title}» is another's title", id(profession));
            }
        }
    }
}

#[test]
fn the_encyclopedia_is_broad_and_open_after_grade_nine() {
    let all = all("ru");
    assert!(all.len() >= 60, "{} professions", all.len());
    let fields: BTreeSet<&str> = all.iter().filter_map(|profession| profession["field"]["id"].as_str()).collect();
    assert!(fields.len() >= 15, "{} fields", fields.len());
    let leads = |profession: &&Value, kinds: &[&str]| {
        let routes = profession["routes"].as_array().expect("routes are a list");
        let fits = |route: &Value| route["after_grade"] == 9 && kinds.iter().any(|kind| route["kind"] == *kind);
        routes.iter().any(fits)
    };
    let early = all.iter().filter(|profession| leads(profession, &["lyceum", "college"])).count();
    assert!(early * 3 >= all.len(), "{early} of {} lead on after grade 9", all.len());
    for letter in ["R", "I", "A", "S", "E", "C"] {
        let code = |profession: &&Value| profession["interest_code"].as_str().is_some_and(|code| code.contains(letter));
        assert!(all.iter().filter(code).count() >= 5, "few professions for {letter}");
    }
}

#[test]
fn every_profession_is_a_draft_until_somebody_confirms_it() {
    for lang in ["ky", "ru"] {
        for profession in all(lang) {
            // A date may stand here one day; until then the page must say that it is a draft.
            let review = &profession["review"];
            let known = |state: &Value| state.is_null() || state.as_str().is_some_and(|date| date.len() == 10);
            assert!(known(&review["text"]) && known(&review["facts"]), "{}: {review}", id(profession));
        }
    }
}

#[test]
fn what_is_claimed_has_a_source() {
    for profession in all("ru") {
        for key in ["official_title", "pay", "demand"] {
            let claim = &profession[key];
            assert!(claim.is_null() || claim["source"].is_string(), "{}: {key}", id(profession));
        }
        for key in ["study_at", "restrictions"] {
            let claims = profession[key].as_array().expect("claims are a list");
            assert!(claims.iter().all(|claim| claim["source"].is_string()), "{}: {key}", id(profession));
        }
        for route in profession["routes"].as_array().expect("routes are a list") {
            let claims = route["ort"] == "yes" || !route["months"].is_null();
            assert!(!claims || route["source"].is_string(), "{}: {}", id(profession), route["text"]);
        }
        assert!(!profession["sources"].as_array().expect("sources are a list").is_empty(), "{}", id(profession));
    }
}

#[test]
fn letters_are_those_of_the_language() {
    // Letters that look alike and are others; NFKC does not fold them.
    const ALIKE: &str = "ѳѲƟɵӊӉöüÖÜ";
    for lang in ["ky", "ru"] {
        for profession in all(lang) {
            let mut found = Vec::new();
            texts(profession, &mut found);
            for text in found {
                assert!(!text.contains(|c| ALIKE.contains(c)), "{lang} {}: {text}", id(profession));
                let is =
                    |c: char| ('а'..='я').contains(&c.to_lowercase().next().unwrap_or(c)) || "ёөүңЁӨҮҢ".contains(c);
                for word in text.split(|c: char| !c.is_alphabetic()) {
                    let mixed = word.chars().any(|c| c.is_ascii_alphabetic()) && word.chars().any(is);
                    assert!(!mixed, "{lang} {}: two alphabets in «{word}»", id(profession));
                }
            }
        }
    }
}
