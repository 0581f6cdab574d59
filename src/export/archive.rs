//! All that readers take away of a task, in one file.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Documents, not_made};
use crate::address::OutPath;
use crate::diag::Diagnostics;
use crate::lang::Lang;
use crate::pictures;
use crate::resolve::{AssetId, EntryId, Taken};
use crate::source::{self, File};

impl Documents<'_> {
    /// Hash of what an archive holds beside what our own documents say: files, and pictures in documents.
    pub fn packed(&self, id: EntryId, lang: Lang) -> u128 {
        let hash = |(_, taken): (usize, Taken)| match taken {
            Taken::Document(id) => self.pictures(id, lang),
            // What cannot be read is reported where it is published.
            Taken::File(id) => crate::hash::of(&self.published(id, &mut Diagnostics::new())),
        };
        crate::hash::of(&self.site.handbook.taken(id, lang).into_iter().map(hash).collect::<Vec<_>>())
    }

    /// The archive of a task's documents; `None` after a diagnostic.
    pub fn archive(&self, id: EntryId, lang: Lang, out: &mut Diagnostics) -> Option<Vec<u8>> {
        let handbook = self.site.handbook;
        let mut files = Vec::new();
        for (at, taken) in handbook.taken(id, lang) {
            let (name, bytes) = match taken {
                Taken::Document(id) => {
                    let path = OutPath::new(crate::render::document(self.site, id, lang)).ok()?;
                    (format!("{}.docx", handbook.entry(id).name()), self.document(id, lang, &path, out)?)
                }
                Taken::File(id) => {
                    let address = &handbook.asset(id).address;
                    (address.rsplit('/').next().unwrap_or(address).to_string(), self.published(id, out)?)
                }
            };
            // In the order of the page; two files of a name stay apart.
            files.push((format!("{:02}-{name}", at + 1), bytes));
        }
        pack(files).map_err(|error| out.push(not_made(self.site, id, &error))).ok()
    }

    /// A file as it is published.
    fn published(&self, id: AssetId, out: &mut Diagnostics) -> Option<Vec<u8>> {
        let asset = self.site.handbook.asset(id);
        let _room = pictures::room(asset);
        let bytes = source::read_bytes(&File { path: asset.path.clone(), disk: asset.disk.clone() }, out)?;
        let picture = self.site.pictures[id.0 as usize].as_ref();
        pictures::publish(asset, picture, bytes, &[&asset.address]).pop().map(|(_, bytes)| bytes)
    }
}

/// The same bytes each time: no clock, no compression of what is compressed.
fn pack(files: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        archive.start_file(name, options).map_err(|error| error.to_string())?;
        archive.write_all(&bytes).map_err(|error| error.to_string())?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn the_same_files_make_the_same_archive() {
        let files = || vec![("01-a.docx".to_string(), b"one".to_vec()), ("02-b.docx".to_string(), vec![7; 3_000])];
        let bytes = pack(files()).expect("an archive");
        assert_eq!(bytes, pack(files()).expect("an archive"));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
        assert_eq!(archive.file_names().collect::<Vec<_>>(), ["01-a.docx", "02-b.docx"]);
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_index(0).expect("a file"), &mut text).expect("text");
        assert_eq!(text, "one");
    }
}
