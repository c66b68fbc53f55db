//! Badges in envelopes: presentations and learner records. Each comes out as a badge of its own.

use openbadges::{Container, Credential, Envelope, EnvelopeKind, Note, ReadError, limits};

use crate::look::{Scanner, join};
use crate::scan::{Found, Presentation};
use crate::{picture, wallets};

/// Presentations of one input whose signatures are looked at.
const PRESENTATIONS: usize = 16;

/// Something that waits to be read: where it stands, its bytes, and in what it stands.
struct Waiting {
    path: String,
    payload: Result<Vec<u8>, ReadError>,
    kind: EnvelopeKind,
    depth: usize,
}

/// Opens bytes that may be an envelope and are no credential. Whether they were one.
pub(crate) fn open(scanner: &mut Scanner, bytes: &[u8], path: &str) -> bool {
    let Some(envelope) = Envelope::read(bytes) else { return false };
    if envelope.held.is_empty() {
        scanner.pass_at(path.to_owned(), "", Note::new("passed.empty-envelope"));
    }
    if envelope.kind == EnvelopeKind::Presentation && scanner.scan.presentations.len() < PRESENTATIONS {
        scanner.scan.presentations.push(Presentation { path: path.to_owned(), bytes: bytes.to_vec() });
    }
    take_out(scanner, envelope, path);
    true
}

/// Takes everything out of an envelope, and out of those in it: in the order in which they stand there, an envelope before
/// what it holds.
pub(crate) fn take_out(scanner: &mut Scanner, envelope: Envelope, path: &str) {
    let mut waiting = inside(envelope, path, 0);
    while let Some(one) = waiting.pop() {
        if scanner.held >= limits::HELD {
            return scanner
                .note(Note::new("input.too-many-in-envelope").with("limit", limits::HELD.to_string()));
        }
        scanner.held += 1;
        let (kind, depth) = (one.kind, one.depth + 1);
        match one.open() {
            Opened::Badge(path, credential) => {
                let further = credential.envelope();
                waiting.extend(further.into_iter().flat_map(|envelope| inside(envelope, &path, depth)));
                add(scanner, kind, path, credential);
            }
            Opened::Envelope(path, envelope) => waiting.extend(inside(envelope, &path, depth)),
            Opened::Refused(path, note) => scanner.pass_at(path, "", note),
        }
    }
}

/// What something that waited turned out to be, and where it stands.
enum Opened {
    Badge(String, Box<Credential>),
    Envelope(String, Envelope),
    Refused(String, Note),
}

impl Waiting {
    fn open(self) -> Opened {
        if self.depth > limits::NESTING {
            return Opened::Refused(self.path, Note::new("passed.too-deep"));
        }
        let bytes = match self.payload {
            Ok(bytes) => bytes,
            Err(error) => return Opened::Refused(self.path, error.note()),
        };
        let error = match Credential::read(&bytes) {
            Ok(credential) => {
                let path = join(&self.path, &Container::of(credential.form()).step());
                return Opened::Badge(path, Box::new(credential));
            }
            Err(error) => error,
        };
        let path = join(&self.path, if bytes.starts_with(b"{") { "json" } else { "jwt" });
        match Envelope::read(&bytes) {
            Some(envelope) => Opened::Envelope(path, envelope),
            None => Opened::Refused(path, error.note()),
        }
    }
}

/// Adds a badge that was taken out, if it was not found before.
fn add(scanner: &mut Scanner, kind: EnvelopeKind, path: String, credential: Box<Credential>) {
    if scanner.knows(&credential) {
        return;
    }
    let notes = match kind {
        EnvelopeKind::Presentation => vec![Note::new("input.in-presentation")],
        EnvelopeKind::Record => vec![Note::new("input.in-record")],
        EnvelopeKind::Enveloped => Vec::new(),
    };
    let container = Container::of(credential.form());
    let (credential, notes) = wallets::bare(*credential, notes);
    let image = scanner.picture(picture::own(&credential));
    scanner.scan.found.push(Found { path, container, credential, image, notes });
}

/// What an envelope holds, the last first: it is taken from the end.
fn inside(envelope: Envelope, path: &str, depth: usize) -> Vec<Waiting> {
    let kind = envelope.kind;
    let held = envelope.held.into_iter().enumerate().map(|(index, payload)| Waiting {
        path: match kind {
            EnvelopeKind::Enveloped => path.to_owned(),
            _ => join(path, &format!("credential[{index}]")),
        },
        payload,
        kind,
        depth,
    });
    let mut held: Vec<Waiting> = held.collect();
    held.reverse();
    held
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use strict_json::{Value, json};

    use crate::{Scan, scan};

    fn badge(id: &str) -> Value {
        json!({
            "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            "id": id, "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "credentialSubject": { "achievement": { "name": id } }
        })
    }

    fn token(payload: &Value) -> String {
        let head = URL_SAFE_NO_PAD.encode("{\"alg\":\"EdDSA\"}");
        format!("{head}.{}.AA", URL_SAFE_NO_PAD.encode(payload.to_string()))
    }

    fn enveloped(media: &str, token: &str) -> Value {
        json!({ "type": "EnvelopedVerifiableCredential", "id": format!("data:application/{media},{token}") })
    }

    fn record(held: &Value) -> Value {
        let mut record = badge("urn:record");
        record["type"] = json!(["VerifiableCredential", "ClrCredential"]);
        record["credentialSubject"] = json!({ "verifiableCredential": held });
        record
    }

    fn presentation(held: &Value) -> Value {
        let context = ["https://www.w3.org/ns/credentials/v2"];
        json!({ "@context": context, "type": ["VerifiablePresentation"], "verifiableCredential": held })
    }

    fn of(text: &str) -> Scan {
        scan(text.as_bytes(), "x").unwrap()
    }

    /// Path, id and container of each badge.
    fn seen(scan: &Scan) -> Vec<(String, String, &str)> {
        let id = |found: &crate::Found| found.credential.claims().id.unwrap_or_default();
        scan.found.iter().map(|found| (found.path.clone(), id(found), found.container.as_str())).collect()
    }

    #[test]
    fn each_badge_of_a_presentation_is_one_of_its_own() {
        let held = json!([
            badge("urn:1"),
            token(&badge("urn:2")),
            enveloped("vc+jwt", &token(&badge("urn:3"))),
            enveloped("vc+sd-jwt", &format!("{}~", token(&badge("urn:4")))),
            badge("urn:1"),
            "https://a.example/1",
        ]);
        let wanted = [("urn:1", "json"), ("urn:2", "jwt"), ("urn:3", "jwt"), ("urn:4", "sd-jwt")];
        let forms = [
            ("json", presentation(&held).to_string()),
            ("jwt", token(&json!({ "iss": "did:example:h", "vp": presentation(&held) }))),
            ("jwt", token(&presentation(&held))),
        ];
        for (outer, text) in forms {
            let scan = of(&text);
            let expected = wanted.iter().enumerate().map(|(index, (id, form))| {
                (format!("{outer}/credential[{index}]/{form}"), (*id).to_owned(), *form)
            });
            assert_eq!(seen(&scan), expected.collect::<Vec<_>>());
            assert_eq!(scan.passed.len(), 1, "the address");
            assert_eq!(scan.passed[0].path, format!("{outer}/credential[5]"));
            assert!(scan.found.iter().all(|found| found.notes[0].code == "input.in-presentation"));
        }
        // The same content as the issuer's own file: known as the same copy.
        let alone = of(&badge("urn:1").to_string());
        let inside = of(&presentation(&held).to_string());
        let digest = |scan: &Scan| scan.found[0].credential.content_digest();
        assert_eq!(digest(&alone), digest(&inside));
    }

    #[test]
    fn a_record_stands_before_what_it_holds() {
        let inner = record(&json!([badge("urn:2"), enveloped("vc+jwt", &token(&badge("urn:3")))]));
        let outer = presentation(&json!([inner, badge("urn:4")]));
        let paths: Vec<String> = seen(&of(&outer.to_string())).into_iter().map(|one| one.0).collect();
        assert_eq!(
            paths,
            [
                "json/credential[0]/json",
                "json/credential[0]/json/credential[0]/json",
                "json/credential[0]/json/credential[1]/jwt",
                "json/credential[1]/json"
            ]
        );
        let ids: Vec<String> = seen(&of(&token(&inner))).into_iter().map(|one| one.1).collect();
        assert_eq!(ids, ["urn:record", "urn:2", "urn:3"]);
        assert_eq!(of(&inner.to_string()).found[1].notes[0].code, "input.in-record");
    }

    #[test]
    fn envelopes_made_to_harm_are_bounded() {
        let many: Vec<Value> = (0..3_000).map(|n| badge(&format!("urn:{n}"))).collect();
        let scan = of(&presentation(&json!(many)).to_string());
        assert_eq!(scan.found.len(), openbadges::limits::HELD);
        assert_eq!(scan.notes[0].code, "input.too-many-in-envelope");
        // Tokens in tokens: each is its own JSON, so that only their number bounds them.
        let mut nested = badge("urn:1");
        for _ in 0..25 {
            nested = presentation(&json!([token(&nested)]));
        }
        let scan = of(&nested.to_string());
        assert!(scan.found.is_empty());
        assert_eq!(scan.passed[0].code, "passed.too-deep");
        assert_eq!(of(&presentation(&json!([])).to_string()).passed[0].code, "passed.empty-envelope");
    }
}
