//! Drawings as SVG: boxes on levels with lines between them, and steps.
//!
//! Each is drawn twice, for the width of a text column and for a phone; the stylesheet shows the one that fits. The
//! phone's says in words what the other shows with lines. Colours are the stylesheet's, by class, so that a drawing is
//! right in both modes and on paper. Coordinates are CSS pixels of the size at which it is shown.

use std::fmt::Write;

use super::measure::{fits, lines};
use super::route::{Place, draw_lines};
use super::svg::{ASIDE, BETWEEN, Letters, Node, Svg, WIDE, short};

/// Width of a drawing on a phone of 360 pixels: what its margins leave.
const NARROW: f32 = 328.0;
/// Space inside a box.
const PAD: f32 = 10.0;
/// Space between steps.
const GAP: f32 = 12.0;
/// Most boxes in a row.
const PER_ROW: usize = 4;
/// Widest box: a wider one would look like a bar.
pub const WIDEST: f32 = 296.0;

const NAME: Letters = Letters { size: 14.0, leading: 18.0, class: "name" };
const SMALL: Letters = Letters { size: 13.0, leading: 17.0, class: "small" };
const LABEL: Letters = Letters { size: 13.0, leading: 18.0, class: "level" };

/// A step.
pub struct Step {
    pub title: String,
    pub text: String,
}

/// A way through stages for both widths: few lines, and where they lead is what there is to see.
pub fn pathway(levels: &[String], nodes: &[Node], label: &str) -> String {
    wide_network(levels, nodes, label) + &narrow_network(levels, nodes, label)
}

/// Organisations that work with one another, for both widths. Everybody works with many, so a line for each would be a web that
/// nobody can follow: the levels stand below one another, an arrow says that one level gives to the next, and each box says in
/// words what it gives to whom.
pub fn organisations(levels: &[String], nodes: &[Node], label: &str) -> String {
    wide_levels(levels, nodes, label) + &narrow_network(levels, nodes, label)
}

/// Boxes of a level side by side where there is no room for lines but for words.
const COLUMNS: usize = 2;

fn wide_levels(levels: &[String], nodes: &[Node], label: &str) -> String {
    let mut svg = Svg::new();
    let mut y = 0.0;
    let full: Vec<usize> = (0..levels.len()).filter(|level| nodes.iter().any(|node| node.level == *level)).collect();
    for (at, level) in full.iter().enumerate() {
        if let Some(above) = at.checked_sub(1).and_then(|above| full.get(above)) {
            y += level_arrow(nodes, *above, *level, y, &mut svg);
        }
        y += svg.text(0.0, y, &lines(&levels[*level], LABEL.size, WIDE), LABEL) + 6.0;
        let members: Vec<&Node> = nodes.iter().filter(|node| node.level == *level).collect();
        let columns = members.len().clamp(1, COLUMNS);
        let w = (WIDE - GAP * (columns - 1) as f32) / columns as f32;
        for row in members.chunks(columns) {
            let broken: Vec<Broken> = row.iter().map(|node| Broken::of(node, nodes, w)).collect();
            let h = broken.iter().map(|words| words.height()).fold(0.0, f32::max);
            for (at, words) in broken.iter().enumerate() {
                let x = (w + GAP) * at as f32;
                svg.rect((x, y, w, h), "node");
                words.write(x, y, &mut svg);
            }
            y += h + GAP;
        }
        y -= GAP;
    }
    svg.finish(WIDE, "wide", label)
}

/// An arrow from a level to the one below, with a head at each end that something is given to; the height that it takes.
fn level_arrow(nodes: &[Node], above: usize, below: usize, y: f32, svg: &mut Svg) -> f32 {
    let gives = |from: usize, to: usize| {
        let of_level = nodes.iter().filter(|node| node.level == from);
        of_level.flat_map(|node| &node.links).any(|(other, _)| nodes.get(*other).is_some_and(|node| node.level == to))
    };
    let (down, up) = (gives(above, below), gives(below, above));
    let (x, top, bottom) = (WIDE / 2.0, y + 6.0, y + BETWEEN - 10.0);
    if down || up {
        let (start, end) = (top + if up { 8.0 } else { 0.0 }, bottom - if down { 8.0 } else { 0.0 });
        svg.path(&format!("M{} {}V{}", short(x), short(start), short(end)), "line");
        let mut head = |tip: f32, base: f32| {
            let (left, right) = (short(x - 5.0), short(x + 5.0));
            svg.path(&format!("M{left} {0}L{1} {2}L{right} {0}Z", short(base), short(x), short(tip)), "tip");
        };
        if down {
            head(bottom, end);
        }
        if up {
            head(top, start);
        }
    }
    BETWEEN
}

/// The words of a box in lines: its name, and what it gives to whom.
struct Broken {
    name: Vec<String>,
    links: Vec<Vec<String>>,
}

impl Broken {
    /// Where the words of a link begin, behind their arrow.
    const INDENT: f32 = 18.0;

    fn of(node: &Node, nodes: &[Node], width: f32) -> Broken {
        let room = width - 2.0 * PAD;
        let links = node.links.iter().filter_map(|(to, text)| {
            let other = &nodes.get(*to)?.name;
            let words = if text.is_empty() { other.clone() } else { format!("{other}: {text}") };
            Some(lines(&words, SMALL.size, room - Broken::INDENT))
        });
        Broken { name: lines(&node.name, NAME.size, room), links: links.collect() }
    }

    fn space(&self) -> f32 {
        if self.links.is_empty() { 0.0 } else { 4.0 }
    }

    fn height(&self) -> f32 {
        let rows: usize = self.links.iter().map(Vec::len).sum();
        NAME.leading * self.name.len() as f32 + SMALL.leading * rows as f32 + self.space() + 2.0 * PAD
    }

    fn write(&self, x: f32, y: f32, svg: &mut Svg) {
        let mut at = y + PAD;
        at += svg.text(x + PAD, at, &self.name, NAME) + self.space();
        for link in &self.links {
            svg.text(x + PAD, at, &["→".to_string()], SMALL);
            at += svg.text(x + PAD + Broken::INDENT, at, link, SMALL);
        }
    }
}

/// The largest number of boxes in a row that leaves room for every word, and makes the rows about equally long.
fn per_row(names: &[&str], letters: Letters) -> usize {
    let most = names.len().clamp(1, PER_ROW);
    let room = |count: usize| (WIDE - ASIDE * (count - 1) as f32) / count as f32 - 2.0 * PAD;
    let fitting = (1..=most).rev().find(|count| names.iter().all(|name| fits(name, letters.size, room(*count))));
    let most = fitting.unwrap_or(1);
    let rows = names.len().div_ceil(most).max(1);
    names.len().div_ceil(rows).max(1)
}

/// The boxes of each level in rows, ordered so that few lines cross: each box near the middle of those it is linked
/// with (the barycentre method of Sugiyama, Tagawa and Toda, 1981), down and up a few times.
fn rows_of(levels: usize, nodes: &[Node]) -> Vec<(usize, Vec<usize>)> {
    let mut rows: Vec<(usize, Vec<usize>)> = Vec::new();
    for level in 0..levels {
        let members: Vec<usize> = (0..nodes.len()).filter(|node| nodes[*node].level == level).collect();
        let names: Vec<&str> = members.iter().map(|node| nodes[*node].name.as_str()).collect();
        rows.extend(members.chunks(per_row(&names, NAME)).map(|chunk| (level, chunk.to_vec())));
    }
    let mut linked: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (from, node) in nodes.iter().enumerate() {
        for (to, _) in node.links.iter().filter(|(to, _)| *to != from && *to < nodes.len()) {
            linked[from].push(*to);
            linked[*to].push(from);
        }
    }
    let mut x = vec![0.0f32; nodes.len()];
    let set = |x: &mut Vec<f32>, row: &[usize]| {
        for (at, node) in row.iter().enumerate() {
            x[*node] = (at as f32 + 0.5) / row.len() as f32;
        }
    };
    for (_, row) in &rows {
        set(&mut x, row);
    }
    for sweep in 0..6 {
        let count = rows.len();
        let order: Vec<usize> = if sweep % 2 == 0 { (0..count).collect() } else { (0..count).rev().collect() };
        for at in order {
            let row = &mut rows[at].1;
            let middle = |node: usize| {
                let others = &linked[node];
                let sum: f32 = others.iter().map(|other| x[*other]).sum();
                if others.is_empty() { x[node] } else { sum / others.len() as f32 }
            };
            let mut keyed: Vec<(f32, usize)> = row.iter().map(|node| (middle(*node), *node)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            *row = keyed.into_iter().map(|(_, node)| node).collect();
            set(&mut x, row);
        }
    }
    rows
}

fn wide_network(levels: &[String], nodes: &[Node], label: &str) -> String {
    let mut places = vec![Place::default(); nodes.len()];
    let mut svg = Svg::new();
    let mut boxes = Svg::new();
    let mut y = 0.0;
    let mut last = None;
    for (number, (level, row)) in rows_of(levels.len(), nodes).into_iter().enumerate() {
        if number > 0 {
            y += BETWEEN;
        }
        if last != Some(level) {
            let title = lines(&levels[level], LABEL.size, WIDE);
            // A line that passes behind the title is seen again before it ends.
            let room = if number > 0 { 22.0 } else { 6.0 };
            y += boxes.text(0.0, y, &title, LABEL) + room;
            last = Some(level);
        }
        // A level's rows are equally wide; one that is not full stands in the middle.
        let names: Vec<&str> = nodes.iter().filter(|n| n.level == level).map(|n| n.name.as_str()).collect();
        let count = per_row(&names, NAME);
        let w = ((WIDE - ASIDE * (count - 1) as f32) / count as f32).min(WIDEST);
        let broken: Vec<Vec<String>> =
            row.iter().map(|node| lines(&nodes[*node].name, NAME.size, w - 2.0 * PAD)).collect();
        let most = broken.iter().map(Vec::len).max().unwrap_or(1);
        let h = NAME.leading * most as f32 + 2.0 * PAD;
        let indent = (WIDE - w * row.len() as f32 - ASIDE * (row.len() - 1) as f32) / 2.0;
        for (at, (node, broken)) in row.iter().zip(&broken).enumerate() {
            let x = indent + (w + ASIDE) * at as f32;
            places[*node] = Place { x, y, w, h, row: number };
            boxes.rect((x, y, w, h), "node");
            let top = y + (h - NAME.leading * broken.len() as f32) / 2.0;
            boxes.text(x + PAD, top, broken, NAME);
        }
        y += h;
    }
    // Lines lie under the boxes.
    draw_lines(nodes, &places, &mut svg);
    svg.body.push_str(&boxes.body);
    svg.height = svg.height.max(boxes.height);
    svg.finish(WIDE, "wide", label)
}

fn narrow_network(levels: &[String], nodes: &[Node], label: &str) -> String {
    let mut svg = Svg::new();
    let mut y = 0.0;
    for (level, title) in levels.iter().enumerate() {
        y += svg.text(0.0, y, &lines(title, LABEL.size, NARROW), LABEL) + 4.0;
        for node in nodes.iter().filter(|node| node.level == level) {
            let words = Broken::of(node, nodes, NARROW);
            let h = words.height();
            svg.rect((0.0, y, NARROW, h), "node");
            words.write(0.0, y, &mut svg);
            y += h + 8.0;
        }
        y += 14.0;
    }
    svg.finish(NARROW, "narrow", label)
}

/// Steps for both widths: a staircase, or one below the other where its treads are too narrow for the words.
pub fn steps(steps: &[Step], label: &str) -> String {
    let wide = staircase(steps, label).unwrap_or_else(|| ladder(steps, WIDE, "wide", label));
    wide + &ladder(steps, NARROW, "narrow", label)
}

fn staircase(steps: &[Step], label: &str) -> Option<String> {
    let count = steps.len();
    let w = (WIDE - GAP * (count.saturating_sub(1)) as f32) / count.max(1) as f32;
    let room = w - 2.0 * PAD;
    let words = |step: &Step| fits(&step.title, NAME.size, room) && fits(&step.text, SMALL.size, room);
    if count > 6 || room < 60.0 || !steps.iter().all(words) {
        return None;
    }
    let broken: Vec<(Vec<String>, Vec<String>)> =
        steps.iter().map(|s| (lines(&s.title, NAME.size, room), lines(&s.text, SMALL.size, room))).collect();
    let tall = |(title, text): &(Vec<String>, Vec<String>)| {
        NUMBER + NAME.leading * title.len() as f32 + 6.0 + SMALL.leading * text.len() as f32 + 2.0 * PAD
    };
    let h = broken.iter().map(tall).fold(0.0, f32::max);
    let rise = 26.0;
    let bottom = h + rise * (count.saturating_sub(1)) as f32;
    let mut svg = Svg::new();
    for (at, (title, text)) in broken.iter().enumerate() {
        let x = (w + GAP) * at as f32;
        let y = rise * (count - 1 - at) as f32;
        svg.rect((x, y, w, bottom - y), "node");
        number(&mut svg, x + PAD, y + PAD, at + 1);
        let mut line = y + PAD + NUMBER;
        line += svg.text(x + PAD, line, title, NAME) + 6.0;
        svg.text(x + PAD, line, text, SMALL);
    }
    Some(svg.finish(WIDE, "wide", label))
}

/// Height of a step's number with the space below it.
const NUMBER: f32 = 34.0;

fn number(svg: &mut Svg, x: f32, y: f32, number: usize) {
    // Writing to a String cannot fail.
    let _ = write!(
        svg.body,
        "<circle cx=\"{}\" cy=\"{}\" r=\"13\" class=\"disc\"/><text x=\"{}\" y=\"{}\" class=\"number\">{number}</text>",
        short(x + 13.0),
        short(y + 13.0),
        short(x + 13.0),
        short(y + 18.0)
    );
}

fn ladder(steps: &[Step], width: f32, class: &str, label: &str) -> String {
    let mut svg = Svg::new();
    let indent = 38.0;
    let room = width - indent - 2.0 * PAD;
    let mut y = 0.0;
    for (at, step) in steps.iter().enumerate() {
        let (title, text) = (lines(&step.title, NAME.size, room), lines(&step.text, SMALL.size, room));
        let space = if text.is_empty() { 0.0 } else { 3.0 };
        let words = NAME.leading * title.len() as f32 + space + SMALL.leading * text.len() as f32;
        let h = words.max(28.0) + 2.0 * PAD;
        svg.rect((0.0, y, width, h), "node");
        number(&mut svg, PAD, y + PAD, at + 1);
        let mut line = y + PAD + 2.0;
        line += svg.text(PAD + indent, line, &title, NAME) + space;
        svg.text(PAD + indent, line, &text, SMALL);
        y += h;
        if at + 1 < steps.len() {
            let x = PAD + 13.0;
            svg.path(&format!("M{} {}V{}", short(x), short(y), short(y + 10.0)), "line");
            y += 10.0;
        }
    }
    svg.finish(width, class, label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn node(level: usize, name: &str, links: &[usize]) -> Node {
        Node { level, name: name.into(), links: links.iter().map(|to| (*to, String::new())).collect() }
    }

    /// The numbers of an attribute of every element of a name.
    fn numbers(svg: &str, element: &str, attribute: &str) -> Vec<f32> {
        let (start, name) = (format!("<{element} "), format!(" {attribute}=\""));
        let elements =
            svg.split(start.as_str()).skip(1).map(|rest| format!(" {}", rest.split('>').next().unwrap_or("")));
        elements.filter_map(|tag| tag.split(name.as_str()).nth(1)?.split('"').next()?.parse().ok()).collect()
    }

    #[test]
    fn a_line_ends_at_its_boxes() {
        let svg = pathway(&["A".into(), "B".into()], &[node(0, "бир", &[1]), node(1, "эки", &[])], "башы & аягы");
        assert_eq!(svg.matches("class=\"line\"").count(), 1);
        assert_eq!(svg.matches("class=\"tip\"").count(), 1);
        assert!(svg.contains("aria-label=\"башы &amp; аягы\""));
        assert!(svg.contains(">→</text>"), "the narrow drawing says in words what the lines say");
    }

    #[test]
    fn between_levels_of_organisations_there_is_one_arrow() {
        let nodes = [node(0, "бир", &[2, 3]), node(0, "эки", &[2, 3]), node(1, "үч", &[0]), node(1, "төрт", &[1, 2])];
        let svg = wide_levels(&["A".into(), "B".into()], &nodes, "");
        assert_eq!(svg.matches("class=\"line\"").count(), 1);
        assert_eq!(svg.matches("class=\"tip\"").count(), 2, "each level gives something to the other");
        // It lies between the boxes of the one and the name of the other.
        let below = numbers(&svg, "rect", "y")[0] + numbers(&svg, "rect", "height")[0];
        let line = svg.split("<path d=\"M320 ").nth(1).and_then(|rest| rest.split('V').next()).unwrap();
        assert!(line.parse::<f32>().unwrap() > below, "{svg}");
    }

    #[test]
    fn long_words_make_a_ladder_of_a_staircase() {
        let step = |title: &str| Step { title: title.into(), text: "экинчи".into() };
        assert!(staircase(&[step("бир"), step("эки")], "").is_some());
        let words = ["предпринимательствование"; 6];
        assert!(staircase(&words.map(step), "").is_none());
    }

    proptest! {
        #[test]
        fn everything_lies_inside(
            names in prop::collection::vec(("[а-яөүң ]{1,40}", 0usize..3), 1..12),
            links in prop::collection::vec((0usize..12, 0usize..12), 0..14),
        ) {
            let mut nodes: Vec<Node> = names.iter().map(|(name, level)| node(*level, name, &[])).collect();
            let count = nodes.len();
            for (from, to) in links {
                nodes[from % count].links.push((to % count, "шилтеме".into()));
            }
            for svg in [wide_network(&["a".into(), "b".into(), "c".into()], &nodes, ""),
                        wide_levels(&["a".into(), "b".into(), "c".into()], &nodes, ""),
                        narrow_network(&["a".into(), "b".into(), "c".into()], &nodes, "")] {
                let (width, height) = (numbers(&svg, "svg", "width")[0], numbers(&svg, "svg", "height")[0]);
                let (x, w) = (numbers(&svg, "rect", "x"), numbers(&svg, "rect", "width"));
                prop_assert_eq!(x.len(), nodes.len());
                for (x, w) in x.iter().zip(w) {
                    prop_assert!(*x >= -0.1 && x + w <= width + 0.1, "{}", svg);
                }
                let (y, h) = (numbers(&svg, "rect", "y"), numbers(&svg, "rect", "height"));
                prop_assert!(y.iter().zip(h).all(|(y, h)| *y >= 0.0 && y + h <= height));
            }
        }
    }
}
