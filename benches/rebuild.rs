//! What `serve` does after one page has changed, stage by stage: `cargo bench --bench rebuild -- SITE [RUNS]`.
//!
//! SITE is copied first. A paragraph is added to one page, then its title is changed: each line has the median of the runs,
//! the processor time of all threads, and the wall time of each stage in the run of the median.

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

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use bagyt::bundle::Memory;
use bagyt::diag::Diagnostics;
use bagyt::progress::{Progress, Stage};
use bagyt::{Memo, Request};
use walkdir::WalkDir;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// When each stage began.
#[derive(Default)]
struct Stages(Mutex<Vec<(&'static str, Instant)>>);

impl Progress for Stages {
    fn stage(&self, stage: Stage) {
        self.0.lock().expect("no thread has died").push((stage.name(), Instant::now()));
    }

    fn start(&self, _: usize) {}

    fn step(&self) {}
}

struct Run {
    wall: Duration,
    processor: Duration,
    stages: Vec<(&'static str, Duration)>,
}

fn main() -> Outcome<()> {
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let from = PathBuf::from(args.next().ok_or("name a site's folder")?);
    let runs = args.next().and_then(|runs| runs.parse().ok()).unwrap_or(7);
    let home = tempfile::tempdir()?;
    let root = home.path().join("site");
    copy(&from, &root)?;
    let pages = WalkDir::new(root.join("content")).sort_by_file_name().into_iter().filter_map(Result::ok);
    let pages: Vec<PathBuf> = pages.map(walkdir::DirEntry::into_path).collect();
    let page = pages.iter().filter(|path| path.to_string_lossy().ends_with(".ky.md")).nth(7).ok_or("too few pages")?;
    let text = fs::read_to_string(page)?;
    // Files that are a moment old are read, for they may change again.
    std::thread::sleep(Duration::from_secs(4));
    let (memo, output) = (Memo::default(), Memory::default());
    report("first", vec![build(&root, &memo, &output)?]);
    let mut number = 0;
    let mut change = |name: &str, change: &dyn Fn(usize) -> String| -> Outcome<()> {
        let mut all = Vec::new();
        for _ in 0..runs {
            number += 1;
            fs::write(page, change(number))?;
            all.push(build(&root, &memo, &output)?);
        }
        report(name, all);
        Ok(())
    };
    change("text", &|number| format!("{text}\n\n{number}\n"))?;
    change("title", &|number| text.replacen("title: ", &format!("title: Бет {number} "), 1))?;
    change("nothing", &|_| text.clone())
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    for entry in WalkDir::new(from).into_iter().filter_entry(|entry| entry.file_name() != "public") {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn build(root: &Path, memo: &Memo, output: &Memory) -> Outcome<Run> {
    let (begun, before) = (Instant::now(), processor()?);
    let (stages, mut out) = (Stages::default(), Diagnostics::new());
    let today = jiff::civil::date(2026, 11, 22);
    let request = Request { root, base_url: None, search: false, drafts: true, today };
    let made = bagyt::build(&request, memo, output, &stages, &mut out);
    let built = Instant::now();
    output.commit();
    made.ok_or("the site has errors")?;
    let (end, processor) = (Instant::now(), processor()? - before);
    let began = stages.0.into_inner()?;
    let ends = began.iter().skip(1).map(|(_, at)| *at).chain([built]);
    let mut stages: Vec<_> = began.iter().zip(ends).map(|((name, at), end)| (*name, end - *at)).collect();
    stages.push(("commit", end - built));
    Ok(Run { wall: end - begun, processor, stages })
}

/// The processor time of this process.
fn processor() -> Outcome<Duration> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit(')').next().ok_or("no fields")?.split_whitespace().collect();
    let ticks = fields[11].parse::<u64>()? + fields[12].parse::<u64>()?;
    Ok(Duration::from_millis(10 * ticks))
}

fn report(name: &str, mut runs: Vec<Run>) {
    let count = runs.len() as u32;
    let processor = runs.iter().map(|run| run.processor).sum::<Duration>() / count;
    runs.sort_by_key(|run| run.wall);
    let least = runs[0].wall;
    let run = &runs[runs.len() / 2];
    let ms = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1e3);
    let stages: Vec<String> = run.stages.iter().map(|(name, time)| format!("{name} {}", ms(*time))).collect();
    println!(
        "{name:8} {:>8} ms, least {:>8}, processor {:>8} | {}",
        ms(run.wall),
        ms(least),
        ms(processor),
        stages.join(", ")
    );
}
