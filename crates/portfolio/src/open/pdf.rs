//! Finds the profile inside a PDF: the one embedded file of that name, and keeps nothing else of it.

use openbadges::pdf;

use crate::error::OpenError;
use crate::sign::FILE_NAME;

/// The bytes of the one profile in this file.
pub(super) fn profile_file(bytes: &[u8]) -> Result<Vec<u8>, OpenError> {
    let pdf = match pdf::open(bytes) {
        Ok(pdf) => pdf,
        // Whoever reads badges says what is wrong with it.
        Err(_) => return Err(OpenError::NotOne),
    };
    let named = |note: &&openbadges::Note| note.args.get("file").is_some_and(|name| name == FILE_NAME);
    let mut unread = pdf.unbaked.failed.iter().filter(named);
    let mut profiles = pdf.files.into_iter().filter(|file| file.name == FILE_NAME);
    match ((profiles.next(), profiles.next()), (unread.next(), unread.next())) {
        ((None, _), (None, _)) => Err(OpenError::NotOne),
        ((Some(_), Some(_)), _) | ((Some(_), _), (Some(_), _)) | (_, (_, Some(_))) => Err(OpenError::Several),
        ((None, _), (Some(note), None)) if note.code == "pdf.too-large" => Err(OpenError::TooLarge),
        ((None, _), (Some(note), None)) => Err(OpenError::Damaged(note.code.to_string())),
        // Another one may stand where nobody looked any more.
        ((Some(_), None), _) if pdf.unbaked.notes.iter().any(|note| note.code == "pdf.too-many-files") => {
            Err(OpenError::Several)
        }
        ((Some(profile), None), (None, _)) => Ok(profile.bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF with these files inside.
    fn with(files: &[(&str, &str)]) -> Vec<u8> {
        let names: Vec<String> = (0..files.len()).map(|at| format!("{} 0 R", 10 + 2 * at)).collect();
        let mut pdf = format!("%PDF-1.7\n1 0 obj << /Type /Catalog /AF [{}] >> endobj\n", names.join(" "));
        for (at, (name, bytes)) in files.iter().enumerate() {
            let number = 10 + 2 * at;
            pdf += &format!(
                "{number} 0 obj << /Type /Filespec /F ({name}) /EF << /F {} 0 R >> >> endobj\n",
                number + 1
            );
            pdf += &format!(
                "{} 0 obj << /Length {} >> stream\n{bytes}\nendstream endobj\n",
                number + 1,
                bytes.len()
            );
        }
        (pdf + "trailer << /Root 1 0 R >>\n%%EOF\n").into_bytes()
    }

    #[test]
    fn one_and_only_one() {
        let profile = (FILE_NAME, "{}");
        assert_eq!(profile_file(&with(&[])), Err(OpenError::NotOne));
        assert_eq!(profile_file(&with(&[("other.json", "{}")])), Err(OpenError::NotOne));
        assert_eq!(profile_file(&with(&[("other.json", "{}"), profile])), Ok(b"{}".to_vec()));
        assert_eq!(profile_file(&with(&[profile, profile])), Err(OpenError::Several));
        let mut many = vec![("x", "y"); openbadges::limits::PDF_FILES];
        many.insert(0, profile);
        assert_eq!(profile_file(&with(&many)), Err(OpenError::Several), "one more may hide behind them");
        assert_eq!(profile_file(b"%PDF-1.7 and nothing"), Err(OpenError::NotOne));
    }

    #[test]
    fn what_cannot_be_unpacked_is_said() {
        let whole = String::from_utf8(with(&[(FILE_NAME, "{}")])).unwrap();
        let packed = whole.replace("/Length 2", "/Filter /FlateDecode /Length 2");
        let damaged = profile_file(packed.as_bytes()).unwrap_err();
        assert_eq!(damaged.code(), "shared-profile.damaged");
        // One of two, and nobody knows what it says.
        let two = String::from_utf8(with(&[(FILE_NAME, "{}"), (FILE_NAME, "{}")])).unwrap();
        let packed = two.replacen("/Length 2", "/Filter /FlateDecode /Length 2", 1);
        assert_eq!(profile_file(packed.as_bytes()), Err(OpenError::Several));
    }
}
