//! `bagyt docs` and `bagyt schema`: what is defined, for people and for other programs.

use super::{DocsArgs, FINE, MACHINE, SchemaArgs, report, scaffold};
use crate::define::Definition;
use crate::describe;
use crate::messages::say;

/// Prints what every key means.
pub fn docs(args: &DocsArgs) -> u8 {
    let Some(definitions) = asked(args.kind.as_deref()) else { return MACHINE };
    report::print(&describe::documentation(&definitions, &args.lang));
    FINE
}

/// Prints a JSON Schema in the languages of a site, or writes all of them where VS Code looks for them.
pub fn schema(args: &SchemaArgs) -> u8 {
    let root = &args.site.site;
    let Some(config) = scaffold::config(root) else { return MACHINE };
    if args.vscode {
        return match scaffold::write_schemas(root, &config.languages) {
            Ok(()) => {
                report::tell(say::wrote_schemas_into(root.join(".vscode").display()));
                FINE
            }
            Err(error) => scaffold::cannot_write(root, &error),
        };
    }
    let schema = match args.kind.as_deref() {
        None => describe::record_schema(&config.languages),
        kind => {
            let Some(definitions) = asked(kind) else { return MACHINE };
            describe::schema(definitions[0], &config.languages)
        }
    };
    report::print(&format!("{schema:#}\n"));
    FINE
}

/// The definition of a name, or all of them; `None` after a message if there is none of it.
fn asked(name: Option<&str>) -> Option<Vec<&'static Definition>> {
    let Some(name) = name else { return Some(describe::all()) };
    let found = describe::find(name);
    if found.is_none() {
        let names: Vec<&str> = describe::all().iter().map(|definition| definition.name).collect();
        let known = say::known_are(names.join("`, `"));
        let help = crate::diag::did_you_mean(name, names.into_iter(), known);
        report::tell_error(say::nothing_is_defined(name, help));
    }
    found.map(|definition| vec![definition])
}
