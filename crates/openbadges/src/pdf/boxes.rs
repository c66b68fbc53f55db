//! Filled boxes on the first pages: how programs draw a square code that is no picture (ISO 32000-2, 8.5). Nothing else of a page
//! is understood, and nothing is drawn here.

use super::objects::Objects;
use super::value::{Dictionary, Value, is_space};
use crate::limits;

/// A box that a page fills, in the page's own units; `y` goes up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FilledBox {
    /// The left and right edge.
    pub x: (f64, f64),
    /// The lower and upper edge.
    pub y: (f64, f64),
    /// Whether it is rather black than white.
    pub dark: bool,
}

/// How coordinates become those of the page: `[a b c d e f]` (8.3.3).
type Matrix = [f64; 6];
const PLAIN: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
/// States that are kept for later within each other.
const KEPT: usize = 64;
/// Corners of one outline.
const CORNERS: usize = 6;

/// The boxes of each of the first pages, in the order in which they are filled.
pub(super) fn collect(objects: &mut Objects<'_>, catalog: &Dictionary) -> Vec<Vec<FilledBox>> {
    let pages = pages(objects, catalog);
    let contents: Vec<Vec<u8>> = pages.iter().map(|page| content(objects, page)).collect();
    contents.iter().map(|content| boxes(content)).collect()
}

fn pages(objects: &mut Objects<'_>, catalog: &Dictionary) -> Vec<Dictionary> {
    let mut found = Vec::new();
    let mut waiting: Vec<Value> = catalog.get(&b"Pages"[..]).cloned().into_iter().collect();
    for _ in 0..limits::PDF_NODES {
        let Some(node) = waiting.pop() else { break };
        let Some(Value::Dictionary(node)) = objects.resolve(node) else { continue };
        let mut kids = objects.array(&node, b"Kids");
        if kids.is_empty() {
            found.push(node);
            if found.len() >= limits::PDF_PAGES {
                break;
            }
        }
        kids.reverse();
        waiting.extend(kids);
    }
    found
}

/// What a page says, its parts with a blank between them (7.7.3.3).
fn content(objects: &mut Objects<'_>, page: &Dictionary) -> Vec<u8> {
    let parts = match page.get(&b"Contents"[..]) {
        Some(Value::Reference(number)) if objects.is_stream(*number) => vec![Value::Reference(*number)],
        Some(_) => objects.array(page, b"Contents"),
        None => Vec::new(),
    };
    let mut all = Vec::new();
    for part in parts {
        let Value::Reference(number) = part else { continue };
        if let Some(Ok(data)) = objects.data(number) {
            all.extend_from_slice(&data);
            all.push(b'\n');
        }
    }
    all
}

struct Drawing {
    now: (Matrix, bool),
    kept: Vec<(Matrix, bool)>,
    numbers: Vec<f64>,
    /// Outlines that are finished and not yet filled.
    outlines: Vec<[(f64, f64); 2]>,
    /// The corners of the outline that is being drawn.
    corners: Vec<(f64, f64)>,
    found: Vec<FilledBox>,
}

fn boxes(content: &[u8]) -> Vec<FilledBox> {
    let mut drawing = Drawing {
        now: (PLAIN, true),
        kept: Vec::new(),
        numbers: Vec::new(),
        outlines: Vec::new(),
        corners: Vec::new(),
        found: Vec::new(),
    };
    let mut rest = content;
    while let Some((first, behind)) = rest.split_first() {
        rest = match first {
            b'(' => after_text(behind),
            b'%' => after(behind, |byte| matches!(byte, b'\n' | b'\r')),
            b'/' => after_word(behind),
            byte if is_space(*byte) || b"<>[]{})".contains(byte) => behind,
            _ => {
                let length = rest.len() - after_word(rest).len();
                let (word, behind) = rest.split_at(length.max(1));
                match std::str::from_utf8(word).ok().and_then(|word| word.parse::<f64>().ok()) {
                    Some(number) if number.is_finite() => drawing.number(number),
                    _ => drawing.does(word),
                }
                if word == b"ID" { after_picture(behind) } else { behind }
            }
        };
        if drawing.found.len() >= limits::PDF_BOXES {
            break;
        }
    }
    drawing.found
}

fn after(bytes: &[u8], end: impl Fn(u8) -> bool) -> &[u8] {
    let length = bytes.iter().take_while(|byte| !end(**byte)).count();
    bytes.get(length..).unwrap_or_default()
}

fn after_word(bytes: &[u8]) -> &[u8] {
    after(bytes, |byte| is_space(byte) || b"()<>[]{}/%".contains(&byte))
}

/// Behind a text, in which brackets may stand in pairs.
fn after_text(bytes: &[u8]) -> &[u8] {
    let (mut open, mut at) = (1_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        at += 1;
        if open == 0 {
            break;
        }
    }
    bytes.get(at..).unwrap_or_default()
}

/// Behind a picture that stands among the words (8.9.7).
fn after_picture(bytes: &[u8]) -> &[u8] {
    let end = bytes.windows(4).position(
        |four| matches!(four, [before, b'E', b'I', behind] if is_space(*before) && is_space(*behind)),
    );
    end.and_then(|end| bytes.get(end + 3..)).unwrap_or_default()
}

impl Drawing {
    fn number(&mut self, number: f64) {
        // Nothing takes more than six; what comes before them belongs to a word nobody knows.
        if self.numbers.len() >= 6 {
            self.numbers.remove(0);
        }
        self.numbers.push(number);
    }

    /// Does what a word says.
    fn does(&mut self, word: &[u8]) {
        let numbers = std::mem::take(&mut self.numbers);
        match (word, numbers.as_slice()) {
            (b"q", _) if self.kept.len() < KEPT => self.kept.push(self.now),
            (b"Q", _) => self.now = self.kept.pop().unwrap_or(self.now),
            (b"cm", [a, b, c, d, e, f]) => self.now.0 = within([*a, *b, *c, *d, *e, *f], self.now.0),
            (b"g" | b"sc" | b"scn", [grey]) => self.now.1 = *grey < 0.5,
            (b"rg" | b"sc" | b"scn", [red, green, blue]) => self.now.1 = red + green + blue < 1.5,
            (b"k" | b"sc" | b"scn", [c, m, y, k]) => self.now.1 = c + m + y + 3.0 * k > 1.5,
            (b"re", [x, y, width, height]) => {
                self.close();
                self.outlines.push([self.place(*x, *y), self.place(x + width, y + height)]);
            }
            (b"m", [x, y]) => {
                self.close();
                self.corners = vec![self.place(*x, *y)];
            }
            (b"l", [x, y]) if self.corners.len() < CORNERS => self.corners.push(self.place(*x, *y)),
            // An outline with a bow, or with too many corners, is no box.
            (b"l" | b"c" | b"v" | b"y", _) => self.corners.clear(),
            (b"h", _) => self.close(),
            (b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*", _) => {
                self.close();
                let dark = self.now.1;
                self.found.extend(std::mem::take(&mut self.outlines).into_iter().map(|[a, b]| FilledBox {
                    x: (a.0.min(b.0), a.0.max(b.0)),
                    y: (a.1.min(b.1), a.1.max(b.1)),
                    dark,
                }));
            }
            (b"n" | b"S" | b"s", _) => {
                self.corners.clear();
                self.outlines.clear();
            }
            _ => {}
        }
        self.outlines.truncate(limits::PDF_BOXES);
    }

    /// Of four corners that are those of a box, the box.
    fn close(&mut self) {
        let mut corners = std::mem::take(&mut self.corners);
        if corners.len() == 5 && corners.first() == corners.last() {
            corners.pop();
        }
        let [a, b, c, d] = corners.as_slice() else { return };
        let upright = a.0 == b.0 && b.1 == c.1 && c.0 == d.0 && d.1 == a.1;
        let flat = a.1 == b.1 && b.0 == c.0 && c.1 == d.1 && d.0 == a.0;
        if upright || flat {
            self.outlines.push([*a, *c]);
        }
    }

    fn place(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.now.0;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

/// The matrix that does the first and then the second.
fn within([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix) -> Matrix {
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(content: &str) -> Vec<(f64, f64, f64, f64, bool)> {
        boxes(content.as_bytes()).into_iter().map(|b| (b.x.0, b.y.0, b.x.1, b.y.1, b.dark)).collect()
    }

    #[test]
    fn boxes_are_seen_however_they_are_written() {
        assert_eq!(of("1 2 3 4 re f"), [(1.0, 2.0, 4.0, 6.0, true)]);
        assert_eq!(of("n 1 2 -3 4 re f*"), [(-2.0, 2.0, 1.0, 6.0, true)]);
        assert_eq!(
            of("q 2 0 0 2 10 20 cm 1 g 1 1 1 1 re f Q 0 0 1 1 re B"),
            [(12.0, 22.0, 14.0, 24.0, false), (0.0, 0.0, 1.0, 1.0, true)]
        );
        assert_eq!(of("1 1 m 1 2 l 2 2 l 2 1 l h f"), [(1.0, 1.0, 2.0, 2.0, true)]);
        assert_eq!(of("1 1 m 2 1 l 2 2 l 1 2 l 1 1 l f"), [(1.0, 1.0, 2.0, 2.0, true)]);
        assert_eq!(of("0 0 0 rg 0 0 1 1 re 5 5 1 1 re f").len(), 2);
        assert_eq!(of(".9 .9 .9 rg 0 0 1 1 re f"), [(0.0, 0.0, 1.0, 1.0, false)]);
    }

    #[test]
    fn what_is_no_box_or_not_filled_is_none() {
        for other in [
            "1 1 1 1 re S",
            "1 1 1 1 re W n",
            "0 0 m 1 1 l 2 0 l h f",
            "0 0 m 1 0 l 1 1 2 2 3 3 c 0 1 l h f",
            "(1 1 1 1 re f)",
            "(a \\) 1 1 1 1 re f (b) ) Tj",
            "% 1 1 1 1 re f",
            "BI /W 1 ID 1 1 1 1 re f\nEI ",
        ] {
            assert_eq!(of(other), [], "{other}");
        }
        assert_eq!(of("BI /W 1 ID xx EI 1 1 1 1 re f").len(), 1);
    }

    #[test]
    fn boxes_without_end_are_not_kept() {
        let many = "0 0 1 1 re f\n".repeat(limits::PDF_BOXES + 10);
        assert_eq!(boxes(many.as_bytes()).len(), limits::PDF_BOXES);
        let open = "0 0 1 1 re\n".repeat(3 * limits::PDF_BOXES) + "f";
        assert_eq!(boxes(open.as_bytes()).len(), limits::PDF_BOXES);
        assert_eq!(boxes("q ".repeat(100_000).as_bytes()), []);
    }

    proptest! {
        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = boxes(&bytes);
        }

        #[test]
        fn words_never_panic(text in "([0-9.]{1,3} |-|re |f |cm |q |Q |m |l |h |\\(|\\)|ID |EI ){0,60}") {
            let _ = boxes(text.as_bytes());
        }
    }
}
