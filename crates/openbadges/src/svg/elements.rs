//! Finding the badge elements of an SVG, or of the metadata of a PDF.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::SvgError;
use crate::{Baked, Container, Jws, Note, PdfPart, SvgPart, Unbaked, limits};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Open Badges 2.0: `assertion`.
pub(super) const NS2: &str = "http://openbadges.org";
/// Open Badges 3.0: `credential`.
pub(super) const NS3: &str = "https://purl.imsglobal.org/ob/v3p0";

/// What the XML is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Document {
    /// An image.
    Svg,
    /// The metadata of a PDF: of any root, and with the namespaces that programs came to write there.
    Xmp,
}

/// A badge element.
#[derive(Default)]
pub(crate) struct Element {
    pub(super) verify: Option<String>,
    pub(super) body: String,
    /// A reference in it that is no predefined entity.
    odd: bool,
    /// Where it stands in the text.
    pub(super) span: Range<usize>,
}

/// Where a new element may be put.
pub(crate) struct Root {
    /// The root's start tag.
    pub(super) tag: Range<usize>,
    /// Whether it is `<svg …/>`.
    pub(super) empty: bool,
    /// The root's name as written.
    pub(super) name: String,
}

/// The image as a text, within bounds.
pub(crate) fn text(image: &[u8]) -> Result<&str, SvgError> {
    if image.len() > limits::FILE {
        return Err(SvgError::Damaged);
    }
    let image = image.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(image);
    std::str::from_utf8(image).map_err(|_| SvgError::NotUtf8)
}

/// Calls `each` for every badge element, in the order of the text.
pub(crate) fn walk(text: &str, document: Document, mut each: impl FnMut(Element)) -> Result<Root, SvgError> {
    let mut reader = NsReader::from_str(text);
    let mut root: Option<Root> = None;
    let mut open: Option<(Element, usize)> = None;
    let mut depth = 0usize;
    loop {
        let from = position(&reader);
        let (namespace, event) = reader.read_resolved_event().map_err(|_| SvgError::Damaged)?;
        let badge = is_badge(document, &namespace, &event);
        if document == Document::Xmp {
            properties(&event).for_each(|body| each(Element { body, ..Element::default() }));
        }
        let in_svg = matches!(namespace, ResolveResult::Bound(Namespace(SVG)) | ResolveResult::Unbound);
        match event {
            Event::DocType(doctype) if doctype.contains("<!ENTITY") => return Err(SvgError::Entities),
            Event::Start(start) | Event::Empty(start) if root.is_none() => {
                if document == Document::Svg && (start.local_name().into_inner() != "svg" || !in_svg) {
                    return Err(SvgError::NotSvg);
                }
                let tag = from..position(&reader);
                let empty = text.get(tag.clone()).is_some_and(|tag| tag.ends_with("/>"));
                depth = if empty { 0 } else { 1 };
                root = Some(Root { tag, empty, name: start.name().into_inner().to_owned() });
            }
            Event::Start(start) => {
                depth += 1;
                if depth > limits::SVG_DEPTH {
                    return Err(SvgError::TooDeep);
                }
                if badge && open.is_none() {
                    let element = Element { verify: verify(&start), span: from..from, ..Element::default() };
                    open = Some((element, depth));
                }
            }
            Event::Empty(start) if badge && open.is_none() => {
                let span = from..position(&reader);
                each(Element { verify: verify(&start), span, ..Element::default() });
            }
            Event::End(_) => {
                if let Some((mut element, _)) = open.take_if(|(_, at)| *at == depth) {
                    element.span.end = position(&reader);
                    each(element);
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(part) => grow(&mut open, &part.xml10_content()),
            Event::CData(part) => grow(&mut open, &part.xml10_content()),
            Event::GeneralRef(reference) => {
                if let Some((element, _)) = &mut open {
                    let name = reference.xml10_content();
                    match reference.resolve_char_ref() {
                        Ok(Some(c)) => element.body.push(c),
                        _ => match quick_xml::escape::resolve_predefined_entity(&name) {
                            Some(resolved) => element.body.push_str(resolved),
                            None => element.odd = true,
                        },
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if depth > 0 {
        return Err(SvgError::Damaged);
    }
    root.ok_or(SvgError::NotSvg)
}

fn position(reader: &NsReader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn grow(open: &mut Option<(Element, usize)>, text: &str) {
    if let Some((element, _)) = open {
        // One byte more than allowed is kept, so that it is known to be too large.
        let room = (limits::INFLATED + 1).saturating_sub(element.body.len());
        let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at < room).last();
        let kept = if text.len() <= room { Some(text) } else { end.and_then(|end| text.get(..end)) };
        element.body.push_str(kept.unwrap_or_default());
        element.odd |= text.len() > room;
    }
}

fn is_badge(document: Document, namespace: &ResolveResult<'_>, event: &Event<'_>) -> bool {
    let (Event::Start(start) | Event::Empty(start)) = event else { return false };
    let named = |name: &str| start.local_name().into_inner() == name;
    let prefixed = start.name().into_inner().starts_with("openbadges:");
    match (document, namespace) {
        (_, ResolveResult::Bound(Namespace(NS2))) => named("assertion"),
        (_, ResolveResult::Bound(Namespace(NS3))) => named("credential"),
        (Document::Xmp, _) if prefixed => named("assertion") || named("credential"),
        _ => false,
    }
}

/// The badges that stand in attributes, as XMP writes a text in its short form.
fn properties(event: &Event<'_>) -> impl Iterator<Item = String> {
    let start = match event {
        Event::Start(start) | Event::Empty(start) => Some(start),
        _ => None,
    };
    start.into_iter().flat_map(|start| {
        ["openbadges:assertion", "openbadges:credential"].into_iter().filter_map(|name| {
            let attribute = start.try_get_attribute(name).ok()??;
            Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
        })
    })
}

fn verify(start: &BytesStart<'_>) -> Option<String> {
    let attribute = start.try_get_attribute("verify").ok()??;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Adds what an element carries.
///
/// Both parts may be there: 2.0 puts the hosted address into `verify` and the assertion into the text (then the
/// text counts, it names its address itself); a signature in `verify` counts before an unsigned text.
pub(crate) fn collect(element: Element, document: Document, found: &mut Unbaked) {
    let codes = match document {
        Document::Svg => &SVG_CODES,
        Document::Xmp => &PDF_CODES,
    };
    if !found.has_room(codes.too_many) {
        return;
    }
    let body = element.body.trim();
    let mut notes = Vec::new();
    let (part, text) = match element.verify {
        Some(verify) if Jws::looks_like(&verify) => {
            if !body.is_empty() {
                notes.push(Note::new(codes.two_parts));
            }
            (SvgPart::Verify, verify.into_bytes())
        }
        Some(verify) if body.is_empty() => match from_base64(&verify) {
            Some(json) => {
                notes.push(Note::new(codes.base64_json));
                (SvgPart::Verify, json)
            }
            None => (SvgPart::Verify, verify.into_bytes()),
        },
        _ if element.odd => return found.failed.push(Note::new(codes.odd_text)),
        _ if body.is_empty() => return found.failed.push(Note::new(codes.empty)),
        _ => (SvgPart::Body, body.as_bytes().to_vec()),
    };
    let container = match document {
        Document::Svg => Container::BakedSvg { part },
        Document::Xmp => Container::Pdf { part: PdfPart::Xmp },
    };
    found.baked.push(Baked { container, text, notes });
}

/// What is said of an element, by what it stands in.
struct Codes {
    too_many: &'static str,
    two_parts: &'static str,
    base64_json: &'static str,
    odd_text: &'static str,
    empty: &'static str,
}

const SVG_CODES: Codes = Codes {
    too_many: "svg.too-many",
    two_parts: "svg.two-parts",
    base64_json: "svg.base64-json",
    odd_text: "svg.odd-text",
    empty: "svg.empty",
};

const PDF_CODES: Codes = Codes {
    too_many: "pdf.too-many",
    two_parts: "pdf.two-parts",
    base64_json: "pdf.base64-json",
    odd_text: "pdf.damaged-part",
    empty: "pdf.empty",
};

/// JSON in base64, as some tools write it into `verify`.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let text: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let text = text.strip_prefix("data:application/json;base64,").unwrap_or(&text);
    [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD]
        .into_iter()
        .find_map(|engine| engine.decode(text).ok())
        .filter(|bytes| bytes.trim_ascii_start().starts_with(b"{"))
}
