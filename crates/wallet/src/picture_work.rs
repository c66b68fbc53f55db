//! How much work it would be to draw an SVG: a small file may ask for hours of it (filters over large areas, patterns
//! within patterns). Counted before anything is drawn.

use resvg::usvg::filter::{Filter, Kind};
use resvg::usvg::{Group, Node};

/// Nodes that may be drawn, each as often as it would be.
const NODES: u64 = 100_000;
/// Passes over the whole picture that all filters, masks and layers together may take.
const PASSES: u64 = 2_000;

/// Whether a tree can be drawn with bounded work.
pub(crate) fn is_bounded(root: &Group) -> bool {
    let mut left = Left { nodes: NODES, passes: PASSES };
    left.group(root).is_some()
}

struct Left {
    nodes: u64,
    passes: u64,
}

impl Left {
    fn take_nodes(&mut self, some: u64) -> Option<()> {
        self.nodes = self.nodes.checked_sub(some)?;
        Some(())
    }

    fn take_passes(&mut self, some: u64) -> Option<()> {
        self.passes = self.passes.checked_sub(some)?;
        Some(())
    }

    /// Recursion is as deep as the drawing itself would be; whoever draws has the stack for it.
    fn group(&mut self, group: &Group) -> Option<()> {
        self.take_nodes(1)?;
        if group.should_isolate() {
            self.take_passes(1)?;
        }
        for filter in group.filters() {
            self.filter(filter)?;
        }
        for node in group.children() {
            self.node(node)?;
        }
        Some(())
    }

    fn node(&mut self, node: &Node) -> Option<()> {
        // Patterns, masks, clips, and pictures of filters.
        let mut inside = Some(());
        node.subroots(|root| {
            if inside.is_some() {
                inside = self.take_passes(1).and_then(|()| self.group(root));
            }
        });
        inside?;
        match node {
            Node::Group(group) => self.group(group),
            Node::Text(text) => self.group(text.flattened()),
            Node::Path(_) | Node::Image(_) => self.take_nodes(1),
        }
    }

    fn filter(&mut self, filter: &Filter) -> Option<()> {
        for primitive in filter.primitives() {
            self.take_passes(match primitive.kind() {
                // Looks at all neighbours of each pixel, as far as the radius goes.
                Kind::Morphology(change) => {
                    let side = |radius: f32| 1 + 2 * radius.clamp(0.0, 10_000.0) as u64;
                    side(change.radius_x().get()).saturating_mul(side(change.radius_y().get()))
                }
                Kind::ConvolveMatrix(change) => {
                    u64::from(change.matrix().columns()).saturating_mul(u64::from(change.matrix().rows()))
                }
                Kind::Turbulence(noise) => u64::from(noise.num_octaves()).saturating_mul(8),
                Kind::GaussianBlur(_) | Kind::DropShadow(_) => 8,
                Kind::DiffuseLighting(_) | Kind::SpecularLighting(_) => 8,
                _ => 1,
            })?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::usvg::{Options, Tree};

    fn bounded(inner: &str) -> bool {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">{inner}<rect width=\"9\" \
             height=\"9\"/></svg>"
        );
        is_bounded(Tree::from_str(&svg, &Options::default()).unwrap().root())
    }

    fn filtered(primitives: &str) -> bool {
        bounded(&format!(
            "<filter id=\"f\">{primitives}</filter><g filter=\"url(#f)\"><rect width=\"50\" height=\"50\"/></g>"
        ))
    }

    #[test]
    fn what_badges_use_is_drawn() {
        assert!(bounded("<g opacity=\"0.5\"><circle r=\"5\"/></g>"));
        assert!(filtered("<feGaussianBlur stdDeviation=\"4\"/><feOffset dx=\"2\"/><feDropShadow dx=\"1\"/>"));
        assert!(filtered("<feMorphology operator=\"dilate\" radius=\"3\"/>"));
        assert!(filtered("<feTurbulence numOctaves=\"4\" baseFrequency=\"0.05\"/>"));
    }

    #[test]
    fn what_would_take_hours_is_not() {
        assert!(!filtered("<feMorphology operator=\"dilate\" radius=\"500\"/>"));
        assert!(!filtered("<feTurbulence numOctaves=\"4000000000\" baseFrequency=\"0.05\"/>"));
        assert!(!filtered(&"<feGaussianBlur stdDeviation=\"500\"/>".repeat(400)));
        // Patterns within patterns: ten times the work at each level.
        let mut patterns = String::from(
            "<pattern id=\"p0\" width=\"1\" height=\"1\"><rect width=\"1\" height=\"1\"/></pattern>",
        );
        for n in 1..9 {
            let rect = format!("<rect width=\"9\" height=\"9\" fill=\"url(#p{})\"/>", n - 1).repeat(10);
            patterns += &format!("<pattern id=\"p{n}\" width=\"1\" height=\"1\">{rect}</pattern>");
        }
        assert!(!bounded(&format!("{patterns}<rect width=\"50\" height=\"50\" fill=\"url(#p8)\"/>")));
    }
}
