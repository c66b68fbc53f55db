use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::prelude::*;
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use strict_json::{Value, json};

use super::*;

fn disclosure(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn digest(disclosure: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(disclosure))
}

fn token(disclosures: &[&str]) -> SdJwt {
    let head = URL_SAFE_NO_PAD.encode("{\"alg\":\"EdDSA\"}");
    let mut text = format!("{head}.{}.AAAA~", URL_SAFE_NO_PAD.encode("{}"));
    for disclosure in disclosures {
        text = format!("{text}{disclosure}~");
    }
    SdJwt::parse(&text).unwrap()
}

fn reveal(payload: Value, disclosures: &[&str]) -> Result<Value, &'static str> {
    token(disclosures).reveal(payload).map(|(payload, _)| payload).map_err(|error| error.code())
}

/// RFC 9901 §4.2.1 to §4.2.4: disclosures and digests as printed there.
#[test]
fn the_examples_of_the_standard() {
    for (text, printed) in [
        (
            "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
            "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0",
        ),
        ("WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0", "w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs"),
    ] {
        assert_eq!(digest(text), printed);
        let payload = match text.starts_with("WyJf") {
            true => json!({ "_sd": [printed], "_sd_alg": "sha-256" }),
            false => json!({ "n": ["DE", { "...": printed }, { "...": "other" }] }),
        };
        let (revealed, withheld) = token(&[text]).reveal(payload).unwrap();
        if text.starts_with("WyJf") {
            assert_eq!((revealed, withheld), (json!({ "family_name": "Möbius" }), 0));
        } else {
            assert_eq!((revealed, withheld), (json!({ "n": ["DE", "FR"] }), 1));
        }
    }
}

/// RFC 9901 §A.1: the presentation printed there.
#[test]
fn the_structured_claims_of_the_standard() {
    let token = SdJwt::parse("eyJhbGciOiAiRVMyNTYifQ.eyJfc2QiOiBbIkM5aW5wNllvUmFFWFI0Mjd6WUpQN1FyazFXSF84YmR3T0FfWVVyVW5HUVUiLCAiS3VldDF5QWEwSElRdlluT1ZkNTloY1ZpTzlVZzZKMmtTZnFZUkJlb3d2RSIsICJNTWxkT0ZGekIyZDB1bWxtcFRJYUdlcmhXZFVfUHBZZkx2S2hoX2ZfOWFZIiwgIlg2WkFZT0lJMnZQTjQwVjd4RXhad1Z3ejd5Um1MTmNWd3Q1REw4Ukx2NGciLCAiWTM0em1JbzBRTExPdGRNcFhHd2pCZ0x2cjE3eUVoaFlUMEZHb2ZSLWFJRSIsICJmeUdwMFdUd3dQdjJKRFFsbjFsU2lhZW9iWnNNV0ExMGJRNTk4OS05RFRzIiwgIm9tbUZBaWNWVDhMR0hDQjB1eXd4N2ZZdW8zTUhZS08xNWN6LVJaRVlNNVEiLCAiczBCS1lzTFd4UVFlVTh0VmxsdE03TUtzSVJUckVJYTFQa0ptcXhCQmY1VSJdLCAiaXNzIjogImh0dHBzOi8vZXhhbXBsZS5jb20vaXNzdWVyIiwgImlhdCI6IDE2ODMwMDAwMDAsICJleHAiOiAxODgzMDAwMDAwLCAiYWRkcmVzcyI6IHsiX3NkIjogWyI2YVVoelloWjdTSjFrVm1hZ1FBTzN1MkVUTjJDQzFhSGhlWnBLbmFGMF9FIiwgIkF6TGxGb2JrSjJ4aWF1cFJFUHlvSnotOS1OU2xkQjZDZ2pyN2ZVeW9IemciLCAiUHp6Y1Z1MHFiTXVCR1NqdWxmZXd6a2VzRDl6dXRPRXhuNUVXTndrclEtayIsICJiMkRrdzBqY0lGOXJHZzhfUEY4WmN2bmNXN3p3Wmo1cnlCV3ZYZnJwemVrIiwgImNQWUpISVo4VnUtZjlDQ3lWdWIyVWZnRWs4anZ2WGV6d0sxcF9KbmVlWFEiLCAiZ2xUM2hyU1U3ZlNXZ3dGNVVEWm1Xd0JUdzMyZ25VbGRJaGk4aEdWQ2FWNCIsICJydkpkNmlxNlQ1ZWptc0JNb0d3dU5YaDlxQUFGQVRBY2k0MG9pZEVlVnNBIiwgInVOSG9XWWhYc1poVkpDTkUyRHF5LXpxdDd0NjlnSkt5NVFhRnY3R3JNWDQiXX0sICJfc2RfYWxnIjogInNoYS0yNTYifQ.rFsowW-KSZe7EITlWsGajR9nnGBLlQ78qgtdGIZg3FZuZnxtapP0H8CUMnffJAwPQJmGnpFpulTkLWHiI1kMmw~WyJHMDJOU3JRZmpGWFE3SW8wOXN5YWpBIiwgInJlZ2lvbiIsICJcdTZlMmZcdTUzM2EiXQ~WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgImNvdW50cnkiLCAiSlAiXQ~").unwrap();
    let payload = crate::json::read(token.jws().payload()).unwrap();
    let (revealed, withheld) = token.reveal(payload).unwrap();
    assert_eq!(revealed["address"], json!({ "region": "港区", "country": "JP" }));
    assert_eq!(revealed.as_object().unwrap().len(), 4, "iss, iat, exp, address");
    assert_eq!(withheld, 14);
}

#[test]
fn members_items_and_what_nests_in_them() {
    let street = disclosure(&json!(["s1", "street", "Weg 1"]));
    let item = disclosure(&json!(["s2", { "_sd": [digest(&street)], "town": "X" }]));
    let list = disclosure(&json!(["s3", "addresses", [{ "...": digest(&item) }, 5]]));
    let payload = json!({ "_sd": [digest(&list), "decoy"], "iss": "a", "empty": { "_sd": ["decoy2"] } });
    let whole = json!({ "iss": "a", "empty": {}, "addresses": [{ "town": "X", "street": "Weg 1" }, 5] });
    assert_eq!(reveal(payload.clone(), &[&list, &item, &street]), Ok(whole));
    let less = json!({ "iss": "a", "empty": {}, "addresses": [5] });
    assert_eq!(reveal(payload.clone(), &[&list]), Ok(less));
    assert_eq!(reveal(payload.clone(), &[]), Ok(json!({ "iss": "a", "empty": {} })));
    // What hangs on a part that was left out hangs on nothing.
    assert_eq!(reveal(payload, &[&street]), Err("sd-jwt.unreferenced"));
}

#[test]
fn the_digests_that_may_be_named() {
    let text = disclosure(&json!(["s", "a", 1]));
    let given =
        |algorithm: Value, digest: String| reveal(json!({ "_sd_alg": algorithm, "_sd": [digest] }), &[&text]);
    assert_eq!(given(json!("sha-384"), URL_SAFE_NO_PAD.encode(Sha384::digest(&text))), Ok(json!({ "a": 1 })));
    assert_eq!(given(json!("sha-512"), URL_SAFE_NO_PAD.encode(Sha512::digest(&text))), Ok(json!({ "a": 1 })));
    assert_eq!(given(json!("sha-512"), digest(&text)), Err("sd-jwt.unreferenced"));
    assert_eq!(given(json!("md5"), digest(&text)), Err("sd-jwt.algorithm"));
    assert_eq!(given(json!("SHA-256"), digest(&text)), Err("sd-jwt.algorithm"));
    assert_eq!(given(json!(256), digest(&text)), Err("sd-jwt.digests"));
}

#[test]
fn what_is_refused_has_its_code() {
    let member = disclosure(&json!(["s", "a", 1]));
    let again = disclosure(&json!(["t", "a", 2]));
    let item = disclosure(&json!(["s", 1]));
    let (m, i) = (digest(&member), digest(&item));
    assert_eq!(reveal(json!({ "_sd": [m] }), &[&member]), Ok(json!({ "a": 1 })), "genuine");
    for (payload, disclosures, code) in [
        (json!({}), vec![&member], "sd-jwt.unreferenced"),
        (json!({ "_sd": [m, m] }), vec![&member], "sd-jwt.repeated"),
        (json!({ "_sd": ["x"], "b": { "_sd": ["x"] } }), vec![], "sd-jwt.repeated"),
        (json!({ "_sd": [m] }), vec![&member, &member], "sd-jwt.repeated"),
        (json!({ "_sd": [m], "a": 2 }), vec![&member], "sd-jwt.collision"),
        (json!({ "_sd": [m, digest(&again)] }), vec![&member, &again], "sd-jwt.collision"),
        (json!({ "_sd": [i] }), vec![&item], "sd-jwt.misplaced"),
        (json!({ "l": [{ "...": m }] }), vec![&member], "sd-jwt.misplaced"),
        (json!({ "l": { "...": i } }), vec![&item], "sd-jwt.digests"),
        (json!({ "l": [{ "...": i, "b": 1 }] }), vec![&item], "sd-jwt.digests"),
        (json!({ "l": [{ "...": 5 }] }), vec![], "sd-jwt.digests"),
        (json!({ "_sd": m }), vec![&member], "sd-jwt.digests"),
        (json!({ "_sd": [5] }), vec![], "sd-jwt.digests"),
        (json!({ "b": { "_sd_alg": "sha-256" } }), vec![], "sd-jwt.digests"),
        (json!([]), vec![], "sd-jwt.digests"),
    ] {
        let disclosures: Vec<&str> = disclosures.into_iter().map(String::as_str).collect();
        assert_eq!(reveal(payload.clone(), &disclosures), Err(code), "{payload}");
    }
    for odd in
        [json!([]), json!(["s"]), json!([1, "a", 1]), json!(["s", 5, 1]), json!(["s", "a", 1, 2]), json!({})]
    {
        let odd = disclosure(&odd);
        assert_eq!(reveal(json!({ "_sd": [digest(&odd)] }), &[&odd]), Err("sd-jwt.disclosure"));
    }
    // A member twice in a disclosure; padding; an empty disclosure.
    let twice = URL_SAFE_NO_PAD.encode("[\"s\",\"a\",{\"b\":1,\"b\":2}]");
    for odd in [twice.as_str(), "WyJzIiwxXQ==", ""] {
        assert_eq!(reveal(json!({ "_sd": [digest(odd)] }), &[odd]), Err("sd-jwt.disclosure"), "{odd}");
    }
}

#[test]
fn names_that_may_not_be_left_to_choice() {
    for name in ["iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", "_sd_alg", "_sd", "..."] {
        let text = disclosure(&json!(["s", name, ["x"]]));
        assert_eq!(reveal(json!({ "_sd": [digest(&text)] }), &[&text]), Err("sd-jwt.reserved"), "{name}");
    }
    // Deeper down `status` is a word like any other, but the marks of the standard are not.
    let status = disclosure(&json!(["s", "status", "Completed"]));
    assert!(reveal(json!({ "r": { "_sd": [digest(&status)] } }), &[&status]).is_ok());
    for name in ["_sd", "..."] {
        let text = disclosure(&json!(["s", name, ["x"]]));
        assert_eq!(reveal(json!({ "r": { "_sd": [digest(&text)] } }), &[&text]), Err("sd-jwt.reserved"));
    }
    // An item that is a place again.
    let place = disclosure(&json!(["s", { "...": "x" }]));
    assert_eq!(reveal(json!({ "l": [{ "...": digest(&place) }] }), &[&place]), Err("sd-jwt.digests"));
}

#[test]
fn depth_and_number_are_bounded() {
    // A chain: each disclosure holds the place of the next.
    let mut chain = vec![disclosure(&json!(["s", "a", 1]))];
    for _ in 0..200 {
        let next = digest(chain.last().unwrap());
        chain.push(disclosure(&json!(["s", "a", { "_sd": [next] }])));
    }
    let all: Vec<&str> = chain.iter().map(String::as_str).collect();
    let payload = json!({ "_sd": [digest(chain.last().unwrap())] });
    assert_eq!(reveal(payload, &all), Err("sd-jwt.too-deep"));
    let short = json!({ "_sd": [digest(&chain[60])] });
    assert!(reveal(short, &all[..=60]).is_ok());
    // A place cannot be its own: a digest of itself is not to be found, and one met twice is refused.
    let many = format!("e30.e30.AA{}", "~x".repeat(limits::DISCLOSURES + 1)) + "~";
    assert_eq!(SdJwt::parse(&many), Err(SdJwtError::TooMany));
}

#[test]
fn the_holders_own_part_is_told_from_disclosures() {
    let head = URL_SAFE_NO_PAD.encode("{\"alg\":\"EdDSA\",\"typ\":\"kb+jwt\"}");
    let plain = token(&["WyJzIiwxXQ"]);
    let bound = SdJwt::parse(&format!(" {}{head}.e30.AA\n", plain.text())).unwrap();
    assert!(plain.key_binding().is_none());
    assert_eq!(bound.key_binding().unwrap().header()["typ"], "kb+jwt");
    assert_eq!(bound.disclosures(), ["WyJzIiwxXQ"]);
    assert_eq!(bound.sd_hash(&json!({})).unwrap(), digest(plain.text()));
    assert_eq!(SdJwt::parse("a.b.c").unwrap_err().code(), "jws.not-compact");
    assert_eq!(SdJwt::parse("a.b~").unwrap_err().code(), "jws.not-compact");
    assert_eq!(SdJwt::parse(&format!("{}x", plain.text())).unwrap_err().code(), "jws.not-compact");
}

proptest! {
    #[test]
    fn never_panics(text in "[A-Za-z0-9_.~-]{0,80}") {
        if let Ok(token) = SdJwt::parse(&text) {
            let _ = token.reveal(json!({ "_sd": ["x"] }));
        }
    }

    /// Whatever a disclosure says: it is refused where nothing signed refers to it.
    #[test]
    fn nothing_unsigned_is_taken(name in "\\PC{0,12}", value in any::<i32>()) {
        let text = disclosure(&json!(["s", name, value]));
        prop_assert_eq!(reveal(json!({ "_sd": ["x"] }), &[&text]), Err("sd-jwt.unreferenced"));
    }
}
