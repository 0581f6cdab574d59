//! `bagyt build` and `bagyt check`.

use std::path::Path;
use std::time::{Duration, Instant};

use super::{BuildArgs, CheckArgs, FormatArg, MACHINE, Shared, report};
use crate::bundle::{Disk, Nowhere, OpenError, Written, report_sink};
use crate::diag::{Code, Diagnostics};
use crate::{Memo, Request, Summary};

/// Makes the site.
pub fn build(args: &BuildArgs) -> u8 {
    let begun = Instant::now();
    let Some(root) = site_root(&args.shared) else { return MACHINE };
    let folder = args.out.clone().unwrap_or_else(|| root.join("public"));
    let mut out = Diagnostics::new();
    let result = open(&root, &folder, &mut out).and_then(|disk| {
        let bar = report::Bar::new(args.format);
        let request =
            Request { root: &root, base_url: args.shared.base_url.as_deref(), search: true, today: super::today() };
        let summary = crate::build(&request, &Memo::default(), &disk, &bar, &mut out);
        bar.finish();
        let written = match summary.as_ref().map(|_| disk.commit())? {
            Ok(written) => written,
            Err(error) => {
                report_sink(&error, &mut out);
                return None;
            }
        };
        Some((summary?, written))
    });
    report::diagnostics(&out, &root, args.format);
    match result {
        Some((summary, written)) if args.format != FormatArg::Json => {
            report::print(&built(&summary, written, &folder, begun.elapsed()));
        }
        None if args.format == FormatArg::Human => {
            report::print_error("Nothing was written; an earlier output is as it was.\n");
        }
        _ => {}
    }
    report::exit_code(&out)
}

/// Reports what `build` would, and writes nothing.
pub fn check(args: &CheckArgs) -> u8 {
    let Some(root) = site_root(&args.shared) else { return MACHINE };
    let mut out = Diagnostics::new();
    let bar = report::Bar::new(args.format);
    let request =
        Request { root: &root, base_url: args.shared.base_url.as_deref(), search: false, today: super::today() };
    let summary = crate::build(&request, &Memo::default(), &Nowhere, &bar, &mut out);
    bar.finish();
    report::diagnostics(&out, &root, args.format);
    if let Some(summary) = summary.filter(|_| args.format != FormatArg::Json) {
        report::print(&format!("No errors in {}.\n", pages(&summary)));
    }
    report::exit_code(&out)
}

/// The site's folder, after the number of threads is set. `None` after a message.
pub fn site_root(shared: &Shared) -> Option<std::path::PathBuf> {
    if let Some(jobs) = shared.jobs {
        // Fails only if the pool was built before, which nothing does.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
    }
    if !shared.site.site.is_dir() {
        report::print_error(&format!(
            "There is no folder `{}`.\nName the folder that holds `content/`, or make one: bagyt init DIR.\n",
            shared.site.site.display()
        ));
        return None;
    }
    Some(shared.site.site.clone())
}

fn open(root: &Path, folder: &Path, out: &mut Diagnostics) -> Option<Disk> {
    let content = std::path::absolute(root.join(crate::source::CONTENT)).ok();
    let inside =
        content.zip(std::path::absolute(folder).ok()).is_some_and(|(content, folder)| folder.starts_with(content));
    if inside {
        let message = format!("`{}` lies in the content folder", folder.display());
        out.add_general(Code::OutputNotOurs, message, "Choose a folder outside `content/` with --out.");
        return None;
    }
    match Disk::open(folder) {
        Ok(disk) => Some(disk),
        Err(OpenError::NotOurs) => {
            let message = format!("`{}` holds files that bagyt did not make", folder.display());
            out.add_general(Code::OutputNotOurs, message, "Choose an empty or a new folder with --out.");
            None
        }
        Err(OpenError::Io(error)) => {
            report_sink(&error, out);
            None
        }
    }
}

fn pages(summary: &Summary) -> String {
    let languages: Vec<String> = summary.pages.iter().map(|(code, count)| format!("{count} {code}")).collect();
    let total: usize = summary.pages.iter().map(|(_, count)| count).sum();
    let professions = match summary.professions {
        0 => String::new(),
        count => format!(", {}", report::counted(count, "profession")),
    };
    format!("{} ({}){professions}", report::counted(total, "page"), languages.join(", "))
}

fn built(summary: &Summary, written: Written, folder: &Path, time: Duration) -> String {
    let mut text = format!("Built {} in {}.\n", pages(summary), report::duration(time));
    for (code, count) in summary.untranslated.iter().filter(|(_, count)| *count > 0) {
        text += &format!(
            "Not translated yet: {} into `{code}`; shown in the other language.\n",
            report::counted(*count, "page")
        );
    }
    text += &format!(
        "Wrote {}: {}, {} files ({} changed, {} removed).\n",
        folder.display(),
        report::size(written.bytes),
        written.files,
        written.changed,
        written.removed
    );
    let index = folder.join("index.html");
    let index = std::path::absolute(&index).unwrap_or(index);
    text + &format!(
        "\nTo look at it, double-click {}\nTo publish it, copy the folder to a web host or a USB stick.\n",
        index.display()
    )
}
