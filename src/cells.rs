//! Cells of tables that spreadsheets open, made harmless: what begins like a formula is computed there, and can read files or
//! ask other hosts.
//!
//! An apostrophe before such a cell makes a text of it, and the spreadsheet does not show it. Programs that read the table
//! take it off where it stands before `=`, `+`, `-`, `@`, a tab or a carriage return. Numbers stay numbers.

use std::borrow::Cow;

/// Signs by which a cell is taken for a formula. Spreadsheets of East Asia know the wide forms too.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What some programs leave out before such a sign.
const GAPS: [char; 2] = ['\t', '\r'];

/// Whether a cell is a number with its sign: `-5`, `+996312620000`, `-1,5`, `1e-3`.
fn is_number(cell: &str) -> bool {
    let digits = cell.trim().strip_prefix(['+', '-']).unwrap_or("");
    let plain =
        digits.split(['.', ',', '\u{a0}']).all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    plain || digits.parse::<f64>().is_ok_and(|_| digits.starts_with(|c: char| c.is_ascii_digit()))
}

/// A cell that no spreadsheet computes. What follows a semicolon, a tab or a line break in it is a cell of its own where the
/// system's lists are parted by these.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    if is_number(cell) {
        return Cow::Borrowed(cell);
    }
    let mut safe = String::new();
    let (mut done, mut starts) = (0, true);
    for (at, c) in cell.char_indices() {
        if starts && (SIGNS.contains(&c) || GAPS.contains(&c)) {
            safe.push_str(&cell[done..at]);
            safe.push('\'');
            done = at;
        }
        starts = matches!(c, ';' | '\t' | '\n' | '\r');
    }
    if safe.is_empty() { Cow::Borrowed(cell) } else { Cow::Owned(safe + &cell[done..]) }
}

/// A table as an author gave it.
pub struct Table {
    /// Its bytes with an apostrophe before each cell that would be computed.
    pub bytes: Vec<u8>,
    /// How many there are, and the line and column (in characters) of the first.
    pub formulas: usize,
    pub first: (usize, usize),
}

/// Makes the cells of a file harmless, whatever parts them: commas, semicolons or tabs. The rest stays byte for byte, in
/// whatever encoding it is, so long as ASCII stands for itself in it.
pub fn table(file: &[u8]) -> Table {
    let mut table = Table { bytes: Vec::with_capacity(file.len() + 16), formulas: 0, first: (0, 0) };
    let start = if file.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    table.bytes.extend_from_slice(&file[..start]);
    let (mut line, mut line_start, mut quoted, mut starts) = (1, start, false, true);
    for (at, byte) in file.iter().enumerate().skip(start) {
        let opens = *byte == b'"' && starts;
        if starts && !opens && formula(&file[at..], quoted) {
            table.formulas += 1;
            if table.formulas == 1 {
                table.first = (line, String::from_utf8_lossy(&file[line_start..at]).chars().count() + 1);
            }
            table.bytes.push(b'\'');
        }
        table.bytes.push(*byte);
        if *byte == b'"' {
            quoted = !quoted;
        }
        // Within quotes a comma parts nothing, but a semicolon may where the file is read as one parted by these.
        starts = opens || matches!(byte, b';' | b'\t' | b'\n' | b'\r') || (*byte == b',' && !quoted);
        if *byte == b'\n' {
            (line, line_start) = (line + 1, at + 1);
        }
    }
    table
}

/// Whether a cell begins here that would be computed.
fn formula(rest: &[u8], quoted: bool) -> bool {
    let begins = |sign: &char| rest.starts_with(sign.encode_utf8(&mut [0; 4]).as_bytes());
    // Between cells gaps are what parts them.
    if !(SIGNS.iter().any(begins) || quoted && GAPS.iter().any(begins)) {
        return false;
    }
    let cell = rest.split(|byte| matches!(byte, b';' | b'\t' | b'\n' | b'\r' | b'"')).next().unwrap_or(rest);
    let until_comma = cell.split(|byte| *byte == b',').next().unwrap_or(cell);
    ![cell, until_comma].iter().any(|cell| std::str::from_utf8(cell).is_ok_and(is_number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_texts_and_numbers_stay() {
        for (cell, wanted) in [
            ("=1+1", "'=1+1"),
            ("+HYPERLINK(\"x\")", "'+HYPERLINK(\"x\")"),
            ("-1+1|cmd", "'-1+1|cmd"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("＝1", "'＝1"),
            ("а;=1", "а;'=1"),
            ("а\n-б", "а\n'-б"),
            ("+996 312 62", "'+996 312 62"),
            ("-", "'-"),
        ] {
            assert_eq!(harmless(cell), wanted, "{cell:?}");
        }
        for same in ["-5", "+996312620000", "-1,5", "-1.5", "+1e3", "5", "а=1", " =1", "", "2-3", "а; -б", "'=1"] {
            assert_eq!(harmless(same), same, "{same:?}");
        }
    }

    #[test]
    fn a_file_of_an_author_is_changed_where_it_must_be() {
        let file = "\u{feff}аты,саны\r\n=1+1,-5\r\n\"@а, =б\";\"-3\"\r\nв,\"г\n=д\",+996312,-е\r\n";
        let table = table(file.as_bytes());
        let wanted = "\u{feff}аты,саны\r\n'=1+1,-5\r\n\"'@а, =б\";\"-3\"\r\nв,\"г\n'=д\",+996312,'-е\r\n";
        assert_eq!(String::from_utf8(table.bytes).unwrap(), wanted);
        assert_eq!((table.formulas, table.first), (4, (2, 1)));
        assert_eq!(super::table(b"a;\xCF;=1").bytes, b"a;\xCF;'=1");
    }

    proptest::proptest! {
        #[test]
        fn what_was_made_harmless_stays_as_it_is(text in "[-=+@,;\"'\t\r\nа1. ]{0,24}") {
            let safe = harmless(&text).into_owned();
            proptest::prop_assert_eq!(harmless(&safe), safe.as_str());
            let once = table(text.as_bytes());
            let again = table(&once.bytes);
            proptest::prop_assert_eq!(again.formulas, 0, "{:?}", String::from_utf8_lossy(&once.bytes));
            // Without the apostrophes it is the same.
            let without = |bytes: &[u8]| bytes.iter().filter(|byte| **byte != b'\'').copied().collect::<Vec<_>>();
            proptest::prop_assert_eq!(without(&once.bytes), without(text.as_bytes()));
        }
    }
}
