//! What travels: the files of the search as a browser asks for them.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use bagyt_search::engine::{Answer, Engine, Request};
use bagyt_search::outer;
use serde::Deserialize;

use crate::Outcome;

/// Bytes of a file as it is and as hosts send it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    pub files: usize,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

impl std::ops::Add for Size {
    type Output = Size;

    fn add(self, other: Size) -> Size {
        Size {
            files: self.files + other.files,
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

impl std::iter::Sum for Size {
    fn sum<I: Iterator<Item = Size>>(sizes: I) -> Size {
        sizes.fold(Size::default(), |a, b| a + b)
    }
}

/// What `start.js` says.
#[derive(Deserialize)]
pub struct Start {
    pub engine: String,
    pub boot: String,
    pub shards: Option<BTreeMap<String, String>>,
}

/// One language's search in a built site.
pub struct Index {
    pub lang: &'static str,
    pub folder: PathBuf,
    pub start: Start,
    boot: Vec<u8>,
    sizes: Mutex<BTreeMap<String, Size>>,
}

/// What it took to answer a question.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    pub rounds: usize,
    /// Dictionary, postings and positions.
    pub lists: Size,
    /// Texts of pages, for titles and excerpts.
    pub texts: Size,
}

impl Cost {
    pub fn all(&self) -> Size {
        self.lists + self.texts
    }
}

impl Index {
    /// # Errors
    /// If the site has no search, or a damaged one.
    pub fn open(out: &Path, lang: &'static str) -> Outcome<Index> {
        let folder = out.join("search");
        let text = std::fs::read_to_string(folder.join(lang).join("start.js"))?;
        let json =
            text.trim_end().strip_prefix(&format!("bagytSearch.start(\"{lang}\",")).and_then(|t| t.strip_suffix(')'));
        let start: Start = serde_json::from_str(json.ok_or("start.js is not as expected")?)?;
        let boot = bytes(&folder, &start.boot)?;
        Ok(Index { lang, folder, start, boot, sizes: Mutex::default() })
    }

    /// # Errors
    /// If the boot file is damaged.
    pub fn engine(&self) -> Outcome<Engine> {
        Engine::open(&self.boot).map_err(|_| "the boot file is damaged".into())
    }

    pub fn boot_bytes(&self) -> usize {
        self.boot.len()
    }

    /// # Errors
    /// If the file cannot be read.
    pub fn size(&self, name: &str) -> Outcome<Size> {
        if let Some(size) = self.sizes.lock().ok().and_then(|sizes| sizes.get(name).copied()) {
            return Ok(size);
        }
        let size = size_of(&std::fs::read(self.folder.join(format!("{name}.js")))?)?;
        if let Ok(mut sizes) = self.sizes.lock() {
            sizes.insert(name.to_string(), size);
        }
        Ok(size)
    }

    /// Asks until nothing is missing; loads into the engine what was.
    ///
    /// # Errors
    /// If a file is damaged or missing.
    pub fn ask(&self, engine: &mut Engine, request: &Request) -> Outcome<(Cost, Answer)> {
        let mut cost = Cost::default();
        loop {
            let answer = engine.ask(request).map_err(|_| "the index contradicts itself")?;
            if answer.need.is_empty() {
                return Ok((cost, answer));
            }
            cost.rounds += 1;
            for need in &answer.need {
                let size = self.size(&need.file)?;
                let part = if is_bundle(&need.file) { &mut cost.texts } else { &mut cost.lists };
                *part = *part + size;
                engine
                    .add(need.id, bytes(&self.folder, &need.file)?)
                    .map_err(|_| format!("{} is damaged", need.file))?;
            }
        }
    }

    /// An engine with every file of the index.
    ///
    /// # Errors
    /// If a file is damaged.
    pub fn whole(&self) -> Outcome<Engine> {
        let mut engine = self.engine()?;
        for (id, name) in self.chunks()? {
            engine.add(id, bytes(&self.folder, &name)?).map_err(|_| format!("{name} is damaged"))?;
        }
        Ok(engine)
    }

    /// Every file beside the boot file that an engine may ask for, with its number.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn chunks(&self) -> Outcome<BTreeMap<usize, String>> {
        let (mut chunks, mut bundles) = (BTreeMap::new(), BTreeMap::new());
        for file in std::fs::read_dir(self.folder.join(self.lang))? {
            let name = format!("{}/{}", self.lang, file?.file_name().to_string_lossy().trim_end_matches(".js"));
            let files = if is_bundle(&name) { &mut bundles } else { &mut chunks };
            if let Some(number) = number_of(&name) {
                files.insert(number, name);
            }
        }
        // Bundles are counted on after the chunks.
        let first = chunks.len();
        chunks.extend(bundles.into_iter().map(|(number, name)| (first + number, name)));
        Ok(chunks)
    }
}

/// Whether a file, by its name, is a bundle of page texts: `ky/p17-…`.
pub fn is_bundle(name: &str) -> bool {
    name.split('/').nth(1).is_some_and(|name| name.starts_with('p')) && number_of(name).is_some()
}

/// The number in the name of a chunk or bundle.
pub fn number_of(name: &str) -> Option<usize> {
    name.split('/').nth(1)?.trim_start_matches('p').split('-').next()?.parse().ok()
}

fn bytes(folder: &Path, name: &str) -> Outcome<Vec<u8>> {
    let script = std::fs::read_to_string(folder.join(format!("{name}.js")))?;
    outer::bytes(&script).ok_or_else(|| format!("{name} is damaged").into())
}

/// # Errors
/// Never, but for what writing to memory may report.
pub fn size_of(bytes: &[u8]) -> Outcome<Size> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &options)?;
    Ok(Size { files: 1, raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}
