//! The ways in by keyboard alone: no click, the focus seen at each step, and put back when a dialog is gone.

use wallet_tests::{
    dovecot::PASSWORD,
    network::{Reply, inside},
};

use crate::{
    dialog,
    driver::Running,
    given::{self, ADDRESS},
    keys::{ENTER, ESCAPE, SPACE},
    links::{run, world},
    mailboxes,
    page::Page,
};

#[test]
fn a_link_a_paste_and_a_mailbox() {
    inside("by_keyboard::a_link_a_paste_and_a_mailbox", |network| {
        let badges = network.serve("badges.waldkante.example", |_| Reply::json(given::badge(3)));
        let Some(dovecot) = mailboxes::start(network) else { return };
        run(async {
            let world = world(network);
            let running = Running::start(&world, &[]).await;
            let page = running.page();
            dialog::focus(&world);
            page.enter("button", "My badges").await;
            page.says("Nothing in it yet").await;

            page.control('n').await;
            page.focus_comes_to("h1", "Add badges").await;
            link(&page).await;
            assert!(!badges.heard().is_empty());
            paste(&page).await;
            mailbox(&page, &dovecot.port.to_string()).await;
            running.close().await;
        });
    });
}

/// The dialog begins at the safe answer; Escape is a no, and one stands where one stood.
async fn link(page: &Page) {
    const GET: &str = "Get this badge from badges.waldkante.example";
    page.tab_to("textbox", "A link to a badge").await;
    page.type_text("https://badges.waldkante.example/public/assertions/3").await;
    page.key(ENTER).await;
    page.find("button", GET).await;
    page.enter("button", GET).await;
    page.says("Ask badges.waldkante.example?").await;
    page.focus_comes_to("button", "Not now").await;
    page.key(ESCAPE).await;
    page.focus_comes_to("button", GET).await;
    page.key(SPACE).await;
    page.says("Ask badges.waldkante.example?").await;
    page.enter("button", "Allow and ask").await;
    page.says("1 badge, waiting in your Inbox").await;
    page.focus_comes_to("[role=status]", "").await;
}

async fn paste(page: &Page) {
    page.enter("button", "Paste").await;
    page.focus_comes_to("textbox", "What you copied").await;
    page.key(ESCAPE).await;
    page.focus_comes_to("button", "Paste").await;
    page.key(SPACE).await;
    page.focus_comes_to("textbox", "What you copied").await;
    page.type_text(&String::from_utf8(given::badge(4)).unwrap()).await;
    page.enter("button", "Look for badges").await;
    page.says("1 badge found").await;
    page.focus_comes_to("section", "").await;
}

async fn mailbox(page: &Page, port: &str) {
    page.enter("link", "My mail account").await;
    page.find("h1", "Badges from my mail account").await;
    page.tab_to("textbox", "Your e-mail address").await;
    page.type_text(ADDRESS).await;
    page.tab_to("textbox", "Password").await;
    page.type_text(PASSWORD).await;
    page.tab_to("textbox", "Mail server").await;
    page.type_text(mailboxes::HOST).await;
    page.tab_to("textbox", "Port").await;
    page.type_text(port).await;
    page.enter("button", "Sign in at").await;
    page.says("You are signed in").await;
    page.focus_comes_to("button", "Look through it").await;
    page.key(ENTER).await;
    page.says("12 badges found").await;
    // What came of it has the focus, and the next stop is what to do with it.
    page.focus_comes_to("section", "What was found in").await;
    page.enter("link", "Go to my Inbox").await;
    page.focus_comes_to("h1", "Inbox").await;
}
