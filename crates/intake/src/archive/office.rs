//! Documents of word processors, spreadsheets and slides (OOXML, OpenDocument): archives whose pictures and embedded files are
//! looked at like attachments, and whose links are looked at like a text.

use openbadges::{Note, limits};

use super::{Archive, each};
use crate::look::{Part, Scanner};

/// Links of all documents of one input are looked through up to this many bytes of what names them.
const NAMED: usize = limits::TEXTS;

/// Takes the badges out of a document.
pub(super) fn open(scanner: &mut Scanner, part: &Part<'_>, archive: &mut Archive<'_>) {
    let before = scanner.answers();
    let mut named = 0usize;
    each(scanner, part, archive, &wanted, &mut |scanner, member| {
        if names_links(member.name) {
            named = named.saturating_add(member.bytes.len());
            if named <= NAMED {
                links(scanner, &member);
            }
        } else {
            scanner.look_quietly(member);
        }
    });
    if scanner.answers() == before {
        scanner.pass(part, Note::new("passed.document-without-badge"));
    }
}

/// Relations of OOXML (Open Packaging Conventions §9.3), and the contents of OpenDocument.
fn names_links(name: &str) -> bool {
    name.ends_with(".rels") || name == "content.xml"
}

/// Everything but the document's own parts: text, styles, settings, typefaces, and the picture of its first page.
fn wanted(name: &str) -> bool {
    let own = [
        ".xml", ".ttf", ".odttf", ".fntdata", ".class", ".css", ".js", ".xhtml", ".html", ".ncx", ".opf",
        ".rdf",
    ];
    let aside = ["mimetype", "Thumbnails/", "docProps/", "META-INF/", "customXml/"];
    let lower = name.to_ascii_lowercase();
    names_links(name)
        || !own.iter().any(|end| lower.ends_with(end)) && !aside.iter().any(|begin| name.starts_with(begin))
}

/// Links that lead out of the document. An attribute's `&` is written in full; nothing else of XML stands in an address.
fn links(scanner: &mut Scanner, member: &Part<'_>) {
    let text = String::from_utf8_lossy(member.bytes);
    for value in attributes(&text).take(limits::LINKS * 25) {
        scanner.link_text(&value.replace("&amp;", "&"), &member.path);
    }
}

/// The values of `Target` and `xlink:href` that are addresses of the web.
fn attributes(text: &str) -> impl Iterator<Item = &str> {
    ["Target=", "xlink:href="].into_iter().flat_map(move |name| {
        text.split(name).skip(1).filter_map(|rest| {
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let value = rest.get(1..)?.split(quote).next()?;
            (value.starts_with("https://") || value.starts_with("http://")).then_some(value)
        })
    })
}
