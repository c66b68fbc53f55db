//! Rows net-…: whom the client speaks to, and how much it takes from them. A server of the test's own stands on this
//! machine: a client that is allowed to ask it gets an answer, and then the real one is asked.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fetch::{Client, Policy};
use jiff::Timestamp;
use openbadges::limits;
use verification::{Answer, DocUrl, Role, Wanted};

use crate::kit::*;

fn clock() -> Timestamp {
    now()
}

/// A server that answers each path, and counts whom it heard.
struct Server {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

fn http(head: &str, body: &[u8]) -> Vec<u8> {
    [
        format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len()).as_bytes(),
        body,
    ]
    .concat()
}

impl Server {
    fn new(answer: impl Fn(&str) -> Vec<u8> + Send + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let list = Arc::clone(&heard);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut request = [0; 4096];
                let read = stream.read(&mut request).unwrap_or(0);
                let text = String::from_utf8_lossy(&request[..read]).into_owned();
                let path = text.split(' ').nth(1).unwrap_or("/").to_owned();
                list.lock().unwrap().push(path.clone());
                let bytes = answer(&path);
                if bytes.is_empty() {
                    std::thread::sleep(Duration::from_secs(30));
                }
                let _ = stream.write_all(&bytes);
            }
        });
        Server { port, heard }
    }

    fn plain() -> Server {
        Server::new(|_| http("200 OK\r\nContent-Type: application/json", b"{\"secret\":1}"))
    }

    fn heard(&self) -> usize {
        self.heard.lock().unwrap().len()
    }
}

/// What a client answers, in a word or two.
fn ask(client: &Client, address: &str) -> String {
    let Some(url) = DocUrl::parse(address) else { return "no address".to_owned() };
    let wanted = Wanted { url, role: Role::Assertion, newer_than: None };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    match runtime.block_on(client.get(&wanted, &|_| true)) {
        Answer::Got(document) => format!("got {}", document.bytes().len()),
        Answer::Gone => "gone".to_owned(),
        Answer::Missing => "missing".to_owned(),
        Answer::Refused(why) => format!("refused {}", why.code),
        Answer::Failed(why) => format!("failed {}", why.code),
    }
}

/// For old hosted badges: plain HTTP, too; public addresses only.
fn real() -> Client {
    Client::with(Policy::strict().with_plain_http(), clock)
}

/// May ask this machine: the control.
fn control_client() -> Client {
    Client::with(Policy::strict().with_loopback_for_tests(), clock)
}

/// The control gets an answer from this machine's server; the real client asks none of these.
fn never(addresses: impl Fn(u16) -> Vec<String>, answer: &str) {
    let server = Server::plain();
    assert_eq!(ask(&control_client(), &format!("http://127.0.0.1:{}/", server.port)), "got 12");
    assert_eq!(server.heard(), 1);
    for address in addresses(server.port) {
        let got = ask(&real(), &address);
        assert!(got.contains(answer) || got == "no address", "{address}: {got}");
    }
    assert_eq!(server.heard(), 1, "nobody was asked");
}

#[test]
fn net_file_scheme() {
    never(|_| vec!["file:///etc/passwd".into(), "ftp://uni.example/a".into()], "refused fetch.scheme");
}

#[test]
fn net_data_scheme() {
    never(|_| vec!["data:application/json,{}".into(), "javascript:alert(1)".into()], "refused fetch.scheme");
}

#[test]
fn net_http() {
    let server = Server::plain();
    assert_eq!(ask(&control_client(), &format!("http://127.0.0.1:{}/", server.port)), "got 12");
    let strict = Client::with(Policy::strict(), clock);
    assert_eq!(ask(&strict, "http://uni.example/a"), "refused fetch.not-https");
    // What an old badge names by `http:` may be asked, and is then said: row ob2-07.
}

#[test]
fn net_loopback() {
    never(
        |port| {
            ["127.0.0.1", "127.9.9.9", "localhost", "[::1]", "0.0.0.0"]
                .map(|host| format!("http://{host}:{port}/"))
                .to_vec()
        },
        "refused fetch.inner-address",
    );
}

#[test]
fn net_private() {
    never(
        |port| {
            ["10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "[fd00::1]"]
                .map(|host| format!("http://{host}:{port}/"))
                .to_vec()
        },
        "refused fetch.inner-address",
    );
}

#[test]
fn net_link_local() {
    never(|_| vec!["http://169.254.0.1/".into(), "http://[fe80::1]/".into()], "refused fetch.inner-address");
}

#[test]
fn net_metadata() {
    never(
        |_| vec!["http://169.254.169.254/latest/meta-data/".into(), "http://[fd00:ec2::254]/".into()],
        "refused fetch.inner-address",
    );
}

#[test]
fn net_ipv6_mapped() {
    never(
        |port| {
            ["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"]
                .map(|host| format!("http://{host}:{port}/"))
                .to_vec()
        },
        "refused fetch.inner-address",
    );
}

#[test]
fn net_decimal_ip() {
    never(
        |port| vec![format!("http://2130706433:{port}/"), format!("http://127.1:{port}/")],
        "refused fetch.inner",
    );
}

#[test]
fn net_octal_ip() {
    never(
        |port| vec![format!("http://0177.0.0.1:{port}/"), format!("http://0x7f.1:{port}/")],
        "refused fetch.inner",
    );
}

#[test]
fn net_dns_rebinding() {
    let server = Server::plain();
    // A name that says one thing the first time and another afterwards.
    let turns = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&turns);
    let names = move |_: &str| -> Vec<IpAddr> {
        match asked.fetch_add(1, Ordering::SeqCst) {
            0 => vec![Ipv4Addr::new(1, 1, 1, 1).into()],
            _ => vec![Ipv4Addr::LOCALHOST.into()],
        }
    };
    let policy = Policy::strict().with_plain_http().with_time_limit(Duration::from_secs(3));
    let client = Client::with_names_for_tests(policy, clock, names);
    let first = ask(&client, &format!("http://rebind.example:{}/", server.port));
    assert!(first.starts_with("failed"), "connected to the address that was looked at: {first}");
    assert_eq!(turns.load(Ordering::SeqCst), 1, "looked up once for one connection");
    let second = ask(&client, &format!("http://rebind.example:{}/", server.port));
    assert_eq!(second, "refused fetch.inner-address", "and looked at again the next time");
    assert_eq!(server.heard(), 0);
    // The control: the same name, allowed to lead here, gets the answer.
    let here = |_: &str| vec![IpAddr::from(Ipv4Addr::LOCALHOST)];
    let control = Client::with_names_for_tests(Policy::strict().with_loopback_for_tests(), clock, here);
    assert_eq!(ask(&control, &format!("http://rebind.example:{}/", server.port)), "got 12");
}

#[test]
fn net_userinfo() {
    never(
        |port| vec![format!("http://uni.example@127.0.0.1:{port}/"), "https://me:secret@uni.example/".into()],
        "refused fetch.",
    );
    let url = "https://uni.example@evil.example/a";
    assert!(openbadges::address::public(url).is_err());
}

#[test]
fn net_fragment_host() {
    for (address, host) in [
        ("https://evil.example#uni.example/a", "evil.example"),
        ("https://evil.example?.uni.example/a", "evil.example"),
        ("https://evil.example\\.uni.example/a", "evil.example"),
        ("https://uni.example.evil.example/a", "uni.example.evil.example"),
    ] {
        let url = DocUrl::parse(address).unwrap();
        assert_eq!(url.host().as_deref(), Some(host), "{address}");
    }
    assert_eq!(DocUrl::parse("https://uni.example/a").unwrap().host().as_deref(), Some("uni.example"));
}

#[test]
fn net_punycode() {
    // A Cyrillic а: another host, named as it is looked up.
    let url = DocUrl::parse("https://\u{430}pple.example/a").unwrap();
    assert_eq!(url.host().as_deref(), Some("xn--pple-43d.example"));
    assert_ne!(url.host(), DocUrl::parse("https://apple.example/a").unwrap().host());
}

fn sends_on(to: impl Fn(u16) -> String) -> String {
    let target = Server::plain();
    let location = to(target.port);
    let server = Server::new(move |path| match path {
        "/near" => http("200 OK", b"{}"),
        _ => http(&format!("302 Found\r\nLocation: {location}"), b""),
    });
    let client = control_client();
    assert_eq!(ask(&client, &format!("http://127.0.0.1:{}/near", server.port)), "got 2");
    let answer = ask(&client, &format!("http://127.0.0.1:{}/far", server.port));
    assert_eq!(target.heard(), 0, "the inner one was not asked");
    answer
}

#[test]
fn net_redirect_inner() {
    assert_eq!(sends_on(|port| format!("http://10.0.0.1:{port}/")), "refused fetch.inner-address");
    assert_eq!(sends_on(|port| format!("http://192.168.0.1:{port}/")), "refused fetch.inner-address");
    assert_eq!(sends_on(|_| "file:///etc/passwd".to_owned()), "refused fetch.scheme");
    assert_eq!(sends_on(|_| "http://169.254.169.254/latest".to_owned()), "refused fetch.inner-address");
}

#[test]
fn net_redirect_loop() {
    assert_eq!(sends_on(|_| "/round".to_owned()), "failed fetch.redirects");
}

#[test]
fn net_slow() {
    let server = Server::new(|path| if path == "/slow" { Vec::new() } else { http("200 OK", b"{}") });
    let policy = || Policy::strict().with_loopback_for_tests();
    let base = format!("http://127.0.0.1:{}", server.port);
    assert_eq!(ask(&Client::with(policy(), clock), &format!("{base}/fast")), "got 2");
    let hasty = Client::with(policy().with_time_limit(Duration::from_secs(2)), clock);
    let start = Instant::now();
    assert_eq!(ask(&hasty, &format!("{base}/slow")), "failed fetch.timeout");
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
}

#[test]
fn net_huge() {
    let limit = limits::DOCUMENT;
    let server = Server::new(move |path| match path {
        "/fits" => http("200 OK", &vec![b' '; limit]),
        "/claims" => b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{}".to_vec(),
        _ => [&b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"[..], &vec![b' '; limit + 1]].concat(),
    });
    let base = format!("http://127.0.0.1:{}", server.port);
    let client = control_client();
    assert_eq!(ask(&client, &format!("{base}/fits")), format!("got {limit}"));
    for path in ["claims", "endless"] {
        assert_eq!(ask(&client, &format!("{base}/{path}")), "failed fetch.too-large", "{path}");
    }
}

#[test]
fn net_gzip_bomb() {
    let gzip = |length: usize| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        (0..length).for_each(|_| encoder.write_all(&[b' '; 1024]).unwrap());
        encoder.finish().unwrap()
    };
    let (small, bomb) = (gzip(1), gzip(200 * 1024));
    let server = Server::new(move |path| {
        http("200 OK\r\nContent-Encoding: gzip", if path == "/bomb" { &bomb } else { &small })
    });
    let base = format!("http://127.0.0.1:{}", server.port);
    let client = control_client();
    assert_eq!(ask(&client, &format!("{base}/small")), "got 1024");
    assert_eq!(ask(&client, &format!("{base}/bomb")), "failed fetch.too-large");
}

#[test]
fn net_not_json() {
    // Whatever comes instead of a document decides nothing.
    let issuer = "did:web:uni.example";
    let kid = format!("{issuer}#key-1");
    let place = "https://uni.example/.well-known/did.json";
    let badge = sign_as(badge(issuer), &key(1), &kid);
    let document = strict_json::json!({
        "id": issuer, "assertionMethod": [kid],
        "verificationMethod": [{
            "id": kid, "type": "JsonWebKey2020", "controller": issuer, "publicKeyJwk": key(1).public_jwk()
        }]
    });
    let _ = World::with(&[(place, document)]).json(&badge).passes();
    for body in ["<html>Please log in</html>", "", "[1,2", "null", "\"did\""] {
        let mut world = World::new();
        let url = DocUrl::parse(place).unwrap();
        world.known.insert(verification::Document::new(
            url,
            Some("text/html".to_owned()),
            body.as_bytes().to_vec(),
            now(),
            verification::Origin::Fetched,
        ));
        let seen = world.json(&badge);
        assert_eq!(seen.verdict(), verification::Verdict::Inconclusive, "{body:?}: {}", seen.line());
    }
}
