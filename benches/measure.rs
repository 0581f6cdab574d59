//! What several benchmarks measure.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What a benchmark gives, or why it cannot.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Builds with the command; its wall time and its peak memory in kB (0 where the system does not tell).
pub fn command(root: &Path, out: &Path) -> Outcome<(Duration, u64)> {
    let begun = Instant::now();
    let timed = Path::new("/usr/bin/time").exists();
    let bagyt = env!("CARGO_BIN_EXE_bagyt");
    let mut command = if timed { Command::new("/usr/bin/time") } else { Command::new(bagyt) };
    if timed {
        command.args(["-f", "%M", bagyt]);
    }
    let result = command.arg("build").arg(root).arg("--out").arg(out).output()?;
    let time = begun.elapsed();
    let said = String::from_utf8_lossy(&result.stderr);
    if !result.status.success() {
        return Err(said.into_owned().into());
    }
    Ok((time, said.lines().last().and_then(|line| line.trim().parse().ok()).unwrap_or(0)))
}

/// Bytes of all files in a folder.
pub fn folder_size(folder: &Path) -> Outcome<u64> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    Ok(files.map(|file| file.metadata().map_or(0, |meta| meta.len())).sum())
}
