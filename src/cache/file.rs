//! The file that holds a build: written in one step, and read only if it is whole and of this program.

use std::fs::{self, File};
use std::hash::Hasher as _;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Build;
use crate::hash::Wide;
use crate::memo::{Fill, Shelf};
use crate::stamp::{Moment, Stamp};

/// The folder of a site that holds what builds remember.
pub const FOLDER: &str = ".bagyt-cache";

/// Files of parsed pages: a large one, and one with what has changed since.
const PAGES: &str = "pages";
const MORE: &str = "pages.more";

/// What a file begins with. The number changes with its shape, and with that of [`Program`].
const HEAD: &[u8; 16] = b"bagyt cache 2  \n";

/// So many output folders are remembered.
const MOST: usize = 4;
/// An unfinished file is nobody's after so long.
const FORGOTTEN: Duration = Duration::from_secs(3_600);

/// The program that wrote a file: another one may make other bytes of the same sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Program {
    stamp: Stamp,
    hash: u128,
}

impl Program {
    /// The one that runs. It is read unless it has the stamp of a `known` one.
    fn own(known: Option<&Program>) -> Option<Program> {
        let path = std::env::current_exe().ok()?;
        let stamp = Stamp::of(&fs::metadata(&path).ok()?);
        let known = known.filter(|known| known.stamp == stamp).copied();
        let read = || Some(Program { stamp, hash: crate::hash::of(&fs::read(&path).ok()?) });
        known.or_else(read)
    }
}

/// Parsed pages as they are written.
#[derive(Default)]
pub struct Pages {
    /// The large file, and the small one.
    pub files: Vec<Vec<u8>>,
    /// Checksum of the large one.
    sum: Option<u128>,
    /// By what to know both.
    pub id: Option<u128>,
}

/// What is written at once.
const BUFFER: usize = 1024 * 1024;

/// A file whose checksum is made as it is written.
struct Summed<W> {
    file: W,
    sum: Wide,
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.sum.write(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The checksum of what [`Summed`] has written.
fn sum_of(bytes: &[u8]) -> u128 {
    let mut sum = Wide::default();
    sum.write(bytes);
    sum.end()
}

/// Parsed pages that are being written.
pub struct WrittenPages<'s> {
    store: &'s Store,
    /// Checksums of the files.
    large: Option<u128>,
    small: Option<u128>,
}

impl WrittenPages<'_> {
    /// By what to know them, if they could be written.
    pub fn id(&self) -> Option<u128> {
        Some(crate::hash::of(&(self.large?, self.small?)))
    }
}

impl Shelf for WrittenPages<'_> {
    fn large(&mut self, fill: Fill) {
        self.large = self.store.put(&self.store.folder.join(PAGES), fill).ok();
    }

    fn small(&mut self, fill: Fill) {
        // It says which large one it belongs to.
        let Some(large) = self.large else { return };
        let fill: Fill = &|out| {
            out.write_all(&large.to_le_bytes())?;
            fill(out)
        };
        self.small = self.store.put(&self.store.folder.join(MORE), fill).ok();
    }
}

/// Where the builds of a site into one folder are remembered.
pub struct Store {
    folder: PathBuf,
    /// Of the output.
    key: String,
    /// The program that runs, when it was looked at.
    program: OnceLock<Option<Program>>,
}

impl Store {
    /// The place for builds of the site in `root` into `output`.
    pub fn open(root: &Path, output: &Path) -> Store {
        let output = std::path::absolute(output).unwrap_or_else(|_| output.to_path_buf());
        let output = output.canonicalize().unwrap_or(output);
        let key = format!("{:016x}", crate::hash::of(output.as_os_str().as_encoded_bytes()) as u64);
        Store { folder: root.join(FOLDER), key, program: OnceLock::new() }
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.key))
    }

    /// The program that runs. It is read once, and not at all if it has the stamp of the `known` one.
    fn program(&self, known: Option<&Program>) -> Option<&Program> {
        self.program.get_or_init(|| Program::own(known)).as_ref()
    }

    /// The content of a file and its checksum, if it is whole and of this program.
    fn content(&self, path: &Path) -> Option<(Vec<u8>, u128)> {
        fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
        let mut bytes = fs::read(path).ok()?;
        let (sum, content) = bytes.strip_prefix(HEAD)?.split_first_chunk()?;
        let sum = u128::from_le_bytes(*sum);
        let (program, rest): (Program, &[u8]) = postcard::take_from_bytes(content).ok()?;
        if sum != sum_of(content) || self.program(Some(&program))?.hash != program.hash {
            return None;
        }
        let begin = bytes.len() - rest.len();
        Some((bytes.split_off(begin), sum))
    }

    /// The last build; `None` if there is none that can be trusted.
    pub fn read(&self) -> Option<Build> {
        let (content, _) = self.content(&self.file("build"))?;
        postcard::from_bytes(&content).ok()
    }

    /// Remembers a build, if that can be done.
    pub fn write(&self, build: &Build) {
        let content = postcard::to_stdvec(build).map_err(std::io::Error::other);
        let put = |content: Vec<u8>| self.put(&self.file("build"), &|out| out.write_all(&content));
        if content.and_then(put).is_ok() {
            self.tidy();
        }
    }

    /// The parsed pages of all builds of the site; what cannot be trusted is not there.
    pub fn read_pages(&self) -> Pages {
        let Some((all, sum)) = self.content(&self.folder.join(PAGES)) else { return Pages::default() };
        // The small file is one of this large one.
        let more = self.content(&self.folder.join(MORE)).and_then(|(more, own)| {
            let (of, more) = more.split_first_chunk()?;
            (u128::from_le_bytes(*of) == sum).then(|| (more.to_vec(), own))
        });
        match more {
            Some((more, own)) => {
                Pages { files: vec![all, more], sum: Some(sum), id: Some(crate::hash::of(&(sum, own))) }
            }
            None => Pages { files: vec![all], sum: Some(sum), id: None },
        }
    }

    /// Where to write parsed pages, after those `before`.
    pub fn pages<'s>(&'s self, before: &Pages) -> WrittenPages<'s> {
        WrittenPages { store: self, large: before.sum, small: None }
    }

    /// Writes a file in one step; gives its checksum.
    fn put(&self, path: &Path, fill: Fill) -> io::Result<u128> {
        let program = self.program(None).ok_or(io::ErrorKind::NotFound)?;
        let program = postcard::to_stdvec(program).map_err(io::Error::other)?;
        self.make_folder()?;
        let part = self.file("part");
        let written = File::create(&part).and_then(|file| {
            let mut file = BufWriter::with_capacity(BUFFER, file);
            file.write_all(HEAD)?;
            // The place of the checksum, which is known when all is written.
            file.write_all(&[0; 16])?;
            let mut summed = Summed { file, sum: Wide::default() };
            summed.write_all(&program)?;
            fill(&mut summed)?;
            let sum = summed.sum.end();
            let mut file = summed.file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.seek(SeekFrom::Start(HEAD.len() as u64))?;
            file.write_all(&sum.to_le_bytes())?;
            Ok(sum)
        });
        let written = written.and_then(|sum| fs::rename(&part, path).map(|()| sum));
        written.inspect_err(|_| drop(fs::remove_file(&part)))
    }

    /// What time it is by the clock of the site's disk.
    pub fn now(&self) -> Option<Moment> {
        self.make_folder().ok()?;
        let part = self.file("part");
        let now = File::create(&part).and_then(|mut file| {
            file.write_all(HEAD)?;
            Ok(Stamp::of(&file.metadata()?).latest())
        });
        let _ = fs::remove_file(&part);
        now.ok()
    }

    /// A folder that tells programs that keep, copy or list files what it is.
    fn make_folder(&self) -> std::io::Result<()> {
        if fs::symlink_metadata(&self.folder).is_ok() {
            return Ok(());
        }
        fs::create_dir(&self.folder)?;
        fs::write(self.folder.join(".gitignore"), "*\n")?;
        fs::write(
            self.folder.join("CACHEDIR.TAG"),
            "Signature: 8a477f597d28d172789f06886806bc55\n# What builds of this site remember. It may be deleted at any time.\n",
        )
    }

    /// Removes what is remembered of output folders that nobody builds into any more.
    fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let mut builds = Vec::new();
        let mut parts = Vec::new();
        for path in entries.flatten().map(|entry| entry.path()) {
            let Some(modified) = fs::symlink_metadata(&path).and_then(|meta| meta.modified()).ok() else { continue };
            match path.extension().and_then(|ending| ending.to_str()) {
                Some("build") => builds.push((modified, path)),
                Some("part") => parts.push((modified, path)),
                _ => {}
            }
        }
        builds.sort();
        let Some(now) = builds.last().map(|(modified, _)| *modified) else { return };
        let old = builds.len().saturating_sub(MOST);
        let forgotten =
            parts.into_iter().filter(|(time, _)| now.duration_since(*time).is_ok_and(|age| age > FORGOTTEN));
        builds.into_iter().take(old).chain(forgotten).for_each(|(_, path)| drop(fs::remove_file(path)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_program_has_written_is_not_read() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path(), home.path());
        let path = store.file("build");
        store.put(&path, &|out| out.write_all(b"content")).unwrap();
        let (content, sum) = store.content(&path).unwrap();
        assert_eq!(content, b"content");
        let own = Program::own(None).unwrap();
        // One that was built anew has another stamp and other bytes; a copy of this one has another stamp alone.
        for (hash, is_read) in [(own.hash, true), (own.hash ^ 1, false)] {
            let stamp = Stamp::of(&fs::metadata(&path).unwrap());
            let program = postcard::to_stdvec(&Program { stamp, hash }).unwrap();
            let own_sum = sum_of(&[&program[..], b"content"].concat());
            fs::write(&path, [&HEAD[..], &own_sum.to_le_bytes(), &program, b"content"].concat()).unwrap();
            let store = Store::open(home.path(), home.path());
            assert_eq!(store.content(&path).is_some(), is_read);
            assert_ne!(own_sum, sum);
        }
    }
}
