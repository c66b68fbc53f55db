//! Rows ui-…, export-…: what people read, in the terminal and on a page that goes out.

use ::wallet::ExportFormat;
use ::wallet::views::{Language, Mark, PortfolioRequest};
use serde_json::{Value, json};

use crate::kit::*;
use crate::wallet::Open;

/// What the command line says of a badge.
fn said(badge: &Value) -> String {
    with_place(|place| {
        let path = place.file("badge.json", badge.to_string().as_bytes());
        place.run(["verify", "--offline", "--at", NOW, path.to_str().unwrap()]).expect(0).out
    })
}

/// The page with a badge in it, without the data that travel inside it.
fn page(badge: &Value, title: &str) -> (String, String) {
    let open = Open::new();
    let ids = open.keep(badge.to_string().as_bytes());
    let request = PortfolioRequest {
        title: title.to_owned(),
        text: String::new(),
        name: "Mira".to_owned(),
        language: Language::En,
        badges: ids,
        stack: None,
        include_evidence: true,
    };
    let out = open.wallet.portfolio_file(&request, ExportFormat::Html).unwrap();
    let html = String::from_utf8(out.file.bytes).unwrap();
    let (before, after) = html.split_once("<script type=\"application/json\"").unwrap();
    let (_, after) = after.split_once("</script>").unwrap();
    (format!("{before}{after}"), out.file.name)
}

fn named(name: &str) -> Value {
    signed(|badge| {
        badge["name"] = json!(name);
        badge["credentialSubject"]["achievement"]["name"] = json!(name);
    })
}

fn earned(narrative: &str) -> Value {
    signed(|badge| badge["credentialSubject"]["achievement"]["criteria"]["narrative"] = json!(narrative))
}

#[test]
fn ui_rtlo() {
    assert!(said(&genuine()).contains("Welding"));
    let badge = named("Welding \u{202e}gnidleW ton\u{202c} \u{2066}x");
    let text = said(&badge);
    assert!(text.contains("\u{27e8}U+202E\u{27e9}"), "made visible: {text}");
    assert!(!text.contains(['\u{202e}', '\u{202c}', '\u{2066}']), "{text:?}");
    let (html, _) = page(&badge, "");
    assert!(!html.contains(['\u{202e}', '\u{202c}', '\u{2066}']), "nor on a page");
}

#[test]
fn ui_homograph() {
    let plain = World::new().json(&genuine()).passes();
    assert!(plain.notes_on(verification::CheckId::IssuerIdentity).is_empty());
    for name in ["Univ\u{435}rsity of Example", "\u{41c}IT Academy", "Ha\u{3c1}vard"] {
        let badge = signed(|badge| badge["issuer"]["name"] = json!(name));
        let seen = World::new().json(&badge);
        assert_eq!(seen.notes_on(verification::CheckId::IssuerIdentity), ["issuer-identity.mixed-scripts"]);
        assert!(said(&badge).contains("mixes letters of several alphabets"));
    }
}

#[test]
fn ui_html() {
    let badge = named("<img src=x onerror=alert(1)><script>alert(2)</script>Welding");
    assert!(said(&badge).contains("<script>alert(2)</script>Welding"), "text is text");
    let (html, _) = page(&badge, "<b onclick=alert(3)>");
    assert!(html.contains("&lt;script&gt;alert(2)"), "still readable");
    for tag in ["<img src=x", "<script>alert", "<b onclick"] {
        assert!(!html.contains(tag), "{tag}");
    }
}

#[test]
fn ui_md_link() {
    let badge = earned(
        "[click](javascript:alert(1)) [data](data:text/html;base64,PHN2Zz4=) ![pixel](https://track.example/p.gif) \
         <https://evil.example/>",
    );
    let (html, _) = page(&badge, "");
    assert!(html.contains("[click](javascript:alert(1))"), "shown as text");
    for bad in ["href=\"javascript:", "href=\"data:", "src=\"https://track.example"] {
        assert!(!html.contains(bad), "{bad}");
    }
}

#[test]
fn ui_long() {
    let long = named(&"W".repeat(1024 * 1024));
    let open = Open::new();
    let id = open.keep(long.to_string().as_bytes()).remove(0);
    let shown = open.badge(&id).card.name;
    let text = said(&long);
    let (html, file) = page(&long, &"T".repeat(100_000));
    assert!(shown.len() <= openbadges::limits::TEXT + '…'.len_utf8(), "bounded on a card: {}", shown.len());
    assert!(file.len() <= 255, "a name that a file may have");
    assert!(text.len() < 100_000, "bounded in the terminal: {}", text.len());
    assert!(html.len() < 1024 * 1024, "bounded on a page: {}", html.len());
}

#[test]
fn ui_emoji_check() {
    let badge = signed(|badge| badge["issuer"]["name"] = json!("\u{2705} Verified by Badgefolio"));
    let seen = World::new().json(&badge).passes();
    assert_eq!(seen.mark(), verification::Mark::SignedUnknown);
    let text = said(&badge);
    let state = text.lines().nth(2).unwrap();
    assert!(
        state.trim_start().starts_with("Signed, issuer not known"),
        "the state has a place of its own: {text}"
    );
    let open = Open::new();
    let id = open.keep(badge.to_string().as_bytes()).remove(0);
    assert_eq!(open.badge(&id).card.mark, Mark::SignedUnknown);
    let (html, _) = page(&badge, "");
    assert!(html.contains("Signed, issuer not known") && !html.contains("status tone-good"), "no good mark");
}

#[test]
fn export_html_script() {
    let evil = "</script><script>alert(1)</script><!--";
    let badge = earned(evil);
    let open = Open::new();
    let ids = open.keep(badge.to_string().as_bytes());
    let request = PortfolioRequest {
        title: evil.to_owned(),
        text: evil.to_owned(),
        name: evil.to_owned(),
        language: Language::En,
        badges: ids,
        stack: None,
        include_evidence: true,
    };
    let out = open.wallet.portfolio_file(&request, ExportFormat::Html).unwrap();
    let html = String::from_utf8(out.file.bytes.clone()).unwrap();
    assert_eq!(html.matches("<script").count(), 1, "only the data");
    assert!(!html.contains("<script>alert") && html.contains("&lt;script&gt;alert(1)"), "still readable");
    // And it comes back whole.
    let review = World::new().judge().review("page.html", &out.file.bytes).unwrap();
    assert_eq!(review.profile.unwrap().title, evil);
    assert_eq!(review.badges[0].mark, Mark::SignedUnknown);
}

/// The cells of the table with this badge in it: the line below the head.
fn cells(badge: &Value, language: Language) -> Vec<String> {
    let open = Open::new();
    let request = PortfolioRequest {
        title: String::new(),
        text: String::new(),
        name: "=Mira".to_owned(),
        language,
        badges: open.keep(badge.to_string().as_bytes()),
        stack: None,
        include_evidence: true,
    };
    let out = open.wallet.portfolio_file(&request, ExportFormat::Csv).unwrap();
    let text = String::from_utf8(out.file.bytes).unwrap();
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{text:?}");
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 2, "no text of a stranger begins a line: {text}");
    let line = lines[1].trim_matches('"');
    line.split("\",\"").map(|cell| cell.replace("\"\"", "\"")).collect()
}

#[test]
fn export_csv_formula() {
    let genuine = cells(&genuine(), Language::En);
    assert_eq!((genuine[0].as_str(), genuine.len()), ("Welding", 11));
    for (given, shown) in [
        (
            "=HYPERLINK(\"https://evil.example\";\"Welding\")",
            "'=HYPERLINK(\"https://evil.example\";\"Welding\")",
        ),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(1+1)", "'@SUM(1+1)"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("\n=1+1", "'=1+1"),
        ("  =1+1", "'=1+1"),
        ("\u{ff1d}1+1", "'\u{ff1d}1+1"),
        // Where a program splits elsewhere than we do, or does not know our quotation marks.
        ("Welding\",\"=1+1", "Welding\",\"'=1+1"),
        ("Welding;=1+1", "Welding;'=1+1"),
        ("Welding\r\n=1+1", "Welding =1+1"),
    ] {
        for language in [Language::En, Language::De] {
            let cells = cells(&named(given), language);
            // A cell of ours that holds what separates ours is put together again.
            let name = if given.contains("\",\"") { cells[..2].join("\",\"") } else { cells[0].clone() };
            assert_eq!(name, shown, "{given:?}");
            assert!(
                cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])),
                "{cells:?}"
            );
            assert!(cells.iter().any(|cell| cell == "'=Mira"), "{cells:?}");
        }
    }
}

#[test]
fn export_filename() {
    assert_eq!(page(&genuine(), "My badges").1, "My badges.html");
    let (_, name) = page(&genuine(), &"\u{1F41D}".repeat(100));
    assert!(name.len() <= 255, "file systems count bytes: {}", name.len());
    for title in [
        "../../etc/passwd",
        "C:\\Windows\\evil",
        "a\0b",
        "CON",
        ".bashrc",
        "\u{202e}lmth.exe",
        "a/b:c*d?",
        "..",
        " ",
    ] {
        let (_, name) = page(&genuine(), title);
        let plain = !name.contains(['/', '\\', '\0', ':', '*', '?', '\u{202e}']) && !name.starts_with('.');
        assert!(plain && name.ends_with(".html"), "{title:?}: {name:?}");
        assert!(!["CON.html", "con.html"].contains(&name.as_str()), "{name}");
    }
}
