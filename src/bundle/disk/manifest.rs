//! `.bagyt.json`: says that a folder is ours, and which of its files are.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::files::{self, Lies};
use super::work::WORK;
use super::{OpenError, Strangeness};
use crate::address::OutPath;

/// Name of the manifest in the output folder.
pub const MANIFEST: &str = ".bagyt.json";
/// Who made it.
pub const MADE_BY: &str = "bagyt";
/// The shape of what we write beside pages; another one is not ours to read.
pub const VERSION: u32 = 1;
/// More than the lists of any site.
const LARGEST: u64 = 64 << 20;

/// What systems put into every disk, and into a folder that somebody has looked at: a stick that holds nothing else is
/// empty.
const OF_SYSTEMS: [&str; 11] = [
    "system volume information",
    "$recycle.bin",
    "recycler",
    "lost+found",
    ".trashes",
    ".trash-1000",
    ".fseventsd",
    ".spotlight-v100",
    ".ds_store",
    "thumbs.db",
    "desktop.ini",
];

#[derive(Serialize, Deserialize)]
struct Manifest {
    made_by: String,
    #[serde(default = "first")]
    version: u32,
    /// Files of the last build.
    files: Vec<String>,
    /// Files of the build before that are no longer part of the site.
    #[serde(default)]
    kept: Vec<String>,
}

/// Manifests before versions were counted.
fn first() -> u32 {
    1
}

/// Which files of an output folder are ours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Files of the last build.
    pub files: Vec<OutPath>,
    /// Files of the build before it, whose names hold their checksum: pages that were loaded then may still ask for
    /// them. They are no part of the site, and the next build removes them.
    pub kept: Vec<OutPath>,
}

impl Listed {
    /// What a folder holds of ours; `None` if it is missing or empty.
    ///
    /// # Errors
    /// [`OpenError`] if it holds anything else, or a manifest that we did not write.
    pub fn read(folder: &Path) -> Result<Option<Listed>, OpenError> {
        let path = folder.join(MANIFEST);
        let refused = |what| OpenError::Strange { name: MANIFEST, what };
        let size = match files::at(&path)? {
            Lies::File(size) => size,
            Lies::Nothing if is_empty(folder)? => return Ok(None),
            Lies::Nothing => return Err(OpenError::NotOurs),
            // Reading a pipe or a device could take for ever, and a link leads elsewhere.
            _ => return Err(refused(Strangeness::NoFile)),
        };
        if size > LARGEST {
            return Err(refused(Strangeness::Large));
        }
        let manifest: Result<Manifest, _> = serde_json::from_slice(&fs::read(&path)?);
        match manifest {
            Ok(Manifest { made_by, version, .. }) if made_by == MADE_BY && version > VERSION => {
                Err(refused(Strangeness::Newer))
            }
            Ok(Manifest { made_by, files, kept, .. }) if made_by == MADE_BY => {
                let paths = |paths: Vec<String>| paths.into_iter().map(published).collect::<Option<Vec<_>>>();
                match (paths(files), paths(kept)) {
                    (Some(files), Some(kept)) => Ok(Some(Listed { files, kept })),
                    // We never wrote a path that leads elsewhere.
                    _ => Err(refused(Strangeness::Changed)),
                }
            }
            _ => Err(refused(Strangeness::Others)),
        }
    }

    /// The text of the manifest.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let texts = |paths: &[OutPath]| paths.iter().map(ToString::to_string).collect();
        let made_by = MADE_BY.into();
        let manifest = Manifest { made_by, version: VERSION, files: texts(&self.files), kept: texts(&self.kept) };
        let mut text = serde_json::to_vec_pretty(&manifest).map_err(io::Error::other)?;
        text.push(b'\n');
        Ok(text)
    }
}

/// A path of a published file; `None` for one that leads elsewhere, or to what only we may touch.
pub fn published(path: String) -> Option<OutPath> {
    let ours = path == MANIFEST || path.split('/').next() == Some(WORK);
    OutPath::new(path).ok().filter(|_| !ours)
}

/// Whether a folder is missing, or holds nothing but what systems put there and our own working folder.
fn is_empty(folder: &Path) -> Result<bool, OpenError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        // A file of that name is not ours; a file in place of a parent folder is the machine's to explain.
        Err(error) if error.kind() == ErrorKind::NotADirectory && folder.exists() => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let name = entry?.file_name();
        let name = name.to_string_lossy().to_ascii_lowercase();
        if name != WORK && !OF_SYSTEMS.contains(&name.as_str()) {
            return Ok(false);
        }
    }
    Ok(true)
}
