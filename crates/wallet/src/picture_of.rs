//! Pictures by digest, as pixels made here.

use openbadges::Digest;

use crate::picture;
use crate::views::Failure;
use crate::wallet::Wallet;

/// Which size of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureSize {
    /// For lists.
    Thumb,
    /// For a page of its own.
    Full,
}

impl Wallet {
    /// The picture with this digest (hex), always as a PNG made here from what came.
    pub fn picture(&self, digest: &str, size: PictureSize) -> Result<Vec<u8>, Failure> {
        let none = || Failure::new("picture.none");
        let digest: Digest = digest.parse().map_err(|_| none())?;
        let backpack = self.backpack()?;
        let (stored, edge) = match size {
            PictureSize::Thumb => (backpack::Size::Thumbnail, picture::THUMBNAIL),
            PictureSize::Full => (backpack::Size::Full, picture::LARGE),
        };
        let found = backpack.picture(&digest, stored)?.ok_or_else(none)?;
        // A thumbnail was made here when it came; everything else is a stranger's bytes.
        if size == PictureSize::Thumb && found.media_type == "image/png" && found.bytes.len() <= SMALL {
            return Ok(found.bytes);
        }
        Ok(picture::png(&found.bytes, edge)?)
    }
}

/// No thumbnail of ours is larger.
const SMALL: usize = 512 * 1024;
