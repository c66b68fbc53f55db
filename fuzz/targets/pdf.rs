//! PDF files: as they come, and as the first version of a file to which a badge was added.
#![no_main]

use badgefolio_fuzz::BADGE;
use libfuzzer_sys::fuzz_target;
use openbadges::pdf;

fuzz_target!(|bytes: &[u8]| {
    let _ = pdf::open(bytes);
    let mut file = b"%PDF-1.7\n".to_vec();
    file.extend_from_slice(bytes);
    let badge = std::str::from_utf8(BADGE).expect("a text");
    let update = format!("\n1 0 obj << >> endobj 2 0 obj << /openbadges ({badge}) >> endobj\ntrailer << /Root 1 0 R /Info 2 0 R >>\n%%EOF");
    file.extend_from_slice(update.as_bytes());
    let _ = pdf::open(&file);
});
