//! Every address of the output is written here.
//!
//! In: codes of languages, addresses of entries, names. Out: paths in the output. Who has which is `plan`'s to say; names that
//! hold a checksum are their makers' own.

/// The choice of language.
pub const FRONT: &str = "index.html";
/// What a host shows where there is nothing.
pub const NOT_FOUND: &str = "404.html";
/// What search engines read, beside the pages.
pub const SITEMAP: &str = "sitemap.xml";
/// The address of the home page in each language's tree.
pub const HOME: &str = "index";

/// The page of an entry, or an old address of one.
pub fn page(code: &str, address: &str) -> String {
    format!("{code}/{address}.html")
}

/// An entry as a file for a word processor.
pub fn document(code: &str, address: &str) -> String {
    format!("{code}/{address}.docx")
}

/// All that readers take away of an entry.
pub fn archive(code: &str, address: &str) -> String {
    format!("{code}/{address}.zip")
}

/// The address of what lists the pages of a folder.
pub fn list_of(folder: &str) -> String {
    format!("{folder}/index")
}

/// A file beside the pages, by its path under `content/`.
pub fn file(path: &str) -> String {
    format!("files/{path}")
}

/// The address of contact and imprint in each language's tree; a page of the site's own may have it.
pub const IMPRINT: &str = "imprint";

/// Contact and imprint.
pub fn imprint(code: &str) -> String {
    page(code, IMPRINT)
}

/// The results of a search.
pub fn results(code: &str) -> String {
    page(code, "search")
}

/// The group of an index that has a page of its own, where the index is at `stem`.
pub fn index_group(code: &str, stem: &str, key: &str) -> String {
    format!("{code}/{stem}/{key}.html")
}

/// Where the list of a publication's figures is, in each language's tree.
pub fn figures(publication: &str) -> String {
    format!("{publication}/figures")
}

fn in_finder(code: &str, name: &str) -> String {
    format!("{code}/finder/{name}")
}

/// The finder of professions.
pub fn finder(code: &str) -> String {
    in_finder(code, "index.html")
}

/// The reader's own list of professions.
pub fn saved(code: &str) -> String {
    in_finder(code, "saved.html")
}

/// What the finder's scripts read.
pub fn finder_data(code: &str) -> String {
    in_finder(code, "data.js")
}

/// A part of what the finder's scripts read later; parts count from 0.
pub fn finder_part(code: &str, part: usize) -> String {
    in_finder(code, &format!("data-{}.js", part + 1))
}

/// What people of each profession do, for builders of documents.
pub fn finder_tasks(code: &str) -> String {
    in_finder(code, "tasks.js")
}

/// The encyclopedia as data.
pub fn professions(code: &str, extension: &str) -> String {
    in_finder(code, &format!("professions.{extension}"))
}

/// The professions of a field, to be printed; volumes count from 0.
pub fn booklet(code: &str, field: &str, volume: usize) -> String {
    in_finder(code, &format!("booklet/{}.html", numbered(field, volume)))
}

/// A publication on one page, or a volume of it; volumes count from 0.
pub fn whole(code: &str, publication: &str, volume: usize) -> String {
    format!("{code}/{publication}/{}.html", numbered("whole", volume))
}

/// A publication, or a volume of it, on one page for paper.
pub fn print(code: &str, publication: &str, volume: usize) -> String {
    format!("{code}/{publication}/{}.html", numbered("whole-print", volume))
}

fn numbered(name: &str, volume: usize) -> String {
    match volume {
        0 => name.to_string(),
        volume => format!("{name}-{}", volume + 1),
    }
}
