//! What of a form is sent: all but the advice to whoever uses it, which stands on the page.

use std::collections::HashSet;

use scraper::{ElementRef, Html};

/// Takes out of a form's HTML its boxes of advice (`> [!TIP]`), the sections whose headings have one of the ids, and the
/// footnotes to which nothing else refers.
pub fn keep(html: &mut Html, page_only: &[String]) {
    let referred = references(html);
    let root = html.root_element();
    let tips = root.descendent_elements().filter(|element| has_class(*element, "alert-tip"));
    let mut advice: Vec<_> = tips.map(|tip| tip.id()).collect();
    // The level of the heading whose section is left out.
    let mut section: Option<u8> = None;
    for child in root.children() {
        let element = ElementRef::wrap(child);
        if let Some((level, id)) = element.and_then(heading)
            && section.is_none_or(|open| level <= open)
        {
            section = page_only.iter().any(|only| only == id).then_some(level);
        }
        if section.is_some() && !element.is_some_and(|element| has_class(element, "footnotes")) {
            advice.push(child.id());
        }
    }
    for id in advice {
        if let Some(mut node) = html.tree.get_mut(id) {
            node.detach();
        }
    }
    let left = references(html);
    let of_advice = |item: &ElementRef| {
        let number = item.attr("id").and_then(|id| id.strip_prefix("fn-"));
        number.is_some_and(|number| referred.contains(number) && !left.contains(number))
    };
    let notes: Vec<_> = html.root_element().descendent_elements().filter(of_advice).map(|item| item.id()).collect();
    for id in notes {
        if let Some(mut node) = html.tree.get_mut(id) {
            node.detach();
        }
    }
}

/// A heading's level and id.
fn heading(element: ElementRef<'_>) -> Option<(u8, &str)> {
    let level = element.value().name().strip_prefix('h')?.parse().ok()?;
    Some((level, element.value().attr("id")?))
}

fn has_class(element: ElementRef, wanted: &str) -> bool {
    element.value().classes().any(|class| class == wanted)
}

/// The numbers of the footnotes to which the text refers.
fn references(html: &Html) -> HashSet<String> {
    let marks = html.root_element().descendent_elements().filter(|element| has_class(*element, "fn"));
    marks.map(|mark| mark.text().collect::<String>().trim().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(html: &str, page_only: &[&str]) -> String {
        let mut html = Html::parse_fragment(html);
        keep(&mut html, &page_only.iter().map(|id| id.to_string()).collect::<Vec<_>>());
        html.root_element().text().collect()
    }

    #[test]
    fn advice_and_its_footnotes_are_left_out() {
        let html = "<aside class=\"alert alert-tip\"><p>кеңеш<sup class=\"fn\"><a>1</a></sup></p></aside>\
                    <aside class=\"alert alert-note\"><p>эскертүү</p></aside>\
                    <h2 id=\"a\">бир</h2><p>текст<sup class=\"fn\"><a>2</a></sup></p>\
                    <h2 id=\"b\">эки</h2><p>кат</p><h3 id=\"c\">ичинде</h3><p>үч</p>\
                    <h2 id=\"d\">төрт</h2><p>аягы</p>\
                    <div class=\"footnotes\"><ol><li id=\"fn-1\">биринчи</li><li id=\"fn-2\">экинчи</li>\
                    <li id=\"fn-3\">эч жерде</li></ol></div>";
        assert_eq!(kept(html, &["b"]), "эскертүүбиртекст2төртаягыэкинчиэч жерде");
        // The last section ends where the footnotes begin.
        assert_eq!(kept(html, &["d"]), "эскертүүбиртекст2экикатичиндеүчэкинчиэч жерде");
        assert_eq!(kept(html, &["c", "a"]), "эскертүүэкикаттөртаягыэч жерде");
    }
}
