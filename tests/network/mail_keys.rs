//! Who sent a mail, by a key that a real name server has: looked up by the program as it ships, with consent and not without.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use mail_auth::common::crypto::Ed25519Key;
use mail_auth::common::headers::HeaderWriter as _;
use mail_auth::dkim::DkimSigner;
use strict_json::{Value, json};
use verification::sign::Key;
use wallet_tests::CommandLine;
use wallet_tests::network::{Names, inside};

use crate::issuer;

const UNI: &str = "uni.example.org";

/// A mail with a badge in it from this address, signed for this domain.
fn mail(from: &str, domain: &str) -> Vec<u8> {
    let badge = issuer::badge("urn:uuid:11111111-0000-4000-8000-000000000001", "Welding", None, &json!({}));
    let mail = format!(
        "From: Uni <badges@{from}>\r\nTo: mira@post.example\r\nSubject: Your badge\r\n\
         Date: Sat, 21 Nov 2026 09:00:00 +0000\r\nMessage-ID: <1@{from}>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nYour badge.\r\n\
         --b\r\nContent-Type: application/json; name=badge.json\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: attachment; filename=badge.json\r\n\r\n{}\r\n--b--\r\n",
        STANDARD.encode(badge)
    );
    let signing = Ed25519Key::from_seed_and_public_key(&[5; 32], &public(5)).unwrap();
    let signature = DkimSigner::from_key(signing)
        .domain(domain)
        .selector("s1")
        .headers(["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"])
        .sign(mail.as_bytes())
        .unwrap();
    [signature.to_header().into_bytes(), mail.into_bytes()].concat()
}

fn public(seed: u8) -> Vec<u8> {
    let jwk = Key::ed25519_from_seed(&[seed; 32]).unwrap().public_jwk();
    URL_SAFE_NO_PAD.decode(jwk["x"].as_str().unwrap()).unwrap()
}

fn record(seed: u8, note: &str) -> String {
    format!("v=DKIM1; k=ed25519; n={note}; p={}", STANDARD.encode(public(seed)))
}

/// A name server that has the key of one domain, and a mail that it signed.
pub(crate) fn uni() -> Names {
    Names::new().text(&at(UNI), &record(5, ""))
}

pub(crate) fn mail_of_uni() -> Vec<u8> {
    mail(UNI, UNI)
}

fn at(domain: &str) -> String {
    format!("s1._domainkey.{domain}")
}

/// What `verify` says of who sent it.
fn sent(line: &CommandLine, mail: &[u8], arguments: &[&str]) -> Value {
    let file = line.file("badge.eml", mail);
    let all = [&["verify", "--json"], arguments, &[file.to_str().unwrap()]].concat();
    let lines = line.run(all).expect(0).lines();
    assert_eq!(
        (lines.len(), &lines[0]["verdict"]),
        (1, &json!("valid")),
        "the badge stands as it would alone"
    );
    let checks = lines[0]["checks"].as_array().unwrap();
    let mut check = checks.iter().find(|check| check["id"] == "mail").unwrap().clone();
    check["wanted"] = lines[0]["wantedHosts"].clone();
    check
}

#[test]
fn a_key_is_looked_up_with_consent_and_kept() {
    inside("mail_keys::a_key_is_looked_up_with_consent_and_kept", |network| {
        let Some(names) = network.name_server(&uni()) else { return };
        let line = network.command_line();
        let mail = mail_of_uni();
        let file = line.file("badge.eml", &mail).display().to_string();
        // Nothing that is done without a yes asks: looking, taking in, checking; nor does a yes to somebody else.
        for arguments in [
            vec!["inspect", "--json", &file],
            vec!["import", "--json", &file],
            vec!["verify", "--json", &file],
            vec!["verify", "--json", "--offline", "--allow", "all", &file],
            vec![
                "verify",
                "--json",
                "--allow",
                "dns:example.org",
                "--allow",
                "s1._domainkey.uni.example.org",
                &file,
            ],
        ] {
            line.run(arguments.clone()).expect(0);
            assert_eq!(names.asked(), [""; 0], "{arguments:?}");
        }
        let without = sent(&line, &mail, &[]);
        assert_eq!(
            (&without["outcome"], &without["code"]),
            (&json!("inconclusive"), &json!("mail.key-not-had"))
        );
        assert_eq!(without["wanted"], json!(["dns:uni.example.org"]), "{without}");
        assert!(without["next"].as_str().unwrap().contains("dns:uni.example.org"), "{without}");

        let archive = line.folder().join("archive").display().to_string();
        let with = sent(&line, &mail, &["--allow", "dns:uni.example.org", "--record", &archive]);
        assert_eq!((&with["outcome"], &with["code"]), (&json!("passed"), &json!("mail.sent")), "{with}");
        assert!(with["message"].as_str().unwrap().contains(UNI), "{with}");
        assert_eq!(with["notes"][0]["code"], "mail.key-day", "{with}");
        assert_eq!(names.asked(), ["TXT s1._domainkey.uni.example.org"], "the one record, and nothing else");
        // Who may be asked itself may be asked about.
        assert_eq!(sent(&line, &mail, &["--allow", UNI])["code"], "mail.sent");
        assert_eq!(names.asked().len(), 2);

        // The record is kept, and proves without a network.
        let index = std::fs::read_to_string(format!("{archive}/index.json")).unwrap();
        assert!(index.contains("dns:s1._domainkey.uni.example.org?type=TXT"), "{index}");
        let later = sent(&line, &mail, &["--offline", "--documents", &archive]);
        assert_eq!(later["code"], "mail.sent");
        assert_eq!(names.asked().len(), 2);
    });
}

#[test]
fn what_the_name_server_says_decides_what_is_said() {
    inside("mail_keys::what_the_name_server_says_decides_what_is_said", |network| {
        let huge = "x".repeat(240);
        let mut names = Names::new()
            .text(&at(UNI), &record(5, ""))
            .text(&at("other.example.org"), &record(6, ""))
            // More than fits in a datagram: asked again by TCP.
            .text(&at("long.example.org"), &record(5, &"y".repeat(500)))
            .text(&at("long.example.org"), &format!("a note {}", "y".repeat(800)))
            .text(&at("long.example.org"), &format!("another {}", "y".repeat(800)))
            .alias(&at("alias.example.org"), &at("provider.example.org"))
            .text(&at("provider.example.org"), &record(5, ""))
            .text(&at("several.example.org"), "zzz a note")
            .text(&at("several.example.org"), &record(5, ""))
            .text(&at("taken-back.example.org"), "v=DKIM1; k=ed25519; p=")
            .silent("silent.example.org");
        for n in 0..120 {
            names = names.text(&at("huge.example.org"), &format!("{huge}{n}"));
        }
        let Some(server) = network.name_server(&names) else { return };
        let line = network.command_line();
        for (from, domain, outcome, code) in [
            (UNI, UNI, "passed", "mail.sent"),
            ("mail.uni.example.org", UNI, "passed", "mail.sent"),
            ("elsewhere.example.org", UNI, "inconclusive", "mail.other-domain"),
            ("other.example.org", "other.example.org", "failed", "mail.altered"),
            ("long.example.org", "long.example.org", "passed", "mail.sent"),
            ("alias.example.org", "alias.example.org", "passed", "mail.sent"),
            ("several.example.org", "several.example.org", "passed", "mail.sent"),
            ("taken-back.example.org", "taken-back.example.org", "inconclusive", "mail.key-gone"),
            ("none.example.org", "none.example.org", "inconclusive", "mail.key-gone"),
            // Not below what the server answers for: it refuses.
            ("refused.example", "refused.example", "inconclusive", "mail.key-unanswered"),
            ("huge.example.org", "huge.example.org", "inconclusive", "mail.key-unanswered"),
        ] {
            let before = server.asked().len();
            let check = sent(&line, &mail(from, domain), &["--allow", &format!("dns:{domain}")]);
            assert_eq!(
                (&check["outcome"], &check["code"]),
                (&json!(outcome), &json!(code)),
                "{domain}: {check}"
            );
            let asked = server.asked().split_off(before);
            let own = format!("TXT s1._domainkey.{domain}");
            assert!(
                !asked.is_empty() && asked.len() <= 4 && asked.iter().all(|one| *one == own),
                "{asked:?}"
            );
            let undecided = matches!(code, "mail.key-unanswered");
            assert_eq!(check["wanted"] == json!([format!("dns:{domain}")]), undecided, "{check}");
            assert!(!undecided || check["next"].is_string(), "{check}");
        }
        let begun = Instant::now();
        let check = sent(&line, &mail("silent.example.org", "silent.example.org"), &["--allow", "all"]);
        assert_eq!(check["code"], "mail.key-unanswered");
        assert!(begun.elapsed() < Duration::from_secs(25), "{:?}", begun.elapsed());

        // That there was none is kept, too, and an archive of it asks nobody.
        let archive = line.folder().join("archive").display().to_string();
        let gone = mail("none.example.org", "none.example.org");
        sent(&line, &gone, &["--allow", "dns:none.example.org", "--record", &archive]);
        let before = server.asked().len();
        let kept = sent(&line, &gone, &["--offline", "--documents", &archive]);
        assert_eq!((&kept["code"], server.asked().len()), (&json!("mail.key-gone"), before));
    });
}
