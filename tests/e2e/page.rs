//! What is in the window, found as a person finds it: by what it is and what it is called.

use std::time::{Duration, Instant};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use fantoccini::{Client, Locator, elements::Element};
use serde_json::{Value, json};

use crate::world::PATIENCE;

/// How long to wait before looking again.
pub(crate) const BLINK: Duration = Duration::from_millis(100);

/// The page in the window.
#[derive(Debug, Clone)]
pub struct Page {
    pub(crate) client: Client,
}

impl Page {
    /// The page a client sees.
    pub fn new(client: Client) -> Page {
        Page { client }
    }

    /// Waits until our own page has loaded and shows something.
    pub async fn is_there(&self) {
        self.wait("the page to load", "return document.readyState === 'complete' && location.protocol !== 'about:' && document.querySelector('h1') !== null;", vec![])
            .await;
    }

    /// The first visible thing of a role whose name is, or else contains, these words.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.find_in("", role, name).await
    }

    /// The same, inside the line, card or region whose heading or name contains the words `inside`.
    pub async fn find_in(&self, inside: &str, role: &str, name: &str) -> Element {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = self.look(inside, role, name).await {
                return found;
            }
            if Instant::now() > end {
                panic!(
                    "there is no {role} {name:?} {inside:?}; what the window says is:\n{}",
                    self.text().await
                );
            }
            tokio::time::sleep(BLINK).await;
        }
    }

    /// The same, without waiting.
    pub async fn look(&self, inside: &str, role: &str, name: &str) -> Option<Element> {
        let found = self
            .client
            .execute(&format!("{NAMES}{FIND}"), vec![json!(role), json!(name), json!(inside)])
            .await
            .ok()?;
        // A reference to an element comes as {"element-6066-…": ID}.
        let reference = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), reference.into()))
    }

    /// Presses a button, link, tab or line.
    pub async fn press(&self, role: &str, name: &str) {
        self.press_in("", role, name).await;
    }

    /// The same, inside the line, card or region whose heading or name contains the words `inside`.
    pub async fn press_in(&self, inside: &str, role: &str, name: &str) {
        let end = Instant::now() + PATIENCE;
        // What is about to move or to be replaced is looked for again.
        loop {
            match self.find_in(inside, role, name).await.click().await {
                Ok(()) => return,
                Err(error) if Instant::now() > end => panic!("{role} {name:?} cannot be pressed: {error}"),
                Err(_) => tokio::time::sleep(BLINK).await,
            }
        }
    }

    /// The text of the line, card or region whose heading or name contains these words.
    pub async fn text_in(&self, inside: &str) -> String {
        self.find_in(inside, "*", "").await.text().await.unwrap()
    }

    /// Writes into a field, instead of what is in it.
    pub async fn write(&self, field: &str, text: &str) {
        let field = self.find("textbox", field).await;
        // Emptying a field by the driver tells the page nothing.
        field.click().await.unwrap();
        self.client.execute(EMPTY, vec![]).await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Pastes text into what has the focus, as the system's clipboard would: keys are too slow for a mail.
    pub async fn paste(&self, text: &str) {
        self.client.execute(PASTE, vec![json!(text)]).await.unwrap();
    }

    /// Drops files onto the window. WebDriver cannot bring them from outside, so the page is told what the system would
    /// tell it.
    pub async fn drop_files(&self, files: &[(&str, &[u8])]) {
        let files: Vec<Value> = files
            .iter()
            .map(|(name, bytes)| json!({ "name": name, "base64": STANDARD.encode(bytes) }))
            .collect();
        self.client.execute(DROP, vec![Value::Array(files)]).await.unwrap();
    }

    /// Waits until the window says this.
    pub async fn says(&self, words: &str) {
        self.wait(&format!("{words:?} to be said"), SAYS, vec![json!(words)]).await;
    }

    /// Everything that can be read in the window.
    pub async fn text(&self) -> String {
        match self.client.execute("return document.body.innerText;", vec![]).await {
            Ok(Value::String(text)) => text,
            other => format!("{other:?}"),
        }
    }

    /// Leaves what lies over the view by the key for it.
    pub async fn leave_dialog(&self) {
        let body = self.client.active_element().await.unwrap();
        body.send_keys("\u{e00c}").await.unwrap();
        self.wait(
            "nothing to lie over the view",
            "return document.querySelector('[role=dialog], [role=alertdialog]') === null;",
            vec![],
        )
        .await;
    }

    /// Goes to a view by its address, as the links in the sidebar do.
    pub async fn go(&self, path: &str) {
        self.client.execute("location.hash = arguments[0];", vec![json!(path)]).await.unwrap();
    }

    /// Calls a command of the shell past the page, as script in the page could; its answer, or what refused it.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let answer = self.client.execute_async(INVOKE, vec![json!(command), arguments]).await.unwrap();
        match answer.get("refused") {
            Some(refused) => Err(refused.clone()),
            None => Ok(answer["answer"].clone()),
        }
    }

    /// Runs script in the page.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap()
    }

    /// Runs script that gives its answer to the function it gets.
    pub async fn wait_for_script(&self, script: &str) -> Value {
        self.client.execute_async(script, vec![]).await.unwrap()
    }

    /// The window as pixels (PNG).
    pub async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap()
    }

    /// The one frame in the page, for what is inside it. Leave it by [`Page::leave_frame`].
    pub async fn enter_frame(&self) {
        let frame = self.client.wait().at_most(PATIENCE).for_element(Locator::Css("iframe")).await.unwrap();
        frame.enter_frame().await.unwrap();
    }

    /// Back to the page around the frame.
    pub async fn leave_frame(&self) {
        self.client.enter_parent_frame().await.unwrap();
    }

    pub(crate) async fn wait(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Ok(Value::Bool(true)) = self.client.execute(script, arguments.clone()).await {
                return;
            }
            if Instant::now() > end {
                panic!("waited in vain for {what}; what the window says is:\n{}", self.text().await);
            }
            tokio::time::sleep(BLINK).await;
        }
    }
}

/// A small part of the accessible name computation: enough for what our own page uses.
pub(crate) const NAMES: &str = r#"
const kinds = {
  button: 'button, [role=button], summary',
  link: 'a[href], [role=link]',
  textbox: 'input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, [role=textbox], [role=searchbox]',
  checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
  heading: 'h1, h2, h3, h4, [role=heading]',
  row: '[role=row], tr',
  option: '[role=option]',
  menuitem: '[role=menuitem], [role=menuitemradio]',
  radio: 'input[type=radio], [role=radio]',
  dialog: '[role=dialog], [role=alertdialog], dialog',
  article: 'article, [role=article]',
  progressbar: '[role=progressbar]',
  combobox: 'select, [role=combobox], button[aria-haspopup=listbox]',
};
const plain = (text) => (text ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ').trim();
const byId = (ids) => (ids ?? '').split(/\s+/).map((id) => id && document.getElementById(id)).filter(Boolean).map((e) => e.textContent).join(' ');
const nameOf = (e) => plain([
  byId(e.getAttribute('aria-labelledby')),
  e.getAttribute('aria-label'),
  [...(e.labels ?? [])].map((l) => l.textContent).join(' '),
  e.matches('input, textarea') ? e.getAttribute('placeholder') : e.textContent,
].filter(Boolean).join(' '));
const visible = (e) => {
  // A check box may be hidden behind its drawing: its label counts.
  const seen = e.matches('input[type=checkbox], input[type=radio]') ? (e.closest('label') ?? e) : e;
  const box = seen.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(seen).visibility !== 'hidden';
};
"#;

const FIND: &str = r#"
const [role, words, inside] = arguments;
const dialogs = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].filter(visible);
let within = dialogs.at(-1) ?? document;
if (inside) {
  // The smallest box that has a heading or a name of its own with these words.
  const boxes = [...within.querySelectorAll('li, article, section, tr, [role=row], [role=region], [role=group], [role=dialog]')];
  const named = boxes.filter((box) => visible(box) && (
    nameOf(box.querySelector('h2, h3, h4, [role=rowheader], .card__name, a') ?? box).includes(plain(inside)) || plain(box.getAttribute('aria-label')).includes(plain(inside))));
  within = named.find((box) => !named.some((other) => other !== box && box.contains(other)));
  if (!within) return null;
  if (role === '*') return within;
}
const wanted = plain(words);
const all = [...within.querySelectorAll(kinds[role] ?? role)].filter((e) => visible(e) && !e.closest('[aria-hidden=true]'));
const found = all.find((e) => nameOf(e) === wanted) ?? all.find((e) => nameOf(e).includes(wanted));
if (!found) return null;
found.scrollIntoView({ block: 'center' });
return found.matches('input[type=checkbox], input[type=radio]') ? (found.closest('label') ?? found) : found;
"#;

const SAYS: &str = r#"
const plain = (text) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ');
return plain(document.body.innerText).includes(plain(arguments[0]));
"#;

const EMPTY: &str = r#"
const field = document.activeElement;
const kind = field.matches('textarea') ? HTMLTextAreaElement : HTMLInputElement;
if (field.value !== '') {
  Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, '');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
"#;

const PASTE: &str = r#"
const target = document.activeElement ?? document.body;
const data = new DataTransfer();
data.setData('text/plain', arguments[0]);
const taken = !target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
if (!taken && (target.matches('textarea') || target.matches('input'))) {
  const kind = target.matches('textarea') ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(target, arguments[0]);
  target.dispatchEvent(new Event('input', { bubbles: true }));
}
"#;

const DROP: &str = r#"
const data = new DataTransfer();
for (const { name, base64 } of arguments[0]) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  data.items.add(new File([bytes], name));
}
document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
"#;

const INVOKE: &str = r#"
const [command, args, done] = arguments;
window.__TAURI_INTERNALS__.invoke(command, args).then((answer) => done({ answer }), (refused) => done({ refused }));
"#;
