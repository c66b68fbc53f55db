//! Requests with a token or a body, against a server on this machine.

use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::{Request, Response};
use crate::tests::{client, http, local, serve};
use crate::{Policy, codes};

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

async fn send(request: &Request) -> Result<Response, openbadges::Note> {
    client(local()).send(request, &|_| true).await
}

#[tokio::test]
async fn a_form_and_a_token_go_where_they_are_meant() {
    let (port, heard) = serve(|path| match path {
        "/o/token" => http(
            "200 OK",
            "Content-Type: application/json\r\nSet-Cookie: theme=dark\r\nSet-Cookie: access_token=t-1; HttpOnly\r\n",
            b"{}",
        ),
        _ => http("429 Too Many Requests", "Retry-After: 7\r\nSet-Cookie: access_token=\r\n", b"busy"),
    })
    .await;
    let form = [("grant_type", "client_credentials"), ("client_secret", "s&1 ü")];
    let answer = send(&Request::form(url(&format!("http://here.test:{port}/o/token")), &form)).await.unwrap();
    assert_eq!((answer.status, answer.media_type.as_deref()), (200, Some("application/json")));
    assert_eq!(answer.access_token.unwrap().expose_secret(), "t-1");

    let token = SecretString::from("t-1".to_owned());
    let request = Request::get(url(&format!("http://here.test:{port}/mine"))).bearer(&token);
    let answer = send(&request).await.unwrap();
    assert_eq!((answer.status, answer.retry_after, answer.body.as_slice()), (429, Some(7), &b"busy"[..]));
    assert!(answer.access_token.is_none());
    assert_eq!(answer.why("here.test").code, codes::HOST_BUSY);

    let heard = heard.lock().unwrap();
    let (first, second) = (heard[0].to_lowercase(), heard[1].to_lowercase());
    assert!(first.starts_with("post /o/token ") && first.contains("content-type: application/x-www-form"));
    assert!(first.contains("grant_type=client_credentials&client_secret=s%261+%c3%bc"), "{first}");
    assert!(second.starts_with("get /mine ") && second.contains("authorization: bearer t-1"), "{second}");
    assert!(!second.contains("cookie"), "{second}");
}

#[tokio::test]
async fn what_carries_a_secret_is_never_sent_on() {
    let (port, heard) = serve(|path| match path {
        "/on" => http("302 Found", "Location: /there\r\n", b""),
        _ => http("200 OK", "", b"there"),
    })
    .await;
    let on = url(&format!("http://here.test:{port}/on"));
    let token = SecretString::from("secret".to_owned());
    for request in [
        Request::get(on.clone()).bearer(&token),
        Request::post(on.clone(), "application/json", b"{}".to_vec()),
    ] {
        let answer = send(&request).await.unwrap();
        assert_eq!((answer.status, answer.location.as_deref()), (302, Some("/there")));
    }
    assert_eq!(heard.lock().unwrap().len(), 2);
    assert_eq!(send(&Request::get(on)).await.unwrap().body, b"there");
}

#[tokio::test]
async fn the_same_addresses_and_bounds_as_for_documents() {
    let (port, heard) = serve(|_| http("200 OK", "", &[b'x'; 2048])).await;
    let ask = |text: String| Request::get(url(&text));
    let strict = client(Policy::strict());
    for (request, allowed, expected) in [
        (ask(format!("http://here.test:{port}/")), true, codes::NOT_HTTPS),
        (ask(format!("https://inner.test:{port}/")), true, codes::INNER_ADDRESS),
        (ask("https://169.254.169.254/".to_owned()), true, codes::INNER_ADDRESS),
        (ask("https://nobody.test/".to_owned()), true, codes::NO_SUCH_HOST),
        (ask("https://here.test/".to_owned()), false, codes::NO_CONSENT),
        (ask("file:///etc/passwd".to_owned()), true, codes::SCHEME),
    ] {
        assert_eq!(strict.send(&request, &|_| allowed).await.unwrap_err().code, expected, "{request:?}");
    }
    let here = || ask(format!("http://here.test:{port}/"));
    let broken = here().bearer(&SecretString::from("a\nb".to_owned()));
    assert_eq!(send(&broken).await.unwrap_err().code, codes::TOKEN);
    assert!(heard.lock().unwrap().is_empty());
    assert_eq!(send(&here().reading(2047)).await.unwrap_err().code, codes::TOO_LARGE);
    assert_eq!(send(&here().reading(2048)).await.unwrap().body.len(), 2048);
}

#[test]
fn nothing_secret_is_shown_for_looking_at() {
    let token = SecretString::from("geheim".to_owned());
    let request = Request::form(url("https://host.example/geheim"), &[("secret", "geheim")]).bearer(&token);
    let response = Response { access_token: Some(token), ..Response::plain(200, "text/plain", "geheim") };
    let shown = format!("{request:?} {response:?}");
    assert!(shown.contains("host.example") && !shown.contains("geheim"), "{shown}");
}
