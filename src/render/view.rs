//! What one page's template is given: everything its HTML depends on, and nothing more.

use serde::Serialize;
use tera::{Context, Value};

use super::LinkView;
use super::builder::BuilderView;
use super::contact::{CiteView, FeedbackView, ImprintView};
use super::dated::{DateView, SourceView};
use super::diary::DiaryView;
use super::finder::FinderView;
use super::indexes::IndexView;
use super::lesson::LessonView;
use super::lists::{CountedView, Crumb, EntryView, GroupView, NavView, PublicationView, SearchView, SiteView};
use super::profession::{FieldView, ProfessionView};
use super::questionnaire::QuestionnaireView;
use super::self_test::SelfTestView;
use super::task::TaskView;
use super::term::{TermView, UsedView};
use crate::lang::Lang;

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
    /// `roots` are ways to the root of the site: one that holds everywhere, or one for each depth of an address.
    NotFound {
        languages: Vec<FrontView>,
        roots: Vec<String>,
    },
    Home {
        home: HomeView,
        publications: Vec<CountedView>,
    },
    Contents(Box<ContentsView>),
    Page(Box<TextView>),
    Lesson {
        text: Box<TextView>,
        lesson: Box<LessonView>,
    },
    /// `data` is the address of the professions, if there are any.
    SelfTest {
        text: Box<TextView>,
        test: Box<SelfTestView>,
        data: Option<String>,
    },
    Questionnaire {
        text: Box<TextView>,
        form: Box<QuestionnaireView>,
    },
    Builder {
        text: Box<TextView>,
        builder: Box<BuilderView>,
    },
    Task {
        text: Box<TextView>,
        task: Box<TaskView>,
    },
    Diary {
        text: Box<TextView>,
        diary: Box<DiaryView>,
    },
    Term {
        text: Box<TextView>,
        term: Box<TermView>,
    },
    Whole(Box<WholeView>),
    /// Where the page is that was here.
    Moved(LinkView),
    /// `saved` is the address of the reader's list.
    Profession {
        text: Box<TextView>,
        profession: Box<ProfessionView>,
        saved: String,
    },
    Results,
    Imprint(ImprintView),
    Index {
        index: IndexView,
        ways: WaysView,
    },
    Finder {
        finder: Box<FinderView>,
        ways: WaysView,
    },
    Saved {
        data: String,
        ways: WaysView,
    },
    Booklet {
        booklet: Box<BookletView>,
        ways: WaysView,
    },
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct PageView {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) canonical: Option<String>,
    pub(super) noindex: bool,
    /// Whether it is shown only to those who write it.
    pub(super) draft: bool,
    pub(super) lang: &'static str,
    pub(super) fallback: bool,
    pub(super) hue: Option<String>,
    /// Where a sheet of paper leads back to, if the site's address is known.
    pub(super) paper: Option<String>,
    pub(super) feedback: Option<FeedbackView>,
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
    /// Where every page is listed.
    pub(super) index: String,
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
    /// Its terms by letter, and the index of all terms.
    pub(super) letters: Vec<GroupView>,
    pub(super) terms_url: Option<String>,
    /// All of it on one page or a few, and the list of its figures and tables.
    pub(super) also: Vec<LinkView>,
    pub(super) cite: CiteView,
    pub(super) terms: Vec<UsedView>,
    /// The ways to its professions, if it has any.
    pub(super) ways: Option<WaysView>,
    #[serde(flatten)]
    pub(super) colophon: Colophon,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct TextView {
    pub(super) publication: Option<PublicationView>,
    /// The number of a chapter.
    pub(super) number: Option<String>,
    /// Where a figure is shown that has this page of its own.
    pub(super) shown_at: Option<LinkView>,
    pub(super) breadcrumbs: Vec<Crumb>,
    pub(super) toc: Vec<TocItem>,
    pub(super) children: Vec<EntryView>,
    pub(super) nav: Option<NavView>,
    pub(super) prev: Option<LinkView>,
    pub(super) next: Option<LinkView>,
    /// The terms that the text uses.
    pub(super) terms: Vec<UsedView>,
    /// The same for a word processor, if it is a form.
    pub(super) document: Option<String>,
    #[serde(flatten)]
    pub(super) colophon: Colophon,
}

/// A publication, or a part of a long one, on one page.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct WholeView {
    pub(super) publication: PublicationView,
    pub(super) breadcrumbs: Vec<Crumb>,
    /// Number of the volume, from 1, and links to all of them.
    pub(super) volume: usize,
    pub(super) volumes: Vec<LinkView>,
    /// The volumes before and after.
    pub(super) prev: Option<LinkView>,
    pub(super) next: Option<LinkView>,
    /// All of it for paper, if this is a part.
    pub(super) print: Option<LinkView>,
    /// Whether this is for paper.
    pub(super) for_print: bool,
    pub(super) items: Vec<WholeItem>,
}

/// A page on such a page.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct WholeItem {
    pub(super) id: String,
    /// What ids in it begin with.
    pub(super) pre: String,
    /// 1 for the publication's own text, which has no heading, 2 for a chapter, 3 for what stands in it.
    pub(super) level: u8,
    pub(super) number: Option<String>,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) lang: &'static str,
    pub(super) body: String,
    pub(super) lesson: Option<LessonView>,
    pub(super) test: Option<SelfTestView>,
    pub(super) form: Option<QuestionnaireView>,
    pub(super) builder: Option<BuilderView>,
    pub(super) task: Option<TaskView>,
    pub(super) term: Option<TermView>,
    pub(super) terms: Vec<UsedView>,
    pub(super) sources: Vec<SourceView>,
}

/// What a page says about itself.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct Colophon {
    pub(super) updated: Option<DateView>,
    pub(super) audience: Vec<LinkView>,
    pub(super) sources: Vec<SourceView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct TocItem {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) children: Vec<TocItem>,
}

/// Where a page of the finder leads beside its own content.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct WaysView {
    /// The finder.
    pub(super) finder: LinkView,
    /// The indexes.
    pub(super) by: Vec<LinkView>,
    /// The reader's own list.
    pub(super) saved: LinkView,
    /// Address of the page itself, to be marked among them.
    pub(super) here: String,
    pub(super) breadcrumbs: Vec<Crumb>,
}

impl WaysView {
    fn insert_into(&self, context: &mut Context) {
        context.insert("ways", self);
        context.insert("breadcrumbs", &self.breadcrumbs);
    }
}

/// Professions of a field, to be printed together.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct BookletView {
    pub(super) field: Option<FieldView>,
    pub(super) summary: String,
    /// Number of the booklet among those of its field, from 1, and how many there are.
    pub(super) volume: usize,
    pub(super) volumes: Vec<LinkView>,
    pub(super) items: Vec<ProfessionView>,
}

impl View {
    /// Name of the template that renders the view.
    pub fn template(&self) -> &'static str {
        match &self.part {
            Part::Front(_) => "front.html",
            Part::NotFound { .. } => "404.html",
            Part::Home { .. } => "home.html",
            Part::Contents(_) => "publication.html",
            Part::Page(_) => "page.html",
            Part::Lesson { .. } => "lesson.html",
            Part::SelfTest { .. } => "test.html",
            Part::Questionnaire { .. } => "questionnaire.html",
            Part::Builder { .. } => "builder.html",
            Part::Task { .. } => "task.html",
            Part::Diary { .. } => "diary.html",
            Part::Term { .. } => "term.html",
            Part::Whole(_) => "whole.html",
            Part::Moved(_) => "moved.html",
            Part::Profession { .. } => "profession.html",
            Part::Results => "search.html",
            Part::Imprint(_) => "imprint.html",
            Part::Index { .. } => "index.html",
            Part::Finder { .. } => "finder.html",
            Part::Saved { .. } => "saved.html",
            Part::Booklet { .. } => "booklet.html",
        }
    }

    /// The text of the page as HTML, which our own writer has written small; empty where raw HTML may stand in it.
    pub fn body(&self) -> &str {
        if self.page.raw { "" } else { &self.page.body }
    }

    /// The language of the page's text, if the page says that it is another one.
    pub fn said_language(&self) -> &'static str {
        if self.page.fallback { self.page.lang } else { "" }
    }

    /// Whether the page is there to be printed: it is long, seldom sent, and not worth the time of minifying.
    pub fn is_for_paper(&self) -> bool {
        match &self.part {
            Part::Booklet { .. } => true,
            Part::Whole(whole) => whole.for_print,
            _ => false,
        }
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
            Part::NotFound { languages, roots } => {
                let languages: Vec<Value> = languages.iter().map(|language| language.value(&phrases)).collect();
                context.insert_value("front", Value::from(languages));
                context.insert("roots", roots);
                context.insert_value("publication", nothing);
            }
            Part::Results => context.insert_value("publication", nothing),
            Part::Imprint(imprint) => {
                context.insert("imprint", imprint);
                context.insert_value("publication", nothing);
            }
            Part::Index { index, ways } => {
                context.insert("index", index);
                ways.insert_into(context);
                context.insert_value("publication", nothing);
            }
            Part::Finder { finder, ways } => {
                context.insert("finder", finder);
                ways.insert_into(context);
                context.insert_value("publication", nothing);
            }
            Part::Saved { data, ways } => {
                context.insert("data", data);
                ways.insert_into(context);
                context.insert_value("publication", nothing);
            }
            Part::Booklet { booklet, ways } => {
                context.insert("booklet", booklet);
                ways.insert_into(context);
                context.insert_value("publication", nothing);
            }
            Part::Home { home, publications } => {
                context.insert("home", home);
                context.insert("publications", publications);
                context.insert_value("publication", nothing);
            }
            Part::Contents(contents) => extend(context, contents),
            Part::Page(page) => extend(context, page),
            Part::Lesson { text, lesson } => {
                extend(context, text);
                context.insert("lesson", lesson);
            }
            Part::SelfTest { text, test, data } => {
                extend(context, text);
                context.insert("test", test);
                context.insert("data", data);
            }
            Part::Questionnaire { text, form } => {
                extend(context, text);
                context.insert("form", form);
            }
            Part::Builder { text, builder } => {
                extend(context, text);
                context.insert("builder", builder);
            }
            Part::Task { text, task } => {
                extend(context, text);
                context.insert("task", task);
            }
            Part::Diary { text, diary } => {
                extend(context, text);
                context.insert("diary", diary);
            }
            Part::Term { text, term } => {
                extend(context, text);
                context.insert("term", term);
            }
            Part::Whole(whole) => extend(context, whole),
            Part::Moved(moved) => {
                context.insert("moved", moved);
                context.insert_value("publication", nothing);
            }
            Part::Profession { text, profession, saved } => {
                extend(context, text);
                context.insert("profession", profession);
                context.insert("saved", saved);
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
            ("index", text(&self.index)),
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
