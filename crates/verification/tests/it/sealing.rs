//! Authorities, certificates and seals made at the time of the test.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use sha2::{Digest as _, Sha256};
use strict_json::{Value, json};
use verification::sign::Key;
use verification::{Registries, TrustList};

pub const NUMBER: &str = "VATDE-123456789";

/// Whoever gives out certificates.
pub struct Ca {
    pub params: CertificateParams,
    pub key: KeyPair,
    pub der: Vec<u8>,
    pub pem: String,
}

fn named(organisation: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CountryName, "DE");
    name.push(DnType::OrganizationName, organisation);
    name.push(DnType::CommonName, format!("{organisation} CA 1"));
    name
}

fn ca_params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.distinguished_name = named(name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    (params.not_before, params.not_after) = (date_time_ymd(2015, 1, 1), date_time_ymd(2035, 1, 1));
    params
}

impl Ca {
    pub fn root(name: &str) -> Ca {
        let (params, key) = (ca_params(name), KeyPair::generate().unwrap());
        let certificate = params.self_signed(&key).unwrap();
        Ca { der: certificate.der().to_vec(), pem: certificate.pem(), params, key }
    }

    pub fn below(&self, name: &str) -> Ca {
        let (params, key) = (ca_params(name), KeyPair::generate().unwrap());
        let certificate = params.signed_by(&key, &Issuer::from_params(&self.params, &self.key)).unwrap();
        Ca { der: certificate.der().to_vec(), pem: certificate.pem(), params, key }
    }

    /// A certificate for seals, from 2024 to 2026-12.
    pub fn seal(&self, change: impl FnOnce(&mut CertificateParams)) -> Sealer {
        let key = KeyPair::generate().unwrap();
        self.seal_by(&key, Key::from_pkcs8(&key.serialize_der()).unwrap(), change)
    }

    fn seal_by(&self, pair: &KeyPair, key: Key, change: impl FnOnce(&mut CertificateParams)) -> Sealer {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name = named("University of Example");
        params.distinguished_name.push(DnType::CustomDnType(vec![2, 5, 4, 97]), NUMBER);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
        (params.not_before, params.not_after) = (date_time_ymd(2024, 1, 1), date_time_ymd(2026, 12, 1));
        change(&mut params);
        let certificate = params.signed_by(pair, &Issuer::from_params(&self.params, &self.key)).unwrap();
        Sealer { der: certificate.der().to_vec(), pem: certificate.pem(), key }
    }

    /// The same with an RSA key.
    pub fn seal_rsa(&self) -> Sealer {
        let pair = KeyPair::generate_rsa_for(&rcgen::PKCS_RSA_SHA256, rcgen::RsaKeySize::_2048).unwrap();
        let key = Key::from_pkcs8(&pair.serialize_der()).unwrap();
        self.seal_by(&pair, key, |_| {})
    }
}

/// Whoever seals.
pub struct Sealer {
    pub der: Vec<u8>,
    pub pem: String,
    pub key: Key,
}

impl Sealer {
    pub fn header(&self) -> Value {
        json!({
            "alg": self.key.alg(), "cty": "octet-stream", "typ": "jose+json", "b64": false,
            "x5t#S256": URL_SAFE_NO_PAD.encode(Sha256::digest(&self.der)),
            "x5c": [STANDARD.encode(&self.der)],
            "sigT": "2025-01-01T00:00:00Z", "crit": ["b64", "sigT"]
        })
    }

    /// A signature over exactly this text.
    pub fn signature(&self, header: &Value, payload: &str) -> Value {
        let protected = URL_SAFE_NO_PAD.encode(header.to_string());
        let signature = self.key.sign_bytes(format!("{protected}.{payload}").as_bytes()).unwrap();
        json!({ "protected": protected, "signature": URL_SAFE_NO_PAD.encode(signature) })
    }

    pub fn seal(&self, credential: &Value) -> Value {
        self.seal_as(&self.header(), credential)
    }

    pub fn seal_as(&self, header: &Value, credential: &Value) -> Value {
        // As it came: with line ends and letters that JSON would write in another way.
        let payload = format!("{{\r\n \"comment\":\"\\u00e4/\\/\",{}", &credential.to_string()[1..]);
        json!({ "signatures": [self.signature(header, &payload)], "payload": payload })
    }
}

/// A European credential.
pub fn elm() -> Value {
    json!({
        "@context": ["https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap"],
        "id": "urn:credential:43662fb0-c31c-4afb-b501-e85aea91c0a8",
        "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
        "issuanceDate": "2025-01-01T00:00:00+01:00",
        "issuer": {
            "id": "urn:epass:org:1", "type": "Organisation", "legalName": { "en": "University of Example" },
            "eIDASIdentifier": { "id": "urn:epass:certificateIdentifier:1", "type": "LegalIdentifier", "notation": NUMBER }
        },
        "displayParameter": {
            "id": "urn:epass:display:1", "type": "DisplayParameter", "title": { "en": "Welding" },
            "primaryLanguage": { "id": "http://publications.europa.eu/resource/authority/language/ENG" }
        },
        "credentialSubject": { "id": "urn:epass:person:1", "type": "Person", "fullName": { "en": "Ada Example" } }
    })
}

/// The person trusts these.
pub fn trusting(pem: &str) -> Registries {
    let mut registries = Registries::new();
    registries.add_trust_list(TrustList::read(pem.as_bytes(), "My authorities").unwrap());
    registries
}
