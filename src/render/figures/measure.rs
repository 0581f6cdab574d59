//! How wide a text is drawn, and where its lines break: SVG does not wrap.

/// Widths of the theme's font Onest in thousandths of its size, at weight 600, by the letters that have them. Read from
/// `themes/default/fonts/onest.woff2`, rounded to fifty. The regular weight is narrower, so a text set in it fits too.
const WIDTHS: &[(u16, &str)] = &[
    (250, "'.:ijl·"),
    (300, " !,;I|\u{a0}‘’‚"),
    (350, "()[]t•‹›"),
    (400, "\"1fr{}°"),
    (450, "*-_г"),
    (500, "/7?\\szзт“”„"),
    (550, "2acekvx§«»äéавеклсухчьэяёү"),
    (600, "+35689<=>EFJLTZ^`bdghnopquy~±×öüЁГЕТбдийнопрцъңө–−≈≤≥"),
    (650, "#$04BKPSXYßБВЗКРУХЬҮ"),
    (700, "&ACRVÄАЛСЧЭЯмы₽"),
    (750, "DGHNOQUÖÜДИЙНОПЦЪфҢӨ…←↑→↓"),
    (800, "жшю—"),
    (850, "%mwФщ"),
    (900, "M©ЖМЫ"),
    (1000, "@WШЩЮ"),
];

/// A letter that the font does not have comes from another, of which nothing is known.
const UNKNOWN: u16 = 1100;

/// The width of a text in units of the drawing, set in letters of `size` units.
pub fn width(text: &str, size: f32) -> f32 {
    let letter = |c: char| WIDTHS.iter().find(|(_, letters)| letters.contains(c)).map_or(UNKNOWN, |(width, _)| *width);
    text.chars().map(|c| f32::from(letter(c))).sum::<f32>() * size / 1000.0
}

/// The lines of a text none of which is wider than `room`, except for a single word that is.
pub fn lines(text: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // A space that must not break stays inside its word.
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// Whether every word of a text fits into `room`.
pub fn fits(text: &str, size: f32, room: f32) -> bool {
    text.split([' ', '\n', '\t']).all(|word| width(word, size) <= room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_at_words() {
        assert_eq!(lines("Иш менен камсыз кылуу кызматы", 14.0, 140.0), ["Иш менен камсыз", "кылуу кызматы"]);
        assert!(lines("", 14.0, 140.0).is_empty());
        assert_eq!(lines("предпринимательство", 14.0, 20.0), ["предпринимательство"]);
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_no_line_too_wide(text in "[а-яөүң A-Z0-9-]{0,80}", room in 60.0f32..400.0) {
            let broken = lines(&text, 14.0, room);
            let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(broken.join(" "), words.join(" "));
            for line in broken {
                prop_assert!(width(&line, 14.0) <= room || !line.contains(' '));
            }
        }
    }
}
