//! What an encyclopedia of many professions costs: `cargo bench --bench professions [-- PROFESSIONS…]`, with the 60 of this
//! repository and 3,000 unless told otherwise.
//!
//! The professions are the repository's own, dealt out again: each takes the parts of its record from several real ones, so
//! that texts are as long and facets as uneven as real ones. The site of the largest number stays in
//! `target/tmp/professions` for `finder.mjs`.

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

#[path = "../measure.rs"]
mod measured;
#[path = "../site/generate.rs"]
#[expect(dead_code, reason = "only its numbers are needed here")]
mod numbers;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use measured::{Outcome, command, folder_size};
use numbers::Numbers;
use serde_yaml::{Mapping, Value};

/// Runs of each build; the median is reported.
const RUNS: usize = 3;

/// Parts of a record that are taken from another profession each.
const DEALT: [&str; 12] = [
    "field",
    "tasks",
    "typical_day",
    "tools",
    "conditions",
    "interests",
    "competencies",
    "school_subjects",
    "routes",
    "study_at",
    "works_with",
    "self_employment",
];

/// A profession of the repository: its id and its record.
type Profession = (String, Mapping);

fn main() -> Outcome<()> {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![60, 3_000] } else { sizes };
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("professions");
    println!("Median of {RUNS} builds, with the search.\n");
    println!("{:>11} {:>9} {:>9} {:>9} {:>8}", "professions", "build", "memory", "output", "files");
    for size in sizes {
        let root = home.join(size.to_string());
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        generate(&content, &root, size)?;
        report(&root, size)?;
    }
    Ok(())
}

fn report(root: &Path, size: usize) -> Outcome<()> {
    let mut times: Vec<Duration> = Vec::new();
    let mut memory = 0;
    let mut out = root.join("public");
    for run in 0..RUNS {
        out = root.join(format!("public{run}"));
        let (time, peak) = command(root, &out)?;
        times.push(time);
        memory = memory.max(peak);
    }
    times.sort();
    let files = walkdir::WalkDir::new(&out).into_iter().flatten().filter(|entry| entry.file_type().is_file()).count();
    println!(
        "{size:>11} {:>7.2} s {:>6} MB {:>6} MB {files:>8}",
        times[RUNS / 2].as_secs_f64(),
        memory / 1_000,
        folder_size(&out)? / 1_000_000
    );
    println!("\n{:>44} {:>10} {:>10}", "page", "bytes", "gzip");
    let profession = if size == 60 { "vet" } else { "vet-1" };
    for lang in ["ky", "ru"] {
        for page in [
            format!("{lang}/encyclopedia/{profession}.html"),
            format!("{lang}/encyclopedia/index.html"),
            format!("{lang}/finder/index.html"),
            format!("{lang}/finder/data.js"),
            format!("{lang}/finder/by-subject.html"),
            format!("{lang}/finder/by-field.html"),
            format!("{lang}/finder/booklet/farming.html"),
            format!("{lang}/finder/professions.json"),
            format!("{lang}/finder/professions.csv"),
        ] {
            let bytes = fs::read(out.join(&page)).map_err(|error| format!("{page}: {error}"))?;
            println!("{page:>44} {:>10} {:>10}", bytes.len(), packed(&bytes)?);
        }
    }
    println!();
    Ok(())
}

fn packed(bytes: &[u8]) -> Outcome<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// Copies the repository's content, with `size` professions instead of its own.
fn generate(content: &Path, root: &Path, size: usize) -> Outcome<()> {
    let mut real: Vec<Profession> = Vec::new();
    for entry in walkdir::WalkDir::new(content).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path();
        let target = root.join("content").join(path.strip_prefix(content)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
            continue;
        }
        let text = fs::read_to_string(path).unwrap_or_default();
        if text.lines().any(|line| line == "type: profession") {
            let id = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a file has no name")?;
            real.push((id.to_string(), serde_yaml::from_str(&text)?));
        }
        fs::copy(path, target)?;
    }
    // The first sixty are the real ones.
    for number in real.len()..size {
        let (id, mut record) = dealt(&real, number);
        // Each leads to its namesake of the next round, so that none is alone.
        if number + real.len() < size
            && let Some(Value::Sequence(related)) = record.get_mut("related")
        {
            related.push(Value::from(dealt(&real, number + real.len()).0));
        }
        let target = root.join("content/encyclopedia").join(format!("{id}.yaml"));
        fs::write(target, serde_yaml::to_string(&record)?)?;
    }
    Ok(())
}

/// Profession `number`: one of the real ones with parts of others, and a name of its own.
fn dealt(real: &[Profession], number: usize) -> Profession {
    let mut numbers = Numbers::of(number);
    let round = number / real.len();
    let (id, mut record) = real[number % real.len()].clone();
    for part in DEALT {
        let (_, other) = &real[numbers.below(real.len())];
        match other.get(part) {
            Some(value) => drop(record.insert(Value::from(part), value.clone())),
            None => drop(record.remove(part)),
        }
    }
    if let Some(Value::Mapping(title)) = record.get_mut("title") {
        for (_, text) in title.iter_mut() {
            let name = format!("{} {round}", text.as_str().unwrap_or_default());
            *text = Value::from(name);
        }
    }
    // Those of the same round stand for those that the real record names.
    record.entry(Value::from("related")).or_insert_with(|| Value::Sequence(Vec::new()));
    for list in ["near_alternatives", "related"] {
        let Some(Value::Sequence(others)) = record.get_mut(list) else { continue };
        for other in others.iter_mut() {
            let id = other.as_str().unwrap_or_default();
            let place = real.iter().position(|(real, _)| real == id).unwrap_or_default();
            // The last round need not be whole.
            let id = if place <= number % real.len() { format!("{id}-{round}") } else { id.to_string() };
            *other = Value::from(id);
        }
    }
    (format!("{id}-{round}"), record)
}
