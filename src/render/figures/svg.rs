//! An SVG in the making, and what all that is drawn in it goes by.

use std::fmt::Write;

use crate::markup::escaped;

/// Width of a drawing in a column of text.
pub const WIDE: f32 = 640.0;
/// Space between boxes side by side: an arrow fits in.
pub const ASIDE: f32 = 26.0;
/// Space between rows, where lines run.
pub const BETWEEN: f32 = 44.0;

/// Letters of a size, and the distance of their lines.
#[derive(Clone, Copy)]
pub struct Letters {
    pub size: f32,
    pub leading: f32,
    pub class: &'static str,
}

/// A box of a network.
pub struct Node {
    pub level: usize,
    pub name: String,
    /// To which other boxes it has a line, by their numbers, with what passes.
    pub links: Vec<(usize, String)>,
}

/// An SVG in the making.
pub struct Svg {
    pub body: String,
    pub height: f32,
}

impl Svg {
    pub fn new() -> Svg {
        Svg { body: String::new(), height: 0.0 }
    }

    /// Lines of text from a baseline above `y`; the height that they take.
    pub fn text(&mut self, x: f32, y: f32, lines: &[String], letters: Letters) -> f32 {
        for (at, line) in lines.iter().enumerate() {
            let baseline = y + letters.leading * at as f32 + letters.size * 0.92;
            // Writing to a String cannot fail.
            let _ = write!(
                self.body,
                "<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>",
                short(x),
                short(baseline),
                letters.class,
                escaped(line)
            );
        }
        letters.leading * lines.len() as f32
    }

    /// A box at `(x, y)` of a width and height.
    pub fn rect(&mut self, (x, y, w, h): (f32, f32, f32, f32), class: &str) {
        let _ = write!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\" class=\"{class}\"/>",
            short(x),
            short(y),
            short(w),
            short(h)
        );
        self.height = self.height.max(y + h);
    }

    /// A line.
    pub fn path(&mut self, d: &str, class: &str) {
        let _ = write!(self.body, "<path d=\"{d}\" class=\"{class}\"/>");
    }

    /// The whole element. `label` says what there is to see.
    pub fn finish(self, width: f32, class: &str, label: &str) -> String {
        let height = (self.height + 2.0).ceil();
        format!(
            "<svg class=\"drawing {class}\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\" role=\"img\" \
             aria-label=\"{}\">{}</svg>",
            short(width),
            short(height),
            short(width),
            short(height),
            escaped(label),
            self.body
        )
    }
}

/// A coordinate with one digit after the point at most.
pub fn short(value: f32) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{rounded}")
}
