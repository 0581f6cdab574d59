//! Style sheets, small, and in the parts that pages ask for.
//!
//! In: a style sheet as it is written. Out: the sheets that are published. Never: what they say.
//!
//! The theme's sheet is written as one, so that what wins over what is seen in one place. A remark `/* sheet: print.css */` says
//! that what follows, up to the next such remark, is published in a file of that name, for the pages that need it.

use std::fmt::Write;

use cssparser::{ParseError, Parser, Token};

/// How the remark begins that names the sheet of what follows.
const MARK: &str = "/* sheet: ";

/// The parts of a sheet by their names in the theme, those of one name put together; `name` is its own.
pub fn parts(name: &str, css: &str) -> Vec<(String, String)> {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts = vec![(name.to_string(), String::new())];
    let mut at = 0;
    for line in css.split_inclusive('\n') {
        if let Some(other) = line.strip_prefix(MARK).and_then(|rest| rest.trim_end().strip_suffix(" */")) {
            let other = format!("{folder}/{other}");
            at = parts.iter().position(|(name, _)| *name == other).unwrap_or(parts.len());
            if at == parts.len() {
                parts.push((other, String::new()));
            }
            continue;
        }
        parts[at].1.push_str(line);
    }
    parts
}

/// A sheet without comments and white space; as it is, if it cannot be read.
pub fn small(css: &str) -> String {
    let mut parser = Parser::new(css);
    let mut out = String::with_capacity(css.len());
    match write(&mut parser, &mut out) {
        Ok(()) => out,
        Err(_) => css.to_string(),
    }
}

fn write(parser: &mut Parser, out: &mut String) -> Result<(), ParseError<()>> {
    let mut gap = false;
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { return Ok(()) };
        let close = match token {
            Token::Comment(_) => continue,
            Token::WhiteSpace(_) => {
                gap = true;
                continue;
            }
            Token::CurlyBracketBlock => "}",
            Token::ParenthesisBlock | Token::Function(_) => ")",
            Token::SquareBracketBlock => "]",
            _ => "",
        };
        let written = parser.slice_from(start);
        // Between words a space may mean something; beside these it does not, nor at the beginning of a block.
        let bare = |c: char| matches!(c, '{' | '}' | ';' | ',');
        if gap && !out.is_empty() && !out.ends_with(|c| bare(c) || matches!(c, ':' | '(')) && !written.starts_with(bare)
        {
            out.push(' ');
        }
        gap = false;
        // Writing to a String cannot fail.
        let _ = out.write_str(written);
        if !close.is_empty() {
            parser.parse_nested_block(|inner| write(inner, out))?;
            if close == "}" && out.ends_with(';') {
                out.pop();
            }
            out.push_str(close);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_goes() {
        let css = "/* a */\n:root {\n  --a: #fff;\n  content: \"a  /* b */\";\n}\n\n@media (min-width: 2rem) and (hover: none) {\n  \
                   a , b > c { margin: calc(1px + 2px) -1px ; }\n}\na :is(b, c)::after { color: red !important; }\n\
                   x { background: url(\"a b.svg\") 0 0 / 1px; }\n";
        assert_eq!(
            small(css),
            ":root{--a:#fff;content:\"a  /* b */\"}@media (min-width:2rem) and (hover:none){a,b > c{margin:calc(1px + 2px) \
             -1px}}a :is(b,c)::after{color:red !important}x{background:url(\"a b.svg\") 0 0 / 1px}"
        );
        assert_eq!(small(&small(css)), small(css));
    }

    #[test]
    fn a_sheet_is_divided_by_its_remarks() {
        let css = "a {}\n/* sheet: print.css */\nb {}\n/* sheet: style.css */\nc {}\n/* sheet: print.css */\nd {}\n";
        let expected = [("css/style.css", "a {}\nc {}\n"), ("css/print.css", "b {}\nd {}\n")];
        assert_eq!(parts("css/style.css", css), expected.map(|(name, css)| (name.to_string(), css.to_string())));
    }
}
