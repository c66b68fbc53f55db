//! Prepares the shell: a placeholder page where the user interface has not been built yet, the list of
//! commands the window may call (what is not listed is refused), and the place of the capability file.

use std::{env, error::Error, fs, path::Path};

include!("src/commands/names.rs");

/// What a placeholder says; a release build that finds these words refuses to go on.
const PLACEHOLDER: &str = "<!doctype html><meta charset=\"utf-8\"><title>Badgefolio</title><h1 data-placeholder>The user interface is not built yet</h1><p>Run <code>make run</code>.</p>\n";

fn main() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let dist = Path::new(&root).join("ui").join("dist");
    let index = dist.join("index.html");
    if !index.exists() {
        fs::create_dir_all(&dist)?;
        fs::write(&index, PLACEHOLDER)?;
    }
    if env::var("PROFILE").as_deref() == Ok("release")
        && fs::read_to_string(&index)?.contains("data-placeholder")
    {
        return Err("ui/dist holds only the placeholder page. Build the user interface first: `make run` or `npm --prefix ui run build`.".into());
    }
    // The built page is compiled into the binary: a new page must make a new binary.
    println!("cargo:rerun-if-changed={}", dist.display());
    println!("cargo:rerun-if-changed=src-tauri/src/commands/names.rs");

    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("src-tauri/capabilities/**/*.json")
            .app_manifest(tauri_build::AppManifest::new().commands(NAMES)),
    )?;
    Ok(())
}
