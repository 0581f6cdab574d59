//! Every advice, followed to the letter, makes its message go away and brings no new error.
//!
//! A message says to a program what to do (`fix` in its JSON form), or its words are followed here as a person would. What
//! neither can do, since it needs somebody who knows what is right, is listed with the reason.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bagyt::show::{Format, render};
use serde::Deserialize;

use super::{check, topics};

#[derive(Debug, Clone, Deserialize)]
struct Message {
    severity: String,
    code: String,
    message: String,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    help: String,
    fix: Option<Fix>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Fix {
    Edits(Vec<Edit>),
    Rename(String),
}

#[derive(Debug, Clone, Deserialize)]
struct Edit {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: String,
}

/// What is done to a site.
#[derive(Debug, Clone)]
enum Step {
    /// Bytes of a file's text are replaced.
    Write {
        file: String,
        start: usize,
        end: usize,
        with: String,
    },
    /// A file moves, and what leads to it says so.
    Rename {
        from: String,
        to: String,
    },
    Make {
        file: String,
        text: String,
    },
    RemoveFile(String),
    RemoveFolder(String),
}

/// Advice that nobody can follow without knowing more: its code, words of its help or message, and why.
const BY_HAND: &[(&str, &str, &str)] = include!("by_hand.in");

/// Codes of messages that hide others: what a file says is only seen when it can be read.
const HIDING: &[&str] = &[
    "yaml/syntax",
    "yaml/duplicate-key",
    "yaml/too-complex",
    "yaml/wrong-type",
    "yaml/unknown-key",
    "yaml/bad-value",
    "yaml/missing-key",
    "text/missing-language",
    "draft/incomplete",
    "page/front-matter-open",
    "page/no-front-matter",
    "source/no-language",
    "source/not-whole",
    "source/conflict",
    "record/unknown-type",
    "address/not-ascii",
    "address/reserved",
    "address/case",
    "address/duplicate",
    "theme/template",
];

/// What a file that can be read now, or has another name, brings to light about others or about its name.
const ELSEWHERE: &[&str] = &[
    "link/unknown-anchor",
    "link/unknown-page",
    "record/unknown-id",
    "i18n/missing-key",
    "address/not-ascii",
    "text/missing-language",
];

impl Message {
    fn key(&self) -> (String, String, Option<String>) {
        (self.code.clone(), self.message.clone(), self.file.clone())
    }

    fn shown(&self) -> String {
        let place = format!("{}:{}", self.file.as_deref().unwrap_or(""), self.line.unwrap_or(0));
        format!("{place} [{}] {} | {}", self.code, self.message, self.help)
    }

    fn reason(&self) -> Option<usize> {
        BY_HAND.iter().position(|(code, words, _)| {
            *code == self.code && (self.help.contains(words) || self.message.contains(words))
        })
    }
}

fn said(site: &Path) -> Vec<Message> {
    let text = render(&check(site), site, Format::Json, bagyt::messages::Locale::En).text;
    text.lines().map(|line| serde_json::from_str(line).expect("a message is JSON")).collect()
}

fn read(site: &Path, file: &str) -> Option<String> {
    let text = String::from_utf8(fs::read(site.join(file)).ok()?).ok()?;
    Some(bagyt::source::normalise(&text).into_owned())
}

/// The byte of a line and column, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let line = text[start..].split('\n').next().unwrap_or("");
    start + line.char_indices().nth(column - 1).map_or(line.len(), |(at, _)| at)
}

/// What stands in backticks in a text, in order.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// What a message advises, as steps.
fn steps(site: &Path, message: &Message) -> Vec<Step> {
    let Some(file) = message.file.clone() else { return Vec::new() };
    match &message.fix {
        Some(Fix::Rename(to)) => return vec![Step::Rename { from: file, to: to.clone() }],
        Some(Fix::Edits(edits)) => {
            let text = read(site, &file).expect("a file with a fix can be read");
            let step = |edit: &Edit| Step::Write {
                file: file.clone(),
                start: offset(&text, edit.line, edit.column),
                end: offset(&text, edit.end_line, edit.end_column),
                with: edit.text.clone(),
            };
            return edits.iter().map(step).collect();
        }
        None => {}
    }
    if let Some(steps) = beside(site, message, &file) {
        return steps;
    }
    in_words(site, message, &file).into_iter().collect()
}

/// Puts a file beside the page that leads to it, and writes its name alone.
fn beside(site: &Path, message: &Message, file: &str) -> Option<Vec<Step>> {
    let name = *quoted(message.help.split("write its name alone").nth(1)?).first()?;
    let written = *quoted(&message.message).first()?;
    let text = read(site, file)?;
    let at = offset(&text, message.line?, message.column?);
    let start = at + text[at..].find(&format!("({written}"))? + 1;
    let folder = file.rsplit_once('/')?.0;
    Some(vec![
        Step::Make { file: format!("{folder}/{name}"), text: String::new() },
        Step::Write { file: file.into(), start, end: start + written.len(), with: name.into() },
    ])
}

/// Follows what the help says in words.
fn in_words(site: &Path, message: &Message, file: &str) -> Option<Step> {
    let (help, words) = (message.help.as_str(), quoted(&message.help));
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    match message.code.as_str() {
        "chapter/untitled" => {
            return Some(Step::Make { file: words[0].into(), text: "---\ntitle: Бөлүм\n---\n".into() });
        }
        "source/unlisted" => {
            let part = file.split('/').take(2).collect::<Vec<_>>().join("/");
            return Some(Step::RemoveFolder(part));
        }
        "address/duplicate" | "address/case" | "record/duplicate-id" if help.starts_with("Rename ") => {
            let name = file.rsplit('/').next()?.to_lowercase();
            let (stem, rest) = name.split_once('.')?;
            return Some(Step::Rename { from: file.into(), to: format!("{folder}/{stem}-other.{rest}") });
        }
        "source/unused" if help.starts_with("Remove it.") => return Some(Step::RemoveFile(file.into())),
        "page/no-audience" => {
            let text = read(site, file)?;
            let at = text.find('\n')? + 1;
            let with = "audience: [pupil]\n".to_string();
            return Some(Step::Write { file: file.into(), start: at, end: at, with });
        }
        "link/unknown-file" | "image/missing" if help.starts_with("Put the file beside") => {
            let path = *quoted(&message.message).first()?;
            let mut parts: Vec<&str> = folder.split('/').collect();
            for part in path.split('/') {
                match part {
                    ".." => parts.truncate(parts.len().saturating_sub(1)),
                    name => parts.push(name),
                }
            }
            return Some(Step::Make { file: parts.join("/"), text: String::new() });
        }
        "source/no-language" => {
            let ending = help.split("one of: ").nth(1)?.split([',', ' ']).next()?;
            let stem = file.rsplit('/').next()?.split('.').next()?;
            return Some(Step::Rename { from: file.into(), to: format!("{folder}/{stem}-new{ending}") });
        }
        _ => {}
    }
    let text = read(site, file)?;
    let at = offset(&text, message.line?, message.column?);
    let write = |start: usize, end: usize, with: String| Some(Step::Write { file: file.into(), start, end, with });
    let line_end = at + text[at..].find('\n').unwrap_or(text.len() - at);
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let replace = |what: &str, with: &str| {
        let from = text[at..line_end].find(what).map(|found| at + found)?;
        write(from, from + what.len(), with.into())
    };
    match message.code.as_str() {
        "link/undefined" => {
            write(text.len(), text.len(), format!("\n\n{}\n", words[0].replace("address", "https://example.kg")))
        }
        "footnote/undefined" => write(text.len(), text.len(), format!("\n\n{}\n", words[0])),
        "link/number" => replace("{n}", ""),
        "link/typed-number" => replace("1", "{n}"),
        "page/twice-titled" => replace("#", "##"),
        "image/no-alt" => replace("![]", "![a woman at a lathe]"),
        "heading/bad-id" if help.contains("for example") => {
            let id = *quoted(&message.message).first()?;
            replace(&format!("{{#{id}"), &format!("{{#{}", words[0]))
        }
        "heading/duplicate-id" => {
            let id = *quoted(&message.message).first()?;
            replace(&format!("{{#{id}}}"), &format!("{{#{id}-{}}}", message.line?))
        }
        "html/off" => {
            let site_yaml = read(site, "content/site.yaml")?;
            (!site_yaml.contains("raw_html")).then(|| Step::Write {
                file: "content/site.yaml".into(),
                start: 0,
                end: 0,
                with: "raw_html: true\n".into(),
            })
        }
        "yaml/duplicate-key" => write(line_start, (line_end + 1).min(text.len()), String::new()),
        "yaml/missing-key" | "text/missing-language" | "draft/incomplete" if help.starts_with("Add ") => {
            let mut line = (*words.first()?).to_string();
            if let Some(allowed) = help.split("one of ").nth(1) {
                line = line.replace('…', quoted(allowed).first()?);
            }
            if line.ends_with(':') || line.is_empty() {
                return None;
            }
            if text[at..].starts_with('{') {
                let gap = if text[at + 1..].trim_start().starts_with('}') { "" } else { ", " };
                return write(at + 1, at + 1, format!("{line}{gap}"));
            }
            write(at, at, format!("{line}\n{}", " ".repeat(message.column? - 1)))
        }
        "yaml/missing-key" | "text/missing-language" | "draft/incomplete" if help.contains(" after `") => {
            let key = words.last()?;
            let found = text[line_start..line_end].find(key)? + line_start + key.len();
            let rest = &text[found..line_end];
            let end = found + rest.find([',', '}']).unwrap_or(rest.len());
            write(found, end, " …".into())
        }
        _ if help.starts_with("Did you mean `") => replace(quoted(&message.message).first()?, words[0]),
        _ => None,
    }
}

fn apply(site: &Path, steps: Vec<Step>) {
    let mut edits: BTreeMap<String, Vec<(usize, usize, String)>> = BTreeMap::new();
    let mut others = Vec::new();
    for step in steps {
        match step {
            Step::Write { file, start, end, with } => edits.entry(file).or_default().push((start, end, with)),
            other => others.push(other),
        }
    }
    for (file, mut edits) in edits {
        let mut text = read(site, &file).expect("a file to be mended can be read");
        edits.sort();
        for (start, end, with) in edits.into_iter().rev() {
            text.replace_range(start..end, &with);
        }
        fs::write(site.join(file), text).expect("the file can be written");
    }
    for step in others {
        match step {
            Step::Rename { from, to } => rename(site, &from, &to),
            Step::Make { file, text } => make(site, &file, &text),
            Step::RemoveFile(file) => fs::remove_file(site.join(file)).expect("the file can be removed"),
            Step::RemoveFolder(folder) => drop(fs::remove_dir_all(site.join(folder))),
            Step::Write { .. } => unreachable!("texts were written before"),
        }
    }
}

/// Makes a file, and a picture if its name says that it is one.
fn make(site: &Path, file: &str, text: &str) {
    let path = site.join(file);
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
    match file.rsplit('.').next() {
        Some("svg") => fs::write(&path, r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>"#),
        Some("png" | "jpg" | "webp") => {
            image::RgbImage::new(4, 3).save(&path).expect("the picture can be written");
            Ok(())
        }
        _ => fs::write(&path, text),
    }
    .expect("the file can be written");
}

/// Moves a file, and writes its new name where the old one stood.
fn rename(site: &Path, from: &str, to: &str) {
    let target = site.join(to);
    fs::create_dir_all(target.parent().expect("a file lies in a folder")).expect("the folder can be made");
    fs::rename(site.join(from), target).expect("the file can be renamed");
    let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_string();
    let (old, new) = (last(from), last(to));
    let mut files = BTreeMap::new();
    crate::common::files(&site.join("content"), &mut files);
    for (file, bytes) in files {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let link = |name: &str| [format!("({name}"), format!("(<{name}"), format!("/{name}")];
        let names = [(old.clone(), new.clone()), (old.replace(' ', "%20"), new.clone())];
        let changed = names
            .iter()
            .flat_map(|(old, new)| link(old).into_iter().zip(link(new)))
            .fold(text.clone(), |text, (old, new)| text.replace(old.as_str(), &new));
        if changed != text {
            fs::write(site.join("content").join(file), changed).expect("the file can be written");
        }
    }
}

/// The steps of as many messages as touch different parts of the site, with the messages.
fn choose(site: &Path, messages: &[Message]) -> Vec<(Message, Vec<Step>)> {
    let mut taken: Vec<(String, usize, usize)> = Vec::new();
    let mut moved: Vec<String> = Vec::new();
    let mut chosen = Vec::new();
    for message in messages {
        let steps = steps(site, message);
        let fits = steps.iter().all(|step| match step {
            Step::Write { file, start, end, .. } => {
                !taken.iter().any(|(other, from, to)| other == file && start <= to && from <= end)
            }
            Step::Rename { from, .. } => !moved.contains(from) && !taken.iter().any(|(file, ..)| file == from),
            _ => true,
        });
        if steps.is_empty() || !fits {
            continue;
        }
        for step in &steps {
            match step {
                Step::Write { file, start, end, .. } => taken.push((file.clone(), *start, *end)),
                Step::Rename { from, .. } => moved.push(from.clone()),
                _ => {}
            }
        }
        chosen.push((message.clone(), steps));
    }
    chosen
}

fn count(messages: &[Message], message: &Message) -> usize {
    messages.iter().filter(|other| other.key() == message.key()).count()
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "some cases hold names and links that other systems cannot")]
fn advice_that_is_followed_cures() {
    let mut wrong = Vec::new();
    let mut used = vec![false; BY_HAND.len()];
    let mut cured = 0;
    for case in topics().iter().flat_map(|(_, cases)| cases) {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let site = home.path().join("site");
        case.lay(&site);
        let mut before = said(&site);
        let mut rounds = 0;
        loop {
            let by_script: Vec<Message> = before.iter().filter(|message| message.reason().is_none()).cloned().collect();
            let chosen = choose(&site, &by_script);
            rounds += 1;
            if chosen.is_empty() || rounds > 12 {
                break;
            }
            apply(&site, chosen.iter().flat_map(|(_, steps)| steps.clone()).collect());
            let after = said(&site);
            let mut stuck = false;
            for (message, _) in &chosen {
                let of_kind = chosen.iter().filter(|(other, _)| other.key() == message.key()).count();
                if count(&after, message) + of_kind > count(&before, message) {
                    wrong.push(format!("{}: the advice does not help: {}", case.name, message.shown()));
                    stuck = true;
                }
            }
            cured += chosen.len();
            let hiding: Vec<Option<&str>> = chosen
                .iter()
                .filter(|(message, _)| HIDING.contains(&message.code.as_str()))
                .map(|(message, _)| message.file.as_deref())
                .collect();
            let hidden = |message: &Message| {
                let elsewhere = ELSEWHERE.contains(&message.code.as_str());
                let own = |file: &Option<&str>| *file == Some("content/site.yaml") || *file == message.file.as_deref();
                // A file that nothing leads to may be called as it likes.
                let led_to =
                    message.code == "address/not-ascii" && chosen.iter().any(|(link, _)| link.code == "link/plain");
                hiding.iter().any(own) || elsewhere && !hiding.is_empty() || led_to
            };
            for message in after.iter().filter(|message| message.severity == "error" && !hidden(message)) {
                if count(&after, message) > count(&before, message) {
                    let steps: Vec<_> = chosen.iter().map(|(message, _)| message.shown()).collect();
                    wrong.push(format!("{}: the advice brings {} (of {steps:#?})", case.name, message.shown()));
                }
            }
            before = after;
            if stuck {
                break;
            }
        }
        for message in &before {
            match message.reason() {
                Some(reason) => used[reason] = true,
                None => wrong.push(format!("{}: nobody can follow {}", case.name, message.shown())),
            }
        }
    }
    for ((code, words, _), _) in BY_HAND.iter().zip(&used).filter(|(_, used)| !**used) {
        wrong.push(format!("nothing is left to do by hand for {code} «{words}»"));
    }
    assert!(cured > 100, "only {cured} messages were cured");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
