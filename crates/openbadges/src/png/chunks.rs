//! Walking the chunks of a PNG (PNG, third edition, 5.3).

use super::PngError;

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A];

/// Whether bytes begin as a PNG does.
pub fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(&SIGNATURE)
}

/// One chunk, borrowed from the image.
pub(super) struct RawChunk<'a> {
    pub(super) kind: [u8; 4],
    pub(super) data: &'a [u8],
    /// Length, type, data and checksum as they stand.
    pub(super) whole: &'a [u8],
    /// Whether the checksum fits.
    pub(super) intact: bool,
}

/// The chunks up to and with `IEND`; an error is the last item.
pub(super) fn chunks(image: &[u8]) -> impl Iterator<Item = Result<RawChunk<'_>, PngError>> {
    let mut rest = image.get(SIGNATURE.len()..);
    std::iter::from_fn(move || {
        let here = rest?;
        let chunk = chunk(here);
        rest = match &chunk {
            Ok(chunk) if &chunk.kind != b"IEND" => here.get(chunk.whole.len()..),
            _ => None,
        };
        Some(chunk)
    })
}

fn chunk(bytes: &[u8]) -> Result<RawChunk<'_>, PngError> {
    let (length, after) = bytes.split_first_chunk::<4>().ok_or(PngError::Truncated)?;
    let (kind, _) = after.split_first_chunk::<4>().ok_or(PngError::Truncated)?;
    if !kind.iter().all(u8::is_ascii_alphabetic) {
        return Err(PngError::Damaged);
    }
    // Nothing is allocated for what a length claims; a slice is there or it is not.
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| PngError::Truncated)?;
    let end = length.checked_add(8).ok_or(PngError::Truncated)?;
    let data = bytes.get(8..end).ok_or(PngError::Truncated)?;
    let (checksum, _) =
        bytes.get(end..).and_then(|rest| rest.split_first_chunk::<4>()).ok_or(PngError::Truncated)?;
    let whole = bytes.get(..end.saturating_add(4)).ok_or(PngError::Truncated)?;
    let mut crc = crc32fast::Hasher::new();
    crc.update(kind);
    crc.update(data);
    Ok(RawChunk { kind: *kind, data, whole, intact: crc.finalize() == u32::from_be_bytes(*checksum) })
}

/// A chunk's bytes: length, type, data, checksum.
pub(super) fn write(kind: [u8; 4], data: &[u8]) -> Result<Vec<u8>, PngError> {
    let length = u32::try_from(data.len()).ok().filter(|length| *length <= i32::MAX as u32);
    let length = length.ok_or(PngError::NotText)?;
    let mut crc = crc32fast::Hasher::new();
    crc.update(&kind);
    crc.update(data);
    let mut out = Vec::with_capacity(data.len() + 12);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(&kind);
    out.extend_from_slice(data);
    out.extend_from_slice(&crc.finalize().to_be_bytes());
    Ok(out)
}

/// An image of these chunks: what stands in `IHDR`, `PLTE` and `IDAT`.
pub(crate) fn written(head: &[u8], palette: Option<&[u8]>, rows: &[u8]) -> Result<Vec<u8>, PngError> {
    let mut out = SIGNATURE.to_vec();
    out.extend_from_slice(&write(*b"IHDR", head)?);
    if let Some(palette) = palette {
        out.extend_from_slice(&write(*b"PLTE", palette)?);
    }
    out.extend_from_slice(&write(*b"IDAT", rows)?);
    out.extend_from_slice(&write(*b"IEND", &[])?);
    Ok(out)
}
