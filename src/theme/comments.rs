//! Scripts without their comments and indentation.
//!
//! In: a script of the built-in theme. Out: the same for a browser. Never: names and expressions; lines stay lines, so that a
//! place that a browser names can be found.

/// A script without comments, indentation and empty lines. What stands in strings, templates and regular expressions is left
/// alone.
pub fn without_comments(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    // The braces that are open in each `${…}` of a template that has not ended.
    let mut templates: Vec<usize> = Vec::new();
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '\n' | '\r' | ' ' | '\t' => {
                gap(&mut out, c);
                1
            }
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => {
                gap(&mut out, ' ');
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            }
            '/' if begins_expression(&out) => copy(&mut out, rest, regular_expression(rest)),
            '\'' | '"' => copy(&mut out, rest, quoted(rest, c)),
            '`' => copy(&mut out, rest, 1 + template(&rest[1..], &mut templates)),
            '}' if templates.last() == Some(&0) => {
                templates.pop();
                copy(&mut out, rest, 1 + template(&rest[1..], &mut templates))
            }
            '{' | '}' => {
                if let Some(open) = templates.last_mut() {
                    *open = if c == '{' { *open + 1 } else { open.saturating_sub(1) };
                }
                copy(&mut out, rest, 1)
            }
            other => copy(&mut out, rest, other.len_utf8()),
        };
        rest = &rest[taken..];
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn copy(out: &mut String, rest: &str, length: usize) -> usize {
    out.push_str(&rest[..length]);
    length
}

/// White space between two parts: nothing at the beginning of a line or beside other white space, a line's end if there is one.
fn gap(out: &mut String, c: char) {
    if matches!(c, '\n' | '\r') {
        out.truncate(out.trim_end_matches(' ').len());
    }
    if !out.is_empty() && !out.ends_with(['\n', ' ']) {
        out.push(if matches!(c, '\n' | '\r') { '\n' } else { ' ' });
    }
}

/// Whether a `/` after this begins a regular expression, and does not divide.
fn begins_expression(before: &str) -> bool {
    let before = before.trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').next().unwrap_or("");
    match word {
        "" => !before.ends_with([')', ']', '}', '"', '\'', '`']),
        word => ["return", "typeof", "case", "of", "in", "throw"].contains(&word),
    }
}

/// The length of a string with its quotes.
fn quoted(rest: &str, quote: char) -> usize {
    until(&rest[1..], |c| c == quote).map_or(rest.len(), |end| 1 + end + 1)
}

/// The length of a regular expression without what stands behind its second `/`.
fn regular_expression(rest: &str) -> usize {
    let mut class = false;
    let end = until(&rest[1..], |c| {
        class = match c {
            '[' => true,
            ']' => false,
            _ => class,
        };
        c == '/' && !class
    });
    end.map_or(rest.len(), |end| 1 + end + 1)
}

/// The length of a template's text up to its end or with the `${` that interrupts it, which is noted.
fn template(rest: &str, templates: &mut Vec<usize>) -> usize {
    let mut dollar = false;
    let mut inside = false;
    let end = until(rest, |c| {
        inside = dollar && c == '{';
        dollar = c == '$';
        inside || c == '`'
    });
    if inside {
        templates.push(0);
    }
    end.map_or(rest.len(), |end| end + 1)
}

/// Where the first character stands that `is_end` says, past those with a `\` before them.
fn until(text: &str, mut is_end: impl FnMut(char) -> bool) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        if escaped || c == '\\' {
            escaped = !escaped;
            return None;
        }
        is_end(c).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let script =
            "/* Head.\n * More. */\n\n/** @param {string} a */\nfunction f(a) {\n  // why\n  return a; // so\n}\n";
        assert_eq!(without_comments(script), "function f(a) {\nreturn a;\n}\n");
        assert_eq!(without_comments("const a = /** @type {B} */ (c);"), "const a = (c);\n");
        assert_eq!(without_comments("a /* b */\n  + c"), "a\n+ c\n");
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        for kept in [
            "a = \"// \\\" /* \" + '//';\n",
            "b = /[/*]\\/\\//u.test(c) || d / e / f;\n",
            "return /\\/\\*/;\n",
            "g = `//  ${h({ i: `/* ${{}} */` })}  //\n  j`;\n",
            "k = { l: 1 };\n",
            "m = `$${n}` + `{}`;\n",
        ] {
            assert_eq!(without_comments(kept), kept);
        }
    }
}
