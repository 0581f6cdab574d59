//! What of a form is sent: all but the advice to whoever uses it, which stands on the page.

use std::collections::HashSet;

use crate::text::tree::{At, Kind, Tree};
use crate::text::{Attribute, Element};

/// Takes out of a form its boxes of advice (`> [!TIP]`), the sections whose headings have one of the ids, and the footnotes to
/// which nothing else refers.
pub fn keep(tree: &mut Tree, page_only: &[String]) {
    let referred = references(tree);
    let root = tree.root();
    let tips = root.descendants().filter(|node| node.has_class("alert-tip"));
    let mut advice: Vec<usize> = tips.map(At::number).collect();
    // The level of the heading whose section is left out.
    let mut section: Option<u8> = None;
    for child in root.children() {
        if let Some((level, id)) = heading(child)
            && section.is_none_or(|open| level <= open)
        {
            section = page_only.iter().any(|only| only == id).then_some(level);
        }
        if section.is_some() && !child.has_class("footnotes") {
            advice.push(child.number());
        }
    }
    tree.remove(&advice);
    let left = references(tree);
    let of_advice = |node: &At| {
        let Some(Element::Note(number)) = node.element() else { return false };
        let number = number.to_string();
        referred.contains(&number) && !left.contains(&number)
    };
    let notes: Vec<usize> = tree.root().descendants().filter(of_advice).map(At::number).collect();
    tree.remove(&notes);
}

/// A heading's level and id.
fn heading(node: At<'_>) -> Option<(u8, &str)> {
    Some((node.element()?.heading()?, node.attribute(Attribute::Id)?))
}

/// The numbers of the footnotes to which the text refers.
fn references(tree: &Tree) -> HashSet<String> {
    let marks = tree.root().descendants().filter_map(|node| match node.kind() {
        Kind::Note(number) => Some(number.clone()),
        _ => None,
    });
    marks.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::tree;
    use super::*;

    fn kept(markdown: &str, page_only: &[&str]) -> String {
        let mut tree = tree(markdown);
        keep(&mut tree, &page_only.iter().map(|id| id.to_string()).collect::<Vec<_>>());
        let words = tree.root().text();
        words.chars().filter(|c| !c.is_whitespace() && *c != '↩').collect()
    }

    #[test]
    fn advice_and_its_footnotes_are_left_out() {
        let markdown = "> [!TIP]\n> кеңеш[^а]\n\n> [!NOTE]\n> эскертүү\n\n## бир {#a}\n\nтекст[^б]\n\n## эки {#b}\n\nкат\n\n\
                        ### ичинде {#c}\n\nүч\n\n## төрт {#d}\n\nаягы\n\n[^а]: биринчи\n\n[^б]: экинчи\n\n[^в]: эчжерде\n";
        assert_eq!(kept(markdown, &["b"]), "эскертүүбиртекст2төртаягыэкинчиэчжерде");
        // The last section ends where the footnotes begin.
        assert_eq!(kept(markdown, &["d"]), "эскертүүбиртекст2экикатичиндеүчэкинчиэчжерде");
        assert_eq!(kept(markdown, &["c", "a"]), "эскертүүэкикаттөртаягыэчжерде");
    }
}
