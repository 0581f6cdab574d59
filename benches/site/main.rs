//! How long builds take: `cargo bench --bench site [-- PAGES…]`, with 1,000 and 10,000 pages unless told otherwise.
//!
//! Prints one line a size: a cold build by the command (wall time, peak memory, size of the output), a second build
//! with nothing changed, and the time from a changed page to a finished rebuild as `serve` makes it.

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

mod generate;
#[path = "../measure.rs"]
mod measured;

use std::path::Path;
use std::time::{Duration, Instant};

use bagyt::bundle::Memory;
use bagyt::diag::Diagnostics;
use bagyt::progress::Silent;
use bagyt::{Memo, Request};
use measured::{Outcome, command, folder_size};

/// Runs of each measurement; the median is reported.
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000] } else { sizes };
    let cores = std::thread::available_parallelism()?;
    println!("{cores} cores, median of {RUNS} runs; pages counted in both languages\n");
    println!("{:>7} {:>9} {:>9} {:>9} {:>9} {:>10}", "pages", "cold", "again", "memory", "output", "one page");
    for pages in sizes {
        measure(pages)?;
    }
    Ok(())
}

fn measure(pages: usize) -> Result<(), Box<dyn std::error::Error>> {
    let home = tempfile::tempdir()?;
    let root = home.path().join("site");
    generate::generate(&root, pages)?;
    let out = home.path().join("public");
    let mut memory = 0;
    let mut run = 0;
    let cold = median(|| {
        // A folder of its own for each run: ext4 is slow to give out again what was deleted a moment ago.
        run += 1;
        let (time, peak) = command(&root, &home.path().join(format!("cold{run}")))?;
        memory = memory.max(peak);
        Ok(time)
    })?;
    command(&root, &out)?;
    let again = median(|| Ok(command(&root, &out)?.0))?;
    let size = folder_size(&out)?;
    let one = rebuild(&root)?;
    println!(
        "{pages:>7} {:>7.2} s {:>7.2} s {:>6} MB {:>6} MB {:>7.0} ms",
        cold.as_secs_f64(),
        again.as_secs_f64(),
        memory / 1_000,
        size / 1_000_000,
        one.as_secs_f64() * 1e3
    );
    Ok(())
}

fn median(mut run: impl FnMut() -> Outcome<Duration>) -> Outcome<Duration> {
    let mut times = (0..RUNS).map(|_| run()).collect::<Outcome<Vec<Duration>>>()?;
    times.sort();
    Ok(times[RUNS / 2])
}

/// The time to rebuild after one page has changed, as `serve` does it: in one process, from its memo, into memory.
fn rebuild(root: &Path) -> Outcome<Duration> {
    let (memo, output) = (Memo::default(), Memory::default());
    let page = root.join("content").join(format!("{}.ky.md", generate::page_path(7)));
    let text = std::fs::read_to_string(&page)?;
    let build = || -> Outcome<Duration> {
        let begun = Instant::now();
        let mut found = Diagnostics::new();
        bagyt::build(
            &Request { root, base_url: None, search: false, drafts: false, today: jiff::civil::date(2026, 11, 22) },
            &memo,
            &output,
            &Silent,
            &mut found,
        )
        .ok_or("the site has errors")?;
        output.commit();
        Ok(begun.elapsed())
    };
    build()?;
    let mut number = 0;
    median(|| {
        number += 1;
        std::fs::write(&page, format!("{text}\n\n{number}\n"))?;
        build()
    })
}
