//! `bagyt forms tabulate`: the answers of several devices as one, counted.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{CONTENT, MACHINE, TabulateArgs, report, scaffold, today};
use crate::answers::{self, Counted, Counts, Kind, Question};
use crate::diag::{Code, Diagnostics, Place};
use crate::messages::{Message, say};
use crate::source::{self, File};
use crate::{Asked, Request};

/// A file of answers, read.
struct Given {
    file: Arc<str>,
    text: String,
    questionnaire: String,
}

/// Counts the answers of files, and writes what was asked for.
pub fn tabulate(args: &TabulateArgs) -> u8 {
    let mut out = Diagnostics::new();
    // Paths are shown as they were given, and are looked up from where the command runs.
    let here = Path::new("");
    let given = given(&args.files, &mut out);
    let Some(first) = given.first().filter(|_| !out.has_errors()) else {
        report::diagnostics(&out, here, args.format);
        return report::exit_code(&out);
    };
    let asked = match asked(args, first) {
        Ok(asked) => asked,
        Err(code) => return code,
    };
    let Some(asked) = asked else {
        let id = &first.questionnaire;
        let place = Place::file(&first.file);
        out.add(Code::AnswersForeign, place, say::site_has_no_questionnaire(id), say::give_site_of_questionnaire());
        report::diagnostics(&out, here, args.format);
        return CONTENT;
    };
    let lists: Vec<_> =
        given.iter().filter_map(|one| answers::read(&one.file, &one.text, &asked.form, &mut out)).collect();
    // What is left out of a whole is worse than no whole.
    if lists.len() < given.len() {
        report::diagnostics(&out, here, args.format);
        return report::exit_code(&out);
    }
    let people = answers::merged(lists);
    let counts = answers::tally(&asked.form, &people);
    let table = answers::table(&asked.form, &people, &asked.words);
    report::diagnostics(&out, here, args.format);
    let is_shown = ![&args.csv, &args.json].into_iter().flatten().any(|path| path.as_os_str() == "-");
    if is_shown {
        report::print(&shown(&asked, &counts));
    }
    let json = || {
        let made = people.iter().map(|person| person.changed.as_str()).max().unwrap_or_default();
        let mut file = answers::written(&first.questionnaire, made, &people);
        file["summary"] = serde_json::to_value(&counts).unwrap_or_default();
        Ok(format!("{file:#}\n").into_bytes())
    };
    let workbook = || {
        let made = answers::workbook(&asked.form, &people, &table, &counts, &asked.titles);
        made.map_err(|error| say::cannot_make_workbook(error.to_string()))
    };
    let wanted: [(&Option<PathBuf>, &Make); 3] =
        [(&args.csv, &|| Ok(answers::csv(&table).into_bytes())), (&args.json, &json), (&args.xlsx, &workbook)];
    for (path, make) in wanted {
        let Some(path) = path else { continue };
        if let Err(code) = make().map_err(refused).and_then(|bytes| write(path, &bytes, &args.files)) {
            return code;
        }
    }
    report::exit_code(&out)
}

/// Makes a file, if it can.
type Make<'m> = dyn Fn() -> Result<Vec<u8>, Message> + 'm;

/// What is said of a fault that is none of the answers.
fn refused(message: Message) -> u8 {
    report::tell_error(say::error_in(message));
    MACHINE
}

/// Reads the files, each once; what is wrong with them is told.
fn given(files: &[PathBuf], out: &mut Diagnostics) -> Vec<Given> {
    let mut given: Vec<Given> = Vec::new();
    let mut seen = BTreeSet::new();
    for path in files {
        if !seen.insert(path) {
            continue;
        }
        let file: Arc<str> = path.to_string_lossy().into();
        let Some(text) = source::read_text(&File { path: file.clone(), disk: path.clone() }, out) else { continue };
        let Some(questionnaire) = answers::questionnaire(&file, &text, out) else { continue };
        if let Some(first) = given.first().filter(|first| first.questionnaire != questionnaire) {
            let message = say::file_is_of_another_questionnaire(&questionnaire, &first.questionnaire);
            out.add(Code::AnswersForeign, Place::file(&file), message, say::count_each_questionnaire_by_itself());
            continue;
        }
        given.push(Given { file, text, questionnaire });
    }
    given
}

/// The questionnaire of a file, as the site has it.
fn asked(args: &TabulateArgs, first: &Given) -> Result<Option<Asked>, u8> {
    let request = Request { root: &args.site, base_url: None, search: false, drafts: true, today: today() };
    let mut out = Diagnostics::new();
    let code = report::locale().code();
    crate::questionnaire(&request, &first.questionnaire, code, &mut out).ok_or_else(|| {
        report::diagnostics(&out, &args.site, args.format);
        report::exit_code(&out)
    })
}

fn write(path: &Path, bytes: &[u8], files: &[PathBuf]) -> Result<(), u8> {
    if path.as_os_str() == "-" {
        report::give(bytes);
        return Ok(());
    }
    let is_given = |file: &PathBuf| same_file::is_same_file(file, path).unwrap_or(false);
    if files.iter().any(is_given) {
        return Err(refused(say::file_is_one_of_those_counted(path.display())));
    }
    // Whole or not at all.
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let done = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    done.map_err(|error| {
        let _ = fs::remove_file(&part);
        scaffold::cannot_write(path, &error)
    })?;
    report::tell_error(say::wrote_file(path.display()));
    Ok(())
}

/// Tenths as a language writes them.
fn decimal(value: i64, places: u32, mark: char) -> String {
    let unit = 10i64.pow(places);
    format!("{}{mark}{:0width$}", value / unit, value % unit, width = places as usize)
}

/// How many signs the longest bar has.
const BAR: usize = 20;

/// The counts for a terminal.
fn shown(asked: &Asked, counts: &Counts) -> String {
    let mut text = format!("{}\n", asked.title);
    let all = report::text(say::counts_of_people(counts.people, counts.unfinished));
    let _ = writeln!(text, "{all}");
    for (at, (question, counted)) in asked.form.questions.iter().zip(&counts.questions).enumerate() {
        let answered = report::text(say::answered_of(counted.answered, counted.asked));
        let _ = writeln!(text, "\n{}. {} ({answered})", at + 1, question.text);
        answer(question, counted, asked.decimal, &mut text);
    }
    text
}

fn answer(question: &Question, counted: &Counted, mark: char, text: &mut String) {
    let name = |at: usize, id: &str| match question.kind {
        Kind::Scale => id.to_string(),
        _ => question.choices[at].text.clone(),
    };
    let names: Vec<String> = counted.choices.iter().enumerate().map(|(at, choice)| name(at, &choice.id)).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    for (name, choice) in names.iter().zip(&counted.choices) {
        let share = decimal(choice.share as i64, 1, mark);
        let bar = "█".repeat((choice.share * BAR).div_ceil(1000));
        let _ = writeln!(text, "   {name:width$} {:>6} {share:>7} % {bar}", choice.n);
        choice.texts.iter().for_each(|written| _ = writeln!(text, "      · {}", one_line(written)));
    }
    if let Some(numbers) = &counted.numbers {
        let (mean, median) = (decimal(numbers.mean, 2, mark), decimal(numbers.median, 2, mark));
        let (sum, least, most) = (numbers.sum.to_string(), numbers.least.to_string(), numbers.most.to_string());
        let _ = writeln!(text, "   {}", report::text(say::numbers_in_short(sum, mean, median, least, most)));
    }
    if let Some((first, last)) = &counted.days {
        let _ = writeln!(text, "   {}", report::text(say::days_between(first, last)));
    }
    for group in &counted.groups {
        let sums = question.columns.iter().zip(&group.cells);
        let sums = sums.filter_map(|(column, sum)| Some(format!("{}: {}", column.text, sum.sum?)));
        let parts: Vec<String> =
            std::iter::once(format!("{} ({})", one_line(&group.text), group.n)).chain(sums).collect();
        let _ = writeln!(text, "   {}", parts.join("; "));
    }
    counted.texts.iter().for_each(|written| _ = writeln!(text, "   · {}", one_line(written)));
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
