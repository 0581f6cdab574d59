//! Making the view of a page from the handbook.

mod generated;

use super::contact;
use super::dated::{DateView, SourceView};
use super::glossary::Marker;
use super::lists::{self, CountedView, Crumb, PublicationView};
use super::term::UsedView;
use super::text::Reader;
use super::view::{
    Alternate, Colophon, ContentsView, DoorView, HomeView, LangView, PageView, Part, TextView, TocItem, View, WholeItem,
};
use super::whole::Whole;
use super::{
    LinkView, Pages, borrowed, builder, diary, finder, indexes, lesson, profession, questionnaire, self_test, story,
    task, term, urls,
};
use crate::address::OutPath;
use crate::config::Audience;
use crate::lang::Lang;
use crate::parse::{FORM, Heading, Rich};
use crate::plan::{IndexKind, Inputs, Page};
use crate::resolve::{Entry, EntryId, Kind, Target};
use crate::text::Placing;

/// The view of any page.
pub fn view(pages: &Pages, page: Page, path: &OutPath) -> View {
    let site = &pages.site;
    let mut view = made(pages, page, path);
    match page {
        Page::Entry(id, lang) => {
            view.page.paper = site.plan.absolute_page(id, lang);
            view.page.feedback = contact::feedback(site, id, lang);
        }
        Page::Index(..)
        | Page::IndexPart(..)
        | Page::Finder(_)
        | Page::Booklet(..)
        | Page::Whole(..)
        | Page::Print(..) => {
            view.page.paper = site.plan.absolute(path.as_str());
        }
        // What they show is not there for whoever follows the address, or nobody prints them.
        Page::Front | Page::NotFound | Page::Results(_) | Page::Saved(_) | Page::Moved(..) | Page::Imprint(_) => {}
    }
    view
}

fn made(pages: &Pages, page: Page, path: &OutPath) -> View {
    let site = &pages.site;
    match page {
        Page::Front => match site.handbook.config.languages.only() {
            // There is nothing to choose, so the first page is the home page.
            Some(lang) => {
                let id = site.handbook.home;
                Making { pages, site, id, lang, from: path, entry: site.handbook.entry(id), whole: None }.view()
            }
            None => generated::front(site, path),
        },
        Page::NotFound => generated::not_found(pages, path),
        Page::Entry(id, lang) => {
            let page = Making { pages, site, id, lang, from: path, entry: site.handbook.entry(id), whole: None };
            page.view()
        }
        Page::Results(lang) => {
            let title = site.strings(lang).text("search.results");
            generated::page(site, lang, path, "search", title, Part::Results, |lang| urls::results(site, lang))
        }
        Page::Imprint(lang) => {
            let title = site.strings(lang).text("imprint.title");
            let publications = 0..site.handbook.config.publications.len();
            let cites = publications.map(|publication| contact::cite(site, publication, lang)).collect();
            let imprint = contact::ImprintView { text: pages.imprint[lang.index()].clone(), cites };
            let part = Part::Imprint(imprint);
            generated::page(site, lang, path, "imprint", title, part, |lang| urls::imprint(site, lang))
        }
        Page::Index(lang, which) => generated::index_page(site, lang, path, which, None),
        Page::IndexPart(lang, which, part) => generated::index_page(site, lang, path, which, Some(part)),
        Page::Finder(lang) => generated::finder_page(pages, lang, path),
        Page::Saved(lang) => generated::saved_page(pages, lang, path),
        Page::Booklet(lang, number) => generated::booklet_page(site, lang, path, number),
        Page::Whole(lang, publication, volume) => {
            generated::whole_page(pages, lang, path, (publication, volume), false)
        }
        Page::Print(lang, publication, volume) => generated::whole_page(pages, lang, path, (publication, volume), true),
        Page::Moved(lang, number) => generated::moved_page(site, lang, path, number),
    }
}

/// One entry's view in the making.
struct Making<'s> {
    pages: &'s Pages<'s>,
    site: &'s Inputs<'s>,
    id: EntryId,
    lang: Lang,
    from: &'s OutPath,
    entry: &'s Entry,
    /// What stands on the same page, if that is many pages in one.
    whole: Option<&'s Whole>,
}

impl Making<'_> {
    fn view(&self) -> View {
        let own = self.site.handbook.own_languages(self.id);
        let (body, used) = self.body(Placing::default());
        View {
            langs: self.languages(&own),
            alternates: self.alternates(&own),
            page: self.page(&own, body),
            part: self.part(used),
            ..generated::bare_view(self.site, self.lang, self.from)
        }
    }

    fn reader(&self) -> Reader<'_> {
        Reader { site: self.site, from: self.from, lang: self.lang, whole: self.whole }
    }

    /// What marks the terms of the entry's text; nothing, where its author switched it off.
    fn marker(&self) -> Marker<'_> {
        let shown = self.entry.version(self.lang);
        // A borrowed text has the terms of its own language.
        let lang = shown.map_or(self.lang, |(_, lang)| lang);
        let front = shown.map(|(page, _)| &page.parsed.content.front);
        let off = front.is_some_and(|front| !front.glossary);
        let glossary = if off { &self.pages.no_glossary } else { self.pages.glossary(lang) };
        let own = self.entry.term().map(|_| self.entry.name());
        let unmarked = front.into_iter().flat_map(|front| &front.unmarked).map(|(_, id)| id.as_str());
        Marker::new(glossary, unmarked.chain(own))
    }

    /// The text of the entry's page, and the terms that it uses.
    fn body(&self, placing: Placing) -> (String, Vec<UsedView>) {
        if self.entry.data().is_some() {
            return (self.reader().figure(self.id, placing), Vec::new());
        }
        if let Some(story) = story::body(self.reader(), self.id) {
            return (story, Vec::new());
        }
        let Some((page, _)) = self.entry.version(self.lang) else { return (String::new(), Vec::new()) };
        let mut marker = self.marker();
        let text = &page.parsed.content.body.text;
        let html = self.reader().placed(text, &page.targets, Some(self.id), placing, Some(&mut marker));
        (html, term::used(self.reader(), marker.used()))
    }

    /// The entry as a part of a page that holds many.
    fn whole_item(&self, whole: &Whole) -> Option<WholeItem> {
        let config = &self.site.handbook.config;
        let (id, pre) = (whole.id(self.id)?, whole.prefix(self.id)?);
        let depth = lists::breadcrumbs(self.site, self.id, self.lang, self.from).len();
        // The home page, the contents page and the entry itself take steps of the way. The contents page has its title
        // at the top already.
        let level = match depth {
            ..=2 => 1,
            3 => 2,
            _ => 3,
        };
        let mut marker = self.marker();
        let lesson = lesson::view(self.reader(), self.id, &mut marker);
        let task = task::view(self.reader(), self.id, &mut marker);
        let (body, mut terms) = self.body(Placing { prefix: &pre, lower: level - 1 });
        if lesson.is_some() || task.is_some() {
            terms = term::used(self.reader(), marker.used());
        }
        let (title, titled) = self.entry.title(self.lang, config);
        let (summary, summarised) = self.entry.summary(self.lang, config);
        Some(WholeItem {
            level,
            number: self.site.handbook.numbers.chapters[self.id.0 as usize].clone(),
            title: self.said(title, titled),
            summary: self.said_too(summary, summarised),
            lang: self.code(self.entry.version(self.lang).map_or(self.lang, |(_, lang)| lang)),
            body,
            lesson,
            test: self_test::view(self.reader(), self.id, Placing { prefix: &pre, lower: level - 1 }),
            form: questionnaire::view(self.reader(), self.id, Placing { prefix: &pre, lower: level - 1 }),
            builder: builder::view(self.pages, self.reader(), self.id, Placing { prefix: &pre, lower: level - 1 }),
            term: term::view(self.reader(), self.id),
            task,
            terms,
            sources: self.colophon().sources,
            id,
            pre,
        })
    }

    /// Words about the entry at the top of its page. Pages are marked as a whole with their language, records word by word.
    fn said(&self, words: String, shown: Lang) -> String {
        if self.entry.kind.is_record() { borrowed::quiet(self.site, &words, shown, self.lang) } else { words }
    }

    /// The same of what does not stand on the page because of its title, with a sign.
    fn said_too(&self, words: String, shown: Lang) -> String {
        if self.entry.kind.is_record() { borrowed::signed(self.site, &words, shown, self.lang) } else { words }
    }

    fn code(&self, lang: Lang) -> &'static str {
        self.site.handbook.config.languages.code(lang)
    }

    fn languages(&self, own: &[Lang]) -> Vec<LangView> {
        let languages = &self.site.handbook.config.languages;
        if languages.only().is_some() {
            return Vec::new();
        }
        let languages = languages.iter();
        let view = |other: Lang| LangView {
            code: self.code(other),
            name: self.site.strings(other).text("language.name").to_string(),
            url: Some(self.from.link_to(urls::page(self.site, self.id, other))),
            current: other == self.lang,
            alternate: own.contains(&other) && own.contains(&self.lang),
        };
        languages.map(view).collect()
    }

    fn alternates(&self, own: &[Lang]) -> Vec<Alternate> {
        if own.len() < 2 || !own.contains(&self.lang) {
            return Vec::new();
        }
        let view = |other: &Lang| {
            let href = self.site.plan.absolute_page(self.id, *other)?;
            Some(Alternate { code: self.code(*other), href })
        };
        let other = Alternate {
            code: "x-default",
            href: self.site.plan.for_others(self.site.handbook, self.id, own).unwrap_or_default(),
        };
        own.iter().filter_map(view).chain((!other.href.is_empty()).then_some(other)).collect()
    }

    fn page(&self, own: &[Lang], body: String) -> PageView {
        let config = &self.site.handbook.config;
        let (title, titled) = self.entry.title(self.lang, config);
        let fallback = !own.contains(&self.lang);
        let source = urls::source_language(self.site, self.id, self.lang);
        let shown = match (self.entry.version(self.lang), self.entry.kind.is_record()) {
            (Some((_, actual)), _) => actual,
            (None, true) => titled,
            (None, false) => self.lang,
        };
        let (summary, summarised) = self.entry.summary(self.lang, config);
        PageView {
            kind: match self.entry.kind {
                Kind::Home => "home",
                Kind::Contents(_) => "publication",
                Kind::Chapter | Kind::Page | Kind::Story => "page",
                Kind::Data => "data",
                Kind::Profession => "profession",
                Kind::Lesson => "lesson",
                Kind::SelfTest => "test",
                Kind::Questionnaire => "questionnaire",
                Kind::Builder => "builder",
                Kind::Task => "task",
                Kind::Diary => "diary",
                Kind::Term => "term",
            },
            title: self.said(title, titled),
            description: if summary.is_empty() { self.tagline() } else { summary.clone() },
            summary: self.said_too(summary, summarised),
            canonical: self.site.plan.absolute_page(self.id, source),
            noindex: fallback || self.entry.is_draft(self.lang),
            draft: self.entry.is_draft(self.lang),
            lang: self.code(shown),
            fallback: shown != self.lang,
            hue: self.entry.publication.map(|index| lists::hue(self.site, index)),
            paper: None,
            feedback: None,
            body,
            raw: config.raw_html,
        }
    }

    fn tagline(&self) -> String {
        let tagline = &self.site.handbook.config.tagline;
        tagline.as_ref().map_or_else(String::new, |tagline| tagline.get(self.lang).to_string())
    }

    fn part(&self, used: Vec<UsedView>) -> Part {
        match self.entry.kind {
            Kind::Home => self.home(),
            Kind::Contents(publication) => Part::Contents(Box::new(self.contents(publication, used))),
            Kind::Chapter | Kind::Page | Kind::Story | Kind::Data => Part::Page(Box::new(self.text(used))),
            Kind::Profession => match profession::view(self.reader(), self.id) {
                Some(profession) => Part::Profession {
                    text: Box::new(self.text(used)),
                    profession: Box::new(profession),
                    saved: self.from.link_to(&urls::saved(self.site, self.lang)),
                },
                None => Part::Page(Box::new(self.text(used))),
            },
            Kind::Lesson => {
                let mut marker = self.marker();
                match lesson::view(self.reader(), self.id, &mut marker) {
                    Some(lesson) => {
                        let used = term::used(self.reader(), marker.used());
                        Part::Lesson { text: Box::new(self.text(used)), lesson: Box::new(lesson) }
                    }
                    None => Part::Page(Box::new(self.text(used))),
                }
            }
            Kind::SelfTest => match self_test::view(self.reader(), self.id, Placing::default()) {
                Some(test) => {
                    let data = self
                        .site
                        .handbook
                        .has_professions()
                        .then(|| finder::data_url(self.site, self.pages.finder(self.lang), self.lang, self.from));
                    Part::SelfTest { text: Box::new(self.text(used)), test: Box::new(test), data }
                }
                None => Part::Page(Box::new(self.text(used))),
            },
            Kind::Questionnaire => match questionnaire::view(self.reader(), self.id, Placing::default()) {
                Some(form) => Part::Questionnaire { text: Box::new(self.text(used)), form: Box::new(form) },
                None => Part::Page(Box::new(self.text(used))),
            },
            Kind::Builder => match builder::view(self.pages, self.reader(), self.id, Placing::default()) {
                Some(builder) => Part::Builder { text: Box::new(self.text(used)), builder: Box::new(builder) },
                None => Part::Page(Box::new(self.text(used))),
            },
            Kind::Task => {
                let mut marker = self.marker();
                match task::view(self.reader(), self.id, &mut marker) {
                    Some(task) => {
                        let used = term::used(self.reader(), marker.used());
                        Part::Task { text: Box::new(self.text(used)), task: Box::new(task) }
                    }
                    None => Part::Page(Box::new(self.text(used))),
                }
            }
            Kind::Diary => match diary::view(self.reader(), self.id) {
                Some(diary) => Part::Diary { text: Box::new(self.text(used)), diary: Box::new(diary) },
                None => Part::Page(Box::new(self.text(used))),
            },
            Kind::Term => match term::view(self.reader(), self.id) {
                Some(term) => Part::Term { text: Box::new(self.text(used)), term: Box::new(term) },
                None => Part::Page(Box::new(self.text(used))),
            },
        }
    }

    fn targets(&self) -> &[Target] {
        self.entry.record.as_ref().map_or(&[], |record| &record.targets)
    }

    fn rich(&self, rich: &Rich) -> String {
        self.reader().rich(rich, self.targets())
    }

    fn home(&self) -> Part {
        let home = match self.entry.home() {
            None => HomeView {
                title: borrowed::listed(self.site, &self.site.handbook.config.title, self.lang),
                lead: crate::markup::escaped(&self.tagline()),
                doors: Vec::new(),
            },
            Some(home) => HomeView {
                title: borrowed::words(self.site, &home.title, self.lang),
                lead: self.rich(&home.lead),
                doors: home.doors.iter().map(|door| self.door(door)).collect(),
            },
        };
        let counted = |(index, (count, count_of)): (usize, &(usize, &'static str))| CountedView {
            publication: self.publication(index),
            count: *count,
            count_of,
        };
        let publications = self.site.plan.counts.iter().enumerate().map(counted);
        Part::Home { home, publications: publications.collect() }
    }

    fn door(&self, door: &crate::parse::Door) -> DoorView {
        let links = door.links.iter().filter_map(|link| {
            let target = self.targets().get(link.to.0 as usize)?;
            Some(LinkView { title: borrowed::words(self.site, &link.text, self.lang), url: self.reader().url(target)? })
        });
        DoorView {
            icon: door.icon.clone(),
            title: borrowed::words(self.site, &door.title, self.lang),
            text: self.rich(&door.text),
            links: links.collect(),
        }
    }

    fn publication(&self, index: usize) -> PublicationView {
        let url = urls::link(self.site, self.from, self.site.handbook.contents[index], self.lang);
        lists::publication_view(self.site, index, self.lang, url)
    }

    fn breadcrumbs(&self) -> Vec<Crumb> {
        lists::breadcrumbs(self.site, self.id, self.lang, self.from)
    }

    /// All of a publication on one page, and the list of its figures.
    fn also(&self, publication: usize) -> Vec<LinkView> {
        let strings = self.site.strings(self.lang);
        let volumes = &self.site.plan.wholes[self.lang.index()][publication];
        let link = if volumes.len() > 1 { "whole.link_parts" } else { "whole.link" };
        let whole = volumes.first().map(|_| LinkView {
            title: strings.text(link).to_string(),
            url: self.from.link_to(&urls::whole(self.site, self.lang, publication, 0)),
        });
        let which = IndexKind::Figures(publication);
        let figures = self.site.plan.index(self.lang, which).map(|_| LinkView {
            title: strings.text("figure.list").to_string(),
            url: self.from.link_to(&urls::index(self.site, self.lang, which)),
        });
        let print = self.site.plan.prints[self.lang.index()][publication].first().map(|_| LinkView {
            title: strings.text("whole.for_print").to_string(),
            url: self.from.link_to(&urls::print(self.site, self.lang, publication, 0)),
        });
        whole.into_iter().chain(print).chain(figures).collect()
    }

    /// The index of terms, from the publication that holds any.
    fn terms_index(&self, publication: usize) -> Option<String> {
        let which = IndexKind::Terms;
        let holds = |id: &EntryId| self.site.handbook.entry(*id).publication == Some(publication);
        self.site.plan.index(self.lang, which).filter(|_| self.site.handbook.terms.values().any(holds))?;
        Some(self.from.link_to(&urls::index(self.site, self.lang, which)))
    }

    fn contents(&self, publication: usize, terms: Vec<UsedView>) -> ContentsView {
        let first = self.site.handbook.reading[self.lang.index()][publication].first();
        let groups = lists::groups(self.site, self.entry, self.lang, self.from);
        // An encyclopedia is not read from its beginning.
        let is_read = |id: &&EntryId| groups.is_empty() && self.site.handbook.entry(**id).term().is_none();
        let start = first.filter(is_read).map(|id| LinkView {
            title: borrowed::title(self.site, *id, self.lang),
            url: urls::link(self.site, self.from, *id, self.lang),
        });
        ContentsView {
            publication: self.publication(publication),
            breadcrumbs: self.breadcrumbs(),
            entries: lists::contents(self.site, self.entry, self.lang, self.from),
            ways: (self.site.plan.counts[publication].1 == "professions")
                .then(|| generated::ways(self.site, self.lang, self.from)),
            groups,
            start,
            letters: lists::letters(self.site, self.entry, self.lang, self.from),
            terms_url: self.terms_index(publication),
            also: self.also(publication),
            cite: contact::cite(self.site, publication, self.lang),
            terms,
            colophon: self.colophon(),
        }
    }

    fn colophon(&self) -> Colophon {
        let front = self.entry.version(self.lang).map(|(page, _)| &page.parsed.content.front);
        let sources = front.into_iter().flat_map(|front| &front.sources).map(|source| SourceView {
            title: source.title.clone(),
            url: source.url.clone(),
            checked: source.checked.map(|date| self.date(date)),
        });
        Colophon {
            updated: self.site.handbook.updated(self.id, self.lang).map(|date| self.date(date)),
            audience: self.audience(),
            sources: sources.collect(),
        }
    }

    /// For whom the entry is. A profession and a term are for everyone who comes upon them.
    fn audience(&self) -> Vec<LinkView> {
        if matches!(self.entry.kind, Kind::Profession | Kind::Term) {
            return Vec::new();
        }
        let strings = self.site.strings(self.lang);
        let handbook = self.site.handbook;
        let link = |audience: &Audience| LinkView {
            title: match audience.to.as_ref().or(audience.title.as_ref()) {
                Some(words) => borrowed::listed(self.site, words, self.lang),
                None => strings.text(&format!("audience.{}", audience.id)).to_string(),
            },
            url: indexes::group_url(self.site, self.lang, self.from, IndexKind::Audience, &audience.id)
                .unwrap_or_default(),
        };
        handbook.audiences[self.id.0 as usize].iter().map(|at| link(&handbook.config.audiences[*at])).collect()
    }

    fn text(&self, terms: Vec<UsedView>) -> TextView {
        let (prev, next) = lists::pager(self.site, self.id, self.lang, self.from);
        let version = self.entry.version(self.lang);
        let headings = version.map_or(&[][..], |(page, _)| &page.parsed.content.body.headings);
        TextView {
            publication: self.entry.publication.map(|index| self.publication(index)),
            number: lists::number(self.site, self.id),
            shown_at: lists::shown_at(self.site, self.id, self.lang, self.from),
            breadcrumbs: self.breadcrumbs(),
            toc: toc(headings),
            children: lists::children(self.site, self.id, self.lang, self.from),
            nav: lists::map(self.site, self.id, self.lang, self.from),
            prev,
            next,
            terms,
            document: self.is_form().then(|| self.from.link_to(&urls::document(self.site, self.id, self.lang))),
            colophon: self.colophon(),
        }
    }

    fn is_form(&self) -> bool {
        self.entry.version(self.lang).is_some_and(|(page, _)| page.parsed.content.front.kind == FORM)
    }

    fn date(&self, date: jiff::civil::Date) -> DateView {
        DateView::new(self.site.strings(self.lang), date)
    }
}

/// Second-level headings with the third-level ones under them.
fn toc(headings: &[Heading]) -> Vec<TocItem> {
    let mut toc: Vec<TocItem> = Vec::new();
    for heading in headings {
        let item = TocItem { id: heading.id.clone(), title: heading.title.clone(), children: Vec::new() };
        match (heading.level, toc.last_mut()) {
            (2, _) => toc.push(item),
            (3, Some(parent)) => parent.children.push(item),
            _ => {}
        }
    }
    toc
}
