//! How deep brackets stand in one another in a document, before it is given to libyaml, which compares each token with every
//! bracket that is open.

use memchr::memchr2_iter;

use super::MAX_DEPTH;

/// Most brackets within one another that libyaml is given. It is more than [`MAX_DEPTH`], for what is counted here is an
/// upper bound: a bracket that stands in a text may be counted too.
const MAX_BRACKETS: i32 = 128;

/// Where a scanner of YAML may be inside brackets. It cannot be told from outside which bracket is the first that is no
/// text, so all that are possible are followed at once, each with the most brackets that may be open.
const BETWEEN: usize = 0;
const PLAIN: usize = 1;
/// In a plain text after white space, where a `#` begins a remark.
const PLAIN_SPACE: usize = 2;
/// After a colon in a plain text.
const PLAIN_COLON: usize = 3;
const DOUBLE: usize = 4;
const ESCAPED: usize = 5;
const SINGLE: usize = 6;
const REMARK: usize = 7;
const ANCHOR: usize = 8;
const TAG: usize = 9;

/// Stands for no brackets: nobody is there.
const NONE: i32 = 0;

type Depths = [i32; 10];

/// The byte at which brackets become too deep, if they do.
pub fn too_deep(text: &str) -> Option<usize> {
    // Nearly no document has so many.
    if memchr2_iter(b'[', b'{', text.as_bytes()).count() <= MAX_BRACKETS as usize {
        return None;
    }
    let mut depths: Depths = [NONE; 10];
    // Where the depth was passed that is allowed; the document's own keys are one level.
    let mut passed = None;
    for (at, byte) in text.bytes().enumerate() {
        if depths == [NONE; 10] && !matches!(byte, b'[' | b'{') {
            continue;
        }
        depths = after(&depths, byte);
        let deepest = depths.iter().copied().max().unwrap_or(NONE);
        if deepest < MAX_DEPTH as i32 {
            passed = None;
        } else if passed.is_none() {
            passed = Some(at);
        }
        if deepest > MAX_BRACKETS {
            return passed;
        }
    }
    None
}

/// The depths after one byte more.
fn after(depths: &Depths, byte: u8) -> Depths {
    let mut next = [NONE; 10];
    let mut go = |mode: usize, depth: i32| next[mode] = next[mode].max(depth);
    // Outside of brackets every bracket may be the first.
    if matches!(byte, b'[' | b'{') {
        go(BETWEEN, 1);
    }
    for (mode, depth) in depths.iter().copied().enumerate().filter(|(_, depth)| *depth != NONE) {
        match mode {
            BETWEEN => token(byte, depth, &mut go),
            PLAIN => plain(byte, depth, &mut go),
            PLAIN_SPACE if byte == b'#' => go(REMARK, depth),
            PLAIN_SPACE => plain(byte, depth, &mut go),
            PLAIN_COLON if byte.is_ascii_whitespace() => go(BETWEEN, depth),
            PLAIN_COLON => plain(byte, depth, &mut go),
            DOUBLE => go([DOUBLE, ESCAPED, BETWEEN][usize::from(byte == b'\\') + 2 * usize::from(byte == b'"')], depth),
            ESCAPED => go(DOUBLE, depth),
            // Two of them are one in the text; what would begin anew goes on.
            SINGLE => go(if byte == b'\'' { BETWEEN } else { SINGLE }, depth),
            REMARK => go(if byte == b'\n' { BETWEEN } else { REMARK }, depth),
            ANCHOR if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') => go(ANCHOR, depth),
            ANCHOR => token(byte, depth, &mut go),
            // A tag may have brackets and commas in it, or end at them.
            TAG if byte.is_ascii_whitespace() => go(BETWEEN, depth),
            _ => {
                go(TAG, depth);
                match byte {
                    b'[' | b'{' => go(BETWEEN, depth + 1),
                    b',' => go(BETWEEN, depth),
                    _ => {}
                }
            }
        }
    }
    next
}

/// A byte at which a token may begin.
fn token(byte: u8, depth: i32, go: &mut impl FnMut(usize, i32)) {
    match byte {
        b'[' | b'{' => go(BETWEEN, depth + 1),
        b']' | b'}' => go(BETWEEN, depth - 1),
        b'"' => go(DOUBLE, depth),
        b'\'' => go(SINGLE, depth),
        b'#' => go(REMARK, depth),
        b'&' | b'*' => go(ANCHOR, depth),
        b'!' => go(TAG, depth),
        b',' | b':' | b'?' => go(BETWEEN, depth),
        byte if byte.is_ascii_whitespace() => go(BETWEEN, depth),
        _ => go(PLAIN, depth),
    }
}

/// A byte in a plain text.
fn plain(byte: u8, depth: i32, go: &mut impl FnMut(usize, i32)) {
    match byte {
        b'[' | b'{' | b']' | b'}' | b',' => token(byte, depth, go),
        b':' => go(PLAIN_COLON, depth),
        byte if byte.is_ascii_whitespace() => go(PLAIN_SPACE, depth),
        _ => go(PLAIN, depth),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_counted_whatever_stands_between_them() {
        for open in [
            "[",
            "{a: ",
            "[\"]\", ",
            "[']', ",
            "[# ]\n",
            "[a #]\n, ",
            "[&a \"]\", ",
            "[!a] ",
            "[!<]> ",
            "[!a,",
            "[? ",
            "[a:]b, ",
        ] {
            assert_eq!(too_deep(&format!("a: {}", open.repeat(300))).is_some(), open != "[a:]b, ", "{open}");
        }
        // What looks like a quote or the end of a bracket before the first real one changes nothing.
        for before in ["a: b\n  [ \"\n", "a: |\n  [ '\n", "# [ \"\n", "a: it's [\n", "a: \"[ ' {\"\n"] {
            assert!(too_deep(&format!("{before}b: {}", "[".repeat(300))).is_some(), "{before}");
            assert!(too_deep(&format!("{before}b: {}", "{a: \"}\", b: ".repeat(300))).is_some(), "{before}");
        }
    }

    #[test]
    fn what_is_closed_is_not_counted() {
        for item in [
            "  - {ky: \"а [1] б\", ru: 'в } г', x: [1, {y: 2}]}\n",
            "  - [а] # [\n",
            "  - {ky: Класс №5, ru: it's}\n",
            "  - \"[\"\n",
            "  - а ]\n",
        ] {
            let found = too_deep(&format!(
                "items:\n{}",
                item.repeat(if item.contains("\"[\"") || item.contains("# [") { 60 } else { 500 })
            ));
            assert_eq!(found, None, "{item}");
        }
    }

    #[test]
    fn the_place_is_that_of_the_limit() {
        let text = format!("items: {}", "[".repeat(1000));
        assert_eq!(too_deep(&text), Some("items: ".len() + MAX_DEPTH - 1));
    }
}
