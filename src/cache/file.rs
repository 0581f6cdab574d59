//! The file that holds a build: written in one step, and read only if it is whole and of this program.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Build;
use crate::stamp::{Moment, Stamp};

/// The folder of a site that holds what builds remember.
pub const FOLDER: &str = ".bagyt-cache";

/// What the file begins with. The number changes with its shape, and with that of [`Program`].
const HEAD: &[u8; 16] = b"bagyt cache 1  \n";

/// So many output folders are remembered.
const MOST: usize = 4;
/// What an unfinished file is for, after so long.
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

/// Where the builds of a site into one folder are remembered.
pub struct Store {
    folder: PathBuf,
    /// Of the output.
    key: String,
}

impl Store {
    /// The place for builds of the site in `root` into `output`.
    pub fn open(root: &Path, output: &Path) -> Store {
        let output = std::path::absolute(output).unwrap_or_else(|_| output.to_path_buf());
        let output = output.canonicalize().unwrap_or(output);
        let key = format!("{:016x}", crate::hash::of(output.as_os_str().as_encoded_bytes()) as u64);
        Store { folder: root.join(FOLDER), key }
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.key))
    }

    /// The last build; `None` if there is none that can be trusted.
    pub fn read(&self) -> Option<Build> {
        let path = self.file("build");
        fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
        let bytes = fs::read(&path).ok()?;
        let (sum, content) = bytes.strip_prefix(HEAD)?.split_first_chunk()?;
        if u128::from_le_bytes(*sum) != crate::hash::of(content) {
            return None;
        }
        let (program, content): (Program, &[u8]) = postcard::take_from_bytes(content).ok()?;
        if Program::own(Some(&program))?.hash != program.hash {
            return None;
        }
        postcard::from_bytes(content).ok()
    }

    /// Remembers a build, if that can be done.
    pub fn write(&self, build: &Build) {
        let _ = self.try_write(build);
    }

    fn try_write(&self, build: &Build) -> std::io::Result<()> {
        let program = Program::own(None).ok_or(std::io::ErrorKind::NotFound)?;
        let mut content = postcard::to_stdvec(&program).map_err(std::io::Error::other)?;
        content = postcard::to_extend(build, content).map_err(std::io::Error::other)?;
        self.make_folder()?;
        let part = self.file("part");
        let written = File::create(&part).and_then(|mut file| {
            file.write_all(HEAD)?;
            file.write_all(&crate::hash::of(&content[..]).to_le_bytes())?;
            file.write_all(&content)
        });
        let written = written.and_then(|()| fs::rename(&part, self.file("build")));
        written.inspect_err(|_| drop(fs::remove_file(&part)))?;
        self.tidy();
        Ok(())
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
