//! Pictures of every view from the real window, for docs/screenshots. `make screenshots` runs this.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code, unreachable_pub)]

mod dialog;
mod driver;
mod given;
mod page;
mod shots;
mod world;

use std::fs;

use serde_json::{Value, json};
use wallet_tests::network::{Network, Reply, inside};

use crate::{
    driver::Running,
    given::Signer,
    shots::{LOOKS, Look, Shots},
    world::{Keyring, World},
};

#[tokio::test]
async fn before_there_is_a_backpack() {
    for look in LOOKS {
        let world = World::new(Keyring::Unlocked).with_dark_desktop(look.is_dark());
        let (running, shots) = begin(&world, look).await;
        shots.take("first-start", look).await;
        running.close().await;
    }
}

/// Without a password store there is a passphrase to choose and to type, and a backpack may come to harm.
#[tokio::test]
async fn behind_a_passphrase() {
    for look in LOOKS {
        let world = World::new(Keyring::Absent).with_dark_desktop(look.is_dark());
        let (running, shots) = begin(&world, look).await;
        let page = &shots.page;
        page.press("button", look.say("My badges", "Meine Badges")).await;
        page.write(look.say("Choose a passphrase", "Passphrase wählen"), given::PASSPHRASE).await;
        page.write(
            look.say("The same passphrase again", "Dieselbe Passphrase noch einmal"),
            given::PASSPHRASE,
        )
        .await;
        shots.take("first-start-passphrase", look).await;
        page.press("button", look.say("Make my backpack", "Rucksack anlegen")).await;
        page.says(look.say("Nothing in it yet", "Noch nichts darin")).await;
        page.invoke("lock", json!({})).await.unwrap();
        page.find("textbox", "Passphrase").await;
        shots.take("lock-passphrase", look).await;
        page.go("/review").await;
        shots.take("review-alone", look).await;
        running.close().await;

        fs::write(world.home().join(".local/share/badgefolio/keyslots.json"), "{").unwrap();
        let (running, shots) = begin(&world, look).await;
        shots.take("damaged", look).await;
        running.close().await;
    }
}

#[tokio::test]
async fn every_view() {
    let world = World::new(Keyring::Unlocked);
    let (running, shots) = begin(&world, LOOKS[0]).await;
    given::make_backpack_with_keyring(&shots.page).await;
    what_comes_in(&shots).await;
    let good = shots.id(given::GOOD).await;
    let request = put_together(&shots, &good).await;
    the_badges(&shots, &good).await;

    let stack = request["stack"].as_str().unwrap();
    shots.in_each_look("stacks", "/stacks").await;
    shots.in_each_look("stack", &format!("/stacks/{stack}")).await;
    shots.page.go(&format!("/portfolio/stack/{stack}")).await;
    for (field, text) in [("For what it is", "title"), ("Your name", "name")] {
        shots.page.write(field, request[text].as_str().unwrap()).await;
    }
    shots.page.script("document.querySelector('.compose__left').scrollTop = 0;", vec![]).await;
    shots.as_it_is("portfolio").await;
    shots.page.press("radio", "Phone").await;
    shots.as_it_is("portfolio-phone").await;
    shots.in_each_look("settings", "/settings").await;
    shots.page.find("heading", "Appearance").await;
    shots.as_it_is("settings-appearance").await;
    shots.in_each_look("help", "/help").await;

    what_was_handed_out(&world, &shots, &request).await;

    for look in LOOKS {
        shots.look(look).await;
        shots.page.go("/backpack").await;
        shots.page.invoke("lock", json!({})).await.unwrap();
        shots.page.find("h1", look.say("locked", "verschlossen")).await;
        shots.take("lock", look).await;
        shots.page.invoke("unlock", json!({ "passphrase": null })).await.unwrap();
    }
    running.close().await;
}

/// The ways in that need somebody on the other side, and what is said of an issuer whose key changed: against servers of
/// the test's own network.
#[test]
fn with_others() {
    inside("with_others", |network| {
        let (old, new) = (Signer::new("werkstatt.example.org", 7), Signer::new("werkstatt.example.org", 8));
        let document = old.document(Some(&new));
        let _register = network.serve("register.example.org", |_| {
            let known = ["werkstatt.example.org", "schule.example.org", "haus.example.org"].map(|host| {
                (format!("did:web:{host}"), json!({ "name": host, "url": format!("https://{host}/") }))
            });
            Reply::json(json!({ "registry": serde_json::Map::from_iter(known) }).to_string())
        });
        let _issuer = network.serve("werkstatt.example.org", move |_| Reply::json(document.clone()));
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let world = World::new(Keyring::Unlocked).with_authority(network.authority_file());
            let (running, shots) = begin(&world, LOOKS[0]).await;
            given::make_backpack_with_keyring(&shots.page).await;
            links_and_accounts(&shots).await;
            long_work(&world, &shots).await;
            let known = keep(&shots, &old.badge("Nature Guide")).await;
            shots.page.invoke("mark_issuer", json!({ "badge": known })).await.unwrap();
            shots.page.go(&format!("/badge/{}", known.as_str().unwrap())).await;
            shots.page.find("button", "Ask for the newer version").await;
            shots.as_it_is("badge-newer").await;
            let other = keep(&shots, &new.badge("Wood Guide")).await;
            shots.in_each_look("badge-key-changed", &format!("/badge/{}", other.as_str().unwrap())).await;
            believed(&world, &shots, network).await;
            for (heading, name) in [
                ("Accounts", "settings-accounts"),
                ("Issuers you know", "settings-known"),
                ("Registers of issuers", "settings-registries"),
                ("Certificate authorities", "settings-trust-lists"),
            ] {
                shots.page.find("heading", heading).await;
                shots.as_it_is(name).await;
            }
            running.close().await;
        });
    });
}

/// Takes a badge in, keeps it and has it checked with its issuer's word; its id.
async fn keep(shots: &Shots, token: &str) -> Value {
    let page = &shots.page;
    let added = page.invoke("add_text", json!({ "text": token })).await.unwrap();
    let id = added["inputs"][0]["found"][0].clone();
    page.invoke("keep", json!({ "ids": [id] })).await.unwrap();
    page.invoke("check_again", json!({ "id": id, "allowHosts": ["werkstatt.example.org"] })).await.unwrap();
    id
}

/// A register and a list of authorities, as Settings show them.
async fn believed(world: &World, shots: &Shots, network: &Network) {
    let page = &shots.page;
    let register =
        json!({ "address": "https://register.example.org/schools.json", "name": "Schools of Example" });
    page.invoke("add_registry_address", register).await.unwrap();
    let list = fs::read(network.authority_file()).unwrap();
    page.go("/settings").await;
    page.press("button", "Choose a list").await;
    dialog::open(world, "Choose a file", &world.file("seal-authorities.pem", &list));
    page.says("seal-authorities.pem").await;
}

/// A link, whom it would reach, an offer, and the forms of accounts.
async fn links_and_accounts(shots: &Shots) {
    let page = &shots.page;
    page.go("/add").await;
    page.write("A link to a badge", "https://werkstatt.example.org/public/assertions/3").await;
    page.press("button", "Look at it").await;
    page.find("button", "Get this badge from").await;
    shots.as_it_is("add-link").await;
    page.press("button", "Get this badge from").await;
    page.find("button", "Allow and ask").await;
    shots.as_it_is("add-link-consent").await;
    page.press("button", "Not now").await;
    let offer = r#"{"credential_issuer":"https://werkstatt.example.org","credential_configuration_ids":["NatureGuide"],"grants":{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"x","tx_code":{"length":4,"input_mode":"numeric"}}}}"#;
    let offer: String = offer.bytes().map(|byte| format!("%{byte:02X}")).collect();
    page.write("A link to a badge", &format!("openid-credential-offer://?credential_offer={offer}")).await;
    page.press("button", "Look at it").await;
    page.says("offers you a badge").await;
    page.press("button", "Get this badge from").await;
    page.find("button", "Take the badge").await;
    shots.as_it_is("claim").await;
    page.press("button", "Not now").await;
    page.go("/account/mail").await;
    page.write("Your e-mail address", "robin.sample@gmx.de").await;
    page.script("document.activeElement.blur();", vec![]).await;
    shots.as_it_is("account-mail").await;
    shots.in_each_look("account-platform", "/account/platform").await;
    let account = json!({ "kind": "oeb", "client": "amina", "host": "werkstatt.example.org" });
    page.invoke("add_account", json!({ "account": account, "secret": "river bread" })).await.unwrap();
}

/// A mailbox that is looked through, and what came of it.
async fn long_work(world: &World, shots: &Shots) {
    let page = &shots.page;
    let mailbox = world.file("Mails 2025.mbox", &given::mailbox(3000));
    assert!(world.command(world::app()).arg(&mailbox).status().unwrap().success());
    page.find("progressbar", "Looking through").await;
    page.says("badges found so far").await;
    shots.as_it_moves("add-looking-through").await;
    page.press("button", "Stop").await;
    page.says("You stopped it").await;
    shots.as_it_is("add-stopped").await;
    // The list shows no more than some at once.
    loop {
        let waiting = page.invoke("inbox", json!({})).await.unwrap();
        let ids: Vec<_> = waiting.as_array().unwrap().iter().map(|item| item["card"]["id"].clone()).collect();
        if ids.is_empty() {
            break;
        }
        page.invoke("dismiss", json!({ "ids": ids })).await.unwrap();
    }
}

/// The window, in a look that does not come from settings.
async fn begin(world: &World, look: Look) -> (Running<'_>, Shots) {
    let running = Running::start(world, &[]).await;
    let shots = Shots { page: running.page() };
    shots.choose_language(look).await;
    (running, shots)
}

/// From the empty backpack to ten badges in it.
async fn what_comes_in(shots: &Shots) {
    let page = &shots.page;
    shots.in_each_look("backpack-empty", "/backpack").await;
    shots.in_each_look("inbox-empty", "/inbox").await;
    page.invoke("add_address", json!({ "address": given::ADDRESS })).await.unwrap();
    shots.in_each_look("add", "/add").await;
    page.press("button", "Paste").await;
    shots.as_it_is("add-paste").await;
    page.press("button", "Close").await;
    page.go("/backpack").await;
    page.press("button", "Try it with sample badges").await;
    page.says("badges found").await;
    shots.as_it_is("add-found").await;
    shots.in_each_look("inbox", "/inbox").await;
    let waiting = page.invoke("inbox", json!({})).await.unwrap();
    let ids: Vec<_> = waiting.as_array().unwrap().iter().map(|item| item["card"]["id"].clone()).collect();
    page.invoke("keep", json!({ "ids": ids })).await.unwrap();
}

/// Evidence and a stack; what would be handed out of it.
async fn put_together(shots: &Shots, good: &Value) -> Value {
    let page = &shots.page;
    let text = "Two weeks with eleven children on the moor. I planned the days, led the hikes, and wrote the report \
                for the parents.";
    let evidence = json!({ "badge": good, "name": "In my own words", "text": text });
    page.invoke("add_evidence_text", evidence).await.unwrap();
    let stack =
        json!({ "title": "Ready for the summer", "description": "For the youth camps of next year." });
    let stack = page.invoke("create_stack", stack).await.unwrap();
    let mut members = vec![good.clone()];
    for name in ["First Aid Refresher", "Food Hygiene, Level 2", "Forklift Driver"] {
        members.push(shots.id(name).await);
    }
    page.invoke("add_to_stack", json!({ "stack": stack, "badges": members })).await.unwrap();
    json!({ "title": "Application: youth work", "text": "I have led groups of children since 2022.",
        "name": "Robin Sample", "language": "en", "badges": members, "stack": stack, "includeEvidence": true })
}

/// The backpack, and badges of each kind with what can be opened at them.
async fn the_badges(shots: &Shots, good: &Value) {
    let page = &shots.page;
    let badge = |id: &Value| format!("/badge/{}", id.as_str().unwrap());
    shots.in_each_look("backpack", "/backpack").await;
    page.press("radio", "List").await;
    shots.as_it_is("backpack-list").await;
    page.press("radio", "Grid").await;

    shots.in_each_look("badge", &badge(good)).await;
    page.press("button", "Signed, issuer not known").await;
    shots.as_it_is("badge-word").await;
    page.leave_dialog().await;
    page.find("heading", "What was checked").await;
    shots.as_it_is("badge-checks").await;
    page.find("heading", "Evidence").await;
    shots.as_it_is("badge-evidence").await;
    page.press("button", "Add evidence").await;
    shots.as_it_is("badge-add-evidence").await;
    page.leave_dialog().await;
    page.press("button", "More").await;
    page.press("menuitem", "LinkedIn").await;
    page.says("Name").await;
    shots.as_it_is("linkedin").await;
    page.leave_dialog().await;

    let undecided = shots.id(given::UNDECIDED).await;
    shots.in_each_look("badge-unsure", &badge(&undecided)).await;
    page.press("button", "Try again").await;
    shots.as_it_is("consent").await;
    page.press("button", "Not now").await;
    let tampered = shots.id(given::TAMPERED).await;
    shots.in_each_look("badge-not-genuine", &badge(&tampered)).await;
}

/// What was handed out, as somebody else sees it.
async fn what_was_handed_out(world: &World, shots: &Shots, request: &Value) {
    let page = &shots.page;
    let preview = page.invoke("preview_portfolio", json!({ "request": request })).await.unwrap();
    let file = world.file("application.html", preview["html"].as_str().unwrap().as_bytes());
    shots.in_each_look("review-begin", "/review").await;
    // As by "open with": a second start hands the file over.
    assert!(world.command(world::app()).arg(&file).status().unwrap().success());
    page.says("Application: youth work").await;
    shots.as_it_is("review").await;
    page.press("button", "Evidence").await;
    shots.as_it_is("review-evidence").await;
}
