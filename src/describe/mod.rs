//! What follows from the definitions of records for people and for other programs: their documentation, JSON Schemas, and files
//! to start from.
//!
//! In: [`Definition`]s and the languages of a site. Out: text. Never: reading a record, or a key that no definition has.

mod docs;
mod schema;
mod skeleton;

use serde_json::{Map, Value, json};

use crate::config::SITE;
use crate::define::Definition;
use crate::lang::Languages;
use crate::parse::{PAGE, Type};

pub use docs::documentation;
pub use schema::schema;
pub use skeleton::skeleton;

/// Everything that is defined, in the order in which it is told.
pub fn all() -> Vec<&'static Definition> {
    let records = Type::ALL.iter().map(|record| record.definition());
    [&SITE, &PAGE].into_iter().chain(records).collect()
}

/// One schema for every record of a site.
pub fn record_schema(languages: &Languages) -> Value {
    let records: Vec<&Definition> = Type::ALL.iter().map(|record| record.definition()).collect();
    schema::record(&records, languages)
}

/// The files that tell VS Code which schema each file of a site has, with their paths in the site's folder.
pub fn for_editors(languages: &Languages) -> Vec<(String, String)> {
    // Files that are what they are by their name.
    let named = [&SITE, Type::Home.definition(), Type::Synonyms.definition()];
    let path = |name: &str| format!(".vscode/bagyt/{name}.json");
    let mut schemas = Map::new();
    let mut files = vec![(path("record"), format!("{:#}\n", record_schema(languages)))];
    let mut records = vec!["content/**/*.yaml".to_string(), "content/**/*.yml".into()];
    for definition in named {
        let name = definition.name;
        files.push((path(name), format!("{:#}\n", schema(definition, languages))));
        records.push(format!("!content/{name}.yaml"));
        schemas.insert(format!("./{}", path(name)), json!(format!("content/{name}.yaml")));
    }
    schemas.insert(format!("./{}", path("record")), json!(records));
    files.push((".vscode/settings.json".into(), format!("{:#}\n", json!({ "yaml.schemas": schemas }))));
    let extensions = json!({ "recommendations": ["redhat.vscode-yaml"] });
    files.push((".vscode/extensions.json".into(), format!("{extensions:#}\n")));
    files
}

/// The definition of a name.
pub fn find(name: &str) -> Option<&'static Definition> {
    all().into_iter().find(|definition| definition.name == name)
}
