//! What many pages share, made once: a page's own context is small.

use std::collections::HashMap;

use tera::{Context, Value};

use super::lists;
use super::view::View;
use crate::address::up;
use crate::i18n::form_table;
use crate::lang::{Lang, pack};
use crate::plan::Inputs;
use crate::theme::{SECURITY_POLICY, phrase_value};

/// The values of each language and prefix to the root.
pub struct Shared(HashMap<(Lang, &'static str), Values>);

struct Values {
    t: Value,
    plural_forms: Value,
    /// What sets thousands apart; nothing for a space, of which scripts know.
    thousands: Value,
    site: Value,
    search: Value,
    assets: Value,
}

impl Shared {
    /// Gathers them; `license` is the licence line of each language.
    pub fn new(site: &Inputs, license: &[String]) -> Shared {
        let assets: HashMap<&str, &str> =
            site.theme.assets.iter().map(|asset| (asset.name.as_str(), asset.address.as_str())).collect();
        let assets = Value::from_serializable(&assets);
        let mut all = HashMap::new();
        for (lang, code) in site.handbook.config.languages.codes() {
            let t = phrase_value(site.strings(lang));
            let plural_forms = Value::from(form_table(code));
            let thousands = pack(code).map(|pack| pack.thousands.to_string()).filter(|mark| mark != "\u{a0}");
            let thousands = thousands.map_or_else(Value::none, Value::from);
            for depth in 0..=site.plan.deepest {
                let root = up(depth);
                let values = Values {
                    t: t.clone(),
                    plural_forms: plural_forms.clone(),
                    thousands: thousands.clone(),
                    site: Value::from_serializable(&lists::site_view(site, license, lang, root)),
                    search: Value::from_serializable(&lists::search_view(site, lang, root)),
                    assets: assets.clone(),
                };
                all.insert((lang, root), values);
            }
        }
        Shared(all)
    }

    /// All that the template of a view is given.
    pub fn context(&self, site: &Inputs, view: &View) -> Context {
        let mut context = Context::new();
        if let Some(shared) = self.0.get(&(view.lang, view.shared_root)) {
            context.insert_value("t", shared.t.clone());
            context.insert_value("plural_forms", shared.plural_forms.clone());
            context.insert_value("thousands", shared.thousands.clone());
            context.insert_value("assets", shared.assets.clone());
            let (site, search) = match &view.own_site {
                Some((site, search)) => (Value::from_serializable(site), Value::from_serializable(search)),
                None => (shared.site.clone(), shared.search.clone()),
            };
            context.insert_value("site", site);
            context.insert_value("search", search);
        }
        context.insert("csp", SECURITY_POLICY);
        view.insert_into(&mut context, |lang| phrase_value(site.strings(lang)));
        context
    }
}
