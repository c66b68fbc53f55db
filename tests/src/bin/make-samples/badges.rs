//! The badges themselves, signed.

use sha2::{Digest as _, Sha256};
use strict_json::{Value, json};
use verification::sign;

use crate::Made;
use crate::issuers::{self, Issuer};

/// The learner of all samples.
pub(crate) const LEARNER: (&str, &str) = ("Robin Sample", "robin.sample@mail.example");

const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const VC2: &str = "https://www.w3.org/ns/credentials/v2";

/// Where the extension terms of the platform stand that the badge with competences is like.
const EXTENSIONS: &str = "https://api.openbadges.education/static/extensions";

/// Address of the Open Badges 2.0 badge class.
pub(crate) const FORKLIFT_CLASS: &str = "https://badges.kranich-logistics.example/classes/forklift-1.json";
/// Address of its issuer's list of what was taken back.
pub(crate) const FORKLIFT_REVOCATIONS: &str = "https://badges.kranich-logistics.example/revoked.json";

/// What a badge of Open Badges 3.0 says.
struct Says {
    /// Makes its ids.
    number: u32,
    name: &'static str,
    description: &'static str,
    criteria: &'static str,
    kind: &'static str,
    language: &'static str,
    valid_from: &'static str,
    valid_until: Option<&'static str>,
    tags: &'static [&'static str],
}

fn uuid(number: u32) -> String {
    format!("urn:uuid:5d0c0b62-7f0e-4d0f-9d3b-0a4c{number:08x}")
}

/// The learner's address, hashed with a salt (Open Badges 3.0, IdentityObject).
fn hashed_address(salt: &str) -> String {
    format!("sha256${}", hex::encode(Sha256::digest(format!("{}{salt}", LEARNER.1))))
}

fn open_badge(issuer: &Issuer, says: &Says) -> Value {
    let salt = format!("{:08x}", says.number.wrapping_mul(0x9e37_79b1));
    let mut badge = json!({
        "@context": [VC2, OB3],
        "id": uuid(says.number),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": says.name,
        "issuer": issuer.profile(),
        "validFrom": says.valid_from,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject", "identityType": "emailAddress", "hashed": true,
                "identityHash": hashed_address(&salt), "salt": salt
            }],
            "achievement": {
                "id": uuid(0x1000 + says.number),
                "type": ["Achievement"],
                "achievementType": says.kind,
                "name": says.name,
                "description": says.description,
                "criteria": { "narrative": says.criteria },
                "inLanguage": says.language,
                "tag": says.tags
            }
        }
    });
    if let Some(until) = says.valid_until {
        badge["validUntil"] = json!(until);
    }
    badge
}

/// Adds the `eddsa-rdfc-2022` proof and writes the badge in one line, as platforms bake it.
fn with_proof(badge: Value, issuer: &Issuer) -> Made<Vec<u8>> {
    let created = badge["validFrom"].as_str().ok_or("no date")?.to_owned();
    let signed =
        sign::data_integrity(badge, "eddsa-rdfc-2022", &issuer.key, &issuer.method, created.parse()?)?;
    Ok(serde_json::to_vec(&signed)?)
}

/// Open Badges 3.0, Data Integrity, did:key.
pub(crate) fn food_hygiene() -> Made<Vec<u8>> {
    let issuer = issuers::northgate()?;
    let mut badge = open_badge(
        &issuer,
        &Says {
            number: 1,
            name: "Food Hygiene, Level 2",
            description: "Handles food safely in a professional kitchen: temperatures, allergens, cleaning, and what \
                          to do when something goes wrong.",
            criteria: "Two days in the training kitchen and a practical test: plan and cook a menu for twenty guests, \
                       two of them with allergies.",
            kind: "Certificate",
            language: "en",
            valid_from: "2026-03-14T15:30:00Z",
            valid_until: None,
            tags: &["food safety", "kitchen"],
        },
    );
    // A boolean, a decimal number, a list in order and two equal results: what canonicalisation has to get right.
    let subject = &mut badge["credentialSubject"];
    subject["creditsEarned"] = json!(1.5);
    subject["result"] = json!([
        { "type": ["Result"], "resultDescription": uuid(0x2001), "value": "B" },
        { "type": ["Result"], "value": "passed" },
        { "type": ["Result"], "value": "passed" }
    ]);
    let achievement = &mut subject["achievement"];
    achievement["creditsAvailable"] = json!(1.5);
    achievement["resultDescription"] = json!([{
        "id": uuid(0x2001), "type": ["ResultDescription"], "name": "Grade in the practical test",
        "resultType": "LetterGrade", "allowedValue": ["A", "B", "C"]
    }]);
    with_proof(badge, &issuer)
}

/// Open Badges 3.0, VC-JWT with RS256, did:web.
pub(crate) fn spreadsheets() -> Made<Vec<u8>> {
    let issuer = issuers::nordhaven()?;
    let mut badge = open_badge(
        &issuer,
        &Says {
            number: 2,
            name: "Spreadsheet Essentials",
            description: "Cleans a table, writes formulas that others can read, and shows numbers in a chart that does \
                          not mislead.",
            criteria: "Six weeks online with weekly tasks, and a project: tell the story of one's own electricity bill.",
            kind: "Course",
            language: "en",
            valid_from: "2026-05-02T09:00:00Z",
            valid_until: None,
            tags: &["spreadsheets", "data"],
        },
    );
    // Open Badges 3.0, 8.2.4: the registered claims repeat what the badge says.
    badge["iss"] = json!(issuer.id);
    badge["jti"] = badge["id"].clone();
    badge["nbf"] = json!("2026-05-02T09:00:00Z".parse::<jiff::Timestamp>()?.as_second());
    Ok(sign::jwt(badge, "RS256", Some(&issuer.method), "JWT", &issuer.key)?.into_bytes())
}

/// Open Badges 3.0, Data Integrity, did:web.
pub(crate) fn german_b1() -> Made<Vec<u8>> {
    let issuer = issuers::brueckenhaus()?;
    let mut badge = open_badge(
        &issuer,
        &Says {
            number: 3,
            name: "Deutsch B1: Sprechen",
            description: "Kann sich in Alltag und Beruf verständigen: erzählen, nachfragen, einen Standpunkt begründen, \
                          ein Gespräch am Telefon führen.",
            criteria: "Kurs mit 60 Unterrichtsstunden und mündliche Prüfung zu zweit (20 Minuten).",
            kind: "LanguageProficiency",
            language: "de",
            valid_from: "2026-06-20T16:45:00+02:00",
            valid_until: None,
            tags: &["Deutsch", "Sprechen"],
        },
    );
    badge["credentialSubject"]["achievement"]["alignment"] = json!([{
        "type": ["Alignment"], "targetName": "B1: mündliche Interaktion",
        "targetUrl": "https://brueckenhaus-sprachen.example/stufen/b1", "targetFramework": "GER"
    }]);
    with_proof(badge, &issuer)
}

/// The badge class of the Open Badges 2.0, as its issuer publishes it.
pub(crate) fn forklift_class() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "BadgeClass",
        "id": FORKLIFT_CLASS,
        "name": "Forklift Driver, Class 1",
        "description": "Drives counterbalance trucks safely in a warehouse: daily check, stacking, ramps, working with \
                        people on foot.",
        "image": "https://badges.kranich-logistics.example/classes/forklift-1.png",
        "criteria": { "narrative": "Three days of theory and driving, a written test and a driving test." },
        "issuer": issuers::KRANICH,
        "tags": ["logistics", "warehouse"]
    })
}

/// Open Badges 2.0, signed.
pub(crate) fn forklift() -> Made<Vec<u8>> {
    let issuer = issuers::kranich()?;
    let assertion = json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": uuid(4),
        "recipient": { "type": "email", "hashed": true, "salt": "kranich4", "identity": hashed_address("kranich4") },
        "badge": FORKLIFT_CLASS,
        "verification": { "type": "SignedBadge", "creator": issuer.method },
        "issuedOn": "2026-04-23T10:00:00+02:00"
    });
    Ok(sign::jws(&serde_json::to_vec(&assertion)?, "RS256", None, None, &issuer.key)?.into_bytes())
}

/// Open Badges 3.0 with competences and the hours they took, in the way of a platform for micro-degrees.
pub(crate) fn ai_basics() -> Made<Vec<u8>> {
    let issuer = issuers::lindenau()?;
    let mut badge = open_badge(
        &issuer,
        &Says {
            number: 5,
            name: "KI-Grundlagen für Vereine",
            description: "Weiß, was künstliche Intelligenz kann und was nicht, nutzt einen Chat-Assistenten für die \
                          Vereinsarbeit und weiß, was nie eingegeben werden darf.",
            criteria: "Zwei Kursabende und eine eigene Aufgabe: eine Veranstaltung mit einem Assistenten planen und \
                       erzählen, was zu verbessern war.",
            kind: "Badge",
            language: "de",
            valid_from: "2026-02-14T18:00:00.113450+00:00",
            valid_until: None,
            tags: &["künstliche Intelligenz", "Ehrenamt"],
        },
    );
    let mut contexts =
        vec![json!(VC2), json!(OB3), json!("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")];
    contexts.extend(
        ["StudyLoadExtension", "CategoryExtension", "CompetencyExtension", "LevelExtension"]
            .iter()
            .map(|name| json!(format!("{EXTENSIONS}/{name}/context.json"))),
    );
    badge["@context"] = json!(contexts);
    badge["id"] =
        json!("https://api.lernwerkstatt-lindenau.example/public/assertions/bfSampleAward000000005?v=3_0");
    badge["extensions:StudyLoadExtension"] = json!({ "StudyLoad": 480 });
    badge["extensions:CategoryExtension"] = json!({ "Category": "competency" });
    badge["extensions:LevelExtension"] = json!({ "Level": "b1" });
    badge["extensions:CompetencyExtension"] = json!([
        {
            "name": "Grundlagen der künstlichen Intelligenz",
            "description": "Was hinter dem Wort steckt, was solche Systeme gut können und wo sie irren.",
            "framework": "esco",
            "framework_identifier": "http://data.europa.eu/esco/skill/e465a154-93f7-4973-9ce1-31659fe16dd2",
            "source": "manual", "studyLoad": 240, "category": "knowledge"
        },
        {
            "name": "Texte für den Verein entwerfen und prüfen",
            "description": "Einladungen und Berichte mit einem Assistenten entwerfen und selbst verantworten.",
            "framework": "", "framework_identifier": "",
            "source": "manual", "studyLoad": 150, "category": "skill"
        },
        {
            "name": "Persönliche Daten schützen",
            "description": "Erkennen, was nicht in fremde Dienste gehört.",
            "framework": "", "framework_identifier": "",
            "source": "manual", "studyLoad": 90, "category": "skill"
        }
    ]);
    with_proof(badge, &issuer)
}

/// Was good until the end of February 2026.
pub(crate) fn first_aid() -> Made<Vec<u8>> {
    let issuer = issuers::red_lantern()?;
    let badge = open_badge(
        &issuer,
        &Says {
            number: 6,
            name: "First Aid Refresher",
            description: "Helps after an accident until the ambulance comes: recovery position, bleeding, resuscitation, \
                          defibrillator.",
            criteria: "One day of training with exercises in pairs.",
            kind: "Certificate",
            language: "en",
            valid_from: "2024-02-28T16:00:00Z",
            valid_until: Some("2026-02-28T16:00:00Z"),
            tags: &["first aid"],
        },
    );
    with_proof(badge, &issuer)
}

/// Altered after it was signed: the issuer wrote "Associate" and one day.
pub(crate) fn project_manager() -> Made<Vec<u8>> {
    let issuer = issuers::skill_board()?;
    let badge = open_badge(
        &issuer,
        &Says {
            number: 7,
            name: "Project Manager Associate",
            description: "Knows the words of project management.",
            criteria: "Took part in a course of one day.",
            kind: "Certification",
            language: "en",
            valid_from: "2026-01-09T12:00:00Z",
            valid_until: None,
            tags: &["project management"],
        },
    );
    altered(
        with_proof(badge, &issuer)?,
        &[("Project Manager Associate", "Project Manager Expert"), ("one day", "two years")],
    )
}

/// The good one of three.
pub(crate) fn camp_lead() -> Made<Vec<u8>> {
    let issuer = issuers::waldkante()?;
    let badge = open_badge(
        &issuer,
        &Says {
            number: 8,
            name: "Youth Camp Team Lead",
            description: "Leads a team of volunteers through a week of summer camp: planning, looking after people, \
                          settling quarrels, staying calm in the rain.",
            criteria: "Led a group of eight in the summer camp and took part in the review afterwards.",
            kind: "Achievement",
            language: "en",
            valid_from: "2026-08-16T10:00:00Z",
            valid_until: None,
            tags: &["youth work", "leadership"],
        },
    );
    with_proof(badge, &issuer)
}

/// The altered one of three.
pub(crate) fn climbing() -> Made<Vec<u8>> {
    let issuer = issuers::waldkante()?;
    let badge = open_badge(
        &issuer,
        &Says {
            number: 9,
            name: "Climbing Wall Helper",
            description: "Helps at the climbing wall under supervision.",
            criteria: "One afternoon at the wall.",
            kind: "Achievement",
            language: "en",
            valid_from: "2026-08-16T10:05:00Z",
            valid_until: None,
            tags: &["climbing"],
        },
    );
    altered(
        with_proof(badge, &issuer)?,
        &[
            ("Climbing Wall Helper", "Climbing Wall Supervisor"),
            ("Helps at the climbing wall under supervision", "Supervises the climbing wall"),
        ],
    )
}

/// The one of three that cannot be decided without asking its issuer.
pub(crate) fn nature_guide() -> Made<Vec<u8>> {
    let issuer = issuers::nature_park()?;
    let badge = open_badge(
        &issuer,
        &Says {
            number: 10,
            name: "Nature Guide",
            description: "Takes groups through the wood and knows what grows and lives there.",
            criteria: "Four walks with a ranger and two of one's own.",
            kind: "Achievement",
            language: "en",
            valid_from: "2026-08-18T08:00:00Z",
            valid_until: None,
            tags: &["nature", "guiding"],
        },
    );
    with_proof(badge, &issuer)
}

/// Changes words of a signed badge, as a forger would.
fn altered(signed: Vec<u8>, changes: &[(&str, &str)]) -> Made<Vec<u8>> {
    let mut text = String::from_utf8(signed)?;
    for (from, to) in changes {
        if !text.contains(from) {
            return Err(format!("nothing to alter: {from}").into());
        }
        text = text.replace(from, to);
    }
    Ok(text.into_bytes())
}
