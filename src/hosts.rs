//! What hosts read to know how to send the site: `_headers` and `.htaccess`.
//!
//! Four promises, on any host that reads one of them: text is UTF-8 whatever the host's default is; a file whose name
//! holds its checksum is kept for a year, and everything else is asked for again, so an update is seen at once; folders
//! are not listed and hidden files not sent; an address without a page shows the site's own `404.html`.

use crate::address::SEARCH_FOLDER;
use crate::address::path_of;
use crate::theme::SECURITY_POLICY;

/// Headers that say what every page's own policy says, for hosts that set them from a file.
const HEADERS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
];

/// For a file that has another name when it has other bytes.
const KEEP: &str = "public, max-age=31536000, immutable";
/// For all others: the browser asks whether its copy is still good.
const ASK: &str = "no-cache";

/// Extensions of text with the types that some hosts do not know or name otherwise; `nosniff` asks for the right ones.
const TEXTS: [(&str, &str); 8] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("csv", "text/csv"),
    ("svg", "image/svg+xml"),
    ("xml", "application/xml"),
    ("txt", "text/plain"),
];
/// The same for what is no text.
const OTHERS: [(&str, &str); 3] = [
    ("woff2", "font/woff2"),
    ("webp", "image/webp"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
];

/// Whether a file has another name when it has other bytes: those that hosts may keep for good, as the files below say it.
pub fn is_named_by_checksum(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let of_search = || {
        let checksum = name.strip_suffix(".js").and_then(|name| name.rsplit_once('-')).map_or("", |(_, sum)| sum);
        checksum.len() == 8 && checksum.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    match folder.split('/').next() {
        Some("assets") => !name.starts_with('.'),
        Some(SEARCH_FOLDER) => of_search(),
        _ => false,
    }
}

/// Every file for hosts, by its path in the output. `languages` are the codes of the site's languages.
pub fn files(base_url: Option<&str>, languages: &[&str]) -> Vec<(String, String)> {
    vec![
        ("_headers".into(), headers(languages)),
        (".htaccess".into(), htaccess(base_url)),
        ("assets/.htaccess".into(), kept_folder("")),
        (format!("{SEARCH_FOLDER}/.htaccess"), kept_folder("-[0-9a-f]{8}\\.js$")),
    ]
}

/// `_headers`, as Netlify, Cloudflare Pages and others read it.
///
/// Such hosts join the values of a header that several rules set, in the order of the file. So the general rule comes
/// first, and `!` takes its value away; a host that does not know `!` keeps `no-cache` among the values, which costs a
/// question and shows nothing old.
fn headers(languages: &[&str]) -> String {
    let mut text = format!("/*\n  Content-Security-Policy: {SECURITY_POLICY}\n");
    for (name, value) in HEADERS {
        text += &format!("  {name}: {value}\n");
    }
    text += &format!("  Cache-Control: {ASK}\n");
    let mut caching = |path: &str, value: &str| {
        text += &format!("\n{path}\n  ! Cache-Control\n  Cache-Control: {value}\n");
    };
    caching("/assets/*", KEEP);
    caching(&format!("/{SEARCH_FOLDER}/*"), KEEP);
    // The one file of the search whose name does not change with its content.
    for language in languages {
        caching(&format!("/{SEARCH_FOLDER}/{language}/start.js"), ASK);
    }
    // These hosts send pages, styles and scripts as UTF-8 of their own accord.
    text + "\n/*.csv\n  Content-Type: text/csv; charset=utf-8\n"
}

/// `.htaccess`, as the Apache of cheap hosts reads it.
///
/// What it says may be said wherever a host lets a site say anything (`AllowOverride FileInfo`); `Options`, which some
/// hosts forbid with an error for the whole site, only where there is no other way.
fn htaccess(base_url: Option<&str>) -> String {
    let mut text = String::from("AddDefaultCharset UTF-8\n<IfModule mod_mime.c>\n");
    for (extension, kind) in TEXTS.iter().chain(&OTHERS) {
        text += &format!("AddType {kind} .{extension}\n");
    }
    let extensions: Vec<String> = TEXTS.iter().map(|(extension, _)| format!(".{extension}")).collect();
    text += &format!("AddCharset UTF-8 {}\n</IfModule>\n", extensions.join(" "));

    text += &format!("<IfModule mod_headers.c>\nHeader set Content-Security-Policy \"{SECURITY_POLICY}\"\n");
    for (name, value) in HEADERS {
        text += &format!("Header set {name} \"{value}\"\n");
    }
    text += &format!("Header set Cache-Control \"{ASK}\"\n");
    // Compression adds to the mark of a file's state, and Apache does not know it again when the browser sends it back.
    text += "RequestHeader edit* If-None-Match \"-gzip\\\"\" \"\\\"\"\n</IfModule>\n";

    text += "<IfModule mod_deflate.c>\nAddOutputFilterByType DEFLATE text/html text/css text/javascript \
             application/javascript application/json text/csv text/plain image/svg+xml application/xml\n</IfModule>\n";

    // First of the rules: it says where the others' error page lies.
    text += &error_document(base_url);
    // Hidden files, but for what certificates are asked for with.
    text += "<IfModule mod_alias.c>\nRedirectMatch 404 \"/(\\.(?!well-known/)|_headers$)\"\n</IfModule>\n";
    // A folder without a page of its own.
    text += "<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteCond %{REQUEST_FILENAME} -d\n\
             RewriteCond %{REQUEST_FILENAME}/index.html !-f\nRewriteRule ^ - [R=404,L]\n</IfModule>\n\
             <IfModule !mod_rewrite.c>\nOptions -Indexes\n</IfModule>\n";
    text
}

/// Where Apache finds `404.html`. It wants a path from the root of the host, which is known with the site's address;
/// without it, newer versions work out in which folder the site lies.
fn error_document(base_url: Option<&str>) -> String {
    let fixed = format!("ErrorDocument 404 {}/404.html\n", base_url.map_or("", path_of));
    if base_url.is_some() {
        return fixed;
    }
    fixed
        + "<IfModule mod_rewrite.c>\n<IfModule mod_version.c>\n<IfModule !LiteSpeed>\n<IfVersion >= 2.4.13>\n\
           RewriteEngine On\nRewriteCond $0#%{REQUEST_URI} ^([^#]*)#/(.*)\\1$\nRewriteRule ^.*$ - [E=BAGYT_FOLDER:%2]\n\
           ErrorDocument 404 /%{reqenv:BAGYT_FOLDER}404.html\n\
           </IfVersion>\n</IfModule>\n</IfModule>\n</IfModule>\n"
}

/// `.htaccess` of a folder in which files with this name (a regular expression; empty for all) hold their checksum in it.
fn kept_folder(name: &str) -> String {
    let header = format!("Header set Cache-Control \"{KEEP}\"\n");
    let header = if name.is_empty() { header } else { format!("<FilesMatch \"{name}\">\n{header}</FilesMatch>\n") };
    format!("<IfModule mod_headers.c>\n{header}</IfModule>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_page_lies_where_the_address_says_or_where_the_site_is_found() {
        let known = htaccess(Some("https://example.kg/handbook"));
        assert!(known.contains("ErrorDocument 404 /handbook/404.html\n") && !known.contains("reqenv"), "{known}");
        let unknown = htaccess(None);
        let places: Vec<&str> = unknown.lines().filter_map(|line| line.strip_prefix("ErrorDocument 404 ")).collect();
        assert_eq!(places, ["/404.html", "/%{reqenv:BAGYT_FOLDER}404.html"]);
    }

    #[test]
    fn files_named_by_their_checksum_are_those_that_hosts_keep() {
        for path in ["assets/style.3f9c1b2a.css", "search/engine-0a1b2c3d.js", "search/ky/boot-0a1b2c3d.js"] {
            assert!(is_named_by_checksum(path), "{path}");
        }
        let others = ["assets/.htaccess", "search/.htaccess", "search/ky/start.js", "search/ky/x-0A1B2C3D.js"];
        for path in others.into_iter().chain(["ky/search/boot-0a1b2c3d.js", "index.html", "assets", "search"]) {
            assert!(!is_named_by_checksum(path), "{path}");
        }
    }

    #[test]
    fn what_keeps_its_name_comes_after_the_folder_it_lies_in() {
        let text = headers(&["ky", "ru"]);
        let at = |line: &str| text.find(&format!("\n{line}\n")).unwrap_or_else(|| panic!("no {line}"));
        assert!(at("/search/*") < at("/search/ky/start.js") && at("/search/*") < at("/search/ru/start.js"));
        // Cloudflare Pages takes a hundred rules.
        assert!(text.lines().filter(|line| line.starts_with('/')).count() < 20);
    }
}
