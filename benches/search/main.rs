//! What the search costs: `cargo bench --bench search [-- PAGES]`, with 10,000 pages unless told otherwise.
//!
//! Prints, for the repository's content and for a generated site, what the index adds to a build, how large it is, what
//! travels for a first and for a next answer, and how long an answer takes natively. Leaves the generated site, built,
//! and the questions in `target/tmp/search`, where `browser.mjs` and `pagefind.mjs` find them.

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

mod corpus;
mod queries;
#[path = "../site/generate.rs"]
#[allow(dead_code, reason = "only the frame of the generator is needed")]
mod site;
mod wire;
mod words;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use bagyt::bundle::Disk;
use bagyt::diag::Diagnostics;
use bagyt::progress::Silent;
use bagyt::{Memo, Request};
use bagyt_search::engine::Request as Question;
use rayon::prelude::*;

use queries::{Questions, Text};
use wire::{Cost, Index, Size};

/// The command's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Builds with and without the search.
const RUNS: usize = 5;
/// Questions about each language.
const QUESTIONS: usize = 200;
const LANGUAGES: [&str; 2] = ["ky", "ru"];
/// As the list under the box asks while someone types, and as the page of results asks.
const ASKED: [(&str, bool, usize); 2] = [("box", true, 6), ("page", false, 10)];

pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [mode, root, out, search] = &args[..]
        && mode == "--build"
    {
        return build(Path::new(root), Path::new(out), search == "true");
    }
    let pages = args.iter().find_map(|size| size.parse().ok()).unwrap_or(10_000);
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("search");
    std::fs::create_dir_all(&home)?;
    println!("{} cores, builds: median of {RUNS} runs; kB are 1,000 bytes", std::thread::available_parallelism()?);
    measure("the repository's content", repository, &home.join("repository"))?;
    let root = home.join("generated/site");
    if root.exists() {
        std::fs::remove_dir_all(&root)?;
    }
    corpus::generate(&root, pages, &repository.join("content"))?;
    measure(&format!("a generated site of {pages} pages"), &root, &home.join("generated"))
}

fn measure(name: &str, root: &Path, home: &Path) -> Outcome<()> {
    std::fs::create_dir_all(home)?;
    let out = home.join("public");
    println!("\n## {name}\n");
    builds(root, &out)?;
    let mut asked = Vec::new();
    for lang in LANGUAGES {
        let text = queries::text(&out, lang)?;
        let questions = queries::ask(&text.files, lang, QUESTIONS)?;
        let index = Index::open(&out, lang)?;
        let Text { files, bytes, words, forms, stems } = &text;
        println!(
            "\n{lang}: {} pages, {}, {words} words, {forms} forms, {stems} stems",
            files.len(),
            kilobytes(*bytes as usize)
        );
        disk(&index, text.bytes)?;
        first(&index, &questions)?;
        answers(&index, &questions)?;
        warm(&index, &questions)?;
        asked.push(questions);
    }
    std::fs::write(home.join("queries.json"), serde_json::to_string_pretty(&asked)?)?;
    Ok(())
}

/// One build in this process; says its time and its peak of memory.
fn build(root: &Path, out: &Path, search: bool) -> Outcome<()> {
    let begun = Instant::now();
    let disk = Disk::open(out).map_err(|_| "the folder cannot be opened")?;
    let mut found = Diagnostics::new();
    let request = Request { root, base_url: None, search, drafts: false, today: jiff::civil::date(2026, 11, 22) };
    bagyt::build(&request, &Memo::default(), &disk, &Silent, &mut found).ok_or_else(|| format!("{found:?}"))?;
    disk.commit().map_err(|error| format!("{error:?}"))?;
    let time = begun.elapsed();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    println!("{} {}", time.as_micros(), peak.unwrap_or("0"));
    Ok(())
}

/// A build in a process and a folder of its own.
fn build_apart(root: &Path, out: &Path, search: bool) -> Outcome<(Duration, f64)> {
    if out.exists() {
        std::fs::remove_dir_all(out)?;
    }
    let result =
        Command::new(std::env::current_exe()?).arg("--build").arg(root).arg(out).arg(search.to_string()).output()?;
    let said = String::from_utf8_lossy(&result.stdout);
    let (time, peak) =
        said.trim().split_once(' ').ok_or_else(|| String::from_utf8_lossy(&result.stderr).into_owned())?;
    Ok((Duration::from_micros(time.parse()?), peak.parse::<f64>()? / 1e3))
}

fn builds(root: &Path, out: &Path) -> Outcome<()> {
    let mut runs = [(Vec::new(), Vec::new()), (Vec::new(), Vec::new())];
    for run in 0..RUNS {
        for search in [false, true] {
            // The last one with the search stays. ext4 is slow to give out again what was deleted a moment ago.
            let folder = if search && run + 1 == RUNS {
                out.to_path_buf()
            } else {
                out.with_extension(format!("{run}{search}"))
            };
            let (time, peak) = build_apart(root, &folder, search)?;
            runs[usize::from(search)].0.push(time.as_secs_f64());
            runs[usize::from(search)].1.push(peak);
            if folder != out {
                std::fs::remove_dir_all(folder)?;
            }
        }
    }
    let [without, with] = runs.map(|(times, peaks)| (spread(times), spread(peaks)));
    println!("{:<16} {:>26} {:>26}", "build", "time (least to most)", "peak of memory");
    for (name, (time, peak)) in [("without search", without), ("with search", with)] {
        let time = format!("{:.2} s ({:.2}–{:.2})", time[1], time[0], time[2]);
        println!("{name:<16} {time:>26} {:>26}", format!("{:.0} MB ({:.0}–{:.0})", peak[1], peak[0], peak[2]));
    }
    println!("{:<16} {:>24.2} s {:>23.0} MB", "added", with.0[1] - without.0[1], with.1[1] - without.1[1]);
    Ok(())
}

/// Least, median and most.
fn spread(mut values: Vec<f64>) -> [f64; 3] {
    values.sort_by(f64::total_cmp);
    [values[0], values[values.len() / 2], values[values.len() - 1]]
}

fn disk(index: &Index, text: u64) -> Outcome<()> {
    let mut kinds = [("boot", 0, 0u64), ("dictionary, postings", 0, 0), ("texts", 0, 0), ("titles", 0, 0)];
    for file in std::fs::read_dir(index.folder.join(index.lang))? {
        let file = file?;
        let name = format!("{}/{}", index.lang, file.file_name().to_string_lossy());
        let kind = match wire::number_of(&name) {
            Some(_) if wire::is_bundle(&name) => 2,
            Some(_) => 1,
            None if name.contains("/boot-") => 0,
            None => 3,
        };
        kinds[kind].1 += 1;
        kinds[kind].2 += file.metadata()?.len();
    }
    println!("  {:<24} {:>7} {:>10} {:>9}", "on disk", "files", "bytes", "of text");
    let all = ("all", kinds.iter().map(|kind| kind.1).sum(), kinds.iter().map(|kind| kind.2).sum());
    for (name, files, bytes) in kinds.into_iter().chain([all]) {
        println!(
            "  {name:<24} {files:>7} {:>10} {:>7.1} %",
            kilobytes(bytes as usize),
            100.0 * bytes as f64 / text as f64
        );
    }
    Ok(())
}

/// What comes before the first answer.
fn first(index: &Index, questions: &Questions) -> Outcome<()> {
    println!("  {:<24} {:>7} {:>10} {:>10} {:>10}", "before the first answer", "files", "raw", "gzip -9", "brotli -11");
    let start = index.size(&format!("{}/start", index.lang))?;
    line("start.js", start);
    if let Some(shards) = &index.start.shards {
        let mut lists: Vec<Size> = Vec::new();
        for query in &questions.queries {
            // Someone types the first letter of a first word.
            let letter: String = query.chars().take(1).map(bagyt_search::analysis::fold).collect();
            if let Some(name) = shards.get(&letter) {
                lists.push(index.size(name)?);
            }
        }
        lists.sort_by_key(|size| size.gzip);
        if let (Some(median), Some(most)) = (lists.get(lists.len() / 2), lists.last()) {
            line("list of a first letter", *median);
            line("the largest such list", *most);
            line("suggestions, together", start + *median);
        }
    }
    let engine = index.size(&index.start.engine)?;
    let boot = index.size(&index.start.boot)?;
    line("engine", engine);
    line("boot", boot);
    println!("  boot, unpacked: {}", kilobytes(index.boot_bytes()));
    Ok(())
}

fn line(name: &str, size: Size) {
    let Size { files, raw, gzip, brotli } = size;
    println!("  {name:<24} {files:>7} {:>10} {:>10} {:>10}", kilobytes(raw), kilobytes(gzip), kilobytes(brotli));
}

fn answers(index: &Index, questions: &Questions) -> Outcome<()> {
    println!(
        "  {:<24} {:>25} {:>25} {:>25} {:>8} {:>8}",
        "an answer, gzip -9",
        "lists: median/p95/most",
        "texts: median/p95/most",
        "all: median/p95/most",
        "brotli",
        "files"
    );
    for (name, typing, limit) in ASKED {
        let question = |q: &String| Question { q: q.clone(), typing, limit, ..Question::default() };
        let pairs: Vec<(&String, &String)> =
            questions.queries.iter().zip(questions.queries.iter().cycle().skip(1)).collect();
        let costs: Vec<Result<(Cost, Cost), String>> = pairs
            .par_iter()
            .map(|(query, next)| {
                let both = || -> Outcome<(Cost, Cost)> {
                    let mut engine = index.engine()?;
                    let cold = index.ask(&mut engine, &question(query))?.0;
                    Ok((cold, index.ask(&mut engine, &question(next))?.0))
                };
                both().map_err(|error| error.to_string())
            })
            .collect();
        let costs = costs.into_iter().collect::<Result<Vec<_>, _>>()?;
        for (order, costs) in [
            ("first", costs.iter().map(|cost| cost.0).collect::<Vec<Cost>>()),
            ("next", costs.iter().map(|cost| cost.1).collect()),
        ] {
            let of = |size: fn(&Cost) -> usize| tail(costs.iter().map(size).collect());
            let shown = |[median, p95, most]: [usize; 3]| {
                format!("{}/{}/{}", kilobytes(median), kilobytes(p95), kilobytes(most))
            };
            let rounds = costs.iter().map(|cost| cost.rounds).max().unwrap_or(0);
            println!(
                "  {:<24} {:>25} {:>25} {:>25} {:>8} {:>8}  at most {rounds} rounds",
                format!("{order}, {name} of {limit}"),
                shown(of(|cost| cost.lists.gzip)),
                shown(of(|cost| cost.texts.gzip)),
                shown(of(|cost| cost.all().gzip)),
                kilobytes(of(|cost| cost.all().brotli)[0]),
                of(|cost| cost.all().files)[0],
            );
        }
    }
    Ok(())
}

/// Median, 95th percentile and most.
fn tail<T: Ord + Copy>(mut values: Vec<T>) -> [T; 3] {
    values.sort_unstable();
    let at = |percent: usize| values[(values.len() - 1) * percent / 100];
    [at(50), at(95), at(100)]
}

fn warm(index: &Index, questions: &Questions) -> Outcome<()> {
    let engine = index.whole()?;
    for (name, typing, limit) in ASKED {
        let mut times = Vec::new();
        for _ in 0..3 {
            for q in &questions.queries {
                let question = Question { q: q.clone(), typing, limit, ..Question::default() };
                let begun = Instant::now();
                let answer = engine.ask(&question).map_err(|_| "the index contradicts itself")?;
                times.push(begun.elapsed());
                if !answer.need.is_empty() {
                    return Err(format!("«{q}» needs more than all").into());
                }
            }
        }
        let [median, p95, most] = tail(times).map(|time| time.as_secs_f64() * 1e3);
        println!(
            "  {:<24} median {median:.2} ms, p95 {p95:.2} ms, most {most:.2} ms",
            format!("native, warm, {name} of {limit}")
        );
    }
    Ok(())
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1e3)
}
