//! Every kind of diagnostic, in one table: its code, its severity and what the code means.

use serde::{Deserialize, Serialize};

use super::Severity;

/// Declares the [`Code`] enum from one table, so that a code cannot exist without a severity and a meaning.
macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $meaning:literal)*) => {
        /// The kind of a diagnostic. The text form (`link/unknown-page`) is stable and documented in the README.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $(#[doc = $meaning] $name),* }

        impl Code {
            /// All codes, in the order in which the table lists them.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// The stable text form, `stage/what`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $id),* }
            }

            /// Whether the code stops a build.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity),* }
            }

            /// One sentence on what the code means, for the list in the README.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$name => $meaning),* }
            }
        }
    };
}

codes! {
    SiteMissing "site/missing" Error "The folder has no content/site.yaml, so it is not a site."
    SitePublicationEmpty "site/publication-empty" Error "site.yaml lists a publication whose folder is missing or holds no page."
    SitePublishNothing "site/publish-nothing" Warning "A pattern under `publish` or `trusted` of site.yaml matches no file."
    SourceUnreadable "source/unreadable" Error "A file or folder could not be read."
    SourceNotUtf8 "source/not-utf8" Error "A text file is not in UTF-8."
    SourceForbiddenCharacter "source/forbidden-character" Warning "A text has characters that web pages and Word files may not hold; they are read as what they mean, or left out."
    SourceLostCharacter "source/lost-character" Warning "A letter of a text was lost when it was converted, before it came here."
    SourceTooLarge "source/too-large" Error "A file is larger than the limit for its kind."
    SourceSymlinkOutside "source/symlink-outside" Error "A symbolic link leads out of the site."
    SourceSymlinkLoop "source/symlink-loop" Error "Symbolic links lead round in a circle."
    SourceNotWhole "source/not-whole" Error "A text file was not saved whole: it is empty, ends inside a letter or holds zeros."
    SourceConflict "source/conflict" Error "Version control has left two versions of some lines in a file."
    SourceNoLanguage "source/no-language" Error "A page's file name does not say its language."
    SourceUnlisted "source/unlisted" Warning "A folder belongs to no publication of site.yaml, so nothing is made of it."
    SourceUnused "source/unused" Warning "No page uses a file, so it is not published."
    FileActive "file/active" Error "A browser would run what is in a file that is published, or ask other hosts for it."
    FileFormula "file/formula" Warning "A spreadsheet would compute cells of a table that is published; they are published as texts."
    AddressNotAscii "address/not-ascii" Error "A file name has characters that cannot be part of an address."
    AddressReserved "address/reserved" Error "A file name is reserved on Windows, or the path is too long for a USB stick."
    AddressCase "address/case" Error "Two addresses differ only in capital letters and collide on Windows."
    AddressDuplicate "address/duplicate" Error "Two files, or a file and a page of bagyt's own, claim the same address."
    YamlSyntax "yaml/syntax" Error "The YAML cannot be read."
    YamlCutText "yaml/cut-text" Warning "A text of a YAML document ends at a # that was meant to be part of it."
    YamlTooComplex "yaml/too-complex" Error "The YAML is nested or repeated beyond the limit."
    YamlDuplicateKey "yaml/duplicate-key" Error "A key stands twice in one map."
    YamlUnknownKey "yaml/unknown-key" Error "A key that means nothing here, often a misspelling."
    YamlMissingKey "yaml/missing-key" Error "A required key is missing."
    YamlWrongType "yaml/wrong-type" Error "A value is of the wrong type."
    YamlBadValue "yaml/bad-value" Error "A value is of the right type, but not one that is allowed."
    PageFrontMatterOpen "page/front-matter-open" Error "The front matter is opened with --- and never closed."
    PageNoFrontMatter "page/no-front-matter" Error "A page does not begin with front matter."
    PageNoAudience "page/no-audience" Warning "A page does not say for whom it is, though others of the site do."
    PageUntranslated "page/untranslated" Note "A page is not translated into a language of the site."
    PageTwiceTitled "page/twice-titled" Warning "The text has a first-level heading, though the title already is one."
    PageNotAlike "page/not-alike" Warning "The versions of a page in two languages have other headings, tables or pictures."
    ChapterUntitled "chapter/untitled" Warning "A chapter folder has no index page, so its title is taken from its name."
    SearchIndex "search/index" Error "The search index could not be made."
    SearchMissing "search/missing" Error "The folder holds no search index in that language."
    SearchUnknown "search/unknown" Error "A kind of page or a publication that the built site does not have."
    SearchDamaged "search/damaged" Error "A file of the search index is missing or damaged."
    DraftIncomplete "draft/incomplete" Warning "A draft lacks something without which it cannot be published."
    DraftLeftOut "draft/left-out" Note "A file is a draft, so nothing is made of it."
    TextMissingLanguage "text/missing-language" Error "A required text is missing in one language."
    TextUntranslated "text/untranslated" Note "Texts of a record are not translated into a language of the site."
    TextTooDeep "text/too-deep" Error "Parts of a text stand deeper in one another, or more tags in it are left open, than the limit allows."
    TextTooMany "text/too-many" Error "A text has more paragraphs, cells, links and marks than a page can show."
    TextTooLong "text/too-long" Warning "A text is longer than the place where it is shown."
    RecordUnknownType "record/unknown-type" Error "A YAML file does not say which known type of record it is."
    RecordUnknownId "record/unknown-id" Error "A record refers to an id that does not exist."
    RecordDuplicateId "record/duplicate-id" Error "An id is given twice."
    RecordTooMany "record/too-many" Error "A list has more items than a figure, the search or the site can hold."
    RecordWrongNumber "record/wrong-number" Warning "A list of a record has fewer or more items than its place on the page."
    ClaimNoSource "claim/no-source" Error "A fact is stated without its source."
    ClaimOutdated "claim/outdated" Warning "A source has not been checked for twelve months."
    ProfessionIncomplete "profession/incomplete" Warning "A profession lacks parts of its description."
    ProfessionFlatInterests "profession/flat-interests" Warning "The interests of a profession are all nearly alike, so they say nothing."
    ProfessionUnlinked "profession/unlinked" Warning "No other profession and no page leads to a profession."
    ProfessionClosedSchool "profession/closed-school" Warning "A profession names a place of study that no longer exists under that name."
    TermAmbiguous "term/ambiguous" Warning "Two terms of the glossary have the same name, so a text can lead to one of them only."
    LessonMinutes "lesson/minutes" Warning "The parts of a lesson do not add up to its minutes."
    LessonIncomplete "lesson/incomplete" Warning "A lesson lacks parts of its description."
    TaskIncomplete "task/incomplete" Warning "A task lacks parts of its description."
    TaskNoDocument "task/no-document" Error "A task offers a page to take away that is no Word file and no other file."
    TestUnbalanced "test/unbalanced" Error "A self-test asks about one of its scales more or less often than about the others."
    TestUnreachable "test/unreachable" Warning "An interest that a self-test measures is the strongest one of no profession."
    LinkUnknownPage "link/unknown-page" Error "A link leads to a page or record that does not exist."
    LinkUnknownAnchor "link/unknown-anchor" Error "A link leads to a heading that does not exist."
    LinkUnknownFile "link/unknown-file" Error "A link leads to a file that does not exist."
    LinkDraft "link/draft" Warning "A link or a record refers to a draft that is left out; the link's words stay as plain text."
    LinkNumber "link/number" Error "The words of a link ask for the number of something that has none."
    LinkTypedNumber "link/typed-number" Warning "The number of a chapter is typed in the words of a link."
    LinkMoved "link/moved" Warning "A link names an old address of a page."
    LinkOutside "link/outside" Error "A relative link leads out of the content folder."
    LinkUnsafe "link/unsafe" Error "A link's address is of a kind that a site must not use."
    LinkUndefined "link/undefined" Warning "A reference-style link has no definition and stays plain text."
    LinkPlain "link/plain" Warning "A link or picture is written so that it stays plain text."
    LinkUnused "link/unused" Warning "A line defines a link that nothing uses, so it is not shown."
    FootnoteUndefined "footnote/undefined" Warning "A footnote mark has no footnote and stays plain text."
    HeadingPlain "heading/plain" Warning "A heading is written so that it stays plain text."
    ListPlain "list/plain" Warning "The items of a list are written so that they stay plain text."
    EmphasisPlain "emphasis/plain" Warning "Marks of emphasis stay in the text."
    TablePlain "table/plain" Warning "A table is written so that it stays plain text."
    TableCutRow "table/cut-row" Warning "A row of a table has more cells than its head, or a bar divides a mark in it."
    CodeUnclosed "code/unclosed" Warning "A block of code is opened and never closed."
    BoxUnknown "box/unknown" Warning "A box has a name that is not known, or stands in no quotation."
    MarkForeign "mark/foreign" Warning "A mark of another dialect of Markdown stays in the text."
    HeadingDuplicateId "heading/duplicate-id" Error "Two headings of a page have the same {#id}."
    HeadingBadId "heading/bad-id" Error "A heading's {#id} has characters that do not belong in an address."
    ImageMissing "image/missing" Error "An image file does not exist."
    ImageRemote "image/remote" Error "An image lies on another host; the site must hold all its images."
    ImageBroken "image/broken" Error "An image cannot be decoded or has no size."
    ImageCleaned "image/cleaned" Warning "A drawing held something that could run or load from elsewhere, and was removed."
    ImagePrivate "image/private" Error "A linked picture may say where and when it was taken, which cannot be removed from its format."
    ImageNoAlt "image/no-alt" Warning "An image has no alternative text."
    DataInline "data/inline" Error "A record that is shown as a figure or table stands in a line of text."
    HtmlOff "html/off" Warning "The page has raw HTML, which this site does not allow; it is shown as text."
    HtmlRemarkOpen "html/remark-open" Error "A remark is opened by <!-- and never closed, so the rest of the page is lost in it."
    HtmlCleaned "html/cleaned" Warning "Raw HTML held something that is not allowed and was removed."
    ThemeMissing "theme/missing" Error "The theme, or a file that every theme needs, is missing."
    ThemeUnknownTemplate "theme/unknown-template" Error "The site has a template that nothing uses, often a misspelling."
    ThemeTemplate "theme/template" Error "A template of the theme has an error."
    ThemeAsset "theme/asset" Error "A stylesheet or script of the theme refers to what the theme does not have."
    I18nMissingKey "i18n/missing-key" Error "A word of the interface is missing in one language."
    I18nUnknownKey "i18n/unknown-key" Error "A word of the interface that nothing uses, often a misspelling."
    I18nBadValue "i18n/bad-value" Error "A word of the interface is of the wrong shape, such as a missing plural form."
    ExportTooLong "export/too-long" Error "A form or worksheet is too long for a Word file."
    ExportDocument "export/document" Error "A document for word processors could not be made."
    OutputNotOurs "output/not-ours" Error "The output folder holds files that bagyt did not make."
    OutputUnwritable "output/unwritable" Error "The output could not be written."
    OutputBusy "output/busy" Error "Another process builds into the output folder."
    OutputUnfinished "output/unfinished" Error "A build is not wholly in its place; the next command finishes it."
    OutputMended "output/mended" Warning "A build that was interrupted has been finished or undone."
    OutputFull "output/full" Error "The disk is full; the previous output is as it was."
}

impl Code {
    /// Whether the cause is the machine or the command line, not the content: exit code 2 instead of 1.
    pub fn is_machine(self) -> bool {
        matches!(
            self,
            Code::ExportDocument
                | Code::OutputNotOurs
                | Code::OutputUnwritable
                | Code::OutputFull
                | Code::OutputBusy
                | Code::OutputUnfinished
                | Code::OutputMended
                | Code::SearchIndex
                | Code::SearchMissing
                | Code::SearchUnknown
                | Code::SearchDamaged
        )
    }
}
