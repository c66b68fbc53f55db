//! The badge of `tests/fixtures/pdf`, in whatever way it lies in a PDF: found, checked, kept.

use std::path::PathBuf;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::pdf;
use strict_json::Value;
use wallet_tests::{CommandLine, repository};

use crate::samples::AT;

/// File, where in it the badge stands, what it came in, verdict.
const FILES: [(&str, &str, &str, &str); 10] = [
    ("associated-json.pdf", "pdf:file[0]/json", "json", "valid"),
    ("attached-json.pdf", "pdf:file[0]/json", "json", "valid"),
    ("embedded-json.pdf", "pdf:file[0]/json", "json", "valid"),
    ("embedded-jwt.pdf", "pdf:file[0]/jwt", "jwt", "valid"),
    ("embedded-png.pdf", "pdf:file[0]/png:openbadgecredential", "baked-png", "valid"),
    ("info-address.pdf", "pdf:openbadges", "pdf", "inconclusive"),
    ("info-json.pdf", "pdf:openbadges", "pdf", "valid"),
    ("info-jwt.pdf", "pdf:openbadges", "pdf", "valid"),
    ("xmp-credential.pdf", "pdf:xmp", "pdf", "valid"),
    ("xmp-verify.pdf", "pdf:xmp", "pdf", "valid"),
];

fn fixture(name: &str) -> PathBuf {
    repository().join("tests/fixtures/pdf").join(name)
}

fn badges(lines: &[Value]) -> Vec<&Value> {
    lines.iter().filter(|line| line["verdict"].is_string()).collect()
}

#[test]
fn every_kind_of_pdf_gives_its_badge() {
    for (file, path, container, verdict) in FILES {
        let file = fixture(file);
        let arguments = ["verify", "--json", "--offline", "--at", AT].map(String::from);
        let ran = CommandLine::new().run(arguments.into_iter().chain([file.display().to_string()]));
        let lines = ran.lines();
        let found = badges(&lines);
        assert_eq!(found.len(), 1, "{file:?}: {lines:#?}");
        assert_eq!(found[0]["path"], path, "{file:?}");
        assert_eq!((&found[0]["container"], &found[0]["verdict"]), (&container.into(), &verdict.into()));
        if verdict == "valid" {
            assert_eq!(found[0]["credential"]["name"], "Food Hygiene, Level 2");
        }
    }
}

#[test]
fn a_pdf_without_a_badge_says_so_and_gives_its_links() {
    let line = CommandLine::new();
    let inspect = |file: &str| {
        let file = fixture(file);
        line.run(["inspect".as_ref(), "--json".as_ref(), file.as_os_str()])
    };
    let without = inspect("without.pdf").expect(65).lines();
    assert_eq!(without[0]["error"]["code"], "passed.pdf-without-badge", "{without:?}");
    let link = inspect("link.pdf").expect(0).lines();
    assert_eq!(link[0]["link"]["platform"], "badgr", "{link:?}");
    assert_eq!(link[0]["path"], "pdf:link");
}

#[test]
fn a_badge_in_a_pdf_in_a_mail_is_kept_as_the_issuer_wrote_it() {
    let pdf = std::fs::read(fixture("info-json.pdf")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mail = folder.path().join("mail.eml");
    let text = format!(
        "From: a@northgate-kitchen.example\r\nTo: robin.sample@mail.example\r\nSubject: Your certificate\r\n\
         MIME-Version: 1.0\r\nContent-Type: application/pdf; name=\"certificate.pdf\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n",
        STANDARD.encode(pdf)
    );
    std::fs::write(&mail, text).unwrap();
    let line = CommandLine::new();
    let imported = line.run([
        "import".as_ref(),
        "--json".as_ref(),
        "--offline".as_ref(),
        "--at".as_ref(),
        AT.as_ref(),
        mail.as_os_str(),
    ]);
    let imported = imported.expect(0).lines();
    assert_eq!(imported[0]["path"], "attachment[0]/pdf:openbadges", "{imported:?}");
    let id = imported[0]["badge"].as_str().unwrap();
    let shown = line.run(["show", "--json", id]).expect(0).lines();
    let copy = &shown[0]["copies"][0];
    assert_eq!(copy["container"], "pdf", "{shown:#?}");
    // The same badge from another PDF, and from the file inside one, is known.
    for other in ["xmp-credential.pdf", "associated-json.pdf"] {
        let file = fixture(other);
        let again = line.run(["import".as_ref(), "--json".as_ref(), "--offline".as_ref(), file.as_os_str()]);
        assert_eq!(again.expect(0).lines()[0]["decision"], "known", "{other}");
    }
}

#[test]
fn the_generator_still_makes_the_files() {
    let made = tempfile::tempdir().unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_make-samples")).arg(made.path()).status().unwrap();
    assert!(status.success());
    let mut names: Vec<_> = std::fs::read_dir(made.path().join("pdf"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut expected: Vec<&str> = FILES.iter().map(|row| row.0).chain(["link.pdf", "without.pdf"]).collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
    for name in &names {
        let fresh = std::fs::read(made.path().join("pdf").join(name)).unwrap();
        let committed = std::fs::read(fixture(name)).unwrap();
        // What is packed may come out otherwise with another packer, which it is by what else is built; what lies in it may not.
        // The pixels of a picture may, with another version of the renderer.
        let same = pdf::open(&fresh).unwrap() == pdf::open(&committed).unwrap() || name == "embedded-png.pdf";
        assert!(same, "{name} is not what `make fixtures` makes");
    }
}
