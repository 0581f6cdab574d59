//! The repository's own encyclopedia: what its texts and facts promise.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;

use crate::site;

/// The encyclopedia as the site exports it, by language.
static PROFESSIONS: LazyLock<BTreeMap<&str, Vec<Value>>> = LazyLock::new(|| {
    let site = site::own();
    assert_eq!(site.said, "", "nothing is missing in the repository's own content");
    let read = |lang| {
        let export = site::read(&site.folder, &format!("{lang}/finder/professions.json"));
        let document: Value = serde_json::from_str(&export).expect("the export is JSON");
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

#[test]
fn every_way_in_has_a_duration_or_says_why_it_has_none() {
    for profession in all("ru") {
        for route in profession["routes"].as_array().expect("routes are a list") {
            let (months, why) = (!route["months"].is_null(), route["no_months"].as_str());
            assert!(months != why.is_some(), "{}: {}", id(profession), route["text"]);
            // At work alone there may be no duration by the nature of it.
            assert!(why != Some("so_able") || route["kind"] == "on_the_job", "{}: {}", id(profession), route["text"]);
        }
    }
}

#[test]
fn advice_stands_apart_from_what_is_known() {
    // Words of the page on which advice is collected; a way in says what it is, `ask` what nobody could find out.
    let advice = |lang: &str, text: &str| {
        let words = words_of(text);
        let asks: &[&str] = if lang == "ru" {
            &["спроси", "узнай", "уточни", "выясни"]
        } else {
            &["сура", "такта"]
        };
        words.iter().any(|word| asks.contains(&word.as_str()))
    };
    let mut left = Vec::new();
    for lang in ["ky", "ru"] {
        let mut asked = 0;
        for profession in all(lang) {
            for route in profession["routes"].as_array().expect("routes are a list") {
                asked += usize::from(!route["ask"].is_null());
                let text = route["text"].as_str().expect("a way has a text");
                if advice(lang, text) {
                    left.push(format!("{lang} {}: {text}", id(profession)));
                }
            }
        }
        assert!(asked > 100, "{lang}: {asked}");
        let page = site::read(&site::own().folder, &format!("{lang}/finder/unknown.html"));
        let groups = page.matches("<h2 id=").count();
        assert!(groups >= 4, "{lang}: {groups} kinds of what is unknown");
    }
    crate::expect_none("advice in the text of a way", &left);
}

/// Words in small letters.
fn words_of(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The unit groups of ISCO-08 by their codes, as the International Labour Organization has them.
fn isco() -> BTreeMap<&'static str, &'static str> {
    let lines = include_str!("isco-08.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_once('\t').expect("a code and a title")).collect()
}

#[test]
fn every_code_is_a_unit_group_of_isco_08() {
    let known = isco();
    assert_eq!(known.len(), 436, "the unit groups of ISCO-08");
    let mut several = 0;
    for profession in all("ru") {
        let first = profession["isco08"].as_str().expect("a profession has a code");
        let more = profession["isco08_also"].as_array().expect("further codes are a list");
        let codes: Vec<&str> = std::iter::once(first).chain(more.iter().filter_map(Value::as_str)).collect();
        let different: BTreeSet<&str> = codes.iter().copied().collect();
        assert_eq!(codes.len(), different.len(), "{}: a code twice", id(profession));
        several += usize::from(codes.len() > 1);
        for code in codes {
            assert!(known.contains_key(code), "{}: `{code}` is no unit group", id(profession));
        }
    }
    assert!(several >= 30, "{several} professions of several groups");
}

#[test]
fn what_is_near_says_what_one_would_have_to_learn() {
    for lang in ["ky", "ru"] {
        for profession in all(lang) {
            let near = profession["near"].as_array().expect("near ones are a list");
            assert!(near.len() >= 4, "{}: {} near", id(profession), near.len());
            let mut best = 0;
            for other in near {
                let (common, of) = (other["common"].as_u64().unwrap_or(0), other["of"].as_u64().unwrap_or(0));
                let new = other["learn"].as_array().map_or(0, Vec::len) as u64;
                assert_eq!(common + new, of, "{} to {}", id(profession), other["id"]);
                // Where nothing is shared, numbers say too little, and an author has said it.
                assert!(common > 0 || other["text"].is_string(), "{} to {}", id(profession), other["id"]);
                best = best.max(common * 100 / of.max(1));
            }
            assert!(best >= 50, "{}: nothing near it shares half of what it needs", id(profession));
        }
    }
    // Each page shows it.
    for page in site::own().pages.iter().filter(|page| page.path.starts_with("ru/encyclopedia/")) {
        let html = site::read(&site::own().folder, &page.path);
        if html.contains("id=instead") {
            assert!(html.contains("near-facts"), "{}", page.path);
        }
    }
}

#[test]
fn every_field_and_letter_is_at_home() {
    let mut fields: BTreeMap<&str, usize> = BTreeMap::new();
    let mut letters: BTreeMap<&str, usize> = BTreeMap::new();
    for profession in all("ru") {
        *fields.entry(profession["field"]["id"].as_str().expect("a field")).or_default() += 1;
        *letters.entry(&profession["interest_code"].as_str().expect("a code")[..1]).or_default() += 1;
    }
    assert!(fields.values().all(|count| *count >= 4), "{fields:?}");
    assert!(letters.len() == 6 && letters.values().all(|count| *count >= 12), "{letters:?}");
}

/// The files under `content/` of some kind with their texts.
fn content(keep: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok).filter(|entry| entry.path().is_file());
    let mut found = Vec::new();
    for file in files {
        let path = file.path().strip_prefix(&root).expect("it is under content").to_string_lossy().replace('\\', "/");
        if keep(&path) {
            found.push((path, std::fs::read_to_string(file.path()).expect("a text")));
        }
    }
    assert!(!found.is_empty());
    found
}

/// What stands outside of quotation marks: others may speak otherwise.
fn own_words(text: &str) -> String {
    let mut depth = 0usize;
    let mut own = String::new();
    for c in text.chars() {
        match c {
            '«' => depth += 1,
            '»' => depth = depth.saturating_sub(1),
            _ if depth == 0 => own.push(c),
            _ => {}
        }
    }
    own
}

/// What polite texts ask of their readers.
const CALLS: [&str; 14] = [
    "спросите",
    "узнайте",
    "уточните",
    "выясните",
    "посмотрите",
    "проверьте",
    "запишите",
    "попробуйте",
    "попросите",
    "сравните",
    "возьмите",
    "найдите",
    "нарисуйте",
    "посчитайте",
];

/// How a polite Russian text addresses its reader, or one of people who know each other.
fn addresses(text: &str, politely: bool) -> Option<String> {
    const POLITE: [&str; 4] = ["вы", "вас", "вам", "вами"];
    const FAMILIAR: [&str; 4] = ["ты", "тебя", "тебе", "тобой"];
    let own = own_words(text);
    words_of(&own).into_iter().find(|word| match politely {
        true => POLITE.contains(&word.as_str()) || word.starts_with("ваш") || CALLS.contains(&word.as_str()),
        false => FAMILIAR.contains(&word.as_str()) || word.starts_with("твой") || word.starts_with("твои"),
    })
}

#[test]
fn pupils_are_addressed_as_friends_and_adults_politely() {
    let mut wrong = Vec::new();
    // To pupils: the encyclopedia but for what others say in it and for what pupils ask adults, and their worksheets.
    for profession in all("ru") {
        let mut found = Vec::new();
        let Value::Object(map) = profession else { continue };
        let to_reader = |key: &&String| !["questions_to_ask", "typical_day"].contains(&key.as_str());
        map.iter().filter(|(key, _)| to_reader(key)).for_each(|(_, value)| texts(value, &mut found));
        let problems = found.iter().filter_map(|text| Some((addresses(text, true)?, text)));
        wrong.extend(problems.map(|(word, text)| format!("{}: {word}: {text}", id(profession))));
    }
    // The pages about it and its terms; worksheets of the programme.
    let pupils = |path: &str| path.starts_with("encyclopedia/") && path.ends_with(".ru.md");
    for (path, text) in content(pupils) {
        wrong.extend(addresses(&text, true).map(|word| format!("{path}: {word}")));
    }
    for (path, text) in content(|path| path.starts_with("programme/step-") && path.ends_with(".yaml")) {
        let sheet = text.split("\nworksheet:").nth(1).expect("a lesson has a worksheet");
        let sheet = sheet.split("\nhomework:").next().unwrap_or_default();
        let russian = sheet.rsplit("\n    ru:").next().unwrap_or_default();
        // Sheets hold questions to adults too; what they ask for is asked of the pupil.
        let asked = words_of(&own_words(russian)).into_iter().filter(|word| CALLS.contains(&word.as_str()));
        wrong.extend(asked.map(|word| format!("{path}: {word}")));
    }
    // To adults: what teachers, advisers, parents and graduates read. The toolbox has sheets that pupils fill in.
    let adults = |path: &str| {
        let theirs = path.starts_with("handbook/") || path.starts_with("graduates/");
        theirs && !path.starts_with("handbook/toolbox/") && path.ends_with(".ru.md")
    };
    for (path, text) in content(adults) {
        wrong.extend(addresses(&text, false).map(|word| format!("{path}: {word}")));
    }
    crate::expect_none("addressed in another way", &wrong);
}

/// Words that a second reading has found wrong, and what is right: each once.
const FAULTS: [(&str, &str); 15] = [
    ("уулсуң", "бала: «уул» is a son"),
    ("уулдар", "эркек балдар: «уул» is a son"),
    ("туута алб", "тууй алб…: «туут-» is to help to give birth"),
    ("билимди да бүт", "мектепти бүтүрөсүң"),
    ("кадамды бүтпөй", "бүтүрбөй"),
    ("үй-бүлөлүк зордук", "үй-бүлөлүк зомбулук"),
    ("декоративдик-прикладдык", "жасалга-колдонмо"),
    ("арабачан", "коляскадагы"),
    ("(кара:", "(караңыз:"),
    ("Европа билим берүү фонду", "Европалык билим берүү фонду"),
    ("пилоттук КЛ", "пилоттук кесиптик лицейлер"),
    ("үч басылма", "it counts what has grown"),
    ("три издания", "it counts what has grown"),
    ("спросите в кадрах", "в отделе кадров"),
    ("проверяют специалисты", "nobody has read it yet"),
];

/// What says nothing, wherever it stands.
const EMPTY: [&str; 12] = [
    "в современном мире",
    "играет важную роль",
    "играет большую роль",
    "не секрет, что",
    "как известно",
    "является одной из самых",
    "широкий спектр",
    "азыркы заманда",
    "маанилүү ролду ойнойт",
    "маанилүү роль ойнойт",
    "баарыбызга белгилүү",
    "жашыруун эмес",
];

#[test]
fn no_text_has_a_fault_that_was_found_before_or_an_empty_phrase() {
    let mut wrong = Vec::new();
    for (path, text) in content(|path| path.ends_with(".md") || path.ends_with(".yaml")) {
        let small = text.to_lowercase();
        let faults = FAULTS.iter().filter(|(fault, _)| small.contains(&fault.to_lowercase()));
        wrong.extend(faults.map(|(fault, right)| format!("{path}: «{fault}»: {right}")));
        let empty = EMPTY.iter().filter(|phrase| small.contains(**phrase));
        wrong.extend(empty.map(|phrase| format!("{path}: «{phrase}» says nothing")));
    }
    crate::expect_none("faults of wording", &wrong);
}

#[test]
fn who_draws_does_not_photograph() {
    // «сүрөткө тартуу» is taking a photograph; a drawing is «чийүү».
    let (ky, ru) = (all("ky"), all("ru"));
    for profession in ky {
        let twin = ru.iter().find(|other| id(other) == id(profession)).expect("both languages have it");
        let tries = |profession: &Value| -> Vec<String> {
            let tries = profession["try_it"].as_array().expect("a list");
            tries.iter().filter_map(|text| text.as_str().map(str::to_lowercase)).collect()
        };
        for (ky, ru) in tries(profession).iter().zip(tries(twin)) {
            let draws = ru.contains("зарису") || ru.contains("нарису");
            let photographs = ky.contains("сүрөткө тарт") || ky.contains("сүрөткө түшүр");
            assert!(!(draws && photographs), "{}: {ky} / {ru}", id(profession));
        }
    }
}

#[test]
fn a_day_that_was_made_up_says_so() {
    let composed = [("ky", "ойдон түзүлгөн"), ("ru", "герой вымышлен")];
    for (lang, words) in composed {
        for profession in all(lang) {
            let page = site::read(&site::own().folder, &format!("{lang}/encyclopedia/{}.html", id(profession)));
            assert!(page.contains(words), "{lang} {}", id(profession));
        }
    }
}
