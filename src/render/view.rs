//! What one page's template is given: everything its HTML depends on, and nothing more.

use serde::Serialize;
use tera::{Context, Value};

use super::LinkView;
use super::alphabet::LetterView;
use super::lists::{Crumb, EntryView, GroupView, NavView, PublicationView, SearchView, SiteView};
use crate::config::Lang;

/// The data of a page. Two equal views give the same HTML.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct View {
    pub lang: Lang,
    pub(super) code: &'static str,
    /// Prefix to the root under which the shared values are kept.
    pub shared_root: &'static str,
    pub(super) root: String,
    /// The site's values for a page that needs other addresses than its place gives: the error page.
    pub own_site: Option<(SiteView, SearchView)>,
    pub(super) langs: Vec<LangView>,
    pub(super) alternates: Vec<Alternate>,
    pub(super) page: PageView,
    pub(super) part: Part,
}

/// What differs by kind.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(super) enum Part {
    Front(Vec<FrontView>),
    NotFound,
    Home { home: HomeView, publications: Vec<PublicationView> },
    Contents(Box<ContentsView>),
    Page(Box<TextView>),
    Profession(Box<TextView>, Box<ProfessionView>),
    Results,
    Alphabet(Vec<LetterView>),
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct PageView {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) canonical: Option<String>,
    pub(super) noindex: bool,
    pub(super) lang: &'static str,
    pub(super) fallback: bool,
    pub(super) hue: Option<String>,
    pub(super) body: String,
    /// Whether the site lets raw HTML through.
    #[serde(skip)]
    pub(super) raw: bool,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct LangView {
    pub(super) code: &'static str,
    pub(super) name: String,
    pub(super) url: Option<String>,
    pub(super) current: bool,
    pub(super) alternate: bool,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct Alternate {
    pub(super) code: &'static str,
    pub(super) href: String,
}

#[derive(Debug, Clone, PartialEq, Hash)]
pub(super) struct FrontView {
    pub(super) lang: Lang,
    pub(super) code: &'static str,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) tagline: String,
    pub(super) url: String,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct HomeView {
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) doors: Vec<DoorView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct DoorView {
    pub(super) icon: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) links: Vec<LinkView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct ContentsView {
    pub(super) publication: PublicationView,
    pub(super) breadcrumbs: Vec<Crumb>,
    pub(super) entries: Vec<EntryView>,
    pub(super) groups: Vec<GroupView>,
    pub(super) start: Option<LinkView>,
    #[serde(flatten)]
    pub(super) colophon: Colophon,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct TextView {
    pub(super) publication: Option<PublicationView>,
    pub(super) breadcrumbs: Vec<Crumb>,
    pub(super) toc: Vec<TocItem>,
    pub(super) children: Vec<EntryView>,
    pub(super) nav: Option<NavView>,
    pub(super) prev: Option<LinkView>,
    pub(super) next: Option<LinkView>,
    #[serde(flatten)]
    pub(super) colophon: Colophon,
}

/// What a page says about itself.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct Colophon {
    pub(super) updated: Option<DateView>,
    pub(super) audience: Vec<&'static str>,
    pub(super) sources: Vec<SourceView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct TocItem {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) children: Vec<TocItem>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct DateView {
    pub(super) iso: String,
    pub(super) text: String,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct SourceView {
    pub(super) title: String,
    pub(super) url: Option<String>,
    pub(super) checked: Option<DateView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct FieldView {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) icon: String,
    pub(super) url: String,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct RouteView {
    pub(super) kind: &'static str,
    pub(super) ort: &'static str,
    pub(super) text: String,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct ProfessionView {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) alt_titles: Vec<String>,
    pub(super) field: Option<FieldView>,
    pub(super) isco08: Option<String>,
    pub(super) summary: String,
    pub(super) tasks: Vec<String>,
    pub(super) typical_day: String,
    pub(super) workplace: Vec<String>,
    pub(super) strengths: Vec<String>,
    pub(super) subjects: Vec<String>,
    pub(super) routes9: Vec<RouteView>,
    pub(super) routes11: Vec<RouteView>,
    pub(super) progression: String,
    pub(super) changing: String,
    pub(super) alternatives: Vec<LinkView>,
    pub(super) try_it: Vec<String>,
    pub(super) questions: Vec<String>,
    pub(super) sources: Vec<SourceView>,
    pub(super) draft: bool,
}

impl View {
    /// Name of the template that renders the view.
    pub fn template(&self) -> &'static str {
        match &self.part {
            Part::Front(_) => "front.html",
            Part::NotFound => "404.html",
            Part::Home { .. } => "home.html",
            Part::Contents(_) => "publication.html",
            Part::Page(_) => "page.html",
            Part::Profession(..) => "profession.html",
            Part::Results => "search.html",
            Part::Alphabet(_) => "alphabet.html",
        }
    }

    /// The text of the page as HTML, which our own writer has written small; empty where raw HTML may stand in it.
    pub fn body(&self) -> &str {
        if self.page.raw { "" } else { &self.page.body }
    }

    /// Adds the view's values to a template's context; `phrases` gives the interface texts of a language.
    pub fn insert_into(&self, context: &mut Context, phrases: impl Fn(Lang) -> Value) {
        context.insert("lang", self.code);
        context.insert("root", &self.root);
        context.insert("langs", &self.langs);
        context.insert("alternates", &self.alternates);
        context.insert("page", &self.page);
        let nothing = Value::none();
        match &self.part {
            Part::Front(languages) => {
                let front: Vec<Value> = languages.iter().map(|language| language.value(&phrases)).collect();
                context.insert_value("front", Value::from(front));
                context.insert_value("publication", nothing);
            }
            Part::NotFound | Part::Results => context.insert_value("publication", nothing),
            Part::Alphabet(letters) => {
                context.insert("letters", letters);
                context.insert_value("publication", nothing);
            }
            Part::Home { home, publications } => {
                context.insert("home", home);
                context.insert("publications", publications);
                context.insert_value("publication", nothing);
            }
            Part::Contents(contents) => extend(context, contents),
            Part::Page(page) => extend(context, page),
            Part::Profession(page, profession) => {
                extend(context, page);
                context.insert("profession", profession);
            }
        }
    }
}

/// Adds the fields of a struct, each as a variable of its own.
fn extend<T: Serialize>(context: &mut Context, fields: &T) {
    // Plain structs of strings and lists always serialise.
    if let Ok(fields) = Context::from_serialize(fields) {
        context.extend(fields);
    }
}

impl FrontView {
    fn value(&self, phrases: impl Fn(Lang) -> Value) -> Value {
        let text = |text: &str| Value::from(text.to_string());
        let fields = [
            ("code", text(self.code)),
            ("name", text(&self.name)),
            ("title", text(&self.title)),
            ("tagline", text(&self.tagline)),
            ("url", text(&self.url)),
            ("t", phrases(self.lang)),
        ];
        Value::from(
            fields
                .into_iter()
                .map(|(key, value)| (key.to_string(), value))
                .collect::<std::collections::BTreeMap<_, _>>(),
        )
    }
}
