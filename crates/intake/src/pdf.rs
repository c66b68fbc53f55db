//! Badges in PDF files: texts in their information and metadata, files in them, links on their pages, codes drawn there.

use openbadges::{Note, pdf};

use crate::look::{Part, Scanner};
use crate::qr;
use crate::sniff::{self, Kind};

/// Takes the badges out of a PDF.
pub(crate) fn open(scanner: &mut Scanner, part: &Part<'_>) {
    let pdf = match pdf::open(part.bytes) {
        Ok(pdf) => pdf,
        Err(error) => return scanner.pass(part, Note::new(error.code())),
    };
    let before = scanner.answers();
    let found = |scanner: &Scanner| scanner.scan.found.len() + scanner.scan.links.len();
    let found_before = found(scanner);
    let trouble = pdf.unbaked.notes.first().cloned();
    let mut unbaked = pdf.unbaked;
    // The same badge in two places of the file is one.
    let mut texts: Vec<Vec<u8>> = Vec::new();
    unbaked.baked.retain(|baked| {
        let new = !texts.contains(&baked.text);
        texts.push(baked.text.clone());
        new
    });
    scanner.unbaked(part, "pdf", unbaked, None);
    for (index, file) in pdf.files.iter().enumerate() {
        let path = part.inside(&format!("pdf:file[{index}]"));
        embedded(
            scanner,
            Part { bytes: &file.bytes, path, name: &file.name, media_type: None, depth: part.depth + 1 },
        );
    }
    for link in &pdf.links {
        scanner.link_text(link, &part.inside("pdf:link"));
    }
    if found(scanner) == found_before {
        qr::pages(scanner, part);
    }
    if scanner.answers() == before {
        scanner.pass(part, trouble.unwrap_or_else(|| Note::new("passed.pdf-without-badge")));
    }
}

/// A file in a PDF: a badge, or a picture with one. What holds further files is not opened.
fn embedded(scanner: &mut Scanner, part: Part<'_>) {
    match sniff::kind(part.bytes) {
        Kind::Png | Kind::Svg | Kind::Text => {
            // Only a message that is the whole input is ever refused.
            let _ = scanner.look(part);
        }
        _ => scanner.pass(&part, Note::new("passed.unknown")),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Scan, scan};

    const BADGE: &str =
        r#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1"}"#;

    /// A file with this catalog, this information and these embedded files, as objects 3 and up.
    fn pdf(catalog: &str, info: &str, files: &[&[u8]]) -> Scan {
        let mut out =
            format!("%PDF-1.7\n1 0 obj << {catalog} >> endobj\n2 0 obj << {info} >> endobj\n").into_bytes();
        for (index, file) in files.iter().enumerate() {
            out.extend_from_slice(
                format!("{} 0 obj << /Length {} >> stream\n", index + 3, file.len()).as_bytes(),
            );
            out.extend_from_slice(file);
            out.extend_from_slice(b"\nendstream endobj\n");
        }
        out.extend_from_slice(b"trailer << /Root 1 0 R /Info 2 0 R >>\n%%EOF\n");
        scan(&out, "a.pdf").unwrap()
    }

    fn of(scan: &Scan) -> (Vec<&str>, Vec<&str>) {
        let found = scan.found.iter().map(|found| found.path.as_str()).collect();
        (found, scan.passed.iter().map(|passed| passed.code.as_str()).collect())
    }

    const FILES: &str = "/AF [<< /UF (../a.json) /EF << /F 3 0 R >> >> << /F (b) /EF << /F 4 0 R >> >>]";

    #[test]
    fn texts_files_and_links_are_taken_out() {
        let info = format!("/openbadges ({BADGE})");
        let scan = pdf("", &info, &[]);
        assert_eq!(of(&scan), (vec!["pdf:openbadges"], vec![]));
        assert_eq!(scan.found[0].container.as_str(), "pdf");
        assert_eq!(scan.found[0].image, None, "a PDF is no picture");
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:openbadges='http://openbadges.org'><openbadges:assertion>\
             <![CDATA[{}]]></openbadges:assertion></svg>",
            BADGE.replace("/1", "/2")
        );
        let scan = pdf(FILES, "", &[BADGE.as_bytes(), svg.as_bytes()]);
        assert_eq!(of(&scan), (vec!["pdf:file[0]/json", "pdf:file[1]/svg:body"], vec![]));
        let link = "/Pages << /Kids [] >> /Pages 3 0 R";
        assert_eq!(of(&pdf(link, "/Title (x)", &[])).1, ["passed.pdf-without-badge"]);
    }

    #[test]
    fn the_same_badge_twice_is_one_and_containers_stay_closed() {
        let info = format!("/openbadges ({BADGE}) /openbadge ({BADGE})");
        assert_eq!(of(&pdf("", &info, &[])).0.len(), 1);
        let inner = b"%PDF-1.4 trailer << /Info << /openbadges (https://a.example/1) >> >> %%EOF";
        let scan = pdf(FILES, "", &[inner, b"PK\x03\x04"]);
        assert_eq!(of(&scan), (vec![], vec!["passed.unknown", "passed.unknown"]));
        assert_eq!(scan.passed[0].args["file"], "a.json");
    }
}
