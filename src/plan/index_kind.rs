//! Which indexes there are.

use crate::address::paths;
use crate::resolve::Handbook;

/// An index: which one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndexKind {
    /// Every page of the site, by letter.
    Site,
    Letter,
    Field,
    Interest,
    Subject,
    Route,
    Region,
    /// What no source was found for, and whom to ask.
    Unknown,
    /// What an editor has still to confirm.
    Review,
    /// The pages by whom they are for.
    Audience,
    /// The terms of the glossary, by letter.
    Terms,
    /// The figures and tables of a publication, by its number.
    Figures(usize),
}

impl IndexKind {
    /// The indexes of professions.
    pub const PROFESSIONS: [IndexKind; 8] = [
        IndexKind::Letter,
        IndexKind::Field,
        IndexKind::Interest,
        IndexKind::Subject,
        IndexKind::Route,
        IndexKind::Region,
        IndexKind::Unknown,
        IndexKind::Review,
    ];

    /// The ways to professions, as pages offer them.
    pub const WAYS: [IndexKind; 6] = [
        IndexKind::Letter,
        IndexKind::Field,
        IndexKind::Interest,
        IndexKind::Subject,
        IndexKind::Route,
        IndexKind::Region,
    ];

    /// Whether it lists professions, and so belongs to the encyclopedia.
    pub fn of_professions(self) -> bool {
        IndexKind::PROFESSIONS.contains(&self)
    }

    /// Path of the index in a language's tree, without `.html`; also the folder of its groups' pages.
    pub fn stem(self, handbook: &Handbook) -> String {
        let stem = match self {
            IndexKind::Site => "alphabet",
            IndexKind::Letter => "finder/by-letter",
            IndexKind::Field => "finder/by-field",
            IndexKind::Interest => "finder/by-interest",
            IndexKind::Subject => "finder/by-subject",
            IndexKind::Route => "finder/by-route",
            IndexKind::Region => "finder/by-region",
            IndexKind::Unknown => "finder/unknown",
            IndexKind::Review => "finder/review",
            IndexKind::Audience => "audience",
            IndexKind::Terms => "terms",
            IndexKind::Figures(publication) => {
                return paths::figures(&handbook.config.publications[publication].id);
            }
        };
        stem.to_string()
    }

    /// Key of what the index says of itself below its title.
    pub fn lead(self) -> String {
        match self {
            IndexKind::Audience => "for_whom.lead".into(),
            IndexKind::Terms => "glossary.lead".into(),
            other => format!("{}_lead", other.words()),
        }
    }

    /// Key of the index's title in the words of the interface.
    pub fn words(self) -> &'static str {
        match self {
            IndexKind::Site => "search.alphabet",
            IndexKind::Letter => "finder.by.letter",
            IndexKind::Field => "finder.by.field",
            IndexKind::Interest => "finder.by.interest",
            IndexKind::Subject => "finder.by.subject",
            IndexKind::Route => "finder.by.route",
            IndexKind::Region => "finder.by.region",
            IndexKind::Unknown => "finder.by.unknown",
            IndexKind::Review => "finder.by.review",
            IndexKind::Audience => "for_whom.title",
            IndexKind::Terms => "glossary.title",
            IndexKind::Figures(_) => "figure.list",
        }
    }

    /// What the ids of its groups begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            IndexKind::Site | IndexKind::Letter => "letter",
            IndexKind::Field => "field",
            IndexKind::Interest => "interest",
            IndexKind::Subject => "subject",
            IndexKind::Route => "route",
            IndexKind::Region => "region",
            IndexKind::Unknown => "unknown",
            IndexKind::Review => "review",
            IndexKind::Audience => "audience",
            IndexKind::Terms => "term",
            IndexKind::Figures(_) => "chapter",
        }
    }
}
