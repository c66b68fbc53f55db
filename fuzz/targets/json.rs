//! JSON as it is read strictly: what is read means what another reader makes of it, and stays the same when written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use openbadges::json;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let Ok(ours) = json::read(bytes) else { return };
    let theirs: Value = serde_json::from_slice(bytes).expect("what we read, others read");
    let canonical = json::canonical(&ours);
    assert_eq!(canonical, json::canonical(&theirs.into()));
    let again = json::read(&canonical).expect("what we write, we read");
    assert_eq!(json::canonical(&again), canonical);
});
