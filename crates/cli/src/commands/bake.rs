//! `bake` and `unbake`.

use std::path::Path;

use serde_json::json;

use super::Came;
use crate::app::App;
use crate::exit::Exit;
use crate::inputs::{read_file, read_named, write};

pub(crate) fn bake(app: &App, credential: &str, image: &Path, out: &Path) -> Came {
    let badge = read_named(credential)?;
    let picture = read_file(image)?;
    let baked = wallet::bake(credential, &badge, &picture)?;
    write(out, &baked)?;
    written(app, out, baked.len())
}

pub(crate) fn unbake(app: &App, image: &str, out: Option<&Path>) -> Came {
    let picture = read_named(image)?;
    let unbaked = wallet::unbake(image, &picture)?;
    match out {
        Some(out) => {
            write(out, &unbaked.bytes)?;
            written(app, out, unbaked.bytes.len())
        }
        None if app.out.json => {
            let text = String::from_utf8_lossy(&unbaked.bytes);
            app.out.line(&json!({ "mediaType": unbaked.media_type, "credential": text }))?;
            Ok(Exit::Good)
        }
        None => {
            app.out.bytes(&unbaked.bytes)?;
            Ok(Exit::Good)
        }
    }
}

fn written(app: &App, out: &Path, bytes: usize) -> Came {
    let name = out.display().to_string();
    if app.out.json {
        app.out.line(&json!({ "file": name, "bytes": bytes }))?;
    } else {
        app.out.aside(&app.words.cli_done_written(&name, &app.words.for_data().size(bytes as u64)));
    }
    Ok(Exit::Good)
}
