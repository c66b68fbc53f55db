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

    // A name is a name: what is not handed over is not read. ATTACKS.md, ipc-path-outside.
    for name in ["/etc/passwd", "../../etc/passwd", "file:///etc/passwd"] {
        let refused =
            page.invoke("unlock_given", json!({ "name": name, "password": "x" })).await.expect_err(name);
        assert_eq!(refused["code"], "shell.nothing-sealed", "{name}");
        let file =
            json!({ "file": { "name": name, "base64": "AA==", "path": "/etc/passwd" }, "allowHosts": [] });
        let refused = page.invoke("review_file", file).await.expect_err(name);
        assert_eq!(refused["args"]["name"].as_str().unwrap_or("passwd"), "passwd", "{refused}");
    }
    // ATTACKS.md, ipc-huge-argument.
    let huge = "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('create_stack', { title: 'a'.repeat(32 << 20), \
        description: '' }).then(() => done('taken'), (failure) => done(failure.code));";
    assert_eq!(page.wait_for_script(huge).await, "shell.too-much");
    let deep = "const done = arguments[0]; let ids = []; for (let n = 0; n < 5000; n += 1) ids = [ids]; \
        window.__TAURI_INTERNALS__.invoke('keep', { ids }).then(() => done('taken'), () => done('refused'));";
    assert_eq!(page.wait_for_script(deep).await, "refused");

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
