//! What texts become that editors write; whole pages stand in `tests/golden/sites/markdown`.

use std::ops::Range;

use super::*;
use crate::diag::Diagnostics;
use crate::text::html::plain as plain_html;
use crate::text::{Element, Step};

/// The HTML of a text, without what is known by number.
fn html(markdown: &str) -> String {
    plain_html(&write(markdown, page).expect("not deep").text)
}

fn write<T>(markdown: &str, write: fn(&str, &mut Writing) -> T) -> T {
    let (mut links, mut out) = (Vec::new(), Diagnostics::new());
    let file = "text.md".into();
    let place = |_: Range<usize>| Place::file(&file);
    let phrases = Phrases::default();
    write(
        markdown,
        &mut Writing { phrases: &phrases, raw_html: false, place: &place, links: &mut links, out: &mut out },
    )
}

#[test]
fn a_line_of_the_source_ends_in_one_space() {
    for (written, wanted) in [
        ("г. Бишкек,\nул. Тыныстанова", "<p>г. Бишкек, ул. Тыныстанова</p>"),
        ("бир  \n   эки", "<p>бир<br>эки</p>"),
        ("бир \n   эки", "<p>бир эки</p>"),
        ("*бир\nэки*\n**үч**", "<p><em>бир эки</em> <strong>үч</strong></p>"),
        ("- бир\n  эки\n- үч\nтөрт", "<ul><li>бир эки</li><li>үч төрт</li></ul>"),
        ("> бир\n> эки\nүч", "<blockquote><p>бир эки үч</p></blockquote>"),
        ("бир\n— эки", "<p>бир\u{a0}— эки</p>"),
        ("`бир`\n`эки`", "<p><code>бир</code> <code>эки</code></p>"),
        ("сөз\n: бир\n  эки", "<dl><dt>сөз</dt><dd>бир эки</dd></dl>"),
        ("\"бир\n\"эки\" үч\"", "<p>«бир „эки“ үч»</p>"),
    ] {
        assert_eq!(html(written), wanted, "{written}");
    }
    let note = html("сөз[^а]\n\n[^а]: бир\n    эки");
    assert!(note.contains("<p>бир эки <a class=\"fn-back\""), "{note}");
    // A figure or table may stand behind the last paragraph.
    let note = write("сөз[^а]\n\n[^а]: бир\n\n    ![](б.yaml)", page).expect("not deep").text;
    let steps: Vec<Step> = note.steps().collect();
    let data = steps.iter().position(|step| matches!(step, Step::Data { .. })).expect("the table");
    assert_eq!(steps[data - 2..data], [Step::Text("бир"), Step::Close(Element::Paragraph)]);
    assert_eq!(steps[data + 1..data + 3], [Step::Text(" "), Step::Open(Element::Back)]);
    let boxed = html("> [!TIP] бир\n> эки\n> үч");
    assert!(boxed.contains("бир</p><p>эки үч</p>"), "{boxed}");
    assert!(html("сөз ![бир\nэки](а.png)").contains("alt=\"бир эки\""));
    assert_eq!(plain_html(&write("бир\nэки", inline)), "бир эки");
    assert_eq!(plain("бир\n*эки*\n\nүч", crate::lang::Quotes::default()), "бир эки үч");
}

/// The HTML of a text and the messages about it, each with the bytes that it points at.
fn told(markdown: &str) -> (String, Vec<(String, String)>) {
    let (mut links, mut out) = (Vec::new(), Diagnostics::new());
    let file = "text.md".into();
    let place = |range: Range<usize>| Place::offset(&file, range.start, range.len());
    let phrases = Phrases::default();
    let html = page(
        markdown,
        &mut Writing { phrases: &phrases, raw_html: false, place: &place, links: &mut links, out: &mut out },
    );
    let message = |message: &crate::diag::Diagnostic| (message.code.id().to_string(), message.message.english());
    (plain_html(&html.expect("not deep").text), out.iter().map(message).collect())
}

#[test]
fn a_few_tags_need_no_permission() {
    for (written, wanted) in [
        ("H<sub>2</sub>O, м<SUP>2</SUP>", "<p>H<sub>2</sub>O, м<sup>2</sup></p>"),
        ("<kbd>Ctrl</kbd>+<kbd>*С*</kbd>", "<p><kbd>Ctrl</kbd>+<kbd><em>С</em></kbd></p>"),
        ("<abbr title='\"Эл\" & иш'>ЭИ</abbr>", "<p><abbr title=\"«Эл» &amp; иш\">ЭИ</abbr></p>"),
        ("бир<br>эки<br/>\nүч", "<p>бир<br>эки<br> үч</p>"),
        ("<br>\n\n<kbd>\n*а*\n</kbd>", "<p><br></p><p><kbd> <em>а</em> </kbd></p>"),
        (
            "| а<br>б |\n|-|\n| <sub>в</sub> |",
            "<table><thead><tr><th scope=\"col\">а<br>б</th></tr></thead><tbody><tr><td><sub>в</sub></td></tr></tbody></table>",
        ),
        ("\\<br> `<br>` \\\\<br>", "<p>&lt;br&gt; <code>&lt;br&gt;</code> \\<br></p>"),
        ("## а<br>б<sup>2</sup>", "<h2 id=\"a-b2\">а<br>б<sup>2</sup>"),
    ] {
        let (html, messages) = told(written);
        assert!(html.contains(wanted), "{written}: {html}");
        assert_eq!(messages, [], "{written}");
    }
    for (written, wanted) in [
        ("<sub>а", "<p>&lt;sub&gt;а</p>"),
        ("а</kbd>", "<p>а&lt;/kbd&gt;</p>"),
        ("**<sub>а** б</sub>", "<p><strong>&lt;sub&gt;а</strong> б&lt;/sub&gt;</p>"),
        ("<kbd class=x>а</b>", "<p>&lt;kbd class=x&gt;а&lt;/b&gt;</p>"),
    ] {
        let (html, messages) = told(written);
        assert_eq!(html, wanted, "{written}");
        assert!(!messages.is_empty(), "{written} is not reported");
    }
}

#[test]
fn addresses_are_shown_as_they_are() {
    let link = |address: &str| {
        format!("<p><a class=\"external address\" rel=\"external\" href=\"{address}\">{address}</a></p>")
    };
    for address in ["https://a.kg/9-класс/...'", "http://a.kg/a'b"] {
        let end = address.find('\'').unwrap_or(address.len());
        let shown = address[..end].trim_end_matches('.');
        let html = html(address);
        let text = html.split('>').nth(2).and_then(|text| text.split('<').next());
        assert_eq!(text, Some(shown), "{html}");
    }
    assert_eq!(html("<https://a.kg/9-b>"), link("https://a.kg/9-b"));
    assert_eq!(html("a@b.kg"), "<p><a href=\"mailto:a@b.kg\">a@b.kg</a></p>");
}

#[test]
fn labels_of_footnotes_fold() {
    let html = html("бир[^Б] эки[^б]\n\n[^б]: үч\n\n[^в]: төрт\n\n[^а]: беш");
    assert!(html.contains("id=\"fnref-1-2\">1</a>"), "{html}");
    assert!(html.contains("<li id=\"fn-1\"><p>үч "), "{html}");
    let unused: Vec<usize> = ["төрт", "беш"].iter().filter_map(|note| html.find(note)).collect();
    assert!(unused.is_sorted(), "notes that nothing refers to keep their order: {html}");
}

#[test]
fn a_box_is_ticked_in_cyrillic() {
    let boxes = html("- [х] бир\n- [Х] эки\n- [\u{a0}] үч\n- [ ] төрт\n- [х]беш\n\n1. [х] *алты*");
    assert_eq!(boxes.matches("data-done").count(), 3, "{boxes}");
    assert_eq!(boxes.matches("class=\"box\"").count(), 5, "{boxes}");
    assert_eq!(html("- \\[х] бир\n- эки [х] үч"), "<ul><li>[х] бир</li><li>эки [х] үч</li></ul>");
    assert!(boxes.contains("<li>[х]беш</li>") && boxes.contains("</span> <em>алты</em>"), "{boxes}");
}

proptest::proptest! {
    /// Whatever stands around the marks, and whatever marks the text has that could be taken for a helper.
    #[test]
    fn helpers_leave_no_trace(markdown in "(\\*\\*?|~~|<br>|</?sub>|[а-в]|[«»()\"`.:!\\[\\]> \n\\\\|#-]|\u{2E2E}|\u{2E2D}|\\PC){0,40}") {
        let marks = |text: &str| text.chars().filter(|c| ('\u{2E00}'..='\u{2E2E}').contains(c)).count();
        let (html, _) = told(&markdown);
        proptest::prop_assert!(marks(&html) <= 2 * marks(&markdown), "{:?} became {:?}", markdown, html);
        for (event, range) in reading::Source::new(&markdown).read().expect("not deep").0 {
            proptest::prop_assert!(markdown.get(range.clone()).is_some(), "{:?} at {:?} of {:?}", event, range, markdown);
        }
    }
}

/// Time grows with the length of a text and not faster, whatever stands in it.
#[test]
fn long_texts_of_marks_are_read() {
    for piece in
        ["[", "*а", "<sub>", "</sub>", "'а ", "www.", "http://a.kg)", "а@", "- [х] \\а\n", "**«а»**а ", "&amp;", "~~а"]
    {
        let _ = told(&piece.repeat(20_000));
    }
}
