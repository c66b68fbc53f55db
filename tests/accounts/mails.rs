//! Mails as they lie in a Maildir, with badges in them and without.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use openbadges::Credential;
use strict_json::json;
use verification::sign::{self, Key};

/// Issues badges.
pub(crate) struct Issuer {
    key: Key,
    picture: Vec<u8>,
}

impl Issuer {
    pub(crate) fn new() -> Issuer {
        let mut picture = Vec::new();
        let mut encoder = png::Encoder::new(Cursor::new(&mut picture), 8, 8);
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header().unwrap().write_image_data(&[200; 8 * 8 * 3]).unwrap();
        Issuer { key: Key::ed25519_from_seed(&[7; 32]).unwrap(), picture }
    }

    /// The n-th badge as a token.
    pub(crate) fn badge(&self, number: u32) -> String {
        let claims = json!({
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": format!("urn:uuid:11111111-0000-4000-8000-{number:012}"),
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": { "id": self.key.did_key(), "type": ["Profile"], "name": "Werkstatt" },
            "validFrom": "2026-02-02T09:31:05Z",
            "name": format!("Badge {number}"),
            "credentialSubject": {
                "type": ["AchievementSubject"],
                "identifier": [{
                    "type": "IdentityObject", "identityHash": "mira@post.example",
                    "identityType": "emailAddress", "hashed": false,
                }],
                "achievement": {
                    "id": format!("urn:uuid:22222222-0000-4000-8000-{number:012}"),
                    "type": ["Achievement"],
                    "name": format!("Badge {number}"),
                    "description": "Moves pallets",
                    "criteria": { "narrative": "Forty hours" },
                },
            },
        });
        sign::jwt(claims, "EdDSA", Some(&self.key.did_key_method()), "vc+jwt", &self.key).unwrap()
    }

    /// A mail with the n-th badge, in one of the ways in which badges come.
    pub(crate) fn mail(&self, number: u32) -> String {
        let token = self.badge(number);
        let attached = |kind: &str, name: &str, bytes: &[u8]| {
            let body = base64::engine::general_purpose::STANDARD.encode(bytes);
            let lines: Vec<&str> =
                body.as_bytes().chunks(76).map(|l| std::str::from_utf8(l).unwrap()).collect();
            format!(
                "Content-Type: {kind}; name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\
                 Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{}\r\n",
                lines.join("\r\n")
            )
        };
        match number % 4 {
            0 => {
                let baked =
                    openbadges::png::bake(&self.picture, &Credential::read(token.as_bytes()).unwrap());
                mixed("Ihr Zertifikat", number, &attached("image/png", "badge.png", &baked.unwrap()))
            }
            1 => mixed("Anbei", number, &attached("application/octet-stream", "b.jwt", token.as_bytes())),
            2 => {
                let inner =
                    mixed("Anbei", number, &attached("application/vc+jwt", "b.jwt", token.as_bytes()));
                mixed("WG: Anbei", number + 500_000, &format!("Content-Type: message/rfc822\r\n\r\n{inner}"))
            }
            _ => head("Herzlichen Glückwunsch", number) + &plain(&format!("Ihr Badge:\r\n\r\n{token}")),
        }
    }
}

fn head(subject: &str, number: u32) -> String {
    format!(
        "From: Werkstatt <post@werkstatt.example>\r\nTo: mira@post.example\r\nSubject: {subject}\r\n\
         Date: Mon, 2 Feb 2026 09:31:05 +0000\r\nMessage-ID: <{number}@werkstatt.example>\r\nMIME-Version: 1.0\r\n"
    )
}

fn plain(text: &str) -> String {
    format!("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n")
}

fn mixed(subject: &str, number: u32, part: &str) -> String {
    let boundary = format!("b{number}");
    format!(
        "{}Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n--{boundary}\r\n{}--{boundary}\r\n{part}--{boundary}--\r\n",
        head(subject, number),
        plain("Guten Tag.")
    )
}

/// A mail without a badge: news, an invitation, a film, a dot of a picture.
pub(crate) fn other(number: u32) -> String {
    let words = "Neue Schuhe sind da, und das Wetter wird besser. ".repeat(40 + (number % 50) as usize);
    let page = format!(
        "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>{words}</p>\
         <a href=\"https://laden.example/{number}\">Zum Laden</a></body></html>\r\n"
    );
    match number % 5 {
        0 => head("Newsletter", number) + &plain(&words),
        1 => head("Newsletter", number) + &page,
        2 => {
            let both = format!("--a\r\n{}--a\r\n{page}--a--\r\n", plain(&words));
            format!("{}Content-Type: multipart/alternative; boundary=a\r\n\r\n{both}", head("Neues", number))
        }
        3 => mixed(
            "Einladung",
            number,
            "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        ),
        _ => mixed(
            "Neues",
            number,
            "Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=\r\n",
        ),
    }
}

/// Mails in mails, deeper than anybody writes.
pub(crate) fn deep(number: u32) -> String {
    let mut mail = head("ganz innen", number) + &plain("Guten Tag.");
    for level in 0..60 {
        mail = mixed("WG", number * 1000 + level, &format!("Content-Type: message/rfc822\r\n\r\n{mail}"));
    }
    mail
}

/// A place of a Maildir, made if it is not there.
pub(crate) fn maildir(place: &Path) {
    for name in ["new", "cur", "tmp"] {
        fs::create_dir_all(place.join(name)).unwrap();
    }
}

/// Puts a mail there. Every third has been read.
pub(crate) fn deliver(place: &Path, number: u32, mail: &str) {
    let name = format!("{:010}.M{number}.host", 1_700_000_000 + number);
    let path = if number.is_multiple_of(3) {
        place.join("cur").join(format!("{name}:2,S"))
    } else if number % 3 == 1 {
        place.join("cur").join(format!("{name}:2,"))
    } else {
        place.join("new").join(name)
    };
    fs::write(path, mail).unwrap();
}

/// Says of all mails that lie there that they came long ago.
pub(crate) fn long_ago(place: &Path) {
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_577_836_800);
    for folder in ["new", "cur"] {
        for entry in fs::read_dir(place.join(folder)).unwrap() {
            fs::File::options().write(true).open(entry.unwrap().path()).unwrap().set_modified(then).unwrap();
        }
    }
}
