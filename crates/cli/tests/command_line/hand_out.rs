use strict_json::json;

use crate::kit::*;

fn filled() -> Place {
    let place = Place::new();
    place.file("in/good.png", &baked(&token(1, "Forklift Driver", None, &json!({}))));
    place.file("in/far.jwt", token(2, "First Aid", Some("issuer.example"), &json!({})).as_bytes());
    place.run(&["import", "in", "--offline", "--at", NOW]).ends(0);
    place
}

#[test]
fn a_page_goes_out_and_comes_back() {
    let place = filled();
    let out = place.path("page.html").display().to_string();
    let arguments = ["export", "--all", "--format", "html", "--out", &out, "--name", "Mira", "--json"];
    let document = place.run(&arguments).ends(0).document();
    assert_eq!(document["format"], "html");
    assert!(document["warnings"].as_array().unwrap().iter().all(|warning| warning["message"].is_string()));

    // Somebody else: no backpack, no passphrase.
    let ran = place.run_plain(&["review", "--json", "--offline", "--at", NOW, &out]).ends(2);
    let lines = ran.lines();
    assert_eq!(lines.len(), 2);
    let good = lines.iter().find(|line| line["name"] == "Forklift Driver").unwrap();
    assert_eq!((&good["verdict"], &good["profile"]["manifest"]), (&json!("valid"), &json!("intact")));
    let far = lines.iter().find(|line| line["name"] == "First Aid").unwrap();
    assert_eq!((&far["verdict"], &far["wantedHosts"]), (&json!("inconclusive"), &json!(["issuer.example"])));
    let said = place.run_plain(&["review", "--offline", "--at", NOW, &out]).ends(2).out;
    assert!(
        said.contains("Nobody has proved that") && said.contains("Nothing in the file was changed"),
        "{said}"
    );

    let page = std::fs::read_to_string(&out).unwrap();
    let broken = page.replacen("\"manifest\":\"ey", "\"manifest\":\"eZ", 1);
    assert_ne!(page, broken);
    let broken = place.file("broken.html", broken.as_bytes());
    let ran = place.run_plain(&["review", "--json", "--offline", &broken]);
    assert!(matches!(ran.exit, 1 | 65), "{ran:#?}");
}

#[test]
fn a_pdf_is_reviewed_as_the_page_is() {
    let place = filled();
    let reviewed = ["html", "pdf"].map(|format| {
        let out = place.path(&format!("portfolio.{format}")).display().to_string();
        let arguments = ["export", "--all", "--format", format, "--out", &out, "--name", "Mira", "--json"];
        assert_eq!(place.run(&arguments).ends(0).document()["format"], format);
        let ran = place.run_plain(&["review", "--json", "--offline", "--at", NOW, &out]).ends(2);
        ran.lines()
            .into_iter()
            .map(|mut line| {
                line.as_object_mut().unwrap().remove("input");
                line["profile"].as_object_mut().unwrap().remove("createdAt");
                line
            })
            .collect::<Vec<_>>()
    });
    assert_eq!(reviewed[0].len(), 2);
    assert_eq!(reviewed[0], reviewed[1]);
    let pdf = std::fs::read(place.path("portfolio.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    // Half of it is refused, and not taken for something else.
    let cut = place.file("cut.pdf", &pdf[..pdf.len() / 2]);
    assert_eq!(place.run_plain(&["review", "--json", "--offline", &cut]).exit, 65);
}

#[test]
fn a_stack_goes_out_as_data_too() {
    let place = filled();
    let id =
        place.run(&["search", "forklift", "--json"]).ends(0).lines()[0]["id"].as_str().unwrap().to_owned();
    place.run(&["stack", "create", "Warehouse"]).ends(0);
    place.run(&["stack", "add", "Warehouse", &id]).ends(0);
    place.run(&["export", "--stack", "Warehouse", "--format", "json", "--out", "p.json"]).ends(0);
    let line = place.run_plain(&["review", "--json", "--offline", "--at", NOW, "p.json"]).ends(0).document();
    assert_eq!(line["profile"]["title"], "Warehouse");
    place.run(&["export", "--ids", &id, "--format", "html", "--out", "one.html"]).ends(0);
    let html = std::fs::read_to_string(place.path("one.html")).unwrap();
    assert!(html.contains("My badges") && html.contains("Forklift Driver"));
}

#[test]
fn raw_badges_are_reviewed_too() {
    let place = Place::new();
    let good = place.file("good.png", &baked(&token(1, "Forklift", None, &json!({}))));
    let bad = place.file("bad.jwt", tampered(&token(2, "Kitchen", None, &json!({}))).as_bytes());
    place.run_plain(&["review", "--offline", "--at", NOW, &good]).ends(0);
    place.run_plain(&["review", "--offline", "--at", NOW, &good, &bad]).ends(1);
    place.run_plain(&["review", "--offline", "missing"]).ends(66);
    let newer = br#"{"type":"BadgefolioSharedProfile","version":"2.0","manifest":"x","blobs":{}}"#;
    let newer = place.file("newer.json", newer);
    let ran = place.run_plain(&["review", "--offline", &newer]).ends(65);
    assert!(!ran.err.is_empty(), "a later major version is refused with words");
}

#[test]
fn linkedin_gives_a_link_and_fields() {
    let place = filled();
    let id =
        place.run(&["search", "forklift", "--json"]).ends(0).lines()[0]["id"].as_str().unwrap().to_owned();
    let document = place.run(&["linkedin", &id, "--json"]).ends(0).document();
    assert!(document["url"].as_str().unwrap().contains("name=Forklift%20Driver"));
    let said = place.run(&["linkedin", &id, "--quiet"]).ends(0).out;
    assert!(said.starts_with("https://www.linkedin.com/profile/add"), "{said}");
}

#[test]
fn into_a_picture_and_out_of_it() {
    let place = Place::new();
    let token = token(1, "Forklift", None, &json!({}));
    let badge = place.file("b.jwt", token.as_bytes());
    let image = place.file("image.png", &picture());
    place.run_plain(&["bake", &badge, &image, "--out", "baked.png"]).ends(0);
    assert_eq!(place.run_plain(&["unbake", "baked.png"]).ends(0).out, token);
    place.run_plain(&["unbake", "baked.png", "--out", "again.jwt"]).ends(0);
    assert_eq!(std::fs::read_to_string(place.path("again.jwt")).unwrap(), token);
    place.run_plain(&["verify", "--offline", "--at", NOW, "baked.png"]).ends(0);
    place.run_plain(&["unbake", &image]).ends(65);
}
