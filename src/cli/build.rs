//! `bagyt build` and `bagyt check`.

use std::path::Path;
use std::time::Duration;

use super::timings::{Stopwatch, Timings};
use super::{BuildArgs, CheckArgs, FormatArg, MACHINE, Shared, output, report};
use crate::bundle::{CommitError, Nowhere, Written, report_commit};
use crate::cache::Cache;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::messages::{Message, say};
use crate::progress::{Progress, Stage};
use crate::{Memo, Request, Summary};

/// Makes the site.
pub fn build(args: &BuildArgs) -> u8 {
    let watch = Stopwatch::start();
    let Some(root) = site_root(&args.shared) else { return MACHINE };
    let folder = args.out.clone().unwrap_or_else(|| root.join(output::FOLDER));
    greet(&root, &folder, args.format);
    let mut out = Diagnostics::new();
    let bar = report::Bar::new(args.format);
    let timings = Timings::start(&bar, args.timings);
    let mut is_untouched = true;
    let result = output::open(&root, &folder, args.wait, &mut out).and_then(|mut disk| {
        let request = Request {
            root: &root,
            base_url: args.shared.base_url.as_deref(),
            search: true,
            drafts: args.drafts.drafts,
            today: super::today(),
        };
        timings.stage(Stage::Cache);
        let mut cache = Cache::open(&root, &folder, !args.fresh);
        disk.recall(cache.output());
        let unchanged = cache.unchanged(&request).filter(|_| disk.keep_all());
        let is_unchanged = unchanged.is_some();
        let mut memo = Memo::default();
        let (summary, said) = unchanged.map_or_else(
            || {
                memo = cache.begin(&request);
                let mut said = Diagnostics::new();
                (crate::build(&request, &memo, &disk, &timings, &mut said), said)
            },
            |(summary, said)| (Some(summary), said),
        );
        bar.finish();
        timings.stage(Stage::Bundle);
        let written = summary.as_ref().map(|_| disk.commit_and_look());
        timings.stage(Stage::Cache);
        let result = match written {
            Some(Ok((written, left))) => {
                match &summary {
                    Some(summary) if !is_unchanged => cache.remember(&request, &memo, summary, &said, left),
                    _ => cache.refresh(left),
                }
                Some(written)
            }
            Some(Err(error)) => {
                is_untouched = !matches!(error, CommitError::Unfinished(..) | CommitError::Untidy(_));
                out.extend(said);
                report_commit(&folder, &error, &mut out);
                return None;
            }
            None => None,
        };
        out.extend(said);
        Some((summary?, result?))
    });
    let timings = timings.finish();
    if let Some((summary, _)) = result.as_ref().filter(|_| !args.drafts.drafts) {
        // What is left out concerns those who write it; `check` and `serve` tell them.
        let left_out = |d: &Diagnostic| d.place.as_ref().is_some_and(|place| summary.drafts.contains(&place.file));
        out.retain(|d| d.code.severity() == Severity::Error || !left_out(d));
    }
    report::diagnostics(&out, &root, args.format);
    match result {
        Some((summary, written)) if args.format != FormatArg::Json => {
            report::print(&built(&summary, args.drafts.drafts, written, &folder, watch.elapsed()));
        }
        None if args.format == FormatArg::Human && is_untouched => {
            let mended = out.iter().any(|d| d.code == Code::OutputMended);
            let message = if mended {
                say::nothing_was_written_what_became_of_earlier()
            } else {
                say::nothing_was_written_earlier_output()
            };
            report::tell_error(message);
        }
        _ => {}
    }
    if let Some((stages, total)) = timings {
        report::print(&took(&stages, total, args.format));
    }
    report::exit_code(&out)
}

/// The first build is the longest, and whoever waits for it does not know yet what to expect.
fn greet(root: &Path, folder: &Path, format: FormatArg) {
    if format == FormatArg::Human && root.join(crate::source::SITE_FILE).is_file() && !folder.exists() {
        report::tell(say::building_for_first_time(folder.display()));
    }
}

/// The time of each stage: a line each, or one JSON object of milliseconds. Of a stage that was not needed that is said, and
/// it is `null`.
fn took(stages: &[(Stage, Duration)], total: Duration, format: FormatArg) -> String {
    let left_out = Stage::ALL.iter().filter(|stage| !stages.iter().any(|(other, _)| other == *stage));
    let all = stages.iter().map(|(stage, time)| (stage.name(), Some(*time)));
    let all = all.chain(left_out.map(|stage| (stage.name(), None))).chain([("total", Some(total))]);
    let milliseconds = |time: Duration| (time.as_secs_f64() * 1e4).round() / 10.0;
    if format == FormatArg::Json {
        let object: serde_json::Map<String, serde_json::Value> =
            all.map(|(name, time)| (name.to_string(), time.map(milliseconds).into())).collect();
        return format!("{}\n", serde_json::Value::from(object));
    }
    let line = |(name, time): (&str, Option<Duration>)| match time {
        Some(time) => format!("{name:10}{:>10.1} ms\n", milliseconds(time)),
        None => format!("{name:10}{:>10}\n", report::text(say::as_before())),
    };
    all.map(line).collect()
}

/// Reports what `build` would, and makes nothing; only an interrupted build is mended first, as by every command. All of it
/// is the command's result, so it goes to standard output.
pub fn check(args: &CheckArgs) -> u8 {
    let Some(root) = site_root(&args.shared) else { return MACHINE };
    let mut out = Diagnostics::new();
    if !output::mend(&root.join(output::FOLDER), &mut out) {
        report::diagnostics(&out, &root, args.format);
        return report::exit_code(&out);
    }
    let bar = report::Bar::new(args.format);
    let request = Request {
        root: &root,
        base_url: args.shared.base_url.as_deref(),
        search: false,
        drafts: args.drafts.drafts,
        today: super::today(),
    };
    let summary = crate::build(&request, &Memo::default(), &Nowhere, &bar, &mut out);
    bar.finish();
    let counts = summary.as_ref().map(|summary| {
        let drafts = drafts(summary, args.drafts.drafts, say::drafts_left_out_serve_shows_them);
        report::text(say::no_errors_in(pages(summary))) + "\n" + &drafts
    });
    if let Some(summary) = summary {
        out.extend(summary.notes);
    }
    report::result(&out, &root, args.format);
    if let Some(counts) = counts.filter(|_| args.format != FormatArg::Json) {
        report::print(&counts);
    }
    report::exit_code(&out)
}

/// The site's folder, after the number of threads is set. `None` after a message.
pub fn site_root(shared: &Shared) -> Option<std::path::PathBuf> {
    // Made here and not at its first use, where there would be no way to say that it cannot be. 0: one for each core.
    let threads = shared.jobs.map_or(0, usize::from);
    if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global() {
        report::tell_error(super::no_threads(&error));
        return None;
    }
    if !shared.site.site.is_dir() {
        report::tell_error(say::there_is_no_folder_name_folder(shared.site.site.display()));
        return None;
    }
    Some(shared.site.site.clone())
}

fn pages(summary: &Summary) -> Message {
    let languages: Vec<String> = summary.pages.iter().map(|(code, count)| format!("{count} {code}")).collect();
    let total: usize = summary.pages.iter().map(|(_, count)| count).sum();
    let (pages, languages) = (say::count_of_pages(total), languages.join(", "));
    match summary.professions {
        0 => say::pages_by_language(pages, languages),
        count => say::pages_and_professions(pages, languages, say::count_of_professions(count)),
    }
}

/// How many drafts there are, and what has become of them; nothing if there are none.
fn drafts(summary: &Summary, shown: bool, left_out: fn(Message) -> Message) -> String {
    let files = say::count_of_files(summary.drafts.len());
    match summary.drafts.len() {
        0 => String::new(),
        _ if shown => report::text(say::drafts_with_mark(files)) + "\n",
        _ => report::text(left_out(files)) + "\n",
    }
}

fn built(summary: &Summary, drafts_shown: bool, written: Written, folder: &Path, time: Duration) -> String {
    let mut text = report::text(say::built_pages(pages(summary), report::duration(time))) + "\n";
    for (code, count) in summary.untranslated.iter().filter(|(_, count)| *count > 0) {
        let pages = say::count_of_pages(*count);
        text += &report::text(say::not_translated_yet_into_shown_in_other(pages, code));
        text.push('\n');
    }
    text += &drafts(summary, drafts_shown, say::drafts_left_out_check_says_what_they_lack);
    text += &report::text(say::wrote_files_changed_removed(
        folder.display(),
        report::size(written.bytes),
        written.files,
        written.changed,
        written.removed,
    ));
    text.push('\n');
    if written.kept > 0 {
        let files = say::count_of_files(written.kept);
        text += &report::text(say::kept_of_last_build_for_pages(files));
        text.push('\n');
    }
    let index = folder.join("index.html");
    let index = std::path::absolute(&index).unwrap_or(index);
    let next = say::to_look_at_it_double_click(index.display());
    text + "\n" + &report::text(next) + "\n"
}
