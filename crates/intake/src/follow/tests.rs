use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// Walks a link through answers by address; gives what was asked, in order.
fn walk(link: &str, breadth: Breadth, answers: &[(&str, &str)]) -> (Vec<String>, Vec<Made>, Follow) {
    let answers: BTreeMap<&str, &str> = answers.iter().copied().collect();
    let link = links::of(link).unwrap();
    let mut follow = Follow::new(&link, breadth).unwrap();
    let (mut asked, mut made) = (Vec::new(), Vec::new());
    while let Some(request) = follow.next() {
        asked.push(format!("{:?} {}", request.seek, request.url));
        let reply = match answers.get(request.url.as_str()).copied() {
            None => Reply::Absent { gone: false },
            Some("gone") => Reply::Absent { gone: true },
            Some("refused") => Reply::Refused,
            Some(failed) if failed.starts_with("fetch.") => {
                let (code, status) = failed.split_once(' ').unwrap_or((failed, ""));
                Reply::Failed(Note::new(code.to_owned()).with("status", status))
            }
            Some(to) if to.starts_with("to ") => Reply::SentOn(Url::parse(&to[3..]).unwrap()),
            Some(text) => Reply::Got { from: &request.url.clone(), bytes: text.as_bytes() },
        };
        made.push(follow.answer(&request, reply));
    }
    (asked, made, follow)
}

const BADGE: &str = r#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://i.example/a",
    "badge":"https://i.example/b","recipient":{"type":"email","hashed":false,"identity":"m@p.example"},
    "verification":{"type":"hosted"},"issuedOn":"2026-01-01T00:00:00Z"}"#;
const OEB: &str = "https://openbadges.education/public/assertions/fxA";
const UUID: &str = "00000000-0000-4000-8000-000000000101";

#[test]
fn data_and_picture_of_a_badge_page_are_asked_for() {
    let api = "https://api.openbadges.education/public/assertions/fxA";
    let (asked, made, mut follow) = walk(OEB, Breadth::Copies, &[(api, BADGE)]);
    assert_eq!(asked, [format!("Data {api}"), format!("Picture {api}/baked")]);
    assert_eq!(made, [Made::Badge, Made::Nothing]);
    assert!(follow.failure(&links::of(OEB).unwrap()).is_none() && follow.members().is_empty());
    let (asked, ..) = walk(OEB, Breadth::One, &[(api, BADGE)]);
    assert_eq!(asked.len(), 1, "to look at it one copy is enough");
    // Without the data the picture may do.
    let (asked, ..) = walk(OEB, Breadth::One, &[]);
    assert_eq!(asked.len(), 2);
}

#[test]
fn what_is_to_be_taken_by_the_person_is_never_asked_for() {
    for (link, code) in [
        ("https://www.credly.com/go/fX1xTuR3", "link.login"),
        ("https://openbadgefactory.com/c/receive/fx?e=r%40m.example&k=key&t=token", "link.claim"),
        ("https://network.learncard.com/interactions/inbox-claim/1?iuv=1", "link.offer"),
        ("https://www.badgecraft.eu/en/user-badges/1", "link.login"),
    ] {
        let why = Follow::new(&links::of(link).unwrap(), Breadth::Copies).unwrap_err();
        assert_eq!(why.code, code, "{link}");
    }
}

#[test]
fn a_page_says_where_its_badge_is() {
    let page = "https://badges.school.example/b/1";
    let api = format!("https://api.accredible.com/v1/obi/badge_assertions/{UUID}");
    let inline = format!("<html><script type='application/ld+json'>{BADGE}</script>");
    let custom = format!("https://certificates.school.example/{UUID}");
    for (link, html, then) in [
        (page, inline.as_str(), vec![]),
        (
            page,
            "<html><link rel='alternate' type='application/ld+json' href='/b/1.json'><meta property=og:image content=/b/1.png>",
            vec![
                "Data https://badges.school.example/b/1.json",
                "Picture https://badges.school.example/b/1.png",
            ],
        ),
        (page, "<html><link rel=alternate type=text/html href=/x><link rel=stylesheet href=/y>", vec![]),
        (page, "<html><meta property='og:image' content='http://127.0.0.1/x.png'>", vec![]),
        (
            custom.as_str(),
            "<html>Powered by <a href=https://www.accredible.com>Accredible</a>",
            vec![api.as_str()],
        ),
        (
            page,
            r#"<html><script>x={"badge_assertion_url":"https:\/\/api.accredible.com\/v1\/obi\/badge_assertions\/9"}</script>"#,
            vec!["https://api.accredible.com/v1/obi/badge_assertions/9"],
        ),
    ] {
        let (asked, ..) = walk(link, Breadth::Copies, &[(link, html)]);
        let after: Vec<&str> = asked.iter().skip(1).map(String::as_str).collect();
        let fits =
            after.iter().zip(&then).all(|(asked, then)| asked.ends_with(then)) && after.len() == then.len();
        assert!(fits, "{html}: {after:?}");
    }
}

#[test]
fn a_tracker_is_asked_as_what_it_is_and_stops_before_a_login() {
    let tracker = "https://u1.ct.sendgrid.example/ls/click?upn=secret-of-mira";
    let link = links::of(tracker).unwrap();
    let mut follow = Follow::new(&link, Breadth::Copies).unwrap();
    let first = follow.next().unwrap();
    assert!(first.tracker && first.seek == Seek::Page);
    assert!(first.url.as_str().contains("secret-of-mira") && !first.shown().contains("secret-of-mira"));

    let (asked, _, mut follow) =
        walk(tracker, Breadth::Copies, &[(tracker, "to https://www.credly.com/go/fX1xTuR3")]);
    assert_eq!(asked.len(), 1);
    assert_eq!(follow.onward().first().map(|link| link.login), Some(true));
    assert_eq!(follow.failure(&link).unwrap().code, "link.login");

    let badge = format!("to https://www.credly.com/badges/{UUID}?t=x");
    let (asked, ..) = walk(tracker, Breadth::Copies, &[(tracker, &badge)]);
    assert_eq!(asked[1], format!("Data https://api.credly.com/v1/obi/v2/badge_assertions/{UUID}"));
    let (asked, ..) = walk(tracker, Breadth::Copies, &[(tracker, "to https://127.0.0.1/x")]);
    assert_eq!(asked.len(), 1);
}

#[test]
fn lists_give_their_badges() {
    let list = "https://www.credly.com/users/mira-beispiel/badges";
    let json = "https://www.credly.com/users/mira-beispiel/badges.json";
    let first = format!(
        r#"{{"data":[{{"id":"{UUID}"}},{{"id":"no"}}],"metadata":{{"current_page":1,"total_pages":2}}}}"#
    );
    let second = r#"{"data":[],"metadata":{"current_page":2,"total_pages":2}}"#;
    let next = format!("{json}?page=2");
    let (asked, made, mut follow) = walk(list, Breadth::Copies, &[(json, &first), (&next, second)]);
    assert_eq!(asked, [format!("Data {json}"), format!("Data {next}")]);
    assert_eq!(made, [Made::List, Made::List]);
    let members: Vec<String> =
        follow.members().iter().filter_map(|link| link.fetch.as_ref().map(Url::to_string)).collect();
    assert_eq!(members, [format!("https://api.credly.com/v1/obi/v2/badge_assertions/{UUID}")]);

    let hash = "0123456789abcdef0123456789abcdef";
    let api = format!(
        "https://api.badgr.io/public/collections/{hash}?expand=badges.badge&expand=badges.badge.issuer"
    );
    let body = r#"{"badges":[{"id":"https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv"},"https://x.example/1",{"id":"http://inner/"}]}"#;
    let (asked, _, mut follow) =
        walk(&format!("https://badgr.com/public/collections/{hash}"), Breadth::Copies, &[(&api, body)]);
    assert_eq!(asked, [format!("Data {api}")]);
    let hosts: Vec<String> = follow.members().into_iter().map(|link| link.host).collect();
    assert_eq!(hosts, ["api.badgr.io", "x.example"]);

    let groups = "https://openbadgepassport.com/displayer/77/groups.json";
    let group = "https://openbadgepassport.com/displayer/77/group/5";
    let badges = r#"{"badges":[{"assertion":{"uid":"1"},"hostedUrl":"https://i.example/a/1"}]}"#;
    let (asked, _, mut follow) = walk(
        "https://openbadgepassport.com/app/profile/77",
        Breadth::Copies,
        &[(groups, r#"{"groups":[{"groupId":5},{"groupId":"../../x"}]}"#), (group, badges)],
    );
    assert_eq!(asked, [format!("Data {groups}"), format!("Data {group}")]);
    assert_eq!(follow.members().len(), 1);
}

#[test]
fn another_way_is_tried_only_where_it_may_help() {
    let hash = "f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed";
    let moodle = format!("https://moodle.example/badges/badge.php?hash={hash}");
    let old = format!("https://moodle.example/badges/assertion.php?obversion=2&b={hash}");
    let (asked, ..) = walk(&moodle, Breadth::Copies, &[]);
    assert_eq!(asked.len(), 2, "a later Moodle has it elsewhere: {asked:?}");
    for (answer, code) in
        [("gone", "link.gone"), ("fetch.host-busy", "fetch.host-busy"), ("fetch.timeout", "fetch.timeout")]
    {
        let (asked, _, follow) = walk(&moodle, Breadth::Copies, &[(&old, answer)]);
        assert_eq!(asked.len(), 1, "{answer}");
        assert_eq!(follow.failure(&links::of(&moodle).unwrap()).unwrap().code, code);
    }
    let (asked, ..) = walk(&moodle, Breadth::Copies, &[(&old, "refused")]);
    assert_eq!(asked.len(), 1, "no way round an answer");
    let page = "https://badges.school.example/b/1";
    let (asked, ..) = walk(page, Breadth::Copies, &[(page, "fetch.status 406")]);
    assert_eq!(asked, [format!("Data {page}"), format!("Page {page}")]);
}

#[test]
fn data_that_only_names_the_badge_leads_to_it() {
    let info = "https://openbadgepassport.com/obpv1/badge/info/5";
    let there = "https://i.example/a";
    let (asked, made, _) = walk(
        "https://openbadgepassport.com/app/badge/info/5",
        Breadth::Copies,
        &[(info, r#"{"badge_id":1,"assertion_url":"https://i.example/a"}"#), (there, BADGE)],
    );
    assert_eq!(asked, [format!("Data {info}"), format!("Data {there}")]);
    assert_eq!(made, [Made::Nothing, Made::Badge]);
    // What names itself is asked for once.
    let (asked, ..) = walk(there, Breadth::Copies, &[(there, r#"{"assertion_url":"https://i.example/a"}"#)]);
    assert_eq!(asked.len(), 1);
}

#[test]
fn a_link_costs_a_bounded_number_of_requests() {
    let link = links::of("https://a.example/0").unwrap();
    let mut follow = Follow::new(&link, Breadth::Copies).unwrap();
    let mut asked = 0;
    while let Some(request) = follow.next() {
        asked += 1;
        let next = format!("{{\"assertion_url\":\"https://a.example/{asked}\"}}");
        follow.answer(&request, Reply::Got { from: &request.url, bytes: next.as_bytes() });
    }
    assert_eq!(asked, MOST);
}

proptest! {
    #[test]
    fn answers_never_panic(text in "(<|>|html|head|link|rel|alternate|type|application/json|href|=|'|\"|meta|og:image|content| |badge_assertion_url|https:|/|\\\\|\\{|\\}|\\[|badges|data|id|:|,|é){0,60}") {
        for link in [OEB, "https://www.credly.com/users/m/badges", "https://a.example/0"] {
            let mut follow = Follow::new(&links::of(link).unwrap(), Breadth::Copies).unwrap();
            while let Some(request) = follow.next() {
                follow.answer(&request, Reply::Got { from: &request.url, bytes: text.as_bytes() });
            }
        }
    }
}
