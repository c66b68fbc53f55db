//! A portfolio of a made-up person, for tests and for looking at.
#![allow(unreachable_pub)]

use std::collections::BTreeMap;
use std::io::Cursor;

use openbadges::{Claims, Competency, Evidence, Format, Issuer, IssuerTime, Note};
use portfolio::{
    BadgeForPortfolio, ComposeRequest, EvidenceForPortfolio, EvidenceKind, HolderKey, Payload, SectionKind,
    SectionRequest, SenderDocument,
};
use uuid::Uuid;
use verification::sign::Key;
use verification::{Check, CheckId, Outcome, VerificationReport, verdict};
use words::Locale;

/// The picture of a badge by its name, as PNG.
pub type Pictures = BTreeMap<String, Vec<u8>>;

/// The key of the made-up person.
pub struct SampleKey {
    key: Key,
    did: String,
}

impl SampleKey {
    /// Always the same one.
    pub fn new() -> SampleKey {
        let key = Key::ed25519_from_seed(&[7; 32]).unwrap();
        SampleKey { did: key.did_key(), key }
    }
}

impl HolderKey for SampleKey {
    fn did(&self) -> &str {
        &self.did
    }

    fn sign(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.key.sign_bytes(bytes).ok()
    }
}

fn check(id: CheckId, outcome: Outcome, code: &'static str, args: &[(&str, &str)]) -> Check {
    Check {
        id,
        outcome,
        code: code.into(),
        args: args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        notes: Vec::new(),
        documents: Vec::new(),
    }
}

fn time(text: &str) -> Option<IssuerTime> {
    Some(IssuerTime::parse_tolerant(text))
}

/// A report as the verifier writes it for a good badge whose issuer an https domain names.
pub fn report(claims: Claims, host: &str) -> VerificationReport {
    let issuer = claims.issuer.name.clone().unwrap_or_default();
    let status = match host {
        "kranich.example" => {
            check(CheckId::Status, Outcome::Passed, "status.ok", &[("host", host), ("date", "2026-11-21")])
        }
        _ => check(CheckId::Status, Outcome::NotApplicable, "status.none", &[]),
    };
    let checks = vec![
        check(CheckId::Structure, Outcome::Passed, "structure.ok", &[]),
        check(CheckId::Schema, Outcome::NotApplicable, "schema.none", &[]),
        check(CheckId::Proof, Outcome::Passed, "proof.ok", &[]),
        check(CheckId::IssuerKey, Outcome::Passed, "issuer-key.ok", &[("issuer", &issuer), ("host", host)]),
        check(
            CheckId::IssuerIdentity,
            Outcome::Passed,
            "issuer-identity.domain",
            &[("issuer", &issuer), ("host", host)],
        ),
        check(CheckId::ValidityPeriod, Outcome::Passed, "validity-period.no-end", &[("date", "2026-02-02")]),
        status,
        check(
            CheckId::Recipient,
            Outcome::Passed,
            "recipient.match",
            &[("address", "amina.haddad@mail.example")],
        ),
    ];
    VerificationReport {
        version: 1,
        verifier: "badgefolio/0.1.0".to_owned(),
        at: "2026-11-21T08:30:00Z".parse().unwrap(),
        format: Format::OpenBadges30,
        securing: "vc-jwt/EdDSA".to_owned(),
        verdict: verdict(&checks),
        checks,
        valid_from: claims.valid_from.as_ref().and_then(|time| time.instant),
        valid_until: claims.valid_until.as_ref().and_then(|time| time.instant),
        claims,
        ..empty_report()
    }
}

fn empty_report() -> VerificationReport {
    serde_json::from_value(serde_json::json!({
        "version": 1, "verifier": "", "at": "2026-11-21T08:30:00Z", "format": "open-badges-3.0", "securing": "",
        "checks": [], "verdict": "valid", "claims": {}, "validFrom": null, "validUntil": null, "documents": [],
    }))
    .unwrap()
}

fn set(
    report: &mut VerificationReport,
    id: CheckId,
    outcome: Outcome,
    code: &'static str,
    args: &[(&str, &str)],
) {
    let at = report.checks.iter().position(|check| check.id == id).unwrap();
    report.checks[at] = check(id, outcome, code, args);
    report.verdict = verdict(&report.checks);
}

fn competency(name: &str, hours: u64) -> Competency {
    Competency { name: name.to_owned(), minutes: Some(hours * 60), ..Competency::default() }
}

struct Given<'a> {
    id: &'a str,
    name: &'a str,
    issuer: &'a str,
    host: &'a str,
    from: &'a str,
    until: Option<&'a str>,
    hours: u64,
    description: &'a str,
    competencies: Vec<Competency>,
}

fn badge(given: Given<'_>, pictures: &Pictures) -> BadgeForPortfolio {
    let claims = Claims {
        id: Some(format!("https://{}/badges/{}", given.host, given.id)),
        name: Some(given.name.to_owned()),
        issuer: Issuer {
            id: Some(format!("https://{}/issuer", given.host)),
            name: Some(given.issuer.to_owned()),
            ..Issuer::default()
        },
        valid_from: time(given.from),
        valid_until: given.until.and_then(time),
        description: Some(given.description.to_owned()),
        study_load_minutes: Some(given.hours * 60),
        competencies: given.competencies,
        language: Some("en".to_owned()),
        ..Claims::default()
    };
    BadgeForPortfolio {
        id: given.id.to_owned(),
        report: report(claims, given.host),
        image: pictures.get(given.id).cloned().or_else(|| Some(plain_picture(given.id.len() as u8))),
        credentials: vec![Payload {
            media_type: "application/vc+jwt".to_owned(),
            bytes: format!("eyJ.the-bytes-of-{}.as-issued", given.id).into_bytes(),
        }],
        evidence: Vec::new(),
    }
}

/// A small picture of one colour.
pub fn plain_picture(shade: u8) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let colour = image::Rgba([40, shade.wrapping_mul(23), 180, 255]);
    image::DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(64, 64, colour))
        .write_to(&mut out, image::ImageFormat::Png)
        .unwrap();
    out.into_inner()
}

/// Four badges: three verified, one that could not be checked, with evidence of every kind.
pub fn request(language: Locale, pictures: &Pictures) -> ComposeRequest {
    let mut forklift = badge(
        Given {
            id: "forklift",
            name: "Forklift Driver, Class 1",
            issuer: "Kranich Logistics Academy",
            host: "kranich.example",
            from: "2025-10-06T09:00:00+02:00",
            until: Some("2028-10-05T00:00:00+02:00"),
            hours: 24,
            description: "Drives counterbalance forklifts up to 3.5 tonnes safely, loads and stacks goods, and checks \
                          the truck before every shift.",
            competencies: vec![competency("Transport and storage", 16), competency("Safety at work", 8)],
        },
        pictures,
    );
    forklift.report.claims.criteria = Some(
        "Two days of theory with a written test.\nThree days of driving, with an examination at the end."
            .into(),
    );

    let mut sheet = badge(
        Given {
            id: "sheet",
            name: "Spreadsheet Essentials",
            issuer: "Open Campus Nordhaven",
            host: "nordhaven.example",
            from: "2026-02-02",
            until: None,
            hours: 20,
            description: "Keeps lists and stock tables, uses formulas and filters, and makes a simple chart.",
            competencies: vec![competency("Computers", 20)],
        },
        pictures,
    );
    sheet.evidence = vec![
        EvidenceForPortfolio {
            name: "My stock list for the club kitchen".to_owned(),
            caption: String::new(),
            kind: EvidenceKind::File(Payload {
                media_type: "application/vnd.oasis.opendocument.spreadsheet".to_owned(),
                bytes: b"PK\x03\x04 stands for a table".repeat(700),
            }),
        },
        EvidenceForPortfolio {
            name: "How I did it".to_owned(),
            caption: String::new(),
            kind: EvidenceKind::Text(
                "First I wrote down what was in the cupboards.\nThen I made a table of it.".into(),
            ),
        },
    ];

    let mut speech = badge(
        Given {
            id: "speech",
            name: "German B1: Speaking",
            issuer: "Brückenhaus Languages",
            host: "brueckenhaus.example",
            from: "2026-01-19",
            until: None,
            hours: 60,
            description: "Holds a conversation in German about work, family and everyday matters.",
            competencies: vec![competency("Languages", 60)],
        },
        pictures,
    );
    speech.report.claims.level = Some("b1".to_owned());
    let host = [("host", "brueckenhaus.example"), ("issuer", "Brückenhaus Languages")];
    set(&mut speech.report, CheckId::Proof, Outcome::Inconclusive, "proof.hosted-not-had", &host);
    set(&mut speech.report, CheckId::IssuerKey, Outcome::Inconclusive, "issuer-key.not-had", &host);
    set(
        &mut speech.report,
        CheckId::IssuerIdentity,
        Outcome::Inconclusive,
        "issuer-identity.not-decided",
        &[],
    );
    speech.report.checks[2].notes.push(Note::new("proof.http").with("host", "brueckenhaus.example"));

    let mut camp = badge(
        Given {
            id: "camp",
            name: "Youth Camp Team Lead",
            issuer: "Waldkante Youth Network",
            host: "waldkante.example",
            from: "2025-06-24",
            until: None,
            hours: 40,
            description: "Led a team of six helpers for two weeks, planned days and shifts, and looked after 40 children.",
            competencies: vec![competency("People", 30), competency("Planning", 10)],
        },
        pictures,
    );
    camp.report.claims.evidence = vec![Evidence {
        url: Some("https://waldkante.example/letters/2025-17".to_owned()),
        name: Some("Letter of the camp leader".to_owned()),
        ..Evidence::default()
    }];
    camp.evidence = vec![
        EvidenceForPortfolio {
            name: "The camp, from above".to_owned(),
            caption: "The tents of my group are the ones at the lake.".to_owned(),
            kind: EvidenceKind::File(Payload {
                media_type: "image/png".to_owned(),
                bytes: pictures.get("camp").cloned().unwrap_or_else(|| plain_picture(9)),
            }),
        },
        EvidenceForPortfolio {
            name: "What the newspaper wrote".to_owned(),
            caption: String::new(),
            kind: EvidenceKind::Link("https://bote.example/2025/zeltlager".to_owned()),
        },
    ];

    ComposeRequest {
        id: Uuid::from_u128(0x0b5e_55ed_0000_4000_8000_0000_0000_0001),
        now: "2026-11-21T09:00:00Z".parse().unwrap(),
        app: "badgefolio/0.1.0".to_owned(),
        language,
        title: String::new(),
        text: "I drive forklifts, keep stock lists in order and have led teams. I would like to work in your warehouse \
               team."
            .to_owned(),
        holder_name: "Amina Haddad".to_owned(),
        audience: None,
        expires_at: None,
        sections: vec![SectionRequest {
            kind: SectionKind::Selection,
            title: String::new(),
            text: String::new(),
            badges: ["forklift", "sheet", "speech", "camp"].map(str::to_owned).to_vec(),
        }],
        badges: vec![forklift, sheet, speech, camp],
        documents: vec![SenderDocument {
            url: "https://kranich.example/issuer".to_owned(),
            media_type: "application/json".to_owned(),
            status: 200,
            fetched_at: "2026-11-20T10:00:00Z".parse().unwrap(),
            bytes: Some(b"{\"id\":\"https://kranich.example/issuer\"}".to_vec()),
        }],
    }
}
