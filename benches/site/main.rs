//! How long builds take: `cargo bench --bench site [-- PAGES…]`, with 1,000 and 10,000 pages unless told otherwise, and the
//! repository's own content.
//!
//! For each site: a cold build by the command, one with nothing changed, one with a changed page, the same without the time of
//! the search, and the time from a changed page to a finished rebuild as `serve` makes it. With another program in
//! `BAGYT_BEFORE` (of an older checkout, say) both build in turn, and every figure stands as a part of the other's cold build too:
//! machines and hours differ, ratios of one run hardly.

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

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bagyt::bundle::Memory;
use bagyt::diag::Diagnostics;
use bagyt::progress::Silent;
use bagyt::{Memo, Request};
use measured::{Outcome, Run, folder_size, run};

/// Runs of each measurement; the median is reported.
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000] } else { sizes };
    let before = std::env::var_os("BAGYT_BEFORE").map(PathBuf::from);
    let cores = std::thread::available_parallelism()?;
    println!(
        "{cores} cores, median of {RUNS} runs; pages counted in both languages. Seconds of wall and of processors."
    );
    for pages in sizes {
        let home = tempfile::tempdir()?;
        let root = home.path().join("site");
        generate::generate(&root, pages)?;
        let page = root.join("content").join(format!("{}.ky.md", generate::page_path(7)));
        measure(&format!("{pages} pages"), home.path(), &page, before.as_deref())?;
        println!("{:<28} {:>7.0} ms", "one page, until serve has it", rebuild(&root, &page)?.as_secs_f64() * 1e3);
    }
    let home = tempfile::tempdir()?;
    for folder in ["content", "i18n", "themes"] {
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &home.path().join("site").join(folder))?;
    }
    let page = home.path().join("site/content/about.ky.md");
    // An older program may not know what the content says.
    measure("The repository's content", home.path(), &page, None)
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// One of the two programs, and the folder that it builds into.
struct Builder<'b> {
    program: &'b Path,
    root: PathBuf,
    out: PathBuf,
    /// Whether it tells the time of its stages.
    tells: bool,
}

impl Builder<'_> {
    fn build(&self, out: &Path) -> Outcome<Run> {
        run(self.program, &self.root, out, self.tells)
    }
}

/// What was measured of one of them.
#[derive(Default)]
struct Runs(Vec<Run>);

impl Runs {
    fn median(&self, of: impl Fn(&Run) -> f64) -> f64 {
        let mut values: Vec<f64> = self.0.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

/// Builds the site in `home` with this program and with the one `before`, in turn.
fn measure(what: &str, home: &Path, page: &Path, before: Option<&Path>) -> Outcome<()> {
    let root = home.join("site");
    let own = Path::new(env!("CARGO_BIN_EXE_bagyt"));
    let programs: Vec<(&Path, bool)> = [(own, true)].into_iter().chain(before.map(|before| (before, false))).collect();
    let builders: Vec<Builder> = programs
        .into_iter()
        .enumerate()
        .map(|(number, (program, tells))| Builder {
            program,
            root: root.clone(),
            out: home.join(format!("out{number}")),
            tells,
        })
        .collect();
    let rounds = |build: &mut dyn FnMut(usize, &Builder) -> Outcome<Run>| -> Outcome<Vec<Runs>> {
        let mut all: Vec<Runs> = builders.iter().map(|_| Runs::default()).collect();
        for round in 0..RUNS {
            for (builder, runs) in builders.iter().zip(&mut all) {
                runs.0.push(build(round, builder)?);
            }
        }
        Ok(all)
    };
    // A folder of its own for each run: ext4 is slow to give out again what was deleted a moment ago.
    let cold = rounds(&mut |round, builder| builder.build(&builder.out.with_extension(format!("cold{round}"))))?;
    builders.iter().try_for_each(|builder| builder.build(&builder.out).map(drop))?;
    let unchanged = rounds(&mut |_, builder| builder.build(&builder.out))?;
    let text = std::fs::read_to_string(page)?;
    let mut number = 0;
    let changed = rounds(&mut |_, builder| {
        number += 1;
        std::fs::write(page, format!("{text}\n\n{number}\n"))?;
        builder.build(&builder.out)
    })?;
    std::fs::write(page, text)?;

    let of_cold = cold.last().ok_or("nothing was built")?;
    let cold_wall = of_cold.median(|run| run.wall);
    let cold_processor = of_cold.median(|run| run.processor);
    println!("\n{what}");
    println!("{:<28} {:>15} {:>15} {:>15}", "", "now", "before", "of cold (before)");
    let row = |name: &str, runs: &[Runs], without_search: bool| {
        let wall = |run: &Run| run.wall - if without_search { run.search } else { 0.0 };
        let times = |runs: &Runs| format!("{:.2} {:>6.2}", runs.median(wall), runs.median(|run| run.processor));
        let other = runs.get(1).map_or_else(String::new, times);
        // The processors' time of the search alone is not told.
        let processor = if without_search {
            String::new()
        } else {
            format!("{:>6.3}", runs[0].median(|run| run.processor) / cold_processor)
        };
        let part = format!("{:.3} {processor:>6}", runs[0].median(wall) / cold_wall);
        println!("{name:<28} {:>15} {other:>15} {part:>15}", times(&runs[0]));
    };
    row("cold", &cold, false);
    row("cold, without the search", &cold[..1], true);
    row("nothing changed", &unchanged, false);
    row("one page", &changed, false);
    row("one page, without the search", &changed[..1], true);
    let memory = |runs: &Runs| format!("{:.0} MB", runs.0.iter().map(|run| run.memory).max().unwrap_or(0) as f64 / 1e3);
    println!("{:<28} {:>15} {:>15}", "memory, cold", memory(&cold[0]), cold.get(1).map_or_else(String::new, memory));
    println!("{:<28} {:>12} MB", "output", folder_size(&builders[0].out)? / 1_000_000);
    Ok(())
}

/// The time to rebuild after one page has changed, as `serve` does it: in one process, from its memo, into memory.
fn rebuild(root: &Path, page: &Path) -> Outcome<Duration> {
    let (memo, output) = (Memo::default(), Memory::default());
    let text = std::fs::read_to_string(page)?;
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
    let mut times = Vec::new();
    for number in 0..RUNS {
        std::fs::write(page, format!("{text}\n\n{number}\n"))?;
        times.push(build()?);
    }
    times.sort();
    Ok(times[RUNS / 2])
}
