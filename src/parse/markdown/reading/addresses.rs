//! Bare addresses of the web and of mail become links, after the rules of GitHub's dialect (GFM, «Autolinks (extension)»).
//!
//! It departs from them where our texts need it: an address ends before any quotation mark and where letters of another
//! alphabet follow a name of Latin ones (`www.edu.gov.kgден`), may follow an opening quotation mark or bracket, and an
//! escaped `\:`, `\.` or `\@` leaves it plain text. `ftp:` and `xmpp:` are no addresses that a page may link to.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::Events;

/// Makes the addresses in texts links; those in links, pictures and code stay as they are.
pub fn linked<'e>(events: Events<'e>, markdown: &str) -> Events<'e> {
    if !["://", "www.", "WWW.", "@"].iter().any(|sign| memmem::find(markdown.as_bytes(), sign.as_bytes()).is_some()) {
        return events;
    }
    let mut linked = Vec::with_capacity(events.len());
    let mut run: Vec<(CowStr<'e>, Range<usize>)> = Vec::new();
    let mut closed = 0;
    for (event, range) in events {
        match event {
            Event::Text(text) if closed == 0 => {
                run.push((text, range));
                continue;
            }
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_),
            ) => closed += 1,
            Event::End(
                TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_),
            ) => closed -= 1,
            _ => {}
        }
        end_run(&mut run, markdown, &mut linked);
        linked.push((event, range));
    }
    end_run(&mut run, markdown, &mut linked);
    linked
}

fn end_run<'e>(run: &mut Vec<(CowStr<'e>, Range<usize>)>, markdown: &str, to: &mut Events<'e>) {
    let pieces = Pieces::new(run, markdown);
    let found = find(&pieces.text, &pieces.escaped);
    if found.is_empty() {
        to.extend(run.drain(..).map(|(text, range)| (Event::Text(text), range)));
        return;
    }
    let mut done = 0;
    let plain = |part: Range<usize>, to: &mut Events<'e>| {
        if !part.is_empty() {
            let text = pieces.text[part.clone()].to_string();
            to.push((Event::Text(text.into()), pieces.place(part)));
        }
    };
    for Found { part, prefix, kind } in found {
        plain(done..part.start, to);
        let place = pieces.place(part.clone());
        let destination = format!("{prefix}{}", &pieces.text[part.clone()]);
        let link = Tag::Link { link_type: kind, dest_url: destination.into(), title: "".into(), id: "".into() };
        to.push((Event::Start(link), place.clone()));
        plain(part.clone(), to);
        to.push((Event::End(TagEnd::Link), place));
        done = part.end;
    }
    plain(done..pieces.text.len(), to);
    run.clear();
}

/// Texts that stand side by side, as one.
struct Pieces {
    text: String,
    /// The range of each in the text, and its place in the Markdown.
    parts: Vec<(Range<usize>, Range<usize>)>,
    /// Where in the text a character stands that a backslash or a character reference keeps from being a mark.
    escaped: Vec<usize>,
}

impl Pieces {
    fn new(run: &[(CowStr, Range<usize>)], markdown: &str) -> Pieces {
        let mut pieces = Pieces { text: String::new(), parts: Vec::with_capacity(run.len()), escaped: Vec::new() };
        for (text, range) in run {
            let reference = markdown.get(range.clone()) != Some(text.as_ref());
            if reference || markdown[..range.start].ends_with('\\') {
                pieces.escaped.push(pieces.text.len());
            }
            let start = pieces.text.len();
            pieces.text.push_str(text);
            pieces.parts.push((start..pieces.text.len(), range.clone()));
        }
        pieces
    }

    fn place(&self, part: Range<usize>) -> Range<usize> {
        let first = self.parts.partition_point(|(own, _)| own.end <= part.start);
        let last = self.parts.partition_point(|(own, _)| own.end < part.end);
        let (Some((first, start)), Some((last, end))) = (self.parts.get(first), self.parts.get(last)) else {
            return 0..0;
        };
        // The characters of a reference are not those of the Markdown, but their last is its last.
        let end = if part.end == last.end { end.end } else { end.start + part.end - last.start };
        start.start + part.start - first.start..end
    }
}

/// An address in a text.
struct Found {
    part: Range<usize>,
    /// What stands before it in the link's address.
    prefix: &'static str,
    kind: LinkType,
}

fn find(text: &str, escaped: &[usize]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut stops = Stops::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(sign) = bytes[at..].iter().position(|byte| matches!(byte, b':' | b'.' | b'@')).map(|next| at + next)
    {
        let free = found.last().map_or(0, |last| last.part.end);
        at = sign + 1;
        let address = match bytes[sign] {
            b':' => of_scheme(text, sign, &mut stops),
            b'.' => of_www(text, sign, &mut stops),
            _ => of_mail(text, sign),
        };
        let Some(address) = address.filter(|address| address.part.start >= free) else { continue };
        let trigger = address.part.start..sign + 3;
        let next = escaped.partition_point(|place| *place <= trigger.start);
        if escaped.get(next).is_some_and(|place| *place < trigger.end) {
            continue;
        }
        at = address.part.end;
        found.push(address);
    }
    found
}

/// `https://host.kg/path`; `colon` is where its colon stands.
fn of_scheme(text: &str, colon: usize, stops: &mut Stops) -> Option<Found> {
    text[colon..].strip_prefix("://")?;
    let before = &text[..colon];
    let name = ["https", "http"].into_iter().find(|name| ends_with_ignoring_case(before, name))?;
    let start = colon - name.len();
    let host = begins_address(&text[..start]).then(|| host(&text[colon + 3..])).flatten()?;
    let end = if host.cut { host.length } else { path_end(text, colon + 3, host.length, stops)? };
    Some(Found { part: start..colon + 3 + end, prefix: "", kind: LinkType::Autolink })
}

/// `www.host.kg/path`; `dot` is where its first dot stands.
fn of_www(text: &str, dot: usize, stops: &mut Stops) -> Option<Found> {
    let start = dot
        .checked_sub(3)
        .filter(|start| text.get(*start..dot).is_some_and(|name| name.eq_ignore_ascii_case("www")))?;
    let host = begins_address(&text[..start]).then(|| host(&text[start..])).flatten()?;
    let end = if host.cut { host.length } else { path_end(text, start, host.length, stops)? };
    Some(Found { part: start..start + end, prefix: "http://", kind: LinkType::Autolink })
}

/// `name@host.kg`, also with `mailto:` before it; `sign` is where its @ stands.
fn of_mail(text: &str, sign: usize) -> Option<Found> {
    let local =
        text[..sign].bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || b".-_+".contains(byte)).count();
    let mut start = sign - local;
    if local == 0 || text[..start].ends_with(|c: char| c.is_alphanumeric() || "/@".contains(c)) {
        return None;
    }
    let after = &text[sign + 1..];
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    let length = after.bytes().take_while(inside).count();
    let host = after[..length].trim_end_matches('.');
    let whole = !after[length..].starts_with('@');
    if !whole || !host.contains('.') || host.starts_with('.') || host.contains("..") || host.ends_with(['-', '_']) {
        return None;
    }
    let mut kind = LinkType::Email;
    if ends_with_ignoring_case(&text[..start], "mailto:") && begins_address(&text[..start - "mailto:".len()]) {
        start -= "mailto:".len();
        kind = LinkType::Autolink;
    }
    Some(Found { part: start..sign + 1 + host.len(), prefix: "", kind })
}

fn ends_with_ignoring_case(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|start| text.get(start..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
}

/// Whether an address may begin after a text.
fn begins_address(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| c.is_whitespace() || "*_~([{<>«„“‘\"'|—–:;,".contains(c))
}

/// Longest name of a host, in bytes, and longest path: what is longer is no address. Domain names have at most 253.
const LONGEST_HOST: usize = 1_000;
const LONGEST_PATH: usize = 2_000;

/// The name of a host at the beginning of a text.
struct Host {
    length: usize,
    /// Whether the address ends with it, for a letter of another alphabet follows.
    cut: bool,
}

fn host(text: &str) -> Option<Host> {
    let mut length = 0;
    let mut cut = false;
    // Whether the part between two dots has Latin letters so far.
    let mut latin = false;
    for c in text.chars() {
        if length > LONGEST_HOST {
            return None;
        }
        match c {
            '.' | '-' | '_' => latin = latin && c != '.',
            c if !c.is_alphanumeric() => break,
            c if latin && !c.is_ascii() => {
                cut = true;
                break;
            }
            c => latin |= c.is_ascii_alphabetic(),
        }
        length += c.len_utf8();
    }
    let name = text[..length].trim_end_matches('.');
    let last: Vec<&str> = name.rsplit('.').take(2).collect();
    let valid =
        last.len() == 2 && name.split('.').all(|part| !part.is_empty()) && !last.iter().any(|part| part.contains('_'));
    valid.then_some(Host { length: name.len(), cut })
}

/// Where words end: before a space, a `<` or a quotation mark. A long word is looked through once, however many addresses
/// begin in it.
#[derive(Default)]
struct Stops {
    /// The end of the last word that was asked for, from where on.
    last: Range<usize>,
}

impl Stops {
    fn after(&mut self, text: &str, at: usize) -> usize {
        let stops = |c: char| c.is_whitespace() || "<>\"'«»„“”‘’".contains(c);
        if !(self.last.start..=self.last.end).contains(&at) || self.last.is_empty() {
            self.last = at..text[at..].find(stops).map_or(text.len(), |length| at + length);
        }
        self.last.end
    }
}

/// Where an address ends that begins at `start` and whose host is `host` bytes long, counted from its beginning: at the end of
/// the word, without the marks that belong to the sentence. `None` if it is too long to be one.
fn path_end(text: &str, start: usize, host: usize, stops: &mut Stops) -> Option<usize> {
    let end = stops.after(text, start + host);
    if end - start - host > LONGEST_PATH {
        return None;
    }
    let (text, mut end) = (&text[start..], end - start);
    let count = |mark: char| text[..end].matches(mark).count();
    let (opened, mut closed) = (count('('), count(')'));
    while end > host {
        let address = &text[..end];
        let cut = match address.chars().next_back() {
            Some(c) if "?!.,:*_~…—–|]}".contains(c) => c.len_utf8(),
            Some(')') if closed > opened => {
                closed -= 1;
                1
            }
            // It may be the end of a character reference.
            Some(';') => {
                let name = address[..end - 1].bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
                let reference = name > 0 && address[..end - 1 - name].ends_with('&');
                if reference { name + 2 } else { 1 }
            }
            _ => break,
        };
        end -= cut;
    }
    Some(end.max(host))
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

    use super::super::Source;

    /// Links as `[address|words]`; every link's place is what stands in the Markdown.
    fn read(markdown: &str) -> String {
        let source = Source::new(markdown);
        let mut text = String::new();
        for (event, range) in source.read().expect("not deep").0 {
            match event {
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    let place = &markdown[range];
                    let plain = matches!(link_type, LinkType::Email | LinkType::Autolink) && !place.starts_with('<');
                    assert!(
                        !plain || dest_url.ends_with(&place.replace('\\', "").replace("&amp;", "&")),
                        "{place} {dest_url}"
                    );
                    text += &format!("[{dest_url}|");
                }
                Event::End(TagEnd::Link) => text.push(']'),
                Event::Text(words) => text += &words,
                Event::Code(code) => text += &format!("`{code}`"),
                _ => {}
            }
        }
        text
    }

    #[test]
    fn bare_addresses_are_links() {
        for (written, wanted) in [
            ("www.edu.kg", "[http://www.edu.kg|www.edu.kg]"),
            ("Кара: https://edu.gov.kg/ky/a_b_c.", "Кара: [https://edu.gov.kg/ky/a_b_c|https://edu.gov.kg/ky/a_b_c]."),
            ("«https://a.kg/б»", "«[https://a.kg/б|https://a.kg/б]»"),
            ("(https://a.kg/б(в))", "([https://a.kg/б(в)|https://a.kg/б(в)])"),
            (
                "www.testing.kgден, www.testing.kg'ден",
                "[http://www.testing.kg|www.testing.kg]ден, [http://www.testing.kg|www.testing.kg]'ден",
            ),
            ("https://билим.кг/а", "[https://билим.кг/а|https://билим.кг/а]"),
            ("info@edu.gov.kg.", "[info@edu.gov.kg|info@edu.gov.kg]."),
            ("info@edu.gov.kgга", "[info@edu.gov.kg|info@edu.gov.kg]га"),
            ("mailto:info@edu.kg", "[mailto:info@edu.kg|mailto:info@edu.kg]"),
            ("**https://a.kg**ден", "[https://a.kg|https://a.kg]ден"),
            (
                "https://a.kg/?a=1&amp;b=2 https://a.kg/x\\_y",
                "[https://a.kg/?a=1&b=2|https://a.kg/?a=1&b=2] [https://a.kg/x_y|https://a.kg/x_y]",
            ),
        ] {
            assert_eq!(read(written), wanted, "{written}");
        }
    }

    #[test]
    fn what_is_no_address_stays_text() {
        for text in [
            "http://",
            "https://localhost",
            "www.",
            "www..kg",
            "a@b",
            "@edu.kg",
            "a@edu.kg-",
            "баяwww.a.kg",
            "1.2.3",
            "12:30",
            "e@f@g.kg",
        ] {
            assert_eq!(read(text), text);
        }
        assert_eq!(read("https\\://a.kg info\\@a.kg www\\.a.kg"), "https://a.kg info@a.kg www.a.kg");
        assert_eq!(read("`https://a.kg` [https://a.kg](b.md)"), "`https://a.kg` [b.md|https://a.kg]");
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(markdown in "(https?://|www\\.|@|[a-cа-в]|[.:/_*~<>()&;' \\\\]|amp;|\\PC){0,24}") {
            let source = Source::new(&markdown);
            let joined = |events: &[(Event, std::ops::Range<usize>)]| -> String {
                events.iter().filter_map(|(event, _)| if let Event::Text(text) = event { Some(text.as_ref()) } else { None }).collect()
            };
            let plain: Vec<_> = pulldown_cmark::Parser::new_ext(&source.helped, super::super::options())
                .into_offset_iter()
                .map(|(event, range)| (source.clean(event), range))
                .collect();
            proptest::prop_assert_eq!(joined(&source.read().expect("not deep").0), joined(&plain));
        }
    }
}
