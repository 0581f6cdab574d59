//! Boxes whose marker is not known.

use super::super::boxes;
use super::{Block, Plain, Report, Run};
use crate::diag::{Code, did_you_mean, nearest};
use crate::messages::say;

/// What other programs and other languages call our boxes.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("HINT", "TIP"),
    ("СОВЕТ", "TIP"),
    ("КЕҢЕШ", "TIP"),
    ("INFO", "NOTE"),
    ("ПРИМЕЧАНИЕ", "NOTE"),
    ("ЗАМЕТКА", "NOTE"),
    ("К СВЕДЕНИЮ", "NOTE"),
    ("ЭСКЕРТМЕ", "NOTE"),
    ("ВАЖНО", "IMPORTANT"),
    ("МААНИЛҮҮ", "IMPORTANT"),
    ("ВНИМАНИЕ", "CAUTION"),
    ("ОСТОРОЖНО", "CAUTION"),
    ("КӨҢҮЛ БУРУҢУЗ", "CAUTION"),
    ("ЭТИЯТ БОЛУҢУЗ", "CAUTION"),
    ("ПРЕДУПРЕЖДЕНИЕ", "WARNING"),
    ("DANGER", "CAUTION"),
    ("ЭКСКУРСИЯ", "EXCURSION"),
];

/// `> [!TIPS]`, and `[!TIP]` that stands in no quote.
pub fn unknown_box(plain: &Plain, run: &Run, report: &mut Report) {
    let text = plain.text(run);
    let Some((marker, _)) = text.strip_prefix("[!").and_then(|rest| rest.split_once(']')) else { return };
    let known = boxes::MARKERS.contains(&marker.to_ascii_uppercase().as_str());
    let range = run.range.start..run.range.start + marker.len() + 3;
    if run.block == Block::Quoted {
        if known {
            return;
        }
        let upper = marker.trim().to_uppercase();
        let own = report.writing.phrases;
        let words = [(&own.tip, "TIP"), (&own.note, "NOTE"), (&own.important, "IMPORTANT"), (&own.caution, "CAUTION")];
        let meant = OTHER_NAMES
            .iter()
            .copied()
            .find(|(name, _)| *name == upper)
            .map(|(_, meant)| meant)
            .or_else(|| words.iter().find(|(name, _)| name.to_uppercase() == upper).map(|(_, meant)| *meant))
            .or_else(|| nearest(&upper, boxes::MARKERS.iter().copied()));
        let list = say::known_are(format!("[!{}]", boxes::MARKERS.join("]`, `[!")));
        let help = match meant {
            Some(meant) => did_you_mean(&format!("[!{meant}]"), [format!("[!{meant}]").as_str()].into_iter(), list),
            None => list,
        };
        let with = meant.map(|meant| (range.clone(), format!("[!{meant}]")));
        report.add(Code::BoxUnknown, range, say::there_is_no_box_it_stays_quotation(marker), help, with);
    } else if known && matches!(run.block, Block::Paragraph | Block::BeforeTable) {
        let lines = plain.lines(run);
        let all = lines.first().map_or(run.range.start, |line| line.start)
            ..lines.last().map_or(run.range.end, |line| line.end());
        let with = plain.source[all.clone()].lines().map(|line| format!("> {}", line.trim_start())).collect::<Vec<_>>();
        let help = say::begin_its_lines(marker);
        let message = say::box_stays_plain_text(marker);
        report.add(Code::BoxUnknown, range, message, help, Some((all, with.join("\n"))));
    }
}
