//! What several benchmarks measure.

#![allow(dead_code, reason = "each benchmark needs a part of it")]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What a benchmark gives, or why it cannot.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A build by the command.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Seconds.
    pub wall: f64,
    /// Seconds of all processors; 0 where the system does not tell.
    pub processor: f64,
    /// Seconds of the search, if it tells.
    pub search: f64,
    /// Peak in kB; 0 where the system does not tell.
    pub memory: u64,
}

/// Builds with a program.
pub fn run(program: &Path, root: &Path, out: &Path, timings: bool) -> Outcome<Run> {
    let begun = Instant::now();
    let timed = Path::new("/usr/bin/time").exists();
    let mut command = if timed { Command::new("/usr/bin/time") } else { Command::new(program) };
    if timed {
        command.args(["-f", "%M %U %S"]).arg(program);
    }
    command.arg("build").arg(root).arg("--out").arg(out);
    if timings {
        command.args(["--timings", "--format", "json"]);
    }
    let result = command.output()?;
    let wall = begun.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&result.stderr);
    if !result.status.success() {
        return Err(format!("{said}{}", String::from_utf8_lossy(&result.stdout)).into());
    }
    let told = said.lines().last().filter(|_| timed).unwrap_or_default();
    let numbers: Vec<f64> = told.split(' ').filter_map(|number| number.parse().ok()).collect();
    let [memory, user, system] = numbers[..].try_into().unwrap_or([0.0; 3]);
    let stages = String::from_utf8_lossy(&result.stdout).lines().last().and_then(|line| {
        let stages: serde_json::Value = serde_json::from_str(line).ok()?;
        stages.get("search")?.as_f64()
    });
    Ok(Run { wall, processor: user + system, search: stages.unwrap_or(0.0) / 1e3, memory: memory as u64 })
}

/// Builds with the command; its wall time and its peak memory in kB (0 where the system does not tell).
pub fn command(root: &Path, out: &Path) -> Outcome<(Duration, u64)> {
    let run = run(Path::new(env!("CARGO_BIN_EXE_bagyt")), root, out, false)?;
    Ok((Duration::from_secs_f64(run.wall), run.memory))
}

/// Bytes of all files in a folder.
pub fn folder_size(folder: &Path) -> Outcome<u64> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    Ok(files.map(|file| file.metadata().map_or(0, |meta| meta.len())).sum())
}
