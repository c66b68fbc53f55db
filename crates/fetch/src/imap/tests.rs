//! Against a server on this machine that says, over TLS, what each test needs. A real one is asked in `tests/accounts`.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use secrecy::SecretString;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;

use super::{Login, Mailboxes, Period};
use crate::{Policy, codes};

/// What the server heard, a line each.
type Heard = Arc<Mutex<Vec<String>>>;

/// Says `greeting`, and to each line what `answer` gives; an empty answer hangs up.
async fn server(
    greeting: &'static str,
    answer: impl Fn(&str) -> String + Send + Sync + 'static,
) -> (Mailboxes, u16, Heard) {
    let made = rcgen::generate_simple_self_signed(vec!["imap.test".to_owned()]).unwrap();
    let certificate = CertificateDer::from(made.cert.der().to_vec());
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Heard::default();
    let list = Arc::clone(&heard);
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(socket).await else { continue };
            stream.write_all(greeting.as_bytes()).await.unwrap();
            let mut lines = BufReader::new(stream);
            let mut line = String::new();
            while lines.read_line(&mut line).await.unwrap_or(0) > 0 {
                list.lock().unwrap().push(line.trim_end().to_owned());
                let said = answer(line.trim_end());
                if said.is_empty() || lines.get_mut().write_all(said.as_bytes()).await.is_err() {
                    break;
                }
                line.clear();
            }
        }
    });
    let policy = Policy::strict().with_loopback_for_tests().with_time_limit(Duration::from_secs(20));
    let names = |_: &str| vec!["127.0.0.1".parse().unwrap()];
    (Mailboxes::for_tests(policy, names, certificate.to_vec()), port, heard)
}

fn token() -> Login {
    Login::Token { user: "mira".to_owned(), token: SecretString::from("ya29.t".to_owned()) }
}

fn password() -> Login {
    Login::Password { user: "mira".to_owned(), password: SecretString::from("geheim".to_owned()) }
}

/// The tag of a command.
fn tag(line: &str) -> &str {
    line.split(' ').next().unwrap()
}

#[tokio::test]
async fn a_token_is_shown_and_a_refusal_heard_to_its_end() {
    let begun = Mutex::new(String::new());
    let (mailboxes, port, heard) = server("* OK there\r\n", move |line| {
        let mut begun = begun.lock().unwrap();
        if line.contains("AUTHENTICATE") {
            tag(line).clone_into(&mut begun);
            return "+ \r\n".to_owned();
        }
        match line {
            "" => format!("{begun} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n"),
            // The user "mira" and her token; of anybody else it says why not, in base64.
            "dXNlcj1taXJhAWF1dGg9QmVhcmVyIHlhMjkudAEB" => format!("{begun} OK in\r\n"),
            _ if line.contains("LOGOUT") => String::new(),
            _ => "+ eyJzdGF0dXMiOiI0MDAifQ==\r\n".to_owned(),
        }
    })
    .await;
    let session = mailboxes.connect("imap.test", port, &token(), &|_| true).await.unwrap();
    session.leave().await;
    let other = Login::Token { user: "mira".to_owned(), token: SecretString::from("old".to_owned()) };
    let refused = mailboxes.connect("imap.test", port, &other, &|_| true).await.unwrap_err();
    assert_eq!(refused.code, codes::IMAP_TOKEN);
    assert!(heard.lock().unwrap().iter().any(|line| line.contains("AUTHENTICATE XOAUTH2")));
}

#[tokio::test]
async fn nobody_is_asked_without_consent_or_inside() {
    let (mailboxes, port, heard) = server("* OK there\r\n", |_| String::new()).await;
    let asked = mailboxes.connect("imap.test", port, &password(), &|_| false).await.unwrap_err();
    assert_eq!(asked.code, codes::NO_CONSENT);
    for host in ["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"] {
        let strict = Mailboxes::new();
        let inner = strict.connect(host, port, &password(), &|_| true).await.unwrap_err();
        assert_eq!(inner.code, codes::IMAP_INNER_ADDRESS, "{host}");
    }
    assert!(heard.lock().unwrap().is_empty());
}

#[tokio::test]
async fn what_a_server_says_no_with_is_told_apart() {
    for (said, expected) in [
        (
            "NO [ALERT] Application-specific password required: https://support.example/185833",
            codes::IMAP_APP_PASSWORD,
        ),
        ("NO [AUTHENTICATIONFAILED] Invalid credentials", codes::IMAP_LOGIN),
        ("NO AuthFailed:LogonDenied-BasicAuthBlocked-3228540160", codes::IMAP_NO_PASSWORD),
        ("BAD [ALERT] Plaintext authentication not allowed", codes::IMAP_NO_PASSWORD),
    ] {
        let (mailboxes, port, _) =
            server("* OK there\r\n", move |line| format!("{} {said}\r\n", tag(line))).await;
        let why = mailboxes.connect("imap.test", port, &password(), &|_| true).await.unwrap_err();
        assert_eq!(why.code, expected, "{said}");
    }
    for (greeting, expected) in [
        ("* BYE too many\r\n", codes::IMAP_REFUSED),
        ("HTTP/1.1 400 Bad Request\r\n\r\n", codes::IMAP_NO_IMAP),
        ("* OK (((\r\n", codes::IMAP_CUT),
    ] {
        let (mailboxes, port, _) = server(greeting, |_| String::new()).await;
        let why = mailboxes.connect("imap.test", port, &password(), &|_| true).await.unwrap_err();
        assert_eq!(why.code, expected, "{greeting}");
    }
}

#[tokio::test]
async fn a_hostile_answer_is_bounded() {
    let (mailboxes, port, _) = server("* OK there\r\n", |line| {
        let done = format!("{} OK done\r\n", tag(line));
        match line.split(' ').nth(1).unwrap_or_default() {
            "EXAMINE" if line.contains("leise") => format!("{} NO sorry \u{202e}evil\r\n", tag(line)),
            "EXAMINE" => format!("* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n{done}"),
            "UID" if line.contains("SEARCH") => format!("* SEARCH 9 3 3 1\r\n{done}"),
            "UID" if line.contains("BODYSTRUCTURE") => {
                format!("* 1 FETCH (UID 9 BODYSTRUCTURE {}\r\n{done}", "(".repeat(100_000))
            }
            "UID" => format!("* 1 FETCH (UID 9 BODY[] {{{}}}\r\n{}", 1 << 30, "x".repeat(400_000)),
            "LIST" => format!("* LIST () \"/\" \"Entw&APw-rfe\"\r\n* LIST (\\Noselect) \"/\" A\r\n{done}"),
            _ => done,
        }
    })
    .await;
    let connect = || async { mailboxes.connect("imap.test", port, &password(), &|_| true).await.unwrap() };
    let mut session = connect().await;
    let folders = session.folders().await.unwrap();
    assert_eq!((folders[0].name.as_str(), folders[0].selectable), ("A", false));
    assert_eq!(folders[1].name, "Entwürfe");
    let why = session.open("leise").await.unwrap_err();
    assert_eq!(why.code, codes::IMAP_NO_FOLDER);
    assert!(!why.args["said"].contains('\u{202e}'));
    assert_eq!(session.open("INBOX").await.unwrap().validity, 7);
    assert_eq!(session.numbers(Period::default(), 1).await.unwrap(), [3, 9]);
    assert_eq!(session.outlines(&[9]).await.unwrap_err().code, codes::IMAP_UNREADABLE);
    // The server speaks with one at a time.
    drop(session);
    let outline = super::Outline { uid: 9, size: 90_000, subject: Vec::new(), parts: Vec::new() };
    assert_eq!(connect().await.message(&outline).await.unwrap_err().code, codes::IMAP_UNREADABLE);
    let large = super::Outline { size: u32::MAX, ..outline };
    assert_eq!(connect().await.message(&large).await.unwrap_err().code, codes::IMAP_TOO_LARGE);
}

#[test]
fn no_build_writes_commands_to_a_log() {
    assert!(log::STATIC_MAX_LEVEL < log::LevelFilter::Trace);
    assert!(!format!("{:?} {:?}", password(), token()).contains("geheim"));
}
