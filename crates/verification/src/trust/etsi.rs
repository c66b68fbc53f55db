//! Trusted lists in XML (ETSI TS 119 612), as the states of the European Union publish them: those in it who may give out
//! certificates for qualified seals, and may still.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use openbadges::claims::plain;
use quick_xml::events::Event;
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::{Authority, MAX_AUTHORITIES, TrustList, TrustListError};
use crate::seal::Certificate;

const NS: &str = "http://uri.etsi.org/02231/v2#";
const LIST_OF_LISTS: &str = "http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUlistofthelists";
/// §5.5.1.1: gives out qualified certificates.
const QUALIFIED: &str = "http://uri.etsi.org/TrstSvc/Svctype/CA/QC";
/// §5.5.4: and may.
const GRANTED: &str = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted";
/// §5.5.9.4: what such certificates are for.
const FOR: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/For";
const FOR_SEALS: &str = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/ForeSeals";
/// How deep elements may nest.
const DEPTH: usize = 64;
/// Characters of one element's text.
const TEXT: usize = 64 * 1024;

/// One service of a provider.
#[derive(Default)]
struct Service {
    kind: String,
    status: String,
    purposes: Vec<String>,
    certificates: Vec<Vec<u8>>,
}

impl Service {
    /// Of a service that names purposes seals have to be among them.
    fn vouches_for_seals(&self) -> bool {
        self.kind == QUALIFIED
            && self.status == GRANTED
            && (self.purposes.is_empty() || self.purposes.iter().any(|purpose| purpose == FOR_SEALS))
    }
}

#[derive(Default)]
struct Reading {
    scheme: Option<String>,
    provider: String,
    service: Service,
    next_update: Option<Timestamp>,
    list_of_lists: bool,
    authorities: Vec<Authority>,
}

/// Reads a trusted list.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<TrustList, TrustListError> {
    let text = std::str::from_utf8(bytes).map_err(|_| TrustListError::Unreadable)?;
    let mut reader = NsReader::from_str(text);
    let mut path: Vec<String> = Vec::new();
    let mut content = String::new();
    let mut reading = Reading::default();
    loop {
        let (namespace, event) = reader.read_resolved_event().map_err(|_| TrustListError::Unreadable)?;
        let of_lists = matches!(namespace, ResolveResult::Bound(Namespace(NS)));
        match event {
            Event::DocType(_) => return Err(TrustListError::Unreadable),
            Event::Start(start) => {
                let element = start.local_name().into_inner().to_owned();
                if path.is_empty() && !(of_lists && element == "TrustServiceStatusList") {
                    return Err(TrustListError::Unrecognised);
                }
                if path.len() >= DEPTH {
                    return Err(TrustListError::Unreadable);
                }
                if element == "TSPService" {
                    reading.service = Service::default();
                }
                path.push(element);
                content.clear();
            }
            Event::Text(part) if content.len() < TEXT => content.push_str(&part.xml10_content()),
            Event::CData(part) if content.len() < TEXT => content.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                match reference.resolve_char_ref() {
                    Ok(Some(letter)) => content.push(letter),
                    _ => content
                        .push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default()),
                }
            }
            Event::End(_) => {
                let ends: Vec<&str> = path.iter().rev().map(String::as_str).collect();
                reading.take(&ends, content.trim());
                path.pop();
                content.clear();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if !path.is_empty() {
        return Err(TrustListError::Unreadable);
    }
    match (reading.authorities.is_empty(), reading.list_of_lists) {
        (true, true) => Err(TrustListError::ListOfLists),
        (true, false) => Err(TrustListError::Empty),
        (false, _) => Ok(TrustList {
            name: plain(reading.scheme.as_deref().unwrap_or(name)),
            authorities: reading.authorities,
            next_update: reading.next_update,
        }),
    }
}

impl Reading {
    /// Takes what an element held; `ends` are the names from it up to the root.
    fn take(&mut self, ends: &[&str], text: &str) {
        if ends.contains(&"ServiceHistory") {
            return;
        }
        match ends {
            ["TSLType", ..] => self.list_of_lists = text == LIST_OF_LISTS,
            ["Name", "SchemeName", ..] if self.scheme.is_none() => self.scheme = Some(text.to_owned()),
            ["dateTime", "NextUpdate", ..] => self.next_update = text.parse().ok(),
            ["Name", "TSPName", ..] if self.provider.is_empty() => self.provider = plain(text),
            ["ServiceTypeIdentifier", ..] => self.service.kind = text.to_owned(),
            ["ServiceStatus", ..] => self.service.status = text.to_owned(),
            ["URI", "AdditionalServiceInformation", ..] if text.starts_with(FOR) => {
                self.service.purposes.push(text.to_owned());
            }
            ["X509Certificate", "DigitalId", ..] => {
                let clean: String = text.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
                self.service.certificates.extend(STANDARD.decode(clean));
            }
            ["TSPService", ..] => self.end_of_service(),
            ["TrustServiceProvider", ..] => self.provider.clear(),
            _ => {}
        }
    }

    fn end_of_service(&mut self) {
        let service = std::mem::take(&mut self.service);
        if !service.vouches_for_seals() {
            return;
        }
        for certificate in service.certificates {
            let known = self.authorities.iter().any(|known| known.certificate == certificate);
            if !known && self.authorities.len() < MAX_AUTHORITIES && Certificate::read(&certificate).is_some()
            {
                self.authorities.push(Authority { name: self.provider.clone(), certificate });
            }
        }
    }
}
