//! Links and offers in the window, against servers of the test's own network.

use serde_json::json;
use wallet_tests::network::{Asked, Network, Reply, inside};

use crate::{
    driver::Running,
    given::{self, Signer},
    ways_in::given_again,
    world::{Keyring, World},
};

/// Runs something asynchronous to its end: a test that starts itself once more is no asynchronous one.
pub fn run(work: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().unwrap().block_on(work);
}

/// A computer in a test's network.
pub fn world(network: &Network) -> World {
    World::new(Keyring::Unlocked).with_authority(network.authority_file())
}

#[test]
fn a_badge_behind_a_link_comes_once_the_host_was_seen() {
    inside("links::a_badge_behind_a_link_comes_once_the_host_was_seen", |network| {
        let badges = network.serve("badges.waldkante.example", |_| Reply::json(given::badge(3)));
        run(async {
            let world = world(network);
            let running = Running::start(&world, &[]).await;
            let page = running.page();
            given::make_backpack_with_keyring(&page).await;
            page.press("link", "Add badges").await;
            page.write("A link to a badge", "https://badges.waldkante.example/public/assertions/3").await;
            page.press("button", "Look at it").await;
            page.press("button", "Get this badge from badges.waldkante.example").await;
            page.says("Ask badges.waldkante.example?").await;
            page.says("We ask for https://badges.waldkante.example/public/assertions/3").await;
            page.says("They learn your internet address, and that somebody opened this link").await;
            assert_eq!(badges.heard().len(), 0, "nobody is asked before the yes");
            page.press("button", "Not now").await;
            assert_eq!(badges.heard().len(), 0, "nor after a no");

            page.press("button", "Get this badge from badges.waldkante.example").await;
            page.press("button", "Allow and ask").await;
            page.says("1 badge, waiting in your Inbox").await;
            assert!(!badges.heard().is_empty());
            page.press("link", "Go to my Inbox").await;
            page.says("Nature Guide 3").await;

            // Asked once for each host.
            page.press("link", "Add badges").await;
            page.write("A link to a badge", "https://badges.waldkante.example/public/assertions/3").await;
            page.press("button", "Look at it").await;
            page.press("button", "Get this badge from badges.waldkante.example").await;
            page.says("that you have already").await;
            running.close().await;
        });
    });
}

const PLATFORM: &str = "api.openbadges.education";

/// Two badges in an account at the platform, for whoever has both parts of the key.
fn platform(asked: &Asked) -> Reply {
    let signer = Signer::new(PLATFORM, 6);
    let knows = asked.header("authorization") == Some("Bearer t-1");
    match asked.path.split('?').next().unwrap() {
        "/o/token" if asked.body.ends_with(b"client_secret=river+bread") => {
            Reply::json("{}").with("Set-Cookie", "access_token=t-1; HttpOnly; Secure")
        }
        "/o/token" => Reply::status(401),
        "/v2/backpack/assertions" if knows => {
            let one = |n: u32| json!({ "entityId": format!("e{n}"), "openBadgeId": format!("https://{PLATFORM}/public/assertions/{n}") });
            Reply::json(json!({ "result": [one(1), one(2)] }).to_string())
        }
        "/v2/backpack/collections" if knows => Reply::json(r#"{"result":[]}"#),
        "/public/assertions/1" => Reply::new(200, "application/vc+jwt", signer.badge("Nature Guide")),
        "/public/assertions/2" => Reply::new(200, "application/vc+jwt", signer.badge("Wood Guide")),
        "/.well-known/did.json" => Reply::json(signer.document(None)),
        _ => Reply::status(404),
    }
}

#[test]
fn an_account_on_a_platform_is_looked_through_and_a_second_time_brings_nothing() {
    inside("links::an_account_on_a_platform_is_looked_through_and_a_second_time_brings_nothing", |network| {
        let platform = network.serve(PLATFORM, platform);
        run(async {
            let world = world(network);
            let running = Running::start(&world, &[]).await;
            let page = running.page();
            given::make_backpack_with_keyring(&page).await;
            page.press("link", "Add badges").await;
            page.press("link", "My badge platform").await;
            page.find("h1", "Badges from my badge platform").await;
            page.write("Client ID", "amina").await;
            page.write("Client secret", "river bread").await;
            page.says("We contact api.openbadges.education, show the two parts of the key there").await;
            assert_eq!(platform.heard().len(), 0, "nobody is asked before the button that names the host");
            page.press("button", "Fetch my badges from api.openbadges.education").await;
            page.says("We looked through all of “amina”").await;
            page.says("2 badges found").await;
            let accounts = page.invoke("accounts", json!({})).await.unwrap();
            assert_eq!(accounts[0]["host"], PLATFORM);
            assert!(!accounts.to_string().contains("river"), "the secret does not come back: {accounts}");
            for asked in platform.heard() {
                assert!(!asked.path.contains("river") && !asked.path.contains("t-1"), "{asked:?}");
            }

            let before = platform.heard().len();
            page.press("link", "Settings").await;
            page.says("at api.openbadges.education").await;
            page.press("button", "Look for new badges in amina").await;
            page.says("No badge found").await;
            assert_eq!(platform.heard().len() - before, 3, "the token and two lists");

            page.press("link", "Settings").await;
            page.press("button", "Remove amina").await;
            page.press("button", "Remove").await;
            page.says("There is none yet").await;
            running.close().await;
        });
    });
}

/// An issuer after OpenID4VCI 1.0 who asks for the code that came by letter.
fn issuer(asked: &Asked) -> Reply {
    const HOME: &str = "https://offers.example.org";
    let body = String::from_utf8_lossy(&asked.body);
    let answer = match asked.path.as_str() {
        "/.well-known/openid-credential-issuer" => json!({
            "credential_issuer": HOME,
            "credential_endpoint": format!("{HOME}/credential"),
            "nonce_endpoint": format!("{HOME}/nonce"),
            "credential_configurations_supported": { "NatureGuide": {
                "format": "jwt_vc_json",
                "cryptographic_binding_methods_supported": ["did:key"],
                "proof_types_supported": { "jwt": { "proof_signing_alg_values_supported": ["EdDSA"] } },
                "credential_definition": { "type": ["VerifiableCredential", "OpenBadgeCredential"] },
                "credential_metadata": { "display": [{ "name": "Nature Guide" }] },
            } },
        }),
        "/.well-known/oauth-authorization-server" => {
            json!({ "issuer": HOME, "token_endpoint": format!("{HOME}/token") })
        }
        "/token" if body.contains("1234") => json!({ "access_token": "t", "token_type": "Bearer" }),
        "/token" => return Reply::new(400, "application/json", r#"{"error":"invalid_grant"}"#),
        "/nonce" => json!({ "c_nonce": "n" }),
        "/credential" => {
            let badge = Signer::new("offers.example.org", 5).badge("Nature Guide");
            json!({ "credentials": [{ "credential": badge }] })
        }
        _ => return Reply::status(404),
    };
    Reply::json(answer.to_string())
}

#[test]
fn an_offered_badge_is_taken_with_the_code_that_came_by_letter() {
    inside("links::an_offered_badge_is_taken_with_the_code_that_came_by_letter", |network| {
        let offers = network.serve("offers.example.org", issuer);
        let offer = json!({
            "credential_issuer": "https://offers.example.org",
            "credential_configuration_ids": ["NatureGuide"],
            "grants": { "urn:ietf:params:oauth:grant-type:pre-authorized_code": {
                "pre-authorized_code": "x", "tx_code": { "length": 4, "input_mode": "numeric" },
            } },
        });
        let offer: String = offer.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect();
        run(async {
            let world = world(network);
            let running = Running::start(&world, &[]).await;
            let page = running.page();
            given::make_backpack_with_keyring(&page).await;
            // As the system hands it over when it is clicked in a browser.
            given_again(&world, &[&format!("openid-credential-offer://?credential_offer={offer}")]);
            page.says("Somebody offers you a badge at offers.example.org").await;
            page.press("button", "Get this badge from offers.example.org").await;
            page.says("Take the badge that offers.example.org offers?").await;
            for sent in
                ["the code in the offer", "the code that you type in", "the number of your backpack (DID)"]
            {
                page.says(sent).await;
            }
            assert_eq!(offers.heard().len(), 0, "nobody is asked before the yes");
            page.write("Code", "9999").await;
            page.press("button", "Take the badge").await;
            page.says("They did not take this code").await;
            page.write("Code", "1234").await;
            page.press("button", "Take the badge").await;
            page.says("1 badge, waiting in your Inbox").await;
            page.press("link", "Go to my Inbox").await;
            page.says("Nature Guide").await;
            running.close().await;
        });
    });
}
