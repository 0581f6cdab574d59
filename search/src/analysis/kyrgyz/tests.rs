use super::words::{ELIDED, IRREGULAR, NOUNS, SHORT, TIMES, VERBS, WHOLE};
use super::{Stem, sounds, stem};

/// The stem of a word in ordinary spelling, folded as the caller of [`stem`] does it.
fn key(word: &str) -> String {
    let folded: Vec<char> = word.chars().map(fold).collect();
    let Stem { keep, tail } = stem(&folded);
    folded[..keep].iter().copied().chain(tail.chars()).collect()
}

fn fold(letter: char) -> char {
    match letter {
        'ө' => 'о',
        'ү' => 'у',
        'ң' => 'н',
        'ё' => 'е',
        other => other,
    }
}

fn same(forms: &str) {
    let mut forms = forms.split_whitespace();
    let first = forms.next().unwrap();
    for form in forms {
        assert_eq!(key(form), key(first), "{form} and {first}");
    }
}

fn different(a: &str, b: &str) {
    assert_ne!(key(a), key(b), "{a} and {b}");
}

#[test]
fn cases_possessives_plural() {
    same("мугалим мугалимдер мугалимдерге мугалимдердин мугалими мугалимине мугалиминен мугалимим мугалимиңиз");
    same("жумуш жумушка жумуштан жумушу жумушуна жумушумду жумуштардын жумушсуз");
    same("үй үйгө үйдө үйдөгү үйлөр үйлөрдүн үйүндө үйүбүз");
    same("кызмат кызматы кызматка кызматтарынын кызматыңыздан");
    same("тажрыйба тажрыйбасы тажрыйбасында тажрыйбалуу тажрыйбам тажрыйбаңыз");
    same("программа программасы программага программалардын");
    same("тоо тоого тоолордун тоосу");
    same("автобус автобусу автобустар автобусунан");
    same("актёр актёрлор актёру");
}

#[test]
fn voiced_ends_are_put_back() {
    same("кесип кесиби кесибине кесиптер кесипти кесибибиз");
    same("китеп китебим китептер китебиндеги");
    same("эмгек эмгеги эмгекке эмгегинин");
    same("клуб клубу клубга клубтун");
    same("рынок рыногу рынокто");
    same("педагог педагогу педагогдор");
    assert_eq!(key("кесиби"), "кесип");
}

#[test]
fn lost_vowels_and_irregular_words() {
    same("бала балдар балдарга балдары балага баласы");
    same("орун орду ордунда орунга орундар");
    same("убакыт убактысы убактыңыз убакытты");
    same("мен мени менин мага менден");
    same("ал аны анын ага андан");
}

#[test]
fn verbs() {
    same("келди келем келет келген келип келбейт келүү келүүгө келсеңиз келгенче келгиле келдиңиз");
    same("иштейт иштеди иштеген иштеп иштөө иштөөгө иштебей иштөөнү");
    same("сүйлөйт сүйлөдү сүйлөө сүйлөбөй сүйлөп");
    same("аяктады аяктоо аяктоого аяктаган");
    same("жашайт жашоо жашаган");
    same("тапкан табат табуу табылган таап");
    same("койду коёт коюлган коюп коюу");
    same("окуйт окуган окубай окулат");
    same("алды алынды алынат алууга");
    same("өнүктүрөт өнүктүрүү өнүктүрүлгөн");
}

#[test]
fn other_words_stay_apart() {
    different("окуучу", "окуу");
    different("окутуу", "окуу");
    different("окуу", "ок");
    different("жетекчилик", "жетекчи");
    different("кызматташуу", "кызмат");
    different("жашоо", "жаш");
    different("иштөө", "иш");
    different("курулуш", "куруу");
    different("билет", "билим");
}

#[test]
fn words_that_end_like_suffixes_stay_whole() {
    for word in "бишкек класс медсестра инженер информатика ата эне бала иш он эл ай тил жер суу тоо туу кыз ооба окуу \
                 билим мугалим адам эмгек мектеп экен менен караганда баткен медицина команда алтын"
        .split_whitespace()
    {
        assert_eq!(key(word), word);
    }
}

#[test]
fn kyrgyz_letters_make_no_difference() {
    for word in "өмүр өмүрүндө үйрөнгөн сүйлөө көңүлүңүз түшүндүрүү бүтүрүүчүлөрдүн".split_whitespace()
    {
        let typed: String = word.chars().map(fold).collect();
        assert_eq!(key(word), key(&typed));
    }
}

#[test]
fn lists_are_sorted_and_folded() {
    for list in [VERBS, NOUNS, SHORT, TIMES, WHOLE] {
        for entry in list {
            assert!(sounds::find(list, sounds::spoken(entry)), "{entry} is not where it is looked for");
            assert!(entry.chars().all(|c| ('а'..='я').contains(&c)), "{entry}");
        }
    }
    assert!(IRREGULAR.iter().all(|(form, keep, _)| *keep <= form.chars().count()));
    assert!(ELIDED.iter().all(|(form, keep, _)| *keep <= form.chars().count()));
}

/// Numbers that look random but are the same in each run.
struct Noise(u64);

impl Noise {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % bound
    }
}

fn check(word: &[char]) {
    let Stem { keep, tail } = stem(word);
    assert!(keep <= word.len(), "{word:?}");
    let left = keep + tail.chars().count();
    let whole = keep == word.len() && tail.is_empty();
    assert!(whole || left >= 2, "{word:?}");
}

#[test]
fn any_input_is_safe() {
    let letters: Vec<char> = "абвгдежзийклмнопрстуфхцчшщъыьэюя".chars().collect();
    let pieces = ["лар", "ын", "да", "гы", "нын", "сы", "быз", "оо", "уу", "ган", "ба", "ю", "я", "ып", "ат", "й", "ь"];
    let strange: Vec<char> = "az09 -'\u{301}өүң中🙂".chars().collect();
    let mut noise = Noise(7);
    for _ in 0..20_000 {
        let word: Vec<char> = (0..noise.below(14)).map(|_| letters[noise.below(letters.len())]).collect();
        check(&word);
        let word: Vec<char> = (0..noise.below(7)).flat_map(|_| pieces[noise.below(pieces.len())].chars()).collect();
        check(&word);
        let word: Vec<char> = (0..noise.below(6))
            .map(|_| if noise.below(2) == 0 { strange[noise.below(strange.len())] } else { letters[noise.below(32)] })
            .collect();
        check(&word);
    }
}

#[test]
fn long_input_is_fast() {
    for piece in ["а", "ын", "лардын", "дагы", "уу", "ю", "х"] {
        let word: Vec<char> = piece.chars().cycle().take(10_000).collect();
        check(&word);
    }
}

#[test]
fn foreign_and_empty_input_comes_back_whole() {
    for word in ["", "а", "ж", "html", "2026", "cv", "9класс"] {
        assert_eq!(key(word), word);
    }
}
