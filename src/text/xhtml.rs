//! Texts → XHTML, for what reads XML alone: an e-book.

use super::html::{Syntax, Writer};
use super::{Placing, References, Text};

/// A text as a piece of XHTML: well-formed in itself, without a root and a namespace.
pub fn write(text: &Text, references: &dyn References, placing: Placing) -> String {
    let (events, bytes) = text.size();
    let mut xhtml = String::with_capacity(bytes + 12 * events);
    Writer::new(Syntax::Xhtml, references, placing, None, &mut xhtml).all(text);
    xhtml
}

/// The namespace of a root that holds such pieces.
pub const NAMESPACE: &str = "http://www.w3.org/1999/xhtml";

#[cfg(test)]
pub(super) use tests::look_at;

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::path::Path;

    use super::*;
    use crate::diag::Diagnostics;
    use crate::progress::Silent;
    use crate::render::Pages;
    use crate::text::Element;
    use crate::{Memo, Request, with_plan};

    thread_local! {
        /// What the texts that are written as HTML are as XHTML: how many, and what is wrong with them.
        static LOOK: RefCell<Option<(usize, Vec<String>)>> = const { RefCell::new(None) };
    }

    /// Looks at a text that is written as HTML.
    pub fn look_at(text: &Text, references: &dyn References, placing: Placing) {
        if LOOK.with_borrow(Option::is_none) {
            return;
        }
        let xhtml = format!("<div xmlns=\"{NAMESPACE}\">{}</div>", write(text, references, placing));
        let fault = roxmltree::Document::parse(&xhtml).err().map(|error| format!("{error}: {xhtml}"));
        LOOK.with_borrow_mut(|look| {
            let Some((count, faults)) = look else { return };
            *count += 1;
            faults.extend(fault);
        });
    }

    /// Every text that any page of a site shows, with its figures and drawings.
    fn texts_of(root: &Path) -> (usize, Vec<String>) {
        let request =
            Request { root, base_url: None, search: false, drafts: true, today: jiff::civil::date(2026, 11, 22) };
        let mut out = Diagnostics::new();
        let looked = with_plan(&request, &Memo::default(), &Silent, &mut out, |site, _| {
            LOOK.set(Some((0, Vec::new())));
            let pages = Pages::new(*site);
            for (output, page) in site.plan.pages() {
                let _ = pages.view(page, &output.path);
            }
            LOOK.take()
        });
        looked.flatten().expect("the site is in order")
    }

    #[test]
    fn every_text_of_the_repository_is_well_formed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (count, faults) = texts_of(root);
        assert!(count > 5_000, "{count} texts");
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn every_text_of_the_golden_sites_is_well_formed() {
        for name in ["drafts", "files", "forms", "handbook", "markdown", "minimal", "professions", "raw"] {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sites").join(name);
            let (count, faults) = texts_of(&root);
            assert!(count > 0 && faults.is_empty(), "{name}: {count} texts\n{}", faults.join("\n"));
        }
    }

    #[test]
    fn what_html_leaves_out_is_written() {
        let mut text = Text::default();
        text.open(Element::Box(true));
        text.close(Element::Box(true));
        text.open(Element::Break);
        text.drawing("");
        let written = write(&text, &Drawn, Placing::default());
        let wanted = "<span class=\"box\" data-done=\"\" role=\"img\"></span><br/>\
                      <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\"></svg>";
        assert_eq!(written, wanted);
    }

    /// Has a drawing.
    struct Drawn;

    impl References for Drawn {
        fn drawing(&self, _: &str) -> String {
            "<svg width=\"1\"></svg>".into()
        }
    }
}
