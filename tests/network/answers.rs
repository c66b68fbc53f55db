//! What a host answers, and what is said of it; and that what is known is asked about, not fetched again.

use strict_json::json;
use wallet_tests::network::{Body, Reply, inside};

use crate::issuer;

const CREDLY: &str = "https://www.credly.com/badges/00000000-0000-4000-8000-00000000010";

#[test]
fn each_answer_has_its_sentence() {
    inside("answers::each_answer_has_its_sentence", |network| {
        let api = network.serve("api.credly.com", |heard| match heard.path.chars().last() {
            Some('1') => Reply::status(404),
            Some('2') => Reply::new(410, "application/json", "{\"revoked\":true}"),
            Some('3') => Reply::status(429).with("Retry-After", "3600"),
            Some('4') => Reply::to("https://elsewhere.example.org/badge"),
            Some('5') => Reply::html("<html>Please log in</html>"),
            Some('6') => Reply::status(403),
            Some('7') => Reply::json("{}").with_body(Body::Bytes(b"{".to_vec())),
            _ => Reply::status(500),
        });
        let elsewhere = network.serve("elsewhere.example.org", |_| Reply::json("{}"));
        for (n, code, exit, words) in [
            (1, "input.address-empty", 65, "nothing at"),
            (2, "link.gone", 65, "taken down"),
            (3, "fetch.wait", 69, "60 min"),
            (4, "input.address-refused", 69, "--allow elsewhere.example.org"),
            (5, "link.nothing", 65, "no badge"),
            (6, "fetch.login", 69, "logged in"),
            (7, "link.nothing", 65, "no badge"),
            (8, "fetch.status", 69, "500"),
        ] {
            let before = api.heard().len();
            let address = format!("{CREDLY}{n}");
            let ran = network
                .command_line()
                .run(["import", "--json", "--allow", "api.credly.com", &address])
                .expect(exit);
            assert!(ran.out.contains(code) && ran.out.contains(words), "{n}: {}", ran.out);
            assert_eq!(api.heard().len(), before + 1, "asked once, and not again by itself");
        }
        assert!(elsewhere.heard().is_empty());
    });
}

#[test]
fn who_sends_on_inside_is_not_followed() {
    inside("answers::who_sends_on_inside_is_not_followed", |network| {
        let inner = [network.inner("127.0.0.1"), network.inner("169.254.169.254"), network.inner("10.0.0.1")];
        network.name("private.example.org", "10.0.0.1");
        network.name("mine.example.org", "127.0.0.1");
        let host = network.serve("open.example.org", |heard| {
            Reply::to(match heard.path.as_str() {
                "/loopback" => "https://127.0.0.1/",
                "/metadata" => "http://169.254.169.254/latest/meta-data/",
                "/metadata-tls" => "https://169.254.169.254/latest/meta-data/",
                "/name" => "https://private.example.org/",
                "/own" => "https://mine.example.org/",
                _ => "https://[::ffff:10.0.0.1]/",
            })
        });
        let line = network.command_line();
        for path in ["loopback", "metadata", "metadata-tls", "name", "own", "mapped"] {
            let ran = line
                .run(["verify", "--json", "--allow", "all", &format!("https://open.example.org/{path}")])
                .expect(69);
            let expected = if path == "metadata" { "fetch.not-https" } else { "fetch.inner-address" };
            assert!(ran.out.contains(expected), "{path}: {}", ran.out);
        }
        for name in ["private", "mine"] {
            let ran = line
                .run(["verify", "--json", "--allow", "all", &format!("https://{name}.example.org/1")])
                .expect(69);
            assert!(ran.out.contains("fetch.inner-address"), "{}", ran.out);
        }
        assert_eq!(host.heard().len(), 6);
        assert!(inner.iter().all(|inner| inner.calls() == 0));
    });
}

#[test]
fn who_sends_a_byte_a_second_is_left_after_half_a_minute() {
    inside("answers::who_sends_a_byte_a_second_is_left_after_half_a_minute", |network| {
        let host = network.serve("slow.example.org", |_| Reply::json("").with_body(Body::Slow));
        let ran = network
            .command_line()
            .run(["verify", "--json", "--allow", "all", "https://slow.example.org/1"])
            .expect(69);
        assert!(ran.out.contains("fetch.timeout"), "{}", ran.out);
        assert_eq!(host.heard().len(), 1);
        assert!((25..=40).contains(&host.sent()), "{} seconds", host.sent());
    });
}

/// A badge whose issuer has a DID document and offers newer versions.
fn offering() -> String {
    let more = json!({ "refreshService": { "id": "https://uni.example.org/refresh/1", "type": "1EdTechCredentialRefresh" } });
    issuer::token("https://uni.example.org/credentials/1", "Welding", Some("uni.example.org"), &more)
}

#[test]
fn a_newer_version_is_asked_for_only_when_somebody_says_so() {
    inside("answers::a_newer_version_is_asked_for_only_when_somebody_says_so", |network| {
        let newer = json!({ "validFrom": "2025-06-01T00:00:00Z" });
        let newer = issuer::token(
            "https://uni.example.org/credentials/1",
            "Welding",
            Some("uni.example.org"),
            &newer,
        );
        let uni = network.serve("uni.example.org", move |heard| match heard.path.as_str() {
            "/.well-known/did.json" => Reply::json(issuer::did_document("uni.example.org")),
            "/refresh/1" => Reply::json(newer.clone()),
            _ => Reply::status(404),
        });
        let line = network.command_line();
        let file = line.file("badge.json", offering().as_bytes());
        let run = |more: &[&str]| {
            let mut arguments = vec!["verify", "--json", "--allow", "uni.example.org"];
            arguments.extend(more);
            arguments.push(file.to_str().unwrap());
            line.run(arguments).expect(0).lines()
        };
        let plain = run(&[]);
        assert_eq!((plain.len(), &plain[0]["verdict"]), (1, &json!("valid")));
        assert_eq!(uni.paths(), ["/.well-known/did.json"]);
        let refreshed = run(&["--refresh"]);
        let from: Vec<_> = refreshed.iter().map(|line| line["credential"]["validFrom"].clone()).collect();
        assert_eq!(from, ["2025-01-01T00:00:00Z", "2025-06-01T00:00:00Z"]);
        assert!(refreshed.iter().all(|line| line["verdict"] == "valid" && line["mark"] == "verified"));
        assert_eq!(uni.paths().iter().filter(|path| *path == "/refresh/1").count(), 1);
    });
}

#[test]
fn what_was_recorded_proves_without_the_network() {
    inside("answers::what_was_recorded_proves_without_the_network", |network| {
        let badge = offering();
        let page = badge.clone();
        let uni = network.serve("uni.example.org", move |heard| match heard.path.as_str() {
            "/.well-known/did.json" => {
                Reply::new(200, "application/did+json", issuer::did_document("uni.example.org"))
            }
            "/credentials/1" => Reply::json(page.clone()),
            _ => Reply::status(404),
        });
        let line = network.command_line();
        let file = line.file("badge.json", badge.as_bytes());
        let (file, folder) = (file.to_str().unwrap(), line.folder().join("archive").display().to_string());
        let address = "https://uni.example.org/credentials/1";
        line.run(["verify", "--jobs", "1", "--allow", "uni.example.org", "--record", &folder, file, address])
            .expect(0);
        let heard = uni.heard().len();
        assert_eq!(heard, 2, "{:?}", uni.paths());
        let index: strict_json::Value =
            serde_json::from_slice(&std::fs::read(format!("{folder}/index.json")).unwrap()).unwrap();
        assert!(index["https://uni.example.org/.well-known/did.json"][0]["fetchedAt"].is_string(), "{index}");
        for input in [file, address] {
            let lines =
                line.run(["verify", "--json", "--offline", "--documents", &folder, input]).expect(0).lines();
            assert_eq!((&lines[0]["verdict"], &lines[0]["mark"]), (&json!("valid"), &json!("verified")));
        }
        line.run(["verify", "--offline", file]).expect(2);
        assert_eq!(uni.heard().len(), heard, "nobody was asked again");
    });
}

#[test]
fn what_is_in_the_archive_is_asked_about_by_its_mark() {
    inside("answers::what_is_in_the_archive_is_asked_about_by_its_mark", |network| {
        let badge = offering();
        let page = badge.clone();
        let uni = network.serve("uni.example.org", move |heard| match heard.path.as_str() {
            _ if heard.header("if-none-match") == Some("\"v1\"") => Reply::status(304),
            "/assertion" => Reply::json(page.clone()).with("ETag", "\"v1\""),
            "/.well-known/did.json" => Reply::json(issuer::did_document("uni.example.org")),
            _ => Reply::status(404),
        });
        let at = "https://uni.example.org/assertion";
        let [assertion, class, profile] = issuer::hosted(
            "https://hosted.example.org/a",
            "https://hosted.example.org/b",
            "https://hosted.example.org/i",
        );
        let hosted = network.serve("hosted.example.org", move |heard| {
            let body = match heard.path.as_str() {
                "/a" => &assertion,
                "/b" => &class,
                _ => &profile,
            };
            let mark = format!("\"{}\"", heard.path);
            match heard.header("if-none-match") == Some(&mark) {
                true => Reply::status(304),
                false => Reply::json(body.clone()).with("ETag", &mark),
            }
        });
        let line = network.command_line();
        let import = || {
            let allow = ["--allow", "uni.example.org", "--allow", "hosted.example.org"];
            let links = [at, "https://hosted.example.org/a"];
            line.run([&["import", "--json"], &allow[..], &links[..]].concat()).expect(0).lines()
        };
        let decided = |lines: Vec<strict_json::Value>| -> Vec<_> {
            lines.iter().map(|line| line["decision"].clone()).collect()
        };
        assert_eq!(decided(import()), ["new", "new"]);
        let before = hosted.heard().len();
        assert_eq!(decided(import()), ["known", "known"]);
        let again = hosted.heard().split_off(before);
        assert!(!again.is_empty());
        for heard in again {
            assert_eq!(
                heard.header("if-none-match"),
                Some(format!("\"{}\"", heard.path).as_str()),
                "{}",
                heard.path
            );
        }
        // A mark goes to the address that gave it, and to no other.
        assert!(uni.heard().iter().all(|heard| heard.header("if-none-match") != Some("\"/a\"")));
    });
}
