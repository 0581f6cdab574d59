//! Sites of other kinds and in other languages than the repository's own: a clinic's handbook in three, a school's in one.

use bagyt_search::engine::Request;
use scraper::{Html, Selector};

use crate::search::judge::{self, page_of};
use crate::site;

/// The folder of a golden site, built.
fn built(name: &str) -> std::path::PathBuf {
    site::own().folder.join(site::GOLDEN).join(name)
}

fn page(site: &str, path: &str) -> Html {
    Html::parse_document(&site::read(&built(site), path))
}

/// What an attribute of the elements says that a selector finds.
fn attributes(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("the selector is well-formed");
    html.select(&selector).filter_map(|element| element.attr(name)).map(str::to_string).collect()
}

/// The words of the elements that a selector finds.
fn words(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("the selector is well-formed");
    html.select(&selector).map(|element| element.text().collect::<String>()).collect()
}

/// The pages that a question finds, without language and ending.
fn found(site: &judge::Site, lang: &str, question: &str) -> Vec<String> {
    let answer = site.ask(lang, &Request { q: question.into(), ..Request::default() });
    answer.hits.iter().map(|hit| page_of(lang, hit).0).collect()
}

#[test]
fn each_language_is_searched_with_its_own_analysis() {
    let clinic = judge::Site::at(&built("clinic"));
    for (lang, question, expected) in [
        ("ru", "рук", "work/hands"),
        ("ru", "пациенты", "work/index"),
        ("ky", "колду", "work/hands"),
        ("ky", "суроого", "visit/prepare"),
        ("en", "washes", "work/hands"),
        ("en", "questioning", "visit/prepare"),
        ("en", "physician", "visit/index"),
    ] {
        let found = found(&clinic, lang, question);
        assert!(found.iter().any(|page| page == expected), "{lang} «{question}»: {found:?}");
    }
    let school = judge::Site::at(&built("school"));
    assert_eq!(found(&school, "ru", "сменной обуви"), ["pupils/things"]);
    assert_eq!(found(&school, "ru", "перерыве"), ["words/break"]);
}

#[test]
fn borrowed_words_are_in_no_index_but_their_own() {
    let clinic = judge::Site::at(&built("clinic"));
    // A page, a text of a record and a definition that there are not in English.
    for (lang, question, page) in
        [("ru", "календаре", "visit/after"), ("ru", "беспокоит", "visit/steps"), ("ky", "жөнөткөн", "words/referral")]
    {
        assert!(found(&clinic, lang, question).iter().any(|found| found == page), "{lang} «{question}»");
        assert!(!found(&clinic, "en", question).iter().any(|found| found == page), "en «{question}»");
    }
    // Their titles lead to them all the same, each as a word of its own language.
    assert_eq!(found(&clinic, "en", "жолдомосу"), ["words/referral"]);
    assert_eq!(found(&clinic, "ky", "направления"), ["words/referral"]);
}

#[test]
fn borrowed_words_say_their_language() {
    let steps = page("clinic", "en/visit/steps.html");
    assert_eq!(words(&steps, "td [lang=ky]"), ["Эмне тынчсыздандырганын айтыңыз."]);
    assert!(words(&steps, "td small").iter().all(|sign| sign == "(in another language: Кыргызча)"));
    assert_eq!(attributes(&steps, "h1", "lang"), [""; 0], "the title is English");
    let term = page("clinic", "en/words/referral.html");
    assert_eq!(words(&term, "h1 [lang=ky]"), ["Жолдомо"], "`fallback:` prefers Kyrgyz");
    assert_eq!(words(&term, ".definition [lang=ky]").len(), 1);
    assert_eq!(words(&term, ".term-note-text > [lang=ru]").len(), 1, "the note is there in Russian alone");
    assert_eq!(words(&term, ".notice").len(), 1);
    assert_eq!(
        words(&term, ".term-note-text .tag"),
        ["in another language: Русский"],
        "the notice speaks of Kyrgyz alone"
    );
    assert!(words(&term, ".definition .tag").is_empty());
    assert_eq!(words(&term, "title"), ["Жолдомо — Glossary — Clinic handbook"]);
    let ky = page("clinic", "ky/words/referral.html");
    assert_eq!(words(&ky, ".term-note-text .tag"), ["башка тилде: Русский"]);
    let list = page("clinic", "en/words/index.html");
    assert!(words(&list, "a [lang=ky]").contains(&"Жолдомо".to_string()));
}

#[test]
fn borrowed_words_say_their_language_in_the_data_too() {
    let folder = built("professions");
    let part = site::read(&folder, "ru/finder/data-1.js");
    assert!(part.contains("{\"s\":\"Кийим тигет.\",\"l\":\"ky\","), "cards of the finder: {part}");
    assert!(!site::read(&folder, "ky/finder/data-1.js").contains("\"l\":"), "nothing is borrowed in Kyrgyz");
    let borrowed = |lang: &str| {
        let json = site::read(&folder, &format!("{lang}/finder/professions.json"));
        let json: serde_json::Value = serde_json::from_str(&json).expect("the export is JSON");
        let all = json["professions"].as_array().expect("a list").iter();
        all.map(|one| (one["id"].as_str().unwrap_or_default().to_string(), one["borrowed"].clone())).collect::<Vec<_>>()
    };
    for (id, borrowed) in borrowed("ru") {
        let expected = if id == "tailor" { serde_json::json!({ "summary": "ky" }) } else { serde_json::json!({}) };
        assert_eq!(borrowed, expected, "{id}");
    }
    assert!(borrowed("ky").iter().all(|(_, borrowed)| *borrowed == serde_json::json!({})));
    assert!(site::read(&folder, "ru/finder/professions.csv").contains(",summary: ky,"));
}

#[test]
fn three_languages_are_a_switch_and_one_is_no_choice() {
    let clinic = page("clinic", "en/visit/prepare.html");
    assert_eq!(words(&clinic, ".langs li"), ["Русский", "Кыргызча", "English"]);
    assert_eq!(attributes(&page("clinic", "index.html"), "main a[hreflang]", "hreflang"), ["ru", "ky", "en"]);
    let school = built("school");
    for path in site::files(&school).iter().filter(|path| path.ends_with(".html")) {
        let html = page("school", path);
        assert!(attributes(&html, "[hreflang]", "hreflang").is_empty(), "{path}");
        assert!(words(&html, ".langs").is_empty() && attributes(&html, "a[href*=choose]", "href").is_empty(), "{path}");
    }
    let first = page("school", "index.html");
    assert_eq!(words(&first, "h1"), words(&page("school", "ru/index.html"), "h1"));
    assert!(
        attributes(&first, ".door a", "href").contains(&"ru/pupils/day.html".to_string()),
        "the first page is the home page"
    );
}

#[test]
fn english_is_written_as_english() {
    let html = words(&page("clinic", "en/visit/prepare.html"), ".prose").concat();
    assert!(html.contains("“What do I do if it doesn’t get better?”"), "{html}");
    assert_eq!(words(&page("clinic", "en/audience.html"), "main h2"), ["For patients", "For nurses"]);
}
