//! In, out and back on the command line: mails in, badges looked at, evidence and a stack, a page out, and somebody else
//! who checks it anew.

use std::collections::BTreeMap;
use std::path::PathBuf;

use strict_json::Value;
use wallet_tests::{CommandLine, Ran, samples};

use crate::samples::AT;

const PAGE: &str = "page.html";
const PROFILE: &str = "profile.json";

/// A wallet into which all samples were imported, with the documents their issuers publish.
struct Learner {
    line: CommandLine,
    /// Name of a badge → id.
    ids: BTreeMap<String, String>,
}

impl Learner {
    fn with_samples() -> Learner {
        let line = CommandLine::new();
        line.run(["identity", "add", "robin.sample@mail.example"]).expect(0);
        let imported = import(&line, &[]).expect(0).lines();
        assert_eq!(imported.iter().filter(|line| line["verdict"].is_string()).count(), 10, "{imported:#?}");
        let ids = line
            .run(["list", "--json"])
            .expect(0)
            .lines()
            .iter()
            .map(|row| (text(&row["name"]), text(&row["id"])))
            .collect();
        Learner { line, ids }
    }

    fn id(&self, name: &str) -> &str {
        self.ids.get(name).unwrap_or_else(|| panic!("no badge {name} among {:?}", self.ids.keys()))
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.line.run(arguments)
    }
}

fn import(line: &CommandLine, more: &[&str]) -> Ran {
    let documents = samples().join("documents").display().to_string();
    let mut arguments: Vec<String> =
        ["import", "--json", "--offline", "--at", AT, "--documents", &documents].map(Into::into).into();
    arguments.extend(more.iter().map(|text| (*text).to_owned()));
    arguments.extend(mails());
    line.run(arguments)
}

fn mails() -> Vec<String> {
    let mut mails: Vec<PathBuf> = std::fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
        .collect();
    mails.sort();
    mails.iter().map(|path| path.display().to_string()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

#[test]
fn what_was_imported_is_listed_found_and_known_again() {
    let learner = Learner::with_samples();
    assert_eq!(learner.ids.len(), 10);

    let found = learner.run(&["search", "--json", "allergies"]).expect(0).lines();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["name"], "Food Hygiene, Level 2");
    assert_eq!(
        learner.run(&["search", "--json", "Lindenau"]).expect(0).lines()[0]["name"],
        "KI-Grundlagen für Vereine"
    );
    assert!(learner.run(&["search", "--json", "submarine"]).expect(0).lines().is_empty());

    let shown = learner.run(&["show", "--json", learner.id("Forklift Driver, Class 1")]).expect(0).document();
    assert!(shown.to_string().contains("Kranich Logistics Academy"), "{shown:#}");
    // Four characters of an id are enough.
    let short: String = learner.id("Nature Guide").chars().take(6).collect();
    learner.run(&["show", "--json", &short]).expect(0);

    import(&learner.line, &[]).expect(0);
    assert_eq!(learner.run(&["list", "--json"]).expect(0).lines().len(), 10, "nothing twice");
}

#[test]
fn held_badges_wait_for_a_yes() {
    let line = CommandLine::new();
    // 2: something waits for an answer.
    import(&line, &["--hold"]).expect(2);
    assert!(line.run(["list", "--json"]).expect(0).lines().is_empty());
    let waiting = line.run(["inbox", "list", "--json"]).expect(0).lines();
    assert_eq!(waiting.len(), 10);
    let id = |name: &str| {
        let row =
            waiting.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("{name}: {waiting:#?}"));
        text(&row["id"])
    };
    line.run(["inbox", "keep", &id("Youth Camp Team Lead"), &id("Nature Guide")]).expect(0);
    line.run(["inbox", "dismiss", &id("Project Manager Expert")]).expect(0);
    assert_eq!(line.run(["inbox", "list", "--json"]).expect(0).lines().len(), 7);
    assert_eq!(line.run(["list", "--json"]).expect(0).lines().len(), 2);
}

#[test]
fn evidence_comes_on_and_goes_off() {
    let learner = Learner::with_samples();
    let badge = learner.id("Youth Camp Team Lead");
    let report = learner.line.file("camp-report.txt", "What we did when it rained.\n".as_bytes());
    learner.run(&["evidence", "add", badge, report.to_str().unwrap(), "--note", "My report"]).expect(0);
    learner
        .run(&["evidence", "add", badge, "https://waldkante.example/camp-2026", "--note", "Pictures"])
        .expect(0);
    let list = learner.run(&["evidence", "list", "--json", badge]).expect(0).document();
    let list = list["evidence"].as_array().unwrap();
    assert_eq!(list.len(), 2, "{list:#?}");
    let link = list.iter().find(|piece| piece["url"].is_string()).unwrap();
    learner.run(&["evidence", "remove", badge, &text(&link["id"])]).expect(0);
    let left = learner.run(&["evidence", "list", "--json", badge]).expect(0).document();
    assert_eq!(left["evidence"].as_array().unwrap().len(), 1);
    // The file itself is not needed any more, and not named by its folder.
    std::fs::remove_file(report).unwrap();
    assert!(!left.to_string().contains("/tmp"), "{left}");
}

#[test]
fn a_stack_goes_out_and_is_checked_by_somebody_else() {
    let learner = Learner::with_samples();
    let (camp, ai, nature) = (
        learner.id("Youth Camp Team Lead"),
        learner.id("KI-Grundlagen für Vereine"),
        learner.id("Nature Guide"),
    );
    let report = learner.line.file("report.txt", b"What we did when it rained.\n");
    learner.run(&["evidence", "add", camp, report.to_str().unwrap(), "--note", "My report"]).expect(0);
    learner
        .run(&["stack", "create", "Working with people", "--description", "What I did in clubs"])
        .expect(0);
    learner.run(&["stack", "add", "Working with people", camp, ai, nature]).expect(0);
    let shown = learner.run(&["stack", "show", "--json", "Working with people"]).expect(0).document();
    assert!(shown.to_string().contains("Youth Camp Team Lead"), "{shown:#}");

    for (format, file) in [("html", PAGE), ("json", PROFILE)] {
        let out = learner.line.folder().join(file).display().to_string();
        learner
            .run(&[
                "export",
                "--stack",
                "Working with people",
                "--format",
                format,
                "--out",
                &out,
                "--name",
                "Robin Sample",
            ])
            .expect(0);
        // Somebody else: no backpack, own documents, own clock.
        let other = CommandLine::new();
        let documents = samples().join("documents").display().to_string();
        let with = other
            .run(["review", "--json", "--offline", "--at", AT, "--documents", &documents, &out])
            .expect(2);
        assert_eq!(
            verdicts(&with),
            [
                ("KI-Grundlagen für Vereine", "valid"),
                ("Nature Guide", "inconclusive"),
                ("Youth Camp Team Lead", "valid")
            ]
            .map(own)
        );
        // The documents the sender put in explain, they prove nothing.
        let without = other.run(["review", "--json", "--offline", "--at", AT, &out]).expect(2);
        assert_eq!(verdicts(&without)[0], own(("KI-Grundlagen für Vereine", "inconclusive")));
        assert!(!other.folder().join("backpack").exists(), "a review keeps nothing");
    }

    let page = std::fs::read_to_string(learner.line.folder().join(PAGE)).unwrap();
    assert!(page.contains("Working with people") && page.contains("Robin Sample"));
    assert!(!page.contains("robin.sample@mail.example"), "the address stays at home");
}

fn own((name, verdict): (&str, &str)) -> (String, String) {
    (name.to_owned(), verdict.to_owned())
}

/// Name and verdict of each badge of a review, in the order of the names.
fn verdicts(ran: &Ran) -> Vec<(String, String)> {
    let mut verdicts: Vec<_> = ran
        .lines()
        .iter()
        .filter(|line| line["verdict"].is_string())
        .map(|line| (text(&line["name"]), text(&line["verdict"])))
        .collect();
    verdicts.sort();
    verdicts
}

#[test]
fn a_page_that_was_altered_on_the_way_says_so() {
    let learner = Learner::with_samples();
    let out = learner.line.folder().join(PAGE).display().to_string();
    learner
        .run(&["export", "--ids", learner.id("Food Hygiene, Level 2"), "--format", "html", "--out", &out])
        .expect(0);
    let page = std::fs::read_to_string(&out).unwrap();
    let other = CommandLine::new();

    // Visible words are not what is checked: the review says what the badge says.
    let painted =
        other.file("painted.html", page.replace("Food Hygiene, Level 2", "Chef of the Year").as_bytes());
    let ran = other.run(["review", "--json", "--offline", "--at", AT, painted.to_str().unwrap()]).expect(0);
    assert_eq!(verdicts(&ran), [own(("Food Hygiene, Level 2", "valid"))]);

    // A blob with another digest is no longer the one the sender's signature names.
    let profile = other.folder().join(PROFILE);
    learner
        .run(&[
            "export",
            "--ids",
            learner.id("Food Hygiene, Level 2"),
            "--format",
            "json",
            "--out",
            profile.to_str().unwrap(),
        ])
        .expect(0);
    let mut document: Value = serde_json::from_slice(&std::fs::read(&profile).unwrap()).unwrap();
    for blob in document["blobs"].as_object_mut().unwrap().values_mut() {
        *blob = Value::from(format!("{}AAAA", &blob.as_str().unwrap()[4..]));
    }
    let swapped = other.file("swapped.json", document.to_string().as_bytes());
    let ran = other.run(["review", "--json", "--offline", "--at", AT, swapped.to_str().unwrap()]);
    assert_ne!(ran.code, 0, "{ran:?}");

    // A later major version is refused with words.
    document["version"] = Value::from("2.0");
    let later = other.file("later.json", document.to_string().as_bytes());
    let ran = other.run(["review", "--json", "--offline", later.to_str().unwrap()]).expect(65);
    let message = text(&ran.lines()[0]["error"]["message"]);
    assert!(message.contains("version"), "{message}");
}

#[test]
fn forty_files_are_reviewed_in_one_go() {
    let learner = Learner::with_samples();
    let mut files = Vec::new();
    for number in 0..4 {
        let out = learner.line.folder().join(format!("{number}.html")).display().to_string();
        learner
            .run(&["export", "--ids", learner.id("Food Hygiene, Level 2"), "--format", "html", "--out", &out])
            .expect(0);
        files.push(out);
    }
    files.push(samples().join("07-project-manager-tampered.eml").display().to_string());
    let mut arguments: Vec<String> = ["review", "--json", "--offline", "--at", AT].map(Into::into).into();
    arguments.extend(files);
    let ran = CommandLine::new().run(arguments).expect(1);
    assert_eq!(verdicts(&ran).len(), 5);
}

#[test]
fn linkedin_gets_the_fields_it_asks_for() {
    let learner = Learner::with_samples();
    let document =
        learner.run(&["linkedin", "--json", learner.id("Food Hygiene, Level 2")]).expect(0).document();
    let url = text(&document["url"]);
    assert!(url.starts_with("https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&"), "{url}");
    assert!(url.contains("issueYear=2026") && url.contains("issueMonth=3"), "{url}");
}

#[test]
fn a_badge_is_taken_out_of_its_picture_and_put_into_another() {
    let line = CommandLine::new();
    let mail = samples().join("01-food-hygiene.eml");
    let drawing = samples().join("pictures/kitchen.svg");
    let baked = line.folder().join("baked.svg");
    let taken = line.folder().join("taken.json");
    line.run(["bake".as_ref(), mail.as_os_str(), drawing.as_os_str(), "--out".as_ref(), baked.as_os_str()])
        .expect(0);
    line.run(["unbake".as_ref(), baked.as_os_str(), "--out".as_ref(), taken.as_os_str()]).expect(0);
    let ran = line
        .run([
            "verify".as_ref(),
            "--json".as_ref(),
            "--offline".as_ref(),
            "--at".as_ref(),
            AT.as_ref(),
            taken.as_os_str(),
        ])
        .expect(0);
    assert_eq!(ran.lines()[0]["credential"]["name"], "Food Hygiene, Level 2");
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_harms_nothing() {
    let learner = Learner::with_samples();
    let good = std::fs::read(learner.line.folder().join("passphrase")).unwrap();
    learner.line.file("passphrase", b"wrong horse\n");
    learner.run(&["list", "--json"]).expect(77);
    learner.line.file("passphrase", &good);
    assert_eq!(learner.run(&["list", "--json"]).expect(0).lines().len(), 10);
}
