//! PDF files: no rows of their own, but the neighbours of those about pictures.

use openbadges::limits;
use verification::{CheckId, Verdict};

use crate::kit::*;

/// A file whose information holds this text; `more` are further objects, from 3 on.
fn file(badge: &str, more: &[String]) -> Vec<u8> {
    let escaped = badge.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    let mut out = format!(
        "%PDF-1.7\n1 0 obj << /Type /Catalog /Metadata 3 0 R /AF 4 0 R >> endobj\n\
         2 0 obj << /Title (Surgery) /openbadges ({escaped}) >> endobj\n"
    );
    for (index, object) in more.iter().enumerate() {
        out += &format!("{} 0 obj {object} endobj\n", index + 3);
    }
    (out + "trailer << /Root 1 0 R /Info 2 0 R >>\n%%EOF\n").into_bytes()
}

fn good() -> String {
    genuine().to_string()
}

#[test]
fn pdf_00_good() {
    let seen = World::new().one(&file(&good(), &[])).passes();
    assert!(seen.notes.is_empty() && seen.image.is_none(), "{:?}", seen.notes);
    assert_eq!(seen.claims().name.as_deref(), Some("Welding"), "the badge is shown, not what the paper says");
}

#[test]
fn pdf_01_altered() {
    let forged = good().replace("Welding", "Surgery");
    assert_eq!(World::new().one(&file(&forged, &[])).verdict(), Verdict::Invalid);
    // The genuine one in the metadata beside it does not make it good.
    let xmp =
        format!("<x xmlns:o='http://openbadges.org'><o:assertion><![CDATA[{}]]></o:assertion></x>", good());
    let both = file(&forged, &[format!("<< /Length {} >> stream\n{xmp}\nendstream", xmp.len())]);
    let seen = World::new().all(&both);
    let verdicts: Vec<Verdict> = seen.iter().map(|one| one.verdict()).collect();
    assert_eq!(verdicts, [Verdict::Invalid, Verdict::Valid], "each for itself");
}

#[test]
fn pdf_02_update_over_a_badge() {
    // Somebody adds an update to a genuine file: what it says now is what is checked.
    let mut updated = file(&good(), &[]);
    let forged = good().replace("Welding", "Surgery");
    updated.extend_from_slice(format!("2 0 obj << /openbadges ({forged}) >> endobj\n%%EOF\n").as_bytes());
    let seen = World::new().one(&updated);
    assert_eq!((seen.verdict(), seen.code(CheckId::Proof)), (Verdict::Invalid, "proof.altered"));
}

#[test]
fn pdf_03_inner_addresses() {
    let world = World::new();
    let outer = world.look(&file("https://uni.example/assertions/1", &[]));
    assert_eq!(outer.found.len(), 1);
    assert_eq!(world.asked.hosts(), ["uni.example"]);
    for address in ["file:///etc/passwd", "http://169.254.169.254/latest", "https://localhost/a"] {
        let world = World::new();
        assert!(world.look(&file(address, &[])).found.is_empty(), "{address}");
        assert!(world.asked.hosts().is_empty(), "{address}");
    }
}

#[test]
fn pdf_04_bombs() {
    let blanks = hex::encode(deflated((0..20).map(|_| vec![b' '; 1024 * 1024])));
    let bomb = format!(
        "<< /Filter [/ASCIIHexDecode /FlateDecode] /Length {} >> stream\n{blanks}\nendstream",
        blanks.len()
    );
    let _ = World::new().one(&file(&good(), &[])).passes();
    let seen = World::new().one(&file(&good(), std::slice::from_ref(&bomb)));
    assert_eq!(seen.notes, ["pdf.too-large"], "said, and the badge is found all the same");
    // Every packing there is, over and over.
    let filters = "/FlateDecode ".repeat(1_000);
    let layers = format!("<< /Filter [{filters}] /Length 1 >> stream\nx\nendstream");
    assert_eq!(World::new().one(&file(&good(), &[layers])).notes, ["pdf.unknown-packing"]);
}

#[test]
fn pdf_05_files_in_files() {
    // A PDF in a PDF, an archive in a PDF: not opened, and said.
    let inner = String::from_utf8(file(&good(), &[])).unwrap();
    let stream = |data: &str| format!("<< /Length {} >> stream\n{data}\nendstream", data.len());
    let specification = "[<< /F (inner) /EF << /F 5 0 R >> >>]".to_owned();
    let outer = file("", &["<<>>".to_owned(), specification.clone(), stream(&inner)]);
    assert_eq!(World::new().nothing(&outer), ["pdf.empty", "passed.unknown"]);
    let outer = file("", &["<<>>".to_owned(), specification, stream(&good())]);
    let _ = World::new().one(&outer).passes();
}

#[test]
fn pdf_06_nesting_and_circles() {
    let deep = format!("{}1{}", "[".repeat(300_000), "]".repeat(300_000));
    let circle = "[3 0 R 4 0 R]".to_owned();
    let chain: Vec<String> =
        (3..5_000).map(|n| format!("<< /Length {} 0 R >> stream\nx\nendstream", n + 1)).collect();
    for more in [vec![deep], vec!["4 0 R".to_owned(), circle], chain] {
        let bytes = file(&good(), &more);
        let verdict = std::thread::Builder::new()
            .stack_size(512 * 1024)
            .spawn(move || World::new().one(&bytes).verdict())
            .unwrap()
            .join()
            .expect("no stack overflow");
        assert_eq!(verdict, Verdict::Valid);
    }
    const { assert!(limits::PDF_DEPTH <= 64) };
}

#[test]
fn pdf_07_encrypted() {
    let locked = String::from_utf8(file(&good(), &[])).unwrap().replace("/Root", "/Encrypt << /V 5 >> /Root");
    assert_eq!(World::new().nothing(locked.as_bytes()), ["pdf.encrypted"]);
}
