//! Texts of people who want the page to do something.

use std::collections::BTreeMap;

use openbadges::{Alignment, Competency, Evidence, IssuerTime};
use scraper::{Html, Selector};
use words::{Locale, Words};

use super::{page, sample};
use crate::{
    Composed, EvidenceForPortfolio, EvidenceKind, SectionKind, SectionRequest, compose, open, shared_profile,
};

const ATTACK: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(2)></textarea></title></style>--><!--\u{202e}gnp\u{2066}\u{0}\u{7}&lt;b&gt;";

fn hostile() -> Composed {
    let mut request = sample::request(Locale::En, &BTreeMap::new());
    let text = || ATTACK.to_owned();
    request.title = text();
    request.text = text();
    request.holder_name = text();
    request.audience = Some(text());
    request.app = text();
    request.sections = vec![SectionRequest {
        kind: SectionKind::Stack,
        title: text(),
        text: text(),
        badges: vec!["forklift".to_owned()],
    }];
    let badge = &mut request.badges[0];
    let claims = &mut badge.report.claims;
    claims.name = Some(text());
    claims.issuer.name = Some(text());
    claims.description = Some(text());
    claims.criteria = Some(text());
    claims.criteria_url = Some("javascript:alert(3)".to_owned());
    claims.level = Some(text());
    claims.language = Some("en\" onload=\"alert(4)".to_owned());
    claims.valid_from = Some(IssuerTime { text: text(), instant: None });
    claims.valid_until = Some(IssuerTime { text: text(), instant: None });
    claims.competencies = vec![Competency { name: text(), minutes: Some(u64::MAX), ..Competency::default() }];
    claims.alignments = vec![Alignment { name: Some(text()), ..Alignment::default() }];
    claims.evidence =
        ["javascript:alert(5)", "data:text/html,<script>alert(6)</script>", "http://plain.example/", ATTACK]
            .map(|url| Evidence {
                url: Some(url.to_owned()),
                name: Some(text()),
                narrative: Some(text()),
                ..Evidence::default()
            })
            .to_vec();
    for check in &mut badge.report.checks {
        for value in check.args.values_mut() {
            *value = text();
        }
    }
    badge.credentials[0].bytes = ATTACK.as_bytes().to_vec();
    badge.credentials[0].media_type = text();
    for kind in [
        EvidenceKind::Text(text()),
        EvidenceKind::Link("javascript:alert(7)".into()),
        EvidenceKind::Link(format!("https://a.example/{ATTACK}")),
    ] {
        badge.evidence.push(EvidenceForPortfolio { name: text(), caption: text(), kind });
    }
    compose(request).unwrap()
}

#[test]
fn nothing_of_it_acts() {
    for language in Locale::ALL {
        let mut composed = hostile();
        composed.portfolio.language = language;
        let profile = shared_profile(&composed.portfolio, &sample::SampleKey::new()).unwrap();
        let text = page(&composed, &profile);
        let html = Html::parse_document(&text);
        assert_eq!(html.select(&Selector::parse("script").unwrap()).count(), 1);
        assert_eq!(html.select(&Selector::parse("style").unwrap()).count(), 1);
        assert_eq!(
            html.select(&Selector::parse("iframe, object, embed, form, base, link, button, input").unwrap())
                .count(),
            0
        );
        for element in html.select(&Selector::parse("*").unwrap()) {
            for (name, value) in element.value().attrs() {
                assert!(!name.starts_with("on") && name != "style", "{name}={value}");
                match name {
                    "href" => assert!(value.starts_with("https://") || value.starts_with('#'), "{value}"),
                    "src" => assert!(
                        value.starts_with("data:image/png;base64,")
                            || value.starts_with("data:image/jpeg;base64,")
                    ),
                    _ => assert!(!value.contains("alert(4)"), "{name}={value}"),
                }
                if name == "href" && value.starts_with("https") {
                    assert!(element.value().attr("rel").unwrap().contains("noopener"));
                }
            }
        }
        // Nothing that turns the direction or hides stands in the page, outside the data.
        let shown: String = text.split("<script").next().unwrap().to_owned();
        for hidden in ['\u{202e}', '\u{2066}', '\u{0}', '\u{7}'] {
            assert!(!shown.contains(hidden), "{hidden:?}");
        }
        assert!(shown.contains("⟨U+202E⟩"));
        // And what went in comes out again, unharmed.
        let opened = open(text.as_bytes()).unwrap();
        assert_eq!(opened.payload.title, ATTACK.trim());
        assert_eq!(opened.badges[0].credentials[0].bytes.as_deref(), Some(ATTACK.as_bytes()));
    }
}

#[test]
fn the_data_in_the_page_cannot_end_itself() {
    let composed = hostile();
    let profile = shared_profile(&composed.portfolio, &sample::SampleKey::new()).unwrap();
    let text = page(&composed, &profile);
    let data = text.split("id=\"badgefolio-profile\">").nth(1).unwrap().split("</script>").next().unwrap();
    assert!(!data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
}

#[test]
fn a_page_with_a_second_profile_in_it_is_refused() {
    let composed = hostile();
    let profile = shared_profile(&composed.portfolio, &sample::SampleKey::new()).unwrap();
    let text = page(&composed, &profile);
    let two = text.replace("</body>", "<script id=badgefolio-profile>{}</script></body>");
    assert_eq!(open(two.as_bytes()).unwrap_err().code(), "shared-profile.several");
    let none = text.replace("badgefolio-profile", "other");
    assert_eq!(open(none.as_bytes()).unwrap_err().code(), "shared-profile.not-one");
    let broken = text.replacen("{\"type\":\"Badgefolio", "{\"type\":\"Other", 1);
    assert_eq!(open(broken.as_bytes()).unwrap_err().code(), "shared-profile.damaged");
}

#[test]
fn a_homograph_host_is_shown_as_it_is_looked_up() {
    let words = Words::new(Locale::En);
    let mut request = sample::request(Locale::En, &BTreeMap::new());
    request.badges.truncate(1);
    request.badges[0].evidence.push(EvidenceForPortfolio {
        name: "My bank".to_owned(),
        caption: String::new(),
        kind: EvidenceKind::Link("https://b\u{430}nk.example/login".to_owned()),
    });
    let composed = compose(request).unwrap();
    let profile = shared_profile(&composed.portfolio, &sample::SampleKey::new()).unwrap();
    let text = crate::render_html(&composed.portfolio, &profile, words);
    let shown = text.split("<script").next().unwrap();
    assert!(shown.contains("(<span class=\"host\">xn--") && !shown.contains('\u{430}'));
}
