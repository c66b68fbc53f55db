//! One run of the app under WebDriver.

use std::{
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::Command,
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::{
    page::Page,
    world::{Kept, PATIENCE, World, app, wait_until},
};

/// By this name on the bus a running app is found by one that is started while it runs.
pub const SINGLE_INSTANCE: &str = "org.badgefolio.desktop.SingleInstance";

/// The app, running, with its window open.
#[derive(Debug)]
pub struct Running<'world> {
    world: &'world World,
    client: Option<Client>,
    _driver: Kept,
}

impl Running<'_> {
    /// Starts the app with these arguments and waits until its page is there.
    pub async fn start<'world>(world: &'world World, arguments: &[PathBuf]) -> Running<'world> {
        let (port, native) = (free_port(), free_port());
        let mut command = world.command(tauri_driver());
        command.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        command.args(["--native-driver", &native_driver()]);
        let driver = Kept::start("tauri-driver", &mut command);
        wait_until("both drivers listen", || (listens(port) && listens(native)).then_some(()));

        let arguments: Vec<_> = arguments.iter().map(|path| path.to_str().unwrap()).collect();
        let capabilities = json!({
            "browserName": "wry",
            "tauri:options": { "application": app(), "args": arguments },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!() };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let address = format!("http://127.0.0.1:{port}");
        // An app that ends at once leaves the driver waiting for ever.
        let client = tokio::time::timeout(PATIENCE, builder.capabilities(capabilities).connect(&address))
            .await
            .expect("the app opens a window in time")
            .expect("the app starts under WebDriver");
        let running = Running { world, client: Some(client), _driver: driver };
        running.page().is_there().await;
        running
    }

    /// What is in the window.
    pub fn page(&self) -> Page {
        Page::new(self.client.clone().expect("the window is open"))
    }

    /// Closes the window, and waits until the app has ended: one that is started before would take itself for the
    /// second of two, and hand its arguments to the one that ends.
    pub async fn close(mut self) {
        if let Some(client) = self.client.take() {
            client.close().await.expect("the window closes");
        }
        wait_until("the app has ended", || (!self.world.has_service(SINGLE_INSTANCE)).then_some(()));
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        // A test that failed leaves the session open: it is ended with the driver.
        self.client.take();
    }
}

fn listens(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// A port nobody uses at this moment.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

fn tauri_driver() -> PathBuf {
    std::env::var_os("TAURI_DRIVER").map_or_else(|| "tauri-driver".into(), PathBuf::from)
}

/// Debian has it under another name in a folder that is not in the path, too.
fn native_driver() -> String {
    let found = Command::new("sh").args(["-c", "command -v WebKitWebDriver"]).output().unwrap();
    let found = String::from_utf8(found.stdout).unwrap();
    assert!(!found.trim().is_empty(), "WebKitWebDriver is missing: apt-get install webkit2gtk-driver");
    found.trim().to_owned()
}
