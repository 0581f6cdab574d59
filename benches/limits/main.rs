//! How long a file of a megabyte takes that is one construct again and again: `cargo bench --bench limits [-- PART…]`, all
//! kinds unless parts of their names are given.
//!
//! Prints one line a kind: seconds of a build at a quarter of the size, a half and all of it, and how often the last is the
//! first: 4 where time grows with the size, 16 where it grows with its square. What takes over [`LIMIT`] is marked.

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

use std::process::Command;
use std::time::{Duration, Instant};

use kinds::{Kind, PLACES, Place};

/// What the benchmark gives, or why it cannot.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Sizes of the file, in bytes.
const SIZES: [usize; 3] = [250_000, 500_000, 1_000_000];
/// What a build may take, and what is waited for at most.
const LIMIT: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(20);

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
    println!("\n{slow} over {} s", LIMIT.as_secs());
    Ok(())
}

/// Measures a kind; whether it takes too long.
fn measure(place: &Place, kind: &Kind) -> Outcome<bool> {
    let mut times = Vec::new();
    for size in SIZES {
        let home = tempfile::tempdir()?;
        place.write(kind, size, home.path())?;
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_bagyt"))
            .args(["build", "--out"])
            .arg(home.path().join("out"))
            .arg(home.path())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()?;
        let status = loop {
            match child.try_wait()? {
                Some(status) => break Some(status),
                None if begun.elapsed() > PATIENCE => {
                    child.kill()?;
                    child.wait()?;
                    break None;
                }
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        times.push(begun.elapsed());
        if !matches!(status.and_then(|status| status.code()), Some(0 | 1)) {
            println!("{:24} {size} bytes: {}", kind[0], status.map_or("no end".into(), |status| status.to_string()));
            return Ok(true);
        }
    }
    let seconds: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
    let slow = times.iter().any(|time| *time > LIMIT);
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
