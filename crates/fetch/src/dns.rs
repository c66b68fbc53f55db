//! The keys of domains for their mails (DKIM, RFC 6376 §3.6.2): one record of text, from the name servers that the system asks.
//!
//! Nothing else is looked up here: no addresses, no other records, no name that is not such a record's. No name is tried with the
//! system's search domains behind it, `/etc/hosts` is not read, and nothing is remembered.

use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::ResolveHosts;
use hickory_resolver::net::{DnsError, NetError};
use hickory_resolver::proto::op::ResponseCode;
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use verification::MailKey;

use crate::codes::{self, Code};

/// For one question to one name server, which is asked twice at most.
const ONE: Duration = Duration::from_secs(4);
/// For all of it.
pub(crate) const WHOLE: Duration = Duration::from_secs(15);
/// Bytes of all texts at that name: a key of 4096 bits has about 800.
const LARGEST: usize = 8 * 1024;

/// The text of the record; `None` if there is none. Aliases are followed by the name server, or at the same one.
pub(crate) async fn look_up(key: &MailKey) -> Result<Option<Vec<u8>>, Code> {
    let mut builder = TokioResolver::builder_tokio().map_err(|_| codes::DNS_UNAVAILABLE)?;
    let options = builder.options_mut();
    options.use_hosts_file = ResolveHosts::Never;
    options.cache_size = 0;
    options.timeout = ONE;
    options.attempts = 1;
    options.num_concurrent_reqs = 1;
    // A key is longer than what an answer could hold without.
    options.edns0 = true;
    let resolver = builder.build().map_err(|_| codes::DNS_UNAVAILABLE)?;
    // With its last dot it is a whole name: nothing is put behind it.
    let name = Name::from_ascii(format!("{}.", key.name())).map_err(|_| codes::DNS_UNANSWERED)?;
    match resolver.lookup(name, RecordType::TXT).await {
        Ok(found) => chosen(found.answers().iter().map(|record| &record.data)),
        Err(error) if says_no(&error) => Ok(None),
        Err(_) => Err(codes::DNS_UNANSWERED),
    }
}

/// Whether it was answered that there is no such name, or no text at it. That a server did not want to, or was in trouble, or
/// knows another one to ask, says nothing.
fn says_no(error: &NetError) -> bool {
    let NetError::Dns(DnsError::NoRecordsFound(none)) = error else { return false };
    match none.response_code {
        ResponseCode::NXDomain => true,
        ResponseCode::NoError => none.ns.as_ref().is_none_or(|servers| servers.is_empty()),
        _ => false,
    }
}

/// Of several texts, which there should not be (RFC 6376 §3.6.2.2), always the same: the first by its letters that has a key.
fn chosen<'a>(answers: impl Iterator<Item = &'a RData>) -> Result<Option<Vec<u8>>, Code> {
    let mut texts: Vec<Vec<u8>> = Vec::new();
    let mut bytes = 0;
    for answer in answers {
        let RData::TXT(text) = answer else { continue };
        // The pieces are one text, with nothing between them.
        let text = text.txt_data.concat();
        bytes += text.len();
        if bytes > LARGEST {
            return Err(codes::DNS_TOO_LARGE);
        }
        texts.push(text);
    }
    texts.sort();
    let has_key = |text: &Vec<u8>| {
        let mut tags = text.split(|byte| *byte == b';');
        tags.any(|tag| {
            tag.trim_ascii_start()
                .strip_prefix(b"p")
                .is_some_and(|rest| rest.trim_ascii_start().starts_with(b"="))
        })
    };
    let at = texts.iter().position(has_key).unwrap_or(0);
    Ok(texts.into_iter().nth(at))
}

#[cfg(test)]
mod tests {
    use hickory_resolver::proto::rr::rdata::TXT;

    use super::*;

    fn text(pieces: &[&str]) -> RData {
        RData::TXT(TXT::new(pieces.iter().map(|piece| (*piece).to_owned()).collect()))
    }

    #[test]
    fn of_several_texts_the_one_with_a_key_is_meant() {
        let chosen = |all: &[RData]| chosen(all.iter()).unwrap().map(|text| String::from_utf8(text).unwrap());
        assert_eq!(chosen(&[]), None);
        assert_eq!(chosen(&[text(&["v=DKIM1; p=A", "BC"])]).as_deref(), Some("v=DKIM1; p=ABC"));
        let (note, one, other) = (text(&["a note"]), text(&["k=rsa; p=1"]), text(&["v=DKIM1;p =2"]));
        for order in [[&note, &one, &other], [&other, &note, &one], [&other, &one, &note]] {
            assert_eq!(chosen(&order.map(Clone::clone)).as_deref(), Some("k=rsa; p=1"));
        }
        assert_eq!(chosen(&[text(&["z"]), text(&["sp=none"])]).as_deref(), Some("sp=none"));
    }

    #[test]
    fn a_text_too_long_for_a_key_is_none() {
        let piece = "x".repeat(255);
        let long = text(&[piece.as_str(); 33]);
        assert_eq!(chosen([long].iter()), Err(codes::DNS_TOO_LARGE));
        let several = vec![text(&[piece.as_str(); 11]); 3];
        assert_eq!(chosen(several.iter()), Err(codes::DNS_TOO_LARGE));
    }
}
