//! What texts become that editors write; whole pages stand in `tests/golden/sites/markdown`.

use std::ops::Range;

use super::*;
use crate::diag::Diagnostics;

/// The HTML of a text, with nothing in its holes.
fn html(markdown: &str) -> String {
    write(markdown, page).text.html
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
    let boxed = html("> [!TIP] бир\n> эки\n> үч");
    assert!(boxed.contains("бир</p><p>эки үч</p>"), "{boxed}");
    assert!(html("сөз ![бир\nэки](а.png)").contains("alt=\"бир эки\""));
    assert_eq!(write("бир\nэки", inline).html, "бир эки");
    assert_eq!(plain("бир\n*эки*\n\nүч"), "бир эки үч");
}
