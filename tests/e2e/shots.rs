//! Pictures of the window as it looks to somebody: light, dark, German.

use std::{fs, path::PathBuf, time::Duration};

use crate::page::Page;

/// How a view is shown.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// How pictures of this look are called.
    pub name: &'static str,
    theme: &'static str,
    locale: &'static str,
}

/// Every look there is a picture of; the first is the one in which the views are walked.
pub const LOOKS: [Look; 3] = [
    Look { name: "light", theme: "light", locale: "en" },
    Look { name: "dark", theme: "dark", locale: "en" },
    Look { name: "german", theme: "light", locale: "de" },
];

impl Look {
    /// Whether it wants a dark desktop.
    pub fn is_dark(self) -> bool {
        self.theme == "dark"
    }

    /// The words of its language.
    pub fn say<'a>(self, english: &'a str, german: &'a str) -> &'a str {
        if self.locale == "de" { german } else { english }
    }
}

/// Takes pictures of one window.
#[derive(Debug)]
pub struct Shots {
    /// The window.
    pub page: Page,
}

impl Shots {
    /// A view in each look.
    pub async fn in_each_look(&self, name: &str, path: &str) {
        self.page.go(path).await;
        self.as_it_is(name).await;
    }

    /// What the window shows now, in each look; it is left in the first.
    pub async fn as_it_is(&self, name: &str) {
        for look in LOOKS {
            self.look(look).await;
            self.take(name, look).await;
        }
        self.look(LOOKS[0]).await;
    }

    /// The same of something that does not stand still: as soon as the look is there.
    pub async fn as_it_moves(&self, name: &str) {
        for look in LOOKS {
            self.look(look).await;
            tokio::time::sleep(Duration::from_millis(700)).await;
            self.keep(name, look, &self.page.picture().await);
        }
        self.look(LOOKS[0]).await;
    }

    /// Changes theme and language, as Settings do.
    pub async fn look(&self, look: Look) {
        for (key, value) in [("theme", look.theme), ("locale", look.locale)] {
            self.page.invoke("set_setting", serde_json::json!({ "key": key, "value": value })).await.unwrap();
        }
    }

    /// Chooses the language where there are no settings yet.
    pub async fn choose_language(&self, look: Look) {
        if look.locale == "de" {
            self.page.press("button", "English").await;
            self.page.press("option", "Deutsch").await;
            self.page.find("button", "Deutsch").await;
            self.page.script("document.activeElement.blur();", vec![]).await;
        }
    }

    /// One picture, once the window stands still.
    pub async fn take(&self, name: &str, look: Look) {
        self.keep(name, look, &self.at_rest().await);
    }

    fn keep(&self, name: &str, look: Look, picture: &[u8]) {
        let folder =
            std::env::var_os("BADGEFOLIO_SCREENSHOTS").map(PathBuf::from).expect("run `make screenshots`");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}-{}.png", look.name)), picture).unwrap();
    }

    /// The id of a badge by its name.
    pub async fn id(&self, name: &str) -> serde_json::Value {
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

    /// Pictures come and panels unfold, and all of it is drawn by the processor: two pictures in a row that are the
    /// same say that it is done.
    async fn at_rest(&self) -> Vec<u8> {
        // But for the mark that blinks in a field.
        self.page.script("document.documentElement.style.caretColor = 'transparent';", vec![]).await;
        let mut last = Vec::new();
        for _ in 0..20 {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let there = "return [...document.images].every((image) => image.complete);";
            let now = self.page.picture().await;
            if now == last && self.page.script(there, vec![]).await == true {
                break;
            }
            last = now;
        }
        last
    }
}
