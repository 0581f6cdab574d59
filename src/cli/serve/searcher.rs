//! The thread that makes the files of the search: when the browser first asks for one, and from then on after every change.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tokio::sync::oneshot;

use super::{Make, Shown, request};
use crate::Memo;
use crate::cli::{fault, report};
use crate::diag::Diagnostics;
use crate::messages::say;

/// Nobody waits for the files that follow a change, and whoever is writing changes more; so they come after this pause.
const PAUSE: Duration = Duration::from_secs(2);

/// A build whose search is to be made.
struct Task {
    build: u64,
    memo: Arc<Memo>,
    /// Who waits for it.
    done: Option<oneshot::Sender<()>>,
}

/// Tells the thread what to do.
pub struct Searcher {
    tasks: Sender<Task>,
    failed: Arc<AtomicBool>,
}

impl Searcher {
    /// Starts the thread, which ends with this. Without a thread there is no search.
    pub fn start(root: PathBuf, base_url: Option<String>, shown: Arc<Shown>, make: Box<Make>) -> Searcher {
        let (tasks, todo) = channel();
        let failed = Arc::new(AtomicBool::new(false));
        let worker = Worker { root, base_url, shown, make, failed: failed.clone(), made: 0, asked: false };
        if let Err(error) = std::thread::Builder::new().name("search".into()).spawn(move || worker.run(&todo)) {
            report::tell_error(crate::cli::no_threads(&error));
        }
        Searcher { tasks, failed }
    }

    /// Asks for the files of a build, or tells that there is a new one.
    pub fn make(&self, build: u64, memo: &Arc<Memo>, done: Option<oneshot::Sender<()>>) {
        // Who waits for a thread that is not there gets no answer, and is told so.
        let _ = self.tasks.send(Task { build, memo: memo.clone(), done });
    }

    /// Whether it has failed since this was asked last, so that what is remembered may be half of something.
    pub fn has_failed(&self) -> bool {
        self.failed.swap(false, Ordering::Relaxed)
    }
}

struct Worker {
    root: PathBuf,
    base_url: Option<String>,
    shown: Arc<Shown>,
    make: Box<Make>,
    failed: Arc<AtomicBool>,
    /// The build that the files are of.
    made: u64,
    /// Whether anybody has ever used the search.
    asked: bool,
}

impl Worker {
    fn run(mut self, todo: &Receiver<Task>) {
        while let Ok(mut task) = todo.recv() {
            let mut waiting: Vec<oneshot::Sender<()>> = Vec::new();
            // The newest build counts.
            loop {
                waiting.extend(task.done.take());
                let next = if waiting.is_empty() { todo.recv_timeout(PAUSE).ok() } else { todo.try_recv().ok() };
                match next {
                    Some(next) => task = next,
                    None => break,
                }
            }
            self.asked |= !waiting.is_empty();
            if self.asked && self.made != task.build {
                self.search(&task, !waiting.is_empty());
            }
            for done in waiting {
                // Whoever asked may have gone away.
                let _ = done.send(());
            }
        }
    }

    /// Makes the files; with all cores if somebody waits, else with one, for pages come first.
    fn search(&mut self, task: &Task, waited_for: bool) {
        let sink = &self.shown.search;
        let request = request(&self.root, self.base_url.as_deref(), true);
        // Errors have been shown by the build itself.
        let make = || (self.make)(&request, &task.memo, sink, &mut Diagnostics::new());
        let threads = if waited_for { 0 } else { 1 };
        let made = catch_unwind(AssertUnwindSafe(|| {
            // Threads of its own: pages do not wait for those that are at work here.
            match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
                Ok(pool) => pool.install(make),
                Err(_) => make(),
            }
        }));
        match made {
            Ok(true) => {
                sink.commit();
            }
            // The last good files stay.
            Ok(false) => sink.discard(),
            Err(panic) => {
                sink.discard();
                self.failed.store(true, Ordering::Relaxed);
                report::tell_error(say::error_in(fault(&*panic)));
            }
        }
        self.made = task.build;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::address::OutPath;
    use crate::bundle::Sink;

    /// A searcher whose files hold the number of their making, and what tells of each making.
    fn searcher(shown: &Arc<Shown>) -> (Searcher, Receiver<usize>) {
        let (tell, told) = channel();
        let count = std::sync::atomic::AtomicUsize::new(0);
        let make = move |_: &crate::Request, _: &Memo, sink: &crate::bundle::Memory, _: &mut Diagnostics| {
            let number = count.fetch_add(1, Ordering::Relaxed);
            tell.send(number).expect("the test listens");
            assert!(number != 1, "the second one fails");
            let path = OutPath::new("search/a.js").expect("a plain name");
            sink.put(&path, number.to_string().into()).expect("there is memory");
            true
        };
        (Searcher::start(PathBuf::new(), None, shown.clone(), Box::new(make)), told)
    }

    #[test]
    fn the_search_follows_a_change_once_somebody_has_used_it() {
        let shown: Arc<Shown> = Arc::default();
        let (searcher, told) = searcher(&shown);
        let memo = Arc::new(Memo::default());
        let ask = |build: u64| {
            let (done, wait) = oneshot::channel();
            searcher.make(build, &memo, Some(done));
            wait.blocking_recv().expect("it answers");
        };
        let text = || shown.search.get("search/a.js").map(|bytes| bytes.to_vec());
        searcher.make(1, &memo, None);
        assert!(told.recv_timeout(PAUSE * 2).is_err(), "nobody has asked");
        ask(1);
        ask(1);
        assert_eq!((told.try_iter().count(), text()), (1, Some(b"0".to_vec())), "it is made once a build");
        ask(2);
        assert!(searcher.has_failed() && !searcher.has_failed());
        assert_eq!((told.try_iter().count(), text()), (1, Some(b"0".to_vec())), "the last good files stay");
        searcher.make(3, &memo, None);
        assert_eq!(told.recv_timeout(PAUSE * 20), Ok(2), "nobody asks, and it follows");
        ask(3);
        assert_eq!(text(), Some(b"2".to_vec()));
    }
}
