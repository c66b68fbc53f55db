//! What links in mails lead to, over a network that was recorded: who is asked for what, in which order, and what comes of it.
//! Bringing in a mail asks nobody; following a link asks only whom its person said yes to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};

use backpack::MemoryKeyring;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use jiff::Timestamp;
use openbadges::Note;
use strict_json::{Value, json};
use verification::{Answer, Document, Origin, Wanted};
use wallet::ports::{Fetch, FixedClock, SystemRandom};
use wallet::{Given, Ports, Wallet};
use wallet_tests::shared;

const AT: &str = "2026-11-21T09:00:00Z";

/// A network that only knows what was recorded, and remembers every address it was asked for.
#[derive(Default)]
struct Recorded {
    answers: BTreeMap<String, Value>,
    asked: Mutex<Vec<String>>,
}

impl Recorded {
    /// A badge of Open Badges 2.0 at this address.
    fn badge(&mut self, address: &str) {
        let host = url::Url::parse(address).unwrap().host_str().unwrap().to_owned();
        self.badge_of(address, format!("https://{host}/recorded/class"));
    }

    /// A badge of this class, which stands at an address of its own, as does its issuer.
    fn badge_of(&mut self, address: &str, class: String) {
        let host = url::Url::parse(address).unwrap().host_str().unwrap().to_owned();
        let issuer = format!("https://{host}/recorded/issuer");
        let context = "https://w3id.org/openbadges/v2";
        self.answers.insert(
            address.to_owned(),
            json!({
                "@context": context, "type": "Assertion", "id": address, "badge": class,
                "recipient": { "type": "email", "hashed": false, "identity": "mira@post.example" },
                "issuedOn": "2026-02-02T09:31:05Z", "verification": { "type": "HostedBadge" },
            }),
        );
        self.answers.insert(
            class.clone(),
            json!({
                "@context": context, "type": "BadgeClass", "id": class, "name": "Recorded badge", "issuer": issuer,
                "description": "d", "criteria": { "narrative": "c" }, "image": format!("https://{host}/recorded/image.png"),
            }),
        );
        self.answers.insert(
            issuer.clone(),
            json!({ "@context": context, "type": "Issuer", "id": issuer, "name": "Recorded issuer", "url": format!("https://{host}") }),
        );
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

impl Fetch for Recorded {
    fn get<'a>(
        &'a self,
        wanted: &'a Wanted,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer> {
        let host = wanted.url.host().unwrap();
        let answer = if allow(&host) {
            self.asked.lock().unwrap().push(wanted.url.as_str().to_owned());
            self.answers.get(wanted.url.as_str()).map_or(Answer::Missing, |document| {
                Answer::Got(Document::new(
                    wanted.url.clone(),
                    Some("application/ld+json".to_owned()),
                    document.to_string().into_bytes(),
                    AT.parse::<Timestamp>().unwrap(),
                    Origin::Fetched,
                ))
            })
        } else {
            Answer::Refused(Note::new("fetch.no-consent").with("host", host))
        };
        async move { answer }.boxed_local()
    }
}

fn wallet(folder: &Path, network: &Arc<Recorded>) -> Wallet {
    let fetch: Arc<dyn Fetch> = Arc::<Recorded>::clone(network);
    let ports = Ports {
        fetch: Some(fetch),
        call: None,
        mailboxes: None,
        keyring: Arc::new(MemoryKeyring::new()),
        clock: Arc::new(FixedClock(AT.parse().unwrap())),
        random: Arc::new(SystemRandom),
    };
    let wallet = Wallet::new(folder.join("backpack"), ports);
    let _ = wallet.create_backpack(None).unwrap();
    wallet
}

/// A mail, and the addresses its manifest names.
struct Message {
    file: String,
    bytes: Vec<u8>,
    fetch: Vec<String>,
    /// Links that may be followed at all: behind a login or a claim is only the person's own browser.
    links: Vec<intake::Link>,
}

/// The mail whose badge is checked at the issuer's own copy: its manifest names what the check asks for, and no link does.
const HOSTED: &str = "oeb_05_legacy_ob2_2024.eml";

/// What else following asks for: the picture that belongs to a badge, copies of badges that lie in the mail already, and pages of
/// which nobody knows an address for data.
const ALSO: &[(&str, &[&str])] = &[
    ("oeb_01_competency_ob3.eml", &[OEB_KI, OEB_KI_BAKED]),
    (
        "oeb_02_participation_ob3.eml",
        &[
            "https://api.openbadges.education/public/assertions/fxAssertTN000000000001",
            "https://api.openbadges.education/public/assertions/fxAssertTN000000000001/baked",
        ],
    ),
    (
        "oeb_03_microdegree.eml",
        &[
            "https://api.openbadges.education/public/assertions/fxAssertMD000000000001",
            "https://api.openbadges.education/public/assertions/fxAssertMD000000000001/baked",
        ],
    ),
    (
        HOSTED,
        &[
            "https://api.openbadges.education/public/assertions/fxAssertOLD00000000001",
            "https://api.openbadges.education/public/assertions/fxAssertOLD00000000001/baked",
        ],
    ),
    ("fwd_01_as_attachment.eml", &[OEB_KI, OEB_KI_BAKED]),
    (
        "badgr_01_award_no_attachment.eml",
        &["https://api.badges.example/public/assertions/fxBadgrAssertion000001/baked"],
    ),
    ("moodle_01_attached_iTXt.eml", &[MOODLE, MOODLE_NEWER]),
    ("moodle_02_attached_legacy_malformed_iTXt.eml", &[MOODLE, MOODLE_NEWER]),
    ("enc_01_latin1_base64_body.eml", &[MOODLE, MOODLE_NEWER]),
    ("sertifier_01.eml", &["https://verified.sertifier.com/en/verify/90000000000017/?ref=email"]),
    ("certifier_01.eml", &["https://credsverse.com/credentials/00000000-0000-4000-8000-000000000301"]),
    (
        "rewrite_02_click_tracking_opaque.eml",
        &["https://u1234567.ct.sendgrid.example/ls/click?upn=u001.Fixture-2Bopaque"],
    ),
    // A page like any other: that its host only looks like a platform's is said before anybody consents.
    ("hostile_01_lookalike_unaligned_dkim.eml", &["https://credly-badges.example/accept"]),
];
const OEB_KI: &str = "https://api.openbadges.education/public/assertions/fxAssertKI000000000001";
const OEB_KI_BAKED: &str = "https://api.openbadges.education/public/assertions/fxAssertKI000000000001/baked";
const MOODLE: &str = "https://moodle.school.example/badges/assertion.php?obversion=2&b=f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed";
const MOODLE_NEWER: &str =
    "https://moodle.school.example/badges/json/assertion.php?b=f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed";

fn messages(folder: &Path) -> Vec<Message> {
    let manifest: Value =
        serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    let texts = |value: &Value| match value {
        Value::Array(all) => all.iter().map(|one| one.as_str().unwrap().to_owned()).collect(),
        Value::String(one) => vec![one.to_string()],
        _ => Vec::new(),
    };
    manifest["messages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|message| {
            let file = message["file"].as_str().unwrap().to_owned();
            let bytes = std::fs::read(folder.join(&file)).unwrap();
            let mut links = intake::scan(&bytes, &file).unwrap().links;
            links.retain(wallet::may_follow);
            Message { fetch: texts(&message["expected"]["fetch"]), bytes, file, links }
        })
        .collect()
}

/// What following every link of a mail came to.
#[derive(Debug, Default)]
struct Walked {
    /// Addresses that were asked, in order; without the class and issuer that are read to check a badge.
    asked: Vec<String>,
    badges: usize,
}

/// Follows each link of a mail: first without consent, then with consent for the hosts that were named.
fn walk(message: &Message, network: Recorded) -> Walked {
    let network = Arc::new(network);
    let folder = tempfile::tempdir().unwrap();
    let wallet = wallet(folder.path(), &network);
    let mut walked = Walked::default();
    for link in &message.links {
        let before = network.asked().len();
        let asks = wallet.follow_link(&link.opens, &[]).unwrap().value.asks;
        assert_eq!(network.asked().len(), before, "{}: {} was asked without consent", message.file, link.url);
        let mut hosts: Vec<String> = asks.into_iter().map(|ask| ask.host).collect();
        // Where it leads on to another host, that one is named next.
        for _ in 0..4 {
            let view = wallet.follow_link(&link.opens, &hosts).unwrap().value;
            walked.badges += view.added.inputs.iter().map(|input| input.found.len()).sum::<usize>();
            hosts = view.asks.into_iter().map(|ask| ask.host).collect();
            if hosts.is_empty() {
                break;
            }
        }
    }
    let allowed: BTreeSet<String> = wallet.settings().unwrap().consents.into_iter().collect();
    for address in network.asked() {
        let host = url::Url::parse(&address).unwrap().host_str().unwrap().to_owned();
        assert!(allowed.contains(&host), "{}: {address} was asked, and nobody allowed {host}", message.file);
    }
    walked.asked = network.asked().into_iter().filter(|address| !address.contains("/recorded/")).collect();
    walked.asked.dedup();
    walked
}

#[test]
fn bringing_in_any_mail_asks_nobody() {
    let Some(folder) = shared("mail", "bringing in the shared set of badge mails over a recorded network")
    else {
        return;
    };
    let network = Arc::new(Recorded::default());
    let home = tempfile::tempdir().unwrap();
    let wallet = wallet(home.path(), &network);
    let mut links = 0;
    for message in messages(&folder) {
        let added = wallet.add(&[Given::file(&message.file, message.bytes.clone())]).unwrap().value;
        let shown: Vec<&str> =
            added.inputs.iter().flat_map(|input| &input.links).map(|link| link.opens.as_str()).collect();
        for link in &message.links {
            assert!(shown.contains(&link.opens.as_str()), "{}: {} is not shown", message.file, link.url);
            links += 1;
        }
        assert_eq!(network.asked(), Vec::<String>::new(), "{}", message.file);
    }
    assert!(links > 15, "there was somebody to ask: {links}");
}

#[test]
fn links_of_every_mail_ask_what_its_manifest_names_and_nothing_else() {
    let Some(folder) = shared("mail", "following the links of the shared set of badge mails") else { return };
    let mut wrong = Vec::new();
    for message in messages(&folder).iter_mut().filter(|message| !message.links.is_empty()) {
        if message.file == HOSTED {
            message.fetch.clear();
        }
        // Each address in its turn is the one that answers: those before it are asked first, those after it never.
        let turns: Vec<usize> = (0..message.fetch.len().max(1)).collect();
        for turn in turns {
            let mut network = Recorded::default();
            if let Some(address) = message.fetch.get(turn) {
                network.badge(address);
            }
            let walked = walk(message, network);
            let also: Vec<String> = ALSO
                .iter()
                .filter(|(file, _)| *file == message.file)
                .flat_map(|(_, also)| also.iter().map(|address| (*address).to_owned()))
                .collect();
            let mut expected: Vec<String> = message.fetch.iter().take(turn + 1).cloned().collect();
            expected.extend(also);
            let badges = usize::from(!message.fetch.is_empty());
            if walked.asked != expected || walked.badges != badges {
                wrong.push(format!("{} {turn}: {walked:#?}, not {badges} and {expected:#?}", message.file));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The badge in this mail proves nothing by itself; its issuer's copies do, and they are asked for where the manifest says.
#[test]
fn a_hosted_badge_is_checked_where_its_manifest_says() {
    let Some(folder) = shared("mail", "checking the hosted badge of the shared set of badge mails") else {
        return;
    };
    let message = messages(&folder).into_iter().find(|message| message.file == HOSTED).unwrap();
    let [assertion, class] = message.fetch.as_slice() else { panic!("{:?}", message.fetch) };
    let mut network = Recorded::default();
    network.badge_of(assertion, class.clone());
    let network = Arc::new(network);
    let home = tempfile::tempdir().unwrap();
    let wallet = wallet(home.path(), &network);
    let added = wallet.add(&[Given::file(&message.file, message.bytes.clone())]).unwrap().value;
    let id = &added.inputs[0].found[0];
    let _ = wallet.check_again(id, &[]).unwrap();
    assert_eq!(network.asked(), Vec::<String>::new());
    let _ = wallet.check_again(id, &["api.openbadges.education".to_owned()]).unwrap();
    let asked: BTreeSet<String> = network.asked().into_iter().collect();
    let named: BTreeSet<String> = message.fetch.into_iter().collect();
    assert!(named.is_subset(&asked), "{named:?} of {asked:?}");
    let host = |address: &String| url::Url::parse(address).unwrap().host_str().unwrap().to_owned();
    let hosts: BTreeSet<String> = asked.iter().map(host).collect();
    assert_eq!(hosts, BTreeSet::from(["api.openbadges.education".to_owned()]));
}
