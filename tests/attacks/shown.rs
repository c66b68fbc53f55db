//! Rows ui-…, export-…: what people read, in the terminal, on a page and on paper that goes out.

use ::wallet::ExportFormat;
use ::wallet::views::{Language, Mark, PortfolioRequest};
use lopdf::{Document, Object};
use strict_json::{Value, json};

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
    assert_eq!(text.lines().count(), 2, "no text of a stranger begins a line: {text}");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let line = reader.records().next().unwrap().unwrap();
    line.iter().map(str::to_owned).collect()
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
            assert_eq!((cells[0].as_str(), cells.len()), (shown, 11), "{given:?}");
            assert!(
                cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])),
                "{cells:?}"
            );
            assert!(cells.iter().any(|cell| cell == "'=Mira"), "{cells:?}");
        }
    }
}

/// What a PDF would do when it is clicked or opened: the kinds of its actions, and the addresses it leads to.
fn actions(pdf: &[u8]) -> (Vec<String>, Vec<String>) {
    let document = Document::load_mem(pdf).unwrap();
    let (mut kinds, mut addresses) = (Vec::new(), Vec::new());
    let mut waiting: Vec<&Object> = document.objects.values().collect();
    while let Some(object) = waiting.pop() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            Object::Array(items) => {
                waiting.extend(items);
                continue;
            }
            _ => continue,
        };
        for key in ["OpenAction", "AA", "JS", "JavaScript", "AcroForm", "Launch", "RichMedia", "XFA"] {
            assert!(!dictionary.has(key.as_bytes()), "{key}");
        }
        // An action says what it is in `S` (ISO 32000-2, 12.6.2); layout and structure use that name otherwise.
        if let Ok(Object::Dictionary(action)) = dictionary.get(b"A") {
            kinds.push(String::from_utf8_lossy(action.get(b"S").unwrap().as_name().unwrap()).into_owned());
        }
        if let Ok(Object::String(address, _)) = dictionary.get(b"URI") {
            addresses.push(String::from_utf8_lossy(address).into_owned());
        }
        waiting.extend(dictionary.iter().map(|(_, value)| value));
    }
    kinds.sort();
    kinds.dedup();
    addresses.sort();
    (kinds, addresses)
}

/// The words of a PDF, as they are read from its pages.
fn words_of(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap()
}

/// The PDF with a badge whose evidence leads to these addresses and is called by these names.
fn paper(evidence: &[(&str, &str)]) -> Vec<u8> {
    let badge = signed(|badge| {
        badge["credentialSubject"]["achievement"]["criteria"]["id"] = json!(evidence[0].0);
        let evidence = evidence.iter();
        let evidence = evidence.map(|(id, name)| json!({ "id": id, "type": ["Evidence"], "name": name }));
        badge["evidence"] = evidence.collect();
    });
    let open = Open::new();
    let ids = open.keep(badge.to_string().as_bytes());
    let title = evidence[0].1;
    let request = PortfolioRequest {
        title: title.to_owned(),
        text: title.to_owned(),
        name: title.to_owned(),
        language: Language::En,
        badges: ids,
        stack: None,
        include_evidence: true,
    };
    let bytes = open.wallet.portfolio_file(&request, ExportFormat::Pdf).unwrap().file.bytes;
    // And it comes back whole.
    let review = World::new().judge().review("paper.pdf", &bytes).unwrap();
    assert_eq!((review.profile.unwrap().title.as_str(), review.badges[0].mark), (title, Mark::SignedUnknown));
    bytes
}

/// Without what separates words and keeps directions apart.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '\u{2068}' | '\u{2069}')).collect()
}

#[test]
fn export_pdf_link() {
    let good = "https://uni.example/letters/17?a=b#c";
    let (kinds, addresses) = actions(&paper(&[(good, "Letter")]));
    assert_eq!(kinds, ["URI"]);
    assert!(!addresses.is_empty() && addresses.iter().all(|address| address == good), "{addresses:?}");

    let evil = [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,hello",
        "http://uni.example/letter",
        "smb://server/share",
        "ms-word:ofe",
        "mailto:mira@post.example",
    ];
    // Texts that would be orders to the typesetter.
    let orders = [
        "#read(\"/etc/passwd\")",
        "#link(\"javascript:alert(1)\")[x]",
        "#link(\"https://evil.example\")",
        "https://evil.example/",
        "<https://evil.example> [x](https://evil.example)",
        "#import \"@preview/x:0.1.0\"",
        "#eval(\"1\") $x$ *b* _i_ `r` @ref <label> = h",
        "#panic()",
        // No addresses that could be signed, but some programs make links of them.
        r"\\server\share\letter.exe",
        "ms-word:ofe|u|https://uni.example/x.docx",
    ];
    let addresses = evil.iter().map(|address| (*address, "Letter"));
    let texts = orders.iter().map(|order| ("urn:uuid:none", *order));
    let pdf = paper(&texts.chain(addresses).collect::<Vec<_>>());
    assert_eq!(actions(&pdf), (vec![], vec![]), "nothing leads anywhere");
    let words = plain(&words_of(&pdf));
    for text in evil.iter().chain(&orders) {
        assert!(words.contains(&plain(text)), "{text} is still to be read: {words}");
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
