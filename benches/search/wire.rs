//! What travels: the files of the search as a browser asks for them.

use std::collections::{BTreeMap, BTreeSet};
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
                // Only texts are missing once it is known how many pages there are.
                match answer.total {
                    Some(_) => cost.texts = cost.texts + size,
                    None => cost.lists = cost.lists + size,
                }
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

    /// Number and name of every chunk and bundle.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn chunks(&self) -> Outcome<BTreeMap<usize, String>> {
        let mut chunks = BTreeMap::new();
        for file in std::fs::read_dir(self.folder.join(self.lang))? {
            let name = file?.file_name().to_string_lossy().trim_end_matches(".js").to_string();
            if let Some(id) = name.split('-').next().and_then(|id| id.parse().ok()) {
                chunks.insert(id, format!("{}/{name}", self.lang));
            }
        }
        Ok(chunks)
    }

    /// The numbers of bundles of texts: those that a question with many answers needs at the end.
    ///
    /// # Errors
    /// If a file is damaged or missing.
    pub fn first_bundle(&self, questions: &[String]) -> Outcome<usize> {
        let mut engine = self.engine()?;
        let mut bundles = BTreeSet::new();
        for q in questions {
            let request = Request { q: q.clone(), limit: usize::MAX, ..Request::default() };
            let answer = loop {
                let answer = engine.ask(&request).map_err(|_| "the index contradicts itself")?;
                if answer.total.is_some() || answer.need.is_empty() {
                    break answer;
                }
                for need in &answer.need {
                    engine
                        .add(need.id, bytes(&self.folder, &need.file)?)
                        .map_err(|_| format!("{} is damaged", need.file))?;
                }
            };
            bundles.extend(answer.need.iter().map(|need| need.id));
        }
        Ok(bundles.first().copied().unwrap_or(usize::MAX))
    }
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
