//! A profession, as its page and its field's booklet show it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::dated::DateView;
use super::text::Reader;
use super::{borrowed, indexes, lists, urls};
use crate::define::{Seen, Shape, in_language};
use crate::parse::{CONDITIONS, Interests, Profession, Reference, Rich, Route, Vocabulary};
use crate::plan::IndexKind;
use crate::resolve::{EntryId, Target, alternatives, nearness};

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct ProfessionView {
    pub id: String,
    pub url: String,
    pub glance: GlanceView,
    /// What the record says in texts and words alone, by its keys.
    #[serde(flatten)]
    pub texts: BTreeMap<&'static str, Shown>,
    /// The same by the sections of the page, with titles: what the template has no place of its own for, it shows so.
    pub pieces: BTreeMap<&'static str, Vec<Piece>>,
    /// What the official list calls it, with its source.
    pub official: Option<Claim>,
    pub field: Option<FieldView>,
    /// Names of the conditions that hold often, sometimes, never.
    pub conditions: Option<ConditionsView>,
    pub interests: Option<InterestsView>,
    pub competencies: Vec<CompetencyView>,
    pub subjects: Vec<Linked>,
    pub routes9: Vec<RouteView>,
    pub routes11: Vec<RouteView>,
    pub study_at: Vec<PlaceView>,
    pub pay: Option<PayView>,
    pub demand: Option<DemandView>,
    pub restrictions: Vec<Claim>,
    pub self_employment: Option<SelfEmploymentView>,
    pub alternatives: Vec<NearView>,
    pub related: Vec<NearView>,
    pub sources: Vec<FactView>,
    /// When an editor confirmed the text in this language, and the facts.
    pub reviewed: Option<DateView>,
    pub facts_reviewed: Option<DateView>,
    pub draft: bool,
    /// What people tell of it.
    pub stories: Vec<Linked>,
    /// Where what is not known of professions is listed.
    pub unknown: String,
}

/// A text or several, as the template gets them: HTML of Markdown, words as they are.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
#[serde(untagged)]
pub enum Shown {
    One(String),
    Many(Vec<String>),
}

/// A key of a profession with its title.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct Piece {
    pub key: &'static str,
    pub title: String,
    /// Texts are HTML, one or several.
    pub html: Vec<String>,
    /// Whether they are a list.
    pub many: bool,
}

/// A source, and when it was checked.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct FactView {
    /// Its number on the page, from 1.
    pub n: usize,
    pub title: String,
    pub url: Option<String>,
    pub checked: DateView,
}

/// Something that a source says: a text of a kind.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct Claim {
    pub kind: &'static str,
    pub text: String,
    pub fact: Option<FactView>,
}

/// A field of work.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct FieldView {
    pub id: String,
    pub title: String,
    pub icon: String,
    pub url: String,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct ConditionsView {
    pub often: Vec<&'static str>,
    pub sometimes: Vec<&'static str>,
    pub never: Vec<&'static str>,
}

/// The interests as a chart.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct InterestsView {
    /// `R-I-S`.
    pub code: String,
    pub bars: Vec<BarView>,
}

/// One letter of the chart.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct BarView {
    pub letter: &'static str,
    /// 0–100.
    pub value: u8,
    /// Whether it is one of the letters of the code.
    pub strong: bool,
    /// Where professions of the letter are listed.
    pub url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct CompetencyView {
    pub title: String,
    pub summary: String,
    pub weight: u8,
}

/// A name that leads somewhere, if there is anything.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct Linked {
    pub title: String,
    pub url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct RouteView {
    pub kind: &'static str,
    pub nqf: Option<i64>,
    pub duration: Option<DurationView>,
    /// Why there is none.
    pub no_months: Option<&'static str>,
    pub ort: &'static str,
    pub document: Option<&'static str>,
    pub text: String,
    /// What to ask, and whom.
    pub ask: Option<String>,
    pub fact: Option<FactView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct DurationView {
    pub range: String,
    /// What the word for months or years agrees with.
    pub n: u16,
    /// Whether it is in years.
    pub years: bool,
}

impl DurationView {
    /// Whole years as years, everything else in months.
    fn new((from, to): (u16, u16)) -> DurationView {
        let years = from.is_multiple_of(12) && to.is_multiple_of(12);
        let (from, to) = if years { (from / 12, to / 12) } else { (from, to) };
        let range = if from == to { from.to_string() } else { format!("{from}–{to}") };
        DurationView { range, n: to, years }
    }
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct PlaceView {
    pub title: String,
    pub kind: &'static str,
    pub region: String,
    pub status: &'static str,
    pub successor: Option<String>,
    pub note: String,
    pub url: Option<String>,
    pub fact: Option<FactView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct PayView {
    pub basis: &'static str,
    pub sum: String,
    pub year: i64,
    pub fact: Option<FactView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct DemandView {
    pub signal: &'static str,
    pub basis: &'static str,
    pub date: DateView,
    pub text: String,
    pub fact: Option<FactView>,
}

#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct SelfEmploymentView {
    pub how: &'static str,
    pub text: String,
}

/// Another profession, and what one has to learn for it who knows this one.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct NearView {
    pub title: String,
    pub summary: String,
    pub url: String,
    /// How many of its competencies, `of` in all, this one needs too.
    pub common: usize,
    pub of: usize,
    /// Titles of competencies that are new, of those that count for more, of school subjects that are new.
    pub learn: Vec<String>,
    pub deepen: Vec<String>,
    pub subjects: Vec<String>,
    /// What the record itself says of the change.
    pub text: Option<String>,
}

/// What a pupil asks first, in a few words. Nothing in it is more than the ways in and the places of study say.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct GlanceView {
    /// Kinds of ways in after each grade, each once.
    pub after9: Vec<&'static str>,
    pub after11: Vec<&'static str>,
    /// What is true of the national test on all ways, as `glance.…`; `None` without any way.
    pub ort: Option<&'static str>,
    pub lengths: Vec<LengthView>,
    /// Whether there are ways of whose length nothing is known.
    pub rest: bool,
    pub regions: Vec<String>,
    /// How many regions more there are.
    pub more: usize,
    /// The letters of the code of interests, the strongest first.
    pub letters: Vec<&'static str>,
}

/// How long a kind of ways takes.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct LengthView {
    pub kind: &'static str,
    pub duration: DurationView,
}

/// The regions that are named at a glance.
const REGIONS: usize = 3;

/// What holds of the national test on several ways, as `glance.…`.
fn ort_of(routes: &[Route]) -> Option<&'static str> {
    let has = |ort: &str| routes.iter().any(|route| route.ort == ort);
    match (has("no"), has("yes"), has("check")) {
        (false, false, false) => None,
        (true, false, false) => Some("all_no"),
        (false, true, false) => Some("all_yes"),
        (false, false, true) => Some("all_check"),
        (true, ..) => Some("some"),
        (false, true, true) => Some("mixed"),
    }
}

/// The kinds of ways, each with the shortest and the longest time that is known of it.
fn lengths_of(routes: &[Route]) -> Vec<LengthView> {
    let mut known: Vec<(&'static str, (u16, u16))> = Vec::new();
    for (kind, (from, to)) in routes.iter().filter_map(|route| Some((route.kind, route.months?))) {
        match known.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, months)) => *months = (months.0.min(from), months.1.max(to)),
            None => known.push((kind, (from, to))),
        }
    }
    known.into_iter().map(|(kind, months)| LengthView { kind, duration: DurationView::new(months) }).collect()
}

/// What the template of a profession is given. `None` for an entry that is none.
pub fn view(reader: Reader, id: EntryId) -> Option<ProfessionView> {
    let profession = reader.site.handbook.entry(id).profession()?;
    Some(Making { reader, id, profession, sources: sources(reader, profession) }.view())
}

/// Every source of a profession once, in the order in which the page comes to speak of it.
fn sources(reader: Reader, profession: &Profession) -> Vec<(String, FactView)> {
    let list = &reader.site.handbook.lists.sources;
    let found = profession.source_ids().into_iter().filter_map(|id| list.find(id)).enumerate();
    let fact = |(at, source): (usize, &crate::parse::Source)| {
        let fact = FactView {
            n: at + 1,
            title: borrowed::listed(reader.site, &source.title, reader.lang),
            url: source.url.clone(),
            checked: DateView::new(reader.site.strings(reader.lang), source.checked),
        };
        (source.id.clone(), fact)
    };
    found.map(fact).collect()
}

struct Making<'s> {
    reader: Reader<'s>,
    id: EntryId,
    profession: &'s Profession,
    sources: Vec<(String, FactView)>,
}

impl Making<'_> {
    fn view(self) -> ProfessionView {
        let Making { reader, id, profession, .. } = &self;
        let (site, lang) = (reader.site, reader.lang);
        let lists = &site.handbook.lists;
        let entry = site.handbook.entry(*id);
        let competencies = profession.competencies.iter().filter_map(|competency| {
            let term = lists.competencies.find(&competency.id.1)?;
            let words = |text| borrowed::listed(site, text, lang);
            let summary = term.summary.as_ref().map_or_else(String::new, words);
            Some(CompetencyView { title: words(&term.title), summary, weight: competency.weight })
        });
        let subjects = profession.school_subjects.iter().filter_map(|(_, id)| {
            let url = indexes::group_url(site, lang, reader.from, IndexKind::Subject, id);
            Some(Linked { title: borrowed::listed(site, &lists.subjects.find(id)?.title, lang), url })
        });
        ProfessionView {
            id: entry.name().to_string(),
            url: urls::link(site, reader.from, *id, lang),
            glance: self.glance(),
            texts: self.texts(),
            pieces: self.pieces(),
            official: profession.official_title.as_ref().map(|official| Claim {
                kind: "title",
                text: crate::markup::escaped(&borrowed::words(site, &official.text, lang)),
                fact: self.fact(&official.source),
            }),
            field: self.field(),
            conditions: self.conditions(),
            interests: profession.interests.map(|interests| self.interests(&interests)),
            competencies: competencies.collect(),
            subjects: subjects.collect(),
            routes9: self.routes(9),
            routes11: self.routes(11),
            study_at: self.study_at(),
            pay: self.pay(),
            demand: profession.demand.as_ref().map(|demand| DemandView {
                signal: demand.signal,
                basis: demand.basis,
                date: DateView::new(site.strings(lang), demand.date),
                text: self.rich(&demand.text),
                fact: self.fact(&demand.source),
            }),
            restrictions: profession
                .restrictions
                .iter()
                .map(|found| Claim { kind: found.kind, text: self.rich(&found.text), fact: self.fact(&found.source) })
                .collect(),
            self_employment: profession
                .self_employment
                .as_ref()
                .map(|found| SelfEmploymentView { how: found.how, text: self.rich(&found.text) }),
            alternatives: self.near(&alternatives(site.handbook, entry)),
            related: self.near(&site.handbook.related[id.0 as usize]),
            reviewed: profession.review.text(lang).map(|date| DateView::new(site.strings(lang), date)),
            facts_reviewed: profession.review.facts.map(|date| DateView::new(site.strings(lang), date)),
            draft: profession.review.is_draft(),
            stories: self.stories(),
            unknown: reader.from.link_to(&urls::index(site, lang, IndexKind::Unknown)),
            sources: self.sources.into_iter().map(|(_, source)| source).collect(),
        }
    }

    fn glance(&self) -> GlanceView {
        let Reader { site, lang, .. } = self.reader;
        let lists = &site.handbook.lists;
        let routes = &self.profession.routes;
        let after = |grade: i64| {
            let mut kinds: Vec<&'static str> = Vec::new();
            for route in routes.iter().filter(|route| route.after_grade == grade) {
                if !kinds.contains(&route.kind) {
                    kinds.push(route.kind);
                }
            }
            kinds
        };
        let mut ids: Vec<&str> = Vec::new();
        let places = self.profession.study_at.iter().filter_map(|place| lists.institutions.find(&place.institution.1));
        // Where nobody is taught any more is no answer.
        for place in places.filter(|place| place.status == "open") {
            if !ids.contains(&place.region.1.as_str()) {
                ids.push(&place.region.1);
            }
        }
        let regions = ids.iter().filter_map(|id| lists.regions.find(id));
        GlanceView {
            after9: after(9),
            after11: after(11),
            ort: ort_of(routes),
            lengths: lengths_of(routes),
            rest: routes.iter().any(|route| route.months.is_none()),
            regions: regions.take(REGIONS).map(|region| borrowed::listed(site, &region.title, lang)).collect(),
            more: ids.len().saturating_sub(REGIONS),
            letters: self.profession.interests.map_or_else(Vec::new, |interests| {
                interests.code().into_iter().map(|letter| Interests::LETTERS[letter]).collect()
            }),
        }
    }

    fn targets(&self) -> &[Target] {
        let entry = self.reader.site.handbook.entry(self.id);
        entry.record.as_ref().map_or(&[], |record| &record.targets)
    }

    fn rich(&self, rich: &Rich) -> String {
        self.reader.rich(rich, self.targets())
    }

    /// A value that is texts or words alone, each of which the template writes as it is.
    fn shown(&self, value: &Seen) -> Option<Shown> {
        let lang = self.reader.lang;
        let one = |text: &str| Some(Shown::One(text.to_string()));
        match value {
            Seen::Nothing => Some(Shown::One(String::new())),
            Seen::Plain(text) => one(text),
            Seen::Written(text) => one(text),
            Seen::Text(texts) => Some(Shown::One(borrowed::words(self.reader.site, texts, lang))),
            Seen::Rich(texts) => Some(Shown::One(self.rich(texts))),
            Seen::Number(number) => one(&number.to_string()),
            Seen::Choice(choice) => one(choice),
            Seen::Some(texts) => one(texts[lang.index()].as_deref().unwrap_or_default()),
            Seen::Words(lists) => Some(Shown::Many(lists[lang.index()].clone())),
            Seen::List(items) => {
                let texts = items.iter().map(|item| match self.shown(item) {
                    Some(Shown::One(text)) => Some(text),
                    Some(Shown::Many(_)) | None => None,
                });
                texts.collect::<Option<Vec<String>>>().map(Shown::Many)
            }
            // These the template gets in a form of their own.
            Seen::Date(_) | Seen::Flag(_) | Seen::Reference(_) | Seen::Review(..) | Seen::Group(_) => None,
        }
    }

    /// Texts and words by their keys; the title as lists show it.
    fn texts(&self) -> BTreeMap<&'static str, Shown> {
        let values = self.profession.values();
        let mut texts: BTreeMap<&'static str, Shown> =
            values.iter().filter_map(|(field, value)| Some((field.key, self.shown(value)?))).collect();
        texts.insert("title", Shown::One(borrowed::title(self.reader.site, self.id, self.reader.lang)));
        texts
    }

    /// What each section of the page can show as a title with a text or a list.
    fn pieces(&self) -> BTreeMap<&'static str, Vec<Piece>> {
        let Reader { site, lang, .. } = self.reader;
        let strings = site.strings(lang);
        let code = site.handbook.config.languages.code(lang);
        let mut pieces: BTreeMap<&'static str, Vec<Piece>> = BTreeMap::new();
        for (field, value) in self.profession.values() {
            if field.section.is_empty() {
                continue;
            }
            // A section without any is empty, not unknown.
            let section = pieces.entry(field.section).or_default();
            let Some(shown) = self.shown(&value).filter(|_| !value.is_empty()) else { continue };
            let many = matches!(shown, Shown::Many(_));
            let texts = match shown {
                Shown::One(text) => vec![text],
                Shown::Many(texts) => texts,
            };
            let rich = matches!(field.shape, Shape::Rich | Shape::Blocks | Shape::List(Shape::Rich | Shape::Blocks));
            let html = texts.into_iter().map(|text| match field.word(&text) {
                Some(word) => crate::markup::escaped(strings.text(&word)),
                None if rich => text,
                None => crate::markup::escaped(&text),
            });
            let key = format!("profession.{}", field.key);
            let title = if strings.has(&key) { strings.text(&key) } else { in_language(&field.label, code) };
            section.push(Piece { key: field.key, title: title.to_string(), html: html.collect(), many });
        }
        pieces
    }

    fn fact(&self, (_, id): &Reference) -> Option<FactView> {
        self.sources.iter().find(|(other, _)| other == id).map(|(_, fact)| fact.clone())
    }

    fn field(&self) -> Option<FieldView> {
        let Reader { site, lang, from, .. } = self.reader;
        let field = site.handbook.lists.fields.find(&self.profession.field.1)?;
        Some(FieldView {
            id: field.id.clone(),
            title: borrowed::listed(site, &field.title, lang),
            icon: lists::field_icon(site, &field.id),
            url: indexes::group_url(site, lang, from, IndexKind::Field, &field.id)?,
        })
    }

    fn conditions(&self) -> Option<ConditionsView> {
        let all = self.profession.conditions?;
        let of = |name: &str| {
            let found = CONDITIONS.into_iter().zip(all).filter(|(_, often)| often.name() == name);
            found.map(|(condition, _)| condition).collect()
        };
        Some(ConditionsView { often: of("often"), sometimes: of("sometimes"), never: of("never") })
    }

    fn interests(&self, interests: &Interests) -> InterestsView {
        let Reader { site, lang, from, .. } = self.reader;
        let code = interests.code();
        let bar = |letter: usize| BarView {
            letter: Interests::LETTERS[letter],
            value: interests.0[letter],
            strong: code.contains(&letter),
            url: indexes::group_url(site, lang, from, IndexKind::Interest, &Interests::LETTERS[letter].to_lowercase()),
        };
        InterestsView { code: interests.written(), bars: (0..6).map(bar).collect() }
    }

    fn routes(&self, grade: i64) -> Vec<RouteView> {
        let route = |route: &Route| RouteView {
            kind: route.kind,
            nqf: route.nqf,
            duration: route.months.map(DurationView::new),
            no_months: route.no_months,
            ort: route.ort,
            document: route.document,
            text: self.rich(&route.text),
            ask: route.ask.as_ref().map(|ask| self.rich(ask)),
            fact: route.source.as_ref().and_then(|source| self.fact(source)),
        };
        self.profession.routes.iter().filter(|route| route.after_grade == grade).map(route).collect()
    }

    fn study_at(&self) -> Vec<PlaceView> {
        let Reader { site, lang, .. } = self.reader;
        let lists = &site.handbook.lists;
        let words = |text| borrowed::listed(site, text, lang);
        let place = |place: &crate::parse::StudyPlace| {
            let institution = lists.institutions.find(&place.institution.1)?;
            let successor = institution.successor.as_ref().and_then(|(_, id)| lists.institutions.find(id));
            let region = lists.regions.find(&institution.region.1);
            Some(PlaceView {
                title: words(&institution.title),
                kind: institution.kind,
                region: region.map_or_else(String::new, |region| words(&region.title)),
                status: institution.status,
                successor: successor.map(|successor| words(&successor.title)),
                note: institution.note.as_ref().map_or_else(String::new, words),
                url: institution.url.clone(),
                fact: self.fact(&place.source),
            })
        };
        self.profession.study_at.iter().filter_map(place).collect()
    }

    fn pay(&self) -> Option<PayView> {
        let pay = self.profession.pay.as_ref()?;
        let code = self.reader.site.handbook.config.languages.code(self.reader.lang);
        let number = |number: i64| crate::i18n::number(code, number);
        let sum = match pay.from == pay.to {
            true => number(pay.from),
            false => format!("{}–{}", number(pay.from), number(pay.to)),
        };
        Some(PayView { basis: pay.basis, sum, year: pay.year, fact: self.fact(&pay.source) })
    }

    fn stories(&self) -> Vec<Linked> {
        let Reader { site, lang, from, .. } = self.reader;
        let stories = site.handbook.stories.get(&self.id).into_iter().flatten();
        let linked = |id: &EntryId| Linked {
            title: borrowed::title(site, *id, lang),
            url: Some(urls::link(site, from, *id, lang)),
        };
        stories.map(linked).collect()
    }

    fn near(&self, ids: &[EntryId]) -> Vec<NearView> {
        let Reader { site, lang, from, .. } = self.reader;
        let lists = &site.handbook.lists;
        let titles = |list: &Vocabulary, ids: &[&str]| -> Vec<String> {
            let found = ids.iter().filter_map(|id| list.find(id));
            found.map(|term| borrowed::listed(site, &term.title, lang)).collect()
        };
        let view = |id: &EntryId| {
            let other = site.handbook.entry(*id);
            let near = nearness(self.profession, other.profession()?);
            let change = self.profession.changes.iter().find(|change| change.to.1 == other.name());
            Some(NearView {
                title: borrowed::title(site, *id, lang),
                summary: borrowed::summary(site, *id, lang),
                url: urls::link(site, from, *id, lang),
                common: near.common,
                of: near.of,
                learn: titles(&lists.competencies, &near.learn),
                deepen: titles(&lists.competencies, &near.deepen),
                subjects: titles(&lists.subjects, &near.subjects),
                text: change.map(|change| self.rich(&change.text)),
            })
        };
        ids.iter().filter_map(view).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::DurationView;

    #[test]
    fn whole_years_are_years() {
        let shown = |months| {
            let view = DurationView::new(months);
            (view.range, view.n, view.years)
        };
        assert_eq!(shown((24, 24)), ("2".into(), 2, true));
        assert_eq!(shown((24, 36)), ("2–3".into(), 3, true));
        assert_eq!(shown((1, 3)), ("1–3".into(), 3, false));
        assert_eq!(shown((10, 24)), ("10–24".into(), 24, false));
    }
}
