//! Images: what is baked into them, and baking anew.
#![no_main]

use libfuzzer_sys::fuzz_target;
use openbadges::svg;

fuzz_target!(|bytes: &[u8]| badgefolio_fuzz::bake_and_find(bytes, svg::bake, svg::unbake));
