//! Whatever a learner drops in: mails, pages, images, texts.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(scan) = intake::scan(bytes, "message.eml") {
        let _ = (scan.has_badge(), scan.why_nothing());
    }
});
