//! Into a picture and out of it.

use openbadges::{png, svg};

use crate::examine::scan;
use crate::picture::is_svg;
use crate::views::Failure;

/// Puts a badge into a picture. The badge: JSON, a token, or a file with exactly one badge in it. What the picture
/// carried before is replaced.
pub fn bake(name: &str, badge: &[u8], image: &[u8]) -> Result<Vec<u8>, Failure> {
    let examined = scan(name, badge);
    let credential = match examined.found.as_slice() {
        [found] => &found.credential,
        [] => {
            return Err(examined
                .failure
                .unwrap_or_else(|| Failure::new("nothing.no-badge").with("name", name)));
        }
        several => {
            let failure = Failure::new("bake.several").with("name", name);
            return Err(failure.with("count", several.len().to_string()));
        }
    };
    if is_svg(image) {
        svg::bake(image, credential).map_err(|error| Failure::new(error.code()))
    } else {
        png::bake(image, credential).map_err(|error| Failure::new(error.code()))
    }
}

/// What was taken out of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unbaked {
    /// The issuer's bytes.
    pub bytes: Vec<u8>,
    /// `application/vc+jwt` and the like, or `text/uri-list` of a badge of which only the address is in the picture.
    pub media_type: &'static str,
}

/// Takes the badge out of a picture. Several: refused, since none of them can be told to be the one.
pub fn unbake(name: &str, image: &[u8]) -> Result<Unbaked, Failure> {
    let examined = scan(name, image);
    let mut found = examined.found.into_iter();
    match (found.next(), found.next()) {
        (Some(found), None) => {
            let media_type = portfolio::media_type_of(&found.credential);
            Ok(Unbaked { bytes: found.credential.payload().to_vec(), media_type })
        }
        (Some(_), Some(_)) => {
            let count = (found.count() + 2).to_string();
            Err(Failure::new("unbake.several").with("name", name).with("count", count))
        }
        (None, _) => {
            Err(examined.failure.unwrap_or_else(|| Failure::new("nothing.no-badge").with("name", name)))
        }
    }
}
