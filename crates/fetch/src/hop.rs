//! One request: from an address to a document, an answer without one, or the next address.

use futures::StreamExt;
use openbadges::{Note, limits};
use reqwest::header::{ACCEPT, CONTENT_TYPE, LOCATION};
use reqwest::{Response, StatusCode};
use url::{Host, Url};
use verification::{Answer, Role};

use crate::accept::accept;
use crate::{Policy, codes, why};

/// What one request gave.
pub(crate) enum Hop {
    /// An answer, document or not.
    Answer(Answer),
    /// The bytes, and their media type.
    Bytes(Vec<u8>, Option<String>),
    /// Sent on to there.
    On(Url),
}

/// Whether an address may be asked at all, before anybody is; answers its host, or why it is refused.
pub(crate) fn check(url: &Url, policy: Policy, from: Option<&Url>) -> Result<String, Note> {
    let host = match (url.scheme(), url.host()) {
        ("https" | "http", Some(host)) => host,
        (scheme, _) => {
            return Err(Note::new(codes::SCHEME).with("scheme", scheme));
        }
    };
    let name = host.to_string();
    let downgraded = from.is_some_and(|from| from.scheme() == "https");
    if url.scheme() == "http" && (!policy.plain_http || downgraded) {
        return Err(why::about(codes::NOT_HTTPS, &name));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(why::about(codes::USER_INFO, &name));
    }
    // An address in numbers is connected to without being looked up, so it is looked at here.
    let inner = match host {
        Host::Ipv4(address) => !policy.permits(address.into()),
        Host::Ipv6(address) => !policy.permits(address.into()),
        Host::Domain(_) => false,
    };
    if inner { Err(why::about(codes::INNER_ADDRESS, &name)) } else { Ok(name) }
}

/// Asks once.
pub(crate) async fn ask(client: &reqwest::Client, url: &Url, host: &str, role: Role) -> Hop {
    let response = match client.get(url.clone()).header(ACCEPT, accept(role)).send().await {
        Ok(response) => response,
        Err(error) => return Hop::Answer(why::no_answer(&error, host)),
    };
    match response.status() {
        StatusCode::OK => body(response, host).await,
        StatusCode::MOVED_PERMANENTLY
        | StatusCode::FOUND
        | StatusCode::SEE_OTHER
        | StatusCode::TEMPORARY_REDIRECT
        | StatusCode::PERMANENT_REDIRECT => {
            let to = response.headers().get(LOCATION).and_then(|location| location.to_str().ok());
            match to.and_then(|location| url.join(location).ok()) {
                Some(to) => Hop::On(to),
                None => Hop::Answer(why::failed(codes::REDIRECT_BROKEN, host)),
            }
        }
        other => Hop::Answer(why::status(other, host)),
    }
}

/// The media type of an answer without its parameters, in lower case.
pub(crate) fn media_type(response: &Response) -> Option<String> {
    let text = response.headers().get(CONTENT_TYPE)?.to_str().ok()?;
    let essence = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    (!essence.is_empty()).then_some(essence)
}

/// What came of reading a body.
pub(crate) enum Read {
    /// All of it.
    Whole(Vec<u8>),
    /// More than was to be read.
    TooLarge,
    /// It did not come in time.
    TimedOut,
    /// It broke off.
    Broken,
}

/// Reads a body up to a limit, counted after decompression: what is announced may be a lie.
pub(crate) async fn read(response: Response, most: usize) -> Read {
    let announced = response.content_length().unwrap_or(0);
    if usize::try_from(announced).map_or(true, |announced| announced > most) {
        return Read::TooLarge;
    }
    let mut bytes = Vec::new();
    let mut stream = response.bytes_stream();
    while let Some(chunk) = stream.next().await {
        match chunk {
            Ok(chunk) if bytes.len() + chunk.len() > most => return Read::TooLarge,
            Ok(chunk) => bytes.extend_from_slice(&chunk),
            Err(error) if error.is_timeout() => return Read::TimedOut,
            Err(_) => return Read::Broken,
        }
    }
    Read::Whole(bytes)
}

async fn body(response: Response, host: &str) -> Hop {
    let media_type = media_type(&response);
    let failed = |why| Hop::Answer(Answer::Failed(why));
    match read(response, limits::DOCUMENT).await {
        Read::Whole(bytes) => Hop::Bytes(bytes, media_type),
        Read::TooLarge => failed(why::too_large(host, limits::DOCUMENT)),
        Read::TimedOut => failed(why::about(codes::TIMEOUT, host)),
        Read::Broken => failed(why::about(codes::BROKEN, host)),
    }
}
