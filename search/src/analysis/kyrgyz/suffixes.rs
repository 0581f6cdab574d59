//! The suffixes of Kyrgyz, by the slot they fill.
//!
//! Signs of a pattern: `A` low vowel а, е, о; `I` high vowel ы, и, у; `D` д or т; `G` г or к; `B` б or п; `L` л, д or т
//! as in the plural; `M` the same as in -лык and -луу (after р also д: «шаардык», but «шаарлар»); `N` н, д or т as in
//! genitive and accusative; `K` a к that may have become г; `~` in front: only after a vowel. The other letters are
//! themselves.

/// A noun or adjective stem is reached.
pub const BASE_NOUN: u32 = 1;
/// A verb stem is reached.
pub const BASE_VERB: u32 = 1 << 1;
const CASE: u32 = 1 << 2;
/// Possessive of the third person: cases after it have forms of their own.
const POSS3: u32 = 1 << 3;
/// Possessives of the first and second person.
const POSS12: u32 = 1 << 4;
const PLURAL: u32 = 1 << 5;
/// -луу, -сыз, -лык, -ыраак.
const ADJECTIVE: u32 = 1 << 6;
/// -дагы, -ныкы, -кы: makes of a case form a new stem.
const RELATIVE: u32 = 1 << 7;
/// Forms of a verb that are declined: -ган, -уу, -ар.
const VERBAL_NOUN: u32 = 1 << 8;
const FINITE: u32 = 1 << 9;
const NEGATION: u32 = 1 << 10;
/// Passive, reflexive, reciprocal.
const VOICE: u32 = 1 << 11;
/// The -т of «жогорула-т». The other causatives make verbs of their own.
const CAUSATIVE: u32 = 1 << 12;
/// The last ы, и or у of a stem. It cannot be told from a possessive, and goes in all forms so that they agree
/// («каршы», «каршылык»).
const THEME: u32 = 1 << 13;
/// Question and person, after everything else.
const CLOSING: u32 = 1 << 14;

/// What a word can end with.
pub const START: u32 = !(NEGATION | VOICE | CAUSATIVE);
/// What stands for a noun stem.
const NOUN: u32 = BASE_NOUN | ADJECTIVE | RELATIVE | VERBAL_NOUN | THEME;
/// The same with the slots that come after it.
const OWNED: u32 = NOUN | PLURAL | POSS12;
/// What stands for a verb stem under the endings.
const VERB: u32 = BASE_VERB | NEGATION | VOICE | CAUSATIVE;
/// The same under negation.
const POSITIVE: u32 = BASE_VERB | VOICE | CAUSATIVE;

/// How far a suffix alone shows that the rest is a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// Not at all: the verb has to be in the list or to look like a derived one.
    KnownVerb,
    /// If the rest has two syllables.
    LongVerb,
    Always,
}

/// A condition that only some suffixes have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    Free,
    Possessive,
    Theme,
    AfterVowel,
    Abstract,
    Time,
    Question,
    FirstPerson,
    Listed,
    Passive,
    Reciprocal,
    Contraction,
    VerbalNoun,
}

/// A suffix.
pub struct Suffix {
    pub pattern: &'static str,
    /// The slot it fills.
    pub kind: u32,
    /// What it can be put after.
    pub left: u32,
    /// Taken from the score: for suffixes that are more often a part of the stem.
    pub cost: i32,
    pub trust: Trust,
    pub rule: Rule,
}

impl Suffix {
    const fn cost(self, cost: i32) -> Suffix {
        Suffix { cost, ..self }
    }

    const fn rule(self, rule: Rule) -> Suffix {
        Suffix { rule, ..self }
    }
}

const fn sure(pattern: &'static str, kind: u32, left: u32) -> Suffix {
    Suffix { pattern, kind, left, cost: 0, trust: Trust::Always, rule: Rule::Free }
}

const fn long(pattern: &'static str, kind: u32, left: u32) -> Suffix {
    Suffix { pattern, kind, left, cost: 0, trust: Trust::LongVerb, rule: Rule::Free }
}

const fn weak(pattern: &'static str, kind: u32, left: u32) -> Suffix {
    Suffix { pattern, kind, left, cost: 0, trust: Trust::KnownVerb, rule: Rule::Free }
}

/// All suffixes. Endings of persons are whole entries («-GAнмIн»): taken one by one they would fit too much.
pub static SUFFIXES: &[Suffix] = &[
    // Cases.
    sure("NIн", CASE, OWNED | POSS3),
    sure("NI", CASE, OWNED).rule(Rule::AfterVowel),
    sure("GA", CASE, OWNED),
    sure("DA", CASE, OWNED),
    sure("DAн", CASE, OWNED),
    sure("н", CASE, POSS3 | RELATIVE),
    sure("нA", CASE, POSS3 | RELATIVE),
    sure("нAн", CASE, POSS3 | RELATIVE),
    sure("ндA", CASE, POSS3 | RELATIVE),
    sure("ндAй", CASE, POSS3 | BASE_NOUN),
    sure("DAй", CASE, VERBAL_NOUN | RELATIVE),
    sure("ндAгI", RELATIVE, POSS3),
    sure("DAгI", RELATIVE, OWNED),
    sure("NIкI", RELATIVE, OWNED | POSS3),
    sure("кI", RELATIVE, BASE_NOUN).rule(Rule::Time),
    sure("гI", RELATIVE, BASE_NOUN).rule(Rule::Time),
    // Possessives.
    sure("BI", CLOSING, OWNED | POSS3 | FINITE).rule(Rule::Question),
    sure("мIн", CLOSING, ADJECTIVE | RELATIVE | VERBAL_NOUN),
    sure("сIн", CLOSING, ADJECTIVE | RELATIVE | VERBAL_NOUN),
    sure("I", POSS3, NOUN | PLURAL).rule(Rule::Possessive),
    sure("I", THEME, BASE_NOUN).rule(Rule::Theme),
    sure("~сI", POSS3, NOUN).rule(Rule::AfterVowel),
    sure("Iн", POSS12, NOUN | PLURAL).cost(1),
    sure("Iм", POSS12, NOUN | PLURAL).cost(1).rule(Rule::FirstPerson),
    sure("~м", POSS12, BASE_NOUN).rule(Rule::Listed),
    sure("~н", POSS12, BASE_NOUN).rule(Rule::Listed),
    sure("IмA", CASE, PLURAL | VERBAL_NOUN),
    sure("IнIз", POSS12, NOUN | PLURAL),
    sure("IбIз", POSS12, NOUN | PLURAL),
    sure("~бIз", POSS12, NOUN),
    sure("~нIз", POSS12, NOUN),
    sure("LAр", PLURAL, NOUN),
    sure("Mуу", ADJECTIVE, BASE_NOUN | VERBAL_NOUN | THEME),
    sure("сIз", ADJECTIVE, BASE_NOUN | VERBAL_NOUN | THEME),
    sure("~рAAк", ADJECTIVE, BASE_NOUN | ADJECTIVE),
    sure("IрAAк", ADJECTIVE, BASE_NOUN | ADJECTIVE),
    sure("~рээк", ADJECTIVE, BASE_NOUN | ADJECTIVE),
    sure("Iрээк", ADJECTIVE, BASE_NOUN | ADJECTIVE),
    sure("MIK", ADJECTIVE, BASE_NOUN | VERBAL_NOUN | THEME).rule(Rule::Abstract),
    // Verb: finite.
    sure("DI", FINITE, VERB),
    sure("DIм", FINITE, VERB),
    long("~DIк", FINITE, VERB),
    weak("GIм", FINITE, VERB),
    weak("GIсI", VERBAL_NOUN, VERB),
    weak("AлI", FINITE, VERB),
    weak("BA", FINITE, POSITIVE),
    long("Bоо", VERBAL_NOUN, POSITIVE),
    sure("DIн", FINITE, VERB),
    sure("DIнIз", FINITE, VERB),
    sure("DIнAр", FINITE, VERB),
    sure("GAнмIн", FINITE, VERB),
    sure("GAнсIн", FINITE, VERB),
    sure("GAнбIз", FINITE, VERB),
    sure("GAнсIз", FINITE, VERB),
    sure("IптIр", FINITE, VERB),
    sure("~птIр", FINITE, VERB),
    long("Iп", FINITE, VERB),
    weak("~п", FINITE, VERB),
    weak("Aт", FINITE, VERB),
    sure("~йт", FINITE, VERB),
    weak("Aм", FINITE, VERB),
    sure("~йм", FINITE, VERB),
    weak("AсIн", FINITE, VERB),
    sure("~йсIн", FINITE, VERB),
    weak("AбIз", FINITE, VERB),
    sure("~йбIз", FINITE, VERB),
    weak("AсIз", FINITE, VERB),
    sure("~йсIз", FINITE, VERB),
    sure("AсIздAр", FINITE, VERB),
    sure("~йсIздAр", FINITE, VERB),
    sure("AсIнAр", FINITE, VERB),
    weak("A", FINITE, VERB),
    weak("~й", FINITE, VERB),
    long("сA", FINITE, VERB),
    weak("сAм", FINITE, VERB),
    weak("сAн", FINITE, VERB),
    weak("сAк", FINITE, VERB),
    sure("сAнIз", FINITE, VERB),
    sure("AйIн", FINITE, VERB),
    sure("~йIн", FINITE, VERB),
    weak("AйлI", FINITE, VERB),
    weak("~йлI", FINITE, VERB),
    weak("IнIз", FINITE, VERB),
    weak("~нIз", FINITE, VERB),
    weak("IнIздAр", FINITE, VERB),
    weak("~нIздAр", FINITE, VERB),
    weak("сIн", FINITE, VERB),
    sure("GIлA", FINITE, VERB),
    weak("GIн", FINITE, VERB),
    sure("GAнчA", FINITE, VERB),
    sure("мAкчI", FINITE, VERB),
    sure("мAйIнчA", FINITE, VERB),
    weak("AбI", FINITE, VERB),
    sure("~йбI", FINITE, VERB),
    sure("GAнбI", FINITE, VERB),
    sure("DIбI", FINITE, VERB),
    // Verb: nominal forms.
    long("GAн", VERBAL_NOUN, VERB),
    sure("уу", VERBAL_NOUN, VERB).rule(Rule::VerbalNoun),
    sure("оо", VERBAL_NOUN, VERB).rule(Rule::Contraction),
    weak("Aр", VERBAL_NOUN, VERB).cost(6),
    weak("BAс", VERBAL_NOUN, BASE_VERB | VOICE),
    // Negation and voice.
    long("BA", NEGATION, POSITIVE),
    long("Iл", VOICE, BASE_VERB | CAUSATIVE),
    weak("~л", VOICE, BASE_VERB),
    weak("Iн", VOICE, BASE_VERB | CAUSATIVE).rule(Rule::Passive),
    weak("~н", VOICE, BASE_VERB),
    weak("~ш", VOICE, BASE_VERB).rule(Rule::Reciprocal),
    weak("Iш", VOICE, BASE_VERB | CAUSATIVE),
    weak("~т", CAUSATIVE, BASE_VERB),
];
