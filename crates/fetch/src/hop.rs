//! One request: from an address to a document, an answer without one, or the next address.

use futures::StreamExt;
use jiff::Timestamp;
use openbadges::{Note, limits};
use reqwest::header::{ACCEPT, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH, LOCATION, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use url::{Host, Url};
use verification::{Answer, Role};

use crate::accept::accept;
use crate::send::retry_after;
use crate::{Policy, codes, why};

/// What one request gave.
pub(crate) enum Hop {
    /// An answer, document or not.
    Answer(Answer),
    /// What was asked for.
    Body(Body),
    /// What is here already is still what is there (304).
    Unchanged,
    /// Sent on to there.
    On(Url),
}

/// The body of an answer, and what its head says of it.
pub(crate) struct Body {
    pub(crate) bytes: Vec<u8>,
    pub(crate) media_type: Option<String>,
    pub(crate) etag: Option<String>,
}

/// Longer marks are not kept: one says which version it is, not who asks.
const LONGEST_MARK: usize = 128;

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

/// Asks once. `mark`: that of the version which is here already.
pub(crate) async fn ask(
    client: &reqwest::Client,
    url: &Url,
    host: &str,
    role: Role,
    mark: Option<&str>,
    now: Timestamp,
) -> Hop {
    let mut request = client.get(url.clone()).header(ACCEPT, accept(role));
    if let Some(mark) = mark.and_then(|mark| HeaderValue::from_str(mark).ok()) {
        request = request.header(IF_NONE_MATCH, mark);
    }
    let response = match request.send().await {
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
        StatusCode::NOT_MODIFIED if mark.is_some() => Hop::Unchanged,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            let text = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
            let wait = text.and_then(|text| retry_after(text, now));
            Hop::Answer(Answer::Failed(why::busy(host, wait)))
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

/// The mark of this version (RFC 9110, 8.8.3), if it is one.
fn etag(response: &Response) -> Option<String> {
    let text = response.headers().get(ETAG)?.to_str().ok()?.trim();
    let opaque = text.strip_prefix("W/").unwrap_or(text);
    let quoted = opaque.len() >= 2 && opaque.starts_with('"') && opaque.ends_with('"');
    (quoted && text.len() <= LONGEST_MARK).then(|| text.to_owned())
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
    let (media_type, etag) = (media_type(&response), etag(&response));
    let failed = |why| Hop::Answer(Answer::Failed(why));
    match read(response, limits::DOCUMENT).await {
        Read::Whole(bytes) => Hop::Body(Body { bytes, media_type, etag }),
        Read::TooLarge => failed(why::too_large(host, limits::DOCUMENT)),
        Read::TimedOut => failed(why::about(codes::TIMEOUT, host)),
        Read::Broken => failed(why::about(codes::BROKEN, host)),
    }
}
