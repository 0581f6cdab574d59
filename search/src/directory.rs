//! A tantivy directory over chunks of which some have not arrived.
//!
//! A read that touches a missing chunk notes its number and fails; whoever asked loads what is noted and asks again.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::ops::Range as ByteRange;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tantivy::Directory;
use tantivy::HasLen;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{DirectoryLock, FileHandle, Lock, OwnedBytes, WatchCallback, WatchHandle, WritePtr};

use crate::boot::{Boot, FILES, file_name};
use crate::bytes::Damaged;

/// Part of a file and where its bytes are.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    len: usize,
    source: Source,
}

#[derive(Debug, Clone, Copy)]
enum Source {
    /// Number among the resident parts.
    Resident(usize),
    /// Number of the chunk and place in it.
    Chunk(usize, usize),
}

#[derive(Debug)]
struct State {
    /// For each file its pieces in their order.
    pieces: Vec<Vec<Piece>>,
    lengths: Vec<usize>,
    resident: Vec<OwnedBytes>,
    chunks: Vec<Option<OwnedBytes>>,
    missing: BTreeSet<usize>,
    /// What was read, while someone watches.
    #[cfg(feature = "write")]
    reads: Option<Vec<crate::boot::Range>>,
}

/// The files of an index as far as they have arrived.
#[derive(Clone)]
pub struct Chunked(Arc<Mutex<State>>);

impl Chunked {
    /// The files that a boot file describes; its resident parts are moved out of it.
    ///
    /// # Errors
    /// If parts overlap, or lie behind the end of their file.
    pub fn new(boot: &mut Boot) -> Result<Chunked, Damaged> {
        let mut pieces = vec![Vec::new(); FILES.len()];
        let mut resident = Vec::new();
        for (range, bytes) in std::mem::take(&mut boot.resident) {
            pieces[range.file].push(Piece {
                start: range.start,
                len: range.len,
                source: Source::Resident(resident.len()),
            });
            resident.push(OwnedBytes::new(bytes));
        }
        for (id, chunk) in boot.chunks.iter().enumerate() {
            let mut at = 0;
            for range in &chunk.ranges {
                pieces[range.file].push(Piece { start: range.start, len: range.len, source: Source::Chunk(id, at) });
                at = range.len.checked_add(at).ok_or(Damaged)?;
            }
        }
        let lengths = boot.lengths.clone();
        for (pieces, len) in pieces.iter_mut().zip(&lengths) {
            pieces.retain(|piece| piece.len > 0);
            pieces.sort_unstable_by_key(|piece| piece.start);
            let mut end = 0;
            for piece in pieces {
                if piece.start < end {
                    return Err(Damaged);
                }
                end = piece.start.checked_add(piece.len).filter(|end| end <= len).ok_or(Damaged)?;
            }
        }
        let chunks = vec![None; boot.first_list()];
        Ok(Chunked(Arc::new(Mutex::new(State {
            pieces,
            lengths,
            resident,
            chunks,
            missing: BTreeSet::new(),
            #[cfg(feature = "write")]
            reads: None,
        }))))
    }

    /// Bytes of a file.
    pub fn len(&self, file: usize) -> usize {
        self.state().lengths.get(file).copied().unwrap_or_default()
    }

    /// A part of a file.
    ///
    /// # Errors
    /// `WouldBlock` if a chunk has not arrived, which is noted. Otherwise if there is no such part.
    pub fn read(&self, file: usize, start: usize, len: usize) -> io::Result<OwnedBytes> {
        let end = start.checked_add(len).ok_or_else(hole)?;
        self.state().read(file, start..end)
    }

    /// A part of a file that must be here.
    ///
    /// # Errors
    /// If it is not.
    pub fn bytes(&self, file: usize, start: usize, len: usize) -> Result<OwnedBytes, Damaged> {
        self.read(file, start, len).map_err(|_| Damaged)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in a chunk's bytes, which must be whole.
    pub fn add(&self, id: usize, bytes: Vec<u8>) {
        if let Some(chunk) = self.state().chunks.get_mut(id) {
            *chunk = Some(OwnedBytes::new(bytes));
        }
    }

    /// Notes a chunk that was missed outside the files.
    pub fn miss(&self, id: usize) {
        self.state().missing.insert(id);
    }

    /// The chunks that were missed since the last call.
    pub fn take_missing(&self) -> BTreeSet<usize> {
        std::mem::take(&mut self.state().missing)
    }

    /// Whether anything was missed since the last call of [`Chunked::take_missing`].
    pub fn misses(&self) -> bool {
        !self.state().missing.is_empty()
    }
}

#[cfg(feature = "write")]
impl Chunked {
    /// Notes every read from now on.
    pub fn watch_reads(&self) {
        self.state().reads = Some(Vec::new());
    }

    /// What was read since [`Chunked::watch_reads`]; nothing is noted any more.
    pub fn reads(&self) -> Vec<crate::boot::Range> {
        self.state().reads.take().unwrap_or_default()
    }
}

impl State {
    fn read(&mut self, file: usize, range: ByteRange<usize>) -> io::Result<OwnedBytes> {
        if range.is_empty() {
            return Ok(OwnedBytes::empty());
        }
        #[cfg(feature = "write")]
        if let Some(reads) = &mut self.reads {
            reads.push(crate::boot::Range { file, start: range.start, len: range.len() });
        }
        let pieces = &self.pieces[file];
        let first = pieces.partition_point(|piece| piece.start + piece.len <= range.start);
        let touched = pieces[first..].iter().take_while(|piece| piece.start < range.end);
        let mut found = Vec::new();
        let mut end = range.start;
        let mut missed = false;
        for piece in touched {
            if piece.start > end {
                return Err(hole());
            }
            let (from, to) =
                (range.start.max(piece.start) - piece.start, range.end.min(piece.start + piece.len) - piece.start);
            end = piece.start + piece.len;
            match piece.source {
                Source::Resident(at) => found.push(self.resident[at].slice(from..to)),
                Source::Chunk(id, at) => match &self.chunks[id] {
                    Some(bytes) => found.push(bytes.slice(at + from..at + to)),
                    None => {
                        self.missing.insert(id);
                        missed = true;
                    }
                },
            }
        }
        if missed {
            return Err(io::Error::from(io::ErrorKind::WouldBlock));
        }
        if end < range.end {
            return Err(hole());
        }
        match found.len() {
            1 => Ok(found.remove(0)),
            _ => Ok(OwnedBytes::new(found.iter().flat_map(|bytes| bytes.iter().copied()).collect::<Vec<u8>>())),
        }
    }
}

/// Bytes that no chunk has: the boot file does not describe the whole file.
fn hole() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}

impl fmt::Debug for Chunked {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Chunked")
    }
}

#[derive(Debug)]
struct Handle {
    files: Chunked,
    file: usize,
    len: usize,
}

impl HasLen for Handle {
    fn len(&self) -> usize {
        self.len
    }
}

impl FileHandle for Handle {
    fn read_bytes(&self, range: ByteRange<usize>) -> io::Result<OwnedBytes> {
        self.files.state().read(self.file, range)
    }
}

impl Chunked {
    fn file(&self, path: &Path) -> Result<usize, OpenReadError> {
        let name = path.to_str();
        let file = (0..FILES.len()).find(|file| name == Some(&file_name(*file)));
        file.ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_path_buf()))
    }
}

fn read_only() -> io::Error {
    io::Error::from(io::ErrorKind::ReadOnlyFilesystem)
}

impl Directory for Chunked {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let file = self.file(path)?;
        let len = self.state().lengths[file];
        Ok(Arc::new(Handle { files: self.clone(), file, len }))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.file(path).is_ok())
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        let file = self.file(path)?;
        let mut state = self.state();
        let len = state.lengths[file];
        let bytes =
            state.read(file, 0..len).map_err(|error| OpenReadError::wrap_io_error(error, path.to_path_buf()))?;
        Ok(bytes.to_vec())
    }

    // The index is only read: nothing locks it, and nothing changes in it.

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError { io_error: Arc::new(read_only()), filepath: path.to_path_buf() })
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(read_only(), path.to_path_buf()))
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(read_only())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }
}
