//! Sample mails that come with the program, to try it with.

use crate::given::{Given, GivenKind};

mod compiled {
    include!(concat!(env!("OUT_DIR"), "/samples.rs"));
}

/// The sample mails, by name.
pub fn samples() -> Vec<Given> {
    compiled::SAMPLES
        .iter()
        .map(|(name, bytes)| Given {
            name: (*name).to_owned(),
            bytes: bytes.to_vec(),
            kind: GivenKind::Sample,
        })
        .collect()
}

/// The documents that the sample badges are checked with: an archive's index, and its files by name.
pub(crate) fn documents() -> verification::Documents {
    let read = |name: &str| {
        compiled::DOCUMENTS.iter().find(|(file, _)| *file == name).map(|(_, bytes)| bytes.to_vec())
    };
    let Some(index) = read("index.json") else {
        return verification::Documents::bundled();
    };
    verification::Documents::from_archive(&read, &index, verification::Origin::Archive).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_holds_a_badge() {
        for sample in samples() {
            let examined = crate::examine::scan(&sample.name, &sample.bytes);
            assert!(!examined.found.is_empty(), "{}: {:?}", sample.name, examined.failure);
        }
    }
}
