//! The thread that builds: once, then whenever it is told of a change or asked.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::jobs::Job;
use super::news::{Message, News};
use super::watch::Watch;
use super::{Shown, milliseconds, since_1970};
use crate::bundle::Memory;
use crate::cli::timings::Stopwatch;
use crate::cli::{FormatArg, fault, now, report, today};
use crate::diag::{Diagnostics, Severity};
use crate::progress::Silent;
use crate::{Memo, Request};

/// Editors save in several steps; what comes within this time is one change.
const QUIET: Duration = Duration::from_millis(15);
/// And what goes on for longer than this is shown as it is by then.
const LONGEST: Duration = Duration::from_millis(400);

/// Makes a site, or its search, of the newest files: into the sink, with everything that is to be said. Whether it can be
/// shown.
type Make = dyn Fn(&Request, &Memo, &Memory, &mut Diagnostics) -> bool + Send;

/// Builds one site again and again.
pub struct Builder {
    root: PathBuf,
    base_url: Option<String>,
    shown: Arc<Shown>,
    memo: Memo,
    /// Number of the next build.
    next: u64,
    /// The build that the files of the search are of.
    searched: u64,
    make_site: Box<Make>,
    make_search: Box<Make>,
}

impl Builder {
    /// A builder that has built nothing yet.
    pub fn new(root: PathBuf, base_url: Option<String>, shown: Arc<Shown>, begun: Duration) -> Builder {
        Builder {
            root,
            base_url,
            shown,
            memo: Memo::default(),
            next: milliseconds(begun).max(1),
            searched: 0,
            make_site: Box::new(|request, memo, sink, out| crate::build(request, memo, sink, &Silent, out).is_some()),
            // Errors have been shown by the build itself.
            make_search: Box::new(|request, memo, sink, _| {
                crate::build_search(request, memo, sink, &mut Diagnostics::new())
            }),
        }
    }

    /// Builds, and does what it is told, for as long as the program runs.
    pub fn run(mut self, todo: &Receiver<Job>, mut watch: Watch) {
        let mut waiting = Vec::new();
        let mut later = VecDeque::new();
        loop {
            self.shown.news().watched = watch.folders();
            self.build();
            waiting.drain(..).for_each(answer);
            // Until the next change.
            loop {
                let job = match later.pop_front() {
                    Some(job) => job,
                    None => match todo.recv() {
                        Ok(job) => job,
                        Err(_) => return,
                    },
                };
                match job {
                    Job::Wait(done) => answer(done),
                    Job::Search(done) => {
                        self.search();
                        answer(done);
                    }
                    Job::Build(done) => {
                        waiting.push(done);
                        break;
                    }
                    Job::Changed => {
                        settle(todo, &mut later);
                        break;
                    }
                }
            }
        }
    }

    fn request(&self, search: bool) -> Request<'_> {
        Request { root: &self.root, base_url: self.base_url.as_deref(), search, drafts: true, today: today() }
    }

    fn build(&mut self) {
        let watch = Stopwatch::start();
        let mut out = Diagnostics::new();
        let made = catch_unwind(AssertUnwindSafe(|| {
            (self.make_site)(&self.request(false), &self.memo, &self.shown.pages, &mut out)
        }));
        let (done, fault) = match made {
            Ok(done) => (done, None),
            Err(panic) => {
                // What was remembered may be half of something.
                self.memo = Memo::default();
                (false, Some(fault(&*panic)))
            }
        };
        let changed = if done {
            self.shown.pages.commit()
        } else {
            self.shown.pages.discard();
            false
        };
        let time = report::duration(watch.elapsed());
        let for_panel = |message| Message::new(message, &self.root);
        let (errors, warnings): (Vec<_>, Vec<_>) = crate::show::messages(&out, &self.root)
            .into_iter()
            .partition(|message| message.severity == Severity::Error);
        let mut errors: Vec<Message> = errors.into_iter().map(for_panel).collect();
        errors.extend(fault.iter().cloned().map(Message::of_program));
        self.tell(done, changed, errors, warnings.into_iter().map(for_panel).collect());
        report::diagnostics(&out, &self.root, FormatArg::Human);
        if let Some(fault) = fault {
            report::print_error(&format!("error: {fault}"));
        }
        let result = if done { "Built" } else { "The last good version is shown." };
        report::print(&format!("{result} ({time})\n"));
    }

    /// Tells the browser, if there is anything new.
    fn tell(&mut self, done: bool, changed: bool, errors: Vec<Message>, warnings: Vec<Message>) {
        let mut news = self.shown.news();
        if news.build != 0 && !changed && news.errors == errors && news.warnings == warnings {
            return;
        }
        let shown_at = since_1970(now()).map(milliseconds);
        let shown = if done { shown_at } else { news.shown };
        *news = News { build: self.next, shown, errors, warnings, watched: news.watched };
        self.next += 1;
    }

    /// Makes the files of the search, if they are of another build than the one that is shown.
    fn search(&mut self) {
        let build = self.shown.news().build;
        if self.searched == build {
            return;
        }
        let sink = &self.shown.search;
        let made = catch_unwind(AssertUnwindSafe(|| {
            (self.make_search)(&self.request(true), &self.memo, sink, &mut Diagnostics::new())
        }));
        match made {
            Ok(true) => {
                sink.commit();
            }
            // The last good files stay.
            Ok(false) => sink.discard(),
            Err(panic) => {
                sink.discard();
                let fault = fault(&*panic);
                self.memo = Memo::default();
                report::print_error(&format!("error: {fault}"));
            }
        }
        self.searched = build;
    }
}

fn answer(done: oneshot::Sender<()>) {
    // Whoever asked may have gone away.
    let _ = done.send(());
}

/// Waits for the quiet after a change, but not for ever. What else comes meanwhile is for later.
fn settle(todo: &Receiver<Job>, later: &mut VecDeque<Job>) {
    let end = Instant::now() + LONGEST;
    while Instant::now() < end {
        match todo.recv_timeout(QUIET) {
            Ok(Job::Changed) => {}
            Ok(job) => later.push_back(job),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::jobs::Jobs;
    use super::*;
    use crate::address::OutPath;
    use crate::bundle::Sink;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// A builder whose builds are `make`.
    fn builder(make: impl Fn(usize, &Memory) -> bool + Send + 'static) -> Builder {
        let builds = AtomicUsize::new(0);
        let mut builder = Builder::new(PathBuf::new(), None, Arc::default(), Duration::from_millis(7));
        builder.make_site = Box::new(move |_, _, sink, _| make(builds.fetch_add(1, Ordering::Relaxed), sink));
        builder
    }

    fn put(sink: &Memory, text: &str) {
        let path = OutPath::new("a.html".to_string()).expect("a plain name");
        sink.put(&path, text.into()).expect("there is memory");
    }

    #[test]
    fn a_build_that_panics_is_an_error_and_the_next_one_mends_it() {
        let mut builder = builder(|build, sink| {
            assert!(build != 1, "number {build}");
            put(sink, "text");
            true
        });
        builder.build();
        let first = builder.shown.news().clone();
        assert_eq!((first.build, first.errors.len()), (7, 0));
        builder.build();
        let broken = builder.shown.news().clone();
        assert_eq!((broken.build, broken.shown), (8, first.shown));
        assert!(broken.errors[0].text.contains("number 1"), "{:?}", broken.errors);
        assert!(builder.shown.pages.get("a.html").is_some(), "the last good page stays");
        builder.build();
        let mended = builder.shown.news().clone();
        assert_eq!((mended.build, mended.errors.len()), (9, 0));
    }

    #[test]
    fn a_search_that_panics_leaves_the_builder_at_work() {
        let mut builder = builder(|_, _| true);
        builder.make_search = Box::new(|_, _, _, _| panic!("no search"));
        builder.build();
        builder.search();
        builder.build();
        assert!(builder.shown.news().errors.is_empty());
    }

    #[test]
    fn a_build_that_changes_nothing_is_no_news() {
        let mut builder = builder(|build, sink| {
            put(sink, if build < 2 { "text" } else { "other" });
            true
        });
        let mut numbers = Vec::new();
        for _ in 0..3 {
            builder.build();
            numbers.push(builder.shown.news().build);
        }
        assert_eq!(numbers, [7, 7, 8]);
    }

    #[test]
    fn changes_without_a_pause_do_not_put_a_build_off_for_ever() {
        let (jobs, todo) = Jobs::new();
        let stop = Arc::new(AtomicUsize::new(0));
        let stopped = stop.clone();
        let writer = std::thread::spawn(move || {
            while stopped.load(Ordering::Relaxed) == 0 {
                jobs.changed();
                std::thread::sleep(Duration::from_millis(2));
            }
        });
        let begun = Instant::now();
        settle(&todo, &mut VecDeque::new());
        let took = begun.elapsed();
        stop.store(1, Ordering::Relaxed);
        writer.join().expect("it ends");
        assert!(took >= LONGEST && took < LONGEST * 20, "{took:?}");
    }
}
