//! The little DER that is needed to hand an RSA key from a JWK to a library: RSAPublicKey (RFC 8017 A.1.1).

/// RSAPublicKey of modulus and exponent, both big-endian.
pub(crate) fn rsa_public_key(modulus: &[u8], exponent: &[u8]) -> Vec<u8> {
    let body = [integer(modulus), integer(exponent)].concat();
    tagged(0x30, &body)
}

fn integer(bytes: &[u8]) -> Vec<u8> {
    let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
    let magnitude = bytes.get(start..).unwrap_or_default();
    let mut content = Vec::with_capacity(magnitude.len() + 1);
    // A leading bit would make it negative.
    if magnitude.first().is_none_or(|first| first & 0x80 != 0) {
        content.push(0);
    }
    content.extend_from_slice(magnitude);
    tagged(0x02, &content)
}

fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let length = content.len();
    if length < 0x80 {
        out.push(length as u8);
    } else {
        let bytes: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
        out.push(0x80 | bytes.len() as u8);
        out.extend(bytes);
    }
    out.extend_from_slice(content);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_short_and_long_lengths_and_no_negative_numbers() {
        assert_eq!(rsa_public_key(&[0, 0x80], &[3]), [0x30, 7, 2, 2, 0, 0x80, 2, 1, 3]);
        let long = rsa_public_key(&[1; 256], &[1, 0, 1]);
        assert_eq!(long.get(..8), Some(&[0x30, 0x82, 1, 9, 2, 0x82, 1, 0][..]));
    }
}
