//! Reading the record of a profession, with a message for everything that is missing or at fault.

use jiff::civil::Date;

use super::lists::{main_reference, reference, required_choice, required_reference};
use super::profession::{
    CONDITIONS, DEMAND_BASES, DOCUMENTS, Demand, Interests, ORT, OfficialTitle, Often, PAY_BASES, Pay, Profession,
    RESTRICTIONS, ROUTE_KINDS, Restriction, Review, Route, SELF_EMPLOYMENT, SIGNALS, SelfEmployment, StudyPlace,
    WORKS_WITH, Weighted,
};
use super::{Reader, Reference, Rich};
use crate::diag::{Code, Fix};
use crate::lang::Localised;
use crate::yaml::{Fields, Node};

/// Longest summary of a profession, in characters.
const MAX_SUMMARY: usize = 160;

impl Reader<'_> {
    pub(super) fn profession(&mut self, fields: &mut Fields) -> Option<Profession> {
        let title = self.plain(fields, "title");
        let summary = self.plain(fields, "summary");
        if let Some(summary) = &summary {
            self.check_summary(summary, fields);
        }
        let field = main_reference(fields, "field");
        self.check_complete(fields);
        let profession = Profession {
            official_title: self.claim(fields, "official_title", |reader, f, source| {
                let text = reader.plain(f, "text");
                Some(OfficialTitle { text: text?, source: source? })
            }),
            alt_titles: fields.lists_by_language("alt_titles", self.settings.languages),
            search_terms: fields.lists_by_language("search_terms", self.settings.languages),
            isco08: self.isco08(fields),
            tasks: self.counted(fields, "tasks", 5, 8),
            typical_day: self.one(fields, "typical_day", true),
            tools: self.many(fields, "tools"),
            workplace: self.many(fields, "workplace"),
            works_with: fields.choices("works_with", WORKS_WITH),
            conditions: self.conditions(fields),
            interests: self.interests(fields),
            competencies: self.competencies(fields),
            strengths: self.many(fields, "strengths"),
            school_subjects: fields.text_list("school_subjects"),
            routes: fields.maps("routes", |f| self.route(f)),
            study_at: fields.maps("study_at", |f| {
                let institution = required_reference(f, "institution");
                let source = self.claim_source(f);
                Some(StudyPlace { institution: institution?, source: source? })
            }),
            pay: self.claim(fields, "pay", |reader, f, source| reader.pay(f, source)),
            demand: self.claim(fields, "demand", |reader, f, source| reader.demand(f, source)),
            restrictions: fields.maps("restrictions", |f| {
                let kind = required_choice(f, "kind", RESTRICTIONS);
                let text = self.required(f, "text");
                let source = self.claim_source(f);
                Some(Restriction { kind: kind?, text: text?, source: source? })
            }),
            accessibility: self.one(fields, "accessibility", false),
            progression: self.one(fields, "progression", false),
            self_employment: self.inner(fields, "self_employment", |reader, f| {
                let how = required_choice(f, "how", SELF_EMPLOYMENT);
                let text = reader.required(f, "text");
                Some(SelfEmployment { how: how?, text: text? })
            }),
            changing: self.one(fields, "changing", false),
            near_alternatives: fields.text_list("near_alternatives"),
            related: fields.text_list("related"),
            try_it: self.counted(fields, "try_it", 3, 3),
            questions_to_ask: self.counted(fields, "questions_to_ask", 3, 5),
            sources: fields.text_list("sources"),
            updated: fields.date("updated"),
            review: self.review(fields),
            origin: self.origin.clone(),
            title: title?,
            summary: summary?,
            field: field?,
        };
        Some(profession)
    }

    /// What makes a profession whole, in the order of `bagyt new profession`. It can be published without, as a draft
    /// that somebody is still writing; all that is missing is named at once.
    fn check_complete(&self, fields: &mut Fields) {
        const WHOLE: [&str; 20] = [
            "isco08",
            "tasks",
            "typical_day",
            "tools",
            "workplace",
            "works_with",
            "conditions",
            "interests",
            "competencies",
            "strengths",
            "school_subjects",
            "routes",
            "progression",
            "self_employment",
            "changing",
            "near_alternatives",
            "try_it",
            "questions_to_ask",
            "sources",
            "review",
        ];
        let missing: Vec<&str> = WHOLE.into_iter().filter(|key| fields.is_empty(key)).collect();
        if missing.is_empty() {
            return;
        }
        let place = self.origin.place(&fields.path().key("type"));
        let message = format!("the profession lacks `{}`", missing.join("`, `"));
        let help = "Add them; `bagyt new profession` makes a file in which each is explained.";
        fields.out().add(Code::ProfessionIncomplete, place, message, help);
    }

    fn check_summary(&self, summary: &Localised, fields: &mut Fields) {
        for (lang, text) in summary.iter() {
            let length = text.chars().count();
            if length > MAX_SUMMARY {
                let path = fields.path().key("summary").key(self.settings.languages.code(lang));
                let place = self.origin.place(&path);
                let message = format!("the summary has {length} characters");
                fields.out().add(Code::TextTooLong, place, message, format!("Shorten it to at most {MAX_SUMMARY}."));
            }
        }
    }

    /// A list of texts that should have from `least` to `most` items.
    fn counted(&mut self, fields: &mut Fields, key: &'static str, least: usize, most: usize) -> Vec<Rich> {
        let texts = self.many(fields, key);
        self.check_count(fields, key, texts.len(), least, most);
        texts
    }

    fn check_count(&self, fields: &mut Fields, key: &'static str, count: usize, least: usize, most: usize) {
        if count == 0 || (least..=most).contains(&count) {
            return;
        }
        let place = self.origin.place(&fields.path().key(key));
        let wanted = if least == most { format!("{least}") } else { format!("{least} to {most}") };
        let message = format!("`{key}` has {count} {}", if count == 1 { "item" } else { "items" });
        fields.out().add(Code::RecordWrongNumber, place, message, format!("Write {wanted}."));
    }

    fn isco08(&self, fields: &mut Fields) -> Option<String> {
        let code = fields.text("isco08").filter(|code| !code.is_empty())?;
        if code.len() == 4 && code.bytes().all(|b| b.is_ascii_digit()) {
            return Some(code);
        }
        let message = format!("`{code}` is not a code of ISCO-08");
        self.bad(fields, "isco08", message, "Write four digits in quotes: \"5120\".");
        None
    }

    fn bad(&self, fields: &mut Fields, key: &str, message: String, help: &str) {
        let place = self.origin.place(&fields.path().key(key));
        fields.out().add(Code::YamlBadValue, place, message, help);
    }

    /// A map inside the record, read to its end.
    pub(super) fn inner<T>(
        &mut self,
        fields: &mut Fields,
        key: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields) -> Option<T>,
    ) -> Option<T> {
        let mut inner = fields.map(key)?;
        let value = read(self, &mut inner);
        inner.finish();
        value
    }

    /// A map that states a fact, with the source that it must name.
    pub(super) fn claim<T>(
        &mut self,
        fields: &mut Fields,
        key: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields, Option<Reference>) -> Option<T>,
    ) -> Option<T> {
        self.inner(fields, key, |reader, f| {
            let source = reader.claim_source(f);
            read(reader, f, source)
        })
    }

    /// The source of a claim; a claim without one is an error of its own.
    pub(super) fn claim_source(&self, fields: &mut Fields) -> Option<Reference> {
        let source = reference(fields, "source").filter(|(_, id)| !id.is_empty());
        if source.is_none() {
            let place = self.origin.place(fields.path());
            let help = "Add `source: …`, an id of the list of sources, or remove the claim.";
            fields.out().add_missing(Code::ClaimNoSource, place, "the claim has no source", help);
        }
        source
    }

    fn conditions(&mut self, fields: &mut Fields) -> Option<[Often; CONDITIONS.len()]> {
        self.inner(fields, "conditions", |_, f| {
            let mut all = [Often::Never; CONDITIONS.len()];
            let mut complete = true;
            for (condition, key) in all.iter_mut().zip(CONDITIONS) {
                match required_choice(f, key, Often::NAMES) {
                    Some(often) => *condition = Often::of(often),
                    None => complete = false,
                }
            }
            complete.then_some(all)
        })
    }

    fn interests(&mut self, fields: &mut Fields) -> Option<Interests> {
        let interests = self.inner(fields, "interests", |reader, f| {
            let mut all = [0; 6];
            let mut complete = true;
            for (interest, letter) in all.iter_mut().zip(Interests::LETTERS) {
                if f.get(letter).is_none() {
                    f.missing(letter, format!("Add `{letter}: 0`, a number from 0 to 100."));
                }
                match reader.number(f, letter, 0, 100) {
                    Some(value) => *interest = value,
                    None => complete = false,
                }
            }
            complete.then_some(Interests(all))
        })?;
        if interests.is_flat() {
            let place = self.origin.place(&fields.path().key("interests"));
            let help = "Let the letters that matter stand out: the highest and the lowest must differ by 25 or more.";
            fields.out().add(Code::ProfessionFlatInterests, place, "the interests are all nearly alike", help);
        }
        Some(interests)
    }

    /// A whole number from `least` to `most`.
    fn number(&self, fields: &mut Fields, key: &'static str, least: u8, most: u8) -> Option<u8> {
        let value = fields.integer(key)?;
        let number = u8::try_from(value).ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let message = format!("`{value}` is not a number from {least} to {most}");
            self.bad(fields, key, message, &format!("Write a number from {least} to {most}."));
        }
        number
    }

    fn competencies(&mut self, fields: &mut Fields) -> Vec<Weighted> {
        let found = fields.maps("competencies", |f| {
            let id = required_reference(f, "id");
            if f.get("weight").is_none() {
                f.missing("weight", "Add `weight: 3`: how much it counts, from 1 to 3.");
            }
            let weight = self.number(f, "weight", 1, 3);
            Some(Weighted { id: id?, weight: weight? })
        });
        self.check_count(fields, "competencies", found.len(), 3, 5);
        found
    }

    fn route(&mut self, fields: &mut Fields) -> Option<Route> {
        let grade = fields.integer("after_grade");
        if fields.get("after_grade").is_none() {
            fields.missing("after_grade", "Add `after_grade: 9` or `after_grade: 11`.");
        }
        if let Some(other) = grade.filter(|grade| ![9, 11].contains(grade)) {
            self.bad(fields, "after_grade", format!("`{other}` is not 9 or 11"), "Write 9 or 11.");
        }
        let kind = required_choice(fields, "kind", ROUTE_KINDS);
        let nqf = self.number(fields, "nqf", 1, 9).map(i64::from);
        let months = self.months(fields);
        let ort = fields.choice("ort", ORT).unwrap_or("check");
        let document = fields.choice("document", DOCUMENTS);
        // A course or learning at work asks for no test anywhere; what schools ask for is a rule that somebody made.
        let claims = months.is_some() || ort == "yes" || (ort == "no" && matches!(kind, Some(kind) if is_school(kind)));
        let source = if claims { self.claim_source(fields) } else { reference(fields, "source") };
        let text = self.required(fields, "text");
        Some(Route { after_grade: grade?, kind: kind?, nqf, months, ort, document, source, text: text? })
    }

    /// `months: 3` or `months: [1, 3]`.
    fn months(&self, fields: &mut Fields) -> Option<(u16, u16)> {
        let (path, node) = fields.get("months")?;
        let number = |node: &Node| match node {
            Node::Integer(value) => u16::try_from(*value).ok().filter(|months| (1..=120).contains(months)),
            _ => None,
        };
        let found = match node {
            Node::List(items) => match items.as_slice() {
                [from, to] => number(from).zip(number(to)).filter(|(from, to)| from <= to),
                _ => None,
            },
            one => number(one).map(|months| (months, months)),
        };
        if found.is_none() {
            let help = "Write the months, `months: 10`, or the least and the most, `months: [1, 3]`.";
            fields.out().add(Code::YamlBadValue, self.origin.place(&path), "this is not a number of months", help);
        }
        found
    }

    fn pay(&mut self, fields: &mut Fields, source: Option<Reference>) -> Option<Pay> {
        let basis = required_choice(fields, "basis", PAY_BASES);
        let mut number = |key: &'static str, help: &str| {
            if fields.get(key).is_none() {
                fields.missing(key, help);
            }
            fields.integer(key).filter(|value| *value > 0)
        };
        let from = number("from", "Add `from: …`, the lowest sum in som a month.");
        let to = number("to", "Add `to: …`, the highest sum in som a month; the same if there is one.");
        let year = number("year", "Add `year: …`, the year that the sums are from.");
        Some(Pay { basis: basis?, from: from?, to: to?, year: year?, source: source? })
    }

    fn demand(&mut self, fields: &mut Fields, source: Option<Reference>) -> Option<Demand> {
        let signal = required_choice(fields, "signal", SIGNALS);
        let basis = required_choice(fields, "basis", DEMAND_BASES);
        if fields.get("date").is_none() {
            fields.missing("date", "Add `date: 2026-01-19`, the day that the data are from.");
        }
        let date = fields.date("date");
        let text = self.required(fields, "text");
        Some(Demand { signal: signal?, basis: basis?, date: date?, source: source?, text: text? })
    }

    /// `draft`, or the day on which a human editor confirmed it.
    fn review(&mut self, fields: &mut Fields) -> Review {
        let codes: Vec<&'static str> = self.settings.languages.codes().map(|(_, code)| code).collect();
        let mut review = Review { texts: vec![None; codes.len()], facts: None };
        let Some(mut states) = fields.map("review") else { return review };
        let origin = self.origin;
        let mut state = |key: &'static str| {
            let text = states.text(key).filter(|text| text != "draft")?;
            let date = text.parse::<Date>().ok();
            if date.is_none() {
                let place = origin.place(&states.path().key(key));
                let problem = crate::yaml::date_problem(&text);
                let help = match &problem.with {
                    Some(_) => problem.help,
                    None => "Write `draft`, or the day on which an editor confirmed it: 2026-11-21.".into(),
                };
                let fix = Fix::nearest(&text, problem.with.as_deref());
                states.out().add_fix(Code::YamlBadValue, place, problem.message, help, fix);
            }
            date
        };
        for (text, code) in review.texts.iter_mut().zip(codes) {
            *text = state(code);
        }
        review.facts = state("facts");
        states.finish();
        review
    }
}

fn is_school(kind: &str) -> bool {
    matches!(kind, "lyceum" | "college" | "university")
}
