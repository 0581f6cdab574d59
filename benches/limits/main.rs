//! How long a file of a megabyte takes that is one construct again and again: `cargo bench --bench limits [-- PART…]`, all
//! kinds unless parts of their names are given.
//!
//! Prints one line a kind: seconds of a build at a quarter of the size, a half and all of it, and how often the last is the
//! first: 4 where time grows with the size, 16 where it grows with its square. What takes over [`LIMIT`] is marked. The seconds are
//! those of all processors, so other programs may run beside it; where there is no `/usr/bin/time`, they are the clock's.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used,
    reason = "a benchmark reads, writes and prints as it must, and ends where something is wrong"
)]

mod kinds;

use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use kinds::{Kind, PLACES, Place};

/// What the benchmark gives, or why it cannot.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Sizes of the file, in bytes.
const SIZES: [usize; 3] = [250_000, 500_000, 1_000_000];
/// Seconds that a build may take, and after which it is ended.
const LIMIT: f64 = 2.0;
const PATIENCE: u32 = 20;

fn main() -> Outcome<()> {
    let parts: Vec<String> = std::env::args().skip(1).filter(|part| !part.starts_with('-')).collect();
    println!("{:24} {:>8} {:>8} {:>8} {:>7}", "kind", "250 kB", "500 kB", "1 MB", "growth");
    let mut slow = 0;
    for place in PLACES {
        for kind in
            place.kinds.iter().filter(|kind| parts.is_empty() || parts.iter().any(|part| kind[0].contains(part)))
        {
            slow += usize::from(measure(place, kind)?);
        }
    }
    println!("\n{slow} over {LIMIT} s");
    Ok(())
}

/// Measures a kind; whether it takes too long.
fn measure(place: &Place, kind: &Kind) -> Outcome<bool> {
    let mut seconds = Vec::new();
    for size in SIZES {
        let home = tempfile::tempdir()?;
        place.write(kind, size, home.path())?;
        let (status, time) = build(home.path())?;
        if !matches!(status.code(), Some(0 | 1)) {
            println!("{:24} {size} bytes: {status}", kind[0]);
            return Ok(true);
        }
        seconds.push(time);
    }
    let slow = seconds.iter().any(|time| *time > LIMIT);
    println!(
        "{:24} {:>6.2} s {:>6.2} s {:>6.2} s {:>7.1}{}",
        kind[0],
        seconds[0],
        seconds[1],
        seconds[2],
        seconds[2] / seconds[0],
        if slow { " SLOW" } else { "" }
    );
    Ok(slow)
}

/// Builds a site: how the command ends, and its seconds.
fn build(site: &Path) -> Outcome<(ExitStatus, f64)> {
    let told = site.join("time");
    let mut command = if Path::new("/usr/bin/time").exists() {
        let mut command = Command::new("sh");
        let limited = format!("ulimit -t {PATIENCE}; exec /usr/bin/time -o \"$0\" -f '%U %S' \"$@\"");
        command.args(["-c", &limited]).arg(&told).arg(env!("CARGO_BIN_EXE_bagyt"));
        command
    } else {
        Command::new(env!("CARGO_BIN_EXE_bagyt"))
    };
    let begun = Instant::now();
    let status = command
        .args(["build", "--out"])
        .arg(site.join("out"))
        .arg(site)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    let clock = begun.elapsed().as_secs_f64();
    let told = std::fs::read_to_string(&told).unwrap_or_default();
    let numbers = told.lines().last().unwrap_or_default().split(' ').map(str::parse);
    let numbers: Vec<f64> = numbers.collect::<Result<_, _>>().unwrap_or_default();
    Ok((status, if numbers.is_empty() { clock } else { numbers.iter().sum() }))
}
