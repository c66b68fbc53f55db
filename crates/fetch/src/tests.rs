//! Against a server on this machine that says what each test needs.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::FutureExt;
use jiff::Timestamp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use verification::{Answer, DocUrl, Origin, Role, Wanted};

use crate::{Client, Policy, codes};

/// What the server was asked, and how often.
pub(crate) type Heard = Arc<Mutex<Vec<String>>>;

/// Serves one canned answer by path; whole bytes, so that a test can also answer with nonsense.
pub(crate) async fn serve(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> (u16, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Heard::default();
    let list = Arc::clone(&heard);
    let answer = Arc::new(answer);
    tokio::spawn(async move {
        loop {
            let (mut socket, _) = listener.accept().await.unwrap();
            let (answer, list) = (Arc::clone(&answer), Arc::clone(&list));
            tokio::spawn(async move {
                let mut request = vec![0; 4096];
                let read = socket.read(&mut request).await.unwrap_or(0);
                let request = String::from_utf8_lossy(&request[..read]).into_owned();
                let path = request.split(' ').nth(1).unwrap_or("").to_owned();
                list.lock().unwrap().push(request);
                let bytes = answer(&path);
                if bytes.is_empty() {
                    // Says nothing for longer than the test waits.
                    tokio::time::sleep(Duration::from_secs(60)).await;
                }
                let _ = socket.write_all(&bytes).await;
            });
        }
    });
    (port, heard)
}

pub(crate) fn http(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn to(location: &str) -> Vec<u8> {
    http("302 Found", &format!("Location: {location}\r\nSet-Cookie: a=b\r\n"), b"")
}

pub(crate) fn clock() -> Timestamp {
    Timestamp::from_second(1_700_000_000).unwrap()
}

/// Names that need no network: `inner.test` is inside, `here.test` and its like are this machine.
pub(crate) fn client(policy: Policy) -> Client {
    let lookup = Arc::new(|name: String| {
        async move {
            let addresses: &[&str] = match name.as_str() {
                "inner.test" => &["10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "fd00::1"],
                "mixed.test" => &["10.0.0.1", "127.0.0.1"],
                name if name.ends_with("here.test") => &["127.0.0.1"],
                _ => &[],
            };
            Ok(addresses.iter().map(|text| text.parse::<IpAddr>().unwrap()).collect())
        }
        .boxed()
    });
    Client::with_lookup(policy, clock, lookup)
}

pub(crate) fn local() -> Policy {
    Policy::strict().with_loopback_for_tests().with_time_limit(Duration::from_secs(60))
}

fn wanted(url: &str) -> Wanted {
    Wanted { url: DocUrl::parse(url).unwrap(), role: Role::Did, newer_than: None }
}

async fn get(client: &Client, url: &str) -> Answer {
    client.get(&wanted(url), &|_| true).await
}

fn code(answer: &Answer) -> String {
    match answer {
        Answer::Got(_) => "got".to_owned(),
        Answer::Gone => "gone".to_owned(),
        Answer::Missing => "missing".to_owned(),
        Answer::Refused(why) => format!("refused {}", why.code),
        Answer::Failed(why) => format!("failed {}", why.code),
    }
}

#[tokio::test]
async fn a_document_comes_with_its_type_time_and_digest() {
    let body = b"{\"id\":\"did:web:here.test\"}";
    let (port, heard) =
        serve(move |_| http("200 OK", "Content-Type: Application/DID+json; charset=utf-8\r\n", body)).await;
    let url = format!("http://here.test:{port}/did.json?x=1#key");
    let Answer::Got(document) = get(&client(local()), &url).await else { panic!() };
    assert_eq!(document.bytes(), body);
    assert_eq!(document.media_type.as_deref(), Some("application/did+json"));
    assert_eq!((document.at, document.origin), (clock(), Origin::Fetched));
    assert_eq!(document.url.as_str(), format!("http://here.test:{port}/did.json?x=1"));
    assert_eq!(document.final_url, document.url);
    let request = heard.lock().unwrap()[0].to_lowercase();
    assert!(request.starts_with("get /did.json?x=1 http/1.1"), "{request}");
    assert!(request.contains("accept: application/did+json"), "{request}");
    assert!(request.contains("user-agent: badgefolio/"), "{request}");
    for unwanted in ["cookie", "referer", "accept-language"] {
        assert!(!request.contains(unwanted), "{request}");
    }
}

#[tokio::test]
async fn statuses_are_answers() {
    let (port, _) = serve(|path| http(&format!("{} X", &path[1..]), "", b"{}")).await;
    let client = client(local());
    for (status, expected) in [
        ("200", "got"),
        ("404", "missing"),
        ("410", "gone"),
        ("401", "failed fetch.login"),
        ("403", "failed fetch.login"),
        ("429", "failed fetch.host-busy"),
        ("503", "failed fetch.host-busy"),
        ("500", "failed fetch.status"),
        ("204", "failed fetch.status"),
        ("304", "failed fetch.status"),
        ("302", "failed fetch.redirect-broken"),
    ] {
        let answer = get(&client, &format!("http://here.test:{port}/{status}")).await;
        assert_eq!(code(&answer), expected, "{status}");
        if let Answer::Failed(why) = answer {
            assert_eq!(why.args["host"], "here.test");
        }
    }
}

#[tokio::test]
async fn addresses_that_may_not_be_asked_are_not_asked() {
    let (port, heard) = serve(|_| http("200 OK", "", b"secret of the router")).await;
    let strict = client(Policy::strict());
    let open = client(Policy::strict().with_plain_http());
    for (client, url, expected) in [
        (&strict, format!("http://here.test:{port}/"), "refused fetch.not-https"),
        (&open, format!("http://here.test:{port}/"), "refused fetch.inner-address"),
        (&open, format!("http://127.0.0.1:{port}/"), "refused fetch.inner-address"),
        (&open, format!("http://2130706433:{port}/"), "refused fetch.inner-address"),
        (&open, format!("http://0x7f.1:{port}/"), "refused fetch.inner-address"),
        (&open, format!("http://[::1]:{port}/"), "refused fetch.inner-address"),
        (&open, format!("http://[::ffff:127.0.0.1]:{port}/"), "refused fetch.inner-address"),
        (&open, format!("http://inner.test:{port}/"), "refused fetch.inner-address"),
        (&strict, format!("https://inner.test:{port}/"), "refused fetch.inner-address"),
        (&strict, "https://169.254.169.254/latest".to_owned(), "refused fetch.inner-address"),
        (&strict, "https://nobody.test/".to_owned(), "failed fetch.no-such-host"),
        (&strict, "https://me:secret@here.test/".to_owned(), "refused fetch.user-info"),
        (&strict, "dns:example.org?type=TXT".to_owned(), "refused fetch.scheme"),
        (&strict, "file:///etc/passwd".to_owned(), "refused fetch.scheme"),
        (&strict, "urn:uuid:1".to_owned(), "refused fetch.scheme"),
    ] {
        assert_eq!(code(&get(client, &url).await), expected, "{url}");
    }
    assert!(heard.lock().unwrap().is_empty());
    // Of several addresses the outer one is taken.
    assert_eq!(code(&get(&client(local()), &format!("http://mixed.test:{port}/")).await), "got");
}

#[tokio::test]
async fn the_system_names_this_machine_and_is_not_believed() {
    let (port, heard) = serve(|_| http("200 OK", "", b"")).await;
    let client = Client::with(Policy::strict().with_plain_http(), clock);
    let answer = get(&client, &format!("http://localhost:{port}/")).await;
    assert_eq!(code(&answer), "refused fetch.inner-address");
    assert!(heard.lock().unwrap().is_empty());
}

#[tokio::test]
async fn every_host_is_asked_about_first() {
    let (port, heard) = serve(move |path| match path {
        "/far" => to("http://other.here.test:1/"),
        "/near" => to("/end"),
        _ => http("200 OK", "", b"{}"),
    })
    .await;
    let client = client(local());
    let asked = Mutex::new(BTreeSet::new());
    let allow = |host: &str| {
        asked.lock().unwrap().insert(host.to_owned());
        host == "here.test"
    };
    let answer = client.get(&wanted(&format!("http://no.here.test:{port}/")), &allow).await;
    assert_eq!(code(&answer), "refused fetch.no-consent");
    assert!(heard.lock().unwrap().is_empty());
    let Answer::Refused(why) = client.get(&wanted(&format!("http://here.test:{port}/far")), &allow).await
    else {
        panic!()
    };
    assert_eq!(why.code, codes::REDIRECT_HOST);
    assert_eq!((why.args["from"].as_str(), why.args["host"].as_str()), ("here.test", "other.here.test"));
    let near = client.get(&wanted(&format!("http://here.test:{port}/near")), &allow).await;
    let Answer::Got(document) = near else { panic!("{near:?}") };
    assert!(document.url.as_str().ends_with("/near") && document.final_url.as_str().ends_with("/end"));
    let hosts: Vec<_> = asked.lock().unwrap().iter().cloned().collect();
    assert_eq!(hosts, ["here.test", "no.here.test", "other.here.test"]);
}

#[tokio::test]
async fn redirects_are_checked_like_first_addresses() {
    let (port, heard) = serve(move |path| match path {
        "/inner" => to("http://10.0.0.1/"),
        "/name" => to("http://inner.test/"),
        "/file" => to("file:///etc/passwd"),
        "/user" => to("http://me@here.test/"),
        "/nowhere" => to("http://[/"),
        _ => to("/round"),
    })
    .await;
    let client = client(local());
    for (path, expected) in [
        ("inner", "refused fetch.inner-address"),
        ("name", "refused fetch.inner-address"),
        ("file", "refused fetch.scheme"),
        ("user", "refused fetch.user-info"),
        ("nowhere", "failed fetch.redirect-broken"),
        ("round", "failed fetch.redirects"),
    ] {
        let answer = get(&client, &format!("http://here.test:{port}/{path}")).await;
        assert_eq!(code(&answer), expected, "{path}");
    }
    let heard = heard.lock().unwrap();
    assert_eq!(heard.len(), 5 + 6);
    assert!(heard.iter().all(|request| !request.to_lowercase().contains("cookie")));
}

#[test]
fn https_never_sends_on_to_http() {
    let url = |text: &str| url::Url::parse(text).unwrap();
    let policy = Policy::strict().with_plain_http();
    let check = |to: &str, from: &str| crate::hop::check(&url(to), policy, Some(&url(from)));
    assert_eq!(check("http://a.test/", "https://a.test/").unwrap_err().code, codes::NOT_HTTPS);
    assert_eq!(check("http://a.test/", "http://b.test/").unwrap(), "a.test");
    assert_eq!(check("https://a.test/", "http://b.test/").unwrap(), "a.test");
}

#[tokio::test]
async fn no_more_is_read_than_a_document_may_have() {
    let limit = openbadges::limits::DOCUMENT;
    let zeros = vec![0_u8; limit + 1];
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut gzip, &vec![0_u8; 200 * 1024 * 1024]).unwrap();
    let bomb = gzip.finish().unwrap();
    let (port, _) = serve(move |path| match path {
        "/fits" => http("200 OK", "", &zeros[1..]),
        "/large" => http("200 OK", "", &zeros),
        "/lies" => [&b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"[..], &zeros].concat(),
        "/claims" => b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{}".to_vec(),
        _ => http("200 OK", "Content-Encoding: gzip\r\n", &bomb),
    })
    .await;
    let client = client(local());
    for (path, expected) in [
        ("fits", "got"),
        ("large", "failed fetch.too-large"),
        ("lies", "failed fetch.too-large"),
        ("claims", "failed fetch.too-large"),
        ("bomb", "failed fetch.too-large"),
    ] {
        let answer = get(&client, &format!("http://here.test:{port}/{path}")).await;
        assert_eq!(code(&answer), expected, "{path}");
    }
}

#[tokio::test]
async fn what_goes_wrong_on_the_way_is_named() {
    let (port, _) = serve(|path| match path {
        "/silent" => Vec::new(),
        "/cut" => b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}".to_vec(),
        _ => b"SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n".to_vec(),
    })
    .await;
    let base = format!("here.test:{port}");
    // Only what never answers may meet the limit, however busy the machine is.
    let hasty = client(local().with_time_limit(Duration::from_millis(700)));
    let silent = get(&hasty, &format!("http://{base}/silent")).await;
    assert_eq!(code(&silent), "failed fetch.timeout");
    let client = client(local().with_time_limit(Duration::from_secs(60)));
    for (url, expected) in [
        (format!("http://{base}/cut"), "failed fetch.broken"),
        (format!("http://{base}/nonsense"), "failed fetch.broken"),
        (format!("https://{base}/no-tls"), "failed fetch.tls"),
        ("http://here.test:1/".to_owned(), "failed fetch.connect"),
    ] {
        assert_eq!(code(&get(&client, &url).await), expected, "{url}");
    }
}

#[tokio::test]
async fn several_are_answered_in_their_order() {
    let (port, _) = serve(|path| http("200 OK", "", path.as_bytes())).await;
    let list: Vec<_> = (0..20).map(|n| wanted(&format!("http://here.test:{port}/{n}"))).collect();
    let answers = client(local()).get_all(&list, &|_| true).await;
    for (n, answer) in answers.iter().enumerate() {
        let Answer::Got(document) = answer else { panic!("{answer:?}") };
        assert_eq!(document.bytes(), format!("/{n}").as_bytes());
    }
}

#[test]
fn every_code_has_a_sentence_in_each_language() {
    let locales = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    for language in ["en", "de"] {
        let texts: String = ["fetch.ftl", "wallet.ftl"]
            .map(|name| std::fs::read_to_string(locales.join(language).join(name)).unwrap_or_default())
            .concat();
        for code in codes::ALL {
            let id = format!("code-{} =", code.replace('.', "-"));
            assert!(texts.lines().any(|line| line.starts_with(&id)), "{language}: no sentence for {code}");
        }
    }
}

fn page(url: &str) -> Wanted {
    Wanted { role: Role::Page, ..wanted(url) }
}

#[tokio::test]
async fn a_host_that_names_a_time_is_quoted() {
    let (port, heard) = serve(|path| match path {
        "/seconds" => http("429 X", "Retry-After: 90\r\n", b""),
        "/date" => http("503 X", "Retry-After: Tue, 14 Nov 2023 23:13:20 GMT\r\n", b""),
        _ => http("429 X", "Retry-After: soon\r\n", b""),
    })
    .await;
    let client = client(local());
    for (path, expected, minutes) in [
        ("seconds", "fetch.wait", Some("2")),
        ("date", "fetch.wait", Some("60")),
        ("x", "fetch.host-busy", None),
    ] {
        let Answer::Failed(why) = get(&client, &format!("http://here.test:{port}/{path}")).await else {
            panic!()
        };
        assert_eq!(why.code, expected, "{path}");
        assert_eq!(why.args.get("minutes").map(String::as_str), minutes, "{path}");
    }
    assert_eq!(heard.lock().unwrap().len(), 3, "nobody is asked again by itself");
}

#[tokio::test]
async fn what_is_here_and_unchanged_is_not_sent_again() {
    let (port, heard) = serve(move |path| match path {
        "/moved" => to("/document"),
        "/unasked" => http("304 Not Modified", "", b""),
        "/long" => http("200 OK", &format!("ETag: \"{}\"\r\n", "x".repeat(200)), b"{}"),
        _ => http("200 OK", "ETag: W/\"v1\"\r\n", b"{\"a\":1}"),
    })
    .await;
    let (client, url) = (client(local()), format!("http://here.test:{port}/document"));
    let Answer::Got(mut held) = get(&client, &url).await else { panic!() };
    assert_eq!(held.etag.as_deref(), Some("W/\"v1\""));
    held.at = Timestamp::from_second(1_000_000_000).unwrap();
    // A server that knows its mark says that nothing changed.
    let (other, asked) = serve(|_| http("304 Not Modified", "", b"")).await;
    let here = DocUrl::parse(&format!("http://here.test:{other}/document")).unwrap();
    (held.url, held.final_url) = (here.clone(), here.clone());
    let Answer::Got(renewed) = client.renew(&wanted(here.as_str()), &held, &|_| true).await else { panic!() };
    assert_eq!((renewed.bytes(), renewed.at, renewed.origin), (held.bytes(), clock(), Origin::Fetched));
    assert!(asked.lock().unwrap()[0].to_lowercase().contains("if-none-match: w/\"v1\""));
    // Nobody else learns of the mark: not another address, and not the one it redirects to.
    let elsewhere = format!("http://here.test:{port}/moved");
    let Answer::Got(_) = client.renew(&wanted(&elsewhere), &held, &|_| true).await else { panic!() };
    assert!(!heard.lock().unwrap().iter().any(|request| request.to_lowercase().contains("if-none-match")));
    assert_eq!(code(&get(&client, &format!("http://here.test:{port}/unasked")).await), "failed fetch.status");
    let Answer::Got(long) = get(&client, &format!("http://here.test:{port}/long")).await else { panic!() };
    assert_eq!(long.etag, None);
}

#[tokio::test]
async fn a_page_that_sends_on_to_another_host_says_where_and_asks_nobody_there() {
    let (port, heard) = serve(move |path| match path {
        "/click" => to("http://other.here.test:1/badge#/x"),
        "/near" => to("/badge"),
        _ => http("200 OK", "", b"<html>"),
    })
    .await;
    let client = client(local());
    let asked = Mutex::new(Vec::new());
    let allow = |host: &str| {
        asked.lock().unwrap().push(host.to_owned());
        true
    };
    let Answer::Refused(why) = client.get(&page(&format!("http://here.test:{port}/click")), &allow).await
    else {
        panic!()
    };
    assert_eq!(
        (why.code.as_ref(), why.args["to"].as_str()),
        (codes::REDIRECT_HOST, "http://other.here.test:1/badge#/x")
    );
    assert_eq!(*asked.lock().unwrap(), ["here.test"]);
    assert_eq!(code(&client.get(&page(&format!("http://here.test:{port}/near")), &allow).await), "got");
    assert!(heard.lock().unwrap()[0].to_lowercase().contains("accept: text/html"));
}
