//! How much memory files and pictures may take at one time, whatever the number of threads.

use std::sync::{Condvar, Mutex, PoisonError};

/// Memory that is shared out.
pub struct Budget {
    total: u64,
    used: Mutex<Used>,
    freed: Condvar,
}

#[derive(Default)]
struct Used {
    now: u64,
    /// The most that was ever used at one time.
    most: u64,
}

/// A part of a budget, which goes back to it when this is dropped.
pub struct Held<'b> {
    budget: &'b Budget,
    bytes: u64,
}

/// What pictures take while they are decoded and made smaller. One that would take more alone is refused.
pub static PIXELS: Budget = Budget::new(640 << 20);

/// What files take while they are read, gone through and written. Whoever holds a part of it may wait for one of [`PIXELS`], and
/// never the other way round.
pub static FILES: Budget = Budget::new(512 << 20);

impl Budget {
    /// A budget of so many bytes.
    pub const fn new(total: u64) -> Budget {
        Budget { total, used: Mutex::new(Used { now: 0, most: 0 }), freed: Condvar::new() }
    }

    pub fn total(&self) -> u64 {
        self.total
    }

    /// Waits until there is so much memory, and takes it. More than there is in all is taken for all.
    pub fn take(&self, bytes: u64) -> Held<'_> {
        let bytes = bytes.min(self.total);
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_while(used, |used| used.now + bytes > self.total);
        let mut used = waited.unwrap_or_else(PoisonError::into_inner);
        used.now += bytes;
        used.most = used.most.max(used.now);
        Held { budget: self, bytes }
    }

    #[cfg(test)]
    pub fn most(&self) -> u64 {
        self.used.lock().unwrap().most
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.budget.used.lock().unwrap_or_else(PoisonError::into_inner).now -= self.bytes;
        self.budget.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(24))]
        #[test]
        fn no_more_is_taken_than_there_is(parts in proptest::collection::vec(0..200_u64, 1..60), threads in 1..24_usize) {
            let budget = Budget::new(150);
            let rest = Mutex::new(parts.clone());
            std::thread::scope(|scope| {
                for _ in 0..threads {
                    scope.spawn(|| {
                        let next = || rest.lock().unwrap().pop();
                        while let Some(bytes) = next() {
                            let held = budget.take(bytes);
                            assert!(held.bytes <= 150);
                            std::thread::yield_now();
                        }
                    });
                }
            });
            let largest = parts.iter().copied().max().unwrap_or(0).min(150);
            proptest::prop_assert!((largest..=150).contains(&budget.most()));
            proptest::prop_assert_eq!(budget.used.lock().unwrap().now, 0);
        }
    }
}
