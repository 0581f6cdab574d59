//! Any file ends in a page or in a message: never in a crash, and not after minutes.

use std::fs;
use std::process::{Command, Stdio};
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
    let said = home.path().join("said.txt");
    let log = fs::File::create(&said).expect("the file can be made");
    let limited = format!("ulimit -v {MEMORY}; exec \"$0\" build --out \"$1/out\" \"$1\"");
    let mut child = Command::new("sh")
        .args(["-c", &limited, env!("CARGO_BIN_EXE_bagyt")])
        .arg(home.path())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .expect("the command starts");
    let begun = Instant::now();
    let status = loop {
        match child.try_wait().expect("the command can be waited for") {
            Some(status) => break status,
            None if begun.elapsed() > PATIENCE => {
                child.kill().and_then(|()| child.wait()).expect("the command can be ended");
                return Some(format!("{}: it never ends", kind[0]));
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let text = fs::read_to_string(&said).unwrap_or_default();
    let told = match status.code() {
        Some(0) => home.path().join("out/index.html").is_file(),
        Some(1) => text.contains("error["),
        _ => false,
    };
    (!told).then(|| format!("{}: {status}\n{}", kind[0], text.chars().take(400).collect::<String>()))
}

#[test]
#[cfg(target_os = "linux")]
fn any_file_ends_in_a_page_or_a_message() {
    use rayon::prelude::*;
    let all: Vec<(&Place, &Kind)> = PLACES.iter().flat_map(|place| place.kinds.iter().map(move |kind| (place, kind))).collect();
    let faults: Vec<String> = all.par_iter().filter_map(|(place, kind)| fault(place, kind, SIZE)).collect();
    crate::expect_none("kinds of files that end in neither", &faults);
}
