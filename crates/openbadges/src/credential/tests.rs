use proptest::prelude::*;

use super::*;

fn code(bytes: &[u8]) -> &'static str {
    Credential::read(bytes).err().map_or("ok", |error| error.code())
}

const OB2: &str = r#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1","badge":{"name":"x"},"recipient":{}}"#;

#[test]
fn what_is_refused_has_its_code() {
    for (text, expected) in [
        (OB2, "ok"),
        ("", "credential.empty"),
        (" \n\t", "credential.empty"),
        ("hello", "credential.unrecognised"),
        ("{}", "credential.not-one"),
        ("[1]", "credential.not-one"),
        ("5", "credential.not-one"),
        ("{\"a\":1,\"a\":2}", "json.duplicate-member"),
        ("{\"a\":\"\0\"}", "json.control-character"),
        ("eyJhbGciOiJub25lIn0.e30.", "credential.not-one"),
        ("eyJhbGciOiJub25lIn0.eyJ4.", "jws.payload"),
        ("eyJhbGciOiJub25lIn0.*", "credential.unrecognised"),
        ("eyJhbGciOiJub25lIn0..AAAA", "jws.detached"),
        ("https://a.example/1", "ok"),
        ("file:///etc/passwd", "address.scheme"),
        ("http://localhost/x", "address.inner-host"),
        ("http://2130706433/", "address.inner-host"),
        ("https://good.example@evil.example/", "address.user-info"),
        ("{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"BadgeClass\"}", "credential.not-one"),
        ("{\"type\":[\"VerifiablePresentation\"]}", "credential.presentation"),
    ] {
        assert_eq!(code(text.as_bytes()), expected, "{text:?}");
    }
    assert_eq!(code(&"{\"a\":".repeat(10_000).into_bytes()), "json.too-deep");
    assert_eq!(code(&vec![b'a'; 20 * 1024 * 1024]), "credential.too-large");
    assert_eq!(code(b"\xff\xfe{\0}\0"), "json.utf-16");
    assert_eq!(code(b"{\"a\":\"\xff\"}"), "json.not-utf8");
    assert_eq!(
        Credential::read(br#"{"type":"BadgeClass"}"#).unwrap_err(),
        ReadError::NotOne(Some("BadgeClass".into()))
    );
}

#[test]
fn the_bytes_are_kept_and_the_same_content_has_one_digest() {
    let spaced = format!("  {} ", OB2.replace(',', ",\n "));
    let (one, two) =
        (Credential::read(OB2.as_bytes()).unwrap(), Credential::read(spaced.as_bytes()).unwrap());
    assert_eq!(two.payload(), spaced.as_bytes());
    assert_ne!(one.digest(), two.digest());
    assert_eq!(one.content_digest(), two.content_digest());
    let marked = format!("\u{feff}{OB2}");
    let marked = Credential::read(marked.as_bytes()).unwrap();
    assert_eq!(marked.notes(), [Note::new("credential.byte-order-mark")]);
    assert_eq!(marked.content_digest(), one.content_digest());
}

#[test]
fn an_address_is_a_hosted_badge_that_was_not_read() {
    let credential = Credential::read(b" http://a.example/1.json\n").unwrap();
    assert_eq!((credential.format(), credential.securing()), (Format::Unknown, &Securing::Hosted));
    assert_eq!(credential.payload(), b"http://a.example/1.json");
    assert_eq!(credential.address().unwrap().as_str(), "http://a.example/1.json");
    assert_eq!(credential.notes(), [Note::new("address.http").with("host", "a.example")]);
    assert_eq!(credential.document(), &Value::Null);
}

#[test]
fn what_secures_it_is_told_by_its_shape() {
    let securing = |more: &str| {
        let text = format!(
            "{{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":[\"VerifiableCredential\"],\"credentialSubject\":{{}}{more}}}"
        );
        Credential::read(text.as_bytes()).unwrap().securing().to_string()
    };
    assert_eq!(securing(""), "none");
    assert_eq!(securing(",\"proof\":[]"), "none");
    assert_eq!(
        securing(",\"proof\":{\"type\":\"Ed25519Signature2020\"}"),
        "data-integrity/Ed25519Signature2020"
    );
    assert_eq!(
        securing(",\"proof\":[{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"eddsa-rdfc-2022\"},{}]"),
        "data-integrity/eddsa-rdfc-2022+unknown"
    );
    assert_eq!(Credential::read(OB2.as_bytes()).unwrap().securing(), &Securing::Hosted);
    let signed = OB2.replace("\"recipient\"", "\"verification\":{\"type\":\"SignedBadge\"},\"recipient\"");
    assert_eq!(Credential::read(signed.as_bytes()).unwrap().securing(), &Securing::None);
}

#[test]
fn a_sealed_document_is_its_payload() {
    let inner = r#"{"type":["VerifiableCredential","EuropeanDigitalCredential"],"credentialSubject":{},"displayParameter":{"title":{"en":"T"}}}"#;
    let sealed =
        strict_json::json!({"payload": inner, "signatures": [{"protected": "e30", "signature": "AA"}]})
            .to_string();
    let credential = Credential::read(sealed.as_bytes()).unwrap();
    assert_eq!((credential.format(), credential.securing()), (Format::Elm3, &Securing::Jades));
    assert_eq!(credential.claims().name.as_deref(), Some("T"));
    assert_eq!(credential.payload(), sealed.as_bytes());
}

/// JSON of a few levels, with the members that badges have.
fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop_oneof![
            Just("Assertion"),
            Just("VerifiableCredential"),
            Just("https://w3id.org/openbadges/v2"),
            Just("https://www.w3.org/ns/credentials/v2"),
            Just("EuropeanDigitalCredential"),
            Just("2026-01-01")
        ]
        .prop_map(Value::from),
    ];
    let name = proptest::sample::select(vec![
        "@context",
        "type",
        "id",
        "badge",
        "recipient",
        "issuer",
        "credentialSubject",
        "achievement",
        "identifier",
        "result",
        "proof",
        "vc",
        "name",
        "evidence",
        "criteria",
        "identity",
        "hashed",
        "salt",
        "extensions:CompetencyExtension",
        "extensions:StudyLoadExtension",
        "StudyLoad",
        "payload",
        "signatures",
        "displayParameter",
        "verification",
        "@value",
        "en",
    ]);
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            proptest::collection::btree_map(name.clone(), inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())),
        ]
    })
}

proptest! {
    #[test]
    fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Credential::read(&bytes);
    }

    #[test]
    fn odd_documents_never_panic(mut document in document()) {
        let _ = Claims::from_vc(&document);
        let _ = Claims::from_ob2(&document, Some(&document), Some(&document));
        let _ = Claims::from_clr1(&document);
        if let Some(map) = document.as_object_mut() {
            map.insert("type", "VerifiableCredential".into());
        }
        if let Ok(credential) = Credential::read(document.to_string().as_bytes()) {
            let claims = credential.claims();
            let key = crate::award::award_key(&credential, &claims);
            prop_assert!(crate::award::BadgeId::of(&key).as_str().len() == 16);
            let json = serde_json::to_string(&claims).unwrap();
            let back: Claims = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(serde_json::to_string(&back).unwrap(), json);
        }
    }
}

/// An SD-JWT over `payload` with a signature of no worth.
fn sd_jwt(payload: &Value, disclosures: &[&str]) -> String {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let part = |text: String| URL_SAFE_NO_PAD.encode(text);
    let mut token = format!("{}.{}.AAAA~", part("{\"alg\":\"ES256\"}".into()), part(payload.to_string()));
    for disclosure in disclosures {
        token = format!("{token}{}~", part((*disclosure).to_owned()));
    }
    token
}

fn digest_of(disclosure: &str) -> String {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use sha2::Digest as _;
    URL_SAFE_NO_PAD.encode(sha2::Sha256::digest(URL_SAFE_NO_PAD.encode(disclosure)))
}

#[test]
fn a_badge_with_parts_to_choose_from() {
    let name = r#"["s","name","Welding"]"#;
    let payload = strict_json::json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "iss": "https://uni.example/issuer", "jti": "urn:uuid:1", "sub": "did:example:l", "nbf": 1_735_689_600,
        "credentialSubject": { "achievement": { "_sd": [digest_of(name), "withheld"] } }
    });
    let credential = Credential::read(sd_jwt(&payload, &[name]).as_bytes()).unwrap();
    assert_eq!(credential.format(), Format::OpenBadges30);
    assert_eq!(credential.securing().to_string(), "sd-jwt/ES256");
    let claims = credential.claims();
    assert_eq!(claims.name.as_deref(), Some("Welding"));
    assert_eq!(claims.issuer.id.as_deref(), Some("https://uni.example/issuer"));
    assert_eq!(claims.id.as_deref(), Some("urn:uuid:1"));
    assert_eq!(claims.valid_from.unwrap().text, "2025-01-01T00:00:00Z");
    assert_eq!(claims.recipient[0].value, "did:example:l");
    let Form::SdJwt { withheld, refused, .. } = credential.form() else { panic!() };
    assert_eq!((*withheld, refused), (1, &None));

    // Forged: then nothing disclosed is shown.
    let forged = sd_jwt(&payload, &[name, r#"["s","validUntil","2099-01-01T00:00:00Z"]"#]);
    let forged = Credential::read(forged.as_bytes()).unwrap();
    assert_eq!(forged.notes(), [Note::new("sd-jwt.unreferenced")]);
    assert_eq!(forged.claims().name.as_deref(), Some("OpenBadgeCredential"));
    // What it is hangs on what was refused.
    let hidden = strict_json::json!({ "_sd": ["x"] });
    assert_eq!(code(sd_jwt(&hidden, &[r#"["s","vct","a"]"#]).as_bytes()), "sd-jwt.unreferenced");
    assert_eq!(code(sd_jwt(&hidden, &[]).as_bytes()), "credential.not-one");
    let assertion: Value = serde_json::from_str(OB2).unwrap();
    assert_eq!(code(sd_jwt(&assertion, &[]).as_bytes()), "credential.not-one");
}

#[test]
fn a_credential_of_the_ietf_is_shown_as_what_it_is() {
    let payload = strict_json::json!({
        "vct": "https://credentials.example/diploma", "iss": "https://uni.example", "iat": 1_735_689_600,
        "exp": 1_900_000_000, "given_name": "Mira", "status": { "status_list": { "idx": 1, "uri": "https://a.example" } }
    });
    let credential = Credential::read(sd_jwt(&payload, &[]).as_bytes()).unwrap();
    assert_eq!(credential.format(), Format::SdJwtVc);
    let claims = credential.claims();
    assert_eq!(claims.name.as_deref(), Some("https://credentials.example/diploma"));
    assert_eq!(claims.valid_until.unwrap().text, "2030-03-17T17:46:40Z");
    assert_eq!(credential.credential()["credentialStatus"], strict_json::json!([{ "type": "status_list" }]));
    assert_eq!(credential.credential()["credentialSubject"], strict_json::json!({ "given_name": "Mira" }));
}
