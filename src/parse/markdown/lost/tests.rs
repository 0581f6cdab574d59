use std::cell::RefCell;
use std::sync::Arc;

use super::super::{Phrases, Writing};
use crate::diag::{Diagnostics, Fix, Place};

/// Each code that a page raises with the text that it is about, and the page as the cures have it.
fn reports(markdown: &str) -> (Vec<(&'static str, String)>, String) {
    let phrases = Phrases { tip: "Кеңеш".into(), ..Phrases::default() };
    let file: Arc<str> = "a.ky.md".into();
    let mut out = Diagnostics::new();
    let links = RefCell::new(Vec::new());
    let place = |range: std::ops::Range<usize>| Place::offset(&file, range.start, range.len());
    let mut writing =
        Writing { phrases: &phrases, raw_html: false, place: &place, links: &mut links.borrow_mut(), out: &mut out };
    super::super::page(markdown, &mut writing);
    let mut cured = markdown.to_string();
    let mut found = Vec::new();
    let mut fixes = Vec::new();
    for diagnostic in out.iter() {
        let crate::diag::At::Offset { offset, length } = diagnostic.place.clone().expect("a place").at else {
            continue;
        };
        found.push((diagnostic.code.id(), markdown[offset..offset + length].to_string()));
        if let Some(Fix::Write { at: crate::diag::At::Offset { offset, length }, with }) = &diagnostic.fix {
            fixes.push((*offset, *length, with.clone()));
        }
    }
    fixes.sort();
    let mut end = cured.len();
    for (offset, length, with) in fixes.iter().rev() {
        // Of two that overlap one is enough.
        if offset + length <= end {
            cured.replace_range(*offset..offset + length, with);
            end = *offset;
        }
    }
    (found, cured)
}

/// What is reported of a text, and that its cure leaves nothing to report.
fn cured(markdown: &str, expected: &[(&str, &str)], cure: &str) {
    let (found, cured) = reports(markdown);
    let expected: Vec<(&str, String)> = expected.iter().map(|(code, text)| (*code, (*text).to_string())).collect();
    assert_eq!(found, expected, "{markdown:?}");
    assert_eq!(cured, cure, "{markdown:?}");
    assert_eq!(reports(&cured).0, [], "{cured:?}");
}

#[test]
fn links_that_stay_text() {
    cured("а [б](files/a 9.pdf) в", &[("link/plain", "[б](files/a 9.pdf)")], "а [б](files/a%209.pdf) в");
    cured("![план](a b.png \"План\")", &[("link/plain", "![план](a b.png \"План\")")], "![план](a%20b.png \"План\")");
    cured("![план](a.png «План»)", &[("link/plain", "![план](a.png «План»)")], "![план](a.png \"План\")");
    cured(
        "[сайт] (https://example.kg) а",
        &[("link/plain", "[сайт] (https://example.kg)")],
        "[сайт](https://example.kg) а",
    );
    cured("[сайт]\u{a0}(plan.pdf)", &[("link/plain", "[сайт]\u{a0}(plan.pdf)")], "[сайт](plan.pdf)");
    let query = "[п](https://example.kg/?q=швея и портной)";
    cured(query, &[("link/plain", query)], "[п](https://example.kg/?q=швея%20и%20портной)");
    cured("[слово] (пояснение), см. [1] (и далее)", &[], "[слово] (пояснение), см. [1] (и далее)");
}

#[test]
fn what_is_escaped_hides_itself_alone() {
    for before in [
        "5\\* и ",
        "\\[а](б в) ",
        "А &amp; Б, &copy; &#8470;1 ",
        "\\\\ ",
        "&nbsp;&amp;&lt;",
        "&bne; &NotEqualTilde;",
        "а&б; ",
    ] {
        for after in ["", " \\** &mdash;"] {
            let wrong = format!("{before}[г](д е.md){after}");
            cured(&wrong, &[("link/plain", "[г](д е.md)")], &format!("{before}[г](д%20е.md){after}"));
        }
    }
    cured("\\[г](д е.md) &#42;* а *&#42; \\\\\\** б \\**", &[], "\\[г](д е.md) &#42;* а *&#42; \\\\\\** б \\**");
}

#[test]
fn lines_that_are_not_shown() {
    cured("[Важно]: срок\n", &[("link/unused", "[Важно]: срок")], "\\[Важно]: срок\n");
    cured("[а][Б]\n\n[б]: c.md\n", &[], "[а][Б]\n\n[б]: c.md\n");
    cured("> [а]: б\n", &[("link/unused", "[а]: б")], "> \\[а]: б\n");
    let (found, cured) = reports("а\n\n<!-- б\n\nв\n");
    assert_eq!(found, [("html/remark-open", "<!-- б".to_string()), ("html/off", "<!-- б\n\nв\n".to_string())]);
    assert_eq!(cured, "а\n\n<!-- б -->\n\nв\n");
    assert_eq!(reports(&cured).0, []);
}

#[test]
fn rows_that_are_cut() {
    let table = |row: &str| format!("| А | Б |\n|---|---|\n| в | г |\n{row}\n");
    let one = |row: &str, part: &str, cure: &str| cured(&table(row), &[("table/cut-row", part)], &table(cure));
    one("| д | е | ж |", "ж |", "| д | е \\| ж |");
    one("| Код `а|б` | в |", "в |", "| Код `а\\|б` | в |");
    one("| [Итог | сумма](#x) | год |", "год |", "| [Итог \\| сумма](#x) | год |");
    one("| `а|б` |", "|", "| `а\\|б` |");
    cured(&table("| а \\| б | `в` |"), &[], &table("| а \\| б | `в` |"));
    cured(&table("| а |"), &[], &table("| а |"));
}

#[test]
fn tables_that_stay_text() {
    cured("| А | Б |\n| в | г |\n", &[("table/plain", "| А | Б |")], "| А | Б |\n|---|---|\n| в | г |\n");
    cured("| А | Б |\n|---|\n| в | г |\n", &[("table/plain", "|---|")], "| А | Б |\n|---|---|\n| в | г |\n");
    cured("> | А | Б |\n> | в | г |\n", &[("table/plain", "| А | Б |")], "> | А | Б |\n> |---|---|\n> | в | г |\n");
    cured("А\tБ\nв\tг\n", &[("table/plain", "А\tБ")], "| А | Б |\n|---|---|\n| в | г |\n");
}

#[test]
fn headings_and_items_that_stay_text() {
    cured("##Текст\n", &[("heading/plain", "##Текст")], "## Текст\n");
    cured("##\u{a0}Текст\n", &[("heading/plain", "##\u{a0}Текст")], "## Текст\n");
    cured("#Текст\n", &[("heading/plain", "#Текст")], "## Текст\n");
    cured("#профессия #школа\n", &[], "#профессия #школа\n");
    cured("-один\n-два\n", &[("list/plain", "-один")], "- один\n- два\n");
    cured("•\tодин\n•\tдва\n", &[("list/plain", "•\tодин")], "- один\n- два\n");
    cured("Нужны:\n–\u{a0}один;\n–\u{a0}два.\n", &[("list/plain", "–\u{a0}один;")], "Нужны:\n\n- один;\n- два.\n");
    cured("1.Один\n2.Два\n", &[("list/plain", "1.Один")], "1. Один\n2. Два\n");
    cured("1)\u{a0}один\n\n2)\tдва\n", &[("list/plain", "1)\u{a0}один")], "1) один\n\n2)\tдва\n");
    cured("> •\tодин\n> •\tдва\n", &[("list/plain", "•\tодин")], "> - один\n> - два\n");
    for right in ["— Да.\n", "-5 градусов\n", "В 2026 г.\n2.5 года\n", "а) один\n", "• \n"] {
        cured(right, &[], right);
    }
}

#[test]
fn emphasis_that_stays_in_the_text() {
    cured("это ** важно ** всем", &[("emphasis/plain", "** важно **")], "это **важно** всем");
    cured("это **важно", &[("emphasis/plain", "**")], "это \\*\\*важно");
    cured("~~ нет ~~", &[("emphasis/plain", "~~ нет ~~")], "~~нет~~");
    cured("Имя __________, 2 * 3 * 4, 5 ** 2, сом*", &[], "Имя __________, 2 * 3 * 4, 5 ** 2, сом*");
    cured("\\** а \\**, `** б **`, **в**", &[], "\\** а \\**, `** б **`, **в**");
}

#[test]
fn code_and_boxes() {
    cured("а\n\n```\nб\n", &[("code/unclosed", "```")], "а\n\n```\nб\n```\n");
    cured("> ~~~ yaml\n> б\n", &[("code/unclosed", "~~~ yaml")], "> ~~~ yaml\n> б\n> ~~~\n");
    cured("```\nб\n```\n\n````\n```\n````\n", &[], "```\nб\n```\n\n````\n```\n````\n");
    cured("> [!TIPS]\n> а\n", &[("box/unknown", "[!TIPS]")], "> [!TIP]\n> а\n");
    cured("> [!СОВЕТ]\n> а\n", &[("box/unknown", "[!СОВЕТ]")], "> [!TIP]\n> а\n");
    cured("> [!Кеңеш] Ат\n> а\n", &[("box/unknown", "[!Кеңеш]")], "> [!TIP] Ат\n> а\n");
    cured("[!NOTE]\nа\n", &[("box/unknown", "[!NOTE]")], "> [!NOTE]\n> а\n");
    cured("> [!EXCURSION] Ат\n> а\n\n> [!tip]\n> б\n", &[], "> [!EXCURSION] Ат\n> а\n\n> [!tip]\n> б\n");
}

#[test]
fn marks_of_other_dialects() {
    for (text, part, cure) in [
        ("а ==б в== г", "==б в==", "а **б в** г"),
        ("а %%б%% г", "%%б%%", "а <!-- б --> г"),
        ("![[a.png]]", "![[a.png]]", "![a.png](a.png)"),
        ("[[toc]]\n\nа", "[[toc]]", "\n\nа"),
        ("а {: .b}", "{: .b}", "а"),
        ("а {.b}", "{.b}", "а"),
        ("а {#b}", "{#b}", "а"),
        ("!!! note\nа", "!!! note", "> [!NOTE]\nа"),
        (":::\n", ":::", "\n"),
    ] {
        cured(text, &[("mark/foreign", part)], cure);
    }
    assert_eq!(reports("см. [[Кесип|кесипти]] и {{< fig >}}").0.len(), 2);
    for right in
        ["а == б", "50%% и 60%", "Ура!!!", "[[1]]", "{а, б}", "`==а==`", "## А {#a}", "Table: А {#a}\n\n|а|\n|-|\n|б|"]
    {
        cured(right, &[], right);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_looked_through(text in "[-#*_~`|!\\[\\](){}:=%>• \u{a0}\t\na\\\\б1.)]{0,60}") {
        let (_, cured) = reports(&text);
        reports(&cured);
    }
}
