//! The finder: which facets it offers, and the professions as the browser's script reads them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{LinkView, borrowed, indexes, urls};
use crate::address::{OutPath, paths};
use crate::define::{By, Facet, Field, Seen, To, in_language};
use crate::lang::{Lang, Localised};
use crate::parse::{CONDITIONS, Interests, Often, Profession, Type};
use crate::plan::{IndexKind, Inputs, PART};
use crate::resolve::EntryId;

/// A group of checkboxes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FacetView {
    pub id: &'static str,
    pub title: String,
    /// The same as a question to the reader.
    pub question: String,
    /// Whether every chosen option must hold, not one of them.
    pub all: bool,
    /// Whether any option has a list, for readers without the script.
    pub listed: bool,
    pub options: Vec<OptionView>,
}

/// A checkbox.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OptionView {
    pub value: String,
    pub title: String,
    /// How many professions have it.
    pub count: usize,
    /// Where they are listed, for readers without the script.
    pub url: Option<String>,
    /// The title for the script, which knows no marks of borrowed words.
    #[serde(skip)]
    words: Words,
}

/// A text for a script, and the language that it is in where that is not the reader's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Words {
    text: String,
    lang: Option<&'static str>,
}

impl Words {
    /// What a reader of `lang` is shown.
    fn of(site: &Inputs, text: &Localised, lang: Lang) -> Words {
        let (text, shown) = text.shown(lang);
        Words { text: text.to_string(), lang: other_code(site, shown, lang) }
    }

    /// The same with the marks that templates need.
    fn marked(&self) -> String {
        match self.lang {
            Some(code) => borrowed::quiet_in(&self.text, code),
            None => self.text.clone(),
        }
    }
}

/// The code of a language that is not the reader's.
fn other_code(site: &Inputs, shown: Lang, lang: Lang) -> Option<&'static str> {
    (shown != lang).then(|| site.handbook.config.languages.code(shown))
}

/// What the finder's page is given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FinderView {
    pub facets: Vec<FacetView>,
    pub data: String,
    pub exports: Vec<LinkView>,
    /// Where what is not known of professions is listed.
    pub unknown: LinkView,
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
        By::Known(keys) => {
            let known = |key: &&&str| all.iter().any(|(field, value)| field.key == **key && !value.is_empty());
            keys.iter().filter(known).map(|key| key.to_string()).collect()
        }
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
fn options(site: &Inputs, lang: Lang, chosen: &Chosen) -> Vec<(String, Words)> {
    let lists = &site.handbook.lists;
    let strings = site.strings(lang);
    let words = |values: &[&str], key: &dyn Fn(&str) -> String| -> Vec<_> {
        let word = |value: &str| Words { text: strings.text(&key(value)).to_string(), lang: None };
        values.iter().map(|value| (value.to_string(), word(value))).collect()
    };
    let terms = |list: &crate::parse::Vocabulary| -> Vec<_> {
        list.items.iter().map(|term| (term.id.clone(), Words::of(site, &term.title, lang))).collect()
    };
    let field = chosen.field;
    let choices = |choices: &[&str]| words(choices, &|choice| field.word(choice).unwrap_or_default());
    match (chosen.facet.by, field.refers) {
        (By::Length, _) => words(&DURATIONS.map(|(class, _)| class), &|class| format!("finder.time.{class}")),
        (By::Strongest, _) => words(&Interests::LETTERS, &|letter| format!("interest.{letter}.title")),
        (By::Wishes, _) => words(&WISHES.map(|(wish, ..)| wish), &|wish| format!("finder.wish.{wish}")),
        (By::Known(keys), _) => words(keys, &|key| format!("finder.known.{key}")),
        (By::Region, _) | (By::Value, Some(To::Regions)) => terms(&lists.regions),
        (By::Only(only), _) => choices(only),
        (By::Value, Some(To::Fields)) => terms(&lists.fields),
        (By::Value, Some(To::Subjects)) => terms(&lists.subjects),
        (By::Value, Some(To::Competencies)) => terms(&lists.competencies),
        (By::Value, Some(To::Institutions)) => {
            let titled = |found: &crate::parse::Institution| (found.id.clone(), Words::of(site, &found.title, lang));
            lists.institutions.items.iter().map(titled).collect()
        }
        (By::Value, None | Some(To::Sources | To::Professions | To::Terms | To::Steps | To::Own)) => {
            choices(field.choices)
        }
    }
}

/// Where the professions of an option are listed.
fn listed_at(site: &Inputs, lang: Lang, chosen: &Chosen, value: &str) -> Option<String> {
    let from = OutPath::new(urls::finder(site, lang)).ok()?;
    let which = match (chosen.facet.by, chosen.field.refers) {
        (By::Strongest, _) => IndexKind::Interest,
        (By::Region, _) => IndexKind::Region,
        (By::Value, Some(To::Subjects)) => IndexKind::Subject,
        (By::Value, Some(To::Fields)) => IndexKind::Field,
        _ => return None,
    };
    indexes::group_url(site, lang, &from, which, &value.to_lowercase())
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
    /// `data-1.js` and so on.
    pub parts: Vec<String>,
}

impl Finder {
    /// Counts what there is to choose.
    pub fn new(site: &Inputs, lang: Lang) -> Finder {
        let facets = facets(site, lang);
        let parts = parts(site, lang);
        let data = data(site, &facets, &parts, lang);
        Finder { facets, data, parts }
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
            .filter_map(|(value, words)| {
                let count = counts.get(&value).copied()?;
                let url = listed_at(site, lang, &chosen, &value);
                Some(OptionView { value, title: words.marked(), count, url, words })
            })
            .collect();
        let key = format!("finder.facet.{id}");
        let title = if strings.has(&key) { strings.text(&key) } else { in_language(&chosen.field.label, code) };
        let question = format!("finder.question.{id}");
        let question = if strings.has(&question) { strings.text(&question) } else { title };
        let all = matches!(chosen.facet.by, By::Wishes | By::Known(_));
        let listed = options.iter().any(|option| option.url.is_some());
        let view = FacetView { id, title: title.to_string(), question: question.to_string(), all, listed, options };
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
    let index = |which: IndexKind| LinkView {
        title: site.strings(lang).text(which.words()).to_string(),
        url: from.link_to(&urls::index(site, lang, which)),
    };
    FinderView {
        facets: finder.facets.clone(),
        data: data_url(site, finder, lang, from),
        exports: vec![export("csv"), export("json")],
        unknown: index(IndexKind::Unknown),
        review: index(IndexKind::Review),
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

/// What cards and comparisons say of a profession, in a part of the data of its own: that of thousands would be too much for a
/// phone to load before it can count. `shapes.d.ts` describes it too.
#[derive(Serialize)]
struct Details<'a> {
    /// Summary, and its language where that is another.
    s: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    l: Option<&'static str>,
    /// Interests, R to C.
    r: Option<[u8; 6]>,
    /// Conditions in their order: 0 never, 1 sometimes, 2 often.
    c: Option<[u8; CONDITIONS.len()]>,
    /// Competencies by their number in the list, with weights.
    k: Vec<(usize, u8)>,
}

/// What is needed to count: columns, for those of a kind beside each other pack to half the size.
#[derive(Serialize)]
struct Data<'a> {
    facets: Vec<FacetData<'a>>,
    /// The facets of ways in.
    route: Vec<&'static str>,
    competencies: Vec<Titled<'a>>,
    conditions: Vec<&'a str>,
    often: Vec<&'a str>,
    /// Letters and titles, in their order.
    interests: Vec<(&'a str, &'a str)>,
    /// Ids and titles, a line each, in the order of the alphabet.
    ids: String,
    titles: String,
    /// Languages of titles that are borrowed, by the number of the profession.
    langs: BTreeMap<usize, &'static str>,
    /// What stands before an id in an address, and the addresses that are made otherwise.
    folder: String,
    elsewhere: BTreeMap<usize, String>,
    /// For each facet that is not of a way in the options of each profession: a letter an option, a space after each profession.
    values: Vec<String>,
    /// All the ways in that there are: numbers of the options of the facets of ways in, -1 for none. And those of each profession.
    ways: Vec<Vec<i32>>,
    routes: String,
    /// How many professions a part has, and where the parts are.
    part: usize,
    parts: Vec<String>,
}

/// A title, and its language where it is borrowed.
#[derive(Serialize)]
#[serde(untagged)]
enum Titled<'a> {
    Own((&'a str,)),
    Borrowed((&'a str, &'static str)),
}

#[derive(Serialize)]
struct FacetData<'a> {
    id: &'a str,
    title: &'a str,
    options: Vec<OptionData<'a>>,
}

/// Value and title; the language of a title that is borrowed.
#[derive(Serialize)]
#[serde(untagged)]
enum OptionData<'a> {
    Own((&'a str, &'a str)),
    Borrowed((&'a str, &'a str, &'static str)),
}

/// A number as a letter that a string of JSON holds as it is. `js/finder/professions.js` turns it back.
fn letter(number: usize) -> char {
    // From `#` on, without the backslash and the characters that nothing shows.
    let code = 0x23 + number;
    let code = if code >= 0x5C { code + 1 } else { code };
    let code = if code >= 0x7F { code + 0x22 } else { code };
    char::from_u32(u32::try_from(code).unwrap_or(u32::MAX)).unwrap_or('#')
}

/// Letters of numbers, a space after those of each profession.
fn letters(all: impl Iterator<Item = Vec<usize>>) -> String {
    let mut text = String::new();
    for numbers in all {
        text.extend(numbers.into_iter().map(letter));
        text.push(' ');
    }
    text
}

/// The address of `data.js` from a page, with a checksum: no browser takes an older copy of it for this one.
pub fn data_url(site: &Inputs, finder: &Finder, lang: Lang, from: &OutPath) -> String {
    format!("{}?{}", from.link_to(&urls::finder_data(site, lang)), crate::hash::name_of(finder.data.as_bytes()))
}

/// The professions of a language, in the order of the alphabet.
fn sorted<'s>(site: &Inputs<'s>, lang: Lang) -> Vec<(EntryId, &'s Profession)> {
    let handbook = site.handbook;
    let sorted = site.plan.professions(lang).into_iter();
    sorted.filter_map(|id| Some((id, handbook.entry(id).profession()?))).collect()
}

/// `data-1.js` and so on.
fn parts(site: &Inputs, lang: Lang) -> Vec<String> {
    let professions = sorted(site, lang);
    let part = |(number, part): (usize, &[(EntryId, &Profession)])| {
        let details: Vec<Details> = part.iter().map(|(_, profession)| details(site, profession, lang)).collect();
        format!("bagytProfessionPart({number},{})\n", serde_json::to_string(&details).unwrap_or_default())
    };
    professions.chunks(PART).enumerate().map(part).collect()
}

fn details<'s>(site: &Inputs<'s>, profession: &'s Profession, lang: Lang) -> Details<'s> {
    let list = &site.handbook.lists.competencies;
    let (summary, shown) = profession.summary.shown(lang);
    let competencies = profession.competencies.iter();
    Details {
        s: summary,
        l: other_code(site, shown, lang),
        r: profession.interests.map(|interests| interests.0),
        c: profession.conditions.map(|conditions| conditions.map(|often| often as u8)),
        k: competencies.filter_map(|found| Some((list.position(&found.id.1)?, found.weight))).collect(),
    }
}

/// `data.js`: a script, so that it can be loaded from a disk as well.
fn data(site: &Inputs, facets: &[FacetView], parts: &[String], lang: Lang) -> String {
    // Its addresses begin in the finder's own folder; a path of checked names can always be made.
    let Ok(from) = OutPath::new(urls::finder(site, lang)) else { return String::new() };
    let strings = site.strings(lang);
    let code = site.handbook.config.languages.code(lang);
    let chosen = chosen();
    let professions = sorted(site, lang);
    let (ways, routes) = ways(site, facets, &chosen, &professions);
    let (folder, elsewhere) = addresses(site, &from, lang, &professions);
    let line = |text: &str| format!("{}\n", text.replace('\n', " "));
    let langs = professions.iter().map(|(_, profession)| other_code(site, profession.title.shown(lang).1, lang));
    let part = |(number, text): (usize, &String)| {
        let url = from.link_to(&paths::finder_part(code, number));
        format!("{url}?{}", crate::hash::name_of(text.as_bytes()))
    };
    let competencies = &site.handbook.lists.competencies.items;
    let data = Data {
        facets: facets.iter().map(facet_data).collect(),
        route: chosen.iter().filter(|chosen| chosen.of_route).map(|chosen| chosen.facet.id).collect(),
        competencies: competencies.iter().map(|term| titled(site, &term.title, lang)).collect(),
        conditions: CONDITIONS.iter().map(|name| strings.text(&format!("condition.{name}"))).collect(),
        often: [Often::Never, Often::Sometimes, Often::Often]
            .map(|often| strings.text(&format!("often.{}", often.name())))
            .to_vec(),
        interests: Interests::LETTERS
            .iter()
            .map(|letter| (*letter, strings.text(&format!("interest.{letter}.title"))))
            .collect(),
        ids: professions.iter().map(|(id, _)| line(site.handbook.entry(*id).name())).collect(),
        titles: professions.iter().map(|(_, profession)| line(profession.title.get(lang))).collect(),
        langs: langs.enumerate().filter_map(|(at, lang)| Some((at, lang?))).collect(),
        folder,
        elsewhere,
        values: facets.iter().map(|facet| column(site, facet, &chosen, &professions)).collect(),
        ways,
        routes,
        part: PART,
        parts: parts.iter().enumerate().map(part).collect(),
    };
    // Plain structs of numbers and texts always serialise. `<` cannot end the script early in a file of its own.
    format!("bagytProfessions({})\n", serde_json::to_string(&data).unwrap_or_default())
}

fn titled<'a>(site: &Inputs, title: &'a Localised, lang: Lang) -> Titled<'a> {
    let (title, shown) = title.shown(lang);
    match other_code(site, shown, lang) {
        None => Titled::Own((title,)),
        Some(code) => Titled::Borrowed((title, code)),
    }
}

fn facet_data(facet: &FacetView) -> FacetData<'_> {
    FacetData { id: facet.id, title: &facet.title, options: facet.options.iter().map(option_data).collect() }
}

fn option_data(option: &OptionView) -> OptionData<'_> {
    let (value, words) = (&option.value, &option.words);
    match words.lang {
        None => OptionData::Own((value, &words.text)),
        Some(code) => OptionData::Borrowed((value, &words.text, code)),
    }
}

/// The number of an option among those that a facet offers.
fn place(facets: &[FacetView], facet: &str, value: &str) -> Option<usize> {
    let facet = facets.iter().find(|other| other.id == facet)?;
    facet.options.iter().position(|option| option.value == value)
}

/// The options of every profession in a facet; nothing for one of ways in.
fn column(site: &Inputs, facet: &FacetView, all: &[Chosen], professions: &[(EntryId, &Profession)]) -> String {
    let Some(chosen) = all.iter().find(|chosen| chosen.facet.id == facet.id && !chosen.of_route) else {
        return String::new();
    };
    let facets = std::slice::from_ref(facet);
    let numbers = |profession: &Profession| {
        let values = values(site, profession, &profession.values(), chosen);
        values.iter().filter_map(|value| place(facets, facet.id, value)).collect::<Vec<_>>()
    };
    letters(professions.iter().map(|(_, profession)| numbers(profession)))
}

/// All the ways in that there are, and which of them lead to each profession.
fn ways(
    site: &Inputs,
    facets: &[FacetView],
    all: &[Chosen],
    professions: &[(EntryId, &Profession)],
) -> (Vec<Vec<i32>>, String) {
    let of = |profession: &Profession| -> Vec<Vec<i32>> {
        let way = |route: &crate::parse::Route| {
            let route = route.values();
            let number = |chosen: &Chosen| {
                let value = values(site, profession, &route, chosen).into_iter().next();
                value.and_then(|value| place(facets, chosen.facet.id, &value)).map_or(-1, |number| number as i32)
            };
            all.iter().filter(|chosen| chosen.of_route).map(number).collect()
        };
        profession.routes.iter().map(way).collect()
    };
    let found: Vec<Vec<Vec<i32>>> = professions.iter().map(|(_, profession)| of(profession)).collect();
    let known: BTreeSet<&Vec<i32>> = found.iter().flatten().collect();
    let known: Vec<&Vec<i32>> = known.into_iter().collect();
    let numbers = |ways: &Vec<Vec<i32>>| ways.iter().filter_map(|way| known.binary_search(&way).ok()).collect();
    let routes = letters(found.iter().map(numbers));
    (known.into_iter().cloned().collect(), routes)
}

/// What the addresses of professions begin with, and those that are not made of it and the id.
fn addresses(
    site: &Inputs,
    from: &OutPath,
    lang: Lang,
    professions: &[(EntryId, &Profession)],
) -> (String, BTreeMap<usize, String>) {
    let url = |id: EntryId| urls::link(site, from, id, lang);
    let end = |id: EntryId| format!("{}.html", site.handbook.entry(id).name());
    let before = |id: EntryId| url(id).strip_suffix(&end(id)).map(str::to_string);
    let folder = professions.first().and_then(|(id, _)| before(*id)).unwrap_or_default();
    let other = |(at, (id, _)): (usize, &(EntryId, &Profession))| {
        let url = url(*id);
        (url != format!("{folder}{}", end(*id))).then_some((at, url))
    };
    let elsewhere = professions.iter().enumerate().filter_map(other).collect();
    (folder, elsewhere)
}

#[cfg(test)]
mod tests {
    use super::{letter, letters};

    #[test]
    fn numbers_are_letters_that_a_string_of_json_holds() {
        let all: String = (0..4_000).map(letter).collect();
        let json = serde_json::to_string(&all).expect("a text is JSON");
        assert_eq!(json, format!("\"{all}\""), "nothing is escaped");
        let mut distinct: Vec<char> = all.chars().collect();
        distinct.dedup();
        assert_eq!(distinct.len(), 4_000, "each number has its own");
        assert!(!all.contains([' ', '\\', '"', '\u{7f}', '\u{85}', '\u{a0}']));
        assert_eq!(letters([vec![0, 1], vec![], vec![2]].into_iter()), "#$  % ");
    }
}
