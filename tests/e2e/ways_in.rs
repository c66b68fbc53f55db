//! Everything that a person can hand to the window: dropped, pasted, chosen, opened from elsewhere.

use std::{fs, process::Stdio};

use serde_json::json;
use wallet_tests::repository;

use crate::{
    clipboard, dialog,
    driver::Running,
    given::{self, Signer},
    world::{Keyring, World, app, wait_until},
};

/// A picture with a badge in it.
fn picture(number: usize) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut encoder = png::Encoder::new(&mut plain, 4, 4);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().unwrap().write_image_data(&[128; 16]).unwrap();
    let badge = openbadges::Credential::read(&given::badge(number)).unwrap();
    openbadges::png::bake(&plain, &badge).unwrap()
}

/// A mail that has no badge, and one whose badge waits behind a login.
const NEWS: &[u8] = b"From: news@laden.example\r\nTo: robin.sample@mail.example\r\nSubject: New shoes\r\n\
    MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nThe new shoes are here.\r\n";
const LOGIN: &[u8] =
    b"From: badges@openbadges.education\r\nTo: robin.sample@mail.example\r\nSubject: Your badge\r\n\
    MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n\
    Collect it: https://api.openbadges.education/v1/user/collect-badges-in-backpack\r\n";

#[tokio::test]
async fn what_is_dropped_chosen_or_unlocked_is_looked_at_and_says_why_it_has_no_badge() {
    let world = World::new(Keyring::Unlocked);
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    given::make_backpack_with_keyring(&page).await;

    // Dropped where the person is, each thing is told by itself.
    page.go("/settings").await;
    page.find("h1", "Settings").await;
    let mails = [given::mail(1), given::mail(2)];
    page.drop_files(&[("one.eml", &mails[0]), ("two.eml", &mails[1]), ("news.eml", NEWS), ("in.eml", LOGIN)])
        .await;
    page.says("2 badges found").await;
    assert!(page.text_in("New shoes").await.contains("The text of the mail. There is no badge in it."));
    let login = page.text_in("Your badge").await;
    assert!(login.contains("You have to sign in there first"), "{login}");

    // Another wallet's locked backup: a wrong password opens nothing, the right one does, and no key is taken.
    let locked = fs::read(repository().join("tests/fixtures/wallets/lcw-locked.json")).unwrap();
    page.drop_files(&[("lcw-locked.json", &locked)]).await;
    page.says("This is another app’s export, locked with a password").await;
    page.press("button", "Type the password").await;
    page.write("Password of the export", "not it").await;
    page.press("button", "Open it").await;
    page.says("This password does not open it").await;
    page.write("Password of the export", "correct horse Zürich").await;
    page.press("button", "Open it").await;
    page.says("3 badges, waiting in your Inbox").await;

    // Chosen in the system's own dialog.
    let chosen = world.file("picture.png", &picture(9));
    page.press("button", "Choose files").await;
    dialog::open(&world, "Choose mails or badges", &chosen);
    page.says("1 badge found").await;
    let status = page.invoke("status", json!({})).await.unwrap();
    assert_eq!((&status["inbox"], &status["badges"]), (&json!(6), &json!(0)), "all of it waits for a yes");
    let settings = page.invoke("settings", json!({})).await.unwrap();
    assert_eq!(settings["consents"], json!([]), "nobody may be asked");
    running.close().await;
}

#[tokio::test]
async fn what_is_copied_elsewhere_is_pasted_anywhere() {
    let world = World::new(Keyring::Unlocked);
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    given::make_backpack_with_keyring(&page).await;
    let token = Signer::new("werkstatt.example.org", 7).badge("Wood Guide");
    let link = "https://api.openbadges.education/public/assertions/abc";
    // Files that were copied in a file manager: it names them, and whoever pastes reads them.
    let files = [("Nächste Mail.eml", given::mail(3)), ("news.eml", NEWS.to_vec())]
        .map(|(name, bytes)| format!("{}\r\n", url::Url::from_file_path(world.file(name, &bytes)).unwrap()));
    for (kind, bytes, said) in [
        ("UTF8_STRING", given::badge(1), "1 badge found"),
        ("UTF8_STRING", token.into_bytes(), "1 badge found"),
        ("UTF8_STRING", link.into(), "A badge lies at api.openbadges.education"),
        ("image/png", picture(2), "1 badge found"),
        ("text/uri-list", files.concat().into_bytes(), "1 badge found"),
    ] {
        page.go("/backpack").await;
        page.find("h1", "Backpack").await;
        let _copied = clipboard::copy(&world, kind, &bytes);
        dialog::press(&world, "ctrl+v");
        page.says(said).await;
    }
    assert!(
        page.text_in("New shoes").await.contains("There is no badge in it"),
        "the other file is told, too"
    );
    let status = page.invoke("status", json!({})).await.unwrap();
    assert_eq!(status["inbox"], 4);
    running.close().await;
}

/// ATTACKS.md: deeplink-inject, deeplink-huge, second-instance-args.
#[tokio::test]
async fn a_link_from_elsewhere_is_shown_and_nothing_happens_by_itself() {
    let world = World::new(Keyring::Unlocked);
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    given::make_backpack_with_keyring(&page).await;
    let again = |arguments: &[&str]| given_again(&world, arguments);

    again(&["openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fissuer.example%2Foffers%2F1"]);
    page.says("Somebody offers you a badge at issuer.example").await;
    page.press("button", "Get this badge from issuer.example").await;
    page.says("Take the badge that issuer.example offers?").await;
    page.says("We ask nobody before you say so").await;
    page.press("button", "Not now").await;

    again(&["badgefolio://add?url=https%3A%2F%2Fapi.openbadges.education%2Fpublic%2Fassertions%2F1"]);
    page.says("api.openbadges.education").await;

    for injected in ["badgefolio://add?url=javascript:alert(1)", "dccrequest://x --remote-debugging-port=1"] {
        page.go("/backpack").await;
        page.find("h1", "Backpack").await;
        again(&["--remote-debugging-port=9999", injected]);
        page.says("This link is not one that Badgefolio understands").await;
    }
    page.go("/backpack").await;
    page.find("h1", "Backpack").await;
    let huge = format!("openid-credential-offer://?credential_offer={}", "A".repeat(100_000));
    again(&[&huge]);
    page.says("This link is far too long").await;

    assert_eq!(world.opened(), "", "nothing was opened");
    let status = page.invoke("status", json!({})).await.unwrap();
    assert_eq!((&status["inbox"], &status["badges"]), (&json!(0), &json!(0)), "nothing came");
    let settings = page.invoke("settings", json!({})).await.unwrap();
    assert_eq!(settings["consents"], json!([]), "nobody may be asked");
    running.close().await;
}

/// Starts the app a second time with these arguments: it hands them to the first and ends.
pub fn given_again(world: &World, arguments: &[&str]) {
    let mut second =
        world.command(app()).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let code = wait_until("the second start ends", || second.try_wait().unwrap());
    assert!(code.success(), "{code}");
}
