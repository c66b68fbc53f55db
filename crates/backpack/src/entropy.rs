//! Where random bytes come from.

use crate::Error;

/// A source of random bytes fit for keys. An argument everywhere, so that tests can repeat a run.
pub trait Entropy: Send {
    /// Fills `into` wholly.
    ///
    /// # Errors
    /// [`Error::Randomness`] when the system has none to give.
    fn fill(&mut self, into: &mut [u8]) -> Result<(), Error>;
}

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, into: &mut [u8]) -> Result<(), Error> {
        getrandom::fill(into).map_err(|_| Error::Randomness)
    }
}

/// A random (version 4) UUID as text.
pub(crate) fn uuid(entropy: &mut dyn Entropy) -> Result<String, Error> {
    let mut bytes = [0u8; 16];
    entropy.fill(&mut bytes)?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid().to_string())
}
