//! Rows share-…: hand-outs that want to look better than they are.

use ::wallet::views::{EvidenceState, ManifestState, Mark, ReviewView};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::Digest;
use strict_json::{Value, json};
use verification::sign::{Key, jws};

use crate::kit::*;

/// The learner's own key.
fn holder() -> Key {
    key(9)
}

/// Lays bytes beside the manifest; gives their name.
fn lay(blobs: &mut Value, bytes: &[u8]) -> String {
    let name = Digest::of(bytes).sri();
    blobs[&name] = json!(STANDARD.encode(bytes));
    name
}

/// A manifest and its blobs: one badge with a file of evidence.
fn parts(badge: &Value) -> (Value, Value) {
    let mut blobs = json!({});
    let credential = lay(&mut blobs, badge.to_string().as_bytes());
    let evidence = lay(&mut blobs, b"My own weld, 12 March");
    let statement = json!({
        "@context": [VC2], "type": ["VerifiableCredential"], "issuer": holder().did_key(),
        "validFrom": "2026-11-20T10:00:00Z", "credentialSubject": { "id": holder().did_key() },
        "relatedResource": [{ "id": format!("urn:sha256:{}", Digest::of(b"My own weld, 12 March").hex()),
                              "digestSRI": evidence, "mediaType": "text/plain" }]
    });
    let statement = jws(
        statement.to_string().as_bytes(),
        "EdDSA",
        Some(&holder().did_key_method()),
        Some("vc+jwt"),
        &holder(),
    )
    .unwrap();
    let manifest = json!({
        "id": "urn:uuid:0b8f4a52-1111-4000-8000-000000000001", "createdAt": "2026-11-20T10:00:00Z",
        "expiresAt": null, "audience": "Spedition Beispiel", "language": "en", "app": "badgefolio/0.1.0",
        "holder": { "id": holder().did_key(), "name": "Mira" }, "title": "Warehouse", "text": "",
        "sections": [{ "kind": "selection", "title": "", "text": "", "badges": ["b1"] }],
        "badges": [{
            "ref": "b1", "name": "Welding", "issuer": "University of Example",
            "credentials": [{ "mediaType": "application/vc", "blob": credential }],
            "evidence": [{ "name": "weld.txt", "mediaType": "text/plain", "blob": evidence, "statement": statement }],
            "sender": { "verdict": "valid", "verifiedAt": "2026-11-20T10:00:00Z" }
        }],
        "documents": {}
    });
    (manifest, blobs)
}

fn profile(manifest: &Value, blobs: &Value, key: &Key, kid: &str) -> Value {
    let signed =
        jws(manifest.to_string().as_bytes(), "EdDSA", Some(kid), Some("badgefolio-profile+jwt"), key)
            .unwrap();
    json!({ "type": "BadgefolioSharedProfile", "version": "1.0", "manifest": signed, "blobs": blobs })
}

/// As the holder hands it out.
fn handed_out(manifest: &Value, blobs: &Value) -> Value {
    profile(manifest, blobs, &holder(), &holder().did_key_method())
}

fn review_in(world: &World, profile: &Value) -> ReviewView {
    world.judge().review("profile.json", profile.to_string().as_bytes()).unwrap()
}

fn review(profile: &Value) -> ReviewView {
    review_in(&World::new(), profile)
}

fn codes(notes: &[::wallet::views::NoteView]) -> Vec<&str> {
    notes.iter().map(|note| note.code.as_str()).collect()
}

/// The genuine hand-out; a reviewer finds nothing wrong with it.
fn ready() -> (Value, Value) {
    let (manifest, blobs) = parts(&genuine());
    let seen = review(&handed_out(&manifest, &blobs));
    let head = seen.profile.unwrap();
    assert_eq!((head.manifest, codes(&head.notes)), (ManifestState::Intact, vec![]));
    let badge = &seen.badges[0];
    assert_eq!((badge.mark, codes(&badge.notes)), (Mark::SignedUnknown, vec![]));
    assert_eq!(badge.evidence[0].state, EvidenceState::Unchanged);
    (manifest, blobs)
}

#[test]
fn share_sender_report() {
    ready();
    let mut forged = genuine();
    forged["name"] = json!("Surgery");
    forged["credentialSubject"]["achievement"]["name"] = json!("Surgery");
    let (mut manifest, blobs) = parts(&forged);
    manifest["badges"][0]["name"] = json!("Surgery");
    let seen = review(&handed_out(&manifest, &blobs));
    let badge = &seen.badges[0];
    assert_eq!(badge.mark, Mark::NotGenuine, "the reviewer's own check");
    assert_eq!(badge.sender_verdict.as_deref(), Some("valid"));
    assert_eq!(codes(&badge.notes), ["review.sender-says-otherwise"]);
}

#[test]
fn share_digest_swap() {
    let (manifest, blobs) = ready();
    let name = manifest["badges"][0]["credentials"][0]["blob"].as_str().unwrap();
    let mut swapped = blobs.clone();
    let other = signed_by(66, |badge| badge["name"] = json!("Surgery"));
    swapped[name] = json!(STANDARD.encode(other.to_string()));
    let seen = review(&handed_out(&manifest, &swapped));
    assert!(codes(&seen.badges[0].notes).contains(&"review.blob-changed"), "{:?}", seen.badges[0].notes);
    let mut missing = blobs.clone();
    missing.as_object_mut().unwrap().remove(name);
    let seen = review(&handed_out(&manifest, &missing));
    assert!(codes(&seen.badges[0].notes).contains(&"review.blob-missing"));
    assert!(!matches!(seen.badges[0].mark, Mark::Verified | Mark::SignedUnknown));
    // A blob that nobody names.
    let mut more = blobs;
    lay(&mut more, b"nobody's");
    let seen = review(&handed_out(&manifest, &more));
    assert!(codes(&seen.profile.unwrap().notes).contains(&"review.blob-unnamed"));
}

#[test]
fn share_evidence_swap() {
    let (manifest, blobs) = ready();
    let name = manifest["badges"][0]["evidence"][0]["blob"].as_str().unwrap();
    let mut swapped = blobs.clone();
    swapped[name] = json!(STANDARD.encode("Somebody else's weld"));
    let seen = review(&handed_out(&manifest, &swapped));
    assert_eq!(seen.badges[0].evidence[0].state, EvidenceState::Changed);
    assert_eq!(seen.badges[0].mark, Mark::SignedUnknown, "the badge itself is as good as it was");
    // The manifest names the other file, the holder's statement the one before.
    let mut blobs = blobs;
    let mut renamed = manifest.clone();
    renamed["badges"][0]["evidence"][0]["blob"] = json!(lay(&mut blobs, b"Somebody else's weld"));
    let seen = review(&handed_out(&renamed, &blobs));
    assert_eq!(seen.badges[0].evidence[0].state, EvidenceState::Changed);
    assert!(codes(&seen.badges[0].notes).contains(&"review.evidence-signature-broken"));
}

#[test]
fn share_audience() {
    let (manifest, blobs) = ready();
    // Changed on the way: the signature over the whole no longer holds.
    let mut other = manifest.clone();
    other["audience"] = json!("Klinikum Beispiel");
    let signed = handed_out(&manifest, &blobs);
    let changed = handed_out(&other, &blobs);
    let text = |profile: &Value| profile["manifest"].as_str().unwrap().to_owned();
    let (signed_text, changed_text) = (text(&signed), text(&changed));
    let mut pieces: Vec<&str> = signed_text.split('.').collect();
    pieces[1] = changed_text.split('.').nth(1).unwrap();
    let mut forged = signed.clone();
    forged["manifest"] = json!(pieces.join("."));
    let seen = review(&forged);
    assert_eq!(seen.profile.as_ref().unwrap().manifest, ManifestState::Broken);
    assert!(codes(&seen.badges[0].notes).contains(&"review.manifest-broken"), "said for each badge");
}

#[test]
fn share_expired() {
    let (mut manifest, blobs) = ready();
    manifest["expiresAt"] = json!("2026-11-21T10:00:00Z");
    assert!(codes(&review(&handed_out(&manifest, &blobs)).profile.unwrap().notes).is_empty());
    manifest["expiresAt"] = json!("2026-11-21T08:00:00Z");
    let seen = review(&handed_out(&manifest, &blobs));
    assert_eq!(codes(&seen.profile.unwrap().notes), ["review.past-its-date"]);
}

#[test]
fn share_holder_key_other() {
    let (manifest, blobs) = ready();
    // Signed by somebody else, in the holder's name and in their own.
    for kid in [holder().did_key_method(), attacker().did_key_method()] {
        let seen = review(&profile(&manifest, &blobs, &attacker(), &kid));
        assert_eq!(seen.profile.unwrap().manifest, ManifestState::Broken, "{kid}");
        assert!(codes(&seen.badges[0].notes).contains(&"review.manifest-broken"));
    }
}

#[test]
fn share_page_script_forged() {
    let (manifest, blobs) = ready();
    let profile = handed_out(&manifest, &blobs).to_string().replace('<', "\\u003c").replace('>', "\\u003e");
    let page = |head: &str, more: &str| {
        format!(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title>{head}</head><body><p class=\"status \
             tone-good\">Verified</p><script type=\"application/json\" id=\"badgefolio-profile\">{profile}</script>\
             {more}</body></html>"
        )
    };
    let open = |page: &str| World::new().judge().review("page.html", page.as_bytes());
    let seen = open(&page("", "")).unwrap();
    assert_eq!(seen.badges[0].mark, Mark::SignedUnknown);
    // The page says "Verified" in large letters, and a script of its own would say so, too.
    let seen = open(&page("<script>window.verdict='valid'</script>", "")).unwrap();
    assert_eq!(seen.badges[0].mark, Mark::SignedUnknown, "checked anew");
    // A second set of data: nobody can tell which one a browser would show.
    let second = format!("<script type=\"application/json\" id=\"badgefolio-profile\">{profile}</script>");
    assert!(open(&page("", &second)).is_err());
}

#[test]
fn share_sender_documents() {
    ready();
    let (did, place) = ("did:web:uni.example", "https://uni.example/.well-known/did.json");
    let kid = format!("{did}#key-1");
    let document = |key: &Key| {
        json!({
            "@context": ["https://www.w3.org/ns/did/v1"], "id": did, "assertionMethod": [kid],
            "verificationMethod": [{
                "id": kid, "type": "JsonWebKey2020", "controller": did, "publicKeyJwk": key.public_jwk()
            }]
        })
    };
    // Signed by the attacker in the university's name; the attacker's "copy of the university's document" comes along.
    let forged = sign_as(badge(did), &attacker(), &kid);
    let (mut manifest, mut blobs) = parts(&forged);
    let blob = lay(&mut blobs, document(&attacker()).to_string().as_bytes());
    manifest["documents"][place] = json!({
        "mediaType": "application/did+json", "status": 200, "fetchedAt": "2026-11-20T09:00:00Z", "blob": blob
    });
    let seen = review(&handed_out(&manifest, &blobs));
    assert_eq!(seen.badges[0].mark, Mark::Inconclusive, "it explains, it never proves");
    assert_eq!(seen.badges[0].wanted_hosts, ["uni.example"]);
    // With the reviewer's own copy it is what it is.
    let own = World::with(&[(place, document(&key(1)))]);
    assert_eq!(review_in(&own, &handed_out(&manifest, &blobs)).badges[0].mark, Mark::NotGenuine);
    let genuine = sign_as(badge(did), &key(1), &kid);
    let (manifest, blobs) = parts(&genuine);
    assert_eq!(review_in(&own, &handed_out(&manifest, &blobs)).badges[0].mark, Mark::Verified);
}
