//! What a build remembers on the disk for the next one: whether there is anything to do, and what was said.
//!
//! In: a site, where its output goes, and what was asked for. Out: the last build, if another would make and say the same.
//! Never: a wrong yes. Whatever is missing, damaged or of another program is as if there had been no build.
//!
//! It lies beside the sources, for all of the output is published and drafts are none of its readers' business.

mod file;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::bundle::{Left, Made};
use crate::diag::{Diagnostic, Diagnostics};
use crate::lang::pack;
use crate::memo::{Memo, Stored};
use crate::pictures::Seen;
use crate::source::{Alike, Snapshot};
use crate::{Request, Summary};
use file::{Pages, Store};

/// A build as it is remembered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Build {
    asked: Asked,
    /// First and last day of which the same is said.
    days: (String, Option<String>),
    sources: Snapshot,
    output: Vec<Left>,
    said: Vec<Diagnostic>,
    counts: Counts,
    /// What every file of the output was made of, written as bytes.
    made: Vec<u8>,
    /// The same of the files of the search, by language.
    search: Vec<(String, (u128, Vec<String>))>,
    pictures: Vec<(u128, Seen)>,
    /// The parsed pages that were remembered then; `None` if they could not be.
    pages: Option<u128>,
}

/// What the output depends on beside the sources and the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    base_url: Option<String>,
    search: bool,
    drafts: bool,
}

impl Asked {
    fn of(request: &Request) -> Asked {
        Asked { base_url: request.base_url.map(str::to_string), search: request.search, drafts: request.drafts }
    }
}

/// A [`Summary`] without what `check` alone tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Counts {
    made: (usize, usize),
    pages: Vec<(String, usize)>,
    professions: usize,
    untranslated: Vec<(String, usize)>,
    drafts: Vec<String>,
}

impl Counts {
    fn of(summary: &Summary) -> Counts {
        let texts = |list: &[(&'static str, usize)]| list.iter().map(|(code, n)| (code.to_string(), *n)).collect();
        Counts {
            made: (summary.made.pages, summary.made.files),
            pages: texts(&summary.pages),
            professions: summary.professions,
            untranslated: texts(&summary.untranslated),
            drafts: summary.drafts.iter().map(ToString::to_string).collect(),
        }
    }

    fn summary(&self) -> Option<Summary> {
        let known = |code: &str| pack(code).map(|pack| pack.code);
        let codes = |list: &[(String, usize)]| {
            list.iter().map(|(code, count)| Some((known(code)?, *count))).collect::<Option<Vec<_>>>()
        };
        Some(Summary {
            made: Made { pages: self.made.0, files: self.made.1 },
            pages: codes(&self.pages)?,
            professions: self.professions,
            untranslated: codes(&self.untranslated)?,
            drafts: self.drafts.iter().map(|file| file.as_str().into()).collect(),
            notes: Diagnostics::new(),
            same_until: None,
        })
    }
}

/// The memory of the builds of a site into one folder. Nothing that goes wrong with it is anybody's business.
pub struct Cache {
    root: PathBuf,
    store: Store,
    /// What lies in the site now.
    sources: Option<Snapshot>,
    last: Option<Build>,
    is_wanted: bool,
    /// The pages that an earlier build has parsed.
    pages: Pages,
    parsed: Arc<Stored>,
}

impl Cache {
    /// Looks what is known of the last build of the site in `root` into `output`, and what lies in the site.
    pub fn open(root: &Path, output: &Path, is_wanted: bool) -> Cache {
        let store = Store::open(root, output);
        let last = store.read().filter(|_| is_wanted);
        Cache {
            root: root.to_path_buf(),
            store,
            sources: Snapshot::take(root),
            last,
            is_wanted,
            pages: Pages::default(),
            parsed: Arc::default(),
        }
    }

    /// What the last build has left of the output.
    pub fn output(&self) -> &[Left] {
        self.last.as_ref().map_or(&[], |last| &last.output)
    }

    /// What a build would say and count, if it would do so of the same sources as the last one.
    pub fn unchanged(&self, request: &Request) -> Option<(Summary, Diagnostics)> {
        let (last, sources) = (self.last.as_ref()?, self.sources.as_ref()?);
        let day = |text: &String| text.parse::<Date>().ok();
        let is_in_time = day(&last.days.0)? <= request.today
            && last.days.1.as_ref().is_none_or(|end| day(end).is_some_and(|end| request.today <= end));
        if last.asked != Asked::of(request)
            || !is_in_time
            || sources.compare(&last.sources, &self.root) == Alike::Changed
        {
            return None;
        }
        let mut said = Diagnostics::new();
        last.said.iter().cloned().for_each(|diagnostic| said.push(diagnostic));
        Some((last.counts.summary()?, said))
    }

    /// Prepares for a build, and gives what it need not do again: sources that were written a moment ago are waited for.
    pub fn begin(&mut self, request: &Request) -> Memo {
        let sources = self.sources.take();
        self.sources = sources.and_then(|sources| sources.settled(&self.root, || self.store.now()));
        let mut memo = Memo::default();
        if !self.is_wanted {
            return memo;
        }
        self.pages = self.store.read_pages();
        self.parsed = Arc::new(Stored::new(std::mem::take(&mut self.pages.files)));
        // Files that have not changed since the pages were written need not be read.
        let unread = match (&self.last, &self.sources) {
            (Some(last), Some(sources)) if last.pages.is_some() && last.pages == self.pages.id => {
                sources.unchanged(&last.sources)
            }
            _ => HashSet::new(),
        };
        memo.pages.recall_from(self.parsed.clone(), unread);
        if let Some(last) = &self.last {
            memo.pictures =
                last.pictures.iter().map(|(key, seen)| (*key, Ok(seen.clone()))).collect::<HashMap<_, _>>().into();
            if last.asked == Asked::of(request) {
                memo.made = postcard::from_bytes(&last.made).unwrap_or_default();
                memo.search = last.search.iter().cloned().collect::<HashMap<_, _>>().into();
            }
        }
        memo
    }

    /// Remembers a build of the sources that lay there when it was prepared.
    pub fn remember(self, request: &Request, memo: &Memo, summary: &Summary, said: &Diagnostics, output: Vec<Left>) {
        let Some(sources) = self.sources else { return };
        let mut written = self.store.pages(&self.pages);
        let pages = if memo.pages.store(&self.parsed, &mut written) { written.id() } else { self.pages.id };
        let pictures = memo.pictures.lock().map_or_else(
            |_| Vec::new(),
            |pictures| pictures.iter().filter_map(|(key, seen)| Some((*key, seen.clone().ok()?))).collect(),
        );
        let days = (request.today.to_string(), summary.same_until.map(|end| end.to_string()));
        self.store.write(&Build {
            asked: Asked::of(request),
            days,
            sources: sources.with_hashes(&self.root, self.last.as_ref().map(|last| &last.sources)),
            output,
            said: said.iter().cloned().collect(),
            counts: Counts::of(summary),
            made: postcard::to_stdvec(&memo.made).unwrap_or_default(),
            search: memo.search.lock().map_or_else(|_| Vec::new(), |search| search.clone().into_iter().collect()),
            pictures,
            pages,
        });
    }

    /// Remembers that the last build holds, if that took reading files whose stamps are others than they were.
    pub fn refresh(self, output: Vec<Left>) {
        let (Some(last), Some(sources)) = (&self.last, self.sources) else { return };
        let is_quick = |left: &[Left]| left.iter().all(Left::has_stamp);
        let same_output = last.output == output || !is_quick(&output);
        if sources.compare(&last.sources, &self.root) == Alike::Same && same_output {
            return;
        }
        let Some(sources) = sources.settled(&self.root, || self.store.now()) else { return };
        // Once more, for it may have been waited for.
        if sources.compare(&last.sources, &self.root) != Alike::Changed {
            let sources = sources.with_hashes(&self.root, Some(&last.sources));
            self.store.write(&Build { sources, output, ..last.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::bundle::Disk;
    use crate::progress::Silent;

    fn site() -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        for (path, text) in [
            (
                "site.yaml",
                "title: {ky: Сайт, ru: Сайт}\npublications:\n  - {id: book, title: {ky: Китеп, ru: Книга}}\n",
            ),
            ("book/index.ky.md", "---\ntitle: Башы\n---\nТекст.\n"),
            (
                "book/sources.yaml",
                "type: sources\nitems:\n  - {id: law, title: {ky: Мыйзам, ru: Закон}, checked_on: 2025-11-21}\n  - {id: book, title: {ky: Китеп, ru: Книга}, checked_on: 2026-02-01}\n",
            ),
        ] {
            let path = home.path().join("content").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        home
    }

    fn request(root: &Path, today: Date) -> Request<'_> {
        Request { root, base_url: None, search: false, drafts: false, today }
    }

    /// Builds, and gives what was said.
    fn build(root: &Path, today: Date) -> Diagnostics {
        let (out, request) = (root.join("public"), request(root, today));
        let mut cache = Cache::open(root, &out, true);
        let mut disk = Disk::open(&out).unwrap();
        disk.recall(cache.output());
        let memo = cache.begin(&request);
        let mut said = Diagnostics::new();
        let summary = crate::build(&request, &memo, &disk, &Silent, &mut said).unwrap();
        let (_, left) = disk.commit_and_look().unwrap();
        cache.remember(&request, &memo, &summary, &said, left);
        said
    }

    #[test]
    fn warnings_of_old_sources_are_said_on_the_days_on_which_they_hold() {
        let home = site();
        let root = home.path();
        let day = jiff::civil::date;
        let said = build(root, day(2026, 11, 22));
        assert_eq!(said.iter().count(), 1, "one of the sources is old");
        for (today, holds) in [
            (day(2026, 11, 22), true),
            (day(2026, 11, 21), false),
            (day(2027, 1, 1), true),
            (day(2027, 2, 1), true),
            (day(2027, 2, 2), false),
        ] {
            let cache = Cache::open(root, &root.join("public"), true);
            let unchanged = cache.unchanged(&request(root, today));
            assert_eq!(unchanged.is_some(), holds, "{today}");
            if let Some((_, again)) = unchanged {
                assert!(again.iter().eq(said.iter()));
            }
        }
        assert_eq!(build(root, day(2027, 2, 2)).iter().count(), 2);
    }
}
