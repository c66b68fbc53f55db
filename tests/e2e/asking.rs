//! What leaves the computer is asked for first, by the name of whom it would reach: an issuer, a link, LinkedIn.

use crate::{
    driver::Running,
    given::{self, GOOD, UNDECIDED},
    world::{Keyring, World, wait_until},
};

#[tokio::test]
async fn nobody_is_asked_and_nothing_opened_before_the_person_says_so() {
    let world = World::new(Keyring::Unlocked);
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    given::make_backpack_with_keyring(&page).await;
    given::add_and_keep_all(&page).await;

    // The issuer: named, refused, then allowed and asked. There is nobody of that name, and that is no harm. What was
    // allowed can be taken back.
    given::open_badge(&page, UNDECIDED).await;
    page.press("button", "Try again").await;
    page.says("Ask naturepark-waldkante.example?").await;
    page.says("your internet address").await;
    page.press("button", "Not now").await;
    page.press("button", "Try again").await;
    page.press("button", "Allow and ask").await;
    page.says("Checked: Couldn’t be checked").await;
    page.says("This does not mean that something is wrong").await;
    page.press("link", "Settings").await;
    page.press("button", "Stop allowing").await;
    page.says("You have allowed none so far").await;

    // A link: named with its whole address, refused, then opened.
    given::open_badge(&page, GOOD).await;
    page.press("link", "Waldkante Youth Network").await;
    page.says("Open waldkante.example?").await;
    page.says("https://waldkante.example").await;
    page.press("button", "Not now").await;
    assert_eq!(world.opened(), "", "refused");
    page.press("link", "Waldkante Youth Network").await;
    page.press("button", "Open in my browser").await;
    let opened =
        wait_until("the browser is called", || Some(world.opened()).filter(|opened| !opened.is_empty()));
    assert!(opened.starts_with("https://waldkante.example") && opened.lines().count() == 1, "{opened}");

    // LinkedIn: the fields one by one, and the form filled in.
    page.press("button", "More").await;
    page.press("menuitem", "Add to LinkedIn").await;
    page.says("Your browser opens www.linkedin.com").await;
    page.says("Issuing organization").await;
    page.says("August 2026").await;
    page.press("button", "Copy: Name").await;
    page.says("Name copied").await;
    page.press("button", "Open LinkedIn").await;
    let opened = wait_until("the browser is called again", || {
        Some(world.opened()).filter(|opened| opened.lines().count() == 2)
    });
    let form = opened.lines().last().unwrap();
    assert!(form.starts_with("https://www.linkedin.com/profile/add?") && form.contains("Youth"), "{form}");
    running.close().await;
}
