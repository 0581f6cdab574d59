//! A text as a tree, for exporters that look back and forth in it. What it refers to by number is said or written out.

use super::{Attribute, Destination, Element, References, Step, Text};

/// A text as a tree.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The first one is the root.
    nodes: Vec<Node>,
}

#[derive(Debug, Clone)]
struct Node {
    parent: usize,
    children: Vec<usize>,
    kind: Kind,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Root,
    Text(String),
    Element(Element, Vec<(Attribute, String)>),
    /// The mark of a footnote, by its number.
    Note(String),
    /// A drawing, and what is to be seen in it.
    Drawing(String),
}

impl Tree {
    /// The tree of a text.
    pub fn new(text: &Text, references: &dyn References) -> Tree {
        let mut tree = Tree { nodes: vec![Node { parent: 0, children: Vec::new(), kind: Kind::Root }] };
        tree.grow(0, text, references);
        tree
    }

    /// How many nodes and lines of words it has.
    pub fn size(&self) -> usize {
        let lines = |node: &Node| match &node.kind {
            Kind::Text(words) => memchr::memchr_iter(b'\n', words.as_bytes()).count(),
            _ => 0,
        };
        self.nodes.len() + self.nodes.iter().map(lines).sum::<usize>()
    }

    /// Where it begins.
    pub fn root(&self) -> At<'_> {
        At { tree: self, number: 0 }
    }

    /// Takes the nodes with these numbers out, with what stands in them.
    pub fn remove(&mut self, numbers: &[usize]) {
        for number in numbers {
            let parent = self.nodes[*number].parent;
            self.nodes[parent].children.retain(|child| child != number);
        }
    }

    fn add(&mut self, parent: usize, kind: Kind) -> usize {
        let last = self.nodes[parent].children.last().copied();
        if let (Kind::Text(words), Some(last)) = (&kind, last)
            && let Kind::Text(before) = &mut self.nodes[last].kind
        {
            before.push_str(words);
            return last;
        }
        let number = self.nodes.len();
        self.nodes.push(Node { parent, children: Vec::new(), kind });
        self.nodes[parent].children.push(number);
        number
    }

    fn grow(&mut self, root: usize, text: &Text, references: &dyn References) {
        let mut open = root;
        let mut steps = text.steps();
        while let Some(step) = steps.next() {
            match step {
                Step::Text(words) | Step::Verbatim(words) => {
                    self.add(open, Kind::Text(words.to_string()));
                }
                Step::Open(element) => {
                    let mut attributes = Vec::new();
                    while let Some(attribute) = steps.next_attribute() {
                        attributes.extend(match attribute {
                            Step::Attribute(attribute, value) => Some((attribute, value.to_string())),
                            Step::Link(link) => references.link(link).and_then(address),
                            _ => None,
                        });
                    }
                    let number = self.add(open, Kind::Element(element, attributes));
                    if !element.is_void() {
                        open = number;
                    }
                }
                // A text ends what it begins.
                Step::Close(_) => open = if open == root { root } else { self.nodes[open].parent },
                Step::Words(link) => {
                    self.add(open, Kind::Text(references.words(link)));
                }
                Step::Number(link) => {
                    self.add(open, Kind::Text(references.number(link)));
                }
                Step::Label(n) => {
                    if let Some(label) = references.label(n) {
                        let element = self.add(open, Kind::Element(Element::Label, Vec::new()));
                        self.add(element, Kind::Text(label));
                        self.add(open, Kind::Text(" ".into()));
                    }
                }
                Step::Data { link, n } => {
                    if let Some((figure, references)) = references.figure(link, n) {
                        self.grow(open, &figure, &*references);
                    }
                }
                Step::Note { number, .. } => {
                    self.add(open, Kind::Note(number.to_string()));
                }
                Step::Drawing(label) => {
                    self.add(open, Kind::Drawing(label.to_string()));
                }
                Step::Attribute(..) | Step::Link(_) => {}
            }
        }
    }
}

/// The address of a link or picture.
fn address(destination: Destination) -> Option<(Attribute, String)> {
    match destination {
        Destination::Here(id) => Some((Attribute::Here, id)),
        Destination::Address(address) => Some((Attribute::Address, address)),
        Destination::Picture(picture) => Some((Attribute::Address, picture.address)),
        Destination::Nowhere => None,
    }
}

/// A place in a tree.
#[derive(Debug, Clone, Copy)]
pub struct At<'t> {
    tree: &'t Tree,
    number: usize,
}

impl PartialEq for At<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<'t> At<'t> {
    /// Its number in the tree.
    pub fn number(self) -> usize {
        self.number
    }

    /// What stands here.
    pub fn kind(self) -> &'t Kind {
        &self.tree.nodes[self.number].kind
    }

    /// The element that stands here.
    pub fn element(self) -> Option<Element> {
        match self.kind() {
            Kind::Element(element, _) => Some(*element),
            _ => None,
        }
    }

    /// Its name in HTML; nothing if it is no element.
    pub fn name(self) -> &'static str {
        self.element().map_or("", |element| element.shape().name)
    }

    /// The value of an attribute.
    pub fn attribute(self, wanted: Attribute) -> Option<&'t str> {
        let Kind::Element(_, attributes) = self.kind() else { return None };
        attributes.iter().find(|(attribute, _)| *attribute == wanted).map(|(_, value)| value.as_str())
    }

    /// Whether it has a class: an author may write some that ours have too.
    pub fn has_class(self, wanted: &str) -> bool {
        let own = self.element().map_or("", |element| element.shape().class);
        let written = self.attribute(Attribute::Class).unwrap_or("");
        own.split(' ').chain(written.split(' ')).any(|class| class == wanted)
    }

    /// What it stands in.
    pub fn parent(self) -> Option<At<'t>> {
        (self.number > 0).then(|| At { number: self.tree.nodes[self.number].parent, ..self })
    }

    /// What stands in it.
    pub fn children(self) -> impl Iterator<Item = At<'t>> + use<'t> {
        self.tree.nodes[self.number].children.iter().map(move |number| At { number: *number, ..self })
    }

    /// The elements that stand in it.
    pub fn elements(self) -> impl Iterator<Item = At<'t>> + use<'t> {
        self.children().filter(|child| child.element().is_some())
    }

    /// All that stands in it, at any depth, in the order of the text.
    pub fn descendants(self) -> impl Iterator<Item = At<'t>> + use<'t> {
        let mut waiting: Vec<At<'t>> = self.children().collect();
        waiting.reverse();
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            let before = waiting.len();
            waiting.extend(next.children());
            waiting[before..].reverse();
            Some(next)
        })
    }

    /// The pieces of its words.
    pub fn texts(self) -> impl Iterator<Item = &'t str> + use<'t> {
        std::iter::once(self).chain(self.descendants()).filter_map(|node| match node.kind() {
            Kind::Text(words) | Kind::Note(words) => Some(words.as_str()),
            _ => None,
        })
    }

    /// Its words.
    pub fn text(self) -> String {
        self.texts().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Event, Nothing};

    #[test]
    fn a_text_is_a_tree() {
        let mut text = Text::default();
        text.open(Element::Paragraph);
        text.text("бир ");
        text.verbatim("эки");
        text.open(Element::Break);
        text.open(Element::Strong);
        text.text("үч");
        text.push(Event::Note { number: 1, nth: 1 });
        text.close(Element::Strong);
        text.close(Element::Paragraph);
        text.text("төрт");
        let mut tree = Tree::new(&text, &Nothing);
        let names: Vec<&str> = tree.root().descendants().map(At::name).collect();
        assert_eq!(names, ["p", "", "br", "strong", "", "", ""]);
        assert_eq!(tree.root().texts().collect::<Vec<_>>(), ["бир эки", "үч", "1", "төрт"]);
        let strong = tree.root().descendants().find(|at| at.name() == "strong").map(At::number);
        tree.remove(&[strong.unwrap()]);
        assert_eq!(tree.root().text(), "бир экитөрт");
    }
}
