//! Outlook's forms of a mail: as they come, and with what a compound file and a `winmail.dat` begin with put before them.
#![no_main]

use libfuzzer_sys::fuzz_target;

const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const PACKED: &[u8] = b"\x78\x9f\x3e\x22\x01\x00";

fuzz_target!(|bytes: &[u8]| {
    for head in [&b""[..], COMPOUND, PACKED] {
        let input = [head, bytes].concat();
        if !input.is_empty() {
            let _ = intake::scan(&input, "mail.msg");
        }
    }
});
