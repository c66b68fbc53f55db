//! Rows mail-…: mails and what comes in them.

use std::sync::{Arc, Mutex};

use ::wallet::ports::Fetch;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use mail_auth::common::crypto::Ed25519Key;
use mail_auth::common::headers::HeaderWriter as _;
use mail_auth::dkim::DkimSigner;
use openbadges::Note;
use verification::{Answer, CheckId, DocUrl, Document, Origin, Outcome, Wanted};

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

/// A mail as its domain signs it, with the fields that are usually signed.
fn sealed(domain: &str, from: &str, length: bool, parts: &[Part]) -> Vec<u8> {
    sealed_bytes(domain, length, &mail_from(from, parts))
}

fn sealed_bytes(domain: &str, length: bool, mail: &[u8]) -> Vec<u8> {
    let seed = [u8::try_from(domain.len()).unwrap(); 32];
    let signing = Ed25519Key::from_seed_and_public_key(&seed, &public(domain)).unwrap();
    let signature = DkimSigner::from_key(signing)
        .domain(domain)
        .selector("mail")
        .headers(["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"])
        .body_length(length)
        .sign(mail)
        .unwrap();
    [signature.to_header().into_bytes(), mail.to_vec()].concat()
}

/// The key that a domain signs its mails with.
fn public(domain: &str) -> Vec<u8> {
    let key = key(u8::try_from(domain.len()).unwrap());
    let jwk = key.public_jwk();
    base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(jwk["x"].as_str().unwrap()).unwrap()
}

/// A world in which the records of these domains are at hand.
fn world_of(domains: &[&str]) -> World {
    let mut world = World::new();
    for domain in domains {
        let url = DocUrl::parse(&format!("dns:mail._domainkey.{domain}?type=TXT")).unwrap();
        let record = format!("v=DKIM1; k=ed25519; p={}", STANDARD.encode(public(domain)));
        world.known.insert(Document::new(url, None, record.into_bytes(), now(), Origin::Archive));
    }
    world
}

fn genuine_part() -> [Part; 1] {
    [attachment("filename=\"badge.png\"", &baked(&genuine()))]
}

/// The genuine mail, signed by the domain of its sender: it passes, and what passes is who sent it.
fn sent() -> (World, Vec<u8>) {
    let world = world_of(&["uni.example", "evil.example", "mail.uni.example", "eviluni.example"]);
    let mail = sealed("uni.example", "Uni <badges@uni.example>", false, &genuine_part());
    let seen = world.one(&mail).passes();
    let check = seen.check(CheckId::Mail);
    assert_eq!((check.outcome, &*check.code), (Outcome::Passed, "mail.sent"), "{check:#?}");
    assert_eq!(check.args["domain"], "uni.example");
    assert_eq!(check.documents, ["dns:mail._domainkey.uni.example?type=TXT"]);
    nothing_rests_on_it(&seen);
    // Kept with bare line feeds, as some programs save a mail.
    let bare = String::from_utf8(mail.clone()).unwrap().replace("\r\n", "\n");
    assert_eq!(world.one(bare.as_bytes()).code(CheckId::Mail), "mail.sent");
    // Without the record nobody can say.
    assert_eq!(World::new().one(&mail).code(CheckId::Mail), "mail.key-not-had");
    (world, mail)
}

/// However a mail is signed, the badge in it stands as it would alone.
#[track_caller]
fn nothing_rests_on_it(seen: &Seen) {
    let alone = World::new().json(&genuine());
    assert_eq!((seen.verdict(), seen.mark()), (alone.verdict(), alone.mark()));
    for id in [CheckId::Proof, CheckId::IssuerKey, CheckId::IssuerIdentity] {
        assert_eq!(seen.code(id), alone.code(id));
    }
    assert!(!seen.notes_on(CheckId::Mail).contains(&"mail.issuer-domain"), "its issuer is a bare key");
}

/// The answer about an attacked mail: never that its sender's domain sent it.
#[track_caller]
fn not_sent(world: &World, mail: &[u8], code: &str) {
    let seen = world.one(mail);
    let check = seen.check(CheckId::Mail);
    assert_eq!(&*check.code, code, "{check:#?}");
    assert_ne!(check.outcome, Outcome::Passed);
    nothing_rests_on_it(&seen);
}

#[test]
fn mail_dkim_unaligned() {
    let (world, _) = sent();
    let from = "Uni <badges@uni.example>";
    for other in ["evil.example", "mail.uni.example", "eviluni.example"] {
        not_sent(&world, &sealed(other, from, false, &genuine_part()), "mail.other-domain");
    }
    // The name says one thing, the address another.
    let named = "\"badges@uni.example\" <x@evil.example>";
    let seen = world.one(&sealed("evil.example", named, false, &genuine_part()));
    assert_eq!(
        seen.check(CheckId::Mail).args["domain"],
        "evil.example",
        "who signed is named, not who is claimed"
    );
    // The domain that is claimed, under a key of the attacker's.
    let forged = sealed("evil.example", from, false, &genuine_part());
    let forged = String::from_utf8(forged).unwrap().replacen("d=evil.example", "d=uni.example", 1);
    not_sent(&world, forged.as_bytes(), "mail.altered");
    // A domain above speaks for the addresses below it.
    let below = sealed("uni.example", "Uni <badges@mail.uni.example>", false, &genuine_part());
    assert_eq!(world.one(&below).code(CheckId::Mail), "mail.sent");
}

#[test]
fn mail_dkim_replay() {
    let (world, mail) = sent();
    // Sent on as it is, to somebody else: the domain did send it, and it was not written to them.
    let mut judge = world.judge();
    judge.recipients = vec![openbadges::recipient::Identity::parse("otto@post.example")];
    let examined = judge.examine(::wallet::scan("mail.eml", &mail));
    let report = &examined.found[0].checked.as_ref().unwrap().report;
    let check = report.check(CheckId::Mail).unwrap();
    assert!(check.notes.iter().any(|note| note.code == "mail.for-other"), "{check:#?}");
    assert_eq!(verification::mark(report), world.json(&genuine()).mark(), "sent is not issued");
    assert_ne!(report.check(CheckId::IssuerIdentity).unwrap().outcome, Outcome::Passed);
    // The same head with another badge under it.
    let own = signed_by(66, |_| {});
    let other = mail_from("Uni <badges@uni.example>", &[attachment("filename=\"badge.png\"", &baked(&own))]);
    let head = mail.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let body = other.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let swapped = [&mail[..head], &other[body..]].concat();
    let seen = world.one(&swapped);
    assert_eq!(
        (seen.check(CheckId::Mail).outcome, seen.code(CheckId::Mail)),
        (Outcome::Failed, "mail.altered")
    );
}

#[test]
fn mail_dkim_l_tag() {
    let (world, _) = sent();
    let from = "Uni <badges@uni.example>";
    let letter = sealed("uni.example", from, true, &[html("<p>Welcome</p>")]);
    // Under what was signed somebody puts a badge.
    let text = String::from_utf8(letter).unwrap();
    assert!(text.contains("l="), "{text}");
    let part = &genuine_part()[0];
    let added = format!("--b\r\n{}\r\n{}\r\n--b--\r\n", part.head, String::from_utf8_lossy(&part.body));
    let text = text.replace("--b--\r\n", &added);
    not_sent(&world, text.as_bytes(), "mail.part-only");
    // Also where nothing was added: what is covered does not show.
    not_sent(&world, &sealed("uni.example", from, true, &genuine_part()), "mail.part-only");
}

#[test]
fn mail_two_from() {
    let (world, mail) = sent();
    let second = [b"From: Uni <badges@evil.example>\r\n", mail.as_slice()].concat();
    not_sent(&world, &second, "mail.senders");
    let both = "Uni <badges@uni.example>, Evil <x@evil.example>";
    not_sent(&world, &sealed("uni.example", both, false, &genuine_part()), "mail.senders");
    // The signed one above the other, as programs differ in which they show.
    let text = String::from_utf8(mail).unwrap();
    let below = text.replacen("\r\nSubject: ", "\r\nFrom: Evil <x@evil.example>\r\nSubject: ", 1);
    not_sent(&world, below.as_bytes(), "mail.senders");
}
