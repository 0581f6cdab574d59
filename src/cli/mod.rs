//! The command line: arguments in, exit code out. The one place that prints.

mod build;
mod definitions;
mod explain;
#[expect(
    clippy::disallowed_methods,
    reason = "answers are no sources, and what is made of them goes where it is asked for"
)]
mod forms;
mod help;
mod language;
mod output;
mod report;
#[expect(clippy::disallowed_methods, reason = "what `new` makes are sources, for their writer to go on with")]
mod scaffold;
#[expect(clippy::disallowed_methods, reason = "a built output is read, no source")]
mod search;
mod serve;
mod timings;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::messages::{Locale, Message, say};
use language::LangArg;

/// The content, or what was asked for, is in order.
pub const FINE: u8 = 0;
/// The content has errors.
pub const CONTENT: u8 = 1;
/// The command line or the machine is at fault.
pub const MACHINE: u8 = 2;

/// Turns a folder of Markdown and YAML into one Kyrgyz and Russian site that opens from a USB stick.
#[derive(Parser)]
// Not the name by which it was called: that, too, is what somebody typed.
#[command(name = "bagyt", bin_name = "bagyt", version)]
struct Cli {
    #[command(flatten)]
    language: LanguageArg,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the site: a folder that opens in any browser and goes on any web host
    Build(BuildArgs),
    /// Show the site in the browser and update it while you write
    Serve(ServeArgs),
    /// Report everything that is wrong with the content, and make nothing of it
    ///
    /// No site is made, and an earlier one stays as it is. Only a build that was interrupted is finished or taken back
    /// first, as by every command, and the report says so.
    Check(CheckArgs),
    /// Look something up in a built site, as its search box does
    Search(SearchArgs),
    /// Show what the search makes of words: each with its stem and other terms
    Analyze(AnalyzeArgs),
    /// Make a small complete site to start from
    Init {
        /// Folder to make; must not exist or be empty
        dir: PathBuf,
        #[command(flatten)]
        language: LanguageArg,
    },
    /// Make the files of a new page or record, with notes on what to write where
    New(NewArgs),
    /// Say what every key of a file means, as a page of Markdown
    Docs(DocsArgs),
    /// Print the JSON Schema of a site's files, for editors that check while somebody writes
    Schema(SchemaArgs),
    /// Say what a message means and how to mend it
    Explain(ExplainArgs),
    /// Work with answers to questionnaires
    Forms {
        #[command(subcommand)]
        command: FormsCommand,
    },
}

#[derive(Subcommand)]
enum FormsCommand {
    /// Count the answers of several devices together
    Tabulate(TabulateArgs),
}

#[derive(Args)]
struct LanguageArg {
    /// Language of messages [default: the system's, else the site's first]
    #[arg(long = "lang", id = "messages", value_name = "CODE", value_enum)]
    lang: Option<LangArg>,
}

#[derive(Args)]
struct SiteArg {
    /// Folder of the site: the one that holds `content/`
    #[arg(default_value = ".")]
    site: PathBuf,
}

#[derive(Args)]
struct Shared {
    #[command(flatten)]
    site: SiteArg,
    #[command(flatten)]
    language: LanguageArg,
    /// Address of the published site, such as https://example.kg/handbook; overrides site.yaml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// How many threads to use [default: one for each core]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    jobs: Option<u16>,
}

#[derive(Args)]
struct DraftsArg {
    /// Treat pages and records with `draft: true` like the others; they get a mark
    #[arg(long)]
    drafts: bool,
}

#[derive(Args)]
struct BuildArgs {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    drafts: DraftsArg,
    /// Folder to write to [default: SITE/public]
    #[arg(long, short, value_name = "DIR")]
    out: Option<PathBuf>,
    /// If another bagyt builds into that folder, wait until it is done
    #[arg(long)]
    wait: bool,
    /// Make everything, whatever is known of the last build
    #[arg(long)]
    fresh: bool,
    /// How messages are written
    #[arg(long, value_enum, default_value_t = FormatArg::Human)]
    format: FormatArg,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
}

#[derive(Args)]
struct CheckArgs {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    drafts: DraftsArg,
    /// How messages are written
    #[arg(long, value_enum, default_value_t = FormatArg::Human)]
    format: FormatArg,
}

#[derive(Args)]
struct ServeArgs {
    #[command(flatten)]
    shared: Shared,
    /// Port of the address http://localhost:PORT
    #[arg(long, short, default_value_t = 4000)]
    port: u16,
    /// Open that address in the browser
    #[arg(long)]
    open: bool,
    /// Look at the files every second instead of being told of changes: for folders on another machine
    #[arg(long)]
    poll: bool,
}

#[derive(Args)]
struct SearchArgs {
    /// What to look for; words in quotes must stand together: "\"окуу жай\" лицей"
    query: String,
    #[command(flatten)]
    site: SiteArg,
    /// Language of the pages
    #[arg(long, short, value_name = "CODE")]
    lang: String,
    /// Folder of the built site [default: SITE/public]
    #[arg(long, short, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Most pages to show
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// Only pages of this kind: profession, page, form, lesson, term, data, publication
    #[arg(long)]
    kind: Option<String>,
    /// Only pages of this publication, by its id
    #[arg(long, value_name = "ID")]
    publication: Option<String>,
    /// Print the hits as a JSON array
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct AnalyzeArgs {
    /// Language of the words
    #[arg(long, short, value_name = "CODE")]
    lang: String,
}

#[derive(Args)]
struct NewArgs {
    /// What to make
    #[arg(value_enum)]
    kind: scaffold::Kind,
    /// Name of the files, which becomes the address: Latin letters, digits and -, with folders before it if wanted
    /// (handbook/school/parents)
    id: String,
    #[command(flatten)]
    site: SiteArg,
    #[command(flatten)]
    language: LanguageArg,
}

#[derive(Args)]
struct ExplainArgs {
    /// Code of a message, such as yaml/missing-key; without one all are listed
    code: Option<String>,
    #[command(flatten)]
    language: LanguageArg,
}

#[derive(Args)]
struct TabulateArgs {
    /// Files that were saved on the page of the questionnaire, of one device or of several
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Folder of the site that has the questionnaire
    #[arg(long, value_name = "DIR", default_value = ".")]
    site: PathBuf,
    #[command(flatten)]
    language: LanguageArg,
    /// Write a table of the answers there, a row for each person; - is standard output
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Write all answers and the counts there, as one file; - is standard output
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write a workbook of answers and counts there
    #[arg(long, value_name = "FILE")]
    xlsx: Option<PathBuf>,
    /// How messages are written
    #[arg(long, value_enum, default_value_t = FormatArg::Human)]
    format: FormatArg,
}

#[derive(Args)]
struct DocsArgs {
    /// Only this: profession, lesson, term, sources, …
    kind: Option<String>,
    /// Language of the page: ky, ru or en
    #[arg(long, short, value_name = "CODE", default_value = "en")]
    lang: String,
}

#[derive(Args)]
struct SchemaArgs {
    #[command(flatten)]
    site: SiteArg,
    /// Only of this: profession, lesson, term, sources, … [default: one for all records]
    #[arg(long, value_name = "TYPE")]
    kind: Option<String>,
    /// Write all of them into the site's folder .vscode, where the YAML extension of VS Code finds them
    #[arg(long)]
    vscode: bool,
}

/// How messages are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// Several lines, with the line of the file they are about
    Human,
    /// One line each
    Short,
    /// One JSON object a line
    Json,
}

impl Cli {
    /// The language of messages.
    fn locale(&self) -> Locale {
        let here = PathBuf::from(".");
        let (after, site) = match &self.command {
            Command::Build(args) => (args.shared.language.lang, Some(&args.shared.site.site)),
            Command::Check(args) => (args.shared.language.lang, Some(&args.shared.site.site)),
            Command::Serve(args) => (args.shared.language.lang, Some(&args.shared.site.site)),
            Command::New(args) => (args.language.lang, Some(&args.site.site)),
            Command::Search(args) => (None, Some(&args.site.site)),
            Command::Init { language, .. } => (language.lang, None),
            Command::Explain(args) => (args.language.lang, Some(&here)),
            Command::Schema(args) => (None, Some(&args.site.site)),
            Command::Forms { command: FormsCommand::Tabulate(args) } => (args.language.lang, Some(&args.site)),
            Command::Analyze(_) | Command::Docs(_) => (None, None),
        };
        language::choose(after.or(self.language.lang), site.map(PathBuf::as_path))
    }
}

/// The time, which a command knows and a build is told.
#[expect(clippy::disallowed_methods, reason = "here the clock is asked")]
fn now() -> std::time::SystemTime {
    std::time::SystemTime::now()
}

/// The day, as warnings of outdated sources count it; the first or last one that can be counted, if the clock is beyond it.
fn today() -> jiff::civil::Date {
    let now = now();
    let time = jiff::Timestamp::try_from(now).unwrap_or(match now.duration_since(std::time::UNIX_EPOCH) {
        Ok(_) => jiff::Timestamp::MAX,
        Err(_) => jiff::Timestamp::MIN,
    });
    time.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// What is said when the system gives no thread.
fn no_threads(error: &dyn std::fmt::Display) -> Message {
    say::bagyt_gets_no_threads(error.to_string())
}

/// Makes the end of a program that gets no memory, or no room on its stack, that of any other fault of the machine: what is
/// wrong has been printed by then.
#[cfg(unix)]
fn end_as_a_fault_of_the_machine() {
    use signal_hook::consts::SIGABRT;
    let always = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    // Without it the program ends as well, by the signal.
    let _ = signal_hook::flag::register_conditional_shutdown(SIGABRT, i32::from(MACHINE), always);
}

/// The last fault of the program itself, with its place.
static FAULT: Mutex<String> = Mutex::new(String::new());

/// Keeps what a fault says, to be told in the words of [`fault`]; whoever asks for a backtrace gets it as usual.
fn note_faults() {
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|info| {
            *FAULT.lock().unwrap_or_else(PoisonError::into_inner) = info.to_string().replace('\n', " ");
        }));
    }
}

/// What is said of a fault in the program itself.
fn fault(panic: &(dyn Any + Send)) -> Message {
    let noted = std::mem::take(&mut *FAULT.lock().unwrap_or_else(PoisonError::into_inner));
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    match (noted.is_empty(), text) {
        (false, _) => say::bagyt_itself_failed(noted),
        (true, Some(text)) => say::bagyt_itself_failed(text),
        (true, None) => say::bagyt_itself_failed(say::for_an_unknown_reason()),
    }
}

/// Runs the command with the program's arguments.
pub fn run() -> ExitCode {
    #[cfg(unix)]
    end_as_a_fault_of_the_machine();
    note_faults();
    let locale = language::guess(std::env::args_os());
    let parsed = help::localised(Cli::command(), locale).try_get_matches();
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            report::speak(locale);
            // Help and version are not failures, and hold nothing of what was typed.
            if !error.use_stderr() {
                // Nothing can be done when even this cannot be printed.
                let _ = error.print();
                return ExitCode::from(FINE);
            }
            match error.kind() {
                // Whoever writes the name alone wants to know what there is.
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                    report::print_error(&error.render().to_string());
                }
                _ => report::tell_error(help::fault(&error)),
            }
            return ExitCode::from(MACHINE);
        }
    };
    report::speak(cli.locale());
    let run = || match cli.command {
        Command::Build(args) => build::build(&args),
        Command::Check(args) => build::check(&args),
        Command::Serve(args) => serve::serve(&args),
        Command::Search(args) => search::search(&args),
        Command::Analyze(args) => search::analyze(&args),
        Command::Init { dir, .. } => scaffold::init(&dir),
        Command::New(args) => scaffold::new(&args),
        Command::Docs(args) => definitions::docs(&args),
        Command::Schema(args) => definitions::schema(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Forms { command: FormsCommand::Tabulate(args) } => forms::tabulate(&args),
    };
    ExitCode::from(catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        report::tell_error(say::error_in(fault(&*panic)));
        MACHINE
    }))
}
