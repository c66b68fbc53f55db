//! An account on a platform of the Badgr family, played by a double that counts what it is asked.

use std::sync::{Arc, Mutex};

use backpack::MemoryKeyring;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use openbadges::Note;
use secrecy::{ExposeSecret as _, SecretString};
use strict_json::json;
use verification::{Answer, Document, Origin, Wanted};

use super::kit::*;
use crate::ports::{Call, Fetch, FixedClock, Method, Request, Response, SystemRandom};
use crate::views::{AccountKind, ChangeSet, Failure, NewAccount};
use crate::{Gathered, ImportTerms, Imported, Ports, Unwatched, Wallet};

const HOST: &str = "api.openbadges.education";

/// The platform.
#[derive(Default)]
struct Platform {
    /// Names of the badges that the account lists, by their numbers.
    badges: Mutex<Vec<u32>>,
    /// Whether the token comes only as a cookie.
    cookie: bool,
    asked: Mutex<Vec<String>>,
}

impl Platform {
    fn with(badges: &[u32], cookie: bool) -> Arc<Platform> {
        Arc::new(Platform { badges: Mutex::new(badges.to_vec()), cookie, asked: Mutex::default() })
    }

    /// What was asked since the last time.
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }

    fn badge(number: u32) -> String {
        Issuer::by_key(3, "Werkstatt").badge(&id(number), &format!("Badge {number}"), &json!({}))
    }

    fn answer(&self, request: &Request) -> Response {
        let json =
            |status, body: strict_json::Value| Response::plain(status, "application/json", body.to_string());
        if request.url().path() == "/o/token" {
            let (kind, body) = request.content().unwrap();
            assert_eq!((request.method(), kind), (Method::Post, "application/x-www-form-urlencoded"));
            let form = "grant_type=client_credentials&client_id=mira&client_secret=geh%26eim";
            return match (body == form.as_bytes(), self.cookie) {
                (false, _) => json(401, json!({ "error": "invalid_client" })),
                (true, false) => json(200, json!({ "access_token": "t-1", "token_type": "Bearer" })),
                (true, true) => Response {
                    access_token: Some(SecretString::from("t-1".to_owned())),
                    ..json(200, json!({}))
                },
            };
        }
        assert_eq!(request.method(), Method::Get);
        assert_eq!(request.authorization().unwrap().expose_secret(), "Bearer t-1");
        let badges = self.badges.lock().unwrap();
        match request.url().path() {
            "/v2/backpack/assertions" => {
                let one = |number: &u32| {
                    json!({
                        "entityType": "Assertion", "entityId": format!("e{number}"),
                        "openBadgeId": format!("https://{HOST}/public/assertions/{number}"),
                        "badgeclass": { "name": format!("Badge {number}") },
                    })
                };
                json(200, json!({ "result": badges.iter().map(one).collect::<Vec<_>>() }))
            }
            "/v2/backpack/collections" => {
                let members: Vec<_> = badges.iter().take(2).map(|number| format!("e{number}")).collect();
                json(
                    200,
                    json!({ "result": [
                        { "entityId": "c1", "name": "Holz", "description": "Alles aus Holz", "assertions": members },
                    ]}),
                )
            }
            _ => json(404, json!({})),
        }
    }
}

impl Call for Platform {
    fn send<'a>(
        &'a self,
        request: &'a Request,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Result<Response, Note>> {
        assert!(allow(HOST) && !allow("elsewhere.example"));
        assert_eq!(request.host(), HOST);
        self.asked.lock().unwrap().push(request.url().to_string());
        let answer = self.answer(request);
        async move { Ok(answer) }.boxed_local()
    }
}

impl Fetch for Platform {
    fn get<'a>(
        &'a self,
        wanted: &'a Wanted,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer> {
        assert!(allow(HOST) && !allow("elsewhere.example"));
        let address = wanted.url.as_str();
        self.asked.lock().unwrap().push(address.to_owned());
        let path = address.rsplit("/assertions/").next().unwrap();
        let number: Option<u32> = path.split(['/', '?']).next().and_then(|number| number.parse().ok());
        // One of them has no newer form, and another no picture.
        let bytes = match number {
            Some(404) => None,
            Some(2) if path.contains("v=3_0") => None,
            Some(3) if path.ends_with("/baked") => None,
            Some(number) if path.ends_with("/baked") => Some(baked(&Platform::badge(number))),
            Some(number) => Some(Platform::badge(number).into_bytes()),
            None => None,
        };
        let answer = match bytes {
            Some(bytes) => {
                Answer::Got(Document::new(wanted.url.clone(), None, bytes, now(), Origin::Fetched))
            }
            None => Answer::Missing,
        };
        async move { answer }.boxed_local()
    }
}

fn world(platform: &Arc<Platform>) -> (tempfile::TempDir, Arc<MemoryKeyring>, Wallet) {
    let (folder, keyring) = (tempfile::tempdir().unwrap(), Arc::new(MemoryKeyring::new()));
    let ports = Ports {
        fetch: Some(Arc::<Platform>::clone(platform)),
        call: Some(Arc::<Platform>::clone(platform)),
        mailboxes: None,
        keyring: Arc::<MemoryKeyring>::clone(&keyring),
        clock: Arc::new(FixedClock(now())),
        random: Arc::new(SystemRandom),
    };
    let wallet = Wallet::new(folder.path().join("backpack"), ports);
    let _ = wallet.create_backpack(Some(secret("Zwölf Kisten"))).unwrap();
    (folder, keyring, wallet)
}

fn account() -> NewAccount {
    NewAccount::Oeb { host: None, client: "mira".to_owned() }
}

fn scan(wallet: &Wallet, id: &str) -> (Gathered, Vec<Failure>) {
    let mut failed = Vec::new();
    let mut each = |came: Result<Imported, Failure>, _: &ChangeSet| failed.extend(came.err());
    let done = wallet.scan_account(id, &ImportTerms::default(), &Unwatched, &mut each).unwrap();
    (done.value, failed)
}

#[test]
fn badges_and_collections_come_once() {
    for cookie in [false, true] {
        let platform = Platform::with(&[1, 2, 3], cookie);
        let (_folder, keyring, wallet) = world(&platform);
        assert_eq!(wallet.try_account(&account(), &secret("falsch")).unwrap_err().code, "platform.login");
        assert!(wallet.try_account(&account(), &secret("geh&eim")).unwrap().is_empty());
        let added = wallet.add_account(&account(), &secret("geh&eim")).unwrap().value;
        assert_eq!((added.kind, added.host.as_str(), keyring.len()), (AccountKind::Oeb, HOST, 1));
        platform.asked();

        let (first, failed) = scan(&wallet, &added.id);
        assert!(failed.is_empty() && first.broken.is_none(), "{failed:?} {first:?}");
        assert_eq!((first.progress.found, first.progress.known), (3, 2), "pictures hold the same badges");
        assert_eq!((first.progress.done, first.progress.total), (3, Some(3)));
        let asked = platform.asked();
        assert_eq!(
            asked.len(),
            3 + 3 + 1 + 3,
            "token, two lists; each badge, one of them twice; pictures: {asked:#?}"
        );
        assert!(asked.iter().all(|url| !url.contains("eim") && !url.contains("t-1")), "{asked:#?}");
        assert!(asked[1].ends_with("?include_expired=true&expand=badgeclass&expand=issuer"), "{asked:#?}");
        let stack = wallet.stack("Holz").unwrap();
        assert_eq!((stack.items.len(), stack.description.as_str()), (2, "Alles aus Holz"));
        assert!(wallet.accounts().unwrap()[0].scanned_at.is_some());

        let (second, _) = scan(&wallet, &added.id);
        assert_eq!((second.progress.looked_at, platform.asked().len()), (0, 3), "token and two lists");

        platform.badges.lock().unwrap().push(4);
        // What the person changed in the stack stays so.
        let _ = wallet.remove_from_stack("Holz", &stack.items[0].id).unwrap();
        let (third, _) = scan(&wallet, &added.id);
        assert_eq!((third.progress.found, platform.asked().len()), (1, 3 + 2));
        assert_eq!(wallet.stack("Holz").unwrap().items.len(), 1);
        assert_eq!(wallet.stacks().unwrap().len(), 1);

        let _ = wallet.remove_account(&added.id).unwrap();
        assert!(keyring.is_empty() && wallet.accounts().unwrap().is_empty());
        assert_eq!(wallet.status().badges, 4, "the badges stay");
    }
}

#[test]
fn what_is_not_public_yet_is_told_and_tried_again() {
    let platform = Platform::with(&[1, 404], false);
    let (_folder, _, wallet) = world(&platform);
    let added = wallet.add_account(&account(), &secret("geh&eim")).unwrap().value;
    for found in [1, 0] {
        let (gathered, failed) = scan(&wallet, &added.id);
        assert_eq!(gathered.progress.found, found);
        let [one] = failed.as_slice() else { panic!("{failed:?}") };
        assert_eq!((one.code.as_str(), one.args["name"].as_str()), ("platform.not-public", "Badge 404"));
    }
    let _ = wallet.set_account_secret(&added.id, &secret("falsch")).unwrap();
    assert_eq!(wallet.account_supply(&added.id).unwrap_err().code, "platform.login");
    assert!(wallet.account_folders(&added.id).unwrap().is_empty());
}
