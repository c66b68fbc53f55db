use strict_json::json;

use super::kit::*;
use crate::views::{EvidenceState, Language, ManifestState, Mark, PortfolioRequest};
use crate::{ExportFormat, Given};

pub(super) fn request(badges: &[String]) -> PortfolioRequest {
    PortfolioRequest {
        title: "For the warehouse".into(),
        text: "Hello".into(),
        name: "Mira Beispiel".into(),
        language: Language::En,
        badges: badges.to_vec(),
        stack: None,
        include_evidence: true,
    }
}

#[test]
fn what_goes_out_comes_back_checked_anew() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let good = world.keep(&Given::file("b", baked(&issuer.badge(&id(1), "Forklift Driver", &json!({})))));
    let _ = world.wallet.add_evidence_file(&good[0], "note.txt", &mut &b"I did it"[..], "").unwrap();
    let bad =
        world.keep(&Given::file("b", tampered(&issuer.badge(&id(2), "Kitchen", &json!({}))).into_bytes()));
    let all = [good[0].clone(), bad[0].clone()];

    for format in [ExportFormat::Html, ExportFormat::Pdf, ExportFormat::Json] {
        let outgoing = world.wallet.portfolio_file(&request(&all), format).unwrap();
        let left_out = outgoing.warnings.iter().any(|warning| warning.code == "handout.not-genuine-left-out");
        assert!(left_out, "{:?}", outgoing.warnings);
        let done = world.wallet.record_share(&outgoing).unwrap();
        assert!(done.changes.shares);

        // Somebody else, without a backpack.
        let other = World::closed(None, NOW);
        let review = other.wallet.review("page.html", &outgoing.file.bytes, &[]).unwrap();
        let profile = review.profile.as_ref().unwrap();
        assert_eq!((profile.title.as_str(), profile.manifest), ("For the warehouse", ManifestState::Intact));
        assert_eq!(profile.holder.as_deref(), Some("Mira Beispiel"));
        let [badge] = review.badges.as_slice() else { panic!("{review:?}") };
        assert_eq!((badge.name.as_str(), badge.mark), ("Forklift Driver", Mark::SignedUnknown));
        assert_eq!(badge.evidence[0].state, EvidenceState::Unchanged);
        assert_eq!(badge.sender_verdict.as_deref(), Some("valid"));
        assert!(!other.folder.path().join("backpack").exists(), "nothing is kept");
    }
    let shares = world.wallet.shares().unwrap();
    assert_eq!(shares.iter().map(|share| share.format.as_str()).collect::<Vec<_>>(), ["json", "pdf", "html"]);
}

#[test]
fn share_evidence_swap_and_share_digest_swap_are_said() {
    let world = World::open(None);
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    let ids = world.keep(&Given::file("b", token.into_bytes()));
    let _ = world.wallet.add_evidence_text(&ids[0], "Note", "I did it").unwrap();
    let file = world.wallet.portfolio_file(&request(&ids), ExportFormat::Json).unwrap().file;
    let mut profile: strict_json::Value = serde_json::from_slice(&file.bytes).unwrap();
    let note = openbadges::Digest::of(b"I did it").sri();
    assert!(profile["blobs"][&note].is_string());
    profile["blobs"][&note] = json!("SSBkaWQgbm90");
    let review = world.wallet.review("p.json", profile.to_string().as_bytes(), &[]).unwrap();
    assert_eq!(review.badges[0].evidence[0].state, EvidenceState::Changed);
    assert_eq!(review.badges[0].mark, Mark::SignedUnknown, "the badge itself still holds");

    profile["manifest"] = json!(tampered_manifest(profile["manifest"].as_str().unwrap()));
    let review = world.wallet.review("p.json", profile.to_string().as_bytes(), &[]).unwrap();
    assert_eq!(review.profile.unwrap().manifest, ManifestState::Broken);
}

fn tampered_manifest(jws: &str) -> String {
    use base64::Engine as _;
    let engine = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let mut parts: Vec<String> = jws.split('.').map(str::to_owned).collect();
    let text = String::from_utf8(engine.decode(&parts[1]).unwrap()).unwrap();
    parts[1] = engine.encode(text.replace("For the warehouse", "For the director!"));
    parts.join(".")
}

#[test]
fn share_sender_documents_explain_and_never_prove() {
    let issuer = Issuer::by_domain(3, "Brückenhaus", "brueckenhaus.example");
    let net = Map::with("https://brueckenhaus.example/.well-known/did.json", issuer.document());
    let world = World::open(Some(net.clone()));
    let ids = world.keep(&Given::file("b", issuer.badge(&id(3), "First Aid", &json!({})).into_bytes()));
    let _ = world.wallet.check_again(&ids[0], &["brueckenhaus.example".to_owned()]).unwrap();
    let page = world.wallet.portfolio_file(&request(&ids), ExportFormat::Html).unwrap().file;

    let offline = World::closed(None, NOW).wallet.review("p.html", &page.bytes, &[]).unwrap();
    assert_eq!(offline.badges[0].mark, Mark::Inconclusive, "the sender's own documents do not count");
    assert_eq!(offline.badges[0].wanted_hosts, ["brueckenhaus.example"]);
    assert_eq!(offline.badges[0].sender_verdict.as_deref(), Some("valid"));

    let reviewer = World::closed(Some(net), NOW);
    let online = reviewer.wallet.review("p.html", &page.bytes, &["brueckenhaus.example".to_owned()]).unwrap();
    assert_eq!(online.badges[0].mark, Mark::Verified);
}

#[test]
fn raw_badges_are_reviewed_too_and_rubbish_says_so() {
    let world = World::closed(None, NOW);
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    let review = world.wallet.review("b.png", &baked(&token), &[]).unwrap();
    assert!(review.profile.is_none());
    assert_eq!(review.badges[0].mark, Mark::SignedUnknown);
    assert!(review.badges[0].picture.as_deref().unwrap().starts_with("data:image/png;base64,"));
    assert!(world.wallet.review("x", b"Hello", &[]).unwrap_err().is("nothing.no-badge"));
    let newer = br#"{"type":"BadgefolioSharedProfile","version":"2.0","manifest":"x","blobs":{}}"#;
    assert!(world.wallet.review("x", newer, &[]).unwrap_err().is("shared-profile.version"));
}

#[test]
fn a_stack_goes_out_under_its_own_title() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let ids = world.keep(&Given::file("b", issuer.badge(&id(1), "Forklift Driver", &json!({})).into_bytes()));
    let stack = world.wallet.create_stack("Warehouse", "All I need").unwrap().value;
    let wanted = PortfolioRequest { title: String::new(), stack: Some(stack.clone()), ..request(&[]) };
    assert!(world.wallet.portfolio_file(&wanted, ExportFormat::Html).unwrap_err().is("portfolio.empty"));
    let _ = world.wallet.add_to_stack(&stack, &ids).unwrap();
    let preview = world.wallet.preview_portfolio(&wanted).unwrap();
    assert!(preview.html.contains("Warehouse") && preview.html.contains("All I need"));
    assert_eq!(preview.bytes, preview.html.len() as u64);
    assert_eq!(world.wallet.shares().unwrap(), [], "a preview is no hand-out");
    assert!(crate::page_style_hash().starts_with("sha256-"));
}

#[test]
fn linkedin_gets_what_the_badge_says() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let ids = world.keep(&Given::file("b", issuer.badge(&id(1), "Forklift Driver", &json!({})).into_bytes()));
    let view = world.wallet.linkedin(&ids[0], words::Words::new(words::Locale::En)).unwrap();
    assert!(view.url.starts_with(
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Forklift%20Driver"
    ));
    assert!(view.url.contains("issueYear=2026&issueMonth=2"));
    assert!(view.fields.iter().any(|field| field.value == "Lernwerkstatt"));
}
