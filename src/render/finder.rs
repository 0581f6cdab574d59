//! The finder: which facets it offers, and the professions as the browser's script reads them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{LinkView, urls};
use crate::address::OutPath;
use crate::define::{By, Facet, Field, Seen, To, in_language};
use crate::lang::Lang;
use crate::parse::{CONDITIONS, Interests, Often, Profession, Type};
use crate::plan::{IndexKind, Inputs};
use crate::resolve::EntryId;

/// A group of checkboxes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FacetView {
    pub id: &'static str,
    pub title: String,
    /// Whether every chosen option must hold, not one of them.
    pub all: bool,
    pub options: Vec<OptionView>,
}

/// A checkbox.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OptionView {
    pub value: String,
    pub title: String,
    /// How many professions have it.
    pub count: usize,
}

/// What the finder's page is given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FinderView {
    pub facets: Vec<FacetView>,
    pub data: String,
    pub exports: Vec<LinkView>,
    /// Where the draft state of all professions is listed.
    pub review: LinkView,
}

/// What a profession wishes of a worker turned round: what a reader may wish of a profession.
const WISHES: [(&str, &str, Often); 9] = [
    ("outdoor", "outdoor", Often::Often),
    ("indoor", "outdoor", Often::Never),
    ("active", "physical", Often::Often),
    ("light", "physical", Often::Never),
    ("travel", "travel", Often::Often),
    ("team", "team", Often::Often),
    ("screen", "screen", Often::Often),
    ("daytime", "shift", Often::Never),
    ("quiet", "noise_dust", Often::Never),
];

/// Longest duration in months of each class of duration.
const DURATIONS: [(&str, u16); 4] = [("weeks", 6), ("year", 18), ("years", 48), ("long", u16::MAX)];

fn wishes(profession: &Profession) -> Vec<&'static str> {
    let Some(conditions) = profession.conditions else { return Vec::new() };
    let holds = |condition: &str, wanted: Often| {
        CONDITIONS.into_iter().zip(conditions).any(|(name, often)| name == condition && often == wanted)
    };
    WISHES.into_iter().filter(|(_, condition, wanted)| holds(condition, *wanted)).map(|(wish, ..)| wish).collect()
}

fn duration(months: u16) -> &'static str {
    DURATIONS.into_iter().find(|(_, most)| months <= *most).map_or("long", |(class, _)| class)
}

/// A facet: the key of a profession that it chooses by.
#[derive(Clone, Copy)]
struct Chosen {
    field: &'static Field,
    facet: Facet,
    /// Whether it is one of ways in: what is chosen in those must hold of one and the same way.
    of_route: bool,
}

/// The facets in the order of the page.
fn chosen() -> Vec<Chosen> {
    fn add(field: &'static Field, of_route: bool, all: &mut Vec<Chosen>) {
        all.extend(field.facet.map(|facet| Chosen { field, facet, of_route }));
        field.inner().iter().for_each(|inner| add(inner, of_route, all));
    }
    let mut all = Vec::new();
    Type::Profession.definition().fields().for_each(|field| add(field, field.key == "routes", &mut all));
    all.sort_by_key(|chosen| chosen.facet.place);
    all
}

/// The values that a profession, or a way into it, has in a facet.
fn values(site: &Inputs, profession: &Profession, all: &[(&'static Field, Seen)], chosen: &Chosen) -> Vec<String> {
    match chosen.facet.by {
        By::Strongest => profession.interests.map_or_else(Vec::new, |interests| {
            interests.code().into_iter().map(|letter| Interests::LETTERS[letter].to_string()).collect()
        }),
        By::Wishes => wishes(profession).into_iter().map(str::to_string).collect(),
        By::Region => regions(site, profession),
        By::Value | By::Only(_) | By::Length => {
            let mut found = Vec::new();
            all.iter().for_each(|(field, value)| gather(field, value, chosen, &mut found));
            // A record names subjects in an order of its own, and ways in as often as there are.
            if chosen.of_route {
                found.sort();
                found.dedup();
            }
            found
        }
    }
}

/// Finds what stands under the key of a facet.
fn gather(field: &'static Field, value: &Seen, chosen: &Chosen, found: &mut Vec<String>) {
    if field.facet.is_none_or(|facet| facet.id != chosen.facet.id) {
        match value {
            Seen::List(items) => items.iter().for_each(|item| gather(field, item, chosen, found)),
            Seen::Group(values) => values.iter().for_each(|(field, value)| gather(field, value, chosen, found)),
            Seen::Nothing
            | Seen::Plain(_)
            | Seen::Written(_)
            | Seen::Text(_)
            | Seen::Rich(_)
            | Seen::Number(_)
            | Seen::Date(_)
            | Seen::Flag(_)
            | Seen::Choice(_)
            | Seen::Reference(_)
            | Seen::Some(_)
            | Seen::Words(_)
            | Seen::Review(..) => {}
        }
        return;
    }
    let one = |value: &Seen| match value {
        Seen::Choice(choice) => Some(choice.to_string()),
        Seen::Reference((_, id)) => Some(id.clone()),
        Seen::Number(number) => Some(number.to_string()),
        Seen::Flag(flag) => Some(flag.to_string()),
        Seen::Plain(text) => Some(text.to_string()),
        Seen::Written(text) => Some(text.clone()),
        Seen::Nothing
        | Seen::Text(_)
        | Seen::Rich(_)
        | Seen::Date(_)
        | Seen::Some(_)
        | Seen::Words(_)
        | Seen::Review(..)
        | Seen::List(_)
        | Seen::Group(_) => None,
    };
    match (chosen.facet.by, value) {
        (By::Length, Seen::List(months)) => {
            let longest = months.last().and_then(|month| if let Seen::Number(n) = month { Some(*n) } else { None });
            found.extend(longest.map(|months| duration(u16::try_from(months).unwrap_or(u16::MAX)).to_string()));
        }
        (By::Only(only), value) => found.extend(one(value).filter(|value| only.contains(&value.as_str()))),
        (_, Seen::List(items)) => found.extend(items.iter().filter_map(one)),
        (_, value) => found.extend(one(value)),
    }
}

fn regions(site: &Inputs, profession: &Profession) -> Vec<String> {
    let institutions = &site.handbook.lists.institutions;
    let places = profession.study_at.iter().filter_map(|place| institutions.find(&place.institution.1));
    let mut found: Vec<String> = places.map(|place| place.region.1.clone()).collect();
    found.sort();
    found.dedup();
    found
}

/// All values of a facet with their names, in the order of the page.
fn options(site: &Inputs, lang: Lang, chosen: &Chosen) -> Vec<(String, String)> {
    let lists = &site.handbook.lists;
    let strings = site.strings(lang);
    let words = |values: &[&str], key: &dyn Fn(&str) -> String| -> Vec<_> {
        values.iter().map(|value| (value.to_string(), strings.text(&key(value)).to_string())).collect()
    };
    let terms = |list: &crate::parse::Vocabulary| -> Vec<_> {
        list.items.iter().map(|term| (term.id.clone(), term.title.get(lang).to_string())).collect()
    };
    let field = chosen.field;
    let choices = |choices: &[&str]| words(choices, &|choice| field.word(choice).unwrap_or_default());
    match (chosen.facet.by, field.refers) {
        (By::Length, _) => words(&DURATIONS.map(|(class, _)| class), &|class| format!("finder.time.{class}")),
        (By::Strongest, _) => words(&Interests::LETTERS, &|letter| format!("interest.{letter}.title")),
        (By::Wishes, _) => words(&WISHES.map(|(wish, ..)| wish), &|wish| format!("finder.wish.{wish}")),
        (By::Region, _) | (By::Value, Some(To::Regions)) => terms(&lists.regions),
        (By::Only(only), _) => choices(only),
        (By::Value, Some(To::Fields)) => terms(&lists.fields),
        (By::Value, Some(To::Subjects)) => terms(&lists.subjects),
        (By::Value, Some(To::Competencies)) => terms(&lists.competencies),
        (By::Value, Some(To::Institutions)) => {
            let titled = |found: &crate::parse::Institution| (found.id.clone(), found.title.get(lang).to_string());
            lists.institutions.items.iter().map(titled).collect()
        }
        (By::Value, None | Some(To::Sources | To::Professions | To::Terms | To::Steps | To::Own)) => {
            choices(field.choices)
        }
    }
}

fn professions<'s>(site: &Inputs<'s>) -> impl Iterator<Item = (EntryId, &'s Profession)> + use<'s> {
    let handbook = site.handbook;
    handbook.ids().filter_map(move |id| Some((id, handbook.entry(id).profession()?)))
}

/// What the finder offers and its scripts read, in one language.
pub struct Finder {
    facets: Vec<FacetView>,
    /// `data.js`.
    pub data: String,
}

impl Finder {
    /// Counts what there is to choose.
    pub fn new(site: &Inputs, lang: Lang) -> Finder {
        let facets = facets(site, lang);
        let data = data(site, &facets, lang);
        Finder { facets, data }
    }
}

/// What the finder offers: options that no profession has are left out, and so are facets without a choice.
fn facets(site: &Inputs, lang: Lang) -> Vec<FacetView> {
    let strings = site.strings(lang);
    let code = site.handbook.config.languages.code(lang);
    let facet = |chosen: Chosen| {
        let id = chosen.facet.id;
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (_, profession) in professions(site) {
            for value in values(site, profession, &profession.values(), &chosen) {
                *counts.entry(value).or_default() += 1;
            }
        }
        let all = options(site, lang, &chosen).into_iter();
        let options: Vec<OptionView> = all
            .filter_map(|(value, title)| {
                let count = counts.get(&value).copied()?;
                Some(OptionView { value, title, count })
            })
            .collect();
        let key = format!("finder.facet.{id}");
        let title = if strings.has(&key) { strings.text(&key) } else { in_language(&chosen.field.label, code) };
        let view = FacetView { id, title: title.to_string(), all: matches!(chosen.facet.by, By::Wishes), options };
        (!view.options.is_empty()).then_some(view)
    };
    chosen().into_iter().filter_map(facet).collect()
}

/// What the finder's page is given.
pub fn view(site: &Inputs, finder: &Finder, lang: Lang, from: &OutPath) -> FinderView {
    let export = |extension: &str| LinkView {
        title: extension.to_uppercase(),
        url: from.link_to(&urls::export(site, lang, extension)),
    };
    FinderView {
        facets: finder.facets.clone(),
        data: data_url(site, finder, lang, from),
        exports: vec![export("csv"), export("json")],
        review: LinkView {
            title: site.strings(lang).text("finder.by.review").to_string(),
            url: from.link_to(&urls::index(site, lang, IndexKind::Review)),
        },
    }
}

/// What somebody of a profession does and is good at, for a document about oneself.
#[derive(Serialize)]
struct TasksOf<'a> {
    id: &'a str,
    title: &'a str,
    tasks: Vec<String>,
    competencies: Vec<&'a str>,
}

/// `tasks.js`: a script, so that it can be loaded from a disk as well.
pub fn tasks(site: &Inputs, lang: Lang) -> String {
    let lists = &site.handbook.lists;
    let of_profession = |id: EntryId| {
        let profession = site.handbook.entry(id).profession()?;
        let competencies = profession.competencies.iter();
        Some(TasksOf {
            id: site.handbook.entry(id).name(),
            title: profession.title.get(lang),
            tasks: profession.tasks.iter().map(|task| crate::text::plain::line(task.get(lang))).collect(),
            competencies: competencies
                .filter_map(|found| Some(lists.competencies.find(&found.id.1)?.title.get(lang)))
                .collect(),
        })
    };
    let all: Vec<TasksOf> = site.plan.professions(lang).into_iter().filter_map(of_profession).collect();
    let code = site.handbook.config.languages.code(lang);
    format!("bagytTasks({:?}, {})\n", code, serde_json::to_string(&all).unwrap_or_default())
}

/// One profession for the script, whose `shapes.d.ts` describes it too: short names, for there may be thousands.
#[derive(Serialize)]
struct Row<'a> {
    /// Id.
    i: &'a str,
    /// Address from the finder's folder.
    u: String,
    /// Title and summary.
    t: &'a str,
    s: &'a str,
    /// Interests, R to C.
    r: Option<[u8; 6]>,
    /// Conditions in their order: 0 never, 1 sometimes, 2 often.
    c: Option<[u8; CONDITIONS.len()]>,
    /// Competencies by their number in the list, with weights.
    k: Vec<(usize, u8)>,
    /// Numbers of options of each facet that is not of a route, by the facet's number.
    v: BTreeMap<usize, Vec<usize>>,
    /// Routes: numbers of the options of each facet of ways in; -1 for none.
    w: Vec<Vec<i32>>,
}

#[derive(Serialize)]
struct Data<'a> {
    facets: Vec<FacetData<'a>>,
    /// The facets of ways in.
    route: Vec<&'static str>,
    competencies: Vec<&'a str>,
    conditions: Vec<&'a str>,
    often: Vec<&'a str>,
    /// Letters and titles, in their order.
    interests: Vec<(&'a str, &'a str)>,
    items: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct FacetData<'a> {
    id: &'a str,
    title: &'a str,
    options: Vec<(&'a str, &'a str)>,
}

/// The address of `data.js` from a page, with a checksum: no browser takes an older copy of it for this one.
pub fn data_url(site: &Inputs, finder: &Finder, lang: Lang, from: &OutPath) -> String {
    format!("{}?{}", from.link_to(&urls::finder_data(site, lang)), crate::hash::name_of(finder.data.as_bytes()))
}

/// `data.js`: a script, so that it can be loaded from a disk as well.
fn data(site: &Inputs, facets: &[FacetView], lang: Lang) -> String {
    // Its addresses begin in the finder's own folder; a path of checked names can always be made.
    let Ok(from) = OutPath::new(urls::finder(site, lang)) else { return String::new() };
    let strings = site.strings(lang);
    let lists = &site.handbook.lists;
    let data = Data {
        facets: facets
            .iter()
            .map(|facet| FacetData {
                id: facet.id,
                title: &facet.title,
                options: facet.options.iter().map(|option| (option.value.as_str(), option.title.as_str())).collect(),
            })
            .collect(),
        route: chosen().iter().filter(|chosen| chosen.of_route).map(|chosen| chosen.facet.id).collect(),
        competencies: lists.competencies.items.iter().map(|term| term.title.get(lang)).collect(),
        conditions: CONDITIONS.iter().map(|name| strings.text(&format!("condition.{name}"))).collect(),
        often: [Often::Never, Often::Sometimes, Often::Often]
            .map(|often| strings.text(&format!("often.{}", often.name())))
            .to_vec(),
        interests: Interests::LETTERS
            .iter()
            .map(|letter| (*letter, strings.text(&format!("interest.{letter}.title"))))
            .collect(),
        items: site.plan.professions(lang).into_iter().filter_map(|id| row(site, facets, lang, &from, id)).collect(),
    };
    // Plain structs of numbers and texts always serialise. `<` cannot end the script early in a file of its own.
    format!("bagytProfessions({})\n", serde_json::to_string(&data).unwrap_or_default())
}

/// A profession for the script; `None` for an entry that is none.
fn row<'s>(site: &Inputs<'s>, facets: &[FacetView], lang: Lang, from: &OutPath, id: EntryId) -> Option<Row<'s>> {
    let profession = site.handbook.entry(id).profession()?;
    let place = |facet: &str, value: &str| {
        let facet = facets.iter().find(|other| other.id == facet)?;
        facet.options.iter().position(|option| option.value == value)
    };
    let chosen = chosen();
    let all = profession.values();
    let numbers = facets.iter().enumerate().filter_map(|(number, facet)| {
        let chosen = chosen.iter().find(|chosen| chosen.facet.id == facet.id && !chosen.of_route)?;
        let values = values(site, profession, &all, chosen);
        Some((number, values.iter().filter_map(|value| place(facet.id, value)).collect::<Vec<_>>()))
    });
    let routes = profession.routes.iter().map(|route| {
        let route = route.values();
        let number = |chosen: &Chosen| {
            let value = values(site, profession, &route, chosen).into_iter().next();
            value.and_then(|value| place(chosen.facet.id, &value)).map_or(-1, |number| number as i32)
        };
        chosen.iter().filter(|chosen| chosen.of_route).map(number).collect()
    });
    let competencies = profession.competencies.iter();
    let list = &site.handbook.lists.competencies;
    Some(Row {
        i: site.handbook.entry(id).name(),
        u: urls::link(site, from, id, lang),
        t: profession.title.get(lang),
        s: profession.summary.get(lang),
        r: profession.interests.map(|interests| interests.0),
        c: profession.conditions.map(|conditions| conditions.map(|often| often as u8)),
        k: competencies.filter_map(|found| Some((list.position(&found.id.1)?, found.weight))).collect(),
        v: numbers.filter(|(_, values)| !values.is_empty()).collect(),
        w: routes.collect(),
    })
}
