//! How long a command and its stages take: the one place that looks at a clock.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::report::Bar;
use crate::progress::{Progress, Stage};

/// Runs since it was made.
#[derive(Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts.
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    /// The time since then.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Measures the stages of a build while it goes on telling a progress bar.
pub struct Timings<'b> {
    bar: &'b Bar,
    total: Stopwatch,
    /// `None`: nobody asked for it.
    taken: Option<Mutex<Taken>>,
}

#[derive(Default)]
struct Taken {
    /// In the order in which they began; a stage that is entered twice stands once.
    stages: Vec<(Stage, Duration)>,
    running: Option<(Stage, Stopwatch)>,
}

impl Taken {
    fn begin(&mut self, next: Option<Stage>) {
        if let Some((stage, since)) = self.running.take() {
            match self.stages.iter_mut().find(|(other, _)| *other == stage) {
                Some((_, time)) => *time += since.elapsed(),
                None => self.stages.push((stage, since.elapsed())),
            }
        }
        self.running = next.map(|stage| (stage, Stopwatch::start()));
    }
}

impl<'b> Timings<'b> {
    /// Starts; stages are measured if they are `wanted`.
    pub fn start(bar: &'b Bar, wanted: bool) -> Timings<'b> {
        Timings { bar, total: Stopwatch::start(), taken: wanted.then(Mutex::default) }
    }

    /// The time of each stage, and all of it; `None` if nobody asked for it.
    pub fn finish(self) -> Option<(Vec<(Stage, Duration)>, Duration)> {
        let total = self.total.elapsed();
        let mut taken = self.taken?.into_inner().ok()?;
        taken.begin(None);
        Some((taken.stages, total))
    }
}

impl Progress for Timings<'_> {
    fn stage(&self, stage: Stage) {
        if let Some(mut taken) = self.taken.as_ref().and_then(|taken| taken.lock().ok()) {
            taken.begin(Some(stage));
        }
    }

    fn start(&self, pages: usize) {
        self.bar.start(pages);
    }

    fn step(&self) {
        self.bar.step();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_stands_once_and_they_add_up_to_less_than_all() {
        let mut taken = Taken::default();
        let all = Stopwatch::start();
        for stage in [Stage::Parse, Stage::Bundle, Stage::Export, Stage::Bundle] {
            taken.begin(Some(stage));
        }
        taken.begin(None);
        let names: Vec<&str> = taken.stages.iter().map(|(stage, _)| stage.name()).collect();
        assert_eq!(names, ["parse", "bundle", "export"]);
        assert!(taken.stages.iter().map(|(_, time)| *time).sum::<Duration>() <= all.elapsed());
    }
}
