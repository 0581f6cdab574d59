//! What is left of the output folder when a build ends at any call of the system: by a kill, an error, a full disk,
//! another build. It must be the old build or the new one, or become one of them at the next start.
//!
//! A small library (`faults/faults.c`), which the tests compile, is put before the system's own; it counts the calls that
//! change something in the folder and lets one of them end the program or fail. The short form, a part of every run, takes
//! every call of a small output and some calls of the whole program; `BAGYT_TEST_FAULTS=long` takes every call of both
//! with every error. Each test prints what it tried: how often the old build was left, the new one, one of the two after the
//! next start, or neither, which fails.

#![cfg(target_os = "linux")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bagyt::address::OutPath;
use bagyt::bundle::{CommitError, Disk, Mended, OpenError, Sink, mend};
use rayon::prelude::*;
use tempfile::TempDir;

use crate::common;

/// What the child of a test is to build, and where.
const BUILD: &str = "BAGYT_FAULT_BUILD";
const FOLDER: &str = "BAGYT_FAULT_FOLDER";

const SIGKILL: i32 = 9;
const EINTR: &str = "4";
const EIO: &str = "5";
const EACCES: &str = "13";
const EXDEV: &str = "18";
const ENOSPC: &str = "28";
const KILL: &str = "kill";

/// Whether everything is tried, or some of it.
fn is_long() -> bool {
    std::env::var("BAGYT_TEST_FAULTS").is_ok_and(|form| form == "long")
}

/// Prints where the tests' own output is not caught.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "faults: {line}");
}

/// The library that counts calls, compiled.
static SHIM: LazyLock<PathBuf> = LazyLock::new(|| {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/faults.c");
    let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("faults-{}.so", std::process::id()));
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O1", "-Wall", "-o"]).arg(&library).arg(&source).args(["-ldl", "-lpthread"]);
    let compiled = compiler.output();
    let compiled = compiled.unwrap_or_else(|error| panic!("cc cannot be started: {error}. {}", crate::RUN_FIRST));
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    library
});

/// A fault: what happens at which call.
#[derive(Debug, Clone, Copy)]
struct Fault<'f> {
    at: usize,
    does: &'f str,
    /// Of calls of this name alone.
    only: &'f str,
}

impl Fault<'_> {
    /// Prepares a command to meet the fault.
    fn put_into<'c>(&self, command: &'c mut Command, folder: &Path) -> &'c mut Command {
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        command
            .env("LD_PRELOAD", &*SHIM)
            .env("BAGYT_FAULT_UNDER", folder)
            .env("BAGYT_FAULT_AT", self.at.to_string())
            .env("BAGYT_FAULT_DO", self.does)
            .env("BAGYT_FAULT_ONLY", self.only)
    }
}

/// Calls that a command makes on a folder, as `name path`, in their order. The command must end well.
fn calls(command: &mut Command, folder: &Path) -> Vec<(String, String)> {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let log = home.path().join("log");
    let counted = Fault { at: 0, does: KILL, only: "" }.put_into(command, folder).env("BAGYT_FAULT_LOG", &log).output();
    let counted = counted.expect("the command starts");
    assert!(counted.status.success(), "{}", said(&counted));
    let log = fs::read_to_string(&log).expect("the library counts calls");
    let parts = |line: &str| {
        let mut parts = line.splitn(3, ' ').skip(1).map(str::to_string);
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
    };
    log.lines().map(parts).collect()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The files of an output by their path, without what the build works with.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    if folder.exists() {
        common::files(folder, &mut files);
    }
    files.retain(|path, _| !path.starts_with(".bagyt/"));
    files
}

/// What was tried, and what was left each time.
#[derive(Default)]
struct Tally {
    old: AtomicUsize,
    new: AtomicUsize,
    mended: AtomicUsize,
    wrong: std::sync::Mutex<Vec<String>>,
}

impl Tally {
    fn end(&self, what: &str) {
        say(&format!("{what}: {self}"));
        crate::expect_none(what, &self.wrong.lock().expect("no test failed with it"));
    }

    fn wrong(&self, problem: String) {
        self.wrong.lock().expect("no test failed with it").push(problem);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
        let (old, new, mended) = (count(&self.old), count(&self.new), count(&self.mended));
        let mixed = self.wrong.lock().map_or(0, |wrong| wrong.len());
        let tried = old + new + mended + mixed;
        write!(f, "tried {tried}, whole old {old}, whole new {new}, mended by the next start {mended}, mixed {mixed}")
    }
}

/// A folder with the build that was there before, and what it and the next one must be.
struct Scene {
    home: TempDir,
    old: BTreeMap<String, Vec<u8>>,
    new: BTreeMap<String, Vec<u8>>,
}

/// The pages of three small builds, one after the other: all that can happen to a file happens to one of theirs. A
/// line `needs …` names a file that the page asks for.
fn pages(build: usize) -> Vec<(&'static str, String)> {
    let style = ["assets/style.00000000.css", "assets/style.11111111.css", "assets/style.22222222.css"][build];
    let boot = ["search/ky/boot-00000000.js", "search/ky/boot-11111111.js", "search/ky/boot-22222222.js"][build];
    let page = |text: &str| format!("{text}\nneeds {style}\nneeds search/ky/start.js\n");
    let mut pages = vec![
        ("index.html", page("the same")),
        ("404.html", "always the same".to_string()),
        ("ky/index.html", page(&"changed ".repeat(build + 1))),
        ("ky/about.html", page(&format!("build {build}"))),
        (style, format!("style {build}")),
        (boot, format!("boot {build}").repeat(3_000)),
        ("search/ky/start.js", format!("needs {boot}\n")),
    ];
    if build < 2 {
        pages.push(("ky/gone/page.html", page("it goes")));
        pages.push(("files/plan", "a file, then a folder".into()));
        pages.push(("files/table/a.csv", "a folder, then a file".into()));
        pages.push(("files/table/deep/b.csv", "the same".into()));
        pages.push(("files/Case.pdf", "in other letters".into()));
    } else {
        pages.push(("ru/new/deep/page.html", page("it is new")));
        pages.push(("files/plan/index.csv", "below what was a file".into()));
        pages.push(("files/table", "in place of a folder".into()));
        pages.push(("files/case.pdf", "in other letters".into()));
    }
    pages
}

/// Puts a build into a folder, as the command does.
fn put_build(folder: &Path, build: usize) -> Result<Option<Mended>, String> {
    let disk = Disk::open(folder).map_err(|error| match error {
        OpenError::Busy(_) => "busy".to_string(),
        OpenError::Unfinished(..) => "unfinished".to_string(),
        error => format!("untouched {error:?}"),
    })?;
    let mended = disk.mended();
    for (path, text) in pages(build) {
        let path = OutPath::new(path).expect("the paths are plain");
        disk.put(&path, text.into_bytes()).map_err(|error| format!("untouched {error}"))?;
    }
    disk.commit().map(|_| mended).map_err(|error| match error {
        CommitError::Unfinished(path, error) => format!("unfinished {} {error}", path.display()),
        CommitError::Untidy(error) => format!("untidy {error}"),
        error => format!("untouched {error:?}"),
    })
}

/// The child of the tests below: one build, or one start that mends.
#[test]
#[ignore = "the others run it, in a process of its own"]
fn child() {
    let (Ok(folder), Ok(build)) = (std::env::var(FOLDER), std::env::var(BUILD)) else { return };
    let folder = Path::new(&folder);
    let result = match build.parse() {
        Ok(build) => put_build(folder, build),
        Err(_) => mend(folder).map_err(|error| format!("{error:?}")),
    };
    let result = match result {
        Ok(mended) => format!("done {mended:?}"),
        Err(problem) => problem,
    };
    println!("RESULT {result}");
}

/// A process that builds the numbered build into a folder, or, for `start`, mends what is there.
fn process(folder: &Path, build: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("the tests are a program"));
    command.args(["--exact", "faults::child", "--ignored", "--nocapture", "--test-threads=1"]);
    command.env(FOLDER, folder).env(BUILD, build);
    command
}

/// What the child said of its build; `None` if it was killed.
fn result(output: &Output) -> Option<String> {
    let said = said(output);
    let line = said.lines().find_map(|line| line.split("RESULT ").nth(1))?;
    Some(line.to_string())
}

impl Scene {
    fn new() -> Scene {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let (before, after) = (home.path().join("before"), home.path().join("after"));
        put_build(&before, 0).expect("the first build is written");
        put_build(&before, 1).expect("the second build is written");
        fs::write(before.join("CNAME"), "ours.kg").expect("a file of others can be written");
        fs::write(before.join("ky/notes.txt"), "others'").expect("a file of others can be written");
        common::copy_folder(&before, &after);
        put_build(&after, 2).expect("the third build is written");
        Scene { old: tree(&before), new: tree(&after), home }
    }

    /// A copy of the folder with the old build.
    fn folder(&self) -> PathBuf {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let folder = self.home.path().join(format!("out-{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
        common::copy_folder(&self.home.path().join("before"), &folder);
        folder
    }

    /// What is wrong with a folder after a fault, before and after the next start; counts what was found.
    fn judge(&self, folder: &Path, result: Option<&str>, tally: &Tally) -> Result<(), String> {
        let left = tree(folder);
        let has_journal = folder.join(".bagyt/journal.json").exists();
        readers_find_what_they_need(&left)?;
        match result {
            Some(said) if said.starts_with("untouched") && left != self.old => {
                return Err(format!("says that nothing was changed: {said}: {}", differences(&left, &self.old)));
            }
            Some(said) if (said.starts_with("done") || said.starts_with("untidy")) && left != self.new => {
                return Err(format!("says that all is there: {said}"));
            }
            _ => {}
        }
        mend(folder).map_err(|error| format!("the next start fails: {error:?}"))?;
        let mended = tree(folder);
        if folder.join(".bagyt").exists() {
            return Err("the next start leaves the working folder".into());
        }
        let counter = match (mended == self.old, mended == self.new) {
            _ if (left == self.old || left == self.new) && !has_journal && left != mended => {
                return Err("the next start changed a whole build".into());
            }
            (false, false) => return Err(differences(&mended, &self.new)),
            _ if has_journal || left != mended => &tally.mended,
            (true, _) => &tally.old,
            _ => &tally.new,
        };
        counter.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Lets the new build meet a fault.
    fn meet(&self, fault: Fault, tally: &Tally) {
        let folder = self.folder();
        let output = fault.put_into(&mut process(&folder, "2"), &folder).output().expect("the child starts");
        let result = result(&output);
        let killed = output.status.signal() == Some(SIGKILL);
        let judged = match &result {
            None if !killed => Err(format!("the child failed: {}", said(&output))),
            result => self.judge(&folder, result.as_deref(), tally),
        };
        if let Err(problem) = judged {
            tally.wrong(format!("{fault:?}: {result:?}: {problem}"));
        }
        fs::remove_dir_all(&folder).expect("the folder can be removed");
    }
}

fn differences(left: &BTreeMap<String, Vec<u8>>, right: &BTreeMap<String, Vec<u8>>) -> String {
    let names: BTreeSet<&String> = left.keys().chain(right.keys()).collect();
    let names: Vec<&str> =
        names.into_iter().filter(|name| left.get(*name) != right.get(*name)).map(String::as_str).collect();
    format!("differs in {}", names.join(", "))
}

/// Whatever page a reader has got, what it asks for is there.
fn readers_find_what_they_need(files: &BTreeMap<String, Vec<u8>>) -> Result<(), String> {
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with("start.js")) {
        let text = String::from_utf8_lossy(bytes);
        for needed in text.lines().filter_map(|line| line.strip_prefix("needs ")) {
            if !files.contains_key(needed) {
                return Err(format!("{path} needs {needed}, which is not there"));
            }
        }
    }
    Ok(())
}

#[test]
fn the_library_catches_every_kind_of_call() {
    let scene = Scene::new();
    let folder = scene.folder();
    let calls = calls(&mut process(&folder, "2"), &folder);
    assert!(tree(&folder) == scene.new);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    calls.iter().for_each(|(name, _)| *kinds.entry(name).or_default() += 1);
    say(&format!("calls of a small build: {} {kinds:?}", calls.len()));
    let changed = 11;
    for (kind, least) in [
        ("mkdir", 2),
        ("open64", changed),
        ("write", changed),
        ("rename", changed + 2),
        ("unlink", 7),
        ("rmdir", 2),
        ("syncfs", 2),
        ("fsync", 2),
        ("flock", 1),
    ] {
        let found = kinds.iter().filter(|(name, _)| name.starts_with(kind.trim_end_matches("64"))).map(|(_, n)| n);
        assert!(found.sum::<usize>() >= least, "{kind} is called less than {least} times: {kinds:?}");
    }
}

/// A power cut takes what was not flushed. So whatever counts is flushed before it counts, and what it stands on before.
#[test]
fn nothing_counts_before_it_is_on_the_disk() {
    let scene = Scene::new();
    let folder = scene.folder();
    let calls = calls(&mut process(&folder, "2"), &folder);
    let find = |name: &str, end: &str| {
        calls
            .iter()
            .position(|(call, path)| call == name && path.ends_with(end))
            .unwrap_or_else(|| panic!("{name} {end}"))
    };
    let flushes: Vec<usize> = (0..calls.len()).filter(|at| calls[*at].0 == "syncfs").collect();
    let counts = find("rename", "/.bagyt/journal.json");
    let last_written = calls.iter().rposition(|(call, path)| call == "write" && path.contains("/.bagyt/new/"));
    let first_moved = calls.iter().position(|(call, path)| call == "rename" && !path.contains("/.bagyt/"));
    let last_changed =
        calls.iter().rposition(|(_, path)| !path.contains("/.bagyt") && *path != folder.display().to_string());
    let (written, moved) = (last_written.expect("files are written"), first_moved.expect("files are moved"));
    let (journal_flushed, done) = (find("fsync", "/.bagyt/journal.part"), find("unlink", "/.bagyt/journal.json"));
    let folder_flushed = find("fsync", "/.bagyt");
    assert!(written < flushes[0] && flushes[0] < counts, "the files before the journal");
    assert!(
        journal_flushed < counts && counts < folder_flushed && folder_flushed < moved,
        "the journal before the moves"
    );
    let changed = last_changed.expect("files are removed");
    assert!(changed < flushes[1] && flushes[1] < done, "the moves before the journal goes: {calls:#?}");
}

#[test]
fn a_fault_at_any_call_leaves_a_whole_build() {
    let scene = Scene::new();
    let folder = scene.folder();
    let count = calls(&mut process(&folder, "2"), &folder).len();
    for (does, what) in [
        (KILL, "a kill at every call"),
        (EIO, "EIO at every call"),
        (ENOSPC, "ENOSPC"),
        (EACCES, "EACCES"),
        (EXDEV, "EXDEV"),
        (EINTR, "EINTR"),
    ] {
        let step = if is_long() || [KILL, EIO].contains(&does) { 1 } else { 3 };
        let tally = Tally::default();
        // Other calls each time, should the step hide some.
        let points: Vec<usize> = (1 + does.len() % step..=count).step_by(step).collect();
        points.par_iter().for_each(|at| scene.meet(Fault { at: *at, does, only: "" }, &tally));
        tally.end(&format!("small output, {what}"));
    }
}

#[test]
fn a_first_build_that_ends_at_any_call_leaves_nothing_or_all() {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let whole = home.path().join("whole");
    put_build(&whole, 2).expect("it is written");
    let scene = Scene { old: BTreeMap::new(), new: tree(&whole), home };
    let folder = scene.home.path().join("counted");
    let count = calls(&mut process(&folder, "2"), &folder).len();
    let tally = Tally::default();
    let step = if is_long() { 1 } else { 2 };
    (1..=count).step_by(step).collect::<Vec<_>>().par_iter().for_each(|at| {
        for does in [KILL, EIO] {
            let folder = scene.home.path().join(format!("first-{at}-{does}"));
            let fault = Fault { at: *at, does, only: "" };
            let output = fault.put_into(&mut process(&folder, "2"), &folder).output().expect("the child starts");
            if let Err(problem) = scene.judge(&folder, result(&output).as_deref(), &tally) {
                tally.wrong(format!("{fault:?}: {problem}"));
            }
            put_build(&folder, 2).unwrap_or_else(|problem| panic!("{fault:?}: the next build fails: {problem}"));
            if tree(&folder) != scene.new {
                tally.wrong(format!("{fault:?}: the next build is not whole"));
            }
        }
    });
    tally.end("first build, kills and EIO");
}

#[test]
fn a_start_that_ends_while_it_mends_is_mended_by_the_next() {
    let scene = Scene::new();
    let folder = scene.folder();
    let all = calls(&mut process(&folder, "2"), &folder);
    let counts = all.iter().position(|(call, path)| call == "rename" && path.ends_with("journal.json"));
    // The build is killed when it has just begun to move.
    let counts = counts.expect("the build counts at some call") + 4;
    let broken = scene.folder();
    let killed = Fault { at: counts, does: KILL, only: "" }.put_into(&mut process(&broken, "2"), &broken).output();
    assert_eq!(killed.expect("the child starts").status.signal(), Some(SIGKILL));
    let copy = |name: String| {
        let folder = scene.home.path().join(name);
        common::copy_folder(&broken, &folder);
        folder
    };
    let counted = copy("mended".into());
    let count = calls(&mut process(&counted, "start"), &counted).len();
    assert!(tree(&counted) == scene.new && count > 20, "{count} calls");
    let tally = Tally::default();
    (1..=count).collect::<Vec<_>>().par_iter().for_each(|at| {
        let does = if at % 2 == 0 { EIO } else { KILL };
        let folder = copy(format!("mended-{at}"));
        let fault = Fault { at: *at, does, only: "" };
        let _ = fault.put_into(&mut process(&folder, "start"), &folder).output().expect("the child starts");
        let judged = readers_find_what_they_need(&tree(&folder))
            .and_then(|()| mend(&folder).map_err(|error| format!("{error:?}")));
        if tree(&folder) == scene.new && judged.is_ok() && !folder.join(".bagyt").exists() {
            tally.mended.fetch_add(1, Ordering::Relaxed);
        } else {
            tally.wrong(format!("{fault:?}: {judged:?} {}", differences(&tree(&folder), &scene.new)));
        }
    });
    tally.end("kills and EIO while the next start mends");
}

/// A file that another program holds open for as long as it likes.
#[test]
fn a_file_that_cannot_be_moved_stops_the_build_and_the_next_start_finishes_it() {
    let scene = Scene::new();
    let folder = scene.folder();
    let all = calls(&mut process(&folder, "2"), &folder);
    let renames: Vec<&String> = all.iter().filter(|(call, _)| call == "rename").map(|(_, path)| path).collect();
    let page = renames.iter().position(|path| path.ends_with("/ky/about.html")).expect("it is moved") + 1;
    let folder = scene.folder();
    let fault = Fault { at: page, does: EACCES, only: "rename" };
    let stopped = fault.put_into(&mut process(&folder, "2"), &folder).output().expect("the child starts");
    let result = result(&stopped).unwrap_or_default();
    assert!(result.starts_with("unfinished") && result.contains("ky/about.html"), "{result}");
    assert!(matches!(mend(&folder), Ok(Some(Mended::Finished))));
    assert!(tree(&folder) == scene.new);
}

/// A disk of this size and with so many files, if this machine lets us mount one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path, options: &str) -> Option<SmallDisk> {
        fs::create_dir_all(at).expect("the folder can be made");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).output().ok()?;
        mounted.status.success().then(|| SmallDisk(at.to_path_buf()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

const NO_MOUNT: &str = "NOT TRIED: full disks, for nothing can be mounted here; run the tests as root";

#[test]
fn a_full_disk_leaves_a_whole_build() {
    let scene = Scene::new();
    let tally = Tally::default();
    // In pages of memory and in files: from what cannot hold the new build to what can.
    let step = if is_long() { 1 } else { 3 };
    let sizes = (20..90).step_by(step).map(|pages| format!("size={}", pages * 4_096));
    let files = (24..70).step_by(step).map(|files| format!("nr_inodes={files}"));
    for (number, options) in sizes.chain(files).enumerate() {
        let place = scene.home.path().join(format!("disk-{number}"));
        let Some(disk) = SmallDisk::mount(&place, &options) else { return say(NO_MOUNT) };
        // The root of the disk is the output.
        let copied = Command::new("cp").arg("-r").arg(scene.home.path().join("before/.")).arg(&place).output();
        if !copied.expect("cp starts").status.success() {
            continue;
        }
        let result = match put_build(&place, 2) {
            Ok(_) => "done".to_string(),
            Err(problem) => problem,
        };
        if let Err(problem) = scene.judge(&place, Some(&result), &tally) {
            tally.wrong(format!("{options}: {result}: {problem}"));
        }
        drop(disk);
    }
    assert!(tally.old.load(Ordering::Relaxed) > 5 && tally.new.load(Ordering::Relaxed) > 5, "{tally}");
    tally.end("full disks");
}

#[test]
fn another_disk_may_be_the_output_or_hang_in_it() {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let whole = home.path().join("whole");
    put_build(&whole, 1).expect("it is written");
    let place = home.path().join("stick");
    let Some(_stick) = SmallDisk::mount(&place, "size=4m,mode=1755,uid=7") else { return say(NO_MOUNT) };
    fs::create_dir(place.join("System Volume Information")).expect("Windows makes it on every stick");
    let before = fs::metadata(&place).expect("it is there");
    put_build(&place, 1).expect("the root of a stick is written to");
    let after = fs::metadata(&place).expect("it is there");
    assert_eq!((before.uid(), before.mode()), (after.uid(), after.mode()), "owner and mode stay");
    assert!(tree(&place) == tree(&whole));
    let link = home.path().join("linked");
    std::os::unix::fs::symlink(&place, &link).expect("the link can be made");
    put_build(&link, 2).expect("a link to another disk is written through");
    assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
    put_build(&whole, 2).expect("it is written");
    assert!(tree(&place) == tree(&whole));
    let hanging = whole.join("ky");
    let files: Vec<(String, Vec<u8>)> = tree(&hanging).into_iter().collect();
    let _inner = SmallDisk::mount(&hanging, "size=4m").expect("one could be mounted above");
    for (path, bytes) in files {
        fs::create_dir_all(hanging.join(&path).parent().expect("a file lies in a folder")).expect("it can be made");
        fs::write(hanging.join(path), bytes).expect("it can be written");
    }
    put_build(&whole, 1).expect("a disk that hangs in the output is written to");
    put_build(&place, 1).expect("it is written");
    assert!(tree(&place) == tree(&whole), "{}", differences(&tree(&place), &tree(&whole)));
}

fn bagyt(arguments: &[&str]) -> Command {
    let mut command = crate::common::bagyt();
    command.args(arguments);
    command
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

/// A site that is built, and then changed; what its output is and must become.
struct Whole {
    site: PathBuf,
    scene: Scene,
}

impl Whole {
    fn new() -> Whole {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let (site, before, after) = (home.path().join("site"), home.path().join("before"), home.path().join("after"));
        let run = |command: &mut Command| {
            let output = command.output().expect("the command starts");
            assert!(output.status.success(), "{}", said(&output));
        };
        run(&mut bagyt(&["init", text(&site)]));
        run(&mut bagyt(&["build", text(&site), "--out", text(&before)]));
        let page = site.join("content/about.ru.md");
        let changed = fs::read_to_string(&page).expect("it is there") + "\nЕщё строка.\n";
        fs::write(&page, changed).expect("it can be written");
        let moved = site.join("content/guide/first-steps");
        fs::rename(&moved, site.join("content/guide/second-steps")).expect("the chapter can be renamed");
        for path in tree(&site.join("content")).into_keys() {
            let file = site.join("content").join(path);
            let text = fs::read_to_string(&file).expect("it is a text");
            fs::write(&file, text.replace("first-steps", "second-steps")).expect("it can be written");
        }
        common::copy_folder(&before, &after);
        run(&mut bagyt(&["build", text(&site), "--out", text(&after)]));
        let scene = Scene { old: tree(&before), new: tree(&after), home };
        assert!(scene.old != scene.new);
        Whole { site, scene }
    }

    fn build(&self, folder: &Path) -> Command {
        bagyt(&["build", text(&self.site), "--jobs", "1", "--out", text(folder)])
    }

    /// What the next command says and leaves, after a build that ended or was ended.
    fn judge(&self, folder: &Path, output: &Output, tally: &Tally) -> Result<(), String> {
        let said_then = said(output);
        let left = tree(folder);
        if said_then.contains("Nothing was written") && left != self.scene.old {
            return Err(format!("says that nothing was written: {said_then}"));
        }
        if output.status.success() && left != self.scene.new {
            return Err(format!("says that all is well: {said_then}"));
        }
        if !output.status.success() && output.status.code().is_some_and(|code| code != 2) {
            return Err(format!("{}: {said_then}", output.status));
        }
        if said_then.contains("panicked") {
            return Err(said_then);
        }
        let has_journal = folder.join(".bagyt/journal.json").exists();
        let was_begun = folder.join(".bagyt/new").exists();
        let next = bagyt(&["search", "--lang", "ky", "сабак", "--out", text(folder), text(&self.site)]);
        let next = { next }.output().map_err(|error| error.to_string())?;
        let said_next = said(&next);
        if !next.status.success() {
            return Err(format!("the next command fails: {said_next}"));
        }
        let tells = said_next.contains("output/mended");
        if tells != (has_journal || was_begun) && !folder.join(".bagyt").exists() && (has_journal || was_begun) {
            return Err(format!("does not say what it did: {said_next}"));
        }
        if has_journal && !said_next.contains("it has been finished now") {
            return Err(format!("does not say that it finished it: {said_next}"));
        }
        let mended = tree(folder);
        let counter = match (mended == self.scene.old, mended == self.scene.new) {
            (false, false) => return Err(differences(&mended, &self.scene.new)),
            _ if has_journal || left != mended => &tally.mended,
            (true, _) => &tally.old,
            _ => &tally.new,
        };
        counter.fetch_add(1, Ordering::Relaxed);
        if folder.join(".bagyt").exists() { Err("the working folder is left".into()) } else { Ok(()) }
    }
}

static WHOLE: LazyLock<Whole> = LazyLock::new(Whole::new);

#[test]
fn a_fault_at_a_call_of_the_command_leaves_a_whole_build() {
    let whole = &*WHOLE;
    let folder = whole.scene.folder();
    let all = calls(&mut whole.build(&folder), &folder);
    assert!(tree(&folder) == whole.scene.new, "{}", differences(&tree(&folder), &whole.scene.new));
    let counts = all.iter().position(|(call, path)| call == "rename" && path.ends_with("journal.json"));
    let counts = counts.expect("the build counts at some call");
    let points: Vec<usize> = match is_long() {
        true => (1..=all.len()).collect(),
        // What is done while pages are made is the same again and again; every step of the moving is not.
        false => (1..counts).step_by(counts / 4).chain((counts..=all.len()).step_by(5)).collect(),
    };
    let faults: &[&str] = if is_long() { &[KILL, EIO, ENOSPC, EACCES, EXDEV] } else { &[KILL, EIO] };
    for (number, does) in faults.iter().enumerate() {
        let tally = Tally::default();
        points.par_iter().for_each(|at| {
            let at = if is_long() { *at } else { (at + number).min(all.len()) };
            let folder = whole.scene.folder();
            let fault = Fault { at, does, only: "" };
            let output = fault.put_into(&mut whole.build(&folder), &folder).output().expect("the command starts");
            if let Err(problem) = whole.judge(&folder, &output, &tally) {
                tally.wrong(format!("{fault:?}: {:?}: {problem}", all.get(at - 1)));
            }
            let _ = fs::remove_dir_all(&folder);
        });
        tally.end(&format!("the command, {} of {} calls, {does}", points.len(), all.len()));
    }
}

#[test]
fn a_kill_at_any_time_leaves_a_whole_build() {
    let whole = &*WHOLE;
    let begun = Instant::now();
    let folder = whole.scene.folder();
    assert!(whole.build(&folder).output().expect("the command starts").status.success());
    let longest = begun.elapsed().as_micros() as u64;
    let count = if is_long() { 120 } else { 12 };
    let tally = Tally::default();
    for number in 0..count {
        let folder = whole.scene.folder();
        let mut build = whole.build(&folder);
        let mut build = build.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the command starts");
        // More often at its end, where files are moved; the golden ratio spreads them.
        let part = (number as f64 * 0.618_034).fract().sqrt();
        std::thread::sleep(Duration::from_micros((longest as f64 * part) as u64));
        let _ = build.kill();
        let mut stderr = Vec::new();
        build.stderr.take().expect("it is a pipe").read_to_end(&mut stderr).expect("it can be read");
        let status = build.wait().expect("it ends");
        let output = Output { status, stdout: Vec::new(), stderr };
        if let Err(problem) = whole.judge(&folder, &output, &tally) {
            tally.wrong(format!("after {part:.3} of the time: {problem}"));
        }
        let _ = fs::remove_dir_all(&folder);
    }
    tally.end("the command, kills at any time");
}

/// The files of an output that are the site's: what the last build leaves for open pages is none.
fn site_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(folder);
    let manifest = files.remove(".bagyt.json").expect("an output has a manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("it is JSON");
    for kept in manifest["kept"].as_array().into_iter().flatten() {
        files.remove(kept.as_str().expect("a path"));
    }
    files
}

/// A kill or an error while a build is remembered never makes the next one take a change for none.
#[test]
fn a_fault_while_a_build_is_remembered_is_no_wrong_memory() {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    let (site, fresh) = (home.path().join("site"), home.path().join("fresh"));
    assert!(bagyt(&["init", text(&site)]).output().expect("the command starts").status.success());
    let (cache, public, page) =
        (site.join(".bagyt-cache"), site.join("public"), site.join("content/guide/first-steps/lesson.ru.md"));
    let build = || bagyt(&["build", text(&site), "--jobs", "1"]);
    let run = |mut command: Command| {
        let output = command.output().expect("the command starts");
        assert!(output.status.success(), "{}", said(&output));
    };
    run(build());
    let first = fs::read_to_string(&page).expect("it is there");
    fs::write(&page, format!("{first}\nЕщё.\n")).expect("it can be written");
    let all = calls(&mut build(), &cache);
    assert!(all.iter().any(|(call, path)| call == "rename" && path.ends_with(".build")), "{all:?}");
    let tally = Tally::default();
    for does in [KILL, EIO, ENOSPC] {
        for at in 1..=all.len() {
            let before = fs::read_to_string(&page).expect("it is there");
            fs::write(&page, format!("{first}\n{does} {at}\n")).expect("it can be written");
            let ended =
                Fault { at, does, only: "" }.put_into(&mut build(), &cache).output().expect("the command starts");
            assert!(does == KILL || ended.status.success(), "nobody needs the memory: {}", said(&ended));
            if at % 2 == 0 {
                // As it was when the last build was remembered that could be.
                fs::write(&page, before).expect("it can be written");
            }
            run(bagyt(&["build", text(&site), "--fresh", "--out", text(&fresh)]));
            run(build());
            match site_files(&public) == site_files(&fresh) {
                true => drop(tally.new.fetch_add(1, Ordering::Relaxed)),
                false => tally.wrong(format!("{does} at {:?}: another site", all[at - 1])),
            }
        }
    }
    tally.end("faults while a build is remembered");
}

#[test]
fn of_two_builds_at_once_one_is_left_whole() {
    let whole = &*WHOLE;
    let count = if is_long() { 40 } else { 5 };
    // Of another site: what is left must be all of one.
    let other = whole.scene.home.path().join("other");
    common::copy_folder(&whole.site, &other);
    fs::write(other.join("content/more.ky.md"), "---\ntitle: Дагы\n---\nТекст.\n").expect("it can be written");
    fs::remove_file(other.join("content/about.ru.md")).expect("it can be removed");
    let alone = whole.scene.home.path().join("other-alone");
    let run = |site: &Path, folder: &Path, wait: bool| {
        let mut build = bagyt(&["build", text(site), "--out", text(folder)]);
        if wait {
            build.arg("--wait");
        }
        build.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command starts")
    };
    assert!(run(&other, &alone, false).wait().expect("it ends").success());
    let alone = site_files(&alone);
    let folder = whole.scene.folder();
    assert!(run(&whole.site, &folder, false).wait().expect("it ends").success());
    let own = site_files(&folder);
    let (mut tried, mut stopped, mut waited) = (0, 0, 0);
    for number in 0..count * 2 {
        let wait = number % 2 == 1;
        let folder = whole.scene.home.path().join(format!("pair-{number}"));
        // Into a folder that is there, and into one that is not.
        if number % 4 < 2 {
            common::copy_folder(&whole.scene.home.path().join("before"), &folder);
        }
        let pair = [run(&whole.site, &folder, wait), run(&other, &folder, wait)];
        let ends = pair.map(|build| build.wait_with_output().expect("it ends"));
        let codes: Vec<Option<i32>> = ends.iter().map(|end| end.status.code()).collect();
        let words: String = ends.iter().map(said).collect();
        let all_well = codes.iter().all(|code| *code == Some(0));
        let one_stopped = codes.contains(&Some(0)) && codes.contains(&Some(2)) && words.contains("output/busy");
        assert!(if wait { all_well } else { all_well || one_stopped }, "{codes:?}: {words}");
        let left = site_files(&folder);
        assert!(
            left == own || left == alone,
            "{codes:?}: {} / {}",
            differences(&left, &own),
            differences(&left, &alone)
        );
        assert!(!folder.join(".bagyt").exists(), "{words}");
        if words.contains("output/busy") {
            assert!(words.contains("process ") || !words.contains(": process"), "{words}");
        }
        tried += 1;
        stopped += usize::from(one_stopped);
        waited += usize::from(words.contains("Waiting for another bagyt"));
    }
    say(&format!("pairs of builds at once: tried {tried}, one stopped {stopped}, one waited {waited}, mixed 0"));
    assert!(stopped > 0 && waited > 0, "no pair met");
}
