use std::io::Read as _;
use std::process::Stdio;

use strict_json::json;

use crate::kit::*;

fn judged(place: &Place, inputs: &[&str]) -> i32 {
    let mut arguments = vec!["verify", "--json", "--offline", "--at", NOW];
    arguments.extend(inputs);
    place.run_plain(&arguments).exit
}

#[test]
fn verify_ends_with_what_holds_of_all() {
    let place = Place::new();
    let plain = json!({});
    let good = place.file("good.jwt", token(1, "Forklift", None, &plain).as_bytes());
    let bad = place.file("bad.jwt", tampered(&token(2, "Kitchen", None, &plain)).as_bytes());
    let far = place.file("far.jwt", token(3, "First Aid", Some("issuer.example"), &plain).as_bytes());
    let ended = json!({ "validUntil": "2026-06-01T00:00:00Z" });
    let expired = place.file("expired.jwt", token(4, "Old", None, &ended).as_bytes());
    let later = json!({ "validFrom": "2027-06-01T00:00:00Z" });
    let early = place.file("early.jwt", token(5, "New", None, &later).as_bytes());
    let news =
        place.file("news.eml", b"From: a@b.example\r\nTo: c@d.example\r\nSubject: News\r\n\r\nNothing.\r\n");
    let link = mail("Take it: https://api.openbadges.education/public/assertions/fxA", &[]);
    let link = place.file("link.eml", &link);
    let missing = place.path("missing").display().to_string();

    for (inputs, exit) in [
        (vec![&good], 0),
        (vec![&good, &good], 0),
        (vec![&bad], 1),
        (vec![&expired], 1),
        (vec![&early], 1),
        (vec![&far], 2),
        (vec![&link], 2),
        (vec![&news], 65),
        (vec![&missing], 66),
        (vec![&good, &far], 2),
        (vec![&far, &bad], 1),
        (vec![&news, &missing], 66),
        (vec![&missing, &far], 2),
        (vec![&news, &good], 65),
    ] {
        let inputs: Vec<&str> = inputs.iter().map(|input| input.as_str()).collect();
        assert_eq!(judged(&place, &inputs), exit, "{inputs:?}");
    }
    assert_eq!(judged(&place, &["https://issuer.example/badge"]), 69);
    assert_eq!(judged(&place, &["https://issuer.example/badge", &news]), 69);
}

#[test]
fn usage_is_64_and_help_is_0() {
    let place = Place::new();
    let good = place.file("good.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    for arguments in [
        &["no-such-command"][..],
        &[],
        &["verify"],
        &["verify", "--no-such-option", "x"],
        &["verify", "--at", "yesterday", &good],
        &["list", "--locale", "tlh"],
        &["export", "--all", "--format", "europass", "--out", "x"],
        &["export", "--all", "--format", "docx", "--out", "x"],
        &["export", "--format", "html", "--out", "x"],
        &["export", "--all", "--stack", "s", "--format", "html", "--out", "x"],
        &["explain", "no.such-code"],
        &["backup"],
        &["restore"],
        &["competences"],
        &["doctor"],
        &["stack", "rule", "s"],
    ] {
        let ran = place.run_plain(arguments).ends(64);
        assert!(!ran.err.is_empty(), "{arguments:?} says nothing");
    }
    assert!(place.run_plain(&["--help"]).ends(0).out.contains("verify"));
    assert!(place.run_plain(&["--version"]).ends(0).out.contains(env!("CARGO_PKG_VERSION")));
    assert!(place.run_plain(&["doctor"]).err.contains("not there yet"));
}

#[test]
fn a_locked_backpack_is_77() {
    let place = Place::new();
    let good = place.file("good.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    place.run(&["import", &good, "--offline"]).ends(0);
    place.run_plain(&["list"]).ends(77);
    let wrong = place.file("wrong", b"battery staple");
    let ran = place.run_plain(&["list", "--json", "--passphrase-file", &wrong]).ends(77);
    assert_eq!(ran.document()["error"]["code"], "backpack.wrong-passphrase");
    let none = place.path("none").display().to_string();
    place.run_plain(&["list", "--passphrase-file", &none]).ends(77);
    // Without keyring and terminal nobody can say a passphrase for a new one.
    let other = Place::new();
    let good = other.file("good.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    other.run_plain(&["import", &good]).ends(77);
    assert!(!other.path("backpack/backpack.db").exists());
}

#[test]
fn what_cannot_be_written_is_73_and_what_is_not_there_66() {
    let place = Place::new();
    let good = place.file("good.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    place.run_plain(&["list"]).ends(66);
    place.run(&["import", &good, "--offline"]).ends(0);
    place.run(&["export", "--all", "--format", "html", "--out", "no/such/folder/page.html"]).ends(73);
    place.run(&["show", "aaaaaaaaaaaaaaaa"]).ends(66);
    place.run(&["stack", "show", "none"]).ends(66);
    let image = place.file("image.png", &picture());
    place.run_plain(&["bake", &good, &image, "--out", "no/such/folder/b.png"]).ends(73);
    place.run_plain(&["bake", "missing", &image, "--out", "b.png"]).ends(66);
    place.run_plain(&["verify", &good, "--offline", "--documents", "missing"]).ends(66);
    if std::path::Path::new("/dev/full").exists() {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let status = place.command().args(["inspect", &good, "--json"]).stdout(full).status().unwrap();
        assert_eq!(status.code(), Some(73));
    }
}

#[test]
fn import_ends_with_what_waits() {
    let place = Place::new();
    let good = place.file("good.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    let bad = place.file("bad.jwt", tampered(&token(2, "Kitchen", None, &json!({}))).as_bytes());
    let far = place.file("far.jwt", token(3, "First Aid", Some("issuer.example"), &json!({})).as_bytes());
    let held = place.file("held.jwt", token(4, "Held", None, &json!({})).as_bytes());
    let hosted = place.file("hosted.txt", b"https://issuer.example/assertions/1");
    let link = mail("Take it: https://api.openbadges.education/public/assertions/fxA", &[]);
    let link = place.file("link.eml", &link);
    let news = place.file("news.txt", b"Nothing at all");
    for (arguments, exit) in [
        (vec!["import", &good, &bad, &far], 0),
        (vec!["import", &good], 0),
        (vec!["import", &held, "--hold"], 2),
        (vec!["import", &hosted], 2),
        (vec!["import", &link], 2),
        (vec!["import", &news], 65),
        (vec!["import", "missing"], 66),
        (vec!["import", "https://issuer.example/x"], 69),
    ] {
        let mut all = arguments.clone();
        all.extend(["--offline", "--at", NOW]);
        place.run(&all).ends(exit);
    }
    let listed = place.run(&["list", "--json"]).ends(0).lines();
    assert_eq!(listed.len(), 4, "{listed:?}");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let place = Place::new();
    let token = token(1, "Forklift", None, &json!({}));
    let inputs: Vec<String> = (0..400).map(|n| place.file(&format!("b{n}.jwt"), token.as_bytes())).collect();
    let mut child = place
        .command()
        .args(["verify", "--json", "--offline"])
        .args(&inputs)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 64];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    // The reader is gone with its end of the pipe.
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_file_passed_over_in_a_folder_is_no_error() {
    let place = Place::new();
    place.file("all/a.jwt", token(1, "Forklift", None, &json!({})).as_bytes());
    place.file("all/notes.txt", b"Nothing at all");
    place.file("all/deep/b.eml", &mail("x", &[("b.png", baked(&token(2, "Kitchen", None, &json!({}))))]));
    let ran = place.run_plain(&["verify", "--json", "--offline", "all"]).ends(0);
    let inputs: Vec<_> = ran.lines().iter().map(|line| line["input"].as_str().unwrap().to_owned()).collect();
    assert_eq!(inputs, ["all/a.jwt", "all/deep/b.eml"]);
    place.file("none/notes.txt", b"Nothing at all");
    let ran = place.run_plain(&["verify", "--json", "--offline", "none"]).ends(65);
    assert_eq!(ran.document()["error"]["code"], "file.nothing-in-folder");
    std::fs::create_dir(place.path("empty")).unwrap();
    place.run_plain(&["verify", "--json", "--offline", "empty"]).ends(65);
}
