//! Rows mail-…: mails and what comes in them.

use std::sync::{Arc, Mutex};

use ::wallet::ports::Fetch;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use openbadges::Note;
use verification::{Answer, CheckId, Outcome, Wanted};

use crate::kit::*;
use crate::wallet::Open;

/// A part of a mail.
pub(crate) struct Part {
    head: String,
    body: Vec<u8>,
}

pub(crate) fn attachment(disposition: &str, bytes: &[u8]) -> Part {
    let head = format!(
        "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; {disposition}\r\n\
         Content-Transfer-Encoding: base64\r\n"
    );
    let lines: Vec<String> = STANDARD
        .encode(bytes)
        .as_bytes()
        .chunks(76)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    Part { head, body: lines.join("\r\n").into_bytes() }
}

fn html(text: &str) -> Part {
    Part { head: "Content-Type: text/html; charset=utf-8\r\n".to_owned(), body: text.as_bytes().to_vec() }
}

fn mail_from(from: &str, parts: &[Part]) -> Vec<u8> {
    let mut out = format!(
        "From: {from}\r\nTo: Mira <{LEARNER}>\r\nSubject: Your badge\r\nDate: Mon, 2 Feb 2026 09:31:05 +0000\r\n\
         Message-ID: <1@uni.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    )
    .into_bytes();
    for part in parts {
        out.extend_from_slice(b"--b\r\n");
        out.extend_from_slice(part.head.as_bytes());
        out.extend_from_slice(b"\r\n");
        out.extend_from_slice(&part.body);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b"--b--\r\n");
    out
}

pub(crate) fn mail(parts: &[Part]) -> Vec<u8> {
    mail_from("Uni <badges@uni.example>", parts)
}

fn good() -> Vec<u8> {
    mail(&[attachment("filename=\"badge.png\"", &baked(&genuine()))])
}

#[test]
fn mail_00_good() {
    let _ = World::new().one(&good()).passes();
}

/// A badge under a file name that wants to be a path: it is found, and no path stands in anything that is kept, shown or
/// written.
fn named(disposition: &str) {
    let _ = World::new().one(&good()).passes();
    let bytes = mail(&[
        attachment(disposition, &baked(&genuine())),
        attachment(disposition, b"\0\x01\x02 nothing of ours"),
    ]);
    let examined = World::new().look(&bytes);
    assert_eq!(examined.found.len(), 1, "{disposition}");
    for passed in &examined.passed {
        let name = passed.args.get("file").map(String::as_str).unwrap_or_default();
        assert!(!name.contains(['/', '\\', '\0']) && !name.contains(".."), "{disposition}: {name:?}");
    }
    let open = Open::new();
    let id = open.keep(&bytes).remove(0);
    let file = open.wallet.badge_file(&id).unwrap();
    assert!(!file.name.contains(['/', '\\', ':']) && !file.name.starts_with('.'), "{}", file.name);
}

#[test]
fn mail_01_path_traversal() {
    named("filename=\"../../../../home/mira/.bashrc\"");
}

#[test]
fn mail_02_path_windows() {
    named("filename=\"..\\\\..\\\\C:\\\\Windows\\\\System32\\\\evil.dll\"");
}

#[test]
fn mail_03_rfc2231_name() {
    named("filename*0*=UTF-8''%2e%2e%2f%2e%2e%2fetc; filename*1*=%2fpasswd%00.png");
}

#[test]
fn mail_04_nested_100() {
    let _ = World::new().one(&good()).passes();
    let mut head = format!("From: a@b.example\r\nTo: {LEARNER}\r\nMIME-Version: 1.0\r\n");
    let mut tail = String::new();
    for n in 0..500 {
        head += &format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\r\n\r\n--b{n}\r\n");
        tail = format!("\r\n--b{n}--{tail}");
    }
    let bytes = format!("{head}Content-Type: text/plain\r\n\r\nthe innermost\r\n{tail}").into_bytes();
    let found = std::thread::Builder::new()
        .stack_size(512 * 1024)
        .spawn(move || World::new().look(&bytes).found.len())
        .unwrap()
        .join()
        .expect("no stack overflow");
    assert_eq!(found, 0);
}

#[test]
fn mail_05_message_rfc822() {
    let forwarded = Part { head: "Content-Type: message/rfc822\r\n".to_owned(), body: good() };
    let bytes = mail(&[html("<p>see below</p>"), forwarded]);
    let examined = World::new().look(&bytes);
    assert_eq!(examined.found.len(), 1);
    assert!(examined.found[0].path.contains("png:openbadgecredential"), "{}", examined.found[0].path);
    let _ = World::new().one(&bytes).passes();
}

#[test]
fn mail_06_spoofed_from() {
    let badge = genuine();
    let attached = || [attachment("filename=\"b.png\"", &baked(&badge))];
    let honest = World::new().one(&mail(&attached())).passes();
    let spoofed = World::new().one(&mail_from("MIT Registrar <registrar@mit.example>", &attached())).passes();
    assert_eq!(spoofed.mark(), honest.mark(), "who a mail says it is from counts for nothing");
    assert_ne!(spoofed.check(CheckId::Mail).outcome, Outcome::Passed);
    let forged = badge.to_string().replace("Welding", "Surgery");
    let forged =
        mail_from("Uni <badges@uni.example>", &[attachment("filename=\"b.json\"", forged.as_bytes())]);
    assert_eq!(World::new().one(&forged).verdict(), verification::Verdict::Invalid);
}

/// A network that remembers whom it was asked for, and gives nothing.
#[derive(Default)]
struct Watched(Mutex<Vec<String>>);

impl Fetch for Watched {
    fn get<'a>(
        &'a self,
        wanted: &'a Wanted,
        _: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer> {
        self.0.lock().unwrap().push(wanted.url.as_str().to_owned());
        async { Answer::Failed(Note::new("fetch.no-such-host")) }.boxed_local()
    }
}

/// A mail with this page in it is taken in, looked at and kept: nobody is spoken to without consent. Gives what was found
/// of links.
fn silent(page: &str) -> Vec<String> {
    let _ = World::new().one(&good()).passes();
    let net = Arc::new(Watched::default());
    let open = Open::with(Some(net.clone()));
    let bytes = mail(&[html(page), attachment("filename=\"badge.png\"", &baked(&genuine()))]);
    let given = ::wallet::Given::file("mail.eml", bytes);
    let added = open.wallet.add(&[given]).unwrap().value;
    let _ = open.wallet.keep(&added.inputs[0].found).unwrap();
    let badge = open.badge(&added.inputs[0].found[0]);
    if let Some(picture) = &badge.card.picture {
        let _ = open.wallet.picture(picture, ::wallet::PictureSize::Full).unwrap();
    }
    assert_eq!(*net.0.lock().unwrap(), [""; 0], "{page}");
    added.inputs[0].links.iter().map(|link| link.url.clone()).collect()
}

#[test]
fn mail_09_html_link_only() {
    let link = "https://api.openbadges.education/public/assertions/fxA-2vTCQ1qHGVqbVYkIog";
    let net = Arc::new(Watched::default());
    let open = Open::with(Some(net.clone()));
    let page = format!("<a href=\"{link}\">Your badge</a><img src=\"https://track.example/p.gif\">");
    let given = ::wallet::Given::file("mail.eml", mail(&[html(&page)]));
    let added = open.wallet.add(&[given]).unwrap().value;
    let offered = &added.inputs[0].links;
    assert_eq!((offered.len(), offered[0].host.as_str()), (1, "api.openbadges.education"), "offered");
    assert_eq!(*net.0.lock().unwrap(), [""; 0], "and not followed");
}

#[test]
fn mail_11_uuencode() {
    let _ = World::new().one(&good()).passes();
    let uu = "begin 644 badge.json\r\n#0V%T\r\n`\r\nend\r\n";
    let part = Part { head: "Content-Type: text/plain\r\n".to_owned(), body: uu.as_bytes().to_vec() };
    let _ = World::new().one(&mail(&[part, attachment("filename=\"b.png\"", &baked(&genuine()))])).passes();
    let alone = mail(&[Part { head: "Content-Type: text/plain\r\n".to_owned(), body: uu.into() }]);
    assert!(World::new().look(&alone).found.is_empty());
}

#[test]
fn mail_html_remote() {
    silent(
        "<link rel=stylesheet href=https://evil.example/a.css><script src=https://evil.example/a.js></script>\
         <body background=https://evil.example/b.png><iframe src=https://evil.example/></iframe>",
    );
}

#[test]
fn mail_tracking_pixel() {
    let links = silent("<img src=\"https://track.example/open?id=mira\" width=1 height=1>");
    assert!(links.is_empty(), "no badge stands there: {links:?}");
}

#[test]
fn mail_click_tracker() {
    let link = "https://api.openbadges.education/public/assertions/fxA-2vTCQ1qHGVqbVYkIog";
    let tracked = "https://click.example/ls/click?upn=u001.aaaa-bbbb";
    let links = silent(&format!(
        "<a href=\"{link}?utm_source=mail&user=mira\">badge</a><a href=\"{tracked}\">badge</a>"
    ));
    assert!(links.iter().all(|url| !url.contains("mira") && !url.contains("utm_")), "{links:?}");
}

#[test]
fn mail_unsubscribe() {
    let links = silent("<a href=\"https://uni.example/unsubscribe?u=mira\">unsubscribe</a>");
    assert!(links.is_empty(), "{links:?}");
}
