//! Whom to believe that they are who they say: the authorities the system believes, as for documents.

use std::sync::Arc;

use rustls_pki_types::CertificateDer;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;

/// What makes connections that only the host itself can answer; none where this computer has no authorities.
pub(super) fn connector(more: &[CertificateDer<'static>]) -> Option<TlsConnector> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let verifier = if more.is_empty() {
        rustls_platform_verifier::Verifier::new(Arc::clone(&provider)).ok()?
    } else {
        rustls_platform_verifier::Verifier::new_with_extra_roots(more.to_vec(), Arc::clone(&provider)).ok()?
    };
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .ok()?
        // The platform's own verifier: the same one that documents are fetched with.
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Some(TlsConnector::from(Arc::new(config)))
}
