//! Out and back, and what becomes of it when somebody meddles in between.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openbadges::{Digest, Jws};
use serde_json::Value;
use words::Locale;

use super::{composed, page, sample};
use crate::HolderKey as _;
use crate::profile::SharedProfile;
use crate::{
    BlobState, Checked, EvidenceState, ManifestState, OpenedProfile, Review, fold, open, render_json,
};

/// Checks as the wallet does.
fn reviewed(opened: &OpenedProfile) -> Review {
    let signed = |jws: &Jws| verification::sign::signed_by(jws, opened.key());
    let checked = opened.badges.iter().map(|badge| Checked {
        reports: badge
            .credentials
            .iter()
            .map(|credential| {
                let text = String::from_utf8(credential.bytes.clone()?.to_vec()).ok()?;
                let id = text.strip_prefix("eyJ.the-bytes-of-")?.strip_suffix(".as-issued")?;
                let request = sample::request(Locale::En, &Default::default());
                request.badges.into_iter().find(|badge| badge.id == id).map(|badge| badge.report)
            })
            .collect(),
        statements: badge
            .evidence
            .iter()
            .map(|evidence| Some(signed(evidence.statement.as_ref()?.jws.as_ref()?)))
            .collect(),
    });
    fold(opened, signed(&opened.manifest), checked.collect(), "2026-11-22T10:00:00Z".parse().unwrap())
}

fn codes(review: &Review) -> Vec<String> {
    let profile = review.profile.iter().flat_map(|profile| profile.notes.iter().map(|n| n.code.to_string()));
    let badges =
        review.badges.iter().flat_map(|b| b.notes.iter().map(|n| format!("{} {}", b.reference, n.code)));
    profile.chain(badges).collect()
}

fn reopened(profile: &SharedProfile) -> Review {
    reviewed(&open(render_json(profile).as_bytes()).unwrap())
}

/// The profile with another manifest, signed anew by the same key.
fn with_manifest(profile: &SharedProfile, change: impl FnOnce(&mut Value)) -> SharedProfile {
    let jws = Jws::parse(&profile.manifest).unwrap();
    let mut payload: Value = serde_json::from_slice(jws.payload()).unwrap();
    change(&mut payload);
    let header = profile.manifest.split('.').next().unwrap();
    let input = format!("{header}.{}", URL_SAFE_NO_PAD.encode(payload.to_string()));
    let signature = URL_SAFE_NO_PAD.encode(sample::SampleKey::new().sign(input.as_bytes()).unwrap());
    SharedProfile { manifest: format!("{input}.{signature}"), ..profile.clone() }
}

#[test]
fn what_went_out_comes_back() {
    let (composed, profile) = composed(Locale::De);
    for bytes in
        [page(&composed, &profile), render_json(&profile), format!("\u{feff}\n{}", render_json(&profile))]
    {
        let opened = open(bytes.as_bytes()).unwrap();
        assert_eq!(opened.notes, []);
        assert_eq!(opened.payload.holder.name.as_deref(), Some("Amina Haddad"));
        assert_eq!(opened.key(), sample::SampleKey::new().did());
        assert_eq!(opened.badges.len(), 4);
        for (badge, sent) in opened.badges.iter().zip(&composed.portfolio.badges) {
            assert_eq!(badge.credentials[0].bytes.as_deref(), Some(&*sent.credentials[0].bytes));
            assert!(badge.image.is_some() && badge.notes.is_empty());
            for (evidence, sent) in badge.evidence.iter().zip(&sent.evidence) {
                assert_eq!(evidence.bytes.as_deref(), sent.content.payload().map(|(_, bytes)| bytes));
                assert_eq!(evidence.state, sent.content.payload().map(|_| BlobState::Unchanged));
                assert!(evidence.statement.as_ref().is_none_or(|statement| statement.fits));
            }
        }
        assert_eq!(opened.documents[0].url, "https://kranich.example/issuer");
        let review = reviewed(&opened);
        assert_eq!(codes(&review), [""; 0]);
        assert_eq!(review.profile.unwrap().manifest, ManifestState::Intact);
        assert_eq!((review.hours.all.verified, review.hours.all.unverified), (84 * 60, 60 * 60));
        let states: Vec<_> = review.badges.iter().flat_map(|b| &b.evidence).map(|e| e.state).collect();
        use EvidenceState::{Link, Unchanged};
        assert_eq!(states, [Unchanged, Unchanged, Unchanged, Link]);
    }
}

#[test]
fn the_manifest_as_it_is_signed() {
    let (_, profile) = composed(Locale::En);
    let payload = Jws::parse(&profile.manifest).unwrap().payload().to_vec();
    let mut payload: Value = serde_json::from_slice(&payload).unwrap();
    for badge in payload["badges"].as_array_mut().unwrap() {
        badge["image"]["blob"] = "sha256-PICTURE".into();
        for evidence in badge["evidence"].as_array_mut().unwrap() {
            if evidence.get("statement").is_some() {
                evidence["statement"] = "STATEMENT".into();
            }
        }
    }
    payload["badges"].as_array_mut().unwrap().drain(..3);
    insta::assert_snapshot!(serde_json::to_string_pretty(&payload).unwrap(), @r#"
    {
      "id": "urn:uuid:0b5e55ed-0000-4000-8000-000000000001",
      "createdAt": "2026-11-21T09:00:00Z",
      "expiresAt": null,
      "language": "en",
      "app": "badgefolio/0.1.0",
      "holder": {
        "id": "did:key:z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z",
        "name": "Amina Haddad"
      },
      "title": "",
      "text": "I drive forklifts, keep stock lists in order and have led teams. I would like to work in your warehouse team.",
      "sections": [
        {
          "kind": "selection",
          "title": "",
          "text": "",
          "badges": [
            "b1",
            "b2",
            "b3",
            "b4"
          ]
        }
      ],
      "badges": [
        {
          "ref": "b4",
          "name": "Youth Camp Team Lead",
          "issuer": "Waldkante Youth Network",
          "credentials": [
            {
              "mediaType": "application/vc+jwt",
              "blob": "sha256-JEp56lq+EAP7e8UjBgxaFAiXzbf/NHp2NkkFaA8huK0="
            }
          ],
          "image": {
            "blob": "sha256-PICTURE",
            "alt": "Youth Camp Team Lead"
          },
          "evidence": [
            {
              "name": "The camp, from above",
              "caption": "The tents of my group are the ones at the lake.",
              "mediaType": "image/png",
              "blob": "sha256-x+4ClHvlvhw6d+Aw133sNlHDnKzGeYZe7fnWCi/RpcE=",
              "statement": "STATEMENT"
            },
            {
              "name": "What the newspaper wrote",
              "url": "https://bote.example/2025/zeltlager"
            }
          ],
          "sender": {
            "verdict": "valid",
            "verifiedAt": "2026-11-21T08:30:00Z"
          }
        }
      ],
      "documents": {
        "https://kranich.example/issuer": {
          "mediaType": "application/json",
          "status": 200,
          "fetchedAt": "2026-11-20T10:00:00Z",
          "blob": "sha256-dQ2aXiQJN3bfpCxgDGIBi1GFByKcaBhr1p9qzJL5AAo="
        }
      }
    }
    "#);
}

#[test]
fn a_changed_blob_is_said_where_it_belongs() {
    let (_, profile) = composed(Locale::En);
    let credential = Digest::of(b"eyJ.the-bytes-of-forklift.as-issued").sri();
    let evidence = Digest::of(&b"PK\x03\x04 stands for a table".repeat(700)).sri();

    let mut changed = profile.clone();
    changed.blobs.insert(credential.clone(), STANDARD.encode("eyJ.other"));
    changed.blobs.insert(evidence.clone(), STANDARD.encode("another table"));
    let review = reopened(&changed);
    assert_eq!(
        codes(&review),
        ["b1 review.blob-changed", "b1 review.credential-unreadable", "b2 review.evidence-changed"]
    );
    assert_eq!(review.badges[0].mark, verification::Mark::Damaged);
    assert_eq!(review.badges[1].evidence[0].state, EvidenceState::Changed);

    let mut missing = profile.clone();
    missing.blobs.remove(&credential);
    missing.blobs.remove(&evidence);
    missing.blobs.insert(Digest::of(b"new").sri(), STANDARD.encode("new"));
    let review = reopened(&missing);
    assert_eq!(
        codes(&review),
        [
            "review.blob-unnamed",
            "b1 review.blob-missing",
            "b1 review.credential-unreadable",
            "b2 review.evidence-missing"
        ]
    );
    assert_eq!(review.badges[1].evidence[0].state, EvidenceState::Missing);
}

#[test]
fn a_changed_manifest_is_said_and_the_badges_speak_for_themselves() {
    let (_, profile) = composed(Locale::En);
    let jws = Jws::parse(&profile.manifest).unwrap();
    let text = String::from_utf8(jws.payload().to_vec()).unwrap().replace("Amina", "Anima");
    let mut parts: Vec<String> = profile.manifest.split('.').map(str::to_owned).collect();
    parts[1] = URL_SAFE_NO_PAD.encode(text);
    let review = reopened(&SharedProfile { manifest: parts.join("."), ..profile.clone() });
    assert_eq!(review.profile.as_ref().unwrap().manifest, ManifestState::Broken);
    assert_eq!(codes(&review)[..2], ["review.manifest-broken", "b1 review.manifest-broken"]);
    assert_eq!(review.badges[0].mark, verification::Mark::Verified, "the badge is the issuer's");

    // Signed by a key, but not by the holder it names.
    let other =
        with_manifest(&profile, |payload| payload["holder"]["id"] = "did:key:z6MkSomebodyElse".into());
    let review = reopened(&other);
    assert_eq!(review.profile.as_ref().unwrap().manifest, ManifestState::Broken);
    assert!(codes(&review).contains(&"review.holder-key-differs".to_owned()));
    assert!(codes(&review).contains(&"b2 review.evidence-signature-broken".to_owned()));
}

#[test]
fn what_the_sender_says_of_a_badge_never_covers_what_it_says_itself() {
    let (_, profile) = composed(Locale::En);
    let review = reopened(&with_manifest(&profile, |payload| {
        payload["badges"][0]["name"] = "Chief of everything".into();
        payload["badges"][0]["issuer"] = "The Queen".into();
        payload["badges"][2]["sender"]["verdict"] = "valid".into();
        payload["badges"][3]["credentials"] = Value::Array(Vec::new());
        payload["badges"][1]["credentials"] = payload["badges"][0]["credentials"].clone();
        payload["badges"][3]["evidence"][0].as_object_mut().unwrap().remove("statement");
        payload["expiresAt"] = "2026-11-21T12:00:00Z".into();
    }));
    assert_eq!(
        codes(&review),
        [
            "review.blob-unnamed",
            "review.past-its-date",
            "b1 review.name-differs",
            "b1 review.issuer-differs",
            "b2 review.badge-twice",
            "b2 review.name-differs",
            "b2 review.issuer-differs",
            "b3 review.sender-says-otherwise",
            "b4 review.described-only",
            "b4 review.evidence-not-signed",
        ]
    );
    assert_eq!(review.badges[0].name, "Forklift Driver, Class 1");
    assert_eq!(review.badges[2].mark, verification::Mark::Inconclusive);
    assert!(review.badges[3].described_only && review.badges[3].mark == verification::Mark::Inconclusive);
    assert_eq!(review.hours.all.verified, 24 * 60, "the same badge twice counts once");
}

#[test]
fn what_is_no_profile_says_so() {
    let (_, profile) = composed(Locale::En);
    let code = |bytes: &[u8]| open(bytes).err().map_or("ok", |error| error.code());
    for bytes in [&b""[..], b"  ", b"hello", b"{}", b"<html>", b"\xff<script>", b"[1]", b"\x89PNG"] {
        assert_eq!(code(bytes), "shared-profile.not-one", "{bytes:?}");
    }
    let json = render_json(&profile);
    assert_eq!(code(json.replace("\"1.0\"", "\"2.0\"").as_bytes()), "shared-profile.version");
    assert_eq!(
        code(json.split_at(json.len() / 2).0.as_bytes()),
        "shared-profile.not-one",
        "cut off: perhaps a badge"
    );
    assert_eq!(code(&vec![b'{'; (64 << 20) + 1]), "shared-profile.too-large");
    let header = |typ: &str| URL_SAFE_NO_PAD.encode(format!("{{\"alg\":\"EdDSA\",\"typ\":\"{typ}\"}}"));
    for manifest in [
        "x".to_owned(),
        format!("{}.e30.AA", header("vc+jwt")),
        format!("{}.e30.AA", header("badgefolio-profile+jwt")),
        format!("{}.{}.AA", header("badgefolio-profile+jwt"), URL_SAFE_NO_PAD.encode("{\"id\":1,\"id\":2}")),
    ] {
        let other = SharedProfile { manifest, ..profile.clone() };
        assert_eq!(code(render_json(&other).as_bytes()), "shared-profile.manifest-unreadable");
    }
}

#[test]
fn a_newer_minor_version_and_a_second_manifest_are_notes() {
    let (_, profile) = composed(Locale::En);
    let json = render_json(&profile).replace("\"1.0\"", "\"1.3\"");
    let json = json.replacen("\"blobs\"", "\"manifest\": \"other\", \"blobs\"", 1);
    let opened = open(json.as_bytes()).unwrap();
    let said: Vec<_> = opened.notes.iter().map(|note| note.code.as_ref()).collect();
    assert_eq!(said, ["review.newer-minor", "review.second-manifest"]);
    assert_eq!(opened.badges.len(), 4);
}
