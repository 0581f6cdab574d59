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
use super::searcher::Searcher;
use super::watch::Watch;
use super::{Make, Shown, milliseconds, request, since_1970};
use crate::bundle::Memory;
use crate::cli::timings::Stopwatch;
use crate::cli::{FormatArg, fault, now, report};
use crate::diag::{Diagnostics, Severity};
use crate::messages::say;
use crate::progress::Silent;
use crate::{Memo, Request};

/// Editors save in several steps; what comes within this time is one change.
const QUIET: Duration = Duration::from_millis(15);
/// And what goes on for longer than this is shown as it is by then.
const LONGEST: Duration = Duration::from_millis(400);

/// Builds one site again and again.
pub struct Builder {
    root: PathBuf,
    base_url: Option<String>,
    shown: Arc<Shown>,
    memo: Arc<Memo>,
    /// Number of the next build.
    next: u64,
    make_site: Box<Make>,
    searcher: Searcher,
}

impl Builder {
    /// A builder that has built nothing yet.
    pub fn new(root: PathBuf, base_url: Option<String>, shown: Arc<Shown>, begun: Duration) -> Builder {
        let search = Box::new(|request: &Request, memo: &Memo, sink: &Memory, out: &mut Diagnostics| {
            crate::build_search(request, memo, sink, out)
        });
        Builder {
            searcher: Searcher::start(root.clone(), base_url.clone(), shown.clone(), search),
            root,
            base_url,
            shown,
            memo: Arc::default(),
            next: milliseconds(begun).max(1),
            make_site: Box::new(|request, memo, sink, out| crate::build(request, memo, sink, &Silent, out).is_some()),
        }
    }

    /// Builds, and does what it is told, for as long as the program runs.
    pub fn run(mut self, todo: &Receiver<Job>, mut watch: Watch) {
        let mut waiting = Vec::new();
        let mut later = VecDeque::new();
        loop {
            self.shown.news().watched = watch.folders();
            if self.searcher.has_failed() {
                self.memo = Arc::default();
            }
            self.build();
            waiting.drain(..).for_each(answer);
            self.searcher.make(self.shown.news().build, &self.memo, None);
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
                    Job::Search(done) => self.searcher.make(self.shown.news().build, &self.memo, Some(done)),
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

    fn build(&mut self) {
        let watch = Stopwatch::start();
        let mut out = Diagnostics::new();
        let made = catch_unwind(AssertUnwindSafe(|| {
            (self.make_site)(
                &request(&self.root, self.base_url.as_deref(), false),
                &self.memo,
                &self.shown.pages,
                &mut out,
            )
        }));
        let (done, fault) = match made {
            Ok(done) => (done, None),
            Err(panic) => {
                // What was remembered may be half of something.
                self.memo = Arc::default();
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
        let (errors, warnings): (Vec<_>, Vec<_>) = crate::show::messages(&out, &self.root, report::locale())
            .into_iter()
            .partition(|message| message.severity == Severity::Error);
        let mut errors: Vec<Message> = errors.into_iter().map(for_panel).collect();
        errors.extend(fault.iter().map(|fault| Message::of_program(report::text(fault.clone()))));
        self.tell(done, changed, errors, warnings.into_iter().map(for_panel).collect());
        report::diagnostics(&out, &self.root, FormatArg::Human);
        if let Some(fault) = fault {
            report::tell_error(say::error_in(fault));
        }
        report::tell(if done { say::built(time) } else { say::the_last_good_version_is_shown(time) });
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
    fn builder(make: impl Fn(usize, &Memory) -> bool + Send + Sync + 'static) -> Builder {
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
