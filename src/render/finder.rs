//! The finder: which facets it offers, and the professions as the browser's script reads them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{LinkView, urls};
use crate::address::OutPath;
use crate::lang::Lang;
use crate::parse::{CONDITIONS, Interests, Often, Profession, ROUTE_KINDS, Route, WORKS_WITH};
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

/// The value that a route has in a facet of [`OF_ROUTE`].
fn value_of_route(route: &Route, facet: &str) -> Option<String> {
    match facet {
        "start" => Some(route.after_grade.to_string()),
        "way" => Some(route.kind.to_string()),
        "test" => (route.ort == "no").then(|| "no".to_string()),
        "time" => route.months.map(|(_, to)| duration(to).to_string()),
        _ => None,
    }
}

/// The values that a profession has in a facet.
fn values(site: &Inputs, profession: &Profession, facet: &str) -> Vec<String> {
    let ids = |references: &[crate::parse::Reference]| references.iter().map(|(_, id)| id.clone()).collect();
    if OF_ROUTE.contains(&facet) {
        let of_routes: BTreeSet<String> =
            profession.routes.iter().filter_map(|route| value_of_route(route, facet)).collect();
        return of_routes.into_iter().collect();
    }
    match facet {
        "subject" => ids(&profession.school_subjects),
        "interest" => profession.interests.map_or_else(Vec::new, |interests| {
            interests.code().into_iter().map(|letter| Interests::LETTERS[letter].to_string()).collect()
        }),
        "wish" => wishes(profession).into_iter().map(str::to_string).collect(),
        "with" => profession.works_with.iter().map(|with| with.to_string()).collect(),
        "field" => vec![profession.field.1.clone()],
        "region" => regions(site, profession),
        "self" => {
            let own = profession.self_employment.as_ref().filter(|own| own.how != "rare");
            own.map_or_else(Vec::new, |own| vec![own.how.to_string()])
        }
        "demand" => profession.demand.as_ref().map_or_else(Vec::new, |demand| vec![demand.signal.to_string()]),
        _ => Vec::new(),
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

/// The facets in the order of the page.
const FACETS: [&str; 12] =
    ["start", "subject", "interest", "wish", "way", "test", "with", "field", "region", "time", "self", "demand"];

/// Facets of routes: what is chosen in them must hold of one and the same route.
const OF_ROUTE: [&str; 4] = ["start", "way", "test", "time"];

/// All values of a facet with their names, in the order of the page.
fn options(site: &Inputs, lang: Lang, facet: &str) -> Vec<(String, String)> {
    let lists = &site.handbook.lists;
    let strings = site.strings(lang);
    let words = |values: &mut dyn Iterator<Item = String>, key: &dyn Fn(&str) -> String| -> Vec<_> {
        values.map(|value| (value.clone(), strings.text(&key(&value)).to_string())).collect()
    };
    let terms = |list: &crate::parse::Vocabulary| -> Vec<_> {
        list.items.iter().map(|term| (term.id.clone(), term.title.get(lang).to_string())).collect()
    };
    let named = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<Vec<_>>().into_iter();
    match facet {
        "start" => words(&mut named(&["9", "11"]), &|grade| format!("profession.after{grade}")),
        "way" => words(&mut named(ROUTE_KINDS), &|kind| format!("route.{kind}")),
        "test" => words(&mut named(&["no"]), &|ort| format!("ort.{ort}")),
        "time" => words(&mut named(&DURATIONS.map(|(class, _)| class)), &|class| format!("finder.time.{class}")),
        "subject" => terms(&lists.subjects),
        "interest" => words(&mut named(&Interests::LETTERS), &|letter| format!("interest.{letter}.title")),
        "wish" => words(&mut named(&WISHES.map(|(wish, ..)| wish)), &|wish| format!("finder.wish.{wish}")),
        "with" => words(&mut named(WORKS_WITH), &|with| format!("works_with.{with}")),
        "field" => terms(&lists.fields),
        "region" => terms(&lists.regions),
        "self" => words(&mut named(&["common", "possible"]), &|how| format!("self_employment.{how}")),
        "demand" => words(&mut named(crate::parse::SIGNALS), &|signal| format!("demand.{signal}")),
        _ => Vec::new(),
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
    let facet = |id: &'static str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for value in professions(site).flat_map(|(_, profession)| values(site, profession, id)) {
            *counts.entry(value).or_default() += 1;
        }
        let all = options(site, lang, id).into_iter();
        let options: Vec<OptionView> = all
            .filter_map(|(value, title)| {
                let count = counts.get(&value).copied()?;
                Some(OptionView { value, title, count })
            })
            .collect();
        let title = site.strings(lang).text(&format!("finder.facet.{id}")).to_string();
        (!options.is_empty()).then_some(FacetView { id, title, all: id == "wish", options })
    };
    FACETS.into_iter().filter_map(facet).collect()
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
    /// Routes: numbers of the options of each facet of [`OF_ROUTE`]; -1 for none.
    w: Vec<[i32; OF_ROUTE.len()]>,
}

#[derive(Serialize)]
struct Data<'a> {
    facets: Vec<FacetData<'a>>,
    /// [`OF_ROUTE`].
    route: [&'static str; OF_ROUTE.len()],
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
        route: OF_ROUTE,
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
    let numbers = facets.iter().enumerate().filter(|(_, facet)| !OF_ROUTE.contains(&facet.id));
    let numbers = numbers.map(|(number, facet)| {
        let values = values(site, profession, facet.id);
        (number, values.iter().filter_map(|value| place(facet.id, value)).collect::<Vec<_>>())
    });
    let routes = profession.routes.iter().map(|route| {
        OF_ROUTE.map(|facet| {
            let number = value_of_route(route, facet).and_then(|value| place(facet, &value));
            number.map_or(-1, |number| number as i32)
        })
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
