//! The help of the command, and what is said of a command line that is not understood, in every language of messages.
//!
//! Arguments are declared beside what reads them (`cli/mod.rs`); their texts stand in the catalogue like all others.

use crate::messages::{Locale, Message, say};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

/// The command with its help in a language.
pub fn localised(command: Command, locale: Locale) -> Command {
    let subcommands: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_string()).collect();
    let mut command = texts(command, locale)
        .disable_version_flag(true)
        .arg(flag("version", 'V', ArgAction::Version, say::help_of_version(), locale))
        .subcommand_help_heading(say::help_heading_commands().plain(locale))
        .after_help(say::help_examples().text(locale));
    for name in subcommands {
        command = command.mut_subcommand(name, |own| nested(own, locale));
    }
    // The command `help` is there once the rest is.
    command.build();
    command.mut_subcommand("help", |own| own.about(say::help_of_help_command().text(locale)))
}

/// A command and those within it, with their texts.
fn nested(command: Command, locale: Locale) -> Command {
    let subcommands: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_string()).collect();
    let within = !subcommands.is_empty();
    let mut command = texts(command, locale);
    if within {
        command =
            command.subcommand_help_heading(say::help_heading_commands().plain(locale)).disable_help_subcommand(true);
    }
    for name in subcommands {
        command = command.mut_subcommand(name, |own| texts(own, locale));
    }
    command
}

/// One command with its own texts.
fn texts(command: Command, locale: Locale) -> Command {
    let name = command.get_name().to_string();
    let about = about(&name).map(|about| about.text(locale)).unwrap_or_default();
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let usage = say::help_heading_usage().text(locale);
    let template = format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let more = match name.as_str() {
        "check" => format!("{about}\n\n{}", say::help_of_check_at_length().text(locale)),
        _ => about.clone(),
    };
    let mut command = command.about(about).long_about(more).help_template(template).disable_help_flag(true).arg(flag(
        "help",
        'h',
        ArgAction::Help,
        say::help_of_help(),
        locale,
    ));
    for id in ids {
        let help = help(&name, &id);
        command = command.mut_arg(id, |arg| with_help(arg, help, locale));
    }
    command
}

fn flag(name: &'static str, short: char, action: ArgAction, help: Message, locale: Locale) -> Arg {
    let heading = say::help_heading_options().plain(locale);
    Arg::new(name).short(short).long(name).action(action).help(help.text(locale)).help_heading(heading)
}

fn with_help(arg: Arg, help: Option<Message>, locale: Locale) -> Arg {
    let mut text = help.map(|help| help.text(locale)).unwrap_or_default();
    let list = |values: Vec<String>| values.join(", ");
    let values = arg.get_possible_values().iter().map(|value| value.get_name().to_string()).collect::<Vec<_>>();
    let takes_value = arg.get_action().takes_values();
    if takes_value && !values.is_empty() {
        text = format!("{text} [{}]", say::help_values(list(values)).text(locale));
    }
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if takes_value && !defaults.is_empty() {
        text = format!("{text} [{}]", say::help_default(list(defaults)).text(locale));
    }
    let heading = if arg.is_positional() { say::help_heading_arguments() } else { say::help_heading_options() };
    arg.help(text)
        .long_help(None::<&'static str>)
        .hide_possible_values(true)
        .hide_default_value(true)
        .help_heading(heading.plain(locale))
}

/// What a command does.
fn about(command: &str) -> Option<Message> {
    Some(match command {
        "bagyt" => say::help_of_bagyt(),
        "build" => say::help_of_build(),
        "serve" => say::help_of_serve(),
        "check" => say::help_of_check(),
        "search" => say::help_of_search(),
        "analyze" => say::help_of_analyze(),
        "init" => say::help_of_init(),
        "new" => say::help_of_new(),
        "explain" => say::help_of_explain(),
        "docs" => say::help_of_docs(),
        "schema" => say::help_of_schema(),
        "forms" => say::help_of_forms(),
        "tabulate" => say::help_of_tabulate(),
        _ => return None,
    })
}

/// What an argument of a command is.
fn help(command: &str, id: &str) -> Option<Message> {
    Some(match (command, id) {
        (_, "messages") => say::help_of_lang_of_messages(),
        ("tabulate", "files") => say::help_of_files_of_answers(),
        ("tabulate", "csv") => say::help_of_csv_of_answers(),
        ("tabulate", "json") => say::help_of_json_of_answers(),
        ("tabulate", "xlsx") => say::help_of_xlsx_of_answers(),
        (_, "site") => say::help_of_site(),
        (_, "base_url") => say::help_of_base_url(),
        (_, "jobs") => say::help_of_jobs(),
        (_, "drafts") => say::help_of_drafts(),
        ("search", "out") => say::help_of_out_of_search(),
        (_, "out") => say::help_of_out(),
        (_, "wait") => say::help_of_wait(),
        (_, "fresh") => say::help_of_fresh(),
        (_, "format") => say::help_of_format(),
        (_, "timings") => say::help_of_timings(),
        (_, "port") => say::help_of_port(),
        (_, "open") => say::help_of_open(),
        (_, "poll") => say::help_of_poll(),
        (_, "query") => say::help_of_query(),
        ("search", "lang") => say::help_of_lang_of_pages(),
        ("docs", "lang") => say::help_of_lang_of_docs(),
        ("docs" | "schema", "kind") => say::help_of_type(),
        (_, "vscode") => say::help_of_vscode(),
        (_, "lang") => say::help_of_lang_of_words(),
        (_, "limit") => say::help_of_limit(),
        ("search", "kind") => say::help_of_kind_of_pages(),
        (_, "kind") => say::help_of_kind(),
        (_, "publication") => say::help_of_publication(),
        (_, "json") => say::help_of_json(),
        (_, "dir") => say::help_of_dir(),
        (_, "id") => say::help_of_id(),
        (_, "code") => say::help_of_code(),
        _ => return None,
    })
}

/// What is wrong with a command line, and what to do.
pub fn fault(error: &Error) -> Message {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    };
    let all = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::String(text)) => text.clone(),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            say::usage_unknown_command(text(ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::UnknownArgument => say::usage_unknown_argument(argument),
        ErrorKind::MissingRequiredArgument => say::usage_missing_argument(all(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say::usage_missing_command()
        }
        ErrorKind::InvalidValue if value.is_empty() => say::usage_missing_value(argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => say::usage_wrong_value(value, argument),
        ErrorKind::ArgumentConflict => say::usage_given_twice(argument),
        _ => say::usage_not_understood(),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let valid = all(ContextKind::ValidValue);
    let otherwise = if valid.is_empty() {
        say::usage_see_help()
    } else {
        say::both(say::usage_values(valid), say::usage_see_help())
    };
    match near.into_iter().find_map(text) {
        Some(near) => say::usage(message, say::did_you_mean_or(near, otherwise)),
        None => say::usage(message, otherwise),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn every_command_and_argument_has_its_text_in_every_language() {
        for locale in Locale::ALL {
            let command = localised(Cli::command(), locale);
            for own in command.get_subcommands().filter(|own| own.get_name() != "help").chain([&command]) {
                assert!(own.get_about().is_some_and(|about| !about.to_string().is_empty()), "{}", own.get_name());
                for arg in own.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{} {}", own.get_name(), arg.get_id());
                    let is_latin = !help.chars().any(|c| ('а'..='я').contains(&c));
                    let is_english = locale == Locale::En || arg.get_id() == "query";
                    assert!(is_latin == is_english || is_english, "{} {}: {help}", own.get_name(), arg.get_id());
                }
            }
        }
    }

    #[test]
    fn what_is_not_understood_is_said_in_every_language() {
        let said = |args: &[&str], locale: Locale| {
            let command = localised(Cli::command(), locale);
            let args = std::iter::once("bagyt").chain(args.iter().copied());
            fault(&command.try_get_matches_from(args).expect_err("it is wrong")).text(locale)
        };
        let russian = said(&["bild"], Locale::Ru);
        assert!(russian.contains("нет команды `bild`") && russian.contains("`build`"), "{russian}");
        let kyrgyz = said(&["build", "--colour"], Locale::Ky);
        assert!(kyrgyz.contains("`--colour`") && kyrgyz.contains("bagyt --help"), "{kyrgyz}");
        assert!(said(&["serve", "--port", "x"], Locale::Ru).contains("`x`"));
        assert!(said(&["build", "--format", "xml"], Locale::Ky).contains("human, short, json"));
        assert!(said(&["search"], Locale::Ru).contains("<QUERY>"));
        assert!(said(&[], Locale::Ky).contains("буйрук"));
    }
}
