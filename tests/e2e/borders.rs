//! What a script in the window could not do, if one ever got in.

use serde_json::json;

use crate::{
    driver::Running,
    world::{Keyring, World},
};

#[tokio::test]
async fn the_page_cannot_leave_its_room() {
    let world = World::new(Keyring::Absent);
    let running = Running::start(&world, &[]).await;
    let page = running.page();

    for command in [
        "plugin:dialog|open",
        "plugin:dialog|save",
        "plugin:fs|read_file",
        "plugin:opener|open_url",
        "plugin:opener|open_path",
        "plugin:window|create",
        "plugin:webview|create_webview_window",
        "plugin:path|resolve_directory",
        "plugin:app|version",
        "plugin:event|emit",
    ] {
        let refused = page.invoke(command, json!({})).await.expect_err(command);
        assert!(refused.as_str().is_some_and(|why| why.contains("not allowed")), "{command}: {refused}");
    }
    for address in [
        "http://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "",
        "https:",
        "mailto:a@example.org",
    ] {
        let refused = page.invoke("open_url", json!({ "url": address })).await.expect_err(address);
        assert_eq!(refused["code"], "shell.not-https", "{address}");
    }

    page.script("window.open('https://example.org/'); location.href = 'https://example.org/';", vec![]).await;
    page.says("Welcome to Badgefolio").await;
    let here = page.script("return location.href;", vec![]).await;
    assert!(here.as_str().unwrap().starts_with("tauri://localhost"), "{here}");

    let script = "const done = arguments[0]; fetch('https://example.org/').then(() => done('went'), () => done('refused'));";
    assert_eq!(page.wait_for_script(script).await, "refused");
    let script = "const done = arguments[0]; const s = document.createElement('script'); s.textContent = 'window.evil = 1'; \
        document.body.append(s); setTimeout(() => done(window.evil ? 'ran' : 'refused'), 100);";
    assert_eq!(page.wait_for_script(script).await, "refused");
    running.close().await;
}
