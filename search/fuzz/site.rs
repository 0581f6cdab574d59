//! A small index, of pages enough to be cut into chunks.

use bagyt_search::outer;
use bagyt_search::pack::{File, Input, PageInput, PageText, Packer, Section};

const WORDS: [&str; 24] = [
    "өмүр", "бою", "билим", "окуу", "жай", "мугалим", "эсепчи", "кесип", "тандоо", "резюме", "иштөө", "шаар", "ЖРТ",
    "ЖОЖдор", "колледж", "бухгалтер", "C++", "2026", "сүйлөшүү", "аңгеме", "ёлка", "көл", "кол", "un",
];
const ENDINGS: [&str; 8] = ["", "лар", "дын", "га", "да", "ы", "сыз", "чы"];

/// A boot file, and the chunks, of `pages` pages that a small generator makes.
pub fn packed(pages: usize) -> (Vec<u8>, Vec<Vec<u8>>) {
    let mut state = 7u64;
    let mut below = move |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    let mut text = move |words: usize| {
        let mut word = || format!("{}{}{}", WORDS[below(24)], ["", "ба", "ке", "ру"][below(4)], ENDINGS[below(8)]);
        (0..words).map(|_| word()).collect::<Vec<_>>().join(" ")
    };
    let mut page = |at: usize| {
        let mut section = |at: usize| Section { anchor: format!("s{at}"), heading: text(2), text: text(60) };
        let sections = (0..4).map(&mut section).collect();
        PageInput {
            text: PageText { url: format!("ky/{at}.html"), title: text(3), sections },
            kind: if at % 5 == 0 { "profession" } else { "page" }.into(),
            publication: (at % 3 == 0).then(|| "handbook".into()),
            keywords: vec![text(1)],
            other_titles: vec![(0, text(2))],
        }
    };
    let synonyms = vec![vec![(None, "эсепчи".into()), (Some(0), "бухгалтер".into()), (None, "иштөө окуу".into())]];
    let input = Input { language: "ky".into(), others: vec!["ru".into()], synonyms };
    let packer = Packer::new(input);
    let part = packer.part((0..pages).map(&mut page)).expect("there is memory");
    let files = packer.finish(vec![part]).expect("a small index").files;
    let bytes = |(name, file): (String, File)| outer::bytes(&file.script(&name).expect("there is memory")).expect("it is whole");
    let mut files: Vec<Vec<u8>> = files.into_iter().map(bytes).collect();
    (files.pop().expect("the boot file is the last one"), files)
}
