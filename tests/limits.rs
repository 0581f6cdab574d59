//! Any file ends in a page or in a message: never in a crash, and not after minutes.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

#[path = "../benches/limits/kinds.rs"]
mod kinds;

use kinds::{Kind, PLACES, Place};

/// Bytes of a file. Larger ones are for the benchmark: `cargo bench --bench limits`.
const SIZE: usize = 20_000;

/// What the command may take of memory, in kilobytes of addresses.
const MEMORY: usize = 4 << 20;

/// A fence against what never ends, far from what any build takes.
const PATIENCE: Duration = Duration::from_secs(120);

/// What is wrong with how the command ends on a site with such a file.
fn fault(place: &Place, kind: &Kind, size: usize) -> Option<String> {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    place.write(kind, size, home.path()).expect("the site can be written");
    let (ended, text) = built(home.path());
    let told = match ended.as_ref().map(ExitStatus::code) {
        Some(Some(0)) => home.path().join("out/index.html").is_file(),
        Some(Some(1)) => text.contains("error["),
        _ => false,
    };
    (!told).then(|| format!("{}: {ended:?}\n{}", kind[0], text.chars().take(400).collect::<String>()))
}

/// Builds a site with little memory: how the command ends, unless it does not, and what it says.
fn built(site: &Path) -> (Option<ExitStatus>, String) {
    let said = site.join("said.txt");
    let log = fs::File::create(&said).expect("the file can be made");
    let limited = format!("ulimit -v {MEMORY}; exec \"$0\" build --out \"$1/out\" \"$1\"");
    let mut child = Command::new("sh")
        .args(["-c", &limited, env!("CARGO_BIN_EXE_bagyt")])
        .arg(site)
        .env("LC_ALL", "C")
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .expect("the command starts");
    let begun = Instant::now();
    let status = loop {
        match child.try_wait().expect("the command can be waited for") {
            Some(status) => break Some(status),
            None if begun.elapsed() > PATIENCE => {
                child.kill().and_then(|()| child.wait()).expect("the command can be ended");
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    (status, fs::read_to_string(&said).unwrap_or_default())
}

/// What is nearly too deep is made, in threads with the stack that they have, and as a Word file.
#[test]
#[cfg(target_os = "linux")]
fn what_is_just_within_the_limits_is_made() {
    let boxes: String = (1..=30).map(|depth| format!("{0}[!TIP] а\n{0}\n", "> ".repeat(depth))).collect();
    let texts = [
        format!("{}{}а{}\n", "> ".repeat(31), "<sub>".repeat(32), "</sub>".repeat(32)),
        format!("{}а\n\n{boxes}\n", "- ".repeat(15)),
        format!("{}а{}\n", "*а **б".repeat(15), "** *".repeat(15)),
        format!("{}\n\n> а\n\n{}\n", "<div>\n".repeat(32), "</div>\n".repeat(32)),
    ];
    for text in texts {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let raw = PLACES.iter().find(|place| place.raw_html).expect("there are kinds with raw HTML");
        raw.write(&raw.kinds[0], 0, home.path()).expect("the site can be written");
        let page = format!("---\ntitle: А\nkind: form\n---\n\n{text}");
        fs::write(home.path().join(raw.file), page).expect("the page can be written");
        let (ended, said) = built(home.path());
        assert!(ended.is_some_and(|status| status.success()), "{ended:?} {said}");
        assert!(home.path().join("out/ru/book/page.docx").is_file(), "{said}");
    }
}

/// Of every kind of file.
#[test]
#[cfg(target_os = "linux")]
fn any_file_ends_in_a_page_or_a_message() {
    use rayon::prelude::*;
    let all: Vec<(&Place, &Kind)> =
        PLACES.iter().flat_map(|place| place.kinds.iter().map(move |kind| (place, kind))).collect();
    let faults: Vec<String> = all.par_iter().filter_map(|(place, kind)| fault(place, kind, SIZE)).collect();
    crate::expect_none("kinds of files that end in neither", &faults);
}

/// Bytes of the files whose work is compared.
const GROWTH: [usize; 2] = [32 << 10, 128 << 10];
/// How much more work four times the bytes may be: four times, and a little for sorting and memory; the square would be
/// sixteen times.
const MOST_GROWTH: f64 = 8.0;
/// Work that is too little to tell its growth.
const FLOOR: Duration = Duration::from_millis(15);
/// How often a kind is measured before it is taken for what it seems: other work on the machine disturbs one of them, not all.
const ATTEMPTS: usize = 5;

/// The time that the processor has spent on this thread, whatever else runs on the machine.
#[cfg(target_os = "linux")]
fn work() -> Duration {
    // The system counts up to the last time it looked at the thread: now.
    std::thread::yield_now();
    let known = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux counts the time of each thread");
    let spent = known.split(' ').next().and_then(|time| time.parse().ok());
    Duration::from_nanos(spent.expect("the first number is the time that the thread ran"))
}

/// The work for a build without the search, its messages included, on one thread.
#[cfg(target_os = "linux")]
fn work_of(place: &Place, kind: &Kind, size: usize) -> Duration {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    place.write(kind, size, home.path()).expect("the site can be written");
    let today = jiff::civil::date(2026, 11, 22);
    let request = bagyt::Request { root: home.path(), base_url: None, search: false, drafts: false, today };
    let mut out = bagyt::diag::Diagnostics::new();
    let before = work();
    let (memo, progress) = (bagyt::Memo::default(), bagyt::progress::Silent);
    let built = bagyt::build(&request, &memo, &bagyt::bundle::Nowhere, &progress, &mut out).is_some();
    let told = bagyt::show::render(
        &out,
        home.path(),
        bagyt::show::Format::Human { colour: false },
        bagyt::messages::Locale::En,
    );
    assert!(built || told.errors > 0, "{}: neither a page nor a message", kind[0]);
    work() - before
}

/// How work grows with a file, of every kind: not with the square of its bytes.
#[test]
#[cfg(target_os = "linux")]
fn work_grows_as_files_do() {
    use rayon::prelude::*;
    let all: Vec<(&Place, &Kind)> =
        PLACES.iter().flat_map(|place| place.kinds.iter().map(move |kind| (place, kind))).collect();
    let growth = |place: &Place, kind: &Kind, base: Duration| {
        let [small, large] = GROWTH.map(|size| work_of(place, kind, size).saturating_sub(base));
        // What a build takes besides is not the same each time: less than that is nothing to compare with.
        large.as_secs_f64() / small.max(FLOOR).as_secs_f64()
    };
    // Each part of the kinds has a thread of its own, on which all of its builds run.
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<_> = all.chunks(all.len().div_ceil(threads)).collect();
    let faults = parts.par_iter().flat_map_iter(|part| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(16 << 20).build();
        pool.expect("a thread can be made").install(|| {
            let base = (0..4).map(|_| work_of(part[0].0, part[0].1, 0)).min().unwrap_or_default();
            let fault = |(place, kind): &(&Place, &Kind)| {
                let mut growths = (0..ATTEMPTS).map(|_| growth(place, kind, base));
                let least =
                    growths.try_fold(f64::MAX, |least, growth| (growth > MOST_GROWTH).then(|| least.min(growth)));
                least.map(|growth| format!("{}: {growth:.1} times the work for four times the bytes", kind[0]))
            };
            part.iter().filter_map(fault).collect::<Vec<_>>()
        })
    });
    crate::expect_none("kinds whose work grows faster than they do", &faults.collect::<Vec<_>>());
}
