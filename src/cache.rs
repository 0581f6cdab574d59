//! What a build remembers on the disk for the next one: whether there is anything to do, and what was said.
//!
//! In: a site, where its output goes, and what was asked for. Out: the last build, if another would make and say the same.
//! Never: a wrong yes. Whatever is missing, damaged or of another program is as if there had been no build.
//!
//! It lies beside the sources, for all of the output is published and drafts are none of its readers' business.

mod file;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::bundle::{Left, Made};
use crate::diag::{Diagnostic, Diagnostics};
use crate::lang::KNOWN_LANGUAGES;
use crate::source::{Alike, Snapshot};
use crate::{Request, Summary};
use file::Store;

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
        let known = |code: &str| KNOWN_LANGUAGES.iter().find(|known| **known == code).copied();
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
}

impl Cache {
    /// Looks what is known of the last build of the site in `root` into `output`, and what lies in the site.
    pub fn open(root: &Path, output: &Path, is_wanted: bool) -> Cache {
        let store = Store::open(root, output);
        let last = store.read().filter(|_| is_wanted);
        Cache { root: root.to_path_buf(), store, sources: Snapshot::take(root), last }
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

    /// Prepares for a build: sources that were written a moment ago are waited for.
    pub fn begin(&mut self) {
        let sources = self.sources.take();
        self.sources = sources.and_then(|sources| sources.settled(&self.root, || self.store.now()));
    }

    /// Remembers a build of the sources that lay there when it was prepared.
    pub fn remember(self, request: &Request, summary: &Summary, said: &Diagnostics, output: Vec<Left>) {
        let Some(sources) = self.sources else { return };
        let days = (request.today.to_string(), summary.same_until.map(|end| end.to_string()));
        self.store.write(&Build {
            asked: Asked::of(request),
            days,
            sources: sources.with_hashes(&self.root, self.last.as_ref().map(|last| &last.sources)),
            output,
            said: said.iter().cloned().collect(),
            counts: Counts::of(summary),
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
