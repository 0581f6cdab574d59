//! What stands on paper: every word of the page, in type of one size, on sheets that are used.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use url::Url;

use crate::browser::chromium::{Browser, Scheme};
use crate::browser::server::Way;
use crate::{RUN_FIRST, expect_none};

/// What of a page belongs on paper.
#[derive(Deserialize)]
struct Meant {
    /// Its texts, one for each piece.
    texts: Vec<String>,
    /// How many parts of it begin on a sheet of their own.
    breaks: usize,
}

/// Text that is set for ears only, or as numbers of sources that the list of sources names, is not meant for paper; words in
/// drawings are drawn.
const MEANT: &str = r#"
    const out = "svg, script, style, noscript, template, .hush, .crumbs";
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (element.closest(out) || !element.checkVisibility() || getComputedStyle(element).fontSize === "0px") continue;
        texts.push(walker.currentNode.data);
    }
    const breaks = Array.from(document.querySelectorAll("main *")).filter(element =>
        element.checkVisibility() && getComputedStyle(element).breakBefore === "page");
    return { texts, breaks: breaks.length };
"#;

/// A page as it was printed.
pub struct Print {
    /// Texts of the page.
    meant: Meant,
    /// All text of the sheets without spaces and hyphens.
    text: String,
    sheets: Vec<Sheet>,
}

/// A sheet in points, 72 to the inch.
struct Sheet {
    width: f64,
    height: f64,
    words: Vec<Word>,
}

struct Word {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Print {
    /// Prints a page, in the size of sheet that its style asks for.
    pub async fn of(browser: &Browser, url: &Url) -> Print {
        browser.open(url).await;
        browser.eval::<()>("return document.fonts.ready.then(() => null)").await;
        browser.media("print", Scheme::Light).await;
        let meant = browser.eval(MEANT).await;
        let pdf = browser.devtools("Page.printToPDF", serde_json::json!({ "preferCSSPageSize": true })).await;
        browser.scheme(Scheme::Light).await;
        let pdf = STANDARD.decode(pdf["data"].as_str().expect("a PDF")).expect("in base64");
        let home = tempfile::tempdir().expect("a folder can be made");
        let file = home.path().join("page.pdf");
        fs::write(&file, pdf).expect("the PDF can be written");
        let text = letters(&pdftotext("-raw", &file)).collect();
        Print { meant, text, sheets: sheets(&pdftotext("-bbox", &file)) }
    }

    /// Words of the page that are not on the sheets, or not as often.
    pub fn lost(&self) -> Vec<String> {
        let mut words: BTreeMap<String, usize> = BTreeMap::new();
        for text in &self.meant.texts {
            let text = text.replace('\u{ad}', "");
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                *words.entry(letters(word).collect()).or_default() += 1;
            }
        }
        assert!(!words.is_empty(), "the page has words");
        let lost = words.into_iter().filter(|(word, count)| self.text.matches(word.as_str()).count() < *count);
        lost.map(|(word, _)| word).collect()
    }

    /// Words that reach into the margin.
    pub fn outside(&self) -> Vec<String> {
        let out = |sheet: &Sheet, word: &Word| word.left < 20.0 || word.right > sheet.width - 20.0;
        let words = self.sheets.iter().flat_map(|sheet| sheet.words.iter().filter(move |word| out(sheet, word)));
        words.map(|word| word.text.clone()).collect()
    }

    /// Numbers of sheets, from 1, that end in their first third although more follows, beyond those that had to.
    pub fn empty(&self) -> Vec<usize> {
        let last = self.sheets.len().saturating_sub(1);
        let low = |sheet: &Sheet| {
            // The head of each sheet and its number stand in the margins, and a word or two below the head are a head.
            let body = sheet.words.iter().filter(|word| word.top > 75.0 && word.bottom < sheet.height - 45.0);
            body.map(|word| word.bottom / sheet.height).fold(0.0, f64::max)
        };
        let sheets = self.sheets[..last].iter().enumerate();
        let empty: Vec<usize> = sheets.filter(|(_, sheet)| low(sheet) < 0.35).map(|(at, _)| at + 1).collect();
        if empty.len() > self.meant.breaks { empty } else { Vec::new() }
    }

    /// Height of the type of a word.
    fn height_of(&self, text: &str) -> f64 {
        let word = self.sheets.iter().flat_map(|sheet| &sheet.words).find(|word| word.text == text);
        let word = word.unwrap_or_else(|| panic!("«{text}» is not on paper"));
        word.bottom - word.top
    }
}

/// The letters and digits of a text, small, as paper has them: without what parts words at the end of a line.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

fn pdftotext(how: &str, file: &Path) -> String {
    let output = Command::new("pdftotext").args([how, "-enc", "UTF-8"]).arg(file).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext does not start ({error}). {RUN_FIRST}"));
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("its output is UTF-8")
}

/// Reads `<page width="…" height="…">` and `<word xMin="…" yMin="…" xMax="…" yMax="…">…</word>`.
fn sheets(boxes: &str) -> Vec<Sheet> {
    let number = |line: &str, name: &str| -> f64 {
        let value = line.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{line} has no {name}"))
    };
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            sheets.push(Sheet { width: number(line, "width"), height: number(line, "height"), words: Vec::new() });
        } else if let (Some(rest), Some(sheet)) = (line.strip_prefix("<word "), sheets.last_mut()) {
            let text = rest.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            let [left, top, right, bottom] = ["xMin", "yMin", "xMax", "yMax"].map(|name| number(rest, name));
            sheet.words.push(Word { text: text.to_string(), left, top, right, bottom });
        }
    }
    sheets
}

const SENTENCE: &str = "Классный руководитель договаривается с предприятием о дне, о группе и о том, кто встречает учеников; \
                        родители подписывают согласие, а мастер показывает участок и отвечает на вопросы.";

/// A site with all that is too wide for a sheet.
fn wide_site() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder can be made");
    let write = |path: &str, text: String| {
        let file = home.path().join("content").join(path);
        fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("the folder can be made");
        fs::write(file, text).expect("the file can be written");
    };
    let page = |title: &str, text: &str| format!("---\ntitle: {title}\n---\n\n{SENTENCE}\n\n{text}\n\n{SENTENCE}\n");
    write(
        "site.yaml",
        "title: {ky: Сыноо, ru: Проба}\npublications:\n  - id: guide\n    title: {ky: Колдонмо, ru: Пособие}\n".into(),
    );
    let row = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let head = [
        "Код",
        "Наименование профессии",
        "Образование",
        "Срок обучения",
        "Форма",
        "Стоимость за год, сом",
        "Экзамены",
        "Общежитие",
        "Стипендия",
        "Работодатели",
        "Зарплата",
        "Контакты приёмной комиссии",
    ];
    let cells = [
        "0110",
        "Электрогазосварщик ручной сварки",
        "Среднее профессиональное",
        "1 год 10 месяцев",
        "очная, заочная",
        "38 500",
        "математика, физика",
        "предоставляется",
        "есть",
        "строительные организации",
        "45 000–70 000",
        "priem@example.kg, 0312 00-00-00",
    ];
    let table = |columns: usize, rows: usize| -> String {
        let (head, rule, cells) = (row(&head[..columns]), row(&vec!["---"; columns]), row(&cells[..columns]));
        format!("{head}{rule}{}", cells.repeat(rows))
    };
    write("guide/plain.ru.md", page("Простая", "Ещё один абзац."));
    write("guide/table.ru.md", page("Широкая таблица", &table(12, 5)));
    let tables: Vec<String> = (2..12).map(|columns| table(columns, 2)).collect();
    write("guide/tables.ru.md", page("Таблицы", &tables.join(&format!("\n{SENTENCE}\n\n"))));
    let long = "абвгд".repeat(38);
    let strings = format!(
        "Номер {long}\n\n## {long}\n\n- {long}\n\n> [!NOTE] {long}\n> {long}\n\n| А | Б |\n|---|---|\n| 1 | {long} |"
    );
    write("guide/string.ru.md", page("Длинное слово", &strings));
    let lines = "- [ ] Договориться о дне ________\n  - [ ] Кто встречает ________\n    - [x] Телефон ________\n\n      Второй абзац ________\n\
                 - [ ] Согласие\n\n1. Пункт ________\n2. Пункт\n\nФамилия ________ имя ________\n\n\
                 ________________________________________________________________________________________________________\n\n\
                 | Что | Сколько |\n|---|---|\n| Строка | ________ |\n| Ещё ________ | 2 |\n";
    write("guide/lines.ru.md", page("Бланк", lines));
    let long_table =
        format!("## Раздел\n\n{}\n\n## Таблица на два листа\n\n{}", format!("{SENTENCE}\n\n").repeat(6), table(4, 60));
    write("guide/long.ru.md", page("Длинная таблица", &long_table));
    for name in ["plain", "table", "tables", "string", "lines", "long"] {
        write(&format!("guide/{name}.ky.md"), format!("---\ntitle: Барак {name}\n---\n\nТекст.\n"));
    }
    let output = crate::common::bagyt().arg("build").arg(home.path()).output().expect("bagyt runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    home
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_wide_for_a_sheet_stays_on_it_and_keeps_its_size() {
    let site = wide_site();
    let base = Way::File.open(&site.path().join("public")).await;
    let browser = Browser::start().await;
    let at = |name: &str| base.join(&format!("ru/guide/{name}.html")).expect("well-formed");
    let size = Print::of(&browser, &at("plain")).await.height_of("Классный");
    assert!((12.0..16.0).contains(&size), "{size} points");
    let mut problems = Vec::new();
    for name in ["table", "tables", "string", "lines", "long", "whole"] {
        let print = Print::of(&browser, &at(name)).await;
        problems.extend(print.lost().iter().map(|word| format!("{name}: «{word}» is lost")));
        problems.extend(print.outside().iter().map(|word| format!("{name}: «{word}» is outside of the sheet")));
        problems.extend(print.empty().iter().map(|sheet| format!("{name}: sheet {sheet} is all but empty")));
        let own = print.height_of("Классный");
        if (own - size).abs() > 0.1 {
            problems.push(format!("{name}: type of {own} points, not {size}"));
        }
    }
    expect_none("what paper gets wrong", &problems);
}

/// Boxes to tick that are cut off, by their place.
const CUT: &str = r#"
    return Array.from(document.querySelectorAll(".box")).flatMap((box, at) => {
        const own = box.getBoundingClientRect();
        const cut = [];
        for (let outer = box.parentElement; outer; outer = outer.parentElement) {
            const style = getComputedStyle(outer);
            if (style.overflowX === "visible" || (style.position === "static" && outer.contains(box.offsetParent) === false)) continue;
            const edge = outer.getBoundingClientRect();
            if (own.left < edge.left - 0.5 || own.right > edge.right + 0.5) cut.push(outer.localName + "." + outer.className);
        }
        if (own.left < 0) cut.push("the page");
        return cut.map(outer => `box ${at + 1} is cut off by ${outer}`);
    });
"#;

#[tokio::test(flavor = "multi_thread")]
async fn boxes_to_tick_are_whole() {
    let site = wide_site();
    let base = Way::File.open(&site.path().join("public")).await;
    let browser = Browser::start().await;
    let mut problems = Vec::new();
    browser.open(&base.join("ru/guide/lines.html").expect("well-formed")).await;
    let count: usize = browser.eval("return document.querySelectorAll('.box').length").await;
    assert_eq!(count, 4);
    for media in ["screen", "print"] {
        browser.media(media, Scheme::Light).await;
        let cut: Vec<String> = browser.eval(CUT).await;
        problems.extend(cut.into_iter().map(|cut| format!("{media}: {cut}")));
    }
    expect_none("boxes that are cut off", &problems);
}
