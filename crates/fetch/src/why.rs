//! From what went wrong to a code that has a sentence.

use std::error::Error;

use openbadges::Note;
use reqwest::StatusCode;
use url::Url;
use verification::Answer;

use crate::codes::{self, Code};
use crate::resolver::ResolveError;

/// Nobody was asked.
pub(crate) fn refused(code: Code, host: &str) -> Answer {
    Answer::Refused(about(code, host))
}

/// Asked, and it did not work.
pub(crate) fn failed(code: Code, host: &str) -> Answer {
    Answer::Failed(about(code, host))
}

/// A code and the host it speaks of.
pub(crate) fn about(code: Code, host: &str) -> Note {
    Note::new(code).with("host", host)
}

/// More than this many bytes.
pub(crate) fn too_large(host: &str, most: usize) -> Note {
    about(codes::TOO_LARGE, host).with("limit", (most / (1024 * 1024)).to_string())
}

/// Too much to do; for so many seconds, where the host says so.
pub(crate) fn busy(host: &str, wait: Option<u64>) -> Note {
    match wait {
        Some(seconds) => {
            let minutes = seconds.div_ceil(60).max(1).to_string();
            about(codes::WAIT, host).with("seconds", seconds.to_string()).with("minutes", minutes)
        }
        None => about(codes::HOST_BUSY, host),
    }
}

/// A page that sends on to another host, `to` being where.
pub(crate) fn sent_on(from: &str, to: &Url) -> Note {
    let host = to.host_str().unwrap_or_default();
    about(codes::REDIRECT_HOST, host).with("from", from).with("to", to.as_str())
}

/// What a request that got no answer means: an answer that says so.
pub(crate) fn no_answer(error: &reqwest::Error, host: &str) -> Answer {
    let why = unanswered(error, host);
    if why.code == codes::INNER_ADDRESS { Answer::Refused(why) } else { Answer::Failed(why) }
}

/// What a request that got no answer means. The error's own text stays out: it holds the whole address.
pub(crate) fn unanswered(error: &reqwest::Error, host: &str) -> Note {
    let code = match cause::<ResolveError>(error) {
        Some(ResolveError::Inner) => codes::INNER_ADDRESS,
        Some(ResolveError::NoSuchHost) => codes::NO_SUCH_HOST,
        None if error.is_timeout() => codes::TIMEOUT,
        None if error.is_connect() && is_tls(error) => codes::TLS,
        None if error.is_connect() => codes::CONNECT,
        None => codes::BROKEN,
    };
    about(code, host)
}

/// What a status that is no document means.
pub(crate) fn status(status: StatusCode, host: &str) -> Answer {
    match status {
        StatusCode::GONE => Answer::Gone,
        StatusCode::NOT_FOUND => Answer::Missing,
        other => Answer::Failed(of_status(other.as_u16(), host)),
    }
}

/// What a status that is no success means, in words.
pub(crate) fn of_status(status: u16, host: &str) -> Note {
    match status {
        401 | 403 => about(codes::LOGIN, host),
        429 | 503 => about(codes::HOST_BUSY, host),
        other => about(codes::STATUS, host).with("status", other.to_string()),
    }
}

fn cause<E: Error + Copy + 'static>(error: &(dyn Error + 'static)) -> Option<E> {
    chain(error).find_map(|error| error.downcast_ref::<E>().copied())
}

/// The TLS library's errors come wrapped as I/O errors of kind "invalid data"; a handshake with something that
/// speaks no TLS looks the same.
fn is_tls(error: &(dyn Error + 'static)) -> bool {
    chain(error).any(|error| {
        error.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::InvalidData)
    })
}

/// An error and what is behind it.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| behind(*error))
}

/// An I/O error names as its source what is behind the error it wraps; here that one counts itself.
fn behind<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    }
}
