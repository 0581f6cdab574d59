//! What templates can call: `icon`, `qr`, `plural`, `fill`.

use std::cell::Cell;
use std::collections::BTreeMap;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::i18n::{Phrase, Strings, category, number};
use crate::messages::{Message, say};

pub const TERA: Message = say::templates_are_written_in_tera_https_keats();

/// Stands around a message of ours in an error of tera, which takes texts alone.
const SEAL: char = '\u{1}';

/// A message and its help as the text of an error of tera.
fn sealed(message: &Message, help: &Message) -> String {
    // Plain data always serialises.
    format!("{SEAL}{}{SEAL}", serde_json::to_string(&(message, help)).unwrap_or_default())
}

/// The message and help of ours that an error of tera holds, if it does.
pub fn unsealed(text: &str) -> Option<(Message, Message)> {
    serde_json::from_str(text.split(SEAL).nth(1)?).ok()
}

/// The function that counts the rounds of loops in a site's own templates.
pub const COUNTER: &str = "count_round";

/// Most rounds of a page's loops in a site's own templates.
const MOST_ROUNDS: usize = 500_000;

thread_local! {
    /// Rounds of the page that this thread renders.
    static ROUNDS: Cell<usize> = const { Cell::new(0) };
}

/// Begins a page.
pub fn begin() {
    ROUNDS.set(0);
}

/// Registers the functions and filters. `icons` are SVG texts by name.
pub fn register(tera: &mut Tera, icons: BTreeMap<String, String>) {
    tera.register_function("icon", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let name = kwargs.must_get::<String>("name")?;
        match icons.get(&name) {
            Some(svg) => Ok(Value::safe_string(svg)),
            None => {
                Err(Error::message(sealed(&say::there_is_no_icon(&name), &say::put_the_icon_into_the_theme(&name))))
            }
        }
    });
    tera.register_function("qr", |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        Ok(Value::safe_string(&super::qr::svg(&kwargs.must_get::<String>("text")?)))
    });
    tera.register_function(COUNTER, |_: Kwargs, _: &State| -> TeraResult<Value> {
        ROUNDS.set(ROUNDS.get() + 1);
        match ROUNDS.get() <= MOST_ROUNDS {
            true => Ok(Value::safe_string("")),
            false => Err(Error::message(sealed(
                &say::loops_of_the_page_go_on_for_too_long(),
                &say::put_fewer_loops_into_one_another(),
            ))),
        }
    });
    tera.register_filter("plural", |forms: Value, kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let n = kwargs.must_get::<u64>("n")?;
        let form = |name: &str| forms.as_map().and_then(|map| map.get(&tera::value::Key::from(name.to_string())));
        let code = form("_language").and_then(Value::as_str).unwrap_or_default().to_string();
        let text = form(category(&code, n)).and_then(Value::as_str);
        let text =
            text.ok_or_else(|| Error::message(sealed(&say::plural_needs_interface_text_with_plural_forms(), &TERA)))?;
        Ok(Value::from(text.replace("{n}", &number(&code, i64::try_from(n).unwrap_or(i64::MAX)))))
    });
    tera.register_filter("fill", |text: String, kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let mut filled = text;
        for (name, value) in kwargs.iter() {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_string);
            filled = filled.replace(&format!("{{{name}}}"), &value);
        }
        Ok(Value::from(filled))
    });
}

/// The interface texts as nested maps for templates: `t.nav.next`.
pub fn phrase_value(strings: &Strings) -> Value {
    #[derive(Default)]
    struct Tree {
        leaf: Option<Value>,
        inner: BTreeMap<String, Tree>,
    }
    fn value(tree: Tree) -> Value {
        match tree.leaf {
            Some(leaf) => leaf,
            None => {
                Value::from(tree.inner.into_iter().map(|(key, tree)| (key, value(tree))).collect::<BTreeMap<_, _>>())
            }
        }
    }
    let mut root = Tree::default();
    for (key, phrase) in strings.iter() {
        let mut at = &mut root;
        for part in key.split('.') {
            at = at.inner.entry(part.to_string()).or_default();
        }
        at.leaf = Some(match phrase {
            Phrase::Text(text) => Value::from(text.clone()),
            Phrase::List(items) => Value::from(items.iter().map(|item| Value::from(item.clone())).collect::<Vec<_>>()),
            Phrase::Plural(forms) => {
                let mut forms = forms.clone();
                // `plural` must know whose rules to follow.
                forms.insert("_language".into(), strings.code.to_string());
                Value::from_serializable(&forms)
            }
        });
    }
    value(root)
}
