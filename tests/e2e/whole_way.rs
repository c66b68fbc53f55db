//! The whole way in the real window: a mail goes in, a page comes out, somebody else looks at it, and all is still there
//! the next day.

use std::fs;

use crate::{
    dialog,
    driver::Running,
    given::{self, EVIDENCE, GOOD, PASSPHRASE, TAMPERED, UNDECIDED},
    world::{Keyring, World},
};

#[tokio::test]
async fn from_a_mail_to_a_page_and_back() {
    let world = World::new(Keyring::Absent);
    let certificate = world.file("camp-report.txt", b"Two weeks, eleven children, no lost boots.\n");
    let saved = certificate.with_file_name("handed-out.html");

    let running = Running::start(&world, &[]).await;
    let page = running.page();

    // Two doors, and behind the first a backpack.
    page.says("Welcome to Badgefolio").await;
    page.says("Look at somebody’s badges").await;
    given::make_backpack(&page).await;

    // A mail with three badges goes in, and each says how it stands.
    page.press("link", "Add badges").await;
    page.find("heading", "Add badges").await;
    page.paste(&String::from_utf8(given::three_badges()).unwrap()).await;
    page.says("3 badges found").await;
    page.says("robin.sample@mail.example").await;
    page.press("button", "Yes, that is me").await;
    page.says("is one of your addresses now").await;
    page.press("link", "Go to my Inbox").await;
    page.says("3 badges are waiting").await;
    let good = page.text_in(GOOD).await;
    assert!(good.contains("Signed, issuer not known") || good.contains("Verified"), "{good}");
    let tampered = page.text_in(TAMPERED).await;
    assert!(tampered.contains("Not genuine"), "{tampered}");
    let undecided = page.text_in(UNDECIDED).await;
    assert!(undecided.contains("Couldn’t be checked"), "{undecided}");
    assert!(undecided.contains("This does not mean that something is wrong"), "{undecided}");

    // Two are kept, one is left out.
    page.press_in(GOOD, "button", "Put in backpack").await;
    page.says("2 badges are waiting").await;
    page.press_in(TAMPERED, "button", "Leave it out").await;
    page.says("1 badge is waiting").await;
    page.press_in(UNDECIDED, "button", "Put in backpack unchecked").await;
    page.says("Nothing is waiting").await;

    // Searched and opened.
    page.press("link", "Backpack").await;
    page.find("row", UNDECIDED).await;
    page.find("textbox", "Search name, issuer or skill").await.send_keys("camp team").await.unwrap();
    page.says("1 badge found").await;
    assert!(page.look("", "row", UNDECIDED).await.is_none(), "what does not fit is not shown");
    page.press("row", GOOD).await;
    page.find("h1", GOOD).await;
    page.says("What was checked").await;
    page.says("one of yours").await;

    // Evidence: a text, and a file through the system's own dialog.
    given::attach_text(&page, GOOD).await;
    page.press("button", "Add evidence").await;
    page.press("button", "Choose a file").await;
    dialog::open(&world, "Choose a file", &certificate);
    page.says("camp-report.txt").await;

    // A stack, and out as one page, where the person says.
    page.press("button", "Add to a stack").await;
    page.write("Or a new stack", "Ready for the summer").await;
    page.press("button", "Make it and put the badge in").await;
    page.find("link", "Ready for the summer").await;
    page.press("link", "Stacks").await;
    page.find("h1", "Stacks").await;
    page.press("link", "Ready for the summer").await;
    page.says(GOOD).await;
    page.press("link", "Hand out").await;
    page.write("For what it is", "Application: youth work").await;
    page.write("Your name", "Robin Sample").await;
    page.enter_frame().await;
    page.says(GOOD).await;
    page.leave_frame().await;
    page.press("button", "Save the page").await;
    dialog::save(&world, "Save a copy", &saved);
    page.says("Saved: handed-out.html").await;
    let html = fs::read_to_string(&saved).unwrap();
    assert!(
        html.contains(GOOD) && html.contains("badgefolio-profile"),
        "the page holds the badge and its data"
    );
    assert!(!html.contains(UNDECIDED), "nothing goes out that was not chosen");

    // Looked at as somebody else would.
    page.press("link", "Review").await;
    page.press("button", "Choose a file").await;
    dialog::open(&world, "Choose a file", &saved);
    page.says("Application: youth work").await;
    page.says(GOOD).await;
    page.says("We checked everything anew").await;

    // Locked, closed, started again: all is there.
    page.press("button", "Lock").await;
    page.says("Your backpack is locked").await;
    assert!(!page.text().await.contains(GOOD), "nothing is to be seen when it is locked");
    running.close().await;

    let running = Running::start(&world, &[]).await;
    let page = running.page();
    page.write("Passphrase", PASSPHRASE).await;
    page.press("button", "Open").await;
    page.find("row", UNDECIDED).await;
    given::open_badge(&page, GOOD).await;
    page.says("camp-report.txt").await;
    page.says("Ready for the summer").await;
    page.press("button", "More for In my own words").await;
    page.press("menuitem", "Show").await;
    page.says(EVIDENCE).await;
    page.press("button", "Close").await;
    page.press("link", "Portfolio").await;
    page.says("Handed out so far").await;
    running.close().await;
}
