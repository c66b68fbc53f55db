//! Requests with a token or a body: accounts and claims. The same hosts, addresses and bounds as for documents.

mod headers;
mod request;
mod response;

use openbadges::Note;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use secrecy::ExposeSecret as _;
use url::Url;

pub(crate) use headers::retry_after;
pub use request::{Method, Request};
pub use response::Response;

use crate::client::MOST_REDIRECTS;
use crate::hop::{self, Read};
use crate::{Client, codes, why};

impl Client {
    /// Sends one request and gives what the host answered, whatever its status. `allow` is asked for each host before
    /// it is contacted. What carries a token or a body is never sent on to another address; anything else is followed
    /// like a document.
    ///
    /// # Errors
    /// Why there is no answer: a code of [`codes`] with the host.
    pub async fn send(
        &self,
        request: &Request,
        allow: &(dyn Fn(&str) -> bool + Sync),
    ) -> Result<Response, Note> {
        match tokio::time::timeout(self.policy().whole, self.go(request, allow)).await {
            Ok(answer) => answer,
            Err(_) => Err(why::about(codes::TIMEOUT, &request.host())),
        }
    }

    async fn go(&self, request: &Request, allow: &(dyn Fn(&str) -> bool + Sync)) -> Result<Response, Note> {
        let mut url = request.url.clone();
        let mut from: Option<(Url, String)> = None;
        for _ in 0..=MOST_REDIRECTS {
            let host = hop::check(&url, *self.policy(), from.as_ref().map(|(url, _)| url))?;
            if !allow(&host) {
                return Err(match &from {
                    None => why::about(codes::NO_CONSENT, &host),
                    Some((_, from)) => why::about(codes::REDIRECT_HOST, &host).with("from", from),
                });
            }
            let response = self.once(request, &url, &host).await?;
            let on = (300..400).contains(&response.status) && request.may_be_sent_on();
            let Some(location) = response.location.as_deref().filter(|_| on) else { return Ok(response) };
            let mut to = url.join(location).map_err(|_| why::about(codes::REDIRECT_BROKEN, &host))?;
            to.set_fragment(None);
            from = Some((std::mem::replace(&mut url, to), host));
        }
        Err(why::about(codes::REDIRECTS, from.as_ref().map_or("", |(_, host)| host)))
    }

    async fn once(&self, request: &Request, url: &Url, host: &str) -> Result<Response, Note> {
        let Some(client) = self.inner() else { return Err(Note::new(codes::UNAVAILABLE)) };
        let mut asked = match request.method {
            Method::Get => client.get(url.clone()),
            Method::Post => client.post(url.clone()),
        };
        asked = asked.header(ACCEPT, &request.accept);
        if let Some(authorization) = &request.authorization {
            let Ok(mut value) = HeaderValue::from_str(authorization.expose_secret()) else {
                return Err(why::about(codes::TOKEN, host));
            };
            value.set_sensitive(true);
            asked = asked.header(AUTHORIZATION, value);
        }
        if let Some((kind, body)) = &request.content {
            asked = asked.header(CONTENT_TYPE, kind).body(body.expose_secret().to_vec());
        }
        let response = asked.send().await.map_err(|error| why::unanswered(&error, host))?;
        let mut answer = headers::read(&response, self.now());
        answer.body = match hop::read(response, request.most).await {
            Read::Whole(bytes) => bytes,
            Read::TooLarge => return Err(why::too_large(host, request.most)),
            Read::TimedOut => return Err(why::about(codes::TIMEOUT, host)),
            Read::Broken => return Err(why::about(codes::BROKEN, host)),
        };
        Ok(answer)
    }
}

#[cfg(test)]
mod tests;
