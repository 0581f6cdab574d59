//! The finder of professions, the reader's own list and the indexes.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;
use thirtyfour::prelude::*;
use url::Url;

use crate::browser::axe::violations;
use crate::browser::chromium::{Browser, DESKTOP, PHONE, Scheme};
use crate::browser::clean::strays_beside;
use crate::browser::server::Way;
use crate::{expect_none, site};

/// What is ticked: values by facet.
type Choice = BTreeMap<String, BTreeSet<String>>;

/// What the finder shows.
#[derive(Debug, Deserialize)]
struct Shown {
    titles: BTreeSet<String>,
    count: String,
    /// Facet, value, and how many it would leave.
    options: Vec<(String, String, usize)>,
    /// Whether the offer to loosen is shown, and how many ways it names.
    none: Option<usize>,
}

const SHOWN: &str = r#"
    for (let more; (more = document.querySelector(".found-more button"));) { more.click(); }
    const texts = (selector) => Array.from(document.querySelectorAll(selector), (part) => part.textContent);
    const none = document.querySelector(".found-none");
    return {
        titles: texts(".found-item h3"),
        count: document.querySelector(".found-count").textContent,
        options: Array.from(document.querySelectorAll(".facet input"), (box) =>
            [box.name, box.value, Number(box.parentNode.querySelector(".count").textContent)]),
        none: none.hidden ? null : none.querySelectorAll("button").length,
    };
"#;

/// The encyclopedia as the site gives it to others: what the finder is held against.
fn professions(lang: &str) -> Vec<Value> {
    let text = site::read(&site::own().folder, &format!("{lang}/finder/professions.json"));
    let document: Value = serde_json::from_str(&text).expect("the export is JSON");
    document["professions"].as_array().expect("it lists professions").clone()
}

fn texts(value: &Value, key: &str) -> Vec<String> {
    let items = value.as_array().map_or(&[][..], Vec::as_slice);
    let text = |item: &Value| if key.is_empty() { item.as_str() } else { item[key].as_str() }.map(str::to_string);
    items.iter().filter_map(text).collect()
}

/// The values that a way in has in the facets of ways.
fn of_route(route: &Value, facet: &str) -> Option<String> {
    match facet {
        "start" => Some(route["after_grade"].to_string()),
        "way" => route["kind"].as_str().map(str::to_string),
        "test" => (route["ort"] == "no").then(|| "no".to_string()),
        "time" => {
            let months = route["months"].as_array()?.last()?.as_u64()?;
            let class = match months {
                0..=6 => "weeks",
                7..=18 => "year",
                19..=48 => "years",
                _ => "long",
            };
            Some(class.to_string())
        }
        _ => None,
    }
}

const OF_ROUTE: [&str; 4] = ["start", "way", "test", "time"];

fn values(profession: &Value, facet: &str) -> Vec<String> {
    match facet {
        "subject" => texts(&profession["school_subjects"], "id"),
        "interest" => {
            let code = profession["interest_code"].as_str().unwrap_or_default();
            code.split('-').map(str::to_string).collect()
        }
        "wish" => {
            let wishes = [
                ("outdoor", "outdoor", "often"),
                ("indoor", "outdoor", "never"),
                ("active", "physical", "often"),
                ("light", "physical", "never"),
                ("travel", "travel", "often"),
                ("team", "team", "often"),
                ("screen", "screen", "often"),
                ("daytime", "shift", "never"),
                ("quiet", "noise_dust", "never"),
            ];
            let holds = |(_, key, often): &(&str, &str, &str)| profession["conditions"][key] == *often;
            wishes.into_iter().filter(holds).map(|(wish, ..)| wish.to_string()).collect()
        }
        "with" => texts(&profession["works_with"], ""),
        "setting" => texts(&profession["setting"], ""),
        "field" => profession["field"]["id"].as_str().map(str::to_string).into_iter().collect(),
        "region" => texts(&profession["study_at"], "region"),
        "self" => profession["self_employment"]["how"].as_str().map(str::to_string).into_iter().collect(),
        "known" => {
            let known = ["pay", "demand"].into_iter().filter(|key| !profession[key].is_null());
            known.map(str::to_string).collect()
        }
        _ => panic!("the finder has a facet `{facet}` that this test does not know"),
    }
}

fn fits(profession: &Value, choice: &Choice) -> bool {
    let asked = |facet: &str| choice.get(facet).filter(|wanted| !wanted.is_empty());
    let own = choice.iter().filter(|(facet, wanted)| !OF_ROUTE.contains(&facet.as_str()) && !wanted.is_empty());
    for (facet, wanted) in own {
        let has = values(profession, facet);
        let holds = match facet.as_str() {
            "wish" | "known" => wanted.iter().all(|value| has.contains(value)),
            _ => wanted.iter().any(|value| has.contains(value)),
        };
        if !holds {
            return false;
        }
    }
    let routes = profession["routes"].as_array().expect("routes are a list");
    let route_fits = |route: &&Value| {
        OF_ROUTE.iter().all(|facet| {
            asked(facet).is_none_or(|wanted| of_route(route, facet).is_some_and(|value| wanted.contains(&value)))
        })
    };
    OF_ROUTE.iter().all(|facet| asked(facet).is_none()) || routes.iter().any(|route| route_fits(&route))
}

fn address(choice: &Choice) -> String {
    let part = |(facet, values): (&String, &BTreeSet<String>)| {
        format!("{facet}={}", values.iter().cloned().collect::<Vec<_>>().join(","))
    };
    choice.iter().map(part).collect::<Vec<_>>().join("&")
}

async fn open(browser: &Browser, base: &Url, lang: &str, hash: &str) {
    let url = base.join(&format!("{lang}/finder/index.html#{hash}")).expect("well-formed");
    browser.open(&url).await;
    browser
        .wait_for("the finder has its professions", "return !!document.querySelector('.found-count').textContent")
        .await;
}

async fn choose(browser: &Browser, choice: &Choice) -> Shown {
    let hash = serde_json::to_string(&address(choice)).expect("text");
    let script = format!(
        "const wanted = '#' + {hash};
         return location.hash === wanted ? true : new Promise(done => {{
             addEventListener('hashchange', () => setTimeout(() => done(true)), {{ once: true }});
             location.hash = wanted;
         }})"
    );
    let _: bool = browser.eval(&script).await;
    browser.eval(SHOWN).await
}

/// Choices of two to five boxes, the same in every run.
fn choices(options: &[(String, String, usize)]) -> Vec<Choice> {
    let mut state: u64 = 42;
    let mut next = |below: usize| {
        // Constants of Knuth's MMIX generator.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut one = || {
        let mut choice = Choice::new();
        for _ in 0..2 + next(4) {
            let (facet, value, _) = &options[next(options.len())];
            choice.entry(facet.clone()).or_default().insert(value.clone());
        }
        choice
    };
    (0..60).map(|_| one()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_finder_finds_what_the_data_say() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let mut empty = 0;
    for lang in ["ky", "ru"] {
        let all = professions(lang);
        assert!(all.len() >= 60, "the encyclopedia has {} professions", all.len());
        open(&browser, &base, lang, "").await;
        let shown: Shown = browser.eval(SHOWN).await;
        assert_eq!(shown.titles.len(), all.len(), "without a choice all are there");
        for choice in choices(&shown.options) {
            let shown = choose(&browser, &choice).await;
            let title = |profession: &Value| profession["title"].as_str().unwrap_or_default().to_string();
            let expected: BTreeSet<String> = all.iter().filter(|one| fits(one, &choice)).map(title).collect();
            assert_eq!(shown.titles, expected, "{lang} {}", address(&choice));
            assert_eq!(shown.none.is_some(), expected.is_empty(), "{lang} {}: the offer to loosen", address(&choice));
            assert_ne!(shown.none, Some(0), "{lang} {}: there is a way out", address(&choice));
            empty += usize::from(expected.is_empty());
            for (facet, value, count) in shown.options {
                let mut with = choice.clone();
                let values = with.entry(facet.clone()).or_default();
                if facet != "wish" && facet != "known" {
                    values.clear();
                }
                values.insert(value.clone());
                let expected = all.iter().filter(|one| fits(one, &with)).count();
                assert_eq!(count, expected, "{lang} {}: the count of {facet}={value}", address(&choice));
            }
        }
    }
    assert!(empty > 5, "some choices leave nothing");
}

const BIOLOGY_OUTSIDE: &str = "start=9&subject=biology&wish=outdoor";

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_is_narrowed_loosened_and_shared() {
    for way in [Way::File, Way::SubPath] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        open(&browser, &base, "ru", "").await;
        for (facet, value) in [("subject", "biology"), ("wish", "outdoor"), ("start", "9")] {
            browser.click(&format!(".facet input[name='{facet}'][value='{value}']")).await;
        }
        let shown: Shown = browser.eval(SHOWN).await;
        assert!((3..20).contains(&shown.titles.len()), "{:?}", shown.titles);
        assert!(shown.titles.contains("Агроном"), "{:?}", shown.titles);
        assert!(shown.count.contains(&shown.titles.len().to_string()), "{}", shown.count);
        assert_eq!(browser.url().await.fragment(), Some(BIOLOGY_OUTSIDE));
        // What contradicts it leaves nothing, and one touch takes it back.
        browser.click(".facet input[value='indoor']").await;
        let nothing: Shown = browser.eval(SHOWN).await;
        assert!(nothing.titles.is_empty() && nothing.none.is_some_and(|ways| ways >= 2), "{nothing:?}");
        browser.click(".found-none li:first-child button").await;
        let loosened: Shown = browser.eval(SHOWN).await;
        assert!(!loosened.titles.is_empty(), "{loosened:?}");
        // Somebody else opens the address that the first choice had.
        open(&browser, &base, "ru", BIOLOGY_OUTSIDE).await;
        let again: Shown = browser.eval(SHOWN).await;
        assert_eq!(again.titles, shown.titles, "the address holds the choice");
        let ticked: usize = browser.eval("return document.querySelectorAll('.facet input:checked').length").await;
        assert_eq!(ticked, 3);
        browser.click(".found-chosen .find-link").await;
        let all: Shown = browser.eval(SHOWN).await;
        assert_eq!(all.titles.len(), professions("ru").len(), "everything is back");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

/// What a card says: title, and the options of the choice that it has.
const REASONS: &str =
    "return Array.from(document.querySelectorAll('.found-item'), card => [card.querySelector('h3').textContent,
    Array.from(card.querySelectorAll('.found-why li'), reason => reason.textContent.trim())])";

#[tokio::test(flavor = "multi_thread")]
async fn cards_say_why_they_fit_and_the_best_come_first() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    open(&browser, &base, "ru", "subject=biology,chemistry&wish=outdoor").await;
    let cards: Vec<(String, Vec<String>)> = browser.eval(REASONS).await;
    assert!(cards.len() > 3, "{cards:?}");
    let all = professions("ru");
    let mut last = usize::MAX;
    for (title, reasons) in &cards {
        let profession = all.iter().find(|one| one["title"] == title.as_str()).expect("it is in the data");
        let has = values(profession, "subject");
        let asked = [("biology", "Биология"), ("chemistry", "Химия")]
            .into_iter()
            .filter(|(id, _)| has.contains(&id.to_string()));
        let mut expected: Vec<&str> = asked.map(|(_, name)| name).collect();
        expected.push("часто на улице");
        let mut told: Vec<&str> = reasons.iter().map(String::as_str).collect();
        told.sort_by_key(|name| expected.iter().position(|other| other == name));
        assert_eq!(told, expected, "{title}");
        assert!(reasons.len() <= last, "{title} has more of it than what stands before");
        last = reasons.len();
    }
    assert!(cards[0].1.len() == 3 && last == 2, "some have both subjects, some one: {cards:?}");
    let text =
        |selector: &str| format!("return document.querySelector('{selector}').innerText.trim().replace(/\\s+/g, ' ')");
    let chosen: String = browser.eval(&text(".chosen-chips")).await;
    let (subjects, wish) = chosen.split_once(" и ").expect("both questions must hold");
    assert!(subjects.contains(" или ") && wish.contains("на улице"), "{chosen}");
    let order = "return !document.querySelector('.found-order').hidden";
    assert!(browser.eval::<bool>(order).await, "the order is told");
    open(&browser, &base, "ru", "subject=biology").await;
    assert!(!browser.eval::<bool>(order).await, "all have as much of it");
}

#[tokio::test(flavor = "multi_thread")]
async fn three_questions_stand_open_and_the_count_stays_in_sight() {
    let base = Way::Root.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.screen(PHONE).await;
    for lang in ["ky", "ru"] {
        open(&browser, &base, lang, "").await;
        let open: Vec<String> = browser
            .eval(
                "return Array.from(document.querySelectorAll('.facet'))
                     .filter(facet => facet.checkVisibility() && facet.querySelector('input').checkVisibility())
                     .map(facet => facet.querySelector('legend').textContent)",
            )
            .await;
        assert_eq!(open.len(), 3, "{open:?}");
        assert!(open.iter().all(|question| question.ends_with('?')), "{open:?}");
        let told = "return Array.from(document.querySelectorAll('.question')).every(question => question.querySelector('.facet-how').checkVisibility())";
        assert!(browser.eval::<bool>(told).await, "how boxes go together is said of each");
        // The bar lies at the foot of the screen while the questions are looked at, and says what is left.
        for box_of in
            [".question:nth-of-type(1) label:nth-child(1) input", ".question:nth-of-type(2) label:nth-child(1) input"]
        {
            let tick = format!(
                "const box = document.querySelector('{box_of}'); box.scrollIntoView({{ block: 'center' }}); box.click(); return true"
            );
            let _: bool = browser.eval(&tick).await;
            let seen: (f64, String, String) = browser
                .eval("const bar = document.querySelector('.facets-bar'); return [innerHeight - bar.getBoundingClientRect().bottom,
                    bar.querySelector('.facets-found').textContent, document.querySelector('.found-count').textContent]")
                .await;
            assert!(seen.0.abs() < 2.0, "the bar is at the foot of the screen: {seen:?}");
            assert!(seen.1 == seen.2 && seen.1.contains(char::is_numeric), "{seen:?}");
        }
        let before = browser.url().await;
        browser.click(".facets-bar button").await;
        assert_eq!(browser.url().await, before, "the address stays");
        let top: f64 = browser.eval("return document.getElementById('site-found').getBoundingClientRect().top").await;
        assert!((-1.0..200.0).contains(&top), "what is found is in sight: {top}");
    }
}

/// Sum of the shifts of a page that nobody has asked for, as Chromium reports them.
const SHIFTS: &str = "return new Promise(done => { let sum = 0;
    new PerformanceObserver(list => { for (const shift of list.getEntries()) { if (!shift.hadRecentInput) { sum += shift.value; } } })
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 400); })";

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_late_pushes_nothing_away() {
    let base = Way::Root.open(&site::own().folder).await;
    let browser = Browser::start().await;
    // Slow enough that the page is painted before its data come.
    let network = serde_json::json!({ "offline": false, "latency": 150, "downloadThroughput": 60_000, "uploadThroughput": 60_000 });
    browser.devtools("Network.enable", serde_json::json!({})).await;
    let mut problems = Vec::new();
    for screen in [PHONE, DESKTOP] {
        browser.screen(screen).await;
        for (page, there) in [
            ("ru/finder/index.html", "return !!document.querySelector('.found-item')"),
            ("ky/finder/index.html#start=9&subject=biology", "return !!document.querySelector('.found-item')"),
            ("ru/encyclopedia/vet.html", "return !!document.querySelector('.tabs [aria-current]')"),
            ("ru/search.html?q=врач", "return !!document.querySelector('.seek-text')"),
        ] {
            browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
            browser.devtools("Network.emulateNetworkConditions", network.clone()).await;
            browser.open(&base.join(page).expect("well-formed")).await;
            browser.wait_for(page, there).await;
            let shift: f64 = browser.eval(SHIFTS).await;
            println!("{page} at {}: {shift:.3}", screen.width);
            if shift > 0.05 {
                problems.push(format!("{page} at {}: {shift:.3}", screen.width));
            }
        }
    }
    let free = serde_json::json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.devtools("Network.emulateNetworkConditions", free).await;
    expect_none("pages that shift", &problems);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profession_begins_at_a_glance_and_its_tabs_stay() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        browser.screen(PHONE).await;
        browser.open(&base.join("ru/encyclopedia/vet.html").expect("well-formed")).await;
        let said: Vec<String> = browser
            .eval("return Array.from(document.querySelectorAll('.glance dd'), value => value.textContent.replace(/\\s+/g, ' ').trim())")
            .await;
        assert_eq!(said.len(), 6, "{said:?}");
        assert_eq!((said[0].as_str(), said[1].as_str()), ("Колледж", "Колледж, университет"));
        assert!(said[3].starts_with("Университет — 5–6 лет") && said[3].contains("не известно"), "{said:?}");
        assert!(said[5].starts_with("I-R-S: "), "{said:?}");
        let all = "return document.querySelector('.glance').getBoundingClientRect().top + scrollY < innerHeight";
        assert!(browser.eval::<bool>(all).await, "it begins on the first screen");
        let present = "return document.querySelector('.tabs [aria-current]').getAttribute('href')";
        assert_eq!(browser.eval::<String>(present).await, "#glance");
        // By keyboard: each link leads to its section, under the bar and marked.
        for id in ["fit", "study", "questions", "routes"] {
            let focus = format!("document.querySelector('.tabs a[href=\"#{id}\"]').focus(); return true");
            let _: bool = browser.eval(&focus).await;
            browser.press(Key::Enter).await;
            browser
                .wait_for(
                    id,
                    &format!("return document.querySelector('.tabs [aria-current]').getAttribute('href') === '#{id}'"),
                )
                .await;
            let (bar, heading): (f64, f64) = browser
                .eval(&format!("return [document.querySelector('.tabs').getBoundingClientRect().bottom, document.getElementById('{id}').getBoundingClientRect().top]"))
                .await;
            assert!(bar > 20.0 && bar < 120.0, "{id}: the tabs stay: {bar}");
            assert!(heading >= bar - 1.0, "{id}: {heading} lies under {bar}");
        }
        browser.click(".tabs a[href='#glance']").await;
        browser
            .wait_for(
                "it is the way up",
                "return document.querySelector('h1').getBoundingClientRect().bottom > 0 || scrollY < innerHeight",
            )
            .await;
        let links: usize = browser.eval("return Array.from(document.querySelectorAll('.tabs a')).filter(link => !document.getElementById(link.hash.slice(1))).length").await;
        assert_eq!(links, 0, "no tab leads nowhere");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_choice_survives_every_way_through_the_page() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        browser.screen(PHONE).await;
        open(&browser, &base, "ru", "").await;
        for value in ["9", "biology"] {
            let tick = format!("document.querySelector(\".facet input[value='{value}']\").click(); return true");
            let _: bool = browser.eval(&tick).await;
        }
        const CHOICE: &str = "start=9&subject=biology";
        let holds = async |what: &str| {
            let url = browser.url().await;
            assert_eq!(url.fragment(), Some(CHOICE), "{way:?}: {what}");
        };
        holds("ticked").await;
        let before: Shown = browser.eval(SHOWN).await;
        // The bar's button, the way back from what is found, and the link that skips the head, lead to their places and nowhere else.
        for (link, place) in
            [(".facets-bar button", "site-found"), (".found-back", "site-questions"), ("a.skip", "site-main")]
        {
            let go = format!("document.querySelector('{link}').click(); return document.activeElement.id");
            assert_eq!(browser.eval::<String>(&go).await, place, "{way:?}: the focus goes there");
            holds(link).await;
        }
        for button in [".theme", ".found-item .save", ".found-share .copy"] {
            let press = format!("document.querySelector('{button}').click(); return true");
            let _: bool = browser.eval(&press).await;
            holds(button).await;
        }
        let again = "return !!document.querySelector('.found-count')?.textContent && !!document.querySelector('.chip')";
        browser.refresh().await.expect("the page opens again");
        browser.wait_for("the choice is there after reloading", again).await;
        holds("reloaded").await;
        assert_eq!(browser.eval::<Shown>(SHOWN).await.titles, before.titles, "{way:?}: reloaded");

        let _: bool = browser.eval("document.querySelector('.found-item h3 a').click(); return true").await;
        browser.wait_for("a profession opens", "return document.documentElement.dataset.kind === 'profession'").await;
        browser.back().await.expect("there is a way back");
        browser.wait_for("the choice is there on coming back", again).await;
        holds("come back to").await;
        assert_eq!(browser.eval::<Shown>(SHOWN).await.titles, before.titles, "{way:?}: come back to");

        browser.click("header a[hreflang=ky]").await;
        browser.wait_for("the other language opens", "return document.documentElement.lang === 'ky'").await;
        browser.wait_for("the choice is there in the other language", again).await;
        holds("in the other language").await;
        let ticked = "return Array.from(document.querySelectorAll('.facet input:checked'), box => box.value)";
        assert_eq!(browser.eval::<Vec<String>>(ticked).await, ["9", "biology"], "{way:?}");
        assert_eq!(browser.eval::<Shown>(SHOWN).await.titles.len(), before.titles.len(), "{way:?}");
        // A place of the page that somebody types takes nothing away.
        let _: bool = browser.eval("location.hash = '#site-found'; return true").await;
        let back = format!("return location.hash === '#{CHOICE}'");
        browser.wait_for("the choice is in the address again", &back).await;
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_finder_is_worked_by_keyboard() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    open(&browser, &base, "ky", "").await;
    let _: bool = browser.eval("document.querySelector(\".facet input[value='9']\").focus(); return true").await;
    browser.press(' ').await;
    assert_eq!(browser.url().await.fragment(), Some("start=9"));
    browser.press(Key::Tab).await;
    browser.press(' ').await;
    assert_eq!(browser.url().await.fragment(), Some("start=9,11"));
    // The button that takes a choice away hands the focus on.
    let _: bool = browser.eval("document.querySelector('.found-chosen .chip').focus(); return true").await;
    browser.press(Key::Enter).await;
    let focus: String = browser.eval("return document.activeElement.id").await;
    assert_eq!((browser.url().await.fragment(), focus.as_str()), (Some("start=11"), "site-found"));
}

/// Keeps professions from their own pages and from the finder.
async fn keep(browser: &Browser, base: &Url, lang: &str, ids: &[&str]) {
    for id in ids {
        browser.open(&base.join(&format!("{lang}/encyclopedia/{id}.html")).expect("well-formed")).await;
        browser.click("button.save").await;
        let pressed: String =
            browser.eval("return document.querySelector('button.save').getAttribute('aria-pressed')").await;
        assert_eq!(pressed, "true", "{id} is kept");
    }
}

const COMPARED: &str = "return Array.from(document.querySelectorAll('.compare thead th'), cell => cell.textContent)";
const KEPT: &str = "return Array.from(document.querySelectorAll('.saved-list h3'), title => title.textContent)";

#[tokio::test(flavor = "multi_thread")]
async fn kept_professions_are_compared_on_this_device() {
    for way in [Way::File, Way::Root] {
        let base = way.open(&site::own().folder).await;
        let browser = Browser::start().await;
        let saved = base.join("ru/finder/saved.html").expect("well-formed");
        browser.open(&saved).await;
        browser.wait_for("the empty list says so", "return !document.querySelector('.saved-none').hidden").await;
        keep(&browser, &base, "ru", &["vet", "agronomist", "cook", "nurse", "welder"]).await;
        browser.click("a.save-list").await;
        browser.wait_for("the list is there", "return document.querySelectorAll('.saved-list h3').length === 5").await;
        let kept: Vec<String> = browser.eval(KEPT).await;
        assert_eq!(kept[..2], ["Ветеринар", "Агроном"], "in the order in which they were kept");
        let compared: Vec<String> = browser.eval(COMPARED).await;
        assert_eq!(compared.len(), 4, "four stand side by side");
        // A fifth has no room until another one goes.
        browser.click(".saved-list li:nth-child(5) input").await;
        let note: String = browser.eval("return document.querySelector('.compare-note').textContent").await;
        assert!(!note.is_empty(), "the page says why");
        browser.click(".saved-list li:nth-child(1) input").await;
        browser.click(".saved-list li:nth-child(5) input").await;
        let compared: Vec<String> = browser.eval(COMPARED).await;
        assert!(
            compared.contains(&"Сварщик".to_string()) && !compared.contains(&"Ветеринар".to_string()),
            "{compared:?}"
        );
        let rows: usize = browser.eval("return document.querySelectorAll('.compare tbody tr').length").await;
        assert!(rows >= 9, "{rows} rows");
        // The other language shows the same list.
        browser.open(&base.join("ky/finder/saved.html").expect("well-formed")).await;
        browser.wait_for("the list is there", "return document.querySelectorAll('.saved-list h3').length === 5").await;
        browser.click(".saved-list li:nth-child(1) .save-sign").await;
        let kept: Vec<String> = browser.eval(KEPT).await;
        assert_eq!(kept.len(), 4, "one is taken out");
        browser.click(".saved-forget").await;
        browser.open(&base.join("ru/encyclopedia/vet.html").expect("well-formed")).await;
        let hidden: bool = browser.eval("return document.querySelector('a.save-list').hidden").await;
        assert!(hidden, "nothing is kept any more");
        assert_eq!(browser.complaints().await, Vec::<String>::new());
        expect_none("requests that went astray", &strays_beside(&browser, &base, &["data:"]).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_comes_in_an_address_and_odd_ones_do_no_harm() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let saved = base.join("ky/finder/saved.html#cook,<img src=x>,cook,no-such-thing,vet").expect("well-formed");
    browser.open(&saved).await;
    browser.wait_for("both are there", "return document.querySelectorAll('.saved-list h3').length === 2").await;
    open(&browser, &base, "ky", "subject=nothing,biology&%E0=1&wish&start=").await;
    let shown: Shown = browser.eval(SHOWN).await;
    assert!(!shown.titles.is_empty() && shown.titles.len() < professions("ky").len(), "what is known holds");
    assert_eq!(browser.complaints().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_data_the_finder_says_so() {
    let own = site::own();
    let folder = site::scratch("finder-without-data");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an earlier copy can be removed");
    }
    crate::common::copy_folder(&own.folder, &folder);
    let base = Way::File.open(&folder).await;
    let browser = Browser::start().await;
    for (lang, missing) in [("ky", "data-1.js"), ("ru", "data.js")] {
        std::fs::remove_file(folder.join(lang).join("finder").join(missing)).expect("the data are there");
        open(&browser, &base, lang, "").await;
        let text: String = browser.eval("return document.querySelector('.found-count').textContent").await;
        assert!(text.contains(missing), "{text}");
    }
    let lists: usize = browser.eval("return document.querySelectorAll('.ways a').length").await;
    assert!(lists >= 7, "the lists are offered");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_indexes_lead_to_every_profession() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.devtools("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await;
    for lang in ["ky", "ru"] {
        browser.open(&base.join(&format!("{lang}/finder/index.html")).expect("well-formed")).await;
        let lists = browser.find_all(By::Css(".ways a")).await.expect("the page is there");
        let mut addresses = Vec::new();
        for list in lists {
            addresses.extend(list.prop("href").await.expect("it is a link"));
        }
        let form = browser.find(By::Css(".facets")).await.expect("it is in the page");
        assert!(!form.is_displayed().await.expect("it can be asked"), "no boxes that do nothing");
        let answers = browser
            .find_all(By::Css(".find-page noscript section a, .finder noscript section a"))
            .await
            .expect("the questions have answers that are lists");
        assert!(answers.len() > 20, "{}", answers.len());
        for name in ["by-letter", "by-field", "by-interest", "by-route"] {
            let address = addresses.iter().find(|address| address.ends_with(&format!("{name}.html")));
            browser.goto(address.expect("the finder leads to it")).await.expect("it opens");
            let links = browser.find_all(By::Css(".letter li a")).await.expect("the page is there");
            let mut found = BTreeSet::new();
            for link in links {
                found.extend(link.prop("href").await.expect("it is a link"));
            }
            assert_eq!(found.len(), professions(lang).len(), "{lang} {name} lists all");
        }
    }
}

/// Headings of an index.
async fn headings(browser: &Browser, base: &Url, path: &str) -> Vec<String> {
    browser.open(&base.join(path).expect("well-formed")).await;
    browser.eval("return Array.from(document.querySelectorAll('.letter h2'), heading => heading.textContent)").await
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_stand_in_the_order_of_the_language() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let kyrgyz = "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ";
    let russian = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
    for (lang, order) in [("ky", kyrgyz), ("ru", russian)] {
        let letters = headings(&browser, &base, &format!("{lang}/finder/by-letter.html")).await;
        // What is written in Latin letters stands by itself.
        let letters: Vec<String> = letters.into_iter().filter(|letter| !letter.is_ascii()).collect();
        let place = |letter: &String| order.find(letter.as_str()).unwrap_or_else(|| panic!("{lang} has no {letter}"));
        let places: Vec<usize> = letters.iter().map(place).collect();
        assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{lang}: {letters:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_profession_is_printed_on_one_sheet() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    let mut problems = Vec::new();
    let printed = site.checked().into_iter().filter(|page| page.kind == "profession" || page.kind == "booklet");
    for page in printed {
        browser.open(&base.join(&page.path).expect("well-formed")).await;
        // Until told otherwise the browser of the tests prints what the screen shows.
        browser.media("print", Scheme::Light).await;
        let sheets: usize = browser.eval("return document.querySelectorAll('.sheet').length").await;
        // Both sides of a sheet for each; a booklet has a cover.
        let most = if page.kind == "booklet" { 2 * (sheets + 1) } else { 2 };
        let count = sheet_count(&browser).await;
        if count > most {
            problems.push(format!("{}: {count} pages, more than {most}", page.path));
        }
    }
    expect_none("what does not fit", &problems);
}

/// On how many sheets the page is printed, of the size that its style sheet asks for.
pub async fn sheet_count(browser: &Browser) -> usize {
    let parameters = serde_json::json!({ "preferCSSPageSize": true });
    let pdf = browser.devtools("Page.printToPDF", parameters).await;
    let pdf = STANDARD.decode(pdf["data"].as_str().expect("a PDF")).expect("in base64");
    let text: String = pdf.into_iter().map(char::from).collect();
    text.match_indices("/Type /Page").filter(|(at, found)| !text[at + found.len()..].starts_with('s')).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_questions_are_printed_alone() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    browser.open(&base.join("ru/encyclopedia/vet.html").expect("well-formed")).await;
    let _: bool = browser.eval("window.print = () => {}; return true").await;
    browser.click(".questions button.print").await;
    browser.media("print", Scheme::Light).await;
    let shown: Vec<String> = browser
        .eval("return Array.from(document.querySelectorAll('main h1, main h2')).filter(part => part.checkVisibility()).map(part => part.id || part.localName)")
        .await;
    assert_eq!(shown, ["h1", "questions"], "the title and the questions");
    let over: bool = browser
        .eval(
            "window.dispatchEvent(new Event('afterprint')); return document.getElementById('routes').checkVisibility()",
        )
        .await;
    assert!(over, "after that the page is whole again");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_finder_looks_right_in_every_state() {
    let base = Way::File.open(&site::own().folder).await;
    let browser = Browser::start().await;
    let mut problems = Vec::new();
    for (screen, scheme, view) in [(DESKTOP, Scheme::Light, "desktop"), (PHONE, Scheme::Dark, "phone")] {
        browser.screen(screen).await;
        browser.scheme(scheme).await;
        for lang in ["ky", "ru"] {
            for (name, hash) in [("all", ""), ("chosen", BIOLOGY_OUTSIDE), ("none", "wish=indoor,outdoor&field=health")]
            {
                open(&browser, &base, lang, hash).await;
                look(&browser, &format!("finder-{name}-{lang}-{view}"), &mut problems).await;
            }
            let saved = format!("{lang}/finder/saved.html#vet,agronomist,cook,programmer");
            browser.open(&base.join(&saved).expect("well-formed")).await;
            browser.wait_for("they are compared", "return !!document.querySelector('.compare table')").await;
            look(&browser, &format!("compare-{lang}-{view}"), &mut problems).await;
        }
    }
    expect_none("violations", &problems);
}

/// Takes a picture, and notes what axe has against the page and what sticks out of it.
async fn look(browser: &Browser, name: &str, problems: &mut Vec<String>) {
    let folder = site::scratch("finder-screenshots");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let picture = browser.screenshot_as_png().await.expect("the browser takes pictures");
    std::fs::write(folder.join(format!("{name}.png")), picture).expect("the picture can be written");
    let out: i64 = browser.eval("return document.documentElement.scrollWidth - innerWidth").await;
    if out > 0 {
        problems.push(format!("{name}: {out} pixels wider than the screen"));
    }
    problems.extend(violations(browser, "").await.into_iter().map(|found| format!("{name}: {found}")));
}

/// Names that every object of a script has.
const NAMES: [&str; 5] = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

#[tokio::test(flavor = "multi_thread")]
async fn names_that_every_object_has_mean_nothing() {
    let clean = "return Object.keys(Object.prototype).length === 0 && ({}).x === undefined";
    for way in [Way::File, Way::Root] {
        let browser = Browser::start().await;
        let base = way.open(&site::own().folder).await;
        let at = |path: &str| base.join(path).expect("well-formed");
        browser.open(&at("ru/finder/index.html")).await;
        let counted = "return document.querySelector('.found-count').textContent !== ''";
        browser.wait_for("the list is there", counted).await;
        let all: Shown = browser.eval(SHOWN).await;
        for name in NAMES {
            browser.open(&at(&format!("ru/finder/index.html?{name}#{name}=x&{name}={name}"))).await;
            browser.wait_for("the list is there", counted).await;
            let shown: Shown = browser.eval(SHOWN).await;
            assert_eq!((shown.titles, shown.count), (all.titles.clone(), all.count.clone()), "{name}");
            assert!(browser.eval::<bool>(clean).await, "{name}");
        }
        // What is chosen stays, and comes back into the address.
        browser.open(&at("ru/finder/index.html#field=food")).await;
        browser.wait_for("the list is there", counted).await;
        let food: Shown = browser.eval(SHOWN).await;
        assert_ne!(food.count, all.count);
        for name in NAMES {
            let _: () = browser.eval(&format!("location.hash = '{name}=x'")).await;
            browser.wait_for("the choice comes back", "return location.hash === '#field=food'").await;
            let shown: Shown = browser.eval(SHOWN).await;
            assert_eq!(shown.titles, food.titles, "{name}");
        }
        // The own list, by its address and out of the storage.
        let names = NAMES.join(",");
        let store = format!("localStorage.setItem('bagyt-professions', '{names}')");
        let _: () = browser.eval(&store).await;
        browser.open(&at(&format!("ru/finder/saved.html#{names}"))).await;
        browser.wait_for("the list is told to be empty", "return !document.querySelector('.saved-none').hidden").await;
        assert!(browser.eval::<bool>(clean).await);
        // The search: what is asked for, what filters it, what was asked before.
        for name in NAMES {
            browser.open(&at(&format!("ru/search.html?q={name}&kind={name}&publication={name}&{name}=x"))).await;
            let done = "return document.querySelector('.find-note strong') !== null";
            browser.wait_for("nothing is found", done).await;
            let text: String = browser.eval("return document.querySelector('main').innerText").await;
            assert!(!text.contains("native code") && !text.contains("[object"), "{text}");
            assert!(browser.eval::<bool>(clean).await, "{name}");
        }
        assert_eq!(browser.complaints().await, Vec::<String>::new(), "the console stays empty");
    }
}
