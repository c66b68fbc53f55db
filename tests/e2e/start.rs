//! Files given to the app: "open with", at its start and while it runs.

use std::process::Stdio;

use crate::{
    dialog,
    driver::Running,
    given::{self, GOOD, TAMPERED},
    world::{Keyring, World, app, wait_until},
};

#[tokio::test]
async fn a_mail_given_at_the_start_waits_for_the_backpack() {
    let world = World::new(Keyring::Absent);
    let mail = world.file("three.eml", &given::three_badges());
    let running = Running::start(&world, &[mail]).await;
    let page = running.page();
    page.press("button", "My badges").await;
    given::choose_passphrase(&page).await;
    page.says("3 badges found").await;
    running.close().await;
}

#[tokio::test]
async fn a_second_start_hands_its_files_to_the_first() {
    let world = World::new(Keyring::Unlocked);
    let mail = world.file("three.eml", &given::three_badges());
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    given::make_backpack_with_keyring(&page).await;

    let mut second =
        world.command(app()).arg(&mail).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let code = wait_until("the second start ends", || second.try_wait().unwrap());
    assert!(code.success(), "{code}");
    page.says("3 badges found").await;
    running.close().await;
}

#[tokio::test]
async fn a_badge_is_looked_at_without_a_backpack_and_nothing_is_kept() {
    let world = World::new(Keyring::Absent);
    let mail = world.file("three.eml", &given::three_badges());
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    page.press("button", "Look at somebody’s badges").await;
    page.press("button", "Choose a file").await;
    dialog::open(&world, "Choose a file", &mail);
    page.says(GOOD).await;
    page.says(TAMPERED).await;
    page.says("Not genuine").await;
    running.close().await;
    assert!(!world.home().join(".local/share/badgefolio").exists(), "no backpack was made");
}
