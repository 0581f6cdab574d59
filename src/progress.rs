//! How a build tells how far it is, without knowing who listens.

/// Told of every page that is done; called from several threads.
pub trait Progress: Sync {
    /// Making begins; there are so many pages.
    fn start(&self, pages: usize);
    /// One more page is done.
    fn step(&self);
}

/// Nobody listens.
pub struct Silent;

impl Progress for Silent {
    fn start(&self, _: usize) {}
    fn step(&self) {}
}
