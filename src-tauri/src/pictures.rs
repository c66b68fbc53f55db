//! `badge://localhost/DIGEST/SIZE`: pictures of badges, made harmless by the wallet. They go this way so that
//! no picture has to pass through a command as text.

use tauri::{
    AppHandle, Manager as _, UriSchemeResponder,
    http::{Request, Response, StatusCode, header},
};
use wallet::PictureSize;

use crate::shell::Shell;

/// Answers one request. What is not there, and any request while the backpack is locked, is `404`.
pub(crate) fn answer(app: &AppHandle, request: &Request<Vec<u8>>, responder: UriSchemeResponder) {
    let Some((digest, size)) = named(request.uri().path()) else {
        responder.respond(missing());
        return;
    };
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let picture = app.state::<Shell>().ask(move |wallet| wallet.picture(&digest, size)).await;
        responder.respond(match picture {
            Ok(png) => found(png),
            Err(_) => missing(),
        });
    });
}

/// The digest and the size a path names. The slash between them may come as `%2F`.
fn named(path: &str) -> Option<(String, PictureSize)> {
    let path = path.strip_prefix('/')?.replace("%2F", "/");
    let (digest, size) = path.split_once('/')?;
    let size = match size {
        "thumb" => PictureSize::Thumb,
        "full" => PictureSize::Full,
        _ => return None,
    };
    let is_digest =
        digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    is_digest.then(|| (digest.to_owned(), size))
}

fn found(png: Vec<u8>) -> Response<Vec<u8>> {
    // Only pixels come this way, and no engine may guess otherwise or keep them.
    Response::builder()
        .header(header::CONTENT_TYPE, "image/png")
        .header(header::CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .body(png)
        .unwrap_or_else(|_| missing())
}

fn missing() -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_a_digest_and_a_size_and_nothing_else() {
        let digest = "0123456789abcdef".repeat(4);
        assert_eq!(named(&format!("/{digest}/thumb")), Some((digest.clone(), PictureSize::Thumb)));
        assert_eq!(named(&format!("/{digest}%2Ffull")), Some((digest.clone(), PictureSize::Full)));
        for wrong in [
            "/",
            "/x/thumb",
            "/../../etc/passwd",
            &format!("/{digest}"),
            &format!("/{digest}/huge"),
            &format!("/{digest}/full/../x"),
        ] {
            assert_eq!(named(wrong), None, "{wrong}");
        }
    }
}
