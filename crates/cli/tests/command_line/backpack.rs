use strict_json::{Value, json};

use crate::kit::*;

fn ids(place: &Place) -> Vec<String> {
    let listed = place.run(&["list", "--json"]).ends(0).lines();
    listed.iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn from_import_to_search_to_show() {
    let place = Place::new();
    let mail = mail("x", &[("b.png", baked(&token(1, "Forklift Driver", None, &json!({}))))]);
    let path = place.file("mail.eml", &mail);
    let ran = place.run(&["import", &path, "--offline", "--at", NOW]).ends(0);
    assert!(ran.out.contains("Forklift Driver"), "{ran:#?}");
    assert!(ran.err.contains("identity add"), "the address is offered: {ran:#?}");
    let again = place.run(&["import", &path, "--offline", "--json"]).ends(0).document();
    assert_eq!(again["decision"], "known");

    let line = &place.run(&["search", "pallets", "--json"]).ends(0).lines()[0];
    assert_eq!(line["name"], "Forklift Driver");
    assert_eq!(line["verdict"], "valid");
    assert_eq!(line["issuer"]["name"], "Lernwerkstatt");
    let id = line["id"].as_str().unwrap();
    assert_eq!(place.run(&["search", "nothing-like-it", "--json"]).ends(0).out, "");
    let shown = place.run(&["show", &id[..4]]).ends(0).out;
    for wanted in ["Forklift Driver", "Signed, issuer not known", "Forty hours", "Lernwerkstatt"] {
        assert!(shown.contains(wanted), "{wanted} is not in\n{shown}");
    }
    let german = place.run(&["show", id, "--locale", "de"]).ends(0).out;
    assert!(german.contains("Aussteller unbekannt"), "{german}");
    let document = place.run(&["show", id, "--json"]).ends(0).document();
    assert!(document["checks"][0]["message"].is_string());
}

#[test]
fn what_is_held_waits_in_the_inbox() {
    let place = Place::new();
    for n in 1..=2 {
        let path = place.file("b.jwt", token(n, &format!("Badge {n}"), None, &json!({})).as_bytes());
        place.run(&["import", "--hold", &path, "--offline"]).ends(2);
    }
    assert_eq!(ids(&place), [""; 0]);
    let waiting = place.run(&["inbox", "list", "--json"]).ends(0).lines();
    assert_eq!(waiting.len(), 2);
    let id = |at: usize| waiting[at]["id"].as_str().unwrap().to_owned();
    place.run(&["inbox", "keep", &id(0)]).ends(0);
    place.run(&["inbox", "dismiss", &id(1)]).ends(0);
    assert_eq!(ids(&place), [id(0)]);
    let empty = place.run(&["inbox", "list"]).ends(0).out;
    assert!(empty.contains("Nothing waits"), "{empty}");
}

#[test]
fn evidence_stacks_and_addresses() {
    let place = Place::new();
    let path = place.file("b.jwt", token(1, "Forklift Driver", None, &json!({})).as_bytes());
    place.run(&["identity", "add", MIRA]).ends(0);
    assert_eq!(place.run(&["identity", "list", "--json"]).ends(0).document(), json!({ "addresses": [MIRA] }));
    place.run(&["identity", "add", "nobody"]).ends(64);
    let imported = place.run(&["import", &path, "--offline", "--json"]).ends(0).document();
    let recipient =
        imported["checks"].as_array().unwrap().iter().find(|check| check["id"] == "recipient").unwrap();
    assert_eq!(recipient["code"], "recipient.match");
    let id = &ids(&place)[0];

    let note = place.file("note.txt", b"I did it");
    place.run(&["evidence", "add", id, &note, "--note", "My week"]).ends(0);
    place.run(&["evidence", "add", id, "https://video.example/v"]).ends(0);
    place.run(&["evidence", "add", id, "http://video.example/v"]).ends(64);
    place.run(&["evidence", "add", id, "missing"]).ends(66);
    let evidence = place.run(&["evidence", "list", id, "--json"]).ends(0).document();
    assert_eq!(evidence["evidence"].as_array().unwrap().len(), 2);
    assert_eq!(evidence["evidence"][0]["caption"], "My week");
    place.run(&["evidence", "remove", id, "note.txt"]).ends(0);

    place.run(&["stack", "create", "Warehouse", "--description", "All I need"]).ends(0);
    place.run(&["stack", "add", "Warehouse", id]).ends(0);
    let stack = place.run(&["stack", "show", "warehouse", "--json"]).ends(0).document();
    assert_eq!(stack["items"][0]["name"], "Forklift Driver");
    place.run(&["stack", "remove", "Warehouse", id]).ends(0);
    let stacks = place.run(&["stack", "list", "--json"]).ends(0).document();
    assert_eq!(stacks["stacks"][0]["badges"], 0);
    place.run(&["identity", "remove", MIRA]).ends(0);
    place.run(&["identity", "remove", MIRA]).ends(66);
}

#[test]
fn keys_are_listed_added_and_taken_away() {
    let place = Place::new();
    place.run(&["identity", "add", MIRA]).ends(0);
    let keys = place.run(&["key", "list", "--json"]).ends(0).document();
    let first = keys["keys"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(keys["keys"][0]["kind"], "passphrase");
    place.run(&["key", "remove", &first]).ends(64);
    let new = place.file("new", b"second horse\r\n");
    place.run(&["key", "add", "passphrase", "--new-passphrase-file", &new]).ends(0);
    place.run(&["key", "remove", &first[..8]]).ends(0);
    place.run(&["key", "list"]).ends(77);
    place.run_plain(&["key", "list", "--passphrase-file", &new]).ends(0);
}

#[test]
fn documents_that_are_named_decide_and_what_was_used_can_be_kept() {
    let place = Place::new();
    let host = "issuer.example";
    let path = place.file("b.jwt", token(1, "First Aid", Some(host), &json!({})).as_bytes());
    let did = place.file("archive/did.json", did_document(host).to_string().as_bytes());
    assert!(did.ends_with("did.json"));
    let index = json!({ "https://issuer.example/.well-known/did.json": {
        "file": "did.json", "mediaType": "application/did+json", "status": 200, "fetchedAt": "2026-11-01T00:00:00Z",
    } });
    place.file("archive/index.json", index.to_string().as_bytes());
    let ran = place.run_plain(&["verify", "--json", "--offline", "--at", NOW, &path]).ends(2);
    assert_eq!(ran.document()["wantedHosts"], json!([host]));
    let arguments = ["verify", "--json", "--offline", "--at", NOW, "--documents", "archive", &path];
    let line = place.run_plain(&arguments).ends(0).document();
    assert_eq!((&line["verdict"], &line["mark"]), (&json!("valid"), &json!("verified")));
    place.run(&["import", "--offline", "--at", NOW, "--documents", "archive", &path]).ends(0);
    let listed: Vec<Value> = place.run(&["list", "--json"]).ends(0).lines();
    assert_eq!(listed[0]["mark"], "verified");
}

#[test]
fn an_issuer_is_marked_as_known_and_the_mark_taken_back() {
    let place = Place::new();
    let good = place.file("good.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    let bad = place.file("bad.jwt", tampered(&token(2, "Kitchen", None, &json!({}))).as_bytes());
    let id = |ran: Ran| ran.document()["badge"].as_str().unwrap().to_owned();
    let good = id(place.run(&["import", &good, "--offline", "--json"]).ends(0));
    let bad = id(place.run(&["import", &bad, "--offline", "--json"]).ends(0));
    let mark = || place.run(&["show", &good, "--json"]).ends(0).document()["card"]["mark"].clone();
    assert_eq!(mark(), "signed-unknown");
    assert!(place.run(&["issuer", "list"]).ends(0).out.contains("issuer add"), "says how");

    let said = place.run(&["issuer", "add", &good]).ends(0);
    assert!(said.err.contains("Lernwerkstatt") && said.err.contains("Verified"), "{said:#?}");
    assert_eq!(mark(), "verified");
    let said = place.run(&["show", &good, "--locale", "de"]).ends(0).out;
    assert!(said.contains("als bekannt markiert"), "{said}");
    // Nobody has proved who wrote the name on this one.
    place.run(&["issuer", "add", &bad]).ends(65);

    let listed = place.run(&["issuer", "list", "--json"]).ends(0).document();
    assert_eq!(listed["issuers"][0]["name"], "Lernwerkstatt");
    let issuer = listed["issuers"][0]["issuer"].as_str().unwrap().to_owned();
    assert!(place.run(&["issuer", "list"]).ends(0).out.contains(&issuer));
    place.run(&["issuer", "remove", &issuer]).ends(0);
    assert_eq!(mark(), "signed-unknown");
    place.run(&["issuer", "remove", &issuer]).ends(66);
}

#[test]
fn a_badge_that_is_perhaps_the_same_is_offered() {
    let place = Place::new();
    let one = place.file("one.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    let two = place.file("two.jwt", token(2, "Forklift", None, &json!({})).as_bytes());
    let first = place.run(&["import", &one, "--offline", "--json"]).ends(0).document();
    assert_eq!(first["perhapsSame"], json!([]));
    let first = first["badge"].as_str().unwrap();
    let said = place.run(&["import", &two, "--offline"]).ends(0).out;
    assert!(said.contains("Perhaps the same as") && said.contains(first), "{said}");
    let shown = place.run(&["show", first]).ends(0).out;
    assert!(shown.contains("Perhaps the same as"), "{shown}");
    assert_eq!(ids(&place).len(), 2, "nothing is joined by itself");
}
