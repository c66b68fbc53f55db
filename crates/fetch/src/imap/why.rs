//! From what went wrong to a code that has a sentence. What a server or a library writes of it may hold anything, so
//! none of it goes on, but what the server said to a person.

use std::io;

use async_imap::error::Error;
use async_imap::imap_proto::Outcome;
use openbadges::Note;
use openbadges::claims::plain;
use tokio_rustls::rustls::{CertificateError, Error as TlsError};

use super::guard::Stopped;
use crate::codes::{self, Code};

pub(super) use crate::why::about;

/// Letters of what a server says that are passed on.
const SAID: usize = 200;

/// What a handshake that failed means.
pub(super) fn handshake(error: &io::Error, host: &str) -> Note {
    let tls = error.get_ref().and_then(|inner| inner.downcast_ref::<TlsError>());
    let code = match tls {
        Some(TlsError::InvalidCertificate(why)) => match why {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => codes::IMAP_EXPIRED,
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                codes::IMAP_OTHER_NAME
            }
            _ => codes::IMAP_UNPROVED,
        },
        Some(TlsError::InvalidMessage(_) | TlsError::AlertReceived(_)) => codes::IMAP_NO_TLS,
        Some(_) => codes::IMAP_UNPROVED,
        None if error.kind() == io::ErrorKind::UnexpectedEof => codes::IMAP_NO_TLS,
        None => codes::IMAP_CUT,
    };
    about(code, host)
}

/// What it means that no greeting could be read.
pub(super) fn greeting(error: &io::Error, host: &str) -> Note {
    match of_io(error) {
        codes::IMAP_UNREADABLE => about(codes::IMAP_NO_IMAP, host),
        code => about(code, host),
    }
}

/// What it means that a command did not come to its end.
pub(super) fn command(error: &Error, host: &str) -> Note {
    let code = match error {
        Error::Io(error) => of_io(error),
        Error::ConnectionLost => codes::IMAP_CUT,
        Error::No(_) | Error::Bad(_) => codes::IMAP_REFUSED,
        _ => codes::IMAP_UNREADABLE,
    };
    if code == codes::IMAP_REFUSED { about(code, host).with("said", "") } else { about(code, host) }
}

/// What it means that a login was not taken. Providers say by words that they want a password made for this app.
pub(super) fn login(error: &Error, host: &str, refused: Code) -> Note {
    let (Error::No(said) | Error::Bad(said)) = error else { return command(error, host) };
    let said = said.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| said.contains(words));
    if says(&[
        "basicauthblocked",
        "basic authentication is disabled",
        "logindisabled",
        "plaintext authentication",
    ]) {
        return about(codes::IMAP_NO_PASSWORD, host);
    }
    if refused == codes::IMAP_TOKEN
        && says(&["unsupported", "not supported", "unknown mechanism", "mechanism not"])
    {
        return about(codes::IMAP_NO_TOKEN, host);
    }
    let wanted = [
        "application-specific",
        "app-specific",
        "app password",
        "app-password",
        "185833",
        "web login required",
    ];
    // These take no other password from a program.
    let always = ["gmail.com", "googlemail.com", "yahoo.com", "me.com", "icloud.com", "aol.com"];
    let own = |domain: &&str| host == *domain || host.ends_with(&format!(".{domain}"));
    if refused == codes::IMAP_LOGIN && (says(&wanted) || always.iter().any(own)) {
        return about(codes::IMAP_APP_PASSWORD, host);
    }
    about(refused, host)
}

/// What a server said as it refused.
pub(super) fn said(host: &str, outcome: &Outcome<'_>) -> Note {
    about(codes::IMAP_REFUSED, host).with("said", words(outcome))
}

/// What a server said as it hung up.
pub(super) fn bye(host: &str, outcome: &Outcome<'_>) -> Note {
    about(codes::IMAP_BYE, host).with("said", words(outcome))
}

fn words(outcome: &Outcome<'_>) -> String {
    plain(outcome.information.as_deref().unwrap_or_default()).chars().take(SAID).collect()
}

fn of_io(error: &io::Error) -> Code {
    if let Some(stopped) = error.get_ref().and_then(|inner| inner.downcast_ref::<Stopped>()) {
        return match stopped {
            Stopped::TooMany | Stopped::TooDeep => codes::IMAP_UNREADABLE,
            Stopped::Silent => codes::IMAP_TIMEOUT,
        };
    }
    match error.kind() {
        // The library's own word for an answer that it cannot read.
        io::ErrorKind::Other => codes::IMAP_UNREADABLE,
        _ => codes::IMAP_CUT,
    }
}
