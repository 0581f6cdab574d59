//! (Handbook, plan) → the encyclopedia as data for others: JSON and CSV of a language.
//!
//! In: [`Inputs`]. Out: bytes. Never: HTML, or the order of anything but the alphabet.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::cells::harmless;
use crate::lang::Lang;
use crate::parse::{CONDITIONS, Interests, Item, List, Profession, Reference, Rich, Term};
use crate::plan::Inputs;
use crate::resolve::{EntryId, alternatives};
use crate::text::plain::line as plain_line;

/// The professions of a site in one language.
pub struct Exports<'s> {
    site: Inputs<'s>,
    lang: Lang,
    professions: Vec<(EntryId, &'s Profession)>,
}

/// Columns of the CSV file, in the order of [`Exports::row`].
const COLUMNS: [&str; 24] = [
    "id",
    "title",
    "official_title",
    "alt_titles",
    "field",
    "isco08",
    "summary",
    "tasks",
    "tools",
    "workplace",
    "works_with",
    "interest_code",
    "interests_RIASEC",
    "competencies",
    "school_subjects",
    "after_grade_9",
    "after_grade_11",
    "study_at",
    "near_alternatives",
    "self_employment",
    "sources",
    "review_text",
    "review_facts",
    "page",
];

impl<'s> Exports<'s> {
    /// The professions in the order of the alphabet.
    pub fn new(site: Inputs<'s>, lang: Lang) -> Exports<'s> {
        let sorted = site.plan.professions(lang);
        let professions = sorted.into_iter().filter_map(|id| Some((id, site.handbook.entry(id).profession()?)));
        Exports { site, lang, professions: professions.collect() }
    }

    /// Every profession with all that its record says, as a JSON document.
    ///
    /// It is written piece by piece: the whole tree of a large encyclopedia would take ten times the document's size.
    pub fn json(&self) -> Vec<u8> {
        let config = &self.site.handbook.config;
        let mut json = Vec::new();
        piece(&mut json, "{\n\"title\":", &config.title.get(self.lang));
        piece(&mut json, ",\n\"language\":", &config.languages.code(self.lang));
        piece(&mut json, ",\n\"license\":", &config.license.as_ref().map(|license| license.get(self.lang)));
        json.extend_from_slice(b",\n\"professions\":[");
        for (at, (id, profession)) in self.professions.iter().enumerate() {
            piece(&mut json, if at == 0 { "\n" } else { ",\n" }, &self.record(*id, profession));
        }
        json.extend_from_slice(b"\n],\n\"sources\":[");
        for (at, source) in self.site.handbook.lists.sources.items.iter().enumerate() {
            let source = json!({
                "id": source.id,
                "title": source.title.get(self.lang),
                "url": source.url,
                "checked_on": source.checked.to_string(),
            });
            piece(&mut json, if at == 0 { "\n" } else { ",\n" }, &source);
        }
        json.extend_from_slice(b"\n]\n}\n");
        json
    }

    fn record(&self, id: EntryId, profession: &Profession) -> Value {
        let lists = &self.site.handbook.lists;
        let lang = self.lang;
        let conditions = profession.conditions.map(|all| {
            let named = CONDITIONS.iter().zip(all).map(|(name, often)| (name.to_string(), json!(often.name())));
            named.collect::<Map<_, _>>()
        });
        let interests = profession.interests.map(|interests| {
            let named =
                Interests::LETTERS.iter().zip(interests.0).map(|(name, value)| (name.to_string(), json!(value)));
            named.collect::<Map<_, _>>()
        });
        let routes = profession.routes.iter().map(|route| {
            json!({
                "after_grade": route.after_grade,
                "kind": route.kind,
                "nqf": route.nqf,
                "months": route.months,
                "ort": route.ort,
                "document": route.document,
                "text": self.text(&route.text),
                "source": route.source.as_ref().map(|(_, id)| id),
            })
        });
        let places = profession.study_at.iter().map(|place| {
            let institution = lists.institutions.find(&place.institution.1);
            json!({
                "id": place.institution.1,
                "title": institution.map(|institution| institution.title.get(lang)),
                "region": institution.map(|institution| &institution.region.1),
                "source": place.source.1,
            })
        });
        let handbook = &self.site.handbook;
        let name = |id: &EntryId| handbook.entry(*id).name();
        json!({
            "id": handbook.entry(id).name(),
            "title": profession.title.get(lang),
            "official_title": profession.official_title.as_ref().map(|official| json!({
                "text": official.text.get(lang), "source": official.source.1,
            })),
            "alt_titles": profession.alt_titles[lang.index()],
            "field": self.named(&lists.fields, std::slice::from_ref(&profession.field)).first(),
            "isco08": profession.isco08,
            "summary": profession.summary.get(lang),
            "tasks": self.texts(&profession.tasks),
            "typical_day": profession.typical_day.as_ref().map(|text| self.text(text)),
            "tools": self.texts(&profession.tools),
            "workplace": self.texts(&profession.workplace),
            "works_with": profession.works_with,
            "conditions": conditions,
            "interests": interests,
            "interest_code": profession.interests.map(|interests| interests.written()),
            "competencies": profession.competencies.iter().map(|found| json!({
                "id": found.id.1,
                "title": lists.competencies.find(&found.id.1).map(|term| term.title.get(lang)),
                "weight": found.weight,
            })).collect::<Vec<_>>(),
            "strengths": self.texts(&profession.strengths),
            "school_subjects": self.named(&lists.subjects, &profession.school_subjects),
            "routes": routes.collect::<Vec<_>>(),
            "study_at": places.collect::<Vec<_>>(),
            "pay": profession.pay.as_ref().map(|pay| json!({
                "basis": pay.basis, "from": pay.from, "to": pay.to, "year": pay.year, "unit": "KGS a month",
                "source": pay.source.1,
            })),
            "demand": profession.demand.as_ref().map(|demand| json!({
                "signal": demand.signal, "basis": demand.basis, "date": demand.date.to_string(),
                "text": self.text(&demand.text), "source": demand.source.1,
            })),
            "restrictions": profession.restrictions.iter().map(|found| json!({
                "kind": found.kind, "text": self.text(&found.text), "source": found.source.1,
            })).collect::<Vec<_>>(),
            "accessibility": profession.accessibility.as_ref().map(|text| self.text(text)),
            "progression": profession.progression.as_ref().map(|text| self.text(text)),
            "self_employment": profession.self_employment.as_ref().map(|found| json!({
                "how": found.how, "text": self.text(&found.text),
            })),
            "changing": profession.changing.as_ref().map(|text| self.text(text)),
            "near_alternatives": alternatives(handbook, handbook.entry(id)).iter().map(name).collect::<Vec<_>>(),
            "related": handbook.related[id.0 as usize].iter().map(name).collect::<Vec<_>>(),
            "try_it": self.texts(&profession.try_it),
            "questions_to_ask": self.texts(&profession.questions_to_ask),
            "sources": profession.source_ids(),
            "review": json!({
                "text": profession.review.text(lang).map(|date| date.to_string()),
                "facts": profession.review.facts.map(|date| date.to_string()),
            }),
            "page": self.page(id),
        })
    }

    fn named(&self, list: &List<Term>, ids: &[Reference]) -> Vec<Value> {
        let found = ids.iter().filter_map(|(_, id)| list.find(id));
        found.map(|term| json!({ "id": term.id(), "title": term.title.get(self.lang) })).collect()
    }

    fn titles(&self, list: &List<Term>, ids: &[Reference]) -> String {
        joined(ids.iter().filter_map(|(_, id)| list.find(id)).map(|term| term.title.get(self.lang).to_string()))
    }

    fn text(&self, text: &Rich) -> String {
        plain_line(text.get(self.lang))
    }

    fn texts(&self, texts: &[Rich]) -> Vec<String> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// The whole address if the site's is known, else the one from the root of the site.
    fn page(&self, id: EntryId) -> String {
        let path = self.site.plan.page(id, self.lang);
        self.site.plan.base_url.as_ref().map_or_else(|| path.to_string(), |base| format!("{base}/{path}"))
    }

    /// One line a profession, lists joined with ` | `; with the mark by which spreadsheets know UTF-8, and nothing that
    /// they would compute.
    pub fn csv(&self) -> Vec<u8> {
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        let mut writer = csv::Writer::from_writer(&mut bytes);
        // Writing into memory fails only if a row has another length than the first.
        let _ = writer.write_record(COLUMNS);
        for (id, profession) in &self.professions {
            let _ = writer.write_record(self.row(*id, profession).map(|cell| harmless(&cell).into_owned()));
        }
        drop(writer);
        bytes
    }

    fn row(&self, id: EntryId, profession: &Profession) -> [String; COLUMNS.len()] {
        let handbook = &self.site.handbook;
        let lists = &handbook.lists;
        let lang = self.lang;
        let strings = self.site.strings(lang);
        let routes = |grade: i64| {
            let routes = profession.routes.iter().filter(|route| route.after_grade == grade);
            joined(routes.map(|route| strings.text(&format!("route.{}", route.kind)).to_string()))
        };
        let competency = |id: &str| lists.competencies.find(id).map(|term| term.title.get(lang));
        let institution = |id: &str| lists.institutions.find(id).map(|found| found.title.get(lang));
        let numbers = |interests: Interests| interests.0.map(|value| value.to_string()).join(" ");
        let names = |ids: &[EntryId]| joined(ids.iter().map(|id| handbook.entry(*id).title(lang, &handbook.config).0));
        [
            handbook.entry(id).name().to_string(),
            profession.title.get(lang).to_string(),
            profession.official_title.as_ref().map_or_else(String::new, |title| title.text.get(lang).to_string()),
            joined(profession.alt_titles[lang.index()].iter().cloned()),
            self.titles(&lists.fields, std::slice::from_ref(&profession.field)),
            profession.isco08.clone().unwrap_or_default(),
            profession.summary.get(lang).to_string(),
            joined(self.texts(&profession.tasks).into_iter()),
            joined(self.texts(&profession.tools).into_iter()),
            joined(self.texts(&profession.workplace).into_iter()),
            joined(profession.works_with.iter().map(|with| strings.text(&format!("works_with.{with}")).to_string())),
            profession.interests.as_ref().map_or_else(String::new, Interests::written),
            profession.interests.map_or_else(String::new, numbers),
            joined(profession.competencies.iter().filter_map(|found| competency(&found.id.1)).map(str::to_string)),
            self.titles(&lists.subjects, &profession.school_subjects),
            routes(9),
            routes(11),
            joined(profession.study_at.iter().filter_map(|p| institution(&p.institution.1)).map(str::to_string)),
            names(&alternatives(handbook, handbook.entry(id))),
            profession.self_employment.as_ref().map_or_else(String::new, |found| found.how.to_string()),
            joined(profession.source_ids().into_iter().map(str::to_string)),
            profession.review.text(lang).map_or_else(|| "draft".into(), |date| date.to_string()),
            profession.review.facts.map_or_else(|| "draft".into(), |date| date.to_string()),
            self.page(id),
        ]
    }
}

/// Adds a value to a document, after what parts it from the one before.
fn piece(json: &mut Vec<u8>, before: &str, value: &impl Serialize) {
    json.extend_from_slice(before.as_bytes());
    // Writing plain values into memory cannot fail.
    let _ = serde_json::to_writer(json, value);
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" | ")
}
