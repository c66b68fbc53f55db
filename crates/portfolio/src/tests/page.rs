//! What the page says, and that it needs nothing from anywhere.

use scraper::{ElementRef, Html, Selector};
use words::Locale;

use super::{composed, page, sample};
use crate::{STYLE, compose, shared_profile, style_hash};

/// What is read, in order, without the sentences of checks, which are worded elsewhere.
fn said(html: &Html) -> String {
    let parts = "title, h1, h2, h3, .hero p, .callout p, .callout a, .badge .row + p, .status, .tag, .evidence > li, \
                 blockquote, .bars > li, .legend, .how p, .how li, .foot, .keep > p";
    let text = |element: ElementRef<'_>| {
        let all = element.text().collect::<String>().replace(['\u{2068}', '\u{2069}'], "");
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    html.select(&Selector::parse(parts).unwrap()).map(|e| format!("{}\n", text(e))).collect()
}

#[test]
fn what_the_page_says_in_english() {
    let (composed, profile) = composed(Locale::En);
    insta::assert_snapshot!(said(&Html::parse_document(&page(&composed, &profile))), @"
    Amina Haddad: Portfolio
    Amina Haddad
    I drive forklifts, keep stock lists in order and have led teams. I would like to work in your warehouse team.
    4 badges, 144 hours: 3 verified, 1 couldn’t be checked
    That is what the wallet of Amina Haddad found on 21 November 2026.
    Check it yourself
    Badges
    Forklift Driver, Class 1
    Verified
    from Kranich Logistics Academy · 6 October 2025, valid until 5 October 2028 · 24 hours
    Transport and storage · 16 h
    Safety at work · 8 h
    Spreadsheet Essentials
    Verified
    from Open Campus Nordhaven · 2 February 2026 · 20 hours
    Computers · 20 h
    My stock list for the club kitchen (added by Amina Haddad)ODS, 17 KB. It is inside this file: open it in Badgefolio to look at it.
    How I did it (added by Amina Haddad)First I wrote down what was in the cupboards. Then I made a table of it.
    First I wrote down what was in the cupboards. Then I made a table of it.
    German B1: Speaking
    Couldn’t be checked
    from Brückenhaus Languages · 19 January 2026 · 60 hours · Level B1
    Languages · 60 h
    Youth Camp Team Lead
    Verified
    from Waldkante Youth Network · 24 June 2025 · 40 hours
    People · 30 h
    Planning · 10 h
    Letter of the camp leader (waldkante.example, from the issuer)
    The camp, from above (added by Amina Haddad)The tents of my group are the ones at the lake.
    What the newspaper wrote (bote.example, added by Amina Haddad)
    Hours by competence
    Of 144 hours, 84 hours are stated by verified badges and 60 hours by badges that are not verified.
    Languages60 h
    People30 h
    Computers20 h
    Transport and storage16 h
    Planning10 h
    Safety at work8 h
    VerifiedNot verified
    How to check
    Each badge was signed by its issuer, or lies at the issuer’s own address. If one letter in a signed badge is changed, the signature no longer fits. Whether a badge was withdrawn since 21 November 2026, only its issuer can say.
    To be quite sure, open this file in Badgefolio on your own computer. A page cannot vouch for itself. The original badges are inside it.
    Save this file as it is.
    Open Badgefolio and choose “Review”. You need no backpack for it.
    Give it this file. It checks every badge and every piece of evidence anew and says what holds.
    The page as a whole is signed with a key of the sender’s. This shows whether something in it was changed. It does not show who the sender is.
    Put together by Amina Haddad on 21 November 2026 with Badgefolio. Amina Haddad chose what is shown; the badges say who stands behind each of them.
    ");
}

#[test]
fn what_the_page_says_in_german() {
    let mut request = sample::request(Locale::De, &Default::default());
    request.title = "Bewerbung als Lagerkraft".to_owned();
    request.audience = Some("Spedition Muster".to_owned());
    request.expires_at = Some("2027-03-01T00:00:00Z".parse().unwrap());
    request.badges.remove(0);
    request.badges[0].report.at = "2026-11-19T08:30:00Z".parse().unwrap();
    request.badges[1].credentials.clear();
    let composed = compose(request).unwrap();
    let profile = shared_profile(&composed.portfolio, &sample::SampleKey::new()).unwrap();
    let text = page(&composed, &profile);
    assert!(text.contains("Dieser Badge ist hier nur beschrieben."));
    insta::assert_snapshot!(said(&Html::parse_document(&text)), @"
    Amina Haddad: Bewerbung als Lagerkraft
    Amina Haddad
    Bewerbung als Lagerkraft
    I drive forklifts, keep stock lists in order and have led teams. I would like to work in your warehouse team.
    Zusammengestellt für Spedition Muster
    Zum Lesen gedacht bis 1. März 2027
    3 Badges, 120 Stunden: 2 bestätigt, 1 nicht prüfbar
    Das hat die Wallet von Amina Haddad zwischen dem 19. November 2026 und dem 21. November 2026 festgestellt. Wann genau, steht bei jedem Badge.
    Selbst prüfen
    Badges
    Spreadsheet Essentials
    Bestätigt
    von Open Campus Nordhaven · 2. Februar 2026 · 20 Stunden
    Computers · 20 Std.
    My stock list for the club kitchen (hinzugefügt von Amina Haddad)ODS, 17 KB. Der Nachweis liegt in dieser Datei: Öffnen Sie sie in Badgefolio, um ihn anzusehen.
    How I did it (hinzugefügt von Amina Haddad)First I wrote down what was in the cupboards. Then I made a table of it.
    First I wrote down what was in the cupboards. Then I made a table of it.
    German B1: Speaking
    Nicht prüfbar
    von Brückenhaus Languages · 19. Januar 2026 · 60 Stunden · Stufe B1
    Languages · 60 Std.
    Youth Camp Team Lead
    Bestätigt
    von Waldkante Youth Network · 24. Juni 2025 · 40 Stunden
    People · 30 Std.
    Planning · 10 Std.
    Letter of the camp leader (waldkante.example, vom Aussteller)
    The camp, from above (hinzugefügt von Amina Haddad)The tents of my group are the ones at the lake.
    What the newspaper wrote (bote.example, hinzugefügt von Amina Haddad)
    Stunden nach Kompetenz
    Von 120 Stunden sind 60 Stunden in bestätigten Badges genannt und 60 Stunden in Badges, die nicht bestätigt sind.
    Languages60 Std.
    People30 Std.
    Computers20 Std.
    Planning10 Std.
    BestätigtNicht bestätigt
    So prüfen Sie selbst
    Jeder Badge ist von seinem Aussteller unterschrieben oder liegt unter dessen eigener Adresse. Wird in einem unterschriebenen Badge auch nur ein Buchstabe geändert, passt die Unterschrift nicht mehr. Ob ein Badge seit dem 19. November 2026 zurückgezogen wurde, kann nur der Aussteller sagen.
    Um ganz sicher zu gehen, öffnen Sie diese Datei in Badgefolio auf Ihrem eigenen Computer. Eine Seite kann nicht für sich selbst bürgen. Die ursprünglichen Badges sind darin enthalten.
    Speichern Sie diese Datei, wie sie ist.
    Öffnen Sie Badgefolio und wählen Sie „Durchsicht“. Einen Rucksack brauchen Sie dafür nicht.
    Geben Sie diese Datei hinein. Badgefolio prüft jeden Badge und jeden Nachweis neu und sagt, was stimmt.
    Die Seite als Ganzes ist mit einem Schlüssel der absendenden Person unterschrieben. Das zeigt, ob darin etwas geändert wurde. Es zeigt nicht, wer die Person ist.
    Zusammengestellt von Amina Haddad am 21. November 2026 mit Badgefolio. Was gezeigt wird, hat Amina Haddad ausgewählt; wer dafür einsteht, sagen die Badges.
    ");
}

#[test]
fn it_loads_nothing_and_runs_nothing() {
    let (composed, profile) = composed(Locale::En);
    let text = page(&composed, &profile);
    let html = Html::parse_document(&text);
    let one = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        let mut found = html.select(&selector);
        (found.next().unwrap(), found.next().is_none()).0
    };
    let policy = one("meta[http-equiv=Content-Security-Policy]").attr("content").unwrap().to_owned();
    assert_eq!(policy, format!("default-src 'none'; img-src data:; style-src '{}'", style_hash()));
    let style: String = one("style").text().collect();
    assert_eq!(style, STYLE, "the policy names exactly this text");
    assert_eq!(one("script").attr("type"), Some("application/json"));
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    for image in html.select(&Selector::parse("[src]").unwrap()) {
        assert!(image.attr("src").unwrap().starts_with("data:image/"));
        assert!(image.attr("alt").is_some() && image.attr("width").is_some());
    }
}

#[test]
fn it_keeps_the_holders_secrets() {
    let (composed, profile) = composed(Locale::En);
    let text = page(&composed, &profile);
    assert!(!text.contains("amina.haddad@mail.example"), "the address a badge matched is not in the page");
    for id in ["\"sheet\"", "id=\"sheet\""] {
        assert!(!text.contains(id), "the backpack's own ids stay at home");
    }
}

#[test]
fn headings_go_down_by_one() {
    let (composed, profile) = composed(Locale::En);
    let html = Html::parse_document(&page(&composed, &profile));
    let levels: Vec<u32> = html
        .select(&Selector::parse("h1, h2, h3, h4, h5, h6").unwrap())
        .map(|h| h.value().name().trim_start_matches('h').parse().unwrap())
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    let ids: Vec<_> = html.select(&Selector::parse("[id]").unwrap()).map(|e| e.attr("id").unwrap()).collect();
    let unique: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len());
}
