//! An address as a QR code, for paper.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// The code as SVG, one run of dark modules after the other, without the white around it, which paper has;
/// nothing for a text that is too long for one.
pub fn svg(text: &str) -> String {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return String::new() };
    let side = code.size();
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count();
            if run > 0 {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run as i32 + 1;
        }
    }
    format!(
        "<svg class=\"qr\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\" aria-hidden=\"true\" \
         focusable=\"false\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_is_drawn_where_it_is() {
        let address = "https://example.kg/bagyt/ru/encyclopedia/power-engineer.html";
        let code = QrCode::encode_text(address, QrCodeEcc::Medium).unwrap();
        let svg = svg(address);
        let path = svg.split("d=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let mut dark = std::collections::BTreeSet::new();
        for run in path.split('M').skip(1) {
            let mut numbers = run.split(|c: char| !c.is_ascii_digit()).map(|number| number.parse::<i32>().unwrap_or(0));
            let (x, y, length) = (numbers.next().unwrap(), numbers.next().unwrap(), numbers.next().unwrap());
            dark.extend((x..x + length).map(|x| (x, y)));
        }
        for (x, y) in (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y))) {
            assert_eq!(dark.contains(&(x, y)), code.get_module(x, y), "{x} {y}");
        }
        assert!(svg.len() < 6_000, "{} bytes", svg.len());
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert_eq!(svg(&"a".repeat(8_000)), "");
    }
}
