//! Mailboxes and folders: looked through beside everything else, and stopped when the person wants.

use std::{fs, time::Instant};

use serde_json::json;

use crate::{
    dialog,
    driver::Running,
    given,
    page::{BLINK, Page},
    world::{Keyring, PATIENCE, World},
};

#[tokio::test]
async fn a_mailbox_is_looked_through_to_its_end_and_a_second_time_adds_nothing() {
    let world = World::new(Keyring::Unlocked);
    let mailbox = world.file("Mails 2025.mbox", &given::mailbox(25));
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    given::make_backpack_with_keyring(&page).await;
    for (said, more) in
        [("25 badges found", "Go to my Inbox"), ("You have these 25 badges already", "Nothing was added")]
    {
        page.go("/add").await;
        page.press("button", "A saved mailbox").await;
        dialog::open(&world, "Choose mails or badges", &mailbox);
        page.says(said).await;
        page.says(more).await;
        page.says("We looked through all of “Mails 2025.mbox”").await;
    }
    running.close().await;
}

#[tokio::test]
async fn what_was_found_before_the_stop_is_kept() {
    const ALL: usize = 4000;
    let world = World::new(Keyring::Unlocked);
    let folder = world.file("readme.txt", b"").with_file_name("Mail");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("Inbox.mbox"), given::mailbox(ALL)).unwrap();
    fs::write(folder.join("readme.txt"), "nothing in here").unwrap();
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    given::make_backpack_with_keyring(&page).await;
    page.press("link", "Add badges").await;
    page.press("button", "A folder").await;
    dialog::open(&world, "Choose a folder", &folder);
    page.find("progressbar", "Looking through “Mail”").await;
    page.says("badges found so far").await;
    moves(&page).await;
    // It goes on while the person looks at something else.
    page.press("link", "Settings").await;
    page.find("h1", "Settings").await;
    page.press("link", "Add badges").await;
    page.says("If you stop, what was found until then stays in your Inbox").await;
    page.press("button", "Stop").await;
    page.says("You stopped it").await;

    let status = page.invoke("status", json!({})).await.unwrap();
    let kept = status["inbox"].as_u64().unwrap();
    assert!(kept > 0 && kept < ALL as u64, "{kept} of {ALL}");
    let jobs = page.invoke("jobs", json!({})).await.unwrap();
    assert_eq!(jobs[0]["state"], "ended");
    assert_eq!(jobs[0]["result"]["cancelled"], true);
    assert_eq!(jobs[0]["progress"]["found"].as_u64(), Some(kept), "what is told is what is kept");
    running.close().await;
}

/// Waits until the bar and its words have said three things that differ, each more than the one before.
async fn moves(page: &Page) {
    let mut told: Vec<f64> = Vec::new();
    let end = Instant::now() + PATIENCE;
    while told.len() < 3 {
        let value = "return Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? 0);";
        let now = page.script(value, vec![]).await.as_f64().unwrap();
        if told.last().is_none_or(|last| now > *last) {
            told.push(now);
        }
        assert!(Instant::now() < end, "it does not move: {told:?}");
        tokio::time::sleep(BLINK).await;
    }
}

#[tokio::test]
async fn closing_the_backpack_ends_all_work() {
    let world = World::new(Keyring::Unlocked);
    let mailbox = world.file("large.mbox", &given::mailbox(4000));
    let running = Running::start(&world, &[mailbox]).await;
    let page = running.page();
    given::make_backpack_with_keyring_and_go_on(&page).await;
    page.find("progressbar", "Looking through “large.mbox”").await;
    page.press("button", "Lock").await;
    page.says("Your backpack is locked").await;
    assert_eq!(page.invoke("jobs", json!({})).await.unwrap(), json!([]), "nothing goes on, nothing is told");
    running.close().await;
}
