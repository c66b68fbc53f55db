//! Where the key lies: in the system's password store if there is one, else behind a passphrase, and the app says so.

use std::fs;

use crate::{
    driver::Running,
    given::{self, PASSPHRASE},
    world::{Keyring, World},
};

#[tokio::test]
async fn with_a_password_store_no_passphrase_is_asked() {
    let world = World::new(Keyring::Unlocked);
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    page.says("locked with a key in this computer’s password store").await;
    given::make_backpack_with_keyring(&page).await;
    running.close().await;

    let slots: serde_json::Value = serde_json::from_slice(&fs::read(keyslots(&world)).unwrap()).unwrap();
    assert_eq!(slots["slots"][0]["kind"], "keyring");
    assert_eq!(slots["slots"].as_array().unwrap().len(), 1);

    let running = Running::start(&world, &[]).await;
    running.page().says("Nothing in it yet").await;
    assert!(!running.page().text().await.contains("locked"), "it opened by itself");

    // Locking is meant: it does not open by itself again.
    running.page().press("button", "Lock").await;
    running.page().says("Your backpack is locked").await;
    running.page().press("button", "Open my backpack").await;
    running.page().says("Nothing in it yet").await;
    running.close().await;
}

#[tokio::test]
async fn without_a_password_store_the_app_says_so_and_asks_for_a_passphrase() {
    let world = World::new(Keyring::Absent);
    assert!(!world.has_service("org.freedesktop.secrets"), "this computer has none");
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    page.press("button", "My badges").await;
    page.says("This computer has no password store that is running").await;
    given::choose_passphrase(&page).await;
    page.says("Nothing in it yet").await;
    running.close().await;

    let running = Running::start(&world, &[]).await;
    let page = running.page();
    page.says("Your backpack is locked").await;
    page.write("Passphrase", "river bread seven lamps").await;
    page.press("button", "Open").await;
    page.says("This passphrase does not open the backpack").await;
    assert!(page.text().await.contains("Your backpack is locked"), "a wrong passphrase opens nothing");
    page.write("Passphrase", PASSPHRASE).await;
    page.press("button", "Open").await;
    page.says("Nothing in it yet").await;
    running.close().await;
}

fn keyslots(world: &World) -> std::path::PathBuf {
    world.home().join(".local/share/badgefolio/keyslots.json")
}
