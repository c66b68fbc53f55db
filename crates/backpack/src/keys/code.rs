//! Recovery codes: 20 random bytes as eight groups of four characters that survive being read aloud.

use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::{Entropy, Error};

/// Crockford's base32: no I, L, O, U; what people write instead is read as what they meant.
static ALPHABET: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification.translate.from.push_str("abcdefghjkmnpqrstvwxyzoOiIlL");
    specification.translate.to.push_str("ABCDEFGHJKMNPQRSTVWXYZ001111");
    specification.ignore.push_str(" -\t\r\n");
    specification.encoding().ok()
});

/// A new code: its bytes, and how it is shown.
pub(crate) fn make(entropy: &mut dyn Entropy) -> Result<(Zeroizing<Vec<u8>>, SecretString), Error> {
    let mut bytes = Zeroizing::new(vec![0; 20]);
    entropy.fill(&mut bytes)?;
    let alphabet = ALPHABET.as_ref().ok_or(Error::Database("alphabet"))?;
    let plain = Zeroizing::new(alphabet.encode(&bytes));
    let mut shown = String::with_capacity(39);
    for (n, symbol) in plain.chars().enumerate() {
        if n > 0 && n % 4 == 0 {
            shown.push('-');
        }
        shown.push(symbol);
    }
    Ok((bytes, SecretString::from(shown)))
}

/// Reads a code as a person typed it; `None` when it cannot be one.
pub(crate) fn read(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let bytes = Zeroizing::new(ALPHABET.as_ref()?.decode(text.as_bytes()).ok()?);
    (bytes.len() == 20).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;
    use crate::SystemEntropy;

    #[test]
    fn shown_in_groups_and_read_as_people_type() {
        let (bytes, shown) = make(&mut SystemEntropy).unwrap();
        let shown = shown.expose_secret();
        assert_eq!(shown.len(), 39);
        assert_eq!(read(shown), Some(bytes.clone()));
        let sloppy = shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(read(&sloppy), Some(bytes));
        assert_eq!(read("UUUU"), None);
        assert_eq!(read(""), None);
    }
}
