//! Base58btc, as multibase has it (`z`): the letters of Bitcoin, without a checksum.

/// The bytes; `None` for another letter.
///
/// Signatures of Ed25519 and of P-256 have 64 bytes: those are read many letters at once. Everything else is read letter by
/// letter, which takes as long as the length squared, so the caller bounds it.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut signature = [0; 64];
    match five8::decode_64(text, &mut signature) {
        Ok(()) => Some(signature.to_vec()),
        Err(_) => bs58::decode(text).into_vec().ok(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn is_read_as_letter_by_letter(text in "1{0,3}[1-9A-HJ-NP-Za-km-z]{80,92}", odd in "[0OIl+ä ]?", at in 0..90_usize) {
            let mut text = text;
            text.insert_str(at.min(text.len()), &odd);
            prop_assert_eq!(decode(&text), bs58::decode(&text).into_vec().ok());
        }

        #[test]
        fn is_what_was_written(zeros in 0..4_usize, bytes in proptest::collection::vec(any::<u8>(), 60..100)) {
            let mut bytes = bytes;
            bytes[..zeros].fill(0);
            for bytes in [&bytes[..], &bytes[..bytes.len().min(64)]] {
                prop_assert_eq!(decode(&bs58::encode(bytes).into_string()), Some(bytes.to_vec()));
            }
        }
    }
}
