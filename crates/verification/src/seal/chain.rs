//! From the certificate of a seal to an authority that the person trusts.

use jiff::Timestamp;
use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use webpki::{EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeIdIter, anchor_from_trusted_cert};

use super::certificate::Certificate;
use crate::trust::{Authority, TrustList};

/// A seal's certificate may name any purpose or none: no purpose for seals was ever agreed on, and certificates for them
/// name those of mail and of clients. What counts is `keyUsage`, which is looked at elsewhere.
struct AnyPurpose;

impl ExtendedKeyUsageValidator for AnyPurpose {
    fn validate(&self, _: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        Ok(())
    }
}

/// The authority of the first list to which the certificate leads at this moment (RFC 5280 §6): signatures, times, path
/// lengths and name constraints of all certificates between. Withdrawals are not looked at.
pub(crate) fn authority<'l>(
    lists: &'l [TrustList],
    leaf: &Certificate,
    between: &[Vec<u8>],
    at: Timestamp,
) -> Option<(&'l TrustList, &'l Authority)> {
    // The certificate itself may be in a list.
    let itself = |authority: &&Authority| authority.certificate == leaf.der;
    let listed = lists.iter().find_map(|list| Some((list, list.authorities.iter().find(itself)?)));
    if listed.is_some() {
        return listed;
    }
    let der = CertificateDer::from(leaf.der.as_slice());
    let end = EndEntityCert::try_from(&der).ok()?;
    let between: Vec<CertificateDer<'_>> =
        between.iter().map(|der| CertificateDer::from(der.as_slice())).collect();
    let at = UnixTime::since_unix_epoch(std::time::Duration::from_secs(u64::try_from(at.as_second()).ok()?));
    lists.iter().find_map(|list| {
        let ders: Vec<CertificateDer<'_>> = list
            .authorities
            .iter()
            .map(|authority| CertificateDer::from(authority.certificate.as_slice()))
            .collect();
        let anchors: Vec<(usize, TrustAnchor<'_>)> = ders
            .iter()
            .enumerate()
            .filter_map(|(index, der)| Some((index, anchor_from_trusted_cert(der).ok()?)))
            .collect();
        let only: Vec<TrustAnchor<'_>> = anchors.iter().map(|(_, anchor)| anchor.clone()).collect();
        let algorithms = webpki::ALL_VERIFICATION_ALGS;
        let path = end.verify_for_usage(algorithms, &only, &between, at, AnyPurpose, None, None).ok()?;
        let index = anchors.iter().find(|(_, anchor)| anchor == path.anchor())?.0;
        Some((list, list.authorities.get(index)?))
    })
}
