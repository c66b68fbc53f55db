//! What the tests in the window begin with: a mail, a backpack, some words.

use std::{fs, path::PathBuf};

use verification::sign::{self, Key};
use wallet_tests::samples;

use crate::page::Page;

/// A passphrase that is found nowhere else.
pub const PASSPHRASE: &str = "river bread seven lanterns";
/// A sentence of the learner's own.
pub const EVIDENCE: &str = "I led eleven children across the moor";
/// The badge of the mail that holds without asking anybody.
pub const GOOD: &str = "Youth Camp Team Lead";
/// The badge that was altered after it was signed.
pub const TAMPERED: &str = "Climbing Wall Supervisor";
/// The badge whose issuer would have to be asked.
pub const UNDECIDED: &str = "Nature Guide";
/// To whom the mail went.
pub const ADDRESS: &str = "robin.sample@mail.example";

/// One mail with these three badges.
pub fn three_badges() -> Vec<u8> {
    fs::read(samples().join("08-summer-camp-three-badges.eml")).expect("the sample mails are there")
}

/// All sample mails.
pub fn mails() -> Vec<PathBuf> {
    let mut mails: Vec<PathBuf> = fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
        .collect();
    mails.sort();
    mails
}

/// One of many mails, each with another badge that nobody signed.
pub fn mail(number: usize) -> Vec<u8> {
    let badge = serde_json::json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": format!("https://waldkante.example/badges/{number}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": "https://waldkante.example/", "type": ["Profile"], "name": "Waldkante" },
        "validFrom": "2026-05-04T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": format!("https://waldkante.example/achievements/{number}"),
                "type": ["Achievement"],
                "name": format!("Nature Guide {number}"),
                "description": "Leads groups through the wood.",
                "criteria": { "narrative": "Led three groups." },
            },
        },
    });
    let head = format!(
        "From: badges@waldkante.example\r\nTo: {ADDRESS}\r\nSubject: Badge {number}\r\nMIME-Version: 1.0\r\n\
         Message-ID: <{number}@waldkante.example>\r\nContent-Type: application/json; name=\"badge.json\"\r\n\
         Content-Disposition: attachment; filename=\"badge.json\"\r\n\r\n"
    );
    format!("{head}{badge}\r\n").into_bytes()
}

/// A mailbox file with so many mails, each with another badge.
pub fn mailbox(count: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for number in 0..count {
        bytes.extend_from_slice(b"From badges@waldkante.example Mon May  4 09:00:00 2026\n");
        bytes.extend(mail(number).into_iter().filter(|byte| *byte != b'\r'));
        bytes.push(b'\n');
    }
    bytes
}

/// A badge that nobody signed, as its issuer's page would have it.
pub fn badge(number: usize) -> Vec<u8> {
    let mail = mail(number);
    let start = mail.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    mail[start + 4..].to_vec()
}

/// Who signed a made-up badge: a domain with a key that is found there.
pub struct Signer {
    key: Key,
    seed: u8,
    host: &'static str,
}

impl Signer {
    /// A domain and the key it has now.
    pub fn new(host: &'static str, seed: u8) -> Signer {
        Signer { key: Key::ed25519_from_seed(&[seed; 32]).unwrap(), seed, host }
    }

    fn method(&self) -> String {
        format!("did:web:{}#key-{}", self.host, self.seed)
    }

    /// What the domain says of this key, and of another one that it has.
    pub fn document(&self, other: Option<&Signer>) -> Vec<u8> {
        let did = format!("did:web:{}", self.host);
        let all: Vec<&Signer> = [Some(self), other].into_iter().flatten().collect();
        let key = |signer: &&Signer| {
            serde_json::json!({ "id": signer.method(), "type": "JsonWebKey2020", "controller": did,
                "publicKeyJwk": signer.key.public_jwk() })
        };
        serde_json::json!({
            "@context": ["https://www.w3.org/ns/did/v1"],
            "id": did,
            "verificationMethod": all.iter().map(key).collect::<Vec<_>>(),
            "assertionMethod": all.iter().map(|signer| signer.method()).collect::<Vec<_>>(),
        })
        .to_string()
        .into_bytes()
    }

    /// A badge with this name, as a token; it offers newer versions of itself.
    pub fn badge(&self, name: &str) -> String {
        let claims = serde_json::json!({
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": format!("https://{}/badges/{}", self.host, name.len()),
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": { "id": format!("did:web:{}", self.host), "type": ["Profile"], "name": "Lernwerkstatt Waldkante" },
            "validFrom": "2026-02-02T09:31:05Z",
            "name": name,
            "refreshService": { "id": format!("https://{}/refresh/1", self.host), "type": "1EdTechCredentialRefresh" },
            "credentialSubject": { "type": ["AchievementSubject"], "achievement": {
                "id": format!("https://{}/achievements/1", self.host), "type": ["Achievement"], "name": name,
                "description": "Leads groups through the wood.", "criteria": { "narrative": "Led three groups." },
            } },
        });
        sign::jwt(claims.into(), self.key.alg(), Some(&self.method()), "vc+jwt", &self.key).unwrap()
    }
}

/// Words of the sample mails and their badges.
pub fn words() -> Vec<String> {
    [
        GOOD,
        TAMPERED,
        UNDECIDED,
        ADDRESS,
        "Waldkante",
        "summer camp",
        "Forklift Driver",
        "Brückenhaus",
        "Spreadsheet",
    ]
    .map(str::to_owned)
    .into()
}

/// First start, without a password store.
pub async fn make_backpack(page: &Page) {
    page.press("button", "My badges").await;
    choose_passphrase(page).await;
    page.says("Nothing in it yet").await;
}

/// First start, with a password store: nothing is asked.
pub async fn make_backpack_with_keyring(page: &Page) {
    page.press("button", "My badges").await;
    page.says("Nothing in it yet").await;
}

/// The same where something was given to the app that is looked at as soon as there is a backpack.
pub async fn make_backpack_with_keyring_and_go_on(page: &Page) {
    page.press("button", "My badges").await;
    page.find("h1", "Add badges").await;
}

/// Answers the question for a passphrase.
pub async fn choose_passphrase(page: &Page) {
    page.write("Choose a passphrase", PASSPHRASE).await;
    page.write("The same passphrase again", PASSPHRASE).await;
    page.press("button", "Make my backpack").await;
}

/// Pastes the source of the mail and keeps all three badges.
pub async fn add_and_keep_all(page: &Page) {
    page.press("link", "Add badges").await;
    page.find("heading", "Add badges").await;
    page.paste(&String::from_utf8(three_badges()).unwrap()).await;
    page.says("3 badges found").await;
    page.press("link", "Go to my Inbox").await;
    page.says("3 badges are waiting").await;
    page.press_in(GOOD, "button", "Put in backpack").await;
    page.says("2 badges are waiting").await;
    page.press_in(TAMPERED, "button", "Keep it, marked as not genuine").await;
    page.says("1 badge is waiting").await;
    page.press_in(UNDECIDED, "button", "Put in backpack unchecked").await;
    page.says("Nothing is waiting").await;
}

/// Opens a badge from the backpack.
pub async fn open_badge(page: &Page, name: &str) {
    page.press("link", "Backpack").await;
    page.press("row", name).await;
    page.find("h1", name).await;
}

/// Attaches the learner's own words to a badge.
pub async fn attach_text(page: &Page, badge: &str) {
    open_badge(page, badge).await;
    page.press("button", "Add evidence").await;
    page.press("radio", "Text").await;
    page.find("textbox", "Name").await.send_keys("In my own words").await.unwrap();
    page.find("textbox", "Text").await.send_keys(EVIDENCE).await.unwrap();
    page.press("button", "Attach").await;
    page.says("The evidence is with your badge").await;
}
