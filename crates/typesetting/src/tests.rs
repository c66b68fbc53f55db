//! Set, read back with readers that are not of our hand, and opened again.

#[allow(dead_code)]
#[path = "../../portfolio/src/tests/sample.rs"]
mod sample;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};
use portfolio::{ComposeRequest, Composed, SharedProfile};
use words::{Locale, Words};

use crate::render_pdf;

fn composed(request: ComposeRequest) -> (Composed, SharedProfile) {
    let composed = portfolio::compose(request).unwrap();
    let profile = portfolio::shared_profile(&composed.portfolio, &sample::SampleKey::new()).unwrap();
    (composed, profile)
}

fn pdf(composed: &Composed, profile: &SharedProfile) -> Vec<u8> {
    render_pdf(&composed.portfolio, profile, Words::new(composed.portfolio.language)).unwrap()
}

fn set(request: ComposeRequest) -> Vec<u8> {
    let (composed, profile) = composed(request);
    pdf(&composed, &profile)
}

fn request(language: Locale) -> ComposeRequest {
    sample::request(language, &BTreeMap::new())
}

fn catalog(document: &Document) -> &Dictionary {
    document.catalog().unwrap()
}

fn metadata(document: &Document) -> String {
    let number = catalog(document).get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = document.get_object(number).unwrap().as_stream().unwrap();
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    String::from_utf8(bytes).unwrap()
}

/// The words on its pages, without what separates them.
fn text(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    plain(&document.extract_text(&pages).unwrap())
}

fn plain(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '\u{2060}'..='\u{206f}')).collect()
}

fn is_kept_and_read_aloud(pdf: &[u8]) {
    let document = Document::load_mem(pdf).unwrap();
    let said = metadata(&document).replace('\'', "\"");
    for part in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn what_goes_out_comes_back_as_from_the_page() {
    for language in [Locale::En, Locale::De] {
        let (composed, profile) = composed(request(language));
        let page = portfolio::render_html(&composed.portfolio, &profile, Words::new(language));
        let paper = pdf(&composed, &profile);
        let (page, opened) = (portfolio::open(page.as_bytes()).unwrap(), portfolio::open(&paper).unwrap());
        assert_eq!((opened.manifest.text(), &opened.payload), (page.manifest.text(), &page.payload));
        assert_eq!((opened.notes.len(), opened.badges.len()), (0, 4));
        for (badge, other) in opened.badges.iter().zip(&page.badges) {
            assert_eq!(badge.credentials[0].bytes, other.credentials[0].bytes);
            assert_eq!(badge.image, other.image);
            let files = |badge: &portfolio::OpenedBadge| {
                badge.evidence.iter().map(|piece| (piece.state, piece.bytes.clone())).collect::<Vec<_>>()
            };
            assert_eq!(files(badge), files(other));
        }
        assert_eq!(paper, pdf(&composed, &profile), "the same portfolio, the same bytes");
    }
}

#[test]
fn it_is_tagged_titled_and_fit_to_be_kept() {
    for (language, tag) in [(Locale::En, &b"en"[..]), (Locale::De, b"de")] {
        let paper = set(request(language));
        is_kept_and_read_aloud(&paper);
        let document = Document::load_mem(&paper).unwrap();
        let catalog = catalog(&document);
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), tag);
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"));
        let marked = document.get_dict_in_dict(catalog, b"MarkInfo").unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
        let shown = document.get_dict_in_dict(catalog, b"ViewerPreferences").unwrap();
        assert!(shown.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
        assert!(metadata(&document).contains("Amina Haddad: Portfolio"));
        // One file inside, and what it is to the document.
        let files = document.get_object(catalog.get(b"AF").unwrap().as_reference().unwrap_or((0, 0)));
        let files =
            files.and_then(Object::as_array).or_else(|_| catalog.get(b"AF").unwrap().as_array()).unwrap();
        assert_eq!(files.len(), 1);
        let file = document.get_dictionary(files[0].as_reference().unwrap()).unwrap();
        assert_eq!(file.get(b"AFRelationship").unwrap().as_name().unwrap(), b"Data");
        assert_eq!(file.get(b"F").unwrap().as_str().unwrap(), b"shared-profile.json");
    }
}

#[test]
fn pictures_are_named_for_those_who_do_not_see_them() {
    let mut wanted = request(Locale::En);
    wanted.badges[0].image = Some(sample::plain_picture(3));
    let document = Document::load_mem(&set(wanted)).unwrap();
    let alt: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok())
        .filter_map(|alt| lopdf::decode_text_string(alt).ok())
        .collect();
    for name in ["Forklift Driver, Class 1", "The camp, from above"] {
        assert!(alt.iter().any(|alt| alt == name), "{name}: {alt:?}");
    }
}

#[test]
fn it_says_what_the_page_says() {
    let text = text(&set(request(Locale::De)));
    for said in [
        "Amina Haddad",
        "4 Badges, 144 Stunden: 3 bestätigt, 1 nicht prüfbar",
        "Forklift Driver, Class 1",
        "6. Oktober 2025",
        "Stunden nach Kompetenz",
        "How I did it",
        "First I wrote down what was in the cupboards.",
        "So prüfen Sie selbst",
        "Was geprüft wurde",
        "bote.example",
    ] {
        assert!(text.contains(&plain(said)), "{said}: {text}");
    }
    assert!(!text.contains("amina.haddad@mail.example"), "never an address");
}

#[test]
fn texts_of_strangers_are_texts() {
    let orders = [
        "#read(\"/etc/passwd\")",
        "#panic(\"x\")",
        "= Heading *bold* $x^2$ @ref <label> `raw` #let x = 1",
        "#sys.inputs.profile \\ // comment /* more */",
        "]#pagebreak()[",
    ];
    let mut wanted = request(Locale::En);
    wanted.title = orders[4].to_owned();
    wanted.text = orders.join("\n");
    for (badge, order) in wanted.badges.iter_mut().zip(orders) {
        badge.report.claims.name = Some(order.to_owned());
        badge.report.claims.description = Some(order.to_owned());
    }
    let paper = set(wanted);
    let text = text(&paper);
    for order in orders {
        assert!(text.matches(&plain(order)).count() >= 2, "{order}");
    }
    is_kept_and_read_aloud(&paper);
}

#[test]
fn foreign_letters_long_words_and_hidden_signs_do_not_break_it() {
    let hostile = [
        "漢字かな 한국어 ไทย हिन्दी".to_owned(),
        "👩\u{200d}🏭🏅 \u{e000}\u{f8ff}\u{fffe}\u{feff}\u{10ffff}".to_owned(),
        "שלום مرحبا بالعالم \u{202e}gnp.exe\u{202c}".to_owned(),
        "a\u{301}\u{301}\u{301}\u{301}\u{301} Z\u{310}\u{311}\u{312}algo \u{0}\u{7}\u{1b}".to_owned(),
        "W".repeat(4_000),
        "\n".repeat(2_000),
        String::new(),
    ];
    let mut wanted = request(Locale::En);
    wanted.title = hostile[2].clone();
    wanted.text = hostile.join(" ");
    wanted.holder_name = hostile[1].clone();
    for badge in &mut wanted.badges {
        // Each of them in one place or the other.
        let texts: Vec<String> = hostile.iter().cycle().skip(badge.id.len()).take(5).cloned().collect();
        let claims = &mut badge.report.claims;
        claims.name = Some(texts[0].clone());
        claims.description = Some(texts[1].clone());
        claims.criteria = Some(texts[2].clone());
        claims.level = Some(texts[3].clone());
        claims.issuer.name = Some(texts[4].clone());
        claims.language = Some("zh-Hant-TW".to_owned());
        claims.competencies[0].name = texts[0].clone();
    }
    let paper = set(wanted);
    is_kept_and_read_aloud(&paper);
    assert!(portfolio::open(&paper).is_ok());
}

#[test]
fn the_failure_is_worded() {
    assert!(Words::has_code(crate::NOT_MADE));
}
