//! Noticing that files of the site have changed: told by the system where it can tell, else by looking every second.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use notify::{Config, ErrorKind, Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::jobs::Jobs;
use crate::cli::{now, report};
use crate::messages::{Message, say};
use crate::source::{READ, Snapshot, reason};
use crate::stamp::Moment;

/// How often files are looked at where the system does not tell.
const EVERY: Duration = Duration::from_secs(1);

/// Watches a site.
pub struct Watch {
    root: PathBuf,
    jobs: Jobs,
    way: Way,
    watched: Vec<&'static str>,
    /// Set when the system can tell of no more files.
    full: Arc<AtomicBool>,
}

enum Way {
    /// Not begun: the first is to be tried.
    System,
    Looking,
    Told(Box<dyn Watcher + Send>),
    Looked(Looker),
    Nothing,
}

/// Looks at the files again and again, until it is dropped. (notify's own watcher of this kind sees no second change
/// within a second, nor a file that is replaced by an older one.)
struct Looker {
    /// The thread ends when this end is gone.
    _alive: Sender<()>,
}

impl Looker {
    /// What lies in the site's folders before this returns is what was there at first.
    fn start(root: PathBuf, jobs: Jobs) -> std::io::Result<Looker> {
        // A file that may yet be written without a trace counts as changed when it has settled.
        let look = move || {
            let seen = Snapshot::look(&root);
            let fresh = seen.is_fresh(Moment::from(now()));
            (seen, fresh)
        };
        let mut last = look();
        let (alive, ends) = channel();
        let run = move || {
            while ends.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                let seen = look();
                if seen != last {
                    last = seen;
                    jobs.changed();
                }
            }
        };
        std::thread::Builder::new().name("looker".into()).spawn(run)?;
        Ok(Looker { _alive: alive })
    }
}

impl Watch {
    /// Watches nothing yet. `poll`: never ask the system.
    pub fn new(root: PathBuf, poll: bool, jobs: Jobs) -> Watch {
        let root = root.canonicalize().unwrap_or(root);
        let way = if poll { Way::Looking } else { Way::System };
        Watch { root, jobs, way, watched: Vec::new(), full: Arc::default() }
    }

    /// Watches the folders that are there by now. Whether changes are noticed from here on.
    pub fn folders(&mut self) -> bool {
        if self.full.swap(false, Ordering::Relaxed) && matches!(self.way, Way::Told(_)) {
            self.fall_back(say::it_cannot_tell_of_so_many_files());
        }
        loop {
            self.way = match std::mem::replace(&mut self.way, Way::Nothing) {
                Way::System => match self.begin() {
                    Ok(watcher) => Way::Told(watcher),
                    Err(error) => {
                        self.fall_back(error);
                        continue;
                    }
                },
                Way::Looking => match Looker::start(self.root.clone(), self.jobs.clone()) {
                    Ok(looker) => Way::Looked(looker),
                    Err(error) => {
                        report::tell_error(say::files_cannot_be_watched_site_is_built(reason(&error)));
                        Way::Nothing
                    }
                },
                Way::Told(mut watcher) => match self.add(watcher.as_mut()) {
                    Ok(()) => {
                        self.way = Way::Told(watcher);
                        return true;
                    }
                    Err(error) => {
                        self.fall_back(error);
                        continue;
                    }
                },
                Way::Looked(looker) => {
                    self.way = Way::Looked(looker);
                    return true;
                }
                Way::Nothing => return false,
            };
        }
    }

    /// From now on looks by itself.
    fn fall_back(&mut self, why: Message) {
        report::tell_error(say::system_does_not_tell_of_changed_files(why));
        self.way = Way::Looking;
        self.watched.clear();
    }

    fn begin(&self) -> Result<Box<dyn Watcher + Send>, Message> {
        let (root, jobs, full) = (self.root.clone(), self.jobs.clone(), self.full.clone());
        let told = move |event: notify::Result<Event>| match event {
            Ok(event) if concerns(&root, &event) => jobs.changed(),
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
                full.store(true, Ordering::Relaxed);
                jobs.changed();
            }
            _ => {}
        };
        let watcher = guarded(|| RecommendedWatcher::new(told, Config::default()))?;
        Ok(Box::new(watcher))
    }

    fn add(&mut self, watcher: &mut dyn Watcher) -> Result<(), Message> {
        if self.watched.is_empty() {
            // The site's folder itself, for `themes/` and `i18n/` may yet be made.
            guarded(|| watcher.watch(&self.root, RecursiveMode::NonRecursive))?;
        }
        for name in READ {
            let folder = self.root.join(name);
            if !folder.is_dir() {
                self.watched.retain(|other| *other != name);
            } else if !self.watched.contains(&name) {
                guarded(|| watcher.watch(&folder, RecursiveMode::Recursive))?;
                self.watched.push(name);
            }
        }
        Ok(())
    }
}

/// Does something with a watcher, which gives up in its own way when it gets no thread.
fn guarded<T>(act: impl FnOnce() -> notify::Result<T>) -> Result<T, Message> {
    match catch_unwind(AssertUnwindSafe(act)) {
        Ok(result) => result.map_err(|error| say::foreign(error.to_string())),
        Err(_) => Err(say::there_is_no_thread_for_it()),
    }
}

/// Whether an event is about what a site is made of.
fn concerns(root: &Path, event: &Event) -> bool {
    let inside = |path: &PathBuf| {
        let part = path.strip_prefix(root).ok().and_then(|path| path.components().next());
        matches!(part, Some(Component::Normal(name)) if READ.iter().any(|watched| name == *watched))
    };
    !event.kind.is_access() && (event.need_rescan() || event.paths.iter().any(inside))
}

#[cfg(test)]
mod tests {
    use super::super::jobs::Job;
    use super::*;
    use notify::event::{CreateKind, EventKind};
    use notify::{EventHandler, WatcherKind};
    use std::sync::mpsc::Receiver;

    /// A system that can tell of nothing.
    struct Full;

    impl Watcher for Full {
        fn new<F: EventHandler>(_: F, _: Config) -> notify::Result<Full> {
            Ok(Full)
        }

        fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
            Err(notify::Error::new(ErrorKind::MaxFilesWatch))
        }

        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }

        fn kind() -> WatcherKind {
            WatcherKind::NullWatcher
        }
    }

    fn notices(root: &Path, todo: &Receiver<Job>) {
        let begun = std::time::Instant::now();
        let mut text = String::new();
        loop {
            // Some file systems tell the time of a change in seconds only, so the length changes too.
            text.push('a');
            std::fs::write(root.join("content/a.md"), &text).expect("it can be written");
            if todo.recv_timeout(EVERY * 2).is_ok() {
                return;
            }
            assert!(begun.elapsed() < EVERY * 30, "no change was noticed");
        }
    }

    fn site() -> tempfile::TempDir {
        let home = tempfile::tempdir().expect("a folder can be made");
        std::fs::create_dir(home.path().join("content")).expect("it can be made");
        home
    }

    #[test]
    fn where_the_system_does_not_tell_files_are_looked_at() {
        let home = site();
        let (jobs, todo) = Jobs::new();
        let mut watch = Watch::new(home.path().to_path_buf(), false, jobs);
        watch.way = Way::Told(Box::new(Full));
        assert!(watch.folders());
        assert!(matches!(watch.way, Way::Looked(_)));
        notices(home.path(), &todo);
    }

    #[test]
    fn a_system_that_tells_no_more_is_left() {
        let home = site();
        let (jobs, todo) = Jobs::new();
        let mut watch = Watch::new(home.path().to_path_buf(), false, jobs);
        watch.folders();
        watch.full.store(true, Ordering::Relaxed);
        assert!(watch.folders());
        assert!(matches!(watch.way, Way::Looked(_)));
        notices(home.path(), &todo);
    }

    #[test]
    fn without_any_watcher_none_is_tried_again() {
        let home = site();
        let mut watch = Watch::new(home.path().to_path_buf(), true, Jobs::new().0);
        watch.way = Way::Nothing;
        assert!(!watch.folders() && !watch.folders());
    }

    #[test]
    fn whoever_looks_ends_with_the_watch() {
        let home = site();
        let (jobs, todo) = Jobs::new();
        let mut watch = Watch::new(home.path().to_path_buf(), true, jobs);
        assert!(watch.folders());
        drop(watch);
        let ended = todo.recv_timeout(EVERY * 30);
        assert!(matches!(ended, Err(RecvTimeoutError::Disconnected)), "the thread that looks still tells");
    }

    #[test]
    fn what_a_build_writes_is_no_change() {
        let root = Path::new("/site");
        let about = |path: &str| {
            let event = Event::new(EventKind::Create(CreateKind::File)).add_path(root.join(path));
            concerns(root, &event)
        };
        assert!(about("content/a.md") && about("themes") && about("i18n/ky.yaml"));
        assert!(!about("public") && !about("public/content/a.html") && !about(".bagyt-staging") && !about(""));
    }
}
