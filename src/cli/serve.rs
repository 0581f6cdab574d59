//! `bagyt serve`: the site in the browser, rebuilt and reloaded while someone writes.
//!
//! The output stays in memory; what reloads the page is added to the answer, never to the page itself. One thread builds
//! ([`builder`]), one makes the search ([`searcher`]) and one answers ([`http`]); a fault in a build is told like any other
//! error and ends none of them.

mod builder;
mod http;
mod jobs;
mod news;
mod searcher;
mod watch;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{FINE, FormatArg, MACHINE, ServeArgs, build, now, output, report, today};
use crate::bundle::Memory;
use crate::diag::Diagnostics;
use crate::messages::say;
use crate::source;
use crate::{Memo, Request};
use builder::Builder;
use jobs::Jobs;
use news::News;
use watch::Watch;

/// What is shown, as both threads see it.
#[derive(Default)]
struct Shown {
    pages: Memory,
    /// The files of the search: made apart, so that a changed page is shown without waiting for them.
    search: Memory,
    news: Mutex<News>,
}

impl Shown {
    fn news(&self) -> MutexGuard<'_, News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Serves the site until it is interrupted.
pub fn serve(args: &ServeArgs) -> u8 {
    let Some(root) = build::site_root(&args.shared) else { return MACHINE };
    let mut out = Diagnostics::new();
    output::mend(&root.join(output::FOLDER), &mut out);
    report::diagnostics(&out, &root, FormatArg::Human);
    let Some(begun) = since_1970(now()) else {
        // The date that every answer carries cannot be written.
        report::tell_error(say::clock_of_this_machine_stands_before_set());
        return MACHINE;
    };
    // No threads of its own: nothing that it does for a browser takes long.
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            report::tell_error(say::server_cannot_start(source::reason(&error)));
            return MACHINE;
        }
    };
    let shown = Arc::new(Shown::default());
    let (jobs, todo) = Jobs::new();
    let watch = Watch::new(root.clone(), args.poll, jobs.clone());
    let builder = Builder::new(root, args.shared.base_url.clone(), shown.clone(), begun);
    let run = move || builder.run(&todo, watch);
    if let Err(error) = std::thread::Builder::new().name("builder".into()).spawn(run) {
        report::tell_error(super::no_threads(&error));
        return MACHINE;
    }
    runtime.block_on(answer(args, shown, jobs))
}

async fn answer(args: &ServeArgs, shown: Arc<Shown>, jobs: Jobs) -> u8 {
    let listener = match tokio::net::TcpListener::bind(("127.0.0.1", args.port)).await {
        Ok(listener) => listener,
        Err(error) => {
            report::tell_error(say::port_cannot_be_used_another_program_may(
                args.port.to_string(),
                source::reason(&error),
            ));
            return MACHINE;
        }
    };
    let port = listener.local_addr().map_or(args.port, |address| address.port());
    let address = format!("http://localhost:{port}");
    report::tell(say::open_in_browser_stop_with_ctrl_c(&address));
    if args.open
        && let Err(error) = open::that_detached(&address)
    {
        report::tell_error(say::browser_could_not_be_opened_open(source::reason(&error), address));
    }
    let stopped = async {
        // Without the signal there is no way to stop but to end the process, which works as well.
        let _ = tokio::signal::ctrl_c().await;
    };
    tokio::select! {
        result = axum::serve(listener, http::router(shown, jobs)) => match result {
            Ok(()) => FINE,
            Err(error) => {
                report::tell_error(say::server_stopped(source::reason(&error)));
                MACHINE
            }
        },
        () = stopped => FINE,
    }
}

/// Makes a site, or its search, of the newest files: into the sink, with everything that is to be said. Whether it can be
/// shown.
type Make = dyn Fn(&Request, &Memo, &Memory, &mut Diagnostics) -> bool + Send + Sync;

/// What is to be built of a site that is served.
fn request<'a>(root: &'a Path, base_url: Option<&'a str>, search: bool) -> Request<'a> {
    Request { root, base_url, search, drafts: true, today: today() }
}

/// Time since 1970; `None` if the clock stands before it.
fn since_1970(now: SystemTime) -> Option<Duration> {
    now.duration_since(UNIX_EPOCH).ok()
}

/// The same in milliseconds, which a browser counts in.
fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_is_told_from_a_right_one() {
        assert_eq!(since_1970(UNIX_EPOCH - Duration::from_secs(1)), None);
        assert_eq!(since_1970(UNIX_EPOCH + Duration::from_secs(1)).map(milliseconds), Some(1000));
    }
}
