//! Makes a bilingual site of any size, the same on every run; for benchmarks and tests.

use std::fs;
use std::io;
use std::path::Path;

/// Pages in a chapter.
const CHAPTER: usize = 50;
/// Publications over which the chapters are dealt out.
const PUBLICATIONS: usize = 4;
/// Sections of a page, which together have some 4,500 bytes of Markdown.
const SECTIONS: usize = 4;

/// What a page's words are taken from: real chapters, so that words are as long and as varied as real ones; copies, so that a
/// change of the site's content changes no measurement.
const KYRGYZ: &str = include_str!("chapter.ky.md");
const RUSSIAN: &str = include_str!("chapter.ru.md");

/// A small generator of numbers (xorshift64*, Vigna 2016): good enough to deal out words, and the same everywhere.
pub struct Numbers(u64);

impl Numbers {
    /// Numbers of their own for each page.
    pub fn of(page: usize) -> Numbers {
        Numbers(0x9E37_79B9_7F4A_7C15 ^ (page as u64 + 1).wrapping_mul(0xD129_0D3A_5B2F_4D11))
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }
}

/// Where words for titles and pages come from.
pub trait Texts {
    /// The title of a chapter.
    fn chapter(&mut self, number: usize) -> String;
    /// The Markdown of page `number` of `pairs`.
    fn page(&mut self, number: usize, pairs: usize) -> String;
}

/// Words of one chapter, dealt out without regard to how often words are used.
struct Dealt {
    code: &'static str,
    words: Vec<&'static str>,
}

impl Texts for Dealt {
    fn chapter(&mut self, number: usize) -> String {
        format!("{} {number}", self.words[number * CHAPTER % self.words.len()])
    }

    fn page(&mut self, number: usize, pairs: usize) -> String {
        page(number, pairs, self.code, &self.words)
    }
}

fn vocabulary(text: &'static str) -> Vec<&'static str> {
    let mut words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 1 && word.chars().all(|c| !c.is_ascii()))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Where page `number` of a site of `pairs` pages lies, under `content/` and without its language.
pub fn page_path(number: usize) -> String {
    let chapter = number / CHAPTER;
    format!("part{}/chapter{chapter:04}/page{number:06}", chapter % PUBLICATIONS + 1)
}

/// Writes a site of `pages` pages, both languages counted, into `root`.
///
/// # Errors
/// What the machine says when it cannot write.
pub fn generate(root: &Path, pages: usize) -> io::Result<()> {
    let mut kyrgyz = Dealt { code: "ky", words: vocabulary(KYRGYZ) };
    let mut russian = Dealt { code: "ru", words: vocabulary(RUSSIAN) };
    write(root, pages, [("ky", &mut kyrgyz), ("ru", &mut russian)])
}

/// Writes a site of `pages` pages, both languages counted, with given texts into `root`.
///
/// # Errors
/// What the machine says when it cannot write.
pub fn write(root: &Path, pages: usize, texts: [(&str, &mut dyn Texts); 2]) -> io::Result<()> {
    let pairs = pages / 2;
    let content = root.join("content");
    fs::create_dir_all(&content)?;
    let used = pairs.div_ceil(CHAPTER).clamp(1, PUBLICATIONS);
    let mut site = String::from("title: {ky: Чоң сайт, ru: Большой сайт}\nlanguages: [ky, ru]\npublications:\n");
    for part in 1..=used {
        site += &format!("  - {{id: part{part}, title: {{ky: {part}-бөлүк, ru: Часть {part}}}}}\n");
    }
    fs::write(content.join("site.yaml"), site)?;
    for (code, texts) in texts {
        for number in 0..pairs {
            let file = content.join(format!("{}.{code}.md", page_path(number)));
            if number % CHAPTER == 0 {
                let folder = file.parent().unwrap_or(&content).to_path_buf();
                fs::create_dir_all(&folder)?;
                let title = format!("---\ntitle: {}\norder: {number}\n---\n", texts.chapter(number / CHAPTER));
                fs::write(folder.join(format!("index.{code}.md")), title)?;
            }
            fs::write(file, texts.page(number, pairs))?;
        }
    }
    Ok(())
}

fn sentence(numbers: &mut Numbers, words: &[&str], length: usize) -> String {
    let chosen: Vec<&str> = (0..length).map(|_| words[numbers.below(words.len())]).collect();
    let text = chosen.join(" ").to_lowercase();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).chain(['.']).collect())
}

/// One page: headings, paragraphs with emphasis and quotes, a list, a table, a tip and links.
fn page(number: usize, pairs: usize, code: &str, words: &[&str]) -> String {
    let mut numbers = Numbers::of(number);
    let title = sentence(&mut numbers, words, 4);
    let mut text = format!(
        "---\ntitle: {}\nsummary: {}\nupdated: 2026-11-21\n---\n\n",
        title.trim_end_matches('.'),
        sentence(&mut numbers, words, 9)
    );
    // As many in each language: a page is built alike in both.
    for section in 1..=SECTIONS {
        text += &format!("## {}\n\n", sentence(&mut numbers, words, 4).trim_end_matches('.'));
        for _ in 0..3 {
            let (first, second) = (sentence(&mut numbers, words, 13), sentence(&mut numbers, words, 11));
            text += &format!(
                "{first} **{}** \"{}\". {second}\n\n",
                words[numbers.below(words.len())],
                words[numbers.below(words.len())]
            );
        }
        match section % 4 {
            1 => (0..3).for_each(|_| text += &format!("- {}\n", sentence(&mut numbers, words, 6))),
            2 => text += &format!("> [!TIP]\n> {}\n", sentence(&mut numbers, words, 10)),
            3 => {
                text += "| А | Б |\n|---|---|\n";
                (0..3).for_each(|_| {
                    text +=
                        &format!("| {} | {} |\n", sentence(&mut numbers, words, 2), sentence(&mut numbers, words, 3));
                });
            }
            _ => {
                let other = page_path(numbers.below(pairs));
                text += &format!("[{}](../../{other}.{code}.md)\n", sentence(&mut numbers, words, 3));
            }
        }
        text.push('\n');
    }
    text
}
