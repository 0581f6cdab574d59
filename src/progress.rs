//! How a build tells how far it is, without knowing who listens.

/// A stage of a build, as ARCHITECTURE.md lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Cache,
    Source,
    Config,
    I18n,
    Parse,
    Theme,
    Resolve,
    Pictures,
    Plan,
    Keys,
    Render,
    Export,
    Data,
    Sitemap,
    Search,
    Bundle,
}

impl Stage {
    /// All of them.
    pub const ALL: [Stage; 16] = [
        Stage::Cache,
        Stage::Source,
        Stage::Config,
        Stage::I18n,
        Stage::Parse,
        Stage::Theme,
        Stage::Resolve,
        Stage::Pictures,
        Stage::Plan,
        Stage::Keys,
        Stage::Render,
        Stage::Export,
        Stage::Data,
        Stage::Sitemap,
        Stage::Search,
        Stage::Bundle,
    ];

    /// The name of its module.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Cache => "cache",
            Stage::Source => "source",
            Stage::Config => "config",
            Stage::I18n => "i18n",
            Stage::Parse => "parse",
            Stage::Theme => "theme",
            Stage::Resolve => "resolve",
            Stage::Pictures => "pictures",
            Stage::Plan => "plan",
            Stage::Keys => "keys",
            Stage::Render => "render",
            Stage::Export => "export",
            Stage::Data => "data",
            Stage::Sitemap => "sitemap",
            Stage::Search => "search",
            Stage::Bundle => "bundle",
        }
    }
}

/// Told of every stage, and of every page that is done; the latter by several threads.
pub trait Progress: Sync {
    /// A stage begins, and the one before it ends.
    fn stage(&self, _: Stage) {}
    /// Making begins; there are so many pages.
    fn start(&self, pages: usize);
    /// One more page is done.
    fn step(&self);
}

/// Nobody listens.
pub struct Silent;

impl Progress for Silent {
    fn start(&self, _: usize) {}
    fn step(&self) {}
}
