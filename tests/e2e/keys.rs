//! The window by keyboard alone: keys go to whatever has the focus, and where that is has to be seen.

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use serde_json::{Value, json};

use crate::page::{BLINK, NAMES, Page};

/// The keys that have no letter, as WebDriver names them.
pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const ESCAPE: char = '\u{e00c}';
pub const SPACE: char = ' ';
pub const CONTROL: char = '\u{e009}';

/// So often a person presses Tab before they give up.
const STEPS: usize = 80;

impl Page {
    /// Presses a key and lets it go.
    pub async fn key(&self, key: char) {
        self.keys(&[KeyAction::Down { value: key }, KeyAction::Up { value: key }]).await;
    }

    /// The same while Ctrl is held.
    pub async fn control(&self, key: char) {
        self.keys(&[
            KeyAction::Down { value: CONTROL },
            KeyAction::Down { value: key },
            KeyAction::Up { value: key },
            KeyAction::Up { value: CONTROL },
        ])
        .await;
    }

    /// Types a text, letter by letter.
    pub async fn type_text(&self, text: &str) {
        let letters: Vec<KeyAction> =
            text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]).collect();
        self.keys(&letters).await;
    }

    /// Goes by Tab until something of this role and name has the focus, and sees to it that the focus shows.
    pub async fn tab_to(&self, role: &str, name: &str) {
        let mut last = Value::Null;
        for _ in 0..STEPS {
            last = self.focus(role, name).await;
            if last["here"] == true {
                assert_eq!(last["shows"], true, "the focus on {role} {name:?} is not to be seen: {last}");
                return;
            }
            self.key(TAB).await;
        }
        panic!("no way by keyboard to {role} {name:?}; the focus is on {last}, in\n{}", self.text().await);
    }

    /// Goes there and presses Enter.
    pub async fn enter(&self, role: &str, name: &str) {
        self.tab_to(role, name).await;
        self.key(ENTER).await;
    }

    /// Waits until the focus is on something of this role and name without a key being pressed: where it is put back
    /// to, or where a dialog begins.
    pub async fn focus_comes_to(&self, role: &str, name: &str) {
        let mut last = Value::Null;
        for _ in 0..100 {
            last = self.focus(role, name).await;
            if last["here"] == true {
                // What only begins to be read, a title or what came of something, shows by standing there.
                let shows = last["shows"] == true || !matches!(role, "button" | "link" | "textbox");
                assert!(shows, "the focus on {role} {name:?} is not to be seen: {last}");
                return;
            }
            tokio::time::sleep(BLINK).await;
        }
        panic!("the focus did not come to {role} {name:?}; it is on {last}");
    }

    async fn focus(&self, role: &str, name: &str) -> Value {
        let script = format!("{NAMES}{FOCUS}");
        self.client.execute(&script, vec![json!(role), json!(name)]).await.unwrap()
    }

    async fn keys(&self, keys: &[KeyAction]) {
        let all = keys.iter().fold(KeyActions::new("keyboard".into()), |all, key| all.then(key.clone()));
        self.client.perform_actions(all).await.unwrap();
    }
}

/// Whether the focus is there, whether it shows (a ring around it, or around the drawing that stands for it), and where it
/// is.
const FOCUS: &str = r#"
const [role, words] = arguments;
const on = document.activeElement;
if (!on || on === document.body) return { here: false, shows: false, on: 'nothing' };
const here = on.matches(kinds[role] ?? role) && nameOf(on).includes(plain(words));
const ring = (e) => {
  const style = getComputedStyle(e);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
};
const drawing = on.closest('[data-focus-visible]');
const shows = on.matches(':focus-visible') && ring(on) || drawing !== null && [drawing, ...drawing.querySelectorAll('*')].some(ring);
return { here, shows, on: on.tagName + ' ' + nameOf(on).slice(0, 80) };
"#;
