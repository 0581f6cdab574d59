//! What the names of content files say.

/// A file's path relative to `content/`.
pub fn content_path(file: &str) -> &str {
    file.strip_prefix("content/").unwrap_or(file)
}

/// `handbook/why/index.ky.md` → `handbook/why/index` and `ky`.
pub fn split_page_name(path: &str) -> (&str, Option<&str>) {
    let stem = path.strip_suffix(".md").or_else(|| path.strip_suffix(".markdown")).unwrap_or(path);
    match stem.rsplit_once('.') {
        Some((key, lang)) if !lang.contains('/') => (key, Some(lang)),
        _ => (stem, None),
    }
}
