//! Addresses on the web as people type them.

/// Beginnings of addresses of web pages that people type; what else ends so is a file.
const DOMAINS: &[&str] =
    &["kg", "ru", "com", "org", "net", "info", "edu", "gov", "kz", "uz", "tj", "eu", "de", "uk", "su", "рф"];

/// The address that was meant by one without `https:`, `mailto:` or `tel:`.
pub fn whole(written: &str) -> Option<String> {
    let written = written.trim();
    if written.contains(char::is_whitespace) && !is_phone(written) {
        return None;
    }
    if let Some((name, host)) = written.split_once('@') {
        let plain = !name.is_empty() && !name.contains(['/', ':']) && host.contains('.') && !host.contains('/');
        return plain.then(|| format!("mailto:{written}"));
    }
    if let Some(rest) = written.strip_prefix("//") {
        return is_host(rest).then(|| format!("https://{rest}"));
    }
    if is_phone(written) {
        let digits: String = written.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        return Some(format!("tel:{digits}"));
    }
    // `htpps://`, `https:/`, `https//`.
    if let Some((scheme, rest)) = written.split_once('/') {
        let name = scheme.trim_end_matches(':').to_ascii_lowercase();
        let rest = rest.trim_start_matches('/');
        if name.starts_with('h')
            && crate::diag::nearest(&name, ["http", "https"].into_iter()).is_some()
            && is_host(rest)
        {
            return Some(format!("https://{rest}"));
        }
    }
    is_host(written).then(|| format!("https://{written}"))
}

/// Whether a text begins with the name of a host: `www.` or a domain that is known.
fn is_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or(text);
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let end = host.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    let plain = host.chars().all(|c| c.is_alphanumeric() || "-.".contains(c)) && !host.starts_with('.');
    plain && (host.starts_with("www.") || end.is_some_and(|end| DOMAINS.contains(&end.as_str())))
}

fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (7..=15).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || "+ ()-\u{a0}".contains(c))
        && !text.contains('.')
}
