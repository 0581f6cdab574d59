//! What each code means to those who write: one page a code, in every language of messages.
//!
//! In: a [`Code`] and a [`Locale`]. Out: Markdown. Never: a code without a page; the table in `texts.rs` does not compile
//! without it.

mod texts;

use crate::diag::{Code, Severity};
use crate::markup::escaped;
use crate::messages::{Locale, say};

/// What is explained of a code, in the order of [`Locale::ALL`].
#[derive(Debug, Clone, Copy)]
pub struct Explanation {
    /// What the code means, in a sentence.
    meanings: [&'static str; 3],
    /// Why it matters to a reader of the site, and what to do.
    texts: [&'static str; 3],
    /// Something wrong, and the same mended.
    pub example: Option<Example>,
}

/// Something wrong, and the same mended.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// Pages, or their texts, of which the first raises the code and the second does not.
    Page(&'static str, &'static str),
    /// Parts of a file or of its name.
    Part(&'static str, &'static str),
}

impl Explanation {
    /// The explanation of a code.
    pub fn of(code: Code) -> Explanation {
        texts::of(code)
    }

    /// What the code means, in a sentence.
    pub fn meaning(&self, locale: Locale) -> &'static str {
        self.meanings[locale.index()]
    }

    /// Why it matters to a reader of the site, and what to do.
    pub fn text(&self, locale: Locale) -> &'static str {
        self.texts[locale.index()]
    }
}

/// What a severity is called.
fn severity(code: Code, locale: Locale) -> String {
    let name = match code.severity() {
        Severity::Error => say::error(),
        Severity::Warning => say::warning(),
        Severity::Note => say::note(),
    };
    name.text(locale)
}

/// The page of a code, as Markdown; `level` is that of its heading.
pub fn page(code: Code, locale: Locale, level: usize) -> String {
    let explanation = Explanation::of(code);
    let mut page = format!(
        "{} {} ({})\n\n{}\n\n{}\n",
        "#".repeat(level),
        code.id(),
        severity(code, locale),
        explanation.meaning(locale),
        explanation.text(locale)
    );
    if let Some(Example::Page(wrong, right) | Example::Part(wrong, right)) = explanation.example {
        for (title, text) in [(say::example_wrong(), wrong), (say::example_mended(), right)] {
            // Longer than any fence in the example itself.
            page += &format!("\n{}\n\n````text\n{text}\n````\n", title.text(locale));
        }
    }
    page
}

/// All pages in one document.
pub fn book(locale: Locale) -> String {
    let pages: Vec<String> = Code::ALL.iter().map(|code| page(*code, locale, 2)).collect();
    let (title, about) = (say::what_bagyt_reports().text(locale), say::each_message_has_a_code().text(locale));
    format!("# {title}\n\n{about}\n\n{}", pages.join("\n"))
}

/// Every code with its meaning, a line each.
pub fn list(locale: Locale) -> String {
    let width = Code::ALL.iter().map(|code| code.id().len()).max().unwrap_or(0);
    let line = |code: &Code| format!("{:width$}  {}\n", code.id(), Explanation::of(*code).meaning(locale));
    Code::ALL.iter().map(line).collect()
}

/// The page of a code as HTML that stands alone.
pub fn html(code: Code, locale: Locale) -> String {
    let explanation = Explanation::of(code);
    let mut body = format!(
        "<h1><code>{}</code> ({})</h1><p><strong>{}</strong></p><p>{}</p>",
        code.id(),
        escaped(&severity(code, locale)),
        escaped(explanation.meaning(locale)),
        escaped(explanation.text(locale))
    );
    if let Some(Example::Page(wrong, right) | Example::Part(wrong, right)) = explanation.example {
        for (title, text) in [(say::example_wrong(), wrong), (say::example_mended(), right)] {
            body += &format!("<p>{}</p><pre>{}</pre>", escaped(&title.text(locale)), escaped(text));
        }
    }
    format!(
        "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>{}</title><link rel=\"stylesheet\" href=\"/_bagyt/explain.css\"></head>\
         <body><main>{body}</main></body></html>",
        locale.code(),
        code.id()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_every_language() {
        for code in Code::ALL {
            let explanation = Explanation::of(*code);
            for locale in Locale::ALL {
                let (meaning, text) = (explanation.meaning(locale), explanation.text(locale));
                assert!(meaning.ends_with('.') && text.ends_with('.'), "{} {}", code.id(), locale.code());
                assert!(text.chars().count() > 60, "{} {}: {text}", code.id(), locale.code());
                let is_latin = |text: &str| !text.chars().any(|c| ('а'..='я').contains(&c));
                let is_english = locale == Locale::En;
                assert!(is_latin(meaning) == is_english, "{} {}: {meaning}", code.id(), locale.code());
            }
            let [_, ru, ky] = explanation.texts;
            assert!(!ru.contains(['ң', 'ү']) || ru.contains("«ө ү ң»"), "{}: {ru}", code.id());
            assert!(ru != ky, "{}", code.id());
        }
    }

    #[test]
    fn a_page_has_what_is_wrong_and_the_same_mended() {
        let page = page(Code::HeadingPlain, Locale::Ky, 1);
        assert!(page.starts_with("# heading/plain (эскертүү)\n"), "{page}");
        assert!(page.contains("\n##Качан\n") && page.contains("\n## Качан\n"), "{page}");
    }
}
