//! A folder of badges, and the program over it.

use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use base64::Engine as _;
use openbadges::Credential;
use strict_json::{Value, json};
use tempfile::TempDir;
use verification::sign::{self, Key};

pub(crate) const NOW: &str = "2026-11-21T09:00:00Z";
pub(crate) const MIRA: &str = "mira@post.example";
const BASE64: base64::engine::GeneralPurpose = base64::engine::general_purpose::STANDARD;
const URL_SAFE: base64::engine::GeneralPurpose = base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A badge as a token. `host`: an issuer with a domain; else one who is a key.
pub(crate) fn token(n: u32, name: &str, host: Option<&str>, more: &Value) -> String {
    let key = Key::ed25519_from_seed(&[7; 32]).unwrap();
    let (issuer, kid) = match host {
        Some(host) => (format!("did:web:{host}"), format!("did:web:{host}#key-1")),
        None => (key.did_key(), key.did_key_method()),
    };
    let mut claims = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": format!("urn:uuid:11111111-0000-4000-8000-{n:012}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": issuer, "type": ["Profile"], "name": "Lernwerkstatt" },
        "validFrom": "2026-02-02T09:31:05Z",
        "name": name,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject", "identityHash": MIRA, "identityType": "emailAddress", "hashed": false,
            }],
            "achievement": {
                "id": format!("urn:uuid:22222222-0000-4000-8000-{n:012}"),
                "type": ["Achievement"],
                "name": name,
                "description": "Moves pallets without dropping them",
                "criteria": { "narrative": "Forty hours in the warehouse" },
            },
        },
    });
    for (member, value) in more.as_object().into_iter().flatten() {
        claims[member] = value.clone();
    }
    sign::jwt(claims, "EdDSA", Some(&kid), "vc+jwt", &key).unwrap()
}

/// The DID document of [`token`]'s issuer with that host.
pub(crate) fn did_document(host: &str) -> Value {
    let key = Key::ed25519_from_seed(&[7; 32]).unwrap();
    let (id, kid) = (format!("did:web:{host}"), format!("did:web:{host}#key-1"));
    json!({
        "@context": ["https://www.w3.org/ns/did/v1"],
        "id": id,
        "verificationMethod": [{
            "id": kid, "type": "JsonWebKey2020", "controller": id, "publicKeyJwk": key.public_jwk(),
        }],
        "assertionMethod": [kid],
    })
}

/// The same with another text in it and the old signature.
pub(crate) fn tampered(token: &str) -> String {
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    let text = String::from_utf8(URL_SAFE.decode(&parts[1]).unwrap()).unwrap();
    parts[1] = URL_SAFE.encode(text.replace("Forty hours", "Four hours"));
    parts.join(".")
}

pub(crate) fn picture() -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    image::DynamicImage::new_rgba8(40, 40).write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}

pub(crate) fn baked(token: &str) -> Vec<u8> {
    openbadges::png::bake(&picture(), &Credential::read(token.as_bytes()).unwrap()).unwrap()
}

pub(crate) fn mail(body: &str, attachments: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut text = format!(
        "From: Werkstatt <badges@werkstatt.example>\r\nTo: Mira <{MIRA}>\r\nSubject: Your badge\r\n\
         Date: Mon, 2 Feb 2026 09:31:05 +0000\r\nMessage-ID: <1@werkstatt.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{body}\r\n"
    );
    for (name, bytes) in attachments {
        let body = BASE64.encode(bytes);
        text += &format!(
            "--b\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\n\
             Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\r\n{body}\r\n"
        );
    }
    (text + "--b--\r\n").into_bytes()
}

/// A place with files, and a backpack of its own.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) exit: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        place.file("passphrase", b"correct horse\nsecond line\n");
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and gives its path as text.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }

    /// The program, with nothing of this machine's in its surroundings.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_badgefolio"));
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .env("BADGEFOLIO_HOME", self.path("backpack"))
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// Runs it with the passphrase at hand.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let passphrase = self.path("passphrase").display().to_string();
        let mut all = arguments.to_vec();
        all.extend(["--passphrase-file", passphrase.as_str()]);
        self.run_plain(&all)
    }

    /// Runs it without a passphrase.
    pub(crate) fn run_plain(&self, arguments: &[&str]) -> Ran {
        let output = self.command().args(arguments).output().unwrap();
        Ran {
            exit: output.status.code().expect("not ended by a signal"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs it with this on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut child = self
            .command()
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        Ran {
            exit: output.status.code().unwrap(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Ran {
    /// The JSON lines.
    pub(crate) fn lines(&self) -> Vec<Value> {
        let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.out.lines().map(read).collect()
    }

    /// The one JSON document.
    pub(crate) fn document(&self) -> Value {
        let lines = self.lines();
        assert_eq!(lines.len(), 1, "{self:?}");
        lines.into_iter().next().unwrap()
    }

    /// Ended so, or tell everything.
    pub(crate) fn ends(self, exit: i32) -> Ran {
        assert_eq!(self.exit, exit, "{self:#?}");
        self
    }
}
