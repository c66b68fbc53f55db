//! The learner's own evidence for a badge.

use std::io::Read;

use backpack::{Backpack, BadgeId, Evidence, EvidenceId, NewEvidence};
use base64::Engine as _;
use openbadges::limits;
use verification::Documents;

use crate::badges::badge_id;
use crate::picture;
use crate::save::{SaveFile, file_name};
use crate::views::{ChangeSet, EvidenceContent, EvidenceKind, EvidenceView, Failure};
use crate::wallet::{Done, Wallet};

/// The longest text that is shown.
const TEXT: u64 = 1024 * 1024;

impl Wallet {
    /// Attaches a file, read as a stream.
    pub fn add_evidence_file(
        &self,
        badge: &str,
        name: &str,
        from: &mut dyn Read,
        caption: &str,
    ) -> Result<Done<EvidenceView>, Failure> {
        let backpack = self.backpack()?;
        let badge = badge_id(&backpack, badge)?;
        let about = NewEvidence { name: plain_name(name), caption: caption.trim().to_owned() };
        let mut random = self.ports.random.source();
        // The kind is read off the first bytes, then the stream goes on as if nothing had been read.
        let mut head = Vec::new();
        (&mut *from)
            .take(4096)
            .read_to_end(&mut head)
            .map_err(|_| Failure::new("backpack.unreadable-file").with("name", name))?;
        let media_type = media_type(&head, name);
        let mut whole = head.as_slice().chain(from);
        let id = backpack.add_file(&badge, &about, media_type, &mut whole, random.as_mut(), self.now())?;
        attached(&backpack, &badge, &id)
    }

    /// Attaches an https address. Nothing behind it is fetched.
    pub fn add_evidence_link(
        &self,
        badge: &str,
        url: &str,
        name: &str,
        caption: &str,
    ) -> Result<Done<EvidenceView>, Failure> {
        let backpack = self.backpack()?;
        let badge = badge_id(&backpack, badge)?;
        let wrong = || Failure::new("evidence.not-https").with("address", url);
        let url = url::Url::parse(url.trim()).map_err(|_| wrong())?;
        if url.scheme() != "https"
            || url.host_str().is_none()
            || !url.username().is_empty()
            || url.password().is_some()
        {
            return Err(wrong());
        }
        let name = if name.trim().is_empty() { url.host_str().unwrap_or_default() } else { name.trim() };
        let about = NewEvidence { name: name.to_owned(), caption: caption.trim().to_owned() };
        let mut random = self.ports.random.source();
        let id = backpack.add_link(&badge, &about, url.as_str(), random.as_mut(), self.now())?;
        attached(&backpack, &badge, &id)
    }

    /// Attaches a text.
    pub fn add_evidence_text(
        &self,
        badge: &str,
        name: &str,
        text: &str,
    ) -> Result<Done<EvidenceView>, Failure> {
        let backpack = self.backpack()?;
        let badge = badge_id(&backpack, badge)?;
        if text.trim().is_empty() {
            return Err(Failure::new("evidence.empty"));
        }
        let about = NewEvidence { name: name.trim().to_owned(), caption: String::new() };
        let mut random = self.ports.random.source();
        let id = backpack.add_text(&badge, &about, text, random.as_mut(), self.now())?;
        attached(&backpack, &badge, &id)
    }

    /// What is attached to a badge.
    pub fn evidence(&self, badge: &str) -> Result<Vec<EvidenceView>, Failure> {
        let backpack = self.backpack()?;
        let badge = badge_id(&backpack, badge)?;
        backpack.row(&badge)?;
        of(&backpack, &badge)
    }

    /// Takes a piece of evidence off.
    pub fn remove_evidence(&self, id: &str) -> Result<Done<()>, Failure> {
        let badge = self.backpack()?.remove_evidence(&EvidenceId::from(id))?;
        Ok(Done::new((), ChangeSet::badges(badge.iter().map(|badge| badge.as_str()))))
    }

    /// Takes a piece of evidence off this badge: named by its id, the beginning of it, or its name.
    pub fn remove_evidence_of(&self, badge: &str, evidence: &str) -> Result<Done<()>, Failure> {
        let pieces = self.evidence(badge)?;
        let exact = pieces.iter().find(|piece| piece.id == evidence);
        let alike: Vec<_> = pieces
            .iter()
            .filter(|piece| (evidence.len() >= 4 && piece.id.starts_with(evidence)) || piece.name == evidence)
            .collect();
        match (exact, alike.as_slice()) {
            (Some(piece), _) => self.remove_evidence(&piece.id),
            (None, [piece]) => self.remove_evidence(&piece.id),
            _ => Err(Failure::new("backpack.unknown-evidence").with("id", evidence)),
        }
    }

    /// What of a piece can be looked at inside the app: text as text, pictures as pixels made here.
    pub fn evidence_content(&self, id: &str) -> Result<EvidenceContent, Failure> {
        let backpack = self.backpack()?;
        let id = EvidenceId::from(id);
        let evidence = backpack.evidence(&id)?;
        let media_type = evidence.media_type.unwrap_or_default();
        if media_type.starts_with("text/") {
            return Ok(match backpack.evidence_bytes(&id, TEXT)?.map(String::from_utf8) {
                Some(Ok(text)) => EvidenceContent::Text { text },
                _ => EvidenceContent::Opaque,
            });
        }
        if media_type.starts_with("image/")
            && let Some(bytes) = backpack.evidence_bytes(&id, limits::FILE as u64)?
            && let Ok(png) = picture::png(&bytes, picture::EVIDENCE)
        {
            let url =
                format!("data:image/png;base64,{}", base64::engine::general_purpose::STANDARD.encode(png));
            return Ok(EvidenceContent::Picture { url });
        }
        Ok(EvidenceContent::Opaque)
    }

    /// A piece of evidence as a file to save.
    pub fn evidence_file(&self, id: &str) -> Result<SaveFile, Failure> {
        let backpack = self.backpack()?;
        let id = EvidenceId::from(id);
        let evidence = backpack.evidence(&id)?;
        let mut bytes = Vec::new();
        if backpack.evidence_to(&id, &mut bytes)? == 0 && evidence.digest.is_none() {
            return Err(Failure::new("evidence.is-link"));
        }
        let (stem, extension) = match evidence.name.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() && extension.len() <= 8 => (stem, extension),
            _ if evidence.media_type.as_deref().is_some_and(|kind| kind.starts_with("text/")) => {
                (evidence.name.as_str(), "txt")
            }
            _ => (evidence.name.as_str(), "bin"),
        };
        Ok(SaveFile { name: file_name(stem, extension), bytes })
    }
}

/// What is attached to a badge.
pub(crate) fn of(backpack: &Backpack, badge: &BadgeId) -> Result<Vec<EvidenceView>, Failure> {
    Ok(backpack.evidence_of(badge)?.iter().map(view).collect())
}

/// Whether a credential may name something by a digest; a quick look that never overlooks one.
pub(crate) fn names_digests(payload: &[u8]) -> bool {
    // In a token the members are not in the clear.
    let holds = |word: &[u8]| payload.windows(word.len()).any(|window| window == word);
    !payload.starts_with(b"{") || holds(b"digest") || holds(b"hl")
}

/// Puts the files that are attached to a badge beside the documents at hand, so that they are compared with what the badge
/// names by its digest.
pub(crate) fn attach(backpack: &Backpack, badge: &BadgeId, known: &mut Documents) -> Result<(), Failure> {
    for piece in backpack.evidence_of(badge)? {
        if piece.kind == backpack::EvidenceKind::File
            && let Some(bytes) = backpack.evidence_bytes(&piece.id, limits::FILE as u64)?
        {
            known.attach(&bytes);
        }
    }
    Ok(())
}

fn attached(backpack: &Backpack, badge: &BadgeId, id: &EvidenceId) -> Result<Done<EvidenceView>, Failure> {
    Ok(Done::new(view(&backpack.evidence(id)?), ChangeSet::badges([badge.as_str()])))
}

fn view(evidence: &Evidence) -> EvidenceView {
    EvidenceView {
        id: evidence.id.0.clone(),
        kind: match evidence.kind {
            backpack::EvidenceKind::File => EvidenceKind::File,
            backpack::EvidenceKind::Link => EvidenceKind::Link,
            backpack::EvidenceKind::Text => EvidenceKind::Text,
        },
        name: evidence.name.clone(),
        caption: evidence.caption.clone(),
        media_type: evidence.media_type.clone(),
        bytes: evidence.bytes,
        url: evidence.url.clone(),
        added_at: evidence.added_at.to_string(),
    }
}

/// The last part of a name, whatever system it comes from.
fn plain_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().trim().to_owned()
}

/// The media type: by the bytes where they say it, else by the name where that is harmless, else plain bytes.
fn media_type(head: &[u8], name: &str) -> &'static str {
    if let Ok(format) = image::guess_format(head) {
        return format.to_mime_type();
    }
    if head.starts_with(b"%PDF-") {
        return "application/pdf";
    }
    if head.starts_with(b"PK\x03\x04") {
        return "application/zip";
    }
    let extension =
        name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let text = match std::str::from_utf8(head) {
        Ok(_) => true,
        // Cut in the middle of a character.
        Err(error) => error.error_len().is_none(),
    } && !head.contains(&0);
    match extension.as_str() {
        "md" | "markdown" if text => "text/markdown",
        "csv" if text => "text/csv",
        "svg" if text => "image/svg+xml",
        "html" | "htm" | "xhtml" | "xml" | "js" => "application/octet-stream",
        _ if text && !head.is_empty() => "text/plain",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_say_what_they_are_before_names_do() {
        assert_eq!(media_type(b"%PDF-1.7 x", "photo.png"), "application/pdf");
        assert_eq!(media_type(b"\x89PNG\r\n\x1a\n", "a.txt"), "image/png");
        assert_eq!(media_type("Grüße".as_bytes(), "a.txt"), "text/plain");
        assert_eq!(media_type(b"<script>", "a.html"), "application/octet-stream");
        assert_eq!(media_type(b"\0\x01", "a.txt"), "application/octet-stream");
        assert_eq!(plain_name("C:\\Users\\me\\note.txt"), "note.txt");
        assert_eq!(plain_name("../../note.txt"), "note.txt");
    }
}
