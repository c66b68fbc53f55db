//! What tells most names of a badge apart at a glance.

/// One of 64 bits for a name: by its length, how it begins, and how it ends. Inlined, so that of a name that stands in the
/// program it is worked out beforehand.
#[inline]
pub(super) fn bit(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let ends = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => u32::from_le_bytes(*first) ^ u32::from_le_bytes(*last).rotate_left(15),
        _ => bytes.iter().fold(0, |short, byte| short << 8 | u32::from(*byte)),
    };
    // Fibonacci's way of spreading what differs in a few bits.
    let spread = (u64::from(ends) << 8 ^ bytes.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    1 << (spread >> 58)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_names_of_a_badge_have_a_bit_of_their_own() {
        let names = [
            "",
            "@context",
            "id",
            "type",
            "name",
            "issuer",
            "validFrom",
            "validUntil",
            "proof",
            "credentialSubject",
            "credentialStatus",
            "credentialSchema",
            "evidence",
            "image",
            "iss",
            "jti",
            "nbf",
        ];
        let all = names.iter().fold(0_u64, |all, name| all | bit(name));
        assert!(all.count_ones() > 12, "{}", all.count_ones());
    }
}
