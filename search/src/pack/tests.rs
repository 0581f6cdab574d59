use super::*;
use crate::engine::{Answer, Engine, Hit, Request};
use std::collections::BTreeMap;

fn page(url: &str, title: &str, sections: &[(&str, &str)]) -> PageInput {
    let section = |(heading, text): &(&str, &str)| Section {
        anchor: heading.to_lowercase().replace(' ', "-"),
        heading: heading.to_string(),
        text: text.to_string(),
    };
    let sections = sections.iter().map(section).collect();
    let text = PageText { url: url.into(), title: title.into(), sections };
    PageInput { text, kind: "page".into(), publication: Some("handbook".into()), ..PageInput::default() }
}

/// A packed index in memory.
#[derive(Debug, PartialEq, Eq)]
pub struct Packed {
    boot: Vec<u8>,
    chunks: Vec<(String, Vec<u8>)>,
}

fn packed(pages: Vec<PageInput>) -> Packed {
    in_parts(pages, 150)
}

/// Packs pages, so many in a part.
fn in_parts(pages: Vec<PageInput>, most: usize) -> Packed {
    let packer = Packer::new(Input { language: "ky".into(), others: vec!["ru".into()], synonyms: Vec::new() });
    let parts = pages.chunks(most).map(|pages| packer.part(pages.iter().cloned()).unwrap()).collect();
    let super::Packed { boot, files } = packer.finish(parts).unwrap();
    let bytes = |(name, file): &(String, File)| (name.clone(), outer::bytes(&file.script(name).unwrap()).unwrap());
    let mut chunks: Vec<_> = files.iter().map(bytes).collect();
    let (name, bytes) = chunks.pop().unwrap();
    assert_eq!(name, boot);
    Packed { boot: bytes, chunks }
}

/// Gives an engine every chunk under each number that takes it.
fn fill(engine: &mut Engine, packed: &Packed) {
    for (_, bytes) in &packed.chunks {
        assert!((0..packed.chunks.len()).any(|id| engine.add(id, bytes.clone()).is_ok()));
    }
}

/// Asks until nothing is needed; gives the answer and the number of rounds.
pub fn ask(engine: &mut Engine, packed: &Packed, request: &Request) -> (Answer, usize) {
    let files: BTreeMap<&str, &Vec<u8>> = packed.chunks.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
    for round in 0..10 {
        let answer = engine.ask(request).unwrap();
        if answer.need.is_empty() {
            return (answer, round);
        }
        for need in answer.need {
            engine.add(need.id, files[need.file.as_str()].clone()).unwrap();
        }
    }
    panic!("the question is never answered");
}

fn found(answer: &Answer) -> Vec<String> {
    let page = |hit: &Hit| match hit {
        Hit::Page(page) => page.page.clone(),
        Hit::Pending { .. } => "pending".into(),
    };
    answer.hits.iter().map(page).collect()
}

fn small() -> (Engine, Packed) {
    let mut accountant =
        page("ky/accountant.html", "Эсепчи", &[("", "Ишкананын акчасын эсептейт."), ("Окуу", "Колледжде окушат.")]);
    accountant.other_titles = vec![(0, "Бухгалтер".into())];
    accountant.kind = "profession".into();
    accountant.publication = None;
    let pages = vec![
        page("ky/life.html", "Өмүр бою билим алуу", &[("", "Өмүр бою окуу керек. Окуу жай ар шаарда бар.")]),
        page("ky/schools.html", "Окуу жайлар", &[("", "Шаарда окуу жай көп."), ("Лицей", "Лицейде кесип үйрөтүшөт.")]),
        page("ky/omur.html", "Омур", &[("", "Омур бою деген сөз жок.")]),
        accountant,
    ];
    let packed = packed(pages);
    (Engine::open(&packed.boot).unwrap(), packed)
}

fn pages(q: &str) -> Vec<String> {
    let (mut engine, packed) = small();
    found(&ask(&mut engine, &packed, &Request { q: q.into(), ..Request::default() }).0)
}

#[test]
fn finds_forms_of_a_word() {
    assert_eq!(pages("окуу жай")[0], "ky/schools.html");
    assert_eq!(pages("лицейлер")[0], "ky/schools.html");
}

#[test]
fn exact_spelling_comes_first_and_other_spelling_is_found() {
    assert_eq!(pages("өмүр"), ["ky/life.html", "ky/omur.html"]);
    assert_eq!(pages("омур"), ["ky/omur.html", "ky/life.html"]);
}

#[test]
fn the_other_language_leads_to_the_page() {
    assert_eq!(pages("бухгалтер"), ["ky/accountant.html"]);
    assert_eq!(pages("бухгалтера"), ["ky/accountant.html"]);
}

#[test]
fn quotes_are_a_condition() {
    assert_eq!(pages("«бою окуу»"), ["ky/life.html"]);
    assert!(pages("«жай окуу»").is_empty());
}

#[test]
fn filters_and_counts() {
    let (mut engine, packed) = small();
    let request = Request { q: "окуу".into(), kind: Some("profession".into()), ..Request::default() };
    let answer = ask(&mut engine, &packed, &request).0;
    assert_eq!(found(&answer), ["ky/accountant.html"]);
    assert_eq!(answer.total, Some(1));
    assert_eq!(answer.kinds, [("page".to_string(), 2), ("profession".to_string(), 1)]);
    assert_eq!(answer.publications, []);
}

#[test]
fn a_hit_opens_at_its_section() {
    let (mut engine, packed) = small();
    let answer = ask(&mut engine, &packed, &Request { q: "лицейде үйрөтүшөт".into(), ..Request::default() }).0;
    let Hit::Page(page) = &answer.hits[0] else { panic!("no text") };
    assert_eq!(page.best.anchor.as_deref(), Some("лицей"));
    assert_eq!(page.best.heading.as_deref(), Some(&["".to_string(), "Лицей".to_string()][..]));
    assert_eq!(page.best.excerpt, ["", "Лицейде", " кесип ", "үйрөтүшөт", "."]);
}

#[test]
fn typos_are_answered_with_an_offer() {
    let (mut engine, packed) = small();
    let answer = ask(&mut engine, &packed, &Request { q: "колеждж".into(), ..Request::default() }).0;
    assert_eq!(found(&answer), ["ky/accountant.html"]);
    assert_eq!(pages("калледж"), ["ky/accountant.html"]);
    assert_eq!(answer.did_you_mean.as_deref(), Some("колледжде"));
    assert!(answer.corrected);
}

/// Pages enough for the index to be cut, of words that a small generator makes; packed once.
fn many() -> &'static (Vec<PageInput>, Packed) {
    static MANY: std::sync::OnceLock<(Vec<PageInput>, Packed)> = std::sync::OnceLock::new();
    MANY.get_or_init(|| (generated(), packed(generated())))
}

pub fn generated() -> Vec<PageInput> {
    let mut state = 7u64;
    let mut random = move |below: u64| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) % below
    };
    let syllables = ["ба", "ке", "то", "ру", "ши", "өн", "үл", "ма", "ны", "ди"];
    let mut word = move || -> String {
        let number = random(60) * random(60) * random(4);
        let (mut rest, mut word) = (number, String::new());
        loop {
            word.push_str(syllables[(rest % 10) as usize]);
            rest /= 10;
            if rest == 0 {
                return word;
            }
        }
    };
    let mut text = move |words: usize| (0..words).map(|_| word()).collect::<Vec<_>>().join(" ");
    let pages = (0..200).map(|at| {
        let sections: Vec<(String, String)> = (0..3).map(|_| (text(2), text(90))).collect();
        let sections: Vec<(&str, &str)> = sections.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        page(&format!("ky/{at}.html"), &text(3), &sections)
    });
    pages.collect()
}

#[test]
fn a_cut_index_answers_as_a_whole_one_in_three_rounds() {
    let (pages, packed) = many();
    assert!(packed.chunks.len() > 20);
    let mut whole = Engine::open(&packed.boot).unwrap();
    fill(&mut whole, packed);
    let words: Vec<&str> = pages[17].text.sections[1].text.split(' ').take(16).collect();
    for pair in words.chunks(2) {
        for q in [pair.join(" "), format!("«{}»", pair.join(" "))] {
            for typing in [false, true] {
                let mut engine = Engine::open(&packed.boot).unwrap();
                let request = Request { q: q.clone(), typing, limit: 400, ..Request::default() };
                let (answer, rounds) = ask(&mut engine, packed, &request);
                assert_eq!(answer, whole.ask(&request).unwrap());
                assert!(rounds <= 3, "{q}: {rounds} rounds");
                assert!(found(&answer).contains(&"ky/17.html".to_string()) || !q.contains('«'), "{q}");
            }
        }
    }
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert_eq!(packed(generated()), many().1);
    assert_eq!(small().1, small().1);
}

#[test]
fn pages_in_many_parts_are_found_as_in_one() {
    let pages = generated();
    let (one, many) = (in_parts(pages.clone(), usize::MAX), in_parts(pages.clone(), 7));
    let (mut first, mut second) = (Engine::open(&one.boot).unwrap(), Engine::open(&many.boot).unwrap());
    for page in pages.iter().step_by(9) {
        for q in [page.text.title.clone(), page.text.sections[1].heading.clone(), "баке тору".into()] {
            let request = Request { q, ..Request::default() };
            assert_eq!(ask(&mut first, &one, &request).0, ask(&mut second, &many, &request).0);
        }
    }
}

#[test]
fn an_empty_site_has_an_index() {
    let packed = packed(Vec::new());
    let mut engine = Engine::open(&packed.boot).unwrap();
    let (answer, _) = ask(&mut engine, &packed, &Request { q: "окуу".into(), ..Request::default() });
    assert_eq!(answer.total, Some(0));
}

#[test]
fn a_damaged_chunk_is_refused() {
    let (_, packed) = many();
    let mut engine = Engine::open(&packed.boot).unwrap();
    for (id, (_, bytes)) in packed.chunks.iter().enumerate().step_by(7) {
        let mut bytes = bytes.clone();
        bytes[0] ^= 4;
        assert!(engine.add(id, bytes).is_err());
    }
    assert!(engine.add(packed.chunks.len(), Vec::new()).is_err());
}

proptest::proptest! {
    #[test]
    fn any_question_is_answered(q in "\\PC{0,80}|[\"«» \u{202e}\u{0}а-яөүң]{0,300}", typing: bool, from in 0usize..4) {
        static SMALL: std::sync::OnceLock<Packed> = std::sync::OnceLock::new();
        let packed = SMALL.get_or_init(|| small().1);
        let mut engine = Engine::open(&packed.boot).unwrap();
        let request = Request { q, typing, from, ..Request::default() };
        let _ = ask(&mut engine, packed, &request);
    }
}

/// Forged files with right sums: refused, or read without a panic.
mod forged {
    use super::*;
    use crate::boot::{Boot, MAGIC};
    use std::panic::{AssertUnwindSafe, catch_unwind};

    /// A small generator of numbers, so that a failure comes again.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % limit.max(1)
        }

        fn byte(&mut self) -> u8 {
            match self.below(6) {
                0 => [0, 1, 127, 128, 254, 255][self.below(6)],
                _ => self.below(256) as u8,
            }
        }
    }

    fn harm(bytes: &mut Vec<u8>, random: &mut Random) {
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            let most = [4, 4, 40][random.below(3)];
            let run = 1 + random.below(most);
            let end = (at + run).min(bytes.len());
            match random.below(8) {
                _ if at == bytes.len() => bytes.push(random.byte()),
                0 | 1 => bytes[at] ^= 1 << random.below(8),
                2 | 3 => bytes[at] = random.byte(),
                4 => bytes[at..end].iter_mut().for_each(|byte| *byte = random.byte()),
                5 => drop(bytes.drain(at..end)),
                6 => {
                    let from = random.below(bytes.len() - (end - at));
                    bytes.copy_within(from..from + (end - at), at);
                }
                _ => {
                    let new: Vec<u8> = (0..run).map(|_| random.byte()).collect();
                    drop(bytes.splice(at..at, new));
                }
            }
        }
    }

    /// The files of an index: the boot file, and the chunks by their number.
    type Files = (Vec<u8>, Vec<Vec<u8>>);

    fn files(packed: &Packed) -> Files {
        let boot = Boot::read(&packed.boot).unwrap();
        let named = |name: String| packed.chunks.iter().find(|(other, _)| *other == name).unwrap().1.clone();
        (packed.boot.clone(), (0..boot.chunks.len()).map(|id| named(boot.chunk_name(id))).collect())
    }

    /// Other bytes anywhere in the boot file.
    fn other_boot((boot, chunks): &Files, random: &mut Random) -> Files {
        let mut body = boot[MAGIC.len()..boot.len() - 4].to_vec();
        harm(&mut body, random);
        let sum = crc32fast::hash(&body).to_le_bytes();
        ([MAGIC, &body, &sum].concat(), chunks.clone())
    }

    /// Other bytes in a chunk, or in a part that the boot file holds.
    fn other_part((boot, chunks): &Files, random: &mut Random) -> Files {
        let mut boot = Boot::read(boot).unwrap();
        let mut chunks = chunks.clone();
        let part = random.below(chunks.len() + boot.resident.len());
        match chunks.get_mut(part) {
            Some(bytes) => {
                let len = bytes.len();
                harm(bytes, random);
                if part < boot.first_list() {
                    // Of the length that is told, or it is refused at once.
                    bytes.resize(len, 0);
                }
                boot.chunks[part].sum = crc32fast::hash(bytes);
            }
            None => {
                let at = part - chunks.len();
                let bytes = &mut boot.resident[at].1;
                let len = bytes.len();
                harm(bytes, random);
                bytes.resize(len, 0);
            }
        }
        (boot.write(), chunks)
    }

    /// Whether it could be opened.
    fn used((boot, chunks): &Files) -> bool {
        let Ok(mut engine) = Engine::open(boot) else { return false };
        for (q, from) in [("окуу жай", 0), ("«бою окуу»", 0), ("балед", 0), ("ба", 3), ("руке мани", 0)]
        {
            for typing in [false, true] {
                let request = Request { q: q.into(), typing, from, ..Request::default() };
                for _ in 0..5 {
                    let Ok(answer) = engine.ask(&request) else { break };
                    let added = answer.need.iter().filter(|need| {
                        chunks.get(need.id).is_some_and(|bytes| engine.add(need.id, bytes.clone()).is_ok())
                    });
                    if added.count() == 0 {
                        break;
                    }
                }
            }
        }
        true
    }

    /// Tries so many; `FORGED=20000` tries more, `FORGED_FIRST=2085` begins with that one.
    fn try_all(cases: usize, forge: impl Fn(&Files, &mut Random) -> Files) {
        let number = |name: &str| std::env::var(name).ok().and_then(|number| number.parse().ok());
        let (first, cases) = (number("FORGED_FIRST").unwrap_or(0), number("FORGED").unwrap_or(cases));
        let indexes = [files(&small().1), files(&many().1)];
        let mut opened = 0;
        for case in first..cases {
            let mut random = Random(case as u64 * 7919 + 1);
            let forged = forge(&indexes[case % 2], &mut random);
            let begun = std::time::Instant::now();
            let result = catch_unwind(AssertUnwindSafe(|| used(&forged)));
            assert!(result.is_ok(), "number {case}");
            assert!(begun.elapsed().as_secs() < 120, "number {case} takes {:?}", begun.elapsed());
            opened += usize::from(result.unwrap_or_default());
        }
        assert!(opened > 0 && opened < cases, "{opened} of {cases} are opened");
    }

    #[test]
    fn a_forged_boot_file_is_refused_or_answered() {
        try_all(400, other_boot);
    }

    #[test]
    fn a_forged_part_is_refused_or_answered() {
        try_all(400, other_part);
    }
}
