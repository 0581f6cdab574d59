//! The engine in the browser: it answers as the one of the command, in a thread of its own, whatever is asked.

use bagyt_search::engine::Request;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Reader;
use crate::browser::chromium::Browser;
use crate::browser::server::Way;
use crate::expect_none;
use crate::search::judge;
use crate::site;

/// Gets hold of the page's own worker, before the page has it, and asks it questions past the page.
const ASIDE: &str = r#"
    const waiting = new Map();
    let worker = null;
    let count = 0;
    window.Worker = class extends window.Worker {
        constructor(...rest) {
            super(...rest);
            worker = this;
            // Ahead of the page's own listener, which knows nothing of these questions.
            this.addEventListener("message", event => {
                const [number, answer] = event.data;
                if (!waiting.has(number)) return;
                event.stopImmediatePropagation();
                waiting.get(number)(answer);
                waiting.delete(number);
            });
        }
    };
    const call = (...message) => new Promise(resolve => {
        const number = "aside " + ++count;
        waiting.set(number, resolve);
        worker.postMessage([number, ...message]);
    });
    const chunk = name => new Promise((resolve, reject) => {
        const own = bagytSearch.chunk;
        const script = document.createElement("script");
        bagytSearch.chunk = (_, text) => resolve(text);
        script.onload = script.onerror = () => {
            bagytSearch.chunk = own;
            script.remove();
            reject(new Error(name + " gives nothing"));
        };
        script.src = document.querySelector("script[data-data]").dataset.data + name + ".js";
        document.head.append(script);
    });
    window.aside = async question => {
        let longest = 0;
        for (let round = 0; round < 8; round++) {
            const begun = performance.now();
            const answer = await call("ask", 0, JSON.stringify(question));
            longest = Math.max(longest, performance.now() - begun);
            if (!answer) throw new Error("the engine fails at " + JSON.stringify(question));
            if (!answer.need.length) return { answer, longest };
            for (const { id, file } of answer.need) {
                if (!await call("add", 0, id, await chunk(file))) throw new Error(file + " is not taken");
            }
        }
        throw new Error("never answered: " + JSON.stringify(question));
    };
    window.askAll = async questions => {
        const answers = [];
        for (const question of questions) answers.push(await window.aside(question));
        return answers;
    };
"#;

/// A page whose engine is open.
async fn start(way: Way, lang: &str) -> Reader {
    let browser = Browser::start().await;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": ASIDE })).await;
    let reader = Reader::at(browser, way, &site::own().folder, &format!("{lang}/about.html")).await;
    reader.type_in("9").await;
    reader.searched("9").await;
    reader
}

fn to_json(question: &Request) -> Value {
    let Request { q, typing, kind, publication, from, limit } = question;
    json!({ "q": q, "typing": typing, "kind": kind, "publication": publication, "from": from, "limit": limit })
}

/// What the page's own engine answers to a question, and how long it took at most, in milliseconds.
#[derive(Debug, Deserialize)]
struct Answered {
    answer: Value,
    longest: f64,
}

/// Asks the page's own engine.
async fn answers(reader: &Reader, questions: &[Request]) -> Vec<Answered> {
    let mut answers = Vec::new();
    for questions in questions.chunks(50) {
        let questions: Vec<Value> = questions.iter().map(to_json).collect();
        let script = format!("return window.askAll({})", Value::from(questions));
        answers.extend(reader.browser.eval::<Vec<Answered>>(&script).await);
    }
    answers
}

/// The same with every number as a fraction: JavaScript has no others.
fn as_read_by_javascript(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(values) => values.into_iter().map(as_read_by_javascript).collect(),
        Value::Object(values) => {
            Value::Object(values.into_iter().map(|(key, value)| (key, as_read_by_javascript(value))).collect())
        }
        other => other,
    }
}

/// Where the answers of the browser differ from those of the same crate in this program.
async fn differences(reader: &Reader, native: &judge::Site, lang: &str, questions: &[Request]) -> Vec<String> {
    let browser = answers(reader, questions).await;
    assert_eq!(browser.len(), questions.len());
    let mut problems = Vec::new();
    for (question, Answered { answer, .. }) in questions.iter().zip(browser) {
        let text = serde_json::to_string(&native.ask(lang, question)).expect("an answer is JSON");
        let native = as_read_by_javascript(serde_json::from_str(&text).expect("an answer is JSON"));
        let browser = as_read_by_javascript(answer);
        if native != browser {
            problems.push(format!("{lang} {question:?}\n  native  {native}\n  browser {browser}"));
        }
    }
    problems
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_answers_as_the_command_does() {
    let native = judge::Site::own();
    for (way, lang) in [(Way::File, "ky"), (Way::Root, "ru")] {
        let reader = start(way, lang).await;
        let mut questions = Vec::new();
        for query in judge::queries(lang) {
            let question = Request { q: query.text, ..Request::default() };
            match query.class.as_str() {
                "prefix" => questions.push(Request { typing: true, ..question.clone() }),
                "base" => questions.push(Request { kind: Some("profession".into()), ..question.clone() }),
                "words" => questions.push(Request { from: 3, limit: 4, ..question.clone() }),
                "abbr" => questions.push(Request { publication: Some("handbook".into()), ..question.clone() }),
                _ => {}
            }
            questions.push(question);
        }
        assert!(questions.len() > 200, "{lang}: {} questions", questions.len());
        let problems = differences(&reader, &native, lang, &questions).await;
        reader.leaves_cleanly().await;
        expect_none("answers that differ", &problems);
    }
}

/// Questions that nobody should ask.
fn odd_questions() -> Vec<Request> {
    let mut texts: Vec<String> = vec![
        String::new(),
        "\0\u{1}\u{7f}\u{85}\u{2028}".into(),
        "«\"“„ окуу жай".into(),
        "\"".repeat(10_000),
        "\u{202e}\u{200f}\u{2067}мектеп\u{202c}".into(),
        "👩🏽‍🏫👨‍👩‍👧‍👦 🇰🇬 мугалим".into(),
        "a\u{301}\u{301}\u{301}е\u{308}\u{fe0f}".repeat(200),
        "мектеп ".repeat(1_429),
        "м".repeat(10_000),
        "лар".repeat(3_334),
        "😀".repeat(5_000),
        "-".repeat(10_000),
        "- + * ? ~ ^ : \\ / ( ) [ ] { } AND OR NOT NEAR".into(),
        "title:окуу^3 +жай~2 [a TO b]".into(),
        "\u{ffff}\u{10ffff}\u{e000}".into(),
        "ﬁ ǅ İ ı ß ẞ ΐ ﷺ".into(),
    ];
    let mut runner = TestRunner::deterministic();
    let any = any::<String>();
    let words = "(([а-яөүң]{1,12}|[\\PC]{1,4}|[«»\"'\\-.,!?]|\\pC){1,6} ?){1,30}";
    let words = proptest::string::string_regex(words).expect("the pattern is well-formed");
    for _ in 0..60 {
        texts.push(any.new_tree(&mut runner).expect("there are strings").current());
        texts.push(words.new_tree(&mut runner).expect("there are strings").current());
    }
    let typing = |(at, q): (usize, String)| Request { q, typing: at % 2 == 0, ..Request::default() };
    texts.into_iter().enumerate().map(typing).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_asked_the_engine_answers() {
    let native = judge::Site::own();
    let questions = odd_questions();
    for lang in ["ky", "ru"] {
        let reader = start(Way::File, lang).await;
        // A guard against hanging, not a measure of speed.
        let slow: Vec<String> = answers(&reader, &questions)
            .await
            .iter()
            .zip(&questions)
            .filter(|(answered, _)| answered.longest > 1_000.0)
            .map(|(answered, question)| format!("{} ms for {:?}", answered.longest, question.q))
            .collect();
        expect_none("answers that take longer than a second", &slow);
        let problems = differences(&reader, &native, lang, &questions).await;
        reader.leaves_cleanly().await;
        expect_none("answers that differ", &problems);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_typed_the_box_goes_on() {
    let reader = Reader::start(Way::File, "ky/search.html").await;
    for question in odd_questions().iter().filter(|question| !question.q.trim().is_empty()).step_by(5) {
        reader.ask("ky", &question.q).await;
        let done = "return !document.querySelector('.find-wait, .find-progress, .is-stale')";
        reader.browser.wait_for("the page comes to an end", done).await;
        assert!(reader.is("document.querySelector('.find-note code') === null").await, "{:?}", question.q);
    }
    reader.retype("ашпозчу").await;
    reader.browser.press(thirtyfour::Key::Enter).await;
    // The note about the last question stands until the answer to this one is there.
    reader.browser.wait_for("there are results", "return document.querySelector('.seek-hit h3') !== null").await;
    reader.settled().await;
    assert_eq!(reader.page(&reader.found().await[0].href), "ky/encyclopedia/cook.html");
    reader.leaves_cleanly().await;
}

/// Keeps the engine busy with long questions until told to stop.
const BUSY: &str = r#"
    window.tasks = [];
    new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(task => task.duration)))
        .observe({ type: "longtask" });
    window.busy = true;
    window.asked = 0;
    const q = "кесип мектеп окуу жумуш мугалим тест бугалтр ".repeat(3);
    const ask = async () => {
        while (window.busy) {
            await window.aside({ q, typing: true, kind: null, publication: null, from: 0, limit: 10 });
            window.asked += 1;
        }
    };
    // With the texts that are needed first, so that there is no waiting for them.
    return window.aside({ q, typing: true, kind: null, publication: null, from: 0, limit: 10 }).then(() => {
        for (let i = 0; i < 20; i++) ask();
    });
"#;

#[tokio::test(flavor = "multi_thread")]
async fn typing_goes_on_while_the_engine_works() {
    let mut tasks: Vec<f64> = Vec::new();
    // Where other programs want the processor as well, a task may take long for no fault of its own.
    for _ in 0..3 {
        let reader = start(Way::File, "ky").await;
        reader.browser.eval::<()>(BUSY).await;
        for (query, page) in [("шырдак", "felt-artisan"), ("ветеринар", "vet"), ("резюме", "cv/index")]
        {
            reader.retype(query).await;
            let script = format!(
                "const title = document.querySelector('#site-hits [aria-labelledby=site-titles] a');
                return window.busy && title !== null && title.pathname.endsWith('/{page}.html')"
            );
            reader.browser.wait_for("titles are found meanwhile", &script).await;
        }
        reader.browser.wait_for("the engine has been busy", "return window.asked > 20").await;
        reader.browser.eval::<()>("window.busy = false").await;
        reader.searched("резюме").await;
        for query in ["окуу жай", "бугалтр", "мугалим болуу үчүн эмне керек"] {
            reader.ask("ky", query).await;
            reader.settled().await;
        }
        tasks = reader.browser.eval("return window.tasks || []").await;
        reader.leaves_cleanly().await;
        if tasks.is_empty() {
            return;
        }
    }
    panic!("the page stood still for {tasks:?} ms");
}
