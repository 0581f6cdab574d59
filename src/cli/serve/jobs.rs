//! What the builder is told to do.

use std::sync::mpsc::{Receiver, Sender, channel};

use tokio::sync::oneshot;

/// What the builder is told.
pub enum Job {
    /// A file has changed.
    Changed,
    /// Somebody looks at a page, and nobody watches the files.
    Build(oneshot::Sender<()>),
    /// Somebody looks at a page before there is one.
    Wait(oneshot::Sender<()>),
    /// Somebody wants a file of the search.
    Search(oneshot::Sender<()>),
}

/// Tells the builder what to do.
#[derive(Clone)]
pub struct Jobs(Sender<Job>);

impl Jobs {
    /// The two ends.
    pub fn new() -> (Jobs, Receiver<Job>) {
        let (sender, receiver) = channel();
        (Jobs(sender), receiver)
    }

    /// Tells of a change.
    pub fn changed(&self) {
        // The builder lives as long as the program.
        let _ = self.0.send(Job::Changed);
    }

    /// Asks for something, and waits until it is done. Whether it was.
    pub async fn ask(&self, job: impl FnOnce(oneshot::Sender<()>) -> Job) -> bool {
        let (done, wait) = oneshot::channel();
        self.0.send(job(done)).is_ok() && wait.await.is_ok()
    }
}
