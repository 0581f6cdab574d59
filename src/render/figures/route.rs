//! The lines between boxes: on which side of a box they begin and end, and how they pass the rows between.

use super::svg::{ASIDE, BETWEEN, Node, Svg, WIDE, short};

/// Distance of lines that pass through the same gap.
const TRACK: f32 = 6.0;

/// Where a box is drawn.
#[derive(Clone, Copy, Default)]
pub struct Place {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
    pub row: usize,
}

impl Place {
    fn middle(self) -> f32 {
        self.x + self.w / 2.0
    }
}

/// Ends of lines on one side of a box, each with the middle of the box at the other end.
type Port = (usize, bool, f32);

/// The sides of a box, as [`draw_lines`] numbers them.
const TOP: usize = 0;
const BOTTOM: usize = 1;
const LEFT: usize = 2;
const RIGHT: usize = 3;

/// On which sides of two boxes the line from one to the other begins and ends.
fn sides(from: Place, to: Place) -> (usize, usize) {
    let apart = (to.x - from.x).abs() - from.w.max(to.w);
    match from.row.cmp(&to.row) {
        std::cmp::Ordering::Less => (BOTTOM, TOP),
        std::cmp::Ordering::Greater => (TOP, BOTTOM),
        // Neighbours have a short line between them; others one that passes below.
        std::cmp::Ordering::Equal if apart < ASIDE + 1.0 => {
            if from.x < to.x {
                (RIGHT, LEFT)
            } else {
                (LEFT, RIGHT)
            }
        }
        std::cmp::Ordering::Equal => (BOTTOM, BOTTOM),
    }
}

/// Draws the lines. Those that leave a box on one side are spread over it in the order of where they lead.
pub fn draw_lines(nodes: &[Node], places: &[Place], svg: &mut Svg) {
    let links = nodes.iter().enumerate().flat_map(|(from, node)| node.links.iter().map(move |(to, _)| (from, *to)));
    let links: Vec<(usize, usize)> = links.filter(|(from, to)| from != to && *to < places.len()).collect();
    let mut ports: Vec<[Vec<Port>; 4]> = places.iter().map(|_| Default::default()).collect();
    for (number, (from, to)) in links.iter().enumerate() {
        let (leaves, arrives) = sides(places[*from], places[*to]);
        ports[*from][leaves].push((number, true, places[*to].middle()));
        ports[*to][arrives].push((number, false, places[*from].middle()));
    }
    // Of each line where it begins and ends, and the direction away from the box there.
    let mut ends = vec![[(0.0, 0.0, 0.0, 0.0); 2]; links.len()];
    for (place, sides) in places.iter().zip(&mut ports) {
        for (side, ports) in sides.iter_mut().enumerate() {
            ports.sort_by(|a, b| a.2.total_cmp(&b.2).then(a.0.cmp(&b.0)));
            let count = ports.len();
            for (at, (number, starts, _)) in ports.iter().enumerate() {
                let part = (at + 1) as f32 / (count + 1) as f32;
                ends[*number][usize::from(!starts)] = match side {
                    TOP => (place.x + place.w * part, place.y, 0.0, -1.0),
                    BOTTOM => (place.x + place.w * part, place.y + place.h, 0.0, 1.0),
                    LEFT => (place.x, place.y + place.h * part, -1.0, 0.0),
                    _ => (place.x + place.w, place.y + place.h * part, 1.0, 0.0),
                };
            }
        }
    }
    let mut gaps = Gaps::new(places);
    for (number, [(x1, y1, dx1, dy1), (x2, y2, dx2, dy2)]) in ends.into_iter().enumerate() {
        // The arrow's head takes the last pixels.
        let (ex, ey) = (x2 + dx2 * 8.0, y2 + dy2 * 8.0);
        let (from, to) = (places[links[number].0].row, places[links[number].1].row);
        let mut d = format!("M{} {}", short(x1), short(y1));
        let (mut x, mut y, mut dx, dy) = (x1, y1, dx1, dy1);
        for (gap, enter, leave) in gaps.between(from, to, x1, x2) {
            curve(&mut d, (x, y, dx, dy), (gap, enter, 0.0, -dy));
            d += &format!("V{}", short(leave));
            (x, y, dx) = (gap, leave, 0.0);
        }
        curve(&mut d, (x, y, dx, dy), (ex, ey, dx2, dy2));
        svg.path(&d, "line");
        let tip = format!(
            "M{} {}L{} {}L{} {}Z",
            short(ex - dy2 * 4.0),
            short(ey + dx2 * 4.0),
            short(x2 + dx2),
            short(y2 + dy2),
            short(ex + dy2 * 4.0),
            short(ey - dx2 * 4.0)
        );
        svg.path(&tip, "tip");
        svg.height = svg.height.max(y1.max(y2) + if dy1 > 0.0 && dy2 > 0.0 { BETWEEN } else { 0.0 });
    }
}

/// A point and the direction in which a line leaves it.
type End = (f32, f32, f32, f32);

/// A curve from one point to another.
fn curve(d: &mut String, (x1, y1, dx1, dy1): End, (x2, y2, dx2, dy2): End) {
    let reach = if dy1 == 0.0 { 4.0 } else { ((y2 - y1).abs() / 2.0).clamp(BETWEEN * 0.5, 70.0) };
    *d += &format!(
        "C{} {} {} {} {} {}",
        short(x1 + dx1 * reach),
        short(y1 + dy1 * reach),
        short(x2 + dx2 * reach),
        short(y2 + dy2 * reach),
        short(x2),
        short(y2)
    );
}

/// The gaps beside the boxes of each row, through which a line passes a row that it does not end at.
struct Gaps {
    rows: Vec<Row>,
}

/// A row of boxes, as a line that passes it sees it.
struct Row {
    top: f32,
    bottom: f32,
    gaps: Vec<Gap>,
}

/// A gap between two boxes of a row, or beside them.
struct Gap {
    middle: f32,
    width: f32,
    /// How many lines pass it already.
    lines: usize,
}

impl Gaps {
    fn new(places: &[Place]) -> Gaps {
        let count = places.iter().map(|place| place.row + 1).max().unwrap_or(0);
        let of_row = |row: usize| {
            let mut boxes: Vec<Place> =
                places.iter().copied().filter(|place| place.row == row && place.w > 0.0).collect();
            boxes.sort_by(|a, b| a.x.total_cmp(&b.x));
            let top = boxes.iter().map(|place| place.y).fold(f32::INFINITY, f32::min);
            let bottom = boxes.iter().map(|place| place.y + place.h).fold(0.0, f32::max);
            // The edges of the drawing are gaps too, if the row does not fill it.
            let starts = std::iter::once(0.0).chain(boxes.iter().map(|place| place.x + place.w));
            let ends = boxes.iter().map(|place| place.x).chain(std::iter::once(WIDE));
            let gaps = starts.zip(ends).filter(|(start, end)| end - start >= ASIDE - 1.0);
            let gaps = gaps.map(|(start, end)| Gap { middle: (start + end) / 2.0, width: end - start, lines: 0 });
            Row { top, bottom, gaps: gaps.collect() }
        };
        Gaps { rows: (0..count).map(of_row).collect() }
    }

    /// Where a line from one row to another passes those between: x, and where it enters and leaves the row.
    fn between(&mut self, from: usize, to: usize, x1: f32, x2: f32) -> Vec<(f32, f32, f32)> {
        let down = from < to;
        let rows: Vec<usize> = if down { (from + 1..to).collect() } else { (to + 1..from).rev().collect() };
        let mut passed = Vec::new();
        let count = rows.len();
        for (at, row) in rows.into_iter().enumerate() {
            let wanted = x1 + (x2 - x1) * (at + 1) as f32 / (count + 1) as f32;
            let Some(Row { top, bottom, gaps }) = self.rows.get_mut(row) else { continue };
            let distance = |gap: &Gap| ((gap.middle - wanted).abs() - gap.width / 2.0 + ASIDE / 2.0).max(0.0);
            // A row that fills the whole width is passed behind its box.
            let Some(gap) = gaps.iter_mut().min_by(|a, b| distance(a).total_cmp(&distance(b))) else { continue };
            // In a wide gap a line keeps its way; in a narrow one the lines lie side by side.
            let half = (gap.width / 2.0 - ASIDE / 2.0).max(0.0);
            let step = TRACK * gap.lines.div_ceil(2) as f32 * if gap.lines % 2 == 1 { 1.0 } else { -1.0 };
            gap.lines += 1;
            let x =
                wanted.clamp(gap.middle - half, gap.middle + half) + step.clamp(-ASIDE / 2.0 + 2.0, ASIDE / 2.0 - 2.0);
            passed.push(if down { (x, *top, *bottom) } else { (x, *bottom, *top) });
        }
        passed
    }
}
