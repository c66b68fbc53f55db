//! Lists of authorities: PEM, DER, and trusted lists in XML.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use verification::{TrustList, TrustListError};

use crate::sealing::Ca;

const SEALS: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/ForeSeals";
const SIGNATURES: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/ForeSignatures";
const GRANTED: &str = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted";
const WITHDRAWN: &str = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/withdrawn";
const QUALIFIED: &str = "http://uri.etsi.org/TrstSvc/Svctype/CA/QC";

fn service(ca: &Ca, kind: &str, status: &str, purpose: Option<&str>, history: Option<&Ca>) -> String {
    let identity = |ca: &Ca| {
        format!(
            "<ServiceDigitalIdentity><DigitalId><X509Certificate>\n{}\n</X509Certificate></DigitalId></ServiceDigitalIdentity>",
            STANDARD.encode(&ca.der)
        )
    };
    let purpose = purpose.map_or_else(String::new, |uri| {
        format!("<ServiceInformationExtensions><Extension Critical=\"true\"><AdditionalServiceInformation><URI xml:lang=\"en\">{uri}</URI></AdditionalServiceInformation></Extension></ServiceInformationExtensions>")
    });
    let history = history.map_or_else(String::new, |ca| {
        format!("<ServiceHistory><ServiceHistoryInstance><ServiceTypeIdentifier>{QUALIFIED}</ServiceTypeIdentifier>{}<ServiceStatus>{GRANTED}</ServiceStatus></ServiceHistoryInstance></ServiceHistory>", identity(ca))
    });
    format!(
        "<TSPService><ServiceInformation><ServiceTypeIdentifier>{kind}</ServiceTypeIdentifier><ServiceName><Name xml:lang=\"en\">S</Name></ServiceName>{}<ServiceStatus>{status}</ServiceStatus>{purpose}</ServiceInformation>{history}</TSPService>",
        identity(ca)
    )
}

fn list(services: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tsl:TrustServiceStatusList xmlns:tsl=\"http://uri.etsi.org/02231/v2#\" xmlns=\"http://uri.etsi.org/02231/v2#\">\
         <SchemeInformation><TSLType>http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric</TSLType>\
         <SchemeName><Name xml:lang=\"en\">DE:Trusted list &amp; more</Name><Name xml:lang=\"de\">DE:Vertrauensliste</Name></SchemeName>\
         <NextUpdate><dateTime>2027-01-01T00:00:00Z</dateTime></NextUpdate></SchemeInformation>\
         <TrustServiceProviderList><TrustServiceProvider><TSPInformation><TSPName><Name xml:lang=\"en\">Seals AG</Name><Name xml:lang=\"de\">Siegel AG</Name></TSPName></TSPInformation>\
         <TSPServices>{services}</TSPServices></TrustServiceProvider></TrustServiceProviderList></tsl:TrustServiceStatusList>"
    )
}

#[test]
fn of_a_trusted_list_those_count_that_may_give_out_certificates_for_seals() {
    let all: Vec<Ca> = (0..6).map(|index| Ca::root(&format!("CA {index}"))).collect();
    let services = [
        service(&all[0], QUALIFIED, GRANTED, Some(SEALS), Some(&all[5])),
        service(&all[1], QUALIFIED, GRANTED, Some(SIGNATURES), None),
        service(&all[2], QUALIFIED, WITHDRAWN, Some(SEALS), None),
        service(&all[3], "http://uri.etsi.org/TrstSvc/Svctype/TSA/QTST", GRANTED, None, None),
        service(&all[4], QUALIFIED, GRANTED, None, None),
        service(&all[4], QUALIFIED, GRANTED, None, None),
    ]
    .concat();
    let read = TrustList::read(list(&services).as_bytes(), "file.xml").unwrap();
    assert_eq!(read.name, "DE:Trusted list & more");
    assert_eq!(read.next_update, Some("2027-01-01T00:00:00Z".parse().unwrap()));
    let found: Vec<(&str, &[u8])> =
        read.authorities.iter().map(|one| (one.name.as_str(), one.certificate.as_slice())).collect();
    assert_eq!(found, [("Seals AG", all[0].der.as_slice()), ("Seals AG", all[4].der.as_slice())]);
    let kept = serde_json::to_string(&read).unwrap();
    assert_eq!(serde_json::from_str::<TrustList>(&kept).unwrap(), read);
}

#[test]
fn certificates_are_a_list_and_other_files_are_none() {
    let (one, two) = (Ca::root("One"), Ca::root("Two"));
    let pem = format!("# mine\n{}{}{}", one.pem, two.pem, one.pem);
    let read = TrustList::read(pem.as_bytes(), "Mine").unwrap();
    assert_eq!(read.authorities.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["One", "Two"]);
    assert_eq!(TrustList::read(&one.der, "Mine").unwrap().authorities.len(), 1);
    let error = |bytes: &[u8]| TrustList::read(bytes, "x").unwrap_err();
    assert_eq!(error(b""), TrustListError::Unrecognised);
    assert_eq!(error(b"{}"), TrustListError::Unrecognised);
    assert_eq!(error(&[0x30, 0x80]), TrustListError::Unrecognised);
    assert_eq!(error(b"<html></html>"), TrustListError::Unrecognised);
    assert_eq!(error(b"<!DOCTYPE a [<!ENTITY b \"c\">]><a/>"), TrustListError::Unreadable);
    assert_eq!(error(list("").as_bytes()), TrustListError::Empty);
    assert_eq!(
        error(list("").replace("EUgeneric", "EUlistofthelists").as_bytes()),
        TrustListError::ListOfLists
    );
    assert_eq!(error(&list("").as_bytes()[..300]), TrustListError::Unreadable);
    let deep =
        format!("<TrustServiceStatusList xmlns=\"http://uri.etsi.org/02231/v2#\">{}", "<a>".repeat(5_000));
    assert_eq!(error(deep.as_bytes()), TrustListError::Unreadable);
    let key = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert_eq!(error(key.as_bytes()), TrustListError::Unrecognised);
}
