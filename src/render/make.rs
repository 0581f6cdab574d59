//! Making the view of a page from the handbook.

use super::figures::{self, Showing};
use super::glossary::Marker;
use super::lists::{self, Crumb, PublicationView};
use super::term::UsedView;
use super::text::{self, Reader};
use super::view::{
    Alternate, BookletView, Colophon, ContentsView, DateView, DoorView, FrontView, HomeView, LangView, PageView, Part,
    SourceView, TextView, TocItem, View, WaysView, WholeItem, WholeView,
};
use super::whole::{self, Whole};
use super::{Job, LinkView, Site, finder, indexes, lesson, profession, term, urls};
use crate::address::{OutPath, path_of};
use crate::config::Lang;
use crate::parse::{FORM, Heading, Rich};
use crate::resolve::{Entry, EntryId, Kind, Target};

/// The view of any page.
pub fn view(site: &Site, job: Job, path: &OutPath) -> View {
    match job {
        Job::Front => front(site, path),
        Job::NotFound => not_found(site, path),
        Job::Entry(id, lang) => {
            let page = Making { site, id, lang, from: path, entry: site.handbook.entry(id), whole: None };
            page.view()
        }
        Job::Results(lang) => {
            let title = site.strings(lang).text("search.results");
            generated(site, lang, path, "search", title, Part::Results, |lang| urls::results(site, lang))
        }
        Job::Index(lang, which) => index_page(site, lang, path, which, None),
        Job::IndexPart(lang, which, part) => index_page(site, lang, path, which, Some(part)),
        Job::Finder(lang) => {
            let title = site.strings(lang).text("finder.title");
            let finder = Box::new(finder::view(site, lang, path));
            let part = Part::Finder { finder, ways: ways(site, lang, path) };
            let mut view = generated(site, lang, path, "finder", title, part, |lang| urls::finder(site, lang));
            view.page.description = site.strings(lang).text("finder.lead").to_string();
            view.page.canonical = urls::absolute_path(site, path.as_str());
            let languages = site.handbook.config.languages.codes();
            let alternate = |(lang, code): (Lang, &'static str)| {
                Some(Alternate { code, href: urls::absolute_path(site, &urls::finder(site, lang))? })
            };
            let alternates: Vec<Alternate> = languages.filter_map(alternate).collect();
            view.alternates = if alternates.len() > 1 { alternates } else { Vec::new() };
            of_encyclopedia(site, view)
        }
        Job::Saved(lang) => {
            let title = site.strings(lang).text("finder.saved");
            let data = path.link_to(&urls::finder_data(site, lang));
            let part = Part::Saved { data, ways: ways(site, lang, path) };
            of_encyclopedia(site, generated(site, lang, path, "saved", title, part, |lang| urls::saved(site, lang)))
        }
        Job::Booklet(lang, number) => booklet_page(site, lang, path, number),
        Job::Whole(lang, publication, volume) => whole_page(site, lang, path, publication, volume),
    }
}

fn bare_page(site: &Site, kind: &'static str, lang: Lang, title: String) -> PageView {
    PageView {
        kind,
        title,
        summary: String::new(),
        description: String::new(),
        canonical: None,
        noindex: false,
        lang: site.handbook.config.languages.code(lang),
        fallback: false,
        hue: None,
        body: String::new(),
        raw: false,
    }
}

fn front(site: &Site, path: &OutPath) -> View {
    let config = &site.handbook.config;
    let languages: Vec<FrontView> = config
        .languages
        .codes()
        .map(|(lang, code)| FrontView {
            lang,
            code,
            name: site.strings(lang).text("language.name").to_string(),
            title: config.title.get(lang).to_string(),
            tagline: config.tagline.as_ref().map_or_else(String::new, |tagline| tagline.get(lang).to_string()),
            url: urls::link(site, path, site.handbook.home, lang),
        })
        .collect();
    let lang = site.handbook.config.languages.lead();
    let tagline =
        languages.iter().map(|l| l.tagline.as_str()).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    View {
        page: PageView {
            canonical: site.base_url.map(|base| format!("{base}/")),
            description: tagline,
            ..bare_page(site, "front", lang, config.title.get(lang).to_string())
        },
        part: Part::Front(languages),
        langs: Vec::new(),
        ..bare_view(site, lang, path)
    }
}

/// A host shows the error page at any address, so its links must not depend on where it is shown.
fn not_found(site: &Site, path: &OutPath) -> View {
    let lang = site.handbook.config.languages.lead();
    let config = &site.handbook.config;
    let root = site.base_url.map_or_else(String::new, |base| format!("{}/", path_of(base)));
    let langs = config.languages.codes().map(|(other, code)| LangView {
        code,
        name: site.strings(other).text("language.name").to_string(),
        url: Some(format!("{root}{}", urls::page(site, site.handbook.home, other))),
        current: other == lang,
        alternate: true,
    });
    View {
        page: PageView {
            noindex: true,
            ..bare_page(site, "error", lang, site.strings(lang).text("error.title").to_string())
        },
        part: Part::NotFound,
        langs: langs.collect(),
        own_site: Some((lists::site_view(site, lang, &root), lists::search_view(site, lang, &root))),
        root,
        ..bare_view(site, lang, path)
    }
}

fn index_page(site: &Site, lang: Lang, path: &OutPath, which: indexes::Which, shown: Option<usize>) -> View {
    let index = indexes::view(site, lang, path, which, shown);
    let title = index.title.clone();
    let part = Part::Index { index, ways: ways(site, lang, path) };
    // A letter has no page in another alphabet, and a field may have none in a language that divides otherwise.
    let view = generated(site, lang, path, "index", &title, part, |lang| urls::index(site, lang, which));
    match which {
        indexes::Which::Figures(publication) => {
            View { page: PageView { hue: Some(lists::hue(site, publication)), ..view.page.clone() }, ..view }
        }
        which if which.of_professions() => of_encyclopedia(site, view),
        _ => view,
    }
}

fn whole_page(site: &Site, lang: Lang, path: &OutPath, publication: usize, volume: usize) -> View {
    let entries = &site.wholes[lang.index()][publication][volume];
    let whole = Whole::new(entries);
    let contents = site.handbook.contents[publication];
    let items = entries.iter().filter_map(|id| {
        let making = Making { site, id: *id, lang, from: path, entry: site.handbook.entry(*id), whole: Some(&whole) };
        making.whole_item(&whole)
    });
    let items = items.collect();
    let volumes = site.wholes[lang.index()][publication].len();
    let volumes = (0..volumes).map(|other| LinkView {
        title: site.strings(lang).text("whole.volume").replace("{n}", &(other + 1).to_string()),
        url: path.link_to(&urls::whole(site, lang, publication, other)),
    });
    let url = urls::link(site, path, contents, lang);
    let view = WholeView {
        publication: lists::publication_view(site, publication, lang, url),
        breadcrumbs: lists::breadcrumbs_below(site, contents, lang, path),
        volume: volume + 1,
        volumes: volumes.collect(),
        items,
    };
    let title = site.handbook.config.publications[publication].title.get(lang).to_string();
    let part = Part::Whole(Box::new(view));
    let mut view = generated(site, lang, path, "whole", &title, part, |lang| {
        // Another language may have fewer volumes.
        let last = site.wholes[lang.index()][publication].len().saturating_sub(1);
        urls::whole(site, lang, publication, volume.min(last))
    });
    view.page.hue = Some(lists::hue(site, publication));
    view
}

fn booklet_page(site: &Site, lang: Lang, path: &OutPath, number: usize) -> View {
    let booklet = &site.booklets[lang.index()][number];
    let reader = Reader { site, from: path, lang, whole: None };
    let items: Vec<_> = booklet.entries.iter().filter_map(|id| profession::view(reader, *id)).collect();
    let volumes = site.booklets[lang.index()].iter().enumerate().filter(|(_, other)| other.field == booklet.field);
    let volumes = volumes.map(|(number, other)| LinkView {
        title: (other.volume + 1).to_string(),
        url: path.link_to(&urls::booklet(site, lang, number)),
    });
    let field = site.handbook.lists.fields.find(&booklet.field);
    let title = field.map_or_else(String::new, |field| field.title.get(lang).to_string());
    let summary = field.and_then(|field| field.summary.as_ref()).map_or("", |summary| summary.get(lang));
    let view = BookletView {
        field: items.first().and_then(|item| item.field.clone()),
        summary: summary.to_string(),
        volume: booklet.volume + 1,
        volumes: volumes.collect(),
        items,
    };
    let part = Part::Booklet { booklet: Box::new(view), ways: ways(site, lang, path) };
    let address = |lang: Lang| {
        let same = site.booklets[lang.index()]
            .iter()
            .position(|other| (&other.field, other.volume) == (&booklet.field, booklet.volume));
        same.map_or_else(|| urls::finder(site, lang), |number| urls::booklet(site, lang, number))
    };
    of_encyclopedia(site, generated(site, lang, path, "booklet", &title, part, address))
}

/// Where the pages of the finder lead.
fn ways(site: &Site, lang: Lang, path: &OutPath) -> WaysView {
    let link = |key: &str, address: String| LinkView {
        title: site.strings(lang).text(key).to_string(),
        url: path.link_to(&address),
    };
    let encyclopedia = encyclopedia(site).map(|index| site.handbook.contents[index]);
    WaysView {
        finder: link("finder.title", urls::finder(site, lang)),
        by: indexes::ways(site, lang, path),
        saved: link("finder.saved", urls::saved(site, lang)),
        here: path.link_to(path.as_str()),
        breadcrumbs: encyclopedia.map_or_else(Vec::new, |id| lists::breadcrumbs_below(site, id, lang, path)),
    }
}

/// Number of the first publication that holds professions.
fn encyclopedia(site: &Site) -> Option<usize> {
    site.counts.iter().position(|(_, of)| *of == "professions")
}

/// A page about professions has the hue of the publication that holds them.
fn of_encyclopedia(site: &Site, mut view: View) -> View {
    view.page.hue = encyclopedia(site).map(|index| lists::hue(site, index));
    // The finder is worth finding from outside; lists of what other pages say, and a reader's own, are not.
    view.page.noindex = !matches!(view.part, Part::Finder { .. });
    view
}

/// A page that the generator makes in every language of its own accord.
fn generated(
    site: &Site,
    lang: Lang,
    path: &OutPath,
    kind: &'static str,
    title: &str,
    part: Part,
    address: impl Fn(Lang) -> String,
) -> View {
    let langs = site.handbook.config.languages.codes().map(|(other, code)| LangView {
        code,
        name: site.strings(other).text("language.name").to_string(),
        url: Some(path.link_to(&address(other))),
        current: other == lang,
        alternate: true,
    });
    View {
        page: PageView { noindex: true, ..bare_page(site, kind, lang, title.to_string()) },
        part,
        langs: langs.collect(),
        ..bare_view(site, lang, path)
    }
}

fn bare_view(site: &Site, lang: Lang, path: &OutPath) -> View {
    View {
        lang,
        code: site.handbook.config.languages.code(lang),
        shared_root: path.root(),
        root: path.root().to_string(),
        own_site: None,
        langs: Vec::new(),
        alternates: Vec::new(),
        page: bare_page(site, "", lang, String::new()),
        part: Part::NotFound,
    }
}

/// One entry's view in the making.
struct Making<'s> {
    site: &'s Site<'s>,
    id: EntryId,
    lang: Lang,
    from: &'s OutPath,
    entry: &'s Entry,
    /// What stands on the same page, if that is many pages in one.
    whole: Option<&'s Whole>,
}

impl Making<'_> {
    fn view(&self) -> View {
        let own = urls::own_languages(self.site, self.id);
        let (body, used) = self.body();
        View {
            langs: self.languages(&own),
            alternates: self.alternates(&own),
            page: self.page(&own, body),
            part: self.part(used),
            ..bare_view(self.site, self.lang, self.from)
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
        let glossary = if off { &self.site.no_glossary } else { &self.site.glossary[lang.index()] };
        let own = self.entry.term().map(|_| self.entry.name());
        let unmarked = front.into_iter().flat_map(|front| &front.unmarked).map(|(_, id)| id.as_str());
        Marker::new(glossary, unmarked.chain(own))
    }

    /// The text of the entry's page, and the terms that it uses.
    fn body(&self) -> (String, Vec<UsedView>) {
        if self.entry.data().is_some() {
            let alone = Showing { id: String::new(), label: String::new() };
            return (figures::html(&self.reader(), self.id, &alone), Vec::new());
        }
        let Some((page, _)) = self.entry.version(self.lang) else { return (String::new(), Vec::new()) };
        let html = self.reader().html(&page.parsed.content.body.text, &page.targets, Some(self.id));
        let mut marker = self.marker();
        let html = marker.mark(&html);
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
        let (body, mut terms) = self.body();
        if lesson.is_some() {
            terms = term::used(self.reader(), marker.used());
        }
        let (title, shown) = self.entry.title(self.lang, config);
        Some(WholeItem {
            level,
            number: self.site.handbook.numbers.chapters[self.id.0 as usize].clone(),
            title,
            summary: self.entry.summary(self.lang, config),
            lang: self.code(self.entry.version(self.lang).map_or(shown, |(_, lang)| lang)),
            body: whole::embed(&body, &pre, level - 1),
            lesson,
            term: term::view(self.reader(), self.id),
            terms,
            sources: self.colophon().sources,
            id,
            pre,
        })
    }

    fn code(&self, lang: Lang) -> &'static str {
        self.site.handbook.config.languages.code(lang)
    }

    fn languages(&self, own: &[Lang]) -> Vec<LangView> {
        let languages = self.site.handbook.config.languages.iter();
        let view = |other: Lang| LangView {
            code: self.code(other),
            name: self.site.strings(other).text("language.name").to_string(),
            url: Some(self.from.link_to(&urls::page(self.site, self.id, other))),
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
            let href = urls::absolute(self.site, self.id, *other)?;
            Some(Alternate { code: self.code(*other), href })
        };
        own.iter().filter_map(view).collect()
    }

    fn page(&self, own: &[Lang], body: String) -> PageView {
        let config = &self.site.handbook.config;
        let (title, _) = self.entry.title(self.lang, config);
        let fallback = !own.contains(&self.lang);
        let source = if fallback { own.first().copied().unwrap_or(self.lang) } else { self.lang };
        let version = self.entry.version(self.lang);
        let shown = version.map_or(self.lang, |(_, actual)| actual);
        let summary = self.entry.summary(self.lang, config);
        PageView {
            kind: match self.entry.kind {
                Kind::Home => "home",
                Kind::Contents(_) => "publication",
                Kind::Chapter | Kind::Page => "page",
                Kind::Data => "data",
                Kind::Profession => "profession",
                Kind::Lesson => "lesson",
                Kind::Term => "term",
            },
            title,
            description: if summary.is_empty() { self.tagline() } else { summary.clone() },
            summary,
            canonical: urls::absolute(self.site, self.id, source),
            noindex: fallback,
            lang: self.code(shown),
            fallback: shown != self.lang,
            hue: self.entry.publication.map(|index| lists::hue(self.site, index)),
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
            Kind::Chapter | Kind::Page | Kind::Data => Part::Page(Box::new(self.text(used))),
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
        self.reader().html(rich.get(self.lang), self.targets(), None)
    }

    fn home(&self) -> Part {
        let home = match self.entry.home() {
            None => HomeView {
                title: self.site.handbook.config.title.get(self.lang).to_string(),
                lead: text::escaped(&self.tagline()),
                doors: Vec::new(),
            },
            Some(home) => HomeView {
                title: home.title.get(self.lang).to_string(),
                lead: self.rich(&home.lead),
                doors: home.doors.iter().map(|door| self.door(door)).collect(),
            },
        };
        let publications = (0..self.site.handbook.config.publications.len()).map(|index| self.publication(index));
        Part::Home { home, publications: publications.collect() }
    }

    fn door(&self, door: &crate::parse::Door) -> DoorView {
        let links = door.links.iter().filter_map(|link| {
            let target = self.targets().get(link.link as usize)?;
            Some(LinkView { title: link.text.get(self.lang).to_string(), url: self.reader().url(target) })
        });
        DoorView {
            icon: door.icon.clone(),
            title: door.title.get(self.lang).to_string(),
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
        let whole = self.site.wholes[self.lang.index()][publication].first().map(|_| LinkView {
            title: strings.text("whole.link").to_string(),
            url: self.from.link_to(&urls::whole(self.site, self.lang, publication, 0)),
        });
        let which = indexes::Which::Figures(publication);
        let figures = self.site.index(self.lang, which).map(|_| LinkView {
            title: strings.text("figure.list").to_string(),
            url: self.from.link_to(&urls::index(self.site, self.lang, which)),
        });
        whole.into_iter().chain(figures).collect()
    }

    /// The index of terms, from the publication that holds any.
    fn terms_index(&self, publication: usize) -> Option<String> {
        let which = indexes::Which::Terms;
        let holds = |id: &EntryId| self.site.handbook.entry(*id).publication == Some(publication);
        self.site.index(self.lang, which).filter(|_| self.site.handbook.terms.values().any(holds))?;
        Some(self.from.link_to(&urls::index(self.site, self.lang, which)))
    }

    fn contents(&self, publication: usize, terms: Vec<UsedView>) -> ContentsView {
        let first = self.site.handbook.reading[self.lang.index()][publication].first();
        let groups = lists::groups(self.site, self.entry, self.lang, self.from);
        // An encyclopedia is not read from its beginning.
        let is_read = |id: &&EntryId| groups.is_empty() && self.site.handbook.entry(**id).term().is_none();
        let start = first.filter(is_read).map(|id| LinkView {
            title: self.site.handbook.entry(*id).title(self.lang, &self.site.handbook.config).0,
            url: urls::link(self.site, self.from, *id, self.lang),
        });
        ContentsView {
            publication: self.publication(publication),
            breadcrumbs: self.breadcrumbs(),
            entries: lists::contents(self.site, self.entry, self.lang, self.from),
            ways: (self.site.counts[publication].1 == "professions").then(|| ways(self.site, self.lang, self.from)),
            groups,
            start,
            letters: lists::letters(self.site, self.entry, self.lang, self.from),
            terms_url: self.terms_index(publication),
            also: self.also(publication),
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
            updated: text::updated(self.site, self.id, self.lang).map(|date| self.date(date)),
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
        let link = |audience: &&'static str| LinkView {
            title: strings.text(&format!("audience.{audience}")).to_string(),
            url: indexes::group_url(self.site, self.lang, self.from, indexes::Which::Audience, audience)
                .unwrap_or_default(),
        };
        self.site.handbook.audiences[self.id.0 as usize].iter().map(link).collect()
    }

    fn text(&self, terms: Vec<UsedView>) -> TextView {
        let (prev, next) = lists::pager(self.site, self.id, self.lang, self.from);
        let version = self.entry.version(self.lang);
        let headings = version.map_or(&[][..], |(page, _)| &page.parsed.content.body.headings);
        TextView {
            publication: self.entry.publication.map(|index| self.publication(index)),
            breadcrumbs: self.breadcrumbs(),
            toc: toc(headings),
            children: lists::children(self.site, self.entry, self.lang, self.from),
            nav: lists::neighbours(self.site, self.id, self.lang, self.from),
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
