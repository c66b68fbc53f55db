//! Pictures of every view from the real window, for docs/screenshots. `make screenshots` runs this.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code, unreachable_pub)]

mod driver;
mod given;
mod page;
mod world;

use std::{fs, path::PathBuf, time::Duration};

use crate::{
    driver::Running,
    page::Page,
    world::{Keyring, World},
};

/// How a view is shown.
struct Look {
    name: &'static str,
    theme: &'static str,
    locale: &'static str,
}

const LOOKS: [Look; 3] = [
    Look { name: "light", theme: "light", locale: "en" },
    Look { name: "dark", theme: "dark", locale: "en" },
    Look { name: "german", theme: "light", locale: "de" },
];

#[tokio::test]
async fn every_view() {
    let world = World::new(Keyring::Unlocked);
    let running = Running::start(&world, &[]).await;
    let page = running.page();
    let shots = Shots { page: page.clone() };

    // First start, before there is anything. The look of it is the system's.
    shots.take("first-start", "light").await;

    // A backpack with something in it.
    given::make_backpack_with_keyring(&page).await;
    shots.in_each_look("backpack-empty", "/backpack").await;
    page.invoke("add_address", serde_json::json!({ "address": given::ADDRESS })).await.unwrap();
    shots.in_each_look("add", "/add").await;
    shots.look(&LOOKS[0]).await;
    page.go("/backpack").await;
    page.press("button", "Try it with sample badges").await;
    page.says("badges found").await;
    shots.in_each_look("inbox", "/inbox").await;
    let waiting = page.invoke("inbox", serde_json::json!({})).await.unwrap();
    let ids: Vec<_> = waiting.as_array().unwrap().iter().map(|item| item["card"]["id"].clone()).collect();
    page.invoke("keep", serde_json::json!({ "ids": ids })).await.unwrap();

    let good = shots.id(given::GOOD).await;
    page.invoke("add_evidence_text", serde_json::json!({
        "badge": good, "name": "In my own words",
        "text": "Two weeks with eleven children on the moor. I planned the days, led the hikes, and wrote the report for the parents.",
    }))
    .await
    .unwrap();
    let stack = page
        .invoke("create_stack", serde_json::json!({ "title": "Ready for the summer", "description": "For the youth camps of next year." }))
        .await
        .unwrap();
    let mut members = vec![good.clone()];
    for name in ["First Aid Refresher", "Food Hygiene, Level 2", "Forklift Driver"] {
        members.push(shots.id(name).await);
    }
    page.invoke("add_to_stack", serde_json::json!({ "stack": stack, "badges": members })).await.unwrap();
    let request = serde_json::json!({ "title": "Application: youth work", "text": "I have led groups of children since 2022.",
        "name": "Robin Sample", "language": "en", "badges": members, "stack": stack, "includeEvidence": true });
    let preview = page.invoke("preview_portfolio", serde_json::json!({ "request": request })).await.unwrap();

    shots.in_each_look("backpack", "/backpack").await;
    shots.in_each_look("badge", &format!("/badge/{}", good.as_str().unwrap())).await;
    let undecided = shots.id(given::UNDECIDED).await;
    shots.in_each_look("badge-unsure", &format!("/badge/{}", undecided.as_str().unwrap())).await;
    let tampered = shots.id(given::TAMPERED).await;
    shots.in_each_look("badge-not-genuine", &format!("/badge/{}", tampered.as_str().unwrap())).await;
    shots.in_each_look("stacks", "/stacks").await;
    shots.in_each_look("stack", &format!("/stacks/{}", stack.as_str().unwrap())).await;
    shots.in_each_look("portfolio", &format!("/portfolio/stack/{}", stack.as_str().unwrap())).await;
    shots.in_each_look("settings", "/settings").await;
    shots.in_each_look("help", "/help").await;

    // What was handed out, as somebody else sees it.
    let file = world.file("application.html", preview["html"].as_str().unwrap().as_bytes());
    shots.in_each_look("review-begin", "/review").await;
    shots.look(&LOOKS[0]).await;
    // As by "open with": a second start hands the file over.
    assert!(world.command(world::app()).arg(&file).status().unwrap().success());
    page.says("Application: youth work").await;
    for look in &LOOKS {
        shots.look(look).await;
        shots.take("review", look.name).await;
    }
    for look in &LOOKS {
        shots.look(look).await;
        page.go("/backpack").await;
        page.invoke("lock", serde_json::json!({})).await.unwrap();
        page.find("h1", if look.locale == "de" { "Rucksack" } else { "locked" }).await;
        settle().await;
        shots.take("lock", look.name).await;
        page.invoke("unlock", serde_json::json!({ "passphrase": null })).await.unwrap();
        settle().await;
    }
    running.close().await;
}

struct Shots {
    page: Page,
}

impl Shots {
    /// A view in each look.
    async fn in_each_look(&self, name: &str, path: &str) {
        for look in &LOOKS {
            self.look(look).await;
            self.page.go(path).await;
            settle().await;
            self.take(name, look.name).await;
        }
    }

    async fn look(&self, look: &Look) {
        for (key, value) in [("theme", look.theme), ("locale", look.locale)] {
            self.page.invoke("set_setting", serde_json::json!({ "key": key, "value": value })).await.unwrap();
        }
        settle().await;
    }

    async fn take(&self, name: &str, look: &str) {
        let folder =
            std::env::var_os("BADGEFOLIO_SCREENSHOTS").map(PathBuf::from).expect("run `make screenshots`");
        fs::create_dir_all(&folder).unwrap();
        settle().await;
        fs::write(folder.join(format!("{name}-{look}.png")), self.page.picture().await).unwrap();
    }

    /// The id of a badge by its name.
    async fn id(&self, name: &str) -> serde_json::Value {
        let query =
            serde_json::json!({ "words": "", "mark": null, "sort": "name", "offset": 0, "limit": 100 });
        let list = self.page.invoke("badges", serde_json::json!({ "query": query })).await.unwrap();
        let found = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|card| card["name"].as_str().unwrap().contains(name));
        found.unwrap_or_else(|| panic!("{name} is in the backpack"))["id"].clone()
    }
}

/// Pictures come and panels unfold: time for the page to stand still.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(700)).await;
}
