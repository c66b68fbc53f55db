//! Links of each platform: the endpoint that it really has is asked, once, and nobody else is.

use strict_json::{Value, json};
use wallet_tests::network::{Asked, Network, Reply, inside};

use crate::issuer;

const UUID: &str = "00000000-0000-4000-8000-000000000101";
const SLUG: &str = "AbCdEfGhIjKlMnOpQrStUv";

/// A link, the host that has the data, and what it is to be asked for, the badge being at the first of these.
type Case = (&'static str, &'static str, &'static [&'static str]);

const CASES: [Case; 14] = [
    (
        "https://openbadges.education/public/assertions/fxA?identity__email=mira%40post.example",
        "api.openbadges.education",
        &["/public/assertions/fxA", "/public/assertions/fxA/baked"],
    ),
    (
        "https://eu.badgr.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv",
        "api.eu.badgr.io",
        &["/public/assertions/AbCdEfGhIjKlMnOpQrStUv", "/public/assertions/AbCdEfGhIjKlMnOpQrStUv/baked"],
    ),
    (
        "https://org.badges.parchment.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv",
        "org.badges.parchment.com",
        &["/public/assertions/AbCdEfGhIjKlMnOpQrStUv", "/public/assertions/AbCdEfGhIjKlMnOpQrStUv/baked"],
    ),
    (
        "https://badges.school.example.org/public/assertions/AbCdEfGhIjKlMnOpQrStUv/baked?v=2_0",
        "badges.school.example.org",
        &["/public/assertions/AbCdEfGhIjKlMnOpQrStUv", "/public/assertions/AbCdEfGhIjKlMnOpQrStUv/baked"],
    ),
    ("https://www.edubadges.nl/public/assertions/fxA", "api.edubadges.nl", &["/public/assertions/fxA"]),
    (
        "https://moodle.example.org/badges/badge.php?hash=f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed",
        "moodle.example.org",
        &["/badges/assertion.php?obversion=2&b=f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed"],
    ),
    (
        "https://openbadgefactory.com/v1/assertion/f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed.html",
        "openbadgefactory.com",
        &[
            "/v1/assertion/f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed",
            "/c/receive/download?url=https%3A%2F%2Fopenbadgefactory.com%2Fv1%2Fassertion%2Ff00dfeedf00dfeedf00dfeedf00dfeedf00dfeed",
        ],
    ),
    (
        "https://www.credly.com/badges/00000000-0000-4000-8000-000000000101/public_url",
        "api.credly.com",
        &["/v1/obi/v2/badge_assertions/00000000-0000-4000-8000-000000000101"],
    ),
    (
        "https://www.credential.net/00000000-0000-4000-8000-000000000101",
        "api.accredible.com",
        &["/v1/obi/badge_assertions/00000000-0000-4000-8000-000000000101"],
    ),
    (
        "https://wallet.blockcerts.org/#/import-certificate/https%3A%2F%2Fcertificates.example.org%2F1",
        "certificates.example.org",
        &["/1"],
    ),
    (
        "https://verifierplus.org/credentials/00000000-0000-4000-8000-000000000101",
        "verifierplus.org",
        &["/api/credentials/00000000-0000-4000-8000-000000000101"],
    ),
    (
        "https://verifierplus.org/#verify?vc=https://storage.example.org/vc/1",
        "storage.example.org",
        &["/vc/1"],
    ),
    (
        "https://credsverse.com/credentials/00000000-0000-4000-8000-000000000101",
        "credsverse.com",
        &["/credentials/00000000-0000-4000-8000-000000000101"],
    ),
    (
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fbadges.firm.example.org%2Fb%2F1&data=05",
        "badges.firm.example.org",
        &["/b/1"],
    ),
];

#[test]
fn each_platform_is_asked_where_it_really_answers() {
    inside("links::each_platform_is_asked_where_it_really_answers", |network| {
        for (at, (link, host, asked)) in CASES.iter().enumerate() {
            each(network, at, link, host, asked);
        }
    });
}

fn each(network: &Network, at: usize, link: &str, host: &str, asked: &'static [&'static str]) {
    // One host may stand in several cases; each has a network address of its own for it.
    let badge = issuer::badge(
        &format!("urn:uuid:11111111-0000-4000-8000-{at:012}"),
        "Forklift Driver",
        None,
        &json!({}),
    );
    let answer = move |heard: &Asked| {
        if heard.path != asked[0] {
            return Reply::status(404);
        }
        let accepts = heard.header("accept").unwrap_or_default();
        match (accepts.contains("text/html"), heard.path.starts_with("/api/credentials/")) {
            (true, _) => Reply::html("<html>"),
            (_, true) => Reply::json(format!("{{\"credential\":[{badge}],\"id\":\"1\"}}")),
            _ => Reply::json(badge.clone()),
        }
    };
    let served = network.serve_anew(host, answer);
    let page = url_host(link);
    let other = (page != host).then(|| network.serve_anew(&page, |_| Reply::html("<html>")));
    let line = network.command_line();
    // Nobody is asked without consent, and the right host is named.
    let refused = line.run(["import", "--json", link]).expect(69);
    assert!(refused.out.contains(&format!("--allow {host}")), "{link}: {}", refused.out);
    assert!(served.heard().is_empty());
    let lines = line.run(["import", "--json", "--allow", host, link]).expect(0).lines();
    let decided: Vec<&Value> = lines.iter().map(|line| &line["decision"]).collect();
    assert_eq!(decided, [&json!("new")], "{link}: {lines:?}");
    assert_eq!(lines[0]["credential"]["name"], "Forklift Driver");
    assert_eq!(served.paths(), asked, "{link}");
    assert!(other.is_none_or(|other| other.heard().is_empty()), "{link}");
    for heard in served.heard() {
        for never in ["cookie", "referer", "authorization", "origin", "accept-language"] {
            assert_eq!(heard.header(never), None, "{link}");
        }
        assert!(!heard.path.contains("identity"), "{link}");
    }
}

fn url_host(link: &str) -> String {
    link.trim_start_matches("https://").split(['/', '?', '#']).next().unwrap().to_owned()
}

#[test]
fn data_and_picture_of_one_badge_are_two_copies_of_it() {
    inside("links::data_and_picture_of_one_badge_are_two_copies_of_it", |network| {
        let at = format!("https://api.badgr.io/public/assertions/{SLUG}");
        let [assertion, class, profile] = issuer::hosted(
            &at,
            "https://api.badgr.io/public/badges/b",
            "https://api.badgr.io/public/issuers/i",
        );
        let signed = issuer::badge(&at, "Forklift Driver", Some("api.badgr.io"), &json!({}));
        let picture = issuer::baked(&signed);
        let media = network.serve("media.example.org", move |_| Reply::png(picture.clone()));
        let api = network.serve("api.badgr.io", move |heard| match heard.path.as_str() {
            "/public/badges/b" => Reply::json(class.clone()),
            "/public/issuers/i" => Reply::json(profile.clone()),
            "/.well-known/did.json" => Reply::json(issuer::did_document("api.badgr.io")),
            path if path.ends_with("/baked") => {
                Reply::to("https://media.example.org/1.png").with("Set-Cookie", "who=mira; Path=/")
            }
            path if path.ends_with(SLUG) => Reply::json(assertion.clone()).with("Set-Cookie", "who=mira"),
            _ => Reply::status(404),
        });
        let page = format!("https://badgr.com/public/assertions/{SLUG}");
        let line = network.command_line();
        // The other host was not allowed: the data is here, the picture waits, and its host is named.
        let first = line.run(["import", "--json", "--allow", "api.badgr.io", &page]).expect(2);
        assert_eq!(first.lines().len(), 1, "{}", first.out);
        assert!(first.said.contains("media.example.org"), "{}", first.said);
        assert!(media.heard().is_empty());
        let paths = api.paths();
        let once: std::collections::BTreeSet<&String> = paths.iter().collect();
        assert_eq!(once.len(), paths.len(), "nothing is asked for twice: {paths:?}");
        let allow = ["--allow", "api.badgr.io", "--allow", "media.example.org"];
        let both = line.run([&["import", "--json"], &allow[..], &[page.as_str()]].concat()).expect(0).lines();
        let decided: Vec<&Value> = both.iter().map(|line| &line["decision"]).collect();
        assert_eq!(decided, [&json!("known"), &json!("copy")], "{both:?}");
        assert_eq!(both[0]["badge"], both[1]["badge"]);
        let list = line.run(["list", "--json"]).expect(0).lines();
        assert_eq!((list.len(), &list[0]["copies"]), (1, &json!(2)));
        assert!(api.heard().iter().chain(&media.heard()).all(|heard| heard.header("cookie").is_none()));
    });
}

#[test]
fn a_page_of_which_nothing_is_known_says_where_its_badge_is() {
    inside("links::a_page_of_which_nothing_is_known_says_where_its_badge_is", |network| {
        let badge = |n: u8, name: &str| {
            issuer::badge(
                &format!("urn:uuid:11111111-0000-4000-8000-0000000000{n:02}"),
                name,
                None,
                &json!({}),
            )
        };
        let (inline, data, picture) =
            (badge(1, "Inline"), badge(2, "Alternate"), issuer::baked(&badge(3, "Picture")));
        let accredible = badge(4, "Custom domain");
        let host = network.serve("school.example.org", move |heard| match heard.path.as_str() {
            "/inline" => Reply::html(format!("<html><script type=\"application/ld+json\">{inline}</script>")),
            "/alternate" => {
                Reply::html("<html><link rel=\"alternate\" type=\"application/ld+json\" href=\"/data\">")
            }
            "/data" => Reply::new(200, "application/ld+json", data.clone()),
            "/card" => Reply::html("<html><meta property=\"og:image\" content=\"/card.png\">"),
            "/card.png" => Reply::png(picture.clone()),
            "/plain" => Reply::html("<html><img src=\"/plain.png\"><a href=\"/x\">Download badge</a>"),
            path if path.ends_with(UUID) => Reply::html("<html>Verified by <b>accredible.com</b>"),
            _ => Reply::status(404),
        });
        let api = network.serve("api.accredible.com", move |_| Reply::json(accredible.clone()));
        let line = network.command_line();
        let custom = format!("/{UUID}");
        for (path, name) in [
            ("/inline", "Inline"),
            ("/alternate", "Alternate"),
            ("/card", "Picture"),
            (&custom, "Custom domain"),
        ] {
            let address = format!("https://school.example.org{path}");
            let mut arguments = vec!["import", "--json", "--allow", "school.example.org"];
            if path == custom {
                // The data is at another host, which is asked about first.
                line.run([&arguments[..], &[address.as_str()]].concat()).expect(69);
                assert!(api.heard().is_empty());
                arguments.extend(["--allow", "api.accredible.com"]);
            }
            let lines = line.run([&arguments[..], &[address.as_str()]].concat()).expect(0).lines();
            assert_eq!(
                (lines.len(), &lines[0]["credential"]["name"]),
                (1, &json!(name)),
                "{path}: {lines:?}"
            );
        }
        let before = host.heard().len();
        let nothing =
            line.run(["import", "--json", "--allow", "all", "https://school.example.org/plain"]).expect(65);
        assert!(nothing.out.contains("link.nothing"), "{}", nothing.out);
        assert_eq!(
            host.paths().split_off(before),
            ["/plain"],
            "pictures and links of a page are not asked for"
        );
    });
}

#[test]
fn a_collection_and_a_profile_give_all_their_badges() {
    inside("links::a_collection_and_a_profile_give_all_their_badges", |network| {
        let id = |n: u64| format!("00000000-0000-4000-8000-{n:012}");
        let api = network.serve("api.credly.com", move |heard| {
            let id = heard.path.rsplit('/').next().unwrap_or_default();
            match id.ends_with("3") {
                true => Reply::status(410),
                false => {
                    Reply::json(issuer::badge(&format!("urn:uuid:{id}"), "Of a profile", None, &json!({})))
                }
            }
        });
        let www = network.serve("www.credly.com", move |heard| {
            let page = u64::from(heard.path.ends_with("page=2"));
            let data: Vec<Value> = (1..=2).map(|n| json!({ "id": id(page * 2 + n) })).collect();
            Reply::json(
                json!({ "data": data, "metadata": { "current_page": page + 1, "total_pages": 2 } })
                    .to_string(),
            )
        });
        let line = network.command_line();
        let profile = "https://www.credly.com/users/mira-beispiel/badges";
        let ran = line
            .run(["import", "--json", "--allow", "www.credly.com", "--allow", "api.credly.com", profile])
            .expect(2);
        assert_eq!(ran.lines().len(), 3, "{}", ran.out);
        assert!(ran.said.contains("taken down"), "{}", ran.said);
        assert_eq!(
            www.paths(),
            ["/users/mira-beispiel/badges.json", "/users/mira-beispiel/badges.json?page=2"]
        );
        assert_eq!(api.heard().len(), 4);
        assert_eq!(line.run(["list", "--json"]).expect(0).lines().len(), 3);

        let hash = "0123456789abcdef0123456789abcdef";
        let at = format!("https://api.badgr.io/public/assertions/{SLUG}");
        let signed = issuer::badge(&at, "Of a collection", None, &json!({}));
        let badgr = network.serve("api.badgr.io", move |heard| match heard.path.as_str() {
            path if path.starts_with("/public/collections/") => {
                Reply::json(json!({ "badges": [{ "id": at }, { "id": "http://10.0.0.1/" }] }).to_string())
            }
            path if path.ends_with("/baked") => Reply::status(404),
            _ => Reply::json(signed.clone()),
        });
        let shared = format!("https://badgr.com/public/collections/{hash}");
        let lines = line.run(["import", "--json", "--allow", "api.badgr.io", &shared]).expect(0).lines();
        assert_eq!(lines[0]["credential"]["name"], "Of a collection");
        assert_eq!(badgr.heard().len(), 3);
    });
}

#[test]
fn what_the_person_has_to_do_is_said_and_nobody_is_asked() {
    inside("links::what_the_person_has_to_do_is_said_and_nobody_is_asked", |network| {
        let hosts = [
            "www.credly.com",
            "openbadgefactory.com",
            "www.badgecraft.eu",
            "network.learncard.com",
            "claim.example.org",
        ];
        let served = hosts.map(|host| network.serve(host, |_| Reply::json("{}")));
        let line = network.command_line();
        for (link, kind) in [
            ("https://www.credly.com/go/fX1xTuR3", "claim"),
            ("https://openbadgefactory.com/c/receive/fx?e=m%40p.example&k=key&t=token", "claim"),
            ("https://www.badgecraft.eu/en/user-badges/1", "page"),
            ("https://network.learncard.com/interactions/inbox-claim/1?iuv=1", "offer"),
            (
                "https://claim.example.org/?credential_offer_uri=https%3A%2F%2Fclaim.example.org%2Foffer",
                "offer",
            ),
        ] {
            for command in ["import", "verify"] {
                let lines = line.run([command, "--json", "--allow", "all", link]).expect(2).lines();
                assert_eq!(lines[0]["link"]["kind"], kind, "{link}");
            }
        }
        assert!(served.iter().all(|host| host.heard().is_empty()));
    });
}

fn mail(links: &str) -> String {
    format!(
        "From: School <badges@school.example.org>\r\nTo: mira@post.example\r\nSubject: Your badge\r\n\
         Date: Sat, 21 Nov 2026 09:00:00 +0000\r\nMessage-ID: <1@school.example.org>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/html; charset=utf-8\r\n\r\n<html><img src=\"https://school.example.org/pixel.gif\">{links}</html>\r\n"
    )
}

/// A badge as the issuer's own data.
fn forklift() -> String {
    issuer::badge("urn:uuid:11111111-0000-4000-8000-000000000001", "Forklift Driver", None, &json!({}))
}

#[test]
fn links_of_a_mail_are_followed_only_where_a_host_was_named() {
    inside("links::links_of_a_mail_are_followed_only_where_a_host_was_named", |network| {
        let badge = forklift();
        let hosts = [
            network.serve("api.credly.com", move |_| Reply::json(badge.clone())),
            network.serve("www.credly.com", |_| Reply::html("<html>")),
            network.serve("school.example.org", |_| Reply::html("<html>")),
            network.serve("u1.ct.sendgrid.example.org", |_| {
                Reply::to(&format!("https://www.credly.com/badges/{UUID}?t=x"))
            }),
        ];
        let heard = || hosts.iter().map(|host| host.heard().len()).collect::<Vec<_>>();
        let line = network.command_line();
        let page = format!("<a href=\"https://www.credly.com/badges/{UUID}?token=s3cret\">View badge</a>");
        let direct = line.file("direct.eml", mail(&page).as_bytes());
        let click = "<a href=\"https://u1.ct.sendgrid.example.org/ls/click?upn=of-mira\">View your badge</a>";
        let tracked = line.file("tracked.eml", mail(click).as_bytes());
        let (direct, tracked) = (direct.to_str().unwrap(), tracked.to_str().unwrap());

        // Looking and importing ask nobody; nor does a yes to somebody else, or one to everybody to those who count clicks.
        for arguments in [
            vec!["inspect", "--json", direct, tracked],
            vec!["import", "--json", direct, tracked],
            vec!["import", "--json", "--offline", "--allow", "all", direct, tracked],
            vec!["import", "--json", "--allow", "elsewhere.example.org", direct, tracked],
            vec!["import", "--json", "--allow", "all", tracked],
        ] {
            let ran = line.run(arguments.clone());
            assert!(ran.lines().iter().all(|line| line["link"].is_object()), "{}", ran.out);
            assert_eq!(heard(), [0, 0, 0, 0], "{arguments:?}");
        }
        let lines = line.run(["import", "--json", "--allow", "api.credly.com", direct]).expect(0).lines();
        assert_eq!((lines.len(), &lines[0]["decision"]), (1, &json!("new")), "{lines:?}");
        assert_eq!(lines[0]["input"], direct);
        assert_eq!(heard(), [1, 0, 0, 0], "the picture of the mail, and the page, are not asked for");

        // A tracker that was named is asked, once, and what is behind it at the host that has the data.
        let both = ["--allow", "u1.ct.sendgrid.example.org", "--allow", "api.credly.com"];
        let lines = line.run([&["import", "--json"], &both[..], &[tracked]].concat()).expect(0).lines();
        assert_eq!(lines[0]["decision"], "known", "{lines:?}");
        assert_eq!(heard(), [2, 0, 0, 1]);
        assert!(hosts[3].heard()[0].path.ends_with("upn=of-mira"));
    });
}

#[test]
fn links_of_a_mailbox_wait_until_they_are_fetched() {
    inside("links::links_of_a_mailbox_wait_until_they_are_fetched", |network| {
        let badge = forklift();
        let hosts = [
            network.serve("api.credly.com", move |_| Reply::json(badge.clone())),
            network.serve("u1.ct.sendgrid.example.org", |_| Reply::status(404)),
            network.serve("www.credly.com", |_| Reply::status(404)),
        ];
        let heard = || hosts.iter().map(|host| host.heard().len()).collect::<Vec<_>>();
        let line = network.command_line();
        let page = format!("<a href=\"https://www.credly.com/badges/{UUID}?token=s3cret\">View badge</a>");
        let click = "<a href=\"https://u1.ct.sendgrid.example.org/ls/click?upn=of-mira\">View your badge</a>";
        let claim = "<a href=\"https://www.credly.com/go/fX1xTuR3\">Accept</a>";
        let mails = [page.as_str(), click, claim, page.as_str()].map(mail);
        let mbox: String = mails
            .iter()
            .map(|mail| format!("From a@b.example Thu Jan  1 00:00:00 2026\r\n{mail}\r\n"))
            .collect();
        let mailbox = line.file("Inbox.mbox", mbox.as_bytes());
        let mailbox = mailbox.to_str().unwrap();
        line.run(["import", "--json", mailbox]).expect(2);
        let waiting = || line.run(["inbox", "list", "--json"]).expect(0).lines();
        let links = waiting();
        assert_eq!(links.len(), 2, "each once, and none that is for the browser: {links:?}");
        let of = |links: &[Value], host: &str| links.iter().find(|one| one["asks"] == host).unwrap().clone();
        let (direct, tracked) = (of(&links, "api.credly.com"), of(&links, "u1.ct.sendgrid.example.org"));
        assert_eq!((&direct["tracker"], &tracked["tracker"]), (&json!(false), &json!(true)));
        assert_eq!(direct["mail"]["subject"], "Your badge");
        assert!(!direct.to_string().contains("s3cret"), "{direct}");
        let said = line.run(["inbox", "list"]).expect(0).out;
        for words in ["to be fetched from", "api.credly.com", "counts who clicks"] {
            assert!(said.contains(words), "{said}");
        }
        // Nobody was asked; nor is anybody by fetching without a yes, or with one to somebody else, or to everybody if it tracks.
        let id = |one: &Value| one["id"].as_str().unwrap().to_owned();
        line.run(["inbox", "fetch"]).expect(2);
        line.run(["inbox", "fetch", "--allow", "elsewhere.example.org"]).expect(2);
        line.run(["inbox", "fetch", "--offline", "--allow", "all"]).expect(2);
        line.run(["inbox", "fetch", "--allow", "all", &id(&tracked)]).expect(2);
        assert_eq!(heard(), [0, 0, 0]);

        let fetched =
            line.run(["inbox", "fetch", "--json", "--allow", "api.credly.com", &id(&direct)]).lines();
        assert_eq!(
            (fetched.len(), &fetched[0]["decision"], &fetched[0]["waits"]),
            (1, &json!("new"), &json!(true))
        );
        assert_eq!(heard(), [1, 0, 0]);
        line.run(["inbox", "fetch", &id(&direct)]).expect(66);
        let left = waiting();
        assert_eq!(left.iter().filter(|one| one.get("waitingLink").is_some()).count(), 1, "{left:?}");
        line.run(["inbox", "dismiss", &id(&tracked)]).expect(0);
        // The same mailbox again brings none of them back, and asks nobody.
        line.run(["import", mailbox]).expect(2);
        let left = waiting();
        assert!(left.len() == 1 && left[0].get("waitingLink").is_none(), "{left:?}");
        assert_eq!(heard(), [1, 0, 0]);
    });
}
