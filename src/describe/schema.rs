//! Definitions → JSON Schemas (draft 7), for editors that check while somebody writes.
//!
//! They accept and refuse what the readers do, as far as a schema can say it: not that an id exists, a day is in the calendar, or
//! that the minutes of a lesson add up. A draft may lack what others must have.

use serde_json::{Map, Value, json};

use crate::define::{Definition, Field, Need, Shape, in_language};
use crate::lang::Languages;

/// Days that can be, but for the 29th of February, which is allowed in every year.
const DAY: &str =
    "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-9]))";

/// Something that can be seen.
const VISIBLE: &str = "\\S";

/// The schema of a definition, for the languages of a site; what is said of keys is in the first of them.
pub fn schema(definition: &Definition, languages: &Languages) -> Value {
    let mut schema = body(definition, languages);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema
}

/// One schema for every record: `type:` decides.
pub fn record(definitions: &[&Definition], languages: &Languages) -> Value {
    let names: Vec<&str> = definitions.iter().map(|definition| definition.name).collect();
    let mut bodies = Map::new();
    let mut all = Vec::new();
    for definition in definitions {
        let name = definition.name;
        bodies.insert(name.to_string(), body(definition, languages));
        all.push(json!({
            "if": { "type": "object", "properties": { "type": { "const": name } }, "required": ["type"] },
            "then": { "$ref": format!("#/definitions/{name}") },
        }));
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "required": ["type"],
        "properties": { "type": { "enum": names } },
        "allOf": all,
        "definitions": bodies,
    })
}

fn body(definition: &Definition, languages: &Languages) -> Value {
    let codes: Vec<&str> = languages.codes().map(|(_, code)| code).collect();
    let code = languages.code(languages.lead());
    let of = |draft: bool| {
        let writer = Writer { languages, codes: &codes, code, draft };
        let mut object = writer.map(definition.fields());
        if crate::parse::Type::find(definition.name).is_some() {
            object["properties"]["type"] = json!({ "const": definition.name });
        }
        object
    };
    let has_draft = definition.fields().any(|field| field.key == "draft");
    let mut schema = match has_draft {
        true => json!({
            "if": { "type": "object", "properties": { "draft": { "enum": [true, "yes"] } }, "required": ["draft"] },
            "then": of(true),
            "else": of(false),
        }),
        false => of(false),
    };
    schema["title"] = json!(in_language(&definition.label, code));
    schema["description"] = json!(in_language(&definition.help, code));
    schema
}

struct Writer<'a> {
    languages: &'a Languages,
    codes: &'a [&'a str],
    /// The language in which keys are explained.
    code: &'a str,
    /// Whether it is a draft's: what is missing is no error.
    draft: bool,
}

impl Writer<'_> {
    fn map(&self, fields: impl Iterator<Item = &'static Field>) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in fields {
            let mut schema = self.field(field);
            schema["title"] = json!(in_language(&field.label, self.code));
            schema["description"] = json!(in_language(&field.help, self.code));
            properties.insert(field.key.to_string(), schema);
            if field.need == Need::Required && !self.draft {
                required.push(field.key);
            }
        }
        let mut object = json!({ "type": "object", "additionalProperties": false });
        // Nothing at all counts as an empty map.
        if required.is_empty() {
            object["type"] = json!(["object", "null"]);
        } else {
            object["required"] = json!(required);
        }
        object["properties"] = Value::Object(properties);
        object
    }

    fn field(&self, field: &Field) -> Value {
        let schema = self.shape(&field.shape, field);
        if self.draft { json!({ "anyOf": [schema, { "type": "null" }] }) } else { schema }
    }

    fn text(&self, field: &Field) -> Value {
        let mut text = json!({ "type": ["string", "number"] });
        if field.need == Need::Required && !self.draft {
            text["pattern"] = json!(VISIBLE);
        }
        if let Some(form) = field.form {
            text = json!({ "type": ["string", "number"], "pattern": form.pattern });
        }
        text
    }

    /// A map with a value for each language that has one.
    fn each_language(&self, value: &Value) -> Value {
        let properties: Map<String, Value> = self.codes.iter().map(|code| (code.to_string(), value.clone())).collect();
        json!({ "type": ["object", "null"], "additionalProperties": false, "properties": properties })
    }

    /// A text in the languages of the site: in those that are required, and in one at least; in a single one as it is.
    fn texts(&self) -> Value {
        let text = json!({ "type": ["string", "number"], "pattern": VISIBLE });
        let any = json!({ "type": ["string", "number", "null"] });
        let must = |code: &str| self.languages.find(code).is_some_and(|lang| self.languages.is_required(lang));
        let required: Vec<&str> = self.codes.iter().copied().filter(|code| !self.draft && must(code)).collect();
        let of = |code: &str| if required.contains(&code) { text.clone() } else { any.clone() };
        let properties: Map<String, Value> = self.codes.iter().map(|code| (code.to_string(), of(code))).collect();
        let mut texts = json!({ "type": "object", "additionalProperties": false, "properties": properties });
        if !required.is_empty() {
            texts["required"] = json!(required);
        } else if !self.draft {
            let one = |code: &&str| json!({ "required": [code], "properties": { *code: text } });
            texts["anyOf"] = self.codes.iter().map(one).collect();
        }
        match self.languages.only() {
            Some(_) if self.draft => json!({ "anyOf": [any, texts] }),
            Some(_) => json!({ "anyOf": [text, texts] }),
            None => texts,
        }
    }

    fn shape(&self, shape: &Shape, field: &Field) -> Value {
        match shape {
            Shape::Plain | Shape::Link | Shape::Reference => self.text(field),
            Shape::Address => json!({ "type": "string", "pattern": "^https?://" }),
            Shape::Text | Shape::Rich | Shape::Blocks => self.texts(),
            Shape::Number if !field.among.is_empty() => json!({ "enum": field.among }),
            Shape::Number => match field.range {
                None => json!({ "type": "integer", "minimum": 1 }),
                Some((i64::MIN, _)) => json!({ "type": "integer" }),
                Some((least, most)) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            },
            Shape::Date => json!({ "type": "string", "pattern": format!("^{DAY}$") }),
            Shape::Moment => json!({
                "type": ["string", "integer"],
                "pattern": format!("^([0-9]{{4}}(-(0[1-9]|1[0-2]))?|{DAY}|[0-9]{{4}}/[0-9]{{4}})$"),
            }),
            Shape::Flag => json!({ "enum": [true, false, "yes", "no"] }),
            Shape::Choice => self.choice(field),
            Shape::Some if self.languages.only().is_some() => json!({ "type": ["string", "number"] }),
            Shape::Some => self.each_language(&json!({ "type": ["string", "number"] })),
            Shape::Words => {
                let words = json!({ "type": "array", "items": { "type": ["string", "number"] }, "maxItems": 100 });
                let words = if self.draft { json!({ "anyOf": [words, { "type": "null" }] }) } else { words };
                match self.languages.only() {
                    Some(_) => json!({ "anyOf": [words, self.each_language(&words)] }),
                    None => self.each_language(&words),
                }
            }
            Shape::Months => {
                let months = json!({ "type": "integer", "minimum": 1, "maximum": 120 });
                json!({ "anyOf": [months, { "type": "array", "items": months, "minItems": 2, "maxItems": 2 }] })
            }
            Shape::Review => self.review(),
            Shape::Rows => json!({ "type": "array", "items": { "type": "object" } }),
            Shape::List(of) => self.list(of, field),
            Shape::Group(fields) => self.map(fields.iter()),
        }
    }

    fn choice(&self, field: &Field) -> Value {
        let mut values: Vec<Value> = field.choices.iter().map(|choice| json!(choice)).collect();
        // What YAML makes of a bare yes or no.
        let flags = [("yes", true), ("no", false)].into_iter().filter(|(word, _)| field.choices.contains(word));
        values.extend(flags.map(|(_, flag)| json!(flag)));
        if self.draft {
            values.push(json!(""));
        }
        json!({ "enum": values })
    }

    fn review(&self) -> Value {
        let state = json!({ "type": "string", "pattern": format!("^(draft|{DAY})$") });
        let state = if self.draft { json!({ "anyOf": [state, { "type": "null" }] }) } else { state };
        let mut review = self.each_language(&state);
        review["properties"]["facts"] = state;
        review
    }

    fn list(&self, of: &Shape, field: &Field) -> Value {
        // Of an item nothing but its own shape is asked.
        let item = Field { need: Need::Optional, ..*field };
        let items = self.shape(of, &item);
        let items = if self.draft { json!({ "anyOf": [items, { "type": "null" }] }) } else { items };
        let mut list = json!({ "type": "array", "items": items });
        if field.need == Need::Required && !self.draft {
            list["minItems"] = json!(1);
        }
        let choices = matches!(of, Shape::Choice).then_some(field.choices.len());
        if let Some(most) = field.at_most.or(choices) {
            list["maxItems"] = json!(most);
        }
        list
    }
}
