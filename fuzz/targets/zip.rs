//! ZIP archives: as they come, and one that is put together of the bytes and then damaged in a place.
#![no_main]

use std::io::{Cursor, Write as _};

use badgefolio_fuzz::BADGE;
use libfuzzer_sys::fuzz_target;
use zip::write::{SimpleFileOptions, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    let _ = intake::scan(bytes, "badges.zip");
    let Some(([high, low, byte], member)) = bytes.split_first_chunk() else { return };
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, member) in [("a", member), ("b.json", BADGE)] {
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        writer.start_file(name, options).and_then(|()| Ok(writer.write_all(member)?)).expect("memory");
    }
    let mut archive = writer.finish().expect("memory").into_inner();
    let whole = intake::scan(&archive, "badges.zip").expect("an archive");
    assert!(whole.found.iter().any(|found| found.credential.payload() == BADGE), "what was packed is found");
    let at = usize::from(u16::from_be_bytes([*high, *low])) % archive.len();
    archive[at] ^= byte;
    let _ = intake::scan(&archive, "badges.zip");
});
