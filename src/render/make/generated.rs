//! The pages that the generator makes of its own accord: the first page, indexes, the finder, booklets, whole
//! publications.

use super::super::lists;
use super::super::text::Reader;
use super::super::view::{Alternate, BookletView, FrontView, LangView, PageView, Part, View, WaysView, WholeView};
use super::super::whole::Whole;
use super::super::{LinkView, Pages, borrowed, finder, indexes, profession, urls};
use super::Making;
use crate::address::{OutPath, path_of, up};
use crate::lang::Lang;
use crate::plan::{IndexKind, Inputs};
use crate::resolve::EntryId;

fn bare_page(site: &Inputs, kind: &'static str, lang: Lang, title: String) -> PageView {
    PageView {
        kind,
        title,
        summary: String::new(),
        description: String::new(),
        canonical: None,
        noindex: false,
        draft: false,
        lang: site.handbook.config.languages.code(lang),
        fallback: false,
        hue: None,
        paper: None,
        feedback: None,
        body: String::new(),
        raw: false,
    }
}

/// What a page in all languages says of each; `root` is put before every address.
fn languages(site: &Inputs, root: &str) -> Vec<FrontView> {
    let config = &site.handbook.config;
    let language = |(lang, code): (Lang, &'static str)| FrontView {
        lang,
        code,
        name: site.strings(lang).text("language.name").to_string(),
        title: borrowed::listed(site, &config.title, lang),
        tagline: config.tagline.as_ref().map_or_else(String::new, |tagline| borrowed::listed(site, tagline, lang)),
        url: format!("{root}{}", urls::page(site, site.handbook.home, lang)),
        index: format!("{root}{}", urls::index(site, lang, IndexKind::Site)),
    };
    config.languages.codes().map(language).collect()
}

pub fn front(site: &Inputs, path: &OutPath) -> View {
    let config = &site.handbook.config;
    let languages = languages(site, path.root());
    let lang = site.handbook.config.languages.lead();
    let tagline =
        languages.iter().map(|l| l.tagline.as_str()).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    View {
        page: PageView {
            canonical: site.plan.base_url.as_ref().map(|base| format!("{base}/")),
            description: tagline,
            ..bare_page(site, "front", lang, config.title.get(lang).to_string())
        },
        part: Part::Front(languages),
        langs: Vec::new(),
        ..bare_view(site, lang, path)
    }
}

/// A host shows the error page at any address, so its links must not depend on where it is shown.
///
/// Where the site's own address is not known, its links begin at the root of the host, and it asks for its files at every
/// depth that an address may have; the script that comes knows from which, and mends the links.
pub fn not_found(pages: &Pages, path: &OutPath) -> View {
    let site = &pages.site;
    let lang = site.handbook.config.languages.lead();
    let root = format!("{}/", site.plan.base_url.as_deref().map_or("", path_of));
    let roots = match site.plan.base_url {
        Some(_) => vec![root.clone()],
        // A mistyped address may lie one folder below every other.
        None => (0..=site.plan.deepest + 1).map(|depth| up(depth).to_string()).collect(),
    };
    let langs = chooser(site, lang, |other| format!("{root}{}", urls::page(site, site.handbook.home, other)));
    View {
        page: PageView {
            noindex: true,
            ..bare_page(site, "error", lang, site.strings(lang).text("error.title").to_string())
        },
        part: Part::NotFound { languages: languages(site, &root), roots },
        langs,
        own_site: Some((lists::site_view(site, &pages.license, lang, &root), lists::search_view(site, lang, &root))),
        root,
        ..bare_view(site, lang, path)
    }
}

pub fn index_page(site: &Inputs, lang: Lang, path: &OutPath, which: IndexKind, shown: Option<usize>) -> View {
    let index = indexes::view(site, lang, path, which, shown);
    let title = index.title.clone();
    let part = Part::Index { index, ways: ways(site, lang, path) };
    // A letter has no page in another alphabet, and a field may have none in a language that divides otherwise.
    let own = shown.filter(|_| !matches!(which, IndexKind::Site | IndexKind::Letter | IndexKind::Terms));
    let key = own.and_then(|at| Some(&site.plan.index(lang, which)?.groups.get(at)?.key));
    let same = |other: Lang| {
        let index = site.plan.index(other, which).filter(|index| index.is_divided())?;
        let group = index.groups.iter().find(|group| Some(&group.key) == key)?;
        Some(urls::index_part(site, other, which, &group.key))
    };
    let view = page(site, lang, path, "index", &title, part, |lang| match (site.plan.index(lang, which), which) {
        // A publication may have figures in one language alone: the other shows its contents.
        (None, IndexKind::Figures(at)) => urls::page(site, site.handbook.contents[at], lang).to_string(),
        (None, _) => urls::page(site, site.handbook.home, lang).to_string(),
        (Some(_), _) => same(lang).unwrap_or_else(|| urls::index(site, lang, which)),
    });
    match which {
        IndexKind::Figures(publication) => {
            View { page: PageView { hue: Some(lists::hue(site, publication)), ..view.page.clone() }, ..view }
        }
        which if which.of_professions() => of_encyclopedia(site, view),
        _ => view,
    }
}

pub fn moved_page(site: &Inputs, lang: Lang, path: &OutPath, number: usize) -> View {
    let to = site.handbook.moved[number].to;
    let title = borrowed::title(site, to, lang);
    let link = LinkView { title, url: urls::link(site, path, to, lang) };
    let title = site.strings(lang).text("moved.title");
    let mut view = page(site, lang, path, "moved", title, Part::Moved(link), |lang| urls::moved(site, lang, number));
    view.page.canonical = site.plan.absolute_page(to, urls::source_language(site, to, lang));
    view
}

/// A volume of a publication, to be read or (`for_print`) for paper.
pub fn whole_page(
    pages: &Pages,
    lang: Lang,
    path: &OutPath,
    (publication, volume): (usize, usize),
    for_print: bool,
) -> View {
    let site = &pages.site;
    let volumes = |lang: Lang| {
        let all = if for_print { &site.plan.prints } else { &site.plan.wholes };
        &all[lang.index()][publication]
    };
    let address = |lang: Lang, volume: usize| match for_print {
        true => urls::print(site, lang, publication, volume),
        false => urls::whole(site, lang, publication, volume),
    };
    let entries = &volumes(lang)[volume];
    let whole = Whole::new(entries);
    let contents = site.handbook.contents[publication];
    let items = entries.iter().filter_map(|id| {
        let entry = site.handbook.entry(*id);
        let making = Making { pages, site, id: *id, lang, from: path, entry, whole: Some(&whole) };
        making.whole_item(&whole)
    });
    let items = items.collect();
    let link = |(at, entries): (usize, &Vec<EntryId>)| LinkView {
        title: volume_title(site, lang, at, entries),
        url: path.link_to(&address(lang, at)),
    };
    let volumes_here: Vec<LinkView> = volumes(lang).iter().enumerate().map(link).collect();
    let url = urls::link(site, path, contents, lang);
    let print = site.plan.prints[lang.index()][publication].first().filter(|_| !for_print).map(|_| LinkView {
        title: site.strings(lang).text("whole.for_print").to_string(),
        url: path.link_to(&urls::print(site, lang, publication, 0)),
    });
    let view = WholeView {
        publication: lists::publication_view(site, publication, lang, url),
        breadcrumbs: lists::breadcrumbs_below(site, contents, lang, path),
        volume: volume + 1,
        prev: volume.checked_sub(1).and_then(|before| volumes_here.get(before)).cloned(),
        next: volumes_here.get(volume + 1).cloned(),
        volumes: volumes_here,
        print,
        for_print,
        items,
    };
    let title = borrowed::listed(site, &site.handbook.config.publications[publication].title, lang);
    let part = Part::Whole(Box::new(view));
    let mut view = page(site, lang, path, "whole", &title, part, |lang| {
        // Another language may have fewer volumes, or need none for paper.
        match (volumes(lang).len().checked_sub(1), for_print) {
            (Some(last), _) => address(lang, volume.min(last)),
            (None, true) => urls::whole(site, lang, publication, 0),
            (None, false) => urls::page(site, contents, lang).to_string(),
        }
    });
    view.page.hue = Some(lists::hue(site, publication));
    view
}

/// «Часть 2: главы 4–6», or its number alone where chapters have none.
fn volume_title(site: &Inputs, lang: Lang, volume: usize, entries: &[EntryId]) -> String {
    let strings = site.strings(lang);
    let number = |id: &EntryId| site.handbook.numbers.chapters[id.0 as usize].as_deref()?.split('.').next();
    let mut numbers = entries.iter().filter_map(number);
    let from = numbers.next();
    let to = numbers.next_back().or(from);
    let key = match (from, to) {
        (None, _) => "whole.volume",
        (from, to) if from == to => "whole.volume_chapter",
        _ => "whole.volume_chapters",
    };
    let title = strings.text(key).replace("{n}", &(volume + 1).to_string());
    title.replace("{from}", from.unwrap_or_default()).replace("{to}", to.unwrap_or_default())
}

pub fn booklet_page(site: &Inputs, lang: Lang, path: &OutPath, number: usize) -> View {
    let booklet = &site.plan.booklets[lang.index()][number];
    let reader = Reader { site, from: path, lang, whole: None };
    let items: Vec<_> = booklet.entries.iter().filter_map(|id| profession::view(reader, *id)).collect();
    let volumes = site.plan.booklets[lang.index()].iter().enumerate().filter(|(_, other)| other.field == booklet.field);
    let volumes = volumes.map(|(number, other)| LinkView {
        title: (other.volume + 1).to_string(),
        url: path.link_to(&urls::booklet(site, lang, number)),
    });
    let field = site.handbook.lists.fields.find(&booklet.field);
    let title = field.map_or_else(String::new, |field| borrowed::listed(site, &field.title, lang));
    let summary = field.and_then(|field| field.summary.as_ref());
    let view = BookletView {
        field: items.first().and_then(|item| item.field.clone()),
        summary: summary.map_or_else(String::new, |summary| borrowed::listed(site, summary, lang)),
        volume: booklet.volume + 1,
        volumes: volumes.collect(),
        items,
    };
    let part = Part::Booklet { booklet: Box::new(view), ways: ways(site, lang, path) };
    let address = |lang: Lang| {
        let same = site.plan.booklets[lang.index()]
            .iter()
            .position(|other| (&other.field, other.volume) == (&booklet.field, booklet.volume));
        same.map_or_else(|| urls::finder(site, lang), |number| urls::booklet(site, lang, number))
    };
    of_encyclopedia(site, page(site, lang, path, "booklet", &title, part, address))
}

/// Where the pages of the finder lead.
pub fn ways(site: &Inputs, lang: Lang, path: &OutPath) -> WaysView {
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
fn encyclopedia(site: &Inputs) -> Option<usize> {
    site.plan.counts.iter().position(|(_, of)| *of == "professions")
}

/// A page about professions has the hue of the publication that holds them.
fn of_encyclopedia(site: &Inputs, mut view: View) -> View {
    view.page.hue = encyclopedia(site).map(|index| lists::hue(site, index));
    // The finder is worth finding from outside; lists of what other pages say, and a reader's own, are not.
    view.page.noindex = !matches!(view.part, Part::Finder { .. });
    view
}

/// The same page in every language; nothing, where there is no choice.
fn chooser(site: &Inputs, lang: Lang, url: impl Fn(Lang) -> String) -> Vec<LangView> {
    let languages = &site.handbook.config.languages;
    let view = |(other, code)| LangView {
        code,
        name: site.strings(other).text("language.name").to_string(),
        url: Some(url(other)),
        current: other == lang,
        alternate: true,
    };
    if languages.only().is_some() { Vec::new() } else { languages.codes().map(view).collect() }
}

/// A page that the generator makes in every language of its own accord.
pub fn page(
    site: &Inputs,
    lang: Lang,
    path: &OutPath,
    kind: &'static str,
    title: &str,
    part: Part,
    address: impl Fn(Lang) -> String,
) -> View {
    let langs = chooser(site, lang, |other| path.link_to(&address(other)));
    View {
        page: PageView { noindex: true, ..bare_page(site, kind, lang, title.to_string()) },
        part,
        langs,
        ..bare_view(site, lang, path)
    }
}

pub fn bare_view(site: &Inputs, lang: Lang, path: &OutPath) -> View {
    View {
        lang,
        code: site.handbook.config.languages.code(lang),
        shared_root: path.root(),
        root: path.root().to_string(),
        own_site: None,
        langs: Vec::new(),
        alternates: Vec::new(),
        page: bare_page(site, "", lang, String::new()),
        part: Part::Results,
    }
}

pub fn finder_page(pages: &Pages, lang: Lang, path: &OutPath) -> View {
    let site = &pages.site;
    let title = site.strings(lang).text("finder.title");
    let finder = Box::new(finder::view(site, pages.finder(lang), lang, path));
    let part = Part::Finder { finder, ways: ways(site, lang, path) };
    let mut view = page(site, lang, path, "finder", title, part, |lang| urls::finder(site, lang));
    view.page.description = site.strings(lang).text("finder.lead").to_string();
    view.page.canonical = site.plan.absolute(path.as_str());
    let languages = site.handbook.config.languages.codes();
    let alternate = |(lang, code): (Lang, &'static str)| {
        Some(Alternate { code, href: site.plan.absolute(&urls::finder(site, lang))? })
    };
    let mut alternates: Vec<Alternate> = languages.filter_map(alternate).collect();
    let lead = alternates.first().map(|lead| Alternate { code: "x-default", ..lead.clone() });
    alternates.extend(lead);
    view.alternates = if alternates.len() > 2 { alternates } else { Vec::new() };
    of_encyclopedia(site, view)
}

pub fn saved_page(pages: &Pages, lang: Lang, path: &OutPath) -> View {
    let site = &pages.site;
    let title = site.strings(lang).text("finder.saved");
    let data = finder::data_url(site, pages.finder(lang), lang, path);
    let part = Part::Saved { data, ways: ways(site, lang, path) };
    of_encyclopedia(site, page(site, lang, path, "saved", title, part, |lang| urls::saved(site, lang)))
}
