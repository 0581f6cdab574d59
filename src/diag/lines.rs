//! The lines and columns of a text, looked up often.

/// Bytes from one count of characters to the next.
const STEP: usize = 1024;

/// Where the lines of a text begin, and how many characters stand before places of it. Made once a text, so that a
/// thousand messages about one line of a million letters cost no more than about a thousand lines.
pub struct Lines {
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// The characters that begin before each [`STEP`]th byte.
    counts: Vec<usize>,
}

impl Lines {
    /// The lines of a text that has `\n` at their ends. The methods take the same text again.
    pub fn of(text: &str) -> Lines {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1)).collect();
        let mut before = 0;
        let counts = text.as_bytes().chunks(STEP).map(|chunk| {
            let count = before;
            before += characters(chunk);
            count
        });
        Lines { starts, counts: counts.collect() }
    }

    /// How many characters begin before byte `at`.
    fn before(&self, text: &str, at: usize) -> usize {
        let step = at / STEP;
        self.counts.get(step).map_or_else(
            || self.counts.last().map_or(0, |count| count + characters(&text.as_bytes()[(step - 1) * STEP..])),
            |count| count + characters(&text.as_bytes()[step * STEP..at]),
        )
    }

    /// The bytes of a line, from 1, without its end.
    fn range(&self, text: &str, line: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        // What follows the last line's end is no line.
        (start < text.len()).then_some(start..end)
    }

    /// A line, from 1.
    pub fn line<'t>(&self, text: &'t str, line: usize) -> Option<&'t str> {
        self.range(text, line).map(|range| &text[range])
    }

    /// The line and column, from 1, of byte `offset`, and how many characters of `length` bytes are on that line.
    pub fn position(&self, text: &str, offset: usize, length: usize) -> (usize, usize, usize) {
        let start = floor_boundary(text, offset);
        let line = self.starts.partition_point(|begin| *begin <= start);
        let begin = self.starts[line - 1];
        let end = self.range(text, line).map_or(start, |range| range.end);
        let end = floor_boundary(text, offset.saturating_add(length)).clamp(start, end.max(start));
        let meant = start + text[start..end].trim_end().len();
        let count = |at: usize| self.before(text, at);
        (line, count(start) - count(begin) + 1, count(meant) - count(start))
    }

    /// The byte at which a line and column, both from 1, stand; the end of the line or text if there is no such column.
    pub fn offset_of(&self, text: &str, line: usize, column: usize) -> usize {
        let Some(range) = self.range(text, line) else { return text.len() };
        let wanted = self.before(text, range.start) + column.saturating_sub(1);
        // The last count that is not beyond it, or the line's beginning, is where counting begins.
        let step = self.counts.partition_point(|count| *count <= wanted).saturating_sub(1);
        let from = floor_boundary(text, step * STEP).clamp(range.start, range.end);
        let left = wanted - self.before(text, from);
        text[from..range.end].char_indices().nth(left).map_or(range.end, |(at, _)| from + at)
    }
}

/// How many characters begin in some bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    // Those that do not go on with a character: `0b10……`.
    bytes.iter().filter(|byte| (**byte as i8) >= -64).count()
}

/// The last character boundary of `text` at or before `offset`.
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn places_are_as_counted_one_by_one(part in "[aө\n👍]{0,40}", times in 1_usize..60, at in 0.0_f64..1.0) {
            let text = part.repeat(times);
            let lines = Lines::of(&text);
            let offset = floor_boundary(&text, (text.len() as f64 * at) as usize);
            let before = &text[..offset];
            let start = before.rfind('\n').map_or(0, |newline| newline + 1);
            let (line, column) = (before.matches('\n').count() + 1, text[start..offset].chars().count() + 1);
            let meant = text[offset..].lines().next().unwrap_or("").trim_end().chars().count();
            proptest::prop_assert_eq!(lines.position(&text, offset, text.len()), (line, column, meant));
            proptest::prop_assert_eq!(lines.line(&text, line), text.lines().nth(line - 1));
            let wanted = if text[start..].is_empty() { text.len() } else { offset };
            proptest::prop_assert_eq!(lines.offset_of(&text, line, column), wanted);
            let end = text.lines().nth(line - 1).map_or(text.len(), |own| start + own.len());
            proptest::prop_assert_eq!(lines.offset_of(&text, line, usize::MAX / 2), end);
        }
    }
}
