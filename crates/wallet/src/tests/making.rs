use strict_json::json;

use super::kit::*;
use crate::views::{BadgeQuery, EvidenceContent, EvidenceKind, Sort};
use crate::{Given, PictureSize};

#[test]
fn evidence_is_attached_shown_and_taken_off() {
    let world = World::open(None);
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    let badge = world.keep(&Given::file("b", baked(&token))).remove(0);
    let note = "Grüße aus dem Lager".repeat(500);
    let done =
        world.wallet.add_evidence_file(&badge, "dir/note.txt", &mut note.as_bytes(), "My week").unwrap();
    assert_eq!((done.value.name.as_str(), done.value.kind), ("note.txt", EvidenceKind::File));
    assert_eq!(done.value.bytes, Some(note.len() as u64), "nothing of the stream is lost");
    assert_eq!(
        world.wallet.evidence_content(&done.value.id).unwrap(),
        EvidenceContent::Text { text: note.clone() }
    );
    assert_eq!(world.wallet.evidence_file(&done.value.id).unwrap().bytes, note.as_bytes());
    let _ = world.wallet.add_evidence_file(&badge[..6], "me.png", &mut baked(&token).as_slice(), "").unwrap();
    let _ = world.wallet.add_evidence_link(&badge, "https://video.example/v", "", "A film").unwrap();
    let _ = world.wallet.add_evidence_text(&badge, "In my words", "I can turn on the spot").unwrap();
    for bad in ["http://a.example/", "javascript:alert(1)", "https://u:p@a.example/", "file:///etc/passwd"] {
        assert!(
            world.wallet.add_evidence_link(&badge, bad, "", "").unwrap_err().is("evidence.not-https"),
            "{bad}"
        );
    }
    let view = world.wallet.badge(&badge).unwrap();
    let names: Vec<_> = view.evidence.iter().map(|piece| piece.name.as_str()).collect();
    assert_eq!(names, ["note.txt", "me.png", "video.example", "In my words"]);
    assert!(matches!(
        world.wallet.evidence_content(&view.evidence[1].id).unwrap(),
        EvidenceContent::Picture { url } if url.starts_with("data:image/png;base64,")
    ));
    assert_eq!(world.wallet.evidence_content(&view.evidence[2].id).unwrap(), EvidenceContent::Opaque);
    let _ = world.wallet.remove_evidence_of(&badge, "me.png").unwrap();
    assert_eq!(world.wallet.evidence(&badge).unwrap().len(), 3);
}

#[test]
fn stacks_keep_the_learners_order() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let ids: Vec<String> = (1..=3)
        .flat_map(|n| {
            let name = ["", "Forklift", "Kitchen", "First Aid"][n as usize];
            world.keep(&Given::file("b", issuer.badge(&id(n), name, &json!({})).into_bytes()))
        })
        .collect();
    let stack = world.wallet.create_stack(" Warehouse ", "All I need").unwrap().value;
    assert!(world.wallet.create_stack("  ", "").unwrap_err().is("stack.no-title"));
    let _ = world.wallet.add_to_stack(&stack, &ids).unwrap();
    let _ = world.wallet.order_stack(&stack, &[ids[2].clone(), ids[0].clone()]).unwrap();
    let names = |world: &World| -> Vec<String> {
        world.wallet.stack("warehouse").unwrap().items.into_iter().map(|card| card.name).collect()
    };
    assert_eq!(names(&world), ["First Aid", "Forklift", "Kitchen"]);
    let _ = world.wallet.remove_from_stack(&stack, &ids[0]).unwrap();
    assert_eq!(names(&world), ["First Aid", "Kitchen"]);
    assert_eq!(world.wallet.badge(&ids[1]).unwrap().stacks[0].title, "Warehouse");
    let done = world.wallet.delete_stack(&stack).unwrap();
    assert!(done.changes.stacks);
    assert_eq!(world.wallet.stacks().unwrap(), []);
    assert!(world.wallet.stack(&stack).unwrap_err().is("backpack.unknown-stack"));
}

#[test]
fn lists_are_searched_sorted_and_cut_into_pages() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    for (n, name) in ["Kitchen", "Forklift", "Äpfel"].into_iter().enumerate() {
        let n = u32::try_from(n).unwrap();
        world.keep(&Given::file("b", issuer.badge(&id(n), name, &json!({})).into_bytes()));
    }
    let list = |query: BadgeQuery| {
        let list = world.wallet.badges(&query).unwrap();
        (list.items.into_iter().map(|card| card.name).collect::<Vec<_>>(), list.total)
    };
    let by_name = BadgeQuery { sort: Sort::Name, ..BadgeQuery::default() };
    assert_eq!(list(by_name.clone()), (vec!["Äpfel".into(), "Forklift".into(), "Kitchen".into()], 3));
    assert_eq!(list(BadgeQuery { offset: 1, limit: 1, ..by_name }), (vec!["Forklift".into()], 3));
    assert_eq!(list(BadgeQuery { words: "apf".into(), ..BadgeQuery::default() }).1, 1);
    assert_eq!(
        list(BadgeQuery { words: "pallets".into(), ..BadgeQuery::default() }).1,
        3,
        "found by description"
    );
    assert_eq!(list(BadgeQuery { words: "nothing-like-it".into(), ..BadgeQuery::default() }).1, 0);
}

#[test]
fn pictures_are_pixels_and_a_badge_goes_out_as_it_came() {
    let world = World::open(None);
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    let carrier = baked(&token);
    let badge = world.keep(&Given::file("b", carrier.clone())).remove(0);
    let digest = world.wallet.badge(&badge).unwrap().card.picture.unwrap();
    for size in [PictureSize::Thumb, PictureSize::Full] {
        let png = world.wallet.picture(&digest, size).unwrap();
        assert!(png.starts_with(b"\x89PNG"));
        assert!(!png.windows(6).any(|bytes| bytes == b"eyJhbG"), "the badge is not in the pixels");
    }
    assert!(world.wallet.picture("00", PictureSize::Full).unwrap_err().is("picture.none"));
    let saved = world.wallet.badge_file(&badge).unwrap();
    assert_eq!((saved.name.as_str(), saved.bytes), ("Forklift Driver.png", carrier));
    let _ = world.wallet.delete_badge(&badge).unwrap();
    assert!(world.wallet.badge(&badge).unwrap_err().is("backpack.unknown-badge"));
    let again = world.keep(&Given::file("b", token.into_bytes()));
    assert_eq!(again, [badge], "the same id on every computer and after deleting");
}

#[test]
fn a_badge_goes_into_a_picture_and_out_of_it() {
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    let plain = baked(&token);
    let baked = crate::bake("b.jwt", token.as_bytes(), &plain).unwrap();
    let unbaked = crate::unbake("b.png", &baked).unwrap();
    assert_eq!((unbaked.bytes, unbaked.media_type), (token.into_bytes(), "application/vc+jwt"));
    assert!(crate::bake("n", b"nothing", &plain).is_err());
    assert!(crate::unbake("n", b"nothing").is_err());
}
