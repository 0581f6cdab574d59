//! A self-test: items that a person answers, scales, and how answers are scored.

use std::collections::{BTreeMap, BTreeSet};

use super::{Interests, Reader, Reference, Rich};
use crate::define::{ByLanguage, Field, Listed, Search, Seen, Shape, Shaped, To, cure, group};
use crate::diag::{Code, did_you_mean};
use crate::lang::Localised;
use crate::messages::say;
use crate::parse::front::MAX_SUMMARY;
use crate::yaml::{Fields, Node, Origin};

group! {
    /// A self-test.
    #[derive(Debug, Hash)]
    pub struct SelfTest by Reader {
        /// One of [`TEST_KINDS`].
        kind: &'static str = choices(TEST_KINDS, "").main().search(Search::Not).say(
            ["Түрү", "Вид", "Kind"],
            ["interests — кесиптер менен салыштырылат, strengths — адамдын өз ичинде", "interests — сравнивается с профессиями, strengths — внутри человека",
             "interests are compared with professions, strengths within the person"]);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Тест кантип аталат", "Как называется тест", "What it is called"]);
        summary: Localised = length(MAX_SUMMARY).say(
            ["Кыскача", "Кратко", "Summary"],
            ["Эң көп 200 белги", "Не больше 200 знаков", "At most 200 letters"]);
        /// Words that lead here and are not shown, one list a language.
        search_terms: ByLanguage = search(Search::Name).say(
            ["Издөө сөздөрү", "Слова для поиска", "Search words"],
            ["Көрсөтүлбөгөн, бирок издегенде ушул тестке алып келген сөздөр", "Слова, которых на странице нет, но по которым её ищут",
             "Words that are not shown and lead here all the same"]);
        /// What one should know before and what the result does not say.
        intro: Rich = blocks().say(
            ["Кириш сөз", "Вступление", "Intro"],
            ["Алдын ала эмнени билүү керек, натыйжа эмнени айтпайт", "Что знать заранее и чего результат не говорит",
             "What to know before, and what the result does not say"]);
        /// What is asked of every item.
        question: Localised = say(["Суроо", "Вопрос", "Question"], ["Ар бир пункт боюнча эмне суралат", "Что спрашивают о каждом пункте", "What is asked of every item"]);
        /// The answers, from the least, which counts 0.
        answers: Vec<Localised> = required().cure(say::add_list_of_answers_from_least).say(
            ["Жооптор", "Ответы", "Answers"],
            ["3–7, эң азынан эң көбүнө", "3–7, от наименьшего к наибольшему", "3 to 7, from the least to the most"]) => SelfTest::read_answers;
        /// How long all items take.
        minutes: i64 = range(1, 120).main().example("10").say(
            ["Мүнөт", "Минуты", "Minutes"],
            ["Бардыгы канча убакыт алат", "Сколько занимают все пункты", "How long all items take"]);
        /// How long the short form takes, if there is one: it has the items that say `short: true`.
        short_minutes: Option<i64> = range(1, 120).example("4").say(
            ["Кыска түрү, мүнөт", "Короткий вариант, минуты", "Minutes of the short form"],
            ["short: true деп белгиленген пункттар канча убакыт алат", "Сколько занимают пункты с short: true", "How long the items with short: true take"]);
        scales: Vec<Scale> = required().cure(say::add_list_of_what_items_measure_each).say(
            ["Шкалалар", "Шкалы", "Scales"],
            ["Пункттар эмнени өлчөйт", "Что измеряют пункты", "What the items measure"]) => SelfTest::read_scales;
        /// In the order of the record.
        items: Vec<TestItem> = required().cure(say::add_list_of_what_is_asked_each).at_most(MAX_ITEMS).say(
            ["Пункттар", "Пункты", "Items"],
            ["Ар бир шкалага бирдей сан", "Поровну на каждую шкалу", "Equally many of each scale"]) => SelfTest::read_items;
        scoring: Scoring = cure(say::add_scoring_architecture_md_and_tests).say(
            ["Эсептөө", "Подсчёт", "Scoring"],
            ["Жооптор качан бир нерсе айтат", "С какого места ответы что-то говорят", "From where on answers say something"]) => SelfTest::read_scoring;
        results: Results = cure(say::add_results_architecture_md_and_tests).say(
            ["Натыйжалар", "Результаты", "Results"],
            ["Профиль канчалык так болсо, ошого жараша эмне айтылат", "Что сказано о профиле по тому, насколько он ясен",
             "What is said of a profile by how sure it is"]);
        sources: Vec<Reference> = refers(To::Sources).search(Search::Not).say(
            ["Булактар", "Источники", "Sources"],
            ["Булактардын id'си", "id источников", "Ids of sources"]);
        + origin: Origin = Reader::document;
    }
}

group! {
    /// What several items measure: an interest, or a competency; what it is called and means is said where that is defined.
    #[derive(Debug, Hash)]
    pub struct Scale by Reader {
        /// A letter of [`Interests::LETTERS`], or the id of a competency.
        id: Reference = refers(To::Own).say(
            ["id", "id", "Id"],
            ["Кызыгуунун тамгасы же көндүмдүн id'си", "Буква интереса или id умения", "A letter of interest, or the id of a competency"]);
        /// What to try out.
        try_it "try": Vec<Localised> = say(
            ["Байкап көрүү", "Попробовать", "Try"],
            ["Эмнени байкап көрсө болот", "Что попробовать", "What to try out"]);
    }
}

group! {
    /// One thing that is asked, as it is written.
    #[derive(Debug, Hash)]
    pub struct ItemWritten by Reader {
        id: String = say(
            ["id", "id", "Id"],
            ["Сакталган жооптор ушул ат менен турат; сөздөр өзгөрсө да, өзгөрбөйт", "По нему хранятся ответы; не меняется, когда меняются слова",
             "What stored answers call it; it stays when the words change"]);
        scale: Reference = refers(To::Own).say(
            ["Шкала", "Шкала", "Scale"],
            ["scales тизмесиндеги id", "id из списка scales", "Id of one of `scales`"]);
        short: bool = or("false").say(
            ["Кыска", "Короткий", "Short"],
            ["Кыска түргө да кирсе, true", "true, если входит и в короткий вариант", "Whether it belongs to the short form too"]);
        text: Localised = say(["Текст", "Текст", "Text"], ["Эмне суралат", "О чём спрашивают", "What is asked"]);
    }
}

/// One thing that is asked.
#[derive(Debug, Hash)]
pub struct TestItem {
    /// What stored answers call it; it stays when the words change.
    pub id: String,
    /// Number of its scale.
    pub scale: usize,
    /// Whether it belongs to the short form too.
    pub short: bool,
    pub text: Localised,
}

impl Shaped for TestItem {
    const SHAPE: Shape = Shape::Group(ItemWritten::FIELDS);
    fn see(&self) -> Seen<'_> {
        Seen::Text(&self.text)
    }
}

impl Listed for TestItem {}

group! {
    /// From where on answers say something; `scoring` explains each.
    #[derive(Debug, Clone, Hash)]
    pub struct Scoring by Reader {
        /// Least spread of the sums, in hundredths of the highest possible.
        flat: u32 = range(1, 100).say(
            ["Жалпак", "Ровно", "Flat"],
            ["Суммалардын эң аз айырмасы, пайыз менен", "Наименьший разброс сумм, в процентах", "Least spread of the sums, in per cent"]);
        /// Least highest sum, in hundredths of the highest possible.
        low: u32 = range(1, 100).say(
            ["Төмөн", "Низко", "Low"],
            ["Эң чоң сумма канчадан кем болбойт, пайыз менен", "Наименьшая из высших сумм, в процентах", "Least highest sum, in per cent"]);
        /// Longest run of one answer.
        same: usize = range(2, 1000).say(
            ["Бирдей", "Одинаково", "Same"],
            ["Бир эле жооп катары менен эң көп канча жолу", "Сколько раз подряд один ответ", "Longest run of one answer"]);
        /// Fewest seconds an item.
        fast: u32 = range(0, 60).say(
            ["Тез", "Быстро", "Fast"],
            ["Бир пунктка эң аз канча секунд", "Сколько секунд на пункт, не меньше", "Fewest seconds an item"]);
        /// The bands of nearness to professions, the narrowest first: in how many of a hundred cases chance gets there, and their names.
        bands: Vec<Band> = say(
            ["Тилкелер", "Полосы", "Bands"],
            ["Кесиптерге жакындык, эң тарынан баштап", "Близость к профессиям, начиная с самой узкой", "Nearness to professions, the narrowest first"]) => Scoring::read_bands;
    }
}

group! {
    /// A band of nearness.
    #[derive(Debug, Clone, Hash)]
    pub struct Band by Reader {
        chance: u32 = range(1, 50).say(
            ["Кокустук", "Случайность", "Chance"],
            ["Жүздөн канча жолу кокусунан чыгат", "В скольких случаях из ста выходит случайно", "In how many of a hundred cases chance gets there"]);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Тилке кантип аталат", "Как называется полоса", "What the band is called"]);
    }
}

group! {
    /// What is said of a profile by how sure it is.
    #[derive(Debug, Hash)]
    pub struct Results by Reader {
        clear: Localised = say(["Так", "Ясно", "Clear"], ["Профиль так болсо", "Если профиль ясен", "Of a clear profile"]);
        likely: Localised = say(["Болжол", "Вероятно", "Likely"], ["Профиль болжолдуу болсо", "Если профиль вероятен", "Of a likely profile"]);
        none: Localised = say(["Жок", "Нет", "None"], ["Профиль чыкпаса", "Если профиля нет", "Where there is no profile"]);
    }
}

/// How a [`SelfTest`] is scored: `interests` against the profiles of professions, `strengths` within the person.
pub const TEST_KINDS: &[&str] = &["interests", "strengths"];
/// Fewest and most answers.
const ANSWERS: std::ops::RangeInclusive<usize> = 3..=7;
/// Most items of a test.
const MAX_ITEMS: usize = 200;

impl SelfTest {
    /// The order in which items are answered: one of each scale by turns, so that no answer follows one to the same scale; those
    /// of the short form come first.
    pub fn order(&self) -> Vec<usize> {
        let of_scale = |scale: usize| {
            let mut items: Vec<usize> = (0..self.items.len()).filter(|at| self.items[*at].scale == scale).collect();
            items.sort_by_key(|at| !self.items[*at].short);
            items
        };
        let lists: Vec<Vec<usize>> = (0..self.scales.len()).map(of_scale).collect();
        let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
        (0..longest).flat_map(|turn| lists.iter().filter_map(move |list| list.get(turn).copied())).collect()
    }
}

/// Whether a test says that it is of interests.
fn is_of_interests(fields: &mut Fields) -> bool {
    matches!(fields.get("kind"), Some((_, Node::Text(kind))) if kind == TEST_KINDS[0])
}

impl SelfTest {
    fn read_answers(_: &'static Field, reader: &mut Reader, fields: &mut Fields) -> Option<Vec<Localised>> {
        reader.answers(fields)
    }

    fn read_scales(_: &'static Field, reader: &mut Reader, fields: &mut Fields) -> Option<Vec<Scale>> {
        let kind = is_of_interests(fields).then_some(TEST_KINDS[0]);
        Some(reader.scales(fields, kind))
    }

    fn read_items(_: &'static Field, reader: &mut Reader, fields: &mut Fields) -> Option<Vec<TestItem>> {
        // The ids of scales, once more; what is wrong with them has been said.
        let mut scales: Vec<Reference> = Vec::new();
        let of_interests = is_of_interests(fields);
        if let Some((path, Node::List(nodes))) = fields.get("scales") {
            for (at, node) in nodes.iter().enumerate() {
                let Node::Map(entries) = node else { continue };
                let Some((_, Node::Text(id))) = entries.iter().find(|(key, _)| key == "id") else { continue };
                let known = !of_interests || Interests::LETTERS.contains(&id.as_str());
                if known && scales.iter().all(|(_, other)| other != id) {
                    scales.push((path.item(at).key("id"), id.clone()));
                }
            }
        }
        let items = reader.items(fields, &scales);
        reader.check_balance(fields, &scales, &items);
        Some(items)
    }

    fn read_scoring(field: &'static Field, reader: &mut Reader, fields: &mut Fields) -> Option<Scoring> {
        let of_interests = is_of_interests(fields);
        if fields.get(field.key).is_none() {
            fields.missing(field.key, cure(field, reader.settings.languages));
        }
        let mut inner = fields.map(field.key)?;
        let scoring = Scoring::read(reader, &mut inner);
        if of_interests && inner.is_empty("bands") {
            inner.missing("bands", say::add_bands_of_nearness_to_professions_each());
        }
        inner.finish();
        scoring
    }
}

impl Scoring {
    fn read_bands(field: &'static Field, reader: &mut Reader, fields: &mut Fields) -> Option<Vec<Band>> {
        let mut last: Option<u32> = None;
        Some(fields.maps(field.key, |f| {
            let band = Band::read(reader, f)?;
            let before = last.replace(band.chance);
            if before.is_some_and(|before| before >= band.chance) {
                let message = say::is_not_more_than_in_band_before(band.chance);
                f.bad_value("chance", message, say::give_narrowest_band_first());
            }
            Some(band)
        }))
    }
}

impl Reader<'_> {
    fn answers(&self, fields: &mut Fields) -> Option<Vec<Localised>> {
        let answers = fields.localised_list("answers", self.settings.languages);
        let given = count(fields, "answers");
        if fields.is_empty("answers") {
            fields.missing("answers", say::add_list_of_answers_from_least());
            return None;
        }
        if !ANSWERS.contains(&given) {
            let message = say::there_are_answers(given);
            let help = say::give_to_from_least_to_most(*ANSWERS.start(), *ANSWERS.end());
            fields.bad_value("answers", message, help);
            return None;
        }
        (answers.len() == given).then(|| answers.into_iter().map(|(_, text)| text).collect())
    }

    fn scales(&mut self, fields: &mut Fields, kind: Option<&'static str>) -> Vec<Scale> {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let scales = fields.maps("scales", |f| {
            let Scale { id, try_it } = Scale::read(self, f)?;
            let place = self.origin.place(&id.0);
            if !seen.insert(id.1.clone()) {
                let help = say::give_each_scale_once();
                f.out().add(Code::RecordDuplicateId, place, say::there_is_scale_already(&id.1), help);
                return None;
            }
            if kind == Some(TEST_KINDS[0]) && !Interests::LETTERS.contains(&id.1.as_str()) {
                let known = say::known_are(Interests::LETTERS.join("`, `"));
                let help = did_you_mean(&id.1, Interests::LETTERS.into_iter(), known);
                f.out().add(Code::RecordUnknownId, place, say::there_is_no_letter_of_interest(&id.1), help);
                return None;
            }
            Some(Scale { id, try_it })
        });
        let given = count(fields, "scales");
        let missing: Vec<&str> = Interests::LETTERS.into_iter().filter(|letter| !seen.contains(*letter)).collect();
        if fields.is_empty("scales") {
            fields.missing("scales", say::add_list_of_what_items_measure_each());
        } else if kind == Some(TEST_KINDS[0]) && !missing.is_empty() && seen.len() == given {
            let message = say::test_of_interests_lacks_scales(missing.join("`, `"));
            let help = say::add_them_professions_are_compared_by_all();
            let place = self.origin.place(&fields.path().key("scales"));
            fields.out().add(Code::TestUnbalanced, place, message, help);
        }
        scales
    }

    fn items(&mut self, fields: &mut Fields, scales: &[Reference]) -> Vec<TestItem> {
        let given = count(fields, "items");
        if fields.is_empty("items") {
            fields.missing("items", say::add_list_of_what_is_asked_each());
        }
        if !fields.at_most(MAX_ITEMS, given, "items", say::items(), say::nobody_answers_so_many_divide_test()) {
            return Vec::new();
        }
        // A scale that is at fault is no unknown one.
        let whole = fields.get("scales").is_some() && count(fields, "scales") == scales.len();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        fields.maps("items", |f| {
            let path = f.path().key("id");
            let ItemWritten { id, scale, short, text } = ItemWritten::read(self, f)?;
            if !seen.insert(id.clone()) {
                let message = say::there_is_item_already(&id);
                let help = say::give_each_item_id_of_its_own();
                f.out().add(Code::RecordDuplicateId, self.origin.place(&path), message, help);
            }
            let found = scales.iter().position(|known| known.1 == scale.1);
            if found.is_none() && whole {
                let ids = scales.iter().map(|scale| scale.1.as_str());
                let help = did_you_mean(&scale.1, ids, say::name_one_of_test_scales_or_add());
                let message = say::there_is_no_scale(&scale.1);
                f.out().add(Code::RecordUnknownId, self.origin.place(&scale.0), message, help);
            }
            Some(TestItem { id, scale: found?, short, text })
        })
    }

    /// Each scale is asked about equally often, in the short form as well: sums could not be compared otherwise.
    fn check_balance(&self, fields: &mut Fields, scales: &[Reference], items: &[TestItem]) {
        // What could not be read was said.
        if items.len() != count(fields, "items") || scales.len() != count(fields, "scales") {
            return;
        }
        for (short, of) in [(false, say::items()), (true, say::items_of_the_short_form())] {
            let count =
                |scale: usize| items.iter().filter(|item| item.scale == scale && (item.short || !short)).count();
            let counts: Vec<usize> = (0..scales.len()).map(count).collect();
            let mut often: BTreeMap<usize, usize> = BTreeMap::new();
            counts.iter().for_each(|count| *often.entry(*count).or_default() += 1);
            // What most scales have is what was meant.
            let Some((meant, _)) = often.iter().max_by_key(|(count, times)| (**times, **count)) else { continue };
            for (scale, count) in scales.iter().zip(&counts).filter(|(_, count)| *count != meant) {
                let message = say::scale_has_others_have(&scale.1, *count, &of, *meant);
                let help = say::give_each_scale_equally_many_their_sums();
                fields.out().add(Code::TestUnbalanced, self.origin.place(&scale.0), message, help);
            }
        }
    }
}

/// How many items the list of a key has.
fn count(fields: &mut Fields, key: &'static str) -> usize {
    match fields.get(key) {
        Some((_, Node::List(items))) => items.len(),
        _ => 0,
    }
}
